"""The handout: what it says of an agenda, before and after, and of one that is not known yet."""

import re
from base64 import b64decode, b64encode
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from sample import GOLDEN, REPOSITORY, SERIES, TODAY, event_of, in_memory, sample, some, texts

from labcamp.workspace import load

LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><rect width="40" height="10"/></svg>'
BASE = "title: Treff\nstatus: confirmed\n"


def handout(event: str, series: str = SERIES) -> tuple[str, str]:
    """The page and the Markdown of an event."""
    files = texts(in_memory(GOLDEN, [event_of(event, series)], series), "agenda")
    return files["treff-12/agenda.html"], files["treff-12/agenda.md"]


def test_an_unknown_agenda_follows_as_long_as_the_event_is_to_come() -> None:
    for text in handout(BASE):
        assert "Das Programm folgt." in text
        assert "Uhrzeit" not in text


def test_a_past_event_without_agenda_tells_what_it_was_about() -> None:
    page, markdown = handout(f"{BASE}date: 2020-01-01\ndescription: Wir **haben** geredet.")
    assert "<p>Wir <strong>haben</strong> geredet.</p>" in page
    assert "## Worum es ging\n\nWir **haben** geredet.\n" in markdown
    assert "folgt" not in page + markdown


def test_without_times_there_is_no_column_for_them() -> None:
    page, markdown = handout(f"{BASE}agenda: [Eins, Zwei]")
    assert re.findall(r"<th scope=\"col\".*?>(.*?)</th>", page) == ["Worum es geht", "Wer"]
    assert "1. **Eins**\n2. **Zwei**\n" in markdown


def test_each_row_says_when_what_and_who() -> None:
    page, markdown = handout(
        f"{BASE}date: 2027-03-11\ntime: 14:00-15:00\n"
        "agenda: [{title: Eins, minutes: 20, by: [{name: Ida, organisation: hafen}]}, {title: Pause, type: break}]"
    )
    assert "| 14:00 | **Eins** | Ida (Hafen & Lab) |\n| 14:20 | *Pause* |  |\n" in markdown
    assert re.findall(r'class="time">(\d\d:\d\d)', page) == ["14:00", "14:20"]
    assert '<tr class="pause">' in page


def test_who_it_is_stands_above_what_they_are_and_a_room_below_the_title() -> None:
    page, _ = handout(
        f"{BASE}date: 2027-03-11\ntime: 14:00-15:00\n"
        "agenda: [{title: Eins, minutes: 20, room: '7', teaser: Warum, by: [{name: Ida, organisation: hafen}]}]"
    )
    row = page.partition("<tbody>")[2].partition("</tbody>")[0]
    assert re.findall(r"<td.*?</td>", re.sub(r"\n", "", row)) == [
        '<td><p class="title">Eins</p><p class="small">Raum 7</p><p>Warum</p></td>',
        '<td class="who"><p>Ida</p><p class="small">Hafen &amp; Lab</p></td>',
    ]


def test_what_runs_side_by_side_has_one_time_and_a_cell_for_each_room() -> None:
    page, _ = handout(
        f"{BASE}date: 2027-03-11\ntime: 14:00-15:00\nagenda:\n"
        "- {title: Eins, minutes: 20}\n"
        "- {title: Zwei, start: '14:20', minutes: 40, room: A}\n"
        "- {title: Drei, start: '14:20', minutes: 20, room: B, by: [{name: Ida}]}\n"
        "- {title: Vier, start: '14:40', minutes: 10, room: B}\n"
    )
    body = re.sub(r"\n", "", page.partition("<table>")[2].partition("</table>")[0])
    assert re.findall(r"<t[hdr].*?>", body.replace("thead", "head")) == [
        "<tr>", '<th scope="col" class="time">', '<th scope="col" colspan="2">',
        "<tr>", '<th scope="row" class="time">', '<td colspan="2">',
        '<tr class="choice">', '<th scope="row" class="time">', '<td rowspan="2">', "<td>",
        "<tr>", '<th scope="row" class="time">', "<td>",
    ]  # fmt: skip
    assert re.findall(r"<div>(.*?)</div>", body) == [
        '<p class="title">Eins</p>',
        '<p class="title">Zwei</p><p class="small">A</p><p class="small">40 min</p>',
        '<p class="title">Drei</p><p class="small">B</p><p class="small">20 min</p><p>Ida</p>',
        '<p class="title">Vier</p><p class="small">B</p>',
    ]


def test_only_a_handout_for_an_event_to_come_has_room_for_notes() -> None:
    assert '<div class="notes">' in handout(BASE)[0]
    assert '<div class="notes">' not in handout(f"{BASE}date: 2020-01-01")[0]


def test_a_past_handout_says_who_came_and_what_can_be_read() -> None:
    for text in handout(
        f"{BASE}date: 2020-01-01\nattendance: {{people: 7}}\nlinks: [{{title: L, url: https://a.example.org}}]"
    ):
        assert text.index("Zum Nachlesen") < text.index("Dabei waren 7 Menschen.") or text.startswith("# ")
        assert "https://a.example.org" in text


def test_the_page_brings_its_fonts_and_asks_nobody_for_anything() -> None:
    page, _ = handout(BASE)
    embedded = [b64decode(font) for font in re.findall(r'url\("data:font/woff2;base64,([A-Za-z0-9+/=]+)"\)', page)]
    parts = ("latin-400", "latin-700", "latin-ext-400", "latin-ext-700")
    fonts = REPOSITORY / "templates/fonts"
    assert embedded == [(fonts / f"atkinson-hyperlegible-next-{part}-normal.woff2").read_bytes() for part in parts]
    assert re.findall(r"(?:src=|url\()[\"']?(?!data:)[^ ]{0,30}", page.replace('src: url("data:', "")) == []


def test_the_handout_of_a_cancelled_event_has_no_programme() -> None:
    event = "title: T\nstatus: cancelled\ndate: 2027-03-11\ntime: '14:00'\nmoderation: Ida\ndescription: Worum\n"
    for page in handout(f"{event}agenda: [{{title: Auftakt, minutes: 30}}]\n"):
        assert "Dieses Treffen ist abgesagt." in page
        assert [word for word in ("Auftakt", "Ida", "Worum", "Das Programm") if word in page] == []


def test_the_logo_takes_the_place_of_the_name_and_comes_with_the_page(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/logo.svg").write_bytes(LOGO)
    series = f"{SERIES}logo: logo.svg\n"
    page = texts(in_memory(tmp_path, [event_of(BASE, series)], series), "agenda")["treff-12/agenda.html"]
    address = f"data:image/svg+xml;base64,{b64encode(LOGO).decode()}"
    assert f'<img class="logo" src="{address}" alt="MusterTreff">' in page
    assert 'class="mark"' not in page


def test_without_its_file_the_logo_leaves_the_name() -> None:
    page, _ = handout(BASE, f"{SERIES}logo: logo.svg\n")
    assert ('<span class="mark">Treff</span>' in page, 'class="logo"' in page) == (True, False)


def test_on_paper_a_code_and_addresses_in_words_lead_on() -> None:
    page, _ = handout(f"{BASE}registration: https://example.org/anmelden\n")
    assert '<p>Meldet euch hier an: <a href="https://example.org/anmelden">Zur Anmeldung</a></p>' in page
    assert 'alt="QR-Code, führt zu https://example.org/anmelden"><figcaption>Zur Anmeldung<' in page
    assert "<figure" not in handout(BASE)[0]


def test_a_link_whose_people_have_said_no_is_shown_nowhere() -> None:
    links = (
        "links: [{title: Ja, url: https://example.org/ja}, {title: Nein, url: https://example.org/nein, consent: no}]"
    )
    session = f"agenda: [{{title: A, {links}}}]"
    for page in handout(f"{BASE}\n{links}\n{session}\n"):
        assert ("https://example.org/ja" in page, "https://example.org/nein" in page) == (True, False)


def test_a_page_has_one_first_heading_and_skips_no_level() -> None:
    for workspace in (sample(), load(REPOSITORY, TODAY)):
        for name, page in some(texts(workspace, "agenda", "invitation", "newsletter").items()):
            levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
            if name.endswith(".html"):
                assert levels[0] == 1, name
                assert levels.count(1) == 1, name
                assert [after for before, after in pairwise(levels) if after > before + 1] == [], name


def test_a_page_says_its_language() -> None:
    for event, language in (("", "de"), ("language: en\n", "en"), ("language: de-AT\n", "de-AT")):
        assert f'<html lang="{language}" dir="ltr">' in handout(BASE + event)[0]


def test_the_markdown_is_one_table_a_day() -> None:
    markdown = texts(sample(), "agenda")["two-days/agenda.md"]
    kinds = [token.type for token in MarkdownIt("js-default").parse(markdown)]
    assert (kinds.count("table_open"), kinds.count("tbody_open"), kinds.count("tr_open")) == (2, 2, 2 + 3 + 2)


def test_a_workspace_extends_the_page_instead_of_copying_it(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/agenda.html.j2").write_text(
        '{% extends "labcamp/agenda.html.j2" %}{% block style %}h1 { color: red; }{% endblock %}'
        "{% block notes %}<p>Bitte hier abgeben</p>{% endblock %}",
        "utf-8",
    )
    page = texts(in_memory(tmp_path, [event_of(BASE)]), "agenda")["treff-12/agenda.html"]
    assert "h1 { color: red; }</style>" in page
    assert "<p>Bitte hier abgeben</p>" in page
    assert '<div class="notes">' not in page
