"""Drafts in a mailbox on a server: find their folder, put them there, take back what nobody has touched."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple
from unicodedata import normalize

from labcamp.deliver.drafts import Draft, draft_of, same, sealed, untouched
from labcamp.deliver.session import Session, answered, decoded, quoted, reachable, unquoted
from labcamp.findings import LabcampError, Place, finding
from labcamp.model.private import Account
from labcamp.patterns import pattern_of

FLAGS = r"(\Draft \Seen)"

# What LIST says of a mailbox (RFC 3501 section 7.2.2): its attributes, what stands between levels, its name
LISTED = pattern_of(r'\((?P<attributes>[^)]*)\) (?:"\\?(?P<delimiter>.)"|NIL) (?P<name>.*)')
# What the one for drafts is called where the server does not mark it: in the languages of Gmail, Outlook and others
DRAFTS = (
    "Drafts", "Entwürfe", "Brouillons", "Bozze", "Draft", "Entwurf", "Borradores", "Borrador", "Rascunhos", "Rascunho",
    "Concepten", "Kladder", "Kladd", "Utkast", "Luonnokset", "Drög", "Wersje robocze", "Kopie robocze", "Szkice",
    "Koncepty", "Rozepsané", "Piszkozatok", "Ciorne", "Mesaje nefinalizate", "Taslaklar", "Taslak", "Skice", "Nacrti",
    "Osnutki", "Mustandid", "Melnraksti", "Juodraščiai", "Esborranys", "Zirriborroak", "Konsep", "Draf", "Thư nháp",
    "Πρόχειρα", "Черновики", "Чернетки", "Чернови", "Нацрти", "טיוטות", "المسودات", "下書き", "草稿", "草稿箱",
    "草稿匣", "임시보관함", "임시 보관함",
)  # fmt: skip
ABOVE = pattern_of(r"^(?:inbox|\[(?:gmail|google mail)\])/")  # below these some servers put every folder
SHOWN = 12  # so many folders are named where none of them is the one
CLOSED = {r"\noselect", r"\nonexistent"}
EXTENDED = {"LIST-EXTENDED", "SPECIAL-USE"}


class DraftOutcome(NamedTuple):
    """What became of the draft with a key.

    It was created, updated, unchanged or removed; kept because a person has changed it; or it is gone, for a person
    has written on, sent or deleted it.
    """

    word: str
    key: str


class RefusedError(Exception):
    """The server does not take a draft, or not as it is; its text is a reason among those of `labcamp.messages`."""


def _remove(session: Session, uids: Sequence[int]) -> None:
    """Remove these mails; only mark them where the server cannot remove single ones and others are marked, too."""
    if not uids:
        return
    connection, numbers = session.connection, ",".join(map(str, uids))
    answered(connection.uid("STORE", numbers, "+FLAGS.SILENT", r"(\Deleted)"))
    if "UIDPLUS" in session.capabilities:
        answered(connection.uid("EXPUNGE", numbers))
    elif set(_search(session, "DELETED")) <= set(uids):  # else it would remove mails that are not ours
        answered(connection.expunge())


def _mails(session: Session, key: str) -> dict[int, bytes]:
    """The mails in the mailbox with this Message-ID by their number, the oldest first."""
    found = _search(session, "UNDELETED", "HEADER", "Message-ID", quoted(key))
    mails = {uid: _mail(session, uid) for uid in found}
    return {uid: content for uid, content in mails.items() if draft_of(content).key == key}  # a search finds parts, too


def _search(session: Session, *criteria: str) -> list[int]:
    """The numbers (UID) of the mails that fit, the oldest first."""
    answers = answered(session.connection.uid("SEARCH", *criteria))
    return sorted(int(number) for answer in answers if answer for number in answer.split())


def _mail(session: Session, uid: int) -> bytes:
    """The bytes of a mail; none where it has gone meanwhile. It stays unread if it was."""
    answers = answered(session.connection.uid("FETCH", str(uid), "(BODY.PEEK[])"))
    return next((item[1] for item in answers if isinstance(item, tuple) and b"BODY[]" in item[0]), b"")


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


def put(session: Session, folder: Folder, drafts: Sequence[Draft], known: AbstractSet[str]) -> Iterator[DraftOutcome]:
    """Each draft's outcome, once it is true; `known` are the keys of those that have been in the mailbox before.

    LC808 or LC809 where it goes no further, which say how far it came; what is there already stays.
    """
    for done, draft in enumerate(drafts):
        with _how_far(session, folder, done, len(drafts)):
            outcome = DraftOutcome(_outcome(session, folder, draft, known), draft.key)
        yield outcome


def withdraw(session: Session, folder: Folder, keys: Sequence[str], done: int) -> Iterator[DraftOutcome]:
    """The drafts with these keys are gone, for they are for nobody any more; those that a person changed are kept.

    Nothing for those that are not there. LC808 or LC809 as for the drafts that were put there, which are `done`.
    """
    for key in keys:
        with _how_far(session, folder, done, done):
            there = _mails(session, key)
            ours = all(untouched(body) for body in there.values())
            if ours:
                _remove(session, list(there))
        if there:
            yield DraftOutcome("removed" if ours else "kept", key)


@contextmanager
def _how_far(session: Session, folder: Folder, done: int, total: int) -> Iterator[None]:
    values = {"account": session.account.id, "folder": folder.path, "done": done, "total": total}
    try:
        yield
    except RefusedError as problem:
        raise LabcampError(finding("LC808", Place(""), reason=problem, **values)) from problem
    except (OSError, session.connection.abort) as problem:
        raise LabcampError(finding("LC809", Place(""), **values)) from problem
    except session.connection.error as problem:
        raise LabcampError(finding("LC808", Place(""), reason="NO", **values)) from problem


def _outcome(session: Session, folder: Folder, draft: Draft, known: AbstractSet[str]) -> str:
    """The word for what has been done about one draft."""
    content, there = sealed(draft), _mails(session, draft.key)
    if not there and draft.key in known:
        return "gone"
    if not all(untouched(body) for body in there.values()):
        return "kept"
    # More than one is there when a run was cut between putting the new one and removing the old.
    current = [uid for uid, body in there.items() if same(body, content)]
    if not current:
        _append(session, folder, Draft(draft.key, content), there.keys())
    _remove(session, [uid for uid in there if uid not in current[-1:]])
    if current:
        return "unchanged"
    return "updated" if there else "created"


def _append(session: Session, folder: Folder, draft: Draft, before: AbstractSet[int]) -> None:
    """Append a draft to the mailbox and read it back; RefusedError where it is not there, whole."""
    word, data = session.connection.append(folder.argument, FLAGS, None, draft.content)
    said = b" ".join(part for part in data if isinstance(part, bytes))
    if word != "OK":
        code = re.search(rb"\[([A-Z-]+)", said)
        raise RefusedError(code[1].decode() if code else "NO")
    number = re.search(rb"\[APPENDUID \d+ (\d+)\]", said)  # RFC 4315 section 3
    session.connection.noop()  # some servers tell of new mails only then
    added = {int(number[1]): _mail(session, int(number[1]))} if number else _mails(session, draft.key)
    if any(same(content, draft.content) for content in added.values()):
        return
    # A server that errs about the number must not make us remove a mail of somebody else.
    _remove(session, [uid for uid in added.keys() - before if draft_of(added[uid]).key == draft.key])
    raise RefusedError("CHANGED")


def open_drafts(session: Session) -> Folder:
    """The mailbox for drafts, selected; LC807 where there is none that opens, LC813 where nobody may write to it.

    It is the one that the account names, else the one that the server marks (RFC 6154), else one with a usual name.
    """
    connection, account = session.connection, session.account
    with reachable(account):
        folders = list(_folders(session))
        folder = _drafts_in(folders, account.folder)
        if folder is None:
            raise _missing(account, folders)
        try:
            answered(connection.select(folder.argument))
        except connection.readonly as problem:
            raise LabcampError(finding("LC813", Place(""), account=account.id, folder=folder.path)) from problem
        except connection.error as problem:
            if type(problem) is connection.abort:
                raise
            raise _missing(account, folders) from problem
    return folder


def _drafts_in(folders: Sequence[Folder], wanted: str | None) -> Folder | None:
    names = (wanted,) if wanted else DRAFTS
    marked = (folder for folder in folders if r"\drafts" in folder.attributes and not wanted)
    called = (folder for name in names for folder in folders if _is_called(folder, name))
    return next(marked, None) or next(called, None)


def _is_called(folder: Folder, name: str) -> bool:
    """Tell whether a mailbox has this name, wherever a server puts all of them."""
    path, name = folder.path.casefold(), normalize("NFC", name).replace(folder.delimiter, "/").casefold()
    return name in {path, ABOVE.sub("", path)}


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


def _missing(account: Account, folders: Sequence[Folder]) -> LabcampError:
    """LC807 with the names that were looked for and the folders that are there, those on top first."""
    names = account.folder or ", ".join((*DRAFTS[:4], "…"))
    paths = sorted((folder.path for folder in folders), key=lambda path: ABOVE.sub("", path.casefold()).count("/"))
    there = [*paths[:SHOWN], *(["…"] if len(paths) > SHOWN else [])]
    return LabcampError(finding("LC807", Place(""), account=account.id, names=names, folders=", ".join(there) or "–"))
