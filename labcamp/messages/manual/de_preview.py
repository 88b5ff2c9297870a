"""Manual pages in German: what keeps the preview from showing a page."""

MANUAL: dict[str, str] = {
    "LC810": """
Ein Port ist wie eine Hausnummer auf eurem Rechner, und an jeder kann nur ein
Programm antworten. Meist läuft dort noch eine Vorschau in einem anderen
Fenster; beendet sie mit Strg+C. Ohne --port sucht labcamp von 8765 an den
nächsten freien, mit --port nimmt es genau diesen. Ports unter 1024 gibt das
System nicht her.
""",
    "LC811": """
Hinter --port gehört eine Zahl von 1024 bis 65535. Lasst die Angabe weg, dann
nimmt labcamp 8765 oder den nächsten freien.
""",
    "LC812": """
Die Vorschau zeigt jede Änderung sofort, weil das System ihr meldet, dass eine
Datei gespeichert wurde. In manchen Ordnern geht das nicht, zum Beispiel auf
Netzlaufwerken, oder es werden schon zu viele Ordner beobachtet. Kopiert den
Ordner auf die eigene Festplatte, oder schließt andere Programme, die viele
Dateien im Blick behalten. »labcamp build« geht überall.
""",
}
