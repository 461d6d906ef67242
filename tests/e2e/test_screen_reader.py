"""The three jobs by a screen reader: names, roles and keys, nothing that is seen."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.desktop.instance import raise_other
from tests.support import pod
from tests.support.at_spi import accessible
from tests.support.command import ROOT, environment, hearthside
from tests.support.screen import virtual_screen
from tests.support.screen_reader import reading
from tests.support.server import Server
from tests.support.session_bus import private_bus
from tests.support.sound import speech_bytes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from tests.support.screen_reader import ScreenReader

BUTTON, CHIP, FIELD, ROW = "push button", "check box", "text", "list item"
TALKS = ("Bob D. - Talk 5", "Bob D. - Talk 4", "Bob D. - Talk 3", "Bob D. - Talk 2")


@contextmanager
def started(home: Path, **said: str) -> Iterator[None]:
    """Run the app, and end it in good order."""
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop_app", "--home", str(home)],
        cwd=ROOT,
        env=environment(**said),
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        _, wrong = process.communicate(timeout=20)
    assert (process.returncode, wrong) == (0, "")


@asynccontextmanager
async def window(folder: Path) -> AsyncIterator[ScreenReader]:
    """Start the app as a person with a screen reader does, and end it when all is done."""
    with (
        virtual_screen() as screen,
        private_bus(folder) as session,
        accessible(session, screen, folder),
        started(
            folder / "home",
            DISPLAY=screen,
            QT_QPA_PLATFORM="xcb",
            QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
            DBUS_SESSION_BUS_ADDRESS=session,
            HEARTHSIDE_AUDIO="vlc",
            HEARTHSIDE_VLC_ARGS="--aout=dummy",
        ),
    ):
        async with reading(session) as reader:
            await reader.find(ROW, "Today")
            assert raise_other(folder / "home"), "no window manager gives it the keyboard"
            yield reader


async def subscribe_and_play(reader: ScreenReader, url: str) -> None:
    await reader.press(ROW, "Add a feed")
    await reader.type(FIELD, "Address of a feed", url)
    await reader.press(BUTTON, "Add")
    await reader.hear("Added Pod. 6 talks")
    await reader.press(BUTTON, "Open it")
    await reader.go("Tab", ROW, TALKS[0])
    talk = await reader.go("Down", ROW, TALKS[1])
    assert talk.name.endswith("5 Jan 2020, 30 seconds, not downloaded")
    await reader.key("Enter")
    await reader.on_page(TALKS[1])
    await reader.press(BUTTON, "Play")
    await reader.find(BUTTON, "Pause")
    place = await reader.find("slider", "Place: 0 seconds of 30 seconds")

    async def moves() -> bool:
        return await reader.value(place) > 0

    await reader.until(moves, "the talk does not play")
    await reader.press(BUTTON, "Pause")


async def sit_for_a_minute(reader: ScreenReader) -> None:
    await reader.press(ROW, "Meditations")
    await reader.press(BUTTON, "New sitting")
    await reader.type(FIELD, "Length in minutes", "1")
    await reader.press(CHIP, "Settling in: None")
    await reader.press(BUTTON, "Begin")
    await reader.on_page("Sitting")
    await reader.find("label", "less than a minute left")

    async def runs() -> bool:
        await reader.key("t")
        return len({said for said in reader.said if said.endswith("seconds left")}) > 2

    await reader.until(runs, "T does not tell that the time passes")
    await reader.press(BUTTON, "End early")
    await reader.hear("End the sitting here?")
    await reader.press(BUTTON, "Keep it in the log")
    await reader.find(FIELD, "A note for this sitting")
    await reader.press(BUTTON, "Done")
    await reader.on_page("Meditations")


async def queue_three_downloads(reader: ScreenReader) -> None:
    await reader.press(ROW, "Pod")
    await reader.on_page("Pod")
    await reader.go("Tab", ROW, TALKS[1])
    await reader.key("d")
    await reader.go("Down", ROW, TALKS[2])
    await reader.key("d")
    await reader.go("Down", ROW, TALKS[3])
    await reader.key("Menu")
    await reader.go("Down", "menu item", "Download")
    await reader.key("Enter")
    for talk in TALKS[1:]:
        await reader.hear(f"Downloaded: {talk}")
        await reader.until(partial(is_here, reader, talk), f"{talk} is not downloaded")


async def is_here(reader: ScreenReader, talk: str) -> bool:
    return (await reader.find(ROW, talk)).name.endswith(", downloaded")


async def test_the_three_jobs_by_names_and_roles_alone(tmp_path: Path) -> None:
    with Server() as server:
        url = pod.serve(server, "pod", 6, speech_bytes(30), seconds=30)
        async with window(tmp_path) as reader:
            await subscribe_and_play(reader, url)
            await sit_for_a_minute(reader)
            await queue_three_downloads(reader)
    home = tmp_path / "home"
    (sitting,) = json.loads(hearthside(home, "sittings", "--json").out)
    assert (sitting["planned"], sitting["sat"] < 60) == (60, True)
    here = json.loads(hearthside(home, "episodes", "--downloaded", "--json").out)
    assert {each["title"] for each in here} >= set(TALKS[1:])
