"""Golden files: whatever labcamp makes of a few events, byte for byte. `pytest --update-golden` writes them anew."""

from collections.abc import Callable
from functools import cache

import pytest
from pdf_judge import pages_of
from sample import GOLDEN, REPOSITORY, TODAY, every_post, for_some, made, sample

from labcamp.workspace import load

FULL = """
full.ics full.invitation.html full.invitation.txt full.invitation.eml full.agenda.html full.agenda.md
full.newsletter.html full.newsletter.txt full.newsletter.md full.newsletter.eml mustertreff.ics
"""
# Of the others only where they say something different
OTHERS = """
two-days.ics two-days.invitation.txt two-days.invitation.html two-days.agenda.md
english.invitation.txt english.newsletter.txt
cancelled.ics cancelled.invitation.txt cancelled.newsletter.txt cancelled.agenda.md
month.invitation.txt month.newsletter.txt
title.invitation.txt title.newsletter.html title.newsletter.txt title.agenda.md
past.ics past.invitation.txt past.newsletter.txt past.newsletter.md past.agenda.md
moved.ics moved.invitation.txt
labcamp-3.ics labcamp-3.invitation.txt labcamp-3.newsletter.md labcamp-10.agenda.html labcamp-10.newsletter.txt
"""
# What is made for some alone, where it goes to them
FOR_SOME = """
full.sessions.ics full.participants.ics full.deadlines.ics moved.sessions.ics
full.invite-ida@example.org.ics full.invite-ida@example.org.eml cancelled.cancel-ida@example.org.ics
"""
POSTS = """
full.post-slack.txt full.post-slack.json full.post-teams.txt full.post-mastodon.txt full.post-bluesky.txt
full.post-linkedin.txt full.post-x.txt labcamp-3.post-mastodon.txt labcamp-10.post-mastodon.txt
"""
PAPER = "full.agenda.pdf"
FILES = (*FULL.split(), *OTHERS.split(), *FOR_SOME.split(), *POSTS.split())


@cache
def everything() -> dict[str, bytes]:
    """All artefacts of the artificial and of the real series, by the name of their golden file."""
    real = load(REPOSITORY, TODAY)
    series = (made(sample()), for_some(sample()), every_post(sample()), made(real), every_post(real))
    return {golden_name(name): content for artefacts in series for name, content in artefacts.items()}


def golden_name(name: str) -> str:
    """`full/invitation.html` stands in `full.invitation.html`, and `full/full.ics` in `full.ics`."""
    folder, _, file = name.rpartition("/")
    return file if file == f"{folder}.ics" or not folder else f"{folder}.{file}"


@pytest.mark.parametrize("name", FILES)
def test_an_artefact_has_not_changed(name: str, golden: Callable[[str, bytes], None]) -> None:
    golden(name, everything()[name])


def test_a_print_says_what_it_said_before(golden: Callable[[str, bytes], None], request: pytest.FixtureRequest) -> None:
    """Its bytes are also Typst's affair, which another version of it sets a little differently."""
    content = everything()[PAPER]
    if request.config.getoption("--update-golden"):
        golden(PAPER, content)
    assert pages_of(content) == pages_of((GOLDEN / PAPER).read_bytes())


def test_each_file_that_an_event_can_have_has_a_golden_one() -> None:
    made_of_full = {golden_name(name) for name in made(sample()) if name.startswith(("full/", "mustertreff."))}
    posts_about_full = {golden_name(name) for name in every_post(sample()) if name.startswith("full/")}
    posts = {name for name in POSTS.split() if name.startswith("full.")}
    assert made_of_full | posts_about_full == {*FULL.split(), PAPER} | posts


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir() if path.is_file()} == {*FILES, PAPER}


def test_the_same_files_give_the_same_bytes_again() -> None:
    assert made(sample()) == made(load(GOLDEN, TODAY))
