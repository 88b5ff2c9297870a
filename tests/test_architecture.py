"""The house: which room may import which, who may touch disk and clock, and how long a function gets."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from sample import REPOSITORY

# A room imports only from itself and from those before it.
NAMES = """
patterns findings texts messages model files check workspace planning exchange render review deliver preview terminal
commands cli __main__
"""
ROOMS = NAMES.split()
UPPER = ("terminal", "commands", "cli", "__main__")
HEAVY = {"pydantic", "yaml", "jinja2", "ics", "rich", "babel", "css_inline", "markdown_it", "email", "jsonschema"}
HEAVY |= {"holidays", "dateutil", "docx", "icalendar", "regex", "email_validator", "keyring", "platformdirs"}
HEAVY |= {"imaplib", "openpyxl", "mailbox", "typst", "segno", "starlette", "uvicorn", "watchfiles"}
ASKS_THE_MACHINE = re.compile(
    r"\bdate\.today\(|\bdatetime\.now\(|\bos\.environ|\bos\.getenv|\bPath\.cwd\(|\btime\.time\("
)
NETWORK = re.compile(r"^ *(?:import|from) (?:socket|ssl|smtplib|http|urllib\.request|requests|httpx)\b", re.MULTILINE)
TOUCHES = {"read_text", "read_bytes", "write_text", "write_bytes", "open", "mkdir", "unlink", "rename", "rglob"}
TOUCHES |= {"iterdir"}


@cache
def modules() -> dict[str, Path]:
    """The file of each module by its name."""
    found = {}
    for path in sorted((REPOSITORY / "labcamp").rglob("*.py")):
        parts = path.relative_to(REPOSITORY).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def room_of(module: str) -> str:
    """The room that a module stands in: `model` of `labcamp.model.event`."""
    return module.split(".")[1] if "." in module else ""


@cache
def tree_of(module: str) -> ast.Module:
    """What stands in a module."""
    return ast.parse(modules()[module].read_text("utf-8"))


def imported(statements: Iterator[ast.AST]) -> set[str]:
    """The modules of ours that statements import."""
    found: set[str] = set()
    for node in statements:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.split(".")[0] == "labcamp"}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "labcamp":
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            found |= {name if name in modules() else str(node.module) for name in whole}
    return found


def below_the_terminal() -> list[str]:
    """The modules that may not know that there is a command line."""
    return [name for name in modules() if room_of(name) not in UPPER]


def test_every_module_stands_in_a_room() -> None:
    assert {room_of(module) for module in modules()} - {""} == set(ROOMS) & {room_of(module) for module in modules()}


@pytest.mark.parametrize("module", sorted(modules()))
def test_a_room_imports_only_those_before_it(module: str) -> None:
    if module == "labcamp":
        return
    others = {room_of(name) for name in imported(ast.walk(tree_of(module)))} - {""}
    assert {room for room in others if ROOMS.index(room) > ROOMS.index(room_of(module))} == set()


@pytest.mark.parametrize("room", ROOMS)
def test_there_is_no_circle_in_a_room(room: str) -> None:
    inside = {name for name in modules() if room_of(name) == room}
    TopologicalSorter({name: imported(iter(tree_of(name).body)) & inside - {name} for name in inside}).prepare()


@pytest.mark.parametrize("module", sorted(below_the_terminal()))
def test_below_the_terminal_nobody_asks_the_machine_or_prints(module: str) -> None:
    assert ASKS_THE_MACHINE.findall(modules()[module].read_text("utf-8")) == []
    calls = [node.func for node in ast.walk(tree_of(module)) if isinstance(node, ast.Call)]
    assert [call.id for call in calls if isinstance(call, ast.Name) and call.id in {"print", "input"}] == []


def test_only_these_touch_the_disk() -> None:
    touching = {
        name
        for name in below_the_terminal()
        for node in ast.walk(tree_of(name))
        if isinstance(node, ast.Attribute)
        and node.attr in TOUCHES
        and not (
            isinstance(node.value, ast.Name) and node.value.id in {"self", "facts"}
        )  # Facts.open: people can register
    }
    packaged = {"labcamp.model.zones", "labcamp.render.calendar.zones"}  # out of tzdata
    packaged |= {"labcamp.preview.look"}  # out of the package
    templates = {"labcamp.files.templates", "labcamp.render.words"}
    templates |= {"labcamp.render.prints.typesetting", "labcamp.review.templates"}
    templates |= {"labcamp.preview.serving"}  # which folders there are
    files = {f"labcamp.files.{name}" for name in ("disk", "undo", "remove", "place")}
    review = {"labcamp.review.tracked"}  # what git knows
    review |= {"labcamp.review.asking"}  # opens addresses on the web
    assert touching == {"labcamp.workspace"} | files | packaged | templates | review


def test_only_these_speak_to_the_network() -> None:
    speaking = {name for name in modules() if NETWORK.search(modules()[name].read_text("utf-8"))}
    assert speaking == {
        "labcamp.deliver.session",  # a mailbox on a server
        "labcamp.preview",  # listens on this machine
        "labcamp.preview.serving",
        "labcamp.review.asking",  # whether links still work
        "labcamp.commands.check",  # by which proxy
    }


def test_a_module_says_in_its_first_line_what_lives_there() -> None:
    texts = {name: ast.get_docstring(tree_of(name)) or "" for name in modules()}
    assert [name for name, text in texts.items() if not re.match(r"[`A-Z].*[.:]$", text.split("\n")[0])] == []


def test_no_function_below_the_terminal_grows_too_long() -> None:
    long = {}
    for name in below_the_terminal():
        for node in ast.walk(tree_of(name)):
            if isinstance(node, ast.FunctionDef) and (length := lines_of(node)) > 25:
                long[f"{name}.{node.name}"] = length
    assert long == {}


def lines_of(function: ast.FunctionDef) -> int:
    """How many lines the body of a function has, without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_the_command_line_starts_light() -> None:
    script = "import sys, labcamp.cli; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=REPOSITORY, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert set(ran.stdout.split()) & HEAVY == set()


def test_a_command_is_a_file() -> None:
    from labcamp.cli import COMMANDS, loaded  # noqa: PLC0415  # the rest of this file reads only text

    stems = {name.removeprefix("labcamp.commands.") for name in modules() if name.startswith("labcamp.commands.")}
    assert {stem.removesuffix("_").replace("_", "-") for stem in stems} == set(COMMANDS)
    assert [loaded(name).name for name in COMMANDS] == list(COMMANDS)
