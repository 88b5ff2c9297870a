"""Files of others that are broken, huge or built to do harm: a finding at its place, and soon."""

import json
import time

import pytest
from foreign_files import ASKED, codes, only, said, schedule
from hypothesis import given
from hypothesis import strategies as st
from mutated_imports import SEEDS, judged, read_all

from labcamp.exchange.found import Told
from labcamp.exchange.schedules.foreign import MOST_SESSIONS, markdown_in
from labcamp.exchange.sources import read
from labcamp.exchange.tags import markdown_of

HEAD = b'{"schedule": {"conference": {\n  "title": "Treffen",\n  '
KEYS = st.sampled_from(
    ["title", "date", "start", "duration", "room", "persons", "links", "name", "url", "type", "abstract"]
)
SCALARS = st.none() | st.booleans() | st.integers() | st.text(max_size=20)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
PIECES = ("<", ">", "<!--", "-->", "<p>", "</a>", "&amp;", "&#0;", "ä", "<script>", "</script>", "'", " ")
TAGS = st.lists(st.sampled_from([*PIECES, "<a href='https://x.example'>"])).map("".join)
BOMB = """<?xml version="1.0"?>
<!DOCTYPE lolz [
  <!ENTITY lol "lol">
  <!ENTITY lol1 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
  <!ENTITY file SYSTEM "file:///etc/hostname">
]>
<schedule><conference><title>&lol1;&file;</title></conference></schedule>
"""


def of_json(content: bytes) -> Told:
    """What JSON says of which these are the bytes."""
    return read("schedule.json", content, ASKED)


def of_xml(content: bytes) -> Told:
    """What XML says of which these are the bytes."""
    return read("schedule.xml", content, ASKED)


@pytest.mark.shows("LC280")
@pytest.mark.parametrize(
    ("content", "place"),
    [
        (HEAD + b'"days": []', (3, 13)),
        (HEAD + b'"days": [}}}', (3, 12)),
        (HEAD + b'"days": [],}}}', (3, 14)),
        (HEAD + b'"days": []}}} mehr', (3, 17)),
        (HEAD + b'"daysCount": NaN}}}', (3, 16)),
        (HEAD + b'"daysCount": -Infinity}}}', (3, 16)),
        (HEAD + b"'days': []}}}", (3, 3)),
        (HEAD + b'"days": "\\x"}}}', (3, 12)),
    ],
)
def test_json_that_is_not_whole_is_found_where_it_ends(content: bytes, place: tuple[int, int]) -> None:
    assert codes(of_json(content)) == [("LC280", *place)]


@pytest.mark.shows("LC280")
@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"<schedule>\n  <conference>\n    <title>Ein & zwei</title>", (3, 17)),
        (b"<schedule>\n  <conference></day>", (2, 17)),
        (b"<schedule>\n", (2, 1)),
        (b"<?xml version='1.0' encoding='klingonisch'?><schedule/>", (1, 1)),
        (b"<schedule>\n<title>\xfc</title></schedule>", (2, 8)),
        (b"<schedule>\n<title>&lol;</title></schedule>", (2, 8)),
        (b"<schedule/>\n<schedule/>", (2, 1)),
        (b"<schedule>\0</schedule>", (1, 11)),
    ],
)
def test_xml_that_is_not_whole_is_found_where_it_ends(content: bytes, place: tuple[int, int]) -> None:
    assert codes(of_xml(content)) == [("LC280", *place)]


@pytest.mark.shows("LC283")
def test_a_document_type_is_refused_before_it_defines_anything() -> None:
    assert codes(of_xml(BOMB.encode())) == [("LC283", 2, 16)]
    assert codes(of_xml(BOMB.replace("?>", " encoding='utf-16'?>").encode("utf-16"))) == [("LC283", 2, 16)]
    assert codes(of_xml(b'<!DOCTYPE schedule SYSTEM "http://example.org/x.dtd"><schedule/>')) == [("LC283", 1, 53)]


@pytest.mark.shows("LC281")
def test_a_key_twice_is_refused_where_its_values_differ() -> None:
    twice = HEAD + b'"start": "2027-03-11",\n  "end": "2027-03-11",\n  "start": "2027-04-11"}}}'

    assert codes(of_json(twice)) == [("LC281", 5, 3)]
    assert dict(of_json(twice).findings[0].values) == {"key": "start"}
    assert only(of_json(twice.replace(b"04-11", b"03-11"))).values == {"title": "Treffen", "date": "2027-03-11"}


def json_of(depth: int) -> bytes:
    """A schedule with so many lists in each other."""
    return HEAD + b'"x": ' + b"[" * depth + b"]" * depth + b"}}}"


def xml_of(depth: int) -> bytes:
    """The same as elements."""
    return b"<schedule><conference>" + b"<a>" * depth + b"</a>" * depth + b"</conference></schedule>"


@pytest.mark.shows("LC282")
def test_what_stands_too_deep_is_refused_at_the_first_level_too_many() -> None:
    assert codes(of_json(json_of(97))) == []
    assert [codes(of_json(json_of(depth))) for depth in (98, 900, 100_000)] == [[("LC282", 3, 105)]] * 3
    assert codes(of_json(HEAD + b'"x": ' + b"[" * 100_000)) == [("LC282", 3, 105)]
    assert codes(of_xml(xml_of(98))) == []
    assert [codes(of_xml(xml_of(depth))) for depth in (99, 100_000)] == [[("LC282", 1, 317)]] * 2


@pytest.mark.shows("LC885")
def test_more_than_anybody_has_is_refused() -> None:
    many = said(schedule(*[{"id": 1}] * (MOST_SESSIONS + 1)))

    assert codes(many) == [("LC885", 0, 0)]
    assert dict(many.findings[0].values) == {"most": "20000"}
    assert codes(of_json(HEAD + b'"x": [' + b"{}," * 1_000_000 + b"{}]}}}")) == [("LC885", 0, 0)]


def test_a_file_that_is_not_utf_8_is_found_at_its_letter() -> None:
    assert codes(of_json(HEAD + '"start": "März"}}}'.encode("latin-1"))) == [("LC110", 3, 14)]
    assert codes(of_json(b"\xef\xbb\xbf" + HEAD + b'"start": "\xed\xa0\x80"}}}')) == [("LC110", 3, 13)]
    assert codes(of_json((HEAD + b'"a": 1}}}').decode().encode("utf-16") + b"\0")) == [("LC110", 3, 12)]


def test_huge_numbers_and_signs_that_no_file_holds_do_no_harm() -> None:
    event = {"title": "\ud800Eins\0\u2028zwei", "duration": 10**30, "start": "10:00", "room": "\ud8ff"}

    text = json.dumps(schedule(event, start="2027-03-11", version=1e308))
    found = only(of_json(text.replace('"index": 1', f'"index": {"9" * 10_000}').encode()))

    assert found.values == {
        "title": "Treffen",
        "date": "2027-03-11",
        "time": "10:00",
        "agenda": [{"title": "Eins zwei"}],
    }
    assert [(left.name, left.text) for left in found.left] == [("duration", "1" + "0" * 30)]


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Ein Text, 3 < 4 & 5 > 2", "Ein Text, 3 < 4 & 5 > 2"),
        ("**fett** <ida@example.org>", "**fett** <ida@example.org>"),
        ("<p>Eins &amp; zwei</p><p>drei</p>", "Eins & zwei\n\ndrei"),
        ("Eins<br>zwei<br />drei", "Eins\nzwei\ndrei"),
        ("<ul><li>eins</li>\n<li>zwei</li></ul>", "- eins\n- zwei"),
        ("<div># kein Titel, *kein* Stern</div>", "\\# kein Titel, \\*kein\\* Stern"),
        ("Seht <a href='https://example.org/a(b)'>hier &gt;</a>.", "Seht [hier >](<https://example.org/a(b)>)."),
        ('<a class="x" href="https://example.org">https://example.org</a>', "<https://example.org>"),
        ("<a href='javascript:alert(1)'>klick</a><script>alert(1)</script>", "klick"),
        ("<a href=https://example.org/x>offen", "[offen](https://example.org/x)"),
        ("vor<!-- <b>nichts</b> -->nach<img src='https://example.org/t.gif'>", "vornach"),
        ("Ein Pfeil <!-- und <b>mehr</b>", "Ein Pfeil <!-- und mehr"),
        ("vor<!--nichts-->nach", "vornach"),
        ("<style>p{}</style><h2>Titel</h2>Text", "Titel\n\nText"),
    ],
)  # fmt: skip
def test_tags_go_and_links_stay(text: str, markdown: str) -> None:
    assert markdown_of(text) == markdown


@given(TAGS)
def test_of_any_text_no_tag_is_left(text: str) -> None:
    markdown = markdown_of(text)

    assert [tag for tag in ("<p>", "</a>", "<script>", "</script>", "<a href") if tag in markdown] == []
    assert len(markdown) <= 2 * len(text)


def test_hostile_texts_take_no_longer_than_others() -> None:
    times = {}
    for piece in (
        "<",
        "<!--",
        "<a href='x'",
        "<a href=https://x.example>",
        "</",
        "&",
        "<p>",
        "<script>",
        "\n \n",
        " ",
        "<p> ",
    ):
        began = time.process_time()
        markdown_in(f"x{piece * (50_000 // len(piece))}x")
        times[piece] = time.process_time() - began
    assert {piece: took for piece, took in times.items() if took > 1} == {}


def test_a_sample_of_ten_thousand_broken_files_ends_with_findings() -> None:
    """All of them: `python tests/mutated_imports.py --count 10000`."""
    counts = read_all(100)

    assert sum(of.files for of in counts.values()) == 100
    assert {"frab-json", "frab-xml", "pretalx", "pretix", "sessionize"} <= counts.keys()


@pytest.mark.parametrize("name", sorted(path.name for path in SEEDS.iterdir()))
def test_every_file_that_can_be_broken_is_whole_at_first(name: str) -> None:
    found = judged(name, (SEEDS / name).read_bytes())

    assert [each.code for each in found.findings if not each.advice] == []
    assert found.events


@given(JSON)
def test_whatever_stands_in_a_schedule_is_read_or_found(value: object) -> None:
    judged("x.json", json.dumps(schedule({"persons": value, "links": value, "date": value})).encode())
