"""The language that labcamp speaks on the command line, and its words in it."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from labcamp.texts import LANGUAGES, harmless, phrases

GERMAN_ON_WINDOWS = 0x07  # the primary language id, of all German variants


def language() -> str:
    """`de` or `en`: as `--lang` says, else LABCAMP_LANG, else the system, else English."""
    for text in (*_options(sys.argv[1:]), os.environ.get("LABCAMP_LANG", ""), _of_the_system()):
        if (short := text[:2].lower()) in LANGUAGES:
            return short
    return "en"


def say(key: str, **values: object) -> str:
    """A phrase that many commands say, in the language, with its values."""
    return phrases("phrases", language())[key].format_map(_shown(values))


def phrases_of(command: str) -> Callable[..., str]:
    """What says the phrases of a command (`texts/<language>/commands/todo.md`), and those that many say."""

    def say_own(key: str, **values: object) -> str:
        own = phrases(f"commands/{command}", language())
        return own[key].format_map(_shown(values)) if key in own else say(key, **values)

    return say_own


def _shown(values: Mapping[str, object]) -> dict[str, object]:
    """Values as they may be shown, wherever they come from: a file, its name, what somebody typed."""
    return {name: harmless(value) if isinstance(value, str) else value for name, value in values.items()}


def _options(arguments: list[str]) -> Iterator[str]:
    """What stands behind `--lang`; the help texts are chosen by it, before the arguments are parsed."""
    for argument, following in pairwise([*arguments, ""]):
        if argument == "--lang":
            yield following
        elif argument.startswith("--lang="):
            yield argument.removeprefix("--lang=")


def _of_the_system() -> str:
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    told = next(filter(None, names), "")
    if sys.platform == "win32" and not told:
        import ctypes

        return "de" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == GERMAN_ON_WINDOWS else "en"
    return told
