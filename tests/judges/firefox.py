"""Firefox without a window, told what to do by its own protocol (Marionette), with all that its console says."""

import json
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

FIREFOX = next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), None)
LONGEST = 60  # seconds until what is waited for is given up
PREFERENCES = {
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.safebrowsing.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,nothing",
    "toolkit.telemetry.enabled": False,
}
# What pages ask of the network is kept; what the browser asks for itself belongs to no page.
LISTEN = """
globalThis.asked = [];
Services.obs.addObserver({observe: (subject) => {
  const request = subject.QueryInterface(Ci.nsIHttpChannel);
  if (request.loadInfo.browsingContextID) asked.push(request.URI.spec);
}}, "http-on-modify-request");
"""
# Errors and warnings of pages, and what they have asked for, since the last time
HEARD = """
const wrong = Services.console.getMessageArray()
  .filter((each) => each instanceof Ci.nsIScriptError && /^(file|https?):/.test(each.sourceName))
  .map((each) => `${each.sourceName}: ${each.errorMessage}`);
Services.console.reset();
return [...wrong, ...asked.splice(0)];
"""


class Firefox:
    """One page of a Firefox, and the ear of the whole browser."""

    def __init__(self, port: int) -> None:
        self.number, self.rest = 0, b""
        self.socket = _connected(port)
        self._next()  # it tells who it is
        self.told("WebDriver:NewSession", capabilities={})
        self.in_browser(LISTEN)
        self.heard()

    def told(self, command: str, **parameters: object) -> Any:
        """What the browser answers to a command."""
        self.number += 1
        message = json.dumps([0, self.number, command, parameters]).encode()
        self.socket.sendall(b"%d:%b" % (len(message), message))
        _, number, problem, result = self._next()
        assert (number, problem) == (self.number, None), problem
        return result

    def _next(self) -> Any:
        """The next message: its length in bytes, a colon, JSON."""
        while not (found := re.match(rb"(\d+):", self.rest)) or len(self.rest) < found.end() + int(found[1]):
            more = self.socket.recv(1 << 16)
            assert more, "the browser says nothing any more"
            self.rest += more
        end = found.end() + int(found[1])
        message, self.rest = self.rest[found.end() : end], self.rest[end:]
        return json.loads(message)

    def goes(self, address: str) -> None:
        """The page is at an address, and all of it is there."""
        self.told("WebDriver:Navigate", url=address)

    def says(self, expression: str) -> Any:
        """What an expression in JavaScript gives in the page."""
        return self.told("WebDriver:ExecuteScript", script=f"return {expression}", args=[])["value"]

    def until(self, expression: str) -> None:
        """Wait until an expression is true; AssertionError where it stays false."""
        ends = time.monotonic() + LONGEST
        while not self.says(f"Boolean({expression})"):
            assert time.monotonic() < ends, f"{expression} stays {self.says(expression)}"
            time.sleep(0.02)

    def heard(self) -> list[str]:
        """What pages have complained about, or asked of the network, since the last time."""
        found: list[str] = self.in_browser(HEARD)
        return found

    def in_browser(self, script: str) -> Any:
        """What a script gives that may see the whole browser."""
        self.told("Marionette:SetContext", value="chrome")
        found = self.told("WebDriver:ExecuteScript", script=script, args=[], sandbox="system")["value"]
        self.told("Marionette:SetContext", value="content")
        return found


def _connected(port: int) -> socket.socket:
    ends = time.monotonic() + LONGEST
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), LONGEST)
        except OSError:  # it is not there yet
            assert time.monotonic() < ends, "no Firefox answers"
            time.sleep(0.1)


@contextmanager
def opened(folder: Path) -> Iterator[Firefox]:
    """A page of a Firefox; a folder holds its profile."""
    profile = folder / "firefox"
    profile.mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    chosen = {**PREFERENCES, "marionette.port": port}
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in chosen.items())
    (profile / "user.js").write_text("".join(lines), "utf-8")
    words = [str(FIREFOX), "--headless", "--no-remote", "--marionette", "--remote-allow-system-access"]
    words += ["--profile", str(profile)]
    browser = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        page = Firefox(port)
        yield page
        page.socket.close()
    finally:
        browser.terminate()
        browser.wait(20)
