"""A series that somebody else has sent, and a run that is killed: nothing else on this machine is touched by it."""

import os
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import TODAY, Labcamp, one_in
from sample import ORGANISATIONS, REPOSITORY, SERIES

from labcamp.files.disk import TEMPORARY, inside, put, sweep
from labcamp.files.write import write
from labcamp.findings import LabcampError, Place, finding
from labcamp.model.artefact import Artefact

ON_WINDOWS = sys.platform == "win32"
pytestmark = pytest.mark.skipif(ON_WINDOWS, reason="Windows lets only some people make links, and has no such rights")

EVENT = """\
number: 1
status: confirmed
date: 2027-03-11
time: 14:00-17:00
place: online
hosts: [hafen]
agenda: [{title: Ankommen, minutes: 30}]
"""
WHOLE_SERIES = f"{SERIES}contact: {{email: treff@example.org}}\n"
PRIVATE = "join: {url: https://meet.example.org/raum}\n"
PEOPLE = "Name;E-Mail;Status\nIda Muster;ida@example.org;bezahlt\n"
# Commands that read, write and delete, and the event that they are about
CALLS = (
    "list", "check", "check --fix", "show 1", "todo 1", "mails 1", "stats", "dates", "templates", "people 1",
    "build --no-pdf", "export-ics", "export-ics 1 --participants", "export-ics 1 --invite ida@example.org",
    "render-mail reminder 1", "render-mail reminder 1 --to", "render-newsletter 1", "render-agenda 1 --no-pdf",
    "render-print agenda 1", "render-print run-sheet 1", "draft reminder 1 --to --maildir", "draft reminder 1 --mbox",
    "announce 1", "diff 1", "done 1 invitation", "handover 1 --to hafen", "todo 1 --format ics",
    "reschedule 1 --time 15:00 --yes", "templates --copy print.typ", "new-event --yes --number 7", "init .",
    "cancel 1 --reason Sturm --yes", "forget 1 --force --yes", "render-site --no-pdf", "announce --site",
    "statement --page",
)  # fmt: skip
# Of these, those that read every sort of file
READING = (
    "check", "todo 1", "people 1", "dates", "templates", "build --no-pdf", "render-mail reminder 1 --to",
    "render-print agenda 1", "export-ics 1 --invite ida@example.org", "announce 1", "handover 1 --to hafen", "init .",
    "forget 1 --force --yes", "announce --site",
)  # fmt: skip
LINKED = """\
events/treff-1.yaml events/series.yaml events/announced/treff-1.json private/treff-1.yaml private/treff-1.csv
private/sent.json templates/agenda.md.j2 templates/words.de.yaml templates/tasks.yaml out/.labcamp.json
private/out/.labcamp.json out/treff-1 private/out/treff-1 events/published.json out/site/index.html out/site/treff-1
"""
SORTS_OF_FILES = """\
events/treff-1.yaml events/series.yaml events/organisations.yaml events/avoid.yaml events/a.ics .gitignore
events/announced/treff-1.json private/treff-1.yaml private/treff-1.csv private/treff-1.xlsx private/sent.json
templates/agenda.md.j2 templates/words.de.yaml templates/tasks.yaml templates/logo.png templates/fonts/a.ttf
out/.labcamp.json private/out/.labcamp.json out/treff-1/invitation.html events/published.json out/site/index.html
"""
TIMELESS = {"templates", "explain", "schema", "check-ics", "init"}


@pytest.fixture
def series(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small series with private data, in the current folder."""
    root = tmp_path / "series"
    texts = {"events/series.yaml": WHOLE_SERIES, "events/organisations.yaml": ORGANISATIONS}
    texts |= {"events/treff-1.yaml": EVENT}
    texts |= {"private/treff-1.yaml": PRIVATE, "private/treff-1.csv": PEOPLE}
    for name, text in texts.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    monkeypatch.chdir(root)
    return root


def called(labcamp: Labcamp, words: str) -> str:
    """All that a command says; it may have findings, but it may not crash."""
    command = words.split(maxsplit=1)[0]
    result = labcamp(*words.split(), *(() if command in TIMELESS else ("--today", TODAY)))
    assert result.code in {0, 1, 2}, words
    return result.out + result.err


def contents(folder: Path) -> dict[str, bytes]:
    """The bytes of each file in a folder by its name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# Links


@pytest.mark.parametrize(
    "name", ["events", "events/announced", "private", "private/out", "templates", "out", "out/site"]
)
def test_no_command_reads_writes_or_deletes_what_lies_behind_a_linked_folder(
    name: str, series: Path, labcamp: Labcamp
) -> None:
    elsewhere = series.parent / "elsewhere"
    if (series / name).exists():
        (series / name).rename(elsewhere)
    for text in ("treff-1/old.txt", "treff-1/reminder/a.eml", "words.de.yaml", "agenda.md.j2", "treff-1.json"):
        (elsewhere / text).parent.mkdir(parents=True, exist_ok=True)
        (elsewhere / text).write_text(f"Verkenn {text}\n", "utf-8")
    (series / name).parent.mkdir(exist_ok=True)
    (series / name).symlink_to(elsewhere)
    before = contents(elsewhere)

    told = "".join(called(labcamp, words) for words in CALLS)

    assert contents(elsewhere) == before
    assert "Verkenn" not in told
    assert b"Verkenn" not in b"".join(content for where, content in contents(series).items() if where != name)


@pytest.mark.parametrize(("number", "name"), list(enumerate(LINKED.split())))
def test_no_command_reads_or_writes_a_linked_file(number: int, name: str, series: Path, labcamp: Labcamp) -> None:
    elsewhere = series.parent / "elsewhere"
    elsewhere.write_text("verkenn: Verkenn\n", "utf-8")
    (series / name).parent.mkdir(parents=True, exist_ok=True)
    (series / name).unlink(missing_ok=True)
    (series / name).symlink_to(elsewhere)

    told = "".join(called(labcamp, words) for words in one_in(3, CALLS, number))

    assert elsewhere.read_text("utf-8") == "verkenn: Verkenn\n"
    assert "erkenn" not in told
    files = (path for path in series.rglob("*") if path.is_file() and not path.is_symlink())
    assert [path for path in files if b"erkenn" in path.read_bytes()] == []


def test_a_series_behind_a_link_and_links_that_stay_in_it_are_fine(series: Path, labcamp: Labcamp) -> None:
    behind = series.parent / "behind"
    behind.symlink_to(series)
    (series / "events/treff-1.yaml").rename(series / "events/whole.txt")
    (series / "events/treff-1.yaml").symlink_to("whole.txt")
    (series / "store").mkdir()
    (series / "out").symlink_to("store")
    assert labcamp("build", "--no-pdf", "--root", behind, "--today", TODAY).code == 0
    assert (series / "store/treff-1/treff-1.ics").is_file()
    assert labcamp("list", "--root", behind, "--today", TODAY).code == 0


def test_a_folder_that_a_person_names_may_lie_anywhere(series: Path, labcamp: Labcamp) -> None:
    elsewhere = series.parent / "elsewhere"
    elsewhere.mkdir()
    (series / "site").symlink_to(elsewhere)
    assert labcamp("build", "--no-pdf", "--out", "site", "--today", TODAY).code == 0
    assert (elsewhere / "treff-1/treff-1.ics").is_file()


def test_a_folder_behind_the_link_that_looks_like_a_series_is_none(series: Path) -> None:
    elsewhere = series.parent / "elsewhere"
    (elsewhere / "events").mkdir(parents=True)
    (elsewhere / "out").mkdir()
    (series / "private").rename(series / "was")
    (series / "private").symlink_to(elsewhere)
    with pytest.raises(LabcampError) as caught:
        inside(Path("private/out/treff-1"))
    assert caught.value.findings == (finding("LC006", Place("private/out/treff-1")),)


# Rights


def rights(folder: Path) -> dict[str, int]:
    """The rights of each file and folder by its name."""
    return {path.relative_to(folder).as_posix(): stat.S_IMODE(path.lstat().st_mode) for path in folder.rglob("*")}


@pytest.fixture
def open_to_all() -> Iterator[None]:
    """A machine on which everybody may read what is new."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.usefixtures("open_to_all")
def test_what_labcamp_writes_below_private_is_for_nobody_else(series: Path, labcamp: Labcamp) -> None:
    own = {"treff-1.yaml", "treff-1.csv"}  # a person's
    for words in (each for each in CALLS if not each.startswith(("cancel", "forget"))):
        called(labcamp, words)
    found = {name: mode for name, mode in rights(series / "private").items() if name not in own}
    assert {"sent.json", "out/.labcamp.json", "out/treff-1/reminder.html"} <= found.keys()
    folders = {name for name in found if (series / "private" / name).is_dir()}
    assert found == {name: 0o700 if name in folders else 0o600 for name in found}
    assert rights(series)["out/treff-1/invitation.html"] == 0o644


@pytest.mark.usefixtures("open_to_all")
def test_rights_are_never_loosened_and_those_of_an_older_labcamp_are_taken_back(series: Path, labcamp: Labcamp) -> None:
    called(labcamp, "render-mail reminder 1")
    called(labcamp, "build --no-pdf")
    Path("private/out").chmod(0o755)
    Path("private/out/treff-1/reminder.html").chmod(0o644)  # will be the same
    Path("private/out/treff-1/reminder.txt").chmod(0o400 | 0o200)
    Path("out/treff-1/invitation.html").chmod(0o600)
    event = Path("events/treff-1.yaml")
    called(labcamp, "render-mail reminder 1")
    assert rights(series)["private/out/treff-1/reminder.html"] == 0o600
    event.write_text(event.read_text("utf-8").replace("14:00", "13:00"), "utf-8")
    for words in ("render-mail reminder 1", "build --no-pdf"):
        called(labcamp, words)
    found = rights(series)
    assert found["private/out"] == 0o700
    assert found["private/out/treff-1/reminder.txt"] == 0o600
    assert found["out/treff-1/invitation.html"] == 0o600


@pytest.mark.shows("LC005")
@pytest.mark.parametrize(
    "words",
    ["reschedule 1 --time 15:00 --yes", "cancel 1 --yes", "done 1 invitation", "check --fix", "forget 1 --force --yes"],
)
def test_an_event_that_is_locked_stays_as_it_is(words: str, series: Path, labcamp: Labcamp) -> None:
    event = Path("events/treff-1.yaml")
    event.write_text(EVENT.replace("2027-03-11", "11.3.2027"), "utf-8")
    event.chmod(0o444)
    before = event.read_bytes()
    assert "LC005 cannot-write" in called(labcamp, words)
    assert event.read_bytes() == before
    assert Path("private/treff-1.csv").exists()


# What is no file


def make_odd(path: Path, odd: str) -> None:
    """Put something that is no ordinary file in the place of one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    if odd == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(odd)


@pytest.mark.parametrize("name", SORTS_OF_FILES.split())
@pytest.mark.parametrize(("first", "odd"), [(0, "pipe"), (1, "/dev/zero")])
def test_nothing_waits_for_a_pipe_or_reads_what_never_ends(
    name: str, first: int, odd: str, series: Path, labcamp: Labcamp
) -> None:
    if name == "events/a.ics":
        Path("events/avoid.yaml").write_text("calendars: [a.ics]\n", "utf-8")
    if name == "templates/logo.png":
        Path("events/series.yaml").write_text(f"{WHOLE_SERIES}logo: logo.png\n", "utf-8")
    make_odd(Path(name), odd)
    for words in one_in(2, READING, first + len(name)):
        called(labcamp, words)


@pytest.mark.shows("LC003")
def test_a_pipe_a_device_and_a_socket_are_refused_in_words(series: Path, labcamp: Labcamp) -> None:
    os.mkfifo("events/treff-2.yaml")
    assert "events/treff-2.yaml: LC003 unreadable: the file cannot be read (it is no ordinary file)" in called(
        labcamp, "list"
    )
    for path in ("events/treff-2.yaml", "/dev/zero", "/dev/null"):
        told = labcamp("check-ics", path).err
        assert f"{path}: LC003 unreadable: the file cannot be read (it is no ordinary file)" in told


def test_of_an_endless_file_no_more_is_read_than_is_allowed(series: Path, labcamp: Labcamp) -> None:
    with Path("events/treff-2.yaml").open("wb") as file:
        file.truncate(10**12)  # a hole: it takes no room on the disk
    with Path("private/treff-1.csv").open("wb") as file:
        file.truncate(10**12)
    assert "events/treff-2.yaml: LC109 too-large" in called(labcamp, "list")
    assert "LC7" in called(labcamp, "people 1")


# What a killed run leaves


def killed(folder: Path, process: int) -> Path:
    """A temporary file that a process has left in a folder."""
    left = folder / f".labcamp-{process:08x}0a1b2c3d.tmp"
    left.write_bytes(b"half")
    return left


def test_what_a_killed_run_left_goes_and_what_a_living_one_is_at_stays(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as living:
        kept, gone = killed(tmp_path, living.pid), killed(tmp_path, 2**31 - 5)
        sweep((tmp_path,))
        assert (kept.exists(), gone.exists()) == (True, False)
        living.communicate(b"\n")
    sweep((tmp_path,))
    assert list(tmp_path.iterdir()) == []


def test_every_temporary_file_says_who_writes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names: list[str] = []
    replace = Path.replace

    def watched(path: Path, target: Path) -> Path:
        names.append(path.name)
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", watched)
    put(b"x", tmp_path / "a")
    assert [int(found[1], 16) for name in names if (found := TEMPORARY.fullmatch(name))] == [os.getpid()]


@pytest.mark.parametrize(
    ("words", "folder"),
    [
        ("announce 1", "events/announced"),
        ("reschedule 1 --time 15:00 --yes", "events"),
        ("done 1 invitation", "events"),
        ("cancel 1 --yes", "events"),
        ("forget 1 --force --yes", "private/out"),
        ("export-ics 1 --invite ida@example.org", "private"),
        ("export-ics 1 --invite ida@example.org", "private/out/treff-1"),
        ("build --no-pdf", "out/treff-1"),
        ("templates --copy print.typ", "templates"),
        ("init .", "events"),
    ],
)
def test_the_next_command_that_writes_there_sweeps(words: str, folder: str, series: Path, labcamp: Labcamp) -> None:
    for each in ("announce 1", "build --no-pdf", "export-ics 1 --invite ida@example.org"):
        called(labcamp, each)
    Path(folder).mkdir(parents=True, exist_ok=True)
    left = killed(Path(folder), 2**31 - 5)
    called(labcamp, words)
    assert not left.exists()


@pytest.mark.parametrize("words", ["announce 1", "build --no-pdf", "export-ics 1 --invite a@example.org"])
def test_a_run_that_is_killed_leaves_nothing_behind_the_next_one(
    words: str, series: Path, environment: dict[str, str]
) -> None:
    command = [sys.executable, "-m", "labcamp", *words.split(), "--today", TODAY]
    for tenth in range(2, 8):
        with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
            time.sleep(tenth / 10)
            run.kill()
    ran = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert [path for path in series.rglob("*") if path.suffix == ".tmp"] == []


# Names


@pytest.mark.shows("LC043")
def test_a_name_that_no_disk_takes_is_a_finding_before_anything_is_written(series: Path, labcamp: Labcamp) -> None:
    with pytest.raises(LabcampError) as caught:
        list(write([Artefact("a/b.txt", b""), Artefact(f"a/{'ü' * 126}.txt", b"")], Path("out")))
    assert caught.value.findings == (finding("LC043", Place("out"), length=256),)
    assert not Path("out").exists()
    address = f"ida@{'ü' * 50}.example.org"
    assert "LC043 name-too-long" in called(labcamp, f"export-ics 1 --invite {address}")


def test_the_checkout_has_no_file_that_only_its_owner_may_read() -> None:
    assert all(path.stat().st_mode & 0o044 for path in (REPOSITORY / "labcamp").rglob("*.py"))
