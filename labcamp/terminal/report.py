"""Findings, for people and for programs, with a verdict and an exit code; and what became of files."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

import typer

from labcamp.findings import NAMES, Finding, Place, finding
from labcamp.patterns import pattern_of
from labcamp.terminal.fold import COMMAND, columns, filled, length, padded
from labcamp.terminal.language import language, say
from labcamp.texts import HARMFUL, harmless, page_of, words_of

if TYPE_CHECKING:  # to tell findings takes nothing that writes files
    from labcamp.files.write import Outcome

EASY = 100  # columns of a line that is still easy to read
ROOMY = 60  # columns in which a text has room beside its place
WORD = pattern_of(r"(?!labcamp )[a-zäöü]+[ ,;]")  # at the beginning of a sentence; a key has a colon, labcamp is a name
END = pattern_of(r"[^\W\d_]{2}$|[«»“”')\]]$")
# Values of findings that name another line
LINES = frozenset({"line", "first", "columns"})


class FindingFormat(StrEnum):
    """How `check` tells its findings."""

    text = "text"
    json = "json"
    github = "github"
    gitlab = "gitlab"


def plain() -> bool:
    """Tell whether nobody wants colours: https://no-color.org."""
    return bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"


def styled(text: str, style: str) -> str:
    """A text in a colour, `bold`, `dim` or some of them; what is no terminal drops the colours by itself."""
    if not style or not text or plain():
        return text
    words = style.split()
    colour = next((word for word in words if word not in {"bold", "dim"}), None)
    return typer.style(text, fg=colour, bold="bold" in words or None, dim="dim" in words or None)


def tell(findings: Sequence[Finding]) -> None:
    """Print findings on stderr, in plain words, with their count; nothing where there are none."""
    width = columns(sys.stderr)
    lines = map(_line, findings) if width is None else _for_people(findings, min(width, EASY))
    for line in lines:
        typer.echo(line, err=True)
    if findings:
        typer.echo(count(findings), err=True)


def count(findings: Sequence[Finding]) -> str:
    """How many errors and pieces of advice there are, in words."""
    advice = sum(found.advice for found in findings)
    numbers = (("error", len(findings) - advice), ("advice", advice))
    return ", ".join(say(key if number == 1 else f"{key}s", count=number) for key, number in numbers if number)


def _line(found: Finding) -> str:
    """What is wrong, on a line as editors read it, and on another what to do."""
    text, hint = words_of(found, language())
    place = f"{harmless(_place(found))}: " if found.path else ""
    return f"{place}{found.code} {NAMES[found.code]}: {text}\n    {say('hint')}: {hint}"


def _place(found: Finding) -> str:
    return f"{found.path}:{found.line}:{found.column}" if found.line else found.path


def _for_people(findings: Sequence[Finding], width: int) -> Iterator[str]:
    """The findings below the names of their files, with a blank line behind each."""
    for path, of_file in groupby(findings, lambda found: found.path):
        if path:
            yield styled(harmless(path), "bold")
        known = list(of_file)
        places = max(len(_within(found)) for found in known)
        for found in known:
            yield from _entry(found, f"{_within(found):<{places}}", width)
            yield ""


def _within(found: Finding) -> str:
    """Where in its file something is wrong."""
    return f"{found.line}:{found.column}  " if found.line else ""


def _entry(found: Finding, place: str, width: int) -> Iterator[str]:
    """One finding: its place, what is wrong, what to do, and at the end of the last line its code."""
    word = say("level_advice" if found.advice else "level_error")
    room = max(len(say("level_advice")), len(say("level_error")))
    head = f"{'  ' if found.path else ''}{place}{styled(word, 'yellow' if found.advice else 'red')}"
    hanging = " " * (length(head) - len(word) + room + 2)
    if width < ROOMY:
        yield head
        head = hanging = "    "
    message, hint = (filled(text, width, hanging, hanging) for text in sentences_of(found))
    lines = [padded(head, len(hanging)) + message[0].removeprefix(hanging), *message[1:], *hint]
    gap = width - length(lines[-1]) - len(found.code)
    if gap < len("  "):
        lines.append("")
        gap = width - len(found.code)
    yield from lines[:-1]
    yield f"{lines[-1]}{' ' * gap}{styled(found.code, 'dim')}"


def sentences_of(found: Finding) -> tuple[str, str]:
    """What is wrong and what to do, each as a sentence."""
    page = page_of(found.code, language())
    message, hint = words_of(found, language())
    return _sentence(message, page.message), _sentence(hint, page.hint)


def _sentence(text: str, pattern: str) -> str:
    """A text that begins and ends as a sentence does, unless what stands there is a key, a value or a command."""
    if WORD.match(pattern):
        text = text[0].upper() + text[1:]
    return f"{text}." if END.search(text) and not text.endswith(tuple(COMMAND.findall(text))) else text


def as_json(findings: Sequence[Finding], *, strict: bool) -> str:
    """The findings as a JSON array of objects."""
    return _dumped([_fields(found, strict=strict) for found in findings])


def _dumped(findings: Sequence[object]) -> str:
    """Values as JSON, in which what could steer a terminal is written as an escape, for a path has to stay itself."""
    import json

    text = json.dumps(findings, ensure_ascii=False, indent=2)
    return HARMFUL.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def _fields(found: Finding, *, strict: bool) -> dict[str, str | int]:
    text, hint = words_of(found, language())
    place: dict[str, str | int] = {"path": found.path, "line": found.line, "column": found.column}
    level = "advice" if found.advice and not strict else "error"
    return place | {"code": found.code, "name": NAMES[found.code], "level": level, "message": text, "hint": hint}


def as_github(findings: Sequence[Finding], *, strict: bool) -> str:
    """The findings as workflow commands, which GitHub shows beside the line in a pull request."""
    return "\n".join(_annotation(_fields(found, strict=strict)) for found in findings)


def _annotation(fields: dict[str, str | int]) -> str:
    place = {"file": fields["path"], "line": fields["line"] or "", "col": fields["column"] or ""}
    named = {key: value for key, value in place.items() if value} | {"title": f"{fields['code']} {fields['name']}"}
    level = "warning" if fields["level"] == "advice" else "error"
    properties = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in named.items())
    return f"::{level} {properties}::{_escaped(fields['message'])}%0A{_escaped(fields['hint'])}"


def _escaped(value: str | int, others: str = "") -> str:
    """The value as a workflow command takes it: signs that mean something there are percent-encoded."""
    return "".join(f"%{ord(sign):02X}" if sign in f"%\r\n{others}" else sign for sign in str(value))


def as_gitlab(findings: Sequence[Finding], *, strict: bool) -> str:
    """The findings as a Code Quality report, which GitLab shows in a merge request.

    https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
    """
    seen: Counter[str] = Counter()
    return _dumped([_issue(found, seen, strict=strict) for found in findings])


def _issue(found: Finding, seen: Counter[str], *, strict: bool) -> dict[str, object]:
    fields = _fields(found, strict=strict)
    return {
        "description": f"{fields['message']} ({say('hint')}: {fields['hint']})",
        "check_name": f"{fields['code']} {fields['name']}",
        "fingerprint": _fingerprint(found, seen),
        "severity": "minor" if fields["level"] == "advice" else "major",
        "location": {"path": found.path.removeprefix("./"), "lines": {"begin": max(found.line, 1)}},
    }


def _fingerprint(found: Finding, seen: Counter[str]) -> str:
    """What stays the same when a finding moves to another line; of several in a file the first has one of its own."""
    values = (f"{key}={value}" for key, value in found.values if key not in LINES)
    text = "\0".join((found.path, found.code, *values))
    seen[text] += 1
    import hashlib

    return hashlib.sha256(f"{text}\0{seen[text]}".encode()).hexdigest()[:32]


WRITERS: dict[FindingFormat, Callable[..., str]] = {
    FindingFormat.json: as_json,
    FindingFormat.github: as_github,
    FindingFormat.gitlab: as_gitlab,
}


def for_programs(findings: Sequence[Finding], format_: FindingFormat, *, strict: bool) -> str:
    """The findings as a program wants them, each line whole; an empty text where GitHub has nothing to show."""
    text = WRITERS[format_](findings, strict=strict)
    return f"{text}\n" if text else ""


def tell_with_verdict(findings: tuple[Finding, ...], format_: FindingFormat, verdict: str, *, strict: bool) -> None:
    """Print findings in a format, for people with a verdict; raise `typer.Exit(1)` where something is wrong."""
    if format_ is FindingFormat.text:
        tell(findings)
        typer.echo(verdict, nl=bool(verdict))
    else:
        typer.echo(for_programs(findings, format_, strict=strict).encode(), nl=False)
    if _stops(findings, strict=strict):
        raise typer.Exit(1)


def _stops(findings: tuple[Finding, ...], *, strict: bool) -> bool:
    return any(strict or not found.advice for found in findings)


def verdict_of(findings: tuple[Finding, ...], verdicts: tuple[str, ...], *, strict: bool) -> str:
    """Which of three phrases says what came out: something is wrong, there is only advice, or all is well."""
    wrong, advice, fine = verdicts
    if _stops(findings, strict=strict):
        return wrong
    return advice if findings else fine


def outcome_line(outcome: "Outcome", *, dry_run: bool) -> str:
    """What became of a file, or would: `created    out/labcamp-10/agenda.html`."""
    word = say(f"would_{outcome.word}" if dry_run else outcome.word)
    return f"{word:<{len(say('unchanged'))}}  {harmless(outcome.path.as_posix())}"


def tell_kept(outcomes: Sequence["Outcome"], option: str = "--force") -> None:
    """Print LC901 on stderr for each file that was kept because a person has changed it, with what would replace it."""
    kept = (outcome.path.as_posix() for outcome in outcomes if outcome.word == "kept")
    tell([finding("LC901", Place(path), option=option) for path in kept])
