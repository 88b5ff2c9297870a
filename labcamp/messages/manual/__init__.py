"""The manual page of each finding: what happened, why it matters, how to mend it, often with an example."""

from importlib import import_module

# The first digit of a code → the part of its module's name; only the page that is asked for is loaded.
FAMILIES = {"0": "folder", "1": "reading", "2": "shape", "3": "sense", "4": "templates", "9": "advice"}


def manual(code: str, language: str) -> str:
    """The manual page of a code in a language (`de`, else English); an unknown code raises KeyError."""
    family = FAMILIES[code[2:3]]
    module = import_module(f"labcamp.messages.manual.{'de' if language == 'de' else 'en'}_{family}")
    return str(module.MANUAL[code]).strip()
