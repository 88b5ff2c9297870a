"""The score sheet of a newsletter: what makes it good, in points, and what would make it better, as advice."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from labcamp.check.mail.content import Content, content_of
from labcamp.check.mail.envelope import preheader_length, preheader_repeats, subject_too_long
from labcamp.check.mail.page import link_text_vague
from labcamp.check.sense import written_day
from labcamp.findings import Finding, Place, finding
from labcamp.model import Event, Series
from labcamp.model.mail import Mail
from labcamp.model.said_days import MONTHS
from labcamp.patterns import pattern_of
from labcamp.texts import LANGUAGES, phrases

FULL = 2  # points for each criterion
MOST_WORDS = 500
FAR_TOO_MANY = 750
SOME_MISSING = 2  # so many may be missing for one point
FOOTER = pattern_of(r"^-- $", re.MULTILINE)
BUTTON = pattern_of(r"display:\s*inline-block")
CALENDAR_LINK = pattern_of(r"(?:https?|webcal)://\S+\.ics\b")
MONTH_NAMES = "|".join(" ".join(MONTHS).split())
DATED = pattern_of(rf"\b\d{{1,2}}\.\s?\d{{1,2}}\.|\b\d{{4}}-\d\d-\d\d\b|\b(?:{MONTH_NAMES})\b")
OFF = pattern_of(r"\babgesagt\b|\bfällt aus\b|\bcancell?ed\b", re.IGNORECASE)
SHORTEST_WORD = 4  # shorter ones say nothing about a theme


@dataclass(frozen=True)
class NewsletterIssue:
    """A newsletter with what it is about: its event, the one before, the series, and the folder of their files."""

    mail: Mail
    event: Event
    before: Event | None
    series: Series
    today: dt.date
    folder: str = "events"

    @property
    def content(self) -> Content:
        """The mail taken apart."""
        return content_of(self.mail)

    @property
    def past(self) -> bool:
        """Tell whether the newsletter looks back on its event."""
        return self.event.is_past(self.today)

    @property
    def looked_at(self) -> Event | None:
        """The event that the newsletter looks back on."""
        return self.event if self.past else self.before

    def place(self, name: str) -> Place:
        """The file of an event, or of the series."""
        return Place(f"{self.folder}/{name}.yaml")


class Points(NamedTuple):
    """What one criterion gives, from 0 to 2, and what would give more."""

    points: int
    findings: tuple[Finding, ...] = ()


class Score(NamedTuple):
    """The points of a newsletter, how many there could be, and what would give more."""

    points: int
    of: int
    findings: tuple[Finding, ...]


Criterion = Callable[[NewsletterIssue], Points]


def score(issue: NewsletterIssue) -> Score:
    """The score of a newsletter; what is over or cancelled is asked for less, and the first event looks back on none.

    What a rule about all mails says already (LC920, LC922, LC923, LC925) comes as the same finding.
    """
    criteria = IF_OVER if issue.past else TO_COME
    if issue.event.cancelled:
        criteria = IF_CANCELLED
    asked = [criterion for criterion in criteria if criterion is not look_back or issue.looked_at]
    given = [criterion(issue) for criterion in asked]
    findings = {found for each in given for found in each.findings}
    return Score(sum(each.points for each in given), FULL * len(given), tuple(sorted(findings)))


def subject_concrete(issue: NewsletterIssue) -> Points:
    """LC930: the subject says what takes place, when and where; of a cancelled event that it is cancelled.

    What labcamp writes for an event to come has all that fits; that can only lack what the file lacks.
    """
    subject, event = issue.content.subject, issue.event
    ours = not (event.cancelled or issue.past or event.newsletter.subject)
    if event.cancelled:
        lacking = [] if OFF.search(subject) else ["status:"]
    else:
        named = _named(event).search(subject) if _words(event) else None
        said = named or (issue.past and event.title in subject) or (ours and event.theme)
        lacking = [] if said else ["theme:" if ours else "theme: / place:"]
        lacking += [] if issue.past or DATED.search(subject) or (ours and event.date) else ["date:"]
    longer = tuple(subject_too_long(issue.content))
    points = max(0, FULL - len(lacking) * (1 if not (issue.past or event.cancelled) else FULL) - len(longer))
    if not lacking:
        return Points(points, longer)
    what = ", ".join(lacking)
    values = {"subject": subject, "what": what, "keys": what if ours else ""}
    return Points(points, (*longer, finding("LC930", issue.place(event.id), **values)))


def _words(event: Event) -> list[str]:
    """The words that say what the event is about and where."""
    where: tuple[str | None, ...] = ()
    if place := event.place:
        where = (place.city, place.name, "online" if place.online else None)
    words = re.findall(r"\w+", " ".join(filter(None, (event.theme, event.subtitle, *where))))
    return [word for word in words if len(word) >= SHORTEST_WORD]


def _named(event: Event) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(word)}" for word in _words(event)), re.IGNORECASE)


def preheader_adds(issue: NewsletterIssue) -> Points:
    """LC922, LC923: the preheader has the right length and says something new."""
    repeats, length = tuple(preheader_repeats(issue.content)), tuple(preheader_length(issue.content))
    lacking = repeats or not issue.content.preheader[0]
    return Points(0 if lacking else FULL - len(length), (*repeats, *length))


def event_complete(issue: NewsletterIssue) -> Points:
    """LC931: what, when, from when to when, where, with whom and how to take part."""
    event = issue.event
    known = {
        "theme: / summary:": event.theme or event.summary,
        "date:": event.days,
        "time:": event.time,
        "place:": event.place,
        "hosts:": event.hosts,
        "registration:": event.registration.url or event.registration.note,
    }
    return _complete("LC931", issue.place(event.id), known)


def footer_complete(issue: NewsletterIssue) -> Points:
    """LC938: who is responsible, how to unsubscribe, whom to ask, and what happens to the data."""
    series = issue.series
    known = {
        "imprint:": series.imprint.text or series.imprint.url,
        "newsletter: unsubscribe:": series.newsletter.unsubscribe,
        "contact: email:": series.contact.email,
        "privacy:": series.privacy,
    }
    return _complete("LC938", issue.place("series"), known)


def _complete(code: str, place: Place, known: Mapping[str, object], **values: object) -> Points:
    """The points for what is known: all of it, most of it, or less."""
    lacking = [key for key, value in known.items() if not value]
    if not lacking:
        return Points(FULL)
    what = {f"what_{language}": _in_words(lacking, language) for language in LANGUAGES}
    found = finding(code, place, keys=", ".join(lacking), **what, **values)
    return Points(1 if len(lacking) <= SOME_MISSING else 0, (found,))


def _in_words(keys: Iterable[str], language: str) -> str:
    """What people call what stands behind some keys."""
    return ", ".join(phrases("phrases", language)[f"missing_{key.partition(':')[0]}"] for key in keys)


def one_clear_action(issue: NewsletterIssue) -> Points:
    """LC932: exactly one address to click on as a button."""
    tags = [tag for tag in issue.content.tags if tag.tag == "a" and BUTTON.search(tag.attributes.get("style", ""))]
    buttons = {tag.attributes.get("href", "") for tag in tags}
    if len(buttons) == 1:
        return Points(FULL)
    other = buttons or issue.event.contact or issue.series.contact.email
    return Points(1 if other else 0, (finding("LC932", issue.place(issue.event.id)),))


def deadline_visible(issue: NewsletterIssue) -> Points:
    """LC933: the mail says until when people can register."""
    until = issue.event.registration.until
    if until and written_day(until).search(issue.mail.text):
        return Points(FULL)
    return Points(1 if until else 0, (finding("LC933", issue.place(issue.event.id)),))


def calendar_entry(issue: NewsletterIssue) -> Points:
    """LC939: there is a calendar file, attached or behind a link; what a service sends has nothing attached."""
    if issue.mail.attachment or CALENDAR_LINK.search(issue.mail.text):
        return Points(FULL)
    if issue.event.days:
        return Points(0, (finding("LC939", issue.place("series"), key="public:"),))
    return Points(0, (finding("LC939", issue.place(issue.event.id), key=""),))


def short_enough(issue: NewsletterIssue) -> Points:
    """LC934: the text, without what stands at the end of every mail, is read in a few minutes."""
    words = len(FOOTER.split(issue.mail.text)[0].split())
    if words <= MOST_WORDS:
        return Points(FULL)
    advice = finding("LC934", issue.place(issue.event.id), words=words, most=MOST_WORDS)
    return Points(1 if words <= FAR_TOO_MANY else 0, (advice,))


def links_descriptive(issue: NewsletterIssue) -> Points:
    """LC925: each link says where it leads."""
    vague = tuple(link_text_vague(issue.content))
    return Points(max(0, FULL - len(vague)), vague)


def access_said(issue: NewsletterIssue) -> Points:
    """LC935: how accessible the event is."""
    return Points(FULL) if issue.event.access else Points(0, (finding("LC935", issue.place(issue.event.id)),))


def look_back(issue: NewsletterIssue) -> Points:
    """LC936: how the last event was, in facts, and a link to read on."""
    event = issue.looked_at or issue.event
    known = {
        "attendance:": event.attendance.people or event.attendance.labs or event.attendance.note,
        "lessons: / takeaways:": event.lessons or any(session.takeaways for session in event.agenda),
        "links:": event.documents,
    }
    return _complete("LC936", issue.place(event.id), known, title=event.title)


def community_part(issue: NewsletterIssue) -> Points:
    """LC937: what labs seek, offer or have finished."""
    return Points(FULL) if issue.event.news else Points(0, (finding("LC937", issue.place(issue.event.id)),))


IF_CANCELLED: tuple[Criterion, ...] = (
    subject_concrete,
    preheader_adds,
    short_enough,
    links_descriptive,
    footer_complete,
)
IF_OVER: tuple[Criterion, ...] = (*IF_CANCELLED, look_back, community_part)
TO_COME: tuple[Criterion, ...] = (
    *IF_OVER,
    event_complete,
    one_clear_action,
    deadline_visible,
    calendar_entry,
    access_said,
)
