"""The score sheet of a newsletter: what each criterion gives, and what it says would give more."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import TODAY, event_of, every_mail, in_memory, sample, series_of

from labcamp.check.mail.newsletter import (
    NewsletterIssue,
    Points,
    Score,
    calendar_entry,
    look_back,
    one_clear_action,
    score,
)
from labcamp.findings import Finding
from labcamp.model import Contact, Event
from labcamp.model.artefact import Artefact
from labcamp.model.mail import Mail
from labcamp.render.mails import mail_of
from labcamp.render.stage import stage_of
from labcamp.texts import words_of

HERE = Path()
SERIES = """\
id: mustertreff
title: MusterTreff
domain: example.org
contact: treff@example.org
imprint: https://example.org/impressum
privacy: https://example.org/datenschutz
newsletter: {unsubscribe: "https://example.org/ab"}
"""
EVENT = """\
title: MusterTreff
theme: Wirkung messen
date: 2027-03-11
time: 14:00-17:00
place: {city: Köln}
access: Ohne Stufen
hosts: werkstatt
registration: {url: "https://example.org/an", until: 2027-03-04}
news: [{title: Ein Leitfaden ist da}]
"""
BEFORE = """\
title: MusterTreff 11
date: 2026-09-17
attendance: {people: 34}
lessons: Drei Zahlen genügen.
links: [{title: Bericht, url: "https://example.org/bericht"}]
"""
BUTTON = '<a style="display: inline-block" href="https://example.org/an">Zur Anmeldung</a>'
MAIL = Mail(
    key="treff-12/newsletter",
    subject="Wirkung messen am 11. März in Köln",
    text="Meldet euch bis 4. März an:\nhttps://example.org/an\n\n-- \nImpressum\n",
    html=f'<html lang="de"><body><div lang="de"><h1>Treff</h1><p>{BUTTON}</p></div></body></html>',
    sender=Contact(email="treff@example.org"),
    attachment=Artefact("treff-12.ics", b""),
    preheader="Anmelden könnt ihr euch bis Donnerstag, 4. März. Außerdem: was aus dem Atlas geworden ist.",
)
WHOLE = NewsletterIssue(MAIL, event_of(EVENT), event_of(BEFORE, id_="treff-11"), series_of(SERIES)[0], TODAY)


def about(lines: str, **mail: object) -> NewsletterIssue:
    """The whole newsletter, about another event, or with other parts of the mail."""
    return replace(WHOLE, event=event_of(lines), mail=replace(MAIL, **mail))  # type: ignore[arg-type]  # each test's own


def titled(subject: str) -> NewsletterIssue:
    """The whole newsletter with a subject that its organisers have written."""
    return about(f'{EVENT}newsletter: {{subject: "{subject}"}}\n', subject=subject)


# What people call what stands behind a key
IN_WORDS = {
    "time": ("Uhrzeit", "time"),
    "place": ("Ort", "place"),
    "hosts": ("Gastgeber", "hosts"),
    "attendance": ("Zahl der Teilnehmenden", "number of participants"),
    "lessons": ("Erkenntnisse", "lessons learned"),
    "links": ("Dokumentation", "documentation"),
    "imprint": ("Impressum", "legal notice"),
    "newsletter": ("Abmeldelink", "link to unsubscribe"),
    "contact": ("Mailadresse für Fragen", "address for questions"),
    "privacy": ("Hinweis zum Datenschutz", "privacy notice"),
}


def at(file: str, code: str, **values: str) -> Finding:
    """A finding about a file of the workspace."""
    return Finding(f"events/{file}.yaml", 0, 0, code, tuple(sorted(values.items())))


def lacks(file: str, code: str, keys: str, **values: str) -> Finding:
    """What a file lacks: its keys, and in words."""
    de, en = (", ".join(IN_WORDS[key.partition(":")[0]][n] for key in keys.split(", ")) for n in (0, 1))
    return at(file, code, keys=keys, what_de=de, what_en=en, **values)


def without(key: str) -> str:
    """The event without the line of a key."""
    return "".join(line for line in EVENT.splitlines(keepends=True) if not line.startswith(key))


def test_a_newsletter_that_has_everything_gets_all_points() -> None:
    assert score(WHOLE) == Score(24, 24, ())


def test_the_first_event_has_nothing_to_look_back_on() -> None:
    assert score(replace(WHOLE, before=None)) == Score(22, 22, ())


@pytest.mark.parametrize(
    ("issue", "points", "found"),
    [
        (
            titled("Newsletter Nr. 7"),
            22,
            at("treff-12", "LC930", subject="Newsletter Nr. 7", what="theme: / place:, date:", keys=""),
        ),
        (
            titled("Wirkung messen"),
            23,
            at("treff-12", "LC930", subject="Wirkung messen", what="date:", keys=""),
        ),
        (
            titled("Der Treff am 11. März"),
            23,
            at("treff-12", "LC930", subject="Der Treff am 11. März", what="theme: / place:", keys=""),
        ),
        (about(without("time")), 23, lacks("treff-12", "LC931", "time:")),
        (about(without("hosts").replace("{city: Köln}", "")), 23, lacks("treff-12", "LC931", "place:, hosts:")),
        (about(EVENT, html=MAIL.html.replace(BUTTON, "")), 23, at("treff-12", "LC932")),
        (about(EVENT, text="Meldet euch an:\nhttps://example.org/an\n"), 23, at("treff-12", "LC933")),
        (about(without("access")), 22, at("treff-12", "LC935")),
        (
            replace(WHOLE, before=event_of("title: Elf\n", id_="treff-11")),
            22,
            lacks("treff-11", "LC936", "attendance:, lessons: / takeaways:, links:", title="Elf"),
        ),
        (about(without("news")), 22, at("treff-12", "LC937")),
    ],
)
def test_what_is_missing_costs_points_and_is_named_with_its_file(
    issue: NewsletterIssue, points: int, found: Finding
) -> None:
    assert score(issue) == Score(points, 24, (found,))


@pytest.mark.parametrize(
    ("lines", "lacking"),
    [
        (EVENT, ""),
        (EVENT.replace("Wirkung messen", f"Wirkung {'sehr ' * 20}genau messen"), ""),  # too long for a subject
        (without("theme"), "theme:"),  # the place does not stand in a subject of ours
        (without("date").replace(", until: 2027-03-04", ""), "date:"),
        (EVENT.replace("2027-03-11", "2027-03").replace(", until: 2027-03-04", ""), ""),
    ],
)
def test_the_subject_that_labcamp_writes_lacks_only_what_the_file_lacks(lines: str, lacking: str) -> None:
    event = event_of(lines, SERIES)
    subject = mail_of(stage_of(in_memory(HERE, [event], SERIES)), event, "newsletter").subject
    told = [
        dict(found.values)["keys"] for found in score(about(lines, subject=subject)).findings if found.code == "LC930"
    ]
    assert told == [lacking] * bool(lacking)


@pytest.mark.shows("LC934")
def test_a_newsletter_of_more_than_500_words_is_long() -> None:
    long = at("treff-12", "LC934", words="501", most="500")
    assert score(about(EVENT, text=f"{'Wort ' * 494}{MAIL.text}")) == Score(23, 24, (long,))


@pytest.mark.shows("LC939")
def test_a_newsletter_without_a_calendar_file_lacks_one() -> None:
    # A service takes nothing attached: only a link helps, not the day, which is there.
    assert score(about(EVENT, attachment=None)) == Score(22, 24, (at("series", "LC939", key="public:"),))
    undated = about(without("date").replace(", until: 2027-03-04", ""), attachment=None)
    assert at("treff-12", "LC939", key="") in score(undated).findings


def test_a_registration_without_a_deadline_costs_more_than_one_that_the_mail_does_not_say() -> None:
    issue = about(EVENT.replace(", until: 2027-03-04", ""))
    assert score(issue) == Score(22, 24, (at("treff-12", "LC933"),))


def test_a_series_without_imprint_privacy_and_contact_has_an_incomplete_footer() -> None:
    bare = "".join(SERIES.splitlines(keepends=True)[:3])
    keys = "imprint:, newsletter: unsubscribe:, contact: email:, privacy:"
    some = series_of(SERIES.replace("privacy: https://example.org/datenschutz\n", ""))[0]

    assert score(replace(WHOLE, series=series_of(bare)[0])) == Score(22, 24, (lacks("series", "LC938", keys),))
    assert score(replace(WHOLE, series=some)) == Score(23, 24, (lacks("series", "LC938", "privacy:"),))


@pytest.mark.parametrize(("words", "points"), [(500, 2), (501, 1), (750, 1), (751, 0)])
def test_what_stands_at_the_end_of_every_mail_is_not_counted(words: int, points: int) -> None:
    mail = f"Bis 4. März {'Wort ' * (words - 3)}\n-- \n{'Impressum ' * 99}"
    assert score(about(EVENT, text=mail)).points == 22 + points


def test_what_a_rule_about_all_mails_says_is_the_same_finding() -> None:
    vague = MAIL.html.replace("</p>", '</p><a href="https://example.org/an">hier</a>')
    issue = about(EVENT, html=vague, preheader="Kurz", subject=f"Wirkung messen am 11. März in Köln{' und' * 9}")

    result = score(issue)

    assert (result.points, [found.code for found in result.findings]) == (21, ["LC920", "LC922", "LC925"])
    assert {found.path for found in result.findings} == {"treff-12/newsletter.eml", "treff-12/newsletter.html"}


def test_a_preheader_that_repeats_the_subject_gets_nothing() -> None:
    issue = about(EVENT, preheader=f"{MAIL.subject}: meldet euch bis Donnerstag, 4. März, an, wenn ihr mögt, gern.")
    assert [found.code for found in score(issue).findings] == ["LC923"]
    assert score(issue).points == 22


def test_one_button_is_a_clear_action_several_are_not_and_an_address_is_better_than_nothing() -> None:
    other = BUTTON.replace("/an", "/programm")
    nobody = series_of(SERIES.replace("contact: treff@example.org\n", ""))[0]
    advice = (at("treff-12", "LC932"),)

    assert one_clear_action(about(EVENT, html=BUTTON + BUTTON)) == Points(2)
    assert one_clear_action(about(EVENT, html=BUTTON + other)) == Points(1, advice)
    assert one_clear_action(replace(about(EVENT, html=""), series=nobody)) == Points(0, advice)


def test_a_link_to_a_calendar_file_is_as_good_as_the_file() -> None:
    assert calendar_entry(about(EVENT, attachment=None, text="https://example.org/treff-12.ics\n")) == Points(2)


def test_a_look_back_counts_what_was_learned_in_the_sessions() -> None:
    before = event_of("title: Elf\nagenda: [{title: Impuls, takeaways: [Eins]}]\n", id_="treff-11")
    keys = (lacks("treff-11", "LC936", "attendance:, links:", title="Elf"),)
    assert look_back(replace(WHOLE, before=before)) == Points(1, keys)


def test_a_past_event_is_asked_for_what_there_is_to_read_and_not_how_to_take_part() -> None:
    issue = about(without("access"), subject="Rückblick: MusterTreff", attachment=None)
    keys = "attendance:, lessons: / takeaways:, links:"
    expected = lacks("treff-12", "LC936", keys, title="MusterTreff")
    assert score(replace(issue, today=dt.date(2027, 3, 12))) == Score(12, 14, (expected,))


def test_a_cancelled_event_is_asked_to_say_so_first() -> None:
    cancelled = EVENT + "status: cancelled\nreason: Sturm\n"
    subject = "MusterTreff am 11. März"

    assert score(about(cancelled, subject=f"Abgesagt: {subject}")) == Score(10, 10, ())
    expected = at("treff-12", "LC930", subject=subject, what="status:", keys="")
    assert score(about(cancelled, subject=subject)) == Score(8, 10, (expected,))


def test_the_folder_of_the_files_can_be_another() -> None:
    issue = replace(about(without("access")), folder="treffen/events")
    assert [found.path for found in score(issue).findings] == ["treffen/events/treff-12.yaml"]


def test_the_newsletters_of_the_sample_have_these_scores() -> None:
    workspace = sample()
    mails = every_mail(workspace)
    scores = {
        event.id: score(NewsletterIssue(mails[f"{event.id}/newsletter"], event, None, workspace.series, TODAY))[:2]
        for event in workspace.events
    }
    assert scores == {
        "past": (12, 14),
        "english": (19, 22),
        "cancelled": (10, 10),
        "full": (22, 22),
        "moved": (18, 22),
        "two-days": (16, 22),
        "month": (11, 22),
        "title": (8, 22),
    }


EVENTS = st.sampled_from([event_of(EVENT), event_of("title: A\n"), event_of("title: A\nstatus: cancelled\n")])


@given(event=EVENTS, before=st.none() | EVENTS, subject=st.text(), text=st.text(), html=st.text())
def test_any_newsletter_has_a_score(event: Event, before: Event | None, subject: str, text: str, html: str) -> None:
    mail = replace(MAIL, subject=subject, text=text, html=html)

    points, of, findings = score(replace(WHOLE, mail=mail, event=event, before=before))

    assert 0 <= points <= of <= 24
    assert (points < of) == bool(findings)
    assert all(words.strip() for found in findings for language in ("de", "en") for words in words_of(found, language))
