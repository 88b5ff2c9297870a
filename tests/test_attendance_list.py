"""The attendance list: everybody once, room to sign, and why it is kept."""

import datetime as dt
from io import BytesIO
from itertools import pairwise

import pypdf
import pytest
from made_people import HOSTILE, LONG, PLAIN, people, person
from pdf_judge import MM, boxes_on, broken_rules, letters, lines_on, pages_of, sizes_on
from sample import GOLDEN, event_of, in_memory, some

from labcamp.model.private import Participant, Private
from labcamp.render.prints import PRINTS
from labcamp.render.prints.attendance import EMPTY_ROWS
from labcamp.render.prints.typesetting import by_family
from labcamp.render.stage import stage_of

EVENT = "{number: 12, title: MusterTreff 12, status: confirmed, date: 2027-03-11, time: 14-17, place: Werkstatt}"
SIGNED_IN = 9  # mm, as high as a signature needs


def signed(some: list[Participant], private: Private = Private()) -> bytes:  # noqa: B008  # a frozen value
    """The list of some people."""
    event = event_of(EVENT)
    (file,) = PRINTS["attendance-list"].render(stage_of(in_memory(GOLDEN / "nothing", [event])), event, private, some)
    assert file.name == "treff-12/attendance-list.pdf"
    return file.content


def test_everybody_stands_on_the_list_once_and_in_the_order_of_families() -> None:
    text = "".join(map(letters, pages_of(signed(people()))))
    names = [letters(person.name) for person in by_family(people())]
    assert [text.count(name) for name in names] == [1] * 35
    assert [text.find(name) for name in names] == sorted(text.find(name) for name in names)


def test_the_name_of_the_family_is_bold_and_all_are_as_large_however_long() -> None:
    some = [person("Ida Beispiel", "Lab"), person("Maximilian-Alexander Freiherr von Hohenstein " * 2, "Amt " * 30)]
    content = signed(some)
    (texts,) = sizes_on(content)
    assert {size for text, size in texts if text in {"Ida", "Beispiel", "Lab"} or "Hohenstein" in text} == {11}
    fonts: dict[str, str] = {}

    def note(text: str, _: object, __: object, font: dict[str, str] | None, ___: float) -> None:
        fonts[text.strip()] = font["/BaseFont"] if font else ""

    pypdf.PdfReader(BytesIO(content)).pages[0].extract_text(visitor_text=note)
    assert {name: "Bold" in fonts[name] for name in ("Ida", "Beispiel")} == {"Ida": False, "Beispiel": True}


def test_a_name_that_no_font_has_is_a_line_to_write_on() -> None:
    content = signed([person("梅 Beispiel", "Lab"), person("Ida Muster", "漢字")])
    (page,) = pages_of(content)
    assert [word for word in ("\ufffd", "Beispiel", "梅", "漢") if word in page] == []
    assert [word for word in ("Lab", "Ida Muster") if word not in page] == []
    left, right = 16 + 11 + 2, 16 + 11 + (178 - 11 - 56) / 2 - 2  # mm: the column of names
    written = [(x * MM, x_end * MM) for x, _, x_end, _ in lines_on(content)[0]]
    assert [line for line in written if line == pytest.approx((left, right), abs=0.3)] != []


def test_a_draft_says_so_in_its_bar_and_not_in_its_heading() -> None:
    event = event_of(EVENT.replace("confirmed", "draft"))
    stage = stage_of(in_memory(GOLDEN / "nothing", [event]))
    (file,) = PRINTS["attendance-list"].render(stage, event, Private(), people(PLAIN))
    (page, *_) = pages_of(file.content)
    assert page.split("\n")[1:3] == [
        "Entwurf: Dieses Treffen ist noch nicht angekündigt.",
        "Anwesenheitsliste MusterTreff 12",
    ]


def test_the_rows_are_numbered_and_some_more_are_left_for_others() -> None:
    numbers = [
        box.word for sheet in boxes_on(signed(people())) for box in sheet if box.left < 22 and box.word.isdigit()
    ]
    assert numbers == [str(number) for number in range(1, 35 + EMPTY_ROWS + 1)]


def test_every_row_is_high_enough_to_sign_in() -> None:
    for lines in some(lines_on(signed(people()))):
        level = sorted({y * MM for x, y, x_end, y_end in lines if y == y_end and x_end - x > 100})
        assert len(level) > 10
        assert min(upper - lower for lower, upper in pairwise(level)) >= SIGNED_IN


def test_nothing_stands_in_the_column_where_people_sign_or_outside_the_margins() -> None:
    for sheet in some(boxes_on(signed(people()))):
        (label,) = (box for box in sheet if box.word == "Unterschrift")
        rows = [box for box in sheet if label.bottom < box.top < 272]
        assert max(box.right for box in rows) < label.left
        assert {box.word for box in sheet if box.left < 15.9 or box.right > 194.1} == set()


def test_each_page_repeats_the_header_and_says_which_it_is() -> None:
    pages = pages_of(signed(people()))
    header = "Nr.NameOrganisationUnterschrift"
    assert [letters(text).count(header) for text in pages] == [1] * len(pages)
    assert [f"Seite {number} von {len(pages)}" in text for number, text in enumerate(pages, 1)] == [True] * len(pages)


@pytest.mark.parametrize(
    ("private", "words"),
    [
        (Private(delete_after=dt.date(2027, 6, 11)), "Zweck. Am Freitag, 11. Juni 2027 wird sie vernichtet."),
        (Private(), "Zweck. Wird sie nicht mehr gebraucht, wird sie vernichtet."),
    ],
)
def test_the_list_says_why_it_is_kept_and_until_when(private: Private, words: str) -> None:
    assert letters(words) in letters(pages_of(signed(people(PLAIN), private))[0])


@pytest.mark.parametrize("name", [*HOSTILE, "W" * 39, "x" * 200, "ab " * 200 + "c"])
def test_a_name_arrives_as_it_was_written(name: str) -> None:
    assert letters("".join(pages_of(signed([person(name, name)])))).count(letters(name)) == 2


def test_a_screen_reader_reads_it_as_a_table() -> None:
    assert broken_rules(signed(people())) == []


def test_the_same_people_give_the_same_bytes() -> None:
    assert signed(people(LONG)) == signed(people(LONG)) != signed(people(PLAIN))
