"""The upper part of a feed's page: what it says of itself, and what is done with it most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.feed_fields import Buttons
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
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


class FeedHead(QWidget):
    """Description and buttons of a feed; the page says what they do.

    No button that has the keyboard is disabled or hidden without handing it to "Refresh": it would
    go on to the next one, and a second Enter would press that. ``busy``: the feed is being asked.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self.busy = look, False
        self.description = Text(look, "", Role.BODY, Tone.SOFT, wrap=True)
        self.refresh = Button(look, tr("Refresh"), icon=Icon.REFRESH)
        self.download = Button(look, tr("Download all unheard"), icon=Icon.DOWNLOAD)
        self.settings = Button(look, tr("Feed settings"), icon_last=True)
        self.resume = Button(look, tr("Resume"), name=tr("Refresh this feed by itself again"))
        said = tr("Paused: it is refreshed only when you press Refresh.")
        self.paused = Text(look, said, Role.STRONG, wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        buttons = Buttons(look, self.refresh, self.resume, self.download, self.settings)
        for part in (self.description, self.paused, buttons):
            self._column.addWidget(part)
        look.changed.connect(self._dress)
        self._dress()
        self.unfolded(on=False)

    def show_feed(self, feed: Feed) -> None:
        """Say what this feed is, and that it rests."""
        said = plain(feed.description)
        self.description.setText(said)
        self.description.setVisible(bool(said))
        if self.resume.hasFocus() and not feed.paused:
            self.refresh.setFocus()
        for part in (self.paused, self.resume):
            part.setVisible(feed.paused)
        self.download.setVisible(not feed.url.startswith("file:"))

    def refreshing(self, *, on: bool) -> None:
        """Say that the feed is being asked."""
        self.busy = on
        self.refresh.setText(tr("Refreshing…") if on else tr("Refresh"))
        self.refresh.updateGeometry()

    def unfolded(self, *, on: bool) -> None:
        """Say whether the settings lie open."""
        self.settings.set_icon(Icon.CHEVRON_UP if on else Icon.CHEVRON_DOWN)
        self.settings.set_name(tr("Fold the feed settings") if on else tr("Feed settings"))

    def _dress(self) -> None:
        self._column.setSpacing(self._look.px(12))
