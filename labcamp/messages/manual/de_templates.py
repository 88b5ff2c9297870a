"""Manual pages in German: what goes wrong in a template."""

MANUAL = {
    "LC401": """
Eine Vorlage in eurem Ordner templates lässt sich nicht lesen, meist fehlt eine
Klammer oder ein Abschluss. Jedes {% if %} braucht ein {% endif %}, jedes {% for
%} ein {% endfor %}. Vergleicht die genannte Zeile mit der mitgelieferten
Vorlage. Wenn ihr eure Datei umbenennt, gilt wieder die mitgelieferte.
""",
    "LC402": """
In der Vorlage steht ein Name, unter dem labcamp nichts kennt. Meist ist er
vertippt. Was eine Vorlage bekommt, steht in ihrer ersten Zeile. Kann etwas
fehlen, fragt zuerst, ob es da ist:

    {% if event.place %}{{ event.place.name }}{% endif %}
""",
    "LC403": """
Die Vorlage gibt etwas aus, das bei dieser Veranstaltung nicht bekannt ist; im
Text stünde dann nichts oder ein fremdes Wort. Unbekanntes ist erlaubt, die
Vorlage muss nur damit rechnen. Fragt zuerst, ob es da ist:

    {% if event.theme %}{{ event.theme }}{% endif %}
""",
    "LC404": """
Vorlagen dürfen nur lesen, was ihnen gegeben wird, und nichts verändern oder
anderswo nachsehen. So könnt ihr Vorlagen von anderen übernehmen, ohne ihnen
vertrauen zu müssen. Diese Stelle versucht mehr; löscht sie oder sagt es mit
dem, was in der ersten Zeile der mitgelieferten Vorlage steht.
""",
    "LC405": """
Beim Ausfüllen der Vorlage ist etwas schiefgegangen, der Grund steht im Hinweis.
Oft wird mit einem Text gerechnet oder eine Zahl wie ein Text behandelt. Prüft
die genannte Zeile. »labcamp templates« zeigt, welche Vorlage gilt, und ohne
eure Änderung gilt wieder die mitgelieferte.
""",
    "LC406": """
Eine Vorlage bezieht sich auf eine andere, die es nicht gibt. Meist ist der Name
vertippt, oder die Datei wurde umbenannt. »labcamp templates« zeigt alle Namen.
Eine mitgelieferte Vorlage erreicht ihr mit labcamp/ davor:

    {% extends "labcamp/agenda.html.j2" %}
""",
    "LC407": """
Die festen Wörter und Sätze einer Sprache stehen in einer eigenen Datei, jede
Zeile unter ihrem Namen. Hier wird ein Name verwendet, den es dort nicht gibt,
also würde nichts davon erscheinen. Der Hinweis nennt den Befehl, der euch alle
Namen zeigt.
""",
}
