"""A real mail server (Dovecot 2.3) on a free loopback port, with a certificate of its own, and a cut line."""

import grp
import imaplib
import os
import pwd
import shutil
import socket
import ssl
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import trustme

DOVECOT = shutil.which("dovecot", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")
PASSWORD = "käse & \"Brot\" \\ 'x'"
MARKED = 'mailbox "Entwürfe & Co" {\n special_use = \\Drafts\n auto = create\n }'
CONFIGURATION = """
base_dir = {base}/run
state_dir = {base}/state
log_path = {base}/log
protocols = imap
listen = 127.0.0.1
default_login_user = {login}
default_internal_user = {internal}
default_internal_group = {group}
first_valid_uid = 1
ssl = required
ssl_cert = <{base}/cert.pem
ssl_key = <{base}/key.pem
auth_mechanisms = plain
mail_location = mdbox:~/mdbox
{settings}
passdb {{
  driver = passwd-file
  args = scheme=plain username_format=anyone {base}/passwords
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={base}/mail/%u
}}
namespace inbox {{
  inbox = yes
  separator = {separator}
  {mailboxes}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {starttls}
  }}
  inet_listener imaps {{
    port = {port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
"""


@dataclass(frozen=True)
class Server:
    """A running server; whoever logs in with PASSWORD has a mailbox of their own."""

    base: Path
    port: int
    starttls: int

    @property
    def authority(self) -> Path:
        """The certificate that has to be trusted."""
        return self.base / "authority.pem"

    def account(self, user: str, **more: object) -> dict[str, object]:
        """What `accounts.yaml` says of a user's account."""
        return {"host": "localhost", "user": user, "port": self.port, "ca": str(self.authority)} | more


@contextmanager
def running(mailboxes: str = MARKED, separator: str = "/", settings: str = "") -> Iterator[Server]:
    """A server with these mailboxes in each account, and its end."""
    base = Path(tempfile.mkdtemp(prefix="labcamp-", dir="/tmp"))  # the names of its sockets must be short
    server = Server(base, _free_port(), _free_port())
    try:
        _configure(server, mailboxes, separator, settings)
        process = subprocess.Popen([str(DOVECOT), "-F", "-c", str(base / "dovecot.conf")], stderr=subprocess.PIPE)
        try:
            _wait_for(server, process)
            yield server
        finally:
            process.terminate()
            process.communicate(timeout=20)
    finally:
        shutil.rmtree(base)


def _configure(server: Server, mailboxes: str, separator: str, settings: str) -> None:
    """The configuration and the certificate; the processes that hold mails must not run as root."""
    base, root = server.base, os.getuid() == 0
    base.chmod(0o755)
    (base / "mail").mkdir()
    me, group = pwd.getpwuid(os.getuid()).pw_name, grp.getgrgid(os.getgid()).gr_name
    names = ("dovenull", "dovecot", "dovecot", "dovecot") if root else (me, me, me, group)
    who = dict(zip(("login", "internal", "user", "group"), names, strict=True))
    if root:
        shutil.chown(base / "mail", who["user"], who["group"])
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(base / "authority.pem"))
    certificate = authority.issue_cert("localhost")
    certificate.private_key_pem.write_to_path(str(base / "key.pem"))
    certificate.cert_chain_pems[0].write_to_path(str(base / "cert.pem"))
    (base / "passwords").write_text(f"anyone:{{PLAIN}}{PASSWORD}\n", "utf-8")
    values = {"base": base, "mailboxes": mailboxes, "separator": separator, "settings": settings}
    ports = {"port": server.port, "starttls": server.starttls}
    (base / "dovecot.conf").write_text(CONFIGURATION.format(**values, **who, **ports), "utf-8")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def _wait_for(server: Server, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(200):
        with suppress(OSError), socket.create_connection(("127.0.0.1", server.port)):
            return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    said = (process.stderr.read() if process.poll() is not None and process.stderr else b"").decode()
    log = server.base / "log"
    raise RuntimeError(f"Dovecot does not start: {said} {log.read_text('utf-8') if log.exists() else ''}")


class Person:
    """Somebody with a mail program, who looks at the mailbox and works in it."""

    def __init__(self, server: Server, user: str) -> None:
        """Log in as this user."""
        context = ssl.create_default_context(cafile=server.authority)
        self.connection = imaplib.IMAP4_SSL("localhost", server.port, ssl_context=context, timeout=20)
        self.connection.authenticate("PLAIN", lambda _: f"\0{user}\0{PASSWORD}".encode())

    def __enter__(self) -> Self:
        """The person, logged in."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Log out."""
        self.connection.logout()

    def mails(self, folder: str) -> list[tuple[int, set[str], bytes]]:
        """The number, the flags and the bytes of each mail in a folder, whose name is as the protocol has it."""
        assert self.connection.select(f'"{folder}"', readonly=True)[0] == "OK"
        numbers = self.connection.uid("SEARCH", "ALL")[1][0].split()
        return [self._mail(number.decode()) for number in numbers]

    def _mail(self, number: str) -> tuple[int, set[str], bytes]:
        item = self.connection.uid("FETCH", number, "(FLAGS BODY.PEEK[])")[1][0]
        assert isinstance(item, tuple)
        flags = {flag.decode() for flag in imaplib.ParseFlags(item[0])} - {r"\Recent"}
        return int(number), flags, item[1]

    def put(self, folder: str, content: bytes, flags: str = "") -> None:
        """Another mail is in the folder."""
        assert self.connection.append(f'"{folder}"', flags, "", content)[0] == "OK"

    def mark(self, folder: str, number: int, flag: str) -> None:
        """A mail has a flag."""
        assert self.connection.select(f'"{folder}"')[0] == "OK"
        assert self.connection.uid("STORE", str(number), "+FLAGS", flag)[0] == "OK"

    def remove(self, folder: str, number: int) -> None:
        """A mail has gone."""
        self.mark(folder, number, r"(\Deleted)")
        assert self.connection.uid("EXPUNGE", str(number))[0] == "OK"


@contextmanager
def cutting(port: int, most: int) -> Iterator[int]:
    """A port that leads to another, until that many bytes have gone there; then both ends are cut."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=_lead, args=(listening, port, most))
        thread.start()
        try:
            yield int(listening.getsockname()[1])
        finally:
            with suppress(OSError):  # if nobody has called
                socket.create_connection(listening.getsockname()).close()
            thread.join()


def _lead(listening: socket.socket, port: int, most: int) -> None:
    with listening.accept()[0] as near, socket.create_connection(("127.0.0.1", port)) as far:
        for end in (near, far):  # else the system waits a moment for more, each time
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        back = threading.Thread(target=_pump, args=(far, near, None))
        back.start()
        _pump(near, far, most)
        for end in (near, far):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        back.join()


def _pump(source: socket.socket, target: socket.socket, most: int | None) -> None:
    with suppress(OSError):
        while data := source.recv(4096):
            if most is not None:
                data, most = data[:most], most - len(data)
            target.sendall(data)
            if most is not None and most <= 0:
                return
