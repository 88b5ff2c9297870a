"""Phrases in German and English side by side: questions, beginnings and slips of the command line."""

BEGINNING = {
    # new-event and init
    "asking": {
        "de": "Die Eingabetaste nimmt, was in Klammern steht; ein - lässt die Angabe offen.",
        "en": "Enter takes what stands in brackets; a - leaves it open.",
    },
    "ask_number": {"de": "Nummer", "en": "Number"},
    "ask_title": {"de": "Titel", "en": "Title"},
    "ask_theme": {"de": "Thema", "en": "Theme"},
    "ask_date": {"de": "Datum", "en": "Date"},
    "ask_time": {"de": "Uhrzeit", "en": "Time"},
    "ask_place": {"de": "Ort (online oder der Name)", "en": "Place (online, or its name)"},
    "ask_hosts": {"de": "Gastgeber (aus {known})", "en": "Hosts (out of {known})"},
    "ask_series": {"de": "Name eurer Reihe", "en": "Name of your series"},
    "ask_domain": {
        "de": "Eure Domain (für die Kennung der Kalendereinträge)",
        "en": "Your domain (for the ids of the calendar entries)",
    },
    "ask_organiser": {"de": "Wer die Reihe veranstaltet", "en": "Who organises the series"},
    "ask_mail": {"de": "Mailadresse für Fragen", "en": "Mail address for questions"},
    "new_next": {
        "de": "Füllt {path} weiter aus, dann: labcamp check",
        "en": "Fill in more of {path}, then: labcamp check",
    },
    "series_example": {"de": "Unsere Treffen", "en": "Our Meetings"},
    "organiser_example": {"de": "Unser Labor", "en": "Our Lab"},
    "theme_example": {"de": "Ein Beispiel zum Ändern", "en": "An example to change"},
    "agenda_example": {
        "de": "Ankommen, Ein Impuls, Pause, Austausch in kleinen Runden, Ausblick",
        "en": "Arriving, An input, Break, Talks in small groups, Outlook",
    },
    "init_ignored": {
        "de": "In {path} fehlt noch: {lines}. Sonst kommen Entwürfe und private Daten ins Git.",
        "en": "{path} still lacks: {lines}. Without it drafts and private data get into git.",
    },
    "init_nothing": {
        "de": "Hier ist schon alles da. Weiter mit: labcamp list",
        "en": "Everything is here already. Go on with: labcamp list",
    },
    "init_next": {
        "de": "Seht euch die Dateien in {path} an, dann: labcamp build{root}",
        "en": "Look at the files in {path}, then: labcamp build{root}",
    },
    # usage
    "usage_next": {"de": "»{command} --help« zeigt, was es gibt.", "en": "`{command} --help` shows what there is."},
    "usage_command": {"de": "Einen Befehl »{word}« gibt es nicht.", "en": "There is no command '{word}'."},
    "usage_near": {
        "de": "Einen Befehl »{word}« gibt es nicht. Meint ihr »{near}«?",
        "en": "There is no command '{word}'. Did you mean '{near}'?",
    },
    "usage_option": {"de": "Eine Option {word} gibt es hier nicht.", "en": "There is no option {word} here."},
    "usage_option_near": {
        "de": "Eine Option {word} gibt es hier nicht. Meint ihr {near}?",
        "en": "There is no option {word} here. Did you mean {near}?",
    },
    "usage_too_much": {"de": "Das ist eine Angabe zu viel: {word}", "en": "There is one value too many: {word}"},
    "usage_value": {"de": "Hinter {word} fehlt der Wert.", "en": "{word} needs a value behind it."},
    "usage_no_value": {"de": "{word} steht für sich, ohne Wert.", "en": "{word} stands for itself, without a value."},
    "usage_missing": {"de": "Es fehlt: {word}", "en": "This is missing: {word}"},
    "usage_choice": {"de": "{word} kennt nur: {near}", "en": "{word} knows only: {near}"},
    "usage_wrong": {
        "de": "Was hinter {word} steht, passt dort nicht.",
        "en": "What stands behind {word} does not fit there.",
    },
    "usage_number": {"de": "{word} braucht eine ganze Zahl ab 1.", "en": "{word} wants a whole number, from 1 on."},
    "completion_installed": {
        "de": "Die Tabulatortaste ist eingerichtet für {shell}, in {path}.",
        "en": "The tab key is set up for {shell}, in {path}.",
    },
    "completion_restart": {
        "de": "Sie ergänzt, sobald ihr ein neues Terminal öffnet.",
        "en": "It completes as soon as you open a new terminal.",
    },
    "completion_unknown": {
        "de": "Für {shell} lässt sich die Tabulatortaste nicht einrichten; es geht mit bash, zsh, fish und PowerShell.",
        "en": "The tab key cannot be set up for {shell}; it works with bash, zsh, fish and PowerShell.",
    },
    "usage_empty": {"de": "Es fehlt der Befehl.", "en": "The command is missing."},
}  # fmt: skip
