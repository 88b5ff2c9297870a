"""A browser that is told what to do, over the two pipes of its DevTools protocol, and tells what it sees."""

import base64
import json
import os
import select
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from in_browser import BROWSER, QUIET, SCHEMES

LONGEST = 30  # seconds until what is waited for is given up
END = b"\0"


class LeftError(AssertionError):
    """The page that was asked has been left, and another one is on its way."""


class Page:
    """One page of a browser; `heard` are the names and parameters of what it has told by itself."""

    def __init__(self, to_browser: int, from_browser: int) -> None:
        self.to_browser, self.from_browser = to_browser, from_browser
        self.number, self.rest, self.session = 0, b"", ""
        self.heard: list[tuple[str, dict[str, Any]]] = []
        target = self.told("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.told("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.told(f"{domain}.enable")

    def told(self, method: str, **parameters: object) -> dict[str, Any]:
        """What the browser answers to a command."""
        self.number += 1
        session = {"sessionId": self.session} if self.session else {}
        command = {"id": self.number, "method": method, "params": parameters} | session
        os.write(self.to_browser, json.dumps(command).encode() + END)
        while (message := self._next()).get("id") != self.number:
            self.heard.append((message.get("method", ""), message.get("params", {})))
        if "navigated" in str(message.get("error", "")):
            raise LeftError(message)
        assert "error" not in message, message
        result: dict[str, Any] = message["result"]
        return result

    def _next(self) -> dict[str, Any]:
        while END not in self.rest:
            ready, _, _ = select.select([self.from_browser], [], [], LONGEST)
            more = os.read(self.from_browser, 1 << 20) if ready else b""
            assert more, "the browser says nothing any more"
            self.rest += more
        message, _, self.rest = self.rest.partition(END)
        read: dict[str, Any] = json.loads(message)
        return read

    def goes(self, address: str) -> None:
        """The page is at an address, and all of it is there."""
        self.told("Page.navigate", url=address)
        self.until("document.readyState === 'complete'")

    def says(self, expression: str) -> Any:
        """What an expression in JavaScript gives in the page."""
        options = {"returnByValue": True, "awaitPromise": True}
        found = self.told("Runtime.evaluate", expression=expression, **options)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def until(self, expression: str) -> None:
        """Wait until an expression is true; AssertionError where it stays false."""
        ends = time.monotonic() + LONGEST
        while not self._holds(expression):
            assert time.monotonic() < ends, f"{expression} stays {self.says(expression)}"
            time.sleep(0.02)

    def _holds(self, expression: str) -> bool:
        """Tell whether an expression is true; none is while the page changes."""
        try:
            return bool(self.says(f"Boolean({expression})"))
        except LeftError:
            return False

    def has_size(self, width: int, height: int) -> None:
        """The window has a size in pixels."""
        self.told("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def picture(self, path: Path) -> None:
        """What can be seen now stands in a file (PNG)."""
        path.write_bytes(base64.b64decode(self.told("Page.captureScreenshot", format="png")["data"]))


@contextmanager
def opened(folder: Path, scheme: str = "light", arguments: tuple[str, ...] = ()) -> Iterator[Page]:
    """A page of a browser, of a person who prefers a scheme; a folder holds its profile."""
    for_browser, to_browser = os.pipe()
    from_browser, for_us = os.pipe()
    # The browser reads commands from its file 3 and writes answers to its file 4; a shell puts the pipes there.
    script = f'exec "$@" 3<&{for_browser} 4>&{for_us}'
    words = [str(BROWSER), *QUIET.split(), f"--user-data-dir={folder / 'profile'}", "--remote-debugging-pipe"]
    words += (*arguments, f"--blink-settings=preferredColorScheme={SCHEMES[scheme]}")
    browser = subprocess.Popen(
        ["bash", "-c", script, "browser", *words], pass_fds=(for_browser, for_us), stderr=subprocess.DEVNULL
    )
    os.close(for_browser)
    os.close(for_us)
    try:
        page = Page(to_browser, from_browser)
        yield page
        page.session = ""
        page.told("Browser.close")
    finally:
        browser.terminate()
        browser.wait(10)
        os.close(to_browser)
        os.close(from_browser)
