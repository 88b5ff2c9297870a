"""No text steers the terminal that shows it, or hides in the header of a mail, wherever it comes from."""

import re
import sys
from collections.abc import Sequence
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from conftest import TODAY, Labcamp, own_environment
from sample import ORGANISATIONS, SERIES
from terminal import COLOURFUL, shown
from test_nothing_leaks import CALLS, on_the_day

from labcamp.cli import COMMANDS
from labcamp.terminal.screen import STEERING, Screen, bare

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows takes no such names")

STEER = "\x1b]0;PWN\x07\x1b[2J\x1b[31m\x9b2J\x7f\r\u202egnp\u2066"  # sets the title, clears, paints, turns around
TURN = "\u202egnp\u2066"  # the part of it that YAML takes
OURS = re.compile(r"\x1b\[(?:0|1|2|3|22|3\d|4\d|9\d|10\d)(?:;\d+)*m")
BAR = re.compile(r"\x1b\[\?25l.*?\x1b\[\?25h(?:\r|\x1b\[[12][AK])*", re.DOTALL)  # that of `build` goes again
SCRIPT = """
import os, sys
sys.stdin = open(os.devnull)  # nobody answers
from labcamp.__main__ import main
for arguments in {calls!r}:
    sys.argv = ["labcamp", *arguments]
    assert main() in {{0, 1, 2}}, arguments
"""


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A series whose texts and names would steer a terminal."""
    root = tmp_path / "series"
    event = (
        f'number: 11\ntheme: "a{TURN}b"\nstatus: confirmed\ndate: 2027-03-11\ntime: 14:00-17:00\nplace: online\n'
        f'hosts: [citylab-berlin]\ndone: ["a{TURN}"]\nagenda: [{{title: "{TURN}", minutes: 30}}]\n'
    )
    odd, series = f"events/a{STEER}b", f'{SERIES}contact: {{name: "A{TURN}B", email: treff@example.org}}\n'
    texts = {
        "events/series.yaml": series,
        "events/organisations.yaml": f'{ORGANISATIONS}citylab-berlin: {{name: "C{TURN}"}}\n',
        "events/labcamp-11.yaml": event,
        f"{odd}.yaml": "a: [",
        f"events/announced/{STEER}.json": "{}",
        f"templates/{STEER}.j2": "",
        f"private/labcamp-11{STEER}.csv": "a",
        "private/labcamp-11.yaml": f'way: "{TURN}"\ncontacts: [{{name: "{TURN}", phone: "1"}}]\n',
        "private/labcamp-11.csv": f"Name;E-Mail;Status\nIda{STEER};ida@example.org;bezahlt\n{TURN};{STEER};\n",
        "out/.labcamp.json": "{}",
        "elsewhere.ics": f"BEGIN:VCALENDAR\r\nX-{TURN}\r\nSUMMARY:{STEER}\r\n",
    }
    for name, text in texts.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode())
    monkeypatch.chdir(root)
    return root


def typed() -> list[list[str]]:
    """Every command as people call it, then with what would steer in each place of a value."""
    words = [call.replace("{}", "labcamp-11").split() for calls in CALLS.values() for call in calls]
    words += [["people", "11"], ["check-ics", "elsewhere.ics"], ["handover", "11", "--to", "hafen"]]
    calls = [[*call, *on_the_day(" ".join(call))] for call in words if call[:2] != ["draft", "confirmation"]]
    odd = [[command, STEER] for command in COMMANDS if command != "preview"]
    odd += [[command, f"--{STEER}"] for command in COMMANDS]
    odd += [[command, "--root", STEER, "--today", STEER] for command in COMMANDS]
    odd += [["export-ics", "11", "--invite", f"{STEER}"], ["export-ics", "11", "--invite", f"A{TURN} <a@example.org>"]]
    odd += [["render-post", STEER, "11"], ["render-mail", STEER, "11"], ["render-print", "badges", "--size", STEER]]
    odd += [["init", f"new{STEER}", "--title", f"T{TURN}"], ["new-event", "--yes", "--theme", TURN], [STEER]]
    odd += [["reschedule", "11", "--date", STEER], ["cancel", "11", "--reason", STEER], ["list", "--format", STEER]]
    return [*odd, *calls]


def seen(calls: Sequence[Sequence[str]], folder: Path) -> str:
    """What stands on the screen after some calls."""
    calls = [call for call in calls if not any("\0" in word for word in call)]
    return shown(["-c", SCRIPT.format(calls=calls)], {**own_environment(), **COLOURFUL}, folder)


def steering(screen: str) -> list[str]:
    """What could steer, with what stands before it; our own colours are none, and neither is the bar of `build`."""
    kept = OURS.sub("", BAR.sub("", screen))
    return [kept[max(found.start() - 40, 0) : found.end()] for found in re.finditer(STEERING.pattern, kept)]


def test_nothing_that_steers_a_terminal_reaches_it_whatever_is_called(hostile: Path) -> None:
    screen = seen([["check"], ["list"], ["build"], ["todo"], ["check", "--fix"], ["templates"]], hostile)
    assert "Traceback" not in screen
    assert steering(screen) == []
    (hostile / f"events/a{STEER}b.yaml").unlink()
    (hostile / f"events/announced/{STEER}.json").unlink()
    screen = seen(typed(), hostile)
    assert "Traceback" not in screen
    assert steering(screen) == []
    assert "�gnp�" in screen


def test_what_a_template_says_does_not_steer_either(hostile: Path) -> None:
    for path in (f"events/a{STEER}b.yaml", f"events/announced/{STEER}.json"):
        (hostile / path).unlink()
    (hostile / "templates/invitation.mail.j2").write_text(f'{{% include "{STEER}" %}}', "utf-8")
    (hostile / "templates/handout.typ").write_text(f'#panic("{STEER}")', "utf-8")
    calls = [["render-invitation", "11"], ["render-print", "agenda", "11"], ["check"], ["templates"]]
    screen = seen(calls, hostile)
    assert ("LC406" in screen, "LC411" in screen) == (True, True)
    assert steering(screen) == []


def test_the_judge_sees_what_steers() -> None:
    """The judge itself is tried: a test that finds nothing proves nothing."""
    assert len(steering(STEER)) == 8
    assert steering("\x1b[1mfett\x1b[0m\tund\r\n\x1b[31mrot\x1b[0m") == []
    assert steering("\x1b[8mversteckt") == ["\x1b"]


def test_a_program_reads_every_byte(hostile: Path, labcamp: Labcamp) -> None:
    (hostile / f"events/a{STEER}b.yaml").unlink()
    (hostile / f"events/announced/{STEER}.json").unlink()
    assert f"a{TURN}b" in labcamp("list", "--format", "csv", "--today", TODAY).out


def test_a_path_in_json_can_be_opened(hostile: Path, labcamp: Labcamp) -> None:
    import json  # noqa: PLC0415

    told = labcamp("check", "--format", "json", "--today", TODAY).out
    assert STEERING.search(told) is None
    assert f"events/a{STEER}b.yaml" in {found["path"] for found in json.loads(told)}


def test_a_screen_is_in_all_else_the_stream_that_it_covers() -> None:
    screen = Screen(sys.stdout)
    assert (screen.encoding, screen.isatty(), bare(screen)) == (sys.stdout.encoding, sys.stdout.isatty(), sys.stdout)


def test_no_header_of_a_mail_holds_what_steers(hostile: Path, labcamp: Labcamp) -> None:
    (hostile / f"events/a{STEER}b.yaml").unlink()
    (hostile / f"events/announced/{STEER}.json").unlink()
    for words in ("render-invitation 11", "render-mail reminder 11 --to", "render-newsletter 11"):
        labcamp(*words.split(), "--today", TODAY)
    labcamp("export-ics", "11", "--invite", f"A{TURN} <a@example.org>", "--today", TODAY)
    mails = list(hostile.rglob("*.eml"))
    assert len(mails) == 3
    for path in mails:
        mail = message_from_bytes(path.read_bytes(), policy=policy.default)
        headers = [str(value) for part in mail.walk() for value in part.values()]
        assert [value for value in headers if STEERING.search(value)] == []
