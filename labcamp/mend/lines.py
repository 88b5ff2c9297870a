"""What stands at the end of lines and of the file, and means nothing: blanks, and the missing last line end."""

import re
from collections.abc import Iterator

from labcamp.mend.splices import Mend
from labcamp.read import Source, Span

LINE_END = re.compile("\r\n|\r|\n")
# A blank behind a backslash is a part of a text in double quotes.
BLANKS = re.compile(r"(?<![ \t\\])[ \t]+(?=[\r\n]|\Z)")
BLOCK = ("|", ">")


def blanks(source: Source) -> Iterator[Mend]:
    """The blanks at the end of each line, but for those in a text whose line ends count.

    There two of them end a line in Markdown, too.
    """
    if not BLANKS.search(source.text):
        return
    texts = [(span.start.index, span.end.index) for span in source.spans.values() if _keeps_lines(source, span)]
    for found in BLANKS.finditer(source.text):
        line = max(source.text.rfind(end, 0, found.start()) for end in "\r\n") + 1
        inside = any(start < line < end for start, end in texts)
        if not inside or not source.text[line : found.start()].strip():
            yield Mend(found.start(), found.end(), "")


def _keeps_lines(source: Source, span: Span) -> bool:
    return span.scalar and source.text[span.start.index : span.start.index + 1] in BLOCK


def ending(source: Source) -> Iterator[Mend]:
    """The line end that the last line lacks, as the other lines have it."""
    text = source.text
    if text and not text.endswith(("\n", "\r")):
        used = LINE_END.search(text)
        yield Mend(len(text), len(text), used[0] if used else "\n")
