"""Discreet mode in the whole app, seen from everywhere else on the computer.

What plays bears words that occur nowhere else. Once the mode is on, none of them may be found in
whatever other programs are told, and at the end in no file but the library's own.
"""

from __future__ import annotations

import asyncio
import shutil
import subprocess
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.base import settings
from desktop_app.base.paths import Home
from desktop_app.base.settings import Settings
from desktop_app.desktop.mpris import NAME
from tests.support import pod
from tests.support.desktop import Remote, joined
from tests.support.screen import properties, virtual_screen
from tests.support.server import Reply, Server, static
from tests.support.session_bus import private_bus
from tests.support.sound import speech_bytes
from tests.support.sound_server import SoundServer
from tests.support.steering import Steered

if TYPE_CHECKING:
    from collections.abc import Iterator

SPEAKER, TITLE, FEED, FELLOWSHIP = "Zebulonius", "Lanternwick", "Wolframtapes", "Al-Anon"
SOUGHT, NOTE, PLACE = "murmurwort", "thistledown", "quillfeather"
TELLING = (SPEAKER, TITLE, FEED, FELLOWSHIP, SOUGHT, NOTE, PLACE)
KEPT = ("library.sqlite", "audio", "covers", "backups")
"""What the library is made of, in the home."""


class Desktop:
    """A session with a screen, a bus with an ear on it, a sound server, and folders of its own."""

    def __init__(self, folder: Path, display: str, bus: str, sound: SoundServer) -> None:
        self.display, self.bus, self.sound = display, bus, sound
        self.person, self.temporary = folder / "person", folder / "temporary"
        self.overheard = folder / "overheard"
        self.environ = {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "DBUS_SESSION_BUS_ADDRESS": bus,
            "HEARTHSIDE_AUDIO": "vlc",
            "HEARTHSIDE_VLC_ARGS": "--aout=pulse",
            "HOME": str(self.person),
            "TMPDIR": str(self.temporary),
            **sound.environment,
        }
        for each in (self.person, self.temporary):
            each.mkdir()
        for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            self.environ[name] = str(self.person / name.casefold())

    def shown(self, app: Steered) -> dict[str, str]:
        """Return what other programs and people see, by where they see it."""
        return {
            "windows": properties(self.display),
            "media controls": asyncio.run(self._controls()),
            "sound": self._streams(),
            "processes": "".join(map(_of_process, app.family())),
            "tray": app.see("[each.text() for each in house._tray.menu.actions()"
                            " if each.isVisible()] + [house._tray.icon.toolTip()]").__repr__(),
            "clipboard": repr(app.see("[app.clipboard().text(each) for each in "
                                      "type(app.clipboard()).Mode if each.value < 2]")),
        }  # fmt: skip

    def told_since(self, begin: int) -> str:
        """Return what went over the bus since it was so long."""
        return self.overheard.read_text(errors="replace")[begin:]

    async def _controls(self) -> str:
        async with joined(self.bus) as bus:
            remote = Remote(bus, NAME)
            root = await remote.all("org.mpris.MediaPlayer2")
            return repr((root, await remote.all("org.mpris.MediaPlayer2.Player")))

    def _streams(self) -> str:
        asked = [
            subprocess.run(
                ["pactl", "list", kind], capture_output=True, text=True, check=True,
                env=self.environ | {"PATH": "/usr/bin:/bin", "LC_ALL": "C"},
            ).stdout
            for kind in ("sink-inputs", "clients")
        ]  # fmt: skip
        assert "application.name" in asked[0], "something plays"
        return "".join(asked)


def _of_process(pid: int) -> str:
    """Return what lists of processes show; one that has ended meanwhile shows nothing."""
    with suppress(OSError):
        names = ("cmdline", "comm", "environ")
        return "".join(Path(f"/proc/{pid}/{each}").read_text(errors="replace") for each in names)
    return ""


@contextmanager
def ear(bus: str, file: Path) -> Iterator[None]:
    """Write down all that is said on a bus."""
    monitor = shutil.which("dbus-monitor")
    if monitor is None:
        pytest.skip("dbus-monitor is not installed (dbus)")
    with file.open("wb") as told:
        process = subprocess.Popen([monitor, "--address", bus], stdout=told)
        try:
            yield
        finally:
            process.terminate()
            process.wait()


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    with virtual_screen() as display, private_bus(tmp_path) as bus, SoundServer() as sound:
        made = Desktop(tmp_path, display, bus, sound)
        with ear(bus, made.overheard):
            yield made


def serve(server: Server) -> str:
    """Serve a feed whose every word tells."""
    sound = server.add(f"/{PLACE}/{TITLE}.mp3", static(speech_bytes(90)))
    title = f"{SPEAKER} Q. {FELLOWSHIP} speaker - {TITLE}"
    body = pod.feed(FEED, [pod.item(1, title, sound)])
    return server.add(f"/{PLACE}.xml", Reply(body=body))


def found_in(text: str) -> set[str]:
    return {each for each in TELLING if each.casefold() in text.casefold()}


def play(app: Steered, address: str) -> None:
    """Subscribe, download, play, bookmark, search; have every kind of window open."""
    app.until("house is not None")
    app.see("house.window.open('add')")
    app.see(f"house.window.page.field.setText({address!r})")
    app.see("house.window.page.add_button.click()")
    app.until(f"core.browsing.search({TITLE!r})", "ask")
    (talk,) = app.ask(f"core.browsing.search({TITLE!r})")
    app.ask(f"core.downloading.request(({talk['id']},))")
    app.see(f"house.window.open('talk', {talk['id']})")
    app.until("house.window.page._detail and house.window.page._detail.episode.file")
    app.ask(f"core.listening.play({talk['id']})")
    app.until("house.window.player.now.status == 'playing'")
    app.ask(f"core.listening.bookmark({NOTE!r})")
    app.ask(f"core.searching.everything({SOUGHT!r})")
    app.see(f"house.window.open('search', {SOUGHT!r})")
    app.see(f"house.window.open('talk', {talk['id']})")
    app.see("house.sight.show_mini()")
    app.see("house._frame.show()")
    app.see("house.sight.mini.show_keys()")
    tip = "__import__('PySide6.QtWidgets').QtWidgets.QToolTip.showText"
    app.see(f"{tip}(house._frame.pos(), house.window.player.title.toolTip(), house._frame)")


def everything_goes_wrong(app: Steered) -> None:
    """Meet bugs of our own whose words tell, in the window, the engine and a thread."""
    bug = f"ValueError('{TITLE} by {SPEAKER}')"
    app.see(f"__import__('sys').excepthook(ValueError, {bug}, None)")
    raised = f"(_ for _ in ()).throw({bug})"
    app.see(f"house.bridge.call(lambda core: {raised}) and None")
    app.see(f"__import__('threading').Thread(target=lambda: {raised}).start()")
    app.see("__import__('PySide6.QtCore').QtCore.qWarning('a warning of Qt')")
    app.ask("core.sitting.begin(__import__('desktop_app').base.sittings.Preset('Short', 60.0))")
    app.see("house._integration._hear(__import__('desktop_app').services.events.ReminderDue())")


def written(folder: Path) -> dict[str, set[str]]:
    """Return the files, but the library's, in whose name or contents something tells."""
    telling = {}
    for file in folder.rglob("*"):
        parts = file.relative_to(folder).parts
        if parts[0] == "home" and len(parts) > 1 and parts[1].startswith(KEPT):
            continue
        text = file.read_bytes().decode(errors="replace") if file.is_file() else ""
        if found := found_in(f"{file.relative_to(folder)}\n{text}"):
            telling["/".join(parts)] = found
    return telling


def test_nobody_else_learns_what_plays(desktop: Desktop) -> None:
    with Server() as server, Steered(desktop.person / "home", **desktop.environ) as app:
        play(app, serve(server))
        app.until("house._integration.facts.speakers")
        before = {where: found_in(text) for where, text in desktop.shown(app).items()}
        assert before["media controls"] >= {SPEAKER, TITLE, FEED}, "this is where to look"
        assert before["windows"]
        assert before["tray"]
        app.ask("core.settings.change(discreet=True)")
        app.until("house._frame.windowTitle() == 'Audio'")
        after = {where: found_in(text) for where, text in desktop.shown(app).items()}
        assert not any(after.values()), after
        begin = len(desktop.told_since(0))
        app.ask("core.listening.skip(5)")
        everything_goes_wrong(app)
        app.until("len(app.topLevelWidgets()) > 3")
        assert not found_in(properties(desktop.display))
        assert not found_in(desktop.told_since(begin))
    assert app.process.returncode == 0
    assert found_in(app.said) == set(), app.said
    assert written(desktop.person) | written(desktop.temporary) == {}


def test_a_discreet_start_does_not_even_bear_the_name(desktop: Desktop) -> None:
    home = Home(desktop.person / "home")
    home.prepare()
    settings.save(home.settings, Settings(discreet=True))
    with Steered(home.root, **desktop.environ) as app:
        app.until("house is not None")
        app.ask("core.browsing.counts()")
        app.until("house._tray is not None")
        told = properties(desktop.display)
        assert "Audio" in told
        assert "hearthside" not in told.casefold()
