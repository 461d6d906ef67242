"""What nobody waits for on a bus that goes away is no error; a fault of ours is one."""

from __future__ import annotations

import asyncio
import gc
import logging
from typing import TYPE_CHECKING

import pytest

from desktop_app.desktop.bus import overhear

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    made = asyncio.new_event_loop()
    made.set_exception_handler(overhear)
    yield made
    made.close()


def leave(loop: asyncio.AbstractEventLoop, error: Exception) -> None:
    """Let a future fail that nobody looks at."""
    loop.create_future().set_exception(error)
    gc.collect()


def test_a_message_that_a_dead_bus_did_not_take(
    loop: asyncio.AbstractEventLoop, caplog: pytest.LogCaptureFixture
) -> None:
    leave(loop, BrokenPipeError(32, "Broken pipe"))
    assert [each.levelno for each in caplog.records if each.levelno > logging.DEBUG] == []


def test_a_fault_of_ours_is_told(
    loop: asyncio.AbstractEventLoop, caplog: pytest.LogCaptureFixture
) -> None:
    leave(loop, ValueError("ours"))
    assert [each.levelno for each in caplog.records if each.levelno > logging.DEBUG] == [
        logging.ERROR
    ]
    caplog.clear()
