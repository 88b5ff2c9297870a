"""Findings about mail programs, services and the preview in German."""

from labcamp.messages import Message

DELIVERY: dict[str, Message] = {
    "LC810": Message("auf Port {ports} kann die Vorschau nicht laufen: {reason}", "nehmt einen anderen, zum Beispiel --port 8800, oder beendet, was dort läuft"),
    "LC811": Message("»{text}« ist kein Port", "ein Port ist eine Zahl von 1024 bis 65535, zum Beispiel --port 8765"),
    "LC812": Message("in diesem Ordner meldet das System nicht, wenn sich eine Datei ändert: {reason}", "kopiert den Ordner auf die eigene Festplatte und startet die Vorschau dort"),
}  # fmt: skip
