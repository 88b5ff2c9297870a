"""Two hundred sessions, 24 of them real, what people ask of them, and the site that is made of them."""

import datetime as dt
import json
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from sample import REPOSITORY, event_of, in_memory

from labcamp.model import Event
from labcamp.render import site
from labcamp.render.stage import stage_of
from labcamp.workspace import Workspace

FOLDER = REPOSITORY / "tests" / "site"


class Told(NamedTuple):
    """A session of the corpus."""

    id: str
    event: str
    title: str
    body: str
    by: str
    real: bool

    def holds(self, stems: str, title: bool = False) -> bool:
        """Tell whether one of some stems, which a `|` separates, is anywhere in it, or in its title."""
        text = self.title if title else " ".join((self.title, self.by, self.body))
        return any(stem in text.lower() for stem in stems.split("|"))


@cache
def sessions() -> tuple[Told, ...]:
    """All of them; those of an event stand together."""
    return tuple(Told(**each) for each in json.loads((FOLDER / "sessions.json").read_text("utf-8")))


@cache
def queries() -> list[tuple[str, str]]:
    """What is asked, and the stems that a session holds which is to be found."""
    return [(query, stems) for query, stems in json.loads((FOLDER / "queries.json").read_text("utf-8"))]


@cache
def more_queries() -> dict[str, list[tuple[str, str]]]:
    """The same for others, by their kind."""
    found = json.loads((FOLDER / "more-queries.json").read_text("utf-8"))
    return {kind: [(query, stems) for query, stems in pairs] for kind, pairs in found.items()}


def events() -> Iterator[Event]:
    """The events of the sessions, a month apart."""
    for number, (id_, told) in enumerate(groupby(sessions(), lambda each: each.event)):
        agenda = [
            {
                "id": each.id,
                "title": each.title,
                "teaser": each.body,
                **({"by": [{"name": each.by}]} if each.by else {}),
            }
            for each in told
        ]
        day = dt.date(2020, 1, 1) + dt.timedelta(days=30 * number)
        yield event_of(
            json.dumps({"title": "Treff", "status": "confirmed", "date": str(day), "agenda": agenda}), id_=id_
        )


def files_of(workspace: Workspace, *, drafts: bool = False) -> dict[str, bytes]:
    """The files of the site by their addresses."""
    made = site.render(stage_of(workspace), drafts=drafts, pdf=False)
    return {file.name.removeprefix("site/"): file.content for file in made}


@cache
def corpus() -> dict[str, bytes]:
    """The files of the site of the corpus by their addresses."""
    return files_of(in_memory(Path("nowhere"), events()))


def written(files: dict[str, bytes], folder: Path) -> Path:
    """The site of some files in a folder."""
    for address, content in files.items():
        file = folder / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return folder
