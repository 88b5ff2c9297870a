"""What others make of a PDF: a validator of PDF/UA-1, a reader of its text, and a reader of its QR codes."""

import re
import shutil
import subprocess
from io import BytesIO

import page
import pypdf
import pytest
import zxingcpp

# Where a line ends is the page's affair: blanks, soft hyphens and soft breaks are no part of what is said.
BETWEEN = re.compile(r"[\s\u00ad\u200b]+")
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


def read_aloud(content: bytes) -> str:
    """The text as a screen reader finds it, in the order of the tags; skips where there is no pdfinfo."""
    if not shutil.which("pdfinfo"):
        pytest.skip("no pdfinfo here, which follows the tags")
    words = ("pdfinfo", "-struct-text", "-enc", "UTF-8", "-")
    ran = subprocess.run(words, input=content, capture_output=True, check=True)
    return " ".join(re.findall(r'^ *"(.*)"$', ran.stdout.decode(), re.MULTILINE))
