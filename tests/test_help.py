"""The help of every command, plain and as Rich draws it, is in one language; so is what Typer says by itself."""

import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest
from conftest import REPOSITORY, Labcamp, one_in, own_environment
from terminal import shown

from labcamp.cli import COMMANDS
from labcamp.cli.help import DRAWN
from labcamp.texts import phrases

ALL = ("", *COMMANDS)
SCRIPT = """
import sys
from labcamp.__main__ import main
for command in {commands!r}:
    print("##", command)
    sys.argv = ["labcamp", *([command] if command else []), "--help"]
    main()
"""
# Words of Typer that would stand there in English, and types of Python, which no language wants
ENGLISH = re.compile(
    r"\b(usage|options|arguments?|args|commands?|show|this|message|exit|install|completion|current|shell|copy it|"
    r"default|required|help for|error|try|deprecated|dynamic|env var|event|kind|channel|range)\b(?!-|/|\.)|"
    r"<(bool|str|path|int|list)",
    re.IGNORECASE,
)
# What is said in German all the same: options, what they take, and names of files
TYPED = re.compile(
    r"--[a-z-]+|<[a-z|-]+>?|\b(event,[\s│]+series\b|show next|render-\w+|labcamp [\w-]+)\b|events/|channel:",
    re.I,
)
Env = dict[str, str]


def pages(text: str) -> dict[str, str]:
    """The help of each command by its name, without colours."""
    plain = re.sub(r"\x1b\[[\d;]*m", "", text)
    parts = re.split(r"^## (.*)\n", plain, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


@cache
def helps(language: str, width: int, *, drawn: bool) -> dict[str, str]:
    """The help of all commands in a language: as it is piped, or as it is drawn at a terminal."""
    import os  # noqa: PLC0415

    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "LABCAMP_"))}
    env = kept | {"PYTHONPATH": str(REPOSITORY), "PYTHONUTF8": "1", "LABCAMP_LANG": language, "COLUMNS": str(width)}
    arguments = ["-c", SCRIPT.format(commands=ALL)]
    if drawn:
        return pages(shown(arguments, env | {"TERM": "xterm-256color"}))
    ran = subprocess.run([sys.executable, *arguments], env=env, capture_output=True, encoding="utf-8", check=True)
    return pages(ran.stdout)


@pytest.mark.parametrize("drawn", [False, True], ids=["plain", "drawn"])
@pytest.mark.parametrize("command", ALL)
def test_no_word_of_the_german_help_is_english(command: str, drawn: bool) -> None:
    page = helps("de", 100, drawn=drawn)[command]
    text = TYPED.sub("", re.sub(r"[│╭╮╰╯─]", " ", page))
    if not command:
        text = re.sub(rf"^ *({'|'.join(COMMANDS)}) ", "", text, flags=re.MULTILINE)
    assert [match.group() for match in ENGLISH.finditer(text)] == []
    assert "Aufruf: labcamp" in page
    assert "Optionen" in page
    assert "Zeigt diese Hilfe." in page


@pytest.mark.parametrize("drawn", [False, True], ids=["plain", "drawn"])
@pytest.mark.parametrize("command", ALL)
def test_the_english_help_has_the_same_in_english(command: str, drawn: bool) -> None:
    page, german = (helps(language, 100, drawn=drawn)[command] for language in ("en", "de"))
    for word in ("Arguments", "Options"):
        in_english, in_german = (phrases("typer", language)[word] for language in ("en", "de"))
        assert (in_english in page) == (in_german in german)
    assert ("Usage: labcamp" in page, "Aufruf" in page, "Show this help." in page) == (True, False, True)
    assert not re.search("[ÄÖÜäöüß]", page)


@pytest.mark.parametrize("drawn", [False, True], ids=["plain", "drawn"])
@pytest.mark.parametrize("width", [80, 120])
def test_nothing_of_the_help_is_wider_than_the_terminal(width: int, drawn: bool) -> None:
    lines = [line for page in helps("de", width, drawn=drawn).values() for line in page.splitlines()]
    assert max(map(len, lines)) <= width


def test_every_word_of_typer_that_we_translate_is_one_that_it_says() -> None:
    """A newer Typer may say it in other words; then they would be English."""
    import typer  # noqa: PLC0415

    files = sorted(Path(typer.__file__).parent.rglob("*.py"))
    code = "\n".join(path.read_text("utf-8") for path in files)
    assert [text for text in phrases("typer", "de") if not re.search(f'"{re.escape(text)} ?"', code)] == []


def test_the_plain_help_of_a_command_in_german() -> None:
    assert helps("de", 80, drawn=False)["check-ics"] == (
        "Aufruf: labcamp check-ics [OPTIONEN] {DATEI}...\n"
        "\n"
        "  Sagt, worüber Kalenderprogramme stolpern würden. Liest .ics-Dateien, egal\n"
        "  woher sie kommen.\n"
        "\n"
        "Angaben:\n"
        "  DATEI  Eine oder mehrere Kalenderdateien.  [nötig]\n"
        "\n"
        "Optionen:\n"
        "  --strict                        Hinweise zählen als Fehler.\n"
        "  --format <text|json|github|gitlab>\n"
        "                                  Für Menschen, für Programme, für GitHub\n"
        "                                  Actions oder für GitLab CI.  [sonst: text]\n"
        "  --lang <de|en>                  Sprache der Ausgabe.\n"
        "  --help                          Zeigt diese Hilfe.\n"
        "\n"
        "  Mehr dazu: labcamp help kalender\n"
    )


# Setting up the tab key


@pytest.mark.skipif(sys.platform == "win32", reason="bash completes")
@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "de",
            "Die Tabulatortaste ist eingerichtet für bash, in {}.\n"
            "Sie ergänzt, sobald ihr ein neues Terminal öffnet.\n",
        ),
        ("en", "The tab key is set up for bash, in {}.\nIt completes as soon as you open a new terminal.\n"),
    ],
)
def test_setting_up_the_tab_key_is_told_in_the_language(
    language: str, expected: str, tmp_path: Path, environment: Env
) -> None:
    env = environment | {"HOME": str(tmp_path), "LABCAMP_LANG": language}
    command = f"{sys.executable} -m labcamp --install-completion; true"
    ran = subprocess.run(["bash", "-c", command], env=env, capture_output=True, encoding="utf-8", check=True)
    written = tmp_path / ".bash_completions/labcamp.sh"
    assert (ran.stdout, ran.stderr) == (expected.format(written), "")
    assert "_LABCAMP_COMPLETE=complete_bash" in written.read_text("utf-8")


def test_a_slip_before_typer_knows_the_command_names_its_help(labcamp: Labcamp) -> None:
    assert labcamp("list", "--root").err.splitlines()[1] == "`labcamp list --help` shows what there is."
    assert labcamp("--version=1").err.splitlines()[1] == "`labcamp --help` shows what there is."


# A newer Typer or Rich may have other insides: then the help is in English, and never a crash

HOOKS = [
    "del core._",
    *(f"del rich_utils.{name}" for name in DRAWN),
    "del rich_utils.OptionHighlighter",
    "rich_utils.OptionHighlighter.highlights = ()",
    "help.said = gone",
    "help.help_of = gone",
    "help.give_words = gone",
    "help._without_a_type = gone",
    "help._translate_rich = gone",
    "help._chosen = gone",
]
CALLS = [["--help"], ["build", "--help"], ["build", "--nope"], ["nope"], ["build", "--out"]]


@pytest.mark.parametrize("hook", one_in(2, HOOKS))
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_without_any_of_what_typer_does_not_promise_the_help_is_still_there(hook: str, tmp_path: Path) -> None:
    script = f"""
import sys
from typer import core, rich_utils
def gone(*values, **named):
    raise AttributeError("gone")
{hook if not hook.startswith("help") else ""}
from labcamp.cli import help
from labcamp.__main__ import main
{hook if hook.startswith("help") else ""}
for arguments in {CALLS!r}:
    sys.argv = ["labcamp", *arguments]
    print("code", main())
"""
    screen = shown(["-c", script], {**own_environment(), "LABCAMP_LANG": "de", "TERM": "dumb"}, tmp_path)
    assert "Traceback" not in screen
    assert re.findall("code ([0-9])", screen) == ["0", "0", "2", "2", "2"]
    assert "--dry-run" in screen


def test_what_we_hang_on_without_a_promise_has_an_upper_bound() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    bounded = {re.split(r"[<>=]", each)[0] for each in project["dependencies"] if "<" in each}
    assert {"typer", "typst", "ics", "icalendar"} <= bounded
