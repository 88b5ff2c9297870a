"""What mails say of an event in whole sentences, beside its facts."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from labcamp.model import Contact, Place
from labcamp.render.facts import Facts

NOWHERE = Place()


class Named(NamedTuple):
    """An address with what it is called."""

    title: str
    url: str

    @property
    def label(self) -> str:
        """What a list of links calls it, as with a link of an event."""
        return self.title


@dataclass(frozen=True)
class Sentences:
    """An event in sentences, for mails; an empty text means that there is nothing to say."""

    facts: Facts

    @cached_property
    def how_to_register(self) -> str:
        """What comes before the link to the registration, or instead of it."""
        facts, words = self.facts, self.facts.words
        if not facts.upcoming:
            return ""
        if facts.button:
            key = "register.sentence_until" if facts.deadline else "register.sentence"
        elif not facts.open:
            key = "register.closed_sentence"
        else:
            key = "register.follows_until" if facts.deadline else "register.follows"
        return words(key, deadline=facts.deadline)

    @cached_property
    def access(self) -> str:
        """What helps people to take part in an event to come."""
        access = self.facts.event.access
        return self.facts.words("register.access", access=access.rstrip(".")) if access and self.facts.upcoming else ""

    @cached_property
    def calendar_file(self) -> str:
        """The address of the calendar file of an event to come, where the files are published."""
        event, public = self.facts.event, self.facts.series.public
        known = public and event.days and self.facts.upcoming
        return f"{(public or '').rstrip('/')}/{event.id}/{event.id}.ics" if known else ""

    @cached_property
    def online(self) -> bool:
        """Tell whether people can join from elsewhere."""
        return self._place.online

    @cached_property
    def on_site(self) -> bool:
        """Tell whether there is somewhere to go to."""
        return self._place.on_site

    @property
    def _place(self) -> Place:
        return self.facts.event.place or NOWHERE

    @cached_property
    def what_follows(self) -> str:
        """What those who have registered get later."""
        ways = {(True, True): "hybrid", (True, False): "online", (False, True): "on_site"}
        return self.facts.words(f"confirmation.follows_{ways.get((self.online, self.on_site), 'unknown')}")

    @cached_property
    def travel(self) -> str:
        """What a form for a business trip asks for; only where there is a journey to an event whose day is known."""
        facts, words = self.facts, self.facts.words
        if not (facts.upcoming and self.on_site and facts.event.days):
            return ""
        subtitle = facts.event.subtitle or facts.series.subtitle
        what = f"{facts.event.heading} ({subtitle})" if subtitle else facts.event.heading
        hosts, price = facts.hosts or facts.organisers, facts.event.registration.price
        known = (
            words("travel.what", what=what, when=facts.when, venue=facts.venue),
            words("travel.hosts", hosts=hosts) if hosts else "",
            words("travel.price", price=price) if price else "",
        )
        return " ".join(filter(None, known))

    @cached_property
    def addresses(self) -> tuple[Named, ...]:
        """Where the series can be found, as far as that has an address."""
        series, words = self.facts.series, self.facts.words
        known = [(channel.title, channel.url) for channel in series.channels]
        known = [
            (words("newsletter.homepage", series=series.title), series.homepage),
            (words("newsletter.archive"), series.archive),
            *known,
        ]
        return tuple(Named(title, url) for title, url in known if url)

    @cached_property
    def hashtags(self) -> str:
        """The hashtags of the series, each with its sign."""
        return hashtags(self.facts.series.hashtags)

    @cached_property
    def leads_to(self) -> Named | None:
        """Where the code on paper leads: to the registration while it is open, else to its page.

        Where that is not on the web, to what can be read afterwards, else to the archive or home page.
        """
        series, words = self.facts.series, self.facts.words
        known = (
            Named(words("register.button"), self.facts.button),
            Named(self.facts.page_named, self.facts.page),
            *(Named(link.label, link.address) for link in self.facts.links[: self.facts.held]),
            Named(words("newsletter.archive"), series.archive or ""),
            Named(words("newsletter.homepage", series=series.title), series.homepage or ""),
        )
        return next((named for named in known if named.url), None)

    @property
    def contact(self) -> Contact:
        """Whom to ask, and who sends the mails."""
        return self.facts.event.contact or self.facts.series.contact


def hashtags(tags: Iterable[str]) -> str:
    """The hashtags with a capital for each word, which screen readers need: `#OeffentlichesGestalten`."""
    words = (re.findall(r"\w+", _letters(tag)) for tag in tags)
    cased = ("".join(part.capitalize() if part.islower() else part for part in parts) for parts in words)
    return " ".join(dict.fromkeys(f"#{tag}" for tag in cased if tag))


def _letters(text: str) -> str:
    """The text with a blank for all that cannot be part of a hashtag; marks that belong to letters stay."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(sign if sign == "_" or unicodedata.category(sign)[0] in "LN" else " " for sign in composed)
