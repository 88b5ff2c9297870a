"""`render-mail`: which event is meant, which mail fits it, where the files go, and what a server gets."""

import email.policy
import re
from email.parser import BytesParser
from pathlib import Path

import pytest
from conftest import TODAY, Labcamp

from labcamp.planning.mails import MAILS

SERIES = """
newsletter: {address: liste@example.org, unsubscribe: "https://example.org/abmelden?a=1&b=2"}
imprint: https://example.org/impressum
"""
PRIVATE = 'join: {url: "https://meet.example.org/geheim"}\ncontacts: [{role: Technik, phone: "+49 30 1234567"}]\n'
PUBLIC = [kind for kind, step in MAILS.items() if not step.private]


def whole_series(workspace: Path) -> None:
    """The series says how to unsubscribe and who is responsible."""
    path = workspace / "events/series.yaml"
    path.write_text(path.read_text("utf-8") + SERIES, "utf-8")


def created(out: str) -> list[str]:
    """The files that a command says it has created."""
    return [line.split()[-1] for line in out.splitlines() if line.startswith("created")]


def test_a_mail_to_the_list_is_html_text_markdown_and_a_draft(workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("render-mail", "save-the-date", "11", "--today", TODAY)
    folder = "out/labcamp-11/save-the-date"
    assert (result.code, created(result.out)) == (0, [f"{folder}.{form}" for form in ("html", "txt", "md", "eml")])
    assert f"{folder}.eml opens in Outlook and Thunderbird for writing." in result.out.splitlines()[-2]
    assert result.out.splitlines()[-1] == "Once the mail is sent: labcamp done 11 save-the-date"


def test_without_an_event_the_first_that_the_mail_fits_is_meant(workspace: Path, labcamp: Labcamp) -> None:
    assert created(labcamp("render-mail", "reminder", "--today", TODAY).out)[0].startswith("private/out/labcamp-11/")
    assert created(labcamp("render-mail", "thanks", "--today", TODAY).out)[0].startswith("out/labcamp-10/")
    labcamp("cancel", "11", "--yes", "--reason", "Zu viele sind krank.", "--today", TODAY)
    assert created(labcamp("render-mail", "cancellation", "--today", TODAY).out)[0].startswith("out/labcamp-11/")


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        pytest.param("thanks", "LC035 mail-does-not-fit", marks=pytest.mark.shows("LC035")),
        ("documentation", "LC035 mail-does-not-fit"),
        ("cancellation", "LC029 not-cancelled"),
        pytest.param("change-notice", "LC056 no-change-to-tell", marks=pytest.mark.shows("LC056")),
    ],
)
def test_a_mail_that_has_nothing_to_say_is_not_made(kind: str, code: str, workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("render-mail", kind, "11", "--today", TODAY)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(f"events/labcamp-11.yaml: {code}: ")
    assert not (workspace / "out").exists()


@pytest.mark.shows("LC055")
@pytest.mark.parametrize("day", [TODAY, "2027-03-12"])
def test_of_a_cancelled_event_only_the_cancellation_is_proposed(day: str, workspace: Path, labcamp: Labcamp) -> None:
    labcamp("cancel", "11", "--yes", "--reason", "krank", "--today", TODAY)
    for kind in ("thanks", "reminder", "save-the-date", "change-notice"):
        result = labcamp("render-mail", kind, "11", "--today", day)
        assert result.err.startswith("events/labcamp-11.yaml: LC055 cancelled-already: ")
        assert "send the cancellation: labcamp render-mail cancellation labcamp-11;" in result.err
    assert labcamp("render-mail", "cancellation", "11", "--today", day).code == 0


@pytest.mark.parametrize("event", ["11", "10", "labcamp-barcelona", "undated"])
@pytest.mark.parametrize("kind", MAILS)
def test_what_is_proposed_where_a_mail_does_not_fit_makes_it(
    kind: str, event: str, workspace: Path, labcamp: Labcamp
) -> None:
    (workspace / "events/undated.yaml").write_text("title: Irgendwann\n", "utf-8")
    result = labcamp("render-mail", kind, event, "--today", TODAY)
    proposed = re.search(r"--today makes it as it would be on its day: labcamp (.*)", result.err)
    without_day = kind == "confirmation" or (kind, event) == ("deadline-reminder", "10")
    if "LC035" in result.err:
        assert bool(proposed) is (event in {"10", "11"} and not without_day)
    if proposed:
        assert labcamp(*proposed[1].split()).code == 0


def test_a_later_day_makes_the_mail_as_it_would_be_then(workspace: Path, labcamp: Labcamp) -> None:
    assert labcamp("render-mail", "thanks", "11", "--today", "2027-03-15").code == 0
    assert "Danke, dass ihr dabei wart" in (workspace / "out/labcamp-11/thanks.txt").read_text("utf-8")


def test_a_change_is_told_from_what_was_announced_and_also_after_it_is_recorded(
    workspace: Path, labcamp: Labcamp
) -> None:
    path = workspace / "events/labcamp-11.yaml"
    path.write_text(path.read_text("utf-8").replace("status: draft", "status: confirmed"), "utf-8")
    labcamp("announce", "11", "--today", TODAY)
    labcamp("reschedule", "11", "--yes", "--date", "2027-03-18", "--today", TODAY)
    assert labcamp("render-mail", "change-notice", "11", "--today", TODAY).code == 0
    told = (workspace / "out/labcamp-11/change-notice.txt").read_text("utf-8")
    assert "- Neuer Termin: Donnerstag, 18. März 2027, 14 bis 17 Uhr (bisher:\n  Donnerstag, 11. März 2027" in told
    labcamp("announce", "11", "--today", "2026-11-24")
    assert labcamp("render-mail", "change-notice", "11", "--today", "2026-11-25").code == 0
    assert (workspace / "out/labcamp-11/change-notice.txt").read_text("utf-8") == told


@pytest.mark.shows("LC036")
def test_an_unknown_mail_is_named_with_the_nearest(workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("render-mail", "save-a-date")
    assert result.code == 2
    assert "LC036 unknown-mail: there is no mail 'save-a-date'\n    hint: do you mean 'save-the-date'?" in result.err


@pytest.mark.parametrize("kind", ["practical-information", "reminder"])
def test_the_way_in_stays_private(kind: str, workspace: Path, labcamp: Labcamp) -> None:
    (workspace / "private").mkdir()
    (workspace / "private/labcamp-11.yaml").write_text(PRIVATE, "utf-8")
    assert labcamp("render-mail", kind, "11", "--today", TODAY).code == 0
    text = (workspace / f"private/out/labcamp-11/{kind}.txt").read_text("utf-8")
    assert "https://meet.example.org/geheim" in text
    assert "Technik: +49 30 1234567" in text
    result = labcamp("render-mail", kind, "11", "--out", "public", "--today", TODAY)
    assert (result.code, result.err.split(":")[1].strip()) == (2, "LC033 stays-private")
    for public in PUBLIC:
        labcamp("render-mail", public, "11", "--today", TODAY)
    public_files = [path for path in (workspace / "out").rglob("*") if path.is_file()]
    assert [path for path in public_files if b"geheim" in path.read_bytes()] == []
    assert len(public_files) > 10


@pytest.mark.shows("LC941")
def test_a_way_in_that_is_missing_is_told_and_left_to_fill_in(workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("render-mail", "practical-information", "11", "--today", TODAY)
    assert result.code == 0
    assert result.err.startswith("private/labcamp-11.yaml: LC941 way-in-missing: ")
    assert "[Zugangslink eintragen]" in (workspace / "private/out/labcamp-11/practical-information.txt").read_text(
        "utf-8"
    )


def test_what_a_server_sends_says_how_to_leave_the_list(workspace: Path, labcamp: Labcamp) -> None:
    whole_series(workspace)
    result = labcamp("render-newsletter", "10", "--ready", "--today", TODAY)
    assert created(result.out) == ["out/labcamp-10/newsletter-ready.eml"]
    content = (workspace / "out/labcamp-10/newsletter-ready.eml").read_bytes()
    message = BytesParser(policy=email.policy.default).parsebytes(content)
    assert list(message.keys()) == [
        "List-ID", "List-Unsubscribe", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type",
    ]  # fmt: skip
    assert message["List-ID"] == "LabCamp <labcamp.citylab-berlin.org>"
    assert message["List-Unsubscribe"] == "<https://example.org/abmelden?a=1&b=2>"
    assert "X-Unsent" not in message


@pytest.mark.shows("LC525")
def test_a_mail_without_a_sender_is_a_draft_that_says_so_and_never_ready(workspace: Path, labcamp: Labcamp) -> None:
    whole_series(workspace)
    path = workspace / "events/series.yaml"
    path.write_text(re.sub(r"^contact:\n(?:  .*\n)+", "", path.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    result = labcamp("render-mail", "save-the-date", "11", "--today", TODAY)
    assert result.code == 0
    draft = (workspace / "out/labcamp-11/save-the-date.eml").read_bytes()
    assert b'\r\nFrom: "[Absender eintragen]" <sender@missing.invalid>\r\n' in draft
    result = labcamp("render-mail", "save-the-date", "11", "--today", TODAY, "--ready")
    assert (result.code, result.out) == (1, "")
    assert "events/series.yaml: LC525 ready-without-sender: without a sender the mail cannot" in result.err
    assert result.err.splitlines()[-1] == "Nothing is written."
    assert "events/series.yaml: LC890 contact-missing: " in labcamp("check", "--today", TODAY).err


@pytest.mark.shows("LC510", "LC511")
def test_nothing_is_ready_without_an_imprint_and_a_way_out(workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("render-newsletter", "10", "--ready", "--today", TODAY)
    assert (result.code, result.out) == (1, "")
    assert [line.split()[1] for line in result.err.splitlines() if line.startswith("events")] == ["LC510", "LC511"]
    result = labcamp("render-mail", "thanks", "10", "--ready", "--today", TODAY)
    assert [line.split()[1] for line in result.err.splitlines() if line.startswith("events")] == ["LC510"]


def test_what_those_who_take_part_get_is_no_mail_of_a_list(workspace: Path, labcamp: Labcamp) -> None:
    whole_series(workspace)
    labcamp("render-mail", "thanks", "10", "--ready", "--today", TODAY)
    content = (workspace / "out/labcamp-10/thanks-ready.eml").read_bytes()
    assert b"List-" not in content
    body = BytesParser(policy=email.policy.default).parsebytes(content).get_body(("plain",))
    assert body
    assert "Abbestellen" not in body.get_content()


def confirmed(workspace: Path, old: str, new: str) -> None:
    """The example is confirmed and says something else."""
    path = workspace / "events/labcamp-11.yaml"
    path.write_text(path.read_text("utf-8").replace("status: draft", "status: confirmed").replace(old, new), "utf-8")


TRACKED = ("news:\n", "news:\n  - {title: Neu, url: 'https://example.org/a?utm_source=mail'}\n")


@pytest.mark.parametrize("command", [("render-newsletter", "11"), ("build",)])
def test_what_must_not_go_out_is_not_written(command: tuple[str, ...], workspace: Path, labcamp: Labcamp) -> None:
    confirmed(workspace, *TRACKED)
    result = labcamp(*command, "--today", TODAY)
    assert (result.code, result.out) == (1, "")
    assert "out/labcamp-11/newsletter.html:" in result.err
    assert "LC508 tracking-parameter: " in result.err
    assert not (workspace / "out").exists()


def test_a_draft_is_written_all_the_same_and_a_series_may_switch_a_rule_off(workspace: Path, labcamp: Labcamp) -> None:
    path = workspace / "events/labcamp-11.yaml"
    path.write_text(path.read_text("utf-8").replace(*TRACKED), "utf-8")
    result = labcamp("render-newsletter", "11", "--today", TODAY)
    assert result.code == 0
    assert "LC508 tracking-parameter: " in result.err
    confirmed(workspace, "", "")
    series = workspace / "events/series.yaml"
    series.write_text(f"{series.read_text('utf-8')}\nrules: {{tracking-parameter: 'off'}}\n", "utf-8")
    result = labcamp("render-newsletter", "11", "--today", TODAY)
    assert (result.code, "LC508" in result.err) == (0, False)


def test_a_newsletter_gets_its_points_and_what_would_give_more(workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("render-newsletter", "11", "--today", TODAY)
    assert "Newsletter: 20 of 24 points.\n" in result.err
    assert "events/labcamp-11.yaml: LC932 no-clear-action: " in result.err
    assert "Newsletter:" not in labcamp("render-invitation", "11", "--today", TODAY).err
