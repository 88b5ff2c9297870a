"""The rules that only `check` runs, on each event and on the whole folder."""

from collections.abc import Iterable, Iterator, Set

from labcamp.check.exceptions import FIRST_RULE, exceptions, holds, rules
from labcamp.findings import Finding, finding
from labcamp.model.texts import Period
from labcamp.planning.avoid import avoided
from labcamp.review.agenda import (
    access_missing,
    agenda_gap,
    day_without_agenda,
    licence_missing,
    not_documented,
    organisation_unused,
    session_out_of_order,
    task_unknown,
    topic_unused,
)
from labcamp.review.agreed import agreed_too_early, agreement_overdue, doer_unknown
from labcamp.review.colours import accent_changed
from labcamp.review.days import RULES as RULES_OF_DAYS
from labcamp.review.days import weekday_of_another_day
from labcamp.review.leftovers import edition_left, example_left, example_left_in_series, link_copied, year_left
from labcamp.review.links import RULES as RULES_OF_LINKS
from labcamp.review.look import Look, Rule, RuleOfAll
from labcamp.review.site import hidden_in_address, hidden_nobody, public_missing, synonym_taken
from labcamp.review.statement import statement_old, statement_unfinished
from labcamp.review.wording import (
    address_mixed,
    gender_signs_mixed,
    link_without_words,
    personal_address,
    personal_address_in_shared,
)
from labcamp.workspace import RESERVED, Reading, Workspace
from labcamp.workspace.papers import PAPERS

RULES: tuple[Rule, ...] = (
    example_left,
    edition_left,
    year_left,
    link_copied,
    weekday_of_another_day,
    agenda_gap,
    day_without_agenda,
    session_out_of_order,
    personal_address,
    licence_missing,
    not_documented,
    access_missing,
    link_without_words,
    address_mixed,
    gender_signs_mixed,
    task_unknown,
    agreement_overdue,
    agreed_too_early,
    doer_unknown,
    hidden_in_address,
    *RULES_OF_DAYS,
)
# Rules about the folder as a whole, and about the files that all events share
RULES_OF_ALL: tuple[RuleOfAll, ...] = (
    organisation_unused,
    example_left_in_series,
    personal_address_in_shared,
    accent_changed,
    topic_unused,
    synonym_taken,
    hidden_nobody,
    public_missing,
    statement_old,
    statement_unfinished,
)

# What nobody can tell here to have nothing to say: this one itself, and what only the web knows
ELSEWHERE = frozenset({"exception-unused", *RULES_OF_LINKS})


def advice(reading: Reading) -> tuple[Finding, ...]:
    """What is to be said about the events besides what loading them has found; in order, without exceptions."""
    found = tuple(_all(reading, RULES, RULES_OF_ALL))
    everything = {*reading.workspace.findings, *reading.excepted, *found}
    return reading.kept((*found, *unused(reading, everything)))


def _all(reading: Reading, rules: Iterable[Rule], of_all: Iterable[RuleOfAll]) -> Iterator[Finding]:
    to_avoid, findings = avoided(reading.workspace, _to_come(reading.workspace))
    yield from findings
    for event in reading.workspace.events:
        look = Look(event, reading.sources[event.id], reading, to_avoid)
        for rule in rules:
            yield from rule(look)
    for rule_of_all in of_all:
        yield from rule_of_all(reading)


def _to_come(workspace: Workspace) -> Period:
    """The days from today to the last day of an event."""
    days = (event.days[-1] for event in workspace.events if event.days)
    return Period(workspace.today, max((workspace.today, *days)))


def unused(reading: Reading, found: Set[Finding]) -> Iterator[Finding]:
    """LC979: a comment takes exception to a rule that has nothing to say there; `found` is all that was found.

    Not in the file of an event that is over, for some rules look only at what is to come; and not while a file is
    wrong in its shape, for then no rule looks at it.
    """
    workspace = reading.workspace
    unshaped = {each.path for each in found if each.code < FIRST_RULE}
    over = {event.id for event in workspace.events if event.is_past(workspace.today)}
    events = {event.id for event in workspace.events} | {f"{PAPERS}/{paper.id}" for paper in workspace.papers}
    for id_, source in reading.sources.items():
        looked_at = (id_ in events or id_ in RESERVED) and id_ not in over and source.path not in unshaped
        for exception in exceptions(source) if looked_at else ():
            here = any(holds(exception, each) for each in found if each.path == source.path)
            if not here and exception.rule in rules() and exception.rule not in ELSEWHERE:
                yield finding("LC979", exception.place, rule=exception.rule)
