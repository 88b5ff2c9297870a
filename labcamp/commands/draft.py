"""`draft`: a mail, or one for each person, among the drafts of a mail program."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from labcamp.deliver.accounts import account_of
from labcamp.deliver.drafts import Draft, draft_of, file_name, maildir, mbox
from labcamp.deliver.imap import DraftOutcome, open_drafts, put, withdraw
from labcamp.deliver.memory import known_at, memory_with, place_of, remembered
from labcamp.deliver.session import logged_in
from labcamp.files.disk import bytes_of, make_folder
from labcamp.files.remove import names_below, remove
from labcamp.files.write import write
from labcamp.findings import Place, UsageError, finding
from labcamp.model.artefact import Artefact
from labcamp.model.private import Account
from labcamp.render.eml import draft_bytes
from labcamp.render.mails import OF_OTHERS, mail_of
from labcamp.review.mails import judge
from labcamp.terminal.language import phrases_of
from labcamp.terminal.mails import (
    Kind,
    MailOrder,
    event_for,
    folder_for,
    how_to_say_sent,
    known_kind,
    personal_mails_for,
    private_side,
    summary,
    to_know,
)
from labcamp.terminal.making import sound, tell_advice, write_and_tell
from labcamp.terminal.options import Limit, MaybeEvent, Options, To
from labcamp.terminal.passwords import offer_to_keep, password_for, settings
from labcamp.terminal.progress import status
from labcamp.terminal.report import tell
from labcamp.workspace.private import FOLDER

say = phrases_of("draft")

Imap = Annotated[str | None, typer.Option("--imap")]
Mbox = Annotated[bool, typer.Option("--mbox")]
Maildir = Annotated[bool, typer.Option("--maildir")]
Force = Annotated[bool, typer.Option("--force")]

MOST_KEYS = 20_000_000  # bytes
WORDS = ("created", "updated", "unchanged", "removed", "kept", "gone")
THERE = frozenset({"created", "updated", "unchanged", "kept"})


def draft(
    kind: Kind,
    event: MaybeEvent = None,
    *,
    imap: Imap = None,
    mbox: Mbox = False,
    maildir: Maildir = False,
    to: To = None,
    limit: Limit = None,
    options: Annotated[Options, "root", "out", "dry_run", "force", "today"],
) -> None:
    """One of the mails around one event, or one for each person, in a mail program.

    LC014 unless exactly one place for it is named.
    """
    if (imap is not None) + mbox + maildir != 1:
        place = say("one_target")
        raise UsageError(finding("LC014", Place(""), answer=place, option=say("one_target_options")))
    workspace, kind = sound(options.root, options.today, event), known_kind(kind)
    order = MailOrder(workspace, kind, event, to=to, limit=limit)
    batch: Batch = batch_of(order, options)
    if imap is not None:
        put_into_account(batch, imap)
    elif mbox:
        put_into_mbox(batch)
    else:
        put_into_maildir(batch)
    if not options.dry_run:
        typer.echo("".join(f"{line}\n" for line in how_to_say_sent(order, event_for(order))), nl=False)
    tell_advice(workspace, event_for(order), of_others=kind in OF_OTHERS)


@dataclass(frozen=True)
class Batch:
    """Drafts on their way: what they are called together (`labcamp-10/thanks`), and where files of them go.

    `memory` is the folder, among what stays private, that remembers which of them have been in a mailbox. Where these
    are the drafts for `everybody`, others that have been there are for nobody any more.
    """

    name: str
    drafts: tuple[Draft, ...]
    options: Options
    memory: Path
    everybody: bool = False


def batch_of(order: MailOrder, options: Options) -> Batch:
    """The drafts of a mail, for all or one for each person; what can be said about it is said."""
    order = replace(order, event=event_for(order).id)
    options = options.into(folder_for(order, options.out))
    memory = order.workspace.root / FOLDER / "out"
    name = f"{order.event}/{order.kind}"
    if order.to is None:
        return Batch(name, (_draft_for_all(order, options.folder),), options, memory)
    mails = personal_mails_for(order, options.folder)
    typer.echo(summary(mails))
    tell(sorted({*mails.found}))
    drafts = tuple(draft_of(file.content) for file in mails.files)
    return Batch(f"{name}-people", drafts, options, memory, mails.everybody)


def _draft_for_all(order: MailOrder, folder: Path) -> Draft:
    """The one draft of a mail; what must not go out stops it."""
    workspace, event = order.workspace, event_for(order)
    private = private_side(order, event)
    mail = mail_of(order.stage, event, order.kind, private)
    found = judge(workspace, event, mail, folder)
    tell(sorted({*found, *to_know(order, event, private)}))
    return draft_of(draft_bytes(mail, workspace.series))


def put_into_mbox(batch: Batch) -> None:
    """Write all drafts into one mbox file."""
    file = mbox(f"{batch.name}.mbox", batch.drafts)
    write_and_tell(
        [file], batch.options, closing=say("import_mbox", path=(batch.options.folder / file.name).as_posix())
    )


def put_into_maildir(batch: Batch) -> None:
    """Write each draft as a file into a Maildir, except those that a mail program has moved on in it."""
    name = f"{batch.name}.maildir"
    folder = batch.options.folder / name
    moved = [path.name for path in (folder / "cur").glob("*")]
    left = [draft for draft in batch.drafts if not any(name.startswith(file_name(draft)) for name in moved)]
    write_and_tell(maildir(name, left), batch.options, closing=say("import_maildir", path=folder.as_posix()))
    if batch.everybody:
        wanted = {f"{name}/new/{file_name(draft)}" for draft in left}
        stale = set(names_below(f"{name}/new", batch.options.folder)) - wanted
        list(remove(sorted(stale), batch.options.folder, dry_run=batch.options.dry_run))
    if left and not batch.options.dry_run:
        for part in ("cur", "tmp"):  # without them it is no Maildir
            make_folder(folder / part)
    if taken := len(batch.drafts) - len(left):
        tell([finding("LC982", Place(folder.as_posix()), count=taken)])


def put_into_account(batch: Batch, name: str) -> None:
    """Put all drafts into the mailbox of an account (IMAP) and print how many; LC808, LC809 say how far it came."""
    account, count = account_of(settings(), name), len(batch.drafts)
    if batch.options.dry_run:
        phrase = "would_draft" if count == 1 else "would_drafts"
        typer.echo(say(phrase, count=count, account=account.id, host=account.host))
        typer.echo(say("dry_run_imap"))
        return
    password = password_for(account)
    folder, outcomes = _put(batch, account, password.text)
    counts = Counter(outcome.word for outcome in outcomes)
    parts = ", ".join(f"{counts[word]} {say(word)}" for word in WORDS if counts[word])
    typer.echo(say("drafts_placed", folder=folder, account=account.id, parts=parts))
    left = {"LC980": counts["kept"], "LC981": counts["gone"]}
    tell([finding(code, Place(""), count=number) for code, number in left.items() if number])
    if password.typed:
        offer_to_keep(account, password)
    if THERE & counts.keys():
        typer.echo(say("drafts_next", folder=folder))


def _put(batch: Batch, account: Account, password: str) -> tuple[str, Sequence[DraftOutcome]]:
    """The name of the mailbox and what became of each draft; all that got there are remembered, also when it breaks."""
    file = f"{batch.name}.{account.id}.drafts.json"
    memory, wanted = remembered(_content(batch.memory / file)), {draft.key for draft in batch.drafts}
    outcomes: list[DraftOutcome] = []
    with status(say("connecting", host=account.host)) as going, logged_in(account, password) as session:
        folder = open_drafts(session)
        place = place_of(account, folder.path)
        known = known_at(place, memory)
        stale = sorted(known - wanted) if batch.everybody else []
        try:
            going(_how_far(outcomes, batch))
            for outcome in put(session, folder, batch.drafts, frozenset() if batch.options.force else known):
                outcomes.append(outcome)
                going(_how_far(outcomes, batch))
            outcomes += withdraw(session, folder, stale, len(batch.drafts))
        finally:
            gone = {outcome.key for outcome in outcomes if outcome.word == "removed"}
            if keys := known.union(outcome.key for outcome in outcomes) - gone:
                list(write([Artefact(file, memory_with(place, keys, memory))], batch.memory, force=True))
    return folder.path, outcomes


def _how_far(outcomes: Sequence[DraftOutcome], batch: Batch) -> str:
    """Which of the drafts is on its way: `3 von 35 …`."""
    total = len(batch.drafts)
    return say("putting", number=min(len(outcomes) + 1, total), total=total)


def _content(path: Path) -> bytes:
    """What stands in a file; nothing where there is none."""
    try:
        return bytes_of(path, MOST_KEYS)
    except OSError:
        return b""
