"""Bytes of a calendar file in, of whoever made it; what calendar programs would trip over comes out as findings."""

from collections import Counter
from collections.abc import Iterable, Iterator

from labcamp.check.calendar.clients import (
    alarm_in_feed,
    cancelled_unseen,
    event_without_title,
    events_without_name,
    file_over_a_megabyte,
    html_in_description,
    link_not_in_description,
    name_of_one_event,
    people_seen_by_others,
    sequence_too_high,
    uid_with_host,
)
from labcamp.check.calendar.content import (
    control_characters,
    line_ends,
    lines_of,
    long_lines,
    lost_signs,
    refused,
    text_of,
)
from labcamp.check.calendar.legibility import text_garbled
from labcamp.check.calendar.methods import (
    method_forbids,
    method_needs,
    organizer_alone,
    published_by_nobody,
    several_events_by_mail,
    status_of_method,
)
from labcamp.check.calendar.repetition import (
    change_of_nothing,
    exception_differs,
    exception_twice,
    off_the_rule,
    repeated_without,
    repetition,
    rule_again,
)
from labcamp.check.calendar.structure import (
    Rule,
    calendars_of,
    line_after_parts,
    line_missing,
    line_twice,
    nothing_inside,
    parts_of,
    several_calendars,
    uid_twice,
    unknown_lines,
    value_empty,
)
from labcamp.check.calendar.times import (
    duration_does_not_fit,
    floating_times,
    midnight_to_midnight,
    not_in_utc,
    start_and_end,
)
from labcamp.check.calendar.values import (
    address_not_whole,
    blank_in_link,
    colour_not_named,
    line_break_in_title,
    place_not_on_earth,
    text_not_escaped,
    value_not_known,
    value_not_readable,
)
from labcamp.check.calendar.zones import (
    zone_for_nothing,
    zone_name_unknown,
    zone_not_defined,
    zone_twice,
    zone_with_dates,
    zone_wrong,
)
from labcamp.findings import NAMES, Finding, Place, finding

MOST_ALIKE = 3
# Findings with the same of these are alike.
KIND = frozenset({"property", "part", "zone"})

RULES: tuple[Rule, ...] = (
    line_after_parts,
    nothing_inside,
    line_missing,
    line_twice,
    value_empty,
    uid_twice,
    value_not_readable,
    value_not_known,
    start_and_end,
    duration_does_not_fit,
    not_in_utc,
    repetition,
    exception_differs,
    exception_twice,
    repeated_without,
    text_not_escaped,
    address_not_whole,
    place_not_on_earth,
    colour_not_named,
    zone_twice,
    zone_not_defined,
    zone_for_nothing,
    zone_wrong,
    method_needs,
    method_forbids,
    several_events_by_mail,
    status_of_method,
    organizer_alone,
    published_by_nobody,
    unknown_lines,
    off_the_rule,
    rule_again,
    change_of_nothing,
    midnight_to_midnight,
    event_without_title,
    text_garbled,
    blank_in_link,
    floating_times,
    zone_name_unknown,
    zone_with_dates,
    line_break_in_title,
    name_of_one_event,
    events_without_name,
    alarm_in_feed,
    uid_with_host,
    sequence_too_high,
    cancelled_unseen,
    html_in_description,
    link_not_in_description,
    people_seen_by_others,
)


def check_calendar(content: bytes, shown: str) -> tuple[Finding, ...]:
    """Everything that is wrong with the bytes of a calendar file, in the order of the file."""
    refusal = refused(content, shown)
    if refusal:
        return (refusal,)
    text, found = text_of(content, shown)
    found += (*line_ends(text, shown), *control_characters(text, shown))
    found += (*lost_signs(content, shown), *long_lines(content, shown), *file_over_a_megabyte(content, shown))
    lines, unreadable = lines_of(text, shown)
    outermost, unfitting = parts_of(lines)
    calendars = tuple(calendars_of(outermost))
    found += [*unreadable, *unfitting, *several_calendars(calendars)]
    found += (each for calendar in calendars for rule in RULES for each in rule(calendar))
    return tuple(sorted(_without_repetition(sorted(found))))


def _without_repetition(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, but of many that are alike only the first, and how many more there are: LC699, of advice LC684."""
    seen: Counter[tuple[str, ...]] = Counter()
    more: dict[tuple[str, ...], Finding] = {}
    for found in findings:
        kind = (found.code, *(value for name, value in found.values if name in KIND))
        seen[kind] += 1
        if seen[kind] <= MOST_ALIKE:
            yield found
        else:
            more.setdefault(kind, found)
    for kind, found in more.items():
        place = Place(found.path, found.line, found.column)
        code = "LC684" if found.advice else "LC699"
        yield finding(code, place, name=NAMES[found.code], count=seen[kind] - MOST_ALIKE)
