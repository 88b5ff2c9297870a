"""Calendars of others: what their entries say of events."""
