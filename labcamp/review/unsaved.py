"""The text of one file as an editor holds it: what is wrong with it in its folder, and the same text mended."""

import datetime as dt
import os
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from labcamp.check import UNKNOWN_SERIES, AnyOrganisation, AnyTopic, check_file, is_text
from labcamp.files.read import source_of
from labcamp.findings import Finding, LabcampError
from labcamp.model.texts import id_of
from labcamp.review.mends import Check, mended
from labcamp.review.rules import advice
from labcamp.workspace import EVENTS, TEMPLATES, Reading, Workspace, load, reading
from labcamp.workspace.papers import PAPERS
from labcamp.workspace.private import FOLDER, faults_in

OF_PAPERS = f"{EVENTS}/{PAPERS}"


@dataclass(frozen=True)
class Unsaved:
    """A text, the file that it shall stand in, and the folder with `events/` that the file belongs to, if any."""

    content: bytes
    path: Path
    root: Path | None
    today: dt.date

    @cached_property
    def folder(self) -> str:
        """Which folder of the workspace the file lies in, such as `events`; nothing for one that lies elsewhere."""
        home, root = os.path.realpath(self.path.parent), self.root
        names = (EVENTS, OF_PAPERS, FOLDER, TEMPLATES) if root is not None else ()
        return next((name for name in names if root and home == os.path.realpath(root / name)), "")

    @cached_property
    def reading(self) -> Reading | None:
        """The workspace with the text in the place of its file; None where the file is no part of it."""
        if self.root is None or self.folder not in {EVENTS, OF_PAPERS} or not is_text(self.path.name):
            return None
        try:
            return reading(self.root, self.today, {self.name: self.content})
        except LabcampError:
            return None  # something else keeps the folder from being read

    @cached_property
    def workspace(self) -> Workspace | None:
        """What else is known of the series."""
        if self.reading or self.root is None:
            return self.reading.workspace if self.reading else None
        try:
            return load(self.root, self.today)
        except LabcampError:
            return None

    @property
    def name(self) -> str:
        """The name of the file below `events/`."""
        return f"{PAPERS}/{self.path.name}" if self.folder == OF_PAPERS else self.path.name

    @property
    def id(self) -> str:
        """What the file is called in its folder; that of a paper as `papers/<id>`."""
        id_ = id_of(self.path.name.partition(".")[0])
        return f"{PAPERS}/{id_}" if self.folder == OF_PAPERS else id_

    def but(self, content: bytes) -> "Unsaved":
        """The same file with another text."""
        return Unsaved(content, self.path, self.root, self.today)


def unsaved(content: bytes, filename: str, root: Path | None, today: dt.date) -> Unsaved:
    """The text of a file, whose name may have the slashes of any system; the folder is looked for if none is said."""
    path = Path(filename.replace("\\", "/"))
    return Unsaved(content, path, root or _above(path), today)


def _above(path: Path) -> Path | None:
    """The nearest folder above a file that holds `events/`."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100  # a link stays where it is
    return next((folder for folder in whole.parents if (folder / EVENTS).is_dir()), None)


def found_in_text(text: Unsaved) -> tuple[Finding, ...]:
    """What is wrong with the text, under the name that was said; what it makes wrong elsewhere is left out."""
    shown = text.path.as_posix()
    if text.folder == FOLDER:
        return faults_in(text.content, shown)
    if text.folder == TEMPLATES:
        return ()  # no text of an event
    if (read := text.reading) is None or text.root is None:
        return _found_alone(text)
    path = (text.root / EVENTS / text.name).as_posix()
    found = (*read.workspace.findings, *advice(read))
    return tuple(replace(each, path=shown) for each in sorted(found) if each.path == path)


def _found_alone(text: Unsaved) -> tuple[Finding, ...]:
    """What is wrong with a text that is no part of a workspace."""
    try:
        source = source_of(text.content, text.path.as_posix())
    except LabcampError as problem:
        return problem.findings
    return tuple(sorted(_check(text)(source)[1]))


def mended_text(text: Unsaved) -> bytes:
    """The text with its mends; as it is where it is no text of a series."""
    return text.content if text.folder in {FOLDER, TEMPLATES} else mended(text.content, "", _check(text))


def _check(text: Unsaved) -> Check:
    if text.reading:
        return text.reading.check(text.id)
    workspace = text.workspace
    if workspace is None:
        return partial(check_file, text.id, series=UNKNOWN_SERIES, organisations=AnyOrganisation(), topics=AnyTopic())
    return partial(check_file, text.id, **workspace.known)
