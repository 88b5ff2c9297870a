"""Papers: what a series has learned, as a page, Markdown, PDF, Word and BibTeX, all out of one tree."""

from collections.abc import Callable, Iterable, Iterator

from labcamp.model import Paper
from labcamp.model.artefact import Artefact
from labcamp.render.papers import bibtex, html, markdown, pdf, word
from labcamp.render.papers.document import Document
from labcamp.render.papers.tree import document_of
from labcamp.render.stage import Stage

# The forms of a paper, by the ending of their files; libraries that are heavy are imported inside.
FORMS: dict[str, Callable[[Stage, Document], Artefact]] = {
    "html": html.render,
    "md": markdown.render,
    "pdf": pdf.render,
    "docx": word.render,
    "bib": bibtex.render,
}

# Of these, what is set by Typst, which some systems have not
SET = frozenset({"pdf"})


def render(stage: Stage, papers: Iterable[Paper], forms: Iterable[str] = tuple(FORMS)) -> Iterator[Artefact]:
    """`papers/<id>/paper.<form>` of each paper in each form; also of drafts, which say so."""
    for paper in papers:
        document = document_of(stage, paper)
        yield from (FORMS[form](stage, document) for form in forms)
