"""Golden mails: each one as on the day on which it is due, in German and English, as a person reads its text part."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from sample import GOLDEN, PRIVATE_SIDE, REPOSITORY, event_of, every_mail, some

from labcamp.model import Event
from labcamp.model.mail import Mail
from labcamp.model.private import Join
from labcamp.planning.mails import MAILS, due, fits
from labcamp.workspace import Workspace, load

FOLDER = GOLDEN / "mails"
ON_SITE = """
number: 17
theme: Labore an einem Tisch
status: confirmed
date: 2027-09-16/2027-09-17
time: 9:30-16:00
place: {name: Alte Druckerei, street: Hafenstraße 1, postcode: "20457", city: Hamburg, url: "https://example.org/ort"}
access: stufenlos, Induktionsschleife, ein ruhiger Raum
hosts: [hafen]
summary: Zwei Tage, acht Labore, ein langer Tisch.
registration: {url: "https://example.org/tisch", until: 2027-08-20, seats: 24, price: kostenfrei}
links: [{title: Fragebogen, url: "https://example.org/fragen", type: feedback}]
"""
NO_TIME = "{number: 18, theme: Was bleibt, status: confirmed, date: 2027-11-04, place: online, hosts: [werkstatt]}"
# Where a mail is due at once, or its day is unknown, it is made so many days before the event.
BEFORE = dt.timedelta(days=30)
LANGUAGES = ("de", "en")
IN_WHOLE = {"invitation", "newsletter"}  # their HTML stands in tests/golden, with all the rest of the event


@cache
def workspace(real: bool, today: dt.date) -> Workspace:
    """The artificial series with two events more, or the real one, on a day."""
    if real:
        return load(REPOSITORY, today)
    known = load(GOLDEN, today)
    more = (event_of(ON_SITE, SERIES, "on-site"), event_of(NO_TIME, SERIES, "no-time"))
    events = tuple(sorted((*known.events, *more), key=lambda event: event.sort_key))
    return replace(known, events=events)


SERIES = (GOLDEN / "events/series.yaml").read_text("utf-8")
EVENTS = ("full", "on-site", "no-time", "cancelled", "moved", "labcamp-3", "labcamp-10")
START = dt.date(2020, 1, 1)


@cache
def made_when_due(id_: str, language: str) -> tuple[Mail, ...]:
    """The mails about an event that fit it, each made on its day, in a language."""
    real = id_.startswith("labcamp")
    event = next(each for each in workspace(real, START).events if each.id == id_)
    mails = []
    for kind in MAILS:
        at_once = event.days[0] - BEFORE
        day = at_once if MAILS[kind].anchor == "now" else due(workspace(real, START), event, kind) or at_once
        on_the_day = workspace(real, day)
        known = next(each for each in on_the_day.events if each.id == id_)
        if fits(on_the_day, known, kind):
            mails.append(every_mail_of(on_the_day, known.model_copy(update={"language": language}), kind))
    return tuple(mails)


def every_mail_of(known: Workspace, event: Event, kind: str) -> Mail:
    """One mail about an event that takes the place of the one that has its id."""
    others = tuple(event if each.id == event.id else each for each in known.events)
    online = event.place is not None and event.place.online
    private = PRIVATE_SIDE if online else PRIVATE_SIDE.model_copy(update={"join": Join()})
    return every_mail(replace(known, events=others), private, only=(event.id, kind))[f"{event.id}/{kind}"]


def read_by_a_person(mail: Mail) -> bytes:
    """What a mail program shows: in the list, and in the window."""
    return f"Subject: {mail.subject}\nPreview: {mail.preheader}\nTo: {mail.to}\n\n{mail.text}".encode()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id_", EVENTS)
def test_the_mails_about_an_event_have_not_changed(
    id_: str, language: str, golden: Callable[[str, bytes], None]
) -> None:
    for mail in made_when_due(id_, language):
        golden(f"mails/{language}/{id_}.{mail.kind}.txt", read_by_a_person(mail))
        if id_ == "full" and mail.kind not in IN_WHOLE:
            golden(f"mails/{language}/{id_}.{mail.kind}.html", mail.html.encode())


def test_every_kind_of_mail_is_among_them_and_none_is_left_over() -> None:
    kinds = {mail.kind for id_ in EVENTS for mail in made_when_due(id_, "de")}
    assert kinds == set(MAILS)
    expected = {
        f"{id_}.{mail.kind}.{suffix}"
        for id_ in EVENTS
        for mail in made_when_due(id_, "de")
        for suffix in (("txt", "html") if id_ == "full" and mail.kind not in IN_WHOLE else ("txt",))
    }
    for language in LANGUAGES:
        assert {path.name for path in (FOLDER / language).iterdir()} == expected


@pytest.mark.parametrize("id_", EVENTS)
def test_a_text_part_has_lines_of_72_columns_and_one_link_a_line(id_: str) -> None:
    for mail in some(made_when_due(id_, "de")):
        lines = mail.text.splitlines()
        assert [line for line in lines if len(line) > 72 and "://" not in line] == [], mail.key
        assert [line for line in lines if line.count("://") > 1] == [], mail.key
