"""What labcamp brings with it may be given on."""

from importlib.metadata import Distribution
from pathlib import Path

from licences import Part, licence_of, parts, table
from sample import REPOSITORY


def test_every_part_has_a_licence_that_labcamp_can_be_given_on_with() -> None:
    found = parts()
    assert {"typer", "pydantic", "typst", "lxml"} <= {part.name for part in found}
    assert [part for part in found if not part.is_free] == []


def test_a_part_without_a_free_licence_is_told() -> None:
    assert [Part("a", "1", licence).is_free for licence in ("", "Proprietary", "AGPL-3.0-only", "MIT")] == [
        False,
        False,
        False,
        True,
    ]
    assert table([Part("a", "1", "")]) == f"{'a':<28} {'1':<16} ?\n"


def test_a_licence_is_read_from_what_a_package_says_of_itself(tmp_path: Path) -> None:
    said = {
        "License-Expression: BSD-3-Clause\nLicense: long": "BSD-3-Clause",
        "Classifier: License :: OSI Approved :: MIT License": "MIT License",
        "License: MIT": "MIT",
        f"License: {'text ' * 40}": "",
    }
    for text, expected in said.items():
        (tmp_path / "METADATA").write_text(f"Metadata-Version: 2.4\nName: x\nVersion: 1\n{text}\n", "utf-8")
        assert licence_of(Distribution.at(tmp_path)) == expected


def test_what_comes_with_the_program_itself_is_named() -> None:
    assert "SIL Open Font License" in (REPOSITORY / "templates/fonts/OFL.txt").read_text("utf-8").title().replace(
        "Sil", "SIL"
    )
    assert (REPOSITORY / "LICENSE").read_text("utf-8").startswith("MIT License\n")
