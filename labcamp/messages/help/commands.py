"""The help texts of the commands, in German and English side by side."""

COMMANDS = {
    "labcamp": {
        "de": "Einladung, Kalender, Programm und Newsletter aus einer Textdatei je Veranstaltung.",
        "en": "Invitation, calendar, agenda and newsletter from one text file an event.",
    },
    # The first sentence stands in the list of commands: no more than 55 signs.
    "init": {
        "de": "Legt einen Ordner für eine neue Reihe an. Was schon da ist, bleibt, wie es ist.",
        "en": "Make a folder for a new series. What is there already stays as it is.",
    },
    "new-event": {
        "de": "Legt die Datei einer Veranstaltung an. Fragt am Bildschirm nach dem, was fehlt.",
        "en": "Make the file of an event. At the terminal it asks for what is missing.",
    },
    "list": {
        "de": "Zeigt alle Veranstaltungen und was ihnen noch fehlt. Auch, ob sie angekündigt, die fälligen Mails gemacht, das Treffen dokumentiert und private Daten zu löschen sind.",
        "en": "Show all events and what they still lack. Also whether they are announced, the mails that are due are made, the event is documented and private data have to go.",
    },
    "stats": {
        "de": "Zählt die Reihe, für den Jahresbericht. Veranstaltungen, Teilnahme, Inputs, Labore, Gastgeber; was niemand aufgeschrieben hat, bleibt ungezählt.",
        "en": "Count the series, for the yearly report. Events, participants, inputs, labs, hosts; what nobody wrote down is not counted.",
    },
    "show": {
        "de": "Zeigt alles über eine Veranstaltung.",
        "en": "Show everything about one event.",
    },
    "check": {
        "de": "Sagt, was in den Dateien nicht stimmt. Nennt Zeile und Spalte und wie es richtig wäre.",
        "en": "Say what is wrong in the files. With line and column, and what to do.",
    },
    "dates": {
        "de": "Sagt, welche Tage gut sind und warum. Sieht auf Feiertage, Ferien, andere Treffen und eure eigene Liste.",
        "en": "Say which days are good, and why. It looks at holidays, other events and your own list.",
    },
    "explain": {
        "de": "Erklärt eine Meldung von check. Ohne Angabe zählt es alle auf.",
        "en": "Explain a finding of check. Without one it lists all of them.",
    },
    "check-ics": {
        "de": "Sagt, worüber Kalenderprogramme stolpern würden. Liest .ics-Dateien, egal woher sie kommen.",
        "en": "Say what calendar programs would trip over. It reads .ics files, wherever they are from.",
    },
    "build": {
        "de": "Macht alle Dateien aller Veranstaltungen.",
        "en": "Make all files of all events.",
    },
    "export-ics": {
        "de": "Macht eine Kalenderdatei oder das Abo der Reihe. Ohne Option die für alle.",
        "en": "Make a calendar file, or the feed of the series. Without an option the one for everybody.",
    },
    "announce": {
        "de": "Hält fest, was ihr angekündigt habt. Danach fällt auf, was sich ändert.",
        "en": "Record what you have announced. From then on changes are noticed.",
    },
    "diff": {
        "de": "Sagt, was sich seit der Ankündigung geändert hat.",
        "en": "Say what has changed since it was announced.",
    },
    "todo": {
        "de": "Zeigt, was rund um ein Treffen zu tun ist. Mit Tag und wer es tut; mit --all für alle Veranstaltungen.",
        "en": "Show what there is to do around an event. When and by whom; with --all for all events.",
    },
    "done": {
        "de": "Hakt Aufgaben ab. Sie stehen dann unter done: in der Datei der Veranstaltung.",
        "en": "Tick tasks off. They then stand under done: in the file of the event.",
    },
    "handover": {
        "de": "Macht den Ordner für die nächsten Gastgeber. Aufgaben, Texte, offene Punkte, Telefonnummern; bleibt in private/out/.",
        "en": "Make the folder for the next host. Tasks, texts, open points, telephone numbers; it stays in private/out/.",
    },
    "mails": {
        "de": "Zeigt, welche Mails wann fällig sind. Auch, an wen sie gehen und was ihnen noch fehlt.",
        "en": "Show which mails are due when. Also to whom they go and what they lack.",
    },
    "preview": {
        "de": "Zeigt alle Entwürfe im Browser, immer aktuell. Nur auf diesem Rechner, nur zum Lesen; ändert keine Datei.",
        "en": "Show all drafts in the browser, always current. Only on this machine, only to read; it changes no file.",
    },
    "reschedule": {
        "de": "Verlegt eine Veranstaltung. Ändert in der Datei nur, was sich ändern muss.",
        "en": "Move an event. Only what has to change in its file is changed.",
    },
    "cancel": {
        "de": "Sagt eine Veranstaltung ab. Ändert in der Datei nur, was sich ändern muss.",
        "en": "Cancel an event. Only what has to change in its file is changed.",
    },
    "render-invitation": {
        "de": "Macht die Einladung. Mailentwurf, HTML und Text.",
        "en": "Make the invitation. Mail draft, HTML and text.",
    },
    "render-agenda": {
        "de": "Macht das Programm zum Ausdrucken.",
        "en": "Make the agenda handout.",
    },
    "render-newsletter": {
        "de": "Macht den Newsletter. Mailentwurf, HTML, Text und Markdown.",
        "en": "Make the newsletter. Mail draft, HTML, text and Markdown.",
    },
    "render-mail": {
        "de": "Macht eine Mail rund um eine Veranstaltung. Welche es gibt und wann sie dran sind: labcamp mails",
        "en": "Make one of the mails around an event. Which there are and when they are due: labcamp mails",
    },
    "render-post": {
        "de": "Macht einen Beitrag für Slack, Mastodon und andere. Sagt, wie lang er ist und was keinen Platz hatte.",
        "en": "Make a post for Slack, Mastodon and others. It says how long it is and what there was no room for.",
    },
    "draft": {
        "de": "Legt eine Mail zu euren Entwürfen. In das Konto auf dem Server, oder als Datei zum Importieren. Verschickt nichts.",
        "en": "Put a mail among your drafts. Into the account on the server, or as a file to import. It sends nothing.",
    },
    "render-print": {
        "de": "Macht, was auf Papier gebraucht wird. Als PDF; was Menschen nennt, bleibt in private/out/.",
        "en": "Make what is needed on paper. As PDF; what names people stays in private/out/.",
    },
    "templates": {
        "de": "Zeigt, welche Vorlagen gelten. Holt mit --copy eine in euren Ordner, zum Ändern.",
        "en": "Show which templates win. With --copy it takes one into your folder, to be changed.",
    },
    "schema": {
        "de": "Gibt das JSON-Schema einer unserer Dateien aus. Editoren helfen damit beim Tippen.",
        "en": "Print the JSON Schema of one of our files. Editors help by it while you type.",
    },
    "people": {
        "de": "Zeigt, was labcamp in eurer Teilnahmeliste liest. Nimmt private/<id>.csv aus Excel, pretix, Eventbrite oder Forms.",
        "en": "Show what labcamp reads in a list of participants. It takes private/<id>.csv from Excel, pretix, Eventbrite or Forms.",
    },
    "forget": {
        "de": "Löscht alles über die Menschen eines Treffens. Die Zahlen bleiben: attendance: in der Datei der Veranstaltung.",
        "en": "Delete all about the people of an event. The counts stay: attendance: in the file of the event.",
    },
}  # fmt: skip
