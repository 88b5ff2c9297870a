"""Number and theme out of titles, patterns out of titles, and which event is which."""

from pathlib import Path

import pytest
from sample import TODAY, event_of, series_of

from labcamp.exchange.found import Found, Revision, Value
from labcamp.exchange.taking.backwards import Guessed, Named, guessed, named
from labcamp.exchange.taking.differing import Differs
from labcamp.exchange.taking.matching import Known, New, Sorted, Unclear, sorted_out
from labcamp.exchange.taking.placing import Proposal, named_organisations, placed
from labcamp.findings import Place
from labcamp.model.entries import uid_from
from labcamp.workspace import Workspace

PATTERN = "LabCamp #{number}"
SERIES = 'id: treff\ntitle: Treff\ntitle_pattern: "Treff #{number}"\ndomain: example.org\n'


@pytest.mark.parametrize(
    ("title", "called"),
    [
        ("LabCamp #12: Labore finden", Named("12", "Labore finden")),
        ("LabCamp #12", Named("12")),
        ("labcamp  12 – Labore finden", Named("12", "Labore finden")),
        ("LabCamp Nr. 4 | Recht: was geht", Named("4", "Recht: was geht")),
        ("ABGESAGT: LabCamp #11: Daten (Tag 1 von 2)", Named("11", "Daten")),
        ("LabCamp #007 - James", Named("7", "James")),
        ("LabCamp #12 in Berlin", Named("12", None, "LabCamp #12 in Berlin")),
        ("LabCamp #12-Nachtreffen", Named(title="LabCamp #12-Nachtreffen")),
        ("Vorbereitung LabCamp #12", Named(title="Vorbereitung LabCamp #12")),
        ("LabCamp 2019: Rückblick", Named(title="LabCamp 2019: Rückblick")),
        ("LabCamp Barcelona", Named(title="LabCamp Barcelona")),
        ("Abgesagt:", Named(title="Abgesagt:")),
    ],
)
def test_a_title_is_read_backwards_through_the_pattern(title: str, called: Named) -> None:
    assert named(title, PATTERN) == called


@pytest.mark.parametrize(
    ("title", "pattern", "called"),
    [
        ("12. Treffen: Daten", "{number}. Treffen", Named("12", "Daten")),
        ("Treffen 5", "Treffen {number}", Named("5")),
        ("Treffen5", "Treffen {number}", Named(title="Treffen5")),
        ("3. Forum (Wien): Daten", "{number}. Forum (Wien)", Named("3", "Daten")),
    ],
)
def test_a_pattern_may_have_its_number_anywhere(title: str, pattern: str, called: Named) -> None:
    assert named(title, pattern) == called


@pytest.mark.parametrize(
    ("titles", "given", "guess"),
    [
        (["LabCamp #1: a", "LabCamp #2: b", "LabCamp Wien"], None, Guessed("LabCamp", "LabCamp #{number}")),
        (
            ["1. Labortreffen", "Entwurf: 2. Labortreffen – Köln"],
            None,
            Guessed("Labortreffen", "{number}. Labortreffen"),
        ),
        (["Meetup #3: a"], "Unsere Runde", Guessed("Unsere Runde", "Meetup #{number}")),
        (["Meetup 3: a"], None, Guessed()),  # it may be anything
        (["Stammtisch 12.03.2027", "Stammtisch 16.04.2027"], None, Guessed()),
        (["Forum 2026", "Forum 2027"], "Forum", Guessed("Forum")),
        ([], None, Guessed()),
    ],
)
def test_the_pattern_of_titles_is_guessed(titles: list[str], given: str | None, guess: Guessed) -> None:
    assert guessed(titles, given) == guess


def workspace(*events: tuple[str, str]) -> Workspace:
    """A series with events of these names and texts."""
    series, organisations = series_of(SERIES)
    made = tuple(event_of(text, SERIES, id_) for id_, text in events)
    return Workspace(Path(), TODAY, series, organisations, made, ())


def found(title: str, date: str = "2027-03-11", uid: str = "", path: str = "a.ics", **more: Value) -> Found:
    values = {"title": title, "date": date, **more}
    return Found(Place(path, 1), values, Revision(uid, 0, None) if uid else None)


def told(result: list[Sorted]) -> list[tuple[str, str]]:
    """What became of each event, and its file or why it is unclear."""
    words = {New: "new", Known: "known", Unclear: "unclear"}
    return [(words[type(each)], each.reason if isinstance(each, Unclear) else each.id) for each in result]


OURS = workspace(
    ("treff-3", "number: 3\ntheme: Daten\nstatus: confirmed\ndate: 2027-03-11\n"),
    ("fest", "title: Sommerfest\nstatus: confirmed\ndate: 2027-06-05\nuid: fest@example.org\n"),
    ("lang", "number: 5\nstatus: confirmed\ndate: 2027-09-16/2027-09-17\ntime: 14:00-17:00\n"),
    ("monat", "title: Ausflug\nstatus: draft\ndate: 2027-10\n"),
)


@pytest.mark.parametrize(
    ("event", "result"),
    [
        (found("Treff #3: Daten"), ("known", "treff-3")),
        (found("Treff #3", date="2027-03-18"), ("known", "treff-3")),  # it has moved
        (found("Treff #3 in Wien", date="2027-03-18"), ("unclear", "one_of_them")),
        (found("Treff #4: Daten"), ("new", "treff-4")),  # another number is another event
        (found("Daten"), ("known", "treff-3")),
        (found("Chorprobe"), ("unclear", "one_of_them")),
        (found("Anders genannt", date="2028-01-01", uid="fest@example.org"), ("known", "fest")),
        (found("x", date="2028-01-01", uid=uid_from("treff-3", OURS.series)), ("known", "treff-3")),
        (found("Treff #5 (Tag 2 von 2)", date="2027-09-17", uid=uid_from("lang", OURS.series, "2")), ("known", "lang")),
        (found("Ausflug", date="2027-10-02"), ("known", "monat")),
        (found("Sommerfest", date="2028-06-05"), ("new", "sommerfest")),
        (found("Fest", date="bald"), ("unclear", "broken_date")),
        (found("", date="2028-06-05"), ("unclear", "no_title")),
    ],
)
def test_what_we_know_is_found_by_uid_number_and_day(event: Found, result: tuple[str, str]) -> None:
    values = {key: value for key, value in event.values.items() if value}
    assert told(sorted_out(OURS, [Found(event.place, values, event.revision)])) == [result]


def test_two_events_of_ours_on_one_day_are_unclear_unless_one_is_called_so() -> None:
    ours = workspace(("a", "title: Morgenrunde\ndate: 2027-03-11\n"), ("b", "title: Abendrunde\ndate: 2027-03-11\n"))
    assert told(sorted_out(ours, [found("Zzz")])) == [("unclear", "several")]
    assert told(sorted_out(ours, [found("Abendrunde")])) == [("known", "b")]


def test_what_comes_twice_is_one_event() -> None:
    both = [
        found("Treff #8: X", uid="u1"),
        found("Treff #8: X", path="liste.csv"),
        found("Treff #8: Y", date="2028-01-01"),
    ]
    assert told(sorted_out(OURS, both)) == [("new", "treff-8"), ("known", "treff-8"), ("unclear", "number_twice")]


def test_a_uid_of_several_days_tells_none_of_them() -> None:
    days = [found("Stammtisch", date=f"2028-0{month}-03", uid="same") for month in (1, 2)]
    result = sorted_out(OURS, days)
    assert told(result) == [("new", "stammtisch-2028-01-03"), ("new", "stammtisch-2028-02-03")]
    assert [each.found.revision for each in result] == [None, None]


def test_the_days_of_one_event_are_one_again() -> None:
    days = [found(f"Treff #6 (Tag {day} von 2)", date=f"2027-11-0{day}", time="14:00-17:00") for day in (1, 2)]
    (only,) = sorted_out(OURS, days)
    assert isinstance(only, New)
    assert (only.id, only.values["number"], only.values["date"]) == ("treff-6", "6", "2027-11-01/2027-11-02")


def test_what_differs_of_an_own_entry_is_only_what_a_calendar_holds() -> None:
    event = found(
        "Treff #3: Daten", uid=uid_from("treff-3", OURS.series), time="14:00-16:00", description="Aus unserem Text"
    )
    (known,) = sorted_out(OURS, [event])
    assert isinstance(known, Known)
    assert known.differences == (Differs("time", "", "14:00-16:00"),)


def test_names_of_organisations_become_ids() -> None:
    ours = OURS.organisations  # werkstatt: Werkstatt, hafen: Hafen & Lab
    new = New(
        found("Fest"),
        "fest-1",
        {
            "title": "Fest",
            "date": "2028-01-01",
            "hosts": ["hafen", "Werkstatt GmbH", "Hafen & Lap", "Stadtlabor 2"],
            "agenda": [{"title": "A", "by": [{"name": "Ada Muster", "organisation": "Hafen und Lab 7"}]}],
        },
    )
    known = named_organisations([new], ours)
    assert known.sure == {"hafen": "hafen", "Werkstatt GmbH": "werkstatt"}
    assert known.proposals == (
        Proposal("Hafen & Lap", "hafen-lap", "Hafen & Lap", new=True),
        Proposal("Stadtlabor 2", "stadtlabor-2", "Stadtlabor 2", new=True),
        Proposal("Hafen und Lab 7", "hafen-und-lab-7", "Hafen und Lab 7", new=True),
    )
    values, left = placed(new, known.sure)
    assert values["hosts"] == ["hafen", "werkstatt"]
    assert values["agenda"] == [{"title": "A", "by": [{"name": "Ada Muster"}]}]
    assert [each.text for each in left] == ["Hafen & Lap", "Stadtlabor 2", "Hafen und Lab 7"]
