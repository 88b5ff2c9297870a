"""Every draft of an event as the preview shows it, calendar files among them."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from labcamp.check import without_rules
from labcamp.check.calendar import check_calendar
from labcamp.check.calendar.content import ContentLine, lines_of
from labcamp.check.mail import check_mail
from labcamp.check.mail.newsletter import NewsletterIssue, score
from labcamp.findings import Finding, Place, finding
from labcamp.model import Event
from labcamp.model.entries import Entry as Announced
from labcamp.model.mail import Mail
from labcamp.model.private import Private
from labcamp.patterns import pattern_of
from labcamp.planning.mails import MAILS, fits, state_of
from labcamp.render import agenda, calendar, groups
from labcamp.render.eml import draft_bytes
from labcamp.render.mails import NOTHING, mail_of
from labcamp.render.mails.changes import when
from labcamp.render.posts import CHANNELS, Length, drafts
from labcamp.render.stage import Stage
from labcamp.render.words import Words
from labcamp.workspace import EVENTS, Workspace, before
from labcamp.workspace.private import FOLDER
from labcamp.workspace.seating import plan_path, seating_of

POST = "post-"

UNFIT: Mapping[str, str] = {"upcoming": "unfit_over", "held": "unfit_early", "cancelled": "unfit_on"}

DAY, MOMENT = len("20270311"), len("20270311T140000")
ESCAPED = pattern_of(r"\\([\\;,nN])")


class Case(NamedTuple):
    """All that a draft is made of; without `private` the way in is left open."""

    stage: Stage
    event: Event
    private: Private | None = None


def why_not(workspace: Workspace, event: Event, name: str, *, private: bool = False) -> str:
    """The phrase for why there is nothing to draft now, where what is `private` is shown, or is not; else empty."""
    if name == "groups":
        there = plan_path(workspace.root, event.id).is_file()
        return ("" if there else "unfit_groups") if private else "unfit_private"
    if name == "calendar":
        return "" if event.days else "unfit_day"
    if name not in MAILS or fits(workspace, event, name):
        return ""
    if state_of(event, workspace.today) in MAILS[name].states:
        return MAILS[name].unfit
    return UNFIT[min(MAILS[name].states)] if len(MAILS[name].states) == 1 else "unfit_now"


def _in_the_file(content: bytes) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, int], ...]]:
    """The headers of a mail file as a mail program decodes them, and the names and sizes of what is attached."""
    from email import message_from_bytes, policy

    message = message_from_bytes(content, policy=policy.default)
    parts = ((part.get_filename() or "", part.get_payload(decode=True)) for part in message.iter_attachments())
    sizes = tuple((name, len(payload)) for name, payload in parts if isinstance(payload, bytes))
    return tuple((name, str(value)) for name, value in message.items()), sizes


def _way_in_missing(case: Case, kind: str) -> tuple[Finding, ...]:
    """LC941: the mail tells the way in, the private side is known, and the way is not in it."""
    online = case.event.place is not None and case.event.place.online
    if case.private is None or not MAILS[kind].private or not online or case.private.join.url:
        return ()
    return (finding("LC941", Place((case.stage.workspace.root / FOLDER / f"{case.event.id}.yaml").as_posix())),)


class Entry(NamedTuple):
    """One entry: what it says, when (in words, with its zone), whether it is called off, and whether it blocks time."""

    title: str
    when: str
    zone: str
    place: str
    text: str
    cancelled: bool
    busy: bool


@dataclass(frozen=True)
class Draft:
    """A draft as people meet it; what is empty it does not have. `attached` are names and sizes in bytes."""

    name: str
    subject: str = ""
    findings: tuple[Finding, ...] = ()
    sender: str = ""
    preheader: str = ""
    html: str = ""
    text: str = ""
    markdown: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    attached: tuple[tuple[str, int], ...] = ()
    entries: tuple[Entry, ...] = ()
    lengths: tuple[Length, ...] = ()
    points: tuple[int, int] | None = None


def draft_of(case: Case, name: str) -> Draft:
    """The draft of a name in DRAFTS; LabcampError where a template of the workspace stops it."""
    return DRAFTS[name](case, name)


def _mail(case: Case, kind: str) -> Draft:
    mail = mail_of(case.stage, case.event, kind, case.private or NOTHING)
    series = case.stage.workspace.series
    headers, attached = _in_the_file(draft_bytes(mail, series))
    draft = Draft(
        kind,
        mail.subject,
        findings=(*without_rules(check_mail(mail), series.rules), *_way_in_missing(case, kind)),
        sender=series.title if mail.sender.email else "",
        preheader=mail.preheader,
        html=mail.html,
        text=mail.text,
        markdown=mail.markdown,
        headers=headers,
        attached=attached,
    )
    return _scored(case, mail, draft) if kind == "newsletter" else draft


def _scored(case: Case, mail: Mail, draft: Draft) -> Draft:
    """The draft of a newsletter with its points, and what would give more."""
    workspace = case.stage.workspace
    folder = (workspace.root / EVENTS).as_posix()
    before_it = before(workspace, case.event)
    found = score(NewsletterIssue(mail, case.event, before_it, workspace.series, workspace.today, folder))
    findings = {*draft.findings, *without_rules(found.findings, workspace.series.rules)}
    return replace(draft, findings=tuple(sorted(findings)), points=(found.points, found.of))


def _handout(case: Case, name: str) -> Draft:
    page, markdown = agenda.render(case.stage, [case.event])
    return Draft(name, case.event.heading, html=page.content.decode(), markdown=markdown.content.decode())


def _calendar(case: Case, name: str) -> Draft:
    file = next(calendar.render(case.stage, [case.event]))
    text = file.content.decode()
    entries = entries_of(text, case.stage.words[case.event.language])
    findings = check_calendar(file.content, file.name)
    attached = ((file.name.rpartition("/")[2], len(file.content)),)
    return Draft(name, entries[0].title, findings, text=text, entries=entries, attached=attached)


def _groups(case: Case, name: str) -> Draft:
    """The plan of the groups as it is read out."""
    seating = seating_of(case.stage.workspace.root, case.event.id)
    files = groups.render(case.stage, case.event, seating, pdf=False)
    texts = {file.name.rpartition("/")[2]: file.content.decode() for file in files}
    text = texts.get("rooms.txt") or texts["pairs.txt"]
    return Draft(name, text.partition("\n")[0], text=text, markdown=texts.get("rooms.md", ""))


def _post(case: Case, name: str) -> Draft:
    channel = name.removeprefix(POST)
    (draft,) = drafts(case.stage, [case.event], channel)
    over = [length for length in draft.lengths if not length.fits][:1]
    place = Place((case.stage.workspace.root / EVENTS / f"{case.event.id}.yaml").as_posix())
    found = (finding("LC940", place, channel=channel, count=each.count, most=each.most) for each in over)
    text = draft.files[0].content.decode().rstrip("\n")
    return Draft(name, case.event.heading, tuple(found), text=text, lengths=draft.lengths)


# The drafts of an event in the order in which they are listed, and who makes each
GROUPS: Mapping[str, Mapping[str, Callable[[Case, str], Draft]]] = {
    "mails": dict.fromkeys(MAILS, _mail),
    "files": {"agenda": _handout, "calendar": _calendar, "groups": _groups},
    "posts": {f"{POST}{channel}": _post for channel in CHANNELS},
}
DRAFTS = {name: make for group in GROUPS.values() for name, make in group.items()}


def entries_of(content: str, words: Words) -> tuple[Entry, ...]:
    """The entries of a calendar file of ours, in its order."""
    return tuple(_entry(part, words) for part in _events(lines_of(content, "")[0]))


def _events(lines: Sequence[ContentLine]) -> Iterator[dict[str, ContentLine]]:
    """The lines of each VEVENT by name (RFC 5545 section 3.6.1); of a name that comes twice, the first."""
    found: dict[str, ContentLine] | None = None
    for line in lines:
        if (line.name, line.value) == ("BEGIN", "VEVENT"):
            found = {}
        elif found is not None and (line.name, line.value) == ("END", "VEVENT"):
            yield found
            found = None
        elif found is not None:
            found.setdefault(line.name, line)


def _entry(lines: dict[str, ContentLine], words: Words) -> Entry:
    values = {name: line.value for name, line in lines.items()}
    title, place, text = (_text(values.get(name, "")) for name in ("SUMMARY", "LOCATION", "DESCRIPTION"))
    start, end = _point(lines["DTSTART"]), _point(lines["DTEND"], last=True)
    status = values.get("STATUS", "")
    return Entry(
        title,
        when(Announced("event", title, start, end, place, status), words),
        lines["DTSTART"].parameter("TZID"),
        place,
        text,
        status == "CANCELLED",
        values.get("TRANSP") != "TRANSPARENT",
    )


def _point(line: ContentLine, *, last: bool = False) -> str:
    """A day or a moment as the ledger writes it; of an end that is a day, the day before (RFC 5545 section 3.6.1)."""
    value = line.value
    if len(value) == DAY:
        return (dt.date.fromisoformat(value) - dt.timedelta(days=int(last))).isoformat()
    return f"{dt.datetime.fromisoformat(value[:MOMENT]).isoformat()[:16]} {line.parameter('TZID') or 'UTC'}"


def _text(value: str) -> str:
    """A TEXT value as it is meant (RFC 5545 section 3.3.11)."""
    return ESCAPED.sub(lambda sign: "\n" if sign[1] in "nN" else sign[1], value)
