"""Name badges: each name whole on its card, each card where the next sheet has its own, and nobody named elsewhere."""

from dataclasses import replace
from pathlib import Path

import pytest
from conftest import TODAY, Labcamp
from made_people import HOSTILE, LONG, PLAIN, people, person, table
from pdf_judge import MM, Box, boxes_on, broken_rules, letters, lines_on, pages_of, sizes_on
from sample import GOLDEN, event_of, in_memory, some

from labcamp.model.private import Participant, Private
from labcamp.render.prints import PRINTS
from labcamp.render.prints.badges import SIZES
from labcamp.render.prints.typesetting import by_family
from labcamp.render.stage import stage_of

EVENT = "{number: 12, title: MusterTreff 12, status: confirmed, date: 2027-03-11, time: 14-17}"
MARGIN = 4.0  # mm between what is printed and where it is cut
A4 = (210, 297)


def badges(some: list[Participant], size: str = "90x54") -> bytes:
    """The sheets for some people."""
    event = event_of(EVENT)
    workspace = in_memory(GOLDEN / "nothing", [event])
    (file,) = PRINTS["badges"].render(stage_of(workspace), event, Private(), some, size=size)
    assert file.name == "treff-12/badges.pdf"
    return file.content


def cards(size: str) -> list[tuple[float, float, float, float]]:
    """Where the cards of a sheet lie: left, top, right, bottom, in mm."""
    sheet = SIZES[size]
    across, down = reversed(A4) if sheet.flipped else A4
    left, top = (across - sheet.columns * sheet.width) / 2, (down - sheet.rows * sheet.height) / 2
    corners = [
        (left + column * sheet.width, top + row * sheet.height)
        for row in range(sheet.rows)
        for column in range(sheet.columns)
    ]
    return [(x, y, x + sheet.width, y + sheet.height) for x, y in corners]


def on(card: tuple[float, float, float, float], box: Box) -> bool:
    """Tell whether a word stands on a card, with room to where it is cut."""
    left, top, right, bottom = card
    return left + MARGIN <= box.left and box.right <= right - MARGIN and top + 3 <= box.top and box.bottom <= bottom - 3


@pytest.mark.parametrize("size", SIZES)
def test_every_word_stands_whole_on_a_card_and_above_the_first_only_what_is_cut_off(size: str) -> None:
    for sheet in some(boxes_on(badges(people(), size))):
        outside = [box for box in sheet if not any(on(card, box) for card in cards(size))]
        assert {box.word for box in outside} <= {"Namensschilder", "MusterTreff", "12,", "Blatt", "von", *"123456789"}
        assert all(box.bottom < cards(size)[0][1] for box in outside)


@pytest.mark.parametrize("size", SIZES)
def test_each_card_holds_one_person_with_every_word_of_the_name_in_order_and_no_word_broken(size: str) -> None:
    expected = [person.name.replace("-", "- ").split() for person in by_family(people())]
    found = [
        " ".join(box.word for box in sheet if on(card, box))
        for sheet in boxes_on(badges(people(), size))
        for card in cards(size)
    ]
    assert len(found) - len(expected) in range(SIZES[size].columns * SIZES[size].rows)
    for words, name in zip(found, expected, strict=False):
        assert " ".join(name) in words.replace("-", "- ").replace("  ", " ")
    assert {words.partition("12")[2].strip() for words in found[len(expected) :]} <= {""}


@pytest.mark.parametrize("size", SIZES)
def test_no_name_runs_into_the_organisation_below_it(size: str) -> None:
    for sheet in some(boxes_on(badges(people(), size))):
        for card in cards(size):
            words = [trimmed(box) for box in sheet if on(card, box)]
            touching = [
                (one.word, other.word)
                for number, one in enumerate(words)
                for other in words[number + 1 :]
                if one.left < other.right
                and other.left < one.right
                and one.top < other.bottom
                and other.top < one.bottom
            ]
            assert touching == []


def trimmed(box: Box) -> Box:
    """A word without the room that its font keeps above and below the letters."""
    room = (box.bottom - box.top) * 0.13
    return box._replace(top=box.top + room, bottom=box.bottom - room)


@pytest.mark.parametrize("size", SIZES)
def test_the_crop_marks_are_the_same_on_every_sheet_and_lie_where_the_cards_are_cut(size: str) -> None:
    sheet = SIZES[size]
    count = 2 * (sheet.columns + 1) + 2 * (sheet.rows + 1)
    marks = [lines[:count] for lines in lines_on(badges(people(), size))]
    assert len(marks) == -(-35 // (sheet.columns * sheet.rows))
    assert all(each == marks[0] for each in marks)
    down = A4[0] if sheet.flipped else A4[1]
    upright = {round(x * MM, 1) for x, _, x_end, _ in marks[0] if x == x_end}
    level = {round(down - y * MM, 1) for _, y, _, y_end in marks[0] if y == y_end}
    assert upright == {edge for left, _, right, _ in cards(size) for edge in (left, right)}
    assert level == {edge for _, top, _, bottom in cards(size) for edge in (top, bottom)}


def test_every_person_has_one_badge_in_the_order_of_families() -> None:
    text = "".join(map(letters, pages_of(badges(people()))))
    places = [text.find(letters(name)) for name in sorted_names()]
    assert [text.count(letters(name)) for name in sorted_names()] == [1] * 35
    assert places == sorted(places)


def sorted_names() -> list[str]:
    return [person.name for person in by_family(people())]


def test_people_are_sorted_by_their_last_word_as_dictionaries_do() -> None:
    names = ["Zoë Ärmel", "Ida Zebra", "Lea Łąka", "", "Max Arm", "Ida Laube", "Ana Strasse", "Eva Straße", "Udo"]
    assert [person.name for person in by_family(map(person, names))] == [
        "Max Arm",
        "Zoë Ärmel",
        "Lea Łąka",
        "Ida Laube",
        "Ana Strasse",
        "Eva Straße",
        "Udo",
        "Ida Zebra",
        "",
    ]


def test_a_plain_name_is_large_and_the_longest_can_still_be_read() -> None:
    sizes = dict(size for sheet in sizes_on(badges(people())) for size in sheet)
    assert sizes["Ida Beispiel"] == 28
    parts = {part for name in LONG for part in name.split() if len(part) > 3}
    smallest = min(size for text, size in sizes.items() if parts & set(text.split()))
    assert smallest == 10.8  # for one word of 36 letters; all the others are set in at least 12 points
    assert sorted({size for text, size in sizes.items() if parts & set(text.split())})[1] == 12


@pytest.mark.parametrize(
    "name", ["W" * 39, "x" * 200, "ab " * 200 + "c", "Ida-" * 100 + "Ida", "Wort " * 60 + "y" * 80]
)
def test_a_name_that_nobody_has_is_not_cut_either(name: str) -> None:
    content = badges([person(name, name)])
    assert "".join(map(letters, pages_of(content))).count(letters(name)) == 2
    assert all(
        any(on(card, box) for card in cards("90x54"))
        for box in boxes_on(content)[0]
        if box.bottom > cards("90x54")[0][1]
    )


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_arrives_as_it_was_written(name: str) -> None:
    content = badges([person(name, name)])
    assert letters("".join(pages_of(content))).count(letters(name)) == 2


@pytest.mark.parametrize("name", ["עדה לדוגמה", "محمد"])
def test_a_name_that_is_read_from_the_right_begins_on_the_right(name: str) -> None:
    (sheet,) = boxes_on(badges([person(name)]))
    right_to_left = sorted((box for box in sheet if not box.word.isascii()), key=lambda box: -box.right)
    assert "".join(box.word[::-1] for box in right_to_left) == letters(name)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Ida Beispiel", [["Ida", "Beispiel"]]),
        ("Vorname Doppelname-Nachname", [["Vorname"], ["Doppelname-Nachname"]]),
        ("Bogumiła Przykładowska-Brzęczyszczykiewicz", [["Bogumiła", "Przykładowska-"], ["Brzęczyszczykiewicz"]]),
    ],
)
def test_a_double_name_stays_together_unless_it_would_be_much_smaller(name: str, lines: list[list[str]]) -> None:
    (sheet,) = boxes_on(badges([person(name)]))
    words = [box for box in sheet if box.word in {word for line in lines for word in line}]
    assert [[box.word for box in words if box.top == top] for top in dict.fromkeys(box.top for box in words)] == lines


def test_who_has_no_name_in_the_list_can_write_it_above_the_organisation() -> None:
    text = "".join(pages_of(badges([person("", "Werkstatt")])))
    assert text.count("Werkstatt") == 1


def test_a_screen_reader_reads_the_heading_and_then_the_people() -> None:
    assert broken_rules(badges(people())) == []
    assert broken_rules(badges(people(), "105x74")) == []


def test_the_same_people_give_the_same_bytes() -> None:
    other = badges(people(PLAIN))
    assert badges(people()) == badges([replace(each) for each in people()]) != other


@pytest.fixture
def listed(workspace: Path) -> Path:
    """LabCamp #11 with 35 people, one who waits and one who has cancelled."""
    (workspace / "private").mkdir()
    text = table(LONG + PLAIN) + "Warte Muster;w@example.org;Warteliste\nStorno Muster;s@example.org;storniert\n"
    (workspace / "private/labcamp-11.csv").write_text(text, "utf-8")
    return workspace


@pytest.mark.parametrize("kind", ["badges", "attendance-list"])
def test_the_command_says_how_many_there_are_and_names_nobody(kind: str, listed: Path, labcamp: Labcamp) -> None:
    result = labcamp("render-print", kind, "11", "--today", TODAY)
    assert (result.code, result.out.splitlines()) == (
        0,
        [
            "For 35 people, 1 person without a certain seat, 1 row left out",
            f"created    private/out/labcamp-11/{kind}.pdf",
            f"Now open private/out/labcamp-11/{kind}.pdf",
        ],
    )
    assert "LC950" in result.err
    told = f"{result.out}{result.err}"
    words = {
        word for name in (*LONG, *PLAIN, "Warte Muster", "Storno Muster") for word in name.split() if len(word) > 2
    }
    assert {word for word in words - {"von", "und", "der"} if word in told} == set()
    assert not (listed / "out").exists()
    text = letters("".join(pages_of((listed / f"private/out/labcamp-11/{kind}.pdf").read_bytes())))
    assert ("WarteMuster" in text, "StornoMuster" in text) == (False, False)
    assert all(letters(name) in text for name in LONG + PLAIN)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param("badges 11 --size 85x55", "LC045", marks=pytest.mark.shows("LC045")),
        ("badges 11 --size=", "LC045"),
        ("badges 11 --out out", "LC033"),
        ("attendance-list 11 --out out", "LC033"),
        ("attendance-list 11 --size 90x54", "LC042"),
        ("signs 11 --to private/labcamp-11.csv", "LC042"),
        ("nametags 11", "LC041"),
    ],
)
def test_what_cannot_be_printed_is_a_finding_and_nothing_is_written(
    words: str, code: str, listed: Path, labcamp: Labcamp
) -> None:
    result = labcamp("render-print", *words.split(), "--today", TODAY)
    assert (result.code, result.out) == (2, "")
    assert code in result.err
    assert not (listed / "private/out").exists()


@pytest.mark.shows("LC046")
@pytest.mark.parametrize("kind", ["badges", "attendance-list"])
@pytest.mark.parametrize(
    "rows", ["", "Warte Muster;w@example.org;Warteliste\n", "Ida Muster;i@example.org;storniert\n"]
)
def test_where_nobody_has_a_seat_there_is_nothing_to_print(
    kind: str, rows: str, listed: Path, labcamp: Labcamp
) -> None:
    Path("private/andere.csv").write_text(f"Name;E-Mail;Status\n{rows}", "utf-8")
    result = labcamp("render-print", kind, "11", "--to", "private/andere.csv", "--today", TODAY)
    assert (result.code, result.out) == (1, "")
    assert "LC046 nobody-with-a-seat" in result.err or (not rows and "LC702" in result.err)
    assert "Muster" not in result.err


def test_another_list_and_another_size_are_taken(listed: Path, labcamp: Labcamp) -> None:
    Path("private/andere.csv").write_text(table(["Ida Beispiel"]), "utf-8")
    words = ("render-print", "badges", "11", "--to", "private/andere.csv", "--size", "105x74", "--today", TODAY)
    assert labcamp(*words).out.splitlines()[0] == "For 1 person"
    content = Path("private/out/labcamp-11/badges.pdf").read_bytes()
    assert [size for text, size in sizes_on(content)[0] if text == "Ida Beispiel"] == [36]


@pytest.mark.parametrize("size", SIZES)
def test_a_long_name_of_the_series_and_a_long_title_leave_the_names_their_room(size: str) -> None:
    series = "id: reihe\ndomain: example.org\ntitle: Vernetzungstreffen öffentlicher Innovationslabore und Freunde\n"
    event = event_of("title: Sommerakademie für die Verwaltung von morgen in Beispielstadt", series)
    workspace = in_memory(GOLDEN / "nothing", [event], series)
    (file,) = PRINTS["badges"].render(stage_of(workspace), event, Private(), people(), size=size)
    for sheet in some(boxes_on(file.content)):
        inside = [box for box in sheet if box.top > cards(size)[0][1]]
        assert [box for box in inside if not any(on(card, box) for card in cards(size))] == []
