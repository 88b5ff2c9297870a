"""The words we know, as frozen values: series, organisation, topic, event, agenda, session, person, place."""

from labcamp.model.event import Event, News, Place, Registration, Session, TimedSession
from labcamp.model.series import Contact, Link, Organisation, Person, Series, Topic
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
    "Topic",
]
