"""Names without the machine's help: some have no file of hosts."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any

import aiohttp.abc

if TYPE_CHECKING:
    import pytest


_system = socket.getaddrinfo


def look_up(host: Any, *rest: Any, **named: Any) -> Any:  # noqa: ANN401 - as in the original
    """Find "localhost" and all names below it on the loopback (RFC 6761, 6.3) on any machine."""
    below = isinstance(host, str) and host.rpartition(".")[2] == "localhost"
    return _system("127.0.0.1" if below else host, *rest, **named)


def find_localhost(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this process :func:`look_up` names so."""
    monkeypatch.setattr(socket, "getaddrinfo", look_up)


class LocalResolver(aiohttp.abc.AbstractResolver):
    """Finds "localhost" also where no file of hosts names it; nothing else."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[aiohttp.abc.ResolveResult]:
        if host != "localhost":
            raise OSError(None, "no such host")
        return [
            aiohttp.abc.ResolveResult(
                hostname=host, host="127.0.0.1", port=port, family=family, proto=0, flags=0
            )
        ]

    async def close(self) -> None:
        pass
