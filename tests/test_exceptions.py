"""A comment in a file takes exception to a rule, for a line or a text, and for nothing else."""

import datetime as dt
from pathlib import Path

import pytest
from conftest import Labcamp
from sample import ORGANISATIONS, SERIES, TODAY

from labcamp.review.rules import advice
from labcamp.workspace import load, reading

DATED = "title: Treffen\nstatus: confirmed\ndate: 2027-03-11\n"  # a Thursday
PLAIN = """\
contact: treffen@labor.example
imprint: https://labor.example/impressum
newsletter: {unsubscribe: https://labor.example/abmelden}
"""


def found(tmp_path: Path, text: str, series: str = "") -> list[tuple[str, int, int, str]]:
    """File, line, column and code of each finding, with an event of these lines from line 4 on."""
    (tmp_path / "events").mkdir()
    files = {"series": SERIES + PLAIN + series, "organisations": ORGANISATIONS, "treffen": DATED + text}
    for id_, content in files.items():
        (tmp_path / "events" / f"{id_}.yaml").write_text(content, "utf-8")
    findings = load(tmp_path, TODAY).findings
    return [(Path(each.path).name, each.line, each.column, each.code) for each in findings]


WRONG = "Mittwoch, 11. März 2027"


@pytest.mark.parametrize(
    "text",
    [
        f"summary: {WRONG}  # labcamp: ok weekday-wrong",
        f"summary: {WRONG}  # labcamp: ok weekday-wrong, so steht es auf dem Plakat",
        f"summary: {WRONG}  # labcamp: ok placeholder-left, weekday-wrong: ein Zitat",
        f"# labcamp: ok weekday-wrong\nsummary: {WRONG}",
        f'summary: "{WRONG}"   #labcamp: ok weekday-wrong',
        f"description: |  # labcamp: ok weekday-wrong\n  Erste Zeile\n\n  {WRONG}",
        f"# labcamp: ok weekday-wrong\ndescription: >\n  Erste Zeile\n  {WRONG}",
        f"news:\n  # labcamp: ok weekday-wrong\n  - title: {WRONG}",
    ],
)
def test_a_comment_takes_exception_to_a_rule_for_its_value(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"summary: {WRONG}  # labcamp: ok placeholder-left", 4),  # another rule
        (f"# labcamp: ok weekday-wrong\ntheme: Labore\nsummary: {WRONG}", 6),  # another line
        (f"theme: Labore  # labcamp: ok weekday-wrong\nsummary: {WRONG}", 5),
        (f"description: |\n  # labcamp: ok weekday-wrong\n  {WRONG}", 6),  # a part of the text
        (f"summary: {WRONG}  # ok weekday-wrong", 4),
        (f"summary: {WRONG} labcamp: ok".replace(": ok", " ok"), 4),
    ],
)
def test_what_a_comment_does_not_name_is_still_told(tmp_path: Path, text: str, line: int) -> None:
    assert [(each[1], each[3]) for each in found(tmp_path, text)] == [(line, "LC318")]


def test_a_comment_that_names_no_rule_is_told_with_the_place_of_the_name(tmp_path: Path) -> None:
    text = "summary: Hallo  # labcamp: ok weekday-wrong, weekday-rong"
    assert found(tmp_path, text) == [("treffen.yaml", 4, 46, "LC220")]


def test_what_cannot_be_read_or_shaped_stays_wrong(tmp_path: Path) -> None:
    assert [each[3] for each in found(tmp_path, "tme: 14:00  # labcamp: ok unknown-key")] == ["LC202", "LC220"]


def test_a_comment_in_the_series_holds_there(tmp_path: Path) -> None:
    wrong = "title_pattern: Treffen"
    assert found(tmp_path, "", f"{wrong}  # labcamp: ok pattern-without-number\n") == []


def unused(tmp_path: Path, text: str, series: str = "") -> list[tuple[str, int, int, dict[str, str]]]:
    """File, line, column and values of each exception that is not needed, as `check` tells them."""
    found(tmp_path, text, series)
    findings = advice(reading(tmp_path, TODAY))
    kept = [each for each in findings if each.code == "LC979"]
    return [(Path(each.path).name, each.line, each.column, dict(each.values)) for each in kept]


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("summary: Donnerstag, 11. März 2027  # labcamp: ok weekday-wrong", 51),
        ("summary: Hallo  # labcamp: ok weekday-wrong, ein Zitat", 31),
        (f"summary: {WRONG}  # labcamp: ok placeholder-left, weekday-wrong", 49),
        ("summary: Hallo  # labcamp: ok subject-too-long", 31),
    ],
)
def test_an_exception_from_a_rule_that_finds_nothing_there_is_told(tmp_path: Path, text: str, column: int) -> None:
    rule = "placeholder-left" if "placeholder" in text else "weekday-wrong"
    rule = "subject-too-long" if "subject" in text else rule
    assert unused(tmp_path, text) == [("treffen.yaml", 4, column, {"rule": rule})]


@pytest.mark.parametrize(
    "text",
    [
        f"summary: {WRONG}  # labcamp: ok weekday-wrong",
        f"description: |  # labcamp: ok weekday-wrong\n  Erste Zeile\n\n  {WRONG}",
        "summary: Hallo  # labcamp: ok weekday-rong",  # LC220 says it
        "summary: Hallo  # labcamp: ok exception-unused",
        "tme: 14:00  # labcamp: ok weekday-wrong",  # no rule has looked
        "description: |\n  # labcamp: ok weekday-wrong",  # a part of the text
    ],
)
def test_an_exception_that_is_needed_or_cannot_be_judged_is_not(tmp_path: Path, text: str) -> None:
    assert unused(tmp_path, text) == []


def test_a_rule_that_the_series_has_switched_off_still_finds_something(tmp_path: Path) -> None:
    text = f"summary: {WRONG}  # labcamp: ok weekday-wrong"
    assert unused(tmp_path, text, "rules: {weekday-wrong: Die Plakate sind gedruckt.}\n") == []


def test_nobody_tidies_up_after_events_that_are_over(tmp_path: Path) -> None:
    found(tmp_path, "summary: Hallo  # labcamp: ok weekday-wrong")
    findings = advice(reading(tmp_path, dt.date(2027, 3, 12)))
    assert [each.code for each in findings if each.code == "LC979"] == []


def test_the_series_and_the_organisations_are_looked_at_too(tmp_path: Path) -> None:
    comment = "subtitle: Hallo  # labcamp: ok pattern-without-number\n"
    assert unused(tmp_path, "", comment) == [("series.yaml", 7, 32, {"rule": "pattern-without-number"})]
    organisations = tmp_path / "events/organisations.yaml"
    organisations.write_text(f"{ORGANISATIONS}a: A  # labcamp: ok lost-after-hash\n", "utf-8")
    findings = [each for each in advice(reading(tmp_path, TODAY)) if each.code == "LC979"]
    assert [Path(each.path).name for each in findings] == ["organisations.yaml", "series.yaml"]


def test_check_tells_it_and_no_other_command_does(tmp_path: Path, labcamp: Labcamp) -> None:
    found(tmp_path, "summary: Hallo  # labcamp: ok weekday-wrong")
    results = [labcamp(command, "--root", tmp_path, "--today", "2026-11-23") for command in ("check", "list")]
    assert ["LC979 exception-unused" in result.err for result in results] == [True, False]
    assert results[0].code == 0
