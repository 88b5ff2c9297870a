"""The local page that shows every draft of an event as people will see it, and changes with the files."""

import asyncio
import os
import socket
from collections.abc import Sequence

from labcamp.findings import LabcampError, Place, finding
from labcamp.preview.serving import Live, serve

PORTS = range(8765, 8775)
HERE = "127.0.0.1"  # nobody else on the network reaches it


def listening_at(ports: Sequence[int] = PORTS) -> socket.socket:
    """A socket on this machine alone that listens at the first of these ports that is free; LC810 where none is."""
    reason = ""
    for port in ports:
        try:
            return _bound(port)
        except OSError as problem:
            reason = problem.strerror or str(problem)
    ends = dict.fromkeys((ports[0], ports[-1]))
    raise LabcampError(finding("LC810", Place(""), ports="–".join(map(str, ends)), reason=reason))


def _bound(port: int) -> socket.socket:
    # Named as TCP: asyncio sends what is small at once only then, and else waits up to 40 ms for more.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name != "nt":  # there it would let another program take the port, too
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((HERE, port))
        listening.listen()
    except OSError:
        listening.close()
        raise
    return listening


def served(live: Live, listening: socket.socket) -> None:
    """Serve until it is `ended`; an interrupt ends it, too, as KeyboardInterrupt."""
    asyncio.run(serve(live, listening))
