"""`init`: a folder with a series, its first event and what belongs beside them."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
import yaml

from labcamp.check import check_series
from labcamp.files.read import content_of, forbidden_sign, source_of
from labcamp.files.write import create
from labcamp.findings import Finding, Place, UsageError, finding
from labcamp.model.artefact import Artefact
from labcamp.model.fields import EMAIL
from labcamp.model.texts import id_of, one_line
from labcamp.render.event_file import NewEvent, event_file, organisations_file, series_file
from labcamp.render.templates import Templates, open_templates
from labcamp.terminal.kept import kept
from labcamp.terminal.language import language, phrases_of
from labcamp.terminal.making import write_schema
from labcamp.terminal.options import Options, Yes, series_above
from labcamp.terminal.questions import ask, begin_questions, somebody_sits_here
from labcamp.terminal.report import outcome_line
from labcamp.terminal.words import to_paste
from labcamp.workspace import EVENTS, RESERVED

say = phrases_of("init")

Folder = Annotated[Path | None, typer.Argument()]
SeriesTitle = Annotated[str | None, typer.Option("--title")]
ShortName = Annotated[str | None, typer.Option("--id")]
Domain = Annotated[str | None, typer.Option("--domain")]
Organiser = Annotated[str | None, typer.Option("--organiser")]
Mail = Annotated[str | None, typer.Option("--mail")]

IGNORED = ("out/", "private/")
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
    yes: Yes = False,
    options: Annotated[Options, "dry_run", "today"],
) -> None:
    """A folder with all that a series needs."""
    given = {"title": title, "id": id_, "domain": domain, "organiser": organiser, "mail": mail}
    begin_series(folder or Path(), options.today, given, yes=yes, dry_run=options.dry_run)


@dataclass(frozen=True)
class Beginning:
    """What a new series is called and who stands behind it."""

    title: str
    domain: str
    organiser: str
    mail: str
    id: str = ""

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
        values |= {"title_pattern": f"{self.title} #{{number}}", "language": language(), "domain": self.domain}
        return values | ({"contact": self.mail} if self.mail else {})


def answers(given: Mapping[str, str | None], *, asking: bool) -> Beginning:
    """What was given, and for the rest what a person answers, or an example to be changed later."""
    examples = {
        "title": say("series_example"),
        "domain": "example.org",
        "organiser": say("organiser_example"),
        "mail": "",
        "id": "",
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


def begin_series(root: Path, today: dt.date, given: Mapping[str, str | None], *, yes: bool, dry_run: bool) -> None:
    """Write the files that a workspace needs and lacks, and print a line for each; existing files stay as they are."""
    if (above := series_above(root)) != root:
        raise UsageError(finding("LC052", Place(root.as_posix()), path=(above / EVENTS).as_posix()))
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
    option = "" if root == Path() else f" --root {to_paste(root)}"
    typer.echo(say("init_next", path=(root / EVENTS).as_posix(), root=option))


def _files(root: Path, today: dt.date, beginning: Beginning) -> Iterator[Artefact]:
    """All files of a new workspace; where there is a series already, only what goes with any series."""
    templates, folder = open_templates(root, kept()), root / EVENTS
    if not (folder / "series.yaml").exists():
        has_events = any(path.stem not in RESERVED for path in folder.glob("*.yaml"))
        # Whom the organisations that are there already stand for, only a person knows.
        hosts = [] if (folder / "organisations.yaml").exists() else [beginning.host]
        yield _in_events(organisations_file(templates, beginning.host, beginning.organiser, language()))
        yield _in_events(
            series_file(templates, beginning.series | ({"organisers": hosts} if hosts else {}), language())
        )
        if not has_events:
            yield _in_events(_example(templates, today, beginning, hosts))
    yield Artefact(".gitignore", "".join(f"{pattern}\n" for pattern in IGNORED).encode())


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
