"""What is large is answered in seconds, for not everything is compared with everything; the answers stay the same."""

from difflib import get_close_matches
from itertools import combinations
from time import process_time

from conftest import times
from hypothesis import given
from hypothesis import strategies as st
from sample import event_of

from labcamp.check.agenda import overlaps, person_in_two_places, sessions_overlap
from labcamp.check.shape import nearest
from labcamp.files.read import Source, source_of
from labcamp.findings import Finding, Place
from labcamp.model import Event, Person, Session, TimedSession
from labcamp.model.near import closest
from labcamp.model.private import Participant
from labcamp.model.seating import Seating
from labcamp.review.agenda import Day, _ended_before

SECONDS = 6  # of a processor that is busy with other work; to compare all with all takes minutes
NAMES = ("Ida Beispiel", "Kim Muster", "N. N.")
NOTHING = source_of(b"title: T\n", "event.yaml")
HEAD = "title: T\nstatus: confirmed\ndate: 2027-03-11\ntime: 0:00-23:00\nagenda:\n"
WORDS = st.text("abcäe1-", max_size=25)


def session(day: int | None, start: int | None, minutes: int | None, room: str | None, names: list[str]) -> Session:
    """A session with what the rules look at."""
    by = tuple(Person.model_construct(name=name) for name in names)
    return Session.model_construct(title="T", day=day, start=start, minutes=minutes, room=room, by=by)


SESSIONS = st.builds(
    session,
    st.sampled_from((None, 1, 2)),
    st.sampled_from((None, 540, 550, 560, 600)),
    st.sampled_from((None, 5, 10, 60)),
    st.sampled_from((None, "Saal", "Bühne")),
    st.lists(st.sampled_from(NAMES), max_size=3),
)


def each_with_each(event: Event, source: Source) -> list[tuple[int, int, str]]:
    """Which sessions are at the same time, by asking each pair: in one room, or with somebody who is in both."""
    told = []
    for (number, one), (index, other) in combinations(enumerate(event.timetable), 2):
        if overlaps(one, other) and any(each.start is not None for each in event.agenda):
            if one.session.room == other.session.room:
                told.append((number, index, "LC302"))
            else:
                busy = {each.name for each in one.session.by} - {"N. N."}
                told += [(number, index, "LC303") for each in other.session.by if each.name in busy]
    return sorted(told, key=lambda each: each[2])


@times(8)
@given(st.lists(SESSIONS, max_size=9))
def test_sessions_at_the_same_time_are_those_that_asking_each_pair_finds(agenda: list[Session]) -> None:
    named = tuple(each.model_copy(update={"title": str(number)}) for number, each in enumerate(agenda))
    event = event_of(HEAD.partition("agenda")[0]).model_copy(update={"agenda": named})
    found = (*sessions_overlap(event, NOTHING), *person_in_two_places(event, NOTHING))
    assert [pair_of(each) for each in found] == each_with_each(event, NOTHING)


def pair_of(found: Finding) -> tuple[int, int, str]:
    """The titles of two sessions, which are numbers here, and what is wrong with them."""
    values = dict(found.values)
    return int(values["other"]), int(values["title"]), found.code


def test_an_agenda_of_twenty_thousand_is_checked_in_seconds_and_what_runs_beside_it_is_found() -> None:
    rooms, minutes = [f"R{number}" for number in range(20)], range(1, 1001)
    agenda = [
        session(1, 0, 5, "R0", ["PR1"]),
        *(session(1, at, 1, room, [f"P{room}"]) for room in rooms for at in minutes),
    ]
    named = tuple(each.model_copy(update={"title": str(number)}) for number, each in enumerate(agenda))
    event = event_of(HEAD.partition("agenda")[0]).model_copy(update={"agenda": named})
    began = process_time()
    found = (*sessions_overlap(event, NOTHING), *person_in_two_places(event, NOTHING))
    assert process_time() - began < SECONDS
    assert [pair_of(each) for each in found] == [
        *((0, at, "LC302") for at in range(1, 5)),
        *((0, at, "LC303") for at in range(1001, 1005)),
    ]


def test_where_all_sessions_are_at_once_not_every_pair_is_told() -> None:
    event = event_of(HEAD + "".join(f"- {{title: T{number}, start: 9:00}}\n" for number in range(400)))
    assert len([*sessions_overlap(event, NOTHING)]) == 10_000
    assert len(set(event.session_ids)) == 400


def test_sessions_of_the_same_title_have_an_id_each_as_before() -> None:
    event = event_of(f"{HEAD}- Runde\n- {{title: Anders, id: runde-3}}\n- Runde\n- Runde\n- Plenum\n- Runde\n")
    assert event.session_ids == ("runde", "runde-3", "runde-2", "runde-4", "plenum", "runde-5")
    assert len(set(event_of(HEAD + "- Runde\n" * 8000).session_ids)) == 8000


@times(8)
@given(st.lists(st.tuples(st.sampled_from((None, 1, 2, 3, 4)), st.sampled_from((None, 1, 2, 5))), max_size=6))
def test_what_ended_before_a_session_is_the_last_of_all_that_began_earlier(times_: list[tuple[int, int]]) -> None:
    day: Day = [(n, TimedSession(session(1, None, None, None, []), 1, *each)) for n, each in enumerate(times_)]
    starts = {timed.start for _, timed in day if timed.start is not None}
    earlier = {start: [t.end for _, t in day if t.start is not None and t.start < start] for start in starts}
    assert _ended_before(day) == {
        start: max(end for end in ends if end is not None)
        for start, ends in earlier.items()
        if ends and None not in ends
    }


@times(8)
@given(WORDS, st.lists(WORDS, max_size=30), st.sampled_from((0.6, 0.9)))
def test_the_nearest_word_is_the_one_that_difflib_finds(word: str, known: list[str], cutoff: float) -> None:
    assert closest(word, known, cutoff) == next(iter(get_close_matches(word, known, 1, cutoff)), "")


def test_among_thousands_of_names_the_nearest_is_found_at_once() -> None:
    known = [f"labor-{number}-{town}" for number in range(500) for town in ("kiel", "graz", "bern", "jena")]
    began = process_time()
    assert [nearest(f"labr-{number}-kiel", known) for number in range(100)] == [
        f"labor-{number}-kiel" for number in range(100)
    ]
    assert process_time() - began < SECONDS


def test_everybody_of_five_thousand_finds_their_table_at_once() -> None:
    people = tuple(Participant(f"P{number}", "", Place("")) for number in range(5000))
    tables = tuple(tuple(range(first, first + 5)) for first in range(0, 5000, 5))
    seating = Seating(people, (tables, tables[::-1]), (1000,))
    began = process_time()
    assert [seating.tables_of(number) for number in range(5000)] == [(n // 5, 999 - n // 5) for n in range(5000)]
    assert process_time() - began < SECONDS
