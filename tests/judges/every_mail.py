"""The mails that are judged: every kind of them, about artificial and real events, German and English."""

from dataclasses import replace
from functools import cache

from everything import STATES, everywhere, workspace_of
from sample import REPOSITORY, TODAY, every_mail, sample

from labcamp.mail import Mail
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
def mails() -> dict[str, Mail]:
    """The mails by name; `english/` stands before those of a German event that is told in English."""
    real = load(REPOSITORY, TODAY)
    rich = everywhere("Ein Text über <alles> & mehr", MARKDOWN)
    chosen = replace(real, events=tuple(event for event in real.events if event.id in REAL))
    return {
        **every_mail(sample()),
        **every_mail(chosen),
        **{f"english/{name}": mail for name, mail in every_mail(in_english(chosen)).items()},
        **every_mail(workspace_of([rich | state for state in STATES])),
    }


def in_english(workspace: Workspace) -> Workspace:
    """The same events, told in English."""
    return replace(workspace, events=tuple(event.model_copy(update={"language": "en"}) for event in workspace.events))
