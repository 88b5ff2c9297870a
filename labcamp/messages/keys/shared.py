"""What each key of the files means that all events share, and of the private file of one."""

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
