"""From text, lists and mappings to the model: each thing that does not fit becomes a finding at its place."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from labcamp.files.read import Source
from labcamp.findings import Finding, finding
from labcamp.model import Organisation, Topic
from labcamp.model.near import closest
from labcamp.model.series import DEFINED, FILE_NAME
from labcamp.model.texts import A_DOZEN, a_few
from labcamp.model.zones import zones

Model = TypeVar("Model", bound=BaseModel)
Organisations = Mapping[str, Organisation]
Topics = Mapping[str, Topic]
Known = Mapping[str, Mapping[str, object]]  # what a file may name by its id, by the file that defines it

# pydantic's error type → our code; types that begin with LC come from our own parsers and are codes already
CODES = {
    "missing": "LC201",
    "extra_forbidden": "LC202",
    "string_type": "LC203",
    "tuple_type": "LC204",
    "model_type": "LC205",
    "model_attributes_type": "LC205",
    "dict_type": "LC205",
    "literal_error": "LC209",
    "string_too_short": "LC219",
}
# The last step to what is wrong with a key itself: with an id, which is a key, or with a key of any name
OF_KEY = ((FILE_NAME,), ("[key]",))
# What a German speaker types first → the key, or the value, that it means; of several the one that is known there
MEANT = {
    "nummer": "number", "titel": "title", "untertitel": "subtitle", "thema": "theme", "grund": "reason",
    "datum": "date", "tag": "date", "termin": "date", "uhrzeit": "time", "zeit": "time", "zeitzone": "zone",
    "timezone": "zone", "sprache": "language", "ort": "place", "location": "place", "venue": "place",
    "zugang": "access", "barrierefreiheit": "access", "gastgeber": "hosts", "gastgeberin": "hosts",
    "gastgeber:innen": "hosts", "host": "hosts", "partner": "partners", "moderator": "moderation",
    "kontakt": "contact", "zusammenfassung": "summary", "teaser": "summary", "beschreibung": "description",
    "anmeldung": "registration", "programm": "agenda", "ablauf": "agenda", "sessions": "agenda",
    "schedule": "agenda", "neuigkeiten": "news", "teilnahme": "attendance", "art": "type", "typ": "type",
    "beginn": "start", "anfang": "start", "dauer": "minutes", "duration": "minutes", "minuten": "minutes",
    "raum": "room", "tische": "tables", "thementische": "tables",
    "von": "by|since|who", "speaker": "by", "wer": "by|who", "person": "by", "erkenntnisse": "takeaways|findings",
    "rolle": "role", "organisation": "organisation", "straße": "street", "strasse": "street", "plz": "postcode",
    "breite": "lat", "breitengrad": "lat", "latitude": "lat", "länge": "lon", "längengrad": "lon",
    "longitude": "lon", "lng": "lon", "long": "lon",
    "stadt": "city", "land": "country", "bis": "until", "plätze": "seats", "preis": "price", "kosten": "price",
    "hinweis": "note", "lizenz": "licence", "einwilligung": "consent", "adresse": "address", "email": "email",
    "mail": "email", "e-mail": "email", "veranstalter": "organisers", "impressum": "imprint",
    "datenschutz": "privacy", "farbe": "accent", "kanäle": "channels", "startseite": "homepage",
    "entwurf": "draft", "bestätigt": "confirmed", "fest": "confirmed", "abgesagt": "cancelled",
    "canceled": "cancelled", "begrüßung": "welcome", "vortrag": "input", "impuls": "input", "talk": "input",
    "diskussion": "discussion", "vernetzung": "networking", "pause": "break", "abschluss": "closing",
    "folien": "slides", "bericht": "report", "aufzeichnung": "recording", "foto": "photo", "umfrage": "feedback",
    "fragebogen": "feedback", "rückmeldung": "feedback", "survey": "feedback",
    "einladung": "invitation", "anmeldeschluss": "deadline-reminder", "erinnerung": "reminder", "dank": "thanks",
    "danke": "thanks", "regie": "cue", "regieanweisung": "cue", "cues": "cue", "stichwort": "cue",
    "tage": "days", "termine": "days", "kalender": "calendars",
    "zuständig": "owner|who", "verantwortlich": "owner|who", "warum": "why", "wie": "how", "befehl": "how",
    "wenn": "if", "falls": "if", "bedingung": "if", "ab": "from|since", "gerechnet": "from", "verschieben": "shift",
    "vorher": "before", "davor": "before", "danach": "after", "nachher": "after", "frist": "deadline|until",
    "vor-ort": "on-site", "vor ort": "on-site", "präsenz": "on-site", "digital": "online",
    "orga": "organisers", "orga-team": "organisers",
    "themen": "topics|by topic", "schlagworte": "topics", "schlagwörter": "topics", "stichworte": "topics",
    "stichwörter": "topics", "tags": "topics", "kennung": "id", "datei": "file",
    "dateiname": "file", "alternativtext": "alt", "alt-text": "alt", "bildbeschreibung": "alt", "link": "url",
    "synonyme": "synonyms", "synonym": "synonyms", "license": "licence", "seiten": "pages", "verbergen": "hide",
    "verstecken": "hide", "ausblenden": "hide", "menschen": "people", "personen": "people", "umgezogen": "moved",
    "verschoben": "moved",
    "vereinbart": "agreed", "vereinbarung": "agreed", "vereinbarungen": "agreed", "verabredet": "agreed",
    "verabredung": "agreed", "verabredungen": "agreed", "agreement": "agreed", "agreements": "agreed", "by": "who",
    "due": "until", "deadline": "until", "erledigt": "done", "ergebnis": "done", "outcome": "done", "result": "done",
    "was": "text", "what": "text",
    "deutsch": "de", "englisch": "en", "german": "de", "english": "en", "sie": "Sie", "du": "ihr",
    "erkenntnis": "findings", "ergebnisse": "findings", "befunde": "findings", "kernaussagen": "takeaways|findings",
    "thesen": "findings", "quellen": "sources", "quelle": "sources", "belege": "sources", "beleg": "sources",
    "source": "sources", "einleitung": "introduction", "vorwort": "introduction", "intro": "introduction",
    "herausgeber": "editors", "herausgeberin": "editors", "herausgeber:innen": "editors", "redaktion": "editors",
    "editor": "editors", "autor:innen": "editors", "authors": "editors", "fassung": "version", "seit": "since",
    "anhang": "rest", "appendix": "rest", "nach thema": "by topic", "nach themen": "by topic",
    "topic": "topics|by topic",
    "nach treffen": "by event", "treffen": "by event", "satz": "text", "zitat": "quote", "wörtlich": "quote",
    "zustimmung": "consent", "einverständnis": "consent", "zugestimmt": "consent", "öffentlich": "public",
    "gruppen": "groups", "kleingruppen": "groups", "runden": "rounds", "größe": "size", "grösse": "size",
    "groesse": "size", "gruppengröße": "size", "sizes": "size", "vorrang": "priority", "priorität": "priority",
    "getrennt": "apart", "auseinander": "apart", "zusammen": "together", "gemeinsam": "together",
    "moderation": "moderators", "moderierende": "moderators", "tisch": "tables", "heute": "today", "neu": "new",
    "merken": "remember", "behalten": "remember",
    "held": "confirmed", "geplant": "draft", "mez": "Europe/Berlin",
}  # fmt: skip


def meant(word: str, known: Iterable[str]) -> str:
    """The known word for which somebody has typed another one; an empty text where there is none."""
    choices = set(known)
    return next((each for each in MEANT.get(word.strip().lower(), "").split("|") if each in choices), "")


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or an empty text."""
    choices = list(known)
    if found := meant(word, choices):
        return found
    return closest(word.strip().lower(), choices)


def shape(
    model: type[Model], source: Source, data: object, known: Known, *at: str | int
) -> tuple[Model | None, tuple[Finding, ...]]:
    """The data as the model, or None and one finding for each thing that does not fit; `at` is where the data stand."""
    try:
        return model.model_validate(data, context=dict(known)), ()
    except ValidationError as problem:
        errors = problem.errors(include_url=False)
        return None, tuple(_finding(error, model, source, known, at) for error in errors)


def _finding(error: Any, model: type[BaseModel], source: Source, known: Known, at: tuple[str | int, ...]) -> Finding:
    code, path = _code(error), written((*at, *error["loc"]), source)
    of_key = code == "LC202" or path[-1:] in OF_KEY
    place = source.place(*(path[:-1] if path[-1:] in OF_KEY else path), key=of_key)
    text = error["input"] if isinstance(error["input"], str) else ""
    values = {"key": _key(code, path, source), "text": _short(text)}
    if error["type"] == code:
        values |= error.get("ctx", {})
    if code == "LC202":
        keys = _keys(model, error["loc"][:-1])
        # Who writes `id` must not be led to `uid`: it would make a second entry in every calendar.
        close = nearest(values["key"], (name for name in keys if name != "uid"))
        values |= {"nearest": close, "known": ", ".join(keys)}
    elif code == "LC205":
        values |= {"known": ", ".join(_keys(model, error["loc"]))}
    elif code == "LC209":
        allowed = re.findall(r"'([^']+)'", error["ctx"]["expected"])
        values |= {"nearest": nearest(text, allowed), "allowed": ", ".join(allowed)}
    elif code in DEFINED.values():
        defined = known.get(next(of for of, each in DEFINED.items() if each == code), {})
        values |= {"nearest": nearest(values["id"], defined), "known": a_few(defined, A_DOZEN) or "–"}
    elif code == "LC213":
        values |= {"nearest": nearest(text, zones()) or _by_city(text)}
    elif code == "LC740":
        values |= {"nearest": nearest(text, known.get("sources", ()))}
    return finding(code, place, **values)


def _code(error: Any) -> str:
    if error["type"] == "literal_error" and error["loc"][-1] == OF_KEY[1][0]:
        return "LC202"
    if error["type"] == "literal_error" and not isinstance(error["input"], str):
        return "LC203"
    return str(CODES.get(error["type"], error["type"]))


def written(path: tuple[str | int, ...], source: Source) -> tuple[str | int, ...]:
    """The path as it is in the file, where a list of one thing may be written as that thing."""
    written: tuple[str | int, ...] = ()
    for step in path:
        if isinstance(step, str) or (*written, step) in source.spans:
            written = (*written, step)
    return written


def _key(code: str, path: tuple[str | int, ...], source: Source) -> str:
    """The key that a finding is about: the missing one, else the last on the path that is written in the file."""
    while code != "LC201" and path and (path not in source.spans or isinstance(path[-1], int)):
        path = path[:-1]
    return str(path[-1]) if path else ""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return f"{line[:57]}..." if len(line) > 60 else line  # noqa: PLR2004  # what fits a terminal's line


def _by_city(text: str) -> str:
    """The zone whose city was typed: `berlin`, or almost: `Wien`."""
    cities = {zone.rsplit("/", 1)[-1].lower(): zone for zone in zones() if "/" in zone}
    return cities.get(nearest(text.rsplit("/", 1)[-1], cities), "")


def _keys(model: type[BaseModel], path: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys that the mapping at a path may have; none where any are allowed."""
    for step in path:
        if isinstance(step, str):
            annotation = model.model_fields[step].annotation if step in model.model_fields else None
            if named := _named(annotation):
                return named
            inner = _inner(annotation)
            if inner is None:
                return ()
            model = inner
    names = (str(field.validation_alias or name) for name, field in model.model_fields.items())
    return tuple(name for name in names if name != FILE_NAME)


def _named(annotation: Any) -> tuple[str, ...]:
    """The keys of a mapping whose type names them all; none where it does not."""
    return get_args(get_args(annotation)[0]) if get_origin(annotation) is dict else ()


def _inner(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, (_inner(argument) for argument in get_args(annotation))), None)
