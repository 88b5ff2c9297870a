"""From data to an event, a series, organisations or topics and findings, and which names a file may have."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count
from pathlib import Path

from labcamp.check.agenda import session_without_id
from labcamp.check.exceptions import FIRST_RULE, unknown_in_comments, unknown_rules, without_exceptions
from labcamp.check.paper import RULES as RULES_OF_PAPERS
from labcamp.check.paper import Around, Read
from labcamp.check.public import RULES as RULES_OF_PEOPLE
from labcamp.check.public import public
from labcamp.check.published import moved_away
from labcamp.check.sense import RULES, lost_after_hash, no_glyph, series_incomplete
from labcamp.check.shape import Known, Model, Organisations, Topics, shape
from labcamp.check.takeaways import takeaways_sound
from labcamp.check.weekdays import RULES as RULES_OF_TEXTS
from labcamp.files.read import Source
from labcamp.findings import NAMES, Finding, Place, finding
from labcamp.model import Event, Organisation, Paper, Series, Topic
from labcamp.model.ledger import Ledger
from labcamp.model.series import FILE_NAME
from labcamp.model.texts import is_taken

ALL_RULES = (*RULES, *RULES_OF_TEXTS, *RULES_OF_PEOPLE, takeaways_sound)
PAPERS = "papers/"  # before the id of a paper, which is no event
NO_TOPICS: Topics = {}
UNKNOWN_SERIES = Series.model_construct(id="series", title="Series", domain="example.org")

ENDING = r"\.ya?ml(\.txt)?$"  # Windows hides the .txt that its editor adds


class AnyOrganisation(dict[str, Organisation]):
    """Stands in for organisations that could not be read, so that not every host is unknown too."""

    def __contains__(self, id_: object) -> bool:
        """Tell that every organisation is known."""
        return True

    def __missing__(self, id_: str) -> Organisation:
        """An organisation that is called as its id."""
        return Organisation.model_construct(id=id_, name=id_)


class AnyTopic(dict[str, Topic]):
    """Stands in for topics that could not be read, so that not every topic is unknown too."""

    def __contains__(self, id_: object) -> bool:
        """Tell that every topic is known."""
        return True

    def __missing__(self, id_: str) -> Topic:
        """A topic that is called as its id."""
        return Topic.model_construct(id=id_, name=id_)


def check_organisations(source: Source) -> tuple[Organisations, tuple[Finding, ...]]:
    """The organisations by id, and what is wrong with their file."""
    return _defined(Organisation, source)


def check_topics(source: Source) -> tuple[Topics, tuple[Finding, ...]]:
    """The topics by id, and what is wrong with their file."""
    return _defined(Topic, source)


def _defined(model: type[Model], source: Source) -> tuple[dict[str, Model], tuple[Finding, ...]]:
    """What a file defines by ids, each with a name or more, and what is wrong with it."""
    defined: dict[str, Model] = {}
    findings = [*lost_after_hash(source), *no_glyph(source), *public(source), *unknown_in_comments(source)]
    for id_, data in source.data.items():
        whole = {"name": data} if isinstance(data, str) else data
        if isinstance(whole, dict):
            whole = whole | {FILE_NAME: id_}
        thing, found = shape(model, source, whole, {}, id_)
        findings += found
        # With something wrong in it, it is there all the same: no event that names it is wrong.
        defined[id_] = thing or model.model_construct(id=id_, name=id_)
    return defined, tuple(findings)


def _shape(model: type[Model], source: Source, data: object, known: Known) -> tuple[Model | None, tuple[Finding, ...]]:
    """The data as the model; a value that is wholly lost after a # is not reported as missing, too."""
    thing, findings = shape(model, source, data, known)
    lost = tuple(lost_after_hash(source))
    behind = {found.line: source.text.splitlines()[found.line - 1] for found in lost}
    kept = (
        found
        for found in findings
        if found.code != "LC201" or not behind.get(found.line, "")[found.column - 1 :].lstrip().startswith("#")
    )
    return thing, (*kept, *lost, *no_glyph(source), *public(source), *unknown_in_comments(source))


def check_series(source: Source, organisations: Organisations) -> tuple[Series | None, tuple[Finding, ...]]:
    """The series, and what is wrong with its file."""
    series, findings = _shape(Series, source, source.data, {"organisations": organisations})
    if series:
        findings += tuple(series_incomplete(series, source))
        findings += _unknown_rules(series, source)
        findings += tuple(moved_away(series, source))
    return series, findings


def _unknown_rules(series: Series, source: Source) -> tuple[Finding, ...]:
    places = {rule: source.place("rules", rule, key=True) for rule in series.rules}
    return tuple(unknown_rules(places.items()))


def check_event(  # noqa: PLR0913  # as Workspace.known gives them
    id_: str,
    source: Source,
    series: Series,
    organisations: Organisations,
    topics: Topics = NO_TOPICS,
    *,
    site: bool = False,
) -> tuple[Event | None, tuple[Finding, ...]]:
    """The event, and everything that is wrong with its file; what the series says holds where the event is silent.

    Where there is a `site`, what is public has to keep its address.
    """
    data = {"zone": series.zone, "language": series.language, **source.data, FILE_NAME: id_}
    number = data.get("number")
    if "title" not in data and isinstance(number, str):
        data["title"] = series.title_of(number)
    event, findings = _shape(Event, source, data, {"organisations": organisations, "topics": topics})
    if event:
        findings += tuple(found for rule in ALL_RULES for found in rule(event, source))
        findings += tuple(session_without_id(event, source)) if site else ()
    return event, findings


def check_paper(id_: str, source: Source, around: Around) -> tuple[Paper | None, tuple[Finding, ...]]:
    """The paper, and everything that is wrong with its file, as far as is known what was said at the events."""
    data = {"language": around.series.language, **source.data, FILE_NAME: id_}
    known = {"organisations": around.organisations, "sources": around.said}
    paper, findings = _shape(Paper, source, data, known)
    if paper:
        read = Read(paper, source, around)
        findings += tuple(found for rule in RULES_OF_PAPERS for found in rule(read))
    return paper, findings


def check_file(  # noqa: PLR0913  # as Workspace.known gives them
    id_: str,
    source: Source,
    series: Series,
    organisations: Organisations,
    topics: Topics = NO_TOPICS,
    *,
    site: bool = False,
) -> tuple[object, tuple[Finding, ...]]:
    """What a file in `events/` stands for by its id, and what is to be told of it."""
    checked: tuple[object, tuple[Finding, ...]]
    if id_ == "series":
        checked = check_series(source, organisations)
    elif id_ == "organisations":
        checked = check_organisations(source)
    elif id_ == "topics":
        checked = check_topics(source)
    elif id_.startswith(PAPERS):
        checked = check_paper(id_.removeprefix(PAPERS), source, Around(series, organisations))
    else:
        checked = check_event(id_, source, series, organisations, topics, site=site)
    return checked[0], tuple(without_rules(without_exceptions(checked[1], (source,)), series.rules))


def without_rules(findings: Iterable[Finding], off: Mapping[str, str]) -> Iterator[Finding]:
    """The findings but for the rules that the series has switched off, by name; reading and shape stay."""
    for found in findings:
        if found.code < FIRST_RULE or NAMES[found.code] not in off:
            yield found


def is_text(name: str) -> bool:
    """Tell whether a file of this name in `events/` is read."""
    return re.search(ENDING, name.lower()) is not None and not name.startswith((".", "~"))


def free_name(id_: str, names: list[str]) -> str:
    """The file name for an id, or the next one that is not there yet."""
    others = (f"{id_}-{number}.yaml" for number in count(2))
    return next(name for name in chain([f"{id_}.yaml"], others) if name not in names)


def name_taken(
    files: list[tuple[str, Path]], events: tuple[Event, ...], series: Series, ledgers: Mapping[str, Ledger]
) -> Iterator[Finding]:
    """LC947: the name of a file stands for another event in a command; one that is announced has to keep its name."""
    paths = {id_: path for id_, path in files if is_taken(id_)}
    for event in events if paths else ():
        if event.id in paths and event.id != str(event.number):
            name = f"{series.id}-{event.id if event.number is None else event.number}"
            proposal = "" if event.id in ledgers else free_name(name, [path.name for _, path in files])
            yield finding("LC947", Place(paths[event.id].as_posix()), id=event.id, proposal=proposal)
