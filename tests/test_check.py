"""Checking: what does not fit is found at the place that a person has to change, all of it in one run."""

import pytest

from labcamp.check import UNKNOWN_SERIES, AnyOrganisation, check_event, check_organisations, check_series, without_rules
from labcamp.check.shape import nearest
from labcamp.files.read import source_of
from labcamp.findings import Finding
from labcamp.model import Organisation
from labcamp.texts import words_of

ORGANISATIONS = {"citylab": Organisation(name="CityLAB"), "next-lab": Organisation(name="NExT")}
SERIES = """\
id: labcamp
title: LabCamp
domain: example.org
imprint: https://example.org/impressum
newsletter: {unsubscribe: https://example.org/abmelden}
"""


def findings_of(text: str) -> tuple[Finding, ...]:
    """What is wrong with an event that says `title: LabCamp` in line 1, and these lines from line 2 on."""
    source = source_of(f"title: LabCamp\n{text}".encode(), "event.yaml")
    return tuple(sorted(check_event("labcamp-1", source, UNKNOWN_SERIES, ORGANISATIONS)[1]))


def found(text: str) -> list[tuple[int, int, str]]:
    """Line, column and code of each finding."""
    return [(one.line, one.column, one.code) for one in findings_of(text)]


def said(text: str) -> list[tuple[str, str]]:
    """Message and hint of each finding, in German."""
    return [words_of(one, "de") for one in findings_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one text where a mapping or a list could be
        ("hosts: nextlab", [(2, 8, "LC212")]),
        ("hosts: citylab, nextlab", [(2, 8, "LC212")]),
        ("hosts: ''", [(2, 8, "LC219")]),
        ("place: ''", [(2, 8, "LC219")]),
        ("moderation: {nme: Ada}", [(2, 14, "LC202")]),
        ("moderation: {}", [(2, 13, "LC201")]),
        ("registration: bald", [(2, 15, "LC210")]),
        ("contact: ada@example", [(2, 10, "LC215")]),
        # lists
        ("hosts: [citylab, nextlab]", [(2, 18, "LC212")]),
        ("hosts: [[citylab]]", [(2, 9, "LC203")]),
        ("hosts: {citylab: ja}", [(2, 8, "LC203")]),
        ("agenda: Ankommen", [(2, 9, "LC204")]),
        ("agenda: {title: Ankommen}", [(2, 9, "LC204")]),
        ("agenda: [A, [B]]", [(2, 13, "LC205")]),
        ("agenda: [A, {title: [B]}]", [(2, 21, "LC203")]),
        ("agenda:\n  -title: A\n", [(3, 3, "LC204")]),
        ("links: [https://example.org]", [(2, 9, "LC205")]),
        ("moderation: [[Ada]]", [(2, 14, "LC205")]),
        ("done: [{a: b}]", [(2, 8, "LC203")]),
        # what stands deep in the file
        ("agenda:\n  - title: A\n    by:\n      - organisation: nextlab", [(5, 23, "LC212")]),
        ("links:\n  - titel: B\n    url: https://a.de", [(3, 5, "LC201"), (3, 5, "LC202")]),
        ("agenda:\n  - title: A\n  - type: input\n", [(4, 5, "LC201")]),
        ("agenda:\n  - title: A\n    minutes:\n      - 3\n", [(5, 7, "LC203")]),
        ("agenda:\n  -\n  - title: A\n    minutes: drei\n", [(5, 14, "LC208")]),
        ("agenda: [{title: A, type: [input]}]", [(2, 27, "LC203")]),
        ("place: {online: vielleicht}", [(2, 17, "LC211")]),
        ("place: {onlien: ja}", [(2, 9, "LC202")]),
        ("date: [2027-03-11]", [(2, 7, "LC203")]),
        ("time: {start: 14:00}", [(2, 7, "LC203")]),
        ("theme: {a: b}", [(2, 8, "LC203")]),
        ("newsletter: Betreff", [(2, 13, "LC205")]),
        ("place: [online]", [(2, 8, "LC205")]),
        ("agenda: [{title: A, by: [{role: Leitung}, {}]}]", [(2, 43, "LC201")]),
        # keys
        ("theme: A\n? plac\n: B", [(3, 3, "LC202")]),
        ("id: labcamp-1", [(2, 1, "LC202")]),
        ("'{x}': A", [(2, 1, "LC202")]),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_found_at_the_value_or_key_to_change(
    text: str, expected: list[tuple[int, int, str]]
) -> None:
    assert found(text) == expected


def test_an_event_without_number_and_title_is_told_at_its_start() -> None:
    source = source_of(b"# ein Entwurf\ndate: 2027-03-11\n", "event.yaml")

    assert check_event("labcamp-1", source, UNKNOWN_SERIES, {}) == (
        None,
        (Finding("event.yaml", 1, 1, "LC201", (("key", "title"), ("text", ""))),),
    )


def test_all_that_is_wrong_with_an_event_is_told_in_one_run() -> None:
    assert found(
        "datum: 2027-03-11\n"
        "time: nachmittags\n"
        "hosts: [citylab, nextlab]\n"
        "theme: Labore #3\n"
        "agenda:\n"
        "  - type: Vortrag\n"
        "    minutes: dreißig\n"
    ) == [
        (2, 1, "LC202"),
        (3, 7, "LC207"),
        (4, 18, "LC212"),
        (5, 15, "LC308"),
        (7, 5, "LC201"),
        (7, 11, "LC209"),
        (8, 14, "LC208"),
    ]


def test_all_that_makes_no_sense_is_told_in_one_run() -> None:
    assert found(
        "status: confirmed\n"
        "date: 2027-03-28\n"
        "time: 02:30-05:00\n"
        "place: TBA\n"
        "registration: {until: 2027-04-01}\n"
        "agenda:\n"
        "  - {title: A, id: a, minutes: 30}\n"
        "  - {title: B, id: a, minutes: 180, day: 1}\n"
        "  - {title: C, start: 04:00, day: 1}\n"
        "  - {title: D, start: 06:00, day: 2}\n"
    ) == [
        (4, 7, "LC306"),
        (5, 8, "LC309"),
        (6, 23, "LC310"),
        (9, 20, "LC315"),
        (9, 23, "LC304"),
        (10, 23, "LC302"),
        (11, 23, "LC301"),
        (11, 35, "LC314"),
    ]


# one mistake, one finding


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("time: 17:00-14:00\nagenda: [{title: A, start: 15:00, minutes: 90}]", "LC305"),
        ("date: 2027-09-17/2027-09-16\nagenda: [{title: A, day: 2}]", "LC305"),
        ("time: 14:00-17:00\nagenda: [{title: A, start: 18, minutes: 300}, {title: B, minutes: 9}]", "LC301"),
        ("time: 14:00-15:00\nagenda: [{title: A, minutes: 90}, {title: B, minutes: 90}]", "LC304"),
        ("agenda: [{title: A, start: 9, by: Ada}, {title: B, start: 9, by: Ada}]", "LC302"),
        ("agenda:\n  - title: #3 Labore", "LC308"),
        ("status: [draft]", "LC203"),
        ("hosts:\n  - #citylab", "LC308"),
        ("hashtags: [a]", "LC202"),
    ],
)
def test_one_mistake_is_told_once(text: str, code: str) -> None:
    assert [one[2] for one in found(text)] == [code]


def test_a_missing_title_is_told_beside_another_text_that_is_lost() -> None:
    assert found("agenda:\n  - teaser: #3 Labore") == [(3, 5, "LC201"), (3, 13, "LC308")]


# the nearest thing


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("datum", "date"),
        ("Datum", "date"),
        ("uhrzeit", "time"),
        ("ort", "place"),
        ("titel", "title"),
        ("gastgeber", "hosts"),
        ("ablauf", "agenda"),
        ("beschreibung", "description"),
        ("anmeldung", "registration"),
        ("thema", "theme"),
        ("tittle", "title"),
        ("agend", "agenda"),
        ("Theme", "theme"),
        ("desription", "description"),
    ],
)
def test_an_unknown_key_is_told_with_the_one_that_was_meant(word: str, key: str) -> None:
    assert said(f"{word}: etwas") == [(f"den Schlüssel „{word}“ gibt es hier nicht", f"meint ihr „{key}“?")]


@pytest.mark.parametrize(("word", "key"), [("dauer", "minutes"), ("beginn", "start"), ("raum", "room"), ("von", "by")])
def test_a_session_has_german_words_of_its_own(word: str, key: str) -> None:
    assert said(f"agenda:\n  - title: A\n    {word}: etwas") == [
        (f"den Schlüssel „{word}“ gibt es hier nicht", f"meint ihr „{key}“?")
    ]


def test_a_key_that_resembles_none_is_told_with_all_keys_there_are() -> None:
    assert said("moderation: {wetter: schön}") == [
        ("den Schlüssel „wetter“ gibt es hier nicht", "hier gibt es: name, role, organisation")
    ]


def test_who_writes_id_is_not_led_to_uid() -> None:
    ((_, hint),) = said("id: labcamp-1")

    assert hint.startswith("hier gibt es: number, title, ")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("status: bestätigt", "meint ihr „confirmed“? Möglich sind: draft, confirmed, cancelled"),
        ("status: Confirmed", "meint ihr „confirmed“? Möglich sind: draft, confirmed, cancelled"),
        ("status: rot", "möglich sind: draft, confirmed, cancelled"),
        ("links: [{title: A, url: https://example.org, type: Umfrage}]",
         "meint ihr „feedback“? Möglich sind: page, report, slides, paper, recording, photo, notes, feedback, other"),
        ("zone: Berlin", "meint ihr Europe/Berlin?"),
        ("zone: Europe/Wien", "meint ihr Europe/Vienna?"),
        ("zone: MEZ", "meint ihr Europe/Berlin?"),
        ("zone: '?'", "schreibt sie wie Europe/Berlin, Europe/Vienna oder Europe/Zurich"),
        ("hosts: CityLAB", "meint ihr „citylab“?"),
        ("hosts: wien", "tragt sie in events/organisations.yaml ein; dort stehen bisher: citylab, next-lab"),
        ("place: [a]", "schreibt jede Angabe eingerückt in eine eigene Zeile; "
         "die Schlüssel sind: name, street, postcode, city, country, room, online, url, lat, lon"),
        ("date: bald", "schreibt einen Tag, den es gibt, wie 2027-03-11 oder 11.03.2027; "
         "nur den Monat als 2027-03, mehrere Tage als 2027-09-16/2027-09-17"),
        ("moved_from: bald", "schreibt einen Tag, den es gibt, wie 2027-03-11 oder 11.03.2027"),
        ("time: bald", "schreibt 14:00 oder 14:00-17:00"),
        ("agenda: [{title: A, start: 14-15}]", "schreibt sie wie 14:00"),
        ("theme: Labore #3", 'setzt den Text in Anführungszeichen: "Labore #3"; '
         "ist es doch ein Kommentar, setzt ein Leerzeichen hinter #"),
        ("theme: Das \"Labor\" ist's #3 # ja", "setzt den Text in Anführungszeichen: 'Das \"Labor\" ist''s #3'; "
         "ist es doch ein Kommentar, setzt ein Leerzeichen hinter #"),
    ],
)  # fmt: skip
def test_the_hint_says_what_would_be_right(text: str, hint: str) -> None:
    assert [one[1] for one in said(text)] == [hint]


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("datum", ["date", "day"], "date"),
        ("datum", ["data"], "data"),
        (" Titel ", ["title"], "title"),
        ("xyz", ["title"], ""),
        ("", ["title"], ""),
        ("title", [], ""),
    ],
)
def test_the_nearest_word_is_the_one_that_is_meant_else_the_most_alike(
    word: str, known: list[str], expected: str
) -> None:
    assert nearest(word, known) == expected


# what is lost after a #


@pytest.mark.parametrize(
    ("text", "column", "lost"),
    [
        ("theme: Labore #3", 15, "#3"),
        ("theme: Labore #3 und mehr", 15, "#3 und mehr"),
        ("theme: Labore #3 # stimmt das?", 15, "#3"),
        ("theme: Labore\t#3", 15, "#3"),
        ("theme: #Labore", 8, "#Labore"),
        ("agenda: [A #3\n  ]", 12, "#3"),
        ("theme: 🌱 Grün #3", 15, "#3"),
    ],
)
def test_a_text_that_is_lost_after_a_hash_is_shown(text: str, column: int, lost: str) -> None:
    (one,) = findings_of(text)

    assert (one.line, one.column, dict(one.values)["lost"]) == (2, column, lost)


@pytest.mark.parametrize(
    "text",
    [
        "theme: Labore # ein Kommentar",
        "theme: Labore  #",
        "theme: 'Labore #3'",
        'theme: "Labore" #3',
        "theme: C#3",
        "# theme: Labore #3",
        "theme: Labore\n#3",
        "hosts: [citylab,  #next\n  next-lab]",
        "description: |\n  Labore #3\n",
        "summary: >  # kurz\n  Labore #3\n",
    ],
)
def test_a_comment_and_a_hash_inside_a_text_are_fine(text: str) -> None:
    assert found(text) == []


# single rules


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("time: 14:00-17:00\nagenda: [{title: A, start: 13:59}]", [(3, 28, "LC301")]),
        ("time: 14:00-17:00\nagenda: [{title: A, start: 17:00}]", [(3, 28, "LC301")]),
        ("time: 14:00-17:00\nagenda: [{title: A, start: 14:00}, {title: B, start: 16:59}]", []),
        ("time: 14:00\nagenda: [{title: A, start: 13:00}]", [(3, 28, "LC301")]),
        ("time: 14:00\nagenda: [{title: A, start: 23:00}]", []),
        ("time: 14:00-15:00\nagenda: [{title: A, minutes: 60}]", []),
        ("time: 14:00-15:00\nagenda: [{title: A, minutes: 61}]", [(3, 21, "LC304")]),
        ("time: 14:00-15:00\nagenda: [{title: A, minutes: 60}, {title: B, minutes: 5}]", [(3, 46, "LC304")]),
        ("time: 20:00\nagenda: [{title: A, minutes: 240}]", []),
        ("time: 20:00\nagenda: [{title: A, minutes: 241}]", [(3, 21, "LC304")]),
        ("agenda: [{title: A, start: 23:00, minutes: 61}]", [(2, 35, "LC304")]),
        ("agenda: [{title: A, start: 9, minutes: 30}, {title: B, start: 9:30, minutes: 30}]", []),
        ("agenda: [{title: A, start: 9, minutes: 30}, {title: B, start: 9:29, minutes: 30}]", [(2, 63, "LC302")]),
        ("agenda: [{title: A, start: 9, minutes: 31, room: X}, {title: B, start: 9:30, room: Y}]", []),
        ("agenda: [{title: A, start: 9}, {title: B, start: 9}]", [(2, 50, "LC302")]),
        ("agenda: [{title: A, start: 9}, {title: B, start: 9:30}]", []),
        ("date: 2027-09-16/2027-09-17\nagenda: [{title: A, start: 9}, {title: B, start: 9, day: 2}]", []),
        ("agenda: [{title: A, start: 9, room: X, by: N. N.}, {title: B, start: 9, room: Y, by: N. N.}]", []),
        ("agenda: [{title: A, start: 9, room: X, by: Ada}, {title: B, start: 9, room: Y, by: Bo}]", []),
        ("time: 14:00-14:00", [(2, 7, "LC305")]),
        ("date: 2027-03-28\ntime: 01:00-03:00", []),
        ("date: 2027-03-28\ntime: 00:00-02:00", [(3, 7, "LC306")]),
        (
            "date: 2027-03-28\ntime: '1:45'\nagenda: [{title: A, minutes: 30}, {title: B, minutes: 60}]",
            [(4, 10, "LC306")],
        ),
        (
            "date: 2027-03-28\ntime: '0:45'\nagenda: [{title: A, minutes: 15}, {title: B, minutes: 90}]",
            [(4, 35, "LC306")],
        ),
        ("date: 2027-03-27/2027-03-28\ntime: 02:30-05:00", [(3, 7, "LC306")]),
        ("date: 2027-03-28\ntime: 02:30-05:00\nzone: Asia/Tokyo", []),
        ("date: 2027-10-31\ntime: 01:00-04:00\nagenda: [{title: A, start: 02:15}]", [(4, 28, "LC307")]),
        ("date: 2027-03-11\nregistration: {until: 2027-03-11}", []),
        ("registration: {until: 2027-03-11}", []),
        ("status: confirmed\ndate: 2027-03\nsummary: |\n  Eins.\n  Ort: TBA", [(6, 8, "LC309")]),
        ("status: confirmed\ndate: 2027-03\nsummary: TBAR und todo", []),
        ("status: draft\nplace: TBA", []),
        ("status: confirmed\ndate: 2027-03\ntheme: 'TODO, FIXME'", [(4, 9, "LC309"), (4, 15, "LC309")]),
        ("status: confirmed\ndate: 2027-03  # TODO: der Tag", []),
        ("status: confirmed\ndate: 2027-03\ntheme: Am XX.03. um XX Uhr", [(4, 11, "LC309"), (4, 21, "LC309")]),
        ("status: confirmed\ndate: 2027-03\ntheme: '2027-XX, 2027-03-XX'", [(4, 9, "LC309"), (4, 18, "LC309")]),
        ("status: confirmed\ndate: 2027-03\nplace: wird noch ergänzt", [(4, 8, "LC309")]),
        ("status: confirmed\ndate: 2027-03\nplace: 'wird noch ergänzt.'", [(4, 9, "LC309")]),
        ("status: confirmed\ndate: 2027-03\nplace: Köln (wird noch ergänzt)", [(4, 13, "LC309")]),
        ("status: confirmed\ndate: 2027-03\ntheme: XX. Jahrestagung, Band XX, Größe XXL", []),
        ("status: confirmed\ndate: 2027-03\nsummary: Das Programm wird noch ergänzt.", []),
        ("status: confirmed\ndate: 2027-03\nmoderation: N. N.", []),
        ("date: 2027-03-11\nagenda: [{title: A, day: 0}]", [(3, 26, "LC314")]),
        ("date: 2027-03-11/2027-03-12\nagenda: [{title: A, day: 2}]", []),
        ("agenda: [{title: A, day: 7}]", []),
        ("agenda: [A, A]", []),
        ("status: confirmed\ndate: 2027-03", []),
        ("status: cancelled\nreason: Kein Raum", []),
        ("status: cancelled", [(2, 1, "LC904")]),
    ],
)
def test_a_rule_finds_what_makes_no_sense_and_nothing_else(text: str, expected: list[tuple[int, int, str]]) -> None:
    assert found(text) == expected


# organisations and series


def test_an_organisation_is_a_name_or_more() -> None:
    source = source_of(b"citylab: CityLAB\nnext-lab: {name: NExT, country: DE, region: DE-BE}\n", "organisations.yaml")
    organisations, findings = check_organisations(source)

    assert findings == ()
    assert {id_: (one.id, one.name, one.region) for id_, one in organisations.items()} == {
        "citylab": ("citylab", "CityLAB", None),
        "next-lab": ("next-lab", "NExT", "DE-BE"),
    }


def test_an_organisation_with_something_wrong_in_it_is_there_all_the_same() -> None:
    text = "citylab: {nam: CityLAB}\nCity Lab: Zwei\nnext-lab: [NExT]\n"
    organisations, findings = check_organisations(source_of(text.encode(), "organisations.yaml"))
    event = source_of(b"title: A\nhosts: [citylab, next-lab]\n", "event.yaml")

    assert [(one.line, one.column, one.code) for one in findings] == [
        (1, 1, "LC201"),
        (1, 11, "LC202"),
        (2, 1, "LC217"),
        (3, 11, "LC205"),
    ]
    assert check_event("e", event, UNKNOWN_SERIES, organisations)[1] == ()


def test_where_organisations_could_not_be_read_every_id_is_one() -> None:
    source = source_of(b"title: A\nhosts: [citylab, 'next lab']\nmoderation: [{organisation: next}]\n", "event.yaml")
    event, findings = check_event("e", source, UNKNOWN_SERIES, AnyOrganisation())

    assert findings == ()
    assert event
    assert [(one.id, one.name) for one in event.hosts] == [("citylab", "citylab"), ("next lab", "next lab")]


def test_also_where_every_id_is_an_organisation_none_is_empty() -> None:
    source = source_of(b"title: A\nhosts: ['', '  ']\n", "event.yaml")

    assert [
        (one.line, one.column, one.code) for one in check_event("e", source, UNKNOWN_SERIES, AnyOrganisation())[1]
    ] == [(2, 9, "LC219"), (2, 13, "LC219")]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", []),
        ("organisers: [citylab, nextlab]\n", [(6, 23, "LC212")]),
        ("hashtags: #LabCamp\n", [(6, 11, "LC308")]),
        ("hashtags: '#LabCamp'\n", []),
        ("accent: #0b4f8a\n", [(6, 9, "LC308")]),
        ("accent: '#0B4F8A'\n", []),
        ("accent: blau\n", [(6, 9, "LC214")]),
        ("regions: DE-BE\n", []),
        ("regions: [DE-BE, Berlin]\n", [(6, 18, "LC216")]),
        ("address: du\n", [(6, 10, "LC209")]),
        ("title_pattern: 'LabCamp {nummer}'\n", [(6, 16, "LC317")]),
        ("channels: [Slack, {title: Newsletter, url: bald}]\n", [(6, 44, "LC210")]),
        ("mails: {save-the-date: 12 Wochen, invitation: 6 weeks, reminder: 3 Tage, thanks: 1 day}\n", []),
        ("mails: {newsletter: nein, documentation: 14, practical-information: no, deadline-reminder: 1Tag}\n", []),
        ("mails:\n", []),
        ("mails: {reminder: bald}\n", [(6, 19, "LC222")]),
        ("mails: {reminder: [3]}\n", [(6, 19, "LC203")]),
        ("mails:\n  erinnerung: 3 Tage\n", [(7, 3, "LC202")]),
        ("mails: {change-notice: 3 Tage}\n", [(6, 9, "LC202")]),
        ("mails: 3 Tage\n", [(6, 8, "LC205")]),
        ("rules: [number-twice]\n", [(6, 8, "LC205")]),
        ("rules:\n  number-twice: zwei Reihen\n", []),
        ("rules:\n  number-twice: [zwei]\n", [(7, 17, "LC203")]),
        ("rules:\n  numbertwice: zwei Reihen\n", [(7, 3, "LC220")]),
        ("rules:\n  unknown-key: geht nicht\n", [(7, 3, "LC220")]),
        ("rules:\n  '': leer\n", [(7, 3, "LC219")]),
    ],
)
def test_a_series_is_checked_in_every_line(more: str, expected: list[tuple[int, int, str]]) -> None:
    text = f"{SERIES}{more}contact: treffen@example.org\n"
    _, findings = check_series(source_of(text.encode(), "series.yaml"), ORGANISATIONS)

    assert [(one.line, one.column, one.code) for one in findings] == expected


@pytest.mark.parametrize(
    ("kind", "meant"),
    [("erinnerung", "reminder"), ("save_the_date", "save-the-date"), ("invite", "invitation"), ("Dank", "thanks")],
)
def test_an_unknown_mail_is_told_with_the_one_that_was_meant(kind: str, meant: str) -> None:
    _, (one,) = check_series(source_of(f"{SERIES}mails:\n  {kind}: 3 Tage\n".encode(), "series.yaml"), {})

    assert words_of(one, "de") == (f"den Schlüssel „{kind}“ gibt es hier nicht", f"meint ihr „{meant}“?")


def test_a_mail_without_its_kind_is_told_with_all_kinds_that_have_a_day() -> None:
    _, (one,) = check_series(source_of(f"{SERIES}mails: [reminder]\n".encode(), "series.yaml"), {})
    kinds = "save-the-date, invitation, newsletter, deadline-reminder, practical-information, reminder, thanks"

    assert words_of(one, "en")[1] == (
        f"write each value in a line of its own, indented; the keys are: {kinds}, documentation"
    )


def test_rules_have_no_keys_to_propose() -> None:
    _, (one,) = check_series(source_of(f"{SERIES}rules: [a]\n".encode(), "series.yaml"), {})

    assert words_of(one, "en") == (
        "in 'rules' each value needs its key",
        "write each value in a line of its own, indented, as in title: Name",
    )


def test_a_rule_that_is_switched_off_finds_nothing_and_all_others_go_on() -> None:
    findings = findings_of("date: 2027-03-11\ntime: 17:00-14:00\nregistration: {until: 2027-04-01}\ntheme: Labore #3")
    kept = tuple(without_rules(findings, {"end-before-start": "so ist es", "imprint-missing": "kommt noch"}))

    assert [one.code for one in findings] == ["LC305", "LC310", "LC308"]
    assert [one.code for one in kept] == ["LC310", "LC308"]


def test_what_cannot_be_shaped_cannot_be_switched_off() -> None:
    findings = findings_of("datum: 2027-03-11")

    assert tuple(without_rules(findings, {"unknown-key": "uns egal"})) == findings
