"""What `draft` does: it makes the drafts, and puts them where a mail program finds them."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from labcamp.artefact import Artefact
from labcamp.cli.language import say
from labcamp.cli.letters import Order, event_for, folder_for, judged, private_side, to_know
from labcamp.cli.making import Target, made
from labcamp.cli.passwords import offer_to_keep, password_for, settings
from labcamp.cli.personal import letters_for, summary
from labcamp.cli.progress import bar
from labcamp.cli.report import tell
from labcamp.deliver.accounts import account_of
from labcamp.deliver.boxes import file_name, maildir, mbox
from labcamp.deliver.drafts import Draft, draft_of
from labcamp.deliver.folders import open_drafts
from labcamp.deliver.imap import Outcome, put, withdraw
from labcamp.deliver.session import logged_in
from labcamp.findings import Place, finding
from labcamp.model.account import Account
from labcamp.private import FOLDER
from labcamp.render.eml import draft_bytes
from labcamp.render.mails import mail_of
from labcamp.render.stage import stage_of
from labcamp.write import write
from labcamp.write.disk import make_folder
from labcamp.write.removal import names_below, remove

WORDS = ("created", "updated", "unchanged", "removed", "kept", "gone")


@dataclass(frozen=True)
class Batch:
    """Drafts on their way: what they are called together (`labcamp-10/thanks`), and where files of them go.

    `memory` is the folder, among what stays private, that remembers which of them have been in a mailbox. Where these
    are the drafts for `everybody`, others that have been there are for nobody any more.
    """

    name: str
    drafts: tuple[Draft, ...]
    target: Target
    memory: Path
    everybody: bool = False


def batch_of(order: Order, out: Path | None, *, dry_run: bool, force: bool) -> Batch:
    """The drafts of a mail, for all or one for each person; what can be said about it is said."""
    order = replace(order, event=event_for(order).id)
    target = Target(folder_for(order, out), dry_run, force)
    memory = order.workspace.root / FOLDER / "out"
    name = f"{order.event}/{order.kind}"
    if order.to is None:
        return Batch(name, (_draft_for_all(order, target.out),), target, memory)
    letters = letters_for(order, target.out)
    typer.echo(summary(letters))
    tell(sorted({*letters.found}))
    drafts = tuple(draft_of(file.content) for file in letters.files)
    return Batch(f"{name}-people", drafts, target, memory, letters.everybody)


def _draft_for_all(order: Order, folder: Path) -> Draft:
    """The one draft of a mail; what must not go out stops it."""
    workspace, event = order.workspace, event_for(order)
    private = private_side(order, event)
    mail = mail_of(stage_of(workspace), event, order.kind, private)
    found = judged(workspace, event, mail, folder)
    tell(sorted({*found, *to_know(order, event, private)}))
    return draft_of(draft_bytes(mail, workspace.series))


def into_mbox(batch: Batch) -> None:
    """All drafts are in one file."""
    file = mbox(f"{batch.name}.mbox", batch.drafts)
    made([file], batch.target, closing=say("import_mbox", path=(batch.target.out / file.name).as_posix()))


def into_maildir(batch: Batch) -> None:
    """Each draft is a file in a Maildir, but for those that a mail program has moved on in it."""
    name = f"{batch.name}.maildir"
    folder = batch.target.out / name
    moved = [path.name for path in (folder / "cur").glob("*")]
    left = [draft for draft in batch.drafts if not any(name.startswith(file_name(draft)) for name in moved)]
    made(maildir(name, left), batch.target, closing=say("import_maildir", path=folder.as_posix()))
    if batch.everybody:
        wanted = {f"{name}/new/{file_name(draft)}" for draft in left}
        stale = set(names_below(f"{name}/new", batch.target.out)) - wanted
        list(remove(sorted(stale), batch.target.out, dry_run=batch.target.dry_run))
    if left and not batch.target.dry_run:
        for part in ("cur", "tmp"):  # without them it is no Maildir
            make_folder(folder / part)
    if taken := len(batch.drafts) - len(left):
        tell([finding("LC982", Place(folder.as_posix()), count=taken)])


def into_account(batch: Batch, name: str) -> None:
    """All drafts are in the mailbox of an account, or it is said how far it came."""
    account, count = account_of(settings(), name), len(batch.drafts)
    if batch.target.dry_run:
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
    typer.echo(say("drafts_next", folder=folder))


def _put(batch: Batch, account: Account, password: str) -> tuple[str, Sequence[Outcome]]:
    """The name of the mailbox and what became of each draft; all that got there are remembered, also when it breaks."""
    memory = Artefact(f"{batch.name}.{account.id}.drafts.json", b"")
    known = _remembered(batch.memory / memory.name)
    outcomes: list[Outcome] = []
    try:
        with logged_in(account, password) as session, bar() as advance:
            folder = open_drafts(session)
            for outcome in put(session, folder, batch.drafts, frozenset() if batch.target.force else known):
                outcomes.append(outcome)
                advance(say("putting"), len(outcomes) / len(batch.drafts))
            wanted = {draft.key for draft in batch.drafts}
            stale = sorted(known - wanted) if batch.everybody else []
            outcomes += withdraw(session, folder, stale, len(batch.drafts))
    finally:
        gone = {outcome.key for outcome in outcomes if outcome.word == "removed"}
        if keys := sorted(known.union(outcome.key for outcome in outcomes) - gone):
            content = (json.dumps(keys, indent=0) + "\n").encode()
            list(write([replace(memory, content=content)], batch.memory, force=True))
    return folder.path, outcomes


def _remembered(path: Path) -> frozenset[str]:
    """The keys of the drafts that have been in a mailbox; none where nothing of ours tells."""
    try:
        keys: object = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return frozenset()
    return frozenset(key for key in keys if isinstance(key, str)) if isinstance(keys, list) else frozenset()
