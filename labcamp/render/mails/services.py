"""The newsletter for services that send it: the payload of a draft campaign, or a page to paste; nothing is sent."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from labcamp.findings import Finding, Place, finding
from labcamp.model import Event
from labcamp.model.artefact import Artefact
from labcamp.model.mail import Mail
from labcamp.patterns import pattern_of
from labcamp.render.mails import mail_of
from labcamp.render.stage import Stage
from labcamp.workspace import EVENTS, Workspace

# What a service calls its own link to unsubscribe
LISTMONK = "{{ UnsubscribeURL }}"  # https://listmonk.app/docs/templating/
KEILA = "{{ unsubscribe_link }}"  # github.com/pentacent/keila lib/keila/mailings/campaign_renderer.ex
PASTED = {
    # https://www.cleverreach.com/en/features/manage-recipients/automatic-unsubscribe-management/
    "cleverreach": "{UNSUBSCRIBE}",
    "rapidmail": "",  # none is documented: the series' own link stays
    "brevo": "{{ unsubscribe }}",  # https://help.brevo.com/hc/en-us/articles/360000946299
}
# Stands in the mail where the link comes: css-inline would encode the braces. `.invalid` is nobody's (RFC 2606).
STAND_IN = "https://unsubscribe.labcamp.invalid/"
# What people write is data to a service's template language, which begins at a brace; in HTML nothing but a browser
# reads an entity. listmonk makes a tracking link of an address that ends with @TrackLink, too.
IN_HTML = {"{": "&#123;", "@TrackLink": "&#64;TrackLink"}
IN_LIQUID = {"{": '{{ "{" }}'}
IN_GO = {"{": '{{ "{" }}', "@TrackLink": '{{ "@" }}TrackLink'}
# listmonk fills the text part with html/template, too: without a tag in sight it leaves all the rest as it is.
IN_GO_TEXT = IN_GO | {"<": '{{ Safe "<" }}'}
# A page in its parts, so that what looks like a comment inside an attribute is none
PARTS = pattern_of(r'(?P<comment><!--.*?-->)|(?P<style><style\b.*?</style>)|<(?:"[^"]*"|[^">])*>|[^<]+', re.DOTALL)


def render(stage: Stage, event: Event, service: str) -> Iterator[Artefact]:
    """The newsletter about an event for a service: `newsletter-<service>.json`, or a page for each one to paste in."""
    return SERVICES[service](stage, event)


def with_stand_in(stage: Stage) -> Stage:
    """The stage as if its series could be left at the stand-in."""
    workspace = stage.workspace
    newsletter = workspace.series.newsletter.model_copy(update={"unsubscribe": STAND_IN})
    to_send = replace(workspace, series=workspace.series.model_copy(update={"newsletter": newsletter}))
    return replace(stage, workspace=to_send, facts={})


def letter(stage: Stage, event: Event) -> Mail:
    """The newsletter with nothing attached, for services refuse it: github.com/pentacent/keila/issues/226."""
    return mail_of(replace(stage, attaches=False), event, "newsletter")


def lacking(workspace: Workspace, service: str) -> Iterator[Finding]:
    """LC985, LC986, LC987: what the series could say about its account with a service, and does not."""
    newsletter, place = workspace.series.newsletter, Place((workspace.root / EVENTS / "series.yaml").as_posix())
    if service == "listmonk" and not newsletter.listmonk.lists:
        yield finding("LC985", place)
    if service == "listmonk" and newsletter.listmonk.template is None:
        yield finding("LC986", place)
    if service == "keila" and not newsletter.keila.sender:
        yield finding("LC987", place)


def _listmonk(stage: Stage, event: Event) -> Iterator[Artefact]:
    """The body of POST /api/campaigns (https://listmonk.app/docs/apis/campaigns/): without `send_at`, a draft."""
    mail, account = letter(with_stand_in(stage), event), stage.workspace.series.newsletter.listmonk
    payload: dict[str, object] = {
        "name": mail.key,
        "subject": _replaced(mail.subject, IN_GO),
        "lists": list(account.lists),
        "type": "regular",
        "content_type": "html",
        "body": inert(mail.html, _kept_by_go).replace(STAND_IN, LISTMONK),
        "altbody": _replaced(mail.text, IN_GO_TEXT).replace(STAND_IN, LISTMONK),
        "messenger": "email",
        "tags": [stage.workspace.series.id, event.id],
    }
    if account.template is not None:
        payload["template_id"] = account.template
    yield _payload(event, "listmonk", payload)


def _keila(stage: Stage, event: Event) -> Iterator[Artefact]:
    """The body of POST /api/v1/campaigns (keila lib/keila_web/api/schemas/mailings_campaign.ex): a draft, no tracking.

    Keila makes the text part from the page; ours is for who turns the campaign into one of plain text.
    """
    mail, account = letter(with_stand_in(stage), event), stage.workspace.series.newsletter.keila
    data = {
        "subject": _replaced(mail.subject, IN_LIQUID),
        "preview_text": _replaced(mail.preheader, IN_LIQUID),
        "settings": {"type": "html", "do_not_track": True},
        "html_body": inert(mail.html).replace(STAND_IN, KEILA),
        "text_body": _replaced(mail.text, IN_LIQUID).replace(STAND_IN, KEILA),
    }
    known = {"sender_id": account.sender, "segment_id": account.segment}
    yield _payload(event, "keila", {"data": data | {key: value for key, value in known.items() if value}})


def _paste(stage: Stage, event: Event) -> Iterator[Artefact]:
    """A page for each service into which people paste it; only HTML, for in text nothing hides a brace from them."""
    made, own = letter(with_stand_in(stage), event).html, letter(stage, event).html
    for service, placeholder in PASTED.items():
        page = inert(made).replace(STAND_IN, placeholder) if placeholder else inert(own)
        yield Artefact(f"{event.id}/newsletter-{service}.html", page.encode())


SERVICES: Mapping[str, Callable[[Stage, Event], Iterator[Artefact]]] = {
    "listmonk": _listmonk,
    "keila": _keila,
    "paste": _paste,
}


def _payload(event: Event, service: str, payload: Mapping[str, object]) -> Artefact:
    text = json.dumps(payload, ensure_ascii=False, indent=2)
    return Artefact(f"{event.id}/newsletter-{service}.json", f"{text}\n".encode())


def _replaced(text: str, table: Mapping[str, str]) -> str:
    """The text with each sign of a table as the table has it."""
    return re.sub("|".join(map(re.escape, table)), lambda sign: table[sign[0]], text)


def inert(html: str, comment: Callable[[str], str] = lambda text: text) -> str:
    """A page in which no template language finds anything, and a browser reads the same as before."""

    def part(found: re.Match[str]) -> str:
        if found["comment"]:
            return comment(found[0])
        if found["style"]:
            # A style sheet knows no entities, but blanks do not matter there.
            return re.sub(r"\{(?=[{%#])", "{ ", found[0])
        return _replaced(found[0], IN_HTML)

    return PARTS.sub(part, html)


def _kept_by_go(comment: str) -> str:
    """A comment that html/template leaves where it is; it drops all others, also those that Outlook reads."""
    return f"{{{{ Safe {json.dumps(comment, ensure_ascii=False)} }}}}"
