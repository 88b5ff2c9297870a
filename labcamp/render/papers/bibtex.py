"""A paper and what it cites, for programs that keep literature."""

import re
from collections.abc import Mapping

from labcamp.model.artefact import Artefact
from labcamp.render.papers.document import Document, Work
from labcamp.render.stage import Stage

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
LANGUAGES = {"de": "ngerman", "de-AT": "naustrian", "de-CH": "nswissgerman", "en": "british"}  # as babel calls them
# What BibTeX or LaTeX takes for something else; of two dashes or quotes that touch, LaTeX makes one sign
SPECIAL = re.compile(
    r"[&%$#_{}~^\\]|(?<=-)(?=-)|(?<=`)(?=`)|(?<=')(?=')|(?<=[?!])(?=`)|(?<=,)(?=,)|(?<=[<])(?=<)|(?<=>)(?=>)"
)
WRITTEN = {
    "{": r"\ensuremath{\lbrace}",
    "}": r"\ensuremath{\rbrace}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
    "": "{}",
}


def render(_stage: Stage, document: Document) -> Artefact:
    """`papers/<id>/paper.bib`."""
    return Artefact(f"papers/{document.id}/paper.bib", bibtex(document).encode())


def bibtex(document: Document) -> str:
    """The paper as a report, and each session that it cites, once."""
    language = {"langid": LANGUAGES[document.language]}
    entries = [_entry("techreport", document.id, {**_report(document), **language})]
    sessions = {each.address.removesuffix(".html").replace("/", ":"): each.work for each in document.sources}
    entries += [
        _entry("inproceedings" if is_whole(work) else "misc", key, _session(work)) for key, work in sessions.items()
    ]
    return "\n".join(entries)


def is_whole(work: Work) -> bool:
    """Tell whether all is known of a session that a contribution to an event needs."""
    return bool(work.authors and work.year and work.within)


def _entry(sort: str, key: str, fields: Mapping[str, str]) -> str:
    """An entry; BibTeX knows the month by a name that stands without braces."""
    lines = (f"  {name} = {text if name == 'month' else f'{{{text}}}'},\n" for name, text in fields.items() if text)
    return f"@{sort}{{{key},\n{''.join(lines)}}}\n"


def _report(document: Document) -> dict[str, str]:
    work = document.work
    title = f"{work.title}: {work.subtitle}" if work.subtitle else work.title
    return {
        **_shared(work._replace(title=title)),
        "institution": escaped(work.publisher),
        "number": escaped(work.version),
        "note": escaped(work.licence),
        "doi": escaped(work.doi),
        "annote": escaped(document.citation),
    }


def _session(work: Work) -> dict[str, str]:
    if is_whole(work):
        return {**_shared(work), "booktitle": f"{{{escaped(work.within)}}}", "organization": escaped(work.publisher)}
    return {**_shared(work), "howpublished": escaped(work.within), "organization": escaped(work.publisher)}


def _shared(work: Work) -> dict[str, str]:
    """What all entries have; the braces keep the capitals of the title."""
    return {
        "author": " and ".join(_name(name, person=person) for name, person in work.authors),
        "title": f"{{{escaped(work.title)}}}",
        "year": str(work.year or ""),
        "month": MONTHS[work.month - 1] if work.month else "",
        "url": work.url.replace("{", "%7B").replace("}", "%7D"),
    }


def _name(name: str, *, person: bool) -> str:
    """A name; one that is no person's, or that BibTeX would take apart, stands in braces."""
    simple = person and not re.search(r",|\band\b|\bund\b", name)
    return escaped(name) if simple else f"{{{escaped(name)}}}"


def escaped(text: str) -> str:
    """A text so that BibTeX and LaTeX show it as it is."""
    return SPECIAL.sub(lambda sign: WRITTEN.get(sign[0], f"\\{sign[0]}"), text)
