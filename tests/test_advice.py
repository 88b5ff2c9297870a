"""Advice about an agenda, about what is to be read of an event, about copied addresses, and about the whole folder."""

import datetime as dt
from pathlib import Path

import pytest
from advised import EARLIER, HEAD, SERIES, about, advised, places, reading_of

from labcamp.findings import NAMES
from labcamp.review.rules import RULES, RULES_OF_ALL, advice
from labcamp.texts import words_of
from labcamp.workspace import reading

LINK = "{title: A, url: https://a.example"
REGISTER = "registration: https://a.example"


# agendas


@pytest.mark.parametrize(
    ("agenda", "ends", "start"),
    [
        # until the next session begins
        ("[{title: A, minutes: 30}, {title: B, start: '14:35', minutes: 145}]", "14:30", "14:35"),
        ("[{title: A, minutes: 30}, {title: B, start: '15:00', minutes: 120, room: X}]", "14:30", "15:00"),
        ("[{title: A, minutes: 30, room: X}, {title: B, start: 16, minutes: 60, room: Y}]", "14:30", "16:00"),
        ("[{title: A, start: 16, minutes: 60}, {title: B, start: 14, minutes: 60, room: X}]", "15:00", "16:00"),
        # until the event ends
        ("[{title: A, minutes: 165}]", "16:45", "17:00"),
        ("[{title: A, minutes: 90, room: X}, {title: B, minutes: 60, room: Y}]", "16:30", "17:00"),
    ],
)
def test_a_hole_in_the_agenda_is_found(agenda: str, ends: str, start: str) -> None:
    assert about(f"agenda: {agenda}") == [("LC911", {"day": "", "ends": ends, "start": start})]


@pytest.mark.parametrize(
    "agenda",
    [
        "[{title: A, minutes: 30}, {title: B, start: '14:34', minutes: 146}]",
        "[{title: A, minutes: 166}]",
        "[{title: A}, {title: B, start: 16, minutes: 60}]",  # nobody knows how long the first one is
        "[{title: A, minutes: 30}, {title: B}]",
        "[{title: A, minutes: 30}, {title: B}, {title: C, start: 16, minutes: 60}]",
        "[{title: A, minutes: 9, room: X}, {title: B, start: 14, minutes: 60}, {title: C, start: 15, minutes: 120}]",
        "[{title: Beginn, start: 15, minutes: 120}]",  # people may come before
        "[A, B, C]",
        "[]",
    ],
)
def test_what_is_full_or_not_known_is_no_hole(agenda: str) -> None:
    assert about(f"agenda: {agenda}") == []


def test_a_hole_is_told_once_where_sessions_run_side_by_side_and_on_each_day() -> None:
    agenda = """\
agenda:
  - {title: A, minutes: 60}
  - {title: B, start: 15:30, minutes: 90, room: X}
  - {title: C, start: 15:30, minutes: 90, room: Y}
  - {title: D, day: 2, minutes: 60}
  - {title: E, day: 2, start: 15:30, minutes: 75}
"""
    head = HEAD.replace("2027-03-11", "2027-03-11/2027-03-12")
    assert places(agenda, head=head) == [(3, 23, "LC911"), (6, 31, "LC911"), (6, 38, "LC911")]
    told = [values for code, values in about(agenda, head=head) if code == "LC911"]
    days = {(values["day_de"], values["day_en"]) for values in told}
    assert days == {(" am 11.03.2027", " on 2027-03-11"), (" am 12.03.2027", " on 2027-03-12")}


def test_a_day_on_which_nothing_is_planned_is_told_once() -> None:
    """Without `day:` all that is planned is on the first day."""
    head = HEAD.replace("2027-03-11", "2027-03-11/2027-03-12")
    assert about("agenda: [A, B]", head=head) == [("LC891", {"day": "2027-03-12", "number": "2"})]
    assert about("agenda: [A, {title: B, day: 2}]", head=head) == []
    assert about("", head=head) == []


def test_a_draft_may_end_early_and_what_is_over_may_have_holes() -> None:
    draft, past = HEAD.replace("confirmed", "draft"), HEAD.replace("2027", "2020")
    assert about("agenda: [{title: A, minutes: 60}]", head=draft) == []
    assert [code for code, _ in about("agenda: [{title: A, minutes: 60}, {title: B, start: 16}]", head=draft)] == [
        "LC911"
    ]
    assert about("agenda: [{title: A, minutes: 60}, {title: B, start: 16, minutes: 9}]", head=past) == []


@pytest.mark.parametrize(
    ("agenda", "found"),
    [
        ("[{title: A, start: 15}, {title: B, start: 14}]", [{"title": "B", "start": "14:00", "other": "A"}]),
        (
            "[{title: A, start: 16, room: X}, {title: B, start: 15, room: X}, {title: C, start: 14, room: X}]",
            [{"title": "B", "start": "15:00", "other": "A"}, {"title": "C", "start": "14:00", "other": "A"}],
        ),
        ("[{title: A, start: 15, room: X}, {title: B, start: 14, room: Y}]", []),
        ("[{title: A, start: 15, room: X}, {title: B, start: 14}]", []),
        ("[{title: A, start: 15}, {title: B, start: 15}]", []),
        ("[{title: A, start: 14}, {title: B}, {title: C, start: 15}]", []),
        ("[{title: A, start: 15}, {title: B, day: 2, start: 14}]", []),
        ("[A, B]", []),
    ],
)
def test_a_session_stands_in_the_order_of_its_day_and_room(agenda: str, found: list[dict[str, str]]) -> None:
    head = HEAD.replace("2027-03-11", "2027-03-11/2027-03-12").replace("confirmed", "draft")
    told = [(code, values) for code, values in about(f"agenda: {agenda}", head=head) if code != "LC891"]
    assert told == [("LC919", values) for values in found]


# what is to be read


@pytest.mark.parametrize(
    ("link", "keys"),
    [
        (f"{LINK}, type: slides}}", "licence:, consent:"),
        (f"{LINK}, type: paper, licence: CC0}}", "consent:"),
        (f"{LINK}, type: slides, consent: nein, licence: CC0}}", "consent:"),
        (f"{LINK}, type: slides, consent: ja}}", "licence:"),
        (f"{LINK}, type: recording, consent: ja}}", "licence:"),
        (f"{LINK}, type: photo, consent: ja}}", "licence:"),
        (f"{LINK}, type: slides, consent: ja, licence: CC0}}", ""),
        (f"{LINK}, type: report}}", ""),
        (f"{LINK}, type: notes}}", ""),
        (f"{LINK}}}", ""),
        (f"{LINK}, type: feedback}}", ""),
    ],
)
def test_what_others_made_has_a_licence_and_their_consent(link: str, keys: str) -> None:
    expected = [("LC915", {"title": "A", "keys": keys})] if keys else []
    head = HEAD.replace("2027", "2020").replace("number: 12", "title: T")
    for line in (f"links: [{link}]", f"agenda: [{{title: B, links: [{link}]}}]"):
        assert about(line, head=head) == expected
        assert about(line, head=head.replace("confirmed", "draft")) == []


@pytest.mark.parametrize(
    ("date", "days"),
    [
        ("2026-12-18", ""),
        ("2026-12-17", "15"),
        ("2026-12-10/2026-12-17", "15"),
        ("2026-12", ""),
        ("2026-11", "32"),
        ("2025-01-02", "729"),
        ("2025-01-01", ""),
        ("2025-01", "700"),
        ("2027-03", ""),
    ],
)
def test_an_event_is_documented_when_it_has_been_over_for_two_weeks(date: str, days: str) -> None:
    found = [dict(each.values) for each in advised({"a": f"title: A\nstatus: confirmed\naccess: B\ndate: {date}"})]
    assert found == ([{"days": days}] if days else [])


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("attendance: {people: 30}", []),
        ("attendance: {note: knapp 30}", []),
        ("lessons: Weniger ist mehr", []),
        (f"links: [{LINK}}}]", []),
        (f"links: [{LINK}, type: report}}]", []),
        ("agenda: [{title: A, takeaways: Viel}]", []),
        (f"agenda: [{{title: A, links: [{LINK}}}]}}]", []),
        (f"links: [{LINK}, type: feedback}}]", ["LC916"]),
        ("agenda: [{title: A, minutes: 30}]", ["LC916"]),
        ("summary: Es war schön.", ["LC916"]),
    ],
)
def test_anything_that_came_of_an_event_documents_it(line: str, found: list[str]) -> None:
    text = f"title: A\ndate: 2026-11-12\n{line}\n"
    assert [each.code for each in advised({"a": f"{text}status: confirmed"})] == found
    assert advised({"a": f"{text}status: cancelled\nreason: B"}) == ()
    assert advised({"a": f"{text}status: draft"}) == ()


def test_an_event_to_come_says_how_accessible_it_is() -> None:
    head = HEAD.replace("access: stufenlos\n", "")
    assert places("place: online", head=head) == [(-2, 9, "LC935")]
    for gone in (head.replace("confirmed", "draft"), head.replace("2027", "2020"), f"reason: A\n{head}"):
        assert (
            about("place: online", head=gone.replace("confirmed", "cancelled" if "reason" in gone else "confirmed"))
            == []
        )


# addresses


def copied(earlier: str, own: str, series: str = SERIES, more: str = "") -> list[tuple[str, str, str]]:
    """The advice about an event that has some lines, after one that has others."""
    events = {
        "a": f"number: 1\ndate: 2027-02-11\n{earlier}\n",
        "b": f"number: 2\ndate: 2027-03-11\n{own}\n",
        "c": f"number: 3\ndate: 2027-01-15\n{more}\n",
    }
    return [(found.path, found.code, dict(found.values)["other"]) for found in advised(events, series)]


@pytest.mark.parametrize(
    ("earlier", "own"),
    [
        ("registration: https://labor.example/anmelden", "registration: https://labor.example/anmelden"),
        ("registration: https://labor.example/anmelden", "registration: {url: 'http://www.Labor.example/anmelden/'}"),
        (f"links: [{LINK}, type: feedback}}]", f"links: [{LINK}/, type: feedback}}]"),
        ("place: {name: Kontor, url: https://a.example}", "place: {name: Werkstatt, url: https://a.example}"),
        ("place: {online: ja, url: https://a.example}", "place: {online: ja, url: https://a.example}"),
        (
            "status: cancelled\nreason: A\nregistration: https://labor.example/a",
            "registration: https://labor.example/a",
        ),
    ],
)
def test_an_address_of_an_earlier_event_is_told_with_its_file(earlier: str, own: str) -> None:
    assert copied(earlier, own) == [("events/b.yaml", "LC918", "events/a.yaml")]


@pytest.mark.parametrize(
    ("earlier", "own", "series", "more"),
    [
        ("registration: https://labor.example/1", "registration: https://labor.example/2", "", ""),
        ("registration: https://labor.example/?id=1", "registration: https://labor.example/?id=2", "", ""),
        ("registration: mailto:labor@a.example", "registration: mailto:labor@a.example", "", ""),
        ("place: {name: Kontor, url: https://a.example}", "place: {name: Kontor, url: https://a.example}", "", ""),
        (f"links: [{LINK}, type: page}}]", f"links: [{LINK}, type: page}}]", "", ""),
        (f"links: [{LINK}, type: feedback}}]", "registration: https://a.example", "", ""),
        (REGISTER, REGISTER, "homepage: https://a.example/", ""),
        (REGISTER, REGISTER, "channels: [{title: A, url: https://a.example}]", ""),
    ],
)
def test_an_address_that_may_be_the_same_is_fine(earlier: str, own: str, series: str, more: str) -> None:
    assert copied(earlier, own, f"{SERIES}{series}\n", more) == []


def test_a_page_that_several_events_had_is_one_for_all() -> None:
    line = "registration: https://labor.example/anmelden"
    assert copied(line, line, more=line) == [("events/a.yaml", "LC918", "events/c.yaml")]


# the folder


@pytest.mark.parametrize(
    ("events", "series", "unused"),
    [
        ({}, "", []),
        ({"a": "title: A"}, "", ["hafen", "werkstatt"]),
        ({"a": "title: A\nhosts: hafen\npartners: werkstatt"}, "", []),
        ({"a": "title: A\nmoderation: {organisation: hafen}"}, "contact: {organisation: werkstatt}", []),
        ({"a": "title: A\nagenda: [{title: B, by: {organisation: hafen}}]"}, "organisers: werkstatt", []),
        ({"a": "title: A\ncontact: {organisation: hafen}"}, "", ["werkstatt"]),
        ({"a": "title: A\nsummary: hafen und werkstatt"}, "", ["hafen", "werkstatt"]),
        ({"a": "title: A", "b": "titel: B\nhosts: hafen"}, "", ["werkstatt"]),  # b cannot be read
    ],
)
def test_an_organisation_that_nobody_names_is_told(events: dict[str, str], series: str, unused: list[str]) -> None:
    known = SERIES.replace("organisers: [hafen, werkstatt]\n", "")
    found = advised(events, f"{known}{series}\n")
    assert [(each.path, each.code, dict(each.values)["id"]) for each in found] == [
        ("events/organisations.yaml", "LC909", id_) for id_ in unused
    ]


def test_a_folder_without_organisations_lacks_none() -> None:
    reading = reading_of({"a": "title: A"}, SERIES)
    sources = {id_: source for id_, source in reading.sources.items() if id_ != "organisations"}
    assert advice(reading._replace(sources=sources)) == ()


# what holds for all


def test_a_comment_takes_exception_to_advice_and_the_series_switches_it_off() -> None:
    line = "registration: https://example.org/labcamp-11"
    assert [code for code, _ in about(line)] == ["LC910", "LC913"]
    assert [code for code, _ in about(f"{line}  # labcamp: ok example-left, so ist es")] == ["LC913"]
    assert about(f"{line}  # labcamp: ok example-left, edition-left") == []
    assert [code for code, _ in about(line, f"{SERIES}rules: {{edition-left: egal}}\n")] == ["LC910"]


def test_no_rule_says_anything_about_events_that_are_well() -> None:
    well = """\
subtitle: Ein Nachmittag
place: online
partners: hafen
contact: labcamp@labor.example
summary: Beim LabCamp #11 ging es um Geld, diesmal geht es um Menschen. Wir laden euch ein.
registration: {url: https://labor.example/labcamp-12, until: 2027-03-04}
agenda:
  - {title: Ankommen, minutes: 30}
  - {title: Impuls, minutes: 60, by: {name: N. N., organisation: werkstatt}}
  - {title: Pause, type: break, minutes: 15}
  - {title: Gespräch, start: 15:45, minutes: 75}
"""
    assert about(well) == []
    assert len(RULES) + len(RULES_OF_ALL) > 15


def test_a_folder_of_a_year_from_now_is_looked_at_as_it_stands_then() -> None:
    events = EARLIER | {"labcamp-12": HEAD.replace("access: stufenlos\n", "")}
    codes = {
        today: [found.code for found in advised(events, today=dt.date.fromisoformat(today))]
        for today in ("2027-03-11", "2027-03-12", "2027-03-26", "2029-03-11")
    }
    assert codes == {"2027-03-11": ["LC935"], "2027-03-12": [], "2027-03-26": ["LC916"], "2029-03-11": []}


ALL = EARLIER | {
    "labcamp-9": "number: 9\ndate: 2024-03-11\nregistration: https://labor.example/labcamp-11",
    "labcamp-12": f"{HEAD}summary: Am 11. März 2026 bei ida.beispiel@gmx.de\n"
    "registration: https://labor.example/labcamp-11",
}


@pytest.mark.parametrize(
    ("today", "codes"),
    [
        # when all of it was still to come: nobody knows what access there was, and #4 was in the holidays of Berlin
        ("2020-05-01", {"LC935", "LC989"}),
        ("2021-08-01", {"LC935"}),
        ("2024-02-01", {"LC935"}),
        ("2024-04-01", set()),
        ("2026-11-24", set()),
        ("2027-03-01", set()),
        ("2027-05-01", set()),
    ],
)
def test_the_real_series_gets_no_advice_that_is_not_true(workspace: Path, today: str, codes: set[str]) -> None:
    found = advice(reading(workspace, dt.date.fromisoformat(today)))
    assert {each.code for each in found} == codes


def test_the_words_of_a_hint_name_the_rule_to_take_exception_to() -> None:
    told = advised(ALL, SERIES.replace("organisers: [hafen, werkstatt]\n", ""))
    for code in ("LC909", "LC913", "LC914", "LC917", "LC918"):
        found = next(each for each in told if each.code == code)
        assert f"# labcamp: ok {NAMES[code]}" in words_of(found, "de")[1]
        assert f"# labcamp: ok {NAMES[code]}" in words_of(found, "en")[1]
