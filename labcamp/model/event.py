"""One gathering: what is known of it, its sessions in order, and when it is."""

import datetime as dt
from functools import cached_property
from typing import Annotated

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator

from labcamp.model.fields import (
    URL,
    Day,
    DaysText,
    HoursText,
    Id,
    Latitude,
    Line,
    Longitude,
    Number,
    OrOne,
    OrSentence,
    OrText,
    Text,
    Url,
    YesNo,
    Zone,
)
from labcamp.model.series import (
    FILE_NAME,
    ContactText,
    Frozen,
    Language,
    Lines,
    Link,
    Organisation,
    Organisations,
    People,
    Person,
    Status,
    Topics,
)
from labcamp.model.session import EARLIEST, LONGEST_ID, Session, TimedSession, in_addresses, numbered, timetable
from labcamp.model.texts import NO, YES, Days, id_of, is_taken
from labcamp.model.zones import moment


class Place(Frozen):
    """Where: a venue, a room, online, or a venue that can also be joined online."""

    name: Line | None = None
    street: Line | None = None
    postcode: Line | None = None
    city: Line | None = None
    country: Line | None = None
    room: Line | None = None
    online: YesNo = False
    url: Url | None = None
    lat: Latitude | None = None
    lon: Longitude | None = None

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude in degrees; None unless there is somewhere to go to, and both are known."""
        return (self.lat, self.lon) if self.on_site and self.lat is not None and self.lon is not None else None

    @property
    def on_site(self) -> bool:
        """Tell whether there is somewhere to go to."""
        return bool(self.name or self.street or self.city or self.room)

    @property
    def hybrid(self) -> bool:
        """Tell whether people can come or join online."""
        return self.online and self.on_site

    def for_one(self, where: str) -> "Place":
        """What of a hybrid place concerns somebody who comes (`on-site`) or joins (`online`); else all of it."""
        if self.hybrid and where == "on-site":
            return self.model_copy(update={"online": False})
        return Place(online=True) if self.hybrid and where == "online" else self

    @property
    def town(self) -> str:
        """Postcode and city, as far as known."""
        return " ".join(filter(None, (self.postcode, self.city)))

    @property
    def line(self) -> str | None:
        """All of it on one line, in no language; None when nothing is known."""
        parts = (self.name, self.room, self.street, self.town, self.country, "online" if self.online else None)
        return ", ".join(filter(None, parts)) or None


def _place(text: str) -> dict[str, object]:
    return {"online": "true"} if text.strip().lower() in {"online", "digital"} else {"name": text}


class Registration(Frozen):
    """How to take part."""

    url: Url | None = None
    until: Day | None = None
    seats: Number | None = None
    price: Line | None = None
    note: Line | None = None


class News(Frozen):
    """A notice for the newsletter."""

    title: Line
    text: Text | None = None
    url: Url | None = None


class Newsletter(Frozen):
    """What the newsletter says in its own words; else it is made from title, date and summary."""

    subject: Line | None = None
    preheader: Line | None = None
    intro: Text | None = None


class Attendance(Frozen):
    """How many came."""

    people: Number | None = None
    labs: Number | None = None
    note: Line | None = None


# What `done` of an agreement says where nothing came of it yet, and where that is all there is to say
OPEN = NO | {"offen", "noch offen", "noch nicht", "open", "still open", "not yet"}
DONE = YES | {"erledigt", "fertig", "done"}


def _lab(value: object, info: ValidationInfo) -> object:
    """The organisation that a text names by its id; else the text is the name of a person."""
    known = (info.context or {}).get("organisations", {})
    return {"organisation": value} if isinstance(value, str) and value.strip() in known else value


Doers = Annotated[tuple[Annotated[Person, OrText(lambda text: {"name": text}), BeforeValidator(_lab)], ...], OrOne()]


class Agreement(Frozen):
    """What was agreed at an event: who does it, until when, and (`done`) what came of it."""

    text: Line
    who: Doers = ()
    until: Day | None = None
    done: Line | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether nothing came of it yet."""
        return self.done is None or _word(self.done) in OPEN

    @property
    def outcome(self) -> str:
        """What came of it, in the words of the file; empty where it is open, or done and nothing more to tell."""
        return "" if self.is_open or _word(self.done or "") in DONE else self.done or ""

    def is_late(self, today: dt.date) -> bool:
        """Tell whether it is open, and its day is over."""
        return self.is_open and self.until is not None and self.until < today


def _word(text: str) -> str:
    return text.rstrip(".").lower()


class Event(Frozen):
    """One gathering: `events/<id>.yaml`."""

    id: Id = Field("-", validation_alias=FILE_NAME)
    number: Number | None = None
    title: Line
    subtitle: Line | None = None
    theme: Line | None = None
    status: Status = "draft"
    reason: Line | None = None
    date: DaysText | None = None
    time: HoursText | None = None
    moved_from: Day | None = None
    zone: Zone
    language: Language
    uid: Line | None = None
    place: Annotated[Place, OrText(_place)] | None = None
    access: Line | None = None
    hosts: Organisations = ()
    partners: Organisations = ()
    moderation: People = ()
    contact: ContactText | None = None
    summary: Line | None = None
    description: Text | None = None
    topics: Topics = ()
    registration: Annotated[Registration, OrText(lambda text: {"url": text}, URL)] = Registration()
    agenda: tuple[Annotated[Session, OrSentence(lambda text: {"title": text})], ...] = ()
    news: tuple[News, ...] = ()
    newsletter: Newsletter = Newsletter.model_construct()
    attendance: Attendance = Attendance.model_construct()
    links: tuple[Link, ...] = ()
    agreed: Annotated[tuple[Annotated[Agreement, OrSentence(lambda text: {"text": text})], ...], OrOne()] = ()
    lessons: Text | None = None
    done: Lines = ()

    @field_validator("agenda")
    @classmethod
    def _days_are_numbers(cls, agenda: tuple[Session, ...], info: ValidationInfo) -> tuple[Session, ...]:
        """A session may name its day by its date."""
        dates = [session.day for session in agenda if session.day is not None and session.day >= EARLIEST]
        if not dates:
            return agenda
        days: Days | None = info.data.get("date")
        first = days.first.toordinal() if days and days.first else min(dates)
        return tuple(numbered(session, first) for session in agenda)

    @property
    def heading(self) -> str:
        """Title and theme: `LabCamp #12: Labore finden und verbinden`."""
        return f"{self.title}: {self.theme}" if self.theme else self.title

    @property
    def typed(self) -> str:
        """What people type for the event in a command: its number, else its id, or its file where that is taken."""
        if self.number is not None:
            return str(self.number)
        return f"events/{self.id}.yaml" if is_taken(self.id) else self.id

    @property
    def draft(self) -> bool:
        """Tell whether the event is not announced yet."""
        return self.status == "draft"

    @property
    def cancelled(self) -> bool:
        """Tell whether the event does not take place."""
        return self.status == "cancelled"

    @cached_property
    def days(self) -> tuple[dt.date, ...]:
        """Each day of the event; none when only the month is known, or nothing."""
        return self.date.all if self.date else ()

    @cached_property
    def timetable(self) -> tuple[TimedSession, ...]:
        """The agenda with its times, as far as they are known, in order."""
        # An archive often names only the inputs: that the first began on the hour would be a guess.
        says_when = any(session.start is not None or session.minutes for session in self.agenda)
        opening, closing = (self.time.start, self.time.end) if self.time and says_when else (None, None)
        return timetable(self.agenda, opening, closing)

    def end_of(self, day: int) -> int | None:
        """When day number `day` (from 1) ends, in minutes since midnight: as written, else with its agenda."""
        if self.time is None or self.time.end is not None:
            return self.time.end if self.time else None
        ends = [timed.end for timed in self.timetable if timed.day == day]
        return max((end for end in ends if end is not None), default=None) if None not in ends else None

    @cached_property
    def moments(self) -> tuple[tuple[dt.datetime, dt.datetime], ...]:
        """Start and end of each day, in the event's zone; none unless all of them are known."""
        if self.time is None or not self.days:
            return ()
        ends = [self.end_of(number) for number in range(1, len(self.days) + 1)]
        return tuple(
            (moment(day, self.time.start, self.zone), moment(day, end, self.zone))
            for day, end in zip(self.days, ends, strict=True)
            if end is not None and None not in ends
        )

    def is_past(self, today: dt.date) -> bool:
        """Tell whether the last day (or the month, when only that is known) is over."""
        if self.date is None:
            return False
        if self.date.last is not None:
            return self.date.last < today
        return (self.date.year, self.date.month) < (today.year, today.month)

    @cached_property
    def sort_key(self) -> tuple[int, int, int, int, str]:
        """Order in time; an event with only a month stands at that month's end, one without a date last."""
        if self.date is None:
            return (9999, 12, 31, 0, self.id)
        first = self.date.first
        return (
            self.date.year,
            self.date.month,
            first.day if first else 31,
            self.time.start if self.time else 0,
            self.id,
        )

    @cached_property
    def session_ids(self) -> tuple[str, ...]:
        """The id of each session in its order: its own, else from its title, and each only once."""
        taken = {in_addresses(session.id) for session in self.agenda if session.id}
        ids: list[str] = []
        last: dict[str, int] = {}  # of a name the number that was given last: a thousand may have the same title
        for session in self.agenda:
            name = free = in_addresses(session.id or id_of(session.title, spelled=False)[:LONGEST_ID].rstrip("-"))
            number = last.get(name, 1)
            while not session.id and free in taken:
                number += 1
                free = f"{name}-{number}"
            last[name] = number
            taken.add(free)
            ids.append(free)
        return tuple(ids)

    @property
    def labs(self) -> tuple[Organisation, ...]:
        """The organisations that bring something to the agenda, each once, in order."""
        named = (person.organisation for session in self.agenda for person in session.by)
        return tuple(dict.fromkeys(organisation for organisation in named if organisation))

    @property
    def documents(self) -> tuple[Link, ...]:
        """The links to read or look at: all but those that ask how it was."""
        return tuple(link for link in self.links if link.type != "feedback")

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody who is named in the agenda or moderates, in order."""
        return (*self.moderation, *(person for session in self.agenda for person in session.by))

    @property
    def doers(self) -> tuple[Person, ...]:
        """Everybody who does something that was agreed, in order."""
        return tuple(person for agreement in self.agreed for person in agreement.who)
