"""Comments that take exception to a rule where it finds nothing any more."""

from collections.abc import Iterator, Set

from labcamp.check.exceptions import FIRST_RULE, exceptions, holds, rules
from labcamp.findings import Finding, finding
from labcamp.workspace import RESERVED, Reading

ITSELF = "exception-unused"


def unused(reading: Reading, found: Set[Finding]) -> Iterator[Finding]:
    """LC979: a comment takes exception to a rule that has nothing to say there; `found` is all that was found.

    Not in the file of an event that is over, for some rules look only at what is to come; and not while a file is
    wrong in its shape, for then no rule looks at it.
    """
    workspace = reading.workspace
    unshaped = {each.path for each in found if each.code < FIRST_RULE}
    over = {event.id for event in workspace.events if event.is_past(workspace.today)}
    events = {event.id for event in workspace.events}
    for id_, source in reading.sources.items():
        looked_at = (id_ in events or id_ in RESERVED) and id_ not in over and source.path not in unshaped
        for exception in exceptions(source) if looked_at else ():
            here = any(holds(exception, each) for each in found if each.path == source.path)
            if not here and exception.rule in rules() and exception.rule != ITSELF:
                yield finding("LC979", exception.place, rule=exception.rule)
