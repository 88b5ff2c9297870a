"""Each finding has a file that shows it, words and a manual page in each language; and that file shows nothing else."""

import datetime as dt
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from examples import found_in_example, marked

from labcamp import texts
from labcamp.check.calendar import check_calendar
from labcamp.check.mail import check_mail
from labcamp.files.read import source_of
from labcamp.findings import NAMES, Finding, LabcampError
from labcamp.model import Contact
from labcamp.model.mail import Mail
from labcamp.review.rules import advice
from labcamp.texts import LANGUAGES, Page, example_of, page_of, phrases, placeholders, read, words_of
from labcamp.workspace import reading

TODAY = dt.date(2027, 1, 1)
EXAMPLES = Path(__file__).parent / "findings"
TEXTS = Path(texts.__file__).parent
MARKER = re.compile(r"(?:^@|marks=)pytest\.mark\.shows\(([^)]*)\)", re.MULTILINE)
FORMS = EXAMPLES / "forms"  # more forms of what an example on a page shows
FILES = sorted(FORMS.glob("LC*.yaml"))
EXPECTING = [path for folder in (EXAMPLES, FORMS) for path in sorted(folder.iterdir()) if path.name.startswith("LC")]
CALENDARS = [path for path in EXPECTING if (path / "wrong.ics").is_file()]
MAILS = [path for path in EXPECTING if any((path / f"mail.{name}").is_file() for name in ("html", "txt", "yaml"))]
FOLDERS = [path for path in EXPECTING if path.is_dir() and path not in {*CALENDARS, *MAILS}]
SERIES = """\
id: labcamp
title: LabCamp
domain: example.org
organisers: [citylab, next-lab]
imprint: https://labor.example/impressum
newsletter: {unsubscribe: https://labor.example/abmelden}
contact: treffen@labor.example
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


@pytest.mark.shows("LC501", "LC921")
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


@pytest.mark.shows("LC603", "LC971")
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


@pytest.mark.shows("LC109")
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


def codes_shown_by_tests() -> dict[str, str]:
    """The codes that tests say they show (`@pytest.mark.shows("LC005")`, which holds them to it), and where."""
    shown = {path.name: path.name for path in EXAMPLES.iterdir() if path.name.startswith("LC")}
    for path in sorted(Path(__file__).parent.rglob("test_*.py")):
        for marker in MARKER.finditer(path.read_text("utf-8")):
            shown |= dict.fromkeys(re.findall(r"LC\d{3}", marker[1]), path.name)
    return shown


def test_every_code_is_raised_by_the_example_on_its_page_or_else_by_a_test_that_names_it() -> None:
    on_pages = {code for code in NAMES if example_of(code)}
    in_tests = set(codes_shown_by_tests())

    assert on_pages | in_tests == set(NAMES)
    assert on_pages & in_tests == set()


@pytest.mark.parametrize("code", [code for code in NAMES if example_of(code)])
def test_the_example_on_a_page_has_exactly_this_finding_where_it_says_so_and_mended_none(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    example = example_of(code)
    assert example
    text, announced = marked(example.wrong)
    found = {}
    for name, each in (("wrong", text), ("mended", example.mended)):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        found[name] = found_in_example(example.sort, each, Path())

    assert found == {"wrong": announced or [(0, code)], "mended": []}
    assert {each for _, each in found["wrong"]} == {code}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", NAMES)
def test_every_code_has_a_page_of_a_few_sentences_that_fits_a_terminal(code: str, language: str) -> None:
    manual = page_of(code, language).manual

    assert len(re.findall(r"[.!?](?:\s|$)", manual)) >= 2
    assert max(len(line) for line in manual.splitlines()) <= 80
    assert "\t" not in manual
    assert "```" not in manual
    assert manual != page_of(code, "en" if language == "de" else "de").manual


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", NAMES)
def test_a_page_without_an_example_says_why(code: str, language: str) -> None:
    why = {"de": "Ohne Beispiel: ", "en": "No example: "}[language]

    assert page_of(code, language).manual.count(f"\n\n{why}") == (example_of(code) is None)


@pytest.mark.parametrize("code", [code for code in NAMES if example_of(code)])
def test_an_example_stands_once_and_fits_a_terminal(code: str) -> None:
    example = example_of(code)

    assert example
    assert max(len(line) for line in f"{marked(example.wrong)[0]}\n{example.mended}".splitlines()) <= 100
    assert "```" not in read(code, "en")


def test_an_unknown_code_has_no_page() -> None:
    with pytest.raises(FileNotFoundError):
        page_of("LC000", "de")


def test_there_is_a_page_for_every_code_and_for_no_other() -> None:
    for language in LANGUAGES:
        assert {path.stem for path in (TEXTS / language).glob("LC*.md")} == set(NAMES)


def test_every_file_is_there_in_each_language() -> None:
    """A page of the guide is called differently in each (tests/test_guide.py)."""
    first, *others = (
        {path.relative_to(TEXTS / language).as_posix() for path in (TEXTS / language).rglob("*.md")}
        - {path.relative_to(TEXTS / language).as_posix() for path in (TEXTS / language / "guide").glob("*.md")}
        for language in LANGUAGES
    )
    assert all(other == first for other in others)


def test_every_name_is_given_once() -> None:
    assert len(set(NAMES.values())) == len(NAMES)


def test_names_state_the_fault_in_small_letters_and_hyphens() -> None:
    assert [name for name in NAMES.values() if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)] == []


@pytest.mark.parametrize("name", ["calendar-names", "regions"])
def test_german_and_english_know_the_same_phrases(name: str) -> None:
    assert list(phrases(name, "de")) == list(phrases(name, "en"))


def test_a_name_of_a_calendar_file_is_explained_where_it_stands() -> None:
    found = Finding("a.ics", 1, 1, "LC620", (("example", "UID:1"), ("part", "VEVENT"), ("property", "UID")))

    assert words_of(found, "de")[0] == "im Abschnitt VEVENT (Termin) fehlt UID (Kennung)"
    assert words_of(found, "en")[0] == "the part VEVENT (event) lacks UID (id)"


def fields(page: Page) -> tuple[frozenset[str], frozenset[str]]:
    """The placeholders of a message and of its two hints."""
    return placeholders(page.message), placeholders(page.hint) | placeholders(page.otherwise)


@pytest.mark.parametrize("code", NAMES)
def test_german_and_english_say_the_same_values(code: str) -> None:
    assert fields(page_of(code, "de")) == fields(page_of(code, "en"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", NAMES)
def test_the_words_of_every_code_are_a_plain_text_and_a_hint(code: str, language: str) -> None:
    page = page_of(code, language)
    values = {name: "Wert" for names in fields(page) for name in names}

    for part in (page.message, page.hint, page.otherwise):
        said = part.format_map(values)
        assert said == said.strip()
        assert not said.endswith(".") or said.endswith("...")
        assert "invalid" not in said
    assert page.message
    assert page.hint


def test_a_hint_that_names_an_unknown_value_has_another_one_instead() -> None:
    near = Finding("e.yaml", 1, 1, "LC202", (("key", "datum"), ("known", "date, time"), ("nearest", "date")))
    far = Finding("e.yaml", 1, 1, "LC202", (("key", "wetter"), ("known", "date, time"), ("nearest", "")))

    assert words_of(near, "de") == ("den Schlüssel „datum“ gibt es hier nicht", "meint ihr „date“?")
    assert words_of(far, "de") == ("den Schlüssel „wetter“ gibt es hier nicht", "hier gibt es: date, time")


def test_braces_in_a_persons_text_are_shown_as_they_are() -> None:
    found = Finding("e.yaml", 1, 1, "LC207", (("hours", ""), ("key", "start"), ("text", "{now}")))

    assert words_of(found, "en") == ("'{now}' cannot be read as a time of day", "write it like 14:00")
