"""The handout as PDF: what it is given of each event, what stands on it in which order, and on how many pages."""

import datetime as dt
import hashlib
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from conftest import Labcamp
from pdf_judge import Box, boxes_on, broken_rules, codes_on, drawn, inked, letters, marks_of, pages_of
from sample import GOLDEN, REPOSITORY, SERIES, TODAY, event_of, facts_of, in_memory, sound

from labcamp.findings import LabcampError
from labcamp.render.prints import PRINTS, handout
from labcamp.render.prints.handout import Block, Piece, blocks, typed
from labcamp.render.prints.typesetting import shared
from labcamp.render.stage import facts_of as staged
from labcamp.render.stage import stage_of
from labcamp.workspace import load

PAPER = Path(__file__).parent / "paper"  # one event for each thing that is hard to set
MADE = ("twelve", "rooms", "four-rooms", "two-days", "names", "month")
REAL = tuple(sorted(path.stem for path in (REPOSITORY / "events").glob("labcamp-*.yaml")))
EVENTS = (*MADE, *REAL)
PAGES = dict.fromkeys(EVENTS, 1) | {"twelve": 2}
BASE = "title: Treff\nstatus: confirmed\n"
HOST = "date: 2027-03-11\ntime: 14:00-15:00\n"
RIGHT_TO_LEFT = re.compile(r"[\u0590-\u06ff]+")


@cache
def made(*, notes: bool = False) -> dict[str, bytes]:
    """The handouts of the real series and of the made events, by the id of the event."""
    workspaces = (sound(load(PAPER, TODAY)), load(REPOSITORY, TODAY))
    return {
        event.id: next(PRINTS["agenda"].render(stage_of(workspace), (event,), notes=notes)).content
        for workspace in workspaces
        for event in workspace.events
    }


@cache
def given() -> dict[str, dict[str, Any]]:
    """What each of them is given to say."""
    workspaces = (load(PAPER, TODAY), load(REPOSITORY, TODAY))
    stages = [(stage_of(workspace), workspace.events) for workspace in workspaces]
    facts = [staged(stage, event) for stage, events in stages for event in events]
    return {each.event.id: shared(each) | handout.data(each) for each in facts}


def reads(data: dict[str, Any]) -> Iterator[str]:
    """The texts of a handout in the order in which they are read."""
    yield from (*data["wordmark"], data["subtitle"], data["notice"], data["heading"], data["when"], data["where"])
    yield from (data["number"], data["summary"])
    for day in data["days"]:
        yield day["heading"]
        yield from day_reads(day, data["labels"])
    yield data["follows"]
    yield from (piece.text for block in data["about"] for line in block.lines for piece in line)
    yield from data["paragraphs"]
    yield data["after"]["title"]
    yield from (piece.text for line in data["after"]["lines"] for piece in line)
    yield from (data["qr_title"], data["notes"])


def day_reads(day: dict[str, Any], labels: dict[str, str]) -> Iterator[str]:
    if "lines" in day:
        yield from (labels["time"], *(day["rooms"] or (labels["what"],)))
        for line in day["lines"]:
            yield from (line["time"], "" if line["pause"] else line["minutes"])
            for cell in line["cells"]:
                for row in cell["rows"]:
                    roomed = not day["rooms"] or cell["across"] > 1
                    yield from (*says(row, roomed=roomed), "" if line["minutes"] else row["minutes"], *who_is(row))
        return
    yield from labels.values()
    for row in day["rows"]:
        yield from (row["time"], "" if row["pause"] else row["minutes"], *says(row), *who_is(row))


def says(row: dict[str, Any], *, roomed: bool = True) -> Iterator[str]:
    yield from (row["title"], row["room"] if roomed else "", row["teaser"])
    yield from (f"•{takeaway}" for takeaway in row["takeaways"])
    yield from (piece.text for link in row["links"] for piece in link)


def who_is(row: dict[str, Any]) -> Iterator[str]:
    return (text for who in row["who"] for text in who)


def stands(text: str) -> str:
    """A text as it stands on a page, without blanks and hyphens; of what runs from right to left only the letters."""
    return RIGHT_TO_LEFT.sub(lambda run: "".join(sorted(set(run[0]))), letters(text))


@pytest.mark.parametrize("id_", EVENTS)
def test_what_stands_on_the_pages_is_what_was_given_in_this_order(id_: str) -> None:
    pages = pages_of(made()[id_])
    if len(pages) > 1:
        pages = [re.sub(rf"Seite {number} von {len(pages)}\s*$", "", page) for number, page in enumerate(pages, 1)]
        assert not any("Seite" in page for page in pages)
        pages[1:] = [page.removeprefix("Uhrzeit Worum es geht Wer") for page in pages[1:]]  # the header comes again
    assert stands("".join(pages)) == stands("".join(reads(given()[id_])))


@pytest.mark.parametrize("id_", EVENTS)
def test_a_screen_reader_can_read_it_in_this_order(id_: str, tested: Callable[..., None]) -> None:
    for content in (made()[id_], made(notes=True)[id_]):
        assert broken_rules(content) == []
        assert marks_of(content) == sorted(marks_of(content))
    tested("pdf", "ua", ("page-validation",), {f"handout {id_}": 2})


def test_the_validator_sees_what_a_handout_without_tags_lacks() -> None:
    reader = pypdf.PdfReader(BytesIO(made()["rooms"]))
    writer = pypdf.PdfWriter(clone_from=reader)
    del writer.root_object["/StructTreeRoot"]
    spoilt = BytesIO()
    writer.write(spoilt)
    assert broken_rules(spoilt.getvalue()) != []


@pytest.mark.skipif(shutil.which("verapdf") is None, reason="no veraPDF here")
@pytest.mark.parametrize("id_", EVENTS)
def test_verapdf_finds_nothing_either(id_: str, tmp_path: Path) -> None:
    (tmp_path / "agenda.pdf").write_bytes(made()[id_])
    words = ("verapdf", "--flavour", "ua1", "--format", "text", str(tmp_path / "agenda.pdf"))
    assert subprocess.run(words, capture_output=True, text=True, check=False).stdout.startswith("PASS")


@pytest.mark.parametrize("id_", EVENTS)
def test_one_page_holds_an_agenda_and_two_hold_twelve_sessions(id_: str) -> None:
    assert len(pages_of(made()[id_])) == PAGES[id_]
    assert len(pages_of(made(notes=True)[id_])) == PAGES[id_]


@pytest.mark.parametrize("id_", EVENTS)
def test_its_code_leads_to_the_address_that_stands_there(id_: str) -> None:
    (address,) = codes_on(made()[id_])
    assert given()[id_]["qr_says"] == f"QR-Code, führt zu {address}"
    assert letters(typed(address)) in letters("".join(pages_of(made()[id_])))


MARGIN, RIGHT, CODE = 18, 210 - 18, 24  # mm


def words_on(id_: str) -> list[Box]:
    """The words of the only page of a handout."""
    (sheet,) = boxes_on(made()[id_])
    return sheet


def test_a_sheet_is_one_grid_with_the_times_on_the_left_and_a_column_for_each_room() -> None:
    words = words_on("four-rooms")
    times = {box.word: round(box.left, 1) for box in words if re.fullmatch(r"\d\d:\d\d", box.word)}
    assert times == dict.fromkeys(("10:00", "10:30", "11:30", "12:30", "13:15", "13:45", "14:15"), MARGIN)
    rooms = [box.left for box in words if box.word == "Raum"]
    assert len(rooms) == 4  # the header says it once
    found = {box.word: box.left for box in reversed(words)}
    titles = (("Karten", "Zahlen"), ("Sensoren", "Werkzeuge"), ("Haushalt", "Rundgang", "Fragen"), ("Sprechstunde",))
    for room, those in zip(rooms, titles, strict=True):
        assert [found[word] for word in those] == pytest.approx([room] * len(those), abs=0.3)
    for_all = [found[word] for word in ("Ankommen", "Foyer", "Ada", "Mittagspause", "Zusammenschau")]
    assert for_all == pytest.approx([rooms[0]] * 5, abs=0.3)


@pytest.mark.parametrize("id_", ["four-rooms", "month", "two-days", "labcamp-10", "labcamp-barcelona"])
def test_the_code_ends_at_the_margin_and_what_it_is_called_is_not_wider(id_: str) -> None:
    words, title = words_on(id_), given()[id_]["qr_title"]
    last = next(
        number for number in range(len(words)) if letters("".join(b.word for b in words[number:])) == letters(title)
    )
    left, top = RIGHT - CODE, min(box.top for box in words[last:])
    assert [box for box in words[last:] if box.left < left - 0.1 or box.right > RIGHT + 0.1] == []
    (sheet,) = drawn(made()[id_])
    edges = inked(sheet, left - 8, top - CODE - 8, 210, top - 1)
    assert (edges[0], edges[2], edges[3] - edges[1]) == pytest.approx((left, RIGHT, CODE), abs=0.3)


def test_an_address_goes_on_on_the_next_line_only_after_a_slash() -> None:
    for id_ in ("four-rooms", "month", "labcamp-10", "labcamp-11"):
        for pieces in given()[id_]["after"]["lines"]:
            for address in (piece.text for piece in pieces if piece.url and "/" in piece.text):
                (words,) = (run for run in runs(words_on(id_)) if "".join(run).rstrip(".") == address)
                assert [word for word in words[:-1] if not word.endswith("/")] == [], id_


def runs(words: list[Box]) -> Iterator[list[str]]:
    """All runs of up to four words."""
    texts = [box.word for box in words]
    return (texts[start : start + count] for start in range(len(texts)) for count in (1, 2, 3, 4))


@pytest.mark.parametrize("id_", ["four-rooms", "labcamp-3", "labcamp-10", "labcamp-11"])
def test_the_number_ends_where_the_rule_does_and_the_name_stands_clear_of_it(id_: str) -> None:
    (sheet,) = drawn(made()[id_])
    rule = inked(sheet, 80, 10, 90, 40)[1]
    number = next(box for box in words_on(id_) if box.word.startswith("#"))
    assert inked(sheet, number.left, number.top + 8, 210, number.bottom - 1)[2] == pytest.approx(RIGHT, abs=0.4)
    assert rule - inked(sheet, MARGIN, 10, 60, rule - 0.3)[3] >= 4


@pytest.mark.parametrize("id_", EVENTS)
def test_every_address_on_it_is_a_link(id_: str) -> None:
    data = given()[id_]
    rows = [row for day in data["days"] for row in rows_of(day)]
    lines = (*data["after"]["lines"], *(link for row in rows for link in row["links"]))
    wanted = {piece.url for line in lines for piece in line if piece.url}
    sheets = pypdf.PdfReader(BytesIO(made()[id_])).pages
    assert {note["/A"]["/URI"] for sheet in sheets for note in sheet.get("/Annots", ())} == wanted


def test_the_reader_shows_title_author_and_language() -> None:
    reader = pypdf.PdfReader(BytesIO(made()["labcamp-10"]))
    known = reader.metadata
    assert known
    assert (known.title, known.author, known.subject) == (
        "LabCamp #10: Vier Jahre LabCamp und ein Positionspapier",
        "CityLAB Berlin und Politics for Tomorrow",
        "Montag, 26. Februar 2024",
    )
    assert str(reader.root_object["/Lang"]) == "de"


ELSEWHERE = """\
import datetime as dt, hashlib
from pathlib import Path
from labcamp.render.prints import PRINTS
from labcamp.render.stage import stage_of
from labcamp.workspace import load
workspace = load(Path("tests/paper"), dt.date(2026, 11, 23))
made = PRINTS["agenda"].render(stage_of(workspace), workspace.events)
print(*(hashlib.sha256(file.content).hexdigest() for file in made))
"""


def test_the_bytes_are_the_same_in_another_process(environment: dict[str, str]) -> None:
    words = [sys.executable, "-c", ELSEWHERE]
    ran = subprocess.run(words, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=True)
    here = {event.id: hashlib.sha256(made()[event.id]).hexdigest() for event in load(PAPER, TODAY).events}
    assert ran.stdout.split() == list(here.values())


def test_lines_to_write_on_fill_the_page_and_are_at_least_four() -> None:
    for id_ in EVENTS:
        last = pypdf.PdfReader(BytesIO(made(notes=True)[id_])).pages[-1]
        without = pypdf.PdfReader(BytesIO(made()[id_])).pages[-1]
        assert shapes(last) - shapes(without) >= 4, id_
        assert "Notizen" in last.extract_text()
    month = pypdf.PdfReader(BytesIO(made(notes=True)["month"])).pages[0]
    assert shapes(month) > 12


def shapes(sheet: pypdf.PageObject) -> int:
    """How many shapes are drawn on a page, lines above all; letters are none."""
    contents = sheet.get_contents()
    assert contents is not None
    return len(re.findall(rb"^(?:S|f)$", contents.get_data(), re.MULTILINE))


def data(event: str, series: str = SERIES, today: dt.date = TODAY) -> dict[str, Any]:
    """What the handout of an event is given."""
    return handout.data(facts_of(event, series, today))


def test_an_unknown_agenda_follows_as_long_as_the_event_is_to_come() -> None:
    known = {key: value for key, value in data(BASE).items() if value}
    assert known == {
        "heading": "Treff",
        "number_says": "Treff",
        "when": "Termin folgt",
        "where": "Ort folgt",
        "labels": {"time": "", "what": "Worum es geht", "who": ""},
        "follows": "Das Programm folgt.",
        "after": {"title": "Mehr", "lines": ()},
        "short": True,
    }


def test_an_event_to_come_says_how_to_register_and_whom_to_ask() -> None:
    series = f"{SERIES}contact: {{name: Ida Beispiel, email: ida@example.org}}\narchive: https://example.org/archiv/\n"
    known = data(f"{BASE}{HOST}registration: {{url: 'https://example.org/an?b=1', until: 2027-03-04}}\n", series)
    assert known["after"] == {
        "title": "Mehr",
        "lines": (
            (
                Piece("Meldet euch bis Donnerstag, 4. März, an: "),
                Piece("example.org/an?b=1", "https://example.org/an?b=1"),
            ),
            (Piece("Wissensspeicher: "), Piece("example.org/archiv", "https://example.org/archiv/")),
            (
                Piece("Fragen? Schreibt Ida Beispiel an "),
                Piece("ida@example.org", "mailto:ida@example.org"),
                Piece("."),
            ),
        ),
    }
    assert (known["qr_title"], known["qr_says"]) == ("Zur Anmeldung", "QR-Code, führt zu https://example.org/an?b=1")


def test_after_the_event_the_code_leads_to_its_page_where_that_is_on_the_web() -> None:
    text = "title: T\nstatus: confirmed\ndate: 2026-03-11\nlinks: [{title: L, url: https://example.org/l}]\n"
    known = data(text, f"{SERIES}public: https://example.org/treffen/\narchive: https://example.org/archiv\n")
    says = "QR-Code, führt zu https://example.org/treffen/treff-12/"
    assert (known["qr_title"], known["qr_says"]) == ("Alles zum Nachlesen", says)


def test_after_the_deadline_the_code_leads_to_the_archive() -> None:
    series = f"{SERIES}archive: https://example.org/archiv\nhomepage: https://example.org/\n"
    event = f"{BASE}{HOST}registration: {{url: 'https://example.org/an', until: 2026-11-01}}\n"
    known = data(event, series)
    assert (known["qr_title"], known["qr_says"]) == ("Wissensspeicher", "QR-Code, führt zu https://example.org/archiv")


def test_what_is_short_is_not_measured_and_fits_all_the_same() -> None:
    short = {id_ for id_ in EVENTS if given()[id_]["short"]}
    assert {"month", "labcamp-3", "labcamp-10"} <= short
    assert short & {"twelve", "rooms", "labcamp-11"} == set()
    many = "".join(f"- {{title: {number}}}\n" for number in range(40))
    words = "Wort " * 900
    for text in (f"agenda:\n{many}", f"description: {words}\ndate: 2020-01-01\n", f"summary: {words}\n"):
        assert not data(BASE + text)["short"]


def test_a_past_event_without_agenda_tells_what_it_was_about() -> None:
    known = data(f"{BASE}date: 2020-01-01\ndescription: Wir **haben** geredet.\nattendance: {{people: 7}}\n")
    assert known["about"] == (Block("paragraph", ((Piece("Wir "), Piece("haben", strong=True), Piece(" geredet.")),)),)
    assert known["after"] == {"title": "Zum Nachlesen", "lines": ((Piece("Dabei waren 7 Menschen."),),)}
    assert known["follows"] == ""


def test_a_cancelled_event_says_so_and_has_no_programme() -> None:
    event = "title: T\nstatus: cancelled\nreason: Sturm.\ndate: 2027-03-11\nmoderation: Ida\ndescription: Worum\n"
    known = data(f"{event}agenda: [Auftakt]\n")
    assert known["notice"] == "Dieses Treffen ist abgesagt. Sturm."
    assert (known["days"], known["about"], known["paragraphs"], known["follows"]) == ([], (), (), "")


def test_a_column_that_would_be_empty_is_left_out() -> None:
    assert data(f"{BASE}agenda: [Eins, Zwei]")["labels"] == {"time": "", "what": "Worum es geht", "who": ""}
    full = f"{BASE}{HOST}agenda: [{{title: Eins, minutes: 20, by: Ida}}]"
    assert data(full)["labels"] == {"time": "Uhrzeit", "what": "Worum es geht", "who": "Wer"}


def test_who_and_the_lab_stand_apart_and_what_is_shared_is_said_once() -> None:
    people = "[{name: Ida, role: Leitung, organisation: hafen}, {name: Max, role: Leitung, organisation: hafen}, "
    known = data(f"{BASE}agenda: [{{title: Eins, by: {people}{{organisation: werkstatt}}]}}]")
    assert known["days"][0]["rows"][0]["who"] == (
        ("Ida und Max", "Leitung, Hafen & Lab"),
        ("Werkstatt", ""),
    )


def rows_of(day: dict[str, Any]) -> list[dict[str, Any]]:
    """All rows of a day, wherever they stand."""
    cells = (cell for line in day.get("lines", ()) for cell in line["cells"])
    return [*day.get("rows", ()), *(row for cell in cells for row in cell["rows"])]


Found = tuple[tuple[str, ...], list[tuple[str, str, list[tuple[object, ...]]]]]


def grids(agenda: str, date: str = "2027-03-11") -> list[Found | tuple[str, ...]]:
    """Each day: its rooms, and of each line time, length and cells (down, across, titles); or only its titles."""
    days = data(f"{BASE}date: {date}\ntime: 14:00-15:00\nagenda:\n{agenda}")["days"]
    return [(day["rooms"], [found(line) for line in day["lines"]]) if "lines" in day else titles(day) for day in days]


def found(line: dict[str, Any]) -> tuple[str, str, list[tuple[object, ...]]]:
    cells = [(cell["down"], cell["across"], *titles(cell)) for cell in line["cells"]]
    return line["time"], line["minutes"], cells


def titles(rows: dict[str, Any]) -> tuple[str, ...]:
    return tuple(row["title"] for row in rows["rows"])


def test_sessions_side_by_side_are_columns_at_one_time_and_what_is_for_all_reaches_over_them() -> None:
    assert grids(
        "- {title: A, minutes: 10}\n"
        "- {title: B, start: '14:10', minutes: 20, room: '1'}\n"
        "- {title: C, start: '14:10', minutes: 25, room: Hof}\n"
        "- {title: D}\n"
    ) == [
        (
            ("Raum 1", "Hof"),
            [
                ("14:00", "10 min", [(1, 2, "A")]),
                ("14:10", "", [(1, 1, "B"), (1, 1, "C")]),
                ("14:35", "", [(1, 2, "D")]),
            ],
        )
    ]


def test_a_long_session_reaches_over_two_short_ones_in_another_room() -> None:
    assert grids(
        "- {title: A, start: '14:00', minutes: 20, room: X}\n"
        "- {title: B, start: '14:20', minutes: 20, room: X}\n"
        "- {title: C, start: '14:00', minutes: 40, room: Y}\n"
        "- {title: D, start: '14:20', minutes: 10, room: Z}\n"
    ) == [
        (
            ("X", "Y", "Z"),
            [
                ("14:00", "", [(1, 1, "A"), (2, 1, "C"), (1, 1)]),
                ("14:20", "", [(1, 1, "B"), (1, 1, "D")]),
            ],
        )
    ]


def test_a_room_has_the_same_column_all_day_and_on_every_day() -> None:
    assert grids(
        "- {title: A, start: '14:00', minutes: 20, room: X}\n"
        "- {title: B, start: '14:00', minutes: 20, room: Y}\n"
        "- {title: C, start: '14:20', minutes: 20, room: Y}\n"
        "- {title: D, start: '14:20', minutes: 20, room: Z}\n"
        "- {title: E, day: 2, start: '14:00', minutes: 20, room: Z}\n"
        "- {title: F, day: 2, start: '14:00', minutes: 20, room: X}\n"
        "- {title: G, day: 3}\n",
        "2027-03-11/2027-03-13",
    ) == [
        (
            ("X", "Y", "Z"),
            [
                ("14:00", "20 min", [(1, 1, "A"), (1, 1, "B"), (1, 1)]),
                ("14:20", "20 min", [(1, 1), (1, 1, "C"), (1, 1, "D")]),
            ],
        ),
        (("X", "Y", "Z"), [("14:00", "20 min", [(1, 1, "F"), (1, 1), (1, 1, "E")])]),
        ("G",),
    ]


@pytest.mark.parametrize(
    "agenda",
    [
        "- {title: A, room: X}\n- {title: B, room: Y}\n",  # no times
        "- {title: A, start: '14:00', minutes: 20, room: X}\n- {title: B, start: '14:20', minutes: 9, room: Y}\n",
        "- {title: A, start: '14:00', minutes: 20, room: X}\n- {title: B, start: '14:15', minutes: 9, room: X}\n",
    ],
)
def test_where_nobody_has_to_choose_there_are_rows(agenda: str) -> None:
    assert grids(agenda) == [("A", "B")]


def test_what_has_no_room_or_too_many_stands_below_each_other_at_one_time() -> None:
    one_room = "- {title: A, start: '14:00', minutes: 20, room: X}\n- {title: B, start: '14:00', minutes: 20}\n"
    assert grids(one_room) == [((), [("14:00", "20 min", [(1, 1, "A", "B")])])]
    agenda = "".join(f"- {{title: {n}, start: '14:00', minutes: 20, room: R{n}}}\n" for n in range(5))
    assert grids(agenda) == [((), [("14:00", "20 min", [(1, 1, "0", "1", "2", "3", "4")])])]


def test_where_the_rooms_are_too_many_for_a_day_each_cell_names_its_own() -> None:
    agenda = "".join(
        f"- {{title: {n}, start: '14:{n // 3}0', minutes: 10, room: R{n}, day: {n // 6 + 1}}}\n" for n in range(8)
    )
    first, second = grids(agenda, "2027-03-11/2027-03-12")
    cells = [[(1, 1, "0"), (1, 1, "1"), (1, 1, "2")], [(1, 1, "3"), (1, 1, "4"), (1, 1, "5")]]
    assert first == ((), [("14:00", "10 min", cells[0]), ("14:10", "10 min", cells[1])])
    assert second == ((), [("14:20", "10 min", [(1, 1, "6"), (1, 1, "7"), (1, 1)])])


def test_markdown_is_set_as_paragraphs_headings_and_lists() -> None:
    text = "# Oben\n\n- eins\n- *zwei* [hier](https://example.org/)\n\n1. drei\n\n<b>x</b> https://a.example.org\n"
    assert blocks(text) == (
        Block("heading", ((Piece("Oben"),),)),
        Block(
            "list",
            (
                (Piece("eins"),),
                (
                    Piece("zwei", strong=True),
                    Piece(" "),
                    Piece("hier", "https://example.org/"),
                    Piece(" ("),
                    Piece("example.org", "https://example.org/"),
                    Piece(")"),
                ),
                (Piece("drei"),),
            ),
        ),
        Block("paragraph", ((Piece("<b>x</b> https://a.example.org"),),)),
    )


LOGOS = {
    "logo.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="400" height="9"><rect width="400" height="9"/></svg>',
    "mein logo.png": bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc0000003010100"
        "18dd8db00000000049454e44ae426082"
    ),
}


def with_logo(root: Path, name: str, content: bytes) -> bytes:
    """The handout of an event whose series has a logo."""
    series = f"{SERIES}logo: {name}\n"
    (root / "templates").mkdir()
    (root / "templates" / name).write_bytes(content)
    (made,) = PRINTS["agenda"].render(
        stage_of(in_memory(root, [event_of(BASE, series)], series)), [event_of(BASE, series)]
    )
    return made.content


@pytest.mark.parametrize("name", LOGOS)
def test_the_logo_takes_the_place_of_the_name(name: str, tmp_path: Path) -> None:
    content = with_logo(tmp_path, name, LOGOS[name])
    (page,) = pages_of(content)
    assert page.startswith("Treff\n")
    assert broken_rules(content) == []


@pytest.mark.shows("LC413")
@pytest.mark.parametrize("name", LOGOS)
def test_a_logo_that_is_no_picture_is_named(name: str, tmp_path: Path) -> None:
    with pytest.raises(LabcampError) as caught:
        with_logo(tmp_path, name, b"kein Bild")
    (found,) = caught.value.findings
    assert (found.code, found.path) == ("LC413", (tmp_path / "templates" / name).as_posix())


def test_a_logo_that_has_gone_leaves_the_name() -> None:
    series = f"{SERIES}logo: logo.svg\n"
    (made,) = PRINTS["agenda"].render(
        stage_of(in_memory(GOLDEN, [event_of(BASE, series)], series)), [event_of(BASE, series)]
    )
    assert pages_of(made.content)[0].startswith("Muster Treff")


@pytest.fixture
def without_typst(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system for which there is no Typst."""
    monkeypatch.setitem(sys.modules, "typst", None)


def test_render_agenda_writes_the_pdf_beside_page_and_markdown(workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("render-agenda", "10", "--notes")
    assert result.code == 0
    assert sorted(path.name for path in Path("out/labcamp-10").iterdir()) == ["agenda.html", "agenda.md", "agenda.pdf"]
    assert "Notizen" in pages_of(Path("out/labcamp-10/agenda.pdf").read_bytes())[0]


@pytest.mark.parametrize("command", ["build", "render-agenda"])
def test_without_pdf_there_are_all_files_but_those(command: str, workspace: Path, labcamp: Labcamp) -> None:
    assert labcamp(command, "--no-pdf").code == 0
    assert list(Path("out").rglob("*.pdf")) == []
    assert Path("out/labcamp-11/agenda.html").is_file()


@pytest.mark.shows("LC948")
@pytest.mark.usefixtures("without_typst")
@pytest.mark.parametrize("command", ["build", "render-agenda"])
def test_without_typst_all_else_is_made_and_that_is_said_once(command: str, workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp(command, "--today", "2026-11-23")
    assert result.code == 0
    assert result.err.count("LC948 pdf-left-out") == 1
    assert list(Path("out").rglob("*.pdf")) == []
    assert Path("out/labcamp-11/agenda.html").is_file()


@pytest.mark.shows("LC410")
@pytest.mark.usefixtures("without_typst")
def test_without_typst_a_print_cannot_be_made(workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("render-print", "agenda", "11")
    assert (result.code, result.out) == (1, "")
    assert "LC410 typst-missing" in result.err
