"""Findings about lists of people in German."""

from labcamp.messages import Message

PEOPLE: dict[str, Message] = {}  # fmt: skip
