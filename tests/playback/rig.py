"""A player and an ear: waits for what the player tells, never for time to pass."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, TypeVar

import pytest

from desktop_app.playback.player import Failed, Player, PlayerEvent, Source
from tests.playback.sounds import tone, write_wav

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATIENCE = 15.0
STILL = 0.5

E = TypeVar("E", bound=PlayerEvent)


class Rig:
    """A player and everything that it has told."""

    def __init__(self, player: Player) -> None:
        self.player = player
        self.events: list[tuple[float, PlayerEvent]] = []
        self.react: Callable[[PlayerEvent], None] = lambda _event: None
        self._news = threading.Condition()
        player.listen(self._hear)

    def _hear(self, event: PlayerEvent) -> None:
        with self._news:
            self.events.append((time.monotonic(), event))
            self._news.notify_all()
        self.react(event)

    def hold(self, ready: Callable[[], bool], seconds: float) -> bool:
        """Wait until ``ready``, or for ``seconds``; tell which."""
        with self._news:
            return self._news.wait_for(ready, seconds)

    def open(
        self,
        path: Path,
        generation: int = 1,
        *,
        start: float = 0.0,
        rate: float = 1.0,
        paused: bool = False,
    ) -> None:
        """Open the file at ``path``."""
        source = Source(generation, path=str(path), mp3=path.suffix == ".mp3")
        self.player.open(source, start=start, rate=rate, paused=paused)

    def told(self, kind: type[E], generation: int = 1, after: int = 0) -> list[E]:
        """Return the events of ``kind`` from index ``after`` on."""
        return [
            event
            for _, event in self.events[after:]
            if isinstance(event, kind) and event.generation == generation
        ]

    def wait(self, kind: type[E], generation: int = 1, after: int = 0, count: int = 1) -> E:
        """Return the ``count``-th event of ``kind`` once it is there."""
        arrived = self.hold(
            lambda: (
                len(self.told(kind, generation, after)) >= count
                or (kind is not Failed and bool(self.told(Failed, generation, after)))
            ),
            PATIENCE,
        )
        found = self.told(kind, generation, after)
        assert arrived, f"no {kind.__name__}: {self.events}"
        assert len(found) >= count, f"no {kind.__name__}: {self.events}"
        return found[count - 1]

    def still(self, *kinds: type[PlayerEvent]) -> None:
        """Assert that no event of ``kinds`` comes for a while."""
        mark = self.mark()

        def stirred() -> bool:
            return any(isinstance(event, kinds) for _, event in self.events[mark:])

        assert not self.hold(stirred, STILL), self.events[mark:]

    def mark(self) -> int:
        """Return the number of events so far."""
        return len(self.events)


@pytest.fixture(scope="session")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tone of a minute."""
    return write_wav(tmp_path_factory.mktemp("sound") / "talk.wav", tone(60))


@pytest.fixture(scope="session")
def short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tone that ends soon."""
    return write_wav(tmp_path_factory.mktemp("sound") / "short.wav", tone(1.6))


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A click, which is over before a position can be told."""
    return write_wav(tmp_path_factory.mktemp("sound") / "tiny.wav", tone(0.05))
