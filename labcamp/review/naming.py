"""How a series calls its events, and whether a sentence looks back."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from labcamp.model import Event, Series
from labcamp.model.said_days import MONTH_OF
from labcamp.patterns import pattern_of

ARTICLE, COUNTER = r"(?:das|die|der|the)\b", r"\b(?:nr|no|nummer|number|ausgabe|edition)\b"
MONTH = "|".join(sorted(MONTH_OF, key=len, reverse=True))
DATE = pattern_of(
    r"(?<!\d)(?:(?P<iso>\d{4}-\d\d-\d\d)|(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})"
    rf"|(?P<named_day>\d{{1,2}})(?:\.|st|nd|rd|th)?\s+(?:of\s+)?(?P<name>{MONTH})\.?,?\s+(?P<named_year>\d{{4}})"
    rf"|(?<!\w)(?P<first>{MONTH})\s+(?P<last_day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<last_year>\d{{4}}))(?!\d)"
)

# A full stop ends no sentence behind a day (`11. März`) or a short word (`z. B.`, `Dr.`).
END = pattern_of(
    r"(?:[!?…]|(?:(?<=\b(?:19|20)\d\d)|(?<![\s\d.].)(?<!\d)(?<!\bDr)(?<!\bNr)(?<!\bNo)(?<!\bca)(?<!\bSt)(?<!\bbzw)"
    r"(?<!\busw)(?<!\binkl)(?<!\bProf)(?<!\bggf)(?<!\bevtl))\.)[\"“”»«’')\]]*\s+"
    r"|\n\s*\n|\n\s*(?:[-*+]|\d+[.)])\s"
)
GERMAN = pattern_of(
    r"\b(?:war|waren|wart|warst|wurden?|worden|hatten?|hattet|gewesen|fand(?:en)?|gab|kam(?:en)?|ging(?:en)?|trafen|traf"
    r"|haben\swir|zeigten?|erschien(?:en)?|entstand(?:en)?|begann(?:en)?|blieb(?:en)?|lief(?:en)?|lernten|sprachen"
    r"|sprach|brachten?|ließ(?:en)?|sahen|hervorgegangen|letzte[nrsm]?|vorige[nrsm]?|vergangene[nrsm]?|damals"
    r"|seit|seitdem|seither|zuletzt|bisher\w*|früher\w*|nach\s(?:dem|der)|anschluss|rückblick\w*|rückschau|zurück\w*"
    r"|dokument\w+|berichte?|ergebnis\w*|protokoll\w*|mitschnitte?|aufzeichnung\w*|wissensspeicher|archiv\w*"
    r"|\w*knüpf\w+|fortsetz\w+|fortgesetzt|vorjahr\w*|jubiläum|gegründet|statt|sondern|verschoben|verlegt|ursprünglich"
    r"|erfahrungen|vor\seinem\sjahr)\b",
    re.IGNORECASE,
)
ENGLISH = pattern_of(
    r"\b(?:was|were|had|has|have|been|last|previous|past|earlier|ago|since|after|following|follow-up|recap|review"
    r"|reports?|results?|recordings?|documentation|archive|instead|moved|rescheduled|originally|took|met|showed|began"
    r"|founded|building\son|looking\sback|look\sback)\b",
    re.IGNORECASE,
)


class Named(NamedTuple):
    """The edition or the year that a text names, and where."""

    words: str
    number: int
    start: int
    end: int


class Names(NamedTuple):
    """What finds an edition by its number or by its year in a sentence, and by its number in an address."""

    edition: re.Pattern[str]
    year: re.Pattern[str]
    address: re.Pattern[str]


def names_of(series: Series) -> Names:
    """What finds the editions of a series."""
    return _names(series.title_pattern or f"{series.title} #{{number}}", series.title)


@lru_cache(maxsize=4)
def _names(pattern: str, title: str) -> Names:
    before, _, after = pattern.partition("{number}")
    words = _words(before) or _words(after) or _words(title) or ["\0"]
    parts = [part for word in words for part in re.sub(r"(?<=[^\W\d_A-Z])(?=[A-ZÄÖÜ])", " ", word).split()]
    name = "(?i:" + r"[\s-]*".join(map(re.escape, parts)) + ")"
    # Without a sign before it, a number may be a day, an hour or a count.
    bare = r"\s*(?P<bare>\d{1,3})(?=\s*(?:$|[:,;!?)\]\"“”»–|]|\.\s*$|\b(?:online|am|im|on)\b))"
    edition = rf"(?<!\w){name}(?:\s*(?:#|Nr\.?|No\.?)\s*(?P<number>\d{{1,4}})(?!\d)|{bare})"
    ordinal = rf"(?<![\d.])(?P<ordinal>\d{{1,3}})(?:\.|st|nd|rd|th)\s*{name}(?![\w-])"
    season = rf"(?:\s+(?:im\s+|in\s+)?(?:{MONTH}|Frühjahr|Frühling|Sommer|Herbst|Winter|spring|summer|autumn))?"
    slug = "[-_]?".join(re.escape(part.lower()) for part in parts)
    return Names(
        re.compile(f"{edition}|{ordinal}"),
        re.compile(rf"(?<!\w){name}{season}\s+(?P<number>20\d\d)(?!\d|[./-]\d)"),
        re.compile(
            rf"(?<![a-z]){slug}[-_]?(?:nr|no)?[-_]?(?P<number>\d{{1,3}})(?![\da-z])"
            rf"|(?<![\da-z])(?P<ordinal>\d{{1,3}})[-_.]{slug}(?![a-z]|[-_]?\d)"
        ),
    )


def _words(text: str) -> list[str]:
    """The words of a name, without an article before it and without what is said before a number."""
    return re.findall(r"[^\W\d_]+", re.sub(rf"^\W*{ARTICLE}|{COUNTER}\W*$", "", text, flags=re.IGNORECASE))


def named(pattern: re.Pattern[str], text: str) -> Iterator[Named]:
    """The numbers of editions, or the years, that a pattern finds in a text."""
    for found in pattern.finditer(text):
        number = next(number for number in found.groupdict().values() if number)
        yield Named(found.group(), int(number), *found.span())


def dates(text: str) -> Iterator[tuple[Named, int, int]]:
    """The year of each whole date in a text, with its month and its day."""
    for found in DATE.finditer(text):
        if found["iso"]:
            year, month, day = map(int, found["iso"].split("-"))
        else:
            year = int(found["year"] or found["named_year"] or found["last_year"])
            month = int(found["month"] or MONTH_OF[found["name"] or found["first"]])
            day = int(found["day"] or found["named_day"] or found["last_day"])
        yield Named(found.group(), year, *found.span()), month, day


def sentence(text: str, start: int, end: int) -> str:
    """The sentence around a part of a text; in doubt more of the text."""
    first = max((found.end() for found in END.finditer(text, 0, start)), default=0)
    last = END.search(text, end)
    return " ".join(text[first : last.start() + 1 if last else len(text)].split())


def looks_back(text: str, event: Event) -> bool:
    """Tell whether a sentence in an event's file speaks of what is over, or of what has changed; its theme does not."""
    said = text.replace(event.theme, "") if event.theme and event.theme != text else text
    return (ENGLISH if event.language == "en" else GERMAN).search(said) is not None
