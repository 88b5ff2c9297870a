"""What the next host has to know, and what was learned before."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from labcamp.findings import Finding
from labcamp.model import Contact, Event, Organisation
from labcamp.model.private import Private
from labcamp.planning.tasks import Listed, Plan, Task, is_of, open_before, tasks_of
from labcamp.render.dates import in_full, listed, short, with_weekday
from labcamp.render.facts import Facts
from labcamp.render.rows import people_in_words
from labcamp.render.sentences import Named, Sentences
from labcamp.render.stage import Stage, facts_of
from labcamp.render.tasks import Row, rows_of
from labcamp.texts import words_of
from labcamp.workspace import Workspace, before

# What is asked for in the file: of an event to come, and of one that is over
TO_COME = ("day", "time", "place", "access", "hosts", "moderation", "summary", "agenda", "registration")
OVER = ("day", "hosts", "agenda", "attendance", "links", "lessons")


@dataclass(frozen=True)
class Handing:
    """To whom an event is handed over, and what the workspace does not know of it.

    `drafts` are the commands of mails that are due and not made, `file` is the event's own; `met` tells whether it is
    remembered who has met whom in groups.
    """

    to: Organisation
    plan: Plan
    private: Private
    findings: tuple[Finding, ...]
    drafts: tuple[str, ...]
    file: bytes
    met: bool = False


class Reached(NamedTuple):
    """Somebody to ask: for what, who, and how; the telephone also as it is dialled."""

    label: str
    who: str
    email: str = ""
    telephone: str = ""
    dialled: str = ""

    @property
    def unbroken(self) -> str:
        """The telephone with blanks and hyphens at which no line ends."""
        return self.telephone.replace(" ", "\u00a0").replace("-", "\u2011")

    @property
    def line(self) -> str:
        """Who, and how to reach them."""
        return ", ".join(filter(None, (self.who, self.email, self.telephone)))


def _reached(label: str, contact: Contact) -> Reached:
    """A contact as the series or an event names it."""
    organisation = contact.organisation.name if contact.organisation else ""
    who = ", ".join(filter(None, (contact.name, contact.role, organisation)))
    return Reached(label, who, contact.email or "")


class Learned(NamedTuple):
    """What was written down at an event, in Markdown."""

    title: str
    when: str
    text: str


class Counted(NamedTuple):
    """How many came to an event."""

    title: str
    when: str
    people: str
    labs: str
    note: str


@dataclass(frozen=True, eq=False)
class Sheet:
    """What the overview says."""

    stage: Stage
    facts: Facts
    handing: Handing

    @property
    def _workspace(self) -> Workspace:
        return self.stage.workspace

    @cached_property
    def givers(self) -> str:
        """Who hands over: those who organise the series, and the host of the event before."""
        earlier = before(self._workspace, self.facts.event)
        known = (*self.facts.series.organisers, *(earlier.hosts if earlier else ()))
        names = dict.fromkeys(other.name for other in known if other.id != self.handing.to.id)
        return listed(list(names), self.facts.words)

    @cached_property
    def as_of(self) -> str:
        """The day on which all of this was so."""
        return in_full(self.facts.today, self.facts.words)

    @cached_property
    def glance(self) -> tuple[tuple[str, str], ...]:
        """What is known of the event, each with its label."""
        facts, words = self.facts, self.facts.words
        register = ", ".join(filter(None, (facts.register, facts.event.registration.url)))
        known = (
            (words("when.label"), facts.when),
            (words("place.label"), facts.venue),
            (words("hosts.label"), facts.hosts),
            (words("handover.contact_moderation"), facts.moderation),
            (words("handover.register"), register),
            (words("run_sheet.access"), facts.event.access or ""),
        )
        return tuple((label, text) for label, text in known if text)

    # Tasks

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        """The tasks of the event, in its language."""
        return tasks_of(self._workspace, self.facts.event, self.handing.plan)

    def _rows(self, *, own: bool) -> tuple[Row, ...]:
        event, to = self.facts.event, self.handing.to
        wanted = (task for task in self.tasks if is_of(task, self._workspace, event, to) is own)
        return rows_of(self._workspace, (Listed(event, task) for task in wanted), self.facts.words)

    @cached_property
    def yours(self) -> tuple[Row, ...]:
        """The open tasks of the next host."""
        return tuple(row for row in self._rows(own=True) if not row.done)

    @cached_property
    def others(self) -> tuple[Row, ...]:
        """The open tasks of all others."""
        return tuple(row for row in self._rows(own=False) if not row.done)

    @cached_property
    def done(self) -> str:
        """What is done already, in a list."""
        return ", ".join(task.title for task in self.tasks if task.done)

    @cached_property
    def short_days(self) -> dict[str, str]:
        """The same in a narrow column: `Do, 24.12.`."""
        words, this_year = self.facts.words, self.facts.today.year
        dated = [(task.id, task.due) for task in self.tasks if task.due]
        return {id_: short(due, words, with_year=due.year != this_year) for id_, due in dated}

    @cached_property
    def days(self) -> dict[str, str]:
        """The day of each task that has one, in words, by its name; with its year where that is not this one."""
        words, this_year = self.facts.words, self.facts.today.year
        dated = [(task.id, task.due) for task in self.tasks if task.due]
        return {id_: with_weekday(due, words) if due.year == this_year else in_full(due, words) for id_, due in dated}

    # What is open

    @cached_property
    def open(self) -> tuple[str, ...]:
        """What the file lacks, what is overdue, which drafts are not made, and what is to be said of the file."""
        return (*self._lacking(), *self._late(), *self._drafts(), *self._found())

    def _lacking(self) -> Iterator[str]:
        words, event = self.facts.words, self.facts.event
        there: dict[str, object] = {
            "day": event.days, "time": event.time, "place": event.place, "access": event.access, "hosts": event.hosts,
            "moderation": event.moderation, "summary": event.summary, "agenda": event.agenda,
            "registration": event.registration.url, "links": event.documents, "lessons": event.lessons,
            "attendance": event.attendance.people or event.attendance.note,
        }  # fmt: skip
        if event.cancelled:
            return
        wanted = OVER if self.facts.past else TO_COME
        if keys := [words(f"handover.key_{key}") for key in wanted if not there[key]]:
            yield words("handover.lacking", keys=", ".join(keys))

    def _late(self) -> Iterator[str]:
        listed_ = (Listed(self.facts.event, task) for task in self.tasks if task.late)
        for row in rows_of(self._workspace, listed_, self.facts.words):
            values = {"day": self.days[row.id], "task": row.title, "owner": row.owner}
            yield self.facts.words("handover.late", **values)

    def _drafts(self) -> Iterator[str]:
        return (self.facts.words("handover.draft", command=command) for command in self.handing.drafts)

    def _found(self) -> Iterator[str]:
        for found in self.handing.findings:
            message, _ = words_of(found, self.facts.words.language[:2])
            key = "handover.finding" if found.line else "handover.finding_of_file"
            yield self.facts.words(key, message=message, **({"line": found.line} if found.line else {}))

    @cached_property
    def agreed(self) -> tuple[tuple[str, Row], ...]:
        """What was agreed at earlier events and is still open, each with its day in short; an empty text is none."""
        words, today = self.facts.words, self.facts.today
        rows = rows_of(self._workspace, open_before(self._workspace, self.facts.event), words)
        return tuple(
            (
                short(row.day, words, with_year=row.day.year != today.year) if row.day else "",
                row._replace(title=words("tasks.entry", title=row.event.title, task=row.title)),
            )
            for row in rows
        )

    # Whom and what there is

    @cached_property
    def contacts(self) -> tuple[Reached, ...]:
        """Whom to ask, and how to reach them on the day; never how to join."""
        return tuple(each for each in (*self._known(), *self._reach()) if each.who or each.email or each.telephone)

    def _known(self) -> Iterator[Reached]:
        words, event, series = self.facts.words, self.facts.event, self.facts.series
        yield _reached(words("handover.contact_series"), series.contact)
        if event.contact and event.contact != series.contact:
            yield _reached(words("handover.contact_event"), event.contact)
        yield Reached(words("handover.contact_moderation"), people_in_words(event.moderation, words))

    def _reach(self) -> Iterator[Reached]:
        for reach in self.handing.private.contacts:
            phone = reach.phone or ""
            dialled = "".join(sign for sign in phone if sign in "+0123456789")
            yield Reached(reach.role or self.facts.words("run_sheet.reach"), reach.name or "", "", phone, dialled)

    @cached_property
    def way_in(self) -> str:
        """How they get the way into the video room; empty where there is none."""
        return self.facts.words("handover.way_in") if Sentences(self.facts).online else ""

    @cached_property
    def memory(self) -> str:
        """How they get what is remembered of groups, which is never in the folder; empty where nothing is."""
        return self.facts.words("handover.memory") if self.handing.met else ""

    @cached_property
    def addresses(self) -> tuple[Named, ...]:
        """Where the series can be found."""
        return Sentences(self.facts).addresses

    @cached_property
    def site(self) -> str:
        """Where the website is, how it gets there and who sees to that; empty where it is not published."""
        series, words = self.facts.series, self.facts.words
        who = ", ".join(filter(None, (series.contact.name, series.contact.email))) or self.facts.organisers
        return words("handover.site", address=series.public, who=who) if series.public else ""

    @cached_property
    def lessons(self) -> tuple[Learned, ...]:
        """What earlier hosts wrote down, the newest first."""
        return lessons_before(self.stage, self.facts.event)

    @cached_property
    def numbers(self) -> tuple[Counted, ...]:
        """How many came to earlier events, the newest first."""
        return numbers_before(self.stage, self.facts.event)


def lessons_before(stage: Stage, event: Event) -> tuple[Learned, ...]:
    """What was written down at earlier events, the newest first."""
    return tuple(
        Learned(facts.event.heading, facts.date, facts.event.lessons)
        for facts in _held_before(stage, event)
        if facts.event.lessons
    )


def numbers_before(stage: Stage, event: Event) -> tuple[Counted, ...]:
    """How many came to earlier events, as far as that is known, the newest first."""
    counted = ((facts, facts.event.attendance) for facts in _held_before(stage, event))
    return tuple(
        Counted(facts.event.title, facts.date, _number(came.people), _number(came.labs), came.note or "")
        for facts, came in counted
        if came.people or came.labs or came.note
    )


def _held_before(stage: Stage, event: Event) -> Iterator[Facts]:
    """The events that have taken place before an event, the newest first, in its language."""
    for other in reversed(stage.workspace.events):
        facts = facts_of(stage, other, event.language)
        if facts.held and not other.draft and other.sort_key < event.sort_key:
            yield facts


def _number(count: int | None) -> str:
    return "–" if count is None else str(count)
