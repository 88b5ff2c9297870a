"""`render-post`: a draft for a channel, how long it is, and what there was no room for."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from labcamp.check.shape import nearest
from labcamp.findings import Finding, Place, UsageError, finding
from labcamp.render.posts import CHANNELS, Draft, drafts
from labcamp.render.stage import stage_of
from labcamp.terminal.kept import kept
from labcamp.terminal.language import phrases_of
from labcamp.terminal.making import sound, tell_advice, write_and_tell
from labcamp.terminal.options import MakeOptions, MaybeEvent
from labcamp.terminal.report import tell
from labcamp.terminal.which_event import chosen_or_next
from labcamp.workspace import EVENTS

say = phrases_of("render-post")

PASTED = ("slack", "teams")


def channel_names(incomplete: str) -> Iterator[str]:
    """The channels that a shell completes."""
    return (name for name in CHANNELS if name.startswith(incomplete.lower()))


Channel = Annotated[
    str,
    typer.Argument(autocompletion=channel_names, show_default=False),
]


def render_post(channel: Channel, event: MaybeEvent = None, *, options: MakeOptions) -> None:
    """A post about an event for a channel; LC940 where it is too long even without all that it can do without."""
    name = _known(channel)
    workspace = sound(options.root, options.today, event)
    known = chosen_or_next(workspace, event)
    (draft,) = drafts(stage_of(workspace, kept()), (known,), name)
    key = f"post_next_{name}" if name in PASTED else "post_next"
    closing = say(key, path=(options.folder / draft.files[0].name).as_posix())
    write_and_tell(draft.files, options, closing, tuple(_notes(draft, name)))
    tell(_too_long(draft, name, options.root))
    tell_advice(workspace, known)


def _known(channel: str) -> str:
    """The channel that is meant; LC037 where there is none."""
    name = channel.strip().lower()
    if name in CHANNELS:
        return name
    values = {"channel": channel, "nearest": nearest(name, CHANNELS), "known": ", ".join(CHANNELS)}
    raise UsageError(finding("LC037", Place(""), **values))


def _notes(draft: "Draft", channel: str) -> Iterator[str]:
    """How long the post is, and what there was no room for."""
    lengths = (say(f"post_{length.unit}", count=length.count, most=length.most) for length in draft.lengths)
    yield f"{channel}: {', '.join(lengths)}"
    if draft.left_out:
        parts = ", ".join(_part(name, draft) for name in draft.left_out)
        yield f"{channel}: {say('post_left_out', parts=parts)}"


def _part(name: str, draft: "Draft") -> str:
    if name != "summary":
        return say(f"post_part_{name}")
    return say("post_sentences" if draft.sentences > 1 else "post_sentence", count=draft.sentences)


def _too_long(draft: "Draft", channel: str, root: Path) -> list[Finding]:
    """LC940: a post is too long though everything is left out that can be."""
    place = Place((root / EVENTS / f"{draft.event.id}.yaml").as_posix())
    over = [length for length in draft.lengths if not length.fits][:1]
    return [finding("LC940", place, channel=channel, count=length.count, most=length.most) for length in over]
