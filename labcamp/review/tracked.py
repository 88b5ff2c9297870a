"""What git tracks of a folder and should not: what is private, and lists of people wherever they lie."""

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from labcamp.findings import Finding, Place, finding
from labcamp.patterns import pattern_of
from labcamp.workspace.private import FOLDER

MOST_FILES = 50
MOST_BYTES = 1_000_000  # of each
FEW = 3  # so many different people are a list
# How people call such a file: Anmeldungen, Teilnehmendenliste, Gäste 2027
LISTS = pattern_of(
    r"anmeldungen|anmeldung(?!s)|anmeldeliste|angemeldet|teilnehm|teilnahmeliste|g[aä]e?steliste|g[aä]e?ste(?![a-zäöüß])|verteiler|participant|attendee|guest"
    r"|registration|registrant"
)
SHEETS = frozenset({".xlsx", ".xls", ".xlsm", ".ods"})  # they cannot be looked into, so their name has to do
TABLES = frozenset({".csv", ".tsv"})
TEXTS = frozenset({".txt", ".vcf", ".eml", ".mbox"})
# Looked for from the sign in the middle: from the left it takes fifty times as long.
DOMAIN = pattern_of(rb"@((?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24})(?![\w-])", re.ASCII)
LOCAL = pattern_of(rb"[\w.%+-]{1,64}$", re.ASCII)
# RFC 2606: addresses of nobody
MADE_UP = pattern_of(rb"(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)$", re.IGNORECASE)
# Whoever reads these, it is no private person.
OFFICES = frozenset(
    b"info kontakt contact hallo hello office post poststelle mail newsletter noreply presse press support team "
    b"service redaktion admin webmaster postmaster event events veranstaltung veranstaltungen anmeldung anmeldungen "
    b"datenschutz impressum".split()
)


def tracked(root: Path) -> Iterator[Finding]:
    """LC518 where git tracks what is private, LC519 for each list of people outside; nothing where there is no git."""
    names = _names(root)
    private = [name for name in names if name.startswith(f"{FOLDER}/")]
    if private:
        yield finding("LC518", Place((root / FOLDER).as_posix()), count=len(private))
    yield from _lists(root, (name for name in names if not name.startswith(f"{FOLDER}/")))


def _names(root: Path) -> list[str]:
    """The files of a folder that git tracks, by their path in it; none where there is no git, or it tracks none."""
    import subprocess
    from shutil import which

    whole = Path(os.path.realpath(root))
    in_git = any((folder / ".git").exists() for folder in (whole, *whole.parents))
    git = which("git") if in_git else None
    if not git:
        return []
    ran = subprocess.run([git, "-C", str(root), "ls-files", "-z"], capture_output=True, check=False)
    return [os.fsdecode(name) for name in ran.stdout.split(b"\0") if name]


def _lists(root: Path, names: Iterable[str]) -> Iterator[Finding]:
    """LC519: a file looks like a list of people; those that are called so are looked at first."""
    kinds = SHEETS | TABLES | TEXTS
    likely = [name for name in names if _kind(name) in kinds]
    likely.sort(key=lambda name: (not _is_called_so(name), name))
    read = 0
    for name in likely:
        count = "–" if _kind(name) in SHEETS and _is_called_so(name) else ""
        if _kind(name) not in SHEETS and read < MOST_FILES:
            read += 1
            count = _people(root / name)
        if count:
            yield finding("LC519", Place((root / name).as_posix()), count=count, file=name)


def _kind(name: str) -> str:
    """The ending of a name; there can be very many names, and a path takes its time."""
    return f".{name.rpartition('.')[2].lower()}"


def _is_called_so(name: str) -> bool:
    stem = unicodedata.normalize("NFC", Path(name).stem).casefold()  # macOS writes ä as two characters
    return LISTS.search(stem) is not None


def _people(path: Path) -> str:
    """How many people's addresses stand in a file, where that makes it a list of them; else nothing."""
    content = _content(path)
    found = [(local, domain) for local, domain in _addresses(content) if not _is_office(local)]
    real = {(local.lower(), domain.lower()) for local, domain in found if not MADE_UP.search(domain)}
    table = _kind(path.name) in TABLES
    if len(real) >= FEW and (_kind(path.name) != ".txt" or _in_rows(content)):
        return str(len(real))
    if table and _is_called_so(path.name) and (real or not found) and len(content.split()) > 1:
        return str(len(real) or "–")
    return ""


def _is_office(local: bytes) -> bool:
    """Tell whether an address is one that many may read: `info`, `no-reply`, `anmeldung+labcamp`."""
    return re.split(b"[.+-]", local.lower().replace(b"no-reply", b"noreply"), maxsplit=1)[0] in OFFICES


def _content(path: Path) -> bytes:
    """What stands in a file, as far as we look; nothing behind a link, for git tracks only the link."""
    if path.is_symlink() or not path.is_file():
        return b""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES).replace(b"\0", b"")  # Excel's Unicode text has two bytes a letter
    except OSError:
        return b""


def _in_rows(content: bytes) -> bool:
    """Tell whether a text is a table all the same: one address a line, with other cells beside it."""
    rows = (line for line in content.splitlines() if b"@" in line and re.search(rb"[;\t,]", line))
    return sum(any(_addresses(line)) for line in rows) >= FEW


def _addresses(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The two parts of each mail address."""
    for found in DOMAIN.finditer(content):
        local = LOCAL.search(content, max(0, found.start() - 64), found.start())
        if local:
            yield local.group(), found[1]
