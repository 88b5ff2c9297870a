"""Manual pages in German: a calendar file as a whole, its lines and signs."""

MANUAL = {
    "LC601": """
In der Datei steht nichts. Meist ist ein Download abgebrochen, oder ein Programm
hat die Datei angelegt und dann nichts hineingeschrieben. Kein Kalenderprogramm
kann damit etwas anfangen. Ladet sie noch einmal herunter, oder exportiert den
Kalender neu.
""",
    "LC602": """
Eine Kalenderdatei beginnt mit der Zeile BEGIN:VCALENDAR, und die kommt hier
nicht vor. Oft wurde statt des Kalenders die Webseite gespeichert, auf der er
verlinkt ist, oder eine Anmeldeseite kam dazwischen. Klickt mit der rechten
Maustaste auf den Link zum Kalender und speichert sein Ziel. Kommt die Datei aus
einem Programm, wählt dort beim Exportieren iCalendar oder .ics.

Nachher:

    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//labcamp//DE
    BEGIN:VEVENT
    UID:4ab2a309-df6e-59fa-b8d0-b7b8cd4b7915
    DTSTAMP:20270301T090000Z
    DTSTART:20270311T130000Z
    SUMMARY:LabCamp
    END:VEVENT
    END:VCALENDAR
""",
    "LC603": """
So große Kalender kommen in der Praxis kaum vor, deshalb liest labcamp sie
nicht. Google Kalender nimmt sogar höchstens 1 MB. Vielleicht stecken Bilder
oder Anhänge in der Datei. Teilt sie auf, oder exportiert nur die Zeit, um die
es euch geht.
""",
    "LC604": """
Kalenderdateien sind immer in UTF-8 gespeichert. Diese hier ist es nicht, und an
der genannten Stelle steht vermutlich ein Umlaut oder ein ß. Kalenderprogramme
zeigen dort Zeichensalat oder lehnen die Datei ab. Öffnet sie im Editor, wählt
»Speichern unter« und dort die Kodierung UTF-8. Wird die Datei immer wieder neu
erzeugt, muss das dort geschehen, wo sie herkommt.
""",
    "LC605": """
Manche Editoren setzen vor den Text drei unsichtbare Bytes, an denen sie UTF-8
erkennen. Für ein Kalenderprogramm beginnt die Datei dann nicht mit
BEGIN:VCALENDAR, und der Standard erlaubt davor nichts. Speichert sie als
»UTF-8«, nicht als »UTF-8 mit BOM«.
""",
    "LC606": """
Jede Zeile einer Kalenderdatei endet mit zwei unsichtbaren Zeichen, CR und LF,
auch die letzte. So verlangt es der Standard (RFC 5545, Abschnitt 3.1), und
strenge Programme lehnen alles andere ab. Unter macOS und Linux schreiben
Editoren sonst nur LF. In den meisten lässt sich das unten in der Statusleiste
umstellen, dort heißt es »CRLF« oder »Windows«. Liegt die Datei in git, hilft
die Zeile *.ics -text in .gitattributes.
""",
    "LC607": """
Lange Zeilen werden in Kalenderdateien umbrochen, und zwar nach Bytes gezählt.
Ein Umlaut hat zwei Bytes, ein Emoji vier. Hier geht ein Umbruch mitten
hindurch, und Programme, die Zeile für Zeile lesen, zeigen dort zwei falsche
Zeichen. Ihr könnt das selbst kaum ausbessern: Es ist ein Fehler des Programms,
das die Datei schreibt.
""",
    "LC608": """
Im Text steht ein Zeichen, das man nicht sieht und das in Kalenderdateien nicht
vorkommen darf. Meist kam es mit, als jemand Text aus einem PDF oder aus einer
Tabelle kopiert hat. Löscht es an der genannten Stelle; besser noch dort, wo der
Text gepflegt wird.
""",
    "LC609": """
In einer Kalenderdatei beginnt jede Zeile mit einem Namen, dann folgt ein
Doppelpunkt. Diese hier tut das nicht. Meist ist ein langer Text über mehrere
Zeilen gelaufen, ohne dass die Fortsetzung mit einem Leerzeichen beginnt. Je
nach Programm fehlt dann das Ende des Textes, oder die ganze Datei lässt sich
nicht öffnen. Einen Absatz im Text schreibt man als \\n.

Vorher:

    DESCRIPTION:Wir treffen uns
    im Saal im ersten Stock.

Nachher:

    DESCRIPTION:Wir treffen uns\\nim Saal im ersten Stock.
""",
    "LC610": """
Zwischen dem Namen einer Zeile und ihrem Doppelpunkt können weitere Angaben
stehen, zum Beispiel CN, der Name einer Person. Kommen darin ein Komma, ein
Semikolon oder ein Doppelpunkt vor, muss er in Anführungszeichen stehen.
Anführungszeichen im Namen selbst gehen gar nicht. Manche Programme lesen sonst
die Mailadresse falsch oder lehnen die Datei ab.

Vorher:

    METHOD:REQUEST
    ORGANIZER;CN=Labor, Beispiel:mailto:labcamp@example.org
    ATTENDEE:mailto:gast@example.org

Nachher:

    METHOD:REQUEST
    ORGANIZER;CN="Labor, Beispiel":mailto:labcamp@example.org
    ATTENDEE:mailto:gast@example.org
""",
    "LC611": """
Was mit BEGIN: beginnt, endet mit END: und demselben Namen, wie eine Klammer.
Hier fehlt das Gegenstück. Steht die Meldung am Anfang der Datei, ist sie wohl
mittendrin abgebrochen: Ladet sie noch einmal herunter. Sonst hat jemand beim
Bearbeiten eine Zeile zu viel gelöscht.

Vorher:

    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:LabCamp
    TRIGGER:-PT15M

Nachher:

    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:LabCamp
    TRIGGER:-PT15M
    END:VALARM
""",
    "LC612": """
Ein Kalender reicht von BEGIN:VCALENDAR bis END:VCALENDAR, und davor und
dahinter steht nichts. Vielleicht wurden zwei Dateien aneinandergehängt, oder
der Text einer Mail wurde mitkopiert. Kalenderprogramme übergehen das oder
lehnen die Datei ab. Ein Termin, der draußen steht, fehlt dann im Kalender.
""",
    "LC614": """
Was für den ganzen Kalender gilt, etwa sein Name oder METHOD, steht oben, vor
dem ersten Eintrag. Weiter unten erlaubt der Standard es nicht (RFC 5545,
Abschnitt 3.6), denn wer der Reihe nach liest, erführe es zu spät. Verschiebt
die Zeile.

Vorher:

    BEGIN:VEVENT
    SUMMARY:LabCamp
    END:VEVENT
    COLOR:navy

Nachher:

    COLOR:navy
    BEGIN:VEVENT
    SUMMARY:LabCamp
    END:VEVENT
""",
    "LC615": """
Der Kalender ist eingerichtet, aber es steht kein Termin darin. Der Standard
verlangt wenigstens einen Eintrag, und strenge Programme lehnen eine solche
Datei ab. Ist es ein neues Abo, wartet mit dem Link, bis der erste Termin
feststeht. Waren einmal Termine darin, ging beim Exportieren etwas schief.
""",
}
