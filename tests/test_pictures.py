"""The pictures of README and guide show what labcamp makes today."""

from pathlib import Path

import pytest
from pictures import PICTURES, SHOTS, made, out_of_date
from sample import REPOSITORY


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("pictures"))


def test_no_picture_is_out_of_date(root: Path) -> None:
    """Else: `python tests/pictures.py` takes those anew that are."""
    assert out_of_date(root) == []


def test_what_a_picture_shows_makes_it_out_of_date(root: Path) -> None:
    page = root / "out/labcamp-11/newsletter.html"
    before = page.read_bytes()
    page.write_bytes(before.replace(b"LabCamp #11", b"LabCamp #99"))
    assert set(out_of_date(root)) == {"overview.png", "newsletter.png", "preview.png"}
    page.write_bytes(before)


def test_every_picture_is_there_and_shown_somewhere() -> None:
    texts = [REPOSITORY / "README.md", *(REPOSITORY / "labcamp/texts").rglob("guide/*.md")]
    shown = "".join(path.read_text("utf-8") for path in texts)
    names = {path.name for path in PICTURES.iterdir()} - {"made-from.json"}
    assert names == set(SHOTS)
    assert {name for name in names if f".github/pictures/{name}" not in shown} == set()
