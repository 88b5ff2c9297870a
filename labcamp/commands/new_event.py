"""`new-event`: the file of a new event, out of options, answers or proposals."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace as replace_in
from pathlib import Path
from typing import Annotated, NamedTuple

import typer
import yaml

from labcamp.check import check_event
from labcamp.check.agenda import clock
from labcamp.files.edit import with_organisations
from labcamp.files.read import content_of, forbidden_sign, source_of
from labcamp.files.undo import Edit, keep
from labcamp.files.write import create, replace
from labcamp.findings import Finding, LabcampError, Place, UsageError, finding
from labcamp.model import Event, Organisation
from labcamp.model.texts import A_DOZEN, ID, a_few, days_of, id_of, is_taken, one_line
from labcamp.render.event_file import NewEvent, event_file
from labcamp.render.templates import open_templates
from labcamp.terminal.kept import kept
from labcamp.terminal.language import phrases_of
from labcamp.terminal.making import write_schema
from labcamp.terminal.options import EditOptions, Yes
from labcamp.terminal.questions import ask, begin_questions, confirm, somebody_sits_here
from labcamp.terminal.report import outcome_line, tell
from labcamp.terminal.words import figures
from labcamp.workspace import EVENTS, RESERVED, Workspace, load

say = phrases_of("new-event")

Number = Annotated[str | None, typer.Option("--number")]
Title = Annotated[str | None, typer.Option("--title")]
Theme = Annotated[str | None, typer.Option("--theme")]
Date = Annotated[str | None, typer.Option("--date")]
Time = Annotated[str | None, typer.Option("--time")]
Venue = Annotated[str | None, typer.Option("--place")]
Hosts = Annotated[list[str] | None, typer.Option("--host")]
Status = Annotated[str | None, typer.Option("--status")]
EventLanguage = Annotated[str | None, typer.Option("--language")]
Id = Annotated[str | None, typer.Option("--id")]

ASKED = ("number", "title", "theme", "date", "time", "place", "hosts")
KEYS = (*ASKED, "language", "status")
OPTIONS = {"hosts": "--host"}
FIRST_RULE = "LC3"
Values = dict[str, str | list[str]]

LONG = 24  # letters of a name of a file that nobody likes to type

HALF_A_YEAR = dt.timedelta(weeks=26)
WEEK = 7
THURSDAY = 3


def new_event(
    *,
    number: Number = None,
    title: Title = None,
    theme: Theme = None,
    date: Date = None,
    time: Time = None,
    place: Venue = None,
    host: Hosts = None,
    status: Status = None,
    language: EventLanguage = None,
    id_: Id = None,
    yes: Yes = False,
    options: EditOptions,
) -> None:
    """The file of a new event."""
    workspace = load(options.root, options.today)
    refuse_without_series(workspace)
    given = {"number": number, "title": title, "theme": theme, "date": date, "time": time, "place": place}
    more = {"hosts": host, "language": language, "status": status}
    path = write_event(workspace, given | more, id_, yes=yes, dry_run=options.dry_run)
    tell(workspace.errors)
    typer.echo(say("dry_run" if options.dry_run else "new_next", path=path.as_posix()))


def write_event(
    workspace: Workspace, options: Mapping[str, str | list[str] | None], id_: str | None, *, yes: bool, dry_run: bool
) -> Path:
    """Write the file of a new event and the schema beside it, print a line for each; the path of the file."""
    asking = somebody_sits_here() and not yes
    given = given_options(workspace, options, id_)
    values = complete(workspace, given, asking=asking, proposing=yes)
    hosts = hosts_of(workspace, values.get("hosts", ()))
    if "hosts" in values:
        values["hosts"] = list(hosts.ids)
    name = event_id(workspace, values, id_)
    if asking and id_ is None and len(name) > LONG:
        name = _short_name(name)
    path = workspace.root / EVENTS / f"{name}.yaml"
    if wrong := errors(with_hosts(workspace, hosts), values):
        raise UsageError(*(Finding(path.as_posix(), 0, 0, found.code, found.values) for found in wrong))
    entered = _entered(workspace, hosts, dry_run=dry_run)
    heading = values.get("title") or workspace.series.title_of(str(values["number"]))
    if "theme" in values:
        heading = f"{heading}: {values['theme']}"
    new = NewEvent(name, str(heading), str(values.get("language", workspace.series.language)), values)
    artefact = event_file(open_templates(workspace.root, kept()), new)
    outcome = create(artefact, path.parent, dry_run=dry_run, option="--id")
    if not dry_run:
        keep(workspace.root, "new-event", [*entered, Edit(path, None, artefact.content)])
    typer.echo(outcome_line(outcome, dry_run=dry_run))
    write_schema(path.parent, dry_run=dry_run)
    _warn_of_a_day_that_is_over(values, workspace.today)
    return path


class NamedHosts(NamedTuple):
    """The ids of hosts, and the names of those that are not in `organisations.yaml` yet, by id."""

    ids: tuple[str, ...] = ()
    new: Mapping[str, str] = {}


def hosts_of(workspace: Workspace, typed: Iterable[str]) -> NamedHosts:
    """The hosts that were typed: by id or by name; a name that nobody has is a new one, an unknown id a slip."""
    known = {organisation.name.casefold(): id_ for id_, organisation in workspace.organisations.items()}
    ids: list[str] = []
    new: dict[str, str] = {}
    for text in typed:
        id_ = known.get(text.casefold(), text)
        if id_ not in workspace.organisations and not re.fullmatch(ID, id_):
            id_ = id_of(text)
            new |= {} if id_ in workspace.organisations else {id_: text}
        ids.append(id_)
    return NamedHosts(tuple(dict.fromkeys(ids)), new)


def with_hosts(workspace: Workspace, hosts: NamedHosts) -> Workspace:
    """The workspace as it will be once its new hosts are entered."""
    organisations = {id_: Organisation(name=name) for id_, name in hosts.new.items()}
    return replace_in(workspace, organisations={**workspace.organisations, **organisations})


def _entered(workspace: Workspace, hosts: NamedHosts, *, dry_run: bool) -> list[Edit]:
    """New hosts stand in `organisations.yaml`, and that is said; the edit, where there is one."""
    if not hosts.new:
        return []
    path = workspace.root / EVENTS / "organisations.yaml"
    before = content_of(path, path.as_posix()) if path.is_file() else None
    after = with_organisations(before or b"", path.as_posix(), hosts.new)
    typer.echo(outcome_line(replace(path, before, after, dry_run=dry_run), dry_run=dry_run))
    for id_, name in hosts.new.items():
        typer.echo(say("new_host", id=id_, name=name, path=path.as_posix()))
    return [Edit(path, before, after)]


def _short_name(proposed: str) -> str:
    """The name of the file that a person wants."""

    def judge(text: str) -> Sequence[Finding]:
        fits = text not in RESERVED and not is_taken(text) and id_of(text) == text
        return [] if fits else [finding("LC217", Place(""), text=text)]

    return ask(say("ask_id"), "--id", proposed, judge)


def _warn_of_a_day_that_is_over(values: Values, today: dt.date) -> None:
    """A line where the event lies in the past: that may be meant, or a slip."""
    days = days_of(str(values["date"])) if "date" in values else None
    if days and days.last and days.last < today:
        typer.echo(say("day_is_over", day=figures(days.last)))


def given_options(workspace: Workspace, given: Mapping[str, str | list[str] | None], id_: str | None) -> Values:
    """The options that were given, in the order of the file; all that is wrong with any of them is raised at once."""
    values: Values = {}
    findings: list[Finding] = []
    for key in KEYS:
        value = given.get(key)
        if not value and value != "":
            continue
        tidy = [one_line(item) for item in value] if isinstance(value, list) else one_line(value or "")
        found = _wrong_answer(workspace, {}, key, tidy)
        findings += (_at_option(finding_, OPTIONS.get(key, f"--{key}")) for finding_ in found)
        values[key] = tidy
    if id_ is not None and (id_ in RESERVED or is_taken(id_) or id_of(id_) != id_):
        findings.append(finding("LC217", Place("--id"), text=id_))
    if findings:
        raise UsageError(*findings)
    return values


def complete(workspace: Workspace, given: Values, *, asking: bool, proposing: bool) -> Values:
    """The values of the file: what was given, and for the rest what a person answers or what is proposed."""
    values: Values = {}
    if asking:
        begin_questions()
    for key in ASKED:
        if key in given:
            values[key] = given[key]
        elif _follows(key, values, given):
            continue
        elif value := _answer(workspace, values, key) if asking else _proposed(workspace, key, proposing=proposing):
            values[key] = value
    values["status"] = given.get("status", "draft")
    return values | {key: given[key] for key in ("language",) if key in given}


def event_id(workspace: Workspace, values: Mapping[str, str | list[str]], id_: str | None) -> str:
    """The name of the file: as wanted, else from the number, else from the title."""
    number, title = str(values.get("number", "")), str(values.get("title", ""))
    name = id_ or (f"{workspace.series.id}-{number.lstrip('0') or 0}" if number else id_of(title))
    return f"{name}-1" if name in RESERVED or is_taken(name) else name


def errors(workspace: Workspace, values: Mapping[str, str | list[str]]) -> list[Finding]:
    """What would be wrong with a file that says this."""
    texts = [text for value in values.values() for text in (value if isinstance(value, list) else [value])]
    if sign := forbidden_sign("".join(texts)):
        return [finding("LC107", Place(""), character=sign)]
    source = source_of(yaml.safe_dump(dict(values), allow_unicode=True).encode(), "")
    _, findings = check_event("new", source, workspace.series, workspace.organisations)
    taken = next((event for event in workspace.events if str(event.number) == values.get("number")), None)
    if taken:
        other = (workspace.root / "events" / f"{taken.id}.yaml").as_posix()
        findings += (finding("LC311", Place(""), value=taken.number, other=other),)
    return [found for found in findings if not found.advice]


def _follows(key: str, values: Values, given: Values) -> bool:
    """A title follows from the number, and who gives a title may want no number."""
    return (key == "title" and "number" in values) or (key == "number" and "title" in given)


def _wrong(
    workspace: Workspace, values: Values, key: str, value: str | list[str], *, whole: bool = False
) -> list[Finding]:
    """What is wrong because of a value: with the others as they are, and not already without it."""
    if not value:
        return [finding("LC219", Place(""), key=key)]
    others = {"title": "-"} | values
    before = {found.code for found in errors(workspace, others)}
    after = [found for found in errors(workspace, others | {key: value}) if found.code not in before]
    return [found for found in after if whole or found.code < FIRST_RULE or found.code == "LC311"]


def _wrong_answer(
    workspace: Workspace, values: Values, key: str, value: str | list[str], *, whole: bool = False
) -> list[Finding]:
    """What is wrong because of what was typed for a key; a host may be a new one."""
    if key != "hosts":
        return _wrong(workspace, values, key, value, whole=whole)
    hosts = hosts_of(workspace, value)
    return _wrong(with_hosts(workspace, hosts), values, key, list(hosts.ids), whole=whole)


def _at_option(found: Finding, option: str) -> Finding:
    return Finding(option, 0, 0, found.code, found.values)


def _answer(workspace: Workspace, values: Values, key: str) -> str | list[str]:
    """What a person says; a host is an id, or several with commas."""

    def read(text: str) -> str | list[str]:
        return [part for part in map(one_line, text.split(",")) if part] if key == "hosts" else one_line(text)

    def judge(text: str) -> Sequence[Finding]:
        if not text:
            return [finding("LC219", Place(""), key=key)] if key == "title" else []
        return _wrong_answer(workspace, values, key, read(text), whole=True)

    question = say(f"ask_{key}", known=a_few(workspace.organisations, A_DOZEN) or "–")
    while True:
        answer = read(ask(question, OPTIONS.get(key, f"--{key}"), proposal(workspace, key), judge))
        new = hosts_of(workspace, answer).new if key == "hosts" else {}
        if all(confirm(say("ask_new_host", name=name, id=id_)) for id_, name in new.items()):
            return answer


def _proposed(workspace: Workspace, key: str, *, proposing: bool) -> str:
    return proposal(workspace, key) if proposing or key == "number" else ""


def refuse_without_series(workspace: Workspace) -> None:
    """Raise what is wrong with the series and its organisations; what is wrong with other events does not matter."""
    shared = {(workspace.root / "events" / f"{name}.yaml").as_posix() for name in RESERVED}
    if found := [found for found in workspace.errors if found.path in shared]:
        raise LabcampError(*found)


def proposal(workspace: Workspace, key: str) -> str:
    """What we would write for a key; an empty text where we know nothing better than to leave it open."""
    table = {"number": _number, "date": _date, "time": _time, "place": _place}
    return table[key](workspace) if key in table else ""


def _number(workspace: Workspace) -> str:
    """One more than the highest; the names of the files count too, for one of them may be broken."""
    numbers = [event.number for event in workspace.events if event.number is not None]
    name = re.compile(rf"{re.escape(workspace.series.id)}-(\d{{1,6}})")
    found = (name.fullmatch(path.stem) for path in (workspace.root / "events").glob("*.yaml"))
    return str(max((*numbers, *(int(match[1]) for match in found if match)), default=0) + 1)


def _last(workspace: Workspace) -> Event | None:
    """The latest event with a day, past or to come."""
    return next((event for event in reversed(workspace.events) if event.days and not event.cancelled), None)


def _date(workspace: Workspace) -> str:
    """The same weekday as last time, half a year later; never a day that is over."""
    last = _last(workspace)
    day = max(last.days[0], workspace.today) if last else workspace.today
    weekday = last.days[0].weekday() if last else THURSDAY
    later = day + HALF_A_YEAR
    return (later + dt.timedelta(days=(weekday - later.weekday()) % WEEK)).isoformat()


def _time(workspace: Workspace) -> str:
    """The hours of the latest event that has some."""
    known = (event.time for event in reversed(workspace.events) if event.time and not event.cancelled)
    hours = next(known, None)
    if hours is None:
        return ""
    return clock(hours.start) if hours.end is None else f"{clock(hours.start)}-{clock(hours.end)}"


def _place(workspace: Workspace) -> str:
    """`online` when it was online last time; a venue is another one each time."""
    last = _last(workspace)
    return "online" if last and last.place and last.place.online and not last.place.on_site else ""
