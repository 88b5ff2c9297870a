"""Lists of small groups as text: each room to read out, a line a person for the chat, pairs."""

from collections.abc import Iterator, Sequence

from labcamp.files.markdown import escaped
from labcamp.model.artefact import Artefact
from labcamp.render.facts import marked
from labcamp.render.groups.told import Hall, Told
from labcamp.render.stage import artefact


def rooms(told: Told) -> Iterator[Artefact]:
    """Who is at which table in each round, to be read out: `rooms.txt`, and `rooms.md` to be pasted."""
    event, heading = told.facts.event, heading_of(told, "rooms")
    text, markdown = [heading, *_notice(told)], [f"# {escaped(heading)}", *map(escaped, _notice(told))]
    for each in told.rounds:
        text.append(each.label)
        markdown.append(f"## {escaped(each.label)}")
        for hall in told.halls:
            tables = _tables(told, each.number - 1, hall)
            text.append("\n".join([*filter(None, (hall.name,)), *(f"{name}: {who}" for name, who in tables)]))
            markdown += [f"### {escaped(hall.name)}"] if hall.name else []
            markdown.append("\n".join(f"- **{escaped(name)}:** {escaped(who)}" for name, who in tables))
    yield artefact(event, "groups/rooms.txt", paragraphs(text))
    yield artefact(event, "groups/rooms.md", paragraphs(markdown))


def _tables(told: Told, round_: int, hall: Hall) -> list[tuple[str, str]]:
    """The tables of a hall at which anybody sits in a round, with their names."""
    named = ((told.table(table), ", ".join(told.at(round_, table, told.lines))) for table in hall.tables)
    return [(name, who) for name, who in named if who]


def chat(told: Told) -> Artefact:
    """A line a person to be pasted into the chat: `chat.txt`, and how people find each other in a video room."""
    words = told.facts.words
    about = [words("groups.legend"), words("groups.trick")] if told.online else [words("groups.legend")]
    lines = [f"{told.lines[who]}: {told.way_of(who)}" for who in told.by_name]
    return artefact(told.facts.event, "groups/chat.txt", paragraphs(["\n".join(about), "\n".join(lines)]))


def pairs(told: Told) -> Artefact:
    """Who talks with whom in each round of speed networking: `pairs.txt`."""
    say, parts = told.facts.words, [heading_of(told, "pairs"), *_notice(told)]
    for each in told.rounds:
        rows = [row for hall in told.halls for row in pairs_of(told, each.number - 1, hall, told.lines)]
        both = (f"{table}: {say('groups.both', one=one, other=other) if other else one}" for table, one, other in rows)
        parts.append("\n".join([each.label, *both]))
    return artefact(told.facts.event, "groups/pairs.txt", paragraphs(parts))


def pairs_of(told: Told, round_: int, hall: Hall, names: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Each table of a hall in a round, and the two who meet there; who is alone has a break."""
    for table in hall.tables:
        two = told.at(round_, table, names)
        if two:
            yield told.table(table) if len(two) > 1 else told.facts.words("groups.pause"), two[0], " ".join(two[1:])


def heading_of(told: Told, sort: str) -> str:
    """What a file is about, and that its event is not announced where it is a draft."""
    return marked(told.facts, told.facts.words(f"groups.{sort}_heading", title=told.facts.event.title))


def _notice(told: Told) -> list[str]:
    return [told.facts.notice] if told.facts.notice else []


def paragraphs(parts: list[str]) -> str:
    """Parts of a text with a blank line between."""
    return "\n\n".join(filter(None, parts)) + "\n"
