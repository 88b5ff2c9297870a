"""Manual pages in German: what keeps mails from arriving well."""

MANUAL = {
    "LC501": """
Gmail zeigt von einer Mail nur die ersten 100 KB und setzt darunter einen Link
»Ganze Nachricht ansehen«. Abgeschnitten wird also das Ende, und dort stehen der
Weg zum Abbestellen und das Impressum. Kürzt lange Texte, und verlinkt, was
ausführlich sein soll. Oft steckt auch viel in einer eigenen Vorlage.
""",
    "LC502": """
Ein Vorleseprogramm muss wissen, ob es eine Mail auf Deutsch oder auf Englisch
vorlesen soll. Das sagt die Angabe lang. Sie steht zweimal: bei <html> und noch
einmal bei dem, was den ganzen Inhalt umschließt. Denn manche Mailprogramme
werfen <html> beim Weiterleiten weg. Die mitgelieferten Vorlagen haben beides.
""",
    "LC503": """
Wer eine Mail hört statt sieht, und wer Bilder ausgeschaltet hat, bekommt von
einem Bild nur den Text, der bei alt steht. Beschreibt dort in einem Satz, was
das Bild sagt. Ist es nur Schmuck, schreibt alt="" mit nichts dazwischen, dann
wird es übergangen.

Vorher:

    <img src="cid:logo" width="120">

Nachher:

    <img src="cid:logo" width="120" alt="LabCamp">
""",
    "LC504": """
Ein Link braucht zweierlei: eine Adresse, zu der er führt, und ein paar Worte,
auf die man klickt. Hier fehlt eines davon. In einer Mail ist meist in der
Vorlage ein Wert leer geblieben, und ein Link um ein Bild braucht den Text bei
alt. In der Datei einer Veranstaltung steht dann etwa [Zur Anmeldung]() da.

Vorher:

    <a href="">Zur Anmeldung</a>

Nachher:

    <a href="https://example.org/anmelden">Zur Anmeldung</a>
""",
    "LC505": """
Was mit http: beginnt, kann unterwegs jeder mitlesen und verändern, und Browser
warnen davor. Fast jede Seite gibt es auch mit https: am Anfang. Probiert es aus
und tragt diese Adresse ein.

Vorher:

    <a href="http://example.org/bericht">Zum Bericht</a>

Nachher:

    <a href="https://example.org/bericht">Zum Bericht</a>
""",
    "LC506": """
In der Mail steht noch etwas, das niemand lesen soll: eine Klammer aus einer
Vorlage, ein leerer Wert oder eine Notiz wie TODO. Sucht die Stelle in der
Veranstaltungsdatei oder in eurer Vorlage. Eckige Klammern wie
[Impressum eintragen] sind gemeint und werden hier nicht genannt.

Vorher:

    <p>Wir treffen uns in TODO.</p>

Nachher:

    <p>Wir treffen uns in Köln.</p>
""",
    "LC507": """
Lädt eine Mail beim Öffnen ein Bild, eine Schrift oder sonst etwas aus dem Netz,
dann erfährt der Server dort, wer sie wann und wo gelesen hat. Viele Programme
sperren das deshalb, und die Mail sieht kaputt aus. Nehmt es heraus, oder setzt
einen Link darauf: Dann entscheidet jede Person selbst.

Vorher:

    <img src="https://example.org/bild.png" alt="Der Saal">

Nachher:

    <a href="https://example.org/bild.png">Ein Bild vom Saal</a>
""",
    "LC508": """
Anhängsel wie utm_source sagen der Seite, über welche Mail jemand gekommen ist,
manche sogar, wer. Oft kommen sie mit, wenn man eine Adresse aus einem anderen
Newsletter kopiert. Löscht sie, die Seite öffnet sich trotzdem.

Vorher:

    <a href="https://example.org/bericht?utm_source=mail">Zum Bericht</a>

Nachher:

    <a href="https://example.org/bericht">Zum Bericht</a>
""",
    "LC509": """
Programme, Formulare und eingebettete Seiten funktionieren in Mails nicht.
Mailprogramme entfernen sie, und Filter halten die Mail für gefährlich. Setzt
stattdessen einen Link auf eine Seite im Web.

Vorher:

    <form action="https://example.org/anmelden">Anmelden</form>

Nachher:

    <a href="https://example.org/anmelden">Zur Anmeldung</a>
""",
    "LC920": """
Ein Posteingang zeigt von einem Betreff etwa 60 Zeichen, ein Telefon noch
weniger. Was dahinter steht, liest niemand. Das Wichtigste gehört an den Anfang:
was, wo, wann. Der Betreff des Newsletters lässt sich in der Veranstaltungsdatei
selbst schreiben.

Nachher:

    newsletter:
      subject: "LabCamp im März in Köln: Programm steht, noch 8 Plätze"
""",
    "LC921": """
Ab 100 KB schneidet Gmail eine Mail ab. Diese liegt noch darunter, aber nicht
mehr weit: Listen und Mailprogramme fügen unterwegs etwas hinzu. Kürzt lieber
jetzt schon einen langen Text, oder verlinkt ihn.
""",
    "LC922": """
Hinter dem Betreff zeigt ein Posteingang noch eine Zeile Vorschau. Ist sie zu
kurz, füllt das Programm sie mit dem, was in der Mail zuerst kommt; ist sie zu
lang, wird sie abgeschnitten. Gut sind 80 bis 110 Zeichen, die sagen, was im
Betreff keinen Platz hat: die Frist und ein zweites Thema.

Nachher:

    newsletter:
      preheader: >
        Anmelden könnt ihr euch bis 4. März. Außerdem lest ihr, was aus dem
        Atlas der Labore geworden ist.
""",
    "LC923": """
Betreff und Vorschau stehen im Posteingang direkt nebeneinander. Steht in beiden
dasselbe, ist die zweite Zeile verschenkt. Sagt darin etwas Neues, zum Beispiel
die Frist, den Ort oder ein zweites Thema.
""",
    "LC924": """
Wer eine Mail hört, springt von Überschrift zu Überschrift. Dazu braucht sie
eine einzige h1 ganz oben, darunter h2, darunter h3, ohne eine Stufe
auszulassen. Wie groß etwas aussieht, ist dafür gleich.

Vorher:

    <h1>LabCamp</h1><h3>Programm</h3>

Nachher:

    <h1>LabCamp</h1><h2>Programm</h2>
""",
    "LC925": """
Vorleseprogramme können alle Links eines Textes nacheinander vorlesen. »Hier«,
»mehr« oder eine nackte Adresse sagen dann nichts. Schreibt in den Link, was man
dahinter findet, in der Datei also [Das Programm ansehen](https://...).
Mailadressen dürfen bleiben, wie sie sind.

Vorher:

    <p>Das Programm steht <a href="https://example.org/programm">hier</a>.</p>

Nachher:

    <p><a href="https://example.org/programm">Das Programm ansehen</a></p>
""",
    "LC926": """
Eine Mail soll die Leute durchgehend auf eine Art ansprechen. Hier steht an
einer Stelle Sie, an einer anderen ihr oder du. Meist kommt das eine aus der
Vorlage und das andere aus einem Text der Veranstaltungsdatei. Welche Anrede
gilt, steht in events/series.yaml unter address:. Deshalb fällt auch eine Datei
auf, die nur eine Anrede hat, aber nicht diese. Was in Anführungszeichen steht,
zählt nicht.

Vorher:

    <p>Bitte melden Sie sich an.</p><p>Wir freuen uns auf euch.</p>

Nachher:

    <p>Bitte meldet euch an.</p><p>Wir freuen uns auf euch.</p>
""",
    "LC927": """
In einem Text steht einmal ein Doppelpunkt, einmal ein Stern. Beides wird
verstanden, nebeneinander wirkt es unentschieden. Bleibt bei einem Zeichen; die
mitgelieferten Vorlagen nehmen den Doppelpunkt.

Vorher:

    <p>Alle Teilnehmer:innen und Kolleg*innen sind eingeladen.</p>

Nachher:

    <p>Alle Teilnehmer:innen und Kolleg:innen sind eingeladen.</p>
""",
    "LC928": """
Auf einem Telefon füllt ein Absatz von 90 Wörtern den ganzen Bildschirm. Teilt
ihn: In der Veranstaltungsdatei genügt bei description: eine leere Zeile
dazwischen. Oft lässt sich der zweite Teil auch ganz weglassen.
""",
    "LC929": """
Wörter in Großbuchstaben, mehrere Emojis oder ein »Re:«, dem keine Mail
vorausging, kennt man von Werbung. Filter sortieren solche Mails aus, und
Menschen auch. Vorleseprogramme lesen Großbuchstaben zudem oft einzeln vor.
""",
}
