"""The help texts of options that only some commands have, in German and English side by side."""

SINGLE = {
    "to_people": {
        "de": "Die Liste der Teilnehmenden als CSV; sonst private/<id>.csv.",
        "en": "The list of participants as CSV; else private/<id>.csv.",
    },
    "force_forget": {
        "de": "Auch, wenn die Veranstaltung noch nicht vorbei ist oder die Liste sich nicht zählen lässt.",
        "en": "Even when the event is not over yet, or its list cannot be counted.",
    },
    "mail_kind": {
        "de": "Welche Mail, etwa save-the-date oder thanks.",
        "en": "Which mail, such as save-the-date or thanks.",
    },
    "ready": {
        "de": "Die Mail so, wie ein Server sie verschickt, mit Kopfzeilen zum Abbestellen.",
        "en": "The mail as a server sends it, with the headers to unsubscribe.",
    },
    "to": {
        "de": "Eine Mail für jede Person dieser CSV-Liste; ohne Datei: private/<Name>.csv.",
        "en": "A mail for each person on this CSV list; without a file: private/<name>.csv.",
    },
    "limit": {
        "de": "Nur für so viele Personen, zum Ansehen.",
        "en": "Only for so many people, to have a look.",
    },
    "imap": {
        "de": "In den Ordner für Entwürfe dieses Kontos; die Konten stehen in accounts.yaml.",
        "en": "Into the folder for drafts of this account; the accounts are in accounts.yaml.",
    },
    "mbox": {
        "de": "Als eine Datei, die Thunderbird und Apple Mail importieren.",
        "en": "As one file, which Thunderbird and Apple Mail import.",
    },
    "maildir": {
        "de": "Als Maildir, für mutt, KMail, Evolution und Claws Mail.",
        "en": "As a Maildir, for mutt, KMail, Evolution and Claws Mail.",
    },
    "force_drafts": {
        "de": "Auch Dateien ersetzen, die ihr geändert habt; mit --imap auch anlegen, was schon verschickt ist.",
        "en": "Replace files that you changed, too; with --imap also make what has been sent already.",
    },
    "for": {
        "de": "Für einen Versanddienst: listmonk oder keila (Entwurf einer Kampagne als JSON), paste (HTML für CleverReach, rapidmail, Brevo).",
        "en": "For a service that sends it: listmonk or keila (draft of a campaign as JSON), paste (HTML for CleverReach, rapidmail, Brevo).",
    },
    "print_kind": {
        "de": "agenda, run-sheet, badges, attendance-list, table-cards oder signs.",
        "en": "agenda, run-sheet, badges, attendance-list, table-cards or signs.",
    },
    "notes": {
        "de": "Mit Zeilen zum Mitschreiben (agenda).",
        "en": "With lines to write on (agenda).",
    },
    "no_pdf": {
        "de": "Ohne PDF-Dateien. Das geht viel schneller.",
        "en": "Without PDF files. That is much quicker.",
    },
    "size": {
        "de": "Wie groß Namensschilder sind: 90x54 oder 105x74 mm (badges).",
        "en": "How large badges are: 90x54 or 105x74 mm (badges).",
    },
    "tasks": {"de": "Der Name einer Aufgabe, wie invitation; auch mehrere.", "en": "The name of a task, such as invitation; or several."},
    "to_organisation": {
        "de": "Kennung aus organisations.yaml; sonst der Gastgeber, wenn es genau einen gibt.",
        "en": "Id from organisations.yaml; else the host, where there is exactly one.",
    },
    "undo": {"de": "Doch nicht erledigt.", "en": "Not done after all."},
    "all_events": {"de": "Für alle Veranstaltungen, die anstehen oder noch nicht lange vorbei sind.", "en": "For all events to come, or not long over."},
    "with_done": {"de": "Auch zeigen, was erledigt ist.", "en": "Show what is done, too."},
    "format_tasks": {
        "de": "Zum Lesen, zum Einfügen (markdown, issue), oder als Datei für Excel (csv) und Kalender (ics) in private/out/.",
        "en": "To read, to paste (markdown, issue), or as a file for Excel (csv) and calendars (ics) in private/out/.",
    },
    "strict": {"de": "Ratschläge zählen als Fehler.", "en": "Advice counts as an error."},
    "format": {
        "de": "Für Menschen, für Programme, für GitHub Actions oder für GitLab CI.",
        "en": "For people, for programs, for GitHub Actions or for GitLab CI.",
    },
    "year": {"de": "Nur dieses Jahr.", "en": "Only this year."},
    "table": {
        "de": "Nur diese: events, participants, uncounted, inputs, hosts, countries, levels oder newcomers.",
        "en": "Only this one: events, participants, uncounted, inputs, hosts, countries, levels or newcomers.",
    },
    "schema_of": {
        "de": "event, series, organisations oder private; ohne: event.",
        "en": "event, series, organisations or private; without: event.",
    },
    "format_table": {
        "de": "Für Menschen, für eine Tabellenkalkulation (csv) oder für einen Text (markdown).",
        "en": "For people, for a spreadsheet (csv) or for a text (markdown).",
    },
    "open_table": {
        "de": "Die Tabelle in out/ ablegen und öffnen, etwa in Excel.",
        "en": "Put the table into out/ and open it, in Excel for instance.",
    },
    "fix": {
        "de": "Ausbessern, was nur eine richtige Antwort hat: Uhrzeiten, Tage, deutsche Schlüssel, # im Text. Zeigt erst, was sich ändert.",
        "en": "Mend what has one right answer: times, days, German keys, # in a text. It shows first what changes.",
    },
    "stdin": {
        "de": "Für Editoren: den Text einer Datei lesen, die noch nicht gespeichert ist; mit --fix kommt er ausgebessert zurück.",
        "en": "For editors: read the text of a file that is not saved yet; with --fix it comes back mended.",
    },
    "filename": {
        "de": "Welche Datei der Text von --stdin ist, wie events/labcamp-12.yaml.",
        "en": "Which file the text of --stdin is, such as events/labcamp-12.yaml.",
    },
    "ics_files": {"de": "Eine oder mehrere Kalenderdateien.", "en": "One or more calendar files."},
    "code": {"de": "Wie LC301 oder session-outside-event.", "en": "Such as LC301 or session-outside-event."},
    "drafts": {"de": "Auch die Entwürfe ins Abo nehmen.", "en": "Take drafts into the feed, too."},
    "sessions": {
        "de": "Jeden Programmpunkt einzeln.",
        "en": "Each session on its own.",
    },
    "person": {
        "de": "Nur die Programmpunkte dieser Person.",
        "en": "Only the sessions of this person.",
    },
    "organisation": {
        "de": "Nur die Programmpunkte dieser Organisation.",
        "en": "Only the sessions of this organisation.",
    },
    "deadlines": {
        "de": "Für euch selbst: was bis wann zu tun ist; nach private/out/.",
        "en": "For yourselves: what is due when; to private/out/.",
    },
    "participants": {
        "de": "Für Teilnehmer:innen, mit dem Zugang aus private/; nach private/out/.",
        "en": "For participants, with the way to join from private/; to private/out/.",
    },
    "invite": {
        "de": "Einladung in den Kalender dieser Person, samt Mail; mehrmals möglich; nach private/out/.",
        "en": "Invitation to this person's calendar, with its mail; may be given several times; to private/out/.",
    },
    "cancel_to": {
        "de": "Absage in den Kalender dieser Person, samt Mail; mehrmals möglich; nach private/out/.",
        "en": "Cancellation to this person's calendar, with its mail; may be given several times; to private/out/.",
    },
    "new_date": {
        "de": "Das neue Datum, wie 2027-09-23 oder 23.09.2027.",
        "en": "The new date, such as 2027-09-23 or 23.09.2027.",
    },
    "new_time": {
        "de": "Die neue Uhrzeit, wie 15:00-18:00.",
        "en": "The new time, such as 15:00-18:00.",
    },
    "reason": {
        "de": "Warum, in einem Satz für alle.",
        "en": "Why, in a sentence for everybody.",
    },
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
    "event_or_list": {
        "de": "Kennung, Nummer, next oder last; sonst beginnt es mit der Übersicht.",
        "en": "Id, number, next or last; else it begins with the list of all.",
    },
    "port": {
        "de": "An diesem Port; sonst 8765 oder der nächste freie.",
        "en": "At this port; else 8765, or the next one that is free.",
    },
    "private": {
        "de": "Auch private/ lesen und den Zugang zeigen.",
        "en": "Read private/, too, and show the way in.",
    },
    "event_sought": {
        "de": "Die Veranstaltung, die einen neuen Tag braucht; ohne: eine neue.",
        "en": "The event that needs a new day; without: a new one.",
    },
    "between": {
        "de": "Wie 2027-09-01/2027-11-30 oder 2027-09/2027-11; sonst die übliche Zeit nach dem letzten Treffen.",
        "en": "Such as 2027-09-01/2027-11-30 or 2027-09/2027-11; else the usual time after the last event.",
    },
    "weekday": {
        "de": "Wie Di,Mi,Do oder Di-Do; sonst Montag bis Freitag.",
        "en": "Such as Tue,Wed,Thu or Tue-Thu; else Monday to Friday.",
    },
    "time_of_day": {
        "de": "Wie 14:00-17:00; sonst die Uhrzeit des letzten Treffens.",
        "en": "Such as 14:00-17:00; else the hours of the last event.",
    },
    "top": {"de": "Höchstens so viele Tage.", "en": "At most so many days."},
    "format_dates": {
        "de": "table für Menschen, csv für die Tabellenkalkulation.",
        "en": "table for people, csv for a spreadsheet.",
    },
    "open_browser": {"de": "Gleich im Browser öffnen.", "en": "Open it in the browser at once."},
}  # fmt: skip
