"""The pages of the preview, and word to them when a file has changed."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Container, Iterator, Mapping
from contextlib import aclosing, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from labcamp.files.templates import FOLDER as TEMPLATES
from labcamp.findings import LabcampError, Place, finding
from labcamp.model import Event
from labcamp.preview.answers import OF_DRAFTS, OF_FILES, OF_SITE, OF_SITE_BESIDE_PRIVATE, guarded, policy
from labcamp.preview.drafts import DRAFTS, why_not
from labcamp.preview.look import ASSETS, asset
from labcamp.preview.pages import PARTS, SITE, event_page, index_page, list_part, nothing_page, site_page
from labcamp.preview.site import AT, found_at
from labcamp.preview.view import Setting, View, shown, view_of
from labcamp.render.stage import Stage
from labcamp.workspace import EVENTS
from labcamp.workspace.private import FOLDER as PRIVATE

if TYPE_CHECKING:
    from socket import socket

    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response


PATIENCE = 0.25  # seconds after which somebody who waits for a change looks whether the server goes on
FIRST = ("invitation", "newsletter", "cancellation")  # of these that fit, the first is seen where no draft is named
COMES_BACK = "retry: 500\n\n"  # milliseconds after which a page looks whether the server is there again

# In milliseconds. watchfiles looks this often, and tells what it has seen once a look brings nothing more: an editor
# that writes a file in several steps does so within one. Its own 50 would be most of the time until a page is new.
STEP = 5
LONGEST = 50  # no change waits longer, however many follow
SOON = 250  # where nothing changes, it looks whether there is a new folder


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
    private = live.view.setting.private
    names = (*FIRST, *DRAFTS)
    fitting = (name for name in names if not why_not(stage.workspace, event, name, private=private))
    name = _known(request, "name", DRAFTS) if "name" in request.path_params else next(fitting)
    part = _known(request, "part", PARTS) if "part" in request.path_params else PARTS[0]
    return HTMLResponse(event_page(live.view, stage, event, name, part))


async def _document(live: Live, request: "Request") -> "Response":
    """A draft as HTML, alone, as it goes out."""
    from starlette.responses import HTMLResponse

    stage, event = _event(live.view, request)
    name = _known(request, "name", DRAFTS)
    unfit = why_not(stage.workspace, event, name, private=live.view.setting.private)
    html = "" if unfit else shown(live.view, stage, event, name).draft.html
    return HTMLResponse(html, headers={"content-security-policy": policy(OF_DRAFTS)})


async def _site(live: Live, request: "Request") -> "Response":
    """The page that shows the site, beside the drafts of an event or alone."""
    from starlette.responses import HTMLResponse

    stage, event = _event(live.view, request) if "event" in request.path_params else (None, None)
    return HTMLResponse(site_page(live.view, stage, event))


async def _site_file(live: Live, request: "Request") -> "Response":
    """A page or another file of the site, as it is when it is published."""
    from starlette.responses import Response

    found = found_at(live.view, str(request.path_params["address"]))
    rules = OF_SITE_BESIDE_PRIVATE if live.view.setting.private else OF_SITE
    rules = rules if found.media_type == "text/html" else OF_FILES
    return Response(found.content, found.status, {"content-security-policy": policy(rules)}, found.media_type)


async def _drafts(live: Live, request: "Request") -> "Response":
    """The list of all drafts with what they are about; others are answered between one and the next."""
    from starlette.responses import HTMLResponse

    view, current = live.view, _known(request, "name", {*DRAFTS, SITE})
    stage, event = _event(view, request)
    for name in DRAFTS:
        if not why_not(stage.workspace, event, name, private=view.setting.private):
            shown(view, stage, event, name)
            await asyncio.sleep(0)
    return HTMLResponse(list_part(view, stage, event, current))


async def _missing(live: Live, _: "Request", __: Exception) -> "Response":
    from starlette.responses import HTMLResponse

    return HTMLResponse(nothing_page(live.view), 404)


ADDRESSES: Mapping[str, Callable[[Live, "Request"], Awaitable["Response"]]] = {
    "/": _index,
    "/-/changes": _changes,  # no event is called -
    "/-/site": _site,
    "/-/{name}": _file,
    f"{AT}{{address:path}}": _site_file,
    "/{event}/site": _site,
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


async def changes(setting: Setting) -> AsyncIterator[None]:
    """One item for each change; LC812 where the system does not tell of any."""
    from watchfiles import awatch

    options: dict[str, Any] = {"step": STEP, "debounce": LONGEST, "rust_timeout": SOON, "yield_on_timeout": True}
    unseen = False
    while True:
        # The folder itself is watched, too, not what else lies in it: `templates/` may come later.
        folders = tuple(_folders(setting))
        try:
            async with aclosing(awatch(setting.root, *folders, recursive=False, **options)) as all_found:
                async for found in all_found:
                    if unseen or any(_matters(Path(path), folders) for _, path in found):
                        yield
                    # In a new folder there may be files by now that came before it was watched.
                    if unseen := tuple(_folders(setting)) != folders:
                        break
        except (OSError, RuntimeError) as problem:  # watchfiles raises either, as the system has it
            reason = getattr(problem, "strerror", None) or problem
            raise LabcampError(finding("LC812", Place(setting.root.as_posix()), reason=reason)) from problem


def _folders(setting: Setting) -> Iterator[Path]:
    """The folders that drafts are made of; of what is made in `private/` only plans of groups."""
    for folder in (setting.root / EVENTS, setting.root / TEMPLATES):
        if folder.is_dir():
            yield folder
            yield from sorted(path for path in folder.rglob("*") if path.is_dir())
    if setting.private and (setting.root / PRIVATE).is_dir():
        yield setting.root / PRIVATE
        yield from sorted((setting.root / PRIVATE).glob("out/*/groups/"))


def _matters(path: Path, folders: tuple[Path, ...]) -> bool:
    """Tell whether a draft can look different now; not for what editors leave beside a file while they write."""
    name = path.name
    own = any(path.parent == folder.resolve() or path.parent == folder.absolute() for folder in folders)
    return own and not name.startswith((".", "~", "#")) and not name.endswith("~")
