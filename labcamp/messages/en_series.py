"""Findings about the series as a whole in English."""

from labcamp.messages import Message

SERIES: dict[str, Message] = {
    "LC040": Message("there is no event in the year {year}", "there are some in these years: {known}", "`labcamp list` shows what there is"),
}  # fmt: skip
