"""Favorites taken along as files, and brought in; the system's dialog is answered by the test."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QFileDialog

from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import CatalogueEntry
from desktop_app.services.sharing import Imported
from desktop_app.services.subscriptions import ImportReport
from desktop_app.ui.pages.favorites_files import file_stem, imported_words
from tests.support.hand import feed
from tests.ui.collections_desk import SUNDAY, Desk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore


@pytest.fixture
def desk(look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot) -> Desk:
    desk = Desk(look, bridge, core)
    qtbot.addWidget(desk.page)
    desk.open(1)
    return desk


def choose(desk: Desk, entry: str, path: Path) -> QFileDialog:
    """Choose ``path`` in the dialog behind an entry of the page's menu."""
    menu = desk.page.hand.menu(SUNDAY)
    next(each for each in menu.actions() if each.text() == entry).trigger()
    menu.close()
    dialog: Any = desk.page.findChildren(QFileDialog)[-1]
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.done(0)
    return dialog


@pytest.mark.parametrize(
    ("entry", "one", "name"),
    [
        ("Export favorites…", None, "hearthside-favorites.json"),
        ("Export this collection…", 1, "Sunday mornings.json"),
    ],
)
def test_exporting(desk: Desk, tmp_path: Path, entry: str, one: int | None, name: str) -> None:
    desk.core.sharing.answers["export"] = 3
    dialog = choose(desk, entry, tmp_path / "mine.opml")
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert [Path(each).name for each in dialog.selectedFiles()] == [name]
    assert dialog.defaultSuffix() == "json"
    playlist = next(each for each in dialog.nameFilters() if "m3u8" in each)
    dialog.filterSelected.emit(playlist)
    assert dialog.defaultSuffix() == "m3u8"
    assert desk.said() == [("sharing.export", tmp_path / "mine.opml", one)]
    said = desk.page.notice.accessibleName()
    assert said == f"3 talks were exported. {tmp_path / 'mine.opml'}"


def test_importing(desk: Desk, tmp_path: Path) -> None:
    feeds = (CatalogueEntry("Sober Cast", feed_url="https://sober.example/feed"),)
    missing = ("Bob D. — Surrender to win",)
    desk.core.sharing.answers["bring_in"] = Imported(4, 1, missing, feeds)
    dialog = choose(desk, "Import…", tmp_path / "hers.json")
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptOpen
    assert desk.said() == [("sharing.bring_in", tmp_path / "hers.json")]
    assert desk.page.notice.accessibleName() == (
        "New: 4 favorites and 1 collection. 1 talk is not in your library: Bob D. — Surrender to"
        " win. To be found in: Sober Cast."
    )

    desk.core.subscriptions.answers["add_entries"] = ImportReport((feed(),), (), ())
    desk.page.notice._action.click()
    assert desk.said() == [("subscriptions.add_entries", feeds)]
    assert desk.page.notice.accessibleName().startswith("1 feed was added")
    desk.page.notice._action.click()
    assert desk.said() == [("sharing.bring_in", tmp_path / "hers.json")]


@pytest.mark.parametrize("entry", ["Import…", "Export favorites…"])
def test_what_goes_wrong_is_said(desk: Desk, tmp_path: Path, entry: str) -> None:
    problem = KnownError("This is no list of favorites")
    desk.core.sharing.answers |= {"bring_in": problem, "export": problem}
    choose(desk, entry, tmp_path / "odd.json")
    desk.said()
    assert desk.page.notice.accessibleName().startswith("This is no list of favorites")


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (Imported(0, 0), ("Nothing in it was new", "")),
        (Imported(1, 0), ("New: 1 favorite", "")),
        (Imported(0, 2), ("New: 2 collections", "")),
    ],
)
def test_words_of_an_import(what: Imported, said: tuple[str, str]) -> None:
    assert imported_words(what) == said


def test_a_long_list_of_missing_talks_stays_short() -> None:
    _said, more = imported_words(Imported(0, 0, tuple(f"Talk {n}" for n in range(40))))
    assert more.startswith("40 talks are not in your library: Talk 0; Talk 1;")
    assert "and 28 more." in more


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Sunday", "Sunday"),
        ('A/B: "C"?', "A B C"),
        ("...", "collection"),
        ("St. John's", "St. John's"),
    ],
)
def test_a_name_that_every_disk_takes(name: str, stem: str) -> None:
    assert file_stem(name) == stem
