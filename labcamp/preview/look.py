"""What the preview's own pages are made of: its templates, style, script, sign and fonts, all from the package."""

from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from labcamp.files.templates import packaged
from labcamp.render.pictures import DARK, LIGHT

FACE = "atkinson-hyperlegible-next-latin"


class Asset(NamedTuple):
    """A file that pages load: its bytes and their media type."""

    content: bytes
    media_type: str


def filled(name: str, **values: object) -> str:
    """One of the preview's own templates, filled."""
    return str(_environment().get_template(name).render(values))


@cache
def asset(name: str) -> Asset:
    """The file of a name in ASSETS."""
    return ASSETS[name](name)


@cache
def _environment() -> Any:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    options: dict[str, Any] = {"autoescape": True, "undefined": StrictUndefined}
    return Environment(loader=FunctionLoader(_own), trim_blocks=True, lstrip_blocks=True, **options)


def _own(name: str) -> str:
    return files("labcamp.preview").joinpath(name).read_text("utf-8")


def _style(name: str) -> Asset:
    return Asset(filled(f"{name}.j2", light=LIGHT, dark=DARK).encode(), "text/css")


def _script(name: str) -> Asset:
    return Asset(_own(name).encode(), "text/javascript")


def _sign(name: str) -> Asset:
    return Asset(filled(f"{name}.j2", light=LIGHT).encode(), "image/svg+xml")


def _font(name: str) -> Asset:
    return Asset(packaged().joinpath("fonts", name).read_bytes(), "font/woff2")


FONTS = [f"{FACE}{extra}-{weight}-normal.woff2" for extra in ("", "-ext") for weight in (400, 700)]
ASSETS: Mapping[str, Callable[[str], Asset]] = {
    "preview.css": _style,
    "preview.js": _script,
    "sign.svg": _sign,
    **dict.fromkeys(FONTS, _font),
}
