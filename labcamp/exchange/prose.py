"""Texts of others as an event file has them: a line without what cannot be seen, and Markdown of text or HTML."""

import re
from collections.abc import Iterable, Mapping
from html import unescape

from labcamp.exchange import tags
from labcamp.model.texts import one_line
from labcamp.patterns import pattern_of

CONTROL = pattern_of(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\u2060\ufeff\ufffe\uffff\ud800-\udfff]")
LINE_END = pattern_of(r"\r\n?|[\u0085\u2028\u2029]")
OPENS = pattern_of(r"(?<!\\)<(?=[A-Za-z/!?])(?!(?:https?://|mailto:)[^\s<>]+>)", re.IGNORECASE)
ITEM = pattern_of(r"[•·▪◦‣●]\s*")
A_LIST = pattern_of(r"(?:[-*+]|\d{1,3}[.)])\s")
BLANK_LINES = pattern_of(r"\n(?:[ \t]*\n)+")
# What programs and people write before the title of what is called off
OFF = pattern_of(
    r"(?:abgesagt|absage|entfällt|fällt aus|ausgefallen|storniert|cancell?ed|called off)\s*[:!–-]+\s*(?=\S)", re.I
)
WEB = pattern_of(r"https?://[^\s<>\"\x00-\x1f\x7f-\x9f\u200b\u2060\ufeff\ud800-\udfff\ufffe\uffff]+", re.IGNORECASE)
WRAPPED = range(55, 100)  # signs: lines that are all so long were broken by a program, others by a person


def line_of(text: str) -> str:
    """A text on one line, without signs that cannot be seen."""
    return one_line(CONTROL.sub("", text)) if not text.isprintable() else one_line(text)


def cancelled_title(title: str, *, off: bool = False) -> tuple[str, bool]:
    """The title without what says before it that it is called off, and whether it is."""
    rest = OFF.sub("", title, count=1) if OFF.match(title) else title
    return rest, off or rest != title


def topics_in(words: Iterable[str], known: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The ids of the topics among some words, and the words that are none."""
    said = dict.fromkeys(line_of(word) for word in words if line_of(word))
    ids = dict.fromkeys(known[word.casefold()] for word in said if word.casefold() in known)
    return list(ids), [word for word in said if word.casefold() not in known]


def markdown_of(text: str) -> str:
    """A text, or HTML, as Markdown that shows the same and holds nothing active."""
    clean = CONTROL.sub("", LINE_END.sub("\n", text))
    return _markdown_of_text(tags.markdown_of(clean))


def _markdown_of_text(text: str) -> str:
    """Plain text whose lines stay lines: who writes short ones means them."""
    paragraphs = BLANK_LINES.split(OPENS.sub(r"\\<", text.replace("\t", " ")).strip())
    return "\n\n".join(_paragraph([each.strip() for each in part.split("\n")]) for part in paragraphs if part.strip())


def _paragraph(lines: list[str]) -> str:
    """The lines of a paragraph; behind one that ends where its writer meant it stands that the next begins anew."""
    wrapped = all(len(line) in WRAPPED for line in lines[:-1])
    lines = [ITEM.sub("- ", line, count=1) if ITEM.match(line) else line for line in lines]
    ends = ["\n" if wrapped or A_LIST.match(below) else "\\\n" for below in lines[1:]]
    return "".join(line.rstrip("\\") + end for line, end in zip(lines, [*ends, ""], strict=True))


def plain_of_html(text: str) -> str:
    """HTML as a text on one line."""
    return line_of(unescape(tags.without(text))) if "<" in text or "&" in text else line_of(text)
