"""Edits of a list in an event file: one item more or less, and every other byte stays."""

import re
from collections.abc import Callable

import pytest
from conftest import QUICK, times
from hypothesis import given
from hypothesis import strategies as st
from test_edit import HEAD, files

from labcamp.files.edit_list import with_item, without_item
from labcamp.files.read import source_of
from labcamp.findings import LabcampError


def more(text: str, item: str = "x") -> str:
    """The text of a file whose `done:` holds one more."""
    return with_item(text.encode(), "event.yaml", "done", item, HEAD).decode()


def less(text: str, item: str = "x") -> str:
    """The text of a file whose `done:` holds one less."""
    return without_item(text.encode(), "event.yaml", "done", item).decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # not there yet, or nothing in it
        ("title: A # eins\nplace: b\n", "title: A # eins\ndone: [x]\nplace: b\n"),
        ("title: A", "title: A\ndone: [x]"),
        ("title: A\r\nplace: b\r\n", "title: A\r\ndone: [x]\r\nplace: b\r\n"),
        ("  title: A\n  place: b\n", "  title: A\n  done: [x]\n  place: b\n"),
        ("{title: A, place: b}", "{title: A, done: [x], place: b}"),
        ("title: A\ndone:  # nichts\nplace: b\n", "title: A\ndone: [x]  # nichts\nplace: b\n"),
        ("title: A\ndone: null\n", "title: A\ndone: [x]\n"),
        ("title: A\ndone: []\n", "title: A\ndone: [x]\n"),
        ("title: A\ndone: [ ] # c\n", "title: A\ndone: [x ] # c\n"),
        ("title: A\ndone: [ # c\n  ]\n", "title: A\ndone: [x # c\n  ]\n"),
        ("title: A\ndone:\n  -\nplace: b\n", "title: A\ndone:\n  -\n  - x\nplace: b\n"),
        # one text
        ("title: A\ndone: a # c\n", "title: A\ndone: [a, x] # c\n"),
        ("title: A\ndone: 'a'\n", "title: A\ndone: ['a', x]\n"),
        ('title: A\ndone: "a\\tb"\n', 'title: A\ndone: ["a\\tb", x]\n'),
        ("title: A\ndone: a, b\n", 'title: A\ndone: ["a, b", x]\n'),
        ("{title: A, done: a}", "{title: A, done: [a, x]}"),
        # in brackets
        ("title: A\ndone: [a]\n", "title: A\ndone: [a, x]\n"),
        ("title: A\ndone: [a, 'b' , ] # c\n", "title: A\ndone: [a, 'b', x , ] # c\n"),
        ("title: A\ndone: [a, ~]\n", "title: A\ndone: [a, ~, x]\n"),
        ("title: A\ndone: [\r\n  a, # 1\r\n  b  # 2\r\n]\r\n", "title: A\ndone: [\r\n  a, # 1\r\n  b, x  # 2\r\n]\r\n"),
        ("{title: A, done: [a], place: b}", "{title: A, done: [a, x], place: b}"),
        # in lines
        ("done:\n  - a\n  - b # 2\n\n# c\ntitle: A", "done:\n  - a\n  - b # 2\n  - x\n\n# c\ntitle: A"),
        ("title: A\ndone:\n- a", "title: A\ndone:\n- a\n- x"),
        ("title: A\r\ndone:\r\n    -   'a'\r\n", "title: A\r\ndone:\r\n    -   'a'\r\n    - x\r\n"),
        ("title: A\ndone:\n  # c\n  - a\n  -\nplace: b\n", "title: A\ndone:\n  # c\n  - a\n  -\n  - x\nplace: b\n"),
        ("done:\n  - >\n    a\n    b\n# c\ntitle: A\n", "done:\n  - >\n    a\n    b\n  - x\n# c\ntitle: A\n"),
        ("title: A\ndone:\n  - a\n    b\nplace: b\n", "title: A\ndone:\n  - a\n    b\n  - x\nplace: b\n"),
        ("\ufefftitle: Ä😀\ndone:\n  - ä\n", "\ufefftitle: Ä😀\ndone:\n  - ä\n  - x\n"),
    ],
)  # fmt: skip
def test_one_more_stands_behind_the_last_one_as_the_list_is_written(before: str, after: str) -> None:
    assert more(before) == after
    assert more(after) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: A\ndone: x # c\n", "title: A\ndone: [] # c\n"),
        ("title: A\ndone: [x]\n", "title: A\ndone: []\n"),
        ("title: A\ndone: [x, a]\n", "title: A\ndone: [a]\n"),
        ("title: A\ndone: [a, 'x', b]\n", "title: A\ndone: [a, b]\n"),
        ("title: A\ndone: [a, x]\n", "title: A\ndone: [a]\n"),
        ("title: A\ndone: [x, a, x, x]\n", "title: A\ndone: [a]\n"),
        ("title: A\ndone: [a, x ,]\n", "title: A\ndone: [a, ]\n"),
        ("title: A\ndone: [a, ~, x]\n", "title: A\ndone: [a, ~]\n"),
        ("title: A\ndone: [\n  a, # 1\n  x  # 2\n]\n", "title: A\ndone: [\n  a, # 1\n    # 2\n]\n"),
        ("title: A\ndone: [\n  x, # 1\n  a  # 2\n]\n", "title: A\ndone: [\n  # 1\n  a  # 2\n]\n"),
        ("title: A\ndone:\n  - a\n  - x\n  - b\n", "title: A\ndone:\n  - a\n  - b\n"),
        ("title: A\ndone:\n  - x\nplace: b\n", "title: A\ndone:\nplace: b\n"),
        ("title: A\ndone:\n- a\n- x", "title: A\ndone:\n- a"),
        ("title: A\r\ndone:\r\n- a\r\n- x", "title: A\r\ndone:\r\n- a"),
        ("title: A\ndone:\n  - a\n  - x  # am Montag\n  - b\n", "title: A\ndone:\n  - a\n  # am Montag\n  - b\n"),
        ("title: A\ndone:\n  - a\n  -\n    x\nplace: b\n", "title: A\ndone:\n  - a\nplace: b\n"),
        ("title: A\ndone:\n  - |-\n    x\n  - b\n", "title: A\ndone:\n  - b\n"),
        ("title: A\r\ndone:\r\n  - a \r\n  - x \r\n# c\r\n", "title: A\r\ndone:\r\n  - a \r\n# c\r\n"),
        ("{title: A, done: [x], place: b}", "{title: A, done: [], place: b}"),
    ],
)  # fmt: skip
def test_one_less_leaves_comments_and_all_others_where_they_are(before: str, after: str) -> None:
    assert less(before) == after
    assert less(after) == after


def test_what_is_not_there_cannot_be_taken_out_and_a_file_without_the_key_stays() -> None:
    assert less("title: A\n") == "title: A\n"
    assert less("title: A\ndone: [a]\n") == "title: A\ndone: [a]\n"


@pytest.mark.parametrize("item", ["null", "a: b", "- a", "#a", "[a", "'a'", "a, b", "~", ""])
def test_an_item_gets_quotes_where_it_needs_them(item: str) -> None:
    for before in ("title: A\n", "title: A\ndone: [a]\n", "title: A\ndone:\n  - a\n"):
        new = more(before, item)
        assert source_of(new.encode(), "").data["done"][-1] == item
        assert source_of(less(new, item).encode(), "").data.get("done", []) == ["a"] * (
            "a\n" in before or "[a]" in before
        )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("title: A\ndone: [a, {b: c}]\n", "[a]"),
        ("title: A\ndone: {b: c}\n", "[]"),
        ("title: >\n  A", "[x]"),  # without a line end behind it, the folded title would get one
    ],
)
def test_a_list_that_cannot_be_changed_is_refused_with_what_to_write(text: str, value: str) -> None:
    with pytest.raises(LabcampError) as refused:
        more(text)
    (found,) = refused.value.findings
    assert (found.code, dict(found.values)) == ("LC021", {"key": "done", "value": value})


def test_a_comment_between_a_dash_and_its_text_is_refused() -> None:
    with pytest.raises(LabcampError) as refused:
        less("title: A\ndone:\n  - a\n  - # warum\n    x\n")
    (found,) = refused.value.findings
    assert (found.code, dict(found.values)) == ("LC021", {"key": "done", "value": "[a]"})


ITEM = st.sampled_from(["date-checked", "invitation", "x", "null", "a: b", "ä, c"])
QUOTED: dict[str, Callable[[str], str]] = {
    "single": lambda item: "'" + item.replace("'", "''") + "'",
    "double": lambda item: f'"{item}"',
}
LISTS: dict[str, Callable[[list[str], str], list[str]]] = {
    "flow": lambda items, comment: [f"done: [{', '.join(items)}]{comment}"],
    "trailing": lambda items, comment: [f"done: [ {''.join(f'{item} , ' for item in items)}]{comment}"],
    "tall": lambda items, comment: ["done: [", *(f"    {item}, # '1'" for item in items), f"  ]{comment}"],
    "block": lambda items, comment: [f"done:{comment}", *(f"  - {item}{comment}" for item in items)],
    "flat": lambda items, _: ["done:", "# davor", *(f"-   {item}" for item in items)],
    "gaps": lambda items, _: ["done:", *(line for item in items for line in (f"    - {item}", "", "    # dazu"))],
}  # fmt: skip


@st.composite
def listing(draw: st.DrawFn) -> tuple[list[list[str]], str]:
    """The blocks of an event file with a list in one of the ways in which people write it, or none."""
    blocks, end = draw(files())
    items = draw(st.lists(ITEM, unique=True, max_size=4))
    written = [QUOTED[draw(st.sampled_from(sorted(QUOTED)))](item) for item in items]
    comment = draw(st.sampled_from(["", "  # Anmerkung: 'so'"]))
    if draw(st.booleans()):
        lines = LISTS[draw(st.sampled_from(sorted(LISTS)))](written, comment)
        blocks.insert(draw(st.integers(0, len(blocks))), lines)
    return blocks, end


@times(15, QUICK)
@given(listing(), st.lists(st.tuples(st.booleans(), ITEM), max_size=5))
def test_thousands_of_items_come_and_go_and_every_other_byte_stays(
    file: tuple[list[list[str]], str], changes: list[tuple[bool, str]]
) -> None:
    blocks, end = file
    text = "".join(line + end for block in blocks for line in block)
    for adds, item in changes:
        old, new = source_of(text.encode(), ""), (more if adds else less)(text, item)
        was = old.data.get("done", [])
        data = source_of(new.encode(), "").data
        # What is to come and is there already stays where it is; all of what is to go goes.
        kept = was if adds else [each for each in was if each != item]
        assert data.get("done", []) == [*kept, *[item] * (adds and item not in was)]
        assert {key: value for key, value in data.items() if key != "done"} == {
            key: value for key, value in old.data.items() if key != "done"
        }
        if adds == (item in was):
            assert new == text
        for part in between(text, new):
            # A rotation of it, where what follows begins like it.
            assert letters(part) in [[], letters(item), letters(f"done{item}")]
        text = new


def letters(text: str) -> list[str]:
    """The letters of a text, in order, without what stands around an item of a list."""
    return sorted(re.sub(r"[\s\[\],'\":-]", "", text))


def between(one: str, other: str) -> tuple[str, str]:
    """What each of two texts has where they are not the same."""
    first = same(one, other)
    last = same(one[first:][::-1], other[first:][::-1])
    return one[first : len(one) - last], other[first : len(other) - last]


def same(one: str, other: str) -> int:
    """How many signs two texts have in common at their beginning."""
    pairs = zip(one, other, strict=False)
    return next((number for number, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
