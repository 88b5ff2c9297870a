"""`check --stdin`: the text that an editor holds stands in the place of its file, and nothing is written."""

import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import TODAY, Labcamp, Result
from guide import blocks, path_of

Typed = Callable[..., Result]
WRONG = "number: 12\nstatus: draft\ndate: 2027-03-11\ntime: 14:00-15:00\nagenda: [{title: A, start: 17:00}]\n"
LATE = (
    ":5:28: LC301 session-outside-event: 'A' starts at 17:00\n    hint: the event runs from 14:00 to 15:00\n1 error\n"
)
PLAIN = "imprint: https://labor.example/impressum\nnewsletter: {unsubscribe: https://labor.example/abmelden}\n"


@pytest.fixture
def typed(labcamp: Labcamp, monkeypatch: pytest.MonkeyPatch) -> Typed:
    """The command line with a text on stdin: `typed(text, filename, ...)`."""

    def call(text: str | bytes, filename: str | Path, *options: str | Path) -> Result:
        content = text.encode() if isinstance(text, str) else text
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        return labcamp("check", "--stdin", "--filename", filename, "--today", TODAY, *options)

    return call


@pytest.fixture
def no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder; it is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    """Each file of a folder and of those in it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def codes(result: Result) -> list[str]:
    """Place and code of each finding on stderr."""
    lines = (line for line in result.err.splitlines()[:-1] if not line.startswith(" "))
    return [re.sub(r"(LC\d+).*", r"\1", line) for line in lines]


@pytest.mark.parametrize("filename", ["events/labcamp-12.yaml", "events\\labcamp-12.yaml", "./events/labcamp-12.yaml"])
def test_a_file_that_is_not_there_yet_is_checked_in_its_folder(filename: str, workspace: Path, typed: Typed) -> None:
    before = contents(workspace)
    assert typed(WRONG, filename) == Result(1, "", "events/labcamp-12.yaml" + LATE)
    assert contents(workspace) == before


def test_the_text_stands_in_the_place_of_what_is_saved(workspace: Path, typed: Typed) -> None:
    before = contents(workspace)
    saved = before["events/labcamp-10.yaml"].decode()
    assert typed(saved, "events/labcamp-10.yaml") == Result(0, "", "")
    assert codes(typed(f"{saved}datum: x\n", "events/labcamp-10.yaml")) == [
        f"events/labcamp-10.yaml:{saved.count(chr(10)) + 1}:1: LC202"
    ]
    assert contents(workspace) == before


def test_only_what_is_wrong_with_this_file_is_told(workspace: Path, typed: Typed) -> None:
    (workspace / "events/labcamp-13.yaml").write_text(WRONG.replace("12", "13"), "utf-8")
    assert typed("number: 12\n", "events/labcamp-12.yaml") == Result(0, "", "")


@pytest.mark.parametrize("here", [".", "events", "..", "elsewhere"])
def test_the_folder_is_found_from_wherever_the_editor_was_started(
    here: str, workspace: Path, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workspace / "elsewhere").mkdir()
    monkeypatch.chdir(workspace / here)
    file = workspace / "events/labcamp-12.yaml"
    assert typed(WRONG + "hosts: [witi]\n", file) == Result(1, "", f"{file.as_posix()}{LATE}")
    if here == "events":
        assert typed(WRONG, "labcamp-12.yaml").err == f"labcamp-12.yaml{LATE}"


def test_the_folder_that_is_said_goes_before_the_one_that_is_found(
    workspace: Path, tmp_path: Path, typed: Typed
) -> None:
    text = "number: 12\nhosts: [witi]\n"
    file = tmp_path / "other/events/labcamp-12.yaml"
    file.parent.mkdir(parents=True)
    assert codes(typed(text, file)) == [f"{file.as_posix()}:2:9: LC212"]
    assert typed(text, file, "--root", workspace) == Result(0, "", "")


def test_what_the_text_makes_wrong_in_other_files_is_left_out(workspace: Path, typed: Typed) -> None:
    series = (workspace / "events/series.yaml").read_text("utf-8")
    assert typed(f"{series}{PLAIN}", "events/series.yaml") == Result(0, "", "")
    assert codes(typed(f"{series}{PLAIN}logo: x\n", "events/series.yaml"))[0].endswith(": LC224")
    assert typed("next: NExT\n", "events/organisations.yaml") == Result(0, "", "")
    assert codes(typed("next: {name: NExT, ort: Berlin}\n", "events/organisations.yaml")) == [
        "events/organisations.yaml:1:20: LC202"
    ]


@pytest.mark.parametrize(
    ("filename", "text", "expected"),
    [
        ("events/series.yaml", "title: a\ndomain: example.org\n", [":1:1: LC201", ": LC902"]),
        ("events/organisations.yaml", "a: A #1\n", [":1:6: LC308"]),
        ("treffen.yaml", "titel: A\n", [":1:1: LC201", ":1:1: LC202"]),
        ("treffen.yaml", "title: A\nhosts: [irgendwer]\n", []),
        ("/nowhere/at/all.yaml", "title: A #1\n", [":1:10: LC308"]),
    ],
)
def test_without_a_folder_of_events_a_text_is_checked_on_its_own(
    filename: str, text: str, expected: list[str], no_folder: Path, typed: Typed
) -> None:
    result = typed(text, filename)
    found = [each.removeprefix(filename) for each in codes(result)]
    assert (result.code, found[:1]) == (int(bool(expected)), expected[:1])


def test_a_file_beside_events_is_checked_with_what_the_series_says(workspace: Path, typed: Typed) -> None:
    assert typed("number: 12\nhosts: [witi]\n", "entwurf.yaml") == Result(0, "", "")
    assert codes(typed("number: 12\nhosts: [wti]\n", "notes/entwurf.yaml")) == ["notes/entwurf.yaml:2:9: LC212"]


def test_a_private_file_is_checked_as_one_and_a_template_not_at_all(workspace: Path, typed: Typed) -> None:
    private = typed("verkennkey: verkennbar\n", "private/labcamp-11.yaml")
    assert (private.code, codes(private)) == (1, ["private/labcamp-11.yaml:1:1: LC202"])
    assert "verkenn" not in private.err
    assert typed("mail:\n  greeting: Hallo\n", "templates/words.de.yaml") == Result(0, "", "")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"\xef\xbb\xbfnumber: 12\r\ntheme: A #b\r\n", "2:10: LC308"),
        ("title: Köln".encode("cp1252"), "1:9: LC110"),
        (b"title: A\x07", "1:9: LC107"),
        (b"", "1:1: LC114"),
        (b"title: [", "1:8: LC117"),
        (b"title: A\n" + b" " * 1_000_000, "LC109"),
    ],
)
def test_bytes_are_taken_as_they_come(content: bytes, expected: str, workspace: Path, typed: Typed) -> None:
    result = typed(content, "events/labcamp-12.yaml")
    place = "events/labcamp-12.yaml:" if ":" in expected else "events/labcamp-12.yaml: "
    assert (result.code, codes(result)) == (1, [f"{place}{expected}"])


def test_for_programs_there_is_json_and_what_github_takes(workspace: Path, typed: Typed) -> None:
    result = typed(WRONG, "events/labcamp-12.yaml", "--format", "json")
    assert (result.code, result.err) == (1, "")
    assert [(found["path"], found["line"], found["code"]) for found in json.loads(result.out)] == [
        ("events/labcamp-12.yaml", 5, "LC301")
    ]
    assert typed("number: 12\n", "events/labcamp-12.yaml", "--format", "json") == Result(0, "[]\n", "")
    github = typed(WRONG, "events/labcamp-12.yaml", "--format", "github").out
    assert github.startswith("::error file=events/labcamp-12.yaml,line=5,col=28,title=LC301 session-outside-event::")


def test_advice_stops_only_the_strict(workspace: Path, typed: Typed) -> None:
    series = (workspace / "events/series.yaml").read_text("utf-8")
    assert [typed(series, "events/series.yaml", *option).code for option in ((), ("--strict",))] == [0, 1]


def test_a_name_that_is_no_id_is_told(workspace: Path, typed: Typed) -> None:
    assert codes(typed("title: A\n", "events/Treffen 12.yml")) == ["events/Treffen 12.yml: LC004"]


@pytest.mark.parametrize("form", ["text", "json"])
def test_with_fix_the_mended_text_comes_back_and_the_findings_beside_it(
    form: str, workspace: Path, typed: Typed
) -> None:
    before = contents(workspace)
    text = "\ufeffnummer: 12\r\ndatum: 11.3.2027  \r\nstatus: confirmd"
    mended = "\ufeffnumber: 12\r\ndate: 2027-03-11\r\nstatus: confirmd\r\n"
    result = typed(text, "events/labcamp-12.yaml", "--fix", "--format", form)
    # An editor takes no text from a program that fails.
    assert (result.code, result.out.encode()) == (0, mended.encode())
    if form == "text":
        assert codes(result) == ["events/labcamp-12.yaml:3:9: LC209"]
    else:
        assert [found["code"] for found in json.loads(result.err)] == ["LC209"]
    assert contents(workspace) == before


@pytest.mark.parametrize("text", ["title: [  ", "title: A  \n"])
@pytest.mark.parametrize("filename", ["events/labcamp-12.yaml", "private/labcamp-11.yaml", "templates/words.de.yaml"])
def test_with_fix_what_is_no_text_of_an_event_comes_back_as_it_was(
    text: str, filename: str, workspace: Path, typed: Typed
) -> None:
    mended = "title: A\n" if (text, filename[:6]) == ("title: A  \n", "events") else text
    result = typed(text, filename, "--fix")
    assert (result.code, result.out) == (0, mended)


def test_bytes_that_are_no_text_come_back_as_they_were(workspace: Path, environment: dict[str, str]) -> None:
    content = "title: Köln  \r\n".encode("cp1252")
    command = [sys.executable, "-m", "labcamp", "check", "--fix", "--stdin", "--filename", "events/labcamp-12.yaml"]
    ran = subprocess.run(command, input=content, env=environment, capture_output=True, check=False)
    assert (ran.returncode, ran.stdout) == (0, content)
    assert b"LC110 not-utf8" in ran.stderr


def in_the_guide(sort: str) -> list[str]:
    """The lines of all blocks of a sort on the page about editors, which is the same in both languages."""
    german, english = (
        [line for block in blocks(path_of(*page)) if block.sort == sort for line in block.text.splitlines()]
        for page in (("editoren", "de"), ("editors", "en"))
    )
    assert german == english
    return german


VIM = r"""
set nocompatible
ERRORFORMAT
cgetfile found.txt
let found = map(getqflist(), {_, each -> [bufname(each.bufnr), each.lnum, each.col, each.text]})
call writefile([json_encode(found)], "list.json")
qall!
"""


@pytest.mark.skipif(shutil.which("vim") is None, reason="no vim here")
def test_vim_finds_its_way_with_the_errorformat_of_the_guide(workspace: Path, typed: Typed) -> None:
    (line,) = (line for line in in_the_guide("vim") if line.startswith("set errorformat="))
    result = typed("number: 12\ntitel: x\n", "events/Treff 12.yaml")
    (workspace / "found.txt").write_text(result.err, "utf-8")
    (workspace / "vimrc").write_text(VIM.replace("ERRORFORMAT", line), "utf-8")
    subprocess.run(["vim", "-u", "NONE", "-es", "-S", "vimrc"], check=False, timeout=60, stdin=subprocess.DEVNULL)
    file = "events/Treff 12.yaml"
    name = "the file name does not fit: small letters, digits and hyphens, then .yaml"
    assert json.loads((workspace / "list.json").read_text("utf-8")) == [
        [file, 0, 0, f"LC004 file-name: {name}\nhint: call it treff-12.yaml"],
        [file, 2, 1, "LC202 unknown-key: there is no key 'titel' here\nhint: did you mean 'title'?"],
    ]


def test_vs_code_finds_its_way_with_the_task_of_the_guide(typed: Typed) -> None:
    (task,) = json.loads("\n".join(in_the_guide("json")))["tasks"]
    pattern = task["problemMatcher"]["pattern"]
    found = re.findall(pattern["regexp"], typed("number: 12\ntitel: x\n", "events/Treff 12.yaml").err, re.MULTILINE)
    names = {part: name for name, part in pattern.items() if name != "regexp"}
    assert task["command"] == "labcamp check"
    assert [{names[at]: part for at, part in enumerate(parts, 1)} for parts in found] == [
        {
            "file": "events/Treff 12.yaml",
            "line": "2",
            "column": "1",
            "code": "LC202 unknown-key",
            "message": "there is no key 'titel' here",
        }
    ]
