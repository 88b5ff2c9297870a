"""Whether an address for mail is one of a single person, or one for many."""

import re
import unicodedata

from labcamp.patterns import pattern_of

# Who has an address there has it as a person, unless its name says what for it is.
FREE = pattern_of(
    r"(?:gmail|googlemail|gmx|web|t-online|outlook|hotmail|live|msn|icloud|me|mac|posteo|mailbox|yahoo|aol|freenet|arcor"
    r"|proton|protonmail|pm|tutanota|tuta|bluewin|aon|chello|hispeed|vodafone|1und1)"
    r"\.(?:com|de|net|org|at|ch|eu|me|io|co\.uk|fr|it|es)",
    re.IGNORECASE,
)
# What an address for many is called, whole or in part
OFFICE = pattern_of(
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
# `i.beispiel`, `anna-lena.beispiel`: names have vowels, which most short forms lack
_NAME = r"(?=[a-z-]*[aeiouy])[a-z]{3,}(?:-[a-z]{2,})*"
FIRST_AND_LAST = pattern_of(rf"(?:[a-z]|{_NAME})\.{_NAME}")


def is_of_a_person(name: str, host: str, people: frozenset[str], offices: frozenset[str]) -> bool:
    """Tell whether an address is somebody's own: by a name in the same file, by its provider, or by its form."""
    plain = _plain(name.partition("+")[0])
    parts = [part for part in re.split(r"[._-]+", plain) if part]
    if not parts or is_of_many(name, host, offices):
        return False
    free = FREE.fullmatch(host) is not None
    return free or not people.isdisjoint(parts) or FIRST_AND_LAST.fullmatch(plain) is not None


def is_of_many(name: str, host: str, offices: frozenset[str]) -> bool:
    """Tell whether an address says what it is for: `info@`, the name of its house, or one of the words `offices`."""
    parts = [part for part in re.split(r"[._-]+", _plain(name.partition("+")[0])) if part]
    of_host = frozenset() if FREE.fullmatch(host) else frozenset(re.split(r"[.-]", host.lower()))
    return not (offices | of_host | SHORT).isdisjoint(parts) or any(map(OFFICE.search, parts))


def _plain(name: str) -> str:
    """The name in small letters from a to z, without numbers."""
    small = unicodedata.normalize("NFC", name.lower())
    return re.sub(r"\d+", "", small.translate({ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"}))
