"""The judges of PDFs are tried themselves: what they praise is right, and what is wrong they name."""

import datetime as dt
from typing import Literal

import typst
from pdf_judge import broken_rules, codes_on, letters, marks_of, pages_of

from labcamp.render.pictures import qr

DAY = dt.datetime(2027, 3, 11, tzinfo=dt.UTC)
PAGE = """\
#set document(title: "Ein Blatt")
#set text(lang: "de")
= Ein Blatt
#par[Auf Papier]
#pagebreak()
#image(bytes(sys.inputs.code), width: 3cm, alt: "QR-Code")
"""
CODE = {"code": qr("https://example.org/anmelden?treff=12")}


def sheet(standard: Literal["ua-1"] | None = None) -> bytes:
    """A small document of two pages, with a QR code on the second."""
    return typst.compile(PAGE.encode(), sys_inputs=CODE, timestamp=DAY, pdf_standards=standard)


def test_a_document_for_screen_readers_breaks_no_rule() -> None:
    assert broken_rules(sheet("ua-1")) == []


def test_the_same_document_without_the_standard_breaks_some() -> None:
    assert [rule.split(":")[0] for rule in broken_rules(sheet())] == [
        "PDFUA1-ID-PART-001",
        "PDFUA1-ID-SCHEMA-001",
        "PDFUA1-VIEWER-PREFERENCES-001",
    ]


def test_the_text_is_read_page_by_page_and_as_it_is_tagged() -> None:
    assert [letters(text) for text in pages_of(sheet())] == ["EinBlattAufPapier", ""]
    assert marks_of(sheet()) == [(0, 0), (0, 1), (1, 0)]


def test_a_code_is_read_from_the_page_that_it_stands_on() -> None:
    assert codes_on(sheet()) == ["https://example.org/anmelden?treff=12"]
