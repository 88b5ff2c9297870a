"""Calendar requests by mail: an entry that one person accepts in the calendar, and its cancellation (RFC 5546)."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from labcamp.findings import LabcampError, Place, finding
from labcamp.model import Event
from labcamp.model.artefact import Artefact
from labcamp.model.mail import Mail, Receiver
from labcamp.model.private import Join, Private
from labcamp.model.sent import Handed, Sent
from labcamp.render.dates import in_full, short_span
from labcamp.render.eml import draft_bytes, in_a_name, mailbox
from labcamp.render.facts import Facts, marked
from labcamp.render.mails import writer
from labcamp.render.mails.invitation import preheader
from labcamp.render.mails.wording import Said, greeting
from labcamp.render.sentences import Sentences
from labcamp.render.stage import Stage, facts_of
from labcamp.workspace import EVENTS

if TYPE_CHECKING:
    from labcamp.render.calendar.entries import Mark


NOTHING: Sent = MappingProxyType({})
NAMES = {"REQUEST": "invite", "CANCEL": "cancel"}


class Asked(NamedTuple):
    """What one entry asks of a person: its place, the METHOD of the mail, and the calendar that it carries."""

    mark: "Mark"
    method: str
    calendar: bytes


def render(stage: Stage, event: Event, private: Private, person: Receiver, sent: Sent = NOTHING) -> Iterator[Artefact]:
    """For one person: a calendar file for each day of the event that asks or cancels, and the mail that carries it."""
    for mail in mails(stage, event, private, person, sent):
        if mail.attachment:
            yield mail.attachment
        yield Artefact(f"{mail.key}.eml", draft_bytes(mail, stage.workspace.series))


def revisions(stage: Stage, event: Event, private: Private, sent: Sent) -> dict[str, Handed]:
    """The revision in which each entry of an event goes to single persons, by UID."""
    from labcamp.render.calendar.entries import marks_for_one  # noqa: PLC0415
    from labcamp.render.calendar.files import revision  # noqa: PLC0415

    join = _join(event, private)
    return {mark.uid: revision(stage, event, mark, join, sent) for mark in marks_for_one(stage, event, sent)}


def mails(stage: Stage, event: Event, private: Private, person: Receiver, sent: Sent = NOTHING) -> Iterator[Mail]:
    """For one person: the mails that ask for each day of the event, or cancel it."""
    receiver = mailbox(person.name or "", person.email or "")
    found = list(asked(stage, event, private, person, sent))
    for number, (mark, method, calendar) in enumerate(found, 1):
        name = f"{event.id}/{_name(method, person, number if len(found) > 1 else None)}"
        subject, html, text = _mail(stage, event, mark, person, _join(event, private))
        file, sender = Artefact(f"{name}.ics", calendar), stage.workspace.series.contact
        yield Mail(name, subject, text, html, sender, receiver, file, method, audience="participants")


def asked(stage: Stage, event: Event, private: Private, person: Receiver, sent: Sent = NOTHING) -> Iterator[Asked]:
    """What each day of the event asks of a person, or takes back.

    All of a cancelled event is cancelled, and so is what was announced and is gone. LC028 where the series has no
    address, for then nobody could answer.
    """
    from labcamp.render.calendar.entries import marks_for_one  # noqa: PLC0415
    from labcamp.render.calendar.files import mailed, method_of, revision  # noqa: PLC0415

    if not stage.workspace.series.contact.email:
        raise LabcampError(finding("LC028", Place((stage.workspace.root / EVENTS / "series.yaml").as_posix())))
    join = _join(event, private)
    for mark in marks_for_one(stage, event, sent):
        new = revision(stage, event, mark, join, sent)
        known = replace(mark, record=mark.record._replace(sequence=new.sequence, stamp=new.stamp))
        yield Asked(known, method_of(known), mailed(stage, event, known, person, join))


def _join(event: Event, private: Private) -> Join | None:
    return None if event.cancelled else private.join


def _name(method: str, person: Receiver, number: int | None) -> str:
    """A file name that says who gets it."""
    return "-".join(filter(None, (NAMES[method], str(number or ""), in_a_name(person.email or ""))))


def _mail(stage: Stage, event: Event, mark: "Mark", person: Receiver, join: Join | None) -> tuple[str, str, str]:
    """The subject, the HTML and the text of the mail."""
    facts = facts_of(stage.to_one, event)
    way, title = _way(event, mark), _title(facts, mark)
    lead = facts.words(f"request.lead{way}", title=title, day=in_full(_day(mark), facts.words))
    subject = marked(facts, facts.words(f"request.subject{way}", title=title))
    values: dict[str, object] = {"greeting": greeting(facts, person.name or ""), "join": join if not way else None}
    values |= {"stands": not way, "say": Sentences(facts), "why": "", "audience": "participants", "in_browser": ""}
    said = Said(subject, preheader(facts), event.heading, lead)
    write = writer(stage.to_one, "request.mail.j2", facts, said, values)
    return subject, write("html"), write("txt")


def _way(event: Event, mark: "Mark") -> str:
    """Which of the ways to speak fits: cancelled, no longer so, on its day in another entry, or to come."""
    if event.cancelled:
        return "_cancelled"
    if mark.number is not None:
        return ""
    return "_replaced" if mark.replaced else "_gone"


def _day(mark: "Mark") -> dt.date:
    """The day on which an entry begins."""
    return dt.date(mark.begin.year, mark.begin.month, mark.begin.day)


def _title(facts: Facts, mark: "Mark") -> str:
    """What the mail is about: the event, one of its days, or the day that was announced and is gone."""
    title, days = facts.event.title, len(facts.event.moments)
    if mark.number is None:
        day = _day(mark)
        return facts.words("newsletter.subject_date_short", title=title, on_date=short_span(day, day, facts.words))
    return facts.words("calendar.day_of", title=title, number=mark.number + 1, days=days) if days > 1 else title
