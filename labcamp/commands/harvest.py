"""`harvest`: what was said at the events, as raw material for a paper."""

import re
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from labcamp.check.shape import nearest
from labcamp.files.spreadsheets import Sheet
from labcamp.files.undo import Edit, keep
from labcamp.files.write import create
from labcamp.findings import LabcampError, Place, UsageError, finding
from labcamp.model import Topic
from labcamp.model.artefact import Artefact
from labcamp.model.provenance import Said
from labcamp.model.texts import ID
from labcamp.render.papers.harvest import Harvest, as_markdown, as_paper, harvest_of
from labcamp.render.papers.said import support_in_words, text_of, who_of
from labcamp.render.stage import stage_of
from labcamp.render.words import Words, words_for
from labcamp.terminal.fold import filled
from labcamp.terminal.kept import kept
from labcamp.terminal.language import language, phrases_of
from labcamp.terminal.making import write_and_tell, write_schema
from labcamp.terminal.options import Options, TableFormat, event_names, series_above
from labcamp.terminal.report import EASY, outcome_line, styled
from labcamp.terminal.tables import WIDE, hand_over, width
from labcamp.terminal.which_event import chosen
from labcamp.terminal.words import date
from labcamp.workspace import EVENTS, Workspace, errors_of_events, load
from labcamp.workspace.papers import PAPERS

say = phrases_of("harvest")


class HarvestFormat(StrEnum):
    """How it is told."""

    table = "table"
    yaml = "yaml"
    md = "md"
    csv = "csv"


def topic_ids(context: typer.Context, incomplete: str) -> Iterator[str]:
    """The ids of the topics, for the shell's completion: keys that stand at the beginning of a line."""
    path = Path(context.params.get("root") or series_above()) / EVENTS / "topics.yaml"
    text = path.read_text("utf-8", "replace") if path.is_file() else ""
    return (id_ for id_ in re.findall(rf"^({ID}):", text, re.MULTILINE) if id_.startswith(incomplete))


OneTopic = Annotated[str | None, typer.Option("--topic", show_default=False, autocompletion=topic_ids)]
Since = Annotated[str | None, typer.Option("--since", show_default=False, autocompletion=event_names)]
Until = Annotated[str | None, typer.Option("--until", show_default=False, autocompletion=event_names)]
Form = Annotated[HarvestFormat, typer.Option("--format", show_default=False)]
Written = Annotated[str | None, typer.Option("--write", show_default=False)]


def harvest(
    *,
    topic: OneTopic = None,
    since: Since = None,
    until: Until = None,
    format_: Form = HarvestFormat.table,
    write: Written = None,
    options: Annotated[Options, "root", "out", "dry_run", "today", "open"],
) -> None:
    """All that was taken away from the events, by topic, with how much bears it out."""
    workspace = _sound(options)
    first, last = (chosen(workspace, name) if name else None for name in (since, until))
    if first and last and first.sort_key > last.sort_key:
        raise UsageError(finding("LC749", Place("--until"), since=first.id, until=last.id))
    about = known_topic(workspace, topic) if topic else None
    found = harvest_of(workspace, about, first, last)
    if not found.heaps:
        asked = about or first or last
        typer.echo(say("none" if asked else "empty"), err=format_ is not HarvestFormat.table)
    elif write is not None:
        write_paper(workspace, found, write, options)
    else:
        tell_harvest(workspace, found, format_, options)


def _sound(options: Options) -> Workspace:
    """The workspace, in whose events nothing is wrong, for then something would not be in it."""
    workspace = load(options.root, options.today)
    if wrong := errors_of_events(workspace):
        raise LabcampError(*wrong)
    return workspace


def known_topic(workspace: Workspace, text: str) -> Topic:
    """The topic with an id, a name, or another word for it; LC769 where there is none, with the nearest."""
    names: dict[str, Topic] = {}
    for topic in workspace.topics.values():
        names |= dict.fromkeys((each.casefold() for each in topic.synonyms if each.casefold() not in names), topic)
    names |= {topic.name.casefold(): topic for topic in workspace.topics.values()}
    names |= workspace.topics
    if known := names.get(" ".join(text.split()).casefold()):
        return known
    near = nearest(text, names)
    meant = near if near in workspace.topics or not near else names[near].name
    values = {"topic": text, "nearest": meant, "known": ", ".join(workspace.topics) or "–"}
    raise UsageError(finding("LC769", Place("--topic"), **values))


def write_paper(workspace: Workspace, found: Harvest, id_: str, options: Options) -> None:
    """Write it as the beginning of a paper; LC007 where there is one of that name, LC217 where that can be none."""
    if not re.fullmatch(ID, id_):
        raise UsageError(finding("LC217", Place("--write"), text=id_))
    folder = options.root / EVENTS / PAPERS
    artefact = as_paper(stage_of(workspace, kept()), found, id_)
    outcome = create(artefact, folder, dry_run=options.dry_run, option="--write")
    if not options.dry_run:
        keep(options.root, "harvest", [Edit(outcome.path, None, artefact.content)])
    typer.echo(outcome_line(outcome, dry_run=options.dry_run))
    write_schema(folder, "paper", dry_run=options.dry_run)
    typer.echo(say("dry_run") if options.dry_run else say("written", path=outcome.path.as_posix(), id=id_))


def tell_harvest(workspace: Workspace, found: Harvest, format_: HarvestFormat, options: Options) -> None:
    """Print it, or write it into a folder where that is named, or where it is to be opened."""
    folder = options.out or (options.folder if options.open else None)
    if format_ is HarvestFormat.csv or (format_ is HarvestFormat.table and folder):
        hand_over("harvest", [cards(workspace, found)], TableFormat.csv, folder, open_=options.open)
    elif format_ is HarvestFormat.table:
        print_harvest(workspace, found)
    else:
        stage = stage_of(workspace, kept())
        made = as_paper(stage, found, "harvest")
        if format_ is HarvestFormat.md:
            made = Artefact("harvest.md", as_markdown(stage, found).encode())
        if folder:
            write_and_tell([made], options.into(folder), forced_with="")
        else:
            typer.echo(made.content, nl=False)


def print_harvest(workspace: Workspace, found: Harvest) -> None:
    """Print it topic by topic; a line is as long as it has to be where nobody looks on."""
    words = words_for(workspace.root, language(), workspace.series.address)
    room = min(width(), EASY) if sys.stdout.isatty() else width()
    count = len(found.said)
    lines = [say("heading_one" if count == 1 else "heading", title=workspace.series.title, count=count)]
    for heap in found.heaps:
        lines += ["", styled(heap.name or words("paper.no_topic"), "bold"), support_in_words(heap.support, words)]
        for name, said in heap.said.items():
            lines += _told(name, said, words, room)
    typer.echo("\n".join((*lines, "", say("next"))))


def _told(name: str, said: Said, words: Words, room: int) -> Iterator[str]:
    """What was said, and below it how papers name it, and where and by whom it was said."""
    parts = (name, said.event.title, said.session.title, "" if said.takeaway.quote else who_of(said.by, words))
    yield from _lines(text_of(said, words), room, "  - ")
    yield from (styled(line, "dim") for line in _lines(" · ".join(filter(None, parts)), room, "    "))


def _lines(text: str, room: int, first: str) -> list[str]:
    """A text in lines; most need one."""
    return [first + text] if room == WIDE else filled(text, room, first, "    ")


COLUMNS = ("said", "topic", "event", "session", "who", "source", "date", "country")


def cards(workspace: Workspace, found: Harvest) -> Sheet:
    """A row for each takeaway, such as a card on the wall of a workshop; its topics stand in one cell."""
    words = words_for(workspace.root, language(), workspace.series.address)
    topics: dict[str, list[str]] = {}
    for heap in found.heaps:
        for name in heap.said:
            topics.setdefault(name, []).append(heap.name)
    rows = [_card(name, said, ", ".join(filter(None, topics[name])), words) for name, said in found.said.items()]
    return Sheet(workspace.series.title, [say(f"column_{column}") for column in COLUMNS], rows)


def _card(name: str, said: Said, topics: str, words: Words) -> tuple[str, ...]:
    countries = dict.fromkeys(who.organisation.country or "" for who in said.by if who.organisation)
    return (
        text_of(said, words),
        topics,
        said.event.title,
        said.session.title,
        who_of(said.by, words),
        name,
        date(said.event),
        ", ".join(filter(None, countries)),
    )
