"""Who comes to the venue of a hybrid event and who joins online, by the words of a list."""

import re
from functools import lru_cache

from labcamp.model.private import Where
from labcamp.patterns import pattern_of

WORDS: dict[Where, str] = {
    "on-site": (
        r"vor ?ort\w*|(?:in )?präsenz\w*|praesenz\w*|persönlich|on ?site|in ?person|face to face|f2f|physisch\w*"
        r"|physical\w*|offline|at the venue|am veranstaltungsort|im (?:saal|haus)|sur place|présentiel|en personne"
    ),
    "online": (
        r"online(?:ticket|teilnahme|teilnehm\w+|zugang|platz|karte)?|digital(?:e[rsnm]?|ly|ticket|teilnahme)?"
        r"|virtu(?:ell|al)\w*|remote(?:ly)?|video(?:konferenz|call|link|schalte|zuschaltung|stream)?"
        r"|(?:live ?)?stream(?:ing)?|zugeschaltet|zuschaltung|from home|von zu ?hause(?: aus)?|aus der ferne|dial in"
        r"|(?:per |via )?(?:zoom|webex|big ?blue ?button|(?:ms |microsoft )?teams)|en ligne|distanciel|à distance"
    ),
    "both": r"hybrid\w*|beides|both|teils teils|egal|either",
}
SIDES: tuple[Where, ...] = tuple(WORDS)
SIDE = pattern_of(rf"\b(?:{'|'.join(f'({words})' for words in WORDS.values())})\b")
# Before the side that somebody names only to say that it is not theirs: `online statt vor Ort`
NOT = pattern_of(r"\b(?:nicht|not|kein\w*|statt|anstatt|instead of|rather than)(?: \w+){0,2}? $")
UNDECIDED = (
    r"(?:ich |wir )?wei(?:ß|ss)(?: ich)?(?: es)? (?:noch )?nicht|(?:noch )?(?:offen|unklar|unsicher|unentschieden)"
    r"|not sure(?: yet)?|(?:i )?don t know(?: yet)?|undecided|steht noch nicht fest|\?+"
)
# Through which door somebody registered or paid says nothing of where they will be
DOOR = (
    r"\b(?:bezahlt|gezahlt|paid|angemeldet|registriert|registered|gebucht|booked|gekauft|bought) "
    r"(?:online|vor ?ort|on ?site|in person|digital)"
    r"|(?:online|vor ?ort|on ?site) (?:(?:an|be|ge)\w+t|registriert|registered|paid)\b"
)
# What may stand around the word for a side, in a cell or a header that speaks of nothing else
AROUND = """
    ich wir du ihr sie es nehme nehmen nimmst nehmt teil teilnahme teilnehmen teilnehmend teilnehmer teilnehmerin komme
    teilnehmende kommst kommt kommen bin bist seid sind dabei werde werdet wirst ja yes gern gerne lieber nur only tag
    voraussichtlich vermutlich zusage zugesagt bestätigt confirmed approved accepted i we you will ll be am are is day
    attend attending attends attendance attendee join joining participate participating participation participant take
    part coming going guest gast ticket tickets karte platz seat pass zugang access im in der die das den dem per via
    als as by at the a an and und oder or mit with live zu hause regulär standard 1 2 3 nicht sondern not but statt
    anstatt rather instead of than
"""
ALONE = frozenset(AROUND.split())
# Below headers of these things `online` says how something is bought, heard of or done, and not where people will be.
OTHER_THINGS = (
    r"zahl|\bpay|paid|rechnung|invoice|kanal|channel|quelle|source|referr|erfahren|aufmerksam|\bhear|check ?in|verkauf"
    r"|sales|kauf|purchase|order|bestell|buchungs|anmeldeweg|angemeldet|shop|preis|price|betrag|amount|link|\burl"
    r"|web ?site|homepage|profil|unterlagen|material|kurs|schulung|training|beratung|erfahrung|experience|them[ae]"
    r"|topic|interess|künftig|zukünftig|future|\bnext|nächst|newsletter|\bjob|beruf|arbeit|\bwork|office|büro|abteilung"
    r"|department|projekt|project|angebot|dienst|service|tool|software|equipment|standort|aufzeichn|record|video"
    r"|kontakt|contact|erreich"
)
QUESTION = (
    r"\bteilnahme ?(?:form|art|modus|format|weise|typ|ort|option|variante|möglichkeit)\w*"
    r"|\b(?:art|form|weise|modus|ort) (?:der|ihrer|eurer|deiner|meiner) teilnahme"
    r"|\b(?:attendance|participation|attendee|attending) (?:type|mode|format|method|form|option|preference)"
    r"|\bmode of (?:attendance|participation)"
    r"|\b(?:wie|wo|how|where)\b.*\b(?:teil|teilnehm\w*|dabei|mitmach\w*|komm\w*|attend\w*|join\w*|participat\w*|part)\b"
)
# What shops call the things that they sell, of which only some may say it
TICKETS = r"\b(?:ticket|karte|produkt|product|item|artikel|variante|variation|kategorie|category|admission)"


def where_of(said: str) -> Where | None:
    """Where somebody will be, by a cell as `spoken` has it: empty while they do not know, None where it says nothing.

    Who names both sides may be at either.
    """
    if re.fullmatch(UNDECIDED, said):
        return ""
    sides = _sides(said)
    if not sides or re.search(DOOR, said):
        return None
    return "both" if len(sides) > 1 else next(iter(sides))


def _sides(said: str) -> set[Where]:
    """The sides that a text names, without those that it denies."""
    found = list(SIDE.finditer(said))
    ends = [0, *(each.end() for each in found)]
    return {
        SIDES[(each.lastindex or 0) - 1]
        for each, end in zip(found, ends, strict=False)
        if not NOT.search(said[end : each.start()])
    }


@lru_cache(maxsize=1024)  # a list says the same few words again and again
def only_where(said: str) -> Where | None:
    """Where somebody will be, by a cell that speaks of nothing else."""
    where = where_of(said)
    return where if where and ALONE.issuperset(SIDE.sub(" ", said).split()) else None


def side_of(header: str) -> Where | None:
    """The one side that a header speaks of: below it stand yes and no (`Online-Teilnahme`, `Seid ihr vor Ort?`)."""
    where = only_where(header.strip("? "))
    return where if where in {"on-site", "online"} else None


@lru_cache(maxsize=64)
def asks(header: str) -> bool:
    """Tell whether a header, as `spoken` has it, asks on which side people will be."""
    asked = re.search(QUESTION, header) or _sides(header) >= {"on-site", "online"}
    return bool(asked) and not re.search(OTHER_THINGS, header)


def tells_where(header: str, cells: list[str]) -> bool:
    """Tell whether a column says where people will be, by its header and what stands below it, as `spoken` has them."""
    if asks(header):
        return any(map(where_of, cells))
    whole = [only_where(cell) for cell in cells]
    if not any(whole) or re.search(OTHER_THINGS, header):
        return False
    known = (where or re.fullmatch(UNDECIDED, cell) for where, cell in zip(whole, cells, strict=True))
    return bool(re.search(TICKETS, header)) or all(known)
