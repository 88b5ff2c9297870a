"""Chance that is the same on every machine: whole numbers from a seed, and how often something worse is taken."""

import random
from collections.abc import Callable, Iterator
from hashlib import sha256

Draw = Callable[[int], int]  # a number of so many bits

STAGES = 32
WHOLE = 1 << 16
FINE = 30  # bits of a draw of one among many, so that all are as likely


def chance_of(seed: bytes) -> Draw:
    """Numbers that hang on the seed alone: Python promises that bits of a seed stay what they are."""
    return random.Random(int.from_bytes(sha256(seed).digest(), "big")).getrandbits


def one_of(count: int, draw: Draw) -> int:
    """A number from 0 to below the count."""
    return draw(FINE) * count >> FINE


def cooling(warm: int, cold: int) -> Iterator[list[int]]:
    """For each stage how many of 65,536 times what is worse by so much is taken: one more is `warm`, then `cold` times.

    Whole numbers only: what floating point gives in the end may differ from one machine to another.
    """
    for stage in range(STAGES):
        chance = warm + (cold - warm) * stage // (STAGES - 1)
        limits = [WHOLE]
        while limits[-1]:
            limits.append(limits[-1] * chance // WHOLE)
        yield limits
