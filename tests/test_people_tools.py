"""Lists as the tools of the field test write them, all with people who do not exist: each with its right value."""

from pathlib import Path

import pytest
from test_people import persons, refused, told

from labcamp.workspace.people import People, people_in

TOOLS = Path(__file__).parent / "people/tools"
ADA, BEN, CEM, DORA = (
    (name, f"{name.split()[0].lower()}@example.org")
    for name in ("Ada Muster", "Ben Beispiel", "Cem Probe", "Dora Test")
)
BARE_ADA = ("Ada", "ada@example.org")
FIVE = [(name[0].upper(), f"{name}@example.org", "confirmed") for name in ("ada", "ben", "cem", "dora", "eva")]
TWO = [("H", "hans@xn--exmple-cua.org", "confirmed"), ("N", "nele@example.org", "confirmed")]
# File → name, address and seat of each person who gets mail; the findings; the columns that decide
RIGHT: dict[str, tuple[list[tuple[str, str, str]], list[str], list[str]]] = {
    "addresses.csv": (
        [*FIVE, *TWO],
        [
            "7:3 LC955 column=E-Mail", "8:3 LC955 column=E-Mail", "10:3 LC955 column=E-Mail", "11:3 LC957",
            "12:3 LC955 column=E-Mail", "13:3 LC955 column=E-Mail", "14:3 LC955 column=E-Mail",
        ],
        [],
    ),
    "addresses2.csv": (
        [*FIVE, *TWO],
        [*(f"{line}:3 LC955 column=E-Mail" for line in (7, 8, 10, 11, 12, 13)), "15:3 LC953 line=14"],
        [],
    ),
    "airtable.csv": ([(*ADA, "confirmed"), (*BEN, "waiting")], [], ["Status"]),
    "bom-then-sep.csv": ([(*BARE_ADA, "confirmed")], [], []),
    "cancelled-and-confirmed.csv": (
        [("Ada", "ADA@example.org", "confirmed")],
        ["2:21 LC950 column=Status word=storniert"],
        ["Status"],
    ),
    "doo.csv": ([(*ADA, "confirmed")], ["3:5 LC950 column=Buchungsstatus word=storniert"], ["Buchungsstatus"]),
    "dos-cp850.csv": ([("Änne Kräher", "aenne@example.org", "confirmed")], [], []),
    "eventbrite.csv": (
        [(*ADA, "confirmed"), ("", "kauf@example.org", "confirmed")],
        ["3:78 LC950 column=Attendee Status word=not attending"],
        ["Attendee Status"],
    ),
    "excel-formula-name.csv": ([(*ADA, "confirmed")], [], []),
    "excel-formulas.csv": ([(*ADA, "confirmed"), ("Ben „Benny“ Beispiel", "ben@example.org", "confirmed")], [], []),
    "google-forms-de-username.csv": ([(*ADA, "confirmed")], [], []),
    "google-forms-de.csv": (
        [(*ADA, "confirmed")],
        ["3:70 LC952 column=Dürfen wir dich auch zu weiteren Treffen per E-Mail einla..."],
        ["Dürfen wir dich auch zu weiteren Treffen per E-Mail einla..."],
    ),
    "google-forms-en.csv": ([(*ADA, "confirmed")], [], []),
    "header-spaces.csv": ([("john doe", "john@example.org", "confirmed")], [], []),
    # Who is on a mailing list has registered for nothing, so `active` and `enabled` are no seat.
    "keila-export.csv": ([], ["2:32 LC951 column=Status", "3:34 LC952 column=Status"], ["Status"]),
    "limesurvey-participants.csv": ([(*ADA, "confirmed")], ["3:40 LC952 column=emailstatus"], ["emailstatus"]),
    "limesurvey-responses.csv": ([(*ADA, "confirmed"), (*BEN, "confirmed")], [], []),
    "listmonk-export.csv": ([], ["2:55 LC951 column=status", "3:37 LC952 column=status"], ["status"]),
    "luma.csv": (
        [(*ADA, "confirmed"), (*CEM, "pending"), (*DORA, "waiting")],
        ["3:71 LC950 column=approval_status word=declined"],
        ["approval_status"],
    ),
    "macroman.csv": ([("Änne Müller", "aenne@example.org", "confirmed")], [], []),
    "mailchimp.csv": ([(*ADA, "confirmed")], [], []),
    "nextcloud-forms-de.csv": ([(*ADA, "confirmed")], [], []),
    "nextcloud-forms.csv": ([(*ADA, "confirmed")], [], []),
    "outlook-de.csv": ([(*ADA, "confirmed")], [], []),
    "phone-first.csv": (
        [(*ADA, "confirmed")],
        ["3:47 LC952 column=Ich bin damit einverstanden, per E-Mail informiert zu wer..."],
        ["Ich bin damit einverstanden, per E-Mail informiert zu wer..."],
    ),
    "pipe.csv": ([(*BARE_ADA, "confirmed")], [], ["Status"]),
    "rsvp-words.csv": (
        [
            ("A", "a@example.org", "confirmed"), ("B", "b@example.org", "confirmed"),
            ("C", "c@example.org", "confirmed"), ("F", "f@example.org", "waiting"), ("G", "g@example.org", "confirmed"),
        ],
        [
            "5:17 LC950 column=Status word=abgesagt", "6:17 LC951 column=Status",
            "9:17 LC950 column=Status word=no show", "10:17 LC951 column=Status",
        ],
        ["Status"],
    ),
    "space-comma.csv": ([(*ADA, "confirmed")], ["3:43 LC950 column=Status word=cancelled"], ["Status"]),
    "teams-webinar-registration.csv": (
        [("Ada Müller", "ada@example.org", "confirmed")],
        ["3:53 LC950 column=Registration Status word=canceled"],
        ["Registration Status"],
    ),
    "thunderbird-abook.csv": ([(*ADA, "confirmed")], [], []),
    "title-line.csv": ([(*BARE_ADA, "confirmed")], [], []),
    "typeform.csv": ([(*ADA, "confirmed")], [], []),
    "utf16le-no-bom.csv": ([(*BARE_ADA, "confirmed")], [], []),
    "zoom-registration-cut.csv": (
        [(*ADA, "confirmed")],
        ["3:54 LC950 column=Approval Status word=denied", "4:51 LC950 column=Approval Status word=cancelled"],
        ["Approval Status"],
    ),
    "zoom-registration.csv": (
        [(*ADA, "confirmed")],
        ["7:54 LC950 column=Approval Status word=denied"],
        ["Approval Status"],
    ),
}  # fmt: skip
REFUSED = {"meetup.tsv": ["1:1 LC704 nearest="], "nuudel.csv": ["1:1 LC704 nearest="]}


def read(text: str, **named: tuple[str, ...]) -> People:
    """The people in a text."""
    return people_in(text.encode(), "liste.csv", named)


def who(people: People) -> list[tuple[object, object, object]]:
    """Name, address and seat of each person who gets mail."""
    return [(name, email, seat) for _, name, email, _, _, seat in persons(people)]


@pytest.mark.parametrize("name", RIGHT)
def test_a_list_of_a_tool_is_read_right(name: str) -> None:
    people = people_in((TOOLS / name).read_bytes(), name, {})

    assert (who(people), told(people.findings), [column.header for column in people.deciding]) == RIGHT[name]


@pytest.mark.parametrize("name", REFUSED)
def test_a_list_of_a_tool_without_addresses_is_refused(name: str) -> None:
    assert refused((TOOLS / name).read_bytes()) == REFUSED[name]


def test_every_list_of_a_tool_has_its_right_value() -> None:
    assert {path.name for path in TOOLS.iterdir()} == {*RIGHT, *REFUSED}


# Header rows of tools of which there is no whole list


@pytest.mark.parametrize(
    ("header", "row", "seat"),
    [
        ("Approval Status", "approved", "confirmed"),
        ("Registration status", "declined", None),
        ("Ticketstatus", "storniert", None),
        ("Ticket status", "issued", "confirmed"),
        ("Buchungsstatus", "Aktiv", "confirmed"),
        ("Anmeldestatus", "zugelassen", "confirmed"),
        ("Anmeldestatus", "nicht zugelassen", None),
        ("Anmeldestatus", "kein Platz", None),
        ("Anmeldestatus", "gestrichen", None),
        ("PARTSTAT", "NEEDS-ACTION", "pending"),
        ("PARTSTAT", "DELEGATED", None),
        ("Member Status", "Sent", "pending"),
        ("Status", "Subscribed", "confirmed"),
        ("Status", "Cleaned", None),
        ("Status", "Hardbounce", None),
        ("Zustand", "Zurückgezogen", None),
        ("Buchungsstatus", "Storniert", None),
        ("Anmeldestatus", "Warteliste", "waiting"),
        ("Anmeldung: Status", "storniert", None),
        ("Status der Anmeldung", "abgelehnt", None),
        ("Status of registration", "waitlisted", "waiting"),
        ("Void Status", "void", None),
        ("Void Status", "", "confirmed"),
        ("Guest status", "Not going", None),
        ("Storniert", "ja", None),
        ("Storniert", "Ja, leider", None),
        ("Storniert", "nein", "confirmed"),
        ("Storniert", "", "confirmed"),
        ("canceled_at", "2026-11-02T09:00:00Z", None),
        ("Abgesagt am", "2.11.2026", None),
        ("Absagegrund", "keine Zeit", None),
        ("Cancelled?", "TRUE", None),
        ("Cancelled?", "FALSE", "confirmed"),
        ("Refunded", "0,00 €", "confirmed"),
        ("No-Show", "x", None),
        ("Warteliste", "x", "waiting"),
        ("Waitlist position", "3", "waiting"),
        ("Waitlist position", "", "confirmed"),
        ("Stornobedingungen gelesen", "ja", "confirmed"),
        ("Cancellation policy accepted", "yes", "confirmed"),
        ("Opt-out", "x", None),
        ("Unsubscribed", "true", None),
        ("unsubscribed_at", "", "confirmed"),
        ("Keine Mails", "ja", None),
        ("Keine Mails", "", "confirmed"),
        ("Do not contact", "1", None),
        ("Ich möchte keine weiteren Mails bekommen und bitte um Löschung", "Ja", None),
        ("Ich möchte den Newsletter erhalten", "Nein", None),
        ("Ich möchte den Newsletter erhalten", "Ja, gern", "confirmed"),
        ("Marketing Opt-In", "No", None),
        ("Newsletter", "nein", None),
        ("Newsletter?", "x", "confirmed"),
        ("May we invite you to further events?", "no", None),
        ("Would you like to hear from us by e-mail?", "No thanks", None),
        ("Darf ich dich per Mail informieren?", "lieber nicht", None),
        ("Ich willige ein, Mails zu bekommen; das kann ich jederzeit widerrufen", "ja", "confirmed"),
        ("Ich willige ein, Mails zu bekommen; das kann ich jederzeit widerrufen", "", None),
        ("Kommst du?", "Nein", None),
        ("Kommst du?", "Ja", "confirmed"),
        ("Will you attend?", "No", None),
        ("Wie wars", "abgesagt", None),
        ("Irgendwas", "declined", None),
        ("Spalte 7", "Warteliste", "waiting"),
        ("Spalte 7", "OptOut", None),
        ("Essen", "Nein", "confirmed"),
        ("Bestätigt", "nein", None),
        ("Bestätigt", "x", "confirmed"),
        ("Approved", "false", None),
        ("Registered", "2026-11-02", "confirmed"),
        ("Ich komme nicht", "x", None),
        ("Not attending", "x", None),
        ("Kannst du nicht kommen?", "Ja", None),
        ("Anwesend", "abgesagt", None),
        ("Organisation", "storniert", None),
        ("Kommentar", "keine Mails mehr!", None),
        ("Kommentar", "hat am 3.3. leider wieder abgesagt", None),
        ("Kommentar", "kann am Vormittag nicht", "confirmed"),
        ("Response", "Tentative", None),
        ("Zahlungsstatus", "offen", "pending"),
        ("Status", "sorry, can’t make it", None),
        ("Teilnahme", "online", "confirmed"),
        ("Zu-/Absage", "Zusage", "confirmed"),
        ("Zu-/Absage", "Absage", None),
    ],
)
def test_who_gets_mail_is_told_by_header_and_value(header: str, row: str, seat: str | None) -> None:
    people = read(f'E-Mail;"{header}"\nida@example.org;"{row}"\n')

    assert [person.seat for person in people.participants] == ([seat] if seat else [])


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Bemerkung", ("vegetarisch", "abgesagt")),
        ("Ticketkategorie", ("Standard", "Warteliste")),
        ("Nimmst du am Abendessen teil?", ("Ja", "Nein")),
        ("Ist das deine dienstliche Mail?", ("Nein", "Ja")),
        ("Letzter Status", ("aktiv", "gesperrt")),
        ("In den Verteiler aufnehmen?", ("Ja", "Nein")),
        ("Einwilligung DSGVO", ("ja", "nein")),
        ("Keep me updated", ("yes", "no")),
    ],
)
def test_a_column_that_may_mean_it_or_not_is_refused_until_the_private_file_says_so(
    header: str, cells: tuple[str, str]
) -> None:
    text = f"E-Mail;{header}\na@example.org;{cells[0]}\nb@example.org;{cells[1]}\n"

    assert refused(text) == [f"1:8 LC710 column={header}"]
    assert len(read(text, ignore=(header,)).participants) == 2
    assert len(read(text, status=(header,)).participants) < 2 or cells[1] == "Warteliste"


def test_who_has_not_answered_while_others_have_has_no_seat() -> None:
    people = read("E-Mail;Response\na@example.org;Accepted\nb@example.org;None\n")

    assert who(people) == [("", "a@example.org", "confirmed"), ("", "b@example.org", "pending")]


def test_of_two_columns_the_one_counts_that_keeps_somebody_from_mail() -> None:
    people = read(
        "E-Mail;Status;Ticketstatus\n"
        "a@example.org;bestätigt;bestätigt\nb@example.org;bestätigt;storniert\nc@example.org;bestätigt;Warteliste\n"
    )
    assert who(people) == [("", "a@example.org", "confirmed"), ("", "c@example.org", "waiting")]
    assert told(people.findings) == ["3:25 LC950 column=Ticketstatus word=storniert"]


def test_a_word_of_refusal_beside_a_name_is_seen() -> None:
    people = read(
        "Name;E-Mail\nIda Beispiel (abgesagt);ida@example.org\nWARTELISTE Max;max@example.org\nAda;a@example.org\n"
    )

    assert [person.name for person in people.participants] == ["Ada"]
    assert told(people.findings) == ["2:1 LC951 column=Name", "3:1 LC951 column=Name"]


def test_what_a_person_wrote_is_not_told() -> None:
    people = read("E-Mail;Status;Absagegrund\na@example.org;abgesagt, Ada ist krank;\nb@example.org;ja;Ada ist krank\n")

    assert told(people.findings) == [
        "2:15 LC950 column=Status word=abgesagt",
        "3:18 LC950 column=Absagegrund word=krank",
    ]


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Vorname, Name", ("Ada, Muster", "Ben, Beispiel")),
        ("Vorname, Nachname", ("Ada, Muster", "Ben, Beispiel")),
        ("Vorname Nachname", ("Ada Muster", "Ben Beispiel")),
        ("Vorname / Name", ("Ada Muster", "Ben, Beispiel")),
        ("Name (Vorname, Nachname)", ("Ada, Muster", "Ben Beispiel")),
        ("First name, last name", ("Ada, Muster", "Ben Beispiel")),
        ("Nachname, Vorname", ("Muster, Ada", "Beispiel, Ben")),
        ("Name, Vorname", ("Muster, Ada", "Beispiel Ben")),
        ("Name/Vorname", ("Muster Ada", "Beispiel Ben")),
        ("Name (Nachname, Vorname)", ("Muster, Ada", "Beispiel, Ben")),
        ("Nachname Vorname", ("Muster Ada", "Beispiel Ben")),
        ("Last name, first name", ("Muster, Ada", "Beispiel, Ben")),
        ("Full name (last, first)", ("Muster, Ada", "Beispiel, Ben")),
        ("Name", ("Muster, Ada", "Beispiel, Ben")),
    ],
)
def test_both_names_in_one_column_stand_in_the_order_that_the_header_says(header: str, cells: tuple[str, str]) -> None:
    people = read(f'"{header}";E-Mail\n"{cells[0]}";ada@example.org\n"{cells[1]}";ben@example.org\n')

    assert [person.name for person in people.participants] == ["Ada Muster", "Ben Beispiel"]


def test_the_name_of_a_ticket_is_nobody() -> None:
    people = read("name;ticket_name;email\nAda Muster;Standard;ada@example.org\n")

    assert [person.name for person in people.participants] == ["Ada Muster"]


# Encodings


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("Änne Müller".encode("mac_roman"), "Änne Müller"),
        ("Jörg Größe".encode("mac_roman"), "Jörg Größe"),
        ("ÄNNE MÜLLER".encode("mac_roman"), "ÄNNE MÜLLER"),
        ("Änne Kräher".encode("cp850"), "Änne Kräher"),
        ("Jörg Weiß".encode("cp850"), "Jörg Weiß"),
        ("René Müller".encode("cp850"), "René Müller"),
        ("Jörg Größe".encode("cp1252"), "Jörg Größe"),
        ("Sinéad O’Brien".encode("cp1252"), "Sinéad O’Brien"),
        ("Tomáš Šimek".encode("cp1252"), "Tomáš Šimek"),
        ("Änne Müller".encode().decode("cp1252").encode(), "Änne Müller"),
        ("Jörg Größe".encode().decode("latin-1").encode().decode("latin-1").encode(), "Jörg Größe"),
        ("Änne Müller".encode().decode("mac_roman").encode(), "Änne Müller"),
        ("Änne Müller".encode().decode("cp850").encode(), "Änne Müller"),
        ("Žofie Vzor".encode(), "Žofie Vzor"),
        ("Ãngela Ça".encode(), "Ãngela Ça"),
    ],
)
def test_a_short_list_is_decoded_by_the_letters_of_its_names(content: bytes, name: str) -> None:
    people = people_in(b"Name;E-Mail\r\n" + content + b";a@example.org\r\n", "a.csv", {})

    assert [person.name for person in people.participants] == [name]


@pytest.mark.parametrize("code", ["cp1252", "mac_roman", "cp850"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_row_that_was_pasted_into_utf_8_is_read_and_costs_no_other(code: str, mark: bytes) -> None:
    rows = "Name;E-Mail\nÄnne Müller;a@example.org\n".encode(), "Jörg Weiß;b@example.org\n".encode(code)
    people = people_in(mark + b"".join(rows) + "Zoë Größe;c@example.org\n".encode(), "a.csv", {})

    assert [person.name for person in people.participants] == ["Änne Müller", "Jörg Weiß", "Zoë Größe"]
    assert people.encoding == "utf-8-mixed"


@pytest.mark.parametrize("name", ["MŸller", "€nne", "M?ller", "M�ller", "Gro§e", "J¸rgen", "?nne"])
def test_letters_that_cannot_be_mended_are_a_finding_at_their_row(name: str) -> None:
    people = read(f"Name;E-Mail\nÄda;a@example.org\n{name};b@example.org\n")

    assert ([person.name for person in people.participants], told(people.findings)) == (
        ["Äda"],
        ["3:1 LC790 column=Name"],
    )


def test_a_byte_that_is_no_letter_in_any_encoding_is_a_finding_at_its_row() -> None:
    people = people_in("Name;E-Mail\nÄda;a@example.org\n".encode() + b"Ma\xffrt;b@example.org\n", "a.csv", {})

    assert told(people.findings) == ["3:1 LC790 column=Name"]


# Where the header is


def test_the_header_is_found_below_titles_and_tables_of_a_report() -> None:
    teams = (
        "1. Summary\nMeeting title\tTreffen\nAttended participants\t2\n\n2. Participants\n"
        "Name\tFirst Join\tEmail\tRole\nAda\t14:00\tada@example.org\tOrganizer\n\n3. In-Meeting Activities\n"
        "Name\tJoin Time\tEmail\tRole\nAda\t14:00\tada@example.org\tOrganizer\n"
    )
    zoom = (
        "Host Details\nUser Name,Email\nHost,host@example.org\nAttendee Details\nUser Name,Email,Approval Status\n"
        "Ada,ada@example.org,approved\nBen,ben@example.org,denied\n"
    )
    assert [who(read(text)) for text in (teams, zoom.replace("Host Details\n", "Webinar Report\nHost Details\n"))] == [
        [(*BARE_ADA, "confirmed")],
        [("", "ada@example.org", "confirmed")],
    ]
