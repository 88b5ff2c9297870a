"""A real browser looks at the pages and mails: narrow and wide, light and dark, on the screen and printed."""

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import one_in
from in_browser import BROWSER, SCHEMES, browse, found_in, in_script
from mail_corpus import mails
from pdf_judge import codes_on, letters, pages_of
from sample import GOLDEN, REPOSITORY, TODAY, event_of, every_mail, handed_over, handing, in_memory, sample, texts

from labcamp.planning.mails import MAILS as STEPS
from labcamp.workspace import Workspace, load

WIDTHS = (320, 375, 640, 1200)
A4 = (595, 842)  # points
# Each page in a frame of each width; what the script finds stands in the document that the browser writes out.
HARNESS = """\
<!doctype html><meta charset="utf-8"><body><pre id="found"></pre><script>
const pages = PAGES, widths = WIDTHS, found = {dark: [], wide: [], faint: [], narrow: [], texts: 0};
const isDark = view => view.matchMedia("(prefers-color-scheme: dark)").matches;
const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
const part = value => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
function ground(element, view) {
  for (; element; element = element.parentElement) {
    const colour = numbers(view.getComputedStyle(element).backgroundColor);
    if (colour.length < 4 || colour[3] > 0) return colour;
  }
  return isDark(view) ? [0, 0, 0] : [255, 255, 255];
}
function look(name, width, frame) {
  const root = frame.contentDocument.documentElement, view = frame.contentWindow;
  if (!found.dark.includes(isDark(view))) found.dark.push(isDark(view));
  if (root.scrollWidth > width) found.wide.push([name, width, root.scrollWidth]);
  for (const cell of root.querySelectorAll(".wordmark, .subtitle, .under")) {
    const box = cell.getBoundingClientRect();
    if (box.height > 60 && box.width < 200) found.narrow.push([name, width, box.width, box.height]);
  }
  const walker = frame.contentDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node; node = walker.nextNode();) {
    const element = node.parentElement, style = view.getComputedStyle(element);
    if (!node.data.trim() || !element.getClientRects().length || style.visibility === "hidden") continue;
    const [one, other] = [light(numbers(style.color)), light(ground(element, view))].sort((a, b) => b - a);
    const ratio = (one + 0.05) / (other + 0.05);
    if (ratio < 4.5) found.faint.push([name, node.data.trim().slice(0, 40), Math.round(ratio * 100) / 100]);
    found.texts += 1;
  }
}
const frames = [];
for (const [name, source] of Object.entries(pages)) for (const width of widths) {
  const frame = document.createElement("iframe");
  frame.style = `width: ${width}px; height: 600px; border: 0; color-scheme: light dark`;
  frame.srcdoc = source;
  frames.push([name, width, frame]);
  document.body.append(frame);
}
addEventListener("load", () => {
  for (const [name, width, frame] of frames) look(name, width, frame);
  found.frames = frames.length;
  document.getElementById("found").textContent = JSON.stringify(found);
});
</script>
"""

pytestmark = [
    pytest.mark.judge,
    pytest.mark.skipif(BROWSER is None, reason="no Chromium here"),
]


class Seen(NamedTuple):
    """What the browser saw in one colour scheme."""

    dark: list[bool]
    wide: list[list[object]]
    faint: list[list[object]]
    narrow: list[list[object]]
    texts: int
    frames: int


# Of each kind of mail those whose events make it look different
MAILS = {
    "full": ("invitation", "newsletter", "deadline-reminder", "confirmation", "practical-information", "thanks"),
    "two-days": ("save-the-date", "documentation", "practical-information"),
    "english": ("reminder", "newsletter", "confirmation"),
    "cancelled": ("cancellation", "invitation"),
    "moved": ("change-notice",),
    "title": ("save-the-date", "documentation"),
    "month": ("newsletter", "invitation", "reminder"),
}
BARE = (
    "full/newsletter",
    "full/practical-information",
    "two-days/documentation",
    "cancelled/cancellation",
    "rich/e0/thanks",
)
BARE_FROM = 375  # pixels: the programs that drop style sheets are not those of small phones
ACCENTS = ("#ffe000", "#777777")  # neither dark nor light enough for text on white or on black


@cache
def pages() -> dict[str, str]:
    """The handouts of the artificial series and of two real events, and mails of every kind, also made harder."""
    real = load(REPOSITORY, TODAY)
    handouts = {**texts(sample(), "agenda"), **texts(real, "agenda")}
    chosen = {event.id for event in sample().events} | {"labcamp-11", "labcamp-5"}
    every = {name: page for name, page in handouts.items() if name.split("/")[0] in chosen and name.endswith(".html")}
    judged = {name: mail.html for name, mail in mails().items() if is_chosen(name)}
    return (
        every
        | judged
        | hand_overs()
        | in_other_colours()
        | {f"{name} without styles": unstyled(judged[name]) for name in BARE}
    )


def hand_overs() -> dict[str, str]:
    """The overviews of hand-overs: of an event that says everything, of one that says nothing, and of a real one."""
    real = load(REPOSITORY, TODAY)
    chosen = [(sample(), event, "hafen") for event in sample().events if event.id in {"full", "title", "english"}]
    chosen += [(real, event, "stadtlabor-soest") for event in real.events if event.id == "labcamp-11"]
    return {
        f"{event.id}/handover": handed_over(workspace, event, handing(workspace, to))["handover.html"].decode()
        for workspace, event, to in chosen
    }


def is_chosen(name: str) -> bool:
    """Tell whether a mail is looked at."""
    id_, kind = name.rsplit("/", 1)
    return kind in MAILS.get(id_, ()) or name in BARE or (id_ == "real/labcamp-10" and kind == "newsletter")


def in_other_colours() -> dict[str, str]:
    """Mails of the artificial series in other colours."""
    events = tuple(event for event in sample().events if event.id in {"full", "moved"})
    names = ("full/newsletter", "full/practical-information", "moved/change-notice")
    every: dict[str, str] = {}
    for accent in ACCENTS:
        series = sample().series.model_copy(update={"accent": accent})
        of_each = every_mail(replace(sample(), series=series, events=events))
        every |= {f"{name} in {accent}": of_each[name].html for name in names}
    return every


def unstyled(page: str) -> str:
    """A mail as it is shown by a program that drops style sheets."""
    bare = re.sub(r"<style.*?</style>", "", page, flags=re.DOTALL)
    assert bare != page
    return bare


@pytest.fixture(scope="module", params=SCHEMES)
def seen(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """What the browser sees in a colour scheme."""
    # In the dark a page is as wide as by day.
    widths = WIDTHS if request.param == "light" else WIDTHS[1:2]
    return seen_of(pages(), widths, request.param, tmp_path_factory.mktemp(request.param))


def seen_of(every: dict[str, str], widths: tuple[int, ...], scheme: str, folder: Path) -> Seen:
    """What the browser sees of pages at some widths."""
    harness = HARNESS.replace("PAGES", in_script(every), 1).replace("WIDTHS", json.dumps(widths), 1)
    found = Seen(**found_in(folder, scheme, harness))
    assert found.dark == [scheme == "dark"]
    assert found.frames == len(every) * len(widths)
    assert found.texts > 10 * found.frames
    return found


# From 16 to 49 letters, and one word that no screen of a phone has room for
TITLES = (
    "Labore Nordlicht",
    "Werkstatt Offene Verwaltung",
    "Innovationslabore Niedersachsen",
    "Vernetzungstreffen öffentlicher Innovationslabore",
    "Verwaltungsmodernisierungsvernetzungstreffenreihe",
)
SPOKEN = (
    ("de", "ihr"),
    ("de", "Sie"),
    ("en", "ihr"),
    ("de-AT", "ihr"),
    ("de-AT", "Sie"),
    ("de-CH", "ihr"),
    ("de-CH", "Sie"),
)
PHONES_AND_MORE = (320, 375, 480, 481, 640)


@cache
def titled() -> dict[str, str]:
    """Every kind of mail of a series with each title, and with the longest in other languages and addresses."""
    ways = [(title, *SPOKEN[0]) for title in TITLES] + [(TITLES[-1], *way) for way in one_in(3, SPOKEN[1:])]
    return {
        f"{name}, {language}, {address}, {title}": mail.html
        for title, language, address in ways
        for name, mail in every_mail(under(title, language, address)).items()
    }


def under(title: str, language: str, address: str) -> Workspace:
    """A workspace with one event that says everything, of a series with a title."""
    series = (GOLDEN / "events/series.yaml").read_text("utf-8").replace('"Für" ', "").replace("MusterTreff", title)
    text = (GOLDEN / "events/full.yaml").read_text("utf-8").replace("stelle", "hafen")
    series = f"{series}address: {address}\n"
    return in_memory(GOLDEN, [event_of(f"{text}language: {language}\n", series, "full")], series)


def test_the_title_of_a_series_may_be_as_long_as_it_is(tmp_path: Path) -> None:
    assert [len(title) for title in TITLES] == [16, 27, 31, 49, 49]
    found = seen_of(titled(), PHONES_AND_MORE[::4], "light", tmp_path)
    assert (found.wide, found.faint, found.narrow) == ([], [], [])


def test_every_kind_of_mail_is_looked_at() -> None:
    assert {kind for kinds in MAILS.values() for kind in kinds} == set(STEPS)


def test_no_page_is_wider_than_its_window(seen: Seen) -> None:
    assert [found for found in seen.wide if "without styles" not in str(found[0])] == []


def test_no_mail_without_its_style_sheet_is_wider_than_its_window(seen: Seen) -> None:
    wide = [found for found in seen.wide if "without styles" in str(found[0])]
    assert [found for found in wide if int(str(found[1])) >= BARE_FROM] == []


def test_every_text_has_enough_contrast(seen: Seen) -> None:
    assert seen.faint == []


def printed(folder: Path, page: str) -> bytes:
    """The PDF that the browser prints of a page."""
    source, pdf = folder / "agenda.html", folder / "agenda.pdf"
    source.write_text(page, "utf-8")
    browse(folder, f"--print-to-pdf={pdf}", "--no-pdf-header-footer", source.as_uri())
    return pdf.read_bytes()


@cache
def hard() -> dict[str, str]:
    """The handouts of the events that are hard to set."""
    return texts(load(REPOSITORY / "tests/paper", TODAY), "agenda")


@pytest.mark.parametrize(("id_", "sheets"), [("twelve", 2), ("rooms", 1), ("two-days", 1), ("names", 1), ("month", 1)])
def test_a_handout_prints_with_all_that_belongs_to_it(id_: str, sheets: int, tmp_path: Path) -> None:
    (event,) = (event for event in load(REPOSITORY / "tests/paper", TODAY).events if event.id == id_)
    content = printed(tmp_path, hard()[f"{id_}/agenda.html"])
    pages = pages_of(content)
    whole = letters("".join(pages))
    assert len(pages) == sheets
    assert [s.title for s in event.agenda if letters(plain(s.title)) not in letters(plain("".join(pages)))] == []
    assert {s.room for s in event.agenda if s.room and letters(s.room) not in whole} == set()
    (address,) = codes_on(content)
    assert letters(address) in whole  # for who has no camera


def plain(text: str) -> str:
    """A text without what this machine may have no font for."""
    return re.sub(r"[^\w\s.,:?-]", "", text)


def test_the_second_sheet_begins_with_the_header_and_no_row_is_cut(tmp_path: Path) -> None:
    first, second = pages_of(printed(tmp_path, hard()["twelve/agenda.html"]))
    header = "Uhrzeit Worum es geht Wer"
    assert header in " ".join(first.split())
    assert " ".join(second.split()).startswith(header)
    starts = re.findall(r"\b\d\d:\d\d\b", first + second)
    teaser = "Was übrig bleibt, wenn man alles weglässt, was niemand versteht."
    assert len(starts) == 12
    assert [letters(teaser) in letters(page) for page in (first, second)].count(True) == 1


def test_lines_to_write_on_are_there_where_they_have_room_and_make_no_sheet_of_their_own(tmp_path: Path) -> None:
    noted = {}
    for id_ in ("month", "rooms", "twelve"):
        (tmp_path / id_).mkdir()
        pages = pages_of(printed(tmp_path / id_, hard()[f"{id_}/agenda.html"]))
        noted[id_] = (len(pages), "Notizen" in "".join(pages))
    assert noted["month"] == (1, True)
    assert noted["twelve"] == (2, False)
    assert noted["rooms"][0] == 1


@pytest.mark.parametrize("name", ["labcamp-11/agenda.html", "full/agenda.html", "title/agenda.html"])
def test_a_handout_prints_on_one_or_two_sheets_of_a4(name: str, tmp_path: Path) -> None:
    content = printed(tmp_path, pages()[name])
    sheets = re.findall(rb"/Type\s*/Page\b.*?/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", content, re.DOTALL)
    assert len(sheets) in {1, 2}
    assert {(round(float(width)), round(float(height))) for width, height in sheets} == {A4}


@pytest.mark.parametrize("name", ["labcamp-11/handover", "full/handover", "title/handover"])
def test_a_hand_over_prints_on_a4_and_how_labcamp_works_begins_on_a_page_of_its_own(name: str, tmp_path: Path) -> None:
    content = printed(tmp_path, pages()[name])
    sheets = re.findall(rb"/Type\s*/Page\b.*?/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", content, re.DOTALL)
    assert {(round(float(width)), round(float(height))) for width, height in sheets} == {A4}
    shown = pages_of(content)
    assert len(shown) in {3, 4, 5}
    assert [number for number, page in enumerate(shown, 1) if page.startswith("So funktioniert labcamp")] == [
        len(shown)
    ]
