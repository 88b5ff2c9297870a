"""How many calendar parsers read what a tool writes, from one command.

    python tests/benchmarks/calendars.py

Eight events (`eight_events.py`) are written by labcamp, yaml2ics, icalendar and ical-generator: the nights in which
the clocks change, two zones, a whole day, two whole days, a cancelled event, quotes, backslashes, emoji and long lines.
Then the parsers of `tests/judges` read each calendar. One reads it without complaint when it reports no error and gives
the exact instants or days, the title and the place of every event. The second column is the same for the events with
hours alone, in plain words, for that is all that some tools promise.

It runs in the environment for development, after `npm install --prefix tests/judges --package-lock=false`; what is
missing is named. The peers (yaml2ics from PyPI, ical-generator from npm) go below `--cache`.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eight_events import EASY, EIGHT, HardEvent, ical_generator, icalendar, labcamp, yaml2ics
from environments import CHECKOUT
from measure import NotThereError

sys.path.append(str(CHECKOUT / "tests" / "judges"))
from calendar_readers import READERS, Entry, Reading, missing, read_all, when


@dataclass(frozen=True)
class Tool:
    """A tool that writes calendars; the events that it cannot express are left out, and not held against it."""

    name: str
    write: Callable[[Sequence[HardEvent], Path], bytes]
    days: int = 99  # the most whole days that it can say
    cancelled: str = ""  # what it puts before the title of a cancelled event

    def due(self, events: Sequence[HardEvent]) -> list[Entry]:
        """What a parser has to read."""
        titles = {event: self.cancelled * (event.status == "CANCELLED") + event.title for event in events}
        return [
            Entry(event.uid, when(event.times[0]), when(event.times[1]), titles[event], event.place)
            for event in self.expressible(events)
        ]

    def expressible(self, events: Sequence[HardEvent]) -> list[HardEvent]:
        """The events that the tool can say."""
        return [event for event in events if event.whole_days <= self.days]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", type=Path, default=Path("~/.cache/labcamp-benchmarks"), help="where the peers go")
    cache = parser.parse_args().cache.expanduser().resolve()
    readers = [reader for reader in READERS if not missing(reader)]
    for reader in READERS:
        if reader not in readers:
            print(f"not asked: {reader} ({missing(reader)})")
    print(f"{len(readers)} parsers: {', '.join(readers)}\n\n{'':<16}{'eight events':<16}{'hours, plain words':<20}")
    tools = (
        Tool("labcamp", labcamp, cancelled="ABGESAGT: "),
        Tool("yaml2ics", yaml2ics(cache), days=1),
        Tool("icalendar", icalendar),
        Tool("ical-generator", ical_generator(cache)),
    )
    for tool in tools:
        for line in _lines(tool, readers):
            print(line, flush=True)


def _lines(tool: Tool, readers: list[str]) -> Iterator[str]:
    """A tool's row, and below it what it cannot say and what each parser stumbles over."""
    columns, below = [], []
    for events in (EIGHT, EASY):
        try:
            stumbles = _stumbles(tool, events, readers)
        except NotThereError as reason:
            yield f"{tool.name:<16}not there: {reason}"
            return
        columns.append(f"{len(readers) - len(stumbles)} of {len(readers)}")
        below += [f"{reader}: {stumble}" for reader, stumble in stumbles.items()]
    yield f"{tool.name:<16}{columns[0]:<16}{columns[1]:<20}"
    for event in EIGHT:
        if event not in tool.expressible(EIGHT):
            yield f"    cannot say: {event.title}"
    yield from (f"    {line}" for line in dict.fromkeys(below))


def _stumbles(tool: Tool, events: Sequence[HardEvent], readers: list[str]) -> dict[str, str]:
    """What each parser stumbles over in the tool's calendar; a parser that does not stumble is not there."""
    with tempfile.TemporaryDirectory() as folder:
        content = tool.write(tool.expressible(events), Path(folder) / tool.name)
        path = Path(folder) / "calendar.ics"
        path.write_bytes(content)
        found = {reader: _stumble(tool.due(events), read_all(reader, [path])[0]) for reader in readers}
    return {reader: stumble for reader, stumble in found.items() if stumble}


def _stumble(due: list[Entry], reading: Reading) -> str:
    """A complaint, or how many times, titles and places are not those of the events; empty when all is well."""
    if isinstance(reading, str):
        return " ".join(reading.split())[:100]
    read = {entry.uid: entry for entry in reading}
    wrong: Counter[str] = Counter()
    for entry in due:
        other = read.pop(entry.uid, None)
        if other is None:
            wrong["not read"] += 1
            continue
        wrong["at another time"] += (other.start, other.end) != (entry.start, entry.end)
        wrong["with another title"] += other.title != entry.title
        wrong["at another place"] += other.place != entry.place
    wrong["invented"] += len(read)
    return ", ".join(f"{count} {what}" for what, count in wrong.items() if count)


if __name__ == "__main__":
    main()
