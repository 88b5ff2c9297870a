"""The preview's server: what it answers at each address, and how it tells its pages that a file has changed."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Container, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from labcamp.model import Event
from labcamp.preview.answers import OF_DRAFTS, guarded, policy
from labcamp.preview.drafts import DRAFTS, why_not
from labcamp.preview.look import ASSETS, asset
from labcamp.preview.pages import PARTS, event_page, index_page, list_part, nothing_page
from labcamp.preview.view import Setting, View, shown, view_of
from labcamp.preview.watching import changes
from labcamp.render.stage import Stage

if TYPE_CHECKING:
    from socket import socket

    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

PATIENCE = 0.25  # seconds after which somebody who waits for a change looks whether the server goes on
FIRST = ("invitation", "newsletter", "cancellation")  # of these that fit, the first is seen where no draft is named
COMES_BACK = "retry: 500\n\n"  # milliseconds after which a page looks whether the server is there again


@dataclass
class Live:
    """What the server shows now, what it sets when that changes, and whether it is to end."""

    view: View
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    ended: bool = False


def live_of(setting: Setting) -> Live:
    """The first view of a folder, ready to be served."""
    return Live(view_of(setting))


async def serve(live: Live, listening: "socket") -> None:
    """Answer at a socket that listens, until `ended` or an interrupt; LC812 where the system tells of no changes."""
    import uvicorn

    quiet: dict[str, Any] = {"log_config": None, "access_log": False, "server_header": False, "proxy_headers": False}
    app = guarded(app_of(live), listening.getsockname()[1], live.view.setting.key)
    server = uvicorn.Server(uvicorn.Config(app, lifespan="off", ws="none", http="h11", loop="asyncio", **quiet))
    serving = asyncio.create_task(server.serve([listening]))
    watching = asyncio.create_task(_watch(live))
    # An interrupt sets `should_exit`; the server then waits for pages that listen, which end only with `ended`.
    while not (live.ended or server.should_exit or serving.done() or watching.done()):
        await asyncio.wait({serving, watching}, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
    live.ended = server.should_exit = True
    await serving
    watching.cancel()
    with suppress(asyncio.CancelledError):
        await watching


async def _watch(live: Live) -> None:
    """Every change makes a new view, of which all who wait are told."""
    async for _ in changes(live.view.setting):
        live.view = view_of(live.view.setting, live.view)
        live.changed.set()
        live.changed = asyncio.Event()


async def _told(live: Live) -> AsyncIterator[str]:
    """The number of the view, now and whenever there is a new one (HTML Living Standard, server-sent events)."""
    yield COMES_BACK
    number = 0
    while not live.ended:
        if live.view.number != number:
            number = live.view.number
            yield f"data: {number}\n\n"
        with suppress(TimeoutError):
            await asyncio.wait_for(live.changed.wait(), PATIENCE)


def app_of(live: Live) -> "Starlette":
    """What answers at the addresses; every name in one is looked up in a table, none is that of a file."""
    from starlette.applications import Starlette
    from starlette.exceptions import HTTPException
    from starlette.routing import Route

    routes = [Route(path, partial(answer, live)) for path, answer in ADDRESSES.items()]
    app = Starlette(routes=routes, exception_handlers={HTTPException: partial(_missing, live)})
    app.router.redirect_slashes = False
    return app


async def _index(live: Live, _: "Request") -> "Response":
    from starlette.responses import HTMLResponse

    return HTMLResponse(index_page(live.view))


async def _changes(live: Live, _: "Request") -> "Response":
    from starlette.responses import StreamingResponse

    return StreamingResponse(_told(live), media_type="text/event-stream")


async def _file(_: Live, request: "Request") -> "Response":
    from starlette.responses import Response

    found = asset(_known(request, "name", ASSETS))
    return Response(found.content, media_type=found.media_type)


async def _draft(live: Live, request: "Request") -> "Response":
    """The page of a draft in one of its parts; where none is named, of the one that is looked at first."""
    from starlette.responses import HTMLResponse

    stage, event = _event(live.view, request)
    fitting = (name for name in (*FIRST, *DRAFTS) if not why_not(stage.workspace, event, name))
    name = _known(request, "name", DRAFTS) if "name" in request.path_params else next(fitting)
    part = _known(request, "part", PARTS) if "part" in request.path_params else PARTS[0]
    return HTMLResponse(event_page(live.view, stage, event, name, part))


async def _document(live: Live, request: "Request") -> "Response":
    """A draft as HTML, alone, as it goes out."""
    from starlette.responses import HTMLResponse

    stage, event = _event(live.view, request)
    name = _known(request, "name", DRAFTS)
    html = "" if why_not(stage.workspace, event, name) else shown(live.view, stage, event, name).draft.html
    return HTMLResponse(html, headers={"content-security-policy": policy(OF_DRAFTS)})


async def _drafts(live: Live, request: "Request") -> "Response":
    """The list of all drafts with what they are about; others are answered between one and the next."""
    from starlette.responses import HTMLResponse

    view, current = live.view, _known(request, "name", DRAFTS)
    stage, event = _event(view, request)
    for name in DRAFTS:
        if not why_not(stage.workspace, event, name):
            shown(view, stage, event, name)
            await asyncio.sleep(0)
    return HTMLResponse(list_part(view, stage, event, current))


async def _missing(live: Live, _: "Request", __: Exception) -> "Response":
    from starlette.responses import HTMLResponse

    return HTMLResponse(nothing_page(live.view), 404)


ADDRESSES: Mapping[str, Callable[[Live, "Request"], Awaitable["Response"]]] = {
    "/": _index,
    "/-/changes": _changes,  # no event is called -
    "/-/{name}": _file,
    "/{event}": _draft,
    "/{event}/": _draft,
    "/{event}/{name}": _draft,
    "/{event}/{name}/document": _document,
    "/{event}/{name}/drafts": _drafts,
    "/{event}/{name}/{part}": _draft,
}


def _event(view: View, request: "Request") -> tuple[Stage, Event]:
    """The event that an address names, on the stage that is shown."""
    from starlette.exceptions import HTTPException

    events = view.stage.workspace.events if view.stage else ()
    found = next((event for event in events if event.id == request.path_params["event"]), None)
    if view.stage is None or found is None:
        raise HTTPException(404)
    return view.stage, found


def _known(request: "Request", key: str, table: Container[str]) -> str:
    """The word that an address has in a place, if it is one of these."""
    from starlette.exceptions import HTTPException

    word = str(request.path_params[key])
    if word not in table:
        raise HTTPException(404)
    return word
