"""Where the library lies, what is kept, copies of it and the way back, and the end of it all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop_app.ui.look import words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.settings_erase import Erase
from desktop_app.ui.pages.settings_restore import Restore
from desktop_app.ui.pages.settings_save import back_up, choose_file, export_feeds
from desktop_app.ui.pages.settings_section import Section
from desktop_app.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from desktop_app.services.core import Core
    from desktop_app.ui.widgets.page import Page


class LibraryRows(Section):
    """All rows about the library as a whole."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, tr("Library"))
        look, add = self.look, self.group.add_row
        self.folder = ""
        self.open_folder = Button(look, tr("Open folder"), icon=Icon.FOLDER)
        self.kept = Button(look, tr("Show what is kept"))
        self.export = Button(look, tr("Export…"))
        self.backup = Button(look, tr("Back up…"))
        self.restore = Restore(page)
        self.erase = Erase(page, self._back_up)
        also = tr("folder directory path files location disk")
        self.place = add(tr("Where it lies"), " ", self.open_folder, also)
        hint = tr("Each kind of thing, where it lies, for how long, and who is asked for what.")
        also = tr("privacy data storage logs passwords history telemetry tracking cookies sent")
        add(tr("What Hearthside keeps"), hint, self.kept, also)
        hint = tr("A list of your feeds (OPML) that other podcast apps can read.")
        add(tr("Subscriptions"), hint, self.export, tr("opml export feeds move another app"))
        hint = tr("A copy of places, favorites and notes, without the recordings.")
        add(tr("Backup"), hint, self.backup, tr("save copy library safe move computer"))
        hint = tr("From one of the daily copies, or from a file.")
        add(tr("Restore"), hint, self.restore, tr("backup copy undo lost back bring"))
        hint = tr("All that Hearthside keeps, on this computer. It asks once more first.")
        add(
            tr("Erase everything"), hint, self.erase, tr("delete remove wipe clear reset uninstall")
        )
        self.open_folder.setEnabled(False)
        self.open_folder.clicked.connect(
            lambda _on: QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder))
        )
        self.kept.clicked.connect(lambda _on: page.open_page.emit("kept", None))
        self.export.clicked.connect(lambda _on: self._export())
        self.backup.clicked.connect(lambda _on: self._back_up())

    def ask_place(self) -> None:
        """Read where the library lies."""
        self.page.bridge.call(_place, self._show_place, self.page.notice.tell)

    def _show_place(self, folder: str) -> None:
        self.folder = folder
        self.place.setText(words.breakable_address(folder))
        self.place.setAccessibleName(folder)
        self.open_folder.setEnabled(True)

    def _export(self) -> None:
        choose_file(
            self.page,
            tr("Export subscriptions"),
            "hearthside.opml",
            lambda path: self._save(lambda core: export_feeds(core, path), path),
        )

    def _back_up(self) -> None:
        choose_file(
            self.page,
            tr("Back up the library"),
            "hearthside-library.sqlite",
            lambda path: self._save(lambda core: back_up(core, path), path),
        )

    def _save(self, make: Callable[[Core], Coroutine[Any, Any, None]], path: str) -> None:
        notice = self.page.notice
        self.page.bridge.call(make, lambda _none: notice.say(tr("Saved"), path), notice.tell)


async def _place(core: Core) -> str:
    return str(core.home.root)
