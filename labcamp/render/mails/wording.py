"""What a mail says beside the facts of its event: subject, preheader, headline, first and last sentence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from labcamp.render.facts import Facts
from labcamp.render.words import ended

LONGEST_SUBJECT = 60  # what an inbox shows
PREHEADER = range(80, 111)  # shorter, and it shows the first words of the mail behind it

ABOUT_TO_START = ("practical-information", "reminder")  # on the first of several days


@dataclass(frozen=True)
class Said:
    """What one mail says about one event; `more` is what its template wants besides."""

    subject: str
    preheader: str
    headline: str
    lead: str
    closing: str = ""
    more: Mapping[str, object] = field(default_factory=dict)


def of_section(facts: Facts, kind: str) -> Said:
    """What the lines of a mail's own section in the words file say."""
    section = kind.replace("-", "_")
    headline = f"{section}.headline"
    starts = {"on_date": facts.on_first_date} if kind in ABOUT_TO_START else {}
    return Said(
        subject=fitting(subjects(facts, section)),
        preheader=rounded(facts, shortest(facts, section, "preheader")),
        headline=facts.words(headline) if headline in facts.words.lines else facts.event.heading,
        lead=line(facts, section, "lead", **starts),
        closing=line(facts, section, "closing"),
    )


def line(facts: Facts, section: str, name: str, **others: object) -> str:
    """The line of a section that fits best: to what is known of the date and the deadline, else the plain one."""
    keys = [f"{section}.{name}{way}" for way in _ways(facts)]
    key = next((key for key in keys if key in facts.words.lines), f"{section}.{name}")
    return facts.words(key, **(values(facts) | others))


def shortest(facts: Facts, section: str, name: str) -> str:
    """The line of a section; where the dates make it too long for an inbox, with the day and the place alone."""
    whole = line(facts, section, name)
    if len(whole) <= PREHEADER.stop - 1:
        return ended(whole)
    short = ", ".join(filter(None, (facts.on_short_date, facts.place_short)))
    return ended(line(facts, section, name, when_where=short[:1].upper() + short[1:]))


def rounded(facts: Facts, text: str) -> str:
    """A preheader that says more of the event until it is long enough, so that an inbox does not show the greeting."""
    if len(text) > PREHEADER.stop - 1 and facts.on_short_date:
        text = text.replace(facts.when, facts.on_short_date[:1].upper() + facts.on_short_date[1:])
    for extra in filter(None, _extras(facts)):
        longer = ended(f"{text} {extra[:1].upper() + extra[1:]}.")
        if len(text) < PREHEADER.start and len(longer) < PREHEADER.stop and extra not in text:
            text = longer
    return text


def _extras(facts: Facts) -> Iterable[str | None]:
    """What a preheader may also say, what matters most first."""
    if facts.open:
        label, price = facts.words("register.label"), facts.event.registration.price
        yield f"{label}: {facts.register}" if facts.register else ""
        yield f"{label}: {facts.deadline}" if facts.deadline else ""
        yield price
    yield facts.words("hosts.line", hosts=facts.hosts) if facts.hosts else ""
    yield facts.event.theme
    yield facts.series.subtitle


def greeting(facts: Facts, name: str) -> str:
    """The first line of a mail to one person, whatever their gender: `Hallo Ida Beispiel,`.

    Without the name where it has a comma, for nobody is greeted as `Beispiel, Ida`.
    """
    if not name or "," in name:
        return facts.words("mail.greeting_nameless")
    return facts.words("mail.greeting_name", name=name)


def begun(text: str, greeting: str) -> str:
    """What comes behind a greeting: where that ends without a comma, as in Switzerland, it begins with a capital."""
    return text[:1].upper() + text[1:] if greeting and not greeting.endswith(",") else text


def subjects(facts: Facts, section: str) -> Iterable[str]:
    """The subjects that a section has for what is known, the fullest first."""
    names = [f"{section}.subject{way}" for way in (*_ways(facts), "")]
    return (facts.words(name, **values(facts)) for name in names if name in facts.words.lines)


def fitting(texts: Iterable[str]) -> str:
    """The first text that an inbox shows whole, else the last one."""
    found = list(texts)
    return next((text for text in found if len(text) <= LONGEST_SUBJECT), found[-1])


def _ways(facts: Facts) -> Iterable[str]:
    """The endings of lines that fit an event, the most special first."""
    if facts.event.theme:
        yield "_theme"
    if facts.deadline and facts.open:
        yield "_until"
    if facts.button:
        yield "_open"
    if facts.event.days:
        yield "_date"
    elif facts.event.date:
        yield "_month"


def values(facts: Facts) -> dict[str, object]:
    """What the lines of all mails may name."""
    event = facts.event
    known = (facts.when, facts.place_short)
    return {
        "title": event.title,
        "heading": event.heading,
        "theme": event.theme or "",
        "on_date": facts.on_date,
        "on_day": facts.on_short_date,
        "when_where": ", ".join(part for part in known if part),
        "deadline": facts.deadline,
        "series": facts.series.title,
    }
