"""Phrases in German and English side by side: for how many something is printed."""

PRINTING = {
    "printed_people": {"de": "Für {count} Personen", "en": "For {count} people"},
    "printed_people_one": {"de": "Für 1 Person", "en": "For 1 person"},
}  # fmt: skip
