"""Texts of others as an event file has them: a line without what cannot be seen, and Markdown of text or HTML."""

import re
from html import unescape
from html.parser import HTMLParser

from labcamp.files.markdown import escaped, target_of
from labcamp.model.texts import one_line
from labcamp.patterns import pattern_of

CONTROL = pattern_of(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\u2060\ufeff\ud800-\udfff]")
LINE_END = pattern_of(r"\r\n?|[\u0085\u2028\u2029]")
TAG = pattern_of(r"</?(?:p|br|div|span|a|ul|ol|li|b|i|u|strong|em|h[1-6]|html|body|table|blockquote)\b[^<>]*>", re.I)
OPENS = pattern_of(r"<(?=[A-Za-z/!?])")
ITEM = pattern_of(r"[•·▪◦‣●]\s*")
A_LIST = pattern_of(r"(?:[-*+]|\d{1,3}[.)])\s")
BLANK_LINES = pattern_of(r"\n(?:[ \t]*\n)+")
# What programs and people write before the title of what is called off
OFF = pattern_of(
    r"(?:abgesagt|absage|entfällt|fällt aus|ausgefallen|storniert|cancell?ed|called off)\s*[:!–-]+\s*(?=\S)", re.I
)
WEB = pattern_of(r"https?://[^\s<>\"]+", re.IGNORECASE)
MOST_HTML = 200_000  # signs: a longer page is no description
WRAPPED = range(55, 100)  # signs: lines that are all so long were broken by a program, others by a person
BLOCKS = frozenset(
    ["p", "div", "ul", "ol", "table", "tr", "blockquote", "section", "article", "header", "footer", "hr", "pre"]
    + [f"h{number}" for number in range(1, 7)]
)
HIDDEN = frozenset({"script", "style", "head", "title", "template", "noscript", "svg"})


def line_of(text: str) -> str:
    """A text on one line, without signs that cannot be seen."""
    return one_line(CONTROL.sub("", text)) if not text.isprintable() else one_line(text)


def cancelled_title(title: str, *, off: bool = False) -> tuple[str, bool]:
    """The title without what says before it that it is called off, and whether it is."""
    rest = OFF.sub("", title, count=1) if OFF.match(title) else title
    return rest, off or rest != title


def markdown_of(text: str) -> str:
    """A text, or HTML, as Markdown that shows the same and holds nothing active."""
    clean = CONTROL.sub("", LINE_END.sub("\n", text))
    if not TAG.search(clean):
        return _markdown_of_text(clean)
    return markdown_of_html(clean) if len(clean) <= MOST_HTML else escaped(plain_of_html(clean))


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


def markdown_of_html(text: str) -> str:
    """HTML as Markdown: paragraphs, lists and links stay, all else goes."""
    reader = _Reader()
    try:
        reader.feed(text)
        reader.close()
    except AssertionError:  # html.parser has no other word for what it cannot go on with
        return escaped(plain_of_html(text))
    return reader.whole()


def plain_of_html(text: str) -> str:
    """HTML as a text on one line."""
    return line_of(unescape(re.sub(r"<[^<>]*>", " ", text))) if "<" in text or "&" in text else line_of(text)


class _Reader(HTMLParser):
    """Collects the words of HTML by block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[tuple[str, list[str]]] = [("", [])]
        self._links: list[tuple[str, int]] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins, a line ends, or a link begins."""
        if tag in HIDDEN:
            self._hidden += 1
        elif tag == "br":
            self._blocks[-1][1].append("\n")
        elif tag == "li":
            self._blocks.append(("- ", []))
        elif tag in BLOCKS:
            self._blocks.append(("", []))
        elif tag == "a":
            self._links.append((dict(attrs).get("href") or "", len(self._blocks[-1][1])))

    def handle_endtag(self, tag: str) -> None:
        """A block or a link ends."""
        if tag in HIDDEN:
            self._hidden = max(self._hidden - 1, 0)
        elif tag in BLOCKS or tag == "li":
            self._blocks.append(("", []))
        elif tag == "a" and self._links:
            self._link(*self._links.pop())

    def handle_data(self, data: str) -> None:
        """Words, as they are shown."""
        if not self._hidden:
            self._blocks[-1][1].append(escaped(re.sub(r"\s+", " ", data)))

    def _link(self, address: str, start: int) -> None:
        words = self._blocks[-1][1]
        shown = "".join(words[start:]).strip()
        if not WEB.fullmatch(address.strip()) or not shown:
            return
        plain = re.sub(r"\\(.)", r"\1", shown)
        words[start:] = [address.strip() if plain == address.strip() else f"[{shown}]({target_of(address.strip())})"]

    def whole(self) -> str:
        """All blocks, those of a list below each other."""
        found: list[tuple[str, str]] = []
        for mark, words in self._blocks:
            lines = [line.strip() for line in re.sub(r" +", " ", "".join(words)).strip().split("\n")]
            if text := "\\\n".join(filter(None, lines)):
                found.append((mark, text))
        parts = []
        for number, (mark, text) in enumerate(found):
            tight = mark and number and found[number - 1][0]
            parts.append(("" if not number else "\n" if tight else "\n\n") + mark + text)
        return "".join(parts)
