"""What can be chosen for one feed, on its page: every choice holds at once, or says why not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from desktop_app.base.errors import KnownError
from desktop_app.base.model import FeedKind
from desktop_app.base.paths import STARTER_URL
from desktop_app.services.events import FeedsChanged, SettingsChanged
from desktop_app.services.finding import AlreadySubscribedError, AnotherFeedError
from desktop_app.services.logins import SignInNeededError
from desktop_app.ui.look.words import breakable_address
from desktop_app.ui.pages.feed import FeedPage
from desktop_app.ui.pages.own_choice import SecondsForm
from desktop_app.ui.widgets.chips import Chip
from tests.support.hand import MOMENT, episode, feed

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.base.model import Feed
    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

CAST = feed(3, title="Sober Cast", url="https://cast.example/rss.xml", refreshed=MOMENT)
ELSEWHERE = "https://new.example/feed"
WANTED = SignInNeededError("cast.example", refused=False)
REFUSED = SignInNeededError("cast.example", refused=True)
LOCKED = replace(
    CAST, problem=str(KnownError("Could not refresh Sober Cast", WANTED.what, WANTED.what_next))
)


@pytest.fixture
def page(qtbot: QtBot, look: Look, bridge: HandBridge, core: HandCore) -> FeedPage:
    """The page of a feed, its settings open."""
    core.episodes = [episode(1)]
    page = FeedPage(look, bridge, lambda: MOMENT)
    page.resize(1048, 728)
    qtbot.addWidget(page)
    page.show()
    bridge.happened.connect(page.heard)
    show(page, bridge, core, CAST)
    page.head.settings.click()
    return page


def show(page: FeedPage, bridge: HandBridge, core: HandCore, one: Feed) -> None:
    """Let the library have this feed, and the page read it."""
    core.browsing.answers["feed"] = one
    page.shown(one.id)
    bridge.run()


def wrote(core: HandCore) -> list[tuple[Any, ...]]:
    """Return the calls that are no mere reading."""
    return [call for call in core.log if not call[0].startswith("browsing.")]


def press(page: FeedPage, key: Qt.Key) -> None:
    """Press a key where the keyboard is; the window hands on what no widget wants."""
    focused = page.window().focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_the_settings_unfold_and_fold(page: FeedPage) -> None:
    button = page.head.settings
    assert page.panel.isVisible()
    assert button.accessibleName() == "Fold the feed settings"
    button.click()
    assert page.panel.isHidden()
    assert button.accessibleName() == "Feed settings"
    assert not page.key(Qt.Key.Key_Escape)
    button.click()
    page.panel.pause.setFocus()
    assert page.key(Qt.Key.Key_Escape)
    assert page.panel.isHidden()
    assert page.window().focusWidget() is button
    assert not page.key(Qt.Key.Key_F)


def test_the_keyboard_reaches_every_row(page: FeedPage) -> None:
    panel = page.panel
    wanted = [panel.title.change, panel.address.change, panel.pause, panel.leave.ask]
    page.head.settings.setFocus()
    seen = []
    for _ in range(60):
        press(page, Qt.Key.Key_Tab)
        seen.append(page.window().focusWidget())
    places = [seen.index(each) for each in wanted]
    assert places == sorted(places)
    assert any(isinstance(each, Chip) for each in seen)


def test_another_feed_begins_folded(page: FeedPage, bridge: HandBridge, core: HandCore) -> None:
    page.panel.title.change.click()
    page.panel.leave.ask.click()
    show(page, bridge, core, feed(4))
    assert page.panel.isHidden()
    assert not page.panel.title.editing
    assert page.panel.leave._asked.isHidden()


def test_renaming_happens_where_the_name_stands(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    title = page.panel.title
    title.change.click()
    assert title.field.text() == "Sober Cast"
    press(page, Qt.Key.Key_Escape)
    assert not title.editing
    assert page.window().focusWidget() is title.change
    title.change.click()
    title.field.setText("  Evenings ")
    press(page, Qt.Key.Key_Return)
    bridge.run()
    assert not title.editing
    assert wrote(core) == [("feed_settings.rename", 3, "Evenings")]


def test_the_feeds_own_name_comes_back_with_an_empty_one(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    page.panel.title.change.click()
    page.panel.title.save.click()
    bridge.run()
    assert wrote(core) == []
    page.panel.title.change.click()
    page.panel.title.field.clear()
    page.panel.title.save.click()
    bridge.run()
    assert wrote(core) == [("feed_settings.rename", 3, "")]


def test_the_kind_can_be_chosen(page: FeedPage, bridge: HandBridge, core: HandCore) -> None:
    page.panel.kind.chosen.emit(FeedKind.MEDITATIONS)
    bridge.run()
    assert wrote(core) == [("feed_settings.set_kind", 3, FeedKind.MEDITATIONS)]


def offered(page: FeedPage) -> dict[str, bool]:
    """Return what is offered between refreshes, and which of it is on."""
    chips = [chip for _value, chip in page.panel.often._chips]
    return {chip.text(): chip.isChecked() for chip in chips}


def test_how_often_it_is_refreshed(
    page: FeedPage, look: Look, bridge: HandBridge, core: HandCore
) -> None:
    usual = ["Every hour", "Every 4 hours", "Every 12 hours", "Once a day", "Once a week"]
    assert list(offered(page)) == [
        "As in the settings (every 4 hours)", *usual, "Only when I ask"
    ]  # fmt: skip
    assert offered(page)["As in the settings (every 4 hours)"]
    for text in ("Once a week", "Only when I ask", "As in the settings (every 4 hours)"):
        next(chip for _, chip in page.panel.often._chips if chip.text() == text).click()
    bridge.run()
    asked = [(name, *rest) for name, *rest in wrote(core)]
    assert asked == [("feed_settings.set_every", 3, hours) for hours in (168, 0, None)]
    look.follow(replace(look.settings, refresh_hours=24))
    bridge.tell(SettingsChanged(look.settings))
    assert "As in the settings (once a day)" in offered(page)


def test_a_time_of_its_own_is_offered_too(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    show(page, bridge, core, replace(CAST, every=6))
    assert [text for text, on in offered(page).items() if on] == ["Every 6 hours"]
    show(page, bridge, core, replace(CAST, every=0))
    assert [text for text, on in offered(page).items() if on] == ["Only when I ask"]


def test_new_talks_may_come_by_themselves(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    panel = page.panel

    def chips() -> dict[str, bool]:
        return {chip.text(): chip.isChecked() for _value, chip in panel.fetch._chips}

    usual = ["No", "The newest", "The newest 3", "The newest 5", "The newest 10", "All"]
    assert list(chips()) == usual
    assert chips()["No"]
    assert panel._of(panel.fetch).title.text() == "Download new talks by itself"
    for text in ("The newest 3", "All", "No"):
        next(chip for _, chip in panel.fetch._chips if chip.text() == text).click()
    bridge.run()
    assert wrote(core) == [("feed_settings.set_auto", 3, count) for count in (3, 0, None)]
    show(page, bridge, core, replace(CAST, auto=7, kind=FeedKind.MEDITATIONS))
    assert [text for text, on in chips().items() if on] == ["The newest 7"]
    assert panel._of(panel.fetch).title.text() == "Download new meditations by itself"
    show(page, bridge, core, replace(CAST, auto=0))
    assert [text for text, on in chips().items() if on] == ["All"]


def test_its_talks_may_have_a_speed_of_their_own(
    page: FeedPage, look: Look, bridge: HandBridge, core: HandCore
) -> None:
    panel = page.panel

    def chips() -> dict[str, bool]:
        return {chip.text(): chip.isChecked() for _value, chip in panel.speed._chips}

    assert list(chips()) == ["As in the settings (1.0×)", "0.8×", "1.0×", "1.2×", "1.5×", "2.0×"]
    assert chips()["As in the settings (1.0×)"]
    for text in ("1.2×", "As in the settings (1.0×)"):
        next(chip for _, chip in panel.speed._chips if chip.text() == text).click()
    bridge.run()
    assert wrote(core) == [("feed_settings.set_speed", 3, speed) for speed in (1.2, None)]
    show(page, bridge, core, replace(CAST, speed=1.75))
    assert [text for text, on in chips().items() if on] == ["1.75×"]
    look.follow(replace(look.settings, speed=1.5))
    bridge.tell(SettingsChanged(look.settings))
    assert "As in the settings (1.5×)" in chips()


@pytest.mark.parametrize("on", [True, False])
def test_its_tapes_may_be_restored_by_themselves(
    page: FeedPage, bridge: HandBridge, core: HandCore, on: bool
) -> None:
    show(page, bridge, core, replace(CAST, restore=not on))
    chips = page.panel.restore
    assert chips.value() is not on
    next(chip for value, chip in chips._chips if value is on).click()
    bridge.run()
    assert wrote(core) == [("feed_settings.set_restore", 3, ("on", on))]


def test_the_opening_of_its_talks_may_be_left_out(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    chips = page.panel.opening.chips

    def press_chip(text: str) -> None:
        next(chip for _, chip in chips._chips if chip.text() == text).click()

    texts = [chip.text() for _, chip in chips._chips]
    assert texts == ["Nothing", "15 s", "30 s", "45 s", "60 s", "90 s", "Other…"]
    press_chip("45 s")
    press_chip("Other…")
    form = page.panel.opening.form
    assert isinstance(form, SecondsForm)
    form.field.set_number(150)
    press(page, Qt.Key.Key_Return)
    bridge.run()
    assert wrote(core) == [("feed_settings.set_opening", 3, value) for value in (45.0, 150.0)]
    show(page, bridge, core, replace(CAST, opening=150.0))
    assert page.panel.opening.chips.value() == 150.0
    assert "2 min 30 s" in [chip.text() for _, chip in chips._chips]
    press_chip("Other…")
    show(page, bridge, core, feed(4))
    assert form.isHidden()


def test_tapes_in_a_folder_need_no_download(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    assert page.panel.fetch.isVisible()
    show(page, bridge, core, replace(CAST, url="file:///tapes"))
    page.head.settings.click()
    assert not page.panel.fetch.isVisible()


def test_a_feed_can_rest(page: FeedPage, bridge: HandBridge, core: HandCore) -> None:
    assert page.head.paused.isHidden()
    assert page.head.resume.isHidden()
    page.panel.pause.click()
    bridge.run()
    core.browsing.answers["feed"] = replace(CAST, paused=True)
    bridge.tell(FeedsChanged())
    bridge.run()
    assert page.subtitle.text().startswith("Paused · ")
    assert page.head.paused.text() == "Paused: it is refreshed only when you press Refresh."
    assert page.panel.pause.text() == "Resume"
    page.head.resume.click()
    page.panel.pause.click()
    bridge.run()
    assert wrote(core) == [
        ("feed_settings.pause", 3, ("paused", True)),
        ("feed_settings.pause", 3, ("paused", False)),
        ("feed_settings.pause", 3, ("paused", False)),
    ]


def test_what_cannot_be_kept_goes_back_and_says_so(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    core.feed_settings.answers["set_every"] = KnownError("The library cannot be written")
    next(chip for _, chip in page.panel.often._chips if chip.text() == "Once a day").click()
    bridge.run()
    assert offered(page)["As in the settings (every 4 hours)"]
    assert "The library cannot be written" in page.notice.accessibleName()


def change_address(page: FeedPage, address: str = ELSEWHERE) -> None:
    """Type another address and save it."""
    page.panel.address.change.click()
    page.panel.address.field.setText(address)
    page.panel.address.save.click()


def test_another_address_is_tried_first(page: FeedPage, bridge: HandBridge, core: HandCore) -> None:
    row = page.panel.address
    assert row.shown.accessibleName() == CAST.url
    change_address(page)
    assert row.asking.notice.accessibleName().startswith(f"Looking for a feed at {ELSEWHERE}…")
    assert not row.save.isEnabled()
    assert row.field.isReadOnly()
    press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_Escape)
    assert row.editing
    core.browsing.answers["feed"] = replace(CAST, url=ELSEWHERE)
    bridge.run()
    bridge.tell(FeedsChanged())
    bridge.run()
    assert wrote(core) == [("feed_settings.change_address", 3, ELSEWHERE, None)]
    assert not row.editing
    assert row.shown.accessibleName() == ELSEWHERE
    assert row.asking.notice.accessibleName().startswith("It is read from there from now on")


def test_an_address_that_does_not_answer_changes_nothing(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    row = page.panel.address
    core.feed_settings.answers["change_address"] = KnownError("No feed there", "404", "Look again.")
    change_address(page)
    bridge.run()
    assert row.asking.notice.accessibleName() == "No feed there. 404. Look again."
    assert row.editing
    assert row.field.text() == ELSEWHERE
    assert row.save.isEnabled()
    assert page.window().focusWidget() is row.field
    press(page, Qt.Key.Key_Escape)
    assert row.asking.notice.isHidden()
    assert row.shown.accessibleName() == CAST.url


def test_an_address_that_another_feed_has_is_a_plain_line(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    there = AlreadySubscribedError("Evenings is subscribed already")
    core.feed_settings.answers["change_address"] = there
    change_address(page)
    bridge.run()
    notice = page.panel.address.asking.notice
    assert notice.accessibleName() == "Evenings is subscribed already."
    assert not notice._trouble


@pytest.mark.parametrize("address", ["", CAST.url])
def test_the_same_address_or_none_asks_nobody(
    page: FeedPage, bridge: HandBridge, core: HandCore, address: str
) -> None:
    change_address(page, address)
    bridge.run()
    assert wrote(core) == []
    assert not page.panel.address.editing


def other_feed(_feed: int, _where: str, *_login: object, anyway: bool = False) -> Feed:
    """Change to another feed for one who insists."""
    if not anyway:
        raise AnotherFeedError("Evening Talks", 40)
    return CAST


@pytest.mark.parametrize("anyway", [True, False])
def test_quite_another_feed_is_asked_about(
    page: FeedPage, bridge: HandBridge, core: HandCore, *, anyway: bool
) -> None:
    core.feed_settings.answers["change_address"] = other_feed
    change_address(page)
    bridge.run()
    row = page.panel.address
    question = row.asking.question
    assert question is not None
    assert question.question.text() == "None of these talks is in “Evening Talks”."
    assert question.no.hasFocus()
    if not anyway:
        press(page, Qt.Key.Key_Escape)
        assert row.asking.question is None
        assert row.field.hasFocus()
        assert row.save.isEnabled()
        assert len(wrote(core)) == 1
        return
    question.yes.setFocus()
    press(page, Qt.Key.Key_Return)
    bridge.run()
    assert row.asking.question is None
    assert not row.editing
    assert row.change.hasFocus()
    asked = ("feed_settings.change_address", 3, ELSEWHERE, None)
    assert wrote(core) == [asked, (*asked, ("anyway", True))]


def test_a_folder_with_other_tapes_is_asked_about(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    show(page, bridge, core, feed(5, url="file:///home/me/tapes"))
    page.head.settings.click()
    core.feed_settings.answers["change_address"] = other_feed
    row = page.panel.folder
    for answer in ("no", "yes"):
        row.choose.setFocus()
        row.take("/media/tapes")
        bridge.run()
        assert row.asking.question is not None
        getattr(row.asking.question, answer).click()
        bridge.run()
        assert row.asking.question is None
    assert wrote(core)[-1] == (
        "feed_settings.change_address", 5, "/media/tapes", ("anyway", True)
    )  # fmt: skip
    assert row.asking.notice.accessibleName().startswith("The tapes are read from there")


def test_another_address_may_want_a_sign_in(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    def answer(_feed: int, _address: str, login: tuple[str, str] | None) -> Feed:
        if login is None:
            raise SignInNeededError("new.example", refused=False)
        if login[1] == "wrong":
            raise SignInNeededError("new.example", refused=True)
        return CAST

    core.feed_settings.answers["change_address"] = answer
    change_address(page)
    bridge.run()
    asking = page.panel.address.asking
    assert asking.form is not None
    assert asking.form.name.hasFocus()
    asking.form.name.setText("maria")
    asking.form.password.setText("wrong")
    asking.form.sign_in.click()
    bridge.run()
    assert asking.form is not None
    assert "did not accept" in asking.form.accessibleName()
    assert asking.form.name.text() == "maria"
    asking.form.password.setText("right")
    QTest.keyClick(asking.form.password, Qt.Key.Key_Return)
    bridge.run()
    assert asking.form is None
    assert not page.panel.address.editing
    assert wrote(core)[-1] == (
        "feed_settings.change_address", 3, ELSEWHERE, ("maria", "right")
    )  # fmt: skip


def test_a_sign_in_can_be_given_up(page: FeedPage, bridge: HandBridge, core: HandCore) -> None:
    core.feed_settings.answers["change_address"] = WANTED
    change_address(page)
    bridge.run()
    press(page, Qt.Key.Key_Escape)
    row = page.panel.address
    assert row.asking.form is None
    assert row.asking.notice.isHidden()
    assert row.editing
    assert row.save.isEnabled()


def test_an_answer_for_another_feed_says_nothing_here(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    change_address(page)
    core.browsing.answers["feed"] = feed(4)
    page.shown(4)
    bridge.waiting.reverse()
    bridge.run()
    assert page.panel.address.asking.notice.isHidden()


def test_a_feed_without_a_sign_in_has_no_row_for_it(page: FeedPage) -> None:
    assert page.panel.account.isHidden()


def test_who_is_signed_in_can_sign_out(page: FeedPage, bridge: HandBridge, core: HandCore) -> None:
    show(page, bridge, core, replace(CAST, account="maria"))
    row = page.panel.account
    assert row.shown.text() == "Signed in as maria"
    assert row.sign_in.isHidden()
    row.sign_out.click()
    bridge.run()
    assert wrote(core) == [("feed_settings.sign_out", 3)]
    row.sign_out.setFocus()
    core.browsing.answers["feed"] = CAST
    bridge.tell(FeedsChanged())
    bridge.run()
    assert row.isHidden()
    assert page.panel.hasFocus(), "no other button is pressed by a second Enter"


def test_a_wanted_password_leads_to_the_form(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    page.head.settings.click()
    show(page, bridge, core, LOCKED)
    assert page.notice._action.text() == "Sign in…"
    page.notice._action.click()
    row = page.panel.account
    assert row.isVisible()
    assert row.asking.form is not None
    assert row.asking.form.title.text() == "cast.example asks for a name and a password"
    assert row.asking.form.name.hasFocus()
    core.feed_settings.answers["sign_in"] = REFUSED
    row.asking.form.name.setText("maria")
    row.asking.form.password.setText("secret")
    row.asking.form.sign_in.click()
    assert row.asking.notice.accessibleName().startswith("Signing in to cast.example…")
    bridge.run()
    assert row.asking.form is not None
    core.feed_settings.answers["sign_in"] = None
    row.asking.form.sign_in.click()
    bridge.run()
    assert wrote(core)[0] == ("feed_settings.sign_in", 3, ("maria", "secret"))
    assert row.asking.notice.accessibleName().startswith("Signed in")
    assert row.view.isVisible()


def test_a_name_whose_password_is_gone_is_no_refusal(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    show(page, bridge, core, replace(LOCKED, account="maria"))
    row = page.panel.account
    assert not row.sign_in.isHidden()
    row.sign_in.click()
    assert row.asking.form is not None
    assert row.asking.form.title.text() == "cast.example asks for a name and a password"
    assert row.asking.form.name.text() == "maria"
    assert row.asking.form.password.hasFocus()
    press(page, Qt.Key.Key_Escape)
    assert row.asking.form is None
    assert row.sign_in.hasFocus()


def test_the_page_may_grow_after_the_form_is_gone(
    page: FeedPage, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    page.resize(1048, 420)
    page.head.settings.click()
    show(page, bridge, core, LOCKED)
    page.notice._action.click()
    form = page.panel.account.asking.form
    assert form is not None
    form.name.setText("maria")
    form.password.setText("secret")
    QTest.keyClick(form.password, Qt.Key.Key_Return)
    assert page.panel.account.asking.hasFocus(), "no other button is pressed by a second Enter"
    qtbot.waitUntil(lambda: not isValid(form))
    bar = page._area.verticalScrollBar()
    with qtbot.waitSignal(bar.rangeChanged):
        page.resize(1048, 380)
    bridge.run()
    assert page.panel.account.view.isVisible()


def test_a_locked_feed_that_was_never_read_offers_the_sign_in(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    core.episodes = []
    show(page, bridge, core, replace(LOCKED, id=4, refreshed=None))
    assert page.notice.isHidden()
    button = page.list.placeholder._button
    assert button.text() == "Sign in…"
    button.click()
    assert page.panel.account.asking.form is not None


def test_a_folder_has_no_address_and_can_be_another(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    show(page, bridge, core, feed(5, url="file:///home/me/My%20tapes"))
    page.head.settings.click()
    panel = page.panel
    assert panel.address.isHidden()
    assert panel.account.isHidden()
    assert panel.folder.folder == "/home/me/My tapes"
    panel.folder.choose.click()
    [dialog] = panel.folder.findChildren(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.fileSelected.emit("/media/tapes")
    dialog.reject()
    notice = panel.folder.asking.notice
    assert notice.accessibleName().startswith("Reading the tapes in tapes…")
    bridge.run()
    assert wrote(core) == [("feed_settings.change_address", 5, "/media/tapes")]
    assert notice.accessibleName().startswith("The tapes are read from there from now on")


def test_what_the_app_brings_along_is_nowhere_else(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    show(page, bridge, core, feed(6, url=STARTER_URL, kind=FeedKind.MEDITATIONS))
    page.head.settings.click()
    panel = page.panel
    for row in (panel.address, panel.folder, panel.often, panel.pause, panel.account):
        assert row.isHidden()
    assert panel.leave.ask.isVisible()


def test_removing_is_asked_once_in_its_own_place(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    pages: list[tuple[str, object]] = []
    page.open_page.connect(lambda name, argument: pages.append((name, argument)))
    leave = page.panel.leave
    leave.ask.click()
    assert leave.question.text() == "Remove “Sober Cast”?"
    assert leave.no.hasFocus()
    press(page, Qt.Key.Key_Escape)
    assert leave.ask.hasFocus()
    assert not leave.question.isVisible()
    leave.ask.click()
    bridge.run()
    assert wrote(core) == []
    leave.yes.click()
    bridge.run()
    assert wrote(core) == [("subscriptions.remove", 3)]
    assert pages == [("speakers", None)]


def test_a_removal_that_fails_is_a_line_on_the_page(
    page: FeedPage, bridge: HandBridge, core: HandCore
) -> None:
    core.subscriptions.answers["remove"] = KnownError("The library cannot be written")
    page.panel.leave.ask.click()
    page.panel.leave.yes.click()
    bridge.run()
    assert "The library cannot be written" in page.notice.accessibleName()


def test_an_address_may_be_broken_where_it_has_signs() -> None:
    shown = breakable_address("https://a.example/b?c=d")
    assert shown.replace("\u200b", "") == "https://a.example/b?c=d"
    assert "/\u200bb?\u200bc=\u200bd" in shown


def test_what_opens_comes_into_sight(
    page: FeedPage, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    page.resize(1048, 420)
    page.head.settings.click()
    show(page, bridge, core, LOCKED)
    page.notice._action.click()
    form = page.panel.account.asking.form
    assert form is not None
    qtbot.waitUntil(lambda: not form.sign_in.visibleRegion().isEmpty())
    page.panel.address.change.click()
    core.feed_settings.answers["change_address"] = WANTED
    page.panel.address.field.setText(ELSEWHERE)
    page.panel.address.save.click()
    bridge.run()
    asked = page.panel.address.asking.form
    assert asked is not None
    qtbot.waitUntil(lambda: not asked.sign_in.visibleRegion().isEmpty())
