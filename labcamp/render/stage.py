"""What each kind needs before it can speak: the templates, the words of each language, and facts of an event."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from labcamp.files.markdown import harmless, html, plain
from labcamp.model import Event
from labcamp.model.artefact import Artefact
from labcamp.model.private import Where
from labcamp.model.sent import Sent
from labcamp.render.facts import Facts
from labcamp.render.pictures import palettes
from labcamp.render.templates import Templates, fill, fill_as, open_templates, wrapped
from labcamp.render.words import Words, words_for
from labcamp.workspace import Workspace, before

LATER = 3  # as many as a newsletter names


@dataclass(frozen=True, eq=False)
class Stage:
    """A workspace made ready for rendering, once by who starts, and handed to each kind.

    `facts` and `singles` keep what one kind has made for the next.

    Where it `attaches` nothing, no mail has a calendar file, and none speaks of one: some services take no attachment.
    """

    workspace: Workspace
    words: dict[str, Words]
    announced: tuple[Event, ...]  # confirmed and still to come
    facts: dict[tuple[str, str], Facts] = field(default_factory=dict)
    singles: dict[str, tuple[Artefact, ...]] = field(default_factory=dict)  # calendar files and handouts of events
    made: dict[str, bytes] = field(default_factory=dict)  # what Typst has set, by all that it hangs on
    attaches: bool = True
    kept: Path | None = None  # the folder of what is compiled of the templates, and of what is set by Typst
    alarm: dt.timedelta | None = None  # how long before the event the calendars of those who take part ring
    sent: Sent = field(default_factory=dict)  # what single persons have been handed out, from which mails count on
    opened: list[Templates] = field(default_factory=list)  # once there, for all stages that were made of this one

    @property
    def templates(self) -> Templates:
        """The Jinja templates; a PDF needs none of them."""
        if not self.opened:
            self.opened.append(open_templates(self.workspace.root, self.kept))
        return self.opened[0]

    @cached_property
    def to_one(self) -> "Stage":
        """The same for mails to one person, who is addressed in `du` where the series says `ihr`."""
        if self.workspace.series.address != "ihr":
            return self
        words = {language: words_for(self.workspace.root, language, "du") for language in self.words}
        return replace(self, words=words, facts={})


def stage_of(workspace: Workspace, kept: Path | None = None) -> Stage:
    """The stage of a workspace; words are read for the languages that its events and papers have.

    What is compiled of its templates is `kept` in a folder.
    """
    languages = {workspace.series.language, *(event.language for event in workspace.events)}
    languages |= {paper.language for paper in workspace.papers}
    series = workspace.series
    words: dict[str, Words] = {
        language: words_for(workspace.root, language, series.address) for language in sorted(languages)
    }
    coming = (event for event in workspace.events if not event.is_past(workspace.today))
    announced = tuple(event for event in coming if event.status == "confirmed")
    return Stage(workspace, words, announced, kept=kept)


def facts_of(stage: Stage, event: Event, language: str = "") -> Facts:
    """An event in words: in its own language, or in that of another event that names it."""
    key = (event.id, language or event.language)
    if key not in stage.facts:
        stage.facts[key] = Facts(event, stage.workspace.series, stage.words[key[1]], stage.workspace.today)
    return stage.facts[key]


def facts_for(stage: Stage, event: Event, where: Where) -> Facts:
    """An event in words for somebody who comes, or joins online: of a hybrid place only what concerns them."""
    if event.place is None or event.place.for_one(where) is event.place:
        return facts_of(stage, event)
    key = (f"{event.id}/{where}", event.language)
    if key not in stage.facts:
        known = event.model_copy(update={"place": event.place.for_one(where)})
        stage.facts[key] = Facts(known, stage.workspace.series, stage.words[event.language], stage.workspace.today)
    return stage.facts[key]


def before_of(stage: Stage, event: Event) -> Facts | None:
    """The event before an event, if there is something to read about it; in the language of the later one."""
    earlier = before(stage.workspace, event)
    facts = facts_of(stage, earlier, event.language) if earlier else None
    return facts if facts and (facts.event.summary or facts.where_to_read) else None


def came_before(stage: Stage, event: Event) -> Facts | None:
    """The event before an event, if something was agreed there; in the language of the later one."""
    earlier = before(stage.workspace, event)
    return facts_of(stage, earlier, event.language) if earlier and earlier.agreed else None


def next_of(stage: Stage, event: Event) -> Facts | None:
    """The next event that has been announced, in the language of an event that names it."""
    found = next((other for other in stage.announced if other.id != event.id), None)
    return facts_of(stage, found, event.language) if found else None


def page(stage: Stage, name: str, facts: Facts, **values: object) -> str:
    """A template filled with the facts of an event and what every template may use."""
    light, dark = palettes(facts.series.accent)
    known = {"facts": facts, "words": facts.words, "light": light, "dark": dark}
    return fill(stage.templates, name, **known, **HELPS[name.split(".")[-2]], **values)


def later_of(stage: Stage, event: Event) -> list[str]:
    """The events after an event that have been announced, in its language: `LabCamp #13, Donnerstag, 2. Dezember`."""
    begin = bisect_right(stage.announced, event.sort_key, key=lambda other: other.sort_key)
    facts = (facts_of(stage, other, event.language) for other in stage.announced[begin : begin + LATER])
    return [f"{each.event.heading}, {each.when}" for each in facts if each.event.date]


def mail_page(stage: Stage, name: str, facts: Facts, values: Mapping[str, object], form: str) -> str:
    """The template of a mail in one form: `html`, `txt` or `md`; its layout and pieces are those of the form."""
    light, dark = palettes(facts.series.accent)
    known = {"facts": facts, "words": facts.words, "light": light, "dark": dark, "layout": f"mail.{form}.j2"}
    return fill_as(form, stage.templates, name, {**known, **HELPS[form], **values})


def artefact(event: Event, name: str, text: str) -> Artefact:
    """A file of an event: `labcamp-10/agenda.html`."""
    return Artefact(f"{event.id}/{name}", text.encode("utf-8"))


def _html(text: str) -> Any:
    from markupsafe import Markup

    return Markup(html(text))  # Markdown without raw HTML


def _markdown(text: str) -> Any:
    from markupsafe import Markup

    return Markup(harmless(text.strip()))  # Markdown in, Markdown out


def _plain(text: str, wrap: Callable[[str], str]) -> str:
    return wrap(plain(text))


def _wrap(text: str, indent: str = "") -> str:
    return wrapped(text, indent)


# What a template of each sort is given besides its facts
HELPS: dict[str, dict[str, Any]] = {
    "html": {"markdown": _html},
    "md": {"markdown": _markdown},
    "txt": {"markdown": partial(_plain, wrap=_wrap), "wrap": _wrap},
}
