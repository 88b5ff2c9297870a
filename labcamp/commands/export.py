"""`export`: events in the formats of others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import typer

from labcamp.exchange.formats import DRAFT, FORMATS, Format, without_schedule
from labcamp.exchange.outgoing.conference import is_timed
from labcamp.findings import Finding, NothingWrittenError, Place, UsageError, finding
from labcamp.model import Event
from labcamp.model.artefact import Artefact
from labcamp.model.texts import a_few
from labcamp.terminal.language import phrases_of
from labcamp.terminal.making import sound, sound_parts, tell_advice, write_and_tell
from labcamp.terminal.options import MakeOptions, MaybeEvent
from labcamp.terminal.report import tell
from labcamp.terminal.which_event import chosen_or_next
from labcamp.texts import LANGUAGES, words_of
from labcamp.workspace import EVENTS, Workspace
from labcamp.workspace.public import public

say = phrases_of("export")


class ExportFormat(StrEnum):
    """The format that the files have."""

    frab_xml = "frab-xml"
    frab_json = "frab-json"
    json_ld = "json-ld"
    csv = "csv"
    xlsx = "xlsx"


Formatted = Annotated[ExportFormat, typer.Option("--format", show_default=False)]
All = Annotated[bool, typer.Option("--all")]
WithDrafts = Annotated[bool, typer.Option("--drafts")]


def export(
    event: MaybeEvent = None,
    *,
    all_: All = False,
    drafts: WithDrafts = False,
    format_: Formatted,
    options: MakeOptions,
) -> None:
    """One event or all of them in another format, with what everybody may read of it."""
    if event and all_:
        raise UsageError(finding("LC059", Place(""), one=event, other="--all"))
    whole = sound_parts(options.root, options.today) if all_ else sound(options.root, options.today, event)
    workspace = public(whole, drafts=True)  # who is hidden stays so; a draft is told, and left out
    events = workspace.events if all_ else (chosen_or_next(workspace, event),)
    order = ExportOrder(workspace, format_.value, events, drafts=drafts, together=all_)
    refused = {each.id: found for each in events if (found := refusal(order, each))}
    taken = tuple(each for each in events if each.id not in refused)
    if not taken:
        raise NothingWrittenError(*(told_once(refused) or [finding("LC011", Place(""))]))
    write_and_tell(artefacts(order, taken), options, say(f"for_{order.form}"), [*left_out(refused)])
    tell(to_know(order, taken))
    tell_advice(whole, *(() if all_ else taken))


@dataclass(frozen=True)
class ExportOrder:
    """What was asked for: events in a form, whether `drafts` go out, too, and whether they go `together`."""

    workspace: Workspace
    form: str
    events: Sequence[Event]
    drafts: bool
    together: bool

    @property
    def format(self) -> Format:
        """The row of the form."""
        return FORMATS[self.form]

    def place(self, event: Event) -> Place:
        """The file of an event."""
        return Place((self.workspace.root / EVENTS / f"{event.id}.yaml").as_posix())


def refusal(order: ExportOrder, event: Event) -> Finding | None:
    """Why a format does not take an event; None where it does."""
    code = DRAFT if event.draft and not order.drafts else order.format.refuses(event)
    return finding(code, order.place(event), id=event.id, format=order.form) if code else None


def artefacts(order: ExportOrder, events: tuple[Event, ...]) -> list[Artefact]:
    """The files: one of each event, or of all of them where the format is a table and they are asked for."""
    render = (order.format.together if order.together else None) or order.format.render
    return list(render(order.workspace, events))


def left_out(refused: Mapping[str, Finding]) -> Iterator[str]:
    """Which events are not there, and why, a line for each reason."""
    for code, ids in _by_reason(refused).items():
        yield say("left_out", events=a_few(ids), code=code)


def told_once(refused: Mapping[str, Finding]) -> list[Finding]:
    """Why a format takes none of some events: each reason once, that of several events with their number and names."""
    said = []
    for ids in _by_reason(refused).values():
        one = refused[ids[0]]
        spoken = {f"{part}_{name}": text for name in LANGUAGES for part, text in _in_words(one, name).items()}
        values = {"count": len(ids), "events": a_few(ids), "reason_code": one.code, **spoken}
        said.append(one if len(ids) == 1 else finding("LC840", Place(""), **values))
    return said


def _in_words(found: Finding, language: str) -> dict[str, str]:
    return dict(zip(("why", "way"), words_of(found, language), strict=True))


def _by_reason(refused: Mapping[str, Finding]) -> dict[str, list[str]]:
    """The ids of what is refused, by the codes of the reasons."""
    codes = sorted({found.code for found in refused.values()})
    return {code: [id_ for id_, found in refused.items() if found.code == code] for code in codes}


def to_know(order: ExportOrder, events: Sequence[Event]) -> list[Finding]:
    """Which sessions are not in a schedule, for nobody knows when they are."""
    if order.format.refuses is not without_schedule:
        return []
    lost = {each.id: [timed.session.title for timed in each.timetable if not is_timed(each, timed)] for each in events}
    return [finding("LC898", order.place(each), titles=a_few(lost[each.id])) for each in events if lost[each.id]]
