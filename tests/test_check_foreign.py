"""Feeds in the form in which Google, Outlook and Exchange write them are no error; what people trip over is advice."""

import re

import pytest
from test_check_calendar import calendar, codes

from labcamp.check.calendar import check_calendar

BERLIN = """\
BEGIN:VTIMEZONE
TZID:Europe/Berlin
X-LIC-LOCATION:Europe/Berlin
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:GMT+2
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:GMT+1
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""
# A calendar at its secret address: with those invited, conferences, events that somebody else made, and exceptions
OF_GOOGLE = f"""\
BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:gast@example.org
X-WR-TIMEZONE:Europe/Berlin
X-WR-CALDESC:Alles\\, was ansteht
{BERLIN}BEGIN:VEVENT
DTSTART;TZID=Europe/Berlin:20270902T090000
DTEND;TZID=Europe/Berlin:20270902T100000
RRULE:FREQ=WEEKLY;WKST=MO;UNTIL=20271007T215959Z;INTERVAL=2;BYDAY=TH
EXDATE;TZID=Europe/Berlin:20270916T090000
DTSTAMP:20270301T090000Z
ORGANIZER;CN=labcamp@example.org:mailto:labcamp@example.org
UID:0a1b2c3d4e5f6g7h8i9j@google.com
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=gast@e
 xample.org;X-NUM-GUESTS=0:mailto:gast@example.org
ATTENDEE;CUTYPE=RESOURCE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN="Saal, e
 rster Stock";X-NUM-GUESTS=0:mailto:c_18@resource.calendar.google.com
X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij
CLASS:PRIVATE
CREATED:00001231T000000Z
DESCRIPTION:Mit <b>Kaffee</b>&nbsp\\;und Kuchen
LAST-MODIFIED:20270301T090000Z
LOCATION:
SEQUENCE:0
STATUS:CONFIRMED
SUMMARY:
TRANSP:OPAQUE
ATTACH;FILENAME=Plan;FMTTYPE=application/pdf:https://drive.google.com/open?id=1
BEGIN:VALARM
ACTION:EMAIL
DESCRIPTION:This is an event reminder
SUMMARY:Alarm notification
ATTENDEE:mailto:gast@example.org
TRIGGER:-P0DT0H30M0S
END:VALARM
BEGIN:VALARM
ACTION:NONE
TRIGGER;VALUE=DATE-TIME:19760401T005545Z
END:VALARM
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Europe/Berlin:20270930T110000
DTEND;TZID=Europe/Berlin:20270930T120000
DTSTAMP:20270301T090000Z
UID:0a1b2c3d4e5f6g7h8i9j@google.com
RECURRENCE-ID;TZID=Europe/Berlin:20270930T090000
SUMMARY:Jour fixe
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20270912
DTEND;VALUE=DATE:20270913
RRULE:FREQ=YEARLY;UNTIL=20300912
DTSTAMP:20270301T090000Z
UID:def@google.com
SUMMARY:Busy
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
"""
# A calendar that classic Outlook saves
OF_OUTLOOK = """\
BEGIN:VCALENDAR
PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
VERSION:2.0
METHOD:PUBLISH
X-CALSTART:20270902T070000Z
X-CALEND:20271231T000000Z
X-CLIPSTART:20270901T220000Z
X-WR-RELCALID:{0000002E-8A5D-1B7A-52B5-3C0B4B1E9D21}
X-WR-CALNAME:Kalender
X-PRIMARY-CALENDAR:TRUE
X-OWNER;CN="Gast":mailto:gast@example.org
X-MS-OLK-WKHRSTART;TZID="W. Europe Standard Time":080000
X-MS-OLK-WKHRDAYS:MO,TU,WE,TH,FR
BEGIN:VTIMEZONE
TZID:(UTC+01:00) Amsterdam\\, Berlin\\, Bern\\, Rom\\, Stockholm\\, Wien
BEGIN:STANDARD
DTSTART:16011028T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010325T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
ATTENDEE;CN="Gast";RSVP=TRUE:invalid:nomail
CLASS:PUBLIC
CREATED:20270301T090000Z
DESCRIPTION:\\n
DTEND;TZID="(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien":202
 70902T140000
DTSTAMP:20270301T090000Z
DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien":2
 0270902T130000
LAST-MODIFIED:20270301T090000Z
LOCATION:Saal
ORGANIZER;CN="Gast":invalid:nomail
PRIORITY:5
RRULE:FREQ=MONTHLY;COUNT=10;BYDAY=1TH
SEQUENCE:0
SUMMARY;LANGUAGE=de:Sitzung
TRANSP:OPAQUE
UID:040000008200E00074C5B7101A82E00800000000B0C1D5
X-ALT-DESC;FMTTYPE=text/html:<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2//E
 N">\\n<HTML>\\n</HTML>
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
X-MICROSOFT-CDO-IMPORTANCE:1
X-MICROSOFT-DISALLOW-COUNTER:FALSE
X-MS-OLK-CONFTYPE:0
BEGIN:VALARM
TRIGGER:-PT15M
ACTION:DISPLAY
DESCRIPTION:Reminder
END:VALARM
END:VEVENT
END:VCALENDAR
"""
# A calendar that is published on the web with Microsoft 365
OF_EXCHANGE = """\
BEGIN:VCALENDAR
METHOD:PUBLISH
PRODID:Microsoft Exchange Server 2010
VERSION:2.0
X-WR-CALNAME:Kalender
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
BEGIN:VTIMEZONE
TZID:UTC
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:+0000
TZOFFSETTO:+0000
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T000000
TZOFFSETFROM:+0000
TZOFFSETTO:+0000
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
RRULE:FREQ=WEEKLY;UNTIL=20270930T110000Z;INTERVAL=1;BYDAY=TH;WKST=MO
EXDATE;TZID=W. Europe Standard Time:20270909T130000,20270916T130000
UID:040000008200E00074C5B7101A82E00800000000B0C1D5
SUMMARY:Sitzung
DTSTART;TZID=W. Europe Standard Time:20270902T130000
DTEND;TZID=W. Europe Standard Time:20270902T140000
CLASS:PUBLIC
PRIORITY:5
DTSTAMP:20270301T090000Z
TRANSP:OPAQUE
STATUS:CONFIRMED
SEQUENCE:0
LOCATION:Microsoft Teams-Besprechung
X-MICROSOFT-CDO-APPT-SEQUENCE:0
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY
X-MICROSOFT-CDO-ALLDAYEVENT:FALSE
X-MICROSOFT-CDO-IMPORTANCE:1
X-MICROSOFT-CDO-INSTTYPE:1
X-MICROSOFT-DONOTFORWARDMEETING:FALSE
X-MICROSOFT-DISALLOW-COUNTER:FALSE
END:VEVENT
BEGIN:VEVENT
UID:040000008200E00074C5B7101A82E00800000000B0C1D5
RECURRENCE-ID;TZID=W. Europe Standard Time:20270923T130000
SUMMARY:Sitzung
DTSTART;TZID=UTC:20270923T120000
DTEND;TZID=UTC:20270923T130000
DTSTAMP:20270301T090000Z
END:VEVENT
BEGIN:VEVENT
UID:040000008200E00074C5B7101A82E00800000000B0C1D6
SUMMARY:Urlaub
DTSTART;VALUE=DATE:20270906
DTEND;VALUE=DATE:20270911
DTSTAMP:20270301T090000Z
TRANSP:TRANSPARENT
X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
X-MICROSOFT-CDO-BUSYSTATUS:OOF
END:VEVENT
END:VCALENDAR
"""
FEEDS = {"Google": OF_GOOGLE, "Outlook": OF_OUTLOOK, "Exchange": OF_EXCHANGE}


@pytest.mark.parametrize("text", FEEDS.values(), ids=FEEDS)
def test_a_feed_in_the_form_of_its_program_gives_no_error(text: str) -> None:
    found = check_calendar(text.replace("\n", "\r\n").encode(), "a.ics")
    assert [(each.line, each.code) for each in found if not each.advice] == []


def test_a_feed_of_google_is_told_of_what_people_see_in_it() -> None:
    found = check_calendar(OF_GOOGLE.replace("\n", "\r\n").encode(), "a.ics")
    told = "LC999:5 LC969:34 LC976:35 LC974:42 LC996:42 LC998:47 LC960:49 LC968:50"
    assert " ".join(f"{each.code}:{each.line}" for each in found) == told


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("DTSTART:20270911T000000Z DTEND:20270912T000000Z", ["LC978"]),
        ("DTSTART:20270911T000000 DTEND:20270914T000000", ["LC962", "LC978"]),
        ("DTSTART;TZID=/Europe/Berlin:20270911T000000 DTEND;TZID=/Europe/Berlin:20270911T235900", ["LC963", "LC978"]),
        ("DTSTART;TZID=/Europe/Berlin:20270911T000000 DTEND;TZID=/Europe/Berlin:20270911T235959", ["LC963", "LC978"]),
        ("DTSTART:20270911T000000Z DURATION:P1D", ["LC978"]),
        ("DTSTART:20270911T000000Z DURATION:PT24H", ["LC978"]),
        ("DTSTART:20270911T000000Z DURATION:PT1440M", ["LC978"]),
        ("DTSTART:20270911T000000Z DURATION:P1DT24H0M0S", ["LC978"]),
        ("DTSTART:20270911T000000Z DURATION:P1DT1H", []),
        ("DTSTART:20270911T000000Z DURATION:PT24H30M", []),
        ("DTSTART:20270911T000000Z DURATION:PT2H", []),
        ("DTSTART:20270911T000000Z DTEND:20270911T020000Z", []),
        ("DTSTART:20270911T220000Z DTEND:20270912T000000Z", []),
        ("DTSTART:20270911T000000Z", []),
        ("DTSTART;VALUE=DATE:20270911 DTEND;VALUE=DATE:20270912", []),
    ],
)
def test_from_midnight_to_midnight_is_a_whole_day(lines: str, expected: list[str]) -> None:
    assert sorted(codes(calendar(*lines.split()))) == expected


def test_midnight_is_that_of_the_calendar_where_it_says_its_zone() -> None:
    content = calendar("DTSTART:20270910T220000Z", "DTEND:20270911T220000Z")
    named = content.replace(b"PRODID", b"X-WR-TIMEZONE:Europe/Berlin\r\nPRODID")
    assert codes(content) == []
    assert [(found.code, dict(found.values)["day"]) for found in check_calendar(named, "a")] == [("LC978", "20270911")]


def titled(text: str, name: str = "SUMMARY") -> list[tuple[str, str, str]]:
    """Code, what was found and what was meant, of an event with this text."""
    content = calendar("DTSTART:20270911T090000Z").replace(b"SUMMARY:LabCamp", f"SUMMARY:a\r\n{name}:{text}".encode())
    content = content.replace(b"SUMMARY:a\r\nSUMMARY", b"SUMMARY")
    values = [(found.code, dict(found.values)) for found in check_calendar(content, "a.ics")]
    return [(code, value.get("found", ""), value.get("meant", "")) for code, value in values if code == "LC996"]


@pytest.mark.parametrize("name", ["SUMMARY", "LOCATION", "DESCRIPTION", "CATEGORIES", "CONTACT"])
@pytest.mark.parametrize(
    ("text", "found", "meant"),
    [
        ("Kaffee &amp\\; Kuchen", "&amp;", "&"),
        ("Kaffee &amp; Kuchen", "&amp;", "&"),
        ("Caf&eacute\\;", "&eacute;", "é"),
        ("M&#252\\;nchen", "&#252;", "ü"),
        ("M&#xFC\\;nchen", "&#xFC;", "ü"),
        ("Labor&nbsp\\;Berlin", "&nbsp;", ""),
        ("MÃ¼nchen", "Ã¼", "ü"),
        ("Ã–ffnung", "Ã–", "Ö"),
        ("Ãœbung", "Ãœ", "Ü"),
        ("BÃ¼hne fï¿½r alle", "Ã¼", "ü"),
        ("fï¿½r alle", "ï¿½", ""),
        ("StraÃŸe", "ÃŸ", "ß"),
        ("Labor â€“ Berlin", "â€“", "–"),
        ("Preis 5 â‚¬", "â‚¬", "€"),
        ("Â§ 5", "Â§", "§"),
        ("5Â\u00a0Euro", "Â\ufffd", ""),
        ("ðŸŽ‰ Fest", "ðŸŽ‰", "🎉"),
        ("ÅukaszÃ³w".replace("Å", "Å\x81"), "Ã³", "ó"),
        ("M√ºnchen", "√º", "ü"),
        ("M├╝nchen", "├╝", "ü"),
        ("M=C3=BCnchen", "=C3=BC", "ü"),
    ],
)
def test_a_text_that_fell_apart_is_told_with_what_was_meant(name: str, text: str, found: str, meant: str) -> None:
    assert titled(text, name) == [("LC996", found, meant)]


@pytest.mark.parametrize(
    "text",
    [
        "Kaffee & Kuchen\\; Tee", "R&D\\; Labor", "A&B", "Müller & Söhne\\; Café", "Ärzte\\, Öl und Übung", "Straße",
        "„Spaß“ und „Ä“", "Ångström – Århus", "Åse’s Fest", "Große Pläne… für alle", "São Paulo", "NÃO", "Łódź",
        "château", "⅓ ≤ √9", "100 % → mehr", "a=C3", "„AÄ“", "Привет", "日本語", "🎉 Fest", "x < y > z",
    ],
)  # fmt: skip
def test_a_text_that_is_meant_so_is_left_alone(text: str) -> None:
    assert titled(text) == []


def test_markup_in_a_title_is_told_and_what_could_not_be_read_too() -> None:
    assert titled("<b>LabCamp</b>") == [("LC996", "<b>", "")]
    assert titled("M\ufffdnchen") == [("LC996", "\ufffdnchen", "")]


@pytest.mark.parametrize("method", ["", "PUBLISH", "REQUEST", "CANCEL"])
@pytest.mark.parametrize("title", ["", "SUMMARY:\r\n", "SUMMARY;LANGUAGE=de: \r\n"])
def test_an_event_without_a_title_is_told_where_people_see_it(method: str, title: str) -> None:
    content = calendar("DTSTART:20270911T090000Z", "SEQUENCE:1", "ORGANIZER:mailto:a@example.org")
    content = content.replace(b"SUMMARY:LabCamp\r\n", title.encode())
    content = content.replace(b"PRODID", f"METHOD:{method}\r\nPRODID".encode() if method else b"PRODID")
    assert ("LC998" in codes(content)) == (method in {"", "PUBLISH"})


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("UID:", ["LC618", "LC621"]),
        ("ATTENDEE:", ["LC618", "LC976"]),
        ("ATTENDEE:mailto:", ["LC657", "LC976"]),
        ("ATTENDEE:MAILTO:", ["LC657", "LC976"]),
        ("ATTENDEE:mailto:lam", ["LC657", "LC976"]),
        ("ATTENDEE:mailto:@example.org", ["LC657", "LC976"]),
        ("ATTENDEE:mailto:lam@", ["LC657", "LC976"]),
        ("ATTENDEE:mailto:Lam <lam@example.org>", ["LC657", "LC976"]),
        ("ATTENDEE:mailto:lam@example.org", ["LC976"]),
        ("ATTENDEE:invalid:nomail", ["LC976"]),
        ("GEO:-123.1;49.2", ["LC656"]),
        ("GEO:52.52;181", ["LC656"]),
        ("GEO:52.52;13.40", []),
        ("GEO:-90;-180", []),
        ("DURATION:-PT1H", ["LC652"]),
        ("DURATION:PT0S", ["LC652"]),
        ("DURATION:P0D", ["LC652"]),
        ("DURATION:+PT1H", []),
        ("DURATION:PT1H ", ["LC616"]),
        ("DURATION:P1W1D", ["LC630"]),
        ("DURATION:1H", ["LC630"]),
        ("DURATION:PT", ["LC630"]),
        ("STATUS:CONFIRMED ", ["LC616"]),
        ("STATUS: CONFIRMED", ["LC616"]),
        ("TRANSP:OPAQUE\t", ["LC616"]),
        ("DTEND:20270911T100000Z ", ["LC616"]),
        ("CREATED:00001231T000000Z", []),
        ("URL:https://example.org/lab camp", ["LC975", "LC984"]),
        ("ATTACH:https://example.org/lab camp.pdf", ["LC984"]),
        ("ATTACH:https://example.org/lab\tcamp.pdf", ["LC984"]),
    ],
)
def test_a_value_that_other_programs_refuse_is_told(line: str, expected: list[str]) -> None:
    if line == "UID:":
        content = calendar("DTSTART:20270911T090000Z").replace(b"UID:1", b"UID:")
        assert codes(content) == ["LC618"]
        return
    assert sorted(codes(calendar("DTSTART:20270911T090000Z", line))) == sorted(expected)


@pytest.mark.parametrize(
    ("duration", "expected"),
    [("PT1H", ["LC652"]), ("P1DT1H", ["LC652"]), ("P1D", []), ("P2W", []), ("-P1D", ["LC652"]), ("P0D", ["LC652"])],
)
def test_a_whole_day_lasts_days(duration: str, expected: list[str]) -> None:
    assert codes(calendar("DTSTART;VALUE=DATE:20270911", f"DURATION:{duration}")) == expected


def alarmed(*lines: str) -> bytes:
    """A calendar whose event has a reminder with these lines."""
    whole = ("BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:a", "TRIGGER:-PT15M", *lines, "END:VALARM")
    return calendar("DTSTART:20270911T090000Z", *whole)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["REPEAT:2"], ["LC655"]),
        (["DURATION:PT5M"], ["LC655"]),
        (["REPEAT:2", "DURATION:PT5M"], []),
        (["REPEAT:0"], []),
        (["REPEAT:2", "DURATION:-PT5M"], ["LC652"]),
        ([], []),
    ],
)
def test_a_reminder_comes_again_after_some_time_or_not_at_all(lines: list[str], expected: list[str]) -> None:
    assert [code for code in codes(alarmed(*lines)) if code < "LC9"] == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("BEGIN:VCALENDAR", "BEGIN:VCALENDAR "),
        ("BEGIN:VEVENT", "BEGIN:VEVENT \t"),
        ("BEGIN:VEVENT", "BEGIN: VEVENT"),
        ("END:VEVENT", "END:VEVENT "),
        ("END:VCALENDAR\r\n", "END:VCALENDAR \r\n"),
        ("BEGIN:VALARM", "BEGIN:VALARM\u00a0"),
        ("VERSION:2.0", "VERSION:2.0 "),
    ],
)
def test_a_blank_beside_a_name_is_told(old: str, new: str) -> None:
    content = alarmed().decode().replace(old, new).encode()
    assert [code for code in codes(content) if code < "LC9"] == ["LC616"]


EVENT = "BEGIN:VEVENT UID:2 DTSTAMP:20270301T090000Z DTSTART:20270911T090000Z SUMMARY:a END:VEVENT"
TASK = "BEGIN:VTODO UID:2 DTSTAMP:20270301T090000Z SUMMARY:a END:VTODO"
ALARM = "BEGIN:VALARM ACTION:AUDIO TRIGGER:-PT15M END:VALARM"
ZONE = "BEGIN:VTIMEZONE TZID:a BEGIN:STANDARD DTSTART:19701025T030000 TZOFFSETFROM:+0200 TZOFFSETTO:+0100 END:STANDARD"
ZONE += " END:VTIMEZONE"
STANDARD = re.sub(r"BEGIN:VTIMEZONE TZID:a | END:VTIMEZONE", "", ZONE)


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (EVENT, ["LC617"]),
        (TASK, ["LC617"]),
        (ZONE, ["LC617"]),
        (STANDARD, ["LC617"]),
        (ALARM.replace("END:VALARM", f"{EVENT} END:VALARM"), ["LC617"]),
        (ALARM, []),
        ("BEGIN:X-OWN X-A:1 END:X-OWN", []),
        ("BEGIN:PARTICIPANT UID:3 END:PARTICIPANT", []),
        ("BEGIN:VEVENT END:VEVENT", ["LC617", "LC620", "LC620", "LC620"]),
        ("BEGIN:VALARM END:VALARM", ["LC620", "LC620"]),
    ],
)
def test_a_part_stands_only_where_it_belongs(inside: str, expected: list[str]) -> None:
    content = calendar("DTSTART:20270911T090000Z", *inside.split())
    assert sorted(code for code in codes(content) if code < "LC9") == expected


def test_a_missing_end_is_told_once_and_not_as_a_part_in_the_wrong_place() -> None:
    content = calendar("DTSTART:20270911T090000Z", "SUMMARY:a", *EVENT.split()[:-1], "X-A:1")
    assert "LC617" not in codes(content)


@pytest.mark.parametrize(("second", "expected"), [("a", ["LC654"]), ("A", []), ("b", [])])
def test_a_zone_is_described_once(second: str, expected: list[str]) -> None:
    zones = [*ZONE.split(), *ZONE.replace("TZID:a", f"TZID:{second}").split()]
    content = calendar("DTSTART:20270911T090000Z").decode()
    content = content.replace("BEGIN:VEVENT", "\r\n".join([*zones, "BEGIN:VEVENT"]))
    assert codes(content.encode()) == expected
