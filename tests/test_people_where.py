"""Who comes and who joins online: read from headers and values, and followed by mails, prints and the summary."""

from email import message_from_bytes, policy
from pathlib import Path

import pytest
from conftest import TODAY, Labcamp
from pdf_judge import boxes_on
from test_people import told

from labcamp.findings import LabcampError
from labcamp.workspace.people import people_in

LOST = "left out"


def wheres(header: str, cells: tuple[str, ...], **named: tuple[str, ...]) -> list[str]:
    """Where each person will be by one column, or that they are left out."""
    rows = "".join(f"p{number}@example.org;{cell}\n" for number, cell in enumerate(cells))
    people = people_in(f"E-Mail;{header}\n{rows}".encode(), "liste.csv", named)
    known = {person.email: person.where for person in people.participants if person.seat == "confirmed"}
    return [known.get(f"p{number}@example.org", LOST) for number in range(len(cells))]


@pytest.mark.parametrize(
    ("header", "cells", "right"),
    [
        ("Teilnahme", ("vor Ort", "online", ""), ["on-site", "online", ""]),
        ("Teilnahmeform", ("Präsenz", "digital", "hybrid", "weiß noch nicht"), ["on-site", "online", "both", ""]),
        ("Wie nehmt ihr teil?", ("Vor Ort in Köln", "Online (per Zoom)"), ["on-site", "online"]),
        ("Wie nehmt ihr teil?", ("vor Ort", "online", "gar nicht"), ["on-site", "online", LOST]),
        ("Wie nimmst du teil?", ("Präsenz", "Nein, leider nicht", "mal sehen"), ["on-site", LOST, ""]),
        ("Wo nehmt ihr teil?", ("nicht vor Ort, sondern online", "nicht vor Ort"), ["online", LOST]),
        ("Vor Ort oder online?", ("egal", "online statt vor Ort", "beides"), ["both", "online", "both"]),
        ("How will you attend?", ("In person", "Virtually", "Not sure yet"), ["on-site", "online", ""]),
        ("Attendance", ("On-site", "remote", "Cancelled"), ["on-site", "online", LOST]),
        ("Attendance mode", ("face to face", "via Zoom", "both"), ["on-site", "online", "both"]),
        ("Modality", ("Remote", "On site"), ["online", "on-site"]),
        ("Ticket", ("Online-Ticket", "Präsenzticket", "Standard"), ["online", "on-site", ""]),
        ("Ticket type", ("General Admission", "Livestream"), ["", "online"]),
        ("Ticket", ("Online-Ticket", "Präsenzticket", "Warteliste"), ["online", "on-site", LOST]),
        ("Kommst du?", ("Ja, vor Ort", "Ja, online", "Nein"), ["on-site", "online", LOST]),
        ("Status", ("bestätigt (online)", "confirmed, in person", "abgesagt"), ["online", "on-site", LOST]),
        ("Teilnahmestatus", ("online", "vor Ort", "abgesagt"), ["online", "on-site", LOST]),
        ("Rückmeldung", ("Zusage online", "Zusage vor Ort", "Absage"), ["online", "on-site", LOST]),
        ("Spalte 7", ("vor Ort", "online"), ["on-site", "online"]),
        ("Online", ("x", ""), ["online", ""]),
        ("Teilnahme vor Ort;Status", ("ja;bestätigt", "nein;bestätigt"), ["on-site", "online"]),
        ("Vor Ort;Online", ("x;", ";x", "x;x", "nein;nein"), ["on-site", "online", "both", LOST]),
        ("Tag 1;Tag 2", ("vor Ort;online", "online;online"), ["both", "online"]),
        # Other things than where somebody will be
        ("Status", ("online angemeldet", "bestätigt"), ["", ""]),
        ("Zahlung", ("online", "vor Ort"), ["", ""]),
        ("Sales channel", ("online", "box office"), ["", ""]),
        ("Wie möchtest du kontaktiert werden?", ("online", "persönlich"), ["", ""]),
        ("Wie bist du auf uns aufmerksam geworden?", ("online", "persönlich"), ["", ""]),
        ("Kategorie", ("Digitale Verwaltung", "Digitalisierung"), ["", ""]),
        ("Arbeitsort", ("remote", "vor Ort"), ["", ""]),
        ("Bemerkung", ("online", "vegetarisch"), ["", ""]),
    ],
)
def test_where_people_will_be_is_told_by_header_and_value(
    header: str, cells: tuple[str, ...], right: list[str]
) -> None:
    assert wheres(header, cells) == right


def test_a_no_to_one_side_may_be_a_no_to_the_event_until_the_private_file_says_so() -> None:
    with pytest.raises(LabcampError) as problem:
        wheres("Teilnahme vor Ort", ("ja", "nein"))
    assert told(problem.value.findings) == ["1:8 LC710 column=Teilnahme vor Ort"]
    assert wheres("Teilnahme vor Ort", ("ja", "nein"), where=("Teilnahme vor Ort",)) == ["on-site", "online"]
    assert wheres("Teilnahme vor Ort", ("ja", "nein"), status=("Teilnahme vor Ort",)) == ["", LOST]


# A hybrid event

EVENT = """\
number: 12
theme: Ankommen
status: confirmed
date: 2027-03-11
time: 14:00-17:00
place: {name: Alte Feuerwache, street: Melchiorstraße 3, city: Köln, country: DE, room: Saal 2, online: yes}
"""
SIDE = "join: {url: 'https://meet.example.org/raum', passcode: '123 456'}\nway: Vom Ebertplatz fünf Minuten.\n"
LIST = """\
Name;E-Mail;Wie nehmt ihr teil?
Ida Beispiel;ida@example.org;vor Ort
Max Muster;max@example.org;online
Uli Vorlage;uli@example.org;egal
Eva Probe;eva@example.org;kann leider nicht kommen
"""


@pytest.fixture
def hybrid(workspace: Path) -> Path:
    """A workspace with a hybrid event, and those who come or join."""
    (workspace / "events/labcamp-12.yaml").write_text(EVENT, "utf-8")
    (workspace / "private").mkdir()
    (workspace / "private/labcamp-12.yaml").write_text(SIDE, "utf-8")
    (workspace / "private/labcamp-12.csv").write_text(LIST, "utf-8")
    return workspace


def mails(labcamp: Labcamp, kind: str, *more: str) -> dict[str, tuple[str, str]]:
    """The text of each person's mail and of its calendar, by the first name in their address."""
    assert labcamp("render-mail", kind, "12", "--to", "--today", TODAY, *more).code == 0
    found = {}
    for path in sorted(Path(f"private/out/labcamp-12/{kind}").glob("*.eml")):
        mail = message_from_bytes(path.read_bytes(), policy=policy.default)
        parts = {part.get_content_type(): part for part in mail.walk()}
        text, html = parts["text/plain"].get_content(), parts["text/html"].get_content()
        calendar = parts["text/calendar"].get_content() if "text/calendar" in parts else ""
        assert ("meet.example.org" in text) == ("meet.example.org" in html)
        found[path.name.partition("@")[0]] = (text, str(calendar))
    return found


@pytest.mark.parametrize("kind", ["practical-information", "reminder"])
def test_a_mail_before_the_day_tells_each_person_only_their_way(kind: str, hybrid: Path, labcamp: Labcamp) -> None:
    texts = {name: text for name, (text, _) in mails(labcamp, kind).items()}

    said = {
        name: [fact in text for fact in ("https://meet.example.org/raum", "123 456", "Melchiorstraße")]
        for name, text in texts.items()
    }
    assert said == {"ida": [False, False, True], "max": [True, True, False], "uli": [True, True, True]}
    assert [name for name, text in texts.items() if "auch online" in text] == ["uli"]
    if kind == "practical-information":
        assert [name for name, text in texts.items() if "Ebertplatz" in text] == ["ida", "uli"]


def test_the_confirmation_says_what_follows_for_each_person(hybrid: Path, labcamp: Labcamp) -> None:
    texts = {name: text for name, (text, _) in mails(labcamp, "confirmation").items()}

    assert {name: ("Link" in text, "Alte Feuerwache" in text) for name, text in texts.items()} == {
        "ida": (False, True),
        "max": (True, False),
        "uli": (True, True),
    }


def test_the_entry_in_the_calendar_is_the_same_for_everybody(hybrid: Path, labcamp: Labcamp) -> None:
    calendars = {calendar for _, calendar in mails(labcamp, "practical-information").values()}

    (calendar,) = calendars
    assert "https://meet.example.org/raum" in calendar.replace("\r\n ", "").replace("\n ", "")
    assert "Alte Feuerwache" in calendar


def test_a_mail_to_the_list_is_the_same_for_everybody(hybrid: Path, labcamp: Labcamp) -> None:
    texts = [text.replace("Max Muster", "Ida Beispiel") for text, _ in mails(labcamp, "invitation").values()]

    assert texts[0] == texts[1]
    assert "auch online" in " ".join(texts[0].split())


@pytest.mark.parametrize("kind", ["badges", "attendance-list"])
def test_nothing_is_printed_for_who_joins_online(kind: str, hybrid: Path, labcamp: Labcamp) -> None:
    result = labcamp("render-print", kind, "12", "--today", TODAY)

    assert (result.code, result.out.splitlines()[0]) == (0, "For 2 people, 1 person online, 1 row left out")
    words = {
        box.word for page in boxes_on((hybrid / f"private/out/labcamp-12/{kind}.pdf").read_bytes()) for box in page
    }
    assert [name for name in ("Ida", "Max", "Uli", "Eva") if name in words] == ["Ida", "Uli"]


def test_where_everybody_joins_online_there_is_nothing_to_print(hybrid: Path, labcamp: Labcamp) -> None:
    (hybrid / "private/labcamp-12.csv").write_text(
        "Name;E-Mail;Teilnahme\nMax Muster;max@example.org;online\n", "utf-8"
    )

    result = labcamp("render-print", "badges", "12", "--today", TODAY)

    assert (result.code, "LC046" in result.err) == (1, True)


def test_people_counts_who_comes_and_who_joins(hybrid: Path, labcamp: Labcamp) -> None:
    lines = labcamp("people", "12", "--lang", "de").out.splitlines()

    assert [line.split("  ")[0] for line in lines if line.startswith("Wie nehmt")] == [
        "Wie nehmt ihr teil? Stand der Anmeldung, nach den Werten"
    ]
    assert [" ".join(line.split()) for line in lines if line.startswith("Teilnahme")] == [
        "Teilnahme vor Ort 1",
        "Teilnahme online 1",
        "Teilnahme vor Ort und online 1",
    ]
    assert [line.split()[-1] for line in lines if "@example.org" in line] == ["Ort", "online", "online"]
