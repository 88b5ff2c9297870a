"""Typesetting: texts arrive as they are, bytes depend on nothing but data, and a template sees only its folder."""

import datetime as dt
import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any

import pypdf
import pytest
import typst
from conftest import Labcamp
from fontTools.ttLib import TTFont
from pdf_judge import broken_rules, letters, pages_of
from sample import REPOSITORY

from labcamp.files.templates import text_of
from labcamp.findings import Finding, LabcampError
from labcamp.render.pictures import palettes
from labcamp.render.prints import typesetting
from labcamp.render.prints.typesetting import typeset

DAY = dt.date(2027, 3, 11)
DATA: dict[str, Any] = {
    "title": "T",
    "author": "A",
    "description": "D",
    "lang": "de",
    "region": "",
    "look": asdict(palettes(None)[0]),
    "series": "S",
    "wordmark": ("S", ""),
    "subtitle": "",
    "page_of": "",
}
# A page so wide that no line breaks, with no header: what it says is what it was given.
WIDE = "#set page(width: 5000pt, height: auto, margin: 10pt)\n#for each in data.texts { par(each) }\n"
HOSTILE = (
    '#panic("x")', "#{1+1}", "#let a = 1", '#read("/etc/passwd")', '"); panic("', '#eval("1+1")', "#import x: *",
    "*fett*", "_kursiv_", "`roh`", "```js x```", "\\", "\\*", "\\u{41}", "$x$", "$ sum_(i=0)^n $", "@ref", "<label>",
    "= H", "== H", "- Punkt", "+ eins", "/ T: x", "//", "// Kommentar", "/* x */", "https://example.org/a_b#c",
    "{{7*7}}", "{% if %}", "${7*7}", "<b>fett</b>", "&amp;", "--", "---", "...", "'einfach'", '"doppelt"', "~", "#",
    "[a](b)", "[", "]", "{", "}", "(", ")", "None", "null", "a;b", "%PDF-1.7", "(a) Tj", ">> endobj",
)  # fmt: skip
OTHER_TEXTS = (
    "Zoë Müßiggang", "Łukasz Brzęczyszczykiewicz", "c\u0327a", "a\u0301", "ein\u00a0Leerzeichen", "€ 5 – „so“ …",
    "Ελλάδα", "Київ", "1️⃣", "→ ✓ ☐", "🇩🇪", "👩\u200d💻",
)  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder whose templates are its own."""
    (tmp_path / "templates").mkdir()
    return tmp_path


def set_by(root: Path, template: str, **data: object) -> bytes:
    """The PDF that a workspace's own template makes."""
    (root / "templates").mkdir(exist_ok=True)
    (root / "templates/own.typ").write_text(template, "utf-8")
    return typeset(root, "own.typ", DATA | data, DAY)


def refused(root: Path, template: str, **data: object) -> Finding:
    """The one finding of a workspace's own template."""
    with pytest.raises(LabcampError) as caught:
        set_by(root, template, **data)
    (found,) = caught.value.findings
    return found


def at(found: Finding, root: Path) -> tuple[str, int, int, str]:
    """Where a finding is, below the workspace's templates, and its code."""
    return found.path.removeprefix(f"{(root / 'templates').as_posix()}/"), found.line, found.column, found.code


def test_forty_hostile_texts_arrive_as_they_were(root: Path) -> None:
    assert len(HOSTILE) > 40
    content = set_by(root, WIDE, texts=HOSTILE)
    (page,) = pages_of(content)
    assert tuple(page.split("\n")) == HOSTILE
    assert broken_rules(content) == []


@pytest.mark.parametrize("text", OTHER_TEXTS)
def test_letters_and_signs_of_other_languages_arrive_as_they_were(root: Path, text: str) -> None:
    content = set_by(root, WIDE, texts=[text])
    assert pages_of(content) == [text]
    assert broken_rules(content) == []


@pytest.mark.parametrize(("text", "letters"), [("שלום", "שלום"), ("مرحبا", "مرحبا"), ("Ida بن سارة (Köln)", "بن")])
def test_what_runs_from_right_to_left_is_set_with_all_its_letters(root: Path, text: str, letters: str) -> None:
    content = set_by(root, WIDE, texts=[text])
    assert set(letters) - set(pages_of(content)[0]) == set()
    assert broken_rules(content) == []


@pytest.mark.parametrize(
    "text", ["x" * 200, "https://example.org/" + "abc/" * 60, "Donaudampfschifffahrt" * 9, "👩🏽\u200d💻" * 50]
)
def test_a_word_longer_than_a_line_breaks_but_never_within_a_character(root: Path, text: str) -> None:
    page = "#set page(width: 60mm, height: auto, margin: 5mm)\n#set text(hyphenate: false)\n#par(data.text)\n"
    content = set_by(root, page, text=text)
    lines = pages_of(content)[0].replace("\u200b", "").split("\n")
    assert "".join(lines) == text
    assert len(lines) > 4
    assert all(not line.startswith(("\u200d", "🏽", "💻")) for line in lines)


def test_a_text_of_one_word_alone_is_set_on_as_many_pages_as_it_takes(root: Path) -> None:
    text = "".join(chr(0x21 + number % 90) for number in range(20_000)).replace("-", "x")
    pages = pages_of(set_by(root, "#par(data.text)", text=text))
    assert len(pages) > 4
    assert letters("".join(pages)) == letters(text)


def test_an_address_that_is_long_leads_where_it_did(root: Path) -> None:
    url = f"https://example.org/{'a' * 90}"
    content = set_by(root, "#par(link(data.url, data.url))", url=url)
    links = {note["/A"]["/URI"] for sheet in sheets_of(content) for note in sheet["/Annots"]}
    assert links == {url}


def sheets_of(content: bytes) -> Any:
    """The pages of a PDF, with all that belongs to them."""
    return pypdf.PdfReader(BytesIO(content)).pages


def test_what_no_font_has_is_the_sign_for_that(root: Path) -> None:
    assert pages_of(set_by(root, WIDE, texts=["a漢b", "c\ufeffd"])) == ["a�b\ncd"]


MAKER = """\
import json, sys, datetime as dt
from pathlib import Path
from labcamp.render.prints.typesetting import typeset
sys.stdout.buffer.write(typeset(Path(sys.argv[1]), "own.typ", json.loads(sys.argv[2]), dt.date(2027, 3, 11)))
"""


def made_elsewhere(root: Path, data: str, environment: dict[str, str]) -> bytes:
    """What another process makes, which starts in another folder."""
    words = (sys.executable, "-c", MAKER, str(root), data)
    return subprocess.run(words, capture_output=True, check=True, cwd=root, env=environment).stdout


@pytest.mark.parametrize("place", [{"TZ": "Asia/Tokyo", "LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8"}, {"TZ": "UTC"}])
def test_the_same_data_give_the_same_bytes_here_and_in_another_process_elsewhere(
    root: Path, environment: dict[str, str], place: dict[str, str]
) -> None:
    template = "= Titel\n#par(data.text)\n"
    once, twice = (set_by(root, template, text="Straße ✓ 👩🏽\u200d💻") for _ in range(2))
    words = json.dumps(DATA | {"text": "Straße ✓ 👩🏽\u200d💻"})
    more = {"SOURCE_DATE_EPOCH": "1", "HOME": str(root)} | place
    elsewhere = subprocess.run(
        [sys.executable, "-c", MAKER, str(root), words],
        capture_output=True,
        check=True,
        cwd=root,
        env=environment | more,
    ).stdout
    assert once == twice == elsewhere


def test_the_date_in_the_file_is_the_one_given_and_not_today(root: Path) -> None:
    said = pypdf.PdfReader(BytesIO(set_by(root, "#par[x]"))).metadata
    assert said
    assert (said.creation_date, said.title) == (dt.datetime(2027, 3, 11, tzinfo=dt.UTC), "T")


def fonts_of(content: bytes) -> set[str]:
    """The names of the fonts in a PDF."""
    fonts = (font.get_object() for sheet in sheets_of(content) for font in sheet["/Resources"]["/Font"].values())
    return {str(font["/BaseFont"]).partition("+")[2] for font in fonts}


def renamed(font: Path, family: str, to: Path) -> None:
    """A font under the name of another family."""
    made = TTFont(font)
    for record in made["name"].names:
        if record.nameID in {1, 3, 4, 6, 16}:
            record.string = family if record.nameID != 6 else family.replace(" ", "")
    to.parent.mkdir(parents=True, exist_ok=True)
    made.save(to)


FONTS = REPOSITORY / "templates/fonts"


def test_fonts_of_the_machine_are_not_used(root: Path, environment: dict[str, str]) -> None:
    renamed(FONTS / "noto-sans-400.ttf", "Machine Sans", root / "home/.local/share/fonts/machine.ttf")
    renamed(FONTS / "noto-sans-400.ttf", "Machine Sans", root / "home/.fonts/machine.ttf")
    (root / "templates/own.typ").write_text('#set text(font: ("Machine Sans", "Noto Sans"))\n#par[x]', "utf-8")
    home = {"HOME": str(root / "home"), "XDG_DATA_HOME": str(root / "home/.local/share")}
    content = subprocess.run(
        [sys.executable, "-c", MAKER, str(root), json.dumps(DATA)],
        capture_output=True,
        check=True,
        env=environment | home,
    ).stdout
    assert fonts_of(content) == {"NotoSans-Regular"}


def test_a_font_of_the_workspace_goes_before_the_packaged_one(root: Path) -> None:
    assert fonts_of(set_by(root, "#par[x]")) == {"AtkinsonHyperlegibleNext-Regular"}
    renamed(FONTS / "noto-sans-400.ttf", "Atkinson Hyperlegible Next", root / "templates/fonts/own.ttf")
    assert fonts_of(set_by(root, "#par[x]")) == {"AtkinsonHyperlegibleNext"}


# --- templates of a workspace


def test_a_workspaces_own_template_wins_over_the_packaged_one(root: Path) -> None:
    (root / "templates/handout.typ").write_text("#par[Unseres]", "utf-8")
    assert pages_of(typeset(root, "handout.typ", DATA, DAY)) == ["Unseres"]


def test_a_template_that_is_nowhere_is_a_finding(tmp_path: Path) -> None:
    with pytest.raises(LabcampError) as caught:
        typeset(tmp_path, "nowhere.typ", DATA, DAY)
    assert [found.code for found in caught.value.findings] == ["LC406"]


@pytest.mark.parametrize(
    ("template", "line", "column", "problem"),
    [
        ("#nope", 1, 2, "unknown variable: nope"),
        ("#par[x]\n\n  #nope", 3, 4, "unknown variable: nope"),
        ("#par[x]\r\n#nope", 2, 2, "unknown variable: nope"),
        ("ä漢 #nope", 1, 5, "unknown variable: nope"),
        ("#par[x]\n#let a = ", 2, 9, "expected expression"),
        ("= H\n=== J", 2, 1, "PDF/UA-1 error: skipped from heading level 1 to 3"),
        ('#image("a.png", alt: "x")', 1, 8, "file not found"),
        ('#code(width: "x")', 1, 2, "expected relative length or auto, found string"),
    ],
)
def test_what_is_wrong_with_an_own_template_is_told_at_its_place(
    root: Path, template: str, line: int, column: int, problem: str
) -> None:
    found = refused(root, template, qr="<svg/>", qr_says="")
    assert at(found, root) == ("own.typ", line, column, "LC411")
    assert dict(found.values)["problem"].startswith(problem)


@pytest.mark.shows("LC411")
def test_what_is_wrong_in_a_file_that_it_imports_is_told_there(root: Path) -> None:
    (root / "templates/parts").mkdir()
    (root / "templates/parts/mine.typ").write_text("#let f(x) = {\n  x.nope\n}\n", "utf-8")
    found = refused(root, '#import "parts/mine.typ": f\n#f(1)')
    assert at(found, root) == ("parts/mine.typ", 2, 5, "LC411")


def test_what_is_wrong_with_an_own_beginning_is_told_there(root: Path) -> None:
    (root / "templates/print.typ").write_text("#let data = json(bytes(sys.inputs.data))\n\n#nope\n", "utf-8")
    found = refused(root, "#par[x]")
    assert at(found, root) == ("print.typ", 3, 2, "LC411")


def test_an_own_beginning_that_a_packaged_template_cannot_use_is_named_without_a_line(root: Path) -> None:
    (root / "templates/print.typ").write_text("#let data = json(bytes(sys.inputs.data))\n", "utf-8")
    with pytest.raises(LabcampError) as caught:
        typeset(root, "handout.typ", DATA, DAY)
    (found,) = caught.value.findings
    assert at(found, root) == ("print.typ", 0, 0, "LC411")


def test_an_own_template_that_is_no_text_is_a_finding(root: Path) -> None:
    (root / "templates/handout.typ").write_bytes(b"\xff\xfe")
    with pytest.raises(LabcampError) as caught:
        typeset(root, "handout.typ", DATA, DAY)
    assert [at(found, root) for found in caught.value.findings] == [("handout.typ", 0, 0, "LC003")]


@pytest.mark.parametrize(
    "path", ["/etc/passwd", "../secret.txt", "../../etc/passwd", "/../secret.txt", "a/../../secret.txt"]
)
def test_an_own_template_reads_nothing_outside_its_folder(root: Path, path: str) -> None:
    (root / "secret.txt").write_text("geheim", "utf-8")
    found = refused(root, f'#read("{path}")')
    assert at(found, root) == ("own.typ", 1, 7, "LC411")


def test_an_own_template_reads_what_lies_beside_it(root: Path) -> None:
    (root / "templates/beside.txt").write_text("daneben", "utf-8")
    assert pages_of(set_by(root, '#par(read("beside.txt"))')) == ["daneben"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_that_leads_out_of_the_templates_is_refused(root: Path) -> None:
    (root / "secret.txt").write_text("geheim", "utf-8")
    (root / "templates/inside.txt").symlink_to(root / "secret.txt")
    assert at(refused(root, '#read("inside.txt")'), root) == ("inside.txt", 0, 0, "LC006")


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bytes]]:
    """Who would go to the network comes here, for it is what the machine names as the way there."""
    asked: list[bytes] = []
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()

        def answer() -> None:
            while True:
                try:
                    client, _ = server.accept()
                except OSError:
                    return
                with client:
                    asked.append(client.recv(100))

        Thread(target=answer, daemon=True).start()
        for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{server.getsockname()[1]}")
        yield asked


PACKAGE = '#import "@preview/cetz:0.2.0": *\n'


@pytest.mark.shows("LC412")
def test_an_own_template_fetches_nothing_from_the_network(root: Path, network: list[bytes]) -> None:
    found = refused(root, f"#par[x]\n{PACKAGE}")
    assert (at(found, root), found.values) == (("own.typ", 2, 9, "LC412"), (("package", "@preview/cetz:0.2.0"),))
    assert network == []


def test_nor_does_a_file_that_it_imports(root: Path, network: list[bytes]) -> None:
    (root / "templates/mine.typ").write_text(PACKAGE, "utf-8")
    assert at(refused(root, '#import "mine.typ"'), root) == ("mine.typ", 1, 9, "LC412")
    assert network == []


def test_typst_alone_would_have_fetched_it(network: list[bytes]) -> None:
    """The judge itself is tried: where nobody asks, nothing is proved."""
    with pytest.raises(typst.TypstError):
        typst.compile(PACKAGE.encode())
    assert b"packages.typst.org" in network[0]


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        ("#while true {}", "condition is always true"),
        ("#let x = 0\n#while x >= 0 { x += 1 }", "loop seems to be infinite"),
        ("#let f() = f()\n#f()", "maximum function call depth exceeded"),
    ],
)
def test_a_template_that_would_never_end_is_a_finding(root: Path, template: str, problem: str) -> None:
    assert dict(refused(root, template).values)["problem"] == problem


# --- the command line


def test_without_typst_a_print_is_a_finding_that_leads_to_the_page(
    workspace: Path, labcamp: Labcamp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    typesetting._compiler.cache_clear()
    result = labcamp("render-print", "run-sheet", "11")
    assert (result.code, "LC410" in result.err, "Traceback" in result.err) == (1, True, False)
    assert not (workspace / "private/out").exists()


@pytest.mark.shows("LC041", "LC042")
def test_an_option_of_another_print_and_an_unknown_print_are_findings(workspace: Path, labcamp: Labcamp) -> None:
    assert "LC042" in labcamp("render-print", "run-sheet", "11", "--notes").err
    assert "LC041" in labcamp("render-print", "runsheet", "11").err


def test_templates_of_prints_are_listed_and_copied_and_the_copy_makes_the_same(
    workspace: Path, labcamp: Labcamp
) -> None:
    listed = labcamp("templates").out
    assert [name for name in ("handout.typ", "print.typ", "run-sheet.typ") if f"\n{name} " not in listed] == []
    before = labcamp("render-print", "run-sheet", "10")
    content = (workspace / "private/out/labcamp-10/run-sheet.pdf").read_bytes()
    for name in ("print.typ", "run-sheet.typ"):
        assert labcamp("templates", "--copy", name).code == 0
        assert (workspace / "templates" / name).read_text("utf-8") == text_of(workspace, name)
    again = labcamp("render-print", "run-sheet", "10")
    assert (before.code, again.code, again.out.split()[0]) == (0, 0, "unchanged")
    assert (workspace / "private/out/labcamp-10/run-sheet.pdf").read_bytes() == content


def test_a_mistake_in_a_copied_template_is_shown_with_its_place(workspace: Path, labcamp: Labcamp) -> None:
    labcamp("templates", "--copy", "run-sheet.typ")
    own = workspace / "templates/run-sheet.typ"
    own.write_text(own.read_text("utf-8") + "#nope\n", "utf-8")
    lines = len(own.read_text("utf-8").splitlines())
    result = labcamp("render-print", "run-sheet", "10")
    assert result.code == 1
    assert f"templates/run-sheet.typ:{lines}:2: LC411" in result.err
