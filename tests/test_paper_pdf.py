"""A paper as a PDF: what a screen reader, a reader of bookmarks and a person find in it."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
from made_document import BLOCKS, document, items, line, long_document, mark, paragraph
from pdf_judge import broken_rules, letters, pages_of
from sample import SERIES, in_memory
from test_typesetting import HOSTILE

from labcamp.render.papers import pdf
from labcamp.render.papers.document import (
    Code,
    Document,
    Heading,
    Items,
    Quote,
    Reference,
    Run,
    SourceList,
    Table,
    regular,
)
from labcamp.render.stage import Stage, stage_of


def stage(root: Path, language: str = "de") -> Stage:
    """A series without events."""
    return stage_of(in_memory(root, (), f"{SERIES}language: {language}\n"))


def made(root: Path, paper: Document) -> bytes:
    """The PDF of a paper."""
    return pdf.render(stage(root, paper.language), paper).content


def bookmarks(content: bytes) -> list[Any]:
    """The titles of the bookmarks, those below one in a list behind it."""

    def titles(entries: list[Any]) -> list[Any]:
        return [titles(each) if isinstance(each, list) else each.title for each in entries]

    return titles(pypdf.PdfReader(BytesIO(content)).outline)


def addresses(content: bytes) -> list[str]:
    """Where links lead out of the file, in order."""
    return [str(action["/URI"]) for action in _actions(content) if "/URI" in action]


def _actions(content: bytes) -> Iterator[Any]:
    for sheet in pypdf.PdfReader(BytesIO(content)).pages:
        for annotation in sheet.get("/Annots", []):
            yield annotation.get_object().get("/A", {})


def test_a_paper_says_all_that_it_has_in_the_order_in_which_it_is_read(
    tmp_path: Path, tested: Callable[..., None]
) -> None:
    content = made(tmp_path, document())
    pages = pages_of(content)

    assert broken_rules(content) == []
    assert letters(pages[0]) == letters(
        "MusterTreff Zehn Erkenntnisse Was öffentliche Labore brauchen Fassung 1.0, 1. April 2027 Ada Muster, WITI"
        "CC BY 4.0 Was zehn Treffen gelehrt haben. Labore brauchen einen Auftrag"
        "Bei zwei Treffen gehört, von zwei Laboren aus einem Land. 1, 2 Mit fettem, betontem, beidem, code(),"
        "gestrichen, auf neuer Zeile und einem Link."
        "Wie er aussieht • Erstens • darunter • und daneben • Zweitens mit einem zweiten Absatz"
        "1. Eins 2. Zwei Und noch einmal von vorn: 1. Anders 2. Weiter Labore brauchen Dauer"
        "Bei einem Treffen gehört, von einem Labor. 1 Wir wollten bleiben. Und wir sind geblieben."
        "if auftrag: bleiben()"
        "1 LabCamp #3, „Ein Atlas der Labore“: Karten helfen. https://labor.example/labcamp-3/atlas.html"
        "(zu auftrag, dauer)"
        "2 LabCamp #4, „Geburt“: Am Anfang ist ein Auftrag. https://labor.example/labcamp-4/geburt.html (zu auftrag)"
        "Seite 1 von 2"
    )
    assert letters(pages[1]) == letters(
        "Jahr Labore 2021 43 2024 67 Ohne Gewähr. Quellen"
        "1. LabCamp #3, „Ein Atlas der Labore“: Karten helfen. https://labor.example/labcamp-3/atlas.html"
        "(zu auftrag, dauer)"
        "2. LabCamp #4, „Geburt“: Am Anfang ist ein Auftrag. https://labor.example/labcamp-4/geburt.html (zu auftrag)"
        "3. LabCamp #10, „Rückblick“, 26. Februar 2024"
        "Zehn Erkenntnisse Seite 2 von 2"
    )
    tested("pdf", "ua", ("page-validation",), {"paper": 1})


def test_what_programs_read_of_the_file_is_that_of_the_paper(tmp_path: Path) -> None:
    reader = pypdf.PdfReader(BytesIO(made(tmp_path, document(language="de-AT"))))
    known = reader.metadata

    assert known
    assert (known.title, known.author, known.subject) == (
        "Zehn Erkenntnisse",
        "Ada Muster",
        "Was öffentliche Labore brauchen",
    )
    assert known.creation_date
    assert known.creation_date.isoformat() == "2027-04-01T00:00:00+00:00"
    assert str(reader.root_object["/Lang"]) == "de-AT"


def test_bookmarks_lead_to_each_heading(tmp_path: Path) -> None:
    assert bookmarks(made(tmp_path, document())) == [
        "Zehn Erkenntnisse",
        ["Labore brauchen einen Auftrag", ["Wie er aussieht"], "Labore brauchen Dauer", "Quellen"],
    ]


def test_links_lead_to_the_pages_of_the_sources_and_nowhere_where_they_could_do_harm(tmp_path: Path) -> None:
    pages = ["https://labor.example/labcamp-3/atlas.html", "https://labor.example/labcamp-4/geburt.html"]
    bad = [
        Run(url, url=url, to="nirgends")
        for url in ("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "#")
    ]

    assert addresses(made(tmp_path, document())) == ["https://labor.example/a?b=c&d=e", *pages, *pages]
    assert addresses(made(tmp_path, document(paragraph(*bad), sources=()))) == []


def test_only_a_long_paper_has_a_table_of_contents(tmp_path: Path) -> None:
    six = [Heading(1, line(f"Überschrift {number}"), f"h{number}") for number in range(6)]

    assert "Inhalt" not in pages_of(made(tmp_path, document(*six[:5])))[0]
    (page,) = pages_of(made(tmp_path, document(*six)))
    lines = page.split("\n")
    assert lines[lines.index("Inhalt") + 1 :][:2] == ["Überschrift 0 1", "Überschrift 1 1"]
    assert "Contents" in pages_of(made(tmp_path, document(*six, language="en")))[0].split("\n")


def test_thirty_findings_and_all_that_was_said_are_one_file_that_everybody_can_read(
    tmp_path: Path, tested: Callable[..., None]
) -> None:
    paper = long_document()
    content = made(tmp_path, paper)
    text = letters("".join(pages_of(content)))

    assert broken_rules(content) == []
    for source in paper.sources:
        words = letters("".join(run.text for run in source.line))
        assert text.count(words) == 2  # in its footnote, and in the list
        assert text.count(f"{source.number}.{words}") == 1
    tested("pdf", "ua", ("page-validation",), {"long paper": 1})


def test_whatever_people_write_is_set_as_they_wrote_it(tmp_path: Path) -> None:
    for text in (" ".join(HOSTILE), "\ud800 \ufffe \x07", ""):
        bold = Run(text, strong=True, emphasis=True)
        blocks = (
            Heading(1, line(text, mark(1)), "a b"),
            Heading(3, line(text), '"quote'),
            paragraph(text, bold, Run(text, code=True), Run(text, url=text), mark(1), mark(7), kind="lead"),
            Items(((paragraph(text), items(text, numbered=True)), ())),
            Quote((paragraph(text, kind="note"), Code(text))),
            Table((line(text), line(text)), ((line(text), line(text, mark(1))),)),
            SourceList(),
        )
        sources = (Reference(1, line(text, Run(text, url=text, to='"quote')), text, ('"quote', "nowhere")),)

        content = made(tmp_path, document(*regular(blocks), title=text or "T", sources=sources))

        assert broken_rules(content) == []
        assert letters("".join(pages_of(content))).count(letters(text.replace(" ", ""))) >= 12 or not text.isprintable()


def test_the_same_paper_is_the_same_bytes(tmp_path: Path) -> None:
    assert made(tmp_path, document()) == made(tmp_path, document(*BLOCKS))
