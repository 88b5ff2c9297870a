"""A folder that is put in place as a whole: what is in it whatever a person, the system or a kill does."""

import errno
import os
import pickle
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest
from conftest import times
from hypothesis import given
from hypothesis import strategies as st

from labcamp.files.place import place
from labcamp.files.write import Outcome, remembered, write
from labcamp.findings import LabcampError, Place, finding
from labcamp.model.artefact import Artefact

ON_WINDOWS = sys.platform == "win32"
HOME = Artefact("site/index.html", b"home\n")
PAGE = Artefact("site/labcamp-1/index.html", b"page\n")
TALK = Artefact("site/labcamp-1/talk.html", b"talk\n")


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def results(out: Path) -> dict[str, bytes]:
    """The same without our memory."""
    return {name: content for name, content in files(out).items() if name != ".labcamp.json"}


def words(outcomes: Iterator[Outcome], out: Path) -> dict[str, str]:
    """What became of each file, by name."""
    return {path.relative_to(out).as_posix(): word for word, path in outcomes}


def put(out: Path, *artefacts: Artefact, dry_run: bool = False, force: bool = False) -> dict[str, str]:
    """Put a folder in place, and what became of each file."""
    return words(place(artefacts, out, "site", dry_run=dry_run, force=force), out)


def stamp(path: Path) -> tuple[int, int]:
    """When a file or folder was changed last, and which it is."""
    return path.lstat().st_mtime_ns, path.lstat().st_ino


def stamps(out: Path) -> dict[str, tuple[int, int]]:
    """When each file and folder was changed last, and which it is."""
    return {str(path): stamp(path) for path in (out, *out.rglob("*"))}


def test_a_folder_is_made_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    out = tmp_path / "workspace/out"
    assert put(out, HOME, PAGE) == {HOME.name: "created", PAGE.name: "created"}
    assert results(out) == {HOME.name: HOME.content, PAGE.name: PAGE.content}
    assert sorted(path.name for path in out.iterdir()) == [".labcamp.json", "site"]


def test_a_second_run_touches_no_file_and_no_folder(tmp_path: Path) -> None:
    put(tmp_path, HOME, PAGE)
    before = stamps(tmp_path)
    assert put(tmp_path, HOME, PAGE) == {HOME.name: "unchanged", PAGE.name: "unchanged"}
    assert stamps(tmp_path) == before


def test_what_stays_is_the_same_file_as_before_when_another_changes(tmp_path: Path) -> None:
    put(tmp_path, HOME, PAGE)
    before = stamps(tmp_path)[str(tmp_path / PAGE.name)]
    assert put(tmp_path, Artefact(HOME.name, b"new"), PAGE) == {HOME.name: "updated", PAGE.name: "unchanged"}
    assert stamps(tmp_path)[str(tmp_path / PAGE.name)] == before
    assert results(tmp_path) == {HOME.name: b"new", PAGE.name: PAGE.content}


def test_a_page_that_is_not_made_any_more_goes_with_its_folder(tmp_path: Path) -> None:
    put(tmp_path, HOME, PAGE, TALK)
    assert put(tmp_path, HOME) == {HOME.name: "unchanged", PAGE.name: "removed", TALK.name: "removed"}
    assert results(tmp_path) == {HOME.name: HOME.content}
    assert not (tmp_path / "site/labcamp-1").exists()
    assert set(remembered(tmp_path)) == {HOME.name}


def test_a_page_that_a_person_has_changed_stays_and_only_force_takes_it(tmp_path: Path) -> None:
    put(tmp_path, HOME, PAGE, TALK)
    for page in (PAGE, TALK):
        (tmp_path / page.name).write_bytes(b"by hand")
    new = Artefact(PAGE.name, b"new")
    assert put(tmp_path, HOME, new) == {HOME.name: "unchanged", PAGE.name: "kept", TALK.name: "left"}
    assert results(tmp_path) == {HOME.name: HOME.content, PAGE.name: b"by hand", TALK.name: b"by hand"}
    assert put(tmp_path, HOME, new, force=True) == {
        HOME.name: "unchanged", PAGE.name: "updated", TALK.name: "removed",
    }  # fmt: skip
    assert results(tmp_path) == {HOME.name: HOME.content, PAGE.name: b"new"}


OWN = {"site/CNAME": b"example.org", "site/.git/HEAD": b"ref", "site/labcamp-1/notes.txt": b"mine",
       "site/labcamp-1/photos/a.jpg": b"jpg", "site/shop/index.html": b"shop"}  # fmt: skip


def put_own(out: Path) -> dict[str, tuple[int, int]]:
    """Put what is a person's into the folder, and say which files they are."""
    for name, content in OWN.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(content)
    return {name: stamp(out / name) for name in OWN}


@pytest.mark.parametrize("force", [False, True])
def test_files_and_whole_folders_of_a_person_stay_the_same_whatever_comes_and_goes(tmp_path: Path, force: bool) -> None:
    put(tmp_path, HOME, PAGE)
    before = put_own(tmp_path)
    assert put(tmp_path, Artefact(HOME.name, b"new"), force=force) == {HOME.name: "updated", PAGE.name: "removed"}
    assert results(tmp_path) == {HOME.name: b"new", **OWN}
    assert {name: stamp(tmp_path / name) for name in OWN} == before
    assert put(tmp_path, Artefact(HOME.name, b"new"), PAGE) == {HOME.name: "unchanged", PAGE.name: "created"}
    assert results(tmp_path) == {HOME.name: b"new", PAGE.name: PAGE.content, **OWN}


def test_a_repository_in_the_folder_is_moved_and_not_copied(tmp_path: Path) -> None:
    put(tmp_path, HOME)
    before = tmp_path / "site/.git"
    before.mkdir()
    number = before.stat().st_ino
    put(tmp_path, Artefact(HOME.name, b"new"))
    assert (tmp_path / "site/.git").stat().st_ino == number


@pytest.mark.skipif(ON_WINDOWS, reason="Windows lets only some people make links")
def test_a_link_of_a_person_stays_a_link_and_is_never_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "file").write_bytes(b"theirs")
    out = tmp_path / "out"
    put(out, HOME, PAGE)
    (out / "site/folder").symlink_to(elsewhere)
    (out / "site/labcamp-1/gone").symlink_to("nowhere")
    put(out, Artefact(HOME.name, b"new"), PAGE)
    put(out, HOME)
    assert (out / "site/folder").readlink() == elsewhere
    assert (out / "site/labcamp-1/gone").readlink() == Path("nowhere")
    assert files(elsewhere) == {"file": b"theirs"}


@pytest.mark.skipif(ON_WINDOWS, reason="Windows lets only some people make links")
@pytest.mark.parametrize("name", ["site", "site/labcamp-1"])
def test_a_link_in_the_place_of_a_folder_of_ours_is_refused(tmp_path: Path, name: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    out = tmp_path / "out"
    (out / name).parent.mkdir(parents=True)
    (out / name).symlink_to(elsewhere)
    with pytest.raises(LabcampError) as caught:
        put(out, HOME, PAGE)
    assert {found.code for found in caught.value.findings} == {"LC006"}
    assert files(tmp_path) == {}


def test_a_dry_run_says_the_same_and_touches_nothing(tmp_path: Path) -> None:
    put(tmp_path, HOME, PAGE)
    put_own(tmp_path)
    before = stamps(tmp_path)
    dry = put(tmp_path, Artefact(HOME.name, b"new"), TALK, dry_run=True)
    assert dry == {HOME.name: "updated", TALK.name: "created", PAGE.name: "removed"}
    assert stamps(tmp_path) == before
    assert put(tmp_path, Artefact(HOME.name, b"new"), TALK) == dry


def test_other_files_of_the_folder_around_it_and_what_is_known_of_them_stay(tmp_path: Path) -> None:
    feed = Artefact("labcamp.ics", b"feed")
    list(write([feed], tmp_path))
    put(tmp_path, HOME, PAGE)
    put(tmp_path, HOME)
    assert results(tmp_path) == {HOME.name: HOME.content, feed.name: feed.content}
    assert remembered(tmp_path) == {
        each.name: frozenset({sha256(each.content).hexdigest()}) for each in (HOME, feed)
    }  # fmt: skip


def test_what_is_written_between_looking_and_moving_stays_known(tmp_path: Path) -> None:
    feed = Artefact("labcamp.ics", b"feed")
    run = place([HOME], tmp_path, "site")
    list(write([feed], tmp_path))
    list(run)
    assert set(remembered(tmp_path)) == {HOME.name, feed.name}


@pytest.mark.skipif(ON_WINDOWS, reason="Windows knows other rights")
def test_folders_and_files_keep_their_rights(tmp_path: Path) -> None:
    put(tmp_path, HOME, PAGE)
    (tmp_path / "site").chmod(0o750)
    (tmp_path / HOME.name).chmod(0o640)
    put(tmp_path, Artefact(HOME.name, b"new"), PAGE)
    assert [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("site", HOME.name)] == [0o750, 0o640]


def no_links(*_: object, **__: object) -> None:
    """Refuse, as the file system of a memory stick does."""
    raise OSError(errno.EPERM, "Operation not permitted")


def test_a_file_system_without_second_names_gets_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, HOME, PAGE)
    put_own(tmp_path)
    os.utime(tmp_path / PAGE.name, ns=(1, 1))
    monkeypatch.setattr(os, "link", no_links)
    put(tmp_path, Artefact(HOME.name, b"new"), PAGE)
    assert results(tmp_path) == {HOME.name: b"new", PAGE.name: PAGE.content, **OWN}
    assert (tmp_path / PAGE.name).stat().st_mtime_ns == 1


# What goes wrong


@pytest.mark.shows("LC838")
@pytest.mark.parametrize("which", ["site", ".new"])
def test_a_folder_that_is_held_by_a_program_is_a_finding_and_the_old_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, which: str
) -> None:
    put(tmp_path, HOME, PAGE)
    before, rename = results(tmp_path), Path.rename

    def held(path: Path, target: Path) -> Path:
        if path.name.endswith(which):
            raise PermissionError(errno.EACCES, "Permission denied")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", held)
    with pytest.raises(LabcampError) as caught:
        put(tmp_path, Artefact(HOME.name, b"new"))
    place_ = Place((tmp_path / "site").as_posix())
    assert caught.value.findings == (finding("LC838", place_, reason="Permission denied"),)
    assert results(tmp_path) == before
    monkeypatch.undo()
    assert put(tmp_path, Artefact(HOME.name, b"new")) == {HOME.name: "updated", PAGE.name: "removed"}


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_a_disk_that_is_full_leaves_the_old_folder_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    put(tmp_path, HOME, PAGE)
    before = results(tmp_path)

    def full(*_: object) -> None:
        raise error

    monkeypatch.setattr("labcamp.files.place.write_new", full)
    with pytest.raises((LabcampError, KeyboardInterrupt)):
        put(tmp_path, Artefact(HOME.name, b"new"), PAGE)
    assert results(tmp_path) == before


def test_a_file_that_nobody_may_write_stays_and_is_a_finding(tmp_path: Path) -> None:
    put(tmp_path, HOME)
    (tmp_path / HOME.name).chmod(0o444)
    with pytest.raises(LabcampError) as caught:
        put(tmp_path, Artefact(HOME.name, b"new"))
    assert [found.code for found in caught.value.findings] == ["LC005"]
    assert results(tmp_path) == {HOME.name: HOME.content}


def test_a_run_that_was_killed_between_both_moves_leaves_the_old_folder_to_the_next(tmp_path: Path) -> None:
    put(tmp_path, HOME, PAGE)
    put_own(tmp_path)
    (tmp_path / "site").rename(tmp_path / ".labcamp-site.old")
    half = tmp_path / ".labcamp-0000000012345678.new"
    half.mkdir()
    (half / "index.html").write_bytes(b"half")
    assert put(tmp_path, HOME, PAGE) == {HOME.name: "unchanged", PAGE.name: "unchanged"}
    assert results(tmp_path) == {HOME.name: HOME.content, PAGE.name: PAGE.content, **OWN}


def test_a_run_that_was_killed_behind_both_moves_is_finished_by_the_next(tmp_path: Path) -> None:
    put(tmp_path, HOME, PAGE)
    put_own(tmp_path)
    old = tmp_path / ".labcamp-site.old"
    shutil.copytree(tmp_path / "site", old)
    for name in (PAGE.name, *OWN):
        (tmp_path / name).unlink()
    for folder in (".git", "labcamp-1", "shop"):
        shutil.rmtree(tmp_path / "site" / folder)
    assert put(tmp_path, HOME) == {HOME.name: "unchanged"}
    assert results(tmp_path) == {HOME.name: HOME.content, **OWN}


def test_a_removed_page_never_comes_back_where_the_old_folder_could_not_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, HOME, PAGE)
    rename = Path.rename

    def held(path: Path, target: Path) -> Path:
        if path.name.endswith(".old"):
            raise PermissionError(errno.EACCES, "Permission denied")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", held)
    put(tmp_path, HOME)
    assert (tmp_path / ".labcamp-site.old").exists()
    monkeypatch.undo()
    put(tmp_path, HOME)
    assert results(tmp_path) == {HOME.name: HOME.content}


FOREVER = """
import pickle, sys
from pathlib import Path
from labcamp.files.place import place

versions = pickle.loads(Path(sys.argv[1]).read_bytes())
print("ready", flush=True)
while True:
    for version in versions:
        for outcome in place(version, Path(sys.argv[2]), "site"):
            assert outcome.word != "kept", outcome
"""


def a_version(number: int) -> list[Artefact]:
    """Thirty pages, of which ten are in this version alone and ten are the same in each."""
    alike = [Artefact(f"site/labcamp-{n % 3}/{n}.html", b"alike") for n in range(10)]
    changed = [Artefact(f"site/{n}.html", b"version %d" % number) for n in range(10)]
    return alike + changed + [Artefact(f"site/only-{number}/{n}.html", b"x") for n in range(10)]


@pytest.mark.skipif(ON_WINDOWS, reason="Windows has no SIGKILL")
def test_whenever_a_run_is_killed_there_is_a_whole_folder_and_all_that_is_a_persons(tmp_path: Path) -> None:
    versions, out, random = [a_version(1), a_version(2)], tmp_path / "out", Random(3)
    wholes = [{each.name: each.content for each in version} for version in versions]
    (tmp_path / "versions").write_bytes(pickle.dumps(versions))
    put(out, *versions[0])
    put_own(out)
    for _ in range(times(0.5).max_examples):
        killed_after(random.uniform(0, 0.05), tmp_path / "versions", out)
        site = {name: content for name, content in results(out).items() if name.startswith("site/")}
        assert not site or {name: content for name, content in site.items() if name not in OWN} in wholes
        kept = {f"site/{name}" for name in ("CNAME", "labcamp-1/notes.txt")}
        assert not site or kept <= site.keys()
        version = random.choice(versions)
        put(out, *version)
        assert results(out) == {**{each.name: each.content for each in version}, **OWN}


def killed_after(seconds: float, versions: Path, out: Path) -> None:
    """Put both versions in place over and over, in another process, until it is killed."""
    command = [sys.executable, "-c", FOREVER, str(versions), str(out)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[1]) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"ready"
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
    assert process.returncode == -9  # by SIGKILL, and not by its own assertion


NAMES = ["site/a.html", "site/b/c.html", "site/b/d.html"]
SETS = st.dictionaries(st.sampled_from(NAMES), st.binary(max_size=2).map(lambda tail: b"labcamp " + tail), max_size=3)
MINE = st.tuples(st.sampled_from([*NAMES, "site/b/mine", "site/mine/mine"]), st.binary(max_size=2))
STEP = st.one_of(
    st.tuples(st.just("place"), SETS),
    st.tuples(st.just("edit"), MINE.map(lambda pair: (pair[0], b"me " + pair[1]))),
    st.tuples(st.just("delete"), st.sampled_from(NAMES)),
)


@times(2)
@given(st.lists(STEP, max_size=12))
def test_no_sequence_of_runs_and_edits_destroys_what_a_person_wrote(steps: list[tuple[str, object]]) -> None:
    there: dict[str, bytes] = {}
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        for step in steps:
            match step:
                case ("place", dict(made)):
                    put(out, *(Artefact(*item) for item in made.items()))
                    ours = {name for name, content in there.items() if content.startswith(b"labcamp")}
                    there = {name: content for name, content in there.items() if name not in ours}
                    there = made | there
                case ("edit", (str(name), bytes(content))):
                    (out / name).parent.mkdir(parents=True, exist_ok=True)
                    (out / name).write_bytes(content)
                    there[name] = content
                case ("delete", str(name)):
                    (out / name).unlink(missing_ok=True)
                    there.pop(name, None)
            assert results(out) == there


def test_a_folder_may_lie_below_another_one_of_which_the_rest_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "event").mkdir()
    (tmp_path / "event/else.txt").write_bytes(b"yours")
    list(
        place([Artefact("event/groups/a.txt", b"1"), Artefact("event/groups/b/c.txt", b"2")], tmp_path, "event/groups")
    )
    (tmp_path / "event/groups/own.txt").write_bytes(b"yours, too")

    told = list(place([Artefact("event/groups/a.txt", b"3")], tmp_path, "event/groups"))

    assert [(outcome.word, outcome.path.name) for outcome in told] == [("updated", "a.txt"), ("removed", "c.txt")]
    left = {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*.txt")}
    assert left == {"event/else.txt": b"yours", "event/groups/a.txt": b"3", "event/groups/own.txt": b"yours, too"}
