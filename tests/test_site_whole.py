"""The site as a whole: all links lead somewhere, nothing is loaded from elsewhere, nothing in it that is not public."""

import gzip
import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from made_site import FEW, HIDDEN, NEXT, OVERRIDE, VARIANTS, files_of, read, variant, whole, write_series
from sample import REPOSITORY, TODAY, sample
from site_reading import Read, dead, outside, pages_of, reached
from test_nothing_leaks import readings

from labcamp.workspace import Workspace, load

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'self'"
)
BASES = {"golden": "/dateien/"}  # where the site lies, for its page that a server shows anywhere
SERIES = ("whole", *VARIANTS, "real", "golden")
GONE = "site-gone.html.j2"  # stands only where something was taken back
PAGES = sorted(path.name for path in (REPOSITORY / "templates").glob("site*.j2") if path.name != GONE)
NOT_LINKED = {"404.html", "treff-3/frueher.html"}  # who comes there comes from elsewhere


@cache
def workspace(name: str) -> Workspace:
    """A series by its name; its folder is gone, except for what is its own."""
    if name == "real":
        return load(REPOSITORY, TODAY)
    return sample()


@cache
def files(name: str) -> dict[str, bytes]:
    """The files of the site of a series."""
    if name in {"real", "golden"}:
        return files_of(workspace(name))
    with TemporaryDirectory() as folder:
        made = whole(Path(folder) / "a") if name == "whole" else variant(name, Path(folder) / "a")
        return files_of(made, drafts=name == "looked-at", pdf=name in {"one", "looked-at"})


@cache
def pages(name: str) -> dict[str, Read]:
    """The pages of the same."""
    return pages_of(files(name))


def test_the_made_up_series_has_a_page_of_each_sort_and_two_hundred_sessions() -> None:
    made = pages("whole")
    sorts = {"index.html", "archive.html", "404.html", "ueber-uns.html", "topics/index.html", "topics/daten.html"}
    assert sorts | {"organisations/labor-5.html", "treff-9/index.html", f"{NEXT}/punkt-1.html"} <= made.keys()
    assert sum(address.startswith("treff-") and "index" not in address for address in made) > 180
    assert any(address.startswith("people/") for address in made)


@pytest.mark.parametrize("name", SERIES)
def test_every_link_anchor_and_asset_is_there(name: str) -> None:
    base = BASES.get(name, "/")
    assert list(dead(files(name), pages(name), base)) == []


@pytest.mark.parametrize("name", SERIES)
def test_every_page_can_be_reached_from_the_home_page(name: str) -> None:
    assert pages(name).keys() - reached(pages(name)) - NOT_LINKED == set()


@pytest.mark.parametrize("name", SERIES)
def test_a_page_has_one_heading_a_language_a_title_and_a_way_past_the_navigation(name: str) -> None:
    for address, page in pages(name).items():
        assert len(page.named("h1")) == 1, address
        (root,) = page.named("html")
        assert root.values["lang"] in {"de", "en", "de-AT", "de-CH"}, address
        assert [tag.values["href"] for tag in page.named("a")][:1] == ["#main"], address
        assert page.ids["main"] == 1, address
        assert {id_: count for id_, count in page.ids.items() if count > 1} == {}, address
        assert len(page.named("title")) == 1, address


@pytest.mark.parametrize("name", SERIES)
def test_headings_leave_out_no_level(name: str) -> None:
    for address, page in pages(name).items():
        levels = [int(tag.name[1]) for tag in page.tags if re.fullmatch("h[1-6]", tag.name)]
        assert levels[0] == 1, address
        assert all(after - before <= 1 for before, after in pairwise(levels)), address


@pytest.mark.parametrize("name", SERIES)
def test_nothing_is_inline_and_the_policy_comes_before_all_that_it_is_for(name: str) -> None:
    for address, page in pages(name).items():
        charset, policy, *_ = page.named("meta")
        assert charset.values == {"charset": "utf-8"}, address
        assert policy.values == {"http-equiv": "Content-Security-Policy", "content": POLICY}, address
        assert [tag.name for tag in page.tags[:4]] == ["html", "head", "meta", "meta"], address
        assert page.named("style") == [], address
        assert page.named("base") == [], address
        for tag in page.tags:
            assert not any(key.startswith("on") or key == "style" for key in tag.values), (address, tag)
            assert tag.name not in {"iframe", "object", "embed", "svg", "math"}, (address, tag)
        for script in page.named("script"):
            assert bool(script.text.strip()) == (script.values.get("type") == "application/ld+json"), (address, script)
        assert page.comments == [], address


@pytest.mark.parametrize("name", SERIES)
def test_nothing_is_loaded_from_elsewhere(name: str) -> None:
    loaded = {link for page in pages(name).values() for tag in page.tags if tag.loads for link in tag.leads}
    assert {link for link in loaded if outside(link)} == set()
    for address, content in files(name).items():
        if address.endswith(".css"):
            assert set(re.findall(rb"(?i)@import|https?:|url\(\s*[\"']?(?:data:|//|/)", content)) == set(), address
        if address.endswith(".js") and "data" not in address:
            network = rb"(?i)https?:|fetch\(|XMLHttp|import\(|WebSocket|Storage|cookie|indexedDB|sendBeacon|eval\("
            assert set(re.findall(network, content)) == set(), address


@pytest.mark.parametrize("name", SERIES)
def test_a_link_to_elsewhere_says_nothing_of_where_one_comes_from_and_opens_no_window(name: str) -> None:
    for address, page in pages(name).items():
        assert [tag for tag in page.named("a") if tag.values.get("target") == "_blank"] == [], address
        assert [link for tag in page.named("a") for link in tag.leads if link.lower().startswith("javascript")] == []


# What is not public


def told(found: Mapping[str, bytes], secret: str) -> set[str]:
    """The files in which a text stands, however it is written, or in whose address."""
    word = re.compile(re.escape(secret.encode()).replace(rb"\ ", rb"\s+"), re.IGNORECASE)
    return {
        address
        for address, content in found.items()
        if word.search(address.encode()) or any(word.search(text) for text in readings(content))
    }


@pytest.mark.parametrize("secret", ["Verkennentwurf", "treff-39", "treff-40", HIDDEN, "verborgene-musterperson"])
def test_drafts_and_hidden_people_stand_in_no_file(secret: str) -> None:
    assert told(files("whole"), secret) == set()


def test_the_search_for_what_is_hidden_finds_it_where_it_is() -> None:
    """The judge itself is tried: a test that finds nothing proves nothing."""
    there = {
        "a.html": b"verborgene\n Musterperson",
        "b.ics": b"X:Verborgene Mus\r\n terperson",
        "c/verborgene musterperson": b"",
    }
    assert told({**there, "d.html": b"Verborgen, Musterperson"}, HIDDEN) == there.keys()


def test_drafts_are_there_where_they_are_looked_at_and_each_says_so() -> None:
    drafts = [page for address, page in pages("looked-at").items() if address.startswith(("treff-39/", "treff-40/"))]
    assert len(drafts) == 12
    for page in drafts:
        assert "Entwurf" in page.text
        assert [tag.values["content"] for tag in page.named("meta") if tag.values.get("name") == "robots"] == [
            "noindex"
        ]


def test_without_drafts_a_series_of_drafts_says_that_no_meeting_is_near() -> None:
    assert {address for address in files("drafts") if address.startswith(("treff-39", "treff-40"))} == set()
    assert "Verkennentwurf" not in pages("drafts")["index.html"].text


# The same everywhere

DIGEST = """
import sys
sys.path.insert(0, "tests")
from test_site_whole import digest
from made_site import files_of, read
from pathlib import Path
print(digest(files_of(read(Path(sys.argv[1])))))
"""


def digest(found: Mapping[str, bytes]) -> str:
    """A few letters that are others where a byte is another."""
    whole = hashlib.sha256()
    for address, content in found.items():
        whole.update(f"{address}\0{len(content)}\0".encode() + content)
    return whole.hexdigest()


@pytest.mark.parametrize(
    "machine",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/St_Johns", "LANG": "tr_TR.UTF-8", "PYTHONTZPATH": "/nowhere"},
    ],
    ids=["tokyo", "newfoundland"],
)
def test_another_machine_and_folder_change_no_byte(
    machine: dict[str, str], tmp_path: Path, environment: dict[str, str]
) -> None:
    root = write_series(tmp_path / "ein anderer Ordner")
    command = [sys.executable, "-c", DIGEST, str(root)]
    known = {**environment, **machine, "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run(command, capture_output=True, text=True, env=known, cwd=REPOSITORY, check=False)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() == digest(files("whole"))


# Own templates


@pytest.mark.parametrize("template", PAGES)
def test_an_own_template_takes_the_place_of_ours(template: str, tmp_path: Path) -> None:
    ours = (REPOSITORY / "templates" / template).read_text("utf-8")
    first, rest = re.split(r"(?<=[#-]\})\n", ours, maxsplit=1)
    # What others extend or take parts from can only be left as it is, with words where it has its own.
    place = re.search(r"\{% block main %\}\n(?!\{% endblock)|<body>\n|(?<=\) %\}\n)", rest)
    own = f"{rest[: place.end()]}Eigenes{rest[place.end() :]}" if place else f"{rest}Eigenes"
    root = write_series(tmp_path / "a", {}, ("treff-3", *FEW))
    (root / "templates" / template).write_text(f"{first}\n{own}", "utf-8")
    (root / "events/papers").mkdir()
    (root / "events/papers/lesebuch.yaml").write_text(
        '{title: L, version: "1", date: 2026-01-01, rest: by event}', "utf-8"
    )
    (root / "events/papers/lesebuch.json").write_text('{"version": "1", "date": "2026-01-01", "sources": {}}', "utf-8")
    made = files_of(read(root))
    assert any(b"Eigenes" in content for content in made.values())


def test_an_own_home_page_is_the_home_page() -> None:
    assert "Eigene Seite" in OVERRIDE
    assert "Eigene Seite" in pages("own-page")["index.html"].text
    assert "Eigene Seite" not in pages("own-page")["archive.html"].text


# How much there is


@pytest.mark.parametrize(("name", "most"), [("real", 30_000), ("whole", 40_000)])
def test_the_home_page_is_light_and_so_is_the_program(name: str, most: int) -> None:
    made, home = files(name), pages(name)["index.html"]
    styles = {link for tag in home.tags if tag.values.get("rel") == "stylesheet" for link in tag.leads}
    assert len(made["index.html"]) + sum(len(made[link]) for link in styles) <= most
    asked = {link for tag in home.tags if tag.loads for link in tag.leads if not link.endswith(".woff2")}
    assert 1 + len(asked) <= 4  # the page itself, and what it loads beside fonts
    assert len(made["assets/search.js"]) <= 6_000


def test_what_is_searched_is_light_for_two_hundred_sessions() -> None:
    assert len(gzip.compress(files("whole")["assets/search-data.js"], 9, mtime=0)) <= 45_000
