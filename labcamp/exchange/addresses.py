"""Where something is, from the lines in which people write it."""

from labcamp.exchange.found import Value
from labcamp.patterns import pattern_of

ONLINE = pattern_of(r"(?:nur |only )?online|digital|virtuell|virtual|remote|web-?(?:konferenz|conference|inar)")
TOWN = pattern_of(r"((?:[A-Z]{1,2}[ -])?\d{4,5}) +(\D{2,})")
STREET = pattern_of(r"\D{3,}\d{1,4}(?: ?[a-zA-Z])?(?:[-/–]\d{1,4}(?: ?[a-zA-Z])?)?")
COUNTRIES = frozenset({"deutschland", "germany", "österreich", "austria", "schweiz", "switzerland"})


def place_of(text: str) -> dict[str, Value]:
    """A place as an event file has it; what is neither street, town nor country is its name."""
    lines = [part.strip(" ,") for line in text.splitlines() for part in line.split(", ")]
    place: dict[str, Value] = {}
    names: list[str] = []
    for line in filter(None, lines):
        if ONLINE.fullmatch(line.lower()):
            place["online"] = "true"
        elif (town := TOWN.fullmatch(line)) and "city" not in place:
            place |= {"postcode": town[1], "city": town[2].strip()}
        elif line.lower() in COUNTRIES and "country" not in place:
            place["country"] = line
        elif names and "street" not in place and STREET.fullmatch(line):
            place["street"] = line
        else:
            names.append(line)
    return {"name": ", ".join(names), **place} if names else place
