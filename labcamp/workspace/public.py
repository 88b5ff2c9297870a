"""What everybody may read of a workspace: no drafts, and nobody who does not want to be named."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from labcamp.model import Event, Link, Person, Series
from labcamp.model.series import Frozen, hiding, is_nobody
from labcamp.model.session import Takeaway
from labcamp.workspace import Workspace
from labcamp.workspace.material import OwnPage
from labcamp.workspace.statement import open_in, statement_of

NOBODY = "N. N."  # stands where a text names somebody who is hidden
WITH_PEOPLE = ("recording", "photo")  # what they have to agree to


def public(workspace: Workspace, *, drafts: bool = False) -> Workspace:
    """A workspace without drafts of events and pages, unless they are looked at, and without people who are hidden."""
    shown = [event for event in workspace.events if drafts or not event.draft]
    workspace = workspace if drafts else replace(workspace, pages=_finished(workspace.pages))
    if not (names := workspace.series.people.hide):
        return replace(workspace, events=tuple(shown))
    hidden = hiding(names)
    return replace(
        workspace,
        events=tuple(_without(event, hidden) for event in shown),
        pages=tuple(_unsaid(own, hidden) for own in workspace.pages),
        papers=tuple(_blanked(paper, hidden) for paper in workspace.papers),
    )


def _finished(pages: tuple[OwnPage, ...]) -> tuple[OwnPage, ...]:
    """The pages without the statement about accessibility, while something is open in it."""
    statement = statement_of(pages)
    return tuple(page for page in pages if page is not statement or not open_in(page.text))


def address_on_web(series: Series, address: str) -> str:
    """Where a page of the site is found on the web, or a place on it; empty where nobody knows (`public:`)."""
    if not series.public:
        return ""
    page, sign, place = address.partition("#")
    return f"{series.public.rstrip('/')}/{page.removesuffix('index.html')}{sign}{place}"


def known(person: Person) -> Person | None:
    """Somebody with a name, else the organisation that is to send somebody; None where nothing is known."""
    if not person.name or not is_nobody(person.name):
        return person
    return Person(organisation=person.organisation) if person.organisation else None


def on_the_site(links: Iterable[Link]) -> Iterator[Link]:
    """The links that may be shown: no questionnaire, none against anybody's will, no picture of people unasked."""
    for link in links:
        willing = link.consent if link.type in WITH_PEOPLE else link.consent is not False
        if willing and link.type != "feedback":
            yield link


def _without(event: Event, hidden: re.Pattern[str]) -> Event:
    """An event without some people: they neither speak nor moderate, and texts do not name them."""
    without: Event = _blanked(event, hidden)
    return without


def _unsaid(own: OwnPage, hidden: re.Pattern[str]) -> OwnPage:
    """A page of their own whose text does not name some people."""
    return own._replace(title=hidden.sub(NOBODY, own.title), text=hidden.sub(NOBODY, own.text))


def _blanked(value: Any, hidden: re.Pattern[str]) -> Any:
    if isinstance(value, str):
        return hidden.sub(NOBODY, value)
    if isinstance(value, tuple):
        return tuple(_blanked(each, hidden) for each in _shown(value, hidden))
    if isinstance(value, Frozen):
        changed = {name: _blanked(getattr(value, name), hidden) for name in type(value).model_fields}
        if isinstance(value, Takeaway) and value.by and not changed["by"]:
            changed["by"] = (Person(name=NOBODY),)  # else it would be said by those of its session
        return value.model_copy(update=changed)
    return value


def _shown(values: tuple[Any, ...], hidden: re.Pattern[str]) -> Iterator[Any]:
    """The values, of which hidden people are left as what they stand for: their organisation, or nothing."""
    for value in values:
        if not (isinstance(value, Person) and value.name and hidden.search(value.name)):
            yield value
        elif value.organisation:
            yield Person(organisation=value.organisation)
