"""What an API has answered, as people save it: a page of a list, several in one file, or one thing alone."""

from collections.abc import Iterator, Mapping

from labcamp.exchange.schedules.foreign import Foreign, Json, Steps, keys_of, list_of, text_of
from labcamp.findings import Finding, Place, finding
from labcamp.patterns import pattern_of

COUNT = pattern_of("[0-9]{1,9}")
Thing = tuple[Steps, Mapping[str, Json]]


def things_in(foreign: Foreign) -> Iterator[Thing]:
    """Each mapping that stands alone, in a list, in a page, or under a key of a mapping of such, with its steps."""
    yield from _things(foreign.data, ())


def _things(value: Json, steps: Steps) -> Iterator[Thing]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _things(item, (*steps, index))
    elif isinstance(value, dict) and "results" in value:
        yield from _things(value["results"], (*steps, "results"))
    elif isinstance(value, dict) and ("name" in value or "title" in value or "submission" in value):
        yield steps, value
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from _things(child, (*steps, key))


def missing_pages(foreign: Foreign) -> Iterator[Finding]:
    """LC897 where a list has more than stands in the file: the rest is on other pages."""
    read: dict[str, int] = {}
    for page in (foreign.data, *list_of(foreign.data), *keys_of(foreign.data).values()):
        count = text_of(keys_of(page).get("count"))
        if COUNT.fullmatch(count):
            read[count] = read.get(count, 0) + len(list_of(keys_of(page).get("results")))
    for count, here in read.items():
        if here < int(count):
            yield finding("LC897", Place(foreign.name), here=here, count=int(count))
