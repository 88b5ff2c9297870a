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

from labcamp.findings import Finding, LabcampError, Place, finding
from labcamp.model.glyphs import printable
from labcamp.render.templates import FOLDER, packaged, winner

if TYPE_CHECKING:
    from typst import Compiler

COMMON = "print.typ"  # stands before every template: the page, the colours, the pieces that several kinds share
LONG_RUN = re.compile(r"[^\s\u00ad\u200b-]{40,}")
NO_VOWEL = re.compile(r"[^aeiouyäöü]{10}", re.IGNORECASE)
TOO_LONG = 100
PIECE = 10
PICTURE = b"#image(sys.inputs.path)"
BREAK = "\u200b"
IN_SOURCE = re.compile(r"(?P<name>[^\s]*):(?P<line>\d+):(?P<column>\d+)")


def typeset(root: Path, name: str, data: Mapping[str, object], day: dt.date) -> bytes:
    """The PDF that the template of a name makes of data; `day` is the date that stands in the file.

    LC410 where this system has no Typst; LC411 with what a workspace's own template does wrong; LC413 where its logo
    is no picture.
    """
    if found := missing():
        raise LabcampError(found)
    common, own = _source(root, COMMON), _source(root, name)
    moment = dt.datetime.combine(day, dt.time(), dt.UTC)
    inputs = {"data": json.dumps(_prepared(data), ensure_ascii=False)}
    compiler = _compiler(root / FOLDER if (root / FOLDER).is_dir() else None)
    from typst import TypstError

    try:
        made = compiler.compile(f"{common}\n{own}".encode(), sys_inputs=inputs, pdf_standards="ua-1", timestamp=moment)
    except TypstError as problem:
        _judge_picture(compiler, root, str(data.get("logo", "")))
        raise _explained(problem, root, name, common.count("\n") + 1) from problem
    return made if isinstance(made, bytes) else b""


def missing() -> Finding | None:
    """LC410 where this system has no Typst."""
    try:
        import typst  # noqa: F401
    except ImportError:
        return finding("LC410", Place(""))
    return None


def _source(root: Path, name: str) -> str:
    file = winner(root, name)
    if file is None:
        raise LabcampError(finding("LC406", Place(name), name=name, nearest=""))
    return file.read_text("utf-8")


@lru_cache(maxsize=1)
def _compiler(own: Path | None) -> "Compiler":
    """The compiler with the fonts that labcamp and the workspace bring, and no other: not those of this machine.

    `own` is the workspace's folder of templates, if there is one; only what lies there can be read.
    """
    from typst import Compiler, Fonts

    shipped = packaged().joinpath("fonts")
    folders = [str(folder) for folder in (*((own / "fonts",) if own else ()), shipped) if folder.is_dir()]
    fonts = Fonts(include_system_fonts=False, font_paths=folders)
    return Compiler(root=str(own or shipped), font_paths=fonts)


def _prepared(value: object) -> object:
    """Data with texts that can be set: only characters that a font has, and long runs that may break."""
    if isinstance(value, str):
        return LONG_RUN.sub(_breakable, printable(value))
    if isinstance(value, Mapping):
        return {key: _prepared(each) for key, each in value.items()}
    return [_prepared(each) for each in value] if isinstance(value, list | tuple) else value


def _breakable(run: re.Match[str]) -> str:
    """A long run that may break; a word of our alphabet Typst divides by itself, and better, which takes vowels."""
    text = run[0]
    if text.isalpha() and len(text) < TOO_LONG and not NO_VOWEL.search(text):
        return text
    return BREAK.join(text[start : start + PIECE] for start in range(0, len(text), PIECE))


def _judge_picture(compiler: "Compiler", root: Path, path: str) -> None:
    """LC413 where a picture cannot be set even on a page of its own: then it is to blame, and no template."""
    from typst import TypstError

    try:
        if path:
            compiler.compile(PICTURE, sys_inputs={"path": path})
    except TypstError as problem:
        place = Place((root / FOLDER / path.lstrip("/")).as_posix())
        raise LabcampError(finding("LC413", place, problem=problem.message)) from problem


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
