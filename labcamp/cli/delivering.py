"""`draft`: a mail among the drafts of a mail program."""

from pathlib import Path
from typing import Annotated

import typer

from labcamp.cli.language import help_for, say
from labcamp.cli.options import DryRun, EventOrNext, Lang, Limit, Out, Root, To, Today, day
from labcamp.cli.rendering import Kind

Imap = Annotated[str | None, typer.Option("--imap", metavar=help_for("ACCOUNT"), help=help_for("imap"))]
Mbox = Annotated[bool, typer.Option("--mbox", help=help_for("mbox"))]
Maildir = Annotated[bool, typer.Option("--maildir", help=help_for("maildir"))]
Force = Annotated[bool, typer.Option("--force", help=help_for("force_drafts"))]


def draft(
    kind: Kind,
    event: EventOrNext = None,
    *,
    imap: Imap = None,
    mbox: Mbox = False,
    maildir: Maildir = False,
    to: To = None,
    limit: Limit = None,
    root: Root = Path(),
    out: Out = None,
    dry_run: DryRun = False,
    force: Force = False,
    today: Today = None,
    lang: Lang = None,
) -> None:
    """One of the mails around one event, or one for each person, in a mail program.

    LC014 unless exactly one place for it is named.
    """
    from labcamp.cli.drafting import Batch, batch_of, into_account, into_maildir, into_mbox
    from labcamp.cli.letters import Order, known_kind
    from labcamp.cli.making import advised, sound
    from labcamp.findings import Place, UsageError, finding

    if (imap is not None) + mbox + maildir != 1:
        place = say("one_target")
        raise UsageError(finding("LC014", Place(""), answer=place, option=say("one_target_options")))
    workspace, kind = sound(root, day(today)), known_kind(kind)
    order = Order(workspace, kind, event, to=to, limit=limit)
    batch: Batch = batch_of(order, out, dry_run=dry_run, force=force)
    if imap is not None:
        into_account(batch, imap)
    elif mbox:
        into_mbox(batch)
    else:
        into_maildir(batch)
    advised(workspace)
