"""What is wrong at one place, as a value; the code and name of each fault; the one exception that stops a command."""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

# A code is never used again for something else; its name states the fault.
NAMES = {
    "LC001": "no-events", "LC002": "not-a-folder", "LC003": "unreadable", "LC004": "file-name",
    "LC005": "cannot-write", "LC006": "outside-the-folder", "LC007": "already-there", "LC008": "unknown-event",
    "LC009": "unknown-template",
    "LC010": "no-series", "LC011": "no-next-event", "LC012": "unknown-code", "LC013": "not-made",
    "LC014": "missing-answer", "LC015": "unknown-weekday", "LC016": "unusable-period", "LC017": "unknown-task",
    "LC018": "host-not-clear", "LC019": "option-alone",
    "LC020": "changed-meanwhile", "LC021": "cannot-edit", "LC022": "announced-vanished",
    "LC023": "draft-not-announced", "LC024": "nothing-to-change", "LC025": "one-kind-only",
    "LC026": "private-missing", "LC027": "no-timed-session", "LC028": "no-address-to-answer",
    "LC029": "not-cancelled",
    "LC030": "is-cancelled", "LC031": "no-deadline", "LC032": "not-in-the-agenda", "LC033": "stays-private",
    "LC034": "event-not-named", "LC035": "mail-does-not-fit", "LC036": "unknown-mail", "LC037": "unknown-channel",
    "LC038": "nobody-to-write-to", "LC039": "limit-of-nothing",
    "LC040": "year-without-event", "LC041": "unknown-print", "LC042": "option-of-another-print",
    "LC043": "name-too-long", "LC044": "folder-without-meaning",
    "LC045": "unknown-badge-size", "LC046": "nobody-with-a-seat", "LC047": "no-table", "LC048": "no-door",
    "LC049": "not-an-alarm", "LC055": "cancelled-already", "LC056": "no-change-to-tell",
    "LC057": "folder-of-other-things", "LC058": "event-or-person", "LC059": "one-or-the-other",
    "LC050": "changed-since-then", "LC051": "yes-needed", "LC052": "inside-a-series", "LC053": "nothing-to-undo",
    "LC101": "not-yaml", "LC102": "key-twice", "LC103": "anchor", "LC104": "tag", "LC105": "second-document",
    "LC106": "tab", "LC107": "control-character", "LC108": "too-deep", "LC109": "too-large",
    "LC110": "not-utf8", "LC111": "colon-in-text", "LC112": "open-quote", "LC113": "indentation",
    "LC114": "empty-file", "LC115": "no-keys", "LC116": "special-sign", "LC117": "open-bracket",
    "LC118": "colon-missing", "LC119": "list-as-key",
    "LC120": "text-after-closing", "LC121": "merge-conflict",
    "LC122": "comma-in-text",
    "LC201": "key-missing", "LC202": "unknown-key", "LC203": "not-a-text", "LC204": "not-a-list", "LC205": "not-keys",
    "LC206": "not-a-date", "LC207": "not-a-time", "LC208": "not-a-number", "LC209": "not-one-of",
    "LC210": "not-a-link", "LC211": "not-yes-or-no", "LC212": "unknown-organisation", "LC213": "unknown-zone",
    "LC214": "not-a-colour", "LC215": "not-an-email", "LC216": "not-a-region", "LC217": "not-an-id",
    "LC218": "not-a-domain", "LC219": "empty-text",
    "LC220": "unknown-rule", "LC221": "too-many-days", "LC222": "not-a-span", "LC223": "logo-elsewhere",
    "LC224": "not-a-picture", "LC226": "calendar-missing", "LC227": "entry-without-day", "LC228": "not-an-offset",
    "LC229": "unknown-condition",
    "LC231": "topic-unknown", "LC232": "address-and-file", "LC233": "name-of-file",
    "LC234": "not-a-group-size",
    "LC230": "not-degrees", "LC239": "accent-changed",
    "LC270": "format-unknown", "LC271": "source-too-large", "LC272": "date-two-ways", "LC273": "source-without-event",
    "LC274": "too-many-to-import",
    "LC275": "beyond-limits", "LC276": "page-data-broken", "LC277": "page-without-event", "LC278": "columns-unknown",
    "LC279": "sheet-unclear",
    "LC280": "foreign-file-broken", "LC281": "foreign-key-twice", "LC282": "foreign-too-deep",
    "LC283": "document-type", "LC284": "conference-missing",
    "LC285": "draft-not-exported", "LC286": "export-without-day", "LC287": "schedule-of-cancelled",
    "LC288": "schedule-without-times",
    "LC301": "session-outside-event", "LC302": "sessions-overlap", "LC303": "person-in-two-places",
    "LC304": "agenda-too-long", "LC305": "end-before-start", "LC306": "time-does-not-exist",
    "LC307": "time-exists-twice", "LC308": "lost-after-hash", "LC309": "placeholder-left",
    "LC310": "deadline-after-event", "LC311": "number-twice", "LC312": "uid-twice", "LC314": "day-outside-event",
    "LC315": "session-id-twice", "LC316": "confirmed-without-date", "LC317": "pattern-without-number",
    "LC318": "weekday-wrong", "LC319": "logo-missing",
    "LC320": "half-a-point", "LC321": "point-swapped",
    "LC401": "template-syntax", "LC402": "undefined-name", "LC403": "nothing-to-print", "LC404": "not-allowed",
    "LC405": "template-failed", "LC406": "template-missing", "LC407": "unknown-words", "LC408": "template-too-much",
    "LC410": "typst-missing", "LC411": "print-failed", "LC412": "package-in-template", "LC413": "logo-not-readable",
    "LC501": "mail-too-large", "LC502": "mail-without-language", "LC503": "picture-without-alt",
    "LC504": "link-empty", "LC505": "link-not-secure", "LC506": "leftover-in-mail", "LC507": "remote-content",
    "LC508": "tracking-parameter", "LC509": "active-content",
    "LC510": "ready-without-imprint", "LC511": "ready-without-unsubscribe", "LC512": "text-part-missing",
    "LC513": "link-not-in-text", "LC514": "receivers-visible", "LC516": "line-break-in-header",
    "LC517": "method-differs", "LC518": "private-in-git", "LC519": "addresses-in-git",
    "LC520": "unknown-service", "LC521": "service-and-mail-file", "LC522": "join-link-public",
    "LC523": "passcode-public", "LC524": "consent-missing", "LC525": "ready-without-sender",
    "LC601": "calendar-empty", "LC602": "not-a-calendar", "LC603": "calendar-too-large", "LC604": "calendar-not-utf8",
    "LC605": "byte-order-mark", "LC606": "line-ends", "LC607": "character-split",
    "LC608": "calendar-control-character", "LC609": "not-a-calendar-line",
    "LC610": "parameters-not-readable", "LC611": "begin-without-end", "LC612": "outside-the-calendar",
    "LC614": "line-after-entries", "LC615": "calendar-without-entry", "LC616": "blank-beside-value",
    "LC617": "part-in-wrong-place", "LC618": "value-empty",
    "LC620": "line-missing", "LC621": "line-twice", "LC622": "calendar-uid-twice",
    "LC623": "exception-twice",
    "LC630": "value-not-readable", "LC631": "value-not-known", "LC632": "entry-ends-too-early",
    "LC633": "end-and-duration", "LC634": "start-and-end-differ", "LC635": "not-in-utc", "LC636": "unknown-escape",
    "LC637": "comma-not-escaped", "LC638": "address-not-whole", "LC639": "colour-not-named",
    "LC640": "until-differs", "LC641": "zone-not-defined", "LC642": "zone-for-nothing", "LC643": "zone-wrong",
    "LC644": "exception-differs", "LC645": "rule-out-of-range", "LC646": "rule-part-not-allowed",
    "LC647": "rule-part-twice", "LC648": "count-and-until", "LC649": "repeats-never",
    "LC650": "until-before-start", "LC652": "duration-does-not-fit", "LC654": "zone-twice",
    "LC655": "repeat-alone", "LC656": "place-not-on-earth", "LC657": "nobodys-address",
    "LC660": "method-needs", "LC661": "method-forbids", "LC662": "several-events-by-mail",
    "LC663": "status-against-method", "LC664": "organizer-alone",
    "LC680": "start-off-rule", "LC681": "exdate-for-nothing", "LC682": "several-rules", "LC683": "change-of-nothing",
    "LC684": "more-of-the-same-advice",
    "LC699": "more-of-the-same",
    "LC700": "people-missing", "LC701": "people-not-text", "LC702": "people-empty", "LC703": "header-missing",
    "LC704": "no-address-column", "LC705": "header-twice", "LC706": "column-not-there", "LC707": "not-over",
    "LC708": "people-too-large", "LC709": "header-not-readable",
    "LC710": "column-unclear", "LC711": "workbook-too-old", "LC712": "two-lists", "LC713": "several-sheets",
    "LC714": "workbook-too-large", "LC715": "formulas-without-values",
    "LC716": "workbook-locked", "LC717": "workbook-of-other-sort",
    "LC718": "pairs-are-planned-anew", "LC719": "together-do-not-fit",
    "LC720": "too-few-people", "LC721": "no-round", "LC722": "group-of-one", "LC723": "group-larger-than-all",
    "LC724": "sizes-do-not-fit", "LC725": "more-groups-than-people", "LC726": "more-moderators-than-groups",
    "LC727": "apart-and-together", "LC728": "apart-at-one-table", "LC729": "wish-of-one",
    "LC730": "together-larger-than-table", "LC731": "moderators-together", "LC732": "together-at-two-tables",
    "LC733": "together-in-two-halls", "LC734": "table-missing", "LC735": "table-of-others", "LC736": "table-overfull",
    "LC737": "apart-larger-than-groups", "LC738": "not-on-the-list", "LC739": "name-of-several",
    "LC740": "not-a-source", "LC741": "source-unknown", "LC742": "source-outside", "LC743": "source-not-public",
    "LC744": "source-not-held", "LC745": "finding-twice", "LC746": "source-twice", "LC747": "paper-says-nothing",
    "LC748": "paper-event-unknown", "LC749": "paper-ends-first", "LC750": "licence-unknown",
    "LC751": "licence-does-not-fit", "LC752": "quote-without-consent", "LC753": "quote-of-nobody",
    "LC754": "takeaway-id-twice", "LC755": "takeaway-id-number", "LC756": "source-vanished",
    "LC757": "source-changed", "LC758": "paper-went-back", "LC759": "not-a-doi", "LC760": "paper-vanished",
    "LC761": "unknown-paper", "LC762": "paper-is-draft", "LC763": "word-template-loads",
    "LC764": "no-papers", "LC765": "agreed-until-before", "LC766": "result-of-nothing",
    "LC767": "which-paper", "LC768": "not-a-form-of-papers", "LC769": "topic-nowhere",
    "LC770": "version-stays", "LC771": "finding-without-source", "LC772": "looks-quoted",
    "LC773": "licence-not-judged", "LC774": "rest-does-not-fit",
    "LC775": "agreement-overdue", "LC776": "agreed-too-early", "LC777": "doer-unknown",
    "LC780": "not-a-word-template", "LC781": "style-missing", "LC782": "met-not-readable", "LC783": "met-without-key",
    "LC784": "round-not-planned", "LC785": "groups-not-planned", "LC786": "plan-not-readable",
    "LC787": "seated-already", "LC788": "too-many-rounds", "LC789": "not-a-time-to-keep",
    "LC790": "letters-garbled", "LC791": "row-hidden", "LC792": "sheet-hidden", "LC793": "row-struck-out",
    "LC794": "met-kept-too-long",
    "LC800": "accounts-missing", "LC801": "password-in-file", "LC802": "unknown-account", "LC803": "password-missing",
    "LC804": "server-not-reached", "LC805": "connection-not-secure", "LC806": "login-refused",
    "LC807": "drafts-folder-missing", "LC808": "draft-refused", "LC809": "connection-broken",
    "LC810": "port-taken", "LC811": "not-a-port", "LC812": "cannot-watch", "LC813": "drafts-folder-read-only",
    "LC814": "no-firm-seat",
    "LC815": "unknown-law", "LC816": "statement-there",
    "LC823": "file-missing", "LC824": "file-without-alt", "LC825": "page-name", "LC826": "name-of-site",
    "LC827": "page-without-heading", "LC828": "place-in-picture", "LC829": "file-elsewhere",
    "LC830": "address-follows-title", "LC836": "address-unknown", "LC837": "address-still-there",
    "LC831": "nothing-in-the-guide",
    "LC838": "folder-not-replaced", "LC839": "nothing-to-announce",
    "LC840": "export-of-nothing", "LC841": "days-as-numbers", "LC842": "year-of-two-figures",
    "LC843": "mobile-number-left-out", "LC844": "telephone-number-stays",
    "LC850": "topic-unused", "LC851": "synonym-taken", "LC852": "file-large", "LC853": "files-of-nobody",
    "LC854": "hidden-nobody", "LC855": "session-without-id", "LC856": "public-missing", "LC858": "file-unnamed",
    "LC859": "hidden-in-address",
    "LC860": "address-lost", "LC861": "moved-to-nothing", "LC862": "moved-and-still-there",
    "LC863": "moved-in-a-circle", "LC864": "public-moved", "LC865": "folder-lost",
    "LC866": "left-yours",
    "LC870": "link-dead", "LC871": "link-moved", "LC872": "link-unanswered", "LC873": "link-inside",
    "LC874": "links-offline",
    "LC878": "statement-old", "LC879": "statement-unfinished",
    "LC880": "series-there-already",
    "LC883": "event-row-torn", "LC884": "entry-private", "LC895": "not-taken-whole", "LC896": "people-left-out",
    "LC885": "foreign-too-many", "LC886": "named-by-number", "LC897": "page-of-several",
    "LC890": "contact-missing", "LC891": "day-without-agenda",
    "LC892": "way-in-left-out", "LC893": "addresses-left-out",
    "LC898": "not-in-schedule",
    "LC900": "value-left-out", "LC901": "kept-yours", "LC902": "imprint-missing", "LC903": "unsubscribe-missing",
    "LC904": "cancelled-without-reason", "LC905": "no-event-yet", "LC906": "changed-since-announced",
    "LC907": "session-without-time", "LC908": "old-date-left", "LC909": "organisation-unused",
    "LC910": "example-left", "LC911": "agenda-gap", "LC912": "weekday-of-another-day", "LC913": "edition-left",
    "LC914": "personal-address", "LC915": "licence-missing", "LC916": "not-documented", "LC917": "year-left",
    "LC918": "link-copied", "LC919": "session-out-of-order",
    "LC920": "subject-too-long", "LC921": "mail-large", "LC922": "preheader-length", "LC923": "preheader-repeats",
    "LC924": "heading-skipped", "LC925": "link-text-vague", "LC926": "address-mixed", "LC927": "gender-signs-mixed",
    "LC928": "paragraph-too-long", "LC929": "subject-shouts",
    "LC930": "subject-not-concrete", "LC931": "event-incomplete", "LC932": "no-clear-action",
    "LC933": "deadline-missing", "LC934": "newsletter-long", "LC935": "access-missing", "LC936": "look-back-missing",
    "LC937": "no-news", "LC938": "footer-incomplete", "LC939": "no-calendar-entry",
    "LC940": "post-too-long", "LC941": "way-in-missing", "LC942": "kept-your-draft", "LC943": "draft-for-nobody",
    "LC944": "no-glyph", "LC945": "no-glyph-for-person", "LC946": "zone-of-others", "LC947": "name-taken",
    "LC948": "pdf-left-out",
    "LC949": "task-unknown",
    "LC950": "seat-given-up", "LC951": "status-unknown", "LC952": "no-consent", "LC953": "person-twice",
    "LC954": "address-missing", "LC955": "address-not-readable", "LC956": "cells-differ", "LC957": "row-not-readable",
    "LC958": "unused-header-twice", "LC959": "people-kept-too-long",
    "LC960": "long-lines", "LC961": "unknown-line", "LC962": "floating-time", "LC963": "zone-name-unknown",
    "LC964": "zone-with-dates", "LC965": "line-break-in-title", "LC966": "name-of-one-event",
    "LC967": "events-without-name", "LC968": "alarm-in-feed", "LC969": "uid-with-host",
    "LC970": "sequence-too-high", "LC971": "calendar-over-1-mb", "LC972": "cancelled-not-in-title",
    "LC973": "cancelled-blocks-time", "LC974": "html-in-description", "LC975": "link-not-in-description",
    "LC976": "participants-visible", "LC977": "several-calendars", "LC978": "midnight-to-midnight",
    "LC979": "exception-unused",
    "LC980": "draft-changed", "LC981": "draft-gone", "LC982": "draft-taken-over", "LC983": "password-not-kept",
    "LC984": "blank-in-link",
    "LC985": "listmonk-without-list", "LC986": "listmonk-without-template", "LC987": "keila-without-sender",
    "LC988": "public-holiday", "LC989": "school-holidays",
    "LC990": "bridge-day", "LC991": "no-holiday-data", "LC992": "clock-change-day", "LC993": "day-to-avoid",
    "LC994": "weekend", "LC995": "quiet-day", "LC996": "text-garbled", "LC997": "left-over",
    "LC998": "event-without-title", "LC999": "published-by-nobody",
}  # fmt: skip


class Place(NamedTuple):
    """Where in a file: line and column count characters from 1; 0 means that only the file is known."""

    path: str
    line: int = 0
    column: int = 0


# Of these there is something to say, and nothing that stops: LC68 is about calendar files, LC77 about papers and what
# was agreed, LC79 about lists of people, LC85 to LC87 about the site, LC89 where LC9 is full
ADVICE = ("LC9", "LC68", "LC77", "LC79", "LC85", "LC86", "LC87", "LC89", "LC239", "LC843", "LC844", "LC884")


@dataclass(frozen=True, order=True)
class Finding:
    """One thing wrong at one place; its words stand in `labcamp.texts`, by code."""

    path: str
    line: int
    column: int
    code: str
    values: tuple[tuple[str, str], ...] = ()

    @property
    def advice(self) -> bool:
        """Advice does not stop what goes out (unless `--strict`)."""
        return self.code.startswith(ADVICE)


class Day(str):
    """A day as files write it, which people are told in the figures of their language."""

    __slots__ = ()


def finding(code: str, place: Place, **values: object) -> Finding:
    """A finding with the values that its message names, as text."""
    return Finding(*place, code, tuple((key, _as_text(value)) for key, value in sorted(values.items())))


def _as_text(value: object) -> str:
    return Day(value) if type(value) is dt.date else str(value)


class LabcampError(Exception):
    """A command cannot go on; it is shown as its findings, exit code 1."""

    exit_code = 1

    def __init__(self, *findings: Finding) -> None:
        super().__init__(*findings)
        self.findings = findings


class NothingWrittenError(LabcampError):
    """A command cannot go on and has written nothing yet, which is said after the findings."""


class UsageError(LabcampError):
    """The command line asks for something that does not exist; exit code 2."""

    exit_code = 2
