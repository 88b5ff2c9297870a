"""`preview`: every draft in the browser, as people will see it."""

import gc
import re
import webbrowser
from secrets import token_urlsafe
from typing import Annotated

import typer

from labcamp.findings import LabcampError, Place, UsageError, finding
from labcamp.preview import PORTS, listening_at, served
from labcamp.preview.serving import live_of
from labcamp.preview.view import Setting
from labcamp.render.stage import Stage
from labcamp.terminal.kept import kept
from labcamp.terminal.language import language, phrases_of
from labcamp.terminal.options import ReadOptions, event_names
from labcamp.terminal.which_event import chosen
from labcamp.workspace import EVENTS

say = phrases_of("preview")

ALLOWED = range(1024, 65536)

EventOrList = Annotated[str | None, typer.Argument(autocompletion=event_names)]
Port = Annotated[str | None, typer.Option("--port")]
Private = Annotated[bool, typer.Option("--private")]
OpenBrowser = Annotated[bool, typer.Option("--open")]


def preview(
    event: EventOrList = None,
    *,
    port: Port = None,
    private: Private = False,
    open_: OpenBrowser = False,
    options: ReadOptions,
) -> None:
    """The drafts stand in the browser until Ctrl+C; what is wrong in the files stands there, too."""
    key = token_urlsafe(16) if private else ""
    live = live_of(Setting(options.root, options.today, language(), private, key, kept()))
    if not (options.root / EVENTS).is_dir():  # all else that is wrong stands on the page
        raise LabcampError(*live.view.findings)
    path = _path(live.view.stage, event)
    listening = listening_at(PORTS if port is None else [_port(port)])
    address = f"http://127.0.0.1:{listening.getsockname()[1]}/{path}" + (f"?key={key}" if key else "")
    typer.echo(say("preview_at", address=address))
    typer.echo(say("preview_end"))
    gc.enable()  # other commands live for a moment; this one renders until it is ended
    if open_:
        _open_browser(address)
    try:
        served(live, listening)
    except KeyboardInterrupt:
        typer.echo()  # the terminal has written ^C
        typer.echo(say("preview_ended"))


def _port(text: str) -> int:
    """The port that is meant; LC811 where that is none."""
    if re.fullmatch("[0-9]{1,5}", text) and int(text) in ALLOWED:
        return int(text)
    raise UsageError(finding("LC811", Place("--port"), text=text))


def _path(stage: "Stage | None", event: str | None) -> str:
    """Where to begin: at the event that was named, else at the list of all."""
    try:
        return f"{chosen(stage.workspace, event).id}/" if event and stage else ""
    except UsageError:
        raise
    except LabcampError:  # something is wrong with its file, which the page says
        return ""


def _open_browser(address: str) -> None:
    if not webbrowser.open(address):
        typer.echo(say("cannot_open", path=address), err=True)
