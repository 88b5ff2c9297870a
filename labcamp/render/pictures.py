"""Pictures: QR codes, and the logo of a series; on a page they are data addresses, so that it needs no other file."""

from base64 import b64encode
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from labcamp.model import Series
from labcamp.render.templates import winner


@lru_cache(maxsize=64)  # most events lead to the same home page
def qr(address: str) -> str:
    """The QR code of an address as SVG (ISO/IEC 18004), with the quiet zone that readers need; empty for none."""
    if not address:
        return ""
    import segno

    made = BytesIO()
    segno.make(address, error="m", micro=False).save(made, kind="svg", border=4, xmldecl=False)
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
    return data_address(file.read_bytes(), name.rpartition(".")[2].lower()) if file else ""


def data_address(content: bytes, ending: str) -> str:
    """A picture as a data address: svg, png, jpg or jpeg."""
    kind = {"svg": "svg+xml", "jpg": "jpeg"}.get(ending, ending)
    return f"data:image/{kind};base64,{b64encode(content).decode()}"
