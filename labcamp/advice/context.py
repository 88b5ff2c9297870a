"""The sentence that words stand in, and whether it speaks of what is over."""

import re

from labcamp.model import Event

# A full stop ends no sentence behind a day (`11. März`) or a short word (`z. B.`, `Dr.`).
END = re.compile(
    r"(?:[!?…]|(?:(?<=\b(?:19|20)\d\d)|(?<![\s\d.].)(?<!\d)(?<!\bDr)(?<!\bNr)(?<!\bNo)(?<!\bca)(?<!\bSt)(?<!\bbzw)"
    r"(?<!\busw)(?<!\binkl)(?<!\bProf)(?<!\bggf)(?<!\bevtl))\.)[\"“”»«’')\]]*\s+"
    r"|\n\s*\n|\n\s*(?:[-*+]|\d+[.)])\s"
)
GERMAN = re.compile(
    r"\b(?:war|waren|wart|warst|wurden?|worden|hatten?|hattet|gewesen|fand(?:en)?|gab|kam(?:en)?|ging(?:en)?|trafen|traf"
    r"|haben\swir|zeigten?|erschien(?:en)?|entstand(?:en)?|begann(?:en)?|blieb(?:en)?|lief(?:en)?|lernten|sprachen"
    r"|sprach|brachten?|ließ(?:en)?|sahen|hervorgegangen|letzte[nrsm]?|vorige[nrsm]?|vergangene[nrsm]?|damals"
    r"|seit|seitdem|seither|zuletzt|bisher\w*|früher\w*|nach\s(?:dem|der)|anschluss|rückblick\w*|rückschau|zurück\w*"
    r"|dokument\w+|berichte?|ergebnis\w*|protokoll\w*|mitschnitte?|aufzeichnung\w*|wissensspeicher|archiv\w*"
    r"|\w*knüpf\w+|fortsetz\w+|fortgesetzt|vorjahr\w*|jubiläum|gegründet|statt|sondern|verschoben|verlegt|ursprünglich"
    r"|erfahrungen|vor\seinem\sjahr)\b",
    re.IGNORECASE,
)
ENGLISH = re.compile(
    r"\b(?:was|were|had|has|have|been|last|previous|past|earlier|ago|since|after|following|follow-up|recap|review"
    r"|reports?|results?|recordings?|documentation|archive|instead|moved|rescheduled|originally|took|met|showed|began"
    r"|founded|building\son|looking\sback|look\sback)\b",
    re.IGNORECASE,
)


def sentence(text: str, start: int, end: int) -> str:
    """The sentence around a part of a text; in doubt more of the text."""
    first = max((found.end() for found in END.finditer(text, 0, start)), default=0)
    last = END.search(text, end)
    return " ".join(text[first : last.start() + 1 if last else len(text)].split())


def looks_back(text: str, event: Event) -> bool:
    """Tell whether a sentence in an event's file speaks of what is over, or of what has changed; its theme does not."""
    said = text.replace(event.theme, "") if event.theme and event.theme != text else text
    return (ENGLISH if event.language == "en" else GERMAN).search(said) is not None
