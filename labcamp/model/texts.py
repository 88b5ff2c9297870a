"""From the texts of an event file to days, times and numbers; what does not fit names its code."""

import datetime as dt
import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pydantic_core import PydanticCustomError

from labcamp.model.said_days import said_days, said_month
from labcamp.model.zones import is_zone
from labcamp.patterns import pattern_of

MINUTES_OF_A_DAY = 24 * 60
YEARS = range(1900, 3000)  # outside, a year was typed wrong
LONGEST_NIGHT = 12 * 60  # an end before the start is one of the next day, unless it would be that late
MOST_DAYS = 31
CLOCK = r"\d{1,2}(?:[:.]\d{2})?(?: ?(?:Uhr|h))?"
DASH = r"\s*(?:[-–—/]|bis|to|until)\s*"
DAY = r"(?:\d{4}-\d{2}-\d{2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4})"
YES = frozenset({"yes", "ja", "true", "on", "1"})
NO = frozenset({"no", "nein", "false", "off", "0"})
ISO_DAY = pattern_of(r"(\d{4})-(\d{2})-(\d{2})")
GERMAN_DAY = pattern_of(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
MONTH = pattern_of(r"(\d{4})-(0[1-9]|1[0-2])|(0?[1-9]|1[0-2])\.(\d{4})")
SAID = r"(?=.*[A-Za-zÄÖÜäöü./]).*\d.*|\d{4}-\d{1,2}-\d{1,2}"  # as people say days; an editor cannot tell more
PAIR = pattern_of(rf"({DAY})(?:\s*(?:[/–]|bis|to| - )\s*({DAY}))?")
FROM_TO = r"(?:\s*(?:[-–—/]|\.\.+|…|bis|to|until)\s*|\s+)"
PERIOD = rf"({DAY}|\d{{4}}-\d{{2}}|\d{{1,2}}\.\d{{4}})"  # a day or a month
TIME = pattern_of(r"(\d{1,2})(?:[:.](\d{2}))?(?: ?(?:Uhr|h))?")
TIMES = pattern_of(rf"({CLOCK})(?:{DASH}({CLOCK}))?")
ID = "[a-z0-9][a-z0-9-]*"
# With or without what leads to it; how one begins: ISO 26324
DOI = r"(?:https?://(?:dx\.)?doi\.org/|[Dd][Oo][Ii]:\s*)?10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s<>\"]+"
PLACES_IN_TIME = ("next", "last")  # what stands for an event in a command, beside its id and its number
DIGITS = pattern_of(r"[0-9]{1,9}")
LEAD_UNITS = {"d": dt.timedelta(days=1), "h": dt.timedelta(hours=1), "min": dt.timedelta(minutes=1)}
LEAD = pattern_of(rf"([0-9]{{1,3}}) ?({'|'.join(LEAD_UNITS)})")
DEGREES = pattern_of(r"[+-]?[0-9]{1,3}(?:\.[0-9]{1,15})?")
SPAN = r"[0-9]{1,3}(?: ?(?:Tag|Tage|Tagen|Woche|Wochen|days?|weeks?))?"
SIZES = rf"[0-9]{{1,3}}(?:{DASH}[0-9]{{1,3}})?"
KEEPING = r"[0-9]{1,2} ?(?:Jahre?|Monate?|years?|months?)"
MONTHS_OF_A_YEAR = 12
NUMBER_AND_UNIT = pattern_of("([0-9]{1,3}) ?([a-z]*)")
BEFORE, AFTER = "vorher|davor|before|earlier", "danach|nachher|after|later"
OFFSET = pattern_of(rf"([-−–+]?) ?({SPAN})(?: (?:({BEFORE})|{AFTER}))?", re.IGNORECASE)
DAYS_OF_A_WEEK = 7
A_FEW, A_DOZEN = 5, 12  # names that are told of many: of what is, and of what a person can choose from
# What people write where they do not know yet
PLACEHOLDERS = ("TBA", "TBD", "TBC", "FIXME", "TODO", "XXX", "Lorem ipsum", "lorem ipsum")


def refused(code: str, **values: object) -> PydanticCustomError:
    """The exception that pydantic collects: its type is our code, its context the message's values."""
    return PydanticCustomError(code, "its words stand in labcamp.messages", values)


def one_line(text: str) -> str:
    """The text with every run of blanks and line ends as one blank."""
    if "\n" not in text and "  " not in text and text.isprintable():
        return text.strip()
    return " ".join(text.split())


@dataclass(frozen=True)
class Days:
    """The day or days of an event, or only its month: then `first` and `last` are None."""

    year: int
    month: int
    first: dt.date | None = None
    last: dt.date | None = None

    @property
    def all(self) -> tuple[dt.date, ...]:
        """Each day from the first to the last; none when only the month is known."""
        if self.first is None or self.last is None:
            return ()
        return tuple(self.first + dt.timedelta(days=n) for n in range((self.last - self.first).days + 1))


@dataclass(frozen=True)
class Period:
    """Days from the first to the last; the last may stand before the first, as it was typed."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True)
class Hours:
    """When a day begins and ends, in minutes since midnight, beyond 1440 after midnight; the end may be unknown."""

    start: int
    end: int | None = None

    @property
    def upside_down(self) -> bool:
        """Tell whether the end is not after the start."""
        return self.end is not None and self.end <= self.start


def a_few(names: Iterable[str], most: int = A_FEW) -> str:
    """Names in a row; of many the first, and how many there are: `a, b, c, d, e, … (120)`."""
    every = list(names)
    return ", ".join(every if len(every) <= most + 1 else [*every[:most], f"… ({len(every)})"])


def day_of(text: str) -> dt.date:
    """A day, from `2027-03-11` or `11.03.2027`."""
    if day := _day(text):
        return day
    raise refused("LC206", text=text)


def _day(text: str) -> dt.date | None:
    """A day, in figures or as people say it; None for what is none, or one day of another."""
    if iso := ISO_DAY.fullmatch(text.strip()):
        year, month, day = iso.groups()
    elif german := GERMAN_DAY.fullmatch(text.strip()):
        day, month, year = german.groups()
    else:
        first, last = _said(text)
        return first if first == last else None
    try:
        return dt.date(int(year), int(month), int(day)) if int(year) in YEARS else None
    except ValueError:
        return None


def _said(text: str) -> tuple[dt.date, dt.date] | tuple[None, None]:
    """The first and the last day of what people say instead of figures."""
    try:
        first, last = said_days(text) or (None, None)
    except (ValueError, OverflowError):  # that day does not exist
        return None, None
    return (first, last) if first and last and {first.year, last.year} <= set(YEARS) else (None, None)


def days_of(text: str) -> Days:
    """The days of an event, from a day, from two days with `/` between them, or from a month (`2027-03`)."""
    if month := _month(text):
        return Days(*month)
    if pair := PAIR.fullmatch(text.strip()):
        first, last = _day(pair[1]), _day(pair[2] or pair[1])
    else:
        first, last = _said(text)
    if first and last and (last - first).days >= MOST_DAYS:
        raise refused("LC221", days=(last - first).days + 1, most=MOST_DAYS)
    if first and last:
        return Days(first.year, first.month, first, last)
    raise refused("LC206", text=text, month="2027-03")


def _month(text: str) -> tuple[int, int] | None:
    """The year and the month, where a text is nothing but a month."""
    if month := MONTH.fullmatch(text.strip()):
        found = int(month[1] or month[4]), int(month[2] or month[3])
    else:
        found = said_month(text) or (0, 0)
    return found if found[0] in YEARS else None


def period_of(text: str) -> Period:
    """The days from one to another, from a day, a month, or two of them: `2027-09/2027-11`, `1.9.2027 bis 5.9.2027`."""
    pair = re.fullmatch(rf"{PERIOD}(?:{FROM_TO}{PERIOD})?", text.strip())
    if pair:
        ends = [_from_to(part) for part in (pair[1], pair[2] or pair[1])]
    else:
        said = _said(text)
        ends = [said if said[0] else _from_to(text)] * 2
    if ends[0] and ends[1]:
        return Period(ends[0][0], ends[1][1])
    raise refused("LC206", text=text, month="2027-03")


def _from_to(text: str) -> tuple[dt.date, dt.date] | None:
    """The first and the last day of a day or a month."""
    if month := _month(text):
        return dt.date(*month, 1), dt.date(*month, monthrange(*month)[1])
    day = _day(text)
    return (day, day) if day else None


def clock_of(text: str) -> int:
    """Minutes since midnight, from `14:00`, `9.30`, `9:30 Uhr` or `14 Uhr`."""
    if clock := TIME.fullmatch(text.strip()):
        minutes = int(clock[1]) * 60 + int(clock[2] or 0)
        if minutes <= MINUTES_OF_A_DAY and int(clock[2] or 0) < 60:  # noqa: PLR2004  # an hour's minutes
            return minutes
    raise refused("LC207", text=text)


def hours_of(text: str) -> Hours:
    """When each day begins and ends, from `14:00-17:00`, `9.30 bis 12 Uhr` or `14:00` alone."""
    if hours := TIMES.fullmatch(text.strip()):
        start, end = clock_of(hours[1]), clock_of(hours[2]) if hours[2] else None
        into_the_night = end is not None and end < start and end + MINUTES_OF_A_DAY - start <= LONGEST_NIGHT
        return Hours(start, (end or 0) + MINUTES_OF_A_DAY if into_the_night else end)
    raise refused("LC207", text=text, hours="14:00-17:00")


def number_of(text: str) -> int:
    """A whole number from 0, written in digits."""
    if DIGITS.fullmatch(text.strip()):
        return int(text)
    raise refused("LC208", text=text)


def degrees_of(text: str, most: int) -> float:
    """Degrees of a latitude or a longitude as a decimal number, at most so many to either side of zero."""
    written = text.strip()
    if DEGREES.fullmatch(written) and abs(degrees := float(written)) <= most:
        return degrees
    raise refused("LC230", text=text, most=most)


def day_number_of(text: str) -> int:
    """Which day of an event, from 1; a date as its ordinal, which the event turns into the number of its day."""
    day = _day(text)
    return day.toordinal() if day else number_of(text)


def yes_of(text: str) -> bool:
    """True for yes, ja, true; False for no, nein, false."""
    if (word := text.strip().lower()) in YES | NO:
        return word in YES
    raise refused("LC211", text=text)


def span_in_days(text: str) -> int | None:
    """How many days, from `12 Wochen`, `3 days` or a bare number of days; None for no, nein, false."""
    word = text.strip()
    if re.fullmatch(SPAN, word, re.IGNORECASE) and (parts := NUMBER_AND_UNIT.fullmatch(word.lower())):
        return int(parts[1]) * (DAYS_OF_A_WEEK if parts[2].startswith("w") else 1)
    if word.lower() in NO:
        return None
    raise refused("LC222", text=text)


def keeping_of(text: str) -> int | None:
    """How many months something is kept, from `2 Jahre` or `18 months`; None for no, nein, false."""
    word = text.strip().lower()
    if re.fullmatch(KEEPING, word, re.IGNORECASE) and (parts := NUMBER_AND_UNIT.fullmatch(word)):
        return int(parts[1]) * (MONTHS_OF_A_YEAR if parts[2].startswith(("j", "y")) else 1)
    if word in NO:
        return None
    raise refused("LC789", text=text)


def sizes_of(text: str) -> tuple[int, int]:
    """The least and the most people of a group, from `4-5`, `4 bis 5` or `4`."""
    if not re.fullmatch(SIZES, text.strip(), re.IGNORECASE):
        raise refused("LC234", text=text)
    sizes = sorted(map(int, re.findall("[0-9]+", text)))
    return sizes[0], sizes[-1]


def in_groups(value: object) -> object:
    """Names by twos or more: `[[Ada, Ben], [Cem, Dora]]`, `[Ada, Ben]` for one group, or texts with commas."""
    if isinstance(value, str):
        return [value.split(",")]
    if not isinstance(value, list):
        return value
    if all(isinstance(each, str) and "," not in each for each in value):
        return [value] if value else []
    return [each.split(",") if isinstance(each, str) else each for each in value]


def lead_of(text: str) -> dt.timedelta:
    """How long before something, from `1d`, `2h` or `30min`."""
    if found := LEAD.fullmatch(text.strip().lower()):
        return int(found[1]) * LEAD_UNITS[found[2]]
    raise refused("LC049", text=text)


def doi_of(text: str) -> str:
    """A DOI without what leads to it: `10.5281/zenodo.1234567` from `https://doi.org/10.5281/zenodo.1234567`."""
    if re.fullmatch(DOI, text.strip()):
        return text[text.index("10.") :].strip()
    raise refused("LC759", text=text)


def offset_of(text: str) -> int:
    """How many days before (below 0) or after a day, from `-42`, `6 Wochen vorher`, `+7` or a bare number."""
    if found := OFFSET.fullmatch(one_line(text)):
        days = span_in_days(found[2]) or 0
        earlier = found[1] not in {"", "+"} or found[3] is not None
        if not (found[1] == "+" and found[3]):
            return -days if earlier else days
    raise refused("LC228", text=text)


UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
# Letters that are no other letter with a mark: Unicode knows nothing that they are made of
LATIN = UMLAUTS | str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "ı": "i",
        "ŋ": "n",
        "ŧ": "t",
        "ĸ": "k",
    }
)


@lru_cache(maxsize=4096)
def id_of(name: str, *, spelled: bool = True) -> str:
    """The nearest id to a name: `LabCamp #12 Köln` becomes `labcamp-12-koeln`, and an id stays as it is.

    Where they are not `spelled`, letters like ø and ł are left out, as in the ids of sessions, which stand in UIDs.
    """
    if re.fullmatch(ID, name):
        return name
    composed = unicodedata.normalize("NFC", name.lower())  # macOS writes ä as two characters
    letters = (
        unicodedata.normalize("NFKD", composed.translate(LATIN if spelled else UMLAUTS))
        .encode("ascii", "ignore")
        .decode()
    )
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-") or "event"


def is_taken(id_: str) -> bool:
    """Tell whether a name means something else where people name an event: `next`, `last`, or a number."""
    return id_ in PLACES_IN_TIME or id_.isdigit()


def point_text(moment: dt.datetime) -> str:
    """A moment as the ledger writes it: `2027-03-11T14:00 Europe/Berlin`."""
    return f"{moment.isoformat()[:16]} {getattr(moment.tzinfo, 'key', 'UTC')}"


def point_of(text: str) -> str:
    """A month, a day or a moment as the ledger writes it, once it is sure that there is such a one."""
    day, _, zone = text.partition(" ")
    try:
        dt.datetime.fromisoformat(f"{day}-01" if MONTH.fullmatch(text) else day)
    except ValueError as problem:
        raise refused("LC206", text=text) from problem
    if ("T" in day) != bool(zone):
        raise refused("LC206", text=text)
    if zone and not is_zone(zone):
        raise refused("LC213", text=zone)
    return text


def stamp_of(text: str) -> dt.datetime:
    """A moment of UTC, as the ledger writes it: `2027-03-11T00:00:00Z`."""
    try:
        stamp = dt.datetime.fromisoformat(text)
    except ValueError as problem:
        raise refused("LC206", text=text) from problem
    if stamp.tzinfo != dt.UTC:
        raise refused("LC206", text=text)
    return stamp
