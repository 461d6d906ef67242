"""What a page shows when it cannot be read: once, calmly, with a way to try again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import EpisodeQuery
from desktop_app.ui.models.episodes import EpisodesModel
from desktop_app.ui.pages.sitting import SittingPage
from desktop_app.ui.pages.sittings import SittingsPage
from desktop_app.ui.pages.talk import TalkPage
from desktop_app.ui.pages.today import TodayPage
from desktop_app.ui.widgets.episode_list import EpisodeList
from desktop_app.ui.widgets.notice import Notice
from tests.support.hand import episode

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

WRONG = KnownError("The library could not be read", "the disk is full", "Free some room.")


def refuse(bridge: HandBridge) -> None:
    """Let all that was asked fail, and what is asked upon that."""
    while bridge.waiting:
        call = bridge.waiting.pop(0)
        if call.fail is not None and not call.cancelled:
            call.fail(WRONG)


def test_a_list_without_rows_tells_its_trouble_in_its_own_place(
    look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    model = EpisodesModel(look, bridge)
    rows = EpisodeList(look, bridge, model, name="Talks")
    qtbot.addWidget(rows)
    told: list[KnownError] = []
    rows.failed.connect(told.append)
    model.show(EpisodeQuery())
    refuse(bridge)
    assert rows.placeholder.accessibleName().startswith(WRONG.what)
    assert told == [], "and the page does not say the same above"
    core.episodes = [episode(each) for each in range(150)]
    model.retry()
    bridge.run()
    model.refresh()
    refuse(bridge)
    assert told == [WRONG], "while there are rows nobody else would"


def test_a_trouble_that_is_told_again_keeps_its_button(look: Look, qtbot: QtBot) -> None:
    notice = Notice(look)
    qtbot.addWidget(notice)
    tried: list[int] = []
    notice.tell(WRONG, lambda: tried.append(1))
    notice.tell(WRONG)
    notice.press()
    assert tried == [1]
    notice.tell(KnownError("Another thing failed"))
    notice.press()
    assert tried == [1], "it belongs to its own trouble"


def test_today_waits_for_nothing_that_does_not_come(
    look: Look, bridge: HandBridge, qtbot: QtBot
) -> None:
    page = TodayPage(look, bridge)
    qtbot.addWidget(page)
    page.shown(None)
    assert not page.talk.isHidden(), "it takes a moment"
    refuse(bridge)
    assert (page.talk.isHidden(), page.sitting.isHidden()) == (True, True)
    assert page.notice.says(WRONG.what)
    page.notice.press()
    bridge.run()
    assert not page.talk.isHidden()


def test_the_log_shows_no_empty_calendar_before_it_is_read(
    look: Look, bridge: HandBridge, qtbot: QtBot
) -> None:
    page = SittingsPage(look, bridge)
    qtbot.addWidget(page)
    page.shown(None)
    assert page.above.isHidden()
    refuse(bridge)
    assert page.above.isHidden()
    assert page.notice.says(WRONG.what)


def test_a_talk_that_cannot_be_read_leaves_a_page_with_a_title(
    look: Look, bridge: HandBridge, qtbot: QtBot
) -> None:
    page = TalkPage(look, bridge)
    qtbot.addWidget(page)
    page.shown(7)
    refuse(bridge)
    assert page.title.text() == "Talk"
    assert page.notice.says(WRONG.what)


@pytest.mark.parametrize("fails", [False, True])
def test_where_no_sitting_can_be_begun_there_is_a_way_on(
    look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot, fails: bool
) -> None:
    core.presets.answers["all"] = ()
    page = SittingPage(look, bridge)
    qtbot.addWidget(page)
    page.shown(None)
    if fails:
        refuse(bridge)
        assert page.offer.placeholder.accessibleName().startswith(WRONG.what)
        page.offer.placeholder._clicked()
    bridge.run()
    assert not page.offer.placeholder.isHidden()
    assert "No sittings to begin" in page.offer.placeholder.accessibleName()
    with qtbot.waitSignal(page.open_page, timeout=0) as opened:
        page.offer.placeholder._clicked()
    assert opened.args == ["meditations", None]
