"""A post that fits its channel: what goes first when there is no room, and where a sentence ends."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, replace

from labcamp.render.posts.parts import Post

# What goes after the summary, in this order; then what is said of the link, the theme, and the hashtags last.
OPTIONAL = ("attendance", "reason", "place")
END = re.compile(r"([.!?…]+)[\"'“”‘’»«)\]]*\s+(?=(\S))")
# A full stop behind these ends no sentence; nor does it behind a letter, the number of a day or `e.V`.
SHORTENED = """
abs allg approx bd bspw bzw ca co dept dez dipl dr etc evtl feb ff fr geb gem gez ggf hl hr hrsg inc ing inkl insb jan
jr kap ltd mag mind mio mr mrd mrs ms nov nr okt phil prof rd resp sep sept sog sr st std str tel usw vgl vs zzgl
"""
ABBREVIATIONS = frozenset(SHORTENED.split())
SHORT = re.compile(r"\d{1,2}|[^\W\d_]|(?:\w{1,3}\.)+\w{1,3}")


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
