"""Run once a round: prints what making newsletters costs, as JSON.

Usage: python mailing.py labcamp|plain COUNT WORKSPACE FILE. Both sides fill the same templates with the same facts into
HTML with its styles inlined, text, and a mail file of these two parts: labcamp as it does, the other with Jinja2 as it
comes, css-inline, and EmailMessage. Both have made one newsletter before the clock starts; Python's collector stays on.
"""

import gc
import json
import sys
import time
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP
from functools import cache
from pathlib import Path
from typing import Any

from made import TODAY

from labcamp.files.templates import packaged
from labcamp.model import Event
from labcamp.render.eml import draft_bytes
from labcamp.render.mails import mail_of, newsletter, why
from labcamp.render.pictures import palettes
from labcamp.render.sentences import Sentences
from labcamp.render.stage import HELPS, Stage, before_of, came_before, facts_of, later_of, next_of, stage_of
from labcamp.workspace import load

FORMS = ("html", "txt", "md")


def labcamp(stage: Stage, event: Event) -> bytes:
    """A newsletter by labcamp."""
    return draft_bytes(mail_of(stage, event, "newsletter"), stage.workspace.series)


@cache
def _environment(form: str) -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(str(packaged())),
        autoescape=form == "html",
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _inliner() -> Any:
    from css_inline import CSSInliner

    return CSSInliner(keep_style_tags=False, load_remote_stylesheets=False)


def plain(stage: Stage, event: Event) -> bytes:
    """The same newsletter with nothing but the libraries."""
    facts, series = facts_of(stage, event), stage.workspace.series
    said = newsletter.lines_of_newsletter(facts)
    light, dark = palettes(series.accent)
    values: dict[str, object] = {"facts": facts, "words": facts.words, "light": light, "dark": dark}
    values |= {"subject": said.subject, "preheader": said.preheader, "headline": said.headline, "lead": said.lead}
    values |= {"say": Sentences(facts), "attached": False, "audience": "list", "in_browser": "", **said.more}
    values |= {"greeting": "", "came": came_before(stage, event)}
    values |= {"before": before_of(stage, event), "next": next_of(stage, event), "later": later_of(stage, event)}
    values |= {"why": why(facts, "newsletter")}
    html, text, _ = (
        _environment(form)
        .get_template("newsletter.mail.j2")
        .render({**values, **HELPS[form], "layout": f"mail.{form}.j2"})
        for form in FORMS
    )
    message = EmailMessage(policy=SMTP)
    message["Subject"] = said.subject
    message["From"] = series.contact.email or "nobody@example.org"
    message.set_content(text)
    message.add_alternative(_inliner().inline(html), subtype="html")
    return message.as_bytes()


MAKERS: dict[str, Callable[[Stage, Event], bytes]] = {"labcamp": labcamp, "plain": plain}


def main(maker: str, count: int, root: Path, file: Path) -> None:
    """Print the seconds that the maker takes for so many newsletters."""
    make, stage = MAKERS[maker], stage_of(load(root, TODAY))
    events = stage.workspace.events[-count:]
    make(stage, events[0])
    stage.facts.clear()
    gc.collect()
    wall, cpu = time.perf_counter(), time.process_time()
    mails = [make(stage, event) for event in events]
    cost = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
    print(json.dumps(cost))
    file.write_bytes(b"".join(mails))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4]))
