"""Drafts as files that mail programs import: an mbox, or a Maildir."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from labcamp.artefact import Artefact
from labcamp.deliver.drafts import Draft

# No sender and no clock: who imports it looks at neither, and the same drafts are the same bytes.
FROM = b"From MAILER-DAEMON Thu Jan  1 00:00:00 1970\n"
SUBFOLDERS = ("cur", "new", "tmp")


def mbox(name: str, drafts: Sequence[Draft]) -> Artefact:
    """All drafts in one file (RFC 4155): each after a line that begins with `From `, and before an empty one.

    Lines end with LF, for the format says so: with CRLF some programs show a ^M at the end of each line.
    """
    lines = (draft.content.replace(b"\r\n", b"\n") for draft in drafts)
    return Artefact(name, b"".join(FROM + content + b"\n" for content in lines))


def maildir(name: str, drafts: Sequence[Draft]) -> Iterator[Artefact]:
    """Each draft as a file of its own in `<name>/new`, whose name stays the same.

    New mails need no flags behind their name, whose colon cannot stand in a file name on Windows; a mail program moves
    them to `cur` itself. The suffix lets a person open one by a double click.
    """
    for draft in drafts:
        yield Artefact(f"{name}/new/{file_name(draft)}", draft.content)


def file_name(draft: Draft) -> str:
    """The name of a draft in a Maildir, which tells nothing of whom it is for."""
    return f"{sha256(draft.key.encode()).hexdigest()[:24]}.eml"
