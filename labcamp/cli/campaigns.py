"""`render-newsletter --for`: the newsletter for a service that sends it, and what to do there."""

from pathlib import Path

import typer

from labcamp.check import without_rules
from labcamp.check.shape import nearest
from labcamp.cli.language import say
from labcamp.cli.letters import Order, event_for, folder_for, judged, scored
from labcamp.cli.making import Target, advised, made
from labcamp.cli.report import tell
from labcamp.findings import Place, UsageError, finding
from labcamp.render.services import SERVICES, lacking, letter, render, with_stand_in


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
