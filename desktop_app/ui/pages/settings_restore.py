"""Going back to an older library: which copy, what becomes of what is there, and then it is done.

Nothing happens before the person has read what a copy holds and pressed once more.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.look import words
from desktop_app.ui.look.backup_words import holds, moment
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.feed_fields import Buttons
from desktop_app.ui.pages.settings_save import choose_to_open
from desktop_app.ui.pages.settings_section import has_keyboard
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.base.errors import KnownError
    from desktop_app.base.kept import BackupFacts, Copy
    from desktop_app.ui.widgets.page import Page

_MOST = 8
"""So many copies are offered; older ones are in the folder."""


class Restore(QWidget):
    """A button; below it, once pressed, the copies there are, and then a question about one."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        look = page.look
        self._page, self._look = page, look
        self._chosen: Path | None = None
        self._told = ""
        self.begin = Button(look, tr("Restore…"))
        self.what = Text(look, "", wrap=True)
        self.more = Text(look, "", Role.ROW, Tone.SOFT, wrap=True)
        self.copies: list[Button] = []
        self._list = Buttons(look)
        self.file = Button(look, tr("From a file…"), icon=Icon.FOLDER)
        self.confirm = Button(look, tr("Restore this copy"), Kind.PRIMARY)
        self.cancel = Button(look, tr("Leave all as it is"))
        self._row = Buttons(look, self.file, self.confirm, self.cancel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.begin, self.what, self.more, self._list, self._row):
            column.addWidget(part)
        self.begin.clicked.connect(lambda _on: self._ask())
        self.file.clicked.connect(lambda _on: self._choose_file())
        self.confirm.clicked.connect(lambda _on: self._restore())
        self.cancel.clicked.connect(lambda _on: self.fold())
        self.fold()

    def fold(self) -> None:
        """Be a button and nothing more."""
        held = has_keyboard(self)
        self._chosen = None
        for part in (self.what, self.more, self._list, self._row):
            part.hide()
        self.begin.show()
        if held:
            self.begin.setFocus()

    def _ask(self) -> None:
        self._page.bridge.call(lambda core: core.keeping.copies(), self._offer, self._tell)

    def _tell(self, problem: KnownError) -> None:
        """Say what went wrong, until the next step is made."""
        self._told = problem.what
        self._page.notice.tell(problem)

    def _offer(self, copies: Sequence[Copy]) -> None:
        """Show the copies there are."""
        for old in self.copies:
            old.hide()
            old.deleteLater()
        self.copies = [self._button(copy) for copy in copies[:_MOST]]
        for each in self.copies:
            self._list.add(each)
        self.what.setText(tr("Which copy?") if copies else tr("There is no daily copy yet."))
        self.more.setText(tr("One is made each day; the newest five are kept."))
        for part in (self.what, self.more, self._row, self.file):
            part.show()
        self._list.setVisible(bool(copies))
        self.begin.hide()
        self.confirm.hide()
        (self.copies[0] if self.copies else self.file).setFocus()

    def _button(self, copy: Copy) -> Button:
        given = {"moment": moment(copy.made), "size": words.size(copy.size)}
        said = tr("{moment} · {size}", **given)
        if not copy.daily:
            said = tr("{moment} · {size} · set aside", **given)
        button = Button(self._look, said)
        button.clicked.connect(partial(self._look_at, copy.path))
        return button

    def _choose_file(self) -> None:
        choose_to_open(
            self._page,
            tr("Restore a backup"),
            tr("Backups (*.sqlite)"),
            lambda path: self._look_at(Path(path)),
        )

    def _look_at(self, path: Path, _on: object = None) -> None:
        self._page.bridge.call(
            lambda core: core.backups.look(path),
            partial(self._question, path),
            self._tell,
        )

    def _question(self, path: Path, facts: BackupFacts) -> None:
        """Say what the copy holds and what it takes the place of."""
        self._chosen = path
        self._page.notice.take_back(self._told)
        self.what.setText(
            tr("The copy of {moment} has {holds}.", moment=moment(facts.made),
               holds=holds(facts.feeds, facts.favorites, facts.episodes))
        )  # fmt: skip
        self.more.setText(
            tr("It takes the place of your library with its places, favorites and notes. The one "
               "of now is set aside among the backups, not lost. Recordings and settings stay; "
               "what stands in the copy and is no longer on the disk can be downloaded again.")
        )  # fmt: skip
        self._list.hide()
        self.file.hide()
        self.confirm.show()
        self.cancel.setFocus()

    def _restore(self) -> None:
        path = self._chosen
        if path is not None:
            self.confirm.setEnabled(False)
            self._page.bridge.call(lambda core: core.backups.restore(path), None, self._refused)

    def _refused(self, problem: KnownError) -> None:
        self.confirm.setEnabled(True)
        self._tell(problem)
