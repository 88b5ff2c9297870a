"""Findings about lists of people in German."""

from labcamp.messages import Message

PEOPLE = {
    "LC700": Message("die Liste der Teilnehmenden fehlt", "speichert sie hier als CSV, aus Excel oder aus eurem Anmeldeprogramm; in git kommt sie nie"),
    "LC701": Message("das ist keine CSV-Datei, sondern etwas anderes, vielleicht eine Arbeitsmappe", "speichert die Liste in Excel mit »Speichern unter« als »CSV UTF-8«"),
    "LC702": Message("in der Liste steht nichts", "speichert sie noch einmal; die erste Zeile nennt die Spalten, darunter steht eine Person je Zeile"),
    "LC703": Message("in der ersten Zeile steht schon eine Mailadresse; dort müssen die Namen der Spalten stehen", "setzt eine Zeile davor, zum Beispiel: Vorname;Nachname;E-Mail"),
    "LC704": Message("keine Spalte heißt so, dass sie nach Mailadressen aussieht", "tragt in der privaten .yaml der Veranstaltung ein: columns: {{email: \"{nearest}\"}}", "nennt die Spalte »E-Mail«, oder tragt in der privaten .yaml der Veranstaltung ein, wie sie heißt: columns: {{email: ...}}"),
    "LC705": Message("»{column}« steht über mehreren Spalten: {columns}", "welche gemeint ist, wisst nur ihr: benennt die anderen um, oder löscht sie"),
    "LC706": Message("eine Spalte »{column}« gibt es in dieser Liste nicht", "in der privaten .yaml der Veranstaltung steht sie unter columns: bei {key}:; vergleicht sie mit dieser Zeile"),
    "LC707": Message("die Veranstaltung ist noch nicht vorbei; ihre Liste wird noch gebraucht", "wartet, bis sie vorbei ist; mit --force geht es trotzdem"),
    "LC708": Message("die Liste ist {size} MB groß, mehr als 1 MB liest labcamp nicht", "speichert nur die Zeilen dieser Veranstaltung, und Bilder oder lange Antworten gar nicht"),
    "LC709": Message("in der Zeile mit den Namen der Spalten öffnet sich ein Anführungszeichen und schließt sich nicht", "ergänzt das zweite, oder löscht das erste"),
    "LC950": Message("ausgelassen: in »{column}« steht »{word}«", "so ist es richtig, wenn diese Person nicht kommt; sonst bessert die Liste aus"),
    "LC951": Message("ausgelassen: ob hier jemand einen Platz hat, geht aus »{column}« nicht hervor", "schreibt zum Beispiel: bestätigt, ausstehend, Warteliste oder storniert"),
    "LC952": Message("ausgelassen: in »{column}« steht kein Ja", "ohne Einwilligung bekommt niemand eine Mail; hat die Person doch zugestimmt, schreibt: ja"),
    "LC953": Message("ausgelassen: dieselbe Adresse steht schon in Zeile {line}", "niemand bekommt etwas zweimal; sind es zwei Menschen, braucht der zweite eine eigene Adresse"),
    "LC954": Message("ausgelassen: in »{column}« steht keine Mailadresse", "tragt sie nach, oder schreibt dieser Person auf anderem Weg"),
    "LC955": Message("ausgelassen: in »{column}« steht nicht genau eine Mailadresse, an die man schreiben kann", "schreibt eine einzige hinein, wie ida@example.org"),
    "LC956": Message("ausgelassen: Zellen in dieser Zeile: {count}; Spalten in der Liste: {wanted}", "vergleicht sie mit der Zeile darüber: oft gehört ein Text mit Trennzeichen darin in Anführungszeichen"),
    "LC957": Message("ausgelassen: hier steht ein Zeichen, mit dem sich die Zeile nicht lesen lässt", "meist ist es ein einzelnes Anführungszeichen, oder ein unsichtbares Zeichen: schreibt die Zelle neu"),
    "LC958": Message("»{column}« steht über mehreren Spalten: {columns}", "labcamp braucht keine davon; mehr müsst ihr nicht tun"),
    "LC959": Message("hier liegen noch Daten über die Menschen dieser Veranstaltung", "seit {day} sollten sie gelöscht sein: labcamp forget {id}", "braucht ihr sie nicht mehr: labcamp forget {id}; sonst tragt in private/{id}.yaml ein, bis wann: delete_after: ..."),
}  # fmt: skip
