"""Sentences of mails and posts as editors wrote them: each as a person reads it; what stood there before is gone."""

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from conftest import one_in
from sample import GOLDEN, PRIVATE_SIDE, TODAY, event_of, every_post, in_memory, readable

from labcamp.findings import Place
from labcamp.model.entries import all_entries
from labcamp.model.ledger import revised
from labcamp.model.private import Participant
from labcamp.planning.mails import MAILS
from labcamp.render import PRIVATE
from labcamp.render.mails import mail_of
from labcamp.render.stage import stage_of
from labcamp.workspace import Workspace

SERIES = """\
id: nordtreff
title: NordTreff
domain: example.org
contact: {name: N. N., email: treff@example.org}
homepage: https://example.org
archive: https://example.org/archiv
channels: [Forum]
hashtags: [NordTreff]
"""
ADA = Participant("Ada Muster", "ada@example.org", Place("private/treff-12.csv", 2, 1))
SOMEBODY = Participant("", "somebody@example.org", ADA.place)
AFTER = dt.date(2028, 1, 1)
DAY = "title: 'NordTreff #7'\ntheme: Wissen\nstatus: confirmed\ndate: 2027-03-11\ntime: 9-16\n"
DAYS = DAY.replace("2027-03-11", "2027-03-11/2027-03-12")
MONTH = "title: 'NordTreff #7'\nstatus: confirmed\ndate: 2027-03\n"
ONLINE = (
    "place: online\nregistration: {url: 'https://example.org/a', note: Der Link kommt nach der Anmeldung per Mail.}"
)
UNTIL = "registration: {until: 2027-02-25, url: 'https://example.org/a'}"
FORM = "links: [{title: Fragen, url: 'https://example.org/f', type: feedback}]"
NEWS = "news: [{title: Ein Leitfaden, text: Zwölf Seiten., url: 'https://example.org/l'}]"
TAKEN = "agenda: [{title: Wikis, takeaways: [Ein Wiki ohne Redaktion verwaist., Übergaben brauchen Zeit.]}]"
CANCELLED = DAY.replace("confirmed", "cancelled")


def workspace(event: str, address: str = "ihr", today: dt.date = TODAY) -> Workspace:
    """A workspace with one event."""
    series = f"{SERIES}address: {address}\n"
    return in_memory(GOLDEN / "nothing", [event_of(event, series)], series, today)


def read(place: Workspace, kind: str, person: Participant | None = None) -> str:
    """What a mail says, on one line: its subject, its preheader and its text."""
    mail = mail_of(stage_of(place), place.events[0], kind, PRIVATE_SIDE, person)
    return " ".join(f"{mail.subject}\n{mail.preheader}\n{mail.text}".split())


# kind, event, what the mail says, what it said before
Row = tuple[str, str, str, str]
GERMAN: Mapping[str, Row] = {
    "1 practical": ("practical-information", DAYS, "am Donnerstag, 11. März 2027, geht es los.", "ist es so weit"),
    "1 reminder": ("reminder", DAYS, "am Donnerstag, 11. März 2027, geht es los.", "ist es so weit"),
    "3 online": (
        "practical-information",
        DAY + "place: {name: Haus, online: ja}",
        "== Online dabei sein ==",
        "So kommt",
    ),
    "3 way": ("practical-information", DAY + "place: {name: Haus, online: ja}", "== Anreise ==", "So kommt"),
    "save the date, open": (
        "save-the-date",
        DAY + UNTIL,
        "Die Anmeldung ist offen, das Programm folgt.",
        "Anmeldung kommen",
    ),
    "4": ("thanks", DAY + FORM, "Das dauert nur ein paar Minuten. Zum Fragebogen:", "Eure Antworten"),
    "5": ("thanks", DAY, "NordTreff #7 hat von euren Fragen und Erfahrungen gelebt. Danke dafür.", "ist vorbei"),
    "6": (
        "cancellation",
        CANCELLED,
        "Öffnet die angehängte Kalenderdatei, dann verschwindet der Termin aus eurem Kalender.",
        "streicht",
    ),
    "6 change": (
        "change-notice",
        DAY,
        "Öffnet die angehängte Kalenderdatei, dann steht die Änderung auch in eurem Kalender.",
        "Er ersetzt den alten",
    ),
    "7": ("deadline-reminder", DAY, "habt ihr euch schon für NordTreff #7 angemeldet?", "zu NordTreff"),
    "7 footer": ("reminder", DAY, "weil ihr euch für NordTreff #7 angemeldet habt.", "zu NordTreff"),
    "8": (
        "deadline-reminder",
        DAY + UNTIL,
        "ihr könnt euch noch bis Donnerstag, 25. Februar, für NordTreff #7 anmelden.",
        "noch bis Donnerstag, 25. Februar, könnt",
    ),
    "9": ("documentation", DAY, "hier könnt ihr nachlesen, worum es bei NordTreff #7 ging.", "zur Sprache"),
    "9 preheader": ("documentation", DAY, "Worum es bei NordTreff #7 ging, was davon bleibt", "zur Sprache"),
    "10": (
        "documentation",
        DAY,
        "Danke an alle, die dabei waren, und an alle, die mitgeschrieben haben.",
        "dabei waren und die",
    ),
    "11": (
        "documentation",
        DAY + TAKEN,
        "Mitgenommen: - Ein Wiki ohne Redaktion verwaist. - Übergaben brauchen Zeit.",
        ". · ",
    ),
    "12": (
        "save-the-date",
        MONTH,
        "im März 2027 treffen wir uns wieder, merkt euch den Monat gern schon vor. Tag, Programm und Anmeldung schicken"
        " wir euch. NordTreff #7",
        "schon vormerken",
    ),
    "13": ("newsletter", DAY, "Das Programm, und wie ihr teilnehmt.", "Lesezeit"),
    "14": ("save-the-date", DAY, "Programm und Anmeldung kommen mit der Einladung.", "Die Einladung"),
    "16 date": (
        "save-the-date",
        DAYS,
        "Wir treffen uns am Donnerstag und Freitag, 11. und 12. März 2027.",
        "uns von Donnerstag",
    ),
    "16 subject": ("invitation", DAYS, "Einladung: NordTreff #7 am 11. und 12. März", "vom 11. bis"),
    "16 months": (
        "save-the-date",
        DAYS.replace("2027-03-11/2027-03-12", "2027-03-31/2027-04-01"),
        "Wir treffen uns am Mittwoch und Donnerstag, 31. März und 1. April 2027.",
        "uns von",
    ),
    "16 three": (
        "save-the-date",
        DAYS.replace("03-12", "03-13"),
        "Wir treffen uns von Donnerstag, 11. März, bis Samstag, 13. März 2027.",
        "und Samstag",
    ),
    "17": ("invitation", DAY + "access: Stufenlos", "Barrierefreiheit: Stufenlos.", "Damit alle"),
    "18": (
        "invitation",
        DAYS,
        "wir laden euch herzlich ein: NordTreff #7, am Donnerstag und Freitag, 11. und 12. März. NordTreff #7: Wissen",
        "treffen wir uns",
    ),
    "18 newsletter": ("newsletter", DAYS, "am Donnerstag und Freitag, 11. und 12. März, treffen wir uns.", "uns von"),
    "D11": ("cancellation", CANCELLED, "NordTreff #7 am Donnerstag, 11. März 2027, absagen.", "NordTreff #7 absagen"),
    "D12": (
        "confirmation",
        DAY + ONLINE,
        "== So geht es weiter == Den Link zur Teilnahme bekommt ihr einige Tage vorher.",
        "nach der Anmeldung",
    ),
    "register": (
        "invitation",
        DAY + "registration: {until: 2027-02-25}",
        "Anmelden könnt ihr euch bis Donnerstag, 25. Februar. Den Link schicken wir noch.",
        "erfahrt ihr noch",
    ),
    "channels": (
        "newsletter",
        DAY,
        "Ihr findet uns auch hier: Forum. Schreibt uns, dann laden wir euch ein.",
        "Außerdem",
    ),
    "read more": ("newsletter", DAY + NEWS, "Ein Leitfaden: https://example.org/l Zwölf Seiten.", "weiterlesen"),
    "newsletter": ("newsletter", DAY, "weil ihr unseren Newsletter „NordTreff“ abonniert habt.", "von NordTreff"),
    "hashtag": ("newsletter", DAY, "Wenn ihr darüber schreibt: #NordTreff", ": NordTreff Fragen"),
}
GERMAN_AFTER: Mapping[str, Row] = {
    "attendance": (
        "documentation",
        DAY + "attendance: {note: über 60 Personen aus rund 40 Laboren}",
        "Dabei waren über 60 Personen aus rund 40 Laboren.",
        "waren:",
    ),
    "intro": ("newsletter", DAY, "unser Treffen liegt hinter uns. Hier lest ihr, worum es ging.", "hier ist der"),
}
ENGLISH: Mapping[str, Row] = {
    "1": ("newsletter", DAY, "Hello everybody, We are meeting on Thursday 11 March.", "everybody, we"),
    "2": ("thanks", DAY, "- What was missing?", "did you miss"),
    "3": ("invitation", DAYS, "We are meeting on Thursday 11 and Friday 12 March for NordTreff #7", "from Thursday"),
    "4 list": ("invitation", DAY, "Would you rather not receive these emails about NordTreff?", "You would rather"),
    "4 already": ("deadline-reminder", DAY, "Already registered? Then there is nothing", "You have registered"),
    "4 pass on": ("deadline-reminder", DAY, "Can't make it? Then please pass this email on", "You cannot come"),
    "4 come": ("confirmation", DAY, "Has something come up? Please let us know", "Something has come"),
    "4 change": ("change-notice", DAY, "Can't make it any more? Please let us know.", "You can no longer"),
    "5": ("reminder", DAY, "You are receiving this email because you registered for NordTreff #7.", "You get this"),
    "5 newsletter": ("newsletter", DAY, "You are receiving this email because you subscribed", "this mail"),
    "6": ("confirmation", DAY, "A calendar file is attached.", "The date for your"),
    "6 cancelled": (
        "cancellation",
        CANCELLED,
        "Open the attached calendar file to remove the date from your calendar.",
        "takes the date",
    ),
    "7": ("confirmation", DAY, "Thank you for registering. Your seat is reserved", "registering, your"),
    "8 form": ("thanks", DAY + FORM, "It only takes a few minutes. Answer the questions:", "Your answers"),
    "8 take": ("thanks", DAY, "- What are you taking back to your work?", "take away"),
    "8 read": ("documentation", DAY, "== Read more ==", "To read"),
    "8 taken": ("documentation", DAY + TAKEN, "Takeaways: - Ein Wiki", "Taken away"),
    "8 imprint": ("invitation", DAY, "[add the legal notice]", "mprint"),
    "9": ("save-the-date", MONTH, "The exact day will follow", "The day follows"),
    "moderation": (
        "invitation",
        DAY + "moderation: [{name: N. N.}]",
        "Moderated by N. N.",
        "Moderation",
    ),
}


@pytest.mark.parametrize("row", GERMAN)
def test_a_german_sentence_reads_as_an_editor_wrote_it(row: str) -> None:
    kind, text, right, wrong = GERMAN[row]
    said = read(workspace(text), kind)
    assert right in said
    assert wrong not in said


@pytest.mark.parametrize("row", GERMAN_AFTER)
def test_a_german_sentence_that_looks_back_reads_as_an_editor_wrote_it(row: str) -> None:
    kind, text, right, wrong = GERMAN_AFTER[row]
    said = read(workspace(text, today=AFTER), kind)
    assert right in said
    assert wrong not in said


@pytest.mark.parametrize("row", ENGLISH)
def test_an_english_sentence_reads_as_a_native_editor_wrote_it(row: str) -> None:
    kind, text, right, wrong = ENGLISH[row]
    said = read(workspace(text + "\nlanguage: en\n"), kind)
    assert right in said
    assert wrong not in said


# Mails to one person

# What only many are told; `ihr` and `ihre` are also she and they, but not in our own sentences.
TO_MANY = re.compile(
    r"\b(?:ihr|euch|eu(?:er|re[mnrs]?)|seid|wart|habt|könnt|möchtet|bekommt|braucht|nehmt|teilnehmt|lest|schreibt"
    r"|öffnet|meldet|(?-i:Fragt)|sagt|bringt|merkt|haltet|leitet|antwortet|hört|erfahrt|erreicht)\b",
    re.IGNORECASE,
)
STATES = {
    "upcoming": DAY + "summary: Kurz.\naccess: Stufenlos\n" + ONLINE,
    "no link yet": DAY + "registration: {until: 2027-02-25}\nplace: {name: Haus}\nhosts: [hafen]",
    "nothing known": "title: 'NordTreff #7'",
    "closed": DAY + "registration: {until: 2026-11-01, url: 'https://example.org/a'}\nplace: {name: Haus, online: ja}",
    "month": MONTH + "theme: Wissen\n",
    "days": DAYS + FORM,
    "cancelled": CANCELLED,
    "over": DAY.replace("2027", "2026") + "links: [{title: Folien, url: 'https://example.org/f', type: slides}]",
    "over without theme": "title: 'NordTreff #7'\nstatus: confirmed\ndate: 2026-03-11\n" + FORM,
}


@pytest.mark.parametrize(
    ("state", "person", "language"),
    one_in(4, [*product(STATES, (ADA, SOMEBODY), ("de", "de-AT", "de-CH"))]),
    ids=lambda value: value if isinstance(value, str) else value.name or "without a name",
)
def test_a_mail_to_one_person_speaks_to_one_person(state: str, person: Participant, language: str) -> None:
    place = workspace(f"{STATES[state]}\nlanguage: {language}\n")
    said = {kind: read(place, kind, person) for kind in MAILS}
    said |= {name: readable(content) for name, content in requested(place, person).items() if name.endswith(".eml")}
    assert len(said) > len(MAILS) or "date" not in STATES[state] or state == "month"
    assert {kind: TO_MANY.findall(text) for kind, text in said.items() if TO_MANY.search(text)} == {}
    assert any(re.search(r"\b(?:du|dich|dir|dein)\b", text) for text in said.values())


def requested(place: Workspace, person: Participant) -> dict[str, bytes]:
    """The calendar entries for one person, and the mails that carry them."""
    files = PRIVATE["requests"](stage_of(place), place.events[0], PRIVATE_SIDE, person)
    return {file.name: file.content for file in files}


@pytest.mark.parametrize(
    ("address", "person", "begins"),
    [
        (
            "ihr",
            ADA,
            "Hallo Ada Muster, danke für deine Anmeldung, dein Platz ist reserviert. Schön, dass du dabei bist.",
        ),
        ("ihr", SOMEBODY, "Hallo, danke für deine Anmeldung, dein Platz ist reserviert. Schön, dass du dabei bist."),
        (
            "ihr",
            None,
            "Hallo zusammen, danke für eure Anmeldung, euer Platz ist reserviert. Schön, dass ihr dabei seid.",
        ),
        (
            "Sie",
            ADA,
            "Guten Tag Ada Muster, danke für Ihre Anmeldung, Ihr Platz ist reserviert. Schön, dass Sie dabei sind.",
        ),
        ("Sie", None, "Guten Tag, danke für Ihre Anmeldung, Ihr Platz ist reserviert. Schön, dass Sie dabei sind."),
    ],
)
def test_a_confirmation_greets_as_people_are_addressed(address: str, person: Participant | None, begins: str) -> None:
    said = read(workspace(DAY, address), "confirmation", person)
    assert begins in said
    assert said.startswith(
        {"Sie": "Sie sind dabei: "}.get(address, "Du bist dabei: " if person else "Ihr seid dabei: ")
    )


@pytest.mark.parametrize(
    ("address", "person", "begins"),
    [
        ("ihr", None, "Hallo zusammen Danke für eure Anmeldung"),
        ("ihr", ADA, "Hallo Ada Muster Danke für deine Anmeldung"),
        ("Sie", None, "Guten Tag Danke für Ihre Anmeldung"),
        ("Sie", ADA, "Guten Tag Ada Muster Danke für Ihre Anmeldung"),
        ("Sie", SOMEBODY, "Guten Tag Danke für Ihre Anmeldung"),
    ],
)
def test_switzerland_greets_without_a_comma_and_goes_on_with_a_capital(
    address: str, person: Participant | None, begins: str
) -> None:
    assert begins in read(workspace(f"{DAY}language: de-CH\n", address), "confirmation", person)


@pytest.mark.parametrize("language", ["de-CH", "en"])
@pytest.mark.parametrize("state", STATES)
def test_the_first_sentence_begins_with_a_capital(state: str, language: str) -> None:
    place = workspace(f"{STATES[state]}\nlanguage: {language}\n")
    for kind in MAILS:
        mail = mail_of(stage_of(place), place.events[0], kind, PRIVATE_SIDE)
        first = re.search(r"^(?:Hallo zusammen|Hello everybody,)\n\n(.)", mail.text, re.MULTILINE)
        assert first is not None, kind
        assert first[1].isupper(), mail.text


def test_a_series_that_has_words_of_its_own_says_them_to_one_person_too(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/words.de.yaml").write_text("confirmation: {closing: Ahoi.}\n", "utf-8")
    (tmp_path / "templates/words.de-du.yaml").write_text("mail: {greeting_name: 'Moin {name},'}\n", "utf-8")
    said = read(replace(workspace(DAY), root=tmp_path), "confirmation", ADA)
    assert "Moin Ada Muster, danke für deine Anmeldung" in said
    assert "Ahoi." in said


def test_the_entry_that_is_taken_back_says_which_day() -> None:
    (mail,) = (content for name, content in requested(workspace(CANCELLED), ADA).items() if name.endswith(".eml"))
    said = " ".join(readable(mail).split())
    assert "Hallo Ada Muster, NordTreff #7, geplant für Donnerstag, 11. März 2027, ist leider abgesagt." in said
    assert "streicht den Termin oder fragt dich, ob es das tun soll." in said


def test_the_entry_of_a_day_that_is_gone_is_taken_back_in_words() -> None:
    place = workspace(DAY)
    before = revised(all_entries(event_of(DAYS, SERIES), place.series), {}, TODAY)
    shorter = replace(place, announced={"treff-12": dict(before)})
    mails = [readable(content) for name, content in requested(shorter, ADA).items() if name.endswith(".eml")]
    said = " ".join(" ".join(mails).split())
    assert "der Kalendereintrag „NordTreff #7 am 12. März“ gilt nicht mehr. Dein Kalenderprogramm nimmt ihn" in said
    assert "heraus oder fragt dich, ob es das tun soll." in said


# Posts


def test_the_link_of_a_slack_post_is_called_by_what_it_leads_to() -> None:
    posts = every_post(workspace(DAY + UNTIL))
    said = json.loads(posts["treff-12/post-slack.json"])
    assert "Meldet euch bis Donnerstag, 25. Februar, an: <https://example.org/a|Anmeldeseite>" in str(said)


def test_a_post_names_two_days_one_after_the_other() -> None:
    said = every_post(workspace(DAYS))["treff-12/post-linkedin.txt"].decode()
    assert "Wir treffen uns am Donnerstag und Freitag, 11. und 12. März 2027, jeweils 9 bis 16 Uhr." in said
