"""What mail programs are known to leave out of a mail (the data of caniemail.com, from the npm package `caniemail`)."""

import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

DATA = Path(__file__).parent / "node_modules/caniemail/data/caniemail.json"
# Those of our readers; the new Outlook for Windows shows what Outlook.com shows
PROGRAMS = (
    ("outlook", "windows"),
    ("outlook", "outlook-com"),
    ("apple-mail", "macos"),
    ("apple-mail", "ios"),
    ("gmail", "desktop-webmail"),
    ("gmail", "android"),
    ("gmail", "ios"),
    ("thunderbird", "macos"),
    ("gmx", "desktop-webmail"),
    ("gmx", "android"),
    ("gmx", "ios"),
    ("web-de", "desktop-webmail"),
    ("web-de", "android"),
    ("web-de", "ios"),
)
# Where a name of HTML or CSS is not the end of a feature's
ELEMENTS = {"ul": "lists", "ol": "lists", "dl": "lists", "main": "semantics", "header": "semantics"}
ELEMENTS |= {"footer": "semantics", "article": "semantics", "section": "semantics", "s": "strike", "svg": "svg"}
ELEMENTS |= {f"h{level}": "h1-h6" for level in range(1, 7)}
SIDES = re.compile(r"^(border|margin|padding)-(?:top|right|bottom|left)$")
UNITS = {"px", "em", "rem", "vw", "vh", "pt", "ch", "ex", "cm", "mm"}
SELECTORS = {
    "css-selector-class": r"\.[a-z]",
    "css-selector-descendant": r"[\w\]] +[\w.\[]",
    "css-selector-chaining": r"\w\.[a-z]",
    "css-selector-grouping": ",",
    "css-selector-attribute": r"\[",
    "css-selector-child": ">",
    "css-selector-universal": r"\*",
    "css-selector-id": "#",
    "css-pseudo-class-hover": ":hover",
}


class Left(NamedTuple):
    """A feature that a program leaves out."""

    feature: str
    program: str


@cache
def features() -> dict[str, Any]:
    """The features by name: `css-border-radius`, `html-table`."""
    data = json.loads(DATA.read_text("utf-8"))["data"]
    return {feature["slug"]: feature["stats"] for feature in data}


def left_out(page: str) -> set[Left]:
    """The features of a page that a program does not know at all in its newest version."""
    known = features()
    return {
        Left(feature, f"{family} {system}")
        for feature in used_by(page)
        for family, system in PROGRAMS
        if newest(known.get(feature, {}).get(family, {}).get(system, {})).startswith("n")
    }


def newest(versions: dict[str, str]) -> str:
    """What is known of the newest version: `y`, `n`, `a #1`; `u` for nothing."""
    order = sorted(versions, key=lambda version: [int(number) for number in re.findall(r"\d+", version)])
    return versions[order[-1]] if order else "u"


def used_by(page: str) -> set[str]:
    """The features that a page uses, by the names that they would have."""
    reader = Features()
    reader.feed(page)
    return reader.used


class Features(HTMLParser):
    """Reads a page: its tags, attributes and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.used: set[str] = set()
        self._tag = ""

    def handle_decl(self, decl: str) -> None:  # noqa: ARG002
        """The first line."""
        self.used.add("html-doctype")

    def handle_comment(self, data: str) -> None:  # noqa: ARG002
        """A comment, which one program reads."""
        self.used.add("html-comments")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag and its attributes."""
        self._tag = tag
        values = {name: value or "" for name, value in attrs}
        self.used |= {f"html-{ELEMENTS.get(tag, tag)}", *(f"html-{name}" for name in values)}
        if values.get("name") == "color-scheme":
            self.used.add("html-meta-color-scheme")
        if values.get("href", "").startswith("mailto:"):
            self.used.add("html-mailto-links")
        if values.get("href", "").startswith("#"):
            self.used.add("html-anchor-links")
        self._style(values.get("style", ""))

    def handle_data(self, data: str) -> None:
        """A style sheet."""
        if self._tag != "style":
            return
        for condition in re.findall(r"@(\w+[^{]*)\{", data):
            self.used |= {f"css-at-{condition.split()[0]}"}
            self.used |= {
                f"css-at-media-{name}" for name in re.findall(r"\((prefers[\w-]+|hover|orientation)", condition)
            }
        for selectors, declarations in re.findall(r"([^{}@]+)\{([^{}]*)\}", data):
            self.used |= {name for name, form in SELECTORS.items() if re.search(form, selectors.strip())}
            self._style(declarations)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        """A style sheet ends."""
        self._tag = ""

    def _style(self, declarations: str) -> None:
        for declaration in filter(str.strip, declarations.split(";")):
            name, _, value = (part.strip() for part in declaration.partition(":"))
            side = SIDES.fullmatch(name)
            self.used |= {f"css-{side[1] if side else name}", f"css-{name}-{value.split()[0]}"}
            self.used |= {f"css-unit-{unit}" for unit in re.findall(r"\d([a-z]+)\b", value) if unit in UNITS}
            self.used |= {f"css-function-{function}" for function in re.findall(r"([a-z-]+)\(", value)}
            self.used |= {"css-unit-percent"} if "%" in value else set()
            self.used |= {"css-important"} if "!important" in value else set()
