"""Calendar files of anybody: right ones give no finding, and what is wrong is found where it stands."""

import datetime as dt
import json
import re
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import ics
import pytest
from conftest import REPOSITORY, TODAY, Labcamp, times
from hypothesis import given
from hypothesis import strategies as st
from sample import GOLDEN, SERIES, in_memory, made, sample
from sample import TODAY as DAY

from labcamp.check.calendar import RULES, check_calendar
from labcamp.check.calendar.content import MOST_BYTES
from labcamp.findings import Finding
from labcamp.model.zones import zones
from labcamp.render.calendar import feed
from labcamp.render.calendar.lines import to_bytes
from labcamp.render.calendar.zones import vtimezone, zone_is_simple_at
from labcamp.render.stage import stage_of
from labcamp.texts import LANGUAGES, words_of
from labcamp.workspace import load

OURS = sorted(GOLDEN.glob("*.ics"))
FULL = (GOLDEN / "full.ics").read_bytes()
MONTHS = [dt.datetime(2027, month, 15, 12) for month in range(1, 13)]  # noqa: DTZ001  # on the wall clock


def codes(content: bytes) -> list[str]:
    """The codes of what is wrong with the bytes of a calendar file, in order."""
    return [found.code for found in check_calendar(content, "a.ics")]


def calendar(*lines: str) -> bytes:
    """A calendar with one event that has these lines, and all others that it needs."""
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//DE", "BEGIN:VEVENT", "UID:1")
    foot = ("DTSTAMP:20270301T090000Z", "SUMMARY:LabCamp", "END:VEVENT", "END:VCALENDAR")
    return "".join(f"{line}\r\n" for line in (*head, *lines, *foot)).encode()


def changed(old: str, new: str) -> bytes:
    """The golden calendar with one thing changed."""
    assert old in FULL.decode()
    return FULL.decode().replace(old, new, 1).encode()


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_what_labcamp_writes_gives_no_finding_but_advice_about_several_events(path: Path) -> None:
    content = path.read_bytes()
    several = content.count(b"BEGIN:VEVENT") > 1 and b"\r\nX-WR-CALNAME:" not in content
    assert codes(content) == ["LC967"] * several


@pytest.mark.parametrize("today", [dt.date(2021, 1, 1), DAY, dt.date(2030, 1, 1)], ids=str)
def test_the_calendars_of_the_real_series_give_no_finding(today: dt.date) -> None:
    files = made(load(REPOSITORY, today), "calendar", "feed")
    assert len(files) > 5
    assert {name: codes(content) for name, content in files.items() if codes(content)} == {}


def test_a_feed_with_drafts_and_cancelled_events_gives_no_finding() -> None:
    workspace = sample()
    (artefact,) = feed(stage_of(workspace), workspace.events, drafts=True)
    assert codes(artefact.content) == []


def test_the_feed_of_a_series_without_a_public_event_gives_no_finding(tmp_path: Path) -> None:
    (artefact,) = feed(stage_of(in_memory(tmp_path, [], SERIES)), [])
    assert codes(artefact.content) == []


def test_the_description_that_we_write_of_a_zone_is_right_in_all_zones() -> None:
    wrong = {}
    for key in zones():
        component = vtimezone(key)
        if component is None or not zone_is_simple_at(key, *MONTHS):
            continue
        starts = (f"DTSTART;TZID={key}:{month:%Y%m%dT%H%M%S}\r\n" for month in MONTHS)
        events = "".join(
            f"BEGIN:VEVENT\r\nUID:{number}\r\nDTSTAMP:20270301T090000Z\r\nSUMMARY:a\r\n{start}END:VEVENT\r\n"
            for number, start in enumerate(starts)
        )
        head = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:a\r\nNAME:a\r\n"
        found = codes(head + to_bytes(component) + events.encode() + b"END:VCALENDAR\r\n")
        if found:
            wrong[key] = found
    assert wrong == {}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("VERSION:2.0\r\n", "", ["LC620"]),
        ("DTSTAMP:19700101T000000Z\r\n", "", ["LC620"]),
        ("DTSTAMP:19700101T000000Z", "DTSTAMP:19700101T000000", ["LC635"]),
        ("SEQUENCE:0", "SEQUENCE:1795392000", ["LC970"]),
        ("SEQUENCE:0", "SEQUENCE:0\r\nSEQUENCE:1", ["LC621"]),
        ("END:VTIMEZONE\r\n", "", ["LC611"]),
        ("TZOFFSETTO:+0100", "TZOFFSETTO:+0000", ["LC643"]),
        ("TZID:Europe/Berlin", "TZID:Europe/Vienna", ["LC641"]),
        ("DTEND;TZID=Europe/Berlin:20270311T170000", "DTEND;TZID=Europe/Berlin:20270311T130000", ["LC632"]),
        ("DTEND;TZID=Europe/Berlin:20270311T170000", "DTEND:20270311T170000", ["LC634"]),
        ("DTEND;TZID=Europe/Berlin:20270311T170000", "DTEND:20270311T160000Z", []),
        ("DTEND;TZID=Europe/Berlin:20270311T170000", "DTEND:20270311T130000Z", ["LC632"]),
        ("SUMMARY:MusterTreff #12", "SUMMARY:MusterTreff, #12", ["LC637"]),
        ("SUMMARY:MusterTreff #12", "SUMMARY:MusterTreff\\n#12", ["LC965"]),
        ("URL:https://example.org/treff/12", "URL:example.org/treff/12", ["LC638"]),
        ("STATUS:CONFIRMED", "STATUS:PLANNED", ["LC631"]),
        ("STATUS:CONFIRMED", "STATUS:confirmed", []),
        ("STATUS:CONFIRMED", "STATUS:CANCELLED", ["LC972", "LC973"]),
        ("CATEGORIES:MusterTreff", "CATEGORIES:Muster,Treff", []),
        ("CATEGORIES:MusterTreff", "CATEGORIES:Muster;Treff", ["LC637"]),
        ("PRODID", "METHOD:PUBLISH\r\nPRODID", ["LC999"]),
        ("TRANSP:OPAQUE", "X-NOTE;X-A=1,2:a;b,c\\d", []),
        ("TRANSP:OPAQUE", "CONFERENCE;VALUE=URI;LABEL=Raum:https://example.org/a,b", []),
        ("TRANSP:OPAQUE", "RRULE:FREQ=MONTHLY;BYDAY=2TH;UNTIL=20280101T000000Z;WKST=MO", []),
        ("TRANSP:OPAQUE", "RRULE:FREQ=MONTHLY;COUNT=2;UNTIL=20280101T000000Z", ["LC648"]),
        ("CALSCALE:GREGORIAN\r\n", "", []),
        ("CALSCALE:GREGORIAN", "NAME:MusterTreff", ["LC966"]),
        ("CALSCALE:GREGORIAN", "NAME:MusterTreff\r\nX-PUBLISHED-TTL:PT12H", []),
    ],
)  # fmt: skip
def test_one_change_to_a_right_calendar_gives_just_its_finding(old: str, new: str, expected: list[str]) -> None:
    assert codes(changed(old, new)) == expected


def test_a_finding_points_at_the_sign_behind_a_fold() -> None:
    content = calendar("DTSTART:20270311T130000Z", "DESCRIPTION:Wir treffen\r\n  uns im Saal\r\n , links")
    assert check_calendar(content, "a.ics") == (
        Finding("a.ics", 9, 2, "LC637", (("property", "DESCRIPTION"), ("sign", ","))),
    )


@pytest.mark.parametrize("day", ["20270328", "20271031"])
@pytest.mark.parametrize("hour", range(6))
def test_in_the_night_when_the_clocks_change_nothing_is_claimed(day: str, hour: int) -> None:
    moved = re.sub(
        rb"Berlin:20270311T1[47]", lambda old: f"Berlin:{day}T{hour + (old[0][-1:] == b'7'):02}".encode(), FULL
    )
    assert codes(moved) == []


def test_a_value_in_a_message_is_short_and_commands_no_terminal() -> None:
    found = check_calendar(changed("STATUS:CONFIRMED", f"STATUS:\x1b[31m{'x' * 200}"), "a.ics")
    (value,) = (dict(each.values)["value"] for each in found if each.code == "LC631")
    assert value == f"\ufffd[31m{'x' * 94}…"


@pytest.mark.parametrize(
    ("method", "lines", "expected"),
    [
        ("REQUEST", "", ["LC660", "LC660", "LC660"]),
        ("REQUEST", "DTSTART ORGANIZER ATTENDEE", []),
        ("REQUEST", "DTSTART ORGANIZER ATTENDEE ATTENDEE", ["LC976"]),
        ("PUBLISH", "DTSTART ORGANIZER", []),
        ("PUBLISH", "ORGANIZER", ["LC660"]),
        ("PUBLISH", "DTSTART", ["LC999"]),
        ("PUBLISH", "DTSTART ORGANIZER ATTENDEE", ["LC976"]),
        ("CANCEL", "ORGANIZER ATTENDEE", ["LC660"]),
        ("CANCEL", "ORGANIZER ATTENDEE SEQUENCE", []),
        ("CANCEL", "ORGANIZER ATTENDEE SEQUENCE VALARM", ["LC661"]),
        ("REPLY", "ORGANIZER ATTENDEE", []),
        ("REPLY", "ORGANIZER ATTENDEE ATTENDEE", ["LC661"]),
        ("ADD", "DTSTART ORGANIZER", ["LC660"]),
        ("ADD", "DTSTART ORGANIZER SEQUENCE", []),
        ("COUNTER", "DTSTART ORGANIZER SEQUENCE", []),
        ("REFRESH", "ORGANIZER ATTENDEE DTSTART", ["LC661", "LC661"]),
        ("DECLINECOUNTER", "ORGANIZER ATTENDEE", ["LC661", "LC661"]),
        ("", "DTSTART ORGANIZER", ["LC664"]),
        ("", "DTSTART ORGANIZER ATTENDEE", ["LC976"]),
    ],
)
def test_each_method_asks_for_its_own_lines(method: str, lines: str, expected: list[str]) -> None:
    known = {
        "DTSTART": "DTSTART:20270311T130000Z",
        "ORGANIZER": "ORGANIZER:mailto:labcamp@example.org",
        "ATTENDEE": "ATTENDEE:mailto:gast@example.org",
        "SEQUENCE": "SEQUENCE:1",
        "VALARM": "BEGIN:VALARM\r\nACTION:AUDIO\r\nTRIGGER:-PT15M\r\nEND:VALARM",
    }
    content = calendar(*(known[name] for name in lines.split()))
    content = content.replace(b"PRODID", f"METHOD:{method}\r\nPRODID".encode() if method else b"PRODID")
    assert codes(content) == expected


OF_EXCHANGE = """\
BEGIN:VCALENDAR
METHOD:REQUEST
PRODID:Microsoft Exchange Server 2010
VERSION:2.0
BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
ORGANIZER;CN="Labor, Beispiel":mailto:labcamp@example.org
ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Gast:mail
 to:gast@example.org
DESCRIPTION;LANGUAGE=de-DE:Wir treffen uns.\\n\\n
UID:040000008200E00074C5B7101A82E00800000000B0C1
SUMMARY;LANGUAGE=de-DE:LabCamp
DTSTART;TZID=W. Europe Standard Time:20270311T140000
DTEND;TZID=W. Europe Standard Time:20270311T170000
CLASS:PUBLIC
PRIORITY:5
DTSTAMP:20270301T090000Z
TRANSP:OPAQUE
STATUS:CONFIRMED
SEQUENCE:0
LOCATION;LANGUAGE=de-DE:Saal
X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE
BEGIN:VALARM
DESCRIPTION:REMINDER
TRIGGER;RELATED=START:-PT15M
ACTION:DISPLAY
END:VALARM
END:VEVENT
END:VCALENDAR
"""
OF_APPLE = """\
BEGIN:VCALENDAR
CALSCALE:GREGORIAN
PRODID:-//Apple Inc.//macOS 15.1//EN
VERSION:2.0
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:MESZ
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:MEZ
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
CREATED:20270301T090000Z
DTEND;TZID=Europe/Berlin:20270311T170000
DTSTAMP:20270301T090000Z
DTSTART;TZID=Europe/Berlin:20270311T140000
LAST-MODIFIED:20270301T090000Z
SEQUENCE:0
SUMMARY:LabCamp
TRANSP:OPAQUE
UID:8D1C3A52-7E0B-4E7B-9F0F-3E5A4B1C2D3E
X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC
BEGIN:VALARM
ACTION:NONE
TRIGGER;VALUE=DATE-TIME:19760401T005545Z
END:VALARM
END:VEVENT
END:VCALENDAR
"""


@pytest.mark.parametrize(("text", "expected"), [(OF_EXCHANGE, ["LC963"]), (OF_APPLE, [])], ids=["Exchange", "Apple"])
def test_files_as_other_programs_write_them_are_no_false_alarm(text: str, expected: list[str]) -> None:
    assert codes(text.replace("\n", "\r\n").encode()) == expected


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("", "", {"LC643"}),
        ("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "RRULE:FREQ=MONTHLY;BYMONTH=10;BYDAY=-1SU", set()),
        ("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "RRULE:FREQ=YEARLY;BYDAY=-1SU", set()),
        ("DTSTART:19961027T030000", "DTSTART:1996-10-27", {"LC630"}),
        ("TZOFFSETFROM:+0200", "TZOFFSETFROM:2", {"LC630"}),
    ],
)
def test_a_zone_is_wrong_only_where_all_of_its_description_is_understood(old: str, new: str, told: set[str]) -> None:
    text = OF_APPLE.replace("TZOFFSETTO:+0100", "TZOFFSETTO:+0300").replace(old, new)
    assert set(codes(text.replace("\n", "\r\n").encode())) == told


def of_icalendar(*, defined: bool) -> bytes:
    """What the icalendar package writes of an event in Berlin, with or without the description of its zone."""
    whole, event = icalendar.Calendar(), icalendar.Event()
    whole.add("prodid", "-//example//DE")
    whole.add("version", "2.0")
    event.add("uid", "4ab2a309-df6e-59fa-b8d0-b7b8cd4b7915")
    event.add("dtstamp", dt.datetime(2027, 3, 1, 9, tzinfo=dt.UTC))
    event.add("dtstart", dt.datetime(2027, 3, 11, 14, tzinfo=ZoneInfo("Europe/Berlin")))
    event.add("summary", "LabCamp: Köln, Wien; Zürich \U0001f331 und noch viele andere Städte dazu")
    whole.add_component(event)
    if defined:
        whole.add_missing_timezones()
    return bytes(whole.to_ical())


def test_icalendar_describes_a_zone_only_when_asked_and_then_by_dates() -> None:
    assert codes(of_icalendar(defined=False)) == ["LC641"]
    assert codes(of_icalendar(defined=True)) == ["LC964"]


@pytest.mark.filterwarnings("ignore::FutureWarning")
def test_stock_ics_lacks_stamps_folds_nothing_breaks_links_and_ends_too_early() -> None:
    whole = ics.Calendar(creator="-//example//DE")
    event = ics.Event(name="LabCamp", begin="2027-03-11 14:00:00", uid="1", url="https://example.org/a,b")
    event.description = "https://example.org/a,b und noch viele andere Worte dazu, so dass es lang wird"
    whole.events.add(event)
    assert sorted(codes(whole.serialize().encode())) == ["LC606", "LC620", "LC638", "LC960"]


def places_hold(content: bytes) -> None:
    """Each finding has a place inside the file, and words in each language."""
    lines = re.split(r"\r*\n|\r", content.decode("utf-8", "replace"))
    for found in check_calendar(content, "a.ics"):
        assert 0 <= found.line <= len(lines)
        assert found.column <= len(lines[found.line - 1]) + 1
        assert all(all(words_of(found, language)) for language in LANGUAGES)


@times(1.5)
@given(st.binary())
def test_any_bytes_give_findings_or_none(content: bytes) -> None:
    places_hold(content)
    places_hold(b"BEGIN:VCALENDAR\r\n" + content)


NAMES = sorted(set(re.findall(r"[A-Z-]{3,}", " ".join(path.read_text("utf-8") for path in OURS))))
WORDS = "BEGIN END VEVENT VALARM METHOD REQUEST TRIGGER RDATE EXDATE ATTENDEE ORGANIZER COLOR GEO DURATION CANCELLED"
PIECES = [
    *NAMES, *WORDS.split(), ":", ";", ",", "=", '"', "\\", "\\n", "\r\n", "\r\n ", "\n", "\r", "\t", "\x00", "Ä",
    "\U0001f331", "Z", "P1D", "-1SU", "19700101T000000", "99991231", "00010101T000000", "20270229", "VALUE=DATE",
    "TZID=Europe/Berlin", "+0100", "-2359", "FREQ=YEARLY", "BYMONTH=2", "BYDAY=5MO", "BYMONTHDAY=31",
    "UNTIL=99991231T235959Z", "mailto:", "a@b.de",
]  # fmt: skip


@times(1.5)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.integers(0, len(FULL)), st.integers(0, 200))
def test_any_pieces_put_anywhere_into_a_calendar_give_findings_or_none(text: str, at: int, lost: int) -> None:
    places_hold(FULL[:at] + text.encode() + FULL[at + lost :])


@times(1.5)
@given(st.lists(st.sampled_from(PIECES), max_size=6).map("".join), st.sampled_from(NAMES))
def test_any_value_of_any_line_gives_findings_or_none(value: str, name: str) -> None:
    places_hold(re.sub(rf"(?m)^{name}[;:].*$".encode(), f"{name}:{value}\r".encode().replace(b"\\", b"\\\\"), FULL))


def test_a_calendar_of_many_events_is_checked_to_its_end() -> None:
    head, rest = FULL.decode().replace("CALSCALE", "NAME:a\r\nCALSCALE").split("BEGIN:VEVENT")
    event = re.sub(r"(?:DESCRIPTION:|X-ALT-DESC;)(?:.|\r\n )*\r\n", "", rest.split("END:VEVENT")[0])
    event = re.sub(r"DTSTAMP:.*\r\n|URL:.*\r\n", "", event)
    events = (f"BEGIN:VEVENT{event.replace('4ab2a309', f'{number:08}')}END:VEVENT\r\n" for number in range(20_000))
    content = f"{head}{''.join(events)}END:VCALENDAR\r\n".encode()
    assert len(content) < MOST_BYTES

    found = check_calendar(content, "a.ics")

    assert [each.code for each in found] == ["LC971", "LC620", "LC620", "LC620", "LC699"]
    assert dict(found[-1].values) == {"count": "19997", "name": "line-missing"}


@pytest.mark.shows("LC684")
def test_advice_that_comes_very_often_is_counted_and_stays_advice() -> None:
    found = check_calendar(calendar("DTSTART:20270311T090000") * 6, "a.ics")
    counted = [dict(each.values) for each in found if each.code == "LC684"]
    assert counted == [{"count": "3", "name": "floating-time"}]
    assert not [each for each in found if not each.advice]


@pytest.mark.parametrize(
    "content",
    [
        b"BEGIN:VCALENDAR\r\n" + b"BEGIN:A\r\n" * 20_000 + b"END:B\r\n" * 20_000,
        b"BEGIN:VCALENDAR\r\nX:" + b"\r\n a" * 100_000,
        b'BEGIN:VCALENDAR\r\nX;A="' + b'",",' * 100_000,
        b"<!---->" * 200_000,
        b"\0" * MOST_BYTES,
    ],
    ids=["nested", "folded", "quoted", "comments", "zeros"],
)
def test_a_file_made_to_be_slow_is_read_all_the_same(content: bytes) -> None:
    assert codes(content) != []


def test_every_rule_says_its_code_first() -> None:
    assert [rule for rule in RULES if not re.match(r"LC\d{3}(?:, LC\d{3})*: ", rule.__doc__ or "")] == []


def test_a_right_file_passes_and_says_so(labcamp: Labcamp) -> None:
    assert labcamp("check-ics", GOLDEN / "full.ics", GOLDEN / "past.ics") == (
        0,
        "Calendar files checked: 2. All is well, pass them on.\n",
        "",
    )


def test_advice_holds_nobody_up_but_counts_when_strict(labcamp: Labcamp) -> None:
    path = GOLDEN / "two-days.ics"
    result = labcamp("check-ics", path)
    assert (result.code, result.out) == (
        0,
        "Calendar files checked: 1. Nothing holds you up. More about it: labcamp explain LC967\n",
    )
    assert result.err.splitlines()[-1] == "1 note"
    assert labcamp("check-ics", "--strict", path).code == 1


def test_what_is_wrong_is_told_at_its_place_in_both_languages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, labcamp: Labcamp
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("treff.ics").write_bytes(changed("SUMMARY:MusterTreff #12", "SUMMARY:MusterTreff, #12"))
    assert labcamp("check-ics", "treff.ics") == (
        1,
        "Put this right, or tell those the file comes from. More about it: labcamp explain LC637\n",
        "treff.ics:29:20: LC637 comma-not-escaped: there is a ',' in SUMMARY (title) without a backslash before it\n"
        "    hint: write it as \\,; else some programs read no further than that\n"
        "1 error\n",
    )
    assert labcamp("check-ics", "treff.ics", "--lang", "de") == (
        1,
        "Bessert das aus, oder gebt es dorthin weiter, wo die Datei herkommt. Mehr dazu: labcamp explain LC637\n",
        "treff.ics:29:20: LC637 comma-not-escaped: "
        "bei SUMMARY (Titel) steht ein „,“ ohne umgekehrten Schrägstrich davor\n"
        "    Tipp: schreibt es als \\,; manche Programme lesen sonst nur bis dorthin\n"
        "1 Fehler\n",
    )


def test_programs_get_the_same_findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, labcamp: Labcamp) -> None:
    monkeypatch.chdir(tmp_path)
    Path("treff.ics").write_bytes(changed("STATUS:CONFIRMED", "STATUS:CANCELLED"))
    result = labcamp("check-ics", "--format", "json", "--strict", "treff.ics")
    assert (result.code, result.err) == (1, "")
    assert [(found["line"], found["code"], found["level"]) for found in json.loads(result.out)] == [
        (29, "LC972", "error"),
        (41, "LC973", "error"),
    ]
    result = labcamp("check-ics", "--format", "github", "treff.ics")
    assert (result.code, result.err) == (0, "")
    assert [line.split("::")[1] for line in result.out.splitlines()] == [
        "warning file=treff.ics,line=29,col=1,title=LC972 cancelled-not-in-title",
        "warning file=treff.ics,line=41,col=1,title=LC973 cancelled-blocks-time",
    ]


def test_what_cannot_be_read_is_a_finding_and_the_rest_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, labcamp: Labcamp
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ordner").mkdir()
    Path("leer.ics").write_bytes(b"")
    Path("bild.ics").write_bytes(bytes(range(256)) * 100)
    with Path("riesig.ics").open("wb") as file:
        file.truncate(50_000_000)
    result = labcamp("check-ics", "fehlt.ics", "ordner", "leer.ics", "bild.ics", "riesig.ics", "--format", "json")
    assert (result.code, result.err) == (1, "")
    assert [(found["path"], found["code"]) for found in json.loads(result.out)] == [
        ("fehlt.ics", "LC003"),
        ("ordner", "LC003"),
        ("leer.ics", "LC601"),
        ("bild.ics", "LC602"),
        ("riesig.ics", "LC603"),
    ]


def test_a_file_has_to_be_named(labcamp: Labcamp) -> None:
    assert labcamp("check-ics").code == 2


def test_what_build_writes_passes(workspace: Path, labcamp: Labcamp) -> None:
    labcamp("build", "--today", TODAY)
    labcamp("export-ics", "--today", TODAY)
    files = sorted(workspace.glob("out/**/*.ics"))
    assert len(files) > 5
    assert labcamp("check-ics", "--strict", *files).code == 0
