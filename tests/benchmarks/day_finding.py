"""The other side of `labcamp dates`: imports the package `holidays` and builds the calendars that ours asks it for.

Usage: python day_finding.py ORGANISATIONS FIRST LAST. Of each region and country that the file of organisations names,
in each of the years, one calendar for public holidays, for school holidays, and for the days that some have off, with
German names: as its documentation says, with `country_holidays`. It ranks nothing and prints nothing.
"""

import re
import sys
from pathlib import Path

from holidays import country_holidays

SORTS = {"AT": ("public", "school", "bank"), "DE": ("public", "school", "catholic")}
OTHERS = ("public", "half_day", "optional", "de_facto")


def calendars(text: str, years: range) -> int:
    """How many days off all calendars have together."""
    regions = dict.fromkeys(re.findall(r"\b(?:region|country): ([A-Z]{2}(?:-[A-Z0-9]+)?)\b", text))
    count = 0
    for country, _, part in (region.partition("-") for region in regions):
        for sort in SORTS.get(country, OTHERS):
            for year in years:
                found = country_holidays(
                    country, subdiv=part or None, years=year, expand=False, categories=sort, language="de"
                )
                count += len(found)
    return count


def main(organisations: Path, first: int, last: int) -> None:
    """Build all of them once."""
    if not calendars(organisations.read_text("utf-8"), range(first, last + 1)):
        sys.exit("no calendar")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
