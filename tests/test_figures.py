"""The series in figures: counted by hand for the real one, and for any other without a crash."""

import csv
import datetime as dt
import io
import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from sample import REPOSITORY, event_of, in_memory, written

from labcamp.commands.stats import TABLES, in_one, sheet_of
from labcamp.files.spreadsheets import as_csv
from labcamp.model import Organisation
from labcamp.terminal.tables import as_markdown
from labcamp.workspace import load
from labcamp.workspace.figures import Figures, Heads, Year, figures_of, years_of

TODAY = dt.date(2026, 11, 23)
HERE = Path()


def real(year: int | None = None) -> Figures:
    return figures_of(load(REPOSITORY, TODAY), year)


def of(*events: str, year: int | None = None) -> Figures:
    """The figures of a few events, each by what its file says besides a title."""
    known = [event_of(f"title: T{number}\n{text}", id_=f"t-{number}") for number, text in enumerate(events)]
    return figures_of(in_memory(HERE, known, today=TODAY), year)


def ids(counts: dict[Organisation, int]) -> dict[str, int]:
    return {organisation.id: count for organisation, count in counts.items()}


# The real series. By hand, from the files in events/:
#   #1 2020 hosts citylab-berlin, pg-dit; partner next; inputs pg-dit / citylab-berlin / stadtlabor-soest (two people,
#      one organisation, one session: once); 60 people, 40 labs
#   #2 2020 hosts citylab-berlin, next, politics-for-tomorrow; inputs stadt-ulm / bam-ilab / vitako
#   #3 2021 hosts citylab-berlin, politics-for-tomorrow; inputs govlabaustria / witi and rhein-neckar / projecttogether
#   #4 2021 host stadtlabor-soest; no agenda; a note about who came
#   #5 2021 no host; inputs bmas-denkfabrik / pd / innolab-bw
#   Barcelona 2022 hosts citylab-berlin, politics-for-tomorrow; no agenda
#   #10 2024 hosts citylab-berlin, politics-for-tomorrow; inputs next / stadtlabor-soest (its other sessions are none)
#   #11 2027 is a draft to come, and counts as that alone


def test_the_events_of_the_real_series_by_year() -> None:
    assert real().years == (
        Year(2020, held=2, cancelled=0, coming=0, unclear=0, inputs=6),
        Year(2021, held=3, cancelled=0, coming=0, unclear=0, inputs=7),
        Year(2022, held=1, cancelled=0, coming=0, unclear=0, inputs=0),
        Year(2024, held=1, cancelled=0, coming=0, unclear=0, inputs=2),
        Year(2027, held=0, cancelled=0, coming=1, unclear=0, inputs=0),
    )


def test_the_participants_of_the_real_series_as_far_as_there_is_a_number() -> None:
    figures = real()
    assert (figures.people, figures.labs) == (Heads(1, 60, 60.0), Heads(1, 40, 40.0))
    # That #4 had „knapp 30“ is a note, and no number is taken out of it.
    assert [event.id for event in figures.uncounted] == [
        "labcamp-2",
        "labcamp-3",
        "labcamp-4",
        "labcamp-5",
        "labcamp-barcelona",
        "labcamp-10",
    ]


def test_the_inputs_of_the_real_series_by_organisation() -> None:
    figures = real()
    assert (figures.sessions, figures.nameless) == (15, 1)
    once = [
        "citylab-berlin",
        "bmas-denkfabrik",
        "govlabaustria",
        "bam-ilab",
        "innolab-bw",
        "rhein-neckar",
        "next",
        "pd",
    ]
    once += ["pg-dit", "projecttogether", "stadt-ulm", "vitako", "witi"]
    assert list(ids(dict(figures.inputs)).items()) == [("stadtlabor-soest", 2), *((id_, 1) for id_ in once)]


def test_the_hosts_of_the_real_series() -> None:
    figures = real()
    assert ids(dict(figures.hosts)) == {
        "citylab-berlin": 5,
        "politics-for-tomorrow": 4,
        "next": 1,
        "pg-dit": 1,
        "stadtlabor-soest": 1,
    }
    assert figures.hostless == 1


def test_the_labs_of_the_real_series_by_country_and_level() -> None:
    figures = real()
    assert figures.countries == {"DE": 14, "AT": 1}
    assert figures.levels == {
        "Bund": 4,  # pg-dit, bam-ilab, govlabaustria, bmas-denkfabrik
        "Kommune": 2,  # stadtlabor-soest, stadt-ulm
        "Land": 2,  # citylab-berlin, innolab-bw
        "Zivilgesellschaft": 2,  # politics-for-tomorrow, projecttogether
        "Netzwerk": 1,  # next
        "öffentliches Unternehmen": 1,  # pd
        "Region": 1,  # rhein-neckar
        "Verband": 1,  # vitako
        "Wissenschaft": 1,  # witi
    }


def test_who_was_new_in_the_real_series() -> None:
    assert [(year, organisation.id) for year, organisation in real().newcomers] == [
        (2020, "pg-dit"),
        (2020, "citylab-berlin"),
        (2020, "stadtlabor-soest"),
        (2020, "stadt-ulm"),
        (2020, "bam-ilab"),
        (2020, "vitako"),
        (2021, "govlabaustria"),
        (2021, "witi"),
        (2021, "rhein-neckar"),
        (2021, "projecttogether"),
        (2021, "bmas-denkfabrik"),
        (2021, "pd"),
        (2021, "innolab-bw"),
        (2024, "next"),  # a host before, but with an input only now
    ]


def test_a_topic_is_counted_by_its_inputs_and_by_its_events(tmp_path: Path) -> None:
    topics = "geld: Geld\nwirkung: {name: Wirkung}\nleer: Nichts\n"
    (tmp_path / "events").mkdir()
    (tmp_path / "events/topics.yaml").write_text(topics, "utf-8")
    held = "status: confirmed\ndate: 2026-03-11\n"
    two = "agenda: [{title: I, type: input, topics: [geld, wirkung]}, {title: J, topics: geld}]\n"
    events = {
        "a": f"title: A\n{held}topics: geld\n{two}",
        "b": f"title: B\n{held}agenda: [{{title: I, type: input, topics: wirkung}}]\n",
        "c": f"title: C\n{held}topics: wirkung\n",
        "later": "title: D\nstatus: confirmed\ndate: 2028-03-11\ntopics: leer\n",
    }
    found = figures_of(written(tmp_path, events)).topics
    assert list(found.items()) == [("Wirkung", (2, 3)), ("Geld", (1, 1))]


def test_one_year_counts_only_its_own_and_knows_who_was_there_before() -> None:
    figures = real(2024)
    assert figures.years == (Year(2024, 1, 0, 0, 0, 2),)
    assert [event.id for event in figures.held] == ["labcamp-10"]
    assert ids(dict(figures.inputs)) == {"next": 1, "stadtlabor-soest": 1}
    assert [organisation.id for _, organisation in figures.newcomers] == ["next"]
    assert (figures.people, figures.labs) == (Heads(0, 0, None), Heads(0, 0, None))


# What counts as what


def test_each_event_stands_once_in_its_year() -> None:
    figures = of(
        "status: confirmed\ndate: 2025-03-11\n",
        "status: cancelled\nreason: x\ndate: 2025-04-11\n",
        "status: draft\ndate: 2025-05-11\n",
        "status: draft\ndate: 2026-12\n",
        "status: confirmed\ndate: 2026-11\n",  # the month is not over
        "status: draft\n",
    )
    assert figures.years == (
        Year(2025, held=1, cancelled=1, coming=0, unclear=1, inputs=0),
        Year(2026, held=0, cancelled=0, coming=2, unclear=0, inputs=0),
        Year(None, held=0, cancelled=0, coming=1, unclear=0, inputs=0),
    )


def test_what_is_not_held_yet_or_never_counts_for_nothing_else() -> None:
    text = "hosts: werkstatt\nattendance: {people: 9}\n"
    text += "agenda: [{title: I, type: input, by: {organisation: hafen}}]\n"
    standing = (("confirmed", "2027-03-11"), ("cancelled", "2025-03-11"), ("draft", "2025-03-11"))
    figures = of(*(f"status: {status}\ndate: {day}\n{text}" for status, day in standing))
    assert (figures.held, figures.inputs, figures.hosts, figures.countries, figures.newcomers) == ((), {}, {}, {}, ())
    assert figures.people == Heads(0, 0, None)


def test_sum_and_median_are_of_the_events_that_say_a_number() -> None:
    held = "status: confirmed\ndate: 2025-03-11\n"
    figures = of(
        f"{held}attendance: {{people: 60, labs: 0}}\n",
        f"{held}attendance: {{people: 31}}\n",
        f"{held}attendance: {{note: knapp 30}}\n",
        held,
    )
    assert (figures.people, figures.labs) == (Heads(2, 91, 45.5), Heads(1, 0, 0.0))
    assert [event.title for event in figures.uncounted] == ["T2", "T3"]


def test_an_organisation_gives_an_input_once_a_session_however_many_people_it_sends() -> None:
    figures = of(
        "status: confirmed\ndate: 2025-03-11\nagenda:\n"
        "  - {title: A, type: input, by: [{name: I, organisation: hafen}, {name: J, organisation: hafen}]}\n"
        "  - {title: B, type: input, by: [{organisation: hafen}, {organisation: werkstatt}]}\n"
        "  - {title: C, type: input, by: [{name: K}]}\n"
        "  - {title: D, type: workshop, by: [{organisation: werkstatt}]}\n"
    )
    assert (figures.sessions, ids(dict(figures.inputs)), figures.nameless) == (3, {"hafen": 2, "werkstatt": 1}, 1)


def test_a_lab_is_counted_once_whatever_it_did() -> None:
    figures = of(
        "status: confirmed\ndate: 2025-03-11\nhosts: hafen\npartners: [hafen, werkstatt]\n",
        "status: confirmed\ndate: 2026-03-11\nhosts: hafen\n"
        "agenda: [{title: A, type: input, by: {organisation: hafen}}]\n",
    )
    assert (figures.countries, figures.levels) == ({"": 2}, {"": 2})


# Any series


numbers = st.integers(0, 999_999_999)
names = st.text("=+-@|*äb;\"'\\ ", min_size=1, max_size=6).filter(str.strip)
heads = st.fixed_dictionaries({}, optional={"people": numbers, "labs": numbers, "note": names})
sessions = st.fixed_dictionaries(
    {"title": st.just("x"), "type": st.sampled_from(["input", "break"])},
    optional={"by": st.lists(st.sampled_from([{"organisation": "hafen"}, {"organisation": "werkstatt"}, "N. N."]))},
)
lines = st.fixed_dictionaries(
    {"status": st.sampled_from(["draft", "confirmed", "cancelled"])},
    optional={
        "date": st.sampled_from(["2020-05-26", "2020-05", "1990-01-01", "2099-12-31", "2025-12-31/2026-01-01"]),
        "hosts": st.sampled_from(["hafen", ["hafen", "werkstatt"], ["hafen", "hafen"]]),
        "partners": st.sampled_from(["hafen", "werkstatt"]),
        "attendance": heads,
        "agenda": st.lists(sessions, max_size=3),
    },
)


@given(st.lists(lines, max_size=5), st.none() | st.sampled_from([1990, 2020, 2025, 2099]))
def test_any_set_of_events_can_be_counted_and_written_in_every_form(
    events: list[dict[str, object]], year: int | None
) -> None:
    texts = ["".join(f"{key}: {json.dumps(value)}\n" for key, value in event.items()) for event in events]
    figures = of(*texts, year=year)
    sheets = [sheet_of(name, figures) for name in TABLES]
    assert sum(each.held + each.cancelled + each.coming + each.unclear for each in figures.years) == sum(
        year in (None, int(str(event["date"])[:4]) if "date" in event else None) for event in events
    )
    assert figures.people.known + len(figures.uncounted) == len(figures.held)
    assert set(years_of(figures.held)) <= {each.year for each in figures.years}
    for sheet in (*sheets, in_one(sheets)):
        rows = list(csv.reader(io.StringIO(as_csv(sheet).removeprefix("\ufeff"), newline=""), delimiter=";"))
        assert [len(row) for row in rows] == [len(sheet.columns)] * (1 + len(sheet.rows))
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
        assert as_markdown(sheet).startswith("## ")
