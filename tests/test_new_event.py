"""`new-event`: what it proposes, asks, writes and refuses."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from conftest import REPOSITORY, TODAY, Labcamp, Result
from hypothesis import example, given
from hypothesis import strategies as st

from labcamp.check import check_event
from labcamp.commands.new_event import errors, given_options
from labcamp.files.read import read_source, source_of
from labcamp.findings import UsageError
from labcamp.model import Organisation
from labcamp.model.texts import one_line
from labcamp.render.event_file import NewEvent, event_file
from labcamp.render.templates import open_templates
from labcamp.workspace import load

HOSTS = ("kennung-aus-organisations-yaml", "id-from-organisations-yaml")
TEMPLATES = open_templates(REPOSITORY)
SERIES = load(REPOSITORY, dt.date.fromisoformat(TODAY))


def data(workspace: Path, id_: str) -> dict[str, object]:
    return read_source(workspace / f"events/{id_}.yaml", "").data


def new_event(labcamp: Labcamp, *arguments: str) -> Result:
    return labcamp("new-event", "--today", TODAY, *arguments)


def test_without_a_terminal_what_is_not_given_is_left_open(workspace: Path, labcamp: Labcamp) -> None:
    assert new_event(labcamp) == (
        0,
        "created    events/labcamp-12.yaml\n"
        "created    events/event.schema.json\n"
        "Fill in more of events/labcamp-12.yaml, then: labcamp check\n",
        "",
    )
    assert data(workspace, "labcamp-12") == {"number": "12", "status": "draft"}


def test_yes_takes_the_proposals(workspace: Path, labcamp: Labcamp) -> None:
    assert new_event(labcamp, "--yes").code == 0
    assert data(workspace, "labcamp-12") == {
        "number": "12",
        "status": "draft",
        "date": "2027-09-09",  # a Thursday like the last one, half a year later
        "time": "14:00-17:00",
        "place": "online",
    }


def test_a_proposed_day_is_never_over(workspace: Path, labcamp: Labcamp) -> None:
    labcamp("new-event", "--today", "2030-01-01", "--yes")
    assert data(workspace, "labcamp-12")["date"] == "2030-07-04"


def test_everything_can_be_given_as_options(workspace: Path, labcamp: Labcamp) -> None:
    result = new_event(
        labcamp, "--number", "20", "--title", "Sommerlabor", "--theme", "Eis: ja #sommer", "--date", "11.03.2028",
        "--time", "9.30 bis 12 Uhr", "--place", "Haus am See", "--host", "witi", "--host", "rhein-neckar",
        "--status", "confirmed", "--id", "sommer", "--language", "de-AT",
    )  # fmt: skip
    assert result.code == 0
    assert data(workspace, "sommer") == {
        "number": "20",
        "title": "Sommerlabor",
        "theme": "Eis: ja #sommer",
        "status": "confirmed",
        "date": "11.03.2028",
        "time": "9.30 bis 12 Uhr",
        "language": "de-AT",
        "place": "Haus am See",
        "hosts": ["witi", "rhein-neckar"],
    }


def test_what_it_writes_passes_the_check(workspace: Path, labcamp: Labcamp) -> None:
    new_event(labcamp, "--yes", "--theme", 'a: "b" # c', "--host", "witi")
    assert labcamp("check", "--today", TODAY).code == 0


def test_a_title_without_a_number_gives_the_name_of_the_file(workspace: Path, labcamp: Labcamp) -> None:
    new_event(labcamp, "--title", "Küchentisch für alle!")
    assert data(workspace, "kuechentisch-fuer-alle") == {"title": "Küchentisch für alle!", "status": "draft"}


def test_the_comments_speak_the_language_of_the_series(workspace: Path, labcamp: Labcamp) -> None:
    new_event(labcamp)
    text = (workspace / "events/labcamp-12.yaml").read_text("utf-8")
    assert text.startswith("# LabCamp #12\n# yaml-language-server: $schema=event.schema.json\n# Zeilen, die mit #")
    new_event(labcamp, "--number", "13", "--language", "en")
    assert "# labcamp does not read lines" in (workspace / "events/labcamp-13.yaml").read_text("utf-8")


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_example_in_the_comments_is_right(language: str) -> None:
    """Filled in by deleting the `# `, they make an event that has nothing wrong with its keys."""
    new = NewEvent("x", "X", language, {"number": "1", "status": "draft"})
    text = event_file(TEMPLATES, new).content.decode()
    keys = {"theme", "date", "time", "place", "hosts", "access", "summary", "description", "registration", "agenda"}
    keys |= {"agreed"}
    inner = (" ", "number", "status")
    lines = [line.removeprefix("# ").split("      ")[0] for line in text.splitlines()]
    filled = [line for line in lines if line.split(":")[0] in keys or line.startswith(inner)]
    organisations = {name: Organisation(name=name) for name in ("kennung", "id", *HOSTS)}
    source = source_of("\n".join(filled).encode(), "x.yaml")
    event, findings = check_event("x", source, SERIES.series, organisations)
    assert set(source.data) == {*keys, "number", "status"}
    assert (event is not None, findings) == (True, ())


@pytest.mark.shows("LC007")
def test_nothing_is_ever_overwritten(workspace: Path, labcamp: Labcamp) -> None:
    before = (workspace / "events/labcamp-10.yaml").read_bytes()
    result = new_event(labcamp, "--title", "x", "--id", "labcamp-10")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("events/labcamp-10.yaml: LC007 already-there: ")
    assert "hint: take another name (--id) or edit the file that is there" in result.err
    assert (workspace / "events/labcamp-10.yaml").read_bytes() == before


def test_a_dry_run_writes_nothing(workspace: Path, labcamp: Labcamp) -> None:
    assert new_event(labcamp, "--dry-run").out.splitlines()[0] == "new        events/labcamp-12.yaml"
    assert not (workspace / "events/labcamp-12.yaml").exists()
    assert not (workspace / "events/event.schema.json").exists()


def test_all_options_that_are_wrong_are_told_at_once(workspace: Path, labcamp: Labcamp) -> None:
    result = new_event(
        labcamp, "--number", "10", "--title", "", "--date", "2027-02-30", "--time", "25:00", "--host", "wti",
        "--status", "fest", "--language", "fr", "--id", "Nein!",
    )  # fmt: skip
    assert (result.code, result.out) == (2, "")
    assert [tuple(line.split()[:2]) for line in result.err.splitlines() if line.startswith("--")] == [
        ("--number:", "LC311"),
        ("--title:", "LC219"),
        ("--date:", "LC206"),
        ("--time:", "LC207"),
        ("--host:", "LC212"),
        ("--language:", "LC209"),
        ("--status:", "LC209"),
        ("--id:", "LC217"),
    ]
    assert "    hint: did you mean 'witi'?" in result.err.splitlines()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--status", "confirmed"), "LC316"),
        (("--date", "2027-03-11", "--time", "17:00-14:00"), "LC305"),
        (("--date", "2027-03-28", "--time", "2:30"), "LC306"),
        (("--date", "2027-03-11", "--status", "confirmed", "--theme", "TBA"), "LC309"),
    ],
)
def test_options_that_do_not_go_together_are_told_before_anything_is_written(
    arguments: tuple[str, ...], code: str, workspace: Path, labcamp: Labcamp
) -> None:
    result = new_event(labcamp, *arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.split()[:2] == ["events/labcamp-12.yaml:", code]
    assert not (workspace / "events/labcamp-12.yaml").exists()


def test_a_sign_that_no_file_can_hold_is_refused(workspace: Path, labcamp: Labcamp) -> None:
    result = new_event(labcamp, "--theme", "a\x07b")
    assert (result.code, result.err.split()[:2]) == (2, ["--theme:", "LC107"])
    assert new_event(labcamp, "--theme", "a\udc80b").code == 2


def test_another_broken_event_is_told_but_does_not_stop_it(workspace: Path, labcamp: Labcamp) -> None:
    (workspace / "events/labcamp-12.yaml").write_text("number: 12\nagenda: [\n")
    result = new_event(labcamp)
    assert result.code == 0
    assert result.out.splitlines()[0] == "created    events/labcamp-13.yaml"
    assert result.err.startswith("events/labcamp-12.yaml:2:9: LC117 ")


def test_a_broken_series_stops_it(workspace: Path, labcamp: Labcamp) -> None:
    (workspace / "events/series.yaml").write_text("id: labcamp\n")
    result = new_event(labcamp)
    assert (result.code, result.out) == (1, "")
    assert "events/series.yaml:1:1: LC201 key-missing" in result.err


def test_an_old_schema_is_replaced_and_a_current_one_left_alone(workspace: Path, labcamp: Labcamp) -> None:
    (workspace / "events/event.schema.json").write_text("{}")
    assert "updated    events/event.schema.json" in new_event(labcamp).out
    assert "event.schema.json" not in new_event(labcamp).out


ODD = (
    "# x",
    "a # b",
    "a: b",
    "- x",
    "? x",
    "null",
    "~",
    "yes",
    "12",
    "1e3",
    "2027-03-11",
    "@x",
    "`x",
    "%x",
    "{a}",
    "[a",
    "'",
    '"',
    "\\",
    "!x",
    "&x",
    "*x",
    "|",
    ">",
    "=",
    "<<",
    "---",
    "...",
    "🎉 x",
    "x\u200by",
    "a\u00a0b",
    "a\u2028b",
    "\ufeffx",
    "a\x85b",
    "{{ 7 * 7 }}",
    "{% x %}",
    "x:",
    ":x",
    "é" * 300,
    "א b",
    "-",
    "…",
)


def assert_reads_back(text: str) -> None:
    """What can be refused is refused; everything else stands in the file as it was asked for."""
    try:
        values = given_options(SERIES, {"title": text, "theme": text, "place": text}, None)
    except UsageError as problem:
        codes = {found.code for found in problem.findings}
    else:
        codes = set()
    if codes:
        assert codes <= {"LC107", "LC219"}
        return
    whole = values | {"status": "draft"}
    assert errors(SERIES, whole) == []
    content = event_file(TEMPLATES, NewEvent("x", text, "de", whole)).content
    expected = {"title": one_line(text), "theme": one_line(text), "place": one_line(text), "status": "draft"}
    assert source_of(content, "x.yaml").data == expected
    assert yaml.safe_load(content.decode()) == expected


@given(st.text())
@example("\udc80")
@example("\x1b[31m")
def test_any_text_reads_back_as_it_was_asked_for(text: str) -> None:
    assert_reads_back(text)


@pytest.mark.parametrize("text", ODD)
def test_texts_that_mean_something_in_yaml_read_back_too(text: str) -> None:
    assert_reads_back(text)


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, str]], list[str]]:
    """Somebody who answers by what a question begins with, else with Enter; the list takes what is asked."""

    def begin(answers: dict[str, str]) -> list[str]:
        asked: list[str] = []

        def answer(question: str) -> str:
            asked.append(question)
            return next((text for start, text in answers.items() if question.startswith(start)), "")

        monkeypatch.setattr("labcamp.commands.new_event.somebody_sits_here", lambda: True)
        monkeypatch.setattr("builtins.input", answer)
        return asked

    return begin


def test_a_new_host_is_entered_with_its_name(workspace: Path, labcamp: Labcamp) -> None:
    organisations = workspace / "events/organisations.yaml"
    before = organisations.read_bytes()
    result = new_event(labcamp, "--host", "Stadtbibliothek Köln: Lab", "--host", "witi", "--lang", "de")
    assert result.code == 0
    assert result.out.splitlines()[:2] == [
        "erneuert     events/organisations.yaml",
        "  neu: Stadtbibliothek Köln: Lab (stadtbibliothek-koeln-lab). "
        "Ort und Region ergänzt ihr in events/organisations.yaml.",
    ]
    assert data(workspace, "labcamp-12")["hosts"] == ["stadtbibliothek-koeln-lab", "witi"]
    assert organisations.read_bytes() == before + (
        '\nstadtbibliothek-koeln-lab:\n  name: "Stadtbibliothek Köln: Lab"\n'.encode()
    )
    assert labcamp("check", "--today", TODAY).code == 0
    assert labcamp("undo").code == 0
    assert (organisations.read_bytes(), (workspace / "events/labcamp-12.yaml").exists()) == (before, False)


def test_a_host_is_known_by_its_name(workspace: Path, labcamp: Labcamp) -> None:
    names = {organisation.name: id_ for id_, organisation in SERIES.organisations.items()}
    before = (workspace / "events/organisations.yaml").read_bytes()
    new_event(labcamp, "--host", "citylab berlin")
    assert data(workspace, "labcamp-12")["hosts"] == [names["CityLAB Berlin"]]
    assert (workspace / "events/organisations.yaml").read_bytes() == before


def test_organisations_in_braces_are_not_touched(workspace: Path, labcamp: Labcamp) -> None:
    (workspace / "events/organisations.yaml").write_text("{}\n", "utf-8")
    for path in (workspace / "events").glob("labcamp-*.yaml"):
        path.unlink()
    (workspace / "events/series.yaml").write_text("id: a\ntitle: A\ndomain: example.org\n", "utf-8")
    result = new_event(labcamp, "--host", "Neues Labor")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("events/organisations.yaml: LC021 cannot-edit: ")


def test_at_a_terminal_a_new_host_is_asked_for(
    workspace: Path, labcamp: Labcamp, answering: Callable[[dict[str, str]], list[str]]
) -> None:
    asked = answering({"Gastgeber": "witi, Neues Labor", "„Neues Labor“": "j"})
    result = new_event(labcamp, "--lang", "de")
    assert result.code == 0
    assert "„Neues Labor“ steht noch nicht in organisations.yaml. Eintragen als neues-labor? [J/n] " in asked
    assert data(workspace, "labcamp-12")["hosts"] == ["witi", "neues-labor"]


def test_who_did_not_mean_a_new_host_is_asked_again(
    workspace: Path, labcamp: Labcamp, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["", "", "", "", "", "Neus Labor", "n", "witi"])
    monkeypatch.setattr("labcamp.commands.new_event.somebody_sits_here", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    assert new_event(labcamp, "--lang", "de").code == 0
    assert data(workspace, "labcamp-12")["hosts"] == ["witi"]


def test_a_name_that_nobody_likes_to_type_is_asked_for(
    workspace: Path, labcamp: Labcamp, answering: Callable[[dict[str, str]], list[str]]
) -> None:
    asked = answering({"Kurzer Name": "bibliotheken"})
    title = "Makerspace-Runde der öffentlichen Bibliotheken"
    assert new_event(labcamp, "--title", title, "--lang", "de").code == 0
    assert "Kurzer Name der Datei [makerspace-runde-der-oeffentlichen-bibliotheken]: " in asked
    assert data(workspace, "bibliotheken")["title"] == title
    asked = answering({})
    assert new_event(labcamp, "--lang", "de").code == 0
    assert not [question for question in asked if question.startswith("Kurzer")]


def test_a_day_that_is_over_is_told(workspace: Path, labcamp: Labcamp) -> None:
    result = new_event(labcamp, "--date", "1. Februar 2020", "--lang", "de")
    assert (result.code, "Achtung: Der 01.02.2020 ist schon vorbei." in result.out.splitlines()) == (0, True)
    assert "Achtung" not in new_event(labcamp, "--date", "2028-02-01", "--lang", "de").out
