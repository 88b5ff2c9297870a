"""Advice on what the site is made from: topics, people who are named nowhere, and its address."""

import datetime as dt
from pathlib import Path

import pytest

from labcamp.review.folder import found_in
from labcamp.texts import words_of

TODAY = dt.date(2027, 3, 11)
SERIES = """\
id: treffen
title: Treffen
domain: example.org
imprint: https://example.org/impressum
newsletter: {unsubscribe: https://example.org/abmelden}
contact: treffen@example.org
regions: [DE-BE]
"""
EVENT = "title: Treffen\nstatus: confirmed\ndate: 2027-03-01\n"
TOPICS = """\
wirkung: Wirkung
kartierung: {name: Labore kartieren, synonyms: [Atlas, Karte]}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(files: dict[str, str]) -> list[str]:
    """What `check` says of a folder with these files: each at its place, with its words."""
    for name, text in ({"series.yaml": SERIES} | files).items():
        path = Path("events", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    findings = found_in(Path(), TODAY).findings
    return [f"{each.path[7:]}:{each.line}:{each.column} {each.code} {words_of(each, 'en')[0]}" for each in findings]


def test_topics_are_named_by_events_and_by_sessions(folder: Path) -> None:
    event = f"{EVENT}topics: wirkung\nagenda:\n  - {{title: A, topics: [kartierung, wirkung]}}\n"
    assert told({"topics.yaml": TOPICS, "treff-1.yaml": event}) == []


def test_a_topic_that_is_not_there_is_told_with_the_nearest(folder: Path) -> None:
    event = f"{EVENT}topics: [wirkungen, wirkung]\nagenda:\n  - {{title: A, topics: kartierung}}\n"
    assert told({"topics.yaml": TOPICS, "treff-1.yaml": event}) == [
        "treff-1.yaml:4:10 LC231 the topic 'wirkungen' is not in topics.yaml"
    ]
    (found,) = found_in(Path(), TODAY).findings
    assert words_of(found, "en")[1] == "did you mean 'wirkung'?"


@pytest.mark.parametrize(
    ("topics", "codes"), [("", ["LC231"]), ("x: [a]\n", ["LC205", "LC231"]), ("wirkung: [\n", ["LC117"])]
)
def test_no_topic_is_unknown_where_they_cannot_be_read(folder: Path, topics: str, codes: list[str]) -> None:
    files = {"treff-1.yaml": f"{EVENT}topics: wirkung\n"} | ({"topics.yaml": topics} if topics else {})
    assert sorted(line.split()[1] for line in told(files)) == codes


@pytest.mark.parametrize(
    "in_file", ["treff-1.yaml", "treff-1.yaml (draft)", "treff-1.yaml (broken)", "treff-1.yaml (takeaway)"]
)
def test_a_topic_that_no_file_names_is_told_at_its_place(folder: Path, in_file: str) -> None:
    more = {"draft": "topics: kartierung\nstatus: draft\n", "broken": "topics: kartierung\ndatum: 3\n"}
    more["takeaway"] = "agenda: [{title: B, takeaways: [{text: Karten helfen., topics: kartierung}]}]\n"
    text = next((f"title: A\n{lines}" for word, lines in more.items() if word in in_file), EVENT)
    unused = "topics.yaml:2:1 LC850 the topic 'Labore kartieren' is in no event"
    found = told({"topics.yaml": TOPICS, "a.yaml": f"{EVENT}topics: wirkung\n", "treff-1.yaml": text})
    assert [line for line in found if "LC850" in line] == ([unused] if in_file == "treff-1.yaml" else [])


def test_two_topics_are_not_found_by_one_name(folder: Path) -> None:
    topics = "a: {name: Wirkung, synonyms: [wirkung, Impact]}\nb: {name: Impact, synonyms: [Evaluation]}\n"
    assert told({"topics.yaml": topics, "treff-1.yaml": f"{EVENT}topics: [a, b]\n"}) == [
        "topics.yaml:1:40 LC851 'Impact' stands with 'Wirkung', but is what another topic is called (b)"
    ]


@pytest.mark.parametrize(
    ("name", "more", "found"),
    [
        ("Ada Muster", "moderation: Ada Muster\n", False),
        ("ada  muster", "moderation: Ada Muster\n", False),
        ("Ada Müster", "moderation: Ada Mu\u0308ster\n", False),
        ("Ada Muster", "description: >\n  Danke an Ada\n  Muster.\n", False),
        ("Ada Muster", "moderation: Ada Mustermann\n", True),
        ("Ada Muster", "moderation: Bo Muster\n", True),
        ("Ada Muster", "title: [\n", None),
    ],
)
def test_who_is_to_be_hidden_is_there(folder: Path, name: str, more: str, *, found: bool | None) -> None:
    lines = told({"series.yaml": f"{SERIES}people: {{hide: [{name}]}}\n", "treff-1.yaml": EVENT + more})
    assert [line.split()[1] for line in lines if "LC1" not in line] == (["LC854"] if found else [])


@pytest.mark.shows("LC859")
def test_who_is_to_be_hidden_is_not_named_in_an_address(folder: Path) -> None:
    series = f"{SERIES}people: {{hide: [Ada Müster]}}\n"
    agenda = "agenda:\n  - {id: impuls-von-ada-muester, title: A, by: Ada Müster}\n  - {id: ada-muesterin, title: B}\n"
    links = "links:\n  - {title: F, url: Ada_Muester.pdf}\n"
    files = {"files/treff-1/Ada_Muester.pdf": "x"}
    assert told({"series.yaml": series, "treff-1.yaml": EVENT + agenda + links} | files) == [
        "treff-1.yaml:5:10 LC859 'impuls-von-ada-muester' holds the name of Ada Müster, and becomes an address",
        "treff-1.yaml:8:5 LC859 'Ada_Muester.pdf' holds the name of Ada Müster, and becomes an address",
    ]


def test_who_is_to_be_hidden_may_stand_on_a_page_alone(folder: Path) -> None:
    pages = {"pages/team.md": "# Team\n\nAda Muster\n"}
    series = f"{SERIES}people: {{hide: Ada Muster}}\n"
    assert told({"series.yaml": series, "treff-1.yaml": EVENT} | pages) == []


@pytest.mark.shows("LC856")
@pytest.mark.parametrize("made", ["events/published.json", "out/site/index.html"])
def test_a_site_has_an_address(folder: Path, made: str) -> None:
    assert told({"treff-1.yaml": EVENT}) == []
    Path(made).parent.mkdir(parents=True, exist_ok=True)
    Path(made).write_text('{"addresses": {}}\n', "utf-8")
    assert told({"treff-1.yaml": EVENT}) == ["series.yaml:0:0 LC856 there is a website, but not its address"]
    assert told({"series.yaml": f"{SERIES}public: https://example.org\n"}) == []


def test_what_is_public_keeps_its_address(folder: Path) -> None:
    series = f"{SERIES}public: https://example.org\n"
    agenda = "agenda:\n  - {title: A, id: x}\n  - title: B\n  - {title: C, type: break}\n"
    assert told({"series.yaml": series, "treff-1.yaml": EVENT + agenda}) == [
        "treff-1.yaml:6:5 LC855 2 sessions without an id, the first is 'B'; when a title changes, so does the address"
    ]
    (found,) = found_in(Path(), TODAY).findings
    assert words_of(found, "de")[1] == "„labcamp check --fix“ schreibt die id hinein, die jetzt schon gilt: b, c"
    assert found_in(Path(), TODAY).mendable
