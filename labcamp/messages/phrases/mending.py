"""Phrases in German and English side by side: what `check --fix` says."""

MENDING = {
    "ask_mend": {"de": "Diese Änderung schreiben? [J/n]", "en": "Write this change? [Y/n]"},
    "ask_mends": {"de": "Diese {count} Änderungen schreiben? [J/n]", "en": "Write these {count} changes? [Y/n]"},
    "nothing_to_mend": {
        "de": "Von selbst auszubessern ist hier nichts.",
        "en": "There is nothing here that could be mended without you.",
    },
    "nothing_written": {"de": "Nichts ist geschrieben.", "en": "Nothing is written."},
    "checked_wrong_mendable": {
        "de": "»labcamp check --fix« bessert einiges davon aus, den Rest ihr. Dann noch einmal: labcamp check",
        "en": "`labcamp check --fix` mends some of it; put the rest right. Then again: labcamp check",
    },
}
