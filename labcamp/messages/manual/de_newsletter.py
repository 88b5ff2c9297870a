"""Manual pages in German: what makes a newsletter better."""

MANUAL = {
    "LC930": """
Ein Betreff wie »Newsletter Nr. 7« sagt nicht, warum man ihn öffnen soll. Gut
ist einer, der schon verrät, was wann und wo stattfindet. labcamp baut ihn aus
Titel, Thema und Datum; je mehr davon in der Datei steht, desto besser wird er.
Ihr könnt ihn auch selbst schreiben.

Nachher:

    newsletter:
      subject: "LabCamp im März in Köln: Programm steht, noch 8 Plätze"
""",
    "LC931": """
Wer einen Termin liest, will sechs Dinge wissen: was, wann, von wann bis wann,
wo, bei wem und wie man teilnimmt. Davon fehlt noch etwas. Das ist normal,
solange geplant wird: Der Newsletter schreibt dann »folgt«. Ergänzt es, sobald
ihr es wisst.

Nachher:

    theme: Labore kartieren
    summary: Wir tragen zusammen, welche Labore es gibt.
    date: 2027-03-11
    time: 14:00-17:00
    place: online
    hosts: [citylab-berlin]
    registration: https://example.org/anmelden
""",
    "LC932": """
Ein Newsletter soll eine einzige Sache leicht machen, meist das Anmelden. Gibt
es eine Adresse dafür, wird daraus ein Knopf. Ohne sie bleibt nur, eine Mail zu
schreiben, und mit mehreren Knöpfen weiß niemand, welcher zählt.

Nachher:

    registration: https://example.org/anmelden
""",
    "LC933": """
Ohne Frist wird das Anmelden aufgeschoben und vergessen. Auch wenn ihr bis
zuletzt Plätze habt, hilft ein Datum beim Planen. Aus ihm entstehen die
Erinnerung und der Eintrag in eurem eigenen Kalender.

Nachher:

    date: 2027-03-11
    registration:
      url: https://example.org/anmelden
      until: 2027-03-04
""",
    "LC934": """
Ein Newsletter wird überflogen. Gut sind 300 bis 500 Wörter, drei bis sieben
Punkte mit je zwei bis drei Sätzen. Gezählt wird die Textfassung ohne das, was
am Ende jeder Mail steht. Kürzt description: oder schreibt einen kurzen Anfang
mit intro:, und verlinkt, was ausführlich ist.
""",
    "LC935": """
Manche entscheiden danach, ob sie überhaupt kommen können. Sagt in einem Satz,
was da ist: ein Zugang ohne Stufen, eine Induktionsschleife, ein ruhiger Raum,
Untertitel, die Sprache. Auch was fehlt, hilft, und wen man fragen kann.

Nachher:

    access: Ohne Stufen erreichbar, Untertitel auf Deutsch
""",
    "LC936": """
Ein Rückblick mit ein paar Zahlen und einem Link zum Nachlesen zeigt allen, die
nicht da waren, dass es sich lohnt. Ergänzt in der Datei des vergangenen
Treffens, wie viele gekommen sind, was sie gelernt haben und wo die
Dokumentation steht.

Nachher:

    attendance: {people: 34, labs: 21}
    lessons: Drei Zahlen genügen, um zu sehen, ob etwas wirkt.
    links:
      - title: Dokumentation
        url: https://example.org/doku
        type: report
""",
    "LC937": """
Was Labore suchen, anbieten oder fertig haben, macht aus einer Ankündigung einen
Newsletter. Fragt in der Runde, und tragt zwei oder drei Meldungen ein. Ein Satz
und ein Link genügen.

Nachher:

    news:
      - title: Ein Leitfaden für Nutzerforschung ist da
        text: Zwölf Seiten, frei nachzunutzen.
        url: https://example.org/leitfaden
""",
    "LC938": """
Am Ende jeder Mail steht, wer dafür verantwortlich ist, wie man sie abbestellt,
wen man fragen kann und was mit den Daten geschieht. Davon fehlt noch etwas in
events/series.yaml. Einmal eingetragen, steht es in allen Mails.
""",
    "LC939": """
Ein Termin, der mit einem Klick im Kalender steht, wird seltener vergessen.
labcamp macht die Kalenderdatei von selbst, sobald der Tag feststeht. Ist er
noch offen, sagt der Newsletter, dass er folgt.

Nachher:

    date: 2027-03-11
    time: 14:00-17:00
""",
}
