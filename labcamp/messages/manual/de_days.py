"""Manual pages in German: which day is good."""

MANUAL: dict[str, str] = {
    "LC015": """
Hinter --weekday stehen die Wochentage, unter denen »labcamp dates« wählt: kurz
oder ganz, deutsch oder englisch, mehrere mit Komma, auch von-bis. Ohne
--weekday sind es Montag bis Freitag.

    labcamp dates --weekday Di,Mi,Do
    labcamp dates --weekday Di-Do
    labcamp dates --weekday Samstag
""",
    "LC016": """
Hinter --between stehen zwei Tage oder zwei Monate, der frühere zuerst, oder
nur ein Monat. Vorgeschlagen werden Tage ab morgen, und höchstens aus drei
Jahren: Weiter reichen die Ferienpläne nicht. Vergangene Tage am Anfang lässt
labcamp einfach weg.

    labcamp dates --between 2027-09-01/2027-11-30
    labcamp dates --between 2027-09/2027-11
    labcamp dates --between 2027-10
""",
    "LC226": """
In events/avoid.yaml steht, welche Tage ihr meiden wollt. Unter calendars:
nennt ihr Kalenderdateien mit mehr davon, etwa die Termine einer Messe oder
eines Verbandes. Sie liegen als .ics im Ordner events/. Eine Adresse im Netz
geht nicht, denn labcamp holt nichts von dort: Ladet die Datei im Browser
herunter.

    days:
      - {date: 2027-09-26, title: Stadtmarathon}
    calendars: [messen.ics]
""",
    "LC227": """
In dieser Kalenderdatei hat ein Eintrag keinen Anfang, oder keinen, den labcamp
versteht; oder er wiederholt sich nach einer Regel, die es nicht liest, etwa
stündlich. Die anderen Einträge zählen trotzdem. Abgesagte Einträge übergeht
labcamp, Wiederholungen liest es mit.
""",
    "LC988": """
An diesem Tag ist dort Feiertag, wo die Gastgeber:innen sitzen, wo das Treffen
stattfindet, oder in einer Region aus series.yaml. Welche Region zu wem gehört,
steht in organisations.yaml (region: DE-BE, AT-9, CH-ZH). Gilt der Feiertag im
ganzen Land, steht nur das Land da.

Ist der Tag mit Absicht gewählt, sagt das der Datei, dann ist Ruhe:

    date: 2027-05-27  # labcamp: ok public-holiday, wir feiern mit
""",
    "LC989": """
Dort, wo die Gastgeber:innen sitzen, sind an diesem Tag Schulferien. Wer Kinder
hat, ist dann oft nicht da. Die Ferien stehen im Paket »holidays«, das sie für
Deutschland von der Kultusministerkonferenz hat und für Österreich aus dem
Gesetz berechnet; schulautonome Tage sind nicht dabei. Für die Schweiz gibt es
keine.

»labcamp dates« zeigt, an welchen Tagen weniger Menschen fehlen.
""",
    "LC990": """
Davor oder danach ist ein Feiertag, und auf der anderen Seite ein Wochenende
oder noch ein Feiertag. An so einem Tag nehmen sich viele frei, und manche
Ämter und Schulen haben zu. Ein Tag in der Woche davor oder danach ist fast
immer besser.
""",
    "LC991": """
Dass labcamp keine Ferien nennt, heißt hier nicht, dass keine sind. Für die
Schweiz kennt es überhaupt keine Schulferien, nur Feiertage. Für Deutschland
stehen die Ferien einige Jahre im Voraus fest; danach endet, was das Paket
»holidays« weiß, je nach Land an einem anderen Tag. Seht im Ferienkalender
nach.

Ist gar keine Region bekannt, fehlen auch die Feiertage. Dann tragt sie ein, in
organisations.yaml bei den Gastgeber:innen oder in series.yaml für alle:

    regions: [DE-BE, AT-9]
""",
    "LC992": """
Am letzten Sonntag im März und im Oktober wird die Uhr umgestellt. Wer an
diesem Tag eingeladen ist, kommt leicht eine Stunde zu früh oder zu spät. Die
Kalenderdateien stimmen trotzdem, denn in ihnen steht die Zeitzone.
""",
    "LC993": """
Der Tag steht auf eurer eigenen Liste, events/avoid.yaml, oder in einer
Kalenderdatei, die sie nennt: eine Messe, eine Wahl, ein anderes Treffen. Geht
das andere Menschen an als euer Treffen, ist nichts zu tun. So sieht die Liste
aus; date: nimmt auch mehrere Tage oder einen Monat:

    days:
      - {date: 2027-09-26, title: Stadtmarathon}
      - {date: 2027-11-02/2027-11-04, title: Smart City Expo}
      - 2027-12-09 Weihnachtsfeier
    calendars: [messen.ics]
""",
    "LC994": """
Dieser Tag ist ein Samstag oder ein Sonntag. Für ein Treffen in der Arbeitszeit
ist das selten gemeint; vielleicht ist beim Datum eine Ziffer verrutscht.
Trefft ihr euch immer am Wochenende, schaltet den Hinweis in series.yaml aus:

    rules: {weekend: wir treffen uns am Samstag}
""",
    "LC995": """
An diesem Tag ist kein Feiertag für alle, aber viele sind nicht da: an
Heiligabend und Silvester, an Rosenmontag und Weiberfastnacht im Rheinland, in
Hessen und im Saarland, an Tagen, die nur in manchen Gemeinden oder Kantonen
frei sind, oder an denen in Österreich Ämter zu haben. Von Ort zu Ort ist das
verschieden; labcamp weiß nur das Übliche.
""",
}
