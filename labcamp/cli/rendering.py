"""`export-ics`, `render-invitation`, `render-agenda`, `render-newsletter`: one kind of artefact."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from labcamp.cli.language import help_for
from labcamp.cli.options import DryRun, EventOrFeed, EventOrNext, Force, Lang, Open, Out, Root, Today, day

Drafts = Annotated[bool, typer.Option("--drafts", help=help_for("drafts"))]


def export_ics(
    event: EventOrFeed = None,
    *,
    drafts: Drafts = False,
    root: Root = Path(),
    out: Out = None,
    dry_run: DryRun = False,
    force: Force = False,
    today: Today = None,
    open_: Open = False,
    lang: Lang = None,
) -> None:
    """The calendar file of one event, or the feed of the series."""
    from labcamp.cli.choice import chosen
    from labcamp.cli.making import Target, advised, made, sound
    from labcamp.findings import LabcampError, Place, finding
    from labcamp.render import calendar

    workspace = sound(root, day(today))
    if event is None:
        artefacts = list(calendar.feed(workspace, workspace.events, drafts=drafts))
    else:
        wanted = chosen(workspace, event)
        artefacts = list(calendar.render(workspace, (wanted,)))
        if not artefacts:
            raise LabcampError(finding("LC013", Place((root / "events" / f"{wanted.id}.yaml").as_posix()), event=event))
    made(artefacts, Target(out or root / "out", dry_run, force, open_))
    advised(workspace)


def rendering(kind: str) -> Callable[..., None]:
    """The command that makes one kind of artefact, of one event."""

    def render(
        event: EventOrNext = None,
        *,
        root: Root = Path(),
        out: Out = None,
        dry_run: DryRun = False,
        force: Force = False,
        today: Today = None,
        open_: Open = False,
        lang: Lang = None,
    ) -> None:
        from labcamp.cli.choice import chosen_or_next
        from labcamp.cli.making import Target, advised, made, sound
        from labcamp.render import KINDS

        workspace = sound(root, day(today))
        artefacts = KINDS[kind](workspace, (chosen_or_next(workspace, event),))
        made(artefacts, Target(out or root / "out", dry_run, force, open_))
        advised(workspace)

    return render
