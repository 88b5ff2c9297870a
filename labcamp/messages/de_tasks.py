"""Findings about what there is to do around an event, in German."""

from labcamp.messages import Message

TASKS = {
    "LC017": Message(
        "eine Aufgabe »{task}« gibt es nicht", "meint ihr »{nearest}«? Es gibt: {known}", "es gibt: {known}"
    ),
    "LC018": Message(
        "an wen ihr übergebt, ist nicht klar; Gastgeber: {hosts}",
        "sagt es mit der Kennung aus organisations.yaml: labcamp handover {event} --to ...",
    ),
    "LC228": Message(
        "»{text}« sagt nicht, wie viele Tage davor oder danach",
        "schreibt es wie -42 oder 6 Wochen vorher, und danach wie 7 oder 1 Woche danach",
    ),
    "LC229": Message(
        "die Bedingung »{condition}« gibt es nicht", "meint ihr »{nearest}«? Es gibt: {known}", "es gibt: {known}"
    ),
    "LC947": Message(
        "»{id}« steht in Befehlen für eine andere Veranstaltung: next, last und Zahlen sind vergeben",
        "nennt die Datei {proposal}",
        "sie ist angekündigt und behält ihren Namen; in Befehlen schreibt events/{id}.yaml",
    ),
    "LC949": Message(
        "unter done: steht »{task}«, aber eine solche Aufgabe gibt es nicht",
        "meint ihr »{nearest}«? Sonst steht sie weiter bei »labcamp todo {event}«",
        "»labcamp todo {event} --done« zeigt alle",
    ),
}
