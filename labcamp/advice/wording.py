"""Advice about how people write: links that say nothing, two ways to speak to readers, two ways to name all genders."""

import re
from collections.abc import Iterator

from labcamp.advice.look import Look
from labcamp.check.patterns import ADDRESS, AROUND, BARE, EMAIL, FORMAL, GENDER, INFORMAL, VAGUE
from labcamp.findings import Finding, finding
from labcamp.model.texts import one_line
from labcamp.read import Steps

LINK = re.compile(r"(?<![!\\])\[(?P<text>[^\[\]]{0,200})\]\(\s*<?(?P<url>[^()\s>]*)")
# What organisers say to their readers, in sentences
PROSE = frozenset(
    {
        "summary", "description", "note", "access", "reason", "teaser", "text", "intro", "preheader", "subject",
        "lessons", "price", "takeaways",
    }
)  # fmt: skip
TITLES = frozenset({"title", "subtitle", "theme", "tables"})
QUOTED = re.compile(r"„[^“”]{0,300}[“”]|»[^«]{0,300}«|«[^»]{0,300}»|\"[^\"]{0,300}\"|“[^”]{0,300}”")
PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+>|]|\d+[.)]|#{1,6})\s)|(?m:(?<=\n)|^)\s*#{1,6}\s[^\n]*(?:\n|$)")
# Plain searches first, for most files have none of it
SPEAKS_FORMALLY = ("Sie", "Ihne", "Ihre")
SPEAKS_INFORMALLY = ("uch", "uer ", "ure", "hr ", " ihr", " du", "Du ", "dich", "dir", "dein", "Dein")
SIGNS = {"*in": ("*in",), ":in": (":in",), "_in": ("_in",), "/-in": ("/in", "/-in"), "Innen": ("",)}
CAPITAL = re.compile("I(?<=[a-zäöüß]I)n").search  # to look for one letter, and then around it, is fast


def link_without_words(look: Look) -> Iterator[Finding]:
    """LC504, LC925: a link in a text leads nowhere, or does not say where it leads."""
    if "](" in look.source.text:
        for path, text in look.values:
            if "](" in text:
                yield from _links(look, path, text)
    for index, link in enumerate(look.event.links):
        if _says_nothing(link.title):
            yield finding("LC925", look.source.place("links", index, "title"), text=link.title)


def _links(look: Look, path: Steps, text: str) -> Iterator[Finding]:
    seen: set[tuple[str, str]] = set()
    for found in LINK.finditer(text):
        words, url = one_line(found["text"]), found["url"].strip()
        if (words, url) in seen:
            continue
        seen.add((words, url))
        if url in {"", "#"} or not words:
            yield finding("LC504", look.at(path, found.group()), text=words, url="" if url == "#" else url)
        elif _says_nothing(words):
            yield finding("LC925", look.at(path, found.group()), text=words)


def _says_nothing(words: str) -> bool:
    text = words.strip(f"{AROUND}*_`")
    return text.lower() in VAGUE or BARE.fullmatch(text) is not None


def address_mixed(look: Look) -> Iterator[Finding]:
    """LC926: a German text says Sie where the series says ihr, or the other way round."""
    series = look.workspace.series
    formal = series.address == "Sie"
    signs = SPEAKS_INFORMALLY if formal else SPEAKS_FORMALLY
    if not look.event.language.startswith("de") or not any(sign in look.source.text for sign in signs):
        return
    wrong = next(_speaking(look, INFORMAL if formal else FORMAL), None)
    if wrong is None:
        return
    path, words, behind = wrong
    others = _speaking(look, FORMAL if formal else INFORMAL)
    right = next((found for _, found, _ in others), f"address: {series.address}")
    values = (right, words) if formal else (words, right)
    yield finding("LC926", look.at(path, words, behind), formal=values[0], informal=values[1])


def _speaking(look: Look, pattern: re.Pattern[str]) -> Iterator[tuple[Steps, str, str]]:
    """Where the event's sentences speak to people in a way, and behind which word; what stands in quotes is others'."""
    for path, text in look.values:
        if _key(path) in PROSE:
            for paragraph in PARAGRAPH.split(QUOTED.sub(" … ", text)):
                line = one_line(paragraph)
                if found := pattern.search(line):
                    yield path, found.group(), "".join(line[: found.start()].split()[-1:])


def _key(path: Steps) -> str:
    """The key whose value, or whose list, a text stands in."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def gender_signs_mixed(look: Look) -> Iterator[Finding]:
    """LC927: people are named with a colon here and with an asterisk there."""
    text = look.source.text
    signs = [sign for sign, parts in SIGNS.items() if any(part in text for part in parts)]
    signs = signs if CAPITAL(text) else signs[:-1]
    if len(signs) < 2 or not look.event.language.startswith("de"):  # noqa: PLR2004  # one of them is a habit
        return
    first: dict[str, tuple[Steps, str]] = {}
    for path, text in look.values:
        if _key(path) in PROSE | TITLES and "links" not in path:
            plain = EMAIL.sub("", ADDRESS.sub("", QUOTED.sub("", text)))
            for sign in signs:
                if sign not in first and (found := GENDER[sign].search(plain)):
                    first[sign] = path, f"{_begun(plain, found.start())}{found.group()}"
    if len(first) > 1:
        path, words = list(first.values())[1]
        yield finding("LC927", look.at(path, words), signs=", ".join(first))


def _begun(text: str, index: int) -> str:
    """What of a word stands before a part of it."""
    return next(iter(re.findall(r"\w+$", text[:index])), "")
