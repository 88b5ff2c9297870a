"""Which characters can be printed: the table against the fonts themselves, and against what Typst really sets."""

import datetime as dt
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from pdf_judge import pages_of
from sample import REPOSITORY, event_of, in_memory
from typst import Compiler, Fonts, TypstError

from labcamp.check import UNKNOWN_SERIES, check_event, check_organisations, check_series
from labcamp.files.read import source_of
from labcamp.findings import Finding
from labcamp.model import glyphs
from labcamp.model.glyphs import COVERED, NOTHING, bare, printable, without_glyph
from labcamp.model.private import Private
from labcamp.render.prints import run_sheet
from labcamp.render.stage import stage_of
from labcamp.workspace.people import people_in

FONTS = REPOSITORY / "templates/fonts"
OF_TYPST = range(0x2000, 0x2C00)  # where the fonts that Typst has in itself are asked, too
# Each character stands between letters: a mark has to go with one, and what is refused only there is refused.
SET = b"""\
#set document(title: "T")
#let noto = ("Noto Sans", "Noto Sans Hebrew", "Noto Sans Arabic", "Noto Emoji")
#set text(lang: "de", font: ("Atkinson Hyperlegible Next", ..noto))
#par(sys.inputs.data)
"""
MOMENT = dt.datetime(2027, 3, 11, tzinfo=dt.UTC)


@cache
def compiler() -> Compiler:
    """Typst with the packaged fonts and its own."""
    return Compiler(font_paths=Fonts(include_system_fonts=False, font_paths=[str(FONTS)]))


def sets(points: Iterable[int]) -> bool:
    """Tell whether Typst sets characters as PDF/UA-1, each between two letters."""
    text = " ".join(f"a{chr(point)}b" for point in points)
    try:
        compiler().compile(SET, sys_inputs={"data": text}, pdf_standards="ua-1", timestamp=MOMENT)
    except TypstError:
        return False
    return True


def settable(points: list[int]) -> set[int]:
    """Those that Typst sets; it names only the first that it does not, so halves are tried."""
    if sets(points):
        return set(points)
    half = len(points) // 2
    return settable(points[:half]) | settable(points[half:]) if half else set()


def covered() -> set[int]:
    """The code points of the table."""
    spans = (span.partition("-")[::2] for span in COVERED.split())
    return {point for first, last in spans for point in range(int(first, 16), int(last or first, 16) + 1)}


def in_fonts() -> set[int]:
    """What the packaged fonts have, but for control characters and those of nobody."""
    points = {point for font in FONTS.glob("*.ttf") for point in TTFont(font).getBestCmap()}
    return {point for point in points if unicodedata.category(chr(point)) not in {"Cc", "Co", "Cs"}}


def as_table(points: set[int]) -> str:
    """The table as it stands in the module: ranges, in lines."""
    spans: list[list[int]] = []
    for point in sorted(points):
        if spans and spans[-1][1] == point - 1:
            spans[-1][1] = point
        else:
            spans.append([point, point])
    lines = [""]
    for span in (f"{first:x}-{last:x}" if first < last else f"{first:x}" for first, last in spans):
        fits = len(lines[-1]) + len(span) < 119
        lines[-1:] = [f"{lines[-1]} {span}".strip()] if fits else [lines[-1], span]
    return "\n".join(lines)


def test_the_table_holds_what_the_fonts_have_and_what_typst_has_in_itself(request: pytest.FixtureRequest) -> None:
    known = {point for point in OF_TYPST if unicodedata.category(chr(point)) not in {"Cn", "Cc"}}
    found = settable(sorted((in_fonts() | known) - {ord(NOTHING)}))
    if request.config.getoption("--update-golden"):
        path = Path(glyphs.__file__)
        text = path.read_text("utf-8")
        path.write_text(text.replace(COVERED, f"\n{as_table(found)}\n"), "utf-8")
    assert (sorted(found - covered()), sorted(covered() - found)) == ([], [])


def test_everything_in_the_table_can_be_set_in_one_document() -> None:
    assert len(covered()) > 8000
    assert sets(sorted(covered()))
    assert not sets([*sorted(covered()), ord("漢")])


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Straße, „Œuvre“ – 5 € … Łódź", None),
        ("Ελλάδα Київ שלום سلام", None),
        ("👩🏽‍💻 🏳️‍🌈 🇩🇪 1️⃣ ✓ →", None),
        ("line\nbreak\tand\rmore", None),
        ("a\ufeffb", None),
        ("aus 東京", "東"),
        ("\U00012000", "\U00012000"),
        ("\ue000", "\ue000"),
    ],
)
def test_the_first_character_that_no_font_has_is_found(text: str, sign: str | None) -> None:
    found = without_glyph(text)
    assert (found[0] if found else None) == sign


def test_a_character_that_no_font_has_is_printed_as_the_sign_for_that_and_one_that_is_nothing_not_at_all() -> None:
    assert printable("a漢b\ufeffc – ✓") == "a\ufffdbc – ✓"


def test_without_its_marks_a_text_keeps_its_letters() -> None:
    assert bare("Nguye\u0302\u0303n ╫\u1ab2 👩\u200d💻 ü") == "Nguyễn ╫ 👩💻 ü"


EVENT = """\
title: T
summary: >
  Zwei Zeilen,
  darin 漢 und 字 und wieder 漢.
agenda:
  - title: "\\u6f22 als Zahl geschrieben"
    by: [{name: N. N., role: 字}]
    takeaways: [gut, "ไทย"]
# 漢 stört hier niemanden
"""


def test_the_finding_names_character_field_and_place_once_a_text() -> None:
    _, findings = check_event("e", source_of(EVENT.encode(), "e.yaml"), UNKNOWN_SERIES, {})
    assert [(f.line, f.column, dict(f.values)) for f in sorted(findings) if f.code == "LC944"] == [
        (4, 9, {"key": "summary", "sign": "漢 (U+6F22, CJK UNIFIED IDEOGRAPH-6F22)"}),
        (6, 12, {"key": "title", "sign": "漢 (U+6F22, CJK UNIFIED IDEOGRAPH-6F22)"}),
        (7, 30, {"key": "role", "sign": "字 (U+5B57, CJK UNIFIED IDEOGRAPH-5B57)"}),
        (8, 23, {"key": "takeaways", "sign": "ไ (U+0E44, THAI CHARACTER SARA AI MAIMALAI)"}),
    ]


def test_a_character_without_a_name_or_a_picture_is_called_by_its_number() -> None:
    _, findings = check_event("e", source_of("title: a\ue000b".encode(), "e.yaml"), UNKNOWN_SERIES, {})
    assert findings == (Finding("e.yaml", 1, 9, "LC944", (("key", "title"), ("sign", "U+E000"))),)


def test_series_and_organisations_are_looked_through_too() -> None:
    series = "id: s\ntitle: S 漢\ndomain: example.org\n"
    _, of_series = check_series(source_of(series.encode(), "series.yaml"), {})
    _, of_organisations = check_organisations(source_of("a: 漢\nb: {name: B, place: 漢}\n".encode(), "o.yaml"))
    assert [(f.line, f.column) for f in of_series if f.code == "LC944"] == [(2, 10)]
    assert [(f.line, f.column, dict(f.values)["key"]) for f in of_organisations] == [(1, 4, "a"), (2, 21, "place")]


def test_of_people_only_the_number_of_the_character_is_told_at_its_cell_and_only_of_those_who_take_part() -> None:
    rows = ("Ida 漢;字;ida@example.org;ja", "Max;字;max@example.org;ja", "漢;;leo@example.org;nein")
    people = people_in("\n".join(("Name;Organisation;E-Mail;Status", *rows)).encode(), "p.csv", {})
    assert people.unprintable == (
        Finding("p.csv", 2, 1, "LC945", (("sign", "U+6F22"),)),
        Finding("p.csv", 3, 5, "LC945", (("sign", "U+5B57"),)),
    )
    assert [found.code for found in people.findings] == ["LC950"]


@pytest.mark.parametrize("together", ["\u08e5╫\u1ab2", "\u06e7◡\u1df8"])
def test_a_sign_with_a_mark_that_no_font_has_together_is_set_without_it(together: str) -> None:
    assert sets(map(ord, together))
    with pytest.raises(TypstError):
        compiler().compile(SET, sys_inputs={"data": together}, pdf_standards="ua-1", timestamp=MOMENT)
    event = event_of(f"title: {together} und Łódź\n")
    (made,) = run_sheet.render(stage_of(in_memory(REPOSITORY / "nothing", [event])), event, Private())
    assert f"{together[1]} und Łódź" in "".join(pages_of(made.content))


def test_the_quick_look_lets_no_character_pass_that_cannot_be_printed() -> None:
    passed = (chr(number) for number in range(0x110000) if glyphs._is_common(chr(number)))
    assert [f"U+{ord(sign):04X}" for sign in passed if glyphs._others().search(sign)] == []
    assert glyphs._is_common("Jörg Łukasz „Größe“ – 5 €, §\u00a02 …")
