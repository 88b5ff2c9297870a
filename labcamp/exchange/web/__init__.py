"""Web pages that were saved: what they say of events in the words of schema.org."""
