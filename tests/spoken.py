"""All phrases that labcamp says outside findings, by the file of texts that they stand in."""

from collections.abc import Mapping
from pathlib import Path

from labcamp import texts
from labcamp.cli import COMMANDS
from labcamp.texts import phrases

FOLDER = Path(texts.__file__).parent
FILES = ("phrases", "preview", *(f"commands/{command}" for command in ("labcamp", *COMMANDS)))


def spoken(file: str, language: str) -> Mapping[str, str]:
    """The phrases of a file, without what it says of options and arguments."""
    return {key: text for key, text in phrases(file, language).items() if key.islower() and not key.startswith("-")}


# What can be said, wherever it stands
PHRASES = {key: text for file in FILES for key, text in spoken(file, "en").items()}
