"""XML of others as elements with their places; whatever would define an entity is refused before it does anything."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from labcamp.exchange.schedules.foreign import DEEPEST, MOST_VALUES
from labcamp.findings import LabcampError, Place, finding


@dataclass(slots=True)
class Element:
    """An element: its name without a prefix, its attributes, its text and what stands in it."""

    name: str
    attributes: dict[str, str]
    place: Place
    texts: list[str] = field(default_factory=list)
    children: list["Element"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text that stands in it, without that of other elements."""
        return "".join(self.texts)

    def all(self, name: str) -> Iterator["Element"]:
        """What stands right in it by that name, in order."""
        return (child for child in self.children if child.name == name)

    def first(self, name: str) -> "Element | None":
        """The first of these."""
        return next(self.all(name), None)


def xml_of(name: str, content: bytes) -> Element:
    """The outermost element of an XML file, in any encoding that it names; nothing is fetched or replaced.

    LC280 where it is no XML, LC282 or LC885 where it is too much, LC283 where it has a document type.
    """
    reader = _Reader(name)
    try:
        reader.parser.Parse(content, True)
    except expat.ExpatError as problem:
        raise LabcampError(finding("LC280", Place(name, problem.lineno, problem.offset + 1), form="XML")) from problem
    except (ValueError, LookupError) as problem:  # an encoding that nobody knows
        raise LabcampError(finding("LC280", Place(name, 1, 1), form="XML")) from problem
    return reader.around[0].children[0]


class _Reader:
    """Collects elements; expat has no other way to hand them over."""

    def __init__(self, name: str) -> None:
        self.name, self.count = name, 0
        self.around = [Element("", {}, Place(name, 1, 1))]
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.EntityDeclHandler = self._refuse

    def _place(self) -> Place:
        return Place(self.name, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if len(self.around) > DEEPEST:
            raise LabcampError(finding("LC282", self._place(), most=DEEPEST))
        if self.count > MOST_VALUES:
            raise LabcampError(finding("LC885", self._place(), most=MOST_VALUES))
        element = Element(name.rpartition(":")[2], attributes, self._place())
        self.around[-1].children.append(element)
        self.around.append(element)

    def _end(self, _name: str) -> None:
        self.around.pop()

    def _text(self, text: str) -> None:
        self.around[-1].texts.append(text)

    def _refuse(self, *_declared: object) -> None:
        raise LabcampError(finding("LC283", self._place()))
