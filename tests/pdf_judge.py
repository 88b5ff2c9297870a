"""What others make of a PDF: a validator of PDF/UA-1, a reader of its text, and a reader of its QR codes."""

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from io import BytesIO
from itertools import pairwise
from typing import Any, NamedTuple

import page
import pypdf
import pytest
import zxingcpp

# Where a line ends is the page's affair; and pypdf reads a hyphen that was typed like one that divides a word.
BETWEEN = re.compile(r"[\s\u00ad\u200b-]+")
PIXELS_AN_INCH = "200"
MM = 25.4 / 72  # of a point
WORD = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>')


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
    """What the QR codes say that a camera would find on the pages."""
    return [found.text for sheet in drawn(content) for found in zxingcpp.read_barcodes(sheet)]


def drawn(content: bytes) -> list[memoryview]:
    """The pages as rows of grey values, 200 an inch; skips where there is no pdftoppm, which draws them."""
    if not shutil.which("pdftoppm"):
        pytest.skip("no pdftoppm here, which draws the pages")
    words = ("pdftoppm", "-gray", "-r", PIXELS_AN_INCH, "-")
    return _sheets(subprocess.run(words, input=content, capture_output=True, check=True).stdout)


def inked(sheet: memoryview, left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
    """The edges of what is printed within a part of a drawn page, all in mm."""
    dot = 25.4 / int(PIXELS_AN_INCH)
    rows: Any = sheet.tolist()
    dark = [
        (x, y)
        for y, row in enumerate(rows[round(top / dot) : round(bottom / dot)])
        for x, grey in enumerate(row[round(left / dot) : round(right / dot)])
        if grey < 200  # paler ones are hairlines and smoothed edges
    ]
    across, down = [x for x, _ in dark], [y for _, y in dark]
    return left + min(across) * dot, top + min(down) * dot, left + max(across) * dot + dot, top + max(down) * dot + dot


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


class Box(NamedTuple):
    """A word and where it stands on its page, in mm from the upper left corner."""

    word: str
    left: float
    top: float
    right: float
    bottom: float


def boxes_on(content: bytes) -> list[list[Box]]:
    """The words of each page; skips where there is no pdftotext, which measures them."""
    if not shutil.which("pdftotext"):
        pytest.skip("no pdftotext here, which says where a word stands")
    drawn = subprocess.run(("pdftotext", "-bbox", "-", "-"), input=content, capture_output=True, check=True).stdout
    sheets = drawn.decode().split("<page ")[1:]
    return [
        [Box(unescape(word), *(float(edge) * MM for edge in edges)) for *edges, word in WORD.findall(s)] for s in sheets
    ]


def lines_on(content: bytes) -> list[list[tuple[float, float, float, float]]]:
    """From where to where the straight lines of each page go, in rounded points, as they are drawn one by one."""
    return [_drawn(sheet) for sheet in pypdf.PdfReader(BytesIO(content)).pages]


def _drawn(sheet: pypdf.PageObject) -> list[tuple[float, float, float, float]]:
    points: list[tuple[bytes, float, float]] = []

    def note(operator: bytes, operands: Sequence[Any], turned: Sequence[float], _: Sequence[float]) -> None:
        if operator in {b"m", b"l"}:
            x, y = (float(each) for each in operands)
            across = turned[0] * x + turned[2] * y + turned[4]
            points.append((operator, round(across, 1), round(turned[1] * x + turned[3] * y + turned[5], 1)))

    sheet.extract_text(visitor_operand_before=note)
    drawn = pairwise(points)
    return [(x, y, x_end, y_end) for (begun, x, y), (then, x_end, y_end) in drawn if (begun, then) == (b"m", b"l")]


def sizes_on(content: bytes) -> list[list[tuple[str, float]]]:
    """The texts of each page with the size in which they are set, in points."""
    sheets = []
    for sheet in pypdf.PdfReader(BytesIO(content)).pages:
        texts: list[tuple[str, float]] = []

        def note(
            text: str, turned: Sequence[float], placed: Sequence[float], _: Any, size: float, found: list[Any] = texts
        ) -> None:
            if text.strip():
                found.append((text.strip(), round(abs(size * placed[3] * turned[3]), 1)))

        sheet.extract_text(visitor_text=note)
        sheets.append(texts)
    return sheets
