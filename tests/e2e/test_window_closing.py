"""Closing the real window while downloads are under way; the mini player with a real engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.base import settings
from desktop_app.base.model import EpisodeQuery, FeedKind, PlayStatus
from desktop_app.base.settings import Settings
from desktop_app.base.sittings import Preset
from desktop_app.desktop.instance import handed
from tests.e2e.test_window import PATIENCE, answer, downloaded, now, opened, status, subscribe
from tests.support import pod
from tests.support.server import Gate, Reply, Server
from tests.support.sound import speech_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.base.paths import Home
    from desktop_app.house import House


def held(server: Server, gate: Gate, count: int) -> str:
    """Serve a feed whose recordings stop half-way until the gate is open."""
    url, sound = pod.serve(server, "tapes", count, speech_bytes(20)), speech_bytes(20)
    for number in range(count):
        reply = Reply(body=sound, ranges=True, etag='"1"', gate=gate, gate_after=len(sound) // 2)
        server.add(f"/tapes/{number}.mp3", reply)
    return url


def begin_downloads(house: House, qtbot: QtBot, count: int) -> None:
    query = EpisodeQuery(kind=FeedKind.TALKS)
    found = answer(house, qtbot, lambda core: core.browsing.page(query, 0, 100)).episodes
    ids = [each.id for each in found][:count]
    answer(house, qtbot, lambda core: core.downloading.request(ids))
    qtbot.waitUntil(lambda: house.sight.closing.under_way == count, timeout=PATIENCE)


def test_downloads_are_finished_first_and_then_it_ends(home: Home, qtbot: QtBot) -> None:
    gate = Gate()
    settings.save(home.settings, Settings(welcomed=True, parallel_downloads=1))
    with Server() as server, opened(home, qtbot) as house:
        subscribe(house, qtbot, held(server, gate, 3))
        begin_downloads(house, qtbot, 3)
        window, closing = house.window, house.sight.closing
        assert not window.window().close()
        line = window.closing_line
        assert line.accessibleName().startswith("3 downloads are under way.")
        over: list[None] = []
        closing.over.connect(lambda: over.append(None))
        line.finish.click()
        assert window.window().isMinimized()
        assert over == []
        gate.set()
        qtbot.waitUntil(lambda: bool(over), timeout=PATIENCE)
        assert downloaded(house, qtbot) == 3
        assert window.window().close()


def test_paused_downloads_hold_nothing_up(home: Home, qtbot: QtBot) -> None:
    gate = Gate()
    settings.save(home.settings, Settings(welcomed=True))
    with Server() as server, opened(home, qtbot) as house:
        try:
            subscribe(house, qtbot, held(server, gate, 2))
            begin_downloads(house, qtbot, 2)
            answer(house, qtbot, lambda core: core.downloading.pause_all())
            closing = house.sight.closing
            qtbot.waitUntil(lambda: closing.under_way == 0, timeout=PATIENCE)
            assert house.window.window().close()
        finally:
            gate.set()


def test_a_sitting_asks_before_the_window_closes(home: Home, qtbot: QtBot) -> None:
    settings.save(home.settings, Settings(welcomed=True))
    with opened(home, qtbot) as house:
        window, closing = house.window, house.sight.closing
        answer(house, qtbot, lambda core: core.sitting.begin(Preset("Quiet", 600.0, bell=None)))
        qtbot.waitUntil(lambda: closing.sitting, timeout=PATIENCE)
        assert not window.window().close()
        assert window.closing_line.accessibleName().startswith("A sitting is under way.")
        window.closing_line.sit.click()
        answer(house, qtbot, lambda core: core.sitting.end())
        qtbot.waitUntil(lambda: not closing.sitting, timeout=PATIENCE)
        assert window.window().close()


def test_the_mini_player_plays_what_another_start_brings(
    home: Home, qtbot: QtBot, tmp_path: Path
) -> None:
    settings.save(home.settings, Settings(welcomed=True))
    path = tmp_path / "a loose tape.mp3"
    path.write_bytes(speech_bytes(60))
    with opened(home, qtbot) as house:
        QTest.keyClick(house.window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
        mini = house.sight.mini
        assert mini is not None
        house.come(handed(path.name, tmp_path))
        qtbot.waitUntil(lambda: status(house) is PlayStatus.PLAYING, timeout=PATIENCE)
        assert house.sight.is_mini
        assert mini.face.title.text() == "a loose tape"
        begun = now(house).position
        QTest.keyClick(mini, Qt.Key.Key_Right)
        qtbot.waitUntil(lambda: now(house).position > begun + 25, timeout=PATIENCE)
        QTest.keyClick(mini, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: status(house) is PlayStatus.PAUSED, timeout=PATIENCE)
        mini.move(200, 100)
        house.come("https://feed.example/rss")
        assert not house.sight.is_mini
        assert house.window.place == ("add", "https://feed.example/rss")
        kept = lambda: settings.load(home.settings).mini_place  # noqa: E731
        qtbot.waitUntil(lambda: kept() == "200,100", timeout=PATIENCE)


def test_a_list_of_feeds_that_is_opened_is_subscribed_to(
    home: Home, qtbot: QtBot, tmp_path: Path
) -> None:
    settings.save(home.settings, Settings(welcomed=True))
    with Server() as server, opened(home, qtbot) as house:
        url = pod.serve(server, "tapes", 2, speech_bytes(2))
        (tmp_path / "mine.OPML").write_text(
            f'<opml version="2.0"><body><outline type="rss" text="T" xmlUrl="{url}"/></body></opml>'
        )
        house.sight.hide()
        house.come(handed("mine.OPML", tmp_path))
        assert house.window.isVisible()

        def titles() -> set[str]:
            return {each.title for each in answer(house, qtbot, lambda core: core.browsing.feeds())}

        qtbot.waitUntil(lambda: "Tapes" in titles(), timeout=PATIENCE)


def test_the_end_of_a_session_keeps_the_place_before_it_returns(home: Home, qtbot: QtBot) -> None:
    query = EpisodeQuery(kind=FeedKind.MEDITATIONS)
    with opened(home, qtbot) as house:

        def meditations() -> int:
            return answer(house, qtbot, lambda core: core.browsing.page(query, 0, 1)).total

        qtbot.waitUntil(lambda: meditations() > 0, timeout=PATIENCE)
        (one,) = answer(house, qtbot, lambda core: core.browsing.page(query, 0, 1)).episodes
        answer(house, qtbot, lambda core: core.listening.play(one.id, 20.0))
        bar = house.window.player
        qtbot.waitUntil(lambda: bar.seek.position > 21.0, timeout=PATIENCE)
        place = bar.seek.position
        house.sight.closing.session_ends()
        kept = answer(house, qtbot, lambda core: core.browsing.detail(one.id)).episode.position
        assert place - 0.5 <= kept <= place + 2
