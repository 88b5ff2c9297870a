"""Phrases in German and English side by side: drafts on their way into a mail program or a service."""

DELIVERY: dict[str, dict[str, str]] = {}  # fmt: skip
