"""What the headers of a list of events mean, in German and English, by hand and by programs."""

from collections.abc import Mapping, Sequence

from labcamp.check.people.headers import MEANING as OF_PEOPLE
from labcamp.check.people.headers import plain
from labcamp.patterns import pattern_of

BEHIND = pattern_of(r"\s*[(\[][^()\[\]]*[)\]]\s*$")  # how it is to be filled in: `Datum (TT.MM.JJJJ)`
# Meaning → headers without blanks and signs. From: our own export, Excel by hand, Outlook, Google Calendar, The Events
# Calendar and EventON for WordPress, the API of Meetup, reports of Eventbrite on several events, pretix
ALIASES: dict[str, tuple[str, ...]] = {
    "number": ("number", "nummer", "nr", "no", "#", "ausgabe", "edition", "lfdnr", "laufendenummer", "folge"),
    "title": (
        "title", "titel", "eventname", "eventtitle", "veranstaltung", "veranstaltungstitel", "veranstaltungsname",
        "name",
        "treffen", "event", "bezeichnung", "betreff", "subject", "nameofevent", "meeting", "termintitel",
        "namederveranstaltung",
    ),
    "theme": ("theme", "thema", "motto", "leitthema", "schwerpunkt"),
    "subtitle": ("subtitle", "untertitel", "eventsubtitle", "evcalsubtitle"),
    "status": ("status", "stand", "eventstatus", "publishstatus", "state"),
    "reason": ("reason", "grund", "absagegrund"),
    "when": (
        "date", "datum", "wann", "when", "termin", "tag", "day", "eventdate", "datumuhrzeit", "dateandtime",
        "datetime",
        "datumundzeit", "datumunduhrzeit", "date&time", "localdate", "zeitpunkt",
    ),
    "start": (
        "start", "beginn", "anfang", "startdate", "startdatum", "beginntam", "von", "from", "startsat", "begin",
        "eventstartdate", "startdatetime", "eventstart", "vom", "datefrom", "datumvon", "dtstart", "begins", "starts",
        "startzeitpunkt", "veranstaltungsbeginn",
    ),
    "end": (
        "end", "ende", "enddate", "enddatum", "lastday", "letztertag", "endetam", "bis", "until", "to", "endsat",
        "eventenddate", "enddatetime",
        "eventend", "dateto", "datumbis", "dtend", "ends", "endpunkt", "veranstaltungsende",
    ),
    "time": ("time", "zeit", "uhrzeit", "uhrzeiten", "hours", "zeiten", "localtime", "eventtime"),
    "start_time": (
        "starttime", "startzeit", "beginntum", "eventstarttime", "anfangszeit", "beginnuhrzeit", "uhrzeitvon",
        "zeitvon",
        "timefrom", "uhrzeitbeginn",
    ),
    "end_time": (
        "endtime", "endzeit", "endetum", "eventendtime", "endeuhrzeit", "uhrzeitbis", "zeitbis", "timeto",
        "uhrzeitende",
    ),
    "all_day": ("allday", "alldayevent", "ganztägig", "ganztags", "ganztägigesereignis", "ganztaegigesereignis"),
    "moved_from": ("movedfrom", "verschobenvon", "ursprünglichertermin"),
    "zone": ("zone", "zeitzone", "timezone", "eventtimezone", "tz"),
    "language": ("language", "sprache"),
    "uid": ("uid",),
    "place": (
        "place", "ort", "wo", "where", "location", "veranstaltungsort", "eventlocation", "tagungsort", "treffpunkt",
        "adresse", "address", "venueaddress", "eventaddress",
    ),
    "name": (
        "placename", "venue", "venuename", "eventvenuename", "locationname", "haus", "gebäude", "ortsname",
        "namedesorts",
        "lokalität", "location/venue", "eventvenue",
    ),
    "street": (
        "street", "straße", "strasse", "placestreet", "venueaddress1", "address1", "straßeundhausnummer",
        "straßehausnr", "venuestreet",
    ),
    "postcode": (
        "postcode", "plz", "postleitzahl", "zip", "zipcode", "postalcode", "venuezip", "placepostcode",
        "venuepostalcode",
    ),
    "city": ("city", "stadt", "town", "venuecity", "placecity", "ortschaft"),
    "country": ("country", "land", "venuecountry", "placecountry"),
    "room": ("room", "raum", "saal", "placeroom", "venueroom"),
    "lat": ("lat", "latitude", "breitengrad", "venuelat", "placelat", "venuelatitude"),
    "lon": ("lon", "lng", "long", "longitude", "längengrad", "venuelon", "placelon", "venuelongitude"),
    "online": (
        "online", "placeonline", "onlineevent", "isonline", "format", "veranstaltungsformat", "durchführung",
        "eventtype",
        "isvirtualevent", "modus", "mode", "form",
    ),
    "place_url": ("placeurl", "onlinelink", "onlineurl"),
    "access": ("access", "barrierefreiheit", "accessibility", "zugänglichkeit"),
    "hosts": (
        "hosts", "host", "gastgeber", "gastgeberin", "gastgeberinnen", "gastgebende", "gastgebend", "ausrichter",
        "ausrichterin", "ausrichtend", "veranstalter", "veranstalterin", "organizer", "organizername", "organiser",
        "eventorganizers", "eventorganizer", "gastgebendeorganisation", "gastgebendeslabor", "hostorganisation",
        "veranstaltende",
    ),
    "partners": ("partners", "partner", "partnerin", "kooperation", "kooperationspartner", "inkooperationmit", "mit"),
    "summary": (
        "summary", "zusammenfassung", "kurzbeschreibung", "teaser", "kurztext", "eventexcerpt", "excerpt",
        "anreißer",
    ),
    "description": (
        "description", "beschreibung", "text", "eventdescription", "details", "inhalt", "inhalte", "langtext",
        "plaintextdescription", "eventdetails", "fulldescription",
    ),
    "until": (
        "registrationuntil", "registrationcloses", "anmeldeschluss", "anmeldungbis", "registrationdeadline",
        "anmeldefrist",
    ),
    "registration_url": (
        "registrationurl", "registration", "anmeldung", "anmeldelink", "anmeldeseite", "registrierung", "ticketurl",
        "registrationlink", "tickets", "linkzuranmeldung", "signup",
    ),
    "seats": (
        "seats", "plätze", "platz", "kapazität", "capacity", "registrationseats", "maxteilnehmende", "rsvplimit",
        "eventcapacity",
    ),
    "price": (
        "price", "preis", "kosten", "eventcost", "cost", "eintritt", "teilnahmegebühr", "registrationprice", "fee",
    ),
    "registration_note": ("registrationnote", "hinweiszuranmeldung", "noteonregistration"),
    "people": (
        "attendancepeople", "people", "teilnehmende", "teilnehmerzahl", "anzahlteilnehmende", "anzahlteilnehmer",
        "teilnehmer", "teilnehmerinnen", "anwesende", "besucher", "besuchende", "attendance", "participants",
        "anwesend",
        "tn", "anzahltn", "besucherzahl", "teilnahmen", "attended", "zahlderteilnehmenden", "numberofparticipants",
    ),
    "labs": ("attendancelabs", "labs", "labore", "anzahllabore", "anzahlorganisationen"),
    "attendance_note": ("attendancenote", "hinweiszurteilnahme", "noteonattendance"),
    "link": (
        "url", "link", "webseite", "website", "homepage", "eventurl", "eventwebsite", "eventlink", "page", "seite",
        "veranstaltungslink", "internetseite", "web", "learnmorelink",
    ),
    "report": ("report", "dokumentation", "bericht", "doku", "nachbericht", "rückblick", "protokoll"),
    "recording": ("recording", "aufzeichnung", "video", "mitschnitt"),
    "slides": ("slides", "folien", "präsentation"),
    "topics": (
        "topics", "themen", "schlagworte", "schlagwörter", "tags", "kategorie", "kategorien", "category", "categories",
        "eventcategory", "eventtags", "stichworte", "keywords",
    ),
    "private": ("privat", "private"),
}  # fmt: skip
# What belongs to the program that wrote the list
DROPPED = frozenset(
    """
    id eventid kennung slug urlname erinnerungeinaus erinnerungam erinnerungum remindonoff reminderonoff reminderdate
    remindertime priorität priority sensitivity vertraulichkeit zeitspannezeigenals showtimeas abrechnungsinformationen
    billinginformation reisekilometer mileage created updated erstellt geändert erstelltam geändertam weekday wochentag
    dayofweek duration dauer besprechungsressourcen meetingresources color farbe featured imageurl imageid
    """.split()  # noqa: SIM905  # a list of words is read as such
)
PEOPLE = frozenset(
    """
    besprechungsplanung besprechungsorganisator erforderlicheteilnehmer optionaleteilnehmer meetingorganizer
    requiredattendees optionalattendees ansprechpartner ansprechpartnerin ansprechperson kontakt contact
    contactperson telefon telefonnummer phone phonenumber handy mobil organizeremail organizerphone
    evcalorgcontact orderid ordernumber attendee# attendees kontaktperson email mail kontaktdaten verantwortlich
    verantwortliche orga attendeestatus buyer buyername purchaser
    """.split()  # noqa: SIM905
)
MEANINGS = {alias: meaning for meaning, aliases in ALIASES.items() for alias in aliases}
TIMES = frozenset({"when", "start"})
NAMING = frozenset({"title", "theme", "number"})
SEVERAL = frozenset({"-", "person", "link", "when", "start", "end"})  # a day and its time, of the same name
LIKE_PEOPLE = ("attendee", "buyer", "purchaser", "ticket", "order")
ORGANISATIONS_OF_PEOPLE = frozenset({"email", "given", "family", "reversed", "came", "consent", "paid"})


def meaning_of(header: str) -> str:
    """What a header means: a key of `ALIASES`, `person` for what is of people, `-` for no content, else nothing."""
    name = plain(BEHIND.sub("", header)).replace("/", "") or plain(header)
    if known := MEANINGS.get(plain(header)) or MEANINGS.get(name):
        return known
    if name in DROPPED:
        return "-"
    of_people = OF_PEOPLE.get(name) in ORGANISATIONS_OF_PEOPLE or name.startswith(LIKE_PEOPLE)
    return "person" if name in PEOPLE or of_people else ""


def heads(texts: Sequence[str]) -> bool:
    """Tell whether cells are the header of a list of events: some known, of these one for the day or the title."""
    said = [text for text in texts if text.strip()]
    known = [meaning for text in said if (meaning := meaning_of(text)) and meaning != "-"]
    telling = bool(TIMES & set(known)) + bool(NAMING & set(known))
    if telling == 0 or any("@" in text for text in said) or heads_people(said):
        return False
    return len(known) > 1 or len(said) == 1


def heads_people(texts: Sequence[str]) -> bool:
    """Tell whether cells are the header of a list of people: mail address and name, and no title of an event."""
    named = {plain(text) for text in texts if MEANINGS.get(plain(text)) in NAMING}
    of_people = {OF_PEOPLE.get(plain(text)) for text in texts}
    return "email" in of_people and (named == {"name"} or (not named and bool(of_people & {"given", "family"})))


def meanings_of(headers: Sequence[str]) -> Mapping[int, str]:
    """What each column means, by its number; of several for one thing the first, else they are told as they are."""
    found: dict[int, str] = {}
    taken: set[str] = set()
    for number, header in enumerate(headers):
        meaning = meaning_of(header)
        if meaning in taken and meaning not in SEVERAL:
            meaning = ""
        taken.add(meaning)
        found[number] = meaning
    return found
