"""The alarm of the queue: it rings once for many, and never after it was closed."""

from __future__ import annotations

import asyncio

from desktop_app.services.turns import Alarm


async def test_many_looks_at_once_are_two() -> None:
    rung, go = 0, asyncio.Event()

    async def ring() -> None:
        nonlocal rung
        rung += 1
        await go.wait()

    alarm = Alarm(ring)
    for _ in range(50):
        alarm.now()
        await asyncio.sleep(0)
    go.set()
    while alarm._ringing:
        await asyncio.gather(*alarm._ringing)
    assert rung == 2


async def test_an_alarm_that_is_closed_rings_no_more() -> None:
    begun, ended = asyncio.Event(), False

    async def ring() -> None:
        nonlocal ended
        begun.set()
        await asyncio.Event().wait()
        ended = True

    alarm = Alarm(ring)
    alarm.later(0.1)
    alarm.now()
    await begun.wait()
    alarm.now()
    await asyncio.wait_for(alarm.close(), 5)
    assert not ended
    assert not alarm._ringing
    assert alarm._timer is not None
    assert alarm._timer.cancelled()


async def test_an_alarm_that_is_set_as_it_is_closed_does_not_ring_either() -> None:
    begun, rung = asyncio.Event(), 0

    async def ring() -> None:
        nonlocal rung
        rung += 1
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            alarm.now()
            alarm.later(0.1)

    alarm = Alarm(ring)
    alarm.now()
    await begun.wait()
    await alarm.close()
    alarm.now()
    alarm.later(0.1)
    assert not alarm._ringing
    assert alarm._timer is None
    assert rung == 1
