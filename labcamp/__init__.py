"""Invitations, calendar files, agenda handouts and newsletter drafts from one text file an event."""

__version__ = "0.1.0"
