"""A paper as a Word file, which a team edits together: written with the named styles of its house's template.

Word's own footnotes python-docx cannot write, so sources are a numbered list with jumps there and back.
"""

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

from labcamp.findings import LabcampError
from labcamp.model.artefact import Artefact
from labcamp.render.papers.document import (
    Block,
    Code,
    Document,
    Heading,
    Items,
    Line,
    Paragraph,
    Quote,
    Run,
    SourceList,
    Table,
    web_address,
)
from labcamp.render.papers.house import House, house, ours
from labcamp.render.stage import Stage
from labcamp.texts import in_xml

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

HEADINGS = ("Heading 1", "Heading 2", "Heading 3", "Heading 4")
BULLETS, NUMBERS, SOURCES = "List Bullet", "List Number", "labcamp source"
KINDS = {"support": "labcamp support", "lead": "labcamp lead", "note": "labcamp note", "who": "labcamp note"}
WIDTH = 160  # mm of a table, about as wide as text on A4
DEEPEST = 8  # Word numbers nine levels, from 0
# What XML 1.0 has no sign for (section 2.2)
LANGUAGES = {"de": "de-DE", "en": "en-GB"}
ZIPPED = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file knows
NOON = dt.time(12)


def render(stage: Stage, document: Document) -> Artefact:
    """`papers/<id>/paper.docx`; LC763, LC780, LC781 where the template cannot be written into."""
    sheet = Sheet(house(stage.workspace.root), document)
    if missing := sheet.house.lacks(_styles_of(document)):
        raise LabcampError(*missing)
    _emptied(sheet)
    _written(sheet)
    _about(sheet, document.date or stage.workspace.today)
    return Artefact(f"papers/{document.id}/paper.docx", _same_bytes(sheet))


@dataclass(frozen=True, eq=False)
class Sheet:
    """What a paper is written on: its template, the paper, and what was numbered so far."""

    house: House
    document: Document
    marks: dict[str, str] = field(default_factory=dict)  # names of bookmarks, by the anchors that they stand for
    looks: dict[str, int] = field(default_factory=dict)  # ids of our own numberings, by the style that they are for
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def body(self) -> Any:
        """The element that holds all of it."""
        return self.house.file.element.body

    def mark(self, anchor: str) -> str:
        """The name of the bookmark of an anchor: letters and digits alone, for Word takes no more than 40."""
        return self.marks.setdefault(anchor, f"labcamp_{len(self.marks) + 1}")


def _styles_of(document: Document) -> dict[str, None]:
    """The names of the styles that a paper needs, in order."""
    return dict.fromkeys(("Normal", "Title", *(("Subtitle",) if document.subtitle else ()), *_needed(document.blocks)))


def _needed(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading):
            yield HEADINGS[block.level - 1]
        elif isinstance(block, Quote):
            yield "Quote"
            yield from _needed(block.blocks)
        elif isinstance(block, Items):
            yield NUMBERS if block.numbered else BULLETS
            for item in block.items:
                yield from _needed(item)


# The blocks


def _written(sheet: Sheet) -> None:
    """Everything, one below the other; where the source lies stands first."""
    document = sheet.document
    _add(sheet, (Run(document.origin),), "labcamp note")
    _add(sheet, (Run(document.title),), "Title")
    if document.subtitle:
        _add(sheet, (Run(document.subtitle),), "Subtitle")
    for line in document.facts:
        _add(sheet, line, "labcamp note")
    _blocks(sheet, document.blocks)


def _blocks(sheet: Sheet, blocks: Iterable[Block], style: str = "Normal", level: int = 0) -> None:
    for block in blocks:
        if isinstance(block, Heading):
            _bookmarked(sheet, _add(sheet, block.line, HEADINGS[block.level - 1]), block.anchor)
        elif isinstance(block, Paragraph):
            _add(sheet, block.line, KINDS.get(block.kind, style))
        elif isinstance(block, Items):
            _list(sheet, block, level)
        elif isinstance(block, Quote):
            _blocks(sheet, block.blocks, "Quote", level)
        elif isinstance(block, Code):
            _add(sheet, (Run(block.text.rstrip("\n")),), "labcamp code")
        elif isinstance(block, Table):
            _table(sheet, block)
        else:
            _sources(sheet, block)


def _list(sheet: Sheet, block: Items, level: int) -> None:
    """A list, which begins to count at 1; what an item holds besides its first line stands below that, unnumbered."""
    style = NUMBERS if block.numbered else BULLETS
    number = _numbering(sheet, style, min(level, DEEPEST))
    for item in block.items:
        first, *others = item if item and isinstance(item[0], Paragraph) else (Paragraph(()), *item)
        _numbered(_add(sheet, first.line if isinstance(first, Paragraph) else (), style), number, level)
        for other in others:
            if isinstance(other, Paragraph):
                _numbered(_add(sheet, other.line, style), 0, level)
            else:
                _blocks(sheet, (other,), style, level + 1)


def _sources(sheet: Sheet, _block: SourceList) -> None:
    """The numbered list of sources, each a place to jump to from its marks."""
    number = _numbering(sheet, SOURCES, 0)
    for reference in sheet.document.sources:
        paragraph = _add(sheet, reference.line, SOURCES)
        _numbered(paragraph, number, 0)
        _bookmarked(sheet, paragraph, _of_source(reference.number))


def _of_source(number: int) -> str:
    return f"[{number}]"


def _table(sheet: Sheet, block: Table) -> None:
    """A table whose head stands on each page."""
    from docx.oxml import OxmlElement
    from docx.oxml.table import CT_Tbl
    from docx.shared import Mm

    rows = (block.head, *block.rows)
    table: Any = CT_Tbl.new_tbl(len(rows), len(block.head), Mm(WIDTH))
    table.tblStyle_val = sheet.house.style("labcamp table")
    table.tr_lst[0].get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row, cells in zip(table.tr_lst, rows, strict=True):
        for cell, line in zip(row.tc_lst, cells, strict=True):
            _fill(sheet, cell.p_lst[0], line)
    sheet.body.add_p().addprevious(table)  # two tables, or one at the end, need a paragraph behind


# Paragraphs, and what stands in them


def _add(sheet: Sheet, line: Line, style: str) -> "BaseOxmlElement":
    """A paragraph at the end."""
    paragraph = sheet.body.add_p()
    paragraph.style = sheet.house.style(style)
    _fill(sheet, paragraph, line)
    return paragraph  # type: ignore[no-any-return]


def _fill(sheet: Sheet, paragraph: Any, line: Line) -> None:
    for run in line:
        where = web_address(run)
        anchor = _of_source(run.source) if run.source else run.to
        if not (where or anchor):
            paragraph.append(_run(sheet, run))
            continue
        link = paragraph.makeelement(_w("hyperlink"), {_w("history"): "1"})
        if anchor:
            link.set(_w("anchor"), sheet.mark(anchor))
        else:
            link.set(_r("id"), _leads_to(sheet, where))
        link.append(_run(sheet, run, style="" if run.source else "Hyperlink"))
        paragraph.append(link)


def _run(sheet: Sheet, run: Run, style: str = "") -> Any:
    from docx.oxml import OxmlElement
    from docx.text.run import Run as WordRun

    element: Any = OxmlElement("w:r")
    made = WordRun(element, None)  # type: ignore[arg-type]  # needed for styles by name alone
    made.text = in_xml(run.text)
    if run.code or style:
        element.style = sheet.house.style("labcamp code text" if run.code else style)
    for name, wanted in (("bold", run.strong), ("italic", run.emphasis)):
        if wanted:
            setattr(made, name, True)
    if run.struck:
        made.font.strike = True
    return element


def _leads_to(sheet: Sheet, address: str) -> str:
    """The id of the relationship to a page on the web."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    return str(sheet.house.file.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))


def _bookmarked(sheet: Sheet, paragraph: Any, anchor: str) -> None:
    """The paragraph becomes a place that others jump to."""
    if anchor:
        id_ = str(next(sheet.numbers))
        start = paragraph.makeelement(_w("bookmarkStart"), {_w("id"): id_, _w("name"): sheet.mark(anchor)})
        paragraph.insert(1 if paragraph.pPr is not None else 0, start)
        paragraph.append(paragraph.makeelement(_w("bookmarkEnd"), {_w("id"): id_}))


# Numbering


def _numbered(paragraph: Any, number: int, level: int) -> None:
    """The paragraph is an item of a numbering; 0 is none, but stands below the text of the item before."""
    properties = paragraph.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = min(level, DEEPEST)
    properties.get_or_add_numId().val = number
    if not number:
        paragraph.pPr.get_or_add_ind().set(_w("left"), str(397 * (min(level, DEEPEST) + 1)))


def _numbering(sheet: Sheet, style: str, level: int) -> int:
    """A numbering that begins anew, as the style of the house has it for this level, else as ours has."""
    numberings = _all_numberings(sheet)
    number = numberings.add_num(_abstract(sheet, numberings, style, level))
    if style != BULLETS:
        for each in range(DEEPEST + 1):
            number.add_lvlOverride(ilvl=each).add_startOverride(1)
    return int(number.numId)


def _all_numberings(sheet: Sheet) -> Any:
    """What says how lists are numbered; a template that has no list has none."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.parts.numbering import NumberingPart

    part = sheet.house.file.part
    try:
        return part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element  # type: ignore[attr-defined]
    except KeyError:
        empty = f'<w:numbering xmlns:w="{W}"/>'.encode()
        package: Any = part.package
        made = NumberingPart.load(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, empty, package)
        part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
        return made.element


def _abstract(sheet: Sheet, numberings: Any, style: str, level: int) -> int:
    """The id of what a style's numbering looks like; many houses have signs for one level alone."""
    known = sheet.house.styles.get(style.casefold())
    while known is not None:
        properties = known.element.pPr
        if properties is not None and properties.numPr is not None and properties.numPr.numId is not None:
            with_id = [num for num in numberings.num_lst if num.numId == properties.numPr.numId.val]
            if with_id and _has(numberings, id_ := int(with_id[0].abstractNumId.val), level):
                return id_
        known = known.base_style
    return _our_abstract(sheet, numberings, style)


def _has(numberings: Any, id_: int, level: int) -> bool:
    """Tell whether a numbering has signs for a level."""
    every = [each for each in numberings.findall(_w("abstractNum")) if each.get(ABSTRACT) == str(id_)]
    return any(each.get(_w("ilvl")) == str(level) for one in every for each in one.findall(_w("lvl")))


def _our_abstract(sheet: Sheet, numberings: Any, style: str) -> int:
    """The same, taken from our own template, put before all numberings as the order of the schema wants it."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    if style not in sheet.looks:
        source: Any = ours()
        theirs = source.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
        number = source.styles[style].element.pPr.numPr.numId.val
        id_ = next(num for num in theirs.num_lst if num.numId == number).abstractNumId.val
        element = deepcopy(next(each for each in theirs.findall(_w("abstractNum")) if each.get(ABSTRACT) == str(id_)))
        taken = [int(each.get(ABSTRACT)) for each in numberings.findall(_w("abstractNum"))]
        element.set(ABSTRACT, str(max(taken, default=-1) + 1))
        numberings.insert(len(taken), element)
        sheet.looks[style] = int(element.get(ABSTRACT))
    return sheet.looks[style]


# The file as a whole


def _emptied(sheet: Sheet) -> None:
    """What stood in the template as an example goes; page, header and footer stay."""
    for element in list(sheet.body):
        if element.tag != _w("sectPr"):
            sheet.body.remove(element)


def _about(sheet: Sheet, day: dt.date) -> None:
    """What the file says of itself: title, who made it, language, and a moment that no clock was asked for."""
    document, file = sheet.document, sheet.house.file
    language = LANGUAGES.get(document.language, document.language)
    known = file.core_properties
    for element in list(known._element):
        known._element.remove(element)  # who has written the template, and for what
    texts = {"title": document.title, "subject": document.subtitle, "author": ", ".join(document.editors)}
    texts |= {"last_modified_by": texts["author"], "language": language}
    for name, text in texts.items():
        setattr(known, name, in_xml(text)[:255])
    known.created = known.modified = dt.datetime.combine(day, NOON)
    known.revision = 1
    _spoken(file.styles.element)
    for root in (file.styles.element, file.settings.element):
        for element in (*root.iter(_w("lang")), *root.iter(_w("themeFontLang"))):
            element.set(_w("val"), language)


def _spoken(styles: Any) -> None:
    """A place at which the styles say the language, where the template has none."""
    from docx.oxml import OxmlElement

    within = styles
    for name in ("docDefaults", "rPrDefault", "rPr", "lang"):
        found = within.find(_w(name))
        if found is None:
            found = OxmlElement(f"w:{name}")
            within.insert(len(within) if name == "lang" else 0, found)
        within = found


def _same_bytes(sheet: Sheet) -> bytes:
    """The file with the same bytes each time, on each machine: moments fixed, nothing packed as one library does it."""
    saved, whole = io.BytesIO(), io.BytesIO()
    sheet.house.file.save(saved)
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as out:
        for name in _in_order(parts.namelist()):
            info = zipfile.ZipInfo(name, ZIPPED)
            info.create_system = 0
            out.writestr(info, parts.read(name))
    return whole.getvalue()


def _in_order(names: Sequence[str]) -> list[str]:
    """The parts by name, but first the one that says what all others are (OPC, ISO 29500-2 section 10.2)."""
    return sorted(set(names), key=lambda name: (name != "[Content_Types].xml", name))


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ABSTRACT = f"{{{W}}}abstractNumId"


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _r(name: str) -> str:
    return f"{{{R}}}{name}"
