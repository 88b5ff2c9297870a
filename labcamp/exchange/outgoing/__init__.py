"""Our events in the formats of others."""
