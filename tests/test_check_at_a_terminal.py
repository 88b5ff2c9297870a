"""What `check` says at a terminal, in both languages, with colours and without: a folder with one slip of each sort."""

import shutil
from collections.abc import Callable
from itertools import product

import pytest
from conftest import GOLDEN, REPOSITORY
from terminal import COLOURFUL, all_seen

TODAY = "2026-11-24"
FILM = "  - {title: Film, url: https://citylab-berlin.org/f, type: recording}\n"
SLIPS = (
    ("labcamp-11.yaml", "status: draft", "status: confirmed"),
    ("labcamp-11.yaml", "date: 2027-03-11", "date: 2027-03-26"),  # Good Friday, in the holidays
    ("labcamp-11.yaml", "theme: Labore nach dem Projekt", "theme: Zum LabCamp #11"),
    ("labcamp-2.yaml", "hosts: [citylab-berlin,", "hosts: [citylab-berln,"),
    ("labcamp-10.yaml", "    type: page\n", f"    type: page\n{FILM}"),
    ("labcamp-5.yaml", "date: 2021-12-07", "datum: 7.12.2021"),
    ("labcamp-4.yaml", "auf Zoom zusammen", "auf https://us02web.zoom.us/j/81234567890 zusammen"),
    ("labcamp-3.yaml", "place: online", "place: Berlin"),
)  # fmt: skip
LOOKS: dict[str, dict[str, str]] = {"colours": COLOURFUL, "plain": COLOURFUL | {"NO_COLOR": "1"}}


@pytest.fixture(scope="module")
def screens(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], str]:
    """What `check` shows of the real series with these slips, by language and look."""
    folder = tmp_path_factory.mktemp("slips")
    shutil.copytree(REPOSITORY / "events", folder / "events")
    for name, old, new in SLIPS:
        path = folder / "events" / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1, (name, old)
        path.write_text(text.replace(old, new), "utf-8")
    shown = list(product(("de", "en"), LOOKS))
    calls = [
        (("check", "--lang", language, "--today", TODAY), {**LOOKS[look], "COLUMNS": "80"}) for language, look in shown
    ]
    return dict(zip(shown, all_seen(calls, folder, code=1), strict=True))


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("look", LOOKS)
def test_what_check_says_has_not_changed(
    language: str, look: str, screens: dict[tuple[str, str], str], golden: Callable[[str, bytes], None]
) -> None:
    golden(f"terminal/check-{language}-{look}.txt", screens[language, look].encode())


@pytest.mark.parametrize("language", ["de", "en"])
def test_without_colours_the_same_words_stand_there(language: str) -> None:
    colourful, plain = (
        (GOLDEN / f"terminal/check-{language}-{look}.txt").read_text("utf-8") for look in ("colours", "plain")
    )
    assert "\x1b[" in colourful
    assert "\x1b[" not in plain
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[33m"):
        colourful = colourful.replace(code, "")
    assert colourful == plain
