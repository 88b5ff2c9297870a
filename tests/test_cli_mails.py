"""What `mails` says of the mails around an event."""

from pathlib import Path

import pytest
from conftest import Labcamp
from spoken import PHRASES

from labcamp.planning.mails import MAILS

EVENT = """\
number: 12
theme: Labore finden
status: confirmed
date: 2027-09-16
time: 14:00-17:00
place: online
summary: Ein Treffen.
registration: {url: https://example.org/an, until: 2027-09-09}
agenda: [{title: Impuls, minutes: 60}]
"""
TABLE = """\
LabCamp #12: Labore finden

Mail                 ART                   fällig                   an           es fehlt                        Stand
Termin zum Vormerken save-the-date         Do 27.05.2027            Verteiler                                    heute fällig
Einladung            invitation            Do 22.07.2027            Verteiler                                    in 56 Tagen
Newsletter           newsletter            Do 05.08.2027            Verteiler    newsletter.unsubscribe, imprint in 70 Tagen
Anmeldeschluss       deadline-reminder     Do 02.09.2027            Verteiler                                    in 98 Tagen
Bestätigung          confirmation          nach jeder Anmeldung     Teilnehmende                                 –
Praktisches          practical-information Do 02.09.2027            Teilnehmende join, access, contacts          in 98 Tagen
Erinnerung           reminder              Di 14.09.2027            Teilnehmende join                            in 110 Tagen
Dank                 thanks                Mo 20.09.2027            Teilnehmende links (type: feedback)          in 116 Tagen
Dokumentation        documentation         Do 30.09.2027            Verteiler    links, takeaways, attendance    in 126 Tagen
Änderung             change-notice         sobald sich etwas ändert Verteiler                                    passt gerade nicht
Absage               cancellation          –                        Verteiler                                    passt gerade nicht
Als Nächstes: labcamp render-mail save-the-date 12
"""  # noqa: E501
NEXT = "Next: labcamp render-mail"


@pytest.fixture
def event(workspace: Path) -> Path:
    """The file of a confirmed event."""
    path = workspace / "events/labcamp-12.yaml"
    path.write_text(EVENT, "utf-8")
    return path


def column(out: str, title: str) -> dict[str, str]:
    """What a column says of each mail, by its kind; nothing where it says nothing."""
    _, _, titles, _, *rows, _ = out.splitlines()
    titles += "  "
    start = titles.index(f" {title} ") + 1
    rest = titles[start + len(title) :]
    end = start + len(title) + len(rest) - len(rest.lstrip()) if rest.strip() else None
    kinds = titles.index("KIND")
    return {row[kinds:].split()[0]: row[start:end].strip() for row in rows}


def made(folder: Path, *kinds: str) -> None:
    """The drafts of mails lie in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind in kinds:
        (folder / f"{kind}.eml").write_text("", "utf-8")


# The table


def test_the_table_says_of_each_mail_when_to_whom_what_it_lacks_and_how_it_stands(
    event: Path, labcamp: Labcamp
) -> None:
    result = labcamp("mails", "12", "--today", "2027-05-27", "--lang", "de")
    assert (result.code, result.err) == (0, "")
    assert [line for line in result.out.splitlines() if not line.startswith("─")] == TABLE.splitlines()


def test_every_mail_has_its_words() -> None:
    wanted = {f"name_{kind}" for kind in MAILS} | {f"to_{step.audience}" for step in MAILS.values()}
    assert wanted - PHRASES.keys() == set()


def test_without_an_event_it_is_the_next_one_as_with_show(event: Path, labcamp: Labcamp) -> None:
    assert labcamp("mails", "--today", "2027-05-27").out.startswith("LabCamp #12: Labore finden\n")
    assert labcamp("mails", "--today", "2027-12-27").out.startswith("LabCamp #12: Labore finden\n")


@pytest.mark.parametrize(
    ("today", "kind", "expected"),
    [
        ("2027-05-20", "save-the-date", "in 7 days"),
        ("2027-05-26", "save-the-date", "tomorrow"),
        ("2027-05-27", "save-the-date", "due today"),
        ("2027-05-28", "save-the-date", "overdue since Thu 2027-05-27"),
        ("2027-07-22", "save-the-date", "over"),  # the invitation says it all
        ("2027-05-27", "confirmation", "–"),
        ("2027-05-27", "change-notice", "does not fit now"),
        ("2027-09-09", "deadline-reminder", "overdue since Thu 2027-09-02"),
        ("2027-09-10", "deadline-reminder", "does not fit now"),
        ("2027-09-16", "thanks", "in 4 days"),
        ("2027-09-17", "invitation", "over"),
        ("2027-09-17", "reminder", "over"),
        ("2027-09-17", "confirmation", "over"),
        ("2027-09-17", "cancellation", "does not fit now"),
        ("2027-09-21", "thanks", "overdue since Mon 2027-09-20"),
        ("2027-12-19", "thanks", "overdue since Mon 2027-09-20"),
        ("2027-12-20", "thanks", "over"),  # nobody waits for it any more
        ("2027-12-20", "documentation", "overdue since Thu 2027-09-30"),
    ],
)
def test_how_a_mail_stands_follows_from_the_day(
    today: str, kind: str, expected: str, event: Path, labcamp: Labcamp
) -> None:
    assert column(labcamp("mails", "12", "--today", today).out, "status")[kind] == expected


def test_nothing_lacks_in_what_is_not_to_be_written(event: Path, labcamp: Labcamp) -> None:
    lacking = column(labcamp("mails", "12", "--today", "2027-09-17").out, "missing")
    assert {kind: keys for kind, keys in lacking.items() if keys} == {
        "thanks": "links (type: feedback)",
        "documentation": "links, takeaways, attendance",
    }


def test_what_is_made_lies_in_its_folder_and_is_not_proposed_again(event: Path, labcamp: Labcamp) -> None:
    made(Path("out/labcamp-12"), "save-the-date", "invitation")
    made(Path("private/out/labcamp-12"), "reminder")
    made(Path("out/labcamp-12"), "practical-information")  # not where a private mail may be
    result = labcamp("mails", "12", "--today", "2027-05-27")
    stands = column(result.out, "status")
    assert {kind: text for kind, text in stands.items() if text.startswith("is in")} == {
        "save-the-date": "is in out/labcamp-12/",
        "invitation": "is in out/labcamp-12/",
        "reminder": "is in private/out/labcamp-12/",
    }
    assert result.out.splitlines()[-1] == "Next, on Thu 2027-08-05: labcamp render-mail newsletter 12"


def test_out_says_where_the_public_mails_lie(event: Path, labcamp: Labcamp) -> None:
    made(Path("else/labcamp-12"), "thanks")
    stands = column(labcamp("mails", "12", "--out", "else", "--today", "2027-09-20").out, "status")
    assert stands["thanks"] == "is in else/labcamp-12/"


def test_the_private_file_is_read_where_it_is(event: Path, labcamp: Labcamp) -> None:
    Path("private").mkdir()
    Path("private/labcamp-12.yaml").write_text("join: https://meet.example.org/raum\n", "utf-8")
    result = labcamp("mails", "12", "--today", "2027-05-27")
    assert column(result.out, "missing")["practical-information"] == "access, contacts"
    assert "meet.example.org" not in result.out + result.err


def test_a_private_file_with_mistakes_is_told(event: Path, labcamp: Labcamp) -> None:
    Path("private").mkdir()
    Path("private/labcamp-12.yaml").write_text("jion: https://meet.example.org/raum\n", "utf-8")
    result = labcamp("mails", "12", "--today", "2027-05-27")
    assert (result.code, result.err[:29]) == (1, "private/labcamp-12.yaml:1:1: ")


def test_what_the_series_does_not_send_is_not_there(event: Path, labcamp: Labcamp) -> None:
    series = event.parent / "series.yaml"
    series.write_text(f"{series.read_text('utf-8')}\nmails: {{save-the-date: nein, invitation: 100 Tage}}\n", "utf-8")
    result = labcamp("mails", "12", "--today", "2027-05-27")
    assert "save-the-date" not in result.out
    assert column(result.out, "due")["invitation"] == "Tue 2027-06-08"
    assert result.out.splitlines()[-1] == "Next, on Tue 2027-06-08: labcamp render-mail invitation 12"


# What to do next


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2027-05-27", f"{NEXT} save-the-date 12"),
        ("2027-07-23", f"{NEXT} invitation 12"),
        ("2027-09-17", "Next, on Mon 2027-09-20: labcamp render-mail thanks 12"),
        ("2027-10-20", f"{NEXT} thanks 12"),
    ],
)
def test_the_last_line_names_what_has_been_due_for_longest(
    today: str, expected: str, event: Path, labcamp: Labcamp
) -> None:
    assert labcamp("mails", "12", "--today", today).out.splitlines()[-1] == expected


def test_a_change_of_what_was_announced_comes_first_and_is_due_today(event: Path, labcamp: Labcamp) -> None:
    day = ("--today", "2027-06-01")
    labcamp("announce", "12", *day)
    labcamp("reschedule", "12", "--yes", "--date", "2027-09-23", *day)
    result = labcamp("mails", "12", *day)
    assert column(result.out, "due")["change-notice"] == "Tue 2027-06-01"
    assert result.out.splitlines()[-1] == f"{NEXT} change-notice 12"


def test_a_cancellation_comes_first_and_its_reason_is_asked_for(event: Path, labcamp: Labcamp) -> None:
    day = ("--today", "2027-06-01")
    labcamp("cancel", "12", "--yes", *day)
    result = labcamp("mails", "12", *day)
    assert column(result.out, "status")["cancellation"] == "due today"
    assert column(result.out, "missing")["cancellation"] == "reason"
    assert column(result.out, "status")["reminder"] == "does not fit now"
    assert result.out.splitlines()[-1] == f"{NEXT} cancellation 12"


def test_where_all_is_made_nothing_is_due(event: Path, labcamp: Labcamp) -> None:
    made(Path("out/labcamp-12"), "thanks", "documentation")
    assert labcamp("mails", "12", "--today", "2027-10-20").out.splitlines()[-1] == "No mail is due for now."


def test_an_archive_asks_for_nothing(workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("mails", "10", "--today", "2026-11-23")
    assert set(column(result.out, "status").values()) == {"over", "does not fit now"}
    assert result.out.splitlines()[-1] == "No mail is due for now."


def test_an_event_without_a_number_goes_by_its_id(event: Path, labcamp: Labcamp) -> None:
    event.write_text(EVENT.replace("number: 12", "title: Treffen"), "utf-8")
    result = labcamp("mails", "labcamp-12", "--today", "2027-05-27")
    assert result.out.splitlines()[-1] == f"{NEXT} save-the-date labcamp-12"


def test_without_a_day_no_mail_has_one(event: Path, labcamp: Labcamp) -> None:
    event.write_text("number: 12\ntheme: Labore finden\n", "utf-8")
    result = labcamp("mails", "12", "--today", "2027-05-27")
    days = set(column(result.out, "due").values())
    assert days == {"–", "after each registration", "as soon as something changes"}
    assert column(result.out, "missing")["save-the-date"] == "date"


# What is wrong


def test_what_is_wrong_is_told_below_the_table(event: Path, labcamp: Labcamp) -> None:
    event.write_text(EVENT.replace("2027-09-09", "2027-10-09"), "utf-8")
    result = labcamp("mails", "12", "--today", "2027-05-27")
    assert (result.code, "LC310" in result.err, "save-the-date" in result.out) == (1, True, True)
    assert NEXT not in result.out


def test_an_unknown_event_is_told(workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("mails", "99", "--today", "2027-05-27")
    assert (result.code, result.out, result.err[:5]) == (2, "", "LC008")
