"""Whatever a list looks like: nobody whose row says no, cancelled or waiting is written to as seated."""

import csv
import io
import shutil
from collections.abc import Callable
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from conftest import TODAY, Result, times
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from labcamp.check.people.standing import standing_of
from labcamp.findings import LabcampError
from labcamp.workspace.people import people_in

# Headers that ask for a seat; some are known by themselves, some only by what stands below them
SEATS = (
    "Status", "Approval Status", "Registration status", "Buchungsstatus", "Ticketstatus", "Status der Anmeldung",
    "RSVP", "Zusage", "Zu-/Absage", "Kommst du?", "Will you attend?", "Antwort", "Stand", "Bemerkung", "Spalte 7",
    "Notes",
)  # fmt: skip
MAILS = (
    "Einwilligung", "Newsletter", "Dürfen wir dich per Mail einladen?", "Ich möchte den Newsletter erhalten",
    "Marketing Opt-In", "May we e-mail you?", "emailstatus", "Would you like to receive our newsletter?",
)  # fmt: skip
HEADS = (
    "Storniert",
    "Cancelled",
    "Abgesagt",
    "Declined",
    "Warteliste",
    "Opt-out",
    "Keine Mails",
    "Unsubscribed",
    "Void",
)
REFUSALS = (
    "storniert", "abgesagt", "Absage", "abgelehnt", "abgemeldet", "Warteliste", "declined", "cancelled", "canceled",
    "rejected", "waitlist", "waitlisted", "denied", "OptOut", "unsubscribed", "not attending", "nimmt nicht teil",
    "refunded", "no-show", "cancelled_by_self", "abbestellt", "on waiting list", "nicht erschienen", "withdrawn",
)  # fmt: skip
AROUND = ("{}", "{}", " {} ", "{} (krank)", "❌ {}", "{};", "*{}*", "schon {}", "{} am 3.3.", "\u200b{}\u00a0")
ACCEPTED = ("bestätigt", "confirmed", "ja", "Yes", "zugesagt", "approved", "going", "angemeldet")
NOES = ("nein", "no", "Nein, danke", "NO", "nope, no", "Nein;")
OTHERS = ("Vorname", "Firma", "Telefon", "Ort", "Ticket-Code")


def cased(draw: st.DrawFn, word: str) -> str:
    """The word as it is, or in small or capital letters."""
    return draw(st.sampled_from([word, word.lower(), word.upper(), word.capitalize()]))


@st.composite
def lists(draw: st.DrawFn) -> tuple[str, set[str], set[str]]:
    """A list, the addresses of those who refuse, and of all."""
    kind, headers = draw(st.sampled_from([("seat", SEATS), ("mail", MAILS), ("head", HEADS)]))
    deciding = draw(st.sampled_from(headers))
    also = draw(st.sampled_from(["", "Status", "Firma"]))
    columns = draw(
        st.permutations(["E-Mail", deciding, *draw(st.sets(st.sampled_from(OTHERS))), *([also] if also else [])])
    )
    refusing: set[str] = set()
    rows = [";".join(columns)]
    people = [f"p{number}@example.org" for number in range(draw(st.integers(1, 6)))]
    for address in people:
        refuses = draw(st.booleans())
        word = _word(draw, kind, deciding, refuses=refuses)
        if refuses:
            refusing.add(address)
        cells = {"E-Mail": address, "Status": "bestätigt", deciding: word}
        rows.append(";".join(f'"{cells.get(column, "x")}"' for column in columns))
    return "\n".join(rows) + "\n", refusing, set(people)


def _word(draw: st.DrawFn, kind: str, header: str, *, refuses: bool) -> str:
    """What somebody's cell says below a header."""
    if kind == "head":
        return draw(st.sampled_from(["ja", "x", "TRUE", "2026-11-02", "1", "yes"])) if refuses else ""
    if not refuses:
        return draw(st.sampled_from(ACCEPTED))
    noes = st.sampled_from(
        NOES if kind == "mail" or header in {"Kommst du?", "Will you attend?", "RSVP", "Zusage"} else REFUSALS
    )
    if draw(st.integers(0, 3)) == 0:
        return cased(draw, draw(noes))
    return draw(st.sampled_from(AROUND)).format(cased(draw, draw(st.sampled_from(REFUSALS))))


@times(12)
@given(lists(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]))
def test_nobody_whose_row_says_no_gets_a_draft_as_seated(made: tuple[str, set[str], set[str]], encoding: str) -> None:
    text, refusing, everybody = made
    content = text.encode(encoding, "ignore")
    try:
        people = people_in(content, "liste.csv", {})
    except LabcampError as problem:
        seated, refused = set(), {found.code for found in problem.findings}
    else:
        seated, refused = {person.email for person in people.participants if person.seat == "confirmed"}, set()

    assert seated & refusing == set()
    assert seated <= everybody
    assert refused <= {"LC705", "LC710"}


EVENT = "number: 12\ntheme: Ankommen\nstatus: confirmed\ndate: 2027-03-11\ntime: 14:00-17:00\nplace: online\n"


def drafts(folder: Path, options: tuple[str, ...], labcamp: Callable[..., Result]) -> set[str]:
    """To whom there is a draft after a command: at least one, if it says that all is well."""
    shutil.rmtree(folder / "private" / "out", ignore_errors=True)
    result = labcamp(*options)
    files = (path for path in (folder / "private/out").rglob("*") if path.is_file() and path.suffix != ".json")
    mails = [message_from_bytes(path.read_bytes(), policy=policy.default) for path in files]
    found = {address.addr_spec for mail in mails if mail["To"] for address in mail["To"].addresses}
    assert (result.code, bool(found)) in {(0, True), (1, False)}, result.err
    return found


@settings(times(0.25), suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(made=lists(), suffix=st.sampled_from([".csv", ".xlsx"]), command=st.sampled_from(["render-mail", "draft"]))
def test_nobody_who_refuses_gets_a_draft_by_any_command(
    made: tuple[str, set[str], set[str]], suffix: str, command: str, workspace: Path, labcamp: Callable[..., Result]
) -> None:
    text, refusing, everybody = made
    (workspace / "events/labcamp-12.yaml").write_text(EVENT, "utf-8")
    path = workspace / f"liste{suffix}"
    if suffix == ".csv":
        path.write_text(text, "utf-8")
    else:
        book = Workbook(write_only=True)
        sheet = book.create_sheet()
        for row in csv.reader(io.StringIO(text), delimiter=";"):
            sheet.append(row)
        book.save(path)
    more = ("--maildir",) if command == "draft" else ()
    options = (command, "confirmation", "12", "--to", path.as_posix(), "--today", TODAY, *more)
    found = drafts(workspace, options, labcamp)

    assert found & refusing == set()
    assert found <= everybody


QUESTIONS = {"Kommst du?", "Will you attend?", "RSVP", "Zusage"}


@pytest.mark.parametrize("beside", ["", ";Status"])
@pytest.mark.parametrize("header", [*SEATS, *MAILS])
def test_no_word_of_refusal_below_any_header_leaves_a_seat_whatever_the_status_says(header: str, beside: str) -> None:
    answers = NOES if header in MAILS or header in QUESTIONS else ()
    seated = []
    for word in (*REFUSALS, *answers):
        text = f'E-Mail;{header}{beside}\nada@example.org;"{word}"{";bestätigt" if beside else ""}\n'
        try:
            people = people_in(text.encode(), "liste.csv", {})
        except LabcampError as problem:
            assert {found.code for found in problem.findings} <= {"LC705", "LC710"}  # noqa: PT017  # in a loop
        else:
            seated += [word for person in people.participants if person.seat == "confirmed"]

    assert seated == []


@times(3)
@given(st.sampled_from(REFUSALS), st.sampled_from(AROUND), st.sampled_from(ACCEPTED))
def test_a_word_of_refusal_is_stronger_than_a_word_beside_it(refusal: str, around: str, accepted: str) -> None:
    for text in (around.format(refusal), f"{accepted}, {refusal}", f"{refusal} ({accepted})"):
        standing = standing_of(text)
        assert standing
        assert standing.kind not in {"confirmed", "pending"}, text
