"""Manual pages in German: what there is to do around an event."""

MANUAL = {
    "LC017": """
Jede Aufgabe hat einen festen Namen, wie date-checked oder invitation. Den
genannten gibt es im Plan nicht; geändert hat labcamp deshalb nichts. Der
Hinweis zählt alle auf, und »labcamp todo« zeigt sie in der letzten Spalte.
""",
    "LC018": """
Eine Übergabe ist für genau eine Organisation. Hat das Treffen einen einzigen
Gastgeber, ist er gemeint; hat es noch keinen oder mehrere, sagt ihr es mit --to
und der Kennung aus organisations.yaml.
""",
    "LC228": """
In templates/tasks.yaml sagt days:, wie viele Tage vor oder nach dem Treffen
etwas fällig ist. Gelesen werden eine Zahl mit Minus davor (vorher) oder ohne
(danach) und eine Spanne in Worten. Steht days: gar nicht da, hat die Aufgabe
keinen Tag.

    invite:
      title: Einladen
      days: -42
    clear-up:
      title: Aufräumen
      days: 1 Woche danach
""",
    "LC229": """
In templates/tasks.yaml sagt if:, für welche Treffen es eine Aufgabe gibt.
Alles, was dort steht, muss gelten; mit not davor darf es nicht gelten. Es gibt:

    online, on-site, hybrid   im Netz, vor Ort, beides
    has-place, has-date       Ort oder Tag stehen fest
    several-days              mehr als ein Tag
    has-hosts                 mindestens ein Gastgeber
    has-moderation            wer moderiert, steht fest
    has-agenda                es gibt ein Programm
    has-registration          die Adresse zum Anmelden steht fest
    has-deadline              es gibt einen Anmeldeschluss
    seats                     die Plätze sind begrenzt
    draft, confirmed          Entwurf, bestätigt
    cancelled                 abgesagt
    announced                 mit »labcamp announce« festgehalten

Ein abgesagtes Treffen hat nur Aufgaben, bei denen cancelled steht.
""",
    "LC947": """
Befehle nehmen den Namen einer Datei, eine Nummer, next (die nächste) oder last
(die letzte). Heißt eine Datei selbst next.yaml, last.yaml oder 12.yaml, meint
»labcamp show next« trotzdem die nächste Veranstaltung, und »labcamp cancel 12«
die mit der Nummer 12. Aufhalten soll das niemanden, deshalb ist es nur ein Rat:
Alle Texte entstehen wie sonst auch. Gebt der Datei einen eigenen Namen, bevor
ihr ankündigt, denn der Name steckt in jedem Kalendereintrag. Danach nennt sie
in Befehlen mit ihrem Ordner: events/next.yaml.
""",
    "LC949": """
Unter done: in der Datei eines Treffens stehen die Namen der Aufgaben, die
erledigt sind. Diesen Namen kennt der Plan nicht: Er ist verschrieben, oder die
Aufgabe heißt in eurer templates/tasks.yaml jetzt anders. Die Aufgabe, die
gemeint war, gilt weiter als offen. »labcamp done« schreibt die Namen richtig.
""",
}
