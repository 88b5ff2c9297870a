"""Mails as files: drafts that a mail program opens for writing, and mails that a server sends as they are."""

from base64 import encodebytes
from binascii import b2a_qp
from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import sha256

from labcamp.artefact import Artefact
from labcamp.mail import Mail
from labcamp.model import Contact, Series
from labcamp.model.texts import one_line

LONGEST_LINE = 998  # RFC 5322 section 2.1.1


def draft_bytes(mail: Mail, series: Series) -> bytes:
    """The mail as a draft in an .eml file, which Outlook and Thunderbird open for writing."""
    return _message({"X-Unsent": "1"}, mail, series)


def ready_bytes(mail: Mail, series: Series) -> bytes:
    """The mail as an .eml file that a server sends; what goes to a list says how to leave it (RFC 2369, RFC 2919)."""
    headers = _message_of_a_list(series) if mail.audience == "list" else {}
    return _message(headers, mail, series)


def _message_of_a_list(series: Series) -> dict[str, str]:
    """The headers that let a mail program offer to unsubscribe."""
    headers = {"List-ID": _header("List-ID", f"{series.title} <{series.id}.{series.domain}>")}
    if series.newsletter.unsubscribe:
        headers["List-Unsubscribe"] = uri_header(series.newsletter.unsubscribe)
    return headers


def uri_header(uri: str) -> str:
    """A URI as a header has it: on a line of its own, never encoded as a text would be (RFC 2369 section 2)."""
    from urllib.parse import quote, urlsplit, urlunsplit  # noqa: PLC0415

    parts = urlsplit(uri)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    known = "%/:=&?~#+!$,;'()*[]-._"  # no @: some parsers take what it stands in for an address of mail
    return f"\r\n <{urlunsplit((parts.scheme, host, *(quote(part, safe=known) for part in parts[2:])))}>"


def _message(first: Mapping[str, str], mail: Mail, series: Series) -> bytes:
    """The mail with some headers before its own: the same bytes for the same mail.

    No date, for the program that sends it adds one; fixed boundaries and Message-ID.
    """
    key = sha256(f"{series.id}/{mail.key}".encode()).hexdigest()[:24]
    headers = dict(first)
    if mail.sender.email:
        headers["From"] = _sender(mail.sender)
    if mail.to:
        headers["To"] = _header("To", mail.to)
    headers |= {"Subject": _header("Subject", one_line(mail.subject)), "Message-ID": f"<{key}@{series.domain}>"}
    headers |= {"MIME-Version": "1.0"}
    texts = [_text(mail.text, "plain"), _text(mail.html, "html")]
    if mail.attachment is None:
        return _multipart("alternative", texts, key, headers)
    attached = _attached(mail.attachment, "text/calendar")
    if mail.method:
        form = {"Content-Type": f'text/calendar; charset="utf-8"; method={mail.method}'}
        texts.append(_in_base64(form, mail.attachment.content))
        attached = _attached(mail.attachment, "application/ics")  # as text/calendar some would show it twice
    return _multipart("mixed", (_multipart("alternative", texts, key, {}), attached), key, headers)


def _header(name: str, value: str) -> str:
    """A header's value, encoded and folded by the standard library (RFC 2047, RFC 5322 section 2.2.3)."""
    from email.policy import SMTP

    folded = SMTP.header_factory(name, value).fold(policy=SMTP)
    # A first word that is too long for the line begins the next one: then no blank stands after the colon.
    return str(folded).removeprefix(f"{name}:").removeprefix(" ").rstrip("\r\n")


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
