"""Ports on loopback."""

import contextlib
import json
import random
import socket
from pathlib import Path

_ASIDE = range(15_000, 30_000)
"""Below those that systems give to calls that go out: one of these would be taken before our server listens."""


def free_port() -> int:
    """Return a port on 127.0.0.1 that nobody listens on now; chance keeps those apart who ask at the same moment."""
    chance = random.SystemRandom()
    for _ in _ASIDE:
        if _can_be_bound(port := chance.choice(_ASIDE)):
            return port
    raise OSError("no port is free")


def is_free(port: int) -> bool:
    """Tell whether a server could listen on this port now; connections that linger do not count."""
    return _can_be_bound(port)


def _can_be_bound(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def answers(port: int) -> bool:
    """Tell whether somebody accepts connections on this port."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _is_port(number: object) -> bool:
    return isinstance(number, int) and 0 < number < 65536  # noqa: PLR2004 -- a port has 16 bits


class KeptPorts:
    """The ports of an earlier start, taken again where they are free: links in old mails and receipts keep working."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._ports: dict[str, int] = {}
        with contextlib.suppress(FileNotFoundError, TypeError, ValueError):
            self._ports = {name: port for name, port in dict(json.loads(file.read_text())).items() if _is_port(port)}

    def port(self, name: str) -> int:
        """Return the port of this server, the one that it had before if it can."""
        known = self._ports.get(name)
        if known is None or not is_free(known):
            self._ports[name] = free_port()
            self._file.write_text(json.dumps(self._ports))
        return self._ports[name]
