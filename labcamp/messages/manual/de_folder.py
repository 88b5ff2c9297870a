"""Manual pages in German: the folder, its files, and what is asked for."""

MANUAL = {
    "LC001": """
labcamp sucht einen Ordner namens events und darin Dateien, die auf .yaml enden.
Hier gibt es keine, also gibt es auch nichts, woraus Einladungen entstehen
könnten. Vielleicht steht ihr nur im falschen Ordner: Wechselt dorthin, wo
events liegt, oder nennt ihn mit --root. Fangt ihr neu an, legt »labcamp init«
einen Ordner mit allem an, was ihr braucht.
""",
    "LC002": """
An dieser Stelle braucht labcamp einen Ordner, es liegt dort aber eine Datei mit
diesem Namen. Solange sie da ist, kann kein Ordner so heißen. Benennt die Datei
um oder verschiebt sie, dann geht es weiter; labcamp ändert und löscht sie
nicht.
""",
    "LC003": """
Die Datei ist da, aber euer Rechner gibt sie nicht heraus. In Klammern steht,
was er als Grund nennt. Oft hält ein anderes Programm sie fest, oder sie gehört
einer anderen Person; manchmal trägt auch ein Ordner aus Versehen einen Namen
mit .yaml. Schließt andere Programme, prüft die Rechte, und versucht es noch
einmal.
""",
    "LC004": """
Der Name einer Veranstaltungsdatei ist zugleich ihre Kennung: Er steht in
Adressen, in Ordnernamen und in jedem Kalendereintrag. Damit das überall
funktioniert, besteht er nur aus Kleinbuchstaben, Ziffern und Bindestrichen, und
am Ende steht .yaml. Nennt die Datei so, wie es der Hinweis vorschlägt. Windows
verbirgt manchmal die Endung; dann heißt die Datei in Wahrheit
labcamp-12.yaml.txt.
""",
    "LC005": """
labcamp wollte eine Datei schreiben, und euer Rechner hat es nicht zugelassen.
In Klammern steht, was er als Grund nennt. Meist hat ein anderes Programm die
Datei gerade offen, der Speicher ist voll, oder ihr dürft in diesem Ordner
nichts ändern. Was vorher da war, ist unverändert. Mit --out wählt ihr einen
anderen Ordner.
""",
    "LC006": """
labcamp schreibt nur in den Ordner, der dafür vorgesehen ist. Dieser Name würde
hinausführen, weil er zwei Punkte enthält oder weil eine Verknüpfung woandershin
zeigt; so könnten fremde Dateien überschrieben werden. Nehmt einen einfachen
Namen, oder ersetzt die Verknüpfung durch einen richtigen Ordner.
""",
    "LC007": """
Unter diesem Namen gibt es schon eine Datei. labcamp überschreibt nie, was ihr
geschrieben habt, deshalb ist nichts geschehen. Gebt der neuen Veranstaltung mit
--id einen anderen Namen, oder öffnet die vorhandene Datei und ändert sie dort.
""",
    "LC008": """
Ihr habt eine Veranstaltung genannt, die labcamp in diesem Ordner nicht findet.
Gemeint ist der Name ihrer Datei ohne .yaml, ihre Nummer, oder eines der Wörter
next (die nächste) und last (die letzte). »labcamp list« zeigt alle. Schreibt
die Nummer ohne das Zeichen #, denn dahinter liest die Befehlszeile nicht
weiter.
""",
    "LC009": """
Eine Vorlage mit diesem Namen gibt es nicht. Vorlagen bestimmen, wie Einladung,
Programm und Newsletter aussehen. »labcamp templates« zeigt alle Namen und sagt,
welche Datei jeweils gilt.
""",
    "LC010": """
In der Datei events/series.yaml steht, was für alle Veranstaltungen gilt: wie
die Reihe heißt, in welcher Sprache sie spricht und wer einlädt. Ohne sie fehlen
den Texten Absender und Titel. »labcamp init« legt die Datei an und lässt alles
andere, wie es ist. Mindestens gehört hinein:

    id: labcamp
    title: LabCamp
    domain: example.org
""",
    "LC011": """
Ihr habt nach der nächsten oder der letzten Veranstaltung gefragt, es gibt aber
keine, die in Frage kommt. Abgesagte zählen dabei nicht mit, und ohne Datum
lässt sich nicht sagen, was zuerst kommt. Tragt ein Datum ein, oder legt mit
»labcamp new-event« eine Veranstaltung an.
""",
    "LC012": """
Jeder Hinweis von labcamp hat ein Kürzel aus LC und drei Ziffern, dazu einen
Namen. Das genannte Kürzel gibt es nicht. »labcamp explain« ohne weitere Angabe
zeigt alle, und »labcamp explain LC301« erklärt eines davon.
""",
    "LC013": """
Ein Kalendereintrag braucht mindestens einen Tag. Von dieser Veranstaltung ist
er noch nicht bekannt, oder es steht nur der Monat fest, deshalb gibt es keinen
Eintrag. Das ist kein Fehler: Sobald der Tag feststeht, tragt ihn ein und ruft
den Befehl noch einmal auf.

Vorher:

    date: 2027-03

Nachher:

    date: 2027-03-11
""",
    "LC014": """
Dem Befehl fehlt eine Angabe, ohne die er nicht anfangen kann. Sitzt jemand am
Bildschirm, fragt labcamp danach; mit --yes oder in einem Skript kann es nicht
fragen. Gebt die Angabe mit der Option an, die der Hinweis nennt.
""",
}
