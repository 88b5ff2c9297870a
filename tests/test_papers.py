"""Papers: one tree, and the forms that are written from it, which say the same words."""

import datetime as dt
import re
from collections.abc import Callable
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from conftest import Labcamp
from markdown_it import MarkdownIt
from pdf_judge import pages_of

from labcamp.commands.render_paper import known_forms
from labcamp.model.provenance import Support
from labcamp.render import KINDS
from labcamp.render.papers import FORMS, render
from labcamp.render.papers.document import Document, Heading, Items, Line, Paragraph, Quote, Run, Table
from labcamp.render.papers.prose import blocks_of
from labcamp.render.papers.said import support_in_words
from labcamp.render.papers.tree import document_of
from labcamp.render.stage import stage_of
from labcamp.render.words import words_for
from labcamp.workspace import Workspace, load

TODAY = dt.date(2027, 5, 1)
TEXTS = ("html", "md", "bib")
HOSTILE = r"""<b>\&amp; {x *y* _z_ [a](b) `c` #1 50 % 3 $ a~b ^ -- ''"" @misc{q, | 1. ] } ~~s~~ <https://e.org>"""
FILES = {
    "series.yaml": """\
id: treff
title: Labortreff
title_pattern: "Labortreff #{{number}}"
language: {language}
domain: example.org
public: https://labore.example.org/
organisers: [hafen]
people: {{hide: [Otto Geheim]}}
""",
    "organisations.yaml": """\
hafen: {{name: Hafenlabor, place: Hamburg, country: DE}}
werkstatt: {{name: Werkstatt Nord, country: DE}}
gov: {{name: Labor Wien, place: Wien, country: AT}}
""",
    "topics.yaml": """\
auftrag: {{name: Auftrag, description: Was ein Labor darf.}}
geld: {{name: Finanzierung}}
""",
    "treff-1.yaml": """\
number: 1
theme: Labore finden
status: confirmed
date: 2021-03-11
place: online
topics: [auftrag]
agenda:
  - {{title: Ankommen, id: ankommen, type: welcome}}
  - title: Ein Atlas der Labore
    id: atlas
    type: input
    topics: [auftrag, geld]
    by: [{{name: Ada Muster, role: Leitung, organisation: hafen}}, {{name: Otto Geheim, organisation: gov}}]
    teaser: Über hundert Labore auf einer Karte.
    takeaways:
      - Labore brauchen einen Auftrag
      - {{text: Ohne Geld kein Labor., id: geld, quote: ja, consent: ja, topics: geld, licence: CC BY-SA 4.0,
          by: [{{name: Ida Muster, organisation: werkstatt}}]}}
      - Otto Geheim hat es vorgerechnet
      - {{text: Verschwiegen., public: nein}}
    links: [{{title: Folien, url: "https://example.org/folien", type: slides, licence: CC BY 4.0}}]
  - title: Fragen an Otto Geheim
    by: [{{organisation: werkstatt}}]
    takeaways: [Fragen gibt es viele]
""",
    "treff-2.yaml": """\
number: 2
status: confirmed
date: 2022-09
place: online
agenda:
  - {{title: Geburt eines Labors, id: geburt, type: input, by: [{{organisation: gov}}], licence: CC0,
      takeaways: [Aller Anfang ist klein]}}
""",
    "treff-3.yaml": """\
number: 3
status: confirmed
date: 2023-09-16
place: online
agenda: [{{title: Später, id: spaeter, takeaways: Später gesagt}}]
""",
    "entwurf.yaml": "title: Entwurf\nagenda: [{{title: Geheimes, id: geheim, takeaways: Verschwiegen}}]\n",
    "papers/paper.yaml": """\
title: Was Labore brauchen
subtitle: Erkenntnisse aus zwei Treffen
version: "1.0"
date: 2027-04-01
editors: [{{name: Ada Muster, organisation: hafen}}, {{name: Otto Geheim, organisation: gov}}, N. N.]
licence: CC BY-SA 4.0
until: 2
doi: https://doi.org/10.5281/zenodo.1
introduction: |
  Ein **erster** Satz, mit [einem Link](../treff-1/atlas.html), `Code` und *mehr*.

  ## Wie es kam

  > Wer nicht fragt.

  1. eins
     - innen
  2. zwei ~~nicht~~

  | Jahr | Treffen |
  |------|--------:|
  | 2021 | *eines* |
findings:
  - title: Labore brauchen einen Auftrag
    text: |
      Das ist so, weil Otto Geheim es sagt.

      ### Darum

      Eben.
    sources: [treff-1/atlas#1, treff-1/atlas#geld, treff-2/geburt#1]
  - title: Anfangen
    sources: [treff-2/geburt#1, treff-1/fragen-an-otto-geheim#1]
rest: by topic
""",
    "papers/reader.yaml": "title: Lesebuch\nuntil: treff-2\nrest: by topic\n",
}


def write(root: Path, language: str = "de", **changed: str) -> Workspace:
    """A series with two papers in a language; a file of another name, or with other text, where that is given."""
    files = {name: text.format(language=language) for name, text in FILES.items()} | changed
    for name, text in files.items():
        path = root / "events" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    workspace = load(root, TODAY)
    assert workspace.errors == ()
    return workspace


def forms(workspace: Workspace, id_: str = "paper", wanted: tuple[str, ...] = TEXTS) -> dict[str, str]:
    """The forms of a paper as text, by their endings."""
    papers = [paper for paper in workspace.papers if paper.id == id_]
    files = list(render(stage_of(workspace), papers, wanted))
    assert [file.name for file in files] == [f"papers/{id_}/paper.{form}" for form in wanted]
    return {file.name.rpartition(".")[2]: file.content.decode() for file in files}


def document(workspace: Workspace, id_: str = "paper") -> Document:
    """The tree of a paper."""
    return document_of(stage_of(workspace), next(paper for paper in workspace.papers if paper.id == id_))


def said(line: Line) -> str:
    """A line as it is read."""
    return "".join(run.text for run in line)


def words_of(page: str) -> list[str]:
    """The words of a page that people read in it, in order."""
    body = re.sub("(?s)<head>.*?</head>", "", page)
    text = re.sub(r"<(?!/?(?:a|em|strong|s|code|span)[ >])[^<>]*>", " ", body)
    return unescape(re.sub("<[^<>]*>", "", text)).split()


def same_words(texts: dict[str, str]) -> None:
    """Assert that the page and the Markdown say the same; above the title of the page stands the series."""
    rendered = MarkdownIt("js-default", {"html": False}).render(texts["md"])
    assert words_of(texts["html"])[1:] == words_of(rendered)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("form", TEXTS)
def test_a_paper_in_each_form(language: str, form: str, tmp_path: Path, golden: Callable[[str, bytes], None]) -> None:
    golden(f"papers/{language}.paper.{form}", forms(write(tmp_path, language))[form].encode())


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_paper_as_word_and_pdf(language: str, tmp_path: Path, golden: Callable[[str, bytes], None]) -> None:
    """What each page says, and each paragraph with its style."""
    workspace = write(tmp_path, language)
    (paper,) = (each for each in workspace.papers if each.id == "paper")
    word, pdf = (each.content for each in render(stage_of(workspace), [paper], ["docx", "pdf"]))
    lines = [f"{each.style.name}: {each.text}" for each in docx.Document(BytesIO(word)).paragraphs if each.style]
    golden(f"papers/{language}.paper.docx.txt", "\n".join([*lines, ""]).encode())
    golden(f"papers/{language}.paper.pdf.txt", "\n\n".join([*pages_of(pdf), ""]).encode())


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_reader_holds_the_inputs_themselves(
    language: str, tmp_path: Path, golden: Callable[[str, bytes], None]
) -> None:
    golden(f"papers/{language}.reader.md", forms(write(tmp_path, language), "reader")["md"].encode())


@pytest.mark.parametrize("id_", ["paper", "reader"])
@pytest.mark.parametrize("language", ["de", "en", "de-AT", "de-CH"])
def test_all_forms_say_the_same_words(id_: str, language: str, tmp_path: Path) -> None:
    same_words(forms(write(tmp_path, language), id_))


def test_all_forms_say_the_same_words_whatever_people_type(tmp_path: Path) -> None:
    text = HOSTILE.replace("'", "''")
    event = f"""\
number: 2
status: confirmed
date: 2022-09-01
place: online
theme: '{text}'
agenda: [{{title: '{text}', id: geburt, by: [{{name: '{text}'}}], takeaways: ['{text}']}}]
"""
    paper = f"""\
title: '{text}'
subtitle: '{text}'
findings: [{{title: '{text}', sources: treff-2/geburt#1}}]
rest: by event
"""
    texts = forms(write(tmp_path, **{"treff-2.yaml": event, "papers/paper.yaml": paper}))
    same_words(texts)
    assert "<b>" not in texts["html"]
    entries = {entry.key: entry for entry in parsed(texts["bib"])}
    assert entries.keys() == {"paper", "treff-2:geburt"}
    assert entries["treff-2:geburt"]["title"] == HOSTILE.replace("^", "ˆ")  # what the decoder makes of the sign
    assert entries["treff-2:geburt"]["booktitle"] == f"Labortreff #2: {HOSTILE}".replace("^", "ˆ")


def parsed(text: str) -> list[Any]:
    """The entries of a BibTeX file, as another program reads them."""
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    return library.entries


def test_bibtex_knows_the_paper_and_each_session_that_it_cites_once(tmp_path: Path) -> None:
    paper, atlas, geburt, fragen = parsed(forms(write(tmp_path))["bib"])
    assert (paper.entry_type, paper.key) == ("techreport", "paper")
    assert {field.key: field.value for field in paper.fields} == {
        "author": "Ada Muster and Labor Wien",
        "title": "Was Labore brauchen: Erkenntnisse aus zwei Treffen",
        "year": "2027",
        "month": "apr",
        "url": "https://labore.example.org/papers/paper.html",
        "institution": "Labortreff",
        "number": "1.0",
        "note": "CC BY-SA 4.0",
        "doi": "10.5281/zenodo.1",
        "annote": "Ada Muster und Labor Wien (Hg.), 2027: Was Labore brauchen. Erkenntnisse aus zwei Treffen. "
        "Version 1.0. Labortreff. https://doi.org/10.5281/zenodo.1",
        "langid": "ngerman",
    }
    assert [(each.entry_type, each.key) for each in (atlas, geburt, fragen)] == [
        ("inproceedings", "treff-1:atlas"),
        ("inproceedings", "treff-2:geburt"),
        ("inproceedings", "treff-1:fragen-an-n-n"),
    ]
    assert (geburt["author"], geburt["booktitle"], geburt["month"]) == ("Labor Wien", "Labortreff #2", "sep")


@pytest.mark.parametrize("id_", ["paper", "reader"])
def test_no_form_names_who_is_hidden_or_tells_what_is_not_public(id_: str, tmp_path: Path) -> None:
    texts = "".join(forms(write(tmp_path), id_).values()).lower()
    assert "geheim" not in texts
    assert "verschwiegen" not in texts
    assert "später" not in texts
    assert "fragen gibt es viele" in texts


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", ["Bei zwei Treffen gehört, von drei Laboren aus zwei Ländern. [1] [2] [3]",
                "Bei zwei Treffen gehört, von zwei Laboren aus zwei Ländern. [3] [4]"]),
        ("en", ["Heard at two meetings, from three labs in two countries. [1] [2] [3]",
                "Heard at two meetings, from two labs in two countries. [3] [4]"]),
    ],
)  # fmt: skip
def test_beside_each_finding_stands_what_bears_it_out(language: str, expected: list[str], tmp_path: Path) -> None:
    paragraphs = [block for block in document(write(tmp_path, language)).blocks if isinstance(block, Paragraph)]
    assert [said(block.line) for block in paragraphs if block.kind == "support"][:2] == expected


SUPPORT = {
    (0, 0, 0): ("", ""),
    (1, 0, 0): ("Bei einem Treffen gehört.", "Heard at one meeting."),
    (1, 1, 0): ("Bei einem Treffen gehört, von einem Labor.", "Heard at one meeting, from one lab."),
    (2, 1, 1): (
        "Bei zwei Treffen gehört, von einem Labor aus einem Land.",
        "Heard at two meetings, from one lab in one country.",
    ),
    (4, 6, 3): (
        "Bei vier Treffen gehört, von sechs Laboren aus drei Ländern.",
        "Heard at four meetings, from six labs in three countries.",
    ),
    (12, 12, 2): (
        "Bei zwölf Treffen gehört, von zwölf Laboren aus zwei Ländern.",
        "Heard at twelve meetings, from twelve labs in two countries.",
    ),
    (13, 13, 0): ("Bei 13 Treffen gehört, von 13 Laboren.", "Heard at 13 meetings, from 13 labs."),
}


@pytest.mark.parametrize("counts", SUPPORT)
def test_support_is_said_in_words_up_to_twelve_and_only_as_far_as_known(
    counts: tuple[int, int, int], tmp_path: Path
) -> None:
    events, labs, countries = (tuple(range(count)) for count in counts)
    support = Support(events, labs, tuple(map(str, countries)))  # type: ignore[arg-type]
    said_in = {
        language: support_in_words(support, words_for(tmp_path, language, "ihr"))
        for language in ("de", "de-AT", "de-CH", "en")
    }
    german, english = SUPPORT[counts]
    assert said_in == {"de": german, "de-AT": german, "de-CH": german, "en": english}


def test_a_source_says_where_it_was_heard_and_leads_back_to_its_findings(tmp_path: Path) -> None:
    third = document(write(tmp_path)).sources[2]
    assert said(third.line) == (
        "Labortreff #2, „Geburt eines Labors“, Labor Wien, September 2022: Aller Anfang ist klein. "
        "https://labore.example.org/treff-2/geburt.html (zu Erkenntnis 1, Erkenntnis 2)"
    )
    assert (third.number, third.address, third.cited_in) == (3, "treff-2/geburt.html", ("finding-1", "finding-2"))
    assert [run.to for run in third.line if run.to] == ["finding-1", "finding-2"]
    assert [(run.text, run.page) for run in third.line if run.url] == [
        ("https://labore.example.org/treff-2/geburt.html", "treff-2/geburt.html")
    ]


def test_where_the_address_of_the_site_is_not_known_a_source_leads_to_its_page_on_the_site_alone(
    tmp_path: Path,
) -> None:
    series = FILES["series.yaml"].format(language="de").replace("public:", "homepage:")
    third = document(write(tmp_path, **{"series.yaml": series})).sources[2]
    assert [(run.text, run.url, run.page) for run in third.line if run.page] == [
        ("„Geburt eines Labors“", "", "treff-2/geburt.html")
    ]


@pytest.mark.parametrize(("date", "draft"), [("2027-05-01", False), ("2027-05-02", True), ("", True)])
def test_a_paper_says_that_it_is_a_draft_until_its_day(date: str, draft: bool, tmp_path: Path) -> None:
    text = f"title: Papier\nrest: by event\n{f'date: {date}' if date else ''}\n"
    blocks = document(write(tmp_path, **{"papers/paper.yaml": text})).blocks
    notes = [said(block.line) for block in blocks if isinstance(block, Paragraph) and block.kind == "note"]
    assert notes == (["Entwurf: Dieses Papier ist noch nicht veröffentlicht."] if draft else [])


def test_contributions_under_another_licence_are_listed(tmp_path: Path) -> None:
    table = [block for block in document(write(tmp_path)).blocks if isinstance(block, Table)][-1]
    assert [[said(cell) for cell in row] for row in (table.head, *table.rows)] == [
        ["Beitrag", "Von", "Lizenz"],
        ["Labortreff #2, „Geburt eines Labors“", "Labor Wien", "CC0 1.0"],
    ]


def test_markdown_becomes_blocks_with_its_highest_heading_on_a_level() -> None:
    text = "## Oben\n\nEin **Satz** mit\nzwei  \nZeilen.\n\n#### Unten\n\n> ## Zitat\n\n- a\n\n<b>"
    assert blocks_of(text, 2, str) == (
        Heading(2, (Run("Oben"),)),
        Paragraph((Run("Ein "), Run("Satz", strong=True), Run(" mit zwei\nZeilen."))),
        Heading(4, (Run("Unten"),)),
        Quote((Paragraph((Run("Zitat", strong=True),)),)),
        Items((((Paragraph((Run("a"),))),),)),
        Paragraph((Run("<b>"),)),
    )


@pytest.mark.parametrize(
    ("address", "url", "page"),
    [
        ("https://example.org/", "https://example.org/", ""),
        ("../treff-1/atlas.html", "W:treff-1/atlas.html", "treff-1/atlas.html"),
        ("andere.html", "W:papers/andere.html", "papers/andere.html"),
        ("../../etc/passwd", "", ""),
        ("/oben", "", ""),
        ("#hier", "", ""),
    ],
)
def test_a_link_in_a_paper_leads_to_the_web_or_to_a_page_of_the_site(address: str, url: str, page: str) -> None:
    (block,) = blocks_of(f"[Wort]({address})", 1, "W:{}".format)
    assert block == Paragraph((Run("Wort", url=url, page=page),))


def test_build_makes_the_papers(tmp_path: Path) -> None:
    workspace = write(tmp_path)
    names = [file.name for file in KINDS["papers"](stage_of(workspace), workspace.events)]
    assert names == [f"papers/{id_}/paper.{form}" for id_ in ("paper", "reader") for form in FORMS]


# The command


def test_render_paper_makes_the_paper_that_is_named_in_the_forms_that_are_named(
    tmp_path: Path, labcamp: Labcamp
) -> None:
    write(tmp_path)
    code, out, _ = labcamp(
        "render-paper", "paper", "--format", "bib,HTML", "--root", str(tmp_path), "--today", "2027-05-01"
    )
    assert code == 0
    assert [path.name for path in sorted((tmp_path / "out/papers/paper").iterdir())] == ["paper.bib", "paper.html"]
    assert out.splitlines()[-1].endswith("out/papers/paper/paper.html")


@pytest.mark.shows("LC767")
def test_of_several_papers_one_has_to_be_named(tmp_path: Path, labcamp: Labcamp) -> None:
    write(tmp_path)
    code, _, err = labcamp("render-paper", "--root", str(tmp_path))
    assert code == 2
    assert "LC767" in err
    assert "paper, reader" in err


@pytest.mark.shows("LC764")
def test_where_there_is_no_paper_it_says_how_one_begins(tmp_path: Path, labcamp: Labcamp) -> None:
    write(tmp_path)
    for path in (tmp_path / "events/papers").iterdir():
        path.unlink()
    code, _, err = labcamp("render-paper", "--root", str(tmp_path))
    assert code == 2
    assert "labcamp new-paper" in err


@pytest.mark.parametrize(("typed", "form"), [("Word", "docx"), ("markdown", "md"), (".md", "md"), ("BibTeX", "bib")])
def test_a_form_may_be_called_as_people_call_it(typed: str, form: str) -> None:
    assert list(known_forms(typed)) == [form]


@pytest.mark.shows("LC768")
def test_a_form_that_there_is_not_is_told_with_the_nearest(tmp_path: Path, labcamp: Labcamp) -> None:
    write(tmp_path)
    code, _, err = labcamp("render-paper", "paper", "--format", "htm", "--root", str(tmp_path))
    assert code == 2
    assert "'html'" in err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "das ist keine Word-Vorlage, in die sich schreiben lässt"),
        ("en", "this is not a Word template that can be written into"),
    ],
)
def test_a_word_template_that_is_none_is_told_and_no_form_is_made(
    language: str, words: str, tmp_path: Path, labcamp: Labcamp
) -> None:
    write(tmp_path)
    template = tmp_path / "templates/paper.docx"
    template.parent.mkdir()
    template.write_text("Brief", "utf-8")
    folders = ("--root", str(tmp_path), "--out", str(tmp_path / "out"))
    code, _, err = labcamp("--lang", language, "render-paper", "paper", *folders)
    assert (code, (tmp_path / "out").exists()) == (1, False)
    assert f"paper.docx: LC780 not-a-word-template: {words}" in err


def test_a_broken_paper_is_left_aside_and_the_other_made(tmp_path: Path, labcamp: Labcamp) -> None:
    write(tmp_path)
    path = tmp_path / "events/papers/paper.yaml"
    path.write_text(path.read_text("utf-8").replace("treff-1/atlas#1", "treff-1/atlas#9"), "utf-8")
    code, _, err = labcamp("render-paper", "reader", "--format", "md", "--root", str(tmp_path))
    assert code == 0
    assert "LC741" in err
    assert labcamp("render-paper", "paper", "--format", "md", "--root", str(tmp_path))[0] == 1
    assert [path.name for path in (tmp_path / "out/papers").iterdir()] == ["reader"]
    assert re.search("LC741", err)


def test_show_says_in_which_papers_an_event_is_cited(tmp_path: Path, labcamp: Labcamp) -> None:
    write(tmp_path)
    line = re.compile(r"Cited in: +Was Labore brauchen\n")
    assert line.search(labcamp("show", "1", "--root", str(tmp_path)).out)
    assert not line.search(labcamp("show", "3", "--root", str(tmp_path)).out)
