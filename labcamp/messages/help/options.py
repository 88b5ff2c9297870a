"""The help texts of what stands for a value, and of shared options, in German and English side by side."""

OPTIONS = {
    # what stands for a value
    "TABLE": {"de": "TABELLE", "en": "TABLE"},
    "YEAR": {"de": "JAHR", "en": "YEAR"},
    "EVENT": {"de": "TREFFEN", "en": "EVENT"},
    "KIND": {"de": "ART", "en": "KIND"},
    "CHANNEL": {"de": "KANAL", "en": "CHANNEL"},
    "FOLDER": {"de": "ORDNER", "en": "FOLDER"},
    "FILE": {"de": "DATEI", "en": "FILE"},
    "DATE": {"de": "DATUM", "en": "DATE"},
    "TEXT": {"de": "TEXT", "en": "TEXT"},
    "NUMBER": {"de": "ZAHL", "en": "NUMBER"},
    "SIZE": {"de": "GRÖSSE", "en": "SIZE"},
    "PERIOD": {"de": "ZEITRAUM", "en": "PERIOD"},
    "NAME": {"de": "NAME", "en": "NAME"},
    "ACCOUNT": {"de": "KONTO", "en": "ACCOUNT"},
    "ADDRESS": {"de": "ADRESSE", "en": "ADDRESS"},
    "SERVICE": {"de": "DIENST", "en": "SERVICE"},
    "TASK": {"de": "AUFGABE", "en": "TASK"},
    # shared arguments and options
    "version": {"de": "Zeigt die Version.", "en": "Show the version."},
    "event": {
        "de": "Name der Datei, Nummer, next oder last.",
        "en": "Name of the file, number, next or last.",
    },
    "event_or_next": {
        "de": "Name der Datei, Nummer, next oder last; ohne: die nächste, sonst die letzte.",
        "en": "Name of the file, number, next or last; without: the next one, else the last.",
    },
    "event_or_feed": {
        "de": "Name der Datei, Nummer, next oder last; ohne: das Abo der ganzen Reihe.",
        "en": "Name of the file, number, next or last; without: the feed of the whole series.",
    },
    "event_or_all": {
        "de": "Name der Datei, Nummer, next oder last; ohne: alle.",
        "en": "Name of the file, number, next or last; without: all.",
    },
    "channel": {
        "de": "slack, mastodon, bluesky, linkedin oder x.",
        "en": "slack, mastodon, bluesky, linkedin or x.",
    },
    "root": {
        "de": "Der Ordner, in dem events/ liegt; sonst der aktuelle.",
        "en": "The folder that holds events/; else the current one.",
    },
    "out": {"de": "Wohin die Dateien kommen; sonst nach out/.", "en": "Where the files go; else to out/."},
    "dry_run": {"de": "Nur sagen, was geschähe.", "en": "Only say what would happen."},
    "force": {
        "de": "Auch Dateien ersetzen, die ihr von Hand geändert habt.",
        "en": "Replace files that were changed by hand, too.",
    },
    "today": {"de": "So tun, als wäre es dieser Tag.", "en": "Act as if it were this day."},
    "lang": {"de": "Sprache der Ausgabe.", "en": "Language of what is said."},
    "open": {"de": "Danach öffnen, was entstanden ist.", "en": "Open what was made."},
}  # fmt: skip
