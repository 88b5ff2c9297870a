"""What other programs have judged the packaged templates by: their results, which come with labcamp (`tested.json`)."""

import datetime as dt
import hashlib
import json
import pkgutil
from fnmatch import fnmatch
from functools import cache
from typing import NamedTuple, TypedDict, cast

from labcamp.files.templates import packaged_names, packaged_source

RESULTS = "tested.json"  # beside this module; the judges write it: pytest tests/judges --update-tested
# Which templates each sort of output is made from
MADE_FROM = {
    "site": ("site*.j2", "site-search.js", "paper-parts.html.j2"),
    "agenda": ("agenda.html.j2",),
    "mails": ("*.mail.j2", "mail.html.j2", "parts.html.j2"),
    "pdf": ("print.typ", "handout.typ", "paper.typ"),
}


class Result(TypedDict):
    """A judgement as it stands in the file: by whom, on which day, of which version and templates, of how many."""

    by: str
    day: str
    labcamp: str
    templates: str
    counts: dict[str, int]


class Judgement(NamedTuple):
    """One judgement without an objection: of how many examples of a sort, what about, by which programs, and when.

    It is `current` where the templates are those that were judged.
    """

    sort: str
    what: str
    by: str
    examples: int
    day: dt.date
    version: str
    current: bool


def judgements() -> tuple[Judgement, ...]:
    """What has been judged, sort by sort."""
    return tuple(
        Judgement(
            sort,
            what,
            found["by"],
            sum(found["counts"].values()),
            dt.date.fromisoformat(found["day"]),
            found["labcamp"],
            found["templates"] == print_of(sort),
        )
        for sort in MADE_FROM
        for what, found in sorted(results().get(sort, {}).items())
    )


def results() -> dict[str, dict[str, Result]]:
    """The results as they stand in the file, by sort and by what was judged."""
    content = pkgutil.get_data(__package__, RESULTS)
    return cast("dict[str, dict[str, Result]]", json.loads(content or b"{}"))


@cache
def print_of(sort: str) -> str:
    """The fingerprint of the packaged templates of a sort: another one where a sign of them has changed."""
    made = hashlib.sha256()
    for name in sorted(packaged_names()):
        if any(fnmatch(name, pattern) for pattern in MADE_FROM[sort]):
            found = packaged_source(name)
            made.update(f"{name}\n{found[0] if found else ''}\n".encode())
    return made.hexdigest()
