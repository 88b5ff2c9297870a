"""Mails to one person each: drafts, and what a server sends, with the calendar entry that the person can accept."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from labcamp.model import Event
from labcamp.model.artefact import Artefact
from labcamp.model.mail import Mail
from labcamp.model.private import Participant, Private
from labcamp.planning.mails import MAILS
from labcamp.render.eml import draft_bytes
from labcamp.render.mails import mail_of, requests
from labcamp.render.mails import ready as as_sent
from labcamp.render.stage import Stage


def render(
    stage: Stage, event: Event, private: Private, people: Iterable[Participant], *, kind: str
) -> Iterator[Artefact]:
    """A draft for each person: `<id>/<kind>/<address>.eml`."""
    for person in people:
        mail = mail_of(stage, event, kind, private, person)
        yield Artefact(f"{mail.key}.eml", draft_bytes(mail, stage.workspace.series))


def ready(
    stage: Stage, event: Event, private: Private, people: Iterable[Participant], *, kind: str
) -> Iterator[Artefact]:
    """The same as a server sends it: `<id>/<kind>/<address>-ready.eml`; who has a seat can accept it (RFC 6047).

    Its entry counts from what was handed out before. LC028, LC510 and LC511 for what the series lacks.
    """
    for person in people:
        mail = mail_of(stage, event, kind, private, person)
        entries = list(requests.mails(stage, event, private, person, stage.sent)) if asks(kind, person) else []
        for each in _to_accept(mail, entries, f"{event.id}/{event.id}.ics"):
            yield as_sent(stage.workspace, each)


def asks(kind: str, person: Participant) -> bool:
    """Tell whether an entry that the person can accept comes with a mail of this kind."""
    return MAILS[kind].accepted and person.seat == "confirmed"


def _to_accept(mail: Mail, entries: Sequence[Mail], name: str) -> Iterator[Mail]:
    """The mail with the entry that asks; for several days it goes as it is, and each day has a mail of its own.

    A request is about one entry alone (RFC 5546 section 3.2.2).
    """
    if [each.method for each in entries] == ["REQUEST"] and (file := entries[0].attachment):
        yield replace(mail, attachment=Artefact(name, file.content), method="REQUEST")
        return
    yield mail
    for number, each in enumerate(entries, 1):
        yield replace(each, key=f"{mail.key}-{number}")
