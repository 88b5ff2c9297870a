"""The mails that are judged: every kind of them, about artificial and real events, German and English."""

from dataclasses import replace
from functools import cache

from everything import STATES, everywhere, workspace_of
from sample import REPOSITORY, TODAY, every_mail, sample

from labcamp.model.mail import Mail
from labcamp.workspace import Workspace, load

REAL = ("labcamp-3", "labcamp-10")
# What Markdown can do, for a text that organisers write in it
MARKDOWN = """\
# Worum es geht

Ein *Absatz* mit **Gewicht**, ~~altem~~ und `Code`,\\
zwei Zeilen und einem [Verweis](https://example.org/lesen?a=1&b=2).

## Was ihr mitbringt

1. Zeit
2. Fragen
   - kleine
   - große

> Gesagt ist gesagt.

| Was | Wann |
|-----|-----:|
| Los | 9:00 |

---

    Eingerückt
"""


@cache
def workspaces() -> dict[str, Workspace]:
    """The workspaces that are written about, by what stands before the names of their mails."""
    real = load(REPOSITORY, TODAY)
    rich = everywhere("Ein Text über <alles> & mehr", MARKDOWN)
    chosen = replace(real, events=tuple(event for event in real.events if event.id in REAL))
    return {
        "": sample(),
        "real/": chosen,
        "in-english/": in_english(chosen),
        "rich/": workspace_of([rich | state for state in STATES]),
    }


@cache
def mails() -> dict[str, Mail]:
    """The mails by name: `full/invitation`, `in-english/labcamp-3/thanks`."""
    return {
        f"{before}{name}": mail
        for before, workspace in workspaces().items()
        for name, mail in every_mail(workspace).items()
    }


def in_english(workspace: Workspace) -> Workspace:
    """The same events, told in English."""
    return replace(workspace, events=tuple(event.model_copy(update={"language": "en"}) for event in workspace.events))
