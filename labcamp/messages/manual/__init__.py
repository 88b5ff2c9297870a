"""The manual page of each finding: what happened, why it matters, how to mend it, often with an example."""

from importlib import import_module

# The first digits of a code → the part of its module's name; three digits go before two. Only the page that is asked
# for is loaded.
FAMILIES = {
    "017": "tasks",
    "018": "tasks",
    "228": "tasks",
    "229": "tasks",
    "947": "tasks",
    "949": "tasks",
    "040": "series",
    "00": "folder",
    "01": "folder",
    "02": "announcing",
    "03": "announcing",
    "10": "reading",
    "11": "signs",
    "12": "signs",
    "20": "shape",
    "21": "values",
    "22": "values",
    "30": "sense",
    "31": "sense",
    "04": "printing",
    "40": "templates",
    "41": "printing",
    "50": "mails",
    "51": "sending",
    "52": "public",
    "60": "calendar",
    "61": "calendar",
    "62": "entries",
    "63": "contents",
    "64": "entries",
    "66": "methods",
    "69": "methods",
    "70": "people",
    "71": "people",
    "80": "delivery",
    "81": "preview",
    "90": "advice",
    "91": "rules",
    "92": "mails",
    "93": "newsletter",
    "94": "advice",
    "95": "people",
    "96": "clients",
    "97": "programs",
    "98": "delivery",
    "99": "days",
    "015": "days",
    "016": "days",
    "226": "days",
    "227": "days",
    "988": "days",
    "989": "days",
    "019": "mending",
    "519": "mending",
    "979": "mending",
    "997": "mending",
}


def manual(code: str, language: str) -> str:
    """The manual page of a code in a language (`de`, else English); an unknown code raises KeyError."""
    family = FAMILIES.get(code[2:]) or FAMILIES[code[2:4]]
    module = import_module(f"labcamp.messages.manual.{'de' if language == 'de' else 'en'}_{family}")
    return str(module.MANUAL[code]).strip()
