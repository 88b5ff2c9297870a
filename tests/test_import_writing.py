"""What is written when events are taken over: values in the form of the house, and nothing that nobody may read."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import REPOSITORY, times
from hypothesis import given
from hypothesis import strategies as st
from sample import TODAY, series_of

from labcamp.check.public import secrets_in, ways_in
from labcamp.exchange.found import Found, Left, Told
from labcamp.exchange.taking.guarded import guarded, without_ways_in
from labcamp.exchange.taking.matching import New, Unclear
from labcamp.files.read import source_of
from labcamp.findings import Place, finding
from labcamp.render.event_file import NewEvent, event_file
from labcamp.render.taken_over import Origin, TakenOver, taken_over
from labcamp.render.templates import open_templates
from labcamp.render.yaml_form import as_read, entries_of, scalar
from labcamp.texts import phrases
from labcamp.workspace import Workspace

TEMPLATES = open_templates(REPOSITORY)
PLACE = Place("alt.ics", 3, 1)
SERIES, ORGANISATIONS = series_of()
WORKSPACE = Workspace(Path(), TODAY, SERIES, ORGANISATIONS, (), ())
ORIGIN = Origin(TEMPLATES, WORKSPACE, {}, phrases("commands/import", "de"))
KEPT = "".join(chr(code) for code in (*range(32, 127), 0xA0, 0xAD, 0xE4, 0x20AC, 0x1F600, 0x301))
LINES = st.text(KEPT, min_size=1, max_size=200).map(str.strip).filter(bool)
TEXTS = st.lists(LINES, min_size=1, max_size=5).map("\n".join)


def test_values_stand_in_the_form_of_the_house() -> None:
    values: dict[str, Any] = {
        "links": [{"type": "report", "url": "https://example.org/a", "title": "Bericht, kurz"}],
        "theme": "Labore: finden",
        "date": "2026-03-11",
        "place": {"online": "ja", "postcode": "01067", "name": "Haus #1"},
        "description": "Ein Absatz.\n\n- eins\n  - zwei # drei\n\nEnde.",
        "summary": "Ein Satz von vielen Wörtern " * 6 + "und Schluss.",
        "agenda": [
            {"minutes": "15", "title": "Ankommen", "start": "09:30"},
            {"title": "Ein Impuls", "by": [{"organisation": "hafen", "name": "N. N."}]},
        ],
        "registration": {"url": "https://example.org/r", "seats": "60"},
    }
    assert "\n".join(entries_of(values)).split("\n") == [
        "theme: 'Labore: finden'",
        "date: 2026-03-11",
        "place: {name: 'Haus #1', postcode: '01067', online: ja}",
        "summary: >",
        "  Ein Satz von vielen Wörtern Ein Satz von vielen Wörtern Ein Satz von vielen Wörtern Ein Satz von vielen",
        "  Wörtern Ein Satz von vielen Wörtern Ein Satz von vielen Wörtern und Schluss.",
        "description: |",
        "  Ein Absatz.",
        "",
        "  - eins",
        "    - zwei # drei",
        "",
        "  Ende.",
        "registration: {url: https://example.org/r, seats: 60}",
        "agenda:",
        "  - title: Ankommen",
        "    start: 09:30",
        "    minutes: 15",
        "  - title: Ein Impuls",
        "    by:",
        "      - {name: N. N., organisation: hafen}",
        "links:",
        '  - {title: "Bericht, kurz", url: https://example.org/a, type: report}',
    ]


@times(4)
@given(st.one_of(LINES, st.text(max_size=20)))
def test_a_text_is_quoted_just_where_pyyaml_quotes_it(text: str) -> None:
    slow = str(yaml.safe_dump({"x": text}, allow_unicode=True, width=10**9)).removeprefix("x: ").rstrip("\n")
    assert scalar(text) == slow


@times(2)
@given(
    st.fixed_dictionaries(
        {"title": LINES, "summary": TEXTS, "description": TEXTS},
        optional={
            "hosts": st.lists(LINES, min_size=1, max_size=3),
            "place": st.dictionaries(st.sampled_from(["name", "street", "city", "room"]), LINES, min_size=1),
            "links": st.lists(st.fixed_dictionaries({"title": LINES, "url": LINES}), min_size=1, max_size=3),
            "agenda": st.lists(
                st.fixed_dictionaries(
                    {"title": LINES, "teaser": TEXTS},
                    optional={"by": st.lists(st.fixed_dictionaries({"name": LINES}), min_size=1, max_size=3)},
                ),
                min_size=1,
                max_size=3,
            ),
        },
    )
)
def test_whatever_is_taken_over_reads_back_as_it_was(values: dict[str, Any]) -> None:
    artefact = event_file(TEMPLATES, NewEvent("x", "X", "de", values | {"status": "draft"}, origin="Von anderswo"))
    assert as_read(source_of(artefact.content, "x.yaml").data) == as_read(values | {"status": "draft"})


ZOOM = "https://us02web.zoom.us/j/123456789?pwd=abc"


def test_ways_in_and_addresses_go_wherever_they_stand() -> None:
    values: dict[str, Any] = {
        "title": "Runde",
        "uid": "ada@kalender.example",
        "place": {"url": ZOOM},
        "description": f"Hallo\n\n[Zoom]({ZOOM}) und mehr\n\nKenncode: 123456\\\n{ZOOM}\n\n"
        "Fragen: ada@example.org, info@lab.example, [Ada](mailto:ada.muster@example.org)\t\x07",
        "links": [{"title": "Raum", "url": ZOOM}, {"title": "Bericht", "url": "https://example.org/"}],
        "agenda": [{"title": "Ankommen", "links": [{"title": "Raum", "url": ZOOM}]}],
        "registration": {"url": "mailto:ada.muster@example.org", "seats": "3"},
    }
    left = (Left(PLACE, "answer", "Passwort: geheim123"), Left(PLACE, "track", "Recht"))
    found, sorts = without_ways_in(Found(PLACE, values, left=left))
    assert found.values == {
        "title": "Runde",
        "uid": "ada@kalender.example",
        "place": "online",
        "description": "Hallo\n\nZoom und mehr\n\nFragen: , info@lab.example, Ada",
        "links": [{"title": "Bericht", "url": "https://example.org/"}],
        "agenda": [{"title": "Ankommen"}],
        "registration": {"seats": "3"},
    }
    assert found.left == (left[1],)
    assert sorts == Counter({"Zoom": 5, "@": 3, "Kenncode": 1, "Passwort": 1})


@pytest.mark.parametrize(
    "invitation",
    [
        f"Ada Muster lädt Sie zu einem geplanten Zoom-Meeting ein.\n\nZoom-Meeting beitreten\n{ZOOM}\n\n"
        "Meeting-ID: 812 3456 7890\nKenncode: 445566\n"
        "Schnelleinwahl mobil\n+496912345678,,81234567890#,,,,*445566# Deutschland",
        f"Ada Muster is inviting you to a scheduled Zoom meeting.\\\nJoin Zoom Meeting\\\n{ZOOM}\\\n"
        "Meeting ID: 812 3456 7890\\\nPasscode: 445566\\\nOne tap mobile\\\n+496912345678,,81234567890#,,,,*445566#",
    ],
)
def test_an_invitation_of_zoom_leaves_neither_who_invited_nor_a_number(invitation: str) -> None:
    found, _ = without_ways_in(Found(PLACE, {"title": "Runde", "description": f"Wir löten.\n\n{invitation}"}))
    assert found.values == {"title": "Runde", "description": "Wir löten."}


TEAMS = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc/0"


@pytest.mark.parametrize(
    "invitation",
    [
        f"{'_' * 40}\nMicrosoft Teams-Besprechung\nNehmen Sie auf Ihrem Computer oder in der mobilen App teil\n"
        f"Hier klicken, um an der Besprechung teilzunehmen<{TEAMS}>\nBesprechungs-ID: 123 456 789\nKenncode: aB3dE5\n"
        f"Teams herunterladen | Im Web beitreten\nWeitere Infos | Besprechungsoptionen\n{'_' * 40}",
        f"Microsoft Teams Need help?\\\nJoin the meeting now<{TEAMS}>\\\nMeeting ID: 123 456 789\\\n"
        "Passcode: aB3dE5\\\nFor organizers: Meeting options",
        f"Microsoft Teams-Besprechung\\\nAn der Besprechung teilnehmen: {TEAMS}\\\nBesprechungs-ID: 123 456 789",
    ],
)
def test_an_invitation_of_teams_leaves_nothing_of_what_stands_around_its_link(invitation: str) -> None:
    found, _ = without_ways_in(Found(PLACE, {"title": "Runde", "description": f"Wir löten.\n\n{invitation}"}))
    assert found.values == {"title": "Runde", "description": "Wir löten."}


def test_what_was_taken_out_is_told_once_for_an_event_and_never_repeated() -> None:
    event = Found(PLACE, {"title": "Runde", "description": f"{ZOOM} {ZOOM} ada@example.org"})
    told = guarded(Told(events=(event,), left=(Left(Place("alt.ics", 9), "track", "ben@example.org"),)))
    assert told.findings == (finding("LC892", PLACE, sorts="Zoom"), finding("LC893", Place("alt.ics"), count=2))
    assert told.left == ()


def test_the_address_of_an_entry_that_is_repeated_counts_once() -> None:
    days = [Found(PLACE, {"title": "Runde", "date": day, "description": "ada@example.org"}) for day in "123"]
    assert guarded(Told(events=tuple(days))).findings == (finding("LC893", Place(PLACE.path), count=1),)


PIECES = st.sampled_from(
    [ZOOM, "https://meet.jit.si/raum", "Kenncode: 123456", "Meeting-ID: 123 456 789", "PIN: 1234", "Passwort: labor7"]
)


@times(2)
@given(st.lists(st.one_of(PIECES, st.sampled_from(["Hallo", "\n", "(", ")", "[x](", "**", "und", ": "])), max_size=12))
def test_no_way_in_is_left_however_it_is_wrapped(words: list[str]) -> None:
    found, _ = without_ways_in(Found(PLACE, {"title": "x", "description": " ".join(words)}))
    text = str(found.values.get("description", ""))
    assert [*ways_in(text), *secrets_in(text)] == []


def written(**values: Any) -> TakenOver | Unclear:
    number = {"number": "7", "date": "2026-03-11"}
    return taken_over(ORIGIN, New(Found(PLACE, values), "mustertreff-7", number | values))


def test_what_no_event_file_may_have_is_left_over_at_its_name() -> None:
    taken = written(
        registration={"url": "irgendwo", "seats": "60"},
        links=[{"title": "A", "url": "nirgends"}, {"title": "B", "url": "https://example.org/"}],
        agenda=[{"title": "Ankommen", "type": "keynote", "minutes": "lang", "track": "Recht"}, {"title": "Ende"}],
        farbe="blau",
    )
    assert isinstance(taken, TakenOver)
    assert [(each.name, each.text) for each in taken.left] == [
        ("registration url", "irgendwo"),
        ("links 1", "A, nirgends"),
        ("farbe", "blau"),
        ("agenda 1 type", "keynote"),
        ("agenda 1 track", "Recht"),
        ("agenda 1 minutes", "lang"),
    ]
    assert source_of(taken.artefact.content, "").data == {
        "number": "7",
        "status": "confirmed",
        "date": "2026-03-11",
        "registration": {"seats": "60"},
        "agenda": [{"title": "Ankommen"}, {"title": "Ende"}],
        "links": [{"title": "B", "url": "https://example.org/"}],
    }


def test_what_a_person_has_to_decide_is_written_and_told() -> None:
    overlapping = [{"title": "A", "start": "09:00", "minutes": "60"}, {"title": "B", "start": "09:30", "minutes": "60"}]
    taken = written(agenda=overlapping)
    assert isinstance(taken, TakenOver)
    assert [found.code for found in taken.findings] == ["LC302"]


def test_what_is_no_event_at_all_stays_unclear() -> None:
    number = {"number": "1234567890123"}
    assert written(**number) == Unclear(Found(PLACE, number), "not_readable")


@pytest.mark.parametrize(
    ("date", "given_status", "status"),
    [
        ("2026-11-22", {}, "confirmed"),
        ("2026-11-23", {}, "draft"),
        ("2026-10", {}, "confirmed"),
        ("2026-11", {}, "draft"),
        ("2025-01-01", {"status": "cancelled"}, "cancelled"),
    ],
)
def test_what_is_over_is_confirmed_and_what_comes_is_a_draft(
    date: str, given_status: dict[str, str], status: str
) -> None:
    taken = written(date=date, **given_status)
    assert isinstance(taken, TakenOver)
    assert taken.event.status == status


def test_what_the_series_says_and_what_the_id_gives_is_not_repeated() -> None:
    taken = written(zone="Europe/Berlin", language="de", uid="https://example.org/alt")
    assert isinstance(taken, TakenOver)
    assert list(source_of(taken.artefact.content, "").data) == ["number", "status", "date", "uid"]
