"""What sort of session is meant by the words of others: `Vortrag` and `Lightning Talk` are an input."""

from functools import lru_cache

from labcamp.patterns import pattern_of

# The first sort of which a word occurs; a house word is its own sort
SORTS = {
    "welcome": r"welcome|opening|begrüßung|eröffnung|willkommen|check-?in\b|ankommen|einlass|regist|anmeldung|arrival",
    "closing": r"closing|abschluss|verabschiedung|check-?out\b|wrap-?up|schluss",
    "break": r"pausen?\b|\bbreak|lunch|coffee|kaffee|\btea\b|mittag|essen\b|dinner|breakfast|frühstück|imbiss|snack",
    "workshop": r"workshop|werkstatt|tutorial|hands-?on|übung|training|barcamp|hackathon",
    "discussion": r"dis[ck]us|panel|podium|fishbowl|q ?& ?a|\bbof\b|of a feather|gespräch|debatte|austausch|meeting",
    "networking": r"networking|vernetz|get-?together|kennen ?lernen|social|speed|party|meet-?up|ausklang|empfang",
    "input": r"input|impuls|talk|vortr[aä]g|lecture|keynote|referat|präsent|present|lightning|demo|paper|bericht",
}
ANY = frozenset({"other", "sonstiges", "session", "event"})  # words that say nothing
PATTERNS = {sort: pattern_of(words) for sort, words in SORTS.items()}


@lru_cache(maxsize=1024)
def sort_of(words: str, title: str) -> str:
    """The sort of a session, by how it is called; by the title too where that says it, as of a pause; else empty."""
    for text in (words.lower(), title.lower()):
        if text in SORTS:
            return text
        if found := next((sort for sort, pattern in PATTERNS.items() if text and pattern.search(text)), ""):
            return found
    return "break" if title else ""
