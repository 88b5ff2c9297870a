"""What the YAML reader stumbled over, as a finding at its place."""

import re
from typing import Any

from labcamp.findings import Finding, Place, finding

# U+0085, U+2028 and U+2029 end a line in YAML but not in an editor: our line numbers would be wrong from there on.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
# The bytes tell thirty times faster whether the pattern can find anything.
CONTROL_BYTES = bytes({*range(32), 127} - set(b"\t\n\r"))
CONTROL_STARTS = (b"\xc2", b"\xe2\x80\xa8", b"\xe2\x80\xa9", b"\xef\xbf")
DEEPEST = 30  # levels; nobody writes so many by hand
# libyaml's own words → our code; the first that occurs in its problem or context wins
PROBLEMS = (
    ("maximum nesting depth", "LC108"),  # what it looks at ahead is too deep even for itself
    ("found a tab", "LC106"), ("mapping values are not allowed", "LC111"),
    ("quoted scalar", "LC112"), ("unknown escape character", "LC112"), ("hexdecimal", "LC112"),
    ("flow sequence", "LC117"), ("flow mapping", "LC117"), ("cannot start any token", "LC116"),
    ("block scalar", "LC116"), ("block sequence entries are not allowed", "LC116"),
    ("mapping keys are not allowed", "LC116"), ("node content", "LC116"), ("directive", "LC116"),
    ("could not find expected ':'", "LC118"), ("block mapping", "LC113"), ("block collection", "LC113"),
    ("document start", "LC113"), ("anchor", "LC103"), ("alias", "LC103"), ("tag", "LC104"),
)  # fmt: skip
# For these, where the thing was opened says more than where the reader gave up.
OPENED = frozenset({"LC103", "LC104", "LC112", "LC116", "LC117", "LC118"})


def syntax(problem: Any, text: str, shown: str) -> Finding:
    """The finding for a problem of the YAML reader, at the place that says most."""
    words = f"{problem.problem} {problem.context}"
    code = next((code for part, code in PROBLEMS if part in words), "LC101")
    mark = (code in OPENED and problem.context_mark) or problem.problem_mark
    before = text[: mark.index].rstrip(" ")
    if text[mark.index : mark.index + 1] == "\t":
        code = "LC106"
    elif code == "LC116" and not text[mark.index :].strip():
        opened = max(before.rfind("["), before.rfind("{"))
        return finding("LC117", after(text[:opened], shown))
    elif code == "LC113" and before.endswith(("'", '"', "]", "}")):
        code = "LC120"
    elif code == "LC113" and re.search(r"^\.\.\.\s*\Z", before, re.MULTILINE):
        code = "LC105"
    values = {"deepest": DEEPEST} if code == "LC108" else {"problem": problem.problem}
    return finding(code, Place(shown, mark.line + 1, mark.column + 1), **values)


def has_control(content: bytes) -> bool:
    """Tell whether there may be a control character in the bytes; a look that costs next to nothing."""
    return len(content.translate(None, CONTROL_BYTES)) < len(content) or any(part in content for part in CONTROL_STARTS)


def after(before: str, shown: str) -> Place:
    """The place right after some text."""
    lines = re.split("\r\n|\r|\n", before)
    return Place(shown, len(lines), len(lines[-1]) + 1)
