"""`render-invitation`: the invitation."""

from pathlib import Path
from typing import Any

from labcamp.commands.render_mail import render_mail
from labcamp.terminal.options import DryRun, EventOrNext, Force, Lang, Limit, Open, Out, Ready, Root, To, Today


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
