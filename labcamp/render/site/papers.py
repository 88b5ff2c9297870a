"""The papers: a page with all of them, and for each its page with what lies beside it."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from typing import NamedTuple

from labcamp.model import Paper
from labcamp.model.artefact import Artefact
from labcamp.render.papers import bibtex, pdf
from labcamp.render.papers.document import Block, Document, Heading, Line, Paragraph, Run
from labcamp.render.papers.html import sort_of, way_within
from labcamp.render.papers.tree import address_of
from labcamp.render.site.contents import FOLDER, PAPERS, Site, beside_paper, edition_of, text_of
from labcamp.render.site.frame import Page, title_of, write_page
from labcamp.render.site.rows import in_another, size_of
from labcamp.render.words import Words

FEW = 3  # parts of a paper for which nobody needs a list of them
WRITERS = {"pdf": pdf.render, "bib": bibtex.render}  # what lies beside the page
LEADING = ("lead", "note")  # what the page is about, and what stands above all of it


class Listed(NamedTuple):
    """A paper in the list of all of them; its language where it is not that of the page."""

    title: str
    address: str
    about: str
    small: str
    language: str


class Section(NamedTuple):
    """What stands below a heading of the paper."""

    heading: Line
    anchor: str
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """The heading as plain text."""
        return text_of(self.heading)


def render(site: Site) -> Iterator[Artefact]:
    """`papers/index.html`, and `papers/<id>.html` with `.pdf` and `.bib`; nothing where there is no paper."""
    if site.papers:
        words = site.words
        page = Page(PAPERS, title_of(words("site.papers"), site), belongs=PAPERS)
        listed = [_listed(paper, words) for paper in site.papers]
        yield write_page(site, "site-papers.html.j2", page, words, papers=listed)
    for paper in site.papers:
        document = site.documents[paper.id]
        yield _page(site, paper, document)
        for ending, writer in WRITERS.items():
            if ending != "pdf" or site.pdf:
                yield Artefact(f"{FOLDER}/{beside_paper(paper, ending)}", writer(site.stage, document).content)


def _listed(paper: Paper, words: Words) -> Listed:
    about, language = paper.subtitle or "", in_another(paper.language, words)
    return Listed(paper.title, address_of(paper), about, edition_of(paper, words), language)


def _page(site: Site, paper: Paper, document: Document) -> Artefact:
    words = site.stage.words[paper.language]
    first, *sections = sections_of(document)
    lead, notice = (of_kind(kind, first.blocks) for kind in LEADING)
    about, above = said(lead), said(notice)
    page = Page(address_of(paper), title_of(paper.title, site), about, PAPERS, draft=site.is_draft(paper), notice=above)
    return write_page(
        site, "site-paper.html.j2", page, words,
        document=document, size=size_of(paper.title),
        before=[block for block in first.blocks if block not in notice], sections=sections,
        contents=[each for each in sections if each.anchor] if len(sections) > FEW else [],
        pdf=beside_paper(paper, "pdf") if site.pdf else "", bib=beside_paper(paper, "bib"),
        sort=sort_of, way=partial(_way, page),
    )  # fmt: skip


def of_kind(kind: str, blocks: Iterable[Block]) -> list[Paragraph]:
    """The paragraphs of a kind."""
    return [block for block in blocks if isinstance(block, Paragraph) and block.kind == kind]


def said(paragraphs: Iterable[Paragraph]) -> str:
    """What paragraphs say, as plain text."""
    return " ".join(text_of(each.line) for each in paragraphs)


def _way(page: Page, run: Run) -> str:
    """Where a piece of a line leads, as seen from a page: also to other pages of the site."""
    return page.to(run.page) if run.page else way_within(run)


def sections_of(document: Document) -> list[Section]:
    """The blocks by the headings of level 1 above them; first what stands above all of these."""
    sections = [Section((), "", ())]
    for heading, blocks in groupby(document.blocks, key=lambda block: isinstance(block, Heading) and block.level == 1):
        if heading:
            sections += [Section(each.line, each.anchor, ()) for each in blocks if isinstance(each, Heading)]
        else:
            sections[-1] = sections[-1]._replace(blocks=tuple(blocks))
    return sections
