"""What people put beside their events for the site: files of the events, and pages of their own."""

import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from labcamp.check.public import public
from labcamp.check.shape import nearest
from labcamp.files.disk import EVENTS, bytes_of
from labcamp.files.read import Source, Steps, content_of, text_in
from labcamp.findings import Finding, LabcampError, Place, finding
from labcamp.model import Event, Link, Series
from labcamp.model.artefact import DRAFTS, SITE
from labcamp.model.fields import sort_of_file
from labcamp.model.texts import id_of
from labcamp.patterns import pattern_of

FILES, PAGES = "files", "pages"  # below `events/`
MUCH = 1_000_000  # bytes, of a file that many people fetch
MOST = 50_000_000  # bytes; what is larger is not looked into
SEEN = frozenset({"photo", "recording"})  # what may say where it was taken
# What stands at the top of the site, so that no page of their own can be called so
OF_SITE = frozenset(
    {"index", "archive", "404", "topics", "organisations", "people", "assets", "files", "papers"}
    | {"feed", "series", "sitemap", "robots", "card", "agenda"}
)
# Nor an event so; in `out/` the site itself is called so, and mails of an event must never get into it
NO_EVENT = frozenset({"index", "archive", "404", "people", "assets", "papers", SITE, DRAFTS})
NO_PAPER = frozenset({"index"})  # below `papers/` of the site
PAGE = pattern_of(r"\.(?:(?:md|markdown)(?:\.txt)?|txt)$", re.IGNORECASE)  # Windows hides the .txt that its editor adds
# A heading of Markdown: behind signs, or above a line of them (CommonMark 4.2 and 4.3)
HEADING = pattern_of(r" {0,3}#{1,6}[ \t]+(?P<title>\S.*?)(?:[ \t]+#+)?[ \t]*(?:\n|\Z)")
UNDERLINED = pattern_of(r" {0,3}(?P<title>(?![-=>*+])\S.*)\n {0,3}(?:=+|-+)[ \t]*(?:\n|\Z)")


class OwnPage(NamedTuple):
    """A page that people wrote themselves: its id is its address, its title the heading at its top."""

    id: str
    title: str
    text: str  # in Markdown, without that heading


# Files of events


def faults_of_files(
    root: Path, events: Iterable[tuple[Event, Source]], ids: Collection[str], unsure: Collection[str]
) -> Iterator[Finding]:
    """What is wrong with the files that links name, and which lie there for nobody.

    `ids` are those of all events, `unsure` those of which nobody can tell what they name.
    """
    folder, named = root / EVENTS / FILES, dict[str, set[str]]()
    for event, source in events:
        links = list(_links_to_files(event))
        named[event.id] = {link.file for _, link in links if link.file}
        for at, link in links:
            yield from _of_file(folder / event.id, source, at, link, draft=event.draft)
    if folder.is_dir():
        yield from _of_nobody(folder, {id_: named.get(id_, set()) for id_ in ids}, unsure)


def _links_to_files(event: Event) -> Iterator[tuple[Steps, Link]]:
    yield from ((("links", number), link) for number, link in enumerate(event.links) if link.file)
    for index, session in enumerate(event.agenda):
        links = enumerate(session.links)
        yield from ((("agenda", index, "links", number), link) for number, link in links if link.file)


def _of_file(folder: Path, source: Source, at: Steps, link: Link, *, draft: bool) -> Iterator[Finding]:
    name = link.file or ""
    place = source.place(*at, "file" if (*at, "file") in source.spans else "url")
    path = folder / name
    if name not in (there := _names(folder)):
        yield finding("LC823", place, path=path.as_posix(), name=name, nearest=nearest(name, there))
    elif _elsewhere(path, folder.parents[1]) or not path.is_file():
        yield finding("LC829", place, path=path.as_posix())
    else:
        yield from _of_content(path, place)
    if link.is_picture and not link.alt and not draft:
        yield finding("LC824", place, name=name)


def _names(folder: Path) -> list[str]:
    """What lies in a folder by the letters of its names, which matter on the web, whatever this disk thinks of them."""
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208  # names alone
    except OSError:
        return []


def _elsewhere(path: Path, events: Path) -> bool:
    """Tell whether a link on the way below `events/` leads to another place, maybe to a private one."""
    return Path(os.path.realpath(path)) != Path(os.path.realpath(events)) / path.relative_to(events)


def _of_content(path: Path, place: Place) -> Iterator[Finding]:
    """LC828, LC852: a picture says where it was taken; a file is larger than people wait for."""
    try:
        found = path.stat()
        if sort_of_file(path.name) in SEEN and _tells_place(path, found.st_size, found.st_mtime_ns):
            yield finding("LC828", place, name=path.name)
    except (OSError, LabcampError):
        yield finding("LC829", place, path=path.as_posix())
        return
    if found.st_size > MUCH:
        yield finding("LC852", place, name=path.name, size=f"{found.st_size / MUCH:.1f}")


@lru_cache(maxsize=1000)
def _tells_place(path: Path, size: int, _changed: int) -> bool:
    """The same as the bytes tell; a picture is read once, and again when it has changed."""
    from labcamp.files.exif import tells_place  # noqa: PLC0415  # most series have no pictures

    return size <= MOST and tells_place(bytes_of(path, MOST))


def _of_nobody(folder: Path, named: Mapping[str, set[str]], unsure: Collection[str]) -> Iterator[Finding]:
    """LC853, LC858: what lies there belongs to no event, or no link of its event names it."""
    for id_ in (name for name in _names(folder) if _counts(name)):
        path = folder / id_
        if id_ not in named or not path.is_dir():
            yield finding("LC853", Place(path.as_posix()), name=id_, nearest=nearest(id_, named))
        elif id_ not in unsure:
            for name in _names(path):
                if name not in named[id_] and _counts(name):
                    yield finding("LC858", Place((path / name).as_posix()), name=name, id=id_)


def _counts(name: str) -> bool:
    """Tell whether a person put it there: systems leave files of their own, most of them hidden."""
    return not name.startswith((".", "~")) and name.lower() not in {"thumbs.db", "desktop.ini"}


# Pages of their own


def pages_of(root: Path) -> tuple[tuple[OwnPage, ...], tuple[Finding, ...]]:
    """The pages in `events/pages/` in the order of their names, and what is wrong with them."""
    folder = root / EVENTS / PAGES
    names = [name for name in _names(folder) if _counts(name) and PAGE.search(name)] if folder.is_dir() else []
    read = [_read(folder / name, names) for name in names]
    return tuple(page for page, _ in read if page), tuple(found for _, findings in read for found in findings)


def _read(path: Path, names: Collection[str]) -> tuple[OwnPage | None, tuple[Finding, ...]]:
    """A page, and what is wrong with it; `names` are those of all pages."""
    name, place = PAGE.sub("", path.name), Place(path.as_posix())
    id_ = id_of(name)
    odd = () if path.name == f"{id_}.md" else (finding("LC825", place, name=path.name, proposal=_free(id_, names)),)
    if _elsewhere(path, path.parents[1]):
        return None, (*odd, finding("LC829", place, path=place.path))
    try:
        text = text_in(content_of(path, place.path), place.path)
    except LabcampError as problem:
        return None, (*odd, *problem.findings)
    page = _page(id_, text.replace("\r\n", "\n"))
    untitled = () if page else (finding("LC827", Place(place.path, 1, 1), title=name.replace("-", " ").capitalize()),)
    return page, (*odd, *public(Source(place.path, text, {})), *untitled)


def _page(id_: str, text: str) -> OwnPage | None:
    """The page with its title; None where it does not begin with a heading."""
    text = text.lstrip("\n\r \t") if text.lstrip(" \t")[:1] in "\n\r" else text
    found = HEADING.match(text) or UNDERLINED.match(text)
    if found is None:
        return None
    from labcamp.files.markdown import plain  # noqa: PLC0415  # most series have no pages

    return OwnPage(id_, plain(found["title"]), text[found.end() :].strip("\n"))


def _free(id_: str, names: Collection[str]) -> str:
    """The name for a page, or the next one that is neither there nor taken on the site."""
    for number in range(1, len(names) + 3):
        free = id_ if number == 1 else f"{id_}-{number}"
        if f"{free}.md" not in names and free not in OF_SITE:
            return f"{free}.md"
    raise AssertionError(id_)


def names_of_site(
    pages: Iterable[OwnPage], folder: Path, paths: Mapping[str, Path], series: Series
) -> Iterator[Finding]:
    """LC826: an event, or a page of their own, is called as something else on the site; `paths` are those of events."""
    for id_ in sorted(NO_EVENT & paths.keys()):
        yield finding("LC826", Place(paths[id_].as_posix()), name=id_, proposal=f"{series.id}-{id_}.yaml")
    names = [f"{id_}.md" for id_ in (*paths, *OF_SITE)]
    for page in pages:
        if page.id in OF_SITE or page.id in paths:
            path = folder / PAGES / f"{page.id}.md"
            yield finding("LC826", Place(path.as_posix()), name=page.id, proposal=_free(page.id, names))
