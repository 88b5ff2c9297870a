"""How an event stands at a glance: each light by the cases that it knows."""

import datetime as dt
import sys
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import SERIES, event_of, in_memory
from spoken import PHRASES

from labcamp.model.entries import all_entries
from labcamp.model.ledger import recorded
from labcamp.planning.duties import duties
from labcamp.planning.mails import MAILS, SENT_ONCE, due, due_by
from labcamp.planning.tasks import read_plan, tasks_of
from labcamp.terminal.status import Lights, State, lights, next_line

TODAY = dt.date(2027, 9, 1)
TO_COME = "status: confirmed\ndate: 2027-09-16\n"
OVER = "status: confirmed\ndate: 2027-08-26\n"
LONG_AGO = "status: confirmed\ndate: 2020-05-26\n"
DRAFT = "status: draft\ndate: 2027-09-16\n"
CANCELLED = "status: cancelled\nreason: Sturm\ndate: 2027-09-16\n"
UNDATED = "status: draft\n"


def standing(
    root: Path,
    event: str,
    announced: str | None = None,
    made: tuple[str, ...] = (),
    private: dict[str, str] | None = None,
) -> Lights:
    """The lights of an event that was announced in these words, with these files of mails and private files."""
    known = event_of(f"title: Treffen\n{event}")
    workspace = in_memory(root, [known], today=TODAY)
    if announced is not None:
        entries = all_entries(event_of(f"title: Treffen\n{announced}"), workspace.series)
        workspace = replace(workspace, announced={known.id: recorded(entries, {}, TODAY)})
    files = dict.fromkeys((path.format(known.id) for path in made), "")
    files |= {f"private/{known.id}.{suffix}": text for suffix, text in (private or {}).items()}
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return lights(workspace, known)


@pytest.mark.parametrize(
    ("event", "announced", "expected"),
    [
        (TO_COME, TO_COME, "yes"),
        (TO_COME, TO_COME.replace("16", "17"), "partly"),
        (TO_COME, None, "no"),
        (CANCELLED, CANCELLED, "yes"),
        (CANCELLED, TO_COME, "partly"),  # nobody has been told that it is off
        (CANCELLED, None, "no"),
        (DRAFT, None, "none"),  # a draft is not announced
        (DRAFT, TO_COME, "partly"),
        (UNDATED, None, "none"),
        (OVER, OVER, "yes"),
        (OVER, None, "none"),
    ],
)
def test_what_was_announced_and_is_still_so_is_announced(
    event: str, announced: str | None, expected: State, tmp_path: Path
) -> None:
    assert standing(tmp_path, event, announced).announced == expected


# On 2027-09-01 the invitation and the newsletter are due; what only those get who take part, the day after.
@pytest.mark.parametrize(
    ("event", "sent", "expected"),
    [
        (TO_COME, (), "no"),
        (TO_COME, ("invitation",), "partly"),
        (TO_COME, ("invitation", "newsletter"), "yes"),
        (TO_COME, ("newsletter",), "yes"),  # who has got the later one does not wait for the earlier one
        (TO_COME, ("channels-told",), "no"),  # a task without a mail
        (TO_COME.replace("09-16", "12-30"), (), "none"),
        (TO_COME.replace("09-16", "12-16"), (), "no"),  # the save the date is due
        (TO_COME.replace("09-16", "12-16"), ("save-the-date",), "yes"),
        (TO_COME.replace("09-16", "12-16"), ("invitation",), "yes"),  # sent early, it says what that would
        (CANCELLED, (), "no"),
        (CANCELLED, ("invitation", "newsletter"), "no"),  # sent before it was cancelled
        (CANCELLED, ("cancellation",), "yes"),
        (CANCELLED.replace("09-16", "08-26"), (), "none"),
        (OVER, (), "no"),  # the thanks
        (OVER, ("invitation", "newsletter"), "no"),
        (OVER, ("thanks",), "yes"),
        (LONG_AGO, (), "none"),  # nobody waits for its documentation any more
        (UNDATED, (), "none"),
        ("status: confirmed\ndate: 2027-09\n", (), "none"),
    ],
)
def test_the_mails_that_are_due_by_now_are_sent(
    event: str, sent: tuple[str, ...], expected: State, tmp_path: Path
) -> None:
    said = f"{event}done: [{', '.join(sent)}]\n" if sent else event
    files = tuple(f"{folder}/{{}}/{kind}.eml" for folder in ("out", "private/out") for kind in MAILS)
    # Whether they are made says nothing about it.
    assert standing(tmp_path, said).mails == standing(tmp_path, said, made=files).mails == expected


LINKS = "links: [{title: Bericht, url: https://example.org}]\n"
TAKEAWAYS = "agenda: [{title: Impuls, takeaways: [Eins]}]\n"
ATTENDANCE = "attendance: {note: viele}\n"
QUESTIONNAIRE = "links: [{title: Fragebogen, url: https://example.org, type: feedback}]\n"


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (OVER, "no"),
        (OVER + LINKS, "partly"),
        (OVER + TAKEAWAYS, "partly"),
        (OVER + ATTENDANCE, "partly"),
        (OVER + QUESTIONNAIRE, "no"),
        (OVER + LINKS + TAKEAWAYS + ATTENDANCE, "yes"),
        (TO_COME, "none"),
        (TO_COME + LINKS, "none"),
        (CANCELLED.replace("09-16", "08-26"), "none"),
    ],
)
def test_links_takeaways_and_attendance_document_what_is_over(event: str, expected: State, tmp_path: Path) -> None:
    assert standing(tmp_path, event).documented == expected


LIST = {"csv": "Name;E-Mail\n"}


@pytest.mark.parametrize(
    ("event", "private", "expected"),
    [
        (TO_COME, {}, "none"),
        (TO_COME, LIST, "yes"),
        (TO_COME, {"yaml": "bring: Laptop\n"}, "yes"),
        (TO_COME, {"yaml": "delete_after: 2027-08-31\n"}, "no"),
        (OVER, LIST, "partly"),
        (OVER, {"yaml": "delete_after: 2027-09-30\n"} | LIST, "partly"),
        (OVER, {"yaml": "delete_after: 2027-09-01\n"} | LIST, "no"),
        (LONG_AGO, LIST, "no"),
        (LONG_AGO, {"yaml": "delete_after: 2030-01-01\n"} | LIST, "partly"),
        (LONG_AGO, {"yaml": "delete_after: bald\n"} | LIST, "no"),  # what cannot be read is no day to wait for
    ],
)
def test_peoples_data_may_be_here_until_their_day(
    event: str, private: dict[str, str], expected: State, tmp_path: Path
) -> None:
    assert standing(tmp_path, event, private=private).private == expected


FULL = TO_COME + "time: 14:00-17:00\nplace: online\nhosts: werkstatt\nsummary: Kurz.\n"
FULL += "registration: https://example.org\nagenda: [Impuls]\n"


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (FULL, "yes"),
        (FULL.replace("summary: Kurz.\n", ""), "partly"),
        (UNDATED, "no"),
        (CANCELLED, "yes"),
        (CANCELLED.replace("reason: Sturm\n", ""), "no"),
        (OVER + "hosts: werkstatt\nagenda: [Impuls]\n" + LINKS, "yes"),
        (OVER, "partly"),
    ],
)
def test_what_readers_will_ask_for_is_complete(event: str, expected: State, tmp_path: Path) -> None:
    assert standing(tmp_path, event).complete == expected


def test_every_light_has_a_word_for_each_of_its_states() -> None:
    wanted = {f"light_{name}_{state}" for name in Lights._fields for state in get_args(State)}
    assert wanted - {"light_complete_none"} == {key for key in PHRASES if key.startswith("light_")}


# Whether a mail is due, without looking up holidays


regions = st.lists(st.sampled_from(["DE", "DE-BY", "DE-BE", "AT-9", "CH-ZH", "CH-TI"]), max_size=3)
days = st.dates(dt.date(2020, 1, 1), dt.date(2029, 12, 31))


@given(days, st.integers(0, 20), regions, st.sampled_from([*MAILS]), st.integers(-20, 20))
def test_a_mail_is_due_by_a_day_when_its_own_day_has_come(
    day: dt.date, deadline: int, where: list[str], kind: str, shift: int
) -> None:
    until = day - dt.timedelta(days=deadline)
    text = f"{SERIES}regions: [{', '.join(where)}]\n"
    event = event_of(f"title: T\ndate: {day}\nregistration: {{until: {until}}}\n", text)
    workspace = in_memory(Path(), [event], text, TODAY)
    exact = due(workspace, event, kind)
    asked = (exact or day) + dt.timedelta(days=shift)
    assert due_by(workspace, event, kind, asked) is (exact is not None and exact <= asked)


def test_where_no_holiday_can_matter_there_is_no_need_of_their_calendar(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)  # to import it fails
    series = f"{SERIES}regions: [DE-BE, AT-9]\n"
    for date in ("2020-05-26", "2021-12-07", "2027-12-16", "2028-03-16"):
        event = event_of(f"title: T\nstatus: confirmed\ndate: {date}\n", series)
        lights(in_memory(tmp_path, [event], series, TODAY), event)


# One state of each mail, whoever asks


@given(
    day=st.dates(dt.date(2027, 6, 1), dt.date(2028, 2, 28)),
    status=st.sampled_from(["confirmed", "draft", "cancelled"]),
    date=st.sampled_from(["2027-09-16", "2027-09-16/2027-09-17", "2027-09", ""]),
    done=st.sets(st.sampled_from([*SENT_ONCE, "channels-told"]), max_size=3),
)
def test_the_table_the_list_and_the_tasks_wait_for_the_same_mails(
    day: dt.date, status: str, date: str, done: set[str]
) -> None:
    until = "registration: {until: 2027-09-09}\n" if len(date) > len("2027-09") else ""
    event = event_of(f"title: T\nstatus: {status}\ndate: {date}\n{until}done: [{', '.join(sorted(done))}]\n")
    workspace = in_memory(Path("nowhere"), [event], today=day)
    found = duties(workspace, event, Path("nowhere"))
    waiting = {duty.kind for duty in found if duty.to_do and duty.due and duty.due <= day}
    tasks = [task for task in tasks_of(workspace, event, read_plan(Path("nowhere"))) if task.id in MAILS]
    assert waiting == {task.id for task in tasks if not task.done and task.due and task.due <= day}
    assert bool(waiting) is (lights(workspace, event).mails in {"no", "partly"})
    assert {duty.kind for duty in found if duty.progress == "sent"} == done - {"channels-told"}
    assert waiting <= ({"cancellation"} if status == "cancelled" else MAILS.keys() - {"cancellation", *done})
    following = next_line(event, found, day)
    assert (f"done {event.typed}" in following) is bool(waiting)
