"""Lists of people as the programs really write them, and what is wrong with lists that people have mended."""

from pathlib import Path

import pytest

from labcamp.findings import Finding, LabcampError
from labcamp.workspace.people import Attended, People, people_in, people_of

LISTS = Path(__file__).parent / "people"
IDA = ("Ida Beispiel", "ida@example.org")
MAX = ("Max Muster", "max@example.org")
ULI = ("Uli Vorlage", "uli@example.com")
# File → how it is written; line, name, address, organisation, country and seat of each person; its findings; who counts
READ: dict[str, tuple[str, list[tuple[object, ...]], list[str], Attended]] = {
    "excel-de.csv": (
        "cp1252 ;",
        [
            (2, *IDA, "Werkstatt", "Österreich", "confirmed"),
            (3, "Jörg Muster", "joerg@example.org", "Hafen & Lab", "Schweiz", "confirmed"),
            (5, *ULI, "Werkstatt", "", "waiting"),
        ],
        ["6:29 LC950 column=Status word=abgesagt"],
        Attended(2, 2, checked_in=False),
    ),
    "excel-en.csv": (
        "utf-8-sig ,",
        [(2, *IDA, "Werkstatt", "Austria", "confirmed"), (3, *MAX, "Hafen", "Germany", "confirmed")],
        [],
        Attended(2, 2, checked_in=False),
    ),
    "excel-sep.csv": (
        "utf-8 ;",
        [(3, *IDA, "", "", "confirmed"), (4, "Muster", "max@example.org", "", "", "confirmed")],
        [],
        Attended(2, 0, checked_in=False),
    ),
    "excel-unicode-text.csv": (
        "utf-16 \t",
        [
            (2, "Beispiel, Ida", "ida@example.org", "Werkstatt", "", "confirmed"),
            (3, "Žofie Vzor", "zofie@example.org", "Hafen", "", "confirmed"),
        ],
        [],
        Attended(2, 2, checked_in=False),
    ),
    "pretix-orders-en.csv": (
        "utf-8 ,",
        [
            (2, *IDA, "Werkstatt", "DE", "confirmed"),
            (3, "Max Muster", "buyer@example.org", "Hafen", "AT", "confirmed"),
            (4, *ULI, "", "CH", "pending"),
        ],
        [
            "5:34 LC950 column=Status word=expired",
            "6:34 LC950 column=Status word=canceled",
            "7:248 LC952 column=May we contact you by e-mail about the event? I agree.",
        ],
        Attended(3, 2, checked_in=False),
    ),
    "pretix-orders-de.csv": (
        "utf-8-sig ;",
        [(2, *IDA, "Werkstatt", "DE", "confirmed"), (3, *ULI, "Hafen", "CH", "pending")],
        ["4:23 LC950 column=Status word=abgelaufen", "5:23 LC950 column=Status word=storniert"],
        Attended(1, 1, checked_in=False),
    ),
    "pretix-check-in-en.csv": (
        "utf-8 ,",
        [
            (2, *IDA, "Werkstatt", "", "confirmed"),
            (3, *MAX, "Hafen", "", "confirmed"),
            (4, *ULI, "werkstatt", "", "pending"),
        ],
        [],
        Attended(2, 1, checked_in=True),
    ),
    "pretix-check-in-de.csv": (
        "utf-8 ;",
        [(2, *IDA, "Werkstatt", "", "confirmed"), (3, *MAX, "", "", "pending")],
        [],
        Attended(1, 1, checked_in=True),
    ),
    "pretix-waiting-list-en.csv": (
        "utf-8 ,",
        [(2, *IDA, "", "", "waiting"), (3, *MAX, "", "", "pending")],
        [
            "1:114 LC958 column=Date columns=1, 11",
            "4:98 LC950 column=Status word=voucher redeemed",
            "5:96 LC950 column=Status word=voucher expired",
        ],
        Attended(0, 0, checked_in=False),
    ),
    "pretix-waiting-list-de.csv": (
        "utf-8 ;",
        [(2, *IDA, "", "", "waiting")],
        [],
        Attended(0, 0, checked_in=False),
    ),
    "eventbrite-us.csv": (
        "utf-8 ,",
        [(2, *IDA, "Werkstatt", "", "confirmed"), (3, *MAX, "Hafen", "", "confirmed")],
        [
            "4:74 LC950 column=Attendee Status word=not attending",
            "5:73 LC950 column=Attendee Status word=deleted",
            "6:74 LC950 column=Attendee Status word=refunded",
        ],
        Attended(1, 1, checked_in=True),
    ),
    "eventbrite-uk.csv": (
        "utf-8 ,",
        [(2, *IDA, "Werkstatt", "", "confirmed")],
        [],
        Attended(1, 1, checked_in=False),
    ),
    "eventbrite-orders.csv": ("utf-8 ,", [(2, *IDA, "", "", "confirmed")], [], Attended(1, 0, checked_in=False)),
    "forms-en.csv": (
        "utf-8-sig ,",
        [(2, *IDA, "Werkstatt", "", "confirmed")],
        ["3:71 LC952 column=Do you agree to be contacted by e-mail?"],
        Attended(2, 2, checked_in=False),
    ),
    "forms-de.csv": (
        "utf-8-sig ;",
        [
            (3, *IDA, "", "Österreich", "confirmed"),
            (4, *MAX, "", "Schweiz", "confirmed"),
            (6, *ULI, "", "", "confirmed"),
        ],
        [],
        Attended(3, 0, checked_in=False),
    ),
}


def told(findings: tuple[Finding, ...]) -> list[str]:
    """Findings in a line each: `3:7 LC950 column=Status`."""
    values = (" ".join((f.code, *(f"{key}={value}" for key, value in f.values))) for f in findings)
    return [f"{f.line}:{f.column} {text}" if f.line else text for f, text in zip(findings, values, strict=True)]


def persons(people: People) -> list[tuple[object, ...]]:
    """Each participant: line, name, address, organisation, country, seat."""
    return [(p.place.line, p.name, p.email, p.organisation, p.country, p.seat) for p in people.participants]


def read(text: str, **named: str) -> People:
    """The people in a text."""
    return people_in(text.encode(), "liste.csv", {meaning: (header,) for meaning, header in named.items()})


def refused(text: str | bytes, **named: str) -> list[str]:
    """What is wrong with a list as a whole."""
    with pytest.raises(LabcampError) as problem:
        people_in(
            text if isinstance(text, bytes) else text.encode(),
            "liste.csv",
            {meaning: (header,) for meaning, header in named.items()},
        )
    return told(problem.value.findings)


# What the programs write


@pytest.mark.parametrize("name", READ)
def test_a_list_is_read_as_its_program_writes_it(name: str) -> None:
    people = people_in((LISTS / name).read_bytes(), name, {})
    written = f"{people.encoding} {people.delimiter}"

    assert (written, persons(people), told(people.findings), people.attended) == READ[name]


def test_every_list_is_read_by_this_test() -> None:
    assert {path.name for path in LISTS.iterdir() if path.is_file()} == {*READ, "pretix-orders-older.csv"}


def test_an_older_pretix_list_with_two_companies_is_refused_for_nobody_knows_whose_they_are() -> None:
    assert refused((LISTS / "pretix-orders-older.csv").read_bytes()) == [
        "1:141 LC705 column=Company columns=8, 15",
        "1:192 LC705 column=Country columns=12, 20",
    ]


def test_the_columns_of_a_list_are_told_with_what_they_mean() -> None:
    people = read("Vorname;*E-MAIL_adresse:;Ticket-Code;Behörde\n")

    assert [(column.header, column.meaning, column.place.column) for column in people.columns] == [
        ("Vorname", "given", 1),
        ("*E-MAIL_adresse:", "email", 9),
        ("Ticket-Code", None, 26),
        ("Behörde", "organisation", 38),
    ]


def test_a_secret_of_a_ticket_is_nowhere_in_what_is_kept() -> None:
    for name in ("pretix-orders-en.csv", "pretix-orders-de.csv", "pretix-check-in-en.csv"):
        content = (LISTS / name).read_bytes()
        assert b"secret-AAAAA" in content
        people = people_in(content, name, {})
        assert "secret-" not in repr((people, *persons(people)))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "mac_roman", "cp850", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_umlauts_come_through_in_every_encoding(encoding: str) -> None:
    bom = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    content = bom + "Name;E-Mail\r\nJörg Größe;joerg@example.org\r\n".encode(encoding)

    assert persons(people_in(content, "a.csv", {})) == [(2, "Jörg Größe", "joerg@example.org", "", "", "confirmed")]


@pytest.mark.parametrize(
    ("header", "delimiter"),
    [
        ("Vorname;Nachname;E-Mail", ";"),
        ("Vorname,Nachname,E-Mail", ","),
        ("Vorname, Nachname, E-Mail", ","),
        ("Vorname|Nachname|E-Mail", "|"),
        ("Vorname | Nachname, Titel | E-Mail", "|"),
        ("Vorname\tNachname\tE-Mail", "\t"),
        ('"Was, wann, wo, wie, warum?";E-Mail', ";"),
        ("Was, wann, wo, wie, warum?;E-Mail", ";"),
        ("E-Mail", ";"),
    ],
)
def test_the_delimiter_is_what_stands_between_the_headers(header: str, delimiter: str) -> None:
    assert read(f"{header}\n").delimiter == delimiter


@pytest.mark.parametrize(
    ("rows", "delimiter", "left_out"),
    [
        ("ida@example.org\n", ";", []),
        ("ida@example.org,\n", ",", []),
        ("ida@example.org\t\t\n", "\t", []),
        (",,\nida@example.org;\n", ";", []),  # whatever a row of nothing but delimiters is written with, it is empty
        (" , \t;\nida@example.org\n\n", ";", []),
        ('",";x\nida@example.org;\n', ";", [("LC956", 2)]),
        ("ida@example.org\nx, y\n", ";", [("LC955", 3)]),
        ('ida@example.org\n",,\n', ",", [("LC957", 3)]),
    ],
)
def test_below_one_header_the_rows_say_what_the_delimiter_is_and_those_without_a_word_are_empty(
    rows: str, delimiter: str, left_out: list[tuple[str, int]]
) -> None:
    people = read(f"E-Mail\n{rows}")
    assert [person.email for person in people.participants] == ["ida@example.org"]
    assert (people.delimiter, [(found.code, found.line) for found in people.findings]) == (delimiter, left_out)


def test_a_list_of_nothing_but_a_header_and_commas_has_nobody_in_it_and_nothing_to_tell() -> None:
    people = people_in(b"E-Mail\n,,\n", "liste.csv", {})
    assert (people.participants, people.attendees, people.left_out, people.findings) == ((), (), (), ())


def test_the_order_of_the_columns_makes_no_difference() -> None:
    first = read("Vorname;Nachname;E-Mail\nIda;Beispiel;ida@example.org\n")
    second = read("E-Mail;Nachname;Vorname\nida@example.org;Beispiel;Ida\n")

    assert persons(first) == persons(second) == [(2, *IDA, "", "", "confirmed")]


# Names


@pytest.mark.parametrize(
    ("header", "cells", "name"),
    [
        ("Vorname;Nachname", "Ida;Beispiel", "Ida Beispiel"),
        ("Vorname;Name", "Ida;Beispiel", "Ida Beispiel"),
        ("Vorname;Name", "Ida;Ida Beispiel", "Ida Beispiel"),
        ("Vorname;Nachname;Name", "Ida;Beispiel;Dr. Beispiel", "Ida Beispiel"),
        ("Vorname;Nachname", "Ida;", "Ida"),
        ("Vorname;Nachname", ";Beispiel", "Beispiel"),
        ("Name", "Beispiel, Ida", "Beispiel, Ida"),
        ("Nachname, Vorname", "Beispiel, Ida", "Ida Beispiel"),
        ("Nachname, Vorname", "Beispiel", "Beispiel"),
        ("Name", "Anonymous", ""),
        ("First Name;Last Name", "Information Requested;Information Requested", ""),
        ("Name", "n/a", ""),
        ("Name;Lastname", "Ida;Beispiel", "Ida Beispiel"),
        ("Name;Nachname", "Ida Beispiel;Beispiel", "Ida Beispiel"),
        ("Name;Nachname", "Beispiel, Ida;Beispiel", "Beispiel, Ida"),
        ("Name", '="Ida Beispiel"', "Ida Beispiel"),
        ("Name", '"=""Ida Beispiel"""', "Ida Beispiel"),
        ("\ufeffName\u200b", "\u200bIda\u00a0Beispiel\u200b", "Ida Beispiel"),
        ("Name;Name2", "anonym;Ida Beispiel", "Ida Beispiel"),
        ("Name", '"Ida\r\n  Beispiel"', "Ida Beispiel"),
        ("Name", "  Ida\u00a0Beispiel ", "Ida Beispiel"),
        ("Name", '"Ida ""Idi"" Beispiel"', 'Ida "Idi" Beispiel'),
        ("Name", 'Ida "Idi" Beispiel', 'Ida "Idi" Beispiel'),
        ("Firma", "Werkstatt", ""),
    ],
)
def test_a_name_is_put_together_only_where_the_list_says_how(header: str, cells: str, name: str) -> None:
    assert [person.name for person in read(f"{header};E-Mail\n{cells};ida@example.org\n").participants] == [name]


@pytest.mark.parametrize(
    ("second", "names"),
    [
        ("Muster, Max", ["Ida Beispiel", "Max Muster"]),
        ("Max Muster", ["Beispiel, Ida", "Max Muster"]),
        ("Muster, Max, M. A.", ["Beispiel, Ida", "Muster, Max, M. A."]),
        ("", ["Ida Beispiel", ""]),
    ],
)
def test_last_names_come_first_where_every_one_of_several_has_the_comma(second: str, names: list[str]) -> None:
    third = "Muster, Jo;jo@example.org\n" if not second else ""
    found = read(f"Name;E-Mail\nBeispiel, Ida;ida@example.org\n{second};max@example.org\n{third}")
    assert [person.name for person in found.participants][:2] == names


# Addresses


@pytest.mark.parametrize(
    ("cell", "email"),
    [
        (" ida@example.org ", "ida@example.org"),
        ("Ida@EXAMPLE.org", "Ida@example.org"),
        ("ida@müller.example", "ida@xn--mller-kva.example"),
        ("Ida Beispiel <ida@example.org>", "ida@example.org"),
        ("ida+liste@example.org", "ida+liste@example.org"),
        ("mailto:ida@example.org", "ida@example.org"),
        ("<mailto:ida@example.org?subject=Hallo>", "ida@example.org"),
        ("\u200bida@exam\u2060ple.org\u200b", "ida@example.org"),
        ("\u00a0ida@example.org\u202f", "ida@example.org"),
        ('="ida@example.org"', "ida@example.org"),
        ('"ida@example.org,"', "ida@example.org"),
    ],
)
def test_an_address_is_kept_as_mail_needs_it(cell: str, email: str) -> None:
    assert [person.email for person in read(f"E-Mail;Land\n{cell};AT\n").participants] == [email]


@pytest.mark.parametrize(
    "cell",
    [
        "ida@example.org, max@example.org",
        '"ida@example.org; max@example.org"',
        '"ida@example.org\r\nBcc: max@example.org"',
        "ida@example",
        "ida.example.org",
        "ida@example..org",
        "ida@@example.org",
        "idä@example.org",
        "ida@lab.test",
        "ida@localhost",
        "ida@[127.0.0.1]",
        "@",
    ],
)
def test_what_is_not_one_address_is_a_finding_at_its_cell(cell: str) -> None:
    people = read(f"Name;E-Mail\nIda;{cell}\n")

    assert (persons(people), people.left_out) == ([], (("address-not-readable", 1),))
    assert told(people.findings) == ["2:5 LC955 column=E-Mail"]


def test_nobody_gets_mail_twice_and_the_second_row_names_the_first() -> None:
    people = read("Name;E-Mail\nIda;ida@example.org\nMax;max@example.org\nIda B.;IDA@Example.ORG\n")

    assert [person.name for person in people.participants] == ["Ida", "Max"]
    assert told(people.findings) == ["4:8 LC953 line=2"]


def test_two_people_with_one_address_get_one_mail_and_are_counted_as_two() -> None:
    rows = ("Ida;A;", "Max;B;", "ida;C;", ";D;")
    people = read("Name;Firma;E-Mail\n" + "".join(f"{row}ida@example.org\n" for row in rows))

    assert [person.name for person in people.participants] == ["Ida"]
    assert told(people.findings) == [f"{line}:{column} LC953 line=2" for line, column in ((3, 7), (4, 7), (5, 4))]
    assert people.attended == Attended(2, 2, checked_in=False)


def test_of_two_rows_the_one_with_the_surer_seat_counts() -> None:
    people = read("E-Mail;Status\nida@example.org;Warteliste\nida@example.org;storniert\nida@example.org;bezahlt\n")

    assert persons(people) == [(4, "", "ida@example.org", "", "", "confirmed")]
    assert told(people.findings) == ["2:1 LC953 line=4", "3:17 LC950 column=Status word=storniert"]


def test_a_row_without_an_address_is_a_finding() -> None:
    people = read("Name;E-Mail\nIda;\nMax; anonym \n")

    assert told(people.findings) == ["2:5 LC954 column=E-Mail", "3:5 LC954 column=E-Mail"]


# Seats


@pytest.mark.parametrize(
    ("header", "word", "seat"),
    [
        ("Status", "Angemeldet", "confirmed"),
        ("Status", " ja ", "confirmed"),
        ("Zusage", "X", "confirmed"),
        ("Status", "Checked In", "confirmed"),
        ("Status", "offen", "pending"),
        ("Status", "auf Warteliste", "waiting"),
        ("Paid", "Yes", "confirmed"),
        ("Bezahlt", "Nein", "pending"),
    ],
)
def test_a_status_word_is_a_seat(header: str, word: str, seat: str) -> None:
    assert [person.seat for person in read(f"E-Mail;{header}\nida@example.org;{word}\n").participants] == [seat]


@pytest.mark.parametrize(("header", "word"), [("Status", "vielleicht"), ("Status", ""), ("Paid", ""), ("Paid", "?")])
def test_an_unknown_status_is_a_finding_and_never_a_seat(header: str, word: str) -> None:
    people = read(f"E-Mail;{header}\nida@example.org;{word}\n")

    assert (persons(people), people.left_out) == ([], (("status-unknown", 1),))
    assert told(people.findings) == [f"2:17 LC951 column={header}"]


# Consent


@pytest.mark.parametrize("answer", ["ja", "Yes", "x", "1", "TRUE", "Ja;", "2027-03-01 10:00", "1.3.2027", "✓"])
def test_who_agrees_gets_mail(answer: str) -> None:
    assert len(read(f'E-Mail;Einwilligung\nida@example.org;"{answer}"\n').participants) == 1


@pytest.mark.parametrize("answer", ["", "nein", "No", "0", "weiß nicht", "Ja, aber nur per Post", "Ja;Nein;"])
def test_who_does_not_agree_gets_none(answer: str) -> None:
    people = read(f'E-Mail;Einwilligung\nida@example.org;"{answer}"\n')

    assert (persons(people), told(people.findings)) == ([], ["2:17 LC952 column=Einwilligung"])


def test_every_column_of_consent_has_to_say_yes() -> None:
    people = read("E-Mail;Einwilligung;Dürfen wir dir Mails schicken? Ich stimme zu\nida@example.org;ja;nein\n")

    assert told(people.findings) == ["2:20 LC952 column=Dürfen wir dir Mails schicken? Ich stimme zu"]


@pytest.mark.parametrize(
    "question",
    [
        "Ich bin einverstanden, dass Fotos von mir per Mail verschickt werden",
        "Einwilligung: Mein Name und meine E-Mail stehen auf der Teilnahmeliste",
        "Ich stimme zu, dass meine Kontaktdaten weitergegeben werden",
        "I agree to the recording being sent by e-mail",
        "I agree to be on the list of participants with my e-mail",
        "Kontakt für Rückfragen",
    ],
)
def test_a_question_about_something_else_is_no_consent_to_mail(question: str) -> None:
    assert len(read(f'E-Mail;"{question}"\nida@example.org;nein\n').participants) == 1


def test_who_came_counts_also_without_consent_or_address() -> None:
    people = read("E-Mail;Einwilligung;Firma;Anwesend\nida@example.org;nein;A;ja\n;ja;B;x\nmax@example.org;ja;C;nein\n")

    assert (people.attended, people.came) == (Attended(2, 2, checked_in=True), 2)
    assert [person.email for person in people.participants] == ["max@example.org"]


# Rows


def test_rows_with_other_cells_than_the_header_are_findings() -> None:
    people = read("Name;E-Mail;Land\nIda;ida@example.org\nMax;max@example.org;AT;;\nUli;uli@example.com;CH;;mehr\n")

    assert [person.name for person in people.participants] == ["Max"]
    assert told(people.findings) == ["2:5 LC956 count=2 wanted=3", "4:25 LC956 count=5 wanted=3"]


def test_an_open_quote_costs_its_own_row_and_no_other() -> None:
    people = read(
        'Name;E-Mail\n"Ida;ida@example.org\nMax;max@example.org\n"Uli" V.;uli@example.com\n"E";e@example.org\n'
    )

    assert [person.name for person in people.participants] == ["Max", "E"]
    assert told(people.findings) == ["2:1 LC957", "4:1 LC957"]


@pytest.mark.parametrize("sign", ["\x07", "\x1b[31m", "\u202e", "\x0b", "\u2028"])
def test_a_sign_that_a_terminal_or_a_mail_obeys_is_a_finding(sign: str) -> None:
    people = read(f"Name;E-Mail;Firma\nIda;ida@example.org;Werk{sign}statt\n")

    assert (persons(people), told(people.findings)) == ([], ["2:21 LC957"])


def test_lines_are_those_of_the_file_whatever_cells_hold() -> None:
    people = read('\nName;"Frage\nin zwei Zeilen";E-Mail\n;;\r\n"I\r\nda";"a\rb\nc";ida@example.org\n\nMax;;kaputt\n')

    assert persons(people) == [(5, "I da", "ida@example.org", "", "", "confirmed")]
    assert told(people.findings) == ["10:6 LC955 column=E-Mail"]


# Lists that cannot be read


@pytest.mark.shows("LC701", "LC708")
def test_a_list_that_is_none_is_refused_with_what_is_wrong() -> None:
    assert refused(b"PK\x03\x04\x14\x00\x06\x00") == ["LC701"]
    assert refused(b"PK\x03\x04 without a zero") == ["LC701"]
    assert refused(b"Name;E-Mail\n\0\0\0\xff;ida@example.org") == ["LC701"]
    assert refused("") == ["LC702"]
    assert refused(";;;\n\n ;\n") == ["LC702"]
    assert refused("Ida Beispiel;ida@example.org\n") == ["1:14 LC703"]
    assert refused("Name;Telefon\nIda;123\n") == ["1:1 LC704 nearest="]
    assert refused("Name;Erreichbar\nIda;ida@example.org\n") == ["1:1 LC704 nearest=Erreichbar"]
    assert refused("E-Mail;x\n" + "a" * 1_000_000) == ["LC708 size=1.0"]
    assert refused('Name;"E-Mail\nIda;ida@example.org\n') == ["1:6 LC709"]


def test_a_header_that_comes_twice_is_refused_only_where_it_matters_which_is_meant() -> None:
    row = "ida@example.org"
    assert refused(f"E-Mail;email\n{row};max@example.org\n") == ["1:8 LC705 column=E-Mail columns=1, 2"]
    assert told(read(f"E-Mail;Notiz;notiz:\n{row};a;b\n").findings) == ["1:14 LC958 column=Notiz columns=2, 3"]
    assert read(f"E-Mail;email\n{row};\n").findings == ()  # the other one says nothing
    assert [p.email for p in read(f"Email;E-Mail\nanonymous;{row}\n").participants] == [row]
    assert read(f"E-Mail;;\n{row};a;b\n").findings == ()  # nobody has named these


# Columns that the private file names


def test_the_private_file_says_what_an_own_header_means() -> None:
    text = "Wer bist du?;Adresse;Stelle;E-Mail\nIda Beispiel;ida@example.org;Werkstatt;buero@example.org\n"

    people = read(text, name="wer bist DU ?", email="Adresse", organisation="STELLE")

    assert persons(people) == [(2, *IDA, "Werkstatt", "", "confirmed")]


def test_who_names_the_column_of_the_name_means_no_other() -> None:
    text = "Vorname;Nachname;Rufname;E-Mail\nIda;Beispiel;Idi;ida@example.org\n"

    found, named = read(text), read(text, name="Rufname")

    assert [[person.name for person in people.participants] for people in (found, named)] == [["Ida Beispiel"], ["Idi"]]


@pytest.mark.shows("LC706")
def test_a_named_column_that_is_not_there_is_refused() -> None:
    assert refused("E-Mail\n", organisation="Stelle") == ["1:1 LC706 column=Stelle key=organisation"]


def test_the_list_of_an_event_lies_in_private_beside_its_private_file(tmp_path: Path) -> None:
    (tmp_path / "private").mkdir()
    with pytest.raises(LabcampError) as missing:
        people_of(tmp_path, "treff-1")
    (tmp_path / "private/treff-1.csv").write_text("Adresse\nida@example.org\n", "utf-8")
    (tmp_path / "private/treff-1.yaml").write_text("columns: {email: Adresse}\n", "utf-8")
    (tmp_path / "andere.csv").write_text("Adresse\nmax@example.org\n", "utf-8")

    own, other = people_of(tmp_path, "treff-1"), people_of(tmp_path, "treff-1", tmp_path / "andere.csv")

    assert told(missing.value.findings) == ["LC700"]
    assert [each.participants[0].email for each in (own, other)] == ["ida@example.org", "max@example.org"]


def test_a_meaning_that_does_not_exist_is_a_finding_of_the_private_file(tmp_path: Path) -> None:
    (tmp_path / "private").mkdir()
    (tmp_path / "private/treff-1.csv").write_text("Adresse\nida@example.org\n", "utf-8")
    (tmp_path / "private/treff-1.yaml").write_text("columns: {adress: Adresse}\n", "utf-8")

    with pytest.raises(LabcampError) as wrong:
        people_of(tmp_path, "treff-1")

    assert [(found.line, found.column, found.code) for found in wrong.value.findings] == [(1, 11, "LC202")]


# Who comes, whether they get mail or not


def test_who_gets_no_mail_comes_all_the_same() -> None:
    found = read(
        "Name;E-Mail;Einwilligung;Status\n"
        "Ida Beispiel;ida@example.org;ja;bezahlt\n"
        "Max Muster;max@example.org;nein;bezahlt\n"
        "Jo Muster;;ja;bezahlt\n"
        "Ka Muster;ida@example.org;ja;bezahlt\n"
        "Ida Beispiel;ida@example.org;ja;bezahlt\n"
        ";ohne@example.org;ja;bezahlt\n"
        "Lea Beispiel;lea@example.org;ja;storniert\n"
        "Zoe Beispiel;zoe@example.org;ja;Warteliste\n"
    )
    assert [(person.name, person.email, person.seat) for person in found.attendees] == [
        ("Ida Beispiel", "ida@example.org", "confirmed"),
        ("Max Muster", "", "confirmed"),
        ("Jo Muster", "", "confirmed"),
        ("Ka Muster", "ida@example.org", "confirmed"),
        ("Zoe Beispiel", "zoe@example.org", "waiting"),
    ]
    assert [person.email for person in found.participants] == ["ida@example.org", "ohne@example.org", "zoe@example.org"]
