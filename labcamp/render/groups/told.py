"""A plan of small groups in words: names of people, of tables and rooms, and of rounds with their time."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from labcamp.model.private import Where
from labcamp.model.seating import Seating
from labcamp.model.texts import MINUTES_OF_A_DAY
from labcamp.planning.rounds import rounds_of, sides_of
from labcamp.render.dates import clock, weekday
from labcamp.render.facts import Facts
from labcamp.render.prints.typesetting import folded

FROM_THE_RIGHT = frozenset({"R", "AL"})  # the letters of Hebrew and Arabic (Unicode UAX 9)
FIRST_STRONG, POP = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


class Round(NamedTuple):
    """A round: its number from 1, what it is called with its time (`Runde 1, 14:20 Uhr`), and the time alone."""

    number: int
    label: str
    time: str


class Hall(NamedTuple):
    """A hall: what it is called where there are several, whether its people come or join, and its tables from 0."""

    name: str
    side: Where
    tables: range


@dataclass(frozen=True, eq=False)
class Told:
    """What all that comes out of a plan says."""

    facts: Facts
    seating: Seating

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What each person is called; who has the name of another also has their organisation."""
        plain = [" ".join((person.name or person.email).split()) for person in self.seating.people]
        count = Counter(map(str.casefold, plain))
        apart = [
            f"{name} ({person.organisation})" if count[name.casefold()] > 1 and person.organisation else name
            for name, person in zip(plain, self.seating.people, strict=True)
        ]
        return tuple(apart)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The names as they stand in a line of text, which none that is read from the right turns about."""
        return tuple(map(isolated, self.names))

    def sorted(self, people: Iterable[int]) -> list[int]:
        """People by their names as they are written, given name first; who moderates stands before all others."""
        moderators = {*self.seating.moderators}
        return sorted(people, key=lambda who: (who not in moderators, folded(self.names[who].split()), who))

    @cached_property
    def by_name(self) -> list[int]:
        """All people by their names as they are written."""
        return sorted(range(len(self.names)), key=lambda who: (folded(self.names[who].split()), who))

    @cached_property
    def rounds(self) -> tuple[Round, ...]:
        """Each round, with its time as far as the agenda tells."""
        words, count = self.facts.words, len(self.seating.rounds)
        times = [self._time(when.day, when.start) for when in rounds_of(self.facts.event, count)] or [""] * count
        names = [words("groups.round", number=number) for number in range(1, count + 1)]
        labels = [", ".join(filter(None, each)) for each in zip(names, times, strict=True)]
        return tuple(Round(*each) for each in zip(range(1, count + 1), labels, times, strict=True))

    def _time(self, day: int, start: int | None) -> str:
        """`14:20 Uhr`; at an event of several days with the day of the week."""
        words, days = self.facts.words, self.facts.event.days
        if start is None:
            return ""
        time = words("dates.at_hour", start=clock(start % MINUTES_OF_A_DAY, words))
        return f"{weekday(days[day - 1], words.language)}, {time}" if 1 < len(days) >= day else time

    @cached_property
    def halls(self) -> tuple[Hall, ...]:
        """The halls with their tables, which are numbered through all of them."""
        halls, first = [], 0
        several = len(self.seating.halls) > 1
        for count, side in zip(self.seating.halls, sides_of(self.facts.event, self.seating), strict=True):
            key = "groups.online" if side == "online" else "groups.on_site"
            halls.append(Hall(self.facts.words(key) if several else "", side, range(first, first + count)))
            first += count
        return tuple(halls)

    @cached_property
    def online(self) -> tuple[int, ...]:
        """The tables that are rooms of a video conference, or may be."""
        return tuple(table for hall in self.halls if hall.side != "on-site" for table in hall.tables)

    @cached_property
    def on_site(self) -> tuple[int, ...]:
        """The tables that stand in a house; all where nobody comes, for then people print for themselves."""
        on_site = tuple(table for hall in self.halls if hall.side != "online" for table in hall.tables)
        return on_site or tuple(table for hall in self.halls for table in hall.tables)

    def table(self, number: int) -> str:
        """What a table is called, from 0: `Tisch 1`, of those who join `Raum 1`."""
        side = next(hall.side for hall in self.halls if number in hall.tables)
        return self.facts.words("groups.room" if side == "online" else "groups.table", number=number + 1)

    def at(self, round_: int, table: int, names: Sequence[str]) -> list[str]:
        """Those at a table in a round, both from 0, by their `names` or `lines`; who moderates is told."""
        moderators, say = {*self.seating.moderators}, self.facts.words
        people = self.sorted(self.seating.rounds[round_][table])
        return [say("groups.moderates", name=names[who]) if who in moderators else names[who] for who in people]

    def way_of(self, person: int) -> str:
        """The tables of a person in each round: `R1 → 3, R2 → 7`."""
        say, tables = self.facts.words, self.seating.numbers_of(person)
        rounds = (say("groups.round_short", number=each.number) for each in self.rounds)
        return ", ".join(say("groups.step", round=each, table=at) for each, at in zip(rounds, tables, strict=True))


def isolated(name: str) -> str:
    """A name that does not turn about what stands beside it (Unicode UAX 9)."""
    turned = any(unicodedata.bidirectional(sign) in FROM_THE_RIGHT for sign in name)
    return f"{FIRST_STRONG}{name}{POP}" if turned else name
