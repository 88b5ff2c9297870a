"""`render-newsletter`: the newsletter, as a mail or for a service that sends it."""

from collections.abc import Iterator
from typing import Annotated

import typer

from labcamp.check import without_rules
from labcamp.check.shape import nearest
from labcamp.findings import Place, UsageError, finding
from labcamp.render.mails.services import SERVICES, lacking, letter, render, with_stand_in
from labcamp.review.mails import judge, score_of
from labcamp.terminal.language import say
from labcamp.terminal.mails import MailOrder, event_for, folder_for, make_mail, score_line
from labcamp.terminal.making import sound, tell_advice, write_and_tell
from labcamp.terminal.options import Limit, MakeOptions, MaybeEvent, Options, Ready, To
from labcamp.terminal.report import tell


def service_names(incomplete: str) -> Iterator[str]:
    """The names of the services, for the shell's completion."""
    return (name for name in SERVICES if name.startswith(incomplete.lower()))


For = Annotated[
    str | None,
    typer.Option("--for", autocompletion=service_names),
]


def render_newsletter(
    event: MaybeEvent = None,
    *,
    for_: For = None,
    ready: Ready = False,
    to: To = None,
    limit: Limit = None,
    options: MakeOptions,
) -> None:
    """The newsletter, as a mail or for a service that sends it."""
    if for_ is None:
        make_mail(MailOrder(sound(options.root, options.today, event), "newsletter", event, ready, to, limit), options)
        return
    others = {"--ready": ready, "--to": to is not None, "--limit": limit is not None}
    service = known_service(for_, *(option for option, given in others.items() if given))
    order = MailOrder(sound(options.root, options.today, event), "newsletter", event)
    make_for_service(order, service, options)


def known_service(service: str, *others: str) -> str:
    """The service that is meant; LC520 where there is none of that name, LC521 where other options want mails."""
    name = service.strip().lower()
    if name not in SERVICES:
        values = {"service": service, "nearest": nearest(name, SERVICES), "known": ", ".join(SERVICES)}
        raise UsageError(finding("LC520", Place(""), **values))
    if others:
        raise UsageError(finding("LC521", Place("--for"), service=name, option=others[0]))
    return name


def make_for_service(order: MailOrder, service: str, options: Options) -> None:
    """Write the files for a service, and say what can be said about the newsletter."""
    workspace, event, folder = order.workspace, event_for(order), folder_for(order, options.out)
    to_send = with_stand_in(order.stage)
    mail = letter(to_send, event)
    found = judge(to_send.workspace, event, mail, folder)
    files = list(render(order.stage, event, service))
    closing = say(f"for_{service}", path=(folder / files[0].name).as_posix())
    write_and_tell(files, options.into(folder), closing=closing)
    points = score_of(to_send.workspace, event, mail)
    missing = without_rules(tuple(lacking(workspace, service)), workspace.series.rules)
    # What the score sheet and the check both say is said once.
    tell(sorted({*found, *missing, *points.findings}))
    typer.echo(score_line(points), err=True)
    tell_advice(workspace, event, of_others=True)
