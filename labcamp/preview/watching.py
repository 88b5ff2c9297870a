"""When the files of a workspace change: at once, and only for those that a draft is made of."""

from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing
from pathlib import Path
from typing import Any

from labcamp.findings import LabcampError, Place, finding
from labcamp.preview.view import Setting
from labcamp.private import FOLDER as PRIVATE
from labcamp.render.templates import FOLDER as TEMPLATES
from labcamp.workspace import EVENTS

# In milliseconds. watchfiles looks this often, and tells what it has seen once a look brings nothing more: an editor
# that writes a file in several steps does so within one. Its own 50 would be most of the time until a page is new.
STEP = 5
LONGEST = 50  # no change waits longer, however many follow
SOON = 250  # where nothing changes, it looks whether there is a new folder


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
    """The folders that drafts are made of; of `private/` only itself, for what is made lies below it."""
    for folder in (setting.root / EVENTS, setting.root / TEMPLATES):
        if folder.is_dir():
            yield folder
            yield from sorted(path for path in folder.rglob("*") if path.is_dir())
    if setting.private and (setting.root / PRIVATE).is_dir():
        yield setting.root / PRIVATE


def _matters(path: Path, folders: tuple[Path, ...]) -> bool:
    """Tell whether a draft can look different now; not for what editors leave beside a file while they write."""
    name = path.name
    own = any(path.parent == folder.resolve() or path.parent == folder.absolute() for folder in folders)
    return own and not name.startswith((".", "~", "#")) and not name.endswith("~")
