"""`schedule.json` of frab and pretalx."""

from labcamp.exchange.found import Asked, Told
from labcamp.exchange.schedules import frab
from labcamp.exchange.schedules.foreign import is_json_with
from labcamp.exchange.schedules.json_text import json_of


def looks_like(_name: str, content: bytes) -> bool:
    """Tell whether it is JSON with a conference in a schedule."""
    return is_json_with(content, b"schedule", b"conference")


def read(name: str, content: bytes, asked: Asked) -> Told:
    """The conference as one event, with its agenda."""
    return frab.told(json_of(name, content), asked)
