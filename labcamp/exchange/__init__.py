"""Formats of others: what their files say of events, and our events in their words; a row a format."""
