"""What the invitation says, also of an event that is over or cancelled."""

from labcamp.render.facts import Facts
from labcamp.render.mails.wording import Said, rounded
from labcamp.render.words import ended


def lines_of_invitation(facts: Facts) -> Said:
    """What the invitation to an event says."""
    return Said(subject(facts), preheader(facts), facts.event.heading, lead(facts), closing(facts))


def _way(facts: Facts) -> str:
    """Which of the ways to speak fits: cancelled, past, or to come (with a day, or without)."""
    if facts.event.cancelled:
        return "_cancelled"
    if facts.past:
        return "_past"
    return "_date" if facts.event.days else ""


def subject(facts: Facts) -> str:
    """What the mail's subject says."""
    title = facts.event.title
    if facts.event.cancelled:
        return facts.words("newsletter.subject_cancelled_short", title=title)
    if facts.past:
        return facts.words("invitation.subject_past", title=title)
    if facts.on_short_date:
        return facts.words("invitation.subject_date", title=title, on_date=facts.on_short_date)
    return facts.words("invitation.subject", title=title)


def preheader(facts: Facts) -> str:
    """What an inbox shows behind the subject."""
    known = (", ".join(filter(None, (facts.when, facts.place_short))), facts.event.theme)
    return rounded(facts, ended(". ".join(filter(None, known)) + ".") if any(known) else facts.notice or _title(facts))


def _title(facts: Facts) -> str:
    return ended(f"{facts.event.title}.")


def lead(facts: Facts) -> str:
    """The first sentence."""
    way = _way(facts)
    values = {"title": facts.event.title, "on_date": facts.on_near_date} if way == "_date" else {}
    return facts.words(f"invitation.lead{way}", **({"title": facts.event.heading} | values))


def closing(facts: Facts) -> str:
    """The last sentence."""
    way = _way(facts)
    return facts.words(f"invitation.closing{way}" if way in {"_past", "_cancelled"} else "mail.closing")
