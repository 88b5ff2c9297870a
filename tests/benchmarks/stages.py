"""Run in labcamp's environment: prints where the processor time of a build goes, by stage and by kind.

Usage: python stages.py WORKSPACE OUT. What takes long is wrapped in a stopwatch before labcamp is imported; each
second counts once, for the innermost watch.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from made import TODAY

OTHER = "other"
# module, what to wrap there, and the column it counts for; what a version lacks is passed over
WATCHED = (
    ("jinja2.environment", "Template.render", "templates"),
    ("jinja2.environment", "Environment.get_template", "templates"),
    ("jinja2.environment", "Environment.from_string", "templates"),
    ("markdown_it.main", "MarkdownIt.render", "markdown"),
    ("markdown_it.main", "MarkdownIt.parse", "markdown"),
    ("css_inline", "inline", "inlining"),
    ("css_inline", "inline_fragment", "inlining"),
    ("babel.dates", "format_date", "dates"),
    ("babel.dates", "format_skeleton", "dates"),
)
COLUMNS = ("templates", "markdown", "inlining", "dates", OTHER)


class Stopwatch:
    """Processor seconds by stage and part; a part inside another stops the outer one."""

    def __init__(self) -> None:
        self.seconds: dict[tuple[str, str], float] = defaultdict(float)
        self.stack: list[tuple[str, str]] = [("start", OTHER)]
        self.since = 0.0  # the process began then, so Python's own start counts

    def turn(self) -> None:
        """Count what passed since the last turn for whatever is on top."""
        now = time.process_time()
        self.seconds[self.stack[-1]] += now - self.since
        self.since = now

    @contextmanager
    def running(self, stage: str | None = None, part: str = OTHER) -> Iterator[None]:
        """Count for the stage (that around it when not given) and the part."""
        self.turn()
        self.stack.append((stage or self.stack[-1][0], part))
        try:
            yield
        finally:
            self.turn()
            self.stack.pop()


def watch(clock: Stopwatch) -> None:
    """Wrap the slow things of other people's libraries; labcamp must not be imported yet."""
    for module, path, part in WATCHED:
        try:
            owner: Any = import_module(module)
            *outer, name = path.split(".")
            for step in outer:
                owner = getattr(owner, step)
            setattr(owner, name, timed(getattr(owner, name), clock, part=part))
        except (ImportError, AttributeError):
            continue
    watch_inliner(clock)


def watch_inliner(clock: Stopwatch) -> None:
    """Put a watched class in the inliner's place: its own, written in Rust, cannot be changed."""
    try:
        css_inline: Any = import_module("css_inline")
    except ImportError:
        return
    real = css_inline.CSSInliner

    class Watched:
        def __init__(self, *words: Any, **options: Any) -> None:
            self.real = real(*words, **options)

        def __getattr__(self, name: str) -> Any:
            found = getattr(self.real, name)
            return timed(found, clock, part="inlining") if callable(found) else found

    css_inline.CSSInliner = Watched


def timed(function: Callable[..., Any], clock: Stopwatch, **where: str) -> Callable[..., Any]:
    """The function, watched."""

    def watched(*words: Any, **options: Any) -> Any:
        with clock.running(**where):
            return function(*words, **options)

    return watched


def build(root: Path, out: Path, clock: Stopwatch) -> int:
    """Build the workspace as `labcamp build --no-pdf` does, and tell how many files that gave."""
    reading: Any = import_module("labcamp.files.read")
    reading.read_source = timed(reading.read_source, clock, stage="read")
    names = ("workspace", "render", "render.stage", "files.write")
    workspaces, kinds, stages, writing = (import_module(f"labcamp.{name}") for name in names)
    with clock.running("check"):
        workspace = workspaces.load(root, TODAY)
    artefacts, stage = [], stages.stage_of(workspace)
    for kind, render in kinds.KINDS.items():
        if kind in kinds.SET:
            continue
        with clock.running(kind):
            artefacts += render(stage, workspace.events)
    with clock.running("write"):
        return len(list(writing.write(artefacts, out)))


def table(clock: Stopwatch) -> Iterator[str]:
    """One line a stage, in the order in which they ran; milliseconds."""
    stages = list(dict.fromkeys(stage for stage, _ in clock.seconds))
    whole = sum(clock.seconds.values())
    yield f"{'stage':<12}" + "".join(f"{column:>11}" for column in (*COLUMNS, "sum")) + f"{'share':>8}"
    for stage in stages:
        parts = [clock.seconds.get((stage, column), 0.0) for column in COLUMNS]
        line = "".join(f"{part * 1000:11.0f}" if part else f"{'':11}" for part in parts)
        yield f"{stage:<12}{line}{sum(parts) * 1000:11.0f}{sum(parts) / whole:8.0%}"
    yield f"{'whole':<12}{'':{11 * len(COLUMNS)}}{whole * 1000:11.0f}"


def main(root: Path, out: Path) -> None:
    """Print the table of a build."""
    clock = Stopwatch()
    watch(clock)
    files = build(root, out, clock)
    clock.turn()
    print(f"where the processor time of a build goes (ms; {files:,} files; start: Python and imports)\n")
    print("\n".join(table(clock)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
