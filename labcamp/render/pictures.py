"""Colours with their contrasts, QR codes and logos."""

from base64 import b64encode
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

from labcamp.files.templates import content, winner
from labcamp.model import Series

ENOUGH = 4.5  # WCAG 2.2, 1.4.3


@lru_cache(maxsize=64)  # most events lead to the same home page
def qr(address: str) -> str:
    """The QR code of an address as SVG (ISO/IEC 18004), without the white that readers need around it; "" for none."""
    if not address:
        return ""
    import segno

    made = BytesIO()
    segno.make(address, error="m", micro=False).save(made, kind="svg", border=0, xmldecl=False)
    return made.getvalue().decode()


def logo_path(root: Path, series: Series) -> str:
    """Where the logo of a series lies, as Typst finds it below `templates/`; empty where there is none.

    LC006 where a link leads out of that folder.
    """
    return f"/{series.logo}" if series.logo and winner(root, series.logo) else ""


def logo_address(root: Path, series: Series) -> str:
    """The logo of a series as a data address; empty where there is none."""
    name = series.logo or ""
    file = winner(root, name) if name else None
    return data_address(content(file), name.rpartition(".")[2].lower()) if file else ""


def data_address(picture: bytes, ending: str) -> str:
    """A picture as a data address: svg, png, jpg or jpeg."""
    kind = {"svg": "svg+xml", "jpg": "jpeg"}.get(ending, ending)
    return f"data:image/{kind};base64,{b64encode(picture).decode()}"


@dataclass(frozen=True)
class Palette:
    """The colours of one scheme, as #rrggbb; `accent` is for text, links and buttons, `leaf` for the calendar leaf."""

    ink: str
    muted: str
    paper: str
    ground: str
    tint: str
    line: str
    accent: str
    on_accent: str
    leaf: str
    on_leaf: str
    marker: str = "#ffd23f"
    on_marker: str = "#15233b"


INKS = ("#ffffff", "#0d141f")
LIGHT = Palette("#15233b", "#4a5872", "#ffffff", "#eef1f5", "#e7f0f8", "#d5dbe5", *("#0b4f8a", "#ffffff") * 2)
DARK = Palette("#e8edf5", "#a9b5c9", "#16202f", "#0d141f", "#1d2c42", "#2c3a50", *("#7cb8ee", "#0d141f") * 2)


@cache
def palettes(accent: str | None) -> tuple[Palette, Palette]:
    """The light and the dark palette; a series' own accent is moved until it can be read in each.

    The calendar leaf keeps it as it is, if either ink can be read on it.
    """
    if accent is None:
        return LIGHT, DARK
    return _with(LIGHT, accent, towards="#000000"), _with(DARK, accent, towards="#ffffff")


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _with(palette: Palette, accent: str, *, towards: str) -> Palette:
    grounds = (palette.paper, palette.ground, palette.tint)
    steps = (_mixed(accent, towards, step / 20) for step in range(21))
    readable = next(colour for colour in steps if min(contrast(colour, ground) for ground in grounds) >= ENOUGH)
    leaf = accent if contrast(_ink_on(accent), accent) >= ENOUGH else readable
    values = {"accent": readable, "on_accent": _ink_on(readable), "leaf": leaf, "on_leaf": _ink_on(leaf)}
    return Palette(**vars(palette) | values)


def _ink_on(ground: str) -> str:
    """White or dark, whichever can be read better on a colour."""
    return max(INKS, key=lambda ink: contrast(ink, ground))


def _mixed(one: str, other: str, share: float) -> str:
    pairs = zip(_rgb(one), _rgb(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    channels = (value / 255 for value in _rgb(colour))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)  # noqa: PLR2004
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
