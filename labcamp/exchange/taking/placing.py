"""What others call organisations, as ids of ours: the same, the nearest that is known, or a new one."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import count
from typing import NamedTuple

from labcamp.exchange.found import Left, Value
from labcamp.exchange.taking.differing import NEAR, plain_name
from labcamp.exchange.taking.matching import New
from labcamp.model import Organisation
from labcamp.model.near import closest
from labcamp.model.texts import YES, id_of
from labcamp.workspace import RESERVED

NAMING = ("hosts", "partners")  # keys of an event whose values are names of organisations

IdFor = Callable[[str, str], str | None]


class Proposal(NamedTuple):
    """Which organisation a name may stand for: its id, what it is called there, and whether it would be a new one."""

    name: str
    id: str
    called: str
    new: bool


class Named(NamedTuple):
    """The organisations that events name: the ids of those that are sure, by name, and what the others may be."""

    sure: Mapping[str, str]
    proposals: tuple[Proposal, ...]


def named_organisations(news: Iterable[New], organisations: Mapping[str, Organisation]) -> Named:
    """What each name stands for: an id, a name however it is written, else the nearest one or a new one."""
    known = {id_: organisation.name for id_, organisation in organisations.items()}
    plain = {plain_name(name): id_ for id_, name in reversed(known.items())}
    news = tuple(news)
    # Others have only names of who speaks, and an organisation can be one
    alone = dict.fromkeys(name for new in news for name in _alone(new.values))
    sure = {name: id_ for name in alone if (id_ := plain.get(plain_name(name)))}
    found: list[Proposal] = []
    for name in dict.fromkeys(name for new in news for name in _names(new.values)):
        if id_ := name if name in organisations else plain.get(plain_name(name)):
            sure[name] = id_
            continue
        proposal = _proposal(name, known, plain)
        found.append(proposal)
        known.setdefault(proposal.id, name)
        plain[plain_name(name)] = proposal.id
    return Named(sure, tuple(found))


def _proposal(name: str, known: Mapping[str, str], plain: Mapping[str, str]) -> Proposal:
    wanted = plain_name(name)
    near = closest(wanted, (each for each in plain if _figures(each) == _figures(wanted)), NEAR)
    if near:
        return Proposal(name, plain[near], known[plain[near]], new=False)
    base, taken = id_of(name), {*known, *RESERVED}
    free = (f"{base}-{number}" for number in count(2))
    return Proposal(name, base if base not in taken else next(id_ for id_ in free if id_ not in taken), name, new=True)


@lru_cache(maxsize=50_000)
def _figures(name: str) -> str:
    return "".join(filter(str.isdigit, name))


def _names(values: Mapping[str, Value]) -> Iterator[str]:
    """Each name of an organisation in the values of an event."""
    for key in NAMING:
        yield from (name for name in _items(values.get(key)) if isinstance(name, str))
    for people in (values.get("moderation"), *(_of_session(each) for each in _items(values.get("agenda")))):
        for person in _items(people):
            name = person.get("organisation") if isinstance(person, Mapping) else None
            if isinstance(name, str):
                yield name


def _alone(values: Mapping[str, Value]) -> Iterator[str]:
    """Each name of somebody who gives a session and of whom nothing else is said."""
    for session in _items(values.get("agenda")):
        for person in _items(_of_session(session)):
            name = person.get("name") if isinstance(person, Mapping) and len(person) == 1 else None
            if isinstance(name, str):
                yield name


def _of_session(session: Value) -> Value | None:
    return session.get("by") if isinstance(session, Mapping) else None


def _items(value: Value | None) -> Iterator[Value]:
    if value is None or isinstance(value, Mapping):
        return
    yield from [value] if isinstance(value, str) else value


def placed(new: New, ids: Mapping[str, str]) -> tuple[dict[str, Value], tuple[Left, ...]]:
    """The values of an event with the ids of its organisations, and the names of those that have none."""
    values = dict(new.values)
    left: list[Left] = []

    def id_for(name: str, key: str) -> str | None:
        if name not in ids:
            left.append(Left(new.found.place, key, name))
        return ids.get(name)

    for key in NAMING:
        if key in values:
            known = [id_for(name, key) for name in _items(values[key]) if isinstance(name, str)]
            values[key] = list(dict.fromkeys(id_ for id_ in known if id_))
    if "moderation" in values:
        values["moderation"] = [_person(each, id_for) for each in _items(values["moderation"])]
    if "agenda" in values:
        values["agenda"] = [_session(_alone_by_id(each, ids), id_for) for each in _items(values["agenda"])]
    if isinstance(place := values.get("place"), Mapping):
        values["place"] = _place(place)
    return {key: value for key, value in values.items() if value}, tuple(left)


def _place(place: Mapping[str, Value]) -> Value:
    """A place in short, as people write it: its name alone, or that it is online."""
    if set(place) == {"online"} and place["online"] in YES:
        return "online"
    return place["name"] if set(place) == {"name"} else place


def _alone_by_id(session: Value, ids: Mapping[str, str]) -> Value:
    """A session in which a name alone that is one of an organisation is no person."""
    if not isinstance(session, Mapping) or "by" not in session:
        return session
    return {**session, "by": [_by_id(each, ids) for each in _items(session["by"])]}


def _by_id(person: Value, ids: Mapping[str, str]) -> Value:
    name = person.get("name") if isinstance(person, Mapping) and len(person) == 1 else None
    return {"organisation": name} if isinstance(name, str) and name in ids else person


def _session(session: Value, id_for: IdFor) -> Value:
    if not isinstance(session, Mapping) or "by" not in session:
        return session
    people = [person for person in (_person(each, id_for) for each in _items(session["by"])) if person]
    return {key: people if key == "by" else value for key, value in session.items() if key != "by" or people}


def _person(person: Value, id_for: IdFor) -> Value:
    """A person with the id of the organisation; without it where that has none."""
    name = person.get("organisation") if isinstance(person, Mapping) else None
    if not isinstance(person, Mapping) or not isinstance(name, str):
        return person
    id_ = id_for(name, "organisation")
    return {
        key: id_ if key == "organisation" and id_ else value
        for key, value in person.items()
        if key != "organisation" or id_
    }
