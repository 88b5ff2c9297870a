"""What most commands understand, declared once: a command says which of it it takes, and is given one value."""

import datetime as dt
import inspect
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import typer

from labcamp.findings import Place, UsageError, finding
from labcamp.terminal.report import FindingFormat


@dataclass(frozen=True)
class Options:
    """Which folder, as on which day; and for what makes files, where they go and how."""

    root: Path = Path()
    today: dt.date = dt.date.min
    out: Path | None = None
    dry_run: bool = False
    force: bool = False
    open: bool = False

    @property
    def folder(self) -> Path:
        """Where files go: `<root>/out`, unless `--out` says otherwise."""
        return self.out or self.root / "out"

    def into(self, folder: Path) -> "Options":
        """The same, where files go into another folder."""
        return replace(self, out=folder)


class Language(StrEnum):
    """The languages that labcamp speaks."""

    de = "de"
    en = "en"


# The words for them stand in labcamp/texts/<language>/options.md; `--lang` is read before anything else (language.py).
TYPED: dict[str, tuple[Any, object]] = {
    "root": (Annotated[Path | None, typer.Option("--root", show_default=False)], None),
    "out": (Annotated[Path | None, typer.Option("--out")], None),
    "dry_run": (Annotated[bool, typer.Option("--dry-run")], False),
    "force": (Annotated[bool, typer.Option("--force")], False),
    "today": (Annotated[str | None, typer.Option("--today")], None),
    "open": (Annotated[bool, typer.Option("--open")], False),
    "lang": (Annotated[Language | None, typer.Option("--lang", show_default=False)], None),
}
OPTIONS = "options"
# What a command takes
ReadOptions = Annotated[Options, "root", "today"]
EditOptions = Annotated[Options, "root", "dry_run", "today"]
MakeOptions = Annotated[Options, "root", "out", "dry_run", "force", "today", "open"]


def with_options(function: Callable[..., None]) -> Callable[..., None]:
    """A command as Typer understands it: with each of the options that it takes as one value, and with `--lang`."""
    parameters = dict(inspect.signature(function).parameters)
    hints = get_type_hints(function, include_extras=True)
    taken = hints[OPTIONS].__metadata__ if parameters.pop(OPTIONS, None) else ()
    typed = [name for name in TYPED if name in taken or name == "lang"]

    @wraps(function)
    def called(**given: Any) -> None:
        shared = {name: given.pop(name) for name in typed}
        shared.pop("lang")
        if "root" in shared:
            shared["root"] = shared["root"] or series_above()
        if shared.get("out"):
            refuse_shared(shared["out"], shared["root"])
        if "today" in shared:
            shared["today"] = day(shared["today"])
        function(**given, **({OPTIONS: Options(**shared)} if taken else {}))

    own = [each.replace(annotation=hints[each.name]) for each in parameters.values()]
    ours = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=type_)
        for name in typed
        for type_, default in (TYPED[name],)
    ]
    called.__signature__ = inspect.Signature([*own, *ours])  # type: ignore[attr-defined]  # what Typer asks for
    called.__annotations__ = {each.name: each.annotation for each in (*own, *ours)}
    return called


EVENTS = "events"
NO_EVENTS = ("series", "organisations", "topics", "avoid", "next", "last")


class TableFormat(StrEnum):
    """How a table is told."""

    table = "table"
    csv = "csv"
    xlsx = "xlsx"
    markdown = "markdown"


# What several commands understand; each says in its own words what it means
Strict = Annotated[bool, typer.Option("--strict")]
Formatted = Annotated[FindingFormat, typer.Option("--format")]
Ready = Annotated[bool, typer.Option("--ready")]
Yes = Annotated[bool, typer.Option("--yes")]
Tabular = Annotated[TableFormat, typer.Option("--format", show_default=False)]
# A bare `--to` comes as an empty text and means the list of the event (labcamp.cli.usage.with_values).
To = Annotated[str | None, typer.Option("--to", show_default=False)]
Limit = Annotated[int | None, typer.Option("--limit", min=1)]
Notes = Annotated[bool, typer.Option("--notes")]
NoPdf = Annotated[bool, typer.Option("--no-pdf")]


def event_names(context: typer.Context, incomplete: str) -> Iterator[str]:
    """What can stand for an event, for the shell's completion: from the names of the files, for it has to be quick."""
    folder = Path(context.params.get("root") or series_above()) / EVENTS
    ids = sorted(path.stem for path in folder.glob("*.yaml") if path.stem not in NO_EVENTS)
    return (name for name in ("next", "last", *ids) if name.startswith(incomplete))


def paper_names(context: typer.Context, incomplete: str) -> Iterator[str]:
    """What can stand for a paper, for the shell's completion."""
    folder = Path(context.params.get("root") or series_above()) / EVENTS / "papers"
    return (name for name in sorted(path.stem for path in folder.glob("*.yaml")) if name.startswith(incomplete))


OneEvent = Annotated[str, typer.Argument(autocompletion=event_names)]
MaybeEvent = Annotated[str | None, typer.Argument(autocompletion=event_names)]


def series_above(folder: Path = Path()) -> Path:
    """The folder, or else the nearest one above it, that holds the `events/` of a series, as seen from here.

    The folder itself where there is none, and where it has an `events/` of its own, with or without a series.
    """
    if not (folder / EVENTS).is_dir():
        for step, above in enumerate(folder.resolve().parents, start=1):
            if (above / EVENTS / "series.yaml").is_file():
                return above if folder != Path() else Path(*[".."] * step)
    return folder


def refuse_shared(out: Path, root: Path) -> None:
    """LC057 where files would come among other things: in a home folder, at the top of a disk, in what a series has."""
    home, top = Path(os.path.expanduser("~")), Path(out.resolve().anchor)  # noqa: PTH111  # somebody may have no home
    if not any(_is_same(out, folder) for folder in (home, top, root, root / EVENTS, root / "templates")):
        return
    from labcamp.files.write import MEMORY, remembered

    ours = {MEMORY, *(name.partition("/")[0] for name in remembered(out))}
    if {entry.name for entry in out.iterdir()} - ours:
        values = {"path": out.as_posix(), "proposal": (root / "out").as_posix()}
        raise UsageError(finding("LC057", Place("--out"), **values))


def _is_same(one: Path, other: Path) -> bool:
    """Tell whether two paths lead to the same folder, whatever links or capitals there are."""
    try:
        return one.samefile(other)
    except OSError:
        return False


def day(today: str | None) -> dt.date:
    """The day that `--today` names, else the real one; nobody else asks the clock."""
    if today is None:
        return dt.datetime.now().astimezone().date()
    from labcamp.model.texts import day_of

    try:
        return day_of(today.strip())
    except ValueError as problem:
        raise UsageError(finding("LC206", Place("--today"), text=today, key="--today")) from problem
