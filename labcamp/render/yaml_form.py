"""Values as the YAML that people write here: short things on one line, texts in sentences, lists below their key."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap

import yaml

from labcamp.files.read import forbidden_sign
from labcamp.patterns import pattern_of

# As far as types go, any depth: a list or mapping of the same
Value = str | Sequence["Value"] | Mapping[str, "Value"]

# The keys of an event and of what stands in it, in the order in which a person reads them
ORDER = (
    "number", "id", "title", "subtitle", "theme", "status", "reason", "name", "role", "organisation", "street",
    "postcode", "city", "country", "online", "lat", "lon", "url", "file", "type", "day", "date", "start", "time",
    "minutes", "moved_from", "zone", "language", "uid", "place", "room", "access", "hosts", "partners", "moderation",
    "contact", "by", "summary", "teaser", "description", "topics", "registration", "agenda", "news", "newsletter",
    "attendance", "until", "seats", "price", "people", "labs", "note", "takeaways", "licence", "consent", "alt",
    "links", "agreed", "lessons", "done",
)  # fmt: skip
RANK = {key: rank for rank, key in enumerate(ORDER)}
# PyYAML would quote a date, for some programs read more than text from it; labcamp does not, and nobody types quotes.
FIGURES = pattern_of(r"[0-9]+(?:[-:./][0-9]+)*")
FIGURE_KEYS = {"number", "date", "time", "version", "since", "until", "day", "start", "minutes", "seats", "people"}
FIGURE_KEYS |= {"labs", "moved_from", "lat", "lon"}
DEGREES = pattern_of(r"-?[0-9]+(?:\.[0-9]+)?")
YES_OR_NO = {"online", "consent"}
WORDS = {"ja", "nein", "yes", "no", "true", "false"}
# What begins with a letter and means itself where no bracket is around it: most texts, and PyYAML takes its time
PLAIN = pattern_of(r"[^\W\d_](?:[^\s#:]|:(?=\S)|(?<=\S)#| (?=[^\s#]))*")
# A colon or a hash after which others read no text, as in most titles of others
COLON = pattern_of(r"(?:.*: .*|.* #.*)\S")
WHOLE_NUMBER = pattern_of(r"[1-9][0-9]*")
NO_TEXT = frozenset({"yes", "no", "true", "false", "on", "off", "null"})  # where others read more than text
IN_BRACKETS = frozenset(",[]{}")
WIDEST = 110  # letters of a line
STEP = "  "


def scalar(text: str) -> str:
    """A text as YAML in one line, quoted where YAML needs it."""
    if text.isprintable() and PLAIN.fullmatch(text) and text.lower() not in NO_TEXT:
        return text
    if WHOLE_NUMBER.fullmatch(text) or (text[:1].isalpha() and COLON.fullmatch(text) and text.isprintable()):
        return "'" + text.replace("'", "''") + "'"
    # As the value of a key, for alone PyYAML would end a plain text with `...`
    return str(yaml.safe_dump({"x": text}, allow_unicode=True, width=10**9)).removeprefix("x: ").rstrip("\n")


def written(key: str, value: Value) -> str:
    """The value of a key on one line: a text, or in brackets a list or mapping."""
    if isinstance(value, str):
        return _one(key, value)
    return _flow(key, value)


def _one(key: str, value: str) -> str:
    if (key in FIGURE_KEYS and (FIGURES.fullmatch(value) or DEGREES.fullmatch(value))) or (
        key in YES_OR_NO and value in WORDS
    ):
        return value
    return scalar(value)


def _flow(key: str, value: Value) -> str:
    """A value inside brackets, where commas and brackets in a text would end it."""
    if isinstance(value, str):
        text = _one(key, value)
        if text[:1] in "'\"" or ((text[:1].isalnum() or text[:1] == "-") and IN_BRACKETS.isdisjoint(text)):
            return text
        return _quoted(value)  # `?` begins a key there, too
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{name}: {_flow(name, each)}' for name, each in _ordered(value))}}}"
    return f"[{', '.join(_flow(key, each) for each in value)}]"


def _quoted(text: str) -> str:
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"


def _ordered(values: Mapping[str, Value]) -> list[tuple[str, Value]]:
    return sorted(values.items(), key=lambda entry: RANK.get(entry[0], len(RANK)))


def entries_of(values: Mapping[str, Value]) -> list[str]:
    """Each key of an event with its value, in the order of the house, as whole lines without the last line end."""
    return ["\n".join(_entry(key, value, "")) for key, value in _ordered(values)]


def _entry(key: str, value: Value, indent: str) -> Iterator[str]:
    """The lines of a key with its value: on one line where that is short enough, else below it."""
    if isinstance(value, str):
        yield from _text(key, value, indent)
        return
    if not _is_for_lines(value) and len(line := f"{indent}{key}: {_flow(key, value)}") <= WIDEST:
        yield line
        return
    yield f"{indent}{key}:"
    if isinstance(value, Mapping):
        for name, each in _ordered(value):
            yield from _entry(name, each, indent + STEP)
        return
    for each in value:
        yield from _item(key, each, indent + STEP)


def _is_for_lines(value: Value) -> bool:
    """Tell whether a value is easier to read below its key: a list of mappings, or what has one in it."""
    if isinstance(value, str):
        return "\n" in value
    if isinstance(value, Mapping):
        return any(_is_for_lines(each) or not isinstance(each, str) for each in value.values())
    return any(isinstance(each, Mapping) or _is_for_lines(each) for each in value)


def _item(key: str, value: Value, indent: str) -> Iterator[str]:
    """The lines of an item of a list: a person or a link on one line, a programme item below its dash."""
    if not isinstance(value, Mapping):
        yield f"{indent}- {written(key, value)}"
        return
    short = key != "agenda" and not _is_for_lines(value)
    if short and len(line := f"{indent}- {_flow(key, value)}") <= WIDEST:
        yield line
        return
    lines = [line for name, each in _ordered(value) for line in _entry(name, each, indent + STEP)]
    yield f"{indent}- {lines[0][len(indent) + 2 :]}"
    yield from lines[1:]


def _text(key: str, text: str, indent: str) -> Iterator[str]:
    """A text behind its key: several lines as they stand, a long one folded at blanks, where YAML can do that."""
    line = f"{indent}{key}: {_one(key, text)}" if "\n" not in text else ""
    plain = not set(text) & set("\t\r") and not forbidden_sign(text) and text == text.strip()
    if line and (len(line) <= WIDEST or not plain or "  " in text or " " not in text):
        yield line
    elif line:
        yield f"{indent}{key}: >"
        room = WIDEST - len(indent) - len(STEP)
        folded = wrap(text, room, break_long_words=False, break_on_hyphens=False)
        yield from (f"{indent}{STEP}{each}" for each in folded)
    elif plain:
        yield f"{indent}{key}: |"
        yield from (f"{indent}{STEP}{each}".rstrip() if each.strip() else "" for each in text.split("\n"))
    else:
        yield f"{indent}{key}: {scalar(text)}"


def as_read(value: Value) -> Value:
    """A value as it is read again: a text of several lines has one line end more, which no one sees."""
    if isinstance(value, str):
        return "\n".join(line.rstrip() for line in value.rstrip("\n").split("\n"))
    if isinstance(value, Mapping):
        return {key: as_read(each) for key, each in value.items()}
    return [as_read(each) for each in value]
