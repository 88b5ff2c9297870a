"""Groups side by side: ours, random ones, and OR-Tools' CP-SAT in an environment of its own.

    python tests/benchmarks/grouping.py [--seconds 2 10 60] [--no-peer] [--sweep]

35 people, 5 rounds of groups of 4 to 5. First without wishes: repeats. Then five made-up lists (`made_groups.py`): the
mean of repeats / colleagues / met before / different people met, against what we promise. `--sweep` counts the repeats
of every plan for 4 to 120 people, sizes 2 to 8 and 1 to 8 rounds against those that are stated. The exit code is 1
when something is over. CP-SAT gets the plain model: a seat a person, round and table, a meeting a pair and round.
"""

import argparse
import json
import random
import subprocess
import sys
import time
from itertools import chain, combinations
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1])]

from environments import installed  # noqa: E402 -- the checkout goes on the path first
from made_groups import PEOPLE, made_people, shuffled  # noqa: E402
from measure import NotThereError, surroundings  # noqa: E402

from labcamp.planning.groups import Figures, People, Plan, Priority, Wishes, figures, plan  # noqa: E402
from labcamp.planning.groups.designs import grid  # noqa: E402
from labcamp.planning.groups.halls import counts_for  # noqa: E402

WISHES, GROUPS, LISTS = Wishes(5, (4, 5)), 8, 5
# Priority, then the most repeats, colleagues, met before, the fewest different people met, seconds of processor time.
PROMISED: tuple[tuple[Priority, tuple[float, ...]], ...] = (("today", (0, 0, 48, 300, 1)), ("new", (6, 0, 29, 290, 3)))
MODEL = """
import json, sys
from itertools import combinations
from ortools.sat.python import cp_model
people, rounds, groups, seconds = json.loads(sys.argv[1])
model = cp_model.CpModel()
seat = {(p, r, g): model.new_bool_var("") for p in range(people) for r in range(rounds) for g in range(groups)}
for r in range(rounds):
    for p in range(people):
        model.add_exactly_one(seat[p, r, g] for g in range(groups))
    for g in range(groups):
        model.add_linear_constraint(sum(seat[p, r, g] for p in range(people)), people // groups, -(-people // groups))
repeats = []
for a, b in combinations(range(people), 2):
    meets = []
    for r in range(rounds):
        meet = model.new_bool_var("")
        for g in range(groups):
            model.add_bool_or(~seat[a, r, g], ~seat[b, r, g], meet)
        meets.append(meet)
    extra = model.new_int_var(0, rounds, "")
    model.add(extra >= sum(meets) - 1)
    repeats.append(extra)
model.minimize(sum(repeats))
solver = cp_model.CpSolver()
solver.parameters.max_time_in_seconds, solver.parameters.num_workers = seconds, 2
status = solver.solve(model)
print(int(solver.objective_value) if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) else "none")
"""


def main() -> int:
    """Print everything; 0 when all is as promised."""
    options = _options()
    good = _plain(options)
    good &= _lists()
    if options.sweep:
        good &= _sweep()
    return 0 if good else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", type=Path, default=Path("~/.cache/labcamp-benchmarks"), help="where CP-SAT is kept")
    parser.add_argument("--seconds", type=int, nargs="+", default=[2, 10, 60], help="how long CP-SAT may look")
    parser.add_argument("--no-peer", action="store_true", help="without CP-SAT")
    parser.add_argument("--sweep", action="store_true", help="count the repeats of all sizes, too")
    return parser.parse_args()


def _plain(options: argparse.Namespace) -> bool:
    nobody = People(("",) * PEOPLE)
    begun = time.process_time()
    ours = figures(plan(WISHES, nobody, "today", b"benchmark"), nobody, WISHES).repeats
    print(f"35 people, 5 rounds, groups of 4 to 5: repeats\nours {ours:>30} {time.process_time() - begun:>8.3f} s")
    print(f"random {figures(_random(0), nobody, WISHES).repeats:>28}")
    for seconds in () if options.no_peer else options.seconds:
        print(
            f"CP-SAT, {seconds} s{_solved(options.cache.expanduser().resolve(), seconds):>{26 - len(str(seconds))}}",
            flush=True,
        )
    return ours == 0


def _solved(cache: Path, seconds: int) -> str:
    try:
        python = str(installed(cache, "ortools") / "python")
    except NotThereError as reason:
        return f" not there: {reason}"
    words = (python, "-c", MODEL, json.dumps([PEOPLE, WISHES.rounds, GROUPS, seconds]))
    done = subprocess.run(words, capture_output=True, text=True, check=False, env=surroundings())
    return done.stdout.strip() or done.stderr.strip().splitlines()[-1]


def _random(number: int) -> Plan:
    chance = random.Random(number)
    rounds = [shuffled(range(PEOPLE), chance) for _ in range(WISHES.rounds)]
    return Plan(tuple(tuple(tuple(each[table::GROUPS]) for table in range(GROUPS)) for each in rounds), (GROUPS,))


def _lists() -> bool:
    print("\nmean of five lists: repeats / colleagues / met before / different people met, seconds at most")
    print(f"{'random':<10}{_mean([figures(_random(each), made_people(each), WISHES) for each in range(LISTS)])}")
    good = [_kept(priority, limits) for priority, limits in PROMISED]  # each is told, whatever the others are
    return all(good)


def _mean(found: list[Figures]) -> tuple[float, ...]:
    rows = [(each.repeats, each.colleagues, each.met_before, each.different) for each in found]
    return tuple(sum(column) / len(rows) for column in zip(*rows, strict=True))


def _kept(priority: Priority, promised: tuple[float, ...]) -> bool:
    repeats, colleagues, met, different, seconds = promised
    found, longest = [], 0.0
    for number in range(LISTS):
        people, begun = made_people(number), time.process_time()
        found.append(figures(plan(WISHES, people, priority, b"benchmark"), people, WISHES))
        longest = max(longest, time.process_time() - begun)
    mean = _mean(found)
    good = all(one <= most for one, most in zip(mean, (repeats, colleagues, met), strict=False))
    good &= mean[3] >= different and longest <= seconds
    limits = f"at most {repeats} / {colleagues} / {met}, at least {different}, {seconds} s"
    print(f"{priority:<10}{mean} {longest:.2f} s  {'ok' if good else 'over'}  ({limits})", flush=True)
    return good


def _sweep() -> bool:
    """The rounds of all designs, and their repeats as stated and by the plain way of counting."""
    wrong = total = without = 0
    for people in range(4, 121):
        for size in range(2, min(8, people) + 1):
            (groups,) = counts_for(people, (size, size))
            for rounds in range(1, 9):
                design = grid(groups, tuple(range(people)), rounds, last=True)
                met = [pair for each in design.rounds for table in each for pair in combinations(sorted(table), 2)]
                once = all(sorted(chain.from_iterable(each)) == list(range(people)) for each in design.rounds)
                fine = (
                    once
                    and len(met) - len(set(met)) == design.repeats
                    and not (design.repeats and rounds <= design.safe)
                )
                wrong, total, without = wrong + (not fine), total + 1, without + (design.repeats == 0)
    print(f"\n{total} designs, {without} of them without a repeat: {wrong} state another number than is counted")
    return wrong == 0


if __name__ == "__main__":
    sys.exit(main())
