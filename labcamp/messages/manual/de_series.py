"""Manual pages in German: what keeps the series from being counted."""

MANUAL: dict[str, str] = {
    "LC040": """
»labcamp stats --year« zählt nur, was in diesem Jahr stattgefunden hat. Das Jahr
einer Veranstaltung steht in ihrem date:, auch wenn dort nur ein Monat bekannt
ist; was gar kein Datum hat, gehört zu keinem Jahr. Ohne --year zählt labcamp
die ganze Reihe.
""",
}
