"""What is to stand in a new event: given as options, asked for, or proposed, and checked like any event file."""

from collections.abc import Mapping, Sequence

import yaml

from labcamp.check import check_event
from labcamp.cli.asking import ask, begin
from labcamp.cli.language import say
from labcamp.cli.proposals import proposal
from labcamp.findings import Finding, LabcampError, Place, UsageError, finding
from labcamp.model.texts import id_of, is_taken, one_line
from labcamp.read import forbidden_sign, source_of
from labcamp.workspace import RESERVED, Workspace

ASKED = ("number", "title", "theme", "date", "time", "place", "hosts")
KEYS = (*ASKED, "language", "status")
OPTIONS = {"hosts": "--host"}
FIRST_RULE = "LC3"
Values = dict[str, str | list[str]]


def given_options(workspace: Workspace, given: Mapping[str, str | list[str] | None], id_: str | None) -> Values:
    """The options that were given, in the order of the file; all that is wrong with any of them is raised at once."""
    values: Values = {}
    findings: list[Finding] = []
    for key in KEYS:
        value = given.get(key)
        if not value and value != "":
            continue
        tidy = [one_line(item) for item in value] if isinstance(value, list) else one_line(value or "")
        found = _wrong(workspace, {}, key, tidy)
        findings += (_at_option(finding_, OPTIONS.get(key, f"--{key}")) for finding_ in found)
        values[key] = tidy
    if id_ is not None and (id_ in RESERVED or is_taken(id_) or id_of(id_) != id_):
        findings.append(finding("LC217", Place("--id"), text=id_))
    if findings:
        raise UsageError(*findings)
    return values


def completed(workspace: Workspace, given: Values, *, asking: bool, proposing: bool) -> Values:
    """The values of the file: what was given, and for the rest what a person answers or what is proposed."""
    values: Values = {}
    if asking:
        begin()
    for key in ASKED:
        if key in given:
            values[key] = given[key]
        elif _follows(key, values, given):
            continue
        elif value := _answer(workspace, values, key) if asking else _proposed(workspace, key, proposing=proposing):
            values[key] = value
    values["status"] = given.get("status", "draft")
    return values | {key: given[key] for key in ("language",) if key in given}


def event_id(workspace: Workspace, values: Mapping[str, str | list[str]], id_: str | None) -> str:
    """The name of the file: as wanted, else from the number, else from the title."""
    number, title = str(values.get("number", "")), str(values.get("title", ""))
    name = id_ or (f"{workspace.series.id}-{number.lstrip('0') or 0}" if number else id_of(title))
    return f"{name}-1" if name in RESERVED or is_taken(name) else name


def errors(workspace: Workspace, values: Mapping[str, str | list[str]]) -> list[Finding]:
    """What would be wrong with a file that says this."""
    texts = [text for value in values.values() for text in (value if isinstance(value, list) else [value])]
    if sign := forbidden_sign("".join(texts)):
        return [finding("LC107", Place(""), character=sign)]
    source = source_of(yaml.safe_dump(dict(values), allow_unicode=True).encode(), "")
    _, findings = check_event("new", source, workspace.series, workspace.organisations)
    taken = next((event for event in workspace.events if str(event.number) == values.get("number")), None)
    if taken:
        other = (workspace.root / "events" / f"{taken.id}.yaml").as_posix()
        findings += (finding("LC311", Place(""), value=taken.number, other=other),)
    return [found for found in findings if not found.advice]


def _follows(key: str, values: Values, given: Values) -> bool:
    """A title follows from the number, and who gives a title may want no number."""
    return (key == "title" and "number" in values) or (key == "number" and "title" in given)


def _wrong(
    workspace: Workspace, values: Values, key: str, value: str | list[str], *, whole: bool = False
) -> list[Finding]:
    """What is wrong because of a value: with the others as they are, and not already without it."""
    if not value:
        return [finding("LC219", Place(""), key=key)]
    others = {"title": "-"} | values
    before = {found.code for found in errors(workspace, others)}
    after = [found for found in errors(workspace, others | {key: value}) if found.code not in before]
    return [found for found in after if whole or found.code < FIRST_RULE or found.code == "LC311"]


def _at_option(found: Finding, option: str) -> Finding:
    return Finding(option, 0, 0, found.code, found.values)


def _answer(workspace: Workspace, values: Values, key: str) -> str | list[str]:
    """What a person says; a host is an id, or several with commas."""

    def read(text: str) -> str | list[str]:
        return [part for part in map(one_line, text.split(",")) if part] if key == "hosts" else one_line(text)

    def judge(text: str) -> Sequence[Finding]:
        if not text:
            return [finding("LC219", Place(""), key=key)] if key == "title" else []
        return _wrong(workspace, values, key, read(text), whole=True)

    question = say(f"ask_{key}", known=", ".join(workspace.organisations) or "–")
    return read(ask(question, OPTIONS.get(key, f"--{key}"), proposal(workspace, key), judge))


def _proposed(workspace: Workspace, key: str, *, proposing: bool) -> str:
    return proposal(workspace, key) if proposing or key == "number" else ""


def needed(workspace: Workspace) -> None:
    """A new event needs the series and its organisations; what is wrong with other events does not stop it."""
    shared = {(workspace.root / "events" / f"{name}.yaml").as_posix() for name in RESERVED}
    if found := [found for found in workspace.errors if found.path in shared]:
        raise LabcampError(*found)
