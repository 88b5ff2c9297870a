"""What belongs together is there together: kinds, commands, goldens, README, templates and their first lines."""

import datetime as dt
import re
from keyword import iskeyword
from pathlib import Path

import pytest
from sample import GOLDEN, REPOSITORY

from labcamp.check import check_event
from labcamp.cli import COMMANDS
from labcamp.files.read import source_of
from labcamp.render import KINDS
from labcamp.texts import LANGUAGES
from labcamp.workspace import load

TEMPLATES = sorted((REPOSITORY / "templates").glob("*.j2"))
PAGES = sorted((REPOSITORY / "labcamp" / "preview").glob("*.html.j2"))  # the preview's own
README = (REPOSITORY / "README.md").read_text("utf-8")
# Of the others: render-<kind>
COMMAND = {"calendar": "export-ics", "feed": "export-ics", "handout": "render-agenda", "papers": "render-paper"}
# `build` leaves these out: they are made when somebody wants one
NO_KIND = {"render-mail", "render-post", "render-print"}
COMING = {"statement"}
FILES = {
    "calendar": {"full.ics"},
    "feed": {"mustertreff.ics"},
    "invitation": {"full.invitation.html", "full.invitation.txt", "full.invitation.eml"},
    "agenda": {"full.agenda.html", "full.agenda.md"},
    "handout": {"full.agenda.pdf"},
    "newsletter": {"full.newsletter.html", "full.newsletter.txt", "full.newsletter.md", "full.newsletter.eml"},
    "papers": {"papers"},
    "site": set(),
}


def test_every_kind_has_a_command_and_every_command_that_renders_a_kind() -> None:
    assert {COMMAND.get(kind, f"render-{kind}") for kind in KINDS} | NO_KIND == {
        command for command in COMMANDS if command.startswith(("render-", "export-"))
    }


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_golden_files(kind: str) -> None:
    assert {path.name for path in GOLDEN.iterdir()} >= FILES[kind]


def test_the_readme_names_each_command_in_each_language() -> None:
    """The guide says more about it, with its options (tests/test_guide.py)."""
    for part in README.split("## In English\n"):
        rows = re.findall(r"^\| [^|`]+ \| (`.*) \|$", part, re.MULTILINE)
        named = [name for row in rows for name in re.findall(r"`([a-z-]+)`", row)]
        assert {*COMMANDS} - {*named} == set()
        assert {*named} - {*COMMANDS} <= COMING
        assert len(named) == len({*named})


def test_the_readme_names_no_command_that_is_not_there() -> None:
    named = {name for name in re.findall(r"`labcamp ([a-z][a-z-]+)", README) if "/" not in name}
    assert named - set(COMMANDS) == set()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_a_file_that_is_named_like_it_and_has_a_text_in_each_language(command: str) -> None:
    stem = command.replace("-", "_")
    package = REPOSITORY / "labcamp"
    files = [package / f"commands/{stem}{'_' if iskeyword(stem) else ''}.py"]
    files += [package / f"texts/{language}/commands/{command}.md" for language in LANGUAGES]
    assert [path for path in files if not path.is_file()] == []


def test_no_file_of_a_command_is_left_over() -> None:
    package = REPOSITORY / "labcamp"
    modules = {path.stem.removesuffix("_").replace("_", "-") for path in (package / "commands").glob("[!_]*.py")}
    assert modules == set(COMMANDS)
    for language in LANGUAGES:
        texts = {path.stem for path in (package / f"texts/{language}/commands").glob("*.md")}
        assert texts - {"labcamp"} == set(COMMANDS)


@pytest.mark.parametrize("template", [*TEMPLATES, *PAGES], ids=lambda path: path.name)
def test_a_template_begins_with_what_it_is_given(template: Path) -> None:
    text = template.read_text("utf-8")
    assert re.match(r"\{#-? [^#]*\b\w+(?:, \w+)*: [^#]*-?#\}\n", text)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_templates_first_comment_names_everything_that_it_uses(template: Path) -> None:
    text = template.read_text("utf-8")
    comment, body = text.split("#}", maxsplit=1)
    given = {"facts", "before", "next", "subject", "preheader", "lead", "closing", "intro", "light", "dark", "markdown"}
    given |= {"wrap", "font", "address", "values", "german", "heading", "agenda", "id", "name"}
    code = " ".join(re.findall(r"\{[{%](.*?)[%}]\}", body, re.DOTALL))
    code = re.sub(r"\"[^\"]*\"|'[^']*'", "", code)
    imported = set(re.findall(r"\w+", " ".join(re.findall(r"import ([\w, ]+)", code))))
    own = set(re.findall(r"(?:set|for|block|macro) (\w+)", code)) | set(re.findall(r"macro \w+\(([^)]*)\)", code))
    parameters = {name.split("=")[0].strip() for part in own for name in part.split(",")}
    used = (
        {name for name in re.findall(r"(?<![.\w])(\w+)\b(?!\s*=[^=])", code) if name in given} - imported - parameters
    )
    assert {name for name in used if not re.search(rf"\b{name}\b", comment)} == set()


def test_the_six_lines_of_the_readme_are_an_event_without_a_finding() -> None:
    block = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)[0]
    workspace = load(REPOSITORY, dt.date(2026, 11, 23))
    event, findings = check_event(
        "labcamp-12", source_of(block.encode(), "README.md"), workspace.series, workspace.organisations
    )
    assert (len(block.splitlines()), event and event.heading, findings) == (
        6,
        "LabCamp #12: Labore finden und verbinden",
        (),
    )
