"""What there is to do around an event: the plan and its slips, for which events, when it is due, and how it stands."""

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from conftest import Labcamp, times
from hypothesis import given
from hypothesis import strategies as st
from sample import GOLDEN, REPOSITORY, SERIES, TODAY, event_of, in_memory, series_of, some

from labcamp.cli import COMMANDS
from labcamp.files.read import source_of
from labcamp.findings import LabcampError
from labcamp.model.entries import all_entries
from labcamp.model.ledger import recorded
from labcamp.model.texts import offset_of
from labcamp.planning.mails import SENT_ONCE, due
from labcamp.planning.tasks import (
    CONDITIONS,
    Plan,
    Task,
    faults,
    is_of,
    plan_from,
    plan_of,
    read_plan,
    sent_mails,
    tasks_of,
)
from labcamp.texts import LANGUAGES, page_of
from labcamp.workspace import Workspace

NOWHERE = Path("nowhere")
PACKAGED = REPOSITORY / "templates/tasks.yaml"
EVENT = """\
title: Treffen
number: 12
status: confirmed
date: 2027-09-16
place: online
registration: {url: https://example.org/an, until: 2027-09-09}
"""


def plan(text: str) -> Plan:
    """The plan that a file says, with nothing wrong in it."""
    made = plan_from(source_of(text.encode(), "tasks.yaml"))
    assert made.findings == ()
    return made


def tasks(text: str, event: str = EVENT, *series: str, today: dt.date = TODAY) -> dict[str, Task]:
    """The tasks of an event by a plan."""
    known = event_of(event, "\n".join((SERIES, *series)))
    workspace = in_memory(NOWHERE, [known], "\n".join((SERIES, *series)), today)
    return {task.id: task for task in tasks_of(workspace, known, plan(text))}


def day_of(text: str, event: str = EVENT, *series: str) -> str | None:
    """When the one task of a plan is due."""
    (task,) = tasks(f"a: {{title: A, {text}}}", event, *series, today=dt.date(2026, 1, 1)).values()
    return task.due.isoformat() if task.due else None


def usual(event: str, today: dt.date, *series: str) -> list[Task]:
    """The tasks of an event by the packaged plan."""
    known = event_of(event, "\n".join((SERIES, *series)))
    workspace = in_memory(NOWHERE, [known], "\n".join((SERIES, *series)), today)
    return list(tasks_of(workspace, known, read_plan(NOWHERE)))


# The file


def test_a_task_says_what_why_how_by_whom_and_when() -> None:
    text = """\
bake:
  title: {de: Kuchen backen, en: Bake a cake}
  days: -42
  owner: hosts
  why: {de: Er schmeckt., en: It tastes good.}
  how: labcamp show {event}, events/{id}.yaml
"""
    known = event_of(EVENT)
    workspace = in_memory(NOWHERE, [known])
    common = {"id": "bake", "owner": "hosts", "due": dt.date(2027, 8, 5), "done": False, "late": False}
    how = "labcamp show 12, events/treff-12.yaml"
    assert tasks_of(workspace, known, plan(text)) == (
        Task(title="Kuchen backen", why="Er schmeckt.", how=how, **common),  # type: ignore[arg-type]
    )
    assert tasks_of(workspace, known, plan(text), "en") == (
        Task(title="Bake a cake", why="It tastes good.", how=how, **common),  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("language", "expected"), [("de", "J"), ("de-AT", "Ö"), ("de-CH", "J"), ("en", "E"), ("", "J")]
)
def test_a_title_is_said_in_the_language_that_is_there(language: str, expected: str) -> None:
    known = event_of(EVENT)
    workspace = in_memory(NOWHERE, [known])
    (task,) = tasks_of(workspace, known, plan("a: {title: {de: J, de-AT: Ö, en: E}}"), language)
    assert task.title == expected


def test_a_text_alone_is_a_title_for_all_languages_and_a_task_of_the_organisers_without_a_day() -> None:
    for language in ("de", "en", "de-CH"):
        known = event_of(EVENT)
        workspace = in_memory(NOWHERE, [known])
        assert tasks_of(workspace, known, plan("a: Kuchen"), language) == (
            Task("a", "Kuchen", "organisers", None, done=False, late=False),
        )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: {title: A, days: bald}", [(1, 21, "LC228", {"text": "bald"})]),
        ("a: {title: A, days: 1.5}", [(1, 21, "LC228", {"text": "1.5"})]),
        ("a: {title: A, days: no}", [(1, 21, "LC228", {"key": "days"})]),
        ("a: {title: A, day: 3}", [(1, 15, "LC202", {"key": "day", "nearest": "days"})]),
        ("a: {title: A, wenn: online}", [(1, 15, "LC202", {"nearest": "if"})]),
        ("a: {title: A, zuständig: hosts}", [(1, 15, "LC202", {"nearest": "owner"})]),
        ("a: {titel: A}", [(1, 1, "LC201", {"key": "title"}), (1, 5, "LC202", {"nearest": "title"})]),
        ("a: {title: {deutsch: A}}", [(1, 13, "LC202", {"nearest": "de"})]),
        ("a: {title: A, why: {fr: B}}", [(1, 21, "LC202", {"known": "de, en, de-AT, de-CH"})]),
        ("a: {title: {}}", [(1, 12, "LC219", {"key": "title"})]),
        ("a: {title: [A]}", [(1, 12, "LC205", {"key": "title"})]),
        ("a:\n  title: A\na:\n  title: B\n", [(3, 1, "LC102", {"key": "a"})]),
        ("Bake Cake: {title: A}", [(1, 1, "LC217", {"text": "Bake Cake"})]),
        ("a: [b]", [(1, 4, "LC205", {})]),
        ("- a", [(1, 1, "LC115", {})]),
        ("", [(1, 1, "LC114", {})]),
        ("a: {title: A, shift: vorher}", [(1, 22, "LC209", {"key": "shift", "nearest": "before"})]),
        ("a: {title: A, from: frist}", [(1, 21, "LC209", {"key": "from", "nearest": "deadline"})]),
        ("a: {title: A, mail: einladung}", [(1, 21, "LC209", {"key": "mail", "nearest": "invitation"})]),
        ("a: {title: A, if: onlin}", [(1, 19, "LC229", {"condition": "onlin", "nearest": "online"})]),
        ("a: {title: A, if: not vor-ort}", [(1, 19, "LC229", {"condition": "vor-ort", "nearest": "on-site"})]),
        ("a:\n  title: A\n  if: [online, x]\n", [(3, 16, "LC229", {"condition": "x", "nearest": ""})]),
        ("a: {title: A, if: 'online, y, z'}", [(1, 19, "LC229", {}), (1, 19, "LC229", {})]),
        ("a:\n  title: Treffen #3\n", [(2, 18, "LC308", {"lost": "#3"})]),
    ],
)
def test_each_slip_in_a_plan_is_found_at_its_place(
    text: str, found: list[tuple[int, int, str, dict[str, str]]], tmp_path: Path
) -> None:
    own(tmp_path, text)
    path = (tmp_path / "templates/tasks.yaml").as_posix()
    findings = read_plan(tmp_path).findings
    assert [(each.path, each.line, each.column, each.code) for each in findings] == [
        (path, line, column, code) for line, column, code, _ in found
    ]
    for each, (*_, values) in zip(findings, found, strict=True):
        assert values.items() <= dict(each.values).items()


def own(root: Path, text: str) -> None:
    """The workspace gets a plan of its own."""
    (root / "templates").mkdir(exist_ok=True)
    (root / "templates/tasks.yaml").write_text(text, "utf-8")


def test_the_plan_of_a_workspace_wins_as_a_whole_and_counts_at_once(tmp_path: Path) -> None:
    assert plan_of(tmp_path) == read_plan(NOWHERE)
    own(tmp_path, "cake: Kuchen\n")
    assert (plan_of(tmp_path).ids, faults(tmp_path)) == (("cake",), ())
    own(tmp_path, "tea: Tee\n")
    assert plan_of(tmp_path).ids == ("tea",)


def test_everything_wrong_with_a_plan_is_raised_at_once(tmp_path: Path) -> None:
    own(tmp_path, "a: {days: x}\nb: {title: B, if: y}\nc: C\n")
    with pytest.raises(LabcampError) as caught:
        plan_of(tmp_path)
    assert [each.code for each in caught.value.findings] == ["LC201", "LC228", "LC229"]
    assert caught.value.findings == faults(tmp_path)
    assert read_plan(tmp_path).ids == ("c",)


def test_a_plan_that_leads_out_of_its_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.yaml").write_text("a: A\n", "utf-8")
    (tmp_path / "work/templates").mkdir(parents=True)
    (tmp_path / "work/templates/tasks.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    assert [each.code for each in faults(tmp_path / "work")] == ["LC006"]


@given(
    st.text(max_size=60) | st.text(st.sampled_from("ab:{}[],- #\n\t'\"&*!|>%@`1title days if from owner"), max_size=60)
)
def test_any_text_is_a_plan_or_findings_and_never_a_crash(text: str) -> None:
    try:
        made = plan_from(source_of(text.encode("utf-8", "surrogatepass"), "tasks.yaml"))
    except LabcampError:
        return
    known = event_of(EVENT)
    assert made.findings or len(tasks_of(in_memory(NOWHERE, [known]), known, made)) <= len(made.tasks)


KEY = st.sampled_from(["title", "days", "from", "mail", "shift", "if", "owner", "why", "how", "x"])
VALUE = st.sampled_from(["A", "-42", "6 Wochen vorher", "deadline", "invitation", "no", "online", "not seats", "hosts"])
DATA = st.recursive(
    VALUE,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(KEY | st.just("de"), inner, max_size=3),
    max_leaves=6,
)


@times(3)
@given(st.dictionaries(st.sampled_from(["a", "b c", "d"]), DATA | st.dictionaries(KEY, DATA, max_size=5)))
def test_any_keys_and_values_are_a_plan_or_findings_and_never_a_crash(data: dict[str, object]) -> None:
    made = plan_from(replace(source_of(b"x: y", "tasks.yaml"), data=data))
    known = event_of(EVENT)
    assert len(tasks_of(in_memory(NOWHERE, [known]), known, made)) <= len(made.tasks)


# The packaged plan


def test_the_packaged_plan_has_nothing_wrong_and_something_for_everybody() -> None:
    made = read_plan(NOWHERE)
    assert made.findings == ()
    assert len(made.ids) > 30
    assert {task.owner for task in made.tasks} == {"hosts", "organisers", "moderation"}


def test_its_words_fit_every_way_to_address_people_and_every_country() -> None:
    odd = re.compile(r"\b(?:ihr|[Ee]uch|[Ee]ure?\w?|Sie|Ihnen|Ihre?\w?)\b|[ß„“!]|  |\bNone\b")
    german = [text["de"] for task in read_plan(NOWHERE).tasks for text in (task.title, task.why, task.how) if text]
    assert [text for text in german if odd.search(text)] == []


def test_its_sentences_end_and_its_titles_do_not() -> None:
    for task in some(read_plan(NOWHERE).tasks):
        assert set(task.title) == {"de", "en"}
        assert not any(text.endswith(".") for text in task.title.values()), task.id
        assert all(text.endswith(".") for text in task.why.values()), task.id
        assert all(len(text) <= 72 for text in (*task.title.values(), *task.why.values())), task.id


def test_each_command_that_it_names_is_there() -> None:
    texts = {text for task in read_plan(NOWHERE).tasks for text in task.how.values()}
    named = {match[1] for text in texts if (match := re.match(r"labcamp ([a-z-]+)", text))}
    assert named - set(COMMANDS) - {"dates", "handover"} == set()
    assert len(named) > 8


def test_each_mail_of_the_plan_is_named_once_and_its_task_is_called_like_it() -> None:
    assert [task.id for task in read_plan(NOWHERE).tasks if task.mail] == [
        str(task.mail) for task in read_plan(NOWHERE).tasks if task.mail
    ]


def test_the_file_and_the_manual_name_every_condition() -> None:
    comment = PACKAGED.read_text("utf-8").partition("\n\n")[0]
    pages = [page_of("LC229", language).manual for language in LANGUAGES]
    for text in (comment, *pages):
        assert {name for name in CONDITIONS if not re.search(rf"(?<![\w-]){name}(?![\w-])", text)} == set()


def test_an_editors_yaml_reads_the_packaged_plan_too() -> None:
    assert list(yaml.safe_load(PACKAGED.read_text("utf-8"))) == list(read_plan(NOWHERE).ids)


# For which events


def holding(event: str, *, announced: bool = False) -> set[str]:
    """The conditions that hold for an event."""
    known = event_of(event)
    workspace = in_memory(NOWHERE, [known])
    if announced:
        ledger = recorded(all_entries(known, workspace.series), {}, TODAY)
        workspace = replace(workspace, announced={known.id: ledger})
    return {name for name, holds in CONDITIONS.items() if holds(workspace, known)}


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ("title: T", {"draft"}),
        ("title: T\nplace: online", {"draft", "online", "has-place"}),
        ("title: T\nplace: Haus", {"draft", "on-site", "has-place"}),
        ("title: T\nplace: {city: Köln, online: ja}", {"draft", "online", "on-site", "hybrid", "has-place"}),
        ("title: T\ndate: 2027-09", {"draft"}),
        ("title: T\ndate: 2027-09-16", {"draft", "has-date"}),
        ("title: T\ndate: 2027-09-16/2027-09-17", {"draft", "has-date", "several-days"}),
        ("title: T\nhosts: hafen", {"draft", "has-hosts"}),
        ("title: T\nmoderation: N. N.", {"draft", "has-moderation"}),
        ("title: T\nagenda: [A]", {"draft", "has-agenda"}),
        ("title: T\nregistration: https://example.org/a", {"draft", "has-registration"}),
        ("title: T\nregistration: {until: 2027-09-09, seats: 3}", {"draft", "has-deadline", "seats"}),
        ("title: T\nstatus: confirmed", {"confirmed"}),
        ("title: T\nstatus: cancelled", {"cancelled"}),
    ],
)
def test_a_condition_is_answered_by_the_event_as_it_is_now(event: str, expected: set[str]) -> None:
    assert holding(event) == expected
    assert holding(event, announced=True) == expected | {"announced"}


def test_there_is_a_site_where_the_series_says_where_it_is() -> None:
    known, public = event_of("title: T"), f"{SERIES}public: https://example.org/t\n"
    found = [bool(CONDITIONS["has-site"](in_memory(NOWHERE, [known], series), known)) for series in (SERIES, public)]
    assert found == [False, True]


def test_a_task_is_for_events_that_are_as_all_its_conditions_want() -> None:
    text = """always: A
online: {title: A, if: online}
elsewhere: {title: A, if: not online}
both: {title: A, if: [online, has-deadline]}
text: {title: A, if: "Online, NOT has-deadline"}
german: {title: A, if: nicht on-site}
"""
    assert list(tasks(text)) == ["always", "online", "both", "german"]
    assert list(tasks(text, EVENT.replace(", until: 2027-09-09", ""))) == ["always", "online", "text", "german"]
    assert list(tasks(text, EVENT.replace("online", "Haus"))) == ["always", "elsewhere"]


def test_a_cancelled_event_has_only_what_a_cancellation_needs_and_at_once() -> None:
    off = EVENT.replace("confirmed", "cancelled")
    found = {task.id: task.due for task in usual(off, TODAY)}
    assert found == {
        "cancellation": TODAY,
        "everybody-told": TODAY,
        "registrations-deleted": dt.date(2027, 9, 30),
    }
    assert [task.id for task in usual(off, dt.date(2027, 9, 17))] == ["registrations-deleted"]
    assert "cancellation" not in {task.id for task in usual(EVENT, TODAY)}
    assert list(tasks("a: {title: A, if: not draft}\nb: {title: B, if: Cancelled}", off)) == ["b"]


def test_a_mail_that_the_series_does_not_send_is_no_task() -> None:
    wanted = {task.id for task in usual(EVENT, TODAY)}
    left = {task.id for task in usual(EVENT, TODAY, "mails: {thanks: nein, newsletter: nein}")}
    assert wanted - left == {"thanks", "newsletter"}


# When


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-42", -42), ("− 42", -42), ("–42", -42), ("42", 42), ("+42", 42), ("0", 0), ("-0", 0),
        ("6 Wochen vorher", -42), ("6 weeks before", -42), ("1 Woche danach", 7), ("3 days after", 3),
        ("- 6 Wochen", -42), ("-1 Tag vorher", -1), (" 7  Tage  davor ", -7),
    ],
)  # fmt: skip
def test_an_offset_is_read_as_people_write_it(text: str, expected: int) -> None:
    assert offset_of(text) == expected


@pytest.mark.parametrize("text", ["", "-", "bald", "vorher", "+6 Wochen vorher", "1000", "6 Monate", "--3", "3 - 4"])
def test_what_is_no_offset_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"labcamp\.messages"):
        offset_of(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("days: -42", "2027-08-05"),
        ("days: -1", "2027-09-15"),
        ("days: 0", "2027-09-16"),
        ("days: 1", "2027-09-17"),
        ("days: -4", "2027-09-10"),  # 12 September is a Sunday
        ("days: -4, shift: after", "2027-09-13"),
        ("days: -4, shift: no", "2027-09-12"),
        ("days: 2", "2027-09-20"),  # 18 September is a Saturday
        ("days: 2, shift: before", "2027-09-17"),
        ("days: -7, from: deadline", "2027-09-02"),
        ("days: 1, from: deadline", "2027-09-10"),
        ("mail: invitation", "2027-07-22"),
        ("mail: invitation, days: -30", "2027-08-17"),
        ("owner: hosts", None),
    ],
)
def test_a_task_is_due_at_its_distance_from_the_event_its_deadline_or_with_its_mail(
    text: str, expected: str | None
) -> None:
    assert day_of(text) == expected


def test_what_comes_after_an_event_counts_from_its_last_day() -> None:
    event = EVENT.replace("2027-09-16", "2027-09-13/2027-09-15")
    assert (day_of("days: -3", event), day_of("days: 0", event), day_of("days: 1", event)) == (
        "2027-09-10",
        "2027-09-13",
        "2027-09-16",
    )


@pytest.mark.parametrize("date", ["", "date: 2027-09\n"])
def test_without_a_day_no_task_is_due(date: str) -> None:
    assert {task.due for task in usual(f"title: T\n{date}", TODAY)} == {None}


def test_without_a_deadline_nothing_counts_from_it() -> None:
    assert day_of("days: -7, from: deadline", EVENT.replace(", until: 2027-09-09", "")) is None


@pytest.mark.parametrize(
    ("text", "event", "region", "expected"),
    [
        ("days: -2", "2026-05-03", "DE-BE", "2026-04-30"),  # 1 May is a Friday
        ("days: -2, shift: after", "2026-05-03", "DE-BE", "2026-05-04"),
        ("days: -2, shift: no", "2026-05-03", "DE-BE", "2026-05-01"),
        ("days: -2", "2027-03-10", "DE-BE", "2027-03-05"),  # 8 March, only in Berlin and Mecklenburg-Vorpommern
        ("days: -2", "2027-03-10", "DE-BY", "2027-03-08"),
        ("days: 1", "2027-10-25", "AT-9", "2027-10-27"),  # 26 October
        ("days: 1", "2027-10-25", "DE-BE", "2027-10-26"),
        ("days: 0", "2027-10-03", "DE-BE", "2027-10-03"),  # the day itself is the day itself
    ],
)
def test_nobody_has_to_work_on_a_holiday_of_their_region(text: str, event: str, region: str, expected: str) -> None:
    assert day_of(text, f"title: T\ndate: {event}", f"regions: [{region}]") == expected


def test_a_task_of_a_mail_is_due_with_it_whatever_the_series_says() -> None:
    own_days = "mails: {invitation: 30 Tage}"
    known = event_of(EVENT, f"{SERIES}\n{own_days}")
    workspace = in_memory(NOWHERE, [known], f"{SERIES}\n{own_days}")
    (task,) = tasks_of(workspace, known, plan("a: {title: A, mail: invitation}"))
    assert task.due == due(workspace, known, "invitation") == dt.date(2027, 8, 17)


def test_tasks_stand_by_their_day_and_in_the_order_of_the_plan_and_those_without_a_day_last() -> None:
    text = "a: A\nb: {title: B, days: 7}\nc: {title: C, days: -7}\nd: {title: D, days: -7}\ne: E\n"
    assert list(tasks(text)) == ["c", "d", "b", "a", "e"]


# How it stands


def test_what_is_done_is_neither_open_nor_late() -> None:
    found = tasks("a: {title: A, days: -400}\nb: {title: B, days: -400}\nc: {title: C, days: -30}", f"{EVENT}done: [a]")
    assert {id_: (task.done, task.late) for id_, task in found.items()} == {
        "a": (True, False),
        "b": (False, True),
        "c": (False, False),
    }


def test_a_task_is_late_from_the_day_after() -> None:
    text = "a: {title: A, days: -42}"
    late = {day: tasks(text, today=dt.date(2027, 8, day))["a"].late for day in (4, 5, 6)}
    assert late == {4: False, 5: False, 6: True}


def test_once_the_event_is_over_only_what_comes_after_it_is_asked_for_ninety_days() -> None:
    text = """before: {title: A, days: -42}
day: {title: A, days: 0}
after: {title: A, days: 7}
later: {title: A, days: 90}
deadline: {title: A, from: deadline, days: 1}
whenever: A
invitation: {title: A, mail: invitation}
thanks: {title: A, mail: thanks}
"""
    asked = {
        day: list(tasks(text, today=dt.date.fromisoformat(day)))
        for day in ("2027-09-16", "2027-09-17", "2027-12-19", "2027-12-20", "2027-12-22", "2027-12-23", "2028-03-13")
    }
    assert asked == {
        "2027-09-16": ["invitation", "before", "deadline", "day", "thanks", "after", "later", "whenever"],
        "2027-09-17": ["thanks", "after", "later"],
        "2027-12-19": ["thanks", "after", "later"],
        "2027-12-20": ["after", "later"],
        "2027-12-22": ["after", "later"],
        "2027-12-23": ["later"],
        "2028-03-13": ["later"],
    }
    assert list(tasks(text, today=dt.date(2028, 3, 14))) == ["later"]
    assert tasks(text, today=dt.date(2028, 3, 15)) == {}


def test_of_a_month_that_is_over_what_comes_after_it_is_asked_for_ninety_days() -> None:
    text, event = "before: {title: A, days: -42}\nafter: {title: A, days: 7}\n", "title: T\ndate: 2027-09"
    asked = {day: list(tasks(text, event, today=dt.date.fromisoformat(day))) for day in ("2027-09-30", "2027-12-29")}
    assert asked == {"2027-09-30": ["before", "after"], "2027-12-29": ["after"]}
    assert tasks(text, event, today=dt.date(2027, 12, 30)) == {}


def test_a_save_the_date_is_no_task_any_more_once_the_invitation_is_due() -> None:
    asked = {day: {task.id for task in usual(EVENT, dt.date(2027, 7, day))} for day in (21, 22)}
    assert {day: "save-the-date" in ids for day, ids in asked.items()} == {21: True, 22: False}


# Whose


@pytest.mark.parametrize(
    ("owner", "expected"),
    [
        ("hosts", {"werkstatt", "hafen"}),
        ("organisers", {"werkstatt"}),
        ("moderation", {"hafen"}),
        ("hafen", {"hafen"}),
        ("Hafen & Lab", {"hafen"}),
        ("Technik", set()),
    ],
)
def test_a_task_is_an_organisations_own_as_host_as_organiser_by_its_people_or_by_its_name(
    owner: str, expected: set[str]
) -> None:
    event = event_of(f"{EVENT}moderation: {{name: N. N., organisation: hafen}}\n")
    workspace = replace(in_memory(NOWHERE, [event], f"{SERIES}organisers: [werkstatt]\n"))
    task = Task("a", "A", owner, None, done=False, late=False)
    _, organisations = series_of()
    assert {id_ for id_, each in organisations.items() if is_of(task, workspace, event, each)} == expected


# What check says


def test_check_says_what_is_wrong_with_the_plan_of_a_workspace(workspace: Path, labcamp: Labcamp) -> None:
    own(workspace, "bake:\n  title: Kuchen\n  days: bald\n  if: onlin\n")
    result = labcamp("check", "--today", "2026-11-23")
    assert result.code == 1
    assert "templates/tasks.yaml:3:9: LC228 not-an-offset: 'bald' does not say how many days before or after" in (
        result.err
    )


def test_check_says_which_done_task_the_plan_does_not_have(workspace: Path, labcamp: Labcamp) -> None:
    path = workspace / "events/labcamp-11.yaml"
    path.write_text(path.read_text("utf-8") + "done:\n  - invitation\n  - date-cheked # so\n  - qqq\n", "utf-8")
    lines = path.read_text("utf-8").count("\n")
    result = labcamp("check", "--today", "2026-11-23")
    assert result.code == 0
    shown = [line for line in result.err.splitlines() if "LC949" in line]
    assert shown == [
        f"events/labcamp-11.yaml:{line}:5: LC949 task-unknown: done: says '{task}', but there is no such task"
        for line, task in ((lines - 1, "date-cheked"), (lines, "qqq"))
    ]
    assert "hint: did you mean 'date-checked'? Else it stays in `labcamp todo 11`" in result.err
    own(workspace, "qqq: {days: x}\n")
    assert "LC949" not in labcamp("check", "--today", "2026-11-23").err


def test_a_workspace_can_look_at_every_event_of_the_goldens_on_any_day() -> None:
    made = read_plan(NOWHERE)
    for event in ("full", "cancelled", "month", "past", "title", "two-days", "moved"):
        text = (GOLDEN / f"events/{event}.yaml").read_text("utf-8").replace("stelle", "hafen")
        known = event_of(text, id_=event)
        for year in (2026, 2027, 2029):
            workspace: Workspace = in_memory(NOWHERE, [known], today=dt.date(year, 6, 1))
            found = tasks_of(workspace, known, made)
            assert len({task.id for task in found}) == len(found)


def test_the_packaged_plan_has_a_task_of_the_same_name_for_each_mail_that_goes_out_once() -> None:
    packaged_plan = read_plan(NOWHERE)
    assert {task.id: task.mail for task in packaged_plan.tasks if task.mail} == {kind: kind for kind in SENT_ONCE}


def test_a_mail_that_several_tasks_have_is_sent_when_all_of_them_are_done() -> None:
    known = plan("a: {title: A, mail: invitation}\nb: {title: B, mail: invitation}\nc: {title: C, days: 9}\n")
    sent = {done: sent_mails(event_of(f"{EVENT}done: [{done}]\n"), known) for done in ("a", "a, b", "invitation")}
    assert sent == {"a": set(), "a, b": {"invitation"}, "invitation": {"invitation"}}
    event = event_of(f"{EVENT}done: [invitation]\n")
    workspace = in_memory(NOWHERE, [event])
    assert {task.id: task.done for task in tasks_of(workspace, event, known)} == {"a": True, "b": True, "c": False}


def test_what_is_sent_stays_among_what_is_done_and_what_came_before_it_goes() -> None:
    tasks_ = usual(f"{EVENT}done: [invitation, deadline-reminder]\n", dt.date(2027, 9, 3))
    mails = {task.id: task.done for task in tasks_ if task.id in SENT_ONCE}
    assert mails == {
        "invitation": True,
        "deadline-reminder": True,
        "practical-information": False,
        "reminder": False,
        "thanks": False,
        "documentation": False,
    }
