"""The preview's server: what it answers at each address, and how it tells its pages that a file has changed."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
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
    app = guarded(app_of(live), listening.getsockname()[1])
    server = uvicorn.Server(uvicorn.Config(app, lifespan="off", ws="none", http="h11", loop="asyncio", **quiet))
    serving = asyncio.create_task(server.serve([listening]))
    watching = asyncio.create_task(_watch(live))
    while not live.ended and not serving.done() and not watching.done():
        live.ended = server.should_exit  # what an interrupt sets
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


Answer = Callable[["Request"], Awaitable["Response"]]


def app_of(live: Live) -> "Starlette":
    """The addresses; every name in one is looked up in a table, none is that of a file."""
    from starlette.applications import Starlette
    from starlette.exceptions import HTTPException
    from starlette.responses import HTMLResponse, Response, StreamingResponse
    from starlette.routing import Route

    def answering(answer: Callable[[View, "Request"], str], **headers: str) -> Answer:
        async def answered(request: "Request") -> "Response":
            return HTMLResponse(answer(live.view, request), headers=headers)

        return answered

    async def waiting(_: "Request") -> "Response":
        return StreamingResponse(_told(live), media_type="text/event-stream")

    async def file(request: "Request") -> "Response":
        found = asset(_known(request, "name", ASSETS))
        return Response(found.content, media_type=found.media_type)

    async def whole_list(request: "Request") -> "Response":
        return HTMLResponse(await _whole_list(live.view, request))

    async def missing(_: "Request", __: Exception) -> "Response":
        return HTMLResponse(nothing_page(live.view), 404)

    draft = answering(_draft)
    addresses: dict[str, Answer] = {
        "/": answering(lambda view, _: index_page(view)),
        "/-/changes": waiting,
        "/-/{name}": file,
        "/{event}": draft,
        "/{event}/": draft,
        "/{event}/{name}": draft,
        "/{event}/{name}/document": answering(_document, **{"content-security-policy": policy(OF_DRAFTS)}),
        "/{event}/{name}/drafts": whole_list,
        "/{event}/{name}/{part}": draft,
    }
    app = Starlette(routes=[Route(*pair) for pair in addresses.items()], exception_handlers={HTTPException: missing})
    app.router.redirect_slashes = False
    return app


def _draft(view: View, request: "Request") -> str:
    """The page of a draft in one of its parts; where none is named, of the one that is looked at first."""
    stage, event = _event(view, request)
    fitting = (name for name in (*FIRST, *DRAFTS) if not why_not(stage.workspace, event, name))
    name = _known(request, "name", DRAFTS) if "name" in request.path_params else next(fitting)
    part = _known(request, "part", PARTS) if "part" in request.path_params else PARTS[0]
    return event_page(view, stage, event, name, part)


def _document(view: View, request: "Request") -> str:
    """A draft as HTML, alone, as it goes out."""
    stage, event = _event(view, request)
    name = _known(request, "name", DRAFTS)
    if why_not(stage.workspace, event, name):
        return ""
    return shown(view, stage, event, name).draft.html


async def _whole_list(view: View, request: "Request") -> str:
    """The list of all drafts with what they are about; others are answered between one and the next."""
    stage, event = _event(view, request)
    for name in DRAFTS:
        if not why_not(stage.workspace, event, name):
            shown(view, stage, event, name)
            await asyncio.sleep(0)
    return list_part(view, stage, event, _known(request, "name", DRAFTS))


def _event(view: View, request: "Request") -> tuple[Stage, Event]:
    """The event that an address names, on the stage that is shown."""
    from starlette.exceptions import HTTPException

    if view.stage:
        for event in view.stage.workspace.events:
            if event.id == request.path_params["event"]:
                return view.stage, event
    raise HTTPException(404)


def _known(request: "Request", key: str, table: Any) -> str:
    """The word that an address has in a place, if it is one of these."""
    from starlette.exceptions import HTTPException

    if (word := request.path_params[key]) in table:
        return str(word)
    raise HTTPException(404)
