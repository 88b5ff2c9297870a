"""`render-agenda`: the handout."""

from pathlib import Path

from labcamp.terminal.event import chosen_or_next
from labcamp.terminal.making import Target, advised, kinds, made, sound
from labcamp.terminal.options import DryRun, EventOrNext, Force, Lang, NoPdf, Notes, Open, Out, Root, Today, day


def render_agenda(
    event: EventOrNext = None,
    *,
    notes: Notes = False,
    no_pdf: NoPdf = False,
    root: Root = Path(),
    out: Out = None,
    dry_run: DryRun = False,
    force: Force = False,
    today: Today = None,
    open_: Open = False,
    lang: Lang = None,
) -> None:
    """The handout of one event."""
    workspace = sound(root, day(today))
    events = (chosen_or_next(workspace, event),)
    wanted = kinds(pdf=not no_pdf)
    artefacts = list(wanted["agenda"](workspace, events))
    if "handout" in wanted:
        artefacts += wanted["handout"](workspace, events, notes=notes)
    made(artefacts, Target(out or root / "out", dry_run, force, open_))
    advised(workspace)
