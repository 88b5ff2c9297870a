"""Manual pages in German: what must not go out."""

MANUAL = {
    "LC510": """
Ein Entwurf darf noch Lücken haben. Eine Mail, die ein Server verschickt, nicht:
Wer sie bekommt, muss sehen, wer dafür verantwortlich ist. Tragt in
events/series.yaml imprint: ein, als Text oder als Adresse der Seite, und macht
die Mail noch einmal. Geschrieben ist nichts.
""",
    "LC511": """
Wer eine Mail über einen Verteiler bekommt, muss sie leicht wieder abbestellen
können; das verlangt auch das Gesetz. In einem Entwurf steht dafür noch ein
Platzhalter. Tragt in events/series.yaml bei newsletter: die Adresse unter
unsubscribe: ein, eine Seite im Web oder mailto: mit einer Mailadresse.
""",
    "LC512": """
Zu jeder Mail gehört neben der gestalteten Fassung eine in reinem Text. Manche
lesen nur diese, weil ihre Verwaltung es so eingestellt hat, und Filter werden
misstrauisch, wenn sie fehlt. Hier ist sie leer. Seht in eurer eigenen Vorlage
nach, was sie für die Textfassung ausgibt.
""",
    "LC513": """
Wer eine Mail als reinen Text liest, soll dasselbe tun können wie alle anderen.
Ein Link der gestalteten Fassung fehlt dort. Ergänzt ihn in der Vorlage auch in
der Textfassung, am besten in einer eigenen Zeile. Es kommt darauf an, wohin er
führt, nicht darauf, wie er geschrieben ist.
""",
    "LC514": """
Stehen mehrere Adressen im Feld »An«, sieht jede Person die Adressen aller
anderen. Das ist eine Datenpanne, und sie lässt sich nicht zurückholen. Schreibt
die Adresse des Verteilers hinein oder eure eigene; alle anderen kommen ins Feld
»Bcc«, das niemand sieht.
""",
    "LC516": """
Betreff, Absender und Empfänger stehen jeweils in einer Zeile. Mit einem
Zeilenumbruch darin könnte aus dem Rest eine weitere Angabe werden, etwa ein
heimlicher Empfänger. Löscht das Zeichen. Oft kommt es mit, wenn man Text aus
einem PDF oder einer Tabelle kopiert.
""",
    "LC517": """
Eine Einladung, auf die der Kalender antwortet, sagt zweimal, was sie will: in
der Mail und in ihrem Kalender, beide Male als METHOD. Sind die beiden
verschieden, zeigt Outlook keine Knöpfe für Zusage und Absage. Macht beide
gleich (RFC 6047, Abschnitt 2.4).
""",
    "LC518": """
Unter private/ liegen Namenslisten, Zugangslinks und Telefonnummern. In git
gehören sie nie: Es behält jede Fassung für immer und gibt sie an alle weiter,
die das Verzeichnis kopieren. »git rm -r --cached private« nimmt sie heraus,
ohne eure Dateien zu löschen, und eine Zeile private/ in .gitignore hält sie
draußen. Waren sie schon auf einem Server, ändert den Zugang und fragt nach, wie
ihr auch die Geschichte bereinigt.
""",
}
