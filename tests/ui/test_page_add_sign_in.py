"""A feed that asks for a name and a password: the form in its line, and where the keyboard goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import FoundFeed
from desktop_app.base.settings import Settings, Theme
from desktop_app.services.directory import DirectoryAnswer
from desktop_app.services.logins import SignInNeededError
from desktop_app.ui.pages.add import AddPage
from desktop_app.ui.widgets.sign_in import SignIn
from tests.support.hand import feed

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.base.model import Feed
    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

ADDRESS = "members.example/feed"


def _guarded(_address: str, login: tuple[str, str] | None = None) -> Feed:
    if login != ("kim", "open sesame"):
        raise SignInNeededError("members.example", refused=login is not None)
    return feed(8, title="Members", episodes=2)


@pytest.fixture
def page(qtbot: QtBot, look: Look, bridge: HandBridge, core: HandCore) -> AddPage:
    """The page, when a feed has asked for a name and a password."""
    core.subscriptions.answers["add"] = _guarded
    page = AddPage(look, bridge)
    qtbot.addWidget(page)
    page.resize(900, 800)
    page.show()
    page.shown(None)
    bridge.run()
    core.log.clear()
    QTest.keyClicks(page.field, ADDRESS)
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    bridge.run()
    return page


def form_of(page: AddPage) -> SignIn:
    (form,) = [form for form in page.report.findChildren(SignIn) if form.isVisible()]
    return form


def lines(page: AddPage) -> list[str]:
    return [line.accessibleName() for line in page.report.lines if line.isVisible()]


def test_the_form_says_what_becomes_of_the_password(page: AddPage) -> None:
    form = form_of(page)
    assert lines(page) == []
    assert form.title.text() == "members.example asks for a name and a password"
    assert form.advice.text() == (
        "They are kept in this computer's keyring, if it has one, and sent to members.example only."
    )
    assert form.accessibleName() == f"{form.title.text()}. {form.advice.text()}"
    assert (form.name.accessibleName(), form.password.accessibleName()) == ("Name", "Password")
    assert form.password.echoMode() is QLineEdit.EchoMode.Password
    assert form.name.hasFocus()
    assert (page.add_button.text(), page.add_button.isEnabled()) == ("Add", True)


def test_signing_in_by_keyboard(page: AddPage, bridge: HandBridge, core: HandCore) -> None:
    form = form_of(page)
    core.log.clear()
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    assert bridge.waiting == [], "a name is needed"
    QTest.keyClicks(form.name, " kim ")
    QTest.keyClick(form.name, Qt.Key.Key_Tab)
    assert form.password.hasFocus()
    QTest.keyClicks(form.password, "open sesame")
    QTest.keyClick(form.password, Qt.Key.Key_Return)

    assert lines(page) == ["Signing in to members.example…"]
    assert page.add_button.text() == "Adding…"
    bridge.run()
    assert core.log == [("subscriptions.add", ADDRESS, ("login", ("kim", "open sesame")))]
    assert lines(page) == ["Added Members. 2 talks"]
    assert page.field.text() == ""
    assert page.field.hasFocus()


def test_wrong_ones_are_said_to_be_wrong_and_the_name_stays(
    page: AddPage, bridge: HandBridge
) -> None:
    first = form_of(page)
    first.name.setText("kim")
    first.password.setText("Open Sesame")
    first.sign_in.click()
    bridge.run()

    form = form_of(page)
    assert form.title.text() == "members.example did not accept this name and password"
    assert form.advice.text().startswith("Check the spelling; capital letters count.")
    assert (form.name.text(), form.password.text()) == ("kim", "")
    assert form.password.hasFocus()
    QTest.keyClicks(form.password, "open sesame")
    QTest.keyClick(form.password, Qt.Key.Key_Return)
    bridge.run()
    assert lines(page) == ["Added Members. 2 talks"]


def test_the_password_can_be_shown(page: AddPage) -> None:
    form = form_of(page)
    assert form.show_button.text() == "Show the password"
    form.show_button.click()
    assert form.password.echoMode() is QLineEdit.EchoMode.Normal
    assert form.show_button.text() == "Hide the password"
    form.show_button.click()
    assert form.password.echoMode() is QLineEdit.EchoMode.Password


@pytest.mark.parametrize("way", ["cancel", "escape"])
def test_giving_up(page: AddPage, bridge: HandBridge, qtbot: QtBot, way: str) -> None:
    form = form_of(page)
    if way == "cancel":
        form.cancel.click()
    else:
        QTest.keyClick(form.password, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert lines(page) == []
    assert bridge.waiting == []
    assert page.field.hasFocus()
    qtbot.waitUntil(lambda: not page.report.isVisible())
    assert page.field.text() == ADDRESS

    QTest.keyClick(page.field, Qt.Key.Key_Return)
    bridge.run()
    assert form_of(page).name.text() == ""


def test_signing_in_can_be_stopped(page: AddPage, bridge: HandBridge) -> None:
    form = form_of(page)
    form.name.setText("kim")
    form.sign_in.click()
    page.report.lines[0]._action.click()
    assert bridge.waiting[0].cancelled
    assert lines(page) == []


def test_the_same_address_again_leads_to_its_form(page: AddPage, bridge: HandBridge) -> None:
    page.field.setFocus()
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert bridge.waiting == []
    assert form_of(page).name.hasFocus()


def test_the_keyboard_is_not_taken_from_one_who_types(
    page: AddPage, bridge: HandBridge, core: HandCore
) -> None:
    form_of(page).cancel.click()
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    page.field.selectAll()
    QTest.keyClicks(page.field, "other.example")
    bridge.run()
    assert page.field.hasFocus()
    assert page.field.text() == "other.example"
    assert form_of(page).isVisible()


def test_a_trouble_after_signing_in_can_be_tried_again_without_typing_it_all_again(
    page: AddPage, bridge: HandBridge, core: HandCore
) -> None:
    core.subscriptions.answers["add"] = KnownError("The server is too busy")
    form = form_of(page)
    form.name.setText("kim")
    form.password.setText("open sesame")
    form.sign_in.click()
    bridge.run()
    assert lines(page) == ["The server is too busy."]
    core.subscriptions.answers["add"] = _guarded
    page.report.lines[0]._action.click()
    bridge.run()
    assert lines(page) == ["Added Members. 2 talks"]


def test_a_found_feed_may_ask_too(page: AddPage, bridge: HandBridge, core: HandCore) -> None:
    form_of(page).cancel.click()
    found = FoundFeed("Members", "https://members.example/feed", directories=("fyyd",))
    core.directory.answers["search"] = DirectoryAnswer((found,))
    page.field.setText("members")
    page.add_button.click()
    bridge.run()
    page.findings.view.setFocus()
    QTest.keyClick(page.findings.view, Qt.Key.Key_Return)
    bridge.run()
    assert form_of(page).name.hasFocus()


def test_other_lines_stay_beside_the_form(page: AddPage, bridge: HandBridge) -> None:
    page.field.setText("second.example")
    page.add_button.click()
    assert lines(page) == ["Looking for a feed at second.example…"]
    assert form_of(page).isVisible()
    bridge.run()
    forms = [form for form in page.report.findChildren(SignIn) if form.isVisible()]
    assert len(forms) == 2


@pytest.mark.parametrize("percent", [100, 200])
def test_the_form_is_seen_whole(
    page: AddPage, look: Look, qtbot: QtBot, bridge: HandBridge, percent: int
) -> None:
    look.follow(Settings(theme=Theme.LIGHT, text_percent=percent))
    page.resize(820, 640)
    form_of(page).name.setText("kim")
    form_of(page).sign_in.click()
    bridge.run()

    def seen() -> None:
        form, viewport = form_of(page), page._area.viewport()
        top = form.mapTo(viewport, QPoint()).y()
        assert 0 <= top <= viewport.height() - form.height()
        assert form.mapTo(page.report.viewport(), QPoint(0, form.height())).y() <= (
            page.report.viewport().height()
        )

    qtbot.waitUntil(seen)
