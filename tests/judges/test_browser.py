"""A real browser looks at the pages and mails: narrow and wide, light and dark, on the screen and printed."""

import json
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from in_browser import BROWSER, SCHEMES, browse, found_in, in_script
from sample import REPOSITORY, TODAY, sample, texts

from labcamp.workspace import load

WIDTHS = (320, 375, 640, 1200)
A4 = (595, 842)  # points
# Each page in a frame of each width; what the script finds stands in the document that the browser writes out.
HARNESS = """\
<!doctype html><meta charset="utf-8"><body><pre id="found"></pre><script>
const pages = PAGES, widths = WIDTHS, found = {dark: [], wide: [], faint: [], texts: 0};
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
    texts: int
    frames: int


@cache
def pages() -> dict[str, str]:
    """The pages and mails of the artificial series, and of two real events."""
    real = texts(load(REPOSITORY, TODAY), "agenda", "invitation", "newsletter")
    chosen = {name: page for name, page in real.items() if name.startswith(("labcamp-11/", "labcamp-5/"))}
    every = {**texts(sample(), "agenda", "invitation", "newsletter"), **chosen}
    return {name: page for name, page in every.items() if name.endswith(".html")}


@pytest.fixture(scope="module", params=SCHEMES)
def seen(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """What the browser sees in a colour scheme."""
    folder = tmp_path_factory.mktemp(request.param)
    harness = HARNESS.replace("PAGES", in_script(pages()), 1).replace("WIDTHS", json.dumps(WIDTHS), 1)
    found = Seen(**found_in(folder, request.param, harness))
    assert found.dark == [request.param == "dark"]
    assert found.frames == len(pages()) * len(WIDTHS)
    assert found.texts > 10 * found.frames
    return found


def test_no_page_is_wider_than_its_window(seen: Seen) -> None:
    assert seen.wide == []


def test_every_text_has_enough_contrast(seen: Seen) -> None:
    assert seen.faint == []


@pytest.mark.parametrize("name", ["labcamp-11/agenda.html", "full/agenda.html", "title/agenda.html"])
def test_a_handout_prints_on_one_or_two_sheets_of_a4(name: str, tmp_path: Path) -> None:
    page, pdf = tmp_path / "agenda.html", tmp_path / "agenda.pdf"
    page.write_text(pages()[name], "utf-8")
    browse(tmp_path, f"--print-to-pdf={pdf}", "--no-pdf-header-footer", page.as_uri())
    content = pdf.read_bytes()
    sheets = re.findall(rb"/Type\s*/Page\b.*?/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", content, re.DOTALL)
    assert len(sheets) in {1, 2}
    assert {(round(float(width)), round(float(height))) for width, height in sheets} == {A4}
