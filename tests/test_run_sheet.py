"""The run sheet: minute by minute, with what is private where there is some, and never where everybody looks."""

from pathlib import Path
from typing import Any

import pytest
from conftest import TODAY, Labcamp
from everything import STATES, everywhere, workspace_of
from pdf_judge import broken_rules, letters, pages_of
from sample import GOLDEN, PRIVATE_SIDE, event_of, every_mail, every_post, facts_of, for_some, in_memory, made, sample

from labcamp.model.private import Private
from labcamp.render.prints import PRINTS, run_sheet
from labcamp.render.stage import stage_of
from labcamp.workspace import load

DAY = """\
title: T
status: confirmed
date: 2027-03-11
time: 14:00-17:00
"""
USUAL = [("13:00", "60 min vorher"), ("13:30", "30 min vorher"), ("13:45", "15 min vorher"), ("13:55", "5 min vorher")]


def sheet(text: str, private: Private = PRIVATE_SIDE) -> str:
    """The text of the run sheet of an event."""
    event = event_of(text)
    (made,) = run_sheet.render(stage_of(in_memory(GOLDEN, [event])), event, private)
    assert made.name == "treff-12/run-sheet.pdf"
    return "\n".join(pages_of(made.content))


def steps(text: str, part: str = "Ablauf", private: Private = PRIVATE_SIDE) -> list[dict[str, object]]:
    """The steps of a part of the first day."""
    days = run_sheet.data(facts_of(text), private)["days"]
    assert isinstance(days, list)
    return next(each["steps"] for each in days[0]["parts"] if each["title"] == part)


def lines(text: str) -> list[tuple[object, ...]]:
    """When, how long, what, and where of each step between start and end."""
    return [tuple(step[key] for key in ("time", "length", "what", "where")) for step in steps(text)]


def test_sessions_stand_with_start_and_end_and_the_time_between_them_is_a_buffer() -> None:
    agenda = """\
agenda:
  - {title: A, start: "14:10", minutes: 20, by: [{name: Ida Beispiel, role: Leitung, organisation: hafen}], room: 7}
  - {title: B, type: break, minutes: 15}
  - {title: C, start: "15:30", minutes: 75}
"""
    assert lines(DAY + agenda) == [
        ("14:00–14:10", "10 min", "Puffer", ""),
        ("14:10–14:30", "20 min", "A", "Ida Beispiel (Leitung, Hafen & Lab) · Raum 7"),
        ("14:30–14:45", "15 min", "B", ""),
        ("14:45–15:30", "45 min", "Puffer", ""),
        ("15:30–16:45", "75 min", "C", ""),
        ("16:45–17:00", "15 min", "Puffer", ""),
    ]


def test_what_runs_at_the_same_time_and_what_takes_too_long_is_said() -> None:
    agenda = """\
agenda:
  - {title: A, minutes: 60, room: Nord}
  - {title: B, start: "14:30", minutes: 60, room: Nord}
  - {title: C, start: "15:00", minutes: 140, room: Ost}
"""
    assert lines(DAY + agenda) == [
        ("14:00–15:00", "60 min", "A", "Nord · überschneidet sich mit: B"),
        ("14:30–15:30", "60 min", "B", "Nord · gleichzeitig: C · überschneidet sich mit: A"),
        ("15:00–17:20", "2 h 20 min", "C", "Ost · gleichzeitig: B"),
        ("", "", "Das Programm endet um 17:20 Uhr, das Treffen um 17:00 Uhr: 20 min zu viel", ""),
    ]


def test_each_of_four_rooms_names_the_other_three_in_few_words_and_what_is_usual_is_said_once() -> None:
    titles = ("Workshop 1: Karten", "Workshop 2: Sensoren", "Workshop 3: Zahlen", "Workshop 4")
    session = "  - {{title: '{}', type: workshop, start: '14:00', minutes: 60, room: '{}'}}\n".format
    found = steps(f"{DAY}agenda:\n{''.join(session(title, n) for n, title in enumerate(titles, 1))}")[:4]
    assert [step["where"] for step in found] == [
        "Raum 1 · gleichzeitig: Workshop 2, 3 und 4",
        "Raum 2 · gleichzeitig: Workshop 1, 3 und 4",
        "Raum 3 · gleichzeitig: Workshop 1, 2 und 4",
        "Raum 4 · gleichzeitig: Workshop 1, 2 und 3",
    ]
    assert [bool(step["cues"]) for step in found] == [True, False, False, False]


@pytest.mark.parametrize(
    ("titles", "said"),
    [
        (("Karten", "Zahlen"), "Karten und Zahlen"),
        (("Impuls: Karten", "Impuls: Zahlen"), "Impuls: Karten und Impuls: Zahlen"),
        (("Tisch 1", "Raum 2"), "Tisch 1 und Raum 2"),
        (("Tisch 1", "Tisch 2: Geld", "Tisch 10"), "Tisch 1, 2 und 10"),
        (("1", "2"), "1 und 2"),
        (("Tisch 1",), "Tisch 1"),
    ],
)
def test_titles_that_differ_in_their_number_share_their_name(titles: tuple[str, ...], said: str) -> None:
    words = facts_of(DAY).words
    assert run_sheet.together_in_words(run_sheet.short_titles(titles), words) == said


def test_a_column_with_nothing_in_it_has_no_head() -> None:
    days: Any = run_sheet.data(facts_of(f"{DAY}agenda: [{{title: A, minutes: 9}}]\n"), Private())["days"]
    (day,) = days
    assert {part["title"]: list(part["labels"].values()) for part in day["parts"]} == {
        "Vorher": ["✓", "Zeit", "Was zu tun ist"],
        "Ablauf": ["✓", "Zeit", "Was und wer"],
        "Danach": ["✓", "Was zu tun ist"],
    }
    days = run_sheet.data(facts_of(f"{DAY}agenda: [{{title: A, minutes: 9, type: input}}]\n"), Private())["days"]
    assert list(days[0]["parts"][1]["labels"].values()) == ["✓", "Zeit", "Was und wer", "Was zu tun ist"]


def test_a_day_with_four_rooms_takes_one_page_and_what_comes_after_is_never_torn_apart() -> None:
    paper = load(Path(__file__).parent / "paper", sample().today)
    (event,) = (event for event in paper.events if event.id == "four-rooms")
    (one,) = run_sheet.render(stage_of(paper), event, Private())
    assert len(pages_of(one.content)) == 1
    for count in (9, 10, 11, 12, 13, 14, 15, 16):
        event = event_of(DAY + "agenda:\n" + "  - {title: Lang, type: workshop, minutes: 5, cue: Licht}\n" * count)
        (made,) = run_sheet.render(stage_of(in_memory(GOLDEN, [event])), event, PRIVATE_SIDE)
        parts = [("Danach" in page, "Danke sagen" in page, "Raum übergeben" in page) for page in pages_of(made.content)]
        assert [part for part in parts if any(part)] == [(True, True, True)], count


def test_from_an_unknown_length_on_there_are_no_times_and_no_buffers() -> None:
    agenda = "agenda: [{title: A, minutes: 30}, {title: B}, {title: C, minutes: 10}]"
    assert lines(DAY + agenda) == [
        ("14:00–14:30", "30 min", "A", ""),
        ("14:30", "", "B", ""),
        ("", "10 min", "C", ""),
    ]


def test_without_any_time_the_order_is_shown_and_said_to_be_only_that() -> None:
    text = sheet("title: T\nagenda: [A, B]\n", Private())
    assert "Die Uhrzeiten stehen noch nicht fest, hier steht nur die Reihenfolge." in text
    assert text.index("\nA") < text.index("\nB")
    assert [(step["time"], step["length"]) for step in steps("title: T\nagenda: [A, B]\n", "Vorher")] == [
        ("", length) for _, length in USUAL
    ]


def test_without_an_agenda_it_follows_and_without_a_private_file_nothing_is_missing() -> None:
    data = run_sheet.data(facts_of(f"{DAY}place: Haus\n"), Private())
    assert data["note"] == "Das Programm folgt."
    assert data["facts"] == [("Ort", ("Haus",))]


def test_an_event_that_does_not_take_place_has_nothing_to_do() -> None:
    data = run_sheet.data(facts_of(DAY.replace("confirmed", "cancelled") + "agenda: [A]\n"), Private())
    assert (data["days"], data["note"], data["notice"]) == ([], "", "Dieses Treffen ist abgesagt.")


@pytest.mark.parametrize(
    ("place", "first", "last"),
    [
        ("place: online\n", "Videoraum öffnen", "Videoraum für alle beenden"),
        ("place: Haus\n", "Raum öffnen und einrichten", "Abbauen, Schilder abnehmen, Raum übergeben"),
        (
            "place: {name: Haus, online: ja}\n",
            "Raum und Videoraum öffnen",
            "Abbauen, Schilder abnehmen, Raum übergeben;",
        ),
        ("", "Raum und Videoraum öffnen", "Abbauen, Schilder abnehmen, Raum übergeben;"),
    ],
)
def test_what_is_to_be_done_before_and_after_depends_on_where(place: str, first: str, last: str) -> None:
    before, after = steps(DAY + place, "Vorher"), steps(DAY + place, "Danach")
    assert [(step["time"], step["length"]) for step in before] == USUAL
    assert str(before[0]["what"]).startswith(first)
    assert str(after[-1]["what"]).startswith(last)


def test_before_midnight_is_the_day_before() -> None:
    assert [step["time"] for step in steps(DAY.replace("14:00", "0:10"), "Vorher")] == [
        "23:10",
        "23:40",
        "23:55",
        "00:05",
    ]


def test_a_session_says_what_those_who_moderate_do_and_the_files_own_cue_first() -> None:
    agenda = "agenda: [{title: A, type: input, minutes: 9, cue: Licht aus}, {title: B, cue: Licht an}, {title: C}]"
    assert [step["cues"] for step in steps(DAY + agenda)] == [
        (
            ("Regie", "Licht aus"),
            ("Beginn", "vorstellen, wer spricht, und die Zeit für Fragen nennen"),
            ("Schluss", "5 Minuten vorher ein Zeichen geben, danken"),
        ),
        (("Regie", "Licht an"),),
        (),
    ]


def test_several_days_have_a_beginning_each_and_one_end() -> None:
    (event,) = (event for event in sample().events if event.id == "two-days")
    (made,) = run_sheet.render(stage_of(sample()), event, Private())
    days = run_sheet.data(facts_of((GOLDEN / "events/two-days.yaml").read_text("utf-8")), Private())["days"]
    assert isinstance(days, list)
    assert [(day["heading"], [part["title"] for part in day["parts"]]) for day in days] == [
        ("Donnerstag, 28. Oktober 2027", ["Vorher", "Ablauf"]),
        ("Freitag, 29. Oktober 2027", ["Vorher", "Ablauf", "Danach"]),
    ]
    assert broken_rules(made.content) == []


def test_the_sheet_says_on_every_page_that_it_is_internal_and_holds_what_is_private() -> None:
    event = event_of(DAY + "agenda:\n" + "  - {title: Lang, type: workshop, minutes: 5}\n" * 30)
    (made,) = run_sheet.render(stage_of(in_memory(GOLDEN, [event])), event, PRIVATE_SIDE)
    pages = pages_of(made.content)
    assert len(pages) > 1
    assert all("intern, nicht weitergeben" in page for page in pages)
    assert all(f"Seite {number} von {len(pages)}" in page for number, page in enumerate(pages, 1))
    known = ("https://meet.example.org/raum", "Kenncode: 1234", "+49 30 123", "Technik, N. N., +49 30 1234567")
    assert [each for each in known if letters(each) not in letters(pages[0])] == []


@pytest.mark.parametrize("event", [event.id for event in sample().events])
@pytest.mark.parametrize("private", [PRIVATE_SIDE, Private()], ids=["private", "nothing"])
def test_a_run_sheet_can_be_read_by_screen_readers_and_is_the_same_twice(event: str, private: Private) -> None:
    (found,) = (each for each in sample().events if each.id == event)
    (once,), (twice,) = (list(run_sheet.render(stage_of(sample()), found, private)) for _ in range(2))
    assert broken_rules(once.content) == []
    assert once == twice


@pytest.mark.parametrize("number", range(len(STATES)))
def test_whatever_is_said_in_every_key_stands_on_the_sheet_as_it_is(number: int) -> None:
    hostile = '#panic("x") *a* $x$ @ref <label> \\ {{7*7}} = H'
    workspace = workspace_of([everywhere(hostile, hostile) | STATES[number]])
    (made,) = run_sheet.render(stage_of(workspace), workspace.events[0], PRIVATE_SIDE)
    assert broken_rules(made.content) == []
    assert letters(hostile) in letters("".join(pages_of(made.content)))


def test_a_cue_stands_nowhere_but_on_the_run_sheet() -> None:
    states = ({"status": "confirmed", "date": "2027-03-11", "time": "14:00-17:00"}, *STATES)
    agenda = [{"title": "A", "minutes": "30", "type": "input", "cue": "Verkenncue", "tables": ["B"]}]
    event = {"title": "T", "agenda": agenda, "place": {"name": "Haus", "room": "Saal"}}
    workspace = workspace_of([event | state for state in states])
    files = made(workspace) | for_some(workspace) | every_post(workspace)
    public = [kind for kind in PRINTS.values() if kind.reader == "public"]
    files |= {file.name: file.content for kind in public for file in kind.render(stage_of(workspace), workspace.events)}
    said = {name: content.decode("utf-8", "replace") for name, content in files.items()}
    said |= {name: "".join(pages_of(content)) for name, content in files.items() if name.endswith(".pdf")}
    said |= {f"{name}, mail": f"{mail}" for name, mail in every_mail(workspace).items()}
    assert len(said) > 100
    assert [name for name, text in said.items() if "Verkenncue" in text] == []
    (sheet,) = run_sheet.render(stage_of(workspace), workspace.events[0], Private())
    assert "Verkenncue" in "".join(pages_of(sheet.content))


def test_the_command_writes_it_below_private_alone(workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("render-print", "run-sheet", "11", "--today", TODAY)
    assert (result.code, result.out.splitlines()[0]) == (0, "created    private/out/labcamp-11/run-sheet.pdf")
    assert not (workspace / "out").exists()
    refused = labcamp("render-print", "run-sheet", "11", "--out", "out", "--today", TODAY)
    assert (refused.code, "LC033" in refused.err) == (2, True)
