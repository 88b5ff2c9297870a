"""What was announced: the entries of an event, their revisions, and the ledger that remembers them."""

import datetime as dt
import json
import uuid
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import REPOSITORY, SERIES, TODAY, event_of, series_of

from labcamp.check.ledger import check_ledger
from labcamp.files.read import json_source
from labcamp.findings import LabcampError
from labcamp.model import Event
from labcamp.model.entries import Entry, all_entries, event_entries, session_entries, span_of
from labcamp.model.ledger import (
    Ledger,
    Record,
    differences,
    last_changes,
    ledger_bytes,
    on_their_own,
    recorded,
    revised,
)
from labcamp.model.zones import zone_of

KEYS = ("kind", "title", "start", "end", "place", "status", "sequence", "stamp", "said", "before")
DOMAIN = uuid.uuid5(uuid.NAMESPACE_DNS, "example.org")
BASE = "title: Treff\nstatus: confirmed\nplace: online\n"
DAY = f"{BASE}date: 2027-03-11\ntime: 14:00-17:00\n"
KNOWN, _ = series_of(SERIES)


TWO_DAYS = DAY.replace("2027-03-11", "2027-03-11/2027-03-12")


def uid(part: str = "") -> str:
    """The UID of an entry of the sample event."""
    return str(uuid.uuid5(DOMAIN, f"treff-12/{part}" if part else "treff-12"))


def announced(text: str, today: dt.date = TODAY, ledger: Ledger | None = None) -> Ledger:
    """The ledger of an event once it has been announced."""
    return recorded(entries(text), ledger or {}, today)


def entries(text: str) -> dict[str, Entry]:
    """All entries of an event."""
    return all_entries(event_of(text), KNOWN)


def revisions(text: str, ledger: Ledger, today: str = "2027-01-01") -> list[tuple[str, int, str]]:
    """Status, sequence and day of the stamp of each entry."""
    records = revised(entries(text), ledger, dt.date.fromisoformat(today)).values()
    return [(record.entry.status, record.sequence, str(record.stamp.date())) for record in records]


@pytest.mark.parametrize(
    ("event", "spans"),
    [
        ("", {"": (None, None)}),
        ("date: 2027-03", {"": ("2027-03", "2027-03")}),
        ("date: 2027-03-11", {"": ("2027-03-11", "2027-03-11")}),
        ("date: 2027-03-11/2027-03-12", {"": ("2027-03-11", "2027-03-12")}),
        (
            "date: 2027-03-11\ntime: 14:00-17:00",
            {"": ("2027-03-11T14:00 Europe/Berlin", "2027-03-11T17:00 Europe/Berlin")},
        ),
        (
            "date: 2027-03-11/2027-03-12\ntime: 20:00-24:00\nzone: Europe/Vienna",
            {
                "1": ("2027-03-11T20:00 Europe/Vienna", "2027-03-12T00:00 Europe/Vienna"),
                "2": ("2027-03-12T20:00 Europe/Vienna", "2027-03-13T00:00 Europe/Vienna"),
            },
        ),
    ],
)
def test_an_event_is_one_entry_or_one_a_day(event: str, spans: dict[str, tuple[str | None, str | None]]) -> None:
    made = event_entries(event_of(f"{BASE}{event}".replace("confirmed\n", "draft\n")), KNOWN)
    assert {id_: (entry.start, entry.end) for id_, entry in made.items()} == {uid(k): v for k, v in spans.items()}
    assert {(entry.kind, entry.title, entry.place) for entry in made.values()} == {("event", "Treff", "online")}


def test_each_session_with_a_time_is_an_entry_of_its_own_id() -> None:
    agenda = "agenda: [{title: Ankommen, minutes: 15}, {title: Pause, minutes: 5}, {title: Impuls, id: x, minutes: 30},"
    agenda += (
        " {title: Pause, minutes: 10}, {title: 'Ø 3', room: 2, minutes: 0}, {title: '1', minutes: 20}, Ende, Danach]"
    )
    made = session_entries(event_of(f"{DAY}{agenda}"), KNOWN)
    ids = ("ankommen", "pause", "x", "pause-2", "3", "session-1", "ende", "danach")
    assert list(made) == [uid("session-3" if id_ == "3" else id_) for id_ in ids]
    # `Ende` has a start, but nobody knows when it ends; `Ø 3` takes no time.
    times = [entry and (entry.start or "")[11:16] for entry in made.values()]
    assert times == ["14:00", "14:15", "14:20", "14:50", None, "15:00", None, None]


def test_an_id_of_its_own_is_never_taken_by_a_title() -> None:
    made = session_entries(
        event_of(f"{DAY}agenda: [{{title: Pause, minutes: 5}}, {{title: X, id: pause, minutes: 5}}]"), KNOWN
    )
    assert list(made) == [uid("pause-2"), uid("pause")]


def test_a_session_is_where_its_room_is() -> None:
    event = f"{DAY}agenda: [{{title: A, room: Saal, minutes: 5}}]".replace("online", "{name: Haus, city: Köln}")
    (entry,) = session_entries(event_of(event), KNOWN).values()
    assert entry
    assert entry.place == "Saal, Haus, Köln"


def test_the_closing_of_the_registration_is_an_entry_too() -> None:
    entry = entries(f"{DAY}registration: {{until: 2027-03-04}}")[uid("deadlines/registration")]
    assert entry == Entry("deadline", "Treff", "2027-03-04", "2027-03-04", None, "confirmed")


def test_what_was_never_announced_begins_at_zero_on_the_day_and_a_cancelled_event_at_one() -> None:
    assert revisions(DAY, {}) == [("confirmed", 0, "2027-01-01")]
    assert revisions(DAY.replace("confirmed", "cancelled"), {}) == [("cancelled", 1, "2027-01-01")]


def test_what_says_the_same_keeps_its_revision_whatever_the_day() -> None:
    ledger = announced(f"{DAY}summary: Kurz.")
    assert revisions(f"{DAY}summary: Ganz anders.\naccess: stufenlos", ledger, "2030-01-01") == [
        ("confirmed", 0, "2026-11-23")
    ]


@pytest.mark.parametrize(
    ("old", "new", "sequence"),
    [
        ("14:00-17:00", "15:00-17:00", 1),
        ("14:00-17:00", "14:00-16:00", 1),
        ("2027-03-11", "2027-03-12", 1),
        ("place: online", "place: Rathaus", 1),
        ("status: confirmed", "status: draft", 1),
        ("status: confirmed", "status: cancelled", 1),
        ("time: 14:00-17:00", "", 1),
        ("title: Treff", "title: Treffen", 0),
    ],
)
def test_another_time_place_or_status_counts_up_and_another_title_only_gets_a_new_stamp(
    old: str, new: str, sequence: int
) -> None:
    ((_, counted, stamp),) = revisions(DAY.replace(old, new), announced(DAY))
    assert (counted, stamp) == (sequence, "2027-01-01")


def test_another_zone_for_the_same_instant_is_a_change_that_calendars_show() -> None:
    assert revisions(f"{DAY}zone: Europe/Vienna", announced(DAY))[0][1] == 1


def test_what_was_announced_and_is_gone_is_cancelled_and_not_dropped() -> None:
    ledger = announced(TWO_DAYS)
    assert revisions(DAY, ledger) == [("confirmed", 1, "2027-01-01"), ("cancelled", 1, "2027-01-01")]
    again = announced(DAY, dt.date(2027, 1, 1), ledger)
    assert revisions(DAY, again, "2027-02-02")[-1] == ("cancelled", 1, "2027-01-01")


def test_what_is_gone_for_two_weeks_is_forgotten_by_the_next_announcement() -> None:
    ledger = announced(TWO_DAYS)
    assert uid("2") in announced(DAY, dt.date(2027, 3, 26), ledger)
    assert uid("2") not in announced(DAY, dt.date(2027, 3, 27), ledger)


DAYS_ONLY = f"{BASE}date: 2027-03-11/2027-03-12\n"
THREE_DAYS = DAY.replace("2027-03-11", "2027-03-11/2027-03-13")


def continued(before: str, after: str) -> list[tuple[str, str, int]]:
    """UID, status and number of each entry after a change of what was announced; `new` where the UID is a new one."""
    ledger, known = announced(before), {uid(part): part or "whole" for part in ("", "1", "2", "3")}
    records = revised(entries(after), ledger, dt.date(2027, 1, 1))
    return [(known.get(id_, "new"), record.entry.status, record.sequence) for id_, record in records.items()]


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (DAYS_ONLY, TWO_DAYS, [("whole", "confirmed", 1), ("2", "confirmed", 0)]),
        (TWO_DAYS, DAYS_ONLY, [("1", "confirmed", 1), ("2", "cancelled", 1)]),
        (TWO_DAYS, DAY, [("1", "confirmed", 1), ("2", "cancelled", 1)]),
        (TWO_DAYS, DAY.replace("-11", "-12"), [("2", "confirmed", 1), ("1", "cancelled", 1)]),
        (TWO_DAYS, THREE_DAYS, [("1", "confirmed", 1), ("2", "confirmed", 1), ("3", "confirmed", 0)]),
        (
            TWO_DAYS,
            TWO_DAYS.replace("2027-03-11/", "2027-03-10/"),
            [("new", "confirmed", 0), ("1", "confirmed", 1), ("2", "confirmed", 1)],
        ),
        (DAY, TWO_DAYS, [("whole", "confirmed", 1), ("2", "confirmed", 0)]),
        (DAYS_ONLY, DAY, [("whole", "confirmed", 1)]),
        (TWO_DAYS, TWO_DAYS.replace("-03-", "-04-"), [("1", "confirmed", 1), ("2", "confirmed", 1)]),
    ],
)
def test_an_entry_continues_the_one_that_was_announced_for_its_day(
    before: str, after: str, found: list[tuple[str, str, int]]
) -> None:
    assert continued(before, after) == found


def test_a_day_that_comes_back_continues_its_old_entry() -> None:
    once = announced(DAY, dt.date(2027, 1, 4), announced(TWO_DAYS))
    assert list(revised(entries(TWO_DAYS), once, TODAY)) == [uid("1"), uid("2")]
    assert revisions(TWO_DAYS, once)[-1] == ("confirmed", 2, "2027-01-04")


def told(before: str, after: str) -> list[tuple[str, str | None, str | None]]:
    """What is said of a change before it is announced; the same must be said after that."""
    ledger = announced(before)
    found = changed_last(after, ledger)
    assert changed_last(after, announced(after, dt.date(2027, 1, 4), ledger)) == found
    return found


def test_a_change_of_all_days_is_one_change() -> None:
    assert told(DAYS_ONLY, TWO_DAYS) == [("event", "2027-03-11", "2027-03-11T14:00")]
    assert told(TWO_DAYS, DAYS_ONLY) == [("event", "2027-03-11T14:00", "2027-03-11")]
    assert told(TWO_DAYS, TWO_DAYS.replace("14:00", "13:00")) == [("event", "2027-03-11T14:00", "2027-03-11T13:00")]
    assert told(TWO_DAYS, TWO_DAYS.replace("online", "Rathaus")) == [("event", "2027-03-11T14:00", "2027-03-11T14:00")]
    assert told(TWO_DAYS, THREE_DAYS) == [("event", "2027-03-11T14:00", "2027-03-11T14:00")]
    assert told(TWO_DAYS, DAY) == [("event", "2027-03-11T14:00", "2027-03-11T14:00")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Impuls", "Impulse"),
        ("Impuls", "Etwas ganz anderes"),
        ("{title: Impuls, ", "{title: Impuls, id: x, "),
        ("14:00-17:00", "15:00-18:00\nsubtitle: 'Impuls'"),
    ],
)
def test_a_session_keeps_its_entry_when_its_title_changes(old: str, new: str) -> None:
    before = DAY + AGENDA
    made = revised(entries(before.replace(old, new)), announced(before), TODAY)
    assert list(made) == [uid(), uid("ankommen"), uid("impuls")]
    both = before.replace("14:00-17:00", "15:00-18:00").replace("Impuls", "Impulse")
    assert list(revised(entries(both), announced(before), TODAY)) == list(made)


def test_the_life_of_an_event() -> None:
    """Drafted, announced, moved, announced, moved twice, cancelled, announced."""
    draft = DAY.replace("confirmed", "draft")
    assert revisions(draft, {}, "2026-12-01") == [("draft", 0, "2026-12-01")]
    ledger = announced(DAY, dt.date(2026, 12, 2))
    assert revisions(DAY, ledger, "2026-12-24") == [("confirmed", 0, "2026-12-02")]
    moved = DAY.replace("03-11", "03-18")
    assert revisions(moved, ledger, "2027-01-03") == [("confirmed", 1, "2027-01-03")]
    ledger = announced(moved, dt.date(2027, 1, 4), ledger)
    assert revisions(moved, ledger, "2027-01-24") == [("confirmed", 1, "2027-01-04")]
    later, latest = moved.replace("03-18", "04-01"), moved.replace("03-18", "04-08")
    assert revisions(later, ledger, "2027-02-05") == [("confirmed", 2, "2027-02-05")]
    assert revisions(latest, ledger, "2027-02-06") == [("confirmed", 2, "2027-02-06")]
    ledger = announced(latest, dt.date(2027, 2, 6), ledger)
    cancelled = latest.replace("confirmed", "cancelled")
    assert revisions(cancelled, ledger, "2027-03-01") == [("cancelled", 3, "2027-03-01")]
    ledger = announced(cancelled, dt.date(2027, 3, 1), ledger)
    assert revisions(cancelled, ledger, "2027-04-01") == [("cancelled", 3, "2027-03-01")]


def test_moving_back_to_what_was_announced_is_no_change() -> None:
    ledger = announced(DAY)
    assert revisions(DAY.replace("03-11", "03-12"), ledger)[0][1] == 1
    assert revisions(DAY, ledger) == [("confirmed", 0, "2026-11-23")]


AGENDA = "agenda: [{title: Ankommen, minutes: 30}, {title: Impuls, minutes: 60}]\n"


def own(before: str, after: str) -> list[tuple[str, tuple[str, ...]]]:
    """The kinds and keys of what is different of itself between two states of an event."""
    found = differences(entries(after), announced(before))
    return [(each.kind, each.keys) for each in on_their_own(found)]


def test_what_only_follows_its_event_is_no_change_of_its_own() -> None:
    whole = f"{DAY}{AGENDA}registration: {{until: 2027-03-04}}"
    assert own(whole, whole) == []
    assert own(whole, whole.replace("14:00-17:00", "15:00-18:00")) == [("event", ("start", "end"))]
    assert own(whole, whole.replace("2027-03-11", "2027-04-01")) == [("event", ("start", "end"))]
    assert own(whole, whole.replace("confirmed", "cancelled")) == [("event", ("status",))]
    assert own(whole, whole.replace("place: online", "place: Rathaus")) == [("event", ("place",))]
    assert own(whole, whole.replace("title: Treff", "title: Treffen", 1)) == [("event", ("title",))]


def test_sessions_come_with_the_hours_of_their_event_and_go_with_them() -> None:
    whole = f"{DAY}{AGENDA}"
    for without in (whole.replace("date: 2027-03-11", "date: 2027-03"), whole.replace("time: 14:00-17:00\n", "")):
        assert own(whole, without) == own(without, whole) == [("event", ("start", "end"))]


def test_what_changes_besides_its_event_is_a_change_of_its_own() -> None:
    whole = f"{DAY}{AGENDA}registration: {{until: 2027-03-04}}"
    assert own(whole, whole.replace("minutes: 30", "minutes: 40").replace("14:00-17", "15:00-18")) == [
        ("event", ("start", "end")),
        ("session", ("start", "end")),
        ("session", ("start", "end")),
    ]
    assert own(whole, whole.replace("until: 2027-03-04", "until: 2027-03-05")) == [("deadline", ("start", "end"))]
    gone = own(whole, whole.replace("{title: Ankommen, minutes: 30}, ", "{title: Anfangen, minutes: 30}, "))
    assert gone == [("session", ("title",))]


def changed_last(text: str, ledger: Ledger) -> list[tuple[str, str | None, str | None]]:
    """Kind, and start before and after, of what has changed of an event, whether it is announced by now or not."""
    found = on_their_own(last_changes(entries(text), ledger))
    return [
        (each.kind, each.before and (each.before.start or "")[:16], each.after and (each.after.start or "")[:16])
        for each in found
    ]


def test_a_record_keeps_what_was_announced_before_it() -> None:
    once = announced(DAY)
    assert once[uid()].before is None
    moved, later = DAY.replace("03-11", "03-18"), dt.date(2027, 1, 4)
    twice = announced(moved, later, once)
    assert twice[uid()] == Record(entries(moved)[uid()], 1, dt.datetime(2027, 1, 4, tzinfo=dt.UTC), once[uid()].entry)
    assert announced(moved, dt.date(2027, 2, 1), twice) == twice
    assert announced(DAY, dt.date(2027, 2, 1), twice)[uid()].before == entries(moved)[uid()]


def test_what_has_changed_is_known_until_the_next_announcement_changes_something() -> None:
    whole = f"{DAY}{AGENDA}registration: {{until: 2027-03-04}}"
    moved = whole.replace("03-11", "03-18")
    change = [("event", "2027-03-11T14:00", "2027-03-18T14:00")]
    ledger = announced(whole)
    assert changed_last(whole, ledger) == []
    assert changed_last(moved, ledger) == change
    ledger = announced(moved, dt.date(2027, 1, 4), ledger)
    assert changed_last(moved, ledger) == change
    ledger = announced(moved, dt.date(2027, 1, 5), ledger)
    assert changed_last(moved, ledger) == change
    earlier = moved.replace("until: 2027-03-04", "until: 2027-03-03")
    assert changed_last(earlier, ledger) == [("deadline", "2027-03-04", "2027-03-03")]
    ledger = announced(earlier, dt.date(2027, 1, 6), ledger)
    assert changed_last(earlier, ledger) == [("deadline", "2027-03-04", "2027-03-03")]


@pytest.mark.parametrize("day", ["2026-11-23", "2026-11-24"], ids=["the same day", "another day"])
@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("14:00-17:00", "15:00-17:00", [("event", "2027-03-11T14:00", "2027-03-11T15:00")]),
        ("place: online", "place: Rathaus", [("event", "2027-03-11T14:00", "2027-03-11T14:00")]),
        ("confirmed", "cancelled", [("event", "2027-03-11T14:00", "2027-03-11T14:00")]),
        ("minutes: 60", "minutes: 70", [("session", "2027-03-11T14:30", "2027-03-11T14:30")]),
        ("{title: Ankommen, minutes: 30}, ", "", [
            ("session", "2027-03-11T14:30", "2027-03-11T14:00"), ("session", "2027-03-11T14:00", None),
        ]),
        ("date: 2027-03-11", "date: 2027-03-10", [("event", "2027-03-11T14:00", "2027-03-10T14:00")]),
    ],
)  # fmt: skip
def test_an_announcement_does_not_hide_what_it_has_changed(
    before: str, after: str, found: list[tuple[str, str | None, str | None]], day: str
) -> None:
    whole = f"{DAY}{AGENDA}registration: {{until: 2027-03-04}}"
    new, ledger = whole.replace(before, after), announced(whole)
    assert changed_last(new, ledger) == found
    assert changed_last(new, announced(new, dt.date.fromisoformat(day), ledger)) == found


def test_a_session_that_came_with_the_last_announcement_is_new() -> None:
    new = DAY + AGENDA
    found = [("session", None, "2027-03-11T14:00"), ("session", None, "2027-03-11T14:30")]
    ledger = announced(DAY)
    assert changed_last(new, ledger) == changed_last(new, announced(new, dt.date(2027, 1, 4), ledger)) == found


def test_nothing_has_changed_of_what_was_never_announced_or_only_once() -> None:
    assert changed_last("title: Treff", {}) == []
    assert changed_last(DAY + AGENDA, announced(DAY + AGENDA)) == []


@pytest.mark.parametrize("path", sorted((REPOSITORY / "events/announced").glob("*.json")), ids=lambda path: path.stem)
def test_a_ledger_without_changes_is_written_as_it_always_was(path: Path) -> None:
    ledger, findings = check_ledger(json_source(path.read_bytes(), path.name))
    assert (ledger_bytes(ledger), findings) == (path.read_bytes(), ())


def test_the_ledger_has_one_key_a_line_and_reads_back() -> None:
    ledger = announced(f"{DAY}{AGENDA}")
    lines = ledger_bytes(ledger).decode().splitlines()
    assert lines[0] == "{"
    assert all(line.strip(" {},").count('": ') <= 1 for line in lines)
    data = json.loads(ledger_bytes(ledger))
    assert list(data) == sorted(data)
    assert data[uid()] == {
        "kind": "event",
        "title": "Treff",
        "start": "2027-03-11T14:00 Europe/Berlin",
        "end": "2027-03-11T17:00 Europe/Berlin",
        "place": "online",
        "status": "confirmed",
        "sequence": 0,
        "stamp": "2026-11-23T00:00:00Z",
    }
    assert read_back(ledger) == ledger
    again = announced(f"{DAY}{AGENDA}".replace("place: online\n", ""), dt.date(2027, 1, 4), ledger)
    lines = ledger_bytes(again).decode().splitlines()
    assert all(line.strip(" {},").count('": ') <= 1 for line in lines)
    data = json.loads(ledger_bytes(again))[uid()]
    assert list(data) == [*(key for key in KEYS if key not in {"place", "said"})]
    assert data["before"] == {
        "kind": "event",
        "title": "Treff",
        "start": "2027-03-11T14:00 Europe/Berlin",
        "end": "2027-03-11T17:00 Europe/Berlin",
        "place": "online",
        "status": "confirmed",
    }
    assert read_back(again) == again


def read_back(ledger: Ledger) -> Ledger:
    """The ledger as it is read from its own file."""
    read, findings = check_ledger(json_source(ledger_bytes(ledger), "treff-12.json"))
    assert findings == ()
    return read


TITLES = st.text(st.characters(categories=("L", "N", "P", "S", "Zs"), max_codepoint=0x1FFFF), min_size=1, max_size=30)


@given(TITLES.map(lambda text: " ".join(text.split())).filter(bool), st.integers(0, 10**8))
def test_any_title_reads_back_from_the_ledger(title: str, sequence: int) -> None:
    entry = Entry("event", title, "2027-03-11", "2027-03-12", None, "confirmed")
    stamp = dt.datetime(2027, 1, 2, tzinfo=dt.UTC)
    ledger = {uid(): Record(entry, sequence, stamp), uid("1"): Record(entry, sequence, stamp, entry)}
    assert read_back(ledger) == ledger


@pytest.mark.parametrize(
    ("record", "code"),
    [
        ('"start": "2027-03-11", "end": "2027-03-10"', "LC305"),
        ('"start": "2027-03-11", "end": "2027-03-11T17:00 Europe/Berlin"', "LC305"),
        ('"start": "2027-03-11T17:00 Europe/Berlin", "end": "2027-03-11T17:00 Europe/Berlin"', "LC305"),
        ('"start": "2027-03-11T17:00 Europe/Berlin", "end": "2027-03-11T18:00 Europe/Paris"', "LC305"),
        ('"start": "2027-02-30", "end": "2027-02-30"', "LC206"),
        ('"start": "2027-03-11T17:00", "end": "2027-03-11T18:00"', "LC206"),
        ('"start": "2027-03-11T17:00 Europe/Bern", "end": "2027-03-11T18:00 Europe/Bern"', "LC213"),
        ('"stamp": "2027-03-11"', "LC206"),
        ('"sequence": -1', "LC208"),
        ('"status": "moved"', "LC209"),
        ('"kind": "meeting"', "LC209"),
        ('"colour": "blue"', "LC202"),
        ('"before": "2027-03-11"', "LC205"),
        ('"before": {"kind": "event", "title": "T"}', "LC201"),
        ('"before": {"kind": "event", "title": "T", "status": "confirmed", "sequence": 1}', "LC202"),
        ('"before": {"kind": "event", "title": "T", "status": "draft", "start": "2027-03", "end": "2027"}', "LC206"),
        ('"before": {"kind": "event", "title": "T", "status": "draft", "start": "2027-03"}', "LC305"),
    ],
)
def test_a_ledger_that_a_person_has_changed_is_told_where_it_is_wrong(record: str, code: str) -> None:
    key = record.split('"')[1]
    whole = {
        "kind": '"event"',
        "title": '"T"',
        "status": '"confirmed"',
        "sequence": "0",
        "stamp": '"2027-01-01T00:00:00Z"',
    }
    others = ", ".join(f'"{name}": {value}' for name, value in whole.items() if name != key)
    read, findings = check_ledger(json_source(f'{{"u": {{{others}, {record}}}}}'.encode(), "a.json"))
    assert (next(found.code for found in findings), read) == (code, {})
    assert all(found.line for found in findings)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=9)
    | st.sampled_from(["2027-03", "event"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*KEYS, "u"]), inner, max_size=9),
    max_leaves=20,
)


@given(JSON, st.booleans())
def test_any_json_is_a_ledger_or_gives_findings(data: object, ascii_: bool) -> None:
    try:
        read, findings = check_ledger(
            json_source(json.dumps(data, ensure_ascii=ascii_).encode("utf-8", "replace"), "a.json")
        )
    except LabcampError as problem:
        read, findings = {}, problem.findings
    assert {found.path for found in findings} <= {"a.json"}
    assert len(revised(entries(DAY), read, TODAY)) == len(read) + 1
    assert isinstance(differences(entries(DAY), read), tuple)
    assert isinstance(on_their_own(last_changes(entries(DAY), read)), tuple)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{\n"a": {},\n<<<<<<< HEAD\n"b": {}\n=======\n"c": {}\n>>>>>>> other\n}', ("LC121", 3, 1)),
        ('{"a": {},\n "a": {}}', ("LC102", 2, 2)),
        ('{"a": {}', ("LC117", 1, 1)),
        ("[1]", ("LC115", 1, 1)),
        ("", ("LC114", 1, 1)),
        ('{"a": ' * 1000, ("LC108", 1, 181)),
    ],
)
def test_a_ledger_that_is_no_json_is_told_where(text: str, found: tuple[str, int, int]) -> None:
    with pytest.raises(LabcampError) as caught:
        json_source(text.encode(), "a.json")
    assert [(each.code, each.line, each.column) for each in caught.value.findings] == [found]


def test_a_span_is_what_a_calendar_has() -> None:
    berlin = zone_of("Europe/Berlin")

    def span(start: str | None, end: str | None) -> object:
        return span_of(Entry("event", "T", start, end, None, "confirmed"))

    assert span(None, None) is span("2027-03", "2027-03") is None
    assert span("2027-03-11", "2027-03-12") == (dt.date(2027, 3, 11), dt.date(2027, 3, 13))
    assert span("2027-03-11T14:00 Europe/Berlin", "2027-03-12T00:00 Europe/Berlin") == (
        dt.datetime(2027, 3, 11, 14, tzinfo=berlin),
        dt.datetime(2027, 3, 12, tzinfo=berlin),
    )


def test_an_old_uid_is_kept_for_all_entries() -> None:
    event: Event = event_of(f"{DAY}uid: alt-7@example.org\n{AGENDA}")
    assert list(all_entries(event, KNOWN)) == [
        "alt-7@example.org",
        "alt-7@example.org/ankommen",
        "alt-7@example.org/impuls",
    ]
