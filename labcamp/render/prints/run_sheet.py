"""The run sheet of an event, minute by minute for those who run the day; it holds what is private."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from labcamp.check.agenda import clock, overlaps
from labcamp.model import Event, TimedSession
from labcamp.model.artefact import Artefact
from labcamp.model.private import Private
from labcamp.model.seating import Seating
from labcamp.model.texts import MINUTES_OF_A_DAY
from labcamp.planning.rounds import When, rounds_of, sides_of
from labcamp.render.dates import duration, listed
from labcamp.render.facts import Facts
from labcamp.render.prints.typesetting import printed
from labcamp.render.rows import people_in_words, room_of
from labcamp.render.stage import Stage, facts_of
from labcamp.render.words import Words

BEFORE = (60, 30, 15, 5)  # minutes before a day begins at which something has to be done
AFTER = ("people", "links", "thanks")
# Online, on site: what there is to prepare; where nothing is known of the place, all of it
WAYS = {(True, False): "online", (False, True): "on_site"}


@dataclass(frozen=True)
class Step:
    """A row of the sheet: when, for how long, what, who and where, and what is to be done, each with its label."""

    what: str
    time: str = ""
    length: str = ""
    where: str = ""
    cues: tuple[tuple[str, str], ...] = ()
    kind: str = "step"


def render(stage: Stage, event: Event, private: Private, *, groups: Seating | None = None) -> Iterator[Artefact]:
    """`<id>/run-sheet.pdf`, with telephone numbers and the way to join where the private file has them.

    Where groups are planned it has their rounds, and what to lay out for them.
    """
    facts = facts_of(stage, event)
    yield printed(stage, facts, "run-sheet.typ", "run-sheet.pdf", data(facts, private, groups))


def data(facts: Facts, private: Private, groups: Seating | None = None) -> dict[str, object]:
    """What the template is given."""
    words = facts.words
    return {
        "title": words("run_sheet.title", title=facts.event.heading),
        "heading": facts.event.heading,
        "internal": words("run_sheet.internal"),
        "notice": facts.notice,
        "when": facts.when,
        "facts": [(label, lines) for label, lines in _facts(facts, private) if lines],
        "note": _note(facts),
        "days": [] if facts.event.cancelled else list(_days(facts, groups)),
    }


def _facts(facts: Facts, private: Private) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What everybody who helps has to know, with a label each."""
    words, join = facts.words, private.join
    yield words("place.label"), _known(facts.venue)
    yield words("hosts.label"), _known(facts.hosts)
    yield words("run_sheet.moderation"), _known(facts.moderation)
    yield words("run_sheet.access"), _known(facts.event.access)
    passcode = words("calendar.passcode", passcode=join.passcode) if join.passcode else ""
    phone = words("calendar.phone", phone=join.phone) if join.phone else ""
    yield words("run_sheet.join"), _known(join.url, passcode, phone)
    reach = (", ".join(_known(each.role, each.name, each.phone)) for each in private.contacts)
    yield words("run_sheet.reach"), _known(*reach)


def _known(*texts: str | None) -> tuple[str, ...]:
    return tuple(text for text in texts if text)


def _note(facts: Facts) -> str:
    """That the times are missing, or all of the agenda; nothing of an event that does not take place."""
    if facts.event.cancelled or facts.timed:
        return ""
    return facts.words("run_sheet.order_only" if facts.days else "agenda.follows")


def _days(facts: Facts, groups: Seating | None) -> Iterator[dict[str, object]]:
    """Each day with its heading and its parts: what comes before, the sessions, and what comes after the last."""
    headings = {day.number: day.heading for day in facts.days} or {1: ""}
    for number, heading in headings.items():
        lay_out = _lay_out(facts, groups) if number == 1 else ()
        parts = {"before": (*lay_out, *_before(facts)), "during": _during(facts, number, groups)}
        if number == max(headings):
            parts["after"] = _after(facts)
        shown = (_part(facts, part, tuple(steps)) for part, steps in parts.items())
        yield {"heading": heading, "parts": [part for part in shown if part["steps"]]}


def _part(facts: Facts, name: str, steps: Sequence[Step]) -> dict[str, object]:
    """A part of a day with a label for each of its columns: what has no time, or nothing beside it, has none for it."""
    during, timed = name == "during", any(step.time or step.length for step in steps)
    told = not during or any(step.cues for step in steps)
    columns = {"tick": True, "when": timed, "what": during, "to_do": told}
    labels = {key: facts.words(f"run_sheet.{key}") for key, there in columns.items() if there}
    return {"title": facts.words(f"run_sheet.{name}"), "labels": labels, "steps": [asdict(step) for step in steps]}


def _before(facts: Facts) -> Iterator[Step]:
    words, way = facts.words, _way(facts)
    for minutes in BEFORE:
        time = clock((facts.event.time.start - minutes) % MINUTES_OF_A_DAY) if facts.event.time else ""
        length = words("run_sheet.earlier", minutes=minutes)
        yield Step(words(f"run_sheet.{way}_{minutes}"), time, length)


def _lay_out(facts: Facts, groups: Seating | None) -> Iterator[Step]:
    """What there is to prepare for groups, on site and online."""
    if groups is None:
        return
    words, sides, count = facts.words, {*sides_of(facts.event, groups)}, len(groups.rounds)
    rounds = words("run_sheet.groups_rounds" if count != 1 else "run_sheet.groups_round_one", count=count)
    on_site = words(f"run_sheet.{groups.sort}_on_site") if sides != {"online"} else ""
    online = words("run_sheet.groups_online") if sides != {"on-site"} else ""
    yield Step(words(f"run_sheet.{groups.sort}", rounds=rounds, what="; ".join(filter(None, (on_site, online)))))


def _rounds(facts: Facts, groups: Seating | None) -> dict[int, list[Step]]:
    """The rounds of groups, by the number of the session in which they are."""
    steps: dict[int, list[Step]] = {}
    if groups:
        for number, when in enumerate(rounds_of(facts.event, len(groups.rounds)), 1):
            steps.setdefault(when.session, []).append(_round(facts, groups, number, when))
    return steps


def _round(facts: Facts, groups: Seating, number: int, when: When) -> Step:
    """A round with its time, and the sheet that belongs to it."""
    words, sides = facts.words, {*sides_of(facts.event, groups)}
    start = None if when.start is None else when.start % MINUTES_OF_A_DAY
    end = start + when.minutes if start is not None and when.minutes else None
    length = duration(when.minutes, words) if when.minutes else ""
    page = words("run_sheet.groups_page", number=number) if sides != {"online"} and groups.sort == "groups" else ""
    rooms = words("run_sheet.groups_open") if sides != {"on-site"} else ""
    what = words("run_sheet.groups_round", number=number)
    return Step(what, _span(start, end), length, " · ".join(_known(page, rooms)))


def _way(facts: Facts) -> str:
    place = facts.event.place
    return WAYS.get((place.online, place.on_site), "hybrid") if place else "hybrid"


def _during(facts: Facts, number: int, groups: Seating | None) -> Iterator[Step]:
    """The sessions of a day with the rounds of groups in them, and the time that nothing is planned for."""
    hours = facts.event.time
    free, closing = (hours.start, hours.end) if hours else (None, None)
    rounds, of_day = _rounds(facts, groups), enumerate(facts.event.timetable)
    numbered = [(index, timed) for index, timed in of_day if timed.day == number]
    sessions, told = [timed for _, timed in numbered], set[str]()
    for index, timed in numbered:
        yield from _buffer(facts, free, timed.start)
        yield _session(facts, timed, sessions, told)
        yield from rounds.get(index, ())
        free = None if timed.end is None else max(timed.end, free or 0)
    if sessions:
        yield from _buffer(facts, free, closing)
    if free is not None and closing is not None and free > closing:
        values = {"ends": clock(free), "end": clock(closing), "minutes": free - closing}
        yield Step(facts.words("run_sheet.too_long", **values), kind="warning")


def _buffer(facts: Facts, start: int | None, end: int | None) -> Iterator[Step]:
    if start is not None and end is not None and start < end:
        length = duration(end - start, facts.words)
        yield Step(facts.words("run_sheet.buffer"), _span(start, end), length, kind="buffer")


def _span(start: int | None, end: int | None) -> str:
    return "–".join(clock(minutes) for minutes in (start, end) if minutes is not None)


def _session(facts: Facts, timed: TimedSession, others: Sequence[TimedSession], told: set[str]) -> Step:
    """A session with who and where, what runs at the same time, and what those who moderate do.

    What is usual for its type is said once: `told` are the types of which it has been said.
    """
    words, session, beside = facts.words, timed.session, _beside(facts, timed, others)
    return Step(
        session.title,
        _span(timed.start_on_clock, timed.end) if timed.start is not None else "",
        duration(session.minutes, words) if session.minutes else "",
        " · ".join(_known(people_in_words(session.by, words), room_of(session.room or "", words), *beside)),
        tuple(_cues(facts, timed, told)),
        "pause" if session.type == "break" else "session",
    )


def _beside(facts: Facts, timed: TimedSession, others: Sequence[TimedSession]) -> Iterator[str]:
    """What runs at the same time: elsewhere, and in the same room, where it should not."""
    together = [other for other in others if other is not timed and overlaps(timed, other)]
    short = short_titles([each.session.title for each in (timed, *together)])[1:]
    same = [other.session.room == timed.session.room for other in together]
    for key, wanted in (("beside", False), ("overlaps", True)):
        if titles := [title for title, there in zip(short, same, strict=True) if there is wanted]:
            yield facts.words(f"run_sheet.{key}", title=together_in_words(titles, facts.words))


def short_titles(titles: Sequence[str]) -> list[str]:
    """Titles without what comes after a colon, where that tells them apart: `Workshop 1` of `Workshop 1: Karten`."""
    short = [title.partition(":")[0].strip() for title in titles]
    return short if len({*short}) == len(titles) else list(titles)


def together_in_words(titles: Sequence[str], words: Words) -> str:
    """`Workshop 1, 2 und 3` of titles that differ in their number alone, else `A, B und C`."""
    parted = [title.rpartition(" ") for title in titles]
    names = {name for name, _, _ in parted}
    if len(titles) > 1 and len(names) == 1 and all(number.isdigit() for _, _, number in parted):
        return f"{names.pop()} {listed([number for _, _, number in parted], words)}".strip()
    return listed(titles, words)


def _cues(facts: Facts, timed: TimedSession, told: set[str]) -> Iterator[tuple[str, str]]:
    """What is to be done: what the file says, and what is usual at the start and end of such a session."""
    words, session = facts.words, timed.session
    if session.cue:
        yield words("run_sheet.cue"), session.cue
    if "type" in session.model_fields_set and session.type not in told:  # without a type nobody has said what it is
        told.add(session.type)
        for moment in ("begin", "end"):
            yield words(f"run_sheet.{moment}"), words(f"run_sheet.{session.type}_{moment}")


def _after(facts: Facts) -> Iterator[Step]:
    words = facts.words
    for key in AFTER:
        yield Step(words(f"run_sheet.after_{key}"), where=facts.feedback if key == "thanks" else "")
    yield Step(words(f"run_sheet.after_{_way(facts)}"))
