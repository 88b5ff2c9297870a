"""The words we know, as frozen values: series, organisation, event, agenda, session, person, place."""

from labcamp.model.agenda import Session, TimedSession
from labcamp.model.event import Event, News, Place, Registration
from labcamp.model.series import Contact, Link, Organisation, Person, Series
from labcamp.model.texts import Days, Hours

__all__ = [
    "Contact",
    "Days",
    "Event",
    "Hours",
    "Link",
    "News",
    "Organisation",
    "Person",
    "Place",
    "Registration",
    "Series",
    "Session",
    "TimedSession",
]
