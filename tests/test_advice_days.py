"""What `check` says about the days of events that are to come: holidays, weekends, and what else is on."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import REPOSITORY, Labcamp
from sample import TODAY

from labcamp.findings import Finding
from labcamp.review.rules import advice
from labcamp.texts import words_of
from labcamp.workspace import reading

SERIES = """\
id: treff
title: Treff
domain: example.org
imprint: https://example.org/impressum
newsletter: {unsubscribe: https://example.org/abmelden}
contact: treffen@example.org
"""
ORGANISATIONS = """\
berlin: {name: Labor Berlin, place: Berlin, country: DE, region: DE-BE}
muenchen: {name: Labor Süd, country: DE, region: DE-BY}
wien: {name: Labor Wien, place: Wien, country: AT, region: AT-9}
zuerich: {name: Labor Zürich, country: CH, region: CH-ZH}
bund: {name: Labor Bund, country: DE}
irgendwo: Labor
"""
MARATHON = "days:\n  - {date: 2027-09-16, title: Marathon}\n"


def found(root: Path, event: str, series: str = "", avoid: str = "") -> tuple[Finding, ...]:
    """What is said besides what loading finds, of an event with these lines."""
    (root / "events").mkdir()
    files = {"series": SERIES + series, "organisations": ORGANISATIONS, "treff-1": f"title: Treff\n{event}"}
    for id_, text in (files | ({"avoid": avoid} if avoid else {})).items():
        (root / "events" / f"{id_}.yaml").write_text(text, "utf-8")
    read = reading(root, TODAY)
    assert read.workspace.findings == ()
    return tuple(each for each in advice(read) if each.code >= "LC988")  # nor that no event names a lab


def said(findings: tuple[Finding, ...], language: str = "de") -> list[str]:
    """Line, column and code of each finding, and its text."""
    return [f"{each.line}:{each.column} {each.code} {words_of(each, language)[0]}" for each in findings]


PUBLIC = "LC988 das Treffen liegt auf einem Feiertag"
SCHOOL = "LC989 das Treffen liegt in Schulferien"
BRIDGE = "LC990 das Treffen liegt auf einem Brückentag neben"
NOT_KNOWN = "LC991 ob an diesem Tag Schulferien sind, weiß labcamp nicht"


@pytest.mark.parametrize(
    ("event", "texts"),
    [
        ("date: 2027-09-16\nhosts: [berlin, muenchen, wien]\n", []),
        (
            "date: 2027-05-27\nhosts: [muenchen, wien, berlin]\n",
            [f"{PUBLIC}: Fronleichnam (Bayern und Österreich)"],
        ),
        (
            "date: 2027-03-26\nhosts: [bund]\n",
            [f"{PUBLIC}: Karfreitag (Deutschland)", f"{NOT_KNOWN}: keine Region bekannt"],
        ),
        ("date: 2027-07-15\nhosts: berlin\n", [f"{SCHOOL}: Sommerferien (Berlin)"]),
        ("date: 2027-07-15\nhosts: [berlin, wien]\n", [f"{SCHOOL}: Sommerferien (Berlin); Hauptferien (Wien)"]),
        (
            "date: 2027-05-07\nhosts: [berlin, wien]\n",
            [
                f"{SCHOOL}: Himmelfahrts-/Pfingstferien (Berlin)",
                f"{BRIDGE}: Christi Himmelfahrt (Deutschland und Österreich)",
            ],
        ),
        ("date: 2027-05-28\nhosts: [berlin]\nplace: {city: Wien}\n", [f"{BRIDGE}: Fronleichnam (Österreich)"]),
        ("date: 2027-09-16\nhosts: [zuerich]\n", [f"{NOT_KNOWN}: keine Feriendaten für Zürich"]),
        ("date: 2027-09-16\nhosts: [irgendwo]\n", [f"{NOT_KNOWN}: keine Region bekannt"]),
        (
            "date: 2027-09-18\nhosts: [berlin]\n",
            ["LC994 das Treffen ist am Wochenende: Samstag, 18.09.2027"],
        ),
        (
            "date: 2027-10-31\nhosts: [berlin]\n",
            [
                "LC992 an diesem Tag wird die Uhr umgestellt (Europe/Berlin)",
                "LC994 das Treffen ist am Wochenende: Sonntag, 31.10.2027",
            ],
        ),
        (
            "date: 2027-12-23/2027-12-24\nhosts: [muenchen]\n",
            [
                f"{SCHOOL}: Weihnachtsferien (Bayern) am 24.12.2027",
                "LC995 an diesem Tag haben manche frei: Heiligabend (Deutschland) am 24.12.2027",
            ],
        ),
        (
            "date: 2027-05-05/2027-05-07\nhosts: [muenchen]\n",
            [
                f"{PUBLIC}: Christi Himmelfahrt (Deutschland) am 06.05.2027",
                f"{BRIDGE}: Christi Himmelfahrt (Deutschland) am 07.05.2027",
            ],
        ),
        (
            "date: 2027-06-29/2027-07-02\nhosts: [berlin]\n",
            [f"{SCHOOL}: Sommerferien (Berlin) am 01.07.2027 und 02.07.2027"],
        ),
        (
            "date: 2027-06-28/2027-07-03\nhosts: [berlin]\n",
            [
                f"{SCHOOL}: Sommerferien (Berlin) vom 01.07.2027 bis 03.07.2027",
                "LC994 das Treffen ist am Wochenende: Samstag, 03.07.2027",
            ],
        ),
        ("date: 2027-07-14/2027-07-15\nhosts: [berlin]\n", [f"{SCHOOL}: Sommerferien (Berlin)"]),
        (
            "date: 2027-04-30/2027-05-01\nhosts: [berlin, wien]\n",
            [
                f"{PUBLIC}: Erster Mai (Deutschland); Staatsfeiertag (Österreich) am 01.05.2027",
                "LC994 das Treffen ist am Wochenende: Samstag, 01.05.2027",
            ],
        ),
        ("date: 2027-05\nhosts: [berlin]\n", []),  # no day yet
        ("hosts: [berlin]\n", []),
        ("date: 2025-12-25\nhosts: [berlin]\n", []),  # over
        ("date: 2027-12-25\nhosts: [berlin]\nstatus: cancelled\nreason: Sturm\n", []),
    ],
)
def test_the_days_of_an_event_to_come_are_looked_at(event: str, texts: list[str], tmp_path: Path) -> None:
    assert said(found(tmp_path, event)) == [f"2:7 {text}" for text in texts]


def test_it_is_said_in_english_too(tmp_path: Path) -> None:
    assert said(found(tmp_path, "date: 2027-05-27\nhosts: [muenchen, wien]\n"), "en") == [
        "2:7 LC988 the event is on a public holiday: Corpus Christi (Bavaria and Austria)"
    ]


def test_the_regions_of_the_series_matter_whoever_is_the_host(tmp_path: Path) -> None:
    assert said(found(tmp_path, "date: 2027-05-27\nhosts: [irgendwo]\n", "regions: [AT-9]\n")) == [
        f"2:7 {PUBLIC}: Fronleichnam (Österreich)"
    ]


def test_after_the_end_of_what_is_known_it_is_said_that_nobody_knows(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, "date: 2061-11-17\nhosts: [berlin, wien]\n")
    text, hint = words_of(finding, "de")
    assert (finding.code, "keine Feriendaten nach dem " in text, text.endswith(" für Berlin")) == ("LC991", True, True)
    assert hint == "fragt selbst nach, wann dort Ferien sind: Berlin"


def test_where_no_region_is_known_it_says_where_it_goes(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, "date: 2027-09-16\nhosts: [irgendwo]\n")
    assert words_of(finding, "de")[1] == (
        "tragt sie bei den Gastgebern in organisations.yaml ein (region: DE-BE), "
        "oder in series.yaml (regions: [DE-BE, AT-9])"
    )


def test_a_country_without_its_region_is_enough_beside_a_region_that_is_known(tmp_path: Path) -> None:
    assert found(tmp_path, "date: 2027-09-16\nhosts: [berlin, bund, irgendwo]\n") == ()


def test_a_day_of_the_own_list_is_told_with_the_place_of_its_line(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, "date: 2027-09-15/2027-09-16\nhosts: berlin\n", "", MARATHON)
    path = (tmp_path / "events/avoid.yaml").as_posix()
    assert said((finding,)) == [f"2:7 LC993 an diesem Tag ist schon etwas: Marathon ({path}:2)"]
    assert words_of(finding, "en")[1] == "take another day if it concerns the same people; else delete the entry"


def test_an_entry_without_a_title_and_one_with_an_address_are_told_too(tmp_path: Path) -> None:
    avoid = "- 2027-09-16\n- {date: 2027-09-16, title: Messe, url: https://example.org/messe}\n"
    first, second = found(tmp_path, "date: 2027-09-16\nhosts: berlin\n", "", avoid)
    assert "ohne Titel (" in words_of(first, "de")[0]
    assert "without a title (" in words_of(first, "en")[0]
    assert words_of(second, "de")[1].endswith("mehr dazu: https://example.org/messe")


def test_a_comment_and_the_series_take_exception_to_these_rules(tmp_path: Path) -> None:
    event = "date: 2027-05-07  # labcamp: ok bridge-day, so gewünscht\nhosts: berlin\n"
    assert found(tmp_path, event, "rules: {school-holidays: wir haben keine Kinder}\n") == ()


def test_the_real_series_has_a_good_day(labcamp: Labcamp) -> None:
    result = labcamp("check", "--root", REPOSITORY, "--today", "2026-11-23", "--format", "json")
    assert [code for code in ("LC988", "LC989", "LC99") if code in result.out] == []


@pytest.mark.parametrize(("today", "asked"), [("2026-11-23", True), ("2027-03-12", False)])
def test_holidays_are_looked_up_only_when_an_event_is_to_come(
    today: str, asked: bool, environment: dict[str, str], tmp_path: Path
) -> None:
    words = ["labcamp", "check", "--root", str(REPOSITORY), "--today", today]
    script = f"import sys; sys.argv = {words!r}; from labcamp.__main__ import main; main(); print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, encoding="utf-8", check=True
    )
    modules = run.stdout.split()
    assert ("holidays" in modules, "holidays.countries" in modules, "babel" in modules) == (asked, False, False)
