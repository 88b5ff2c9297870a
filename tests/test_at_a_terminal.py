"""What a person meets who sits at the terminal: a real process at a real one."""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import TODAY
from terminal import COLOURFUL, shown

from labcamp.files.read import read_source

pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminals")
INTERRUPT, END = "\x03", "\x04"
Talk = Callable[..., tuple[int, str]]


@pytest.fixture
def talk(workspace: Path, environment: dict[str, str]) -> Talk:
    """Runs a command at a terminal and types an answer at each prompt: its exit code, and what was on the screen."""

    def call(*arguments: str, answers: tuple[str, ...] = ()) -> tuple[int, str]:
        outer, inner = pty.openpty()
        command = [sys.executable, "-m", "labcamp", *arguments, "--today", TODAY]
        with subprocess.Popen(
            command, env=environment | {"TERM": "dumb"}, stdin=inner, stdout=inner, stderr=inner
        ) as process:
            os.close(inner)
            screen = conversation(process, outer, list(answers))
        os.close(outer)
        return process.returncode, screen

    return call


def conversation(process: subprocess.Popen[bytes], terminal: int, answers: list[str]) -> str:
    """What was on the screen when the process ended, or after a minute, in which case it is ended."""
    screen = b""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if not select.select([terminal], [], [], 0.1)[0]:
            if process.poll() is not None:
                break
            continue
        try:
            screen += os.read(terminal, 65536)
        except OSError:  # the other end is closed
            break
        if answers and screen.endswith((b": ", b"] ")):
            reply(process, terminal, answers.pop(0))
    else:
        process.kill()
    return screen.decode("utf-8", "replace").replace("\r\n", "\n")


def reply(process: subprocess.Popen[bytes], terminal: int, answer: str) -> None:
    """The answer is typed; the keys Ctrl-C and Ctrl-D are no text."""
    if answer == INTERRUPT:
        time.sleep(0.3)  # readline prints the prompt a moment before it can be interrupted
        process.send_signal(signal.SIGINT)
    else:
        os.write(terminal, answer.encode() if answer == END else f"{answer}\n".encode())


def data(workspace: Path, id_: str) -> dict[str, object]:
    return read_source(workspace / f"events/{id_}.yaml", "").data


def test_enter_takes_every_proposal(workspace: Path, talk: Talk) -> None:
    code, screen = talk("new-event", answers=("", "", "", "", "", ""))
    assert code == 0
    assert "Number [12]: " in screen
    assert "Date [2027-09-09]: " in screen
    assert "Time [14:00-17:00]: " in screen
    assert "Place (online, or its name) [online]: " in screen
    assert data(workspace, "labcamp-12") == {
        "number": "12",
        "status": "draft",
        "date": "2027-09-09",
        "time": "14:00-17:00",
        "place": "online",
    }


def test_a_wrong_answer_is_asked_again_with_what_is_wrong(workspace: Path, talk: Talk) -> None:
    numbers, days, hours, hosts = ("10", "zwölf", ""), ("31.02.2028", "-"), ("17-14", "14 Uhr"), ("wti", "witi, pd")
    code, screen = talk("new-event", answers=(*numbers, "Köln 🎉: #1", *days, *hours, "Haus", *hosts))
    assert code == 0
    assert "events/labcamp-10.yaml has the number 10 already" in screen
    assert "'zwölf' is no whole number" in screen
    assert "'31.02.2028' cannot be read as a date" in screen
    assert "the end (14:00) is not after the start (17:00)" in screen
    assert "the organisation 'wti' is not in organisations.yaml\n    hint: did you mean 'witi'?" in screen
    assert data(workspace, "labcamp-12") == {
        "number": "12",
        "theme": "Köln 🎉: #1",
        "status": "draft",
        "time": "14 Uhr",
        "place": "Haus",
        "hosts": ["witi", "pd"],
    }


def test_without_a_number_the_title_is_asked_for(workspace: Path, talk: Talk) -> None:
    code, screen = talk("new-event", answers=("-", "", "Küchentisch", "-", "-", "-", "-", "-"))
    assert code == 0
    assert screen.count("Title: ") == 2
    assert data(workspace, "kuechentisch") == {"title": "Küchentisch", "status": "draft"}


def test_what_is_given_as_an_option_is_not_asked(talk: Talk) -> None:
    given = ("--number", "30", "--date", "2028-01-01", "--place", "x")
    code, screen = talk("new-event", *given, answers=("-", "-", "-"))
    assert code == 0
    assert [word for word in ("Number", "Date", "Place") if word in screen] == []


def test_a_new_paper_asks_for_its_title_and_its_span(workspace: Path, talk: Talk) -> None:
    code, screen = talk("new-paper", "--language", "en", answers=("-", "Was bleibt: #1", "99", "10", "-"))
    assert code == 0
    assert "Title [What we have learned at LabCamp]: " in screen
    assert "'99' is not an event of this series" in screen
    assert data(workspace, "papers/was-bleibt-1") == {
        "title": "Was bleibt: #1",
        "version": "0.1",
        "language": "en",
        "since": "10",
        "rest": "by topic",
    }


def test_with_yes_nothing_is_asked(talk: Talk) -> None:
    code, screen = talk("new-event", "--yes")
    assert (code, "Number" in screen) == (0, False)


def test_interrupted_at_the_prompt_it_ends_with_130_and_without_a_trace(workspace: Path, talk: Talk) -> None:
    code, screen = talk("new-event", answers=(INTERRUPT,))
    assert (code, "Traceback" in screen) == (130, False)
    assert not (workspace / "events/labcamp-12.yaml").exists()


def test_where_the_input_ends_it_names_the_option(talk: Talk) -> None:
    code, screen = talk("new-event", answers=(END,))
    assert code == 2
    assert "Error  This needs the Number.\n       Say it with --number." in screen


def test_init_asks_five_things(tmp_path: Path, talk: Talk) -> None:
    answers = ("Küchenlabor", "", "nope", "labor.example", "Haus e.V.", "")
    code, screen = talk("init", str(tmp_path / "new"), answers=answers)
    assert code == 0
    assert "'nope' is no domain" in screen
    assert "id: kuechenlabor\n" in (tmp_path / "new/events/series.yaml").read_text("utf-8")


def test_build_shows_how_far_it_is_and_ends_with_the_summary(talk: Talk) -> None:
    code, screen = talk("build")
    assert code == 0
    assert "invitation  24 created" in screen


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("width", ["40", "60", "80", "120"])
def test_the_table_of_days_fits_the_terminal(
    width: str, language: str, workspace: Path, environment: dict[str, str], golden: Callable[[str, bytes], None]
) -> None:
    words = ("dates", "--between", "2027-05", "--top", "20", "--lang", language, "--today", TODAY)
    screen = shown(["-m", "labcamp", *words], environment | {"COLUMNS": width, **COLOURFUL})
    lines = screen.splitlines()
    assert max(map(len, lines[:-1])) <= int(width)
    golden(f"dates/terminal-{width}-{language}.txt", screen.encode())


MENDABLE = "number: 12\nstatus: confirmed\ndate: 11.03.2027 \ntime: 9.30\n"
MENDED = "number: 12\nstatus: confirmed\ndate: 2027-03-11\ntime: 09:30\n"


@pytest.mark.parametrize(
    ("answers", "text", "said"),
    [
        (("",), MENDED, "updated    events/labcamp-12.yaml\n"),
        (("vielleicht", "Ja"), MENDED, "updated    events/labcamp-12.yaml\n"),
        (("y",), MENDED, "updated    events/labcamp-12.yaml\n"),
        (("n",), MENDABLE, "Nothing is written.\n"),
        (("nein",), MENDABLE, "Nothing is written.\n"),
        ((END,), MENDABLE, "Nothing is written.\n"),
    ],
)
def test_check_fix_shows_the_changes_and_asks_once(
    answers: tuple[str, ...], text: str, said: str, workspace: Path, talk: Talk
) -> None:
    file = workspace / "events/labcamp-12.yaml"
    file.write_text(MENDABLE, "utf-8")
    code, screen = talk("check", "--fix", answers=answers)
    assert (code, file.read_text("utf-8")) == (0, text)
    assert screen.count("Write these 2 changes? [Y/n] ") == len(answers)
    assert said in screen
    assert "Events checked: 9. No errors." in screen


def test_check_fix_asks_in_german_too(workspace: Path, talk: Talk) -> None:
    file = workspace / "events/labcamp-12.yaml"
    file.write_text(MENDABLE.replace("time: 9.30\n", ""), "utf-8")
    code, screen = talk("check", "--fix", "--lang", "de", answers=("J",))
    assert (code, file.read_text("utf-8")) == (0, MENDED.replace("time: 09:30\n", ""))
    assert "Diese Änderung schreiben? [J/n] J\nerneuert     events/labcamp-12.yaml\n" in screen


def test_interrupted_at_the_question_check_fix_writes_nothing(workspace: Path, talk: Talk) -> None:
    file = workspace / "events/labcamp-12.yaml"
    file.write_text(MENDABLE, "utf-8")
    code, screen = talk("check", "--fix", answers=(INTERRUPT,))
    assert (code, "Traceback" in screen, file.read_text("utf-8")) == (130, False, MENDABLE)


def test_the_changes_are_in_colours_and_blanks_that_go_are_seen(
    workspace: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    (workspace / "events/labcamp-12.yaml").write_text(MENDABLE, "utf-8")
    outer, inner = pty.openpty()
    command = [sys.executable, "-m", "labcamp", "check", "--fix", "--dry-run", "--today", TODAY]
    options = {"stdin": inner, "stdout": inner, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, env=environment | {"TERM": "xterm"}, **options) as process:
        os.close(inner)
        screen = conversation(process, outer, [])
    os.close(outer)
    assert "\x1b[31m-date: 11.03.2027\x1b[0m\x1b[41m \x1b[0m\n" in screen
    assert "\x1b[32m+date: 2027-03-11\x1b[0m\n" in screen
    assert "\x1b[1m--- events/labcamp-12.yaml\x1b[0m\n" in screen
