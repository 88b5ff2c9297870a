"""A mail as it is read from its bytes: by Python's own parser, and as it should be."""

import email.policy
import re
from dataclasses import replace
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import getaddresses
from hashlib import sha256
from typing import Any, NamedTuple

from everything import FULL_SERIES
from mail_corpus import mails, workspaces
from sample import series_of

from labcamp.model import Contact, Series
from labcamp.model.mail import Mail
from labcamp.render.eml import draft_bytes, ready_bytes

FORMS = {"draft": draft_bytes, "ready": ready_bytes}
ADDRESS = f"abmelden/{'k%C3%B6ln-' * 30}?liste=treff&sprache=de&an={'a.b+c' * 12}%40example.org&(x)=,;*'~!$@:"
LONG = f"https://bücher.example.org/{ADDRESS}"
NAMES = (
    'Jörg "JJ" Müller, Dr.',
    "A\\B; <c@d>, (e) [f]: @g",
    "Lab der Labore 🎉 und aller, die noch kommen " * 6 + "🎉",
    "李雷",
    "O'Neill",
    "--",
)


class Letter(NamedTuple):
    """A mail and the series that it goes out for."""

    mail: Mail
    series: Series


class Read(NamedTuple):
    """What is read from a mail; a line of its texts ends with LF, an attachment is told by its SHA-256."""

    headers: list[str]
    sender: list[list[str]]
    to: list[list[str]]
    subject: str
    message_id: str
    list_name: str
    list_id: str
    unsubscribe: str
    text: str
    html: str
    attachments: list[list[str]]


def letters() -> dict[str, Letter]:
    """Every mail of the corpus, and some that are hard to read: odd names, and a long address to get no more."""
    every = {name: Letter(mail, workspaces()[prefix_of(name)].series) for name, mail in mails().items()}
    hard = series_of(FULL_SERIES)[0]
    hard = hard.model_copy(update={"newsletter": hard.newsletter.model_copy(update={"unsubscribe": LONG})})
    sound = mails()["full/change-notice"]
    every["hard/long"] = Letter(replace(sound, key="hard/long"), hard)
    for number, name in enumerate(NAMES):
        sender = Contact(email="treff@müller.example.org")
        subject = f"{name} {name}".strip()
        odd = replace(sound, key=f"hard/{number}", sender=sender, subject=subject, audience="participants")
        every[odd.key] = Letter(odd, hard.model_copy(update={"title": name.strip()}))
    return every


def prefix_of(name: str) -> str:
    """What stands before the name of a mail that has not the artificial series."""
    return next((before for before in workspaces() if before and name.startswith(before)), "")


def due(letter: Letter, form: str) -> Read:
    """What should be read from a mail."""
    mail, series = letter
    to_a_list = form == "ready" and mail.audience == "list"
    of_list = ["list-id", *(["list-unsubscribe"] if series.newsletter.unsubscribe else [])]
    first = {"draft": ["x-unsent"], "ready": of_list if to_a_list else []}[form]
    receiver = ["to"] if mail.to else []
    key = sha256(f"{series.id}/{mail.key}".encode()).hexdigest()[:24]
    attached = mail.attachment
    return Read(
        headers=[*first, "from", *receiver, "subject", "message-id", "mime-version", "content-type"],
        sender=[[series.title, at(mail)]],
        to=[["", mail.to]] if mail.to else [],
        subject=mail.subject,
        message_id=f"<{key}@{series.domain}>",
        list_name=series.title if to_a_list else "",
        list_id=f"{series.id}.{series.domain}" if to_a_list else "",
        unsubscribe=on_the_way(series.newsletter.unsubscribe or "") if to_a_list else "",
        text=mail.text,
        html=mail.html,
        attachments=[] if attached is None else [described(attached.name.rsplit("/", 1)[-1], attached.content)],
    )


def at(mail: Mail) -> str:
    """The address of the sender as mail servers take it."""
    return (mail.sender.email or "").replace("müller", "xn--mller-kva")


def on_the_way(url: str) -> str:
    """The address as a header has it: in ASCII."""
    return url.replace("bücher", "xn--bcher-kva").replace("@", "%40")


def described(name: str, content: bytes) -> list[str]:
    """An attached calendar."""
    return [name, "text/calendar", "attachment", sha256(content).hexdigest()]


def in_python(content: bytes) -> Read:
    """What Python's own parser reads, and nothing that it complains about."""
    message: Any = BytesParser(policy=email.policy.default).parsebytes(content)
    raw = BytesParser(policy=email.policy.compat32).parsebytes(content, headersonly=True)
    assert isinstance(message, EmailMessage)
    assert [part.defects for part in message.walk()] == [[] for _ in message.walk()]
    assert [name for part in message.walk() for name in part if part[name].defects] == []
    about_list = re.fullmatch(r"(.*) <(\S+)>", str(message["List-ID"] or ""))
    return Read(
        headers=[name.lower() for name in message],
        sender=mailboxes(raw["From"]),
        to=mailboxes(raw["To"]),
        subject=str(message["Subject"]),
        message_id=str(message["Message-ID"]),
        list_name=about_list[1] if about_list else "",
        list_id=about_list[2] if about_list else "",
        unsubscribe=str(message["List-Unsubscribe"] or "").strip().removeprefix("<").removesuffix(">"),
        text=body(message, "plain"),
        html=body(message, "html"),
        attachments=[attached(part) for part in message.iter_attachments()],
    )


def attached(part: Any) -> list[str]:
    """The name, type, disposition and SHA-256 of an attachment."""
    content = sha256(part.get_payload(decode=True)).hexdigest()
    return [part.get_filename() or "", part.get_content_type(), part.get_content_disposition() or "", content]


def mailboxes(header: Any) -> list[list[str]]:
    """The names and addresses of a header, by the older parser: the newer one puts blanks between encoded words."""
    boxes = getaddresses([header]) if header else []
    return [[str(make_header(decode_header(name))), address] for name, address in boxes]


def body(message: Any, subtype: str) -> str:
    """A text of the mail."""
    return str(message.get_body((subtype,)).get_content()).replace("\r\n", "\n")


def links(text: str) -> set[str]:
    """The addresses that a text names."""
    return {link.rstrip(".,") for link in re.findall(r"https?://[^\s<>()\"]+", text)}
