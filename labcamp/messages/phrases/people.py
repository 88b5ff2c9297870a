"""Phrases in German and English side by side: lists of people, and forgetting them."""

PEOPLE = {
    # how a list was read
    "people_read": {
        "de": "{path}: {encoding}; zwischen den Spalten steht {delimiter}",
        "en": "{path}: {encoding}; between the columns stands {delimiter}",
    },
    "encoding_utf-8": {"de": "UTF-8", "en": "UTF-8"},
    "encoding_utf-8-sig": {"de": "UTF-8 mit Kennung (BOM)", "en": "UTF-8 with its mark (BOM)"},
    "encoding_cp1252": {"de": "Windows-1252, wie älteres Excel", "en": "Windows-1252, as older Excel writes"},
    "encoding_utf-16": {"de": "UTF-16 (»Unicode-Text« aus Excel)", "en": "UTF-16 (Excel's 'Unicode text')"},
    "delimiter_;": {"de": "ein Semikolon", "en": "a semicolon"},
    "delimiter_,": {"de": "ein Komma", "en": "a comma"},
    "delimiter_\t": {"de": "ein Tabulator", "en": "a tab"},
    "delimiter_|": {"de": "ein senkrechter Strich", "en": "a vertical bar"},
    "column_header": {"de": "Spalte", "en": "column"},
    "column_meaning": {"de": "verstanden als", "en": "understood as"},
    "columns_unused": {"de": "Unbeachtet bleiben: {columns}", "en": "Left unheeded: {columns}"},
    "meaning_email": {"de": "Mailadresse", "en": "mail address"},
    "meaning_name": {"de": "Name", "en": "name"},
    "meaning_given": {"de": "Vorname", "en": "first name"},
    "meaning_family": {"de": "Nachname", "en": "last name"},
    "meaning_reversed": {"de": "Nachname, Vorname", "en": "last name, first name"},
    "meaning_organisation": {"de": "Organisation", "en": "organisation"},
    "meaning_country": {"de": "Land", "en": "country"},
    "meaning_status": {"de": "Stand der Anmeldung", "en": "status of the registration"},
    "meaning_paid": {"de": "bezahlt oder nicht", "en": "paid or not"},
    "meaning_came": {"de": "war da", "en": "was there"},
    "meaning_consent": {"de": "Einwilligung in Mails", "en": "consent to mail"},
    # how many there are of whom
    "column_counted": {"de": "gezählt", "en": "counted"},
    "column_value": {"de": "was", "en": "what"},
    "column_people": {"de": "Menschen", "en": "people"},
    "column_line": {"de": "Zeile", "en": "line"},
    "column_name": {"de": "Name", "en": "name"},
    "column_email": {"de": "Mailadresse", "en": "mail address"},
    "column_organisation": {"de": "Organisation", "en": "organisation"},
    "column_country": {"de": "Land", "en": "country"},
    "column_seat": {"de": "Platz", "en": "seat"},
    "counted_seat": {"de": "Platz", "en": "seat"},
    "counted_left_out": {"de": "ausgelassen", "en": "left out"},
    "counted_came": {"de": "waren da", "en": "were there"},
    "not_said": {"de": "nicht gesagt", "en": "not said"},
    "seat_confirmed": {"de": "bestätigt", "en": "confirmed"},
    "seat_pending": {"de": "ausstehend", "en": "pending"},
    "seat_waiting": {"de": "Warteliste", "en": "waiting list"},
    "left_out_cancelled": {"de": "abgesagt oder storniert", "en": "cancelled"},
    "left_out_expired": {"de": "abgelaufen", "en": "expired"},
    "left_out_redeemed": {"de": "Gutschein schon eingelöst", "en": "voucher redeemed already"},
    "left_out_status-unknown": {"de": "Stand unklar", "en": "status unclear"},
    "left_out_no-consent": {"de": "keine Einwilligung", "en": "no consent"},
    "left_out_twice": {"de": "doppelt", "en": "twice"},
    "left_out_no-address": {"de": "keine Mailadresse", "en": "no mail address"},
    "left_out_address-not-readable": {"de": "Mailadresse stimmt nicht", "en": "mail address is not right"},
    "left_out_not-readable": {"de": "Zeile nicht lesbar", "en": "row not readable"},
    "people_next": {
        "de": "Stimmt alles? Dann zum Beispiel: labcamp render-mail {kind} {event} --to {path}",
        "en": "Is all of it right? Then for example: labcamp render-mail {kind} {event} --to {path}",
    },
    "people_none": {
        "de": "Hier bekommt niemand eine Mail. Bessert die Liste aus, dann noch einmal: labcamp people",
        "en": "Nobody here gets mail. Mend the list, then again: labcamp people",
    },
    # forgetting
    "removed": {"de": "gelöscht", "en": "deleted"},
    "would_removed": {"de": "fiele weg", "en": "to go"},
    "forget_nothing": {
        "de": "Über die Menschen von {id} ist hier nichts gespeichert; da ist nichts zu löschen.",
        "en": "Nothing is stored here about the people of {id}; there is nothing to delete.",
    },
    "forget_counted_before": {
        "de": "Die Teilnahme steht schon in der Datei: {people}. Das bleibt, wie es ist.",
        "en": "The attendance stands in the file already: {people}. It stays as it is.",
    },
    "forget_came": {
        "de": "Es waren da: {people}; Organisationen: {labs}.",
        "en": "There were: {people}; organisations: {labs}.",
    },
    "forget_registered": {
        "de": "Angemeldet waren: {people}; Organisationen: {labs}. Wer kam, sagt die Liste nicht: Wisst ihr es, "
        "dann ändert attendance: in der Datei.",
        "en": "Registered were: {people}; organisations: {labs}. The list does not say who came: if you know better, "
        "change attendance: in the file.",
    },
    "forget_drafts": {"de": "{line}/ (Dateien: {count})", "en": "{line}/ (files: {count})"},
    "forget_link": {
        "de": "{path} war nur eine Verknüpfung: Wohin sie führte, liegt die Datei noch.",
        "en": "{path} was only a link: where it led to, the file is still there.",
    },
    "forget_left": {
        "de": "In {folder} liegt noch, was labcamp nicht kennt: {names}",
        "en": "In {folder} there is still what labcamp does not know: {names}",
    },
    "dry_run_forget": {
        "de": "Probelauf: Nichts ist gelöscht. Ohne --dry-run geschieht es, und es lässt sich nicht rückgängig machen.",
        "en": "A dry run: nothing is deleted. Without --dry-run it will be, and it cannot be undone.",
    },
    "forget_done": {
        "de": "Denkt auch an Kopien: im Mailprogramm, im Anmeldeprogramm, in Sicherungen, im Papierkorb.",
        "en": "Think of copies, too: in the mail program, where people registered, in backups, in the trash.",
    },
}  # fmt: skip
