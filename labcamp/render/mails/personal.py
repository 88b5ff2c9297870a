"""Mails to one person each: drafts, and what a server sends, with the calendar entry that the person can accept."""

from collections.abc import Iterable, Iterator
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

    LC028, LC510 and LC511 for what the series lacks.
    """
    for person in people:
        mail = mail_of(stage, event, kind, private, person)
        if MAILS[kind].accepted and person.seat == "confirmed":
            yield from (as_sent(stage.workspace, each) for each in _to_accept(stage, event, private, person, mail))
        else:
            yield as_sent(stage.workspace, mail)


def _to_accept(stage: Stage, event: Event, private: Private, person: Participant, mail: Mail) -> Iterator[Mail]:
    """The mail with the entry that asks; for several days it goes as it is, and each day has a mail of its own.

    A request is about one entry alone (RFC 5546 section 3.2.2).
    """
    asked = list(requests.asked(stage, event, private, person))
    if len(asked) == 1:
        calendar = Artefact(f"{event.id}/{event.id}.ics", asked[0].calendar)
        yield replace(mail, attachment=calendar, method=asked[0].method)
        return
    yield mail
    for number, each in enumerate(requests.mails(stage, event, private, person), 1):
        yield replace(each, key=f"{mail.key}-{number}")
