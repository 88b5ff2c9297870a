"""What is said of a plan of groups: what is certain before it is made, what came of it, and who sits elsewhere now."""

from collections.abc import Sequence

import typer

from labcamp.model.private import Participant
from labcamp.planning.groups import Figures, Guarantee, Moved, People
from labcamp.terminal.language import phrases_of
from labcamp.terminal.tables import print_table

say = phrases_of("groups")

MANY = 10  # people; of fewer a share would tell of single ones


def in_words(sure: Guarantee) -> str:
    """What is proved of one hall: `35 Personen, Vierer- und Fünfergruppen: sicher 8 Runden ohne Wiederholung`."""
    values = {"people": sure.people, "groups": sure.groups, "sizes": _sizes(sure.sizes), "rounds": sure.rounds}
    parts = [say("groups_of", **values)]
    if sure.safe is None:
        parts.append(say(f"groups_unproved_{sure.unproved}"))
    else:
        parts.append(say("groups_safe" if sure.safe != 1 else "groups_safe_one", safe=sure.safe))
    if sure.forbidden_beyond is not None:
        said = "groups_forbidden" if sure.forbidden_beyond != 1 else "groups_forbidden_one"
        parts.append(say(said, most=sure.forbidden_beyond))
    if sure.repeats:
        parts.append(say("groups_repeats", rounds=sure.rounds, repeats=sure.repeats))
    head, first, *others = parts
    return f"{head}: {'; '.join((first, *others))}."


def _sizes(sizes: Sequence[int]) -> str:
    """Sizes of groups in words: `Vierer- und Fünfergruppen`."""
    words = say("groups_words").split()
    named = [words[size] if size < len(words) else say("groups_word", size=size) for size in sorted({*sizes})]
    if len(named) == 1:
        return say("groups_one_size", one=named[0])
    return say("groups_two_sizes", one=say("groups_between").join(named[:-1]), other=named[-1])


def tell_figures(reached: Figures, known: People) -> None:
    """Say what came of it; which share of all pairs has met before only where that tells of nobody."""
    typer.echo("")
    for name in ("repeats", "colleagues", "met_before", "new"):
        typer.echo(say(f"groups_reached_{name}", count=getattr(reached, name)))
    if reached.apart:
        typer.echo(say("groups_reached_apart", count=reached.apart))
    every = known.count * (known.count - 1) // 2
    if known.count >= MANY and known.met:
        typer.echo(say("groups_share", share=round(100 * len(known.met) / every)))
    typer.echo("")


def tell_moves(moves: Sequence[Moved], people: Sequence[Participant]) -> None:
    """Print who sits elsewhere now, by round; names, and never an address."""
    rows = [(str(move.round + 1), people[move.person].name, _table(move.before), _table(move.after)) for move in moves]
    if rows:
        print_table(("round", "name", "before", "after"), rows)
    else:
        typer.echo(say("groups_as_before"))


def _table(number: int | None) -> str:
    """A table as people call it."""
    return "–" if number is None else str(number + 1)
