"""Each finding has a file that shows it, words and a manual page in each language; and that file shows nothing else."""

import datetime as dt
import re
import shutil
import string
from dataclasses import replace
from pathlib import Path

import pytest

from labcamp.advice import advice
from labcamp.check.calendar import check_calendar
from labcamp.check.mail import check_mail
from labcamp.findings import Finding, LabcampError
from labcamp.mail import Mail
from labcamp.messages import LANGUAGES, NAMES, Message, glosses, message, words_of
from labcamp.messages.de import MESSAGES as GERMAN
from labcamp.messages.en import MESSAGES as ENGLISH
from labcamp.model import Contact
from labcamp.read import source_of
from labcamp.workspace import reading

TODAY = dt.date(2027, 1, 1)
EXAMPLES = Path(__file__).parent / "findings"
FILES = sorted(EXAMPLES.glob("LC*.yaml"))
CALENDARS = sorted(path.parent for path in EXAMPLES.glob("LC*/wrong.ics"))
MAILS = sorted({path.parent for name in ("html", "yaml") for path in EXAMPLES.glob(f"LC*/mail.{name}")})
FOLDERS = sorted({path for path in EXAMPLES.iterdir() if path.is_dir()} - {*CALENDARS, *MAILS})
SERIES = """\
id: labcamp
title: LabCamp
domain: example.org
organisers: [citylab, next-lab]
imprint: https://labor.example/impressum
newsletter: {unsubscribe: https://labor.example/abmelden}
regions: [DE-BE]
"""
ORGANISATIONS = """\
citylab: CityLAB
next-lab: NExT
"""
# A mail with nothing wrong in it; an example replaces the part that it is about.
PAGE = """\
<!doctype html>
<html lang="de"><body><div lang="de">
<h1>LabCamp</h1>
<p><a href="https://example.org/anmelden">Zur Anmeldung</a></p>
</div></body></html>
"""
TEXT = "LabCamp\n\nZur Anmeldung:\nhttps://example.org/anmelden\n"
HEADERS = {
    "subject": "LabCamp am 11. März: Labore kartieren",
    "preheader": "Anmelden könnt ihr euch bis Donnerstag, 4. März. Außerdem: was aus dem Atlas geworden ist.",
    "to": "liste@example.org",
}
# Their example would be a large file, so this module makes it.
MADE = {"LC109", "LC603", "LC971", "LC501", "LC921"}
# These name codes without showing them.
ABOUT_ALL = {"test_findings.py", "test_manual.py"}
# What only a command, a template or a file to be written can show has its test in another module.
ELSEWHERE = {"LC005", "LC006", "LC007", "LC901"}  # write
ELSEWHERE |= {"LC020", "LC021", "LC023", "LC024", *(f"LC{number:03}" for number in range(25, 35)), "LC907"}  # commands
ELSEWHERE |= {"LC035", "LC036", "LC038", "LC039", "LC941", "LC942", "LC943"}  # commands
ELSEWHERE |= {"LC008", "LC009", "LC011", "LC012", "LC013", "LC014"}  # commands
ELSEWHERE |= {"LC017", "LC018", "LC228", "LC229", "LC949"}  # tasks
ELSEWHERE |= {"LC040"}  # the series in figures
ELSEWHERE |= {"LC510", "LC511"}  # a mail that is ready to send
ELSEWHERE |= {"LC518", "LC519"}  # check, and git
ELSEWHERE |= {"LC019", "LC979", "LC997"}  # check, and what build has made
ELSEWHERE |= {f"LC{number}" for number in range(930, 940) if number != 935}  # the score sheet of a newsletter
ELSEWHERE |= {"LC037", "LC940"}  # posts
ELSEWHERE |= {"LC041", "LC042", "LC410", "LC411", "LC412", "LC413", "LC945", "LC948"}  # prints
ELSEWHERE |= {"LC045", "LC046", "LC047", "LC048"}  # prints of people and rooms
ELSEWHERE |= {"LC520", "LC521", "LC985", "LC986", "LC987"}  # newsletter services
ELSEWHERE |= {"LC810", "LC811", "LC812"}  # the preview
ELSEWHERE |= {*(f"LC{number}" for number in (*range(700, 710), *range(950, 960)))}  # lists of people
ELSEWHERE |= {"LC401", "LC402", "LC403", "LC404", "LC405", "LC406", "LC407"}  # templates
ELSEWHERE |= {f"LC{number}" for number in (*range(800, 810), *range(980, 984))}  # drafts in a mail program
ELSEWHERE |= {"LC015", "LC016"}  # which day is good


def shown(findings: tuple[Finding, ...]) -> list[str]:
    """Each finding as it stands in an `expected` file."""
    return [
        f"{found.path}:{found.line}:{found.column}: {found.code}" if found.line else f"{found.path}: {found.code}"
        for found in findings
    ]


def found_in(root: Path) -> tuple[Finding, ...]:
    """All findings of a workspace, with those that only `check` has, also when it is none."""
    try:
        read = reading(root, TODAY)
    except LabcampError as problem:
        return problem.findings
    return tuple(sorted((*read.workspace.findings, *advice(read))))


def said_well(found: Finding) -> bool:
    """Tell whether a finding's words are whole in each language: no KeyError, no placeholder left."""
    for language in LANGUAGES:
        for text in words_of(found, language):
            assert text == text.strip() != ""
            assert not re.search(r"\{(?!number\}|unsubscribe:|% if )|None|\bLC\d", text), text
    return True


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_wrong_file_gives_exactly_the_findings_that_it_announces(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    events = tmp_path / "events"
    events.mkdir()
    (events / "series.yaml").write_text(SERIES, "utf-8")
    (events / "organisations.yaml").write_text(ORGANISATIONS, "utf-8")
    (events / "wrong.yaml").write_bytes(file.read_bytes())
    announced = [
        ("events/wrong.yaml", number, code)
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if "# expect: " in line
        for code in line.partition("# expect: ")[2].split()
    ]

    findings = found_in(Path())

    assert [(found.path, found.line, found.code) for found in findings] == announced
    assert file.stem in {code for _, _, code in announced}
    assert all(said_well(found) for found in findings)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_wrong_workspace_gives_exactly_the_findings_that_it_expects(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = tmp_path / "workspace"
    shutil.copytree(folder, workspace)
    monkeypatch.chdir(workspace)
    expected = (folder / "expected").read_text("utf-8").splitlines()

    findings = found_in(Path())

    assert shown(findings) == expected
    assert folder.name in {found.code for found in findings}
    assert all(said_well(found) for found in findings)


@pytest.mark.parametrize("folder", CALENDARS, ids=lambda folder: folder.name)
def test_a_wrong_calendar_gives_exactly_the_findings_that_it_expects(folder: Path) -> None:
    expected = (folder / "expected").read_text("utf-8").splitlines()

    findings = check_calendar((folder / "wrong.ics").read_bytes(), "wrong.ics")

    assert shown(findings) == expected
    assert folder.name in {found.code for found in findings}
    assert all(said_well(found) for found in findings)


def mail_of(folder: Path) -> Mail:
    """The mail of an example, whose parts are those that it has, and else nothing is wrong with them."""
    html, text, headers = ((folder / f"mail.{suffix}") for suffix in ("html", "txt", "yaml"))
    own = source_of(headers.read_bytes(), "mail.yaml").data if headers.exists() else {}
    return Mail(
        "wrong/mail",
        html=html.read_text("utf-8") if html.exists() else PAGE,
        text=text.read_text("utf-8") if text.exists() else TEXT,
        sender=Contact(name="N. N.", email="treffen@example.org"),
        **(HEADERS | own),
    )


@pytest.mark.parametrize("folder", MAILS, ids=lambda folder: folder.name)
def test_a_wrong_mail_gives_exactly_the_findings_that_it_expects(folder: Path) -> None:
    expected = (folder / "expected").read_text("utf-8").splitlines()

    findings = check_mail(mail_of(folder))

    assert shown(findings) == expected
    assert folder.name in {found.code for found in findings}
    assert all(said_well(found) for found in findings)


def test_an_example_of_a_mail_is_sound_but_for_the_part_that_it_replaces() -> None:
    assert check_mail(mail_of(EXAMPLES)) == ()


def test_a_mail_of_more_than_a_hundred_kilobytes_is_cut_off_by_gmail() -> None:
    whole = mail_of(EXAMPLES)
    found = {}
    for size in (79_999, 80_000, 102_400, 102_401):
        html = whole.html + f"<!--{'x' * (size - len(whole.html) - 7)}-->"
        assert len(html) == size
        found[size] = check_mail(replace(whole, html=html))

    assert {size: shown(findings) for size, findings in found.items()} == {
        79_999: [],
        80_000: ["wrong/mail.html: LC921"],
        102_400: ["wrong/mail.html: LC921"],
        102_401: ["wrong/mail.html: LC501"],
    }
    assert all(said_well(each) for findings in found.values() for each in findings)


def test_a_calendar_of_more_than_a_million_bytes_is_too_large_for_google() -> None:
    whole = (Path(__file__).parent / "golden/full.ics").read_bytes()
    head, tail = whole.split(b"CATEGORIES:MusterTreff\r\n")
    filled = b"X-FILLED:" + b"x" * 64 + b"\r\n"
    fits = head + filled * ((1_000_000 - len(head + tail)) // len(filled)) + tail
    large = head + filled * ((1_000_000 - len(head + tail)) // len(filled) + 1) + tail

    assert check_calendar(fits, "wrong.ics") == ()
    assert shown(check_calendar(large, "wrong.ics")) == ["wrong.ics: LC971"]
    assert shown(check_calendar(large * 20, "wrong.ics")) == ["wrong.ics: LC603"]
    assert all(said_well(found) for content in (large, large * 20) for found in check_calendar(content, "wrong.ics"))


def test_a_file_of_more_than_a_million_bytes_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "events").mkdir()
    (tmp_path / "events/series.yaml").write_text(SERIES, "utf-8")
    (tmp_path / "events/organisations.yaml").write_text(ORGANISATIONS, "utf-8")
    fits = "title: LabCamp\ndescription: "
    (tmp_path / "events/fits.yaml").write_text(fits + "x" * (1_000_000 - len(fits)), "utf-8")
    (tmp_path / "events/large.yaml").write_text(fits + "x" * (1_000_001 - len(fits)), "utf-8")

    findings = found_in(Path())

    assert shown(findings) == ["events/large.yaml: LC109"]
    assert all(said_well(found) for found in findings)


def test_every_code_has_an_example_here_or_a_test_elsewhere() -> None:
    examples = {path.stem for path in FILES} | {path.name for path in (*FOLDERS, *CALENDARS, *MAILS)} | MADE

    assert examples | ELSEWHERE == set(NAMES)
    assert examples & ELSEWHERE == set()


@pytest.mark.parametrize("code", sorted(ELSEWHERE))
def test_a_code_without_an_example_stands_in_another_test(code: str) -> None:
    others = [path for path in Path(__file__).parent.glob("test_*.py") if path.name not in ABOUT_ALL]

    assert [path.name for path in others if code in path.read_text("utf-8")] != []


def test_every_name_is_given_once() -> None:
    assert len(set(NAMES.values())) == len(NAMES)


def test_names_state_the_fault_in_small_letters_and_hyphens() -> None:
    assert [name for name in NAMES.values() if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)] == []


def test_german_and_english_know_the_same_codes() -> None:
    assert sorted(GERMAN) == sorted(ENGLISH) == sorted(NAMES)


def test_german_and_english_explain_the_same_names_of_calendar_files() -> None:
    assert list(glosses("de")) == list(glosses("en"))


def test_a_name_of_a_calendar_file_is_explained_where_it_stands() -> None:
    found = Finding("a.ics", 1, 1, "LC620", (("example", "UID:1"), ("part", "VEVENT"), ("property", "UID")))

    assert words_of(found, "de")[0] == "im Abschnitt VEVENT (Termin) fehlt UID (Kennung)"
    assert words_of(found, "en")[0] == "the part VEVENT (event) lacks UID (id)"


def fields(words: Message) -> tuple[set[str], set[str]]:
    """The placeholders of a message and of its two hints."""
    text, hint, otherwise = ({name for _, name, _, _ in string.Formatter().parse(part) if name} for part in words)
    return text, hint | otherwise


@pytest.mark.parametrize("code", NAMES)
def test_german_and_english_say_the_same_values(code: str) -> None:
    assert fields(GERMAN[code]) == fields(ENGLISH[code])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", NAMES)
def test_the_words_of_every_code_are_a_plain_text_and_a_hint(code: str, language: str) -> None:
    words = message(code, language)
    values = {name: "Wert" for names in fields(words) for name in names}

    for part in (words.text, words.hint, words.otherwise):
        said = part.format_map(values)
        assert said == said.strip()
        assert not said.endswith(".") or said.endswith("...")
        assert "invalid" not in said
    assert words.text
    assert words.hint


def test_a_hint_that_names_an_unknown_value_has_another_one_instead() -> None:
    near = Finding("e.yaml", 1, 1, "LC202", (("key", "datum"), ("known", "date, time"), ("nearest", "date")))
    far = Finding("e.yaml", 1, 1, "LC202", (("key", "wetter"), ("known", "date, time"), ("nearest", "")))

    assert words_of(near, "de") == ("den Schlüssel »datum« gibt es hier nicht", "meint ihr »date«?")
    assert words_of(far, "de") == ("den Schlüssel »wetter« gibt es hier nicht", "hier gibt es: date, time")


def test_braces_in_a_persons_text_are_shown_as_they_are() -> None:
    found = Finding("e.yaml", 1, 1, "LC207", (("hours", ""), ("key", "start"), ("text", "{now}")))

    assert words_of(found, "en") == ("'{now}' cannot be read as a time of day", "write it like 14:00")
