"""Who has met whom is remembered without names, counted once, shown with its day, and forgotten when it is asked."""

import io
import json
import re
import stat
import zipfile
from itertools import combinations
from pathlib import Path

import pytest
from conftest import TODAY, Labcamp
from openpyxl import Workbook, load_workbook
from terminal import all_seen

from labcamp.files.edit_names import without_name
from labcamp.findings import Place
from labcamp.model.met import Met, called, met_at, met_before, met_bytes, without_person
from labcamp.model.private import Participant

KEY = bytes(32)
WORD = re.compile(rb"(?i)ada@|ada muster")
ADA, BEN, CEM = "ada@example.org", "ben@example.org", "cem probe"
EVENT = "number: 12\ntheme: Labore finden\nstatus: confirmed\ndate: 2026-09-16\ntime: 14:00-17:00\nplace: online\n"
LIST = "Name;E-Mail;Notiz\nAda Muster;Ada@example.org;\nBen Beispiel;ben@example.org;\nCem Probe;;\n"


def met(event_id: str = "labcamp-12", people: tuple[str, ...] = (ADA, BEN, CEM)) -> Met:
    """An event at which all have met all."""
    return met_at(KEY, event_id, people, combinations(people, 2))


@pytest.fixture
def private(workspace: Path) -> Path:
    """The private folder of a workspace with an event that is over, its list, and who had met whom there."""
    (workspace / "events/labcamp-12.yaml").write_text(EVENT, "utf-8")
    folder = workspace / "private"
    folder.mkdir()
    (folder / "labcamp-12.csv").write_text(LIST, "utf-8")
    (folder / "groups.json").write_bytes(met_bytes({"labcamp-12": met(), "labcamp-11": met("labcamp-11", (ADA, BEN))}))
    (folder / "groups.key").write_text(f"{KEY.hex()}\n", "utf-8")
    return folder


def remembered(folder: Path) -> dict[str, int]:
    """How many pairs are remembered of each event."""
    path = folder / "groups.json"
    found = json.loads(path.read_bytes()) if path.is_file() else {}
    return {event_id: len(each["pairs"]) for event_id, each in found.items()}


# The hashes


def test_a_pair_is_the_same_whoever_is_named_first_and_another_at_each_event_and_with_each_key() -> None:
    one = met_at(KEY, "labcamp-12", [ADA, BEN], [(ADA, BEN)])
    assert one == met_at(KEY, "labcamp-12", [BEN, ADA], [(BEN, ADA)])
    elsewhere = ((KEY, "labcamp-11"), (bytes(31) + b"1", "labcamp-12"))
    others = [met_at(*each, [ADA, BEN], [(ADA, BEN)]) for each in elsewhere]
    assert [one.pairs & other.pairs | one.people & other.people for other in others] == [frozenset(), frozenset()]


def test_what_is_written_names_nobody() -> None:
    text = met_bytes({"labcamp-12": met()}).decode()
    assert [word for word in ("ada@", "ben@", "cem p", "example") if word in text] == []
    assert sorted(json.loads(text)["labcamp-12"]) == ["pairs", "people"]


def test_who_has_met_is_counted_by_event_and_by_numbers() -> None:
    editions = {"labcamp-12": met(), "labcamp-11": met("labcamp-11", (ADA, BEN))}
    assert met_before(KEY, editions, ["nobody@example.org", BEN, CEM, ADA]) == {(1, 3): 2, (1, 2): 1, (2, 3): 1}


def test_a_person_is_known_by_the_address_and_without_one_by_the_name() -> None:
    people = [Participant("Ada Muster", "Ada@Example.org", Place("")), Participant(" Cem  Probe", "", Place(""))]
    assert list(map(called, people)) == [ADA, CEM]


def test_somebody_is_taken_out_of_every_event_whoever_they_had_met() -> None:
    editions = {"labcamp-12": met(), "labcamp-11": met("labcamp-11", (ADA, BEN))}
    assert without_person(KEY, editions, [ADA]) == {
        "labcamp-12": met_at(KEY, "labcamp-12", [BEN, CEM], [(BEN, CEM)]),
    }


# What is wrong with the files


@pytest.mark.shows("LC782")
@pytest.mark.parametrize("text", ["", "{", "[]", '{"labcamp-12": 1}', '{"labcamp-12": {"people": ["x"], "pairs": []}}'])
def test_a_memory_that_is_damaged_is_one_finding_and_nothing_is_written(
    text: str, private: Path, labcamp: Labcamp
) -> None:
    (private / "groups.json").write_text(text, "utf-8")
    result = labcamp("groups", "12", "--today", "2026-09-01")
    assert (result.code, result.err.count("LC7"), "private/groups.json: LC782" in result.err) == (1, 1, True)
    assert (not (private / "out").exists(), (private / "groups.json").read_text("utf-8")) == (True, text)


@pytest.mark.shows("LC783")
@pytest.mark.parametrize("text", [None, "", "abc\n"])
def test_a_key_that_is_missing_or_none_is_told_and_never_replaced(
    text: str | None, private: Path, labcamp: Labcamp
) -> None:
    (private / "groups.key").unlink()
    if text is not None:
        (private / "groups.key").write_text(text, "utf-8")
    result = labcamp("groups", "12", "--today", "2026-09-01")
    assert (result.code, "private/groups.key: LC783" in result.err) == (1, True)
    assert not (private / "out").exists()
    assert (private / "groups.key").exists() is (text is not None)


# How long it stays


def test_forget_deletes_who_has_met_whom_with_everything_else(private: Path, labcamp: Labcamp) -> None:
    result = labcamp("forget", "12", "--yes", "--lang", "de")
    assert "erneuert     private/groups.json (Begegnungen weniger: 3)" in result.out.splitlines()
    assert remembered(private) == {"labcamp-11": 1}
    result = labcamp("forget", "11", "--yes", "--today", "2027-12-31", "--lang", "de")
    assert "gelöscht     private/groups.json (Begegnungen weniger: 1)" in result.out.splitlines()
    assert sorted(path.name for path in private.iterdir()) == ["out"] or list(private.iterdir()) == []


def test_the_series_may_keep_it_until_a_day_that_list_and_todo_show(private: Path, labcamp: Labcamp) -> None:
    (private / "series.yaml").write_text("groups: {remember: 2 Jahre}\n", "utf-8")
    result = labcamp("forget", "12", "--yes", "--lang", "de")
    assert "Wer mit wem in einer Gruppe war, bleibt bis 16.09.2028 gemerkt, ohne Namen" in result.out
    assert remembered(private) == {"labcamp-12": 3, "labcamp-11": 1}
    assert "bleibt bis 16.09.2028 gemerkt" in labcamp("todo", "12", "--lang", "de").out
    (screen,) = all_seen([(("list", "--lang", "de"), {"COLUMNS": "100"})], Path())
    assert "wer wen traf: bis 16.09.2028" in screen
    assert "still kept" in labcamp("list").out.split("12 ")[1].split("\n")[0]
    labcamp("forget", "12", "--yes", "--today", "2028-09-16")
    assert remembered(private) == {"labcamp-11": 1}


@pytest.mark.shows("LC794")
def test_check_asks_for_it_from_the_day_on(private: Path, labcamp: Labcamp) -> None:
    def told(day: str) -> list[str]:
        return [line for line in labcamp("check", "--today", day).err.splitlines() if "LC794" in line]

    (private / "series.yaml").write_text("groups: {remember: 18 months}\n", "utf-8")
    (private / "labcamp-12.csv").unlink()
    assert (told("2028-03-15"), len(told("2028-03-16"))) == ([], 1)
    (private / "series.yaml").unlink()
    assert (told("2026-10-16"), len(told("2026-10-17"))) == ([], 1)  # a month after the event
    (private / "labcamp-12.csv").write_text(LIST, "utf-8")
    assert told("2026-10-17") == []  # LC959 asks for all of it


@pytest.mark.shows("LC789")
def test_a_time_that_is_none_is_told_without_what_stands_there(private: Path, labcamp: Labcamp) -> None:
    (private / "series.yaml").write_text("groups: {remember: verkennbar}\n", "utf-8")
    result = labcamp("check", "--today", TODAY)
    assert "private/series.yaml:1:20: LC789 not-a-time-to-keep" in result.err
    assert "verkennbar" not in result.err


def test_a_hand_over_never_has_it_and_says_what_to_pass_on(private: Path, labcamp: Labcamp) -> None:
    result = labcamp("handover", "11", "--to", "citylab-berlin", "--today", TODAY)
    assert "private/groups.json and private/groups.key, which know who has met whom" in result.out
    files = [path for path in (private / "out").rglob("*") if path.is_file()]
    marks = json.loads((private / "groups.json").read_bytes())["labcamp-12"]["pairs"]
    assert [path.name for path in files if KEY.hex().encode() in path.read_bytes()] == []
    assert [path.name for path in files for mark in marks if mark.encode() in path.read_bytes()] == []
    assert {path.name for path in files if b"groups.key" in path.read_bytes()} == {"handover.html", "handover.md"}


# One person


WISHES = """\
join: https://meet.example.org/raum  # bleibt
groups:
  rounds: 3
  apart:
    - [Ada Muster, Ben Beispiel]
    - [Cem Probe, ada@example.org, Dora Test]
  moderators: [ADA MUSTER, Ben Beispiel]
  tables: {Ada Muster: 1, Ben Beispiel: 2}
# darunter
bring: Ausweis
"""


def test_one_person_goes_out_of_lists_wishes_drafts_and_pairs(private: Path, labcamp: Labcamp) -> None:
    (private / "labcamp-12.yaml").write_text(WISHES, "utf-8")
    (private / "out/labcamp-12").mkdir(parents=True)
    (private / "out/labcamp-12/thanks-ada@example.org.eml").write_text("Ada", "utf-8")
    (private / "out/labcamp-12/thanks-ben@example.org.eml").write_text("Ben", "utf-8")
    before = {path: path.read_bytes() for path in private.rglob("*") if path.is_file()}

    dry = labcamp("forget", "--person", "ADA@example.org", "--dry-run")
    assert {path: path.read_bytes() for path in private.rglob("*") if path.is_file()} == before
    result = labcamp("forget", "--person", "ADA@example.org", "--yes", "--lang", "de")

    assert (dry.code, result.code, result.err) == (0, 0, "")
    assert result.out.splitlines() == [
        "erneuert     private/labcamp-12.csv",
        "erneuert     private/labcamp-12.yaml",
        "gelöscht     private/out/labcamp-12/ (Dateien: 2)",
        "erneuert     private/groups.json (Begegnungen weniger: 3)",
        "Mit den Entwürfen sind auch die der anderen weg, denn in Drucken und Plänen stehen alle beieinander. "
        "Macht neu, was ihr noch braucht.",
        "Denkt auch an Kopien: im Mailprogramm, im Anmeldeprogramm, in Sicherungen, im Papierkorb.",
    ]
    assert (private / "labcamp-12.csv").read_text("utf-8") == LIST.replace("Ada Muster;Ada@example.org;\n", "")
    assert (private / "labcamp-12.yaml").read_text("utf-8") == (
        "join: https://meet.example.org/raum  # bleibt\ngroups:\n"
        "  {rounds: 3, apart: [[Cem Probe, Dora Test]], moderators: [Ben Beispiel], tables: {Ben Beispiel: 2}}\n"
        "# darunter\nbring: Ausweis\n"
    )
    assert remembered(private) == {"labcamp-12": 1}
    assert [path.name for path in private.rglob("*") if path.is_file() and WORD.search(path.read_bytes())] == []
    assert "ada@" not in (dry.out + result.out).lower()


def test_nobody_is_forgotten_without_being_asked(private: Path, labcamp: Labcamp) -> None:
    result = labcamp("forget", "--person", ADA)
    assert (result.code, "LC051" in result.err) == (2, True)
    assert (private / "labcamp-12.csv").read_text("utf-8") == LIST


@pytest.mark.shows("LC058")
def test_it_is_an_event_or_a_person(private: Path, labcamp: Labcamp) -> None:
    for arguments in ((), ("12", "--person", ADA)):
        result = labcamp("forget", *arguments, "--yes")
        assert (result.code, "LC058" in result.err) == (2, True)


def test_of_somebody_who_is_not_there_nothing_is_changed_and_it_is_said(private: Path, labcamp: Labcamp) -> None:
    before = {path: path.read_bytes() for path in private.rglob("*") if path.is_file()}
    result = labcamp("forget", "--person", "nobody@example.org", "--yes")
    assert result.out == "Nothing about this person is kept in private/ that labcamp knows of.\n"
    assert {path: path.read_bytes() for path in private.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_other_byte_of_a_list_stays(encoding: str, end: str, private: Path, labcamp: Labcamp) -> None:
    ada = 'Ada;ada@example.org;"eins\nzwei;\n\ndrei"'
    rows = ["Name;E-Mail;Notiz", "Änne Größe;anne@example.org;", ada, "Ben;ben@example.org;"]
    whole, rest = (end.join(rows), end.join([*rows[:2], *rows[3:]]))
    (private / "labcamp-12.csv").write_bytes(whole.encode(encoding))
    assert labcamp("forget", "--person", ADA, "--yes").code == 0
    assert (private / "labcamp-12.csv").read_bytes() == rest.encode(encoding)


def test_whom_somebody_else_has_registered_stays_and_the_file_is_named(private: Path, labcamp: Labcamp) -> None:
    text = "\n".join(("Attendee name;Attendee email;Order email", f"Ben;{BEN};{ADA}", f"Ada;{ADA};{ADA}", ""))
    (private / "labcamp-12.csv").write_text(text, "utf-8")
    result = labcamp("forget", "--person", ADA, "--yes")
    assert (private / "labcamp-12.csv").read_text("utf-8") == text.rpartition("Ada;")[0]
    assert "The address still stands in: private/labcamp-12.csv." in result.out


def test_a_workbook_holds_nothing_of_somebody_who_is_forgotten(private: Path, labcamp: Labcamp) -> None:
    (private / "labcamp-12.csv").unlink()
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Name", "E-Mail", "Organisation"), ("Ada Muster", ADA, "Hafen"), ("Ben Beispiel", BEN, "Hafen")):
        sheet.append(row)
    sheet["B2"].hyperlink = f"mailto:{ADA}"
    sheet["B3"].hyperlink = f"mailto:{BEN}"
    book.save(private / "labcamp-12.xlsx")

    assert labcamp("forget", "--person", ADA, "--yes").code == 0

    content = (private / "labcamp-12.xlsx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        holding = [name for name in parts.namelist() if WORD.search(parts.read(name))]
    assert holding == []
    again = load_workbook(io.BytesIO(content)).active
    assert again is not None
    rows = [values for values in again.iter_rows(values_only=True) if any(values)]
    assert rows == [("Name", "E-Mail", "Organisation"), ("Ben Beispiel", BEN, "Hafen")]
    assert again["B3"].hyperlink is not None
    assert "ben@example.org" in labcamp("people", "12").out


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("groups: {moderators: Ada Muster}\n", "groups: {}\n"),
        ("groups: {moderators: Eva Vorlage}\n", "groups: {moderators: Eva Vorlage}\n"),
        ("groups:\n  together:\n  - Ada Muster, Ben\n  - Cem, Dora\n", "groups:\n  {together: [[Cem, Dora]]}\n"),
        ("groups:\n  apart: [Ada Muster, Ben, Cem]  # so\n", "groups:\n  {apart: [[Ben, Cem]]}  # so\n"),
        ("groups:\n", "groups:\n"),
        ("bring: x\n", "bring: x\n"),
    ],
)
def test_wishes_without_somebody_keep_all_others(before: str, after: str) -> None:
    assert without_name(before.encode(), "x.yaml", {"ada muster"}).decode() == after


def test_nobody_else_may_read_the_two_files(private: Path, labcamp: Labcamp) -> None:
    labcamp("forget", "12", "--yes")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) & 0o077 for path in private.iterdir() if path.is_file()}
    assert modes["groups.json"] == 0
