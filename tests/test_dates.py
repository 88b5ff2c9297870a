"""Which day is good: hand-made cases in which the order has to be so, and what the command says."""

import csv
import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from conftest import REPOSITORY, TODAY, Labcamp, times
from hypothesis import given
from hypothesis import strategies as st
from sample import event_of, in_memory

from labcamp.cli.usage import with_values
from labcamp.commands.dates import hours_between, period_between, usable, weekdays_of
from labcamp.findings import Place, UsageError
from labcamp.model import Hours
from labcamp.model.avoid import Avoided
from labcamp.model.texts import Period
from labcamp.planning.dates import (
    Around,
    Candidate,
    Gathering,
    around_of,
    candidate,
    candidates,
    undated,
    usual_period,
)
from labcamp.planning.proposals import Proposal, left_out, proposals, verdict

BERLIN = {"DE-BE": 1}
FOUR = {"DE-BE": 6, "DE-NW": 2, "DE-BY": 1, "AT-9": 1}
AFTERNOON = Hours(14 * 60, 17 * 60)
WORKING_DAYS = range(5)
MIDNIGHT = 24 * 60
Value = TypeVar("Value")


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def order(days: str, around: Around) -> list[str]:
    """Some days in the order in which they are proposed."""
    found = [candidate(day(text), around) for text in days.split()]
    return [each.day.isoformat() for each in sorted(found, key=lambda each: (-each.points, each.day))]


def keys(text: str, around: Around) -> list[str]:
    return [reason.key for reason in candidate(day(text), around).reasons]


def points(text: str, around: Around) -> int:
    return candidate(day(text), around).points


def ends(proposal: Proposal) -> str:
    """Its first day, and how many there are."""
    return f"{proposal.days[0].day} {len(proposal.days)}"


# The order


def test_a_holiday_is_worse_than_a_bridge_day_and_that_is_worse_than_school_holidays_and_than_nothing() -> None:
    """In Berlin: nothing on 16 September, autumn holidays on 13 October, Friday after and day of Ascension."""
    days = "2027-05-06 2027-05-07 2027-10-13 2027-09-16"
    assert order(days, Around(BERLIN)) == ["2027-09-16", "2027-10-13", "2027-05-07", "2027-05-06"]


def test_the_more_people_a_holiday_concerns_the_worse_is_the_day() -> None:
    """27 May is Corpus Christi in four tenths of the weights, 8 March Women's Day in six, 6 May Ascension in all."""
    assert order("2027-05-06 2027-03-08 2027-05-27", Around(FOUR)) == ["2027-05-27", "2027-03-08", "2027-05-06"]
    assert [points(text, Around(FOUR)) for text in ("2027-05-27", "2027-03-08", "2027-05-06")] == [42, 28, 0]


def test_school_holidays_where_the_hosts_are_weigh_more_than_elsewhere() -> None:
    """On 5 July only Berlin has holidays, on 23 August Nordrhein-Westfalen, Bayern and Wien have."""
    assert order("2027-07-05 2027-08-23", Around(FOUR)) == ["2027-08-23", "2027-07-05"]
    assert order("2027-07-05 2027-08-23", Around(FOUR | {"DE-NW": 12})) == ["2027-07-05", "2027-08-23"]


def test_a_day_next_to_a_holiday_and_a_quiet_day_are_a_little_worse_than_the_day_before_them() -> None:
    around = Around({"DE-NW": 1})
    assert order("2027-05-05 2027-05-04", around) == ["2027-05-04", "2027-05-05"]
    assert order("2027-02-08 2027-02-15", around) == ["2027-02-15", "2027-02-08"]  # the Monday of carnival


def test_of_days_that_are_equal_the_earlier_comes_first() -> None:
    days = "2027-09-16 2027-09-14 2027-09-15"
    assert order(days, Around(BERLIN)) == ["2027-09-14", "2027-09-15", "2027-09-16"]


@pytest.mark.parametrize(
    ("start", "end", "better", "worse"),
    [
        (14, 17, "2027-09-16", "2027-09-17"),  # a Friday afternoon
        (9, 11, "2027-09-17", "2027-09-13"),  # Monday before ten, Friday morning
        (14, 17, "2027-09-17", "2027-09-18"),  # better a Friday afternoon than a weekend
    ],
)
def test_the_hours_matter_at_the_ends_of_the_week(start: int, end: int, better: str, worse: str) -> None:
    around = Around(BERLIN, hours=Hours(start * 60, end * 60))
    assert order(f"{worse} {better}", around) == [better, worse]


def test_without_hours_nothing_is_said_about_them() -> None:
    assert [keys(text, Around(BERLIN)) for text in ("2027-09-13", "2027-09-17")] == [[], []]


def test_between_christmas_and_epiphany_no_day_is_good() -> None:
    days = ("2027-12-23", "2027-12-24", "2027-12-28", "2028-01-06", "2028-01-07")
    assert ["christmas" in keys(text, Around({"DE-HE": 1})) for text in days] == [False, True, True, True, False]
    assert verdict(points("2027-12-28", Around({"DE-HE": 1}))) == "better_not"


def test_the_week_after_the_clocks_change_is_a_little_worse_and_the_day_itself_more() -> None:
    around = Around({"QQ-1": 1})
    days = ("2027-10-30", "2027-10-31", "2027-11-01", "2027-11-05", "2027-11-08")
    found = [[key for key in keys(text, around) if "clocks" in key] for text in days]
    assert found == [[], ["clocks"], ["clocks_before"], ["clocks_before"], []]
    assert order("2027-11-02 2027-11-09", around) == ["2027-11-09", "2027-11-02"]


def test_a_day_on_the_own_list_is_worse_than_school_holidays() -> None:
    marathon = Avoided(day("2027-09-16"), day("2027-09-17"), "Marathon", Place("avoid.yaml", 2))
    around = Around(BERLIN, avoided=(marathon,))
    assert order("2027-09-16 2027-10-13 2027-09-15", around) == ["2027-09-15", "2027-10-13", "2027-09-16"]
    assert candidate(day("2027-09-17"), around).reasons[0].title == "Marathon"


def test_four_to_seven_months_after_the_last_event_are_best_and_less_than_eight_weeks_bad() -> None:
    """Days after 11 March 2027: 14, 55, 56, 119, 120, 213, 214."""
    last = Gathering(day("2027-03-11"), day("2027-03-11"), "Treff #11")
    around = Around({}, events=(last,))
    days = ("2027-03-25", "2027-05-05", "2027-05-06", "2027-07-08", "2027-07-09", "2027-10-10", "2027-10-11")
    found = [[(reason.key, reason.points) for reason in candidate(day(text), around).reasons] for text in days]
    found[-2].remove(("weekend", 60))  # a Sunday
    assert found == [
        [("too_near_after", 50)],
        [("too_near_after", 21)],
        [("after", 8)],
        [("after", 8)],
        [("after", 0)],
        [("after", 0)],
        [("after", 4)],
    ]


def test_the_event_after_a_day_counts_as_the_one_before() -> None:
    following = Gathering(day("2027-11-18"), day("2027-11-18"), "Treff #13")
    around = Around(BERLIN, events=(following,))
    assert keys("2027-11-15", around) == ["too_near_before"]
    assert keys("2027-09-15", around) == ["before"]
    assert keys("2027-01-13", around) == []  # so far away that it does not matter
    assert order("2027-11-15 2027-09-15 2027-06-16", around) == ["2027-06-16", "2027-09-15", "2027-11-15"]


def test_the_day_of_another_event_is_no_day_and_its_month_none_to_choose() -> None:
    others = (
        Gathering(day("2027-09-15"), day("2027-09-16"), "Treff #12"),
        Gathering(day("2027-06-01"), day("2027-06-30"), "Treff #11", in_month=True),
    )
    around = Around(BERLIN, events=others)
    assert (points("2027-09-16", around), keys("2027-09-16", around)[0]) == (0, "same_day")
    assert keys("2027-06-16", around)[0] == "same_month"
    assert verdict(points("2027-06-16", around)) == "better_not"


def test_a_day_of_which_nothing_is_known_stands_between_free_days_and_school_holidays() -> None:
    """Of Zürich nobody knows the holidays; of Wien everybody does."""
    unknown, free, holidays = Around({"CH-ZH": 1}), Around({"AT-9": 1}), Around({"AT-9": 1})
    assert points("2027-09-16", free) > points("2027-09-16", unknown) > points("2027-07-15", holidays)
    assert [(reason.key, reason.regions) for reason in candidate(day("2027-09-16"), unknown).reasons] == [
        ("unknown", ("CH-ZH",))
    ]


def test_regions_whose_holidays_nobody_knows_do_not_make_others_lighter() -> None:
    assert points("2027-07-15", Around({"DE-BE": 1})) == points("2027-07-15", Around({"DE-BE": 1, "DE": 9})) == 60


def test_several_days_are_as_good_as_the_worst_of_them_and_what_is_the_same_is_told_once() -> None:
    """Wednesday and Thursday, Ascension; Thursday and Friday, of which nothing is to be said but the afternoon."""
    period = Period(day("2027-05-05"), day("2027-05-13"))
    found = candidates(period, {2, 3}, Around({"DE-NI": 1}, hours=AFTERNOON), length=2)
    told = [(each.day.isoformat(), each.points, [reason.key for reason in each.reasons]) for each in found]
    assert told == [
        ("2027-05-12", 100, []),
        ("2027-05-13", 85, ["friday"]),
        ("2027-05-05", 0, ["public", "beside"]),
        ("2027-05-06", 0, ["public", "bridge", "school", "friday"]),
    ]


def test_the_gravest_reason_stands_first() -> None:
    last = Gathering(day("2027-04-01"), day("2027-04-01"), "Treff #11")
    around = Around(BERLIN, hours=AFTERNOON, events=(last,))
    assert keys("2027-05-07", around) == ["bridge", "school", "too_near_after", "friday"]


@given(st.dates(dt.date(2026, 1, 1), dt.date(2040, 12, 31)), st.integers(0, 40), st.sets(st.integers(0, 6)))
@times(0.5)
def test_every_day_of_a_period_is_there_once_and_has_between_0_and_100_points(
    first: dt.date, days: int, weekdays: set[int]
) -> None:
    period = Period(first, first + dt.timedelta(days=days))
    found = candidates(period, weekdays, Around(FOUR | {"CH-ZH": 1, "DE": 2, "QQ": 1}, hours=AFTERNOON))
    asked = (first + dt.timedelta(days=number) for number in range(days + 1))
    assert sorted(each.day for each in found) == [each for each in asked if each.weekday() in weekdays]
    assert all(0 <= each.points <= 100 for each in found)
    assert list(found) == sorted(found, key=lambda each: (-each.points, each.day))


# What days are judged by

EVENT = "title: Treff\nstatus: confirmed\n"


def test_the_usual_time_is_three_to_nine_months_after_the_last_event_or_from_today() -> None:
    today = day("2026-11-23")
    held, planned = (event_of(f"{EVENT}date: {text}\n", id_=text) for text in ("2026-03-11", "2027-03-11"))
    off = event_of("title: Treff\nstatus: cancelled\ndate: 2028-03-11\n", id_="off")
    assert usual_period(in_memory(Path(), [held], today=today), None).first == day("2027-02-22")
    assert usual_period(in_memory(Path(), [held, planned, off], today=today), None) == Period(
        day("2027-06-10"), day("2027-12-10")
    )


def test_the_time_for_an_event_is_its_month_or_around_its_day() -> None:
    month, moved = event_of(f"{EVENT}date: 2027-09\n", id_="a"), event_of(f"{EVENT}date: 2027-03-11\n", id_="b")
    workspace = in_memory(Path(), [month, moved], today=day("2026-11-23"))
    assert usual_period(workspace, month) == Period(day("2027-09-01"), day("2027-09-30"))
    assert usual_period(workspace, moved) == Period(day("2027-02-09"), day("2027-06-10"))


def test_an_event_without_a_day_is_what_a_day_is_sought_for() -> None:
    month, moved = event_of(f"{EVENT}date: 2027-01\n", id_="a"), event_of(f"{EVENT}date: 2027-03-11\n", id_="b")
    today = day("2026-11-23")
    assert undated(in_memory(Path(), [month, moved], today=today)) == month
    assert undated(in_memory(Path(), [moved], today=today)) is None
    assert undated(in_memory(Path(), [], today=today)) is None


def test_an_event_is_not_in_its_own_way_and_its_hours_are_taken() -> None:
    first = event_of(f"{EVENT}date: 2026-03-11\ntime: 10-12\n", id_="a")
    moved = event_of(f"{EVENT}date: 2027-03-11\ntime: 9-11\n", id_="b")
    month = event_of("title: Herbst\ndate: 2027-09\n", id_="c")
    workspace = in_memory(Path(), [first, moved, month], today=day("2026-11-23"))
    around = around_of(workspace, moved, None, ())
    assert (around.hours, around.events) == (
        Hours(9 * 60, 11 * 60),
        (
            Gathering(day("2026-03-11"), day("2026-03-11"), "Treff"),
            Gathering(day("2027-09-01"), day("2027-09-30"), "Herbst", in_month=True),
        ),
    )
    assert around_of(workspace, None, None, ()).hours == Hours(9 * 60, 11 * 60)
    assert around_of(workspace, None, AFTERNOON, ()).hours == AFTERNOON


def test_without_any_region_the_country_of_the_zone_counts() -> None:
    assert around_of(in_memory(Path(), []), None, None, ()).weights == {"DE": 1}
    elsewhere = "id: a\ntitle: A\ndomain: example.org\nzone: Europe/Madrid\n"
    assert around_of(in_memory(Path(), [], elsewhere), None, None, ()).weights == {}


# What people type


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Di,Mi,Do", (1, 2, 3)),
        ("Tue, Wed, Thu", (1, 2, 3)),
        ("dienstag und DONNERSTAG", (1, 3)),
        ("Tuesday and Thursday", (1, 3)),
        ("Di.-Do.", (1, 2, 3)),
        ("Mo bis Fr", (0, 1, 2, 3, 4)),
        ("Sat to Mon", (0, 5, 6)),
        ("Sonnabend/Sonntag", (5, 6)),
        ("fr", (4,)),
        ("Mi Mi", None),
        ("Blumentag", None),
        ("", None),
        (",", None),
        ("Di,", None),
        ("Di-Mi-Do", None),
    ],
)
def test_days_of_the_week_are_read_in_both_languages(text: str, days: tuple[int, ...] | None) -> None:
    if days is None:
        with pytest.raises(UsageError) as problem:
            weekdays_of(text)
        assert [found.code for found in problem.value.findings] == ["LC015"]
    else:
        assert weekdays_of(text) == days


@given(st.text())
def test_any_text_is_days_of_the_week_or_lc015(text: str) -> None:
    days = read_or_refused(weekdays_of, text, {"LC015"})
    assert days is None or days == tuple(day for day in range(7) if day in days) != ()


@given(st.text() | st.from_regex(r"[0-9.:hUr -]{1,12}"))
def test_any_text_is_hours_or_refused(text: str) -> None:
    hours = read_or_refused(hours_between, text, {"LC207", "LC305"})
    assert hours is None or 0 <= hours.start < (hours.end or MIDNIGHT + 1) <= MIDNIGHT + 1


def read_or_refused(read: Callable[[str], Value], text: str, codes: set[str]) -> Value | None:
    """What is read in a text; nothing where it is refused with one of some codes."""
    try:
        return read(text)
    except UsageError as problem:
        if not {found.code for found in problem.findings} <= codes:
            raise
        return None


@given(st.dates(), st.dates(), st.sets(st.integers(0, 6)))
def test_any_two_days_are_a_period_to_choose_from_or_lc016(first: dt.date, last: dt.date, weekdays: set[int]) -> None:
    today = day("2026-11-23")
    try:
        found = usable(Period(first, last), weekdays, today)
    except UsageError as problem:
        if problem.findings[0].code != "LC016":
            raise
    else:
        assert today < found.first <= found.last <= found.first + dt.timedelta(days=3 * 366)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("--between 2027-09-01/2027-11-30", "2027-09-01/2027-11-30"),
        ("--between 2027-09-01 2027-11-30", "2027-09-01/2027-11-30"),
        ("--between 2027-09 2027-11 --top 3", "2027-09/2027-11"),
        ("--between 01.09.2027 bis 30.11.2027", "01.09.2027/30.11.2027"),
        ("--between 2027-09 11", "2027-09"),  # then comes an event
        ("--between 2027-09", "2027-09"),
        ("--between bis", "bis"),
    ],
)
def test_two_dates_behind_between_are_one_value(words: str, value: str) -> None:
    given_ = ["dates", *words.split()]
    assert with_values(given_)[2] == value
    assert with_values(["dates", "--between"]) == ["dates", "--between"]


def test_a_period_may_be_said_with_an_and() -> None:
    assert period_between("2027-09-01 und 2027-11-30") == Period(day("2027-09-01"), day("2027-11-30"))


@pytest.mark.parametrize(
    ("words", "place", "code", "text"),
    [
        ("--between Herbst", "--between", "LC206", "'Herbst' cannot be read as a date"),
        ("--between 2027-02-30", "--between", "LC206", "'2027-02-30' cannot be read as a date"),
        pytest.param(
            "--between 2027-11/2027-09",
            "--between",
            "LC016",
            "the last day is before the first",
            marks=pytest.mark.shows("LC016"),
        ),
        ("--between 2025-09/2025-11", "--between", "LC016", "that time is over"),
        ("--between 2027-01/2031-01", "--between", "LC016", "that is more than three years"),
        ("--between 2027-09-11/2027-09-12", "--between", "LC016", "none of the days of the week is in it"),
        pytest.param(
            "--weekday Blumentag",
            "--weekday",
            "LC015",
            "'Blumentag' is no day of the week",
            marks=pytest.mark.shows("LC015"),
        ),
        ("--time 25:00", "--time", "LC207", "'25:00' cannot be read as a time of day"),
        ("--time 17:00-14:00", "--time", "LC305", "the end (14:00) is not after the start (17:00)"),
        ("99", "", "LC008", "there is no '99' here"),
    ],
)
def test_what_cannot_be_asked_is_told_in_words(words: str, place: str, code: str, text: str, labcamp: Labcamp) -> None:
    result = labcamp("dates", *words.split(), "--root", REPOSITORY, "--today", TODAY)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"{place}: {code} " if place else code)
    assert text in result.err


# What the command says


def test_a_period_that_has_begun_begins_tomorrow(workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("dates", "--between", "2026-11", "--top", "50", "--today", TODAY)
    assert result.out.startswith("The best days from 2026-11-24 to 2026-11-30 (Mon, Tue, Wed, Thu, Fri), 14:00–17:00\n")
    table = result.out.split("\n\n")[1].splitlines()
    assert [line[2:].split("  ")[0] for line in table] == ["24–26 Nov", "30 Nov", "27 Nov"]


def test_the_last_line_makes_an_event_on_the_best_day_or_moves_the_one_that_is_meant(
    workspace: Path, labcamp: Labcamp
) -> None:
    def last_line(*words: str) -> str:
        return labcamp("dates", *words, "--today", TODAY).out.splitlines()[-1]

    assert last_line() == "Next: labcamp new-event --date 2027-09-13"
    assert last_line("11", "--between", "2027-04/2027-06") == "Next: labcamp reschedule 11 --date 2027-04-05"
    assert last_line("11") == "Next: labcamp reschedule 11 --date 2027-03-10"
    event = workspace / "events/labcamp-11.yaml"
    event.write_text(event.read_text("utf-8").replace("date: 2027-03-11", "date: 2027-03"), "utf-8")
    assert last_line() == "Next: labcamp reschedule 11 --date 2027-03-01"


def test_an_event_of_several_days_stays_as_long_as_it_was(workspace: Path, labcamp: Labcamp) -> None:
    event = workspace / "events/labcamp-11.yaml"
    event.write_text(event.read_text("utf-8").replace("date: 2027-03-11", "date: 2027-03-11/2027-03-12"), "utf-8")
    result = labcamp("dates", "11", "--between", "2027-06", "--weekday", "Thu", "--today", TODAY)
    assert result.out.splitlines()[-1] == "Next: labcamp reschedule 11 --date 2027-06-03/2027-06-04"
    assert result.out.splitlines()[0].endswith(", 2 days in a row, of which the first is named")
    weekly = labcamp("dates", "11", "--between", "2027-06", "--lang", "de", "--today", TODAY)
    assert weekly.out.count("Tage am Wochenende") == 1


def test_what_is_left_out_is_told_with_its_reason_and_what_is_true_of_all_once(
    workspace: Path, labcamp: Labcamp
) -> None:
    out = labcamp("dates", "--lang", "de", "--today", TODAY).out.splitlines()
    assert sum("nach LabCamp #11" in line for line in out) == 2  # six months, and from eight on a little worse
    assert out[2:4] == ["  13.–16.09.     Mo bis Do  gut  6 Monate nach LabCamp #11", "  20.–23.09.     Mo bis Do  gut"]
    (left,) = [line for line in out if line.startswith("  nicht: ")]
    assert left == (
        "  nicht: Freitagnachmittage, 01.07.–13.08. Ferien in Berlin und anderswo, "
        "11.–22.10. Ferien in Berlin und Rheinland-Pfalz, 25.10. Brückentag in Österreich, "
        "26.10. Feiertag in Österreich, 01.11. Feiertag in Nordrhein-Westfalen und anderswo, "
        "02.11. Ferien in Nordrhein-Westfalen und Baden-Württemberg, 08.12. Feiertag in Österreich"
    )
    (weights,) = [line for line in out if line.startswith("Gewicht der Regionen: ")]
    assert weights.startswith("Gewicht der Regionen: ohne Bundesland 44 %, Berlin 43 %, ")
    words = ("--between", "2027-07-13/2027-07-15", "--weekday", "Di,Do", "--lang", "de", "--today", TODAY)
    summer = labcamp("dates", *words)
    assert "Alle diese Tage: Ferien: Sommerferien (" in summer.out
    assert summer.out.count("Sommerferien") == 1


def test_the_planned_day_is_told_and_not_proposed_and_its_neighbours_come_first(
    workspace: Path, labcamp: Labcamp
) -> None:
    out = labcamp("dates", "11", "--top", "3", "--lang", "de", "--today", TODAY).out.splitlines()
    assert [line.split("  ")[1] for line in out[2:5]] == ["10.03.", "15.–18.03.", "01.–04.03."]
    assert "Bisher geplant ist Do 11.03.2027: gut, 3 Jahre nach LabCamp #10" in out


def test_proposals_are_spread_and_of_equal_ones_the_nearest_come_first_where_a_day_is_named() -> None:
    found = candidates(Period(day("2027-09-01"), day("2027-10-10")), range(5), Around({"DE-SN": 1}))
    assert [ends(each) for each in proposals(found, 9)[:6]] == [
        "2027-09-01 3", "2027-09-06 5", "2027-09-13 5", "2027-09-20 5", "2027-09-27 5", "2027-10-04 5"
    ]  # fmt: skip
    assert [ends(each) for each in proposals(found, 3)] == ["2027-09-01 3", "2027-09-13 5", "2027-10-04 5"]
    near = day("2027-09-21")
    assert [ends(each) for each in proposals(found, 3, near)] == ["2027-09-20 5", "2027-09-13 5", "2027-09-27 5"]
    assert proposals(found, 1, near)[0].best(near).day == near


def test_left_out_are_days_worse_than_all_that_are_proposed() -> None:
    found = candidates(Period(day("2027-04-26"), day("2027-05-14")), range(5), Around(BERLIN))
    told = [(reason.key, ends(run)) for reason, run in left_out(found, proposals(found, 2))]
    assert told == [("public", "2027-05-06 1"), ("bridge", "2027-05-07 1")]
    assert left_out(found, proposals(found, 20)) == ()


def test_for_an_event_that_is_over_the_usual_time_is_looked_at(workspace: Path, labcamp: Labcamp) -> None:
    assert labcamp("dates", "10", "--today", TODAY).out.startswith("The best days from 2027-06-10 to 2027-12-10 ")


def test_the_own_list_is_asked_for_only_where_there_is_none(workspace: Path, labcamp: Labcamp) -> None:
    assert "events/avoid.yaml" in labcamp("dates", "--today", TODAY).out
    (workspace / "events/avoid.yaml").write_text("- 2027-09-13 Messe\n", "utf-8")
    result = labcamp("dates", "--between", "2027-09-13/2027-09-14", "--today", TODAY)
    assert "events/avoid.yaml" not in result.out
    assert "on your list: Messe" in result.out
    assert result.out.endswith("labcamp new-event --date 2027-09-14\n")


def test_what_is_not_known_is_said_below_the_table(workspace: Path, labcamp: Labcamp) -> None:
    organisations = workspace / "events/organisations.yaml"
    organisations.write_text(organisations.read_text("utf-8").replace("region: DE-BW", "region: CH-ZH"), "utf-8")
    result = labcamp("dates", "--between", "2027-09", "--top", "1", "--today", TODAY)
    assert "school holidays unknown: Zurich" in result.out
    assert "Something is not known: no data on school holidays of Zurich\n" in result.out


def test_errors_of_the_folder_are_told_and_the_days_proposed_all_the_same(workspace: Path, labcamp: Labcamp) -> None:
    (workspace / "events/labcamp-12.yaml").write_text("title: A\ndate: 2027-02-30\n", "utf-8")
    result = labcamp("dates", "--today", TODAY)
    assert (result.code, "LC206" in result.err, "2027-09-13" in result.out) == (1, True, True)


@pytest.mark.parametrize(("language", "delimiter"), [("de", ";"), ("en", ",")])
def test_csv_is_read_by_the_spreadsheet_of_the_language(
    language: str, delimiter: str, workspace: Path, labcamp: Labcamp
) -> None:
    words = ("--between", "2027-05-03/2027-05-07", "--format", "csv", "--lang", language)
    result = labcamp("dates", *words, "--today", TODAY)
    rows = list(csv.reader(io.StringIO(result.out.removeprefix("\ufeff")), delimiter=delimiter))
    assert result.out.startswith("\ufeff")
    assert (result.code, len(rows), {len(row) for row in rows}) == (0, 6, {5})
    assert rows[0][:2] == (["Datum", "Tag"] if language == "de" else ["date", "day"])


def test_a_folder_without_events_is_told(tmp_path: Path, labcamp: Labcamp) -> None:
    result = labcamp("dates", "--root", tmp_path, "--today", TODAY)
    assert (result.code, result.err.splitlines()[0].split(": ")[1]) == (1, "LC001 no-events")


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", ["table", "csv"])
def test_the_days_of_may_look_like_this(
    language: str, name: str, workspace: Path, labcamp: Labcamp, golden: Callable[[str, bytes], None]
) -> None:
    """Every sort of reason but a few: Ascension, Whitsun and Corpus Christi, with 11 March before them."""
    (workspace / "events/avoid.yaml").write_text("- 2027-05-12/2027-05-13 Smart Country Kongress\n", "utf-8")
    words = ("--between", "2027-05", "--top", "30", "--format", name, "--lang", language, "--today", TODAY)
    suffix = {"table": "txt", "csv": "csv"}[name]
    golden(f"dates/may-{language}.{suffix}", labcamp("dates", *words).out.encode())


def test_a_candidate_is_a_value() -> None:
    assert candidate(day("2027-09-16"), Around(BERLIN)) == Candidate(day("2027-09-16"), 100, ())
    assert [verdict(number) for number in (100, 80, 79, 50, 49, 0)] == [
        "good",
        "good",
        "possible",
        "possible",
        "better_not",
        "better_not",
    ]
