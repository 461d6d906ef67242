"""The upper part of a feed's page: its name, what it says of itself, what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.base.model import FeedKind
from desktop_app.ui.look import words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.chips import Chips
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent

    from desktop_app.base.model import Feed
    from desktop_app.ui.look.theme import Look

_DESCRIPTION_LENGTH = 320


def plain(description: str) -> str:
    """Return a feed's description as plain words, short enough to stand above a list."""
    text = QTextDocumentFragment.fromHtml(description).toPlainText()
    text = " ".join(text.replace("\ufffc", " ").split())
    if len(text) <= _DESCRIPTION_LENGTH:
        return text
    return text[:_DESCRIPTION_LENGTH].rpartition(" ")[0].rstrip(".,;: ") + "…"


def never_read(feed: Feed) -> bool:
    """Tell whether a feed failed and has nothing from an earlier time."""
    return bool(feed.problem) and feed.refreshed is None and not feed.episodes


def summary(feed: Feed, now: datetime) -> str:
    """Return "312 talks · 4 new · refreshed today at 20:15"."""
    if never_read(feed):
        return tr("It could not be read so far")
    if feed.kind is FeedKind.MEDITATIONS:
        amount = words.count(feed.episodes, "1 meditation", "{n} meditations")
    else:
        amount = words.count(feed.episodes, "1 talk", "{n} talks")
    new = tr("{n} new", n=words.number(feed.unheard)) if feed.unheard else ""
    return words.join(amount, new, _refreshed(feed.refreshed, now))


def _refreshed(moment: datetime | None, now: datetime) -> str:
    if moment is None:
        return tr("not refreshed yet")
    local = moment.astimezone(now.tzinfo)
    at = words.time_of_day(moment)
    if local.date() == now.date():
        return tr("refreshed today at {time}", time=at)
    return tr("refreshed {day}", day=words.short_date(local))


class RenameField(QWidget):
    """A name to be changed where it stands. ``named`` carries the new one, "" for the feed's own.

    Enter keeps it, Escape leaves it as it was.
    """

    named = Signal(str)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Name of this feed"))
        self.field.setPlaceholderText(tr("The feed's own name"))
        self.keep = Button(look, tr("Keep this name"), Kind.PRIMARY)
        self.cancel = Button(look, tr("Cancel"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        row.addWidget(self.keep)
        row.addWidget(self.cancel)
        self.field.returnPressed.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self.left)

    def start(self, title: str) -> None:
        """Offer the present name for change."""
        self.field.setText(title)
        self.field.selectAll()
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the name with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        self.named.emit(self.field.text().strip())


class FeedHead(QWidget):
    """Description and buttons of a feed; the page says what they do and places ``kind``."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.description = Text(look, "", Role.BODY, Tone.SOFT, wrap=True)
        self.rename_field = RenameField(look)
        self.refresh = Button(look, tr("Refresh"), icon=Icon.REFRESH)
        self.download = Button(look, tr("Download all new"), icon=Icon.DOWNLOAD)
        self.rename = Button(look, tr("Rename"), icon=Icon.EDIT)
        self.remove = Button(look, tr("Remove"), icon=Icon.TRASH)
        kinds = [(FeedKind.TALKS, tr("Talks")), (FeedKind.MEDITATIONS, tr("Meditations"))]
        self.kind: Chips[FeedKind] = Chips(look, kinds, name=tr("What this feed has"))
        self._buttons = QWidget()
        self._lay_out()
        look.changed.connect(self._dress)
        self._dress()
        self.renaming(on=False)

    def show_feed(self, feed: Feed) -> None:
        """Say what this feed is; what the app itself brings along cannot be removed."""
        said = plain(feed.description)
        self.description.setText(said)
        self.description.setVisible(bool(said))
        self.kind.set_value(feed.kind)

    def refreshing(self, *, on: bool) -> None:
        """Say that the feed is being asked."""
        self.refresh.setEnabled(not on)
        self.refresh.setText(tr("Refreshing…") if on else tr("Refresh"))
        self.refresh.updateGeometry()

    def renaming(self, *, on: bool) -> None:
        """Put the field for the name in the place of the buttons, or take it away."""
        self.rename_field.setVisible(on)
        self._buttons.setVisible(not on)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._flow = Flow(self._buttons)
        for button in (self.refresh, self.download, self.rename, self.remove):
            self._flow.addWidget(button)
        for part in (self.description, self.rename_field, self._buttons):
            self._column.addWidget(part)

    def _dress(self) -> None:
        self._column.setSpacing(self._look.px(12))
        self._flow.set_gap(self._look.px(8))
