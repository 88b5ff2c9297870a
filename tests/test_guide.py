"""The guide says the same in both languages, every command in it runs, every file in it is sound, every link leads."""

import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import REPOSITORY, Labcamp, Result
from examples import found_in_example
from guide import FOLDER, Block, anchor, blocks, files, headings, pages, path_of
from guide_folder import TODAY, furnish
from readability import MOST, measured
from reference import PAGES, page

from labcamp.cli import COMMANDS, GROUPS, loaded
from labcamp.cli.usage import command_first, with_values
from labcamp.planning.mails import MAILS
from labcamp.render.mails.services import SERVICES
from labcamp.render.posts import CHANNELS
from labcamp.render.prints import PRINTS
from labcamp.texts import LANGUAGES
from labcamp.texts.guide import ABOUT, FRONT, NAMES, about

FILES = files()
PAIRS = pages()
# What speaks to others, or changes the machine: only whether it can be typed so is tried
ALONE = ("--imap", "--links", "--install-completion")
# What most commands know: the guide says it once
COMMON = {"--help", "--lang", "--root", "--out", "--dry-run", "--force", "--today", "--open"}
# What a line of a block for a shell may begin with besides `labcamp`
OTHERS = {"brew", "cd", "git", "pip", "pipx", "pre-commit", "py", "python3", "sudo", "uv", "uvx"}
# Where a file lies → what is found in it, by the sorts of examples; None is for others to say
SORTS: dict[str, str | None] = {  # the first one that fits
    r"events/series\.yaml": "series",
    r"events/organisations\.yaml": "organisations",
    r"events/topics\.yaml": "topics",
    r"events/avoid\.yaml": "avoid",
    r"events/papers/.+\.yaml": "paper",
    r"events/pages/.+\.md": "page",
    r"events/.+\.yaml": "event",
    r"private/.+\.yaml": "private",
    r"templates/words\..+\.yaml": "words",
    r"templates/tasks\.yaml": "tasks",
    r"accounts\.yaml": "accounts",
    r"\.github/.+|\.gitlab-ci\.yml|\.pre-commit-config\.yaml": None,
}


def name_of(value: object) -> str | None:
    """How a page is called in the report of the tests: `de-kalender`."""
    return f"{value.parts[-3]}-{value.stem}" if isinstance(value, Path) else None


def test_each_topic_has_a_page_in_each_language_and_each_page_a_topic() -> None:
    for number, language in enumerate(LANGUAGES):
        there = {path.stem for path in (FOLDER / language / "guide").glob("*.md")}
        wanted = {FRONT, *(names[number] for names in NAMES)}
        assert there == wanted


@pytest.mark.parametrize(("german", "english"), PAIRS)
def test_a_page_has_the_same_sections_and_blocks_in_both_languages(german: str, english: str) -> None:
    paths = [path_of(german, "de"), path_of(english, "en")]
    levels, sorts, typed = [], [], []
    for path in paths:
        levels.append([level for level, _ in headings(path)])
        sorts.append([(block.sort, block.comment) for block in blocks(path)])
        typed.append([skeleton(words) for block in blocks(path) if block.sort == "sh" for words in lines(block)])
    assert levels[0] == levels[1]
    assert sorts[0] == sorts[1]
    assert typed[0] == typed[1]


def skeleton(words: list[str]) -> list[str]:
    """A command with its options, without what people call things in their language."""
    first = 2 if words[0] == "labcamp" else 1
    return [*words[:first], *(word for word in words[first:] if word.startswith("-") or word.isdecimal())]


@pytest.mark.parametrize("path", [*FILES, REPOSITORY / "README.md"], ids=name_of)
def test_each_link_of_a_page_leads_to_a_page_and_a_heading_of_it(path: Path) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", path.read_text("utf-8")):
        if target.startswith("https://"):
            continue
        file, _, heading = target.partition("#")
        there = path.parent / file if file else path
        assert there.is_file(), target
        assert not heading or heading in {anchor(text) for _, text in headings(there)}, target


@pytest.mark.parametrize("path", [path for path in FILES if path.parts[-3] == "de"], ids=name_of)
def test_a_german_page_is_no_harder_to_read_than_a_newspaper(path: Path) -> None:
    assert measured(path.read_text("utf-8")).lix <= MOST


def test_what_is_measured_is_what_somebody_reads() -> None:
    page = "# Kalender\n\n```sh\nlabcamp export-ics\n```\n\nDer [Kalender](kalender.md) lebt. Wer `out/` löscht: gut.\n"
    assert measured(page) == (8, 4, 8 / 4 + 100 * 2 / 8, 180 - 8 / 4 - 58.5 * 12 / 8)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tables_of_the_guide_have_a_row_for_each_mail_and_each_print(language: str) -> None:
    for names, kinds in ((("mails", "mails"), MAILS), (("papier-fuer-den-tag", "print"), PRINTS)):
        text = path_of(names[LANGUAGES.index(language)], language).read_text("utf-8")
        assert sorted(re.findall(r"^\| `([a-z-]+)` \|", text, re.MULTILINE)) == sorted(kinds)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_names_each_channel_and_each_service(language: str) -> None:
    text = path_of("mails", language).read_text("utf-8")
    assert {name for name in (*CHANNELS, *SERVICES) if f"`{name}`" not in text} == set()


# Files


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reference_has_every_key_with_what_editors_say_of_it(language: str) -> None:
    """It is made anew by `python tests/reference.py`."""
    path = PAGES[language]
    assert path.read_text("utf-8") == page(path, language)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_each_file_that_a_page_shows_is_sound(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its first line is a comment that says where it lies.

    A comment before it names what is found only because nothing else is in the folder: `<!-- finds: LC854 -->`.
    """
    for number, block in enumerate(block for block in blocks(path) if block.sort == "yaml"):
        file = re.match(r"(?:name: .*)?# ?(\S+\.(?:yaml|yml))", block.text)
        assert file, f"{path.name}:{block.line}: the first line does not say where the file lies"
        sort = next(sort for pattern, sort in SORTS.items() if re.fullmatch(pattern, file[1]))
        if sort is None:
            yaml.safe_load(block.text)
            continue
        folder = tmp_path / str(number)
        folder.mkdir()
        monkeypatch.chdir(folder)
        rest = block.text.partition("\n")[2]
        codes = {code for _, code in found_in_example(sort, rest, folder)}
        assert codes <= {told(block).get("finds")}, f"{path.name}:{block.line}"


# Commands


def test_the_readme_groups_the_commands_as_the_help_does() -> None:
    rows = re.findall(r"^\| [^|`]+ \| ((?:`[\w-]+` )+)\|$", (REPOSITORY / "README.md").read_text("utf-8"), re.MULTILINE)
    assert [tuple(re.findall(r"[\w-]+", row)) for row in rows] == [*GROUPS.values()] * len(LANGUAGES)


def test_each_command_has_a_page_that_says_more_about_it() -> None:
    named = [command for commands in ABOUT.values() for command in commands]
    assert sorted(named) == sorted(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_about_a_command_names_it_and_each_option_of_its_own(command: str, language: str) -> None:
    topic = about(command, language) or FRONT
    text = path_of(topic, language).read_text("utf-8")
    own = {name for each in loaded(command).params for name in each.opts if name.startswith("--")} - COMMON
    assert {name for name in (f"labcamp {command}", *own) if not re.search(rf"{name}(?![\w-])", text)} == set()


def test_the_help_of_a_command_leads_to_its_page(labcamp: Labcamp) -> None:
    assert labcamp("diff", "--help").out.endswith("\n\n  More about it: labcamp help calendar\n")
    assert labcamp("diff", "--help", "--lang", "de").out.endswith("\n\n  Mehr dazu: labcamp help kalender\n")
    assert labcamp("help", "--help").out.endswith("  Show this help.\n")


class Reader:
    """Somebody who types all that a page says, in one folder, from top to bottom, and says yes to what is asked."""

    def __init__(self, labcamp: Labcamp, root: Path, go_to: Callable[[Path], None], language: str) -> None:
        self.labcamp, self.root, self.go_to, self.language = labcamp, root, go_to, language
        self.today, self.result = TODAY, Result(0, "", "")
        shutil.copytree(REPOSITORY / "events", self.root / "events")
        furnish(self.root)
        self.go_to(self.root)

    def follow(self, block: Block, *, shown: bool) -> None:
        """Do what a block says, and look whether what it shows comes out; a comment before it says what is special.

        `<!-- anew; today: 2027-09-20; code: 1; only read -->`, or `<!-- empty -->`, anew where there is no series yet
        """
        special = told(block)
        if "empty" in special:
            self.go_to(self.root.parent)
        self.today = special.get("today", self.today)
        if block.sort == "text":
            self.see(block)
        elif block.sort == "sh" and "only read" not in special:
            for words in lines(block):
                if shown or not typed_before(words):
                    self.type(words, int(special.get("code", 0)))

    def type(self, words: list[str], code: int) -> None:
        """Type one line."""
        program, *arguments = words
        if program == "cd":
            self.go_to(Path(arguments[0]))
        elif program == "labcamp" and can_run(arguments):
            self.result = self.labcamp(*whole(arguments, self.today), "--lang", self.language)
            assert self.result.code == code, (words, self.result.err)

    def see(self, block: Block) -> None:
        """What a block shows is what came out; a line of three dots stands for any lines."""
        said = self.result.out + self.result.err
        for piece in re.split(r"^(?:…|\.\.\.)\n", block.text, flags=re.MULTILINE):
            assert piece in said


TYPED_BEFORE: set[tuple[str, ...]] = set()


def typed_before(words: list[str]) -> bool:
    """Tell whether what only makes files has been typed on another page: then it need not be tried again."""
    typed = tuple(words)
    before = typed in TYPED_BEFORE
    TYPED_BEFORE.add(typed)
    return before and any(word.startswith("render-") for word in words[1:2])


def told(block: Block) -> dict[str, str]:
    """What the comment before a block says about it."""
    return dict(part.strip().partition(": ")[::2] for part in block.comment.split(";") if part)


def lines(block: Block) -> Iterator[list[str]]:
    """The lines of a block for a shell, in words."""
    for line in block.text.splitlines():
        if words := shlex.split(line, comments=True):
            yield words


def can_run(arguments: list[str]) -> bool:
    """Tell whether a command serves nothing, and speaks to nobody."""
    return command_first(arguments)[:1] != ["preview"] and not any(word in ALONE for word in arguments)


def whole(arguments: list[str], today: str) -> list[str]:
    """The arguments with the day, and with yes to all that would be asked; nothing is opened.

    What makes PDF files for everything is tried elsewhere.
    """
    typed = [word for word in arguments if word != "--open"]
    command = next(iter(command_first(typed)), "-")
    taken = set() if command.startswith("-") else {name for each in loaded(command).params for name in each.opts}
    yes = ["--yes"] if "--yes" in {*taken} - {*typed} else []
    day = ["--today", today] if "--today" in {*taken} - {*typed} else []
    quick = ["--no-pdf"] if "--no-pdf" in {*taken} - {*typed} else []
    return [*typed, *yes, *day, *quick]


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_each_command_of_a_page_can_be_typed_as_it_stands_there(path: Path) -> None:
    for block in blocks(path):
        for program, *arguments in lines(block) if block.sort == "sh" else ():
            assert program in OTHERS | {"labcamp"} or program.startswith(".venv"), f"{path.name}:{block.line}"
            if program == "labcamp" and arguments and not arguments[0].startswith("-"):
                name, *rest = with_values(command_first(arguments))
                loaded(name).make_context(name, rest)


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where labcamp keeps what it need not make again, so that a page is tried fast."""
    return tmp_path_factory.mktemp("kept")


def acts() -> Iterator[Any]:
    """The blocks of each page, up to where it begins anew.

    What differs between the languages is what comes out: in English, only what leads to it is typed.
    """
    for path in FILES:
        of = list(blocks(path))
        begins = [0, *(at for at, block in enumerate(of) if at and re.search("anew|empty", block.comment)), len(of)]
        for first, last in pairwise(begins):
            act = of[first:last]
            while act and act[-1].sort != "text" and (path.parts[-3] != "de" or act[-1].sort != "sh"):
                act.pop()
            if act:
                yield pytest.param(path, act, id=f"{name_of(path)}:{act[0].line}")


@pytest.fixture
def reader_of(tmp_path: Path, labcamp: Labcamp, monkeypatch: pytest.MonkeyPatch, kept: Path) -> Callable[[str], Reader]:
    """A reader who speaks a language."""
    monkeypatch.setenv("LABCAMP_CACHE", str(kept))
    return lambda language: Reader(labcamp, tmp_path / "series", monkeypatch.chdir, language)


@pytest.mark.parametrize(("path", "act"), list(acts()))
def test_who_types_all_that_a_page_says_gets_what_it_shows(
    path: Path, act: list[Block], reader_of: Callable[[str], Reader]
) -> None:
    reader = reader_of(path.parts[-3])
    for block, following in pairwise([*act, None]):
        assert block
        reader.follow(block, shown=bool(following and following.sort == "text"))
