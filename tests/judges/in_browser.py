"""A browser without a window: what it makes of a page, in a light and a dark scheme."""

import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
)
SCHEMES = {"dark": 0, "light": 1}


def browse(folder: Path, *arguments: str) -> str:
    """What the browser writes to stdout."""
    command = [str(BROWSER), *QUIET.split(), f"--user-data-dir={folder / 'profile'}", *arguments]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=True)
    return ran.stdout


def found_in(folder: Path, scheme: str, harness: str, *arguments: str) -> Any:
    """What the script of a harness has left in `<pre id="found">`, as JSON."""
    (folder / "harness.html").write_text(harness, "utf-8")
    coloured = f"--blink-settings=preferredColorScheme={SCHEMES[scheme]}"
    address = (folder / "harness.html").as_uri()
    dom = browse(folder, coloured, "--window-size=1300,900", *arguments, "--dump-dom", address)
    match = re.search(r'<pre id="found">(\{.*?\})</pre>', dom, re.DOTALL)
    assert match, dom[:2000]
    assert "problem" not in match[1], match[1]
    return json.loads(html.unescape(match[1]))


def in_script(value: object) -> str:
    """A value as JavaScript that may stand in a page."""
    return json.dumps(value).replace("</", "<\\/").replace("<!--", "<\\u0021--")
