"""`init`, `templates` and `schema`: a new workspace, and what one can build on."""

import json
from pathlib import Path

import pytest
from conftest import TODAY, Labcamp

from labcamp.files.read import read_source
from labcamp.files.templates import names, packaged


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.fixture
def new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder; it is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("language", "id_"), [("en", "our-meetings"), ("de", "unsere-treffen")])
def test_init_makes_a_series_that_passes_the_check_and_builds(
    language: str, id_: str, new: Path, labcamp: Labcamp
) -> None:
    assert labcamp("init", "--today", TODAY, "--lang", language).code == 0
    assert set(files(new)) == {
        ".gitignore",
        "events/event.schema.json",
        "events/organisations.yaml",
        f"events/{id_}-1.yaml",
        "events/series.yaml",
    }
    assert labcamp("check", "--today", TODAY).code == 0
    assert labcamp("build", "--today", TODAY).code == 0
    assert (new / f"out/{id_}-1/invitation.html").is_file()
    assert (new / ".gitignore").read_text() == "out/\nprivate/\n"


def test_a_second_run_says_that_everything_is_there_and_touches_nothing(new: Path, labcamp: Labcamp) -> None:
    labcamp("init", "--today", TODAY)
    before = files(new)
    assert labcamp("init", "--today", TODAY) == (0, "Everything is here already. Go on with: labcamp list\n", "")
    assert files(new) == before


def test_init_takes_a_folder_and_the_answers_as_options(new: Path, labcamp: Labcamp) -> None:
    names_ = ("--title", 'Runde: "A" #1', "--organiser", "Haus & Hof")
    result = labcamp("init", "there", "--today", TODAY, *names_, "--domain", "lab.example", "--mail", "a@lab.example")
    assert (result.code, result.out.splitlines()[-1]) == (
        0,
        "Look at the files in there/events, then: labcamp build --root there",
    )
    assert labcamp("check", "--root", "there", "--today", TODAY).code == 0
    assert labcamp("show", "--root", "there", "--today", TODAY).out.splitlines()[0] == (
        'Runde: "A" #1 #1: An example to change'
    )


def test_wrong_answers_are_told_at_once_and_nothing_is_written(new: Path, labcamp: Labcamp) -> None:
    result = labcamp("init", "--domain", "https://x.de/", "--mail", "nobody@", "--title", " ", "--organiser", "a\x01")
    assert (result.code, result.out, files(new)) == (2, "", {})
    assert [line.split()[:2] for line in result.err.splitlines() if line.startswith("--")] == [
        ["--title:", "LC219"],
        ["--domain:", "LC218"],
        ["--organiser:", "LC107"],
        ["--mail:", "LC215"],
    ]


def test_init_overwrites_nothing_and_adds_what_is_missing(workspace: Path, labcamp: Labcamp) -> None:
    (workspace / ".gitignore").write_text("*.log\nout/\n")
    (workspace / "events/event.schema.json").unlink(missing_ok=True)
    before = files(workspace)
    result = labcamp("init", "--today", TODAY)
    assert result.out.splitlines() == [
        "created    events/event.schema.json",
        ".gitignore still lacks: private/. Without it drafts and private data get into git.",
        "Everything is here already. Go on with: labcamp list",
    ]
    assert {name: content for name, content in files(workspace).items() if name in before} == before


def test_where_events_are_but_no_series_init_makes_no_example(workspace: Path, labcamp: Labcamp) -> None:
    (workspace / "events/series.yaml").unlink()
    assert "hint: `labcamp init` writes one and overwrites nothing" in labcamp("check").err
    assert labcamp("init", "--today", TODAY).out.splitlines()[0] == "created    events/series.yaml"
    assert not (workspace / "events/our-meetings-1.yaml").exists()
    assert labcamp("check", "--today", TODAY).code == 0


def test_a_file_where_the_folder_should_be_is_a_finding(new: Path, labcamp: Labcamp) -> None:
    (new / "there").touch()
    result = labcamp("init", "there")
    assert (result.code, result.out, result.err.split()[:2]) == (1, "", ["there:", "LC002"])


def test_templates_says_which_file_wins(workspace: Path, labcamp: Labcamp) -> None:
    assert labcamp("templates", "--copy", "agenda.html.j2").out.splitlines() == [
        "created    templates/agenda.html.j2",
        "Change templates/agenda.html.j2; from now on it wins over the packaged one. Then: labcamp build",
    ]
    table = dict(line.split(maxsplit=1) for line in labcamp("templates").out.splitlines()[:-1])
    assert set(table) == set(names(workspace))
    assert table["agenda.html.j2"] == "agenda as a page: templates/agenda.html.j2"
    assert table["agenda.md.j2"] == "agenda as Markdown"
    assert (workspace / "templates/agenda.html.j2").read_bytes() == packaged().joinpath("agenda.html.j2").read_bytes()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("agenda.html.j2", "LC007"),
        pytest.param("agnda.html.j2", "LC009", marks=pytest.mark.shows("LC009")),
        ("fonts", "LC009"),
        ("../agenda.html.j2", "LC006"),
        ("/etc/passwd", "LC006"),
    ],
)
def test_what_cannot_be_copied_says_why(name: str, code: str, workspace: Path, labcamp: Labcamp) -> None:
    labcamp("templates", "--copy", "agenda.html.j2")
    before = files(workspace)
    result = labcamp("templates", "--copy", name)
    assert (result.code > 0, result.out, "--id" in result.err) == (True, "", False)
    assert f"{code} " in result.err
    assert files(workspace) == before


def test_schema_prints_the_same_that_is_written(workspace: Path, labcamp: Labcamp) -> None:
    labcamp("new-event", "--today", TODAY)
    result = labcamp("schema")
    assert json.loads(result.out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert result.out == (workspace / "events/event.schema.json").read_text("utf-8")


@pytest.mark.parametrize("language", ["de", "en"])
def test_what_init_wrote_as_an_example_is_told_once_the_event_is_confirmed(
    language: str, new: Path, labcamp: Labcamp
) -> None:
    labcamp("init", "--yes", "--today", TODAY, "--lang", language)
    (file,) = (path for path in (new / "events").glob("*-1.yaml"))
    assert "LC910" not in labcamp("check", "--today", TODAY).err
    text = file.read_text("utf-8").replace("status: draft", "status: confirmed")
    text = text.replace("# access: ", "access: ").replace("# summary: ", "summary: ")
    file.write_text(text, "utf-8")
    told = [line for line in labcamp("check", "--today", TODAY, "--lang", "en").err.splitlines() if "LC910" in line]
    words = {
        "de": ["Ein Beispiel zum Ändern", "Was Menschen hilft", "Ein oder zwei Sätze", "Ein Impuls"],
        "en": ["An example to change", "What helps people", "One or two sentences", "An input"],
    }
    found = [next(word for word in words[language] if word in line) for line in told if file.name in line]
    assert found == words[language]
    series = [line for line in told if "series.yaml" in line]
    assert any({"de": "Unsere Treffen", "en": "Our Meetings"}[language] in line for line in series)


def test_the_registration_in_the_comments_closes_before_the_event(new: Path, labcamp: Labcamp) -> None:
    labcamp("init", "--yes", "--today", TODAY, "--lang", "de")
    (file,) = (path for path in (new / "events").glob("*-1.yaml"))
    file.write_text(file.read_text("utf-8").replace("# registration", "registration"), "utf-8")
    assert labcamp("check", "--today", TODAY).code == 0


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (["Makerspace-Runde der Bibliotheken", "makerlib", "-", "-", "-"], ("makerlib", "example.org", None)),
        (
            ["Runde", "", "lab.example", "Haus", "makerspace", "a@lab.example"],
            ("runde", "lab.example", "a@lab.example"),
        ),
        (["Runde", "Nein!", "nein", "lab.example", "Haus", ""], ("nein", "lab.example", None)),
    ],
)
def test_a_person_is_asked_for_a_short_name_and_may_leave_open_what_is_not_known(
    answers: list[str],
    expected: tuple[str, str, str | None],
    new: Path,
    labcamp: Labcamp,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    left = iter(answers)
    monkeypatch.setattr("labcamp.commands.init.somebody_sits_here", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: next(left))
    assert labcamp("init", "--today", TODAY, "--lang", "de").code == 0
    series = read_source(new / "events/series.yaml", "").data
    assert (series["id"], series["domain"], series.get("contact")) == expected
    assert (new / f"events/{expected[0]}-1.yaml").is_file()
    assert list(left) == []


def test_a_mail_address_that_is_none_is_refused(new: Path, labcamp: Labcamp) -> None:
    result = labcamp("init", "--yes", "--mail", "makerspace")
    assert (result.code, result.err.split()[:2], files(new)) == (2, ["--mail:", "LC215"], {})


CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//a//b//DE
X-WR-CALNAME:Laborrunde
X-WR-TIMEZONE:Europe/Vienna
BEGIN:VEVENT
UID:eins
DTSTAMP:20251101T101500Z
DTSTART:20260311T130000Z
DTEND:20260311T160000Z
SUMMARY:Laborrunde #1: Anfangen
END:VEVENT
BEGIN:VEVENT
UID:zwei
DTSTAMP:20251101T101500Z
DTSTART;TZID=Europe/Vienna:20270311T140000
DTEND;TZID=Europe/Vienna:20270311T170000
SUMMARY:Laborrunde #2: Weitermachen
END:VEVENT
END:VCALENDAR
"""


def test_a_series_begins_with_what_is_there_already(new: Path, labcamp: Labcamp) -> None:
    (new / "alt.ics").write_text(CALENDAR, "utf-8")
    result = labcamp("init", "--from", "alt.ics", "--domain", "lab.example", "--yes", "--today", TODAY, "--lang", "de")
    assert (result.code, result.out) == (
        0,
        "Titel             Laborrunde\n"
        "Muster der Titel  Laborrunde #{number}\n"
        "Zeitzone          Europe/Vienna\n"
        "Sprache           de\n"
        "\n"
        "Urteil Datum      Titel                       Treffen      woher\n"
        f"{'─' * 69}\n"
        "neu    11.03.2026 Laborrunde #1: Anfangen     laborrunde-1 alt.ics:6\n"
        "neu    11.03.2027 Laborrunde #2: Weitermachen laborrunde-2 alt.ics:13\n"
        "\n"
        "Neu: 2, bekannt: 0, unklar: 0.\n"
        "angelegt     events/organisations.yaml\n"
        "angelegt     events/series.yaml\n"
        "angelegt     .gitignore\n"
        "angelegt     events/laborrunde-1.yaml\n"
        "angelegt     events/laborrunde-2.yaml\n"
        "angelegt     events/event.schema.json\n"
        "Seht die Dateien durch, dann: labcamp check. Alles wieder zurück: labcamp undo\n",
    )
    series = read_source(new / "events/series.yaml", "").data
    assert {key: series[key] for key in ("id", "title", "title_pattern", "language", "zone", "domain")} == {
        "id": "laborrunde",
        "title": "Laborrunde",
        "title_pattern": "Laborrunde #{number}",
        "language": "de",
        "zone": "Europe/Vienna",
        "domain": "lab.example",
    }
    # A moment in UTC is one on the clock of the files
    assert read_source(new / "events/laborrunde-1.yaml", "").data["time"] == "14:00-17:00"
    assert labcamp("check", "--today", TODAY).code == 0
    assert labcamp("import", "alt.ics", "--today", TODAY).out.splitlines()[-2:] == [
        "New: 0, known: 2, unclear: 0.",
        "Nothing new. Nothing is written.",
    ]


def test_a_dry_run_from_files_writes_nothing(new: Path, labcamp: Labcamp) -> None:
    (new / "alt.ics").write_text(CALENDAR, "utf-8")
    assert labcamp("init", "--from", "alt.ics", "--dry-run", "--today", TODAY).code == 0
    assert list(files(new)) == ["alt.ics"]


@pytest.mark.shows("LC880")
def test_where_there_is_a_series_init_from_leads_to_import(new: Path, labcamp: Labcamp) -> None:
    (new / "alt.ics").write_text(CALENDAR, "utf-8")
    labcamp("init", "--today", TODAY)
    before = files(new)
    assert labcamp("init", "--from", "alt.ics", "--yes", "--today", TODAY) == (
        2,
        "",
        "events: LC880 series-there-already: there is a series here already\n"
        "    hint: use labcamp import, and the events of the files are added\n"
        "1 error\n",
    )
    assert files(new) == before


def test_a_broken_file_begins_no_series(new: Path, labcamp: Labcamp) -> None:
    (new / "alt.ics").write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "utf-8")
    result = labcamp("init", "--from", "alt.ics", "--yes", "--today", TODAY)
    assert (result.code, result.err.splitlines()[-1], list(files(new))) == (1, "Nothing is written.", ["alt.ics"])
