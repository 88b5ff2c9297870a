"""What each key of an event file means, and of what stands in it."""

EVENT = {
    "event.number": {
        "de": "Die Nummer in der Reihe; daraus wird der Titel. Ohne Nummer braucht es einen title.",
        "en": "The number in the series, from which the title follows. Without a number there has to be a title.",
    },
    "event.title": {
        "de": "Der Titel, wenn er nicht aus der Nummer folgt. Enthält er ein #, gehört er in Anführungszeichen.",
        "en": "The title, if it does not follow from the number. With a # in it, it has to stand in quotes.",
    },
    "event.subtitle": {"de": "Eine Zeile unter dem Titel.", "en": "A line below the title."},
    "event.theme": {"de": "Worum es geht, in wenigen Worten.", "en": "What it is about, in a few words."},
    "event.status": {
        "de": "Entwurf, bestätigt oder abgesagt. Was vorbei ist, weiß labcamp selbst.",
        "en": "Draft, confirmed or cancelled. What is over labcamp knows by itself.",
    },
    "event.reason": {
        "de": "Warum abgesagt ist, in einem Satz für alle.",
        "en": "Why it is cancelled, in a sentence for everybody.",
    },
    "event.date": {
        "de": "Der Tag; nur der Monat, wenn mehr nicht bekannt ist; oder erster und letzter Tag mit / dazwischen.",
        "en": "The day; only the month when no more is known; or the first and the last day with a / between them.",
    },
    "event.time": {
        "de": "Von wann bis wann, an jedem Tag. Nur der Anfang genügt, wenn das Programm Minuten hat.",
        "en": "From when to when, on each day. The begin alone will do when the agenda has minutes.",
    },
    "event.moved_from": {
        "de": "Der Tag, der zuerst angekündigt war; »labcamp reschedule« trägt ihn ein.",
        "en": "The day that was announced first; `labcamp reschedule` puts it here.",
    },
    "event.zone": {
        "de": "Die Zeitzone, wenn es nicht die der Reihe ist.",
        "en": "The time zone, if it is not that of the series.",
    },
    "event.language": {
        "de": "Die Sprache der Texte, wenn es nicht die der Reihe ist.",
        "en": "The language of the texts, if it is not that of the series.",
    },
    "event.uid": {
        "de": "Die Kennung eines Kalendereintrags, den es schon gab, bevor ihr labcamp hattet. Sonst weglassen.",
        "en": "The id of a calendar entry that was there before you had labcamp. Else leave it out.",
    },
    "event.place": {
        "de": "online, der Name des Ortes, oder Straße, Stadt und mehr einzeln. Mit »online: ja« beides.",
        "en": "online, the name of the place, or street, city and more one by one. With `online: yes` it is both.",
    },
    "event.access": {
        "de": "Was beim Teilnehmen hilft: Stufen, Induktionsschleife, Untertitel, Gebärdensprache.",
        "en": "What helps people to take part: steps, hearing loop, captions, sign language.",
    },
    "event.hosts": {
        "de": "Wer zu diesem Treffen einlädt, mit der Kennung aus organisations.yaml.",
        "en": "Who hosts this event, by the id in organisations.yaml.",
    },
    "event.partners": {
        "de": "Wer mithilft, mit der Kennung aus organisations.yaml.",
        "en": "Who helps, by the id in organisations.yaml.",
    },
    "event.moderation": {"de": "Wer durch das Treffen führt.", "en": "Who leads through the event."},
    "event.contact": {
        "de": "An wen man sich wendet, wenn es nicht der Kontakt der Reihe ist.",
        "en": "Whom to ask, if it is not the contact of the series.",
    },
    "event.summary": {
        "de": "Ein oder zwei Sätze, die überall stehen: in Mails, Beiträgen und im Kalender.",
        "en": "One or two sentences that stand everywhere: in mails, posts and calendars.",
    },
    "event.description": {
        "de": "Der Text der Einladung, in Markdown, so lang wie nötig.",
        "en": "The text of the invitation, in Markdown, as long as it needs to be.",
    },
    "event.registration": {
        "de": "Wie man sich anmeldet; nur die Adresse genügt.",
        "en": "How to register; the address alone will do.",
    },
    "event.agenda": {
        "de": "Die Programmpunkte der Reihe nach. Die Uhrzeiten folgen aus den Minuten.",
        "en": "The sessions in order. Their times follow from the minutes.",
    },
    "event.news": {"de": "Meldungen für den Newsletter.", "en": "Notices for the newsletter."},
    "event.newsletter": {
        "de": "Eigener Betreff, Vorschautext und Einstieg des Newsletters.",
        "en": "The newsletter's own subject, preview text and introduction.",
    },
    "event.attendance": {
        "de": "Nach dem Treffen: wie viele da waren. »labcamp stats« zählt es zusammen.",
        "en": "After the event: how many came. `labcamp stats` adds it up.",
    },
    "event.links": {
        "de": "Nach dem Treffen: was es nachzulesen gibt; und der Fragebogen, mit type: feedback.",
        "en": "After the event: what there is to read; and the questionnaire, with type: feedback.",
    },
    "event.lessons": {
        "de": "Was ihr für das nächste Mal gelernt habt; es steht in keiner Mail.",
        "en": "What you have learned for the next time; it stands in no mail.",
    },
    "event.done": {"de": "Was rund um das Treffen schon erledigt ist.", "en": "What is done already around the event."},
    "session.id": {
        "de": "Eine Kennung, wenn ein Kalendereintrag bleiben soll, auch wenn sich der Titel ändert.",
        "en": "An id, if a calendar entry is to stay the same even when the title changes.",
    },
    "session.title": {"de": "Wie der Programmpunkt heißt.", "en": "What the session is called."},
    "session.type": {
        "de": "Welche Art Programmpunkt; ohne Angabe eine Diskussion.",
        "en": "Which sort of session; without it, a discussion.",
    },
    "session.day": {
        "de": "Der wievielte Tag, wenn das Treffen mehrere hat.",
        "en": "Which day, counted from 1, if the event has several.",
    },
    "session.start": {
        "de": "Der Anfang, wenn er nicht aus den Minuten davor folgen soll.",
        "en": "The begin, if it is not to follow from the minutes before it.",
    },
    "session.minutes": {"de": "Wie lange, in Minuten.", "en": "How long, in minutes."},
    "session.room": {"de": "Der Raum; dafür gibt es Schilder.", "en": "The room; there are signs for it."},
    "session.tables": {
        "de": "Die Thementische; für jeden gibt es einen Aufsteller.",
        "en": "The themes of the tables; each gets a card.",
    },
    "session.by": {
        "de": "Wer ihn gibt: Menschen mit Organisation, oder nur die Organisation.",
        "en": "Who has it: people with their organisation, or only the organisation.",
    },
    "session.teaser": {"de": "Zwei Sätze für die Einladung.", "en": "Two sentences for the invitation."},
    "session.cue": {
        "de": "Was zu tun ist, wenn er beginnt; steht nur im Ablauf für euch.",
        "en": "What to do when it begins; it stands only on your run sheet.",
    },
    "session.takeaways": {
        "de": "Nach dem Treffen: was davon bleibt, für die Dokumentation.",
        "en": "After the event: what was learned, for the documentation.",
    },
    "session.links": {
        "de": "Folien, Aufzeichnung und anderes zu diesem Programmpunkt.",
        "en": "Slides, a recording and more about this session.",
    },
    "person.name": {
        "de": "Vorname und Nachname; »N. N.«, wenn noch niemand feststeht.",
        "en": "First and last name; `N. N.` when nobody is known yet.",
    },
    "person.role": {"de": "Aufgabe oder Amt.", "en": "What they do."},
    "person.organisation": {
        "de": "Die Kennung der Organisation aus organisations.yaml.",
        "en": "The id of the organisation in organisations.yaml.",
    },
    "contact.name": {"de": "Vorname und Nachname.", "en": "First and last name."},
    "contact.role": {"de": "Aufgabe oder Amt.", "en": "What they do."},
    "contact.organisation": {
        "de": "Die Kennung der Organisation aus organisations.yaml.",
        "en": "The id of the organisation in organisations.yaml.",
    },
    "contact.email": {
        "de": "Eine Mailadresse, die alle sehen dürfen.",
        "en": "A mail address that everybody may see.",
    },
    "link.title": {
        "de": "Was man dort findet; nie »hier« oder »Link«.",
        "en": "What is to be found there; never `here` or `link`.",
    },
    "link.url": {"de": "Die Adresse, mit https://.", "en": "The address, with https://."},
    "link.type": {"de": "Was es ist; ohne Angabe eine Webseite.", "en": "What it is; without it, a web page."},
    "link.licence": {
        "de": "Unter welcher Lizenz es steht, etwa CC BY 4.0.",
        "en": "Under which licence it is, such as CC BY 4.0.",
    },
    "link.consent": {
        "de": "Ob alle einverstanden sind, die zu sehen oder zu hören sind; mit nein steht der Link in keinem Text.",
        "en": "Whether everybody who can be seen or heard has agreed; with no, the link stands in no text.",
    },
    "place.name": {"de": "Wie der Ort heißt.", "en": "What the place is called."},
    "place.street": {"de": "Straße und Hausnummer.", "en": "Street and number."},
    "place.postcode": {"de": "Postleitzahl.", "en": "Postcode."},
    "place.city": {"de": "Stadt.", "en": "City."},
    "place.country": {"de": "Land, wie DE oder Österreich.", "en": "Country, such as DE or Austria."},
    "place.room": {"de": "Raum oder Stockwerk.", "en": "Room or floor."},
    "place.online": {
        "de": "Ob man online teilnehmen kann; mit einem Ort dazu ist es beides.",
        "en": "Whether one can join online; with a place as well it is both.",
    },
    "place.url": {
        "de": "Eine Seite über den Ort oder den Weg; nie der Zugang zur Videokonferenz, der gehört nach private/.",
        "en": "A page about the place or the way there; never the way into a video call, which belongs in private/.",
    },
    "registration.url": {"de": "Die Seite zur Anmeldung.", "en": "The page to register."},
    "registration.until": {"de": "Der letzte Tag zum Anmelden.", "en": "The last day to register."},
    "registration.seats": {"de": "Wie viele Plätze es gibt.", "en": "How many seats there are."},
    "registration.price": {"de": "Was es kostet, in Worten.", "en": "What it costs, in words."},
    "registration.note": {
        "de": "Ein Hinweis dazu, etwa wie es nach der Anmeldung weitergeht.",
        "en": "A note about it, such as what happens after registration.",
    },
    "news.title": {"de": "Die Überschrift der Meldung.", "en": "The heading of the notice."},
    "news.text": {"de": "Wenige Sätze dazu.", "en": "A few sentences about it."},
    "news.url": {"de": "Wo mehr dazu steht.", "en": "Where there is more about it."},
    "newsletter.subject": {"de": "Der Betreff, am besten mit Datum.", "en": "The subject, best with a date."},
    "newsletter.preheader": {
        "de": "Was im Posteingang hinter dem Betreff steht.",
        "en": "What stands behind the subject in the inbox.",
    },
    "newsletter.intro": {"de": "Der Einstieg, in Markdown.", "en": "The introduction, in Markdown."},
    "attendance.people": {
        "de": "Wie viele Menschen; eine Zahl, die jemand gezählt hat.",
        "en": "How many people; a number that somebody has counted.",
    },
    "attendance.labs": {"de": "Aus wie vielen Laboren.", "en": "From how many labs."},
    "attendance.note": {
        "de": "In Worten, was sich nicht als Zahl sagen lässt, etwa »knapp 30«.",
        "en": "In words what is no number, such as `almost 30`.",
    },
}  # fmt: skip
