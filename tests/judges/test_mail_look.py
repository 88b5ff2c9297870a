"""How mails look in a browser: no higher than they need to be, nothing cut, and printed as well as shown."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from in_browser import BROWSER, browse, found_in, in_script
from mail_corpus import mails
from pypdf import PdfReader
from sample import REPOSITORY, TODAY, every_mail

from labcamp.workspace import load

pytestmark = [pytest.mark.judge, pytest.mark.skipif(BROWSER is None, reason="no Chromium here")]

TALLEST = 1600  # px of the newsletter of a whole afternoon, in a column of 640
MEASURE = """\
<!doctype html><meta charset="utf-8"><body style="margin: 0"><pre id="found"></pre><script>
const pages = PAGES, found = {};
(async () => {
  for (const [name, page, width] of pages) {
    const frame = document.createElement("iframe");
    frame.style = `width: ${width}px; height: 10px; border: 0`;
    frame.srcdoc = page;
    const loaded = new Promise(resolve => { frame.onload = resolve; });
    document.body.append(frame);
    await loaded;
    const shown = frame.contentDocument;
    const heads = [...shown.querySelectorAll("h1, h2")].map(head => parseFloat(getComputedStyle(head).fontSize));
    const height = Math.ceil(shown.body.firstElementChild.getBoundingClientRect().height);
    found[`${name} ${width}`] = {height, width: shown.documentElement.scrollWidth, heads};
    frame.remove();
  }
  document.getElementById("found").textContent = JSON.stringify(found);
})().catch(problem => { document.getElementById("found").textContent = JSON.stringify({problem: `${problem}`}); });
</script>
"""


def measured(pages: list[tuple[str, str, int]], folder: Path) -> Any:
    """The height, width and sizes of the headings of pages in columns of a width."""
    return found_in(folder, "light", MEASURE.replace("PAGES", in_script(pages)), "--virtual-time-budget=1000000")


@pytest.fixture(scope="module")
def newsletter() -> str:
    """The newsletter of an afternoon with six points, a draft bar and two notices."""
    return every_mail(load(REPOSITORY, TODAY))["labcamp-11/newsletter"].html


def test_a_newsletter_is_short_and_its_headings_have_an_order(newsletter: str, tmp_path: Path) -> None:
    found = measured([("it", newsletter, 640)], tmp_path)["it 640"]
    assert found["height"] <= TALLEST
    assert found["heads"] == [30, 19, 19]


def test_no_mail_is_wider_than_its_screen(tmp_path: Path) -> None:
    pages = [(name, mail.html, width) for name, mail in mails().items() for width in (640, 320)]
    found = measured(pages, tmp_path)
    assert len(found) == len(pages)
    assert {name: each["width"] for name, each in found.items() if each["width"] > int(name.split()[-1])} == {}


# On paper


def printed(page: str, folder: Path) -> PdfReader:
    """The page as a browser prints it, without backgrounds."""
    (folder / "mail.html").write_text(page, "utf-8")
    file = folder / "mail.pdf"
    browse(folder, "--no-pdf-header-footer", f"--print-to-pdf={file}", (folder / "mail.html").as_uri())
    return PdfReader(file)


STYLES = """\
<pre id="found"></pre><script>
const style = name => getComputedStyle(document.querySelector(name));
document.getElementById("found").textContent = JSON.stringify({
  leaf: [style(".leaf").backgroundColor, style(".leaf .big").color, style(".leaf").borderTopWidth !== "0px"],
  mark: [style(".mark").paddingLeft, style(".mark").backgroundColor],
  text: style(".lead").fontSize, row: style(".agenda tr").breakInside, head: style("h2").breakAfter,
});
</script>
"""


def on_paper(page: str, folder: Path) -> Any:
    """How the styles of a page come out with the rules for paper."""
    whole = page.replace("@media print", "@media all").replace("</body>", f"{STYLES}</body>")
    (folder / "paper.html").write_text(whole, "utf-8")
    dom = browse(folder, "--dump-dom", (folder / "paper.html").as_uri())
    found = re.search(r'<pre id="found">(\{.*?\})</pre>', dom)
    assert found
    return json.loads(found[1])


def test_on_paper_the_leaf_is_ink_in_a_frame_and_the_wordmark_has_no_hole(newsletter: str, tmp_path: Path) -> None:
    ink, paper = "rgb(21, 35, 59)", "rgb(255, 255, 255)"
    assert on_paper(newsletter, tmp_path) == {
        "leaf": [paper, ink, True],
        "mark": ["0px", paper],
        "text": "14.6667px",  # 11 pt
        "row": "avoid",
        "head": "avoid",
    }


def test_a_newsletter_is_printed_on_two_pages_at_most(newsletter: str, tmp_path: Path) -> None:
    assert len(printed(newsletter, tmp_path).pages) <= 2


def test_no_heading_stands_alone_at_the_foot_of_a_printed_page(tmp_path: Path) -> None:
    heads = {"Das Programm", "Das stand auf dem Programm", "So nehmt ihr teil", "Zum Nachlesen", "Aus der Community"}
    for name in ("full/invitation", "real/labcamp-3/documentation", "real/labcamp-10/newsletter"):
        for page in printed(mails()[name].html, tmp_path).pages:
            assert page.extract_text().strip().splitlines()[-1].strip() not in heads, name
