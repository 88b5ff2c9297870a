"""Phrases in German and English side by side: lists of people, and forgetting them."""

PEOPLE: dict[str, dict[str, str]] = {}  # fmt: skip
