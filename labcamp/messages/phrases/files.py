"""Phrases in German and English side by side: what became of files, and for whom they are."""

FILES = {
    # files
    "created": {"de": "angelegt", "en": "created"},
    "updated": {"de": "erneuert", "en": "updated"},
    "unchanged": {"de": "unverändert", "en": "unchanged"},
    "kept": {"de": "behalten", "en": "kept"},
    "would_created": {"de": "neu", "en": "new"},
    "would_updated": {"de": "anders", "en": "changed"},
    "would_unchanged": {"de": "unverändert", "en": "unchanged"},
    "would_kept": {"de": "bliebe", "en": "kept"},
    "dry_run": {
        "de": "Probelauf: Nichts ist geschrieben. Ohne --dry-run geschieht es.",
        "en": "A dry run: nothing is written. Without --dry-run it will be.",
    },
    "open_it": {"de": "Öffnet jetzt {path}", "en": "Now open {path}"},
    "mail_next": {
        "de": "Lest sie im Browser ({page}); {draft} öffnet sich in Outlook und Thunderbird zum Weiterschreiben.",
        "en": "Read it in the browser ({page}); {draft} opens in Outlook and Thunderbird for writing.",
    },
    "mail_ready": {
        "de": "Diese Datei verschickt ein Programm so, wie sie ist. Lest sie vorher.",
        "en": "A program sends this file as it is. Read it first.",
    },
    # a mail for each person
    "made_each": {"de": "{count} Entwürfe", "en": "{count} drafts"},
    "made_each_one": {"de": "1 Entwurf", "en": "1 draft"},
    "rows_left_out": {"de": "{count} Zeilen ausgelassen", "en": "{count} rows left out"},
    "rows_left_out_one": {"de": "1 Zeile ausgelassen", "en": "1 row left out"},
    "not_yet": {"de": "{count} Personen noch nicht (--limit)", "en": "{count} people not yet (--limit)"},
    "not_yet_one": {"de": "1 Person noch nicht (--limit)", "en": "1 person not yet (--limit)"},
    "without_seat": {"de": "{count} Personen ohne festen Platz", "en": "{count} people without a certain seat"},
    "without_seat_one": {"de": "1 Person ohne festen Platz", "en": "1 person without a certain seat"},
    "personal_next": {
        "de": "Lest einen in {folder}/. Alle in eure Entwürfe legt: labcamp draft {kind} {event} --to --imap KONTO",
        "en": "Read one in {folder}/. All go among your drafts with labcamp draft {kind} {event} --to --imap ACCOUNT",
    },
    "personal_ready": {
        "de": "Die Dateien in {folder}/ verschickt ein Programm so, wie sie sind. Lest vorher eine davon.",
        "en": "A program sends the files in {folder}/ as they are. Read one of them first.",
    },
    "score": {"de": "Newsletter: {points} von {of} Punkten.", "en": "Newsletter: {points} of {of} points."},
    "cannot_open": {
        "de": "Kein Programm öffnet {path}; öffnet die Datei von Hand.",
        "en": "No program opens {path}; open it by hand.",
    },
    "kind_calendar": {"de": "Kalender", "en": "calendar"},
    "kind_feed": {"de": "Kalender-Abo", "en": "feed"},
    "kind_invitation": {"de": "Einladung", "en": "invitation"},
    "kind_agenda": {"de": "Programm", "en": "agenda"},
    "kind_handout": {"de": "Programm-PDF", "en": "agenda PDF"},
    "kind_newsletter": {"de": "Newsletter", "en": "newsletter"},
    "writing": {"de": "Schreiben", "en": "writing"},
    # calendar files: for whom they are, and what to do with them
    "for_feed": {
        "de": "Für alle: Stellt die Datei ins Netz. Wer sie abonniert, bekommt jede Änderung von selbst.",
        "en": "For everybody: put the file on the web. Who subscribes to it gets every change without asking.",
    },
    "for_feed_public": {
        "de": "Für alle: Stellt die Datei ins Netz. Zum Abonnieren: {https} oder {webcal}",
        "en": "For everybody: put the file on the web. To subscribe: {https} or {webcal}",
    },
    "for_single": {
        "de": "Für alle: zum Herunterladen oder als Anhang an eine Mail.",
        "en": "For everybody: to be downloaded, or attached to a mail.",
    },
    "for_sessions": {
        "de": "Für alle, die einzelne Programmpunkte wollen. Outlook legt dafür einen eigenen Kalender an.",
        "en": "For everybody who would rather have single sessions. Outlook makes a calendar of its own for it.",
    },
    "for_person": {
        "de": "Für diese Person: nur die eigenen Programmpunkte.",
        "en": "For this person: only their own sessions.",
    },
    "for_organisation": {
        "de": "Für diese Organisation: nur die eigenen Programmpunkte.",
        "en": "For this organisation: only its own sessions.",
    },
    "for_deadlines": {
        "de": "Für euch im Organisationsteam, nicht zum Veröffentlichen.",
        "en": "For you who organise, not to be published.",
    },
    "for_participants": {
        "de": "Nur für Teilnehmer:innen, denn darin steht der Zugang: per Mail schicken, nie veröffentlichen.",
        "en": "For participants alone, for it says how to join: send it by mail, never publish it.",
    },
    "for_invite": {
        "de": "Jede Datei ist für genau eine Person: Öffnet die .eml im Mailprogramm und schickt sie ab.",
        "en": "Each file is for exactly one person: open the .eml in your mail program and send it.",
    },
    "for_cancel": {
        "de": "Jede Absage ist für genau eine Person: Öffnet die .eml im Mailprogramm und schickt sie ab.",
        "en": "Each cancellation is for exactly one person: open the .eml in your mail program and send it.",
    },
}  # fmt: skip
