"""Lists with one row an event: their columns by name, days that are never guessed, and what no key takes."""

import datetime as dt
import io
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from labcamp.exchange.found import Asked, Left, Told, Value
from labcamp.exchange.lists.columns import ALIASES, DROPPED, PEOPLE, meaning_of
from labcamp.exchange.lists.days import day_first_in, when_of
from labcamp.exchange.sources import read, source_for
from labcamp.findings import Place, finding

FILES = Path(__file__).parent / "exchange"
ASKED = Asked("Europe/Berlin", dt.date(2026, 11, 29), topics={"beteiligung": "beteiligung"})
DAY_FIRST, MONTH_FIRST = (Asked("Europe/Berlin", dt.date(2026, 11, 29), day_first=first) for first in (True, False))


def told(name: str, asked: Asked = ASKED) -> Told:
    """What a file of the examples says."""
    return read(name, (FILES / name).read_bytes(), asked)


def of(text: str, asked: Asked = ASKED) -> Told:
    """What a list says."""
    return read("a.csv", text.encode(), asked)


def values(said: Told) -> list[dict[str, Value]]:
    """The values of each event."""
    return [dict(found.values) for found in said.events]


def left(said: Told) -> list[tuple[int, str, str]]:
    """What found no place, with its row and its column."""
    every = [*said.left, *(each for found in said.events for each in found.left)]
    return [(each.place.line, each.name, each.text) for each in every]


def book(*rows: Sequence[object], struck: str = "", sheets: tuple[str, ...] = ()) -> bytes:
    """The bytes of a workbook with these rows."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    if struck:
        sheet[struck].font = Font(strike=True)
    for name in sheets:
        workbook.create_sheet(name).append(["Titel", "Datum"])
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def test_a_list_that_people_keep_in_german() -> None:
    said = told("excel-de.csv")
    assert values(said) == [
        {"number": "1", "title": "Labortreff", "theme": "Anfangen", "date": "2019-03-14", "time": "14:00-17:00",
         "place": {"name": "Haus der Labore", "street": "Musterstr. 1", "postcode": "10115", "city": "Berlin"},
         "hosts": ["Stadtlabor Muster"], "attendance": {"people": "32"}},
        {"number": "2", "title": "Labortreff", "theme": "Weitermachen, und wie", "date": "2019-09-12",
         "time": "14:00-17:30", "place": {"name": "Rathaus"}, "hosts": ["Hafen & Lab"],
         "attendance": {"note": "ca. 40"}},
        {"number": "3", "title": "Labortreff", "theme": "Zwei Tage", "date": "2020-03-25/2020-03-26",
         "status": "cancelled", "place": {"name": "Kontor"}, "hosts": ["Werkstatt"]},
        {"number": "4", "title": "Labortreff", "theme": "Digital", "place": "online"},
    ]  # fmt: skip
    assert left(said) == [(5, "Getränke", "Kaffee")]
    value = "Datum (TT.MM.JJJJ): irgendwann im Herbst"
    assert said.findings == (
        finding("LC895", Place("excel-de.csv", 9, 3), value=value, day=""),
        finding("LC896", Place("excel-de.csv"), count=2),
    )
    assert "Ida" not in str(said)


def test_a_workbook_with_two_rows_of_headers_and_cells_of_days() -> None:
    assert values(told("excel-de.xlsx")) == [
        {"number": "1", "title": "Labortreff", "date": "2024-03-18", "time": "14:00-17:00",
         "place": {"name": "Haus der Labore", "city": "Berlin"}},
        {"number": "2", "title": "Sommerwerkstatt", "date": "2024-06-18", "time": "09:30", "status": "cancelled",
         "place": {"name": "Kontor", "city": "Hamburg"}},
        {"number": "3", "title": "Herbsttreff", "date": "2025-09-16", "time": "14:00-17:30", "place": "online"},
    ]  # fmt: skip


def test_outlook_counts_the_day_after_and_what_is_private_stays_there() -> None:
    said = told("outlook-de.csv")
    assert values(said) == [
        {"title": "Labortreff #5", "date": "2024-03-18", "time": "14:00-17:00", "place": "online",
         "description": "Mit Folien.\\\nUnd Kaffee.", "topics": ["beteiligung"]},
        {"title": "Klausur", "date": "2024-06-05/2024-06-06", "place": {"name": "Kontor"}},
    ]  # fmt: skip
    assert [(each.code, dict(each.values)) for each in said.findings] == [
        ("LC896", {"count": "2"}), ("LC884", {"count": "1"})
    ]  # fmt: skip


def test_google_calendar_the_events_calendar_and_meetup() -> None:
    assert values(told("google-calendar.csv")) == [
        {"title": "Open data evening", "date": "2027-03-25", "time": "18:00-20:30", "description": "We talk.",
         "place": {"name": "Town hall", "postcode": "12345", "city": "Sampletown"}},
        {"title": "Hack day", "date": "2027-04-05/2027-04-06"},
    ]  # fmt: skip
    said = told("the-events-calendar.csv")
    assert values(said) == [
        {"title": "Sample meeting", "date": "2027-03-11", "time": "14:00-17:00", "zone": "Europe/Vienna",
         "place": {"name": "Sample Hall"}, "hosts": ["Sample Lab"], "registration": {"price": "10"},
         "description": "We meet [here](https://example.org/m).",
         "links": [{"title": "Event Website", "url": "https://example.org/sample", "type": "page"}]},
    ]  # fmt: skip
    assert left(said) == [(2, "Event Category", "Participation")]
    meetup = told("meetup-api.csv")
    assert [(each["title"], each["date"], each["time"], each.get("status")) for each in values(meetup)] == [
        ("Open data evening #42", "2026-12-08", "18:30-21:00", None),
        ("Open data evening #43", "2027-01-12", "18:30-21:00", "cancelled"),
    ]
    assert left(meetup) == [(2, "going", "31"), (3, "going", "12")]  # who said yes did not yet come


def test_in_a_list_of_people_each_event_stands_once_and_nobody_is_named() -> None:
    said = told("eventbrite-attendees.csv")
    assert values(said) == [
        {"title": "Sample meeting", "date": "2027-03-11", "time": "14:00",
         "place": {"name": "Sample Hall, Main Street 1, Sampletown"}},
        {"title": "Autumn meeting", "date": "2027-09-16", "time": "14:00", "place": "online"},
    ]  # fmt: skip
    assert [name for name in ("Ida", "Max", "Erika", "@") if name in str(said)] == []


def test_our_own_export_comes_back_as_it_was() -> None:
    said = told("own-export.csv")
    assert values(said) == [
        {"number": "12", "title": "MusterTreff #12", "theme": "Wirkung", "date": "2027-03-11", "time": "14:00-17:00",
         "place": "online", "access": "Untertitel", "hosts": ["Hafen & Lab", "Werkstatt"],
         "summary": "Woran merken wir es?", "description": "## Eine Überschrift\n\n* eins\n* zwei",
         "registration": {"url": "https://example.org/anmelden", "until": "2027-03-04", "seats": "60",
                          "price": "kostenfrei", "note": "Bitte früh"},
         "uid": "4ab2a309-df6e-59fa-b8d0-b7b8cd4b7915"},
        {"title": "Herbstwerkstatt", "theme": "Bauen", "date": "2027-10-28/2027-10-29", "time": "09:30-16:00",
         "zone": "Europe/Lisbon", "language": "en",
         "place": {"name": "Casa", "room": "Saal", "street": "Rua 1", "postcode": "1100-148", "city": "Lissabon",
                   "country": "PT", "online": "ja"},
         "hosts": ["Hafen & Lab", "Werkstatt"], "attendance": {"people": "25", "labs": "8", "note": "ungefähr"},
         "uid": "0c35bdf9-f380-5915-a7ee-d8b3a7a949c6"},
    ]  # fmt: skip
    assert (left(said), said.findings) == ([], ())


# Days that can be read in two ways


def test_days_in_figures_are_asked_about_with_three_examples() -> None:
    text = "Title,Date\nSpring,03/04/2027\nSummer,07/08/2027\nAutumn,09/10/27\nWinter,11/12/2027\nSame,05/05/2027\n"
    assert of(text) == Told(dates=("03/04/2027", "07/08/2027", "09/10/27"))
    dates = [each["date"] for each in values(of(text, DAY_FIRST))]
    assert dates == ["2027-04-03", "2027-08-07", "2027-10-09", "2027-12-11", "2027-05-05"]
    dates = [each["date"] for each in values(of(text, MONTH_FIRST))]
    assert dates == ["2027-03-04", "2027-07-08", "2027-09-10", "2027-11-12", "2027-05-05"]


@pytest.mark.parametrize(
    ("texts", "first", "open_"),
    [
        (["3/4/2027", "25/3/2027"], True, []),
        (["3/4/2027", "3/25/2027"], False, []),
        (["3/4/2027", "3/25/2027", "25/3/2027"], None, ["3/4/2027"]),
        (["5/5/2027"], None, []),
        (["3/4/27", "3-4-2027"], None, ["3/4/27", "3-4-2027"]),
        (["2027/03/04", "2027-03-04", "3.4.2027", "March 4, 2027"], None, []),
        (["3/4/2027 14:00 - 5/4/2027 16:00"], None, ["3/4/2027", "5/4/2027"]),
    ],
)
def test_one_clear_day_decides_for_its_column_unless_another_contradicts(
    texts: list[str], first: bool | None, open_: list[str]
) -> None:
    assert day_first_in(texts) == (first, open_)


@pytest.mark.parametrize(
    ("text", "days", "start", "end"),
    [
        ("11.03.2027", "2027-03-11", None, None),
        ("11.3.27", "2027-03-11", None, None),
        ("Do, 11. März 2027, 14–17 Uhr", "2027-03-11", 840, 1020),
        ("11.03.2027 14:00", "2027-03-11", 840, None),
        ("11.03.2027, 14.00-17.30", "2027-03-11", 840, 1050),
        ("11.03.2027 14:00 - 12.03.2027 16:00", "2027-03-11/2027-03-12", 840, 960),
        ("11./12. März 2027", "2027-03-11/2027-03-12", None, None),
        ("März 2027", "2027-03", None, None),
        ("Thursday, March 11, 2027 at 6:00 PM CET", "2027-03-11", 1080, None),
        ("6-8:30pm", "", 1080, 1230),
        ("11am-1pm", "", 660, 780),
        ("12:00 AM", "", 0, None),
        ("14 bis 17 Uhr", "", 840, 1020),
        ("2027-03-11 14:00:00", "2027-03-11", 840, None),
    ],
)
def test_days_and_hours_are_read_as_people_and_programs_write_them(
    text: str, days: str, start: int | None, end: int | None
) -> None:
    when = when_of(text, None)
    assert when is not None
    assert (when.days, when.start, when.end) == (days, start, end)


@pytest.mark.parametrize(
    "text",
    ["3/4/2027", "31.02.2027", "Herbst", "2027", "Q3 2027", "25:00", "13:00 PM", "Unsinn - 12.03.2027", "0/0/2027"],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert when_of(text, None) is None


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("2027-03-11;2027-03-11;20:00;01:00", ("2027-03-11", "20:00-01:00")),
        ("2027-03-11;2027-03-12;20:00;01:00", ("2027-03-11", "20:00-01:00")),
        ("2027-03-11;2027-03-12;14:00;00:00", ("2027-03-11", "14:00-24:00")),
        ("2027-03-11;2027-03-10;14:00;17:00", ("2027-03-11", "14:00-17:00")),
        ("2027-03-11;;14:00;14:00", ("2027-03-11", "14:00")),
        ("2027-03-11;2027-03-12;00:00;00:00", ("2027-03-11", "")),
        ("2027-03-11;2027-03-13;14:00;12:00", ("2027-03-11/2027-03-13", "")),
    ],
)
def test_a_row_with_two_days_and_two_times(row: str, expected: tuple[str, str]) -> None:
    said = of(f"Titel;Start date;End date;Start time;End time\nTreff;{row}\n")
    assert [(each["date"], each.get("time", "")) for each in values(said)] == [expected]


def test_hours_that_differ_from_day_to_day_are_left_for_a_person() -> None:
    said = of("Titel;Beginn;Ende\nKlausur;2027-03-11 14:00;2027-03-13 12:00\n")
    assert values(said) == [{"title": "Klausur", "date": "2027-03-11/2027-03-13"}]
    assert left(said) == [(2, "Beginn", "2027-03-11 14:00 – 2027-03-13 12:00")]


def test_a_moment_with_its_offset_is_told_on_our_clock() -> None:
    assert values(of("Title,Start\nTreff,2027-03-11T13:00:00Z\n")) == [
        {"title": "Treff", "date": "2027-03-11", "time": "14:00"}
    ]


# Columns and rows


def test_no_header_means_two_things() -> None:
    every = [alias for aliases in ALIASES.values() for alias in aliases]
    assert sorted(every) == sorted(set(every))
    assert {*every} & (DROPPED | PEOPLE) == set()


@pytest.mark.parametrize("header", ["Datum (TT.MM.JJJJ)", "DATUM:", "date", " Datum * ", "Da­tum".replace("\u00ad", "")])
def test_a_header_is_known_however_it_is_written(header: str) -> None:
    assert meaning_of(header) == "when"


def test_what_does_not_fit_its_column_is_left_for_a_person() -> None:
    said = of(
        "Nr;Titel;Datum;Status;Plätze;Anmeldung;Link;Zeitzone;Online;Notiz\n"
        "erste;Treff;11.03.2027;vielleicht;viele;per Mail;siehe unten;Mars;mal sehen;Kaffee\n"
    )
    assert values(said) == [{"title": "Treff", "date": "2027-03-11"}]
    assert left(said) == [
        (2, "Nr", "erste"), (2, "Status", "vielleicht"), (2, "Plätze", "viele"), (2, "Anmeldung", "per Mail"),
        (2, "Link", "siehe unten"), (2, "Zeitzone", "Mars"), (2, "Online", "mal sehen"), (2, "Notiz", "Kaffee"),
    ]  # fmt: skip


@pytest.mark.parametrize("form", ["ja", "hybrid", "x"])
def test_a_place_that_one_can_also_join_online(form: str) -> None:
    assert values(of(f"Titel;Datum;Ort;Online\nTreff;11.03.2027;Rathaus;{form}\n"))[0]["place"] == {
        "name": "Rathaus", "online": "ja"
    }  # fmt: skip


def test_headings_sums_and_headers_between_the_rows_are_no_events() -> None:
    said = of(
        "Liste der Treffen;;\n2026;;\nTitel;Datum;Teilnehmende\nEins;11.03.2026;30\n;;\n2027;;\n"
        "Titel;Datum;Teilnehmende\nZwei;11.03.2027;40\nSumme;;70\nWird noch ergänzt;;\n"
    )
    assert [each["title"] for each in values(said)] == ["Eins", "Zwei"]
    assert left(said) == [(9, "Titel", "Summe 70"), (10, "Titel", "Wird noch ergänzt")]


@pytest.mark.parametrize(
    "header",
    ["Name,E-Mail,Datum", "Vorname,Nachname,E-Mail-Adresse,Status,Anmeldedatum", "First name,Last name,Email,Date"],
)
def test_a_list_of_people_is_never_read_as_one_of_events(header: str) -> None:
    said = of(f"{header}\nAda Muster,ada@example.org,01.03.2027,02.03.2027,03.03.2027\n")
    assert said == Told(findings=(finding("LC278", Place("a.csv", 1, 1), columns=header.replace(",", ", ")),))


def test_a_list_of_events_may_have_the_mail_address_of_somebody_to_ask() -> None:
    said = of("Titel,Name,E-Mail,Datum\nSommerfest,Ada Muster,ada@example.org,05.06.2027\n")
    assert values(said) == [{"title": "Sommerfest", "date": "2027-06-05"}]


@pytest.mark.shows("LC278")
def test_a_list_without_a_known_column_names_those_it_has() -> None:
    said = of("Farbe;Größe\nrot;12\n")
    assert said == Told(findings=(finding("LC278", Place("a.csv", 1, 1), columns="Farbe, Größe"),))


@pytest.mark.shows("LC883")
def test_a_row_whose_quote_does_not_end_is_left_out_and_the_others_are_read() -> None:
    said = of('Titel;Datum\n"Eins;11.03.2027\nZwei;12.03.2027\n')
    assert values(said) == [{"title": "Zwei", "date": "2027-03-12"}]
    assert said.findings == (finding("LC883", Place("a.csv", 2, 1)),)


# Workbooks


@pytest.mark.shows("LC279")
def test_of_several_sheets_one_has_to_be_named() -> None:
    content = book(["Titel", "Datum"], ["Treff", dt.date(2027, 3, 11)], sheets=("Alt",))
    said = read("a.xlsx", content, ASKED)
    assert said == Told(findings=(finding("LC279", Place("a.xlsx"), sheets="Sheet, Alt", wanted=""),))
    named = read("a.xlsx", content, Asked("Europe/Berlin", ASKED.today, sheet="sheet"))
    assert values(named) == [{"title": "Treff", "date": "2027-03-11"}]


def test_a_formula_without_its_value_is_named_at_its_cell() -> None:
    said = read("a.xlsx", book(["Titel", "Datum"], ["Treff", "=TODAY()"]), ASKED)
    assert [(each.code, each.line, each.column) for each in said.findings] == [("LC715", 2, 2)]


def zip_bomb() -> bytes:
    """A workbook of a few kilobytes whose sheet has sixty megabytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", "<Types/>")
        parts.writestr("xl/worksheets/sheet1.xml", b" " * 60_000_000)
    return stream.getvalue()


def far_away() -> bytes:
    """A workbook in which each of many rows has only an empty cell in its last possible column."""
    stream = io.BytesIO(book(["Titel", "Datum"], ["Treff", "2027-03-11"]))
    target = io.BytesIO()
    with zipfile.ZipFile(stream) as parts, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for part in parts.infolist():
            content = parts.read(part)
            if part.filename.endswith("sheet1.xml"):
                rows = b"".join(b'<row r="%d"><c r="XFD%d"/></row>' % (row, row) for row in range(3, 2000))
                content = content.replace(b"</sheetData>", rows + b"</sheetData>")
            made.writestr(part, content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "code", "most"),
    [
        (zip_bomb(), "LC275", "50 MB"),
        (book(["Titel", "Datum"], ["x"] * 201), "LC275", "200 × 20000"),
        (b"PK\x03\x04 nothing of that", "LC701", None),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "LC711", None),
        (b"Titel;Datum\n" + b"Treff;2027-03-11\n" * 100_000, "LC275", "20000"),
        (b"Titel;Datum\n" + b";" * 1_000_001, "LC275", "1000000"),
        (b"Titel;Datum\n" + b"x" * 50_000_000, "LC275", "50 MB"),
    ],
)
def test_more_than_anybody_has_is_refused_and_the_limit_said(content: bytes, code: str, most: str | None) -> None:
    said = read("a.csv", content, ASKED)
    assert [(each.code, dict(each.values).get("most")) for each in said.findings] == [(code, most)]
    assert said.events == ()


def test_a_workbook_with_cells_far_away_is_read_soon() -> None:
    assert values(read("a.xlsx", far_away(), ASKED)) == [{"title": "Treff", "date": "2027-03-11"}]


def test_quotes_that_never_end_do_not_take_for_ever() -> None:
    said = of("Titel;Datum\n" + '"a""\n' * 20_000)
    assert [each.code for each in said.findings] == ["LC883"] * 10


def test_a_word_without_end_in_two_encodings_is_read_soon() -> None:
    began = time.process_time()
    said = read("a.csv", b"Titel;Datum\n" + b"x" * 30_000 + b"\xfc" + "ö;2027-03-11\n".encode(), ASKED)
    assert [each["date"] for each in values(said)] == ["2027-03-11"]
    assert time.process_time() - began < 2


@pytest.mark.parametrize("content", [b"", b"\0" * 100, b"\xff\xfe\0", b"Titel;Datum\n", b"{}", b"<x/>", b"\x80\x81"])
def test_what_is_no_list_ends_in_a_finding_or_in_nothing(content: bytes) -> None:
    assert read("a.csv", content, ASKED).events == ()


def test_a_list_is_known_by_its_content() -> None:
    names = {path.name: source.name for path in FILES.iterdir() if (source := source_for("x", path.read_bytes()))}
    assert {name: kind for name, kind in names.items() if name.endswith((".csv", ".xlsx"))} == {
        path.name: "table" for path in FILES.iterdir() if path.suffix in {".csv", ".xlsx"}
    }


def test_left_values_name_their_cell() -> None:
    said = told("excel-de.csv")
    assert said.events[0].left == (Left(Place("excel-de.csv", 5, 122), "Getränke", "Kaffee"),)


@pytest.mark.parametrize(
    ("title", "status", "said"),
    [
        ("Abgesagt: Treff", "", ("Treff", "cancelled")),
        ("[ABGESAGT] Treff", "", ("Treff", "cancelled")),
        ("Treff (abgesagt)", "", ("Treff", "cancelled")),
        ("Treff – fällt leider aus", "", ("Treff", "cancelled")),
        ("Treff fällt aus!", "", ("Treff", "cancelled")),
        ("Treff [cancelled]", "", ("Treff", "cancelled")),
        ("Was tun, wenn etwas fällt", "", ("Was tun, wenn etwas fällt", None)),
        ("Absagen richtig schreiben", "", ("Absagen richtig schreiben", None)),
        ("Treff", "fällt aus", ("Treff", "cancelled")),
        ("Treff", "musste leider abgesagt werden", ("Treff", "cancelled")),
        ("Treff", "findet nicht statt", ("Treff", "cancelled")),
        ("Treff", "Cancelled", ("Treff", "cancelled")),
        ("Treff", "verschoben auf Mai", ("Treff", "draft")),
        ("Treff", "Postponed", ("Treff", "draft")),
        ("Verschoben: Treff", "", ("Treff", "draft")),
        ("Treff (verschoben)", "", ("Treff", "draft")),
        ("Treff: postponed", "", ("Treff", "draft")),
        ("Verschobene Wahrnehmung", "", ("Verschobene Wahrnehmung", None)),
        ("Treff", "findet statt", ("Treff", None)),
        ("Treff (verschoben)", "abgesagt", ("Treff", "cancelled")),
    ],
)
def test_what_is_off_or_put_off_says_so_in_its_title_or_its_status(
    title: str, status: str, said: tuple[str, str | None]
) -> None:
    (found,) = of(f"Titel;Datum;Status\n{title};2027-03-11;{status}\n").events
    assert (found.values["title"], found.values.get("status")) == said
    if said[1] == "draft":  # the team reads it in the list of what found no place
        assert [left.text for left in found.left] == [status or title]
