"""Events out of files of others as files of ours: written, read again, and checked before they come to the disk."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from labcamp.check import check_event
from labcamp.exchange.found import Left, Revision, Value
from labcamp.exchange.taking.matching import New, Unclear
from labcamp.exchange.taking.placing import placed
from labcamp.files.read import Source, Steps
from labcamp.findings import Finding, LabcampError
from labcamp.model import Event
from labcamp.model.artefact import Artefact
from labcamp.model.entries import event_entries, uid_from
from labcamp.model.ledger import Ledger, Record
from labcamp.model.texts import Days, days_of
from labcamp.render.event_file import NewEvent, event_file_read
from labcamp.render.templates import Templates
from labcamp.workspace import Workspace

PASSES = 8  # as deep as values stand in each other
SENSE = "LC3"  # what a person decides
ALL: set[Steps] = {(), ("title",), ("number",), ("date",)}  # without these it is no event
WHOLE = {"title", "url", "consent"}  # a link or a programme item without it is none


@dataclass(frozen=True)
class Origin:
    """Where events come from, in words of a language: `text` takes the place in which one stood."""

    templates: Templates
    workspace: Workspace
    ids: Mapping[str, str]  # of organisations, by what others call them
    texts: Mapping[str, str]


@dataclass(frozen=True)
class TakenOver:
    """An event as it will be written: its file, what it is, what calendars know of it, and what found no place.

    `findings` are those that a person has to decide on: a programme that does not fit into its hours.
    """

    artefact: Artefact
    event: Event
    ledger: Ledger
    left: tuple[Left, ...]
    findings: tuple[Finding, ...]


def taken_over(origin: Origin, new: New) -> TakenOver | Unclear:
    """The file of a new event in our form; unclear where nothing of it can be read again.

    A value that no event file may have is left over, for a person to look at.
    """
    values, unplaced = placed(new, origin.ids)
    values = _standing(origin.workspace, new, values)
    left = [*new.found.left, *unplaced]
    for _ in range(PASSES):
        try:
            artefact, source = event_file_read(origin.templates, _file(origin, new, values))
        except LabcampError:
            break
        event, findings = check_event(new.id, source, **origin.workspace.known)
        told = tuple(found for found in findings if not found.advice)
        wrong = [found for found in told if not found.code.startswith(SENSE)]
        if event and not wrong:
            ledger = _ledger(origin.workspace, event, new.found.revision)
            return TakenOver(artefact, event, ledger, tuple(left), told)
        paths = {_path(source, found) for found in wrong}
        if not paths or any(path[:1] == path and path[:1] in ALL for path in paths):
            break
        for path in _outermost(paths):
            values, text = _without(values, path)
            left.append(Left(new.found.place, _name(path), text))
    return Unclear(new.found, "not_readable")


def _file(origin: Origin, new: New, values: Mapping[str, Value]) -> NewEvent:
    """What the file says: its first lines, and the values."""
    series = origin.workspace.series
    heading = str(values.get("title") or series.title_of(str(values.get("number"))))
    if "theme" in values:
        heading = f"{heading}: {values['theme']}"
    place = new.found.place
    where = origin.texts["origin_line" if place.line else "origin"]
    text = where.format(file=place.path.rpartition("/")[2], line=place.line, day=origin.workspace.today.isoformat())
    return NewEvent(new.id, heading, series.language, values, origin=text)


def _standing(workspace: Workspace, new: New, values: Mapping[str, Value]) -> dict[str, Value]:
    """The values with how the event stands, without what the series says already or its id gives."""
    series = workspace.series
    days = days_of(str(values["date"]))
    status = "confirmed" if _is_over(days, workspace.today) else "draft"
    same = {"zone": series.zone, "language": series.language}
    kept = {key: value for key, value in values.items() if key != "uid" and value != same.get(key)}
    uid = new.found.revision.uid if new.found.revision else values.get("uid")
    if isinstance(uid, str) and uid not in {"", uid_from(new.id, series), uid_from(new.id, series, "1")}:
        kept["uid"] = uid
    return {"status": status} | kept


def _is_over(days: Days, today: dt.date) -> bool:
    return days.last < today if days.last else (days.year, days.month) < (today.year, today.month)


def _ledger(workspace: Workspace, event: Event, revision: Revision | None) -> dict[str, Record]:
    """What calendars know of an event to come, so that nothing that comes later is lower; nothing of one that is over.

    Where our entries are single days, the first continues what was one entry over all of them.
    """
    if revision is None or event.is_past(workspace.today) or not event.days:
        return {}
    stamp = revision.stamp or dt.datetime.combine(workspace.today, dt.time(), dt.UTC)
    entries = list(event_entries(event, workspace.series).items())
    (_, first), *others = entries
    sequence = revision.sequence + (len(entries) > 1)
    stamp = stamp.astimezone(dt.UTC).replace(microsecond=0)
    records = {revision.uid: Record(first, sequence, stamp)}
    return records | {uid: Record(entry, sequence, stamp) for uid, entry in others}


def _path(source: Source, found: Finding) -> Steps:
    """Where in the data something is wrong: a value that begins there, one whose key does, or that goes on there."""
    at = (found.line - 1, found.column - 1)
    starts = {(span.start.line, span.start.column): path for path, span in source.spans.items()}
    keys = {(span.key.line, span.key.column): path for path, span in source.spans.items() if span.key is not None}
    before = max((start for start in starts if start <= at), default=at)
    path = starts.get(at) or keys.get(at) or starts.get(before, ())
    return path[:-1] if path[-1:] and path[-1] in WHOLE and isinstance(path[-2:][0], int) else path


def _outermost(paths: set[Steps]) -> Iterator[Steps]:
    """The paths but for those inside of another; the last item of a list first, for the others keep their numbers."""
    ordered = sorted(
        paths, key=lambda path: [(step, "") if isinstance(step, int) else (0, step) for step in path], reverse=True
    )
    for path in ordered:
        if not any(path[:length] in paths for length in range(1, len(path))):
            yield path


def _without(value: Mapping[str, Value], path: Steps) -> tuple[dict[str, Value], str]:
    """Values without the one at a path, and what it said."""
    values = dict(value)
    name, *rest = path
    if not rest:
        return values, _said(values.pop(str(name), ""))
    below, text = _without_below(values[str(name)], tuple(rest))
    values[str(name)] = below
    return {key: each for key, each in values.items() if each}, text


def _without_below(value: Value, path: Steps) -> tuple[Value, str]:
    if isinstance(value, Mapping):
        return _without(value, path)
    items: list[Value] = [value] if isinstance(value, str) else list(value)
    index, *rest = path
    if not isinstance(index, int) or not 0 <= index < len(items):
        return "", _said(value)
    if not rest:
        text = _said(items.pop(index))
        return items, text
    items[index], text = _without_below(items[index], tuple(rest))
    return [each for each in items if each], text


def _said(value: Value) -> str:
    """All texts of a value on one line."""
    if isinstance(value, str):
        return value
    return ", ".join(map(_said, value.values() if isinstance(value, Mapping) else value))


def _name(path: Steps) -> str:
    """How a person is told where a value stood: `agenda 3 links 1 url`."""
    return " ".join(str(step + 1) if isinstance(step, int) else step for step in path)
