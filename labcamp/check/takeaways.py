"""Rules about what was taken away from sessions: whose words may be told, and whether a paper can name it."""

from collections.abc import Iterator

from labcamp.check.paper import not_a_licence
from labcamp.check.shape import written
from labcamp.files.read import Source, Steps
from labcamp.findings import Finding, Place, finding
from labcamp.model import Event, Person, Session, Takeaway
from labcamp.model.series import is_nobody
from labcamp.patterns import pattern_of

# The whole of a text in quotation marks, with none inside of it
QUOTED = pattern_of('[„“"»«][^„“”"»«]+[“”"»«][.!?…]?')


def takeaways_sound(event: Event, source: Source) -> Iterator[Finding]:
    """LC750, LC752 to LC755, LC772: what is to be said of each takeaway."""
    for index, session in enumerate(event.agenda):
        if session.takeaways:
            yield from _of_session(session, source, ("agenda", index, "takeaways"))


def _of_session(session: Session, source: Source, at: Steps) -> Iterator[Finding]:
    ids = set()
    for index, takeaway in enumerate(session.takeaways):
        steps = (*at, index)
        if takeaway.quote and takeaway.public:
            yield from _of_quote(takeaway, session, _place(source, steps, "quote"))
        elif "quote" not in takeaway.model_fields_set and QUOTED.fullmatch(takeaway.text):
            yield finding("LC772", _place(source, steps, "text"))
        if takeaway.licence:
            yield from not_a_licence(takeaway.licence, _place(source, steps, "licence"))
        if takeaway.id and (takeaway.id in ids or takeaway.id.isdigit()):
            code = "LC755" if takeaway.id.isdigit() else "LC754"
            yield finding(code, _place(source, steps, "id"), id=takeaway.id)
        ids.add(takeaway.id)


def _of_quote(takeaway: Takeaway, session: Session, place: Place) -> Iterator[Finding]:
    if not any(map(_is_somebody, takeaway.by or session.by)):
        yield finding("LC753", place)
    if not takeaway.consent:
        yield finding("LC752", place)


def _is_somebody(person: Person) -> bool:
    """Tell whether it is clear who that is, at least by role or organisation."""
    return bool(person.role or person.organisation or (person.name and not is_nobody(person.name)))


def _place(source: Source, steps: Steps, key: str) -> Place:
    return source.place(*written((*steps, key), source))
