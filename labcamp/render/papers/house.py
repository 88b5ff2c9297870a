"""The Word template that papers are written into: a workspace's own, with its styles and its logo, or ours."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from labcamp.files.templates import FOLDER, content, packaged, winner
from labcamp.findings import Finding, LabcampError, Place, finding
from labcamp.render.papers.cleared import clear, loaded_by

if TYPE_CHECKING:
    from docx.document import Document as WordFile

NAME = "paper.docx"
MOST = 50_000_000  # bytes that a template may have when it is unpacked, and as it lies there
# How built-in styles are called by programs that write the names that they show
GERMAN = {
    "title": "titel", "subtitle": "untertitel", "normal": "standard", "quote": "zitat",
    "list bullet": "aufzählungszeichen", "list number": "listennummer",
    **{f"heading {level}": f"überschrift {level}" for level in range(1, 5)},
}  # fmt: skip
NEEDED = ("Normal", "Title", "Heading 1")  # what every paper needs
OURS = ("labcamp ", "Hyperlink")  # how the names of styles begin that are added where a house has none


@dataclass(frozen=True, eq=False)
class House:
    """A Word file that was opened as template, and where it lies: empty for ours."""

    file: "WordFile"
    path: str
    used: dict[str, str] = field(default_factory=dict)  # ids of styles that were asked for, by name

    @cached_property
    def styles(self) -> Mapping[str, Any]:
        """The styles of the template by name, whatever letters are large: Word itself is not of one mind."""
        named = {str(style.name).casefold(): style for style in self.file.styles if style.name}
        return {name: named[german] for name, german in GERMAN.items() if german in named} | named

    def lacks(self, names: Iterable[str]) -> tuple[Finding, ...]:
        """LC781 for each style that a house has to have and this one has not; those that are ours come with us."""
        missing = (name for name in names if name.casefold() not in self.styles and not name.startswith(OURS))
        return tuple(finding("LC781", Place(self.path), style=name, nearest=self._nearest(name)) for name in missing)

    def _nearest(self, name: str) -> str:
        """The style of the same sort that was probably meant, else that of plain paragraphs."""
        known = {key: str(style.name) for key, style in self.styles.items() if not style.hidden}
        close = get_close_matches(name.casefold(), known, n=1, cutoff=0.6)
        return known[close[0]] if close else known.get("normal", "")

    def style(self, name: str) -> str:
        """The id of a style; one of ours is added where it is not there."""
        if name not in self.used:
            known = self.styles.get(name.casefold())
            self.used[name] = str(known.style_id) if known is not None else self._added(name)
        return self.used[name]

    def _added(self, name: str) -> str:
        """Our own style of a name is put among those of the house, without a numbering, in the font of the house."""
        from docx.oxml.ns import qn

        style = next(style for style in ours().styles if style.name == name)
        element = deepcopy(style.element)
        for numbering in list(element.iter(qn("w:numPr"))):
            numbering.getparent().remove(numbering)
        for base in element.findall(qn("w:basedOn")):
            base.set(qn("w:val"), str(self._base(str(base.get(qn("w:val"))))))
        self.file.styles.element.append(element)
        return str(style.style_id)

    def _base(self, id_: str) -> str:
        """The id that the house has for a style on which ours are based."""
        name = {"Normal": "normal", "TableNormal": "normal table"}.get(id_, "default paragraph font")
        known = self.styles.get(name)
        return str(known.style_id) if known is not None else id_


def house(root: Path) -> House:
    """The template of a workspace, opened; LC780 where that is no Word file that could be one.

    LC763 where it would load something from elsewhere.
    """
    file = winner(root, NAME)
    own = root / FOLDER / NAME
    path = own.as_posix() if isinstance(file, Path) and file == own else ""
    return House(_opened(content(file, MOST) if file else b"", path), path)


def ours() -> "WordFile":
    """Our own template, opened."""
    return _opened(content(packaged().joinpath(NAME)), NAME)


def _opened(data: bytes, path: str) -> "WordFile":
    from docx import Document

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            small = sum(part.file_size for part in parts.infolist()) <= MOST
            whole = (
                b"<!DOCTYPE" not in b"".join(parts.read(part)[:2000] for part in parts.infolist()) if small else False
            )
        if whole:
            file = Document(io.BytesIO(data))
            clear(file)
            foreign = sorted(set(loaded_by(file)))
    except Exception as problem:  # whatever is not as it has to be in a file of many
        raise LabcampError(finding("LC780", Place(path))) from problem
    if not whole:
        raise LabcampError(finding("LC780", Place(path)))
    if foreign:
        raise LabcampError(*(finding("LC763", Place(path), target=target) for target in foreign))
    return file
