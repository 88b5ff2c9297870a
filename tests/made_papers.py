"""A made-up series of twelve editions with 150 takeaways; how many meetings, labs and countries say what is known."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

Data = dict[str, Any]

EDITIONS = 12
PAPER, READER, DRAFT = "erkenntnisse", "lesebuch", "entwurf"
PUBLISHED = "2026-10-01"
PUBLIC = "https://labore.example.org"
SECRET = "Verschwiegenes"  # stands in all that must not go out
HIDDEN = "Hedwig Verborgen"
SERIES: Data = {
    "id": "labortreff",
    "title": "Labortreff",
    "title_pattern": "Labortreff #{number}",
    "domain": "example.org",
    "organisers": ["labor-1"],
    "contact": {"email": "treff@example.org"},
    "public": PUBLIC,
    "people": {"hide": [HIDDEN]},
}
COUNTRIES = ("DE", "DE", "DE", "AT", "AT", "CH", "DE", None, "LI")  # of labor-1, labor-2, …; of one it is not known
LABS: Data = {
    f"labor-{number}": {"name": f"Labor {number}", **({"country": country} if country else {})}
    for number, country in enumerate(COUNTRIES, 1)
}


class Subject(NamedTuple):
    """A topic: how many takeaways are about it, at which editions, and which labs have said them, in turns."""

    name: str
    takeaways: int
    editions: tuple[int, ...]
    labs: tuple[int, ...]

    @property
    def counts(self) -> tuple[int, int, int]:
        """By how many meetings, labs and countries it is borne out."""
        return len(self.editions), len(self.labs), len({COUNTRIES[lab - 1] for lab in self.labs} - {None})


SUBJECTS = {
    "auftrag": Subject("Auftrag", 40, tuple(range(1, EDITIONS + 1)), (1, 2, 3, 4, 5, 6, 7, 8)),
    "geld": Subject("Geld", 36, (1, 3, 5, 7, 9, 11), (1, 2, 3)),
    "wirkung": Subject("Wirkung", 25, (2, 12), (3, 4, 5, 6, 7)),
    "beteiligung": Subject("Beteiligung", 13, (4,), (8,)),
    "daten": Subject("Offene Daten", 20, (5, 6, 7), ()),
    "": Subject("", 16, (8, 9), (1, 4)),
}
TAKEAWAYS = sum(subject.takeaways for subject in SUBJECTS.values())  # 150
TOPIC_COUNTS = {id_: subject.counts for id_, subject in SUBJECTS.items() if id_}


class Remark(NamedTuple):
    """A takeaway: its text, where it stands, and how a paper names it."""

    text: str
    subject: str
    edition: int
    lab: int | None
    session: str
    place: int  # in its session, from 1
    plenary: bool  # said by somebody who did not bring the session

    @property
    def source(self) -> str:
        """`treff-3/geld-labor-1#2`, with its id where it has one."""
        return f"treff-{self.edition}/{self.session}#{self.id or self.place}"

    @property
    def id(self) -> str:
        """Every fifth of a session has one."""
        return f"satz-{self.place}" if self.place % 5 == 0 else ""

    @property
    def quote(self) -> bool:
        """Every fourth of a plenary is a quote, with consent."""
        return self.plenary and self.place % 4 == 0 and self.lab is not None


def remarks() -> Iterator[Remark]:
    """All of them; every third was said in the plenary of its edition, the others in a session of their lab."""
    places: dict[tuple[int, str], int] = {}
    for id_, (name, takeaways, editions, labs) in SUBJECTS.items():
        for number in range(takeaways):
            edition = editions[number % len(editions)]
            lab = labs[number % len(labs)] if labs else None
            plenary = number % 3 == 2
            session = "plenum" if plenary else f"{id_ or 'sonst'}-{f'labor-{lab}' if lab else 'alle'}"
            place = places[edition, session] = places.get((edition, session), 0) + 1
            text = f"Satz {number + 1} zu {name or 'allem anderen'} von {f'Labor {lab}' if lab else 'allen'}."
            yield Remark(text, id_, edition, lab, session, place, plenary)


REMARKS = tuple(remarks())


def _takeaway(remark: Remark) -> Data | str:
    known = {
        "text": remark.text,
        "id": remark.id,
        "topics": [remark.subject] if remark.plenary and remark.subject else [],
        "by": [_person(remark.lab)] if remark.plenary and remark.lab else [],
        **({"quote": True, "consent": True} if remark.quote else {}),
    }
    filled = {key: value for key, value in known.items() if value}
    return remark.text if filled.keys() == {"text"} else filled


def _person(lab: int) -> Data:
    return {"name": f"Ida Muster {lab}", "role": "Leitung", "organisation": f"labor-{lab}"}


def _event(edition: int, *, quote: bool) -> Data:
    sessions: dict[str, Data] = {}
    for remark in (each for each in REMARKS if each.edition == edition):
        own = {} if remark.plenary else {"topics": [remark.subject] if remark.subject else []}
        by = [_person(remark.lab)] if remark.lab and not remark.plenary else []
        new = {"id": remark.session, "title": f"Beitrag {remark.session}", "by": by, "takeaways": [], **own}
        sessions.setdefault(remark.session, new)["takeaways"].append(_takeaway(remark))
    return {
        "title": f"Labortreff #{edition}",
        "number": edition,
        "status": "confirmed",
        "date": f"{2020 + edition // 3}-0{1 + edition % 3}-1{edition % 3}",
        "agenda": [*sessions.values(), *_kept_back(quote=quote)],
    }


def _kept_back(*, quote: bool) -> Iterator[Data]:
    """What was said and must not go out: it is not public, or quotes somebody who has not agreed."""
    told = {"by": [{"name": HIDDEN, "organisation": "labor-9"}], "topics": ["beteiligung"]}
    takeaways = [{"text": f"{SECRET} Eins.", "public": False, **told}]
    takeaways += [{"text": f"{SECRET} Zwei.", "quote": True, "consent": False, **told}] if quote else []
    yield {"id": "intern", "title": "Im Vertrauen", "takeaways": takeaways}


def findings() -> Iterator[Data]:
    """A finding a topic with all that was said about it, and two that mix."""
    for id_, subject in SUBJECTS.items():
        sources = [remark.source for remark in REMARKS if remark.subject == id_]
        if id_:
            yield {
                "title": f"{subject.name} zählt",
                "text": f"Was zu **{subject.name}** zu sagen ist.",
                "sources": sources,
            }
    yield {"title": "Einmal gesagt", "sources": [REMARKS[0].source]}
    mixed = [each.source for each in REMARKS if each.subject in {"geld", "beteiligung"}]
    yield {"title": "Geld und Beteiligung", "sources": mixed}


# By how many meetings, labs and countries each finding is borne out
FINDING_COUNTS = {f"{SUBJECTS[id_].name} zählt": counts for id_, counts in TOPIC_COUNTS.items()} | {
    "Einmal gesagt": (1, 1, 1),
    "Geld und Beteiligung": (7, 4, 1),
}
SUPPORT = {
    "Auftrag zählt": "Bei zwölf Treffen gehört, von acht Laboren aus drei Ländern.",
    "Geld zählt": "Bei sechs Treffen gehört, von drei Laboren aus einem Land.",
    "Wirkung zählt": "Bei zwei Treffen gehört, von fünf Laboren aus drei Ländern.",
    "Beteiligung zählt": "Bei einem Treffen gehört, von einem Labor.",
    "Offene Daten zählt": "Bei drei Treffen gehört.",
    "Einmal gesagt": "Bei einem Treffen gehört, von einem Labor aus einem Land.",
    "Geld und Beteiligung": "Bei sieben Treffen gehört, von vier Laboren aus einem Land.",
}


def many(count: int) -> list[Data]:
    """So many findings that together cite all that was said, for figures."""
    sources = iter([remark.source for remark in REMARKS])
    share = TAKEAWAYS // count
    text = (
        "Labore **brauchen** einen Auftrag, und zwar einen, der bleibt.\n\n- erstens\n- zweitens\n\nDas gilt für alle."
    )
    return [
        {"title": f"Erkenntnis {number}", "text": text, "sources": list(islice(sources, share))}
        for number in range(1, count + 1)
    ]


def papers(found: Iterable[Data] | None) -> dict[str, Data]:
    """The papers: one with findings and all the rest, or with other findings alone, a reader, and a draft."""
    paper = {
        "title": "Was Labore gelernt haben",
        "subtitle": "Aus zwölf Treffen",
        "version": "1.0",
        "date": PUBLISHED,
        "editors": [_person(1), {"organisation": "labor-2"}],
        "licence": "CC BY 4.0",
        "until": f"treff-{EDITIONS}",
        "introduction": "Zwölf Treffen, viele Stimmen.",
    }
    return {
        PAPER: {
            **paper,
            **({"findings": list(found)} if found else {"findings": list(findings()), "rest": "by topic"}),
        },
        READER: {**paper, "title": "Lesebuch der Labore", "rest": "by topic"},
        DRAFT: {**paper, "title": "Noch nicht so weit", "date": "2030-01-01", "findings": list(findings())[:1]},
    }


def write_series(root: Path, found: Iterable[Data] | None = None, *, kept_back: bool = False) -> Path:
    """The series as files in a folder, with what must not go out: a draft, private data, and what is `kept_back`.

    That is a quote without consent, which is an error.
    """
    files: dict[str, Mapping[str, Any]] = {
        "events/series.yaml": SERIES,
        "events/organisations.yaml": LABS,
        "events/topics.yaml": {id_: {"name": subject.name} for id_, subject in SUBJECTS.items() if id_},
        **{f"events/treff-{edition}.yaml": _event(edition, quote=kept_back) for edition in range(1, EDITIONS + 1)},
        **{f"events/papers/{id_}.yaml": paper for id_, paper in papers(found).items()},
        "events/entwurf.yaml": {"title": f"{SECRET} Entwurf", "agenda": list(_kept_back(quote=kept_back))},
        "private/treff-12.yaml": {"join": {"url": f"https://{SECRET}.example.org/", "passcode": SECRET}},
    }
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")
    return root
