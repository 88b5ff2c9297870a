"""Manual pages in German: what newsletter services would trip over."""

MANUAL: dict[str, str] = {
    "LC520": """
»labcamp render-newsletter --for« macht aus dem Newsletter etwas, das ein
Versanddienst versteht, mit dessen eigenem Link zum Abbestellen:

    listmonk  der Entwurf einer Kampagne als JSON, für POST /api/campaigns
    keila     dasselbe für POST /api/v1/campaigns
    paste     je eine HTML-Datei für CleverReach, rapidmail und Brevo, deren
              Inhalt ihr dort in das Feld für eigenen HTML-Code kopiert

Für rapidmail ist kein Platzhalter veröffentlicht: Dort steht der Link aus
series.yaml, und ihr ersetzt ihn im Editor durch den von rapidmail.

labcamp verschickt nie etwas und geht nicht ins Netz. Schaltet im Dienst aus,
dass er Öffnungen und Klicks zählt; in listmonk und Keila ist das hier schon so.
""",
    "LC521": """
Mit --ready entsteht eine Mail, die ein Server verschickt, wie sie ist.
Mit --for entsteht etwas für einen Versanddienst, der die Mail selbst
zusammensetzt und seine eigenen Kopfzeilen und seinen Abmeldelink dazugibt.
Beides zugleich kann eine Datei nicht sein. Braucht ihr beides, ruft den Befehl
zweimal auf.
""",
}
