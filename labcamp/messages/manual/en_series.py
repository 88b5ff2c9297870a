"""Manual pages in English: what keeps the series from being counted."""

MANUAL: dict[str, str] = {
    "LC040": """
`labcamp stats --year` counts only what was held in that year. The year of an
event is in its date:, even where only the month is known; what has no date at
all belongs to no year. Without --year labcamp counts the whole series.
""",
}
