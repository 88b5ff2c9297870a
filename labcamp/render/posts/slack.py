"""A post for programs that write in Slack: the message as Block Kit JSON, its texts as mrkdwn."""

import json
import re
from dataclasses import fields, replace
from typing import Any

from labcamp.patterns import pattern_of
from labcamp.render.posts.counting import units
from labcamp.render.posts.parts import Post, uncalled

# https://docs.slack.dev/reference/block-kit
HEADER_LENGTH = 150
SECTION_LENGTH = 3000
BUTTON_LENGTH = 75
URL_LENGTH = 3000
ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# Signs that would format; Slack knows no escape for them, but does not format next to something like a blank.
# Inside a word they mean nothing: Teilnehmer*innen.
FORMATTING = pattern_of(r"(?<![^\W_])[*_~`]|[*_~`](?![^\W_])")
ZERO_WIDTH_SPACE = "\N{ZERO WIDTH SPACE}"


def escaped(text: str) -> str:
    """Plain text so that mrkdwn shows it as it is: nothing formats, links or calls anybody."""
    entities = re.sub("[&<>]", lambda sign: ESCAPES[sign[0]], text)
    return uncalled(FORMATTING.sub(rf"\g<0>{ZERO_WIDTH_SPACE}", entities))


def mrkdwn(post: Post) -> Post:
    """The post with all its texts as mrkdwn; without hashtags, for in Slack a # names a channel."""
    texts = {part.name: escaped(getattr(post, part.name)) for part in fields(Post)}
    return replace(post, **texts | {"link": post.link.replace("&", "&amp;"), "hashtags": ""})


def message(post: Post) -> str:
    """The message as JSON; its `text` is what notifications and screen readers get."""
    return json.dumps({"text": _whole(post), "blocks": blocks(post)}, ensure_ascii=False, indent=2) + "\n"


def _whole(post: Post) -> str:
    """The post in one text."""
    safe = mrkdwn(post)
    link = f"<{safe.link}|{safe.label}>" if safe.link else ""
    notice = f"_{safe.notice}_" if safe.notice else ""
    head = "\n".join(filter(None, (f"*{safe.heading}*", _about(safe))))
    call = " ".join(filter(None, (safe.call, link)))
    return "\n\n".join(filter(None, (notice, head, safe.summary, safe.closing, call)))


def _about(post: Post) -> str:
    return " ".join(filter(None, (post.when, post.place, post.attendance, post.reason)))


def blocks(post: Post) -> list[dict[str, Any]]:
    """The post as blocks, of which there are never more than six."""
    safe = mrkdwn(post)
    button = _button(post)
    link = f"<{safe.link}|{safe.label}>" if safe.link and not button else ""
    call = " ".join(filter(None, (safe.call, link)))
    notice = _section(f"_{safe.notice}_" if safe.notice else "")
    texts = [block for text in (_about(safe), safe.summary, safe.closing, call) for block in _section(text)]
    return [*notice, *_heading(post, safe.heading), *texts, *button]


def _heading(post: Post, heading: str) -> list[dict[str, Any]]:
    # Whether a header decodes &amp; is written nowhere: one that needs it is a section in bold.
    if units(post.heading) > HEADER_LENGTH or re.search("[&<>]", post.heading):
        return _section(f"*{heading}*")
    return [{"type": "header", "text": _plain(post.heading)}]


def _section(text: str) -> list[dict[str, Any]]:
    return [{"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": True}}] if text else []


def _button(post: Post) -> list[dict[str, Any]]:
    """The link as a button, where it can be one."""
    fits = 0 < units(post.label) <= BUTTON_LENGTH and units(post.link) <= URL_LENGTH
    if not fits or not post.link.startswith(("http://", "https://")):
        return []
    return [{"type": "actions", "elements": [{"type": "button", "text": _plain(post.label), "url": post.link}]}]


def _plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text, "emoji": False}
