"""The newsletter for services that send it: documented fields only, their own way out, and texts that stay texts."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema
import liquid
import pytest
from conftest import TODAY, Labcamp
from everything import STATES, everywhere, workspace_of
from sample import GOLDEN, SERIES, in_memory, sample, some
from sample import event_of as event_from
from test_templates import Reader

from labcamp.commands.render_newsletter import service_names
from labcamp.model import Event
from labcamp.render.mails import mail_of
from labcamp.render.mails.services import SERVICES, STAND_IN, inert, lacking, letter, render, with_stand_in
from labcamp.render.stage import stage_of
from labcamp.workspace import Workspace

FOLDER = Path(__file__).parent / "services"
LINK = "https://service.example.org/out/1"
PASTED = {"cleverreach": "{UNSUBSCRIBE}", "brevo": "{{ unsubscribe }}"}
ACCOUNTS = "newsletter: {listmonk: {lists: '1, 4', template: 2}, keila: {sender: ms_12345, segment: sgm_12345}}\n"
PLAIN = "{title: Treff, status: confirmed, date: 2027-03-11, time: 14:00-16:00, place: online}"
HOSTILE = (
    "{{ 7*7 }}", "{{ UnsubscribeURL }}", "{{ unsubscribe_link }}", "{{ unsubscribe }}", "{UNSUBSCRIBE}", "{{{ x }}}",
    "{% raw %}", "{% endraw %} {{ x }}", "{%- if x %}", "{# x #}", "a { b", "}} %}", '{{ "{" }}', "{{/* x */}}", "{{",
    "https://example.org/a@TrackLink", "@TrackLink", "x@TrackLink.example", '{{ TrackLink "https://example.org" }}',
    "<!-- x", "<!--[if mso]>{{ x }}<![endif]-->", "a > <!-- {{ x }} -->", "-->", "<b>{{ x }}</b>", "a < b & c",
    '„x“ "y" \'z\' \\ `', "🎉👩‍👩‍👧{{🎉}}",
)  # fmt: skip


@cache
def files(service: str, id_: str) -> dict[str, str]:
    """What is made of an event of the artificial series."""
    event = event_of(sample(), id_)
    return {file.name: file.content.decode() for file in render(stage_of(sample()), event, service)}


def event_of(workspace: Workspace, id_: str) -> Event:
    return next(event for event in workspace.events if event.id == id_)


def payload(workspace: Workspace, service: str, event: Event | None = None) -> dict[str, Any]:
    """The payload for a service, about the only event or another one."""
    (file,) = render(stage_of(workspace), event or workspace.events[0], service)
    found = json.loads(file.content)
    return dict(found.get("data", found))


def pages(workspace: Workspace) -> dict[str, str]:
    """The pages to paste, by service."""
    made = render(stage_of(workspace), workspace.events[0], "paste")
    return {file.name.split("newsletter-")[1].removesuffix(".html"): file.content.decode() for file in made}


def simple(series: str = "") -> Workspace:
    """A series with one event and what `series` says."""
    whole = f"{SERIES}{series}"
    return in_memory(GOLDEN / "nothing", [event_from(PLAIN, whole)], whole)


@pytest.mark.parametrize("id_", ["full", "english"])
@pytest.mark.parametrize("service", SERVICES)
def test_what_a_service_gets_has_not_changed(service: str, id_: str, golden: Callable[[str, bytes], None]) -> None:
    for name, text in files(service, id_).items():
        golden(f"services/{name.replace('/', '.')}", text.encode())


def fits(service: str, data: object) -> bool:
    """Tell whether a payload has only fields that the service documents, and all that it needs."""
    schema = json.loads((FOLDER / f"{service}.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return bool(jsonschema.Draft202012Validator(schema).is_valid(data))


@pytest.mark.parametrize("id_", [event.id for event in sample().events])
@pytest.mark.parametrize("service", ["listmonk", "keila"])
def test_a_payload_has_only_fields_that_the_service_documents(service: str, id_: str) -> None:
    ((name, text),) = files(service, id_).items()
    data = json.loads(text)
    assert (name, fits(service, data)) == (f"{id_}/newsletter-{service}.json", True)
    assert not fits(service, data | {"track_opens": False})


@pytest.mark.parametrize("service", ["listmonk", "keila"])
def test_a_payload_with_what_the_series_says_of_its_account_fits_too(service: str) -> None:
    (file,) = render(stage_of(simple(ACCOUNTS)), simple(ACCOUNTS).events[0], service)
    assert fits(service, json.loads(file.content))
    assert list(lacking(simple(ACCOUNTS), service)) == []


def test_a_payload_says_what_the_series_says_of_its_account() -> None:
    listmonk, keila = (payload(simple(ACCOUNTS), service) for service in ("listmonk", "keila"))
    assert (listmonk["lists"], listmonk["template_id"]) == ([1, 4], 2)
    assert (keila["sender_id"], keila["segment_id"]) == ("ms_12345", "sgm_12345")
    one = payload(simple("newsletter: {listmonk: {lists: 7}}\n"), "listmonk")
    assert one["lists"] == [7]
    assert "template_id" not in one
    assert not {"sender_id", "segment_id"} & payload(simple(), "keila").keys()


def test_it_stays_a_draft_and_nobody_is_counted() -> None:
    listmonk, keila = (payload(simple(), service) for service in ("listmonk", "keila"))
    assert "send_at" not in listmonk
    assert "scheduled_for" not in keila
    assert keila["settings"] == {"type": "html", "do_not_track": True}
    assert "Track" not in json.dumps(listmonk)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("state", STATES, ids=lambda state: "-".join(state.values()))
def test_the_way_out_is_that_of_the_service_and_the_stand_in_is_gone(state: dict[str, Any], language: str) -> None:
    workspace = workspace_of([everywhere("x", "x") | state | {"language": language}])
    listmonk, keila = (payload(workspace, service) for service in ("listmonk", "keila"))
    out = {"de": "Abbestellen", "en": "Unsubscribe"}[language]
    for page, text, link in (
        (listmonk["body"], listmonk["altbody"], "{{ UnsubscribeURL }}"),
        (keila["html_body"], keila["text_body"], "{{ unsubscribe_link }}"),
    ):
        assert re.findall(rf'<a href="{re.escape(link)}"[^>]*>(.*?)</a>', page) == [out]
        assert f"\n{out}:\n{link}\n" in text
        assert (page.count(link), text.count(link)) == (1, 1)
    for service, link in PASTED.items():
        page = pages(workspace)[service]
        assert re.findall(rf'<a href="{re.escape(link)}"[^>]*>(.*?)</a>', page) == [out]
    assert "labcamp.invalid" not in json.dumps([listmonk, keila, pages(workspace)])


def test_where_no_placeholder_is_published_the_series_says_the_way_out_itself() -> None:
    known = sample()
    own = letter(stage_of(known), event_of(known, "full"))
    assert files("paste", "full")["full/newsletter-rapidmail.html"] == own.html
    assert 'href="https://example.org/abmelden?liste=treff&amp;sprache=de"' in own.html
    assert "[Abmeldelink eintragen]" in pages(simple())["rapidmail"]
    assert "[Abmeldelink eintragen]" not in "".join(pages(simple())[service] for service in PASTED)


class Seen(HTMLParser):
    """All that a browser makes of a page, in order: tags, texts and comments."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.parts: list[tuple[str, object]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag and its attributes."""
        self.parts.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        """The end of a tag."""
        self.parts.append(("/", tag))

    def handle_data(self, data: str) -> None:
        """A text, whole."""
        if self.parts and self.parts[-1][0] == "text":
            data = f"{self.parts.pop()[1]}{data}"
        self.parts.append(("text", data))

    def handle_comment(self, data: str) -> None:
        """A comment, which Outlook reads."""
        self.parts.append(("comment", data))


def seen(page: str) -> list[tuple[str, object]]:
    return Seen(page).parts


# As listmonk prepares a template before Go reads it (knadh/listmonk, models/common.go)
PREPARED = (
    (r'{{\s*TrackLink\s+"([^"]+)"\s*}}', r'{{ TrackLink "\1" . }}'),
    (r"(https?://[\w\-\.~!#$&'()*+,/:;=?@\[\]%]*)@TrackLink", r'{{ TrackLink "\1" . }}'),
    (r"{{(\s+)?(TrackView|UnsubscribeURL|ManageURL|OptinURL|MessageURL)(\s+)?}}", r"{{ \2 . }}"),
)
ACTION = re.compile(r'{{ (?:(?:Safe )?(?P<text>"(?:[^"\\]|\\.)*")|(?P<link>UnsubscribeURL \.)) }}')


def in_go(template: str, raw: list[str] | None = None) -> str:
    """What listmonk makes of one of our templates, which know a text and the way out, and nothing else.

    `raw` gets what stands outside of `{{ }}`. Go's escapes in a text are those of JSON, as far as json.dumps makes any.
    """
    for pattern, replacement in PREPARED:
        template = re.sub(pattern, replacement, template)
    outside = ACTION.sub(" ", template)
    assert "{{" not in outside, outside[outside.index("{{") :][:80]
    if raw is not None:
        raw.append(outside)
    return ACTION.sub(lambda action: LINK if action["link"] else json.loads(action["text"]), template)


def in_liquid(template: str) -> str:
    """What Liquid makes of a template."""
    return liquid.Environment(undefined=liquid.StrictUndefined).from_string(template).render(unsubscribe_link=LINK)


@cache
def hostile(text: str) -> Workspace:
    """An event that says one text wherever it can."""
    return workspace_of([everywhere(text, text, "https://example.org/a@TrackLink") | STATES[0]])


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_write_comes_out_of_listmonk_as_they_wrote_it(text: str) -> None:
    workspace, raw = hostile(text), list[str]()
    mail, made = letter(with_stand_in(stage_of(workspace)), workspace.events[0]), payload(workspace, "listmonk")
    assert in_go(made["subject"]) == mail.subject
    assert seen(in_go(made["body"], raw)) == seen(mail.html.replace(STAND_IN, LINK))
    assert in_go(made["altbody"], raw) == mail.text.replace(STAND_IN, LINK)
    # html/template drops comments, and a tag that stays open is an error.
    assert Reader(raw[0]).comments == []
    assert "<" not in raw[1]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_write_comes_out_of_keila_as_they_wrote_it(text: str) -> None:
    workspace = hostile(text)
    mail, made = letter(with_stand_in(stage_of(workspace)), workspace.events[0]), payload(workspace, "keila")
    assert in_liquid(made["subject"]) == mail.subject
    assert in_liquid(made["preview_text"]) == mail.preheader
    assert seen(in_liquid(made["html_body"])) == seen(mail.html.replace(STAND_IN, LINK))
    assert in_liquid(made["text_body"]) == mail.text.replace(STAND_IN, LINK)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_write_is_no_placeholder_in_a_page_to_paste(text: str) -> None:
    workspace = hostile(text)
    mail = letter(with_stand_in(stage_of(workspace)), workspace.events[0])
    own = letter(stage_of(workspace), workspace.events[0])
    for service, page in some(pages(workspace).items()):
        link = PASTED.get(service, "")
        before = (mail if link else own).html
        outside = re.sub(r"<style.*?</style>", "", page, flags=re.DOTALL)
        assert outside.count("{") == link.count("{")
        assert seen(page) == seen(before.replace(STAND_IN, link))


def test_a_page_without_braces_is_left_as_it_is_to_the_byte() -> None:
    workspace = simple()
    mail = letter(with_stand_in(stage_of(workspace)), workspace.events[0])
    assert in_liquid(payload(workspace, "keila")["html_body"]) == mail.html.replace(STAND_IN, LINK)
    assert in_go(payload(workspace, "listmonk")["body"]) == mail.html.replace(STAND_IN, LINK)


def test_a_style_sheet_begins_nothing_either() -> None:
    style = "<style>@media print {{#x { color: red }}{%{}</style>"
    assert inert(style) == "<style>@media print { { #x { color: red }}{ %{}</style>"
    assert inert('<p title="<!-- {">{</p><!--{-->') == '<p title="<!-- &#123;">&#123;</p><!--{-->'


def test_nothing_is_attached_and_the_calendar_file_is_linked_where_it_is_published() -> None:
    published, hidden = simple("public: https://example.org/dateien\n"), simple()
    for workspace, known in ((published, True), (hidden, False)):
        for text in (payload(workspace, "listmonk")["altbody"], payload(workspace, "keila")["text_body"]):
            assert ("https://example.org/dateien/treff-12/treff-12.ics" in text) is known
    assert [letter(stage_of(workspace), workspace.events[0]).attachment for workspace in (published, hidden)] == [
        None,
        None,
    ]
    assert mail_of(stage_of(hidden), hidden.events[0], "newsletter").attachment is not None


def test_a_mail_without_an_attachment_does_not_speak_of_one() -> None:
    workspace = simple()
    stages = [replace(stage_of(workspace), attaches=attaches) for attaches in (True, False)]
    texts = [" ".join(mail_of(stage, workspace.events[0], "invitation").text.split()) for stage in stages]
    said = "Der Termin für euren Kalender hängt an dieser Mail."
    assert [said in text for text in texts] == [True, False]


def test_a_second_run_gives_the_same_bytes() -> None:
    again = replace(sample())
    for service in SERVICES:
        made = {file.name: file.content.decode() for file in render(stage_of(again), event_of(again, "full"), service)}
        assert made == files(service, "full")


def test_the_shell_completes_the_services_that_there_are() -> None:
    assert [list(service_names(start)) for start in ("", "K", "x")] == [["listmonk", "keila", "paste"], ["keila"], []]


def codes(err: str) -> list[str]:
    """The codes that a command tells about events and options."""
    return re.findall(r"\b(LC\d{3}) [a-z-]+:", err)


@pytest.mark.parametrize(
    ("service", "path"), [("listmonk", "/api/campaigns"), ("keila", "/api/v1/campaigns")], ids=["listmonk", "keila"]
)
def test_a_payload_is_written_and_the_last_line_says_where_it_goes(
    service: str, path: str, workspace: Path, labcamp: Labcamp
) -> None:
    result = labcamp("render-newsletter", "11", "--for", service.upper(), "--today", TODAY)
    file = f"out/labcamp-11/newsletter-{service}.json"
    assert result.code == 0
    assert result.out.splitlines()[0] == f"created    {file}"
    last = result.out.splitlines()[-1]
    assert last.startswith(f"Give {file} to those who look after your ")
    assert f"(POST to {path})" in last
    assert result.out.splitlines()[-1].endswith("Nothing is sent by that.")
    assert len(result.out.splitlines()) == 2
    assert "Newsletter: 19 of 24 points." in result.err
    raw = (workspace / file).read_bytes().decode()
    assert raw == json.dumps(json.loads(raw), ensure_ascii=False, indent=2) + "\n"


def test_pages_to_paste_are_written(workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("render-newsletter", "--for", "paste", "--today", TODAY)
    names = [line.split()[-1] for line in result.out.splitlines()[:-1]]
    assert names == [f"out/labcamp-11/newsletter-{service}.html" for service in ("cleverreach", "rapidmail", "brevo")]
    assert result.out.splitlines()[-1].startswith("Paste the one that fits")
    assert not {"LC985", "LC986", "LC987"} & set(codes(result.err))


@pytest.mark.shows("LC985", "LC986", "LC987")
def test_what_the_series_does_not_say_of_its_account_is_advice(workspace: Path, labcamp: Labcamp) -> None:
    def told(service: str) -> list[str]:
        err = labcamp("render-newsletter", "11", "--for", service, "--today", TODAY).err
        return [code for code in codes(err) if code.startswith("LC98")]

    assert [told("listmonk"), told("keila")] == [["LC985", "LC986"], ["LC987"]]
    series = workspace / "events/series.yaml"
    series.write_text(f"{series.read_text('utf-8')}\n{ACCOUNTS}", "utf-8")
    assert [told("listmonk"), told("keila")] == [[], []]


def test_a_rule_about_an_account_can_be_switched_off(workspace: Path, labcamp: Labcamp) -> None:
    series = workspace / "events/series.yaml"
    series.write_text(f"{series.read_text('utf-8')}\nrules: {{keila-without-sender: 'off'}}\n", "utf-8")
    assert "LC987" not in labcamp("render-newsletter", "11", "--for", "keila", "--today", TODAY).err


def test_a_way_out_need_not_be_known_for_a_service(workspace: Path, labcamp: Labcamp) -> None:
    def lacks(*more: str) -> list[str]:
        err = labcamp("render-newsletter", "11", *more, "--today", TODAY).err
        return re.findall(r"LC938 footer-incomplete: (.*)", err)

    assert "link to unsubscribe" in lacks()[0]
    assert "link to unsubscribe" not in lacks("--for", "keila")[0]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("newsletter: {listmonk: {lists: [eins]}}", "LC208 not-a-number: "),
        ("newsletter: {listmonk: {template: leer}}", "LC208 not-a-number: "),
        ("newsletter: {listmonk: {list: [1]}}", "LC202 unknown-key: "),
        ("newsletter: {keila: {sender: [ms_1]}}", "LC203 not-a-text: "),
        ("newsletter: {keila: ms_1}", "LC205 not-keys: "),
    ],
)
def test_what_a_series_says_wrongly_of_its_account_is_a_finding(
    lines: str, found: str, workspace: Path, labcamp: Labcamp
) -> None:
    series = workspace / "events/series.yaml"
    series.write_text(f"{series.read_text('utf-8')}\n{lines}\n", "utf-8")
    result = labcamp("render-newsletter", "11", "--for", "keila", "--today", TODAY)
    assert (result.code, result.out) == (1, "")
    assert re.search(rf"^events/series\.yaml:\d+:\d+: {found}", result.err, re.MULTILINE)


@pytest.mark.shows("LC520")
def test_an_unknown_service_is_named_with_the_nearest(workspace: Path, labcamp: Labcamp) -> None:
    near = labcamp("render-newsletter", "--for", "lismonk")
    far = labcamp("render-newsletter", "--for", "brieftaube")
    assert (near.code, near.out, codes(near.err)) == (2, "", ["LC520"])
    assert "hint: do you mean 'listmonk'?" in near.err
    assert "hint: there are: listmonk, keila, paste" in far.err
    assert not (workspace / "out").exists()


@pytest.mark.shows("LC521")
def test_a_mail_file_and_something_for_a_service_are_two_things(workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("render-newsletter", "--for", "keila", "--ready")
    assert (result.code, result.out, codes(result.err)) == (2, "", ["LC521"])


def test_what_must_not_go_out_goes_into_no_service_either(workspace: Path, labcamp: Labcamp) -> None:
    path = workspace / "events/labcamp-11.yaml"
    news = "news:\n  - {title: Neu, url: 'https://example.org/a?utm_source=mail'}\n"
    text = path.read_text("utf-8").replace("news:\n", news)
    path.write_text(text, "utf-8")
    assert labcamp("render-newsletter", "11", "--for", "listmonk", "--today", TODAY).code == 0  # a draft
    path.write_text(text.replace("status: draft", "status: confirmed"), "utf-8")
    result = labcamp("render-newsletter", "11", "--for", "keila", "--today", TODAY)
    assert (result.code, result.out) == (1, "")
    assert "LC508 tracking-parameter: " in result.err
    assert not (workspace / "out/labcamp-11/newsletter-keila.json").exists()
