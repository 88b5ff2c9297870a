"""Drafts as files that mail programs open: sealed, in an mbox or a Maildir."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from labcamp.model.artefact import Artefact
from labcamp.patterns import pattern_of

KEY = pattern_of(rb"^Message-ID:[ \t]*(?:\r?\n[ \t]+)?(\S+)", re.IGNORECASE | re.MULTILINE)
SEAL = pattern_of(rb"^X-Labcamp-Hash: ([0-9a-f]{64})\n", re.MULTILINE)
UNSENT = pattern_of(rb"^X-Unsent:.*\n", re.MULTILINE)

# No sender and no clock: who imports it looks at neither, and the same drafts are the same bytes.
FROM = b"From MAILER-DAEMON Thu Jan  1 00:00:00 1970\n"


@dataclass(frozen=True)
class Draft:
    """A finished mail as the bytes of an .eml file; `key` is its Message-ID, which names it for ever."""

    key: str
    content: bytes


def draft_of(content: bytes) -> Draft:
    """The draft that these bytes are; its key is empty where they have no Message-ID."""
    found = KEY.search(_head(content))
    return Draft(found[1].decode("ascii", "replace") if found else "", content)


def sealed(draft: Draft) -> bytes:
    """The draft as it goes into a mailbox: with a hash over the rest of it, so that a change by a person shows.

    Without X-Unsent, which makes a program open a *file* for writing: the flag for drafts does that in a mailbox, and
    what stands in the head of a draft may reach everybody whom it is sent to.
    """
    head, body = _head(draft.content), draft.content[len(_head(draft.content)) :]
    rest = UNSENT.sub(b"", head, count=1) + body
    return b"X-Labcamp-Hash: " + _hash_of(rest) + b"\r\n" + rest


def untouched(content: bytes) -> bool:
    """Tell whether a mail in a mailbox is one that we put there, and nobody has changed it since."""
    plain = _plain(content)
    head = _head(plain)
    found = SEAL.search(head)
    return found is not None and _hash_of(SEAL.sub(b"", head, count=1) + plain[len(head) :]) == found[1]


def same(one: bytes, other: bytes) -> bool:
    """Tell whether two mails are the same, however a server ends their lines."""
    return _plain(one) == _plain(other)


def _head(content: bytes) -> bytes:
    """The headers of a mail: all before the first empty line (RFC 5322 section 2.1)."""
    end = re.search(rb"\r?\n(?=\r?\n)", content)
    return content[: end.end()] if end else content


def _plain(content: bytes) -> bytes:
    """A mail with the line ends that Unix has, and none at its end, for servers do with them as they like."""
    return content.replace(b"\r\n", b"\n").rstrip(b"\n")


def _hash_of(content: bytes) -> bytes:
    return sha256(_plain(content)).hexdigest().encode()


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
