"""Phrases in German and English side by side: what is said after a check."""

CHECKS = {
    # findings
    "hint": {"de": "Tipp", "en": "hint"},
    "or_hint": {"de": "oder", "en": "or"},
    "before": {"de": "Vorher", "en": "Before"},
    "after": {"de": "Nachher", "en": "After"},
    "says": {"de": "Meldung", "en": "says"},
    "error": {"de": "{count} Fehler", "en": "{count} error"},
    "errors": {"de": "{count} Fehler", "en": "{count} errors"},
    "advice": {"de": "{count} Rat", "en": "{count} piece of advice"},
    "advices": {"de": "{count} Ratschläge", "en": "{count} pieces of advice"},
    "advice_left": {
        "de": "Dazu {count}: »labcamp check« sagt mehr.",
        "en": "And {count}: `labcamp check` tells more.",
    },
    "checked_fine": {
        "de": "Veranstaltungen geprüft: {count}. Alles in Ordnung. »labcamp build« macht daraus alle Dateien.",
        "en": "Events checked: {count}. All is well. `labcamp build` makes all files from them.",
    },
    "checked_advice": {
        "de": "Veranstaltungen geprüft: {count}. Nichts hält euch auf. »labcamp build« macht daraus alle Dateien.",
        "en": "Events checked: {count}. Nothing holds you up. `labcamp build` makes all files from them.",
    },
    "checked_wrong": {
        "de": "Bessert das in den Dateien aus, dann noch einmal: labcamp check",
        "en": "Put this right in the files, then again: labcamp check",
    },
    "calendars_fine": {
        "de": "Kalenderdateien geprüft: {count}. Alles in Ordnung, ihr könnt sie weitergeben.",
        "en": "Calendar files checked: {count}. All is well, pass them on.",
    },
    "calendars_advice": {
        "de": "Kalenderdateien geprüft: {count}. Nichts hält euch auf. Mehr dazu: labcamp explain {code}",
        "en": "Calendar files checked: {count}. Nothing holds you up. More about it: labcamp explain {code}",
    },
    "calendars_wrong": {
        "de": "Bessert das aus, oder gebt es dorthin weiter, wo die Datei herkommt. Mehr dazu: labcamp explain {code}",
        "en": "Put this right, or tell those the file comes from. More about it: labcamp explain {code}",
    },
    "explain_next": {
        "de": "Mehr zu einem davon: labcamp explain LC301",
        "en": "More about one of them: labcamp explain LC301",
    },
}  # fmt: skip
