"""What organisers write in Markdown, as safe HTML and as plain text; and plain text as Markdown."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from labcamp.model.said_days import MONTH_OF
from labcamp.patterns import pattern_of

# Signs with a meaning inside a line, and those with a meaning only at its ends (CommonMark 2.4, 4.2, 4.3 and 5.2)
INSIDE = pattern_of(r"[\\`*|\[\]<>~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
ENDS = pattern_of(
    r"^(\s*)(?=#{1,6}(?:\s|$)|[+-](?:\s|$)|[-=][-= ]*$)|^(\s*\d+)(?=[.)](?:\s|$))|(?<=\s)(?=#+\s*$)", re.MULTILINE
)

# What a text needs to hold for one of them to be found: one search instead of two, for most texts hold none
SPECIAL = pattern_of(r"[\\`*|\[\]<>~_&#+=-]|\d[.)]")

# The same in Markdown that is written anew, where little is to look different: `<` begins a tag or an address
IN_TEXT = pattern_of(r"[\\`*|\[\]~]|<(?=[A-Za-z/!?]|[^\s<>]*@)|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
AT_START = pattern_of(r"^(?=#{1,6}(?:\s|$)|[+-](?:\s|$)|[-=:][-=: ]*$|>)|^\d+(?=[.)](?:\s|$))", re.MULTILINE)
CLOSING = r"\g<0>\\"
QUOTED = pattern_of("^", re.MULTILINE)
SCHEME = pattern_of(r"[A-Za-z][A-Za-z0-9+.-]*:")
HARMLESS_SCHEME = pattern_of(r"(?:https?|mailto|tel|webcals?):", re.IGNORECASE)
MARKED = pattern_of(r"\n*(?:-|\d+[.)]) ")
DAY = pattern_of(rf"\d{{1,2}}\. (?:{'|'.join(MONTH_OF)})\b", re.IGNORECASE)
KEPT = 2048  # texts, for the other kinds that show the same


@cache
def _parser() -> Any:
    return _new_parser()


def _new_parser() -> Any:
    """CommonMark with tables, but for what German texts mean otherwise: `Kolleg*innen`, and a line `11. März`."""
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import list_block

    def star(state: Any, silent: bool) -> bool:
        """One star between two letters is a letter."""
        at = state.pos
        found = at > 0 and state.src[at] == "*" and state.src[at - 1].isalnum() and state.src[at + 1 : at + 2].isalnum()
        if found:
            state.pending += "" if silent else "*"
            state.pos += 1
        return bool(found)

    def list_(state: Any, first: int, last: int, silent: bool) -> bool:
        """A day at the beginning of a line is no number of a list."""
        return not DAY.match(state.src, state.bMarks[first] + state.tShift[first]) and list_block(
            state, first, last, silent
        )

    # Raw HTML and `javascript:` come out inert; a remote picture would be a tracker.
    parser = MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False}).disable("image")
    parser.inline.ruler.before("emphasis", "star", star)
    parser.block.ruler.at("list", list_, {"alt": ["paragraph", "reference", "blockquote"]})
    return parser


@lru_cache(maxsize=1)
def tokens(text: str) -> Any:
    """Markdown as its tokens; its highest heading becomes one of level 3, for no level may be left out."""
    parsed = _parser().parse(text)
    for token in parsed:
        if token.type == "th_open":
            token.attrSet("scope", "col")  # so that a screen reader names the column with each cell (WCAG, H63)
    headings = [token for token in parsed if token.type in {"heading_open", "heading_close"}]
    highest = min((int(token.tag[1]) for token in headings), default=0)
    for token in headings:
        token.tag = f"h{min(int(token.tag[1]) - highest + 3, 6)}"
    return parsed


@lru_cache(maxsize=KEPT)
def html(text: str) -> str:
    """Markdown as HTML that can do no harm; headings begin at level 3, for they stand inside a section."""
    return str(_parser().renderer.render(tokens(text), _parser().options, {}))


@lru_cache(maxsize=KEPT)
def plain(text: str) -> str:
    """Markdown as text to read: paragraphs with a blank line between, list items with their mark, links in full."""
    paragraphs: list[str] = []
    marker = ""
    for token in tokens(text):
        if token.type == "list_item_open":
            marker = f"{token.info}{token.markup} " if token.info else "- "
        elif token.type in {"inline", "fence", "code_block"}:
            line = _line(token.children) if token.type == "inline" else token.content.rstrip()
            separate = "\n" if marker and paragraphs and MARKED.match(paragraphs[-1]) else "\n\n"
            paragraphs.append(f"{separate}{marker}{line}")
            marker = ""
    return "".join(paragraphs).strip()


def _line(tokens: Any) -> str:
    words: list[str] = []
    targets: list[str] = []
    for token in tokens:
        if token.type == "link_open":
            targets.append(token.attrs["href"])
        elif token.type == "link_close":
            target = targets.pop()
            words.append("" if words and words[-1] == target else f": {target}")
        elif token.type in {"softbreak", "hardbreak"}:
            words.append(" " if token.type == "softbreak" else "\n")
        else:
            words.append(token.content)
    return "".join(words)


def harmless(text: str) -> str:
    """Markdown for tools that show what they get: read, and written anew from what was understood.

    So nothing is active in it but what Markdown itself has: no HTML, no pictures, and links to the web and to mail.
    """
    from markdown_it.tree import SyntaxTreeNode

    return _blocks(SyntaxTreeNode(_reader().parse(text)).children, tight=False)


@cache
def _reader() -> Any:
    """Reads Markdown as the pages do, but takes a link to anything for a link, for its text is to be read."""
    reader = _new_parser()
    reader.validateLink = lambda url: bool(url) or True  # as its documentation has it
    return reader


def _blocks(nodes: Any, *, tight: bool) -> str:
    """Blocks below each other, in a tight list without a blank line between."""
    return ("\n" if tight else "\n\n").join(WRITERS[node.type](node) for node in nodes)


def _list(node: Any) -> str:
    """A list: its items with their marks, each indented as its mark is wide."""
    first = int(node.attrs.get("start", 1))
    tight = all(each.hidden for item in node.children for each in item.children if each.type == "paragraph")
    items = []
    for number, item in enumerate(node.children, first):
        mark = f"{number}{node.markup} " if node.type == "ordered_list" else f"{node.markup} "
        text = _blocks(item.children, tight=tight).replace("\n", f"\n{' ' * len(mark)}")
        items.append(re.sub(r"^[ ]+$", "", f"{mark}{text}", flags=re.MULTILINE).rstrip())
    return ("\n" if tight else "\n\n").join(items)


def _code(node: Any) -> str:
    language = re.match(r"[\w+#.-]*", node.info.strip())
    return code_block(node.content.rstrip("\n"), language[0] if language else "")


def code_block(text: str, language: str = "") -> str:
    """Code between fences that are longer than any in it; of what is said about it only the language."""
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", text)), 3)
    return f"{fence}{language}\n{text}\n{fence}"


def _rule(node: Any) -> str:
    """A line across; one of dashes would make a heading of a text right above it."""
    return "***" if node.parent.type == "list_item" else node.markup[:1] * 3


def _table(node: Any) -> str:
    """A table: the line of its heads, one that says where columns stand, and its rows."""
    rows = [row.children for part in node.children for row in part.children]
    lines = ["| " + " | ".join(_line_of(cell, cell=True) for cell in row) + " |" for row in rows]
    places = [RULES.get(str(cell.attrs.get("style", "")).rpartition(":")[2], "---") for cell in rows[0]]
    return "\n".join((lines[0], f"|{'|'.join(places)}|", *lines[1:]))


def _line_of(node: Any, *, cell: bool = False) -> str:
    """What stands in a heading or a cell, in one line."""
    text = _inline(node.children[0].children, cell=cell) if node.children else ""
    return text.replace("\\\n", " ").replace("\n", " ").strip()


def _paragraph(node: Any) -> str:
    """Lines of text, none of which begins as another block would."""
    return AT_START.sub(r"\g<0>\\", _inline(node.children[0].children))


def _inline(nodes: Any, *, cell: bool = False) -> str:
    """What stands in a line; texts that touch are one text, for together they can mean something."""
    parts: list[str] = []
    text = ""
    for node in [*nodes, None]:
        if node is not None and node.type in {"text", "text_special"}:
            text += node.content
            continue
        if node is not None and node.type == "link" and text.endswith("!"):
            text = text[:-1]  # it would make a picture of the link
        parts.append(_text(text))
        text = ""
        if node is not None:
            if node.type == "link" and parts[-1].endswith("!"):
                parts[-1] = f"{parts[-1][:-1]}\\!"
            parts.append(SPANS[node.type](node, cell))
    return "".join(parts)


def _text(text: str) -> str:
    """Plain text inside a line; what would end the line or begin a block is a blank."""
    return IN_TEXT.sub(r"\\\g<0>", re.sub(r"[\t\n\v\f\r]", " ", text))


def _marked(node: Any, cell: bool) -> str:
    """What is emphasised; without its signs where a blank stands at an end, for there they would be signs only."""
    text = _inline(node.children, cell=cell)
    return text if text != text.strip() else f"{node.markup}{text}{node.markup}"


def code_in_line(text: str) -> str:
    """Code inside a line, between more backticks than stand in it."""
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    blank = " " if text[:1] == "`" or text[-1:] == "`" or (text[:1] == text[-1:] == " " and text.strip()) else ""
    return f"{fence}{blank}{text}{blank}{fence}"


def target_of(address: str) -> str:
    """An address as a link has it; between `<` and `>` where it would else end too soon."""
    address = re.sub(r"&(?=#?\w+;)", "&amp;", address)
    return address if re.fullmatch(r"[^()<>\s\\]+", address) else "<" + re.sub(r"[<>\\\s]", "", address) + ">"


def _link(node: Any, cell: bool) -> str:
    """A link to the web, to mail, or within the page; all others lead nowhere."""
    target = str(node.attrs.get("href", ""))
    if SCHEME.match(target) and not HARMLESS_SCHEME.match(target):
        target = "#"
    words = "".join(each.content for each in node.children if each.type == "text")
    if node.markup == "autolink" and target != "#" and re.fullmatch(r"[^\s<>\\]+", words):
        return f"<{words}>"
    target = target_of(target)
    title = re.sub(r"[\\\"|&]", r"\\\g<0>", " ".join(str(node.attrs.get("title", "")).split()))
    behind = f' "{title}"' if title else ""
    return f"[{_inline(node.children, cell=cell)}]({target}{behind})"


RULES = {"left": ":--", "center": ":-:", "right": "--:"}
WRITERS: dict[str, Callable[[Any], str]] = {
    "paragraph": _paragraph,
    "heading": lambda node: f"{'#' * int(node.tag[1])} {ENDS.sub(CLOSING, _line_of(node))}".rstrip(),
    "bullet_list": _list,
    "ordered_list": _list,
    "blockquote": lambda node: QUOTED.sub("> ", _blocks(node.children, tight=False)).replace("> \n", ">\n"),
    "fence": _code,
    "code_block": _code,
    "hr": _rule,
    "table": _table,
}
SPANS: dict[str, Callable[[Any, bool], str]] = {
    "em": _marked,
    "strong": _marked,
    "s": _marked,
    "code_inline": lambda node, cell: code_in_line(node.content.replace("|", "\\|") if cell else node.content),
    "link": _link,
    "softbreak": lambda _node, _cell: "\n",
    "hardbreak": lambda _node, _cell: "\\\n",
}


def escaped(text: str) -> str:
    """Plain text so that Markdown shows it as it is."""
    if not SPECIAL.search(text):
        return text
    return ENDS.sub(r"\g<0>\\", INSIDE.sub(r"\\\g<0>", text))
