"""Real recordings, examined and restored by the real jobs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.base.tape import Fault
from desktop_app.base.tape import RestorationState as State
from tests.support.shelf import add_feed, add_recording, add_talks, parsed
from tests.support.sound import decoded, noise, save, speech_like
from tests.support.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.services.core import Core

SECONDS = 12.0


async def add(core: Core, talk: int, sound: Path) -> Path:
    """Let a talk be downloaded."""
    return await add_recording(core.restoring._library, core.home, talk, sound.read_bytes())


async def talks_of(core: Core) -> tuple[int, ...]:
    library = core.restoring._library
    return await add_talks(library, await add_feed(library), parsed(0), parsed(1))


@pytest.fixture
def tape(tmp_path: Path) -> Path:
    """A faint voice under a hiss."""
    samples = speech_like(SECONDS, -44.0) + noise(SECONDS, -58.0)
    return save(tmp_path / "tape.mp3", samples)


async def test_a_tape_is_restored_from_the_command_line(core: Core, tape: Path) -> None:
    talk, _ = await talks_of(core)
    original = await add(core, talk, tape)
    before = original.read_bytes()
    shares = [share async for share in core.restoring.run(talk)]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    known = await core.restoring.state(talk)
    assert known.result is not None
    assert {Fault.QUIET, Fault.HISS} <= set(known.faults) & set(known.result.faults)
    assert known.result.loudness == pytest.approx(-16, abs=0.5)
    path = await core.restoring.file(talk)
    assert path is not None
    assert path.stat().st_size == known.result.size
    assert len(decoded(path)) / 48_000 == pytest.approx(len(decoded(original)) / 16_000, abs=1e-4)
    assert original.read_bytes() == before
    assert sorted(each.name for each in core.home.restored.rglob("*") if each.is_file()) == [
        path.name
    ]


async def test_in_the_window_what_needs_it_is_restored_unasked(core: Core, tape: Path) -> None:
    talk, _ = await talks_of(core)
    await add(core, talk, tape)
    await core.settings.change(restore_idle=False)
    await core.restoring.start()
    await core.restoring.set_unasked(1, on=True)

    async def done() -> bool:
        return (await core.restoring.state(talk)).state is State.DONE

    await until(core, done, 60)


async def test_what_is_no_sound_is_told_in_words(core: Core, tmp_path: Path) -> None:
    talk, _ = await talks_of(core)
    (tmp_path / "page.mp3").write_bytes(b"<html>Not found</html>" * 99)
    await add(core, talk, tmp_path / "page.mp3")
    await core.restoring.start()
    await core.restoring.request((talk,), now=True)
    await core.restoring.finish()
    failed = await core.restoring.state(talk)
    assert failed.state is State.FAILED
    assert failed.problem.endswith(".")
