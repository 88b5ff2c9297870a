"""Whatever stands in a file, it gives an event or findings with a place inside the file, and never a crash."""

import datetime as dt
import json
from collections.abc import Iterable

from conftest import times
from hypothesis import given
from hypothesis import strategies as st

from labcamp.check import UNKNOWN_SERIES, AnyOrganisation, check_event, check_organisations, check_series
from labcamp.check.sense import twice
from labcamp.files.read import Source, source_of
from labcamp.findings import Finding, LabcampError
from labcamp.model import Contact, Event, Link, Organisation, Person, Series, Session
from labcamp.model.texts import clock_of, days_of, hours_of, id_of
from labcamp.texts import LANGUAGES, page_of, words_of

ORGANISATIONS = {"citylab": Organisation(name="CityLAB")}
KEYS = sorted({key for model in (Event, Series, Session, Person, Contact, Link) for key in model.model_fields})
VALUES = [
    "2027-03-28", "2027-03", "28.03.2027/29.03.2027", "2027-10-31", "9999-12-31", "0001-01-01",
    "02:30", "02:30-05:00", "14:00-17:00", "24:00", "17:00-14:00",
    "confirmed", "cancelled", "online", "citylab", "nextlab", "N. N.", "TBA", "input", "Europe/Berlin", "Wien",
    "0", "1", "45", "999999999", "ja", "vielleicht", "https://example.org", "ada@example.org",
    "#3", "LabCamp #3", "#0b4f8a", "", "~", "{number}", "{key}", "Ä🌱", "x" * 70,
]  # fmt: skip
SIGNS = [
    "\n", "\n  ", "\n    ", "\n  - ", "\n- ", "\r\n", "\t", " ", "---", "...", "\u2028", "\ufeff", "\x00",
    ": ", ":", " #", "# ", "? ", "-", "[", "]", "{", "}", ", ", '"', "'", "|", ">", "&", "*", "!", "%", "@", "`", "\\",
]  # fmt: skip

lines = st.builds("{}: {}\n".format, st.sampled_from(KEYS), st.sampled_from(VALUES))
sessions = st.builds(
    "  - {{title: {}, start: '{}', minutes: {}, day: {}, room: {}, by: {}}}\n".format,
    st.sampled_from("AB"),
    st.sampled_from(["9:00", "14:00", "23:59", "24:00", "02:30"]),
    st.sampled_from(["0", "30", "999999999"]),
    st.sampled_from("0123"),
    st.sampled_from("XY"),
    st.sampled_from(["Ada", "Bo", "N. N."]),
)
agendas = st.lists(sessions, min_size=1, max_size=5).map(lambda items: f"agenda:\n{''.join(items)}")
plausible = st.lists(lines | agendas, max_size=8).map("".join)
fragments = st.lists(st.sampled_from([*SIGNS, *KEYS, *VALUES]), max_size=25).map("".join)
trees = st.recursive(
    st.text(max_size=12) | st.sampled_from(VALUES),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), inner, max_size=5)
    ),
    max_leaves=25,
)
documents = st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), trees, max_size=8)


def all_checked(content: bytes) -> tuple[str, tuple[Finding, ...], Event | None]:
    """The text, the findings, and the event: the content is checked as each sort of file that there is."""
    try:
        source = source_of(content, "file.yaml")
    except LabcampError as problem:
        return content.decode("utf-8-sig", "replace"), problem.findings, None
    event, findings = check_event("file", source, UNKNOWN_SERIES, ORGANISATIONS)
    _, of_anybody = check_event("file", source, UNKNOWN_SERIES, AnyOrganisation())
    _, of_organisations = check_organisations(source)
    _, of_series = check_series(source, ORGANISATIONS)
    again = tuple(twice([(event, source), (event, source)])) if event else ()
    return source.text, (*findings, *of_anybody, *of_organisations, *of_series, *again), event


def ends_of(text: str) -> list[int]:
    """How many characters each line has, as an editor shows it."""
    return [len(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]


def holds(content: bytes) -> None:
    """Each finding has a place inside the file, words and a manual page; without one there is an event."""
    text, findings, event = all_checked(content)
    ends = ends_of(text)
    for found in findings:
        assert found.path == "file.yaml"
        assert 0 <= found.line <= len(ends)
        if found.line:
            assert 1 <= found.column <= ends[found.line - 1] + 1
        for language in LANGUAGES:
            assert all(words_of(found, language))
            assert page_of(found.code, language).manual
    assert event is not None or findings
    if event is not None:
        says_when(event)


def says_when(event: Event) -> None:
    """All that follows from an event can be worked out."""
    assert len(event.timetable) == len(event.agenda)
    assert len(event.moments) in {0, len(event.days)}
    assert isinstance(event.is_past(dt.date(2027, 3, 11)), bool)
    assert event.sort_key >= (1970, 1, 1, 0, "")
    assert event.heading.startswith(event.title)


@given(st.text())
def test_any_text_gives_an_event_or_findings(text: str) -> None:
    holds(text.encode())


@given(st.binary())
def test_any_bytes_give_an_event_or_findings(content: bytes) -> None:
    holds(content)


@times(5)
@given(fragments)
def test_any_pieces_of_yaml_give_an_event_or_findings(text: str) -> None:
    holds(f"title: A\n{text}".encode())


@times(2)
@given(plausible)
def test_any_plausible_lines_give_an_event_or_findings(text: str) -> None:
    holds(f"title: A\n{text}".encode())


@times(2)
@given(documents)
def test_any_data_gives_an_event_or_findings(data: dict[str, object]) -> None:
    holds(json.dumps(data, ensure_ascii=False).encode())


@given(
    st.sampled_from(["[", "{a: ", "- ", "? ", "- - - ", "[{"]), st.integers(1, 3000), st.sampled_from(["", "]", "}"])
)
def test_any_depth_gives_findings(opening: str, depth: int, closing: str) -> None:
    holds(f"title: A\nagenda: {opening * depth}{closing * depth}".encode())
    holds(f"{opening * depth}{closing * depth}".encode())


@given(st.sampled_from(["date", "time", "place", "hosts", "agenda", "links", "zone", "number"]), trees)
def test_any_value_of_a_key_gives_an_event_or_findings(key: str, value: object) -> None:
    holds(json.dumps({"title": "A", "date": "2027-03-28", key: value}, ensure_ascii=False).encode())


def source_or_refusal(data: object, indent: int | None = None) -> Source | set[str]:
    """The data, written in quotes and read again, or the codes of what is refused in them."""
    try:
        return source_of(json.dumps(data, ensure_ascii=False, indent=indent).encode(), "file.yaml")
    except LabcampError as problem:
        return {found.code for found in problem.findings}


@given(documents)
def test_what_is_written_in_quotes_is_read_as_it_is(data: dict[str, object]) -> None:
    source = source_or_refusal(data)

    assert source.data == data if isinstance(source, Source) else source == {"LC107"}


def places(source: Source, data: object, path: tuple[str | int, ...] = ()) -> Iterable[tuple[int, int, str]]:
    """Line, column and text of each scalar."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from places(source, value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from places(source, value, (*path, index))
    else:
        place = source.place(*path)
        yield place.line, place.column, str(data)


@given(documents)
def test_the_place_of_each_text_is_where_it_begins(data: dict[str, object]) -> None:
    source = source_or_refusal(data, indent=1)
    if not isinstance(source, Source):
        return
    shown = source.text.split("\n")
    for line, column, text in places(source, source.data):
        assert shown[line - 1][column - 1 :].startswith(json.dumps(text, ensure_ascii=False))


@given(st.dates(dt.date(1970, 1, 1), dt.date(2999, 12, 1)), st.integers(0, 30))
def test_every_day_and_every_span_of_days_is_read_back(first: dt.date, more: int) -> None:
    last = first + dt.timedelta(days=more)
    german = f"{first:%d.%m}.{first.year} bis {last:%d.%m}.{last.year}"

    assert days_of(f"{first.isoformat()}/{last.isoformat()}") == days_of(german)
    assert days_of(german).all == tuple(first + dt.timedelta(days=number) for number in range(more + 1))


@given(st.integers(0, 1440), st.integers(0, 1440))
def test_every_time_of_day_is_read_back(start: int, end: int) -> None:
    written = [f"{minutes // 60}:{minutes % 60:02d}" for minutes in (start, end)]

    assert [clock_of(text) for text in written] == [start, end]
    hours = hours_of("-".join(written))
    # An end before the start is one of the next day, unless that would be more than half a day later.
    next_day = end < start and end + 1440 - start <= 720
    assert (hours.start, hours.end) == (start, end + 1440 * next_day)


@given(st.text())
def test_every_name_has_an_id_and_an_id_stays(name: str) -> None:
    source = source_of(b"title: A", "file.yaml")
    event, findings = check_event(id_of(name), source, UNKNOWN_SERIES, {})

    assert findings == ()
    assert event
    assert id_of(event.id) == event.id == id_of(name)
