"""Mails: style sheets moved into the tags, and drafts as files that a mail program opens for writing."""

import re
from binascii import b2a_base64, b2a_qp
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from labcamp.artefact import Artefact
from labcamp.model import Contact, Series
from labcamp.model.texts import one_line

if TYPE_CHECKING:
    from email.message import Message


COLUMNS = 72  # of a text part


@dataclass(frozen=True)
class Draft:
    """A mail to be: `key` names it for ever (`labcamp-10/invitation`), so that its Message-ID stays."""

    key: str
    subject: str
    text: str
    html: str
    sender: Contact
    to: str = ""
    attachment: Artefact | None = None


@cache
def _inliner() -> Any:
    from css_inline import CSSInliner  # noqa: PLC0415

    return CSSInliner(keep_style_tags=False, load_remote_stylesheets=False)


def inlined(html: str) -> str:
    """The page with its style sheet moved into the tags; a block marked `keep` stays (media queries)."""
    return str(_inliner().inline(html))


def tidy(text: str) -> str:
    """A text part without blanks at line ends, without more than one empty line, with one line end at the end."""
    # `-- ` alone is the line before a signature (RFC 3676 section 4.3): mail programs know it by its blank.
    lines = (line if line == "-- " else line.rstrip(" \t") for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


def wrapped(text: str, indent: str = "") -> str:
    """A paragraph in lines of 72 columns; an address is never broken."""
    import textwrap  # noqa: PLC0415

    options: dict[str, Any] = {"width": COLUMNS, "break_long_words": False, "break_on_hyphens": False}
    return "\n".join(
        line if len(line) <= COLUMNS else textwrap.fill(line, subsequent_indent=indent, **options)
        for line in text.split("\n")
    )


def draft_bytes(draft: Draft, series: Series) -> bytes:
    """The draft as an .eml file: the same bytes for the same mail (no date, fixed boundaries and Message-ID)."""
    from email.policy import compat32  # noqa: PLC0415

    key = sha256(f"{series.id}/{draft.key}".encode()).hexdigest()[:24]
    message = _multipart("alternative", [_text(draft.text, "plain"), _text(draft.html, "html")], key)
    if draft.attachment:
        message = _multipart("mixed", [message, _attached(draft.attachment)], key)
    message["X-Unsent"] = "1"  # Outlook and Thunderbird then open it for writing
    if draft.sender.email:
        message["From"] = _header("From", _sender(draft.sender))
    if draft.to:
        message["To"] = _header("To", draft.to)
    message["Subject"] = _header("Subject", one_line(draft.subject))
    message["Message-ID"] = f"<{key}@{series.domain}>"
    message["MIME-Version"] = "1.0"
    # Every header is encoded and folded already; the modern policies would parse each again, five times as slow.
    return message.as_bytes(policy=compat32.clone(linesep="\r\n", max_line_length=None))


def _header(name: str, value: object) -> str:
    """A header's value, encoded and folded (RFC 2047, RFC 5322 section 2.2.3)."""
    from email.policy import SMTP  # noqa: PLC0415

    folded = SMTP.header_factory(name, value).fold(policy=SMTP)
    return str(folded).removeprefix(f"{name}: ").rstrip("\r\n")


def _sender(contact: Contact) -> Any:
    from email.headerregistry import Address  # noqa: PLC0415

    organisation = contact.organisation.name if contact.organisation else ""
    return Address(display_name=organisation or contact.name or "", addr_spec=contact.email)


def _multipart(subtype: str, parts: "Sequence[Message]", key: str) -> "Message":
    """Parts under one roof (RFC 2046 section 5.1), with a boundary that follows from the mail's key."""
    message = _part()
    # Short enough for one line: a longer one would be parsed and folded again for every part.
    message["Content-Type"] = f'multipart/{subtype}; boundary="=_{subtype[:3]}_{key[:16]}"'
    message.set_payload(list(parts))
    return message


def _text(text: str, subtype: str) -> "Message":
    """A text part, quoted-printable (RFC 2045 section 6.7)."""
    part = _part()
    part["Content-Type"] = f'text/{subtype}; charset="utf-8"'
    part["Content-Transfer-Encoding"] = "quoted-printable"
    encoded = b2a_qp(text.encode("utf-8"), istext=True)
    part.set_payload(encoded.decode("ascii"))
    return part


def _attached(artefact: Artefact) -> "Message":
    """A calendar file as an attachment, byte for byte (RFC 2045 section 6.8)."""
    name = artefact.name.rsplit("/", 1)[-1]
    part = _part()
    part["Content-Type"] = f'text/calendar; charset="utf-8"; name="{name}"'
    part["Content-Disposition"] = f'attachment; filename="{name}"'
    part["Content-Transfer-Encoding"] = "base64"
    lines = (artefact.content[start : start + 57] for start in range(0, len(artefact.content), 57))
    part.set_payload(b"".join(map(b2a_base64, lines)).decode("ascii"))
    return part


def _part() -> "Message":
    """An empty part; its headers are ours and right, so the plain class will do, which does not parse them again."""
    from email.message import Message  # noqa: PLC0415

    return Message()
