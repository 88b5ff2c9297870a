"""The page of the site that states how accessible it is: which it is, what is open in it, and from which day it is."""

import datetime as dt
from collections.abc import Iterable, Iterator

from labcamp.model.said_days import MONTH_OF, said_days
from labcamp.patterns import pattern_of
from labcamp.workspace.material import OwnPage

# What the page is called, by language; the others are what people call it, too
NAMES = {"de": "barrierefreiheit", "en": "accessibility"}
STATEMENTS = (
    *NAMES.values(),
    "erklaerung-zur-barrierefreiheit",
    "barrierefreiheitserklaerung",
    "accessibility-statement",
)
OPEN = pattern_of(r"\\?\[(?:…|\.\.\.)[^\]]*\]")  # a place that people have to fill in, however Markdown escapes it
# Sentences that say when the statement was made or looked at
TOLD = pattern_of(r"\b(?:erstellt|überprüft|aktualisiert|Stand|prepared|reviewed|updated|created)\b")
DAY = pattern_of(
    r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}\.\s?(?:\d{1,2}\.\s?|(?:MONTH)\s)\d{4}\b|\b\d{1,2}\s(?:MONTH)\s\d{4}\b"
    r"|\b(?:MONTH)\s\d{1,2},?\s\d{4}\b".replace("MONTH", "|".join(sorted(MONTH_OF, key=len, reverse=True)))
)


def statement_of(pages: Iterable[OwnPage]) -> OwnPage | None:
    """The page that states how accessible the site is; None where there is none."""
    known = {page.id: page for page in pages}
    return next((known[id_] for id_ in STATEMENTS if id_ in known), None)


def open_in(text: str) -> list[str]:
    """The places of a text that people still have to fill in, each as it stands there: `[… Mailadresse]`."""
    return OPEN.findall(text)


def day_of(text: str, today: dt.date) -> dt.date | None:
    """The last day, up to today, on which a statement says that it was made or looked at; None where it says none."""
    return max((day for day in _days(text) if day <= today), default=None)


def _days(text: str) -> Iterator[dt.date]:
    for line in filter(TOLD.search, text.split("\n")):
        for found in DAY.findall(line):
            try:
                said = said_days(found)
            except ValueError:  # there is no such day
                continue
            if said:
                yield said[0]


def is_old(day: dt.date, today: dt.date) -> bool:
    """Tell whether a day lies more than a year back: statements are to be looked at once a year."""
    leap = (day.month, day.day) == (2, 29)
    return today > (dt.date(day.year + 1, 3, 1) if leap else day.replace(year=day.year + 1))
