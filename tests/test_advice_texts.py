"""Advice about what people write: what was left over is found where only this event can be meant, and nowhere else."""

import datetime as dt

import pytest
from advised import EARLIER, HEAD, SERIES, about, advised, places, quoted
from conftest import times
from hypothesis import given
from hypothesis import strategies as st

from labcamp.findings import LabcampError, Place, finding
from labcamp.texts import LANGUAGES, words_of

# Where people write sentences, with {} for one
FIELDS = (
    "subtitle: {}",
    "theme: {}",
    "summary: {}",
    "description: {}",
    "registration: {{note: {}}}",
    "agenda: [{{title: {}}}]",
    "agenda: [{{title: A, teaser: {}}}]",
    "news: [{{title: {}, text: {}}}]",
    "newsletter: {{subject: {}}}",
    "newsletter: {{preheader: {}}}",
    "newsletter: {{intro: {}}}",
)
FORMAL = f"{SERIES}address: Sie\n"


def everywhere(text: str, series: str = SERIES) -> list[tuple[str, dict[str, str]]]:
    """What is advised about a text, wherever it stands."""
    return [found for field in FIELDS for found in about(field.format(*[quoted(text)] * 2), series)]


# editions


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('title: "LabCamp #11"', "LabCamp #11"),
        ('theme: "LabCamp #11: Labore finden"', "LabCamp #11"),
        ('newsletter: {subject: "LabCamp #11 am 11. März online"}', "LabCamp #11"),
        ("newsletter: {subject: LabCamp#11}", "LabCamp#11"),
        ('newsletter: {subject: "Lab Camp #11"}', "Lab Camp #11"),
        ('newsletter: {subject: "Einladung: 11. LabCamp"}', "11. LabCamp"),
        ('newsletter: {subject: "Save the date: LabCamp 11"}', "LabCamp 11"),
        ('newsletter: {subject: "[LabCamp #11] Jetzt anmelden"}', "LabCamp #11"),
        ('newsletter: {preheader: "Anmeldung zum LabCamp #11 bis 4. März"}', "LabCamp #11"),
        ("registration: {note: LabCamp Nr. 11}", "LabCamp Nr. 11"),
        ('summary: "Willkommen beim LabCamp #11!"', "LabCamp #11"),
        ('description: "Wir laden euch herzlich zum LabCamp #11 ein."', "LabCamp #11"),
        ("newsletter: {intro: Wir freuen uns auf das 11. LabCamp.}", "11. LabCamp"),
        ('description: "You are welcome to LabCamp #10."', "LabCamp #10"),
        ('description: "Register now for LabCamp #11."', "LabCamp #11"),
        ('agenda: [{title: "Willkommen zum LabCamp #11"}]', "LabCamp #11"),
        ("registration: https://labor.example/labcamp-11", "labcamp-11"),
        ("registration: {url: https://labor.example/LabCamp_11/anmeldung}", "LabCamp_11"),
        ("registration: https://pretix.example/11-labcamp", "11-labcamp"),
        ("registration: https://labor.example/labcamp-barcelona/", "labcamp-barcelona"),
        ("contact: labcamp11@labor.example", "labcamp11"),
        ("place: {name: Kontor, url: https://labor.example/labcamp-10}", "labcamp-10"),
        ("links: [{title: Umfrage, type: feedback, url: https://labor.example/labcamp11}]", "labcamp11"),
        ('links: [{title: "LabCamp #12 im Netz", url: https://labor.example/labcamp11}]', "labcamp11"),
    ],
)
def test_an_earlier_edition_is_found_where_only_this_one_can_be_meant(line: str, words: str) -> None:
    title = "LabCamp #11" if line.startswith("title") else "LabCamp #12"
    head = HEAD if line.startswith("title") else f'title: "LabCamp #12"\n{HEAD}'
    assert about(line, head=head) == [("LC913", {"words": words, "title": title})]


@pytest.mark.parametrize(
    "text",
    [
        "Beim LabCamp #11 ging es um Geld.",
        "Damit knüpfen wir an das LabCamp #10 an.",
        "Die Ergebnisse des LabCamp #11 sind da.",
        "Seit dem LabCamp #11 hat sich viel getan.",
        "Auf dem LabCamp #10 entstand das Positionspapier.",
        "Wer beim LabCamp #11 war, kennt das schon.",
        "Die Einladung zum LabCamp #11 ging an 40 Labore.",
        "Die Anmeldung zum LabCamp #11 war nach zwei Tagen voll.",
        "Was das LabCamp #11 gezeigt hat",
        "Von LabCamp #11 zu LabCamp #12",
        "Die Teilnahme am LabCamp #11 ist keine Voraussetzung.",
        "Die Anmeldung läuft wie beim LabCamp #11 über die Seite.",
        "Wir freuen uns über das LabCamp #11.",
        "LabCamp, 11. März, 11 Uhr",
        "LabCamp am 11. März mit 11 Laboren",
        "11 LabCamps später",
        "Das elfte LabCamp",
        "As we saw at LabCamp #11, money ends.",
        "Since LabCamp #11 a lot has happened.",
        "Willkommen beim LabCamp #13, unserem nächsten.",
    ],
)
def test_a_look_back_at_an_edition_is_fine_everywhere(text: str) -> None:
    assert everywhere(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "registration: https://labor.example/labcamp-12",
        "registration: https://labor.example/10-LabCamp-12",
        "registration: https://labor.example/labcamp-7f42bf6954",
        "registration: https://labor.example/labcamp-2027",
        "registration: https://labor.example/stadtlabcamp-11",
        'news: [{title: "LabCamp #11: der Bericht", url: https://labor.example/labcamp-11}]',
        'links: [{title: "LabCamp #11", url: https://labor.example/labcamp-11}]',
        "links: [{title: Zum Nachlesen, url: https://labor.example/labcamp-11}]",
    ],
)
def test_an_address_may_have_other_numbers_or_lead_to_what_was(line: str) -> None:
    assert about(line) == []


def test_an_event_without_a_number_and_one_that_is_over_name_any_edition() -> None:
    text = 'title: Treffen\nnewsletter: {subject: "LabCamp #11"}\n'
    assert advised(EARLIER | {"treffen": f"{text}date: 2027-03-11\n"}) == ()
    assert advised(EARLIER | {"treffen": f"{text}number: 12\ndate: 2020-03-11\n"}) == ()


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("{number}. Treffen der Labore", "3. Treffen der Labore"),
        ("MusterTreff Nr. {number}", "Muster-Treff Nr. 3"),
        ("Lab {number}", "Lab 3"),
        ("{number}", "Labor #3"),
    ],
)
def test_the_series_says_how_its_editions_are_called(pattern: str, text: str) -> None:
    series = (
        f"id: labor\ntitle: Labor\ntitle_pattern: '{pattern}'\ndomain: labor.example\norganisers: [hafen, werkstatt]"
    )
    found = advised({"a": f"number: 4\ndate: 2027-03-11\nnewsletter: {{subject: '{text}: Labore'}}"}, series)
    assert [(each.code, dict(each.values)["words"]) for each in found] == [("LC913", text)]


# years


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("summary: Kommt am 11. März 2026 vorbei.", "11. März 2026"),
        ("summary: Am 11.03.2026 ist es so weit.", "11.03.2026"),
        ("description: Join us on 11 March 2026.", "11 March 2026"),
        ("description: On March 11, 2026, we meet.", "March 11, 2026"),
        ("theme: Treffen 2026-03-11", "2026-03-11"),
        ("registration: {until: 2027-03-04, note: Anmelden bis 4.3.2026}", "4.3.2026"),
        ("newsletter: {subject: 'LabCamp 2026: Labore'}", "LabCamp 2026"),
        ("newsletter: {subject: LabCamp im März 2026}", "LabCamp im März 2026"),
        ("newsletter: {preheader: 'Im März 2026: zwei Impulse'}", "März 2026"),
        ("newsletter: {intro: Das ist die Einladung zum LabCamp 2026.}", "LabCamp 2026"),
        ("registration: https://labor.example/labcamp-2026", "2026"),
        ("registration: {url: https://labor.example/2026/anmelden}", "2026"),
    ],
)
def test_an_earlier_year_is_found_where_only_the_own_can_be_meant(line: str, words: str) -> None:
    assert about(line) == [("LC917", {"words": words, "year": "2027"})]


@pytest.mark.parametrize(
    "text",
    [
        "Das Bild stammt aus einem Workshop, der 2019 in São Paulo stattfand.",
        "Beim internationalen LabCamp 2022 kamen Labore aus vielen Ländern zusammen.",
        "2022 in Barcelona",
        "Am 11. März 2025 fand das zehnte LabCamp statt.",
        "Der Atlas erschien am 11. März 2025.",
        "Die Umfrage 2026, der Haushalt 2026 und die Bilanz 2026",
        "Das LabCamp 2026 hat gezeigt, was fehlt.",
        "Nach dem LabCamp 2026 geht es weiter.",
        "Im März 2025 entstand das Papier.",
        "Seit 2025 gibt es das Positionspapier.",
        "Am 12. März 2026 ist anderswo etwas.",
        "11. März 2027, nicht 2026",
        "As we saw at LabCamp 2026, money ends.",
    ],
)
def test_a_year_of_the_past_is_fine_everywhere(text: str) -> None:
    assert everywhere(text) == []


@pytest.mark.parametrize(
    "url",
    [
        "https://labor.example/2026/11/labcamp-12",  # when the page was written
        "https://labor.example/anmelden?id=2026",
        "https://labor.example/strategie-2024/anmelden",  # no event was in that year
        "https://labor.example/20260311",
        "https://labor.example/2026-2027",
        "https://labor.example/#2026",
    ],
)
def test_a_year_in_an_address_may_mean_something_else(url: str) -> None:
    assert about(f"registration: {url}") == []


def test_a_wrong_weekday_before_a_date_and_the_day_before_a_move_are_told_elsewhere() -> None:
    assert about("summary: Am Freitag, 11. März 2026, ist es so weit.") == []  # a Wednesday: LC318
    assert about("moved_from: 2026-03-11\nsummary: Am 11. März 2026 ist es so weit.") == []  # LC908


def test_where_the_year_is_the_edition_it_is_told_once() -> None:
    found = advised(
        {
            "a": "number: 2026\ndate: 2026-03-11\nattendance: {people: 1}\nstatus: confirmed",
            "b": "number: 2027\ndate: 2027-03-11\nnewsletter: {subject: 'LabCamp #2026: Labore'}",
            "c": "number: 2028\ndate: 2028-03-10\nregistration: https://labor.example/labcamp-2026",
        },
    )
    assert [(each.path, each.code) for each in found] == [("events/b.yaml", "LC913"), ("events/c.yaml", "LC917")]


# weekdays


@pytest.mark.parametrize(
    ("line", "words", "weekday"),
    [
        ("summary: Wir treffen uns am Mittwoch um 14 Uhr.", "Mittwoch um 14 Uhr", "Donnerstag"),
        ('summary: "Los geht es am Mi., 14 Uhr."', "Mi., 14 Uhr", "Donnerstag"),
        ('newsletter: {subject: "LabCamp #12: Mittwoch, 14:00"}', "Mittwoch, 14:00", "Donnerstag"),
        ("newsletter: {subject: Mittwochnachmittag ab 14 Uhr online}", "Mittwochnachmittag ab 14 Uhr", "Donnerstag"),
        ("newsletter: {preheader: 'Zwei Impulse, Mi, 14–17 Uhr'}", "Mi, 14–17 Uhr", "Donnerstag"),
        ("description: Das Treffen beginnt um 14 Uhr am Freitag.", "14 Uhr am Freitag", "Donnerstag"),
        ("description: 'Freitag von 14 bis 17 Uhr, online'", "Freitag von 14 bis 17 Uhr", "Donnerstag"),
        ("description: Join us on Wednesday at 2 pm.", "Wednesday at 2 pm", "Thursday"),
        ("description: 'We meet at 14:00 on Wednesday.'", "14:00 on Wednesday", "Thursday"),
        ("description: |\n  Wir treffen uns am Mittwoch\n  um 14 Uhr.", "Mittwoch um 14 Uhr", "Donnerstag"),
    ],
)
def test_the_own_hour_on_another_weekday_is_found(line: str, words: str, weekday: str) -> None:
    assert about(line) == [("LC912", {"words": words, "weekday": weekday})]


@pytest.mark.parametrize(
    "text",
    [
        "Wir treffen uns am Donnerstag um 14 Uhr.",
        "Mittwoch, 10. März, 14 Uhr",
        "Anmelden könnt ihr euch bis Mittwoch, 14 Uhr.",
        "Die Technik testen wir am Mittwoch um 14 Uhr.",
        "Der Link kommt am Mittwoch um 14 Uhr per Mail.",
        "Jeden Mittwoch um 14 Uhr ist Sprechstunde, mittwochs um 14 Uhr auch.",
        "Am Mittwoch um 18 Uhr gehen wir essen.",
        "Ursprünglich wollten wir uns am Mittwoch um 14 Uhr treffen.",
        "Das letzte Mal trafen wir uns am Mittwoch um 14 Uhr.",
        "Ausweichtermin: Mittwoch, 14 Uhr",
        "Montag bis Mittwoch, 9 bis 17 Uhr geöffnet",
        "Was passiert am Mittwoch nach 14 Monaten?",
        "So, 14 Uhr ist eine gute Zeit.",
        "We test the sound on Wednesday at 2 pm.",
        "Morgen ist heute schon gestern, und nächste Woche auch.",
    ],
)
def test_another_hour_and_another_meeting_have_their_own_weekday(text: str) -> None:
    assert everywhere(text) == []


def test_each_day_of_an_event_has_its_weekday_and_what_is_over_is_let_alone() -> None:
    line = "summary: Wir treffen uns am Freitag um 14 Uhr."
    assert about(line, head=HEAD.replace("2027-03-11", "2027-03-11/2027-03-12")) == []
    assert about(line, head=HEAD.replace("time: 14:00-17:00\n", "")) == []
    assert about(line, head=HEAD.replace("2027-03-11", "2027-03")) == []
    assert about(f"{line}\nattendance: {{people: 3}}", head=HEAD.replace("2027", "2026")) == []


# links


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("[hier](https://a.example)", ("LC925", {"text": "hier"})),
        ("[**Hier** …](https://a.example)", ("LC925", {"text": "**Hier** …"})),
        ("[click here](https://a.example)", ("LC925", {"text": "click here"})),
        ("[mehr](https://a.example)", ("LC925", {"text": "mehr"})),
        ("[www.a.example](https://a.example)", ("LC925", {"text": "www.a.example"})),
        ("[Anmeldung]()", ("LC504", {"text": "Anmeldung", "url": ""})),
        ("[Anmeldung](#)", ("LC504", {"text": "Anmeldung", "url": ""})),
        ("[](https://a.example)", ("LC504", {"text": "", "url": "https://a.example"})),
    ],
)
def test_a_link_in_a_text_says_where_it_leads(link: str, found: tuple[str, dict[str, str]]) -> None:
    assert about(f"description: {quoted(link)}") == [found]
    assert about(f"news: [{{title: A, text: {quoted(link)}}}]") == [found]
    assert about(f"description: {quoted(f'{link} und {link}')}") == [found]
    assert places(f"description: |\n  Eins\n  Zwei {link}") == [(3, 8, found[0])]


@pytest.mark.parametrize(
    "text",
    [
        "[das Programm](https://a.example)",
        "Mehr steht hier: https://a.example",
        "[ ] offen, [x] erledigt (ja)",
        "[1](https://a.example/1)",
        "Der Weg (hier) führt [zum Haus](https://a.example/haus).",
        "![Bild]() und \\[kein Link\\](hier)",
        "[Mehr Licht](https://a.example), [Details zur Anmeldung](https://a.example)",
    ],
)
def test_what_is_no_link_and_what_is_a_good_one_is_fine(text: str) -> None:
    assert everywhere(text) == []


def test_a_title_of_a_link_says_where_it_leads() -> None:
    assert about("links: [{title: Link, url: https://a.example}]") == [("LC925", {"text": "Link"})]
    assert about("links: [{title: Der Linkliste, url: https://a.example}]") == []


# how people are spoken to


@pytest.mark.parametrize(
    ("text", "series", "formal", "informal"),
    [
        ("Bitte melden Sie sich an.", SERIES, "Sie", "address: ihr"),
        ("Wir laden euch ein. Wir freuen uns auf Ihren Besuch.", SERIES, "Ihren", "euch"),
        ("Gern senden wir Ihnen mehr, und ihr könnt kommen.", SERIES, "Ihnen", "ihr könnt"),
        ("Wir freuen uns auf euch.", FORMAL, "address: Sie", "euch"),
        ("Bitte melden Sie sich an. Bringt eure Fälle mit.", FORMAL, "Sie", "eure"),
        ("Bitte melden Sie sich, wenn du Fragen hast.", FORMAL, "Sie", "wenn du"),
    ],
)
def test_an_event_speaks_to_people_as_its_series_does(text: str, series: str, formal: str, informal: str) -> None:
    assert about(f"description: {quoted(text)}", series) == [("LC926", {"formal": formal, "informal": informal})]


def test_the_word_to_change_is_where_the_advice_stands() -> None:
    text = "description: |\n  Was tun Labore? Sie probieren aus.\n\n  Bitte melden\n  Sie sich an."
    assert places(text) == [(5, 3, "LC926")]


@pytest.mark.parametrize(
    "text",
    [
        "Wir laden euch ein. Es zeigte sich: Sie sind überall die gleichen.",
        "Labore probieren aus. Sie scheitern auch. Ihr seid dabei.",
        "Jemand fragt: „Wie gehen Sie damit um?“ Und ihr antwortet.",
        "### Die Labore\n\n  Sie zeigen euch, was geht.",
        "### Die Labore\n  Sie zeigen euch, was geht.",
        "- die Labore\n  - Sie arbeiten für euch",
        "Wenn Ihr Lust habt, kommt vorbei. Falls Ihr Fragen habt, meldet Euch.",
        "Ein Labor und ihr Team, ihre Stadt und ihr Geld",
    ],
)
def test_they_and_her_are_not_you(text: str) -> None:
    assert about(f"description: |\n  {text}") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ein Konzert im Café du Nord mit Jean du Plessis.",
        "Dir. Ida Beispiel führt durchs Haus.",
        "Die Labore und ihr Publikum, ihre Stadt",
        "Sie sind eingeladen. „Kommt ihr?“, fragt jemand.",
        "Das Labor zeigt, was ihr Team kann.",
        "Teuer und neuer als die Steuer",
    ],
)
def test_names_and_quotations_are_not_you_either(text: str) -> None:
    assert about(f"description: {quoted(text)}", FORMAL) == []


def test_titles_may_quote_anybody_and_english_has_one_you() -> None:
    assert about('theme: "Können Sie das nicht einfach ausprobieren?"\nsummary: Wir fragen euch.') == []
    assert about("language: en\nsummary: Ask Sie, ask ihr seid.") == []


# how all genders are named


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Praktiker:innen und Kolleg*innen", "*in, :in"),
        ("Nutzer/-innen und Nutzer_innen", "_in, /-in"),
        ("TeilnehmerInnen und Kolleg:innen", ":in, Innen"),
    ],
)
def test_one_sign_for_all_genders_is_enough(text: str, signs: str) -> None:
    assert about(f"description: {quoted(text)}") == [("LC927", {"signs": signs})]


def test_the_second_sign_is_where_the_advice_stands() -> None:
    assert places("theme: Kolleg:innen\nsummary: Für Leute und Nutzer*innen") == [(2, 24, "LC927")]


@pytest.mark.parametrize(
    "text",
    [
        "Praktiker:innen und Kolleg:innen",
        "Für Kolleg*innen, siehe https://a.example/kolleg:innen",
        "An kolleg_innen@labor.example, liebe Teilnehmer:innen",
        "Teilnehmer:innen im „Bund der Forscher*innen“",
        "Liebe Teilnehmer:innen, draußen und/oder drinnen, IT/in-house",
        "Infos *in* Berlin, Kolleg:innen, In Köln",
    ],
)
def test_addresses_and_names_have_signs_of_their_own(text: str) -> None:
    assert everywhere(text) == []


def test_what_others_have_written_is_theirs() -> None:
    line = "moderation: {name: N. N., role: Referent*in}\nlinks: [{title: Für Nutzer_innen, url: https://a.example}]"
    assert about(f"summary: Für alle Praktiker:innen\n{line}") == []


# what comes from an example


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("registration: https://www.example.org/anmelden", "example.org"),
        ("contact: labcamp@beispiel.de", "beispiel.de"),
        ("description: Mehr auf example.com.", "example.com"),
        ("place: {street: Musterstraße 1, city: Berlin}", "Musterstraße"),
        ("place: {name: Haus, street: Am Markt 1, city: Musterstadt}", "Musterstadt"),
        ("moderation: Erika Mustermann", "Mustermann"),
        ("agenda: [{title: A, by: Max Mustermann}]", "Mustermann"),
    ],
)
def test_what_comes_from_an_example_is_found(line: str, words: str) -> None:
    assert about(line) == [("LC910", {"words": words})]
    assert about(line, head=HEAD.replace("confirmed", "draft")) == []


@pytest.mark.parametrize(
    "line",
    [
        "description: Das ist ein Beispiel. De facto ist es viel.",
        "description: Was tut Erika Mustermann, wenn sie nach Musterstadt zieht?",
        "theme: Muster und Musterprozesse",
        "registration: https://myexample.org",
        "registration: https://example.organisation.example",
        "registration: https://labor.example  # statt https://example.org",
        "# registration: https://beispiel.de/anmeldung",
        "uid: labcamp-12@example.org",
        "place: {name: Musterhaus im Musterviertel}",
    ],
)
def test_what_only_sounds_like_an_example_is_fine(line: str) -> None:
    assert about(line) == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("imprint: https://example.org/impressum", "example.org"),
        ("contact: labcamp@beispiel.de", "beispiel.de"),
        ("imprint: |\n  Hafen\n  Musterweg 3", "Musterweg"),
        ("subtitle: Lorem ipsum", "Lorem ipsum"),
        ("subtitle: Ein Muster", ""),
        ("# contact: name@beispiel.de", ""),
    ],
)
def test_the_series_is_looked_at_once_an_event_is_to_come(line: str, words: str) -> None:
    found = advised({"labcamp-12": HEAD}, f"{SERIES}{line}\n")
    assert [(each.path, dict(each.values)["words"]) for each in found] == (
        [("events/series.yaml", words)] if words else []
    )
    assert advised({"labcamp-12": HEAD.replace("confirmed", "draft")}, f"{SERIES}{line}\n") == ()
    assert advised(EARLIER, f"{SERIES}{line}\n") == ()


# mail addresses


@pytest.mark.parametrize(
    "address",
    [
        "ida.beispiel@stadt.example",
        "i.beispiel@stadt.example",
        "anna-lena.probe@stadt.example",
        "müller.anna@stadt.example",
        "ida_beispiel@gmx.de",
        "beispiel77@web.de",
        "ida.beispiel+labcamp@gmail.com",
        "dr.ida.beispiel@t-online.de",
    ],
)
def test_an_address_of_a_person_is_found_and_not_repeated(address: str) -> None:
    shown = f"{address[0]}…@{address.split('@')[1]}"
    assert about(f"description: Schreibt an {address} oder kommt.") == [("LC914", {"address": shown})]
    assert about(f"# {address}") == [("LC914", {"address": shown})]
    shared = advised({"labcamp-12": HEAD}, f"{SERIES}subtitle: Schreibt an {address}\n")
    assert [(each.path, each.code, each.values) for each in shared] == [
        ("events/series.yaml", "LC914", (("address", shown),))
    ]


def test_an_address_is_somebodys_whose_name_stands_in_the_same_file() -> None:
    assert about("contact: {name: Ida Probe, email: probe@amt.example}") == [("LC914", {"address": "p…@amt.example"})]
    assert about("moderation: Ida Probe\ncontact: ida@amt.example") == [("LC914", {"address": "i…@amt.example"})]
    assert about("moderation: N. N.\ncontact: {name: Kulturamt Soest, email: kulturamt@soest.example}") == []
    assert about("contact: {name: Hafen Team, email: hafen@werft.example}") == []


@pytest.mark.parametrize(
    "address",
    [
        "info@stadt.example",
        "labcamp@posteo.de",
        "labcamp-team@gmx.de",
        "stadtlabor@gmx.de",
        "hafen@posteo.de",  # an organisation
        "newsletter.labcamp@labor.example",
        "smart.city@soest.example",
        "open.innovation@stadt.example",
        "zukunft.verwaltung@stadt.example",
        "pg.dit@bund.example",
        "referat-z5@bund.example",
        "stadt.ulm@ulm.example",
        "@ida.beispiel@social.example",
        "https://medium.example/@ida.beispiel",
    ],
)
def test_an_address_of_an_office_is_fine(address: str) -> None:
    assert about(f"description: Schreibt an {address} oder kommt.") == []


# anything


PIECES = (
    "LabCamp #11", "11. LabCamp", "LabCamp 2026", "11. März 2026", "Mittwoch um 14 Uhr", " Sie ", "euch", ":innen",
    "*innen", "[hier](https://a.example)", "[]()", "ida.beispiel@gmx.de", "example.org", "Mustermann", "\n", "\n\n",
    "- ", "# ", "„", "“", "https://zoom.us/j/1", "Passwort: a1b2", "PIN 4711#", "XX.XX.", ". ", "🎉", "ß", "'", '"',
)  # fmt: skip
ANY = st.text() | st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=12).map(" ".join)


@times(1.5)
@given(ANY, st.sampled_from((*FIELDS, "title: {}", "reason: {}", "access: {}", "lessons: {}", "place: {}")))
def test_no_text_in_any_field_makes_a_rule_stumble(text: str, field: str) -> None:
    """Also what is written over several lines; each piece of advice has a place in the file, and words."""
    block = "|\n" + "\n".join(f"  {line}" for line in (" ".join(text.split(" ")) or "-").splitlines())
    for value in (quoted(text), block if field.endswith(": {}") else quoted(text)):
        line = field.format(*[value] * 2)
        file = f"{HEAD}{line}\n" if "access" not in field else HEAD.replace("access: stufenlos", line)
        for series in (SERIES, FORMAL):
            try:
                findings = advised(EARLIER | {"labcamp-12": file}, series)
            except LabcampError:
                continue  # no file, so nothing to look at
            lines = file.split("\n")
            for found in findings:
                assert 0 <= found.column <= max(len(lines[found.line - 1]) + 1, 1)
                assert all(all(words_of(found, language)) for language in LANGUAGES)


def test_a_day_in_a_finding_is_told_in_the_figures_of_the_language_and_what_was_typed_as_it_was_typed() -> None:
    day = dt.date(2027, 3, 11)
    found = finding("LC310", Place("x"), until=day, day=dt.date(2027, 3, 10))
    assert words_of(found, "de")[0] == (
        "die Anmeldung endet am 11.03.2027, das Treffen beginnt aber schon am 10.03.2027"
    )
    assert "2027-03-11" in words_of(found, "en")[0]
    assert dict(found.values) == {"day": "2027-03-10", "until": "2027-03-11"}
    typed = finding("LC206", Place("x"), text="2027-03-11", key="date", month="2027-09")
    assert "2027-03-11" in words_of(typed, "de")[0]
