"""From a row of a list to a person, or to why nobody gets a mail for it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from labcamp.check.lists.letters import garbled
from labcamp.check.lists.table import ListRow
from labcamp.check.people.columns import NO_NAME, Columns
from labcamp.check.people.headers import given_first
from labcamp.check.people.standing import (
    CAME,
    FINE,
    OPTED_OUT,
    SEATS,
    STRONG,
    UNCLEAR,
    Standing,
    agrees,
    is_strong,
    paid_seat,
    says_so,
    spoken,
    standing_of,
    word_of,
)
from labcamp.check.people.where import asks, only_where, where_of
from labcamp.files.read import forbidden_sign
from labcamp.findings import Finding, Place, finding
from labcamp.model.glyphs import without_glyph
from labcamp.model.private import Participant, Seat, Where
from labcamp.model.texts import one_line
from labcamp.patterns import pattern_of

# What people are called by may stand in mails and at a terminal: nothing in it may turn the text round it about.
TURNING = pattern_of("[\u202a-\u202e\u2066-\u2069]")
PRINTED = ("given", "family", "name", "reversed", "organisation", "country")
NAMES = ("given", "family", "name", "reversed")
WHO = ("email", *NAMES)
STATES = ("status", "standing")
OF_SOMETHING_ELSE = ("organisation", "country", "came", "paid")
PERSONAL = ("email", *PRINTED)
FIRM = Standing("confirmed", "")
SIDES: tuple[Where, ...] = ("on-site", "online")
# What every rule about addresses allows: no quotes, no signs of other letters, no domain of a special use (RFC 6761)
PLAIN = pattern_of(
    r"([A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*)@((?:[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\.)+"
    r"(?!(?:arpa|invalid|local|localhost|onion|test)$)[a-z]{2,})"
)
PLAIN_LENGTH = 60  # shorter than any part may be
BRACKETS = pattern_of(r"<([^<>]*)>")
MAILTO = pattern_of(r"mailto:\s*", re.IGNORECASE)


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
    if odd := finding("LC957", row.torn) if row.torn else _cells_that_differ(row, len(columns.all)):
        return RowReading("not-readable", odd)
    if struck := next(_struck(row, columns), None):
        return struck
    values = _values(row, columns)
    for value in (value for meaning in PERSONAL for value in values.get(meaning, ())):
        if forbidden_sign(value.text) or TURNING.search(value.text):
            return RowReading("not-readable", finding("LC957", value.place))
    for value in (value for meaning in PRINTED for value in values.get(meaning, ())):
        if garbled(value.text):
            return RowReading("not-readable", finding("LC790", value.place, column=value.column))
    seat = _seat(values)
    if isinstance(seat, RowReading):
        return seat
    came = any(agrees(value.text) or word_of(value.text) in CAME for value in values.get("came", ()))
    came = came or word_of(_first(values, "status")) in CAME
    organisation, odd = _first(values, "organisation"), _unprintable(values)
    said = RowReading(organisation=organisation, confirmed=seat == "confirmed", came=came, unprintable=odd)
    return _with_address(row, values, said, seat)


def _struck(row: ListRow, columns: Columns) -> Iterator[RowReading]:
    """LC793 where somebody's name, address or state is struck out, as people do on paper when somebody cancels."""
    for index in (index for meaning in (*WHO, *STATES) for index in columns.of.get(meaning, ())):
        cell = row.cells[index]
        if cell.struck and cell.text.strip():
            yield RowReading("struck-out", finding("LC793", cell.place, column=columns.all[index].header))


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
    """The seat of a person, or why there is none; without a column for it everybody in the list has one.

    Of several columns the one counts that keeps somebody from mail: who is confirmed in one and cancelled in another
    is cancelled.
    """
    standings = _standings(values)
    if away := _away(values, standings):
        return away
    if any(says_so(value.text) for value in values.get("waitlist", ())):
        return "waiting"
    seats: list[Seat] = [seat for _, said in standings if said for seat in SEATS if said.kind == seat]
    for value in () if standings else values.get("paid", ())[:1]:
        return paid_seat(value.text) or _unknown(value)
    return max(seats, key=SEATS.index, default="confirmed")


def _away(values: Values, standings: list[tuple[Value, Standing | None]]) -> RowReading | None:
    """Why somebody has no seat, by the first cell that says so; or because a cell does not say whether there is one."""
    if said := next((value for value in values.get("cancelled", ()) if says_so(value.text)), None):
        return RowReading("cancelled", finding("LC950", said.place, column=said.column, word=_word(said.text)))
    for value, standing in standings:
        if standing and standing.kind not in {*SEATS, OPTED_OUT, UNCLEAR}:
            return RowReading(standing.kind, finding("LC950", value.place, column=value.column, word=standing.word))
    # Written before or behind a name: `Muster, Max (abgesagt)`
    names = (value for meaning in NAMES for value in values.get(meaning, ()))
    others = (value for meaning in OF_SOMETHING_ELSE for value in values.get(meaning, ()) if is_strong(value.text))
    if odd := next((value for value in names if STRONG.search(spoken(value.text))), next(others, None)):
        return _unknown(odd)
    unclear = (value for value, standing in standings if standing is None or standing.kind == UNCLEAR)
    return next(map(_unknown, unclear), None) or next(map(_unknown, _nowhere(values)), None)


def _nowhere(values: Values) -> Iterator[Value]:
    """The cells that ask where somebody will be, and say neither: a no, or no to both sides."""
    for value in values.get("where", ()):
        said = standing_of(value.text)
        if is_strong(value.text) or (said and said.kind != "confirmed" and where_of(spoken(value.text)) is None):
            yield value
    sides = [value for side in SIDES for value in values.get(side, ())]
    if sides[1:] and all(word_of(value.text) and not says_so(value.text) for value in sides):
        yield sides[0]


def _where(values: Values) -> Where:
    """Where somebody will be; empty where nothing says so, and who names both sides may be at either."""
    told = {where_of(spoken(value.text)) for value in values.get("where", ())}
    told |= {side for side in SIDES for value in values.get(side, ()) if says_so(value.text)}
    denied = [side for side in SIDES for value in values.get(side, ()) if word_of(value.text)]
    if len(denied) == 1 and told <= {None, ""}:  # a no to one side is a yes to the other
        told |= set(SIDES) - set(denied)
    if told <= {None, ""}:
        answers = (value for meaning in ("status", "standing") for value in values.get(meaning, ()))
        told = {(where_of if asks(spoken(each.column)) else only_where)(spoken(each.text)) for each in answers}
    sides = [where for where in told if where]
    return "both" if sides[1:] else sides[0] if sides else ""


def _unknown(value: Value) -> RowReading:
    return RowReading("status-unknown", finding("LC951", value.place, column=value.column))


def _word(text: str) -> str:
    """What may be told of a cell: a word that labcamp knows, and nothing of what a person wrote."""
    standing = standing_of(text)
    return (standing.word if standing else "") or "…"


def _standings(values: Values) -> list[tuple[Value, Standing | None]]:
    """What each cell says that has to say something about a seat; of several empty ones the first."""
    asked = values.get("status", ())
    fine = {value for value in asked if word_of(value.text) in FINE and word_of(value.column) != "status"}
    told = [value for value in (*asked, *values.get("standing", ())) if word_of(value.text)]
    if asked and not any(word_of(value.text) for value in asked):
        told.insert(0, asked[0])
    return [(value, FIRM if value in fine else standing_of(value.text)) for value in told]


def _refusal(values: Values) -> Value | None:
    """The cell that says that no mail is wanted, or does not say that it is where it is asked."""
    for value in values.get("consent", ()):
        if not agrees(value.text):
            return value
    out = (value for value in values.get("refused", ()) if says_so(value.text))
    told = (value for value, standing in _standings(values) if standing and standing.kind == OPTED_OUT)
    return next(out, None) or next(told, None)


def own_address(row: ListRow, columns: Columns) -> str:
    """The address of the person of a row, whatever else the row says; an empty text where it has none."""
    texts = (row.cells[index].text for index in columns.of["email"] if index < len(row.cells))
    given = next((text for text in texts if text.strip().casefold() not in NO_NAME), "")
    known = _address(given) if given else None
    return known[0] if known else ""


def own_name(row: ListRow, columns: Columns) -> str:
    """The name of the person of a row."""
    return "" if len(row.cells) < len(columns.all) else _name(_values(row, columns))


def _with_address(row: ListRow, values: Values, said: RowReading, seat: Seat) -> RowReading:
    """The reading with its participant, who agrees to mail and has an address that mail can reach."""
    country = _first(values, "country")
    person = Participant(_name(values), "", row.place, said.organisation, country, seat, _where(values))
    said = replace(said, attendee=person if person.name else None)
    if refusal := _refusal(values):
        return replace(said, reason=OPTED_OUT, finding=finding("LC952", refusal.place, column=refusal.column))
    given = [value for value in values["email"] if value.text.strip().casefold() not in NO_NAME]
    if not given:
        best = values["email"][0]
        return replace(said, reason="no-address", finding=finding("LC954", best.place, column=best.column))
    known = _address(given[0].text)
    if known is None:
        odd = finding("LC955", given[0].place, column=given[0].column)
        return replace(said, reason="address-not-readable", finding=odd)
    email, name = known
    name = "" if name.casefold() in NO_NAME else name
    person = replace(person, name=person.name or name, email=email)
    return replace(said, participant=person, attendee=person if person.name else None, address=given[0].place)


def _address(text: str) -> tuple[str, str] | None:
    """The one address in a text as mail needs it (ASCII), and the name before it; nothing where there is not just one.

    RFC 5321 and RFC 6531 as far as every server knows them; whether the domain exists is not asked.
    """
    bare = _bare(text)
    if len(bare) <= PLAIN_LENGTH and (found := PLAIN.fullmatch(bare)):  # as nearly all are; the import takes its time
        return f"{found[1]}@{found[2].lower()}", ""
    from email_validator import EmailNotValidError, validate_email

    try:
        known = validate_email(bare, check_deliverability=False, allow_display_name=True, allow_smtputf8=False)
    except EmailNotValidError:
        return None
    return known.ascii_email or known.normalized, one_line(known.display_name or "")


def _bare(text: str) -> str:
    """An address without what programs put around it: `mailto:`, brackets, a separator behind the last of one."""
    bare = text.strip().removeprefix("'").removesuffix("'").strip(" ;,")
    found = BRACKETS.fullmatch(bare)
    bare = found[1] if found else bare
    return MAILTO.sub("", bare).partition("?")[0] if MAILTO.match(bare) else bare


def _name(values: Values) -> str:
    """A person's name, first name first where the list says which is which."""
    given, family, name = _first(values, "given"), _first(values, "family"), _first(values, "name")
    if any(given_first(value.column) for value in values.get("name", ())):
        name = " ".join(name.replace(",", " ").split())
    turned = _first(values, "reversed")
    sign = " " if "," not in turned and turned.count(" ") == 1 else ","
    last, _, first = (part.strip() for part in turned.partition(sign))
    if given and family:
        return f"{given} {family}"
    if given and name and given.casefold() not in name.casefold().split():
        return f"{given} {name}"  # beside a column of first names, `Name` is the other one
    if family and name and family.casefold() not in name.casefold().replace(",", " ").split():
        return name if family.casefold() in name.casefold() else f"{name} {family}"  # and beside one of last names
    return name or f"{given}{family}" or (f"{first} {last}" if first else last)
