"""What a notice of changes says: each change once, as people speak."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from sample import TODAY, event_of, in_memory

from labcamp.model.entries import all_entries
from labcamp.model.ledger import recorded
from labcamp.render.mails.changes import changes_of, said
from labcamp.render.stage import facts_of, stage_of

DAYS_ONLY = "number: 12\nstatus: confirmed\ndate: 2027-11-16/2027-11-17\nplace: online\n"
TWO_DAYS = f"{DAYS_ONLY}time: 09:00-12:00\n"
HYBRID = TWO_DAYS.replace(
    "online", "{name: Haus, room: Saal, street: Ring 1, postcode: 50670, city: Köln, country: DE, online: yes}"
)
AGENDA = "agenda: [{title: Labore findn, minutes: 60, room: A}, {title: Ende, minutes: 60}]\n"


def lines(before: str, after: str) -> list[str]:
    """The lines of the notice, which are the same before and after the change is announced."""
    old, new = event_of(before), event_of(after)
    place = in_memory(Path(), [new])
    once = recorded(all_entries(old, place.series), {}, TODAY)
    twice = recorded(all_entries(new, place.series), once, TODAY + dt.timedelta(days=2))
    told = []
    for ledger in (once, twice):
        stage = stage_of(replace(place, announced={new.id: ledger}))
        told.append(said(facts_of(stage, new), changes_of(stage, new)).more["changes"])
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
    ],
)
def test_each_change_is_told_once_for_all_days(before: str, after: str, told: list[str]) -> None:
    assert lines(before, after) == told
