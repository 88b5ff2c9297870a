"""The bytes of a table without some of its rows: of a text file its lines, of a workbook the cells and their texts."""

import io
import re
import zipfile
from collections.abc import Collection, Mapping
from html import escape

from labcamp.patterns import pattern_of

LINE = pattern_of(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
# Parts of a workbook (ECMA-376 part 1, section 18.3.1): rows and cells of a sheet, shared texts, links
ROW = pattern_of(rb"<(\w+:)?row\b[^>]*?(?:/>|>.*?</(?:\w+:)?row>)", re.DOTALL)
NUMBER = pattern_of(rb"^<[^>]*?\br=\"(\d+)\"")
SHARED = pattern_of(rb"<(?:\w+:)?c\b[^>]*\bt=\"s\"[^>]*>\s*<(?:\w+:)?v>(\d+)<")
TEXT = pattern_of(rb"<(\w+:)?si>.*?</(?:\w+:)?si>", re.DOTALL)
LINK = pattern_of(
    rb"<(?:\w+:)?hyperlink\b[^>]*\bref=\"[A-Z]+(\d+)[^\"]*\"[^>]*?(?:/>|>.*?</(?:\w+:)?hyperlink>)", re.DOTALL
)
NO_LINKS = pattern_of(rb"<(\w+:)?hyperlinks>\s*</(?:\w+:)?hyperlinks>")
CALCULATED = pattern_of(rb"<(?:\w+:)?c\b[^>]*\br=\"[A-Z]+(\d+)\"[^>]*/>")


def without_lines(content: bytes, lines: Collection[int], encoding: str) -> bytes:
    """A text without some of its lines, counted from 1; every other byte stays."""
    codec = "latin-1"  # each byte is a sign, and line ends are the same in every encoding that has them as one byte
    if encoding.startswith("utf-16"):
        codec = "utf-16-be" if encoding.endswith("be") or content.startswith(b"\xfe\xff") else "utf-16-le"
    text = content.decode(codec)
    kept = (line for number, line in enumerate(LINE.findall(text), 1) if number not in lines)
    return "".join(kept).encode(codec)


def without_cells(content: bytes, part: str, rows: Collection[int], address: str) -> bytes:
    """A workbook whose sheet of that part has nothing left in some rows, and no text or link of theirs elsewhere."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        parts = {info: book.read(info) for info in book.infolist()}
    sheets = {info.filename: data for info, data in parts.items() if "worksheets/" in info.filename}
    before = {int(number) for number in SHARED.findall(sheets[part])}
    sheets[part] = _without(sheets[part], rows)
    unused = before - {int(number) for data in sheets.values() for number in SHARED.findall(data)}
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as book:
        for info, data in parts.items():
            book.writestr(info, _cleaned(info.filename, sheets.get(info.filename, data), (rows, unused, address)))
    return whole.getvalue()


def _cleaned(name: str, data: bytes, gone: tuple[Collection[int], Collection[int], str]) -> bytes:
    """A part of a workbook without what stood in the rows."""
    rows, unused, address = gone
    if name.endswith("sharedStrings.xml"):
        number = iter(range(len(data)))
        return TEXT.sub(lambda found: _emptied(found) if next(number) in unused else found[0], data)
    if name.endswith("calcChain.xml"):  # it names each cell with a formula; an order that is lost Excel makes anew
        return CALCULATED.sub(lambda found: b"" if int(found[1]) in rows else found[0], data)
    if name.endswith(".rels"):
        link = re.compile(rf'Target="mailto:{re.escape(escape(address))}[^"]*"'.encode(), re.IGNORECASE)
        return link.sub(b'Target="mailto:"', data)
    return data


def _without(sheet: bytes, rows: Collection[int]) -> bytes:
    """A sheet in which nothing is left of some rows."""
    last = 0

    def kept(found: re.Match[bytes]) -> bytes:
        nonlocal last
        number = NUMBER.match(found[0])
        last = int(number[1]) if number else last + 1
        return b"" if last in rows else found[0]

    left = LINK.sub(lambda found: b"" if int(found[1]) in rows else found[0], ROW.sub(kept, sheet))
    return NO_LINKS.sub(b"", left)


def _emptied(found: re.Match[bytes]) -> bytes:
    """A shared text with nothing in it, for the others are counted by their place."""
    prefix = found[1] or b""
    return b"<%ssi><%st></%st></%ssi>" % (prefix, prefix, prefix, prefix)


def holds(content: bytes, address: str) -> bool:
    """Tell whether an address stands somewhere in the bytes of a file, also in a part of a workbook."""
    wanted = address.casefold()
    spoken = [wanted.encode(), wanted.encode("utf-16-le"), escape(wanted).encode()]
    return any(mark in data.lower() for data in _parts(content).values() for mark in spoken)


def _parts(content: bytes) -> Mapping[str, bytes]:
    """What is in a file: its parts, where it is packed."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return {name: packed.read(name) for name in packed.namelist()}
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError):
        return {"": content}
