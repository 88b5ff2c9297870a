"""`render-invitation`: the invitation."""

from labcamp.terminal.mails import MailOrder, make_mail
from labcamp.terminal.making import sound
from labcamp.terminal.options import Limit, MakeOptions, MaybeEvent, Ready, To


def render_invitation(
    event: MaybeEvent = None, *, ready: Ready = False, to: To = None, limit: Limit = None, options: MakeOptions
) -> None:
    """The invitation, for all or one for each person."""
    make_mail(MailOrder(sound(options.root, options.today, event), "invitation", event, ready, to, limit), options)
