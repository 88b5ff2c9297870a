"""Advice about mail addresses that belong to a single person: in git they stay for good."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from labcamp.advice.look import Look
from labcamp.check.patterns import EMAIL
from labcamp.findings import Finding, Place, finding
from labcamp.model.texts import id_of
from labcamp.read import Source
from labcamp.workspace import Reading, Workspace

# Who has an address there has it as a person, unless its name says what for it is.
FREE = re.compile(
    r"(?:gmail|googlemail|gmx|web|t-online|outlook|hotmail|live|msn|icloud|me|mac|posteo|mailbox|yahoo|aol|freenet|arcor"
    r"|proton|protonmail|pm|tutanota|tuta|bluewin|aon|chello|hispeed|vodafone|1und1)"
    r"\.(?:com|de|net|org|at|ch|eu|me|io|co\.uk|fr|it|es)",
    re.IGNORECASE,
)
# What an address for many is called, whole or in part
OFFICE = re.compile(
    r"info|k?onta[ck]t|mail|post|office|hallo|hello|team|labor|lab(?:s|camp)?$|^lab|news|press|medien|media|event|anmeld"
    r"|veranstalt|registr|service|support|hilfe|digital|innovation|stadt|city|smart|open|daten|verwaltung|gov|public"
    r"|oeffentlich|zukunft|future|proje[ck]t|buero|amt$|referat|sekretariat|stab|stelle|abteilung|bereich|communit"
    r"|netz|network|redaktion|orga|tagung|konferenz|conference|camp$|admin|master|reply|treff|forum|verteiler|list"
    r"|akademie|academy|campus|werkstatt|workshop|hub$|studio|design|politi|bund|land$|kreis|kommun|gemeinde|region"
    r"|europ|zentr|verein|vorstand|beteilig|partizip|kultur|bibliothek|schul|uni$|universit|institut|forschung|research"
    r"|wiss|science|strateg|transform|gruppe|group|social|website|online|kurs|program|raum|space|haus$|house|buchung"
    r"|booking|empfang|reception|cent(?:er|re)|archiv|dialog|reihe|series|datenschutz|privacy|liste|intern|klima|bildung"
)
SHORT = frozenset({"it", "no", "pr", "hr", "ob", "rat", "ort", "web", "bmi", "dez", "fb", "pg"})
LEAST = 3  # letters of a name
MOST_WORDS = 3  # of the name of a person
# `i.beispiel`, `anna-lena.beispiel`: names have vowels, which most short forms lack
_NAME = r"(?=[a-z-]*[aeiouy])[a-z]{3,}(?:-[a-z]{2,})*"
FIRST_AND_LAST = re.compile(rf"(?:[a-z]|{_NAME})\.{_NAME}")


def personal_address(look: Look) -> Iterator[Finding]:
    """LC914: a mail address of a single person stands in a file that all can read."""
    if "@" in look.source.text:
        contact = look.event.contact
        names = [person.name for person in look.event.people] + [contact.name if contact else None]
        yield from _personal(look.source, names, look.workspace)


def personal_address_in_shared(reading: Reading) -> Iterator[Finding]:
    """LC914: the same in what all events share."""
    for name in ("series", "organisations"):
        source = reading.sources.get(name)
        if source and "@" in source.text:
            yield from _personal(source, [reading.workspace.series.contact.name], reading.workspace)


def _personal(source: Source, names: Iterable[str | None], workspace: Workspace) -> Iterator[Finding]:
    text, known = source.text, None
    for found in EMAIL.finditer(text):
        known = _people(names) if known is None else known
        begins = text.rfind("\n", 0, found.start()) + 1
        # `@name@server` is an account, not an address for mail.
        if text.startswith("uid:", begins) or text[found.start() - 1 : found.start()] in {"@", "/"}:
            continue
        name, _, host = found.group().rpartition("@")
        if _of_a_person(name, host, known, _offices(workspace)):
            place = Place(source.path, text.count("\n", 0, found.start()) + 1, found.start() - begins + 1)
            yield finding("LC914", place, address=f"{name[0]}…@{host}")


def _people(names: Iterable[str | None]) -> frozenset[str]:
    """The first and last names of those who are named in the same file."""
    words = [id_of(name).split("-") for name in names if name]
    people = (parts for parts in words if 1 < len(parts) <= MOST_WORDS and not any(map(OFFICE.search, parts)))
    return frozenset(part for parts in people for part in parts if len(part) >= LEAST)


@lru_cache(maxsize=1)
def _offices(workspace: Workspace) -> frozenset[str]:
    """The words in the names of the series and of all organisations."""
    series = workspace.series
    names = [series.id, series.title, *(organisation.name for organisation in workspace.organisations.values())]
    ids = [*map(id_of, names), *workspace.organisations]
    return frozenset(word for id_ in ids for word in (*id_.split("-"), id_.replace("-", "")))


def _of_a_person(name: str, host: str, people: frozenset[str], offices: frozenset[str]) -> bool:
    """Tell whether an address is somebody's own: by a name in the same file, by its provider, or by its form."""
    plain = _plain(name.partition("+")[0])
    parts = [part for part in re.split(r"[._-]+", plain) if part]
    free = FREE.fullmatch(host) is not None
    of_host = frozenset() if free else frozenset(re.split(r"[.-]", host.lower()))
    if not parts or (offices | of_host | SHORT).intersection(parts) or any(map(OFFICE.search, parts)):
        return False
    return free or not people.isdisjoint(parts) or FIRST_AND_LAST.fullmatch(plain) is not None


def _plain(name: str) -> str:
    """The name in small letters from a to z, without numbers."""
    small = unicodedata.normalize("NFC", name.lower())
    return re.sub(r"\d+", "", small.translate({ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"}))
