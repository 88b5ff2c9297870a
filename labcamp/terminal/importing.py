"""Files of others come into `events/`: shown as a table first, written once a person agrees."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from labcamp.exchange.found import Asked, Left, Told
from labcamp.exchange.taking.matching import New, Sorted, Unclear, sorted_out
from labcamp.exchange.taking.merging import LARGEST, File, Together, merged, told_by
from labcamp.exchange.taking.placing import Proposal, named_organisations
from labcamp.files.edit import with_organisations
from labcamp.files.read import content_of
from labcamp.files.undo import Edit, carry_out, keep
from labcamp.files.write import Outcome, write
from labcamp.findings import Finding, LabcampError, NothingWrittenError, Place, UsageError, finding
from labcamp.model import Organisation
from labcamp.model.ledger import ledger_bytes
from labcamp.model.texts import one_line
from labcamp.render.taken_over import Origin, TakenOver, taken_over
from labcamp.render.templates import open_templates
from labcamp.render.unplaced import NAME, Unplaced, unplaced_list
from labcamp.terminal.arriving import event_of, show, show_organisations, title_of
from labcamp.terminal.kept import kept
from labcamp.terminal.language import language, phrases_of
from labcamp.terminal.making import write_schema
from labcamp.terminal.options import Options
from labcamp.terminal.questions import ask, begin_questions, confirm, somebody_sits_here
from labcamp.terminal.report import outcome_line, tell
from labcamp.terminal.words import date, figures, to_root
from labcamp.texts import phrases
from labcamp.workspace import ANNOUNCED, EVENTS, Workspace

say = phrases_of("import")

DAY_FIRST = ("day-first", "tag-zuerst", "tag", "day", "t", "d")
MONTH_FIRST = ("month-first", "monat-zuerst", "monat", "month", "m")
OF_NEW = frozenset(
    {"LC843", "LC844", "LC892", "LC893", "LC896"}
)  # what was not taken over, where nothing else was either
MOST_LINES = 12  # files that are named one by one


@dataclass(frozen=True)
class Wish:
    """What somebody wants to take over, and what they have said to it beforehand."""

    files: tuple[Path, ...]
    day_first: bool | None = None
    sheet: str | None = None
    title: str | None = None  # of what has none
    new: bool = False  # what is only on the same day as one of ours is another event
    yes: bool = False


@dataclass(frozen=True)
class Plan:
    """What would be written: the workspace as it will be, its new organisations and events, and what is left over.

    `result` says of each event of the files what becomes of it.
    """

    workspace: Workspace
    result: tuple[Sorted, ...]
    organisations: Mapping[str, str]
    taken: tuple[TakenOver, ...]
    left: tuple[Left, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What a person has to decide on in the new files, at its place in them."""
        folder = self.workspace.root / EVENTS
        return tuple(
            replace(found, path=(folder / taken.artefact.name).as_posix())
            for taken in self.taken
            for found in taken.findings
        )


def day_first_of(text: str | None) -> bool | None:
    """Whether the day stands first, as `--dates` says; None where nobody has said so, LC209 for what is neither."""
    if text is None:
        return None
    word = text.strip().casefold()
    if word in (*DAY_FIRST, *MONTH_FIRST):
        return word in DAY_FIRST
    raise UsageError(_neither(text, "--dates"))


def _neither(text: str, place: str) -> Finding:
    allowed = ", ".join((say("day_first"), say("month_first")))
    return finding("LC209", Place(place), text=text, key="--dates", nearest="", allowed=allowed)


def told_of(wish: Wish, asked: Asked, *, of_new_series: bool = False) -> Together:
    """What all files say; NothingWrittenError with all findings where one of them says nothing that can be read.

    For a new series moments without a zone are in the one that the files themselves name.
    """
    asked = replace(asked, day_first=wish.day_first, sheet=wish.sheet)
    files = [_file(path) for path in wish.files]
    read = [_told(file, asked) for file in files]
    zone = next((told.zone for told, _ in read if told.zone), asked.zone)
    if of_new_series and zone != asked.zone:
        read = [_told(file, replace(each, zone=zone)) for file, (_, each) in zip(files, read, strict=True)]
    all_told = [_titled(told, wish.title) for told, _ in read]
    together = merged(all_told)
    broken = [told for told in all_told if not told.events and any(not found.advice for found in told.findings)]
    if broken or any(found.code == "LC274" for found in together.findings):
        raise NothingWrittenError(*together.findings)
    return together


def _titled(told: Told, title: str | None) -> Told:
    """The same, where events that have no title have this one."""
    if not title:
        return told
    events = (replace(found, values={"title": one_line(title), **found.values}) for found in told.events)
    return replace(told, events=tuple(events))


def _file(path: Path) -> File | LabcampError:
    try:
        return File(path.as_posix(), content_of(path, path.as_posix(), LARGEST))
    except LabcampError as problem:
        return problem


def _told(file: File | LabcampError, asked: Asked) -> tuple[Told, Asked]:
    """What a file says, once somebody has said how its days are meant, and that; LC272 where nobody can be asked."""
    if isinstance(file, LabcampError):
        return Told(findings=file.findings), asked
    told = told_by(file, asked)
    if not told.dates:
        return told, asked
    examples = ", ".join(told.dates)
    if asked.day_first is not None or not somebody_sits_here():
        return Told(findings=(*told.findings, finding("LC272", Place(file.name), dates=examples))), asked
    begin_questions()

    def judge(text: str) -> Sequence[Finding]:
        return [] if text.casefold() in (*DAY_FIRST, *MONTH_FIRST) else [_neither(text, "")]

    answer = ask(say("ask_dates", file=file.name, dates=examples), "--dates", "", judge)
    answered = replace(asked, day_first=answer.casefold() in DAY_FIRST)
    return told_by(file, answered), answered


def take_over(
    workspace: Workspace, together: Together, wish: Wish, options: Options, before: Sequence[Edit] = ()
) -> bool:
    """Show what comes, ask, and write it with the edits that go `before`; True where something was written."""
    result = sorted_out(workspace, together.events, as_new=wish.new)
    named = named_organisations([each for each in result if isinstance(each, New)], workspace.organisations)
    proposed = {each.name: each.id for each in named.proposals}
    plan = planned(workspace, together, result, {**named.sure, **proposed})
    show(workspace, plan.result)
    tell([found for found in together.findings if plan.taken or found.code not in OF_NEW])
    if not plan.taken and not before:
        typer.echo(say("nothing_new"))
        return False
    show_organisations(named.proposals)
    if options.dry_run:
        tell(plan.findings)
        typer.echo(say("dry_run"))
        return False
    if not wish.yes and not _agreed_organisations(named.proposals, len(plan.taken)):
        plan = planned(workspace, together, result, named.sure)
    write_plan(plan, options, before)
    return True


def _agreed_organisations(proposals: Sequence[Proposal], count: int) -> bool:
    """Ask whether to write at all, and whether organisations stand for names as proposed; False where these do not.

    LC051 where nobody can be asked; exit code 1 where nothing shall be written.
    """
    if not somebody_sits_here():
        raise UsageError(finding("LC051", Place("")))
    agreed = not proposals or confirm(say("ask_organisations"))
    if not confirm(say("ask_import_one" if count == 1 else "ask_import", count=count), enter=False):
        typer.echo(say("nothing_written"))
        raise typer.Exit(1)
    return agreed


def planned(workspace: Workspace, together: Together, result: Sequence[Sorted], ids: Mapping[str, str]) -> Plan:
    """What would be written where names of organisations stand for these ids; a name without one finds no place."""
    new = {id_: name for name, id_ in ids.items() if id_ not in workspace.organisations}
    made = {id_: Organisation.model_construct(id=id_, name=name) for id_, name in new.items()}
    after = replace(workspace, organisations={**workspace.organisations, **made})
    texts = phrases("commands/import", workspace.series.language[:2])
    origin = Origin(open_templates(workspace.root, kept()), after, ids, texts)
    written = [(each, taken_over(origin, each) if isinstance(each, New) else None) for each in result]
    final = tuple(one if isinstance(one, Unclear) else each for each, one in written)
    taken = tuple(one for _, one in written if isinstance(one, TakenOver))
    return Plan(after, final, new, taken, together.left)


def write_plan(plan: Plan, options: Options, before: Sequence[Edit] = ()) -> None:
    """Write all files, or none; what stands in `events/` then can be taken back in one step."""
    root = plan.workspace.root
    edits = _edits(plan, before)
    carry_out(edits)
    keep(root, "import", [edit for edit in edits if edit.path.is_relative_to(root / EVENTS)])
    for edit in _named(edits):
        typer.echo(outcome_line(Outcome("created" if edit.before is None else "updated", edit.path), dry_run=False))
    if len(plan.taken) > MOST_LINES:
        typer.echo(say("more_files", count=len(plan.taken) - MOST_LINES))
    write_schema(root / EVENTS, dry_run=False)
    _write_left(plan, options)
    tell(plan.findings)
    typer.echo(say("import_next", root=to_root(plan.workspace.root)))


def _edits(plan: Plan, before: Sequence[Edit]) -> list[Edit]:
    """Everything that is written: what goes before, organisations, what calendars know, and the events."""
    folder = plan.workspace.root / EVENTS
    edits = {edit.path: edit for edit in before}
    if plan.organisations:
        path = folder / "organisations.yaml"
        there = content_of(path, path.as_posix()) if path.is_file() else None
        base = edits[path].after if path in edits else there
        edits[path] = Edit(path, there, with_organisations(base or b"", path.as_posix(), plan.organisations))
    for taken in plan.taken:
        if taken.ledger:
            path = folder / ANNOUNCED / f"{taken.event.id}.json"
            edits[path] = Edit(path, None, ledger_bytes(taken.ledger))
    events = (Edit(folder / taken.artefact.name, None, taken.artefact.content) for taken in plan.taken)
    return [*edits.values(), *events]


def _named(edits: Sequence[Edit]) -> list[Edit]:
    """The edits that are told one by one: all but ledgers, and of many events the first."""
    return [edit for edit in edits if edit.path.parent.name != ANNOUNCED][: MOST_LINES + 2]


def _repeated(plan: Plan) -> Iterator[Left]:
    """The events to come that were times of a repeated entry, which is to go from the old calendar."""
    places = {each.id: each.found.place for each in plan.result if isinstance(each, New) and each.found.repeated}
    for event in (taken.event for taken in plan.taken):
        if event.id in places and not event.is_past(plan.workspace.today):
            yield Left(places[event.id], f"{event.heading} ({event.id})", date(event))


def _write_left(plan: Plan, options: Options) -> None:
    """Write what found no place as a list, beside older ones that a person has changed; print a line for it."""
    texts = phrases("commands/import", language())
    parts = [Unplaced(f"{taken.event.heading} ({taken.event.id})", taken.left) for taken in plan.taken]
    unclear = [
        Left(each.found.place, title_of(plan.workspace, each), event_of(each))
        for each in plan.result
        if isinstance(each, Unclear)
    ]
    parts += [Unplaced(texts["left_of_all"], plan.left), Unplaced(texts["left_unclear"], unclear)]
    parts.append(Unplaced(texts["left_repeated"], list(_repeated(plan))))
    if not any(part.left for part in parts):
        return
    day = figures(plan.workspace.today)
    names = (NAME, *(f"import-{number}.md" for number in range(2, 1000)))
    name = next(name for name in names if not (options.folder / name).exists())
    for outcome in write([unplaced_list(parts, texts, day, name)], options.folder):
        typer.echo(outcome_line(outcome, dry_run=False))
    typer.echo(say("left_there", count=sum(len(part.left) for part in parts), path=outcome.path.as_posix()))
