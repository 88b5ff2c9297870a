"""Rules about links: where they lead, what they tell others, and what people click."""

import re
from collections.abc import Iterator

from labcamp.check.calendar.content import fault
from labcamp.check.mail.content import Content, target
from labcamp.check.patterns import AROUND, BARE, VAGUE
from labcamp.findings import Finding, Place

# What newsletter services and advertising add to an address, to see who clicks
TRACKING = re.compile(
    r"[?&;#]((?:utm|pk|mtm|piwik|matomo)_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|igshid|mc_[ce]id"
    r"|_hs(?:enc|mi)|mkt_tok|vero_id|oly_(?:anon|enc)_id|wickedid|ml_subscriber(?:_hash)?)(?==)",
    re.IGNORECASE,
)
INSECURE = re.compile(r"\s*http:", re.IGNORECASE)


def link_empty(content: Content) -> Iterator[Finding]:
    """LC504: a link leads nowhere, or there is nothing to click."""
    for link in content.links:
        url = (link.url or "").strip()
        if url in {"", "#"} and not (link.named and link.url is None):
            yield fault("LC504", link.place, text=link.text, url="")
        elif not link.text and not link.named:
            yield fault("LC504", link.place, text="", url=url)


def _each(content: Content) -> Iterator[tuple[str, Place]]:
    """Each address of the mail once, where it stands first: those of the page, then those that only the text has."""
    seen: set[str] = set()
    of_page = ((link.url.strip(), link.place) for link in content.links if link.url)
    for url, place in (*of_page, *content.addresses):
        if (where := target(url)) not in seen:
            seen.add(where)
            yield url, place


def link_not_secure(content: Content) -> Iterator[Finding]:
    """LC505: a link begins with http:, so everybody on the way can read and change what comes."""
    for url, place in _each(content):
        if INSECURE.match(url):
            yield fault("LC505", place, url=url)


def tracking_parameter(content: Content) -> Iterator[Finding]:
    """LC508: a link tells others where its readers come from."""
    for url, place in _each(content):
        if found := TRACKING.search(url):
            yield fault("LC508", place, url=url, parameter=found[1])


def link_not_in_text(content: Content) -> Iterator[Finding]:
    """LC513: the text part lacks a link of the page."""
    if not content.mail.text.strip():
        return
    seen: set[str] = set()
    for link in content.links:
        url = (link.url or "").strip()
        if not url.lower().startswith(("http:", "https:", "mailto:")):
            continue
        wanted = target(url).split(",") if url.lower().startswith("mailto:") else [target(url)]
        lacking = {each.strip() for each in wanted} - content.targets - seen - {""}
        if lacking:
            seen |= lacking
            yield fault("LC513", link.place, url=url)


def link_text_vague(content: Content) -> Iterator[Finding]:
    """LC925: what is to be clicked does not say where it leads (WCAG 2.4.4)."""
    seen: set[tuple[str, str]] = set()
    for link in content.links:
        text = link.text.strip(AROUND)
        if (text, link.url or "") in seen:
            continue
        if text.lower() in VAGUE or BARE.fullmatch(text):
            seen.add((text, link.url or ""))
            yield fault("LC925", link.place, text=link.text)
