"""`render-agenda`, `render-mail` and the two mails that have a command of their own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from labcamp.cli.language import help_for
from labcamp.cli.options import DryRun, EventOrNext, Force, Lang, Limit, NoPdf, Notes, Open, Out, Root, To, Today, day

# A test holds them to the table in labcamp.render.services, which a shell should not wait for.
SERVICES = ("listmonk", "keila", "paste")


def mail_kinds(incomplete: str) -> Iterator[str]:
    """The names of the mails, for the shell's completion."""
    from labcamp.plan import MAILS

    return (kind for kind in MAILS if kind.startswith(incomplete))


def service_names(incomplete: str) -> Iterator[str]:
    """The names of the services, for the shell's completion."""
    return (name for name in SERVICES if name.startswith(incomplete.lower()))


Kind = Annotated[str, typer.Argument(metavar=help_for("KIND"), help=help_for("mail_kind"), autocompletion=mail_kinds)]
Ready = Annotated[bool, typer.Option("--ready", help=help_for("ready"))]
For = Annotated[
    str | None,
    typer.Option("--for", metavar=help_for("SERVICE"), help=help_for("for"), autocompletion=service_names),
]


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
    from labcamp.cli.choice import chosen_or_next
    from labcamp.cli.making import Target, advised, kinds, made, sound

    workspace = sound(root, day(today))
    events = (chosen_or_next(workspace, event),)
    wanted = kinds(pdf=not no_pdf)
    artefacts = list(wanted["agenda"](workspace, events))
    if "handout" in wanted:
        artefacts += wanted["handout"](workspace, events, notes=notes)
    made(artefacts, Target(out or root / "out", dry_run, force, open_))
    advised(workspace)


def render_mail(
    kind: Kind,
    event: EventOrNext = None,
    *,
    ready: Ready = False,
    to: To = None,
    limit: Limit = None,
    root: Root = Path(),
    out: Out = None,
    dry_run: DryRun = False,
    force: Force = False,
    today: Today = None,
    open_: Open = False,
    lang: Lang = None,
) -> None:
    """One of the mails around one event, for all or one for each person."""
    from labcamp.cli.letters import Order, known_kind, written
    from labcamp.cli.making import Target, sound

    kind = known_kind(kind)
    order = Order(sound(root, day(today)), kind, event, ready, to, limit)
    target = Target(root / "out", dry_run, force, open_)
    if to is None:
        written(order, out, target)
        return
    from labcamp.cli.personal import written_for_each

    written_for_each(order, out, target)


def render_invitation(
    event: EventOrNext = None,
    *,
    ready: Ready = False,
    to: To = None,
    limit: Limit = None,
    root: Root = Path(),
    out: Out = None,
    dry_run: DryRun = False,
    force: Force = False,
    today: Today = None,
    open_: Open = False,
    lang: Lang = None,
) -> None:
    """The invitation."""
    options: dict[str, Any] = {"ready": ready, "to": to, "limit": limit, "dry_run": dry_run, "force": force}
    render_mail("invitation", event, root=root, out=out, today=today, open_=open_, **options)


def render_newsletter(
    event: EventOrNext = None,
    *,
    for_: For = None,
    ready: Ready = False,
    to: To = None,
    limit: Limit = None,
    root: Root = Path(),
    out: Out = None,
    dry_run: DryRun = False,
    force: Force = False,
    today: Today = None,
    open_: Open = False,
    lang: Lang = None,
) -> None:
    """The newsletter, as a mail or for a service that sends it."""
    if for_ is None:
        options: dict[str, Any] = {"ready": ready, "to": to, "limit": limit, "dry_run": dry_run, "force": force}
        render_mail("newsletter", event, root=root, out=out, today=today, open_=open_, **options)
        return
    from labcamp.cli.campaigns import known_service, written
    from labcamp.cli.letters import Order
    from labcamp.cli.making import Target, sound

    others = {"--ready": ready, "--to": to is not None, "--limit": limit is not None}
    service = known_service(for_, *(option for option, given in others.items() if given))
    order = Order(sound(root, day(today)), "newsletter", event)
    written(order, service, out, Target(root / "out", dry_run, force, open_))
