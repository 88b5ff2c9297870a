"""`render-agenda`: the handout."""

from labcamp.render.stage import stage_of
from labcamp.terminal.kept import kept
from labcamp.terminal.making import kinds, sound, tell_advice, write_and_tell
from labcamp.terminal.options import MakeOptions, MaybeEvent, NoPdf, Notes
from labcamp.terminal.which_event import chosen_or_next


def render_agenda(
    event: MaybeEvent = None, *, notes: Notes = False, no_pdf: NoPdf = False, options: MakeOptions
) -> None:
    """The handout of one event."""
    workspace = sound(options.root, options.today, event)
    events = (chosen_or_next(workspace, event),)
    wanted = kinds(pdf=not no_pdf)
    stage = stage_of(workspace, kept())
    artefacts = list(wanted["agenda"](stage, events))
    if "handout" in wanted:
        artefacts += wanted["handout"](stage, events, notes=notes)
    write_and_tell(artefacts, options)
    tell_advice(workspace, *events)
