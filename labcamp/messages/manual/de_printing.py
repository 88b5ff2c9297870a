"""Manual pages in German: what keeps a print from being made."""

MANUAL: dict[str, str] = {
    "LC041": """
Gedruckt wird für den Tag selbst: das Programm und was sonst noch auf Papier
gebraucht wird. Das genannte Wort ist keiner dieser Drucke. Zuerst kommt der
Druck, dann die Veranstaltung: labcamp render-print agenda next.
""",
    "LC042": """
Manche Angaben gehören nur zu einem bestimmten Druck: --notes gibt dem Programm
Zeilen zum Mitschreiben, --size sagt, wie groß Namensschilder sind, --to nennt
die Liste der Menschen. Bei diesem Druck hier ändert die Angabe nichts.
""",
    "LC410": """
PDF-Dateien setzt labcamp mit Typst. Das Programm wird mit labcamp eingerichtet,
nur gibt es davon noch keine Fassung für Windows auf ARM. Alles andere geht dort
auch. Das Programm zum Ausdrucken ist als HTML-Datei da: Öffnet sie im Browser
und druckt sie aus, sie ist für A4 gemacht.
""",
    "LC413": """
Die Datei, die in events/series.yaml unter logo steht, ist da, aber Typst findet
darin kein Bild. Vielleicht passt die Endung nicht zum Inhalt, oder die Datei
ist nur halb angekommen. Öffnet sie in einem Bildprogramm und speichert sie neu.
""",
    "LC411": """
Eine Vorlage in eurem Ordner templates/ geht der mitgelieferten vor. In dieser
ist etwas, das Typst nicht versteht, oder sie greift auf etwas zu, das es nicht
gibt. Die Meldung nennt die Stelle. »labcamp templates --copy« holt die
mitgelieferte Fassung, mit der ihr vergleichen könnt.
""",
    "LC412": """
Eine Vorlage in eurem Ordner templates/ bindet ein Paket ein, das Typst aus dem
Netz holen würde. Das lässt labcamp nicht zu: Ein Druck hängt nur von den
Dateien in eurem Ordner ab, geht auch ohne Netz und verrät niemandem, dass
gerade gedruckt wird. Legt die Dateien des Pakets in templates/ und bindet sie
von dort ein:

    #import "paket.typ": *
""",
}
