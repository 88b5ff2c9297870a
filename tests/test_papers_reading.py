"""Papers are read, checked and recorded: what is wrong is told at its line, and stops nothing but the paper."""

import datetime as dt
import io
import json
import os
import sys
from pathlib import Path

import pytest
from conftest import Labcamp, Result

from labcamp.files.read import read_source
from labcamp.model.licences import licence_of, nearest_licence
from labcamp.workspace import Reading, errors_about, load, reading, without_broken

TODAY = dt.date(2027, 1, 2)
DAY = ("--today", TODAY.isoformat())
SERIES = "id: labcamp\ntitle: LabCamp\ndomain: example.org\ncontact: a@example.org\nimprint: x\n"
SERIES += "newsletter: {unsubscribe: https://example.org/ab}\norganisers: [soest]\n"
EVENTS = {
    "labcamp-1": """\
number: 1
status: confirmed
date: 2026-03-10
agenda: [{title: Atlas, takeaways: [Räume helfen.]}]
""",
    "labcamp-2": """\
number: 2
status: confirmed
date: 2026-09-10
agenda:
  - title: Atlas
    takeaways:
      - {text: Räume helfen allen., id: raum}
      - Zeit hilft mehr.
""",
    "labcamp-3": "number: 3\nstatus: cancelled\nreason: x\ndate: 2026-11-10\nagenda: [{title: A, takeaways: Nein.}]\n",
}
PAPER = """\
title: Was wir gelernt haben
version: 1.0
date: 2026-12-01
findings:
  - title: Räume helfen
    sources:
      - labcamp-1/atlas#1
      - labcamp-2/atlas#2
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with three events and a sound paper."""
    monkeypatch.chdir(tmp_path)
    write("events/series.yaml", SERIES)
    write("events/organisations.yaml", "soest: Soest\n")
    for id_, text in EVENTS.items():
        write(f"events/{id_}.yaml", text)
    write("events/papers/2027.yaml", PAPER)
    return Path()


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, "utf-8")


def paper(old: str = "", new: str = "", text: str = PAPER) -> None:
    """The paper with another text in the place of one."""
    assert old in text
    write("events/papers/2027.yaml", text.replace(old, new) if old else text)


def found(root: Path) -> list[str]:
    """What is wrong: file, line and code, and the value that is proposed."""
    findings = load(root, TODAY).findings
    near = [{**dict(each.values)} for each in findings]
    return [
        " ".join(filter(None, (f"{each.path}:{each.line} {each.code}", values.get("nearest", values.get("proposal")))))
        for each, values in zip(findings, near, strict=True)
    ]


def read(root: Path) -> Reading:
    return reading(root, TODAY)


def test_a_sound_paper_has_no_finding_and_its_sources_are_found(root: Path) -> None:
    whole = read(root)
    assert found(root) == []
    assert [each.id for each in whole.workspace.papers] == ["2027"]
    assert list(whole.workspace.said) == [
        "labcamp-1/atlas#1",
        "labcamp-2/atlas#1",
        "labcamp-2/atlas#raum",
        "labcamp-2/atlas#2",
        "labcamp-3/a#1",
    ]
    assert "papers/2027" in whole.sources


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("labcamp-1/atlas#1", "labcamp-7/atlas#1", "7 LC741 labcamp-2/atlas#1"),
        ("labcamp-2/atlas#2", "labcamp-2/atals#2", "8 LC741 labcamp-2/atlas#2"),
        ("labcamp-2/atlas#2", "labcamp-2/atlas#9", "8 LC741"),
        ("labcamp-2/atlas#2", "labcamp-2/atlas#raun", "8 LC741 labcamp-2/atlas#raum"),
        ("labcamp-2/atlas#2", "labcamp-2/atlas", "8 LC740 labcamp-2/atlas#2"),
        ("labcamp-2/atlas#2", "labcamp-3/a#1", "8 LC744"),
        ("date: 2026-12-01", "since: 2", "7 LC742"),
        ("date: 2026-12-01", "since: labcamp-1\nuntil: '#2'", ""),
        ("date: 2026-12-01", "until: 12", "3 LC748 2"),
        ("date: 2026-12-01", "since: 2\nuntil: 1", "4 LC749"),
        ("date: 2026-12-01", "licence: CC BY", "3 LC750 CC BY 4.0"),
        ("date: 2026-12-01", "licence: Creative Commons Namensnennung 4.0 International", ""),
        ("date: 2026-12-01", "doi: doi:10.5281/zenodo.1", ""),
        ("date: 2026-12-01", "doi: 10.5281", "3 LC759"),
        ("date: 2026-12-01", "erkenntnis: x", "3 LC202 findings"),
        ("date: 2026-12-01", "herausgeber:innen: N. N.", "3 LC202 editors"),
        ("Räume helfen", "TBA", "5 LC309"),
        ("Räume helfen", "Räume helfen https://zoom.us/j/123456789", "5 LC522"),
        ("Räume helfen", "'Räume helfen (Passwort: labor7)'", "5 LC523"),
    ],
)
def test_what_is_wrong_is_told_at_its_line(root: Path, old: str, new: str, expected: str) -> None:
    paper(old, new)
    codes = [each.removeprefix("events/papers/2027.yaml:") for each in found(root)]
    assert codes == ([expected] if expected else [])


def test_only_what_may_be_cited_is_proposed(root: Path) -> None:
    write("events/labcamp-2.yaml", EVENTS["labcamp-2"] + "      - {text: Unter uns., public: nein}\n")
    paper("labcamp-2/atlas#2", "labcamp-2/atlas#9")
    known = [dict(each.values)["known"] for each in load(root, TODAY).findings if each.code == "LC741"]
    assert known == ["labcamp-2/atlas#raum, labcamp-2/atlas#2"]


@pytest.mark.parametrize(
    ("licence", "of_session", "expected"),
    [
        ("CC BY 4.0", "CC BY-NC 4.0", "labcamp-2/atlas#raum"),
        ("CC BY 4.0", "CC BY-ND 4.0", "labcamp-2/atlas#raum"),
        ("CC BY 4.0", "CC BY 3.0", ""),
        ("CC BY-NC 4.0", "CC BY-NC 4.0", ""),
    ],
)
def test_what_does_not_fit_into_a_paper_does_not_slip_in_by_its_appendix(
    root: Path, licence: str, of_session: str, expected: str
) -> None:
    """What is cited is told at its source, and what is not public stays out anyway."""
    hidden = "      - {text: Unter uns., public: nein}\n"
    write("events/labcamp-2.yaml", EVENTS["labcamp-2"] + hidden + f"    licence: {of_session}\n")
    paper("date: 2026-12-01", f"licence: {licence}\nrest: by event")
    names = [dict(each.values)["names"] for each in load(root, TODAY).findings if each.code == "LC774"]
    assert names == ([expected] if expected else [])


def test_a_source_by_number_and_by_id_is_one_and_the_second_is_struck(root: Path, labcamp: Labcamp) -> None:
    paper("labcamp-1/atlas#1", "labcamp-2/atlas#raum\n      - labcamp-2/atlas#1")
    assert found(root) == ["events/papers/2027.yaml:8 LC746"]
    labcamp("check", "--fix", *DAY)
    assert Path("events/papers/2027.yaml").read_text("utf-8") == PAPER.replace(
        "labcamp-1/atlas#1", "labcamp-2/atlas#raum"
    )


def test_names_of_files_are_as_those_of_events(root: Path) -> None:
    write("events/papers/Mein Papier.yml", PAPER)
    write("events/papers/alt/x.yaml", PAPER)
    write("events/papers/index.yaml", PAPER)
    assert found(root) == [
        "events/papers/Mein Papier.yml:0 LC004 mein-papier.yaml",
        "events/papers/alt/x.yaml:0 LC044 events/papers/x.yaml",
        "events/papers/index.yaml:0 LC826 papers-index.yaml",
    ]


def test_a_comment_takes_exception_to_a_rule_and_an_unused_one_is_told(root: Path, labcamp: Labcamp) -> None:
    paper("    sources:\n      - labcamp-1/atlas#1\n      - labcamp-2/atlas#2\n", "    text: x\n")
    assert found(root) == ["events/papers/2027.yaml:5 LC771"]
    paper(
        "Räume helfen\n    sources:\n      - labcamp-1/atlas#1\n      - labcamp-2/atlas#2\n",
        "Räume helfen  # labcamp: ok finding-without-source\n    text: x\n",
    )
    assert found(root) == []
    paper("Räume helfen", "Räume helfen  # labcamp: ok finding-without-source")
    assert "LC979" in labcamp("check", *DAY).err


@pytest.mark.skipif(os.name == "nt", reason="needs rights there")
def test_a_link_that_leads_out_is_refused(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    away = tmp_path_factory.mktemp("away")
    (away / "x.yaml").write_text(PAPER, "utf-8")
    Path("events/papers/x.yaml").symlink_to(away / "x.yaml")
    assert found(root) == ["events/papers/x.yaml:0 LC006"]
    Path("events/papers/x.yaml").unlink()
    Path("events/papers").rename("kept")
    Path("events/papers").symlink_to(away)
    assert found(root) == ["events/papers:0 LC006"]


def test_a_broken_paper_stops_no_event_and_a_broken_event_stops_the_paper_that_cites_it(
    root: Path, labcamp: Labcamp
) -> None:
    write("events/papers/kaputt.yaml", "title: [\n")
    assert labcamp("render-agenda", "2", *DAY).code == 0
    built = labcamp("build", "--no-pdf", *DAY)
    assert (built.code, Path("out/labcamp.ics").is_file(), Path("out/site").exists()) == (1, True, False)
    whole = without_broken(read(root).workspace)
    assert whole is not None
    assert ([each.id for each in whole.papers], len(whole.events)) == (["2027"], 3)
    write("events/labcamp-1.yaml", "title: [\n")
    write("events/papers/kaputt.yaml", PAPER.replace("labcamp-1/atlas#1", "labcamp-2/atlas#1"))
    assert found(root) == ["events/labcamp-1.yaml:1 LC117"]
    whole = without_broken(read(root).workspace)
    assert whole is not None
    assert [each.id for each in whole.papers] == ["kaputt"]
    result = labcamp("announce", "--paper", "2027", *DAY)
    assert (result.code, result.out) == (1, "")
    assert "events/labcamp-1.yaml:1" in result.err


def test_what_is_wrong_with_a_paper_is_asked_by_its_name(root: Path) -> None:
    paper("labcamp-1/atlas#1", "labcamp-7/atlas#1")
    assert [each.code for each in errors_about(read(root).workspace, "papers/2027")] == ["LC741"]
    assert errors_about(read(root).workspace, "2027") == ()


@pytest.mark.usefixtures("root")
def test_a_text_in_an_editor_is_checked_and_mended_as_the_file(
    labcamp: Labcamp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def typed(text: str, *options: str) -> Result:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        return labcamp("check", *options, "--stdin", "--filename", "events/papers/neu.yaml", *DAY)

    text = PAPER.replace("labcamp-1/atlas#1", "labcamp-7/atlas#1").replace("title: Was", "titel: Was")
    shown = [each for each in typed(text.replace("titel", "title")) if "events/papers/neu.yaml:7:9: LC741" in str(each)]
    assert len(shown) == 1
    assert typed(text, "--fix").out == text.replace("titel", "title")


# What was announced


@pytest.mark.shows("LC761")
@pytest.mark.shows("LC762")
@pytest.mark.usefixtures("root")
def test_announcing_records_version_and_sources_and_can_be_taken_back(labcamp: Labcamp) -> None:
    path = Path("events/papers/2027.json")
    assert labcamp("announce", "--paper", "2027", "--dry-run", *DAY).code == 0
    assert not path.exists()
    assert labcamp("announce", "--paper", "2027", *DAY).out.splitlines()[0] == "created    events/papers/2027.json"
    record = json.loads(path.read_text("utf-8"))
    assert {key: record[key] for key in ("version", "date")} == {"version": "1.0", "date": "2026-12-01"}
    assert list(record["sources"]) == ["labcamp-1/atlas#1", "labcamp-2/atlas#2"]
    assert labcamp("announce", "--paper", "2027", *DAY).out.splitlines()[0] == "unchanged  events/papers/2027.json"
    labcamp("undo")
    assert not path.exists()
    assert "LC761" in labcamp("announce", "--paper", "2028", *DAY).err
    draft = labcamp("announce", "--paper", "2027", "--today", "2026-11-30")
    assert (draft.code, "LC762" in draft.err, path.exists()) == (1, True, False)


@pytest.mark.shows("LC756")
@pytest.mark.shows("LC757")
def test_a_source_that_changed_or_vanished_is_told_until_it_is_announced_again(root: Path, labcamp: Labcamp) -> None:
    labcamp("announce", "--paper", "2027", *DAY)
    write("events/labcamp-2.yaml", EVENTS["labcamp-2"].replace("hilft mehr", "hilft nicht"))
    assert found(root) == ["events/papers/2027.yaml:8 LC757"]
    assert labcamp("announce", "--paper", "2027", *DAY).code == 0
    assert found(root) == []
    write("events/labcamp-2.yaml", EVENTS["labcamp-2"].replace("      - Zeit hilft mehr.\n", ""))
    assert found(root) == ["events/papers/2027.yaml:8 LC756"]


def test_a_source_that_has_moved_is_found_by_its_text_and_mended(root: Path, labcamp: Labcamp) -> None:
    labcamp("announce", "--paper", "2027", *DAY)
    event = EVENTS["labcamp-2"].replace("      - Zeit", "      - Geld hilft.\n      - Zeit")
    write("events/labcamp-2.yaml", event)
    assert found(root) == ["events/papers/2027.yaml:8 LC757 labcamp-2/atlas#3"]
    labcamp("check", "--fix", *DAY)
    assert Path("events/papers/2027.yaml").read_text("utf-8") == PAPER.replace("atlas#2", "atlas#3")
    assert found(root) == []


@pytest.mark.shows("LC758")
@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("version: 1.0", "version: 0.9", ["2 LC758"]),
        ("version: 1.0\n", "", ["1 LC758"]),
        ("date: 2026-12-01", "date: 2026-11-01", ["3 LC758"]),
        ("date: 2026-12-01\n", "", ["1 LC758"]),
    ],
)
def test_what_went_back_since_it_was_announced_is_told(
    root: Path, labcamp: Labcamp, old: str, new: str, expected: list[str]
) -> None:
    labcamp("announce", "--paper", "2027", *DAY)
    paper(old, new)
    assert [each.removeprefix("events/papers/2027.yaml:") for each in found(root)] == expected


@pytest.mark.shows("LC770")
@pytest.mark.parametrize(
    ("old", "new"), [("title: Räume helfen", "title: Räume helfen sehr"), ("      - labcamp-2/atlas#2\n", "")]
)
def test_another_text_under_the_same_version_is_told(root: Path, labcamp: Labcamp, old: str, new: str) -> None:
    labcamp("announce", "--paper", "2027", *DAY)
    paper(old, new)
    assert found(root) == ["events/papers/2027.yaml:2 LC770"]
    again = labcamp("announce", "--paper", "2027", *DAY)
    assert (again.code, "LC770" in again.err) == (0, True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("version: 1.0", "version: 1"),
        ("version: 1.0", "version: 1.10"),
        ("version: 1.0\ndate: 2026-12-01", "version: 1.1\ndate: 2027-01-01\nsubtitle: x"),
    ],
)
def test_a_later_version_may_say_what_it_likes(root: Path, labcamp: Labcamp, old: str, new: str) -> None:
    labcamp("announce", "--paper", "2027", *DAY)
    paper(old, new)
    assert found(root) == []


@pytest.mark.shows("LC760")
def test_a_record_that_is_damaged_or_of_no_paper_is_told(root: Path, labcamp: Labcamp) -> None:
    labcamp("announce", "--paper", "2027", *DAY)
    Path("events/papers/2027.yaml").rename("events/papers/2027-neu.yaml")
    assert found(root) == ["events/papers/2027.json:0 LC760 2027-neu"]
    Path("events/papers/2027-neu.yaml").rename("events/papers/2027.yaml")
    write("events/papers/2027.json", '{"version": "1.0", "date": "morgen"}\n')
    assert found(root) == ["events/papers/2027.json:1 LC206"]
    write("events/papers/2027.json", "{")
    assert found(root)[0].startswith("events/papers/2027.json:1 LC")


# New ones


def test_a_new_paper_reads_as_it_was_asked_for_and_nothing_is_overwritten(root: Path, labcamp: Labcamp) -> None:
    result = labcamp("new-paper", "buch", "--title", "Lesebuch: #1", "--since", "1", "--until", "labcamp-2", *DAY)
    assert result.out.splitlines()[0] == "created    events/papers/buch.yaml"
    assert read_source(Path("events/papers/buch.yaml"), "").data == {
        "title": "Lesebuch: #1",
        "version": "0.1",
        "since": "1",
        "until": "labcamp-2",
        "rest": "by topic",
    }
    assert found(root) == []
    assert Path("events/papers/paper.schema.json").is_file()
    again = labcamp("new-paper", "buch", "--title", "x", *DAY)
    assert (again.code, "LC007" in again.err) == (1, True)
    for wrong in (("--until", "9"), ("--rest", "nach"), ("--title", ""), ("Ein Buch",), ("index",)):
        assert labcamp("new-paper", *wrong, *DAY).code == 2
    assert sorted(path.name for path in Path("events/papers").iterdir()) == [
        "2027.yaml",
        "buch.yaml",
        "paper.schema.json",
    ]


@pytest.mark.usefixtures("root")
def test_what_the_comments_of_a_new_paper_propose_is_sound(labcamp: Labcamp) -> None:
    labcamp("new-paper", "buch", "--language", "en", "--title", "Reader", *DAY)
    path = Path("events/papers/buch.yaml")
    lines = path.read_text("utf-8").splitlines()
    keep = [each for each in lines if not each.startswith(("# since", "# until", "# editors"))]
    filled = "\n".join(each.removeprefix("# ") if ":" in each or each.startswith("#  ") else each for each in keep[3:])
    write(path.as_posix(), filled + "\n")
    assert [each for each in labcamp("check", *DAY).err.splitlines() if "buch" in each] == []


# Licences


@pytest.mark.parametrize(
    ("source", "own", "fits"),
    [
        ("CC BY 4.0", "CC BY 4.0", True),
        ("CC BY 4.0", "CC BY-SA 4.0", True),
        ("CC BY 4.0", "CC0 1.0", False),
        ("CC0", "CC BY 4.0", True),
        ("gemeinfrei", "CC BY 4.0", True),
        ("CC BY-NC 4.0", "CC BY 4.0", False),
        ("CC BY-ND 4.0", "CC BY 4.0", False),
        ("CC BY-NC 4.0", "CC BY-NC 4.0", True),
        ("CC BY-SA 4.0", "CC BY 4.0", False),
        ("CC BY-SA 3.0", "CC BY-SA 4.0", True),
        ("CC BY-SA 4.0", "CC BY-SA 3.0", False),
        ("CC BY-SA 4.0", "CC BY-NC-SA 4.0", False),
        ("CC BY-NC-ND 4.0", "Alle Rechte vorbehalten", True),
        ("CC BY-SA 4.0", "Alle Rechte vorbehalten", False),
        ("All rights reserved", "CC BY 4.0", False),
        ("dl-de/by-2-0", "CC BY 4.0", True),
    ],
)
def test_what_fits_into_what(source: str, own: str, fits: bool) -> None:
    one, other = licence_of(source), licence_of(own)
    assert one is not None
    assert other is not None
    assert one.fits_into(other) == fits


@pytest.mark.parametrize(
    ("text", "name", "url"),
    [
        ("CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("cc by 4.0 int.", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC BY-ND-NC 4", "CC BY-NC-ND 4.0", "https://creativecommons.org/licenses/by-nc-nd/4.0/"),
        ("CC BY-SA 3.0 DE", "CC BY-SA 3.0 DE", "https://creativecommons.org/licenses/by-sa/3.0/de/"),
        (
            "https://creativecommons.org/licenses/by/4.0/deed.de",
            "CC BY 4.0",
            "https://creativecommons.org/licenses/by/4.0/",
        ),
        ("CC0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("© Alle Rechte vorbehalten.", "Alle Rechte vorbehalten", ""),
    ],
)
def test_a_licence_is_known_however_it_is_spelled(text: str, name: str, url: str) -> None:
    licence = licence_of(text)
    assert licence is not None
    assert (licence.name, licence.url) == (name, url)


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("CC BI 4.0", "CC BY 4.0"),
        ("CC BY 5.0", "CC BY 4.0"),
        ("CC BY-SA-ND 4.0", "CC BY-SA 4.0"),
        ("frei", ""),
        ("", ""),
    ],
)
def test_what_is_no_licence_is_none_and_the_nearest_is_proposed(text: str, nearest: str) -> None:
    assert licence_of(text) is None
    assert nearest_licence(text) == nearest
