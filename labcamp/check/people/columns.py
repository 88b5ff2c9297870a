"""What the columns of a list mean: what their headers say, and what stands below them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from labcamp.check.lists.table import ListTable
from labcamp.check.people.headers import RANK, Named, by_header, given_first, plain, shown
from labcamp.check.people.standing import (
    AFFIRMED,
    COMES,
    MAYBE_MAIL,
    NO,
    OF_OTHERS,
    PERHAPS_COMES,
    YES,
    is_strong,
    spoken,
    standing_of,
    word_of,
)
from labcamp.check.people.where import asks, side_of, tells_where, where_of
from labcamp.findings import Finding, LabcampError, Place, finding
from labcamp.patterns import pattern_of

# Who says where the name stands means this column and not those that labcamp would have found.
INSTEAD = {
    "name": frozenset({"name", "given", "family", "reversed"}),
    "given": frozenset({"name", "given", "reversed"}),
    "family": frozenset({"name", "family", "reversed"}),
    "status": frozenset({"status", "standing", "cancelled", "waitlist", "paid"}),
    "where": frozenset({"where", "on-site", "online"}),
}
# What a form or a ticket shop writes where nobody has said anything
NOTHING = (
    "anonymous, anonym, anonymous response, anonyme rückmeldung, anonyme antwort, information requested, "
    "info requested, informationen angefordert, angaben angefordert, not provided, not available, n/a, na, #n/a, #nv, "
    "k. a., k.a., keine angabe, unbekannt, unknown, none, null, nan, undefined, -, –, —, (leer), (empty), (blank), "
    "tba, tbd, n. n., n.n."
)
NO_NAME = frozenset({"", *NOTHING.split(", ")})
ADDRESS = pattern_of(r"[^\s@]+@[^\s@]+\.[^\s@]+")
TURNED = pattern_of(r"[^,]+,[^,]+")

# What Google Forms calls the address of whoever is signed in
USER = frozenset({"nutzername", "username", "benutzername"})
ANSWER = pattern_of(r"(?:ja|nein|yes|no|oui|non)\b")
OF_A_SEAT = frozenset({"status", "standing", "cancelled", "waitlist"})  # `standing` is known by its values alone
DECIDES = ("status", "standing", "cancelled", "waitlist", "paid", "consent", "refused")


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

    def deciding(self) -> tuple[Column, ...]:
        """The columns that say who has a seat and who gets mail."""
        return tuple(column for column in self.all if column.meaning in DECIDES)


def columns_of(table: ListTable, named: Named) -> Columns:
    """What the columns mean; `named` says it where a header is one's own. Else LC704 to LC706, or LC710."""
    headers = tuple(cell.text for cell in table.header.cells)
    meant = _speaking(table, headers, _meant(table, headers, named))
    repeated = list(_repeated(table, headers, meant))
    if refused := [found for found in repeated if not found.advice]:
        raise LabcampError(*refused)
    if "email" not in meant.values() and not (meant := _with_user(table, headers, meant)):
        raise LabcampError(_no_email(table))
    meant = _turned_round(table, _with_a_question(table, meant))
    meant = _with_where(table, headers, _with_standing(table, headers, _with_sides(table, headers, meant), named))
    of: defaultdict[str, list[int]] = defaultdict(list)
    for index in sorted(meant, key=lambda index: RANK.get(plain(headers[index]), len(RANK))):
        of[meant[index]].append(index)
    understood = (
        Column(shown(cell.text), meant.get(index), cell.place) for index, cell in enumerate(table.header.cells)
    )
    return Columns({meaning: tuple(found) for meaning, found in of.items()}, tuple(understood), tuple(repeated))


def _meant(table: ListTable, headers: tuple[str, ...], named: Named) -> dict[int, str]:
    """The meaning of each column that has one, by its index."""
    names = [plain(header) for header in headers]
    meant = {index: meaning for index, header in enumerate(headers) if (meaning := by_header(header, names))}
    for meaning, own in named.items():
        indexes = [index for header in own for index in _named(table, names, meaning, header)]
        others = INSTEAD.get(meaning, {meaning}) - (named.keys() - {meaning})
        meant = {index: known for index, known in meant.items() if known not in others} | dict.fromkeys(
            indexes, meaning
        )
    return meant


def _named(table: ListTable, names: list[str], meaning: str, header: str) -> list[int]:
    """Where a header stands that the private file names; LC706 where it is not there."""
    indexes = [index for index, name in enumerate(names) if name == plain(header)]
    if not indexes:
        raise LabcampError(finding("LC706", table.header.place, key=meaning, column=shown(header)))
    return indexes


def _with_user(table: ListTable, headers: tuple[str, ...], meant: dict[int, str]) -> dict[int, str]:
    """With the column of user names for that of addresses, where they are; nothing where they are not."""
    users = [index for index in _with_addresses(table, meant) if plain(headers[index]) in USER]
    return meant | {users[0]: "email"} if len(users) == 1 else {}


def _with_standing(table: ListTable, headers: tuple[str, ...], meant: dict[int, str], named: Named) -> dict[int, str]:
    """With the columns that say by their values who has a seat or wants mail; LC710 where they may mean it or not."""
    known = frozenset({"status"} & set(meant.values()))
    unsaid = {None} if "where" in named else {None, "where"}  # some may say there that they do not come at all
    guesses = {
        index: guess
        for index, header in enumerate(headers)
        if meant.get(index) in unsaid and (guess := _guessed(header, list(_said(table, index)), known, named))
    }
    if unclear := [table.header.cells[index] for index, guess in guesses.items() if guess == "unclear"]:
        raise LabcampError(*(finding("LC710", cell.place, column=shown(cell.text)) for cell in unclear))
    return meant | guesses


def _guessed(header: str, texts: list[str], known: frozenset[str], named: Named) -> str | None:
    """What the values of a column say that its header does not: `status`, `standing`, `unclear` or nothing."""
    standings = [standing_of(text) for text in texts]
    asked = spoken(header).strip("? ")
    strong = any(map(is_strong, texts))
    # `no-show` begins like an answer, and is none.
    answers = not strong and _answers(texts)
    worded = not answers and all(each and each.word for each in standings)
    if texts and "status" not in named and re.fullmatch(AFFIRMED if answers else COMES, asked) and (answers or worded):
        return "status"  # `Bestätigt` with a cross for some, `Response` with `None`: the others are not
    # Who does not know yet on which side they will be comes all the same.
    undecided = {text for text in texts if where_of(spoken(text)) == ""} if asks(asked) else set()
    told = (each for text, each in zip(texts, standings, strict=True) if text not in undecided)
    if all(each is None or each.kind == "confirmed" for each in told):
        return None
    if answers:
        return _answered(asked, known, named)
    if "status" in named:
        return None
    if all(standings) and (strong or len(set(map(spoken, texts))) > 1 or re.search(PERHAPS_COMES, asked)):
        return "standing"
    return "unclear" if strong or re.search(r"\b(?:status|rsvp|zusage)\b", asked) else None


def _answered(asked: str, known: frozenset[str], named: Named) -> str | None:
    """What a column of nothing but yes and no is about, by the question above it."""
    if re.fullmatch(COMES, asked) and "status" not in named:
        return "standing" if known else "status"
    if re.search(OF_OTHERS, asked):
        return None
    comes = re.search(PERHAPS_COMES, asked) and not known and "status" not in named
    return "unclear" if comes or (re.search(MAYBE_MAIL, asked) and "consent" not in named) else None


def _answers(texts: list[str]) -> bool:
    """Tell whether a column holds nothing but yes and no."""
    return all(word_of(text) in YES | NO or ANSWER.match(word_of(text)) for text in texts)


def _sides(table: ListTable, headers: tuple[str, ...], meant: dict[int, str]) -> dict[int, str]:
    """The columns of yes and no below one side: `on-site` or `online`."""
    asked = {
        index: side_of(spoken(header)) for index, header in enumerate(headers) if meant.get(index, "where") == "where"
    }
    return {index: side for index, side in asked.items() if side and _answers(list(_said(table, index)))}


def _with_sides(table: ListTable, headers: tuple[str, ...], meant: dict[int, str]) -> dict[int, str]:
    """With columns that ask for either side apart: a no below one of them is not one to the event."""
    sides = _sides(table, headers, meant)
    return meant | (sides if len(set(sides.values())) > 1 else {})


def _with_where(table: ListTable, headers: tuple[str, ...], meant: dict[int, str]) -> dict[int, str]:
    """With the columns that say who comes and who joins online, where the private file names none."""
    meant = meant | _sides(table, headers, meant)
    if {"where", "on-site", "online"} & set(meant.values()):
        return meant
    asked = {
        index: [spoken(text) for text in _said(table, index)] for index in range(len(headers)) if index not in meant
    }
    return meant | {index: "where" for index, cells in asked.items() if tells_where(spoken(headers[index]), cells)}


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
        if len(used) == 1 or used[:1] in (["consent"], ["ignore"]):  # each column of consent has to say yes
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
    headers = table.header.cells
    whole = (index for index, meaning in meant.items() if meaning == "name" and not given_first(headers[index].text))
    texts = {index: list(_said(table, index)) for index in whole}
    turned = (index for index, names in texts.items() if names[1:] and all(map(TURNED.fullmatch, names)))
    return meant | dict.fromkeys(turned, "reversed")


def _with_addresses(table: ListTable, meant: dict[int, str]) -> list[int]:
    return [index for index in range(len(table.header.cells)) if index not in meant and _holds_addresses(table, index)]


def _no_email(table: ListTable) -> Finding:
    """LC704, with the header that to all appearances is meant."""
    near = [shown(table.header.cells[index].text) for index in _with_addresses(table, {})]
    return finding("LC704", table.header.place, nearest=near[0] if len(near) == 1 else "")
