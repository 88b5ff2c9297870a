"""Manual pages in German: what must not stand where all can read it, and newsletter services."""

from labcamp.messages.manual.de_services import MANUAL as SERVICES

MANUAL = SERVICES | {
    "LC522": """
Wer diesen Link hat, ist im Treffen, auch ohne Anmeldung. Die Dateien in events/
liegen in git, und was darin steht, kommt in Mails, auf Seiten und in Kalender.
Ungebetene Gäste suchen genau solche Links. Legt ihn nach private/: Von dort
kommt er nur zu denen, die angemeldet sind. Seiten zum Anmelden dürfen hier
stehen. Ist euer Treffen für alle offen und der Link soll es sein, schreibt
dahinter: # labcamp: ok join-link-public.

Vorher:

    registration: https://us02web.zoom.us/j/80000000000

Nachher:

    registration: https://us02web.zoom.us/meeting/register/beispiel

Und in private/labcamp-12.yaml:

    join: {url: https://us02web.zoom.us/j/80000000000, passcode: "123456"}
""",
    "LC523": """
Ein Passwort, eine PIN oder die Nummer eines Treffens ist so viel wert wie der
Link: Damit wählt man sich ein. Was in events/ steht, kommt in git, in Mails und
auf Seiten. labcamp wiederholt es hier nicht, damit es nicht auch noch in
Protokollen steht. Legt es nach private/; war die Datei schon öffentlich, nehmt
ein neues Passwort.

Vorher:

    registration:
      note: "Der Link kommt per Mail, Kenncode: 123456"

Nachher:

    registration:
      note: Link und Kenncode kommen per Mail.

Und in private/labcamp-12.yaml:

    join: {url: https://..., passcode: "123456", phone: +49 30 1234567}
""",
    "LC524": """
Auf einer Aufzeichnung und auf Fotos sind Menschen zu erkennen, auch an ihrer
Stimme. Wer sie zeigt, muss sie vorher gefragt haben, und zwar alle, nicht nur
die, die vortragen. Steht consent: ja dabei, wisst ihr auch in drei Jahren noch,
dass ihr gefragt habt. Solange jemand fehlt, bleibt der Link draußen.

Vorher:

    status: confirmed
    date: 2027-03-11
    links:
      - title: Aufzeichnung der Impulse
        url: https://labor.example/film
        type: recording

Nachher:

    status: confirmed
    date: 2027-03-11
    links:
      - title: Aufzeichnung der Impulse
        url: https://labor.example/film
        type: recording
        licence: CC BY 4.0
        consent: ja
""",
}
