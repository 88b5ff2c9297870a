"""The words we know, as frozen values: series, organisation, topic, event, session, person, place, paper."""

from labcamp.model.event import Agreement, Event, News, Place, Registration
from labcamp.model.paper import Conclusion, Paper
from labcamp.model.series import Contact, Link, Organisation, Person, Series, Topic
from labcamp.model.session import Session, Takeaway, TimedSession
from labcamp.model.texts import Days, Hours

__all__ = [
    "Agreement",
    "Conclusion",
    "Contact",
    "Days",
    "Event",
    "Hours",
    "Link",
    "News",
    "Organisation",
    "Paper",
    "Person",
    "Place",
    "Registration",
    "Series",
    "Session",
    "Takeaway",
    "TimedSession",
    "Topic",
]
