"""Templates: which one wins, what goes wrong in a workspace's own, and that no text of an event escapes its place."""

import errno
import html as html_module
import marshal
import os
import pickle
import re
from hashlib import sha1
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
import pytest
from conftest import QUICK, TODAY, Labcamp, times
from everything import FULL_SERIES, LINES, STATES, everywhere, workspace_of
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, TemplateNotFound, UndefinedError
from jinja2.bccache import bc_magic
from markdown_it import MarkdownIt
from sample import MAILS, made, texts, written

from labcamp.files import templates
from labcamp.files.templates import names, winner
from labcamp.findings import Finding, LabcampError
from labcamp.render import templates as templates_module
from labcamp.render.templates import fill, open_templates

JINJA = jinja2.__version__
EVENT = "title: Offenes Treffen\n"
HOSTILE = '<script>alert(1)</script> & "q" *a* _b_ [c](https://example.com) | `d` {{ 7*7 }} {title} # e <!-- f'


def own(root: Path, name: str, text: str) -> None:
    """The workspace gets a template of its own."""
    path = root / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def handout(root: Path, template: str, event: str = EVENT) -> str:
    """The Markdown handout that the workspace's own template makes."""
    own(root, "agenda.md.j2", template)
    return texts(written(root, {"treff": event}), "agenda")["treff/agenda.md"]


def problem(root: Path, template: str) -> tuple[str, str, int, dict[str, str]]:
    """The one finding that the workspace's own template makes: code, file, line, values."""
    with pytest.raises(LabcampError) as caught:
        handout(root, template)
    (found,) = caught.value.findings
    return found.code, Path(found.path).relative_to(root).as_posix(), found.line, dict(found.values)


def test_the_workspaces_own_template_wins(tmp_path: Path) -> None:
    assert handout(tmp_path, "{# facts #}\nMein Zettel: {{ facts.event.title }}") == "Mein Zettel: Offenes Treffen\n"


def test_a_template_that_has_changed_counts_at_once_in_the_same_program(tmp_path: Path) -> None:
    printed = [handout(tmp_path, f"{{# facts #}}\n{word}") for word in ("Eins", "Zwei", "Zwei", "Eins")]

    assert printed == ["Eins\n", "Zwei\n", "Zwei\n", "Eins\n"]


def test_what_is_compiled_for_one_form_is_not_taken_for_another(tmp_path: Path) -> None:
    own(tmp_path, "piece.txt.j2", "{{ text }}")
    own(tmp_path, "page.html.j2", '{% include "piece.txt.j2" %}')
    own(tmp_path, "note.txt.j2", '{% include "piece.txt.j2" %}')
    opened = open_templates(tmp_path)

    assert [fill(opened, name, text="<b>") for name in ("note.txt.j2", "page.html.j2")] == ["<b>", "&lt;b&gt;"]


@pytest.fixture
def compilings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that have been compiled so far."""
    names: list[str] = []
    compiles = Environment.compile

    def compiling(environment: Environment, source: str, name: str, *others: Any) -> Any:
        names.append(name)
        return compiles(environment, source, name, *others)

    monkeypatch.setattr(Environment, "compile", compiling)
    return names


def filled(root: Path, kept: Path | None, name: str = "note.html.j2") -> str:
    """A template of a workspace, filled as in a new process."""
    templates_module._in_memory.cache_clear()
    return fill(open_templates(root, kept), name, text="<b>")


def test_what_is_kept_in_a_folder_is_not_compiled_again(tmp_path: Path, compilings: list[str]) -> None:
    own(tmp_path, "note.html.j2", '{% include "note.txt.j2" %}')
    own(tmp_path, "note.txt.j2", "{{ text }}")
    texts = [filled(tmp_path, tmp_path / "kept", f"note.{form}.j2") for form in ("html", "txt", "html", "txt")]

    assert texts == ["&lt;b&gt;", "<b>", "&lt;b&gt;", "<b>"]
    assert compilings == ["note.html.j2", "note.txt.j2", "note.txt.j2"]  # each form has its own


def test_a_template_that_has_changed_is_not_taken_from_the_folder(tmp_path: Path, compilings: list[str]) -> None:
    kept = tmp_path / "kept"
    for word in ("Eins", "Zwei", "Zwei"):
        own(tmp_path, "note.html.j2", word)
        assert filled(tmp_path, kept) == word
    assert len(compilings) == len(("Eins", "Zwei"))


def test_what_another_version_has_kept_is_not_taken(
    tmp_path: Path, compilings: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    own(tmp_path, "note.html.j2", "Eins")
    for module, version in ((templates_module, "9"), (templates_module, "10"), (jinja2, "9"), (jinja2, "9")):
        monkeypatch.setattr(module, "__version__", version)
        filled(tmp_path, tmp_path / "kept")

    assert len(compilings) == len(("9", "10", "Jinja 9"))
    folders = {path.name for path in (tmp_path / "kept").iterdir()}
    assert folders == {f"labcamp-9-jinja-{JINJA}", f"labcamp-10-jinja-{JINJA}", "labcamp-10-jinja-9"}


def test_what_was_compiled_without_bounds_is_not_taken_within_them(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    for root in (tmp_path / "theirs", tmp_path):
        own(tmp_path, "note.html.j2", "Eins")
        open_templates(root, kept).environments["html"].get_template("mail.html.j2")

    assert {path.parent.name for path in kept.rglob("*") if path.is_file()} == {"html", "bounded-html"}


def poisoned(root: Path) -> Path:
    """The folder of a workspace in which other code stands where a template was kept."""
    kept = root / "kept"
    own(root, "note.html.j2", "Eins")
    filled(root, kept)
    (file,) = (path for path in kept.rglob("*") if path.is_file())
    code = compile("raise SystemExit('other code')", "note", "exec")
    checksum = sha1(b"Eins", usedforsecurity=False).hexdigest()
    file.write_bytes(bc_magic + pickle.dumps(checksum, 2) + marshal.dumps(code))
    return kept


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the folder for each person by itself")
@pytest.mark.parametrize("place", [".", "*", "*/bounded-html", "*/bounded-html/*"])
@pytest.mark.parametrize("way", ["of another", "group may write", "all may write", "link"])
def test_code_that_another_person_may_have_put_there_is_never_run(
    way: str, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = poisoned(tmp_path)
    with pytest.raises(SystemExit, match="other code"):  # it would be run
        filled(tmp_path, kept)
    (path,) = [kept] if place == "." else kept.glob(place)
    if way == "link":
        path.rename(tmp_path / "elsewhere")
        path.symlink_to(tmp_path / "elsewhere")
    elif way == "of another":
        lstat = Path.lstat
        foreign = SimpleNamespace(st_mode=path.lstat().st_mode, st_uid=os.getuid() + 1)
        monkeypatch.setattr(Path, "lstat", lambda self: foreign if self == path else lstat(self))
    else:
        path.chmod(path.stat().st_mode | (0o020 if way == "group may write" else 0o002))

    assert filled(tmp_path, kept) == "Eins"


def test_a_folder_that_cannot_be_used_costs_nothing_but_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own(tmp_path, "note.html.j2", "Eins")
    (tmp_path / "file").write_text("")
    assert filled(tmp_path, tmp_path / "file") == "Eins"
    assert filled(tmp_path, tmp_path / "kept") == "Eins"
    (kept,) = (path for path in (tmp_path / "kept").rglob("*") if path.is_file())
    for half in (b"", kept.read_bytes()[:20], kept.read_bytes()[:-9], b"j2"):
        kept.write_bytes(half)
        assert filled(tmp_path, tmp_path / "kept") == "Eins"

    def full(*_values: Any, **_named: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("tempfile.NamedTemporaryFile", full)
    kept.unlink()
    assert filled(tmp_path, tmp_path / "kept") == "Eins"
    monkeypatch.setattr(Path, "mkdir", full)
    assert filled(tmp_path, tmp_path / "kept") == "Eins"


def test_only_who_runs_labcamp_may_look_into_the_folder(tmp_path: Path) -> None:
    own(tmp_path, "note.html.j2", "Eins")
    filled(tmp_path, tmp_path / "cache" / "labcamp")
    folders = [path for path in (tmp_path / "cache").rglob("*") if path.is_dir()]
    assert {path.stat().st_mode & 0o777 for path in folders} == {0o777 if os.name == "nt" else 0o700}


def test_the_command_line_keeps_what_is_compiled_where_it_is_told(
    workspace: Path, labcamp: Labcamp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, system = tmp_path / "kept", tmp_path / "system"
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_values, **_named: system)
    command = ("render-agenda", "11", "--today", TODAY)
    assert labcamp(*command).code == 0  # the tests keep nothing
    assert not system.exists()
    assert labcamp(*command, env={"LABCAMP_CACHE": str(kept)}).code == 0
    assert [path.name for path in kept.glob("*/*")] != []
    assert not system.exists()
    monkeypatch.delenv("LABCAMP_CACHE")
    assert labcamp(*command).code == 0
    assert [path.name for path in system.glob("*/*")] != []


def test_without_one_of_its_own_the_packaged_template_is_taken(tmp_path: Path) -> None:
    assert winner(tmp_path, "agenda.md.j2") == templates.packaged().joinpath("agenda.md.j2")


def test_a_template_can_extend_the_one_that_it_replaces(tmp_path: Path) -> None:
    packaged = texts(written(tmp_path, {"treff": EVENT}), "invitation")["treff/invitation.html"]
    name = "invitation.mail.j2"
    own(
        tmp_path,
        name,
        f'{{% extends "labcamp/{name}" %}}{{% block footer %}}{{{{ super() }}}}<p>Unser Fuß</p>{{% endblock %}}',
    )
    extended = texts(written(tmp_path, {"treff": EVENT}), "invitation")["treff/invitation.html"]
    assert re.sub(r"\s+", " ", visible(extended)).rstrip() == (
        re.sub(r"\s+", " ", visible(packaged)).rstrip() + " Unser Fuß"
    )


def test_a_name_that_is_not_there_is_found_at_its_line(tmp_path: Path) -> None:
    code, file, line, values = problem(tmp_path, "{# facts #}\n\n{{ fakts.title }}")
    assert (code, file, line) == ("LC402", "templates/agenda.md.j2", 3)
    assert values == {"problem": "fakts"}


def test_a_key_that_an_event_does_not_have_is_found_at_its_line(tmp_path: Path) -> None:
    assert problem(tmp_path, "\n{{ facts.event.titel }}")[:3] == ("LC402", "templates/agenda.md.j2", 2)


def test_a_template_that_cannot_be_understood_is_found_at_its_line(tmp_path: Path) -> None:
    assert problem(tmp_path, "\n\n{% if facts %}\n")[:3] == ("LC401", "templates/agenda.md.j2", 3)


def test_printing_what_is_not_known_is_found_at_its_line(tmp_path: Path) -> None:
    assert problem(tmp_path, "\n{{ facts.event.theme }}")[:3] == ("LC403", "templates/agenda.md.j2", 2)


@pytest.mark.parametrize(
    "wish",
    [
        "''.__class__.__mro__",
        "facts.event.model_copy()",
        "facts.event.parse_file('/etc/passwd')",
        "facts.series.model_dump_json()",
        "(facts.event|attr('model_copy'))()",
        "facts.event['model_copy']()",
        "facts.event.__dict__",
        "facts.words.lines.update({'a': 'b'})",
        "facts.words.__call__.__globals__",
    ],
)
def test_a_template_only_reads_what_it_is_given(tmp_path: Path, wish: str) -> None:
    assert problem(tmp_path, f"\n{{{{ {wish} }}}}")[:3] == ("LC404", "templates/agenda.md.j2", 2)


@pytest.mark.parametrize("slip", ["1/0", "facts.series.organisers[7].name.x.y", "'a' + 1", "range(10**9)|list"])
def test_whatever_breaks_in_a_template_is_found_at_its_line(tmp_path: Path, slip: str) -> None:
    code, file, line, _ = problem(tmp_path, f"\n\n\n{{{{ {slip} }}}}")
    assert (code, file, line) == ("LC402" if ".y" in slip else "LC405", "templates/agenda.md.j2", 4)


def test_what_breaks_in_a_piece_is_found_in_the_piece(tmp_path: Path) -> None:
    own(tmp_path, "mine/piece.md.j2", "\n{{ nobody }}")
    assert problem(tmp_path, '{% include "mine/piece.md.j2" %}')[:3] == ("LC402", "templates/mine/piece.md.j2", 2)


def test_a_piece_that_is_not_there_is_named_with_the_nearest_one(tmp_path: Path) -> None:
    assert problem(tmp_path, '\n{% include "part.md.j2" %}') == (
        "LC406",
        "templates/agenda.md.j2",
        2,
        {"name": "part.md.j2", "nearest": "parts.md.j2"},
    )


@pytest.mark.parametrize(
    "name", ["../series.yaml", "labcamp/../pyproject.toml", "../pyproject.toml", "./words.de.yaml"]
)
def test_a_name_never_leads_out_of_the_packaged_templates(tmp_path: Path, name: str) -> None:
    assert problem(tmp_path, f'{{% include "{name}" %}}')[0] == "LC406"
    assert handout(tmp_path, f"<{{{{ font('../{name}') }}}}>") == "<>\n"


def test_a_name_that_leads_out_of_the_workspaces_templates_is_refused(tmp_path: Path) -> None:
    code, file, _, _ = problem(tmp_path, '{% include "../events/treff.yaml" %}')
    assert (code, file) == ("LC006", "templates/../events/treff.yaml")


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.j2").write_text("geheim")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/agenda.md.j2").symlink_to(tmp_path / "elsewhere.j2")
    with pytest.raises(LabcampError) as caught:
        made(written(tmp_path, {"treff": EVENT}), "agenda")
    assert caught.value.findings == (Finding((tmp_path / "templates/agenda.md.j2").as_posix(), 0, 0, "LC006"),)


def test_a_template_that_is_no_text_is_told_apart_from_a_wrong_one(tmp_path: Path) -> None:
    own(tmp_path, "agenda.md.j2", "")
    (tmp_path / "templates/agenda.md.j2").write_bytes("für".encode("latin-1"))
    with pytest.raises(LabcampError) as caught:
        made(written(tmp_path, {"treff": EVENT}), "agenda")
    (found,) = caught.value.findings
    assert (found.code, found.path) == ("LC003", (tmp_path / "templates/agenda.md.j2").as_posix())


def test_what_is_wrong_with_a_packaged_template_is_our_bug_and_no_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "package").mkdir()
    (tmp_path / "package/agenda.md.j2").write_text("{{ nobody }}")
    (tmp_path / "package/other.md.j2").write_text('{% include "nothing.md.j2" %}')
    monkeypatch.setattr(templates, "packaged", lambda: tmp_path / "package")
    shipped = open_templates(tmp_path)
    with pytest.raises(UndefinedError):
        fill(shipped, "agenda.md.j2")
    with pytest.raises(TemplateNotFound):
        fill(shipped, "other.md.j2")


def test_the_names_are_those_of_the_package_and_of_the_workspace(tmp_path: Path) -> None:
    packaged = names(tmp_path)
    own(tmp_path, "agenda.md.j2", "")
    own(tmp_path, "mine/piece.md.j2", "")
    assert names(tmp_path) == sorted([*packaged, "mine/piece.md.j2"])
    assert {"agenda.html.j2", "words.de.yaml"} <= set(packaged)


@pytest.mark.parametrize(
    ("suffix", "shown"),
    [("html", "&lt;b&gt; &amp; *x*"), ("md", r"\<b\> & \*x\*"), ("txt", "<b> & *x*"), ("yaml", "<b> & *x*")],
)
def test_a_templates_name_says_how_texts_are_escaped(tmp_path: Path, suffix: str, shown: str) -> None:
    own(tmp_path, f"mine.{suffix}.j2", "{{ text }}")
    assert fill(open_templates(tmp_path), f"mine.{suffix}.j2", text="<b> & *x*") == shown


def files_of(events: list[dict[str, Any]], series: str = FULL_SERIES) -> dict[str, str]:
    """Everything that labcamp makes of events that are given as data."""
    return texts(workspace_of(events, series))


def visible(page: str) -> str:
    """The text of a page."""
    reader = Reader()
    reader.feed(page)
    return "".join(reader.texts)


class Reader(HTMLParser):
    """Reads a page: its tags, texts, comments and links; and headings with nothing below them."""

    def __init__(self, page: str = "") -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.texts: list[str] = []
        self.comments: list[str] = []
        self.links: list[str] = []
        self.empty: list[str] = []
        self._heading: str | None = None  # the open heading's text, or that of the last one with nothing below yet
        self._inside = ""
        self._card = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What a tag brings: its links, and where a heading begins."""
        self.tags.add(tag)
        values = {name: value or "" for name, value in attrs}
        assert not any(name.startswith("on") for name in values), values
        if "href" in values:
            self.links.append(values["href"])
        if tag in {"h1", "h2"} or "part" in values.get("class", "").split():
            self._ends()
        if tag in {"h1", "h2", "style"}:
            self._inside = tag
        if tag == "td":
            self._card = "card" in values.get("class", "").split()
        if tag == "h1" or (tag == "h2" and not self._card):  # the card's own says what stands beside its leaf
            self._heading = ""

    def handle_endtag(self, tag: str) -> None:
        """Where a heading or the page ends."""
        if tag == self._inside:
            self._inside = ""
        if tag == "body":
            self._ends()

    def handle_data(self, data: str) -> None:
        """A text of the page; below a heading it fills its section."""
        if self._inside != "style":
            self.texts.append(data)
        if self._inside in {"h1", "h2"} and not self._card:
            self._heading = (self._heading or "") + data
        elif data.strip():
            self._heading = None

    def handle_comment(self, data: str) -> None:
        """A comment, which only our own templates may make."""
        self.comments.append(data)

    def _ends(self) -> None:
        if self._heading is not None:
            self.empty.append(self._heading)
        self._heading = None


def test_no_text_of_an_event_becomes_html() -> None:
    event = everywhere(HOSTILE, HOSTILE)
    pages = {
        name: page
        for name, page in files_of([event | state for state in STATES]).items()
        if name.endswith("html") and not name.startswith("site/")  # whose pages hold scripts, and others try
    }
    assert len(pages) == 3 * len(STATES)
    for page in pages.values():
        assert "script" not in Reader(page).tags
        assert re.findall(r"&(?!\w+;|#\d+;|#x[0-9a-f]+;).{9}", page) == []
        assert HOSTILE in visible(page)


def test_no_text_of_an_event_becomes_markdown() -> None:
    event = everywhere(HOSTILE, "ein Absatz")
    files = {name: text for name, text in files_of([event | state for state in STATES]).items() if name.endswith("md")}
    assert len(files) == 2 * len(STATES)
    for text in files.values():
        tokens = [
            child for token in MarkdownIt("js-default", {"html": True}).parse(text) for child in token.children or ()
        ]
        assert {token.content for token in tokens if token.type == "html_inline"} <= {"<br>"}
        assert "https://example.com" not in {token.attrs.get("href") for token in tokens if token.type == "link_open"}
        assert {token.type for token in tokens} & {"code_inline", "s_open", "image"} == set()
        shown = "".join(token.content for token in tokens if token.type == "text")
        shown = shown.replace("‚q‘", '"q"')  # within a quote
        assert shown.count('<script>alert(1)</script> & "q" *a* _b_ [c](https://example.com) | `d`') == (
            text.count("alert(1)")
        )


def test_what_organisers_write_in_markdown_can_do_no_harm() -> None:
    body = "<img src=x onerror=y>\n\n[a](javascript:alert(1)) ![b](https://example.com/pixel.png)\n\n<iframe></iframe>"
    page = Reader(files_of([everywhere("Titel", body) | STATES[0]])["e0/invitation.html"])
    assert page.tags & {"img", "iframe"} == set()
    assert [link for link in page.links if "javascript" in link] == []
    assert "<img src=x onerror=y>" in "".join(page.texts)


LETTERS = st.sampled_from("abzÄßé€🎉 <>&\"'*_`[](){}|~\\-+1.!:;%/@  ")
PIECES = st.sampled_from(
    """
    <script>alert(1)</script>;<!-- x;]]>;</td></table>;{{ 7*7 }};{title};{% if %};# x;- x;1. x;~~~;---;| a |
    [x](javascript:y);Wort;ein längerer Satz, der umbricht;x &amp; y
    """.strip()
    .replace("\n    ", ";")
    .split(";")
)
WORDS = st.lists(PIECES | st.text(LETTERS, max_size=20), min_size=1, max_size=6).map(" ".join).map(str.strip)
LINE = WORDS.filter(bool)
BODY = st.lists(LINE, min_size=1, max_size=3).map("\n\n".join)
# To make a failing example smaller takes minutes; its events say enough as they are.
# Every tag that our own templates and the safe Markdown use
TAGS = """
html head meta title style body div table thead tbody tr td th p h1 h2 h3 h4 h5 h6 a ul ol li span br strong em
code pre blockquote hr s main header figure figcaption img
"""
# And those that the pages of the site use besides
OF_THE_SITE = "nav section footer dl dt dd time b link script form label input button details summary fieldset legend"


@st.composite
def events(draw: st.DrawFn) -> dict[str, Any]:
    """Events with any texts, of which any part may be missing."""
    whole = everywhere(draw(LINE), draw(BODY)) | {key: draw(LINE) for key in LINES}
    kept: set[str] = draw(st.sets(st.sampled_from(sorted(whole))))
    state: dict[str, Any] = draw(st.sampled_from(STATES))
    return {key: value for key, value in whole.items() if key in kept} | {"title": whole["title"]} | state


@pytest.mark.odd("LC974", "LC996")
@times(0.3, QUICK)
@given(st.lists(events(), min_size=4, max_size=8), st.sampled_from([FULL_SERIES, "{title: T, id: t, domain: a.org}"]))
def test_any_texts_in_any_fields_give_whole_files(some: list[dict[str, Any]], series: str) -> None:
    files = files_of(some, series)
    assert files
    for name, text in files.items():
        assert "None" not in text
        if name.endswith(".html"):
            page = Reader(text)
            known = f"{TAGS} {OF_THE_SITE}" if name.startswith("site/") else TAGS
            assert page.tags - set(known.split()) == set(), name
            # Below these are lines to write on; the name of an event may be all that a page of the site has to say.
            assert set(page.empty) <= {"Notizen"} or name.startswith("site/"), name
        if name.endswith(".txt"):
            assert max(len(line.encode()) for line in text.splitlines()) <= 998  # RFC 5322 section 2.1.1
            assert re.findall(r"^== .* ==\n+(?:==|-- |\Z)", text, re.MULTILINE) == [], name
        if name.endswith(".md"):
            assert re.findall(r"^## .*\n+(?:## |---\n\nIhr |\Z)", text, re.MULTILINE) == [], name


@pytest.mark.odd("LC974", "LC996")
@times(0.2, QUICK)
@given(st.lists(events(), min_size=4, max_size=8), st.sampled_from([FULL_SERIES, "{title: T, id: t, domain: a.org}"]))
def test_a_mails_text_has_the_links_of_its_html(some: list[dict[str, Any]], series: str) -> None:
    files = files_of(some, series)
    for name in [f"e{number}/{mail}" for number in range(len(some)) for mail in MAILS]:
        text = files[f"{name}.txt"]
        links = {html_module.unescape(link).removeprefix("mailto:") for link in Reader(files[f"{name}.html"]).links}
        assert {link for link in links if link not in text} == set(), name
        assert set(re.findall(r"https?://[^\s<>()]+", text)) - links == set(), name


def test_a_piece_of_the_workspace_that_does_not_fit_ours_is_named(tmp_path: Path) -> None:
    piece = templates.packaged().joinpath("parts.md.j2").read_text("utf-8")
    own(tmp_path, "parts.md.j2", piece.replace("macro question(facts)", "macro question()"))
    with pytest.raises(LabcampError) as caught:
        texts(written(tmp_path, {"treff": EVENT}), "agenda")
    assert [(found.code, found.path, found.line) for found in caught.value.findings] == [
        ("LC405", (tmp_path / "templates/parts.md.j2").as_posix(), 0)
    ]


def test_words_that_no_language_has_are_named_with_the_nearest(tmp_path: Path) -> None:
    assert problem(tmp_path, '\n{{ facts.words("mail.greting") }}') == (
        "LC407",
        "templates/agenda.md.j2",
        2,
        {
            "file": "words.de.yaml",
            "name": "mail.greting",
            "nearest": "mail.greeting",
        },
    )


def test_a_file_where_the_folder_of_templates_should_be_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "templates").write_text("x", "utf-8")
    with pytest.raises(LabcampError) as caught:
        texts(written(tmp_path, {"treff": EVENT}), "agenda")
    assert [(found.code, found.path) for found in caught.value.findings] == [
        ("LC002", (tmp_path / "templates").as_posix())
    ]
