"""An event in words: days, hours, places, deadlines and numbers, in German and English, before and after."""

import datetime as dt

import pytest
from sample import SERIES, TODAY, event_of, facts_of

from labcamp.render.dates import Leaf
from labcamp.render.mails.invitation import closing, lead
from labcamp.render.mails.invitation import preheader as invitation_preheader
from labcamp.render.mails.invitation import subject as invitation_subject
from labcamp.render.mails.newsletter import intro, preheader, subject
from labcamp.render.rows import Day, Row

BASE = "title: Treff\nstatus: confirmed\n"
ENGLISH = f"{BASE}language: en\n"
AUSTRIA = f"{BASE}language: de-AT\n"
AFTER = dt.date(2028, 1, 1)


@pytest.mark.parametrize(
    ("event", "date", "on_date", "short", "leaf"),
    [
        (
            f"{BASE}date: 2027-03-11",
            "Donnerstag, 11. März 2027",
            "am Donnerstag, 11. März 2027",
            "am 11. März",
            Leaf("11", "März 2027", "Donnerstag"),
        ),
        (
            f"{ENGLISH}date: 2027-03-11",
            "Thursday 11 March 2027",
            "on Thursday 11 March 2027",
            "on 11 March",
            Leaf("11", "March 2027", "Thursday"),
        ),
        (
            f"{BASE}date: 2027-09-16/2027-09-17",
            "Donnerstag, 16. September, bis Freitag, 17. September 2027",
            "am Donnerstag und Freitag, 16. und 17. September 2027",
            "am 16. und 17. September",
            Leaf("16–17", "September 2027", "Donnerstag–Freitag"),
        ),
        (
            f"{ENGLISH}date: 2027-09-16/2027-09-17",
            "Thursday 16 September to Friday 17 September 2027",
            "on Thursday 16 and Friday 17 September 2027",
            "on 16 and 17 September",
            Leaf("16–17", "September 2027", "Thursday–Friday"),
        ),
        (
            f"{BASE}date: 2026-12-31/2027-01-01",
            "Donnerstag, 31. Dezember 2026, bis Freitag, 1. Januar 2027",
            "am Donnerstag und Freitag, 31. Dezember 2026 und 1. Januar 2027",
            "am 31. Dezember und 1. Januar",
            None,
        ),
        (f"{BASE}date: 2027-03", "März 2027, der Tag folgt", "", "im März 2027", Leaf("März", "2027", "")),
        (
            f"{ENGLISH}date: 2027-03",
            "March 2027, the exact day will follow",
            "",
            "in March 2027",
            Leaf("March", "2027", ""),
        ),
        (f"{AUSTRIA}date: 2027-01", "Jänner 2027, der Tag folgt", "", "im Jänner 2027", Leaf("Jänner", "2027", "")),
        (BASE, "Termin folgt", "", "", None),
        (ENGLISH, "the date will follow", "", "", None),
    ],
)
def test_days_as_people_say_them(event: str, date: str, on_date: str, short: str, leaf: Leaf | None) -> None:
    facts = facts_of(event)
    assert (facts.date, facts.on_date, facts.on_short_date) == (date, on_date, short)
    if leaf or not facts.event.days:
        assert facts.leaf == leaf


def test_the_austrian_january_stays_austrian_after_a_german_one() -> None:
    assert facts_of(f"{BASE}date: 2028-01").on_short_date == "im Januar 2028"
    assert facts_of(f"{AUSTRIA}date: 2028-01").on_short_date == "im Jänner 2028"


def test_a_month_that_is_over_has_no_day_to_follow() -> None:
    assert facts_of(f"{BASE}date: 2027-03", today=AFTER).date == "März 2027"


@pytest.mark.parametrize(
    ("event", "hours"),
    [
        (f"{BASE}date: 2027-03-11\ntime: 14:00-17:00", "14 bis 17 Uhr"),
        (f"{BASE}date: 2027-03-11\ntime: 9.30 bis 12 Uhr", "9:30 bis 12 Uhr"),
        (f"{ENGLISH}date: 2027-03-11\ntime: 9:30-17:00", "09:30 to 17:00"),
        (f"{BASE}date: 2027-03-11\ntime: 14:00-24:00", "14 bis 24 Uhr"),
        (f'{BASE}date: 2027-03-11\ntime: "14:00"', "ab 14 Uhr"),
        (f'{ENGLISH}date: 2027-03-11\ntime: "14:00"', "from 14:00"),
        (f'{BASE}date: 2027-03-11\ntime: "14:00"\nagenda: [{{title: A, minutes: 45}}]', "14 bis 14:45 Uhr"),
        (f"{BASE}date: 2027-03-11/2027-03-12\ntime: 14:00-17:00", "jeweils 14 bis 17 Uhr"),
        (f"{ENGLISH}date: 2027-03-11/2027-03-12\ntime: 14:00-17:00", "14:00 to 17:00 each day"),
        (f"{BASE}date: 2027-03-11\ntime: 14:00-17:00\nzone: Europe/Lisbon", "14 bis 17 Uhr (Ortszeit Lissabon)"),
        (f"{ENGLISH}date: 2027-03-11\ntime: 14:00-17:00\nzone: Europe/Lisbon", "14:00 to 17:00 (Lisbon time)"),
        (f"{BASE}date: 2027-03-11", "Uhrzeit folgt"),
        (f"{ENGLISH}date: 2027-03-11", "the time will follow"),
        (f"{BASE}date: 2027-03", ""),
        (BASE, ""),
    ],
)
def test_hours_as_people_say_them(event: str, hours: str) -> None:
    assert facts_of(event).hours == hours


def test_no_hours_follow_when_it_is_over_or_cancelled() -> None:
    assert facts_of(f"{BASE}date: 2027-03-11", today=AFTER).when == "Donnerstag, 11. März 2027"
    assert facts_of("title: T\nstatus: cancelled\ndate: 2027-03-11").when == "Donnerstag, 11. März 2027"
    assert facts_of("title: T\nstatus: cancelled").when == ""


@pytest.mark.parametrize(
    ("place", "said", "venue", "short"),
    [
        ("online", "online", "online", "online"),
        ("Rathaus", "Rathaus", "Rathaus", "Rathaus"),
        ("{city: Köln}", "Köln", "Köln", "Köln"),
        (
            "{name: Haus, street: Platz 1, postcode: '50667', city: Köln, country: DE, room: Saal}",
            "Haus, Saal, Platz 1, 50667 Köln",
            "Haus, Saal, Platz 1, 50667 Köln",
            "Köln",
        ),
        (
            "{name: Haus, city: Köln, online: yes}",
            "Haus, Köln, auch online",
            "Haus, Köln, auch online",
            "Köln und online",
        ),
        ("{online: no}", "", "", ""),
    ],
)
def test_places_as_people_say_them(place: str, said: str, venue: str, short: str) -> None:
    facts = facts_of(f"{BASE}date: 2027-03-11\nplace: {place}")
    assert (facts.place, facts.venue, facts.place_short) == (said, venue, short)


def test_a_place_that_is_not_known_follows_as_long_as_people_can_come() -> None:
    assert facts_of(BASE).place == "Ort folgt"
    assert facts_of(ENGLISH).place == "the place will follow"
    assert facts_of(f"{BASE}date: 2020-01-01").place == ""
    assert facts_of("title: T\nstatus: cancelled").place == ""


def test_the_link_comes_after_the_registration_where_there_is_one() -> None:
    online = f"{BASE}date: 2027-03-11\nplace: online\nregistration: https://example.org/x"
    assert facts_of(online).place == "online, der Link kommt nach der Anmeldung"
    assert facts_of(online, today=AFTER).place == "online"


@pytest.mark.parametrize(
    ("today", "deadline", "line", "button"),
    [
        (TODAY, "bis Donnerstag, 4. März", "bis Donnerstag, 4. März, 60 Plätze, kostenfrei", "https://example.org/x"),
        (
            dt.date(2027, 3, 4),
            "bis Donnerstag, 4. März",
            "bis Donnerstag, 4. März, 60 Plätze, kostenfrei",
            "https://example.org/x",
        ),
        (
            dt.date(2027, 3, 5),
            "Anmeldeschluss war Donnerstag, 4. März",
            "Anmeldeschluss war Donnerstag, 4. März",
            "",
        ),
        (AFTER, "", "", ""),
    ],
)
def test_the_way_to_take_part_ends_with_the_deadline(today: dt.date, deadline: str, line: str, button: str) -> None:
    registration = "registration: {url: https://example.org/x, until: 2027-03-04, seats: 60, price: kostenfrei}"
    facts = facts_of(f"{BASE}date: 2027-03-11\n{registration}", today=today)
    assert (facts.deadline, facts.register, facts.button) == (deadline, line, button)


def test_a_cancelled_event_takes_nobody() -> None:
    facts = facts_of(
        "title: T\nstatus: cancelled\ndate: 2027-03-11\nregistration: {url: https://a.example.org, seats: 9}"
    )
    assert (facts.deadline, facts.register, facts.button, facts.open) == ("", "", "", False)


@pytest.mark.parametrize(
    ("attendance", "said"),
    [
        ("{people: 60, labs: 40}", "Dabei waren 60 Menschen aus 40 Laboren."),
        ("{people: 60}", "Dabei waren 60 Menschen."),
        ("{people: 60, labs: 40, note: über 60 Personen}", "Dabei waren über 60 Personen."),
        ("{labs: 40}", ""),
        ("{}", ""),
    ],
)
def test_how_many_came(attendance: str, said: str) -> None:
    assert facts_of(f"{BASE}attendance: {attendance}").attendance == said


@pytest.mark.parametrize(
    ("event", "today", "states", "notice"),
    [
        (f"{BASE}date: 2026-11-23", TODAY, (False, False, True), ""),
        (f"{BASE}date: 2026-11-22", TODAY, (True, True, False), ""),
        (f"{BASE}date: 2026-11-22/2026-11-23", TODAY, (False, False, True), ""),
        (f"{BASE}date: 2026-11", TODAY, (False, False, True), ""),
        (f"{BASE}date: 2026-10", TODAY, (True, True, False), ""),
        (BASE, TODAY, (False, False, True), ""),
        ("title: T", TODAY, (False, False, True), "Entwurf: Dieses Treffen ist noch nicht angekündigt."),
        (
            "title: T\nstatus: cancelled\ndate: 2020-01-01",
            TODAY,
            (True, False, False),
            "Dieses Treffen ist abgesagt.",
        ),
        (
            "title: T\nstatus: cancelled\nreason: Alle krank.\nlanguage: en",
            TODAY,
            (False, False, False),
            "This meeting has been cancelled. Alle krank.",
        ),
    ],
)
def test_past_held_and_to_come(event: str, today: dt.date, states: tuple[bool, bool, bool], notice: str) -> None:
    facts = facts_of(event, today=today)
    assert ((facts.past, facts.held, facts.upcoming), facts.notice) == (states, notice)


def test_people_and_organisations_in_words() -> None:
    facts = facts_of(
        f"{BASE}hosts: [werkstatt, hafen]\npartners: werkstatt\nmoderation: [Max, {{name: Ida, role: Leitung}},"
        " {name: N. N., organisation: hafen}, {organisation: werkstatt}]"
    )
    assert (facts.hosts, facts.partners) == ("Werkstatt und Hafen & Lab", "Werkstatt")
    assert facts.moderation == "Max, Ida (Leitung), N. N. (Hafen & Lab) und Werkstatt"


def test_what_two_people_have_in_common_is_said_once() -> None:
    facts = facts_of(
        f"{BASE}moderation: [{{name: Ida, organisation: hafen}}, {{name: Max, organisation: hafen}},"
        " {name: Eva, role: Leitung, organisation: hafen}, Kim]"
    )
    assert facts.moderation == "Ida und Max (Hafen & Lab), Eva (Leitung, Hafen & Lab) und Kim"


def test_an_agenda_over_two_days_and_what_is_not_known_of_it() -> None:
    facts = facts_of(
        f"{BASE}date: 2027-03-11/2027-03-12\ntime: 9:00-12:00\nagenda:\n"
        "  - {title: A, minutes: 30, by: [{name: Ida}], teaser: 'zwei\n    Zeilen', room: Saal}\n"
        "  - {title: B, type: break}\n"
        "  - {title: C, day: 2, takeaways: [eins, zwei], links: [{title: L, url: https://example.org}]}\n"
    )
    assert facts.days == (
        Day(
            1,
            "Donnerstag, 11. März 2027",
            (
                Row("09:00", "30 min", "A", "zwei Zeilen", "Ida", "Saal", False, (), (), (("Ida", ""),)),
                Row("09:30", "", "B", "", "", "", True, (), ()),
            ),
        ),
        Day(
            2,
            "Freitag, 12. März 2027",
            (Row("09:00", "", "C", "", "", "", False, ("eins", "zwei"), (("L", "https://example.org"),)),),
        ),
    )


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(5, "5 min"), (90, "90 min"), (91, "1 h 31 min"), (105, "1 h 45 min"), (120, "2 h"), (480, "8 h")],
)
def test_how_long_it_takes_is_said_in_hours_from_one_and_a_half_on(minutes: int, said: str) -> None:
    facts = facts_of(f"{BASE}agenda: [{{title: A, minutes: {minutes}}}]")
    assert facts.days[0].rows[0].minutes == said


def test_the_title_of_a_page_says_as_much_as_there_is_room_for() -> None:
    def title(event: str) -> str:
        return facts_of(f"{event}status: confirmed\ndate: 2027-03-11\n").page_title

    day = "Donnerstag, 11. März 2027"
    assert title("title: Treff\ntheme: Anfang\n") == f"Treff: Anfang · {day}"
    assert title(f"title: Treff\ntheme: {'A' * 40}\n") == f"Treff: {'A' * 40}"
    assert title(f"title: Treff\ntheme: {'A' * 70}\n") == f"Treff · {day}"
    assert title(f"title: {'A' * 60}\ntheme: {'A' * 70}\n") == "A" * 60
    assert title(f"title: {'A' * 80}\n") == f"{'A' * 69}…"


def test_an_agenda_of_one_day_has_no_heading_and_one_without_dates_counts_its_days() -> None:
    assert [day.heading for day in facts_of(f"{BASE}agenda: [A, B]").days] == [""]
    two = f"{BASE}agenda: [{{title: A, day: 1}}, {{title: B, day: 2}}]"
    assert [day.heading for day in facts_of(two).days] == ["Tag 1", "Tag 2"]


@pytest.mark.parametrize(
    ("event", "mail", "news"),
    [
        (f"{BASE}date: 2027-03-11\ntheme: Messen", "Einladung: Treff am 11. März", "Treff am 11. März: Messen"),
        (f"{ENGLISH}date: 2027-03-11", "Invitation: Treff on 11 March", "Treff on 11 March"),
        (f"{BASE}date: 2027-03\ntheme: Messen", "Einladung: Treff im März 2027", "Treff im März 2027: Messen"),
        (f"{BASE}theme: Messen", "Einladung: Treff", "Treff: Messen"),
        (BASE, "Einladung: Treff", "Treff"),
        (f"{BASE}date: 2020-03-11\ntheme: Messen", "Rückblick: Treff", "Rückblick: Treff – Messen"),
        (f"{BASE}date: 2020-03-11", "Rückblick: Treff", "Rückblick: Treff"),
        ("title: T\nstatus: cancelled\ndate: 2027-03-11", "Abgesagt: T", "Abgesagt: T am 11. März"),
        (f"{BASE}date: 2027-03-11\nnewsletter: {{subject: Kommt!}}", "Einladung: Treff am 11. März", "Kommt!"),
        (f"{BASE}date: 2020-03-11\nnewsletter: {{subject: Kommt!}}", "Rückblick: Treff", "Rückblick: Treff"),
    ],
)
def test_the_subject_says_what_is_known_and_fits(event: str, mail: str, news: str) -> None:
    facts = facts_of(event)
    assert (invitation_subject(facts), subject(facts)) == (mail, news)


def test_a_theme_that_is_too_long_for_an_inbox_is_left_out_of_the_subject() -> None:
    fits = f"{BASE}date: 2027-03-11\ntheme: {'x' * (60 - len('Treff am 11. März: '))}"
    assert len(subject(facts_of(fits))) == 60
    assert subject(facts_of(f"{fits}x")) == "Treff am 11. März"


@pytest.mark.parametrize(
    ("event", "first", "last", "behind"),
    [
        (
            f"{BASE}date: 2027-03-11\nplace: online",
            "wir laden euch herzlich ein: Treff, am Donnerstag, 11. März.",
            "Wir freuen uns auf euch.",
            "Donnerstag, 11. März 2027, Uhrzeit folgt, online.",
        ),
        (f"{BASE}theme: X", "wir laden euch herzlich ein: Treff: X.", "Wir freuen uns auf euch.", "Termin folgt. X."),
        (
            f"{BASE}date: 2020-03-11",
            "hier könnt ihr noch einmal nachlesen, worum es bei diesem Treffen ging.",
            "Danke an alle, die dabei waren.",
            "Mittwoch, 11. März 2020.",
        ),
        (
            "title: T\nstatus: cancelled\ndate: 2027-03-11",
            "dieses Treffen ist leider abgesagt: T.",
            "Wir hoffen, euch bald bei einem anderen Treffen zu sehen.",
            "Donnerstag, 11. März 2027.",
        ),
        (
            f"{ENGLISH}date: 2027-03-11\ntime: 14:00-17:00",
            "We are meeting on Thursday 11 March for Treff, and you are warmly invited.",
            "We look forward to seeing you.",
            "Thursday 11 March 2027, 14:00 to 17:00.",
        ),
    ],
)
def test_the_invitation_begins_and_ends_as_it_should(event: str, first: str, last: str, behind: str) -> None:
    facts = facts_of(event)
    assert (lead(facts), closing(facts), invitation_preheader(facts)) == (first, last, behind)


def test_the_invitation_says_nothing_about_nothing() -> None:
    cancelled = facts_of("title: T\nstatus: cancelled")
    assert invitation_preheader(cancelled) == "Dieses Treffen ist abgesagt."
    assert invitation_preheader(facts_of("title: T\nstatus: confirmed", today=AFTER)) == "Termin folgt."


def test_an_organisers_own_words_are_for_an_event_to_come() -> None:
    words = f"{BASE}date: 2027-03-11\nnewsletter: {{preheader: Vorab, intro: 'Guten\n  Tag'}}"
    assert (preheader(facts_of(words)), intro(facts_of(words))) == ("Vorab", "Guten Tag")
    assert preheader(facts_of(words, today=AFTER)) == (
        "Donnerstag, 11. März 2027: worum es ging und wo ihr es nachlesen könnt."
    )
    assert intro(facts_of(words, today=AFTER)).startswith("unser Treffen liegt hinter uns")


def test_an_event_speaks_its_own_language_and_otherwise_that_of_the_series() -> None:
    assert event_of("title: T", f"{SERIES}language: de-CH\n").language == "de-CH"
    assert facts_of("title: T\nlanguage: en", f"{SERIES}language: de-CH\n").date == "the date will follow"


def test_a_questionnaire_is_no_link_to_show_and_only_its_address_is_told() -> None:
    links = "{title: Fragebogen, url: https://example.org/frage, type: feedback}"
    other = "{title: Bericht, url: https://example.org/bericht, type: report}"
    asking = facts_of(f"{BASE}links: [{links}, {other}, {links.replace('frage', 'zweite')}]")
    assert [link.title for link in asking.links] == ["Bericht"]
    assert asking.feedback == "https://example.org/frage"
    assert facts_of(f"{BASE}links: [{other}]").feedback == ""


PUBLIC = f"{SERIES}public: https://example.org/treffen/\n"
SESSIONS = "agenda: [{title: A, type: welcome}, {title: Zwei Labore, type: input}, {title: C, type: input, id: drei}]\n"


@pytest.mark.parametrize(
    ("event", "series", "page", "named"),
    [
        ("status: confirmed\ndate: 2027-03-11", PUBLIC, "https://example.org/treffen/treff-12/", "Alles zum Treffen"),
        ("status: confirmed\ndate: 2026-03-11", PUBLIC, "https://example.org/treffen/treff-12/", "Alles zum Nachlesen"),
        ("status: cancelled\ndate: 2026-03-11", PUBLIC, "https://example.org/treffen/treff-12/", "Alles zum Treffen"),
        ("status: draft\ndate: 2027-03-11", PUBLIC, "", "Alles zum Treffen"),
        ("status: confirmed\ndate: 2026-03-11", SERIES, "", "Alles zum Nachlesen"),
    ],
)
def test_an_event_that_is_announced_has_a_page_where_the_site_is_published(
    event: str, series: str, page: str, named: str
) -> None:
    facts = facts_of(f"title: Treff\n{event}\n", series)
    assert (facts.page, facts.page_named) == (page, named)
    assert [(link.label, link.url) for link in facts.where_to_read] == ([(named, page)] if page else [])


def test_a_page_is_named_before_the_links_of_the_event_and_only_once() -> None:
    past = f"{BASE}date: 2026-03-11\nlinks: [{{title: B, url: https://b.org}}, {{title: A, url: https://example.org/treffen/treff-12}}]"
    assert [link.title for link in facts_of(past, PUBLIC).where_to_read] == ["Alles zum Nachlesen", "B"]
    assert [link.title for link in facts_of(past).where_to_read] == ["B", "A"]


def test_looking_back_each_input_leads_to_its_page() -> None:
    def pages(event: str, series: str = PUBLIC) -> list[str]:
        return [row.page for day in facts_of(f"{BASE}{event}{SESSIONS}", series).days_to_read for row in day.rows]

    two = "https://example.org/treffen/treff-12/"
    assert pages("date: 2026-03-11\n") == ["", f"{two}zwei-labore.html", f"{two}drei.html"]
    assert pages("date: 2027-03-11\n") == ["", "", ""]
    assert pages("date: 2026-03-11\n", SERIES) == ["", "", ""]
    days = "agenda: [{title: B, type: input, day: 2}, {title: A, type: input, day: 1}]\n"
    facts = facts_of(f"{BASE}date: 2026-03-11/2026-03-12\n{days}", PUBLIC)
    assert [[row.page for row in day.rows] for day in facts.days_to_read] == [[f"{two}a.html"], [f"{two}b.html"]]


def test_agenda_without_a_page_is_the_agenda() -> None:
    facts = facts_of(f"{BASE}date: 2026-03-11\n{SESSIONS}")
    assert facts.days_to_read is facts.days
