"""Findings about what is printed in German."""

from labcamp.messages import Message

PRINTING: dict[str, Message] = {
    "LC041": Message("einen Druck »{kind}« gibt es nicht", "meint ihr »{nearest}«?", "es gibt: {known}"),
    "LC042": Message("{option} gehört nicht zu »{kind}«", "lasst {option} weg; »labcamp render-print --help« sagt, wozu was gehört"),
    "LC410": Message("auf diesem Rechner fehlt Typst, mit dem labcamp PDF-Dateien setzt", "druckt das Programm aus der HTML-Datei, sie ist dafür gemacht; für Windows auf ARM gibt es Typst noch nicht"),
    "LC411": Message("die Vorlage lässt sich nicht setzen: {problem}", "bessert sie hier aus, oder löscht sie, dann gilt wieder die mitgelieferte"),
    "LC223": Message("»{text}« liegt im Netz: Wer so ein Bild anzeigt, verrät dem fremden Server, was er liest", "legt die Datei nach templates/ und schreibt nur ihren Namen: logo: logo.svg"),
    "LC224": Message("»{text}« ist kein Bild aus dem Ordner templates/", "nehmt eine Datei mit der Endung .svg, .png oder .jpg und schreibt ihren Weg ab templates/: logo: logo.svg"),
    "LC319": Message("das Logo {path} gibt es nicht", "legt die Datei dorthin, oder löscht die Zeile; dann steht der Name der Reihe da"),
    "LC413": Message("das Logo lässt sich nicht lesen: {problem}", "speichert es neu als SVG, PNG oder JPEG, oder löscht die Zeile »logo« in events/series.yaml"),
    "LC948": Message("die PDF-Dateien fehlen: Auf diesem Rechner gibt es Typst nicht, mit dem labcamp sie setzt", "druckt das Programm aus agenda.html, es ist dafür gemacht; mit --no-pdf kommt dieser Hinweis nicht mehr"),
    "LC412": Message("die Vorlage holt ein Paket aus dem Netz: {package}", "legt die Dateien des Pakets in euren Ordner templates/ und bindet sie dort ein; labcamp holt beim Drucken nichts aus dem Netz"),
    "LC944": Message("für das Zeichen {sign} in »{key}« gibt es beim Drucken keine Schrift", "schreibt es auf Papier anders, sonst steht dort �; in Mails und auf Webseiten stört es nicht"),
    "LC945": Message("für das Zeichen {sign} in dieser Zelle gibt es beim Drucken keine Schrift", "schreibt den Namen so, wie er gedruckt werden soll, sonst steht dort �; oder tragt das Zeichen von Hand ein"),
}  # fmt: skip
