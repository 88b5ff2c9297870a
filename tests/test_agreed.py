"""What was agreed at an event (`agreed:`): how people write it, what is wrong with it, and where it is told."""

import datetime as dt

import pytest
from test_model import CITYLAB, event

from labcamp.check.shape import nearest
from labcamp.model import Agreement, Person

TEXT = Agreement(text="Der Atlas geht online")


def agreed(text: str) -> tuple[Agreement, ...]:
    """What was agreed at an event whose file has this behind `agreed:`."""
    return event(f"agreed: {text}").agreed


def test_a_plain_text_is_what_was_agreed() -> None:
    """So is a list of one, with or without its keys."""
    for written in ("Der Atlas geht online", "[Der Atlas geht online]", "{text: Der Atlas geht online}"):
        assert agreed(written) == (TEXT,)
    assert agreed("\n  - Der Atlas geht online\n  - {text: Wir fragen}") == (TEXT, Agreement(text="Wir fragen"))


LAB, ADA = Person(organisation=CITYLAB), Person(name="Ada Muster")


@pytest.mark.parametrize(
    ("written", "who"),
    [
        ("citylab", (LAB,)),
        ("Ada Muster", (ADA,)),
        ("[citylab, Ada Muster]", (LAB, ADA)),
        ("{organisation: citylab}", (LAB,)),
        ("[{name: Ada Muster}]", (ADA,)),
        ("citylab-berln", (Person(name="citylab-berln"),)),
    ],
)
def test_who_is_a_person_or_an_organisation_that_is_known(written: str, who: tuple[Person, ...]) -> None:
    """A text that is an id of `organisations.yaml` stands for the organisation, any other for a person."""
    assert agreed(f"{{text: X, who: {written}}}")[0].who == who


@pytest.mark.parametrize("word", ["nein", "Nein", "no", "false", "offen", "noch offen", "Noch nicht.", "open"])
def test_what_is_not_done_is_open(word: str) -> None:
    """Whether the file says so, or says nothing."""
    for each in agreed(f"[{{text: X, done: {word}}}, {{text: X}}, {{text: X, done: }}]"):
        assert (each.is_open, each.outcome) == (True, "")


@pytest.mark.parametrize("word", ["ja", "Ja", "yes", "true", "erledigt", "Erledigt.", "done"])
def test_what_is_done_may_have_nothing_more_to_tell(word: str) -> None:
    """Then nothing is told but that."""
    (one,) = agreed(f"{{text: X, done: {word}}}")
    assert (one.is_open, one.outcome) == (False, "")


def test_what_came_of_it_is_told_in_the_words_of_the_file() -> None:
    """Whatever is neither yes nor no."""
    (one,) = agreed("{text: X, done: Der  Atlas ist online.}")
    assert (one.is_open, one.outcome) == (False, "Der Atlas ist online.")


def test_it_is_late_when_its_day_is_over_and_it_is_open() -> None:
    """On its day there is still time."""
    open_, done, undated = agreed("[{text: X, until: 1.10.2026}, {text: X, until: 2026-10-01, done: ja}, X]")
    days = (dt.date(2026, 10, 1), dt.date(2026, 10, 2))
    assert [[each.is_late(day) for day in days] for each in (open_, done, undated)] == [
        [False, True],
        [False, False],
        [False, False],
    ]


@pytest.mark.parametrize(
    ("typed", "known", "meant"),
    [
        ("vereinbart", ("agreed", "agenda"), "agreed"),
        ("Verabredet", ("agreed", "agenda"), "agreed"),
        ("wer", ("text", "who", "until", "done"), "who"),
        ("bis", ("text", "who", "until", "done"), "until"),
        ("erledigt", ("text", "who", "until", "done"), "done"),
        ("was", ("text", "who", "until", "done"), "text"),
        ("wer", ("title", "by"), "by"),
        ("frist", ("deadline", "event"), "deadline"),
    ],
)
def test_german_keys_are_understood(typed: str, known: tuple[str, ...], meant: str) -> None:
    """Each where it is typed: who has a session is `by`, who does something `who`."""
    assert nearest(typed, known) == meant
