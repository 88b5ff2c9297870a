"""What each key of our files means, in German and English side by side: editors show it while somebody types.

A key is named by what it belongs to: `event.date`, `session.minutes`; a value by its key: `event.status.draft`.
"""

from labcamp.messages.keys.event import EVENT
from labcamp.messages.keys.shared import HIDDEN, SHARED

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
KEYS = EVENT | SHARED | HIDDEN
