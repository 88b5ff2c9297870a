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
BREAK = pattern_of(r"(?<!\\)(?:\\\\)*\\\Z")
A_LIST = pattern_of(r"(?:[-*+]|\d{1,3}[.)])\s")
NUMBERED = pattern_of(
    r"^([ \t]*(?:[-*+>•·▪◦‣●][ \t]*)*)(\d{1,9})([.)])(?=\s|\Z)"
    r"(?=[ \t]*(?P<block>(?:\d{1,9}[.)]|[-*+>#=_~`]+)(?:\s|\Z)|$))?",
    re.MULTILINE,
)
# What a person means as signs and Markdown as something else: a line of tildes or of backticks with words, the address
# of a footnote, brackets before others that hold no address. A star inside a word is one in our Markdown, too.
BEFORE = r"^(?:[ \t>+•·▪◦‣●*-]|\d{1,9}[.)][ \t])*"  # what a block can stand in
FENCE = BEFORE + r"(?=~~~|```(?!`*[a-z]{0,12}[ \t]*$))"
FOOTNOTE = BEFORE + r"(?=\[[^\]\n]+\]:)"
BRACKETS = r"(?<!\\)(?:\\\\)*(?=\[[^\[\]\n]*\]\([^()\n:/#@]*\))"
MEANT = pattern_of(rf"{FENCE}|{FOOTNOTE}|{BRACKETS}", re.MULTILINE)
ANEW = pattern_of(r"\n[ \t]*\n[ \t]*[^\s\d]")  # a paragraph, behind which another list begins
PATH = pattern_of(r"(?<!\S)(?:\\\\(?=\w)|[A-Za-z]:\\(?!\\))\S*")  # of a file on Windows, not yet with escapes
BLANK_LINES = pattern_of(r"\n(?:[ \t]*\n)+")
# What programs and people write before the title of what is called off, or behind it; and of what is put off
_OFF = (
    r"(?:abgesagt|absage|entfällt|fällt (?:leider )?aus|ausgefallen|storniert|findet nicht statt|cancell?ed|called off)"
)
_LATER = r"(?:(?:wird |wurde |ist )?(?:verschoben|vertagt)|neuer termin folgt|postponed|put off)"
OFF, LATER = (
    pattern_of(rf"(?:[\[(]{words}[\])]\s*[:!–-]*|{words}\s*[:!–-]+)\s*(?=\S)", re.I) for words in (_OFF, _LATER)
)
OFF_BEHIND, LATER_BEHIND = (
    pattern_of(rf"(?<=\S)(?:\s+[–—:-]+\s*|\s*[:,]\s*|\s+(?=fällt)|\s*[\[(]\s*){words}\s*[\])!.]*\s*\Z", re.I)
    for words in (_OFF, _LATER)
)
WEB = pattern_of(r"https?://[^\s<>\"\x00-\x1f\x7f-\x9f\u200b\u2060\ufeff\ud800-\udfff\ufffe\uffff]+", re.IGNORECASE)
WRAPPED = range(55, 100)  # signs: lines that are all so long were broken by a program, others by a person


def line_of(text: str) -> str:
    """A text on one line, without signs that cannot be seen."""
    return one_line(CONTROL.sub("", text)) if not text.isprintable() else one_line(text)


def cancelled_title(title: str, *, off: bool = False) -> tuple[str, bool]:
    """The title without what says before or behind it that it is called off, and whether it is."""
    rest = _without(title, OFF, OFF_BEHIND)
    return rest, off or rest != title


def postponed_title(title: str) -> tuple[str, bool]:
    """The title without what says before or behind it that it is put off, and whether it is."""
    rest = _without(title, LATER, LATER_BEHIND)
    return rest, rest != title


def _without(title: str, before: re.Pattern[str], behind: re.Pattern[str]) -> str:
    rest = before.sub("", title, count=1) if before.match(title) else title
    return behind.sub("", rest, count=1) or rest


def topics_in(words: Iterable[str], known: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The ids of the topics among some words, and the words that are none."""
    said = dict.fromkeys(line_of(word) for word in words if line_of(word))
    ids = dict.fromkeys(known[word.casefold()] for word in said if word.casefold() in known)
    return list(ids), [word for word in said if word.casefold() not in known]


def markdown_of(text: str) -> str:
    """A text, or HTML, as Markdown that shows the same and holds nothing active."""
    clean = CONTROL.sub("", LINE_END.sub("\n", text))
    if not tags.is_page(clean):
        clean = _with_signs(clean)
    return _markdown_of_text(tags.markdown_of(clean))


def _with_signs(text: str) -> str:
    """A text in which the signs stay that people write in plain texts and Markdown would take for something else."""
    text = PATH.sub(lambda path: path[0].replace("\\", "\\\\"), text) if "\\" in text else text
    text = MEANT.sub(lambda found: f"{found[0]}\\", text)
    return _with_numbers(text)


def _with_numbers(text: str) -> str:
    """A text whose numbers before a line stay, such as days: Markdown counts a list anew from its first one."""
    parts, last, end = [], 0, 0
    for found in NUMBERED.finditer(text):
        between = text[end : found.start()]
        last = 0 if ANEW.search(between) else last
        # An item without words is none, and neither is one inside of another
        goes_on = int(found[2]) == last + 1 and found["block"] is None and not found[1].strip()
        last = last + 1 if goes_on else last
        parts += [between, found[0] if goes_on else f"{found[1]}{found[2]}\\{found[3]}"]
        end = found.end()
    return "".join((*parts, text[end:]))


def _markdown_of_text(text: str) -> str:
    """Plain text whose lines stay lines: who writes short ones means them."""
    paragraphs = BLANK_LINES.split(OPENS.sub(r"\\<", text.replace("\t", " ")).strip())
    return "\n\n".join(_paragraph([each.strip() for each in part.split("\n")]) for part in paragraphs if part.strip())


def _paragraph(lines: list[str]) -> str:
    """The lines of a paragraph; behind one that ends where its writer meant it stands that the next begins anew."""
    wrapped = all(len(line) in WRAPPED for line in lines[:-1])
    lines = [ITEM.sub("- ", line, count=1) if ITEM.match(line) else line for line in lines]
    ends = ["\n" if wrapped or A_LIST.match(below) else "\\\n" for below in lines[1:]]
    return "".join(_without_break(line) + end for line, end in zip(lines, ends, strict=False)) + lines[-1]


def _without_break(line: str) -> str:
    """A line without the backslash behind its last word by which Markdown ends it; one that stands alone is a sign."""
    if not BREAK.search(line):
        return line
    return f"{line}\\" if line[:-1].endswith((" ", "\t")) or line == "\\" else line[:-1]


def plain_of_html(text: str) -> str:
    """HTML as a text on one line."""
    return line_of(unescape(tags.without(text))) if "<" in text or "&" in text else line_of(text)
