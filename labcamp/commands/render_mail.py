"""`render-mail`: one of the mails around an event."""

from pathlib import Path

from labcamp.terminal.letters import Kind, Order, known_kind, written, written_for_each
from labcamp.terminal.making import Target, sound
from labcamp.terminal.options import DryRun, EventOrNext, Force, Lang, Limit, Open, Out, Ready, Root, To, Today, day


def render_mail(
    kind: Kind,
    event: EventOrNext = None,
    *,
    ready: Ready = False,
    to: To = None,
    limit: Limit = None,
    root: Root = Path(),
    out: Out = None,
    dry_run: DryRun = False,
    force: Force = False,
    today: Today = None,
    open_: Open = False,
    lang: Lang = None,
) -> None:
    """One of the mails around one event, for all or one for each person."""
    kind = known_kind(kind)
    order = Order(sound(root, day(today)), kind, event, ready, to, limit)
    target = Target(root / "out", dry_run, force, open_)
    if to is None:
        written(order, out, target)
        return

    written_for_each(order, out, target)
