"""What the headers of a list say by themselves: the known ones, and the questions that forms ask."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from labcamp.check.people.standing import STATUS, asks_for_consent, head_of, spoken
from labcamp.model.texts import one_line
from labcamp.patterns import pattern_of

# Meaning → headers without blanks and signs, those of the person before those of who ordered for them.
# From: Excel by hand, pretix (orders, check-in list, waiting list), Eventbrite (three reports), MS Forms, Luma, Zoom,
# Teams, Tito, boxoffice, doo, XING Events, Evenito, Thunderbird, Google contacts
ALIASES: dict[str, tuple[str, ...]] = {
    "email": (
        "attendeeemail", "ticketemail", "emailteilnehmerin", "email", "emailadresse", "emailaddress", "mail",
        "mailadresse", "mailaddress", "ihreemailadresse", "deineemailadresse", "youremail", "youremailaddress",
        "primaryemail", "email1value", "orderemail", "buyeremail",
    ),
    "given": (
        "attendeenamegivenname", "ticketfirstname", "nameteilnehmerinvorname", "firstname", "vorname", "givenname",
        "rufname", "buyerfirstname",
    ),
    "family": (
        "attendeenamefamilyname", "ticketlastname", "nameteilnehmerinnachname", "lastname", "surname", "nachname",
        "familienname", "familyname", "buyerlastname", "buyersurname",
    ),
    "name": (
        "attendeename", "attendeefullname", "ticketfullname", "nameteilnehmerin", "name", "fullname",
        "vollständigername", "vorundnachname", "vornameundnachname", "vornamenachname", "vorname,nachname", "ihrname",
        "deinname", "yourname", "firstandlastname", "teilnehmerin", "participant", "displayname",
        "username(originalname)",
    ),
    "reversed": ("nachname,vorname", "name,vorname", "nachnamevorname", "lastname,firstname"),
    "organisation": (
        "attendeecompany", "ticketcompanyname", "ticketcompany", "teilnehmerinnenfirma", "organisation", "organization",
        "institution", "einrichtung", "behörde", "labor", "lab", "dienststelle", "firma", "company", "unternehmen",
        "arbeitgeber",
    ),
    "country": ("country", "land"),
    "status": (
        "attendeestatus", "status", "teilnahmestatus", "anmeldestatus", "bestellstatus", "orderstatus", "zusage",
        "rsvp", "approvalstatus", "registrationstatus", "buchungsstatus", "ticketstatus", "bookingstatus",
    ),
    "where": (
        "teilnahmeform", "teilnahmeart", "teilnahmemodus", "attendancemode", "attendancetype", "vorortoderonline",
        "onlineodervorort",
    ),
    "paid": ("paid", "bezahlt"),
    "came": ("checkedin", "checkedinat", "checkinstatus", "eingecheckt", "anwesend", "attended", "warda"),
    "consent": (
        "einwilligung", "zustimmung", "einverständnis", "consent", "optin", "emailoptin", "newsletteroptin",
        "kontakterlaubnis",
    ),
}  # fmt: skip
MEANING = {alias: meaning for meaning, aliases in ALIASES.items() for alias in aliases}
RANK = {alias: rank for rank, alias in enumerate(MEANING)}  # one's own headers, such as questions, come last
LONGEST = 60
Named = Mapping[str, Sequence[str]]  # what the private file says: the headers of each meaning

# A question of a form, as `spoken` has it, without a code before and an explanation behind it
MAIL_NOUN = r"e ?mail(?: ?(?:adresse|address|id))?|mail ?(?:adresse|address)"
GIVEN = r"(?:vor ?name|ruf ?name|first(?: ?name)?|given ?name)"
FAMILY = r"(?:nach ?name|familien ?name|name|last(?: ?name)?|surname|family ?name)"
GIVEN_FIRST = pattern_of(rf"(?:(?:full )?name )?{GIVEN} (?:und |and )?{FAMILY}")
FAMILY_FIRST = pattern_of(rf"(?:(?:full )?name )?{FAMILY} (?:und |and )?{GIVEN}")
ASKED: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("email", pattern_of(
        r"(?:(?:what is|what s|wie (?:lautet|ist)|please enter|enter) )?(?:(?:your|deine|ihre|eure|meine|my|primary"
        r"|ticket|work|business|private|personal|dienstliche|berufliche|kontakt|contact|haupt|attendee|participant|guest"
        r"|user) )*"
        rf"(?:{MAIL_NOUN})"
    )),
    ("name", GIVEN_FIRST),
    ("reversed", FAMILY_FIRST),
    ("given", pattern_of(
        r"(?:(?:what is|what s|wie (?:lautet|ist)) )?(?:and |und )?(?:your |dein |ihr |attendee |participant )?"
        r"(?:first name|vorname|given name)"
    )),
    ("family", pattern_of(
        r"(?:(?:what is|what s|wie (?:lautet|ist)) )?(?:and |und )?(?:your |dein |ihr |attendee |participant )?"
        r"(?:last name|surname|nachname|familienname|family name)"
    )),
    ("name", pattern_of(
        r"wie hei(?:ß|ss)(?:t du|en sie|t ihr)(?: mit .*)?|(?:what is|what s) your (?:full )?name"
        r"|wie (?:lautet|ist) (?:ihr|dein|euer) (?:vollständiger |voller )?name"
        r"|(?:guest|participant|ticket holder) name"
    )),
    ("organisation", pattern_of(
        r"(?:your |deine |ihre )?(?:company|organi[sz]ation)(?: name)?|which organi[sz]ation (?:are you|do you).*"
        r"|(?:für|in|bei) welche[rn]? (?:organisation|einrichtung|behörde) .*"
    )),
)  # fmt: skip
ADDRESS = pattern_of(r"\S@\S")
CODE = pattern_of(r"[A-Za-z]\w*\d\w*\.\s+")  # LimeSurvey: `G01Q02. E-Mail-Adresse`
BEHIND = pattern_of(r"\s*\([^()]*\)\s*$")


def plain(header: str) -> str:
    """A header as it is compared: small letters, no blanks, none of `* : - _ .`."""
    return re.sub(r"[\s*:\-_.?]", "", header).casefold()


def shown(header: str) -> str:
    """A header as it can be printed: one line, not too long, no sign that a terminal obeys."""
    line = "".join(sign if sign.isprintable() else " " for sign in one_line(header))
    return f"{line[: LONGEST - 3]}..." if len(line) > LONGEST else line


@lru_cache(maxsize=64)
def given_first(header: str) -> bool:
    """Tell whether a header says that the first name stands before the other, whatever parts them."""
    return bool(GIVEN_FIRST.fullmatch(spoken(header)))


def heads_a_list(texts: Iterable[str], named: Named) -> bool:
    """Tell whether cells are those of a header: one of them is known for a column of addresses, and none is one."""
    cells = list(texts)
    if any("@" in cell and ADDRESS.search(cell) for cell in cells):  # as in most rows of a list
        return False
    own = {plain(header) for header in named.get("email", ())}
    return any(plain(cell) in own or _known(cell) == "email" for cell in cells)


def by_header(header: str, names: list[str]) -> str | None:
    """What a header means among all headers of its list, which come `plain`."""
    name = plain(header)
    # Excel's tables take no header twice, so a form's own question `Name` is called Name2 behind the column `Name`.
    base = name.rstrip("12") if name.rstrip("12") in names else name
    return _known(header) or MEANING.get(base)


def _known(header: str) -> str | None:
    """What a header means by itself: a known one, a refusal, a question about mail, or one that forms ask."""
    name = plain(header)
    if meaning := MEANING.get(name):
        return meaning
    head, consent = head_of(header), asks_for_consent(header)
    if head == "refused" or (head and not consent):
        return head
    if consent:
        return "consent"
    if STATUS.fullmatch(name):
        return "status"
    question = CODE.sub("", header.strip())
    asked = {spoken(text).strip("? ") for text in (question, BEHIND.sub("", question))}
    return next((meaning for meaning, known in ASKED if any(map(known.fullmatch, asked))), None)
