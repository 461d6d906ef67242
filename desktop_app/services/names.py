"""Where names of servers lead, and where they may not."""

from __future__ import annotations

import socket

import aiohttp
import aiohttp.abc

from desktop_app.base.addresses import check_way


class Resolver(aiohttp.abc.AbstractResolver):
    """The system's own answers, but for those that nobody may give: see :func:`check_way`.

    To be used without a cache: an answer that one may have, another may not.
    """

    def __init__(self) -> None:
        self._system = aiohttp.ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[aiohttp.abc.ResolveResult]:
        """Look a name up.

        Raises:
            InwardError: It leads into the person's own network, on a stranger's word.
            OSError: There is no such name.
        """
        found = await self._system.resolve(host, port, family)
        for each in found:
            check_way(host, each["host"])
        return found

    async def close(self) -> None:
        """Give back what the system's resolver holds."""
        await self._system.close()
