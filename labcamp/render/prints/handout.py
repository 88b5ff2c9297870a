"""The handout of an event as a PDF on A4."""

from collections.abc import Iterator, Sequence

from labcamp.artefact import Artefact
from labcamp.model import Event, Session, TimedSession
from labcamp.render.facts import Facts
from labcamp.render.pictures import qr
from labcamp.render.prints.common import printed
from labcamp.render.prints.prose import Line, Piece, blocks, linked
from labcamp.render.prints.rooms import Cell, Stretch, stretches
from labcamp.render.rows import people_by_lab, room_of, row_of
from labcamp.render.sentences import Sentences
from labcamp.render.stage import facts_of, stage_of
from labcamp.workspace import Workspace

SHORT = 70  # lines as they are counted here; that many fill nine tenths of a page at most


def render(workspace: Workspace, events: Sequence[Event], *, notes: bool = False) -> Iterator[Artefact]:
    """The handouts of events: `agenda.pdf` of each, with lines to write on if wanted."""
    stage = stage_of(workspace)
    for event in events:
        facts = facts_of(stage, event)
        yield printed(stage, facts, "handout.typ", "agenda.pdf", data(facts, notes=notes))


def data(facts: Facts, *, notes: bool = False) -> dict[str, object]:
    """What the template is given; where it is `short`, it fits on a page at ease, and nothing has to be measured."""
    event, words = facts.event, facts.words
    target = Sentences(facts).leads_to
    return {
        "heading": event.theme or event.title,
        "number": "" if event.number is None else f"#{event.number}",
        "number_says": event.title,
        "notice": facts.notice,
        "when": facts.when,
        "where": where(facts),
        "summary": event.summary or "",
        "days": [{"heading": day.heading, "parts": _parts(facts, day.number)} for day in facts.days],
        "labels": _labels(facts),
        "follows": words("agenda.follows") if facts.upcoming and not facts.days else "",
        "about": blocks(facts.description) if not facts.upcoming and not facts.days else (),
        "paragraphs": _paragraphs(facts),
        "after": {"title": words("past.links" if facts.held else "handout.after"), "lines": _after(facts)},
        "qr": qr(target.url) if target else "",
        "qr_says": words("print.code", address=target.url) if target else "",
        "qr_title": target.title if target else "",
        "notes": words("handout.notes") if notes else "",
        "short": not notes and _lines(facts) < SHORT,
    }


def _lines(facts: Facts) -> float:
    """About how many lines the handout has, counted generously: each part by the letters that a line of it holds."""
    event = facts.event
    rows = sum(max(_lines_of_names(session), _lines_of_text(session)) + 3 for session in event.agenda)
    about = len(facts.description) / 60 + 3 * facts.description.count("\n\n") if not facts.days else 0
    head = len(event.theme or event.title) / 10 + len(f"{facts.notice}{facts.when}{where(facts)}{event.summary}") / 50
    after = sum(sum(len(piece.text) for piece in line) / 45 + 1 for line in _after(facts))
    paragraphs = sum(len(text) / 60 + 2 for text in _paragraphs(facts))
    return 10 + head + rows + 4 * len(facts.days) + about + paragraphs + max(after, 8)


def _lines_of_names(session: Session) -> float:
    people = ((who.name or "", who.role or "", who.organisation.name if who.organisation else "") for who in session.by)
    return sum(len("".join(texts)) / 15 + 2 for texts in people)


def _lines_of_text(session: Session) -> float:
    notes = sum(len(text) / 35 + 1 for text in session.takeaways)
    links = sum(len(link.label + link.url) / 35 + 1 for link in session.links)
    return len(session.title) / 30 + len(session.teaser or "") / 40 + 2 + notes + links


def where(facts: Facts) -> str:
    """Place and hosts on one line."""
    hosts = facts.words("hosts.line", hosts=facts.hosts) if facts.hosts else ""
    return " · ".join(filter(None, (facts.place, hosts)))


def _labels(facts: Facts) -> dict[str, str]:
    """What stands above the columns; nothing above one that would be empty."""
    words, somebody = facts.words, any(session.by for session in facts.event.agenda)
    return {
        "time": words("agenda.time") if facts.timed else "",
        "what": words("agenda.what"),
        "who": words("agenda.who") if somebody else "",
    }


def _parts(facts: Facts, day: int) -> list[dict[str, object]]:
    """A day as tables: sessions one after the other, and stretches of time with a column for each room."""
    parts: list[dict[str, object]] = []
    rows: list[dict[str, object]] = []
    for part in stretches([timed for timed in facts.event.timetable if timed.day == day]):
        if isinstance(part, Stretch):
            parts += [{"rows": rows}] if rows else []
            parts.append(_stretch(facts, part))
            rows = []
        else:
            rows.append(_row(facts, part))
    return [*parts, {"rows": rows}] if rows else parts


def _stretch(facts: Facts, stretch: Stretch) -> dict[str, object]:
    rooms = [room_of(room, facts.words) for room in stretch.rooms]
    return {"rooms": rooms, "lines": [[_cell(facts, cell) for cell in line] for line in stretch.lines]}


def _cell(facts: Facts, cell: Cell) -> dict[str, object]:
    return {"span": cell.span, "rows": [_row(facts, timed) for timed in cell.sessions]}


def _row(facts: Facts, timed: TimedSession) -> dict[str, object]:
    row = row_of(timed, facts.words)
    links = [linked(f"{title}:", url) for title, url in row.links]
    return row._asdict() | {"who": people_by_lab(timed.session.by, facts.words), "links": links}


def _paragraphs(facts: Facts) -> tuple[str, ...]:
    """What else is good to know: who moderates, and what helps people to take part."""
    moderation = facts.words("agenda.moderation", moderation=facts.moderation) if facts.moderation else ""
    return tuple(filter(None, (moderation, Sentences(facts).access)))


def _after(facts: Facts) -> tuple[Line, ...]:
    """How to register, who came, what can be read and where, and whom to ask."""
    say, words = Sentences(facts), facts.words
    places = (
        (words("newsletter.archive"), facts.series.archive),
        (words("newsletter.homepage", series=facts.series.title), facts.series.homepage),
    )
    return (
        *((linked(say.how_to_register, facts.button),) if facts.button else ()),
        *(((Piece(facts.attendance),),) if facts.held and facts.attendance else ()),
        *(linked(f"{link.label}:", link.url) for link in facts.links),
        *(linked(f"{title}:", url) for title, url in places if url),
        *_question(say),
    )


def _question(say: Sentences) -> tuple[Line, ...]:
    """Whom to ask, with the address as a link."""
    if not (email := say.contact.email):
        return ()
    name = say.contact.name
    key = "contact.question_name" if name else "contact.question"
    text = say.facts.words(key, **({"name": name} if name else {}), email=email)
    before, _, after = text.partition(email)
    return ((Piece(before), Piece(email, f"mailto:{email}"), Piece(after)),)
