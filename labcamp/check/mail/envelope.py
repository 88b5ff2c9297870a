"""Rules about what is around a mail: subject, preheader, receivers, its text part and its calendar."""

import re
from collections.abc import Iterator

from labcamp.check.calendar import check_calendar
from labcamp.check.calendar.content import fault, text_of
from labcamp.check.mail.content import Content
from labcamp.findings import Finding, Place
from labcamp.patterns import pattern_of

LONGEST_SUBJECT = 60
PREHEADER = range(80, 111)
QUOTED = pattern_of(r'"(?:[^"\\]|\\.)*"')
RECEIVER = pattern_of(r"[^\s<>,;:]+@[^\s<>,;]+")
CONTROL = pattern_of(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
METHOD = pattern_of(r"^METHOD(?:;[^:\r\n]*)?:[ \t]*(\S*)", re.MULTILINE | re.IGNORECASE)
MAY_SHOUT = frozenset({"ABGESAGT", "CANCELLED", "CANCELED"})
SHOUTED = pattern_of(r"(?<![\w-])[A-ZÄÖÜ]{5,}(?![\w-])")
_FACE = "[\u2600-\u27bf\u2b50\u2b55\U0001f000-\U0001faff]"
_WITH = "[\ufe0f\u20e3\U0001f3fb-\U0001f3ff]*"
EMOJI = pattern_of(f"[\U0001f1e6-\U0001f1ff]{{2}}|{_FACE}{_WITH}(?:\u200d{_FACE}{_WITH})*")
ANSWER = pattern_of(r"\s*(?:Re|Fwd?|AW|WG|Antw)(?:\[\d+\])?\s?:", re.IGNORECASE)


def text_part_missing(content: Content) -> Iterator[Finding]:
    """LC512: who reads mails as text would get an empty one."""
    if not content.mail.text.strip():
        yield fault("LC512", Place(content.text_path))


def receivers_visible(content: Content) -> Iterator[Finding]:
    """LC514: everybody who gets the mail sees the addresses of all others."""
    addresses = set(RECEIVER.findall(QUOTED.sub("", content.mail.to)))
    if len(addresses) > 1:
        yield fault("LC514", content.header, count=len(addresses))


def line_break_in_header(content: Content) -> Iterator[Finding]:
    """LC516: a control character in a header; with a line break somebody could add headers of their own."""
    sender = content.mail.sender
    names = (sender.name, sender.email, sender.organisation.name if sender.organisation else None)
    headers = {"Subject": content.mail.subject, "To": content.mail.to, "From": "".join(filter(None, names))}
    for header, value in headers.items():
        if found := CONTROL.search(value):
            yield fault("LC516", content.header, header=header, character=f"U+{ord(found.group()):04X}")


def method_differs(content: Content) -> Iterator[Finding]:
    """LC517: the mail and its calendar do not say the same METHOD (RFC 6047 section 2.4)."""
    calendar = content.mail.attachment
    if not content.mail.method:
        return
    text = text_of(calendar.content, calendar.name)[0] if calendar else ""
    found = METHOD.search(text)
    given = found[1] if found else ""
    if given.upper() != content.mail.method.upper():
        yield fault("LC517", content.header, method=content.mail.method, given=given or "–")


def calendar_wrong(content: Content) -> Iterator[Finding]:
    """LC6: what calendar programs would trip over in the attached calendar."""
    calendar = content.mail.attachment
    if calendar and calendar.name.lower().endswith(".ics"):
        yield from (found for found in check_calendar(calendar.content, calendar.name) if not found.advice)


def subject_too_long(content: Content) -> Iterator[Finding]:
    """LC920: an inbox shows only the beginning of the subject."""
    if len(content.subject) > LONGEST_SUBJECT:
        values = {"length": len(content.subject), "most": LONGEST_SUBJECT}
        yield fault("LC920", content.header, key=_key(content, "subject"), **values)


def preheader_length(content: Content) -> Iterator[Finding]:
    """LC922: the preheader is missing, or too short or too long for an inbox."""
    preheader, place = content.preheader
    if len(preheader) not in PREHEADER:
        values = {"length": len(preheader), "least": PREHEADER[0], "most": PREHEADER[-1]}
        yield fault("LC922", place, key=_key(content, "preheader"), **values)


def preheader_repeats(content: Content) -> Iterator[Finding]:
    """LC923: the preheader says the subject again, and an inbox shows both in one line."""
    preheader, place = content.preheader
    subject = " ".join(content.subject.split()).casefold()
    if subject and subject in preheader.casefold():
        yield fault("LC923", place, subject=content.subject, key=_key(content, "preheader"))


def subject_shouts(content: Content) -> Iterator[Finding]:
    """LC929: the subject looks like advertising, so people and filters take it for that."""
    subject = content.subject
    shouted = [word for word in SHOUTED.findall(subject) if word not in MAY_SHOUT]
    answer = ANSWER.match(subject)
    emojis = EMOJI.findall(subject)
    for what in (answer and answer.group().strip(), next(iter(shouted), ""), "".join(emojis) if emojis[1:] else ""):
        if what:
            yield fault("LC929", content.header, what=what)


def _key(content: Content, key: str) -> str:
    """The key of the event file that says it: only a newsletter has one."""
    return f"{key}:" if content.mail.kind == "newsletter" else ""
