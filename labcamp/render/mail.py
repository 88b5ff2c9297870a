"""Mails: style sheets moved into the tags, and drafts as files that a mail program opens for writing."""

import re
from base64 import encodebytes
from binascii import b2a_qp
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from hashlib import sha256
from typing import Any

from labcamp.artefact import Artefact
from labcamp.mail import Mail
from labcamp.model import Contact, Series
from labcamp.model.texts import one_line

COLUMNS = 72  # of a text part


@cache
def _inliner() -> Any:
    from css_inline import CSSInliner

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


def draft_bytes(draft: Mail, series: Series) -> bytes:
    """The draft as an .eml file: the same bytes for the same mail (no date, fixed boundaries and Message-ID)."""
    key = sha256(f"{series.id}/{draft.key}".encode()).hexdigest()[:24]
    headers = {"X-Unsent": "1"}  # Outlook and Thunderbird then open it for writing
    if draft.sender.email:
        headers["From"] = _sender(draft.sender)
    if draft.to:
        headers["To"] = _header("To", draft.to)
    headers |= {"Subject": _header("Subject", one_line(draft.subject)), "Message-ID": f"<{key}@{series.domain}>"}
    headers |= {"MIME-Version": "1.0"}
    texts = [_text(draft.text, "plain"), _text(draft.html, "html")]
    if draft.attachment is None:
        return _multipart("alternative", texts, key, headers)
    attached = _attached(draft.attachment, "text/calendar")
    if draft.method:
        form = {"Content-Type": f'text/calendar; charset="utf-8"; method={draft.method}'}
        texts.append(_in_base64(form, draft.attachment.content))
        attached = _attached(draft.attachment, "application/ics")  # as text/calendar some would show it twice
    return _multipart("mixed", (_multipart("alternative", texts, key, {}), attached), key, headers)


def _header(name: str, value: str) -> str:
    """A header's value, encoded and folded by the standard library (RFC 2047, RFC 5322 section 2.2.3)."""
    from email.policy import SMTP

    folded = SMTP.header_factory(name, value).fold(policy=SMTP)
    return str(folded).removeprefix(f"{name}: ").rstrip("\r\n")


@lru_cache(maxsize=8)
def _sender(contact: Contact) -> str:
    """The From header: the organisation, for it is known to more people than a name."""
    organisation = contact.organisation.name if contact.organisation else ""
    return _header("From", mailbox(organisation or contact.name or "", contact.email or ""))


def mailbox(name: str, email: str) -> str:
    """A name and an address as a header has them (RFC 5322 section 3.4)."""
    from email.headerregistry import Address

    return str(Address(name, addr_spec=deliverable(email)))


def deliverable(email: str) -> str:
    """An address that every mail server takes: a domain with an umlaut has another form for that (RFC 5890)."""
    user, _, domain = email.rpartition("@")
    return email if email.isascii() else f"{user}@{domain.encode('idna').decode()}"


def _part(headers: Mapping[str, str], body: bytes) -> bytes:
    """Headers, an empty line, and the body (RFC 5322 section 2.1)."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return lines.encode("ascii") + b"\r\n" + body


def _multipart(subtype: str, parts: Sequence[bytes], key: str, headers: Mapping[str, str]) -> bytes:
    """Parts under one roof (RFC 2046 section 5.1); `=_` can stand in no encoded part, so no text ends one early."""
    boundary = f"=_{subtype[:3]}_{key}"
    body = "".join(f"--{boundary}\r\n%b\r\n" for _ in parts).encode() % tuple(parts)
    form = {"Content-Type": f'multipart/{subtype};\r\n boundary="{boundary}"'}
    return _part({**headers, **form}, body + f"--{boundary}--\r\n".encode())


def _text(text: str, subtype: str) -> bytes:
    """A text part, quoted-printable (RFC 2045 section 6.7)."""
    form = {"Content-Type": f'text/{subtype}; charset="utf-8"', "Content-Transfer-Encoding": "quoted-printable"}
    # Encoded with LF, for with CRLF the standard library forgets to break long lines.
    return _part(form, b2a_qp(text.encode("utf-8"), istext=True).replace(b"\n", b"\r\n"))


def _attached(artefact: Artefact, type_: str) -> bytes:
    """A calendar file as an attachment, byte for byte."""
    name = artefact.name.rsplit("/", 1)[-1]
    form = {
        "Content-Type": f'{type_}; charset="utf-8";\r\n name="{name}"',
        "Content-Disposition": f'attachment;\r\n filename="{name}"',
    }
    return _in_base64(form, artefact.content)


def _in_base64(form: Mapping[str, str], content: bytes) -> bytes:
    """A part whose bytes nobody changes on the way (RFC 2045 section 6.8)."""
    encoded = encodebytes(content).replace(b"\n", b"\r\n")
    return _part({**form, "Content-Transfer-Encoding": "base64"}, encoded)
