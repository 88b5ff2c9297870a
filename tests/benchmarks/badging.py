"""Run once a round: prints what badges for 35 people cost, or what the handout of one event does, as JSON.

Usage: python badging.py badges|handout WORKSPACE. Both are made in this process, in which one has been made already:
the fonts are open. What is made when the clock runs says something else each time, for Typst keeps what it has set.
"""

import gc
import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

from made import TODAY

from labcamp.model import Event
from labcamp.model.private import Participant, Private
from labcamp.render.prints import PRINTS
from labcamp.render.stage import stage_of
from labcamp.workspace import Workspace, load
from labcamp.workspace.people import people_of

ROUNDS = 7
MARKS = "abcdefgh"  # one for each time, so that no text is set twice


def badges(workspace: Workspace) -> Callable[[str], object]:
    """What makes the badges of everybody on the list, whose names end in a mark."""
    event = workspace.events[-1]
    people = people_of(workspace.root, event.id).participants

    def marked(person: Participant, mark: str) -> Participant:
        return replace(person, name=f"{person.name}{mark}", organisation=f"Labor {mark}")

    badges, stage = PRINTS["badges"].render, stage_of(workspace)
    return lambda mark: list(badges(stage, event, Private(), [marked(each, mark) for each in people]))


def handout(workspace: Workspace) -> Callable[[str], object]:
    """What makes the handout of the same event, in which each session's texts end in a mark."""
    stage = stage_of(workspace)

    def marked(event: Event, mark: str) -> Event:
        agenda = tuple(
            session.model_copy(update={"title": f"{session.title} {mark}", "teaser": f"{session.teaser} {mark}"})
            for session in event.agenda
        )
        texts = {key: f"{getattr(event, key)} {mark}" for key in ("theme", "summary", "description")}
        return event.model_copy(update={"agenda": agenda, **texts})

    def made(mark: str) -> object:
        stage.facts.clear()
        stage.singles.clear()
        return list(PRINTS["agenda"].render(stage, (marked(workspace.events[-1], mark),)))

    return made


SIDES = {"badges": badges, "handout": handout}


def main(side: str, root: Path) -> None:
    """Print the median of some rounds."""
    make = SIDES[side](load(root, TODAY))
    make(MARKS[-1])
    walls, cpus = [], []
    for mark in MARKS[:ROUNDS]:
        gc.collect()
        wall, cpu = time.perf_counter(), time.process_time()
        make(mark)
        walls.append(time.perf_counter() - wall)
        cpus.append(time.process_time() - cpu)
    print(json.dumps({"wall": median(walls), "cpu": median(cpus)}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
