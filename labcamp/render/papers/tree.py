"""From a paper to its document, which every form is written from."""

from collections.abc import Iterator
from functools import partial

from labcamp.files.disk import EVENTS
from labcamp.model import Paper
from labcamp.model.licences import usual
from labcamp.model.provenance import Said
from labcamp.model.series import is_nobody
from labcamp.render.dates import day_and_month, listed
from labcamp.render.papers.document import Block, Document, Heading, Line, Paragraph, Reference, Run, SourceList, Table
from labcamp.render.papers.prose import blocks_of
from labcamp.render.papers.rest import rest_of
from labcamp.render.papers.said import (
    Material,
    filled,
    joined,
    linked,
    material_of,
    page_of,
    supported,
    text_of,
    where_of,
    who_of,
)
from labcamp.render.public import address_on_web
from labcamp.render.stage import Stage
from labcamp.workspace.papers import PAPERS

DOI = "https://doi.org/"


def document_of(stage: Stage, paper: Paper) -> Document:
    """A paper as it is told to everybody, in its own language."""
    of = material_of(stage, paper)
    paper, words = of.paper, of.words
    sources = tuple(_references(of))
    return Document(
        paper.id,
        paper.language,
        paper.title,
        paper.subtitle or "",
        tuple(_facts(of)),
        words("paper.origin", path=f"{EVENTS}/{PAPERS}/{paper.id}.yaml"),
        tuple(_blocks(of)),
        sources,
        citation_of(of),
    )


def address_of(paper: Paper) -> str:
    """The address of its page within the site."""
    return f"{PAPERS}/{paper.id}.html"


def _blocks(of: Material) -> Iterator[Block]:
    words = of.words
    if of.draft:
        yield Paragraph((Run(words("paper.draft")),), "note")
    yield from _introduction(of)
    for number, finding in enumerate(of.paper.findings, 1):
        title = words("paper.finding", number=number, title=finding.title)
        yield Heading(1, (Run(title),), anchor_of(number))
        if said := of.sources_of(finding.sources):
            yield Paragraph(supported(said, of), "support")
        if finding.text:
            yield from blocks_of(finding.text, 2, partial(address_on_web, of.series))
    yield from rest_of(of)
    yield from _licences(of)
    if of.cited:
        yield Heading(1, (Run(words("paper.sources")),), "sources")
        yield SourceList()
    yield Heading(1, (Run(words("paper.cite")),), "citation")
    yield Paragraph((Run(citation_of(of)),), "citation")


def anchor_of(number: int) -> str:
    """The anchor of a finding by its number, from 1."""
    return f"finding-{number}"


def _introduction(of: Material) -> Iterator[Block]:
    """The introduction, whose first paragraph leads into the paper."""
    blocks = blocks_of(of.paper.introduction, 1, partial(address_on_web, of.series)) if of.paper.introduction else ()
    for place, block in enumerate(blocks):
        leads = place == 0 and isinstance(block, Paragraph)
        yield block._replace(kind="lead") if leads and isinstance(block, Paragraph) else block


def _facts(of: Material) -> Iterator[Line]:
    """What stands below the title, as far as known: version and date, editors, licence, DOI."""
    paper, words = of.paper, of.words
    version = words("paper.version", version=paper.version) if paper.version else ""
    date = f"{day_and_month(paper.date, words)} {paper.date.year}" if paper.date else ""
    editors, doi = who_of(paper.editors, words), paper.doi
    known = (
        (Run(", ".join(filter(None, (version, date)))),),
        (Run(words("paper.editors", editors=editors) if editors else ""),),
        (Run(words("paper.licence", licence=paper.licence) if paper.licence else ""),),
        filled(words, "paper.doi", doi=(Run(doi, url=DOI + doi),)) if doi else (Run(""),),
    )
    yield from (line for line in known if line[0].text)


def _references(of: Material) -> Iterator[Reference]:
    """The sources in the order of their numbers."""
    findings = {
        name: [number for number, each in enumerate(of.paper.findings, 1) if said in of.sources_of(each.sources)]
        for name, said in ((said.name, said) for said in of.said)
        if name in of.cited
    }
    by_name = {said.name: said for said in of.said}
    for name, number in of.cited.items():
        cited_in = findings[name]
        yield Reference(
            number,
            _reference(by_name[name], cited_in, of),
            page_of(by_name[name]),
            tuple(anchor_of(each) for each in cited_in),
        )


def _reference(said: Said, findings: list[int], of: Material) -> Line:
    """`LabCamp #3, „Vom Projekt“, stadtLABOR Soest, 11. März 2021: Was gesagt wurde. https://… (zu Erkenntnis 1)`."""
    words = of.words
    line = filled(words, "paper.source", where=where_of(said, of, day=True), text=(Run(_ended(text_of(said, words))),))
    page = page_of(said)
    address = address_on_web(of.series, page)
    jumps = joined((Run(words("paper.bears", number=number), to=anchor_of(number)),) for number in findings)
    back = filled(words, "paper.bears_out", findings=jumps)
    pieces = (line, (Run(address, url=address, page=page),) if address else (), back)
    return joined((piece for piece in pieces if piece), " ")


def _ended(text: str) -> str:
    """A text that ends as a sentence does."""
    return text if text.rstrip("“”»\"')")[-1:] in {*".!?…"} else f"{text}."


def _licences(of: Material) -> Iterator[Block]:
    """What stands under another licence than the paper, each session once."""
    words, own = of.words, of.paper.licence
    used = of.said if of.paper.rest else [said for said in of.said if said.name in of.cited]
    others = {(each.event.id, each.session_id, each.licence): each for each in used if _other(each.licence, own)}
    if not others:
        return
    yield Heading(1, (Run(words("paper.licences")),), "licences")
    yield Paragraph((Run(words("paper.licences_than", licence=own) if own else words("paper.licences_own")),))
    heads = ("contribution", "contribution_by", "contribution_licence")
    yield Table(
        tuple((Run(words(f"paper.{head}")),) for head in heads), tuple(_row(each, of) for each in others.values())
    )


def _other(licence: str | None, own: str | None) -> bool:
    """Tell whether a licence is known, and not that of the paper, however both are spelled."""
    return licence is not None and (own is None or usual(licence) != usual(own))


def _row(said: Said, of: Material) -> tuple[Line, ...]:
    title = of.words("paper.quoted", text=said.session.title)
    contribution = (Run(f"{said.event.title}, "), linked(title, page_of(said), of))
    return contribution, (Run(who_of(said.by, of.words)),), (Run(said.licence or ""),)


def citation_of(of: Material) -> str:
    """How to cite it: `A und B (Hg.), 2027: Zehn Erkenntnisse. Untertitel. Version 1.0. LabCamp. https://…`."""
    paper, words = of.paper, of.words
    names = editors_of(of)
    by = listed(names, words)
    if paper.editors and names:
        by = words("paper.cited_editor" if len(names) == 1 else "paper.cited_editors", names=by)
    elif not names:
        by = listed([each.name for each in of.series.organisers], words) or of.series.title
    year = str(paper.date.year) if paper.date else words("paper.undated")
    version = words("paper.version", version=paper.version) if paper.version else ""
    title = words("paper.cited", names=by, year=year, title=paper.title)
    sentences = (title, paper.subtitle or "", version, of.series.title)
    address = DOI + paper.doi if paper.doi else address_on_web(of.series, address_of(paper))
    return " ".join(filter(None, (*(_ended(each) for each in sentences if each), address)))


def editors_of(of: Material) -> list[str]:
    """The names of those who edit it; an organisation where nobody is named."""
    names = (
        each.name if each.name and not is_nobody(each.name) else each.organisation.name if each.organisation else ""
        for each in of.paper.editors
    )
    return list(dict.fromkeys(name for name in names if name))
