"""One feed: what it says of itself, what its buttons do, what is asked before it is done."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState, EpisodePage, EpisodeQuery, FeedKind
from desktop_app.services.events import (
    EpisodesChanged,
    FeedsChanged,
    PlayerChanged,
    SettingsChanged,
)
from desktop_app.services.refresh import RefreshOutcome
from desktop_app.ui.pages.feed import FEW, FeedPage
from desktop_app.ui.pages.feed_head import plain
from tests.support.hand import MOMENT, episode, feed, now_playing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.base.model import Episode, Feed
    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

NOW = MOMENT + timedelta(minutes=30)
CAST = feed(
    3,
    title="Sober Cast",
    description="<p>Talks &amp; <b>stories</b></p><img src='https://far.example/x.png'>",
    refreshed=MOMENT,
    episodes=312,
    unheard=4,
)
BROKEN = "Could not refresh Sober Cast: no answer within 30 seconds. Try again later."


@pytest.fixture
def page(qtbot: QtBot, look: Look, bridge: HandBridge, core: HandCore) -> FeedPage:
    """The page over one feed with three talks."""
    core.browsing.answers["feed"] = CAST
    core.episodes = [episode(number) for number in (1, 2, 3)]
    page = FeedPage(look, bridge, lambda: NOW)
    page.resize(1048, 728)
    qtbot.addWidget(page)
    page.show()
    bridge.happened.connect(page.heard)
    return page


def wrote(core: HandCore) -> list[tuple[Any, ...]]:
    """Return the calls that are no mere reading."""
    return [call for call in core.log if not call[0].startswith("browsing.")]


def opened(page: FeedPage) -> list[tuple[str, object]]:
    """Collect what the page wants to open."""
    pages: list[tuple[str, object]] = []
    page.open_page.connect(lambda name, argument: pages.append((name, argument)))
    return pages


def test_a_feed_says_what_it_is(page: FeedPage, bridge: HandBridge, core: HandCore) -> None:
    page.shown(3)
    assert page.subtitle.text() == "One moment…"
    assert page.head.isHidden()
    bridge.run()
    assert page.title.text() == "Sober Cast"
    assert page.subtitle.text() == "312 talks · 4 new · refreshed today at 20:00"
    assert page.head.description.text() == "Talks & stories"
    assert page.panel.kind.value() is FeedKind.TALKS
    assert page.notice.isHidden()
    assert ("browsing.feed", 3) in core.log
    assert core.asked[0][0] == EpisodeQuery(feed_id=3)
    assert [one.id for one in page.model.loaded()] == [1, 2, 3]


def test_the_answer_for_an_earlier_feed_is_dropped(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    def answer(wanted: int) -> Feed:
        if wanted == 3:
            page.shown(4)
        return feed(wanted, title=f"Feed {wanted}")

    core.browsing.answers["feed"] = answer
    page.shown(3)
    while page._id == 3:
        bridge.step()
    assert page.title.text() == ""
    bridge.run()
    assert page.title.text() == "Feed 4"
    assert page.model.query == EpisodeQuery(feed_id=4)


def test_the_last_failure_stands_there_with_retry(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    core.browsing.answers["feed"] = feed(3, title="Sober Cast", problem=BROKEN, refreshed=MOMENT)
    page.shown(3)
    bridge.run()
    assert page.notice.accessibleName() == BROKEN.replace(": no", ". No")
    assert page.notice._action.text() == "Try again"
    page.notice._action.click()
    core.browsing.answers["feed"] = CAST
    bridge.run()
    assert wrote(core) == [("refresh.refresh", (3,))]


def test_a_failure_says_when_it_is_tried_again_and_can_be_tried_now(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    broken = feed(3, title="Sober Cast", problem=BROKEN, refreshed=MOMENT)
    core.browsing.answers["feed"] = replace(broken, next_try=NOW + timedelta(minutes=70))
    page.shown(3)
    bridge.run()
    said = "Could not refresh Sober Cast. No answer within 30 seconds."
    assert page.notice.accessibleName() == f"{said} Next try today at 21:40."
    page.notice.hide()
    bridge.tell(FeedsChanged())
    bridge.run()
    assert page.notice.isHidden()
    core.browsing.answers["feed"] = replace(broken, next_try=NOW + timedelta(hours=10))
    bridge.tell(FeedsChanged())
    bridge.run()
    assert page.notice.accessibleName() == f"{said} Next try tomorrow at 06:30."
    assert page.notice._action.text() == "Try now"
    page.notice._action.click()
    bridge.run()
    assert wrote(core) == [("refresh.refresh", (3,))]


def test_a_next_try_follows_the_settings(
    page: FeedPage, look: Look, bridge: HandBridge, core: HandCore
) -> None:
    late = NOW + timedelta(minutes=70)
    core.browsing.answers["feed"] = feed(3, problem=BROKEN, refreshed=MOMENT, next_try=late)
    page.shown(3)
    bridge.run()
    assert "21:40" in page.notice.accessibleName()
    look.follow(replace(look.settings, refresh_hours=0))
    bridge.tell(SettingsChanged(look.settings))
    assert "21:40" not in page.notice.accessibleName()


def test_a_feed_that_was_never_read_says_only_why(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    core.browsing.answers["feed"] = feed(3, title="Sober Cast", problem=BROKEN)
    core.episodes = []
    page.shown(3)
    bridge.run()
    stands = page.list.placeholder
    assert stands.accessibleName() == (
        "Could not refresh Sober Cast. No answer within 30 seconds. Try again later."
    )
    assert page.notice.isHidden()
    assert page.subtitle.text() == "It could not be read so far"

    error = KnownError("Could not refresh Sober Cast", "no answer within 30 seconds")
    core.refresh.answers["refresh"] = (RefreshOutcome(3, "Sober Cast", error=error),)
    stands._button.click()
    bridge.run()
    assert wrote(core) == [("refresh.refresh", (3,))]
    assert page.notice.isHidden()

    core.browsing.answers["feed"] = feed(3, title="Sober Cast", refreshed=MOMENT)
    bridge.tell(FeedsChanged())
    bridge.run()
    assert stands.accessibleName().startswith("No talks yet")


def test_a_failure_that_is_solved_goes_away(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    core.browsing.answers["feed"] = feed(3, problem=BROKEN)
    page.shown(3)
    bridge.run()
    core.browsing.answers["feed"] = CAST
    bridge.tell(FeedsChanged())
    bridge.run()
    assert page.notice.isHidden()


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (RefreshOutcome(3, "Sober Cast", new=2), "2 are new"),
        (RefreshOutcome(3, "Sober Cast"), "Nothing new since the last time"),
        (RefreshOutcome(3, "Sober Cast", error=KnownError("No answer")), "No answer"),
    ],
)
def test_refresh_asks_and_says_what_came(
    page: FeedPage, bridge: HandBridge, core: HandCore, outcome: RefreshOutcome, said: str
) -> None:
    core.refresh.answers["refresh"] = (outcome,)
    page.shown(3)
    bridge.run()
    page.head.refresh.click()
    assert page.head.refresh.text() == "Refreshing…"
    page.head.refresh.click()
    bridge.run()
    assert wrote(core) == [("refresh.refresh", (3,))], "once, though pressed twice"
    assert page.head.refresh.text() == "Refresh"
    assert said in page.notice.accessibleName()


def test_a_refresh_of_another_feed_says_nothing_here(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    core.refresh.answers["refresh"] = (RefreshOutcome(3, "Sober Cast", new=2),)
    page.shown(3)
    bridge.run()
    page.head.refresh.click()
    core.browsing.answers["feed"] = feed(4)
    page.shown(4)
    bridge.run()
    assert page.notice.isHidden()
    assert page.head.refresh.text() == "Refresh"


def waiting(core: HandCore, amount: int) -> None:
    """Let so many talks be unheard and elsewhere."""
    rows = tuple(episode(number, size=30_000_000) for number in range(1, amount + 1))

    def answer(query: EpisodeQuery, offset: int, limit: int) -> EpisodePage:
        if not query.unheard:
            return EpisodePage(0, offset, ())
        assert query.feed_id == 3
        assert query.states == (DownloadState.REMOTE, DownloadState.FAILED)
        return EpisodePage(len(rows), offset, rows[offset : offset + min(limit, 7)])

    core.browsing.answers["page"] = answer


def test_a_few_new_talks_are_downloaded_at_once(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    waiting(core, FEW)
    page.shown(3)
    bridge.run()
    page.head.download.click()
    bridge.run()
    assert wrote(core) == [("downloading.request", tuple(range(1, FEW + 1)))]


def test_many_are_asked_about_first(page: FeedPage, bridge: HandBridge, core: HandCore) -> None:
    waiting(core, FEW + 1)
    page.shown(3)
    bridge.run()
    page.head.download.click()
    bridge.run()
    assert wrote(core) == []
    assert page.notice.accessibleName() == "Download 6? They take about 180 MB or more."
    page.notice._action.click()
    bridge.run()
    assert wrote(core) == [("downloading.request", tuple(range(1, FEW + 2)))]
    assert page.head.download.hasFocus()


def test_the_keyboard_stays_at_refresh(page: FeedPage, bridge: HandBridge, core: HandCore) -> None:
    page.shown(3)
    bridge.run()
    page.head.refresh.setFocus()
    for _ in range(2):
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
    assert page.head.refresh.hasFocus()
    bridge.run()
    assert wrote(core) == [("refresh.refresh", (3,))]


def test_a_button_that_goes_away_hands_the_keyboard_to_refresh(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    broken = feed(3, problem=BROKEN, refreshed=MOMENT, next_try=NOW + timedelta(hours=1))
    core.browsing.answers["feed"] = broken
    page.shown(3)
    bridge.run()
    page.notice._action.setFocus()
    QTest.keyClick(page.notice._action, Qt.Key.Key_Return)
    assert page.head.refresh.hasFocus()
    core.browsing.answers["feed"] = replace(CAST, paused=True)
    bridge.run()
    bridge.tell(FeedsChanged())
    bridge.run()
    page.head.resume.setFocus()
    core.browsing.answers["feed"] = CAST
    bridge.tell(FeedsChanged())
    bridge.run()
    assert page.head.resume.isHidden()
    assert page.head.refresh.hasFocus()


def test_a_failure_that_was_closed_is_said_again_at_the_next_visit(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    core.browsing.answers["feed"] = replace(CAST, problem=BROKEN)
    page.shown(3)
    bridge.run()
    page.notice._close.click()
    assert page.subtitle.text().endswith(" · could not be refreshed since")
    page.shown(3)
    bridge.run()
    assert page.notice.isVisible()
    page.hidden()
    core.browsing.answers["feed"] = CAST
    page.shown(3)
    bridge.run()
    assert page.notice.isHidden()


def test_a_folder_of_tapes_has_nothing_to_download(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    page.shown(3)
    bridge.run()
    assert page.head.download.isVisible()
    core.browsing.answers["feed"] = feed(4, url="file:///tapes")
    page.shown(4)
    bridge.run()
    assert page.head.download.isHidden()


def test_with_nothing_to_download_it_says_so(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    waiting(core, 0)
    page.shown(3)
    bridge.run()
    page.head.download.click()
    bridge.run()
    assert wrote(core) == []
    assert page.notice.accessibleName().startswith("Everything that you have not heard")


def test_a_feed_that_is_gone_says_so(page: FeedPage, bridge: HandBridge, core: HandCore) -> None:
    core.browsing.answers["feed"] = KnownError("There is no feed 3")
    page.shown(3)
    bridge.run()
    assert page.head.isHidden()
    assert "There is no feed 3" in page.notice.accessibleName()


def test_an_empty_feed_says_what_to_do(page: FeedPage, bridge: HandBridge, core: HandCore) -> None:
    core.episodes = []
    page.shown(3)
    bridge.run()
    assert page.list.placeholder.accessibleName().startswith("No talks yet")
    page.list.placeholder._clicked()
    bridge.run()
    assert wrote(core) == [("refresh.refresh", (3,))]


def test_events_are_followed_while_the_page_is_seen(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    page.shown(3)
    bridge.run()
    core.browsing.answers["feed"] = feed(3, title="Renamed")
    bridge.tell(FeedsChanged())
    bridge.run()
    assert page.title.text() == "Renamed"
    page.hidden()
    core.log.clear()
    bridge.tell(FeedsChanged())
    assert not bridge.waiting


def test_a_saved_place_reads_no_feed(page: FeedPage, bridge: HandBridge, core: HandCore) -> None:
    page.shown(3)
    bridge.run()
    core.log.clear()
    bridge.tell(PlayerChanged(now_playing(episode(1))))
    bridge.tell(EpisodesChanged(frozenset({1})))
    bridge.run()
    assert ("browsing.feed", 3) not in core.log


def test_a_row_opens_its_talk(page: FeedPage) -> None:
    pages = opened(page)
    row: Episode = episode(2)
    page.list.open_requested.emit(row)
    assert pages == [("talk", 2)]


def test_the_page_needs_an_id(page: FeedPage) -> None:
    with pytest.raises(TypeError):
        page.shown(None)


@pytest.mark.parametrize(
    ("description", "words"),
    [
        ("", ""),
        ("Plain words", "Plain words"),
        ("<p>One</p>\n<p>Two &lt; three</p>", "One Two < three"),
        ("word " * 100, "word " * 63 + "word…"),
    ],
)
def test_descriptions_become_plain_and_short(description: str, words: str) -> None:
    assert plain(description) == words
