"""Rules about the form of the page: its size, its language, its pictures, headings and paragraphs."""

from collections.abc import Iterator

from labcamp.check.calendar.content import fault
from labcamp.check.mail.content import HEADINGS, Content
from labcamp.findings import Finding, Place

MOST_BYTES = 102_400  # Gmail shows no more of a page
LARGE_BYTES = 80_000  # and what a mail program adds comes on top
MOST_WORDS = 90


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
