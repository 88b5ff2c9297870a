"""Invitations, calendar files, agenda handouts and newsletter drafts from one text file an event."""

__version__ = "1.0.0"
