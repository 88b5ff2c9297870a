"""Data → PDF, set by Typst: readable for screen readers (PDF/UA-1), the same bytes for the same data.

What people write reaches a template only as data, so nothing in it is ever a command.
"""

import datetime as dt
import json
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from labcamp.findings import LabcampError, Place, finding
from labcamp.model.glyphs import printable
from labcamp.render.templates import FOLDER, packaged, winner

if TYPE_CHECKING:
    from typst import Compiler

COMMON = "print.typ"  # stands before every template: the page, the colours, the pieces that several kinds share
LONG_RUN = re.compile(r"[^\s\u00ad\u200b-]{40,}")
NO_VOWEL = re.compile(r"[^aeiouyäöü]{10}", re.IGNORECASE)
TOO_LONG = 100
PIECE = 10
BREAK = "\u200b"
IN_SOURCE = re.compile(r"(?P<name>[^\s]*):(?P<line>\d+):(?P<column>\d+)")


def typeset(root: Path, name: str, data: Mapping[str, object], day: dt.date) -> bytes:
    """The PDF that the template of a name makes of data; `day` is the date that stands in the file.

    LC410 where this system has no Typst; LC411 with what a workspace's own template does wrong.
    """
    common, own = _source(root, COMMON), _source(root, name)
    moment = dt.datetime.combine(day, dt.time(), dt.UTC)
    inputs = {"data": json.dumps(_prepared(data), ensure_ascii=False)}
    compiler = _compiler(root)
    from typst import TypstError

    try:
        made = compiler.compile(f"{common}\n{own}".encode(), sys_inputs=inputs, pdf_standards="ua-1", timestamp=moment)
    except TypstError as problem:
        raise _explained(problem, root, name, common.count("\n") + 1) from problem
    return made if isinstance(made, bytes) else b""


def _source(root: Path, name: str) -> str:
    file = winner(root, name)
    if file is None:
        raise LabcampError(finding("LC406", Place(name), name=name, nearest=""))
    return file.read_text("utf-8")


@lru_cache(maxsize=1)
def _compiler(root: Path) -> "Compiler":
    """The compiler with the fonts that labcamp brings, and no other: not those of this machine."""
    try:
        from typst import Compiler, Fonts
    except ImportError as problem:
        raise LabcampError(finding("LC410", Place(""))) from problem
    own = root / FOLDER
    folders = [str(folder) for folder in (own / "fonts", packaged().joinpath("fonts")) if folder.is_dir()]
    fonts = Fonts(include_system_fonts=False, font_paths=folders)
    return Compiler(root=str(own) if own.is_dir() else None, font_paths=fonts)


def _prepared(value: object) -> object:
    """Data with texts that can be set: only characters that a font has, and long runs that may break."""
    if isinstance(value, str):
        return LONG_RUN.sub(lambda run: run[0] if _is_hyphenated(run[0]) else BREAK.join(_pieces(run[0])), printable(value))
    if isinstance(value, Mapping):
        return {key: _prepared(each) for key, each in value.items()}
    return [_prepared(each) for each in value] if isinstance(value, list | tuple) else value


def _is_hyphenated(run: str) -> bool:
    """Tell whether Typst can divide a word by itself, and better: it needs vowels of our alphabet for that."""
    return run.isalpha() and len(run) < TOO_LONG and not NO_VOWEL.search(run)


def _pieces(run: str) -> list[str]:
    return [run[start : start + PIECE] for start in range(0, len(run), PIECE)]


def _explained(problem: Exception, root: Path, name: str, before: int) -> Exception:
    """The finding for a template of the workspace; for one of ours the problem itself, for it is a mistake of ours."""
    if not (root / FOLDER / name).is_file() and not (root / FOLDER / COMMON).is_file():
        return problem
    own = root / FOLDER / name
    message = getattr(problem, "message", str(problem))
    found = IN_SOURCE.search(getattr(problem, "diagnostic", ""))
    line = int(found["line"]) - before if found else 0
    if line < 1:
        own, line = root / FOLDER / COMMON, int(found["line"]) if found else 0
    place = Place(own.as_posix(), line, int(found["column"]) + 1 if found else 0)
    return LabcampError(finding("LC411", place, problem=message))
