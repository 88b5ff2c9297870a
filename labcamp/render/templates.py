"""Fill Jinja templates, and say what one of them does wrong."""

import re
import traceback
from base64 import b64encode
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache, partial
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING, Any

from labcamp import __version__
from labcamp.files.disk import is_ours, own_folder
from labcamp.files.markdown import escaped
from labcamp.files.templates import FOLDER, content, names, packaged_source, winner, workspace_source
from labcamp.findings import LabcampError, Place, finding
from labcamp.render.bounds import (
    CALL,
    MOST,
    TooMuchError,
    allowed,
    bounded,
    called,
    refuse_product,
    unbounded,
    with_counts,
)

if TYPE_CHECKING:
    from jinja2.bccache import Bucket


COLUMNS = 72  # of a text part


class NothingToPrintError(Exception):
    """A template prints a value that is not known."""


class UnknownWordsError(Exception):
    """A template asks for words that no language has."""


@dataclass(frozen=True)
class Templates:
    """The templates of a workspace: one Jinja environment for each way to escape."""

    root: Path
    environments: Mapping[str, Any]


def open_templates(root: Path, kept: Path | None = None) -> Templates:
    """The templates of a workspace; each run opens them anew, so a changed file counts at once.

    What is compiled is `kept` in a folder for the next run, as far as nobody else may write there.
    """
    from jinja2 import ChoiceLoader, FunctionLoader, PrefixLoader, StrictUndefined

    own_folder = root / FOLDER
    if own_folder.exists() and not own_folder.is_dir():
        raise LabcampError(finding("LC002", Place(own_folder.as_posix())))
    environment = _counting(own_folder) if own_folder.exists() else _sandbox()
    shipped = FunctionLoader(packaged_source)
    own = FunctionLoader(partial(workspace_source, root))
    common: dict[str, Any] = {"loader": ChoiceLoader([own, shipped, PrefixLoader({"labcamp": shipped})])}
    common |= {"undefined": StrictUndefined, "keep_trailing_newline": True, "trim_blocks": True, "lstrip_blocks": True}
    forms: dict[str, dict[str, Any]] = {
        "html": {"autoescape": True, "finalize": _known},
        "txt": {"autoescape": False, "finalize": _known},
        # What `finalize` gives is Markdown already, so nothing is escaped as HTML; and macros give Markdown.
        "md": {"autoescape": True, "finalize": _markdown},
    }
    limited, way = (bounded, "bounded-") if own_folder.exists() else (unbounded, "")
    environments = {
        form: limited(environment(bytecode_cache=_compiled(way + form, kept), **common, **special))
        for form, special in forms.items()
    }
    font = cache(partial(_font, root))
    for each in environments.values():
        each.globals["font"] = font
    return Templates(root, environments)


def _is_value(attribute: str, value: object) -> bool:
    """Tell whether a template may read an attribute of what is ours."""
    return attribute == "words" or (attribute[0] != "_" and not callable(value))


@cache
def _is_ours(type_: Any) -> bool:
    return bool(type_.__module__.startswith("labcamp."))


def _sandbox() -> Any:
    """The class of environments in which a template only reads what it is given."""
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Environment(ImmutableSandboxedEnvironment):
        def getattr(self, obj: Any, attribute: str) -> Any:
            # Nearly all that is read are values of ours: what Jinja asks besides would take twice as long.
            if _is_ours(obj.__class__):
                value = getattr(obj, attribute, None)
                if value is not None and _is_value(attribute, value):
                    return value
            return super().getattr(obj, attribute)

        def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
            # Of what is ours, templates read values: pydantic's own methods include one that opens files.
            return _is_value(attr, value) if _is_ours(obj.__class__) else super().is_safe_attribute(obj, attr, value)

    return Environment


def _counting(own_folder: Path) -> Any:
    """The class of environments that bound what the templates of a folder do."""
    own, sandbox = str(own_folder), _sandbox()

    class Environment(sandbox):  # type: ignore[misc,valid-type]  # made where Jinja is imported, and that is late
        intercepted_binops = frozenset({"+", "*", "**", "%"})

        def _parse(self, source: str, name: str | None, filename: str | None) -> Any:
            tree = super()._parse(source, name, filename)
            return with_counts(tree) if str(filename).startswith(own) else tree

        def _load_template(self, name: str, values: Any) -> Any:
            self.budget.spend(CALL)
            return super()._load_template(name, values)

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            refuse_product(operator, left, right)
            return allowed(super().call_binop(context, operator, left, right))

        def call(__self, __context: Any, __thing: Any, *arguments: Any, **named: Any) -> Any:  # noqa: N805
            called(__self, __thing, arguments, named)
            return allowed(super().call(__context, __thing, *arguments, **named))

    return Environment


def fill(templates: Templates, name: str, /, **values: object) -> str:
    """A template filled with values in the form that its name says."""
    form = next((form for form in templates.environments if name.endswith(f".{form}.j2")), "txt")
    return fill_as(form, templates, name, values)


def fill_as(form: str, templates: Templates, name: str, values: Mapping[str, object]) -> str:
    """A template filled in a form (`html`, `txt`, `md`); what a workspace's template does wrong is a finding (LC4)."""
    environment = templates.environments[form]
    if budget := getattr(environment, "budget", None):
        budget.left = MOST
    try:
        return str(environment.get_template(name).render(values))
    except LabcampError:
        raise
    except Exception as problem:
        # Only what goes wrong in a workspace's own file is that workspace's; the rest is our bug.
        raise explained(problem, templates) or problem from problem


def _known(value: object) -> object:
    if value is None:
        raise NothingToPrintError
    return value


def _markdown(value: object) -> object:
    """A value as Markdown text: what has a meaning there is escaped, unless it is Markdown already."""
    from markupsafe import Markup

    return value if hasattr(_known(value), "__html__") else Markup(escaped(str(value)))


def _font(root: Path, name: str) -> str:
    """A font as a data address, so that a page needs no other file."""
    file = winner(root, f"fonts/{name}")
    return f"data:font/woff2;base64,{b64encode(content(file)).decode()}" if file else ""


def explained(problem: Exception, templates: Templates) -> LabcampError | None:
    """The finding for what a template raised, at its place in a template of the workspace; None if that has no part."""
    from jinja2 import TemplateNotFound, TemplateSyntaxError

    place = _place(problem, templates)
    if place is None:
        return None
    values: dict[str, object] = {"problem": _plain(problem)}
    if isinstance(problem, TemplateSyntaxError):
        name = Path(place.path).name
        values["shipped"] = name if packaged_source(name) else ""
    if isinstance(problem, TemplateNotFound):
        values = {"name": problem.name or "", "nearest": _nearest(str(problem.name), names(templates.root))}
    if isinstance(problem, UnknownWordsError):
        wanted, known, language = problem.args
        values = {"name": wanted, "nearest": _nearest(wanted, known), "file": f"words.{language}.yaml"}
    return LabcampError(finding(_code(problem), place, **values))


def _nearest(name: str, known: Iterable[str]) -> str:
    return next(iter(get_close_matches(name, known, n=1)), "")


def _place(problem: Exception, templates: Templates) -> Place | None:
    """The last place in a template of the workspace, else the last such template that had a part in it."""
    from jinja2 import TemplateSyntaxError

    own = (templates.root / FOLDER).resolve()
    frames = [(Path(frame.filename), frame.lineno or 0) for frame in traceback.extract_tb(problem.__traceback__)]
    loaded = [(Path(each.filename or ""), 0) for e in templates.environments.values() for each in e.cache.values()]
    places = [*loaded, *frames]
    if isinstance(problem, TemplateSyntaxError):
        places = [(Path(problem.filename or ""), problem.lineno)]
    found = next((place for place in reversed(places) if place[0].resolve().is_relative_to(own)), None)
    return Place(found[0].as_posix(), found[1], int(bool(found[1]))) if found else None


def _code(problem: Exception) -> str:
    from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
    from jinja2.exceptions import SecurityError

    table: tuple[tuple[type[Exception], str], ...] = (
        (TemplateNotFound, "LC406"),
        (TemplateSyntaxError, "LC401"),
        (SecurityError, "LC404"),
        (UndefinedError, "LC402"),
        (NothingToPrintError, "LC403"),
        (UnknownWordsError, "LC407"),
        (TooMuchError, "LC408"),
        (MemoryError, "LC408"),
        (RecursionError, "LC408"),
    )
    return next((code for kind, code in table if isinstance(problem, kind)), "LC405")


def _plain(problem: Exception) -> str:
    """What an exception says, in one line; of a name that is missing, only the name."""
    from jinja2 import UndefinedError

    if isinstance(problem, UndefinedError) and (quoted := re.findall(r"'([^']*)'", str(problem))):
        return str(quoted[-1])
    return " ".join(str(problem).split()) or problem.__class__.__name__


def _compiled(form: str, kept: Path | None) -> Any:
    """Where what is compiled for one way to escape, bounded or not, is kept: in a folder, else in this process.

    A template that has changed is not in it, but its key says nothing of the versions, and no more of the form.
    """
    import jinja2

    versions = f"labcamp-{__version__}-jinja-{jinja2.__version__}"
    return _in_folder(folder) if kept and (folder := own_folder(kept, versions, form)) else _in_memory(form)


def _in_folder(folder: Path) -> Any:
    from jinja2 import FileSystemBytecodeCache

    class Files(FileSystemBytecodeCache):
        """What cannot be read or written, and what is not ours, is not there: it is compiled again."""

        def load_bytecode(self, bucket: "Bucket") -> None:
            try:
                if is_ours(Path(self.directory, self.pattern % bucket.key)):
                    super().load_bytecode(bucket)
            except Exception:  # half a file can go wrong in any way
                bucket.reset()

        def dump_bytecode(self, bucket: "Bucket") -> None:
            with suppress(OSError):
                super().dump_bytecode(bucket)

    return Files(str(folder), "%s")


@cache
def _in_memory(form: str) -> Any:  # noqa: ARG001  # each form has its own
    from jinja2 import BytecodeCache

    codes: dict[str, tuple[str, CodeType]] = {}

    class Memory(BytecodeCache):
        def load_bytecode(self, bucket: "Bucket") -> None:
            checksum, code = codes.get(bucket.key, ("", None))
            bucket.code = code if checksum == bucket.checksum else None

        def dump_bytecode(self, bucket: "Bucket") -> None:
            if bucket.code is not None:
                codes[bucket.key] = (bucket.checksum, bucket.code)

        def clear(self) -> None:
            codes.clear()

    return Memory()


@cache
def _inliner() -> Any:
    from css_inline import CSSInliner

    return CSSInliner(keep_style_tags=False, load_remote_stylesheets=False)


def inlined(html: str) -> str:
    """The page with its style sheet moved into the tags; a block marked `keep` stays (media queries)."""
    return str(_inliner().inline(html))


def tidy(text: str) -> str:
    """A text part without blanks at line ends, without more than one empty line, with one line end at the end."""
    # `-- ` alone is the line before a signature (RFC 3676 section 4.3): mail programs know it by its blank.
    lines = (line if line == "-- " else line.rstrip(" \t") for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


@lru_cache(maxsize=512)  # what stands at the end of every mail
def wrapped(text: str, indent: str = "") -> str:
    """A paragraph in lines of 72 columns; an address is never broken."""
    import textwrap  # noqa: PLC0415

    options: dict[str, Any] = {"width": COLUMNS, "break_long_words": False, "break_on_hyphens": False}
    return "\n".join(
        line if len(line) <= COLUMNS else textwrap.fill(line, subsequent_indent=indent, **options)
        for line in text.split("\n")
    )
