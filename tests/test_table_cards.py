"""Table cards: one for each theme, the same on both sides of the tent, and nothing cut."""

from collections.abc import Sequence

import pytest
from pdf_judge import boxes_on, broken_rules, letters, lines_on, pages_of, sizes_on
from sample import GOLDEN, event_of, facts_of, in_memory, sample, some

from labcamp.findings import Finding, LabcampError
from labcamp.model import Event
from labcamp.render.prints import PRINTS
from labcamp.render.prints.tables import data
from labcamp.render.stage import stage_of

THEMES = (
    "Geld",
    "Menschen für ein Labor finden und lange halten",
    "Verwaltungsmodernisierungsbeschleunigungsgesetz",
    "Was wir brauchen, damit Zusammenarbeit zwischen Ressorts, Ländern und Gemeinden im Alltag gelingt " * 3,
    '#panic("x") *y* 🎉',
)
EVENT = """\
title: MusterTreff 12
date: 2027-03-11
time: 14-17
agenda:
  - {title: Ankommen, type: welcome, minutes: 30}
  - title: Thementische
    minutes: 60
    room: "3"
    tables: THEMES
"""


def cards(*themes: str) -> bytes:
    """The cards for tables with these themes."""
    quoted = ", ".join(f"'{theme}'" for theme in themes)
    return made(event_of(EVENT.replace("THEMES", f"[{quoted}]")))


def made(event: Event) -> bytes:
    (file,) = PRINTS["table-cards"].render(stage_of(in_memory(GOLDEN / "nothing", [event])), (event,))
    assert file.name == f"{event.id}/table-cards.pdf"
    return file.content


def given(agenda: str, *more: str) -> object:
    """Titles and lines of the cards for an agenda."""
    facts = facts_of("\n".join(("title: T", *more, f"agenda: {agenda}")))
    return [(card["title"], card["lines"]) for card in listed(data(facts)["cards"])]


def listed(cards: object) -> Sequence[dict[str, object]]:
    assert isinstance(cards, list)
    return cards


def test_every_card_of_a_draft_says_so_on_both_sides() -> None:
    sheets = pages_of(cards(*THEMES))
    assert [text.count("Entwurf: Dieses Treffen ist noch nicht angekündigt.") for text in sheets] == [2] * len(THEMES)
    confirmed = made(event_of(f"{EVENT.replace('THEMES', '[Geld]')}status: confirmed\n"))
    assert "Entwurf" not in "".join(pages_of(confirmed))


def test_each_table_has_a_page_that_says_its_theme_twice_once_for_each_side() -> None:
    assert [
        letters(text).count(letters(theme)) for text, theme in zip(pages_of(cards(*THEMES)), THEMES, strict=True)
    ] == [2] * len(THEMES)


def test_nothing_leaves_its_side_of_the_fold_or_the_margins() -> None:
    for sheet in some(boxes_on(cards(*THEMES))):
        assert [box for box in sheet if box.left < 14 or box.right > 196 or box.top < 8 or box.bottom > 289] == []
        assert [box for box in sheet if box.bottom > 138 and box.top < 159] == []


def test_the_fold_is_marked_at_the_same_place_on_every_page() -> None:
    folds = [lines[:2] for lines in lines_on(cards(*THEMES))]
    assert {tuple(fold) for fold in folds} == {((0.0, 420.9, 22.7, 420.9), (572.6, 420.9, 595.3, 420.9))}


def test_a_theme_that_is_talked_about_all_day_says_every_time() -> None:
    rounds = ", ".join(f"{{title: Runde {number}, minutes: 30, tables: [X]}}" for number in range(1, 8))
    content = made(event_of(f"title: T\ndate: 2027-03-11\ntime: 9-17\nagenda: [{rounds}]"))
    (text,) = map(letters, pages_of(content))
    assert [text.count(f"Runde{number}") for number in range(1, 8)] == [2] * 7
    assert [box for box in boxes_on(content)[0] if box.bottom > 285 or (box.bottom > 138 and box.top < 159)] == []


def test_a_short_theme_is_read_across_a_room() -> None:
    assert {size for text, size in sizes_on(cards("Geld"))[0] if text == "Geld"} == {72}


def test_a_screen_reader_reads_each_card_once() -> None:
    assert broken_rules(cards(*THEMES)) == []


def test_the_same_themes_give_the_same_bytes() -> None:
    assert cards("Geld") == cards("Geld") != cards("Menschen")


@pytest.mark.parametrize(
    ("agenda", "more", "expected"),
    [
        ("[{title: A, tables: [Eins, Zwei]}]", (), [("Eins", ["A"]), ("Zwei", ["A"])]),
        ("[{title: A, tables: Eins}]", (), [("Eins", ["A"])]),
        (
            "[{title: A, tables: [X], minutes: 30}, {title: B, tables: [X, Y], room: Saal}]",
            ("date: 2027-03-11", "time: 9:30-12:00"),
            [("X", ["9:30 Uhr, A", "10 Uhr, B, Saal"]), ("Y", ["10 Uhr, B, Saal"])],
        ),
        (
            "[{title: A, type: workshop}, {title: B, type: input}, {title: C}, {title: D, type: networking}]",
            (),
            [("A", [""]), ("D", [""])],
        ),
        (
            "[{title: A, type: discussion}, {title: B, tables: [X], day: 2, start: 9:00}]",
            ("date: 2027-03-11/2027-03-12",),
            [("X", ["Freitag, 12. März 2027, 9 Uhr, B"])],
        ),
    ],
)
def test_a_table_is_a_theme_or_else_a_session_at_tables(agenda: str, more: tuple[str, ...], expected: object) -> None:
    assert given(agenda, *more) == expected


def test_the_tables_of_the_golden_event_are_printed() -> None:
    (event,) = (event for event in sample().events if event.id == "full")
    (file,) = PRINTS["table-cards"].render(stage_of(sample()), (event,))
    assert [sum(theme in text for text in pages_of(file.content)) for theme in ("Zahlen", "Geschichten")] == [1, 1]


@pytest.mark.shows("LC047")
@pytest.mark.parametrize("agenda", ["[]", "[{title: A}]", "[{title: A, type: input}]"])
def test_an_event_without_tables_is_told_how_to_name_them(agenda: str) -> None:
    with pytest.raises(LabcampError) as caught:
        made(event_of(f"{{title: T, agenda: {agenda}}}"))
    path = (GOLDEN / "nothing/events/treff-12.yaml").as_posix()
    assert caught.value.findings == (Finding(path, 0, 0, "LC047", (("title", "T"),)),)
