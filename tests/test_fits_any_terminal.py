"""At a terminal of any width each line has room, and no word is cut: all that people read, in both languages."""

import shutil
from collections.abc import Callable, Iterable, Sequence
from itertools import product
from pathlib import Path

import pytest
from conftest import REPOSITORY
from hypothesis import given
from hypothesis import strategies as st
from terminal import COLOURFUL, all_seen

from labcamp.terminal.fold import filled, folded, length

TODAY = "2026-11-24"
PLAIN = COLOURFUL | {"NO_COLOR": "1"}
PEOPLE = """\
Vorname;Nachname;E-Mail;Organisation;Land;Status;Notiz
Ada;Muster;ada.muster@example.org;Stadtbibliothek, Abteilung für Digitales;DE;bestätigt;
Maximilian-Alexander;Beispiel;maximilian-alexander@example.org;Werkstatt;AT;Warteliste;
Uli;Vorlage;;Hafen;DE;bestätigt;
"""
ORDERS = {
    "list": ("list",),
    "show": ("show", "11"),
    "mails": ("mails", "11"),
    "todo": ("todo", "11"),
    "check": ("check",),
    "people": ("people", "11"),
    "stats": ("stats",),
    "announce": ("announce", "11", "--dry-run"),
    "overview": (),
}
ALSO = {"done": ("done", "11", "invitation", "--dry-run"), "diff": ("diff",), "templates": ("templates",)}
SHOWN = ("60", "80", "120")
TRIED = [str(width) for width in range(40, 141, 17)]
LANGUAGES = ("de", "en")
WHOLE = "100"  # where nothing is left out
LONG = 30  # signs of a word, an address or a path, that a narrow terminal may have no room for


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The real series, with an event that is confirmed and people who have registered."""
    folder = tmp_path / "series"
    shutil.copytree(REPOSITORY / "events", folder / "events")
    event = folder / "events/labcamp-11.yaml"
    event.write_text(event.read_text("utf-8").replace("status: draft", "status: confirmed"), "utf-8")
    (folder / "private").mkdir()
    (folder / "private/labcamp-11.csv").write_text(PEOPLE, "utf-8")
    return folder


def screens_of(names: Iterable[str], language: str, widths: Sequence[str], folder: Path) -> dict[str, dict[str, str]]:
    """What each command shows at each width."""
    asked = list(product(names, widths))
    calls = [
        ((*(ORDERS | ALSO)[name], *_options(name, language)), {**PLAIN, "COLUMNS": width}) for name, width in asked
    ]
    screens: dict[str, dict[str, str]] = {}
    for (name, width), screen in zip(asked, all_seen(calls, folder), strict=True):
        screens.setdefault(name, {})[width] = screen
    return screens


def _options(name: str, language: str) -> tuple[str, ...]:
    return ("--lang", language) if name == "templates" else ("--lang", language, "--today", TODAY)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_reads_well_at_the_usual_widths(language: str, folder: Path, golden: Callable[[str, bytes], None]) -> None:
    for name, screens in screens_of(ORDERS, language, SHOWN, folder).items():
        shown = (f"{'=' * int(width)}\n{screen}" for width, screen in screens.items())
        golden(f"terminal/{name}-widths-{language}.txt", "".join(shown).encode())


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_line_has_room_and_no_word_is_cut(language: str, folder: Path) -> None:
    for name, screens in screens_of(ORDERS | ALSO, language, [*TRIED, WHOLE], folder).items():
        words = {word.strip(",()") for word in screens[WHOLE].split() if len(word) < LONG and "─" not in word}
        for width in TRIED:
            lines = screens[width].splitlines()
            assert [line for line in lines if len(line) > int(width)] == [], (name, width)
            assert words - {word.strip(",()") for word in screens[width].split()} == set(), (name, width)


texts = st.text(st.sampled_from("ab ü–漢/.-:„“\n"), max_size=200)


@given(texts, st.integers(20, 140))
def test_a_text_is_folded_at_any_width_and_loses_nothing(text: str, width: int) -> None:
    lines = folded(text, width).split("\n")
    assert max(map(length, lines)) <= width
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_what_goes_on_hangs_below_the_text_and_a_command_stays_whole() -> None:
    assert folded("Wann:   am Donnerstag, 11. März", 24) == "Wann:   am Donnerstag,\n        11. März"
    assert folded("  eins zwei drei vier fünf", 20) == "  eins zwei drei\n    vier fünf"
    assert folded("Weiter geht es so: labcamp show 11", 30) == "Weiter geht es so:\n  labcamp show 11"
    assert folded("Sagt es: labcamp build. Danach mehr davon", 24) == "Sagt es: labcamp build.\n  Danach mehr davon"


def test_colours_take_no_room() -> None:
    red = "\x1b[31meins\x1b[0m zwei drei vier"
    assert filled(red, 14) == ["\x1b[31meins\x1b[0m zwei drei", "vier"]


def test_a_word_that_is_too_long_breaks_behind_a_slash() -> None:
    assert folded("https://example.org/veranstaltungen/elf", 20) == "https://example.org/\n  veranstaltungen/\n  elf"


def test_what_programs_read_is_never_folded(tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "events", tmp_path / "events")
    orders = (
        ("list", "--format", "csv"),
        ("check", "--format", "json"),
        ("schema",),
        ("todo", "11", "--format", "issue"),
    )
    calls = [((*order, "--lang", "de"), PLAIN | {"COLUMNS": width}) for order in orders for width in ("40", "400")]
    screens = all_seen(calls, tmp_path)
    assert screens[::2] == screens[1::2]
