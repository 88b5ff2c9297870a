"""The newsletter: a mail as HTML, as text, as Markdown for tools that take it, and as a draft."""

from collections.abc import Iterator, Sequence

from labcamp.artefact import Artefact
from labcamp.mail import Mail
from labcamp.model import Event
from labcamp.render.facts import Facts, marked
from labcamp.render.stage import artefact, before_of, facts_of, next_of, page, stage_of
from labcamp.workspace import Workspace

LONGEST_SUBJECT = 60  # what an inbox shows


def render(workspace: Workspace, events: Sequence[Event]) -> Iterator[Artefact]:
    """The newsletters about events: `newsletter.html`, `.txt`, `.md` and `.eml` of each."""
    from labcamp.render.mail import draft_bytes, inlined, tidy  # noqa: PLC0415

    stage = stage_of(workspace)
    series = workspace.series
    for event in events:
        facts = facts_of(stage, event)
        values: dict[str, object] = {"before": before_of(stage, event), "next": next_of(stage, event)}
        values |= {"subject": subject(facts), "preheader": preheader(facts), "intro": intro(facts)}
        html = inlined(page(stage, "newsletter.html.j2", facts, **values))
        text = tidy(page(stage, "newsletter.txt.j2", facts, **values))
        sender = event.contact or series.contact
        to = series.newsletter.address or ""
        draft = Mail(f"{event.id}/newsletter", marked(facts, subject(facts)), text, html, sender, to)
        yield artefact(event, "newsletter.html", html)
        yield artefact(event, "newsletter.txt", text)
        yield artefact(event, "newsletter.md", tidy(page(stage, "newsletter.md.j2", facts, **values)))
        yield Artefact(f"{event.id}/newsletter.eml", draft_bytes(draft, series))


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
    subjects = [facts.words(f"newsletter.{key}", **values) for key in keys] or [event.title]
    return next((text for text in subjects if len(text) <= LONGEST_SUBJECT), subjects[-1])


def preheader(facts: Facts) -> str:
    """What an inbox shows behind the subject: the organiser's own, else when and what."""
    if facts.upcoming and facts.event.newsletter.preheader:
        return facts.event.newsletter.preheader
    if not facts.when or facts.event.cancelled:
        return facts.event.summary or facts.notice or facts.event.heading
    return facts.words("newsletter.preheader_past" if facts.past else "newsletter.preheader", when=facts.when)


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
        return facts.words("newsletter.intro_date", on_date=facts.on_date)
    return facts.words("newsletter.intro")
