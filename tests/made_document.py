"""Papers as trees, made by hand: one with everything that a paper can hold, and one as long as wanted."""

import datetime as dt
from collections.abc import Iterator

from labcamp.render.papers.document import (
    Block,
    Code,
    Document,
    Heading,
    Items,
    Line,
    Paragraph,
    Quote,
    Reference,
    Run,
    SourceList,
    Table,
)

DAY = dt.date(2027, 4, 1)
PROSE = (
    "Ein Labor ohne Auftrag sucht sich seine Aufgaben selbst und muss sie jedes Jahr von Neuem begründen. "
    "Wer einen hat, kann auch einmal Nein sagen."
)

TAKEAWAY = "Wer keinen Auftrag hat, muss sich jedes Jahr von Neuem begründen und kann selten Nein sagen."


def line(*pieces: str | Run) -> Line:
    """A line of plain texts and of pieces that are more than that."""
    return tuple(Run(piece) if isinstance(piece, str) else piece for piece in pieces)


def mark(number: int) -> Run:
    """The mark that names a source."""
    return Run(f"[{number}]", source=number)


def paragraph(*pieces: str | Run, kind: str = "") -> Paragraph:
    """A paragraph of such pieces."""
    return Paragraph(line(*pieces), kind)


def items(*texts: str, numbered: bool = False) -> Items:
    """A list of texts."""
    return Items(tuple((paragraph(text),) for text in texts), numbered=numbered)


def source(number: int, words: str, page: str, *cited_in: str) -> Reference:
    """A source with its address, and jumps to what names it."""
    address = f"https://labor.example/{page}"
    jumps = [piece for place in cited_in for piece in (", ", Run(place, to=place))]
    back = (" (zu ", *jumps[1:], ")") if jumps else ()
    pieces = (words, *((" ", Run(address, url=address, page=page)) if page else ()), *back)
    return Reference(number, line(*pieces), page, cited_in)


SOURCES = (
    source(1, "LabCamp #3, „Ein Atlas der Labore“: Karten helfen.", "labcamp-3/atlas.html", "auftrag", "dauer"),
    source(2, "LabCamp #4, „Geburt“: Am Anfang ist ein Auftrag.", "labcamp-4/geburt.html", "auftrag"),
    source(3, "LabCamp #10, „Rückblick“, 26. Februar 2024", ""),
)
BLOCKS: tuple[Block, ...] = (
    paragraph("Was zehn Treffen gelehrt haben.", kind="lead"),
    Heading(1, line("Labore brauchen einen Auftrag"), "auftrag"),
    paragraph("Bei zwei Treffen gehört, von zwei Laboren aus einem Land. ", mark(1), " ", mark(2), kind="support"),
    paragraph(
        "Mit ",
        Run("fettem", strong=True),
        ", ",
        Run("betontem", emphasis=True),
        ", ",
        Run("beidem", strong=True, emphasis=True),
        ", ",
        Run("code()", code=True),
        ", ",
        Run("gestrichen", struck=True),
        ",\nauf neuer Zeile und ",
        Run("einem Link", url="https://labor.example/a?b=c&d=e"),
        ".",
    ),
    Heading(2, line("Wie er aussieht")),
    Items(
        (
            (paragraph("Erstens"), items("darunter", "und daneben")),
            (paragraph("Zweitens"), paragraph("mit einem zweiten Absatz")),
        )
    ),
    items("Eins", "Zwei", numbered=True),
    paragraph("Und noch einmal von vorn:"),
    items("Anders", "Weiter", numbered=True),
    Heading(1, line("Labore brauchen Dauer"), "dauer"),
    paragraph("Bei einem Treffen gehört, von einem Labor. ", mark(1), kind="support"),
    Quote((paragraph("Wir wollten bleiben."), paragraph("Und wir sind geblieben."))),
    Code("if auftrag:\n    bleiben()"),
    Table((line("Jahr"), line("Labore")), ((line("2021"), line("43")), (line("2024"), line("67")))),
    paragraph("Ohne Gewähr.", kind="note"),
    Heading(1, line("Quellen"), "quellen"),
    SourceList(),
)


def document(
    *blocks: Block, language: str = "de", title: str = "Zehn Erkenntnisse", sources: tuple[Reference, ...] = SOURCES
) -> Document:
    """A paper of these blocks, else of all that there are."""
    return Document(
        id="positionspapier",
        language=language,
        title=title,
        subtitle="Was öffentliche Labore brauchen",
        facts=(line("Fassung 1.0, 1. April 2027"), line("Ada Muster, WITI"), line("CC BY 4.0")),
        origin="Diese Datei wird aus events/papers/positionspapier.yaml gemacht.",
        blocks=blocks or BLOCKS,
        sources=sources,
        citation="Ada Muster (2027): Zehn Erkenntnisse. Fassung 1.0.",
        editors=("Ada Muster",),
        date=DAY,
    )


def long_document(findings: int = 30, takeaways: int = 150) -> Document:
    """A paper of so many findings, and of takeaways that are all told in its appendix, each with its source."""
    return document(*_long_blocks(findings, takeaways), sources=tuple(_long_sources(findings, takeaways)))


def _long_blocks(findings: int, takeaways: int) -> Iterator[Block]:
    for number in range(findings):
        cited = [piece for each in range(number, takeaways, findings) for piece in (" ", mark(each + 1))]
        yield Heading(1, line(f"{number + 1}. Erkenntnis von {findings}"), f"finding-{number + 1}")
        yield paragraph("Bei fünf Treffen gehört, von vier Laboren", *cited, kind="support")
        yield paragraph(PROSE)
        yield paragraph(PROSE, Run("Mehr dazu", url=f"https://labor.example/{number}"))
    yield Heading(1, line("Alles, was gesagt wurde"), "rest")
    for topic in range(10):
        yield Heading(2, line(f"Thema {topic + 1}"), f"topic-{topic + 1}")
        told = ((paragraph(f"Satz {each + 1}. {TAKEAWAY} ", mark(each + 1)),) for each in range(topic, takeaways, 10))
        yield Items(tuple(told))
    yield Heading(1, line("Quellen"), "quellen")
    yield SourceList()


def _long_sources(findings: int, takeaways: int) -> Iterator[Reference]:
    for number in range(takeaways):
        words = f"LabCamp #{number % 12 + 1}, „Beitrag {number}“, Labor {number % 20}, 11. März 2021: {TAKEAWAY}"
        page = f"labcamp-{number % 12 + 1}/{number}.html"
        yield source(number + 1, words, page, f"finding-{number % findings + 1}")
