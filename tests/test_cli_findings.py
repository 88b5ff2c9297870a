"""How findings are told: as text, as JSON, for GitHub; `check` and `explain`."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from conftest import TODAY, Labcamp, one_in

from labcamp.findings import NAMES

BROKEN = """\
number: 12
status: confirmed
date: 2027-03-11
time: 14:00-15:00
agenda:
  - title: "A, b: 100%"
    start: 17:00
access: step-free
"""


@pytest.fixture
def broken(workspace: Path) -> Path:
    """The real series and an event with one session too late."""
    (workspace / "events/labcamp-12.yaml").write_text(BROKEN)
    return workspace


def test_the_real_series_has_only_advice_and_passes(workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("check", "--today", TODAY)
    assert (result.code, result.out) == (
        0,
        "Events checked: 8. No errors. Next: labcamp build\n",
    )
    assert [line.split(":")[0] for line in result.err.splitlines()] == [
        "events/series.yaml",
        "    hint",
        "events/series.yaml",
        "    hint",
        "2 notes",
    ]


def test_strict_makes_advice_an_error(workspace: Path, labcamp: Labcamp) -> None:
    assert labcamp("check", "--strict", "--today", TODAY).code == 1


def test_a_finding_is_told_at_its_place_with_a_hint_and_a_count(broken: Path, labcamp: Labcamp) -> None:
    result = labcamp("check", "--today", TODAY)
    assert result.code == 1
    assert result.err.splitlines()[:2] == [
        "events/labcamp-12.yaml:7:12: LC301 session-outside-event: 'A, b: 100%' starts at 17:00",
        "    hint: the event runs from 14:00 to 15:00",
    ]
    assert result.err.splitlines()[-1] == "1 error, 2 notes"
    assert result.out == "Put this right in the files, then again: labcamp check\n"


def test_findings_are_told_in_german_too(broken: Path, labcamp: Labcamp) -> None:
    result = labcamp("check", "--lang", "de", "--today", TODAY)
    assert result.err.splitlines()[0].startswith(
        "events/labcamp-12.yaml:7:12: LC301 session-outside-event: „A, b: 100%“"
    )
    assert result.err.splitlines()[1].startswith("    Tipp: ")
    assert result.err.splitlines()[-1] == "1 Fehler, 2 Hinweise"


def test_an_empty_link_in_a_text_is_an_error_as_it_is_in_the_mail_made_of_it(workspace: Path, labcamp: Labcamp) -> None:
    event = "number: 12\nstatus: confirmed\ndate: 2027-03-11\naccess: step-free\ndescription: Please [register]().\n"
    (workspace / "events/labcamp-12.yaml").write_text(event)

    checked = labcamp("check", "--today", TODAY)
    built = labcamp("build", "--no-pdf", "--today", TODAY)

    assert (checked.code, built.code) == (1, 1)
    assert checked.err.splitlines()[0] == "events/labcamp-12.yaml:5:21: LC504 link-empty: this link is empty"
    assert built.err.splitlines()[0].endswith("LC504 link-empty: this link is empty")


def test_what_must_not_be_public_stops_every_command_and_is_not_repeated(workspace: Path, labcamp: Labcamp) -> None:
    event = "number: 12\ndate: 2027-03-11\nregistration: {note: 'PIN: 4711, https://zoom.us/j/80000000000'}\n"
    (workspace / "events/labcamp-12.yaml").write_text(event)

    for command in ("check", "build", "export-ics", "render-mail newsletter 12", "check --format json"):
        result = labcamp(*command.split(), "--today", TODAY)
        assert result.code == 1
        assert "4711" not in result.out + result.err
        assert "8000" not in result.out + result.err
        assert "LC522" in result.out + result.err
        assert "LC523" in result.out + result.err


def test_json_holds_everything_and_nothing_else(broken: Path, labcamp: Labcamp) -> None:
    result = labcamp("check", "--format", "json", "--today", TODAY)
    assert (result.code, result.err) == (1, "")
    findings = json.loads(result.out)
    assert [found["level"] for found in findings] == ["error", "advice", "advice"]
    assert findings[0] == {
        "path": "events/labcamp-12.yaml",
        "line": 7,
        "column": 12,
        "code": "LC301",
        "name": "session-outside-event",
        "level": "error",
        "message": "'A, b: 100%' starts at 17:00",
        "hint": "the event runs from 14:00 to 15:00",
    }


def test_json_is_an_array_when_nothing_can_be_read_at_all(tmp_path: Path, labcamp: Labcamp) -> None:
    result = labcamp("check", "--format", "json", "--root", tmp_path)
    assert (result.code, result.err) == (1, "")
    assert [found["code"] for found in json.loads(result.out)] == ["LC001"]


def test_github_annotations_are_escaped(broken: Path, labcamp: Labcamp) -> None:
    result = labcamp("check", "--format", "github", "--today", TODAY)
    assert result.code == 1
    assert result.out.splitlines()[0] == (
        "::error file=events/labcamp-12.yaml,line=7,col=12,title=LC301 session-outside-event::"
        "'A, b: 100%25' starts at 17:00%0Athe event runs from 14:00 to 15:00"
    )
    assert result.out.splitlines()[1].startswith(
        "::warning file=events/series.yaml,title=LC902 imprint-missing::the imprint is missing; "
    )


def test_a_path_with_a_comma_does_not_break_an_annotation(tmp_path: Path, labcamp: Labcamp) -> None:
    odd = tmp_path / "a,b%c"
    odd.mkdir()
    line = labcamp("check", "--format", "github", "--root", odd).out.splitlines()[0]
    assert line.startswith("::error file=")
    assert "a%2Cb%25c/events,title=LC001 no-events::" in line


# GitLab


SCHEMA = json.loads((Path(__file__).parent / "services/gitlab.schema.json").read_text("utf-8"))


def reported(labcamp: Labcamp, *arguments: str) -> list[dict[str, Any]]:
    """What GitLab gets, which is as it documents it."""
    result = labcamp("check", "--format", "gitlab", "--today", TODAY, *arguments)
    assert result.err == ""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    issues: list[dict[str, Any]] = json.loads(result.out)
    jsonschema.Draft202012Validator(SCHEMA).validate(issues)
    prints = [issue["fingerprint"] for issue in issues]
    assert len(set(prints)) == len(prints)
    return issues


def test_gitlab_gets_a_code_quality_report(broken: Path, labcamp: Labcamp) -> None:
    first, *others = reported(labcamp)
    assert {key: value for key, value in first.items() if key != "fingerprint"} == {
        "description": "'A, b: 100%' starts at 17:00 (hint: the event runs from 14:00 to 15:00)",
        "check_name": "LC301 session-outside-event",
        "severity": "major",
        "location": {"path": "events/labcamp-12.yaml", "lines": {"begin": 7}},
    }
    # Advice without a line stands at the first one.
    assert {(issue["severity"], issue["location"]["lines"]["begin"]) for issue in others} == {("minor", 1)}
    assert {issue["severity"] for issue in reported(labcamp, "--strict")} == {"major"}


def test_what_only_moves_to_another_line_keeps_its_fingerprint(broken: Path, labcamp: Labcamp) -> None:
    event = broken / "events/labcamp-12.yaml"
    before = reported(labcamp)[0]
    event.write_text(f"# Eine Zeile mehr\n{BROKEN}")
    moved = reported(labcamp)[0]
    assert (before["fingerprint"], before["location"]["lines"]) == (moved["fingerprint"], {"begin": 7})
    assert moved["location"]["lines"] == {"begin": 8}
    event.write_text(BROKEN.replace("17:00", "18:00"))
    assert reported(labcamp)[0]["fingerprint"] != before["fingerprint"]


def test_a_fingerprint_does_not_depend_on_the_language(broken: Path, labcamp: Labcamp) -> None:
    english, german = ([issue["fingerprint"] for issue in reported(labcamp, "--lang", each)] for each in ("en", "de"))
    assert english == german


def test_the_same_twice_in_a_file_has_two_fingerprints(broken: Path, labcamp: Labcamp) -> None:
    text = "title: T\nlinks: [{title: a, url: x}, {title: b, url: x}]\n"
    (broken / "events/twice.yaml").write_text(text)
    issues = [issue for issue in reported(labcamp) if issue["location"]["path"] == "events/twice.yaml"]
    assert [issue["check_name"] for issue in issues] == ["LC210 not-a-link"] * 2


def test_a_report_says_umlauts_as_they_are(broken: Path, labcamp: Labcamp) -> None:
    (broken / "events/labcamp-12.yaml").write_text("number: zwölf\n", "utf-8")
    for form in ("json", "gitlab"):
        assert "'zwölf' is no whole number" in labcamp("check", "--format", form, "--today", TODAY).out


def test_gitlab_gets_an_empty_list_where_nothing_is_wrong(workspace: Path, labcamp: Labcamp) -> None:
    series = workspace / "events/series.yaml"
    more = "imprint: https://example.org/impressum\nnewsletter: {unsubscribe: https://example.org/weg}\n"
    series.write_text(series.read_text("utf-8") + more, "utf-8")
    result = labcamp("check", "--format", "gitlab", "--today", TODAY)
    assert (result.code, result.out, result.err) == (0, "[]\n", "")


@pytest.mark.parametrize("wanted", ["LC301", "lc301", "session-outside-event"])
def test_explain_takes_a_code_or_a_name(wanted: str, labcamp: Labcamp) -> None:
    result = labcamp("explain", wanted)
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[:4] == [
        "LC301 session-outside-event",
        "  says: '‹title›' starts at ‹start›",
        "  hint: the event runs from ‹opening› to ‹end›",
        "  or: the event begins at ‹opening›",
    ]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("code", one_in(4, tuple(NAMES)))
def test_every_finding_can_be_explained(code: str, language: str, labcamp: Labcamp) -> None:
    result = labcamp("explain", code, "--lang", language)
    assert (result.code, result.err) == (0, "")
    assert len(result.out.splitlines()) > 4


def test_explain_alone_lists_all_codes_and_names(labcamp: Labcamp) -> None:
    lines = labcamp("explain").out.splitlines()
    assert lines[:-1] == [f"{code}  {name}" for code, name in NAMES.items()]


@pytest.mark.shows("LC012")
def test_an_unknown_code_names_the_nearest(labcamp: Labcamp) -> None:
    assert labcamp("explain", "session-outside-evnt") == (
        2,
        "",
        "LC012 unknown-code: there is no finding 'session-outside-evnt'\n"
        "    hint: did you mean LC301? `labcamp explain` shows all\n"
        "1 error\n",
    )
