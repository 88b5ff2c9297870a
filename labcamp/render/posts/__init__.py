"""Posts about an event: a draft for each channel, as long as the channel takes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace

from labcamp.model import Event
from labcamp.model.artefact import Artefact
from labcamp.render.posts import slack
from labcamp.render.posts.counting import graphemes, mastodon, octets, units, weighted
from labcamp.render.posts.parts import Post, fitted, left_out, post_of, sentences_left_out, uncalled
from labcamp.render.stage import Stage, artefact, facts_of, page
from labcamp.render.templates import tidy


@dataclass(frozen=True)
class Limit:
    """How a channel counts, in characters or bytes, and how many it takes."""

    counts: Callable[[str], int]
    most: int
    unit: str = "characters"


@dataclass(frozen=True)
class Length:
    """How long a post is, and may be."""

    count: int
    most: int
    unit: str

    @property
    def fits(self) -> bool:
        """Tell whether the channel takes it as it is."""
        return self.count <= self.most


@dataclass(frozen=True)
class Channel:
    """What a channel takes, and how it writes the parts of a post."""

    limits: tuple[Limit, ...]
    written: Callable[[Post], Post]


@dataclass(frozen=True)
class Draft:
    """A post as files, how long it is, and which parts had no room (and how many sentences of the summary)."""

    event: Event
    files: tuple[Artefact, ...]
    lengths: tuple[Length, ...]
    left_out: tuple[str, ...]
    sentences: int


def _plain(post: Post) -> Post:
    """The post in plain text, where an address for mails stands without `mailto:`."""
    if not post.link.startswith("mailto:"):
        return post
    return replace(post, link=post.link.removeprefix("mailto:").partition("?")[0])


def _pasted(post: Post) -> Post:
    """The post as it is pasted into a chat, where an address becomes a link by itself, and markup is shown as it is.

    Without hashtags, for there a # names a channel, or nothing.
    """
    texts = {part.name: uncalled(getattr(post, part.name)) for part in fields(Post) if part.name != "link"}
    return replace(_plain(post), **texts | {"hashtags": ""})


def _text(*limits: Limit) -> Channel:
    return Channel(limits, _plain)


# Mastodon: most servers take 500. Slack: what one section takes. Teams: 28 KB with all that is around it
# (https://learn.microsoft.com/en-us/microsoftteams/limits-specifications-teams).
CHANNELS = {
    "slack": Channel((Limit(units, slack.SECTION_LENGTH),), _pasted),
    "teams": Channel((Limit(units, 10_000),), _pasted),
    "mastodon": _text(Limit(mastodon, 500)),
    "bluesky": _text(Limit(graphemes, 300), Limit(octets, 3000, "bytes")),
    "linkedin": _text(Limit(units, 3000)),
    "x": _text(Limit(weighted, 280)),
}


def render(stage: Stage, events: Sequence[Event], channel: str) -> Iterator[Artefact]:
    """The posts about events for a channel: `post-<channel>.txt` of each, and `post-slack.json` for programs."""
    for draft in drafts(stage, events, channel):
        yield from draft.files


def drafts(stage: Stage, events: Sequence[Event], channel: str) -> Iterator[Draft]:
    """The same, and what there was no room for; one that does not fit even then is whole, and too long."""
    for event in events:
        yield _draft(stage, event, channel)


def _draft(stage: Stage, event: Event, channel: str) -> Draft:
    def text_of(post: Post) -> str:
        return _filled(stage, event, post, CHANNELS[channel])

    def lengths_of(post: Post) -> tuple[Length, ...]:
        return _lengths(text_of(post), CHANNELS[channel])

    whole = post_of(facts_of(stage, event))
    post = fitted(whole, lambda short: all(length.fits for length in lengths_of(short)))
    files = [artefact(event, f"post-{channel}.txt", text_of(post))]
    if channel == "slack":
        files.append(artefact(event, "post-slack.json", slack.message(post)))
    return Draft(event, tuple(files), lengths_of(post), left_out(whole, post), sentences_left_out(whole, post))


def _filled(stage: Stage, event: Event, post: Post, channel: Channel) -> str:
    return tidy(page(stage, "post.txt.j2", facts_of(stage, event), post=channel.written(post)))


def _lengths(text: str, channel: Channel) -> tuple[Length, ...]:
    counted = text.rstrip("\n")
    return tuple(Length(limit.counts(counted), limit.most, limit.unit) for limit in channel.limits)
