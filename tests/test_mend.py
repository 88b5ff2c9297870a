"""Mends: what has one safe answer is written in that way, and every other byte of a file stays."""

from functools import partial

import pytest
from conftest import times
from hypothesis import example, given
from hypothesis import strategies as st

from labcamp.check import UNKNOWN_SERIES, check_file
from labcamp.files.read import source_of
from labcamp.findings import LabcampError
from labcamp.model import Event, Organisation, Series
from labcamp.review.mends import in_utf8, mended

ORGANISATIONS = {"citylab": Organisation(name="CityLAB")}
SERIES = "id: labcamp\ntitle: LabCamp\ndomain: example.org\n"


def fixed(text: str, id_: str = "event", series: Series = UNKNOWN_SERIES) -> str:
    """The text of a file with its mends."""
    check = partial(check_file, id_, series=series, organisations=ORGANISATIONS, site=bool(series.public))
    return mended(text.encode(), "file.yaml", check).decode()


def found(text: str) -> tuple[object, list[str]]:
    """The event of a text, and the codes of what is wrong with it."""
    thing, findings = check_file("event", source_of(text.encode(), ""), UNKNOWN_SERIES, ORGANISATIONS)
    return thing, sorted(each.code for each in findings)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # texts that a # cuts off
        ("title: LabCamp #3", 'title: "LabCamp #3"'),
        ("title: LabCamp  #3  # die dritte", 'title: "LabCamp  #3"  # die dritte'),
        ('title: Das "Labor" #3', "title: 'Das \"Labor\" #3'"),
        ("title: #labcamp", 'title: "#labcamp"'),
        ("title: Ein Titel\n  in zwei Zeilen #3", 'title: "Ein Titel in zwei Zeilen #3"'),
        ("title: A\nsummary: 1 #a\nnews:\n  - title: 2 #b", 'title: A\nsummary: "1 #a"\nnews:\n  - title: "2 #b"'),
        ("title: A\ndone:\n  - #eins\n  - zwei\n  - #drei", 'title: A\ndone:\n  - "#eins"\n  - zwei\n  - "#drei"'),
        ("title: A\nthema: #eins", 'title: A\ntheme: "#eins"'),
        # times
        ("title: A\ntime: 9.30", "title: A\ntime: 09:30"),
        ("title: A\ntime: 9:30 Uhr", "title: A\ntime: 09:30"),
        ("title: A\ntime: 9", "title: A\ntime: 09:00"),
        ("title: A\ntime: 14.00-17.00", "title: A\ntime: 14:00-17:00"),
        ("title: A\ntime: 9 bis 12.30 Uhr  # ungefähr", "title: A\ntime: 09:00-12:30  # ungefähr"),
        ("title: A\ntime: '14 – 24 Uhr'", "title: A\ntime: '14:00-24:00'"),
        ('{title: A, "time": "9"}', '{title: A, "time": "09:00"}'),
        (
            "title: A\nagenda:\n- {title: B, start: 9 Uhr}\n- title: C\n  start: 10.15",
            "title: A\nagenda:\n- {title: B, start: 09:00}\n- title: C\n  start: 10:15",
        ),
        # days
        ("title: A\ndate: 11.03.2027", "title: A\ndate: 2027-03-11"),
        ("title: A\ndate: 1. 3. 2027 bis 2.3.2027", "title: A\ndate: 2027-03-01/2027-03-02"),
        ("title: A\ndate: 3.2027", "title: A\ndate: 2027-03"),
        ("title: A\nmoved_from: '11.3.2027'", "title: A\nmoved_from: '2027-03-11'"),
        ("title: A\nregistration: {until: 1.3.2027}", "title: A\nregistration: {until: 2027-03-01}"),
        # keys
        ("titel: A\ndatum: 11.3.2027\nuhrzeit: 9", "title: A\ndate: 2027-03-11\ntime: 09:00"),
        ("Titel: A\n'ort': online", "title: A\n'place': online"),
        (
            "title: A\nanmeldung:\n  bis: 1.3.2027\n  plätze: 30",
            "title: A\nregistration:\n  until: 2027-03-01\n  seats: 30",
        ),
        (
            "title: A\nprogramm:\n- titel: B\n  art: Vortrag\n  wer: N. N.",
            "title: A\nagenda:\n- title: B\n  type: input\n  by: N. N.",
        ),
        # words for our words
        ("title: A\nstatus: Bestätigt", "title: A\nstatus: confirmed"),
        ("title: A\nsprache: 'Deutsch'", "title: A\nlanguage: de"),
        ("title: A\ndatum: Do, 11.03.27", "title: A\ndate: 2027-03-11"),
        ("title: A\ndatum: 11. und 12. März 2027", "title: A\ndate: 2027-03-11/2027-03-12"),
        ("title: A\ngastgeber: [Stadtbibliothek Soest]", "title: A\nhosts: [Stadtbibliothek Soest]"),
        ("title: A\nagenda:\n- title: B\n  von: Ida", "title: A\nagenda:\n- title: B\n  by: Ida"),
        # ends of lines and of the file
        ("title: A  \n \t\ndate: 2027-03-11\t\n# so  ", "title: A\n\ndate: 2027-03-11\n# so"),
        ("title: A\nsummary: eins  \n  zwei  \n", "title: A\nsummary: eins\n  zwei\n"),
        ('title: A\nsummary: "eins  \n  zwei"\n', 'title: A\nsummary: "eins\n  zwei"\n'),
        ("title: A\nlessons: |  \n  eins\n \n", "title: A\nlessons: |\n  eins\n\n"),
    ],
)
def test_what_has_one_safe_answer_is_mended(before: str, after: str) -> None:
    assert fixed(before) == after + "\n" * (not after.endswith("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "title: A\nlessons: |\n  eins  \n  zwei \n    \n  drei\n",  # line breaks in Markdown
        "title: A\nlessons: >\n  eins  \n  zwei\n",
        'title: A\nsummary: "eins\\ \n  zwei"\n',
        "title: A\ntime: 14:00 #16:00\n",  # no time any more, so it may be a comment
        "title: A\nnumber: 3 #drei\n",
        "title: A\nlessons: eins\n\n  zwei #drei\n",  # in quotes it would be one paragraph
        "title: LabCamp #3 # labcamp: ok lost-after-hash\n",
        "title: A\nsummary: Hallo  #labcamp: ok weekday-wrong\n",
        "title: A\nagenda: [B #3,\n  C]\n",  # the bracket goes on
        "title: A\nagenda: [B #3, C\n  , D]\n",  # and with C something else is lost
        "title: A\nnobody: x\nlessons: |\n  eins\n    \n  zwei\n",  # no event, so only the data show what changes
        "title: A\n\n  B #3\n",
        "title: A\ntime: vormittags\n",
        "title: A\ntime: 17:00-14:00\n",
        "title: A\ntime: >\n  9\n  Uhr\n",
        "title: A\ndate: 31.02.2027\n",
        "title: A\ndate: 2027-03-11/2027-03-11\n",
        "title: A\ntitel: B\n",  # it is there already
        "title: A\ndatum: 2027-03-11\ntermin: 2027-03-12\n",  # which one?
        "title: A\ndate:\ndatum: 2027-03-11\n",
        "title: A\ntag: Donnerstag\n",
        "title: A\nagenda:\n- title: B\n  von: 14:00\n",  # when, not who
        "title: A\nstatus: fraglich\n",
        "title: A\ngastgeber: {name: Soest}\n",
        "title: A\ntilte: B\n",  # near is not sure
        "title: A\nplace: 9.30\nsummary: 11.03.2027\n",  # another key
    ],
)
def test_what_has_none_stays_as_it_is(text: str) -> None:
    assert fixed(text) == text


def test_a_key_with_a_question_mark_is_mended_where_it_stands() -> None:
    assert fixed("title: A\n? datum\n: 2027-03-11\n") == "title: A\n? date\n: 2027-03-11\n"


@pytest.mark.parametrize(
    "content", [b"", b"title: [", b"title: K\xf6ln  ", b"title: A\x00 ", b"- a  ", b"a: 1  \na: 2"]
)
def test_what_cannot_be_read_stays_as_it_is(content: bytes) -> None:
    assert mended(content, "", partial(check_file, "e", series=UNKNOWN_SERIES, organisations={})) == content


@pytest.mark.parametrize(
    ("id_", "before", "after"),
    [
        ("series", f"{SERIES}farbe: #0b4f8a", f'{SERIES}accent: "#0b4f8a"\n'),
        ("series", f"{SERIES}mails: {{einladung: nein}}", f"{SERIES}mails: {{invitation: nein}}\n"),
        ("organisations", "a: A #1\nb: {name: B, ort: C}", 'a: "A #1"\nb: {name: B, place: C}\n'),
        ("organisations", "time: 9\ndate: 11.03.2027", "time: 9\ndate: 11.03.2027\n"),  # these are names
    ],
)
def test_series_and_organisations_are_mended_too(id_: str, before: str, after: str) -> None:
    assert fixed(before, id_) == after


def test_a_rule_that_the_series_has_switched_off_mends_nothing() -> None:
    series = UNKNOWN_SERIES.model_copy(update={"rules": {"lost-after-hash": "Wir kommentieren so."}})
    assert fixed("title: LabCamp #3\n", series=series) == "title: LabCamp #3\n"


# One line of a file, as it is written and as it is to be; the ends of lines are drawn apart.
KEYS: dict[str, list[tuple[str, str | None]]] = {
    "title": [("title: A", None), ("titel: A", "title: A"), ("title: A #b", 'title: "A #b"')],
    "date": [("date: 2027-03-11", None), ("date: 11.3.2027", "date: 2027-03-11"), ("Datum: 2027-03", "date: 2027-03")],
    "time": [
        ("time: 14:00", None),
        ("zeit: '9.30'", "time: '09:30'"),
        ("time:   9–12 Uhr", "time:   09:00-12:00"),
        ("time: bald", None),
    ],
    "summary": [("summary: Größe 😀 #1 und #2", 'summary: "Größe 😀 #1 und #2"'), ("summary: 'a #b'", None)],
    "place": [("ort: online", "place: online"), ("place: {name: Haus, ort: B}", None)],
    "lessons": [("lessons: |\n  eins  \n   zwei\n  * drei\t", None), ("lessons: >-\n eins  \n zwei", None)],
    "agenda": [
        (
            "programm:\n  - {titel: A, beginn: 9.30}\n  # mitten darin: 9.30 #x\n  - B #c",
            'agenda:\n  - {title: A, start: 09:30}\n  # mitten darin: 9.30 #x\n  - "B #c"',
        ),
        ("agenda: [A, B]", None),
    ],
    "registration": [("registration:\n    until: 01.03.2027", "registration:\n    until: 2027-03-01")],
    "status": [("status: confirmd", None), ("status: draft", None)],
}  # fmt: skip
BETWEEN = ["", "# Kommentar #1: 9.30", "   # datum: 11.03.2027", "#"]
BLANKS = st.sampled_from(["", "", " ", "  ", "\t"])
NO_TAB = st.sampled_from(["", " ", "  "])  # which YAML does not take on a line of its own
NO_TAB = st.sampled_from(["", " ", "  "])  # which YAML does not take on a line of its own


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    """A file as it is written, and as it is to be."""
    keys = draw(st.permutations(sorted(KEYS)))
    before, after = [], []
    for key in [key for key in keys if key == "title" or draw(st.booleans())]:
        written, right = draw(st.sampled_from(KEYS[key]))
        blank = "" if key == "lessons" else draw(BLANKS)  # there they are a part of the text
        before.append(f"{written}{blank}")
        after.append(right or written)
        for line in draw(st.lists(st.sampled_from(BETWEEN), max_size=2)) if key != "lessons" else []:
            before.append(line + draw(BLANKS if line else NO_TAB))
            after.append(line.rstrip() if line.strip() else "")
    end = draw(st.sampled_from(["\n", "\r\n"]))
    last = draw(st.sampled_from(["", end]))
    if not last and len(before) == 1 and "\n" not in before[0]:
        end = "\n"  # the only line does not show how the file ends its lines
    bom = draw(st.sampled_from(["", "\ufeff"]))
    written, right = (bom + end.join("\n".join(lines).split("\n")) for lines in (before, after))
    return written + last, right + (end if last or after[-1] else "")


@times(10)
@given(pairs())
def test_thousands_of_files_are_mended_where_they_have_to_be_and_nowhere_else(pair: tuple[str, str]) -> None:
    before, after = pair
    assert fixed(before) == after
    assert fixed(after) == after


KEY = st.sampled_from(
    ["title", "titel", "date", "datum", "time", "start", "von", "agenda", "programm", "ort", "summary"]
)
VALUE = st.sampled_from(
    ["9", "9.30 Uhr", "14-17", "11.3.2027", "2027-03", "A #b", "#b", "'9'", '"9.30"', "|", ">", "", "~", "x"]
)
SIGNS = ["\n", "\r\n", "\n  ", "\n  - ", "\n- ", " ", "  ", "\t", ": ", " #", "#", "[", "]", "{", "}", ", "]
SIGNS += ['"', "'", "\\", "\ufeff", "|\n", "---", "? "]
plausible = st.lists(st.builds("{}: {}{}\n".format, KEY, VALUE, BLANKS), max_size=8).map("".join)
anything = st.lists(KEY | VALUE | st.sampled_from(SIGNS), max_size=25).map("".join)


@times(10)
@given(plausible | anything | st.text(max_size=40))
@example("titel:\n  title: x\n")
@example("title: 9\ntitel: #b\n")
@example("title: A\n? datum\n: 9 ")
def test_whatever_stands_in_a_file_it_means_the_same_or_less_is_wrong_and_once_is_enough(text: str) -> None:
    once = fixed(text)
    assert fixed(once) == once
    try:
        (event, codes), (after, left) = found(text), found(once)
    except LabcampError:
        assert once == text
        return
    if not {"LC202", "LC308"} & set(codes):
        assert (after, left) == (event, codes)
    assert {code for code in set(left) - set(codes) if code < "LC3"} <= {"LC202"}
    assert isinstance(after, Event) or not isinstance(event, Event)


def test_a_file_of_many_lines_is_mended_in_no_time() -> None:
    lines = [f"  - eins zwei #{number}  \n" for number in range(200)]
    after = [f'  - "eins zwei #{number}"\n' for number in range(200)]
    assert fixed(f"title: A\ndone:\n{''.join(lines)}") == f"title: A\ndone:\n{''.join(after)}"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("place: Köln", "cp1252"),
        ("title: „Ännes“ Übung – für große Mäuse…", "cp1252"),
        ("title: 5 € im Café", "cp1252"),
        ("title: Köln", "utf-16"),
        ("title: Kräher, Änne, Straße", "mac_roman"),
        ("title: Kräher, schön", "cp850"),
    ],
)
def test_a_file_that_was_saved_in_another_way_is_read_as_it_was_meant(text: str, encoding: str) -> None:
    assert in_utf8(text.encode(encoding)) == text.encode()


@pytest.mark.parametrize("content", [b"\xff\xfet\x00i", b"\x00\x01\x80\xff" * 9])
def test_a_file_whose_letters_say_nothing_sure_stays_as_it_is(content: bytes) -> None:
    assert in_utf8(content) is None


# What is public keeps its address

PUBLIC = UNKNOWN_SERIES.model_copy(update={"public": "https://example.org/treffen"})
CONFIRMED = "title: A\nstatus: confirmed\ndate: 2027-03-11\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "agenda:\n  - title: Impuls von WITI\n    type: input\n"
            "  - title: Pause\n  - type: break\n    title: Pause\n",
            "agenda:\n  - id: impuls-von-witi\n    title: Impuls von WITI\n    type: input\n"
            "  - id: pause\n    title: Pause\n  - id: pause-2\n    type: break\n    title: Pause\n",
        ),
        ("agenda:\n- title: Ä\n- id: b\n  title: B\n", "agenda:\n- id: ae\n  title: Ä\n- id: b\n  title: B\n"),
        ("agenda: [{title: A}, { title: B, id: b }]\n", "agenda: [{id: a, title: A}, { title: B, id: b }]\n"),
        (
            "agenda:\n  - Ankommen\n  - 'Fragen?'\n",
            "agenda:\n  - id: ankommen\n    title: Ankommen\n  - id: fragen\n    title: 'Fragen?'\n",
        ),
        ("agenda: [Ankommen, B]\n", "agenda: [{id: ankommen, title: Ankommen}, {id: b, title: B}]\n"),
        (
            "agenda:\n  - title: 2030\n  - title: Index\n",
            "agenda:\n  - id: session-2030\n    title: 2030\n  - id: session-index\n    title: Index\n",
        ),
        ("agenda:\n  # erst so\n  - title: A  # so\n", "agenda:\n  # erst so\n  - id: a\n    title: A  # so\n"),
        ("agenda:\n  - # so\n    title: A\n", "agenda:\n  - # so\n    id: a\n    title: A\n"),
    ],
)
@pytest.mark.shows("LC855")
def test_a_session_that_is_public_gets_the_id_that_it_has_anyway(before: str, after: str) -> None:
    assert fixed(CONFIRMED + before, series=PUBLIC) == CONFIRMED + after
    windows = (CONFIRMED + before).replace("\n", "\r\n")
    assert fixed(windows, series=PUBLIC) == (CONFIRMED + after).replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("head", "series"),
    [
        ("title: A\nstatus: draft\n", PUBLIC),
        ("title: A\nstatus: cancelled\nreason: Sturm\n", PUBLIC),
        (CONFIRMED, UNKNOWN_SERIES),
    ],
)
def test_what_is_not_public_may_still_change_its_address(head: str, series: Series) -> None:
    text = f"{head}agenda:\n  - title: A\n"
    assert fixed(text, series=series) == text


def test_an_id_is_not_written_where_that_cannot_be_proven() -> None:
    text = f"{CONFIRMED}agenda:\n  - |\n    Ankommen\n  - title: Null\n"
    assert fixed(text, series=PUBLIC) == text


SESSIONS = st.lists(
    st.tuples(
        st.sampled_from(["A", "a", "A 2", "2", "Index", "Ø", "Impuls: B", "a-2"]), st.sampled_from(["", "a", "b-2"])
    )
)


@times(2)
@given(SESSIONS)
def test_with_its_ids_written_each_session_has_the_address_that_it_had(sessions: list[tuple[str, str]]) -> None:
    rows = [f"  - title: {title!r}\n" + (f"    id: {id_}\n" if id_ else "") for title, id_ in sessions]
    text = CONFIRMED + "".join(["agenda:\n", *rows] if rows else [])
    written = fixed(text, series=PUBLIC)
    before, after = (
        check_file("event", source_of(each.encode(), ""), PUBLIC, {}, site=True)[0] for each in (text, written)
    )
    assert isinstance(before, Event)
    assert isinstance(after, Event)
    assert after.session_ids == before.session_ids
    assert [session.id for session in after.agenda] == [
        id_ or made for (_, id_), made in zip(sessions, before.session_ids, strict=True)
    ]
