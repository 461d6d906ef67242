"""MPRIS as other programs see it: exact types, what is told, what is asked of the player."""

from __future__ import annotations

import asyncio
import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from dbus_fast import DBusError, Variant

from desktop_app.base.model import PlayStatus
from desktop_app.base.settings import Settings
from desktop_app.desktop.facts import Facts
from desktop_app.desktop.mpris import NAME, Mpris
from desktop_app.desktop.mpris_terms import NO_TRACK, jumped
from desktop_app.desktop.wishes import Wishes
from tests.support.desktop import Remote, joined
from tests.support.hand import HandCore, episode, now_playing
from tests.support.session_bus import private_bus

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

ROOT = "org.mpris.MediaPlayer2"
TALK = episode(7, title="Bob Smith on step six", speakers=("Bob Smith",), duration=3600.0)
PLAYING = Facts(now_playing(TALK, position=60.0, at=100.0, rate=1.5, volume=0.8), more=True)


class Desk:
    """The player as it is exported, its remote, and what was wished of it."""

    def __init__(self, mpris: Mpris, remote: Remote, core: HandCore, wished: list[str]) -> None:
        self.mpris, self.remote, self.core, self.wished = mpris, remote, core, wished
        self.name = ""
        self.time = 110.0


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """Everything in one loop, on a bus of its own; the clock stands at 110 s."""
    core, wished = HandCore(), list[str]()
    tasks = set[asyncio.Task[Any]]()

    def command(make: Callable[[Any], Any]) -> None:
        tasks.add(asyncio.get_running_loop().create_task(make(core)))

    wishes = Wishes(command, lambda: wished.append("come"), lambda: wished.append("leave"),
                    wished.append, wished.append, lambda _note: None)  # fmt: skip
    with private_bus(tmp_path) as address:
        async with joined(address) as bus, joined(address) as outside:
            mpris = Mpris(wishes, lambda: this.time)
            remote = Remote(outside, NAME)
            this = Desk(mpris, remote, core, wished)
            await remote.listen()
            this.name = await mpris.appear(bus)
            yield this
            await asyncio.gather(*tasks)


async def test_every_property_has_its_exact_type(desk: Desk) -> None:
    desk.mpris.show(PLAYING)
    player = await desk.remote.all(f"{ROOT}.Player")
    assert {name: value.signature for name, value in player.items()} == {
        "PlaybackStatus": "s", "Rate": "d", "MinimumRate": "d", "MaximumRate": "d",
        "Volume": "d", "Position": "x", "Metadata": "a{sv}", "CanGoNext": "b",
        "CanGoPrevious": "b", "CanPlay": "b", "CanPause": "b", "CanSeek": "b", "CanControl": "b",
    }  # fmt: skip
    root = await desk.remote.all(ROOT)
    assert {name: value.value for name, value in root.items()} == {
        "CanQuit": True, "CanRaise": True, "HasTrackList": False, "Identity": "Hearthside",
        "DesktopEntry": "hearthside", "SupportedUriSchemes": ["http", "https", "file"],
        "SupportedMimeTypes": root["SupportedMimeTypes"].value,
    }  # fmt: skip
    assert (player["Rate"].value, player["Volume"].value) == (1.5, 0.8)
    assert player["PlaybackStatus"].value == "Playing"


async def test_metadata(desk: Desk) -> None:
    desk.mpris.show(replace(PLAYING, art="file:///covers/a.jpg"))
    assert (await desk.remote.get("Metadata")).value == {
        "mpris:trackid": Variant("o", "/app/talk/7"),
        "mpris:length": Variant("x", 3_600_000_000),
        "xesam:title": Variant("s", "Bob S. on step six"),
        "xesam:artist": Variant("as", ["Bob S."]),
        "xesam:album": Variant("s", "Sober Cast"),
        "xesam:url": Variant("s", "https://feed.example/7.mp3"),
        "mpris:artUrl": Variant("s", "file:///covers/a.jpg"),
    }
    long_names = replace(PLAYING, settings=Settings(short_names=False))
    desk.mpris.show(long_names)
    assert (await desk.remote.get("Metadata")).value["xesam:artist"].value == ["Bob Smith"]


async def test_a_file_is_named_by_its_address(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "Bob – one.mp3"
    desk.mpris.show(Facts(now_playing(replace(TALK, file=str(path)))))
    assert (await desk.remote.get("Metadata")).value["xesam:url"].value == path.as_uri()


async def test_no_password_is_told(desk: Desk) -> None:
    secret = replace(TALK, url="https://bob:secret@feed.example/7.mp3")
    desk.mpris.show(Facts(now_playing(secret)))
    told = (await desk.remote.get("Metadata")).value["xesam:url"].value
    assert told == "https://feed.example/7.mp3"


async def test_in_discreet_mode_nothing_tells_what_plays(desk: Desk) -> None:
    hidden = replace(PLAYING, settings=Settings(discreet=True), name="Audio", art="file:///a.jpg")
    desk.mpris.show(hidden)
    assert (await desk.remote.get("Metadata")).value == {
        "mpris:trackid": Variant("o", "/app/talk/7"),
        "mpris:length": Variant("x", 3_600_000_000),
        "xesam:title": Variant("s", "Audio"),
    }
    root = await desk.remote.all(ROOT)
    assert (root["Identity"].value, root["DesktopEntry"].value) == ("Audio", "")


async def test_with_nothing_loaded(desk: Desk) -> None:
    player = await desk.remote.all(f"{ROOT}.Player")
    assert player["PlaybackStatus"].value == "Stopped"
    assert player["Metadata"].value == {"mpris:trackid": Variant("o", NO_TRACK)}
    assert player["Position"].value == 0
    assert not any(player[f"Can{what}"].value for what in ("Play", "Pause", "Seek", "GoNext"))


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (PlayStatus.OPENING, "Playing"),
        (PlayStatus.BUFFERING, "Playing"),
        (PlayStatus.PAUSED, "Paused"),
        (PlayStatus.ENDED, "Stopped"),
        (PlayStatus.FAILED, "Paused"),
    ],
)
async def test_status(desk: Desk, status: PlayStatus, expected: str) -> None:
    desk.mpris.show(Facts(now_playing(TALK, status=status)))
    assert (await desk.remote.get("PlaybackStatus")).value == expected


async def test_the_position_is_that_of_this_moment(desk: Desk) -> None:
    desk.mpris.show(PLAYING)
    assert (await desk.remote.get("Position")).value == 75_000_000
    desk.time = 120.0
    assert (await desk.remote.get("Position")).value == 90_000_000
    desk.time = 1e6
    assert (await desk.remote.get("Position")).value == 3_600_000_000


async def test_only_what_is_different_is_told_and_never_the_position(desk: Desk) -> None:
    now = PLAYING.now
    assert now is not None
    start = replace(now, position=0.0, at=desk.time)
    desk.mpris.show(Facts(start, settings=Settings(), more=True))
    can = ("CanGoNext", "CanGoPrevious", "CanPause", "CanPlay", "CanSeek")
    first = ("changed", *can, "Metadata", "PlaybackStatus", "Rate", "Volume")
    await desk.remote.heard.until(first)
    desk.mpris.show(Facts(replace(start, position=0.3), more=True))
    desk.mpris.show(Facts(replace(start, status=PlayStatus.PAUSED), more=True))
    await desk.remote.heard.until(first, ("changed", "PlaybackStatus"))
    desk.mpris.show(Facts(replace(start, status=PlayStatus.PAUSED, position=600.0), more=True))
    seeked = ("Seeked", "x", 600_000_000)
    await desk.remote.heard.until(first, ("changed", "PlaybackStatus"), seeked)


NOW = now_playing(TALK, position=60.0, at=100.0)
OTHER = now_playing(episode(8), position=0.0, at=110.0)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (None, None, False),
        (NOW, None, False),
        (NOW, NOW, False),
        (NOW, replace(NOW, position=70.0, at=110.0), False),
        (NOW, replace(NOW, position=70.8, at=110.0), False),
        (NOW, replace(NOW, position=71.0, at=110.0), True),
        (NOW, replace(NOW, position=55.0, at=110.0), True),
        (NOW, replace(NOW, position=70.0, at=110.0, status=PlayStatus.PAUSED), False),
        (NOW, OTHER, False),
        (NOW, replace(OTHER, position=500.0), True),
        (None, replace(OTHER, position=500.0), True),
    ],
)
def test_jumped(before: Any, after: Any, expected: bool) -> None:  # noqa: ANN401
    assert jumped(before, after, 110.0) is expected


@pytest.mark.parametrize(
    ("member", "signature", "body", "expected"),
    [
        ("Play", "", (), ("listening.resume",)),
        ("Pause", "", (), ("listening.pause",)),
        ("PlayPause", "", (), ("listening.toggle",)),
        ("Stop", "", (), ("listening.pause",)),
        ("Next", "", (), ("listening.next",)),
        ("Previous", "", (), ("listening.previous",)),
        ("Seek", "x", (-15_000_000,), ("listening.skip", -15.0)),
        ("SetPosition", "ox", ("/app/talk/7", 61_500_000), ("listening.seek", 61.5)),
    ],
)
async def test_commands(
    desk: Desk, member: str, signature: str, body: tuple[Any, ...], expected: tuple[Any, ...]
) -> None:
    paused = now_playing(TALK, status=PlayStatus.PAUSED)
    desk.mpris.show(Facts(paused))
    await desk.remote.call(member, signature, *body)
    await asyncio.sleep(0)
    assert desk.core.log == [expected]


async def test_play_leaves_alone_what_plays(desk: Desk) -> None:
    desk.mpris.show(PLAYING)
    await desk.remote.call("Play")
    assert desk.core.log == []


@pytest.mark.parametrize(
    ("track", "microseconds"),
    [("/app/talk/8", 1_000_000), ("/app/talk/7", -1), ("/app/talk/7", 3_600_000_001)],
)
async def test_a_place_that_is_none_of_this_talk_is_not_gone_to(
    desk: Desk, track: str, microseconds: int
) -> None:
    desk.mpris.show(PLAYING)
    await desk.remote.call("SetPosition", "ox", track, microseconds)
    assert desk.core.log == []


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("Rate", 1.25, [("listening.set_rate", 1.25)]),
        ("Rate", 9.0, [("listening.set_rate", 3.0)]),
        ("Rate", 0.1, [("listening.set_rate", 0.5)]),
        ("Rate", 0.0, [("listening.pause",)]),
        ("Rate", -1.0, []),
        ("Volume", 0.4, [("listening.set_volume", 0.4)]),
        ("Volume", -3.0, [("listening.set_volume", 0.0)]),
        ("Volume", 3.0, [("listening.set_volume", 1.0)]),
        ("Volume", float("nan"), []),
    ],
)
async def test_rate_and_volume_can_be_set(
    desk: Desk, name: str, value: float, expected: list[Any]
) -> None:
    await desk.remote.set(name, Variant("d", value))
    await asyncio.sleep(0)
    assert desk.core.log == expected


async def test_raise_quit_and_open(desk: Desk) -> None:
    await desk.remote.call("Raise", interface=ROOT)
    await desk.remote.call("Quit", interface=ROOT)
    await desk.remote.call("OpenUri", "s", "https://feed.example/rss")
    assert desk.wished == ["come", "leave", "https://feed.example/rss"]
    with pytest.raises(DBusError):
        await desk.remote.call("OpenUri", "s", "smb://host/file")


async def test_a_second_player_has_a_name_of_its_own(desk: Desk, tmp_path: Path) -> None:
    async with joined(f"unix:path={tmp_path / 'bus'}") as bus:
        wishes = Wishes(lambda _make: None, lambda: None, lambda: None, *[lambda _any: None] * 3)
        assert await Mpris(wishes).appear(bus) == f"{NAME}.instance{os.getpid()}"
    assert desk.name == NAME
