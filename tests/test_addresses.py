"""Addresses of the site that were published once: recorded, led on from, taken back, never lost."""

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import Labcamp
from sample import written

from labcamp.model.published import Published, address_of, followed, published_bytes
from labcamp.render.site.addresses import StandIn, addresses

TODAY = "2026-11-23"
DAY = ("--today", TODAY)
SERIES = "id: mustertreff\ntitle: MusterTreff\ndomain: example.org\n"
EVENT = """\
title: Treff
status: confirmed
date: 2026-03-05
time: 14:00-16:00
place: online
agenda:
  - {title: Erster Impuls, id: eins, type: input, by: Ada Muster}
  - {title: Zweiter Impuls, id: zwei, type: input}
"""

PAPER = """\
title: Was bleibt
version: "1"
date: 2026-03-20
findings:
  - {title: Reden hilft, text: Das haben alle gesagt.}
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A series with an event of two sessions, and an earlier one."""
    earlier = EVENT.replace("2026-03", "2025-03").replace("title: Treff\n", "title: Vortreff\n")
    written(tmp_path, {"treff-0": earlier, "treff-1": EVENT}, SERIES)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def change(root: Path, name: str, before: str, after: str) -> None:
    """Another text in a file of `events/`."""
    path = root / "events" / name
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def add(root: Path, text: str) -> None:
    """More lines in the file of the series."""
    path = root / "events/series.yaml"
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def known(root: Path) -> dict[str, Any]:
    """What is recorded."""
    content: dict[str, Any] = json.loads((root / "events/published.json").read_text("utf-8"))
    return content


def main_of(root: Path, address: str) -> str:
    """What a page says in its main part, without marks."""
    page = (root / "out/site" / address).read_text("utf-8")
    return " ".join(re.sub("<[^>]+>", " ", page.partition("<main")[2].partition("</main")[0].partition(">")[2]).split())


def codes(text: str) -> list[str]:
    """The codes of the findings in what a command said."""
    return re.findall(r"\b(LC8[36]\d) ", text)


PAGES = {"treff-1/index.html", "treff-1/eins.html", "treff-1/zwei.html", "treff-1/treff-1.ics"}


def test_announce_records_every_address_with_its_day(root: Path, labcamp: Labcamp) -> None:
    result = labcamp("announce", "--site", *DAY)
    assert (result.code, result.err) == (0, "")
    recorded = known(root)["addresses"]
    assert recorded.keys() >= PAGES | {"index.html"}
    assert set(recorded.values()) == {TODAY}
    lines = result.out.splitlines()
    assert lines[:2] == ["created    events/published.json", f"{len(recorded)} new addresses:"]
    assert lines[-1] == "From now on labcamp tells you when one of them would be lost."
    assert (root / "events/published.json").read_bytes().count(b"\n") == len(recorded) + 5


def test_what_nobody_links_to_and_the_pages_of_people_are_never_recorded(root: Path, labcamp: Labcamp) -> None:
    add(root, "people: {pages: ja}\n")
    labcamp("announce", "--site", *DAY)
    never = re.compile(r"(people|assets)/|card\.png$|^[._]|^404\.html$|^robots\.txt$")
    assert [address for address in known(root)["addresses"] if never.search(address)] == []


def test_a_draft_is_not_recorded_and_comes_with_the_next_record_once_it_is_none(root: Path, labcamp: Labcamp) -> None:
    written(root, {"treff-2": EVENT.replace("confirmed", "draft").replace("2026-03", "2027-03")}, SERIES)
    labcamp("announce", "--site", *DAY)
    assert [address for address in known(root)["addresses"] if address.startswith("treff-2")] == []
    change(root, "treff-2.yaml", "draft", "confirmed")
    assert "treff-2/index.html" in labcamp("announce", "--site", "--today", "2026-12-01").out
    recorded = known(root)["addresses"]
    assert (recorded["treff-1/index.html"], recorded["treff-2/index.html"]) == (TODAY, "2026-12-01")


def test_a_second_record_of_the_same_says_so_and_writes_nothing(root: Path, labcamp: Labcamp) -> None:
    labcamp("announce", "--site", *DAY)
    before = (root / "events/published.json").stat().st_mtime_ns
    result = labcamp("announce", "--site", "--today", "2027-01-01")
    assert result.out.splitlines() == ["unchanged  events/published.json", "There are no new addresses."]
    assert (root / "events/published.json").stat().st_mtime_ns == before


def test_a_dry_run_records_nothing_and_undo_takes_a_record_back(root: Path, labcamp: Labcamp) -> None:
    assert labcamp("announce", "--site", "--dry-run", *DAY).code == 0
    assert not (root / "events/published.json").exists()
    labcamp("announce", "--site", *DAY)
    assert labcamp("undo").out.splitlines() == [
        "deleted    events/published.json",
        "Taken back: labcamp announce.",
        "What you have sent or published since stays where it is.",
    ]


def test_an_event_and_the_site_are_announced_at_once(root: Path, labcamp: Labcamp) -> None:
    assert labcamp("announce", "treff-1", "--site", *DAY).code == 0
    assert (root / "events/announced/treff-1.json").is_file()
    assert (root / "events/published.json").is_file()


@pytest.mark.shows("LC839")
def test_announce_of_nothing_is_a_slip(root: Path, labcamp: Labcamp) -> None:
    result = labcamp("announce", *DAY)
    assert (result.code, codes(result.err)) == (2, ["LC839"])


@pytest.mark.shows("LC830")
def test_a_session_whose_address_would_follow_its_title_is_not_recorded(root: Path, labcamp: Labcamp) -> None:
    change(root, "treff-1.yaml", "id: zwei, ", "")
    result = labcamp("announce", "--site", *DAY)
    assert (result.code, result.out) == (1, "")
    place = "events/treff-1.yaml:8:13: LC830 address-follows-title: the session 'Zweiter Impuls' has no id of its own"
    assert result.err.splitlines()[0] == place
    assert not (root / "events/published.json").exists()
    for command in (("render-site", "--no-pdf"), ("check", "--fix"), ("announce", "--site")):
        assert labcamp(*command, *DAY).code == 0
    assert "treff-1/zweiter-impuls.html" in known(root)["addresses"]


# What is lost


@pytest.mark.shows("LC860")
def test_an_address_that_vanishes_is_told_by_all_and_leads_on_to_the_archive(root: Path, labcamp: Labcamp) -> None:
    labcamp("announce", "--site", *DAY)
    change(root, "treff-1.yaml", "id: zwei", "id: drei")
    lines = (root / "events/published.json").read_text("utf-8").splitlines()
    number = next(number for number, line in enumerate(lines, 1) if "treff-1/zwei.html" in line)
    told = f"events/published.json:{number}:5: LC860 address-lost: "
    for command in (("render-site", "--no-pdf"), ("build", "--no-pdf"), ("check",)):
        result = labcamp(*command, *DAY)
        assert (result.code, told in result.err) == (0, True)
    assert "moved: {treff-1/zwei.html: treff-1/drei.html}" in result.err
    assert main_of(root, "treff-1/zwei.html").startswith("Diese Seite gibt es nicht mehr")
    page = (root / "out/site/treff-1/zwei.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in page
    assert "Zweiter Impuls" not in page


def test_nothing_new_is_recorded_while_an_address_is_lost(root: Path, labcamp: Labcamp) -> None:
    labcamp("announce", "--site", *DAY)
    before = known(root)
    change(root, "treff-1.yaml", "id: zwei", "id: drei")
    result = labcamp("announce", "--site", *DAY)
    assert (result.code, codes(result.err)) == (1, ["LC860"])
    assert known(root) == before


def test_a_rule_that_is_off_is_not_told(root: Path, labcamp: Labcamp) -> None:
    labcamp("announce", "--site", *DAY)
    change(root, "treff-1.yaml", "id: zwei", "id: drei")
    add(root, "rules: {address-lost: aus}\n")
    for command in (("render-site", "--no-pdf"), ("build", "--no-pdf"), ("check",)):
        assert codes(labcamp(*command, *DAY).err) == []


@pytest.mark.shows("LC865")
def test_an_event_that_is_a_draft_again_is_told_once(root: Path, labcamp: Labcamp) -> None:
    labcamp("announce", "--site", *DAY)
    count = sum(address.startswith("treff-1/") for address in known(root)["addresses"])
    change(root, "treff-1.yaml", "confirmed", "draft")
    result = labcamp("render-site", "--no-pdf", *DAY)
    assert codes(result.err) == ["LC865"]
    assert f"treff-1/ was published ({count} addresses)" in result.err
    assert main_of(root, "treff-1/index.html").startswith("Diese Seite gibt es nicht mehr")
    assert not (root / "out/site/treff-1/treff-1.ics").exists()


def test_what_is_gone_because_typst_is_missing_is_not_lost(root: Path, labcamp: Labcamp) -> None:
    path = root / "events/published.json"
    path.write_bytes(published_bytes(Published(None, {"treff-1/agenda.pdf": dt.date(2026, 11, 23)})))
    assert codes(labcamp("render-site", "--no-pdf", *DAY).err) == []


def test_the_pdf_of_a_paper_is_not_lost_because_it_is_not_set_to_look_at_addresses(
    root: Path, labcamp: Labcamp
) -> None:
    (root / "events/papers").mkdir()
    (root / "events/papers/heft.yaml").write_text(PAPER, "utf-8")
    addresses = ("papers/heft.html", "papers/heft.pdf", "papers/anderes.pdf")
    known_before = dict.fromkeys(addresses, dt.date(2026, 11, 23))
    (root / "events/published.json").write_bytes(published_bytes(Published(None, known_before)))
    result = labcamp("check", *DAY)
    assert (codes(result.err), "papers/anderes.pdf was published" in result.err) == (["LC860"], True)


def test_sessions_of_an_event_that_is_cancelled_lead_to_its_page(root: Path, labcamp: Labcamp) -> None:
    labcamp("announce", "--site", *DAY)
    change(root, "treff-1.yaml", "confirmed", "cancelled")
    assert codes(labcamp("render-site", "--no-pdf", *DAY).err) == []
    page = (root / "out/site/treff-1/zwei.html").read_text("utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../treff-1/index.html">' in page


# What has moved


def test_an_address_that_has_moved_leads_on(root: Path, labcamp: Labcamp) -> None:
    add(root, "public: https://treff.example.org/\n")
    labcamp("announce", "--site", *DAY)
    change(root, "treff-1.yaml", "id: zwei", "id: drei")
    add(root, "moved:\n  treff-1/zwei.html: treff-1/drei.html\n")
    assert codes(labcamp("render-site", "--no-pdf", *DAY).err) == []
    page = (root / "out/site/treff-1/zwei.html").read_text("utf-8")
    for part in (
        '<meta http-equiv="refresh" content="0; url=../treff-1/drei.html">',
        '<link rel="canonical" href="https://treff.example.org/treff-1/drei.html">',
        '<a href="../treff-1/drei.html">',
        '<meta name="robots" content="noindex">',
    ):
        assert part in page
    assert page.index("Content-Security-Policy") < page.index('http-equiv="refresh"')
    assert codes(labcamp("announce", "--site", *DAY).err) == []
    assert known(root)["addresses"].keys() >= {"treff-1/zwei.html", "treff-1/drei.html"}


@pytest.mark.parametrize("old", ["treff-1/zwei", "/treff-1/zwei.html", "https://treff.example.org/treff-1/zwei.html"])
def test_an_address_may_be_written_in_other_ways(root: Path, labcamp: Labcamp, old: str) -> None:
    add(root, "public: https://treff.example.org\n")
    labcamp("announce", "--site", *DAY)
    change(root, "treff-1.yaml", "id: zwei", "id: drei")
    add(root, f"moved:\n  {old}: treff-1/drei\n")
    assert codes(labcamp("render-site", "--no-pdf", *DAY).err) == []
    assert main_of(root, "treff-1/zwei.html") == "Diese Seite ist umgezogen Weiter zur neuen Adresse"


def test_an_address_may_lead_on_to_another_site(root: Path, labcamp: Labcamp) -> None:
    add(root, "moved: {a.html: 'https://example.org/b.html'}\n")
    result = labcamp("render-site", "--no-pdf", *DAY)
    assert (result.code, codes(result.err)) == (0, [])
    page = (root / "out/site/a.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://example.org/b.html">' in page
    assert '<meta http-equiv="refresh" content="0; url=https://example.org/b.html">' in page


def test_a_calendar_that_has_moved_is_there_by_both_names(root: Path, labcamp: Labcamp) -> None:
    add(root, "moved: {alt/treff.ics: treff-1/treff-1.ics}\n")
    labcamp("render-site", "--no-pdf", *DAY)
    site = root / "out/site"
    assert (site / "alt/treff.ics").read_bytes() == (site / "treff-1/treff-1.ics").read_bytes()


def test_an_address_leads_on_over_others_that_have_moved_to_the_last(root: Path, labcamp: Labcamp) -> None:
    add(root, "moved: {a.html: b.html, b.html: treff-1/eins.html}\n")
    assert codes(labcamp("render-site", "--no-pdf", *DAY).err) == []
    assert "url=treff-1/eins.html" in (root / "out/site/a.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("code", "moved", "column"),
    [
        pytest.param("LC861", "a.html: treff-1/ein.html", 11, marks=pytest.mark.shows("LC861")),
        pytest.param("LC862", "treff-1/eins.html: treff-1/zwei.html", 3, marks=pytest.mark.shows("LC862")),
        pytest.param("LC863", "a.html: a.html", 11, marks=pytest.mark.shows("LC863")),
    ],
)
def test_what_has_moved_wrongly_is_told_at_its_place(
    root: Path, labcamp: Labcamp, moved: str, code: str, column: int
) -> None:
    add(root, f"moved:\n  {moved}\n")
    for command in (("render-site", "--no-pdf"), ("build", "--no-pdf"), ("check",)):
        result = labcamp(*command, *DAY)
        assert (result.code, codes(result.err)) == (0, [code])
        assert f"events/series.yaml:5:{column}: {code}" in result.err


@pytest.mark.parametrize(
    "moved",
    ["../a.html: index.html", "a.html: ../../b.html", "a:b/c.html: index.html", "https://example.org/: index.html"],
)
def test_an_address_that_leaves_the_site_is_an_error_at_its_place(root: Path, labcamp: Labcamp, moved: str) -> None:
    add(root, f'moved:\n  "{moved.rpartition(": ")[0]}": {moved.rpartition(": ")[2]}\n')
    result = labcamp("check", *DAY)
    assert (result.code, "events/series.yaml:5:" in result.err, "LC006" in result.err) == (1, True, True)
    assert not (root / "out").exists()


# What is taken back


def test_what_was_published_by_mistake_is_gone_and_nothing_more_is_said(root: Path, labcamp: Labcamp) -> None:
    labcamp("announce", "--site", *DAY)
    change(root, "treff-1.yaml", "  - {title: Zweiter Impuls, id: zwei, type: input}\n", "")
    result = labcamp("announce", "--site", "--withdraw", "treff-1/zwei.html", *DAY)
    assert (result.code, result.out.splitlines()[:3]) == (
        0, ["updated    events/published.json", "1 address taken back:", "  treff-1/zwei.html"],
    )  # fmt: skip
    assert known(root)["withdrawn"] == {"treff-1/zwei.html": TODAY}
    assert "treff-1/zwei.html" not in known(root)["addresses"]
    assert codes(labcamp("render-site", "--no-pdf", *DAY).err) == []
    assert main_of(root, "treff-1/zwei.html") == "Hier steht nichts mehr"
    page = (root / "out/site/treff-1/zwei.html").read_text("utf-8")
    assert ("noindex" in page, "Impuls" in page, "Ada" in page) == (True, False, False)


def test_a_whole_event_is_taken_back_by_its_name(root: Path, labcamp: Labcamp) -> None:
    labcamp("announce", "--site", *DAY)
    change(root, "treff-1.yaml", "confirmed", "draft")
    assert labcamp("announce", "--withdraw", "treff-1", *DAY).code == 0
    assert known(root)["withdrawn"].keys() >= PAGES
    labcamp("render-site", "--no-pdf", *DAY)
    assert {path.name for path in (root / "out/site/treff-1").iterdir()} == {"index.html", "eins.html", "zwei.html"}


def test_what_was_taken_back_and_is_there_again_is_public_again(root: Path, labcamp: Labcamp) -> None:
    labcamp("announce", "--site", *DAY)
    change(root, "treff-1.yaml", "confirmed", "draft")
    labcamp("announce", "--withdraw", "treff-1", *DAY)
    change(root, "treff-1.yaml", "draft", "confirmed")
    labcamp("announce", "--site", *DAY)
    assert "withdrawn" not in known(root)
    assert known(root)["addresses"].keys() >= PAGES


@pytest.mark.parametrize(
    ("code", "named", "exit_code"),
    [
        pytest.param("LC836", "treff-1/zwie.html", 2, marks=pytest.mark.shows("LC836")),
        pytest.param("LC837", "treff-1", 1, marks=pytest.mark.shows("LC837")),
    ],
)
def test_only_what_was_recorded_and_is_gone_can_be_taken_back(
    root: Path, labcamp: Labcamp, named: str, code: str, exit_code: int
) -> None:
    labcamp("announce", "--site", *DAY)
    before = known(root)
    result = labcamp("announce", "--site", "--withdraw", named, *DAY)
    assert (result.code, set(codes(result.err))) == (exit_code, {code})
    assert known(root) == before


# The file, and where the site is


@pytest.mark.shows("LC864")
def test_a_site_that_is_published_elsewhere_now_is_told(root: Path, labcamp: Labcamp) -> None:
    add(root, "public: https://alt.example.org\n")
    labcamp("announce", "--site", *DAY)
    assert known(root)["public"] == "https://alt.example.org"
    change(root, "series.yaml", "alt.", "neu.")
    for command in (("render-site", "--no-pdf"), ("check",)):
        result = labcamp(*command, *DAY)
        assert codes(result.err) == ["LC864"]
        assert "events/series.yaml:4:9: LC864" in result.err
    labcamp("announce", "--site", *DAY)
    assert (known(root)["public"], codes(labcamp("check", *DAY).err)) == ("https://neu.example.org", [])


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        ('{\n  "public": null,\n  "addresses": {\n    "a.html": "gestern"\n  }\n}\n', "LC206", 4),
        ('{\n  "public": "irgendwo"\n}\n', "LC210", 2),
        ('{\n  "addresses": {\n    "../a.html": "2026-01-01"\n  }\n}\n', "LC006", 3),
        ('{\n  "adressen": {}\n}\n', "LC202", 2),
        ("<<<<<<< HEAD\n{}\n", "LC121", 1),
    ],
)
def test_a_record_that_is_broken_by_hand_is_told_at_its_place(
    root: Path, labcamp: Labcamp, content: str, code: str, line: int
) -> None:
    (root / "events/published.json").write_text(content, "utf-8")
    result = labcamp("check", *DAY)
    assert result.code == 1
    assert re.search(rf"events/published\.json:{line}:\d+: {code} ", result.err), result.err
    assert labcamp("render-site", *DAY).code == 1
    assert not (root / "out/site").exists()


# The rules by themselves


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("", "index.html"),
        ("/", "index.html"),
        ("labcamp-10", "labcamp-10/index.html"),
        ("/labcamp-10/", "labcamp-10/index.html"),
        ("labcamp-10/x", "labcamp-10/x.html"),
        ("labcamp-10/x.html", "labcamp-10/x.html"),
        ("https://example.org/lab/", "index.html"),
        ("https://example.org/lab/labcamp-10/x.html", "labcamp-10/x.html"),
        ("labcamp.ics", "labcamp.ics"),
        ("https://example.com/lab/a", "https://example.com/lab/a"),
    ],
)
def test_an_address_is_understood_as_people_write_it(text: str, address: str) -> None:
    assert address_of(text, "https://example.org/lab", {"labcamp-10/x.html"}) == address


@pytest.mark.parametrize(
    ("moved", "end"),
    [
        ({}, "a"),
        ({"a": "b"}, "b"),
        ({"a": "b", "b": "c"}, "c"),
        ({"a": "b", "b": "a"}, "a"),
        ({"a": "b", "b": "b"}, "a"),
    ],
)
def test_an_address_is_followed_to_its_end_and_a_circle_to_its_beginning(moved: dict[str, str], end: str) -> None:
    assert followed("a", moved) == end


def test_what_stands_in_for_something_is_no_address_of_the_site() -> None:
    assert addresses([StandIn("site/a.html", b"")]) == frozenset()
