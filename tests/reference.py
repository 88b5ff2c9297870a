"""The reference of all keys in the guide, out of what editors are told: `python tests/reference.py` writes it anew.

What stands on the two pages above the mark is written by hand.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from guide import path_of

from labcamp.render.schema import EXAMPLES, SCHEMAS, schema
from labcamp.texts import meanings, read

PAGES = {"de": path_of("schluessel", "de"), "en": path_of("keys", "en")}
MARK = "<!-- what follows is made by tests/reference.py -->\n"
WHERE = {
    "event": "events/labcamp-12.yaml",
    "series": "events/series.yaml",
    "organisations": "events/organisations.yaml",
    "topics": "events/topics.yaml",
    "private": "private/labcamp-12.yaml",
    "paper": "events/papers/2027.yaml",
}
BY_IDS = ("organisations", "topics")  # keys of their own, and below each a thing
WORDS = {
    "de": {"needed": "Nötig.", "such": "Etwa"},
    "en": {"needed": "Required.", "such": "Such as"},
}


def reference(language: str) -> str:
    """All keys of all files, with what they mean."""
    parts = ["\n".join(_file(name, language)) for name in SCHEMAS]
    return "\n".join(parts)


def _file(name: str, language: str) -> Iterator[str]:
    """A file with its keys, and what stands below them, each thing under the keys that lead to it."""
    whole = schema(name)
    heading, about = read(f"keys/{name}", language).removeprefix("# ").partition("\n")[0], meanings(language)[name]
    yield from (f"## {heading}", "", f"`{WHERE[name]}`: {about}", "")
    things = whole.get("$defs", {})
    one, of = (whole["additionalProperties"]["anyOf"][1], name.removesuffix("s")) if name in BY_IDS else (whole, name)
    yield from _keys(of, one, language)
    keys = [key for each in (one, *things.values()) for key in each["properties"]]
    leading_to = {
        thing: sorted({key for each in (one, *things.values()) for key in _leading(each, thing)}, key=keys.index)
        for thing in things
    }
    for thing, leading in sorted(leading_to.items(), key=lambda each: keys.index(each[1][0])):
        titles = ", ".join(f"`{key}`" for key in leading)
        yield from (f"### {titles}", "", meanings(language)[thing.lower()], "")
        yield from _keys(thing.lower(), things[thing], language)


def _leading(definition: Mapping[str, Any], thing: str) -> Iterator[str]:
    """The keys of a definition below which a thing stands."""
    for key, value in definition["properties"].items():
        if f"#/$defs/{thing}'" in str(value):
            yield key


def _keys(thing: str, definition: Mapping[str, Any], language: str) -> Iterator[str]:
    """A row for each key, and one below it for each of its values."""
    means = meanings(language)
    for key in definition["properties"]:
        needed = [WORDS[language]["needed"]] if key in definition.get("required", ()) else []
        yield f"- `{key}`: {' '.join([means[f'{thing}.{key}'], *needed, *_examples(f'{thing}.{key}', language)])}"
        for value, text in means.items():
            if value.startswith(f"{thing}.{key}."):
                yield f"  - `{value.removeprefix(f'{thing}.{key}.')}`: {text}"
    yield ""


def _examples(name: str, language: str) -> list[str]:
    """What could stand behind a key, in a sentence; nothing where its meaning says so already."""
    typed = [_typed(each) for each in EXAMPLES.get(name, ())]
    if not typed or all(text in meanings(language)[name] for text in typed):
        return []
    return [f"{WORDS[language]['such']} {', '.join(f'`{text}`' for text in typed)}."]


def _typed(value: object) -> str:
    """A value as people type it behind a key."""
    text = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10_000)
    text = text.removesuffix("...\n").strip()
    return re.sub(r"'([^']*)'", r'"\1"' if "#" in text else r"\1", text)


def page(path: Path, language: str) -> str:
    """A page as it is to be: what is written by hand, the mark, all keys."""
    head, _, _ = path.read_text("utf-8").partition(MARK)
    return f"{head}{MARK}\n{reference(language)}".rstrip() + "\n"


if __name__ == "__main__":
    for language, path in PAGES.items():
        path.write_text(page(path, language), "utf-8")
