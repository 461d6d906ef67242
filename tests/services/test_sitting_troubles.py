"""What may go wrong beside a sitting, which goes on: the clock is moved by hand."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import tempfile
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from desktop_app.base.sittings import Preset
from desktop_app.meditation import clock as sitting_clock
from desktop_app.playback.sitting_sound import LEAD
from desktop_app.services.core import open_core
from desktop_app.services.events import Hearing, Notice, SittingsChanged
from desktop_app.services.lock import ProcessLock
from tests.support.clock import HandClock

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from desktop_app.base.paths import Home
    from desktop_app.services.core import Core
    from desktop_app.services.events import Event

BELLS = Preset("Bells", 600, bell="wood", bell_at=(61.5, 70.0), ambience=None)


class Noted:
    """An engine that notes the bells that it is given, and whether their files are there."""

    name = "noted"

    def __init__(self) -> None:
        self.rung: list[tuple[str, bool]] = []
        self.beds: list[str] = []
        self._failed: list[Callable[[str], None]] = []

    def listen(self, failed: Callable[[str], None]) -> None:
        self._failed = [failed]

    def fail(self, why: str) -> None:
        """Tell it once."""
        while self._failed:
            self._failed.pop()(why)

    def ring(self, sound: str, _at: float) -> None:
        self.rung.append((Path(sound).stem, Path(sound).is_file()))

    def begin_ambience(self, sound: str, _volume: float, _at: float = 0.0) -> None:
        self.beds.append(Path(sound).stem)

    def set_ambience_volume(self, volume: float) -> None: ...
    def end_ambience(self, fade: float) -> None: ...
    def take_back(self) -> None: ...
    def pause_ambience(self) -> None: ...
    def resume_ambience(self) -> None: ...
    def hush(self) -> None: ...
    def close(self) -> None: ...


@pytest.fixture
def sound(monkeypatch: pytest.MonkeyPatch) -> Noted:
    """The engine that the services make."""
    noted = Noted()
    monkeypatch.setattr("desktop_app.services.wiring.make_sitting_sound", lambda *_: (noted, ""))
    return noted


@pytest.fixture
def clock() -> HandClock:
    """Time stands still until a test moves it."""
    return HandClock()


@pytest_asyncio.fixture
async def core(home: Home, sound: Noted, clock: HandClock) -> AsyncIterator[Core]:
    """The services of a new home."""
    async with open_core(home, clock=clock) as opened:
        yield opened


@pytest.fixture
def heard(core: Core) -> list[Event]:
    """All events."""
    events: list[Event] = []
    core.events.listen(events.append)
    return events


async def becomes(holds: Callable[[], bool]) -> None:
    """Return when ``holds()``; nothing tells when a bell is handed over."""
    async with asyncio.timeout(20):
        while not holds():  # noqa: ASYNC110 - as said
            await asyncio.sleep(0.01)


def notices(heard: list[Event]) -> list[str]:
    return [each.text for each in heard if isinstance(each, Notice)]


@contextmanager
def locked(home: Home) -> Iterator[None]:
    """Let another program hold the library."""
    with closing(sqlite3.connect(home.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


async def test_no_bell_waits_for_a_locked_library(
    core: Core, sound: Noted, clock: HandClock, heard: list[Event]
) -> None:
    await core.sitting.begin(BELLS)
    await becomes(lambda: len(sound.rung) == 1)
    with locked(core.home):
        clock.advance(LEAD + 60)
        await becomes(lambda: len(sound.rung) == 2)
        clock.advance(9)
        await becomes(lambda: len(sound.rung) == 3)
        assert notices(heard) == [], "it was not waited until the library gave up"
    await core.sitting.end()
    (entry,) = await core.sittings.recent()
    assert entry.sat == pytest.approx(69)


async def test_what_could_not_be_taken_out_of_the_log_is_said(
    core: Core, clock: HandClock, heard: list[Event]
) -> None:
    await core.sitting.begin(BELLS)
    clock.advance(LEAD + 60)
    await becomes(lambda: SittingsChanged() in heard)
    with locked(core.home):
        await core.sitting.end(keep=False)
    (told,) = notices(heard)
    assert told.startswith("The sitting is still in the log")
    ended = await core.sitting.current()
    assert ended is not None
    assert (ended.ended, ended.kept) == (True, (await core.sittings.recent())[0].id)


async def test_a_bug_ends_the_sitting_keeps_it_and_surfaces(
    core: Core, clock: HandClock, heard: list[Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    surfaced: list[BaseException | None] = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _loop, context: surfaced.append(context.get("exception")))
    await core.sitting.begin(BELLS)

    def broken(*_: object) -> None:
        raise LookupError("a bell")

    with monkeypatch.context() as patched:
        patched.setattr(sitting_clock, "hand_over", broken)
        clock.advance(LEAD + 30)
        async with asyncio.timeout(20):
            await core.sitting.until_over()
    await becomes(lambda: SittingsChanged() in heard)
    assert [type(each) for each in surfaced] == [LookupError]
    assert "ended early" in notices(heard)[0]
    assert [each.sat for each in await core.sittings.recent()] == [pytest.approx(30)]
    await core.sitting.begin(BELLS)
    await core.sitting.end(keep=False)


async def test_what_is_wished_at_once_is_done_in_its_order(core: Core) -> None:
    await core.sitting.begin(BELLS)
    await asyncio.gather(core.sitting.pause(), core.sitting.extend(60), core.sitting.resume())
    current = await core.sitting.current()
    assert current is not None
    assert (current.paused, current.total) == (False, 660)
    await core.sitting.end(keep=False)


async def test_one_sound_that_is_missing_costs_no_other(
    core: Core, sound: Noted, heard: list[Event]
) -> None:
    await core.sitting.begin(replace(BELLS, ambience="a thunderstorm"))
    await becomes(lambda: sound.rung == [("wood", True)])
    assert "Not all of this sitting can be heard" in notices(heard)[0]
    await core.sitting.end(keep=False)


async def test_sounds_that_were_cleaned_away_are_made_again(
    core: Core, sound: Noted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    await core.sounds.hear("wood")
    (folder,) = tmp_path.glob("sounds-*")
    assert folder.stat().st_mode & 0o077 == 0
    (folder / "wood.wav").unlink()
    await core.sounds.hear("wood")
    shutil.rmtree(folder)
    await core.sounds.hear("wood")
    assert sound.rung == [("wood", True)] * 3


async def test_what_a_killed_sitting_left_behind_is_swept_away_and_nothing_else(
    core: Core, sound: Noted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for name, mark in (("sounds-left", ".hearthside"), ("sounds-used", ".hearthside"),
                       ("sounds-foreign", "a.wav")):  # fmt: skip
        (tmp_path / name).mkdir()
        (tmp_path / name / mark).touch()
    used = ProcessLock(tmp_path / "sounds-used" / ".hearthside")
    assert used.acquire()
    await core.sounds.hear("wood")
    used.release()
    names = {each.name for each in tmp_path.glob("sounds-*")}
    assert len(names) == 3
    assert names > {"sounds-used", "sounds-foreign"}
    assert sound.rung == [("wood", True)]


async def test_without_room_for_the_sounds_one_sits_in_silence(
    core: Core, sound: Noted, heard: list[Event], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    await core.sitting.begin(BELLS)
    assert "room on the disk" in notices(heard)[0]
    assert sound.rung == []
    await core.sitting.end(keep=False)


async def test_each_sitting_that_cannot_be_heard_says_so(
    core: Core, sound: Noted, heard: list[Event]
) -> None:
    for count in (1, 2):
        await core.sitting.begin(BELLS)
        sound.fail("no output device")
        await becomes(partial(_told, heard, count))
        await core.sitting.end(keep=False)


def _told(heard: list[Event], count: int) -> bool:
    return len(notices(heard)) == count


async def test_a_sitting_that_begins_ends_what_is_tried(
    core: Core, sound: Noted, heard: list[Event]
) -> None:
    await core.sounds.hear("rain")
    await core.sitting.begin(BELLS)
    assert [each.name for each in heard if isinstance(each, Hearing)] == ["rain", ""]
    assert sound.beds == ["rain"]
    await core.sitting.end(keep=False)
