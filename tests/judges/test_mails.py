"""Judges of mails as HTML: the rules of HTML, those of accessibility, and what mail programs are known to leave out."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from conftest import one_in
from in_browser import BROWSER, SCHEMES, found_in, in_script
from mail_corpus import mails
from mail_programs import Left, features, left_out, used_by

HERE = Path(__file__).parent
PACKAGES = HERE / "node_modules"

pytestmark = pytest.mark.judge


def needs(package: str) -> pytest.MarkDecorator:
    """Skips without a package of npm."""
    missing = not (PACKAGES / package).is_dir()
    return pytest.mark.skipif(missing, reason=f"npm has not installed {package} in tests/judges")


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The HTML of every mail."""
    return {name: mail.html for name, mail in mails().items()}


# HTML as such

# Rules that mail programs stand against
NOT_FOR_MAILS = {
    "no-inline-style": "mail programs drop style sheets, so each tag brings its own",
    "no-conditional-comment": "Outlook with Word's engine needs the table in it, for it knows no max-width",
    "prefer-native-element": "the div is the message; web mails rename or drop HTML5 elements such as <article>",
}
# Attributes that HTML gave up and mail programs still need, where they ignore the style
NEEDED = {"align", "bgcolor", "cellpadding", "cellspacing", "width"}


def invalid(pages: dict[str, str], folder: Path) -> dict[str, list[list[object]]]:
    """What is wrong with the HTML of pages, by name; only where something is."""
    names = {f"{number}.html": name for number, name in enumerate(pages)}
    for file, name in names.items():
        (folder / file).write_text(pages[name], "utf-8")
    command = ["node", str(HERE / "check_html.mjs"), str(folder), json.dumps(dict.fromkeys(NOT_FOR_MAILS, "off"))]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    found = {names[file]: list(filter(is_wrong, messages)) for file, messages in json.loads(ran.stdout).items()}
    assert set(found) == set(pages)
    return {name: messages for name, messages in found.items() if messages}


def is_wrong(message: list[object]) -> bool:
    """Tell whether a message is about more than an attribute that mail programs need."""
    rule, words, _ = message
    attribute = re.match(r'Attribute "(\w+)"', str(words))
    return not (rule == "no-deprecated-attr" and attribute and attribute[1] in NEEDED)


@pytest.mark.skipif(shutil.which("node") is None, reason="no Node here")
@needs("html-validate")
def test_the_html_of_every_mail_is_valid(pages: dict[str, str], tmp_path: Path, tested: Callable[..., None]) -> None:
    assert len(pages) == 187
    sound = pages["full/invitation"]
    harmed = {
        "list": sound.replace("<ul", "<ul><p>nackt</p", 1),
        "twice": sound.replace("<h1", '<h1 id="a"', 1).replace("<h2", '<h2 id="a"', 1),
        "old": sound.replace("<h1", '<h1 align="center"><font color="red">x</font', 1),
        "open": sound.replace("</h1>", "</h2>", 1),
    }
    assert invalid(pages | harmed, tmp_path).keys() == harmed.keys()
    tested("mails", "html", ("html-validate",), {"every": len(pages)})


# Accessibility

# Rules that do not fit a mail, which is shown inside the page of a mail program
NOT_FOR_MESSAGES = {
    "region": "the mail program brings the landmarks; the message itself is one article",
    "landmark-one-main": "likewise",
}
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
AXE = """\
<!doctype html><html lang="en"><meta charset="utf-8"><title>axe</title><body><pre id="found"></pre>
<script id="axe">AXE</script><script>
const pages = PAGES, options = OPTIONS, found = {dark: [], wrong: {}, undecided: {}, passed: {}};
const frame = document.createElement("iframe");
frame.style = "width: 375px; height: 800px; border: 0; color-scheme: light dark";
frame.srcdoc = "<!doctype html>";
async function judge(name, page) {
  const view = frame.contentWindow, shown = frame.contentDocument;
  const root = new view.DOMParser().parseFromString(page, "text/html").documentElement;
  shown.replaceChild(shown.adoptNode(root), shown.documentElement);
  const isDark = view.matchMedia("(prefers-color-scheme: dark)").matches;
  if (!found.dark.includes(isDark)) found.dark.push(isDark);
  const seen = await view.axe.run(shown, options);
  const short = results => results.map(rule => [rule.id, rule.nodes[0].html.slice(0, 120)]);
  found.passed[name] = seen.passes.length;
  if (seen.violations.length) found.wrong[name] = short(seen.violations);
  if (seen.incomplete.length) found.undecided[name] = short(seen.incomplete);
}
(async () => {
  const loaded = new Promise(resolve => { frame.onload = resolve; });
  document.body.append(frame);
  await loaded;
  frame.contentWindow.eval(document.getElementById("axe").textContent); // once, for it takes longer than a mail
  for (const [name, page] of Object.entries(pages)) await judge(name, page);
  document.getElementById("found").textContent = JSON.stringify(found);
})().catch(problem => { document.getElementById("found").textContent = JSON.stringify({problem: `${problem}`}); });
</script>
"""


def inaccessible(
    pages: dict[str, str],
    scheme: str,
    only: dict[str, object],
    folder: Path,
    off: Iterable[str] = NOT_FOR_MESSAGES,
) -> Any:
    """What axe finds in pages, on the screen of a phone: wrong, undecided, and how many rules each passed."""
    rules = {rule: {"enabled": False} for rule in off}
    options = {"runOnly": only, "rules": rules, "resultTypes": ["violations", "incomplete"]}
    script = (PACKAGES / "axe-core/axe.min.js").read_text("utf-8")
    harness = AXE.replace("AXE", script, 1)
    harness = harness.replace("PAGES", in_script(pages), 1).replace("OPTIONS", in_script(options), 1)
    return found_in(folder, scheme, harness, "--virtual-time-budget=1000000")


# A scheme changes colours alone, so one of them is enough for all other rules.
ASKED: dict[str, dict[str, object]] = {
    "dark": {"type": "rule", "values": ["color-contrast"]},
    "light": {"type": "tag", "values": TAGS},
}


@pytest.mark.skipif(BROWSER is None, reason="no Chromium here")
@needs("axe-core")
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_mail_is_accessible(
    scheme: str, pages: dict[str, str], tmp_path: Path, tested: Callable[..., None]
) -> None:
    # Of the dark only the colours differ, which are the same in all mails of a series.
    pages = pages if scheme == "light" else {name: pages[name] for name in one_in(3, list(pages))}
    found = inaccessible(pages, scheme, ASKED[scheme], tmp_path)
    assert found["dark"] == [scheme == "dark"]
    assert found["passed"].keys() == pages.keys()
    assert found["wrong"] == {}
    assert found["undecided"] == {}
    if scheme == "light":  # in which all rules were asked
        tested("mails", "axe", ("axe-core", str(BROWSER)), {"every": len(pages)})


@pytest.mark.skipif(BROWSER is None, reason="no Chromium here")
@needs("axe-core")
def test_what_is_not_accessible_is_noticed(pages: dict[str, str], tmp_path: Path) -> None:
    sound = pages["full/invitation"]
    harmed = {
        "html-has-lang": sound.replace('<html lang="de"', "<html", 1),
        "color-contrast": sound.replace("color: #15233b", "color: #dddddd"),
        "document-title": re.sub("<title>.*?</title>", "", sound),
        "heading-order": sound.replace("<h2", "<h5").replace("</h2>", "</h5>"),
        "link-name": re.sub(r"(<a [^>]*>)[^<]*</a>", r"\1</a>", sound),
        "empty-table-header": re.sub(r"(<th [^>]*>)[^<]*</th>", r"\1</th>", sound),
    }
    found = inaccessible({"sound": sound, **harmed}, "light", ASKED["light"], tmp_path)
    assert {name: [rule for rule, _ in wrong] for name, wrong in found["wrong"].items()} == {
        name: [name] for name in harmed
    }


# What mail programs leave out

# Of what our mails use: features that one of `PROGRAMS` does not know, and why the mail is as good without them
DISPENSABLE = {
    "css-at-media": "it makes small screens and dark ones nicer; the layout holds without (judged without any sheet)",
    "css-at-media-prefers-color-scheme": "without it the mail stays light, or the program darkens it by itself",
    "css-border-radius": "the button has square corners",
    "css-border-spacing": 'cellspacing="0" says the same',
    "css-hyphens": "only on small screens: long words of a heading break without a hyphen, or the column is wider",
    "css-important": "only within @media",
    "css-max-height": "of the preheader, which `mso-hide` hides there",
    "css-overflow": "likewise",
    "css-overflow-wrap": "a word that is longer than a line makes the column wider",
    "css-selector-child": "only on paper: a section that does not fit goes on the next page as a whole",
    "css-text-wrap": "lines break where they are full, and the last one may be a word",
    "css-white-space": "the days of a span may take two lines",
    "html-aria-label": "the article has no name, the subject stands above it",
    "html-dir": "left to right is what everybody takes for granted",
    "html-doctype": "the program brings its own; no measure of ours depends on the box model",
    "html-lang": "the program reads in its own language; nothing else could tell it",
    "html-meta-color-scheme": "without it the mail stays light, or the program darkens it by itself",
    "html-role": "layout tables are read out as tables; each has one column, or two in reading order",
    "html-style": "as for @media: there is nothing else in it",
}


@needs("caniemail")
def test_mail_programs_leave_out_nothing_that_matters(pages: dict[str, str]) -> None:
    assert {left.feature for page in pages.values() for left in left_out(page)} == set(DISPENSABLE)


@needs("caniemail")
@pytest.mark.parametrize(
    ("piece", "left"),
    [
        ('<p style="display: flex">x</p>', Left("css-display-flex", "outlook windows")),
        ('<p style="position: absolute">x</p>', Left("css-position", "gmail ios")),
        ('<svg width="1"></svg>', Left("html-svg", "gmail android")),
        ("<style>@media (hover) { p { opacity: 0 } }</style>", Left("css-opacity", "outlook windows")),
        ("<style>a:hover { color: red }</style>", Left("css-pseudo-class-hover", "outlook windows")),
        ('<a href="#x">x</a>', Left("html-anchor-links", "gmail ios")),
    ],
)
def test_what_a_mail_program_leaves_out_is_noticed(piece: str, left: Left) -> None:
    assert left in left_out(piece)


@needs("caniemail")
def test_what_mail_programs_leave_out_is_known_of_everything_that_makes_up_our_mails(pages: dict[str, str]) -> None:
    named = {feature for page in pages.values() for feature in used_by(page)} & features().keys()
    assert len(named) >= 50
