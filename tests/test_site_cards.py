"""Pictures for previews of links, and what Typst has set: made anew only where something has changed."""

import os
import stat
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest
from conftest import REPOSITORY, Labcamp
from sample import TODAY, sample, some, written

from labcamp.model.artefact import Artefact
from labcamp.render import KINDS, kept
from labcamp.render.prints import typesetting
from labcamp.render.site import cards
from labcamp.render.site.contents import site_of
from labcamp.render.stage import stage_of
from labcamp.workspace import Workspace, load

HELD = "title: Treffen\ntheme: Labore nach dem Projekt\nstatus: confirmed\ndate: 2027-03-11\ntime: 14:00-17:00\n"
WHITE, BLUE = b"\xff\xff\xff", b"\x0b\x4f\x8a"
FIELDS: dict[str, Any] = {"title": "T", "edition": "", "foot": "", "state": "", "cancelled": False}


def size(picture: bytes) -> tuple[int, int]:
    """Width and height of a PNG (ISO/IEC 15948, 11.2.2)."""
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    return int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])


def pixels(picture: bytes) -> list[bytes]:
    """The lines of a PNG with eight bits a channel, each with four bytes a pixel (the same, 9 and 11.2.4)."""
    width, height = size(picture)
    data, at = b"", 8
    while at < len(picture):
        length, sort = int.from_bytes(picture[at : at + 4]), picture[at + 4 : at + 8]
        data += picture[at + 8 : at + 8 + length] if sort == b"IDAT" else b""
        at += length + 12
    channels = {2: 3, 6: 4}[picture[25]]
    raw, lines, before = zlib.decompress(data), [], bytearray(width * channels)
    for row in range(height):
        start = row * (width * channels + 1)
        line = bytearray(raw[start + 1 : start + 1 + width * channels])
        for i in range(len(line)):
            left = line[i - channels] if i >= channels else 0
            corner = before[i - channels] if i >= channels else 0
            line[i] = (line[i] + predicted(raw[start], left, before[i], corner)) & 255
        lines.append(bytes(line))
        before = line
    return lines


def predicted(sort: int, left: int, above: int, corner: int) -> int:
    """What a filter of PNG says of a byte (the same, 9.2)."""
    nearest = min((left, above, corner), key=lambda each: abs(left + above - corner - each))
    return (0, left, above, (left + above) // 2, nearest)[sort]


def pictures(workspace: Workspace) -> dict[str, bytes]:
    return {file.name: file.content for file in cards.render(site_of(stage_of(workspace)))}


def test_each_event_that_is_announced_has_a_picture_and_the_series_one(tmp_path: Path) -> None:
    draft = "title: Entwurf\ndate: 2027-05-11\n"
    found = pictures(written(tmp_path, {"a": HELD, "b": draft}))
    assert {name: size(picture) for name, picture in found.items()} == {
        "site/card.png": (1200, 630),
        "site/a/card.png": (1200, 630),
    }


def test_the_pictures_are_the_same_each_time() -> None:
    typesetting._compiler.cache_clear()
    before = pictures(sample())
    typesetting._compiler.cache_clear()
    assert pictures(sample()) == before


TITLES = (
    "A",
    "Labore nach dem Projekt",
    "Wirkung & Nebenwirkung <messen> #1 *fett* $x$ \\ @a",
    "Experimentierklauseln, Reallabore und Bürgerbeteiligungsprozesse in der öffentlichen Verwaltung",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung",
    "Verwaltungsdigitalisierungsgesetzgebungskompetenz und Innovationslabore",
    "x" * 200,
    "Ein sehr langer Titel, " * 20,
    "مختبرات 👩\u200d💻 Łódź",
)


SMALLER = 4  # times, which is enough to see what stands where, and quick to read


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures have fewer pixels."""
    monkeypatch.setitem(typesetting.FORMS, "png", {"format": "png", "ppi": 72 / SMALLER})


def drawn(root: Path, **data: Any) -> list[bytes]:
    """The lines of a picture of some data."""
    common = typesetting.of_series(sample().series, "de") | {"logo": "", "author": "", "description": "", "page_of": ""}
    leaf = {"big": "28", "month": "September 2027", "weekday": "Donnerstag", "day": True}
    values = {**common, **FIELDS, "subtitle": "", "heading": "T", "leaf": leaf, **data}
    return pixels(typesetting.typeset(root, cards.TEMPLATE, values, TODAY, "png"))


def inked(lines: list[bytes], first: int, last: int, ground: bytes) -> set[int]:
    """The columns that have another colour than the ground somewhere between two rows."""
    channels = len(lines[0]) * SMALLER // 1200
    return {
        x // channels * SMALLER
        for line in lines[first // SMALLER : last // SMALLER]
        for x in range(0, len(line), channels)
        if line[x : x + 3] != ground
    }


@pytest.mark.parametrize("title", TITLES, ids=range(len(TITLES)))
@pytest.mark.parametrize("state", ["", "Abgesagt"])
def test_no_title_leaves_its_place_however_long_it_is(title: str, state: str, tmp_path: Path, small: None) -> None:
    lines = drawn(tmp_path, heading=title, state=state, edition="LabCamp #28", foot="14 bis 17 Uhr, online")
    found = {x for x in inked(lines, 132, 480, WHITE) if x >= 404}
    assert found
    assert found <= set(range(448, 1144))
    first, last = (408, 416) if state else (464, 476)  # between the title and what stands below
    assert {x for x in inked(lines, first, last, WHITE) if x >= 404} == set()


@pytest.mark.parametrize("big", ["11", "28", "28–29", "30–2", "Dezember", "September"])
def test_no_day_leaves_the_leaf(big: str, tmp_path: Path, small: None) -> None:
    leaf = {"big": big, "month": "September–Oktober 2027", "weekday": "Donnerstag–Samstag", "day": big[0].isdigit()}
    found = {x for x in inked(drawn(tmp_path, leaf=leaf), 12, 620, BLUE) if x < 396}
    assert found
    assert found <= set(range(44, 356))


def test_what_is_cancelled_has_no_leaf_of_paper_and_says_so(tmp_path: Path) -> None:
    data = cards._of_event(
        site_of(stage_of(written(tmp_path, {"a": HELD.replace("confirmed", "cancelled") + "reason: R\n"}))).facts(
            load(tmp_path, TODAY).events[0]
        )
    )
    assert (data["cancelled"], data["state"], data["leaf"]) == (
        True,
        "Abgesagt",
        {"big": "11", "month": "März 2027", "weekday": "Donnerstag", "day": True},
    )


@pytest.mark.parametrize(
    ("lines", "leaf", "edition", "foot"),
    [
        ("date: 2027-03-11", ("11", "März 2027", "Donnerstag", True), "T 1", ""),
        ("date: 2027-03\nplace: {city: Wien}", ("März", "2027", "", False), "T 1", "Wien"),
        ("date: 2027-03-11\ntime: 14:00-17:00", ("11", "März 2027", "Donnerstag", True), "T 1", "14 bis 17 Uhr"),
    ],
)  # fmt: skip
def test_a_picture_says_when_and_where_as_far_as_that_is_known(
    lines: str, leaf: tuple[object, ...], edition: str, foot: str, tmp_path: Path
) -> None:
    workspace = written(tmp_path, {"a": f"title: T 1\ntheme: Themen\nstatus: confirmed\n{lines}\n"})
    data = cards._of_event(site_of(stage_of(workspace)).facts(workspace.events[0]))
    assert data["leaf"] == dict(zip(("big", "month", "weekday", "day"), leaf, strict=True))
    assert (data["heading"], data["edition"], data["foot"]) == ("Themen", edition, foot)


# What was set is kept


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates that were really set, one after the other."""
    names: list[str] = []
    real = typesetting.typeset

    def typeset(root: Path, name: str, *others: Any) -> bytes:
        names.append(name)
        return real(root, name, *others)

    monkeypatch.setattr(typesetting, "typeset", typeset)
    return names


def everything(workspace: Workspace, folder: Path | None, *kinds: str) -> list[Artefact]:
    stage = stage_of(workspace, folder)
    return [file for kind in kinds for file in KINDS[kind](stage, workspace.events)]


def test_in_one_run_the_site_takes_the_handouts_that_are_set_already(tmp_path: Path, counted: list[str]) -> None:
    files = everything(written(tmp_path, {"a": HELD}), None, "handout", "site")
    assert sorted(counted) == ["card.typ", "card.typ", "handout.typ"]
    handouts = [file.content for file in files if file.name.endswith("agenda.pdf")]
    assert (len(handouts), len(set(handouts))) == (2, 1)


def test_the_next_run_sets_only_what_has_changed(tmp_path: Path, counted: list[str]) -> None:
    root, folder = tmp_path / "series", tmp_path / "kept"
    root.mkdir()
    first = everything(written(root, {"a": HELD, "b": HELD.replace("03-11", "05-20")}), folder, "site")
    assert len(counted) == 5
    counted.clear()
    assert everything(load(root, TODAY), folder, "site") == first
    assert counted == []
    written(root, {"b": HELD.replace("03-11", "05-21")})
    everything(load(root, TODAY), folder, "site")
    assert sorted(counted) == ["card.typ", "handout.typ"]


def own(root: Path, name: str, content: bytes) -> None:
    path = root / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def test_check_says_what_is_wrong_with_an_own_template_of_the_picture(tmp_path: Path, labcamp: Labcamp) -> None:
    written(tmp_path, {"a": HELD})
    own(tmp_path, "card.typ", b"#set page(width: 10pt)\n#nothing\n")
    result = labcamp("check", "--root", tmp_path, "--today", TODAY.isoformat())
    assert (result.code, "templates/card.typ:2:2: LC411" in result.out + result.err) == (1, True)


def test_templates_pictures_and_versions_are_part_of_what_it_hangs_on(
    tmp_path: Path, counted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root, folder = tmp_path / "series", tmp_path / "kept"
    root.mkdir()
    written(root, {"a": HELD})

    def count() -> int:
        counted.clear()
        everything(load(root, TODAY), folder, "site")
        return len(counted)

    assert (count(), count()) == (3, 0)
    own(root, "card.typ", (REPOSITORY / "templates/card.typ").read_bytes() + b"\n// mine\n")
    assert (count(), count()) == (3, 0)
    own(root, "bild.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')
    assert (count(), count()) == (3, 0)
    monkeypatch.setattr(typesetting, "__version__", "0")
    assert (count(), count()) == (3, 0)


def test_what_is_kept_belongs_to_one_person_and_what_is_not_whole_is_made_again(
    tmp_path: Path, counted: list[str]
) -> None:
    root, folder = tmp_path / "series", tmp_path / "kept"
    root.mkdir()
    first = everything(written(root, {"a": HELD}), folder, "site")
    files = sorted((folder / kept.FOLDER).iterdir())
    assert len(files) == 3
    if os.name != "nt":
        assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
        assert stat.S_IMODE((folder / kept.FOLDER).stat().st_mode) == 0o700
    files[0].write_bytes(files[0].read_bytes()[:-1])
    files[1].write_bytes(b"")
    if os.name != "nt":
        files[2].chmod(0o666)
    counted.clear()
    assert everything(load(root, TODAY), folder, "site") == first
    assert len(counted) == (2 if os.name == "nt" else 3)


def test_where_nothing_can_be_kept_all_is_made_as_ever(tmp_path: Path) -> None:
    root, blocked = tmp_path / "series", tmp_path / "blocked"
    root.mkdir()
    blocked.write_text("no folder", "utf-8")
    workspace = written(root, {"a": HELD})
    assert everything(workspace, blocked, "site") == everything(workspace, None, "site")
    assert blocked.read_text("utf-8") == "no folder"


def test_what_was_kept_first_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 3)
    (tmp_path / "series").mkdir()
    stage = stage_of(written(tmp_path / "series", {"a": HELD}), tmp_path / "kept")
    for number in range(5):
        kept.once(stage, f"{number:064}", lambda number=number: b"%d" % number)  # type: ignore[misc]
        os.utime(tmp_path / "kept" / kept.FOLDER / f"{number:064}", ns=(number, number))
    kept.once(stage, "f" * 64, lambda: b"last")
    assert sorted(path.name for path in (tmp_path / "kept" / kept.FOLDER).iterdir()) == [
        f"{3:064}",
        f"{4:064}",
        "f" * 64,
    ]


def test_nothing_private_is_ever_kept(tmp_path: Path) -> None:
    """Prints about people and of the team are set anew each time: what they say stays where it is."""
    source = (REPOSITORY / "labcamp/render/prints").glob("*.py")
    users = {path.name for path in source if "_once(" in path.read_text("utf-8")}
    assert users == {"handout.py", "typesetting.py"}


def test_another_machine_with_another_hash_seed_makes_the_same_site(tmp_path: Path) -> None:
    script = (
        "import sys, hashlib, datetime as dt; from pathlib import Path; from labcamp.workspace import load; "
        "from labcamp.render.stage import stage_of; from labcamp.render import site; "
        "w = load(Path(sys.argv[1]), dt.date(2026, 11, 23)); h = hashlib.sha256(); "
        "[h.update(f.name.encode() + f.content) for f in site.render(stage_of(w))]; print(h.hexdigest())"
    )
    written(tmp_path, {"a": HELD, "b": HELD.replace("03-11", "05-20")})
    found = {
        subprocess.run(
            [sys.executable, "-c", script, str(tmp_path)],
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "TZ": zone,
                "PYTHONPATH": os.pathsep.join([str(REPOSITORY), *sys.path]),
            },
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/Lima"))
    }
    assert len(some(found)) == 1
