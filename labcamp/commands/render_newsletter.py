"""`render-newsletter`: the newsletter, as a mail or for a service that sends it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from labcamp.check import without_rules
from labcamp.check.shape import nearest
from labcamp.commands.render_mail import render_mail
from labcamp.findings import Place, UsageError, finding
from labcamp.render.mails.services import SERVICES, lacking, letter, render, with_stand_in
from labcamp.review.mails import judged
from labcamp.terminal.language import help_for, say
from labcamp.terminal.letters import Order, event_for, folder_for, scored
from labcamp.terminal.making import Target, advised, made, sound
from labcamp.terminal.options import DryRun, EventOrNext, Force, Lang, Limit, Open, Out, Ready, Root, To, Today, day
from labcamp.terminal.report import tell


def service_names(incomplete: str) -> Iterator[str]:
    """The names of the services, for the shell's completion."""
    return (name for name in SERVICES if name.startswith(incomplete.lower()))


For = Annotated[
    str | None,
    typer.Option("--for", metavar=help_for("SERVICE"), help=help_for("for"), autocompletion=service_names),
]


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

    others = {"--ready": ready, "--to": to is not None, "--limit": limit is not None}
    service = known_service(for_, *(option for option, given in others.items() if given))
    order = Order(sound(root, day(today)), "newsletter", event)
    written(order, service, out, Target(root / "out", dry_run, force, open_))


def known_service(service: str, *others: str) -> str:
    """The service that is meant; LC520 where there is none of that name, LC521 where other options want mails."""
    name = service.strip().lower()
    if name not in SERVICES:
        values = {"service": service, "nearest": nearest(name, SERVICES), "known": ", ".join(SERVICES)}
        raise UsageError(finding("LC520", Place(""), **values))
    if others:
        raise UsageError(finding("LC521", Place("--for"), service=name, option=others[0]))
    return name


def written(order: Order, service: str, out: Path | None, target: Target) -> None:
    """The files for a service are on disk, and what can be said about the newsletter is said."""
    workspace, event, folder = order.workspace, event_for(order), folder_for(order, out)
    to_send = with_stand_in(workspace)
    mail = letter(to_send, event)
    found = judged(to_send, event, mail, folder)
    files = list(render(workspace, event, service))
    closing = say(f"for_{service}", path=(folder / files[0].name).as_posix())
    made(files, Target(folder, target.dry_run, target.force, target.open), closing=closing)
    advice, points = scored(to_send, event, mail)
    missing = without_rules(tuple(lacking(workspace, service)), workspace.series.rules)
    # What the score sheet and the check both say is said once.
    tell(sorted({*found, *missing, *advice}))
    typer.echo(points, err=True)
    advised(workspace)
