"""A repeated entry and the exceptions to it: when it is on, as nearly as what is written says."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from icalendar import vRecur

from labcamp.check.calendar.content import ContentLine, fault, place_of
from labcamp.check.calendar.times import Moment
from labcamp.findings import Finding
from labcamp.model.texts import Period
from labcamp.patterns import pattern_of
from labcamp.planning.calendars.clocks import UTC, Clock
from labcamp.planning.calendars.entries import DAY, Entry, left_out, listed, read, title_of
from labcamp.planning.calendars.repeating import OF_A_DAY, PARTS, Budget, Run, by_the_day, rule_of, runs, times

END_OF_A_DAY = (23, 59)
A_MOMENT = dt.timedelta(microseconds=1)
FIRST, LAST = (dt.datetime.combine(day, dt.time()) for day in (dt.date.min, dt.date.max))
AROUND = 2 * DAY  # clocks differ by up to 26 hours
EXCLUDING = ("EXDATE", "EXRULE")
BLANK = pattern_of(r"\s+")

Time = tuple[Entry, Run, dt.timedelta]  # from when to when on each day, on the clock of the entry, and how long


class Asked(NamedTuple):
    """The days that are asked for, on which clock, and what reading may cost.

    `each` asks for every single time, also those that are called off; else it is enough to know the days.
    """

    period: Period
    clock: Clock
    budget: Budget
    each: bool = False


class Series:
    """A repeated entry with the exceptions to it: all wall times are those of its own clock."""

    def __init__(self, master: Entry, exceptions: list[Entry], asked: Asked) -> None:
        self.master = master
        self.asked = asked
        self.singles = [(entry.instead, entry) for entry in exceptions if entry.instead and not entry.following]
        following = [(self._at_home(entry.instead), entry) for entry in exceptions if entry.instead and entry.following]
        self.following = sorted(following, key=lambda each: each[0])
        # Else it is enough to know the days
        self.exact = asked.each or bool(exceptions) or not self.master.part.lines.keys().isdisjoint(EXCLUDING)
        self.excluded: set[int] = set()  # lines at which exceptions begin to times that are excluded altogether
        self.first, self.last = self._around(asked.period)
        self.runs: list[Run] = []
        self.begins: dict[dt.datetime, dt.timedelta] = {}
        self.by_day: dict[dt.date, set[dt.datetime]] = {}

    def times(self, findings: list[Finding]) -> Iterator[Time]:
        """When it is on, but for the exceptions themselves."""
        self._find(findings)
        if not self.exact:
            yield from ((self.master, run, self.master.length) for run in self.runs)
            yield from ((self.master, (wall, wall), length) for wall, length in self.begins.items())
            return
        gone: set[dt.datetime] = set()
        for each in listed(self.master.part, "EXDATE", findings):
            gone |= self._named(each.moment) or {self._at_home(each.moment)}
        self.excluded |= {entry.part.begin.number for pivot, entry in self.following if pivot in gone}
        moved: set[dt.datetime] = set()
        for instead, entry in self.singles:
            named = self._named(instead) or {self._at_home(instead)}
            self.excluded |= {entry.part.begin.number} if named & gone else set()
            moved |= named
        elsewhere = moved - self.begins.keys()
        left = [each for each in self.begins.items() if each[0] not in gone and each[0] not in moved]
        if not self.following:
            yield from ((self.master, (wall, wall), length) for wall, length in left)
            return
        for wall, length in left:
            yield from self._shifted(wall, length, elsewhere)

    def _around(self, period: Period) -> tuple[dt.datetime, dt.datetime]:
        """Between which times something may begin that is on in a period."""
        lengths = [self.master.length]
        lengths += [entry.length + abs(entry.start.wall - pivot) for pivot, entry in self.following]
        first, last = (dt.datetime.combine(day, dt.time()) for day in (period.first, period.last))
        reach = max(lengths) + AROUND
        return first - min(reach, first - FIRST), last + min(reach, LAST - last)

    def _shifted(self, wall: dt.datetime, length: dt.timedelta, elsewhere: set[dt.datetime]) -> Iterator[Time]:
        """A time as the last exception before it says that stands for all following ones; itself comes of its own.

        Some programs name a time that is moved once more by where it was moved to.
        """
        if any(entry.anew and pivot <= wall for pivot, entry in self.following):
            return
        pivot, entry = next((each for each in reversed(self.following) if each[0] <= wall), (wall, self.master))
        if entry is self.master:
            yield entry, (wall, wall), length
            return
        begin = entry.start.wall + (wall - pivot)
        if wall != pivot and not entry.cancelled and begin not in elsewhere:
            yield entry, (begin, begin), entry.length

    def _find(self, findings: list[Finding]) -> None:
        """All times around the days asked for, without those that its rules exclude."""
        master, part = self.master, self.master.part
        found = {master.start.wall: master.length}
        for each in listed(part, "RDATE", findings):
            found[self._at_home(each.moment)] = master.length if each.length is None else each.length
        found.update(dict.fromkeys(self._by_rules("RRULE", findings), master.length))
        for wall in self._by_rules("EXRULE", findings):
            found.pop(wall, None)
        self.begins = {wall: length for wall, length in found.items() if self.first <= wall <= self.last}
        if self.exact:
            for wall in self.begins:
                self.by_day.setdefault(wall.date(), set()).add(wall)

    def _by_rules(self, name: str, findings: list[Finding]) -> Iterator[dt.datetime]:
        for line in self.master.part.lines.get(name, ()):
            value = BLANK.sub("", line.value).upper().removeprefix(f"{name}:").strip(";")
            if not value:
                continue
            try:
                yield from self._by_rule(line, value, findings)
            except (ValueError, OverflowError, TypeError):
                values = {"title": title_of(self.master.part), "value": f"{line.name}:{line.value}"}
                findings.append(fault("LC227", place_of(line), day=self.master.start.wall.date(), **values))

    def _by_rule(self, line: ContentLine, value: str, findings: list[Finding]) -> list[dt.datetime]:
        parts = vRecur.from_ical(value)
        start = self.master.start.wall
        rule = by_the_day(rule_of(parts), start)
        odd = [name for name in parts if name not in PARTS and not name.startswith("X-")]
        odd += ["COUNT"] if "COUNT" in parts and not rule.most else []
        findings += [left_out(self.master.part, line, f"{name}={parts[name][0]}") for name in odd]
        last = min(self.last, self._until(dict(part.partition("=")[::2] for part in value.split(";")).get("UNTIL")))
        exact = self.exact or (last < self.last and not rule.names.isdisjoint(OF_A_DAY))  # it may end at midday
        if not exact and (found := runs(rule, start, (self.first, last))) is not None:
            self.runs += found
            return []
        return list(times(rule, start, (self.first, last), self.asked.budget, all_of_a_day=exact))

    def _until(self, value: str | None) -> dt.datetime:
        """The last wall time of a rule; of a day, its end."""
        if value is None:
            return LAST
        known = read(value, "")
        if known is None:
            raise ValueError(value)
        moment = known.moment
        if self.master.start.form == "date":
            return self._days_meant(moment)[0]
        return moment.wall + DAY - A_MOMENT if moment.form == "date" else self._at_home(moment)

    # What a moment means that is written in another form than the start

    def _named(self, moment: Moment) -> set[dt.datetime]:
        """The times that a moment names, which may be of another form, or on another clock."""
        if self.master.start.form == "date":
            return next(({day} for day in self._days_meant(moment) if day in self.begins), set())
        if moment.form == "date":
            return self.by_day.get(moment.wall.date(), set()) or self._on_own_day(moment.wall.date())
        wall = self._at_home(moment)
        return {wall} if wall in self.begins else set()

    def _on_own_day(self, day: dt.date) -> set[dt.datetime]:
        """The times on a day by the clock of the calendar, where the entry is on another one."""
        clock, own = self.master.clock, self.master.clocks.own
        if clock is None or clock == own:
            return set()
        near = (each for days in (-1, 1) for each in self.by_day.get(day + days * DAY, ()))
        return {wall for wall in near if own.wall(clock.utc(wall)).date() == day}

    def _days_meant(self, moment: Moment) -> list[dt.datetime]:
        """The midnights of the days that a moment may mean, the likeliest first.

        Some programs write the midnight of a day in UTC, which is another day there; others the end of the day itself.
        """
        written = dt.datetime.combine(moment.wall, dt.time())
        if moment.form != "utc" or (moment.wall.hour, moment.wall.minute) == END_OF_A_DAY:
            return [written]
        return [dt.datetime.combine(self.master.clocks.own.wall(moment.wall), dt.time()), written]

    def _at_home(self, moment: Moment) -> dt.datetime:
        """A moment on the clock of the series; as it is written, where that cannot be told."""
        start, clocks = self.master.start, self.master.clocks
        if start.form == "date":
            return self._days_meant(moment)[0]
        if moment.form == "date":
            return dt.datetime.combine(moment.wall, start.wall.time())
        clock = UTC if moment.form == "utc" else clocks.named(moment.zone) if moment.form == "zone" else None
        if clock is None:
            return moment.wall
        return (self.master.clock or clocks.own).wall(clock.utc(moment.wall))
