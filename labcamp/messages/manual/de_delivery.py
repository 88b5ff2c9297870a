"""Manual pages in German: what keeps drafts from getting into mail programs."""

MANUAL: dict[str, str] = {
    "LC800": """
Damit labcamp Entwürfe auf euren Mailserver legen kann, muss es wissen, wo er
steht und wer sich anmeldet. Das steht in der Datei accounts.yaml im Ordner für
die Einstellungen eures Rechners. labcamp legt sie nicht selbst an. Vor dem
Doppelpunkt der ersten Zeile steht der Name, den ihr bei --imap angebt:

    buero:
      host: imap.example.org
      user: treffen@example.org

Außerdem gibt es port:, folder: (wenn der Ordner für Entwürfe anders heißt),
security: starttls und ca: für die Datei eines eigenen Zertifikats. Das Passwort
steht hier nie. Wo der Ordner liegt, kann LABCAMP_CONFIG festlegen.
""",
    "LC801": """
Eine Textdatei liest jedes Programm, jede Sicherung und jede Person, die euren
Rechner benutzt. Deshalb nimmt labcamp aus ihr kein Passwort. Löscht die Zeile.
Ruft ihr den Befehl in einem Terminal auf, fragt labcamp nach dem Passwort und
legt es auf Wunsch im Schlüsselbund des Rechners ab. War die Datei schon in git
oder in einer Cloud, ändert das Passwort.
""",
    "LC802": """
Bei --imap steht der Name eines Kontos, so wie er in accounts.yaml vor dem
Doppelpunkt steht. Einen solchen Namen gibt es dort nicht. Meist ist es ein
Tippfehler. Ein weiteres Konto schreibt ihr in dieselbe Datei.
""",
    "LC803": """
Das Passwort kommt aus LABCAMP_IMAP_PASSWORD_KONTO oder LABCAMP_IMAP_PASSWORD,
sonst aus dem Schlüsselbund des Rechners, sonst fragt labcamp danach. Hier sitzt
aber niemand an einem Terminal, und an den anderen Stellen steht nichts. Ablegen
könnt ihr es mit »keyring set labcamp KONTO«. Nie steht es in accounts.yaml oder
in der Befehlszeile, denn dort können es andere lesen.
""",
    "LC804": """
Es ist keine Verbindung zum Mailserver zustande gekommen, oder er hat sie wieder
getrennt, bevor ein Entwurf dort lag. Prüft in accounts.yaml den Namen bei host:
und den Port. Ohne Angabe nimmt labcamp 993, mit security: starttls nimmt es
143. In manchen Netzen ist der Weg zu fremden Mailservern gesperrt.
""",
    "LC805": """
labcamp spricht mit einem Mailserver nur verschlüsselt und nur, wenn er sich
ausweisen kann. Sonst könnte jemand dazwischen das Passwort mitlesen. Einen
Schalter, der das abstellt, gibt es nicht. Hat eure Einrichtung eine eigene
Zertifizierungsstelle, speichert deren Zertifikat (eine Datei, die mit BEGIN
CERTIFICATE beginnt) neben accounts.yaml und nennt sie dort bei ca:. Sagt der
Server, dass er gar nicht verschlüsseln kann, hat vielleicht jemand auf dem Weg
diese Auskunft gefälscht.
""",
    "LC806": """
Der Server kennt den Namen nicht, das Passwort stimmt nicht, oder er lässt
Programme nur mit einem eigenen Passwort herein (App-Passwort). Liegt ein altes
Passwort im Schlüsselbund, ersetzt es mit »keyring set labcamp KONTO«. Exchange
Online (Microsoft 365) hat diese Art der Anmeldung abgeschafft. Dort öffnet ihr
die .eml-Dateien aus »labcamp render-mail« mit Outlook.
""",
    "LC807": """
labcamp nimmt den Ordner, den der Server als den für Entwürfe kennzeichnet,
sonst einen, der Drafts, Entwürfe, Brouillons oder Bozze heißt. Steht in
accounts.yaml ein folder:, gilt allein der. Keiner davon ist da, oder ihr dürft
in ihm nicht schreiben. Liegt er in einem anderen, schreibt einen Schrägstrich
dazwischen: folder: Treffen/Entwürfe.
""",
    "LC808": """
Der Server hat einen Entwurf abgelehnt. Meist ist das Postfach voll oder die
Mail für ihn zu groß. Manche Server schreiben Mails auch um. labcamp liest
deshalb jeden Entwurf zurück und löscht ihn wieder, wenn er nicht so ankam, wie
er ist. Was vorher da war, bleibt: Ein alter Entwurf wird erst gelöscht, wenn
der neue sicher liegt.
""",
    "LC809": """
Mitten in der Arbeit ist die Verbindung zum Server abgerissen. Verloren ist
nichts, und was schon bei den Entwürfen liegt, liegt richtig. Ruft den Befehl
noch einmal auf. Er erkennt seine eigenen Entwürfe und macht dort weiter, wo er
war. Liegt vom letzten Mal einer doppelt, räumt er ihn weg.
""",
    "LC980": """
labcamp schreibt in jeden Entwurf eine Prüfsumme (X-Labcamp-Hash). Passt sie
nicht mehr, hat ein Mensch daran gearbeitet. Solche Entwürfe ersetzt labcamp
nie, auch nicht mit --force. Soll der neue Text doch hinein, löscht den Entwurf
im Mailprogramm und ruft den Befehl dann mit --force auf.
""",
    "LC981": """
Diese Entwürfe hat labcamp schon einmal angelegt, und jetzt sind sie nicht mehr
da. Jemand hat sie verschickt, gelöscht oder im Mailprogramm gespeichert, und
dabei geben viele Programme einer Mail eine neue Kennung. Noch einmal angelegt
könnten sie zweimal verschickt werden. Deshalb geschieht das nur mit --force.
""",
    "LC982": """
Ein Mailprogramm, das ein Maildir öffnet, verschiebt neue Mails darin von new
nach cur. Ab da gehören sie ihm. labcamp legt sie nicht noch einmal daneben,
sonst stünde jede doppelt da. Wollt ihr neu anfangen, löscht den ganzen Ordner.
""",
    "LC983": """
Das Passwort stimmt und hat gegolten, aber der Schlüsselbund des Rechners hat es
nicht genommen. Auf Servern und in Containern gibt es oft keinen. labcamp fragt
dann jedes Mal, oder es nimmt das Passwort aus LABCAMP_IMAP_PASSWORD.
""",
    "LC985": """
listmonk legt keine Kampagne an, die an keine Liste geht. Welche Nummer eure
Liste hat, zeigt listmonk unter »Listen«. Tragt sie in events/series.yaml ein:

    newsletter: {listmonk: {lists: [1], template: 2}}

Die Datei ist trotzdem geschrieben; die Nummer könnt ihr darin auch von Hand
nachtragen. Angelegt wird die Kampagne als Entwurf, verschickt wird nichts.
""",
    "LC986": """
Der Newsletter von labcamp ist eine ganze Seite. Um sie herum braucht listmonk
keine Vorlage, nimmt aber seine Standardvorlage, wenn nichts anderes dasteht.
Dann steht eine Seite in der anderen, und das Zählbild {{ TrackView }} der
Vorlage meldet, wer die Mail öffnet.

Legt deshalb in listmonk unter »Kampagnen«, »Vorlagen« eine neue an, in der nur
diese eine Zeile steht:

    {{ template "content" . }}

Ihre Nummer kommt in events/series.yaml:

    newsletter: {listmonk: {lists: [1], template: 2}}
""",
    "LC987": """
Keila legt den Entwurf auch ohne Absender:in an. Bevor ihr ihn verschickt, wählt
ihr dort jemanden aus. Damit das jedes Mal gleich ist, tragt die Kennung in
events/series.yaml ein; sie beginnt mit ms_ und steht in der Adresse der Seite.
Mit segment: geht die Kampagne nur an einen Teil der Kontakte, sonst an alle:

    newsletter: {keila: {sender: ms_12345, segment: sgm_12345}}
""",
}
