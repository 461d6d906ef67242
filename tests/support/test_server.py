"""The server that the tests use leaves nothing open, however suddenly it ends."""

from __future__ import annotations

import gc
import socket
import sys
from typing import TYPE_CHECKING

from tests.support.server import Reply, Server

if TYPE_CHECKING:
    import pytest


def test_connections_are_closed_even_if_they_were_just_being_accepted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    left: list[str] = []
    gc.collect()
    monkeypatch.setattr(sys, "unraisablehook", lambda found: left.append(str(found.exc_value)))
    for _ in range(30):
        with Server() as server:
            server.add("/held", Reply(hang=True))
            callers = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(3)]
            callers[0].send(b"GET /held HTTP/1.1\r\n\r\n")
        for caller in callers:
            caller.close()
    del server
    gc.collect()
    assert left == []
