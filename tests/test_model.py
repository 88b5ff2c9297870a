"""The model: what people write in an event file, in each form that is allowed, and what follows from it."""

import datetime as dt

import pytest
from pydantic import ValidationError

from labcamp.check import UNKNOWN_SERIES, check_event, check_series
from labcamp.files.read import source_of
from labcamp.model import Event, Hours, Link, Organisation, Person, Place, Series, Session
from labcamp.model.private import Private, Reach
from labcamp.model.series import is_nobody, shown
from labcamp.model.session import timetable
from labcamp.model.texts import (
    Days,
    Period,
    clock_of,
    day_of,
    days_of,
    hours_of,
    id_of,
    number_of,
    period_of,
    span_in_days,
    yes_of,
)
from labcamp.model.zones import exists, exists_twice, is_zone, moment, zone_of, zones

CITYLAB = Organisation(name="CityLAB Berlin")
NEXT = Organisation(name="NExT e.V.")
ORGANISATIONS = {"citylab": CITYLAB, "next": NEXT}


def event(text: str, series: Series = UNKNOWN_SERIES) -> Event:
    """The event of a file that says `title: LabCamp` and these lines, and nothing wrong."""
    source = source_of(f"title: LabCamp\n{text}".encode(), "labcamp-1.yaml")
    made, findings = check_event("labcamp-1", source, series, ORGANISATIONS)
    assert findings == ()
    assert made
    return made


def at(text: str) -> list[tuple[int, str, str]]:
    """Day, start and end of each session of an event with these lines; `?` is unknown."""
    return [(timed.day, clock(timed.start), clock(timed.end)) for timed in event(text).timetable]


def clock(minutes: int | None) -> str:
    """Minutes since midnight as people write them."""
    return "?" if minutes is None else f"{minutes // 60}:{minutes % 60:02d}"


def refused_as(text: str, parse: object) -> str:
    """The code that a parser gives for a text."""
    assert callable(parse)
    with pytest.raises(Exception, match=r"labcamp\.messages") as caught:
        parse(text)
    return str(getattr(caught.value, "type", ""))


# spans


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("12 Wochen", 84),
        ("6 weeks", 42),
        ("1 Woche", 7),
        ("3 Tage", 3),
        ("3 tagen", 3),
        ("1 day", 1),
        ("2weeks", 14),
        (" 10 ", 10),
        ("0", 0),
        ("nein", None),
        ("No", None),
        ("false", None),
    ],
)
def test_a_span_is_a_number_of_days_or_weeks_or_no(text: str, days: int | None) -> None:
    assert span_in_days(text) == days


@pytest.mark.parametrize("text", ["bald", "ja", "-3", "1000", "1,5 Wochen", "3 Monate", "drei Tage", "", "1 2"])
def test_what_is_no_span_is_refused(text: str) -> None:
    assert refused_as(text, span_in_days) == "LC222"


# days


@pytest.mark.parametrize("text", ["2027-03-11", "11.03.2027", "11.3.2027", "11. 3. 2027", " 2027-03-11 "])
def test_a_day_is_written_in_the_german_or_in_the_iso_way(text: str) -> None:
    assert day_of(text) == dt.date(2027, 3, 11)
    assert days_of(text) == Days(2027, 3, dt.date(2027, 3, 11), dt.date(2027, 3, 11))


@pytest.mark.parametrize("text", ["2027-03", "03.2027", "3.2027"])
def test_of_an_event_only_the_month_may_be_known(text: str) -> None:
    assert days_of(text) == Days(2027, 3)
    assert days_of(text).all == ()


@pytest.mark.parametrize(
    "text",
    [
        "2027-02-27/2027-03-01",
        "2027-02-27 / 2027-03-01",
        "2027-02-27 bis 2027-03-01",
        "2027-02-27 to 2027-03-01",
        "2027-02-27 – 2027-03-01",
        "2027-02-27 - 2027-03-01",
        "27.02.2027/01.03.2027",
        "27.2.2027 bis 1.3.2027",
    ],
)
def test_two_days_stand_for_all_days_from_the_first_to_the_last(text: str) -> None:
    days = days_of(text)

    assert days == Days(2027, 2, dt.date(2027, 2, 27), dt.date(2027, 3, 1))
    assert days.all == (dt.date(2027, 2, 27), dt.date(2027, 2, 28), dt.date(2027, 3, 1))


@pytest.mark.parametrize(
    "text",
    [
        "2027-02-29",
        "31.04.2027",
        "2027-13",
        "3/11/2027",
        "11.03.",
        "11. März",
        "2027",
        "11 2027",
        "29. Februar 2027",
        "1. Foo 2027",
        "11. Mai 027",
        "10., 11. und 12. März 2027",
        "morgen",
        "",
        "0000-03",
    ],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    assert refused_as(text, days_of) == "LC206"


@pytest.mark.parametrize(
    "text",
    [
        "11. März 2027",
        "11 März 2027",
        "11.März 2027",
        "11. Mrz. 27",
        "Do, 11.03.27",
        "Do. 11.3.27",
        "Donnerstag, den 11. März 2027",
        "donnerstag 11.03.2027",
        "Thu 11 March 2027",
        "Thursday, March 11, 2027",
        "March 11th, 2027",
        "11th of March 2027",
        "2027/03/11",
        "2027-3-11",
        "2027.03.11",
        "11. 03. 2027",
    ],
)
def test_a_day_is_read_as_people_say_it(text: str) -> None:
    assert day_of(text) == dt.date(2027, 3, 11)
    assert days_of(text) == Days(2027, 3, dt.date(2027, 3, 11), dt.date(2027, 3, 11))
    assert period_of(text) == Period(dt.date(2027, 3, 11), dt.date(2027, 3, 11))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("11. und 12. März 2027", "2027-03-11", "2027-03-12"),
        ("Do/Fr, 11./12.03.2027", "2027-03-11", "2027-03-12"),
        ("Donnerstag und Freitag, 11. und 12. März 2027", "2027-03-11", "2027-03-12"),
        ("Do, 11. bis Fr, 12. März 2027", "2027-03-11", "2027-03-12"),
        ("11.-12.03.27", "2027-03-11", "2027-03-12"),
        ("vom 30. April bis 2. Mai 2027", "2027-04-30", "2027-05-02"),
        ("30.04.–02.05.2027", "2027-04-30", "2027-05-02"),
        ("30. Dez. 2027 bis 2. Jan. 2028", "2027-12-30", "2028-01-02"),
        ("March 11-12, 2027", "2027-03-11", "2027-03-12"),
        ("11 and 12 March 2027", "2027-03-11", "2027-03-12"),
        ("April 30 to May 2, 2027", "2027-04-30", "2027-05-02"),
    ],
)
def test_two_days_are_read_as_people_say_them(text: str, first: str, last: str) -> None:
    days = days_of(text)
    assert (str(days.first), str(days.last)) == (first, last)
    assert refused_as(text, day_of) == "LC206"


@pytest.mark.parametrize("text", ["Mai 2027", "May 2027", "Mai, 2027"])
def test_a_month_is_read_as_people_say_it(text: str) -> None:
    assert days_of(text) == Days(2027, 5)
    assert period_of(text) == Period(dt.date(2027, 5, 1), dt.date(2027, 5, 31))


@pytest.mark.parametrize("text", ["1899-12-31", "3000-01-01", "9999-12-31", "0001-01-01"])
def test_a_year_that_was_typed_wrong_is_refused(text: str) -> None:
    assert refused_as(text, day_of) == "LC206"
    assert refused_as(text[:7], days_of) == "LC206"


def test_the_first_and_the_last_day_that_are_read() -> None:
    assert day_of("1970-01-01") == dt.date(1970, 1, 1)
    assert day_of("2999-12-31") == dt.date(2999, 12, 31)


@pytest.mark.parametrize("text", ["2027-03", "2027-03-11/2027-03-12"])
def test_a_deadline_needs_one_day(text: str) -> None:
    assert refused_as(text, day_of) == "LC206"


def test_an_event_of_31_days_is_the_longest() -> None:
    assert len(days_of("2027-03-01/2027-03-31").all) == 31
    assert refused_as("2027-03-01/2027-04-01", days_of) == "LC221"


# times


@pytest.mark.parametrize("text", ["9:30", "09:30", "9.30", "09.30", "9:30 Uhr", "9.30Uhr", "9:30 h", " 9:30 "])
def test_a_time_of_day_is_written_in_many_ways(text: str) -> None:
    assert clock_of(text) == 9 * 60 + 30


@pytest.mark.parametrize(("text", "minutes"), [("14", 840), ("14 Uhr", 840), ("0:00", 0), ("24:00", 1440), ("0", 0)])
def test_full_hours_need_no_minutes(text: str, minutes: int) -> None:
    assert clock_of(text) == minutes


@pytest.mark.parametrize("text", ["25:00", "24:01", "14:60", "9:5", "14:00:00", "2pm", "840", "mittags", "", "-1:00"])
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    assert refused_as(text, clock_of) == "LC207"


@pytest.mark.parametrize(
    "text",
    [
        "14:00-17:30",
        "14:00 - 17:30",
        "14:00–17:30",
        "14:00 — 17:30",
        "14.00-17.30",
        "14-17:30",
        "14 bis 17:30 Uhr",
        "14 Uhr bis 17.30 Uhr",
        "14:00 to 17:30",
        "14:00 until 17:30",
        "14:00/17:30",
    ],
)
def test_start_and_end_are_written_in_many_ways(text: str) -> None:
    assert hours_of(text) == Hours(840, 1050)


def test_the_end_may_be_unknown() -> None:
    assert hours_of("14 Uhr") == Hours(840)


@pytest.mark.parametrize("text", ["14:00-", "-17:00", "14:00-17:00-18:00", "ab 14 Uhr", "14:00-25:00"])
def test_what_is_no_start_and_end_is_refused(text: str) -> None:
    assert refused_as(text, hours_of) == "LC207"


# yes and no, numbers


@pytest.mark.parametrize("text", ["ja", "Ja", "yes", "YES", "true", "on", "1", " ja "])
def test_yes_is_written_in_many_ways(text: str) -> None:
    assert yes_of(text) is True


@pytest.mark.parametrize("text", ["nein", "Nein", "no", "false", "off", "0"])
def test_no_is_written_in_many_ways(text: str) -> None:
    assert yes_of(text) is False


@pytest.mark.parametrize("text", ["vielleicht", "", "j", "2", "janein"])
def test_what_is_neither_is_refused(text: str) -> None:
    assert refused_as(text, yes_of) == "LC211"


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("007", 7), (" 45 ", 45), ("999999999", 999_999_999)])
def test_a_number_is_written_in_digits(text: str, number: int) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize("text", ["-1", "1.5", "1_000", "zwölf", "٣", "1000000000", "", "12a"])
def test_what_is_no_number_is_refused(text: str) -> None:
    assert refused_as(text, number_of) == "LC208"


# one text for a whole mapping


@pytest.mark.parametrize("text", ["online", "Online", "digital"])
def test_a_place_can_be_the_word_online(text: str) -> None:
    place = event(f"place: {text}").place

    assert place == Place(online=True)
    assert (place.on_site, place.hybrid) == (False, False)


def test_any_other_text_is_the_name_of_a_place() -> None:
    place = event("place: Rathaus, Saal 2").place

    assert place == Place(name="Rathaus, Saal 2")
    assert place.on_site


def test_a_place_with_an_address_that_can_be_joined_online_is_hybrid() -> None:
    place = event("place: {name: Rathaus, postcode: 01067, city: Dresden, online: ja}").place

    assert place == Place(name="Rathaus", postcode="01067", city="Dresden", online=True)
    assert (place.on_site, place.hybrid, place.town) == (True, True, "01067 Dresden")


def test_a_town_is_said_as_far_as_it_is_known() -> None:
    assert [Place(city="Ulm").town, Place(postcode="89073").town, Place(country="DE").town] == ["Ulm", "89073", ""]
    assert not Place(country="DE").on_site


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("hosts: citylab", (CITYLAB,)),
        ("hosts: [citylab, next]", (CITYLAB, NEXT)),
        ("hosts: citylab, next", (CITYLAB, NEXT)),
        ("hosts:\n  - next\n  - citylab", (NEXT, CITYLAB)),
        ("hosts: []", ()),
        ("hosts:", ()),
    ],
)
def test_hosts_are_one_id_or_several(text: str, hosts: tuple[Organisation, ...]) -> None:
    assert event(text).hosts == hosts


@pytest.mark.parametrize(
    "text",
    [
        "moderation: Ada Beispiel",
        "moderation: [Ada Beispiel]",
        "moderation: {name: Ada Beispiel}",
        "moderation: [{name: Ada Beispiel}]",
        "moderation:\n  - name: Ada  Beispiel",
    ],
)
def test_a_person_is_a_name_or_more(text: str) -> None:
    assert event(text).moderation == (Person(name="Ada Beispiel"),)


def test_a_name_with_a_comma_is_one_person() -> None:
    assert event("moderation: Dr. Beispiel, Ada").moderation == (Person(name="Dr. Beispiel, Ada"),)


def test_a_session_has_tables_or_one_table() -> None:
    agenda = event("agenda:\n  - {title: Tische, tables: [Geld, Räume]}\n  - {title: Tisch, tables: Geld}").agenda

    assert [session.tables for session in agenda] == [("Geld", "Räume"), ("Geld",)]


def test_a_session_is_a_title_or_more() -> None:
    agenda = event("agenda:\n  - Ankommen\n  - {title: Impuls, type: input, by: Ada Beispiel, takeaways: Eins}").agenda

    assert agenda == (
        Session(title="Ankommen"),
        Session(title="Impuls", type="input", by=(Person(name="Ada Beispiel"),), takeaways=("Eins",)),
    )


@pytest.mark.parametrize(
    ("text", "name", "email"), [("Ada Beispiel", "Ada Beispiel", None), ("ada@example.org", None, "ada@example.org")]
)
def test_a_contact_is_a_name_or_an_address(text: str, name: str | None, email: str | None) -> None:
    contact = event(f"contact: {text}").contact

    assert contact
    assert (contact.name, contact.email) == (name, email)


def test_a_registration_may_be_only_its_address() -> None:
    assert event("registration: https://example.org/a").registration.url == "https://example.org/a"


def test_an_imprint_is_a_text_or_an_address() -> None:
    series = "id: s\ntitle: S\ndomain: example.org\nnewsletter: {unsubscribe: 'mailto:a@example.org'}\nimprint: "
    page, _ = check_series(source_of(f"{series}https://example.org/i".encode(), "series.yaml"), {})
    text, _ = check_series(source_of(f"{series}CityLAB, Berlin".encode(), "series.yaml"), {})

    assert page
    assert text
    assert (page.imprint.url, page.imprint.text) == ("https://example.org/i", None)
    assert (text.imprint.url, text.imprint.text) == (None, "CityLAB, Berlin")


def test_a_line_has_its_blanks_as_one_and_a_text_keeps_its_paragraphs() -> None:
    made = event("summary: >\n  eins\n\n  zwei   drei\ndescription: |\n  eins\n\n  zwei\n")

    assert (made.summary, made.description) == ("eins zwei drei", "eins\n\nzwei")


def test_zone_and_language_come_from_the_series_unless_the_event_says_others() -> None:
    series = Series(id="s", title="S", domain="example.org", zone="Europe/Vienna", language="de-AT")

    assert (event("", series).zone, event("", series).language) == ("Europe/Vienna", "de-AT")
    assert event("zone: Europe/Madrid\nlanguage: en", series).zone == "Europe/Madrid"
    assert event("zone: Europe/Madrid\nlanguage: en", series).language == "en"


def test_what_is_read_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        event("").title = "Anders"  # type: ignore[misc]  # that this is refused is what we test


# the timetable


def test_times_follow_from_the_durations() -> None:
    assert at(
        "time: 14:00-17:00\nagenda:\n"
        "  - {title: Ankommen, minutes: 15}\n"
        "  - {title: Impuls, minutes: 45}\n"
        "  - {title: Pause, type: break, minutes: 10}\n"
        "  - {title: Gespräch, minutes: 50}\n"
    ) == [(1, "14:00", "14:15"), (1, "14:15", "15:00"), (1, "15:00", "15:10"), (1, "15:10", "16:00")]


def test_a_start_pins_a_session_and_what_follows_it() -> None:
    assert at(
        "time: 14:00-17:00\nagenda:\n"
        "  - {title: Ankommen, minutes: 15}\n"
        "  - {title: Impuls, start: 14:30, minutes: 30}\n"
        "  - {title: Gespräch, minutes: 30}\n"
    ) == [(1, "14:00", "14:15"), (1, "14:30", "15:00"), (1, "15:00", "15:30")]


def test_from_the_first_unknown_duration_on_times_are_unknown_until_a_start() -> None:
    assert at(
        "time: 14:00-17:00\nagenda:\n"
        "  - {title: Ankommen, minutes: 15}\n"
        "  - Impuls\n"
        "  - {title: Gespräch, minutes: 30}\n"
        "  - {title: Werkstatt, start: 16:00, minutes: 30}\n"
        "  - Ausklang\n"
    ) == [(1, "14:00", "14:15"), (1, "14:15", "?"), (1, "?", "?"), (1, "16:00", "16:30"), (1, "16:30", "?")]


def test_after_sessions_side_by_side_the_next_one_waits_for_the_longest() -> None:
    assert at(
        "time: 14:00-17:00\nagenda:\n"
        "  - {title: Werkstatt, room: A, minutes: 60}\n"
        "  - {title: Gespräch, room: B, start: 14:00, minutes: 30}\n"
        "  - {title: Abschluss, minutes: 15}\n"
    ) == [(1, "14:00", "15:00"), (1, "14:00", "14:30"), (1, "15:00", "15:15")]


def test_a_session_beside_one_of_unknown_length_does_not_end_it() -> None:
    assert at(
        "time: 14:00-17:00\nagenda:\n"
        "  - {title: Ankommen, minutes: 30}\n"
        "  - {title: Werkstatt, room: A}\n"
        "  - {title: Gespräch, room: B, start: 14:30, minutes: 30}\n"
        "  - {title: Abschluss, minutes: 15}\n"
    ) == [(1, "14:00", "14:30"), (1, "14:30", "?"), (1, "14:30", "15:00"), (1, "?", "?")]


def test_each_day_begins_anew() -> None:
    assert at(
        "date: 2027-09-16/2027-09-17\ntime: 9:00-17:00\nagenda:\n"
        "  - {title: Ankommen, minutes: 30}\n"
        "  - {title: Impuls, minutes: 30}\n"
        "  - {title: Zweiter Tag, day: 2, minutes: 45}\n"
        "  - {title: Gespräch, minutes: 15}\n"
    ) == [(1, "9:00", "9:30"), (1, "9:30", "10:00"), (2, "9:00", "9:45"), (2, "9:45", "10:00")]


def test_a_day_goes_on_where_it_was_left_when_days_are_mixed() -> None:
    assert at(
        "date: 2027-09-16/2027-09-17\ntime: 9:00-17:00\nagenda:\n"
        "  - {title: Eins, day: 1, minutes: 30}\n"
        "  - {title: Zwei, day: 2, minutes: 45}\n"
        "  - {title: Drei, day: 1, minutes: 15}\n"
        "  - {title: Vier, day: 2, minutes: 15}\n"
    ) == [(1, "9:00", "9:30"), (2, "9:00", "9:45"), (1, "9:30", "9:45"), (2, "9:45", "10:00")]


def test_without_a_time_of_the_event_only_what_is_pinned_has_a_time() -> None:
    assert at("agenda:\n  - {title: A, minutes: 15}\n  - {title: B, start: 9, minutes: 15}\n  - C\n") == [
        (1, "?", "?"),
        (1, "9:00", "9:15"),
        (1, "9:15", "?"),
    ]


def test_an_agenda_that_says_no_times_at_all_gets_none() -> None:
    assert at("time: 14:00-17:00\nagenda: [Impuls aus Ulm, Impuls aus Wien]") == [(1, "?", "?"), (1, "?", "?")]


def test_an_empty_agenda_has_an_empty_timetable() -> None:
    assert timetable((), 840) == ()


# when it is


def test_moments_are_in_the_zone_of_the_event_on_each_day() -> None:
    made = event("date: 2027-03-27/2027-03-28\ntime: 14:00-17:00\nzone: Europe/Berlin")

    assert [[moment.isoformat() for moment in day] for day in made.moments] == [
        ["2027-03-27T14:00:00+01:00", "2027-03-27T17:00:00+01:00"],
        ["2027-03-28T14:00:00+02:00", "2027-03-28T17:00:00+02:00"],
    ]


def test_an_event_ends_with_its_agenda_when_no_end_is_written() -> None:
    made = event("date: 2027-03-11\ntime: 14:00\nagenda:\n  - {title: A, minutes: 90}\n  - {title: B, minutes: 45}")

    assert made.end_of(1) == 16 * 60 + 15
    assert [[moment.isoformat() for moment in day] for day in made.moments] == [
        ["2027-03-11T14:00:00+01:00", "2027-03-11T16:15:00+01:00"]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "date: 2027-03-11",
        "time: 14:00-17:00",
        "date: 2027-03\ntime: 14:00-17:00",
        "date: 2027-03-11\ntime: 14:00",
        "date: 2027-03-11\ntime: 14:00\nagenda:\n  - {title: A, minutes: 30}\n  - B",
        "date: 2027-03-11/2027-03-12\ntime: 14:00\nagenda:\n  - {title: A, minutes: 30}",
    ],
)
def test_without_a_day_or_an_end_there_are_no_moments(text: str) -> None:
    assert event(text).moments == ()


def test_an_event_may_last_until_midnight() -> None:
    (hours,) = event("date: 2027-12-31\ntime: 20:00-24:00").moments

    assert [moment.isoformat() for moment in hours] == ["2027-12-31T20:00:00+01:00", "2028-01-01T00:00:00+01:00"]


@pytest.mark.parametrize(
    ("date", "past"),
    [
        ("2027-03-10", True),
        ("2027-03-11", False),
        ("2027-03-12", False),
        ("2027-03-09/2027-03-10", True),
        ("2027-03-10/2027-03-11", False),
        ("2027-02", True),
        ("2027-03", False),
        ("2026-12", True),
        ("2028-01", False),
    ],
)
def test_an_event_is_past_after_its_last_day_or_its_month(date: str, past: bool) -> None:
    assert event(f"date: {date}").is_past(dt.date(2027, 3, 11)) is past


def test_an_event_without_a_date_is_never_past() -> None:
    assert not event("").is_past(dt.date(2999, 1, 1))


def test_events_stand_in_the_order_of_time() -> None:
    texts = ["", "date: 2027-04", "date: 2027-04-30\ntime: 9:00", "date: 2027-04-30\ntime: 14:00", "date: 2027-05-01"]
    events = [event(text) for text in texts]

    assert sorted(events, key=lambda made: made.sort_key) == [events[n] for n in (2, 3, 1, 4, 0)]


# who it is


def test_labs_are_the_organisations_of_the_agenda_each_once() -> None:
    made = event(
        "hosts: citylab\nagenda:\n"
        "  - {title: A, by: [{organisation: next}, {name: Ada Beispiel}]}\n"
        "  - {title: B, by: [{name: Bo Beispiel, organisation: citylab}, {organisation: next}]}\n"
    )

    assert made.labs == (NEXT, CITYLAB)


def test_people_are_those_who_moderate_and_those_of_the_agenda() -> None:
    made = event("moderation: Ada Beispiel\nagenda:\n  - {title: A, by: Bo Beispiel}")

    assert made.people == (Person(name="Ada Beispiel"), Person(name="Bo Beispiel"))


@pytest.mark.parametrize(("name", "nobody"), [("N. N.", True), ("N.N.", True), ("nn", True), ("Nina Nett", False)])
def test_n_n_stands_for_somebody_who_is_not_known_yet(name: str, nobody: bool) -> None:
    assert is_nobody(name) is nobody


def test_a_questionnaire_is_none_of_the_documents() -> None:
    made = event(
        "links: [{title: A, url: https://example.org/a, type: feedback}, {title: B, url: https://example.org/b}]"
    )

    assert [link.title for link in made.documents] == ["B"]


def test_the_private_side_says_how_to_get_there_and_what_to_bring() -> None:
    made = Private.model_validate(
        {"way": "Tram M5\n\nDer Eingang ist im Hof.", "bring": "Laptop,  Ausweis", "contacts": [{"role": "Empfang"}]}
    )

    assert made == Private(
        way="Tram M5\n\nDer Eingang ist im Hof.", bring="Laptop, Ausweis", contacts=(Reach(role="Empfang"),)
    )


def test_the_heading_is_title_and_theme() -> None:
    assert event("theme: Labore verbinden").heading == "LabCamp: Labore verbinden"
    assert event("").heading == "LabCamp"


@pytest.mark.parametrize(
    ("pattern", "title"), [("'LabCamp #{number}'", "LabCamp #12"), ("'{number}. Treffen'", "12. Treffen")]
)
def test_the_title_of_an_edition_comes_from_the_series(pattern: str, title: str) -> None:
    text = f"id: s\ntitle: Reihe\ndomain: example.org\ntitle_pattern: {pattern}"
    series, _ = check_series(source_of(text.encode(), "series.yaml"), {})
    assert series
    made, _ = check_event("x", source_of(b"number: 12", "x.yaml"), series, {})

    assert made
    assert made.title == title
    assert UNKNOWN_SERIES.title_of("12") == "Series #12"


@pytest.mark.parametrize(
    ("title", "wordmark"), [("LabCamp", ("Lab", "Camp")), ("Forum", ("Forum", "")), ("DAS Lab", ("DAS ", "Lab"))]
)
def test_a_wordmark_is_cut_at_its_last_capital(title: str, wordmark: tuple[str, str]) -> None:
    assert Series(id="s", title=title, domain="example.org").marked_title == wordmark


@pytest.mark.parametrize(
    ("written", "shown"),
    [("Maker|space-Runde", ("Maker", "space-Runde")), ("Makerspace-Runde", ("Makerspace-Runde", ""))],
)
def test_a_series_may_say_which_part_of_its_wordmark_is_coloured_or_none(written: str, shown: tuple[str, str]) -> None:
    assert Series(id="s", title="Makerspace-Runde", domain="example.org", wordmark=written).marked_title == shown


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Dr. Łukasz Świątek", "dr-lukasz-swiatek"),
        ("Søren Ærø, Þór Œuvre", "soren-aero-thor-oeuvre"),
        ("Đorđe Işık Ħal Ŋoŋ", "dorde-isik-hal-non"),
    ],
)
def test_no_latin_letter_is_lost_in_a_name_of_a_file(name: str, id_: str) -> None:
    assert id_of(name) == id_


# zones


@pytest.mark.parametrize("key", ["Europe/Berlin", "UTC", "America/Argentina/Buenos_Aires"])
def test_an_iana_key_names_a_zone(key: str) -> None:
    assert is_zone(key)
    assert key in zones()
    assert zone_of(key).key == key


@pytest.mark.parametrize("key", ["Berlin", "", "Europe", "../zones", "europe/berlin", "zone1970.tab", "Europe/Berlin/"])
def test_anything_else_names_none(key: str) -> None:
    assert not is_zone(key)


def test_an_hour_is_missing_in_march_and_twice_there_in_october() -> None:
    spring, autumn = dt.date(2027, 3, 28), dt.date(2027, 10, 31)

    assert [exists(moment(spring, minutes, "Europe/Berlin")) for minutes in (119, 120, 179, 180)] == [
        True,
        False,
        False,
        True,
    ]
    assert [exists_twice(moment(autumn, minutes, "Europe/Berlin")) for minutes in (119, 120, 179, 180)] == [
        False,
        True,
        True,
        False,
    ]
    assert not exists_twice(moment(spring, 150, "Europe/Berlin"))


def test_what_is_worked_out_of_an_event_is_worked_out_anew_for_its_copy() -> None:
    before = event("agenda:\n  - {title: Impuls von Ada}\n")
    assert (before.session_ids, [timed.session.title for timed in before.timetable]) == (
        ("impuls-von-ada",),
        ["Impuls von Ada"],
    )
    after = before.model_copy(update={"agenda": (Session(title="Impuls"),)})
    assert (after.session_ids, [timed.session.title for timed in after.timetable]) == (("impuls",), ["Impuls"])


# Files, topics and the ids of sessions


def test_a_link_leads_to_an_address_or_to_a_file_which_may_be_written_as_an_address() -> None:
    links = "links:\n  - {title: A, url: folien.pdf}\n  - {title: B, file: Bild_1.JPG}\n"
    links += "  - {title: C, file: vortrag.pptx}\n  - {title: D, url: https://example.org/folien.pdf}\n"
    found = event(links).links
    assert [(link.url, link.file, link.type) for link in found] == [
        (None, "folien.pdf", "other"),
        (None, "Bild_1.JPG", "photo"),
        (None, "vortrag.pptx", "slides"),
        ("https://example.org/folien.pdf", None, "page"),
    ]
    assert [link.is_picture for link in found] == [False, True, False, False]


@pytest.mark.parametrize(
    ("name", "proposal"),
    [
        ("Folien Köln.PDF", "folien-koeln.pdf"),
        ("../../private/liste.csv", "liste.csv"),
        ("a/b.pdf", "b.pdf"),
        (".htaccess", "event.htaccess"),
        ("b?.pdf", "b.pdf"),
        ("Straße", "strasse"),
    ],
)
def test_a_name_that_is_none_everywhere_has_a_nearest(name: str, proposal: str) -> None:
    source = source_of(f"title: A\nlinks:\n  - title: F\n    file: {name!r}\n".encode(), "a.yaml")
    _, findings = check_event("a", source, UNKNOWN_SERIES, {})
    assert [(each.code, each.line, dict(each.values)["proposal"]) for each in findings] == [("LC233", 4, proposal)]


@pytest.mark.parametrize(
    ("files", "addresses"),
    [
        ("https://example.org/labcamp/e/files", ["https://example.org/labcamp/e/files/folien.pdf", "https://a.org"]),
        ("files", ["files/folien.pdf", "https://a.org"]),
        ("", ["https://a.org"]),
    ],
)
def test_a_file_is_shown_where_it_is_known_where_it_is_found(files: str, addresses: list[str]) -> None:
    links = (Link(title="A", file="folien.pdf"), Link(title="B", url="https://a.org"), Link(title="C", file="c.mp3", consent="nein"))  # fmt: skip  # noqa: E501
    assert [link.address for link in shown(links, files)] == addresses


def test_each_session_has_an_id_its_own_or_from_its_title_and_none_is_a_name_of_the_site() -> None:
    titles = ["Ankommen", "ankommen", "2", "Index", "Ankommen-2"]
    rows = [f"  - title: {title!r}\n" for title in titles]
    text = "".join(["agenda:\n", *rows, "  - {title: X, id: ankommen}\n  - {title: Y, id: index}\n"])
    assert event(text).session_ids == (
        "ankommen-2",
        "ankommen-3",
        "session-2",
        "session-index-2",
        "ankommen-2-2",
        "ankommen",
        "session-index",
    )
