"""What every player must do: one suite, run over VLC, Qt and the silent one.

A test module makes a class of :class:`PlayerContract` and a fixture ``rig``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.playback.player import (
    Ended,
    Failed,
    Moved,
    Paused,
    PlayerEvent,
    Playing,
    Source,
)
from tests.playback.rig import PATIENCE, STILL, Rig

if TYPE_CHECKING:
    from pathlib import Path


class PlayerContract:
    """The promises of ``playback.player.Player``."""

    def test_plays_and_tells_positions(self, rig: Rig, talk: Path) -> None:
        rig.open(talk)
        assert rig.wait(Playing).position in {0.0, None}
        rig.wait(Moved, count=4)
        positions = [event.position for event in rig.told(Moved)]
        assert positions == sorted(positions)
        assert 0.0 <= positions[0] < 1.5

    def test_positions_follow_the_clock(self, rig: Rig, talk: Path) -> None:
        rig.open(talk)
        rig.wait(Moved, count=5)
        assert _speed(rig) == pytest.approx(1.0, abs=0.25)

    def test_starts_where_asked(self, rig: Rig, talk: Path) -> None:
        rig.open(talk, start=40.0)
        assert rig.wait(Playing).position == pytest.approx(40.0, abs=0.5)
        assert 39.5 <= rig.wait(Moved).position < 42.0

    def test_pause_keeps_the_place(self, rig: Rig, talk: Path) -> None:
        rig.open(talk, start=10.0)
        before = rig.wait(Moved, count=2).position
        rig.player.pause()
        rig.wait(Paused)
        rig.still(Moved, Playing, Ended)
        mark = rig.mark()
        rig.player.play()
        rig.wait(Playing, after=mark)
        assert rig.wait(Moved, after=mark).position == pytest.approx(before, abs=1.2)

    def test_pause_at_once_keeps_the_start(self, rig: Rig, talk: Path) -> None:
        rig.open(talk, start=20.0)
        rig.player.pause()
        rig.wait(Paused)
        rig.still(Moved, Playing)
        mark = rig.mark()
        rig.player.play()
        assert 19.5 <= rig.wait(Moved, after=mark).position < 22.0

    @pytest.mark.parametrize(("last", "kind"), [("play", Playing), ("pause", Paused)])
    def test_the_last_of_quick_presses_counts(
        self, rig: Rig, talk: Path, last: str, kind: type[Playing | Paused]
    ) -> None:
        rig.open(talk)
        rig.wait(Moved)
        for _ in range(10):
            rig.player.pause()
            rig.player.play()
        getattr(rig.player, last)()
        rig.hold(lambda: False, STILL)
        presses = [event for _, event in rig.events if isinstance(event, Playing | Paused)]
        assert isinstance(presses[-1], kind)
        mark = rig.mark()
        moved = rig.hold(lambda: bool(rig.told(Moved, after=mark)), STILL)
        assert moved is (kind is Playing)

    def test_seeks_while_playing(self, rig: Rig, talk: Path) -> None:
        rig.open(talk)
        rig.wait(Moved, count=2)
        mark = rig.mark()
        rig.player.seek(45.0)
        rig.wait(Moved, after=mark, count=5)
        told = [event.position for event in rig.told(Moved, after=mark)]
        there = told[next(n for n, position in enumerate(told) if position > 40.0) :]
        assert len(there) >= len(told) - 1, told
        assert all(44.5 <= position < 48.0 for position in there), told

    def test_seeks_back(self, rig: Rig, talk: Path) -> None:
        rig.open(talk, start=45.0)
        rig.wait(Moved, count=2)
        mark = rig.mark()
        rig.player.seek(5.0)
        rig.wait(Moved, after=mark, count=4)
        assert 4.5 <= rig.told(Moved)[-1].position < 8.0

    def test_of_many_quick_seeks_the_last_counts(self, rig: Rig, talk: Path) -> None:
        rig.open(talk)
        rig.wait(Moved, count=2)
        mark = rig.mark()
        for place in range(40):
            rig.player.seek(float(place))
        rig.player.seek(45.0)
        assert rig.hold(
            lambda: any(45.0 < told.position < 48.0 for told in rig.told(Moved, after=mark)), 5.0
        )
        assert rig.told(Moved)[-1].position > 44.5

    def test_seeks_while_paused(self, rig: Rig, talk: Path) -> None:
        rig.open(talk)
        rig.wait(Moved)
        rig.player.pause()
        rig.wait(Paused)
        mark = rig.mark()
        rig.player.seek(30.0)
        assert rig.wait(Moved, after=mark).position == pytest.approx(30.0, abs=0.5)
        rig.still(Playing, Moved)
        mark = rig.mark()
        rig.player.play()
        rig.wait(Playing, after=mark)
        assert 29.5 <= rig.wait(Moved, after=mark).position < 32.0

    def test_opened_paused_waits_for_play(self, rig: Rig, talk: Path) -> None:
        rig.open(talk, start=12.0, paused=True)
        rig.wait(Paused)
        rig.still(Playing, Moved)
        rig.player.play()
        rig.wait(Playing)
        assert 11.5 <= rig.wait(Moved).position < 14.0

    def test_opened_paused_may_be_moved_first(self, rig: Rig, talk: Path) -> None:
        rig.open(talk, start=12.0, paused=True)
        rig.wait(Paused)
        rig.player.seek(33.0)
        assert rig.wait(Moved).position == pytest.approx(33.0)
        rig.player.play()
        rig.wait(Playing)
        assert 32.5 <= rig.wait(Moved, count=2).position < 35.0

    def test_opens_at_another_speed(self, rig: Rig, talk: Path) -> None:
        rig.open(talk, rate=2.0)
        rig.wait(Moved, count=6)
        assert _speed(rig) == pytest.approx(2.0, abs=0.5)

    def test_changes_speed_on_the_way(self, rig: Rig, talk: Path) -> None:
        rig.open(talk)
        rig.wait(Moved, count=2)
        rig.player.set_rate(2.0)
        mark = rig.mark()
        rig.wait(Moved, after=mark, count=7)
        assert _speed(rig, skip=4) == pytest.approx(2.0, abs=0.5)

    def test_ends_and_opens_the_next(self, rig: Rig, short: Path, talk: Path) -> None:
        rig.open(short)
        rig.wait(Ended)
        rig.open(talk, 2)
        rig.wait(Playing, 2)
        rig.wait(Moved, 2)
        assert not rig.told(Failed)

    def test_ends_once(self, rig: Rig, tiny: Path) -> None:
        rig.open(tiny)
        rig.wait(Ended)
        rig.still(Ended, Playing, Failed)

    def test_plays_again_after_the_end(self, rig: Rig, short: Path) -> None:
        rig.open(short)
        rig.wait(Ended)
        mark = rig.mark()
        rig.player.play()
        rig.wait(Playing, after=mark)
        rig.wait(Ended, after=mark)

    def test_opens_the_next_from_within_the_listener(
        self, rig: Rig, short: Path, talk: Path
    ) -> None:
        def go_on(event: PlayerEvent) -> None:
            if event == Ended(1):
                rig.open(talk, 2)

        rig.react = go_on
        rig.open(short)
        rig.wait(Ended)
        rig.wait(Moved, 2)

    def test_stops_from_within_the_listener(self, rig: Rig, talk: Path) -> None:
        def give_up(event: PlayerEvent) -> None:
            if isinstance(event, Moved) and event.generation == 1:
                rig.player.stop()

        rig.react = give_up
        rig.open(talk)
        rig.wait(Moved)
        rig.still(Playing, Moved, Ended, Failed)
        rig.open(talk, 2)
        rig.wait(Moved, 2)

    def test_missing_file_says_so(self, rig: Rig, tmp_path: Path) -> None:
        rig.open(tmp_path / "gone.mp3")
        assert "not there" in rig.wait(Failed).why
        rig.still(Playing, Moved, Ended)

    def test_missing_file_says_so_when_opened_paused(self, rig: Rig, tmp_path: Path) -> None:
        rig.open(tmp_path / "gone.mp3", paused=True)
        assert "not there" in rig.wait(Failed).why

    def test_tries_again_when_asked(self, rig: Rig, tmp_path: Path, talk: Path) -> None:
        late = tmp_path / "late.wav"
        rig.open(late, start=3.0)
        rig.wait(Failed)
        late.write_bytes(talk.read_bytes())
        mark = rig.mark()
        rig.player.play()
        rig.wait(Playing, after=mark)
        assert 2.5 <= rig.wait(Moved, after=mark).position < 5.0

    @pytest.mark.parametrize(
        ("name", "body"),
        [
            ("page.mp3", b"<html><body>Please log in</body></html>" * 200),
            ("empty.mp3", b""),
            ("noise.mp3", bytes(range(7, 250, 3)) * 500),
            ("cut.wav", b"RIFF\x00\x01\x00\x00WAVEfmt "),
        ],
    )
    def test_damaged_file_is_told(self, rig: Rig, tmp_path: Path, name: str, body: bytes) -> None:
        path = tmp_path / name
        path.write_bytes(body)
        rig.open(path)
        assert rig.hold(lambda: bool(rig.told(Failed) or rig.told(Ended)), PATIENCE), rig.events
        assert all(event.why.endswith(".") for event in rig.told(Failed))

    def test_an_address_that_is_none_is_told(self, rig: Rig) -> None:
        rig.player.open(Source(1, url="file:///etc/hostname"), start=0, rate=1, paused=False)
        assert "http" in rig.wait(Failed).why

    def test_events_bear_the_generation_that_they_belong_to(self, rig: Rig, talk: Path) -> None:
        rig.open(talk, 1, start=5.0)
        rig.wait(Moved, 1)
        rig.open(talk, 2, start=40.0)
        rig.wait(Moved, 2, count=2)
        generations = [event.generation for _, event in rig.events]
        assert generations == sorted(generations)
        assert all(event.position < 30.0 for event in rig.told(Moved, 1))
        assert all(event.position > 30.0 for event in rig.told(Moved, 2))

    def test_only_the_last_of_many_plays(self, rig: Rig, talk: Path) -> None:
        for generation in range(1, 11):
            rig.open(talk, generation)
        rig.wait(Moved, 10)
        rig.still(Failed, Ended)
        generations = [event.generation for _, event in rig.events]
        assert generations == sorted(generations)

    def test_commands_without_a_talk_do_nothing(self, rig: Rig, talk: Path) -> None:
        rig.player.play()
        rig.player.pause()
        rig.player.seek(4.0)
        rig.player.set_rate(1.5)
        rig.player.set_volume(0.5)
        rig.player.set_gain(3.0)
        rig.player.stop()
        rig.still(Playing, Paused, Moved, Ended, Failed)
        rig.open(talk)
        rig.wait(Moved)

    def test_stop_ends_all_events(self, rig: Rig, talk: Path) -> None:
        rig.open(talk)
        rig.wait(Moved)
        rig.player.stop()
        rig.open(talk, 2, paused=True)
        rig.wait(Paused, 2)
        rig.still(Playing, Moved, Ended, Failed)

    def test_close_is_final_and_may_come_twice(self, rig: Rig, talk: Path) -> None:
        rig.open(talk)
        rig.wait(Moved)
        rig.player.close()
        rig.still(Playing, Paused, Moved, Ended, Failed)
        rig.player.close()
        rig.player.play()
        rig.still(Playing, Paused, Moved, Ended, Failed)

    def test_close_from_within_the_listener(self, rig: Rig, talk: Path) -> None:
        rig.react = lambda _event: rig.player.close()
        rig.open(talk)
        rig.wait(Playing)
        rig.still(Playing, Paused, Moved, Ended, Failed)


def _speed(rig: Rig, skip: int = 0) -> float:
    """Return seconds of recording for each second of the clock, between positions told."""
    told = [(at, event.position) for at, event in rig.events if isinstance(event, Moved)][skip:]
    (first, begin), (last, end) = told[0], told[-1]
    return (end - begin) / (last - first)
