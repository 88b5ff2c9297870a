"""What a post says, part by part, as finished sentences in the event's language."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from labcamp.model.texts import one_line
from labcamp.render.facts import Facts
from labcamp.render.sentences import Sentences

# What people want to read, the best first; a recording or photo only where its people have agreed.
REPORTS = ("report", "notes", "paper", "slides", "page", "other")
# Bidi_Control (Unicode UAX 9)
TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
WORD_JOINER = "\N{WORD JOINER}"


@dataclass(frozen=True)
class Post:
    """A post in its parts; an empty text means that there is nothing to say, or no room for it."""

    notice: str = ""  # a draft, or moved
    heading: str = ""
    short: str = ""  # the heading without the theme
    when: str = ""
    place: str = ""
    attendance: str = ""
    reason: str = ""
    summary: str = ""
    closing: str = ""
    call: str = ""
    link: str = ""
    label: str = ""  # what the link leads to
    hashtags: str = ""


class Target(NamedTuple):
    """Where a link leads, and what stands there."""

    url: str
    label: str
    report: bool = False


def post_of(facts: Facts) -> Post:
    """All that a post about an event can say: before it, after it, or that it is cancelled."""
    make = _cancelled if facts.event.cancelled else _past if facts.past else _upcoming
    return make(facts)


def _upcoming(facts: Facts) -> Post:
    event, words = facts.event, facts.words
    target = Target(facts.button, words("register.button")) if facts.button else _page(facts)
    return Post(
        notice=_clean(facts.notice),
        heading=_name(event.heading),
        short=_name(event.title),
        when=_when(facts),
        place=_name(words("post.place", place=facts.place) if event.place else words("post.place_follows")),
        summary=_clean(event.summary or ""),
        closing=words("post.closing"),
        call=_take_part(facts, target),
        link=_seen(target.url),
        label=_name(target.label),
        hashtags=hashtags(facts.series.hashtags),
    )


def _past(facts: Facts) -> Post:
    event, words = facts.event, facts.words
    target = _report(facts)
    theme = words("post.past_theme", title=event.title, theme=event.theme) if event.theme else ""
    days = bool(event.days)
    return Post(
        notice=_clean(facts.notice),
        heading=_name(theme or words("post.past", title=event.title)),
        short=_name(words("post.past", title=event.title)),
        when=words("post.met", on_date=facts.on_date) if days else words("post.met_month", month=facts.on_short_date),
        attendance=_clean(facts.attendance),
        summary=_clean(event.summary or ""),
        closing=words("post.thanks"),
        call=words("post.read" if target.report else "post.more") if target.url else "",
        link=_seen(target.url),
        label=_name(target.label),
        hashtags=hashtags(facts.series.hashtags),
    )


def _cancelled(facts: Facts) -> Post:
    event, words = facts.event, facts.words
    target = _page(facts)
    heading = _name(words("post.cancelled", title=event.title))
    return Post(
        heading=heading,
        short=heading,
        when=_gone(facts),
        reason=_clean(event.reason or ""),
        closing=words("post.hope"),
        call=words("post.more") if target.url else "",
        link=_seen(target.url),
        label=_name(target.label),
        hashtags=hashtags(facts.series.hashtags),
    )


def _gone(facts: Facts) -> str:
    """That we do not meet; once the day is over, that we did not."""
    event, words, ended = facts.event, facts.words, "_past" if facts.past else ""
    if event.date is None:
        return words("notice.cancelled")
    if not event.days:
        return words(f"post.gone_month{ended}", month=facts.on_short_date)
    return words(f"post.gone{ended}", on_date=facts.on_date)


def _when(facts: Facts) -> str:
    """When we meet, as far as it is known, and what follows."""
    words = facts.words
    if facts.event.date is None:
        return words("post.date_follows")
    if not facts.event.days:
        return words("post.month", month=facts.on_short_date)
    if facts.event.time is None:
        return words("post.day", on_date=facts.on_date)
    return words("post.day_hours", on_date=facts.on_date, hours=facts.hours)


def _take_part(facts: Facts, target: Target) -> str:
    """How to take part; it ends with a colon where a link follows."""
    sentence = Sentences(facts).how_to_register
    return sentence if facts.button or not target.url else f"{sentence} {facts.words('post.more')}"


def _page(facts: Facts) -> Target:
    """Where more about an event stands: its own page, the homepage, or where its files are published."""
    series = facts.series
    own = [Target(link.url, link.title) for link in facts.links if link.type == "page"]
    homepage = Target(series.homepage or "", facts.words("newsletter.homepage", series=series.title))
    targets = (*own, homepage, Target(series.public or "", series.title))
    return next((target for target in targets if target.url), Target("", ""))


def _report(facts: Facts) -> Target:
    """What there is to read about a past event: its best link, the archive, or the page of the series."""
    links = sorted((link for link in facts.links if link.type in REPORTS), key=lambda link: REPORTS.index(link.type))
    if links:
        return Target(links[0].url, links[0].title, report=True)
    if facts.series.archive:
        return Target(facts.series.archive, facts.words("newsletter.archive"), report=True)
    return _page(facts)


def hashtags(tags: Iterable[str]) -> str:
    """The hashtags with a capital for each word, which screen readers need: `#OeffentlichesGestalten`."""
    words = (re.findall(r"\w+", _letters(tag)) for tag in tags)
    cased = ("".join(part.capitalize() if part.islower() else part for part in parts) for parts in words)
    return " ".join(dict.fromkeys(f"#{tag}" for tag in cased if tag))


def _letters(text: str) -> str:
    """The text with a blank for all that cannot be part of a hashtag; marks that belong to letters stay."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(sign if sign == "_" or unicodedata.category(sign)[0] in "LN" else " " for sign in composed)


def _clean(text: str) -> str:
    """A text on one line, each letter and its marks as one character, and nothing hidden in it."""
    return one_line(unicodedata.normalize("NFC", _seen(text)))


def _seen(text: str) -> str:
    """The text without control characters and without those that turn the direction of what follows."""
    return "".join(
        sign for sign in text if sign.isspace() or not (sign in TURNING or unicodedata.category(sign) == "Cc")
    )


def _name(text: str) -> str:
    """A name or title on one line; an @ in it calls nobody."""
    return uncalled(_clean(text))


def uncalled(text: str) -> str:
    """The text with something invisible behind each @ that would call somebody, such as `@everyone`."""
    return re.sub(r"(?<!\w)@(?=\w)", f"@{WORD_JOINER}", text)
