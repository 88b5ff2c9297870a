"""What the columns of a list mean, and the words that stand in them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from labcamp.check.people.table import ListTable
from labcamp.findings import Finding, LabcampError, Place, finding
from labcamp.model.private import Seat
from labcamp.model.texts import one_line

# Meaning → headers without blanks and signs, those of the person before those of who ordered for them.
# From: Excel by hand, pretix (orders, check-in list, waiting list), Eventbrite (three reports), MS Forms
ALIASES: dict[str, tuple[str, ...]] = {
    "email": (
        "attendeeemail", "emailteilnehmerin", "email", "emailadresse", "emailaddress", "mail", "mailadresse",
        "mailaddress", "ihreemailadresse", "deineemailadresse", "youremail", "youremailaddress", "buyeremail",
    ),
    "given": (
        "attendeenamegivenname", "nameteilnehmerinvorname", "firstname", "vorname", "givenname", "rufname",
        "buyerfirstname",
    ),
    "family": (
        "attendeenamefamilyname", "nameteilnehmerinnachname", "lastname", "surname", "nachname", "familienname",
        "familyname", "buyerlastname", "buyersurname",
    ),
    "name": (
        "attendeename", "nameteilnehmerin", "name", "fullname", "vollständigername", "vorundnachname",
        "vornameundnachname", "vornamenachname", "vorname,nachname", "ihrname", "deinname", "yourname",
        "firstandlastname", "teilnehmerin", "participant",
    ),
    "reversed": ("nachname,vorname", "name,vorname", "nachnamevorname", "lastname,firstname"),
    "organisation": (
        "attendeecompany", "teilnehmerinnenfirma", "organisation", "organization", "institution", "einrichtung",
        "behörde", "labor", "lab", "dienststelle", "firma", "company", "unternehmen", "arbeitgeber",
    ),
    "country": ("country", "land"),
    "status": (
        "attendeestatus", "status", "teilnahmestatus", "anmeldestatus", "bestellstatus", "orderstatus", "zusage",
        "rsvp",
    ),
    "paid": ("paid", "bezahlt"),
    "came": ("checkedin", "eingecheckt", "anwesend", "attended", "warda"),
    "consent": (
        "einwilligung", "zustimmung", "einverständnis", "consent", "optin", "emailoptin", "newsletteroptin",
        "kontakterlaubnis",
    ),
}  # fmt: skip
MEANING = {alias: meaning for meaning, aliases in ALIASES.items() for alias in aliases}
RANK = {alias: rank for rank, alias in enumerate(MEANING)}  # one's own headers, such as questions, come last
# Who says where the name stands means this column and not those that labcamp would have found.
INSTEAD = {
    "name": frozenset({"name", "given", "family", "reversed"}),
    "given": frozenset({"name", "given", "reversed"}),
    "family": frozenset({"name", "family", "reversed"}),
}
NO_NAME = frozenset({"", "anonymous", "anonym"})  # what MS Forms writes for people from outside
ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
LONGEST = 60
TURNED = re.compile(r"[^,]+,[^,]+")

SEATS: tuple[Seat, ...] = ("confirmed", "pending", "waiting")  # the surest first
# Why somebody is left out, by what their row says
CANCELLED, EXPIRED, REDEEMED = "cancelled", "expired", "redeemed"
YES = frozenset({"ja", "yes", "x", "1", "true", "wahr", "j", "y", "ok", "✓", "✔"})
NO = frozenset({"", "nein", "no", "0", "false", "falsch", "n", "-", "–"})
# Excel by hand, pretix (orders and waiting list), Eventbrite; in each of their languages that labcamp speaks
WORDS = {
    "confirmed": (
        "paid, bezahlt, confirmed, bestätigt, approved, angemeldet, registered, zusage, zugesagt, accepted, fest, "
        "attending, going, nimmt teil, checked in, checked-in, eingecheckt, teilgenommen, participant"
    ),
    "pending": (
        "pending, ausstehend, offen, open, unpaid, unbezahlt, angefragt, not approved, nicht bestätigt, "
        "voucher assigned, gutschein zugewiesen"
    ),
    "waiting": (
        "waiting, wartend, warteliste, auf warteliste, auf der warteliste, waitlist, waitlisted, waiting list, "
        "on waiting list, waiting for a voucher, wartet auf einen gutschein"
    ),
    CANCELLED: (
        "canceled, cancelled, storniert, abgesagt, absage, abgemeldet, declined, not attending, nimmt nicht teil, "
        "deleted, gelöscht, refunded, erstattet, rejected, abgelehnt, nein, no"
    ),
    EXPIRED: "expired, abgelaufen, overdue, überfällig, voucher expired, gutschein abgelaufen",
    REDEEMED: "voucher redeemed, gutschein eingelöst",  # who is in the list of orders, too
}
STANDING = {word: standing for standing, words in WORDS.items() for word in words.split(", ")}
STANDING |= dict.fromkeys(YES, "confirmed")
CAME = frozenset({"checked in", "checked-in", "eingecheckt", "teilgenommen"})
AGREED = frozenset({"einverstanden", "zugestimmt", "stimme zu", "ich stimme zu", "i agree", "agreed", "accepted"})
DATE = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}.*")
YES_AND_MORE = re.compile(r"(?:ja|yes)\b(?!.*\b(?:nein|nicht|kein\w*|nur|aber|ohne|not|no|only|but|without)\b).*")
# A question asks for consent to mail when it speaks of both, and of nothing else that people agree to.
CONSENT = re.compile(r"einwillig|zustimm|stimme .*zu|einverst|erlaub|consent|agree|permission|opt-?in")
MAIL = re.compile(r"mail|newsletter|kontakt|contact|anschreib|informier|inform me|einladung|invit")
OF_OTHERS = re.compile(
    r"foto|photo|bild|picture|video|film|aufzeichn|aufnahme|record|publish|veröffentlich"
    r"|(?:teilnahme|teilnehm|teilnehmend)\S*liste|liste der teilnehm|list of (?:participants|attendees)"
    r"|(?:participant|attendee)s?'? list|weiterg[ea]|weiterreich|share my"
)


@dataclass(frozen=True)
class Column:
    """A header, and what it was understood as: a meaning of `ALIASES`, or nothing."""

    header: str
    meaning: str | None
    place: Place


@dataclass(frozen=True)
class Columns:
    """Where each meaning stands, the best column first; `all` has the headers in their order."""

    of: Mapping[str, tuple[int, ...]]
    all: tuple[Column, ...]
    findings: tuple[Finding, ...]


def plain(header: str) -> str:
    """A header as it is compared: small letters, no blanks, none of `* : - _ .`."""
    return re.sub(r"[\s*:\-_.]", "", header).casefold()


def shown(header: str) -> str:
    """A header as it can be printed: one line, not too long, no sign that a terminal obeys."""
    line = "".join(sign if sign.isprintable() else " " for sign in one_line(header))
    return f"{line[: LONGEST - 3]}..." if len(line) > LONGEST else line


def columns_of(table: ListTable, named: Mapping[str, str]) -> Columns:
    """What the columns mean; `named` says it where a header is one's own. LC704 to LC706 where it cannot be known."""
    headers = tuple(cell.text for cell in table.header.cells)
    meant = _speaking(table, headers, _meant(table, headers, named))
    repeated = list(_repeated(table, headers, meant))
    if refused := [found for found in repeated if not found.advice]:
        raise LabcampError(*refused)
    if "email" not in meant.values():
        raise LabcampError(_no_email(table))
    meant = _turned_round(table, _with_a_question(table, meant))
    of: defaultdict[str, list[int]] = defaultdict(list)
    for index in sorted(meant, key=lambda index: RANK.get(plain(headers[index]), len(RANK))):
        of[meant[index]].append(index)
    understood = (
        Column(shown(cell.text), meant.get(index), cell.place) for index, cell in enumerate(table.header.cells)
    )
    return Columns({meaning: tuple(found) for meaning, found in of.items()}, tuple(understood), tuple(repeated))


def _meant(table: ListTable, headers: tuple[str, ...], named: Mapping[str, str]) -> dict[int, str]:
    """The meaning of each column that has one, by its index."""
    names = [plain(header) for header in headers]
    meant = {index: meaning for index, header in enumerate(headers) if (meaning := _by_header(header, names))}
    for meaning, header in named.items():
        indexes = [index for index, name in enumerate(names) if name == plain(header)]
        if not indexes:
            raise LabcampError(finding("LC706", table.header.place, key=meaning, column=shown(header)))
        others = INSTEAD.get(meaning, {meaning}) - (named.keys() - {meaning})
        meant = {index: known for index, known in meant.items() if known not in others} | dict.fromkeys(
            indexes, meaning
        )
    return meant


def _by_header(header: str, names: list[str]) -> str | None:
    name = plain(header)
    # Excel's tables take no header twice, so a form's own question `Name` is called Name2 behind the column `Name`.
    base = name.rstrip("12") if name.rstrip("12") in names else name
    return MEANING.get(name) or MEANING.get(base) or ("consent" if asks_for_consent(header) else None)


def _same(headers: tuple[str, ...]) -> list[list[int]]:
    """The indexes of each header that comes more than once; a column without one is nobody's."""
    indexes: defaultdict[str, list[int]] = defaultdict(list)
    for index, header in enumerate(headers):
        indexes[plain(header)].append(index)
    return [same for name, same in indexes.items() if name and len(same) > 1]


def _speaking(table: ListTable, headers: tuple[str, ...], meant: dict[int, str]) -> dict[int, str]:
    """The meanings without columns that say nothing beside one of the same header: they are no rivals of it."""
    silent: set[int] = set()
    for same in _same(headers):
        mute = [index for index in same if not any(_said(table, index))]
        silent.update(mute[1:] if len(mute) == len(same) else mute)
    return {index: meaning for index, meaning in meant.items() if index not in silent}


def _repeated(table: ListTable, headers: tuple[str, ...], meant: dict[int, str]) -> Iterator[Finding]:
    """LC705 for a header that comes twice where it matters which one is meant; LC958 where it does not."""
    for same in _same(headers):
        used = [meant[index] for index in same if index in meant]
        if len(used) == 1 or used[:1] == ["consent"]:  # each column of consent has to say yes
            continue
        columns = ", ".join(str(index + 1) for index in same)
        place = table.header.cells[same[1]].place
        yield finding("LC705" if used else "LC958", place, column=shown(headers[same[0]]), columns=columns)


def _said(table: ListTable, index: int) -> Iterator[str]:
    """What a column says, without what says nothing."""
    texts = (row.cells[index].text.strip() for row in table.rows if index < len(row.cells))
    return (text for text in texts if text.casefold() not in NO_NAME)


def _holds_addresses(table: ListTable, index: int) -> bool:
    texts = list(_said(table, index))
    return bool(texts) and all(ADDRESS.fullmatch(text) for text in texts)


def _with_a_question(table: ListTable, meant: dict[int, str]) -> dict[int, str]:
    """With the one column that holds addresses, where the one for them holds none: a form asks outsiders for them."""
    if any("@" in text for index, meaning in meant.items() if meaning == "email" for text in _said(table, index)):
        return meant
    asked = _with_addresses(table, meant)
    return meant | {asked[0]: "email"} if len(asked) == 1 else meant


def _turned_round(table: ListTable, meant: dict[int, str]) -> dict[int, str]:
    """With a column of names known as `Nachname, Vorname` where every one of several has the comma, as from Outlook."""
    texts = {index: list(_said(table, index)) for index, meaning in meant.items() if meaning == "name"}
    turned = (index for index, names in texts.items() if names[1:] and all(map(TURNED.fullmatch, names)))
    return meant | dict.fromkeys(turned, "reversed")


def _with_addresses(table: ListTable, meant: dict[int, str]) -> list[int]:
    return [index for index in range(len(table.header.cells)) if index not in meant and _holds_addresses(table, index)]


def _no_email(table: ListTable) -> Finding:
    """LC704, with the header that to all appearances is meant."""
    near = [shown(table.header.cells[index].text) for index in _with_addresses(table, {})]
    return finding("LC704", table.header.place, nearest=near[0] if len(near) == 1 else "")


def word_of(text: str) -> str:
    """What a cell says, in small letters and without what a form puts around it (`Ja;`)."""
    return " ".join(text.split()).strip(";,. ").casefold()


def seat_of(word: str) -> Seat | None:
    """The seat that a word of `STANDING` stands for; None where it stands for none."""
    return next((seat for seat in SEATS if STANDING.get(word) == seat), None)


def paid_seat(text: str) -> Seat | None:
    """The seat of somebody whose order is paid or not; None where the cell says neither."""
    word = word_of(text)
    if word in YES:
        return "confirmed"
    return "pending" if word in NO - {""} else None


def agrees(text: str) -> bool:
    """Somebody says yes: a yes, a cross, or the day on which it was said."""
    word = word_of(text)
    return bool(word in YES | AGREED or DATE.fullmatch(word) or YES_AND_MORE.fullmatch(word))


def asks_for_consent(header: str) -> bool:
    """A question asks whether mail is welcome."""
    text = " ".join(header.split()).casefold()
    return bool(CONSENT.search(text) and MAIL.search(text) and not OF_OTHERS.search(text))
