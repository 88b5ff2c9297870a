"""Posts: what they say in each state, how each channel counts, what goes first, and that nothing gets in."""

import json
import re
from dataclasses import astuple
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import GOLDEN, SERIES, event_of, in_memory, written

from labcamp.render.posts import CHANNELS, Draft, drafts
from labcamp.render.posts.counting import graphemes, mastodon, octets, units, weighted
from labcamp.render.posts.parts import post_of, sentences
from labcamp.render.sentences import hashtags
from labcamp.render.stage import facts_of, stage_of

URL = "https://example.org/anmelden"
COMING = f"""\
number: 12
theme: Wirkung messen
status: confirmed
date: 2027-03-11
time: 14:00-17:00
place: online
summary: Woran merken wir, dass etwas wirkt? Zwei Labore zeigen ihre Antworten.
registration: {{url: {URL}, until: 2027-03-04}}
"""
PAST = """\
number: 12
theme: Rückschau
status: confirmed
date: 2026-03-11
summary: Was haben zehn Treffen gebracht?
attendance: {people: 34, labs: 21}
links:
  - {title: Bilder, url: https://example.org/bilder, type: photo, consent: ja}
  - {title: Folien, url: https://example.org/folien, type: slides}
  - {title: Bericht, url: https://example.org/bericht, type: report}
"""
FULL_SERIES = f"{SERIES}homepage: https://example.org/treff\nhashtags: ['#MusterTreff', öffentliches-gestalten]\n"


def draft(event: str, channel: str = "mastodon", series: str = SERIES) -> Draft:
    """The draft of a post about an event."""
    workspace = in_memory(GOLDEN, [event_of(event, series)], series)
    (made,) = drafts(stage_of(workspace), workspace.events, channel)
    return made


def post(event: str, channel: str = "mastodon", series: str = SERIES) -> str:
    """The text of a post about an event."""
    return draft(event, channel, series).files[0].content.decode()


def message(event: str, series: str = SERIES) -> Any:
    """The message for Slack about an event."""
    return json.loads(draft(event, "slack", series).files[1].content)


# What each state says


def test_a_post_about_an_event_to_come_says_what_when_where_and_how_to_take_part() -> None:
    assert post(COMING, series=FULL_SERIES) == (
        "MusterTreff #12: Wirkung messen\n"
        "\n"
        "Wir treffen uns am Donnerstag, 11. März 2027, 14 bis 17 Uhr. Ort: online, der Link kommt nach der Anmeldung.\n"
        "\n"
        "Woran merken wir, dass etwas wirkt? Zwei Labore zeigen ihre Antworten.\n"
        "\n"
        "Wir freuen uns auf euch.\n"
        "\n"
        "Meldet euch bis Donnerstag, 4. März, an:\n"
        "https://example.org/anmelden\n"
        "\n"
        "#MusterTreff #ÖffentlichesGestalten\n"
    )


def test_a_post_about_a_past_event_looks_back_and_links_the_report() -> None:
    assert post(PAST) == (
        "Rückblick: MusterTreff #12 – Rückschau\n"
        "\n"
        "Wir haben uns am Mittwoch, 11. März 2026, getroffen. Dabei waren 34 Menschen aus 21 Laboren.\n"
        "\n"
        "Was haben zehn Treffen gebracht?\n"
        "\n"
        "Danke an alle, die dabei waren.\n"
        "\n"
        "Zum Nachlesen:\n"
        "https://example.org/bericht\n"
    )


def test_a_post_about_a_cancelled_event_says_so_first_and_asks_nobody_to_register() -> None:
    cancelled = COMING.replace("confirmed", "cancelled\nreason: Zu viele von uns sind krank.")
    assert post(cancelled, series=FULL_SERIES) == (
        "Abgesagt: MusterTreff #12\n"
        "\n"
        "Unser Treffen am Donnerstag, 11. März 2027, fällt leider aus. Zu viele von uns sind krank.\n"
        "\n"
        "Wir hoffen, euch bald bei einem anderen Treffen zu sehen.\n"
        "\n"
        "Mehr dazu:\n"
        "https://example.org/treff\n"
        "\n"
        "#MusterTreff #ÖffentlichesGestalten\n"
    )


def test_a_draft_says_so_in_a_line_of_its_own_that_can_be_deleted() -> None:
    confirmed = post(COMING)
    assert post(COMING.replace("confirmed", "draft")) == (
        f"Entwurf: Dieses Treffen ist noch nicht angekündigt.\n\n{confirmed}"
    )


def test_what_is_not_known_yet_follows() -> None:
    assert post("{title: Treff, status: draft}").split("\n\n")[1:] == [
        "Treff",
        "Der Termin folgt. Der Ort folgt.",
        "Wir freuen uns auf euch.",
        "Wie ihr teilnehmt, erfahrt ihr noch.\n",
    ]


@pytest.mark.parametrize(
    ("keys", "when"),
    [
        ("date: 2027-03", "Wir treffen uns im März 2027. Der Tag folgt. Der Ort folgt."),
        ("date: 2027-03-11", "Wir treffen uns am Donnerstag, 11. März 2027. Die Uhrzeit folgt. Der Ort folgt."),
        ("date: 2027-03-11, time: '14:00'", "Wir treffen uns am Donnerstag, 11. März 2027, ab 14 Uhr. Der Ort folgt."),
        (
            "date: 2027-03-11/2027-03-12, time: 9-16, place: {name: Kontor e.V., city: Köln}",
            "Wir treffen uns am Donnerstag und Freitag, 11. und 12. März 2027, jeweils 9 bis 16 Uhr. "
            "Ort: Kontor e.V., Köln.",
        ),
        (
            "date: 2027-03-11, time: 9-16, place: {name: Kontor, online: ja}",
            "Wir treffen uns am Donnerstag, 11. März 2027, 9 bis 16 Uhr. Ort: Kontor, auch online.",
        ),
        (
            "date: 2027-03-18, time: 10-16, place: Kontor, language: en",
            "We are meeting on Thursday 18 March 2027, 10:00 to 16:00. Place: Kontor.",
        ),
        (
            "date: 2027-01, language: de-AT, place: Kontor",
            "Wir treffen uns im Jänner 2027. Der Tag folgt. Ort: Kontor.",
        ),
        ("date: 2026-03", "Wir haben uns im März 2026 getroffen."),
        ("date: 2026-03-11, language: en", "We met on Wednesday 11 March 2026."),
    ],
)
def test_when_and_where_are_said_as_far_as_they_are_known(keys: str, when: str) -> None:
    assert post(f"{{title: Treff, status: confirmed, {keys}}}").split("\n\n")[1].rstrip("\n") == when


@pytest.mark.parametrize(
    ("keys", "when"),
    [
        ("date: 2027-03-11", "Unser Treffen am Donnerstag, 11. März 2027, fällt leider aus."),
        ("date: 2026-03-11", "Unser Treffen am Mittwoch, 11. März 2026, ist leider ausgefallen."),
        ("date: 2027-03", "Unser Treffen im März 2027 fällt leider aus."),
        ("date: 2026-03", "Unser Treffen im März 2026 ist leider ausgefallen."),
        ("language: de", "Dieses Treffen ist abgesagt."),
        ("date: 2026-03, language: en", "We are sorry: our meeting in March 2026 did not take place."),
    ],
)
def test_a_cancelled_event_whose_day_is_over_did_not_take_place(keys: str, when: str) -> None:
    assert post(f"{{title: Treff, status: cancelled, {keys}}}").split("\n\n")[1] == when


def test_a_moved_event_says_for_which_day_it_was_announced_first() -> None:
    assert post(f"{COMING}moved_from: 2027-03-04\n").split("\n\n")[:2] == [
        "Neuer Termin: Angekündigt war dieses Treffen zuerst für Donnerstag, 4. März 2027.",
        "MusterTreff #12: Wirkung messen",
    ]


@pytest.mark.parametrize(
    ("event", "sie"),
    [
        (COMING, ("Wir freuen uns auf Sie.", "Bitte melden Sie sich bis Donnerstag, 4. März, an:")),
        (COMING.replace("confirmed", "cancelled"), ("Wir hoffen, Sie bald bei einem anderen Treffen zu sehen.",)),
    ],
)
def test_a_series_that_says_sie_says_it_in_posts_too(event: str, sie: tuple[str, ...]) -> None:
    text = post(event, series=f"{SERIES}address: Sie\n")
    assert [line for line in text.splitlines() if "Sie" in line] == list(sie)
    assert re.findall(r"\b(?:ihr|euch|Euch|eure)\b", text) == []


@pytest.mark.parametrize(
    ("keys", "series", "expected"),
    [
        ("", "", "Wie ihr teilnehmt, erfahrt ihr noch."),
        (
            "",
            "public: https://example.org/aus",
            "Wie ihr teilnehmt, erfahrt ihr noch. Mehr dazu:\nhttps://example.org/aus/treff-12/",
        ),
        (
            "links: [{title: Seite, url: https://example.org/12}]",
            "homepage: https://example.org/treff",
            "Wie ihr teilnehmt, erfahrt ihr noch. Mehr dazu:\nhttps://example.org/12",
        ),
        (
            f"registration: {{url: {URL}, until: 2026-11-01}}",
            "homepage: https://example.org/treff",
            "Anmeldeschluss war Sonntag, 1. November 2026. Fragt gern nach, ob noch etwas frei ist. Mehr dazu:\n"
            "https://example.org/treff",
        ),
        ("registration: {url: mailto:anmelden@example.org}", "", "Meldet euch hier an:\nanmelden@example.org"),
    ],
)
def test_where_nobody_can_register_the_post_leads_to_a_page(keys: str, series: str, expected: str) -> None:
    event = f"title: Treff\nstatus: confirmed\ndate: 2027-03-11\n{keys}\n"
    assert post(event, series=f"{SERIES}{series}\n").split("\n\n")[-1] == f"{expected}\n"


@pytest.mark.parametrize(
    ("links", "series", "expected"),
    [
        (
            "[{title: A, url: https://a.org, type: slides}, {title: B, url: https://b.org, type: report}]",
            "",
            "https://b.org",
        ),
        ("[{title: A, url: https://a.org, type: recording}]", "", ""),
        ("[{title: A, url: https://a.org, type: paper, consent: nein}]", "archive: https://c.org", "https://c.org"),
        ("[]", "homepage: https://d.org", "https://d.org"),
    ],
)
def test_a_look_back_leads_to_the_best_there_is_to_read(links: str, series: str, expected: str) -> None:
    text = post(f"title: T\nstatus: confirmed\ndate: 2026-03-11\nlinks: {links}\n", series=f"{SERIES}{series}\n")
    assert "".join(re.findall(r"https://\S+", text)) == expected


# How each channel counts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # text: graphemes, bytes, UTF-16 units, Mastodon, X
        ("Grüße", (5, 7, 5, 5, 5)),
        ("Gru\u0308\u00dfe", (5, 7, 5, 5, 5)),  # an umlaut in two characters
        ("x\u0323\u0302", (1, 5, 3, 1, 3)),  # marks that no single character has
        ("\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466", (1, 25, 11, 1, 2)),  # a family
        ("\U0001f1e9\U0001f1ea\U0001f1e6\U0001f1f9", (2, 16, 8, 2, 4)),  # two flags
        ("\U0001f44d\U0001f3fd", (1, 8, 4, 1, 2)),  # a skin tone
        ("1\ufe0f\u20e3", (1, 7, 3, 1, 2)),  # a key
        ("© \u00a9\ufe0f", (3, 8, 4, 3, 4)),  # a sign, and the same as a picture
        ("\U0001f44d", (1, 4, 2, 1, 2)),
        ("\U0001f44d\u0301\u0301", (1, 8, 4, 1, 4)),  # marks are no part of an emoji
        ("\U0001f3f4" + "".join(chr(0xE0000 + ord(sign)) for sign in "gbsct\x7f"), (1, 28, 14, 1, 2)),  # Scotland
        ("日本", (2, 6, 2, 2, 4)),
        ("„so“ – …", (8, 16, 8, 8, 9)),  # the points of omission are not among the light ones
        ("a\r\nb", (3, 4, 4, 3, 4)),
        ("https://example.org", (19, 19, 19, 23, 23)),
        (f"Seht {'https://example.org/' + 'x' * 80}.", (106, 106, 106, 29, 29)),
        ("(https://example.org/a_(b)?c=d#e)", (33, 33, 33, 25, 25)),
        ("https://exämple.org/größe", (25, 28, 25, 23, 23)),
        ("https://localhost/ab", (20, 20, 20, 20, 20)),  # no address to either
        ("example.org", (11, 11, 11, 11, 23)),  # X makes a link of it
        ("a" * 30 + ".org", (34, 34, 34, 34, 34)),
        ("@labor@social.example.org", (25, 25, 25, 6, 25)),
        ("Fragt @labor.berlin@example.org!", (32, 32, 32, 20, 32)),
        ("ida@example.org", (15, 15, 15, 15, 15)),
        ("", (0, 0, 0, 0, 0)),
    ],
)
def test_each_channel_counts_in_its_own_way(text: str, expected: tuple[int, ...]) -> None:
    assert tuple(count(text) for count in (graphemes, octets, units, mastodon, weighted)) == expected


def test_the_channels_take_what_they_say_they_take() -> None:
    limits = {name: [(limit.most, limit.unit) for limit in channel.limits] for name, channel in CHANNELS.items()}
    assert limits == {
        "slack": [(3000, "characters")],
        "teams": [(10000, "characters")],
        "mastodon": [(500, "characters")],
        "bluesky": [(300, "characters"), (3000, "bytes")],
        "linkedin": [(3000, "characters")],
        "x": [(280, "characters")],
    }


# What goes first when there is no room


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eins. Zwei! Drei? Vier…", ("Eins.", "Zwei!", "Drei?", "Vier…")),
        ("Es gibt z. B. Kaffee, d.h. Pausen. Danach Tee.", ("Es gibt z. B. Kaffee, d.h. Pausen.", "Danach Tee.")),
        ("Dr. Ida Beispiel und Prof. Muster reden. Kommt.", ("Dr. Ida Beispiel und Prof. Muster reden.", "Kommt.")),
        ("Wir treffen uns am 3. März. Kommt.", ("Wir treffen uns am 3. März.", "Kommt.")),
        ("Seit 2020. Und weiter.", ("Seit 2020.", "Und weiter.")),
        (
            "Der NExT e.V. Berlin und der Verein e. V. Köln laden ein.",
            ("Der NExT e.V. Berlin und der Verein e. V. Köln laden ein.",),
        ),
        ("„Was nun?“, fragt sie. „Los.“ Und er?", ("„Was nun?“, fragt sie.", "„Los.“", "Und er?")),
        ("Mehr auf example.org. Dann los.", ("Mehr auf example.org.", "Dann los.")),
        ("Moderation: N. N. Ort: Köln", ("Moderation: N. N. Ort: Köln",)),
        ("kein Satz", ("kein Satz",)),
        ("Was?! Ja.", ("Was?!", "Ja.")),
        ("", ()),
    ],
)
def test_a_sentence_ends_where_a_reader_would_say_so(text: str, expected: tuple[str, ...]) -> None:
    assert sentences(text) == expected


LONG = f"{COMING}".replace(
    "Zwei Labore zeigen ihre Antworten.", "Der Verein e.V. zeigt etwas. " + "Dazu reden alle. " * 30
)


def test_the_closing_goes_first_and_then_the_summary_sentence_by_sentence() -> None:
    made = draft(LONG)
    summary = made.files[0].content.decode().split("\n\n")[2]
    assert summary == "Woran merken wir, dass etwas wirkt? Der Verein e.V. zeigt etwas." + " Dazu reden alle." * 13
    assert (made.left_out, made.sentences, made.lengths[0].count) == (("summary", "closing"), 17, 494)


def test_what_there_is_room_for_again_comes_back() -> None:
    long_place = COMING.replace("place: online", f"place: {'Haus ' * 90}".rstrip())
    made = draft(long_place)
    assert made.left_out == ("place", "closing")
    assert "Zwei Labore zeigen ihre Antworten." in made.files[0].content.decode()


def test_link_and_hashtags_stay_longest() -> None:
    theme = COMING.replace("Wirkung messen", "sehr " * 60 + "lang")
    made = draft(theme, "bluesky", FULL_SERIES)
    assert made.files[0].content.decode() == (
        "MusterTreff #12\n"
        "\n"
        "Wir treffen uns am Donnerstag, 11. März 2027, 14 bis 17 Uhr. Ort: online, der Link kommt nach der Anmeldung.\n"
        "\n"
        "Woran merken wir, dass etwas wirkt?\n"
        "\n"
        "Meldet euch bis Donnerstag, 4. März, an:\n"
        "https://example.org/anmelden\n"
        "\n"
        "#MusterTreff #ÖffentlichesGestalten\n"
    )
    assert (made.left_out, made.sentences) == (("heading", "summary", "closing"), 1)


def test_where_the_sentence_before_a_link_is_too_long_its_name_stands_there() -> None:
    event = f"title: {'T' * 150}\nstatus: confirmed\ndate: 2027-03-11\nregistration: {{until: 2027-03-04}}\n"
    text = post(event, "x", f"{SERIES}homepage: https://example.org/treff\n")
    assert text.split("\n\n")[-1] == "MusterTreff im Web:\nhttps://example.org/treff\n"


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_word_that_is_too_long_for_a_channel_is_not_cut(channel: str) -> None:
    word = "W" * 10_001
    made = draft(COMING.replace("number: 12", f"title: {word}"), channel)
    assert word in made.files[0].content.decode()
    assert [length.fits for length in made.lengths][:1] == [False]
    assert URL in made.files[0].content.decode()


# Nothing gets in


HOSTILE = "<!channel> *fett* _schief_ ~weg~ `x` a|b &amp; @everyone #tag \u202eumgedreht\r\nZeile <https://x.org|y>"


def test_a_title_stays_text_in_slack() -> None:
    event = f"title: {json.dumps(HOSTILE)}\nstatus: confirmed\ndate: 2027-03-11\n"
    safe = (
        "&lt;!channel&gt; *\u200bfett*\u200b _\u200bschief_\u200b ~\u200bweg~\u200b `\u200bx`\u200b a|b &amp;amp; "
        "@\u2060everyone #tag umgedreht Zeile &lt;https://x.org|y&gt;"
    )
    assert post(event, "slack").splitlines()[0] == (
        "<!channel> *fett* _schief_ ~weg~ `x` a|b &amp; @\u2060everyone #tag umgedreht Zeile <https://x.org|y>"
    )
    made = message(event)
    assert made["text"].splitlines()[0] == f"*{safe}*"
    assert made["blocks"][0] == {"type": "section", "text": {"type": "mrkdwn", "text": f"*{safe}*", "verbatim": True}}
    assert "<!" not in json.dumps(made)


def test_a_title_stays_text_on_one_line_and_calls_nobody_elsewhere() -> None:
    text = post(f"title: {json.dumps(HOSTILE)}\nstatus: confirmed\ndate: 2027-03-11\n")
    assert text.splitlines()[0] == (
        "<!channel> *fett* _schief_ ~weg~ `x` a|b &amp; @\u2060everyone #tag umgedreht Zeile <https://x.org|y>"
    )


def test_signs_inside_words_and_people_who_are_meant_stay_as_they_are() -> None:
    summary = "Alle Teilnehmer*innen und snake_case kennen @labor@example.org."
    event = COMING.replace("Woran merken wir, dass etwas wirkt? Zwei Labore zeigen ihre Antworten.", f'"{summary}"')
    assert summary in post(event)
    assert summary.replace("@labor", "@\u2060labor") in post(event, "slack")


def test_a_slack_link_with_signs_is_one_link() -> None:
    event = COMING.replace(URL, '"https://example.org/a?b=1&c=*2*"')
    assert "an: <https://example.org/a?b=1&amp;c=*2*|Anmeldeseite>" in message(event)["text"]
    assert message(event)["blocks"][-1]["elements"][0]["url"] == "https://example.org/a?b=1&c=*2*"


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        (["#LabCamp"], "#LabCamp"),
        (["#oeffentliches gestalten", "oeffentliches-gestalten"], "#OeffentlichesGestalten"),
        (["öffentliches_gestalten", "#o\u0308ffentlich"], "#Öffentliches_gestalten #Öffentlich"),
        (["eGovernment", "NExT e.V.", "LabCamp 2027"], "#eGovernment #NExTEV #LabCamp2027"),
        (["#<i>", "@everyone", "!!!", "a\nb"], "#I #Everyone #AB"),
        ([], ""),
    ],
)
def test_hashtags_have_a_capital_for_each_word(tags: list[str], expected: str) -> None:
    assert hashtags(tags) == expected


# What is pasted


@pytest.mark.parametrize("channel", ["slack", "teams"])
def test_what_is_pasted_into_a_chat_has_its_link_on_a_line_of_its_own_and_no_markup(channel: str) -> None:
    """Neither Slack's nor Teams' box for messages reads markup that is pasted; both make links of addresses."""
    event = COMING.replace(URL, '"https://example.org/a?b=1&c=2"').replace("Wirkung messen", '"Wirkung & <messen>"')
    assert post(event, channel) == (
        "MusterTreff #12: Wirkung & <messen>\n\nWir treffen uns am Donnerstag, 11. März 2027, 14 bis 17 Uhr. "
        "Ort: online, der Link kommt nach der Anmeldung.\n\nWoran merken wir, dass etwas wirkt? Zwei Labore zeigen "
        "ihre Antworten.\n\nWir freuen uns auf euch.\n\nMeldet euch bis Donnerstag, 4. März, an:\n"
        "https://example.org/a?b=1&c=2\n"
    )


# Slack's blocks


def test_a_short_plain_title_is_a_header_and_the_link_a_button() -> None:
    assert message(COMING) == {
        "text": (
            "*MusterTreff #12: Wirkung messen*\nWir treffen uns am Donnerstag, 11. März 2027, 14 bis 17 Uhr. "
            "Ort: online, der Link kommt nach der Anmeldung.\n\nWoran merken wir, dass etwas wirkt? Zwei Labore zeigen "
            "ihre Antworten.\n\nWir freuen uns auf euch.\n\n"
            f"Meldet euch bis Donnerstag, 4. März, an: <{URL}|Anmeldeseite>"
        ),
        "blocks": [
            {
                "type": "header",
                "text": {"type": "plain_text", "text": "MusterTreff #12: Wirkung messen", "emoji": False},
            },
            section(
                "Wir treffen uns am Donnerstag, 11. März 2027, 14 bis 17 Uhr. "
                "Ort: online, der Link kommt nach der Anmeldung."
            ),
            section("Woran merken wir, dass etwas wirkt? Zwei Labore zeigen ihre Antworten."),
            section("Wir freuen uns auf euch."),
            section("Meldet euch bis Donnerstag, 4. März, an:"),
            {
                "type": "actions",
                "elements": [
                    {
                        "type": "button",
                        "text": {"type": "plain_text", "text": "Anmeldeseite", "emoji": False},
                        "url": URL,
                    }
                ],
            },
        ],
    }


def section(text: str) -> dict[str, object]:
    """A section with a text."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": True}}


@pytest.mark.parametrize(("length", "sort"), [(150, "header"), (151, "section")])
def test_a_title_that_is_too_long_for_a_header_is_a_section(length: int, sort: str) -> None:
    blocks = message(f"title: {'T' * length}\n")["blocks"]
    assert [block["type"] for block in blocks][:2] == ["section", sort]  # the first one says that it is a draft


def test_a_draft_says_so_in_slack_in_italics() -> None:
    assert message("title: Treff\n")["blocks"][0] == section("_Entwurf: Dieses Treffen ist noch nicht angekündigt._")


@pytest.mark.parametrize(
    ("title", "url"),
    [("L" * 76, "https://example.org/l"), ("Lang", f"https://example.org/{'l' * 2981}"), ("Mail", "mailto:a@b.org")],
)
def test_a_link_that_can_be_no_button_stands_in_the_text(title: str, url: str) -> None:
    event = f"title: T\nstatus: confirmed\ndate: 2026-03-11\nlinks: [{{title: {title}, url: '{url}', type: report}}]\n"
    blocks = message(event)["blocks"]
    assert blocks[-1]["type"] == "section"
    assert blocks[-1]["text"]["text"].endswith(f"<{url}|{title}>")


# Any text


WORDS = st.lists(
    st.text(st.characters(exclude_categories=("Cs", "Zl", "Zp", "Zs", "Cc")), min_size=1, max_size=40), min_size=1
).map(" ".join)
SENTENCES = st.lists(WORDS.map(lambda words: f"{words}."), max_size=40).map(" ".join)


@given(title=WORDS, theme=WORDS, summary=SENTENCES, status=st.sampled_from(["draft", "confirmed", "cancelled"]))
@pytest.mark.parametrize("channel", CHANNELS)
def test_any_post_fits_its_channel_or_is_said_to_be_too_long(
    channel: str, title: str, theme: str, summary: str, status: str
) -> None:
    event = event_of(COMING).model_copy(update={"title": title, "theme": theme, "summary": summary, "status": status})
    workspace = in_memory(GOLDEN, [event], FULL_SERIES)
    (made,) = drafts(stage_of(workspace), workspace.events, channel)
    text = made.files[0].content.decode()
    limits = CHANNELS[channel].limits
    assert [length.count for length in made.lengths] == [limit.counts(text.rstrip("\n")) for limit in limits]
    assert all(length.fits for length in made.lengths) or {"closing", "hashtags"} <= set(made.left_out)
    assert status == "cancelled" or URL in text
    whole = post_of(facts_of(stage_of(workspace), event))
    written = CHANNELS[channel].written(whole)
    known = {word for part in (*astuple(written), f"{written.label}:") for word in part.split()}
    assert set(text.split()) <= known  # no part of a word


@given(title=WORDS, summary=SENTENCES)
def test_any_message_keeps_to_the_limits_of_slack(title: str, summary: str) -> None:
    event = event_of(COMING).model_copy(update={"title": title, "summary": summary})
    workspace = in_memory(GOLDEN, [event], FULL_SERIES)
    (made,) = drafts(stage_of(workspace), workspace.events, "slack")
    blocks = json.loads(made.files[1].content)["blocks"]
    assert len(blocks) <= 50
    for block in blocks:
        text = block["elements"][0]["text"] if block["type"] == "actions" else block["text"]
        most = {"header": 150, "actions": 75}.get(block["type"], 3000)
        assert 0 < len(text["text"]) <= most or not made.lengths[0].fits
        assert not re.search(r"<(?!https?:)", text["text"]) or text["type"] == "plain_text"


@given(SENTENCES)
def test_sentences_put_together_are_the_text(text: str) -> None:
    assert " ".join(sentences(text)).split() == text.split()


def test_a_workspace_changes_the_text_of_its_posts(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/post.txt.j2").write_text("{{ post.heading }} {{ post.link }}\n{{ facts.hosts }}", "utf-8")
    workspace = written(tmp_path, {"treff": f"{COMING}hosts: hafen\n"})
    (made,) = drafts(stage_of(workspace), workspace.events, "x")
    assert made.files[0].content.decode() == f"MusterTreff #12: Wirkung messen {URL}\nHafen & Lab\n"
