"""Manual pages in German: what check looks at besides the texts of events."""

MANUAL: dict[str, str] = {
    "LC019": """
Manche Angaben haben nur zu zweit einen Sinn. Ein Editor schickt den Text einer
Datei, die noch nicht gespeichert ist, mit --stdin, und sagt mit --filename,
welche Datei das ist. Mit --fix bessert labcamp die Dateien aus; --dry-run zeigt
dann nur, was sich ändern würde.

    labcamp check --stdin --filename events/labcamp-12.yaml
    labcamp check --fix --dry-run
""",
    "LC519": """
In dieser Datei stehen Mailadressen vieler Menschen, oder sie heißt so, wie eine
Liste von Anmeldungen heißt. Git behält jede Fassung für immer und gibt sie an
alle weiter, die das Verzeichnis kopieren. Gezählt werden nur Adressen, die nach
Menschen aussehen: info@… und Adressen unter example.org zählen nicht.

Nehmt die Datei aus git, ohne sie zu löschen, und legt sie nach private/:

    git rm --cached anmeldungen.csv

»labcamp init« legt eine .gitignore an, die private/ draußen hält. War die Datei
schon auf einem Server, fragt dort nach, wie ihr auch die Geschichte bereinigt.
Ist es doch keine solche Liste, schaltet die Regel in series.yaml ab:

    rules: {addresses-in-git: Alle Namen darin sind erfunden.}
""",
    "LC979": """
Ein Kommentar nimmt diese Stelle von einer Regel aus, aber die Regel hätte hier
gar nichts zu sagen. Vielleicht ist der Text inzwischen ein anderer. Bleibt der
Kommentar stehen, verschweigt er den nächsten Fehler an derselben Stelle. Löscht
ihn:

    summary: Wir treffen uns am Donnerstag.  # labcamp: ok weekday-wrong

Nach Veranstaltungen, die vorbei sind, sieht niemand mehr; dort kommt dieser
Hinweis nicht.
""",
    "LC997": """
Der Ordner gehört zu einer Veranstaltung, deren Datei es in events/ nicht mehr
gibt, oder sie heißt jetzt anders. Oder es ist die Kalenderdatei einer
Veranstaltung, die keinen Tag mehr hat. labcamp hat das einmal geschrieben und
löscht nichts von selbst. Wer es findet, hält es aber für gültig: Löscht es, und
wenn ihr out/ im Netz veröffentlicht, auch dort.
""",
}
