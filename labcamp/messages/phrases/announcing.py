"""Phrases in German and English side by side: what was announced and what has changed."""

ANNOUNCING = {
    # what was announced
    "recorded_sessions": {"de": "Programmpunkte mit Uhrzeit: {count}", "en": "Sessions with a time: {count}"},
    "recorded_deadline": {"de": "Anmeldeschluss {day}", "en": "Registration closes {day}"},
    "announced_before": {
        "de": "So war es schon angekündigt. Ändert sich etwas, kommt zuerst die Datei, dann wieder dieser Befehl.",
        "en": "It was announced like this before. When something changes, first the file, then this command again.",
    },
    "due": {"de": "Jetzt fällig:", "en": "Now due:"},
    "due_invitation": {
        "de": "die Einladung: labcamp render-invitation {id}",
        "en": "the invitation: labcamp render-invitation {id}",
    },
    "due_newsletter": {
        "de": "der Newsletter: labcamp render-newsletter {id}",
        "en": "the newsletter: labcamp render-newsletter {id}",
    },
    "due_feed": {
        "de": "das Kalender-Abo, neu im Netz: labcamp export-ics",
        "en": "the feed, new on the web: labcamp export-ics",
    },
    "due_corrected": {
        "de": "die Änderung an alle: labcamp render-mail change-notice {id}",
        "en": "the change, to everybody: labcamp render-mail change-notice {id}",
    },
    "due_request_mails": {
        "de": "die Änderung in die Kalender derer, die kommen: labcamp export-ics {id} --invite ADRESSE",
        "en": "the change, to the calendars of those who come: labcamp export-ics {id} --invite ADDRESS",
    },
    "due_cancelled": {
        "de": "die Absage an alle: labcamp render-mail cancellation {id}",
        "en": "the cancellation, to everybody: labcamp render-mail cancellation {id}",
    },
    "due_cancel_mails": {
        "de": "die Absage in die Kalender derer, die kommen wollten: labcamp export-ics {id} --cancel ADRESSE",
        "en": "the cancellation, to their calendars: labcamp export-ics {id} --cancel ADDRESS",
    },
    "diff_day": {"de": "Tag {before} → {after}", "en": "Day {before} → {after}"},
    "diff_start": {"de": "Beginn {before} → {after}", "en": "Start {before} → {after}"},
    "diff_end": {"de": "Ende {before} → {after}", "en": "End {before} → {after}"},
    "diff_time": {"de": "Uhrzeit {before} → {after}", "en": "Time {before} → {after}"},
    "diff_zone": {"de": "Zeitzone {before} → {after}", "en": "Time zone {before} → {after}"},
    "diff_place": {"de": "Ort {before} → {after}", "en": "Place {before} → {after}"},
    "diff_status": {"de": "Stand {before} → {after}", "en": "Status {before} → {after}"},
    "diff_title": {"de": "Titel »{before}« → »{after}«", "en": "Title '{before}' → '{after}'"},
    "diff_deadline": {"de": "Anmeldeschluss {before} → {after}", "en": "Registration closes {before} → {after}"},
    "diff_open": {"de": "noch offen", "en": "not known yet"},
    "diff_of_session": {"de": "»{title}«: {change}", "en": "'{title}': {change}"},
    "diff_follows": {"de": "Das Programm zieht mit.", "en": "The agenda follows."},
    "diff_new_event": {"de": "neu im Kalender: {when}", "en": "new in the calendar: {when}"},
    "diff_new_session": {"de": "neu im Programm: »{title}«, {when}", "en": "new in the agenda: '{title}', {when}"},
    "diff_new_deadline": {"de": "neu: Anmeldeschluss {when}", "en": "new: registration closes {when}"},
    "diff_gone_event": {"de": "nicht mehr im Kalender: {when}", "en": "no longer in the calendar: {when}"},
    "diff_gone_session": {
        "de": "nicht mehr im Programm: »{title}«, {when}",
        "en": "no longer in the agenda: '{title}', {when}",
    },
    "diff_gone_deadline": {"de": "kein Anmeldeschluss mehr am {when}", "en": "registration no longer closes {when}"},
    "diff_next": {
        "de": "Wissen es alle, haltet es fest: labcamp announce {id}",
        "en": "Once everybody knows, record it: labcamp announce {id}",
    },
    "diff_none": {"de": "Alles ist so, wie es angekündigt war.", "en": "All is as it was announced."},
    "diff_unknown": {
        "de": "Das ist noch nicht angekündigt. Ist die Einladung verschickt: labcamp announce {id}",
        "en": "This has not been announced yet. Once the invitation is out: labcamp announce {id}",
    },
    "edit_next": {
        "de": "Sagt es allen (labcamp render-mail {kind} {id}) und haltet es dann fest: labcamp announce {id}",
        "en": "Tell everybody (labcamp render-mail {kind} {id}), then record it: labcamp announce {id}",
    },
    "edit_still_cancelled": {
        "de": "Die Veranstaltung bleibt abgesagt; findet sie doch statt, setzt status: confirmed.",
        "en": "The event stays cancelled; if it takes place after all, set status: confirmed.",
    },
    "edit_next_quiet": {
        "de": "Angekündigt war es noch nicht. Alles neu machen: labcamp build",
        "en": "It had not been announced yet. To make everything anew: labcamp build",
    },
}  # fmt: skip
