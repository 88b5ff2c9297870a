"""The figures: what is measured against whom, and the ratio that we promise."""

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from environments import CHECKOUT, hugo, installed, installed_labcamp
from foreign import write_calendars
from lists import words
from made import PEOPLE, TODAY, WARM, made_events, write_people, write_workspace
from made_for_peers import write_hugo, write_yaml2ics
from made_for_sites import with_takeaways, with_three_sessions, write_hugo_site, write_site_workspace
from measure import Command, cost

sys.path.append(str(CHECKOUT / "tests"))
from made_papers import PAPER, many, write_series

BOTH = ("wall", "cpu")
FINDINGS = 30
SAID = {"said": 1, "said-twice": 2}  # takeaways of each of the three sessions
LOADS = """\
import datetime, pathlib, sys
from labcamp.workspace import load
load(pathlib.Path(sys.argv[1]), datetime.date.fromisoformat(sys.argv[2]))
"""
DAY = ("--today", TODAY.isoformat())
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Bench:
    """Where everything lies: programs are found when they are first asked for, so a missing one costs one figure."""

    cache: Path
    scratch: Path
    count: int
    hugo: str | None = None

    @property
    def made(self) -> Path:
        """The made-up events, in every form."""
        return self.cache / "made"

    @property
    def labcamp(self) -> Path:
        """The programs of labcamp's environment, as `prepare` left it."""
        return self.cache / "environments" / "labcamp" / "bin"

    def program(self, name: str) -> str:
        """The path of a peer's program."""
        return str(installed(self.cache, name) / name)

    def out(self, name: str) -> Path:
        """A folder for what a run makes."""
        return self.scratch / name


@dataclass(frozen=True)
class Figure:
    """One comparison; the rounds are those of a whole run."""

    group: str
    name: str
    target: float
    rounds: int
    sides: Callable[[Bench], tuple[Command, Command]]
    measures: tuple[str, ...] = BOTH
    files: tuple[str, str] | None = None  # the folders of both sides, where what counts is what one file costs


def prepare(bench: Bench) -> None:
    """Install labcamp and write the made-up events."""
    events = made_events(bench.count)
    for root, some in ((bench.made / "labcamp", events), (bench.made / "labcamp" / WARM, events[:1])):
        write_workspace(some, root)
    write_workspace(events[-1:], bench.made / "letters")
    write_people(bench.made / "letters" / "private" / f"{events[-1].id}.csv")
    write_workspace(events[-1:], bench.made / "foreign")
    write_calendars(bench.made / "foreign" / "events")
    write_yaml2ics(events, bench.made / "yaml2ics.yaml")
    write_hugo(events, bench.made / "hugo")
    write_site_workspace(with_three_sessions(events), bench.made / "site")
    write_hugo_site(with_three_sessions(events), bench.made / "hugo-site")
    write_series(bench.made / "paper", many(FINDINGS))
    add_appendix(write_series(bench.made / "appendix", many(FINDINGS)))
    shutil.copytree(CHECKOUT / "events", bench.made / "groups" / "events", dirs_exist_ok=True)
    write_people(bench.made / "groups" / "private" / "labcamp-11.csv")
    for name, each in SAID.items():
        with_takeaways(bench.made / "site", bench.made / name, each)
    installed_labcamp(bench.cache)


def add_appendix(root: Path) -> None:
    """Let the paper with findings hold all that was said, too."""
    path = root / f"events/papers/{PAPER}.yaml"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), "rest": "by topic"}), "utf-8")


def _ours(bench: Bench, *words: str, fresh: Path | None = None) -> Command:
    return Command((str(bench.labcamp / "labcamp"), *words), fresh=fresh)


def _python(bench: Bench, *words: str, tells: bool = False) -> Command:
    return Command((str(bench.labcamp / "python"), *words), tells=tells)


def helps(bench: Bench) -> tuple[Command, Command]:
    """Our help, and that of MkDocs."""
    return _ours(bench, "--help"), Command((bench.program("mkdocs"), "--help"))


def overviews(bench: Bench) -> tuple[Command, Command]:
    """How the real series stands, and a list of it."""
    side = ("--root", str(CHECKOUT), *DAY)
    return _ours(bench, *side), _ours(bench, "list", *side)


def versions(bench: Bench) -> tuple[Command, Command]:
    """Our version, and a Python that does nothing."""
    return _ours(bench, "--version"), _python(bench, "-c", "pass")


def lists(bench: Bench) -> tuple[Command, Command]:
    """A list of the real series, and the help of khal."""
    return _ours(bench, "list", "--root", str(CHECKOUT), *DAY), Command((bench.program("khal"), "--help"))


def plans(*options: str) -> Callable[[Bench], tuple[Command, Command]]:
    """Five rounds for 35 people at an event of the real series, and a list of it."""

    def sides(bench: Bench) -> tuple[Command, Command]:
        side = ("--root", str(bench.made / "groups"), *DAY)
        return _ours(bench, "groups", "11", "--rounds", "5", *options, *side), _ours(bench, "list", *side)

    return sides


def days(bench: Bench) -> tuple[Command, Command]:
    """The days of 18 months ranked, and the package `holidays` with the same calendars."""
    ours = _ours(bench, "dates", "--between", "2027-01/2028-06", "--root", str(CHECKOUT), *DAY)
    organisations = str(CHECKOUT / "events" / "organisations.yaml")
    return ours, _python(bench, str(HERE / "day_finding.py"), organisations, "2027", "2028")


def checks(bench: Bench) -> tuple[Command, Command]:
    """A check of the real series, and a list of it."""
    side = ("--root", str(CHECKOUT), *DAY)
    return _ours(bench, "check", *side), _ours(bench, "list", *side)


def with_calendars(command: str) -> Callable[[Bench], tuple[Command, Command]]:
    """A command on a series that names ten calendars of others, and icalendar, which parses them."""

    def sides(bench: Bench) -> tuple[Command, Command]:
        root = bench.made / "foreign"
        return _ours(bench, command, "--root", str(root), *DAY), _python(
            bench, str(HERE / "foreign.py"), str(root / "events")
        )

    return sides


def reads(reader: str, peer: str = "csafeloader") -> Callable[[Bench], tuple[Command, Command]]:
    """One of our readers, and PyYAML's fastest loader or another reader of ours."""

    def sides(bench: Bench) -> tuple[Command, Command]:
        script, root = str(HERE / "reading.py"), str(bench.made / "labcamp")
        ours = _python(bench, script, reader, root, tells=True)
        return ours, _python(bench, script, peer, root, tells=True)

    return sides


def feeds(bench: Bench) -> tuple[Command, Command]:
    """Our feed, and yaml2ics on the same entries."""
    out, peer = bench.out("feed"), bench.out("yaml2ics")
    root = str(bench.made / "labcamp")
    ours = _ours(bench, "export-ics", "--root", root, "--out", str(out), *DAY, fresh=out)
    words = (bench.program("yaml2ics"), str(bench.made / "yaml2ics.yaml"))
    return ours, Command(words, output=peer / "feed.ics", fresh=peer)


def writes(count: int) -> Callable[[Bench], tuple[Command, Command]]:
    """A calendar of so many events, and icalendar's of the same."""

    def side(bench: Bench, python: Path, writer: str) -> Command:
        out = bench.out(f"{writer}-{count}")
        words = (str(python), str(HERE / "writing.py"), writer, str(count), str(out / "feed.ics"))
        return Command(words, fresh=out, tells=True)

    def sides(bench: Bench) -> tuple[Command, Command]:
        peer = installed(bench.cache, "icalendar")
        return side(bench, bench.labcamp / "python", "labcamp"), side(bench, peer / "python", "icalendar")

    return sides


def mails(bench: Bench) -> tuple[Command, Command]:
    """Our newsletters as HTML, text, Markdown and mail file, and the same by the libraries alone."""

    def side(maker: str) -> Command:
        out = bench.out(f"mail-{maker}")
        words = (str(HERE / "mailing.py"), maker, "200", str(bench.made / "labcamp"), str(out / "mails.eml"))
        return Command((str(bench.labcamp / "python"), *words), fresh=out, tells=True)

    return side("labcamp"), side("plain")


def letters(bench: Bench) -> tuple[Command, Command]:
    """Our invitations to 35 people, and one to all with 35 times what a mail costs in process."""
    root, peer = bench.made / "letters", bench.out("letters-unit")
    kept = root / "private" / "out"  # where mails to single people go, whatever is asked for
    ours = _ours(bench, "render-invitation", "--to", "--root", str(root), *DAY, fresh=kept)
    words = (str(HERE / "letters.py"), str(PEOPLE), str(root), str(peer), str(bench.labcamp / "labcamp"))
    return ours, Command((str(bench.labcamp / "python"), *words), tells=True)


def workbooks(bench: Bench) -> tuple[Command, Command]:
    """What is shown of a workbook of 1,000 rows, and of the same as CSV with 1.3 times openpyxl on its own."""
    root = bench.made / "letters"
    event = next((root / "events").glob("*-*.yaml")).stem
    cost(_python(bench, str(HERE / "lists.py"), "make", str(root)))
    program = str(bench.labcamp / "labcamp")
    peer = _python(bench, str(HERE / "lists.py"), "may", str(root), event, program, tells=True)
    return Command(words(root, event, program, "list.xlsx")), peer


def builds(bench: Bench) -> tuple[Command, Command]:
    """Our build of everything but PDF files, of which Hugo makes none, and Hugo's of four formats a page."""
    out, peer = bench.out("build"), bench.out("hugo")
    ours = _ours(bench, "build", "--no-pdf", "--root", str(bench.made / "labcamp"), "--out", str(out), *DAY, fresh=out)
    site = ("--source", str(bench.made / "hugo"), "--destination", str(peer), "--noBuildLock", "--quiet")
    return ours, Command((hugo(bench.cache, bench.hugo), *site), fresh=peer)


def sites(bench: Bench) -> tuple[Command, Command]:
    """Our site without PDF files and pictures, and Hugo's of the same pages."""
    out, peer = bench.out("site"), bench.out("hugo-site")
    words = ("render-site", "--no-pdf", "--root", str(bench.made / "site"), "--out", str(out), *DAY)
    site = ("--source", str(bench.made / "hugo-site"), "--destination", str(peer), "--noBuildLock", "--quiet")
    return _ours(bench, *words, fresh=out), Command((hugo(bench.cache, bench.hugo), *site), fresh=peer)


def real_sites(bench: Bench) -> tuple[Command, Command]:
    """The site of the real series, and its mails, pages and calendars."""
    out, peer = bench.out("real-site"), bench.out("real-build")
    side = ("--no-pdf", "--root", str(CHECKOUT), *DAY)
    ours = _ours(bench, "render-site", *side, "--out", str(out), fresh=out)
    return ours, _ours(bench, "build", *side, "--out", str(peer), fresh=peer)


def again(bench: Bench) -> tuple[Command, Command]:
    """A build of all that is there already, PDF files and pictures too, and one without those."""
    out, peer = bench.out("again"), bench.out("again-plain")
    side = ("--root", str(CHECKOUT), *DAY)
    return _ours(bench, "build", *side, "--out", str(out)), _ours(
        bench, "build", "--no-pdf", *side, "--out", str(peer), fresh=peer
    )


def previews(bench: Bench) -> tuple[Command, Command]:
    """A change from the saved file to the page, and one newsletter in a process that is warm."""

    def side(name: str) -> Command:
        return _python(bench, str(HERE / "previewing.py"), name, str(CHECKOUT), tells=True)

    return side("preview"), side("newsletter")


def imports(bench: Bench) -> tuple[Command, Command]:
    """1,000 events of one calendar as files, and icalendar that parses it, with 1,000 files written."""
    folder, out = _to_import(bench), bench.out("parsed")
    script, program = str(HERE / "exchange.py"), str(bench.labcamp / "labcamp")
    words = (str(bench.labcamp / "python"), script, "parse", str(folder), str(out))
    return _python(bench, script, "import", str(folder), program, tells=True), Command(words, fresh=out)


def dry_imports(bench: Bench) -> tuple[Command, Command]:
    """What the import of a schedule of 500 sessions would make, and a check of what it has made."""
    folder = _to_import(bench)
    ours = ("import", str(folder / "schedule.xml"), "--dry-run", "--root", str(folder / "empty"), *DAY)
    return _ours(bench, *ours), _ours(bench, "check", "--root", str(folder / "check"), *DAY)


def _to_import(bench: Bench) -> Path:
    """The folder with what is imported, made once, where output goes."""
    folder = bench.scratch / "exchange"
    if not folder.exists():
        cost(_python(bench, str(HERE / "exchange.py"), "make", str(folder), str(bench.labcamp / "labcamp")))
    return folder


def badges(bench: Bench) -> tuple[Command, Command]:
    """Badges for 35 people, and the handout of the same event."""

    def side(name: str) -> Command:
        return _python(bench, str(HERE / "badging.py"), name, str(bench.made / "letters"), tells=True)

    return side("badges"), side("handout")


def _printing(bench: Bench, name: str, *, tells: bool = True, root: Path = CHECKOUT) -> Command:
    out = bench.out(f"print-{name}")
    words = (str(bench.labcamp / "python"), str(HERE / "printing.py"), name, str(root), str(out))
    return Command(words, fresh=out, tells=tells)


def handouts(bench: Bench) -> tuple[Command, Command]:
    """Our handout as a PDF, and WeasyPrint's of our page with the same content."""
    page, peer = bench.out("print-page"), bench.out("print-weasyprint")
    cost(_ours(bench, "render-agenda", "11", "--root", str(CHECKOUT), "--out", str(page), *DAY))
    html = str(next(page.rglob("agenda.html")))
    words = (bench.program("weasyprint"), "--pdf-variant", "pdf/ua-1", html, str(peer / "agenda.pdf"))
    return _printing(bench, "handout", tells=False), Command(words, fresh=peer)


def prints(bench: Bench) -> tuple[Command, Command]:
    """One handout among those of the series, and one line that Typst alone sets."""
    return _printing(bench, "series"), _printing(bench, "line")


def paper(form: str, peer: str, name: str = "paper") -> Callable[[Bench], tuple[Command, Command]]:
    """A paper of 30 findings and 150 takeaways in one form, and in another, or one handout."""

    def side(bench: Bench, form: str) -> Command:
        root = CHECKOUT if form == "handout" else bench.made / name
        return _printing(bench, form, tells=False, root=root)

    return lambda bench: (side(bench, form), side(bench, peer))


def harvests(name: str) -> Callable[[Bench], tuple[Command, Command]]:
    """What was said at 1,000 events, and a process that loads them."""

    def sides(bench: Bench) -> tuple[Command, Command]:
        root = str(bench.made / name)
        return _ours(bench, "harvest", "--root", root, *DAY), _python(bench, "-c", LOADS, root, TODAY.isoformat())

    return sides


FIGURES = (
    Figure("start", "labcamp --help / mkdocs --help", 0.8, 21, helps),
    Figure("start", "labcamp / labcamp list", 1.0, 21, overviews),
    Figure("start", "labcamp --version / python -c pass", 2.5, 31, versions),
    Figure("start", "labcamp list / khal --help", 1.2, 21, lists),
    Figure("days", "labcamp dates / holidays, its calendars", 3.0, 21, days),
    Figure("foreign", "dates, ten calendars of others / icalendar", 1.5, 9, with_calendars("dates")),
    Figure("foreign", "check, ten calendars of others / icalendar", 1.5, 9, with_calendars("check")),
    Figure("read", "read / CSafeLoader", 0.6, 9, reads("read"), ("cpu",)),
    Figure("read", "read, model and rules / CSafeLoader", 0.8, 9, reads("load"), ("cpu",)),
    Figure("check", "labcamp check / labcamp list", 2.0, 21, checks),
    Figure("check", "check 1,000 events / read and shape them", 3.0, 9, reads("check", "shape"), ("cpu",)),
    Figure("write", "write 10 events / icalendar", 0.6, 15, writes(10), ("cpu",)),
    Figure("write", "write 1,000 events / icalendar", 0.6, 9, writes(1000), ("cpu",)),
    Figure("write", "write 10,000 events / icalendar", 0.6, 3, writes(10_000), ("cpu",)),
    Figure("feed", "labcamp export-ics / yaml2ics", 0.35, 5, feeds),
    Figure("mail", "newsletter / jinja2, css-inline, email", 1.3, 9, mails, ("cpu",)),
    Figure("letters", "35 invitations / 1 and 35 mails in process", 1.5, 9, letters),
    Figure("people", "people with .xlsx / .csv and openpyxl", 1.0, 9, workbooks),
    Figure("exchange", "import 1,000 events / icalendar and files", 2.0, 9, imports),
    Figure("exchange", "import --dry-run, 500 sessions / check", 2.0, 15, dry_imports),
    Figure("print", "35 badges in one document / one handout", 2.0, 9, badges),
    Figure("print", "handout as PDF / weasyprint", 0.2, 9, handouts),
    Figure("print", "a handout of the series / typst, one line", 3.0, 15, prints),
    Figure("groups", "groups without PDF / list", 1.5, 15, plans("--no-pdf")),
    Figure("groups", "groups with three PDFs / list", 1.5, 15, plans()),
    Figure("preview", "saved until seen / render-newsletter", 3.0, 15, previews, ("wall",)),
    Figure("paper", "30 findings as PDF / one handout", 2.0, 9, paper("pdf", "handout")),
    Figure("paper", "30 findings as Word / as PDF", 1.0, 9, paper("docx", "pdf")),
    Figure("paper", "30 findings, appendix as PDF / handout", 2.0, 9, paper("pdf", "handout", "appendix")),
    Figure("paper", "harvest, 1,000 events / load them", 1.3, 5, harvests("said")),
    Figure("paper", "harvest, six takeaways each / load them", 1.3, 5, harvests("said-twice")),
    Figure("build", "labcamp build / hugo, one file", 2.5, 5, builds, ("cpu",), ("build", "hugo")),
    Figure("site", "render-site, 1,000 events / hugo", 3.0, 5, sites, ("cpu",)),
    Figure("site", "render-site, real / build --no-pdf", 1.5, 9, real_sites, ("cpu",)),
    Figure("site", "build again, all there / build --no-pdf", 1.2, 9, again, ("cpu",)),
)
WRITTEN = tuple(f"{writer}-{count}" for count in (10, 1000, 10_000) for writer in ("labcamp", "icalendar"))
GROUPS = tuple(dict.fromkeys(figure.group for figure in FIGURES))


def made(folder: Path) -> list[Path]:
    """All files below a folder."""
    return [path for path in folder.rglob("*") if path.is_file()]


def sizes(bench: Bench) -> Iterator[str]:
    """How much both sides made, so that nobody wins by doing less."""
    for name in (*WRITTEN, "feed", "yaml2ics", "build", "hugo", "site", "hugo-site"):
        files = made(bench.out(name))
        entries = sum(path.read_bytes().count(b"BEGIN:VEVENT") for path in files if path.suffix == ".ics")
        if files:
            size = sum(path.stat().st_size for path in files) / 1_000_000
            yield f"{name}: {len(files):,} files, {size:.2f} MB, {entries:,} calendar entries"
