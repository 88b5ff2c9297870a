"""What a template may say about an event: finished phrases in the event's language."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from labcamp.files.markdown import plain
from labcamp.model import Event, Link, Series
from labcamp.model.ledger import said_of
from labcamp.model.series import shown
from labcamp.render.agreed import Agreed, agreed_at, came_of
from labcamp.render.dates import (
    Leaf,
    clock,
    days_in_words,
    hours_in_words,
    in_full,
    leaf_of,
    listed,
    month_and_year,
    on_days,
    short_place,
    short_span,
    venue,
    with_weekday,
)
from labcamp.render.rows import Day, days_of, people_in_words
from labcamp.render.words import Words

A_YEAR = dt.timedelta(days=365)
# What Atkinson Hyperlegible Next Bold leaves free at the right of its digits, from 0 to 9, as a share of the size
FREE = (0.047, 0.102, 0.042, 0.053, 0.035, 0.049, 0.052, 0.029, 0.042, 0.047)

TITLE = 70  # characters of a page's title that are shown


@dataclass(frozen=True)
class Facts:
    """An event on a day, in words; an empty text means that there is nothing to say."""

    event: Event
    series: Series
    words: Words
    today: dt.date

    @cached_property
    def said(self) -> str:
        """The hash of all that is known of the event."""
        return said_of(self.event, self.series)

    @cached_property
    def past(self) -> bool:
        """Tell whether the event is over, so that it is told in the past tense."""
        return self.event.is_past(self.today)

    @cached_property
    def held(self) -> bool:
        """Tell whether the event has taken place."""
        return self.past and not self.event.cancelled

    @cached_property
    def upcoming(self) -> bool:
        """Tell whether people can still come."""
        return not self.past and not self.event.cancelled

    @cached_property
    def notice(self) -> str:
        """What every text says first: that the event is cancelled, only a draft, or has moved."""
        if self.event.cancelled:
            reason = self.event.reason
            return " ".join(filter(None, (self.words("notice.cancelled"), reason)))
        if self.event.draft:
            return self.words("notice.draft")
        before = self.event.moved_from
        moved = before is not None and self.upcoming and before not in self.event.days
        return self.words("notice.moved", day=in_full(before, self.words)) if before and moved else ""

    @cached_property
    def page_title(self) -> str:
        """What a tab of a browser and a search engine call a page of it: with its day where there is room for that."""
        title, heading = self.event.title, self.event.heading
        known = (f"{heading} · {self.date}" if self.date else heading, heading, f"{title} · {self.date}", title)
        return next((each for each in known if len(each) <= TITLE), f"{title[: TITLE - 1]}…")

    @cached_property
    def wide(self) -> bool:
        """Tell whether the agenda has so many columns that a page for it is wider than others."""
        return any(day.table and day.table.columns > 2 for day in self.days)  # noqa: PLR2004  # as many as a text has

    @cached_property
    def overhang(self) -> float:
        """How far the number has to stand out of its box to end where the text does, as a share of its size."""
        return 0 if self.event.number is None else FREE[self.event.number % 10]

    @cached_property
    def date(self) -> str:
        """The day in full, the month, or that it is not known yet."""
        if self.event.date is None:
            return self.words("when.date_follows") if self.upcoming else ""
        days = days_in_words(self.event.date, self.words)
        return days if self.event.days or not self.upcoming else self.words("when.day_follows", month=days)

    @cached_property
    def hours(self) -> str:
        """The hours, or that they follow; nothing when they are unknown and it does not matter any more."""
        known = hours_in_words(self.event, self.words, self.series.zone)
        return known or (self.words("when.time_follows") if self.upcoming and self.event.days else "")

    @cached_property
    def starts(self) -> str:
        """The time of day at which it begins: `14 Uhr`; empty when unknown."""
        return self.words("dates.at_hour", start=clock(self.event.time.start, self.words)) if self.event.time else ""

    @cached_property
    def when(self) -> str:
        """Day and hours on one line."""
        return ", ".join(filter(None, (self.date, self.hours)))

    @cached_property
    def on_date(self) -> str:
        """The day or days as part of a sentence: `am Donnerstag, 11. März 2027`; empty when unknown."""
        return on_days(self.event.date, self.words, in_full) if self.event.date else ""

    @cached_property
    def on_near_date(self) -> str:
        """The same without its year, where it is the next day of its name that comes."""
        near = self.event.days and self.event.days[-1] - self.today < A_YEAR
        return on_days(self.event.date, self.words, with_weekday) if self.event.date and near else self.on_date

    @cached_property
    def on_first_date(self) -> str:
        """The day on which it begins as part of a sentence; empty when unknown."""
        return self.words("dates.on_day", day=in_full(self.event.days[0], self.words)) if self.event.days else ""

    @cached_property
    def on_short_date(self) -> str:
        """The day without its year, or the month with it, as part of a subject: `am 4. März`; empty when unknown."""
        if self.event.date is None:
            return ""
        if not self.event.days:
            return self.words("dates.in_month", month=self._month)
        return short_span(self.event.days[0], self.event.days[-1], self.words)

    @cached_property
    def _month(self) -> str:
        date = self.event.date
        return month_and_year(dt.date(date.year, date.month, 1), self.words.language) if date else ""

    @cached_property
    def leaf(self) -> Leaf | None:
        """The calendar leaf, as far as the date is known."""
        return leaf_of(self.event.date, self.words) if self.event.date else None

    @cached_property
    def place(self) -> str:
        """Where, on one line; for something to come also that it follows, or how the link is sent."""
        place = self.event.place
        if place is None:
            return self.words("place.follows") if self.upcoming else ""
        later = self.open and self.event.registration.url is not None
        if place.online and not place.on_site and later:
            return self.words("place.online_link")
        return self.venue

    @cached_property
    def venue(self) -> str:
        """Where, as a calendar shows it; empty when unknown."""
        return venue(self.event.place, self.words) if self.event.place else ""

    @cached_property
    def place_short(self) -> str:
        """Where in a word or two: online, or the town."""
        return short_place(self.event.place, self.words) if self.event.place else ""

    @cached_property
    def hosts(self) -> str:
        """Who hosts, as a list in words."""
        return listed([host.name for host in self.event.hosts], self.words)

    @cached_property
    def partners(self) -> str:
        """Who else is part of it, as a list in words."""
        return listed([partner.name for partner in self.event.partners], self.words)

    @cached_property
    def organisers(self) -> str:
        """Who organises the series, as a list in words."""
        return listed([organiser.name for organiser in self.series.organisers], self.words)

    @cached_property
    def channels(self) -> str:
        """The channels of the community that have no public address, as a list in words."""
        return listed([channel.title for channel in self.series.channels if not channel.url], self.words)

    @cached_property
    def moderation(self) -> str:
        """Who moderates, as a list in words."""
        return "" if self.event.cancelled else people_in_words(self.event.moderation, self.words)

    @cached_property
    def deadline(self) -> str:
        """Until when people register, or that they no longer can; nothing when it does not matter."""
        until = self.event.registration.until
        if until is None or not self.upcoming:
            return ""
        key = "register.until" if until >= self.today else "register.closed"
        same_year = not self.event.days or until.year == self.event.days[0].year
        return self.words(key, day=with_weekday(until, self.words) if same_year else in_full(until, self.words))

    @cached_property
    def open(self) -> bool:
        """Tell whether people can register, as far as is known."""
        until = self.event.registration.until
        return self.upcoming and (until is None or until >= self.today)

    @cached_property
    def register(self) -> str:
        """Deadline, seats and price on one line."""
        registration = self.event.registration
        if not self.open:
            return self.deadline
        seats = self.words("register.seats", seats=registration.seats) if registration.seats else ""
        return ", ".join(filter(None, (self.deadline, seats, registration.price)))

    @cached_property
    def button(self) -> str:
        """The address of the one action, registering; empty when there is none (any more)."""
        return (self.event.registration.url or "") if self.open else ""

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The links that may be shown: not those whose people have said no, nor the one that asks how it was."""
        return shown(self.event.documents, self.files)

    @cached_property
    def files(self) -> str:
        """The address below which the files of the event are found; empty where nobody knows."""
        public = self.series.public
        return f"{public.rstrip('/')}/{self.event.id}/files" if public else ""

    @cached_property
    def page(self) -> str:
        """The address of its page on the web, which ends with a slash; empty for a draft, and where nobody knows."""
        return "" if self.event.draft else self.series.page_of(self.event.id)

    @cached_property
    def page_named(self) -> str:
        """What a link to its page is called."""
        return self.words("past.page" if self.held else "past.page_before")

    @cached_property
    def where_to_read(self) -> tuple[Link, ...]:
        """Where more about it can be read: its page, as far as that is on the web, then its links."""
        page = self.page.rstrip("/")
        others = tuple(link for link in self.links if not page or link.address.rstrip("/") != page)
        return (Link(title=self.page_named, url=self.page), *others) if self.page else self.links

    @cached_property
    def feedback(self) -> str:
        """The address at which people say how it was, for the mail of thanks; empty when there is none."""
        return next((link.url for link in self.event.links if link.type == "feedback" and link.url), "")

    @cached_property
    def description(self) -> str:
        """The description in Markdown; empty when nothing of it would be seen, or the event is cancelled."""
        text = self.event.description or ""
        return text if not self.event.cancelled and plain(text) else ""

    @cached_property
    def about(self) -> str:
        """What the event is about, as plain text: its summary, else all of its description."""
        return self.event.summary or plain(self.description)

    @cached_property
    def described(self) -> bool:
        """Tell whether a newsletter shows the description: looking back, or because there is no summary."""
        wanted = self.held or not self.event.summary
        return bool(self.description) and wanted

    @cached_property
    def attendance(self) -> str:
        """How many came, in a sentence; empty when unknown."""
        attendance = self.event.attendance
        if attendance.note:
            return self.words("past.attendance_note", note=attendance.note)
        if attendance.people and attendance.labs:
            return self.words("past.attendance", people=attendance.people, labs=attendance.labs)
        return self.words("past.attendance_people", people=attendance.people) if attendance.people else ""

    @cached_property
    def agreed(self) -> tuple[Agreed, ...]:
        """What was agreed at an event that has taken place."""
        return agreed_at(self.event, self.words) if self.held else ()

    @cached_property
    def came(self) -> tuple[str, ...]:
        """How that stands today, in sentences."""
        return came_of(self.event, self.words, self.today) if self.held else ()

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """The agenda by days; none of an event that is cancelled, for nobody should plan by it."""
        return () if self.event.cancelled else days_of(self.event, self.words, self.files)

    @cached_property
    def days_to_read(self) -> tuple[Day, ...]:
        """The agenda after the event, in which each input leads to its page, as far as that is on the web."""
        if not (self.page and self.held):
            return self.days
        pages: dict[int, list[str]] = {}
        for timed, id_ in zip(self.event.timetable, self.event.session_ids, strict=True):
            page = f"{self.page}{id_}.html" if timed.session.type == "input" else ""
            pages.setdefault(timed.day, []).append(page)
        return tuple(day.with_pages(pages[day.number]) for day in self.days)

    @cached_property
    def timed(self) -> bool:
        """Tell whether any time of the agenda is known: a column of times is worth its room."""
        return any(timed.start is not None for timed in self.event.timetable)


def marked(facts: Facts, subject: str) -> str:
    """The subject of a mail; of an event that is not announced it says so, lest it is sent too early."""
    return facts.words("notice.draft_title", title=subject) if facts.event.draft else subject
