"""Every code that labcamp can tell has a name, and every name is one of a code that it tells."""

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest
from conftest import REPOSITORY

from labcamp.findings import NAMES

CODE = re.compile(r"LC\d{3}")


def codes_of(source: str) -> Iterator[tuple[str, bool]]:
    """Each code in a source, and whether it is told there: a key of a table outside of functions is only looked up."""
    tree = ast.parse(source)
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) for part in ast.walk(node)}
    tables = [node for node in ast.walk(tree) if isinstance(node, ast.Dict) and id(node) not in inside]
    keys = {id(key) for table in tables for key in table.keys}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
            yield node.value, id(node) not in keys


@cache
def found() -> dict[str, bool]:
    """The codes in the source of labcamp, and whether each is told somewhere."""
    codes: dict[str, bool] = {}
    for path in sorted((REPOSITORY / "labcamp").rglob("*.py")):
        for code, told in codes_of(path.read_text("utf-8")):
            codes[code] = codes.get(code, False) or told
    return codes


def test_every_code_in_the_source_has_a_name() -> None:
    assert sorted(set(found()) - set(NAMES)) == []


def test_every_code_that_has_a_name_is_told_somewhere() -> None:
    assert sorted(code for code in NAMES if not found().get(code)) == []


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ('yield finding("LC320", place)', [("LC320", True)]),
        ('TOLD = {"starts": "LC320"}', [("LC320", True)]),
        ('WORDS = {"LC320": "so"}', [("LC320", False)]),
        ('def told():\n    return {"LC320": 1}', [("LC320", True)]),
        ('"""LC320 where it is so."""', []),
        ('codes = {"LC320", "LC32"}', [("LC320", True)]),
    ],
)
def test_the_search_finds_a_code_wherever_it_is_told(source: str, codes: list[tuple[str, bool]]) -> None:
    """The judge itself is tried: a test that finds nothing proves nothing."""
    assert list(codes_of(source)) == codes
