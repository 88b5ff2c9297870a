"""Under which licences all parts of labcamp stand: `python tests/licences.py` prints a table of what it installs.

Exit code 1 if one of them has none that is known, or one that labcamp could not be given on with.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import NamedTuple

# What may be used beside our MIT and given on with it; LGPL and MPL bind only changes of the part itself
FREE = re.compile(
    r"MIT|BSD|Apache|ISC|PSF|Python Software Foundation|MPL|Mozilla|LGPL|Lesser|Unlicense|Zlib|0BSD|OFL|Public Domain"
    r"|CC0|HPND|Artistic|Dual License|Blue ?Oak|EPL|UPL",
    re.IGNORECASE,
)
NAME = re.compile(r"[A-Za-z0-9._-]+")
MOST = 60  # signs: some packages put the whole text there


class Part(NamedTuple):
    """A package that labcamp needs, and its licence in its own words; empty where it names none."""

    name: str
    version: str
    licence: str

    @property
    def is_free(self) -> bool:
        """Tell whether labcamp can be given on with it."""
        return bool(FREE.search(self.licence))


def parts(root: str = "labcamp") -> list[Part]:
    """All that labcamp needs to run, and what these need, by name; not what only its tests use."""
    found: dict[str, Part] = {}
    waiting = list(_needed(distribution(root)))
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in found:
            continue
        try:
            one = distribution(name)
        except PackageNotFoundError:  # for another system
            continue
        found[name] = Part(name, one.version, licence_of(one))
        waiting += _needed(one)
    return sorted(found.values())


def _needed(one: Distribution) -> Iterator[str]:
    """The names of what a package needs, apart from its extras."""
    for line in one.requires or ():
        if not re.search(r"\bextra\s*==", line) and (name := NAME.match(line)):
            yield name[0]


def licence_of(one: Distribution) -> str:
    """The licence of a package: its expression (PEP 639), else its classifiers, else its own words if short."""
    about = one.metadata
    if "License-Expression" in about:
        return about["License-Expression"]
    named = [each.rsplit(" :: ", 1)[-1] for each in about.get_all("Classifier") or () if each.startswith("License ::")]
    own = " ".join((about.get_all("License") or [""])[0].split())
    return ", ".join(name for name in named if name != "OSI Approved") or (own if len(own) <= MOST else "")


def table(found: Iterable[Part]) -> str:
    """The parts as lines of a table."""
    return "".join(f"{part.name:<28} {part.version:<16} {part.licence or '?'}\n" for part in found)


if __name__ == "__main__":
    every = parts()
    sys.stdout.write(table(every))
    sys.exit(any(not part.is_free for part in every))
