"""The Problems page."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import Problem
from desktop_app.services.events import ProblemsChanged, SettingsChanged
from desktop_app.services.logins import SignInNeededError
from desktop_app.services.refresh import NO_CONNECTION, RefreshOutcome
from desktop_app.ui.look import talk_words
from desktop_app.ui.pages.problems import ProblemsPage, when
from tests.support.hand import episode

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

AT = datetime(2026, 11, 22, 12, 15, tzinfo=UTC)
DOWNLOAD = Problem(1, AT, "“Old tape” was not downloaded", "the server is gone", "Wait.", None, 6)
FEED = Problem(2, AT, "Could not refresh Sober Cast", "no answer", "Try again later.", 3, None)
OTHER = Problem(3, AT, "The disk is full", "", "Free some space.")


@pytest.fixture
def page(look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot) -> ProblemsPage:
    core.browsing.answers["problems"] = (DOWNLOAD, FEED, OTHER)
    page = ProblemsPage(look, bridge, lambda: AT)
    bridge.happened.connect(page.heard)
    qtbot.addWidget(page)
    page.show()
    page.shown(None)
    bridge.run()
    core.log.clear()
    return page


def test_says_what_why_what_next_and_when(page: ProblemsPage) -> None:
    assert page.subtitle.text() == "3 things need a look"
    assert [card.problem for card in page.cards] == [DOWNLOAD, FEED, OTHER]
    said = page.cards[0].accessibleName()
    for part in ("“Old tape” was not downloaded", "The server is gone", "Wait.", when(DOWNLOAD)):
        assert part in said
    assert "22 Nov 2026" in when(DOWNLOAD)
    assert not page.placeholder.isVisible()


@pytest.mark.parametrize(
    ("at", "asked"),
    [(0, ("downloading.request", (6,))), (1, ("refresh.refresh", (3,)))],
)
def test_retry_does_the_right_thing(
    page: ProblemsPage, bridge: HandBridge, core: HandCore, at: int, asked: tuple[object, ...]
) -> None:
    page.cards[at].retry.click()
    assert not page.cards[at].retry.isEnabled()
    bridge.run()
    assert core.log[0] == asked
    assert page.cards[at].retry.isEnabled()


def test_a_feed_says_when_it_is_tried_again(
    page: ProblemsPage, look: Look, bridge: HandBridge, core: HandCore
) -> None:
    late = replace(FEED, next_try=AT + timedelta(hours=2))
    core.browsing.answers["problems"] = (DOWNLOAD, late)
    bridge.tell(ProblemsChanged())
    bridge.run()
    assert "Next try today at 14:15." in page.cards[1].accessibleName()
    assert "Try again later." not in page.cards[1].accessibleName()
    assert "Next try" not in page.cards[0].accessibleName()
    look.follow(replace(look.settings, refresh_hours=0))
    bridge.tell(SettingsChanged(look.settings))
    bridge.run()
    assert "Next try" not in page.cards[1].accessibleName()


def test_a_wanted_sign_in_leads_to_the_feed(
    page: ProblemsPage, bridge: HandBridge, core: HandCore
) -> None:
    asked = SignInNeededError("cast.example", refused=False)
    locked = Problem(5, AT, FEED.what, asked.what, asked.what_next, 3)
    core.browsing.answers["problems"] = (locked,)
    bridge.tell(ProblemsChanged())
    bridge.run()
    pages: list[tuple[str, object]] = []
    page.open_page.connect(lambda name, argument: pages.append((name, argument)))
    assert page.cards[0].retry.text() == "Sign in…"
    page.cards[0].retry.click()
    assert pages == [("feed", 3)]
    assert page.cards[0].retry.isEnabled()
    assert not bridge.waiting


def test_no_feed_could_be_reached_is_tried_with_all_of_them(
    page: ProblemsPage, bridge: HandBridge, core: HandCore
) -> None:
    gone = Problem(4, AT, NO_CONNECTION.what, NO_CONNECTION.why, NO_CONNECTION.what_next)
    core.browsing.answers["problems"] = (gone,)
    bridge.tell(ProblemsChanged())
    bridge.run()
    assert not page.cards[0].retry.isHidden()
    core.log.clear()
    page.cards[0].retry.click()
    bridge.run()
    assert core.log[0] == ("refresh.refresh",)


def test_what_cannot_be_tried_again_can_be_dismissed(
    page: ProblemsPage, bridge: HandBridge, core: HandCore
) -> None:
    assert not page.cards[2].retry.isVisible()
    page.cards[2].dismiss.click()
    bridge.run()
    assert core.log[0] == ("browsing.dismiss", 3)


def test_follows_what_comes_and_goes(
    page: ProblemsPage, bridge: HandBridge, core: HandCore
) -> None:
    kept = page.cards[1]
    core.browsing.answers["problems"] = (FEED,)
    bridge.tell(ProblemsChanged())
    bridge.run()
    assert page.cards == [kept]
    assert page.subtitle.text() == "1 thing needs a look"
    core.browsing.answers["problems"] = ()
    bridge.tell(ProblemsChanged())
    bridge.run()
    assert page.placeholder.isVisible()
    assert "Nothing is wrong" in page.placeholder.accessibleName()
    page.hidden()
    bridge.tell(ProblemsChanged())
    assert not bridge.waiting


def test_a_retry_that_fails_is_a_line(
    page: ProblemsPage, bridge: HandBridge, core: HandCore
) -> None:
    core.downloading.answers["request"] = KnownError("Another Hearthside downloads")
    page.cards[0].retry.click()
    bridge.run()
    assert "Another Hearthside downloads" in page.notice.accessibleName()
    assert page.cards[0].retry.isEnabled()


def test_failed_says_so(look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot) -> None:
    core.browsing.answers["problems"] = KnownError("The library is busy")
    page = ProblemsPage(look, bridge)
    qtbot.addWidget(page)
    page.shown(None)
    bridge.run()
    assert "The library is busy" in page.placeholder.accessibleName()


MOVED = replace(DOWNLOAD, what="“Ann B - Old tape” was not downloaded",
                what_next="Refresh the feed: it may have moved.")  # fmt: skip
TALK = episode(6, feed_id=3, title="Ann B - Old tape", subject="Old tape", speakers=("Ann Bell",))


def test_a_talk_is_called_as_the_lists_call_it(
    page: ProblemsPage, bridge: HandBridge, core: HandCore
) -> None:
    core.episodes, core.browsing.answers["problems"] = [TALK], (MOVED,)
    bridge.tell(ProblemsChanged())
    bridge.run()
    said = page.cards[0].accessibleName()
    assert f"“{talk_words.headline(TALK, short=True)}” was not downloaded" in said
    assert TALK.title not in said


def test_the_advice_to_refresh_the_feed_is_a_button(
    page: ProblemsPage, bridge: HandBridge, core: HandCore
) -> None:
    assert all(card.refresh.isHidden() for card in page.cards)
    core.episodes, core.browsing.answers["problems"] = [TALK], (MOVED,)
    core.refresh.answers["refresh"] = (RefreshOutcome(3, "Sober Cast"),)
    bridge.tell(ProblemsChanged())
    bridge.run()
    core.log.clear()
    page.cards[0].refresh.click()
    bridge.run()
    assert core.log[0] == ("refresh.refresh", (3,))
    assert page.notice.says("Sober Cast is refreshed")


def test_a_retry_says_when_it_waits_as_all_downloads_do(
    page: ProblemsPage, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    core.browsing.answers["problems"] = ()
    page.cards[0].retry.click()
    page.cards[0].retry.click()
    core.downloading.answers["paused"] = True
    bridge.run()
    assert page.notice.says("It waits: all downloads are paused")
    with qtbot.waitSignal(page.open_page) as opened:
        page.notice.press()
    assert opened.args == ["downloads", None]
