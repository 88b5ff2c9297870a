"""What the words in a list mean: who has a seat, who came, and who agrees to get mail."""

import re

from labcamp.model.participant import Seat

SEATS: tuple[Seat, ...] = ("confirmed", "pending", "waiting")  # the surest first
# Why somebody is left out, by what their row says
CANCELLED, EXPIRED, REDEEMED = "cancelled", "expired", "redeemed"
YES = frozenset({"ja", "yes", "x", "1", "true", "wahr", "j", "y", "ok", "✓", "✔"})
NO = frozenset({"", "nein", "no", "0", "false", "falsch", "n", "-", "–"})
# Excel by hand, pretix (orders and waiting list), Eventbrite; in each of their languages that labcamp speaks
WORDS = {
    "confirmed": (
        "paid, bezahlt, confirmed, bestätigt, approved, angemeldet, registered, zusage, zugesagt, accepted, fest, "
        "attending, going, nimmt teil, checked in, checked-in, eingecheckt, teilgenommen, participant"
    ),
    "pending": (
        "pending, ausstehend, offen, open, unpaid, unbezahlt, angefragt, not approved, nicht bestätigt, "
        "voucher assigned, gutschein zugewiesen"
    ),
    "waiting": (
        "waiting, wartend, warteliste, auf warteliste, auf der warteliste, waitlist, waitlisted, waiting list, "
        "on waiting list, waiting for a voucher, wartet auf einen gutschein"
    ),
    CANCELLED: (
        "canceled, cancelled, storniert, abgesagt, absage, abgemeldet, declined, not attending, nimmt nicht teil, "
        "deleted, gelöscht, refunded, erstattet, rejected, abgelehnt, nein, no"
    ),
    EXPIRED: "expired, abgelaufen, overdue, überfällig, voucher expired, gutschein abgelaufen",
    REDEEMED: "voucher redeemed, gutschein eingelöst",  # who is in the list of orders, too
}
STANDING = {word: standing for standing, words in WORDS.items() for word in words.split(", ")}
STANDING |= dict.fromkeys(YES, "confirmed")
CAME = frozenset({"checked in", "checked-in", "eingecheckt", "teilgenommen"})
AGREED = frozenset({"einverstanden", "zugestimmt", "stimme zu", "ich stimme zu", "i agree", "agreed", "accepted"})
DATE = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}.*")
YES_AND_MORE = re.compile(r"(?:ja|yes)\b(?!.*\b(?:nein|nicht|kein\w*|nur|aber|ohne|not|no|only|but|without)\b).*")
# A question asks for consent to mail when it speaks of both, and of nothing else that people agree to.
CONSENT = re.compile(r"einwillig|zustimm|stimme .*zu|einverst|erlaub|consent|agree|permission|opt-?in")
MAIL = re.compile(r"mail|newsletter|kontakt|contact|anschreib|informier|inform me|einladung|invit")
OF_OTHERS = re.compile(
    r"foto|photo|bild|picture|video|film|aufzeichn|aufnahme|record|publish|veröffentlich"
    r"|(?:teilnahme|teilnehm|teilnehmend)\S*liste|liste der teilnehm|list of (?:participants|attendees)"
    r"|(?:participant|attendee)s?'? list|weiterg[ea]|weiterreich|share my"
)


def word_of(text: str) -> str:
    """What a cell says, in small letters and without what a form puts around it (`Ja;`)."""
    return " ".join(text.split()).strip(";,. ").casefold()


def seat_of(word: str) -> Seat | None:
    """The seat that a word of `STANDING` stands for; None where it stands for none."""
    return next((seat for seat in SEATS if STANDING.get(word) == seat), None)


def paid_seat(text: str) -> Seat | None:
    """The seat of somebody whose order is paid or not; None where the cell says neither."""
    word = word_of(text)
    return "confirmed" if word in YES else "pending" if word in NO - {""} else None


def agrees(text: str) -> bool:
    """Somebody says yes: a yes, a cross, or the day on which it was said."""
    word = word_of(text)
    return bool(word in YES | AGREED or DATE.fullmatch(word) or YES_AND_MORE.fullmatch(word))


def asks_for_consent(header: str) -> bool:
    """A question asks whether mail is welcome."""
    text = " ".join(header.split()).casefold()
    return bool(CONSENT.search(text) and MAIL.search(text) and not OF_OTHERS.search(text))
