"""A mail before it is a file: its subject, its texts, and to whom it goes."""

from dataclasses import dataclass
from typing import Literal

from labcamp.model.artefact import Artefact
from labcamp.model.private import Participant
from labcamp.model.series import Contact

Audience = Literal["list", "participants"]
Receiver = Contact | Participant


@dataclass(frozen=True)
class Mail:
    """A mail to be: `key` names it for ever, so that its Message-ID stays.

    `labcamp-10/invitation` goes to all, `labcamp-10/invitation/ida@example.org` to one person. With a `method` the
    attached calendar is also a part of the mail, which mail programs answer (RFC 6047).
    """

    key: str
    subject: str
    text: str
    html: str
    sender: Contact
    to: str = ""
    attachment: Artefact | None = None
    method: str = ""
    preheader: str = ""
    language: str = "de"
    markdown: str = ""
    audience: Audience = "list"

    @property
    def kind(self) -> str:
        """What sort of mail it is: `newsletter`."""
        return self.key.split("/")[1]
