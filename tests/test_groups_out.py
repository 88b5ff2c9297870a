"""What comes out of a plan of groups: everybody once a round in each file, as the programs that read them take it."""

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import TODAY, Labcamp
from made_people import HOSTILE, LONG, PLAIN, people, seating
from markdown_it import MarkdownIt
from pdf_judge import MM, boxes_on, broken_rules, letters, lines_on, pages_of
from sample import GOLDEN, event_of, facts_of, in_memory, some

from labcamp.findings import LabcampError, Place
from labcamp.model.private import Participant, Private
from labcamp.model.seating import Seating, seating_bytes
from labcamp.planning.rounds import When, rounds_of
from labcamp.render.groups import render
from labcamp.render.groups.told import FIRST_STRONG, POP, Told, isolated
from labcamp.render.prints import run_sheet
from labcamp.render.stage import stage_of
from labcamp.workspace.seating import plan_path, seating_of

PLAN_FILES = {"plan.json", "rooms.txt", "rooms.md", "chat.txt", "table-plan.pdf", "moderators.pdf", "cards.pdf"}
PAIR_FILES = {"plan.json", "pairs.txt", "chat.txt", "pairs.pdf", "cards.pdf"}
AGENDA = "agenda: [{title: Ankommen, type: welcome, minutes: 20}, {title: Runden, type: networking, minutes: 60}]"
TEXTS = ("rooms.txt", "rooms.md", "chat.txt", "teams.txt", "online.txt", "pairs.txt")
COLUMNS = ["Pre-assign Room Name", "Email Address"]  # Zoom's own template for breakout rooms
HAUS, BOTH, UNKNOWN = "place: {name: Haus}, ", "place: {name: Haus, online: true}, ", ""
ONLINE = "place: online, "
NAMES = [f"{given} {family}" for given in ("Ada", "Ben", "Cem", "Ida") for family in ("Beispiel", "Muster", "Übung")]
PLAN = seating(NAMES, 3, 3)
HYBRID = replace(PLAN, halls=(2, 1), sides=("on-site", "online"), moderators=(0, 4))
PAIRS = replace(seating(NAMES[:5], 3, 5), sort="pairs")
PAIRS = replace(PAIRS, rounds=tuple(tuple(sorted(tables, key=lambda table: -len(table))) for tables in PAIRS.rounds))


SERIES = "id: reihe\ndomain: example.org\ntitle: Reihe\naddress: {}\n"


def files(
    plan: Seating, place: str = ONLINE, more: str = "", address: str = "ihr", *, pdf: bool = False
) -> dict[str, bytes]:
    """The files of a plan, by their names below `<id>/groups/`."""
    known = "number: 12, title: MusterTreff 12, status: confirmed, date: 2027-03-11, time: 14-17"
    event = event_of(f"{{{known}, {place}{more}{AGENDA}}}", series := SERIES.format(address))
    workspace = in_memory(GOLDEN / "nothing", [event], series)
    found = {file.name: file.content for file in render(stage_of(workspace), event, plan, pdf=pdf)}
    assert all(name.startswith("treff-12/groups/") for name in found)
    return {name.removeprefix("treff-12/groups/"): content for name, content in found.items()}


def texts(plan: Seating, place: str = ONLINE, more: str = "", address: str = "ihr") -> dict[str, str]:
    """The same that is no PDF, as text."""
    return {name: content.decode() for name, content in files(plan, place, more, address).items()}


def rows(text: str) -> list[list[str]]:
    """A CSV file as a reader takes it that is not ours."""
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


# Which files there are


@pytest.mark.parametrize(
    ("plan", "place", "expected"),
    [
        (PLAN, HAUS, PLAN_FILES),
        (PLAN, ONLINE, PLAN_FILES | {"teams.txt", "online.txt"}),
        (PLAN, UNKNOWN, PLAN_FILES | {"teams.txt", "online.txt"}),
        (HYBRID, BOTH, PLAN_FILES | {"teams.txt", "online.txt"}),
        (PAIRS, HAUS, PAIR_FILES),
        (PAIRS, ONLINE, PAIR_FILES | {"teams.txt", "online.txt"}),
    ],
)
def test_a_plan_has_the_files_that_its_event_needs(plan: Seating, place: str, expected: set[str]) -> None:
    kinds = {"zoom": "csv", "bigbluebutton": "json"} if "teams.txt" in expected else {}
    rounds = range(1, len(plan.rounds) + 1)
    services = {f"{kind}-round-{number}.{suffix}" for kind, suffix in kinds.items() for number in rounds}
    assert files(plan, place, pdf=True).keys() == expected | services


@pytest.mark.parametrize(
    ("name", "plan", "place", "more"),
    [
        ("de", PLAN, ONLINE, ""),
        ("en", HYBRID, BOTH, "language: en, "),
        ("pairs", PAIRS, HAUS, ""),
    ],
)
def test_the_texts_of_a_plan(
    name: str, plan: Seating, place: str, more: str, golden: Callable[[str, bytes], None]
) -> None:
    found = files(plan, place, more)
    shown = [file for file in found if file in TEXTS or "round-1" in file]
    for file in some(shown):
        golden(f"groups/{name}.{file}", found[file])


# Everybody is there


def told(plan: Seating, place: str = ONLINE) -> Told:
    """A plan in words."""
    return Told(facts_of(f"{{title: MusterTreff 12, status: confirmed, {place}{AGENDA}}}"), plan)


@pytest.mark.parametrize(
    ("plan", "place"), [(PLAN, HAUS), (PLAN, ONLINE), (HYBRID, BOTH), (seating(PLAIN + LONG, 8, 5), HAUS)]
)
def test_in_each_list_everybody_stands_once_a_round(plan: Seating, place: str) -> None:
    found = texts(plan, place)
    text = found["rooms.txt"].replace(" (Moderation)", "")
    for number, part in enumerate(some(text.split("Runde ")[1:])):
        tables = [line.partition(": ") for line in part.splitlines() if ": " in line]
        seated = {table: sorted(who.split(", ")) for table, _, who in tables}
        names = [sorted(plan.people[who].name for who in table) for table in plan.rounds[number]]
        assert list(seated.values()) == names
    chat = [line.partition(": ")[0] for line in found["chat.txt"].partition("\n\n")[2].splitlines()]
    assert sorted(chat) == sorted(person.name for person in plan.people)


def test_a_line_of_the_chat_has_the_table_of_each_round() -> None:
    chat = texts(PLAN)["chat.txt"].splitlines()
    for number, person in enumerate(PLAN.people):
        way = ", ".join(
            f"R{each} → {table + 1}" for each, table in enumerate(PLAN.tables_of(number), 1) if table is not None
        )
        assert f"{person.name}: {way}" in chat


def test_the_trick_with_names_is_told_where_people_meet_in_a_video_room() -> None:
    assert ["„3 Ayşe“" in texts(PLAN, place)["chat.txt"] for place in (ONLINE, HAUS)] == [True, False]
    assert "Setzen Sie" in texts(PLAN, address="Sie")["chat.txt"]
    swiss = texts(PLAN, more="language: de-CH, ")["chat.txt"]
    assert ("«3 Ayşe»" in swiss, "ß" in swiss) == (True, False)


def test_who_comes_late_or_has_gone_is_at_no_table_of_those_rounds() -> None:
    gone = replace(
        PLAN, rounds=(PLAN.rounds[0], tuple(tuple(w for w in t if w) for t in PLAN.rounds[1]), PLAN.rounds[2])
    )
    found = texts(gone)
    assert "Ada Beispiel: R1 → 1, R2 → –, R3 → 1" in found["chat.txt"]
    assert [f"p0@{'example.org'}" in found[f"zoom-round-{number}.csv"] for number in (1, 2, 3)] == [True, False, True]
    assert found["rooms.txt"].count("Ada Beispiel") == 2


def test_who_has_the_name_of_another_is_told_apart_by_their_organisation() -> None:
    same = [
        Participant("Ida Muster", "a@example.org", Place(""), "Hafen"),
        Participant("ida muster", "b@example.org", Place(""), "Stelle"),
    ]
    plan = Seating((*same, Participant("Max Muster", "c@example.org", Place(""), "Hafen")), (((0, 1, 2),),), (1,))
    assert told(plan).names == ("Ida Muster (Hafen)", "ida muster (Stelle)", "Max Muster")


def test_tables_are_numbered_through_both_halls_and_called_rooms_online() -> None:
    words = told(HYBRID, BOTH)
    assert [words.table(number) for number in range(3)] == ["Tisch 1", "Tisch 2", "Raum 3"]
    assert [(hall.name, [*hall.tables]) for hall in words.halls] == [("Vor Ort", [0, 1]), ("Online", [2])]
    found = texts(HYBRID, BOTH)
    assert {row[0] for row in rows(found["zoom-round-1.csv"])[1:]} == {"Raum 3"}
    assert re.findall("^### (.*)$", found["rooms.md"], re.MULTILINE) == ["Vor Ort", "Online"] * 3


# Video conferences


def test_zoom_gets_its_two_columns_and_each_address_as_it_is() -> None:
    odd = [
        "=1+1@example.org",
        "+49@example.org",
        "-x@example.org",
        "@a@example.org",
        'a"b@example.org',
        "Ü@example.org",
    ]
    plan = replace(
        PLAN,
        people=tuple(replace(each, email=odd[n % 6] if n < 6 else each.email) for n, each in enumerate(PLAN.people)),
    )
    content = files(plan)["zoom-round-1.csv"]
    assert content.startswith(b"Pre-assign Room Name,Email Address\r\n")
    assert content.count(b"\r\n") == content.count(b"\n") == 13
    head, *others = rows(content.decode())
    assert head == COLUMNS
    expected = {
        (f"Raum {table + 1}", plan.people[who].email) for table, whos in enumerate(plan.rounds[0]) for who in whos
    }
    assert {(room, email) for room, email in others} == expected
    assert len(others) == 12


def test_who_has_no_address_of_their_own_is_named_beside() -> None:
    emails = ["", "B@example.org", "b@example.org"]
    plan = replace(
        PLAN, people=tuple(replace(each, email=emails[n]) if n < 3 else each for n, each in enumerate(PLAN.people))
    )
    found = texts(plan)
    for number in range(1, 4):
        sent = [email for _, email in rows(found[f"zoom-round-{number}.csv"])[1:]]
        rooms = json.loads(found[f"bigbluebutton-round-{number}.json"])
        assert len(sent) == 10
        assert sorted(sent) == sorted(each for room in rooms for each in room["roster"])
        assert ("B@example.org" in sent, "b@example.org" in sent, "" in sent) == (True, False, False)
    _, _, by_hand = found["online.txt"].partition("Von Hand zuzuteilen")
    assert [line.partition(":")[0] for line in by_hand.splitlines()[1:]] == ["Ada Beispiel", "Ada Übung"]
    assert "Von Hand zuzuteilen" not in texts(PLAN)["online.txt"]


def test_bigbluebutton_gets_rooms_with_id_name_and_roster() -> None:
    rooms = json.loads(texts(PLAN)["bigbluebutton-round-2.json"])
    assert [{*room} for room in rooms] == [{"id", "name", "roster"}] * 3
    assert [(room["id"], room["name"]) for room in rooms] == [("1", "Raum 1"), ("2", "Raum 2"), ("3", "Raum 3")]
    assert [sorted(room["roster"]) for room in rooms] == [
        sorted(PLAN.people[who].email for who in t) for t in PLAN.rounds[1]
    ]


def test_teams_gets_everybody_in_the_order_of_its_dialogue() -> None:
    names = ["Zoë Ärmel", "ada Beispiel", "Özlem Muster", "Ben Muster", "Olga Muster", "Ida Probe"]
    _, *rounds = texts(seating(names, 2, 2))["teams.txt"].split("\n\n")
    order = ["ada Beispiel", "Ben Muster", "Ida Probe", "Olga Muster", "Özlem Muster", "Zoë Ärmel"]
    assert [[line.partition(" → ")[0] for line in part.splitlines()[1:]] for part in rounds] == [order] * 2


# Names that are no names


RIGHT = ["עדה לדוגמה", "محمد"]
ODD = [*HOSTILE, *RIGHT, "=HYPERLINK(1)", "x" * 200, "Ida, Muster: R1 → 9", "<script>alert(1)</script>", "N. N."]


@pytest.mark.parametrize("place", [HAUS, BOTH, ONLINE])
def test_every_name_arrives_as_it_was_written(place: str) -> None:
    plan = seating(ODD, 4, 2)
    plan = replace(plan, halls=(3, 1), sides=("on-site", "online")) if place == BOTH else plan
    found = texts(plan, place)
    for name in ("rooms.txt", "chat.txt"):
        lines = found[name].replace(FIRST_STRONG, "").replace(POP, "")
        assert [each for each in ODD if each not in lines] == []
    assert {*RIGHT} <= {*re.findall(f"{FIRST_STRONG}(.*?){POP}", found["chat.txt"])}
    assert [person["name"] for person in json.loads(found["plan.json"])["people"]] == ODD
    assert {
        row[1]
        for number in (1, 2)
        for name, text in found.items()
        if name == f"zoom-round-{number}.csv"
        for row in rows(text)[1:]
    } <= {person.email for person in plan.people}


def test_nothing_in_a_name_is_markdown_or_html() -> None:
    for text in (texts(seating(ODD, 4, 2))["rooms.md"],):
        tokens = [each for token in MarkdownIt().parse(text) for each in (token, *(token.children or ()))]
        kinds = {token.type for token in tokens}
        assert kinds <= {
            "heading_open", "heading_close", "bullet_list_open", "bullet_list_close", "list_item_open",
            "list_item_close", "paragraph_open", "paragraph_close", "inline", "text", "strong_open", "strong_close",
            "text_special",
        }  # fmt: skip
        shown = "".join(token.content for token in tokens if token.type in {"text", "text_special"})
        assert [name for name in ODD if name not in shown.replace(FIRST_STRONG, "").replace(POP, "")] == []


def test_only_a_name_that_is_read_from_the_right_is_set_apart() -> None:
    assert [isolated(name) for name in ("Ida", "محمد")] == ["Ida", f"{FIRST_STRONG}محمد{POP}"]


# On paper


SHAPES = [(12, 3, 2), (35, 8, 5), (120, 27, 8)]
GIVEN = ("Ada", "Ben", "Cem", "Dora", "Emil", "Fatma", "Gül", "Hugo", "Ida", "Jan", "Kim", "Lea")
FAMILIES = ("Muster", "Beispiel", "Probe", "Übung", "Fall", "Vorlage", "Test", "Entwurf", "Skizze", "Modell")
MANY = [f"{given} {family}" for given in GIVEN for family in FAMILIES]


@pytest.mark.parametrize(("count", "tables", "rounds"), SHAPES)
def test_a_plan_has_a_page_a_round_and_a_sheet_a_table(count: int, tables: int, rounds: int) -> None:
    plan = seating(MANY[:count], tables, rounds)
    found = files(plan, HAUS, pdf=True)
    pages = {name: pages_of(found[f"{name}.pdf"]) for name in ("table-plan", "moderators", "cards")}
    assert {name: len(each) for name, each in pages.items()} == {
        "table-plan": rounds, "moderators": tables, "cards": -(-count // 4),
    }  # fmt: skip
    for number, page in enumerate(pages["table-plan"]):
        assert page.count(f"Runde {number + 1}") == 1
        assert all(letters(person.name) in letters(page) for person in plan.people)
    for table, page in enumerate(pages["moderators"]):
        here = {who for tables in plan.rounds for who in tables[table]}
        assert all((letters(plan.people[who].name) in letters(page)) for who in here)


@pytest.mark.parametrize(
    ("plan", "more"),
    [(seating(PLAIN + LONG, 8, 5), ""), (seating(ODD, 5, 3), "language: en, "), (seating(ODD, 5, 14), "")],
)
def test_a_screen_reader_can_read_every_paper_whatever_the_names(plan: Seating, more: str) -> None:
    two = replace(plan, halls=(plan.halls[0] - 1, 1), sides=("on-site", "online"), moderators=(0, 1))
    for name, content in {
        **files(two, BOTH, more, pdf=True),
        **files(replace(PAIRS, people=plan.people[:5]), HAUS, pdf=True),
    }.items():
        if name.endswith(".pdf"):
            assert broken_rules(content) == [], name
    printed = letters("".join(pages_of(files(plan, HAUS, pdf=True)["table-plan.pdf"])))
    assert [
        person.name for person in plan.people if letters(person.name) not in printed and person.name not in RIGHT
    ] == []


def test_each_card_has_its_place_within_the_crop_marks_and_all_of_a_way() -> None:
    plan = seating(PLAIN + LONG, 8, 8)
    content = files(plan, HAUS, pdf=True)["cards.pdf"]
    lefts, tops = (13.0, 105.0, 197.0), (18.5, 148.5, 278.5)
    for marks in some(lines_on(content)):
        upright = {round(x * MM, 1) for x, _, end, _ in marks[:12] if x == end}
        level = {round(297 - y * MM, 1) for _, y, _, end in marks[:12] if y == end}
        assert (upright, level) == ({*lefts}, {*tops})
    for sheet in some(boxes_on(content)):
        for box in (box for box in sheet if box.top > tops[0]):
            assert any(left + 4 <= box.left and box.right <= right - 4 for left, right in pairwise(lefts))
            assert any(top + 3 <= box.top and box.bottom <= foot - 3 for top, foot in pairwise(tops))


def test_cards_are_for_those_who_come_where_others_join() -> None:
    pages = letters("".join(pages_of(files(HYBRID, BOTH, pdf=True)["cards.pdf"])))
    joining = {who for tables in HYBRID.rounds for who in tables[2]}
    coming = {who for tables in HYBRID.rounds for table in tables[:2] for who in table}
    assert {who for who in range(12) if letters(HYBRID.people[who].name) in pages} == coming
    assert joining


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert files(HYBRID, BOTH, pdf=True) == files(replace(HYBRID), BOTH, pdf=True)


# When


SHORT = "{title: A, type: networking, minutes: 10}"


@pytest.mark.parametrize(
    ("agenda", "count", "expected"),
    [
        ("[{title: A, minutes: 30}, {title: B, type: networking, minutes: 60}]", 3, [(870, 20), (890, 20), (910, 20)]),
        ("[{title: B, type: networking, minutes: 75}]", 2, [(840, 35), (875, 35)]),
        ("[{title: B, type: networking, minutes: 75}]", 1, [(840, 75)]),
        (f"[{SHORT}, {{title: B, type: networking, minutes: 20}}]", 2, [(840, 10), (850, 20)]),
        (f"[{SHORT}, {{title: B, type: networking, minutes: 20}}]", 3, []),
        (f"[{SHORT}]", 3, [(840, None), (None, None), (None, None)]),
        ("[{title: A, type: networking, start: '15:00'}]", 2, [(900, None), (None, None)]),
        ("[{title: A, minutes: 10}]", 2, []),
        ("[]", 2, []),
    ],
)  # fmt: skip
def test_rounds_are_at_the_sessions_of_networking(agenda: str, count: int, expected: list[tuple[int, int]]) -> None:
    event = event_of(f"{{title: T, status: confirmed, date: 2027-03-11, time: 14-17, agenda: {agenda}}}")
    assert [(when.start, when.minutes) for when in rounds_of(event, count)] == expected


def test_a_round_knows_its_session_and_its_day() -> None:
    agenda = "[{title: A, type: networking, minutes: 30}, {title: B, day: 2, type: networking, minutes: 40}]"
    event = event_of(f"{{title: T, status: confirmed, date: 2027-03-11/2027-03-12, time: 14-17, agenda: {agenda}}}")
    assert rounds_of(event, 2) == (When(0, 1, 840, 30), When(1, 2, 840, 40))
    text = f"{{title: T, status: confirmed, date: 2027-03-11/2027-03-12, time: 14-17, agenda: {agenda}}}"
    labels = [each.label for each in Told(facts_of(text), replace(PLAN, rounds=PLAN.rounds[:2])).rounds]
    assert labels == ["Runde 1, Donnerstag, 14 Uhr", "Runde 2, Freitag, 14 Uhr"]


# The plan that is kept


def kept(root: Path, content: bytes) -> None:
    """A plan on disk."""
    path = plan_path(root, "treff-12")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


@pytest.mark.parametrize("plan", [PLAN, HYBRID, PAIRS, seating(ODD, 4, 2)])
def test_a_plan_is_read_as_it_was_written(plan: Seating, tmp_path: Path) -> None:
    kept(tmp_path, seating_bytes(plan))
    assert seating_of(tmp_path, "treff-12") == plan


@pytest.mark.shows("LC785")
def test_without_a_plan_that_is_told(tmp_path: Path) -> None:
    with pytest.raises(LabcampError) as told:
        seating_of(tmp_path, "treff-12")
    assert [found.code for found in told.value.findings] == ["LC785"]


@pytest.mark.shows("LC786")
@pytest.mark.parametrize(
    "change",
    [
        lambda plan: plan[:0], lambda plan: f"[{plan}]", lambda plan: plan[: len(plan) // 2],
        lambda plan: plan.replace('"groups"', '"others"', 1), lambda plan: plan.replace("[3]", "[4]"),
        lambda plan: plan.replace("[3]", "[-3]"), lambda plan: plan.replace("[3]", "[true, 2]"),
        lambda plan: plan.replace("[0, ", "[12, ", 1), lambda plan: plan.replace("[0, ", "[0, 0, ", 1),
        lambda plan: plan.replace('"name"', '"nom"'), lambda plan: plan.replace('"Ada Beispiel"', "7"),
        lambda plan: plan.replace('"sides": [""]', '"sides": ["oben"]'), lambda plan: "[" * 100_000 + plan,
    ],
)  # fmt: skip
def test_what_is_no_plan_of_ours_is_told_and_nothing_of_it_shown(change: Callable[[str], str], tmp_path: Path) -> None:
    text = change(seating_bytes(PLAN).decode())
    assert text != seating_bytes(PLAN).decode()
    kept(tmp_path, text.encode())
    with pytest.raises(LabcampError) as told:
        seating_of(tmp_path, "treff-12")
    assert [(found.code, "Ada" in str(found)) for found in told.value.findings] == [("LC786", False)]


def test_nobody_is_named_where_a_plan_is_printed_or_logged() -> None:
    assert [each.name for each in people(NAMES) if each.name in repr(seating(NAMES, 3, 3))] == []


# Where else it shows


@pytest.fixture
def planned(workspace: Path) -> Path:
    """LabCamp #11 with people and a plan of two rounds for them, in a house, with half an hour for both."""
    file = workspace / "events/labcamp-11.yaml"
    text = file.read_text("utf-8").replace("place: online", "place: {name: Haus, city: Berlin}")
    file.write_text(text.replace("status: draft", "status: confirmed"), "utf-8")
    (workspace / "private").mkdir()
    rows = "".join(f"{person.name};{person.email};bezahlt\n" for person in TWO.people)
    (workspace / "private/labcamp-11.csv").write_text(f"Name;E-Mail;Status\n{rows}", "utf-8")
    path = plan_path(workspace, "labcamp-11")
    path.parent.mkdir(parents=True)
    path.write_bytes(seating_bytes(TWO))
    return workspace


TWO = seating(NAMES, 3, 2)


def test_badges_have_the_table_of_each_round_where_that_is_wanted(planned: Path, labcamp: Labcamp) -> None:
    pages = []
    for more in ((), ("--groups",), ("--groups", "--size", "105x74")):
        assert labcamp("render-print", "badges", "11", *more, "--today", TODAY).code == 0
        content = (planned / "private/out/labcamp-11/badges.pdf").read_bytes()
        assert broken_rules(content) == []
        pages.append(letters("".join(pages_of(content))))
    ways = {letters(f"{who.name} R1 {one} R2 {two}") for who, (one, two) in zip(TWO.people, numbers(), strict=True)}
    shown = [{way for way in ways if all(part in page for part in way.split("R1"))} for page in pages]
    assert ["R1" in page for page in pages] == [False, True, True]
    assert shown[1] == shown[2] == ways
    for page in pages[1:]:
        for who, (one, two) in zip(TWO.people, numbers(), strict=True):
            after = page.partition(letters(who.name))[2]
            assert re.search(r"R1(\d)R2(\d)", after).groups() == (one, two)  # type: ignore[union-attr]


def numbers() -> list[tuple[str, ...]]:
    """The tables of each person."""
    return [TWO.numbers_of(who) for who in range(len(TWO.people))]


def test_badges_with_tables_need_a_plan(planned: Path, labcamp: Labcamp) -> None:
    plan_path(planned, "labcamp-11").unlink()
    result = labcamp("render-print", "badges", "11", "--groups", "--today", TODAY)
    assert (result.code, "LC785" in result.err) == (1, True)
    assert labcamp("render-print", "run-sheet", "11", "--today", TODAY).code == 0


def test_the_run_sheet_has_the_rounds_and_what_to_lay_out(planned: Path, labcamp: Labcamp) -> None:
    path = planned / "private/out/labcamp-11/run-sheet.pdf"
    assert labcamp("render-print", "run-sheet", "11", "--today", TODAY).code == 0
    text = " ".join("".join(pages_of(path.read_bytes())).split())
    assert "Gruppen, 2 Runden: Tischpläne aushängen, Karten austeilen, auf jeden Tisch sein Blatt legen" in text
    first, second = (re.search(rf"(\d\d:\d\d)–(\d\d:\d\d) 35 min Gruppen: Runde {each}", text) for each in (1, 2))
    assert first
    assert second
    assert first[2] == second[1]
    assert [person.name for person in TWO.people if person.name in text] == []
    plan_path(planned, "labcamp-11").unlink()
    labcamp("render-print", "run-sheet", "11", "--today", TODAY)
    assert "Gruppen:" not in "".join(pages_of(path.read_bytes()))


@pytest.mark.parametrize(
    ("plan", "place", "expected"),
    [
        (PLAN, ONLINE, "Räume öffnen, Liste zum Vorlesen"),
        (HYBRID, BOTH, "Tischplan, Seite 2 · Räume öffnen, Liste zum Vorlesen"),
        (PLAN, HAUS, "Tischplan, Seite 2"),
        (replace(PAIRS, rounds=PAIRS.rounds[:3]), HAUS, ""),
    ],
)
def test_each_round_of_the_run_sheet_has_its_time_and_its_sheet(plan: Seating, place: str, expected: str) -> None:
    facts = facts_of(f"{{title: T, status: confirmed, date: 2027-03-11, time: 14-17, {place}{AGENDA}}}")
    days = run_sheet.data(facts, Private(), plan)["days"]
    assert isinstance(days, list)
    steps = [step for part in days[0]["parts"] for step in part["steps"] if step["what"].startswith("Gruppen: Runde")]
    assert [(step["what"], step["time"]) for step in steps] == [
        ("Gruppen: Runde 1", "14:20–14:40"), ("Gruppen: Runde 2", "14:40–15:00"), ("Gruppen: Runde 3", "15:00–15:20"),
    ]  # fmt: skip
    assert steps[1]["where"] == expected


@pytest.mark.parametrize(
    ("plan", "place", "expected"),
    [
        (PLAN, ONLINE, "Gruppen, 3 Runden: Räume im Videoraum anlegen, Zeilen für den Chat und Liste"),
        (HYBRID, BOTH, "auf jeden Tisch sein Blatt legen; Räume im Videoraum anlegen"),
        (replace(PLAN, rounds=PLAN.rounds[:1]), HAUS, "Gruppen, eine Runde: Tischpläne"),
        (PAIRS, HAUS, "Zu zweit im Gespräch, 5 Runden: Liste der Paare aushängen, Karten austeilen"),
    ],
)
def test_what_to_prepare_stands_before_the_day_begins(plan: Seating, place: str, expected: str) -> None:
    facts = facts_of(f"{{title: T, status: confirmed, date: 2027-03-11, time: 14-17, {place}{AGENDA}}}")
    days = run_sheet.data(facts, Private(), plan)["days"]
    assert isinstance(days, list)
    assert expected in days[0]["parts"][0]["steps"][0]["what"]


def test_nobody_of_a_plan_is_named_outside_private_or_at_the_terminal(planned: Path, labcamp: Labcamp) -> None:
    secret = re.compile("|".join(re.escape(text) for each in TWO.people for text in (each.name, each.email)))
    calls = (
        "build --no-pdf", "check", "list", "todo", "render-print badges 11 --groups", "render-print run-sheet 11",
        "handover 11 --to witi", "render-print badges 11 --groups --dry-run",
    )  # fmt: skip
    for call in calls:
        result = labcamp(*call.split(), "--today", TODAY)
        assert (result.code, secret.findall(f"{result.out}{result.err}")) == (0, []), call
    files = [path for path in planned.rglob("*") if path.is_file()]
    named = {path.relative_to(planned).parts[0] for path in files if secret.search(path.read_text("utf-8", "ignore"))}
    assert named == {"private"}
    assert "private/out/labcamp-11/badges.pdf" in {path.relative_to(planned).as_posix() for path in files}
