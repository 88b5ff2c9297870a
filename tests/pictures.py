"""Makes the pictures of README and guide anew, from the real series: `python tests/pictures.py`, or names of some.

It needs Chromium, pdftoppm and the fonts of mails (Debian: fonts-liberation). What a picture is made from is hashed in
`.github/pictures/made-from.json`; a test says when one is out of date.
"""

import calendar
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stdout
from html import escape
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).parent / "judges"))

from conftest import own_environment
from icalendar import Calendar
from in_browser import BROWSER, browse
from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text
from terminal import COLOURFUL, shown

from labcamp.__main__ import main

REPOSITORY = Path(__file__).parent.parent
PICTURES = REPOSITORY / ".github/pictures"
MADE_FROM = PICTURES / "made-from.json"
TODAY = "2026-11-23"
EVENT = "labcamp-11"
# Whoever is on the picture of the badges: roles and blanks, nobody
LIST = """\
Name;Organisation;E-Mail
Vorname Doppelname-Nachname;Stadtlabor;a@example.org
Gast;;b@example.org
Moderation;Politics for Tomorrow;c@example.org
Vorname Nachname;Name der Organisation;d@example.org
Vorname zweiter Vorname Nachname-Doppelname;Landeslabor mit einem langen Namen, Referat für Zusammenarbeit;e@example.org
Presse;;f@example.org
Team;CityLAB Berlin;g@example.org
Technik;CityLAB Berlin;h@example.org
"""
COMMANDS = (
    "render-newsletter 11",
    "render-invitation 11",
    "render-agenda 11",
    "export-ics 11",
    "render-site",
    "render-print badges 11",
)


class Picture(NamedTuple):
    """How a picture is taken: of which file, how wide and high in pixels, and which files it hangs on besides."""

    take: Callable[[Path, "Picture", Path], None]
    file: str
    width: int
    height: int
    besides: tuple[str, ...] = ()


def made(root: Path) -> Path:
    """A copy of the real series, as if its example were announced, with what labcamp makes of it."""
    shutil.copytree(REPOSITORY / "events", root / "events")
    file = root / f"events/{EVENT}.yaml"
    said = file.read_text("utf-8").replace("status: draft", "status: confirmed")
    file.write_text(said.replace("registration:\n", "registration:\n  url: https://example.org/anmeldung\n"), "utf-8")
    (root / "private").mkdir()
    (root / f"private/{EVENT}.csv").write_text(LIST, "utf-8")
    for command in COMMANDS:
        run(root, *command.split())
    styles = root / "out/site/assets/site.css"  # a browser that is in a hurry would leave out the site's own font
    styles.write_text(styles.read_text("utf-8").replace("font-display:optional", "font-display:block"), "utf-8")
    asked = ["-m", "labcamp", "todo", "11", "--today", TODAY, "--lang", "de"]
    wide = {"COLUMNS": str(SHOTS["todo.svg"].width), "LABCAMP_CACHE": "", **COLOURFUL}
    (root / "out/todo.txt").write_text(shown(asked, own_environment() | wide, root), "utf-8")
    return root


def run(root: Path, *arguments: str) -> None:
    """What a command says in German."""
    said = io.StringIO()
    command = ["labcamp", *arguments, "--root", str(root), "--today", TODAY, "--lang", "de"]
    with patch.object(sys, "argv", command), patch.dict(os.environ, {"LABCAMP_CACHE": ""}), redirect_stdout(said):
        assert main() == 0, said.getvalue()


def of_page(root: Path, picture: Picture, to: Path) -> None:
    """What Chromium shows of a page that was made."""
    of_address((root / picture.file).as_uri() + QUERIES.get(to.name, ""), picture, to)


def of_address(address: str, picture: Picture, to: Path) -> None:
    """What Chromium shows at an address, light unless the name of the picture says `dark`."""
    scheme = 0 if "dark" in to.stem else 1
    with tempfile.TemporaryDirectory() as profile:
        browse(
            Path(profile),
            f"--blink-settings=preferredColorScheme={scheme}",
            "--hide-scrollbars",
            f"--window-size={picture.width},{picture.height}",
            f"--screenshot={to}",
            "--virtual-time-budget=3000",  # until fonts are there and a search has found
            address,
        )


def of_preview(root: Path, picture: Picture, to: Path) -> None:
    """What `labcamp preview` shows of a draft."""
    command = [sys.executable, "-m", "labcamp", "preview", "--port", "8766", "--today", TODAY, "--lang", "de"]
    with subprocess.Popen(command, env=own_environment(), cwd=root, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        assert "8766" in server.stdout.readline()
        of_address(f"http://127.0.0.1:8766/{EVENT}/newsletter", picture, to)
        server.terminate()


def of_print(root: Path, picture: Picture, to: Path) -> None:
    """The first page of a PDF."""
    size = ["-scale-to-x", str(picture.width), "-scale-to-y", str(picture.height)]
    command = ["pdftoppm", "-png", "-singlefile", "-f", "1", *size, str(root / picture.file), str(to.with_suffix(""))]
    subprocess.run(command, check=True)


def of_terminal(root: Path, picture: Picture, to: Path) -> None:
    """What a command says, as Rich draws it, with no font from anywhere."""
    said = (root / picture.file).read_text("utf-8")
    console = Console(record=True, width=picture.width, height=picture.height, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi(f"$ labcamp todo 11\n{said.rstrip()}"))
    before, _, rest = CONSOLE_SVG_FORMAT.partition("@font-face")
    frame = f"{before}.{{unique_id}}-matrix{rest.partition('.{unique_id}-matrix')[2]}"
    to.write_text(console.export_svg(title="labcamp", code_format=frame, unique_id="labcamp"), "utf-8")


def of_all(root: Path, picture: Picture, to: Path) -> None:
    """Newsletter, handout, home page and calendar side by side."""
    for name in ("newsletter", "handout", "site-home"):
        take(root, name, root / f"{name}.png")
    parts = [f'<img src="{name}.png">' for name in ("newsletter", "handout", "site-home")]
    page = f"{STYLE}<main>{''.join(parts)}{month(root / f'out/{EVENT}/{EVENT}.ics')}</main>"
    (root / picture.file).write_text(page, "utf-8")
    of_page(root, picture, to)


STYLE = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; background: #e9eef5; font: 13px/1.4 "Liberation Sans", Arial, sans-serif; color: #16213a }
main { display: grid; grid-template-columns: repeat(4, 1fr); gap: 20px; padding: 20px; height: 440px }
img, section { width: 100%; height: 440px; object-fit: cover; object-position: top; background: white;
  box-shadow: 0 1px 2px #16213a22, 0 6px 18px #16213a22; box-sizing: border-box }
section { padding: 16px } h2 { font-size: 17px; margin: 0 0 10px } table { width: 100%; border-collapse: collapse;
  table-layout: fixed } td, th { height: 30px; border-top: 1px solid #d8dfe9; text-align: center; font-weight: normal }
th { color: #56627a; border: 0 } td b { background: #0a4f8c; color: white; padding: 4px 6px; border-radius: 3px }
dl { border-left: 4px solid #0a4f8c; margin: 16px 0 0; padding: 2px 0 2px 12px }
dt { font-weight: bold } dd { margin: 3px 0 }
dd:last-child { display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden }
</style>"""


def month(path: Path) -> str:
    """The month of the entry in a calendar file, as calendar programs draw it, and what they show of the entry."""
    entry = Calendar.from_ical(path.read_bytes()).walk("VEVENT")[0]
    start, end, title = entry.decoded("DTSTART"), entry.decoded("DTEND"), str(entry["SUMMARY"])
    weeks = calendar.Calendar().monthdayscalendar(start.year, start.month)
    days = [["" if day == 0 else f"<b>{day}</b>" if day == start.day else str(day) for day in week] for week in weeks]
    rows = "".join(f"<tr>{''.join(f'<td>{day}</td>' for day in week)}</tr>" for week in days)
    names = "".join(f"<th>{name}</th>" for name in ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"))
    about = [f"Donnerstag, {start:%d.%m.%Y}", f"{start:%H:%M}–{end:%H:%M}", str(entry["LOCATION"])]
    assert (start.weekday(), start.month) == (3, 3), start
    told = "".join(f"<dd>{escape(line)}</dd>" for line in about)
    told += "".join(f"<dd>{escape(line)}</dd>" for line in str(entry["DESCRIPTION"]).splitlines()[:1] if line)
    grid = f"<h2>März {start.year}</h2><table><tr>{names}</tr>{rows}</table>"
    return f"<section>{grid}<dl><dt>{escape(title)}</dt>{told}</dl></section>"


MADE = f"out/{EVENT}"
SITE = ("out/site/assets",)
SHOTS: Mapping[str, Picture] = {
    "overview.png": Picture(of_all, "overview.html", 1280, 480, (f"{MADE}/{EVENT}.ics",)),
    "newsletter.png": Picture(of_page, f"{MADE}/newsletter.html", 680, 1180),
    "invitation.png": Picture(of_page, f"{MADE}/invitation.html", 680, 1180),
    "handout.png": Picture(of_print, f"{MADE}/agenda.pdf", 794, 1123),
    "badges.png": Picture(of_print, f"private/out/{EVENT}/badges.pdf", 745, 1053),
    "site-home.png": Picture(of_page, "out/site/index.html", 900, 1342, SITE),
    "site-event.png": Picture(of_page, "out/site/labcamp-3/index.html", 900, 1500, SITE),
    "site-archive.png": Picture(of_page, "out/site/archive.html", 900, 998, SITE),
    "preview.png": Picture(of_preview, f"{MADE}/newsletter.html", 1280, 1420),
    "site-dark.png": Picture(of_page, "out/site/index.html", 900, 750, SITE),
    "todo.svg": Picture(of_terminal, "out/todo.txt", 92, 24),
}
QUERIES = {"site-archive.png": "?q=Verwaltung"}
OF_OTHERS = {"overview.png": ("newsletter.png", "handout.png", "site-home.png")}


def take(root: Path, name: str, to: Path) -> None:
    """One of the pictures, of what was made in a folder."""
    picture = SHOTS[name if "." in name else f"{name}.png"]
    picture.take(root, picture, to)


def hashes(root: Path) -> dict[str, str]:
    """What each picture is made from, as a hash: of what was made, of how it is taken, and of what lies beside it."""
    return {name: hashlib.sha256(b"\0".join(_inputs(root, name))).hexdigest()[:16] for name in SHOTS}


def _inputs(root: Path, name: str) -> Iterator[bytes]:
    picture = SHOTS[name]
    yield f"{picture.take.__name__} {picture.width} {picture.height}".encode()
    if picture.take is of_all:
        yield STYLE.encode()
    for file in (picture.file, *picture.besides):
        path = root / file
        paths = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (each.read_bytes() for each in paths if each.is_file() and file != "overview.html")
    for other in OF_OTHERS.get(name, ()):
        yield from _inputs(root, other)


def out_of_date(root: Path) -> list[str]:
    """The names of the pictures that show something else than what is made today."""
    known = json.loads(MADE_FROM.read_text("utf-8")) if MADE_FROM.is_file() else {}
    return [name for name, found in hashes(root).items() if known.get(name) != found]


def take_all(names: list[str]) -> None:
    """Take those that are named, else those that are out of date, and remember what they were made from."""
    assert BROWSER, "Chromium is needed"
    with tempfile.TemporaryDirectory() as folder:
        root = made(Path(folder))
        wanted = names or out_of_date(root)
        for name in wanted:
            take(root, name, PICTURES / name)
            sys.stdout.write(f"{name}\n")
        known = json.loads(MADE_FROM.read_text("utf-8")) if MADE_FROM.is_file() else {}
        now = hashes(root)
        kept = {name: now[name] if name in wanted else known.get(name, "") for name in SHOTS}
        MADE_FROM.write_text(json.dumps(kept, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    take_all(sys.argv[1:])
