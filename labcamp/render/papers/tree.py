"""From a paper to its document, which every form is written from."""

from collections.abc import Iterable, Iterator
from functools import partial

from labcamp.files.disk import EVENTS
from labcamp.model import Paper, Person
from labcamp.model.licences import licence_of, usual
from labcamp.model.provenance import Said
from labcamp.render.dates import day_and_month, listed
from labcamp.render.papers.document import (
    Block,
    Document,
    Heading,
    Line,
    Paragraph,
    Reference,
    Run,
    SourceList,
    Table,
    Work,
    regular,
)
from labcamp.render.papers.prose import blocks_of
from labcamp.render.papers.rest import rest_of
from labcamp.render.papers.said import (
    Material,
    filled,
    joined,
    linked,
    material_of,
    page_of,
    plain_line,
    supported,
    text_of,
    where_of,
    who_of,
)
from labcamp.render.stage import Stage
from labcamp.workspace.papers import PAPERS
from labcamp.workspace.public import address_on_web, known

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
        tuple(regular(_blocks(of))),
        sources,
        citation_of(of),
        work_of(of),
        tuple(name for name, _ in named(paper.editors)),
        paper.date,
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
        if said := of.sources_of(finding):
            yield Paragraph(supported(said, of), "support")
        if finding.text:
            yield from blocks_of(finding.text, 2, partial(address_on_web, of.series))
    yield from rest_of(of)
    yield from _licences(of)
    if of.cited:
        yield Heading(1, (Run(words("paper.sources")),), "sources")
        yield SourceList()
    yield Heading(1, (Run(words("paper.cite")),), "citation")
    yield Paragraph(_with_link(citation_of(of), _cited_at(of)), "citation")


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
    facts = (
        plain_line(", ".join(filter(None, (version, date)))),
        plain_line(words("paper.editors", editors=editors) if editors else ""),
        filled(words, "paper.licence", licence=(_licence(paper.licence),)) if paper.licence else (),
        filled(words, "paper.doi", doi=(Run(doi, url=DOI + doi),)) if doi else (),
    )
    yield from filter(None, facts)


def _licence(name: str) -> Run:
    """A licence, with where it can be read."""
    licence = licence_of(name)
    return Run(name, url=licence.url if licence else "")


def _references(of: Material) -> Iterator[Reference]:
    """The sources in the order of their numbers."""
    sources = [of.sources_of(each) for each in of.paper.findings]
    for number, said in enumerate(of.cited, 1):
        findings = [place for place, some in enumerate(sources, 1) if said in some]
        anchors = tuple(anchor_of(each) for each in findings)
        yield Reference(number, _reference(said, findings, of), page_of(said), anchors, _work(said, of))


def _reference(said: Said, findings: list[int], of: Material) -> Line:
    """`LabCamp #3, „Vom Projekt“, stadtLABOR Soest, 11. März 2021: Was gesagt wurde. https://… (zu Erkenntnis 1)`."""
    words, page = of.words, page_of(said)
    where, text = where_of(said, of, day=True), plain_line(_ended(text_of(said, words)))
    address = plain_line(address_on_web(of.series, page))
    if address:  # one link is enough
        where = tuple(run._replace(url="", page="") for run in where)
        address = (Run(address[0].text, url=address[0].text, page=page),)
    jumps = joined((Run(words("paper.bears", number=number), to=anchor_of(number)),) for number in findings)
    source = filled(words, "paper.source", where=where, text=text)
    return joined(filter(None, (source, address, filled(words, "paper.bears_out", findings=jumps))), " ")


def _ended(text: str) -> str:
    """A text that ends as a sentence does."""
    return text if text.rstrip("“”»\"')")[-1:] in {*".!?…"} else f"{text}."


def _licences(of: Material) -> Iterator[Block]:
    """What stands under another licence than the paper, each session once."""
    words, own = of.words, of.paper.licence
    used = of.heard.values() if of.paper.rest else of.cited
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
    title = of.words("agenda.quote", text=said.session.title)
    contribution = (Run(f"{said.event.title}, "), linked(title, page_of(said), of))
    return contribution, plain_line(who_of(said.by, of.words)), plain_line(usual(said.licence or ""))


def work_of(of: Material) -> Work:
    """The paper as a list of literature knows it; by those who organise the series, where nobody edits it."""
    paper, series = of.paper, of.series
    organisers = [each.name for each in series.organisers] or [series.title]
    return Work(
        paper.title,
        named(paper.editors) or tuple((name, False) for name in organisers),
        paper.date.year if paper.date else 0,
        paper.date.month if paper.date else 0,
        subtitle=paper.subtitle or "",
        publisher=series.title,
        version=paper.version or "",
        licence=paper.licence or "",
        doi=paper.doi or "",
        url=address_on_web(series, address_of(paper)),
    )


def _work(said: Said, of: Material) -> Work:
    """A session as a list of literature knows it."""
    date, by = said.event.date, named(said.session.by)
    year, month = (date.year, date.month) if date else (0, 0)
    publisher, url = of.series.title, address_on_web(of.series, page_of(said))
    return Work(said.session.title, by, year, month, said.event.heading, publisher=publisher, url=url)


def named(people: Iterable[Person]) -> tuple[tuple[str, bool], ...]:
    """The names of people, or of their organisation where nobody is named, each once."""
    found = (known(person) for person in people)
    names = [
        (each.name or (each.organisation.name if each.organisation else ""), bool(each.name)) for each in found if each
    ]
    return tuple(dict.fromkeys((name, person) for name, person in names if name))


def citation_of(of: Material) -> str:
    """How to cite it: `A und B (Hg.), 2027: Zehn Erkenntnisse. Untertitel. Version 1.0. LabCamp. https://…`."""
    work, words = work_of(of), of.words
    names = [name for name, _ in work.authors]
    by = listed(names, words)
    if named(of.paper.editors):
        by = words("paper.cited_editor" if len(names) == 1 else "paper.cited_editors", names=by)
    title = words("paper.cited", names=by, year=work.year or words("paper.undated"), title=work.title)
    version = words("paper.version", version=work.version) if work.version else ""
    sentences = (title, work.subtitle, version, work.publisher)
    return " ".join(filter(None, (*(_ended(each) for each in sentences if each), _cited_at(of))))


def _cited_at(of: Material) -> str:
    """Where it is found for good: its DOI, else its page on the web; empty where nobody knows."""
    return DOI + of.paper.doi if of.paper.doi else address_on_web(of.series, address_of(of.paper))


def _with_link(text: str, address: str) -> Line:
    """A text, whose address at its end is a link."""
    return (Run(text.removesuffix(address)), Run(address, url=address)) if address else (Run(text),)
