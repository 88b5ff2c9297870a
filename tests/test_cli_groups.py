"""`groups`: what it promises and what came of it, what it refuses, and what happens on the day and over the years."""

import json
import stat
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from conftest import Labcamp, Result

BEFORE, AFTER = "2026-11-01", "2026-11-30"
EVENT = """\
number: {number}
theme: Labore finden
status: confirmed
date: {date}
time: 14:00-17:00
place: Haus der Ideen
"""
FIRST, SECOND = ("Ada", "Ben", "Cem", "Dora", "Eva", "Finn", "Gül"), ("Muster", "Beispiel", "Probe", "Test", "Vorlage")
NAMES = [f"{given} {family}" for given in FIRST for family in SECOND]
PLAN = Path("private/out/treff-12/groups/plan.json")


def line(name: str, where: str = "", organisation: str = "") -> str:
    """The row of a person on the list."""
    return f"{name};{name.lower().replace(' ', '.').replace('ü', 'ue')}@example.org;{organisation};{where};bestätigt\n"


def write_list(rows: str, event: str = "treff-12") -> None:
    """Write the list of an event."""
    Path("private").mkdir(exist_ok=True)
    Path(f"private/{event}.csv").write_text(f"Name;E-Mail;Organisation;Teilnahmeform;Status\n{rows}", "utf-8")


def wish(text: str) -> None:
    """Write what is wished of the groups."""
    Path("private/treff-12.yaml").write_text(f"groups:\n  {text}\n", "utf-8")


@pytest.fixture
def series(workspace: Path) -> Path:
    """A series with two events of this autumn, and 35 people who come to the second."""
    (workspace / "events/treff-12.yaml").write_text(EVENT.format(number=12, date="2026-11-12"), "utf-8")
    (workspace / "events/treff-13.yaml").write_text(EVENT.format(number=13, date="2026-11-26"), "utf-8")
    write_list("".join(line(name, organisation=f"Labor {number % 17}") for number, name in enumerate(NAMES)))
    return workspace


def plan(event: str = "treff-12") -> dict[str, Any]:
    """The plan that is kept."""
    found: dict[str, Any] = json.loads(Path(f"private/out/{event}/groups/plan.json").read_bytes())
    return found


def names_at(table: list[int], kept: dict[str, Any]) -> set[str]:
    """Who sits at a table."""
    return {kept["people"][number]["name"] for number in table}


def repeats(kept: dict[str, Any]) -> int:
    """How many meetings there are beyond the first of a pair."""
    pairs = [pair for tables in kept["rounds"] for table in tables for pair in combinations(sorted(table), 2)]
    return len(pairs) - len({*pairs})


def planned(labcamp: Labcamp, *arguments: str, event: str = "12", today: str = BEFORE) -> Result:
    """A plan without what Typst sets, which takes longer than all the rest."""
    return labcamp("groups", event, *arguments, "--no-pdf", "--today", today)


def everything() -> dict[str, bytes]:
    """All files of the folder."""
    return {path.as_posix(): path.read_bytes() for path in Path().rglob("*") if path.is_file()}


# A plan


def test_it_says_before_what_is_certain_and_after_what_came_of_it(series: Path, labcamp: Labcamp) -> None:
    result = planned(labcamp, "--rounds", "5", "--lang", "de")
    assert result.code == 0
    assert result.out.splitlines() == [
        "LabCamp #12: Labore finden",
        "",
        "35 Personen, Vierer- und Fünfergruppen: sicher 8 Runden ohne Wiederholung; mehr als 9 sind unmöglich.",
        "",
        "Wiederholungen: 0",
        "Paare aus derselben Organisation in einer Gruppe: 0",
        "Paare, die sich schon von früheren Treffen kennen: 0",
        "Neue Bekanntschaften: 300",
        "",
        "private/out/treff-12/groups/  4 angelegt",
        "Kommt jemand dazu: labcamp groups 12 --late NAME",
        "Fehlt jemand nach der ersten Runde: labcamp groups 12 --absent NAME --after 1",
        "Laufen am Ende weniger Runden als geplant: labcamp groups 12 --ran ZAHL",
    ]
    kept = plan()
    assert (len(kept["rounds"]), repeats(kept)) == (5, 0)
    assert all(sorted(who for table in tables for who in table) == [*range(35)] for tables in kept["rounds"])


def test_without_a_word_there_are_three_rounds_of_four_and_five(series: Path, labcamp: Labcamp) -> None:
    planned(labcamp)
    assert [sorted({len(table) for table in tables}) for tables in plan()["rounds"]] == [[4, 5]] * 3


def test_a_plan_is_printed_and_nobody_else_may_read_it(series: Path, labcamp: Labcamp) -> None:
    assert labcamp("groups", "12", "--today", BEFORE).code == 0
    assert {path.name for path in PLAN.parent.glob("*.pdf")} == {"cards.pdf", "moderators.pdf", "table-plan.pdf"}
    others = {path.name for path in Path("private").rglob("*") if stat.S_IMODE(path.stat().st_mode) & 0o077}
    assert others <= {"treff-12.csv"}


def test_options_go_before_the_private_file(series: Path, labcamp: Labcamp) -> None:
    wish("{rounds: 4, size: 7, priority: new}")
    planned(labcamp)
    assert (len(plan()["rounds"]), {len(table) for table in plan()["rounds"][0]}, plan()["priority"]) == (4, {7}, "new")
    planned(labcamp, "--rounds", "2", "--groups", "9", "--priority", "today")
    assert (len(plan()["rounds"]), len(plan()["rounds"][0]), plan()["priority"]) == (2, 9, "today")


def test_the_same_list_gives_the_same_bytes(series: Path, labcamp: Labcamp) -> None:
    planned(labcamp, "--priority", "new")
    before = everything()
    second = planned(labcamp, "--priority", "new")
    assert everything() == before
    assert ("4 unchanged" in second.out, "another plan" in second.out) == (True, False)


def test_files_of_rounds_that_are_not_planned_any_more_go_and_what_a_person_wrote_stays(
    series: Path, labcamp: Labcamp
) -> None:
    text = Path("events/treff-12.yaml").read_text("utf-8").replace("Haus der Ideen", "online")
    Path("events/treff-12.yaml").write_text(text, "utf-8")
    planned(labcamp, "--rounds", "4")
    PLAN.with_name("notiz.txt").write_text("meins", "utf-8")
    PLAN.with_name("chat.txt").write_text("auch meins", "utf-8")
    result = planned(labcamp, "--rounds", "2")
    names = {path.name for path in PLAN.parent.iterdir()}
    assert ("zoom-round-2.csv" in names, "zoom-round-3.csv" in names, "notiz.txt" in names) == (True, False, True)
    assert PLAN.with_name("chat.txt").read_text("utf-8") == "auch meins"
    assert ("LC901" in result.err, "This plan differs from the one before" in result.out) == (True, True)


def test_a_dry_run_writes_nothing(series: Path, labcamp: Labcamp) -> None:
    before = everything()
    result = labcamp("groups", "12", "--no-pdf", "--today", BEFORE, "--dry-run")
    assert (result.code, "A dry run" in result.out, everything()) == (0, True, before)


def test_wishes_are_kept(series: Path, labcamp: Labcamp) -> None:
    wish(
        "{rounds: 4, apart: [[Ada Muster, ben.muster@example.org]], together: 'Cem Probe, Dora Test', "
        "moderators: [Eva Vorlage, Finn Probe], tables: {Gül Test: 2}}"
    )
    assert planned(labcamp).code == 0
    kept = plan()
    for tables in kept["rounds"]:
        at = {name: number for number, table in enumerate(tables) for name in names_at(table, kept)}
        assert at["Ada Muster"] != at["Ben Muster"]
        assert at["Cem Probe"] == at["Dora Test"]
        assert at["Gül Test"] == 1
    for name in ("Eva Vorlage", "Finn Probe"):
        places = {n for tables in kept["rounds"] for n, table in enumerate(tables) if name in names_at(table, kept)}
        assert len(places) == 1


def test_who_has_no_address_no_consent_or_no_name_has_a_seat_and_who_waits_has_none(
    series: Path, labcamp: Labcamp
) -> None:
    rows = "".join(map(line, NAMES[:6]))
    rows += "Noa Ohne;;;;bestätigt\n;pia@example.org;;;bestätigt\nUwe Warte;uwe@example.org;;;Warteliste\n"
    write_list(rows)
    result = planned(labcamp)
    assert [person["name"] for person in plan()["people"]] == [*NAMES[:6], "Noa Ohne", "pia"]
    assert "without a firm seat: 1" in result.out


def test_on_site_and_online_are_two_plans_that_never_mix(series: Path, labcamp: Labcamp) -> None:
    text = Path("events/treff-12.yaml").read_text("utf-8").replace("Haus der Ideen", "{name: Haus, online: ja}")
    Path("events/treff-12.yaml").write_text(text, "utf-8")
    write_list("".join(line(name, "online" if number % 3 == 0 else "vor Ort") for number, name in enumerate(NAMES)))
    result = planned(labcamp, "--lang", "de")
    assert result.code == 0
    told = [each for each in result.out.splitlines() if each.startswith(("online", "Vor Ort", "Online"))]
    assert told[0] == "online: 12"
    assert told[1].startswith("Vor Ort: 23 Personen, Vierer- und Fünfergruppen: sicher ")
    assert told[2].startswith("Online: 12 Personen, Vierergruppen: sicher ")
    kept = plan()
    sides = [{kept["people"][who]["where"] for who in table} for tables in kept["rounds"] for table in tables]
    assert {len(each) for each in sides} == {1}


def test_in_pairs_nobody_talks_to_the_same_person_twice(series: Path, labcamp: Labcamp) -> None:
    result = planned(labcamp, "--pairs", "--rounds", "7", "--lang", "de")
    kept = plan()
    assert "35 Personen in Paaren, 7 Runden: Niemand redet zweimal mit derselben Person; in jeder Runde" in result.out
    assert (kept["sort"], {len(table) for tables in kept["rounds"] for table in tables}) == ("pairs", {1, 2})
    assert (len(kept["rounds"]), repeats(kept)) == (7, 0)


def test_there_are_not_more_rounds_in_pairs_than_other_people(series: Path, labcamp: Labcamp) -> None:
    write_list("".join(map(line, NAMES[:6])))
    assert (
        "--rounds: LC788 too-many-rounds: 6 rounds are too many: at most 5"
        in planned(labcamp, "--pairs", "--rounds", "6").err
    )
    assert planned(labcamp, "--pairs", "--rounds", "5").code == 0


@pytest.mark.shows("LC718")
def test_pairs_are_planned_anew_where_somebody_comes_or_is_missing(series: Path, labcamp: Labcamp) -> None:
    assert "change the list and plan the pairs anew." in planned(labcamp, "--pairs").out.splitlines()[-2]
    before = everything()
    result = planned(labcamp, "--absent", "Ada Muster")
    assert (result.code, "--absent: LC718" in result.err, "labcamp groups 12 --pairs" in result.err) == (1, True, True)
    assert everything() == before


def test_groups_of_both_sides_are_not_more_than_their_people(series: Path, labcamp: Labcamp) -> None:
    write_list("".join(line(name, "online" if number < 12 else "vor Ort") for number, name in enumerate(NAMES)))
    assert "--groups: LC725" in planned(labcamp, "--groups", "30").err
    write_list("".join(line(name, "online" if number < 1 else "vor Ort") for number, name in enumerate(NAMES)))
    assert "LC720" in planned(labcamp).err


def test_an_organisation_that_sends_more_than_there_are_groups_is_told(series: Path, labcamp: Labcamp) -> None:
    write_list("".join(line(name, organisation="Hafen" if n < 10 else "") for n, name in enumerate(NAMES)))
    result = planned(labcamp, "--size", "4-5", "--lang", "de")
    assert "Aus einer Organisation kommen mehr Menschen, als es Gruppen gibt (8): Einige von ihnen sitzen" in result.out
    assert "Hafen" not in result.out


# What is refused


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("rounds: 0", "private/treff-12.yaml:2:11: LC721"),
        ("size: 40", "private/treff-12.yaml:2:9: LC723"),
        ("size: 30-34", "private/treff-12.yaml:2:9: LC724"),
        ("{size: 20, moderators: [Ada Muster, Ben Muster, Cem Muster]}", "LC726"),
        ("{apart: [Ada Muster, Ben Muster], together: [Ada Muster, Ben Muster]}", "LC727"),
        ("{size: 3, together: [Ada Muster, Ben Muster, Cem Muster, Eva Test]}", "LC730"),
        ("tables: {Ada Muster: 99}", "LC734"),
        ("moderators: [Ada Mustr]", "private/treff-12.yaml:2:16: LC738"),
        ("groups: 0", "private/treff-12.yaml:2:11: LC725"),
        ("{moderators: [Ada Muster, Ben Muster], tables: {Ada Muster: 1, Ben Muster: 1}}", "LC731"),
        ("apart: [Ada Muster]", "private/treff-12.yaml:2:11: LC729"),
    ],
)
def test_what_cannot_be_is_one_finding_and_nothing_is_written(
    text: str, found: str, series: Path, labcamp: Labcamp
) -> None:
    wish(text)
    before = everything()
    result = planned(labcamp)
    assert (result.code, result.err.count(": LC7"), found in result.err, result.out) == (1, 1, True, "")
    assert result.err.endswith("Nothing is written.\n")
    assert everything() == before


def test_a_name_is_told_with_the_nearest_and_of_an_address_nothing(series: Path, labcamp: Labcamp) -> None:
    wish("apart: [[Ada Mustre, niemand@example.org]]")
    result = planned(labcamp, "--lang", "de")
    assert "„Ada Mustre“ steht nicht auf der Liste" in result.err
    assert "meint ihr „Ada Muster“? Wer noch nicht auf der Liste steht, braucht dort zuerst eine Zeile" in result.err
    assert "„…@…“ steht nicht auf der Liste" in result.err
    assert "@example" not in result.err


@pytest.mark.shows("LC720")
def test_one_person_is_no_group(series: Path, labcamp: Labcamp) -> None:
    write_list(line("Ada Muster"))
    assert (planned(labcamp).code, "LC720" in planned(labcamp).err) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (("--size", "klein"), "--size: LC234"),
        (("--size", "4", "--groups", "8"), "--groups: LC059"),
        (("--pairs", "--size", "4"), "--size: LC059"),
        (("--late", "Ada Muster", "--rounds", "4"), "--rounds: LC059"),
        (("--ran", "2", "--after", "1"), "--after: LC059"),
        (("--after", "1"), "--after: LC019"),
    ],
)
def test_options_that_do_not_go_together_are_told(
    arguments: tuple[str, ...], found: str, series: Path, labcamp: Labcamp
) -> None:
    result = planned(labcamp, *arguments)
    assert (result.code, found in result.err) == (2, True)
    assert not PLAN.exists()


# On the day


def test_who_comes_late_gets_a_free_seat_and_nobody_else_moves(series: Path, labcamp: Labcamp) -> None:
    planned(labcamp, "--rounds", "4")
    before = plan()
    with Path("private/treff-12.csv").open("a", encoding="utf-8") as rows:
        rows.write("Zoe Spät;;;;bestätigt\n")
    result = planned(labcamp, "--late", "zoe  SPÄT", "--after", "1", "--lang", "de", today="2026-11-12")
    after = plan()
    assert (result.code, repeats(after), after["people"][35]["name"]) == (0, 0, "Zoe Spät")
    assert after["rounds"][0] == before["rounds"][0]
    assert [[[who for who in table if who != 35] for table in tables] for tables in after["rounds"]] == before["rounds"]
    assert [each.split()[:3] for each in result.out.splitlines()[2:5]] == [[n, "Zoe", "Spät"] for n in "234"]


@pytest.mark.shows("LC814")
def test_who_waits_for_a_seat_gets_one_on_the_list_first(series: Path, labcamp: Labcamp) -> None:
    planned(labcamp)
    with Path("private/treff-12.csv").open("a", encoding="utf-8") as rows:
        rows.write("Zoe Spät;zoe@example.org;;;Warteliste\n")
    result = planned(labcamp, "--late", "Zoe Spät", "--lang", "de")
    assert (result.code, "--late: LC814" in result.err, "„Zoe Spät“ hat auf der Liste" in result.err) == (1, True, True)


def test_where_somebody_is_missing_the_rounds_that_ran_stay_and_few_move(series: Path, labcamp: Labcamp) -> None:
    planned(labcamp, "--rounds", "5")
    before = plan()
    result = planned(labcamp, "--absent", "Ada Muster", "--absent", "ben.test@example.org", "--after", "2")
    after = plan()
    assert after["rounds"][:2] == before["rounds"][:2]
    gone = {number for number, each in enumerate(after["people"]) if each["name"] in {"Ada Muster", "Ben Test"}}
    for tables in after["rounds"][2:]:
        assert gone.isdisjoint(who for table in tables for who in table)
        assert {len(table) for table in tables if table} <= {4, 5}
    assert "Ada Muster" in result.out
    assert "@" not in result.out + result.err


def test_two_people_of_one_address_are_two(series: Path, labcamp: Labcamp) -> None:
    write_list("".join(map(line, NAMES[:9])) + "Zoe Eins;zoe@example.org;;;bestätigt\n")
    planned(labcamp)
    with Path("private/treff-12.csv").open("a", encoding="utf-8") as rows:
        rows.write("Tim Zwei;zoe@example.org;;;bestätigt\n")
    assert planned(labcamp, "--late", "Tim Zwei").code == 0
    assert [person["name"] for person in plan()["people"]][9:] == ["Zoe Eins", "Tim Zwei"]


def test_who_is_back_gets_a_seat_again(series: Path, labcamp: Labcamp) -> None:
    planned(labcamp, "--rounds", "3")
    planned(labcamp, "--absent", "Ada Muster")
    planned(labcamp, "--late", "Ada Muster", "--after", "1")
    kept = plan()
    assert ["Ada Muster" in {n for t in tables for n in names_at(t, kept)} for tables in kept["rounds"]] == [
        False,
        True,
        True,
    ]
    assert len(kept["people"]) == 35


@pytest.mark.shows("LC784", "LC785", "LC787")
def test_a_change_needs_a_plan_a_round_of_it_and_somebody_whom_it_changes(series: Path, labcamp: Labcamp) -> None:
    assert "LC785" in planned(labcamp, "--late", "Ada Muster").err
    planned(labcamp)
    before = everything()
    assert "--late: LC787" in planned(labcamp, "--late", "Ada Muster").err
    assert "--after: LC784" in planned(labcamp, "--absent", "Ada Muster", "--after", "4").err
    assert "--ran: LC784" in planned(labcamp, "--ran", "4").err
    assert "--absent: LC738" in planned(labcamp, "--absent", "Zoe Spät").err
    assert everything() == before


@pytest.mark.shows("LC786")
def test_a_plan_that_somebody_has_changed_is_told(series: Path, labcamp: Labcamp) -> None:
    planned(labcamp)
    PLAN.write_text("{}", "utf-8")
    assert "LC786" in planned(labcamp, "--absent", "Ada Muster").err


# Over the years


def second_edition() -> None:
    """At the second event 21 of the 35 are there again, and 14 others."""
    write_list("".join(map(line, [*NAMES[:21], *(f"Neu {name}" for name in NAMES[21:])])), "treff-13")


def met_before(result: Result) -> int:
    """How many pairs are said to know each other."""
    return int(next(each for each in result.out.splitlines() if each.startswith("Pairs who know")).split(": ")[1])


def test_a_second_edition_knows_who_has_met_and_new_has_fewer_of_them(series: Path, labcamp: Labcamp) -> None:
    planned(labcamp, "--rounds", "5")
    met = {
        tuple(sorted((one, other)))
        for tables in plan()["rounds"] for table in tables for one, other in combinations(table, 2)
    }  # fmt: skip
    second_edition()
    today = planned(labcamp, "--rounds", "3", event="13", today="2026-11-20")
    again = {pair for pair in met if max(pair) < 21}
    seated = plan("treff-13")["rounds"]
    known = {tuple(sorted(pair)) for tables in seated for table in tables for pair in combinations(table, 2)} & again
    assert met_before(today) == len(known) > 0
    assert f"Of all pairs here today, already met: {round(100 * len(again) / 595)} %" in today.out
    new = planned(labcamp, "--rounds", "3", "--priority", "new", event="13", today="2026-11-20")
    assert met_before(new) < met_before(today)


def test_a_plan_counts_only_when_its_event_is_over_and_only_the_last_one(series: Path, labcamp: Labcamp) -> None:
    planned(labcamp, "--rounds", "5")
    once = json.loads(Path("private/groups.json").read_bytes())
    planned(labcamp, "--rounds", "3")
    again = json.loads(Path("private/groups.json").read_bytes())
    assert [len(each["treff-12"]["pairs"]) for each in (once, again)] == [300, 180]
    second_edition()
    assert "already met" not in planned(labcamp, event="13", today="2026-11-12").out
    assert "already met" in planned(labcamp, event="13", today="2026-11-13").out
    text = Path("events/treff-12.yaml").read_text("utf-8").replace("confirmed", "cancelled\nreason: Sturm")
    Path("events/treff-12.yaml").write_text(text, "utf-8")
    assert "already met" not in planned(labcamp, event="13", today="2026-11-13").out


def test_after_the_event_only_what_really_ran_is_remembered(series: Path, labcamp: Labcamp) -> None:
    def pairs() -> int:
        path = Path("private/groups.json")
        return len(json.loads(path.read_bytes())["treff-12"]["pairs"]) if path.exists() else 0

    planned(labcamp, "--rounds", "5")
    planned(labcamp, "--rounds", "3", today=AFTER)  # a plan made afterwards is none that ran
    assert pairs() == 300
    assert labcamp("groups", "12", "--ran", "2", "--today", AFTER, "--lang", "de").out.endswith(
        "Gemerkt: 2 von 3 geplanten Runden sind gelaufen.\n"
    )
    assert pairs() == 120
    labcamp("groups", "12", "--ran", "0", "--today", AFTER)
    assert sorted(path.name for path in Path("private").glob("groups*")) == []


def test_of_few_people_no_share_is_told(series: Path, labcamp: Labcamp) -> None:
    write_list("".join(map(line, NAMES[:9])))
    planned(labcamp)
    write_list("".join(map(line, NAMES[:9])), "treff-13")
    assert "already met" not in planned(labcamp, event="13", today="2026-11-20").out


# What stays private


def test_no_name_and_no_address_gets_out_of_private(series: Path, labcamp: Labcamp) -> None:
    telling = [word.encode() for name in NAMES for word in (name, f"{name.lower().replace(' ', '.')}@")]
    results = [
        planned(labcamp, *arguments)
        for arguments in (("--rounds", "5"), ("--priority", "new"), ("--groups", "7"), ("--pairs",), ("--dry-run",))
    ]
    results.append(labcamp("groups", "12", "--today", BEFORE))
    for result in results:
        said = (result.out + result.err).encode()
        assert (result.code, [word for word in telling if word in said], b"@" in said) == (0, [], False)
    outside = {path: content for path, content in everything().items() if not path.startswith("private/")}
    assert [path for path, content in outside.items() if any(word in content for word in telling)] == []
    memory = Path("private/groups.json").read_bytes() + Path("private/groups.key").read_bytes()
    assert [word for word in telling if word in memory] == []
    assert [path for path in everything() if any(word.decode() in path for word in telling)] == []
