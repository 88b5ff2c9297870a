"""Whether each address that the site once had still leads somewhere."""

from collections.abc import Iterable, Iterator, Sequence, Set

from labcamp.files.read import Source, read_source
from labcamp.findings import Finding, LabcampError, Place, finding
from labcamp.model.near import closest
from labcamp.model.published import address_of, followed, leads_out, moved_addresses
from labcamp.patterns import pattern_of
from labcamp.render.site import render
from labcamp.render.site.addresses import addresses, ends_of
from labcamp.render.site.contents import Site
from labcamp.render.stage import stage_of
from labcamp.workspace import EVENTS, PUBLISHED, Workspace

SERIES = "series.yaml"
FIRST = "/index.html"  # of a folder
# What Typst sets, and the page that it belongs to; where there is no Typst it is missing, and not lost
SET = (pattern_of(r"^(.+/)agenda\.pdf$"), r"\1index.html"), (pattern_of(r"^(papers/[^/]+)\.pdf$"), r"\1.html")


def faults_of_addresses(workspace: Workspace) -> Iterator[Finding]:
    """What is to be said of addresses, as the site would be made now.

    Nothing while something is wrong in the folder or with its own templates: then nobody knows what the site has.
    """
    if workspace.errors:
        return
    try:
        made = addresses(render(stage_of(workspace), pdf=False))
    except LabcampError:
        return
    yield from of_addresses(workspace, made)


def of_addresses(workspace: Workspace, made: Set[str]) -> Iterator[Finding]:
    """What is to be said of addresses, where the site has those that are `made`."""
    yield from lost(workspace, made)
    yield from moved_wrongly(workspace, made)
    yield from public_moved(workspace)


def lost(workspace: Workspace, made: Set[str]) -> Iterator[Finding]:
    """LC860, LC865: an address was published, or a whole folder, and nobody has said what has become of it."""
    published = workspace.published.addresses
    gone = [end.address for end in ends_of(workspace, made) if end.lost and end.address in published]
    folders = {address.removesuffix(FIRST) for address in gone if address.endswith(FIRST)}
    for address, place in _placed(workspace, gone):
        folder = address.rpartition("/")[0]
        if folder in folders and address.endswith(FIRST):
            below = sum(each.startswith(f"{folder}/") for each in gone)
            yield finding("LC865", place, folder=folder, count=below)
        elif folder not in folders and not _left_out(address, made):
            new = [each for each in made - published.keys() if each.rpartition("/")[0] == folder]
            yield finding("LC860", place, address=address, nearest=_nearest(address, new))


def moved_wrongly(workspace: Workspace, made: Set[str]) -> Iterator[Finding]:
    """LC861 to LC863: an address has moved to one that is not there, is still there itself, or moves in a circle."""
    series, known = workspace.series, made | workspace.published.addresses.keys()
    moved = moved_addresses(series.moved, series.public, known)
    if not moved:
        return
    source = _source(workspace, SERIES)
    for text, new in series.moved.items():
        old, target = (address_of(each, series.public, known) for each in (text, new))
        place = source.place("moved", text, key=old in made)
        if old in made:
            yield finding("LC862", place, address=old)
        elif (end := followed(old, moved)) == old:
            yield finding("LC863", place, address=old)
        elif end not in made and target not in moved and not leads_out(end):
            yield finding("LC861", place, address=target, nearest=_nearest(target, made))


def public_moved(workspace: Workspace) -> Iterator[Finding]:
    """LC864: the site was published elsewhere than the series says now."""
    before, now = workspace.published.public, workspace.series.public
    if before and before.rstrip("/") != (now or "").rstrip("/"):
        place = _source(workspace, SERIES).place("public")
        yield finding("LC864", place, before=before, now=now or "–")


def without_id(site: Site) -> Iterator[Finding]:
    """LC830: a session has a page whose address follows its title, for nobody has given it an id."""
    for event in site.events:
        talks = [talk for talk in site.talks_by_event[event.id] if not talk.session.id]
        for talk in talks:
            source = _source(site.workspace, f"{event.id}.yaml")
            place = source.place("agenda", event.agenda.index(talk.session), "title")
            id_ = talk.address.rpartition("/")[2].removesuffix(".html")
            yield finding("LC830", place, title=talk.session.title, id=id_)


def _placed(workspace: Workspace, addresses: Sequence[str]) -> Iterator[tuple[str, Place]]:
    """Addresses that were published, each with the place where that stands."""
    if addresses:
        source = _source(workspace, PUBLISHED)
        yield from ((address, source.place("addresses", address, key=True)) for address in addresses)


def _source(workspace: Workspace, name: str) -> Source:
    """A file in `events/`, for its places."""
    path = workspace.root / EVENTS / name
    return read_source(path, path.as_posix())


def _left_out(address: str, made: Set[str]) -> bool:
    """Tell whether only Typst is missing: the event, or the paper, has its page."""
    return any(
        pattern.match(address) and pattern.sub(page, address) in made and not any(map(pattern.match, made))
        for pattern, page in SET
    )


def _nearest(address: str, known: Iterable[str]) -> str:
    """The address that is probably meant; one of another sort never is."""
    alike = [each for each in sorted(known) if each.rpartition(".")[2] == address.rpartition(".")[2]]
    return closest(address, alike)
