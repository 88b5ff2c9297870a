"""`import`: what others have becomes event files, once a person has seen it; what is there stays as it is."""

import builtins
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Labcamp

from labcamp.exchange.taking import merging
from labcamp.files import disk
from labcamp.files.read import read_source
from labcamp.terminal import importing, questions

DAY = ("--today", "2026-11-29")
SERIES = """\
id: runde
title: Runde
title_pattern: "Runde #{number}"
zone: Europe/Berlin
domain: example.org
"""
ORGANISATIONS = "werkstatt: {name: Werkstatt Nord e.V.}\n"
KNOWN = """\
number: 3
theme: Was wir wissen
status: confirmed
date: 2026-03-11
time: 14:00-17:00
place: {name: Haus der Ideen, city: Berlin}
hosts: [werkstatt]
"""
COMING = """\
UID:eins@kalender.example
DTSTAMP:20261101T101500Z
SEQUENCE:3
DTSTART;TZID=Europe/Berlin:20270311T140000
DTEND;TZID=Europe/Berlin:20270311T170000
SUMMARY:Runde #4: Daten teilen
LOCATION:Werkhof\\, Gasse 1\\, 10115 Berlin
STATUS:CONFIRMED
"""
PRIVATE = """\
ORGANIZER;CN=Ada Muster:mailto:ada.muster@example.org
ATTENDEE:mailto:ben@example.org
DESCRIPTION:Wir teilen.\\n\\nhttps://us02web.zoom.us/j/123456789?pwd=abc\\nMeeting-ID: 123 456 789\\nKenncode: 123456
 \\n\\nFragen an ada.muster@example.org oder an info@runde.example
"""
PAST = """\
UID:null@kalender.example
DTSTAMP:20251101T101500Z
DTSTART;VALUE=DATE:20251016
SUMMARY:Treffen in Wien
"""
Answering = Callable[..., list[str]]


def calendar(*entries: str) -> str:
    """A calendar file of some entries."""
    within = "".join(f"BEGIN:VEVENT\n{entry}END:VEVENT\n" for entry in entries)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//a//b//DE\n{within}END:VCALENDAR\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A series with one event; it is the current folder."""
    (tmp_path / "events").mkdir()
    for name, text in {"series": SERIES, "organisations": ORGANISATIONS, "runde-3": KNOWN}.items():
        (tmp_path / f"events/{name}.yaml").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> Answering:
    """Somebody who sits at the terminal and gives these answers; the list takes what was asked."""

    def begin(*answers: str) -> list[str]:
        left, asked = iter(answers), []

        def answer(question: str = "") -> str:
            asked.append(question.strip())
            return next(left)

        for module in (questions, importing):
            monkeypatch.setattr(module, "somebody_sits_here", lambda: True)
        monkeypatch.setattr(builtins, "input", answer)
        return asked

    return begin


def everything(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and not path.name.startswith(".labcamp") and path.name != "event.schema.json"
    }


def lines_of(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


def test_a_calendar_becomes_event_files_that_say_where_they_come_from(root: Path, labcamp: Labcamp) -> None:
    (root / "alt.ics").write_text(calendar(COMING, PAST), "utf-8")
    assert labcamp("import", "alt.ics", "--yes", *DAY) == (
        0,
        "verdict date       title                  event           from\n"
        f"{'─' * 68}\n"
        "new     2025-10-16 Treffen in Wien        treffen-in-wien alt.ics:14\n"
        "new     2027-03-11 Runde #4: Daten teilen runde-4         alt.ics:4\n"
        "\n"
        "New: 2, known: 0, unclear: 0.\n"
        "created    events/runde-4.yaml\n"
        "created    events/treffen-in-wien.yaml\n"
        "created    events/event.schema.json\n"
        "Look through the files, then: labcamp check. To take all of it back: labcamp undo\n",
        "",
    )
    assert lines_of(root / "events/runde-4.yaml") == [
        "# Runde #4: Daten teilen",
        "# Übernommen am 2026-11-29 aus alt.ics, Zeile 4",  # in the language of the series
        "# yaml-language-server: $schema=event.schema.json",
        "number: 4",
        "theme: Daten teilen",
        "status: draft",
        "date: 2027-03-11",
        "time: 14:00-17:00",
        "uid: eins@kalender.example",
        "place: {name: Werkhof, street: Gasse 1, postcode: '10115', city: Berlin}",
    ]
    assert lines_of(root / "events/treffen-in-wien.yaml")[3:] == [
        "title: Treffen in Wien",
        "status: confirmed",
        "date: 2025-10-16",
        "uid: null@kalender.example",
    ]
    assert labcamp("check", *DAY).code == 0


def test_a_second_time_nothing_is_new_and_nothing_is_written(root: Path, labcamp: Labcamp) -> None:
    (root / "alt.ics").write_text(calendar(COMING, COMING.replace("eins", "zwei").replace("#4", "#5"), PAST), "utf-8")
    labcamp("import", "alt.ics", "--yes", *DAY)
    before = everything(root)
    result = labcamp("import", "alt.ics", *DAY)
    assert result.out.endswith("New: 0, known: 3, unclear: 0.\nNothing new. Nothing is written.\n")
    assert (result.code, result.err, everything(root)) == (0, "", before)


@pytest.mark.odd("LC969")  # what others call an entry often looks like an address
def test_the_next_export_is_never_lower_than_what_people_have(root: Path, labcamp: Labcamp) -> None:
    (root / "alt.ics").write_text(calendar(COMING), "utf-8")
    labcamp("import", "alt.ics", "--yes", *DAY)
    assert json.loads((root / "events/announced/runde-4.json").read_text("utf-8")) == {
        "eins@kalender.example": {
            "kind": "event",
            "title": "Runde #4: Daten teilen",
            "start": "2027-03-11T14:00 Europe/Berlin",
            "end": "2027-03-11T17:00 Europe/Berlin",
            "place": "Werkhof, Gasse 1, 10115 Berlin",
            "status": "draft",
            "sequence": 3,
            "stamp": "2026-11-01T10:15:00Z",
        }
    }
    assert revision(root, labcamp) == ("eins@kalender.example", 3, "20261101T101500Z")
    path = root / "events/runde-4.yaml"
    path.write_text(path.read_text("utf-8").replace("status: draft", "status: confirmed"), "utf-8")
    assert revision(root, labcamp) == ("eins@kalender.example", 4, "20261129T000000Z")


@pytest.mark.odd("LC969")
def test_what_was_revised_today_is_not_revised_earlier(root: Path, labcamp: Labcamp) -> None:
    (root / "alt.ics").write_text(calendar(COMING.replace("20261101T101500Z", "20261129T203000Z")), "utf-8")
    labcamp("import", "alt.ics", "--yes", *DAY)
    path = root / "events/runde-4.yaml"
    path.write_text(path.read_text("utf-8").replace("Daten teilen", "Daten"), "utf-8")
    assert revision(root, labcamp) == ("eins@kalender.example", 3, "20261129T203000Z")


def revision(root: Path, labcamp: Labcamp) -> tuple[str, int, str]:
    """UID, SEQUENCE and DTSTAMP of the event to come in our feed."""
    assert labcamp("export-ics", "--drafts", *DAY).code == 0
    text = (root / "out/runde.ics").read_text("utf-8")
    entry = next(part for part in text.split("BEGIN:VEVENT") if "Runde #4" in part)
    lines = dict(line.split(":", 1) for line in entry.splitlines() if ":" in line)
    return lines["UID"], int(lines["SEQUENCE"]), lines["DTSTAMP"]


@pytest.mark.shows("LC892", "LC893")
def test_ways_in_and_addresses_of_people_are_taken_out_before_anything_is_written(root: Path, labcamp: Labcamp) -> None:
    (root / "alt.ics").write_text(calendar(COMING + PRIVATE), "utf-8")
    result = labcamp("import", "alt.ics", "--yes", *DAY)
    assert read_source(root / "events/runde-4.yaml", "").data["description"] == (
        "Wir teilen.\n\nFragen an oder an info@runde.example\n"
    )
    told = [line for line in result.err.splitlines() if line.startswith("alt.ics")]
    assert [line for line in told if "LC896" not in line] == [
        "alt.ics: LC893 addresses-left-out: mail addresses of people were not taken over; number of them: 1",
        "alt.ics:4:1: LC892 way-in-left-out: what leads into a meeting was not taken over: Zoom, Meeting-ID, Kenncode",
    ]
    written = b"".join(everything(root)[name] for name in everything(root) if name != "alt.ics")
    for secret in ("zoom", "123 456 789", "123456", "ada.muster", "ben@", "Ada Muster"):
        assert secret.encode() not in written
        assert secret not in result.out + result.err.replace("Zoom", "")
    assert labcamp("check", *DAY).code == 0


def test_what_is_there_stays_and_what_differs_is_told(root: Path, labcamp: Labcamp) -> None:
    (root / "liste.csv").write_text(
        "Titel;Datum;Beginn;Ende;Ort;Gastgeber\nRunde #3: Anderes;11.03.2026;15:00;17:00;online;Werkstatt-Nord\n",
        "utf-8",
    )
    before = everything(root)
    assert labcamp("import", "liste.csv", "--yes", *DAY).out == (
        "verdict date       title             event   from\n"
        f"{'─' * 56}\n"
        "known   2026-03-11 Runde #3: Anderes runde-3 liste.csv:2\n"
        "\n"
        "New: 0, known: 1, unclear: 0.\n"
        "\n"
        "Known, but different in the files; your events stay as they are:\n"
        "event   key   ours                     in the file\n"
        f"{'─' * 56}\n"
        "runde-3 title Runde #3: Was wir wissen Runde #3: Anderes\n"
        "runde-3 time  14:00-17:00              15:00-17:00\n"
        "runde-3 place Haus der Ideen, Berlin   online\n"
        "\n"
        "Nothing new. Nothing is written.\n"
    )
    assert everything(root) == before


def test_a_dry_run_shows_the_table_and_writes_nothing(root: Path, labcamp: Labcamp) -> None:
    (root / "alt.ics").write_text(calendar(COMING, PAST), "utf-8")
    before = everything(root)
    result = labcamp("import", "alt.ics", "--dry-run", *DAY)
    assert (result.code, result.out.splitlines()[-2:]) == (
        0,
        ["New: 2, known: 0, unclear: 0.", "A dry run: nothing is written. Without --dry-run it will be."],
    )
    assert everything(root) == before


@pytest.mark.shows("LC051")
def test_where_nobody_can_be_asked_it_takes_yes(root: Path, labcamp: Labcamp) -> None:
    (root / "alt.ics").write_text(calendar(COMING), "utf-8")
    before = everything(root)
    result = labcamp("import", "alt.ics", *DAY)
    assert (result.code, result.err.split(":")[0], everything(root)) == (2, "LC051 yes-needed", before)


@pytest.mark.parametrize("answer", ["", "n", "nein"])
def test_who_does_not_say_yes_has_nothing_new(answer: str, root: Path, labcamp: Labcamp, answering: Answering) -> None:
    (root / "alt.ics").write_text(calendar(COMING, PAST), "utf-8")
    before, asked = everything(root), answering(answer)
    result = labcamp("import", "alt.ics", *DAY, "--lang", "de")
    assert (result.code, result.out.splitlines()[-1], asked) == (
        1,
        "Nichts ist geschrieben.",
        ["Diese 2 Treffen anlegen? [j/N]"],
    )
    assert everything(root) == before


HOSTED = "Titel;Datum;Gastgeber\nSommerfest;05.06.2027;{}\n"


@pytest.mark.parametrize(
    "told",
    [
        "“Werkstatt Nordd” is probably Werkstatt Nord e.V. (werkstatt)",
        "new: Neues Labor (neues-labor)",
    ],
)
def test_an_unknown_organisation_is_proposed_and_entered_once_a_person_agrees(
    told: str, root: Path, labcamp: Labcamp, answering: Answering
) -> None:
    name = told.removeprefix("new: ").strip("“").partition("”")[0].partition(" (")[0]
    (root / "liste.csv").write_text(HOSTED.format(name), "utf-8")
    asked = answering("y", "y")
    result = labcamp("import", "liste.csv", *DAY)
    assert f"Organisations:\n  {told}\n" in result.out
    assert asked == [
        "Enter the organisations so? Else they only stand on the list. [Y/n]",
        "Make this event? [y/N]",
    ]
    id_ = told.rpartition("(")[2].rstrip(")")
    assert read_source(root / "events/sommerfest.yaml", "").data["hosts"] == [id_]
    known = read_source(root / "events/organisations.yaml", "").data
    assert list(known) == list(dict.fromkeys(["werkstatt", id_]))
    assert labcamp("check", *DAY).code == 0


def test_without_a_yes_an_organisation_only_stands_on_the_list(
    root: Path, labcamp: Labcamp, answering: Answering
) -> None:
    (root / "liste.csv").write_text(HOSTED.format("Neues Labor"), "utf-8")
    answering("n", "y")
    labcamp("import", "liste.csv", *DAY)
    assert "hosts" not in read_source(root / "events/sommerfest.yaml", "").data
    assert (root / "events/organisations.yaml").read_text("utf-8") == ORGANISATIONS
    assert lines_of(root / "out/import.md")[-3:] == [
        "## Sommerfest (sommerfest)",
        "",
        "- hosts: Neues Labor (liste.csv, line 2)",
    ]


def test_an_organisation_is_known_however_its_name_is_written(root: Path, labcamp: Labcamp) -> None:
    (root / "liste.csv").write_text(HOSTED.format("WERKSTATT-NORD"), "utf-8")
    assert "Organisations" not in labcamp("import", "liste.csv", "--yes", *DAY).out
    assert read_source(root / "events/sommerfest.yaml", "").data["hosts"] == ["werkstatt"]


def test_what_found_no_place_stands_in_one_list_and_no_older_list_is_lost(root: Path, labcamp: Labcamp) -> None:
    (root / "liste.csv").write_text("Titel;Datum;Kuchen\nSommerfest;05.06.2027;Apfel *und* Birne\n", "utf-8")
    result = labcamp("import", "liste.csv", "--yes", *DAY)
    assert "What found no place (1) stands in out/import.md.\n" in result.out
    assert lines_of(root / "out/import.md") == [
        "# What found no place when events were imported",
        "",
        "As of 2026-11-29. Nothing of it is lost: it still stands in the files that it comes from. "
        "Enter what you need, then delete this list.",
        "",
        "## Sommerfest (sommerfest)",
        "",
        "- Kuchen: Apfel \\*und\\* Birne (liste.csv, line 2)",
    ]
    before = (root / "out/import.md").read_bytes()
    (root / "liste.csv").write_text("Titel;Datum;Kuchen\nHerbstfest;05.10.2027;Pflaume\n", "utf-8")
    assert "out/import-2.md" in labcamp("import", "liste.csv", "--yes", *DAY).out
    assert (root / "out/import.md").read_bytes() == before


def test_what_comes_of_a_repeated_entry_is_named_so_that_the_old_one_is_deleted(root: Path, labcamp: Labcamp) -> None:
    lines = ("UID:serie@example.org", "DTSTART;VALUE=DATE:20261127", "RRULE:FREQ=DAILY;INTERVAL=2;COUNT=3")
    entry = ("BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "SUMMARY:Stammtisch", "END:VEVENT", "END:VCALENDAR", "")
    (root / "serie.ics").write_bytes("\r\n".join(entry).encode())
    assert labcamp("import", "serie.ics", "--yes", *DAY).code == 0
    *_, heading, _, first, second = (root / "out/import.md").read_text("utf-8").splitlines()
    assert (
        heading
        == "## Were times of a repeated entry: delete it in the old calendar as soon as you announce these events"
    )
    assert [re.sub(r" \(stammtisch[0-9-]*\)", "", line) for line in (first, second)] == [
        "- Stammtisch: 2026-11-29 (serie.ics, line 2)",
        "- Stammtisch: 2026-12-01 (serie.ics, line 2)",
    ]


@pytest.mark.shows("LC272")
def test_days_that_can_be_read_in_two_ways_are_refused_where_nobody_can_be_asked(root: Path, labcamp: Labcamp) -> None:
    (root / "liste.csv").write_text("Title,Date\nRunde #4,03/04/2025\nRunde #5,05/06/2025\n", "utf-8")
    before = everything(root)
    assert labcamp("import", "liste.csv", "--yes", *DAY) == (
        1,
        "",
        "liste.csv: LC272 date-two-ways: these days can be read in two ways: 03/04/2025, 05/06/2025\n"
        "    hint: say what stands first: --dates day or --dates month\n"
        "1 error\n"
        "Nothing is written.\n",
    )
    assert everything(root) == before


@pytest.mark.shows("LC841", "LC842")
def test_days_as_numbers_and_years_of_two_figures_are_refused_with_the_way_out(root: Path, labcamp: Labcamp) -> None:
    rows = [("46123", "11.03.98"), ("46130,5", "12.03.27"), ("", ""), ("46144", "27-03-11"), ("46151", "13. April 97")]
    rows += [("46158", "1.2.99")]
    text = "".join(f"Runde #{number};{start};{end};\n" for number, (start, end) in enumerate(rows, 4))
    (root / "liste.csv").write_text(f"Titel;Datum;Bis;Uhrzeit\n{text}Runde #10;;;0,58333\n", "utf-8")
    before = everything(root)
    result = labcamp("import", "liste.csv", "--yes", *DAY)
    assert (result.code, result.out, [line for line in result.err.splitlines() if "hint" not in line]) == (
        1,
        "",
        [
            "liste.csv:2:10: LC841 days-as-numbers: the column 'Datum' has numbers instead of days or times: 46123, "
            "46130,5, 46144, … (5)",
            "liste.csv:2:16: LC842 year-of-two-figures: the column 'Bis' has years of only two figures: 11.03.98, "
            "27-03-11, 13. April 97, 1.2.99",
            "liste.csv:8:13: LC841 days-as-numbers: the column 'Uhrzeit' has numbers instead of days or times: 0,58333",
            "3 errors",
            "Nothing is written.",
        ],
    )
    assert everything(root) == before


@pytest.mark.shows("LC843", "LC844")
def test_mobile_numbers_are_nowhere_and_where_others_stay_is_told(root: Path, labcamp: Labcamp) -> None:
    rows = [
        "Runde #4;2025-04-03;Fragen an Ida: Mobil 0172 1234567 (abends);Kuchen von +49 (0)151/765 43 21",
        "Runde #5;2025-04-04;Empfang: 030 9018-20 und <p>[ruft an](tel:+43-664-1234567)</p>;",
        "Runde #6;2025-04-05;Am 03.04.2025 um 14 Uhr in 01067 Dresden, Az. 0172/2024;079 123 45 67",
    ]
    (root / "liste.csv").write_text("Titel;Datum;Beschreibung;Kuchen\n" + "\n".join(rows), "utf-8")
    result = labcamp("import", "liste.csv", "--yes", *DAY)
    told = [line for line in result.err.splitlines() if "LC84" in line]
    assert (result.code, told) == (
        0,
        [
            "liste.csv:2:1: LC843 mobile-number-left-out: numbers of mobile telephones are not taken over; they were "
            "in: Runde #4, Runde #5, Runde #6",
            "liste.csv:3:1: LC844 telephone-number-stays: numbers of telephones stay in the texts: Runde #5",
        ],
    )
    (root / "liste.csv").unlink()
    texts = "".join(path.read_text("utf-8") for path in sorted(root.rglob("*")) if path.suffix in {".yaml", ".md"})
    digits = re.sub(r"[^0-9\n]", "", texts + result.out + result.err)
    assert not re.search("1721234567|1517654321|6641234567|791234567", digits)
    assert all(kept in texts for kept in ("030 9018-20", "01067 Dresden, Az. 0172/2024", "Fragen an Ida: (abends)"))


@pytest.mark.parametrize(
    ("word", "day"),
    [("day", "2025-04-03"), ("tag", "2025-04-03"), ("month-first", "2025-03-04"), ("Monat", "2025-03-04")],
)
def test_what_stands_first_can_be_said_with_dates(word: str, day: str, root: Path, labcamp: Labcamp) -> None:
    (root / "liste.csv").write_text("Title,Date\nRunde #4,03/04/2025\n", "utf-8")
    assert labcamp("import", "liste.csv", "--yes", "--dates", word, *DAY).code == 0
    assert read_source(root / "events/runde-4.yaml", "").data["date"] == day


def test_at_a_terminal_it_asks_once_what_stands_first(root: Path, labcamp: Labcamp, answering: Answering) -> None:
    (root / "liste.csv").write_text("Title,Date\nRunde #4,03/04/2025\nRunde #5,05/06/2025\n", "utf-8")
    asked = answering("vielleicht", "Tag", "j")
    assert labcamp("import", "liste.csv", *DAY, "--lang", "de").code == 0
    question = "Was steht in liste.csv vorn, der Tag oder der Monat? Zum Beispiel 03/04/2025, 05/06/2025:"
    assert asked == [question, question, "Diese 2 Treffen anlegen? [j/N]"]
    assert read_source(root / "events/runde-5.yaml", "").data["date"] == "2025-06-05"


def test_another_word_for_dates_is_wrong_usage(root: Path, labcamp: Labcamp) -> None:
    result = labcamp("import", "liste.csv", "--dates", "year", *DAY)
    assert (result.code, result.err.splitlines()[0]) == (
        2,
        "--dates: LC209 not-one-of: 'year' is not known for '--dates'",
    )


@pytest.mark.shows("LC270", "LC271", "LC273", "LC274", "LC003")
def test_a_file_that_says_no_event_stops_everything_with_its_reason(
    root: Path, labcamp: Labcamp, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "gut.ics").write_text(calendar(COMING), "utf-8")
    (root / "brief.txt").write_bytes(b"\x00\x01 no format at all")
    (root / "leer.ics").write_text(calendar(), "utf-8")
    (root / "nichts.ics").write_bytes(b"\n")
    before = everything(root)
    monkeypatch.setattr(merging, "LARGEST", 1000)
    (root / "riesig.ics").write_text(calendar(COMING) + " " * 1000, "utf-8")
    files = ("gut.ics", "brief.txt", "leer.ics", "nichts.ics", "riesig.ics", "fehlt.ics")
    result = labcamp("import", *files, "--yes", *DAY)
    codes = [line.split(": ")[1].split()[0] for line in result.err.splitlines() if ": LC" in line]
    assert (result.code, result.out, codes) == (1, "", ["LC270", "LC003", "LC273", "LC273", "LC271"])
    (root / "riesig.ics").unlink()
    assert everything(root) == before
    monkeypatch.setattr(merging, "MOST", 1)
    (root / "gut.ics").write_text(calendar(COMING, PAST), "utf-8")
    monkeypatch.setattr(merging, "LARGEST", 10_000)
    assert labcamp("import", "gut.ics", "--yes", *DAY).err.startswith("LC274 too-many-to-import: ")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (";11.04.2027", "without a title; then: --title"),
        ("Runde #3: Ganz anders;11.04.2027", ""),  # the number says that it is ours, and the day differs
        ("Ein anderes Fest;11.03.2026", "perhaps runde-3; else: --new"),
        ("Runde #3 in Wien;11.04.2027", "perhaps runde-3; else: --new"),
    ],
)
def test_what_nobody_can_tell_is_unclear_and_says_why(row: str, reason: str, root: Path, labcamp: Labcamp) -> None:
    (root / "liste.csv").write_text(f"Titel;Datum;Ort\n{row};Berlin\n", "utf-8")
    out = labcamp("import", "liste.csv", "--yes", *DAY).out
    assert ("unclear: 1" if reason else "known: 1") in out
    assert reason in out


def test_what_only_shares_a_day_is_made_with_new(root: Path, labcamp: Labcamp) -> None:
    (root / "liste.csv").write_text("Titel;Datum\nEin anderes Fest;11.03.2026\n", "utf-8")
    assert labcamp("import", "liste.csv", "--yes", "--new", *DAY).code == 0
    assert read_source(root / "events/ein-anderes-fest.yaml", "").data["date"] == "2026-03-11"


def test_what_has_no_title_gets_the_one_that_is_given(root: Path, labcamp: Labcamp) -> None:
    (root / "liste.csv").write_text("Titel;Datum;Ort\n;11.04.2027;Berlin\n", "utf-8")
    assert labcamp("import", "liste.csv", "--yes", "--title", "Runde #9: Neu", *DAY).code == 0
    assert read_source(root / "events/runde-9.yaml", "").data["theme"] == "Neu"


def test_undo_takes_the_whole_import_back(root: Path, labcamp: Labcamp) -> None:
    (root / "alt.ics").write_text(calendar(COMING, PAST), "utf-8")
    (root / "liste.csv").write_text(HOSTED.format("Neues Labor"), "utf-8")
    before = everything(root)
    labcamp("import", "alt.ics", "liste.csv", "--yes", *DAY)
    assert len(everything(root)) == len(before) + 4  # three events, and what calendars know of one
    assert labcamp("undo").out.splitlines()[-1] == "Taken back: labcamp import."
    assert everything(root) == before


def test_where_a_file_cannot_be_written_none_is(root: Path, labcamp: Labcamp, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "alt.ics").write_text(calendar(COMING, PAST), "utf-8")
    (root / "liste.csv").write_text(HOSTED.format("Neues Labor"), "utf-8")
    before, whole = everything(root), disk.write_new

    def write(content: bytes, path: Path, rights: int | None, *, flush: bool = False) -> None:
        if b"Treffen in Wien" in content:
            raise OSError(28, "No space left on device")
        whole(content, path, rights, flush=flush)

    monkeypatch.setattr(disk, "write_new", write)
    result = labcamp("import", "alt.ics", "liste.csv", "--yes", *DAY)
    assert (result.code, "LC005" in result.err) == (1, True)
    assert everything(root) == before


def test_while_a_file_of_ours_cannot_be_read_nothing_comes_beside_it(root: Path, labcamp: Labcamp) -> None:
    (root / "events/runde-4.yaml").write_text("number: 4\ndatum: [\n", "utf-8")
    (root / "alt.ics").write_text(calendar(COMING), "utf-8")
    before = everything(root)
    result = labcamp("import", "alt.ics", "--yes", *DAY)
    assert (result.code, result.err.splitlines()[-1], everything(root)) == (1, "Nothing is written.", before)


def test_what_no_event_file_may_have_goes_to_the_list(root: Path, labcamp: Labcamp) -> None:
    page = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Runde #4: Daten",
        "startDate": "2025-03-11T14:00:00+01:00",
        "endDate": "2025-03-11T17:00:00+01:00",
        "recordedIn": {"@type": "VideoObject", "name": "Mitschnitt", "url": "https://video.example.org/1"},
    }
    (root / "seite.html").write_text(
        f'<html lang="de"><script type="application/ld+json">{json.dumps(page)}</script></html>', "utf-8"
    )
    assert labcamp("import", "seite.html", "--yes", *DAY).code == 0
    assert labcamp("check", *DAY).code == 0
    assert read_source(root / "events/runde-4.yaml", "").data["date"] == "2025-03-11"
