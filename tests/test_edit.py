"""Edits of an event file: the one value changes, and every other byte stays."""

from collections.abc import Callable

import pytest
from conftest import QUICK, times
from hypothesis import given
from hypothesis import strategies as st

from labcamp.files.edit import Change, edited
from labcamp.files.read import source_of
from labcamp.findings import LabcampError

HEAD = ("theme", "title")


def changed(text: str, key: str, value: str | dict[str, str], *after: str) -> str:
    """The text of a file after one change."""
    return edited(text.encode(), "event.yaml", [Change(key, value, after or HEAD)]).decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: A\ntime: 14:00-17:00\n", "title: A\ntime: 15:00-18:00\n"),
        ("title: A\ntime:   14:00-17:00   # bis fünf\n", "title: A\ntime:   15:00-18:00   # bis fünf\n"),
        ("title: A\ntime: '14:00'\n", "title: A\ntime: '15:00-18:00'\n"),
        ('title: A\ntime: "14:00"# x', 'title: A\ntime: "15:00-18:00"# x'),
        ("title: A\r\ntime: 14:00\r\nplace: x\r\n", "title: A\r\ntime: 15:00-18:00\r\nplace: x\r\n"),
        ("title: A\ntime:\nplace: x", "title: A\ntime: 15:00-18:00\nplace: x"),
        ("title: A\ntime:    # offen\n", "title: A\ntime: 15:00-18:00    # offen\n"),
        ("title: A\ntime: >\n  14:00\n  Uhr\n\n# c\nplace: x\n", "title: A\ntime: 15:00-18:00\n\n# c\nplace: x\n"),
        ("\ufefftitle: A\ntime: 14:00\n", "\ufefftitle: A\ntime: 15:00-18:00\n"),
        ("{title: A, time: 14:00, place: x}\n", "{title: A, time: 15:00-18:00, place: x}\n"),
        ('{"title":"A","time":"14:00"}\n', '{"title":"A","time":"15:00-18:00"}\n'),
        ("title: A\ntime: \nplace: x", "title: A\ntime: 15:00-18:00 \nplace: x"),
        ("{title: A, time: }", "{title: A, time: 15:00-18:00}"),
        ("---\n'time': 14:00\ntitle: A\n...\n", "---\n'time': 15:00-18:00\ntitle: A\n...\n"),
        ("title: Ä😀\ntime: 14:00 # ü\n", "title: Ä😀\ntime: 15:00-18:00 # ü\n"),
    ],
)
def test_a_value_is_replaced_where_it_stands(before: str, after: str) -> None:
    assert changed(before, "time", "15:00-18:00") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: A # eins\nplace: x\n", "title: A # eins\nreason: krank\nplace: x\n"),
        ("title: A", "title: A\nreason: krank"),
        ("title: A\r\nplace: x\r\n", "title: A\r\nreason: krank\r\nplace: x\r\n"),
        ("# LF\ntitle: A\r\nplace: x\n", "# LF\ntitle: A\r\nreason: krank\r\nplace: x\n"),
        ("  title: A\n  place: x\n", "  title: A\n  reason: krank\n  place: x\n"),
        ("title: >\n  A\n\n# c\nplace: x\n", "title: >\n  A\n\nreason: krank\n# c\nplace: x\n"),
        ("{title: A, place: x}", "{title: A, reason: krank, place: x}"),
        ("place: x\ntitle: A\ntheme: B\n", "place: x\ntitle: A\ntheme: B\nreason: krank\n"),
    ],
)
def test_a_new_key_gets_a_line_of_its_own_behind_the_one_that_it_belongs_to(before: str, after: str) -> None:
    assert changed(before, "reason", "krank") == after


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("krank", "krank"),
        ("krank: alle", '"krank: alle"'),
        ("Nr. #3 fehlt", '"Nr. #3 fehlt"'),
        ("- nichts", '"- nichts"'),
        ('"so" gesagt', '"\\"so\\" gesagt"'),
        ("[x", '"[x"'),
        ("~", '"~"'),
        ("a, {b}", "a, {b}"),
    ],
)
def test_a_value_gets_quotes_where_it_needs_them(value: str, written: str) -> None:
    assert changed("title: A\n", "reason", value) == f"title: A\nreason: {written}\n"
    flow = changed("{title: A}", "reason", value)
    assert source_of(flow.encode(), "").data == {"title": "A", "reason": value}


def test_quotes_of_the_old_value_are_kept_and_what_they_need_is_escaped() -> None:
    assert changed("title: A\nreason: 'x'\n", "reason", "heut' nicht") == "title: A\nreason: 'heut'' nicht'\n"
    assert changed('title: A\nreason: "x"\n', "reason", 'a "b" \\') == 'title: A\nreason: "a \\"b\\" \\\\"\n'


def test_what_is_there_already_is_not_touched() -> None:
    text = "title: A\nreason:   'krank'   \n"
    assert changed(text, "reason", "krank") == text


def test_a_file_that_cannot_be_changed_without_touching_more_is_refused_with_the_line_to_write() -> None:
    # Without a line end behind it, the folded title would get one.
    with pytest.raises(LabcampError) as refused:
        changed("title: >\n  A", "reason", "krank")
    (found,) = refused.value.findings
    assert (found.code, dict(found.values)) == ("LC021", {"key": "reason", "value": "krank"})


WORD = st.text(st.characters(categories=("L", "N"), max_codepoint=0x1FFFF), min_size=1, max_size=8)
TEXT = st.text(st.sampled_from("aäß😀 #:,'\"[]{}&*!|>-?%@`\\="), min_size=1, max_size=12).map(
    lambda text: " ".join(text.split())
)
VALUES: dict[str, Callable[[str], list[str]]] = {
    "plain": lambda word: [word],
    "single": lambda word: [f"'{word}'"],
    "double": lambda word: [f'"{word}"'],
    "lines": lambda word: [word, f"    {word}"],
    "folded": lambda word: [">", f"    {word}", f"    {word}"],
}
LIST = ["", "  - {name: X, url: 'https://example.org/#a'}", "  # mitten darin", "  - name: Y"]


@st.composite
def files(draw: st.DrawFn) -> tuple[list[list[str]], str]:
    """The blocks of an event file, each the lines of one key or some comments, and the line end."""
    keys = draw(st.permutations(["title", "theme", "status", "date", "time", "place", "links", "reason"]))
    keys = [key for key in keys if key in HEAD or draw(st.booleans())]
    blocks = []
    for key in keys:
        style = draw(st.sampled_from(["plain", "single", "double"] if key in HEAD else sorted(VALUES)))
        lines = LIST if key == "links" else VALUES[style](draw(WORD))
        comment = draw(st.sampled_from(["", "  # Anmerkung: 'so'"])) if len(lines) == 1 else ""
        blocks.append([f"{key}:{' ' * bool(lines[0])}{lines[0]}{comment}", *lines[1:]])
        if draw(st.booleans()):
            blocks.append(draw(st.sampled_from([[""], ["# Kommentar"], ["", "# a: b", ""]])))
    return blocks, draw(st.sampled_from(["\n", "\r\n"]))


@times(15, QUICK)
@given(
    files(), st.lists(st.tuples(st.sampled_from(["status", "date", "time", "reason"]), TEXT.filter(bool)), max_size=4)
)
def test_thousands_of_edits_change_one_value_and_no_other_byte(
    file: tuple[list[list[str]], str], changes: list[tuple[str, str]]
) -> None:
    blocks, end = file
    text = "".join(line + end for block in blocks for line in block)
    for key, value in changes:
        old, new = source_of(text.encode(), ""), changed(text, key, value)
        assert source_of(new.encode(), "").data == {**old.data, key: value}
        if old.data.get(key) == value:
            assert new == text
        elif (key,) in old.spans:  # also where it says null, which reads as nothing
            span = old.spans[(key,)]
            kept = text[span.end.index :] if text[span.start.index] not in "|>" else ""
            assert new.startswith(text[: span.start.index])
            assert new.endswith(kept)
            assert comments(new) == comments(text)
        else:
            lines = new.splitlines(keepends=True)
            (added,) = [line for line in lines if line.startswith(f"{key}:")]
            lines.remove(added)
            assert "".join(lines) == text
        text = new


def comments(text: str) -> list[str]:
    """The lines of a file that are a comment, or empty."""
    return [line for line in text.splitlines() if not line.strip() or line.lstrip().startswith("#")]


def test_a_value_that_says_null_is_replaced_where_it_stands() -> None:
    assert changed("title: A\ndate: null  # offen\n", "date", "2027-03-11") == "title: A\ndate: 2027-03-11  # offen\n"


COUNTS = {"people": "34", "labs": "21"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: A\nlinks: []\n", "title: A\nattendance: {people: 34, labs: 21}\nlinks: []\n"),
        ("title: A", "title: A\nattendance: {people: 34, labs: 21}"),
        ("{title: A}", "{title: A, attendance: {people: 34, labs: 21}}"),
        ("title: A\nattendance:  # offen\n", "title: A\nattendance: {people: 34, labs: 21}  # offen\n"),
        ("title: A\nattendance: {}\n", "title: A\nattendance: {people: 34, labs: 21}\n"),
        ("title: A\nattendance: {people: 60}  # x\n", "title: A\nattendance: {people: 60, labs: 21}  # x\n"),
        ("title: A\nattendance: {labs: 40, people: 60}\n", "title: A\nattendance: {labs: 40, people: 60}\n"),
        (
            "title: A\r\nattendance:\r\n    note: x  # y\r\n# z\r\n",
            "title: A\r\nattendance:\r\n    note: x  # y\r\n    people: 34\r\n    labs: 21\r\n# z\r\n",
        ),
        (
            "title: A\nattendance:\n  note: >\n    x\n    y\nlessons: z\n",
            "title: A\nattendance:\n  note: >\n    x\n    y\n  people: 34\n  labs: 21\nlessons: z\n",
        ),
    ],
)
def test_a_mapping_gets_the_keys_that_it_lacks(before: str, after: str) -> None:
    assert changed(before, "attendance", COUNTS) == after


def test_a_text_or_list_where_a_mapping_has_to_be_is_refused() -> None:
    for text in ("title: A\nattendance: viele\n", "title: A\nattendance: [viele]\n"):
        with pytest.raises(LabcampError) as refused:
            changed(text, "attendance", COUNTS)
        (found,) = refused.value.findings
        assert (found.code, dict(found.values)) == ("LC021", {"key": "attendance", "value": "{people: 34, labs: 21}"})


@times(5, QUICK)
@given(
    files(),
    st.dictionaries(st.sampled_from(["people", "labs", "note"]), TEXT.filter(bool), min_size=1),
    st.dictionaries(st.sampled_from(["people", "labs", "note"]), TEXT.filter(bool), min_size=1),
)
def test_hundreds_of_mappings_are_put_and_filled_and_every_line_stays(
    file: tuple[list[list[str]], str], first: dict[str, str], second: dict[str, str]
) -> None:
    blocks, end = file
    text = "".join(line + end for block in blocks for line in block)

    put = changed(text, "attendance", first)
    filled = changed(put, "attendance", second)

    data = source_of(text.encode(), "").data
    assert source_of(put.encode(), "").data == data | {"attendance": first}
    assert source_of(filled.encode(), "").data == data | {"attendance": second | first}
    for new in (put, filled):
        lines = new.splitlines(keepends=True)
        (added,) = [line for line in lines if line.startswith("attendance:")]
        lines.remove(added)
        assert "".join(lines) == text
