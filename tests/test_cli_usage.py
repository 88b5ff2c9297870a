"""The frame of the command line: help, version, languages, wrong usage, completion, and what it costs."""

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from conftest import REPOSITORY, TODAY, Labcamp
from spoken import FILES, PHRASES, spoken

from labcamp import __version__, texts
from labcamp.cli import COMMANDS, loaded
from labcamp.cli.usage import command_first, in_words
from labcamp.terminal.language import language
from labcamp.texts import help_of, phrases, read

RUN = "import sys; sys.argv = ['labcamp', '{}']; import labcamp.__main__ as m; m.main(); print(*sys.modules)"
HEAVY = {"pydantic", "yaml", "jinja2", "ics", "rich", "babel", "css_inline", "markdown_it"}


def alone(*arguments: str, env: dict[str, str], code: str = "") -> subprocess.CompletedProcess[str]:
    """A labcamp, or some code, in a process of its own."""
    command = [sys.executable, "-c", code] if code else [sys.executable, "-m", "labcamp", *arguments]
    return subprocess.run(command, env=env, capture_output=True, text=True, encoding="utf-8", check=False)


def test_importing_the_command_line_imports_nothing_heavy(environment: dict[str, str]) -> None:
    run = alone(env=environment, code="import sys, labcamp.cli; print(*sys.modules)")
    assert run.returncode == 0
    assert HEAVY & set(run.stdout.split()) == set()


def test_help_imports_nothing_heavy_where_no_terminal_is(environment: dict[str, str]) -> None:
    code = (
        "import sys; sys.argv = ['labcamp', '--help']\nfrom labcamp.__main__ import main\nmain(); print(*sys.modules)"
    )
    assert HEAVY & set(alone(env=environment, code=code).stdout.split()) == set()


def test_a_list_imports_nothing_that_only_others_use(environment: dict[str, str]) -> None:
    code = f"import sys; sys.argv = ['labcamp', 'list', '--today', '{TODAY}']; import labcamp.__main__ as m; m.main()"
    run = alone(env=environment, code=f"{code}; print(*sys.modules)")
    others = {"labcamp.planning.tasks", "labcamp.model.avoid", "jinja2", "holidays", "babel", "platformdirs"}
    assert others & set(run.stdout.splitlines()[-1].split()) == set()


def test_the_version_imports_not_even_typer(environment: dict[str, str]) -> None:
    version, modules = alone(env=environment, code=RUN.format("--version")).stdout.splitlines()
    assert version == f"labcamp {__version__}"
    assert "typer" not in modules.split()


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_said(option: str, labcamp: Labcamp) -> None:
    assert labcamp(option) == (0, f"labcamp {__version__}\n", "")


@pytest.mark.parametrize(("language", "word"), [("de", "Sagt, was in den Dateien"), ("en", "Say what is wrong")])
def test_help_speaks_the_language(language: str, word: str, environment: dict[str, str]) -> None:
    run = alone("--help", env=environment | {"LABCAMP_LANG": language})
    assert (run.returncode, run.stderr) == (0, "")
    assert word in run.stdout
    assert set(COMMANDS) <= set(run.stdout.split())


def test_the_lang_option_chooses_the_help_too(environment: dict[str, str]) -> None:
    assert "Hinweise zählen" in alone("check", "--lang", "de", "--help", env=environment).stdout
    assert "Hinweise zählen" in alone("check", "--lang=de", "--help", env=environment).stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_each_call_in_a_process_has_help_in_its_own_language(command: str, labcamp: Labcamp) -> None:
    shown = [labcamp(command, "--lang", spoken_, "--help").out for spoken_ in ("de", "en", "de")]
    texts = [" ".join(help_of(f"commands/{command}", spoken_).text.split()) for spoken_ in ("de", "en", "de")]
    assert [text in " ".join(help_.split()) for text, help_ in zip(texts, shown, strict=True)] == [True] * 3
    assert [help_.split(":")[0] for help_ in shown] == ["Aufruf", "Usage", "Aufruf"]
    assert shown[0] == shown[2]


def test_each_call_in_a_process_says_its_sentences_in_its_own_language(workspace: Path, labcamp: Labcamp) -> None:
    said = [labcamp("templates", "--lang", spoken_).out.splitlines()[-1] for spoken_ in ("de", "en", "de")]
    assert said == [phrases("commands/templates", spoken_)["templates_next"] for spoken_ in ("de", "en", "de")]


@pytest.mark.parametrize(
    ("arguments", "variables", "expected"),
    [
        (["--lang", "de"], {"LABCAMP_LANG": "en"}, "de"),
        ([], {"LABCAMP_LANG": "de", "LC_ALL": "en_GB.UTF-8"}, "de"),
        ([], {"LABCAMP_LANG": "", "LC_ALL": "de_AT.UTF-8", "LANG": "en_US.UTF-8"}, "de"),
        ([], {"LABCAMP_LANG": "", "LC_ALL": "", "LC_MESSAGES": "en_GB", "LANG": "de_DE"}, "en"),
        ([], {"LABCAMP_LANG": "", "LANG": "de_DE.UTF-8"}, "de"),
        ([], {"LABCAMP_LANG": "", "LANG": "fr_FR.UTF-8"}, "en"),
        ([], {"LABCAMP_LANG": "xx", "LANG": "de_DE.UTF-8"}, "de"),
    ],
)
def test_the_language_is_chosen_in_order(
    arguments: list[str], variables: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["labcamp", "list", *arguments])
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language() == expected


@pytest.mark.parametrize("file", [*FILES, "options", "typer"])
def test_every_phrase_stands_in_each_language_with_the_same_places(file: str) -> None:
    german, english = (phrases(file, language) for language in ("de", "en"))
    options = file not in {"phrases", "preview", "typer"}
    assert [key for key in german if key in english or (options and not key.islower())] == list(german)
    assert len(german) == len(english)
    for one, other in zip(german.values(), english.values(), strict=True):
        assert sorted(re.findall(r"\{(\w+)", one)) == sorted(re.findall(r"\{(\w+)", other)), one


def test_no_phrase_is_said_twice_in_different_words() -> None:
    keys = Counter(key for file in FILES for key in spoken(file, "en"))
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_line_of_a_file_of_texts_is_lost() -> None:
    for spoken_in in ("de", "en"):
        for file in [*FILES, "options", "typer", "regions", "system", "calendar-names"]:
            lines = [line for line in read(file, spoken_in).splitlines() if line.startswith("- ")]
            assert len(phrases(file, spoken_in)) == len(lines), file


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_says_all_that_it_takes_and_nothing_else(command: str, language: str) -> None:
    words, parameters = help_of(f"commands/{command}", language), loaded(command).params
    options = {each.opts[0] for each in parameters if each.param_type_name == "option"}
    assert len(words.arguments) == len([each for each in parameters if each.param_type_name == "argument"])
    assert options - help_of("options", language).options.keys() <= words.options.keys() <= options


def test_the_list_of_commands_cuts_nothing_off() -> None:
    for command in COMMANDS:
        for spoken_in in ("de", "en"):
            assert len(help_of(f"commands/{command}", spoken_in).text.split("\n")[0].rstrip(".")) <= 56, command


def test_every_phrase_is_said_somewhere() -> None:
    places = (
        *(f"{room}/*.py" for room in ("commands", "terminal", "cli", "planning", "preview", "review")),
        "preview/*.j2",
    )
    files = [path for place in places for path in (REPOSITORY / "labcamp").glob(place)]
    code = "".join(path.read_text("utf-8") for path in files)
    made = (
        "would_",
        "groups_side_",
        "groups_unproved_",
        "groups_reached_",
        "kind_",
        "for_",
        "post_",
        "diff_new_",
        "diff_gone_",
        "status_",
        "missing_",
        "column_",
        "ask_",
        "name_",
        "to_",
        "error",
        "advice",
        "encoding_",
        "delimiter_",
        "meaning_",
        "seat_",
        "left_out_",
        "unfit_",
        "part_",
        "reason_",
        "span_",
        "where_",
        "verdict_",
        "scheme_",
        "width_",
        "drafts_",
        "events_",
        "inbox_",
        "light_",
        "sign_",
        "note_",
        "lacks_",
        "about_",
        "level_",
        "where_",
        "stats_",
        "mails_next_",
        "mails_later_",
        "stands_",
        "against_",
        "days_",
        "guessed_",
        "why_",
        "origin",
        "left_",
        "heads_",
        "cell_",
    )
    names = {key: key.removesuffix("_one") for key in PHRASES}
    unused = [key for key, name in names.items() if not re.search(rf"""["']{name}["']""", code)]
    unused = [key for key in unused if not key.startswith(made)]
    assert unused == []


WRONG = (
    (
        "lsit",
        "There is no command 'lsit'. Did you mean 'list'?",
        "Einen Befehl „lsit“ gibt es nicht. Meint ihr „list“?",
    ),
    ("xyzzy", "There is no command 'xyzzy'.", "Einen Befehl „xyzzy“ gibt es nicht."),
    (
        "list --tody",
        "There is no option --tody here. Did you mean --today?",
        "Eine Option --tody gibt es hier nicht. Meint ihr --today?",
    ),
    ("list --xyzzy", "There is no option --xyzzy here.", "Eine Option --xyzzy gibt es hier nicht."),
    ("list a", "There is one value too many: a", "Das ist eine Angabe zu viel: a"),
    ("list --root", "--root needs a value behind it.", "Hinter --root fehlt der Wert."),
    (
        "check --strict=1",
        "--strict stands for itself, without a value.",
        "--strict steht für sich, ohne Wert.",
    ),
    (
        "check --format x",
        "--format knows only: 'text', 'json', 'github', 'gitlab'",
        "--format kennt nur: 'text', 'json', 'github', 'gitlab'",
    ),
)


@pytest.mark.parametrize(("typed", "english", "german"), WRONG)
def test_wrong_usage_is_said_in_plain_words(typed: str, english: str, german: str, labcamp: Labcamp) -> None:
    for language_, text in (("en", english), ("de", german)):
        result = labcamp(*typed.split(), env={"LABCAMP_LANG": language_})
        assert (result.code, result.out, result.err.splitlines()[0]) == (2, "", text)
        assert "--help" in result.err.splitlines()[1]


# What Typer can say of a slip, in the words of its versions
SLIPS = (
    ("No such command 'x'.", "Einen Befehl „x“ gibt es nicht."),
    ("No such command 'lst'. Did you mean 'list', 'init'?", "Einen Befehl „lst“ gibt es nicht. Meint ihr „list“?"),
    ("No such option: -x", "Eine Option -x gibt es hier nicht."),
    ("No such option: --tody (Possible options: --today)", "Eine Option --tody gibt es hier nicht. Meint ihr --today?"),
    ("No such option: --tody Did you mean --today?", "Eine Option --tody gibt es hier nicht. Meint ihr --today?"),
    ("Got unexpected extra argument (a)", "Das ist eine Angabe zu viel: a"),
    ("Got unexpected extra argument(s) (a b)", "Das ist eine Angabe zu viel: a b"),
    ("Option '--root' requires an argument.", "Hinter --root fehlt der Wert."),
    ("Option '--root' requires 2 arguments.", "Hinter --root fehlt der Wert."),
    ("Option '--strict' does not take a value.", "--strict steht für sich, ohne Wert."),
    ("Missing argument 'ART'.", "Es fehlt: ART"),
    ("Missing option '--for'. Choose from:\n\ta,\n\tb", "Es fehlt: --for"),
    ("Missing parameter: kind", "Es fehlt: kind"),
    ("Invalid value for '--lang': 'fr' is not one of 'de', 'en'.", "--lang kennt nur: 'de', 'en'"),
    (
        "Invalid value for '--limit': Input should be a valid integer, unable to parse string as an integer",
        "--limit braucht eine ganze Zahl ab 1.",
    ),
    (
        "Invalid value for '--limit': Input should be greater than or equal to 1",
        "--limit braucht eine ganze Zahl ab 1.",
    ),
    ("Invalid value for '--root': Value 1 is not a valid Path.", "Was hinter --root steht, passt dort nicht."),
    ("Missing command.", "Es fehlt der Befehl."),
)


@pytest.mark.parametrize(("said", "german"), SLIPS)
def test_what_typer_says_of_a_slip_is_said_in_german(said: str, german: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LABCAMP_LANG", "de")
    assert in_words(said) == german


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("--lang de list", "list --lang de"),
        ("--lang=de list --format csv", "list --lang=de --format csv"),
        ("--root a --today 2027-01-01 show 3", "show --root a --today 2027-01-01 3"),
        ("--strict check", "check --strict"),
        ("-h", "--help"),
        ("help", "help"),
        ("help list", "help list"),
        ("list help", "list --help"),
        ("list -h", "list --help"),
        ("--help list", "list --help"),
        ("--lang de help list", "help --lang de list"),
        ("--lang de", "--lang de"),
        ("--version", "--version"),
        ("--install-completion bash", "--install-completion bash"),
        ("", ""),
    ],
)
def test_options_and_the_word_help_stand_before_the_command_or_behind_it(typed: str, meant: str) -> None:
    assert command_first(typed.split()) == meant.split()


@pytest.mark.parametrize("asked", [("-h",), ("--help",)])
def test_the_help_sorts_the_commands_by_what_people_do(asked: tuple[str, ...], labcamp: Labcamp) -> None:
    result = labcamp(*asked, "--lang", "de")
    assert result.code == 0
    groups = re.findall(r"^(\S.*):\n((?:  [a-z].*\n(?:   .*\n)*)+)", result.out, flags=re.MULTILINE)
    assert [title for title, _ in groups] == [
        "Anfangen",
        "Planen",
        "Einladen und auf dem Laufenden halten",
        "Am Tag selbst",
        "Danach",
        "Pflegen",
    ]
    assert re.findall(r"^  (\S+)", "".join(rows for _, rows in groups), flags=re.MULTILINE) == list(COMMANDS)


def test_a_today_that_is_no_day_is_wrong_usage(workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("list", "--today", "tomorrow")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("--today: LC206 not-a-date: 'tomorrow' ")


def test_a_day_may_be_written_the_german_way(workspace: Path, labcamp: Labcamp) -> None:
    assert labcamp("show", "next", "--today", "01.01.2021").out.startswith("LabCamp #3")


@pytest.mark.skipif(sys.platform == "win32", reason="bash completes")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("labcamp show labcamp-1", ["labcamp-1", "labcamp-10", "labcamp-11"]),
        ("labcamp render-agenda n", ["next"]),
        ("labcamp render-post ma", ["mastodon"]),
        ("labcamp render-post mastodon n", ["next"]),
        ("labcamp export-ics labcamp-b", ["labcamp-barcelona"]),
        ("labcamp explai", ["explain"]),
        ("labcamp check --for", ["--format"]),
        ("labcamp done next inv", ["invitation"]),
        ("labcamp handover next --to wi", ["witi"]),
        ("labcamp done next invitation date-", ["date-checked", "date-settled"]),
    ],
)
def test_the_shell_completes_commands_options_and_events(
    words: str, expected: list[str], workspace: Path, environment: dict[str, str]
) -> None:
    asked = {"_LABCAMP_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1)}
    run = alone(env=environment | asked)
    assert (run.stdout.split(), run.stderr) == (expected, "")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal")
@pytest.mark.parametrize(("more", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colours_are_for_terminals_and_not_for_those_who_want_none(
    more: dict[str, str], coloured: bool, workspace: Path, environment: dict[str, str]
) -> None:
    pty = pytest.importorskip("pty")
    outer, inner = pty.openpty()
    command = [sys.executable, "-m", "labcamp", "check", "--today", TODAY]
    subprocess.run(command, env=environment | more, stdout=subprocess.DEVNULL, stderr=inner, check=False)
    os.close(inner)
    assert (b"\x1b[" in os.read(outer, 10_000)) is coloured
    os.close(outer)


@pytest.mark.parametrize(
    ("arguments", "files"),
    [(("--version",), []), (("todo", "--help"), ["commands/labcamp", "commands/todo", "options", "phrases", "typer"])],
)
def test_only_the_words_that_are_said_are_read(
    arguments: tuple[str, ...], files: list[str], labcamp: Labcamp, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: set[str] = set()
    from_disk = texts.read.__wrapped__
    for remembered in (texts.page_of, texts.phrases, texts.help_of):
        remembered.cache_clear()

    def read_and_remember(name: str, language: str) -> str:
        seen.add(name)
        return str(from_disk(name, language))

    monkeypatch.setattr(texts, "read", read_and_remember)

    labcamp(*arguments)

    assert seen <= set(files)
    assert bool(seen) == bool(files)
