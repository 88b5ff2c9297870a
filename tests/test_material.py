"""What lies beside the events: files that links name, and pages that people write themselves."""

import datetime as dt
import struct
from collections.abc import Mapping
from pathlib import Path

import pytest

from labcamp.files.exif import tells_place
from labcamp.findings import Finding
from labcamp.review.folder import found_in
from labcamp.texts import words_of
from labcamp.workspace import Workspace, errors_about, load
from labcamp.workspace.material import OwnPage

TODAY = dt.date(2027, 3, 11)
SERIES = """\
id: treffen
title: Treffen
domain: example.org
imprint: https://example.org/impressum
newsletter: {unsubscribe: https://example.org/abmelden}
contact: treffen@example.org
regions: [DE-BE]
"""
HEAD = "title: Treffen\nstatus: confirmed\ndate: 2027-03-01\n"
LINK = "links:\n  - {title: Folien, file: folien.pdf, licence: CC BY 4.0, consent: ja}\n"
PICTURE = "links:\n  - {title: Am Tisch, file: tisch.jpg, licence: CC0, consent: ja, alt: Zwei Frauen am Tisch}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a series, which is the current one."""
    monkeypatch.chdir(tmp_path)
    Path("events").mkdir()
    Path("events/series.yaml").write_text(SERIES, "utf-8")
    return tmp_path


def filled(files: Mapping[str, str | bytes]) -> Workspace:
    """The workspace of the current folder with these files in its `events/`."""
    for name, content in files.items():
        path = Path("events", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return load(Path(), TODAY)


def told(findings: tuple[Finding, ...]) -> list[tuple[str, int, str, dict[str, str]]]:
    """Where each finding is, its code and what it says, whose words are whole in each language."""
    for found in findings:
        assert [words_of(found, language) for language in ("de", "en")]
    return [(found.path.removeprefix("events/"), found.line, found.code, dict(found.values)) for found in findings]


# Files


@pytest.mark.parametrize(
    ("there", "code", "values"),
    [
        ("files/treff-1/folien.pdf", "", {}),
        ("files/treff-1/Folien.pdf", "LC823", {"nearest": "Folien.pdf"}),
        ("files/treff-1/folie.pdf", "LC823", {"nearest": "folie.pdf"}),
        ("files/treff-1/bild.jpg", "LC823", {"nearest": ""}),
        ("files/treff-2/folien.pdf", "LC823", {"nearest": ""}),
        ("files/folien.pdf", "LC823", {"nearest": ""}),
        ("files/treff-1/folien.pdf/folien.pdf", "LC829", None),
    ],
)
def test_a_file_lies_in_the_folder_of_its_event_by_exactly_its_name(
    folder: Path, there: str, code: str, values: dict[str, str] | None
) -> None:
    path = "events/files/treff-1/folien.pdf"
    errors = filled({"treff-1.yaml": HEAD + LINK, "treff-2.yaml": "title: Zwei\n", there: "x"}).errors
    said = {"path": path} if values is None else {"name": "folien.pdf", "path": path, **values}
    assert told(errors) == ([("treff-1.yaml", 5, code, said)] if code else [])


def test_a_file_that_is_named_as_an_address_is_looked_for_like_any_other(folder: Path) -> None:
    text = HEAD + "agenda:\n  - title: A\n    links:\n      - {title: Folien, url: folien.pdf, licence: CC0}\n"
    workspace = filled({"treff-1.yaml": text, "files/treff-1/x.txt": "x"})
    assert [each[:3] for each in told(workspace.errors)] == [("treff-1.yaml", 7, "LC823")]
    assert [each.code for each in errors_about(workspace, "treff-1")] == ["LC823"]
    assert filled({"treff-1.yaml": text, "files/treff-1/folien.pdf": "x"}).errors == ()


@pytest.mark.shows("LC829")
@pytest.mark.parametrize("link", ["file", "folder", "files"])
def test_a_link_is_not_followed_not_even_within_the_series(folder: Path, link: str) -> None:
    Path("private").mkdir()
    secret = Path("private/treff-1/folien.pdf") if link == "folder" else Path("private/folien.pdf")
    secret = Path("private/treff-1/folien.pdf") if link != "file" else secret
    secret.parent.mkdir(exist_ok=True)
    secret.write_text("geheim", "utf-8")
    name = {"file": "files/treff-1/folien.pdf", "folder": "files/treff-1", "files": "files"}[link]
    target = {"file": secret, "folder": secret.parent, "files": Path("private")}[link]
    Path("events", name).parent.mkdir(parents=True, exist_ok=True)
    Path("events", name).symlink_to(target.absolute())
    errors = filled({"treff-1.yaml": HEAD + LINK, "treff-2.yaml": "title: Zwei\n"}).errors
    assert [each[:3] for each in told(errors)] == [("treff-1.yaml", 5, "LC829")]


def test_a_series_behind_a_link_may_have_files(folder: Path) -> None:
    filled({"treff-1.yaml": HEAD + LINK, "files/treff-1/folien.pdf": "x"})
    Path("reihe").symlink_to(folder)
    assert load(Path("reihe"), TODAY).errors == ()


@pytest.mark.shows("LC852")
def test_a_file_over_a_megabyte_is_told(folder: Path) -> None:
    fits = filled({"treff-1.yaml": HEAD + LINK, "files/treff-1/folien.pdf": b"x" * 1_000_000})
    large = filled({"treff-1.yaml": HEAD + LINK, "files/treff-1/folien.pdf": b"x" * 2_340_000})
    assert (fits.findings, large.errors) == ((), ())
    assert told(large.findings) == [("treff-1.yaml", 5, "LC852", {"name": "folien.pdf", "size": "2.3"})]


@pytest.mark.parametrize(
    ("link", "codes"),
    [
        ("file: tisch.jpg, licence: CC0, consent: ja, alt: Ein Tisch", []),
        ("file: tisch.jpg, licence: CC0, consent: ja", ["LC824"]),
        ("file: tisch.jpg, licence: CC0, alt: Ein Tisch", ["LC524"]),
        ("file: tisch.jpg, licence: CC0, consent: nein, alt: Ein Tisch", ["LC524"]),
        ("file: tisch.jpg, consent: ja, alt: Ein Tisch", ["LC915"]),
        ("file: tisch.svg, type: other, alt: Ein Tisch", []),
        ("file: tisch.svg", ["LC824"]),
        ("file: tisch.png, type: slides, licence: CC0, consent: ja", ["LC824"]),
        ("file: gespraech.mp4, licence: CC0", ["LC524"]),
        ("file: gespraech.mp3, consent: ja", ["LC915"]),
        ("file: papier.pdf", []),
        ("file: papier.pdf, type: paper", ["LC915"]),
        ("url: https://example.org/fotos, type: photo, licence: CC0, consent: ja", []),
    ],
)
def test_what_a_file_is_follows_from_its_name_and_with_it_what_has_to_be_known(
    folder: Path, link: str, codes: list[str]
) -> None:
    name = link.partition(",")[0].removeprefix("file: ")
    filled({"treff-1.yaml": f"{HEAD}links:\n  - {{title: Das, {link}}}\n", f"files/treff-1/{name}": "x"})
    found = found_in(Path(), TODAY).findings
    assert [each.code for each in found if each.code not in {"LC858"}] == codes


def test_the_licence_of_a_session_holds_for_what_is_linked_there(folder: Path) -> None:
    session = (
        "agenda:\n  - title: A\n    licence: CC BY 4.0\n    links:\n      - {title: F, file: f.mp3, consent: ja}\n"
    )
    filled({"treff-1.yaml": HEAD + session, "files/treff-1/f.mp3": "x"})
    assert found_in(Path(), TODAY).findings == ()


@pytest.mark.shows("LC853", "LC858")
def test_what_lies_there_for_nobody_is_told_and_what_systems_leave_is_not(folder: Path) -> None:
    there = ("treff-1/alt.pdf", "treff-1/.DS_Store", "treff-1/Thumbs.db", "treff-9/folien.pdf", "folien.pdf", ".keep")
    files = {f"files/{name}": "x" for name in ("treff-1/folien.pdf", *there)}
    workspace = filled({"treff-1.yaml": HEAD + LINK, **files})
    assert workspace.errors == ()
    assert told(workspace.findings) == [
        ("files/folien.pdf", 0, "LC853", {"name": "folien.pdf", "nearest": ""}),
        ("files/treff-1/alt.pdf", 0, "LC858", {"name": "alt.pdf", "id": "treff-1"}),
        ("files/treff-9", 0, "LC853", {"name": "treff-9", "nearest": "treff-1"}),
    ]


def test_what_an_event_names_that_is_wrong_in_itself_is_not_guessed(folder: Path) -> None:
    workspace = filled({"treff-1.yaml": f"{HEAD}datum: 3\n{LINK}", "files/treff-1/folien.pdf": "x"})
    assert [found.code for found in workspace.findings] == ["LC202"]


# Where a picture was taken


def exif(order: str, entries: list[tuple[int, int, int, int]], place: bytes = b"") -> bytes:
    """The part of a picture that cameras write: a table with these tags, and one for the place with its latitude."""
    gps = 8 + 2 + 12 * (len(entries) + 1) + 4
    start = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8)
    rows = [*entries, (0x8825, 4, 1, gps)] if place else [*entries, (0x0112, 3, 1, 1)]
    table = struct.pack(f"{order}H", len(rows)) + b"".join(struct.pack(f"{order}HHII", *row) for row in rows)
    of_place = struct.pack(f"{order}H", 2) + struct.pack(f"{order}HHII", 1, 2, 2, 0x4E000000)
    of_place += struct.pack(f"{order}HHII", 2, 5, 3, gps + 30) + bytes(4)
    return start + table + bytes(4) + (of_place + place if place else b"")


BERLIN = struct.pack("<6I", 52, 1, 31, 1, 12, 1)
CANON = [(0x010F, 2, 4, 0x41424300)]


def jpeg(part: bytes) -> bytes:
    segment = b"Exif\0\0" + part
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + b"\xff\xda\0\x02abc\xff\xd9"


def png(part: bytes) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(part)) + b"eXIf" + part + bytes(4)


def webp(part: bytes) -> bytes:
    return b"RIFF\0\0\0\0WEBPVP8X" + b"EXIF" + struct.pack("<I", len(part)) + part


def heic(part: bytes) -> bytes:
    return b"\0\0\0\x18ftypheic" + b"\0\0\0\x06Exif\0\0" + part


@pytest.mark.parametrize("picture", [jpeg, png, webp, heic])
@pytest.mark.parametrize("order", ["<", ">"])
def test_a_picture_that_says_where_it_was_taken_is_recognised(picture: object, order: str) -> None:
    assert callable(picture)
    degrees = struct.pack(f"{order}6I", 52, 1, 31, 1, 12, 1)
    assert tells_place(picture(exif(order, CANON, degrees)))
    assert not tells_place(picture(exif(order, CANON)))
    assert not tells_place(picture(exif(order, CANON, bytes(24))))  # what a phone has overwritten


@pytest.mark.parametrize(
    ("content", "told_"),
    [
        (b'\xff\xd8\xff\xe1..http://ns.adobe.com/xap/1.0/\0<rdf exif:GPSLatitude="52,31.2N"/>', True),
        (b"\0\0\0\x18ftypmp42....\xa9xyz\0\x12\x15\xc7+52.5200+013.4050/", True),
        (b"\xff\xd8Exif\0\0II*\0\xff\xff\xff\xff", False),
        (b"\xff\xd8Exif\0\0MM\0*\0\0\0\x08\xff\xff", False),
        (b"", False),
        (b"%PDF-1.7 eXIf", False),
    ],
)
def test_a_place_may_stand_in_a_text_and_what_is_broken_says_nothing(content: bytes, told_: bool) -> None:
    assert tells_place(content) is told_


@pytest.mark.shows("LC828")
def test_a_picture_with_its_place_is_not_published_until_the_place_is_gone(folder: Path) -> None:
    with_place, without = jpeg(exif("<", CANON, BERLIN)), jpeg(exif("<", CANON))
    wrong = filled({"treff-1.yaml": HEAD + PICTURE, "files/treff-1/tisch.jpg": with_place})
    assert told(wrong.errors) == [("treff-1.yaml", 5, "LC828", {"name": "tisch.jpg"})]
    assert filled({"treff-1.yaml": HEAD + PICTURE, "files/treff-1/tisch.jpg": without}).findings == ()


# Pages of their own


def test_a_page_has_the_heading_at_its_top_as_its_title(folder: Path) -> None:
    pages = {
        "ueber-uns.md": "# Über *uns*\n\nWir sind viele.\n",
        "b.md": "\ufeff\r\n\r\n## Barrieren ##\r\n\r\nWenige.\r\n\r\n# Mehr\r\n",
        "c.md": "Kontakt\n=======\n\nSchreibt uns.",
        "d.md": "# Nur ein Titel",
    }
    workspace = filled({"treff-1.yaml": HEAD, **{f"pages/{name}": text for name, text in pages.items()}})
    assert workspace.findings == ()
    assert workspace.pages == (
        OwnPage("b", "Barrieren", "Wenige.\n\n# Mehr"),
        OwnPage("c", "Kontakt", "Schreibt uns."),
        OwnPage("d", "Nur ein Titel", ""),
        OwnPage("ueber-uns", "Über uns", "Wir sind viele."),
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Wir sind viele.\n",
        "Wir sind viele.\n\n# Über uns\n",
        "---\ntitle: Über uns\n---\n",
        "#Über uns\n",
        "- a\n---\n",
        "    # Über uns\n",
        "> Über uns\n---\n",
        "# \n\nÜber uns\n",
    ],
)
def test_a_page_without_a_heading_at_its_top_has_no_title(folder: Path, text: str) -> None:
    workspace = filled({"treff-1.yaml": HEAD, "pages/ueber-uns.md": text})
    assert told(workspace.errors) == [("pages/ueber-uns.md", 1, "LC827", {"title": "Ueber uns"})]


@pytest.mark.shows("LC825")
@pytest.mark.parametrize(
    ("name", "proposal"),
    [
        ("Über uns.md", "ueber-uns.md"),
        ("UEBER.MD", "ueber.md"),
        ("ueber.markdown", "ueber.md"),
        ("ueber.md.txt", "ueber.md"),
        ("ueber.txt", "ueber.md"),
        ("Index.md", "index-2.md"),
        ("a.b.md", "a-b.md"),
    ],
)
def test_a_page_whose_name_is_no_address_gets_one_proposed(folder: Path, name: str, proposal: str) -> None:
    errors = filled({"treff-1.yaml": HEAD, f"pages/{name}": "# A\n"}).errors
    assert (f"pages/{name}", 0, "LC825", {"name": name, "proposal": proposal}) in told(errors)


@pytest.mark.shows("LC826")
def test_no_page_and_no_event_is_called_as_something_else_on_the_site(folder: Path) -> None:
    taken = ("index", "archive", "404", "topics", "organisations", "people", "assets", "treff-1")
    pages = {f"pages/{name}.md": "# A\n" for name in taken}
    workspace = filled({"treff-1.yaml": HEAD, "people.yaml": "title: Menschen\n", "site.yaml": HEAD, **pages})
    assert [(path, code, values["proposal"]) for path, _, code, values in told(workspace.errors)] == [
        *((f"pages/{name}.md", "LC826", f"{name}-2.md") for name in sorted(taken)),
        ("people.yaml", "LC826", "treffen-people.yaml"),
        ("site.yaml", "LC826", "treffen-site.yaml"),
    ]


def test_what_a_page_must_not_hold_is_found_as_in_every_file(folder: Path) -> None:
    pages: dict[str, str | bytes] = {
        "a.md": b"# A\n\n\xff",
        "b.md": "# B\n\nhttps://zoom.us/j/98765432101?pwd=abc\n",
        "c.md": "x" * 1_000_001,
    }
    workspace = filled({"treff-1.yaml": HEAD, **{f"pages/{name}": text for name, text in pages.items()}})
    assert [each[:3] for each in told(workspace.errors)] == [
        ("pages/a.md", 3, "LC110"),
        ("pages/b.md", 3, "LC522"),
        ("pages/c.md", 0, "LC109"),
    ]


def test_a_page_that_is_a_link_is_not_read(folder: Path) -> None:
    Path("private").mkdir()
    Path("private/a.md").write_text("# Geheim\n", "utf-8")
    Path("events/pages").mkdir()
    Path("events/pages/a.md").symlink_to(Path("private/a.md").absolute())
    workspace = filled({"treff-1.yaml": HEAD, "treff-2.yaml": "title: Zwei\n"})
    assert [each[:3] for each in told(workspace.errors)] == [("pages/a.md", 0, "LC829")]
    assert workspace.pages == ()
