"""The help texts of the command line, in German and English side by side."""

HELP = {
    "labcamp": {
        "de": "Einladung, Kalender, Programm und Newsletter aus einer Textdatei je Veranstaltung.",
        "en": "Invitation, calendar, agenda and newsletter from one text file an event.",
    },
    # commands
    "init": {
        "de": "Legt einen Ordner mit allem an, was eine Reihe braucht; überschreibt nichts.",
        "en": "Make a folder with all that a series needs; nothing is overwritten.",
    },
    "new-event": {
        "de": "Legt die Datei einer Veranstaltung an und fragt nach dem, was fehlt.",
        "en": "Make the file of an event, and ask for what is missing.",
    },
    "list": {
        "de": "Zeigt alle Veranstaltungen und was ihnen noch fehlt.",
        "en": "Show all events and what they still lack.",
    },
    "show": {
        "de": "Zeigt alles über eine Veranstaltung; ohne Angabe über die nächste.",
        "en": "Show everything about one event; without a name about the next.",
    },
    "check": {
        "de": "Sagt, was in den Dateien nicht stimmt, mit Zeile und Spalte.",
        "en": "Say what is wrong in the files, with line and column.",
    },
    "explain": {
        "de": "Erklärt eine Meldung von »check«, oder zählt alle auf.",
        "en": "Explain a finding of `check`, or list all of them.",
    },
    "build": {
        "de": "Macht alle Dateien aller Veranstaltungen.",
        "en": "Make all files of all events.",
    },
    "export-ics": {
        "de": "Macht die Kalenderdatei einer Veranstaltung, oder das Abo der Reihe.",
        "en": "Make the calendar file of one event, or the feed of the series.",
    },
    "render-invitation": {
        "de": "Macht die Einladung einer Veranstaltung: Mailentwurf, HTML, Text.",
        "en": "Make the invitation of one event: mail draft, HTML, text.",
    },
    "render-agenda": {
        "de": "Macht das Programm einer Veranstaltung zum Ausdrucken.",
        "en": "Make the agenda handout of one event.",
    },
    "render-newsletter": {
        "de": "Macht den Newsletter zu einer Veranstaltung: Mailentwurf, HTML, Text.",
        "en": "Make the newsletter about one event: mail draft, HTML, text.",
    },
    "templates": {
        "de": "Zeigt, welche Vorlagen gelten, und holt eine zum Ändern.",
        "en": "Show which templates win, and take one to change it.",
    },
    "schema": {
        "de": "Gibt das JSON-Schema der Veranstaltungsdatei aus, für Editoren.",
        "en": "Print the JSON Schema of the event file, for editors.",
    },
    # what stands for a value
    "FOLDER": {"de": "ORDNER", "en": "FOLDER"},
    "DATE": {"de": "DATUM", "en": "DATE"},
    "TEXT": {"de": "TEXT", "en": "TEXT"},
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
    # options of single commands
    "strict": {"de": "Ratschläge zählen als Fehler.", "en": "Advice counts as an error."},
    "format": {
        "de": "Für Menschen, für Programme oder für GitHub Actions.",
        "en": "For people, for programs or for GitHub Actions.",
    },
    "code": {"de": "Wie LC301 oder session-outside-event.", "en": "Such as LC301 or session-outside-event."},
    "drafts": {"de": "Auch die Entwürfe ins Abo nehmen.", "en": "Take drafts into the feed, too."},
    "copy": {
        "de": "Diese Vorlage nach templates/ holen; überschreibt nichts.",
        "en": "Take this template into templates/; nothing is overwritten.",
    },
    "number": {"de": "Nummer in der Reihe.", "en": "Number in the series."},
    "title": {"de": "Titel, wenn er nicht aus der Nummer folgt.", "en": "Title, if it does not follow from the number."},
    "theme": {"de": "Worum es geht.", "en": "What it is about."},
    "date": {
        "de": "Wie 2027-03-11, 11.03.2027 oder nur 2027-03.",
        "en": "Such as 2027-03-11, 11.03.2027 or only 2027-03.",
    },
    "time": {"de": "Wie 14:00-17:00.", "en": "Such as 14:00-17:00."},
    "place": {"de": "online oder der Name des Ortes.", "en": "online, or the name of the place."},
    "host": {
        "de": "Kennung aus organisations.yaml; mehrmals möglich.",
        "en": "Id from organisations.yaml; may be given several times.",
    },
    "status": {"de": "draft, confirmed oder cancelled.", "en": "draft, confirmed or cancelled."},
    "id": {"de": "Name der Datei; sonst folgt er aus Nummer oder Titel.", "en": "Name of the file; else it follows from number or title."},
    "language": {"de": "de, en, de-AT oder de-CH; sonst die der Reihe.", "en": "de, en, de-AT or de-CH; else that of the series."},
    "yes": {"de": "Nichts fragen und die Vorschläge nehmen.", "en": "Ask nothing and take the proposals."},
    "folder": {"de": "Der neue Ordner; sonst der aktuelle.", "en": "The new folder; else the current one."},
    "series": {"de": "Name der Reihe.", "en": "Name of the series."},
    "domain": {
        "de": "Eure Domain; sie steckt in der Kennung jedes Kalendereintrags.",
        "en": "Your domain; it is part of the id of each calendar entry.",
    },
    "organiser": {"de": "Wer die Reihe veranstaltet.", "en": "Who organises the series."},
    "mail": {"de": "Mailadresse für Fragen.", "en": "Mail address for questions."},
}  # fmt: skip
