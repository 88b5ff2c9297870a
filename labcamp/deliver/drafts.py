"""A draft on its way into a mail program, and how it is known there as ours and unchanged."""

import re
from dataclasses import dataclass
from hashlib import sha256

KEY = re.compile(rb"^Message-ID:[ \t]*(?:\r?\n[ \t]+)?(\S+)", re.IGNORECASE | re.MULTILINE)
SEAL = re.compile(rb"^X-Labcamp-Hash: ([0-9a-f]{64})\n", re.MULTILINE)
UNSENT = re.compile(rb"^X-Unsent:.*\n", re.MULTILINE)


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
