"""What there is to read, to hear and to look at, with its licence."""

from typing import NamedTuple
from urllib.parse import quote

from labcamp.model import Event, Link
from labcamp.render.site.contents import Site, Talk
from labcamp.render.words import Words
from labcamp.workspace.public import WITH_PEOPLE, on_the_site

KILO, MEGA = 1000, 1000 * 1000


class Material(NamedTuple):
    """Something to read or look at; `detail` says of which session it is, format and size, `alt` what is seen."""

    kind: str
    title: str
    address: str
    detail: str
    alt: str
    licence: str
    consent: str


def of_event(site: Site, event: Event, words: Words) -> list[Material]:
    """What there is of an event as a whole and of its sessions."""
    rows = [_row(site, event, link, words) for link in on_the_site(event.links)]
    for talk in site.talks_by_event[event.id]:
        title = talk.session.title
        for row in of_talk(site, talk, words):
            told = title.casefold() in row.title.casefold()
            rows.append(row if told else row._replace(detail=", ".join(filter(None, (title, row.detail)))))
    return rows


def of_talk(site: Site, talk: Talk, words: Words) -> list[Material]:
    """What there is of a session, under its licence where something has none of its own."""
    licence = talk.session.licence or ""
    return [_row(site, talk.event, link, words, licence) for link in on_the_site(talk.session.links)]


def _row(site: Site, event: Event, link: Link, words: Words, licence: str = "") -> Material:
    return Material(
        words(f"site.kind_{link.type}"),
        link.title,
        f"{event.id}/files/{quote(link.file)}" if link.file else link.url or "",
        ", ".join(filter(None, _file(site, event, link, words))),
        link.alt or "",
        link.licence or licence or words("site.no_licence"),
        words("site.consent") if link.type in WITH_PEOPLE else "",
    )


def _file(site: Site, event: Event, link: Link, words: Words) -> tuple[str, ...]:
    """Format and size of a file: `PDF`, `1,2 MB`; nothing of what lies elsewhere."""
    if not link.file:
        return ()
    file = site.workspace.root / "events" / "files" / event.id / link.file
    size = file.stat().st_size if file.is_file() else 0
    return link.file.rpartition(".")[2].upper(), size_in_words(size, words) if size else ""


def size_in_words(size: int, words: Words) -> str:
    """`1,2 MB` or `340 kB`."""
    if size < MEGA:
        return words("site.kilobytes", size=max(round(size / KILO), 1))
    whole, tenth = divmod(round(size / MEGA * 10), 10)
    return words("site.megabytes", whole=whole, tenth=tenth)
