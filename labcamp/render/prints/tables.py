"""Table cards: a tent of A4 for each table at which people talk about a theme."""

from collections.abc import Iterator, Sequence

from labcamp.findings import LabcampError, Place, finding
from labcamp.model import Event, TimedSession
from labcamp.model.artefact import Artefact
from labcamp.render.dates import clock, in_full
from labcamp.render.facts import Facts, marked
from labcamp.render.prints.typesetting import edition, printed
from labcamp.render.rows import room_of
from labcamp.render.stage import Stage, facts_of
from labcamp.workspace import EVENTS

# At sessions of these types people sit at tables; a session without a type is none of them.
AT_TABLES = {"discussion", "networking", "workshop"}


def render(stage: Stage, events: Sequence[Event]) -> Iterator[Artefact]:
    """The table cards of events: `<id>/table-cards.pdf`; LC047 for one that has no tables."""
    for event in events:
        facts = facts_of(stage, event)
        given = data(facts)
        if not given["cards"]:
            path = stage.workspace.root / EVENTS / f"{event.id}.yaml"
            raise LabcampError(finding("LC047", Place(path.as_posix()), title=event.heading))
        yield printed(stage, facts, "table-cards.typ", "table-cards.pdf", given)


def data(facts: Facts) -> dict[str, object]:
    """What the template is given."""
    return {
        "title": marked(facts, facts.words("table_cards.heading", title=facts.event.title)),
        "edition": edition(facts),
        "notice": facts.notice,
        "cards": [{"title": title, "lines": lines} for title, lines in _cards(facts).items()],
    }


def _cards(facts: Facts) -> dict[str, list[str]]:
    """Each table's theme, and when it is talked about; a session without tables is one itself, where none has any."""
    timetable = facts.event.timetable
    cards: dict[str, list[str]] = {}
    for timed in timetable:
        for theme in timed.session.tables:
            cards.setdefault(theme, []).append(_line(facts, timed, timed.session.title))
    if cards:
        return cards
    for timed in timetable:
        if "type" in timed.session.model_fields_set and timed.session.type in AT_TABLES:
            cards.setdefault(timed.session.title, []).append(_line(facts, timed))
    return cards


def _line(facts: Facts, timed: TimedSession, title: str = "") -> str:
    """When, what and where, as far as known: `15:30 Uhr, Thementische, Raum B`."""
    words, days = facts.words, facts.event.days
    day = in_full(days[timed.day - 1], words) if 1 < len(days) >= timed.day else ""
    start = timed.start_on_clock
    time = "" if start is None else words("dates.at_hour", start=clock(start, words))
    return ", ".join(filter(None, (day, time, title, room_of(timed.session.room or "", words))))
