"""Small groups for the rooms of a video conference: files for Zoom and BigBlueButton, a list for Teams."""

import csv
import io
import json
from collections.abc import Iterator

from labcamp.files.spreadsheets import inert
from labcamp.model.artefact import Artefact
from labcamp.render.groups.lists import heading_of, paragraphs
from labcamp.render.groups.told import Told
from labcamp.render.stage import artefact

COLUMNS = ("Pre-assign Room Name", "Email Address")  # as Zoom's own file has them: other words are refused


def render(told: Told) -> Iterator[Artefact]:
    """A file a round for Zoom and one for BigBlueButton, `teams.txt`, and `online.txt` that says how to use them."""
    if not told.online:
        return
    event, known = told.facts.event, _addresses(told)
    for each in told.rounds:
        yield artefact(event, f"groups/zoom-round-{each.number}.csv", _zoom(told, each.number - 1, known))
        yield artefact(event, f"groups/bigbluebutton-round-{each.number}.json", _bbb(told, each.number - 1, known))
    yield artefact(event, "groups/teams.txt", _teams(told))
    yield artefact(event, "groups/online.txt", _how(told, known))


def _addresses(told: Told) -> dict[int, str]:
    """The address of each person, by whom only they are known: of several with the same one, the first has it."""
    first: dict[str, int] = {}
    for who, person in enumerate(told.seating.people):
        if person.email:
            first.setdefault(person.email.casefold(), who)
    return {who: told.seating.people[who].email for who in first.values()}


def _zoom(told: Told, round_: int, known: dict[int, str]) -> str:
    """The file with which Zoom assigns people to rooms in advance (RFC 4180); an address stands as it is."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for table in told.online:
        people = told.sorted(told.seating.rounds[round_][table])
        writer.writerows((inert(told.table(table)), known[who]) for who in people if who in known)
    return text.getvalue()


def _bbb(told: Told, round_: int, known: dict[int, str]) -> str:
    """The value of `groups` when a meeting of BigBlueButton is created; rooms to which nobody is known stay open."""
    rooms = [
        {
            "id": str(table + 1),
            "name": told.table(table),
            "roster": [known[who] for who in told.sorted(told.seating.rounds[round_][table]) if who in known],
        }
        for table in told.online
        if told.seating.rounds[round_][table]
    ]
    return json.dumps(rooms, ensure_ascii=False, indent=2) + "\n"


def _teams(told: Told) -> str:
    """Each round's people in the order in which Teams lists them, by their names as they are written."""
    parts = [heading_of(told, "rooms")]
    for each in told.rounds:
        rooms = {who: table for table in told.online for who in told.seating.rounds[each.number - 1][table]}
        lines = (f"{told.lines[who]} → {told.table(rooms[who])}" for who in told.by_name if who in rooms)
        parts.append("\n".join((each.label, *lines)))
    return paragraphs(parts)


def _how(told: Told, known: dict[int, str]) -> str:
    """What each file is for, and whom somebody has to send to their room by hand."""
    words, joining = told.facts.words, {who for tables in told.seating.rounds for t in told.online for who in tables[t]}
    unknown = joining - known.keys()
    by_hand = [f"{told.lines[who]}: {told.way_of(who)}" for who in told.by_name if who in unknown]
    parts = [
        heading_of(told, "online"),
        *(words(f"groups.{service}") for service in ("zoom", "bigbluebutton", "teams")),
    ]
    return paragraphs([*parts, "\n".join((words("groups.by_hand"), *by_hand)) if by_hand else ""])
