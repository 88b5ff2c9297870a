"""`check` fills a folder's own templates, and tells what `build` would refuse."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import TODAY, Labcamp

from labcamp.files.templates import packaged
from labcamp.findings import LabcampError
from labcamp.render.prints.typesetting import missing
from labcamp.render.templates import fill, open_templates

Files = dict[str, str]
CONFIRMED = "number: 12\nstatus: confirmed\ndate: 2027-09-16\ntime: 14:00-17:00\nplace: online\naccess: stufenlos\n"
PLAIN = """\
contact: treffen@labor.example
imprint: https://labor.example/impressum
newsletter: {unsubscribe: https://labor.example/abmelden}
"""
needs_typst = pytest.mark.skipif(missing() is not None, reason="no Typst here")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A series with one event that nothing is wrong with; it is the current folder."""
    (tmp_path / "events").mkdir()
    (tmp_path / "events/series.yaml").write_text(f"id: treff\ntitle: Treff\ndomain: example.org\n{PLAIN}", "utf-8")
    (tmp_path / "events/treff-12.yaml").write_text(CONFIRMED, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(labcamp: Labcamp, files: Files, command: str = "check") -> list[str]:
    """Place, code and name of each finding, with these files in `templates/`."""
    for name, text in files.items():
        path = Path("templates") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    result = labcamp(*command.split(), "--today", TODAY)
    assert result.code == int(bool(result.err))
    return [line.rpartition(": ")[0].partition(": ")[0] + line[line.index(": LC") :][:7] for line in _heads(result.err)]


def _heads(text: str) -> list[str]:
    return [line for line in text.splitlines() if ": LC" in line and not line.startswith(" ")]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"agenda.md.j2": "{# facts #}\n{{ facts.evnt }}"}, ["templates/agenda.md.j2:2:1: LC402"]),
        ({"agenda.html.j2": "{% if %}"}, ["templates/agenda.html.j2:1:1: LC401"]),
        ({"agenda.html.j2": "{{ nope }}"}, ["templates/agenda.html.j2:1:1: LC402"]),
        ({"agenda.md.j2": "{{ facts.event.theme }}"}, ["templates/agenda.md.j2:1:1: LC403"]),
        ({"agenda.md.j2": "{{ facts.__class__.__mro__ }}"}, ["templates/agenda.md.j2:1:1: LC404"]),
        ({"agenda.md.j2": "{{ 1 // 0 }}"}, ["templates/agenda.md.j2:1:1: LC405"]),
        ({"agenda.md.j2": '{% include "nope.md.j2" %}'}, ["templates/agenda.md.j2:1:1: LC406"]),
        ({"agenda.md.j2": '{{ words("nope.nope") }}'}, ["templates/agenda.md.j2:1:1: LC407"]),
        # What is shared by several kinds is told once.
        ({"parts.html.j2": "{% macro %}"}, ["templates/parts.html.j2:1:1: LC401"]),
        ({"mail.txt.j2": "{{ nope }}"}, ["templates/mail.txt.j2:1:1: LC402"]),
        ({"calendar.txt.j2": "{{ nope }}"}, ["templates/calendar.txt.j2:1:1: LC402"]),
        # Other mails than those that `build` makes, and posts
        ({"reminder.mail.j2": "{{ nope }}"}, ["templates/reminder.mail.j2:1:1: LC402"]),
        ({"post.txt.j2": "{{ nope }}"}, ["templates/post.txt.j2:1:1: LC402"]),
        # Of templates that no mail of the next event needs, only whether they can be understood
        ({"thanks.mail.j2": "{{ nope }}"}, []),
        ({"thanks.mail.j2": "{{ nope"}, ["templates/thanks.mail.j2:1:1: LC401"]),
        ({"event.yaml.j2": "{% endif %}"}, ["templates/event.yaml.j2:1:1: LC401"]),
        # Words, of every language that a file speaks
        ({"words.de.yaml": "mail:\n  greting: Hallo\n"}, ["templates/words.de.yaml:2:3: LC407"]),
        ({"words.en.yaml": "mail: Hallo\n"}, ["templates/words.en.yaml:1:1: LC407"]),
        ({"words.de-AT.yaml": "a: [\n"}, ["templates/words.de-AT.yaml:1:4: LC117"]),
        (
            {"words.de.yaml": "mail: {a: b}\n", "words.de-sie.yaml": 'mail: {greeting: "{a}"}\n'},
            ["templates/words.de-sie.yaml:1:8: LC407", "templates/words.de.yaml:1:8: LC407"],
        ),
        # What must not stand in a mail
        (
            {"invitation.mail.j2": '<div lang="de">\n<a href="http://a.example">x</a></div>'},
            ["out/treff-12/invitation.html:1:1: LC502", "out/treff-12/invitation.html:2:1: LC505"],
        ),
        ({"words.de.yaml": "mail: {greeting: Hallo}\n", "note.txt": "{{ nope }}", "logo.svg": "<svg/>"}, []),
        ({"agenda.md.j2": "{# facts #}\n{{ facts.event.title }}"}, []),
    ],
)
def test_what_build_would_refuse_is_told_once(
    files: Files, expected: list[str], folder: Path, labcamp: Labcamp
) -> None:
    assert told(labcamp, files) == expected
    assert not (folder / "out").exists()


@pytest.mark.parametrize(
    "files",
    [
        {"agenda.md.j2": "{{ nope }}"},
        {"words.de.yaml": "mail:\n  greting: Hallo\n"},
        {"invitation.mail.j2": '<div lang="de">\n<a href="http://a.example">x</a></div>'},
    ],
)
def test_it_is_what_build_says_too(files: Files, folder: Path, labcamp: Labcamp) -> None:
    assert told(labcamp, files) == told(labcamp, {}, "build --no-pdf")


@needs_typst
@pytest.mark.parametrize(
    "name",
    [
        "handout.typ",
        "signs.typ",
        "run-sheet.typ",
        "badges.typ",
        "attendance-list.typ",
        "print.typ",
        "own.typ",
        "table-plan.typ",
        "group-cards.typ",
        "group-sheets.typ",
        "group-pairs.typ",
    ],
)
def test_templates_for_prints_are_set(name: str, folder: Path, labcamp: Labcamp) -> None:
    text = CONFIRMED.replace("place: online", "place: {name: Haus, city: Berlin}")
    (folder / "events/treff-12.yaml").write_text(text, "utf-8")
    expected = [f"templates/{name}:1:9: LC411"] if name != "own.typ" else []
    assert told(labcamp, {name: "#let x ="}) == expected


@needs_typst
def test_a_package_is_told_before_anything_is_fetched(folder: Path, labcamp: Labcamp) -> None:
    assert told(labcamp, {"own.typ": '#import "@preview/a:0.1.0": b'}) == ["templates/own.typ:1:9: LC412"]


def test_what_the_event_lacks_for_a_print_is_no_fault_of_its_template(folder: Path, labcamp: Labcamp) -> None:
    # It is online, and has neither doors nor tables.
    assert told(labcamp, {"signs.typ": "#let x = 1", "table-cards.typ": "#let x = 1"}) == []


def test_a_draft_may_still_say_what_must_not_go_out(folder: Path, labcamp: Labcamp) -> None:
    (folder / "events/treff-12.yaml").write_text(CONFIRMED.replace("confirmed", "draft"), "utf-8")
    assert told(labcamp, {"invitation.mail.j2": '<a href="http://a.example">x</a>'}) == []


def test_without_an_event_templates_are_only_read(folder: Path, labcamp: Labcamp) -> None:
    (folder / "events/treff-12.yaml").unlink()
    files = {"agenda.md.j2": "{{ nope }}", "agenda.html.j2": "{% if %}"}
    assert told(labcamp, files) == ["events: LC905", "templates/agenda.html.j2:1:1: LC401"]


def test_while_something_is_wrong_in_an_event_templates_are_only_read(folder: Path, labcamp: Labcamp) -> None:
    (folder / "events/treff-13.yaml").write_text("tilte: A\n", "utf-8")
    files = {"agenda.md.j2": "{{ nope }}", "agenda.html.j2": "{% if %}"}
    assert [each[-5:] for each in told(labcamp, files)] == ["LC201", "LC202", "LC401"]


def test_the_last_event_is_taken_when_none_is_to_come(folder: Path, labcamp: Labcamp) -> None:
    (folder / "events/treff-12.yaml").write_text(
        CONFIRMED.replace("2027", "2025") + "attendance: {people: 30}\n", "utf-8"
    )
    assert told(labcamp, {"thanks.mail.j2": "{{ nope }}"}) == ["templates/thanks.mail.j2:1:1: LC402"]


def test_a_rule_that_is_switched_off_does_not_hide_it(folder: Path, labcamp: Labcamp) -> None:
    with (folder / "events/series.yaml").open("a", encoding="utf-8") as series:
        series.write("rules: {undefined-name: nein}\n")
    assert told(labcamp, {"agenda.md.j2": "{{ nope }}"}) == ["templates/agenda.md.j2:1:1: LC402"]


@pytest.mark.parametrize("own", [False, True])
def test_without_templates_of_their_own_it_costs_nothing(own: bool, folder: Path, environment: dict[str, str]) -> None:
    if own:
        (folder / "templates").mkdir()
        (folder / "templates/words.de.yaml").write_text("mail: {greeting: Hallo}\n", "utf-8")
    script = (
        "import sys; sys.argv = ['labcamp', 'check', '--today', '2026-11-23']\n"
        "from labcamp.cli import run; assert run() == 0\n"
        "print('jinja2' in sys.modules, 'labcamp.render' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == f"{own} {own}"


def test_the_templates_beside_labcamp_are_not_taken_for_its_own(labcamp: Labcamp, environment: dict[str, str]) -> None:
    script = (
        "import sys; sys.argv = ['labcamp', 'check', '--root', sys.argv[1], '--today', '2026-11-23']\n"
        "from labcamp.cli import run; run(); print('labcamp.render' in sys.modules)"
    )
    root = Path(__file__).parent.parent
    command = [sys.executable, "-c", script, str(root)]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "False"


def test_an_unchanged_copy_is_not_tried(folder: Path, labcamp: Labcamp) -> None:
    copied = labcamp("templates", "--copy", "agenda.md.j2")
    assert copied.code == 0
    script = "import sys; from labcamp.__main__ import main; main(); print('jinja2' in sys.modules)"
    command = [sys.executable, "-c", script, "check", "--today", TODAY]
    for added, tried in (("", "False"), ("{# eigen #}", "True")):
        path = folder / "templates/agenda.md.j2"
        path.write_bytes(path.read_bytes() + added.encode())
        ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        assert ran.stdout.split()[-1] == tried


@pytest.mark.parametrize(
    ("language", "begins"), [("de", "die Vorlage ist nicht zu verstehen; "), ("en", "the template ")]
)
def test_a_broken_template_is_told_in_words_and_the_packaged_one_can_be_had_beside_it(
    language: str, begins: str, workspace: Path, labcamp: Labcamp
) -> None:
    own = workspace / "templates/thanks.mail.j2"
    own.parent.mkdir()
    own.write_text("{% if %}", "utf-8")
    result = labcamp("render-mail", "thanks", "10", "--lang", language)
    message, hint, _ = result.err.splitlines()
    assert message.startswith(f"templates/thanks.mail.j2:1:1: LC401 template-syntax: {begins}")
    assert labcamp(*hint.partition("labcamp ")[2].split()).code == 0
    (copy,) = (path for path in workspace.rglob("thanks.mail.j2") if path != own)
    assert (own.read_text("utf-8"), copy.read_bytes()) == (
        "{% if %}",
        packaged().joinpath("thanks.mail.j2").read_bytes(),
    )
    own.rename(own.with_name("eigene.mail.j2"))
    assert "LC401" in (err := labcamp("check", "--lang", language).err)
    assert "--copy" not in err  # there is no packaged one of that name


# A template that never ends, or fills the memory, ends in a finding at its line

TOO_MUCH = [
    "{{ (9**9999999)|string|length }}",
    '{{ "a"|center(3000000000) }}',
    '{{ "a".center(3000000000) }}',
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    '{{ ("a " * 900000)|wordwrap(1) }}' * 30,
    "{% set n = namespace(x=[1]) %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    '{% set n = namespace(x="a") %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}',
    "{% set n = namespace(x=7) %}{% for i in range(90) %}{% set n.x = n.x * n.x %}{% endfor %}",
    '{% set x = "aaaa" %}' + "{% set x %}{{ x }}{{ x }}{% endset %}" * 40,
    '{{ "%1000000000d" % 1 }}',
    '{{ "%*d" % (999999999, 1) }}',
    '{{ "%1000000000d"|format(1) }}',
    '{{ "{:>3000000000}".format("a") }}',
    '{{ "{:>{w}}".format("a", w=3000000000) }}',
    '{{ ("a" * 1000000).replace("a", "a" * 1000000) }}',
    '{{ range(99999)|join("b" * 100000) }}',
    "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}",
    "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "{{ (5).to_bytes(3000000000) }}",
    "{{ [1] * 3000000000 }}",
    "{{ range(99999)|batch(1, 2)|list|sum(start=[])|length }}",
    "{{ range(90000)|slice(2000000000)|list }}",
    '{{ range(99999)|map("string")|map("center", 900000)|list }}',
    "{% for i in range(90000) %}{{ 3 in range(90000)|list }}{% endfor %}",
    '{% include "agenda.md.j2" %}{% include "agenda.md.j2" %}',
]


@pytest.mark.parametrize("text", TOO_MUCH)
def test_a_template_that_makes_too_much_is_a_finding_and_keeps_nobody_waiting(text: str, folder: Path) -> None:
    (folder / "templates").mkdir()
    (folder / "templates/agenda.md.j2").write_text(f"\n{text}", "utf-8")
    with pytest.raises(LabcampError) as caught:
        fill(open_templates(folder), "agenda.md.j2")
    (found,) = caught.value.findings
    assert (found.code, Path(found.path).name, found.line) == ("LC408", "agenda.md.j2", 2)


def test_what_a_template_of_ones_own_needs_is_far_from_too_much(folder: Path) -> None:
    (folder / "templates").mkdir()
    text = '{% for i in range(5000) %}{{ "a" ~ i|string ~ "b"|center(80) }}{% endfor %}{{ "x" * 900000 }}'
    (folder / "templates/agenda.txt.j2").write_text(text, "utf-8")
    assert len(fill(open_templates(folder), "agenda.txt.j2")) > 1_000_000
