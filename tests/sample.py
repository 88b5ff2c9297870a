"""The artificial series of the goldens, and events and workspaces made from a few lines of text."""

import datetime as dt
from collections.abc import Iterable, Mapping
from email import message_from_bytes, policy
from functools import cache
from pathlib import Path
from typing import TypeVar

from labcamp.check import check_event, check_organisations, check_series
from labcamp.files.read import source_of
from labcamp.findings import Place, finding
from labcamp.model import Contact, Event, Organisation, Series
from labcamp.model.artefact import Artefact
from labcamp.model.mail import Mail
from labcamp.model.private import Join, Private, Reach
from labcamp.planning.mails import MAILS as STEPS
from labcamp.planning.tasks import read_plan
from labcamp.render import KINDS, PRIVATE, calendar, posts
from labcamp.render import kinds as kinds_made
from labcamp.render.facts import Facts
from labcamp.render.handover.sheet import Handing
from labcamp.render.mails import mail_of
from labcamp.render.posts import CHANNELS
from labcamp.render.stage import stage_of
from labcamp.render.words import words_for
from labcamp.workspace import Workspace, load

TODAY = dt.date(2026, 11, 23)
REPOSITORY = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
SERIES = """\
id: mustertreff
title: MusterTreff
domain: example.org
"""
ORGANISATIONS = """\
werkstatt: Werkstatt
hafen: {name: Hafen & Lab, place: Hamburg}
"""
MAILS = ("invitation", "newsletter")
NO_TEXT = (".woff2", ".png", ".pdf")


Thing = TypeVar("Thing")


def some(things: Iterable[Thing]) -> list[Thing]:
    """All of them, and there is one at least: a loop over nothing would prove nothing."""
    every = list(things)
    assert every
    return every


@cache
def sample(today: dt.date = TODAY) -> Workspace:
    """The artificial series whose files are the goldens."""
    return sound(load(GOLDEN, today))


def series_of(text: str = SERIES) -> tuple[Series, Mapping[str, Organisation]]:
    """A series and its organisations, from the text of `series.yaml`."""
    organisations, _ = check_organisations(source_of(ORGANISATIONS.encode(), "organisations.yaml"))
    series, findings = check_series(source_of(text.encode(), "series.yaml"), organisations)
    assert series, findings
    return series, organisations


def event_of(text: str, series: str = SERIES, id_: str = "treff-12") -> Event:
    """An event from the text of its file; advice and rules do not matter here."""
    event, findings = check_event(id_, source_of(text.encode(), f"{id_}.yaml"), *series_of(series))
    assert event, findings
    return event


def facts_of(text: str, series: str = SERIES, today: dt.date = TODAY) -> Facts:
    """An event in words."""
    event, (known, _) = event_of(text, series), series_of(series)
    return Facts(event, known, words_for(GOLDEN, event.language, known.address), today)


def in_memory(root: Path, events: Iterable[Event], series: str = SERIES, today: dt.date = TODAY) -> Workspace:
    """A workspace of finished events; `root` is where its own templates would be."""
    known, organisations = series_of(series)
    return Workspace(root, today, known, organisations, tuple(sorted(events, key=lambda event: event.sort_key)), ())


def written(root: Path, events: Mapping[str, str], series: str = SERIES, today: dt.date = TODAY) -> Workspace:
    """A workspace on disk, with a file for each event, read again."""
    texts = {"series": series, "organisations": ORGANISATIONS, **events}
    (root / "events").mkdir(exist_ok=True)
    for id_, text in texts.items():
        (root / "events" / f"{id_}.yaml").write_text(text, "utf-8")
    return sound(load(root, today))


def sound(workspace: Workspace) -> Workspace:
    """The workspace, which has no errors."""
    assert workspace.errors == ()
    return workspace


def made(workspace: Workspace, *kinds: str) -> dict[str, bytes]:
    """The artefacts of kinds (else of all) for every event: their bytes by name."""
    chosen, stage = kinds or tuple(KINDS), stage_of(workspace)
    return {file.name: file.content for kind in chosen for file in KINDS[kind](stage, workspace.events)}


def texts(workspace: Workspace, *kinds: str) -> dict[str, str]:
    """The same, as text; what is no text is left out."""
    renders = {kind: KINDS[kind] for kind in kinds} or kinds_made(pdf=False)
    stage = stage_of(workspace)
    files = (file for render in renders.values() for file in render(stage, workspace.events))
    return {file.name: file.content.decode() for file in files if not file.name.endswith(NO_TEXT)}


PRIVATE_SIDE = Private(
    join=Join(url="https://meet.example.org/raum", passcode="1234", phone="+49 30 123"),
    way="Vom Bahnhof zehn Minuten zu Fuß.",
    bring="ein eigenes Beispiel.",
    delete_after=dt.date(2027, 6, 11),
    contacts=(Reach(role="Technik", name="N. N.", phone="+49 30 1234567"), Reach(phone="+49 30 7654321")),
)


def every_mail(
    workspace: Workspace, private: Private = PRIVATE_SIDE, only: tuple[str, str] | None = None
) -> dict[str, Mail]:
    """Every mail about every event (or one of them), whether it fits the day or not, by its key."""
    stage = stage_of(workspace)
    pairs = [(event, kind) for event in workspace.events for kind in STEPS if only in (None, (event.id, kind))]
    mails = (mail_of(stage, event, kind, private) for event, kind in pairs)
    return {mail.key: mail for mail in mails}


def for_some(workspace: Workspace) -> dict[str, bytes]:
    """What only some get of every event: sessions, deadlines, and what is private."""
    stage, private = stage_of(workspace), PRIVATE_SIDE
    people = (Contact(name="Ida Beispiel", email="ida@example.org"), Contact(email="max@example.org"))
    files: list[Artefact] = []
    for event in workspace.events:
        files += calendar.sessions(stage, event)
        files += calendar.deadlines(stage, [event], f"{event.id}/deadlines.ics")
        files += PRIVATE["participants"](stage, event, private)
        for person in people if workspace.series.contact.email else ():
            files += PRIVATE["requests"](stage, event, private, person)
    return {file.name: file.content for file in files}


def handing(workspace: Workspace, to: str = "hafen", private: Private = PRIVATE_SIDE) -> Handing:
    """What is handed over besides what the workspace knows: a draft is due, and two things are to be said."""
    place = Place("events/e.yaml")
    findings = (finding("LC904", place._replace(line=3, column=1)), finding("LC905", place)) if private.contacts else ()
    drafts = ("labcamp render-mail invitation 12",) if private.contacts else ()
    plan, met = read_plan(workspace.root), bool(private.contacts)
    return Handing(workspace.organisations[to], plan, private, findings, drafts, b"title: T\n", met)


def handed_over(workspace: Workspace, event: Event, given: Handing) -> dict[str, bytes]:
    """The folder of a hand-over: the bytes of its files by their names in it."""
    files = PRIVATE["handover"](stage_of(workspace), event, given)
    return {file.name.removeprefix(f"{event.id}/handover-{given.to.id}/"): file.content for file in files}


def every_post(workspace: Workspace) -> dict[str, bytes]:
    """The posts about every event for every channel."""
    stage = stage_of(workspace)
    files = (file for channel in CHANNELS for file in posts.render(stage, workspace.events, channel))
    return {file.name: file.content for file in files}


def readable(content: bytes) -> str:
    """A calendar or a mail as a person would read it: lines put together, and mails decoded."""
    if not content.startswith(b"BEGIN:VCALENDAR"):
        mail = message_from_bytes(content, policy=policy.default)
        texts = [part.get_content() for part in mail.walk() if part.get_content_type() in {"text/plain", "text/html"}]
        return "\n".join([str(mail["Subject"]), *texts])
    return content.replace(b"\r\n ", b"").decode().replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")
