"""Rules about the words of a mail: what was left over, how it speaks to people, and how it names them."""

import re
from collections.abc import Iterator

from labcamp.check.calendar.content import fault
from labcamp.check.mail.content import Content, place_in, place_in_token
from labcamp.check.patterns import ADDRESS, EMAIL, FORMAL, GENDER, INFORMAL
from labcamp.findings import Finding, Place
from labcamp.model.texts import PLACEHOLDERS

# `None of us` is English; `None` where a value should stand is ours.
_ENGLISH = "of|the|other|but|are|is|was|were|has|have|had|can|could|will|would"
LEFTOVER = re.compile(
    r"\{\{(?:[^{}\n]{0,60}\}\})?|\}\}|\{%(?:[^{}\n]{0,60}%\})?|%\}|\{[a-z_]+\}"
    rf"|(?<!\w)(?:None(?! (?:{_ENGLISH})\b)|XXX+|{'|'.join(PLACEHOLDERS)})(?!\w)"
)
LEFT = ("{", "}", "None", *PLACEHOLDERS)
SIGNS = ("*in", ":in", "_in", "/-in", "/in", "In")  # a plain search first: most mails have none of them, or one


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
