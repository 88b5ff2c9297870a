"""What must not be public is found wherever it stands, is not repeated, and nothing else is taken for it."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import ORGANISATIONS, SERIES, TODAY

from labcamp.check.public import MAYBE, WAYS_IN, join_link_public, passcode_public
from labcamp.files.read import source_of
from labcamp.findings import LabcampError
from labcamp.texts import LANGUAGES, words_of
from labcamp.workspace import load

WAYS = (
    ("Zoom", "https://us02web.zoom.us/j/80000000000?pwd=beispiel"),
    ("Zoom", "zoom.us/j/80000000000"),
    ("Zoom", "https://zoom.us/w/80000000000"),
    ("Zoom", "https://stadt.zoom.us/my/labor.raum"),
    ("Zoom", "https://eu01web.zoom-x.de/j/60000000000"),
    ("Zoom", "https://zoom.us/wc/80000000000/join"),
    ("Zoom", "zoommtg://zoom.us/join?confno=80000000000"),
    ("Webex", "https://stadt.webex.com/meet/labor"),
    ("Webex", "https://stadt.webex.com/stadt/j.php?MTID=m0000"),
    ("Webex", "https://stadt.webex.com/m/0000-beispiel"),
    ("Microsoft Teams", "https://teams.microsoft.com/l/meetup-join/19%3ameeting_beispiel/0"),
    ("Microsoft Teams", "https://teams.microsoft.com/meet/300000000000?p=beispiel"),
    ("Microsoft Teams", "https://teams.live.com/meet/9000000000000"),
    (
        "Microsoft Teams",
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fteams.microsoft.com%2Fl%2Fmeetup-join%2F19",
    ),
    ("Google Meet", "https://meet.google.com/abc-defg-hij"),
    ("Google Meet", "meet.google.com/abc-defg-hij"),
    ("BigBlueButton", "https://konferenz.labor.example/b/abc-def-ghi"),
    ("BigBlueButton", "https://konferenz.labor.example/rooms/abc-def-ghi-jkl/join"),
    ("BigBlueButton", "https://bbb.labor.example/b/labcamp"),
    ("Jitsi", "https://meet.jit.si/LabCamp"),
    ("Jitsi", "https://jitsi.labor.example/LabCamp"),
    ("GoTo", "https://meet.goto.com/100000000"),
    ("GoTo", "https://global.gotomeeting.com/join/100000000"),
    ("Whereby", "https://whereby.com/labcamp"),
    ("Senfcall", "https://senfcall.de/abc-def-ghi-jkl"),
    ("OpenTalk", "https://opentalk.labor.example/room/0000-beispiel"),
    ("eduMEET", "https://edumeet.labor.example/labcamp"),
    ("DFNconf", "https://conf.dfn.de/webapp/conference/97900000"),
    ("alfaview", "https://app.alfaview.com/#/join/labor/0000"),
    ("pwd=", "https://video.labor.example/raum?pwd=beispiel"),
    ("password=", "https://video.labor.example/?raum=labor&Password=beispiel"),
    ("Nextcloud Talk", "https://wolke.labor.example/call/ab1defgh"),
)
NO_WAYS = (
    "https://zoom.us/webinar/register/WN_beispiel",
    "https://us02web.zoom.us/meeting/register/beispiel",
    "https://zoom.us",
    "https://stadt.webex.com/stadt/j.php?RGID=r0000",
    "https://stadt.webex.com/webappng/sites/stadt/webinar/register/0000",
    "https://events.teams.microsoft.com/event/beispiel",
    "https://support.google.com/meet/answer/9302870",
    "https://whereby.com/information/tos",
    "https://jitsi.org/was-ist-jitsi",
    "https://www.senfcall.de/impressum",
    "https://labor.example/b/1",
    "https://labor.example/rooms/12",
    "https://labor.example/meet/labcamp",
    "https://labor.example/call/speakers",
    "https://labor.example/konto?password=",
    "https://labor.example/hilfe?thema=passwort",
    "Wir treffen uns auf Zoom und/oder in Webex, der Link kommt per Mail.",
)
SECRETS = (
    ("Kenncode", "Kenncode: 123456"),
    ("Kenncode", "Der **Kenncode:** 123456"),
    ("Passwort", "Das Passwort lautet labor."),
    ("Passwort", "Passwort: labor"),
    ("Passwort", "Der Link kommt noch (Passwort: labor)."),
    ("Zoom-Passwort", "Zoom-Passwort: labor2027"),
    ("Passwort", 'mit dem Passwort "labor27" ins Netz'),
    ("PIN", "Wählt euch ein mit PIN 4711#"),
    ("PIN", "Einwahl: +49 30 1234567, PIN: 123 456 789#"),
    ("Meeting-ID", "Meeting-ID: 800 0000 0000"),
    ("Meeting ID", "Meeting ID: 800 0000 0000"),
    ("Besprechungs-ID", "Besprechungs-ID: 300 000 000 000"),
    ("Meeting-Kennnummer", "Meeting-Kennnummer (Zugriffscode): 2370 000 0000"),
    ("Kenn-Nr.", "Kenn-Nr.: 2370 000 0000"),
    ("Zugangscode", "Zugangscode 123456"),
    ("Passcode", "Passcode: aB3dEf"),
    ("passcode", "The passcode is 998877."),
    ("Password", "Password: labor"),
)
NO_SECRETS = (
    "Passwort folgt per Mail",
    "Das Passwort kommt mit der Bestätigung.",
    "Passwort: folgt",
    "Der Link und das Passwort stehen in der Mail vom 4. März.",
    "Das Ende vom Passwort: Wie Passkeys die Verwaltung verändern",
    "Passwort: Warum wir es hassen",
    "Ade Passwort: 2027 kommt der Passkey",
    "Passwort 2027: wie es weitergeht",
    "Das Passwort ist tot.",
    "Passwörter: 5 Regeln",
    "Eine PIN-Wand, Stecknadeln und eine Pinnwand",
    "Mit PIN und Chipkarte, ohne PIN 2027 ins Bürgerkonto",
    "Die BundID 2027, und ID 12345678 im Förderkatalog",
    "Unter dem Kennwort „LabCamp“ sind Zimmer reserviert.",
    "Kennwort: LabCamp",
    "Kennenlernen: 15 Minuten, Kennzahlen: 123456",
    "Link and passcode come by mail.",
    "Tel. 030 1234567,, 12 Plätze; CSV: 1,,2,,3",
    "Password: Why we hate it",
)


def place(text: str, words: str) -> tuple[int, int]:
    """Line and column of words in a text."""
    before = text[: text.index(words)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.parametrize(("service", "link"), WAYS)
@pytest.mark.parametrize("text", ["url: {}", "summary: Kommt zu {} und bleibt.", "# {}\ntitle: A", "a: {{b: '{}'}}"])
def test_a_link_into_a_meeting_is_found_wherever_it_stands(text: str, service: str, link: str) -> None:
    source = source_of(text.format(link).encode(), "events/labcamp-12.yaml")
    (found,) = join_link_public(source)

    assert (found.line, found.column) == place(source.text, link)
    assert dict(found.values) == {"service": service, "id": "labcamp-12"}


@pytest.mark.parametrize("text", NO_WAYS)
def test_what_leads_into_no_meeting_may_be_public(text: str) -> None:
    assert list(join_link_public(source_of(f'summary: "{text}"'.encode(), "a.yaml"))) == []


@given(st.from_regex("|".join(WAYS_IN.values()), alphabet=st.characters(max_codepoint=126, min_codepoint=33)))
def test_no_link_into_a_meeting_is_passed_over_by_the_first_look(link: str) -> None:
    assert MAYBE.search(link)


@pytest.mark.parametrize(("sort", "text"), SECRETS)
def test_what_opens_a_meeting_is_found_by_its_name_and_never_repeated(sort: str, text: str) -> None:
    source = source_of(f"title: A\nsummary: |\n  {text}\n".encode(), "events/labcamp-12.yaml")
    (found,) = passcode_public(source)

    assert (found.line, found.column) == place(source.text, sort)
    assert dict(found.values) == {"sort": sort, "id": "labcamp-12"}
    assert not any(re.search(r"\d{3}|labor\b|aB3", said) for lang in LANGUAGES for said in words_of(found, lang))


@pytest.mark.parametrize("text", ["+493012345678,,80000000000#,,,,*123456# Berlin", "0049 30 1234567,,98765#"])
def test_a_number_that_dials_itself_in_is_found_and_never_repeated(text: str) -> None:
    (found,) = passcode_public(source_of(f"summary: |\n  Per Telefon {text}\n".encode(), "a.yaml"))

    assert (found.line, found.column, dict(found.values)) == (2, 15, {"sort": "PIN", "id": "a"})


@pytest.mark.parametrize("text", NO_SECRETS)
def test_a_sentence_about_passwords_is_no_password(text: str) -> None:
    assert list(passcode_public(source_of(f"summary: |\n  {text}\n".encode(), "a.yaml"))) == []


@given(
    st.lists(st.sampled_from(["Passwort", "PIN", "ID", "Kenncode", ": ", " lautet ", "(", "\n", "1234"]) | st.text())
)
def test_no_text_trips_the_search_for_secrets(pieces: list[str]) -> None:
    try:
        source = source_of(f"title: A\nsummary: |\n  {''.join(pieces)}\n".encode(), "a.yaml")
    except (LabcampError, UnicodeEncodeError):
        return
    lines = source.text.split("\n")
    for found in (*passcode_public(source), *join_link_public(source)):
        assert 1 <= found.column <= len(lines[found.line - 1]) + 1


def test_the_files_that_all_events_share_are_looked_through_too(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    texts = {
        "series": f"{SERIES}homepage: https://whereby.com/labcamp\n",
        "organisations": f"{ORGANISATIONS}labor: {{name: Labor, place: 'Kenncode: 123456'}}\n",
        "treffen": "title: Treffen\n",
    }
    for id_, text in texts.items():
        (tmp_path / "events" / f"{id_}.yaml").write_text(text, "utf-8")

    errors = load(tmp_path, TODAY).errors

    assert [(Path(found.path).name, found.code) for found in errors] == [
        ("organisations.yaml", "LC523"),
        ("series.yaml", "LC522"),
    ]
    assert [words_of(found, "de")[1] for found in errors] == [
        "das gehört in die private Datei des Treffens (private/...), unter join: bei passcode: oder phone:",
        "er gehört in die private Datei des Treffens (private/...), in eine Zeile join: https://...",
    ]


@pytest.mark.parametrize(
    ("status", "link", "found"),
    [
        ("confirmed", "{title: A, url: https://a.org, type: recording}", [(4, 17)]),
        ("cancelled\nreason: B", "{title: A, url: https://a.org, type: photo}", [(5, 17)]),
        ("confirmed", "{title: A, url: https://a.org, type: photo, consent: nein}", [(4, 62)]),
        ("confirmed", "{title: A, url: https://a.org, type: photo, consent: ja}", []),
        ("draft", "{title: A, url: https://a.org, type: recording}", []),
        ("confirmed", "{title: A, url: https://a.org, type: slides}", []),
        ("confirmed", "{title: Aufzeichnung, url: https://a.org}", []),
    ],
)
def test_what_shows_people_needs_their_consent(
    tmp_path: Path, status: str, link: str, found: list[tuple[int, int]]
) -> None:
    (tmp_path / "events").mkdir()
    event = f"title: T\nstatus: {status}\ndate: 2026-03-11\nlinks: [{link}]\n"
    again = event.replace("links: [", "agenda: [{title: P, links: [").replace("]\n", "]}]\n")
    texts = {"series": SERIES, "eins": event, "zwei": again.replace("title: T", "title: U")}
    for id_, text in texts.items():
        (tmp_path / "events" / f"{id_}.yaml").write_text(text, "utf-8")

    errors = load(tmp_path, TODAY).errors

    shift = len("agenda: [{title: P, links: [") - len("links: [")
    assert [(each.code, each.line, each.column) for each in errors] == [
        *(("LC524", line, column) for line, column in found),
        *(("LC524", line, column + shift) for line, column in found),
    ]
