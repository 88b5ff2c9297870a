"""Links as an event file has them, from those of others."""

from collections.abc import Mapping
from urllib.parse import urljoin, urlsplit

from labcamp.exchange.found import Left, Value
from labcamp.exchange.schedules.foreign import Foreign, Json, Steps, keys_of, line_of, list_of, text_of, url_of
from labcamp.model.fields import sort_of_file
from labcamp.patterns import pattern_of

# What others call a sort of links; our own words stand for themselves, but `page`, which needs none
SORTS = {"article": "report", "video": "recording"}
SORTS |= {word: word for word in ("report", "slides", "paper", "recording", "photo", "notes", "feedback")}
SLIDES = pattern_of(r"\b(?:slides?|folien|foliensatz|präsentation|slide ?deck)\b")
Links = list[Mapping[str, Value]]
KNOWN = frozenset({"slides", "photo", "recording"})


def links_in(foreign: Foreign, steps: Steps, value: Json, base: str = "") -> tuple[Links, list[Left]]:
    """The links of a list of `{title, url, type}`; those that lead nowhere are left over."""
    links: Links = []
    left: list[Left] = []
    for index, item in enumerate(list_of(value)):
        keys = keys_of(item) or {"url": item}
        title, address = line_of(keys.get("title")) or line_of(keys.get("description")), line_of(keys.get("url"))
        if url := whole(address, base):
            links.append(_link(title, url, text_of(keys.get("type"))))
        elif address:
            left.append(Left(foreign.place((*steps, index)), str(steps[-1]), f"{title} {address}".strip()))
    return links, left


def whole(address: str, base: str) -> str:
    """An address with all of its parts; empty where it is none."""
    try:
        return url_of(urljoin(base, address) if base and address else address)
    except ValueError:  # a bracket in the wrong place
        return ""


def _link(title: str, url: str, sort: str) -> Mapping[str, Value]:
    """A link by its title, else by where it leads."""
    sort = SORTS.get(sort) or _sort(title, url) or ("recording" if sort == "media" else "")
    link = {"title": title or name_of(url), "url": url}
    return link | {"type": sort} if sort else link


def _sort(title: str, url: str) -> str:
    """What it is, by the name of the file to which it leads; nothing where that is a page, or anything."""
    sort = sort_of_file(url.partition("?")[0])
    if sort not in KNOWN and SLIDES.search(title.lower()):
        return "slides"
    return sort if sort in KNOWN else ""


def name_of(url: str) -> str:
    """What an address is called where nobody has named it: `example.org/folien.pdf`."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    return f"{parts.hostname or ''}{parts.path}".rstrip("/") or url
