"""Findings about what check looks at besides the texts of events, in German."""

from labcamp.messages import Message

MENDING: dict[str, Message] = {
    "LC019": Message("{option} geht nur zusammen mit {other}", "ergänzt {other}, oder lasst {option} weg"),
    "LC519": Message("git verfolgt diese Datei, und sie sieht nach einer Liste von Menschen aus (Mailadressen darin: {count})", "nehmt sie heraus: git rm --cached \"{file}\"; dann legt sie nach private/, das git nicht verfolgt; was schon verschickt ist, bleibt in der Geschichte von git"),
    "LC979": Message("die Ausnahme für »{rule}« braucht es nicht mehr: Diese Regel findet hier nichts", "löscht den Kommentar, sonst verdeckt er den nächsten Fehler"),
    "LC997": Message("das hat labcamp einmal gemacht und würde es heute nicht mehr machen", "löscht es, damit es niemand versehentlich weitergibt; ist es im Netz, auch dort"),
}  # fmt: skip
