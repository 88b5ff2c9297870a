"""What was said, by whom and where, as lines of a paper."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from labcamp.model import Event, Paper, Person, Series, Topic
from labcamp.model.paper import Conclusion
from labcamp.model.provenance import Said, Support, span_of, support_of
from labcamp.render.dates import in_words, without_weekday
from labcamp.render.papers.document import Line, Run
from labcamp.render.papers.heard import heard
from labcamp.render.rows import people_in_words, said_in_words
from labcamp.render.stage import Stage
from labcamp.render.words import Words
from labcamp.workspace.public import address_on_web, known, public


@dataclass(frozen=True, eq=False)
class Material:
    """A paper with all that it may draw on: what is public of the events of its span, and the words of its language."""

    paper: Paper
    series: Series
    words: Words
    topics: Mapping[str, Topic]
    events: tuple[Event, ...]
    heard: Mapping[str, Said]  # by how papers name it
    draft: bool

    @cached_property
    def by_name(self) -> Mapping[str, Said]:
        """What was said, by all names that a paper may use."""
        numbered = {name.partition("#")[0] + f"#{said.number}": said for name, said in self.heard.items()}
        return {**numbered, **self.heard}

    @property
    def support(self) -> Support:
        """At how many events all of it was heard, from how many organisations and countries."""
        return support_of(self.heard.values())

    @cached_property
    def cited(self) -> tuple[Said, ...]:
        """The sources, in the order in which the findings name them."""
        sources = (said for finding in self.paper.findings for said in self.sources_of(finding))
        return tuple({said.name: said for said in sources}.values())

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each source by its name, from 1."""
        return {said.name: number for number, said in enumerate(self.cited, 1)}

    def sources_of(self, finding: Conclusion) -> tuple[Said, ...]:
        """What a finding names, each once; not what nobody has said, or may not be told."""
        found = (self.by_name.get(name) for name in finding.sources)
        return tuple({said.name: said for said in found if said}.values())


def material_of(stage: Stage, paper: Paper) -> Material:
    """What a paper may draw on; a person who is hidden is not in it."""
    shown = public(stage.workspace)
    paper = next((each for each in shown.papers if each.id == paper.id), paper)
    return Material(
        paper,
        shown.series,
        stage.words[paper.language],
        shown.topics,
        span_of(paper, shown.events),
        heard(stage.workspace, paper.since, paper.until),
        paper.is_draft(shown.today),
    )


def support_in_words(support: Support, words: Words) -> str:
    """`Bei vier Treffen gehört, von sechs Laboren aus drei Ländern.`; empty where nothing was said."""
    if not support.events:
        return ""
    heard = ""
    for key, count in (
        ("heard", len(support.events)),
        ("labs", len(support.organisations)),
        ("countries", len(support.countries)),
    ):
        many = words(f"paper.{key}_many", heard=heard, number=in_words(count, words))
        heard = heard if not count else words(f"paper.{key}_one", heard=heard) if count == 1 else many
    return words("paper.support", heard=heard)


def supported(said: Sequence[Said], of: Material) -> Line:
    """How much bears something out, with the marks of those of its sources that are cited."""
    text = support_in_words(support_of(said), of.words)
    return (Run(text), *marks(said, of))


def marks(said: Iterable[Said], of: Material) -> Iterator[Run]:
    """The marks of what is cited, with a blank before each."""
    for number in (of.numbers[each.name] for each in said if each.name in of.numbers):
        yield Run(" ")
        yield Run(f"[{number}]", source=number)


def text_of(said: Said, words: Words) -> str:
    """What was said; in quotation marks with who said it where these are their words."""
    return said_in_words(said.takeaway, said.by, words)


def line_of_said(said: Said, words: Words) -> str:
    """What was said and where, in a line of text: `Was gesagt wurde – LabCamp #3, stadtLABOR Soest`."""
    who = "" if said.takeaway.quote else who_of(said.by, words)
    where = ", ".join(filter(None, (said.event.title, who)))
    return words("paper.said_at", text=text_of(said, words), where=where)


def who_of(people: Iterable[Person], words: Words) -> str:
    """Who, as far as known: `Ida Muster (Leitung, Lab)`; nobody who is hidden or not known yet."""
    return people_in_words([person for each in people if (person := known(each))], words)


def where_of(said: Said, of: Material, *, event: bool = True, day: bool = False) -> Line:
    """Where something was said: `LabCamp #3, „Vom Projekt“, stadtLABOR Soest, 11. März 2021`; the title is a link."""
    words = of.words
    before = f"{said.event.title}, " if event else ""
    title = words("agenda.quote", text=said.session.title)
    who = "" if said.takeaway.quote else who_of(said.by, words)
    when = without_weekday(said.event.date, words) if day and said.event.date else ""
    behind = "".join(f", {each}" for each in (who, when) if each)
    runs = (Run(before), linked(title, page_of(said), of), Run(behind))
    return tuple(run for run in runs if run.text)


def linked(text: str, page: str, of: Material) -> Run:
    """A text that leads to a page of the site."""
    return Run(text, url=address_on_web(of.series, page), page=page)


def page_of(said: Said) -> str:
    """The address within the site of the page on which it stands."""
    return f"{said.event.id}/{'index' if said.session.type == 'break' else said.session_id}.html"


def plain_line(text: str) -> Line:
    """A text as a line; an empty one is none."""
    return (Run(text),) if text else ()


def filled(words: Words, key: str, **lines: Line) -> Line:
    """A line of the words with pieces of lines in it."""
    signs = {name: f"\0{name}\0" for name in lines}
    parts = words(key, **signs).split("\0")
    runs = [run for odd, part in enumerate(parts) for run in (lines[part] if odd % 2 else (Run(part),))]
    return tuple(run for run in runs if run.text)


def joined(lines: Iterable[Line], sign: str = ", ") -> Line:
    """Lines in one, with a sign between."""
    runs = [run for line in lines for run in (Run(sign), *line)]
    return tuple(runs[1:])
