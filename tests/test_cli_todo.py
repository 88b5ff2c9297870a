"""`todo` shows what there is to do, in each form; `done` writes into the event file what is done, and nothing else."""

import csv
import datetime as dt
import io
import re
import shutil
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from conftest import GOLDEN, Labcamp
from openpyxl import load_workbook
from sample import REPOSITORY
from terminal import all_seen

from labcamp.check.calendar import check_calendar
from labcamp.files.spreadsheets import inert
from labcamp.planning.tasks import read_plan

TODAY = "2027-02-01"
EVENT = "events/full.yaml"
Look = tuple[str, str, str]
COLOURFUL: list[Look] = list(product(("de", "en"), ("40", "60", "80", "120"), ("colours",)))
LOOKS: list[Look] = [*COLOURFUL, ("de", "80", ""), ("en", "80", "")]
COLOUR = re.compile(r"\x1b\[\d*m")
BOM = b"\xef\xbb\xbf"


def copied(folder: Path) -> None:
    """Put the artificial series of the goldens into a folder, without what was agreed: test_agreed.py has that."""
    shutil.copytree(GOLDEN / "events", folder / "events")
    past = folder / "events/past.yaml"
    past.write_text(past.read_text("utf-8").partition("agreed:")[0], "utf-8")


@pytest.fixture
def artificial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the artificial series of the goldens; it is the current one."""
    copied(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def screens(tmp_path_factory: pytest.TempPathFactory) -> dict[Look, str]:
    """What `todo` shows at a terminal of each look."""
    folder = tmp_path_factory.mktemp("todo")
    copied(folder)
    calls = []
    for language, columns, colours in LOOKS:
        look = {"LABCAMP_LANG": language, "COLUMNS": columns, "TERM": "xterm-256color" if colours else "dumb"}
        calls.append((("todo", "12", "--today", TODAY), look))
    return dict(zip(LOOKS, all_seen(calls, folder), strict=True))


def names(table: str) -> list[str]:
    """The names of the tasks in a list, in order."""
    known = set(read_plan(Path()).ids)
    return [name for name in re.findall(r"\[([\w-]+)\]", table) if name in known]


def below(text: str, head: str) -> list[str]:
    """The tasks that stand below a heading."""
    return names(text.split(f"\n{head}\n")[1].split("\n\n", maxsplit=1)[0])


# At a terminal


@pytest.mark.parametrize("look", LOOKS)
def test_at_a_terminal_it_is_a_list_by_month_as_wide_as_that(
    look: Look, screens: dict[Look, str], golden: Callable[[str, bytes], None]
) -> None:
    _, columns, colours = look
    shown = screens[look]
    assert ("\x1b[31m\x1b[1m" in shown) is bool(colours)
    assert max(map(len, COLOUR.sub("", shown).splitlines())) <= int(columns)
    golden(f"todo/full.{'-'.join(filter(None, look))}.txt", shown.encode())


def test_at_a_terminal_the_first_tasks_are_shown_and_how_to_see_the_rest(screens: dict[Look, str]) -> None:
    shown = screens["de", "80", ""]
    assert len(names(shown)) == 10
    assert "\n… noch 18: labcamp todo 12 --all\n" in shown


def test_a_program_reads_all_and_so_does_who_asks_for_it(artificial: Path, labcamp: Labcamp) -> None:
    whole = labcamp("todo", "12", "--today", TODAY)
    assert len(names(whole.out)) == 28
    assert labcamp("todo", "12", "--all", "--today", TODAY) == whole
    (seen,) = all_seen([(("todo", "12", "--all", "--today", TODAY), {"COLUMNS": "80", "TERM": "dumb"})], artificial)
    assert len(names(seen)) == 28


def test_what_cannot_wait_is_told_by_a_word_too(artificial: Path, labcamp: Labcamp) -> None:
    out = labcamp("todo", "12", "--today", TODAY, "--lang", "de").out
    assert out.startswith("MusterTreff #12: Wirkung & Nebenwirkung <messen> (8 überfällig, 20 später)\n\nsofort\n")
    assert len(below(out, "sofort")) == 8
    assert below(out, "Februar 2027")[0] == "gaps-closed"


# Which event


def test_without_an_event_it_is_the_next_one_else_the_last(artificial: Path, labcamp: Labcamp) -> None:
    assert labcamp("todo", "--today", TODAY).out.startswith("MusterTreff #12: ")
    for path in artificial.glob("events/*.yaml"):
        if path.stem not in {"series", "organisations", "past"}:
            path.unlink()
    assert labcamp("todo", "--today", TODAY).out.startswith("MusterTreff #10: ")


def test_an_event_that_is_over_has_only_what_comes_after_it_and_says_so(artificial: Path, labcamp: Labcamp) -> None:
    result = labcamp("todo", "10", "--today", "2026-09-20", "--lang", "de")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[2] == (
        "Dieses Treffen ist vorbei. Was davor zu tun war, ist nicht mehr dabei, nur was danach kommt."
    )
    assert names(result.out) == [
        "thanks", "archive-filled", "site-renewed", "addresses-recorded", "documentation", "lessons-noted",
        "handed-over", "links-tried", "people-forgotten",
    ]  # fmt: skip
    later = labcamp("todo", "10", "--today", "2027-06-20", "--lang", "de")
    assert later.out.splitlines()[-1] == "Hier ist gerade nichts zu tun."


def test_a_cancelled_event_and_one_without_a_day_say_why_they_are_different(artificial: Path, labcamp: Labcamp) -> None:
    cancelled = labcamp("todo", "11", "--today", "2026-11-23").out
    assert cancelled.splitlines()[2] == "This event is cancelled. Here is only what that leaves to be done."
    assert names(cancelled) == ["cancellation", "everybody-told", "registrations-deleted"]
    month = labcamp("todo", "14", "--today", "2026-11-23").out.splitlines()
    assert month[2] == "The day is not known yet, so nothing is due on a day."
    assert [line for line in month if line and not line.startswith(" ")][2:-1] == ["without a day"]


def test_all_shows_every_event_that_is_not_long_over_by_day_with_its_title(artificial: Path, labcamp: Labcamp) -> None:
    result = labcamp("todo", "--all", "--today", "2026-11-23")
    assert result.out.startswith("MusterTreff (")
    for title in ("MusterTreff #10", "MusterTreff #11", "MusterTreff #12", "MusterTreff #14", "Herbstwerkstatt"):
        assert f" {title}: " in result.out, title
    heads = [line for line in result.out.splitlines() if re.fullmatch(r"[A-Z][a-z]+ 20\d\d", line)]
    assert heads == sorted(heads, key=lambda head: dt.datetime.strptime(f"{head} +0000", "%B %Y %z"))
    assert len(heads) > 3
    assert "MusterTreff #10" not in labcamp("todo", "--all", "--today", "2027-06-20").out


def test_done_ones_are_shown_when_asked_for(artificial: Path, labcamp: Labcamp) -> None:
    labcamp("done", "12", "invitation", "--today", TODAY)
    assert "Send the invitation" not in labcamp("todo", "12", "--today", TODAY).out
    shown = labcamp("todo", "12", "--done", "--today", TODAY).out
    assert below(shown, "done") == ["invitation"]
    assert "  ☑ Send the invitation [invitation] " in shown
    assert (
        "- [x] 2027-01-14 Send the invitation (Organisers)\n"
        in labcamp("todo", "12", "--done", "--today", TODAY, "--format", "markdown").out
    )


def test_the_last_line_says_what_to_do_next(artificial: Path, labcamp: Labcamp) -> None:
    assert labcamp("todo", "12", "--today", "2027-03-20").out.splitlines()[-1] == (
        "Next: Say thanks, and ask how it was (labcamp render-mail thanks 12). Once it is done: labcamp done 12 thanks"
    )
    (artificial / "templates").mkdir()
    (artificial / "templates/tasks.yaml").write_text("cake: Kuchen backen\n", "utf-8")
    result = labcamp("todo", "12", "--today", TODAY, "--lang", "de")
    assert result.out.splitlines()[-1] == "Als Nächstes: Kuchen backen. Ist es erledigt: labcamp done 12 cake"


# What is wrong


def test_a_plan_with_a_mistake_is_told_and_nothing_else(artificial: Path, labcamp: Labcamp) -> None:
    (artificial / "templates").mkdir()
    (artificial / "templates/tasks.yaml").write_text("cake: {days: 3}\n", "utf-8")
    for command in (("todo", "12"), ("done", "12", "cake"), ("export-ics", "12", "--deadlines")):
        result = labcamp(*command, "--today", TODAY)
        assert (result.code, result.out) == (1, "")
        assert result.err.startswith("templates/tasks.yaml:1:1: LC201 key-missing: 'title' is missing\n")


def test_a_mistake_in_another_event_is_told_and_files_are_made_of_a_named_one_alone(
    artificial: Path, labcamp: Labcamp
) -> None:
    (artificial / "events/odd.yaml").write_text("titel: x\n", "utf-8")
    result = labcamp("todo", "12", "--today", TODAY)
    assert (result.code, "LC202" in result.err, "Send the invitation" in result.out) == (0, True, True)
    assert result.err.endswith("\nLeft aside until all is right in it: events/odd.yaml\n")
    assert labcamp("todo", "--today", TODAY).code == 1  # what is next nobody knows
    for options, said, made in ((("--all",), 1, False), (("12",), 0, True)):
        result = labcamp("todo", *options, "--today", TODAY, "--format", "csv")
        assert (result.code, "LC202" in result.err, (artificial / "private").exists()) == (said, True, made)


# Each form


@pytest.mark.parametrize(("form", "name"), [("markdown", "full.tasks.md"), ("issue", "full.issue.md")])
def test_what_is_to_be_pasted_stands_there_alone(
    form: str, name: str, artificial: Path, labcamp: Labcamp, golden: Callable[[str, bytes], None]
) -> None:
    result = labcamp("todo", "12", "--today", TODAY, "--format", form, "--lang", "de")
    assert (result.code, result.err) == (0, "")
    golden(f"todo/{name}", result.out.encode())


def test_of_all_events_each_line_names_its_own(artificial: Path, labcamp: Labcamp) -> None:
    markdown = labcamp("todo", "--all", "--today", "2026-11-23", "--format", "markdown").out
    assert "- [ ] 2027-02-25 MusterTreff #12: Remind people of the deadline (Organisers)\n" in markdown
    issue = labcamp("todo", "--all", "--today", "2026-11-23", "--format", "issue").out
    assert issue.startswith("MusterTreff: what there is to do\n\n- [ ] **now:** ")


@pytest.mark.parametrize("form", ["csv", "ics"])
def test_a_table_for_excel_and_a_calendar_are_files_below_private(
    form: str, artificial: Path, labcamp: Labcamp, golden: Callable[[str, bytes], None]
) -> None:
    call = ("todo", "12", "--today", TODAY, "--format", form)
    assert labcamp(*call, "--dry-run").out.startswith(f"new        private/out/full/tasks.{form}\n")
    assert not (artificial / "private").exists()
    result = labcamp(*call)
    assert (result.code, result.out.splitlines()[0]) == (0, f"created    private/out/full/tasks.{form}")
    content = (artificial / f"private/out/full/tasks.{form}").read_bytes()
    golden(f"todo/full.tasks.{form}", content)
    # Whoever asks: the file is in the language of the event.
    assert labcamp(*call, "--lang", "de").out.splitlines()[0].startswith("unverändert")
    assert not (artificial / "out").exists()


def test_of_all_events_it_is_one_file_of_the_series(artificial: Path, labcamp: Labcamp) -> None:
    for form in ("csv", "ics"):
        result = labcamp("todo", "--all", "--today", "2026-11-23", "--format", form)
        assert result.out.splitlines()[0] == f"created    private/out/mustertreff-tasks.{form}"
    content = (artificial / "private/out/mustertreff-tasks.ics").read_bytes()
    assert {found.code for found in check_calendar(content, "a.ics")} == {"LC967"}
    assert b"SUMMARY:MusterTreff #13: Say thanks\\, and ask how it was" in content  # in its own language


def test_excel_finds_columns_and_letters_and_computes_nothing(artificial: Path, labcamp: Labcamp) -> None:
    (artificial / "templates").mkdir()
    (artificial / "templates/tasks.yaml").write_text(
        "odd: {title: '=1+1; \"x\"', owner: '@SUM(A1)', why: '-2', days: -3}\n", "utf-8"
    )
    labcamp("todo", "12", "--today", TODAY, "--format", "csv")
    content = (artificial / "private/out/full/tasks.csv").read_bytes()
    assert content.startswith(BOM)
    assert content.count(b"\r\n") == content.count(b"\n") == 2
    head, row = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    assert head == ["Fällig", "Aufgabe", "Wer", "Stand", "Treffen", "Warum", "Wie", "Name"]
    heading = "MusterTreff #12: Wirkung & Nebenwirkung <messen>"
    assert row == ["2027-03-08", '\'=1+1; "x"', "'@SUM(A1)", "offen", heading, "'-2", "", "odd"]


@pytest.mark.parametrize("sign", list("=+-@＝＋－＠\t\r"))
def test_no_cell_begins_with_a_sign_that_computes(sign: str) -> None:
    assert inert(f"{sign}1") == f"'{sign}1"
    assert inert(f"1{sign}") == f"1{sign}"


def test_as_a_workbook_the_days_are_days(artificial: Path, labcamp: Labcamp) -> None:
    result = labcamp("todo", "12", "--today", TODAY, "--format", "xlsx")
    assert (result.code, result.out.splitlines()[0]) == (0, "created    private/out/full/tasks.xlsx")
    content = (artificial / "private/out/full/tasks.xlsx").read_bytes()
    (page,) = load_workbook(io.BytesIO(content)).worksheets
    head, *rows = page.iter_rows(values_only=True)
    assert (page.title, head[:4]) == ("Aufgabe", ("Fällig", "Aufgabe", "Wer", "Stand"))
    labcamp("todo", "12", "--today", TODAY, "--format", "csv")
    text = (artificial / "private/out/full/tasks.csv").read_text("utf-8-sig")
    _, *others = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    days = [dt.datetime.fromisoformat(day) if day else None for day, *_ in others]
    assert [row[0] for row in rows] == days
    assert [row[1] for row in rows] == [row[1] for row in others]


def test_without_a_day_there_is_no_calendar_to_make(artificial: Path, labcamp: Labcamp) -> None:
    result = labcamp("todo", "14", "--today", TODAY, "--format", "ics")
    assert (result.code, result.out) == (0, "No task has a day; a calendar file would be empty.\n")


def test_odd_titles_stay_what_they_are_in_markdown(artificial: Path, labcamp: Labcamp) -> None:
    (artificial / "templates").mkdir()
    (artificial / "templates/tasks.yaml").write_text(
        "odd: {title: '*a* <b> [c](d)', owner: _e_, how: 'f `g`'}\n", "utf-8"
    )
    result = labcamp("todo", "12", "--today", TODAY, "--format", "markdown")
    assert result.out == "- [ ] \\*a\\* \\<b\\> \\[c\\](d) (\\_e\\_)\n  `` f `g` ``\n"


# The deadlines' file


def test_open_tasks_are_in_the_deadlines_file_with_ids_that_stay(artificial: Path, labcamp: Labcamp) -> None:
    def entries() -> dict[str, str]:
        labcamp("export-ics", "12", "--deadlines", "--today", TODAY)
        content = (artificial / "private/out/full/deadlines.ics").read_bytes()
        assert {found.code for found in check_calendar(content, "a.ics")} == {"LC967"}
        parts = content.replace(b"\r\n ", b"").decode().split("BEGIN:VEVENT\r\n")[1:]
        lines = [dict(line.split(":", 1) for line in part.splitlines() if ":" in line) for part in parts]
        return {each["SUMMARY"]: each["UID"] for each in lines}

    before = entries()
    assert "Anmeldeschluss: MusterTreff #12" in before
    assert before["MusterTreff #12: Einladung verschicken"] == "5319f088-8c22-5e4c-8b25-7dff1f9583ca"
    labcamp("done", "12", "invitation", "--today", TODAY)
    assert before.items() - entries().items() == {
        ("MusterTreff #12: Einladung verschicken", before["MusterTreff #12: Einladung verschicken"])
    }


def test_the_deadlines_of_all_have_what_the_last_event_leaves_to_be_done(artificial: Path, labcamp: Labcamp) -> None:
    labcamp("export-ics", "--deadlines", "--today", "2026-09-25")
    content = (artificial / "private/out/mustertreff-deadlines.ics").read_bytes().replace(b"\r\n ", b"")
    assert "SUMMARY:MusterTreff #10: Daten der Menschen löschen\\, die dabei waren".encode() in content
    assert b"SUMMARY:Anmeldeschluss: MusterTreff #10" not in content


# Ticking off


def test_done_writes_the_names_of_tasks_and_no_other_byte(artificial: Path, labcamp: Labcamp) -> None:
    before = (artificial / EVENT).read_text("utf-8")
    result = labcamp("done", "12", "date-checked", "invitation", "--today", TODAY)
    assert result.out == (
        "updated    events/full.yaml\n"
        "  done: Check the date: holidays, school breaks, other meetings\n"
        "  done: Send the invitation\n"
        "Next: Set up the video room and see to captions (join: in private/full.yaml). "
        "Once it is done: labcamp done 12 video-room-ready\n"
    )
    after = (artificial / EVENT).read_text("utf-8")
    lines = after.splitlines(keepends=True)
    lines.remove("done: [date-checked, invitation]\n")
    assert "".join(lines) == before
    assert labcamp("done", "12", "date-checked", "invitation", "--undo", "--today", TODAY).code == 0
    assert (artificial / EVENT).read_text("utf-8") == after.replace("[date-checked, invitation]", "[]")


def test_what_is_done_already_is_said_and_changes_nothing(artificial: Path, labcamp: Labcamp) -> None:
    labcamp("done", "12", "invitation", "--today", TODAY)
    before = (artificial / EVENT).read_bytes()
    result = labcamp("done", "12", "invitation", "--today", TODAY, "--lang", "de")
    assert result.out.splitlines()[:2] == [
        "unverändert  events/full.yaml",
        "  war schon erledigt: Einladung verschicken",
    ]
    assert (artificial / EVENT).read_bytes() == before
    result = labcamp("done", "12", "thanks", "--undo", "--today", TODAY, "--lang", "de")
    assert result.out.splitlines()[:2] == [
        "unverändert  events/full.yaml",
        "  war noch offen: Danke sagen und um Rückmeldung bitten",
    ]


def test_a_dry_run_says_what_would_happen(artificial: Path, labcamp: Labcamp) -> None:
    before = (artificial / EVENT).read_bytes()
    result = labcamp("done", "12", "invitation", "--dry-run", "--today", TODAY)
    assert result.out.splitlines() == [
        "changed    events/full.yaml",
        "  done: Send the invitation",
        "A dry run: nothing is written. Without --dry-run it will be.",
    ]
    assert (artificial / EVENT).read_bytes() == before


@pytest.mark.shows("LC017")
def test_a_task_that_there_is_not_is_told_with_the_nearest_by_name_or_title(artificial: Path, labcamp: Labcamp) -> None:
    before = (artificial / EVENT).read_bytes()
    result = labcamp("done", "12", "invitaton", "thanks", "--today", TODAY)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("LC017 unknown-task: there is no task 'invitaton'\n")
    assert (
        "hint: did you mean invitation (Send the invitation)? All are shown by: labcamp todo 12 --all\n" in result.err
    )
    assert (artificial / EVENT).read_bytes() == before
    assert "hint: all are shown by: labcamp todo 12 --all" in labcamp("done", "12", "xyz", "--today", TODAY).err
    titled = labcamp("done", "12", "Einladung", "--today", TODAY, "--lang", "de").err
    assert "meint ihr invitation (Einladung verschicken)?" in titled


def test_a_name_that_the_plan_no_longer_has_can_be_taken_out(artificial: Path, labcamp: Labcamp) -> None:
    path = artificial / EVENT
    path.write_text(f"{path.read_text('utf-8')}done:\n  - gone\n  - thanks # so\n", "utf-8")
    result = labcamp("done", "12", "gone", "--undo", "--today", TODAY)
    assert (result.code, result.out.splitlines()[1]) == (0, "  open again: gone")
    assert path.read_text("utf-8").endswith("done:\n  - thanks # so\n")


def test_a_file_that_cannot_be_changed_is_told_with_what_to_write(artificial: Path, labcamp: Labcamp) -> None:
    (artificial / EVENT).write_text("title: >\n  A", "utf-8")
    result = labcamp("done", "full", "invitation", "--today", TODAY)
    assert (result.code, result.err.splitlines()[1]) == (1, "    hint: change it by hand: done: [invitation]")


def test_a_broken_event_is_told_and_not_changed(artificial: Path, labcamp: Labcamp) -> None:
    (artificial / EVENT).write_text("title: A\nstatus: confirmed\n", "utf-8")
    result = labcamp("done", "full", "invitation", "--today", TODAY)
    assert (result.code, "LC316" in result.err) == (1, True)


def test_a_task_for_other_events_can_be_done_all_the_same(artificial: Path, labcamp: Labcamp) -> None:
    result = labcamp("done", "12", "venue-booked", "--today", TODAY)
    assert (result.code, "done: [venue-booked]" in (artificial / EVENT).read_text("utf-8")) == (0, True)


def test_the_list_of_templates_has_the_plan_and_copies_it(artificial: Path, labcamp: Labcamp) -> None:
    assert "tasks.yaml " in labcamp("templates").out
    assert labcamp("templates", "--copy", "tasks.yaml").code == 0
    own, packaged = artificial / "templates/tasks.yaml", REPOSITORY / "templates/tasks.yaml"
    assert own.read_bytes() == packaged.read_bytes()
    assert labcamp("check", "--today", TODAY).code == labcamp("todo", "12", "--today", TODAY).code == 0
