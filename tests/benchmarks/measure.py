"""What a command costs, and two of them side by side: A B A B …, so that both meet the same noise."""

import json
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

# What would change how a Python that we measure starts
OURS_ONLY = ("PYTHON", "VIRTUAL_ENV", "LABCAMP_", "HUGO_", "COVERAGE", "COV_")


class Cost(NamedTuple):
    """What one run took, in seconds: on the clock, and of processor time (all cores, children too)."""

    wall: float
    cpu: float


class NotThereError(Exception):
    """A command that we would measure does not exist yet, or does not work."""


@dataclass(frozen=True)
class Command:
    """A whole process: its words, where its output goes, and what is removed before each run."""

    words: tuple[str, ...]
    output: Path | None = None
    fresh: Path | None = None
    # The process prints its own cost as JSON; then only that counts, not its start.
    tells: bool = False


@dataclass(frozen=True)
class Pair:
    """Our costs and the peer's, one a round."""

    ours: tuple[Cost, ...]
    peer: tuple[Cost, ...]

    def shared(self, ours: int, peer: int) -> "Pair":
        """The same by what each side has made: as many files."""
        return Pair(
            tuple(Cost(cost.wall / ours, cost.cpu / ours) for cost in self.ours),
            tuple(Cost(cost.wall / peer, cost.cpu / peer) for cost in self.peer),
        )

    def medians(self, measure: str) -> tuple[float, float]:
        """The medians of ours and of the peer, in seconds; the measure is `wall` or `cpu`."""
        return (
            statistics.median(getattr(cost, measure) for cost in self.ours),
            statistics.median(getattr(cost, measure) for cost in self.peer),
        )


def side_by_side(ours: Command, peer: Command, rounds: int) -> Pair:
    """The costs of both, after one run of each that does not count."""
    cost(ours)
    cost(peer)
    costs = [(cost(ours), cost(peer)) for _ in range(rounds)]
    return Pair(*(tuple(side) for side in zip(*costs, strict=True)))


def cost(command: Command) -> Cost:
    """The cost of one run; NotThereError with its last words when it fails."""
    if command.fresh is not None:
        shutil.rmtree(command.fresh, ignore_errors=True)
        command.fresh.mkdir(parents=True)
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as complained:
        spent = _spent(command, said.fileno(), complained.fileno())
        if not command.tells:
            return spent
        said.seek(0)
        return Cost(**json.load(said))


def _spent(command: Command, said: int, complained: int) -> Cost:
    begun = time.perf_counter()
    try:
        usage, code = _waited(command, said, complained)
    except OSError as problem:
        raise NotThereError(f"{command.words[0]}: {problem.strerror}") from problem
    wall = time.perf_counter() - begun
    if code != 0:
        os.lseek(complained, 0, os.SEEK_SET)
        words = os.read(complained, 1_000_000).decode(errors="replace").strip().splitlines()
        raise NotThereError(words[-1].strip() if words else f"exit code {code}")
    return Cost(wall, usage)


def _waited(command: Command, said: int, complained: int) -> tuple[float, int]:
    """The processor seconds of the process and all that it started, and its exit code."""
    place = os.open(command.output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC) if command.output else said
    try:
        process = subprocess.Popen(command.words, stdout=place, stderr=complained, env=surroundings())
        _, status, usage = os.wait4(process.pid, 0)
    finally:
        if command.output:
            os.close(place)
    process.returncode = os.waitstatus_to_exitcode(status)  # else Popen would look for a child that is gone
    return usage.ru_utime + usage.ru_stime, process.returncode


def surroundings() -> dict[str, str]:
    """The environment of every process that is measured: nothing that favours one side."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS_ONLY)}
    return {**kept, "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}


def attempt(action: Callable[[], Pair]) -> Pair | NotThereError:
    """What the action gives, or why there is nothing to measure."""
    try:
        return action()
    except NotThereError as reason:
        return reason
