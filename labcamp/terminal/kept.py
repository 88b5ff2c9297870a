"""Where labcamp keeps what it would only make again: a folder in the cache of the person."""

import os
from pathlib import Path

VARIABLE = "LABCAMP_CACHE"


def kept() -> Path | None:
    """Where it lies: LABCAMP_CACHE says so, else where the system keeps such; None where that is empty."""
    told = os.environ.get(VARIABLE)
    if told is not None:
        return Path(told) if told else None
    from platformdirs import user_cache_path

    return user_cache_path("labcamp", appauthor=False)
