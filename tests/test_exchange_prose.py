"""What others have written as plain text is read as they wrote it: on the page, in a mail, in a calendar."""

import re
from html import unescape

import pytest
from conftest import times
from hypothesis import given
from hypothesis import strategies as st

from labcamp.exchange.prose import markdown_of
from labcamp.files.markdown import html, plain

SIGNS = (
    "*",
    "_",
    "~~~",
    "```",
    "#",
    "\\",
    "\\\\",
    "[1]",
    "[1]:",
    "[Raum](3.OG)",
    "(",
    ">",
    "|",
    "---",
    "===",
    "+",
    "- ",
    "<",
    "!",
)
WORDS = st.sampled_from(
    ("Kolleg*innen", "Text", "3*4*5", "11.", "1.", "2)", "C:\\Neu\\", "\\\\server\\_plan", "März", "a_b_c")
)
PARTS = st.one_of(WORDS, st.sampled_from(SIGNS), st.sampled_from((" ", "\n", "\n\n")))
LETTERS = re.compile(r"[^\W_]+")


def on_the_page(markdown: str) -> str:
    """What people read of a text on a page, with the numbers that a browser puts before the items of a list."""
    page, number = html(markdown), 0

    def counted(found: re.Match[str]) -> str:
        nonlocal number
        number = int(found["start"] or 1) if found["list"] else number + 1
        return "" if found["list"] else f"{number - 1}. "

    lists = re.sub(
        r"(?P<list><ol(?: start=\"(?P<start>\\d+)\")?>)|<li>(?=(?:(?!<ul>).)*</ol>)", counted, page, flags=re.DOTALL
    )
    return unescape(re.sub(r"<[^>]*>", " ", lists))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Kolleg*innen und Bürger*innen", "Kolleg*innen und Bürger*innen"),
        ("Raum 3*4*5 m", "Raum 3*4*5 m"),
        ("11. März in Kiel\n13. März in Graz", "11. März in Kiel\n13. März in Graz"),
        ("1. Januar: A\n\n1. Februar: B", "1. Januar: A\n\n1. Februar: B"),
        ("1. Eins\n2. Zwei", "1. Eins\n2. Zwei"),
        ("1. Eins\n2. Zwei\n\nDann:\n\n1. Drei", "1. Eins\n2. Zwei\n\nDann:\n\n1. Drei"),
        ("~~~~ Einladung ~~~~\nText", "~~~~ Einladung ~~~~\nText"),
        ("``` und so weiter\nText", "``` und so weiter\nText"),
        ("Folien [1]\n\n[1]: https://example.org/f", "Folien [1]\n\n[1]: https://example.org/f"),
        ("siehe [Raum](3.OG)", "siehe [Raum](3.OG)"),
        ("[Folien](https://example.org/f)", "Folien: https://example.org/f"),
        ("\\\\server\\_plan\\\nmehr", "\\\\server\\_plan\\\nmehr"),
        ("C:\\Daten\\\nmehr", "C:\\Daten\\\nmehr"),
        ("ein Pfeil \\\nmehr", "ein Pfeil \\\nmehr"),
        ("am Ende\\", "am Ende\\"),
        ("mit Umbruch\\\nmehr", "mit Umbruch\nmehr"),
        ("<p>C:\\_x, Kolleg*innen</p><p>11. März</p>", "C:\\_x, Kolleg*innen\n\n11. März"),
    ],
)
def test_what_markdown_would_take_for_something_else_is_read_as_it_was_written(text: str, shown: str) -> None:
    markdown = markdown_of(text)
    assert plain(markdown) == shown
    assert markdown_of(markdown) == markdown, "what we have written stays when it comes back"


@times(8)
@given(st.lists(PARTS, max_size=12).map("".join))
def test_no_letter_and_no_figure_of_a_plain_text_is_lost(text: str) -> None:
    markdown = markdown_of(text)
    said = "".join(LETTERS.findall(text))
    assert "".join(LETTERS.findall(plain(markdown))) == said
    assert "".join(LETTERS.findall(on_the_page(markdown))) == said
