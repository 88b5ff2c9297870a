"""Sixty slips as people make them, each planted in a copy of the real series, and each found where it stands."""

import datetime as dt
import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from sample import REPOSITORY

from labcamp.findings import Finding, LabcampError
from labcamp.review.rules import advice
from labcamp.workspace import reading

TODAY = dt.date(2026, 11, 24)
NEXT, TENTH, FOURTH, THIRD, SECOND = (f"labcamp-{number}.yaml" for number in (11, 10, 4, 3, 2))
SERIES, LABS = "series.yaml", "organisations.yaml"
# The draft as it stands on the day before it goes out, and so sound but for what the real series lacks
READY = {
    NEXT: (
        ("status: draft", "status: confirmed"),
        ("  until: 2027-03-04\n", "  url: https://citylab-berlin.org/de/events/labcamp-11\n  until: 2027-03-04\n"),
    )
}
SUBJECT = 'subject: "LabCamp #11 am 11. März online: Labore nach dem Projekt"'
PREHEADER = "Kostenfrei, Anmeldung bis Donnerstag, 4. März."
LAST_LINES = "    type: page\n"  # of LabCamp #10


@dataclass(frozen=True)
class Slip:
    """What somebody does by mistake, in which file, in the place of what, and the code that is to be found.

    It is found in the line that holds `at`, else the last line of the new text; the codes in `also` are true as well.
    """

    does: str
    file: str
    old: str
    new: str
    code: str
    at: str = ""
    also: tuple[str, ...] = ()


SLIPS = (
    # YAML
    Slip("leaves a number without quotes", NEXT, "theme: Labore nach dem Projekt", "theme: Zum LabCamp #11", "LC308"),
    Slip("writes a colon in a title", NEXT, "theme: Labore nach", "theme: Labore: nach", "LC111"),
    Slip("indents with a tab", NEXT, "  until: 2027", "\tuntil: 2027", "LC106"),
    Slip("types the same key twice", NEXT, "place: online", "place: online\nplace: Berlin", "LC102", at="place: Berlin"),
    Slip("forgets the closing quote", NEXT, 'dem Projekt"\n', "dem Projekt\n", "LC112", at='subject: "'),
    Slip("leaves both versions of a merge", NEXT, "place: online", "<<<<<<< HEAD\nplace: online", "LC121", at="<<<<<<<"),
    Slip("writes a comma in a title in braces", NEXT, "- {organisation: citylab-berlin}", "- {name: Ada, Muster, organisation: witi}", "LC122"),
    # keys and values
    Slip("types a key in German", NEXT, "date: 2027-03-11", "datum: 2027-03-11", "LC202"),
    Slip("misspells a key", NEXT, "summary: >", "sumary: >", "LC202"),
    Slip("misspells a host", NEXT, "hosts: [citylab-berlin,", "hosts: [citylab-berln,", "LC212"),
    Slip("types a day that does not exist", NEXT, "until: 2027-03-04", "until: 2027-02-29", "LC206"),
    Slip("types a day of April", NEXT, "date: 2027-03-11", "date: 2027-04-31", "LC206"),
    Slip("types words for a time", NEXT, "time: 14:00-17:00", "time: nachmittags", "LC207"),
    Slip("types words for minutes", NEXT, "minutes: 75", "minutes: 75 Minuten", "LC208"),
    Slip("invents a type of session", NEXT, "type: networking", "type: worldcafe", "LC209"),
    Slip("invents a status", NEXT, "status: confirmed", "status: fix", "LC209"),
    Slip("leaves out https://", NEXT, "url: https://citylab-berlin.org/de/events/labcamp-11", "url: citylab.org/11", "LC210"),
    Slip("types a mail address with a blank", SERIES, "info@citylab-berlin.org", "info @citylab-berlin.org", "LC215"),
    Slip("writes TBA for a day", NEXT, "until: 2027-03-04", "until: TBA", "LC206"),
    # times and order
    Slip("swaps start and end", NEXT, "time: 14:00-17:00", "time: 17:00-14:00", "LC305"),
    Slip("plans more than there is time", NEXT, "minutes: 75", "minutes: 95", "LC304"),
    Slip("pins a session on another", NEXT, "type: closing\n", "type: closing\n    start: 16:00\n", "LC302", at="start: 16:00", also=("LC911",)),
    Slip("pins a session before the start", NEXT, "type: welcome\n", "type: welcome\n    start: 13:30\n", "LC301", at="start: 13:30", also=("LC911",)),
    Slip("leaves a hole in the agenda", NEXT, "type: networking\n    minutes: 75", "type: networking\n    minutes: 60\n    start: 15:45", "LC911", at="start: 15:45"),
    Slip("ends long before the end", NEXT, "minutes: 75", "minutes: 45", "LC911", at="minutes: 15\n    by:\n      - {organisation: politics"),
    Slip("lets people register after the event", NEXT, "until: 2027-03-04", "until: 2027-03-14", "LC310"),
    Slip("gives a number twice", NEXT, "number: 11", "number: 10", "LC311"),
    # leftovers
    Slip("leaves TBA in a teaser", NEXT, "Ein Impuls aus der Landesverwaltung,", "Impuls TBA,", "LC309"),
    Slip("leaves FIXME in the text", NEXT, "wer setzt sich für sie ein?", "FIXME", "LC309"),
    Slip("leaves XXX in a title", NEXT, "title: Thementische", "title: Thementische XXX", "LC309"),
    # weekdays and days
    Slip("names the wrong weekday", NEXT, "möchten\n    wir am 11. März mit", "möchten\n    wir am Mittwoch, 11. März mit", "LC318", at="Mittwoch, 11."),
    Slip("names last year's weekday of the deadline", NEXT, "bis Donnerstag, 4. März", "bis Mittwoch, 4. März", "LC318"),
    Slip("names another weekday with the time", NEXT, "Zwei Labore machen den Anfang", "Wir treffen uns am Mittwoch um 14 Uhr. Zwei Labore machen den Anfang", "LC912"),
    Slip("meets on Good Friday", NEXT, "date: 2027-03-11", "date: 2027-03-26", "LC988"),
    Slip("meets in the Easter holidays of Berlin", NEXT, "date: 2027-03-11", "date: 2027-03-23", "LC989"),
    Slip("meets on the day after Ascension", NEXT, "date: 2027-03-11", "date: 2027-05-07", "LC990", also=("LC989",)),
    Slip("meets on a Saturday", NEXT, "date: 2027-03-11", "date: 2027-03-13", "LC994"),
    Slip("meets when the clocks change", NEXT, "date: 2027-03-11", "date: 2027-03-28", "LC992", also=("LC989", "LC994")),
    # copied from last time
    Slip("keeps the number in the subject", NEXT, '"LabCamp #11 am', '"LabCamp #10 am', "LC913"),
    Slip("keeps the number in the invitation", NEXT, "Liebe Praktiker:innen, was", "Liebe Praktiker:innen, willkommen zum LabCamp #10: Was", "LC913"),
    Slip("keeps the page of the last edition", NEXT, "events/labcamp-11\n", "events/labcamp-10\n", "LC913"),
    Slip("keeps last time's registration", NEXT, "url: https://citylab-berlin.org/de/events/labcamp-11", "url: https://stadtlabor-soest.de/labcamp-4/", "LC918", also=("LC913",)),
    Slip("keeps last year in the subject", NEXT, "am 11. März online", "am 11. März 2024 online", "LC917"),
    # what must not be public
    Slip("publishes the Zoom link", NEXT, "ihr könnt also offen sprechen.", "kommt dazu: https://us02web.zoom.us/j/81234567890?pwd=abc", "LC522"),
    Slip("takes the Teams link for the registration", NEXT, "https://citylab-berlin.org/de/events/labcamp-11", "https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc", "LC522"),
    Slip("publishes the passcode", NEXT, "kommt nach der Anmeldung per Mail.", "kommt per Mail, Kenncode 482913.", "LC523"),
    Slip("publishes the meeting's number", NEXT, "Ihr sucht euch aus, wo ihr mitredet.", "Meeting-ID 812 3456 7890.", "LC523"),
    Slip("publishes a private address", SERIES, "info@citylab-berlin.org", "beispiel.person@gmx.de", "LC914"),
    Slip("publishes a colleague's address", NEXT, "schreibt uns gern", "schreibt vorname.nachname@example.gov", "LC914"),
    # archive
    Slip("publishes a recording without asking", TENTH, LAST_LINES, f"{LAST_LINES}  - {{title: Aufzeichnung, url: https://citylab-berlin.org/video, type: recording, licence: CC BY 4.0}}\n", "LC524"),
    Slip("publishes photos without asking", FOURTH, "    type: report\n", "    type: report\n  - {title: Bilder, url: https://stadtlabor-soest.de/bilder, type: photo, licence: CC BY 4.0}\n", "LC524"),
    Slip("publishes slides without a licence", TENTH, LAST_LINES, f"{LAST_LINES}  - {{title: Folien, url: https://citylab-berlin.org/folien.pdf, type: slides}}\n", "LC915"),
    # language
    Slip("says Sie for once", NEXT, "euch an vier Thementischen aus", "Sie sich an vier Thementischen aus", "LC926"),
    Slip("uses another sign for all genders", NEXT, "möchte beim nächsten Mal Gastgeber:in", "möchte beim nächsten Mal Gastgeber*in", "LC927"),
    Slip("links the word hier", NEXT, "Das LabCamp ist ein geschützter Raum", "Mehr [hier](https://citylab-berlin.org). Das LabCamp ist ein geschützter Raum", "LC925"),
    Slip("leaves a link empty", NEXT, "Das LabCamp ist ein geschützter Raum", "Das [LabCamp]() ist ein geschützter Raum", "LC504"),
    Slip("says nothing about access", NEXT, "access: Untertitel während des Treffens, Folien vorab per Mail; schreibt uns gern, was euch sonst noch hilft\n", "", "LC935", at="status: confirmed"),
    Slip("pastes a sign that no font has", NEXT, "theme: Labore nach", "theme: 漢 Labore nach", "LC944"),
    # the series
    Slip("defines a lab that nobody names", LABS, "innolab-bw:\n", "musterlabor:\n  name: Musterlabor\n\ninnolab-bw:\n", "LC909", at="musterlabor:"),
    Slip("switches off a rule that is not there", SERIES, "regions: [DE-BE]", "regions: [DE-BE]\nrules: {weekdays: aus}", "LC220", at="rules:"),
    Slip("cancels without a reason", NEXT, "status: confirmed", "status: cancelled", "LC904"),
    Slip("forgets the day of a confirmed event", NEXT, "date: 2027-03-11\n", "", "LC316", at="status: confirmed"),
    Slip("moves an announced event by hand", THIRD, "date: 2021-03-11", "date: 2021-03-12", "LC906"),
)  # fmt: skip


def planted(root: Path, slip: Slip | None) -> None:
    """The real series as it is ready to go out, with a slip in it."""
    shutil.copytree(REPOSITORY / "events", root / "events")
    for file, changes in READY.items():
        for old, new in changes:
            _replace(root / "events" / file, old, new)
    if slip:
        _replace(root / "events" / slip.file, slip.old, slip.new)


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, (path.name, old, text.count(old))
    path.write_text(text.replace(old, new), "utf-8")


def found(root: Path) -> tuple[Finding, ...]:
    """What `check` says of the folder."""
    try:
        read = reading(root, TODAY)
    except LabcampError as problem:
        return problem.findings
    return (*read.workspace.findings, *advice(read))


def counted(findings: tuple[Finding, ...]) -> Counter[tuple[str, str]]:
    """How often each code comes in each file."""
    return Counter((Path(each.path).name, each.code) for each in findings)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Counter[tuple[str, str]]:
    """What is to be said of the series without a slip."""
    root = tmp_path_factory.mktemp("sound")
    planted(root, None)
    return counted(found(root))


def test_there_are_sixty_slips() -> None:
    assert len({slip.does for slip in SLIPS}) == len(SLIPS) >= 60


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.does)
def test_a_slip_is_found_in_its_line(slip: Slip, before: Counter[tuple[str, str]], tmp_path: Path) -> None:
    planted(tmp_path, slip)
    text = (tmp_path / "events" / slip.file).read_text("utf-8")
    marked = slip.at or slip.new.strip("\n").splitlines()[-1]
    line = text[: text.index(marked)].count("\n") + 1

    findings = found(tmp_path)
    new = counted(findings) - before

    assert (slip.file, line, slip.code) in {(Path(each.path).name, each.line, each.code) for each in findings}
    assert set(new) - {(slip.file, slip.code), *((slip.file, code) for code in slip.also)} == set()
