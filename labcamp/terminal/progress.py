"""How far a command has come, and what `build` has done."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from threading import Timer

import typer

from labcamp.files.place import place
from labcamp.files.write import Outcome, write
from labcamp.model import Event
from labcamp.model.artefact import Artefact
from labcamp.render import OF_THE_SERIES, WHOLE, Render
from labcamp.render.stage import Stage
from labcamp.terminal.language import say
from labcamp.terminal.options import Options
from labcamp.terminal.screen import bare

WORDS = ("created", "updated", "unchanged", "removed", "kept", "left")
Advance = Callable[[str, float], None]
PATIENCE = 5.0  # seconds that nobody wonders about, where one line is all that can be said


@contextmanager
def bar() -> Iterator[Advance]:
    """What is called with a stage and how much of it is done, from 0 to 1: a bar where somebody looks on."""
    if not sys.stderr.isatty():
        yield lambda _stage, _share: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(file=bare(sys.stderr)), transient=True) as progress:
        task = progress.add_task("", total=1)
        yield lambda stage, share: progress.update(task, description=stage, completed=share)


@contextmanager
def status(text: str) -> Iterator[Callable[[str], None]]:
    """What is called with what goes on: a line that changes where somebody looks on, else one line if it takes long."""
    if sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        from rich.console import Console
        from rich.text import Text

        with Console(stderr=True).status(Text(text)) as shown:
            yield lambda said: shown.update(Text(said))
        return
    said = [text]
    timer = Timer(PATIENCE, lambda: typer.echo(said[-1], err=True))
    timer.start()
    try:
        yield said.append
    finally:
        timer.cancel()


def rendered(
    stage: Stage, kinds: Mapping[str, Render], advance: Advance, one: Event | None = None
) -> Mapping[str, list[Artefact]]:
    """All artefacts of kinds, by kind, or those of one event; nothing is written before the last one is finished."""
    artefacts: dict[str, list[Artefact]] = {}
    for number, (kind, render) in enumerate(kinds.items()):
        artefacts[kind] = []
        seen: set[str] = set()
        events = (one,) if one and kind not in OF_THE_SERIES else stage.workspace.events
        for artefact in render(stage, events):
            artefacts[kind].append(artefact)
            seen.add(artefact.name.partition("/")[0])
            share = len(seen) / max(len(events), 1)
            advance(say(f"kind_{kind}"), (number + min(share, 1)) / len(kinds))
    return artefacts


def write_with_progress(artefacts: Mapping[str, list[Artefact]], options: Options, advance: Advance) -> list[Outcome]:
    """Write all artefacts, tell `advance` the share that is done; their outcomes in the same order.

    Behind those of a folder that is put in place as a whole stand those of what it does not hold any more.
    """
    single = [artefact for kind, of_a_kind in artefacts.items() if kind not in WHOLE for artefact in of_a_kind]
    how = {"dry_run": options.dry_run, "force": options.force}
    # What cannot be written is found before the first of all files is.
    runs = [write(single, options.folder, **how)]
    runs += [place(artefacts[kind], options.folder, name, **how) for kind, name in WHOLE.items() if kind in artefacts]
    outcomes: list[Outcome] = []
    every = sum(map(len, artefacts.values()))
    for outcome in chain.from_iterable(runs):
        outcomes.append(outcome)
        advance(say("writing"), min(len(outcomes) / every, 1))
    return outcomes


def summary(artefacts: Mapping[str, list[Artefact]], outcomes: Sequence[Outcome], *, dry_run: bool) -> Iterator[str]:
    """A line for each kind: how many files were created, updated, unchanged, removed, kept, left."""
    left = iter(outcomes)
    width = max(len(say(f"kind_{kind}")) for kind in artefacts)
    for kind, of_a_kind in artefacts.items():
        own = left if kind in WHOLE else islice(left, len(of_a_kind))
        yield f"{say(f'kind_{kind}'):<{width}}  {counted(own, dry_run=dry_run)}"


def counted(outcomes: Iterable[Outcome], *, dry_run: bool) -> str:
    """How many files were created, updated, unchanged, removed, kept, left: `12 angelegt, 3 unverändert`."""
    counts = Counter(outcome.word for outcome in outcomes)
    said = (f"{counts[word]} {say(f'would_{word}' if dry_run else word)}" for word in WORDS if counts[word])
    return ", ".join(said) or "–"
