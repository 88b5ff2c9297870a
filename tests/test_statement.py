"""`labcamp statement`: what the draft says, what it leaves open, and what becomes of it on the site."""

import datetime as dt
import re
from pathlib import Path

import pytest
from conftest import TODAY, Labcamp
from sample import event_of, in_memory, written
from tested import noted

from labcamp import __version__
from labcamp.findings import Place, finding
from labcamp.model import Organisation, Series
from labcamp.model.laws import CALLED, LAWS, law_of
from labcamp.render.stage import stage_of
from labcamp.render.statement import BARRIERS, Asked, Draft, render
from labcamp.render.tested import MADE_FROM, judgements, print_of, results
from labcamp.review.folder import found_in
from labcamp.texts import LANGUAGES, region_name, words_of
from labcamp.workspace import Workspace
from labcamp.workspace.statement import day_of, is_old, open_in

DAY = ("--today", TODAY)
SERIES = """\
id: mustertreff
title: Muster_Treff
domain: example.org
public: https://treff.example.org/
organisers: hafen
contact: {name: Erika Muster, email: treff_post@example.org}
"""
EVENT = """\
title: Treff
status: confirmed
date: 2026-03-05
links:
  - {title: Bericht, file: bericht.pdf}
  - {title: Folien, file: folien.pptx, type: slides}
  - {title: Mitschnitt, url: 'https://video.example.org/1', type: recording, consent: ja}
  - {title: Ohne Einwilligung, url: 'https://video.example.org/2', type: recording}
  - {title: Seite, url: 'https://example.org/seite'}
agenda: [{title: A, links: [{title: Karte, file: karte.pdf}]}]
"""
DRAFT = "title: Geheim\nstatus: draft\ndate: 2026-04\nlinks: [{title: Plan, url: 'https://example.org/geheim'}]\n"
FINISHED = "# Erklärung zur Barrierefreiheit\n\nDiese Erklärung wurde am 3. Mai 2026 erstellt.\n"
PAGE = "events/pages/barrierefreiheit.md"
COMPLIES = re.compile(r"\bvereinbar\b|\bcompliant\b|\bkonform\b|\bconforms?\b|\bbarrierefrei ist\b|\bis accessible\b")
# Where each judgement comes from
JUDGED = {
    "site": dict.fromkeys(("axe", "html"), "tests/judges/test_site_in_browsers.py"),
    "agenda": dict.fromkeys(("axe", "html"), "tests/judges/test_agenda_page.py"),
    "mails": dict.fromkeys(("axe", "html"), "tests/judges/test_mails.py"),
    "pdf": {"ua": "tests/test_handout.py tests/test_paper_pdf.py"},
}
# What is to stand there by the EU's model (Implementing Decision (EU) 2018/1523, annex, section 1)
HEADINGS = {
    "de": [
        "Erklärung zur Barrierefreiheit",
        "Stand der Vereinbarkeit mit den Anforderungen",
        "Nicht barrierefreie Inhalte",
        "Erstellung dieser Erklärung",
        "Feedback und Kontaktangaben",
        "Durchsetzungsverfahren",
    ],
    "en": [
        "Accessibility statement",
        "Compliance status",
        "Non-accessible content",
        "Preparation of this accessibility statement",
        "Feedback and contact information",
        "Enforcement procedure",
    ],
}


VALUES = dict.fromkeys(("name", "tag", "source", "url", "tags", "text", "sign", "key"), "x")


def drafted(language: str, law: str, *, full: bool = True) -> tuple[str, str]:
    """The page and the Markdown of a draft, of a series that says all or as little as it may."""
    page, markdown = render(stage_of(workspace_in(language, full=full)), asked(law, full=full))
    return page.content.decode(), markdown.content.decode()


def asked(law: str, *, full: bool = True) -> Asked:
    """What the draft is about: each sort of barrier once, and a template of their own; or nothing of it."""
    found = tuple(finding(code, Place(f"events/{code}.yaml", 3, 1), **VALUES) for code in BARRIERS)
    return Asked(law, found, ("site.css.j2",)) if full else Asked(law)


def workspace_in(language: str, *, full: bool = True) -> Workspace:
    """A series in a language, with an event that is over and a draft, or without."""
    series = SERIES if full else "id: treff\ntitle: Treff\ndomain: example.org\n"
    events = [event_of(EVENT), event_of(DRAFT, id_="treff-13")] if full else []
    return in_memory(Path("nothing"), events, f"{series}language: {language}\n")


# What it says, and what it does not


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("law", ["eu", "de", "de-nw", "at", "at-9", "ch", "ch-zh"])
def test_all_parts_of_the_model_are_there_and_it_never_says_how_accessible_the_site_is(law: str, language: str) -> None:
    for full in (True, False):
        page, markdown = drafted(language, law, full=full)
        headings = re.findall(r"^##? (.*)$", markdown, re.MULTILINE)
        assert headings == HEADINGS[language]
        said = re.sub(r"\[…[^\]]*\]", "", markdown)
        assert COMPLIES.findall(said) == []
        assert COMPLIES.findall(re.sub(r"<[^>]*>|\[…[^\]]*\]", "", page.partition("</style>")[2])) == []
        of_part = dict(zip(headings, re.split(r"^##? .*$", markdown, flags=re.MULTILINE)[1:], strict=True))
        for part in (HEADINGS[language][1], HEADINGS[language][3], HEADINGS[language][5]):
            assert open_in(of_part[part]) != [], part


def test_what_is_known_stands_in_it_and_all_else_is_open() -> None:
    _, markdown = drafted("de", "de")
    assert "Hafen & Lab bemüht sich, diese Website barrierefrei zugänglich zu machen." in markdown
    assert "Website Muster_Treff unter <https://treff.example.org/>." in markdown
    assert "- Erika Muster\n- [treff_post@example.org](mailto:treff_post@example.org)\n" in markdown
    assert "am 23. November 2026 erstellt und zuletzt am 23. November 2026 überprüft" in markdown
    assert "Eine Antwort kommt spätestens nach einem Monat." in markdown
    assert [place[:30] for place in open_in(markdown)] == [
        "[… Ist diese Website vollständ",
        "[… Was eine Prüfung dieser Web",
        "[… Nur wer sich darauf beruft:",
        "[… Nur wenn es sie gibt: welch",
        "[… Wer hat diese Website wann ",
        "[… Schlichtungsstelle nach § 1",
    ]


def test_what_check_found_and_what_nobody_tested_is_counted() -> None:
    page, markdown = drafted("de", "de")
    lines = [line for line in markdown.splitlines() if line.startswith("- ") and line[-1].isdigit()]
    assert lines == [
        "- Kommende Treffen, bei denen nicht steht, wie zugänglich sie sind: 1",
        "- Zeichen, die im PDF nicht lesbar sind: 2",
        "- Überschriften, bei denen eine Ebene fehlt: 1",
        "- Texte ohne Angabe ihrer Sprache: 1",
        "- Links, deren Text nicht sagt, wohin sie führen: 2",
        "- Bilder ohne Alternativtext: 2",
        "- Eigene Vorlagen, die nicht mitgeprüft sind: site.css.j2",
        "- Aufzeichnungen, bei denen nicht geprüft ist, ob sie Untertitel haben: 1",
        "- Verlinkte Seiten und Dateien anderswo, die nicht geprüft sind: 2",
    ]
    assert "- Dateien auf dieser Website, die nicht geprüft sind: 3 (PDF 2, PPTX 1)\n" in markdown
    notes = page.partition("<aside")[2]
    assert "<li>Treff: Karte (karte.pdf)</li>" in notes
    message, _ = words_of(asked("de").findings[3], "de")
    assert f"<li>events/LC824.yaml:3 LC824: {message}</li>" in notes
    assert "geheim" not in (page + markdown).lower()
    assert "video.example.org/2" not in page + markdown


def test_each_open_place_is_marked_on_the_page_and_counted() -> None:
    page, markdown = drafted("en", "at-9", full=False)
    assert page.count("<mark>") == len(open_in(markdown)) == 10
    assert "begin with …: 10</p>" in page


def test_what_people_wrote_has_no_meaning_in_it() -> None:
    series = SERIES.replace("Muster_Treff", "'Treff *[x](javascript:y)* <b>'")
    page, markdown = render(stage_of(in_memory(Path("nothing"), [], series)), Asked("eu"))
    assert "Treff \\*\\[x\\](javascript:y)\\* \\<b\\>" in markdown.content.decode()
    assert "Treff *[x](javascript:y)* &lt;b&gt;" in page.content.decode()


# Whose law it is


@pytest.mark.parametrize(
    ("organisers", "regions", "law"),
    [
        ([{"country": "DE", "region": "DE-NW", "level": "Kommune"}], [], "de-nw"),
        ([{"country": "DE", "region": "DE-BE", "level": "Bund"}], [], "de"),
        ([{"region": "AT-9"}], [], "at-9"),
        ([{"country": "Schweiz"}], ["CH-ZH"], "ch"),
        ([{}, {"country": "Österreich"}], ["DE-BE"], "at"),
        ([{"country": "ES", "region": "ES-CT"}], ["DE-BE"], "eu"),
        ([{}], ["DE-BE", "AT-1"], "de-be"),
        ([], ["DE"], "de"),
        ([], ["CH-XX"], "ch"),
        ([], [], "eu"),
    ],
)
def test_the_law_follows_who_organises_else_where_the_series_is(
    organisers: list[dict[str, str]], regions: list[str], law: str
) -> None:
    known = tuple(Organisation(name="O", **values) for values in organisers)
    series = Series(id="t", title="T", domain="example.org").model_copy(
        update={"organisers": known, "regions": tuple(regions)}
    )
    assert law_of(series) == law
    assert law in LAWS


def test_every_part_of_a_country_has_a_name_and_every_land_of_germany_a_law_to_look_up() -> None:
    parts = [law.upper() for law in LAWS if "-" in law]
    assert len(parts) == 16 + 9 + 26
    assert [part for part in parts for language in LANGUAGES if f"({part})" in region_name(part, language)] == []
    assert {law for law in LAWS if law.startswith("de-")} == CALLED.keys()


# The command


def test_the_command_makes_two_files_and_says_what_is_open_and_by_which_law(workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("statement", *DAY)
    assert result == (
        0,
        "created    out/barrierefreiheit.html\n"
        "created    out/barrierefreiheit.md\n"
        "Open places that only you can fill in: 9. Each begins with […\n"
        "Law: de-be (Berlin). Another one with --law, for example --law de\n"
        "Read the draft. To add it as a page of the website: labcamp statement --page\n",
        "",
    )
    assert labcamp("statement", "--law", " AT", *DAY).out.splitlines()[3].startswith("Law: at (Austria).")
    assert (workspace / "out/barrierefreiheit.md").read_text("utf-8").count("(WZG)") == 1
    assert labcamp("statement", "--law", "eu", *DAY).out.splitlines()[3].startswith("Law: eu (model of the EU).")


@pytest.mark.shows("LC815")
@pytest.mark.parametrize(("law", "hint"), [("de-nrw", "did you mean 'de-nw'?"), ("xyzw", "there are eu, de, at, ch,")])
def test_an_unknown_law_is_told_and_nothing_is_made(law: str, hint: str, workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("statement", "--law", law, *DAY)
    assert (result.code, result.out) == (2, "")
    assert f"--law: LC815 unknown-law: there is no law '{law}' here\n    hint: {hint}" in result.err
    assert not (workspace / "out").exists()


@pytest.mark.shows("LC816")
def test_as_a_page_it_is_written_once_and_never_over_what_people_wrote(workspace: Path, labcamp: Labcamp) -> None:
    dry = labcamp("statement", "--page", "--dry-run", *DAY)
    assert (dry.code, (workspace / PAGE).exists()) == (0, False)
    first = labcamp("statement", "--page", *DAY)
    assert first.out.splitlines()[0] == f"created    {PAGE}"
    assert first.out.splitlines()[-1].startswith(f"Fill in {PAGE}.")
    (workspace / PAGE).write_text(FINISHED, "utf-8")
    again = labcamp("statement", "--page", *DAY)
    assert (again.code, (workspace / PAGE).read_text("utf-8")) == (2, FINISHED)
    assert f"{PAGE}: LC816 statement-there" in again.err
    assert f"Your statement is {PAGE}." in labcamp("statement", *DAY).out


def test_undo_takes_the_page_back(workspace: Path, labcamp: Labcamp) -> None:
    labcamp("statement", "--page", *DAY)
    assert labcamp("undo").code == 0
    assert not (workspace / PAGE).exists()


def test_what_is_wrong_in_a_file_stops_it_but_not_a_picture_without_words(tmp_path: Path, labcamp: Labcamp) -> None:
    picture = "title: T\nstatus: confirmed\ndate: 2026-03-05\nlinks: [{title: Bild, file: b.png, consent: ja}]\n"
    (tmp_path / "events/files/treff-1").mkdir(parents=True)
    (tmp_path / "events/files/treff-1/b.png").write_bytes(b"x")
    for name, text in {"series": SERIES.replace("organisers: hafen\n", ""), "treff-1": picture}.items():
        (tmp_path / f"events/{name}.yaml").write_text(text, "utf-8")
    assert labcamp("statement", "--root", tmp_path, *DAY).code == 0
    assert "Bilder ohne Alternativtext: 1" in (tmp_path / "out/barrierefreiheit.md").read_text("utf-8")
    (tmp_path / "events/treff-2.yaml").write_text("title: T\ndatum: x\n", "utf-8")
    result = labcamp("statement", "--root", tmp_path, *DAY)
    assert (result.code, "LC202" in result.err) == (1, True)


def test_templates_of_their_own_are_named_and_told_where_they_fail(
    tmp_path: Path, labcamp: Labcamp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace := tmp_path)
    written(workspace, {"treff-1": "title: T\nstatus: confirmed\ndate: 2026-12\n"}, SERIES)
    (workspace / "templates").mkdir()
    (workspace / "templates/site.css.j2").write_text("a {}", "utf-8")
    (workspace / "templates/words.de.yaml").write_text("statement: {title: Barrieren}\n", "utf-8")
    labcamp("statement", *DAY)
    text = (workspace / "out/barrierefreiheit.md").read_text("utf-8")
    assert "Eigene Vorlagen, die nicht mitgeprüft sind: site.css.j2\n" in text
    assert text.startswith("# Barrieren\n")
    (workspace / "templates/statement.md.j2").write_text("{# draft #}\n{{ nope }}", "utf-8")
    for command in ("statement", "check"):
        assert "templates/statement.md.j2:2:1: LC402" in labcamp(command, *DAY).err


# The site and `check`


def codes(told: str) -> list[str]:
    """The codes of what was told about the statement."""
    return re.findall(r"LC87[89]", told)


@pytest.mark.shows("LC879")
def test_while_something_is_open_the_site_leaves_it_out_and_that_is_told(workspace: Path, labcamp: Labcamp) -> None:
    labcamp("statement", "--page", *DAY)
    made = labcamp("render-site", "--no-pdf", *DAY)
    assert codes(made.err) == ["LC879"]
    assert f"{PAGE}:3:1: LC879" in labcamp("check", *DAY).err
    assert not (workspace / "out/site/barrierefreiheit.html").exists()
    assert "barrierefreiheit.html" not in (workspace / "out/site/index.html").read_text("utf-8")
    labcamp("render-site", "--no-pdf", "--drafts", *DAY)
    assert (workspace / "out/site-drafts/barrierefreiheit.html").exists()


def test_once_it_is_finished_a_link_at_the_end_of_every_page_leads_there(workspace: Path, labcamp: Labcamp) -> None:
    (workspace / PAGE).parent.mkdir()
    (workspace / PAGE).write_text(FINISHED, "utf-8")
    assert codes(labcamp("render-site", "--no-pdf", *DAY).err) == []
    site = workspace / "out/site"
    for path in site.rglob("*.html"):
        up = "../" * (len(path.relative_to(site).parts) - 1)
        head, _, foot = path.read_text("utf-8").partition("<footer")
        linked = f'<li><a href="{up}barrierefreiheit.html">Barrierefreiheit</a></li>'
        assert linked in foot or path.name == "404.html", path
        assert "barrierefreiheit.html" not in head.partition("<main")[0].partition("<nav")[2], path
    assert "barrierefreiheit.html" not in (site / "404.html").read_text("utf-8")  # nobody knows from where


@pytest.mark.shows("LC878")
def test_check_reminds_of_a_statement_that_is_older_than_a_year(tmp_path: Path) -> None:
    written(tmp_path, {"treff-1": EVENT.partition("links")[0]}, SERIES)
    (tmp_path / "events/pages").mkdir()
    told = {}
    for text in (
        FINISHED,
        FINISHED.replace("erstellt.", "erstellt und zuletzt am 5. Juni 2027 überprüft."),
        "# B\n\nX\n",
    ):
        (tmp_path / PAGE).write_text(text, "utf-8")
        for day in ("2027-05-03", "2027-05-04", "2028-06-06"):
            found = found_in(tmp_path, dt.date.fromisoformat(day)).findings
            told[text[-20:], day] = [each.code for each in found if each.code.startswith("LC87")]
    assert list(told.values()) == [[], ["LC878"], ["LC878"], [], ["LC878"], ["LC878"], *[["LC879"]] * 3]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Diese Erklärung wurde am 3. Mai 2026 erstellt und am 01.06.2026 überprüft.", "2026-06-01"),
        ("This statement was prepared on 3 May 2026.\nIt was last reviewed on June 2, 2026.", "2026-06-02"),
        ("Stand: 2026-07-01", "2026-07-01"),
        ("Zuletzt aktualisiert am 31. Februar 2026", None),
        ("Die Vorlagen wurden am 3. Mai 2026 geprüft.", None),
        ("Wird überprüft am 1. Mai 2099", None),
        ("", None),
    ],
)
def test_the_day_is_the_last_one_on_which_it_says_that_it_was_made_or_looked_at(text: str, day: str | None) -> None:
    assert day_of(text, dt.date(2026, 11, 23)) == (day and dt.date.fromisoformat(day))


def test_a_year_after_the_29th_of_february_ends_with_the_1st_of_march() -> None:
    leap = dt.date(2024, 2, 29)
    assert [is_old(leap, dt.date(2025, 3, day)) for day in (1, 2)] == [False, True]


# What the judges found


@pytest.mark.parametrize(("sort", "what"), [(sort, what) for sort, of in JUDGED.items() for what in of])
def test_the_templates_are_those_that_were_judged(sort: str, what: str) -> None:
    found = results()[sort][what]
    assert found["templates"] == print_of(sort), f"changed since then: pytest {JUDGED[sort][what]} --update-tested"


def test_no_judgement_is_left_over_and_each_is_told() -> None:
    assert {sort: set(of) for sort, of in results().items()} == {sort: set(of) for sort, of in JUDGED.items()}
    assert set(MADE_FROM) == set(JUDGED)
    _, markdown = drafted("en", "eu")
    lines = [line for line in markdown.splitlines() if line.startswith("- ") and " with " in line and "labcamp" in line]
    assert len(lines) == len(judgements()) == 7
    assert [found for found in judgements() if not found.examples or not found.by] == []


def test_templates_that_were_changed_since_then_are_told_as_such() -> None:
    found = judgements()[0]._replace(day=dt.date(2026, 3, 5), examples=7, current=False)
    draft = Draft(stage_of(workspace_in("en")), Asked("eu"))
    assert draft.told(found).endswith(
        "the same rules: 7 (tested on 5 March 2026; the template has been changed since then and not been tested again)"
        if found.sort == "agenda"
        else ": 7 (tested on 5 March 2026; the template has been changed since then and not been tested again)"
    )


def test_results_of_one_day_are_counted_together_and_others_begin_anew() -> None:
    first = noted({}, "pdf", "ua", "judge 1", {"b": 2})
    both = noted(first, "pdf", "ua", "judge 1", {"a": 3})
    assert both["pdf"]["ua"]["counts"] == {"a": 3, "b": 2}
    assert both["pdf"]["ua"]["labcamp"] == __version__
    assert noted(both, "pdf", "ua", "judge 2", {"c": 1})["pdf"]["ua"]["counts"] == {"c": 1}
    assert list(noted(both, "site", "axe", "judge 1", {"c": 1})) == ["site", "pdf"]
