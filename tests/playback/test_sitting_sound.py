"""What every engine promises of the sound of a sitting, where nobody can hear it."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.playback.choose import make_sitting_sound
from desktop_app.playback.libvlc import EngineMissing
from desktop_app.playback.null_player import NullPlayer
from desktop_app.playback.plain_sitting import PlainSitting
from desktop_app.playback.player import NO_SOUND_DEVICE
from desktop_app.playback.vlc_sitting import VlcSitting
from tests.support import striking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop_app.playback.player import Player, Source
    from desktop_app.playback.sitting_sound import SittingSound

_PATIENCE = 15.0
_STILL = 0.6


class _Noted(NullPlayer):
    """A silent player that notes what is asked of it."""

    def __init__(self, seconds: float = 60.0) -> None:
        super().__init__(lambda _path: seconds)
        self.name = "noted"
        self.asked: list[tuple[float, str, object]] = []
        self._news = threading.Condition()

    def open(self, source: Source, *, start: float, rate: float, paused: bool) -> None:
        self._note("open", (source.path, start))
        super().open(source, start=start, rate=rate, paused=paused)

    def set_volume(self, volume: float) -> None:
        self._note("volume", volume)

    def pause(self) -> None:
        self._note("pause", None)
        super().pause()

    def play(self) -> None:
        self._note("play", None)
        super().play()

    def stop(self) -> None:
        self._note("stop", None)
        super().stop()

    def wait(self, what: str, count: int = 1) -> list[tuple[float, object]]:
        """Return when ``what`` was asked for, and with what, once it was so often."""
        with self._news:
            assert self._news.wait_for(lambda: len(self.told(what)) >= count, _PATIENCE), self.asked
        return self.told(what)

    def still(self, what: str, count: int = 0) -> None:
        """Assert that ``what`` is not asked for more often, for a while."""
        with self._news:
            assert not self._news.wait_for(lambda: len(self.told(what)) > count, _STILL), self.asked

    def told(self, what: str) -> list[tuple[float, object]]:
        """Return when ``what`` was asked for."""
        return [(at, value) for at, each, value in self.asked if each == what]

    def _note(self, what: str, value: object) -> None:
        with self._news:
            self.asked.append((time.monotonic(), what, value))
            self._news.notify_all()


class _Failures:
    """What was said, and that something was."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.told = threading.Event()

    def __call__(self, why: str) -> None:
        """Listen."""
        self.words.append(why)
        self.told.set()


@pytest.fixture
def knock(tmp_path: Path) -> str:
    """A short stroke."""
    return striking.write(tmp_path / "knock.wav", striking.knock())


@pytest.fixture
def plain() -> Iterator[tuple[PlainSitting, _Noted, _Noted]]:
    """Plain players that note all: the sound, its bell, its bed."""
    with _over(_Noted(), _Noted()) as found:
        yield found


@contextmanager
def _over(bell: _Noted, bed: _Noted) -> Iterator[tuple[PlainSitting, _Noted, _Noted]]:
    players = [bed, bell]
    sound = PlainSitting(players.pop)
    yield sound, bell, bed
    sound.close()


def _no_vlc(_args: str) -> SittingSound:
    raise EngineMissing("VLC's sound engine cannot be used")


# --- each engine ----------------------------------------------------------------------


@pytest.fixture(params=["vlc", "null", "qt"])
def sound(request: pytest.FixtureRequest) -> Iterator[SittingSound]:
    """Each engine in turn; "qt" is made as Qt's fallback is."""
    sound, notice = make_sitting_sound(request.param, "--aout=dummy", _Noted)
    assert not notice
    yield sound
    sound.close()


def test_a_whole_sitting_goes_through_without_a_word(sound: SittingSound, knock: str) -> None:
    failed: list[str] = []
    sound.listen(failed.append)
    now = time.monotonic()
    sound.begin_ambience(knock, 0.5, at=0.1)
    sound.ring(knock, now + 0.1)
    sound.ring(knock, now + 30)
    sound.set_ambience_volume(0.7)
    sound.pause_ambience()
    sound.resume_ambience()
    sound.take_back()
    sound.end_ambience(0.1)
    sound.hush()
    sound.close()
    sound.close()
    assert not failed


def test_what_cannot_be_read_is_told_once(sound: SittingSound, tmp_path: Path) -> None:
    failed = _Failures()
    sound.listen(failed)
    sound.ring(str(tmp_path / "none.wav"), time.monotonic())
    assert failed.told.wait(_PATIENCE)
    sound.begin_ambience(str(tmp_path / "none.wav"), 1.0)
    sound.close()
    assert len(failed.words) == 1


def test_it_can_be_closed_with_all_under_way(sound: SittingSound, knock: str) -> None:
    for number in range(20):
        sound.ring(knock, time.monotonic() + 0.1 * number)
    sound.begin_ambience(knock, 1.0)
    sound.close()
    sound.ring(knock, time.monotonic())
    sound.hush()


# --- nothing can be heard -------------------------------------------------------------


@pytest.mark.parametrize("output", ["--aout=none", "--aout=pulse", ""])
def test_without_an_output_it_says_so_once(
    output: str, knock: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nonexistent")
    failed = _Failures()
    sound = VlcSitting(output)
    sound.listen(failed)
    sound.begin_ambience(knock, 1.0)
    sound.ring(knock, time.monotonic() + 1.0)
    assert failed.told.wait(_PATIENCE)
    sound.ring(knock, time.monotonic() + 0.1)
    sound.close()
    assert failed.words == [NO_SOUND_DEVICE]


# --- plain players --------------------------------------------------------------------


def test_a_plain_player_opens_the_bell_at_its_moment(
    plain: tuple[PlainSitting, _Noted, _Noted], knock: str
) -> None:
    sound, bell, _bed = plain
    at = time.monotonic() + 0.3
    sound.ring(knock, at + 0.4)
    sound.ring(knock, at)
    opened = bell.wait("open", 2)
    assert [value for _, value in opened] == [(knock, 0.0)] * 2
    assert opened[0][0] >= at
    assert opened[1][0] >= at + 0.4


@pytest.mark.parametrize("silence", ["take_back", "hush"])
def test_a_plain_stroke_that_is_taken_back_never_rings(
    plain: tuple[PlainSitting, _Noted, _Noted], knock: str, silence: str
) -> None:
    sound, bell, _bed = plain
    sound.ring(knock, time.monotonic() + 0.2)
    getattr(sound, silence)()
    bell.still("open")
    sound.ring(knock, time.monotonic())
    bell.wait("open")


def test_a_plain_hush_silences_the_bell_softly(
    plain: tuple[PlainSitting, _Noted, _Noted], knock: str
) -> None:
    sound, bell, _bed = plain
    sound.ring(knock, time.monotonic())
    bell.wait("open")
    sound.hush()
    bell.wait("stop")
    levels = [value for _, value in bell.told("volume") if isinstance(value, float)]
    assert (levels[0], levels[-1]) == (1.0, 0.0)
    assert levels == sorted(levels, reverse=True)
    assert len(levels) >= 3


def test_a_plain_ambience_comes_up_pauses_and_ends(
    plain: tuple[PlainSitting, _Noted, _Noted], knock: str
) -> None:
    sound, _bell, bed = plain
    sound.begin_ambience(knock, 0.5, at=0.2)
    assert bed.wait("open")[0][1] == (knock, 0.2)
    bed.wait("volume", 3)
    sound.pause_ambience()
    bed.wait("pause")
    assert bed.told("volume")[-1][1] == 0.0
    sound.resume_ambience()
    bed.wait("play")
    sound.end_ambience(0.2)
    bed.wait("stop")
    assert bed.told("volume")[-1][1] == 0.0
    sound.resume_ambience()
    bed.still("play", 1)


def test_a_plain_ambience_goes_on_where_it_ends(knock: str) -> None:
    with _over(_Noted(), _Noted(0.1)) as (sound, _bell, bed):
        sound.begin_ambience(knock, 0.5)
        opened = bed.wait("open", 3)
        assert {value for _, value in opened} == {(knock, 0.0)}
        sound.end_ambience(0.0)
        bed.wait("stop")
        bed.still("open", len(bed.told("open")))


# --- which one ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("choice", "name"), [("auto", "vlc"), ("", "vlc"), ("vlc", "vlc"), ("null", "null")]
)
def test_takes_what_is_asked_for(choice: str, name: str) -> None:
    sound, notice = make_sitting_sound(choice, "--aout=dummy", None)
    sound.close()
    assert (sound.name, notice) == (name, "")


@pytest.mark.parametrize(
    ("fallback", "name", "words"), [(_Noted, "noted", "Qt's own player"), (None, "null", "nothing")]
)
def test_auto_falls_back_with_a_line(
    monkeypatch: pytest.MonkeyPatch, fallback: Callable[[], Player] | None, name: str, words: str
) -> None:
    monkeypatch.setattr("desktop_app.playback.vlc_sitting.VlcSitting", _no_vlc)
    monkeypatch.setattr("desktop_app.playback.choose.make_vlc_player", _no_vlc)
    sound, notice = make_sitting_sound("auto", "", fallback)
    sound.close()
    assert sound.name == name
    assert words in notice


@pytest.mark.parametrize(
    ("choice", "arguments", "words"),
    [
        ("qt", "", "Qt"),
        ("winamp", "", "auto, vlc, qt or null"),
        ("vlc", "--aout='x", "HEARTHSIDE_VLC"),
    ],
)
def test_what_cannot_be_had_is_told(choice: str, arguments: str, words: str) -> None:
    with pytest.raises(KnownError, match=words):
        make_sitting_sound(choice, arguments, None)


def test_vlc_by_name_is_vlc_or_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.playback.vlc_sitting.VlcSitting", _no_vlc)
    with pytest.raises(EngineMissing):
        make_sitting_sound("vlc", "", _Noted)
