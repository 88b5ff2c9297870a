"""Findings about mail programs, services and the preview in English."""

from labcamp.messages import Message

DELIVERY: dict[str, Message] = {}  # fmt: skip
