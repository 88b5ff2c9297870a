"""All forms of a paper: they say and count the same, hostile texts are inert and not lost, what is private stays so."""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest
from bibtexparser.entrypoint import parse_string
from made_papers import FINDING_COUNTS, HIDDEN, PAPER, REMARKS, SECRET, SUPPORT, TOPIC_COUNTS, write_series
from markdown_it import MarkdownIt
from pypdf import PdfReader
from sample import SERIES, TODAY, event_of, in_memory, series_of, some
from site_reading import Read
from test_hostile_mails import TEXTS
from test_site_hostile import ATTRIBUTES, LETTERS, SCHEMES, TAGS

from labcamp.check import check_paper
from labcamp.check.paper import Around
from labcamp.files.read import source_of
from labcamp.model.provenance import support_of
from labcamp.render import papers
from labcamp.render.papers.heard import heaps_of, heard
from labcamp.render.papers.said import material_of
from labcamp.render.stage import stage_of
from labcamp.workspace import Workspace, load


def read_pdf(content: bytes) -> str:
    """The text of a PDF, and what it says of itself."""
    reader = PdfReader(BytesIO(content))
    return " ".join([*(sheet.extract_text() for sheet in reader.pages), str(reader.metadata), str(reader.outline)])


def read_word(content: bytes) -> str:
    """The text of a Word file, of all parts that hold one."""
    with ZipFile(BytesIO(content)) as whole:
        parts = [whole.read(name).decode() for name in whole.namelist() if name.endswith((".xml", ".rels"))]
    return Read(" ".join(parts)).text


READ: dict[str, Callable[[bytes], str]] = {
    "html": lambda content: Read(content.decode()).text,
    "md": lambda content: Read(MarkdownIt("commonmark").enable("table").render(content.decode())).text,
    "pdf": read_pdf,
    "docx": read_word,
    "bib": lambda content: re.sub(r"\\ensuremath|[{}\\]", "", content.decode()),
}
FORMS = tuple(papers.FORMS)


@cache
def workspace() -> Workspace:
    """The made-up series with a quote that must be kept back."""
    with TemporaryDirectory() as folder:
        return load(write_series(Path(folder), kept_back=True), TODAY)


@cache
def forms(*, again: bool = False) -> dict[str, bytes]:
    """All papers of it in all forms, by the names of the files."""
    assert again in {True, False}
    found = workspace()
    return {file.name: file.content for file in papers.render(stage_of(found), found.papers)}


def read(name: str, content: bytes) -> str:
    """What is to be read in a file, with single blanks."""
    return " ".join(READ[name.rpartition(".")[2]](content).split())


@pytest.mark.parametrize("form", [form for form in FORMS if form != "bib"])
def test_each_form_says_how_much_bears_out_each_finding(form: str) -> None:
    text = read(form, forms()[f"papers/{PAPER}/paper.{form}"])
    squeezed = text.replace(" ", "")
    assert {title for title, said in SUPPORT.items() if said.replace(" ", "") not in squeezed} == set()
    assert [each.text for each in REMARKS if each.text.replace(" ", "") not in squeezed] == []


def test_what_is_heard_counts_as_it_was_made() -> None:
    heaps = {heap.id: heap.support for heap in heaps_of(heard(workspace()), workspace().topics)}
    counts = {id_: tuple(map(len, support)) for id_, support in heaps.items() if id_ in TOPIC_COUNTS}
    assert counts == TOPIC_COUNTS
    paper = next(each for each in workspace().papers if each.id == PAPER)
    of = material_of(stage_of(workspace()), paper)
    found = {each.title: tuple(map(len, support_of(of.sources_of(each)))) for each in paper.findings}
    assert found == FINDING_COUNTS


def test_what_must_not_go_out_is_in_no_form_and_no_name() -> None:
    for name, content in some(forms().items()):
        for secret in (SECRET, HIDDEN):
            assert secret.casefold() not in f"{name} {read(name, content)} {content!r}".casefold(), name


def test_the_same_papers_are_the_same_bytes() -> None:
    assert forms(again=True) == forms()


def hostile() -> Iterator[dict[str, object]]:
    """Sessions that say a text wherever they can, and one that quotes it."""
    for number, text in enumerate(TEXTS):
        person = {"name": text, "role": text}
        said = [text, {"text": text, "quote": True, "consent": True, "by": [person]}]
        yield {"id": f"s{number}", "title": text, "teaser": text, "by": [person], "takeaways": said, "licence": text}


HEAD = ("title", "subtitle", "version", "licence", "introduction")


@cache
def hostile_forms() -> dict[str, bytes]:
    """A paper that says the texts in its findings, and some with one of them in each key of their head."""
    agenda = json.dumps(list(hostile()), ensure_ascii=False)
    text = f'{{"title": "Treffen", "status": "confirmed", "date": "2026-03-11", "agenda": {agenda}}}'
    events = (event_of(text, id_="e"),)
    known = in_memory(Path("nothing"), list(events), SERIES)
    series, organisations = series_of(SERIES)
    around = Around(series, organisations, events)
    findings = [{"title": text, "text": text, "sources": [f"e/s{n}#1", f"e/s{n}#2"]} for n, text in enumerate(TEXTS)]
    data: dict[str, dict[str, object]] = {"all": {"title": "Alles", "findings": findings, "rest": "by topic"}}
    for number in range(0, len(TEXTS), 5 * len(HEAD)):
        head = dict(zip(HEAD, TEXTS[number::5], strict=False))
        data[f"p{number}"] = {**head, "editors": [{"name": TEXTS[number], "role": TEXTS[number]}], "rest": "by event"}
    made = []
    for id_, each in data.items():
        paper, _ = check_paper(id_, source_of(json.dumps(each, ensure_ascii=False).encode(), f"{id_}.yaml"), around)
        assert paper, id_
        made.append(paper)
    return {file.name: file.content for file in papers.render(stage_of(known), made, quick())}


def quick() -> tuple[str, ...]:
    """The forms that are made in no time; what Typst sets is tried in tests/test_paper_pdf.py."""
    return tuple(form for form in FORMS if form not in papers.SET)


def test_no_hostile_text_becomes_a_tag_an_attribute_or_a_program() -> None:
    pages = {name: Read(content.decode()) for name, content in hostile_forms().items() if name.endswith(".html")}
    for name, page in some(pages.items()):
        for tag in page.tags:
            assert tag.name in TAGS | {"style"}, (name, tag)
            assert all(ATTRIBUTES.fullmatch(each) for each in tag.values), (name, tag)
            assert all(SCHEMES.match(link) or link.startswith("data:image/") for link in tag.leads), (name, tag)
            assert tag.name != "script", (name, tag)
        assert page.comments == []


@pytest.mark.parametrize("form", quick())
def test_no_hostile_text_is_lost(form: str) -> None:
    shown = re.sub(r"\s+", "", read(form, hostile_forms()[f"papers/all/paper.{form}"]))
    for text in TEXTS:
        lost = [word for word in LETTERS.findall(text) if word not in shown]
        assert lost == [], (form, text)


def test_no_hostile_text_breaks_a_list_of_literature() -> None:
    for name, content in some(hostile_forms().items()):
        if name.endswith(".bib"):
            found = parse_string(content.decode())
            assert found.failed_blocks == [], name
            assert len(found.entries) == (1 + len(TEXTS) if name == "papers/all/paper.bib" else 1), name
