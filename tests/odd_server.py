"""A mail server of a few lines that behaves as odd ones do; over TLS, with a certificate made for it."""

import re
import socket
import ssl
import threading
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from io import BufferedRWPair
from pathlib import Path

import trustme

from labcamp.model.private import Account


@dataclass
class Oddities:
    """How the server behaves, and what it was told."""

    greeting: bytes = b"* OK ready"
    capability: bytes = b"IMAP4rev1 UIDPLUS"
    listing: tuple[bytes, ...] = (rb'(\HasNoChildren \Drafts) "/" Drafts',)
    login: bytes = b"OK done"
    append: bytes = b"OK done"
    select: bytes = b"OK done"
    keep: Callable[[bytes], bytes] = bytes
    mails: dict[int, bytes] = field(default_factory=dict)
    heard: list[bytes] = field(default_factory=list)
    encrypted: bool = True


@dataclass
class Call:
    """One connection: what comes in, and what goes out."""

    odd: Oddities
    file: BufferedRWPair
    tag: bytes = b""

    def say(self, *lines: bytes) -> None:
        """Lines go out."""
        self.file.write(b"".join(line + b"\r\n" for line in lines))
        self.file.flush()

    def serve(self) -> None:
        """Everything is answered until nobody asks any more."""
        self.say(self.odd.greeting)
        while line := self.file.readline():
            self.odd.heard.append(line.strip())
            self.tag, _, rest = line.strip().partition(b" ")
            verb = b"_".join(rest.split()[: 2 if rest.startswith(b"UID ") else 1]).decode("latin-1").lower()
            getattr(self, verb, self.other)(rest)

    def other(self, _: bytes) -> None:
        """What needs no more than a yes."""
        self.say(self.tag + b" OK done")

    def capability(self, _: bytes) -> None:
        """What the server can do."""
        self.say(b"* CAPABILITY " + self.odd.capability, self.tag + b" OK done")

    def authenticate(self, _: bytes) -> None:
        """The user and the password, in one piece."""
        self.say(b"+ ")
        self.odd.heard.append(b64decode(self.file.readline()))
        self.say(self.tag + b" " + self.odd.login)

    def login(self, _: bytes) -> None:
        """The user and the password, in two."""
        self.say(self.tag + b" " + self.odd.login)

    def list(self, _: bytes) -> None:
        """The mailboxes."""
        self.say(*(b"* LIST " + line for line in self.odd.listing), self.tag + b" OK done")

    def select(self, _: bytes) -> None:
        """A mailbox is opened, or not."""
        self.say(self.tag + b" " + self.odd.select)

    def append(self, rest: bytes) -> None:
        """A mail is taken, as the server keeps it; where it has nothing to say to that, it hangs up."""
        if self.odd.append.startswith(b"NO"):
            self.say(self.tag + b" " + self.odd.append)
            return
        self.say(b"+ go on")
        content = self.file.read(int(rest[rest.rindex(b"{") + 1 : -1]))
        self.file.readline()
        if not self.odd.append:
            raise ConnectionResetError
        self.odd.mails[max(self.odd.mails, default=0) + 1] = self.odd.keep(content)
        self.say(self.tag + b" " + self.odd.append)

    def uid_search(self, rest: bytes) -> None:
        """The mails with a Message-ID; none is marked as deleted for long."""
        wanted = re.search(rb'"(<.*>)"', rest)
        found = [b"%d" % uid for uid, content in self.odd.mails.items() if wanted and wanted[1] in content]
        self.say(b" ".join([b"* SEARCH", *found]), self.tag + b" OK done")

    def uid_fetch(self, rest: bytes) -> None:
        """A mail, and what nobody has asked for."""
        uid = int(rest.split()[2])
        content = self.odd.mails[uid]
        self.say(b"* 1 FETCH (FLAGS (\\Seen))", b"* 1 FETCH (BODY[] {%d}" % len(content))
        self.say(content + b" UID %d)" % uid, self.tag + b" OK done")

    def uid_expunge(self, rest: bytes) -> None:
        """Mails are removed."""
        for number in rest.split()[2].split(b","):
            self.odd.mails.pop(int(number))
        self.say(self.tag + b" OK done")


@contextmanager
def odd_server(odd: Oddities, folder: Path, **more: object) -> Iterator[Account]:
    """The account of somebody on such a server, which takes one call."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(folder / "authority.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=_answer, args=(listening, odd, context if odd.encrypted else None))
        thread.start()
        port = listening.getsockname()[1]
        known = {"host": "localhost", "user": "treffen@example.org", "port": port, "ca": str(folder / "authority.pem")}
        try:
            yield Account.model_validate(known | more)
        finally:
            with suppress(OSError):  # if nobody has called
                socket.create_connection(listening.getsockname()).close()
            thread.join()


def _answer(listening: socket.socket, odd: Oddities, context: ssl.SSLContext | None) -> None:
    # A program that trusts nobody hangs up in the middle.
    with suppress(OSError), listening.accept()[0] as plain, _line(plain, context) as line, line.makefile("rwb") as file:
        Call(odd, file).serve()


def _line(plain: socket.socket, context: ssl.SSLContext | None) -> socket.socket:
    return context.wrap_socket(plain, server_side=True) if context else plain
