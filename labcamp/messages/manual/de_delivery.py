"""Manual pages in German: what keeps drafts from getting into mail programs."""

MANUAL: dict[str, str] = {
    "LC985": """
listmonk legt keine Kampagne an, die an keine Liste geht. Welche Nummer eure
Liste hat, zeigt listmonk unter »Listen«. Tragt sie in events/series.yaml ein:

    newsletter: {listmonk: {lists: [1], template: 2}}

Die Datei ist trotzdem geschrieben; die Nummer könnt ihr darin auch von Hand
nachtragen. Angelegt wird die Kampagne als Entwurf, verschickt wird nichts.
""",
    "LC986": """
Der Newsletter von labcamp ist eine ganze Seite. Um sie herum braucht listmonk
keine Vorlage, nimmt aber seine Standardvorlage, wenn nichts anderes dasteht.
Dann steht eine Seite in der anderen, und das Zählbild {{ TrackView }} der
Vorlage meldet, wer die Mail öffnet.

Legt deshalb in listmonk unter »Kampagnen«, »Vorlagen« eine neue an, in der nur
diese eine Zeile steht:

    {{ template "content" . }}

Ihre Nummer kommt in events/series.yaml:

    newsletter: {listmonk: {lists: [1], template: 2}}
""",
    "LC987": """
Keila legt den Entwurf auch ohne Absender:in an. Bevor ihr ihn verschickt, wählt
ihr dort jemanden aus. Damit das jedes Mal gleich ist, tragt die Kennung in
events/series.yaml ein; sie beginnt mit ms_ und steht in der Adresse der Seite.
Mit segment: geht die Kampagne nur an einen Teil der Kontakte, sonst an alle:

    newsletter: {keila: {sender: ms_12345, segment: sgm_12345}}
""",
}
