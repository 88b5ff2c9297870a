"""`--to`: one draft for each person of a list, how many, and what becomes of those who are no longer on it."""

import re
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from conftest import TODAY, Labcamp

LIST = """\
Vorname;Nachname;E-Mail;Organisation;Status
Ida;Beispiel;ida@example.org;Werkstatt;bezahlt
Max;Muster;max@example.com;Hafen & Lab;bezahlt
Lea;Beispiel;lea@example.org;;storniert
Jo;Muster;jo@example.org;;Warteliste
"""
FOLDER = Path("private/out/labcamp-11")
ALL = ("confirmation", "11", "--to", "--today", TODAY)


@pytest.fixture
def people(workspace: Path) -> Path:
    """The list of those who come to LabCamp #11, in the workspace."""
    path = workspace / "private/labcamp-11.csv"
    path.parent.mkdir()
    path.write_text(LIST, "utf-8")
    return path


def drafts(folder: Path = FOLDER / "confirmation") -> dict[str, str]:
    """To whom each draft goes, by the name of its file."""
    files = sorted(folder.glob("*"))
    return {file.name: str(message_from_bytes(file.read_bytes(), policy=policy.default)["To"]) for file in files}


def said(out: str) -> list[str]:
    """The lines of a command, blanks as one."""
    return [" ".join(line.split()) for line in out.splitlines()]


def test_each_person_with_a_seat_gets_a_draft(people: Path, labcamp: Labcamp) -> None:
    result = labcamp("render-mail", *ALL)
    assert (result.code, said(result.out)) == (
        0,
        [
            "2 drafts, 1 row left out: cancelled (1), 1 person without a certain seat",
            "created 2",
            "Read one in private/out/labcamp-11/confirmation/. "
            "All go among your drafts with labcamp draft confirmation 11 --to --imap ACCOUNT",
        ],
    )
    assert drafts() == {
        "ida@example.org.eml": "Ida Beispiel <ida@example.org>",
        "max@example.com.eml": "Max Muster <max@example.com>",
    }
    assert not Path("out").exists()


def test_a_mail_to_the_list_goes_to_those_who_wait_too(people: Path, labcamp: Labcamp) -> None:
    assert labcamp("render-invitation", "11", "--to", "--today", TODAY).code == 0
    assert [*drafts(FOLDER / "invitation")] == ["ida@example.org.eml", "jo@example.org.eml", "max@example.com.eml"]


def test_nobody_is_named_in_what_is_said(people: Path, labcamp: Labcamp) -> None:
    rows = ["Qone;Quux;qone@example.org;Qlab;bezahlt", "Qtwo;Quux;qtwo@example.org;Qlab;bezahlt"]
    odd = [
        "Qodd;Quux;qodd@@example;Qlab;bezahlt",
        "Qone;Quux;qone@example.org;Qlab;",
        "Qout;Quux;qout@example.org;;storniert",
    ]
    head = LIST.splitlines()[:1]
    people.write_text("\n".join([*head, *rows, *odd]), "utf-8")
    runs = [labcamp("render-mail", *ALL, "--dry-run"), labcamp("render-mail", *ALL)]
    (FOLDER / "confirmation/qone@example.org.eml").write_text("changed", "utf-8")
    people.write_text("\n".join([*head, rows[0]]), "utf-8")
    runs += [labcamp("render-mail", *ALL), labcamp("render-mail", *ALL, "--force")]
    (FOLDER / "confirmation/qtwo@example.org.eml").mkdir()
    people.write_text("\n".join([*head, *rows]), "utf-8")
    runs.append(labcamp("render-mail", *ALL))
    assert [run.code for run in runs] == [0, 0, 0, 0, 1]
    assert "private/out: LC005 cannot-write" in runs[-1].err
    for run in runs:
        assert re.findall(r"(?i)q\w+", run.out + run.err) == []


def test_limit_makes_some_to_look_at_and_leaves_the_others(people: Path, labcamp: Labcamp) -> None:
    labcamp("render-mail", *ALL)
    (FOLDER / "confirmation/ida@example.org.eml").unlink()
    result = labcamp("render-mail", *ALL, "--limit", "1")
    assert said(result.out)[:2] == [
        "1 draft, 1 row left out: cancelled (1), 1 person without a certain seat, 1 person not yet (--limit)",
        "created 1",
    ]
    assert [*drafts()] == ["ida@example.org.eml", "max@example.com.eml"]


def test_who_is_no_longer_on_the_list_keeps_no_draft(people: Path, labcamp: Labcamp) -> None:
    people.write_text(LIST.replace("max@example.com", "ida@example.org.uk"), "utf-8")
    labcamp("render-mail", *ALL)
    people.write_text(LIST, "utf-8")
    again = labcamp("render-mail", *ALL)
    assert said(again.out)[1:-1] == ["unchanged 1", "created 1", "deleted 1"]
    assert [*drafts()] == ["ida@example.org.eml", "max@example.com.eml"]


@pytest.mark.shows("LC942", "LC943")
def test_a_draft_that_a_person_changed_stays_and_its_row_is_named(people: Path, labcamp: Labcamp) -> None:
    labcamp("render-mail", *ALL)
    for name in ("ida@example.org", "max@example.com"):
        (FOLDER / f"confirmation/{name}.eml").write_text(f"To: {name}\n\nmine", "utf-8")
    people.write_text("\n".join(line for line in LIST.splitlines() if not line.startswith("Ida")), "utf-8")
    result = labcamp("render-mail", *ALL)
    assert said(result.out)[1:-1] == ["kept 2"]
    assert "private/labcamp-11.csv:2:1: LC942 kept-your-draft: " in result.err
    assert "private/out/labcamp-11/confirmation: LC943 draft-for-nobody: drafts in this folder" in result.err
    assert [*drafts()] == ["ida@example.org.eml", "max@example.com.eml"]
    assert said(labcamp("render-mail", *ALL, "--force").out)[1:-1] == ["updated 1", "kept 1"]


def test_another_list_can_be_named(people: Path, labcamp: Labcamp) -> None:
    people.rename("neu.csv")
    assert labcamp("render-mail", "confirmation", "11", "--to", "neu.csv", "--today", TODAY).code == 0
    assert labcamp("render-mail", "confirmation", "--to", "neu.csv", "11", "--today", TODAY).code == 0
    assert len(drafts()) == 2
    missing = labcamp("render-mail", *ALL)
    assert (missing.code, missing.out) == (1, "")
    assert missing.err.startswith("private/labcamp-11.csv: LC700 ")


def test_the_list_is_that_of_the_event_wherever_to_stands(people: Path, labcamp: Labcamp) -> None:
    for words in (("--to", "11"), ("11", "--to"), ("--to", "events/labcamp-11.yaml"), ("--to", "--dry-run", "11")):
        result = labcamp("render-mail", "confirmation", *words, "--today", TODAY)
        assert (result.code, said(result.out)[0].split(",")[0]) == (0, "2 drafts")


@pytest.mark.shows("LC038")
def test_where_nobody_is_left_it_says_so_and_why(people: Path, labcamp: Labcamp) -> None:
    people.write_text(LIST.replace("bezahlt", "storniert"), "utf-8")
    result = labcamp("render-mail", *ALL)
    assert (result.code, result.out) == (1, "")
    assert "private/labcamp-11.csv: LC038 nobody-to-write-to: there is nobody on this list" in result.err
    assert result.err.count("LC950 seat-given-up") == 3


@pytest.mark.parametrize(
    ("words", "code", "start"),
    [
        (("--to", "--out", "x"), 2, "--out: LC033 stays-private: --to: what it makes is confidential"),
        pytest.param(("--limit", "2"), 2, "--limit: LC039 limit-of-nothing: ", marks=pytest.mark.shows("LC039")),
        (("--to", "--limit", "0"), 2, "--limit wants a whole number, from 1 on."),
        (("--to", "--limit", "zwei"), 2, "--limit wants a whole number, from 1 on."),
    ],
)
def test_what_does_not_go_together_is_said(
    words: tuple[str, ...], code: int, start: str, people: Path, labcamp: Labcamp
) -> None:
    result = labcamp("render-mail", "confirmation", "11", *words, "--today", TODAY)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(start)
    assert not Path("private/out").exists()


def test_a_mail_with_the_way_in_has_it_for_each_person(people: Path, labcamp: Labcamp) -> None:
    Path("private/labcamp-11.yaml").write_text('join: {url: "https://meet.example.org/geheim"}\n', "utf-8")
    assert labcamp("render-mail", "reminder", "11", "--to", "--today", TODAY).code == 0
    for file in (FOLDER / "reminder").iterdir():
        mail = message_from_bytes(file.read_bytes(), policy=policy.default)
        body = mail.get_body(("plain",))
        assert body
        assert "https://meet.example.org/geheim" in body.get_content()


def test_what_a_server_sends_asks_each_person_for_an_answer(people: Path, labcamp: Labcamp) -> None:
    series = Path("events/series.yaml")
    series.write_text(series.read_text("utf-8") + "imprint: https://example.org/impressum\n", "utf-8")
    result = labcamp("render-mail", *ALL, "--ready")
    assert (result.code, said(result.out)[-1].split(".")[0]) == (
        0,
        "A program sends the files in private/out/labcamp-11/confirmation/ as they are",
    )
    files = sorted((FOLDER / "confirmation").iterdir())
    assert [file.name for file in files] == ["ida@example.org-ready.eml", "max@example.com-ready.eml"]
    assert all(b"method=REQUEST" in file.read_bytes() for file in files)


def test_the_list_of_mails_knows_that_the_drafts_are_there(people: Path, labcamp: Labcamp) -> None:
    labcamp("render-mail", *ALL)
    row = next(line for line in said(labcamp("mails", "11", "--today", TODAY).out) if line.startswith("confirmation"))
    assert row.endswith("after each registration participants made")


def test_the_next_mail_to_those_who_take_part_goes_to_each_of_them(people: Path, labcamp: Labcamp) -> None:
    order = ("11", "--today", "2027-03-08")
    labcamp("done", "11", "newsletter", *order[1:])
    assert labcamp("mails", *order).out.splitlines()[-2:] == [
        "Next: labcamp render-mail practical-information 11 --to",
        "Once the mail is sent: labcamp done 11 practical-information",
    ]
    people.unlink()
    assert "Next: labcamp render-mail practical-information 11\n" in labcamp("mails", *order).out
