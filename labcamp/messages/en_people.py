"""Findings about lists of people in English."""

from labcamp.messages import Message

PEOPLE: dict[str, Message] = {}  # fmt: skip
