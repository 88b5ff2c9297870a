"""`help`: the guide, as a person asks for it."""

import sys
from itertools import chain
from pathlib import Path

import pytest
from conftest import Labcamp, own_environment
from guide import path_of
from terminal import shown

from labcamp.cli import COMMANDS
from labcamp.cli.usage import about_command
from labcamp.texts import LANGUAGES
from labcamp.texts.guide import NAMES, TOPICS, sections, topic_of

whole = pytest.mark.skipif(
    not all(
        path_of(name, language).is_file() for names in NAMES for name, language in zip(names, LANGUAGES, strict=True)
    ),
    reason="some pages are still being written",
)
at_a_terminal = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")


def drawn(folder: Path, *words: str, **environment: str) -> str:
    """What stands on the screen of somebody who asks in German."""
    env = {**own_environment(), "LABCAMP_LANG": "de", "TERM": "dumb", "LINES": "30", **environment}
    return shown(["-m", "labcamp", "help", *words], env, folder)


def test_without_a_topic_the_guide_lists_its_pages_in_their_groups(labcamp: Labcamp) -> None:
    result = labcamp("help")
    assert result.code == 0
    listed = [
        line.split("`")[1].removeprefix("labcamp help ") for line in result.out.splitlines() if line.startswith("- ")
    ]
    assert listed == [english for _, english in NAMES]
    assert result.out.count("\n## ") == len(TOPICS)


@pytest.mark.parametrize("asked", ["kalender", "calendar", "Kalender"])
def test_a_page_is_known_by_its_name_in_either_language(asked: str, labcamp: Labcamp) -> None:
    assert labcamp("help", asked).out.startswith("# Calendar\n")
    assert labcamp("help", asked, "--lang", "de").out.startswith("# Kalender\n")


def test_the_page_about_the_site_has_two_names() -> None:
    assert (topic_of("site", "de"), topic_of("website", "en")) == ("website", "website")


def test_a_name_may_be_written_as_it_is_spoken(labcamp: Labcamp) -> None:
    assert labcamp("help", "Papier", "für", "den", "Tag").out.startswith("# Paper for the day\n")


def test_no_name_of_a_page_means_two() -> None:
    names = [name for names in NAMES for name in {*names}]
    assert len(names) == len({*names})
    assert [topic_of(name, "en") for name in chain.from_iterable(NAMES)] == [
        english for _, english in NAMES for _ in "de"
    ]


def test_links_are_commands_and_neither_comments_nor_pictures_are_shown(labcamp: Labcamp) -> None:
    page = labcamp("help", "year").out
    assert "to [checks]" not in page
    assert "[Mails](" not in page
    assert "Mails (`labcamp help mails`) are drafts" in page
    assert "<!--" not in page
    assert "![" not in page


@pytest.mark.parametrize("words", ["export-ics", "export-ics --lang en", "--lang en export-ics"])
def test_for_a_command_without_a_page_of_its_name_there_is_its_help(words: str, labcamp: Labcamp) -> None:
    assert labcamp("help", *words.split()) == labcamp("export-ics", "--help")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("help todo", "todo --help"),
        ("help --lang de todo", "todo --lang de --help"),
        ("help mails", "help mails"),
        ("help kalender", "help kalender"),
        ("help", "help"),
        ("list help", "list help"),
    ],
)
def test_a_page_goes_before_a_command_of_the_same_name(typed: str, meant: str) -> None:
    assert about_command(typed.split(), COMMANDS) == meant.split()


@whole
def test_for_any_other_word_the_guide_says_where_it_stands(labcamp: Labcamp) -> None:
    result = labcamp("help", "verlegen", "--lang", "de")
    assert result.out.splitlines()[:3] == [
        "„verlegen“ steht hier im Leitfaden:",
        "",
        "- `labcamp help kalender`: Ein Treffen verlegen",
    ]
    assert labcamp("help", "Tabulatortaste", "--lang", "de").out.splitlines()[2:] == [
        "- `labcamp help einrichten`: Mit der Tabulatortaste tippen"
    ]
    first = "- `labcamp help jahr`: Ein Treffen anlegen, auch mit neuen Gastgebern"
    assert labcamp("help", "neues Treffen", "--lang", "de").out.splitlines()[2] == first  # as others bend it


@pytest.mark.parametrize(
    ("language", "words", "heading"),
    [
        ("de", "outlook kalender", "Kalender"),
        ("de", "teams", "Den Zugang mitgeben"),
        ("de", "Excel", "Die Liste aus Excel lesen lassen"),
        ("de", "absage", "Ein Treffen absagen"),
        ("de", "DSGVO", "Menschen und ihre Daten"),
        ("de", "zoom link", "Den Zugang mitgeben"),
        ("de", "einladen", "Mails"),
        ("de", "logo", "Farbe und Logo"),
        ("de", "schrift", "Farbe und Logo"),
        ("de", "löschen", "Nach dem Treffen alles löschen"),
        ("de", "rückgängig", "Einen Schritt zurücknehmen"),
        ("de", "passwort", "Passwörter"),
        ("de", "server", "Die Website ins Netz stellen"),
        ("de", "git", "Bei jeder Änderung prüfen"),
        ("de", "verschieben", "Ein Treffen verlegen"),
        ("de", "wie lade ich ein", "Mails"),
        ("de", "logo einfügen", "Farbe und Logo"),
        ("de", "passwort vergessen", "Passwörter"),
        ("en", "gdpr", "People and their data"),
        ("en", "font", "Colour and logo"),
        ("en", "postpone", "Move an event"),
        ("en", "upload", "Publish the website"),
    ],
)
def test_words_that_newcomers_type_lead_to_the_right_place(
    language: str, words: str, heading: str, labcamp: Labcamp
) -> None:
    first = labcamp("help", *words.split(), "--lang", language).out.splitlines()[2]
    assert first.partition(": ")[2] == heading


def test_a_line_of_a_file_is_no_heading() -> None:
    headings = [section.heading for language in LANGUAGES for section in sections(language)]
    assert [heading for heading in headings if heading.endswith(".yaml")] == []
    assert {"Die Datei der Reihe", "The file of the series"} - {*headings} == set()


@whole
@pytest.mark.shows("LC831")
@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("kalendr", "did you mean `labcamp help calendar`? `labcamp help` shows all topics"),
        ("xyzzy", "`labcamp help` shows all topics"),
        ("is", "`labcamp help` shows all topics"),
    ],
)
def test_of_a_word_that_stands_nowhere_it_says_what_is_near(asked: str, hint: str, labcamp: Labcamp) -> None:
    assert labcamp("help", asked) == (
        2,
        "",
        f"LC831 nothing-in-the-guide: the guide says nothing about '{asked}'\n    hint: {hint}\n1 error\n",
    )


# At a terminal


@at_a_terminal
@pytest.mark.parametrize("columns", ["60", "80", "200"])
def test_a_page_is_no_wider_than_the_screen_or_than_is_easily_read(columns: str, tmp_path: Path) -> None:
    screen = drawn(tmp_path, "kalender", COLUMNS=columns, PAGER="cat", NO_COLOR="1")
    bare = [line.replace("\x1b[0m", "").replace("\x1b[1m", "").replace("\x1b[1;4m", "") for line in screen.splitlines()]
    assert bare[0] == "Kalender"
    assert "    labcamp export-ics" in bare
    assert 40 < max(map(len, bare)) <= min(int(columns), 100)
    assert "…\n" not in screen


@at_a_terminal
def test_a_long_page_is_shown_a_screenful_at_a_time_and_a_short_one_at_once(tmp_path: Path) -> None:
    marks = f"{sys.executable} -c \"import sys; print('PAGED', len(sys.stdin.read()) > 500)\""
    assert drawn(tmp_path, "kalender", PAGER=marks) == "PAGED True\n"
    assert "PAGED" not in drawn(tmp_path, "kalender", PAGER=marks, LINES="1000")


@at_a_terminal
def test_without_a_program_that_turns_pages_a_page_is_shown_as_a_whole(tmp_path: Path) -> None:
    assert "Einen fremden Kalender prüfen" in drawn(tmp_path, "kalender", PAGER="no-such-program")


@whole
@at_a_terminal
@pytest.mark.parametrize(
    ("width", "row"),
    [
        ("60", "… 12 --participants\n    private/out/labcamp-12/participants.ics\n    Angemeldete, mit dem Zugang\n"),
        ("100", "… 12 --participants           private/out/labcamp-12/participants.ics  Angemeldete, mit dem Zugang\n"),
    ],
)
def test_no_table_cuts_a_word_nor_the_name_of_a_file(width: str, row: str, tmp_path: Path) -> None:
    assert row in "\n".join(
        line.rstrip() for line in drawn(tmp_path, "kalender", COLUMNS=width, PAGER="cat").splitlines()
    )
