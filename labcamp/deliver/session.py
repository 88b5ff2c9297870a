"""A session with a mail server, and names of folders as IMAP writes them."""

import re
import socket
import ssl
from binascii import Error, a2b_base64, b2a_base64
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from labcamp.findings import LabcampError, Place, finding
from labcamp.model.private import Account
from labcamp.patterns import pattern_of

if TYPE_CHECKING:
    from imaplib import IMAP4


SECONDS = 30  # without an answer, then the server is taken for gone
PLAIN = "AUTH=PLAIN"

ENCODED = pattern_of("[^\x20-\x7e]+|&")
SHIFTED = pattern_of("&([^-]*)-")


@dataclass(frozen=True)
class Session:
    """An account that we are logged in to, and what its server can do."""

    account: Account
    connection: "IMAP4"
    capabilities: frozenset[str]


@contextmanager
def logged_in(account: Account, password: str) -> Iterator[Session]:
    """A session of the account, and its end; LC804, LC805, LC806 where it does not begin."""
    connection = _connected(account)
    # A draft goes out in several pieces; else many a system keeps the last one back for 40 ms, each time.
    connection.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        with reachable(account):
            _log_in(connection, account, password)
            # What the server said before the login is not what holds after it (RFC 3501 section 6.1.1).
            (answer,) = answered(connection.capability())[-1:]
        yield Session(account, connection, frozenset(answer.decode("ascii", "replace").upper().split()))
    finally:
        with suppress(OSError, connection.error):
            connection.logout()
        _shut(connection)


@contextmanager
def reachable(account: Account) -> Iterator[None]:
    """What keeps a server from doing what we need is told as LC804."""
    from imaplib import IMAP4

    try:
        yield
    except IMAP4.abort as problem:
        raise _unreachable(account, "connection closed") from problem
    except IMAP4.error as problem:
        raise _unreachable(account, "NO") from problem
    except OSError as problem:
        raise _unreachable(account, problem.strerror or problem) from problem


def answered(answer: tuple[str, list[Any]]) -> list[Any]:
    """The data of an answer; IMAP4.error where the server has said no."""
    from imaplib import IMAP4

    word, data = answer
    if word != "OK":
        raise IMAP4.error(word)
    return data


def _connected(account: Account) -> "IMAP4":
    """A connection that is encrypted, to the server that it says it is."""
    from imaplib import IMAP4, IMAP4_SSL

    context = _context(account)
    try:
        if account.security == "ssl":
            return IMAP4_SSL(account.host, account.number_of_port, ssl_context=context, timeout=SECONDS)
        connection = IMAP4(account.host, account.number_of_port, timeout=SECONDS)
        return _encrypted(connection, account, context)
    except ssl.SSLError as problem:
        raise _insecure(account, problem) from problem
    except UnicodeError as problem:  # no name of a server has such letters, or so many
        raise _unreachable(account, "Name or service not known") from problem
    except OSError as problem:
        raise _unreachable(account, problem.strerror or problem) from problem
    except IMAP4.error as problem:
        raise _unreachable(account, "no IMAP") from problem


def _encrypted(connection: "IMAP4", account: Account, context: ssl.SSLContext) -> "IMAP4":
    """The connection, encrypted; who hides on the way that the server can do that gets no password (RFC 8314 3.2)."""
    try:
        connection.starttls(context)
    except connection.error as problem:
        _shut(connection)
        raise _insecure(account, "STARTTLS") from problem
    except OSError:
        _shut(connection)
        raise
    return connection


def _shut(connection: "IMAP4") -> None:
    with suppress(OSError):  # may be shut already
        connection.shutdown()


def _context(account: Account) -> ssl.SSLContext:
    """Which certificates are trusted: those of the system, and the one that the account names."""
    context = ssl.create_default_context()
    if account.ca:
        try:
            context.load_verify_locations(account.ca)
        except ssl.SSLError as problem:
            raise LabcampError(finding("LC003", Place(account.ca), reason="no certificate")) from problem
        except OSError as problem:
            raise LabcampError(finding("LC003", Place(account.ca), reason=problem.strerror or problem)) from problem
    return context


def _log_in(connection: "IMAP4", account: Account, password: str) -> None:
    """The session is that of the account's user."""
    plain = (account.user + password).isascii() and (account.user + password).isprintable()
    try:
        if PLAIN in connection.capabilities or not plain:
            # LOGIN takes ASCII only; this takes every sign (RFC 4616).
            secret = f"\0{account.user}\0{password}".encode(errors="surrogateescape")
            connection.authenticate("PLAIN", lambda _: secret)
        else:
            connection.login(quoted(account.user), password)  # which quotes only the second
    except connection.abort:
        raise
    except connection.error:
        # Not `from` the server's words: they may name the user.
        raise LabcampError(finding("LC806", Place(""), account=account.id, host=account.host)) from None


def _unreachable(account: Account, reason: object) -> LabcampError:
    return LabcampError(finding("LC804", Place(""), host=account.host, port=account.number_of_port, reason=reason))


def _insecure(account: Account, problem: ssl.SSLError | str) -> LabcampError:
    """What is wrong with the certificate or with the encryption, in the words of OpenSSL."""
    reason = getattr(problem, "verify_message", "") or getattr(problem, "reason", "") or problem
    # Of `Hostname mismatch, certificate is not valid for ...` the first part is enough.
    return LabcampError(finding("LC805", Place(""), host=account.host, reason=str(reason).partition(",")[0]))


def encoded(name: str) -> str:
    """A name in modified UTF-7: `Entwürfe` is `Entw&APw-rfe`."""
    return ENCODED.sub(lambda found: _shifted(found[0]), name)


def decoded(name: str) -> str:
    """The name that stands in modified UTF-7; what cannot be read stays as it is."""
    return SHIFTED.sub(lambda found: _text(found[1], found[0]), name)


def quoted(text: str) -> str:
    """A text as one argument of a command (RFC 3501 section 4.3)."""
    return '"' + re.sub(r'(["\\])', r"\\\1", text) + '"'


def unquoted(text: str) -> str:
    """What stands in quotes, or the text itself where it has none."""
    return re.sub(r"\\(.)", r"\1", text[1:-1]) if text.startswith('"') else text


def _shifted(text: str) -> str:
    if text == "&":
        return "&-"
    digits = b2a_base64(text.encode("utf-16-be"), newline=False).decode()
    return f"&{digits.rstrip('=').replace('/', ',')}-"


def _text(digits: str, whole: str) -> str:
    if not digits:
        return "&"
    try:
        return a2b_base64(digits.replace(",", "/") + "=" * (-len(digits) % 4)).decode("utf-16-be")
    except (Error, ValueError):
        return whole
