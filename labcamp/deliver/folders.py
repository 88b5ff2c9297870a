"""Which mailbox of an account holds its drafts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from labcamp.deliver.names import decoded, quoted, unquoted
from labcamp.deliver.session import Session, answered, reachable
from labcamp.findings import LabcampError, Place, finding

# What LIST says of a mailbox (RFC 3501 section 7.2.2): its attributes, what stands between levels, its name
LISTED = re.compile(r'\((?P<attributes>[^)]*)\) (?:"\\?(?P<delimiter>.)"|NIL) (?P<name>.*)')
# What the one for drafts is called where the server does not mark it
DRAFTS = ("Drafts", "Entwürfe", "Brouillons", "Bozze")
CLOSED = {r"\noselect", r"\nonexistent"}
EXTENDED = {"LIST-EXTENDED", "SPECIAL-USE"}


@dataclass(frozen=True)
class Folder:
    """A mailbox: its name as the protocol has it, its attributes, and what stands between levels of its name."""

    name: str
    attributes: frozenset[str]
    delimiter: str

    @property
    def argument(self) -> str:
        """The name as a command takes it."""
        return quoted(self.name)

    @property
    def path(self) -> str:
        """The name as people read it, with slashes between levels."""
        return normalize("NFC", decoded(self.name)).replace(self.delimiter, "/")


def open_drafts(session: Session) -> Folder:
    """The mailbox for drafts, selected; LC807 where there is none, or none that we may write to.

    It is the one that the account names, else the one that the server marks (RFC 6154), else one with a usual name.
    """
    connection = session.connection
    with reachable(session.account):
        folder = _drafts_in(list(_folders(session)), session.account.folder)
        if folder is None:
            raise _missing(session)
        try:
            answered(connection.select(folder.argument))
        except connection.error as problem:
            if type(problem) is connection.abort:
                raise
            raise _missing(session) from problem
    return folder


def _drafts_in(folders: Sequence[Folder], wanted: str | None) -> Folder | None:
    names = (wanted,) if wanted else DRAFTS
    marked = (folder for folder in folders if r"\drafts" in folder.attributes and not wanted)
    called = (folder for name in names for folder in folders if _is_called(folder, name))
    return next(marked, None) or next(called, None)


def _is_called(folder: Folder, name: str) -> bool:
    """Tell whether a mailbox has this name, where some servers put every one below INBOX."""
    path, name = folder.path.casefold(), normalize("NFC", name).replace(folder.delimiter, "/").casefold()
    return name in {path, path.removeprefix("inbox/")}


def _folders(session: Session) -> Iterator[Folder]:
    """The mailboxes that can hold mails; a name that is not ASCII breaks the protocol, so nobody can ask for it."""
    # Some servers mark them only when asked (RFC 6154 section 2).
    pattern = '"*" RETURN (SPECIAL-USE)' if session.capabilities >= EXTENDED else '"*"'
    for item in answered(session.connection.list('""', pattern)):
        line, literal = (item[0], item[1]) if isinstance(item, tuple) else (item or b"", None)
        found = LISTED.match(line.decode("latin-1"))
        name = (unquoted(found["name"]) if literal is None else literal.decode("latin-1")) if found else ""
        if found and name and name.isascii():
            folder = Folder(name, frozenset(found["attributes"].lower().split()), found["delimiter"] or "/")
            if not folder.attributes & CLOSED:
                yield folder


def _missing(session: Session) -> LabcampError:
    names = session.account.folder or ", ".join(DRAFTS)
    return LabcampError(finding("LC807", Place(""), account=session.account.id, names=names))
