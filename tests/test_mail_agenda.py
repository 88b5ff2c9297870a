"""The programme in mails: what runs side by side is a choice, and each session says what, where and who."""

import re

import pytest
from sample import GOLDEN, SERIES, event_of, in_memory, texts

ROOMS = """\
title: Treff
status: confirmed
date: 2027-05-20
time: 10:00-16:00
agenda:
  - {title: Ankommen, type: welcome, minutes: 30, room: Foyer}
  - title: Karten lesen
    minutes: 60
    start: "10:30"
    room: Raum A
    teaser: Wir lesen Karten.
    by: [{name: Ida Beispiel, role: Leitung, organisation: hafen}]
  - {title: Sensoren, start: "10:30", minutes: 60, room: Raum B, by: [{organisation: hafen}]}
  - {title: Haushalt, start: "10:30", minutes: 60, room: Raum C, by: [Lea Probe]}
  - {title: Mittag, type: break, start: "11:30", minutes: 60}
  - {title: Werkzeuge, start: "12:30", minutes: 45, room: Raum B}
  - {title: Zahlen, start: "12:30", minutes: 30, room: Raum A}
"""


def mail(sort: str, kind: str = "invitation", event: str = ROOMS) -> str:
    """A mail about the event with rooms."""
    return texts(in_memory(GOLDEN, [event_of(event)], SERIES), kind)[f"treff-12/{kind}.{sort}"]


def rows(page: str) -> list[list[str]]:
    """The rows of the programme, each as the texts of its cells and paragraphs."""
    table = re.search(r'<table class="agenda".*?</table>', page, re.DOTALL)
    assert table
    return [
        [text for text in map(str.strip, re.split(r"<[^>]+>", row)) if text]
        for row in re.findall(r"<tr.*?</tr>", table[0], re.DOTALL)
    ]


def test_sessions_side_by_side_are_rows_of_one_time_and_the_room_stands_below_the_title() -> None:
    page = mail("html")
    assert rows(page) == [
        ["10:00", "Ankommen", "Foyer"],
        ["10:30", "Zur Wahl:"],
        ["Karten lesen", "Raum A", "Wir lesen Karten.", "Ida Beispiel", "Leitung, Hafen &amp; Lab"],
        ["Sensoren", "Raum B", "Hafen &amp; Lab"],
        ["Haushalt", "Raum C", "Lea Probe"],
        ["11:30", "Mittag"],
        ["12:30", "Zur Wahl:"],
        ["Zahlen", "Raum A, 30 min"],
        ["Werkzeuge", "Raum B, 45 min"],
    ]
    assert re.findall(r'<th[^>]* rowspan="(\d)"', page) == ["4", "3"]


def test_in_text_they_are_a_list_below_their_time() -> None:
    assert (
        "10:30  Zur Wahl:\n"
        "       - Karten lesen\n"
        "         Raum A\n"
        "         Wir lesen Karten.\n"
        "         Ida Beispiel (Leitung, Hafen & Lab)\n"
        "       - Sensoren\n"
        "         Raum B\n"
        "         Hafen & Lab\n"
        "       - Haushalt\n"
        "         Raum C\n"
        "         Lea Probe\n"
        "\n11:30  Mittag\n"
    ) in mail("txt")


def test_in_markdown_the_time_stands_once_and_the_room_in_the_column_of_its_title() -> None:
    assert (
        "| 10:00 | **Ankommen**<br>Foyer |  |\n"
        "| 10:30 | **Karten lesen**<br>Raum A | Ida Beispiel (Leitung, Hafen & Lab) |\n"
        "|  | **Sensoren**<br>Raum B | Hafen & Lab |\n"
    ) in mail("md", "newsletter").replace("\\", "").replace("&amp;", "&")


@pytest.mark.parametrize(("language", "said"), [("de", "Zur Wahl:"), ("en", "Choose one:")])
def test_a_choice_says_so_in_the_language_of_the_event(language: str, said: str) -> None:
    event = f"{ROOMS}language: {language}\n"
    assert (mail("txt", event=event).count(said), mail("html", event=event).count(said)) == (2, 2)


def test_a_name_is_ink_and_what_is_said_of_it_stands_muted_below() -> None:
    found = re.findall(r'<p class="below(?: who)?"[^>]*color: (#\w+)[^>]*>([^<]*)', mail("html"))
    of = {text: colour for colour, text in found}
    assert (of["Ida Beispiel"], of["Leitung, Hafen &amp; Lab"], of["Raum B"]) == ("#15233b", "#4a5872", "#4a5872")


def test_the_bar_of_a_draft_stands_below_the_masthead_as_on_paper() -> None:
    page = mail("html", event=ROOMS.replace("confirmed", "draft"))
    order = [page.index(part) for part in ("Muster", 'class="notice"', "<h1")]
    assert order == sorted(order)
