"""The newsletter: the event, a look back at the one before, what comes next, and what the law asks for."""

import re

import pytest
from sample import GOLDEN, SERIES, event_of, in_memory, sample, some, texts

BASE = "title: Treff\nstatus: confirmed\n"
LATER = f"{BASE}date: 2027-03-11\n"
PAST = f"{BASE}date: 2026-03-11\n"
LINKS = "links: [{title: Bericht, url: https://example.org/bericht}]\n"


def letter(event: str, series: str = SERIES, sort: str = "txt", **others: str) -> str:
    """The newsletter about an event, among others."""
    events = [event_of(event, series), *(event_of(text, series, id_) for id_, text in others.items())]
    return texts(in_memory(GOLDEN, events, series), "newsletter")[f"treff-12/newsletter.{sort}"]


def sections(text: str) -> list[str]:
    """The headings of a text part."""
    return re.findall(r"^== (.*) ==$", text, re.MULTILINE)


def test_a_newsletter_about_an_event_to_come_looks_back_at_the_one_before() -> None:
    text = letter(f"{LATER}summary: Worum.\nagenda: [A]\n", before=f"{PAST}{LINKS}")
    assert sections(text) == ["Das Programm", "Zum Nachlesen: Treff"]
    assert "\nBericht:\nhttps://example.org/bericht\n" in text


def test_a_newsletter_about_a_past_event_looks_back_at_it_and_names_the_next() -> None:
    text = letter(f"{PAST}{LINKS}description: Wir redeten.\nagenda: [A]\n", later=LATER.replace("Treff", "Später"))
    assert sections(text) == ["Worum es ging", "Das stand auf dem Programm", "Zum Nachlesen", "Als Nächstes"]
    assert "Wir redeten.\n" in text
    assert text.count("Später, Donnerstag, 11. März 2027, Uhrzeit folgt.\n") == 1


def test_what_comes_next_is_neither_a_draft_nor_cancelled_nor_the_event_itself() -> None:
    unknown = "Der nächste Termin steht noch nicht fest. Sobald es so weit ist, hört\nihr von uns.\n"
    assert unknown in letter(PAST, draft=LATER.replace("confirmed", "draft"))
    assert unknown in letter(PAST, gone=LATER.replace("confirmed", "cancelled"))
    assert unknown in letter(f"title: T\nstatus: cancelled\n{LATER.splitlines()[2]}")


def test_what_comes_next_has_its_button_only_as_long_as_people_can_register() -> None:
    soon = f"{LATER}registration: {{url: https://example.org/x, until: 2027-03-01}}"
    assert "https://example.org/x\n" in letter(PAST, later=soon)
    assert "https://example.org/x" not in letter(PAST, later=soon.replace("2027-03-01", "2026-11-01"))


@pytest.mark.parametrize("sort", ["html", "txt", "md"])
def test_a_missing_imprint_and_way_to_unsubscribe_are_left_to_fill_in(sort: str) -> None:
    text = letter(LATER, sort=sort).replace("\\", "")
    assert "[Impressum eintragen]" in text
    assert "[Abmeldelink eintragen]" in text


@pytest.mark.parametrize("sort", ["html", "txt", "md"])
def test_imprint_privacy_and_the_way_to_unsubscribe_are_there_when_they_are_known(sort: str) -> None:
    text = " ".join(texts(sample(), "newsletter")[f"full/newsletter.{sort}"].replace("&amp;", "&").split())
    for known in (
        "https://example.org/abmelden?liste=treff&sprache=de",
        "https://example.org/impressum",
        "https://example.org/datenschutz",
        "Platz 1, 12101 Berlin",
        "Ihr bekommt diese Mail",
        "Wir messen nicht, ob unsere Mails gelesen werden.",
    ):
        assert known in text
    assert "eintragen]" not in text


def test_an_imprint_of_several_lines_keeps_them_and_no_text_of_the_series_becomes_html() -> None:
    imprint = "imprint:\n  text: |\n    <script>\n    Zeile & zwei\n"
    series = f'{SERIES}{imprint}subtitle: "<b>"\nhashtags: ["#<i>"]\nchannels: ["<u>"]\n'
    page = letter(LATER, series, "html")
    assert "&lt;script&gt;<br>Zeile &amp; zwei<br>" in page
    assert re.findall(r"<(?:script|b|i|u)>", page) == []


def test_news_stand_under_the_programme_with_their_links() -> None:
    text = texts(sample(), "newsletter")["full/newsletter.txt"]
    came = "Was aus dem letzten Treffen geworden ist"
    assert sections(text) == [came, "Das Programm", "Aus der Community", "Zum Vormerken"]
    assert (
        "== Aus der Community ==\n\nEin Leitfaden ist da:\nhttps://example.org/leitfaden\n\nKurz und gut: 12 Seiten.\n"
        in text
    )


def test_channels_with_an_address_are_links_and_those_without_are_named() -> None:
    text = texts(sample(), "newsletter")["full/newsletter.txt"]
    assert "\nForum:\nhttps://example.org/forum\n" in text.partition("\n-- \n")[2]
    assert "Ihr findet uns auch hier: Chat der Labore und Rundbrief. Schreibt uns,\ndann laden wir euch ein.\n" in text


def test_where_to_find_us_is_left_out_when_nobody_knows() -> None:
    assert letter(LATER).partition("\n-- \n")[2].startswith("Ihr bekommt diese Mail")


def test_the_markdown_has_the_same_sections_as_the_text() -> None:
    for event in some(sample().events):
        files = texts(sample(), "newsletter")
        headings = re.findall(r"^## (.*)$", files[f"{event.id}/newsletter.md"], re.MULTILINE)
        headings = [heading for heading in headings if event.title not in heading.replace("\\", "")]
        assert headings == [s for s in sections(files[f"{event.id}/newsletter.txt"]) if event.title not in s], event.id


def test_the_organisers_own_intro_stands_first() -> None:
    text = letter(f"{LATER}newsletter: {{subject: Kommt alle!, intro: Liebe Leute.}}")
    assert text.startswith("Kommt alle!\n\nLiebe Leute.\n\nTreff\n")


@pytest.mark.parametrize("sort", ["html", "txt", "md"])
@pytest.mark.parametrize(("intro", "times"), [("", 1), ("Liebe Leute.", 1), ("Liebe Leute, das steht uns bevor.", 0)])
def test_what_it_is_about_is_said_once_and_not_below_an_own_intro_that_says_it(
    intro: str, times: int, sort: str
) -> None:
    own = f"newsletter: {{intro: '{intro}'}}" if intro else ""
    text = letter(f"{LATER}summary: Worum es heute geht.\n{own}", sort=sort)
    assert text.count("Worum es heute geht") == times


def test_what_a_notice_leads_to_is_not_told_again() -> None:
    news = "news: [{title: Der Bericht ist da, url: https://example.org/bericht}]\n"
    text = letter(f"{LATER}{news}", before=f"{PAST}{LINKS}")
    assert sections(text) == ["Aus der Community"]
    assert text.count("https://example.org/bericht") == 1


def test_notices_and_the_look_back_are_one_block_to_read() -> None:
    page = letter(f"{LATER}news: [{{title: Neu, url: https://example.org/neu}}]", sort="html", before=f"{PAST}{LINKS}")
    heads = re.findall(r"<(h[1-6])[^>]*>(?:<a[^>]*>)?([^<]*)", page)
    assert heads[1:] == [("h2", "Aus der Community"), ("h3", "Neu"), ("h3", "Zum Nachlesen: Treff")]


def test_the_headline_is_not_said_again_in_the_card() -> None:
    theme = f"{LATER}theme: Labore\n"
    assert letter(theme).count("Treff am 11. März: Labore") == 1
    assert letter(theme).count("Treff: Labore") == 0
    assert letter(f"{theme}newsletter: {{subject: Kommt alle!}}").count("Treff: Labore") == 1
    assert [head for head, _ in re.findall(r"<(h[12])[ >](.*?)<", letter(theme, sort="html"))] == ["h1"]


def test_hosts_who_organise_the_series_are_named_at_the_end_alone() -> None:
    series = f"{SERIES}organisers: [hafen]\n"
    assert letter(f"{LATER}hosts: [hafen]", series).count("Hafen & Lab") == 1
    assert "Gastgeber: Werkstatt\n" in letter(f"{LATER}hosts: [werkstatt]", series)


@pytest.mark.parametrize("sort", ["html", "txt", "md"])
def test_the_card_speaks_of_the_calendar_file_that_is_attached_or_links_the_published_one(sort: str) -> None:
    attached, published = "Der Termin für euren Kalender hängt an dieser Mail.", "Termin in den Kalender übernehmen"
    page = letter(LATER, sort=sort)
    assert (page.count(attached), page.count(published)) == (1, 0)
    page = letter(LATER, f"{SERIES}public: https://example.org/treffs\n", sort)
    assert (page.count(attached), page.count(published)) == (0, 1)
    assert "https://example.org/treffs/treff-12/treff-12.ics" in page
    assert attached not in letter(PAST, sort=sort)


def test_the_programme_names_the_kind_of_a_session_where_the_title_does_not() -> None:
    by = "by: [{organisation: hafen}]"
    text = letter(f"{LATER}agenda: [{{title: A, type: input, {by}}}, {{title: Ein Impuls, type: input, {by}}}, B]")
    assert "A\n  Impuls, Hafen & Lab\n\n- Ein Impuls\n  Hafen & Lab\n\n- B\n" in text


def test_one_link_is_a_line_and_two_are_a_list() -> None:
    one, two = (
        letter(f"{LATER}{LINKS}", sort="html"),
        letter(f"{LATER}links: [{{title: A, url: https://a.de}}, {{title: B, url: https://b.de}}]", sort="html"),
    )
    assert (one.count("<li"), two.count("<li")) == (0, 2)


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("txt", "Wie weit\n  https://example.org/t/treff-12/wie-weit.html\n"),
        ("md", "[**Wie weit**](<https://example.org/t/treff-12/wie-weit.html>)"),
        ("html", '<a href="https://example.org/t/treff-12/wie-weit.html"'),
    ],
)
def test_looking_back_an_input_leads_to_its_page_and_the_mail_to_that_of_the_event(sort: str, expected: str) -> None:
    event = f"{PAST}agenda: [{{title: Wie weit, type: input}}, B]\n"
    page = letter(event, f"{SERIES}public: https://example.org/t\n", sort)
    assert expected in page
    assert page.count("https://example.org/t/treff-12/") == page.count("wie-weit.html") + 2  # to read, and in a browser
    assert "https://example.org/t" not in letter(event, sort=sort)
