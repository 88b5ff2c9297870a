"""The local page that shows every draft of an event as people will see it, and changes with the files."""

import asyncio
import socket
from collections.abc import Sequence

from labcamp.findings import LabcampError, Place, finding
from labcamp.preview.serving import Live, live_of, serve
from labcamp.preview.view import Setting

__all__ = ["Live", "Setting", "listening_at", "live_of", "served"]

PORTS = range(8765, 8775)
HERE = "127.0.0.1"  # nobody else on the network reaches it


def listening_at(ports: Sequence[int] = PORTS) -> socket.socket:
    """A socket on this machine alone that listens at the first of these ports that is free; LC810 where none is."""
    reason = ""
    for port in ports:
        try:
            return socket.create_server((HERE, port))
        except OSError as problem:
            reason = problem.strerror or str(problem)
    ends = dict.fromkeys((ports[0], ports[-1]))
    raise LabcampError(finding("LC810", Place(""), ports="–".join(map(str, ends)), reason=reason))


def served(live: Live, listening: socket.socket) -> None:
    """Serve until it is `ended`; an interrupt ends it, too, as KeyboardInterrupt."""
    asyncio.run(serve(live, listening))
