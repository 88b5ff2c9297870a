"""The list that those who take part sign: who has a seat, and empty rows for whoever comes besides."""

from collections.abc import Iterator, Sequence

from labcamp.model import Event
from labcamp.model.artefact import Artefact
from labcamp.model.private import Participant, Private
from labcamp.render.dates import in_full
from labcamp.render.facts import Facts, marked
from labcamp.render.prints.typesetting import by_family, printed, writable
from labcamp.render.stage import Stage, facts_of

EMPTY_ROWS = 8  # for those who are not on the list: a page has room for about twenty
COLUMNS = ("number", "name", "organisation", "signature")


def render(stage: Stage, event: Event, private: Private, people: Sequence[Participant]) -> Iterator[Artefact]:
    """The attendance list of an event: `<id>/attendance-list.pdf`."""
    facts = facts_of(stage, event)
    yield printed(stage, facts, "attendance-list.typ", "attendance-list.pdf", data(facts, private, people))


def data(facts: Facts, private: Private, people: Sequence[Participant]) -> dict[str, object]:
    """What the template is given."""
    words = facts.words
    heading = words("attendance_list.heading", title=facts.event.title)
    return {
        "title": marked(facts, heading),
        "heading": heading,
        "notice": facts.notice,
        "when": facts.when,
        "place": facts.venue,
        "why": _why(facts, private),
        "labels": [words(f"attendance_list.{column}") for column in COLUMNS],
        "people": [_row(person) for person in by_family(people)],
        "empty": EMPTY_ROWS,
    }


def _row(person: Participant) -> dict[str, str]:
    """A name, the last word of which is the family's; what cannot be printed is left out, to be written by hand."""
    first, _, family = writable(person.name).rpartition(" ")
    return {"first": first, "family": family, "organisation": writable(person.organisation)}


def _why(facts: Facts, private: Private) -> str:
    """What the list is for and how long it is kept, which those who sign it may know (GDPR Article 13)."""
    words, why = facts.words, facts.words("attendance_list.why")
    if private.delete_after is None:
        return words("attendance_list.deleted_later", why=why)
    return words("attendance_list.deleted", why=why, day=in_full(private.delete_after, words))
