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
Ist die Mail verschickt: labcamp done 12 save-the-date
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
    _, _, titles, _, *rows = out.splitlines()
    titles += "  "
    start = titles.index(f" {title} ") + 1
    rest = titles[start + len(title) :]
    end = start + len(title) + len(rest) - len(rest.lstrip()) if rest.strip() else None
    kinds = titles.index("KIND")
    known = {row[kinds:].split()[0]: row[start:end].strip() for row in rows if row[kinds:]}
    return {kind: text for kind, text in known.items() if kind in MAILS}


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


def test_what_is_made_is_not_sent_and_stays_the_next_step(event: Path, labcamp: Labcamp) -> None:
    made(Path("out/labcamp-12"), "save-the-date", "invitation")
    made(Path("private/out/labcamp-12"), "reminder")
    made(Path("out/labcamp-12"), "practical-information")  # not where a private mail may be
    made(Path("private/out/labcamp-12/confirmation"), "ida@example.org")
    result = labcamp("mails", "12", "--today", "2027-05-28")
    stands = column(result.out, "status")
    assert {kind: text for kind, text in stands.items() if "made" in text} == {
        "save-the-date": "overdue since Thu 2027-05-27, made",
        "invitation": "in 55 days, made",
        "reminder": "in 109 days, made",
        "confirmation": "made",
    }
    assert result.out.splitlines()[-2:] == [
        "Next, read and send: out/labcamp-12/save-the-date.eml",
        "Once the mail is sent: labcamp done 12 save-the-date",
    ]


@pytest.mark.parametrize("name", ["save-the-date-ready.eml", "save-the-date.mbox", "save-the-date.maildir/new/1"])
def test_a_mail_is_made_in_whichever_form_its_file_is(name: str, event: Path, labcamp: Labcamp) -> None:
    path = Path("out/labcamp-12") / name
    path.parent.mkdir(parents=True)
    path.touch()
    assert column(labcamp("mails", "12", "--today", "2027-05-27").out, "status")["save-the-date"] == "due today, made"


@pytest.mark.parametrize("name", ["invitation.buero.drafts.json", "invitation-people.buero.drafts.json"])
def test_what_is_in_the_mailbox_is_not_sent(name: str, event: Path, labcamp: Labcamp) -> None:
    made(Path("out/labcamp-12"), "invitation")
    folder = Path("private/out/labcamp-12")
    folder.mkdir(parents=True)
    (folder / name).write_text('["x"]', "utf-8")
    result = labcamp("mails", "12", "--today", "2027-07-23")
    stands = column(result.out, "status")
    assert stands["invitation"] == "overdue since Thu 2027-07-22, in the mailbox"
    assert [kind for kind, text in stands.items() if "mailbox" in text] == ["invitation"]
    assert result.out.splitlines()[-2:] == [
        "Next, read and send: invitation, in the mailbox",
        "Once the mail is sent: labcamp done 12 invitation",
    ]
    labcamp("done", "12", "save-the-date", "--today", "2027-07-21")
    assert labcamp("mails", "12", "--today", "2027-07-21").out.splitlines()[-1] == (
        "Next, on Thu 2027-07-22, send: invitation, in the mailbox"
    )


def test_done_says_that_a_mail_is_sent_and_undo_takes_it_back(event: Path, labcamp: Labcamp) -> None:
    day = ("--today", "2027-08-06")
    made(Path("out/labcamp-12"), "invitation")
    before = labcamp("mails", "12", *day).out
    assert labcamp("done", "12", "invitation", *day).code == 0
    after = labcamp("mails", "12", *day).out
    assert (column(before, "status")["invitation"], column(after, "status")["invitation"]) == (
        "overdue since Thu 2027-07-22, made",
        "sent",
    )
    assert after.splitlines()[-2:] == [
        "Next: labcamp render-mail newsletter 12",
        "Once the mail is sent: labcamp done 12 newsletter",
    ]
    assert labcamp("done", "12", "invitation", "--undo", *day).code == 0
    assert labcamp("mails", "12", *day).out == before


def test_what_comes_before_a_sent_mail_is_no_longer_due(event: Path, labcamp: Labcamp) -> None:
    day = ("--today", "2027-06-01")
    labcamp("done", "12", "invitation", *day)  # early
    result = labcamp("mails", "12", *day)
    stands = column(result.out, "status")
    assert (stands["save-the-date"], stands["invitation"], stands["newsletter"]) == ("over", "sent", "in 65 days")
    assert result.out.splitlines()[-1] == "Next, on Thu 2027-08-05: labcamp render-mail newsletter 12"
    assert "save-the-date" not in labcamp("todo", "12", *day).out
    labcamp("done", "12", "reminder", *day)
    assert labcamp("mails", "12", *day).out.splitlines()[-1] == "No mail is due for now."


def test_where_a_series_sends_the_newsletter_first_the_invitation_comes_after_it(event: Path, labcamp: Labcamp) -> None:
    series = event.parent / "series.yaml"
    series.write_text(f"{series.read_text('utf-8')}\nmails: {{newsletter: 100 Tage}}\n", "utf-8")
    labcamp("done", "12", "newsletter", "--today", "2027-06-10")
    result = labcamp("mails", "12", "--today", "2027-06-10")
    assert result.out.splitlines()[-1] == "Next, on Thu 2027-07-22: labcamp render-mail invitation 12"


def test_a_task_of_another_name_belongs_to_its_mail(event: Path, labcamp: Labcamp) -> None:
    day = ("--today", "2027-07-23")
    plan = event.parent.parent / "templates/tasks.yaml"
    plan.parent.mkdir()
    plan.write_text("einladung: {title: Einladen, mail: invitation}\nblog: {title: Bloggen, days: -50}\n", "utf-8")
    assert labcamp("done", "12", "einladung", *day).code == 0
    assert column(labcamp("mails", "12", *day).out, "status")["invitation"] == "sent"
    assert "einladung" not in labcamp("todo", "12", *day).out
    labcamp("done", "12", "einladung", "--undo", *day)
    # Also by the name of the mail, and where no task of the plan has it.
    assert labcamp("done", "12", "invitation", "newsletter", *day).out.splitlines()[1:3] == [
        "  done: invitation",
        "  done: newsletter",
    ]
    assert "einladung" not in labcamp("todo", "12", *day).out
    stands = column(labcamp("mails", "12", *day).out, "status")
    assert (stands["invitation"], stands["newsletter"]) == ("sent", "sent")
    assert "LC949" not in labcamp("check", *day).err


def test_out_says_where_the_public_mails_lie(event: Path, labcamp: Labcamp) -> None:
    made(Path("else/labcamp-12"), "thanks")
    result = labcamp("mails", "12", "--out", "else", "--today", "2027-09-20")
    assert column(result.out, "status")["thanks"] == "due today, made"
    assert result.out.splitlines()[-2] == "Next, read and send: else/labcamp-12/thanks.eml"


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
def test_what_has_been_due_for_longest_is_next(today: str, expected: str, event: Path, labcamp: Labcamp) -> None:
    assert expected in labcamp("mails", "12", "--today", today).out.splitlines()


def test_a_change_of_what_was_announced_comes_first_and_is_due_today(event: Path, labcamp: Labcamp) -> None:
    day = ("--today", "2027-06-01")
    labcamp("announce", "12", *day)
    labcamp("reschedule", "12", "--yes", "--date", "2027-09-23", *day)
    result = labcamp("mails", "12", *day)
    assert column(result.out, "due")["change-notice"] == "Tue 2027-06-01"
    assert result.out.splitlines()[-2:] == [f"{NEXT} change-notice 12", "Once everybody knows: labcamp announce 12"]


def test_of_a_cancelled_event_nothing_but_the_cancellation_is_due(event: Path, labcamp: Labcamp) -> None:
    day = ("--today", "2027-08-06")
    labcamp("cancel", "12", "--yes", *day)
    result = labcamp("mails", "12", *day)
    stands, due = column(result.out, "status"), column(result.out, "due")
    assert (stands.pop("cancellation"), due["cancellation"]) == ("due today", "Fri 2027-08-06")
    assert column(result.out, "missing")["cancellation"] == "reason"
    assert set(stands.values()) == {"does not fit now"}
    assert {kind for kind, text in due.items() if text != "–"} == {"cancellation"}
    assert result.out.splitlines()[-2:] == [
        f"{NEXT} cancellation 12",
        "Once the mail is sent: labcamp done 12 cancellation",
    ]
    labcamp("render-mail", "cancellation", "12", *day)
    assert labcamp("mails", "12", *day).out.splitlines()[-2] == "Next, read and send: out/labcamp-12/cancellation.eml"
    labcamp("done", "12", "cancellation", *day)
    result = labcamp("mails", "12", *day)
    assert column(result.out, "status")["cancellation"] == "sent"
    assert result.out.splitlines()[-1] == "No mail is due for now."


def test_where_all_is_sent_nothing_is_due(event: Path, labcamp: Labcamp) -> None:
    day = ("--today", "2027-10-20")
    made(Path("out/labcamp-12"), "thanks", "documentation")
    assert labcamp("mails", "12", *day).out.splitlines()[-3:] == [
        "Next, read and send: out/labcamp-12/thanks.eml",
        "Once the mail is sent: labcamp done 12 thanks",
        "Due as well: documentation",
    ]
    labcamp("done", "12", "documentation", *day)
    assert labcamp("mails", "12", *day).out.splitlines()[-1] == "No mail is due for now."


def test_an_archive_asks_for_nothing(workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("mails", "10", "--today", "2026-11-23")
    assert set(column(result.out, "status").values()) == {"over", "does not fit now"}
    assert result.out.splitlines()[-1] == "No mail is due for now."


def test_an_event_without_a_number_goes_by_its_id(event: Path, labcamp: Labcamp) -> None:
    event.write_text(EVENT.replace("number: 12", "title: Treffen"), "utf-8")
    result = labcamp("mails", "labcamp-12", "--today", "2027-05-27")
    assert result.out.splitlines()[-2] == f"{NEXT} save-the-date labcamp-12"


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
