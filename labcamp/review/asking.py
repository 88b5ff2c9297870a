"""Whether addresses on the web still lead somewhere: few are asked at once, none of this machine or its network."""

import socket
import ssl
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from ipaddress import IPv6Address, ip_address, ip_network
from queue import Empty, SimpleQueue
from threading import Event, Thread
from time import monotonic
from typing import Any, NamedTuple
from urllib.error import URLError
from urllib.parse import quote, urldefrag, urljoin, urlsplit, urlunsplit
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request

from labcamp import __version__

FINE, MOVED, DEAD, UNANSWERED, INSIDE = "fine", "moved", "dead", "unanswered", "inside"
PERMANENT = frozenset({301, 308})
LEADS_ON = PERMANENT | {302, 303, 307}
GONE = frozenset({404, 410})
WELL = range(200, 300)
# What servers say to HEAD that do not know it, or that answer it in another way than GET
ASK_AGAIN = frozenset({400, 403, 404, 405, 406, 501})
MOST_STEPS = 5  # that an address may lead on to others
TICK = 0.25  # seconds after which Ctrl+C is heard, also where a system does not wake who waits
NAT64 = ip_network("64:ff9b::/96")  # IPv4 in a network that has only IPv6 (RFC 6052)
UNRESERVED = "%/:=&?~+!$,;'@()*[]"
HEADERS = {"User-Agent": f"labcamp/{__version__} (asks whether links still work)", "Accept": "*/*"}


class Answer(NamedTuple):
    """What became of an address: a word, and the reason or where it leads; `reached` where any server answered."""

    word: str
    detail: str = ""
    reached: bool = True


def is_public(address: str) -> bool:
    """Tell whether an IP address is one on the internet, none of this machine or of a private network."""
    known = ip_address(address)
    if isinstance(known, IPv6Address):
        embedded = ip_address(int(known) & 0xFFFFFFFF) if known in NAT64 else None
        known = known.ipv4_mapped or known.sixtofour or embedded or known
    return known.is_global and not known.is_multicast


def directly(_: str) -> str:
    """No proxy stands between us and an address."""
    return ""


@dataclass(frozen=True)
class Manner:
    """How addresses are asked; all times in seconds. `proxy` gives the address of the proxy for one, or nothing."""

    allowed: Callable[[str], bool] = is_public
    proxy: Callable[[str], str] = directly
    at_once: int = 6
    patience: float = 10
    pause: float = 0.5  # between two requests to one host
    total: float = 300


def answers(addresses: Iterable[str], manner: Manner) -> Iterator[tuple[str, Answer]]:
    """Each address with its answer, as soon as there is one; each host is asked one thing after the other."""
    left = dict.fromkeys(addresses)
    groups, told = _by_host(left), SimpleQueue[tuple[str, Answer | Exception]]()
    over, ends = Event(), monotonic() + manner.total
    for _ in range(min(manner.at_once, groups.qsize())):
        # A daemon keeps nobody waiting: not who presses Ctrl+C, nor the end of the time.
        Thread(target=_ask, args=(groups, told, manner, over), daemon=True).start()
    try:
        while left and monotonic() < ends:
            try:
                address, answer = told.get(timeout=TICK)
            except Empty:
                continue
            if isinstance(answer, Exception):
                raise answer
            del left[address]
            yield address, answer
    finally:
        over.set()
    yield from ((address, Answer(UNANSWERED, "no time left")) for address in left)


Groups = SimpleQueue[list[str]]


def _by_host(addresses: Iterable[str]) -> Groups:
    hosts: dict[str, list[str]] = {}
    for address in addresses:
        hosts.setdefault(address.split("/")[2].lower(), []).append(address)
    groups = Groups()
    for group in hosts.values():
        groups.put(group)
    return groups


def _ask(groups: Groups, told: "SimpleQueue[tuple[str, Answer | Exception]]", manner: Manner, over: Event) -> None:
    """One group of addresses after the other is asked, until there is none left or it is over."""
    while not over.is_set():
        try:
            group = groups.get_nowait()
        except Empty:
            return
        for number, address in enumerate(group):
            if number and over.wait(manner.pause):
                return
            try:
                told.put((address, answer_of(address, manner)))
            except Exception as problem:  # ours: it is raised where the answers are waited for
                told.put((address, problem))


def answer_of(address: str, manner: Manner) -> Answer:
    """What becomes of who follows an address, step by step; each step is looked at before it is taken."""
    here = moved = urldefrag(address).url
    permanent = True
    for _ in range(MOST_STEPS + 1):
        try:
            status, leads = _asked(here, manner)
        except (OSError, HTTPException, ValueError) as problem:
            return _unreached(problem, here)
        if status not in LEADS_ON or not leads:
            return _judged(status, moved if moved != urldefrag(address).url else "")
        here = urljoin(here, leads)
        permanent = permanent and status in PERMANENT
        moved = here if permanent else moved
    return Answer(UNANSWERED, "leads on and on")


class InsideError(OSError):
    """An address leads to this machine or into a private network."""


def _asked(address: str, manner: Manner) -> tuple[int, str]:
    """The status of an answer, and where it leads on to; nothing of its content is read."""
    for method in ("HEAD", "GET"):
        request = Request(_in_ascii(address), headers=HEADERS, method=method)
        proxy = manner.proxy(address)
        if proxy:
            _refuse_inside(request.host, manner)
        with closing(_opener(manner, proxy).open(request, timeout=manner.patience)) as response:
            status, leads = response.status, response.headers.get("Location", "")
        if status not in ASK_AGAIN:
            break
    return status, _as_meant(leads)


def _in_ascii(address: str) -> str:
    """An address as it goes over the line (RFC 3987 section 3.1); InsideError where it is none of the web."""
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"}:
        raise InsideError(address)
    if parts.username is not None or not parts.hostname:
        raise ValueError(address)
    host = parts.hostname if parts.hostname.isascii() else parts.hostname.encode("idna").decode()
    host = f"[{host}]" if ":" in host else host
    place = host if parts.port is None else f"{host}:{parts.port}"
    return urlunsplit((parts.scheme, place, quote(parts.path, UNRESERVED), quote(parts.query, UNRESERVED), ""))


def _as_meant(leads: str) -> str:
    """A header is read as Latin-1, but servers write UTF-8."""
    try:
        return leads.encode("latin-1").decode()
    except UnicodeError:
        return leads


def _refuse_inside(host: str, manner: Manner) -> None:
    """InsideError where a proxy would lead us where we do not go; names that it alone knows are its matter."""
    try:
        found = socket.getaddrinfo(urlsplit(f"//{host}").hostname, None, type=socket.SOCK_STREAM)
    except socket.gaierror:
        return
    if not all(manner.allowed(str(at[0])) for *_, at in found):
        raise InsideError(host)


@cache
def _trusted() -> ssl.SSLContext:
    """Which certificates are trusted: those of the system."""
    return ssl.create_default_context()


def _opener(manner: Manner, proxy: str) -> OpenerDirector:
    """What opens an address, and nothing but that: it follows nowhere, keeps no cookie, and knows no other scheme."""
    opener = OpenerDirector()
    direct = (_Handler(manner), _HandlerOfTLS(manner))
    through = (ProxyHandler({"http": proxy, "https": proxy}), HTTPHandler(), HTTPSHandler(context=_trusted()))
    for handler in through if proxy else direct:
        opener.add_handler(handler)
    return opener


class _Guarded(HTTPConnection):
    """A connection to a machine on the internet: where a name leads is looked at once, and gone there."""

    allowed: Callable[[str], bool]

    def connect(self) -> None:
        """Connect; InsideError where the name leads to this machine or into a private network."""
        found = [str(at[0]) for *_, at in socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)]
        if not all(map(self.allowed, found)):
            raise InsideError(self.host)
        problem = OSError()
        for address in found:
            try:
                self.sock = socket.create_connection((address, self.port), self.timeout)
            except OSError as refused:
                problem = refused
            else:
                return
        raise problem


class _GuardedByTLS(HTTPSConnection, _Guarded):
    """The same, encrypted: what HTTPSConnection wraps is the connection of the other."""


class _Handler(HTTPHandler):
    def __init__(self, manner: Manner) -> None:
        super().__init__()
        self.manner = manner

    def http_open(self, req: Request) -> Any:
        return self.do_open(_made(_Guarded, self.manner), req)


class _HandlerOfTLS(HTTPSHandler):
    def __init__(self, manner: Manner) -> None:
        super().__init__(context=_trusted())
        self.manner = manner

    def https_open(self, req: Request) -> Any:
        return self.do_open(_made(_GuardedByTLS, self.manner), req, context=_trusted())


def _made(kind: type[_Guarded], manner: Manner) -> Any:
    """What makes a connection that goes only where it may."""

    def made(host: str, **given: Any) -> _Guarded:
        connection = kind(host, **given)
        connection.allowed = manner.allowed
        return connection

    return made


def _judged(status: int, moved: str) -> Answer:
    """What a status says of an address, and of where it has moved to."""
    if status in GONE:
        return Answer(DEAD, f"HTTP {status}")
    if status not in WELL:
        return Answer(UNANSWERED, f"HTTP {status}")
    return Answer(MOVED, moved) if moved else Answer(FINE)


def _unreached(problem: Exception, address: str) -> Answer:
    """What it says of an address that there was no answer: only a name or a certificate that is wrong stays so."""
    if isinstance(problem, URLError) and isinstance(problem.reason, Exception):
        problem = problem.reason
    if isinstance(problem, InsideError):
        return Answer(INSIDE, address)
    return next((make(problem) for kind, make in UNREACHED.items() if isinstance(problem, kind)))


def _without_name(problem: Any) -> Answer:
    word = UNANSWERED if problem.errno == socket.EAI_AGAIN else DEAD
    return Answer(word, problem.strerror or str(problem), reached=False)


def _insecure(problem: Any) -> Answer:
    """What is wrong with a certificate, in the words of OpenSSL."""
    reason = getattr(problem, "verify_message", "") or getattr(problem, "reason", "") or "SSL"
    return Answer(DEAD, str(reason).partition(",")[0])


def _silent(problem: Any) -> Answer:
    return Answer(UNANSWERED, getattr(problem, "strerror", None) or str(problem), reached=False)


# What it says of an address that asking it raised; of several kinds, the first
UNREACHED: Mapping[type[Exception], Callable[[Any], Answer]] = {
    socket.gaierror: _without_name,
    ssl.SSLError: _insecure,
    TimeoutError: lambda _: Answer(UNANSWERED, "no answer", reached=False),
    UnicodeError: lambda _: Answer(DEAD, "Name or service not known"),
    HTTPException: lambda _: Answer(UNANSWERED, "not HTTP"),
    ValueError: lambda _: Answer(UNANSWERED, "not HTTP"),
    OSError: _silent,
}
