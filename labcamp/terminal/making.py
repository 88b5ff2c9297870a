"""What all commands share that make something: read, stop at errors, write, and say what became of each file."""

import datetime as dt
import os
import subprocess
import sys
import webbrowser
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace as replace_in
from pathlib import Path
from shutil import which

import typer

from labcamp.check import without_rules
from labcamp.files.disk import as_finding, make_folder, put, sweep
from labcamp.files.read import content_of
from labcamp.files.write import Outcome, refuse, replace, write
from labcamp.findings import Finding, LabcampError, NothingWrittenError, Place, finding
from labcamp.model import Event, Paper
from labcamp.model.artefact import Artefact
from labcamp.model.private import Private
from labcamp.model.sent import sent_bytes
from labcamp.model.texts import a_few
from labcamp.render import Render
from labcamp.render import kinds as kinds_made
from labcamp.render.mails import requests
from labcamp.render.prints.typesetting import missing
from labcamp.render.schema import schema_file
from labcamp.render.stage import Stage
from labcamp.terminal.language import say
from labcamp.terminal.options import Options
from labcamp.terminal.report import count, outcome_line, styled, tell, tell_kept
from labcamp.terminal.which_event import SPECIAL, chosen, chosen_paper
from labcamp.workspace import Workspace, errors_of_events, last_event, load, next_event, without_broken
from labcamp.workspace.private import FOLDER, SENT, sent_of

SET = (".pdf", ".png")  # what Typst sets for the site


def sound(root: Path, today: dt.date, wanted: str | None = None) -> Workspace:
    """The workspace of a folder; what is wrong in it is raised, for nothing goes out half right.

    What is wrong with other events than the one that is wanted leaves only these aside.
    """
    return sound_for(load(root, today), wanted)


def sound_whole(root: Path, today: dt.date) -> Workspace:
    """The workspace of a folder, where nothing is wrong in it; NothingWrittenError else."""
    workspace = load(root, today)
    if workspace.errors:
        raise NothingWrittenError(*workspace.errors)
    return workspace


def sound_paper(root: Path, today: dt.date, wanted: str, but: frozenset[str] = frozenset()) -> tuple[Workspace, Paper]:
    """A paper, and the workspace with what is sound; NothingWrittenError where it leans on what is not.

    What has the codes `but` stops it not.
    """
    workspace = load(root, today)
    paper = chosen_paper(workspace, wanted)
    findings = tuple(found for found in workspace.findings if found.code not in but)
    apart = without_broken(replace_in(workspace, findings=findings))
    if apart and paper in apart.papers:
        return apart, paper
    raise NothingWrittenError(*workspace.errors)


def sound_parts(root: Path, today: dt.date) -> Workspace:
    """The workspace of a folder with the events alone that are sound; NothingWrittenError where there are none."""
    workspace = load(root, today)
    parts = without_broken(workspace) if workspace.errors else workspace
    if parts is None or any(found.code == "LC022" for found in parts.errors):  # what has vanished may be any of them
        raise NothingWrittenError(*workspace.errors)
    return parts


def is_sound_for(workspace: Workspace, wanted: str | None) -> bool:
    """Tell whether nothing is wrong in a folder, or nothing that is about the event that is wanted."""
    try:
        sound_for(workspace, wanted)
    except LabcampError:
        return False
    return True


def sound_for(workspace: Workspace, wanted: str | None) -> Workspace:
    """The same for one event, with those alone that are sound; NothingWrittenError where it is none of them.

    What is next or last nobody knows while a file cannot be read. What is wrong with papers stops no event.
    """
    if not workspace.errors:
        return workspace
    if not errors_of_events(workspace) and (apart := without_broken(workspace)):
        return apart
    apart = without_broken(workspace) if wanted and wanted not in SPECIAL else None
    try:
        if wanted and apart and chosen(workspace, wanted) in apart.events:
            return apart
    except LabcampError as problem:
        raise NothingWrittenError(*dict.fromkeys((*workspace.errors, *problem.findings))) from None
    raise NothingWrittenError(*workspace.errors)


def write_and_tell(
    artefacts: Iterable[Artefact],
    options: Options,
    closing: str = "",
    notes: Sequence[str] = (),
    *,
    forced_with: str = "--force",
) -> None:
    """Write artefacts and print a line for each, then the notes and `closing`, what to do; `--open` opens the first.

    A file that a person has changed is kept; `forced_with` is the option of the command that replaces it.
    """
    outcomes = []
    for outcome in write(list(artefacts), options.folder, dry_run=options.dry_run, force=options.force):
        typer.echo(outcome_line(outcome, dry_run=options.dry_run))
        outcomes.append(outcome)
    tell_kept(outcomes, forced_with)
    for note in notes:
        typer.echo(note)
    if options.dry_run:
        typer.echo(say("dry_run"))
    elif options.open and outcomes:
        open_file(outcomes[0].path)
    elif outcomes:
        typer.echo(closing or say("open_it", path=outcomes[0].path.as_posix()))


def kinds(*, pdf: bool) -> Mapping[str, Render]:
    """The kinds that are made: without PDF files where nobody wants them, or, which is told, Typst is missing."""
    if pdf and missing():
        tell([finding("LC948", Place(""))])
        pdf = False
    return kinds_made(pdf=pdf)


def tell_advice(workspace: Workspace, *events: Event, of_others: bool = False) -> None:
    """Print on stderr what was left aside, and how much advice there is on events, in a line; without events, on all.

    Where what was made tells `of_others`, they may lack there.
    """
    tell_left_aside(workspace.errors, of_others=of_others)
    aside = {event.id for event in workspace.events} - {event.id for event in events or workspace.events}
    if advice := [found for found in workspace.findings if found.advice and Path(found.path).stem not in aside]:
        typer.echo(styled(say("advice_left", count=count(advice)), "dim"), err=True)


def tell_site(workspace: Workspace, site: Sequence[Artefact], outcomes: Iterable[Outcome]) -> None:
    """Print on stderr what is to be said of a site: of what was left in it, of addresses, and that nothing is set."""
    from labcamp.render.site.addresses import addresses  # noqa: PLC0415  # most commands make no site
    from labcamp.review.addresses import of_addresses  # noqa: PLC0415

    words = [(outcome.word, outcome.path) for outcome in outcomes]
    left = [finding("LC866", Place(path.as_posix())) for word, path in words if word == "left"]
    found = (*left, *sorted(of_addresses(workspace, addresses(site))))
    tell(tuple(without_rules(found, workspace.series.rules)))
    gone = sum(word == "removed" and path.suffix in SET for word, path in words)
    if gone and not any(Path(file.name).suffix in SET for file in site):
        typer.echo(say("set_left_out", count=gone), err=True)


def tell_left_aside(errors: Sequence[Finding], *, of_others: bool = False) -> None:
    """Print on stderr what is wrong with other events, and that they were left aside; nothing where all is right."""
    if errors:
        tell(errors)
        files = a_few(dict.fromkeys(found.path for found in errors))
        lines = [say("left_aside", files=files), *([say("left_aside_lacking")] if of_others else [])]
        typer.echo("\n".join(lines), err=True)


def open_file(path: Path) -> None:
    """Open a file in the program that the system has for it; a line on stderr where there is none."""
    if sys.platform == "win32":
        os.startfile(path.resolve())
        return
    program = which("open" if sys.platform == "darwin" else "xdg-open")
    if program:
        subprocess.run([program, str(path.resolve())], check=False, stderr=subprocess.DEVNULL)
    elif not webbrowser.open(path.resolve().as_uri()):
        typer.echo(say("cannot_open", path=path.as_posix()), err=True)


def main_file(workspace: Workspace, out: Path, one: Event | None = None) -> Path | None:
    """What to look at first: the invitation to one event, else to the next one, else of the last one."""
    event = one or next_event(workspace) or last_event(workspace)
    return out / event.id / "invitation.html" if event else None


def write_schema(folder: Path, of: str = "event", *, dry_run: bool) -> None:
    """Write the JSON schema of a sort of files into a folder, over an older one; print a line if that changes it."""
    outcome = _write_over(schema_file(of), folder, dry_run=dry_run)
    if outcome.word != "unchanged":
        typer.echo(outcome_line(outcome, dry_run=dry_run))


def _write_over(artefact: Artefact, folder: Path, *, dry_run: bool) -> Outcome:
    refuse((artefact.name,), folder)
    path = folder / artefact.name
    with as_finding(path):
        before = content_of(path, path.as_posix()) if path.exists() else None
    word = "created" if before is None else "unchanged" if before == artefact.content else "updated"
    if not dry_run:
        make_folder(folder)
        sweep((folder,))
    if word != "unchanged" and not dry_run:
        with as_finding(path):
            put(artefact.content, path)
    return Outcome(word, path)


def remember(stage: Stage, event: Event, private: Private) -> None:
    """What goes to single persons is remembered, entry by entry and never to whom, so that what comes later counts so.

    In `private/sent.json`.
    """
    root = stage.workspace.root
    before = sent_of(root)
    after = {**before, **requests.revisions(stage, event, private, before)}
    path = root / FOLDER / SENT
    replace(path, content_of(path, path.as_posix()) if path.is_file() else None, sent_bytes(after))
