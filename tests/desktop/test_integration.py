"""The whole way: a desktop on private buses, the real services, the null player."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from dbus_fast import Message

from desktop_app.base.settings import Settings
from desktop_app.base.sittings import Preset
from desktop_app.desktop.integration import Integration
from desktop_app.services.events import (
    PlayerChanged,
    QueueChanged,
    RunningSitting,
    SettingsChanged,
    SittingChanged,
)
from tests.desktop.whole import PATIENCE, App, start_talk
from tests.support.desktop import Remote, joined
from tests.support.hand import HandBridge, HandCore, episode, now_playing
from tests.support.session_bus import private_bus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.base.paths import Home

DBUS, DBUS_PATH = "org.freedesktop.DBus", "/org/freedesktop/DBus"
SITTING = RunningSitting(Preset("Ten minutes", 600), 600.0, (), (), elapsed=0.0, at=0.0)
NAME = "org.mpris.MediaPlayer2.hearthside"


@pytest.mark.skipif(shutil.which("playerctl") is None, reason="playerctl is not installed")
def test_playerctl_steers_the_player(app: App) -> None:
    app.open()
    length = start_talk(app)
    wait = app.qtbot.waitUntil
    wait(lambda: "hearthside" in app.playerctl("--list-all"), timeout=PATIENCE)
    wait(app.says("status", "Playing"), timeout=PATIENCE)
    assert app.playerctl("metadata", "mpris:length") == str(round(length * 1_000_000))
    now = app.integration.facts.now
    assert now is not None
    assert app.playerctl("metadata", "xesam:title") == now.episode.title
    app.playerctl("pause")
    wait(app.says("status", "Paused"), timeout=PATIENCE)
    app.playerctl("position", "60")
    wait(app.says("position", "60.000000"), timeout=PATIENCE)
    app.playerctl("position", "15-")
    wait(app.says("position", "45.000000"), timeout=PATIENCE)
    app.playerctl("volume", "0.5")
    wait(app.says("volume", "0.500000"), timeout=PATIENCE)
    app.playerctl("play-pause")
    wait(app.says("status", "Playing"), timeout=PATIENCE)
    assert 45 <= float(app.playerctl("position")) < 60
    app.playerctl("stop")
    wait(app.says("status", "Paused"), timeout=PATIENCE)
    assert app.ask(lambda core: core.listening.now()) is not None


def test_raise_quit_and_what_is_handed_over(app: App) -> None:
    app.open()
    heard: list[str] = []
    app.integration.come.connect(lambda: heard.append("come"))
    app.integration.leave.connect(lambda: heard.append("leave"))
    app.integration.given.connect(heard.append)

    async def there() -> bool:
        async with joined(app.session) as bus:
            call = Message(DBUS, DBUS_PATH, DBUS, "NameHasOwner", signature="s", body=[NAME])
            return bool((await bus.call(call)).body[0])

    async def steer() -> None:
        async with joined(app.session) as bus:
            remote = Remote(bus, NAME)
            await remote.call("Raise", interface="org.mpris.MediaPlayer2")
            await remote.call("OpenUri", "s", "file:///tapes/a.mp3")
            await remote.call("Quit", interface="org.mpris.MediaPlayer2")

    app.qtbot.waitUntil(lambda: app.outside(there), timeout=PATIENCE)
    app.outside(steer)
    app.qtbot.waitUntil(lambda: len(heard) == 3, timeout=PATIENCE)
    assert heard == ["come", "file:///tapes/a.mp3", "leave"]


def test_without_any_bus_nothing_is_complained_of(
    home: Home, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind in ("SESSION", "SYSTEM"):
        monkeypatch.setenv(f"DBUS_{kind}_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
    app = App(home, qtbot, "", "")
    app.open()
    start_talk(app)
    app.close()


def test_a_bus_that_goes_away_is_not_complained_of(
    home: Home, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with private_bus(tmp_path, "session") as session, private_bus(tmp_path, "system") as system:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", session)
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", system)
        app = App(home, qtbot, system, session)
        app.open()
        start_talk(app)
    app.ask(lambda core: core.listening.pause())
    app.close()


@contextmanager
def by_hand(core: HandCore) -> Iterator[tuple[HandBridge, Integration]]:
    bridge = HandBridge(core)
    integration = Integration(Settings())
    integration.follow(bridge)
    yield bridge, integration
    integration.close()
    bridge.close()


def test_the_facts_follow_the_events(qtbot: QtBot, tmp_path: Path) -> None:
    core = HandCore()
    picture = tmp_path / "a.jpg"
    core.covers.answers["file"] = picture
    core.queue.answers["first"] = None
    with by_hand(core) as (bridge, integration):
        bridge.run()
        bridge.tell(PlayerChanged(now_playing(episode(7))))
        bridge.run()
        assert integration.facts.art == picture.as_uri()
        assert (integration.facts.sounding, integration.facts.more) == (True, False)
        core.queue.answers["first"] = 8
        bridge.tell(QueueChanged())
        bridge.run()
        assert integration.facts.more
        bridge.tell(SettingsChanged(Settings(discreet=True)))
        assert integration.facts.title == "Audio"
        bridge.tell(PlayerChanged(None))
        assert (integration.facts.art, integration.facts.awake) == ("", False)
        for paused, sitting in ((False, True), (True, False)):
            bridge.tell(SittingChanged(replace(SITTING, paused=paused)))
            assert (integration.facts.awake, integration.facts.lit) == (sitting, sitting)
        bridge.tell(SittingChanged(replace(SITTING, ended=True)))
        assert not integration.facts.awake


def test_after_a_library_was_restored_only_the_new_one_is_followed(qtbot: QtBot) -> None:
    core = HandCore()
    core.queue.answers["first"] = None
    with by_hand(core) as (old, integration):
        new = HandBridge(core)
        integration.follow(new)
        old.tell(SittingChanged(SITTING))
        assert not integration.facts.awake
        new.tell(SittingChanged(SITTING))
        assert integration.facts.awake
        new.close()


def test_while_there_is_no_library_nothing_sounds_and_nothing_is_asked(qtbot: QtBot) -> None:
    core = HandCore()
    core.queue.answers["first"] = None
    with by_hand(core) as (bridge, integration):
        bridge.run()
        bridge.tell(SittingChanged(SITTING))
        integration.follow(None)
        assert not integration.facts.awake
        integration.command(lambda core: core.listening.pause())
        bridge.tell(SittingChanged(SITTING))
        assert not integration.facts.awake
        assert not bridge.waiting
