"""What the tests share: a copy of the real series, the command line, and golden files."""

import gc
import os
import re
import shutil
import signal
import sys
from base64 import b64encode
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import pytest
from hypothesis import Phase, settings
from ics.grammar.parse import Container

from labcamp.__main__ import main
from labcamp.check.calendar import check_calendar
from labcamp.findings import Finding
from labcamp.render.calendar import lines
from labcamp.render.calendar.lines import to_bytes

# Where an event has several entries, Outlook opens a new calendar; there is no other way to put them.
MAY_BE_SAID = {"LC967"}
TODAY = "2026-11-23"
# What a shell runs in the background hears no Ctrl+C, and neither would the programs that we start.
signal.signal(signal.SIGINT, signal.default_int_handler)
# The same examples on every run: a red run is somebody's change. `random` takes others each time, many of them, and
# prints how to have a failing one again. How long one takes says more about the machine than about labcamp.
settings.register_profile("small", deadline=None, derandomize=True, database=None, max_examples=12)
settings.register_profile("random", deadline=None, print_blob=True, max_examples=300)
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "small")
settings.load_profile(PROFILE)
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)  # where making an example smaller takes longer than reading it
FEW = 3  # files that are faster in one process
SIZE = ("LINES", "COLUMNS")
LANGUAGE = ("LABCAMP_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
FONT = re.compile(rb"data:font/woff2;base64,([A-Za-z0-9+/=]+)")
REPOSITORY = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"


class Result(NamedTuple):
    """What a command gave back: its exit code, stdout, stderr."""

    code: int
    out: str
    err: str


Labcamp = Callable[..., Result]
Thing = TypeVar("Thing")


def times(factor: float, phases: Collection[Phase] | None = None) -> settings:
    """For a test that takes more examples than others, or fewer: by how many times."""
    usual = settings.default
    assert usual
    return settings(max_examples=round(factor * usual.max_examples), phases=usual.phases if phases is None else phases)


def one_in(many: int, things: Sequence[Thing], first: int = 0) -> list[Thing]:
    """One in so many things of a table, from the first named on; all of them with the profile `random`."""
    return list(things) if PROFILE == "random" else list(things[first % many :: many])


@cache
def packaged_fonts() -> dict[bytes, bytes]:
    """The names of the fonts that come with labcamp, by what a page has of them: base64."""
    paths = (REPOSITORY / "templates/fonts").glob("*.woff2")
    return {b64encode(path.read_bytes()): f"fonts/{path.name}".encode() for path in paths}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files instead of comparing them")
    parser.addoption("--update-tested", action="store_true", help="write down what the judges found nothing wrong with")


def pytest_collection_finish() -> None:
    """Python's collector need not look through fifteen thousand tests again and again."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One process more than there are cores, for some tests wait for others' programs.

    None besides this one where single files or tests are asked for: to start them takes longer than most.
    """
    if config.getoption("--update-tested"):  # all write into one file
        return 0
    files = [argument for argument in config.args if ".py" in argument]
    return 0 if files and len(files) == len(config.args) <= FEW else (os.cpu_count() or 1) + 1


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test speaks English, without colours, at no terminal of a size, and keeps nothing, or it says so.

    A process of pytest-xdist has a size in LINES and COLUMNS, and Rich believes it.
    """
    for name in (*LANGUAGE, *SIZE, "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LABCAMP_LANG", "en")
    monkeypatch.setenv("LABCAMP_CACHE", "")


@pytest.fixture(autouse=True)
def judged(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every calendar that a test makes goes through our own check, by which no program may trip over it.

    A test whose people write odd things says with the marker `odd` which findings it gets for that.
    """
    allowed = MAY_BE_SAID | {code for marker in request.node.iter_markers("odd") for code in marker.args}

    def checked(component: Container) -> bytes:
        content = to_bytes(component)
        if component.name == "VCALENDAR":
            findings = check_calendar(content, "made.ics")
            assert [found for found in findings if found.code not in allowed] == []
        return content

    monkeypatch.setattr(lines, "to_bytes", checked)


@pytest.fixture(autouse=True)
def shown(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A test with the marker `shows` makes the findings whose codes it names, or fails."""
    codes = {code for marker in request.node.iter_markers("shows") for code in marker.args}
    made: set[str] = set()

    def remember(found: Finding, *values: Any, **named: Any) -> None:
        begin(found, *values, **named)
        made.add(found.code)

    if codes:
        begin = Finding.__init__
        monkeypatch.setattr(Finding, "__init__", remember)
    yield
    assert codes - made == set(), "is to be shown by this test, and is not"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a copy of the real series; it is the current one."""
    root = tmp_path / "workspace"
    shutil.copytree(REPOSITORY / "events", root / "events", ignore=shutil.ignore_patterns("event.schema.json"))
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def labcamp(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Labcamp:
    """The command line, in this process: `labcamp("list", "--root", ...)` gives code, stdout and stderr."""

    def call(*arguments: str | Path, env: dict[str, str] | None = None) -> Result:
        for name, value in (env or {}).items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "argv", ["labcamp", *map(str, arguments)])
        capsys.readouterr()
        code = main()
        return Result(code, *capsys.readouterr())

    return call


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, bytes], None]:
    """Compares bytes with `tests/golden/<name>`; `--update-golden` writes them there.

    A font in a page is the name of its packaged file there, so that who opens the file can read it.
    """

    def compare(name: str, content: bytes) -> None:
        path = GOLDEN / name
        if path.suffix == ".html":
            content = FONT.sub(lambda found: packaged_fonts().get(found[1], found[0]), content)
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        assert path.is_file(), f"{name} is new: look at it, then pytest --update-golden"
        assert content == path.read_bytes()

    return compare


@pytest.fixture
def tested(request: pytest.FixtureRequest) -> Callable[..., None]:
    """Writes down, with `--update-tested`, what a judge found nothing wrong with; the last thing that a test does."""
    from tested import note  # noqa: PLC0415  # most tests are no judges

    return note if request.config.getoption("--update-tested") else lambda *_: None


@pytest.fixture
def environment() -> dict[str, str]:
    """The environment of a labcamp in a process of its own, in English."""
    return own_environment()


def own_environment() -> dict[str, str]:
    """The same, for a fixture that is made once."""
    foreign = ("LC_", "LANG", "LABCAMP_", *SIZE)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    return kept | {
        "PYTHONPATH": str(REPOSITORY),
        "LABCAMP_LANG": "en",
        "LABCAMP_CACHE": "",
        "PYTHONUTF8": "1",
        "COLUMNS": "100",
    }
