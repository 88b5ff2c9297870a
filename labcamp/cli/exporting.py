"""`export-ics`: a calendar file for each sort of reader."""

from pathlib import Path
from typing import Annotated

import typer

from labcamp.cli.language import help_for
from labcamp.cli.options import DryRun, EventOrFeed, Force, Lang, Open, Out, Root, Today, day

NAME, ADDRESS = help_for("NAME"), help_for("ADDRESS")
Drafts = Annotated[bool, typer.Option("--drafts", help=help_for("drafts"))]
Sessions = Annotated[bool, typer.Option("--sessions", help=help_for("sessions"))]
Person = Annotated[str | None, typer.Option("--person", metavar=NAME, help=help_for("person"))]
Organisation = Annotated[str | None, typer.Option("--organisation", metavar="ID", help=help_for("organisation"))]
Deadlines = Annotated[bool, typer.Option("--deadlines", help=help_for("deadlines"))]
Participants = Annotated[bool, typer.Option("--participants", help=help_for("participants"))]
Invite = Annotated[list[str] | None, typer.Option("--invite", metavar=ADDRESS, help=help_for("invite"))]
Cancel = Annotated[list[str] | None, typer.Option("--cancel", metavar=ADDRESS, help=help_for("cancel_to"))]


def export_ics(
    event: EventOrFeed = None,
    *,
    drafts: Drafts = False,
    sessions: Sessions = False,
    person: Person = None,
    organisation: Organisation = None,
    deadlines: Deadlines = False,
    participants: Participants = False,
    invite: Invite = None,
    cancel: Cancel = None,
    root: Root = Path(),
    out: Out = None,
    dry_run: DryRun = False,
    force: Force = False,
    today: Today = None,
    open_: Open = False,
    lang: Lang = None,
) -> None:
    """One calendar file, or one for each person who is mailed."""
    from labcamp.cli.calendars import Order, files_of, folder_for, for_whom, kind_of, to_know
    from labcamp.cli.making import Target, advised, made, sound
    from labcamp.cli.report import tell

    options: dict[str, object] = {
        "sessions": sessions,
        "person": person,
        "organisation": organisation,
        "deadlines": deadlines,
    }
    options |= {"participants": participants, "invite": invite, "cancel": cancel}
    kind = kind_of(options, event)
    folder = folder_for(kind, root, out)
    order = Order(sound(root, day(today)), kind, event, {**options, "drafts": drafts})
    artefacts = files_of(order)
    made(artefacts, Target(folder, dry_run, force, open_), closing=for_whom(order))
    tell(to_know(order))
    advised(order.workspace)
