"""What became of files, in words."""

from collections.abc import Sequence

from labcamp.files.write import Outcome
from labcamp.findings import Place, finding
from labcamp.terminal.language import say
from labcamp.terminal.report import tell


def line(outcome: Outcome, *, dry_run: bool) -> str:
    """What became of a file, or would: `created    out/labcamp-10/agenda.html`."""
    word = say(f"would_{outcome.word}" if dry_run else outcome.word)
    return f"{word:<{len(say('unchanged'))}}  {outcome.path.as_posix()}"


def tell_kept(outcomes: Sequence[Outcome]) -> None:
    """Files that a person has changed are named, for they are not what labcamp would have written."""
    tell([finding("LC901", Place(outcome.path.as_posix())) for outcome in outcomes if outcome.word == "kept"])
