"""The guide: a page a topic and language, which forges show as it is and `labcamp help` at the terminal."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from labcamp.texts import LANGUAGES, read

FRONT = "README"  # the page that leads to all others, by the name under which forges show it
# What a page is called, in the order of LANGUAGES; in groups, as the front page has them
TOPICS = (
    (("einrichten", "install"), ("jahr", "year"), ("schluessel", "keys"), ("import", "import")),
    (("kalender", "calendar"), ("mails", "mails"), ("menschen", "people"), ("website", "website")),
    (("papier-fuer-den-tag", "print"), ("gruppen", "groups")),
    (("archiv", "archive"),),
    (
        ("vorlagen", "templates"),
        ("pruefen", "checks"),
        ("editoren", "editors"),
        ("barrierefreiheit", "accessibility"),
        ("sicherheit", "security"),
    ),
)
# Which page says more about a command than its help does, by its name in German
ABOUT = {
    FRONT: ("help",),
    "jahr": (
        "init",
        "new-event",
        "list",
        "show",
        "todo",
        "done",
        "dates",
        "build",
        "preview",
        "undo",
        "stats",
        "handover",
    ),
    "kalender": ("export-ics", "check-ics", "announce", "diff", "reschedule", "cancel"),
    "mails": ("mails", "render-mail", "render-invitation", "render-newsletter", "render-post", "draft"),
    "menschen": ("people", "forget"),
    "papier-fuer-den-tag": ("render-print", "render-agenda"),
    "gruppen": ("groups",),
    "website": ("render-site",),
    "archiv": ("harvest", "new-paper", "render-paper"),
    "vorlagen": ("templates",),
    "pruefen": ("check", "explain"),
    "editoren": ("schema",),
    "import": ("import", "export"),
    "barrierefreiheit": ("statement",),
}
NAMES = tuple(names for group in TOPICS for names in group)
ALSO: Mapping[str, str] = {"site": "website"}  # as the command says it
PLAIN: Mapping[str, str] = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}

# What is only there for who writes the page, or for who sees it in a browser
_UNSEEN = re.compile(r"<!--.*?-->\n*|^!\[[^\]]*\]\([^)]*\)\n*", re.DOTALL | re.MULTILINE)
# Below a heading: words by which the section is looked for, though it does not say them
_SOUGHT = re.compile(r"\A\n*<!-- sought: ([^\n]*) -->$", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\(([\w-]+)\.md(?:#[^)]*)?\)")
# A heading, or a block, in which a line with a # is none
_HEADING = re.compile(r"^```.*?^```$|^#{1,3} (?P<heading>[^\n]*)\n", re.DOTALL | re.MULTILINE)


class Section(NamedTuple):
    """A part of a page under a heading of its own, and the words by which it is looked for besides."""

    topic: str
    heading: str
    text: str
    sought: str


def plain(text: str) -> str:
    """A word or more as topics are written: in small letters, with a hyphen for each blank, ae for ä."""
    return "-".join("".join(PLAIN.get(sign, sign) for sign in text.casefold()).split())


def topic_of(text: str, language: str) -> str | None:
    """What the page that somebody means is called in a language, whichever language they name it in."""
    wanted = plain(text)
    wanted = ALSO.get(wanted, wanted)
    return next((names[LANGUAGES.index(language)] for names in NAMES if wanted in names), None)


def topics(language: str) -> tuple[str, ...]:
    """What the pages are called in a language."""
    return tuple(names[LANGUAGES.index(language)] for names in NAMES)


def about(command: str, language: str) -> str | None:
    """What the page is called in a language that says more about a command."""
    german = next((topic for topic, commands in ABOUT.items() if command in commands), None)
    return german and topic_of(german, language)


@cache
def page(topic: str, language: str) -> str:
    """A page as a person reads it where nothing can be clicked: links are commands, pictures are gone."""
    return _readable(read(f"guide/{topic}", language))


def _readable(text: str) -> str:
    return _LINK.sub(_as_command, _UNSEEN.sub("", text))


def _as_command(link: re.Match[str]) -> str:
    text, topic = link.groups()
    command = f"`labcamp help {topic}`"
    return command if text == topic else f"{text} ({command})"


def sections(language: str) -> Iterator[Section]:
    """All that the guide says in a language, in the order of its pages."""
    for topic in topics(language):
        text = read(f"guide/{topic}", language)
        headings = [found for found in _HEADING.finditer(text) if found["heading"]]
        ends = [*(following.start() for following in headings[1:]), len(text)]
        for found, end in zip(headings, ends, strict=True):
            said = text[found.end() : end]
            sought = _SOUGHT.match(said)
            yield Section(topic, found["heading"], _readable(said), sought[1] if sought else "")
