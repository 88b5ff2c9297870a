"""The wording of a language: packaged lines, which a workspace overrides one by one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from labcamp.files.read import Source, read_source, source_of
from labcamp.files.templates import packaged, winner
from labcamp.findings import Finding, LabcampError, finding
from labcamp.patterns import pattern_of
from labcamp.render.templates import UnknownWordsError

PLACEHOLDER = pattern_of(r"\{(\w+)\}")


@dataclass(frozen=True)
class Words:
    """The lines of a language by their key, such as `when.hours`."""

    language: str
    lines: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The line for a key with its values; values that are HTML stay HTML, all else is escaped with them."""
        if key not in self.lines:
            raise UnknownWordsError(key, self.lines, self.language)
        line = self.lines[key]
        if not values:
            return line
        if not any(hasattr(value, "__html__") for value in values.values()):
            return _filled(line, tuple(values.items()))
        from markupsafe import Markup, escape

        parts = PLACEHOLDER.split(line)
        return ended(Markup("").join(escape(values[part] if odd % 2 else part) for odd, part in enumerate(parts)))


@lru_cache(maxsize=1024)
def _filled(line: str, values: tuple[tuple[str, object], ...]) -> str:
    """A line with its values; the same ones come again and again, such as the minutes of sessions."""
    known = dict(values)
    return ended(PLACEHOLDER.sub(lambda name: str(known[name[1]]), line))


def ended(text: str) -> str:
    """The text without a full stop behind another sign that ends a sentence, as in `NExT e.V..`."""
    return text[:-1] if re.search(r"(?:[?!…]|(?<!\.)\.)\.$", text) else text


def words_for(root: Path, language: str, address: str) -> Words:
    """The words of a language (`de`, `en`, `de-AT`, `de-CH`) in an address (`ihr`, `du`, `Sie`)."""
    lines: dict[str, str] = {}
    layers = layers_of(language, address)
    for layer in layers:
        name = f"words.{layer}.yaml"
        shipped = packaged().joinpath(name)
        if shipped.is_file():
            lines |= _lines(source_of(shipped.read_bytes(), name))
    findings: list[Finding] = []
    for layer in layers:
        name = f"words.{layer}.yaml"
        own = winner(root, name)
        if isinstance(own, Path) and own.parent == root / "templates":
            try:
                lines |= _checked(read_source(own, own.as_posix()), lines, name)
            except LabcampError as problem:
                findings += problem.findings
    if findings:
        raise LabcampError(*findings)
    return Words(language, lines)


def layers_of(language: str, address: str) -> tuple[str, ...]:
    """Which words files speak in a language and an address, the later ones first heard: `de`, `de-sie`, `de-AT`.

    What is only said to many is said in `ihr` where people are addressed in `du`, too.
    """
    ways = ("ihr", "du") if address == "du" else (address.lower(),)
    places = dict.fromkeys((language.split("-", maxsplit=1)[0], language))
    return tuple(layer for place in places for layer in (place, *(f"{place}-{way}" for way in ways)))


def _lines(source: Source) -> dict[str, str]:
    """The lines of a words file: its sections and their keys, joined by a dot."""
    return {
        f"{section}.{key}": " ".join(text.split())
        for section, lines in source.data.items()
        for key, text in lines.items()
    }


def _checked(source: Source, known: Mapping[str, str], file: str) -> dict[str, str]:
    """The lines of a workspace's words file; a key or a placeholder that nobody asks for is a slip."""
    findings = []
    for section, lines in source.data.items():
        for key, text in lines.items() if isinstance(lines, dict) else [("", lines)]:
            name = f"{section}.{key}".rstrip(".")
            place = source.place(section, key, key=True) if key else source.place(section, key=True)
            if name not in known or not isinstance(text, str):
                near = next(iter(get_close_matches(name, known, n=1)), "")
                findings.append(finding("LC407", place, name=name, nearest=near, file=file))
                continue
            allowed = set(PLACEHOLDER.findall(known[name]))
            findings += [
                finding(
                    "LC407",
                    place,
                    name=f"{{{part}}}",
                    nearest=", ".join(sorted(f"{{{x}}}" for x in allowed)),
                    file=file,
                )
                for part in PLACEHOLDER.findall(text)
                if part not in allowed
            ]
    if findings:
        raise LabcampError(*findings)
    return _lines(source)
