"""Findings about mail programs, services and the preview in German."""

from labcamp.messages import Message

DELIVERY: dict[str, Message] = {
    "LC800": Message("hier stehen eure Mailkonten, aber die Datei gibt es noch nicht", "legt sie an, mit diesen drei Zeilen:\n        buero:\n          host: imap.example.org\n          user: treffen@example.org"),
    "LC801": Message("bei »{key}« steht ein Passwort in der Datei", "löscht die Zeile; das Passwort gehört in den Schlüsselbund eures Rechners, labcamp fragt danach"),
    "LC802": Message("ein Konto »{name}« steht nicht in der Datei", "meint ihr »{nearest}«?", "in der Datei stehen: {known}"),
    "LC803": Message("für das Konto »{account}« ist kein Passwort da", "ruft den Befehl in einem Terminal auf, dort fragt labcamp danach; oder legt es vorher ab: keyring set labcamp {account}"),
    "LC804": Message("der Mailserver {host} ist über Port {port} nicht zu erreichen ({reason})", "prüft host:, port: und security: in accounts.yaml und ob ihr im Netz seid; ohne Server geht es mit --mbox oder den .eml-Dateien"),
    "LC805": Message("die Verbindung zu {host} ist nicht sicher ({reason}); das Passwort ist nicht verschickt", "fragt die Stelle, die den Server betreibt; hat sie eigene Zertifikate, nennt ihre Datei mit ca: in accounts.yaml"),
    "LC806": Message("der Mailserver {host} nimmt die Anmeldung für das Konto »{account}« nicht an", "prüft user: und das Passwort, oft braucht es ein eigenes für Programme; Exchange Online lässt so niemanden mehr herein, dort nehmt ihr die .eml-Dateien"),
    "LC807": Message("im Konto »{account}« ist kein Ordner für Entwürfe zu öffnen (gesucht: {names})", "nennt den richtigen mit folder: in accounts.yaml, so wie er im Mailprogramm heißt"),
    "LC808": Message("der Server nimmt einen Entwurf nicht an ({reason}); {done} von {total} liegen in »{folder}« (Konto »{account}«)", "behebt das und ruft den Befehl noch einmal auf, er macht dort weiter; oder nehmt --mbox oder die .eml-Dateien"),
    "LC809": Message("die Verbindung ist abgerissen; {done} von {total} liegen in »{folder}« (Konto »{account}«)", "ruft den Befehl noch einmal auf, er macht dort weiter; doppelt kommt nichts"),
    "LC980": Message("von Hand geändert ({count}): diese Entwürfe bleiben, wie sie sind", "soll der neue Text hinein, löscht sie im Mailprogramm und ruft den Befehl mit --force auf"),
    "LC981": Message("nicht mehr bei den Entwürfen ({count}): verschickt, gelöscht oder im Mailprogramm weitergeschrieben", "es kommt nichts doppelt; sollen sie noch einmal hinein, ruft den Befehl mit --force auf"),
    "LC982": Message("ein Mailprogramm hat sie schon übernommen ({count}), deshalb sind sie nicht noch einmal angelegt", "sollen sie alle neu entstehen, löscht diesen Ordner"),
    "LC983": Message("der Schlüsselbund hat das Passwort nicht angenommen", "labcamp fragt beim nächsten Mal wieder danach"),
}  # fmt: skip

# Why a server cannot be reached, is not trusted, or takes no draft
REASONS = {
    "Name or service not known": "diesen Namen gibt es nicht",
    "nodename nor servname provided, or not known": "diesen Namen gibt es nicht",
    "getaddrinfo failed": "diesen Namen gibt es nicht",
    "No address associated with hostname": "diesen Namen gibt es nicht",
    "Temporary failure in name resolution": "kein Netz",
    "Network is unreachable": "kein Netz",
    "No route to host": "dorthin führt kein Weg",
    "Connection refused": "dort antwortet niemand",
    "timed out": "keine Antwort in 30 Sekunden",
    "Connection reset by peer": "der Server hat die Verbindung getrennt",
    "connection closed": "der Server hat die Verbindung getrennt",
    "no IMAP": "dort antwortet kein Mailserver",
    "STARTTLS": "der Server bietet keine Verschlüsselung an",
    "WRONG_VERSION_NUMBER": "der Server verschlüsselt hier nicht von Anfang an; vielleicht fehlt security: starttls",
    "RECORD_LAYER_FAILURE": "der Server verschlüsselt hier nicht von Anfang an; vielleicht fehlt security: starttls",
    "UNEXPECTED_EOF_WHILE_READING": "der Server hat die Verbindung getrennt",
    "self-signed certificate": "sein Zertifikat hat er sich selbst ausgestellt",
    "self-signed certificate in certificate chain": "sein Zertifikat hat keine anerkannte Stelle ausgestellt",
    "unable to get local issuer certificate": "sein Zertifikat hat keine anerkannte Stelle ausgestellt",
    "unable to get issuer certificate": "sein Zertifikat hat keine anerkannte Stelle ausgestellt",
    "certificate has expired": "sein Zertifikat ist abgelaufen",
    "Hostname mismatch": "sein Zertifikat gehört zu einem anderen Namen",
    "IP address mismatch": "sein Zertifikat gehört zu einem anderen Namen",
    "no certificate": "darin steht kein Zertifikat",
    "NO": "er sagt nicht, warum",
    "OVERQUOTA": "das Postfach ist voll",
    "TOOBIG": "der Entwurf ist ihm zu groß",
    "LIMIT": "der Entwurf ist ihm zu groß",
    "CHANGED": "er hat ihn verändert, deshalb ist er wieder gelöscht",
}
