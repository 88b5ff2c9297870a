"""A paper as a Word file: what Word, a team with a house's template, and another program find in it."""

import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from made_document import BLOCKS, SOURCES, document, items, line, long_document, paragraph
from markdown_it import MarkdownIt
from pdf_judge import letters
from sample import REPOSITORY, TODAY
from site_reading import Read
from test_paper_pdf import stage
from test_papers import write as write_papers

from labcamp.findings import LabcampError
from labcamp.render.papers import word
from labcamp.render.papers.document import Document, Items, Paragraph, Run
from labcamp.render.papers.markdown import markdown
from labcamp.review.templates import faults_when_filled
from labcamp.workspace import load

OURS = REPOSITORY / "templates/paper.docx"
# The smallest PNG: one grey dot
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63680000008200815e8fd5f4"
    "0000000049454e44ae426082"
)


def made(root: Path, paper: Document) -> bytes:
    """The Word file of a paper."""
    return word.render(stage(root, paper.language), paper).content


def opened(content: bytes) -> WordFile:
    """The same as python-docx reads it."""
    return docx.Document(BytesIO(content))


def house(root: Path, change: Callable[[WordFile], object] = lambda _: None) -> Path:
    """A template of a workspace's own: ours, changed."""
    path = root / "templates/paper.docx"
    path.parent.mkdir(exist_ok=True)
    file = docx.Document(str(OURS))
    change(file)
    file.save(str(path))
    return path


def without(*names: str) -> Callable[[WordFile], None]:
    """What takes styles out of a template."""

    def change(file: WordFile) -> None:
        for style in [style for style in file.styles if style.name in names]:
            style.delete()

    return change


def read(content: bytes) -> list[tuple[str, str]]:
    """Each paragraph with its style, links in it and all."""
    return [(str(each.style.name), each.text) for each in opened(content).paragraphs if each.style and each.text]


def test_all_of_a_paper_stands_in_the_styles_of_word(tmp_path: Path) -> None:
    assert read(made(tmp_path, document())) == [
        ("labcamp note", "Diese Datei wird aus events/papers/positionspapier.yaml gemacht."),
        ("Title", "Zehn Erkenntnisse"),
        ("Subtitle", "Was öffentliche Labore brauchen"),
        ("labcamp note", "Fassung 1.0, 1. April 2027"),
        ("labcamp note", "Ada Muster, WITI"),
        ("labcamp note", "CC BY 4.0"),
        ("labcamp lead", "Was zehn Treffen gelehrt haben."),
        ("Heading 1", "Labore brauchen einen Auftrag"),
        ("labcamp support", "Bei zwei Treffen gehört, von zwei Laboren aus einem Land. [1] [2]"),
        ("Normal", "Mit fettem, betontem, beidem, code(), gestrichen,\nauf neuer Zeile und einem Link."),
        ("Heading 2", "Wie er aussieht"),
        ("List Bullet", "Erstens"),
        ("List Bullet", "darunter"),
        ("List Bullet", "und daneben"),
        ("List Bullet", "Zweitens"),
        ("List Bullet", "mit einem zweiten Absatz"),
        ("List Number", "Eins"),
        ("List Number", "Zwei"),
        ("Normal", "Und noch einmal von vorn:"),
        ("List Number", "Anders"),
        ("List Number", "Weiter"),
        ("Heading 1", "Labore brauchen Dauer"),
        ("labcamp support", "Bei einem Treffen gehört, von einem Labor. [1]"),
        ("Quote", "Wir wollten bleiben."),
        ("Quote", "Und wir sind geblieben."),
        ("labcamp code", "if auftrag:\n    bleiben()"),
        ("labcamp note", "Ohne Gewähr."),
        ("Heading 1", "Quellen"),
        *(("labcamp source", "".join(run.text for run in each.line)) for each in SOURCES),
    ]


def test_a_table_has_its_head_on_each_page_and_runs_look_as_they_are_meant(tmp_path: Path) -> None:
    file = opened(made(tmp_path, document()))
    table = file.tables[0]

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Jahr", "Labore"],
        ["2021", "43"],
        ["2024", "67"],
    ]
    assert table.style is not None
    assert table.style.name == "labcamp table"
    assert [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows] == [True, False, False]
    prose = next(each for each in file.paragraphs if each.text.startswith("Mit fettem"))
    looks = [(run.text, run.bold, run.italic, run.font.strike) for run in prose.runs if len(run.text) > 2]
    assert looks[1:4] == [("fettem", True, None, None), ("betontem", None, True, None), ("beidem", True, True, None)]
    assert [run.text for run in prose.runs if run.font.strike] == ["gestrichen"]
    assert [run.text for run in prose.runs if run.style.name == "labcamp code text"] == ["code()"]


def jumps(file: WordFile) -> dict[str, set[str]]:
    """Where the links within a file lead, by the text that they stand in."""
    found: dict[str, set[str]] = {}
    for each in file.paragraphs:
        anchors = {link.get(qn("w:anchor")) for link in each._p.findall(qn("w:hyperlink"))} - {None}
        found |= {each.text: anchors} if anchors else {}
    return found


def places(file: WordFile) -> dict[str, str]:
    """The text of the paragraph in which each bookmark stands."""
    marks = [(mark, each) for each in file.paragraphs for mark in each._p.iter(qn("w:bookmarkStart"))]
    return {str(mark.get(qn("w:name"))): each.text for mark, each in marks}


def test_marks_jump_to_their_sources_and_these_back_to_the_findings(tmp_path: Path) -> None:
    file = opened(made(tmp_path, document()))
    known = places(file)
    first, second, third = ("".join(run.text for run in each.line) for each in SOURCES)

    leads = {text: {known[anchor] for anchor in anchors} for text, anchors in jumps(file).items()}
    assert leads == {
        "Bei zwei Treffen gehört, von zwei Laboren aus einem Land. [1] [2]": {first, second},
        "Bei einem Treffen gehört, von einem Labor. [1]": {first},
        first: {"Labore brauchen einen Auftrag", "Labore brauchen Dauer"},
        second: {"Labore brauchen einen Auftrag"},
    }
    assert third in known.values()
    assert len(known) == len({mark.lower() for mark in known if len(mark) <= 40 and mark[0].isalpha()})
    outside = sorted(rel.target_ref for rel in file.part.rels.values() if rel.is_external)
    assert outside == [
        "https://labor.example/a?b=c&d=e",
        "https://labor.example/labcamp-3/atlas.html",
        "https://labor.example/labcamp-4/geburt.html",
    ]


def numbers(file: WordFile) -> list[tuple[str, int, int]]:
    """The items of lists: their text, their level, and which list they are counted in."""
    found = []
    for each in file.paragraphs:
        about: Any = each._p.pPr
        properties = about.numPr if about is not None else None
        if properties is not None and properties.numId is not None:
            found.append((each.text, int(properties.ilvl.val), int(properties.numId.val)))
    return found


def test_each_list_counts_anew_and_what_stands_below_an_item_is_not_counted(tmp_path: Path) -> None:
    file = opened(made(tmp_path, document()))
    found = numbers(file)

    assert [(text, level) for text, level, _ in found[:5]] == [
        ("Erstens", 0), ("darunter", 1), ("und daneben", 1), ("Zweitens", 0), ("mit einem zweiten Absatz", 0),
    ]  # fmt: skip
    assert found[4][2] == 0
    of_list = {text: number for text, _, number in found}
    assert of_list["Eins"] == of_list["Zwei"] != of_list["Anders"] == of_list["Weiter"]
    numbering: Any = file.part.numbering_part.element
    assert {num.numId for num in numbering.num_lst} >= {number for _, _, number in found} - {0}
    kinds = [child.tag.rpartition("}")[2] for child in numbering]
    assert kinds == sorted(kinds)  # abstractNum before num, as the schema has it


def test_lists_may_be_as_deep_as_they_are(tmp_path: Path) -> None:
    deep: Items = items("ganz unten")
    for number in range(12):
        deep = Items(((paragraph(f"Stufe {number}"), deep),))
    levels = [level for _, level, _ in numbers(opened(made(tmp_path, document(deep))))]
    assert levels == [*range(9), 8, 8, 8, 8]


def test_the_file_says_what_it_is_and_nothing_of_the_machine(tmp_path: Path) -> None:
    known = opened(made(tmp_path, document())).core_properties
    said = {name: getattr(known, name) for name in ("title", "subject", "author", "last_modified_by", "language")}

    assert said == {
        "title": "Zehn Erkenntnisse", "subject": "Was öffentliche Labore brauchen", "author": "Ada Muster",
        "last_modified_by": "Ada Muster", "language": "de-DE",
    }  # fmt: skip
    assert str(known.created) == str(known.modified) == "2027-04-01 12:00:00+00:00"


@pytest.mark.parametrize(("language", "expected"), [("de", "de-DE"), ("en", "en-GB"), ("de-AT", "de-AT")])
def test_word_checks_the_spelling_in_the_language_of_the_paper(language: str, expected: str, tmp_path: Path) -> None:
    file = opened(made(tmp_path, document(language=language)))
    assert {each.get(qn("w:val")) for each in file.styles.element.iter(qn("w:lang"))} == {expected}


def test_it_is_the_same_file_each_time(tmp_path: Path) -> None:
    content = made(tmp_path, document())
    assert content == made(tmp_path, document())
    with zipfile.ZipFile(BytesIO(content)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert parts.namelist()[0] == "[Content_Types].xml"
        assert parts.testzip() is None


def test_our_own_template_is_small_and_names_nobody() -> None:
    known = docx.Document(str(OURS)).core_properties
    assert OURS.stat().st_size < 20_000
    assert (known.author, known.last_modified_by, known.comments) == ("", "", "")
    with zipfile.ZipFile(OURS) as parts:
        assert [name for name in parts.namelist() if "media" in name or "comments" in name] == []


# The template of a house


def test_styles_header_footer_and_logo_of_the_house_stay_and_its_text_goes(tmp_path: Path) -> None:
    def change(file: WordFile) -> None:
        file.sections[0].header.paragraphs[0].text = "Haus der Labore"
        file.sections[0].header.paragraphs[0].add_run().add_picture(BytesIO(PICTURE))
        file.add_paragraph("Ein Beispiel").add_run().add_picture(BytesIO(PICTURE))
        file.styles["Heading 1"].font.name = "Hausschrift"

    house(tmp_path, change)
    content = made(tmp_path, document())
    file = opened(content)
    assert file.sections[0].header.paragraphs[0].text == "Haus der Labore"
    assert file.styles["Heading 1"].font.name == "Hausschrift"
    assert "Ein Beispiel" not in {text for _, text in read(content)}
    assert [rel.reltype for rel in file.part.rels.values() if rel.reltype.endswith("/image")] == []
    header = file.sections[0].header.part
    assert [rel.reltype.rpartition("/")[2] for rel in header.rels.values()] == ["image"]


def test_what_is_only_ours_a_house_need_not_have(tmp_path: Path) -> None:
    ours = [str(style.name) for style in docx.Document(str(OURS)).styles if str(style.name).startswith("labcamp")]
    house(tmp_path, without(*ours, "Hyperlink"))
    content = made(tmp_path, document())

    assert read(content) == read(made(tmp_path.parent / "none", document()))
    counted = {text: number for text, _, number in numbers(opened(content))}
    first, second, _ = ("".join(run.text for run in each.line) for each in SOURCES)
    assert counted[first] == counted[second] != 0


def test_a_house_without_any_list_gets_our_numbering(tmp_path: Path) -> None:
    def change(file: WordFile) -> None:
        rels = file.part.rels
        del rels[next(id_ for id_, rel in rels.items() if rel.reltype.endswith("/numbering"))]
        for name in ("List Bullet", "List Number", "labcamp source"):
            properties: Any = file.styles[name].element.pPr
            properties.remove(properties.numPr)

    house(tmp_path, change)
    found = {text: (level, number) for text, level, number in numbers(opened(made(tmp_path, document())))}
    assert found["Erstens"][0] == 0
    assert found["Eins"] == found["Zwei"] != found["Anders"]


def test_style_names_of_other_programs_are_taken_whatever_letters_are_large(tmp_path: Path) -> None:
    def change(file: WordFile) -> None:
        element = file.styles["Heading 1"].element
        element.find(qn("w:name")).set(qn("w:val"), "Heading 1")
        element.set(qn("w:styleId"), "berschrift1")  # as a German Word calls it

    house(tmp_path, change)
    paragraphs = opened(made(tmp_path, document())).paragraphs
    titles = [each.text for each in paragraphs if each._p.style == "berschrift1"]
    assert titles == ["Labore brauchen einen Auftrag", "Labore brauchen Dauer", "Quellen"]


@pytest.mark.shows("LC781")
def test_a_style_that_is_missing_is_told_with_the_nearest(tmp_path: Path) -> None:
    path = house(tmp_path, without("Quote", "Heading 2"))
    with pytest.raises(LabcampError) as raised:
        made(tmp_path, document())

    assert [(found.code, found.path, dict(found.values)) for found in raised.value.findings] == [
        ("LC781", path.as_posix(), {"style": "Heading 2", "nearest": "Heading 4"}),
        ("LC781", path.as_posix(), {"style": "Quote", "nearest": "Normal"}),
    ]
    assert made(tmp_path, document(Paragraph(line("Ohne beides."))))


def test_check_looks_at_the_template_of_the_house(tmp_path: Path) -> None:
    write_papers(tmp_path)
    before = faults_when_filled(load(tmp_path, TODAY))
    path = house(tmp_path, without("Title"))
    after = faults_when_filled(load(tmp_path, TODAY))
    assert [(found.code, found.path) for found in after if found not in before] == [("LC781", path.as_posix())]
    path.write_bytes(b"Liebe Leute")
    assert "LC780" in {found.code for found in faults_when_filled(load(tmp_path, TODAY))}


def template(kind: str) -> bytes:
    """A file that is none that papers can be written into."""
    whole = BytesIO()
    with zipfile.ZipFile(OURS) as parts, zipfile.ZipFile(whole, "w") as out:
        for name in parts.namelist():
            text = parts.read(name).replace(b"document.main+xml", f"{kind}.main+xml".encode())
            out.writestr(name, text)
    return whole.getvalue()


@pytest.mark.shows("LC780")
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Liebe Leute",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,  # as Word wrote until 2003
        OURS.read_bytes()[:5000],
        template("template"),
        template("document.macroEnabled"),
    ],
    ids=["empty", "text", "doc", "half", "dotx", "docm"],
)
def test_what_is_no_word_file_is_told_and_nothing_is_made(content: bytes, tmp_path: Path) -> None:
    path = house(tmp_path)
    path.write_bytes(content)
    with pytest.raises(LabcampError) as raised:
        made(tmp_path, document())
    assert [(found.code, found.path) for found in raised.value.findings] == [("LC780", path.as_posix())]


@pytest.mark.shows("LC780")
def test_a_template_that_grows_without_end_is_not_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(house(tmp_path), "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/media/image1.bmp", b"\0" * 60_000_000)
    with pytest.raises(LabcampError) as raised:
        made(tmp_path, document())
    assert [found.code for found in raised.value.findings] == ["LC780"]


def test_signs_that_xml_has_not_are_shown_as_missing(tmp_path: Path) -> None:
    odd = document(paragraph("a\x00b\x1fc\ufffed\ud800e", Run("f", url="javascript:alert(1)")), title="<b>&\x08")
    content = made(tmp_path, odd)
    assert ("Title", "<b>&\ufffd") in read(content)
    assert ("Normal", "a\ufffdb\ufffdc\ufffdd\ufffdef") in read(content)
    assert not [rel for rel in opened(content).part.rels.values() if rel.is_external and "script" in rel.target_ref]


# Other programs


@pytest.mark.judge
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
def test_libreoffice_shows_the_words_of_the_markdown(tmp_path: Path) -> None:
    paper = long_document(3, 12)
    paper = document(*BLOCKS[:-2], *paper.blocks, sources=paper.sources)
    file = tmp_path / "paper.docx"
    file.write_bytes(made(tmp_path, paper))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    subprocess.run(convert, check=True, capture_output=True, timeout=120)
    read_back = ["pdftotext", "-layout", str(tmp_path / "paper.pdf"), "-"]
    text = subprocess.run(read_back, check=True, capture_output=True).stdout.decode()

    shown = bare(text).replace(letters(paper.origin), "", 1)
    page = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown(paper))
    assert shown == bare(Read(page).text)


def bare(text: str) -> str:
    """The letters of a paper without what counts its pages and its items."""
    text = re.sub(r"^\s*(?:[•–]|\d+\.(?! Erkenntnis))(?=\s)|\d+ ?/ ?\d+\s*$", "", text, flags=re.MULTILINE)
    return letters(text)


def parts_of(content: bytes) -> dict[str, str]:
    """The parts of a Word file as text, by name."""
    with zipfile.ZipFile(BytesIO(content)) as parts:
        return {name: parts.read(name).decode("latin-1") for name in parts.namelist()}


def repacked(path: Path, change: Callable[[str, str], str], more: dict[str, str] | None = None) -> None:
    """The template with the text of its parts changed, and more parts in it."""
    parts = {name: change(name, text) for name, text in parts_of(path.read_bytes()).items()} | (more or {})
    with zipfile.ZipFile(path, "w") as out:
        for name, text in parts.items():
            out.writestr(name, text.encode("latin-1"))


RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def leading_out(sort: str, target: str) -> str:
    """Relationships to something outside of the file."""
    schema = "http://schemas.openxmlformats.org/package/2006/relationships"
    one = f'<Relationship Id="rId1" Type="{RELATIONS}/{sort}" Target="{target}" TargetMode="External"/>'
    return f'<Relationships xmlns="{schema}">{one}</Relationships>'


def test_nothing_that_people_left_in_a_template_goes_out_with_a_paper(tmp_path: Path) -> None:
    def leave(file: WordFile) -> None:
        file.add_comment(file.paragraphs[0].runs, "GEHEIM", author="GEHEIM")
        for name in ("author", "comments", "keywords", "category", "last_modified_by", "content_status", "identifier"):
            setattr(file.core_properties, name, "GEHEIM")

    path = house(tmp_path, leave)
    template = leading_out("attachedTemplate", "file:///C:/Users/GEHEIM/Normal.dotm")
    attached = f'<w:attachedTemplate xmlns:r="{RELATIONS}" r:id="rId1"/>'
    repacked(
        path,
        lambda name, text: text.replace("<w:zoom", f"{attached}<w:zoom") if name == "word/settings.xml" else text,
        {"word/_rels/settings.xml.rels": template},
    )
    assert "GEHEIM" in str(parts_of(path.read_bytes()))

    parts = parts_of(made(tmp_path, document()))

    assert [name for name, text in parts.items() if "GEHEIM" in text or "attachedTemplate" in text] == []
    assert [name for name in parts if "comments" in name or name == "docProps/app.xml"] == []


@pytest.mark.shows("LC763")
@pytest.mark.parametrize(
    ("sort", "target", "told"),
    [
        ("image", "https://tracker.example/a.png", ["https://tracker.example/a.png"]),
        ("hyperlink", "javascript:alert(1)", ["javascript:alert(1)"]),
        ("hyperlink", "file:///H:/intern", ["file:///H:/intern"]),
        ("oleObject", "https://other.example/a", ["https://other.example/a"]),
    ],
)
def test_a_template_that_loads_something_from_elsewhere_is_told(
    sort: str, target: str, told: list[str], tmp_path: Path
) -> None:
    path = house(tmp_path)
    repacked(path, lambda _, text: text, {"word/_rels/header1.xml.rels": leading_out(sort, target)})

    with pytest.raises(LabcampError) as caught:
        made(tmp_path, document())

    assert [(found.code, dict(found.values)["target"]) for found in caught.value.findings] == [
        ("LC763", each) for each in told
    ]


@pytest.mark.parametrize("command", ["INCLUDEPICTURE https://a.example/b.png", "DDEAUTO cmd", "ddeauto x"])
def test_a_field_that_runs_or_fetches_something_is_told(command: str, tmp_path: Path) -> None:
    repacked(house(tmp_path), lambda _, text: text.replace(" PAGE ", f" {command} "))

    with pytest.raises(LabcampError) as caught:
        made(tmp_path, document())

    assert [found.code for found in caught.value.findings] == ["LC763"]


def test_links_to_the_web_in_a_header_stay(tmp_path: Path) -> None:
    link = leading_out("hyperlink", "https://labor.example/")
    repacked(house(tmp_path), lambda _, text: text, {"word/_rels/header1.xml.rels": link})

    assert "https://labor.example/" in parts_of(made(tmp_path, document()))["word/_rels/header1.xml.rels"]


def test_the_header_of_an_earlier_page_holds_for_the_paper_as_word_shows_it(tmp_path: Path) -> None:
    def change(file: WordFile) -> None:
        file.sections[0].header.paragraphs[0].text = "Haus"
        file.add_section()  # which has the header of the one before

    house(tmp_path, change)

    assert opened(made(tmp_path, document())).sections[0].header.paragraphs[0].text == "Haus"
    assert len(opened(made(tmp_path, document())).sections) == 1


def test_german_names_of_styles_are_known(tmp_path: Path) -> None:
    german = {"heading 1": "Überschrift 1", "Title": "Titel", "List Bullet": "Aufzählungszeichen", "Quote": "Zitat"}

    def change(file: WordFile) -> None:
        for style in file.styles:
            style.element.name_val = german.get(style.element.name_val, style.element.name_val)

    house(tmp_path, change)

    assert {name for name, _ in read(made(tmp_path, document()))} >= {*german.values()}


def test_the_language_is_said_where_a_template_says_none(tmp_path: Path) -> None:
    def change(name: str, text: str) -> str:
        return re.sub(r"<w:docDefaults>.*</w:docDefaults>", "", text, flags=re.DOTALL) if "styles" in name else text

    repacked(house(tmp_path), change)

    assert 'w:lang w:val="en-GB"' in parts_of(made(tmp_path, document(language="en")))["word/styles.xml"]


def test_a_template_that_defines_names_for_itself_is_none(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY a "aaaa">]>'
    repacked(
        house(tmp_path),
        lambda name, text: re.sub(r"(<\?xml.*?\?>)", rf"\1{bomb}", text) if name == "word/styles.xml" else text,
    )

    with pytest.raises(LabcampError) as caught:
        made(tmp_path, document())

    assert [found.code for found in caught.value.findings] == ["LC780"]


def test_a_house_with_signs_for_one_level_gets_ours_for_those_below(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    docx.Document().save(str(tmp_path / "templates/paper.docx"))  # as python-docx has it: one level
    file = opened(made(tmp_path, document(Items(((paragraph("oben"), items("unten")),)))))

    numberings: Any = file.part.numbering_part.element
    signs = []
    for each in file.paragraphs:
        if each.text in {"oben", "unten"}:
            level, number = (each._p.xpath(f"./w:pPr/w:numPr/w:{name}/@w:val")[0] for name in ("ilvl", "numId"))
            (abstract,) = numberings.xpath(f"./w:num[@w:numId='{number}']/w:abstractNumId/@w:val")
            found = f"./w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[@w:ilvl='{level}']/w:lvlText/@w:val"
            signs.append(numberings.xpath(found))
    assert [len(each) for each in signs] == [1, 1]
