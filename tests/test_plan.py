"""When each mail around an event is due, and for which events there is something to say in it."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st
from sample import SERIES, TODAY, event_of, in_memory

from labcamp.files.templates import packaged
from labcamp.model import Organisation
from labcamp.model.entries import all_entries
from labcamp.model.ledger import recorded
from labcamp.model.private import Join, Private, Reach
from labcamp.model.series import FILE_NAME, DatedMail
from labcamp.model.task import Mail
from labcamp.planning.mails import MAILS, due, fits, planned
from labcamp.planning.missing import THERE, missing
from labcamp.render.mails import SAID
from labcamp.render.words import words_for
from labcamp.workspace import Workspace

HERE = Path()
EVENT = """\
title: Treffen
status: confirmed
date: 2027-09-16
registration: {until: 2027-09-09}
"""
TIMED = [kind for kind, step in MAILS.items() if step.anchor != "now"]


def due_on(kind: str, event: str, *series: str, today: dt.date = TODAY) -> str | None:
    """The day on which a mail about an event is due, with more lines of the series."""
    text = "\n".join((SERIES, *series))
    known = event_of(event, text)
    day = due(in_memory(HERE, [known], text, today), known, kind)
    return day.isoformat() if day else None


def reminder_on(day: str, *regions: str) -> str | None:
    """When the short reminder, two days before, is due."""
    return due_on("reminder", f"title: Treffen\ndate: {day}", f"regions: [{', '.join(regions)}]")


def fitting(event: str, today: dt.date = TODAY) -> set[str]:
    """The mails that there is something to say in."""
    known = event_of(event)
    workspace = in_memory(HERE, [known], today=today)
    return {kind for kind in MAILS if fits(workspace, known, kind)}


def announced(before: str, after: str, today: dt.date = TODAY) -> Workspace:
    """A workspace whose event was announced in other words than it has now."""
    old, new = event_of(before), event_of(after)
    workspace = in_memory(HERE, [new], today=today)
    return replace(workspace, announced={new.id: recorded(all_entries(old, workspace.series), {}, today)})


# Due dates


def test_each_mail_is_due_at_its_distance_from_the_event_or_its_deadline() -> None:
    assert {kind: due_on(kind, EVENT) for kind in MAILS} == {
        "save-the-date": "2027-05-27",
        "invitation": "2027-07-22",
        "newsletter": "2027-08-05",
        "deadline-reminder": "2027-09-02",
        "confirmation": None,
        "practical-information": "2027-09-02",
        "reminder": "2027-09-14",
        "thanks": "2027-09-20",
        "documentation": "2027-09-30",
        "change-notice": None,
        "cancellation": None,
    }


def test_what_comes_after_an_event_counts_from_its_last_day() -> None:
    event = EVENT.replace("2027-09-16", "2027-09-13/2027-09-14")
    assert (due_on("reminder", event), due_on("thanks", event)) == ("2027-09-10", "2027-09-16")


@pytest.mark.parametrize("date", ["", "date: 2027-09"])
def test_without_a_day_nothing_is_due(date: str) -> None:
    assert {due_on(kind, f"title: Treffen\n{date}") for kind in MAILS} == {None}


def test_the_series_may_say_another_distance_or_that_a_mail_is_not_sent() -> None:
    own = "mails: {save-the-date: 200 Tage, thanks: nein}"
    assert (due_on("save-the-date", EVENT, own), due_on("thanks", EVENT, own)) == ("2027-02-26", None)
    workspace = in_memory(HERE, [], f"{SERIES}\n{own}")
    assert "thanks" not in planned(workspace)
    assert planned(workspace)[0] == "save-the-date"


def test_every_mail_that_counts_from_a_day_can_have_another_distance() -> None:
    assert list(get_args(DatedMail)) == TIMED


def test_a_task_can_be_due_with_every_mail_whose_day_follows_from_a_day_or_from_what_happened() -> None:
    assert get_args(Mail) == tuple(kind for kind, mail in MAILS.items() if mail.anchor != "now" or mail.at_once)


def test_each_mail_has_its_template_and_its_subject_and_beginning_are_computed_or_a_section_of_the_words() -> None:
    templates = {path.name.removesuffix(".mail.j2") for path in packaged().iterdir() if path.name.endswith(".mail.j2")}
    assert templates - {"request"} == set(MAILS)
    sections = {name.partition(".")[0].replace("_", "-") for name in words_for(HERE, "de", "du").lines}
    assert ({*SAID} - {*MAILS}, {*MAILS} - {*SAID} - sections) == (set(), set())


def test_a_mail_wants_only_keys_of_which_it_is_known_whether_they_are_there() -> None:
    assert {key for mail in MAILS.values() for key in mail.wanted} == set(THERE)


def test_a_reminder_of_the_deadline_is_never_due_on_the_day_itself() -> None:
    assert due_on("deadline-reminder", EVENT, "mails: {deadline-reminder: 0}") == "2027-09-08"


@pytest.mark.parametrize(
    ("event", "region", "expected"),
    [
        ("2026-05-03", "DE-BE", "2026-04-30"),  # 1 May
        ("2028-10-05", "DE-HH", "2028-10-02"),  # 3 October
        ("2027-03-10", "DE-BE", "2027-03-05"),  # 8 March, only in Berlin and Mecklenburg-Vorpommern
        ("2027-03-10", "DE-BY", "2027-03-08"),
        ("2027-10-28", "AT-9", "2027-10-25"),  # 26 October
        ("2027-10-28", "DE-BE", "2027-10-26"),
        ("2028-08-03", "CH-ZH", "2028-07-31"),  # 1 August
        ("2028-08-03", "AT", "2028-08-01"),
        ("2027-03-31", "DE", "2027-03-25"),  # Easter: Friday and Monday
        ("2027-03-31", "DE-XX", "2027-03-25"),  # a part that nobody knows has the holidays of its country
        ("2027-03-31", "XX", "2027-03-29"),  # of a country that nobody knows, only the weekends
    ],
)
def test_nobody_has_to_write_on_a_holiday_of_their_region(event: str, region: str, expected: str) -> None:
    assert reminder_on(event, region) == expected


def test_people_work_only_on_days_on_which_they_work_in_every_region() -> None:
    # 26 October in Austria, 25 October 2027 a Monday
    assert reminder_on("2027-10-28", "DE-BE", "AT-9", "CH-ZH") == "2027-10-25"
    assert reminder_on("2027-03-10", "DE-BY", "DE-BE") == "2027-03-05"


def test_what_comes_after_an_event_moves_to_the_next_working_day() -> None:
    assert due_on("thanks", "title: Treffen\ndate: 2027-03-26", "regions: DE-BE") == "2027-03-30"


def test_nothing_is_due_on_holidays_of_the_hosts_or_the_place() -> None:
    """Epiphany is a public holiday in Bayern and in Austria, not in Berlin."""
    event = "title: Treffen\ndate: 2027-01-08\n"
    assert due_on("reminder", event, "regions: [DE-BE]") == "2027-01-06"
    known = event_of(event, f"{SERIES}regions: [DE-BE]\n")
    hosted = known.model_copy(
        update={"hosts": (Organisation.model_validate({FILE_NAME: "isar", "name": "Isarlabor", "region": "DE-BY"}),)}
    )
    assert due(in_memory(HERE, [hosted], f"{SERIES}regions: [DE-BE]\n"), hosted, "reminder") == dt.date(2027, 1, 5)
    assert due_on("reminder", f"{event}place: {{name: Labor, country: Österreich}}") == "2027-01-05"


def test_nothing_is_due_between_christmas_and_new_year() -> None:
    assert due_on("reminder", "title: Treffen\ndate: 2027-12-30") == "2027-12-23"
    assert due_on("thanks", "title: Treffen\ndate: 2026-12-22", "regions: [DE-BE]") == "2027-01-04"


DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2032, 12, 31))
REGIONS = st.lists(st.sampled_from(["DE-BE", "DE-BY", "AT", "AT-9", "CH", "CH-ZH", "CH-TI"]), unique=True)


@given(kind=st.sampled_from(TIMED), first=DAYS, length=st.integers(0, 3), regions=REGIONS)
def test_a_mail_is_due_on_a_working_day_on_its_side_of_the_event(
    kind: str, first: dt.date, length: int, regions: list[str]
) -> None:
    last = first + dt.timedelta(length)
    until = first - dt.timedelta(1)
    date = f"{first}/{last}" if length else first
    event = f"title: Treffen\ndate: {date}\nregistration: {{until: {until}}}"
    text = due_on(kind, event, f"regions: [{', '.join(regions)}]")
    assert text
    day = dt.date.fromisoformat(text)
    assert day.weekday() < 5
    for region in regions:
        country, _, part = region.partition("-")
        assert day not in country_holidays(country, subdiv=part or None)
    assert day > last if MAILS[kind].days > 0 else day < (until if MAILS[kind].anchor == "deadline" else first)


# What is due as soon as there is a reason


def test_a_change_is_due_today_until_it_is_announced() -> None:
    moved = EVENT.replace("2027-09-16", "2027-09-23")
    workspace = announced(EVENT, moved)
    assert due(workspace, workspace.events[0], "change-notice") == TODAY
    assert due_on("change-notice", moved) is None
    same = announced(moved, moved)
    assert due(same, same.events[0], "change-notice") is None


def test_a_cancellation_is_due_today_while_people_would_still_come() -> None:
    off = EVENT.replace("confirmed", "cancelled")
    assert due_on("cancellation", off) == TODAY.isoformat()
    assert due_on("cancellation", EVENT) is None
    assert due_on("cancellation", off, today=dt.date(2027, 9, 17)) is None


# What fits


def test_before_the_event_people_are_invited_and_told_how_to_come() -> None:
    assert fitting(EVENT) == {
        "save-the-date",
        "invitation",
        "newsletter",
        "deadline-reminder",
        "confirmation",
        "practical-information",
        "reminder",
    }


def test_nobody_is_reminded_of_a_deadline_that_is_over() -> None:
    assert "deadline-reminder" in fitting(EVENT, dt.date(2027, 9, 9))
    assert "deadline-reminder" not in fitting(EVENT, dt.date(2027, 9, 10))


def test_after_the_event_there_are_thanks_and_its_documents() -> None:
    assert fitting(EVENT, dt.date(2027, 9, 16)) >= {"reminder"}
    assert fitting(EVENT, dt.date(2027, 9, 17)) == {"invitation", "newsletter", "thanks", "documentation"}


def test_a_cancelled_event_says_so_and_nobody_is_reminded_of_it() -> None:
    off = EVENT.replace("confirmed", "cancelled")
    assert fitting(off) == {"invitation", "newsletter", "cancellation"}


def test_a_change_fits_once_something_is_not_as_it_was_announced_and_after_announcing_it() -> None:
    moved = EVENT.replace("2027-09-16", "2027-09-23")
    workspace = announced(EVENT, moved)
    event = workspace.events[0]
    assert fits(workspace, event, "change-notice")
    entries = all_entries(event, workspace.series)
    later = recorded(entries, workspace.announced[event.id], TODAY + dt.timedelta(1))
    assert fits(replace(workspace, announced={event.id: later}), event, "change-notice")
    same = announced(moved, moved)
    assert not fits(same, same.events[0], "change-notice")


# What is missing

FULL = """\
title: Treffen
status: confirmed
reason: krank
date: 2027-09-16
time: 14:00-17:00
place: {name: Hafen, street: Kai 1, city: Hamburg, online: ja}
access: stufenlos
summary: Ein Treffen.
contact: fragen@example.org
registration: {url: https://example.org/an, until: 2027-09-09}
agenda: [{title: Impuls, takeaways: [etwas]}]
attendance: {people: 30}
links:
  - {title: Folien, url: https://example.org/folien}
  - {title: Wie war es?, url: https://example.org/frage, type: feedback}
"""
FULL_SERIES = "newsletter: {unsubscribe: https://example.org/ab}\nimprint: https://example.org/impressum"
FULL_PRIVATE = Private(join=Join(url="https://meet.example.org/raum"), contacts=(Reach(phone="+49 30 1234567"),))


def lacking(event: str, *series: str, private: Private | None = None) -> dict[str, tuple[str, ...]]:
    """What each mail lacks, without those that lack nothing."""
    text = "\n".join((SERIES, *series))
    known = event_of(event, text)
    workspace = in_memory(HERE, [known], text)
    found = {kind: missing(workspace, known, kind, private) for kind in MAILS}
    return {kind: keys for kind, keys in found.items() if keys}


def test_a_full_file_lacks_nothing() -> None:
    assert lacking(FULL, FULL_SERIES, private=FULL_PRIVATE) == {}


def test_each_mail_lacks_what_it_would_speak_of() -> None:
    assert lacking("title: Treffen") == {
        "save-the-date": ("date",),
        "invitation": ("date", "time", "place", "summary", "registration.url", "registration.until", "agenda"),
        "newsletter": ("summary", "registration.url", "registration.until", "newsletter.unsubscribe", "imprint"),
        "deadline-reminder": ("registration.until", "registration.url"),
        "confirmation": ("date", "time", "place", "contact"),
        "practical-information": ("place", "access", "contacts"),
        "reminder": ("time", "place"),
        "thanks": ("links (type: feedback)",),
        "documentation": ("links", "takeaways", "attendance"),
        "cancellation": ("reason",),
    }


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("online", ("join",)),
        ("Hafen", ("place.street",)),
        ("{name: Hafen, street: Kai 1}", ()),
        ("{name: Hafen, street: Kai 1, online: ja}", ("join",)),
        ("{name: Hafen, online: ja}", ("place.street", "join")),
    ],
)
def test_how_to_get_in_depends_on_the_place(place: str, expected: tuple[str, ...]) -> None:
    assert lacking(f"title: Treffen\ntime: 14:00\nplace: {place}").get("reminder", ()) == expected


def test_a_questionnaire_is_no_document_and_a_document_no_questionnaire() -> None:
    link = "links: [{{title: Etwas, url: https://example.org/x, type: {}}}]"
    asks, shows = (lacking(f"title: Treffen\n{link.format(type_)}") for type_ in ("feedback", "slides"))
    assert ("thanks" in asks, "links" in asks["documentation"]) == (False, True)
    assert ("thanks" in shows, "links" in shows["documentation"]) == (True, False)


def test_nobody_has_to_know_how_to_register_for_what_is_over() -> None:
    past = "title: Treffen\nstatus: confirmed\ndate: 2025-05-05"
    assert lacking(past)["newsletter"] == ("summary", "newsletter.unsubscribe", "imprint")
    assert lacking(past)["invitation"] == ("place", "summary", "agenda")


def test_what_is_closed_or_cancelled_needs_no_link_and_no_agenda() -> None:
    closed = "title: Treffen\ndate: 2027-09-16\nregistration: {until: 2026-11-22}"
    assert lacking(closed)["invitation"] == ("time", "place", "summary", "agenda")
    off = "title: Treffen\nstatus: cancelled\ndate: 2027-09-16"
    assert lacking(off)["invitation"] == ("place", "summary")


def test_the_contact_of_the_series_will_do() -> None:
    assert lacking("title: Treffen", "contact: fragen@example.org")["confirmation"] == ("date", "time", "place")
