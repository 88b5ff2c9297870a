"""Calendar parsers of other people read our files: the same instants, days, titles and places, and no complaint."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path

import pytest
from calendar_files import ODD_ZONES, ZONES, Written, entries_due, fed, hostile, kinds, nights, real, shapes
from calendar_readers import READERS, Entry, Reading, missing, read_all
from sample import event_of

pytestmark = pytest.mark.judge

CORPORA = {"real": real, "nights": nights, "shapes": shapes, "kinds": kinds, "hostile": hostile}
GO_BY_RULES = {"vobject", "libical", "ical.js"}  # the others know a zone by its name
SOUND = "title: Finden, verbinden\nstatus: confirmed\ndate: 2027-09-16\ntime: 14:00-17:00"


# What is done to a file, and has to be noticed


def an_hour_late(content: bytes) -> bytes:
    """The afternoon begins an hour later."""
    return content.replace(b":20270916T140000", b":20270916T150000")


def without_a_word(content: bytes) -> bytes:
    """The title is cut off at a comma that is not escaped."""
    return content.replace(b"Finden\\, verbinden", b"Finden")


def without_rules(content: bytes) -> bytes:
    """The zone is named and not defined."""
    return re.sub(rb"BEGIN:VTIMEZONE.*END:VTIMEZONE\r\n", b"", content, flags=re.DOTALL)


def with_wrong_rules(content: bytes) -> bytes:
    """The zone is defined without its summer time."""
    return re.sub(rb"BEGIN:DAYLIGHT.*END:DAYLIGHT\r\n", b"", content, flags=re.DOTALL)


BROKEN: dict[Callable[[bytes], bytes], set[str]] = {
    an_hour_late: set(READERS),
    without_a_word: set(READERS),
    without_rules: {"ical.js"},
    with_wrong_rules: GO_BY_RULES,
}


def broken() -> list[Written]:
    """One file, sound and then broken in each way."""
    sound = fed([event_of(SOUND)])
    return [sound, *(Written(harm(sound.content), sound.due) for harm in BROKEN)]


# What is read


@pytest.fixture(scope="module")
def corpora() -> dict[str, list[Written]]:
    """All files, by the name of their corpus."""
    return {name: make() for name, make in {**CORPORA, "broken": broken}.items()}


@pytest.fixture(scope="module")
def paths(corpora: dict[str, list[Written]], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The same files on disk, in one row, so that Node starts once."""
    folder = tmp_path_factory.mktemp("calendars")
    written = [file for files in corpora.values() for file in files]
    for number, file in enumerate(written):
        (folder / f"{number}.ics").write_bytes(file.content)
    return [folder / f"{number}.ics" for number in range(len(written))]


@pytest.fixture(scope="module", params=READERS)
def reader(request: pytest.FixtureRequest) -> str:
    """A parser that is installed."""
    name: str = request.param
    if reason := missing(name):
        pytest.skip(reason)
    return name


@pytest.fixture(scope="module")
def found(reader: str, corpora: dict[str, list[Written]], paths: list[Path]) -> dict[str, list[list[str]]]:
    """What the parser reads otherwise than it is due: by corpus, and file by file."""
    readings = iter(read_all(reader, paths))
    return {name: [differences(file.due, next(readings), reader) for file in files] for name, files in corpora.items()}


def unescaped_too_early(words: str) -> str:
    r"""Words as read by a parser that takes the end of an escaped backslash and an n after it for a line break."""
    return re.sub(r"\\[nN]", "\\\\\n", words)


def ics_errs(words: str) -> str:
    """What the reader of ics makes of words: it also knows an escape for CR, which RFC 5545 does not."""
    return re.sub(r"\\[rR]", "\\\\\r", unescaped_too_early(words))


def node_ical_errs(words: str) -> str:
    """What node-ical makes of words: it also takes quotes around a whole text away."""
    return unescaped_too_early(re.sub(r'^"([^\n]*)"$', r"\1", words))


# Where a parser is known to misread a sound text
ERRORS: dict[str, Callable[[str], str]] = {"ics": ics_errs, "node-ical": node_ical_errs}
# ics takes its zones from dateutil, and one before 3.0 does not know the end of this hour that comes twice.
OLD_DATEUTIL = int(version("python-dateutil").split(".")[0]) < 3
MISREAD = {("ics", "Africa/Casablanca am 2024-03-10 um 3:00-4:00")} if OLD_DATEUTIL else set()


def differences(due: Iterable[Entry], reading: Reading, reader: str) -> list[str]:
    """What a parser complains about, does not read, and reads besides."""
    if isinstance(reading, str):
        return [reading]
    err = ERRORS.get(reader, str)
    expected = Counter(entry._replace(title=err(entry.title), place=err(entry.place)) for entry in due)
    read = Counter(reading)
    lost, more = expected - read, read - expected
    wrong = [(entry, f"not read: {entry}") for entry in lost] + [(entry, f"read: {entry}") for entry in more]
    return [words for entry, words in wrong if (reader, entry.title) not in MISREAD]


@pytest.mark.parametrize("name", CORPORA)
def test_a_parser_reads_every_instant_day_title_and_place(name: str, found: dict[str, list[list[str]]]) -> None:
    assert [difference for file in found[name] for difference in file] == []


def test_a_parser_notices_what_is_broken(reader: str, found: dict[str, list[list[str]]]) -> None:
    noticed = [bool(differences) for differences in found["broken"]]
    assert noticed == [False, *(reader in readers for readers in BROKEN.values())]


@pytest.mark.parametrize(
    ("event", "due"),
    [
        ("date: 2027-03-28\ntime: 1:15-3:15", [("2027-03-28T00:15:00Z", "2027-03-28T01:15:00Z", "Treff", "")]),
        (
            "date: 2027-10-31\ntime: 1:15-3:15\nzone: Europe/London\nplace: {name: Haus, city: Ulm, online: true}",
            [("2027-10-31T00:15:00Z", "2027-10-31T03:15:00Z", "Treff", "Haus, Ulm, auch online")],
        ),
        (
            "date: 2027-03-27/2027-03-28\ntime: 9:00-24:00\nplace: online",
            [
                ("2027-03-27T08:00:00Z", "2027-03-27T23:00:00Z", "Treff (Tag 1 von 2)", "online"),
                ("2027-03-28T07:00:00Z", "2027-03-28T22:00:00Z", "Treff (Tag 2 von 2)", "online"),
            ],
        ),
        ("date: 2027-12-30/2028-01-02", [("2027-12-30", "2028-01-03", "Treff", "")]),
        ("date: 2027-12", []),
    ],
)
def test_what_is_due_is_what_a_person_would_work_out(event: str, due: list[tuple[str, str, str, str]]) -> None:
    entries = entries_due(event_of(f"title: Treff\nstatus: confirmed\n{event}"), "example.org")
    assert [entry[1:] for entry in entries] == due


def test_the_files_are_as_hard_as_they_are_meant_to_be(corpora: dict[str, list[Written]]) -> None:
    written = {name: b"".join(file.content for file in files) for name, files in corpora.items()}
    named = {zone.decode() for zone in re.findall(rb"DTSTART;TZID=([^:]*):", written["nights"])}
    in_utc = {zone.decode() for zone in re.findall(rb"DTSTART:(?:.*\r\n){2}SUMMARY:(\S+)", written["nights"])}
    assert named >= set(ZONES)
    assert in_utc >= set(ODD_ZONES)
    assert written["hostile"].count(b"BEGIN:VEVENT") >= 600
    assert len({entry.title for file in corpora["hostile"] for entry in file.due}) > 450
