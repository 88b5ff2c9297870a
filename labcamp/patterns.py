"""Regular expressions that are built when they are first used: no command needs more than a few of them."""

import re
from typing import Any, AnyStr, cast


class _Unbuilt:
    """Stands for an expression until somebody looks for it; what was asked for once is kept."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found


def pattern_of(expression: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, which is not called before something is looked for."""
    return cast("re.Pattern[AnyStr]", _Unbuilt(expression, flags))
