"""The types of the keys: each is written as text, and says what it becomes and how an editor checks it."""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, core_schema

from labcamp.model.texts import (
    CLOCK,
    DASH,
    DAY,
    DEGREES,
    DOI,
    ID,
    KEEPING,
    NO,
    SAID,
    SIZES,
    SPAN,
    YES,
    Days,
    Hours,
    Period,
    clock_of,
    day_number_of,
    day_of,
    days_of,
    degrees_of,
    doi_of,
    hours_of,
    id_of,
    in_groups,
    keeping_of,
    number_of,
    offset_of,
    one_line,
    period_of,
    point_of,
    refused,
    sizes_of,
    span_in_days,
    stamp_of,
    yes_of,
)
from labcamp.model.zones import is_zone

TEXT = ["string", "number", "boolean"]  # an editor's YAML reads `2027` as a number; we read it as text
Value = TypeVar("Value")


@dataclass(frozen=True)
class OrText:
    """Marks a mapping or list that may also be written as one text, and says what the text stands for."""

    expand: Callable[[str], object]
    pattern: str = r"[\s\S]*\S[\s\S]*"  # quotes with nothing in them are a finding

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Turn a text into what it stands for, then go on as usual; one shape, so one finding."""
        return core_schema.no_info_before_validator_function(self._whole, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The text, or the whole form."""
        return {"anyOf": [_written(self.pattern, *TEXT), handler(schema)]}

    def _whole(self, value: object) -> object:
        return self.expand(value) if isinstance(value, str) else value


@dataclass(frozen=True)
class OrSentence(OrText):
    """Marks a mapping that may also be written as one sentence, which needs quotes where it has a colon in it."""

    def _whole(self, value: object) -> object:
        # No key has a blank in it: `- Räume helfen: immer` is a sentence that YAML takes for a key and its value.
        if isinstance(value, dict) and len(value) == 1 and " " in str(*value).strip():
            raise refused("LC111")
        return super()._whole(value)


@dataclass(frozen=True)
class OrOne(OrText):
    """Marks a list that may also be written as its only item; a text may stand for several."""

    expand: Callable[[str], object] = lambda text: [text]

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The list, or its one item, or where a text may stand for several, that text."""
        whole = handler(schema)
        several = self.pattern != OrText.pattern
        return {"anyOf": [_written(self.pattern, "string") if several else whole["items"], whole]}

    def _whole(self, value: object) -> object:
        return [value] if isinstance(value, dict) else super()._whole(value)


def typed(parse: Callable[[str], Value], schema: dict[str, Any]) -> Any:
    """What marks a field that is written as text and kept as something better."""

    def from_text(value: object) -> object:
        if isinstance(value, dict | list):
            raise refused("LC203")
        return parse(value) if isinstance(value, str) else value

    return (BeforeValidator(from_text), WithJsonSchema(schema))


def matching(pattern: str, code: str, types: tuple[str, ...] = ("string",)) -> Any:
    """What marks a text that has to match a pattern as a whole; else the code says what it is not."""
    expression = re.compile(pattern)

    def matched(text: str) -> str:
        if expression.fullmatch(text):
            return text
        raise refused(code, text=text)

    return (AfterValidator(matched), WithJsonSchema(_written(pattern, *types)))


def _written(pattern: str, *types: str, **more: int) -> dict[str, Any]:
    """The schema of a value that is written as its pattern says; blanks around it do not count."""
    return {"type": list(types) if len(types) > 1 else types[0], "pattern": rf"^\s*(?:{pattern})\s*$", **more}


def is_file(value: object) -> bool:
    """Tell whether somebody named a file where an address is asked for: `folien.pdf`."""
    return isinstance(value, str) and re.fullmatch(rf"\s*[^\s/\\:@][^/\\:@]*\.(?:{FILE_ENDS})\s*", value) is not None


def _plain_file(name: str) -> str:
    if re.fullmatch(PLAIN_FILE, name):
        return name
    raise refused("LC233", text=name, proposal=plain_file(name))


def plain_file(name: str) -> str:
    """The nearest name that every machine and web space can hold: `Folien Köln.PDF` becomes `folien-koeln.pdf`."""
    stem, dot, end = re.split(r"[/\\]", name.strip())[-1].rpartition(".")
    return f"{id_of(stem)}.{id_of(end)}" if dot else id_of(end)


def sort_of_file(name: str) -> str:
    """What a file is, by its name: a photo, a recording, slides, or something else."""
    end = name.rpartition(".")[2].lower()
    return next((sort for sort, ends in FILES.items() if end in ends), "other")


def given(key: str) -> dict[str, Any]:
    """The schema of a mapping in which a key has something behind it."""
    return {"required": [key], "properties": {key: {"not": {"type": "null"}}}}


def _zone(text: str) -> str:
    if is_zone(text):
        return text
    raise refused("LC213", text=text)


def _reachable(email: str) -> str:
    try:
        email.rpartition("@")[2].encode("idna")
    except UnicodeError as problem:
        raise refused("LC215", text=email) from problem
    return email


def _nearby(path: str) -> str:
    if "//" in path or path.startswith(("data:", "www.")):
        raise refused("LC223", text=path)
    return path


URL = r"""https?://[^\s<>"\\^`{|}]+\.[^\s<>"\\^`{|}]+|mailto:[^\s<>"]+@[^\s<>"]+"""
# A file below a folder: no way up, out or to a drive
PICTURE = r"(?!/)(?!(?:.*/)?\.\.(?:/|$))[^\\:]+\.(?:svg|SVG|png|PNG|jpe?g|JPE?G)"
# Between the dots of an address (RFC 5322 section 3.2.3), and in a domain; how long they may be: RFC 5321 section 4.5.3
ATOM = r"[!#-'*+\-/0-9=?A-Z^-~]+"
IN_DOMAIN = r"[^\x00-,./:-@\[-^`{-\x7f\s]"
# The name of a file that every machine and every web space can hold
PLAIN_FILE = r"[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*"
EMAIL = rf"(?=[^@]{{1,64}}@.{{3,190}}$){ATOM}(?:\.{ATOM})*@(?:{IN_DOMAIN}{{1,63}}\.)+{IN_DOMAIN}{{2,63}}"
DAYS = rf"{DAY}(\s*([/–]|bis|to| - )\s*{DAY})?|\d{{4}}-\d{{2}}|\d{{1,2}}\.\d{{4}}|{SAID}"


def _in_any_case(words: Iterable[str]) -> str:
    return "|".join("".join(f"[{letter}{letter.upper()}]" for letter in word) for word in sorted(words))


# How the name of a file ends, by what it is where nobody says that; no address ends so
FILES = {
    "photo": ("avif", "gif", "heic", "jpeg", "jpg", "png", "webp"),
    "recording": ("m4a", "mp3", "mp4", "ogg", "webm"),
    "slides": ("odp", "ppt", "pptx"),
    "other": ("csv", "doc", "docx", "ods", "odt", "pdf", "svg", "txt", "xls", "xlsx", "zip"),
}
FILE_ENDS = _in_any_case(end for ends in FILES.values() for end in ends)
PICTURES = frozenset({*FILES["photo"], "svg"})


def _degrees(most: int) -> dict[str, Any]:
    return _written(DEGREES.pattern, "number", "string", minimum=-most, maximum=most)


NORTH, EAST = 90, 180  # how many degrees there are to either side of the equator, and of Greenwich
YES_OR_NO = _in_any_case(YES | NO)
# How many days, or no: then a mail is not sent
OR_NO = [_written(f"{SPAN}|{_in_any_case(NO)}", "integer", "string", minimum=0, maximum=999), {"const": False}]

Text = str
Line = Annotated[str, AfterValidator(one_line)]
Day = Annotated[dt.date, *typed(day_of, _written(f"{DAY}|{SAID}", "string"))]
# To an editor's YAML the month 11.2022 is a number, like 2022, which is no date; and 9.30 is one, like 930.
DaysText = Annotated[Days, *typed(days_of, _written(DAYS, "string", "number", minimum=1, exclusiveMaximum=13))]
PeriodText = Annotated[Period, *typed(period_of, {"type": "string"})]
HoursText = Annotated[
    Hours, *typed(hours_of, _written(f"{CLOCK}({DASH}{CLOCK})?", "string", "number", minimum=0, maximum=24))
]
Clock = Annotated[int, *typed(clock_of, _written(CLOCK, "string", "number", minimum=0, maximum=24))]
Number = Annotated[int, *typed(number_of, _written("[0-9]{1,9}", "integer", "string", minimum=0))]
Latitude = Annotated[float, *typed(partial(degrees_of, most=NORTH), _degrees(NORTH))]
Longitude = Annotated[float, *typed(partial(degrees_of, most=EAST), _degrees(EAST))]
DayNumber = Annotated[
    int, *typed(day_number_of, _written(f"[0-9]{{1,9}}|{DAY}|{SAID}", "integer", "string", minimum=0))
]
YesNo = Annotated[bool, *typed(yes_of, _written(YES_OR_NO, "boolean", "string", "integer", minimum=0, maximum=1))]
Span = Annotated[int | None, *typed(span_in_days, {"anyOf": OR_NO})]
Keeping = Annotated[int | None, *typed(keeping_of, _written(f"{KEEPING}|{_in_any_case(NO)}", "string"))]
Sizes = Annotated[tuple[int, int], *typed(sizes_of, _written(SIZES, "integer", "string", minimum=0, maximum=999))]
# Groups of names: several, each a list or a text with commas, or one alone
ONE_GROUP = {"anyOf": [{"type": TEXT}, {"type": "array", "items": {"type": TEXT}}]}
Names = Annotated[
    tuple[tuple[Line, ...], ...],
    BeforeValidator(in_groups),
    WithJsonSchema({"anyOf": [{"type": TEXT}, {"type": "array", "items": ONE_GROUP}]}),
]
Offset = Annotated[int, *typed(offset_of, {"type": ["integer", "string"]})]
Url = Annotated[str, *matching(URL, "LC210")]
UrlOrFile = Annotated[Url, WithJsonSchema(_written(rf"{URL}|{PLAIN_FILE}\.(?:{FILE_ENDS})", "string"))]
FileName = Annotated[str, AfterValidator(_plain_file), WithJsonSchema(_written(PLAIN_FILE, "string"))]
Picture = Annotated[str, AfterValidator(_nearby), *matching(PICTURE, "LC224")]
Email = Annotated[str, *matching(EMAIL, "LC215"), AfterValidator(_reachable)]
Zone = Annotated[str, AfterValidator(_zone), WithJsonSchema(_written("[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*", "string"))]
Colour = Annotated[str, *matching("#[0-9a-fA-F]{6}", "LC214")]
Region = Annotated[str, *matching("[A-Z]{2}(-[A-Z0-9]{1,3})?", "LC216")]
Id = Annotated[str, *matching("[a-z0-9][a-z0-9-]*", "LC217", tuple(TEXT))]
Domain = Annotated[str, *matching(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", "LC218")]
# How a paper names a takeaway: event, session, and its number or id
SOURCE = rf"{ID}/{ID}#{ID}"
SourceName = Annotated[str, *matching(SOURCE, "LC740")]
SourceNames = Annotated[tuple[SourceName, ...], OrOne(lambda text: text.split(","), rf"{SOURCE}(?:\s*,\s*{SOURCE})*")]
Doi = Annotated[str, *typed(doi_of, _written(DOI, "string"))]
Point = Annotated[str, *typed(point_of, {"type": "string"})]
Stamp = Annotated[dt.datetime, *typed(stamp_of, {"type": "string", "format": "date-time"})]
