"""The invitation: a mail as HTML, as text, and as a draft with the calendar file attached."""

from collections.abc import Iterator, Sequence

from labcamp.artefact import Artefact
from labcamp.mail import Mail
from labcamp.model import Event
from labcamp.render.facts import Facts, marked
from labcamp.render.stage import Stage, artefact, before_of, facts_of, page, stage_of
from labcamp.render.words import ended
from labcamp.workspace import Workspace


def render(workspace: Workspace, events: Sequence[Event]) -> Iterator[Artefact]:
    """The invitations to events: `invitation.html`, `.txt` and `.eml` of each."""
    from labcamp.render import calendar  # noqa: PLC0415
    from labcamp.render.mail import draft_bytes  # noqa: PLC0415

    stage = stage_of(workspace)
    for event in events:
        title, html, text = parts(stage, event)
        entry = next(calendar.singles(stage, [event]), None)
        sender = event.contact or workspace.series.contact
        draft = Mail(f"{event.id}/invitation", title, text, html, sender, attachment=entry)
        yield artefact(event, "invitation.html", html)
        yield artefact(event, "invitation.txt", text)
        yield Artefact(f"{event.id}/invitation.eml", draft_bytes(draft, workspace.series))


def parts(stage: Stage, event: Event) -> tuple[str, str, str]:
    """The subject, the HTML and the text of the invitation to an event."""
    from labcamp.render.mail import inlined, tidy  # noqa: PLC0415

    facts = facts_of(stage, event)
    values = {"before": before_of(stage, event), "subject": subject(facts), "preheader": preheader(facts)}
    values |= {"lead": lead(facts), "closing": closing(facts)}
    html = inlined(page(stage, "invitation.html.j2", facts, **values))
    text = tidy(page(stage, "invitation.txt.j2", facts, **values))
    return marked(facts, subject(facts)), html, text


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
    return ended(". ".join(filter(None, known)) + ".") if any(known) else facts.notice or facts.event.title


def lead(facts: Facts) -> str:
    """The first sentence."""
    way = _way(facts)
    values = {"on_date": facts.on_date} if way == "_date" else {"title": facts.event.heading}
    return facts.words(f"invitation.lead{way}", **values)


def closing(facts: Facts) -> str:
    """The last sentence."""
    way = _way(facts)
    return facts.words(f"invitation.closing{way if way in {'_past', '_cancelled'} else ''}")
