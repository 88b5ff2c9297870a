"""`people` and `forget`: what is read of a list is shown, and what is deleted leaves only counts."""

import json
from pathlib import Path
from typing import get_args

import pytest
from conftest import Labcamp
from sample import TODAY
from spoken import PHRASES

from labcamp.check.people.columns import OF_A_SEAT
from labcamp.check.people.headers import ALIASES
from labcamp.check.people.standing import HEADS, SEATS, STANDING
from labcamp.model.private import Meaning
from labcamp.workspace import load

EVENT = """\
number: 12
theme: Labore finden  # vorläufig
status: confirmed
date: 2026-09-16
time: 14:00-17:00
place: online
"""
LIST = """\
Vorname;Nachname;E-Mail;Organisation;Land;Status;Notiz
Ida;Beispiel;ida@example.org;Werkstatt;AT;bestätigt;
Max;Muster;max@example.org;Hafen;DE;Warteliste;
Uli;Vorlage;uli@example.com;Werkstatt;;bezahlt;
Eva;Probe;eva@example.org;Hafen;DE;storniert;
Kai;Test;;Hafen;DE;bezahlt;
"""
TELLING = ("Ida", "Beispiel", "ida@", "Max", "max@", "uli@", "Eva", "eva@", "Kai", "example.org")


@pytest.fixture
def private(workspace: Path) -> Path:
    """The private folder of a workspace with an event that is over, its list, its private file and drafts."""
    (workspace / "events/labcamp-12.yaml").write_text(EVENT, "utf-8")
    folder = workspace / "private"
    (folder / "out/labcamp-12").mkdir(parents=True)
    (folder / "labcamp-12.csv").write_text(LIST, "utf-8")
    (folder / "labcamp-12.yaml").write_text("join: https://meet.example.org/raum\ndelete_after: 2026-10-01\n", "utf-8")
    (folder / "out/labcamp-12/thanks-ida@example.org.eml").write_text("Ida", "utf-8")
    (folder / "out/labcamp-12/own.txt").write_text("Ida", "utf-8")
    memory = {"labcamp-12/thanks-ida@example.org.eml": ["aa"], "labcamp-11/deadlines.ics": ["bb"]}
    (folder / "out/.labcamp.json").write_text(json.dumps(memory), "utf-8")
    return folder


def left(folder: Path) -> list[str]:
    """The files in a folder and below it."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


# people


def test_people_shows_how_the_list_was_read_who_is_in_it_and_what_to_do(private: Path, labcamp: Labcamp) -> None:
    result = labcamp("people", "12", "--lang", "de")

    assert result.code == 0
    assert [line for line in result.out.splitlines() if not line.startswith("─")] == [
        "LabCamp #12: Labore finden",
        "",
        "private/labcamp-12.csv: UTF-8; zwischen den Spalten steht ein Semikolon",
        "",
        "Spalte       verstanden als",
        "Vorname      Vorname",
        "Nachname     Nachname",
        "E-Mail       Mailadresse",
        "Organisation Organisation",
        "Land         Land",
        "Status       Stand der Anmeldung",
        "Wer einen Platz hat und wer Mails will, entscheidet: „Status“",
        "Nicht verwendet: Notiz",
        "",
        "gezählt      was                     Menschen",
        "Platz        bestätigt               2",
        "Platz        Warteliste              1",
        "ausgelassen  abgesagt oder storniert 1",
        "ausgelassen  keine Mailadresse       1",
        "Land         AT                      1",
        "Land         DE                      1",
        "Land         keine Angabe            1",
        "Organisation Werkstatt               2",
        "Organisation Hafen                   1",
        "",
        "Zeile Name         Mailadresse     Organisation Land Platz",
        "2     Ida Beispiel ida@example.org Werkstatt    AT   bestätigt",
        "3     Max Muster   max@example.org Hafen        DE   Warteliste",
        "4     Uli Vorlage  uli@example.com Werkstatt         bestätigt",
        "Stimmt alles? Dann zum Beispiel: labcamp render-mail thanks 12 --to private/labcamp-12.csv",
    ]
    assert result.err.splitlines() == [
        "private/labcamp-12.csv:5:36: LC950 seat-given-up: ausgelassen: in „Status“ steht „storniert“",
        "    Tipp: so ist es richtig, wenn diese Person nicht kommt; sonst bessert die Liste aus",
        "private/labcamp-12.csv:6:10: LC954 address-missing: ausgelassen: in „E-Mail“ steht keine Mailadresse",
        "    Tipp: tragt sie nach, oder schreibt dieser Person auf anderem Weg",
        "2 Hinweise",
    ]


def test_another_list_is_shown_with_to_and_one_that_nobody_is_in_says_so(private: Path, labcamp: Labcamp) -> None:
    (private / "andere.csv").write_bytes("Name;Mail\r\nÄnne;\r\n".encode("cp1252"))

    result = labcamp("people", "12", "--to", private / "andere.csv")

    assert result.code == 0
    assert "Windows-1252, as older Excel writes" in result.out
    assert result.out.splitlines()[-1] == "Nobody here gets mail. Mend the list, then again: labcamp people"


@pytest.mark.shows("LC700")
def test_a_list_that_is_missing_or_cannot_be_read_is_a_finding(private: Path, labcamp: Labcamp) -> None:
    (private / "labcamp-12.csv").write_text("Telefon\n1\n", "utf-8")

    assert labcamp("people", "12").err.startswith("private/labcamp-12.csv:1:1: LC704 no-address-column:")
    (private / "labcamp-12.csv").unlink()
    missing = labcamp("people", "12")

    assert (missing.code, missing.out) == (1, "")
    assert missing.err.startswith("private/labcamp-12.csv: LC700 people-missing:")


def test_everything_that_people_says_has_its_words() -> None:
    reasons = {"status-unknown", "no-consent", "twice", "no-address", "address-not-readable", "not-readable"}
    wanted = {f"meaning_{meaning}" for meaning in ALIASES} | {f"seat_{seat}" for seat in SEATS}
    wanted |= {f"meaning_{meaning}" for meaning in (*HEADS, *OF_A_SEAT, "ignore")}
    wanted |= {f"left_out_{reason}" for reason in reasons | (set(STANDING.values()) - set(SEATS))}

    assert wanted - set(PHRASES) == set()
    assert set(get_args(Meaning)) == (set(ALIASES) | {"ignore"}) - {"reversed", "paid"}


# forget


def test_forget_leaves_the_counts_and_nothing_else(private: Path, labcamp: Labcamp) -> None:
    (private / "labcamp-12-alt.csv").write_text("alt", "utf-8")
    (private / "labcamp-12-ida@example.org.txt").write_text("alt", "utf-8")
    (private / "labcamp-120.csv").write_text("eine andere", "utf-8")

    result = labcamp("forget", "12", "--yes", "--lang", "de")

    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "erneuert     events/labcamp-12.yaml",
        "Angemeldet waren: 3; Organisationen: 2. Wer kam, sagt die Liste nicht: Wisst ihr es, dann ändert attendance: "
        "in der Datei.",
        "gelöscht     private/labcamp-12.csv",
        "gelöscht     private/labcamp-12.yaml",
        "gelöscht     private/out/labcamp-12/ (Dateien: 2)",
        "In private liegt noch, was labcamp nicht kennt: labcamp-12-alt.csv, …@…",
        "Denkt auch an Kopien: im Mailprogramm, im Anmeldeprogramm, in Sicherungen, im Papierkorb.",
    ]
    assert [word for word in TELLING if word in result.out] == []
    assert left(private) == [
        "labcamp-12-alt.csv",
        "labcamp-12-ida@example.org.txt",
        "labcamp-120.csv",
        "out/.labcamp.json",
    ]
    assert json.loads((private / "out/.labcamp.json").read_bytes()) == {"labcamp-11/deadlines.ics": ["bb"]}
    assert Path("events/labcamp-12.yaml").read_text("utf-8") == EVENT.replace(
        "14:00-17:00\n", "14:00-17:00\nattendance: {people: 3, labs: 2}\n"
    )


def test_a_second_time_there_is_nothing_to_forget(private: Path, labcamp: Labcamp) -> None:
    labcamp("forget", "12", "--yes")
    again = labcamp("forget", "12", "--yes")

    assert (again.code, again.err) == (0, "")
    assert again.out == "Nothing is stored here about the people of labcamp-12; there is nothing to delete.\n"


def test_a_dry_run_says_what_would_go_and_nothing_goes(private: Path, labcamp: Labcamp) -> None:
    before = left(private)

    result = labcamp("forget", "12", "--yes", "--dry-run")

    assert result.out.splitlines()[2:] == [
        "to go      private/labcamp-12.csv",
        "to go      private/labcamp-12.yaml",
        "to go      private/out/labcamp-12/ (files: 2)",
        "A dry run: nothing is deleted. Without --dry-run it will be, and it cannot be undone.",
    ]
    assert (left(private), Path("events/labcamp-12.yaml").read_text("utf-8")) == (before, EVENT)


def test_those_who_were_there_count_where_the_list_says_who(private: Path, labcamp: Labcamp) -> None:
    (private / "labcamp-12.csv").write_text("E-Mail;Firma;Eingecheckt\na@example.org;A;ja\nb@example.org;B;\n", "utf-8")

    assert "There were: 1; organisations: 1." in labcamp("forget", "12", "--yes").out
    assert "attendance: {people: 1, labs: 1}\n" in Path("events/labcamp-12.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("attendance: {people: 60}\n", "attendance: {people: 60}\n"),
        ("attendance: {note: viele}\n", "attendance: {note: viele, people: 3, labs: 2}\n"),
        (
            "attendance:\n  note: viele  # so\nlessons: x\n",
            "attendance:\n  note: viele  # so\n  people: 3\n  labs: 2\nlessons: x\n",
        ),
        ("attendance:\n  labs: 40\n", "attendance:\n  labs: 40\n  people: 3\n"),
    ],
)
def test_what_a_person_wrote_about_the_attendance_stays(
    private: Path, labcamp: Labcamp, written: str, kept: str
) -> None:
    Path("events/labcamp-12.yaml").write_text(EVENT + written, "utf-8")

    assert labcamp("forget", "12", "--yes").code == 0
    assert Path("events/labcamp-12.yaml").read_text("utf-8") == EVENT + kept
    assert load(Path(), TODAY).errors == ()


@pytest.mark.shows("LC707")
def test_an_event_that_is_not_over_keeps_its_people_unless_forced(private: Path, labcamp: Labcamp) -> None:
    result = labcamp("forget", "12", "--yes", "--today", "2026-09-16")

    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("events/labcamp-12.yaml: LC707 not-over:")
    assert "labcamp-12.csv" in left(private)
    assert labcamp("forget", "12", "--yes", "--today", "2026-09-16", "--force").code == 0
    assert left(private) == ["out/.labcamp.json"]


def test_a_cancelled_event_is_forgotten_without_counts(private: Path, labcamp: Labcamp) -> None:
    text = EVENT.replace("confirmed", "cancelled").replace("2026-09-16", "2027-09-16")
    Path("events/labcamp-12.yaml").write_text(text, "utf-8")

    assert labcamp("forget", "12", "--yes").code == 0
    assert (left(private), Path("events/labcamp-12.yaml").read_text("utf-8")) == (["out/.labcamp.json"], text)


def test_a_list_that_cannot_be_counted_stops_before_anything_is_deleted(private: Path, labcamp: Labcamp) -> None:
    (private / "labcamp-12.csv").write_text("Telefon\n1\n", "utf-8")
    before = left(private)

    assert "LC704" in labcamp("forget", "12", "--yes").err
    assert left(private) == before
    assert labcamp("forget", "12", "--yes", "--force").code == 0
    assert left(private) == ["out/.labcamp.json"]


def test_an_event_file_that_cannot_be_changed_stops_before_anything_is_deleted(private: Path, labcamp: Labcamp) -> None:
    # Without a line end behind it, the folded text would get one.
    Path("events/labcamp-12.yaml").write_text(f"{EVENT}summary: >\n  Ein Treffen.", "utf-8")
    before = left(private)

    result = labcamp("forget", "12", "--yes", "--lang", "de")

    assert "ändert sie von Hand: attendance: {people: 3, labs: 2}" in result.err
    assert left(private) == before


def test_a_list_that_is_a_link_is_unlinked_and_the_file_behind_it_is_named(private: Path, labcamp: Labcamp) -> None:
    (private / "labcamp-12.csv").rename(private.parent / "anmeldung.csv")
    (private / "labcamp-12.csv").symlink_to(private.parent / "anmeldung.csv")

    result = labcamp("forget", "12", "--yes")

    assert "private/labcamp-12.csv was only a link: where it led to, the file is still there." in result.out
    assert (private.parent / "anmeldung.csv").exists()
    assert left(private) == ["out/.labcamp.json"]


# When it is due


def due(today: str, labcamp: Labcamp) -> list[str]:
    """What `check` says on a day about people's data."""
    return [line for line in labcamp("check", "--today", today).err.splitlines() if "LC959" in line]


def test_check_says_from_the_day_on_that_people_have_to_go(private: Path, labcamp: Labcamp) -> None:
    said = (
        "private/labcamp-12.yaml:2:15: LC959 people-kept-too-long: data about the people of this event are still here"
    )

    assert due("2026-09-30", labcamp) == []
    assert due("2026-10-01", labcamp) == [said]
    labcamp("forget", "12", "--yes")
    assert due("2026-10-01", labcamp) == []


def test_check_asks_after_a_list_without_a_day_when_its_event_is_over_for_a_month(
    private: Path, labcamp: Labcamp
) -> None:
    (private / "labcamp-12.yaml").unlink()

    assert due("2026-10-16", labcamp) == []
    assert [line.split(": ")[0] for line in due("2026-10-17", labcamp)] == ["private/labcamp-12.csv"]
    (private / "labcamp-12.yaml").write_text("delete_after: 2027-01-01\n", "utf-8")
    assert due("2026-12-31", labcamp) == []


def test_a_workspace_holds_nothing_of_its_private_folder(private: Path) -> None:
    (private / "labcamp-12.yaml").write_text("join: https://example.org/geheim\ndelete_after: 2026-10-01\n", "utf-8")

    assert [word for word in ("ida@", "geheim") if word in repr(vars(load(Path(), TODAY)))] == []
