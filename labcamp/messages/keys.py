"""What each key of our files means, in German and English side by side: editors show it while somebody types.

A key is named by what it belongs to: `event.date`, `session.minutes`; a value by its key: `event.status.draft`.
"""

WHOLE = {
    "event": {"de": "Eine Veranstaltung der Reihe.", "en": "One event of the series."},
    "session": {"de": "Ein Programmpunkt.", "en": "One item of the agenda."},
    "person": {
        "de": "Ein Mensch, der genannt wird; oder nur eine Organisation.",
        "en": "Somebody who is named; or only an organisation.",
    },
    "contact": {"de": "An wen man sich wendet.", "en": "Whom to ask."},
    "link": {"de": "Etwas zum Lesen oder Ansehen.", "en": "Something to read or look at."},
    "place": {
        "de": "Wo es stattfindet: an einem Ort, online, oder beides.",
        "en": "Where it takes place: somewhere, online, or both.",
    },
    "registration": {"de": "Wie man sich anmeldet.", "en": "How to register."},
    "news": {"de": "Eine Meldung für den Newsletter.", "en": "A notice for the newsletter."},
    "newsletter": {
        "de": "Was der Newsletter in eigenen Worten sagt; sonst folgt es aus Titel, Datum und Teaser.",
        "en": "What the newsletter says in your own words; else it follows from title, date and summary.",
    },
    "attendance": {"de": "Wie viele da waren.", "en": "How many came."},
    "series": {
        "de": "Die Reihe: was für alle Veranstaltungen gilt.",
        "en": "The series: what holds for all events.",
    },
    "channel": {
        "de": "Wo sich die Community zwischen den Treffen austauscht.",
        "en": "Where the community meets between events.",
    },
    "mailing": {
        "de": "Der Verteiler, und was ein Versanddienst wissen muss.",
        "en": "The mailing list, and what a service that sends it has to know.",
    },
    "listmonk": {"de": "Eure Nummern in listmonk.", "en": "Your numbers in listmonk."},
    "keila": {"de": "Eure Kennungen in Keila.", "en": "Your ids in Keila."},
    "imprint": {"de": "Das Impressum: Text, Adresse oder beides.", "en": "The imprint: a text, an address, or both."},
    "organisations": {
        "de": "Die Organisationen der Reihe, jede einmal: links ihre Kennung, rechts ihr Name oder mehr.",
        "en": "The organisations of the series, each once: its id on the left, its name or more on the right.",
    },
    "organisation": {
        "de": "Ein Labor oder eine andere Organisation.",
        "en": "A lab or another organisation.",
    },
    "private": {
        "de": "Was nur Teilnehmende oder ihr selbst wissen dürft. Diese Datei kommt nie in git.",
        "en": "What only participants or you yourselves may know. This file never goes into git.",
    },
    "join": {"de": "Wie man online teilnimmt.", "en": "How to take part online."},
    "reach": {"de": "Wer am Tag selbst zu erreichen ist.", "en": "Who can be reached on the day itself."},
}  # fmt: skip
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
SHARED = {
    "series.id": {
        "de": "Der Name der Reihe in Dateinamen. Nie ändern.",
        "en": "The name of the series in file names. Never change it.",
    },
    "series.title": {"de": "Wie die Reihe heißt.", "en": "What the series is called."},
    "series.title_pattern": {
        "de": "Wie aus der Nummer ein Titel wird; {number} steht für sie.",
        "en": "How a title is made from the number, for which {number} stands.",
    },
    "series.subtitle": {"de": "Worum es in der Reihe geht.", "en": "What the series is about."},
    "series.language": {
        "de": "Die Sprache der Texte, wenn eine Veranstaltung nichts anderes sagt.",
        "en": "The language of the texts, unless an event says otherwise.",
    },
    "series.address": {
        "de": "Ob die Texte in ihr oder in Sie sprechen.",
        "en": "Whether German texts say ihr or Sie.",
    },
    "series.zone": {
        "de": "Die Zeitzone, wenn eine Veranstaltung nichts anderes sagt.",
        "en": "The time zone, unless an event says otherwise.",
    },
    "series.domain": {
        "de": "Eure Domain; sie steckt in der Kennung jedes Kalendereintrags. Nie ändern.",
        "en": "Your domain, which is part of the id of each calendar entry. Never change it.",
    },
    "series.organisers": {
        "de": "Wer die Reihe veranstaltet, mit der Kennung aus organisations.yaml.",
        "en": "Who organises the series, by the id in organisations.yaml.",
    },
    "series.contact": {"de": "An wen man sich wendet.", "en": "Whom to ask."},
    "series.homepage": {"de": "Die Seite der Reihe.", "en": "The page of the series."},
    "series.archive": {
        "de": "Wo steht, was bei früheren Treffen war.",
        "en": "Where there is what earlier events were about.",
    },
    "series.public": {
        "de": "Unter welcher Adresse ihr den Ordner out/ veröffentlicht.",
        "en": "At which address you publish the folder out/.",
    },
    "series.channels": {
        "de": "Wo sich die Community zwischen den Treffen austauscht.",
        "en": "Where the community meets between events.",
    },
    "series.hashtags": {
        "de": "Für Beiträge; mit # gehören sie in Anführungszeichen.",
        "en": "For posts; with a # they have to stand in quotes.",
    },
    "series.newsletter": {
        "de": "Der Verteiler, und wie man ihn verlässt.",
        "en": "The mailing list, and how to leave it.",
    },
    "series.imprint": {
        "de": "Das Impressum am Ende jeder Mail: seine Adresse oder sein Text.",
        "en": "The imprint at the end of each mail: its address or its text.",
    },
    "series.privacy": {"de": "Die Seite zum Datenschutz.", "en": "The page about privacy."},
    "series.accent": {
        "de": "Eure Farbe; labcamp sorgt dafür, dass alles lesbar bleibt.",
        "en": "Your colour; labcamp keeps everything readable.",
    },
    "series.logo": {"de": "Euer Logo, eine Datei im Ordner templates/.", "en": "Your logo, a file in templates/."},
    "series.regions": {
        "de": "Wo ihr arbeitet: An einem Feiertag dort ist keine Mail fällig.",
        "en": "Where you work: on a public holiday there no mail is due.",
    },
    "series.mails": {
        "de": "Wie lange vor oder nach dem Treffen welche Mail fällig ist; nein, wenn ihr sie nicht verschickt.",
        "en": "How long before or after an event which mail is due; no, if you do not send it.",
    },
    "series.rules": {
        "de": "Regeln, die für euch nicht gelten, jede mit dem Grund dafür.",
        "en": "Rules that do not hold for you, each with the reason.",
    },
    "channel.title": {"de": "Wie der Kanal heißt.", "en": "What the channel is called."},
    "channel.url": {"de": "Seine Adresse, wenn alle sie kennen dürfen.", "en": "Its address, if all may know it."},
    "mailing.address": {"de": "Die Mailadresse des Verteilers.", "en": "The mail address of the list."},
    "mailing.unsubscribe": {"de": "Wo man sich abmeldet.", "en": "Where to unsubscribe."},
    "mailing.listmonk": {"de": "Eure Nummern in listmonk.", "en": "Your numbers in listmonk."},
    "mailing.keila": {"de": "Eure Kennungen in Keila.", "en": "Your ids in Keila."},
    "listmonk.lists": {"de": "Die Nummern der Listen.", "en": "The numbers of the lists."},
    "listmonk.template": {"de": "Die Nummer der Vorlage.", "en": "The number of the template."},
    "keila.sender": {"de": "Die Kennung des Absenders, ms_….", "en": "The id of the sender, ms_…."},
    "keila.segment": {
        "de": "Die Kennung eines Segments, sgm_…; ohne sie geht es an alle.",
        "en": "The id of a segment, sgm_…; without it, it goes to everybody.",
    },
    "imprint.text": {"de": "Der Text des Impressums.", "en": "The text of the imprint."},
    "imprint.url": {"de": "Die Seite mit dem Impressum.", "en": "The page with the imprint."},
    "organisation.name": {"de": "Der Name, wie er überall steht.", "en": "The name as it stands everywhere."},
    "organisation.place": {"de": "Der Ort.", "en": "The town."},
    "organisation.country": {
        "de": "Das Land, wie DE oder AT; »labcamp stats« zählt danach.",
        "en": "The country, such as DE or AT; `labcamp stats` counts by it.",
    },
    "organisation.region": {"de": "Die Region, wie DE-BE oder AT-9.", "en": "The region, such as DE-BE or AT-9."},
    "organisation.level": {
        "de": "Die Ebene, wie Bund, Land oder Kommune; »labcamp stats« zählt danach.",
        "en": "The level, such as federal, state or city; `labcamp stats` counts by it.",
    },
    "organisation.url": {"de": "Ihre Seite.", "en": "Its page."},
}  # fmt: skip
HIDDEN = {
    "private.join": {
        "de": "Der Zugang zur Videokonferenz; nur die Adresse genügt.",
        "en": "The way into the video call; the address alone will do.",
    },
    "private.contacts": {
        "de": "Wer am Tag selbst zu erreichen ist; steht im Ablauf und in den letzten Mails.",
        "en": "Who can be reached on the day itself; it stands on the run sheet and in the last mails.",
    },
    "private.way": {"de": "Wie man hinkommt.", "en": "How to get there."},
    "private.bring": {"de": "Was man mitbringt.", "en": "What to bring."},
    "private.columns": {
        "de": "Wie in eurer Liste eine Spalte heißt, die labcamp nicht von selbst erkennt.",
        "en": "What a column of your list is called that labcamp does not know by itself.",
    },
    "private.delete_after": {
        "de": "Der Tag, an dem alles über die Menschen gelöscht sein soll: labcamp forget.",
        "en": "The day on which all about the people is to be deleted: labcamp forget.",
    },
    "join.url": {"de": "Die Adresse der Videokonferenz.", "en": "The address of the video call."},
    "join.passcode": {
        "de": "Das Kennwort; Ziffern in Anführungszeichen.",
        "en": "The passcode; digits in quotes.",
    },
    "join.phone": {"de": "Die Nummer zum Einwählen.", "en": "The number to dial in."},
    "reach.role": {"de": "Wofür: Empfang, Technik.", "en": "For what: reception, technology."},
    "reach.name": {"de": "Vorname und Nachname.", "en": "First and last name."},
    "reach.phone": {"de": "Die Telefonnummer.", "en": "The phone number."},
}  # fmt: skip
KEYS = EVENT | SHARED | HIDDEN
VALUES = {
    "event.status.draft": {
        "de": "Entwurf: Alle Texte entstehen, mit dem Vermerk »Entwurf«.",
        "en": "Draft: all texts are made, and say that it is a draft.",
    },
    "event.status.confirmed": {
        "de": "Bestätigt: Es findet statt, oder es hat stattgefunden.",
        "en": "Confirmed: it takes place, or has taken place.",
    },
    "event.status.cancelled": {
        "de": "Abgesagt: Alle Texte sagen es zuerst; der Grund steht in reason.",
        "en": "Cancelled: all texts say so first; the reason stands in reason.",
    },
    "session.type.welcome": {"de": "Begrüßung oder Ankommen.", "en": "Welcome or arrival."},
    "session.type.input": {
        "de": "Ein Impuls oder Vortrag; labcamp stats zählt diese.",
        "en": "An input or a talk; labcamp stats counts these.",
    },
    "session.type.discussion": {"de": "Gespräch in der ganzen Runde.", "en": "A discussion of all."},
    "session.type.networking": {
        "de": "Kennenlernen, Thementische, kleine Gruppen.",
        "en": "Getting to know each other, tables, small groups.",
    },
    "session.type.workshop": {"de": "Gemeinsame Arbeit an etwas.", "en": "Joint work on something."},
    "session.type.break": {"de": "Pause.", "en": "A break."},
    "session.type.closing": {"de": "Ausblick und Abschied.", "en": "Outlook and goodbye."},
    "link.type.page": {"de": "Eine Webseite.", "en": "A web page."},
    "link.type.report": {"de": "Ein Bericht.", "en": "A report."},
    "link.type.slides": {"de": "Folien.", "en": "Slides."},
    "link.type.paper": {"de": "Ein Papier oder ein Aufsatz.", "en": "A paper."},
    "link.type.recording": {
        "de": "Eine Aufzeichnung; ob alle einverstanden sind, steht in consent.",
        "en": "A recording; whether everybody has agreed stands in consent.",
    },
    "link.type.photo": {
        "de": "Fotos; ob alle einverstanden sind, steht in consent.",
        "en": "Photos; whether everybody has agreed stands in consent.",
    },
    "link.type.notes": {"de": "Mitschrift oder Protokoll.", "en": "Notes or minutes."},
    "link.type.feedback": {
        "de": "Ein Fragebogen; nur die Dankesmail fragt danach.",
        "en": "A questionnaire; only the mail of thanks asks for it.",
    },
    "link.type.other": {"de": "Etwas anderes.", "en": "Something else."},
    "event.language.de": {"de": "Deutsch.", "en": "German."},
    "event.language.en": {"de": "Englisch.", "en": "English."},
    "event.language.de-AT": {"de": "Deutsch in Österreich: Jänner.", "en": "German in Austria: Jänner."},
    "event.language.de-CH": {"de": "Deutsch in der Schweiz: ohne ß.", "en": "German in Switzerland: without ß."},
    "series.language.de": {"de": "Deutsch.", "en": "German."},
    "series.language.en": {"de": "Englisch.", "en": "English."},
    "series.language.de-AT": {"de": "Deutsch in Österreich: Jänner.", "en": "German in Austria: Jänner."},
    "series.language.de-CH": {"de": "Deutsch in der Schweiz: ohne ß.", "en": "German in Switzerland: without ß."},
    "series.address.ihr": {"de": "In ihr und euch.", "en": "In ihr and euch."},
    "series.address.Sie": {"de": "In Sie.", "en": "In Sie."},
}  # fmt: skip
# As somebody would type them; nothing of a real series
EXAMPLES: dict[str, tuple[object, ...]] = {
    "event.number": (12,),
    "event.title": ("Treffen #12",),
    "event.theme": ("Labore finden und verbinden",),
    "event.date": ("2027-09-16", "16.09.2027", "2027-09", "2027-09-16/2027-09-17"),
    "event.time": ("14:00-17:00", "14:00"),
    "event.place": ("online", {"name": "Haus der Ideen", "street": "Musterstraße 1", "city": "Köln", "room": "Saal 2"}),
    "event.hosts": (["werkstatt"],),
    "event.registration": (
        "https://example.org/anmelden",
        {"url": "https://example.org/anmelden", "until": "2027-09-09"},
    ),
    "event.agenda": ([{"title": "Ankommen", "type": "welcome", "minutes": 15}],),
    "event.zone": ("Europe/Vienna",),
    "session.minutes": (15, 30, 45),
    "session.start": ("14:30",),
    "session.tables": (["Thema A", "Thema B"],),
    "link.licence": ("CC BY 4.0",),
    "attendance.people": (35,),
    "attendance.labs": (20,),
    "series.title_pattern": ("Treffen #{number}",),
    "series.regions": (["DE-BE", "AT-9", "CH-ZH"],),
    "series.mails": ({"save-the-date": "12 Wochen", "thanks": "nein"},),
    "series.accent": ("#0b4f8a",),
    "series.logo": ("logo.svg",),
    "private.columns": ({"organisation": "In welchem Labor?"},),
    "private.delete_after": ("2027-10-16",),
}  # fmt: skip
