"""What pages load: the style sheet, the fonts, the program that searches."""

import re
from collections.abc import Iterator

from labcamp.files.templates import content, winner
from labcamp.model.artefact import Artefact
from labcamp.render.pictures import Palette, palettes
from labcamp.render.site.contents import FOLDER, Site
from labcamp.render.site.frame import logo_of
from labcamp.render.templates import fill

FONTS = tuple(
    f"atkinson-hyperlegible-next-{letters}-{weight}-normal.woff2"
    for letters in ("latin", "latin-ext")
    for weight in (400, 700)
)


LETTER = 'text-anchor="middle" font-family="Arial, sans-serif" font-weight="700"'
STRING = re.compile(r"(\"[^\"]*\"|'[^']*')")


def squeezed(style: str) -> str:
    """A style sheet without what is there for those who read its template: comments, line ends, blanks."""
    parts = STRING.split(re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL))
    parts[::2] = [
        re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r":\s+", ":", part)).replace(";}", "}") for part in parts[::2]
    ]
    return "".join(parts).strip() + "\n"


def icon(title: str, colours: Palette) -> str:
    """What a tab of a browser shows: the first letter of the title on the colour of the marker."""
    letter = next((letter.upper() for letter in title if letter.isalnum()), "")
    text = f'<text x="16" y="24.5" font-size="24" fill="{colours.on_marker}" {LETTER}>{letter}</text>'
    square = f'<rect width="32" height="32" fill="{colours.marker}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">{square}{text}</svg>\n'


def render(site: Site) -> Iterator[Artefact]:
    """The files in `assets/`."""
    light, dark = palettes(site.workspace.series.accent)
    style = fill(site.stage.templates, "site.css.j2", light=light, dark=dark)
    yield Artefact(f"{FOLDER}/assets/site.css", squeezed(style).encode())
    logo = site.workspace.series.logo
    if logo and (file := winner(site.workspace.root, logo)):
        yield Artefact(f"{FOLDER}/{logo_of(site)}", content(file))
    yield Artefact(f"{FOLDER}/assets/icon.svg", icon(site.workspace.series.title, light).encode())
    for name in FONTS:
        if file := winner(site.workspace.root, f"fonts/{name}"):
            yield Artefact(f"{FOLDER}/assets/fonts/{name}", content(file))
