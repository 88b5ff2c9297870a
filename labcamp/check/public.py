"""Rules about what must not stand where all can read it: ways into a meeting, and people who were not asked."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from labcamp.check.sense import Rule
from labcamp.files.read import Source, Steps
from labcamp.findings import Finding, Place, finding
from labcamp.model import Event, Link
from labcamp.patterns import pattern_of

# What leads straight into a meeting, by the name of the service; pages where people register do not.
WAYS_IN = {
    "Zoom": r"zoom(?:\.us|\.com|-x\.de|gov\.com)/(?:[jws]/\d|my/\w|wc/\w)|events\.zoom\.us/ejl/\w|zoom(?:mtg|us)://\w",
    "Webex": r"webex\.com/(?:[\w.-]+/)?(?:(?:meet|m|join)/\w|j\.php\?\S*MTID=|wbxmjs/\w)",
    "Microsoft Teams": r"teams\.(?:microsoft\.(?:com|us)|cloud\.microsoft)/(?:meet/\d|\S*?l/meetup-join/)"
    r"|teams\.live\.com/meet/\w",
    "Google Meet": r"meet\.google\.com/(?:lookup/\w|[a-z]{3}-?[a-z]{4}-?[a-z]{3}(?![a-z]))|\bg\.co/meet/\w",
    "BigBlueButton": r"/b/[a-z0-9]{3}-[a-z0-9]{3}-[a-z0-9]{3}|/rooms/[\w-]+/join\b|/bigbluebutton/api/join\?"
    r"|(?:bbb|bigbluebutton|greenlight)[\w.-]*/(?:b|gl|rooms)/\w",
    "Jitsi": r"meet\.jit\.si/\w|\b8x8\.vc/\w|//jitsi\.(?!org/)[\w.-]+/\w|meet\.ffmuc\.net/\w|fairmeeting\.net/\w"
    r"|kmeet\.infomaniak\.com/\w",
    "GoTo": r"meet\.goto\.com/\d|goto(?:meeting|webinar)\.com/join/\d|gotomeet\.me/\w",
    "Whereby": r"\bwhereby\.com/(?!(?:information|blog|org|user|customers?|features|pricing)\b)\w",
    "Senfcall": r"senfcall\.de/(?:b/)?[a-z0-9]{3}-[a-z0-9]{3}-[a-z0-9]{3}|(?:public|lecture|meet)\.senfcall\.de/\w",
    "OpenTalk": r"opentalk[\w.-]*/(?:room|invite)/\w",
    "eduMEET": r"//edumeet\.(?!org/)[\w.-]+/\w|letsmeet\.no/\w",
    "DFNconf": r"conf\.dfn\.de/webapp/\S*\d{5}",
    "alfaview": r"alfaview\.com\S*/join/\w",
    "Nextcloud Talk": r"/call/(?=[a-z]*\d)[a-z0-9]{8}(?![\w-])",
}
SERVICES = tuple(WAYS_IN)
# Hardly any file holds one. To look for a single sign, and then around it, is the fastest way to see that.
MAYBE = pattern_of(
    r"/(?:[bjmsw]/|my/|wc/|gl/|dl/|ejl/|meet/|join/|lookup/|wbxmjs/|j\.php|rooms?/|invite/|call/|webapp/|bigbluebutton/"
    r"|(?<=meetup-join/)|\?url=|url\?|(?<=google\.com/)[a-z]{3}-?[a-z]{4}-?[a-z]{3}(?![a-z])|[a-z0-9]{3}-[a-z0-9]{3}-|/jitsi\.|/edumeet\."
    r"|\w(?:(?<=jit\.si/.)|(?<=8x8\.vc/.)|(?<=ffmuc\.net/.)|(?<=meeting\.net/.)|(?<=infomaniak\.com/.)|(?<=goto\.com/.)"
    r"|(?<=gotomeet\.me/.)|(?<=whereby\.com/.)|(?<=senfcall\.de/.)|(?<=letsmeet\.no/.)|(?<=zoommtg://.)|(?<=zoomus://.)))"
)
# Whatever service it is of: a link with its password in it opens what it leads to
LOCKED = pattern_of(r"[?&]((?:pwd|passwd|passwor[td]|passcode|kenncode)=)(?=[\w%])", re.IGNORECASE)
# A number that dials itself in: behind two commas the number of the meeting and what opens it, then where the line is
DIALS_IN = pattern_of(r"\+?\d[\d ()/-]{4,20}\d[ ]?,,[,;]*\d[\d,;*#]*(?: [A-ZÄÖÜ(][\w ().-]{0,40}(?=\\?$))?", re.M)
OF_A_LINK = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?&=%#"
OF_A_WORD = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzäöüÄÖÜß-"

# What stands between the name of a secret and the secret itself, as in `Passwort (für alle): **labor**`
BETWEEN = r"(?![\w-])\**\s*(?:\([^()\n]{1,30}\)\s*)?(?P<says>[:=]|lautet:?|ist:?|is:?|)\s*\**\s*(?P<quote>[„“\"'»`]?)"
WORD = rf"{BETWEEN}(?P<value>\w[^\s,;|<>()\[\]{{}}„“”\"'»«`*]{{2,}})"
NUMBER = rf"{BETWEEN}(?P<value>\d[\d \t-]*\d)#?"
# Where the name of a secret stands like a key, a single word behind its colon is the secret.
LIKE_A_KEY = pattern_of(r"(?:^|[(|,;:•·/&\"'„»\[{–-]|\bund|\band|\bmit)[ \t*]*$")
ENDS = pattern_of(r"\.?[ \t*]*(?:$|\n|[,;|()\[\]{}„“”\"'»«`])|[ \t]+(?:und|and)\b")
NO_SECRET = pattern_of(
    r"(?:folgt|kommt|siehe|kein\w*|nein|none|tb[acd]|x+|unbekannt|offen|erforderlich|nötig|notwendig|geheim|vergessen"
    r"|optional|required|needed|follows|https?:.*)\W*",
    re.IGNORECASE,
)
YEAR = pattern_of(r"(?:19|20)\d\d")
MEETING = pattern_of(r"(?:meeting|webinar|besprechungs|konferenz|sitzungs|conference|zoom|webex|teams)[ -]?$", re.I)
LEAST_OF_A_PASSWORD, LEAST_OF_A_PIN, LEAST_OF_AN_ID = 4, 3, 6
SHARED = frozenset({"series", "organisations", "topics"})
FAR = 30  # signs before the name of a secret
WITH_PEOPLE = frozenset({"recording", "photo"})


def join_link_public(source: Source) -> Iterator[Finding]:
    """LC522: what leads straight into a meeting stands in a file that all can read."""
    for way in ways_in(source.text):
        yield finding("LC522", _place(source, way.start), service=way.sort, id=_private(source))


class Way(NamedTuple):
    """What leads or lets into a meeting: where it stands in a text, and the service, or what the secret is called."""

    start: int
    end: int
    sort: str


def ways_in(text: str) -> Iterator[Way]:
    """The links of a text that lead straight into a meeting, each from its first letter to its last."""
    ways: list[Way] = []
    if MAYBE.search(text):
        ways += (_way(found, SERVICES[(found.lastindex or 0) - 1]) for found in _way_in().finditer(text))
        yield from ways
    for found in LOCKED.finditer(text) if "=" in text else ():
        if not any(way.start <= found.start() < way.end for way in ways):
            ways.append(_way(found, found[1].lower()))
            yield ways[-1]


def _way(found: re.Match[str], sort: str) -> Way:
    """The whole of a link, from something in it."""
    start = len(found.string[: found.start()].rstrip(OF_A_LINK))
    rest = found.string[found.end() :]
    return Way(start, len(found.string) - len(rest.lstrip(OF_A_LINK)), sort)


def passcode_public(source: Source) -> Iterator[Finding]:
    """LC523: what opens a meeting beside its link stands in a file that all can read; the finding does not say it."""
    for secret in secrets_in(source.text):
        yield finding("LC523", _place(source, secret.start), sort=secret.sort, id=_private(source))


def secrets_in(text: str) -> Iterator[Way]:
    """What opens a meeting beside its link, each from its name to its last letter."""
    if ",," in text:
        yield from (Way(found.start(), found.end(), "PIN") for found in DIALS_IN.finditer(text))
    if not (HAS_PASSWORD(text) or HAS_PASSCODE(text) or HAS_CODE(text) or HAS_ACCESS_CODE(text) or HAS_ID(text)):
        return
    for pattern, is_secret in _secrets():
        for found in filter(is_secret, pattern.finditer(text)):
            before = MEETING.search(text, max(0, found.start() - FAR), found.start())
            start = before.start() if before else len(text[: found.start()].rstrip(OF_A_WORD))
            yield Way(start, found.end(), text[start : found.end("name")])


def _private(source: Source) -> str:
    """The name of the file below `private/` that belongs to an event's; empty for what belongs to no event."""
    name, _, end = source.path.rsplit("/", 1)[-1].rpartition(".")
    return "" if name in SHARED or end != "yaml" else name


def _place(source: Source, index: int) -> Place:
    return Place(source.path, source.text.count("\n", 0, index) + 1, index - source.text.rfind("\n", 0, index))


def _is_password(found: re.Match[str]) -> bool:
    """Tell whether what follows the name of a password is one, and not how the sentence goes on."""
    value, says = found["value"].rstrip(".!?"), found["says"].rstrip(":") or found["says"]
    ends = ENDS.match(found.string, found.end()) is not None
    if NO_SECRET.fullmatch(value) or (YEAR.fullmatch(value) and not ends):
        return False
    if len(value) >= LEAST_OF_A_PASSWORD and any(sign.isdigit() for sign in value):
        return bool(says or found["quote"]) or value.isdigit()
    if not ends or found["name"] == "Kennwort":  # which is also what people say to a hotel
        return False
    return says == "lautet" or (says in {":", "="} and LIKE_A_KEY.search(_before(found).rstrip(OF_A_WORD)) is not None)


def _is_pin(found: re.Match[str]) -> bool:
    year = YEAR.fullmatch(found["value"]) and not found["says"]
    return _digits(found) >= LEAST_OF_A_PIN and not year and not _before(found)[-1:].isalnum()


def _is_id(found: re.Match[str]) -> bool:
    return _is_number(found) and MEETING.search(_before(found)) is not None


def _is_number(found: re.Match[str]) -> bool:
    return _digits(found) >= LEAST_OF_AN_ID


def _before(found: re.Match[str]) -> str:
    """What stands on the line before."""
    return found.string[found.string.rfind("\n", 0, found.start()) + 1 : found.start()]


def _digits(found: re.Match[str]) -> int:
    return sum(sign.isdigit() for sign in found["value"])


Secret = tuple[re.Pattern[str], Callable[[re.Match[str]], bool]]


# Hardly any file needs these, and to compile them takes longer than to start.


@cache
def _way_in() -> re.Pattern[str]:
    """All ways in; Outlook wraps a link in one of its own, in which each slash is written as %2F."""
    return re.compile("|".join(f"({way})" for way in WAYS_IN.values()).replace("/", "(?:/|%2[Ff])"))


@cache
def _secrets() -> tuple[Secret, ...]:
    """How each sort of secret is written, and what tells whether one is meant."""
    return (
        (re.compile(rf"(?P<name>ass(?:wor[td]|code)){WORD}"), _is_password),
        (re.compile(rf"(?P<name>(?:Kenn|Zugangs-?|Zugriffs-?)[Cc]ode|Kennwort){WORD}"), _is_password),
        (re.compile(rf"(?P<name>Kenn(?:nummer|-?Nr\.?)){NUMBER}"), _is_number),
        (re.compile(rf"(?P<name>PIN(?:-?Code|-Nr\.|-Nummer)?){NUMBER}"), _is_pin),
        (re.compile(rf"(?P<name>ID){NUMBER}"), _is_id),
    )


# Without these letters there is none of them; each is looked for as MAYBE is.
HAS_PASSWORD, HAS_PASSCODE = re.compile("P(?=ass[wc]|IN)").search, re.compile("p(?=ass[wc]o)").search
HAS_CODE, HAS_ACCESS_CODE = re.compile("K(?=enn(?:[cwn]|-?N))").search, re.compile("Z(?=ug(?:angs|riffs)-?[Cc])").search
HAS_ID = re.compile("I(?=D[^A-Za-z])").search


def consent_missing(event: Event, source: Source) -> Iterator[Finding]:
    """LC524: people can be heard or seen behind a link, and nothing says that they have agreed."""
    if event.links:
        yield from _without_consent(event, event.links, source, ("links",))
    for index, session in enumerate(event.agenda):
        if session.links:
            yield from _without_consent(event, session.links, source, ("agenda", index, "links"))


def _without_consent(event: Event, links: Iterable[Link], source: Source, path: Steps) -> Iterator[Finding]:
    for index, link in enumerate(links):
        if link.type in WITH_PEOPLE and not link.consent and not event.draft:
            key = "title" if link.consent is None else "consent"
            yield finding("LC524", source.place(*path, index, key), title=link.title)


RULES: tuple[Rule, ...] = (consent_missing,)


def public(source: Source) -> Iterator[Finding]:
    """LC522, LC523: what a file of any sort must not hold, for it lies where all can read it."""
    yield from join_link_public(source)
    yield from passcode_public(source)
