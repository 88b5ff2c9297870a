"""What only `check` looks for: slips that make no file unreadable, but a mail embarrassing or a day a bad one."""

from collections.abc import Iterable, Iterator

from labcamp.advice.addresses import personal_address, personal_address_in_shared
from labcamp.advice.after import access_missing, licence_missing, not_documented
from labcamp.advice.agendas import agenda_gap, session_out_of_order
from labcamp.advice.copies import link_copied
from labcamp.advice.days import RULES as RULES_OF_DAYS
from labcamp.advice.examples import example_left, example_left_in_series
from labcamp.advice.leftovers import edition_left, year_left
from labcamp.advice.look import Look, Rule, RuleOfAll
from labcamp.advice.organisations import organisation_unused
from labcamp.advice.tasks import task_unknown
from labcamp.advice.unused import unused
from labcamp.advice.weekdays import weekday_of_another_day
from labcamp.advice.wording import address_mixed, gender_signs_mixed, link_without_words
from labcamp.avoid import avoided
from labcamp.findings import Finding
from labcamp.model.texts import Period
from labcamp.workspace import Reading, Workspace

RULES: tuple[Rule, ...] = (
    example_left,
    edition_left,
    year_left,
    link_copied,
    weekday_of_another_day,
    agenda_gap,
    session_out_of_order,
    personal_address,
    licence_missing,
    not_documented,
    access_missing,
    link_without_words,
    address_mixed,
    gender_signs_mixed,
    task_unknown,
    *RULES_OF_DAYS,
)
# Rules about the folder as a whole, and about the files that all events share
RULES_OF_ALL: tuple[RuleOfAll, ...] = (organisation_unused, example_left_in_series, personal_address_in_shared)


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
