"""Any list: each row is a person or a finding, at its line, and no finding tells who anybody is."""

import csv
import io
import re
import string
from typing import Literal

import pytest
from conftest import times
from email_validator import validate_email
from hypothesis import given
from hypothesis import strategies as st

from labcamp.check.people.rows import PLAIN
from labcamp.findings import Finding, LabcampError
from labcamp.texts import LANGUAGES, words_of
from labcamp.workspace.people import People, people_in

HEADERS = ("Vorname", "Nachname", "E-Mail", "Organisation", "Land", "Status", "Einwilligung", "Notiz")
MARK = "geheim"  # in every name and address
SIGNS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=6)
NAME = SIGNS.map(lambda text: f"{text}{MARK}{text}")
ADDRESS = st.sampled_from(
    ["{0}@example.org", "{0}.b@example.com", "{0}", "{0}@@x.org", "a@{0}.org, b@{0}.org", "{0}@x.test"]
)
CELLS = {
    "Vorname": NAME,
    "Nachname": NAME,
    "E-Mail": st.one_of(ADDRESS.map(lambda text: text.format(MARK)), NAME, st.sampled_from(["", " ", "anonym"])),
    "Status": st.sampled_from(["bezahlt", "Warteliste", "storniert", "ausstehend", "abgelaufen", "", MARK]),
    "Einwilligung": st.sampled_from(["ja", "nein", "", MARK, "1.3.2027"]),
}


@st.composite
def lists(draw: st.DrawFn) -> tuple[bytes, list[int]]:
    """A list in some order, dialect and encoding, and the lines on which its rows that are not blank begin."""
    headers = draw(st.permutations(HEADERS))
    headers = [header for header in headers if header == "E-Mail" or draw(st.booleans())]
    delimiter, end = draw(st.sampled_from(";,\t")), draw(st.sampled_from(["\n", "\r\n", "\r"]))
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
    everywhere = draw(st.booleans())
    text, starts = "", []
    for number in range(draw(st.integers(1, 8))):
        row = [draw(CELLS.get(header, SIGNS)) if number else header for header in headers]
        if number and draw(st.integers(0, 5)) == 0:
            row = draw(st.sampled_from([row[:-1], [*row, "", ""], [*row, MARK], [""] * len(row)]))
        # Below one header nothing says what parts cells in quotes: such a row cannot be read, and is told.
        if len(headers) == 1 and (everywhere or re.search("[\r\n]", "".join(row))):
            row = row[:1]
        if any(cell.strip() for cell in row) and number:
            starts.append(len(re.findall("\r\n|\r|\n", text)) + 1)
        out = io.StringIO(newline="")
        # Python's writer quotes a line end only where it is its own.
        quoting: Literal[0, 1] = csv.QUOTE_ALL if everywhere or re.search("[\r\n]", "".join(row)) else csv.QUOTE_MINIMAL
        csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator=end).writerow(row)
        text += out.getvalue()
    return text.encode(encoding), starts


def of_rows(people: People) -> list[Finding]:
    """The findings about rows."""
    return [found for found in people.findings if found.code != "LC958"]


@times(6)
@given(lists())
def test_each_row_is_a_person_or_a_finding(made: tuple[bytes, list[int]]) -> None:
    content, starts = made
    people = people_in(content, "liste.csv", {})
    left_out = sum(count for _, count in people.left_out)

    assert len(people.participants) + left_out == len(starts)
    assert left_out == len(of_rows(people))
    lines = sorted([*(person.place.line for person in people.participants), *(f.line for f in of_rows(people))])
    # A cell of a row may begin on a later line than the row does.
    assert all(start <= line for start, line in zip(starts, lines, strict=True))
    assert {person.place.line for person in people.participants} <= set(starts)


@times(3)
@given(lists())
def test_no_finding_and_nothing_that_is_printed_tells_who_anybody_is(made: tuple[bytes, list[int]]) -> None:
    people = people_in(made[0], "liste.csv", {})
    said = [text for found in people.findings for language in LANGUAGES for text in words_of(found, language)]

    assert MARK not in " ".join((repr(people), *said))


@times(3)
@given(lists())
def test_nobody_is_there_twice_and_nothing_can_break_out_of_a_header(made: tuple[bytes, list[int]]) -> None:
    people = people_in(made[0], "liste.csv", {})
    addresses = [person.email.casefold() for person in people.participants]
    texts = [text for p in people.participants for text in (p.name, p.email, p.organisation, p.country)]

    assert sorted(set(addresses)) == sorted(addresses)
    assert all(address.isascii() and address.count("@") == 1 for address in addresses)
    assert [text for text in texts if re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", text)] == []


@times(6)
@given(
    st.one_of(st.binary(max_size=200), st.text(st.sampled_from('ab@.;,\t"\r\n \u00a0ä'), max_size=80).map(str.encode))
)
def test_anything_at_all_is_a_list_or_a_finding(content: bytes) -> None:
    for head in (b"", b"Name;E-Mail;Status\n", b"E-Mail\r"):
        people = read_or_refused(head + content)
        if isinstance(people, People):
            assert sum(count for _, count in people.left_out) == len(of_rows(people))
        else:
            assert {found.path for found in people} == {"liste.csv"}


LETTERS = string.ascii_letters + string.digits
LOCAL = st.lists(st.text(LETTERS + "_+-", min_size=1, max_size=8), min_size=1, max_size=2).map(".".join)
LABEL = st.lists(st.text(LETTERS, min_size=1, max_size=6), min_size=1, max_size=2).map("-".join)
DOMAIN = st.builds("{}.{}".format, LABEL, st.text(string.ascii_lowercase, min_size=2, max_size=8))


@given(st.builds("{}@{}".format, LOCAL, DOMAIN).filter(PLAIN.fullmatch))
def test_a_plain_address_is_what_the_library_for_them_says(address: str) -> None:
    (person,) = people_in(f"E-Mail\n{address}\n".encode(), "liste.csv", {}).participants

    assert person.email == validate_email(address, check_deliverability=False).ascii_email


def read_or_refused(content: bytes) -> People | tuple[Finding, ...]:
    """The people in a list, or what is wrong with it as a whole."""
    try:
        return people_in(content, "liste.csv", {})
    except LabcampError as problem:
        return problem.findings


@pytest.mark.parametrize("sign", ['"', '""', ';"'])
def test_a_megabyte_of_quotes_is_read(sign: str) -> None:
    # Where the quotes of a cell were looked for again from each one before it, this would take hours.
    people = people_in(b"E-Mail;x\n" + (sign * (900_000 // len(sign))).encode(), "liste.csv", {})

    assert people.participants == ()
