"""`render-mail`: one of the mails around an event."""

from labcamp.terminal.mails import Kind, MailOrder, known_kind, make_mail
from labcamp.terminal.making import sound
from labcamp.terminal.options import Limit, MakeOptions, MaybeEvent, Ready, To


def render_mail(
    kind: Kind,
    event: MaybeEvent = None,
    *,
    ready: Ready = False,
    to: To = None,
    limit: Limit = None,
    options: MakeOptions,
) -> None:
    """One of the mails around one event, for all or one for each person."""
    kind = known_kind(kind)
    make_mail(MailOrder(sound(options.root, options.today, event), kind, event, ready, to, limit), options)
