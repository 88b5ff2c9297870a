"""What was agreed at an event, and later what came of it, in sentences."""

import datetime as dt
from typing import NamedTuple

from labcamp.model import Agreement, Event
from labcamp.render.dates import in_full
from labcamp.render.rows import people_in_words
from labcamp.render.words import Words

ENDS = ".?!…:"  # what a sentence ends in


class Agreed(NamedTuple):
    """Something that was agreed: what, who does it until when, and what came of it; what is unknown is empty."""

    text: str
    who: str
    came: str

    @property
    def line(self) -> str:
        """All of it in one line."""
        return " ".join(filter(None, (sentence(self.text), self.who, self.came)))


def agreed_at(event: Event, words: Words) -> tuple[Agreed, ...]:
    """All that was agreed at an event, in order."""
    return tuple(Agreed(each.text, _does(each, words, ""), _outcome(each, words)) for each in event.agreed)


def came_of(event: Event, words: Words, today: dt.date) -> tuple[str, ...]:
    """How all that was agreed at an event stands on a day: `Der Atlas geht online: Er ist da.`, what is done first.

    Last comes what is open though its day is over, or that has none.
    """
    ordered = sorted(event.agreed, key=lambda each: (each.is_open, not _in_time(each, today)))
    return tuple(f"{_head(each.text)} {_stands(each, words, today)}" for each in ordered)


def sentence(text: str) -> str:
    """A text that ends like a sentence."""
    return text if text.endswith(tuple(ENDS)) else f"{text}."


def _head(text: str) -> str:
    """A text before what is said of it."""
    text = text.removesuffix(".") if not text.endswith("..") else text
    return text if text.endswith(tuple(ENDS)) else f"{text}:"


def _stands(agreement: Agreement, words: Words, today: dt.date) -> str:
    """What came of it; while it is open who is at it, as long as there is time."""
    if not agreement.is_open:
        return sentence(agreement.outcome) if agreement.outcome else words("agreed.done")
    return _does(agreement, words, "still_") if _in_time(agreement, today) else words("agreed.open")


def _in_time(agreement: Agreement, today: dt.date) -> bool:
    return agreement.until is not None and agreement.until >= today


def _does(agreement: Agreement, words: Words, still: str) -> str:
    """Who does it until when, as far as known."""
    who, day = people_in_words(agreement.who, words), in_full(agreement.until, words) if agreement.until else ""
    several = "do" if len(agreement.who) > 1 else "does"
    if not (who or day):
        return ""
    key = "_".join(filter(None, (several if who else "", "until" if day else "")))
    return words(f"agreed.{still}{key}", who=who, day=day)


def _outcome(agreement: Agreement, words: Words) -> str:
    """What came of it; empty while it is open."""
    if agreement.is_open:
        return ""
    outcome = agreement.outcome
    return words("agreed.came_of_it", outcome=sentence(outcome)) if outcome else words("agreed.done")
