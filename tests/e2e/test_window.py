"""The main job through the real window: real engine, real server, real libVLC."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app import __main__
from desktop_app.base import settings
from desktop_app.base.model import DownloadState, EpisodeQuery, FeedKind, PlayStatus
from desktop_app.base.parsed import CatalogueEntry
from desktop_app.base.settings import Settings
from desktop_app.desktop.instance import handed
from desktop_app.feeds import opml
from desktop_app.ui.pages.add import AddPage
from desktop_app.ui.pages.favorites import FavoritesPage
from desktop_app.ui.pages.feed import FeedPage
from desktop_app.ui.pages.meditations import MeditationsPage
from desktop_app.ui.windows.trouble import Trouble
from tests.support import corpus, pod
from tests.support.real_house import real_house
from tests.support.server import Server
from tests.support.sound import speech_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator

    from pytestqt.qtbot import QtBot

    from desktop_app.base.paths import Home
    from desktop_app.house import House
    from desktop_app.services.core import Core
    from desktop_app.services.events import NowPlaying

T = TypeVar("T")
PATIENCE = 30_000


@pytest.fixture(autouse=True)
def vlc(monkeypatch: pytest.MonkeyPatch) -> None:
    """Play through libVLC, into nothing."""
    monkeypatch.setenv("HEARTHSIDE_AUDIO", "vlc")
    monkeypatch.setenv("HEARTHSIDE_VLC_ARGS", "--aout=dummy")


@contextmanager
def opened(home: Home, qtbot: QtBot) -> Iterator[House]:
    """Open the real window on a home, and close it as a person would."""
    with real_house(home) as house:
        answer(house, qtbot, lambda core: core.browsing.counts())
        yield house


def answer(house: House, qtbot: QtBot, make: Callable[[Core], Coroutine[object, object, T]]) -> T:
    """Return what the engine says."""
    answers: list[T] = []
    failures: list[Exception] = []
    house.bridge.call(make, answers.append, failures.append)
    qtbot.waitUntil(lambda: bool(answers or failures), timeout=PATIENCE)
    assert not failures, failures
    return answers[0]


def now(house: House) -> NowPlaying:
    playing = house.window.player.now
    assert playing is not None
    return playing


def status(house: House) -> PlayStatus | None:
    playing = house.window.player.now
    return None if playing is None else playing.status


def downloaded(house: House, qtbot: QtBot) -> int:
    query = EpisodeQuery(kind=FeedKind.TALKS, states=(DownloadState.DOWNLOADED,))
    return answer(house, qtbot, lambda core: core.browsing.page(query, 0, 100)).total


def test_subscribe_download_play_pause_seek_favorite_and_come_back(
    home: Home, qtbot: QtBot
) -> None:
    sound = speech_bytes(120)
    with Server() as server, opened(home, qtbot) as house:
        add = subscribe(house, qtbot, pod.serve(server, "tapes", 12, sound))
        assert add.field.text() == ""
        feeds = answer(house, qtbot, lambda core: core.browsing.feeds())
        feed = next(each for each in feeds if each.title == "Tapes")
        house.window.open("feed", feed.id)
        page = house.window.page
        assert isinstance(page, FeedPage)
        qtbot.waitUntil(lambda: page.model.rowCount() == 12, timeout=PATIENCE)
        view = page.list.view
        view.setFocus()
        for row in range(10):
            view.setCurrentIndex(page.model.index(row, 0))
            QTest.keyClick(view, Qt.Key.Key_D)
        qtbot.waitUntil(lambda: downloaded(house, qtbot) == 10, timeout=PATIENCE)
        view.setCurrentIndex(page.model.index(0, 0))
        QTest.keyClick(view, Qt.Key.Key_S)
        QTest.keyClick(view, Qt.Key.Key_P)
        qtbot.waitUntil(lambda: status(house) is PlayStatus.PLAYING, timeout=PATIENCE)
        listen_a_while(house, qtbot)
        place, talk = now(house).position, now(house).episode.id
        house.window.open("favorites")
        favorites = house.window.page
        assert isinstance(favorites, FavoritesPage)
        qtbot.waitUntil(lambda: favorites.model.rowCount() == 1, timeout=PATIENCE)
        qtbot.waitUntil(lambda: house.sight.closing.under_way == 0, timeout=PATIENCE)
    with opened(home, qtbot) as house:
        qtbot.waitUntil(lambda: status(house) is PlayStatus.PAUSED, timeout=PATIENCE)
        assert now(house).episode.id == talk
        assert now(house).episode.favorite
        assert now(house).position == pytest.approx(place, abs=0.5)
        QTest.mouseClick(house.window.player.play, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: status(house) is PlayStatus.PLAYING, timeout=PATIENCE)
        assert now(house).position == pytest.approx(place - 3, abs=2)


def subscribe(house: House, qtbot: QtBot, url: str) -> AddPage:
    house.window.open("add")
    page = house.window.page
    assert isinstance(page, AddPage)
    page.field.setText(url)
    before = len(answer(house, qtbot, lambda core: core.browsing.feeds()))
    QTest.mouseClick(page.add_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: len(answer(house, qtbot, lambda core: core.browsing.feeds())) > before,
        timeout=PATIENCE,
    )
    qtbot.waitUntil(lambda: page.field.text() == "", timeout=PATIENCE)
    return page


def listen_a_while(house: House, qtbot: QtBot) -> None:
    """Skip forward, pause, skip back, all by key, and see the place follow."""
    house.window.setFocus()
    begun = now(house).position
    QTest.keyClick(house.window, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: now(house).position > begun + 25, timeout=PATIENCE)
    QTest.keyClick(house.window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: status(house) is PlayStatus.PAUSED, timeout=PATIENCE)
    there = now(house).position
    QTest.keyClick(house.window, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: now(house).position < there - 10, timeout=PATIENCE)
    assert now(house).position == pytest.approx(there - 15, abs=1)


def test_real_feeds_from_a_list(home: Home, qtbot: QtBot, tmp_path: Path) -> None:
    sound = speech_bytes(3)
    with Server() as server, opened(home, qtbot) as house:
        entries = [
            CatalogueEntry(f"Feed {number}", "", corpus.serve(server, path, f"f{number}", sound))
            for number, path in enumerate(corpus.real_feeds(4, 5, 60))
        ]
        (tmp_path / "mine.opml").write_bytes(opml.write(entries, "Mine"))
        house.window.open("add")
        page = house.window.page
        assert isinstance(page, AddPage)
        page.adding.opml(str(tmp_path / "mine.opml"))
        query = EpisodeQuery(kind=FeedKind.TALKS)

        def talks() -> int:
            return answer(house, qtbot, lambda core: core.browsing.page(query, 0, 1)).total

        qtbot.waitUntil(lambda: talks() >= 10, timeout=PATIENCE)
        found = answer(house, qtbot, lambda core: core.browsing.page(query, 0, 100)).episodes
        ten = [each.id for each in found if each.url][:10]
        answer(house, qtbot, lambda core: core.downloading.request(ten))
        qtbot.waitUntil(lambda: downloaded(house, qtbot) == 10, timeout=PATIENCE)
        house.window.open("talk", ten[0])
        answer(house, qtbot, lambda core: core.listening.play(ten[0]))
        qtbot.waitUntil(lambda: status(house) is PlayStatus.PLAYING, timeout=PATIENCE)


def test_first_start_without_a_network(home: Home, qtbot: QtBot) -> None:
    with opened(home, qtbot) as house:
        assert house.window.place == ("welcome", None)
        house.window.open("meditations")
        page = house.window.page
        assert isinstance(page, MeditationsPage)
        query = EpisodeQuery(kind=FeedKind.MEDITATIONS)

        def meditations() -> int:
            return answer(house, qtbot, lambda core: core.browsing.page(query, 0, 1)).total

        qtbot.waitUntil(lambda: meditations() >= 3, timeout=PATIENCE)
        (first,) = answer(house, qtbot, lambda core: core.browsing.page(query, 0, 1)).episodes
        assert Path(first.file or "").is_file()
        answer(house, qtbot, lambda core: core.listening.play(first.id))
        qtbot.waitUntil(lambda: status(house) is PlayStatus.PLAYING, timeout=PATIENCE)
        qtbot.waitUntil(lambda: now(house).chapters != (), timeout=PATIENCE)


def test_a_damaged_library_can_be_replaced_and_is_kept(home: Home, qtbot: QtBot) -> None:
    home.database.write_bytes(b"nonsense" * 5000)
    with real_house(home) as house:
        qtbot.waitUntil(lambda: bool(troubles()), timeout=PATIENCE)
        (trouble,) = troubles()
        assert "damaged" in trouble.what.text()
        begin_anew = next(each for each in trouble.buttons if "aside" in each.text())
        QTest.mouseClick(begin_anew, Qt.MouseButton.LeftButton)
        counts = answer(house, qtbot, lambda core: core.browsing.counts())
        assert counts.talks == 0
        assert house.window.notice.isVisible()
    (aside,) = home.backups.glob("set-aside-*.sqlite")
    assert aside.read_bytes() == b"nonsense" * 5000


def troubles() -> list[Trouble]:
    shown = QApplication.topLevelWidgets()
    return [each for each in shown if isinstance(each, Trouble) and each.isVisible()]


def test_what_another_start_was_given_is_played_or_waits_to_be_added(
    home: Home, qtbot: QtBot, tmp_path: Path
) -> None:
    settings.save(home.settings, Settings(welcomed=True))
    path = tmp_path / "a loose tape.mp3"
    path.write_bytes(speech_bytes(20))
    with opened(home, qtbot) as house:
        house.take("")
        house.take(handed(path.name, tmp_path))
        qtbot.waitUntil(lambda: status(house) is PlayStatus.PLAYING, timeout=PATIENCE)
        assert now(house).episode.title == "a loose tape"
        house.take("https://example.org/feed.xml")
        page = house.window.page
        assert isinstance(page, AddPage)
        assert page.field.text() == "https://example.org/feed.xml"


@pytest.mark.parametrize(
    ("given", "opens"),
    [("https://example.org/feed.xml", True), (__file__, True), ("feeds", False), ("no.mp3", False)],
)
def test_what_is_to_be_opened_is_no_command(given: str, opens: bool) -> None:
    assert __main__._is_to_open(given) is opens
