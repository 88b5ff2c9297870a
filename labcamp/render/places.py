"""Where, in words."""

from labcamp.model import Place
from labcamp.render.words import Words


def venue(place: Place, words: Words) -> str:
    """Where, as a calendar shows it: name, room, street and town, or online, or both."""
    where = ", ".join(filter(None, (place.name, place.room, place.street, place.town)))
    if not where:
        return words("place.online") if place.online else ""
    return words("place.hybrid", where=where) if place.online else where


def short_place(place: Place, words: Words) -> str:
    """Where in a word or two: online, or the town; empty when unknown."""
    town = place.city or place.name or ""
    if place.hybrid:
        return words("place.hybrid_short", town=town)
    return words("place.online") if place.online else town
