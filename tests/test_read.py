"""Reading: every scalar stays text, every place is exact, and every refusal says where."""

import time
from pathlib import Path

import pytest

from labcamp.files.read import Source, read_source, source_of
from labcamp.findings import Finding, LabcampError, Place


def read(text: str) -> Source:
    """The text as a Source."""
    return source_of(text.encode(), "event.yaml")


def refusal(content: str | bytes) -> Finding:
    """The one finding of something that cannot be read."""
    with pytest.raises(LabcampError) as caught:
        source_of(content if isinstance(content, bytes) else content.encode(), "event.yaml")
    (found,) = caught.value.findings
    return found


def test_a_file_is_read_as_text_lists_and_mappings() -> None:
    source = read("number: 12\nhosts: [citylab, next-lab]\nagenda:\n  - title: Ankommen\n    minutes: 15\n  - Pause\n")

    assert source.data == {
        "number": "12",
        "hosts": ["citylab", "next-lab"],
        "agenda": [{"title": "Ankommen", "minutes": "15"}, "Pause"],
    }


@pytest.mark.parametrize(
    "text",
    [
        "13:00",
        "no",
        "ja",
        "01067",
        "1e3",
        "0x1f",
        "12_000",
        "2027-03-11",
        "true",
        "3.0",
        ".inf",
        "=",
        "«",
        "N. N.",
        "#a",
    ],
)
def test_a_scalar_stays_text_as_it_was_typed(text: str) -> None:
    quoted = '"' if text.startswith("#") else ""

    assert read(f"title: {quoted}{text}{quoted}").data == {"title": text}


def test_a_folded_and_a_literal_text_have_their_lines() -> None:
    assert read("summary: >\n  eins\n  zwei\ndescription: |\n  eins\n\n  zwei\n").data == {
        "summary": "eins zwei\n",
        "description": "eins\n\nzwei\n",
    }


@pytest.mark.parametrize("nothing", ["", "~", "null", "   ", "# noch offen"])
def test_a_key_with_nothing_behind_it_is_left_out(nothing: str) -> None:
    assert read(f"title: LabCamp\ntheme: {nothing}\nplace: {{name: Rathaus, city: }}\n").data == {
        "title": "LabCamp",
        "place": {"name": "Rathaus"},
    }


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("{title: Ankommen, Kaffee, minutes: 15}", 21),
        ("{title: Wer geht, erzählt und hört zu}", 21),
        ("{title: Wer geht,\n  erzählt}", 3),
    ],
)
def test_the_rest_of_a_text_after_a_comma_in_braces_is_told_and_not_left_out(text: str, column: int) -> None:
    found = refusal(f"- {text}")
    assert (found.code, found.column) == ("LC122", column)


@pytest.mark.parametrize(
    "text", ["{a: , b: c}", '{"a":, b: c}', "{a: # noch offen\n , b: c}", "{b: c, a: }", "{b: c, a: ~}"]
)
def test_a_key_in_braces_may_have_nothing_behind_its_colon(text: str) -> None:
    assert read(f"x: {text}").data == {"x": {"b": "c"}}


def test_an_item_with_nothing_in_it_is_left_out() -> None:
    assert read("hosts:\n  -\n  - citylab\n  - ~\n  - next-lab\n").data == {"hosts": ["citylab", "next-lab"]}


def test_quotes_make_a_text_of_what_would_be_nothing() -> None:
    assert read("theme: ''\ntitle: 'null'\nplace: \"~\"\n").data == {"theme": "", "title": "null", "place": "~"}


@pytest.mark.parametrize(
    "content",
    [
        b"title: L\xc3\xa4nder\ntheme: x\n",
        b"\xef\xbb\xbftitle: L\xc3\xa4nder\ntheme: x\n",
        b"title: L\xc3\xa4nder\r\ntheme: x\r\n",
        b"\xef\xbb\xbftitle: L\xc3\xa4nder\r\ntheme: x",
        b"title: L\xc3\xa4nder\rtheme: x\r",
        b"---\ntitle: L\xc3\xa4nder\ntheme: x\n",
        b"%YAML 1.2\n---\ntitle: L\xc3\xa4nder\ntheme: x\n...\n",
    ],
)
def test_a_byte_order_mark_and_every_sort_of_line_end_are_fine(content: bytes) -> None:
    source = source_of(content, "event.yaml")

    assert source.data == {"title": "Länder", "theme": "x"}
    assert "\ufeff" not in source.text


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_places_count_characters_after_umlauts_and_emoji(before: bytes, end: bytes) -> None:
    lines = ["title: 'Länder'", "place: {name: 'Grünes 🌱 Haus', city: Köln}", "hosts:", "  - '🌱'"]
    source = source_of(before + end.join(line.encode() for line in lines), "event.yaml")

    assert source.place("title") == Place("event.yaml", 1, 8)
    assert source.place("place", "name") == Place("event.yaml", 2, 15)
    assert source.place("place", "city") == Place("event.yaml", 2, 38)
    assert source.place("place", "city", key=True) == Place("event.yaml", 2, 32)
    assert source.place("hosts", 0) == Place("event.yaml", 4, 5)


def test_the_place_of_something_that_is_not_there_is_that_of_the_nearest_thing_around_it() -> None:
    source = read("# ein Kommentar\ntitle: LabCamp\nplace:\n  name: Rathaus\nagenda:\n  - title: Ankommen\n")

    assert source.place("theme") == Place("event.yaml", 1, 1)
    assert source.place("place", "city") == Place("event.yaml", 3, 1)
    assert source.place("agenda", 0, "minutes") == Place("event.yaml", 6, 5)
    assert source.place("agenda", 0, "by", 3, "name") == Place("event.yaml", 6, 5)
    assert source.place("title", 0) == Place("event.yaml", 2, 8)
    assert source.place() == Place("event.yaml", 1, 1)


def test_an_empty_item_does_not_shift_the_places_of_the_others() -> None:
    source = read("agenda:\n  -\n  - title: Ankommen\n  - ~\n  - title: Pause\n")

    assert source.data == {"agenda": [{"title": "Ankommen"}, {"title": "Pause"}]}
    assert source.place("agenda", 0, "title") == Place("event.yaml", 3, 12)
    assert source.place("agenda", 1, "title") == Place("event.yaml", 5, 12)


def test_a_span_marks_the_text_that_an_edit_would_replace() -> None:
    source = read("title: Grünes 🌱 Labor  # ja\ntheme: 'zwei'\n")
    title, theme = source.spans["title",], source.spans["theme",]

    assert source.text[title.start.index : title.end.index] == "Grünes 🌱 Labor"
    assert source.text[theme.start.index : theme.end.index] == "'zwei'"
    assert (title.plain, theme.plain, title.scalar, source.spans[()].scalar) == (True, False, True, False)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("title: A\ndate: 1\ntitle: B\n", "LC102", 3, 1),
        ("title: A\ntitle : B\n", "LC102", 2, 1),
        ("place: {name: A, name: B}\n", "LC102", 1, 18),
        ("title: &a b\n", "LC103", 1, 8),
        ("title: A\ntheme: *title\n", "LC103", 2, 8),
        ("title: A\ntheme: * wichtig\n", "LC103", 2, 8),
        ("title: A\n<<: *title\n", "LC103", 2, 5),
        ("&a title: b\n", "LC103", 1, 1),
        ("title: A\nplace: &x {name: y}\n", "LC103", 2, 8),
        ("title: !wichtig A\n", "LC104", 1, 8),
        ("title: !!str 3\n", "LC104", 1, 8),
        ("title: !e!x A\n", "LC104", 1, 8),
        ("title: A\n---\ntitle: B\n", "LC105", 2, 1),
        ("title: A\n---\n", "LC105", 2, 1),
        ("title: A\n...\ntitle: B\n", "LC105", 3, 1),
        ("title: A\r\n...\r\ntitle: B\r\n", "LC105", 3, 1),
        ("title: A\n\ttheme: B\n", "LC106", 2, 1),
        ("\ttitle: A\n", "LC106", 1, 1),
        ("agenda:\n  -\tA\n", "LC106", 2, 4),
        ("description: |\n  eins\n\tzwei\n", "LC106", 3, 1),
        ("title: A\ntheme: Äh\x00\n", "LC107", 2, 10),
        ("title: A\x0b\n", "LC107", 1, 9),
        ("title: 🌱\x9f\n", "LC107", 1, 9),
        ("title: A\u2028theme: B\n", "LC107", 1, 9),
        ("title: A\x85theme: B\n", "LC107", 1, 9),
        ("title: \ufffe\n", "LC107", 1, 8),
        ('title: A\ntheme: "Ä\\0"\n', "LC107", 2, 8),
        ('hosts: ["\\u2028"]\n', "LC107", 1, 9),
        ('title: "\\ud800"\n', "LC112", 1, 8),
        ("a: " + "[" * 31, "LC108", 1, 33),
        ("theme: Labore: ein Atlas\n", "LC111", 1, 14),
        ("title: A\n  theme: B\n", "LC111", 2, 8),
        ("title A\ndate: 2027\n", "LC111", 2, 5),
        ("title: 'A\ndate: 2027\n", "LC112", 1, 8),
        ('title: A\ntheme: "B\n', "LC112", 2, 8),
        ('title: "C:\\Daten"\n', "LC112", 1, 8),
        ('title: "\\q"\n', "LC112", 1, 8),
        ("agenda:\n  - title: A\n   minutes: 3\n", "LC113", 3, 4),
        ("agenda:\n  - title: A\n theme: B\n", "LC113", 3, 2),
        ("  title: A\ntheme: B\n", "LC113", 2, 1),
        ("title: A\n- B\n", "LC113", 2, 1),
        ("", "LC114", 1, 1),
        ("# nur ein Kommentar\n", "LC114", 1, 1),
        ("---\n", "LC114", 1, 1),
        ("null\n", "LC114", 1, 1),
        ("- title: A\n", "LC115", 1, 1),
        ("# ein Kommentar\n\n- title: A\n", "LC115", 3, 1),
        ("title\n", "LC115", 1, 1),
        ("title:A\n", "LC115", 1, 1),
        ("title: @A\n", "LC116", 1, 8),
        ("title: %A\n", "LC116", 1, 8),
        ("title: `A`\n", "LC116", 1, 8),
        ("title: - A\n", "LC116", 1, 8),
        ("title: ? A\n", "LC116", 1, 8),
        ("title: > A\n", "LC116", 1, 8),
        ("title: |A\n  B\n", "LC116", 1, 8),
        ("title: ] A\n", "LC116", 1, 8),
        ("title: A\n%theme: B\n", "LC116", 2, 1),
        ("hosts: [a, , b]\n", "LC116", 1, 12),
        ("title: A\nhosts: [a, b\n", "LC117", 2, 8),
        ("title: A\nplace: {name: B\ndate: 2027\n", "LC117", 2, 8),
        ("title: A\nhosts: [#a]\n", "LC117", 2, 8),
        ("place: {name: A,\n", "LC117", 1, 8),
        ("[", "LC117", 1, 1),
        ("hosts: [a: b: c]\n", "LC117", 1, 8),
        ("place: {name: Halle #3, city: Ulm}\n", "LC117", 1, 8),
        ("title: A\ntheme B\ndate: 2027\n", "LC118", 2, 1),
        ("title: A\ntheme\n", "LC118", 2, 1),
        ("summary: eins\nzwei\ndate: 2027\n", "LC118", 2, 1),
        ("{title}: A\n", "LC119", 1, 1),
        ("title: A\n[b]: C\n", "LC119", 2, 1),
        ("? [a]\n: b\n", "LC119", 1, 3),
        ("theme: 'Ada's Labor'\n", "LC120", 1, 13),
        ('theme: Ä\ntitle: "A" und B\n', "LC120", 2, 12),
        ("title: [Neu] ein Labor\n", "LC120", 1, 14),
        ("title: {Neu} ein Labor\n", "LC120", 1, 14),
        ("%YAML 3.0\n---\ntitle: A\n", "LC101", 1, 1),
    ],
)
def test_what_cannot_be_read_has_one_finding_at_its_place(text: str, code: str, line: int, column: int) -> None:
    found = refusal(text)

    assert (found.path, found.code, found.line, found.column) == ("event.yaml", code, line, column)


def test_bytes_that_are_no_utf8_have_the_place_of_the_first_wrong_one() -> None:
    assert refusal("title: Ä\ntheme: für".encode() + b" f\xfcr") == Finding(
        "event.yaml", 2, 13, "LC110", (("byte", "FC"),)
    )
    assert refusal("title: A\n".encode("utf-16")) == Finding("event.yaml", 1, 1, "LC110", (("byte", "FF"),))


def test_a_control_character_is_named() -> None:
    assert refusal("title: A\x02\n") == Finding("event.yaml", 1, 9, "LC107", (("character", "U+0002"),))


def test_a_million_bytes_are_read_and_one_more_is_not() -> None:
    assert source_of(b"title: " + b"x" * 999_993, "event.yaml").data == {"title": "x" * 999_993}
    assert refusal(b"title: " + b"x" * 999_994) == Finding("event.yaml", 0, 0, "LC109")


@pytest.mark.parametrize("nested", ["[" * 40_000, "{a: " * 40_000, "- " * 40_000, "[" * 40_000 + "]" * 40_000])
def test_forty_thousand_brackets_are_refused_quickly(nested: str) -> None:
    started = time.perf_counter()

    assert refusal(f"hosts:\n  {nested}").code == "LC108"
    assert time.perf_counter() - started < 0.5


def test_thirty_levels_are_read() -> None:
    assert read("a: " + "[" * 29 + "b" + "]" * 29).place("a", *[0] * 29) == Place("event.yaml", 1, 33)


def test_a_file_is_read_from_the_disk_and_shown_as_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "labcamp-1.yaml"
    path.write_bytes(b"title: LabCamp\r\n")

    source = read_source(path, "events/labcamp-1.yaml")

    assert source == Source("events/labcamp-1.yaml", "title: LabCamp\r\n", {"title": "LabCamp"})


def test_a_file_that_is_not_there_has_a_finding_without_a_line(tmp_path: Path) -> None:
    with pytest.raises(LabcampError) as caught:
        read_source(tmp_path / "nothing.yaml", "events/nothing.yaml")

    assert caught.value.findings == (
        Finding("events/nothing.yaml", 0, 0, "LC003", (("reason", "No such file or directory"),)),
    )
