"""Places and data in; an event (or series, or organisations) and findings out."""

from collections.abc import Iterator, Mapping

from labcamp.check.sense import RULES, lost_after_hash, series_incomplete
from labcamp.check.shape import Organisations, nearest, shape
from labcamp.findings import Finding, finding
from labcamp.messages import NAMES
from labcamp.model import Event, Organisation, Series
from labcamp.model.series import FILE_NAME
from labcamp.read import Source

UNKNOWN_SERIES = Series(id="series", title="Series", domain="example.org")


FIRST_RULE = "LC3"  # what cannot be read or shaped cannot be switched off


class AnyOrganisation(dict[str, Organisation]):
    """Stands in for organisations that could not be read, so that not every host is unknown too."""

    def __contains__(self, id_: object) -> bool:
        """Tell that every organisation is known."""
        return True

    def __missing__(self, id_: str) -> Organisation:
        """An organisation that is called as its id."""
        return Organisation(name=id_)


def check_organisations(source: Source) -> tuple[Organisations, tuple[Finding, ...]]:
    """The organisations by id, and what is wrong with their file."""
    organisations: dict[str, Organisation] = {}
    findings = list(lost_after_hash(source))
    for id_, data in source.data.items():
        whole = {"name": data} if isinstance(data, str) else data
        if isinstance(whole, dict):
            whole = whole | {FILE_NAME: id_}
        organisation, found = shape(Organisation, source, whole, {}, id_)
        findings += found
        if organisation:
            organisations[id_] = organisation
    return organisations, tuple(findings)


def check_series(source: Source, organisations: Organisations) -> tuple[Series | None, tuple[Finding, ...]]:
    """The series, and what is wrong with its file."""
    series, findings = shape(Series, source, source.data, organisations)
    findings += tuple(lost_after_hash(source))
    if series:
        findings += tuple(series_incomplete(series, source))
        findings += _unknown_rules(series, source)
    return series, findings


def _unknown_rules(series: Series, source: Source) -> tuple[Finding, ...]:
    names = [name for code, name in NAMES.items() if code >= FIRST_RULE]
    return tuple(
        finding("LC220", source.place("rules", rule, key=True), rule=rule, nearest=nearest(rule, names))
        for rule in series.rules
        if rule not in names
    )


def check_event(
    id_: str, source: Source, series: Series, organisations: Organisations
) -> tuple[Event | None, tuple[Finding, ...]]:
    """The event, and everything that is wrong with its file; what the series says holds where the event is silent."""
    data = {"zone": series.zone, "language": series.language, FILE_NAME: id_, **source.data}
    number = data.get("number")
    if "title" not in data and isinstance(number, str):
        data["title"] = series.title_of(number)
    event, findings = shape(Event, source, data, organisations)
    findings += tuple(lost_after_hash(source))
    if event:
        findings += tuple(found for rule in RULES for found in rule(event, source))
    return event, findings


def without_rules(findings: tuple[Finding, ...], off: Mapping[str, str]) -> Iterator[Finding]:
    """The findings but for the rules that the series has switched off, by name; reading and shape stay."""
    for found in findings:
        if found.code < FIRST_RULE or NAMES[found.code] not in off:
            yield found
