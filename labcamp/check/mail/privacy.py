"""Rules about what a mail fetches and does by itself: it would tell others who reads it, and when."""

import re
from collections.abc import Iterator

from labcamp.check.calendar.content import fault
from labcamp.check.mail.content import Content
from labcamp.check.mail.page import Token
from labcamp.findings import Finding, Place

REMOTE = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)
FETCHED = frozenset({"src", "srcset", "poster", "background", "data", "lowsrc", "xlink:href"})
IN_STYLE = re.compile(r"@import\b|@font-face\b|url\(\s*[\"']?\s*(?:https?:)?//[^)\"']*", re.IGNORECASE)
# Outlook reads what stands in a comment that begins so.
IN_COMMENT = re.compile(r"""\b(?:src|background)\s*=\s*["']?((?:https?:)?//[^\s"'>]*)""", re.IGNORECASE)
LEADING = frozenset({*FETCHED, "href", "action", "formaction"})
ACTIVE = frozenset({"script", "form", "iframe", "frame", "object", "embed", "applet"})
SCRIPT = ("javascript:", "vbscript:", "data:text/html")
INVISIBLE = re.compile(r"[\x00-\x20\x7f]+")
TINY = frozenset({"0", "1", "0px", "1px"})


def remote_content(content: Content) -> Iterator[Finding]:
    """LC507: pictures, fonts or style sheets come from elsewhere when the mail is opened."""
    for token in content.tokens:
        if token.tag in {"#style", "!"}:
            found = (IN_STYLE if token.tag != "!" else IN_COMMENT).search(token.text)
        elif token.attributes:
            found = None
            if source := _fetched(token):
                yield fault("LC507", content.place(token), source=source)
        else:
            continue
        if found:
            line = token.text.count("\n", 0, found.start())
            place = Place(content.path, token.line + line, 1 if line else token.column)
            yield fault("LC507", place, source=found.group(found.re.groups))


def _fetched(token: Token) -> str:
    """What a tag fetches from elsewhere; a picture of one point is there to be fetched; else an empty text."""
    attributes = token.attributes
    style = attributes.get("style", "")
    if "//" in style and (found := IN_STYLE.search(style)):
        return found.group()
    if token.tag == "link":
        return attributes.get("href", "")
    for name in sorted(attributes.keys() & FETCHED) if token.tag not in ACTIVE else ():
        if REMOTE.match(attributes[name]):
            return attributes[name]
    tiny = token.tag == "img" and attributes.get("width") in TINY and attributes.get("height") in TINY
    source = attributes.get("src", "")
    return source if tiny and not source.lower().startswith(("cid:", "data:")) else ""


def active_content(content: Content) -> Iterator[Finding]:
    """LC509: the mail has something in it that runs or wants to be filled in; mail programs throw it out."""
    for tag in content.tags:
        if tag.tag in ACTIVE:
            yield fault("LC509", content.place(tag), what=f"<{tag.tag}>")
            continue
        if tag.tag == "meta" and tag.attributes.get("http-equiv", "").lower() == "refresh":
            yield fault("LC509", content.place(tag), what="<meta http-equiv=refresh>")
        for name, value in tag.attributes.items():
            if name.startswith("on"):
                yield fault("LC509", content.place(tag), what=f"{name}=")
            elif name in LEADING and INVISIBLE.sub("", value[:60]).lower().startswith(SCRIPT):
                yield fault("LC509", content.place(tag), what=value)
