"""Findings about what check looks at besides the texts of events, in English."""

from labcamp.messages import Message

MENDING: dict[str, Message] = {
    "LC019": Message("{option} works only together with {other}", "add {other}, or leave {option} out"),
    "LC519": Message("git tracks this file, and it looks like a list of people (mail addresses in it: {count})", "take it out: git rm --cached \"{file}\"; then put it into private/, which git does not track; what has been pushed stays in git's history"),
    "LC979": Message("the exception for '{rule}' is no longer needed: this rule finds nothing here", "delete the comment, or it hides the next mistake"),
    "LC997": Message("labcamp made this once and would not make it today", "delete it, so that nobody passes it on by mistake; if it is on the web, there, too"),
}  # fmt: skip
