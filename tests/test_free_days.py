"""Holidays as they were published: each date is typed by hand, none is taken from the package that we ask."""

import datetime as dt
import subprocess
import sys

import pytest
from conftest import REPOSITORY
from sample import event_of, in_memory, series_of

from labcamp.model import Organisation, Place
from labcamp.model.zones import clocks_change
from labcamp.planning.holidays import (
    Mark,
    days_off,
    is_public_holiday,
    knows_schools,
    marks,
    marks_in_words,
    name_of,
    narrowed,
    regions_of,
    schools_known_until,
    unknown_schools,
    weights,
    working_day,
)
from labcamp.texts import phrases, region_name

REGIONS = phrases("regions", "de")
GERMANY = {code for code in REGIONS if code.startswith("DE-")}
AUSTRIA = {code for code in REGIONS if code.startswith("AT-")}
SWITZERLAND = {code for code in REGIONS if code.startswith("CH-")}
# Easter Sunday by the tables of the churches; Good Friday is two days before, Whit Monday fifty days after
GOOD_FRIDAY = ("2025-04-18", "2026-04-03", "2027-03-26", "2028-04-14", "2029-03-30", "2030-04-19")
WHIT_MONDAY = ("2025-06-09", "2026-05-25", "2027-05-17", "2028-06-05", "2029-05-21", "2030-06-10")
CORPUS_CHRISTI = ("2025-06-19", "2026-06-04", "2027-05-27", "2028-06-15", "2029-05-31", "2030-06-20")
# As the ministries of the Länder and the Kultusministerkonferenz have published them; read off the calendars of
# schulferiencheck.de (Berlin 2026), aktuellekw.de (Nordrhein-Westfalen 2026), augsburger-allgemeine.de (Bayern 2026),
# and fed-sl.de (all of 2027)
SCHOOLS = {
    "DE-BE": """
        2026-02-02/2026-02-07 2026-03-30/2026-04-10 2026-05-15/2026-05-15 2026-05-26/2026-05-26 2026-07-09/2026-08-22
        2026-10-19/2026-10-31 2026-12-23/2027-01-02 2027-02-01/2027-02-06 2027-03-22/2027-04-02 2027-05-07/2027-05-07
        2027-05-18/2027-05-19 2027-07-01/2027-08-14 2027-10-11/2027-10-23 2027-12-22/2027-12-31
    """,
    "DE-NW": """
        2026-03-30/2026-04-11 2026-05-26/2026-05-26 2026-07-20/2026-09-01 2026-10-17/2026-10-31 2026-12-23/2027-01-06
        2027-03-22/2027-04-03 2027-05-18/2027-05-18 2027-07-19/2027-08-31 2027-10-23/2027-11-06 2027-12-24/2028-01-08
    """,
    "DE-BY": """
        2026-02-16/2026-02-20 2026-03-30/2026-04-10 2026-05-26/2026-06-05 2026-08-03/2026-09-14 2026-11-02/2026-11-06
        2026-12-24/2027-01-08 2027-02-08/2027-02-12 2027-03-22/2027-04-02 2027-05-18/2027-05-28 2027-08-02/2027-09-13
        2027-11-02/2027-11-05 2027-12-24/2028-01-07
    """,
}
WEEKDAYS = {"DE-BE": "2026-01-05", "DE-NW": "2026-01-07", "DE-BY": "2026-01-07"}  # from here on the lists are whole


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def kinds(text: str, region: str) -> list[str]:
    return [mark.kind for mark in marks(day(text), [region])]


@pytest.mark.parametrize(("good_friday", "whit_monday"), list(zip(GOOD_FRIDAY, WHIT_MONDAY, strict=True)))
def test_good_friday_and_whit_monday_are_public_holidays_in_all_of_germany(good_friday: str, whit_monday: str) -> None:
    for region in GERMANY | {"DE"}:
        assert days_off(region, day(good_friday).year, "public")[day(good_friday)] == "Karfreitag"
        assert days_off(region, day(whit_monday).year, "public")[day(whit_monday)] == "Pfingstmontag"


@pytest.mark.parametrize("good_friday", GOOD_FRIDAY)
def test_good_friday_is_no_public_holiday_in_austria_but_many_have_it_off(good_friday: str) -> None:
    assert [is_public_holiday(day(good_friday), region) for region in sorted(AUSTRIA)] == [False] * 9
    assert "partly" in kinds(good_friday, "AT-9")


@pytest.mark.parametrize("year", range(2025, 2031))
def test_reformation_day_is_a_public_holiday_in_nine_laender(year: int) -> None:
    on_the_day = {region for region in GERMANY if is_public_holiday(dt.date(year, 10, 31), region)}
    assert on_the_day == {f"DE-{code}" for code in ["BB", "MV", "SN", "ST", "TH", "HB", "HH", "NI", "SH"]}


@pytest.mark.parametrize("corpus_christi", CORPUS_CHRISTI)
def test_corpus_christi_is_a_public_holiday_in_the_catholic_regions(corpus_christi: str) -> None:
    on_the_day = {region for region in GERMANY | AUSTRIA if is_public_holiday(day(corpus_christi), region)}
    assert on_the_day == AUSTRIA | {f"DE-{code}" for code in ["BW", "BY", "HE", "NW", "RP", "SL"]}
    assert [kinds(corpus_christi, f"DE-{code}") for code in ("SN", "TH")] == [["partly"], ["partly"]]


@pytest.mark.parametrize("year", range(2025, 2031))
def test_the_national_days_are_public_holidays_in_their_own_country(year: int) -> None:
    days = {dt.date(year, 10, 3): "DE", dt.date(year, 10, 26): "AT", dt.date(year, 8, 1): "CH"}
    for national, country in days.items():
        on_the_day = {region for region in REGIONS if is_public_holiday(national, region)}
        assert on_the_day == {region for region in REGIONS if region.startswith(country)}


def test_women_s_day_is_a_public_holiday_in_berlin_and_in_mecklenburg_western_pomerania() -> None:
    assert {region for region in GERMANY if is_public_holiday(day("2027-03-08"), region)} == {"DE-BE", "DE-MV"}


@pytest.mark.parametrize("region", SCHOOLS)
def test_school_holidays_are_those_that_the_laender_have_published(region: str) -> None:
    periods = [tuple(map(day, period.split("/"))) for period in SCHOOLS[region].split()]
    known = dt.date(2027, 12, 31)
    begin = day(WEEKDAYS[region])
    working = (begin + dt.timedelta(days=number) for number in range((known - begin).days + 1))
    weekdays = [each for each in working if each.weekday() < 5]
    published = {each for each in weekdays for first, last in periods if first <= each <= last}
    # The package leaves out days on which nobody goes to school anyway.
    free = {each for each in weekdays if is_public_holiday(each, region)}
    found = {each for each in weekdays if each in days_off(region, each.year, "school")}
    assert found | free == published | free


def test_school_holidays_of_austria_are_those_of_the_law() -> None:
    """§ 2 Schulzeitgesetz 1985: in Wien the first week of February, the week before Easter, 27 to 31 October."""
    found = days_off("AT-9", 2027, "school")
    assert {found.get(day(text)) for text in ("2027-02-01", "2027-02-05")} == {"Semesterferien"}
    assert found[day("2027-03-23")] == "Osterferien"
    assert found[day("2027-10-28")] == "Herbstferien"
    assert [day(text) in found for text in ("2027-01-29", "2027-02-08", "2027-03-31", "2027-10-25")] == [False] * 4


@pytest.mark.parametrize("year", [2030, 2050])
def test_german_school_holidays_end_and_then_nobody_knows_whether_there_are_some(year: int) -> None:
    if days_off("DE-BE", year, "school"):
        pytest.skip(f"the package knows {year} by now")
    end = schools_known_until("DE-BE", year)
    assert end is not None
    assert knows_schools("DE-BE", end)
    assert not knows_schools("DE-BE", end + dt.timedelta(days=1))
    assert not knows_schools("DE-BE", dt.date(year, 7, 15))
    assert marks(dt.date(year, 7, 15), ["DE-BE"]) == ()
    assert unknown_schools(dt.date(year, 7, 15), ["DE-BE", "DE"]) == {"DE-BE": end}


def test_of_switzerland_and_of_a_country_without_its_region_school_holidays_are_never_known() -> None:
    assert unknown_schools(day("2027-07-15"), ["CH-ZH", "CH", "AT", "DE", "ES-CT", "QQ"]) == {
        "CH-ZH": None,
        "CH": None,
        "ES-CT": None,
        "QQ": None,
    }
    assert knows_schools("AT-9", day("2035-07-15"))


def test_the_clocks_change_on_the_last_sunday_of_march_and_october() -> None:
    days = [dt.date(2027, 1, 1) + dt.timedelta(days=number) for number in range(365)]
    for zone in ("Europe/Berlin", "Europe/Zurich", "Europe/Vienna"):
        assert [each for each in days if clocks_change(each, zone)] == [day("2027-03-28"), day("2027-10-31")]
    assert [each for each in days if clocks_change(each, "UTC")] == []


@pytest.mark.parametrize(
    ("text", "region", "found"),
    [
        ("2027-05-06", "DE-BE", ["public"]),  # Ascension Day, a Thursday
        ("2027-05-07", "DE-BE", ["school", "bridge"]),  # the Friday after it
        ("2027-05-05", "DE-BE", ["beside"]),  # and the Wednesday before
        ("2027-05-28", "DE-BY", ["bridge", "school"]),  # after Corpus Christi
        ("2027-05-28", "DE-BE", []),  # where it is none
        ("2027-10-25", "AT-9", ["bridge"]),  # a Monday before 26 October
        ("2026-12-07", "AT-9", ["bridge"]),  # a Monday before 8 December
        ("2027-03-30", "DE-BE", ["school", "beside"]),  # the Tuesday after Easter
        ("2026-10-02", "DE-BE", []),  # a Friday; Saturday is 3 October
        ("2027-12-24", "DE-NI", ["school", "partly"]),
        ("2027-12-31", "CH-ZH", ["partly"]),
        ("2026-12-31", "DE-NI", ["school", "beside", "partly"]),
        ("2027-02-08", "DE-NW", ["partly"]),  # the Monday of carnival
        ("2027-02-04", "DE-RP", ["partly"]),  # and the Thursday before
        ("2027-02-08", "DE-NI", []),
        ("2027-02-15", "CH-BS", ["partly"]),  # the carnival of Basel, a week later
        ("2027-09-16", "DE-BE", []),
        ("2027-11-20", "DE-BE", []),  # a Saturday
    ],
)
def test_a_day_has_the_marks_of_its_region(text: str, region: str, found: list[str]) -> None:
    assert sorted(kinds(text, region)) == sorted(found)


def test_a_bridge_day_is_called_after_the_holiday_beside_it() -> None:
    (mark,) = (mark for mark in marks(day("2027-05-07"), ["DE-BE"]) if mark.kind == "bridge")
    assert mark == Mark("bridge", "DE-BE", day("2027-05-06"))
    assert (name_of(mark, "de"), name_of(mark, "en")) == ("Christi Himmelfahrt", "Ascension Day")


@pytest.mark.parametrize(
    ("text", "regions", "german", "english"),
    [
        (
            "2027-05-27",
            ["DE-BY", "AT-9", "DE-BE"],
            "Fronleichnam (Bayern und Österreich)",
            "Corpus Christi (Bavaria and Austria)",
        ),
        (
            "2027-05-01",
            ["DE-BE", "AT-9", "CH-ZH"],
            "Erster Mai (Deutschland); Staatsfeiertag (Österreich); Tag der Arbeit (Zürich)",
            "Labor Day (Germany, Austria and Zurich)",
        ),
        ("2027-10-03", ["DE-BE", "DE"], "Tag der Deutschen Einheit (Deutschland)", "German Unity Day (Germany)"),
        (
            "2027-12-24",
            ["DE-BE", "AT-9"],
            "Weihnachtsferien (Berlin und Wien); Heiligabend (Deutschland und Österreich)",
            "Christmas Break (Berlin and Vienna); Christmas Eve (Germany and Austria)",
        ),
    ],
)
def test_who_is_away_is_said_with_the_regions_in_words(
    text: str, regions: list[str], german: str, english: str
) -> None:
    found = marks(day(text), regions)
    assert (marks_in_words(found, "de"), marks_in_words(found, "en")) == (german, english)


def test_every_region_of_the_three_countries_has_a_name_of_its_own() -> None:
    assert (len(GERMANY), len(AUSTRIA), len(SWITZERLAND)) == (16, 9, 26)
    for language in ("de", "en"):
        assert len({region_name(code, language) for code in REGIONS}) == len(REGIONS)
    assert [region_name(code, "de") for code in ("AT-9", "DE-BY", "ES", "ES-CT", "QQ-1")] == [
        "Wien",
        "Bayern",
        "Spanien",
        "Spanien (ES-CT)",
        "QQ-1",
    ]


def test_a_region_that_the_package_does_not_know_has_the_holidays_of_its_country_or_none() -> None:
    assert is_public_holiday(day("2027-10-03"), "DE-XX")
    assert is_public_holiday(day("2027-10-03"), "DE-BYP")  # a code that the package warns of
    assert not is_public_holiday(day("2027-10-03"), "QQ")


def test_a_working_day_is_looked_for_in_both_directions_past_holidays() -> None:
    assert working_day(day("2027-03-28"), -1, ["DE-BE"]) == day("2027-03-25")  # Easter Sunday
    assert working_day(day("2027-03-28"), 1, ["DE-BE"]) == day("2027-03-30")
    assert working_day(day("2027-03-26"), 1, ["AT-9"]) == day("2027-03-26")  # Good Friday
    assert working_day(day("2027-12-24"), -1, []) == day("2027-12-23")
    assert working_day(day("2026-12-31"), -1, []) == day("2026-12-23")
    assert working_day(day("2026-12-24"), 1, ["CH-ZH"]) == day("2027-01-04")


def test_only_the_countries_that_are_asked_for_are_loaded() -> None:
    """The package's own way loads all of some two hundred, and takes three times as long."""
    script = (
        "import sys, datetime as dt\n"
        "from labcamp.planning.holidays import is_public_holiday\n"
        "assert 'holidays' not in sys.modules\n"
        "assert is_public_holiday(dt.date(2027, 10, 26), 'AT-9')\n"
        "print(*(name for name in sys.modules if name.startswith('holidays.countries')))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=REPOSITORY, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert run.stdout.split() == []


# Where people sit


def test_a_country_counts_only_where_none_of_its_regions_is_known() -> None:
    assert narrowed(["DE", "AT", "DE-BE", "AT", "CH-ZH"]) == ("AT", "DE-BE", "CH-ZH")


def test_the_regions_of_an_event_are_those_of_its_hosts_its_series_and_its_place() -> None:
    series, _ = series_of("id: a\ntitle: A\ndomain: example.org\nregions: [DE-BY]\n")
    wien = Organisation.model_construct(id="wien", name="Wien", place="Wien", region="AT-9", country=None)
    hosts = (
        Organisation.model_construct(id="a", name="A", region="DE-BE", country="DE"),
        Organisation.model_construct(id="b", name="B", region=None, country="Deutschland"),
        Organisation.model_construct(id="c", name="C", region=None, country=None),
    )
    event = event_of("title: A\n").model_copy(update={"hosts": hosts, "place": Place(city="Wien")})
    assert regions_of(event, series, {"wien": wien}) == ("DE-BE", "DE-BY", "AT-9")
    abroad = event.model_copy(update={"hosts": (), "place": Place(city="Graz", country="Österreich")})
    assert regions_of(abroad, series, {"wien": wien}) == ("DE-BY", "AT")


def test_a_host_counts_more_than_a_lab_that_takes_part() -> None:
    berlin, soest, wien = (
        Organisation.model_construct(id=code, name=code, region=code, country=None)
        for code in ("DE-BE", "DE-NW", "AT-9")
    )
    event = event_of("title: A\ndate: 2027-03-11\nagenda: [{title: a}]\n")
    person = event_of("title: A\nmoderation: [N. N.]\n").moderation[0]
    session = event.agenda[0].model_copy(
        update={"by": tuple(person.model_copy(update={"organisation": lab}) for lab in (soest, wien, soest, berlin))}
    )
    held = event.model_copy(update={"hosts": (berlin,), "agenda": (session,)})
    cancelled = held.model_copy(update={"id": "b", "status": "cancelled", "hosts": (wien,)})
    assert weights(in_memory(REPOSITORY, [held, cancelled])) == {"DE-BE": 3, "AT-9": 1, "DE-NW": 1}
