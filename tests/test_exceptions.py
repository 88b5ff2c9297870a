"""A comment in a file takes exception to a rule, for a line or a text, and for nothing else."""

from pathlib import Path

import pytest
from sample import ORGANISATIONS, SERIES, TODAY

from labcamp.workspace import load

DATED = "title: Treffen\nstatus: confirmed\ndate: 2027-03-11\n"  # a Thursday
PLAIN = "imprint: https://example.org/impressum\nnewsletter: {unsubscribe: https://example.org/abmelden}\n"


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
