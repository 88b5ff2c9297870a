"""`render-invitation`, `render-agenda`, `render-newsletter`: one kind of artefact."""

from collections.abc import Callable
from pathlib import Path

from labcamp.cli.options import DryRun, EventOrNext, Force, Lang, Open, Out, Root, Today, day


def rendering(kind: str) -> Callable[..., None]:
    """The command that makes one kind of artefact, of one event."""

    def render(
        event: EventOrNext = None,
        *,
        root: Root = Path(),
        out: Out = None,
        dry_run: DryRun = False,
        force: Force = False,
        today: Today = None,
        open_: Open = False,
        lang: Lang = None,
    ) -> None:
        from labcamp.cli.choice import chosen_or_next
        from labcamp.cli.making import Target, advised, made, sound
        from labcamp.render import KINDS

        workspace = sound(root, day(today))
        artefacts = KINDS[kind](workspace, (chosen_or_next(workspace, event),))
        made(artefacts, Target(out or root / "out", dry_run, force, open_))
        advised(workspace)

    return render
