"""Signs: one for the door and one for each room, whose main line is read from two metres, and nothing cut."""

import pytest
from pdf_judge import boxes_on, broken_rules, letters, pages_of, sizes_on
from sample import GOLDEN, event_of, in_memory

from labcamp.findings import Finding, LabcampError
from labcamp.model import Event
from labcamp.render.prints import PRINTS
from labcamp.render.stage import stage_of

READ_FROM_AFAR = 44  # points: capitals of 10 mm
EVENT = """\
title: MusterTreff 12
theme: Labore nach dem Projekt
status: confirmed
date: 2027-03-11
time: 9:30-17:00
place: {name: Haus der Ideen, city: Berlin, room: Saal 2}
agenda:
  - {title: Ankommen, type: welcome, minutes: 30}
  - {title: Holz, type: workshop, start: "10:00", minutes: 60, room: Große Werkstatt}
  - {title: Stein, type: workshop, start: "10:00", minutes: 60, room: "3"}
  - {title: Pause, type: break, start: "11:00", minutes: 30}
"""
LONG = """\
title: "TITLE"
theme: "THEME"
date: 2027-03-11/2027-03-13
time: 9:30-17:00
place: {name: Haus, room: "ROOM"}
agenda:
"""


def signs(event: Event) -> bytes:
    (file,) = PRINTS["signs"].render(stage_of(in_memory(GOLDEN / "nothing", [event])), (event,))
    assert file.name == "treff-12/signs.pdf"
    return file.content


def long(title: str, count: int = 1) -> Event:
    """An event that says a long text everywhere, in one room on three days, with so many sessions each day."""
    rows = (
        f"  - {{title: '{title} {number}', day: {day}, minutes: 10}}\n" for day in (1, 2, 3) for number in range(count)
    )
    return event_of(LONG.replace("TITLE", title).replace("THEME", title).replace("ROOM", title) + "".join(rows))


def test_the_door_says_what_it_is_and_when_and_each_room_what_happens_there() -> None:
    label = "Uhrzeit Worum es geht"
    expected = [
        "Muster Treff Haus der Ideen Herzlich willkommen MusterTreff 12 Labore nach dem Projekt "
        "Donnerstag, 11. März 2027, 9:30 bis 17 Uhr Saal 2",
        f"Muster Treff 12 Saal 2 {label} 09:30 Ankommen 11:00 Pause",
        f"Muster Treff 12 Große Werkstatt {label} 10:00 Holz",
        f"Muster Treff 12 Raum 3 {label} 10:00 Stein",
    ]
    assert [letters(text) for text in pages_of(signs(event_of(EVENT)))] == [letters(text) for text in expected]


@pytest.mark.parametrize(
    "title", ["Saal", "Donaudampfschifffahrtsgesellschaft", "Ein Raum mit einem sehr langen Namen " * 3]
)
def test_nothing_is_cut_however_long_it_is(title: str) -> None:
    content = signs(long(title))
    for sheet in boxes_on(content):
        assert [box for box in sheet if box.left < 19.5 or box.right > 277.5 or box.top < 15 or box.bottom > 192] == []
    # On the door title, theme and room; in the room above all, its name and three sessions
    assert letters("".join(pages_of(content))).count(letters(title)) == 3 + 5


def test_an_agenda_that_is_too_long_for_one_page_goes_on_on_the_next() -> None:
    text = letters("".join(pages_of(signs(long("Ein Thema", 12)))))
    assert [text.count(f"EinThema{number}") for number in range(2, 10)] == [3] * 8
    assert broken_rules(signs(long("Ein Thema", 12))) == []


def test_what_a_sign_is_for_can_be_read_from_two_metres() -> None:
    sheets = [dict(texts) for texts in sizes_on(signs(event_of(EVENT)))]
    assert [max(texts.values()) for texts in sheets] == [110, 110, 110, 110]
    assert min(size for texts in sheets for size in texts.values()) >= 14
    assert max(dict(sizes_on(signs(long("Ein Raum mit einem sehr langen Namen")))[1]).values()) >= READ_FROM_AFAR


def test_where_no_time_is_known_there_is_no_column_for_it() -> None:
    agenda = "agenda: [{title: Holz, room: Saal}]"
    _, room = pages_of(signs(event_of(f"title: T\nplace: {{name: Haus}}\n{agenda}")))
    assert ("Worum es geht" in room, "Uhrzeit" in room, "Holz" in room) == (True, False, True)


def test_a_cancelled_event_is_called_off_at_the_door_and_has_no_rooms() -> None:
    (door,) = pages_of(signs(event_of(EVENT.replace("confirmed", "cancelled"))))
    assert "Dieses Treffen ist abgesagt." in door
    assert "willkommen" not in door


def test_the_door_says_the_title_once_and_the_house_above_it() -> None:
    event = event_of("title: MusterTreff\nstatus: confirmed\nplace: {name: Kulturhafen, city: Hamburg, room: Saal 2}\n")
    (door,) = pages_of(signs(event))
    assert door.split("\n")[:3] == ["MusterTreff Kulturhafen", "Herzlich willkommen", "MusterTreff"]


def test_rooms_of_the_agenda_are_doors_even_where_the_house_is_not_known_yet() -> None:
    rooms = "".join(f"  - {{title: {n}, start: '10:00', minutes: 30, room: Raum {n}}}\n" for n in "ABCD")
    _, *sheets = pages_of(signs(event_of(f"title: T\nstatus: confirmed\ndate: 2027-03-11\nagenda:\n{rooms}")))
    assert [sheet.split("\n")[1] for sheet in sheets] == ["Raum A", "Raum B", "Raum C", "Raum D"]


def test_every_sign_of_a_draft_says_so() -> None:
    sheets = pages_of(signs(event_of(EVENT.replace("confirmed", "draft"))))
    assert [sheet.count("Entwurf: Dieses Treffen ist noch nicht angekündigt.") for sheet in sheets] == [1] * 4


def test_a_screen_reader_reads_each_sign() -> None:
    assert broken_rules(signs(event_of(EVENT))) == []


def test_the_same_event_gives_the_same_bytes() -> None:
    assert signs(event_of(EVENT)) == signs(event_of(EVENT)) != signs(event_of(EVENT.replace("Holz", "Glas")))


@pytest.mark.shows("LC048")
@pytest.mark.parametrize(
    "place", ["", "place: online\nagenda: [{title: A, room: B}]\n", "place: {url: 'https://example.org'}\n"]
)
def test_where_nobody_comes_through_a_door_there_is_no_sign(place: str) -> None:
    with pytest.raises(LabcampError) as caught:
        signs(event_of(f"title: T\n{place}"))
    path = (GOLDEN / "nothing/events/treff-12.yaml").as_posix()
    assert caught.value.findings == (Finding(path, 0, 0, "LC048", (("title", "T"),)),)
