"""Rules about the sentences that people write into an event file."""

import datetime as dt
import re
from collections.abc import Iterator

from labcamp.check.sense import MONTHS, Rule
from labcamp.findings import Finding, Place, finding
from labcamp.model import Event
from labcamp.model.texts import one_line
from labcamp.read import Source

# The names of each weekday, from Monday: German, English, and short ones of both
WEEKDAYS = (
    "Montag Monday Mo Mon", "Dienstag Tuesday Di Tue Tues", "Mittwoch Wednesday Mi Wed",
    "Donnerstag Thursday Do Thu Thur Thurs", "Freitag Friday Fr Fri", "Samstag Saturday Sonnabend Sa Sat",
    "Sonntag Sunday So Sun",
)  # fmt: skip
SHORT_MONTHS = ("Jan Jän", "Feb", "Mär Mrz Mar", "Apr", "", "Jun", "Jul", "Aug", "Sep Sept", "Okt Oct", "Nov", "Dez Dec")
NUMBER_OF = {name: number for number, names in enumerate(WEEKDAYS) for name in names.split()}
MONTH_OF = {
    name: number
    for number, names in enumerate(zip(MONTHS, SHORT_MONTHS, strict=True), 1)
    for name in " ".join(names).split()
}
# Whoever writes a weekday writes one of these, so a file without them is read no further.
SIGNS = ("tag", "day", "Mittwoch", "Sonnabend", *(f"{name}{end}" for name in NUMBER_OF if len(name) < 6 for end in ",. "))  # noqa: PLR2004
