"""One feed: what it says of itself, what its buttons do, what is asked before it is done."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState, EpisodePage, EpisodeQuery, FeedKind
from desktop_app.base.paths import STARTER_URL
from desktop_app.services.events import EpisodesChanged, FeedsChanged, PlayerChanged
from desktop_app.services.refresh import RefreshOutcome
from desktop_app.ui.pages.feed import FEW, FeedPage
from desktop_app.ui.pages.feed_head import plain, summary
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
    assert page.head.kind.value() is FeedKind.TALKS
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
    assert BROKEN in page.notice.accessibleName()
    page.notice._action.click()
    core.browsing.answers["feed"] = CAST
    bridge.run()
    assert wrote(core) == [("refresh.refresh", (3,))]


def test_a_feed_that_was_never_read_says_only_why(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    core.browsing.answers["feed"] = feed(3, title="Sober Cast", problem=BROKEN)
    core.episodes = []
    page.shown(3)
    bridge.run()
    stands = page.list.placeholder
    assert stands.accessibleName() == (
        "Could not refresh Sober Cast No answer within 30 seconds. Try again later."
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
    assert not page.head.refresh.isEnabled()
    assert page.head.refresh.text() == "Refreshing…"
    bridge.run()
    assert wrote(core) == [("refresh.refresh", (3,))]
    assert page.head.refresh.isEnabled()
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
    assert page.head.refresh.isEnabled()


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
    assert page.notice.accessibleName() == "Download 21?. They take about 630 MB or more."
    page.notice._action.click()
    bridge.run()
    assert wrote(core) == [("downloading.request", tuple(range(1, FEW + 2)))]


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


def test_renaming_happens_where_the_buttons_are(
    page: FeedPage, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    page.shown(3)
    bridge.run()
    page.head.rename.click()
    field = page.head.rename_field
    assert not field.isHidden()
    assert field.field.text() == "Sober Cast"
    QTest.keyClick(field.field, Qt.Key.Key_Escape)
    assert field.isHidden()
    page.head.rename.click()
    field.field.setText("  Evenings ")
    QTest.keyClick(field.field, Qt.Key.Key_Return)
    bridge.run()
    assert field.isHidden()
    assert wrote(core) == [("feed_settings.rename", 3, "Evenings")]


def test_the_feeds_own_name_comes_back_with_an_empty_one(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    page.shown(3)
    bridge.run()
    page.head.rename.click()
    page.head.rename_field.field.clear()
    page.head.rename_field.keep.click()
    bridge.run()
    assert wrote(core) == [("feed_settings.rename", 3, "")]


def test_the_kind_can_be_chosen(page: FeedPage, bridge: HandBridge, core: HandCore) -> None:
    page.shown(3)
    bridge.run()
    page.head.kind.chosen.emit(FeedKind.MEDITATIONS)
    bridge.run()
    assert wrote(core) == [("feed_settings.set_kind", 3, FeedKind.MEDITATIONS)]


def test_removing_is_asked_once_and_says_what_stays(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    pages = opened(page)
    page.shown(3)
    bridge.run()
    page.head.remove.click()
    bridge.run()
    assert wrote(core) == []
    assert "Favorites" in page.notice.accessibleName()
    assert "stay with you" in page.notice.accessibleName()
    page.notice._action.click()
    bridge.run()
    assert wrote(core) == [("subscriptions.remove", 3)]
    assert pages == [("speakers", None)]


def test_a_question_does_not_follow_to_another_feed(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    page.shown(3)
    bridge.run()
    page.head.remove.click()
    core.browsing.answers["feed"] = feed(4)
    page.shown(4)
    bridge.run()
    assert page.notice.isHidden()


def test_what_the_app_brings_along_can_be_removed_like_any_other(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    core.browsing.answers["feed"] = feed(3, url=STARTER_URL, kind=FeedKind.MEDITATIONS)
    page.shown(3)
    bridge.run()
    assert not page.head.remove.isHidden()


def test_a_feed_that_is_gone_says_so(page: FeedPage, bridge: HandBridge, core: HandCore) -> None:
    core.browsing.answers["feed"] = KnownError("There is no feed 3")
    page.shown(3)
    bridge.run()
    assert page.head.isHidden()
    assert "There is no feed 3" in page.notice.accessibleName()


def test_an_action_that_fails_is_a_line_on_the_page(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    core.subscriptions.answers["remove"] = KnownError("The library cannot be written")
    pages = opened(page)
    page.shown(3)
    bridge.run()
    page.head.remove.click()
    page.notice._action.click()
    bridge.run()
    assert pages == []
    assert "The library cannot be written" in page.notice.accessibleName()


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


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (feed(1, episodes=1), "1 talk · not refreshed yet"),
        (feed(1, episodes=2, kind=FeedKind.MEDITATIONS), "2 meditations · not refreshed yet"),
        (
            feed(1, episodes=5, refreshed=datetime(2026, 11, 20, 9, 0, tzinfo=UTC)),
            "5 talks · refreshed 20 Nov 2026",
        ),
    ],
)
def test_the_summary_says_only_what_is_known(one: Feed, words: str) -> None:
    assert summary(one, NOW) == words
