"""From a row of a list to a person, or to why nobody gets a mail for it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from labcamp.check.people.columns import CAME, NO_NAME, STANDING, Columns, agrees, paid_seat, seat_of, word_of
from labcamp.check.people.table import ListRow
from labcamp.files.read import forbidden_sign
from labcamp.findings import Finding, Place, finding
from labcamp.model.glyphs import without_glyph
from labcamp.model.private import Participant, Seat
from labcamp.model.texts import one_line

# What people are called by may stand in mails and at a terminal: nothing in it may turn the text round it about.
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
PRINTED = ("given", "family", "name", "reversed", "organisation", "country")
PERSONAL = ("email", *PRINTED)


@dataclass(frozen=True)
class Value:
    """What a row says in a column that is understood, with the column's header."""

    column: str
    text: str = field(repr=False)
    place: Place


Values = Mapping[str, tuple[Value, ...]]  # by what they mean, the best first


@dataclass(frozen=True)
class RowReading:
    """What a row says: a participant, or the reason and the finding why there is none; and whom it counts.

    Who has a name and may come without getting mail is an `attendee` all the same, for what is printed.
    """

    reason: str = ""
    finding: Finding | None = None
    participant: Participant | None = None
    attendee: Participant | None = None
    organisation: str = field(default="", repr=False)
    confirmed: bool = False
    came: bool = False
    address: Place | None = None
    unprintable: Finding | None = None


def row_reading(row: ListRow, columns: Columns) -> RowReading:
    """What a row says; the first thing that is odd about it is its one finding."""
    if row.torn:
        return RowReading("not-readable", finding("LC957", row.torn))
    if odd := _cells_that_differ(row, len(columns.all)):
        return RowReading("not-readable", odd)
    values = _values(row, columns)
    for value in (value for meaning in PERSONAL for value in values.get(meaning, ())):
        if forbidden_sign(value.text) or TURNING.search(value.text):
            return RowReading("not-readable", finding("LC957", value.place))
    seat = _seat(values)
    if isinstance(seat, RowReading):
        return seat
    came = any(agrees(value.text) for value in values.get("came", ())) or word_of(_first(values, "status")) in CAME
    said = RowReading(organisation=_first(values, "organisation"), confirmed=seat == "confirmed", came=came)
    return _with_address(row, values, replace(said, unprintable=_unprintable(values)), seat)


def _unprintable(values: Values) -> Finding | None:
    """LC945 for the first cell that no font can print as it is: it tells the character, and nothing around it."""
    for value in (value for meaning in PRINTED for value in values.get(meaning, ())):
        if found := without_glyph(value.text):
            return finding("LC945", value.place, sign=f"U+{ord(found[0]):04X}")
    return None


def _cells_that_differ(row: ListRow, wanted: int) -> Finding | None:
    """LC956 where a row has other cells than the header; empty ones behind the last do no harm."""
    count = len(row.cells)
    if count < wanted:
        return finding("LC956", row.cells[-1].place, count=count, wanted=wanted)
    beyond = next((cell for cell in row.cells[wanted:] if cell.text.strip()), None)
    return finding("LC956", beyond.place, count=count, wanted=wanted) if beyond else None


def _values(row: ListRow, columns: Columns) -> Values:
    def value(index: int) -> Value:
        return Value(columns.all[index].header, row.cells[index].text, row.cells[index].place)

    return {meaning: tuple(map(value, indexes)) for meaning, indexes in columns.of.items()}


def _first(values: Values, meaning: str) -> str:
    """What the best column that says something says, in one line."""
    texts = (one_line(value.text) for value in values.get(meaning, ()))
    return next((text for text in texts if text.casefold() not in NO_NAME), "")


def _seat(values: Values) -> Seat | RowReading:
    """The seat of a person, or why there is none; without a column for it everybody in the list has one."""
    for value in values.get("status", ())[:1]:
        word = word_of(value.text)
        if seat := seat_of(word):
            return seat
        if word in STANDING:
            return RowReading(STANDING[word], finding("LC950", value.place, column=value.column, word=word))
        return RowReading("status-unknown", finding("LC951", value.place, column=value.column))
    for value in values.get("paid", ())[:1]:
        return paid_seat(value.text) or RowReading("status-unknown", finding("LC951", value.place, column=value.column))
    return "confirmed"


def _with_address(row: ListRow, values: Values, said: RowReading, seat: Seat) -> RowReading:
    """The reading with its participant, who agrees to mail and has an address that mail can reach."""
    country = _first(values, "country")
    person = Participant(_name(values), "", row.place, said.organisation, country, seat)
    said = replace(said, attendee=person if person.name else None)
    for value in values.get("consent", ()):
        if not agrees(value.text):
            return replace(said, reason="no-consent", finding=finding("LC952", value.place, column=value.column))
    given = [value for value in values["email"] if value.text.strip().casefold() not in NO_NAME]
    if not given:
        best = values["email"][0]
        return replace(said, reason="no-address", finding=finding("LC954", best.place, column=best.column))
    known = _address(given[0].text)
    if known is None:
        odd = finding("LC955", given[0].place, column=given[0].column)
        return replace(said, reason="address-not-readable", finding=odd)
    email, name = known
    person = replace(person, name=person.name or name, email=email)
    return replace(said, participant=person, attendee=person if person.name else None, address=given[0].place)


def _address(text: str) -> tuple[str, str] | None:
    """The one address in a text as mail needs it (ASCII), and the name before it; nothing where there is not just one.

    RFC 5321 and RFC 6531 as far as every server knows them; whether the domain exists is not asked.
    """
    from email_validator import EmailNotValidError, validate_email

    try:
        known = validate_email(text.strip(), check_deliverability=False, allow_display_name=True, allow_smtputf8=False)
    except EmailNotValidError:
        return None
    return known.ascii_email or known.normalized, one_line(known.display_name or "")


def _name(values: Values) -> str:
    """A person's name, first name first where the list says which is which."""
    given, family, name = (_first(values, meaning) for meaning in ("given", "family", "name"))
    last, comma, first = (part.strip() for part in _first(values, "reversed").partition(","))
    if given and family:
        return f"{given} {family}"
    if given and name and given.casefold() not in name.casefold().split():
        return f"{given} {name}"  # beside a column of first names, `Name` is the other one
    return name or f"{given}{family}" or (f"{first} {last}" if comma else last)
