"""Who may ask the preview, and for what: its own page on this machine, to read."""

from collections.abc import Mapping
from hmac import compare_digest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send


OWN = "'self'"
COOKIE = "labcamp-preview"
# Nothing from elsewhere, nothing inline; mails stand in frames.
OF_PAGES = {
    "default-src": "'none'",
    "script-src": OWN,
    "style-src": OWN,
    "img-src": OWN,
    "font-src": OWN,
    "connect-src": OWN,
    "frame-src": OWN,
    "frame-ancestors": OWN,
    "base-uri": "'none'",
    "form-action": "'none'",
}
# A mail has its style in its tags and a handout its fonts in itself; neither may run or load anything.
OF_DRAFTS = {
    "default-src": "'none'",
    "style-src": "'unsafe-inline'",
    "img-src": "data:",
    "font-src": "data:",
    "frame-ancestors": OWN,
    "base-uri": "'none'",
    "form-action": "'none'",
    "sandbox": "allow-same-origin",
}
# A page of the site runs its own program, which searches. Templates of others may have changed it: where there is
# something private, it runs none.
OF_SITE = {
    "default-src": "'none'",
    "script-src": OWN,
    "style-src": OWN,
    "img-src": OWN,
    "font-src": OWN,
    "frame-ancestors": OWN,
    "base-uri": "'none'",
    "form-action": "'none'",
}
OF_SITE_BESIDE_PRIVATE = OF_SITE | {
    "script-src": "'none'",
    "sandbox": "allow-same-origin allow-downloads allow-popups allow-popups-to-escape-sandbox",
}
# What people have put beside it does nothing; a picture has its style in its tags.
OF_FILES = {"default-src": "'none'", "style-src": "'unsafe-inline'", "img-src": "data:", "frame-ancestors": OWN}


def policy(rules: Mapping[str, str]) -> str:
    """A Content-Security-Policy (W3C CSP3 section 2.2.1)."""
    return "; ".join(" ".join(rule) for rule in rules.items())


HEADERS = {
    "content-security-policy": policy(OF_PAGES),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}


def guarded(app: "ASGIApp", port: int, key: str = "") -> "ASGIApp":
    """The app for those who ask with GET or HEAD under a name of this machine; every answer has the headers of all.

    A page from elsewhere can let a name of its own point to this machine, but then it asks under that name. Where there
    is a key, only who has it is answered: on a terminal server others reach this machine's ports, too.
    """
    from starlette.responses import PlainTextResponse

    if key:
        app = _for_holders(app, key)
    hosts = {f"{name}:{port}".encode() for name in ("127.0.0.1", "localhost", "[::1]")}
    elsewhere = PlainTextResponse("This preview answers only under its own address.\n", 421)
    no_writing = PlainTextResponse("This preview can only be read.\n", 405, {"allow": "GET, HEAD"})

    async def guard(scope: "Scope", receive: "Receive", send: "Send") -> None:
        async def with_headers(message: "Message") -> None:
            if message["type"] == "http.response.start":
                own = {name for name, _ in message["headers"]}
                more = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
                message["headers"] = [*message["headers"], *(each for each in more if each[0] not in own)]
            await send(message)

        answer = app if scope["method"] in {"GET", "HEAD"} else no_writing
        if [value for name, value in scope["headers"] if name == b"host"] not in [[host] for host in hosts]:
            answer = elsewhere
        await answer(scope, receive, with_headers)

    return guard


def _for_holders(app: "ASGIApp", key: str) -> "ASGIApp":
    """The app for who has come by an address with the key; a cookie remembers that, and the address loses it."""
    from starlette.requests import Request
    from starlette.responses import PlainTextResponse, RedirectResponse

    closed = PlainTextResponse("Open the preview by the address that labcamp has printed.\n", 403)

    async def asked(scope: "Scope", receive: "Receive", send: "Send") -> None:
        request = Request(scope)
        if compare_digest(request.cookies.get(COOKIE, "").encode(), key.encode()):
            answer = app
        elif compare_digest(request.query_params.get("key", "").encode(), key.encode()):
            # Two slashes at the beginning would name another machine.
            known = RedirectResponse("/" + request.url.path.lstrip("/\\"), 303)
            known.set_cookie(COOKIE, key, httponly=True, samesite="strict")
            answer = known
        else:
            answer = closed
        await answer(scope, receive, send)

    return asked
