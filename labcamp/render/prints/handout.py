"""The handout to be printed: the agenda in columns, and texts out of Markdown."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from labcamp.files.markdown import tokens
from labcamp.model import Event, Session
from labcamp.model.artefact import Artefact
from labcamp.render.facts import Facts
from labcamp.render.grid import Cell
from labcamp.render.pictures import qr
from labcamp.render.prints.typesetting import printed_once
from labcamp.render.rows import Day, Row, takeaways_of
from labcamp.render.sentences import Sentences
from labcamp.render.stage import Stage, facts_of
from labcamp.render.words import Words

SHORT = 70  # lines as they are counted here; that many fill nine tenths of a page at most

LINE_KINDS = {"list_item_open": "list", "heading_open": "heading"}  # what a line is, by what it stands in


def render(stage: Stage, events: Sequence[Event], *, notes: bool = False) -> Iterator[Artefact]:
    """The handouts of events: `agenda.pdf` of each, with lines to write on if wanted."""
    for event in events:
        key = f"{event.id}/agenda.pdf{' with notes' if notes else ''}"
        if key not in stage.singles:
            facts = facts_of(stage, event)
            made = printed_once(stage, facts, "handout.typ", "agenda.pdf", data(facts, notes=notes))
            stage.singles[key] = (made,)
        yield from stage.singles[key]


def data(facts: Facts, *, notes: bool = False) -> dict[str, object]:
    """What the template is given; where it is `short`, it fits on a page at ease, and nothing has to be measured."""
    event, words = facts.event, facts.words
    target = Sentences(facts).leads_to
    return {
        "heading": event.theme or event.title,
        "number": "" if event.number is None else f"#{event.number}",
        "number_says": event.title,
        "overhang": facts.overhang,
        "notice": facts.notice,
        "when": ", ".join(filter(None, (facts.date, facts.hours.replace(" ", "\u00a0")))),
        "where": where(facts),
        "summary": event.summary or "",
        "days": [_day(day) for day in facts.days],
        "labels": _labels(facts),
        "follows": words("agenda.follows") if facts.upcoming and not facts.days else "",
        "about": blocks(facts.description) if not facts.upcoming and not facts.days else (),
        "paragraphs": _paragraphs(facts),
        "after": {"title": words("past.links" if facts.held else "handout.after"), "lines": _after(facts)},
        "qr": qr(target.url) if target else "",
        "qr_says": words("print.code", address=target.url) if target else "",
        "qr_title": target.title if target else "",
        "notes": words("handout.notes") if notes else "",
        "short": not notes and not any(day.table for day in facts.days) and _lines(facts) < SHORT,
    }


def _lines(facts: Facts) -> float:
    """About how many lines the handout has, counted generously: each part by the letters that a line of it holds."""
    event = facts.event
    rows = sum(max(_lines_of_names(session), _lines_of_text(session, facts.words)) + 3 for session in event.agenda)
    about = len(facts.description) / 60 + 3 * facts.description.count("\n\n") if not facts.days else 0
    head = len(event.theme or event.title) / 10 + len(f"{facts.notice}{facts.when}{where(facts)}{event.summary}") / 50
    after = sum(sum(len(piece.text) for piece in line) / 45 + 1 for line in _after(facts))
    paragraphs = sum(len(text) / 60 + 2 for text in _paragraphs(facts))
    return 10 + head + rows + 4 * len(facts.days) + about + paragraphs + max(after, 8)


def _lines_of_names(session: Session) -> float:
    people = ((who.name or "", who.role or "", who.organisation.name if who.organisation else "") for who in session.by)
    return sum(len("".join(texts)) / 15 + 2 for texts in people)


def _lines_of_text(session: Session, words: Words) -> float:
    notes = sum(len(text) / 35 + 1 for text in takeaways_of(session, words))
    links = sum(len(link.label + link.address) / 35 + 1 for link in session.links)
    return len(session.title) / 30 + len(session.teaser or "") / 40 + 2 + notes + links


def where(facts: Facts) -> str:
    """Place and hosts on one line, or with the dot at the end of the first."""
    hosts = facts.words("hosts.line", hosts=facts.hosts) if facts.hosts else ""
    return "\u00a0· ".join(filter(None, (facts.place, hosts)))


def _labels(facts: Facts) -> dict[str, str]:
    """What stands above the columns; nothing above one that would be empty."""
    words, somebody = facts.words, any(row.who for day in facts.days if not day.table for row in day.rows)
    return {
        "time": words("agenda.time") if facts.timed else "",
        "what": words("agenda.what"),
        "who": words("agenda.who") if somebody else "",
    }


def _day(day: Day) -> dict[str, object]:
    """A day as a table: its columns beside the time, and its lines of cells; or its rows, one after the other."""
    if day.table is None:
        return {"heading": day.heading, "rows": [_row(row) for row in day.rows]}
    lines = [line._asdict() | {"cells": [_cell(cell) for cell in line.cells]} for line in day.table.lines]
    return {"heading": day.heading, **day.table._asdict(), "lines": lines}


def _cell(cell: Cell[Row]) -> dict[str, object]:
    return {"rows": [_row(row) for row in cell.sessions], "down": cell.down, "across": cell.across}


def _row(row: Row) -> dict[str, object]:
    return row._asdict() | {"who": row.people, "links": [linked(f"{title}:", url) for title, url in row.links]}


def _paragraphs(facts: Facts) -> tuple[str, ...]:
    """What else is good to know: who moderates, and what helps people to take part."""
    moderation = facts.words("agenda.moderation", moderation=facts.moderation) if facts.moderation else ""
    return tuple(filter(None, (moderation, Sentences(facts).access)))


class Piece(NamedTuple):
    """A part of a line, which may be strong, or lead somewhere."""

    text: str
    url: str = ""
    strong: bool = False


Line = tuple[Piece, ...]


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
        *(linked(f"{link.label}:", link.address) for link in facts.where_to_read),
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


class Block(NamedTuple):
    """A `heading`, a `paragraph`, or the items of a `list`: one line or several."""

    kind: str
    lines: tuple[Line, ...]


def linked(text: str, url: str) -> Line:
    """A text, and behind it the address as it is typed, for on paper nobody can follow a link."""
    return Piece(f"{text} "), Piece(typed(url), url)


def typed(url: str) -> str:
    """An address as somebody types it: `example.org/archiv`."""
    return url.removeprefix("https://").removeprefix("http://").removeprefix("mailto:").rstrip("/")


def blocks(markdown: str) -> tuple[Block, ...]:
    """Markdown as blocks; emphasis of either sort is strong, and what stands in lists is one list."""
    lines = list(_lines_of_blocks(markdown))
    return tuple(
        block
        for kind, some in groupby(lines, key=lambda each: each[0])
        for block in _together(kind, tuple(line for _, line in some))
    )


def _together(kind: str, lines: tuple[Line, ...]) -> Iterator[Block]:
    return iter((Block(kind, lines),)) if kind == "list" else (Block(kind, (line,)) for line in lines)


def _lines_of_blocks(markdown: str) -> Iterator[tuple[str, Line]]:
    """Each line with the kind of block in which it stands."""
    inside: list[str] = []
    for token in tokens(markdown):
        if token.nesting > 0:
            inside.append(token.type)
        elif token.nesting < 0:
            inside.pop()
        elif token.type in {"inline", "fence", "code_block"}:
            line = tuple(_pieces(token.children)) if token.type == "inline" else (Piece(token.content.rstrip()),)
            yield next((kind for outer, kind in LINE_KINDS.items() if outer in inside), "paragraph"), line


def _pieces(children: Any) -> Iterator[Piece]:
    strong, url, said = 0, "", ""
    for token in children:
        if token.type in {"strong_open", "em_open", "strong_close", "em_close"}:
            strong += token.nesting
        elif token.type == "link_open":
            url, said = token.attrs["href"], ""
        elif token.type == "link_close":
            if said != url:
                yield from (Piece(" ("), Piece(typed(url), url), Piece(")"))
            url = ""
        elif token.type in {"softbreak", "hardbreak"}:
            yield Piece(" " if token.type == "softbreak" else "\n")
        else:
            said += token.content
            yield Piece(token.content, url, strong > 0)
