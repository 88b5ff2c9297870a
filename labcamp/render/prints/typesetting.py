"""What is set by Typst, PDF files and pictures, with what all prints share."""

import datetime as dt
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from labcamp import __version__
from labcamp.files.disk import NOT_A_FILE, inside
from labcamp.files.templates import FOLDER, content, packaged, text_of
from labcamp.findings import Finding, LabcampError, Place, finding
from labcamp.model import Series
from labcamp.model.artefact import Artefact
from labcamp.model.glyphs import bare, printable, without_glyph
from labcamp.model.private import Participant
from labcamp.patterns import pattern_of
from labcamp.render.facts import Facts
from labcamp.render.kept import once
from labcamp.render.pictures import logo_path, palettes
from labcamp.render.stage import Stage

if TYPE_CHECKING:
    from typst import Compiler


COMMON = "print.typ"  # stands before every template: the page, the colours, the pieces that several kinds share
Form = Literal["pdf", "png"]
FORMS: Final[Mapping[str, Mapping[str, Any]]] = {
    "pdf": {"pdf_standards": "ua-1"},  # ISO 14289-1, which public bodies have to keep to
    "png": {"format": "png", "ppi": 72},  # so a point is a pixel
}
PICTURE = b"#image(sys.inputs.path)"
JOINED = "__typst_py_bytes__.typ"  # what Typst calls the text that it is given
PLACES = pattern_of(r"^ *┌─ (?P<file>.*):(?P<line>\d+):(?P<column>\d+)$", re.MULTILINE)
PACKAGE = pattern_of(r'"(@[\w-]+/[^"\s]*)')
# What the standard refuses in a text: a letter with a mark that no font has together, above all
REFUSED = ("could not be displayed", "disallowed codepoint")
# An address Typst breaks by itself, and a word of our alphabet, which takes vowels, it divides better.
LONG = pattern_of(r"(?<!\S)(?!https?://|<svg)[^\s\u00ad\u200b-]{40,}")
TOO_LONG = 100
MOST = 5000  # characters of a pattern, lest Typst finds it too large
ANY_LONG = r"[^\s\u{ad}\u{200b}-]{40,}"
NO_VOWEL = pattern_of(r"[^aeiouyäöü]{10}", re.IGNORECASE)

STROKED = str.maketrans("łøđı", "lodi")  # letters that Unicode does not take apart


def typeset(root: Path, name: str, data: Mapping[str, object], day: dt.date, form: Form = "pdf") -> bytes:
    """The PDF or the picture that the template of a name makes of data; `day` is the date that stands in a PDF.

    LC410 where this system has no Typst; LC411 and LC412 with what a workspace's own template does wrong; LC413 where
    its logo is no picture.
    """
    if found := missing():
        raise LabcampError(found)
    _refuse_others(root)
    common, own = _source(root, COMMON), _source(root, name)
    moment = dt.datetime.combine(day, dt.time(), dt.UTC)
    compiler = _compiler(*_folders(root))
    from typst import TypstError

    try:
        return _set(compiler, f"{common}\n{own}".encode(), data, {**FORMS[form], "timestamp": moment})
    except TypstError as problem:
        _judge_picture(compiler, root, str(data.get("logo", "")))
        raise _explained(problem, root, name, common.count("\n") + 1) or problem from problem


def missing() -> Finding | None:
    """LC410 where this system has no Typst."""
    try:
        import typst  # noqa: F401
    except ImportError:
        return finding("LC410", Place(""))
    return None


def typeset_once(stage: Stage, name: str, data: Mapping[str, object], day: dt.date, form: Form = "pdf") -> bytes:
    """The same, but made anew only where anything has changed that it hangs on; not for what is private."""
    root = stage.workspace.root
    if found := missing():
        raise LabcampError(found)
    hangs_on = (_world(stage), _source(root, COMMON), _source(root, name), data, day.isoformat(), form)
    key = sha256(json.dumps(hangs_on).encode()).hexdigest()
    return once(stage, key, lambda: typeset(root, name, data, day, form))


@lru_cache(maxsize=1)
def _world(stage: Stage) -> str:
    """The hash of what may change how Typst sets the same data: versions, and all files that a workspace lets it read.

    The fonts that come with labcamp are those of its version.
    """
    import typst

    root = stage.workspace.root
    _refuse_others(root)
    own = inside(root / FOLDER)
    digest = sha256(f"{__version__} {typst.__version__}".encode())  # type: ignore[attr-defined]
    for file in sorted(own.rglob("*")) if own.is_dir() else ():
        if file.is_file():
            digest.update(f"{file.relative_to(own).as_posix()}\n".encode() + sha256(content(file)).digest())
    return digest.hexdigest()


def _set(compiler: "Compiler", text: bytes, data: Mapping[str, object], how: Mapping[str, Any]) -> bytes:
    """What is set; where the standard of PDF refuses a text for its marks, the one without them."""
    from typst import TypstError

    def set_with(change: Callable[[str], str]) -> bytes:
        changed = _changed(data, change)
        inputs = {"data": json.dumps(changed | {"long": _long(changed)}, ensure_ascii=False)}
        made = compiler.compile(text, sys_inputs=inputs, **how)
        return made if isinstance(made, bytes) else b""

    try:
        return set_with(printable)
    except TypstError as problem:
        if not any(words in problem.message for words in REFUSED):
            raise
        return set_with(lambda each: printable(bare(each)))


def _source(root: Path, name: str) -> str:
    """The text of a template, the workspace's own or the packaged one."""
    text = text_of(root, name)
    if text is None:
        raise LabcampError(finding("LC406", Place(name), name=name, nearest=""))
    return text


def _folders(root: Path) -> tuple[str, ...]:
    """The folder beyond which no template sees, and those with fonts, the workspace's own first."""
    own = root / FOLDER
    seen = own if own.is_dir() else packaged()
    fonts = (folder for folder in (own / "fonts", packaged().joinpath("fonts")) if folder.is_dir())
    return (str(seen), *map(str, fonts))


@lru_cache(maxsize=1)
def _compiler(root: str, *fonts: str) -> "Compiler":
    """The compiler with the fonts that labcamp and the workspace bring, and no other: not those of this machine."""
    from typst import Compiler, Fonts

    return Compiler(root=root, font_paths=Fonts(include_system_fonts=False, font_paths=list(fonts)))


def _changed(data: Mapping[str, object], change: Callable[[str], str]) -> dict[str, object]:
    """Data with each text changed."""
    return {key: _each_text(value, change) for key, value in data.items()}


def _each_text(value: object, change: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return _changed(value, change)
    return [_each_text(each, change) for each in value] if isinstance(value, list | tuple) else value


def _long(data: object) -> str:
    """The words that may break anywhere, as a pattern for Typst; empty where there are none, for it takes it long."""
    words = sorted({*_long_words(data)}, key=lambda word: (-len(word), word))
    pattern = "|".join(map(re.escape, words))
    return pattern if len(pattern) < MOST else ANY_LONG


def _long_words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        for word in LONG.findall(value):
            if not word.isalpha() or len(word) >= TOO_LONG or NO_VOWEL.search(word):
                yield word
    elif isinstance(value, Mapping | list | tuple):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from _long_words(each)


def _refuse_others(root: Path) -> None:
    """Whatever Typst would read by itself: LC006 for a link that leads out of the templates, LC003 for a pipe.

    LC412 for a package, which it would fetch.
    """
    own = inside(root / FOLDER)
    for file in sorted(own.rglob("*")) if own.is_dir() else ():
        if file.is_symlink() and not file.resolve().is_relative_to(own.resolve()):
            raise LabcampError(finding("LC006", Place(file.as_posix())))
        if not (file.is_file() or file.is_dir()):
            raise LabcampError(finding("LC003", Place(file.as_posix()), reason=NOT_A_FILE))
        text = _source(root, file.relative_to(own).as_posix()) if file.suffix == ".typ" else ""
        if found := PACKAGE.search(text):
            column = found.start() - text.rfind("\n", 0, found.start())
            place = Place(file.as_posix(), text.count("\n", 0, found.start()) + 1, column)
            raise LabcampError(finding("LC412", place, package=found[1]))


def _judge_picture(compiler: "Compiler", root: Path, path: str) -> None:
    """LC413 where a picture cannot be set even on a page of its own: then it is to blame, and no template."""
    from typst import TypstError

    try:
        if path:
            compiler.compile(PICTURE, sys_inputs={"path": path})
    except TypstError as problem:
        place = Place((root / FOLDER / path.lstrip("/")).as_posix())
        raise LabcampError(finding("LC413", place, problem=problem.message)) from problem


def _explained(problem: Exception, root: Path, name: str, before: int) -> LabcampError | None:
    """The finding for what Typst refuses, at its place in a template of the workspace; None if that has no part.

    `before` is the line of the joined text before that on which the template begins.
    """
    own = [root / FOLDER / file for file in (name, COMMON) if (root / FOLDER / file).is_file()]
    if not own:
        return None  # a mistake of ours
    places = _places(getattr(problem, "diagnostic", ""), root, name, before)
    place = next((place for place in places if Path(place.path).is_file()), Place(own[0].as_posix()))
    return LabcampError(finding("LC411", place, problem=getattr(problem, "message", problem)))


def _places(diagnostic: str, root: Path, name: str, before: int) -> Iterator[Place]:
    """Where Typst sees a problem, from there to what had called for it, as places in the workspace's templates."""
    for found in PLACES.finditer(diagnostic):
        file, line = found["file"].replace("\\", "/").rpartition(f"{FOLDER}/")[2], int(found["line"])
        if file.endswith(JOINED):
            file, line = (name, line - before) if line > before else (COMMON, line)
        yield Place((root / FOLDER / file).as_posix(), line, int(found["column"]) + 1)


def printed(stage: Stage, facts: Facts, template: str, name: str, data: Mapping[str, object]) -> Artefact:
    """A file of an event, set from data and from what every print is given: `labcamp-10/agenda.pdf`."""
    content = typeset(stage.workspace.root, template, _given(stage, facts, data), _day(facts))
    return Artefact(f"{facts.event.id}/{name}", content)


def printed_once(stage: Stage, facts: Facts, template: str, name: str, data: Mapping[str, object]) -> Artefact:
    """The same for what is public, made anew only where anything has changed that it hangs on."""
    return Artefact(f"{facts.event.id}/{name}", typeset_once(stage, template, _given(stage, facts, data), _day(facts)))


def _given(stage: Stage, facts: Facts, data: Mapping[str, object]) -> dict[str, object]:
    return {**shared(facts), "logo": logo_path(stage.workspace.root, facts.series), **data}


def shared(facts: Facts) -> dict[str, object]:
    """What the beginning of every print reads; `title` and `description` are what a PDF reader shows of the file."""
    return {
        **of_series(facts.series, facts.event.language),
        "title": facts.event.heading,
        "author": facts.organisers or facts.series.title,
        "description": facts.when,
        "page_of": facts.words("print.page", page="{page}", pages="{pages}"),
        "subtitle": facts.event.subtitle or facts.series.subtitle or "",
    }


def of_series(series: Series, language: str) -> dict[str, object]:
    """What of that is the same for all that is set of a series in a language."""
    light, _ = palettes(series.accent)
    language, _, region = language.partition("-")
    return {
        "lang": language,
        "region": region.lower(),
        "look": vars(light),
        "series": series.title,
        "wordmark": series.marked_title,
    }


def _day(facts: Facts) -> dt.date:
    """The date that stands in the file: that of the event, else the day of the workspace; never the clock."""
    return facts.event.days[0] if facts.event.days else facts.today


def edition(facts: Facts) -> str:
    """What the title says beside the series' own: `#12`; the whole title where that is not how it begins."""
    title, series = facts.event.title, facts.series.title
    return title.removeprefix(series).strip() if title.startswith(series) else title


def writable(text: str) -> str:
    """The text, or nothing where no font has all of it: then there is room to write it by hand."""
    return "" if without_glyph(text) else text


def by_family(people: Iterable[Participant]) -> list[Participant]:
    """People in the order of their last words, as dictionaries have it (DIN 5007-1); who has no name stands last."""
    return sorted(people, key=family)


def family(person: Participant) -> tuple[object, ...]:
    """What people are sorted by."""
    return not person.name, folded(person.name.split()[-1:]), folded([person.name])


def folded(words: Iterable[str]) -> str:
    """Words as they are compared: ä as a, ß as ss, ł as l."""
    text = unicodedata.normalize("NFKD", " ".join(words).casefold()).translate(STROKED)
    return "".join(sign for sign in text if not unicodedata.combining(sign))
