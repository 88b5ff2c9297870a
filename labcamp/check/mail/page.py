"""Rules on the page of a mail: its form, its links, its words, and what it fetches."""

import re
from collections.abc import Iterator

from labcamp.check.calendar.content import fault
from labcamp.check.mail.content import HEADINGS, Content, Token, place_in, place_in_token, target
from labcamp.check.patterns import ADDRESS, AROUND, BARE, EMAIL, FORMAL, GENDER, INFORMAL, VAGUE
from labcamp.findings import Finding, Place
from labcamp.model.texts import PLACEHOLDERS
from labcamp.patterns import pattern_of

MOST_BYTES = 102_400  # Gmail shows no more of a page
LARGE_BYTES = 80_000  # and what a mail program adds comes on top
MOST_WORDS = 90

# What newsletter services and advertising add to an address, to see who clicks
TRACKING = pattern_of(
    r"[?&;#]((?:utm|pk|mtm|piwik|matomo)_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|igshid|mc_[ce]id"
    r"|_hs(?:enc|mi)|mkt_tok|vero_id|oly_(?:anon|enc)_id|wickedid|ml_subscriber(?:_hash)?)(?==)",
    re.IGNORECASE,
)
INSECURE = pattern_of(r"\s*http:", re.IGNORECASE)

REMOTE = pattern_of(r"\s*(?:https?:)?//", re.IGNORECASE)
FETCHED = frozenset({"src", "srcset", "poster", "background", "data", "lowsrc", "xlink:href"})
IN_STYLE = pattern_of(r"@import\b|@font-face\b|url\(\s*[\"']?\s*(?:https?:)?//[^)\"']*", re.IGNORECASE)
# Outlook reads what stands in a comment that begins so.
IN_COMMENT = pattern_of(r"""\b(?:src|background)\s*=\s*["']?((?:https?:)?//[^\s"'>]*)""", re.IGNORECASE)
LEADING = frozenset({*FETCHED, "href", "action", "formaction"})
ACTIVE = frozenset({"script", "form", "iframe", "frame", "object", "embed", "applet"})
SCRIPT = ("javascript:", "vbscript:", "data:text/html")
INVISIBLE = pattern_of(r"[\x00-\x20\x7f]+")
TINY = frozenset({"0", "1", "0px", "1px"})

# `None of us` is English; `None` where a value should stand is ours.
_ENGLISH = "of|the|other|but|are|is|was|were|has|have|had|can|could|will|would"
LEFTOVER = pattern_of(
    r"\{\{(?:[^{}\n]{0,60}\}\})?|\}\}|\{%(?:[^{}\n]{0,60}%\})?|%\}|\{[a-z_]+\}"
    rf"|(?<!\w)(?:None(?! (?:{_ENGLISH})\b)|XXX+|{'|'.join(PLACEHOLDERS)})(?!\w)"
)
LEFT = ("{", "}", "None", *PLACEHOLDERS)
SIGNS = ("*in", ":in", "_in", "/-in", "/in", "In")  # a plain search first: most mails have none of them, or one


def mail_too_large(content: Content) -> Iterator[Finding]:
    """LC501, LC921: the page is so large that Gmail cuts it off, or nearly so."""
    size = len(content.mail.html.encode("utf-8", "replace"))
    if size >= LARGE_BYTES:
        code = "LC501" if size > MOST_BYTES else "LC921"
        yield fault(code, Place(content.path), size=round(size / 1024), most=MOST_BYTES // 1024)


def mail_without_language(content: Content) -> Iterator[Finding]:
    """LC502: a screen reader does not learn which language the mail is in (WCAG 3.1.1).

    Some mail programs keep what is around the text and drop `<html>`, so both have to say it.
    """
    whole = next((tag for tag in content.tags if tag.tag == "html"), None)
    if whole is None or not whole.attributes.get("lang", "").strip():
        yield fault("LC502", content.place(whole) if whole else Place(content.path, 1, 1), tag="<html>")
    first = next((token for token in content.shown if not token.text.isspace()), None)
    before = [tag for tag in content.tags if first is None or (tag.line, tag.column) < (first.line, first.column)]
    around = [tag for tag in before if tag.tag not in {"html", "head", "meta", "title", "style", "body"}]
    if around and not any(tag.attributes.get("lang", "").strip() for tag in around):
        yield fault("LC502", content.place(around[0]), tag=f"<{around[0].tag}>")


def picture_without_alt(content: Content) -> Iterator[Finding]:
    """LC503: a picture has no text instead (WCAG 1.1.1); an empty one says that it is only decoration."""
    for tag in content.tags:
        if tag.tag == "img" and "alt" not in tag.attributes:
            yield fault("LC503", content.place(tag), source=tag.attributes.get("src", ""))


def heading_skipped(content: Content) -> Iterator[Finding]:
    """LC924: the headings leave out a level, or there is not exactly one of the first (WCAG 1.3.1)."""
    before, seen_first = 0, False
    headings = [block for block in content.blocks if block.tag in HEADINGS]
    for heading in headings:
        level = int(heading.tag[1])
        if level > before + 1 or (level == 1 and seen_first):
            tags = f"h{before}, {heading.tag}" if before else heading.tag
            yield fault("LC924", heading.place, tags=tags, text=heading.text)
            return
        before, seen_first = level, True
    if not headings and content.blocks:
        yield fault("LC924", Place(content.path), tags="", text="")


def paragraph_too_long(content: Content) -> Iterator[Finding]:
    """LC928: a paragraph is too long to be read on a telephone."""
    for block in content.blocks:
        if (words := len(block.text.split())) > MOST_WORDS:
            yield fault("LC928", block.place, words=words, most=MOST_WORDS)


def link_empty(content: Content) -> Iterator[Finding]:
    """LC504: a link leads nowhere, or there is nothing to click."""
    for link in content.links:
        url = (link.url or "").strip()
        if url in {"", "#"} and not (link.named and link.url is None):
            yield fault("LC504", link.place, text=link.text, url="")
        elif not link.text and not link.named:
            yield fault("LC504", link.place, text="", url=url)


def _each(content: Content) -> Iterator[tuple[str, Place]]:
    """Each address of the mail once, where it stands first: those of the page, then those that only the text has."""
    seen: set[str] = set()
    of_page = ((link.url.strip(), link.place) for link in content.links if link.url)
    for url, place in (*of_page, *content.addresses):
        if (where := target(url)) not in seen:
            seen.add(where)
            yield url, place


def link_not_secure(content: Content) -> Iterator[Finding]:
    """LC505: a link begins with http:, so everybody on the way can read and change what comes."""
    for url, place in _each(content):
        if INSECURE.match(url):
            yield fault("LC505", place, url=url)


def tracking_parameter(content: Content) -> Iterator[Finding]:
    """LC508: a link tells others where its readers come from."""
    for url, place in _each(content):
        if found := TRACKING.search(url):
            yield fault("LC508", place, url=url, parameter=found[1])


def link_not_in_text(content: Content) -> Iterator[Finding]:
    """LC513: the text part lacks a link of the page."""
    if not content.mail.text.strip():
        return
    seen: set[str] = set()
    for link in content.links:
        url = (link.url or "").strip()
        if not url.lower().startswith(("http:", "https:", "mailto:")):
            continue
        wanted = target(url).split(",") if url.lower().startswith("mailto:") else [target(url)]
        lacking = {each.strip() for each in wanted} - content.targets - seen - {""}
        if lacking:
            seen |= lacking
            yield fault("LC513", link.place, url=url)


def link_text_vague(content: Content) -> Iterator[Finding]:
    """LC925: what is to be clicked does not say where it leads (WCAG 2.4.4)."""
    seen: set[tuple[str, str]] = set()
    for link in content.links:
        text = link.text.strip(AROUND)
        if (text, link.url or "") in seen:
            continue
        if text.lower() in VAGUE or BARE.fullmatch(text):
            seen.add((text, link.url or ""))
            yield fault("LC925", link.place, text=link.text)


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


def leftover_in_mail(content: Content) -> Iterator[Finding]:
    """LC506: a placeholder, or what a template could not fill, is still there."""
    seen: set[str] = set()
    mail = content.mail
    places = [*_in_header(content), *_on_page(content)]
    places += [(found.group(), place_in(mail.text, found.start(), content.text_path)) for found in _found(mail.text)]
    for words, place in places:
        if words not in seen:
            yield fault("LC506", place, words=words)
            seen.add(words)


def _found(text: str) -> Iterator[re.Match[str]]:
    # Plain searches first: they are ten times faster, and nearly all texts have nothing of it.
    return LEFTOVER.finditer(text) if any(sign in text for sign in LEFT) else iter(())


def _in_header(content: Content) -> Iterator[tuple[str, Place]]:
    for text in (content.mail.subject, content.mail.preheader):
        yield from ((found.group(), content.header) for found in _found(text))


def _on_page(content: Content) -> Iterator[tuple[str, Place]]:
    left = any(_found("\n".join(token.text for token in content.shown)))
    for token in content.shown if left else ():
        yield from ((found.group(), place_in_token(token, found.start(), content.path)) for found in _found(token.text))


def address_mixed(content: Content) -> Iterator[Finding]:
    """LC926: a German mail says Sie in one place and ihr or du in another."""
    if not content.mail.language.startswith("de"):
        return
    first: dict[str, tuple[str, Place]] = {}
    for block in content.blocks:
        for way, pattern in (("formal", FORMAL), ("informal", INFORMAL)):
            if way not in first and (found := pattern.search(block.text)):
                first[way] = found.group(), block.place
    if len(first) > 1:
        (formal, one), (informal, other) = first["formal"], first["informal"]
        yield fault("LC926", max(one, other), formal=formal, informal=informal)


def gender_signs_mixed(content: Content) -> Iterator[Finding]:
    """LC927: people are named with a colon here and with an asterisk there."""
    first: dict[str, Place] = {}
    for block in content.blocks:
        if any(sign in block.text for sign in SIGNS):
            text = EMAIL.sub("", ADDRESS.sub("", block.text))
            for sign, pattern in GENDER.items():
                if sign not in first and pattern.search(text):
                    first[sign] = block.place
    if len(first) > 1:
        yield fault("LC927", sorted(first.values())[1], signs=", ".join(first))
