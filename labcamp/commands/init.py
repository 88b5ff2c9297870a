"""`init`: a folder with a series, its first event and what belongs beside them."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, get_args

import typer
import yaml

from labcamp.check import check_organisations, check_series
from labcamp.exchange.found import Asked
from labcamp.exchange.taking.backwards import guessed
from labcamp.exchange.taking.merging import Together
from labcamp.files.read import content_of, forbidden_sign, read_source, source_of
from labcamp.files.undo import Edit
from labcamp.files.write import create
from labcamp.findings import Finding, NothingWrittenError, Place, UsageError, finding
from labcamp.model.artefact import Artefact
from labcamp.model.fields import EMAIL
from labcamp.model.series import Language
from labcamp.model.texts import id_of, one_line
from labcamp.render.event_file import NewEvent, event_file, organisations_file, series_file
from labcamp.render.templates import Templates, open_templates
from labcamp.terminal.importing import Wish, day_first_of, take_over, told_of
from labcamp.terminal.kept import kept
from labcamp.terminal.language import language, phrases_of
from labcamp.terminal.making import write_schema
from labcamp.terminal.options import Options, Yes, series_above
from labcamp.terminal.questions import ask, begin_questions, somebody_sits_here
from labcamp.terminal.report import outcome_line
from labcamp.terminal.tables import print_pairs
from labcamp.terminal.words import to_root
from labcamp.workspace import EVENTS, RESERVED, Workspace

say = phrases_of("init")

Folder = Annotated[Path | None, typer.Argument()]
SeriesTitle = Annotated[str | None, typer.Option("--title")]
ShortName = Annotated[str | None, typer.Option("--id")]
Domain = Annotated[str | None, typer.Option("--domain")]
Organiser = Annotated[str | None, typer.Option("--organiser")]
Mail = Annotated[str | None, typer.Option("--mail")]
Sources = Annotated[list[Path] | None, typer.Option("--from", show_default=False)]
Dates = Annotated[str | None, typer.Option("--dates", show_default=False)]

IGNORED = ("out/", "private/")
IGNORE = Artefact(".gitignore", "".join(f"{pattern}\n" for pattern in IGNORED).encode())
ZONE = "Europe/Berlin"
QUESTIONS = {
    "title": "ask_series",
    "id": "ask_series_id",
    "domain": "ask_domain",
    "organiser": "ask_organiser",
    "mail": "ask_mail",
}
SIX_WEEKS = 6
THURSDAY = 3
WEEK = 7


def init(
    folder: Folder = None,
    *,
    title: SeriesTitle = None,
    id_: ShortName = None,
    domain: Domain = None,
    organiser: Organiser = None,
    mail: Mail = None,
    from_: Sources = None,
    dates: Dates = None,
    yes: Yes = False,
    options: Annotated[Options, "dry_run", "today"],
) -> None:
    """A folder with all that a series needs, out of files that tell of its events where there are some."""
    given = {"title": title, "id": id_, "domain": domain, "organiser": organiser, "mail": mail}
    if from_:
        wish = Wish(tuple(from_), day_first_of(dates), yes=yes)
        begin_from(given, wish, replace(options, root=folder or Path()))
    else:
        begin_series(folder or Path(), options.today, given, yes=yes, dry_run=options.dry_run)


@dataclass(frozen=True)
class Beginning:
    """What a new series is called and who stands behind it."""

    title: str
    domain: str
    organiser: str
    mail: str
    id: str = ""
    pattern: str = ""
    zone: str = ZONE
    language: str = ""

    @property
    def short_name(self) -> str:
        """What files are called after: as wanted, else as the title says."""
        name = self.id or id_of(self.title)
        return f"{name}-1" if name in RESERVED and not self.id else name

    @property
    def host(self) -> str:
        """The organiser's id in `organisations.yaml`."""
        return id_of(self.organiser)

    @property
    def series(self) -> dict[str, str | list[str]]:
        """The keys of `series.yaml`."""
        values: dict[str, str | list[str]] = {"id": self.short_name, "title": self.title}
        values |= {"title_pattern": self.pattern or f"{self.title} #{{number}}"}
        values |= {"language": self.language or language(), "zone": self.zone, "domain": self.domain}
        return values | ({"contact": self.mail} if self.mail else {})


def answers(given: Mapping[str, str | None], guessed: Mapping[str, str] | None = None, *, asking: bool) -> Beginning:
    """What was given, and for the rest what a person answers, or a guess or an example that can be changed later."""
    examples = {
        "title": say("series_example"),
        "domain": "example.org",
        "organiser": say("organiser_example"),
        "mail": "",
        "id": "",
        **(guessed or {}),
    }
    told = {key: one_line(value) for key, value in given.items() if value is not None}
    findings = [
        Finding(f"--{key}", 0, 0, found.code, found.values)
        for key, value in told.items()
        for found in _wrong(examples, key, value)
    ]
    if findings:
        raise UsageError(*findings)
    values = examples | told
    if asking:
        begin_questions()
        for key in (key for key in QUESTIONS if key not in told):
            values[key] = _answer(values, key)
    return Beginning(**values)


def _answer(values: dict[str, str], key: str) -> str:
    """What a person says; what is left open is the example, or nothing."""

    def judge(text: str) -> Sequence[Finding]:
        return _wrong(values, key, one_line(text)) if text else []

    proposed = Beginning(**values).short_name if key == "id" else values[key]
    return one_line(ask(say(QUESTIONS[key]), f"--{key}", proposed, judge)) or values[key]


def _wrong(values: Mapping[str, str], key: str, value: str) -> list[Finding]:
    """What is wrong with an answer, as the check of `series.yaml` would say it."""
    if not value:
        return [finding("LC219", Place(""), key=key)]
    if sign := forbidden_sign(value):
        return [finding("LC107", Place(""), character=sign)]
    if key == "mail" and not re.fullmatch(EMAIL, value):
        return [finding("LC215", Place(""), text=value)]
    if key == "id" and (id_of(value) != value or value in RESERVED):
        return [finding("LC217", Place(""), text=value)]
    beginning = Beginning(**{**values, key: value})
    source = source_of(yaml.safe_dump(beginning.series, allow_unicode=True).encode(), "")
    _, findings = check_series(source, {})
    return [found for found in findings if not found.advice]


def begin_from(given: Mapping[str, str | None], wish: Wish, options: Options) -> None:
    """Write a series as files of others tell of it, and its events; LC880 where there is a series already."""
    root = options.root
    if (root / EVENTS / "series.yaml").exists():
        raise UsageError(finding("LC880", Place((root / EVENTS).as_posix())))
    refuse_inside(root)
    together = told_of(wish, Asked(ZONE, options.today), of_new_series=True)
    guess = guesses(together)
    print_pairs([(say(f"guessed_{key}"), value) for key, value in guess.items()])
    typer.echo()
    beginning = answers(given, guess, asking=not wish.yes and not options.dry_run and somebody_sits_here())
    templates = open_templates(root, kept())
    artefacts = [artefact for artefact in _shared(templates, root, beginning) if not (root / artefact.name).exists()]
    workspace = begun(root, options.today, artefacts)
    edits = [Edit(root / artefact.name, None, artefact.content) for artefact in artefacts]
    if take_over(workspace, together, wish, options, edits):
        _tell_ignored(root / ".gitignore")


def guesses(together: Together) -> dict[str, str]:
    """What files tell of their series: its title and the pattern of titles, its zone and its language."""
    titles = [str(found.values["title"]) for found in together.events if "title" in found.values]
    title, pattern = guessed(titles, together.title)
    found = {"title": title, "pattern": pattern, "zone": together.zone or ZONE, "language": _spoken(together.language)}
    return {key: value for key, value in found.items() if value}


def _spoken(name: str | None) -> str:
    """The language of a file, if it is one that we speak; else that of who sits here."""
    known = get_args(Language)
    text = (name or "").replace("_", "-")
    return text if text in known else text[:2] if text[:2] in known else language()


def begun(root: Path, today: dt.date, artefacts: Sequence[Artefact]) -> Workspace:
    """The workspace as its first files say it, before they are written."""
    sources = {
        artefact.name: source_of(artefact.content, artefact.name)
        for artefact in artefacts
        if artefact.name.endswith(".yaml")
    }
    path = root / EVENTS / "organisations.yaml"
    named = sources.get(f"{EVENTS}/organisations.yaml") or read_source(path, path.as_posix())
    organisations, wrong = check_organisations(named)
    series, findings = check_series(sources[f"{EVENTS}/series.yaml"], organisations)
    if series is None or any(not found.advice for found in wrong):
        raise NothingWrittenError(*wrong, *findings)
    return Workspace(root, today, series, organisations, (), ())


def refuse_inside(root: Path) -> None:
    """LC052 where a series stands above the folder."""
    if (above := series_above(root)) != root:
        raise UsageError(finding("LC052", Place(root.as_posix()), path=(above / EVENTS).as_posix()))


def begin_series(root: Path, today: dt.date, given: Mapping[str, str | None], *, yes: bool, dry_run: bool) -> None:
    """Write the files that a workspace needs and lacks, and print a line for each; existing files stay as they are."""
    refuse_inside(root)
    new = not (root / EVENTS / "series.yaml").exists()
    beginning = answers(given, asking=new and not yes and somebody_sits_here())
    artefacts = [artefact for artefact in _files(root, today, beginning) if not (root / artefact.name).exists()]
    for artefact in artefacts:
        typer.echo(outcome_line(create(artefact, root, dry_run=dry_run), dry_run=dry_run))
    write_schema(root / EVENTS, dry_run=dry_run)
    _tell_ignored(root / ".gitignore")
    if dry_run or not artefacts:
        typer.echo(say("dry_run" if artefacts else "init_nothing"))
        return
    typer.echo(say("init_next", path=(root / EVENTS).as_posix(), root=to_root(root)))


def _files(root: Path, today: dt.date, beginning: Beginning) -> Iterator[Artefact]:
    """All files of a new workspace; where there is a series already, only what goes with any series."""
    templates, folder = open_templates(root, kept()), root / EVENTS
    if (folder / "series.yaml").exists():
        yield IGNORE
        return
    has_events = any(path.stem not in RESERVED for path in folder.glob("*.yaml"))
    yield from _shared(templates, root, beginning)
    if not has_events:
        yield _in_events(_example(templates, today, beginning, _hosts(root, beginning)))


def _shared(templates: Templates, root: Path, beginning: Beginning) -> Iterator[Artefact]:
    """What a new series has besides its events."""
    hosts = _hosts(root, beginning)
    spoken = beginning.language or language()
    yield _in_events(organisations_file(templates, beginning.host, beginning.organiser, spoken))
    yield _in_events(series_file(templates, beginning.series | ({"organisers": hosts} if hosts else {}), spoken))
    yield IGNORE


def _hosts(root: Path, beginning: Beginning) -> list[str]:
    """The organiser; whom the organisations that are there already stand for, only a person knows."""
    return [] if (root / EVENTS / "organisations.yaml").exists() else [beginning.host]


def _in_events(artefact: Artefact) -> Artefact:
    return Artefact(f"{EVENTS}/{artefact.name}", artefact.content)


def _example(templates: Templates, today: dt.date, beginning: Beginning, hosts: list[str]) -> Artefact:
    """A first event, a draft, on a Thursday in about six weeks."""
    day = today + dt.timedelta(weeks=SIX_WEEKS)
    day += dt.timedelta(days=(THURSDAY - day.weekday()) % WEEK)
    values: dict[str, str | list[str]] = {"number": "1", "theme": say("theme_example"), "status": "draft"}
    values |= {"date": day.isoformat(), "time": "14:00-17:00", "place": "online"}
    if hosts:
        values["hosts"] = hosts
    heading = f"{beginning.title} #1: {say('theme_example')}"
    agenda = tuple(say("agenda_example").split(", "))
    return event_file(templates, NewEvent(f"{beginning.series['id']}-1", heading, language(), values, agenda))


def _tell_ignored(path: Path) -> None:
    """Print which lines a `.gitignore` that was there before lacks."""
    known = content_of(path, path.as_posix()).decode("utf-8", "replace").split() if path.is_file() else list(IGNORED)
    lines = [pattern for pattern in IGNORED if pattern not in known and f"/{pattern}" not in known]
    if lines:
        typer.echo(say("init_ignored", path=path.as_posix(), lines=", ".join(lines)))
