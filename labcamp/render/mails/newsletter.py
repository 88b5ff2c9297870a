"""What the newsletter says: of an event to come, or looking back at one."""

from labcamp.render.facts import Facts
from labcamp.render.mails.wording import Said, fitting, rounded
from labcamp.render.words import ended


def lines_of_newsletter(facts: Facts) -> Said:
    """What the newsletter about an event says; its headline is its subject."""
    return Said(subject(facts), preheader(facts), subject(facts), intro(facts), more={"summary": summary(facts)})


def subject(facts: Facts) -> str:
    """The subject: the organiser's own, else title, date and theme, as far as they fit an inbox."""
    event = facts.event
    keys: tuple[str, ...]
    if event.cancelled:
        keys = ("subject_cancelled", "subject_cancelled_short") if event.days else ("subject_cancelled_short",)
    elif facts.past:
        keys = ("subject_past_theme", "subject_past") if event.theme else ("subject_past",)
    elif event.newsletter.subject:
        return event.newsletter.subject
    elif event.date:
        keys = ("subject_date", "subject_date_short") if event.theme else ("subject_date_short",)
    else:
        keys = ("subject",) if event.theme else ()
    values = {"title": event.title, "theme": event.theme or "", "on_date": facts.on_short_date}
    return fitting([facts.words(f"newsletter.{key}", **values) for key in keys] or [event.title])


def preheader(facts: Facts) -> str:
    """What an inbox shows behind the subject: the organiser's own, else when and what."""
    if facts.upcoming and facts.event.newsletter.preheader:
        return facts.event.newsletter.preheader
    when = ", ".join(filter(None, (facts.when, facts.place_short)))
    if not facts.when or facts.event.cancelled:
        return rounded(facts, facts.event.summary or facts.notice or ended(f"{facts.event.heading}."))
    return rounded(facts, facts.words("newsletter.preheader_past" if facts.past else "newsletter.preheader", when=when))


def intro(facts: Facts) -> str:
    """The first paragraph: the organiser's own while the event is to come, else a short one."""
    event = facts.event
    if facts.upcoming and event.newsletter.intro:
        return " ".join(event.newsletter.intro.split())
    if event.cancelled:
        return facts.words("newsletter.intro_cancelled", title=event.heading)
    if facts.past:
        return facts.words("newsletter.intro_past")
    if event.days:
        return facts.words("newsletter.intro_date", on_date=facts.on_near_date)
    return facts.words("newsletter.intro")


def summary(facts: Facts) -> str:
    """What the event is about; empty where the description or the organisers' own first paragraph says it."""
    text, own = facts.event.summary or "", facts.event.newsletter.intro or ""
    if facts.event.cancelled or facts.described:
        return ""
    return "" if facts.upcoming and len(own) >= len(text) else text
