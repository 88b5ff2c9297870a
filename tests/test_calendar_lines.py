"""Content lines: what a value becomes, and what another parser reads from it."""

import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ics.grammar.parse import Container, ContentLine

from labcamp.render.calendar import lines
from labcamp.render.calendar.lines import line

patient = settings(deadline=None)  # a busy machine is no fault
any_character = st.characters() | st.sampled_from('\\nN;,:"^\r\n\t\x0b\x85\u2028 äß\u0308€𝄞')
printed_character = st.characters(codec="utf-8", min_codepoint=32).filter(lambda character: character != "\x7f")


def in_runs(character: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Texts in which a character may come often in a row, so that lines get long enough to be folded."""
    run = st.builds(str.__mul__, character, st.integers(1, 3) | st.integers(60, 90))
    return st.lists(run).map("".join)


any_text = in_runs(any_character)
printed_text = in_runs(printed_character | st.sampled_from("xäß€𝄞"))


def as_documented(words: str) -> str:
    """What `clean` promises, said in another way."""
    kept = ""
    for character in words.replace("\r\n", "\n"):
        if character in "\n\r\x0b\x0c\x85\u2028\u2029":
            kept += "\n"
        elif unicodedata.category(character) == "Cs":
            kept += "\ufffd"
        elif character == "\t" or unicodedata.category(character) != "Cc":
            kept += character
    return unicodedata.normalize("NFC", kept).strip()


def read_back(content: ContentLine) -> icalendar.Event:
    """An event of one line, as another parser reads its bytes."""
    event = icalendar.Event.from_ical(lines.to_bytes(Container("VEVENT", content)))
    assert isinstance(event, icalendar.Event)
    return event


@patient
@given(any_text)
def test_any_text_is_read_back_as_it_was_cleaned(words: str) -> None:
    assert str(read_back(line("DESCRIPTION", lines.text(words)))["DESCRIPTION"]) == as_documented(words)


@patient
@given(any_text)
def test_a_one_line_text_is_read_back_without_line_breaks(words: str) -> None:
    expected = " ".join(part.strip() for part in as_documented(words).split("\n") if part.strip())
    assert str(read_back(line("SUMMARY", lines.one_line(words)))["SUMMARY"]) == expected


@patient
@given(any_text)
def test_a_parameter_is_read_back_without_what_parsers_read_in_different_ways(words: str) -> None:
    one_line = " ".join(part.strip() for part in as_documented(words).split("\n") if part.strip())
    expected = one_line.replace('"', "'").replace("\\", "/").replace("^", "").strip()
    read = read_back(line("ATTENDEE", "mailto:a@example.org", CN=words))["ATTENDEE"]
    assert dict(read.params) == ({"CN": expected} if expected else {})


@patient
@given(printed_text)
def test_a_folded_line_is_the_line_in_parts_of_whole_characters_and_at_most_75_octets(content: str) -> None:
    first, *more = [part.decode() for part in lines.fold(content).split(b"\r\n")]
    assert first + "".join(part.removeprefix(" ") for part in more) == content
    assert all(part.startswith(" ") and part != " " for part in more)
    assert max(len(part.encode()) for part in [first, *more]) <= 75


@pytest.mark.parametrize(
    ("content", "folded"),
    [
        ("x" * 75, b"x" * 75),
        ("x" * 76, b"x" * 75 + b"\r\n " + b"x"),
        ("x" * 150, b"x" * 75 + b"\r\n " + b"x" * 74 + b"\r\n " + b"x"),
        ("x" * 74 + "ä", b"x" * 74 + b"\r\n " + "ä".encode()),
        ("x" * 72 + "𝄞", b"x" * 72 + b"\r\n " + "𝄞".encode()),
        ("x" * 71 + "𝄞", b"x" * 71 + "𝄞".encode()),
    ],
)
def test_a_line_is_folded_as_late_as_it_may(content: str, folded: bytes) -> None:
    assert lines.fold(content) == folded


@pytest.mark.parametrize("control", ["\n", "\r", "\x00", "\x1b", "\x7f"])
def test_a_raw_control_character_is_refused(control: str) -> None:
    smuggling = Container("VEVENT", ContentLine("SUMMARY", {}, f"LabCamp{control}ATTENDEE:mailto:a@example.org"))
    with pytest.raises(ValueError, match="raw control character"):
        lines.to_bytes(smuggling)


def test_every_line_of_a_component_ends_with_crlf() -> None:
    inner = Container("VALARM", line("ACTION", "DISPLAY"))
    written = lines.to_bytes(Container("VEVENT", line("UID", "1"), inner, line("SUMMARY", "Z" * 70)))
    assert written == (
        b"BEGIN:VEVENT\r\nUID:1\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nEND:VALARM\r\n"
        b"SUMMARY:" + b"Z" * 67 + b"\r\n ZZZ\r\nEND:VEVENT\r\n"
    )


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Käse; Brot, Wein", r"Käse\; Brot\, Wein"),
        ("C:\\new", r"C:\\new"),
        ("eins\r\nzwei\rdrei\u2028vier\u2029fünf\x85sechs", r"eins\nzwei\ndrei\nvier\nfünf\nsechs"),
        ("  Glocke\x07\x1b\x96 und\tTabulator\n", "Glocke und\tTabulator"),
        ("a\u0308 aus zwei Zeichen", "ä aus zwei Zeichen"),
        ("halbes \ud83d Zeichen", "halbes \ufffd Zeichen"),
        ("\n \x00", ""),
    ],
)
def test_a_text_is_cleaned_and_escaped(words: str, written: str) -> None:
    assert lines.text(words) == written


def test_a_one_line_text_has_a_blank_for_a_line_break() -> None:
    assert lines.one_line("LabCamp #12,\n\n  in Linz  heute") == r"LabCamp #12\, in Linz  heute"


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://example.org/a?b=c&d=%20#e", "https://example.org/a?b=c&d=%20#e"),
        (" https://example.org/Straße 1,2;3 ", "https://example.org/Stra%C3%9Fe%201%2C2%3B3"),
        ('https://[::1]:8080/"', "https://[::1]:8080/%22"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_a_uri_is_percent_encoded_and_not_escaped(address: str, written: str) -> None:
    assert lines.uri(address) == written


@pytest.mark.parametrize("address", ["", "example.org/a", "https:", "https://example.org/\nATTENDEE:x", "1a:b"])
def test_what_is_no_absolute_uri_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="not an absolute URI"):
        lines.uri(address)


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Anna Müller", "Anna Müller"),
        ("Müller, Anna", '"Müller, Anna"'),
        ('Labor "Mitte"; C:\\x^n', "\"Labor 'Mitte'; C:/xn\""),
        ("zwei\nZeilen", "zwei Zeilen"),
        ("a = b", '"a = b"'),
        ("Europe/Berlin", "Europe/Berlin"),
    ],
)
def test_a_parameter_is_quoted_unless_it_is_plain(words: str, written: str) -> None:
    assert lines.parameter(words) == written


def test_a_line_has_its_parameters_in_order_and_none_without_a_value() -> None:
    content = line(
        "conference", "https://example.org/", value="URI", feature=("AUDIO", "^", "VIDEO"), label="^", x_title="Raum"
    )
    assert str(content) == "CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;X-TITLE=Raum:https://example.org/"


@pytest.mark.parametrize(
    ("span", "written"),
    [
        (timedelta(0), "PT0S"),
        (timedelta(weeks=2), "P2W"),
        (timedelta(days=9), "P9D"),
        (timedelta(days=7, hours=1), "P7DT1H"),
        (timedelta(hours=1, seconds=5), "PT1H0M5S"),
        (timedelta(minutes=15), "PT15M"),
        (timedelta(days=1, seconds=5), "P1DT5S"),
        (-timedelta(days=1), "-P1D"),
        (-timedelta(minutes=90), "-PT1H30M"),
    ],
)
def test_a_duration_never_mixes_weeks_and_leaves_no_gap(span: timedelta, written: str) -> None:
    assert lines.duration(span) == written


@patient
@given(st.integers(-(10**9), 10**9))
def test_a_duration_is_read_back(seconds: int) -> None:
    span = timedelta(seconds=seconds)
    assert read_back(line("DURATION", lines.duration(span))).decoded("DURATION") == span


def test_dates_and_times_are_written_by_the_wall_clock_or_in_utc() -> None:
    moment = datetime(2027, 9, 16, 14, 5, 9, 123, tzinfo=ZoneInfo("Europe/Berlin"))
    assert (lines.day(date(987, 3, 1)), lines.local(moment), lines.utc(moment)) == (
        "09870301",
        "20270916T140509",
        "20270916T120509Z",
    )


@patient
@given(st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=-9, minutes=-30))])))
def test_a_moment_in_utc_is_read_back(moment: datetime) -> None:
    if datetime(2, 1, 1, tzinfo=UTC) < moment < datetime(9998, 1, 1, tzinfo=UTC):
        assert read_back(line("DTSTAMP", lines.utc(moment))).decoded("DTSTAMP") == moment.replace(microsecond=0)


def test_a_moment_without_a_zone_is_no_instant() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        lines.utc(datetime(2027, 9, 16, 14))  # noqa: DTZ001 that it has none is the case
