"""Advice on what was agreed at events, who does it, and what came of it."""

from collections.abc import Iterator

from labcamp.files.read import Steps
from labcamp.findings import Finding, finding
from labcamp.model.near import closest
from labcamp.model.texts import ID
from labcamp.patterns import pattern_of
from labcamp.review.look import Look

LONG = 28  # days after which somebody may be asked what became of it
ARCHIVE = 730  # days from which on nobody remembers
AS_AN_ID = pattern_of(ID)


def agreed_too_early(look: Look) -> Iterator[Finding]:
    """LC776: an event is to come, and its file says already what was agreed at it."""
    event = look.event
    if event.agreed and event.days and look.workspace.today < event.days[0]:
        yield finding("LC776", look.head("agreed"), day=event.days[0])


def agreement_overdue(look: Look) -> Iterator[Finding]:
    """LC775: what was agreed is long overdue, and nothing says what came of it."""
    event, today = look.event, look.workspace.today
    if event.cancelled or not event.agreed:
        return
    for number, each in enumerate(event.agreed, 1):
        days = (today - each.until).days if each.is_open and each.until else 0
        # A day before the event is an error (LC765).
        if LONG <= days < ARCHIVE and event.is_past(today) and event.days[:1] <= (each.until,):
            values = {"text": each.text, "until": each.until, "days": days, "event": event.typed, "number": number}
            yield finding("LC775", look.source.place("agreed", number - 1, "until"), **values)


def doer_unknown(look: Look) -> Iterator[Finding]:
    """LC777: who does what was agreed is written like an organisation that there is not."""
    known = look.workspace.organisations
    for index, each in enumerate(look.event.agreed):
        for number, person in enumerate(each.who):
            name = person.name or ""
            if AS_AN_ID.fullmatch(name) and (near := closest(name, known)):
                place = look.at(_written(look, index, number), name)
                yield finding("LC777", place, name=name, nearest=near)


def _written(look: Look, index: int, number: int) -> Steps:
    """The path of somebody as it is in the file, where one alone may stand without a list."""
    paths: tuple[Steps, ...] = (("agreed", index, "who", number, "name"), ("agreed", index, "who", number))
    paths += (("agreed", index, "who", "name"), ("agreed", index, "who"))
    return next((path for path in paths if path in look.source.spans), ("agreed",))
