"""What Hearthside keeps: each kind with its place, its time and its amount."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices

from desktop_app.base.kept import Copy, Kept, Numbers, Pile
from desktop_app.base.log import LOG_DAYS
from desktop_app.ui.look import kept_words
from desktop_app.ui.pages.kept import KeptPage, sent
from desktop_app.ui.pages.queue_history import HISTORY
from desktop_app.ui.widgets.text import Text
from tests.support.hand import HandBridge, HandCore, Told
from tests.ui.test_page_settings import Opener

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look

MADE = datetime(2026, 11, 22, 14, 7, tzinfo=UTC)
ROOT = Path("/home/ann/hearthside")
KEPT = Kept(
    ROOT,
    Numbers(feeds=5, episodes=120, favorites=12, bookmarks=1, history=7, sittings=40),
    Pile(3, 9_000_000),
    Pile(12, 480_000_000),
    Pile(),
    Pile(1, 2_000),
    (Copy(ROOT / "a", MADE, 3_000_000, daily=True), Copy(ROOT / "b", MADE, 1_000_000, daily=False)),
    ("ann", "bob"),
)


@pytest.fixture
def page(look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot) -> KeptPage:
    vars(core)["keeping"] = Told("keeping", core.log)
    vars(core)["keeping"].answers = {"survey": KEPT}
    page = KeptPage(look, bridge)
    qtbot.addWidget(page)
    page.resize(1050, 820)
    page.show()
    page.shown(None)
    bridge.run()
    return page


def test_says_how_much_of_each(page: KeptPage) -> None:
    assert page.library.shown.text() == "5 feeds, 12 favorites, 1 bookmark, 40 sittings. 9.0 MB"
    assert page.history.shown.text() == "7 entries"
    assert page.sittings.shown.text() == "40 sittings"
    assert page.recordings.shown.text() == "12 files, 480 MB"
    assert page.covers.shown.text() == "Nothing"
    assert page.logs.shown.text() == "1 file, 2 kB"
    assert page.copies.shown.text() == "2 copies, 4.0 MB, the newest of 22 Nov, 14:07"
    assert page.passwords.shown.text() == "ann, bob"
    assert page.place.shown.text().replace("\u200b", "") == str(ROOT)


def test_says_how_long_and_to_whom(page: KeptPage) -> None:
    said = "\n".join(each.text() for each in page.findChildren(Text))
    for words in ("the newest five", f"{LOG_DAYS} days", "Until you clear it", "keyring", "socket"):
        assert words in said
    assert all(sentence in said for sentence in sent())


def test_each_leads_where_something_can_be_done(page: KeptPage, qtbot: QtBot) -> None:
    for amount, place in (
        (page.library, ["settings", None]),
        (page.history, ["queue", HISTORY]),
        (page.sittings, ["sittings", None]),
    ):
        assert amount.button is not None
        with qtbot.waitSignal(page.open_page) as opened:
            amount.button.click()
        assert opened.args == place
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "take")  # type: ignore[arg-type] # the stub errs
    for amount in (page.recordings, page.copies, page.logs, page.place):
        assert amount.button is not None
        amount.button.click()
    QDesktopServices.unsetUrlHandler("file")
    places = [Path(url.toLocalFile()) for url in opener.opened]
    assert places == [ROOT / "audio", ROOT / "backups", ROOT / "logs", ROOT]


def test_that_there_are_no_passwords_has_words_of_its_own() -> None:
    assert kept_words.passwords(replace(KEPT, accounts=())) == "No passwords"
