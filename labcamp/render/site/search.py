"""What the search of the archive knows: the texts of all that can be found, and the program that searches them."""

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from labcamp.files.markdown import plain
from labcamp.files.templates import content, winner
from labcamp.model import Event, Link, Organisation, Topic
from labcamp.model.artefact import Artefact
from labcamp.render.rows import takeaways_of
from labcamp.render.site.contents import FOLDER, Argued, Site, Talk, of_takeaways
from labcamp.workspace.public import on_the_site

# What German and English words end in; the program strips one of them from a word that is looked for.
ENDINGS = "(?<=.{6})(?:innen|ungen|ung|in)|ern|en|er|es|em|e|a|(?<=[ir])um|(?<!e)n|(?<!s)s"
STEM = re.compile(rf"^(.{{4,}}?)(?:{ENDINGS})$")
WORD = re.compile(r"[^\W_]+(?:[:*_]in(?:nen)?(?![^\W\d_]))?", re.IGNORECASE)
BEYOND = re.compile(r"[^\x00-\u02ff]")  # marks are only among these
SHORT = 4  # a word with as many letters is only found where a word begins
PROGRAM, DATA = "assets/search.js", "assets/search-data.js"


class Entry(NamedTuple):
    """Something that can be found: a session, or an event as a whole."""

    event: Event
    talk: Talk | None = None

    @property
    def topics(self) -> tuple[Topic, ...]:
        """What it is about, and what was taken away from it."""
        if not self.talk:
            return self.event.topics
        return tuple(dict.fromkeys((*self.talk.session.topics, *of_takeaways(self.talk.session))))

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """Who hosts it or is part of it, or brings it, each once."""
        named = (*self.event.hosts, *self.event.partners)
        if self.talk:
            named = tuple(person.organisation for person in self.talk.session.by if person.organisation)
        return tuple({each.id: each for each in named}.values())

    @property
    def links(self) -> tuple[Link, ...]:
        """What there is to read or look at."""
        return tuple(on_the_site(self.talk.session.links if self.talk else self.event.links))


def entries_of(site: Site) -> Iterator[Entry | Argued]:
    """All that can be found: papers with their findings, then each event, the latest first, with its sessions."""
    for paper in site.papers:
        yield from (Argued(paper, number) for number in range(len(paper.findings) + 1))
    for event in reversed(site.events):
        yield Entry(event)
        yield from (Entry(event, talk) for talk in site.talks_by_event[event.id])


def search_data(site: Site) -> Artefact:
    """The texts of all entries, in the order of the page; where each comes from; and the endings of words."""
    words = site.words
    origins = ("invitation.about_past", "site.remains", "site.material", "site.topic", "agreed.heading")
    parts = [words("search.found_teaser"), *(words("search.found_in", part=words(origin)) for origin in origins)]
    parts += [words("search.found_paper"), parts[-1]] if site.papers else []
    data = {"endings": ENDINGS, "parts": parts, "texts": [_texts_of(site, entry) for entry in entries_of(site)]}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Artefact(f"{FOLDER}/{DATA}", f"window.searchData = {text};\n".encode())


def program(site: Site) -> Artefact:
    """The program that searches, without what only its readers in the source need."""
    file = winner(site.workspace.root, "site-search.js")
    lines = (line.strip() for line in content(file).decode().splitlines()) if file else ()
    kept = (f"{line}\n" for line in lines if line and not line.startswith("//"))
    return Artefact(f"{FOLDER}/{PROGRAM}", "".join(kept).encode())


def fold(text: str) -> str:
    """A text as it is compared: in small letters, `Bürger`, `Buerger` and `Burger` alike. The program does the same."""
    letters = unicodedata.normalize("NFD", text.upper().lower())  # ß becomes SS first
    bare = re.sub(r"[:*_]", "", BEYOND.sub(_without_mark, letters))
    return re.sub(r"([aou])e", r"\1", bare)


def _without_mark(letter: re.Match[str]) -> str:
    return "" if unicodedata.category(letter[0]).startswith("M") else letter[0]


def words_of(text: str) -> list[str]:
    """The words of a text, folded; `Partner:innen` is one."""
    return fold(" ".join(WORD.findall(unicodedata.normalize("NFC", text)))).split()


def _texts_of(site: Site, entry: Entry | Argued) -> list[str]:
    return _argued(site, entry) if isinstance(entry, Argued) else _texts(site, entry)


def _argued(site: Site, argued: Argued) -> list[str]:
    """The texts of a paper, or of one of its findings, which stand behind all others: what it says, and its topics."""
    paper, number = argued
    whole = "\n\n".join(filter(None, (paper.subtitle, paper.introduction)))
    text = paper.findings[number - 1].text if number else whole
    topics = [f"{', '.join((topic.name, *topic.synonyms))}." for topic in site.topics_for(argued)] if number else []
    return ["", "", "", "", "", " ".join(plain(text or "").split()), " ".join(topics)]


def _texts(site: Site, entry: Entry) -> list[str]:
    """Its texts in the order of the parts; what is missing at the end is left out."""
    event, talk = entry
    title = talk.session.title if talk else event.heading
    takeaways = takeaways_of(talk.session, site.words) if talk else ()
    texts = [
        " ".join((talk.session.teaser or "").split()) if talk else "",
        "" if talk else _about(event),
        " ".join(takeaways),
        ". ".join(link.title for link in entry.links),
    ]
    agreed = "" if talk else " ".join(each.line for each in site.facts(event).agreed)
    texts.append(" ".join(_topics(site, entry, " ".join((title, *texts, agreed)))))
    texts.append(agreed)
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _about(event: Event) -> str:
    if event.cancelled:
        return ""
    texts = (event.summary or "", plain(event.description or ""))
    return " ".join(" ".join(text.split()) for text in texts if text)


def _topics(site: Site, entry: Entry, text: str) -> Iterator[str]:
    """What its topics are called, a sentence each; of others that it names the synonyms."""
    topics = site.workspace.topics.values()
    told = f" {' '.join(words_of(text))}" if topics else ""
    own = {topic.id for topic in entry.topics}
    for topic in topics:
        if topic.id in own:
            yield f"{', '.join((topic.name, *topic.synonyms))}."
        elif topic.synonyms and _says(told, topic.name):
            yield f"{', '.join(topic.synonyms)}."


def _says(told: str, name: str) -> bool:
    """Tell whether a folded text has all words of a name, whatever they end in."""
    return all(stem in told for stem in _stems(name))


@cache
def _stems(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without their endings; short ones with the blank before a word."""
    stems = [match[1] if (match := STEM.match(word)) else word for word in words_of(name)]
    return tuple(stem if len(stem) > SHORT else f" {stem}" for stem in stems)
