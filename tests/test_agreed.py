"""What was agreed at an event (`agreed:`): how people write it, what is wrong with it, and where it is told."""

import datetime as dt
import html
import json
import re
from pathlib import Path

import pytest
from advised import about, advised
from conftest import Labcamp
from made_site import files_of
from sample import event_of, every_mail, handed_over, handing, in_memory, written
from test_model import CITYLAB, ORGANISATIONS, event

from labcamp.check import UNKNOWN_SERIES, check_event
from labcamp.check.shape import nearest
from labcamp.files.edit import Change
from labcamp.files.edit_list import with_value
from labcamp.files.read import source_of
from labcamp.findings import Finding
from labcamp.model import Agreement, Person
from labcamp.model.mail import Mail


def faults(text: str) -> tuple[Finding, ...]:
    """What is wrong with the file of an event."""
    return check_event("a", source_of(text.encode(), "a.yaml"), UNKNOWN_SERIES, ORGANISATIONS)[1]


TEXT = Agreement(text="Der Atlas geht online")


def agreed(text: str) -> tuple[Agreement, ...]:
    """What was agreed at an event whose file has this behind `agreed:`."""
    return event(f"agreed: {text}").agreed


def test_a_plain_text_is_what_was_agreed() -> None:
    """So is a list of one, with or without its keys."""
    for text in ("Der Atlas geht online", "[Der Atlas geht online]", "{text: Der Atlas geht online}"):
        assert agreed(text) == (TEXT,)
    assert agreed("\n  - Der Atlas geht online\n  - {text: Wir fragen}") == (TEXT, Agreement(text="Wir fragen"))


LAB, ADA = Person(organisation=CITYLAB), Person(name="Ada Muster")


@pytest.mark.parametrize(
    ("written", "who"),
    [
        ("citylab", (LAB,)),
        ("Ada Muster", (ADA,)),
        ("[citylab, Ada Muster]", (LAB, ADA)),
        ("{organisation: citylab}", (LAB,)),
        ("[{name: Ada Muster}]", (ADA,)),
        ("citylab-berln", (Person(name="citylab-berln"),)),
    ],
)
def test_who_is_a_person_or_an_organisation_that_is_known(written: str, who: tuple[Person, ...]) -> None:
    """A text that is an id of `organisations.yaml` stands for the organisation, any other for a person."""
    assert agreed(f"{{text: X, who: {written}}}")[0].who == who


@pytest.mark.parametrize("word", ["nein", "Nein", "no", "false", "offen", "noch offen", "Noch nicht.", "open"])
def test_what_is_not_done_is_open(word: str) -> None:
    """Whether the file says so, or says nothing."""
    for each in agreed(f"[{{text: X, done: {word}}}, {{text: X}}, {{text: X, done: }}]"):
        assert (each.is_open, each.outcome) == (True, "")


@pytest.mark.parametrize("word", ["ja", "Ja", "yes", "true", "erledigt", "Erledigt.", "done"])
def test_what_is_done_may_have_nothing_more_to_tell(word: str) -> None:
    """Then nothing is told but that."""
    (one,) = agreed(f"{{text: X, done: {word}}}")
    assert (one.is_open, one.outcome) == (False, "")


def test_what_came_of_it_is_told_in_the_words_of_the_file() -> None:
    """Whatever is neither yes nor no."""
    (one,) = agreed("{text: X, done: Der  Atlas ist online.}")
    assert (one.is_open, one.outcome) == (False, "Der Atlas ist online.")


def test_it_is_late_when_its_day_is_over_and_it_is_open() -> None:
    """On its day there is still time."""
    open_, done, undated = agreed("[{text: X, until: 1.10.2026}, {text: X, until: 2026-10-01, done: ja}, X]")
    days = (dt.date(2026, 10, 1), dt.date(2026, 10, 2))
    assert [[each.is_late(day) for day in days] for each in (open_, done, undated)] == [
        [False, True],
        [False, False],
        [False, False],
    ]


@pytest.mark.parametrize(
    ("typed", "known", "meant"),
    [
        ("vereinbart", ("agreed", "agenda"), "agreed"),
        ("Verabredet", ("agreed", "agenda"), "agreed"),
        ("wer", ("text", "who", "until", "done"), "who"),
        ("bis", ("text", "who", "until", "done"), "until"),
        ("erledigt", ("text", "who", "until", "done"), "done"),
        ("was", ("text", "who", "until", "done"), "text"),
        ("wer", ("title", "by"), "by"),
        ("frist", ("deadline", "event"), "deadline"),
    ],
)
def test_german_keys_are_understood(typed: str, known: tuple[str, ...], meant: str) -> None:
    """Each where it is typed: who has a session is `by`, who does something `who`."""
    assert nearest(typed, known) == meant


# What is said of it

LAST = """\
number: 10
status: confirmed
date: 2026-09-17
agreed:
  - Jemand fragt beim Land nach
  - {text: Die Landkarte geht online, who: hafen, until: 2026-10-31, done: Sie zeigt 40 Labore}
  - {text: Das Protokoll steht im Wiki., who: [Ada Muster, werkstatt], done: ja}
  - {text: Wir laden ein, who: [werkstatt, Ada Muster], until: 2027-03-01}
"""
NEXT = "number: 11\nstatus: confirmed\ndate: 2027-03-11\n"
TITLES = 'title_pattern: "MusterTreff #{number}"\n'
SERIES = f"id: mustertreff\ntitle: MusterTreff\ndomain: example.org\n{TITLES}"
AGREED = {
    "de": [
        "Jemand fragt beim Land nach.",
        "Die Landkarte geht online. Das übernimmt Hafen & Lab bis Samstag, 31. Oktober 2026. "
        "Daraus ist geworden: Sie zeigt 40 Labore.",
        "Das Protokoll steht im Wiki. Das übernehmen Ada Muster und Werkstatt. Das ist erledigt.",
        "Wir laden ein. Das übernehmen Werkstatt und Ada Muster bis Montag, 1. März 2027.",
    ],
    "en": [
        "Jemand fragt beim Land nach.",
        "Die Landkarte geht online. Hafen & Lab will see to that by Saturday 31 October 2026. "
        "What came of it: Sie zeigt 40 Labore.",
        "Das Protokoll steht im Wiki. Ada Muster and Werkstatt will see to that. That is done.",
        "Wir laden ein. Werkstatt and Ada Muster will see to that by Monday 1 March 2027.",
    ],
}
CAME = {
    "de": [
        "Die Landkarte geht online: Sie zeigt 40 Labore.",
        "Das Protokoll steht im Wiki: Das ist erledigt.",
        "Wir laden ein: Daran arbeiten Werkstatt und Ada Muster noch, bis Montag, 1. März 2027.",
        "Jemand fragt beim Land nach: Das ist noch offen.",
    ],
    "en": [
        "Die Landkarte geht online: Sie zeigt 40 Labore.",
        "Das Protokoll steht im Wiki: That is done.",
        "Wir laden ein: Werkstatt and Ada Muster are still working on it, until Monday 1 March 2027.",
        "Jemand fragt beim Land nach: That is still open.",
    ],
}
HEADINGS = {
    "de": ("Vereinbart", "Was aus dem letzten Treffen geworden ist"),
    "en": ("What we agreed", "What came of the last meeting"),
}


def mails(last: str, next_: str, series: str = SERIES, today: dt.date = dt.date(2027, 1, 20)) -> dict[str, Mail]:
    """Every mail about two events that follow each other, by its key."""
    events = (event_of(last, series, "last"), event_of(next_, series, "next"))
    return every_mail(in_memory(Path("nothing"), events, series, today))


def as_read(mail: Mail) -> dict[str, str]:
    """A mail in each form that it has, without the marks of lists and headings, on one line."""
    forms = {
        "html": html.unescape(re.sub(r"<[^>]*>", " ", mail.html.split("<body")[1])),
        "txt": mail.text,
        "md": mail.markdown,
    }
    marks = re.compile(r"(?m)^(?:- |## )|^== | ==$")
    return {form: " ".join(marks.sub("", text).split()) for form, text in forms.items() if text}


@pytest.mark.parametrize("address", ["ihr", "Sie"])
@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(("kind", "forms"), [("documentation", 3), ("thanks", 2)])
def test_mails_after_an_event_list_what_was_agreed(kind: str, forms: int, language: str, address: str) -> None:
    """In every form alike, with who does it until when, and what came of it so far."""
    series = f"{SERIES}language: {language}\n" + f"address: {address}\n"
    told = as_read(mails(LAST, NEXT, series)[f"last/{kind}"])
    expected = " ".join((HEADINGS[language][0], *AGREED[language]))
    assert [form for form, text in told.items() if expected in text] == ["html", "txt", "md"][:forms]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(("kind", "forms"), [("invitation", 2), ("newsletter", 3)])
def test_the_next_invitation_and_newsletter_open_with_what_came_of_it(kind: str, forms: int, language: str) -> None:
    """What is done comes first; what is open says so, and who is at it while there is time; before all else."""
    next_ = f"{NEXT}language: {language}\ndescription: Worum es geht.\nagenda: [Ankommen]\n"
    told = as_read(mails(LAST, next_, SERIES)[f"next/{kind}"])
    lead = {"de": "Das haben wir bei MusterTreff #10 vereinbart, und so steht es heute:",
            "en": "This is what we agreed at MusterTreff #10, and how it stands today:"}[language]  # fmt: skip
    expected = " ".join((HEADINGS[language][1], lead, *CAME[language]))
    assert [form for form, text in told.items() if expected in text] == ["html", "txt", "md"][:forms]
    for text in told.values():
        assert text.index(expected) < text.index("Ankommen")


def test_only_the_event_before_is_told_of_and_only_of_one_to_come() -> None:
    """Not to those who read of an event that is over, or called off; not where nothing was agreed."""
    heading = HEADINGS["de"][1]
    for last, next_ in (
        (LAST, f"{NEXT}status: cancelled\n".replace("status: confirmed\n", "")),
        (LAST, NEXT.replace("2027-03-11", "2026-12-01")),
        (LAST.replace("confirmed", "draft"), NEXT),
        (LAST.replace("confirmed", "cancelled"), NEXT),
        (LAST.partition("agreed:")[0], NEXT),
    ):
        assert [key for key, mail in mails(last, next_).items() if heading in mail.text] == []
    told = mails(LAST, NEXT)
    assert [key for key, mail in told.items() if heading in mail.text] == ["next/invitation", "next/newsletter"]


def test_what_is_overdue_is_open_and_names_nobody() -> None:
    """A mail is no place to say who is late."""
    told = mails(LAST, NEXT, today=dt.date(2027, 3, 2))["next/invitation"].text
    assert "Wir laden ein: Das ist noch offen." in told
    assert "Ada Muster" not in told


def test_an_agreement_may_have_only_a_day_or_end_in_another_sign() -> None:
    """Each as an editor would say it."""
    lines = "agreed: [{text: Wer macht mit?, until: 2027-03-01}, {text: A..., done: Gut}, {text: 'B!', done: ja}]"
    told = mails(f"{LAST.partition('agreed:')[0]}{lines}\n", NEXT)
    texts = [as_read(told[key])["txt"] for key in ("last/documentation", "next/invitation")]
    assert (
        "Wer macht mit? Das soll bis Montag, 1. März 2027, geschehen. A... Daraus ist geworden: Gut. "
        "B! Das ist erledigt." in texts[0]
    )
    assert "A... Gut. B! Das ist erledigt. Wer macht mit? Das soll bis Montag, 1. März 2027, geschehen." in texts[1]


# todo, done, undo


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two events, at the first of which something was agreed; it is the current one."""
    written(tmp_path, {"last": LAST, "next": NEXT}, SERIES)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/tasks.yaml").write_text("cake: {title: Kuchen backen, days: -10}\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_todo_reminds_of_what_is_open_by_day_and_says_how_to_tick_it_off(folder: Path, labcamp: Labcamp) -> None:
    """With the event to come, and in the list of the event at which it was agreed; overdue ones first."""
    shown = labcamp("todo", "11", "--today", "2027-01-20", "--format", "markdown", "--lang", "de").out
    assert shown == (
        "- [ ] 2027-03-01 Kuchen backen (Orga-Team)\n"
        "- [ ] 2027-03-01 MusterTreff #10: Wir laden ein (Werkstatt, Ada Muster)\n"
        '  `labcamp done 10 agreed-4 --result "…"`\n'
        "- [ ] MusterTreff #10: Jemand fragt beim Land nach (Orga-Team)\n"
        '  `labcamp done 10 agreed-1 --result "…"`\n'
    )
    late = labcamp("todo", "10", "--today", "2027-03-02", "--lang", "de").out.splitlines()
    assert late[0] == "MusterTreff #10 (1 überfällig, 1 später)"
    assert late[late.index("sofort") + 1].startswith("  □ Wir laden ein [agreed-4]  ")
    assert late[-1] == 'Als Nächstes: Wir laden ein. Ist es erledigt: labcamp done 10 agreed-4 --result "…"'
    assert "agreed" not in labcamp("todo", "10", "--today", "2026-09-17").out
    assert "agreed-2" in labcamp("todo", "10", "--done", "--today", "2027-03-02").out


def test_done_writes_what_came_of_it_and_undo_takes_it_back(folder: Path, labcamp: Labcamp) -> None:
    """In the place where it stands, and no other byte."""
    path, day = folder / "events/last.yaml", ("--today", "2027-01-20", "--lang", "de")
    result = labcamp("done", "10", "agreed-4", "--result", "Drei  kommen: ja", *day)
    assert result.out.splitlines()[:2] == ["erneuert     events/last.yaml", "  erledigt: Wir laden ein"]
    after = LAST.replace("until: 2027-03-01}", 'until: 2027-03-01, done: "Drei kommen: ja"}')
    assert path.read_text("utf-8") == after
    assert labcamp("undo").code == 0
    assert path.read_text("utf-8") == LAST
    assert labcamp("done", "10", "agreed-1", *day).code == 0
    text = "  - text: Jemand fragt beim Land nach\n    done: ja\n"
    assert path.read_text("utf-8") == LAST.replace("  - Jemand fragt beim Land nach\n", text)
    assert (
        labcamp("done", "10", "agreed-1", "--undo", *day).out.splitlines()[1]
        == "  wieder offen: Jemand fragt beim Land nach"
    )
    assert path.read_text("utf-8") == LAST.replace("  - Jemand fragt beim Land nach\n", text.replace("ja", "nein"))
    assert (
        labcamp("done", "10", "agreed-2", *day).out.splitlines()[1] == "  war schon erledigt: Die Landkarte geht online"
    )


@pytest.mark.shows("LC766")
def test_a_result_belongs_to_one_thing_that_was_agreed(folder: Path, labcamp: Labcamp) -> None:
    """And nothing is written where it does not, or where everybody must not read it."""
    for tasks in (("cake",), ("agreed-1", "agreed-4"), ("agreed-5",), ("agreed-1", "--undo")):
        result = labcamp("done", "10", *tasks, "--result", "X", "--today", "2027-01-20")
        assert (result.code, result.err.split(":")[0]) == (2, "LC766 result-of-nothing")
    way_in = labcamp("done", "10", "agreed-1", "--result", "https://zoom.us/j/123456789", "--today", "2027-01-20")
    assert (way_in.code, way_in.err.startswith("--result: LC522 join-link-public: ")) == (2, True)
    odd = labcamp("done", "10", "agreed-1", "--result", "a\x07b", "--today", "2027-01-20")
    assert (odd.code, odd.err.startswith("--result: LC107 ")) == (2, True)
    assert (
        "meint ihr agreed-4 (Wir laden ein)"
        in labcamp("done", "10", "agreed-5", "--today", "2027-01-20", "--lang", "de").err
    )
    assert (folder / "events/last.yaml").read_text("utf-8") == LAST


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("agreed: A, b\ntitle: T\n", 'agreed: {text: "A, b", done: x}\ntitle: T\n'),
        ("agreed: [A, B]\n", "agreed: [{text: A, done: x}, B]\n"),
        ("agreed:\n  text: A\n  who: a\n# c\n", "agreed:\n  text: A\n  who: a\n  done: x\n# c\n"),
        ("agreed:\r\n- 'A: b'\r\n- B\r\n", "agreed:\r\n- text: 'A: b'\r\n  done: 'x'\r\n- B\r\n"),
        ("agreed:\n  - A\n    b\n  - B\n", "agreed:\n  - text: A b\n    done: x\n  - B\n"),
        (
            "agreed:\n  - text: A # c\n    who:\n      - a\n  # d\n  - B\n",
            "agreed:\n  - text: A # c\n    done: x\n    who:\n      - a\n  # d\n  - B\n",
        ),
        ("agreed:\n  - text: A\n    done: nein # c\n", "agreed:\n  - text: A\n    done: x # c\n"),
        ("agreed:\n  - text: A\n    done: |\n      b\n\ntitle: T", "agreed:\n  - text: A\n    done: x\n\ntitle: T"),
        ("{title: T, agreed: [A]}", "{title: T, agreed: [{text: A, done: x}]}"),
        ("agreed:\n  - text: A\n    until: 2027-01-01", "agreed:\n  - text: A\n    until: 2027-01-01\n    done: x"),
    ],
)
def test_what_came_of_it_finds_its_place_however_a_file_is_written(before: str, after: str) -> None:
    """Comments, quotes, line ends and all that stands around it stay."""
    change = Change("done", "x", ("until", "who", "text"))
    assert with_value(before.encode(), "e.yaml", ("agreed", 0), change).decode() == after


def test_show_and_a_hand_over_name_what_is_open(folder: Path, labcamp: Labcamp) -> None:
    """With who does it, until when, and what came of it."""
    shown = labcamp("show", "10", "--today", "2027-01-20", "--lang", "de").out
    assert re.findall(r"(?m)^Vereinbart: +(.*)\n +(.*)\n +(.*)\n +(.*)\n", shown) == [(
        "Jemand fragt beim Land nach: offen",
        "Die Landkarte geht online (Hafen & Lab, bis 31.10.2026): Sie zeigt 40 Labore",
        "Das Protokoll steht im Wiki. (Ada Muster; Werkstatt): erledigt",
        "Wir laden ein (Werkstatt; Ada Muster, bis 01.03.2027): offen",
    )]  # fmt: skip
    events = (event_of(LAST, SERIES, "last"), event_of(NEXT, SERIES, "next"))
    workspace = in_memory(Path("nothing"), events, SERIES, dt.date(2027, 3, 2))
    sheet = handed_over(workspace, workspace.events[1], handing(workspace))["handover.md"].decode()
    assert sheet.split("## Bei früheren Treffen vereinbart und noch offen\n\n")[1].split("\n\n")[0] == (
        "- Mo, 01.03.: **sofort** MusterTreff #10: Wir laden ein (Werkstatt, Ada Muster)\n"
        "- ohne festen Tag: MusterTreff #10: Jemand fragt beim Land nach (Orga-Team)"
    )


# The site


def test_the_page_of_an_event_and_what_programs_read_have_it_but_nobody_who_is_hidden(tmp_path: Path) -> None:
    """Only once the event is over."""
    last = LAST.replace("done: Sie zeigt 40 Labore", "done: Ada Muster hat sie gezeichnet") + "agenda: [Ein Impuls]\n"
    files = files_of(written(tmp_path, {"last": last, "next": NEXT}, f"{SERIES}people: {{hide: [Ada Muster]}}\n"))
    page = " ".join(re.sub(r"<[^>]*>", " ", files["last/index.html"].decode()).split())
    assert "Vereinbart Jemand fragt beim Land nach Die Landkarte geht online Das übernimmt Hafen &amp; Lab bis" in page
    assert "Daraus ist geworden: N. N. hat sie gezeichnet." in page
    event = next(each for each in json.loads(files["series.json"])["events"] if each["id"] == "last")
    assert event["agreed"] == [
        {"text": "Jemand fragt beim Land nach"},
        {
            "text": "Die Landkarte geht online", "who": [{"organisation": "hafen"}], "until": "2026-10-31",
            "outcome": "N. N. hat sie gezeichnet", "done": True,
        },
        {"text": "Das Protokoll steht im Wiki.", "who": [{"organisation": "werkstatt"}], "done": True},
        {"text": "Wir laden ein", "who": [{"organisation": "werkstatt"}], "until": "2027-03-01"},
    ]  # fmt: skip
    assert "Wir laden ein. Das übernimmt Werkstatt" in files["assets/search-data.js"].decode()
    assert [name for name, content in files.items() if b"Ada" in content] == []


def test_nothing_is_told_of_an_event_before_it_is_over(tmp_path: Path) -> None:
    """Or that is called off: then nothing was agreed."""
    ahead = LAST.replace("2026-09-17", "2027-01-05").replace("2026-10-31", "2027-02-01")
    off = LAST.replace("confirmed", "cancelled").replace("number: 10", "number: 9\nreason: Sturm")
    files = files_of(written(tmp_path, {"ahead": ahead, "off": off}, SERIES))
    assert [name for name, content in files.items() if b"Landkarte" in content] == []


# What check says


@pytest.mark.parametrize(
    ("lines", "today", "codes"),
    [
        ("{text: A, until: 2026-12-01}", "2026-12-28", []),
        ("{text: A, until: 2026-12-01}", "2026-12-29", ["LC775"]),
        ("{text: A, until: 2026-12-01}", "2028-12-01", []),
        ("{text: A, until: 2026-12-01, done: ja}", "2026-12-29", []),
        ("A", "2026-11-11", ["LC776"]),
        ("{text: A, done: ja}", "2026-11-11", ["LC776"]),
        ("A", "2026-11-12", []),
        ("{text: A, who: haven}", "2026-11-13", ["LC777"]),
        ("{text: A, who: [hafen, {name: werkstat}]}", "2026-11-13", ["LC777"]),
        ("{text: A, who: [alle, Hafen, die Runde]}", "2026-11-13", []),
    ],
)
def test_check_advises_on_what_was_agreed(lines: str, today: str, codes: list[str]) -> None:
    """What is too early or long overdue, and an organisation that there is not."""
    head = "title: A\nstatus: confirmed\naccess: B\ndate: 2026-11-12\n"
    found = advised({"a": f"{head}agreed: [{lines}]\n"}, today=dt.date.fromisoformat(today))
    assert [each.code for each in found] == codes


@pytest.mark.parametrize(
    ("agreed_", "code"),
    [
        ("{text: A, until: bald}", "LC206"),
        ("{text: A, until: 2026-11-11}", "LC765"),
        ("{who: werkstatt}", "LC201"),
        ("{text: A, who: {organisation: keine}}", "LC212"),
        ("{text: A, done: TBA}", "LC309"),
        ("{text: A, done: 'Hier geht es weiter: https://zoom.us/j/123456789'}", "LC522"),
        ("{text: A, done: [ja]}", "LC203"),
    ],
)
def test_a_fault_in_it_is_found_where_it_stands(agreed_: str, code: str) -> None:
    """Placeholders and ways into a meeting as anywhere else."""
    text = f"title: A\nstatus: confirmed\ndate: 2026-11-12\nagreed: [{agreed_}]\n"
    found = faults(text)
    assert [(each.line, each.code) for each in found if not each.advice] == [(4, code)]


def test_private_addresses_are_found_in_it_too() -> None:
    """Of those who do something, and in what came of it."""
    lines = "agreed: [{text: A, who: Ada Muster, done: 'Fragt muster@labor.example'}]"
    head = "number: 12\nstatus: confirmed\ndate: 2026-12-11\naccess: stufenlos\n"
    assert [code for code, _ in about(lines, head=head)] == ["LC914"]
