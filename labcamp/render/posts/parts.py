"""The parts of a post, and what is left of them where there is less room."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import NamedTuple

from labcamp.model.texts import one_line
from labcamp.patterns import pattern_of
from labcamp.render.facts import Facts
from labcamp.render.sentences import Sentences, hashtags

# What people want to read, the best first; a recording or photo only where its people have agreed.
REPORTS = ("report", "notes", "paper", "slides", "page", "other")
# Bidi_Control (Unicode UAX 9)
TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
WORD_JOINER = "\N{WORD JOINER}"

# What goes after the summary, in this order; then what is said of the link, the theme, and the hashtags last.
OPTIONAL = ("attendance", "reason", "place")
END = pattern_of(r"([.!?…]+)[\"'“”‘’»«)\]]*\s+(?=(\S))")
# A full stop behind these ends no sentence; nor does it behind a letter, the number of a day or `e.V`.
SHORTENED = """
abs allg approx bd bspw bzw ca co dept dez dipl dr etc evtl feb ff fr geb gem gez ggf hl hr hrsg inc ing inkl insb jan
jr kap ltd mag mind mio mr mrd mrs ms nov nr okt phil prof rd resp sep sept sog sr st std str tel usw vgl vs zzgl
"""
ABBREVIATIONS = frozenset(SHORTENED.split())
SHORT = pattern_of(r"\d{1,2}|[^\W\d_]|(?:\w{1,3}\.)+\w{1,3}")


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
    if facts.event.cancelled:
        return _cancelled(facts)
    return _past(facts) if facts.past else _upcoming(facts)


def _upcoming(facts: Facts) -> Post:
    event, words = facts.event, facts.words
    target = Target(facts.button, words("post.registration")) if facts.button else _page(facts)
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
    days, call = bool(event.days), "post.read" if target.report else "post.more"
    return Post(
        notice=_clean(facts.notice),
        heading=_name(theme or words("post.past", title=event.title)),
        short=_name(words("post.past", title=event.title)),
        when=words("post.met", on_date=facts.on_date) if days else words("post.met_month", month=facts.on_short_date),
        attendance=_clean(facts.attendance),
        summary=_clean(event.summary or ""),
        closing=words("post.thanks"),
        call=words(call) if target.url else "",
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
    """Where more about an event stands: a page that it names, its own, the homepage, or that of the site."""
    series = facts.series
    own = [Target(link.address, link.title) for link in facts.links if link.type == "page"]
    homepage = Target(series.homepage or "", facts.words("newsletter.homepage", series=series.title))
    targets = (*own, Target(facts.page, facts.page_named), homepage, Target(series.public or "", series.title))
    return next((target for target in targets if target.url), Target("", ""))


def _report(facts: Facts) -> Target:
    """What there is to read about a past event: its page, its best link, the archive, or the page of the series."""
    if facts.page:
        return Target(facts.page, facts.page_named, report=True)
    links = sorted((link for link in facts.links if link.type in REPORTS), key=lambda link: REPORTS.index(link.type))
    if links:
        return Target(links[0].address, links[0].title, report=True)
    if facts.series.archive:
        return Target(facts.series.archive, facts.words("newsletter.archive"), report=True)
    return _page(facts)


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


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text; where it is not clear whether one ends, it goes on."""
    found: list[str] = []
    begin = 0
    for end in END.finditer(text):
        if _ends(text[begin : end.start(1)], *end.groups()):
            found.append(text[begin : end.end()].strip())
            begin = end.end()
    return tuple(filter(None, (*found, text[begin:].strip())))


def _ends(before: str, signs: str, following: str) -> bool:
    word = re.split(r"[\s(\[\"'„“»«/–-]", before)[-1]
    shortened = signs == "." and (SHORT.fullmatch(word) or word.lower() in ABBREVIATIONS)
    return not following.islower() and not shortened


def fitted(post: Post, fits: Callable[[Post], bool]) -> Post:
    """As much of the post as fits, in whole sentences; where nothing fits, title, date and link, whole."""
    if fits(post):
        return post
    said = sentences(post.summary)
    short = _summarised(replace(post, closing=""), said, fits)  # the closing says nothing that anybody needs
    if fits(short):
        return short
    shorter = list(_shorter(short))
    fitting = next(filter(fits, shorter), None)
    return _fuller(fitting, post, fits) if fitting else shorter[-1]


def _summarised(post: Post, said: Sequence[str], fits: Callable[[Post], bool]) -> Post:
    """The post with as many sentences of its summary as fit, from the first on; with none where none fit."""

    def saying(count: int) -> Post:
        return replace(post, summary=" ".join(said[:count]))

    too_many = bisect_left(range(len(said) + 1), True, key=lambda count: not fits(saying(count)))
    return saying(max(too_many - 1, 0))


def _shorter(post: Post) -> Iterator[Post]:
    """Shorter and shorter versions of a post without summary, down to title, date and link."""
    for part in OPTIONAL:
        yield (post := replace(post, **{part: ""}))
    label = f"{post.label}:" if post.link else ""
    for call in (label, ""):
        if len(call) < len(post.call):
            yield (post := replace(post, call=call))
    yield (post := replace(post, heading=post.short))
    yield replace(post, hashtags="")


def _fuller(short: Post, whole: Post, fits: Callable[[Post], bool]) -> Post:
    """The short version with what there is room for again, now that something long is gone; the best first."""
    for part in ("heading", "call", *reversed(OPTIONAL)):
        longer = replace(short, **{part: getattr(whole, part)})
        short = longer if fits(longer) else short
    return _summarised(short, sentences(whole.summary), fits)


def left_out(whole: Post, short: Post) -> tuple[str, ...]:
    """The names of the parts that a shorter version says less of, in the order of the post."""
    return tuple(part.name for part in fields(Post) if getattr(whole, part.name) != getattr(short, part.name))


def sentences_left_out(whole: Post, short: Post) -> int:
    """How many sentences of the summary a shorter version lacks."""
    return len(sentences(whole.summary)) - len(sentences(short.summary))
