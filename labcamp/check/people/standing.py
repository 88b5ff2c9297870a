"""What a cell says about somebody: a seat, why there is none, or nothing; and what its header asks."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from labcamp.check.people.where import where_of
from labcamp.model.private import Seat
from labcamp.patterns import pattern_of

SEATS: tuple[Seat, ...] = ("confirmed", "pending", "waiting")  # the surest first
# Why somebody is left out, by what their row says
CANCELLED, EXPIRED, REDEEMED, OPTED_OUT = "cancelled", "expired", "redeemed", "no-consent"
UNCLEAR = "unclear"  # it speaks of a seat and does not say which: maybe, not cancelled
GONE = frozenset({CANCELLED, EXPIRED, REDEEMED, OPTED_OUT})
YES = frozenset({"ja", "yes", "x", "1", "true", "wahr", "j", "y", "ok", "✓", "✔", "☑", "✅", "👍", "oui", "si", "sì"})
NO = frozenset({"", "nein", "no", "0", "false", "falsch", "n", "-", "–", "—", "non", "✗", "✘", "❌", "👎", "☐"})
# Excel by hand, pretix (orders and waiting list), Eventbrite; in each of their languages that labcamp speaks
WORDS = {
    "confirmed": (
        "paid, bezahlt, confirmed, bestätigt, approved, angemeldet, registered, zusage, zugesagt, accepted, fest, "
        "attending, going, nimmt teil, checked in, checked-in, eingecheckt, teilgenommen, participant"
    ),
    "pending": (
        "pending, ausstehend, offen, open, unpaid, unbezahlt, angefragt, not approved, nicht bestätigt, "
        "voucher assigned, gutschein zugewiesen, none, keine antwort, no response, not responded, no reply"
    ),
    "waiting": (
        "waiting, wartend, warteliste, auf warteliste, auf der warteliste, waitlist, waitlisted, waiting list, "
        "on waiting list, waiting for a voucher, wartet auf einen gutschein"
    ),
    CANCELLED: (
        "canceled, cancelled, storniert, abgesagt, absage, abgemeldet, declined, not attending, nimmt nicht teil, "
        "deleted, gelöscht, refunded, erstattet, rejected, abgelehnt, nein, no, non, n, false, falsch, 0, ✗, ✘, ❌, "
        "👎, 🚫"
    ),
    EXPIRED: "expired, abgelaufen, overdue, überfällig, voucher expired, gutschein abgelaufen",
    REDEEMED: "voucher redeemed, gutschein eingelöst",  # who is in the list of orders, too
    OPTED_OUT: "optout, opt-out, opt out, opted out, unsubscribed, abbestellt",
}
STANDING = {word: standing for standing, words in WORDS.items() for word in words.split(", ")}
STANDING |= dict.fromkeys(YES, "confirmed")
# Below `Ticket status` these say that all is well; below `Status` of a list of addresses they speak of the address
FINE = frozenset({"active", "aktiv", "valid", "gültig", "issued", "ausgestellt", "assigned", "zugewiesen"})
CAME = frozenset({"checked in", "checked-in", "eingecheckt", "teilgenommen", "attended", "anwesend"})
AGREED = frozenset({"einverstanden", "zugestimmt", "stimme zu", "ich stimme zu", "i agree", "agreed", "accepted"})
AGREED |= {"gern", "gerne", "sehr gern", "subscribed", "opted in", "opt-in", "optin"}
DATE = pattern_of(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}.*")
YES_AND_MORE = r"(?:ja|yes)\b(?!.*\b(?:nein|nicht|kein\w*|nur|aber|ohne|not|no|only|but|without)\b).*"

# Patterns that a plain list never needs are compiled where they are first used: that is half of the start.
# Words that cannot be mistaken, in any column and by themselves
STRONG = pattern_of(
    r"\b(?:stornier(?:t|ung)\w*|storno|annull?(?:iert|ato|é)\w*|cancell?ed|cancellation|abgesagt\w*|absage|abgemeldet"
    r"|abgelehnt\w*|declined|denied|rejected|refunded|withdrawn|opt(?:ed)? ?out|unsubscribed|abbestellt|ausgetragen"
    r"|wait ?list(?:ed)?|waiting list|warteliste|nachrücker\w*|no ?show|not attending|(?:block|black)list(?:ed)?"
    r"|nimmt nicht teil|nehme nicht teil|kommt nicht|zurückgezogen|liste d attente|lista d attesa|verhindert"
    r"|keine (?:e ?)?mails?|nicht mehr anschreiben|(?:von|aus) (?:der liste|dem verteiler) (?:streichen|nehmen|löschen)"
    r"|no more (?:e ?)?mails?|(?:please )?remove me|nicht (?:erschienen|gekommen|angetreten))\b"
)
NOT = r"nicht|not|kein\w*|never|cannot|nie|doch nicht|\w+n t"
NEGATED = rf"\b(?:{NOT}|ne pas|pas)\b"
WHOLE = (
    r"\b(?:nicht (?:erschienen|gekommen|angetreten|anwesend|dabei)|(?:not|never) (?:came|present|showed up)"
    r"|gar nicht|not at all|kein(?:en)? (?:freien )?platz|(?:not|n t) (?:attending|going|coming)"
    r"|(?:nimmt|nehme|nimmst) nicht teil"
    r"|(?:kommt|komme) nicht|kann (?:leider )?nicht (?:kommen|teilnehmen|dabei sein)"
    r"|(?:cannot|can not|can t) (?:attend|come|make it))\b"
)
OUT = (
    r"\b(?:opt(?:ed)? ?out|unsub\w*|abbestell\w*|ausgetragen|(?:block|black)list\w*|\w*bounced?|complain\w*"
    r"|(?:do not|don t|no|keine?|nicht) (?:contact|e ?mails?|mails?|mailen|anschreiben|newsletter)|désinscrit\w*"
    r"|nicht mehr anschreiben|(?:von|aus) (?:der liste|dem verteiler) \w+|no more (?:e ?)?mails?|remove me)\b"
)
LEFT = (
    r"\b(?:storn\w+|annull?\w+|anulad\w+|cancel\w*|abgesagt\w*|absage\w*|sagt? (?:leider )?ab|abgemeldet|abmeld\w+"
    r"|abgelehnt\w*|ablehn\w+|lehnt ab|declin\w+|denied|deny|reject\w*|refus\w+|refund\w*|erstatte\w*|rückerstatte\w*"
    r"|withdr\w+|zurückgezogen|zurückgetreten|widerruf\w*|revoke\w*|verhindert|void\w*|no ?show|abgebrochen|aborted"
    r"|charge ?back|charged back|removed|deleted|gelöscht|entfernt|dropped out|ausgeschieden|ausgeladen|uninvited"
    r"|gestrichen|raus|delegated|disqualified|inaktiv|inactive|deaktiviert|deactivated|bereinigt|cleaned|archiv\w+"
    r"|platz vergeben|ausgebucht"
    r"|disinvited|banned|blocked|gesperrt|failed|fehlgeschlagen|invalid|ungültig|abwesend|absent|fehlt|regrets?"
    r"|entschuldigt|erkrankt|krank|disdett\w+|unable)\b"
)
LATE = r"\b(?:expired|abgelaufen|overdue|überfällig|verfallen|lapsed)\b"
NAY = r"\b(?:nein|no|nope|nö|non)\b"
MAYBE = r"\b(?:vielleicht|maybe|tentative|eventuell|evtl|unsicher|unsure|vorbehalt\w*|peut être|forse)\b|\?"
UNDECIDED = (
    r"\b(?:pending|ausstehend\w*|offen\w*|open|unpaid|unbezahlt|angefragt|requested|unconfirmed|unbestätigt|vorläufig"
    r"|provisional|on hold|zurückgestellt|in (?:prüfung|bearbeitung|review)|under review|to be (?:approved|confirmed)"
    r"|needs action|sent"
    r"|awaiting|waiting for (?:approval|payment|confirmation)|wartet auf (?:freigabe|bestätigung|zahlung)|invited"
    r"|eingeladen|unverified|en attente)\b"
)
WAITS = r"\b(?:wait\w*|warte\w*|nachrück\w*|stand ?by|reserveliste|liste d attente|lista d attesa)\b"
AYE = (
    r"\b(?:confirmed|bestätigt\w*|approved|genehmigt|freigegeben|zugelassen|admitted|angemeldet|registered|registriert|zusage\w*|zugesagt"
    r"|sagt? zu|accept\w*|angenommen|attend\w*|going|coming|nimmt teil|nehme teil|teilgenommen|teilnahme|checked ?in"
    r"|eingecheckt|paid|bezahlt|ja|yes|yep|komme|kommt|dabei|completed?|oui|confirmée?|anwesend|present|booked|gebucht|subscribed|abonniert|vollständig|abgeschlossen)\b"
)
NOT_YET = r"confirm|paid|approv|bestätigt|bezahlt|genehmigt|freigegeben|verifi|\byet\b|\bnoch\b"
NOT_IN = r"(?:not|nicht) (?:checked ?in|eingecheckt)"
# Each with what it means, the one that keeps somebody from mail before the one that does not
SPOKEN = (
    (WHOLE, CANCELLED), (OUT, OPTED_OUT), (LEFT, CANCELLED), (LATE, EXPIRED), (MAYBE, UNCLEAR), (UNDECIDED, "pending"),
    (WAITS, "waiting"),
)  # fmt: skip

# A header that itself is a word of refusal: what stands below it says that it is so (`Storniert: ja`, `canceled_at`).
HEADS = {
    "refused": pattern_of(
        r"opt ?out|unsub|abbestell|abgemeldet vom|kein\w* (?:\w+ )?(?:e ?mail|mail|newsletter|werbung|kontakt)"
        r"|(?:do not|don t|no|not) (?:\w+ )?(?:contact|e ?mail|mail|newsletter)"
        r"|nicht (?:\w+ )?(?:anschreib|kontakt|mail)"
        r"|bounced|blacklist|blocklist|werbesperre|kontaktsperre|mailsperre|widerspr|widerruf|revoked"
    ),
    "waitlist": pattern_of(r"wait ?list|warteliste|waiting list|nachrück"),
    "cancelled": pattern_of(
        r"\bstorn|cancel|abgesagt|\babsage|abgemeldet|\babmeld|\bdeclin|abgelehnt|withdraw|zurückgezogen|\brefund"
        r"|erstattet|no ?show|\bvoid|\bblocked|gesperrt|annul|verhindert|removed|deleted|gelöscht|rejected"
        r"|\b(?:komm\w*|kann|kannst|können|nimmt|nehme) .*\bnicht\b|\bnicht (?:dabei|teil|kommen)"
        r"|\bkomm\w* nicht|\bnot (?:attending|going|coming)|(?:can t|cannot|can not|won t) (?:attend|come|make)"
    ),
}
NO_HEAD = pattern_of(
    r"polic|bedingung|insur|versicher|terms|\bagb|deadline|frist|\bbis\b|until|\bfee|gebühr|link|\burl|accept|akzept"
    r"|gelesen|\bread\b|\bif\b|\bfalls\b|\bwenn\b|amount|betrag|summe|möglich|stornierbar|\bzu ?(?:oder|und)? ?absage"
    r"|zusage|\bby\b"
)
# A question asks for consent to mail when it speaks of both, and of nothing else that people agree to.
CONSENT = pattern_of(
    r"einwillig|zustimm|stimme .*zu|einverst|erlaub|consent|agree|permission|opt-?in|dürfen wir|dürfen sie|darf ich"
    r"|darf man|may we|can we|could we|(?:möchte|will|würde|hätte|mag|want|would|like)\w* .*(?:erhalten|bekommen|haben"
    r"|abonnier|informiert|eingeladen|receive|get|subscribe|hear|newsletter|invited|mails?\b)|abonnier|subscribe"
    r"|keep me|stay in touch|sign me up|marketing|interesse an|interested in"
)
MAIL = pattern_of(
    r"mail|newsletter|kontakt|contact|anschreib|informier|inform me|einladung|einladen|eingeladen|invit|marketing"
    r"|in touch|auf dem laufenden|up to date|hear from|verteiler|mailing"
)
OF_OTHERS = (
    r"foto|photo|bild|picture|video|film|aufzeichn|aufnahme|record|publish|veröffentlich"
    r"|(?:teilnahme|teilnehm|teilnehmend)\S*liste|liste der teilnehm|list of (?:participants|attendees)"
    r"|(?:participant|attendee)s?'? list|weiterg[ea]|weiterreich|share my"
)
ONLY_MAIL = pattern_of(
    r"(?:unser(?:en)? |our |the |der )?newsletter(?: (?:abo\w*|ja|yes|gewünscht|wanted|signup|sign up|anmeldung"
    r"|bestellen|abonnieren|erhalten|subscription))?|(?:e ?mail ?|newsletter |marketing )?opt ?in(?: status)?"
    r"|mailing(?:liste| list)|marketing(?: opt ?in| e ?mails?| consent)?"
    r"|weitere (?:mails|infos|informationen|einladungen)(?: erhalten)?"
)
MAYBE_MAIL = (
    r"^(?!.*(?:sent|gesendet|verschickt|verif)).*(?:\bmails?\b|mail ?status|newsletter|einladen|einladung|anschreib"
    r"|informier|kontaktier|contact|invite (?:me|you)|invitations?\b|verteiler|laufenden|keep me|angeschrieben|abonn"
    r"|subscribe|opt ?in|dsgvo|gdpr|datenschutz|privacy|einwillig|einverst|consent|zustimm|permission|speicherung)"
)
COMES = (
    r"(?:kommst du|kommen sie|kommt ihr|ich komme|kommt|nimmst du (?:am treffen )?teil|nehmen sie (?:am treffen )?teil"
    r"|nehmt ihr teil|ich nehme teil|bist du dabei|sind sie dabei|seid ihr dabei|ich bin dabei|dabei|ich sage zu"
    r"|zugesagt|will you (?:attend|come|join us|be there)"
    r"|are you (?:coming|attending|going|in)|can you (?:come|attend|make it)"
    r"|i will attend|attending|going|coming|teilnahme|teilnahme bestätigt|nimmt teil|participating|participation"
    r"|anmeldung|registration|rückmeldung|antwort|response|your response|ihre antwort|deine antwort)"
)
PERHAPS_COMES = (
    r"\b(?:komm(?:st|en|t|e)|dabei|teil|teilnehmen|teilnahme|attend\w*|join\w*|coming|going|participat\w*|zusage|rsvp"
    r"|anmeldung|\w*status|stand|antwort|response|rückmeldung|accept\w*|angenommen)\b"
)
AFFIRMED = (
    r"(?:is |ist |einladung |teilnahme |registration |anmeldung )?(?:bestätigt|confirmed|approved|genehmigt|freigegeben"
    r"|angemeldet|registered|accepted|angenommen|zugelassen|admitted|attending|going|coming|aktiv|active)"
)
STATUS = pattern_of(
    r"(?:anmeld|registr|buchung|booking|ticket|teilnahm|teilnehm|participa|attend|approv|freigabe|rsvp|guest|gäste|order"
    r"|bestell|invit|einlad|antwort|response|event|platz|seat|aktuell|current)\w*status"
    r"|status(?:der|des|of|for|zur)?(?:the|your)?(?:anmeld|registr|buchung|booking|ticket|teilnahm|attend|approv|order"
    r"|bestell|invit|einlad|platz|seat)\w*|zu/?(?:oder|und)?absage|(?:campaign)?memberstatus|partstat|stand(?:deranmeldung)?"
)
NOUGHT = r"[0.,\s€$]+(?:eur|chf|usd)?"  # refunded: 0,00 €
DENIED = rf"(?:noch )?(?:{NOT})(?: yet)?(?:$| (?:{LEFT[4:-3]}|wait|warte))"
YEA = pattern_of(r"(?:ja|yes|oui)\b")
FEW_WORDS = 8
MOST_WORDS = 6  # a longer header is a question, which may speak of a refusal in passing: `jederzeit widerrufen`
IN_PASSING = pattern_of(r"(?!kein|do not|don t|no\b|not\b|nicht)")


class Signs(dict[int, int]):
    """For `str.translate`: letters, digits, marks and the question mark as they are, all else a blank."""

    def __missing__(self, code: int) -> int:
        """What becomes of a sign that was not met before."""
        sign = chr(code)
        self[code] = code if sign == "?" or unicodedata.category(sign)[0] in "LNM" else ord(" ")
        return self[code]


SIGNS = Signs()


class Standing(NamedTuple):
    """What a cell says about a seat, and the word that says it: never more of the cell, which may tell of a person."""

    kind: str
    word: str


def word_of(text: str) -> str:
    """What a cell says, in small letters and without what a form puts around it (`Ja;`)."""
    return " ".join(text.split()).strip(";,. ").casefold()


def spoken(text: str) -> str:
    """A cell or a header in small letters, its words parted by one blank; only a question mark stays of its signs."""
    plain = text.translate(SIGNS)
    return " ".join((plain if plain.isascii() else unicodedata.normalize("NFKC", plain)).casefold().split())


@lru_cache(maxsize=1024)  # a list says the same few words again and again
def standing_of(text: str) -> Standing | None:
    """What a cell says about a seat; None where it speaks of something else."""
    for word in (word_of(text), spoken(text)):
        if kind := STANDING.get(word):
            return Standing(kind, word)
    said = spoken(text)
    negated = re.search(NEGATED, said)
    for pattern, kind in SPOKEN:
        if found := re.search(pattern, said):
            unsure = negated and pattern not in (WHOLE, OUT) and kind in GONE and not re.search(NAY, said)
            return Standing(UNCLEAR if unsure else kind, found[0])
    aye, nay = re.search(AYE, said), re.search(NAY, said)
    if negated and aye:
        return _negated(said, negated[0], aye[0])
    if not nay and where_of(said) and len(said.split()) <= FEW_WORDS:
        return Standing("confirmed", "")
    if (aye and nay) or (negated and not nay):
        return Standing(UNCLEAR, "") if aye or len(said.split()) <= FEW_WORDS else None
    found = nay or aye
    return Standing(CANCELLED if nay else "confirmed", found[0]) if found else None


def _negated(said: str, negation: str, word: str) -> Standing:
    """What is said with `not`: not yet confirmed, not yet there, or not at all."""
    if re.search(NOT_IN, said):
        return Standing("confirmed", word)
    if re.search(NOT_YET, said):
        return Standing("pending", f"{negation} {word}")
    return Standing(UNCLEAR if word in {"ja", "yes"} else CANCELLED, f"{negation} {word}")


@lru_cache(maxsize=1024)
def is_strong(text: str) -> bool:
    """A short cell holds a word of refusal, or of waiting, that cannot be mistaken."""
    said = spoken(text)
    return bool(STRONG.search(said)) and len(said.split()) <= FEW_WORDS


def paid_seat(text: str) -> Seat | None:
    """The seat of somebody whose order is paid or not; None where the cell says neither."""
    word = word_of(text)
    return "confirmed" if word in YES else "pending" if word in NO - {""} else None


def agrees(text: str) -> bool:
    """Somebody says yes: a yes, a cross, or the day on which it was said."""
    word = word_of(text)
    return bool(word in YES | AGREED or DATE.fullmatch(word) or re.fullmatch(YES_AND_MORE, word))


def says_so(text: str) -> bool:
    """A cell below a header that is a word of refusal agrees with it; `no`, `active` and `not cancelled` do not."""
    word, said = word_of(text), spoken(text)
    if (
        word in NO
        or re.fullmatch(NOUGHT, word)
        or re.match(DENIED, said)
        or said in {"active", "aktiv", "valid", "gültig"}
    ):
        return False
    standing = standing_of(text)
    return bool(YEA.match(said)) or standing is None or standing.kind != "confirmed" or word in YES


def asks_for_consent(header: str) -> bool:
    """A question asks whether mail is welcome."""
    text = " ".join(header.split()).casefold()
    asked = (CONSENT.search(text) and MAIL.search(text)) or ONLY_MAIL.fullmatch(spoken(header).rstrip("? "))
    return bool(asked and not re.search(OF_OTHERS, text))


def head_of(header: str) -> str | None:
    """What a header that is itself a word of refusal means: `refused`, `waitlist` or `cancelled`."""
    said = spoken(header)
    if NO_HEAD.search(said):
        return None
    long = len(said.split()) > MOST_WORDS
    found = ((meaning, pattern.search(said)) for meaning, pattern in HEADS.items())
    return next((meaning for meaning, word in found if word and not (long and IN_PASSING.match(word[0]))), None)
