"""What labcamp says: a folder a language, in it a Markdown file for each finding and for each file that people write.

A file is read when something in it is said, and never more than that: start-up reads none.
"""

import re
import string
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple, Protocol, cast

from labcamp.findings import Day, Finding
from labcamp.patterns import pattern_of

LANGUAGES = ("de", "en")
# Examples stand once, in this language
OF_EXAMPLES = "de"
KEY_FILES = ("event", "series", "organisations", "topics", "private", "paper")
# Values of messages that are names in a calendar file
GLOSSED = frozenset({"part", "property"})

# What no text may hold where a terminal or the header of a mail shows it: control characters but line ends and tabs
# (C0, DEL, C1), and what turns the direction of the text behind it (Unicode Standard Annex 9).
HARMFUL = pattern_of("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\r(?!\n)")
LOST = "\ufffd"  # the sign for what cannot be shown
# What no XML can hold (XML 1.0 section 2.2)
NO_XML = pattern_of("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_PAGE = pattern_of(r"# (?P<message>[^\n]*)\n\n(?P<hints>(?:> [^\n]*\n)+)\n(?P<rest>.*)", re.DOTALL)
_EXAMPLE = pattern_of(r"^```(?P<sort>\S+) (?P<code>LC\d{3}|ok)\n(?P<text>.*?)^```$\n*", re.DOTALL | re.MULTILINE)
_PHRASE = re.compile(r"^( *)- `(?P<key>[^`]+)`: (?P<text>.*)$", re.MULTILINE)


class Page(NamedTuple):
    """All about a finding: what is there, what to do, and its manual page without the examples.

    `otherwise` is the hint when a value that `hint` names is unknown.
    """

    message: str
    hint: str
    otherwise: str
    manual: str


class Example(NamedTuple):
    """A text with the finding and the same text mended, and what sort of text it is, such as `event` or `mail.html`.

    A wrong line ends in `# expect: LC301`.
    """

    sort: str
    wrong: str
    mended: str


class _Loader(Protocol):
    """What Python loads this package with, from a folder or from a zip file (PEP 302)."""

    def get_data(self, path: str) -> bytes: ...


@cache
def read(name: str, language: str) -> str:
    """The text of a file, `LC301` or `commands/todo`, in a language; FileNotFoundError where there is none."""
    path = Path(__file__).parent / language / f"{name}.md"
    return cast("_Loader", __spec__.loader).get_data(str(path)).decode()


@cache
def page_of(code: str, language: str) -> Page:
    """All that there is to say about a code."""
    parts = _PAGE.fullmatch(read(code, language))
    assert parts, f"{language}/{code}.md"
    # Within a quote, what is indented belongs to the line above.
    hints = re.split(r"\n(?! {4})", parts["hints"].strip().removeprefix("> ").replace("\n> ", "\n"))
    hint, otherwise, *_ = *hints, ""
    return Page(parts["message"], hint, otherwise, _EXAMPLE.sub("", parts["rest"]).strip())


def example_of(code: str) -> Example | None:
    """The example on the page of a code; nothing where one text alone cannot show the fault."""
    found = {example["code"]: example for example in _EXAMPLE.finditer(read(code, OF_EXAMPLES))}
    if not found.keys() >= {code, "ok"}:
        return None
    return Example(found[code]["sort"], found[code]["text"], found["ok"]["text"])


@cache
def phrases(name: str, language: str) -> Mapping[str, str]:
    """What is said in a file that lists phrases, by their keys."""
    return {phrase["key"]: phrase["text"] for phrase in _PHRASE.finditer(read(name, language))}


@cache
def meanings(language: str) -> Mapping[str, str]:
    """What people may write in our files: `event`, its keys as `event.date`, and values as `event.status.draft`."""
    found: dict[str, str] = {}
    for name in KEY_FILES:
        for section in read(f"keys/{name}", language).split("\n## ")[1:]:
            thing, about, *_ = section.split("\n\n")
            found[thing] = about.strip()
            key = ""
            for indent, word, text in _PHRASE.findall(section):
                key = key if indent else f"{thing}.{word}"
                found[f"{key}.{word}" if indent else key] = text
    return found


class Help(NamedTuple):
    """What a command says of itself: what it does, its arguments in order, and its options by their names.

    Each of them is what stands for a value (empty where nothing does), and what it means.
    """

    text: str
    arguments: tuple[tuple[str, str], ...]
    options: Mapping[str, tuple[str, str]]


@cache
def help_of(command: str, language: str) -> Help:
    """The help of a command (`commands/todo`), or of the options that most commands know (`options`)."""
    head = read(command, language).partition("\n## ")[0]
    said, *_ = re.split(r"^- ", head.removeprefix("# "), maxsplit=1, flags=re.MULTILINE)
    rows = [(key, text) for _, key, text in _PHRASE.findall(head)]
    named = ((key.partition(" "), text) for key, text in rows if key.startswith("-"))
    return Help(
        "\n\n".join(" ".join(paragraph.split()) for paragraph in said.strip().split("\n\n")),
        tuple((key, text) for key, text in rows if not key.startswith("-")),
        {name: (value, text) for (name, _, value), text in named},
    )


def harmless(text: str) -> str:
    """The text, in which U+FFFD stands for what would steer a terminal or turn a line around."""
    return HARMFUL.sub(LOST, text)


def in_xml(text: str) -> str:
    """The text, in which U+FFFD stands for the signs that no XML can hold."""
    return NO_XML.sub(LOST, text)


def placeholders(text: str) -> frozenset[str]:
    """The names in braces."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name)


def words_of(finding: Finding, language: str) -> tuple[str, str]:
    """What is wrong and what to do about it, in a language."""
    values = {key: harmless(_spoken(value, language)) for key, value in finding.values}
    # What differs between the languages is there in each: `what_de` and `what_en` stand for {what}.
    spoken = f"_{language}"
    values |= {name.removesuffix(spoken): value for name, value in values.items() if name.endswith(spoken)}
    page = page_of(finding.code, language)
    if "reason" in values:
        values["reason"] = phrases("system", language).get(values["reason"], values["reason"])
    for name in GLOSSED & values.keys():
        if gloss := phrases("calendar-names", language).get(values[name]):
            values[name] = f"{values[name]} ({gloss})"
    known = all(values.get(name) for name in placeholders(page.hint))
    hint = page.hint if known or not page.otherwise else page.otherwise
    return page.message.format_map(values), hint.format_map(values)


def _spoken(value: str, language: str) -> str:
    """A value as it is told in a language: a day in its figures, all else as it is."""
    if not isinstance(value, Day):
        return value
    year, month, day = map(int, value.split("-"))
    return phrases("phrases", language)["day_in_figures"].format(year=year, month=month, day=day)


def region_name(code: str, language: str) -> str:
    """What a region is called in a language: by its code (ISO 3166-2), else that of its country.

    A region of another country keeps its code: `Spanien (ES-CT)`.
    """
    if name := phrases("regions", language).get(code):
        return name
    from babel import Locale

    country = Locale.parse(language).territories.get(code[:2])
    if country is None or "-" not in code:
        return country or code
    return f"{country} ({code})"
