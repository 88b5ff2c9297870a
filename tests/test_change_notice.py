"""What a notice of changes says: each change once, as people speak."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sample import GOLDEN, SERIES, TODAY, event_of, every_mail, in_memory
from test_mail_goldens import read_by_a_person

from labcamp.model.entries import all_entries
from labcamp.model.ledger import recorded
from labcamp.render.mails.changes import changes_of, lines_of_change
from labcamp.render.stage import facts_of, stage_of

Golden = Callable[[str, bytes], None]
SIGNED = f"{SERIES}contact: {{name: Erika Muster, email: treff@example.org}}\n"
DAYS_ONLY = "number: 12\nstatus: confirmed\ndate: 2027-11-16/2027-11-17\nplace: online\n"
TWO_DAYS = f"{DAYS_ONLY}time: 09:00-12:00\n"
HYBRID = TWO_DAYS.replace(
    "online", "{name: Haus, room: Saal, street: Ring 1, postcode: 50670, city: Köln, country: DE, online: yes}"
)
AGENDA = "agenda: [{title: Labore findn, minutes: 60, room: A}, {title: Ende, minutes: 60}]\n"


WHOLE = f"""{TWO_DAYS}registration: {{until: 2027-11-01}}
agenda: [{{title: Labore, minutes: 60, room: A}}, {{title: Ende, minutes: 60}}, {{title: Zwei, day: 2, minutes: 60}}]
"""
ONE_DAY = "number: 12\nstatus: confirmed\ndate: 2027-11-16\ntime: 20:00-02:00\nplace: online\n"
HOUSE = "{name: Haus, city: Köln}"
NINE, TEN = "jeweils 9 bis 12 Uhr", "jeweils 10 bis 13 Uhr"
ALL_AT_ONCE = f"""number: 12
theme: Neu
status: confirmed
date: 2027-11-23/2027-11-24
time: 10:00-13:00
place: {HOUSE}
registration: {{until: 2027-11-08}}
agenda: [{{title: Labore, minutes: 60, room: B}}, {{title: Ende, minutes: 60}}, {{title: Zwei, day: 2, minutes: 60}}]
"""
ALL_AT_ONCE_TOLD = [
    f"Neuer Termin: Dienstag, 23. November, bis Mittwoch, 24. November 2027, {TEN} "
    f"(bisher: Dienstag, 16. November, bis Mittwoch, 17. November 2027, {NINE})",
    "Neuer Ort: Haus, Köln (bisher: online)",
    "Neuer Titel: MusterTreff #12: Neu (bisher: MusterTreff #12)",
    "Labore: Neuer Raum: B (bisher: A)",
    "Neuer Anmeldeschluss: Montag, 8. November 2027 (bisher: Montag, 1. November 2027)",
]


def lines(before: str, after: str) -> list[str]:
    """The lines of the notice, which are the same before and after the change is announced."""
    old, new = event_of(before), event_of(after)
    place = in_memory(Path(), [new])
    once = recorded(all_entries(old, place.series), {}, TODAY)
    twice = recorded(all_entries(new, place.series), once, TODAY + dt.timedelta(days=2))
    told = []
    for ledger in (once, twice):
        stage = stage_of(replace(place, announced={new.id: ledger}))
        told.append(lines_of_change(facts_of(stage, new), changes_of(stage, new)).more["changes"])
    assert told[0] == told[1]
    assert isinstance(told[0], list)
    return told[0]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (DAYS_ONLY, TWO_DAYS, ["Beginn und Ende: jeweils 9 bis 12 Uhr"]),
        (
            TWO_DAYS,
            TWO_DAYS.replace("09:00", "10:00"),
            ["Neue Uhrzeit: jeweils 10 bis 12 Uhr (bisher: jeweils 9 bis 12 Uhr)"],
        ),
        (
            TWO_DAYS,
            TWO_DAYS.replace("/2027-11-17", ""),
            [
                "Neuer Termin: Dienstag, 16. November 2027, 9 bis 12 Uhr (bisher: Dienstag, 16. November, bis "
                "Mittwoch, 17. November 2027, jeweils 9 bis 12 Uhr)"
            ],
        ),
        (
            TWO_DAYS,
            TWO_DAYS.replace("-17", "-18"),
            [
                "Neuer Termin: Dienstag, 16. November, bis Donnerstag, 18. November 2027, jeweils 9 bis 12 Uhr "
                "(bisher: Dienstag, 16. November, bis Mittwoch, 17. November 2027, jeweils 9 bis 12 Uhr)"
            ],
        ),
        (HYBRID, HYBRID.replace("Saal", "Raum 2"), ["Neuer Raum: Raum 2 (bisher: Saal)"]),
        (HYBRID.replace("room: Saal, ", ""), HYBRID, ["Neuer Raum: Saal (bisher: noch offen)"]),
        (
            HYBRID,
            HYBRID.replace("Haus", "Hof"),
            [
                "Neuer Ort: Hof, Saal, Ring 1, 50670 Köln, auch online "
                "(bisher: Haus, Saal, Ring 1, 50670 Köln, auch online)"
            ],
        ),
        (
            TWO_DAYS + AGENDA,
            (TWO_DAYS + AGENDA).replace("findn", "finden"),
            ["Labore finden: Neuer Titel: Labore finden (bisher: Labore findn)"],
        ),
        (
            TWO_DAYS + AGENDA,
            (TWO_DAYS + AGENDA).replace("room: A", "room: B"),
            ["Labore findn: Neuer Raum: B (bisher: A)"],
        ),
        (WHOLE, ALL_AT_ONCE, ALL_AT_ONCE_TOLD),
        (WHOLE, WHOLE.replace("09:00-12:00", "10:00-13:00"), [f"Neue Uhrzeit: {TEN} (bisher: {NINE})"]),
        (WHOLE, WHOLE.replace("09:00-12:00", "09:00-13:00"), [f"Neue Uhrzeit: jeweils 9 bis 13 Uhr (bisher: {NINE})"]),
        (WHOLE, WHOLE.replace("place: online", f"place: {HOUSE}"), ["Neuer Ort: Haus, Köln (bisher: online)"]),
        (
            WHOLE,
            WHOLE.replace("place: online", f"place: {HOUSE}").replace("room: A", "room: B"),
            ["Neuer Ort: Haus, Köln (bisher: online)", "Labore: Neuer Raum: B (bisher: A)"],
        ),
        (
            WHOLE,
            WHOLE.replace("{title: Ende,", "{title: Ende, day: 2,"),
            [
                "Ende: Neuer Termin: Mittwoch, 17. November 2027, 9 bis 10 Uhr "
                "(bisher: Dienstag, 16. November 2027, 10 bis 11 Uhr)",
                "Zwei: Neue Uhrzeit: 10 bis 11 Uhr (bisher: 9 bis 10 Uhr)",
            ],
        ),
        (
            WHOLE,
            WHOLE.replace("2027-11-16/", "2027-11-15/").replace("day: 2", "day: 3"),
            [
                "Neuer Termin: Montag, 15. November, bis Mittwoch, 17. November 2027, jeweils 9 bis 12 Uhr "
                "(bisher: Dienstag, 16. November, bis Mittwoch, 17. November 2027, jeweils 9 bis 12 Uhr)",
            ],
        ),
        (
            WHOLE,
            WHOLE.replace("/2027-11-17", "").replace(", {title: Zwei, day: 2, minutes: 60}", ""),
            [
                "Neuer Termin: Dienstag, 16. November 2027, 9 bis 12 Uhr (bisher: Dienstag, 16. November, bis "
                "Mittwoch, 17. November 2027, jeweils 9 bis 12 Uhr)",
                "Nicht mehr im Programm: Zwei",
            ],
        ),
        (WHOLE.replace("confirmed", "cancelled"), WHOLE, ["Das Treffen findet doch statt."]),
        (
            ONE_DAY.replace("-16", ""),
            ONE_DAY,
            ["Neuer Termin: Dienstag, 16. November 2027, 20 bis 2 Uhr (bisher: November 2027)"],
        ),
        (
            ONE_DAY.replace("-16", ""),
            ONE_DAY.replace("11-16", "12"),
            ["Neuer Termin: Dezember 2027 (bisher: November 2027)"],
        ),
        (ONE_DAY, ONE_DAY.replace("02:00", "03:00"), ["Neue Uhrzeit: 20 bis 3 Uhr (bisher: 20 bis 2 Uhr)"]),
        (
            ONE_DAY,
            f"{ONE_DAY}zone: Europe/Lisbon\n",
            ["Neue Uhrzeit: 20 bis 2 Uhr (Ortszeit Lissabon) (bisher: 20 bis 2 Uhr)"],
        ),
    ],
)
def test_each_change_is_told_once_for_all_days(before: str, after: str, told: list[str]) -> None:
    assert lines(before, after) == told


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_mail_about_all_changes_at_once_reads_as_it_should(language: str, golden: Golden) -> None:
    old, new = (event_of(f"{text}language: {language}\n", SIGNED) for text in (WHOLE, ALL_AT_ONCE))
    place = in_memory(GOLDEN, [new], SIGNED)
    ledger = recorded(all_entries(old, place.series), {}, TODAY)
    mails = every_mail(replace(place, announced={new.id: ledger}), only=(new.id, "change-notice"))
    golden(f"changed/{language}.change-notice.txt", read_by_a_person(mails[f"{new.id}/change-notice"]))


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    ("kind", "status"), [("save-the-date", "confirmed"), ("confirmation", "confirmed"), ("cancellation", "cancelled")]
)
def test_a_mail_about_a_month_names_no_day_and_promises_no_file(
    kind: str, status: str, language: str, golden: Golden
) -> None:
    text = f"number: 12\nstatus: {status}\nlanguage: {language}\ndate: 2027-11\nplace: online\n"
    event = event_of(f"{text}registration: https://example.org/r\n", SIGNED)
    mail = every_mail(in_memory(GOLDEN, [event], SIGNED), only=(event.id, kind))[f"{event.id}/{kind}"]
    assert mail.attachment is None
    golden(f"month/{language}.{kind}.txt", read_by_a_person(mail))
