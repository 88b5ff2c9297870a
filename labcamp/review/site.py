"""Advice on what the site is made from: topics, people who are named nowhere, and where it is found."""

from collections.abc import Iterator

from labcamp.files.read import Steps
from labcamp.findings import Finding, Place, finding
from labcamp.model import Event
from labcamp.model.series import hiding
from labcamp.model.texts import id_of
from labcamp.review.look import Look
from labcamp.workspace import EVENTS, Reading, Workspace


def synonym_taken(reading: Reading) -> Iterator[Finding]:
    """LC851: a topic is also called as another one, so that who searches finds two."""
    source, topics = reading.sources.get("topics"), reading.workspace.topics
    if source is None:
        return
    names = {topic.name.casefold(): id_ for id_, topic in reversed(tuple(topics.items()))}
    for id_, topic in topics.items():
        for number, synonym in enumerate(topic.synonyms):
            other = names.get(synonym.casefold(), id_)
            if other != id_:
                place = source.place(id_, "synonyms", number)
                yield finding("LC851", place, synonym=synonym, name=topic.name, other=other)


def hidden_nobody(reading: Reading) -> Iterator[Finding]:
    """LC854: somebody is to be named nowhere on the site who is in no file."""
    source, workspace = reading.sources.get("series"), reading.workspace
    if source is None or any(found.code < "LC2" for found in workspace.findings):  # who is in a file is not known
        return
    texts = [other.text for id_, other in reading.sources.items() if id_ != "series"]
    texts += [text for page in workspace.pages for text in (page.title, page.text)]
    for number, name in enumerate(workspace.series.people.hide):
        if not any(map(hiding((name,)).search, texts)):
            yield finding("LC854", source.place("people", "hide", number), name=name)


def hidden_in_address(look: Look) -> Iterator[Finding]:
    """LC859: somebody who is to be named nowhere on the site is named in an address of it."""
    hidden = {id_of(name): name for name in look.workspace.series.people.hide}
    for path, text in _in_addresses(look.event) if hidden else ():
        for id_, name in hidden.items():
            if f"-{id_}-" in f"-{id_of(text)}-":
                yield finding("LC859", look.source.place(*path), text=text, name=name)


def _in_addresses(event: Event) -> Iterator[tuple[Steps, str]]:
    """What of an event becomes a part of an address: ids of sessions, and names of files."""
    yield from ((("links", number, "file"), link.file) for number, link in enumerate(event.links) if link.file)
    for index, session in enumerate(event.agenda):
        if session.id:
            yield ("agenda", index, "id"), session.id
        links = enumerate(session.links)
        yield from ((("agenda", index, "links", number, "file"), link.file) for number, link in links if link.file)


def public_missing(reading: Reading) -> Iterator[Finding]:
    """LC856: there is a site, and nothing says at which address it is found."""
    if reading.workspace.known["site"] and "series" in reading.sources:
        yield from address_missing(reading.workspace)


def address_missing(workspace: Workspace) -> Iterator[Finding]:
    """LC856 for a site that has just been made, wherever it lies."""
    if not workspace.series.public:
        yield finding("LC856", Place((workspace.root / EVENTS / "series.yaml").as_posix()))
