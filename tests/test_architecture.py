"""The house: who may import whom, who may touch disk and clock, and how big things get."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from sample import REPOSITORY

# A module imports only those before it. A folder that stands here whole may have any order inside.
NAMES = """
labcamp labcamp.findings labcamp.artefact labcamp.texts labcamp.messages
labcamp.model.zones labcamp.model.glyphs labcamp.model.texts labcamp.model.fields labcamp.model.series
labcamp.model.agenda
labcamp.model.event labcamp.model labcamp.model.private labcamp.model.participant labcamp.model.account
labcamp.model.avoid labcamp.model.task
labcamp.mail
labcamp.announced.entries labcamp.announced
labcamp.read.problems labcamp.read labcamp.edit labcamp.edit.items
labcamp.check.calendar.content labcamp.check.calendar.structure labcamp.check.calendar.properties
labcamp.check.calendar.times labcamp.check.calendar.values labcamp.check.calendar.texts
labcamp.check.calendar.observances labcamp.check.calendar.zones labcamp.check.calendar.itip
labcamp.check.calendar.clients labcamp.check.calendar
labcamp.check.patterns
labcamp.check.mail.page labcamp.check.mail.content labcamp.check.mail.form labcamp.check.mail.links
labcamp.check.mail.privacy labcamp.check.mail.wording labcamp.check.mail.envelope labcamp.check.mail
labcamp.check.shape labcamp.check.glyphs labcamp.check.agenda labcamp.check.sense labcamp.check.texts
labcamp.check.public labcamp.check.names
labcamp.check.announced labcamp.check.newsletter labcamp.check.exceptions labcamp.check
labcamp.mend.splices labcamp.mend.lines labcamp.mend.values labcamp.mend.proof labcamp.mend
labcamp.private labcamp.workspace
labcamp.free_days.calendars labcamp.free_days labcamp.free_days.marks labcamp.free_days.words labcamp.free_days.places
labcamp.avoid.entries labcamp.avoid.repeating labcamp.avoid.calendars labcamp.avoid labcamp.figures
labcamp.people.table labcamp.people.seats labcamp.people.columns labcamp.people.rows labcamp.people
labcamp.plan labcamp.dates.around labcamp.dates
labcamp.render.markdown labcamp.render.compiled labcamp.render.templates
labcamp.tasks.conditions labcamp.tasks.reading labcamp.tasks
labcamp.advice.look labcamp.advice.context labcamp.advice.naming labcamp.advice.leftovers labcamp.advice.copies
labcamp.advice.examples labcamp.advice.addresses labcamp.advice.organisations labcamp.advice.agendas
labcamp.advice.after labcamp.advice.weekdays labcamp.advice.wording labcamp.advice.days labcamp.advice.tasks
labcamp.advice.unused labcamp.advice
labcamp.render.words labcamp.render.tasks labcamp.render.trial labcamp.render.palette
labcamp.render.dates labcamp.render.places labcamp.render.rows labcamp.render.facts labcamp.render.sentences
labcamp.render.texts labcamp.render.eml labcamp.render.pictures labcamp.render.stage
labcamp.render.calendar.lines labcamp.render.calendar.zones labcamp.render.calendar.serialise
labcamp.render.calendar.entries labcamp.render.calendar.parts labcamp.render.calendar.files
labcamp.render.calendar
labcamp.render.agenda
labcamp.render.typesetting labcamp.render.prints.common labcamp.render.prints.prose labcamp.render.prints.rooms
labcamp.render.prints.handout labcamp.render.prints.run_sheet
labcamp.render.prints.badges labcamp.render.prints.attendance labcamp.render.prints.tables
labcamp.render.prints.signs labcamp.render.prints
labcamp.render.mails.wording labcamp.render.mails.invitation labcamp.render.mails.newsletter
labcamp.render.mails.changes labcamp.render.mails
labcamp.render.posts.counting labcamp.render.posts.parts labcamp.render.posts.shortening labcamp.render.posts.slack
labcamp.render.posts labcamp.render.services labcamp.render.requests labcamp.render.personal
labcamp.render.handover.earlier labcamp.render.handover.sheet labcamp.render.handover labcamp.render
labcamp.render.event_file labcamp.render.schema
labcamp.preview.entries labcamp.preview.drafts labcamp.preview.view labcamp.preview.look labcamp.preview.pages
labcamp.preview.watching labcamp.preview.answers labcamp.preview.serving labcamp.preview
labcamp.write.places labcamp.write.disk labcamp.write.memory labcamp.write labcamp.write.removal
labcamp.write.left_over
labcamp.deliver.drafts labcamp.deliver.names labcamp.deliver.boxes labcamp.deliver.accounts labcamp.deliver.session
labcamp.deliver.folders labcamp.deliver.imap labcamp.deliver
labcamp.cli labcamp.__main__
"""
ORDER = NAMES.split()
WHOLE = {"labcamp.messages", "labcamp.cli"}
HEAVY = {"pydantic", "yaml", "jinja2", "ics", "rich", "babel", "css_inline", "markdown_it", "email", "jsonschema"}
HEAVY |= {"holidays", "dateutil", "regex", "email_validator", "keyring", "platformdirs", "imaplib", "mailbox"}
HEAVY |= {"typst", "segno", "starlette", "uvicorn", "watchfiles"}
ASKS_THE_MACHINE = re.compile(
    r"\bdate\.today\(|\bdatetime\.now\(|\bos\.environ|\bos\.getenv|\bPath\.cwd\(|\btime\.time\("
)
TOUCHES = {
    "read_text",
    "read_bytes",
    "write_text",
    "write_bytes",
    "open",
    "mkdir",
    "unlink",
    "rename",
    "rglob",
    "iterdir",
}


@cache
def modules() -> dict[str, Path]:
    """The file of each module by its name."""
    found = {}
    for path in sorted((REPOSITORY / "labcamp").rglob("*.py")):
        parts = path.relative_to(REPOSITORY).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def place_of(module: str) -> str:
    """The entry of ORDER that a module belongs to."""
    return next((whole for whole in WHOLE if module.startswith(f"{whole}.")), module)


def imports(path: Path) -> Iterator[str]:
    """The modules of ours that a file imports, at its top, in functions, or only for types."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "labcamp")
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "labcamp":
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in modules() else str(node.module) for name in whole)


def below_cli() -> dict[str, Path]:
    """The modules that may not know that there is a command line."""
    return {name: path for name, path in modules().items() if place_of(name) not in {"labcamp.cli", "labcamp.__main__"}}


def test_every_module_has_its_place_in_the_order() -> None:
    assert {place_of(module) for module in modules()} == set(ORDER)


@pytest.mark.parametrize("module", sorted(modules()))
def test_a_module_imports_only_those_before_it(module: str) -> None:
    place = place_of(module)
    later = {name for name in imports(modules()[module]) if ORDER.index(place_of(name)) > ORDER.index(place)}
    same = {name for name in imports(modules()[module]) if place_of(name) == place}
    assert later == set()
    assert place in WHOLE or same == set()


@pytest.mark.parametrize("module", sorted(below_cli()))
def test_below_the_command_line_nobody_asks_the_machine_or_prints(module: str) -> None:
    text = modules()[module].read_text("utf-8")
    assert ASKS_THE_MACHINE.findall(text) == []
    calls = [node.func for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    assert [call.id for call in calls if isinstance(call, ast.Name) and call.id in {"print", "input"}] == []


def test_only_these_stages_touch_the_disk() -> None:
    touching = {
        name
        for name, path in below_cli().items()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr in TOUCHES
        and not (
            isinstance(node.value, ast.Name) and node.value.id in {"self", "facts"}
        )  # Facts.open: people can register
    }
    packaged = {"labcamp.model.zones", "labcamp.render.calendar.zones"}  # out of tzdata
    packaged |= {"labcamp.preview.look"}  # out of the package
    templates = {
        "labcamp.render.templates",
        "labcamp.render.words",
        "labcamp.render.typesetting",
        "labcamp.render.pictures",
    }  # out of the package and the workspace
    templates |= {"labcamp.preview.watching"}  # which folders there are
    writing = {"labcamp.write", "labcamp.write.disk", "labcamp.write.memory", "labcamp.write.removal"}
    assert touching == {"labcamp.read", "labcamp.workspace"} | writing | packaged | templates


def test_a_module_says_in_its_first_line_what_lives_there() -> None:
    texts = {name: ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "" for name, path in modules().items()}
    assert [name for name, text in texts.items() if not re.match(r"[`A-Z].*[.:]$", text.split("\n")[0])] == []


def test_no_module_and_no_function_grows_too_long() -> None:
    long_modules = {}
    long_functions = {}
    for name, path in modules().items():
        if name.startswith("labcamp.messages"):
            continue  # tables of words
        text = path.read_text("utf-8")
        if len(text.splitlines()) > 250:
            long_modules[name] = len(text.splitlines())
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and (length := lines_of(node)) > 25 and ".cli" not in name:
                long_functions[f"{name}.{node.name}"] = length
    assert (long_modules, long_functions) == ({}, {})


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
