"""The draft of the statement about the site's accessibility: what is known stands in it, all else stays open."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, NamedTuple

from labcamp.files.markdown import escaped
from labcamp.findings import Finding
from labcamp.model import Event, Link
from labcamp.model.artefact import Artefact
from labcamp.model.laws import CALLED, country_of, region_of
from labcamp.render.dates import day_and_month, listed
from labcamp.render.pictures import palettes
from labcamp.render.site.prose import prose
from labcamp.render.stage import Stage
from labcamp.render.templates import fill, tidy
from labcamp.render.tested import Judgement, judgements
from labcamp.render.words import Words
from labcamp.texts import region_name, words_of
from labcamp.workspace.public import on_the_site, public
from labcamp.workspace.statement import NAMES, open_in

# What a finding is as a barrier for visitors, by its code; the words for each stand under `barrier_…`
BARRIERS = {
    "LC502": "language",
    "LC503": "picture",
    "LC504": "link",
    "LC824": "picture",
    "LC924": "heading",
    "LC925": "link",
    "LC935": "access",
    "LC944": "glyph",
    "LC945": "glyph",
}
# What else is worth knowing for the team: labcamp has mended the colours itself
TOLD = frozenset({*BARRIERS, "LC239"})
OPEN_IN_HTML = re.compile(r"\[…[^\]<]*\]")


@dataclass(frozen=True)
class Asked:
    """What the statement is to be about besides the workspace: the law, what `check` has found, own templates."""

    law: str
    findings: tuple[Finding, ...] = ()
    own: tuple[str, ...] = ()


class Untested(NamedTuple):
    """A file or link that nobody has tested: of which event, and where it is found."""

    event: Event
    link: Link

    @property
    def where(self) -> str:
        """The file beside the event, else the address."""
        return self.link.file or self.link.url or ""


def name_of(language: str) -> str:
    """What the statement's file is called, without its ending: `barrierefreiheit`."""
    return NAMES[language.partition("-")[0]]


def render(stage: Stage, asked: Asked) -> Iterator[Artefact]:
    """The draft as a page to look at, with notes for the team, and as Markdown without them."""
    draft = Draft(stage, asked)
    name, text = name_of(stage.workspace.series.language), markdown(draft)
    yield Artefact(f"{name}.html", _page(draft, text).encode())
    yield Artefact(f"{name}.md", text.encode())


def markdown(draft: "Draft") -> str:
    """The statement in Markdown, as it can stand in `events/pages/`."""
    return tidy(fill(draft.stage.templates, "statement.md.j2", draft=draft, say=draft.say))


def _page(draft: "Draft", text: str) -> str:
    from markupsafe import Markup

    series = draft.stage.workspace.series
    light, dark = palettes(series.accent)
    marked = OPEN_IN_HTML.sub(r"<mark>\g<0></mark>", str(prose(text.partition("\n")[2], 2)))
    given = {"draft": draft, "series": series, "words": draft.words, "light": light, "dark": dark}
    given |= {"text": Markup(marked), "count": len(open_in(text))}
    return fill(draft.stage.templates, "statement.html.j2", **given)


@dataclass(frozen=True, eq=False)
class Draft:
    """What the draft says; where something is not known it says `[…]`."""

    stage: Stage
    asked: Asked

    @property
    def words(self) -> Words:
        """The wording in the language of the series."""
        return self.stage.words[self.stage.workspace.series.language]

    @cached_property
    def say(self) -> Any:
        """A line of the statement as Markdown: with values in which nothing has a meaning."""
        return partial(_said, self.words)

    # Who, where and by which law

    @cached_property
    def who(self) -> Any:
        """Who is responsible, which is known where one organisation alone organises the series."""
        names = [each.name for each in self.stage.workspace.series.organisers]
        if len(names) == 1:
            return self.say("who", name=names[0])
        name = self.say("who_open", names=listed(names, self.words)) if names else self.say("who_nobody")
        return self.say("who", name=name)

    @cached_property
    def scope(self) -> Any:
        """Which website it is about."""
        from markupsafe import Markup

        series = self.stage.workspace.series
        address = Markup(f"<{series.public}>") if series.public else self.say("scope_open")
        return self.say("scope", title=series.title, address=address)

    @cached_property
    def basis(self) -> Any:
        """The law, as far as it is known."""
        return self.say("basis", law=self._by_law("law"))

    @cached_property
    def state(self) -> Any:
        """How far the site conforms: that is never known here."""
        swiss = country_of(self.asked.law) == "ch"
        return self.say("state_open", standard=self.say("standard_ch" if swiss else "standard"))

    @cached_property
    def contact(self) -> tuple[Any, ...]:
        """Whom to write to: who it is, and the address; that it is open where there is no address."""
        contact = self.stage.workspace.series.contact
        organisation = contact.organisation.name if contact.organisation else ""
        who = ", ".join(filter(None, (contact.name, contact.role, organisation)))
        mail = self.say("feedback_mail", mail=contact.email) if contact.email else self.say("feedback_open")
        return tuple(filter(None, (_plain(who), mail)))

    @cached_property
    def answer(self) -> Any:
        """Within which time an answer has to come (BGG § 12b (4), WZG § 4 (3)); empty where that is not known."""
        return self.say(f"answer_{self.asked.law}") if self.asked.law in {"de", "at"} else ""

    @cached_property
    def enforcement(self) -> Any:
        """Who helps where there is no answer: that is never known here."""
        return self._by_law("enforcement")

    @property
    def is_european(self) -> bool:
        """Tell whether the directive of the EU applies, with what it exempts."""
        return country_of(self.asked.law) != "ch"

    @cached_property
    def note_of_law(self) -> str:
        """What the team has to know of the law."""
        return str(self._by_law("notes_law"))

    @property
    def file(self) -> str:
        """What the file of the page is called."""
        return f"{name_of(self.words.language)}.md"

    def _by_law(self, key: str) -> Any:
        law = self.asked.law
        region = region_of(law)
        if not region:
            return self.say(f"{key}_{law}")
        values: dict[str, object] = {"region": region_name(region, self.words.language.partition("-")[0])}
        values["called"] = CALLED.get(law, "")
        return self.say(f"{key}_{country_of(law)}_part", **values)

    # What is lacking

    @cached_property
    def barriers(self) -> tuple[Any, ...]:
        """What `check` has found, each sort with how often."""
        counted = Counter(BARRIERS[found.code] for found in self.asked.findings if found.code in BARRIERS)
        return tuple(self.say(f"barrier_{sort}", count=count) for sort, count in sorted(counted.items()))

    @cached_property
    def files(self) -> tuple[Untested, ...]:
        """The files that lie with the site and nobody has tested."""
        return tuple(each for each in self._links if each.link.file)

    @cached_property
    def elsewhere(self) -> tuple[Untested, ...]:
        """What is linked and lies elsewhere."""
        return tuple(each for each in self._links if not each.link.file)

    @cached_property
    def _links(self) -> tuple[Untested, ...]:
        shown = [event for event in public(self.stage.workspace).events if not event.cancelled]
        links = ((event, (*event.links, *(link for each in event.agenda for link in each.links))) for event in shown)
        return tuple(dict.fromkeys(Untested(event, link) for event, each in links for link in on_the_site(each)))

    @cached_property
    def untested(self) -> tuple[Any, ...]:
        """What nobody has tested, in a few lines."""
        return tuple(self._untested())

    def _untested(self) -> Iterator[Any]:
        if self.asked.own:
            yield self.say("untested_own", names=", ".join(self.asked.own))
        if self.files:
            sorts = Counter(each.where.rpartition(".")[2].upper() for each in self.files)
            told = ", ".join(f"{sort} {count}" for sort, count in sorted(sorts.items()))
            yield self.say("untested_files", count=len(self.files), sorts=told)
        if recordings := sum(each.link.type == "recording" for each in self._links):
            yield self.say("untested_recordings", count=recordings)
        if self.elsewhere:
            yield self.say("untested_links", count=len(self.elsewhere))

    # How it was made

    @cached_property
    def made_on(self) -> Any:
        """The day on which it was made, from which on it is looked at once a year."""
        return self.say("made_on", day=self._day(self.stage.workspace.today))

    @cached_property
    def tested(self) -> tuple[Any, ...]:
        """What the packaged templates were judged by, in words."""
        return tuple(self.told(found) for found in judgements())

    def told(self, found: Judgement) -> Any:
        """One judgement in words; that its templates have been changed since then, where they have."""
        what = self.say(f"tested_{found.sort}_{found.what}", count=found.examples)
        if not found.current:
            return self.say("tested_changed", what=what, day=self._day(found.day))
        return self.say("tested_by", what=what, version=found.version, day=self._day(found.day), by=found.by)

    def _day(self, day: dt.date) -> Any:
        from markupsafe import Markup

        return Markup(f"{day_and_month(day, self.words)} {day.year}")

    # For the team

    @cached_property
    def found(self) -> tuple[str, ...]:
        """Each finding with its place and what it says."""
        language = self.words.language.partition("-")[0]
        told = sorted(found for found in self.asked.findings if found.code in TOLD)
        return tuple(
            self.words("statement.notes_finding", place=_place(each), message=words_of(each, language)[0])
            for each in told
        )

    @cached_property
    def unseen(self) -> tuple[str, ...]:
        """Each template of their own, file and link that nobody has tested."""
        own = (self.words("statement.notes_own", name=name) for name in self.asked.own)
        links = (
            self.words("statement.notes_file", event=each.event.title, title=each.link.title, where=each.where)
            for each in (*self.files, *self.elsewhere)
        )
        return (*own, *links)


def _place(found: Finding) -> str:
    line = f":{found.line}" if found.line else ""
    return f"{found.path}{line} {found.code}"


def _plain(text: str) -> Any:
    """A text as Markdown in which nothing has a meaning."""
    from markupsafe import Markup

    return Markup(escaped(text))


def _said(words: Words, key: str, **values: object) -> Any:
    """A line in which values are escaped for Markdown, unless they are Markdown already."""
    from markupsafe import Markup

    known = {name: str(each) if hasattr(each, "__html__") else escaped(str(each)) for name, each in values.items()}
    return Markup(words(f"statement.{key}", **known))
