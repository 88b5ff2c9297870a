"""The preview's pages: all events, and one draft of one event with everything that can be said about it."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from labcamp.findings import NAMES, Finding
from labcamp.model import Event
from labcamp.planning.mails import MAILS
from labcamp.preview.drafts import GROUPS, Draft, why_not
from labcamp.preview.look import filled
from labcamp.preview.site import first_page, site_of
from labcamp.preview.view import Shown, View, shown
from labcamp.render.facts import Facts
from labcamp.render.stage import Stage, facts_of
from labcamp.texts import phrases, words_of
from labcamp.workspace import ANNOUNCED, EVENTS, next_event

WIDTHS = (375, 640, 960)
SCHEMES = ("light", "dark")
SUBJECT, PREHEADER = 60, 110  # characters that an inbox shows in a window
PHONE_SUBJECT, PHONE_PREHEADER = 40, 80  # and on a phone
LOOSE = " .,:;–-"  # what nobody sees an end in, before the sign that something is left out
SITE = "site"  # stands among the names of drafts
PARTS = ("look", "text", "markdown", "headers")


class Told(NamedTuple):
    """A finding in words."""

    advice: bool
    code: str
    place: str
    text: str
    hint: str


class Row(NamedTuple):
    """A draft in the list: why there is none now, else what it is about and how much advice it has, if known."""

    name: str
    title: str
    why_not: str
    subject: str = ""
    findings: int | None = None


class Line(NamedTuple):
    """An event in the list of all."""

    event: Event
    facts: Facts
    status: str
    findings: int


def say_in(language: str) -> Callable[..., str]:
    """What gives a phrase in a language, with its values."""
    known = {**phrases("phrases", language), **phrases("preview", language)}
    return lambda key, **values: known[key].format_map(values)


def index_page(view: View) -> str:
    """The page of all events: the next one, those after it, then the past ones, the latest first."""
    stage = view.stage
    events = stage.workspace.events if stage else ()
    following = next_event(stage.workspace) if stage else None
    coming = [event for event in events if stage and not event.is_past(stage.workspace.today)]
    past = [event for event in reversed(events) if event not in coming]
    coming.sort(key=lambda event: event is not following)
    groups = {"coming": coming, "past": past}
    lines = {key: [_line(view, stage, event) for event in found] for key, found in groups.items() if stage}
    return filled("index.html.j2", **_common(view), groups=lines, advice=_told(view, _advice(view)))


def event_page(view: View, stage: Stage, event: Event, name: str, part: str = PARTS[0]) -> str:
    """The page of one draft in one of its parts: as it looks, its text, its Markdown, its headers."""
    reason = why_not(stage.workspace, event, name, private=view.setting.private)
    draft, old = Shown(Draft(name), old=False) if reason else shown(view, stage, event, name)
    parts = parts_of(draft)
    errors = [*filter(_stops, view.findings), *filter(_stops, draft.findings)]
    advice = [*filter(_advises, draft.findings)]
    general = sorted({*_advice(view, event)} - {*advice})
    values = _common(view) | {"event": event, "facts": facts_of(stage, event), "status": _status(event)}
    values |= {"draft": draft, "old": old and bool(draft.subject), "why_not": reason, "title": _title(view, name)}
    values |= {"parts": parts, "part": part if part in parts else PARTS[0], "inbox": inbox_of(draft)}
    values |= {"errors": _told(view, errors), "advice": _told(view, advice), "general": _told(view, general)}
    values |= {"widths": WIDTHS, "schemes": SCHEMES}
    values |= {"without": name in MAILS and MAILS[name].private and not view.setting.private}
    return filled("event.html.j2", **values, groups=_rows(view, stage, event))


def site_page(view: View, stage: Stage | None, event: Event | None) -> str:
    """The page that shows the site, beginning with the page of an event or with its own first one."""
    site = site_of(view)
    errors = [*filter(_stops, view.findings), *filter(_stops, site.findings)]
    values = _common(view) | {"event": event, "address": first_page(view, event), "errors": _told(view, errors)}
    values |= {"old": site.old and bool(site.files), "there": bool(site.files)}
    if stage is None or event is None:
        return filled("site.html.j2", **values)
    values |= {"facts": facts_of(stage, event), "status": _status(event), "draft": Draft(SITE)}
    return filled("site.html.j2", **values, groups=_rows(view, stage, event))


def list_part(view: View, stage: Stage, event: Event, name: str) -> str:
    """The list of all drafts alone, with what is known of each by now."""
    values = {"event": event, "draft": Draft(name), "say": say_in(view.setting.language)}
    return filled("drafts.html.j2", **values, groups=_rows(view, stage, event))


def nothing_page(view: View) -> str:
    """The page that says that there is nothing here, or what is wrong with the file of what was here."""
    return filled("nothing.html.j2", **_common(view))


def parts_of(draft: Draft) -> tuple[str, ...]:
    """Which parts of a draft can be looked at."""
    there = {"look": True, "text": draft.html and draft.text, "markdown": draft.markdown, "headers": draft.headers}
    return tuple(part for part in PARTS if there[part])


def inbox_of(draft: Draft) -> dict[str, tuple[str, str]]:
    """Subject and preheader as an inbox cuts them, in a window and on a phone."""
    return {
        "window": (cut(draft.subject, SUBJECT), cut(draft.preheader, PREHEADER)),
        "phone": (cut(draft.subject, PHONE_SUBJECT), cut(draft.preheader, PHONE_PREHEADER)),
    }


def cut(text: str, most: int) -> str:
    """A text of no more characters than these; where something is left out, the last one says so."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip(LOOSE)}…"


def _common(view: View) -> dict[str, Any]:
    """What every page is given."""
    setting, workspace = view.setting, view.stage.workspace if view.stage else None
    return {
        "say": say_in(setting.language),
        "language": setting.language,
        "number": view.number,
        "private": setting.private,
        "series": workspace.series if workspace else None,
        "errors": _told(view, filter(_stops, view.findings)),
        "old": bool(view.old),
    }


def _rows(view: View, stage: Stage, event: Event) -> dict[str, list[Row]]:
    return {group: [_row(view, stage, event, name) for name in names] for group, names in GROUPS.items()}


def _row(view: View, stage: Stage, event: Event, name: str) -> Row:
    """A draft in the list; one that is not made yet shows what it was about before."""
    key, title = (event.id, name), _title(view, name)
    if reason := why_not(stage.workspace, event, name, private=view.setting.private):
        return Row(name, title, reason)
    draft = view.shown[key].draft if key in view.shown else view.sound.get(key)
    if draft is None:
        return Row(name, title, "")
    return Row(name, title, "", _about(view, draft), sum(found.advice for found in draft.findings))


def _about(view: View, draft: Draft) -> str:
    """What a draft is about: its subject; of a post, which all have the same, how long it is."""
    say = say_in(view.setting.language)
    return next((say(f"post_{each.unit}", count=each.count, most=each.most) for each in draft.lengths), draft.subject)


def _line(view: View, stage: Stage, event: Event) -> Line:
    own = f"{(view.setting.root / EVENTS / event.id).as_posix()}.yaml"
    count = sum(found.path == own for found in view.findings)
    return Line(event, facts_of(stage, event), _status(event), count)


def _title(view: View, name: str) -> str:
    title = say_in(view.setting.language)(f"name_{name}")
    return title[:1].upper() + title[1:]


def _status(event: Event) -> str:
    """The phrase for how an event stands, where that has to be said: that it is planned or over is seen by its day."""
    return "" if event.status == "confirmed" else f"status_{event.status}"


def _stops(found: Finding) -> bool:
    return not found.advice


def _advises(found: Finding) -> bool:
    return found.advice


def _advice(view: View, event: Event | None = None) -> list[Finding]:
    """The advice about the files that all events share, and about those of one event."""
    folder = view.setting.root / EVENTS
    files = [folder, *(folder / f"{name}.yaml" for name in ("series", "organisations", "topics"))]
    if event:
        files += [folder / f"{event.id}.yaml", folder / ANNOUNCED / f"{event.id}.json"]
    paths = {path.as_posix() for path in files}
    return [found for found in view.findings if found.advice and found.path in paths]


def _told(view: View, findings: Iterable[Finding]) -> list[Told]:
    """Findings in the language of the pages."""
    told = []
    for found in findings:
        text, hint = words_of(found, view.setting.language)
        place = f"{found.path}:{found.line}:{found.column}" if found.line else found.path
        told.append(Told(found.advice, f"{found.code} {NAMES[found.code]}", place, text, hint))
    return told
