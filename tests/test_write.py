"""What `write` and `create` leave on the disk, also when the disk, a person or a kill is in the way."""

import errno
import json
import os
import pickle
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path
from random import Random

import pytest
from conftest import times
from hypothesis import given
from hypothesis import strategies as st

from labcamp.files.write import Outcome, create, replace, write
from labcamp.findings import Finding, LabcampError, Place, finding
from labcamp.model.artefact import Artefact

ON_WINDOWS = sys.platform == "win32"
LEFT_OVER = ".labcamp-0123456789abcdef.tmp"


def files(folder: Path) -> dict[str, bytes]:
    """Every file below the folder, by name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def results(folder: Path) -> dict[str, bytes]:
    """Every file below the folder but the memory."""
    return {name: content for name, content in files(folder).items() if name != ".labcamp.json"}


def memory(out: Path) -> dict[str, list[str]]:
    """The hashes that labcamp remembers, by name."""
    hashes: dict[str, list[str]] = json.loads((out / ".labcamp.json").read_bytes())
    return hashes


def hashes(*contents: bytes) -> list[str]:
    """The hashes of the contents, in the order of the memory."""
    return sorted(sha256(content).hexdigest() for content in contents)


def words(outcomes: Iterator[Outcome]) -> list[str]:
    """What became of the files, in order."""
    return [word for word, _ in outcomes]


def link(path: Path, target: Path) -> None:
    """A symbolic link, where this system lets us make one."""
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("this system makes no symbolic links for us")


def findings_of(artefacts: list[Artefact], out: Path) -> tuple[Finding, ...]:
    """What stops these artefacts."""
    with pytest.raises(LabcampError) as caught:
        list(write(artefacts, out))
    return caught.value.findings


INVITATION = Artefact("labcamp-1/invitation.txt", b"Kommt!\n")
AGENDA = Artefact("labcamp-1/agenda.html", b"<p>Agenda\n")
FEED = Artefact("labcamp.ics", b"BEGIN:VCALENDAR\r\n")


# The ordinary run


def test_a_first_run_creates_every_file_and_its_folder(tmp_path: Path) -> None:
    out = tmp_path / "workspace" / "out"

    assert list(write([INVITATION, FEED], out)) == [
        Outcome("created", out / "labcamp-1" / "invitation.txt"),
        Outcome("created", out / "labcamp.ics"),
    ]
    assert results(out) == {"labcamp-1/invitation.txt": b"Kommt!\n", "labcamp.ics": b"BEGIN:VCALENDAR\r\n"}


def test_a_second_run_touches_nothing(tmp_path: Path) -> None:
    list(write([INVITATION, FEED], tmp_path))
    for path in tmp_path.rglob("*"):
        os.utime(path, ns=(1, 1))

    assert words(write([INVITATION, FEED], tmp_path)) == ["unchanged", "unchanged"]
    assert {path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()} == {1}


def test_a_changed_artefact_is_updated_and_its_neighbour_is_not_touched(tmp_path: Path) -> None:
    list(write([INVITATION, AGENDA], tmp_path))
    os.utime(tmp_path / AGENDA.name, ns=(1, 1))

    assert words(write([Artefact(INVITATION.name, b"Neu\n"), AGENDA], tmp_path)) == ["updated", "unchanged"]
    assert results(tmp_path) == {INVITATION.name: b"Neu\n", AGENDA.name: AGENDA.content}
    assert (tmp_path / AGENDA.name).stat().st_mtime_ns == 1


def test_everything_is_rendered_before_the_first_byte_is_written(tmp_path: Path) -> None:
    def rendered() -> Iterator[Artefact]:
        yield INVITATION
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(write(rendered(), tmp_path / "out"))
    assert not (tmp_path / "out").exists()


def test_a_dry_run_says_the_same_words_and_touches_nothing(tmp_path: Path) -> None:
    list(write([INVITATION, AGENDA], tmp_path))
    (tmp_path / AGENDA.name).write_bytes(b"von Hand\n")
    (tmp_path / LEFT_OVER).write_bytes(b"half")
    before = files(tmp_path)
    changed = [Artefact(INVITATION.name, b"Neu\n"), AGENDA, FEED]

    dry = list(write(changed, tmp_path, dry_run=True))

    assert [word for word, _ in dry] == ["updated", "kept", "created"]
    assert files(tmp_path) == before
    assert list(write(changed, tmp_path)) == dry


def test_a_dry_run_does_not_even_make_the_folder(tmp_path: Path) -> None:
    assert words(write([INVITATION], tmp_path / "out", dry_run=True)) == ["created"]
    assert not (tmp_path / "out").exists()


def test_no_artefacts_leave_no_trace(tmp_path: Path) -> None:
    assert list(write([], tmp_path / "out")) == []
    assert not (tmp_path / "out").exists()


def test_two_artefacts_of_one_name_are_our_own_mistake(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"labcamp\.ics"):
        list(write([FEED, INVITATION, FEED], tmp_path / "out"))
    with pytest.raises(ValueError, match=r"\.labcamp\.json"):
        list(write([Artefact(".labcamp.json", b"{}")], tmp_path / "out"))
    assert not (tmp_path / "out").exists()


def test_a_large_run_makes_each_folder_once_and_never_waits_for_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    mkdir = os.mkdir

    def watched(path: Path, mode: int = 0o777) -> None:
        asked.append(path.name)
        mkdir(path, mode)

    monkeypatch.setattr(os, "mkdir", watched)
    monkeypatch.setattr(os, "fsync", lambda _: asked.append("fsync"))
    list(write([Artefact(f"labcamp-{number % 4}/{number}.txt", b"") for number in range(40)], tmp_path))

    assert asked == ["labcamp-0", "labcamp-1", "labcamp-2", "labcamp-3"]


# What labcamp remembers, and what is a person's


def test_the_memory_has_one_sorted_line_a_name(tmp_path: Path) -> None:
    list(write([FEED, INVITATION], tmp_path))

    assert (tmp_path / ".labcamp.json").read_bytes().decode() == (
        "{\n"
        f'"labcamp-1/invitation.txt": ["{sha256(INVITATION.content).hexdigest()}"],\n'
        f'"labcamp.ics": ["{sha256(FEED.content).hexdigest()}"]\n'
        "}\n"
    )


def test_the_memory_holds_old_and_new_during_a_run_and_only_the_new_after_it(tmp_path: Path) -> None:
    list(write([FEED, INVITATION], tmp_path))
    run = write([Artefact(FEED.name, b"new")], tmp_path)

    next(run)
    assert memory(tmp_path) == {FEED.name: hashes(FEED.content, b"new"), INVITATION.name: hashes(INVITATION.content)}
    assert list(run) == []
    assert memory(tmp_path) == {FEED.name: hashes(b"new"), INVITATION.name: hashes(INVITATION.content)}


def test_the_memory_is_written_twice_a_run_and_not_once_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moved: list[str] = []
    replace = os.replace

    def watched(source: Path, target: Path) -> None:
        moved.append(target.name)
        replace(source, target)

    list(write([FEED, INVITATION], tmp_path))
    monkeypatch.setattr(os, "replace", watched)
    list(write([Artefact(FEED.name, b"2"), Artefact(INVITATION.name, b"2"), AGENDA], tmp_path))

    assert moved == [".labcamp.json", "labcamp.ics", "invitation.txt", "agenda.html", ".labcamp.json"]


def test_what_a_person_wrote_is_kept_and_only_force_replaces_it(tmp_path: Path) -> None:
    list(write([INVITATION], tmp_path))
    (tmp_path / INVITATION.name).write_bytes(b"von Hand\n")
    new = Artefact(INVITATION.name, b"Neu\n")

    assert words(write([new, FEED], tmp_path)) == ["kept", "created"]
    assert results(tmp_path) == {INVITATION.name: b"von Hand\n", FEED.name: FEED.content}
    assert words(write([new, FEED], tmp_path, force=True)) == ["updated", "unchanged"]
    assert results(tmp_path) == {INVITATION.name: b"Neu\n", FEED.name: FEED.content}
    assert words(write([INVITATION], tmp_path)) == ["updated"]


def test_a_file_that_was_there_before_labcamp_is_a_persons(tmp_path: Path) -> None:
    (tmp_path / "labcamp.ics").write_bytes(b"mine")

    assert words(write([FEED], tmp_path)) == ["kept"]
    assert files(tmp_path) == {"labcamp.ics": b"mine"}


def test_an_edit_that_was_taken_back_is_labcamps_again(tmp_path: Path) -> None:
    list(write([FEED], tmp_path))
    (tmp_path / FEED.name).write_bytes(b"mine")
    assert words(write([Artefact(FEED.name, b"new")], tmp_path)) == ["kept"]
    (tmp_path / FEED.name).write_bytes(FEED.content)

    assert words(write([Artefact(FEED.name, b"new")], tmp_path)) == ["updated"]


def test_deleting_the_output_folder_is_safe(tmp_path: Path) -> None:
    list(write([FEED], tmp_path / "out"))
    for path in (tmp_path / "out").iterdir():
        path.unlink()
    (tmp_path / "out").rmdir()

    assert words(write([Artefact(FEED.name, b"new")], tmp_path / "out")) == ["created"]


def test_without_its_memory_labcamp_adopts_what_is_equal_and_keeps_the_rest(tmp_path: Path) -> None:
    list(write([FEED, INVITATION], tmp_path))
    (tmp_path / ".labcamp.json").unlink()

    assert words(write([FEED, Artefact(INVITATION.name, b"new")], tmp_path)) == ["unchanged", "kept"]
    assert memory(tmp_path) == {FEED.name: hashes(FEED.content)}


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b"[1]",
        b"null",
        b'{"labcamp.ics": 3}',
        b'{"labcamp.ics": [3, null, {}]}',
        b'{"../labcamp.ics": ["0"], "\\ud800/x": ["0"], "\\u0000/x": ["0"], "": ["0"]}',
    ],
)
def test_a_memory_that_is_none_knows_nothing(tmp_path: Path, broken: bytes) -> None:
    (tmp_path / ".labcamp.json").write_bytes(broken)
    (tmp_path / "labcamp.ics").write_bytes(b"mine")

    assert words(write([FEED, INVITATION], tmp_path)) == ["kept", "created"]
    assert memory(tmp_path)[INVITATION.name] == hashes(INVITATION.content)
    assert results(tmp_path)["labcamp.ics"] == b"mine"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@times(0.6)
@given(st.binary() | JSON.map(lambda value: json.dumps(value).encode()))
def test_no_memory_whatever_makes_labcamp_crash(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / ".labcamp.json").write_bytes(content)
        (Path(folder) / FEED.name).write_bytes(b"mine")

        assert words(write([FEED, INVITATION], Path(folder))) == ["kept", "created"]


NAMES = ["a.txt", "b/c.txt", "b/d.txt"]
SETS = st.dictionaries(st.sampled_from(NAMES), st.binary(max_size=2).map(lambda tail: b"labcamp " + tail), max_size=3)
STEP = st.one_of(
    st.tuples(st.just("write"), SETS),
    st.tuples(st.just("write, cut off after one"), SETS),
    st.tuples(
        st.just("edit"), st.tuples(st.sampled_from(NAMES), st.binary(max_size=2).map(lambda tail: b"me " + tail))
    ),
    st.tuples(st.just("delete"), st.sets(st.sampled_from(NAMES))),
    st.tuples(st.just("forget"), st.none()),
)


class Model:
    """What must be on the disk, and which of it labcamp must know as its own."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.ours: set[str] = set()

    def write(self, contents: dict[str, bytes], limit: int | None) -> list[str]:
        """The words that labcamp must say; after `limit` files the run ends."""
        said = []
        for name, content in contents.items():
            there = self.files.get(name)
            if there is not None and there != content and name not in self.ours:
                said.append("kept")
                continue
            self.ours.add(name)
            said.append({None: "created", content: "unchanged"}.get(there, "updated"))
        for (name, content), word in islice(zip(contents.items(), said, strict=True), limit):
            if word != "kept":
                self.files[name] = content
        return said[:limit]


@times(1.5)
@given(st.lists(STEP, max_size=12))
def test_no_sequence_of_runs_edits_and_deletions_destroys_what_a_person_wrote(steps: list[tuple[str, object]]) -> None:
    model = Model()
    with tempfile.TemporaryDirectory() as folder:
        for step in steps:
            take(step, Path(folder), model)
            assert results(Path(folder)) == model.files


def take(step: tuple[str, object], out: Path, model: Model) -> None:
    """Do the step on the disk and in the model."""
    match step:
        case (("write" | "write, cut off after one") as verb, dict(contents)):
            limit = None if verb == "write" else 1
            run = write([Artefact(*item) for item in contents.items()], out)
            assert [word for word, _ in islice(run, limit)] == model.write(contents, limit)
        case ("edit", (str(name), bytes(content))):
            (out / name).parent.mkdir(exist_ok=True)
            (out / name).write_bytes(content)
            model.files[name] = content
            model.ours.discard(name)
        case ("delete", set(names)):
            for name in names:
                (out / name).unlink(missing_ok=True)
                model.files.pop(name, None)
        case _:
            (out / ".labcamp.json").unlink(missing_ok=True)
            model.ours.clear()


# Names and links that lead elsewhere


@pytest.mark.parametrize(
    "name",
    [
        "../labcamp.ics",
        "labcamp-1/../../labcamp.ics",
        "labcamp-1/.. /labcamp.ics",
        "/labcamp.ics",
        "labcamp-1\\labcamp.ics",
        "C:labcamp.ics",
        "C:/labcamp.ics",
        "labcamp.ics:stream",
        "labcamp-1//labcamp.ics",
        "./labcamp.ics",
        "labcamp-1/",
        "labcamp\0.ics",
        "",
        ".",
        "..",
    ],
)
def test_a_name_that_may_lead_elsewhere_is_refused_before_anything_is_written(tmp_path: Path, name: str) -> None:
    assert findings_of([FEED, Artefact(name, b"")], tmp_path / "out") == (finding("LC006", Place(name)),)
    assert files(tmp_path) == {}


def test_all_wrong_names_are_told_in_one_run(tmp_path: Path) -> None:
    (tmp_path / "labcamp-1").write_bytes(b"a file")

    assert findings_of([Artefact("../a", b""), Artefact("/b", b""), INVITATION, AGENDA], tmp_path) == (
        finding("LC006", Place("../a")),
        finding("LC006", Place("/b")),
        finding("LC002", Place((tmp_path / "labcamp-1").as_posix())),
    )


def test_a_folder_that_is_a_link_out_of_the_output_folder_is_refused(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "out").mkdir()
    link(tmp_path / "out" / "labcamp-1", elsewhere)

    assert findings_of([FEED, INVITATION], tmp_path / "out") == (finding("LC006", Place(INVITATION.name)),)
    assert files(tmp_path) == {}


def test_a_folder_that_is_a_link_inside_the_output_folder_is_fine(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link(tmp_path / "labcamp-1", tmp_path / "real")

    assert words(write([INVITATION], tmp_path)) == ["created"]
    assert (tmp_path / "real" / "invitation.txt").read_bytes() == INVITATION.content


def test_an_output_folder_that_is_a_link_itself_is_fine(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link(tmp_path / "out", tmp_path / "real")

    assert list(write([INVITATION], tmp_path / "out")) == [Outcome("created", tmp_path / "out" / INVITATION.name)]
    assert results(tmp_path / "real") == {INVITATION.name: INVITATION.content}


def test_a_link_in_the_place_of_a_file_is_a_persons_and_force_leaves_its_target_alone(tmp_path: Path) -> None:
    out = tmp_path / "out"
    list(write([FEED], out))
    (out / FEED.name).rename(tmp_path / "moved")
    link(out / FEED.name, tmp_path / "moved")
    new = Artefact(FEED.name, b"new")

    assert words(write([new], out)) == ["kept"]
    assert words(write([new], out, force=True)) == ["updated"]
    assert (results(out), (tmp_path / "moved").read_bytes()) == ({FEED.name: b"new"}, FEED.content)


def test_links_that_go_in_a_circle_are_refused(tmp_path: Path) -> None:
    link(tmp_path / "labcamp-1", tmp_path / "labcamp-1")

    assert findings_of([INVITATION], tmp_path) == (finding("LC002", Place((tmp_path / "labcamp-1").as_posix())),)


# What the system refuses


@pytest.mark.parametrize("where", ["out", "out/labcamp-1"])
def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path, where: str) -> None:
    (tmp_path / where).parent.mkdir(exist_ok=True)
    (tmp_path / where).write_bytes(b"a file")

    assert findings_of([FEED, INVITATION], tmp_path / "out") == (
        finding("LC002", Place((tmp_path / where).as_posix())),
    )
    assert files(tmp_path) == {where: b"a file"}


def test_a_file_above_the_output_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"a file")

    assert findings_of([FEED], tmp_path / "file" / "out") == (finding("LC002", Place((tmp_path / "file").as_posix())),)


def test_the_path_is_shown_as_the_caller_wrote_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "labcamp.ics").mkdir()
    monkeypatch.chdir(tmp_path)

    assert findings_of([FEED], Path()) == (finding("LC005", Place("labcamp.ics"), reason=os.strerror(errno.EISDIR)),)


@pytest.mark.shows("LC005")
def test_a_full_disk_is_told_and_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    list(write([FEED, INVITATION], tmp_path))
    replace = os.replace

    def full(source: Path, target: Path) -> None:
        if target.name == "invitation.txt":
            raise OSError(errno.ENOSPC, "No space left on device")
        replace(source, target)

    new = [Artefact(FEED.name, b"new"), Artefact(INVITATION.name, b"new")]
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        assert findings_of(new, tmp_path) == (
            finding("LC005", Place((tmp_path / INVITATION.name).as_posix()), reason="No space left on device"),
        )
    assert results(tmp_path) == {FEED.name: b"new", INVITATION.name: INVITATION.content}
    assert words(write(new, tmp_path)) == ["unchanged", "updated"]


@pytest.mark.skipif(ON_WINDOWS, reason="Windows has no limit for the size of a file")
def test_a_file_that_the_system_cuts_off_in_the_middle_leaves_the_old_one(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    list(write([FEED], tmp_path))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_000_000, hard))
    try:
        told = findings_of([Artefact(FEED.name, b"x" * 5_000_000)], tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert told == (finding("LC005", Place((tmp_path / FEED.name).as_posix()), reason=os.strerror(errno.EFBIG)),)
    assert results(tmp_path) == {FEED.name: FEED.content}
    assert words(write([Artefact(FEED.name, b"new")], tmp_path)) == ["updated"]


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="nothing is forbidden to root, nor by this on Windows"
)
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir(mode=0o500)

    assert findings_of([FEED], tmp_path / "out") == (
        finding("LC005", Place((tmp_path / "out/.labcamp.json").as_posix()), reason=os.strerror(errno.EACCES)),
    )


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that not even root may write")
def test_a_folder_that_the_system_lets_nobody_make_is_told() -> None:
    (told,) = findings_of([FEED], Path("/proc/self/out"))

    assert (told.code, told.path) == ("LC005", "/proc/self/out")


def test_an_interrupted_run_leaves_no_temporary_file_and_nothing_that_looks_like_a_persons(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(write([FEED, INVITATION, AGENDA], tmp_path))
    replace = os.replace

    def interrupted(source: Path, target: Path) -> None:
        if target.name == "invitation.txt":
            raise KeyboardInterrupt
        replace(source, target)

    new = [Artefact(artefact.name, b"new") for artefact in (FEED, INVITATION, AGENDA)]
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", interrupted)
        with pytest.raises(KeyboardInterrupt):
            list(write(new, tmp_path))

    assert results(tmp_path) == {FEED.name: b"new", INVITATION.name: b"Kommt!\n", AGENDA.name: b"<p>Agenda\n"}
    third = [Artefact(artefact.name, b"third") for artefact in new]
    assert words(write(third, tmp_path)) == ["updated", "updated", "updated"]


# What a killed run leaves behind


def test_left_over_temporary_files_are_swept_and_nothing_that_only_looks_alike(tmp_path: Path) -> None:
    list(write([FEED, INVITATION], tmp_path))
    alike = [".labcamp-0123.tmp", ".labcamp-0123456789abcdef.tmp.txt", "labcamp-1/.labcamp-0123456789ABCDEF.tmp"]
    for name in (LEFT_OVER, f"labcamp-1/{LEFT_OVER}", f"other/{LEFT_OVER}", *alike):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"half")

    assert words(write([FEED], tmp_path)) == ["unchanged"]
    assert sorted(results(tmp_path)) == sorted([FEED.name, INVITATION.name, f"other/{LEFT_OVER}", *alike])


def test_a_link_that_came_later_does_not_make_labcamp_sweep_elsewhere(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / LEFT_OVER).write_bytes(b"not ours")
    out = tmp_path / "out"
    list(write([FEED, INVITATION], out))
    (out / INVITATION.name).unlink()
    (out / "labcamp-1").rmdir()
    link(out / "labcamp-1", elsewhere)

    assert words(write([FEED], out)) == ["unchanged"]
    assert files(elsewhere) == {LEFT_OVER: b"not ours"}


FOREVER = """
import pickle, sys
from pathlib import Path
from labcamp.files.write import write

versions = pickle.loads(Path(sys.argv[1]).read_bytes())
print("ready", flush=True)
while True:
    for version in versions:
        for outcome in write(version, Path(sys.argv[2])):
            assert outcome.word != "kept", outcome
"""


def a_version(seed: int) -> list[Artefact]:
    """200 artefacts of random sizes, some of more than a megabyte."""
    random = Random(seed)
    sizes = [random.randrange(1_000_000, 1_500_000) if n % 50 == 0 else random.randrange(9_000) for n in range(200)]
    return [Artefact(f"labcamp-{n // 4}/{n}.bin", random.randbytes(size)) for n, size in enumerate(sizes)]


def killed_after(seconds: float, versions: Path, out: Path) -> None:
    """Write both versions over and over, in another process, until it is killed."""
    command = [sys.executable, "-c", FOREVER, str(versions), str(out)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[1]) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"ready"
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
    assert process.returncode == -9  # by SIGKILL, and not by its own assertion


@pytest.mark.skipif(ON_WINDOWS, reason="Windows has no SIGKILL")
def test_whenever_a_run_is_killed_every_file_is_whole_and_known_as_labcamps(tmp_path: Path) -> None:
    versions, out, random = [a_version(1), a_version(2)], tmp_path / "out", Random(3)
    wholes = {(artefact.name, artefact.content) for version in versions for artefact in version}
    (tmp_path / "versions").write_bytes(pickle.dumps(versions))
    before: dict[str, bytes] = {}

    for run in range(times(0.25).max_examples):
        killed_after(random.uniform(0, 0.15), tmp_path / "versions", out)

        found = {name: content for name, content in results(out).items() if not name.endswith(".tmp")}
        assert [item[0] for item in found.items() - before.items() if item not in wholes] == []
        before = {artefact.name: b"run %d" % run for artefact in versions[0]}
        assert set(words(write([Artefact(*item) for item in before.items()], out))) <= {"created", "updated"}
        assert results(out) == before


# A new file in the workspace


EVENT = Artefact("labcamp-13.yaml", b"number: 13\n")


def test_a_new_file_sweeps_what_a_killed_run_left_beside_it(tmp_path: Path) -> None:
    (tmp_path / LEFT_OVER).write_bytes(b"half")

    create(EVENT, tmp_path)
    assert files(tmp_path) == {EVENT.name: b"number: 13\n"}


def test_a_new_file_is_created_with_its_folder_and_nothing_beside_it(tmp_path: Path) -> None:
    assert create(EVENT, tmp_path / "events") == Outcome("created", tmp_path / "events" / "labcamp-13.yaml")
    assert files(tmp_path) == {"events/labcamp-13.yaml": b"number: 13\n"}


@pytest.mark.skipif(ON_WINDOWS, reason="Windows syncs no folders")
def test_a_new_file_and_then_its_folder_are_on_the_disk_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[bool] = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(stat.S_ISDIR(os.fstat(handle).st_mode)))

    create(EVENT, tmp_path)
    assert synced == [False, True]


def test_a_new_file_never_overwrites_one_not_even_an_equal_one(tmp_path: Path) -> None:
    create(EVENT, tmp_path)
    for dry_run in (False, True):
        with pytest.raises(LabcampError) as caught:
            create(EVENT, tmp_path, dry_run=dry_run)
        assert caught.value.findings == (finding("LC007", Place((tmp_path / EVENT.name).as_posix()), option=""),)
    assert files(tmp_path) == {EVENT.name: b"number: 13\n"}


def test_a_dry_run_creates_nothing(tmp_path: Path) -> None:
    (tmp_path / LEFT_OVER).write_bytes(b"half")

    assert create(EVENT, tmp_path, dry_run=True) == Outcome("created", tmp_path / EVENT.name)
    assert files(tmp_path) == {LEFT_OVER: b"half"}


@pytest.mark.parametrize("links", [True, False])
def test_somebody_who_is_quicker_keeps_their_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool) -> None:
    synced = os.fsync

    def quicker(handle: int) -> None:
        synced(handle)
        (tmp_path / EVENT.name).write_bytes(b"quicker")

    monkeypatch.setattr(os, "fsync", quicker)
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    with pytest.raises(LabcampError) as caught:
        create(EVENT, tmp_path)

    assert caught.value.findings == (finding("LC007", Place((tmp_path / EVENT.name).as_posix()), option=""),)
    assert files(tmp_path) == {EVENT.name: b"quicker"}


def no_links(source: Path, target: Path) -> None:
    """Refuse, as the file system of a memory stick does."""
    raise OSError(errno.EPERM, "Operation not permitted")


def test_a_file_system_without_links_gets_its_new_file_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", no_links)

    assert create(EVENT, tmp_path) == Outcome("created", tmp_path / EVENT.name)
    assert files(tmp_path) == {EVENT.name: b"number: 13\n"}


@pytest.mark.parametrize("error", [OSError(errno.EIO, "broken"), KeyboardInterrupt()])
def test_a_new_file_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises((LabcampError, KeyboardInterrupt)):
        create(EVENT, tmp_path)
    assert files(tmp_path) == {}


@pytest.mark.skipif(ON_WINDOWS, reason="Windows moves the file without replacing")
def test_a_reserved_name_is_given_back_when_the_move_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(os, "replace", no_links)
    with pytest.raises(LabcampError) as caught:
        create(EVENT, tmp_path)

    place = Place((tmp_path / EVENT.name).as_posix())
    assert caught.value.findings == (finding("LC005", place, reason="Operation not permitted"),)
    assert files(tmp_path) == {}


def test_a_new_file_refuses_what_a_written_one_refuses(tmp_path: Path) -> None:
    (tmp_path / "events").write_bytes(b"a file")
    for name, folder, expected in (
        ("../labcamp-13.yaml", tmp_path, finding("LC006", Place("../labcamp-13.yaml"))),
        ("labcamp-13.yaml", tmp_path / "events", finding("LC002", Place((tmp_path / "events").as_posix()))),
    ):
        with pytest.raises(LabcampError) as caught:
            create(Artefact(name, b""), folder)
        assert caught.value.findings == (expected,)
    assert files(tmp_path) == {"events": b"a file"}


# Changed files


def test_a_file_is_replaced_by_what_it_shall_hold_now(tmp_path: Path) -> None:
    path = tmp_path / "labcamp-13.yaml"
    path.write_bytes(b"number: 13\n")
    assert replace(path, b"number: 13\n", b"number: 14\n") == Outcome("updated", path)
    assert replace(path, b"number: 14\n", b"number: 14\n") == Outcome("unchanged", path)
    assert replace(path, b"number: 14\n", b"x", dry_run=True) == Outcome("updated", path)
    assert files(tmp_path) == {path.name: b"number: 14\n"}


def test_a_file_that_was_not_there_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "announced/labcamp-13.json"
    assert replace(path, None, b"{}\n", dry_run=True) == Outcome("created", path)
    assert not path.parent.exists()
    assert replace(path, None, b"{}\n") == Outcome("created", path)
    assert files(tmp_path) == {"announced/labcamp-13.json": b"{}\n"}


def test_a_file_that_somebody_has_changed_meanwhile_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "labcamp-13.yaml"
    path.write_bytes(b"theirs")
    with pytest.raises(LabcampError) as caught:
        replace(path, b"number: 13\n", b"number: 14\n")
    assert caught.value.findings == (finding("LC020", Place(path.as_posix())),)
    assert files(tmp_path) == {path.name: b"theirs"}


@pytest.mark.skipif(ON_WINDOWS, reason="Windows lets only some people make links")
def test_a_link_stays_a_link_and_one_that_leads_away_is_refused(tmp_path: Path) -> None:
    events = tmp_path / "events"
    events.mkdir()
    (events / "real.yaml").write_bytes(b"a")
    (tmp_path / "elsewhere.yaml").write_bytes(b"a")
    inside, outside = events / "inside.yaml", events / "outside.yaml"
    inside.symlink_to("real.yaml")
    outside.symlink_to("../elsewhere.yaml")
    assert replace(inside, b"a", b"b") == Outcome("updated", inside)
    with pytest.raises(LabcampError) as caught:
        replace(outside, b"a", b"b")
    assert [found.code for found in caught.value.findings] == ["LC006"]
    assert (inside.is_symlink(), (events / "real.yaml").read_bytes()) == (True, b"b")
    assert (tmp_path / "elsewhere.yaml").read_bytes() == b"a"


@pytest.mark.skipif(ON_WINDOWS, reason="Windows knows other rights")
def test_a_changed_file_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "labcamp-13.yaml"
    path.write_bytes(b"a")
    path.chmod(0o640)
    replace(path, b"a", b"b")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_a_change_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def fails(*_: object) -> None:
        raise error

    path = tmp_path / "labcamp-13.yaml"
    path.write_bytes(b"a")
    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises((LabcampError, KeyboardInterrupt)):
        replace(path, b"a", b"b")
    assert files(tmp_path) == {path.name: b"a"}
