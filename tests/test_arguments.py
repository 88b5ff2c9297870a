"""Whatever is typed, labcamp answers in words: no option and no argument of any command crashes it."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import PROFILE, Labcamp, one_in

from labcamp.cli import COMMANDS, loaded

# Nothing here names a folder outside of the test in which something could be written.
# What people paste, mistype, or send to see what happens
ODD = (
    "", " ", "-", "--", "-1", "0", "1e999", "99999999999999999999", "12", "labcamp-12", "next", "\t", "\n", "a\nb",
    "x" * 300, "ü" * 128, "/dev/zero", "/dev/null/x", ".", "~", "a/b", "a\\b", "C:\\x", "con", "x/../../workspace/y",
    "*.ics", "%s%n", "{0}", "{x.__class__}", "{{7*7}}", "$(id)", "`id`", "';--", "<img src=x onerror=alert(1)>",
    "[bold]", ":smile:", "\x1b[2J", "\x7f", "\u202egnp", "\u2028", "\ud800", "\udcff", "\U0001f389", "a\u0301" * 50,
    "ı", "٣", "²", "a..b@y.de", "../../x@y.de", "a@b", "@", "<>", "A <a@b.de", "a@b.de, c@d.de", "mailto:a@b.de",
    f"{'a' * 70}@b.de", "a@" + "b" * 70 + ".de", "https://", "http://[::1", "2027-02-30", "0000-00-00", "9999-12-31",
    "1.1.1", "31.12.9999", "2027-13", "25:61", "24:00", "14:00-", "-14:00", "9999-12-31/9999-12-31",
    "1-1-1 bis 2-2-2", "+1", "1/0", "é.yaml", "null", "true", "NaN", "Infinity", "=cmd|' /C calc'!A0", "#11", "a: [",
    "!!python/object", "&a *a", "|", ">",
)  # fmt: skip
SERVES = "preview"  # ends only when told to
SHARED = {"root", "out", "today", "lang", "dry_run", "force", "open"}
# What a command needs besides, so that it comes as far as to look at the rest
NEEDED = {
    "render-post": ("mastodon", "12"), "render-mail": ("reminder", "12"), "render-print": ("agenda", "12"),
    "draft": ("reminder", "12", "--mbox"), "show": ("12",), "explain": ("LC301",), "announce": ("12",),
    "done": ("12", "invitation"), "handover": ("12", "--to", "next"), "people": ("12",), "cancel": ("12", "--yes"),
    "reschedule": ("12", "--yes", "--date", "2027-03-12"), "forget": ("12", "--yes"), "export-ics": ("12",),
    "check-ics": ("x.ics",), "new-event": ("--yes",), "init": ("new", "--yes"),
}  # fmt: skip


def forms(command: str) -> Iterator[tuple[str, ...]]:
    """Each way to give a command one odd value, `{}`: as its only words, as one word too many, and to each option."""
    yield (command, "{}")
    yield (command, *NEEDED.get(command, ()), "{}")
    if NEEDED.get(command, ())[1:]:
        yield (command, NEEDED[command][0], "{}")
    for parameter in loaded(command).params:
        if parameter.param_type_name == "option" and not parameter.is_flag and parameter.name not in SHARED - {"out"}:
            yield (command, *NEEDED.get(command, ()), parameter.opts[0], "{}")


@pytest.mark.parametrize("command", [command for command in COMMANDS if command != SERVES])
def test_no_value_crashes_a_command(command: str, workspace: Path, labcamp: Labcamp) -> None:
    (workspace / "private").mkdir()
    (workspace / "private/labcamp-11.csv").write_text("Name;E-Mail\nIda;ida@example.org\n", "utf-8")
    chance = random.Random(None if PROFILE == "random" else command)
    for form in forms(command):
        for odd in chance.sample(ODD, 4 if PROFILE == "random" else 1):
            words = [odd if word == "{}" else word.replace("12", "11") for word in form]
            assert labcamp(*words, "--today", "2026-11-23").code in {0, 1, 2}, words


@pytest.mark.parametrize("option", ["--root", "--out", "--today", "--lang"])
def test_no_value_of_a_shared_option_crashes_either(option: str, workspace: Path, labcamp: Labcamp) -> None:
    for command in ("list", "build", "check", "render-agenda", "export-ics", "templates", "announce"):
        for odd in ODD if command == "list" else one_in(12, ODD):
            words = [command, *NEEDED.get(command, ()), "--no-pdf" if command == "build" else "--dry-run", option, odd]
            assert labcamp(*words).code in {0, 1, 2}, words


@pytest.mark.parametrize("address", ["a..b@y.de", ".a@y.de", "a.@y.de", "../../x@y.de", f"{'a' * 65}@y.de", "a@y..de"])
def test_an_address_with_dots_in_the_wrong_place_is_none(address: str, workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("export-ics", "11", "--invite", address)
    assert (result.code, "LC215 not-an-email" in result.err) == (2, True)
