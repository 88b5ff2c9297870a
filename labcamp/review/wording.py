"""Advice on how texts speak to people, and on private addresses in them."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from labcamp.check.patterns import ADDRESS, AROUND, BARE, EMAIL, FORMAL, GENDER, INFORMAL, VAGUE
from labcamp.check.personal import OFFICE, is_of_a_person
from labcamp.files.read import Source, Steps
from labcamp.findings import Finding, Place, finding
from labcamp.model.texts import id_of, one_line
from labcamp.patterns import pattern_of
from labcamp.review.look import Look
from labcamp.workspace import Reading, Workspace

LINK = pattern_of(r"(?<![!\\])\[(?P<text>[^\[\]]{0,200})\]\(\s*<?(?P<url>[^()\s>]*)")
# What organisers say to their readers, in sentences
PROSE = frozenset(
    {
        "summary", "description", "note", "access", "reason", "teaser", "text", "intro", "preheader", "subject",
        "lessons", "price", "takeaways", "agreed", "done",
    }
)  # fmt: skip
TITLES = frozenset({"title", "subtitle", "theme", "tables"})
QUOTED = pattern_of(r"„[^“”]{0,300}[“”]|»[^«]{0,300}«|«[^»]{0,300}»|\"[^\"]{0,300}\"|“[^”]{0,300}”")
PARAGRAPH = pattern_of(r"\n\s*\n|\n(?=\s*(?:[-*+>|]|\d+[.)]|#{1,6})\s)|(?m:(?<=\n)|^)\s*#{1,6}\s[^\n]*(?:\n|$)")
# Plain searches first, for most files have none of it
SPEAKS_FORMALLY = ("Sie", "Ihne", "Ihre")
SPEAKS_INFORMALLY = ("uch", "uer ", "ure", "hr ", " ihr", " du", "Du ", "dich", "dir", "dein", "Dein")
SIGNS = {"*in": ("*in",), ":in": (":in",), "_in": ("_in",), "/-in": ("/in", "/-in"), "Innen": ("",)}
CAPITAL = re.compile("I(?<=[a-zäöüß]I)n").search  # to look for one letter, and then around it, is fast
LEAST = 3  # letters of a name
MOST_WORDS = 3  # of the name of a person


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


def personal_address(look: Look) -> Iterator[Finding]:
    """LC914: a mail address of a single person stands in a file that all can read."""
    if "@" in look.source.text:
        contact = look.event.contact
        names = [person.name for person in (*look.event.people, *look.event.doers)] + [
            contact.name if contact else None
        ]
        yield from _personal(look.source, names, look.workspace)


def personal_address_in_shared(reading: Reading) -> Iterator[Finding]:
    """LC914: the same in what all events share."""
    for name in ("series", "organisations", "topics"):
        source = reading.sources.get(name)
        if source and "@" in source.text:
            yield from _personal(source, [reading.workspace.series.contact.name], reading.workspace)


def _personal(source: Source, names: Iterable[str | None], workspace: Workspace) -> Iterator[Finding]:
    text, known = source.text, None
    for found in EMAIL.finditer(text):
        known = _people(names) if known is None else known
        begins = text.rfind("\n", 0, found.start()) + 1
        # `@name@server` is an account, not an address for mail.
        if text.startswith("uid:", begins) or text[found.start() - 1 : found.start()] in {"@", "/"}:
            continue
        name, _, host = found.group().rpartition("@")
        if is_of_a_person(name, host, known, _offices(workspace)):
            place = Place(source.path, text.count("\n", 0, found.start()) + 1, found.start() - begins + 1)
            yield finding("LC914", place, address=f"{name[0]}…@{host}")


def _people(names: Iterable[str | None]) -> frozenset[str]:
    """The first and last names of those who are named in the same file."""
    words = [id_of(name).split("-") for name in names if name]
    people = (parts for parts in words if 1 < len(parts) <= MOST_WORDS and not any(map(OFFICE.search, parts)))
    return frozenset(part for parts in people for part in parts if len(part) >= LEAST)


@lru_cache(maxsize=1)
def _offices(workspace: Workspace) -> frozenset[str]:
    """The words in the names of the series and of all organisations."""
    series = workspace.series
    names = [series.id, series.title, *(organisation.name for organisation in workspace.organisations.values())]
    ids = [*map(id_of, names), *workspace.organisations]
    return frozenset(word for id_ in ids for word in (*id_.split("-"), id_.replace("-", "")))
