"""Pages of the site as a reader of HTML sees them: what they link to and load, what is in them that must not be."""

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

OUTSIDE = {"http", "https", "webcal", "mailto", "tel"}
LEADING = {"href", "src", "poster", "data", "action", "formaction", "cite"}
# What names an element of the same page
NAMING = {"for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "list", "headers"}
# A link in the head that is no resource of the page
MENTIONED = {"canonical", "alternate", "author", "license", "prev", "next", "me"}


@dataclass
class Tag:
    """A tag with its attributes, and the text in it where it is a script or a style sheet."""

    name: str
    values: Mapping[str, str]
    text: str = ""

    @property
    def leads(self) -> list[str]:
        """All addresses that it names."""
        sets = [part.split()[0] for part in self.values.get("srcset", "").split(",") if part.strip()]
        return [value for name, value in self.values.items() if name in LEADING and value] + sets

    @property
    def loads(self) -> bool:
        """Tell whether the browser fetches what it names without being asked."""
        if self.name == "link":
            return not set(self.values.get("rel", "").split()) <= MENTIONED
        return self.name not in {"a", "area", "form", "button", "input", "blockquote", "q"}


@dataclass
class Read(HTMLParser):
    """A page: its tags in their order, its text, and what anchors it has."""

    page: str
    tags: list[Tag] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag begins; no attribute stands in it twice."""
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), self.get_starttag_text()
        self.tags.append(Tag(tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        """A text, which belongs to a script or to the page."""
        if self.tags and self.cdata_elem:
            self.tags[-1].text += data
        else:
            self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        """A comment, of which finished pages have none."""
        self.comments.append(data)

    @property
    def text(self) -> str:
        """All that can be read, without marks."""
        return " ".join("".join(self.texts).split())

    @property
    def ids(self) -> Counter[str]:
        """How often each anchor is there."""
        return Counter(tag.values["id"] for tag in self.tags if "id" in tag.values)

    def named(self, name: str) -> list[Tag]:
        """The tags of one name."""
        return [tag for tag in self.tags if tag.name == name]


def pages_of(files: Mapping[str, bytes]) -> dict[str, Read]:
    """The pages of a site by their addresses."""
    return {address: Read(content.decode()) for address, content in files.items() if address.endswith(".html")}


def outside(link: str) -> bool:
    """Tell whether a link leads out of the site."""
    return urlsplit(link).scheme in OUTSIDE or link.startswith("//")


def target(address: str, link: str, base: str = "/") -> tuple[str, str]:
    """The address and the anchor to which a link on a page leads; `base` is where the site lies for `/…`."""
    parts = urlsplit(link)
    path = unquote(parts.path)
    if path.startswith("/"):
        return path.removeprefix(base), unquote(parts.fragment)
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(address), path)) if path else address
    return joined, unquote(parts.fragment)


def dead(files: Mapping[str, bytes], pages: Mapping[str, Read], base: str = "/") -> Iterator[tuple[str, str]]:
    """Page and link of each that leads to no file or no anchor; a folder is none: from a disk it is a list."""
    anchors = {address: page.ids for address, page in pages.items()}
    for address, page in pages.items():
        for link in (link for tag in page.tags for link in tag.leads if not outside(link)):
            file, anchor = target(address, link, base)
            if file not in files or (anchor and anchor not in anchors.get(file, {anchor: 1})):
                yield address, link
        for tag in page.tags:
            named = (name for key, value in tag.values.items() if key in NAMING for name in value.split())
            yield from ((address, f"#{name}") for name in named if name not in anchors[address])


def reached(pages: Mapping[str, Read], start: str = "index.html") -> set[str]:
    """The files to which somebody comes who begins on a page and follows links."""
    seen, waiting = {start}, [start]
    while waiting:
        address = waiting.pop()
        for link in (link for tag in pages[address].tags for link in tag.leads if not outside(link)):
            file, _ = target(address, link)
            if file not in seen:
                seen.add(file)
                waiting += [file] if file in pages else []
    return seen
