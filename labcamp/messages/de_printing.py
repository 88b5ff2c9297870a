"""Findings about what is printed in German."""

from labcamp.messages import Message

PRINTING: dict[str, Message] = {
    "LC041": Message("einen Druck »{kind}« gibt es nicht", "meint ihr »{nearest}«?", "es gibt: {known}"),
    "LC042": Message("{option} gehört nicht zu »{kind}«", "lasst {option} weg; »labcamp render-print --help« sagt, wozu was gehört"),
    "LC410": Message("auf diesem Rechner fehlt Typst, mit dem labcamp PDF-Dateien setzt", "druckt das Programm aus der HTML-Datei, sie ist dafür gemacht; für Windows auf ARM gibt es Typst noch nicht"),
    "LC411": Message("die Vorlage lässt sich nicht setzen: {problem}", "bessert sie hier aus, oder löscht sie, dann gilt wieder die mitgelieferte"),
}  # fmt: skip
