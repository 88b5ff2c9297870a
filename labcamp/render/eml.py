"""Mails as files: drafts that a mail program opens for writing, and mails that a server sends as they are."""

import re
from base64 import encodebytes
from binascii import b2a_qp
from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import sha256

from labcamp.model import Contact, Series
from labcamp.model.artefact import Artefact
from labcamp.model.mail import Mail
from labcamp.model.texts import one_line
from labcamp.texts import harmless

LINE = 60  # characters of a text that stands in a header as it is
NOBODY = "sender@missing.invalid"  # no server takes it (RFC 2606), so a draft does not leave without its sender
WORD = 54  # of an encoded word without its frame: so the name of a header and the first word fit in a line


def draft_bytes(mail: Mail, series: Series) -> bytes:
    """The mail as a draft in an .eml file, which Outlook and Thunderbird open for writing."""
    return _message({"X-Unsent": "1"}, mail, series)


def ready_bytes(mail: Mail, series: Series) -> bytes:
    """The mail as an .eml file that a server sends; what goes to a list says how to leave it (RFC 2369, RFC 2919)."""
    headers = _of_a_list(series) if mail.audience == "list" else {}
    return _message(headers, mail, series)


def _of_a_list(series: Series) -> dict[str, str]:
    """The headers that let a mail program offer to unsubscribe."""
    name = re.sub(r'[<>"\\]', "", series.title)  # these would end the name
    headers = {"List-ID": f"{_text_header(name)}\r\n <{series.id}.{series.domain}>"}
    if series.newsletter.unsubscribe:
        headers["List-Unsubscribe"] = uri_header(series.newsletter.unsubscribe)
    return headers


def uri_header(uri: str) -> str:
    """A URI as a header has it: in one piece, never encoded or folded as a text would be (RFC 2369 section 2)."""
    from urllib.parse import quote, urlsplit, urlunsplit  # noqa: PLC0415

    parts = urlsplit(uri)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    # Some parsers take a web address with an @ for an address of mail.
    known = "%/:=&?~#+!$,;'()*[]-._" + ("@" if parts.scheme == "mailto" else "")
    return f"<{urlunsplit((parts.scheme, host, *(quote(part, safe=known) for part in parts[2:])))}>"


def _message(first: Mapping[str, str], mail: Mail, series: Series) -> bytes:
    """The mail with some headers before its own: the same bytes for the same mail.

    No date, for the program that sends it adds one; fixed boundaries and Message-ID.
    """
    key = sha256(f"{series.id}/{mail.key}".encode()).hexdigest()[:24]
    headers = dict(first)
    if mail.sender.email or mail.sender.name:
        headers["From"] = _sender(mail.sender, series)
    if mail.to:
        headers["To"] = _receivers(mail.to)
    headers |= {"Subject": _text_header(one_line(mail.subject)), "Message-ID": f"<{key}@{series.domain}>"}
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


def _text_header(text: str) -> str:
    """A text as a header has it: as it is where that is short and plain, else in encoded words (RFC 2047)."""
    text = harmless(text)
    return _in_words(text) if _is_odd(text) or len(text) > LINE else text


def _is_odd(text: str) -> bool:
    """Tell whether a text cannot stand in a header as it is: not ASCII, or taken for an encoded word."""
    return not (text.isascii() and text.isprintable()) or "=?" in text


def _in_words(text: str) -> str:
    """A text in encoded words, which a reader puts together again (RFC 2047 sections 4.2 and 5).

    The standard library loses and adds blanks where a long text goes from one such word to the next.
    """
    words = [""]
    for character in text:
        plain = character.isascii() and character.isalnum()
        piece = character if plain else "".join(f"={byte:02X}" for byte in character.encode()).replace("=20", "_")
        if len(words[-1]) + len(piece) > WORD:
            words.append("")
        words[-1] += piece
    return "\r\n ".join(f"=?utf-8?q?{word}?=" for word in words)


def _sender(contact: Contact, series: Series) -> str:
    """The From header: the series, known to more people than a name is; without an address, what is to be filled in."""
    if contact.email:
        return _address(one_line(series.title), contact.email)
    return _address(contact.name or "", NOBODY)


def _receivers(value: str) -> str:
    """The To header, of addresses with or without a name; a name that looks like an encoded word is none."""
    from email.utils import getaddresses

    return ",\r\n ".join(_address(name, email) for name, email in getaddresses([value]))


@lru_cache(maxsize=8)
def _address(name: str, email: str) -> str:
    """A name and an address as a header has them, the name in encoded words if need be (RFC 5322 section 3.4)."""
    name = harmless(name)
    return f"{_in_words(name)}\r\n <{deliverable(email)}>" if _is_odd(name) else mailbox(name, email)


def mailbox(name: str, email: str) -> str:
    """A name and an address as a header has them (RFC 5322 section 3.4)."""
    from email.headerregistry import Address

    return str(Address(name, addr_spec=deliverable(email)))


def deliverable(email: str) -> str:
    """An address that every mail server takes: a domain with an umlaut has another form for that (RFC 5890)."""
    user, _, domain = email.rpartition("@")
    return email if email.isascii() else f"{user}@{domain.encode('idna').decode()}"


def in_a_name(email: str) -> str:
    """An address as a part of the name of a file; what no system takes there is percent-encoded."""
    from urllib.parse import quote  # noqa: PLC0415

    return quote(email.lower(), safe="@+!$&'()=,;~")


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
    encoded = b2a_qp(text.encode("utf-8"), istext=True)
    # A mailbox in one file begins each mail with these letters; what else begins so would be changed there.
    encoded = re.sub(rb"^From ", b"=46rom ", encoded, flags=re.MULTILINE)
    return _part(form, encoded.replace(b"\n", b"\r\n"))


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
