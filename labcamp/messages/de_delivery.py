"""Findings about mail programs, services and the preview in German."""

from labcamp.messages import Message

DELIVERY: dict[str, Message] = {}  # fmt: skip
