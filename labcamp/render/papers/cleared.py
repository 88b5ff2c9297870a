"""What a Word template holds besides its look: some is taken out, and what would load or run something is told."""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from labcamp.files.markdown import HARMLESS_SCHEME
from labcamp.patterns import pattern_of

if TYPE_CHECKING:
    from docx.document import Document as WordFile

# What a paper needs of it: no comments with their authors, no notes, sample pictures, macros, or data of programs
KEPT = frozenset({"styles", "numbering", "settings", "fontTable", "theme", "webSettings", "header", "footer"})
WHOLE = frozenset(
    {"officeDocument", "core-properties"}
)  # and no picture of its first page, company or sensitivity label
OF_TEXT = ("attachedTemplate", "footnotePr", "endnotePr", "mailMerge", "docVars")  # settings about what is taken out
# What Word fetches or runs when it brings fields up to date
ACTIVE = pattern_of(r"\b(?:INCLUDE\w+|DDE\w*|LINK|IMPORT|RD|DATABASE|MACROBUTTON)\b", re.IGNORECASE)
OBJECTS = frozenset({"oleObject", "package", "control", "aFChunk", "subDocument"})


def clear(file: "WordFile") -> None:
    """Leave of a template its page, with header and footer, and how things look; its text goes later."""
    _join_sections(file)
    part: Any = file.part
    for relations, kept in ((part.rels, KEPT), (part.package.rels, WHOLE)):
        for id_ in [id_ for id_, each in relations.items() if _sort(each) not in kept or each.is_external]:
            del relations[id_]
    settings: Any = file.settings.element
    for name in OF_TEXT:
        for element in settings.xpath(f"./w:{name}"):
            settings.remove(element)
    for relations in (each.rels for each in part.package.iter_parts() if each.partname == "/word/settings.xml"):
        for id_ in [id_ for id_, each in relations.items() if each.is_external]:
            del relations[id_]  # such as the template on somebody's own machine, with their name in its path


def loaded_by(file: "WordFile") -> Iterator[str]:
    """What would be fetched from elsewhere, or run, when somebody opens a paper: addresses and commands."""
    package: Any = file.part.package
    for part in package.iter_parts():
        for each in part.rels.values():
            if each.is_external and not (_sort(each) == "hyperlink" and HARMLESS_SCHEME.match(each.target_ref)):
                yield str(each.target_ref)
            elif not each.is_external and _sort(each) in OBJECTS:
                yield str(each.target_part.partname)
        if (element := getattr(part, "element", None)) is not None:
            commands = ("".join(element.xpath("//w:instrText/text()")), *element.xpath("//w:fldSimple/@w:instr"))
            yield from (found[0] for text in commands if (found := ACTIVE.search(text)))


def _sort(relation: Any) -> str:
    return str(relation.reltype).rpartition("/")[2]


def _join_sections(file: "WordFile") -> None:
    """The last page gets the headers and footers of those before it where it has none of its own, as Word shows it."""
    body: Any = file.element.body
    last = body.get_or_add_sectPr()
    own = {(each.tag, each.type_) for each in last.xpath("./w:headerReference | ./w:footerReference")}
    found = body.xpath(".//w:sectPr/w:headerReference | .//w:sectPr/w:footerReference")
    known = {(each.tag, each.type_): each for each in found}
    for key in sorted(known.keys() - own, key=str, reverse=True):
        last.insert(0, deepcopy(known[key]))
