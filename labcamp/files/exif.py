"""Whether a picture says where it was taken, as phones write it into each (Exif 2.32, section 4.6.6)."""

import re
import struct

from labcamp.patterns import pattern_of

# How it begins in JPEG and HEIC, in PNG and in WebP; behind that, how numbers are written
BEGINS = pattern_of(rb"(?:Exif\0\0|eXIf|EXIF.{4})(II\*\0|MM\0\*)", re.DOTALL)
# As text (XMP), and in films (ISO 6709)
AS_TEXT = pattern_of(rb"GPSLatitude|\xa9xyz.{4}[+-]\d|location\.ISO6709", re.DOTALL)
PLACE = 0x8825  # the tag of what is known of the place
DEGREES = frozenset({2, 4})  # its tags of latitude and longitude
SIZE = 24  # bytes: degrees, minutes and seconds, each as two numbers


def tells_place(content: bytes) -> bool:
    """Tell whether the bytes of a picture or film say where it was taken; what is not readable says nothing."""
    return AS_TEXT.search(content) is not None or any(
        _has_place(content[found.start(1) :]) for found in BEGINS.finditer(content)
    )


def _has_place(exif: bytes) -> bool:
    """Tell whether there are degrees; phones may overwrite them with zeros, and leave the rest."""
    order = "<" if exif.startswith(b"II") else ">"
    try:
        (first,) = struct.unpack_from(f"{order}I", exif, 4)
        places = [offset for tag, offset in _entries(exif, first, order) if tag == PLACE]
        found = [offset for place in places for tag, offset in _entries(exif, place, order) if tag in DEGREES]
    except struct.error:
        return False
    return any(any(exif[offset : offset + SIZE]) for offset in found)


def _entries(exif: bytes, start: int, order: str) -> list[tuple[int, int]]:
    """The tags of a table, each with where its value stands."""
    (count,) = struct.unpack_from(f"{order}H", exif, start)
    rows = (struct.unpack_from(f"{order}HHII", exif, start + 2 + 12 * number) for number in range(count))
    return [(tag, offset) for tag, _, _, offset in rows]
