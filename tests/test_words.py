"""The words of each language: the same lines everywhere, each of them used, and one way to address people."""

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain, product
from pathlib import Path

import pytest
import yaml
from conftest import one_in
from made_people import seating
from sample import (
    GOLDEN,
    PRIVATE_SIDE,
    REPOSITORY,
    SERIES,
    TODAY,
    event_of,
    every_mail,
    every_post,
    for_some,
    handed_over,
    handing,
    in_memory,
    made,
    readable,
    series_of,
    texts,
    written,
)
from test_papers import write as write_papers
from test_statement import asked, workspace_in

from labcamp.findings import Finding, LabcampError
from labcamp.model.artefact import Artefact
from labcamp.model.entries import all_entries
from labcamp.model.ledger import ledger_bytes, recorded
from labcamp.model.private import Private
from labcamp.model.published import Published
from labcamp.planning.tasks import all_tasks, read_plan
from labcamp.render import groups, site, statement
from labcamp.render.groups import sheets as group_sheets
from labcamp.render.groups.told import Told
from labcamp.render.papers import pdf
from labcamp.render.papers.harvest import as_paper, harvest_of
from labcamp.render.papers.markdown import markdown
from labcamp.render.papers.tree import document_of
from labcamp.render.prints import attendance, badges, handout, run_sheet, signs, tables
from labcamp.render.prints.badges import SIZES, USUAL
from labcamp.render.prints.typesetting import shared
from labcamp.render.site import papers as site_papers
from labcamp.render.site.addresses import stand_ins
from labcamp.render.site.contents import site_of
from labcamp.render.site.events import render as events_of_site
from labcamp.render.stage import facts_of, stage_of
from labcamp.render.tasks import checklist, issue, rows_of, table
from labcamp.render.tested import judgements
from labcamp.render.words import PLACEHOLDER, words_for
from labcamp.workspace import Workspace

FOLDER = REPOSITORY / "templates"
# These say how Babel, `clock` and `in_words` write a day, an hour and a number; no text shows them.
PATTERNS = {"dates.day_and_month", "dates.full_hours", "dates.short", "dates.short_with_year", "site.numbers"}
USE = re.compile(r"\"([a-z_]+\.(?!html\"|txt\"|md\"|eml\"|pdf\"|typ\"|csv\"|ics\"|docx\")[a-z_]+)\"")
FULL_SERIES = (GOLDEN / "events/series.yaml").read_text("utf-8").replace('"Für" ', "")
DAYS = ("2026-11-23", "2027-03-09", "2029-01-01")  # before, between deadline and event, and after all events


def lines_of(name: str) -> dict[str, str]:
    """The lines of a packaged words file."""
    sections = yaml.safe_load((FOLDER / f"words.{name}.yaml").read_text("utf-8"))
    return {f"{section}.{key}": line for section, lines in sections.items() for key, line in lines.items()}


def placeholders(lines: Mapping[str, str]) -> dict[str, set[str]]:
    """The names in braces of each line."""
    return {key: set(PLACEHOLDER.findall(line)) for key, line in lines.items()}


GERMAN = lines_of("de")


def test_german_and_english_have_the_same_lines_with_the_same_placeholders() -> None:
    assert placeholders(lines_of("en")) == placeholders(GERMAN)


@pytest.mark.parametrize("address", ["sie", "du"])
def test_the_lines_of_another_address_stand_for_lines_in_ihr_with_the_same_placeholders(address: str) -> None:
    lines = lines_of(f"de-{address}")
    assert placeholders(lines) == {key: placeholders(GERMAN)[key] for key in lines}
    assert {key for key, line in lines.items() if line == GERMAN[key]} == set()


def test_every_line_that_is_asked_for_is_there() -> None:
    of_files = {"schema.py"}  # which names keys of files so
    made = [path for path in (REPOSITORY / "labcamp/render").rglob("*.py") if path.name not in of_files]
    files = [*FOLDER.glob("*.j2"), *made]
    sections = {key.split(".")[0] for key in GERMAN}
    asked = {key for file in files for key in USE.findall(file.read_text("utf-8")) if key.split(".")[0] in sections}
    assert asked - set(GERMAN) == set()
    assert len(asked) > len(GERMAN) // 2  # the others are put together in Python


@pytest.mark.odd("LC972")
def test_every_line_that_is_there_is_shown_somewhere(tmp_path: Path) -> None:
    marked: dict[str, dict[str, str]] = {}
    for number, (key, line) in enumerate(GERMAN.items()):
        section, name = key.split(".")
        parts = "".join(f"{{{part}}}" for part in PLACEHOLDER.findall(line))
        marked.setdefault(section, {})[name] = (
            line if key in PATTERNS else f"«{number}»{parts}"
        )  # short: subjects have to fit
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/words.de.yaml").write_text(yaml.safe_dump(marked, allow_unicode=True), "utf-8")
    announced(tmp_path)
    unused = {str(number): key for number, key in enumerate(GERMAN)}
    made: tuple[Iterator[str], ...] = (
        statements(tmp_path),
        pages(tmp_path / "site", tmp_path / "templates"),
        papers(tmp_path / "papers", tmp_path / "templates"),
    )
    for text in chain.from_iterable(made):
        for number in re.findall(r"«(\d+)»", text):
            unused.pop(number, None)
    # No more is made than it takes to see each line once: of all events before them, then of some that look back.
    over = {"past", "month", "c", "h", "p", "f", "room"}
    for series, day, ids in (
        (FULL_SERIES, DAYS[0], events().keys()),
        (FULL_SERIES, DAYS[2], over),
        (SERIES, DAYS[0], over),
    ):
        workspace = written(tmp_path, events(), series, TODAY.fromisoformat(day))
        workspace = replace(workspace, events=tuple(event for event in workspace.events if event.id in ids))
        for text in everything_said(workspace):
            for number in re.findall(r"«(\d+)»", text):
                unused.pop(number, None)
            if set(unused.values()) == PATTERNS:
                return
    assert set(unused.values()) == PATTERNS


def everything_said(workspace: Workspace) -> Iterator[str]:
    """What is made for all, for some, and what else there is to say."""
    yield from texts(workspace).values()
    yield from map(readable, for_some(workspace).values())
    yield from said(workspace)
    yield from where_something_was(workspace)


def statements(root: Path) -> Iterator[str]:
    """What drafts of the accessibility statement say, by each sort of law, with all that is lacking and without."""
    for law, full in product(("eu", "de", "de-be", "at", "at-9", "ch", "ch-zh"), (True, False)):
        told = replace(workspace_in("de", full=full), root=root)
        two = told.series.model_copy(update={"organisers": (told.organisations["werkstatt"],) * 2})
        for each in (told, replace(told, series=two)):
            stage = stage_of(each)
            made = statement.render(stage, asked(law, full=full))
            yield from (file.content.decode().rpartition("</style>")[2] for file in made)
            draft = statement.Draft(stage, asked(law, full=full))
            yield from (str(draft.told(found._replace(current=False))) for found in judgements())


def where_something_was(workspace: Workspace) -> Iterator[str]:
    """What stands at addresses of the site that were lost, have moved or were taken back, where drafts are shown."""
    published = Published(None, {"lost.html": TODAY}, {"withdrawn.html": TODAY})
    series = workspace.series.model_copy(update={"moved": {"moved.html": "index.html"}})
    site = site_of(stage_of(replace(workspace, series=series, published=published)), drafts=True)
    yield from (file.content.decode() for file in stand_ins(site, [Artefact("site/index.html", b"")]))


def said(workspace: Workspace) -> Iterator[str]:
    """What every mail says, with all that is private and with nothing of it, every post, and every handout."""
    for private in (PRIVATE_SIDE, Private()):
        for mail in every_mail(workspace, private).values():
            yield f"{mail.sender.name}\n{mail.subject}\n{mail.preheader}\n{mail.text}"
        yield from sheets(workspace, private)
    yield from (content.decode() for content in every_post(workspace).values())
    for event in workspace.events:
        facts = facts_of(stage_of(workspace), event)
        given = [shared(facts), handout.data(facts, notes=True), tables.data(facts), signs.data(facts)]
        yield json.dumps([*given, badges.data(facts, (), SIZES[USUAL])], ensure_ascii=False)
    yield from of_groups(workspace)
    yield from lists(workspace)


def of_groups(workspace: Workspace) -> Iterator[str]:
    """What comes out of a plan with two halls, one who moderates and one who has no address, and of one of pairs."""
    both = seating(["A", "B", "C"], 2, 1)
    both = replace(both, halls=(1, 1), sides=("on-site", "online"), moderators=(0,))
    both = replace(both, people=tuple(replace(each, email="") for each in both.people))
    for event in (event_of(RUN), event_of(RUN.replace("{name: Haus}", "online"))):
        for plan in (both, replace(seating(["A", "B", "C"], 2, 1), sort="pairs")):
            stage = stage_of(replace(workspace, events=(event,)))
            facts = facts_of(stage, event)
            yield from (file.content.decode() for file in groups.render(stage, event, plan, pdf=False))
            yield from (str(group_sheets.data(Told(facts, plan), name)) for name in group_sheets.OF_SORT[plan.sort])
            for rounds in (1, 2):
                yield str(run_sheet.data(facts, Private(), replace(plan, rounds=plan.rounds * rounds)))


def lists(workspace: Workspace) -> Iterator[str]:
    """What lists of the tasks of every event say, and their hand-overs."""
    for event in workspace.events:
        facts = facts_of(stage_of(workspace), event)
        found = all_tasks(workspace, [event], read_plan(workspace.root))
        rows, title = rows_of(workspace, found, facts.words), event.heading
        yield checklist(rows, facts.words) + issue(rows, facts.words, title, titled=True)
        yield table(rows, facts.words, "tasks.csv").content.decode()
    for event in workspace.events:
        for given in (handing(workspace, "werkstatt"), handing(workspace, "hafen", Private())):
            folder = handed_over(workspace, event, given)
            yield from (folder[name].decode() for name in ("handover.md", "labcamp.md"))
            yield folder["handover.html"].decode().partition("</style>")[2]  # which holds the fonts


# A site with all that its pages can show: topics, material of each kind, rooms, what is only planned
SITE_TOPICS = "{t: {name: T, description: D}, u: U, v: V, w: W, x: X}\n"
SITE_LABS = "stelle: S\nhafen: {name: Hafen, country: DE, level: Land, url: 'https://hafen.example.org'}\n"
SITE_LINKS = """[{title: A, file: a.pdf, type: slides}, {title: B, file: b.jpg, type: photo, consent: ja, alt: C},
  {title: D, url: 'https://d.org', type: recording, consent: ja}, {title: E, url: 'https://e.org', type: notes},
  {title: F, url: 'https://f.org', type: other}]"""
SITE_EVENTS = {
    "topics": SITE_TOPICS,
    "organisations": SITE_LABS,
    "a": f"""{{title: A, number: 2, status: confirmed, date: 2025-01-10, time: 9-12, topics: [t, x], hosts: [hafen],
  links: {SITE_LINKS},
  agenda: [{{title: B, minutes: 30, room: R, topics: [t], by: [{{name: Ida Muster}}],
    takeaways: [C, {{text: Das „hilft“ sehr, quote: ja, consent: ja}}]}},
  {{title: S, start: '10:00', minutes: 9, room: R}}, {{title: T, start: '10:00', minutes: 9, room: Q}}]}}\n""",
    "b": "{title: B, status: confirmed, date: 2025-02, topics: [t, x], hosts: [stelle]}\n",
    "c": "{title: C, status: confirmed, date: 2027-02, topics: [u, v, x]}\n",
    "d": "{title: D, theme: E, status: cancelled, date: 2027-03}\n",
    "e": "{title: E, summary: F, status: confirmed, date: 2026-11-25, topics: [v, x], hosts: [hafen]}\n",
    "f": "{title: F, status: draft}\n",
    "papers/p": "{title: P, version: 1.0, date: 2026-11-01, findings: [{title: Q, sources: a/b#1}]}\n",
    **{f"g{n}": f"{{title: G, status: confirmed, date: 2025-0{n}-01, topics: [w, x]}}\n" for n in range(3, 9)},
}


RECORD = '{"version": "1.0", "date": "2026-11-01", "sources": {}}'  # of its paper


def pages(root: Path, templates: Path) -> Iterator[str]:
    """What the pages of a site say, in words of its own: with drafts, and as it is published."""
    files = root / "events/files/a"
    files.mkdir(parents=True)
    (files / "a.pdf").write_bytes(b"%PDF-" + b"x" * 1_200_000)
    (files / "b.jpg").write_bytes(b"x" * 2_000)
    shutil.copytree(templates, root / "templates")
    (root / "events/papers").mkdir()
    (root / "events/papers/p.json").write_text(RECORD, "utf-8")
    (root / "events/pages").mkdir()
    (root / "events/pages/barrierefreiheit.md").write_text("# B\n", "utf-8")
    stage = stage_of(written(root, SITE_EVENTS, f"{FULL_SERIES.replace('werkstatt', 'hafen')}people: {{pages: ja}}\n"))
    for drafts in (False, True):
        whole = site_of(stage, drafts=drafts)
        made = (*site.render(stage, drafts=drafts, pdf=False), *events_of_site(whole), *site_papers.render(whole))
        yield from (file.content.decode() for file in made if file.name.endswith((".html", ".js", "feed.xml")))


# A paper of one editor with one source of one lab, under no licence
ONE_VOICE = """\
title: P
editors: [Ida Muster]
findings: [{title: A, sources: treff-2/geburt#1}]
rest: by event
"""


def papers(root: Path, templates: Path) -> Iterator[str]:
    """What papers say, and what begins one."""
    shutil.copytree(templates, root / "templates")
    workspace = write_papers(root, **{"papers/one.yaml": ONE_VOICE})
    stage = stage_of(workspace)
    for paper in workspace.papers:
        document = document_of(stage, paper)
        yield f"{markdown(document)}{document.origin}{json.dumps(pdf.data(stage, document), ensure_ascii=False)}"
    yield as_paper(stage, harvest_of(workspace), "p").content.decode()


def sheets(workspace: Workspace, private: Private) -> Iterator[str]:
    """What the run sheet and the attendance list of every event are given to say."""
    for each in (workspace, in_memory(workspace.root, [event_of(RUN)])):
        yield from (str(attendance.data(facts_of(stage_of(each), event), private, ())) for event in each.events)
        yield from (str(run_sheet.data(facts_of(stage_of(each), event), private)) for event in each.events)


# More that was agreed at the event of the goldens that is over: nobody does it, or one alone, with a day and without
AGREED = """\
  - {text: A, who: hafen, until: 2027-12-01}
  - {text: B, until: 2027-12-01}
  - {text: C, who: hafen}
"""


def events() -> dict[str, str]:
    """The events of the goldens, and a few more that say what they do not."""
    paths = (GOLDEN / "events").glob("*.yaml")
    ours = {path.stem: path.read_text("utf-8") for path in paths if path.stem not in {"series", "organisations"}}
    ours = {id_: text.replace("stelle", "hafen") for id_, text in ours.items() if id_ != "english"}
    ours["past"] += AGREED
    deadline = "registration: {until: 2027-03-04}\n"
    return ours | {
        "room": "{title: R, theme: S, status: confirmed, date: 2027-03-12, agenda: [{title: T, room: 7}],"
        " done: [newsletter]}\n",
        "a": "{title: A, contact: a@example.org, status: confirmed, date: 2027-03-10, time: '14:00'}\n",
        "b": f"title: B\ntheme: {'sehr ' * 20}lang\nstatus: confirmed\ndate: 2027-03-10\n{deadline}",
        "c": "{title: C, status: confirmed, date: 2026-01-10, attendance: {people: 7}}\n",
        "d": "{title: D, status: confirmed, date: 2026-01-11, attendance: {note: viele}}\n",
        "e": "{title: E, theme: F, agenda: [{title: G, day: 1}, {title: H, day: 2}]}\n",
        "f": "{title: F, status: cancelled}\n",
        "h": "{title: H, status: cancelled, date: 2027-03-13}\n",
        "p": "{title: P, status: cancelled, date: 2027-03}\n",
        "i": "{title: I, status: confirmed, date: 2027-03-10, moved_from: 2027-03-03, place: {name: P, url: 'https://p.org'}}\n",
        **CHANGED,
        "g": f"{{title: G, date: 2027-03-10, registration: https://example.org/g, summary: {'Wort ' * 300}}}\n",
    }


# A day with a session of each type, and what no sound agenda has: sessions that overlap, and one that ends too late
RUN = """\
title: Q
status: confirmed
date: 2027-03-10
time: 9-10
place: {name: Haus}
agenda:
  - {title: A, type: discussion, minutes: 10, start: "9:05", cue: B}
  - {title: C, type: networking, minutes: 10, start: "9:10"}
  - {title: D, minutes: 60, start: "9:10", room: E}
"""

# What was announced of an event that says something else now: as its file was then
BEFORE = {
    "i": "{title: C, status: confirmed, date: 2026-01-11/2026-01-12, time: 9:00-10:00}",
    "j": "{title: Alt, status: cancelled, date: 2027-03-10, time: 9-10, registration: {until: 2027-03-02}}",
    "k": "{title: K, status: confirmed, date: 2027-03-10, time: 9-12, registration: {until: 2027-03-02}}",
    "l": "{title: L, status: confirmed, date: 2027-03-10/2027-03-11, time: 9-12}",
    "m": "{title: M, status: confirmed, date: 2027-03-10, time: 9-12,"
    " agenda: [{title: A, minutes: 30}, {title: B, minutes: 150}]}",
    "n": "{title: N, status: confirmed, date: 2027-03-10/2027-03-12, time: 9-12}",
    "s": "{title: S, status: confirmed, date: 2027-03-10/2027-03-11, place: {name: Haus, room: A}}",
    "t": "{title: T, status: confirmed, date: 2027-03-10/2027-03-11, time: 9-12}",
    "u": "{title: U, status: confirmed, date: 2027-03-10/2027-03-11, time: 9,"
    " agenda: [{title: A, day: 1, minutes: 120}, {title: B, day: 2, minutes: 90}]}",
}
CHANGED = {
    "j": "{title: Neu, status: confirmed, date: 2027-03-10, time: 10-11, place: Ort,"
    " registration: {until: 2027-03-03}}\n",
    "k": "{title: K, status: confirmed, date: 2027-04}\n",
    "l": "{title: L, status: confirmed, date: 2027-03-10/2027-03-11, time: 10-12, registration: {until: 2027-03-03}}\n",
    "m": "{title: M, status: confirmed, date: 2027-03-10, time: 9-12,"
    " agenda: [{title: C, minutes: 20}, {title: B, minutes: 150}]}\n",
    "n": "{title: N, status: confirmed, date: 2027-03-10/2027-03-13, time: 9-12}\n",
    "s": "{title: S, status: confirmed, date: 2027-03-10/2027-03-11, time: 9-12, place: {name: Haus, room: B}}\n",
    "t": "{title: T, status: confirmed, date: 2027-03-10/2027-03-11}\n",
    "u": "{title: U, status: confirmed, date: 2027-03-11/2027-03-12, time: 9,"
    " agenda: [{title: A, day: 1, minutes: 120}, {title: B, day: 2, minutes: 90}]}\n",
    "o": "{title: O, theme: P, status: confirmed, date: 2027-03-10, place: {name: Haus, online: ja},"
    " registration: {price: frei}, hosts: [hafen],"
    " links: [{title: Fragen, url: 'https://example.org/f', type: feedback}]}\n",
}


def announced(root: Path) -> None:
    """The workspace has announced something else of some of its events."""
    folder = root / "events/announced"
    folder.mkdir(parents=True)
    series = series_of(FULL_SERIES)[0]
    for id_, text in BEFORE.items():
        ledger = recorded(all_entries(event_of(text, FULL_SERIES, id_), series), {}, TODAY)
        (folder / f"{id_}.json").write_bytes(ledger_bytes(ledger))


def test_a_workspace_says_one_line_in_its_own_words(tmp_path: Path) -> None:
    own(tmp_path, "de", "mail:\n  greeting: Moin,\n")
    assert (
        "Moin,\n\nwir laden euch"
        in texts(written(tmp_path, {"treff": "title: T"}), "invitation")["treff/invitation.txt"]
    )
    assert words_for(tmp_path, "de", "ihr").lines == GERMAN | {"mail.greeting": "Moin,"}


def test_the_workspaces_own_line_wins_over_the_packaged_one_in_sie(tmp_path: Path) -> None:
    own(tmp_path, "de", "mail: {greeting: Moin!}\n")
    assert words_for(tmp_path, "de", "Sie")("mail.greeting") == "Moin!"


@pytest.mark.parametrize(
    ("text", "place", "values"),
    [
        ("mail: {gretting: Moin}", (1, 8), {"name": "mail.gretting", "nearest": "mail.greeting"}),
        ("mails:\n  greeting: Moin", (2, 3), {"name": "mails.greeting", "nearest": "mail.greeting"}),
        ("invitation: Moin", (1, 1), {"name": "invitation", "nearest": "invitation.lead"}),
        ("dates:\n  on_day: am {tag}", (2, 3), {"name": "{tag}", "nearest": "{day}"}),
        ("dates:\n  on_day: [a]", (2, 3), {"name": "dates.on_day", "nearest": "dates.on_day"}),
    ],
)
def test_words_that_nobody_asks_for_are_found_at_their_place(
    tmp_path: Path, text: str, place: tuple[int, int], values: dict[str, str]
) -> None:
    own(tmp_path, "de", text)
    with pytest.raises(LabcampError) as caught:
        words_for(tmp_path, "de", "ihr")
    path = (tmp_path / "templates/words.de.yaml").as_posix()
    expected = Finding(path, *place, "LC407", tuple(sorted((values | {"file": "words.de.yaml"}).items())))
    assert caught.value.findings == (expected,)


def test_all_slips_of_a_words_file_are_told_at_once(tmp_path: Path) -> None:
    own(tmp_path, "de", "mail: {a: b, greeting: '{x}'}\nwhen: {c: d}\n")
    with pytest.raises(LabcampError) as caught:
        made(written(tmp_path, {"treff": "title: T"}), "agenda")
    assert [(found.code, found.line, found.column) for found in caught.value.findings] == [
        ("LC407", 1, 8),
        ("LC407", 1, 14),
        ("LC407", 2, 8),
    ]


def test_a_words_file_that_is_no_yaml_is_found_at_its_place(tmp_path: Path) -> None:
    own(tmp_path, "de", "invitation:\n\tgreeting: Moin\n")
    with pytest.raises(LabcampError) as caught:
        words_for(tmp_path, "de", "ihr")
    assert [(found.code, found.line) for found in caught.value.findings] == [("LC106", 2)]


# What belongs to another way to address people
OTHERS = {
    "Sie": r"\b(?:ihr|[Ee]uch|[Ee]ue?re?[nmrs]?|seid|habt|könnt|erfahrt|nehmt|meldet|Fragt|schreibt|hört)\b",
    "ihr": r"\b(?:Sie|Ihnen|Ihren?|Ihrem|Ihrer)\b",
}


@pytest.mark.parametrize(
    ("address", "day"), one_in(2, [("Sie", DAYS[0]), ("Sie", DAYS[2]), ("ihr", DAYS[2]), ("ihr", DAYS[0])])
)
def test_a_series_addresses_people_in_one_way(tmp_path: Path, address: str, day: str) -> None:
    series = f"{FULL_SERIES}address: {address}\n"
    workspace = written(tmp_path, events(), series, TODAY.fromisoformat(day))
    files = texts(workspace) | {name: readable(content) for name, content in for_some(workspace).items()}
    files |= {str(number): text for number, text in enumerate(said(workspace))}
    read = {name: text.splitlines() for name, text in files.items() if not name.endswith(".html")}
    seen = {name: [line for line in lines if re.search(OTHERS[address], line)] for name, lines in read.items()}
    assert {name: lines for name, lines in seen.items() if lines} == {}
    assert any(re.search(r"\bSie\b" if address == "Sie" else r"\bihr\b", text) for text in files.values())


def test_a_value_that_holds_a_placeholder_is_not_filled_again() -> None:
    assert words_for(GOLDEN, "de", "ihr")("invitation.subject", title="{date} {title}") == "Einladung: {date} {title}"


@pytest.mark.parametrize("theme", ["Was bringt das?", "Los!", "Netzwerk e.V.", "und weiter…"])
def test_a_value_that_ends_a_sentence_is_followed_by_no_full_stop(theme: str) -> None:
    assert words_for(GOLDEN, "de", "ihr")("invitation.lead", title=theme) == f"wir laden euch herzlich ein: {theme}"


def own(root: Path, language: str, text: str) -> None:
    """The workspace gets words of its own."""
    (root / "templates").mkdir()
    (root / f"templates/words.{language}.yaml").write_text(text, "utf-8")


VARIANTS = {f"de-{land}{address}": f"de{address}" for land in ("AT", "CH") for address in ("", "-sie", "-du")}
ADDRESSES = list(product(("de", "de-AT", "de-CH"), ("ihr", "du", "Sie")))
TO_SIE = re.compile(r"\b(?:Sie|Ihnen|Ihre[mnrs]?)\b")
TO_IHR = re.compile(r"\b(?:ihr|[Ee]uch|[Ee]u(?:er|re[mnrs]?)|seid|habt|könnt|möchtet|wart|Seid|Meldet|Kommt euch)\b")
LEFTOVERS = re.compile(r"  |\bNone\b|\bTODO\b|\bTBA\b|\{\{|\}\}|\.\.|,,| [,.;:?]|\b(\w+) \1\b|!")
ENGLISH = re.compile(r"\b(?:the|and|you|your|with|mail us|click)\b")
GERMAN_WORDS = re.compile(r"[äöüßÄÖÜ]|\b(?:und|der|die|das|ihr|Sie|nicht|Uhr|Termin|Treffen)\b")


@pytest.mark.parametrize(("variant", "base"), VARIANTS.items())
def test_a_variant_holds_only_lines_that_differ_with_the_same_placeholders(variant: str, base: str) -> None:
    lines, known = lines_of(variant), lines_of(base)
    assert {key for key, line in lines.items() if known[key] == line} == set()
    assert placeholders(lines) == {key: placeholders(known)[key] for key in lines}


@pytest.mark.parametrize(("language", "address"), ADDRESSES)
def test_no_german_sentence_has_leftovers_or_the_other_address(language: str, address: str) -> None:
    lines = words_for(GOLDEN / "nothing", language, address).lines
    sentences = {key: line for key, line in lines.items() if key not in PATTERNS}
    other = TO_IHR if address == "Sie" else TO_SIE
    assert {key: line for key, line in sentences.items() if other.search(line)} == {}
    assert {key: line for key, line in sentences.items() if LEFTOVERS.search(line) or ENGLISH.search(line)} == {}


def test_no_english_sentence_has_leftovers_or_is_german() -> None:
    lines = words_for(GOLDEN / "nothing", "en", "ihr").lines
    sentences = {key: line for key, line in lines.items() if key not in PATTERNS}
    assert {key: line for key, line in sentences.items() if LEFTOVERS.search(line) or GERMAN_WORDS.search(line)} == {}


@pytest.mark.parametrize("address", ["ihr", "Sie"])
def test_switzerland_has_no_sharp_s_and_its_own_quotation_marks(address: str) -> None:
    lines = words_for(GOLDEN / "nothing", "de-CH", address).lines
    assert {key: line for key, line in lines.items() if re.search(r"ß|„\w|\w“|„\{|\}“|diese[rn]? Mail\b", line)} == {}


def test_austria_has_its_january_and_switzerland_its_own() -> None:
    event = "{title: T, status: confirmed, date: 2027-01-21, language: LANGUAGE}"
    said = {
        language: mail_text(event.replace("LANGUAGE", language), "save-the-date") for language in ("de-AT", "de-CH")
    }
    assert "am Donnerstag, 21. Jänner 2027" in said["de-AT"]
    assert "am Donnerstag, 21. Januar 2027" in said["de-CH"]
    assert all("hängt an diesem Mail" in text for text in said.values())


def mail_text(event: str, kind: str) -> str:
    """The text part of a mail."""
    return every_mail(in_memory(GOLDEN, [event_of(event)]))[f"treff-12/{kind}"].text
