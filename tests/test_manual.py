"""The manual pages: one for each finding in each language, and their examples show what they say."""

import datetime as dt
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from labcamp.advice import advice
from labcamp.check import check_event, check_series
from labcamp.check.calendar import check_calendar
from labcamp.check.mail import check_mail
from labcamp.findings import Finding, LabcampError
from labcamp.mail import Mail
from labcamp.messages import LANGUAGES, NAMES
from labcamp.messages.manual import manual
from labcamp.model import Contact, Organisation, Series
from labcamp.read import source_of
from labcamp.workspace import Reading, Workspace

ORGANISATIONS = {id_: Organisation(name=id_) for id_ in ("citylab-berlin", "next")}
# These pages show lines of series.yaml.
OF_SERIES = {"LC028", "LC214", "LC216", "LC218", "LC220", "LC222", "LC223", "LC224", "LC317", "LC902", "LC903"}
# And these show lines of a calendar file: of the calendar, of a zone's description, or else of an event.
OF_CALENDARS = {code for code in NAMES if code.startswith(("LC6", "LC96", "LC97"))}
# And these show what stands in a mail; LC92 also what stands in an event file for it.
OF_MAILS = {code for code in NAMES if code.startswith(("LC5", "LC92"))}
OF_A_CALENDAR = re.compile(r"(?:COLOR|METHOD|X-WR-[A-Z]+|REFRESH-INTERVAL|VERSION|PRODID)[;:]")
DEFAULTS = ("DTSTAMP:20270301T090000Z", "DTSTART:20270311T130000Z", "SUMMARY:LabCamp")
OF_COMMANDS = {"LC013", "LC023", "LC027", "LC810", "LC811", "LC812"}  # nothing is wrong with its file
TODAY = dt.date(2027, 1, 1)
LABCAMP = Series(id="labcamp", title="LabCamp", domain="example.org", regions=("DE-BE",))
SERIES = {
    "id": "id: labcamp",
    "title": "title: LabCamp",
    "domain": "domain: example.org",
    "imprint": "imprint: https://example.org/impressum",
    "newsletter": "newsletter: {unsubscribe: https://example.org/abmelden}",
}


def found_in(text: str) -> set[str]:
    """The codes of what is wrong with the lines of an event, also by `check` alone; it gets a title if it has none."""
    if not re.search(r"^(title:|- )", text, re.MULTILINE):
        text = f"title: LabCamp\n{text}"
    try:
        source = source_of(text.encode(), "event.yaml")
    except LabcampError as problem:
        return {found.code for found in problem.findings}
    event, findings = check_event("event", source, LABCAMP, ORGANISATIONS)
    workspace = Workspace(Path("nothing"), TODAY, LABCAMP, ORGANISATIONS, (event,) if event else (), ())
    return codes(findings) | codes(advice(Reading(workspace, {"event": source})))


def found_in_series(text: str) -> set[str]:
    """The codes of what is wrong with a series that has these lines, and all others that it needs."""
    others = [line for key, line in SERIES.items() if f"{key}:" not in text]
    return codes(check_series(source_of("\n".join([text, *others]).encode(), "series.yaml"), {})[1])


def found_in_calendar(text: str) -> set[str]:
    """The codes of what is wrong with a calendar that has these lines, and all others that it needs."""
    return codes(check_calendar("".join(f"{line}\r\n" for line in calendar_of(text.splitlines())).encode(), "a.ics"))


def found_in_mail(html: str) -> set[str]:
    """The codes of what is wrong with a mail that shows this, and else all that it needs."""
    if "<h1>" not in html:
        html = f"<h1>LabCamp</h1>{html}"
    html = f'<html lang="de"><body><div lang="de">{html}</div></body></html>'
    text = "\n".join(["LabCamp", *re.findall('https?:[^"]*', html)])
    preheader = "Anmelden könnt ihr euch bis Donnerstag, 4. März. Außerdem: was aus dem Atlas geworden ist."
    return codes(check_mail(Mail("a/mail", "LabCamp am 11. März", text, html, Contact(), preheader=preheader)))


def calendar_of(lines: list[str]) -> list[str]:
    """The lines of a whole calendar around those of an example."""
    if lines[0] == "BEGIN:VCALENDAR":
        return lines
    if lines[0] == "BEGIN:STANDARD":
        lines = ["BEGIN:VTIMEZONE", "TZID:Europe/Berlin", *lines, "END:VTIMEZONE", "BEGIN:VEVENT", "END:VEVENT"]
    if "BEGIN:VEVENT" not in lines:
        own = [line for line in lines if OF_A_CALENDAR.match(line)]
        lines = [*own, "BEGIN:VEVENT", *(line for line in lines if line not in own), "END:VEVENT"]
    whole = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//DE"]
    for number, line in enumerate(lines):
        whole.append(line)
        if line == "BEGIN:VEVENT":
            own = lines[number : lines.index("END:VEVENT", number)]
            whole += [each for each in (f"UID:{number}", *DEFAULTS) if not named(each.split(":")[0], own)]
    return [*whole, "END:VCALENDAR"]


def named(name: str, lines: list[str]) -> bool:
    """Tell whether one of the lines has this name."""
    return any(re.match(rf"{name}[;:]", line) for line in lines)


def codes(findings: tuple[Finding, ...]) -> set[str]:
    """The codes of findings."""
    return {found.code for found in findings}


def examples(before: str, after: str, language: str) -> Iterator[tuple[str, str, str]]:
    """The code, title and text of each example in the manual, under one of two titles."""
    for code in sorted(set(NAMES) - OF_COMMANDS):
        title = before if language == "de" else after
        if shown := re.search(rf"^{title}:\n\n((?:    .*\n?|\n)+)", manual(code, language), re.MULTILINE):
            yield code, language, textwrap.dedent(shown[1])


def found_in_example(code: str, text: str) -> set[str]:
    """The codes of what is wrong with the example on a page."""
    if code in OF_MAILS and text.startswith("<"):
        return found_in_mail(text)
    if code in OF_CALENDARS:
        return found_in_calendar(text)
    if code in OF_SERIES:
        return found_in_series(text)
    if code != "LC935" and re.match("[a-z_]+:", text) and "access:" not in text:
        text = f"access: stufenlos\n{text}"
    return found_in(text)


BEFORE = [example for language in LANGUAGES for example in examples("Vorher", "Before", language)]
AFTER = [example for language in LANGUAGES for example in examples("Nachher", "After", language)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", NAMES)
def test_every_code_has_a_page_of_a_few_sentences_that_fits_a_terminal(code: str, language: str) -> None:
    page = manual(code, language)

    assert page == page.strip()
    assert len(re.findall(r"[.!?](?:\s|$)", page)) >= 2
    assert max(len(line) for line in page.splitlines()) <= 80
    assert "\t" not in page


@pytest.mark.parametrize("code", NAMES)
def test_both_languages_have_the_same_examples(code: str) -> None:
    german, english = manual(code, "de"), manual(code, "en")

    assert german != english
    assert ("Vorher:" in german, "Nachher:" in german) == ("Before:" in english, "After:" in english)


@pytest.mark.parametrize(("code", "language", "text"), BEFORE, ids=lambda value: value[:5])
def test_the_example_before_has_the_finding(code: str, language: str, text: str) -> None:
    assert code in found_in_example(code, text)


@pytest.mark.parametrize(("code", "language", "text"), AFTER, ids=lambda value: value[:5])
def test_the_example_after_has_no_finding(code: str, language: str, text: str) -> None:
    assert found_in_example(code, text) == set()


def test_most_pages_about_a_file_have_an_example() -> None:
    assert len(BEFORE) > 60
    assert len(AFTER) > 60


def test_an_unknown_code_has_no_page() -> None:
    with pytest.raises(KeyError):
        manual("LC999", "de")
