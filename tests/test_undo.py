"""What is not easily taken back is asked for; what can be is taken back by `undo`."""

import builtins
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Labcamp

from labcamp.terminal import questions

DAY = ("--today", "2027-01-04")
SERIES = "id: runde\ntitle: Runde\ndomain: example.org\n"
EVENT = "number: 3\nstatus: confirmed\ndate: 2027-03-11\n"
PEOPLE = "Name,E-Mail\nAda Muster,ada@example.org\n"
Answering = Callable[..., list[str]]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A series with an event and its list of people; it is the current folder."""
    for folder in ("events", "private"):
        (tmp_path / folder).mkdir()
    (tmp_path / "events/series.yaml").write_text(SERIES, "utf-8")
    (tmp_path / "events/runde-3.yaml").write_text(EVENT, "utf-8")
    (tmp_path / "private/runde-3.csv").write_text(PEOPLE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> Answering:
    """Somebody who sits at the terminal and gives these answers; the list takes what was asked."""

    def begin(*answers: str) -> list[str]:
        left, asked = iter(answers), []

        def answer(question: str = "") -> str:
            asked.append(question.strip())
            return next(left)

        for name in ("labcamp.terminal.questions", "labcamp.commands.cancel"):
            monkeypatch.setattr(f"{name}.somebody_sits_here", lambda: True)
        monkeypatch.setattr(builtins, "input", answer)
        return asked

    return begin


def everything(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and path.name != ".labcamp-undo.json"
    }


CALLS = {
    "cancel": ("cancel", "3", "--reason", "krank"),
    "reschedule": ("reschedule", "3", "--date", "2027-03-18"),
    "forget": ("forget", "3", "--force"),
}


@pytest.mark.shows("LC051")
@pytest.mark.parametrize("command", CALLS)
def test_where_nobody_can_be_asked_it_takes_yes(command: str, root: Path, labcamp: Labcamp) -> None:
    before = everything(root)
    result = labcamp(*CALLS[command], *DAY)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("LC051 yes-needed: ")
    assert everything(root) == before
    assert labcamp(*CALLS[command], *DAY, "--yes").code == 0
    assert everything(root) != before


@pytest.mark.parametrize("answer", ["", "n", "nein", "no"])
@pytest.mark.parametrize("command", CALLS)
def test_who_does_not_say_yes_has_lost_nothing(
    command: str, answer: str, root: Path, labcamp: Labcamp, answering: Answering
) -> None:
    before = everything(root)
    asked = answering(answer)
    result = labcamp(*CALLS[command], *DAY)
    assert (result.code, result.out.splitlines()[0], result.out.splitlines()[-1]) == (
        1,
        "Runde #3",
        "Nothing is written.",
    )
    assert asked[0].endswith("[y/N]")
    assert everything(root) == before


def test_a_person_sees_what_goes_before_it_goes(root: Path, labcamp: Labcamp, answering: Answering) -> None:
    answering("j")
    lines = labcamp("forget", "3", "--force", *DAY, "--lang", "de").out.splitlines()
    assert lines[:3] == [
        "Runde #3",
        "anders       events/runde-3.yaml",
        "Angemeldet waren: 1; Organisationen: –. "
        "Wer kam, sagt die Liste nicht: Wisst ihr es, dann ändert attendance: in der Datei.",
    ]
    assert "gelöscht     private/runde-3.csv" in lines
    assert not (root / "private/runde-3.csv").exists()


def test_who_cancels_is_asked_why(root: Path, labcamp: Labcamp, answering: Answering) -> None:
    asked = answering("Der Raum ist gesperrt", "ja")
    result = labcamp("cancel", "3", *DAY, "--lang", "de")
    assert asked == ["Warum, in einem Satz für alle (Enter lässt es offen):", "Absagen? [j/N]"]
    assert result.code == 0
    assert (root / "events/runde-3.yaml").read_text("utf-8") == (
        "number: 3\nstatus: cancelled\nreason: Der Raum ist gesperrt\ndate: 2027-03-11\n"
    )


EDITS = (
    *((*call, "--yes") for call in CALLS.values()),
    ("done", "3", "invitation"),
    ("announce", "3"),
    ("new-event", "--number", "4", "--yes"),
)


@pytest.mark.parametrize("call", EDITS, ids=lambda call: call[0])
def test_the_last_edit_is_taken_back_byte_for_byte(call: tuple[str, ...], root: Path, labcamp: Labcamp) -> None:
    before = {name: content for name, content in everything(root).items() if name.startswith("events/")}
    assert labcamp(*call, *DAY).code == 0
    result = labcamp("undo", "--lang", "de")
    assert result.code == 0
    assert f"Zurückgenommen: labcamp {call[0]}." in result.out
    after = {name: content for name, content in everything(root).items() if name.startswith("events/")}
    after.pop("events/event.schema.json", None)  # what new-event writes beside the event is no edit
    assert after == before
    assert labcamp("undo").err.startswith("LC053 nothing-to-undo: ")


def test_what_check_has_mended_in_several_files_is_taken_back_in_all(root: Path, labcamp: Labcamp) -> None:
    for number in (4, 5):
        (root / f"events/runde-{number}.yaml").write_text(f"number: {number}\ntitel: A\n", "utf-8")
    (root / "events/runde-6.yml").write_bytes("number: 6\nort: Köln\n".encode("cp1252"))
    before = everything(root)
    labcamp("check", "--fix", *DAY)
    after = everything(root)
    assert after["events/runde-6.yaml"] == "number: 6\nplace: Köln\n".encode()
    assert {"events/runde-4.yaml", "events/runde-5.yaml"} < {name for name in after if after[name] != before.get(name)}
    assert labcamp("undo").code == 0
    assert everything(root) == before


def test_what_is_deleted_about_people_stays_deleted_and_that_is_said(root: Path, labcamp: Labcamp) -> None:
    labcamp("forget", "3", "--force", "--yes", *DAY)
    result = labcamp("undo", "--lang", "de")
    assert result.out.splitlines()[-1] == "Was über die Menschen gelöscht ist, bleibt gelöscht."
    assert everything(root) == {"events/series.yaml": SERIES.encode(), "events/runde-3.yaml": EVENT.encode()}


def test_nothing_about_people_is_kept(root: Path, labcamp: Labcamp) -> None:
    labcamp("forget", "3", "--force", "--yes", *DAY)
    kept = (root / "out/.labcamp-undo.json").read_text("utf-8")
    assert [each["name"] for each in json.loads(kept)["files"]] == ["events/runde-3.yaml"]
    assert "ada" not in kept.lower()


@pytest.mark.shows("LC050")
def test_a_file_that_was_changed_since_stays_as_it_is(root: Path, labcamp: Labcamp) -> None:
    labcamp("reschedule", "3", "--date", "2027-03-18", "--yes", *DAY)
    file = root / "events/runde-3.yaml"
    file.write_text(file.read_text("utf-8") + "theme: Neu\n", "utf-8")
    before = file.read_bytes()
    result = labcamp("undo")
    assert (result.code, result.err.splitlines()[0]) == (
        1,
        "events/runde-3.yaml: LC050 changed-since-then: the file has changed since 'labcamp reschedule'",
    )
    assert file.read_bytes() == before


@pytest.mark.shows("LC053")
@pytest.mark.parametrize("kept", ["", "[]", '{"command": "x", "files": [{"name": "../a"}]}', '{"command": 1}', "{"])
def test_what_is_no_memory_of_ours_takes_nothing_back(kept: str, root: Path, labcamp: Labcamp) -> None:
    (root / "out").mkdir()
    (root / "out/.labcamp-undo.json").write_text(kept, "utf-8")
    before = everything(root)
    assert (labcamp("undo").code, everything(root)) == (1, before)


def test_a_dry_run_takes_nothing_back(root: Path, labcamp: Labcamp) -> None:
    labcamp("done", "3", "invitation", *DAY)
    before = everything(root)
    result = labcamp("undo", "--dry-run")
    assert (result.code, result.out.splitlines()[0]) == (0, "changed    events/runde-3.yaml")
    assert everything(root) == before
    assert labcamp("undo").code == 0


def test_what_changes_nothing_is_not_what_undo_takes_back(root: Path, labcamp: Labcamp) -> None:
    labcamp("done", "3", "invitation", *DAY)
    labcamp("done", "3", "invitation", *DAY)
    assert labcamp("undo").code == 0
    assert (root / "events/runde-3.yaml").read_text("utf-8").startswith(EVENT)


@pytest.mark.parametrize(("typed", "said"), [("j", True), ("JA", True), ("y", True), ("n", False), ("", False)])
def test_only_a_clear_yes_is_one(typed: str, said: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builtins, "input", lambda _: typed)
    assert questions.confirm("?", enter=False) is said
