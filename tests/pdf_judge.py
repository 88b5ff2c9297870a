"""What others make of a PDF: a validator of PDF/UA-1, a reader of its text, and a reader of its QR codes."""

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

import page
import pypdf
import pytest
import zxingcpp

# Where a line ends is the page's affair; and pypdf reads a hyphen that was typed like one that divides a word.
BETWEEN = re.compile(r"[\s\u00ad\u200b-]+")
PIXELS_AN_INCH = "200"


def broken_rules(content: bytes) -> list[str]:
    """The rules of PDF/UA-1 (ISO 14289-1) that a PDF breaks; none where a screen reader can read it."""
    report = page.validate_pdf_bytes(content, profile="ua1")
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


def pages_of(content: bytes) -> list[str]:
    """The text of each page, in the order in which it is set."""
    return [sheet.extract_text() for sheet in pypdf.PdfReader(BytesIO(content)).pages]


def letters(text: str) -> str:
    """A text without what only breaks lines, so that it can be compared however it is set."""
    return BETWEEN.sub("", text)


def codes_on(content: bytes) -> list[str]:
    """What the QR codes say that a camera would find on the pages; skips where there is no pdftoppm."""
    if not shutil.which("pdftoppm"):
        pytest.skip("no pdftoppm here, which draws the pages")
    words = ("pdftoppm", "-gray", "-r", PIXELS_AN_INCH, "-")
    drawn = subprocess.run(words, input=content, capture_output=True, check=True).stdout
    return [found.text for sheet in _sheets(drawn) for found in zxingcpp.read_barcodes(sheet)]


def _sheets(drawn: bytes) -> list[memoryview]:
    """The pages as rows of grey values, out of one PGM after the other (`P5 WIDTH HEIGHT 255`)."""
    sheets, rest = [], drawn
    while head := re.match(rb"P5\s(\d+)\s(\d+)\s255\s", rest):
        width, height = int(head[1]), int(head[2])
        end = head.end() + width * height
        sheets.append(memoryview(rest[head.end() : end]).cast("B", (height, width)))
        rest = rest[end:]
    return sheets


def marks_of(content: bytes) -> list[tuple[int, int]]:
    """Page and number of each marked piece in the order of the tags, in which a screen reader reads.

    Where it is sorted, that is the order in which the pages are set, too (ISO 32000-1, 14.7.4).
    """
    reader = pypdf.PdfReader(BytesIO(content))
    numbers = {sheet.indirect_reference: number for number, sheet in enumerate(reader.pages)}
    tree = reader.root_object["/StructTreeRoot"]
    return list(_marks(tree, numbers, 0))


def _marks(element: Any, numbers: Mapping[Any, int], page_number: int) -> Iterator[tuple[int, int]]:
    here = numbers.get(element.raw_get("/Pg"), page_number) if "/Pg" in element else page_number
    below = element.get("/K", [])
    for child in below if isinstance(below, list) else [below]:
        inner = child.get_object()
        if isinstance(inner, int):
            yield here, int(inner)
        elif "/MCID" in inner:
            yield numbers.get(inner.raw_get("/Pg"), here) if "/Pg" in inner else here, int(inner["/MCID"])
        elif "/Obj" not in inner:  # that is a link's rectangle, whose text is marked, too
            yield from _marks(inner, numbers, here)
