"""Every code that labcamp can tell has a name, and every name is one of a code that it tells."""

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest
from conftest import REPOSITORY

from labcamp.findings import NAMES
from labcamp.texts import page_of, placeholders

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


def told(source: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Each finding that a source makes of a code and named values, with these names."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "finding" and node.args:
            names = [each.arg for each in node.keywords]
            if isinstance(node.args[0], ast.Constant) and None not in names:  # else values of a mapping come along
                yield str(node.args[0].value), frozenset(filter(None, names))


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_finding_brings_the_values_that_its_words_name(language: str) -> None:
    """Without one of them the words cannot be told: the command would break off instead."""
    seen = [
        (code, names)
        for path in (REPOSITORY / "labcamp").rglob("*.py")
        for code, names in told(path.read_text("utf-8"))
    ]
    assert {"LC741", "LC780"} <= {code for code, _ in seen}
    lacking = [
        (code, lack)
        for code, names in seen
        for page in [page_of(code, language)]
        for last in [page.otherwise or page.hint]
        for name in [{each.removesuffix(f"_{language}") for each in names}]
        if (lack := (placeholders(page.message) | placeholders(last)) - name)
    ]
    assert lacking == []
