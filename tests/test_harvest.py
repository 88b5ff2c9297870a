"""`harvest` shows what was said at the events, by topic, and makes it the beginning of a paper."""

import csv
import datetime as dt
import io
import re
from collections.abc import Callable
from pathlib import Path

import made_papers
import pytest
from conftest import Labcamp
from terminal import shown
from test_papers import FILES, write

from labcamp.render.papers.harvest import as_paper, harvest_of
from labcamp.render.stage import stage_of
from labcamp.workspace import load

BOM = "\ufeff"


def harvested(labcamp: Labcamp, root: Path, *arguments: str, language: str = "de") -> str:
    """What the command prints."""
    code, out, err = labcamp("--lang", language, "harvest", "--root", str(root), "--today", "2027-05-01", *arguments)
    assert (code, err) == (0, "")
    return out


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a table as CSV, by the names of its columns."""
    return list(csv.DictReader(io.StringIO(text.removeprefix(BOM)), delimiter=";"))


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("form", ["yaml", "md", "csv"])
def test_all_that_was_said_in_each_form(
    language: str, form: str, tmp_path: Path, labcamp: Labcamp, golden: Callable[[str, bytes], None]
) -> None:
    write(tmp_path, language)
    printed = harvested(labcamp, tmp_path, "--format", form, language=language)
    golden(f"papers/{language}.harvest.{form}", printed.encode())


def test_it_counts_the_meetings_labs_and_countries_of_each_topic(tmp_path: Path) -> None:
    root = made_papers.write_series(tmp_path)
    workspace = load(root, made_today())
    found = {heap.id: tuple(map(len, heap.support)) for heap in harvest_of(workspace).heaps if heap.name}
    assert found == made_papers.TOPIC_COUNTS
    assert len(harvest_of(workspace).said) == made_papers.TAKEAWAYS


def made_today() -> dt.date:
    """A day on which the paper of the made-up series is published."""
    return dt.date.fromisoformat(made_papers.PUBLISHED)


@pytest.mark.parametrize(
    ("arguments", "sources"),
    [
        (["--topic", "geld"], ["treff-1/atlas#1", "treff-1/atlas#geld", "treff-1/atlas#3"]),
        (["--topic", "finanzierung"], ["treff-1/atlas#1", "treff-1/atlas#geld", "treff-1/atlas#3"]),
        (["--since", "2"], ["treff-2/geburt#1", "treff-3/spaeter#1"]),
        (["--since", "treff-2", "--until", "#2"], ["treff-2/geburt#1"]),
        (["--since", "2", "--topic", "geld"], []),
    ],
)
def test_it_can_be_about_a_topic_or_some_events_alone(
    arguments: list[str], sources: list[str], tmp_path: Path, labcamp: Labcamp
) -> None:
    write(tmp_path)
    code, out, err = labcamp("harvest", "--format", "csv", "--root", str(tmp_path), *arguments)
    assert code == 0
    assert [row["source"] for row in rows(out)] == sources
    assert ("There is nothing about that yet." in err) is not bool(sources)


def test_what_it_writes_is_a_paper_in_which_nothing_is_wrong(tmp_path: Path, labcamp: Labcamp) -> None:
    write(tmp_path)
    before = load(tmp_path, made_today()).findings
    told = harvested(labcamp, tmp_path, "--write", "neu")
    assert ("events/papers/neu.yaml" in told, "events/papers/paper.schema.json" in told) == (True, True)
    after = load(tmp_path, made_today())
    assert after.findings == before
    paper = next(paper for paper in after.papers if paper.id == "neu")
    assert [(each.title, len(each.sources)) for each in paper.findings] == [("Auftrag", 3), ("Finanzierung", 3)]
    assert paper.rest == "by topic"
    file = tmp_path / "events/papers/neu.yaml"
    file.write_text(re.sub(r"^# (version|date|licence):", r"\1:", file.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    paper = next(paper for paper in load(tmp_path, made_today()).papers if paper.id == "neu")
    assert (paper.version, paper.date, paper.licence) == ("0.1", dt.date(2027, 4, 1), "CC BY 4.0")


def test_what_it_writes_reads_back_whatever_people_have_typed(tmp_path: Path) -> None:
    text = """- # : {x} [y] 'a' "b" & * ! | > % @ ` \\ „ü“ =1+1"""
    quoted = text.replace("'", "''")
    topics = f"auftrag: {{name: '{quoted}'}}\ngeld: {{name: '{quoted}'}}\n"
    event = FILES["treff-1.yaml"].format().replace("Labore brauchen einen Auftrag", f"'{quoted}'")
    workspace = write(tmp_path, **{"topics.yaml": topics, "treff-1.yaml": event})
    artefact = as_paper(stage_of(workspace), harvest_of(workspace), "neu")
    (tmp_path / "events/papers/neu.yaml").write_bytes(artefact.content)
    (paper,) = (paper for paper in load(tmp_path, made_today()).papers if paper.id == "neu")
    assert [each.title for each in paper.findings] == [f"{text} (auftrag)", f"{text} (geld)"]
    assert load(tmp_path, made_today()).errors == ()


@pytest.mark.parametrize("name", ["paper", "Kein Name"])
def test_it_overwrites_nothing_and_writes_under_no_name_that_is_none(
    name: str, tmp_path: Path, labcamp: Labcamp
) -> None:
    write(tmp_path)
    files = {path: path.read_bytes() for path in (tmp_path / "events/papers").iterdir()}
    code, _, err = labcamp("harvest", "--write", name, "--root", str(tmp_path))
    assert code in {1, 2}
    assert ("LC007" in err) is (name == "paper")
    assert {path: path.read_bytes() for path in (tmp_path / "events/papers").iterdir()} == files


def test_a_cell_that_begins_as_a_formula_is_none(tmp_path: Path, labcamp: Labcamp) -> None:
    event = FILES["treff-3.yaml"].format().replace("Später gesagt", "'=1+1'")
    write(tmp_path, **{"treff-3.yaml": event})
    assert "'=1+1" in [row["gesagt"] for row in rows(harvested(labcamp, tmp_path, "--format", "csv"))]


@pytest.mark.parametrize("form", ["table", "yaml", "md", "csv"])
def test_who_is_hidden_and_what_is_not_public_is_in_no_form(form: str, tmp_path: Path, labcamp: Labcamp) -> None:
    write(tmp_path)
    text = harvested(labcamp, tmp_path, "--format", form)
    assert "Otto" not in text
    assert "Verschwiegen" not in text
    assert "treff-1/fragen-an-otto-geheim#1" in text or form == "md"  # how a paper has to name it


def test_where_nothing_was_said_it_says_so_and_what_to_do(tmp_path: Path, labcamp: Labcamp) -> None:
    (tmp_path / "events").mkdir()
    for name in ("series.yaml", "organisations.yaml"):
        (tmp_path / "events" / name).write_text(FILES[name].format(language="de"), "utf-8")
    (tmp_path / "events/treff-1.yaml").write_text("title: T\nstatus: confirmed\ndate: 2026-01-01\n", "utf-8")
    assert "takeaways:" in harvested(labcamp, tmp_path)


@pytest.mark.shows("LC769")
def test_a_topic_that_there_is_not_is_told_with_the_nearest(tmp_path: Path, labcamp: Labcamp) -> None:
    write(tmp_path)
    code, _, err = labcamp("harvest", "--topic", "Finanzirung", "--root", str(tmp_path))
    assert code == 2
    assert "'Finanzierung'" in err


@pytest.mark.parametrize(("option", "name", "code"), [("--since", "treff-22", "LC008"), ("--until", "9", "LC008")])
def test_an_event_that_there_is_not_is_told(
    option: str, name: str, code: str, tmp_path: Path, labcamp: Labcamp
) -> None:
    write(tmp_path)
    assert code in labcamp("harvest", option, name, "--root", str(tmp_path))[2]


@pytest.mark.parametrize("columns", ["40", "100"])
def test_at_a_terminal_no_line_is_wider_than_it(columns: str, tmp_path: Path, environment: dict[str, str]) -> None:
    write(tmp_path)
    look = environment | {"COLUMNS": columns, "LABCAMP_LANG": "de", "TERM": "dumb"}
    lines = shown(("-m", "labcamp", "harvest", "--today", "2027-05-01"), look, tmp_path).splitlines()
    assert max(map(len, lines)) <= int(columns)
    assert [line for line in lines if line in {"Auftrag", "Finanzierung", "Ohne Thema"}] == [
        "Auftrag",
        "Finanzierung",
        "Ohne Thema",
    ]
