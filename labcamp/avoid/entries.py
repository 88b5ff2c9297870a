"""What is on some days that a series would rather avoid."""

import datetime as dt
from typing import NamedTuple

from labcamp.findings import Place


class Avoided(NamedTuple):
    """What is on some days, and where it says so."""

    first: dt.date
    last: dt.date
    title: str
    place: Place
    url: str = ""

    def is_on(self, first: dt.date, last: dt.date) -> bool:
        """Tell whether it is on one of the days from a first to a last."""
        return self.first <= last and first <= self.last
