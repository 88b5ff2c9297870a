"""Advice about a weekday that a text names with the event's own hours."""

import re
from collections.abc import Iterator

from labcamp.advice.context import looks_back, sentence
from labcamp.advice.look import Look
from labcamp.advice.naming import MONTH, names_of
from labcamp.check.texts import BY_LETTER, ENGLISH, ENGLISH_SHORT, GERMAN, WAYS
from labcamp.findings import Finding, finding
from labcamp.model.texts import one_line
from labcamp.read import Steps

NAMES = "|".join(sorted((name for name in WAYS if name not in {"So", "Sat", "Sun"}), key=len, reverse=True))
_CLOCK = r"(?P<{0}hour>\d{{1,2}})(?:(?P<{0}sign>[:.])(?P<{0}minute>\d\d))?(?!\d|\.\d)"
_UNIT = r"(?P<unit>\s?(?:Uhr|h\b|a\.?m\b\.?|p\.?m\b\.?))"
# `Mittwoch, 14 Uhr`, `Mittwochnachmittag von 14 bis 17 Uhr`, `Wednesday at 2 pm`
WEEKDAY_FIRST = re.compile(
    rf"(?<![\w/–-])(?P<weekday>{NAMES})(?:vormittag|mittag|nachmittag|abend)?(?!\w)\.?,?\s+"
    r"(?:(?:nachmittags|vormittags|abends|afternoon|morning|evening),?\s+)?(?:(?:um|ab|von|from|at)\s+)?"
    rf"{_CLOCK.format('')}(?:(?:\s?Uhr)?\s*(?:[–-]|bis|to|until)\s*{_CLOCK.format('end_')})?{_UNIT}?"
)
# `um 14 Uhr am Mittwoch`, `at 14:00 on Wednesday`
CLOCK_FIRST = re.compile(
    rf"(?<![\d.:–-]){_CLOCK.format('')}{_UNIT}?,?\s+(?:am|on)\s+(?P<weekday>{NAMES})(?!\w)"
    rf"(?!,?\.?\s+(?:der\s|den\s|dem\s|the\s)?(?:\d|{MONTH}))"
)
# Something else may be at the same hour on another day, or was.
OF_OTHERS = re.compile(
    r"\b(?:anmelde\w*|frist|technik\w*|test\w*|probe\w*|vorab\w*|vorbereit\w*|sprechstunde\w*|jede[nrs]?|immer|wöchentlich"
    r"|danach|davor|nächste\w*|link|mail|zugang\w*|unterlagen|verschick\w*|ersatz\w*|ausweich\w*|alternativ\w*|zweiter"
    r"|wiederhol\w*|folge\w*|stammtisch|treffpunkt|stadtführung|führung|abendessen|empfang|deadline|register\w*|every"
    r"|each|weekly|rehearsal|check|tests?|before|after|follow\w*|alternative\w*|dinner|tour|reception|geöffnet)\b",
    re.IGNORECASE,
)
UNTIL = re.compile(r"\b(?:bis|until|by)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
OF_OWN = re.compile(
    r"\b(?:treffen|los|beginnt?|beginnen|startet|starten|sehen|findet|statt|einladen|laden|meets?|join|see|starts?"
    r"|begins?|takes\splace)\b",
    re.IGNORECASE,
)
FAR = 30  # signs before a weekday
HOURS_OF_HALF_A_DAY = 12
SUBJECTS = (("newsletter", "subject"), ("newsletter", "preheader"))


def weekday_of_another_day(look: Look) -> Iterator[Finding]:
    """LC912: a text of an event to come names its hours with the weekday of another day."""
    event = look.event
    if not look.upcoming or event.time is None or not event.days or not _names_one(look.source.text):
        return
    days = {day.weekday() for day in event.days}
    for path, text in look.values:
        for pattern in (WEEKDAY_FIRST, CLOCK_FIRST):
            for found in pattern.finditer(text):
                way, number = WAYS[found["weekday"]]
                if number not in days and _own_hours(look, found) and _of_the_event(look, path, text, found):
                    names = ENGLISH if way in (ENGLISH, ENGLISH_SHORT) else GERMAN
                    words = one_line(found.group()).rstrip(",. ")
                    yield finding("LC912", look.at(path, words), words=words, weekday=names[event.days[0].weekday()])


def _names_one(text: str) -> bool:
    """Tell whether a file may name a weekday: the patterns are slow."""
    return any(names.search(text) for names in BY_LETTER)


def _own_hours(look: Look, found: re.Match[str]) -> bool:
    """Tell whether a time is the one at which the event begins."""
    time = look.event.time
    unit = (found["unit"] or "").strip()
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if not (unit or found["sign"] == ":" or found.groupdict().get("end_hour")):
        return False  # a day, or a date
    if unit.startswith("p") and hour < HOURS_OF_HALF_A_DAY:
        hour += HOURS_OF_HALF_A_DAY
    return time is not None and hour * 60 + minute == time.start


def _of_the_event(look: Look, path: Steps, text: str, found: re.Match[str]) -> bool:
    """Tell whether a sentence is about the event itself, and not about something else at the same hour."""
    around = sentence(text, found.start(), found.end())
    if OF_OTHERS.search(around) or UNTIL.search(text, max(0, found.start() - FAR), found.start()):
        return False
    if looks_back(around, look.event):
        return False
    end, time = found.groupdict().get("end_hour"), look.event.time
    if end and time and time.end == int(end) * 60 + int(found["end_minute"] or 0):
        return True
    series = names_of(look.workspace.series)
    return path in SUBJECTS or OF_OWN.search(around) is not None or series.edition.search(around) is not None
