"""Findings about which day is good in German."""

from labcamp.messages import Message

DAYS: dict[str, Message] = {
    "LC015": Message("»{text}« ist kein Wochentag", "schreibt ihn wie Di oder Dienstag, mehrere mit Komma: --weekday Di,Mi,Do"),
    "LC016": Message("von {first} bis {last} lässt sich kein Tag vorschlagen: {reason}", "nennt den ersten und den letzten Tag oder Monat: --between 2027-09-01/2027-11-30 oder --between 2027-09/2027-11"),
    "LC226": Message("die Kalenderdatei »{text}« liegt nicht neben avoid.yaml", "speichert sie als .ics im Ordner events/ und schreibt hier ihren Namen: calendars: [messen.ics]; labcamp holt nichts aus dem Netz"),
    "LC227": Message("wann das ist, lässt sich nicht lesen (Einträge dieser Art: {count})", "löscht den Eintrag, oder tragt seine Tage in avoid.yaml ein; was genau nicht stimmt, sagt labcamp check-ics"),
    "LC988": Message("die Veranstaltung liegt auf einem Feiertag: {what}", "nehmt einen anderen Tag; »labcamp dates {id}« schlägt welche vor"),
    "LC989": Message("die Veranstaltung liegt in Schulferien: {what}", "überlegt, wer dann fehlt; »labcamp dates {id}« schlägt andere Tage vor"),
    "LC990": Message("die Veranstaltung liegt auf einem Brückentag neben: {what}", "viele nehmen sich da frei; »labcamp dates {id}« schlägt andere Tage vor"),
    "LC991": Message("ob an diesem Tag Schulferien sind, weiß labcamp nicht: {what}", "fragt selbst nach, wann dort Ferien sind: {where}", "tragt sie bei den Gastgeber:innen in organisations.yaml ein (region: DE-BE), oder in series.yaml (regions: [DE-BE, AT-9])"),
    "LC992": Message("an diesem Tag wird die Uhr umgestellt ({zone})", "nehmt einen anderen Tag, oder sagt es denen, die kommen, gleich dazu"),
    "LC993": Message("an diesem Tag ist schon etwas: {title} ({path}:{line})", "nehmt einen anderen Tag, wenn das dieselben Menschen angeht; mehr dazu: {url}", "nehmt einen anderen Tag, wenn das dieselben Menschen angeht; sonst streicht den Eintrag"),
    "LC994": Message("die Veranstaltung ist am Wochenende: {what}", "stimmt das Datum? »labcamp dates {id}« schlägt Werktage vor"),
    "LC995": Message("an diesem Tag haben manche frei: {what}", "überlegt, wer dann fehlt; »labcamp dates {id}« schlägt andere Tage vor"),
}  # fmt: skip

# Why no day can be proposed in a period
REASONS = {
    "upside down": "der letzte Tag liegt vor dem ersten",
    "over": "diese Zeit ist vorbei",
    "too long": "das sind mehr als drei Jahre",
    "no weekday": "keiner der Wochentage kommt darin vor",
}
