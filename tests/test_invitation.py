"""The invitation: what it says of an event to come, of one that is over, cancelled, or hardly known."""

import re

import pytest
from sample import GOLDEN, SERIES, event_of, in_memory, sample, some, texts

BASE = "title: Treff\nstatus: confirmed\n"
LATER = f"{BASE}date: 2027-03-11\ntime: 14:00-17:00\n"
REGISTRATION = "registration: {url: https://example.org/x, until: 2027-03-04, seats: 60, price: kostenfrei}\n"
FOOTER = (
    "\n-- \nIhr möchtet keine Mails zu „MusterTreff“ mehr bekommen?\n[Abmeldelink eintragen]\n\n"
    "[Impressum eintragen]\nWir messen nicht, ob unsere Mails gelesen werden.\n"
)
BEFORE = "title: Vorher\nstatus: confirmed\ndate: 2026-01-01\nsummary: So war es.\n"


def mail(event: str, series: str = SERIES, before: str = "") -> str:
    """The text part."""
    events = [event_of(event, series), *([event_of(before, series, "vorher")] if before else [])]
    return texts(in_memory(GOLDEN, events, series), "invitation")["treff-12/invitation.txt"]


def test_an_invitation_of_an_event_that_is_fully_known() -> None:
    text = mail(
        f"{LATER}{REGISTRATION}place: online\nhosts: [hafen]\nsummary: Worum.\nagenda: [{{title: A, minutes: 180}}]"
    )
    assert text == (
        "Hallo zusammen,\n\n"
        "wir laden euch herzlich ein: Treff, am Donnerstag, 11. März.\n\n"
        "Worum.\n\n"
        "Treff\n"
        "Termin: Donnerstag, 11. März 2027, 14 bis 17 Uhr\n"
        "Ort: online, der Link kommt nach der Anmeldung\n"
        "Gastgeber: Hafen & Lab\n"
        "Anmelden: bis Donnerstag, 4. März, 60 Plätze, kostenfrei\n\n"
        "Der Termin für euren Kalender hängt an dieser Mail.\n\n"
        "== Das Programm ==\n\n"
        "14:00  A\n\n"
        "== So nehmt ihr teil ==\n\n"
        "Meldet euch bis Donnerstag, 4. März, an:\nhttps://example.org/x\n\n"
        "Wir freuen uns auf euch.\nHafen & Lab\n" + FOOTER
    )


def test_an_invitation_of_which_only_the_title_is_known() -> None:
    assert mail(BASE) == (
        "Hallo zusammen,\n\n"
        "wir laden euch herzlich ein: Treff.\n\n"
        "Treff\nTermin folgt\nOrt folgt\n\n"
        "== So nehmt ihr teil ==\n\n"
        "Wie ihr teilnehmt, erfahrt ihr noch.\n\n"
        "Wir freuen uns auf euch.\n" + FOOTER
    )


@pytest.mark.parametrize("sort", ["html", "txt"])
def test_a_past_invitation_has_no_button_no_deadline_and_no_way_to_take_part(sort: str) -> None:
    text = texts(sample(), "invitation")[f"past/invitation.{sort}"]
    for gone in (
        "https://example.org/anmelden-10",
        "Anmeld",
        "So nehmt ihr teil",
        "Wir freuen uns",
        "Kalender",
        "20 Euro",
    ):
        assert gone not in text
    assert "Danke an alle, die dabei waren." in text
    assert "https://example.org/bericht" in text


@pytest.mark.parametrize("sort", ["html", "txt"])
def test_a_cancelled_event_says_so_before_anything_else_and_takes_nobody(sort: str) -> None:
    text = texts(sample(), "invitation")[f"cancelled/invitation.{sort}"]
    body = text.split("<body", maxsplit=1)[-1]
    assert body.index("Dieses Treffen ist abgesagt.") < body.index("Hallo zusammen")
    for gone in ("https://example.org/papier", "So nehmt ihr teil", "Das Programm", "hängt an dieser Mail"):
        assert gone not in text


@pytest.mark.parametrize("sort", ["html", "txt"])
def test_a_draft_is_marked_before_anything_else(sort: str) -> None:
    body = texts(sample(), "invitation")[f"title/invitation.{sort}"].split("<body", maxsplit=1)[-1]
    assert body.index("Entwurf: Dieses Treffen ist noch nicht angekündigt.") < body.index("Hallo zusammen")


def test_the_event_before_is_told_only_when_there_is_something_to_read_about_it() -> None:
    assert "== Beim letzten Mal: Vorher ==\n\nSo war es.\n" in mail(LATER, before=BEFORE)
    assert "Beim letzten Mal" not in mail(LATER, before=BEFORE.replace("summary: So war es.\n", ""))
    assert "Beim letzten Mal" not in mail(LATER, before=BEFORE.replace("confirmed", "cancelled"))
    assert "Beim letzten Mal" not in mail(f"{BASE}date: 2026-02-02", before=BEFORE)


def test_the_calendar_file_is_promised_only_where_it_is_attached_and_has_no_address() -> None:
    assert "hängt an dieser Mail" not in mail(LATER, f"{SERIES}public: https://example.org/out\n")
    assert "https://example.org/out/treff-12/treff-12.ics" in mail(LATER, f"{SERIES}public: https://example.org/out\n")
    assert "hängt an dieser Mail" in mail(LATER)
    assert "hängt an dieser Mail" not in mail(f"{BASE}date: 2027-03")


def test_the_events_own_contact_is_asked_before_that_of_the_series() -> None:
    series = f"{SERIES}contact: {{name: Erika, email: erika@example.org}}\n"
    assert mail(LATER, series).endswith("Fragen? Schreibt Erika an erika@example.org.\n" + FOOTER)
    assert mail(f"{LATER}contact: max@example.org", series).endswith("Fragen? Schreibt an max@example.org.\n" + FOOTER)


def test_the_closed_registration_is_told_and_there_is_no_button() -> None:
    text = mail(f"{LATER}registration: {{url: https://example.org/x, until: 2026-11-22}}")
    assert "Anmeldeschluss war Sonntag, 22. November 2026. Fragt gern nach, ob noch\netwas frei ist.\n" in text
    assert "https://example.org/x" not in text


def test_what_begins_at_the_same_time_has_that_once() -> None:
    rooms = "".join(f"- {{title: W{n}, start: '14:20', minutes: 30, room: R{n}}}\n" for n in (1, 2, 3))
    event = event_of(f"{LATER}agenda:\n- {{title: A, minutes: 20}}\n{rooms}- {{title: B}}\n")
    page = texts(in_memory(GOLDEN, [event]), "invitation")["treff-12/invitation.html"]
    assert re.findall(r"<th [^>]*>(.*?)</th>", page) == ["14:00", "14:20", "14:50"]
    assert [page.count(f"W{number}") for number in (1, 2, 3)] == [1, 1, 1]


def test_a_mail_is_laid_out_with_tables_that_mean_nothing_and_says_its_language_twice() -> None:
    for name, page in some(texts(sample(), "invitation", "newsletter").items()):
        if name.endswith(".html"):
            tables = re.findall(r"<table[^>]*>", page)
            assert [tag for tag in tables if "presentation" not in tag and "aria-label" not in tag] == [], name
            assert len(re.findall(r" lang=\"(?:de|en|de-AT)\"", page)) == 2, name
            assert page.count("<style") == 1, name
            assert len(page) < 102_000, name  # Gmail cuts off what is longer
