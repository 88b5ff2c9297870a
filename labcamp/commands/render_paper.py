"""`render-paper`: what a series has learned, as a page, Markdown, PDF, Word and BibTeX."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from labcamp.check.shape import nearest
from labcamp.findings import Finding, Place, UsageError, finding
from labcamp.model.texts import A_DOZEN, a_few
from labcamp.render.papers import FORMS, SET, render
from labcamp.render.prints.typesetting import missing
from labcamp.render.stage import stage_of
from labcamp.terminal.kept import kept
from labcamp.terminal.language import phrases_of
from labcamp.terminal.making import sound_paper, tell_left_aside, write_and_tell
from labcamp.terminal.options import MakeOptions, paper_names
from labcamp.terminal.questions import ask, somebody_sits_here
from labcamp.terminal.report import tell
from labcamp.workspace import EVENTS
from labcamp.workspace.papers import PAPERS

say = phrases_of("render-paper")

# What people call a form, for they know a program rather than the ending of its files
CALLED = {"word": "docx", "markdown": "md", "bibtex": "bib"}


def form_names(incomplete: str) -> Iterator[str]:
    """The forms of a paper, for the shell's completion."""
    before, comma, last = incomplete.rpartition(",")
    return (f"{before}{comma}{form}" for form in FORMS if form.startswith(last))


MaybePaper = Annotated[str | None, typer.Argument(autocompletion=paper_names)]
Forms = Annotated[str | None, typer.Option("--format", show_default=False, autocompletion=form_names)]


def render_paper(paper: MaybePaper = None, *, format_: Forms = None, options: MakeOptions) -> None:
    """A paper in all its forms, or in some."""
    forms = list(known_forms(format_)) if format_ else list(_possible())
    workspace, known = sound_paper(options.root, options.today, paper or only_paper(options.root))
    write_and_tell(render(stage_of(workspace, kept()), [known], forms), options)
    tell_left_aside(workspace.errors)


def known_forms(text: str) -> Iterator[str]:
    """The forms that are named, in the order of all, each once; LC768 where one of them is none."""
    typed = [each.strip().lower().removeprefix(".") for each in text.split(",") if each.strip()]
    named = [CALLED.get(each, each) for each in typed]
    for form in named or [text]:
        if form not in FORMS:
            values = {"form": form, "nearest": nearest(form, FORMS), "known": ", ".join(FORMS)}
            raise UsageError(finding("LC768", Place("--format"), **values))
    return (form for form in FORMS if form in named)


def _possible() -> Iterable[str]:
    """All forms; without what Typst sets where that is missing, which is told."""
    if not missing():
        return FORMS
    tell([finding("LC948", Place(""))])
    return (form for form in FORMS if form not in SET)


def only_paper(root: Path) -> str:
    """The name of the only paper; of several, the one that a person chooses. LC764 or LC767 where that is none."""
    names = sorted(path.stem for path in (root / EVENTS / PAPERS).glob("*.yaml"))
    if not names:
        raise UsageError(finding("LC764", Place((root / EVENTS / PAPERS).as_posix()), proposal="paper"))
    if len(names) == 1:
        return names[0]
    if not somebody_sits_here():
        raise UsageError(finding("LC767", Place(""), known=a_few(names, A_DOZEN), first=names[0]))

    def judge(answer: str) -> Sequence[Finding]:
        unknown = finding("LC761", Place(""), paper=answer, nearest=nearest(answer, names))
        return [] if answer in names else [unknown]

    return ask(say("which", known=a_few(names, A_DOZEN)), "PAPER", "", judge)
