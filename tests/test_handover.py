"""The hand-over to the next host: what is in its folder, what its pages say, and what they never do."""

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import TODAY, Labcamp
from everything import STATES, everywhere, workspace_of
from sample import (
    every_mail,
    every_post,
    for_some,
    handed_over,
    handing,
    made,
    sample,
    written,
)

from labcamp.check.calendar import check_calendar
from labcamp.files.read import source_of
from labcamp.findings import Finding
from labcamp.model import Event
from labcamp.model.private import Join, Private, Reach
from labcamp.render.handover.sheet import Handing, Sheet
from labcamp.render.stage import facts_of, stage_of
from labcamp.workspace import Workspace

FILES = [
    "handover.html", "handover.md", "labcamp.md", "tasks.ics", "tasks.csv", "invitation.html", "invitation.txt",
    "newsletter.html", "newsletter.txt", "newsletter.md", "agenda.html", "agenda.md",
]  # fmt: skip
EVENT = """\
number: 12
status: confirmed
date: 2027-03-11
time: 14:00-17:00
place: online
hosts: hafen
summary: Worum es geht.
"""
SERIES = """\
id: mustertreff
title: MusterTreff
title_pattern: "MusterTreff #{number}"
domain: example.org
organisers: [werkstatt]
contact: {name: Erika Muster, role: Leitung, organisation: werkstatt, email: treff@example.org}
"""
NOTHING = Private()


def one(event: str = EVENT, *others: str, root: Path) -> tuple[Workspace, Event]:
    """A workspace with an event, and others."""
    texts = {"treff-12": event, **{f"other-{number}": text for number, text in enumerate(others)}}
    workspace = written(root, texts, SERIES)
    return workspace, next(event for event in workspace.events if event.id == "treff-12")


def sheet(workspace: Workspace, event: Event, given: Handing | None = None) -> Sheet:
    """What the overview of an event says."""
    stage = stage_of(workspace)
    return Sheet(stage, facts_of(stage, event), given or handing(workspace, private=NOTHING))


def of_sample(id_: str) -> tuple[Workspace, Event]:
    """An event of the artificial series."""
    return sample(), next(event for event in sample().events if event.id == id_)


# The folder


@pytest.mark.parametrize("id_", ["full", "english"])
def test_the_pages_of_a_hand_over(id_: str, golden: Callable[[str, bytes], None]) -> None:
    workspace, event = of_sample(id_)
    folder = handed_over(workspace, event, handing(workspace))
    for name in ("handover.html", "handover.md", "labcamp.md", "tasks.ics", "tasks.csv"):
        golden(f"handover/{id_}.{name}", folder[name])


@pytest.mark.parametrize("id_", [event.id for event in sample().events])
def test_every_event_can_be_handed_over_and_the_page_names_each_file(id_: str) -> None:
    workspace, event = of_sample(id_)
    folder = handed_over(workspace, event, handing(workspace))
    names = [name for name in FILES if name != "tasks.ics" or "tasks.ics" in folder]
    assert list(folder) == [*names, f"{id_}.yaml"]
    for name in folder:
        assert f"[{name}](<{name}>): " in folder["handover.md"].decode()
        assert f'<a href="{name}">{name}</a>: ' in folder["handover.html"].decode()


def test_the_texts_are_those_that_everybody_gets() -> None:
    workspace, event = of_sample("full")
    folder, public = (
        handed_over(workspace, event, handing(workspace)),
        made(workspace, "invitation", "newsletter", "agenda"),
    )
    for name in FILES[5:]:
        assert folder[name] == public[f"full/{name}"]


def test_the_calendar_has_the_next_hosts_own_tasks_and_the_table_has_all(tmp_path: Path) -> None:
    workspace, event = one(root=tmp_path)
    folder = handed_over(workspace, event, handing(workspace))
    own = set(re.findall(r"SUMMARY:MusterTreff #12: (.*)\r\n", folder["tasks.ics"].replace(b"\r\n ", b"").decode()))
    rows = list(csv.DictReader(io.StringIO(folder["tasks.csv"].decode("utf-8-sig"), newline=""), delimiter=";"))
    assert {found.code for found in check_calendar(folder["tasks.ics"], "a.ics")} <= {"LC967"}
    assert own == {row["Aufgabe"].replace(",", "\\,") for row in rows if row["Wer"] == "Gastgeber"}
    assert {row["Wer"] for row in rows} == {"Gastgeber", "Orga-Team", "Moderation"}


def test_without_a_day_there_is_no_calendar(tmp_path: Path) -> None:
    workspace, event = one("title: T\n", root=tmp_path)
    assert "tasks.ics" not in handed_over(workspace, event, handing(workspace))


# What the pages say


def test_who_hands_over_to_whom(tmp_path: Path) -> None:
    past = "{title: Davor, status: confirmed, date: 2026-05-04, hosts: [hafen, werkstatt]}\n"
    workspace, event = one(EVENT, past, root=tmp_path)
    assert sheet(workspace, event, handing(workspace, "hafen")).givers == "Werkstatt"
    assert sheet(workspace, event, handing(workspace, "werkstatt")).givers == "Hafen & Lab"


def test_tasks_are_the_next_hosts_own_or_those_of_others_and_done_ones_are_named(tmp_path: Path) -> None:
    workspace, event = one(
        f"{EVENT}moderation: {{name: N. N., organisation: hafen}}\ndone: [invitation]\n", root=tmp_path
    )
    seen = sheet(workspace, event)
    assert {row.owner for row in seen.yours} == {"Gastgeber", "Moderation"}
    assert {row.owner for row in seen.others} == {"Orga-Team"}
    assert seen.done == "Einladung verschicken"
    of_organisers = sheet(workspace, event, handing(workspace, "werkstatt"))
    assert {row.owner for row in of_organisers.yours} == {"Gastgeber", "Orga-Team"}
    assert {row.owner for row in of_organisers.others} == {"Moderation"}


def test_open_is_what_the_file_lacks_what_is_late_which_drafts_are_due_and_what_is_to_be_said(tmp_path: Path) -> None:
    workspace, event = one(EVENT.replace("2027-03-11", "2026-12-10"), root=tmp_path)
    found = (Finding("e.yaml", 3, 1, "LC904"), Finding("e.yaml", 0, 0, "LC905"))
    given = replace(handing(workspace, private=NOTHING), findings=found, drafts=("labcamp render-mail thanks 12",))
    lacking, *others, draft, first, second = sheet(workspace, event, given).open
    assert lacking == (
        "In der Datei des Treffens fehlt noch: was Menschen hilft, dabei zu sein, wer moderiert, das Programm, "
        "die Adresse zum Anmelden."
    )
    assert "Überfällig seit Donnerstag, 15. Oktober: Einladung verschicken (Orga-Team)" in others
    assert draft == "Fällig und noch nicht als Entwurf da: labcamp render-mail thanks 12"
    assert first == "Zeile 3 der Datei: das Treffen ist abgesagt, ein Grund steht nicht dabei"
    assert second == "Zur Datei: hier ist alles bereit, aber es gibt noch kein Treffen"


@pytest.mark.parametrize(
    ("event", "lacking"),
    [
        ("title: T\nstatus: cancelled\n", []),
        (
            "title: T\nstatus: confirmed\ndate: 2026-11-01\nhosts: hafen\nagenda: [A]\n",
            ["wie viele da waren, wo es nachzulesen ist, was gelernt wurde"],
        ),
        (
            "title: T\nstatus: confirmed\ndate: 2026-11-01\nhosts: hafen\nagenda: [A]\nlessons: x\n"
            "attendance: {note: viele}\nlinks: [{title: L, url: https://example.org/a}]\n",
            [],
        ),
    ],
)
def test_what_the_file_lacks_depends_on_how_the_event_stands(event: str, lacking: list[str], tmp_path: Path) -> None:
    lines = sheet(*one(event, root=tmp_path)).open
    found = [line for line in lines if line.startswith("In der Datei")]
    assert found == [f"In der Datei des Treffens fehlt noch: {keys}." for keys in lacking]


def test_contacts_are_those_of_the_series_the_event_the_moderation_and_the_day(tmp_path: Path) -> None:
    event = f"{EVENT}contact: max@example.org\nmoderation: [{{name: Ida Beispiel, organisation: hafen}}]\n"
    private = Private(
        contacts=(Reach(role="Technik", name="N. N.", phone="+49 (0)30 / 12-34"), Reach(phone="auf Zuruf"))
    )
    workspace, known = one(event, root=tmp_path)
    given = handing(workspace, private=private)
    assert [(each.label, each.line, each.dialled) for each in sheet(workspace, known, given).contacts] == [
        ("Reihe", "Erika Muster, Leitung, Werkstatt, treff@example.org", ""),
        ("Treffen", "max@example.org", ""),
        ("Moderation", "Ida Beispiel (Hafen & Lab)", ""),
        ("Technik", "N. N., +49 (0)30 / 12-34", "+490301234"),
        ("Telefon", "auf Zuruf", ""),
    ]
    page = handed_over(workspace, known, given)["handover.html"].decode()
    assert '<a href="tel:+490301234">+49\u00a0(0)30\u00a0/\u00a012\u201134</a>' in page
    assert "tel:auf" not in page


def test_what_was_learned_and_counted_stands_there_the_newest_first_and_only_what_was_before(tmp_path: Path) -> None:
    workspace, event = one(
        f"{EVENT}lessons: später\n",
        "title: Zwei\ntheme: B\nstatus: confirmed\ndate: 2026-05-04\nlessons: '**Mehr** Pausen.'\n"
        "attendance: {people: 7}\n",
        "title: Eins\nstatus: confirmed\ndate: 2025-05-05\nlessons: Weniger.\n"
        "attendance: {people: 60, labs: 40, note: viele}\n",
        "{title: Aus, status: cancelled, date: 2025-06-05, reason: x, lessons: Nichts., attendance: {people: 1}}\n",
        "{title: Entwurf, date: 2025-07-05, lessons: Nichts.}\n",
        "{title: Danach, status: confirmed, date: 2027-05-05, lessons: Nichts.}\n",
        root=tmp_path,
    )
    seen = sheet(workspace, event)
    assert [(each.title, each.when, each.text) for each in seen.lessons] == [
        ("Zwei: B", "Montag, 4. Mai 2026", "**Mehr** Pausen."),
        ("Eins", "Montag, 5. Mai 2025", "Weniger."),
    ]
    assert [tuple(each) for each in seen.numbers] == [
        ("Zwei", "Montag, 4. Mai 2026", "7", "–", ""),
        ("Eins", "Montag, 5. Mai 2025", "60", "40", "viele"),
    ]
    folder = handed_over(workspace, event, handing(workspace))
    assert (
        "<h3>Zwei: B, Montag, 4. Mai 2026</h3>\n<p><strong>Mehr</strong> Pausen.</p>"
        in folder["handover.html"].decode()
    )
    assert "### Zwei: B, Montag, 4. Mai 2026\n\n**Mehr** Pausen.\n" in folder["handover.md"].decode()


def test_the_page_how_labcamp_works_shows_six_lines_that_are_an_event(tmp_path: Path) -> None:
    workspace, event = one(root=tmp_path)
    text = handed_over(workspace, event, handing(workspace))["labcamp.md"].decode()
    (block,) = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert len(block.splitlines()) == 6
    assert source_of(block.encode(), "").data["hosts"] == ["hafen"]
    assert len(re.findall(r"^\| `labcamp ", text, re.MULTILINE)) == 5
    assert re.findall(r"^- `([a-z/]+)`", text, re.MULTILINE) == [
        "events/",
        "templates/",
        "private/",
        "out/",
        "private/out/",
    ]


@pytest.mark.parametrize(
    ("series", "own", "other"),
    [("address: ihr\n", "Eure Aufgaben", "Ihre Aufgaben"), ("address: Sie\n", "Ihre Aufgaben", "Eure")],
)
def test_it_speaks_as_the_series_does(series: str, own: str, other: str, tmp_path: Path) -> None:
    workspace = written(tmp_path, {"treff-12": EVENT}, SERIES + series)
    text = handed_over(workspace, workspace.events[0], handing(workspace))["handover.md"].decode()
    assert (own in text, other in text) == (True, False)


# What the pages never say


def test_days_are_short_and_say_their_year_only_where_it_is_another_one() -> None:
    workspace, event = of_sample("full")
    days = sheet(workspace, event).short_days
    assert {re.sub(r"\d", "9", day[2:]) for day in days.values()} == {", 99.99.", ", 99.99.9999"}
    assert days["save-the-date"] == "Do, 19.11."
    page = handed_over(workspace, event, handing(workspace))["handover.html"].decode()
    shown = re.findall(r'class="day">(.*?)<', page)
    assert [day for day in shown if day not in days.values()] == []
    assert len(shown) > 10


def test_the_way_in_is_not_in_the_folder_but_it_is_said_where_it_is_kept() -> None:
    workspace, event = of_sample("full")
    join = Join(url="https://verkennjoin.example.org", passcode="verkenncode", phone="verkennphone")
    private = Private(join=join, way="verkennweg", bring="verkennding", contacts=(Reach(phone="+49 30 1234567"),))
    folder = handed_over(workspace, event, handing(workspace, private=private))
    assert {name for name, content in folder.items() if b"verkenn" in content} == set()
    assert "Den Zugang zum Videoraum bekommt ihr getrennt, nicht in diesem Ordner." in folder["handover.md"].decode()
    assert b"+49 30 1234567" in folder["handover.md"]


def test_where_nobody_can_join_online_no_way_in_is_missed(tmp_path: Path) -> None:
    assert sheet(*one(EVENT.replace("online", "Haus"), root=tmp_path)).way_in == ""


def test_where_the_website_is_and_who_sees_to_it_is_said_where_it_is_published(tmp_path: Path) -> None:
    workspace, event = one(root=tmp_path)
    assert sheet(workspace, event).site == ""
    known = written(tmp_path, {"treff-12": EVENT}, f"{SERIES}public: https://example.org/treffen\n")
    said = sheet(known, known.events[0]).site
    assert said.startswith("Die Website liegt unter https://example.org/treffen. „labcamp render-site“ macht sie")
    assert said.endswith("Darum kümmert sich: Erika Muster, treff@example.org.")


def test_what_was_learned_stands_in_nothing_that_is_public() -> None:
    states = ({"status": "confirmed", "date": "2026-03-11", "time": "14:00-17:00"}, *STATES)
    event = {
        "title": "T",
        "agenda": [{"title": "A", "minutes": "30"}],
        "place": {"online": "ja"},
        "lessons": "Verkennlehre",
    }
    workspace = workspace_of([event | state for state in states])
    texts = {name: content for name, content in made(workspace).items() if not name.endswith(".pdf")}
    files = texts | for_some(workspace) | every_post(workspace)
    said = {name: content.decode("utf-8", "replace") for name, content in files.items()}
    said |= {name: f"{mail}" for name, mail in every_mail(workspace).items()}
    assert len(said) > 100
    assert [name for name, text in said.items() if "Verkennlehre" in text] == []
    latest = workspace.events[-1]
    assert b"Verkennlehre" in handed_over(workspace, latest, handing(workspace))["handover.md"]


@pytest.mark.parametrize("number", range(len(STATES)))
def test_what_people_write_stays_text(number: int) -> None:
    hostile = "<script>x</script> [a](javascript:b) {{ 7*7 }} *c*"
    workspace = workspace_of([everywhere(hostile, hostile) | STATES[number]] * 2)
    folder = handed_over(workspace, workspace.events[-1], handing(workspace))
    page, markdown = folder["handover.html"].decode(), folder["handover.md"].decode()
    assert "<script" not in page
    assert 'href="javascript' not in page
    assert "{{ 7*7 }}" in page
    assert "<script" not in re.sub(r"\\<", "", markdown)


# The command


def test_who_has_met_whom_is_not_handed_over_but_said_how(workspace: Path, labcamp: Labcamp) -> None:
    call = ("handover", "11", "--to", "stadtlabor-soest", "--today", TODAY, "--lang", "de")
    said = labcamp(*call)
    folder = workspace / "private/out/labcamp-11/handover-stadtlabor-soest"
    assert ("groups.json" in said.out, "groups.json" in (folder / "handover.md").read_text("utf-8")) == (False, False)
    (workspace / "private/groups.json").write_text('{"geheimprobe": {}}', "utf-8")
    (workspace / "private/groups.key").write_text("geheimprobe", "utf-8")
    said = labcamp(*call)
    assert "bleiben bei euch" in said.out
    assert "private/groups.key" in (folder / "handover.md").read_text("utf-8")
    assert [path.name for path in folder.iterdir() if b"geheimprobe" in path.read_bytes()] == []
    assert not {"groups.json", "groups.key"} & {path.name for path in folder.iterdir()}


def test_the_command_writes_the_folder_below_private_alone(workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("handover", "11", "--to", "stadtlabor-soest", "--today", TODAY, "--lang", "de")
    folder = "private/out/labcamp-11/handover-stadtlabor-soest"
    assert (result.code, result.err.splitlines()) == (0, ["Außerdem 2 Hinweise, vielleicht mehr: labcamp check"])
    *files, closing = result.out.splitlines()
    assert files == [f"angelegt     {folder}/{name}" for name in (*FILES, "labcamp-11.yaml")]
    assert closing == (
        f"Lest {folder}/handover.html und gebt dann den ganzen Ordner an stadtLABOR Soest, "
        "nicht über eine öffentliche Ablage."
    )
    assert not (workspace / "out").exists()
    copied = workspace / folder / "labcamp-11.yaml"
    assert copied.read_bytes() == (workspace / "events/labcamp-11.yaml").read_bytes()
    again = labcamp("handover", "11", "--to", "stadtLABOR soest", "--today", TODAY, "--lang", "en")
    assert {line.split()[0] for line in again.out.splitlines()[:-1]} == {"unchanged"}


@pytest.mark.shows("LC018")
def test_the_only_host_is_meant_and_else_it_has_to_be_said(workspace: Path, labcamp: Labcamp) -> None:
    path = workspace / "events/labcamp-11.yaml"
    result = labcamp("handover", "11", "--today", TODAY)
    assert (result.code, result.err.splitlines()[:2]) == (
        2,
        [
            "--to: LC018 host-not-clear: it is not clear to whom you hand over; "
            "hosts: citylab-berlin, politics-for-tomorrow",
            "    hint: say it with the id from organisations.yaml: labcamp handover 11 --to ...",
        ],
    )
    hosts = "hosts: [citylab-berlin, politics-for-tomorrow]\n"
    text = path.read_text("utf-8")
    path.write_text(text.replace(hosts, ""), "utf-8")
    assert "hosts: –\n" in labcamp("handover", "11", "--today", TODAY).err
    path.write_text(text.replace(hosts, "hosts: witi\n"), "utf-8")
    assert "/handover-witi/" in labcamp("handover", "11", "--today", TODAY).out


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("11", "--to", "witti"), 2, "--to: LC212 unknown-organisation: the organisation 'witti' is not in"),
        (("11", "--to", "witi", "--out", "x"), 2, "There is no option --out here."),
        (("11", "--to"), 2, "--to needs a value behind it."),
        ((), 2, "This is missing: EVENT"),
    ],
)
def test_what_cannot_be_handed_over_is_told(
    arguments: tuple[str, ...], code: int, told: str, workspace: Path, labcamp: Labcamp
) -> None:
    result = labcamp("handover", *arguments)
    assert (result.code, result.err.startswith(told), (workspace / "private").exists()) == (code, True, False), (
        result.err
    )


def test_a_mistake_in_its_file_stops_it(workspace: Path, labcamp: Labcamp) -> None:
    (workspace / "events/labcamp-12.yaml").write_text("titel: x\n", "utf-8")
    result = labcamp("handover", "12", "--to", "witi", "--today", TODAY)
    assert (result.code, result.out, "LC202" in result.err) == (1, "", True)


def test_due_drafts_are_named_until_they_are_made_and_findings_of_the_file_too(
    workspace: Path, labcamp: Labcamp
) -> None:
    path = workspace / "events/labcamp-11.yaml"
    path.write_text(f"{path.read_text('utf-8')}done: [invitaton]\n", "utf-8")
    page = workspace / "private/out/labcamp-11/handover-witi/handover.md"
    call = ("handover", "11", "--to", "witi", "--today", "2027-01-20", "--lang", "en")
    labcamp(*call)
    line = len(path.read_text("utf-8").splitlines())
    assert "- Fällig und noch nicht als Entwurf da: labcamp render-mail invitation 11\n" in page.read_text("utf-8")
    unknown = f"- Zeile {line} der Datei: unter done: steht „invitaton“, aber eine solche Aufgabe gibt es nicht\n"
    assert unknown in page.read_text("utf-8")
    labcamp("render-mail", "invitation", "11", "--today", "2027-01-20")
    labcamp(*call)
    assert "render-mail invitation 11\n" not in page.read_text("utf-8").partition("## Offene Punkte")[2]


def test_forget_takes_the_folder_along(workspace: Path, labcamp: Labcamp) -> None:
    labcamp("handover", "10", "--to", "witi", "--today", TODAY)
    assert labcamp("forget", "10", "--yes", "--today", TODAY).code == 0
    assert not (workspace / "private/out/labcamp-10").exists()
