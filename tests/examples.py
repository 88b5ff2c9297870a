"""The examples on the manual pages: what is found in each, with the least around it that its sort needs."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from labcamp.check.calendar import check_calendar
from labcamp.check.mail import check_mail
from labcamp.check.mail.newsletter import NewsletterIssue, score
from labcamp.deliver.accounts import account_of
from labcamp.files.read import source_of
from labcamp.findings import Finding, LabcampError
from labcamp.model import Contact, Event
from labcamp.model.artefact import Artefact
from labcamp.model.mail import Mail
from labcamp.planning.groups import impossible
from labcamp.planning.wished import Given, asked, people_for, refusals, seated
from labcamp.render.mails import mail_of
from labcamp.render.stage import stage_of
from labcamp.review.folder import found_in
from labcamp.workspace import load
from labcamp.workspace.people import people_of
from labcamp.workspace.private import private_source_of

TODAY = dt.date(2027, 1, 1)
# A wrong line ends in it; it is no part of the text, for not every sort has comments.
MARK = re.compile(r" *# expect: ((?:LC\d{3} ?)+)$", re.MULTILINE)
SERIES = {
    "id": "labcamp",
    "title": "LabCamp",
    "domain": "example.org",
    "organisers": "[citylab-berlin, next]",
    "contact": "labcamp@labor.example",
    "imprint": "https://labor.example/impressum",
    "newsletter": "{unsubscribe: https://labor.example/abmelden}",
    "regions": "[DE-BE]",
}
FILES = ("folien.pdf", "tisch.jpg")  # of the event
ORGANISATIONS = {"citylab-berlin": "CityLAB Berlin", "next": "NExT"}
# Its hosts are those of the organisations, so that none is unused where the series cannot be read; its day is over, so
# that nobody asks for holidays where no region can be read
EVENT_FILE = "title: LabCamp\ndate: 2026-11-12\naccess: stufenlos\nhosts: [citylab-berlin, next]\n"
EVENT = {"title": "LabCamp", "access": "stufenlos"}
# What the score sheet of a newsletter asks for, in addition
OF_A_NEWSLETTER = {
    "series": {"privacy": "https://labor.example/datenschutz"},
    "event": {
        "theme": "Labore kartieren",
        "date": "2027-03-11",
        "time": "14:00-17:00",
        "place": "{city: Berlin}",
        "hosts": "[citylab-berlin]",
        "registration": "{url: https://labor.example/anmelden, until: 2027-03-04}",
        "news": "[{title: Ein Leitfaden ist da}]",
    },
}
# What is said of papers hangs on what was said at the events around them
OF_A_PAPER = {
    "events/labcamp-11.yaml": "title: LabCamp 11\nstatus: confirmed\ndate: 2026-05-12\naccess: stufenlos\n"
    "hosts: [citylab-berlin]\nlinks: [{title: Bericht, url: https://labor.example/11, type: report}]\n",
    "events/labcamp-12.yaml": """\
title: LabCamp 12
status: confirmed
date: 2026-11-12
access: stufenlos
hosts: [citylab-berlin, next]
agenda:
  - title: Atlas
    takeaways:
      - {text: Räume helfen., id: raum}
      - Zeit hilft mehr.
      - {text: Mut fehlt., id: unter-uns, public: nein}
  - {title: Geld, licence: CC BY-NC 4.0, takeaways: Geld hilft.}
  - {title: Recht, licence: frei, takeaways: Recht hilft.}
""",
    "events/labcamp-13.yaml": """\
title: LabCamp 13
status: draft
access: stufenlos
hosts: [citylab-berlin]
agenda: [{title: Skizze, takeaways: Räume helfen.}]
""",
}
PAPER = {"title": "Was wir gelernt haben"}
PAGE = '<html lang="de"><body><div lang="de">\n'
ENDS = "\n</div></body></html>\n"
TEXT = "LabCamp\n\nZur Anmeldung:\nhttps://example.org/anmelden\n"
HEADERS = {
    "subject": "LabCamp am 11. März: Labore kartieren",
    "preheader": "Anmelden könnt ihr euch bis Donnerstag, 4. März. Außerdem: was aus dem Atlas geworden ist.",
    "to": "liste@example.org",
}
OF_A_CALENDAR = re.compile(r"(?:COLOR|METHOD|NAME|X-WR-[A-Z]+|REFRESH-INTERVAL|VERSION|PRODID)[;:]")
IN_A_CALENDAR = ("VERSION:2.0", "PRODID:-//example//DE")
IN_AN_ENTRY = ("DTSTAMP:20270301T090000Z", "DTSTART:20270311T130000Z", "SUMMARY:LabCamp")
# Twelve people, two of whom have the same name and some no address, and more who join online
ON_SITE = """\
Name;E-Mail;Teilnahmeform
Ada Muster;ada@example.org;vor Ort
Ben Beispiel;ben@example.org;vor Ort
Cem Probe;cem@example.org;vor Ort
Dora Test;dora@example.org;vor Ort
Eva Vorlage;eva@example.org;vor Ort
Finn Modell;finn@example.org;vor Ort
Gül Entwurf;guel@example.org;vor Ort
Hugo Skizze;;vor Ort
Kim Zettel;kim@example.org;vor Ort
Kim Zettel;zettel@example.org;vor Ort
Lia Blatt;;vor Ort
Mio Heft;;vor Ort
"""
ONLINE = "Noa Fern;noa@example.org;online\nPia Netz;;online\nRio Bild;;online\nUwe Ton;;online\n"

Found = Iterable[tuple[int, str]]


def marked(text: str) -> tuple[str, list[tuple[int, str]]]:
    """A text without its marks, and what they announce: line and code."""
    announced = [
        (number, code)
        for number, line in enumerate(text.splitlines(), 1)
        if (mark := MARK.search(line))
        for code in mark[1].split()
    ]
    return MARK.sub("", text), announced


def found_in_example(sort: str, text: str, folder: Path) -> list[tuple[int, str]]:
    """Line and code of everything that is wrong with an example, in an empty folder that is the current one."""
    return sorted(SORTS[sort](text, folder))


def _with(text: str, others: Mapping[str, str]) -> tuple[str, int]:
    """The text of a file with the keys before it that it lacks, and how many lines those are."""
    lacking = [f"{key}: {value}\n" for key, value in others.items() if not re.search(rf"^{key}\b", text, re.MULTILINE)]
    return "".join(lacking) + text, len(lacking)


def _below(findings: Iterable[Finding], lines: int) -> Found:
    """Line and code of findings, where so many lines stand before the example."""
    return [(found.line - lines if found.line else 0, found.code) for found in findings]


def _in_a_folder(name: str, defaults: Mapping[str, str]) -> Callable[[str, Path], Found]:
    """What `labcamp check` finds in a folder in which this file is the example."""

    def found(text: str, folder: Path) -> Found:
        content, lines = _with(text, defaults)
        files = {
            "events/series.yaml": _with("", SERIES)[0],
            "events/organisations.yaml": _with("", ORGANISATIONS)[0],
            "events/labcamp-12.yaml": EVENT_FILE,
            "events/avoid.yaml": "calendars: [messen.ics]\n",
            "events/messen.ics": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
            "templates/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
            name: content,
        } | (OF_A_PAPER if "papers/" in name else {})
        if "topics:" in text:
            files |= {"events/topics.yaml": "wirkung: Wirkung\n"}
        if topics := re.findall(r"^(wirkung|vernetzung):", content, re.MULTILINE):
            files["events/labcamp-12.yaml"] += f"topics: [{', '.join(topics)}]\n"
        files |= {f"events/files/labcamp-12/{each}": "" for each in FILES if f"file: {each}" in text}
        for path, whole in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(whole.encode())
        findings = found_in(Path(), TODAY).findings
        assert {found.path for found in findings} <= {name}, findings
        return _below(findings, lines)

    return found


def _of_an_event(text: str, folder: Path) -> Found:
    """What is found in an event file; what is no list of keys has nothing put before it."""
    defaults = {key: value for key, value in EVENT.items() if key != "title" or not re.search(r"^number:", text, re.M)}
    if not re.match(r"[a-z_]+:", text):
        defaults = {}
    if "access" in text.partition("\n")[0]:
        defaults.pop("access", None)
    return _in_a_folder("events/labcamp-12.yaml", defaults)(text, folder)


def _of_a_newsletter(file: str) -> Callable[[str, Path], Found]:
    """What the score sheet says of a newsletter, where this file of its event or its series is the example."""

    def found(text: str, folder: Path) -> Found:
        (folder / "events").mkdir()
        defaults = {"event": EVENT, "series": SERIES, "organisations": ORGANISATIONS}
        for name, least in defaults.items():
            whole = _with(text if name == file else "", least | OF_A_NEWSLETTER.get(name, {}))[0]
            (folder / f"events/{name}.yaml").write_bytes(whole.encode())
        workspace = load(Path(), TODAY)
        assert workspace.errors == ()
        (event,) = workspace.events
        mail = mail_of(stage_of(workspace), event, "newsletter")
        return _below(score(NewsletterIssue(mail, event, None, workspace.series, TODAY)).findings, 0)

    return found


def _of_accounts(text: str, folder: Path) -> Found:
    """What is found in a file of mail accounts, in which the first one is asked for."""
    (folder / "accounts.yaml").write_bytes(text.encode())
    try:
        account_of(folder, text.partition(":")[0])
    except LabcampError as problem:
        return _below(problem.findings, 0)
    return []


def _of_people(text: str, folder: Path) -> Found:
    """What is found in a list of people."""
    (folder / "private").mkdir()
    (folder / "private/labcamp-12.csv").write_bytes(text.encode())
    try:
        people = people_of(Path(), "labcamp-12")
    except LabcampError as problem:
        return _below(problem.findings, 0)
    return _below((*people.findings, *people.unprintable), 0)


def _of_groups(text: str, folder: Path) -> Found:
    """What is found in the wishes for the groups of these people; some join online where the example names one."""
    (folder / "private").mkdir()
    (folder / "private/labcamp-12.yaml").write_bytes(text.encode())
    (folder / "private/labcamp-12.csv").write_bytes(f"{ON_SITE}{ONLINE if 'Noa' in text else ''}".encode())
    try:
        event = Event(title="LabCamp", language="de", zone="Europe/Berlin")
        there = seated(event, people_of(Path(), "labcamp-12").attendees)
        private, source = private_source_of(Path(), "labcamp-12")
        given = Given(source, "private/labcamp-12.csv")
        wished = asked(there, private.groups, given)
    except LabcampError as problem:
        return _below(problem.findings, 0)
    return _below(refusals(impossible(wished.wishes, people_for(wished, {})), there, given), 0)


def _of_a_calendar(text: str, folder: Path) -> Found:
    """What is found in a calendar that has these lines, and all others that it needs."""
    whole, numbers = _calendar_of(text.splitlines())
    findings = check_calendar("".join(f"{line}\r\n" for line in whole).encode(), "a.ics")
    return [(numbers[found.line - 1] if found.line else 0, found.code) for found in findings]


def _calendar_of(lines: list[str]) -> tuple[list[str], list[int]]:
    """The lines of a whole calendar around those of an example, and which line of the example each is (0: none)."""
    own = list(zip(lines, range(1, len(lines) + 1), strict=True))
    if lines[0] != "BEGIN:VCALENDAR" and not lines[0].startswith("<"):
        if lines[0] in {"BEGIN:STANDARD", "BEGIN:DAYLIGHT"}:
            head, tail = ["BEGIN:VTIMEZONE", "TZID:Europe/Berlin"], ["END:VTIMEZONE", "BEGIN:VEVENT", "END:VEVENT"]
            own = [*((each, 0) for each in head), *own, *((each, 0) for each in tail)]
        elif not any(line.startswith("BEGIN:") for line in lines):
            of_all = [each for each in own if OF_A_CALENDAR.match(each[0])]
            rest = [each for each in own if each not in of_all]
            own = [*of_all, ("BEGIN:VEVENT", 0), *rest, ("END:VEVENT", 0)]
        elif "BEGIN:VEVENT" not in lines:
            own = [*own, ("BEGIN:VEVENT", 0), ("END:VEVENT", 0)]
        own = [(line, 0) for line in ("BEGIN:VCALENDAR", *IN_A_CALENDAR)] + own
        if lines.count("END:VCALENDAR") <= lines.count("BEGIN:VCALENDAR"):
            own.append(("END:VCALENDAR", 0))
        own = _filled(own)
    return [line for line, _ in own], [number for _, number in own]


def _filled(lines: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The lines, in which each event has what an event needs, and each further calendar what a calendar needs."""
    whole = []
    for number, each in enumerate(lines):
        whole.append(each)
        if each[0] == "BEGIN:VCALENDAR" and number:
            whole += [(line, 0) for line in IN_A_CALENDAR]
        if each[0] == "BEGIN:VEVENT":
            ends = next((n for n, (line, _) in enumerate(lines) if n > number and line == "END:VEVENT"), len(lines))
            there = {re.split("[;:]", line)[0] for line, _ in lines[number:ends]}
            needed = (f"UID:{number}", *IN_AN_ENTRY)
            whole += [(line, 0) for line in needed if line.split(":")[0] not in there]
    return whole


def _of_a_mail(part: str) -> Callable[[str, Path], Found]:
    """What is found in a mail of which this part is the example; what stands in another part has no line in it."""

    def found(text: str, folder: Path) -> Found:
        html, plain, headers, lines = f"{PAGE}<h1>LabCamp</h1>{ENDS}", TEXT, {}, 0
        if part == "html":
            html, lines = (text, 0) if text.startswith("<html") else (f"{PAGE}{text}{ENDS}", 1)
            if "<h1>" not in html:
                html = html.replace(PAGE, f"{PAGE}<h1>LabCamp</h1>\n")
                lines += not text.startswith("<html")
            plain = "\n".join(["LabCamp", *re.findall('https?:[^"]*', html)])
        elif part == "txt":
            plain = text
            html = f'{PAGE}<h1>LabCamp</h1><a href="https://example.org/anmelden">Zur Anmeldung</a>{ENDS}'
        else:
            headers = source_of(text.encode(), "mail.yaml").data
            if calendar := headers.get("attachment"):
                whole = "".join(f"{line}\r\n" for line in _calendar_of(calendar.splitlines())[0])
                headers |= {"attachment": Artefact("a/mail.ics", whole.encode())}
        sender = Contact(name="N. N.", email="treffen@example.org")
        mail = Mail("a/mail", html=html, text=plain, sender=sender, **(HEADERS | headers))
        return [
            found
            for each in check_mail(mail)
            for found in _below([each], lines if each.path == f"a/mail.{part}" else each.line)
        ]

    return found


SORTS: dict[str, Callable[[str, Path], Found]] = {
    "event": _of_an_event,
    "series": _in_a_folder("events/series.yaml", SERIES),
    "organisations": _in_a_folder("events/organisations.yaml", ORGANISATIONS),
    "topics": _in_a_folder("events/topics.yaml", {}),
    "paper": _in_a_folder("events/papers/2027.yaml", PAPER),
    "page": _in_a_folder("events/pages/ueber-uns.md", {}),
    "avoid": _in_a_folder("events/avoid.yaml", {}),
    "avoid.ics": _in_a_folder("events/messen.ics", {}),
    "private": _in_a_folder("private/labcamp-12.yaml", {}),
    "tasks": _in_a_folder("templates/tasks.yaml", {}),
    "template": _in_a_folder("templates/agenda.md.j2", {}),
    "words": _in_a_folder("templates/words.de.yaml", {}),
    "newsletter": _of_a_newsletter("event"),
    "newsletter.series": _of_a_newsletter("series"),
    "accounts": _of_accounts,
    "csv": _of_people,
    "groups": _of_groups,
    "ics": _of_a_calendar,
    "mail.html": _of_a_mail("html"),
    "mail.txt": _of_a_mail("txt"),
    "mail.yaml": _of_a_mail("yaml"),
}
