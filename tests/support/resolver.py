"""Names without the machine's help: some have no file of hosts."""

from __future__ import annotations

import socket

import aiohttp.abc


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
