"""The pages of the site: what stands on each, in which order, and what on none."""

import datetime as dt
import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from sample import GOLDEN, REPOSITORY, SERIES, TODAY, event_of, facts_of, in_memory, sample, written

from labcamp.model.series import Link
from labcamp.render import site
from labcamp.render.dates import in_words
from labcamp.render.site import events
from labcamp.render.site.about import action_of, calendar, came, leaf_class, machine_date, registration
from labcamp.render.site.assets import squeezed
from labcamp.render.site.contents import Site, site_of
from labcamp.render.site.events import told
from labcamp.render.site.frame import Page, title_of
from labcamp.render.site.home import day_of
from labcamp.render.site.material import size_in_words
from labcamp.render.site.organisations import country
from labcamp.render.site.programme import programme
from labcamp.render.site.prose import lead_of, prose
from labcamp.render.site.rows import (
    MOST,
    counted,
    edition,
    finds,
    gaps,
    name_of,
    short_of,
    size_of,
    trace,
    who,
)
from labcamp.render.site.topics import organisations, sentence
from labcamp.render.stage import stage_of
from labcamp.workspace import Workspace, load
from labcamp.workspace.public import on_the_site

# As they are looked at before their draft is announced
DRAFT = {"labcamp/home-draft.html": "index.html", "labcamp/before.html": "labcamp-11/index.html"}
REAL = {
    "labcamp/home.html": "index.html",
    "labcamp/after.html": "labcamp-3/index.html",
    "labcamp/session.html": "labcamp-3/der-atlas-der-innovation.html",
    "labcamp/topics.html": "topics/index.html",
    "labcamp/topic.html": "topics/verwaltung.html",
    "labcamp/organisation.html": "organisations/stadtlabor-soest.html",
    "labcamp/archive.html": "archive.html",
    "labcamp/404.html": "404.html",
}
MADE_UP = {
    "mustertreff/home.html": "index.html",
    "mustertreff/before.html": "full/index.html",
    "mustertreff/cancelled.html": "cancelled/index.html",
    "mustertreff/english.html": "english/index.html",
    "mustertreff/rooms.html": "two-days/index.html",
    "mustertreff/session.html": "full/messen-mit-mass.html",
    "mustertreff/404.html": "404.html",
}
TOPICAL = SERIES + "contact: treff@example.org\n"
PAST = "{title: T, theme: U, status: confirmed, number: NUMBER, date: DATE, hosts: [werkstatt]}"


def pages_of(workspace: Workspace, *, drafts: bool = False) -> dict[str, str]:
    """The pages of the site by address."""
    files = site.render(stage_of(workspace), drafts=drafts, pdf=False)
    return {file.name.removeprefix("site/"): file.content.decode() for file in files if file.name.endswith(".html")}


@cache
def real(*, drafts: bool = False) -> dict[str, str]:
    """Those of the real series, with its draft or without."""
    return pages_of(load(REPOSITORY, TODAY), drafts=drafts)


@cache
def made_up() -> dict[str, str]:
    """Those of the artificial series."""
    return pages_of(sample())


@pytest.mark.parametrize("name", REAL)
def test_a_page_of_the_real_series_has_not_changed(name: str, golden: Callable[[str, bytes], None]) -> None:
    golden(f"site/{name}", real()[REAL[name]].encode())


@pytest.mark.parametrize("name", DRAFT)
def test_a_page_with_a_draft_has_not_changed(name: str, golden: Callable[[str, bytes], None]) -> None:
    golden(f"site/{name}", real(drafts=True)[DRAFT[name]].encode())


@pytest.mark.parametrize("name", MADE_UP)
def test_a_page_of_the_artificial_series_has_not_changed(name: str, golden: Callable[[str, bytes], None]) -> None:
    golden(f"site/{name}", made_up()[MADE_UP[name]].encode())


def test_no_golden_page_is_left_over() -> None:
    folders = {path for path in (GOLDEN / "site").iterdir() if path.name in {"labcamp", "mustertreff"}}
    there = {path.relative_to(GOLDEN / "site").as_posix() for folder in folders for path in folder.iterdir()}
    assert {name for name in there if name.endswith(".html")} == {*REAL, *DRAFT, *MADE_UP}


def of(*texts: str, root: Path = GOLDEN, series: str = SERIES, today: dt.date = TODAY) -> Site:
    """The site of a few events."""
    made = [event_of(text, series, f"e-{number}") for number, text in enumerate(texts, 1)]
    return site_of(stage_of(in_memory(root, made, series, today)), drafts=True)


def past(number: int | str, date: str) -> str:
    """An event that was held."""
    return PAST.replace("NUMBER", str(number)).replace("DATE", date)


# What an event is called


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("{title: T, number: 3, theme: U}", "U", "#3"),
        ("{title: T, number: 3}", "T", "#3"),
        ("{title: T, theme: U}", "T: U", "T"),
        ("{title: T, theme: U, place: {name: P, city: Köln}}", "T: U", "Köln"),
        ("{title: T, place: {name: P}}", "T", "T"),
    ],
)
def test_an_event_is_called_by_its_theme_beside_its_number_and_else_by_all_of_its_title(
    text: str, name: str, short: str
) -> None:
    event = event_of(text)
    assert (name_of(event), short_of(event)) == (name, short)


@pytest.mark.parametrize(("length", "size"), [(1, ""), (30, ""), (31, "long"), (60, "long"), (61, "longer")])
def test_a_long_title_is_set_smaller(length: int, size: str) -> None:
    assert size_of("x" * length) == size


@pytest.mark.parametrize(
    ("big", "size"),
    [
        *(("2", ""), ("28", "")),
        *(("Mai", "middle"), ("März", "middle")),
        *(("28–29", "smaller"), ("August", "smaller")),
        *(("Oktober", "smallest"), ("September", "smallest")),
    ],
)
def test_what_stands_on_the_leaf_fits_it(big: str, size: str) -> None:
    assert leaf_class(big) == size


@pytest.mark.parametrize(
    ("date", "machine"),
    [("date: 2027-03-11", "2027-03-11"), ("date: 2027-03", "2027-03"), ("date: 2027-03-11/2027-03-12", ""), ("", "")],
)
def test_one_day_or_a_month_is_said_to_machines_and_several_days_are_not(date: str, machine: str) -> None:
    assert machine_date(event_of(f"title: T\n{date}\n")) == machine


def test_the_title_of_a_page_names_the_series_where_there_is_room() -> None:
    known = of("title: T")
    assert title_of("Thema", known) == "Thema · MusterTreff"
    assert title_of("x" * 57, known) == "x" * 57
    assert title_of("x" * 80, known) == "x" * 69 + "…"


# Lists


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((1, 2, 3), ""),
        ((), ""),
        ((3,), "#1 bis #2"),
        ((2, 3, 5), "#1 und #4"),
        ((1, 2, 3, 4, 5, 10), "#6 bis #9"),
        ((1, 3, 5, 9), "#2, #4 und #6 bis #8"),
        ((2019, 2020, 2023), "#2021 bis #2022"),
    ],
)
def test_numbers_that_are_missing_are_named_and_years_do_not_begin_at_one(numbers: tuple[int, ...], said: str) -> None:
    assert gaps(of(*(past(number, f"20{10 + place}-03-01") for place, number in enumerate(numbers)))) == said


def test_an_event_to_come_leaves_no_gap_behind_it() -> None:
    assert gaps(of(past(1, "2024-01-01"), past(5, "2030-01-01"))) == ""


def test_a_row_says_who_hosts_an_event_or_that_it_is_cancelled() -> None:
    known = of(past(1, "2024-01-01"), "{title: X, status: cancelled, date: 2024-02}")
    rows = [edition(event, known.words) for event in known.events]
    assert [tuple(row) for row in rows] == [
        ("#1", "Januar 2024", "U", "Werkstatt", "e-1/index.html", ""),
        ("", "Februar 2024", "X", "abgesagt", "e-2/index.html", ""),
    ]


def test_a_row_of_an_event_in_another_language_says_which() -> None:
    known = of("{title: X, language: en}")
    assert edition(known.events[0], known.words).language == "en"


def test_the_events_before_and_after_stand_below_an_event() -> None:
    known = of(past(1, "2024-01-01"), past(2, "2024-02-01"), past(3, "2024-03-01"))
    ids = {id_: tuple(each and each.id for each in pair) for id_, pair in known.beside.items()}
    assert ids == {"e-1": (None, "e-2"), "e-2": ("e-1", "e-3"), "e-3": ("e-2", None)}


def test_a_trace_of_very_many_events_shows_those_that_belong_to_it() -> None:
    events = [past(number, f"20{10 + number}-03-01") for number in range(1, MOST + 2)]
    few, many = of(*events[:MOST]), of(*events)
    for known, expected in ((few, MOST), (many, 1)):
        part = known.of_organisations["werkstatt"]._replace(events=[known.events[3]])
        shown_events = trace(known, part, known.words)
        assert len(shown_events) == expected
        assert [met.which for met in shown_events if met.address] == ["#4"]


def test_a_trace_says_of_what_is_to_come_that_it_is_planned() -> None:
    known = of(past(1, "2024-01-01"), past(2, "2030-01-01"))
    found = trace(known, known.of_organisations["werkstatt"], known.words)
    assert [(met.which, met.year) for met in found] == [("#1", "2024"), ("#2", "geplant")]


def test_what_belongs_together_is_listed_from_the_latest_and_names_each_event_once() -> None:
    agenda = "agenda: [{title: A, by: [{organisation: hafen}]}, {title: B, by: [{organisation: hafen}]}]"
    known = of(past(1, "2024-01-01"), f"{{title: X, number: 2, status: confirmed, date: 2025-01-01, {agenda}}}")
    part = known.of_organisations["hafen"]
    rows = list(finds(part, known.words, lambda event: event.id, lambda talk: talk.session.title))
    assert [(row.which, row.title, row.small, row.address) for row in rows] == [
        ("#2", "A", "A", "e-2/a.html"),
        ("", "B", "B", "e-2/b.html"),
    ]


@pytest.mark.parametrize(
    ("by", "said"),
    [
        ("[{name: Ida, role: Leitung, organisation: hafen}]", "Ida, Leitung, Hafen & Lab"),
        (
            "[{name: Ida, organisation: hafen}, {name: Max, organisation: werkstatt}]",
            "Ida, Hafen & Lab; Max, Werkstatt",
        ),
        ("[{name: Ida, organisation: hafen}, {name: Max, organisation: hafen}]", "Ida und Max, Hafen & Lab"),
        ("[{name: N. N., organisation: hafen}]", "Hafen & Lab"),
        ("[{name: N. N.}]", ""),
        ("[]", ""),
    ],
)
def test_nobody_who_is_not_known_yet_is_named(by: str, said: str) -> None:
    known = of(f"{{title: T, agenda: [{{title: S, by: {by}}}]}}")
    assert who(known.talks[0].session.by, known.words) == said


@pytest.mark.parametrize(("number", "said"), [(1, "eins"), (2, "zwei"), (12, "zwölf"), (13, "13"), (0, "0")])
def test_small_numbers_are_words(number: int, said: str) -> None:
    assert in_words(number, of("title: T").words) == said


def test_one_is_counted_in_another_sentence() -> None:
    words = of("title: T").words
    assert [counted(n, words, "meetings") for n in (1, 3)] == ["einem Treffen", "drei Treffen"]
    assert [counted(n, words, "organisations") for n in (1, 3)] == ["einer Organisation", "drei Organisationen"]


# Texts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ein *Satz*.\n\nNoch einer.\n\n- a", ("Ein Satz.", "Noch einer.\n\n- a")),
        ("Ein\nSatz.", ("Ein Satz.", "")),
        ("„Ein Satz.“\n\nRest", ("„Ein Satz.“", "Rest")),
        ("- a\n- b", ("", "- a\n- b")),
        ("# Kopf\n\nText", ("", "# Kopf\n\nText")),
        ("> Zitat", ("", "> Zitat")),
        ("x" * 241, ("", "x" * 241)),
        ("", ("", "")),
    ],
)
def test_a_short_first_paragraph_leads(text: str, parts: tuple[str, str]) -> None:
    assert lead_of(text) == parts


@pytest.mark.parametrize(
    ("status", "date", "summary", "expected"),
    [
        ("confirmed", "2027-03-11", "Kurz.", ("Kurz.", "Erster.\n\nZweiter.")),
        ("confirmed", "2027-03-11", "", ("Erster.", "Zweiter.")),
        ("confirmed", "2024-03-11", "Kurz.", ("Erster.", "Zweiter.")),
        ("cancelled", "2027-03-11", "Kurz.", ("Kurz.", "")),
    ],
)
def test_what_is_to_come_is_led_by_its_summary_and_a_look_back_by_its_own_text(
    status: str, date: str, summary: str, expected: tuple[str, str]
) -> None:
    text = f"title: T\nstatus: {status}\ndate: {date}\ndescription: |\n  Erster.\n\n  Zweiter.\n"
    assert told(facts_of(text + (f"summary: {summary}\n" if summary else ""))) == expected


def test_columns_that_stand_right_are_a_class_for_the_pages_forbid_styles() -> None:
    table = '| a | b | c |\n|:--|--:|:-:|\n| `style="text-align:right"` | 2 | 3 |\n'
    page = str(prose(table))
    assert re.findall(r'class="(\w+)"', page) == ["left", "right", "center"] * 2
    assert 'style="' not in page
    assert "style=&quot;text-align:right&quot;" in page


def test_headings_of_a_text_begin_on_the_level_that_is_asked_for() -> None:
    text = "# A\n\n## B\n\n`<h3>`\n"
    assert re.findall(r"<(h\d)>", str(prose(text))) == ["h3", "h4"]
    assert re.findall(r"<(h\d)>", str(prose(text, 2))) == ["h2", "h3"]


# Facts and what to do


def action(text: str, series: str = SERIES) -> tuple[str, ...] | None:
    """The one action of an event, and the ways into a calendar."""
    known = of(text, series=series)
    found = action_of(known, Page("e-1/index.html", "T"), known.facts(known.events[0]))
    return found and (found.label, found.address, found.heading, *(f"{title} {way}" for title, way in found.ways))


CONFIRMED = "title: T\nstatus: confirmed\ndate: 2027-03-11\ntime: 14-15\n"
PUBLIC = SERIES + "public: https://example.org/lab\n"


def test_the_one_action_is_registering_and_else_the_calendar() -> None:
    register = CONFIRMED + "registration: https://example.org/an\n"
    assert action(register) == (
        "Zur Anmeldung",
        "https://example.org/an",
        "In den Kalender:",
        "Datei (ics) ../e-1/e-1.ics",
    )
    assert action(CONFIRMED) == ("In den Kalender", "../e-1/e-1.ics", "Alle Treffen:", "Datei (ics) ../mustertreff.ics")


def test_a_calendar_is_subscribed_only_where_the_site_has_an_address() -> None:
    assert action(CONFIRMED, PUBLIC) == (
        "In den Kalender",
        "../e-1/e-1.ics",
        "Alle Treffen:",
        "abonnieren (webcal) webcal://example.org/lab/mustertreff.ics",
        "Adresse (https) https://example.org/lab/mustertreff.ics",
        "Datei (ics) ../mustertreff.ics",
    )


@pytest.mark.parametrize(
    "text",
    [
        "{title: T, status: cancelled, date: 2027-03-11}",
        "{title: T, status: confirmed, date: 2024-03-11}",
        "{title: T, status: confirmed, date: 2027-03}",
        "{title: T, status: confirmed}",
    ],
)
def test_there_is_nothing_to_do_for_what_is_over_cancelled_or_has_no_day(text: str) -> None:
    assert action(text) is None


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("{until: 2027-03-04, seats: 6}", "bis Donnerstag, 4. März, 6 Plätze. Wo ihr euch anmeldet, erfahrt ihr noch."),
        ("{until: 2027-03-04, url: 'https://a.org'}", "bis Donnerstag, 4. März"),
        ("{url: 'https://a.org', price: frei, note: Mit Ausweis.}", "frei. Mit Ausweis."),
        ("{note: Am Tor.}", "Wo ihr euch anmeldet, erfahrt ihr noch. Am Tor."),
        ("{until: 2026-11-01}", "Anmeldeschluss war Sonntag, 1. November 2026"),
    ],
)
def test_how_to_register_is_said_as_far_as_it_is_known(more: str, said: str) -> None:
    assert registration(facts_of(f"{CONFIRMED}registration: {more}\n")) == said


@pytest.mark.parametrize(
    ("attendance", "said"),
    [
        ("{people: 65, labs: 55}", "65 Menschen aus 55 Laboren"),
        ("{people: 65}", "65 Menschen"),
        ("{note: viele}", "viele"),
        ("{labs: 3}", ""),
    ],
)
def test_how_many_came_is_a_fact_of_what_was_held(attendance: str, said: str) -> None:
    for date, expected in (("2024-03-11", said), ("2027-03-11", "")):
        assert came(facts_of(f"{{title: T, status: confirmed, date: {date}, attendance: {attendance}}}")) == expected


def test_a_day_without_its_weekday_stands_beside_the_last_look_back() -> None:
    days = ("2024-02-26", "2024-02", "2024-02-26/2024-02-27")
    said = [day_of(facts_of(f"{{title: T, status: confirmed, date: {date}}}")) for date in days]
    assert said == ["26. Februar 2024", "Februar 2024", "Montag, 26. Februar, bis Dienstag, 27. Februar 2024"]


# The programme


def days(text: str) -> list[tuple[str, tuple[str, ...], list[tuple[str, list[tuple[str, str, str]]]]]]:
    """Of each day its heading, its rooms, and what begins at each time."""
    known = of(f"title: T\nstatus: confirmed\ndate: 2027-03-11/2027-03-12\ntime: 9-12\nagenda: {text}\n")
    return [
        (
            day.heading,
            day.rooms,
            [(slot.time, [entry[:1] + entry[4:6] for entry in slot.entries]) for slot in day.slots],
        )
        for day in programme(known, known.facts(known.events[0]))
    ]


def test_sessions_side_by_side_are_a_table_of_rooms_and_besides_a_list_by_time() -> None:
    found = days(
        "[{title: A, minutes: 30, room: X}, {title: B, start: '9:00', minutes: 30, room: Y}, {title: C, minutes: 9}]"
    )
    slots = [("09:00", [("A", "X", "30 min"), ("B", "Y", "30 min")]), ("09:30", [("C", "", "9 min")])]
    assert found == [("", ("X", "Y"), slots)]


def test_more_rooms_than_a_page_has_room_for_are_a_list_alone() -> None:
    sessions = ", ".join(f"{{title: S, start: '9:00', minutes: 30, room: R{number}}}" for number in range(5))
    assert [(rooms, len(slots[0][1])) for _, rooms, slots in days(f"[{sessions}]")] == [((), 5)]


def test_each_day_has_a_heading_and_a_pause_has_no_page() -> None:
    text = "{title: T, date: 2027-03-11/2027-03-12, agenda: [{title: A, day: 1}, {title: P, type: break, day: 2}]}"
    known = of(text)
    found = programme(known, known.facts(known.events[0]))
    assert [day.heading for day in found] == ["Donnerstag, 11. März 2027", "Freitag, 12. März 2027"]
    assert [[entry.address for entry in slot.entries] for day in found for slot in day.slots] == [["e-1/a.html"], [""]]


@pytest.mark.parametrize("pdf", [True, False])
def test_the_programme_is_a_file_to_take_along_where_that_is_set(pdf: bool) -> None:
    known = replace(of(f"{CONFIRMED}agenda: [{{title: S}}]\n"), pdf=pdf)
    page = next(events.render(known)).content.decode()
    assert ('<a href="../e-1/agenda.pdf">Das Programm als PDF</a>' in page) == pdf


# Material


def link(**given: object) -> Link:
    """A link to something."""
    return Link.model_validate({"title": "L", "url": "https://example.org/l", **given})


@pytest.mark.parametrize(
    ("type_", "consent", "seen"),
    [
        ("page", None, True),
        ("page", True, True),
        ("page", False, False),
        ("recording", None, False),
        ("recording", False, False),
        ("recording", True, True),
        ("photo", None, False),
        ("photo", True, True),
        ("slides", False, False),
        ("feedback", None, False),
    ],
)
def test_what_shows_people_is_shown_with_their_consent_alone(type_: str, consent: bool | None, seen: bool) -> None:
    found = [link(type=type_, consent=consent)]
    assert list(on_the_site(found)) == (found if seen else [])


@pytest.mark.parametrize(
    ("size", "said"),
    [(1, "1 kB"), (339_600, "340 kB"), (999_999, "1000 kB"), (1_230_000, "1,2 MB"), (12_000_000, "12,0 MB")],
)
def test_the_size_of_a_file_is_rounded(size: int, said: str) -> None:
    assert size_in_words(size, of("title: T").words) == said


MATERIAL = """\
title: T
number: 4
status: confirmed
date: 2024-03-11
links:
  - {title: Bild, file: bild.jpg, type: photo, consent: ja, alt: Drei Menschen, licence: CC0}
  - {title: Nein, url: "https://example.org/nein", consent: nein}
agenda:
  - {title: Erster, licence: CC BY 4.0, links: [{title: Folien, file: folien.pdf, type: slides}]}
  - {title: Zweiter, links: [{title: Mitschnitt Zweiter, url: "https://example.org/f", type: recording, consent: ja}]}
"""


def test_material_says_kind_format_size_licence_and_consent(tmp_path: Path) -> None:
    (tmp_path / "events/files/t").mkdir(parents=True)
    (tmp_path / "events/files/t/folien.pdf").write_bytes(b"x" * 340_000)
    (tmp_path / "events/files/t/bild.jpg").write_bytes(b"x" * 900_000)
    page = pages_of(written(tmp_path, {"t": MATERIAL}))["t/index.html"]
    rows = re.findall(r"<li>\n<p class=\"kind\">(.*?)</li>", page, re.DOTALL)
    assert [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", row)).strip() for row in rows] == [
        "Bild Bild , JPG, 900 kB Drei Menschen CC0 mit Einwilligung",
        "Folien Folien , Erster, PDF, 340 kB CC BY 4.0",
        "Aufzeichnung Mitschnitt Zweiter Lizenz nicht angegeben mit Einwilligung",
    ]
    assert '<a href="../t/files/folien.pdf">' in page
    assert "nein" not in page


# Topics, organisations, people


def test_how_often_a_topic_came_up_is_counted_from_what_was_held() -> None:
    known = of(past(1, "2024-01-01"), past(2, "2025-01-01"), past(3, "2030-01-01"))
    part = known.of_organisations["werkstatt"]
    assert str(sentence(known, part)) == "Darum ging es bei <b>zwei Treffen</b>, mit <b>einer Organisation</b>."
    coming = part._replace(events=part.events[2:])
    assert str(sentence(known, coming)) == "Darum geht es bei <b>einem Treffen</b>, mit <b>einer Organisation</b>."
    assert organisations(coming) == {"werkstatt"}


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("DE", "de", "Deutschland"),
        ("at", "de", "Österreich"),
        ("CH", "en", "Switzerland"),
        ("Schweiz", "de", "Schweiz"),
    ],
)
def test_a_country_is_said_in_words(code: str, language: str, name: str) -> None:
    assert country(code, language) == name


PEOPLE = "agenda: [{title: S, by: [{name: Ida Muster, organisation: hafen}, {name: N. N., organisation: werkstatt}]}]"


def test_people_have_pages_only_where_the_series_wants_that_and_search_engines_are_kept_off(tmp_path: Path) -> None:
    events = {"t": f"title: T\nstatus: confirmed\ndate: 2024-03-11\n{PEOPLE}\n"}
    without = pages_of(written(tmp_path, events))
    assert not [address for address in without if address.startswith("people/")]
    pages = pages_of(written(tmp_path, events, f"{SERIES}people: {{pages: ja}}\n"))
    assert [address for address in pages if address.startswith("people/")] == ["people/ida-muster.html"]
    assert '<meta name="robots" content="noindex">' in pages["people/ida-muster.html"]
    assert '<a href="../people/ida-muster.html">Ida Muster</a>' in pages["t/s.html"]


# Pages of their own

ABOUT = "# Über uns\n\nEin Kreis von Laboren, mit Ida Muster.\n\n## Wie\n\nText <b>roh</b>.\n"


def test_a_page_of_their_own_is_in_the_navigation_and_its_headings_are_in_order(tmp_path: Path) -> None:
    (tmp_path / "events/pages").mkdir(parents=True)
    (tmp_path / "events/pages/ueber-uns.md").write_text(ABOUT, "utf-8")
    pages = pages_of(written(tmp_path, {"t": f"{CONFIRMED}{PEOPLE}\n"}))
    assert re.findall(r"<(h[1-6])[ >]", pages["ueber-uns.html"]) == ["h1", "h2"]
    assert "Text &lt;b&gt;roh&lt;/b&gt;." in pages["ueber-uns.html"]
    assert '<li><a href="ueber-uns.html" aria-current="page">Über uns</a></li>' in pages["ueber-uns.html"]
    assert '<li><a href="../ueber-uns.html">Über uns</a></li>' in pages["t/index.html"]


def test_whoever_is_hidden_is_not_named_on_a_page_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "events/pages").mkdir(parents=True)
    (tmp_path / "events/pages/ueber-uns.md").write_text(ABOUT, "utf-8")
    pages = pages_of(written(tmp_path, {"t": f"{CONFIRMED}{PEOPLE}\n"}, f"{SERIES}people: {{hide: [Ida Muster]}}\n"))
    assert "Ida" not in "".join(pages.values())
    assert "Ein Kreis von Laboren, mit N. N." in pages["ueber-uns.html"]


# All pages


def test_where_nobody_knows_the_root_what_is_not_found_has_neither_links_nor_style() -> None:
    with_root, without = made_up()["404.html"], real()["404.html"]
    assert re.findall(r'(?:href|src)="(?!mailto:|#|https:)([^"]*)"', without) == []
    paths = re.findall(r'(?:href|src)="(?!mailto:|#|https:)([^"]*)"', with_root)
    assert paths
    assert [path for path in paths if not path.startswith("/dateien/")] == []


@pytest.mark.parametrize("pages", [real, made_up])
def test_every_page_has_one_heading_at_its_top_and_says_its_language(pages: Callable[[], dict[str, str]]) -> None:
    for address, page in pages().items():
        assert len(re.findall(r"<h1[ >]", page)) == 1, address
        assert re.search(r'<html lang="(?:de|de-AT|en)" dir="ltr">', page), address
        assert " style=" not in page, address
        assert "onclick" not in page, address


def test_links_between_pages_lead_to_pages() -> None:
    for pages in (real(), real(drafts=True), made_up()):
        for address, page in pages.items():
            folder = Path(address).parent
            for target in re.findall(r'href="([^":#]+\.html)"', page) if address != "404.html" else ():
                parts: list[str] = []
                for part in (*folder.parts, *target.split("/")):
                    parts = parts[:-1] if part == ".." else [*parts, part]
                assert "/".join(parts) in pages, f"{address}: {target}"


def test_no_draft_is_on_the_site_and_where_it_is_looked_at_it_says_so() -> None:
    assert [address for address, page in real().items() if "labcamp-11" in address + page] == []
    for address, page in real(drafts=True).items():
        assert ("Entwurf: Dieses Treffen" in page) == (address.startswith("labcamp-11/") or address == "index.html")
        assert '<p class="notice">' in page


def test_where_nothing_is_announced_it_says_so_and_how_to_hear_of_the_next() -> None:
    page = real()["index.html"]
    assert "Der nächste Termin steht noch nicht fest." in page
    assert 'Bis dahin: <a href="labcamp-10/index.html">der letzte Rückblick</a>.' in page
    assert '<a href="labcamp.ics">Datei (ics)</a>' in page


def test_the_home_page_and_its_style_sheet_are_light() -> None:
    files = {file.name: file.content for file in site.render(stage_of(load(REPOSITORY, TODAY)), drafts=True, pdf=False)}
    home = files["site/index.html"]
    assert len(home) + len(files["site/assets/site.css"]) <= 30_000
    assert re.findall(rb'<(?:link rel="stylesheet"|script src|img)', home) == [b'<link rel="stylesheet"']


def test_the_style_sheet_is_squeezed_but_for_what_is_quoted() -> None:
    style = "/* a; b */\na { color: red;  margin: 0 1px; }\n@media (max-width: 5rem) {\n  b { top: 'x ; { y'; }\n}\n"
    assert squeezed(style) == "a{color:red;margin:0 1px}@media (max-width:5rem){b{top:'x ; { y'}}\n"


def test_a_text_of_an_event_stays_text() -> None:
    hostile = json.dumps("<script>alert(1)</script>\"'&")
    known = of(f"title: T\ntheme: {hostile}\nsummary: {hostile}\nagenda: [{{title: {hostile}}}]\n")
    pages = pages_of(known.workspace, drafts=True)
    assert "<script>alert" not in "".join(pages.values())
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in pages["e-1/index.html"]


def test_a_workspaces_own_template_wins(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    head = '{% block head %}<meta name="x">{% endblock %}'
    own = '{# facts: what is known of it #}\n{% extends "labcamp/site-event.html.j2" %}' + head
    (tmp_path / "templates/site-event.html.j2").write_text(own, "utf-8")
    pages = pages_of(written(tmp_path, {"t": "title: T\nstatus: confirmed\ndate: 2027-03-11\n"}))
    assert [address for address, page in pages.items() if '<meta name="x">' in page] == ["t/index.html"]


def test_a_logo_is_a_file_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "templates/bilder").mkdir(parents=True)
    (tmp_path / "templates/bilder/logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    series = f"{SERIES}logo: bilder/logo.svg\n"
    workspace = written(tmp_path, {"t": "title: T\nstatus: confirmed\ndate: 2027-03-11\n"}, series)
    files = {file.name: file.content for file in site.render(stage_of(workspace), pdf=False)}
    assert b'<img src="../assets/logo.svg" alt="MusterTreff">' in files["site/t/index.html"]
    assert files["site/assets/logo.svg"].startswith(b"<svg")


def test_an_address_that_leads_out_of_the_site_stays_as_it_is() -> None:
    page = Page("topics/a.html", "A")
    assert [page.to(address) for address in ("index.html", "https://a.org/b", "mailto:a@b.org", "e/f.html")] == [
        "../index.html",
        "https://a.org/b",
        "mailto:a@b.org",
        "../e/f.html",
    ]


def test_all_events_come_into_a_calendar_by_a_file_where_the_site_has_no_address() -> None:
    known = of("title: T")
    assert calendar(known, Page("index.html", "T"), known.words) == (("Datei (ics)", "mustertreff.ics"),)
