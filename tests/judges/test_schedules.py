"""What we export as a schedule is one by the schemas of the C3VOC: xmllint with the XSD, jsonschema with the other."""

import datetime as dt
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from everything import STATES, everywhere, workspace_of
from sample import GOLDEN, REPOSITORY, some

from labcamp.exchange.formats import FORMATS
from labcamp.exchange.outgoing import to_frab_json, to_frab_xml
from labcamp.model.artefact import Artefact
from labcamp.workspace import Workspace, load
from labcamp.workspace.public import public

pytestmark = pytest.mark.judge
HOSTILE = (
    "]]><script>alert(1)</script>",
    "&amp; &#x41; \"' <a href='x'>",
    "ä ß 🎉 \u202eabc",
    "a  b",
    "=1+1",
    "x" * 3000,
)
NAME = "LABCAMP_SCHEDULE_SCHEMAS"
TODAY = dt.date(2026, 11, 23)


@pytest.fixture(scope="module")
def schemas() -> Path:
    """The folder with the schemas of others."""
    folder = Path(os.environ.get(NAME, ""))
    if not os.environ.get(NAME) or not (folder / "schema.json").is_file():
        pytest.skip(f"{NAME} names no folder with schedule.xml.xsd and schema.json (of voc/schedule)")
    return folder


def workspaces() -> Iterator[Workspace]:
    """The real series, the artificial one, and one that says hostile things everywhere."""
    yield load(REPOSITORY, TODAY)
    yield load(GOLDEN, TODAY)
    texts = [everywhere(text, text) | state for text in HOSTILE for state in STATES[:2]]
    yield workspace_of(texts)


def schedules(render: Callable[..., Iterator[Artefact]]) -> list[Artefact]:
    """A schedule of each event that has one; of those without any times, too."""
    made: list[Artefact] = []
    for workspace in workspaces():
        shown = public(workspace, drafts=True)
        made += render(shown, [event for event in shown.events if event.days])
    return some(made)


def test_each_schedule_in_xml_is_valid(schemas: Path, tmp_path: Path) -> None:
    if shutil.which("xmllint") is None:
        pytest.skip("xmllint is missing (Debian: libxml2-utils)")
    paths = []
    for number, artefact in enumerate(schedules(to_frab_xml.render)):
        paths.append(tmp_path / f"{number}.xml")
        paths[-1].write_bytes(artefact.content)
    words = ["xmllint", "--noout", "--nonet", "--schema", str(schemas / "schedule.xml.xsd"), *map(str, paths)]
    ran = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr.count(" validates\n")) == (0, len(paths)), ran.stderr


def test_each_schedule_in_json_is_valid(schemas: Path) -> None:
    from jsonschema import Draft6Validator, FormatChecker

    schema = json.loads((schemas / "schema.json").read_bytes())
    validator = Draft6Validator(schema, format_checker=FormatChecker())
    for artefact in schedules(to_frab_json.render):
        wrong = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(json.loads(artefact.content))]
        assert wrong == [], artefact.name


def test_the_judges_find_what_is_wrong(schemas: Path, tmp_path: Path) -> None:
    from jsonschema import Draft6Validator

    artefact = schedules(to_frab_json.render)[0]
    whole = json.loads(artefact.content)
    whole["schedule"]["conference"]["acronym"] = "treff-12"
    schema = json.loads((schemas / "schema.json").read_bytes())
    assert [error.json_path for error in Draft6Validator(schema).iter_errors(whole)] == [
        "$.schedule.conference.acronym"
    ]
    if shutil.which("xmllint"):
        path = tmp_path / "wrong.xml"
        path.write_bytes(schedules(to_frab_xml.render)[0].content.replace(b"<version>", b"<stand/><version>"))
        words = ["xmllint", "--noout", "--nonet", "--schema", str(schemas / "schedule.xml.xsd"), str(path)]
        assert subprocess.run(words, capture_output=True, check=False).returncode == 3


def test_every_schedule_format_has_a_judge() -> None:
    assert [form for form in FORMATS if form.startswith("frab-")] == ["frab-xml", "frab-json"]
