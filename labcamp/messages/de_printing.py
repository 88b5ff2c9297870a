"""Findings about what is printed in German."""

from labcamp.messages import Message

PRINTING: dict[str, Message] = {
    "LC041": Message("einen Druck »{kind}« gibt es nicht", "meint ihr »{nearest}«?", "es gibt: {known}"),
    "LC042": Message("{option} gehört nicht zu »{kind}«", "lasst {option} weg; »labcamp render-print --help« sagt, wozu was gehört"),
    "LC045": Message("Namensschilder in der Größe »{size}« gibt es nicht", "es gibt diese (Breite x Höhe in mm): {known}"),
    "LC046": Message("auf dieser Liste hat niemand einen festen Platz, also gibt es nichts zu drucken", "»labcamp people« zeigt, was in der Liste gelesen wurde und warum Zeilen fehlen"),
    "LC047": Message("für »{title}« gibt es keine Tische, für die eine Karte zu drucken wäre", "schreibt zu einem Programmpunkt, welche Tische er hat: tables: [Erstes Thema, Zweites Thema]"),
    "LC048": Message("»{title}« hat keinen Ort mit einer Tür, an der ein Schild hängen könnte", "findet es vor Ort statt, tragt den Ort ein: place: {{name: Haus der Ideen, room: Saal 2, city: Berlin}}"),
    "LC410": Message("auf diesem Rechner fehlt Typst, mit dem labcamp PDF-Dateien setzt", "druckt das Programm aus der HTML-Datei, sie ist dafür gemacht; für Windows auf ARM gibt es Typst noch nicht"),
    "LC411": Message("die Vorlage lässt sich nicht setzen: {problem}", "bessert sie hier aus, oder löscht sie, dann gilt wieder die mitgelieferte"),
}  # fmt: skip
