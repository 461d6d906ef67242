"""The guided meditation that a sitting holds, and the list that it is chosen from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.base.model import EpisodeQuery, FeedKind
from desktop_app.ui.look import talk_words, words
from desktop_app.ui.look.sitting_with import guided_of
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import EpisodesModel
from desktop_app.ui.pages.feed_fields import Buttons
from desktop_app.ui.pages.preset_words import silence_line
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.episode_list import EpisodeList
from desktop_app.ui.widgets.episode_row import RowText
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.base.sittings import Guided
    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look

_FEW = 6
_TYPING_MS = 300
_HIGH = 36


class GuidedChoice(QWidget):
    """Shows the talk that is chosen; a list to choose from unfolds below.

    Signals:
        chosen: there is another one now, or none.
        failed: carries the KnownError.
    """

    chosen = Signal()
    failed = Signal(object)

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__()
        self._look = look
        self.guided: Guided | None = None
        self._length: float | None = None
        self.title = Text(look, "", Role.STRONG, wrap=True)
        self.line = Text(look, "", Role.SMALL, Tone.SOFT, wrap=True)
        self.choose = Button(look, tr("Choose…"), height=_HIGH)
        self.none = Button(look, tr("Without it"), height=_HIGH)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Search your meditations"))
        self.field.setAccessibleName(tr("Search your meditations"))
        self.pause = QTimer(self, singleShot=True, interval=_TYPING_MS)
        text = RowText(subtitle=lambda episode: talk_words.subtitle(episode, feed_first=True))
        self.list = EpisodeList(
            look,
            bridge,
            EpisodesModel(look, bridge, self, limit=_FEW),
            name=tr("Guided meditations to choose from"),
            text=text,
            fit=True,
        )
        self.more = Text(look, "", Role.SMALL, Tone.SOFT)
        self._lay_out()
        self._connect()
        self.show_guided(None)

    @property
    def open(self) -> bool:
        """Whether the list is unfolded."""
        return not self._picker.isHidden()

    def show_guided(self, guided: Guided | None) -> None:
        """Show this one, without telling anybody; fold the list."""
        self.guided = guided
        self.title.setText(talk_words.breakable(guided.title) if guided else "")
        self.title.setVisible(guided is not None)
        self.choose.setText(tr("Another…") if guided else tr("Choose…"))
        self.choose.set_name(tr("Choose a guided meditation"))
        self.choose.updateGeometry()
        self.none.setVisible(guided is not None)
        self._picker.hide()
        self.set_length(self._length)

    def set_length(self, length: float | None) -> None:
        """Say how much silence follows in a sitting of so many seconds; None: nobody knows."""
        self._length = length
        self.line.setText(silence_line(self.guided, length) if self.guided else "")
        self.line.setVisible(self.guided is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold the list with Escape; go down into it from the field."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self.open:
            self._fold()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.open:
            self._enter()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._picker = QWidget()
        inner = QVBoxLayout(self._picker)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.field)
        inner.addWidget(self.list)
        inner.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        buttons = Buttons(self._look, self.choose, self.none)
        for part in (self.title, self.line, buttons, self._picker):
            column.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

        def dress() -> None:
            column.setSpacing(self._look.px(6))
            inner.setSpacing(self._look.px(8))

        self._look.fit(self, dress)

    def _connect(self) -> None:
        self.choose.clicked.connect(lambda _on: self._fold() if self.open else self._unfold())
        self.none.clicked.connect(lambda _on: self._take(None))
        self.field.textEdited.connect(lambda _text: self.pause.start())
        self.pause.timeout.connect(self._search)
        self.list.open_requested.connect(
            lambda one: self._take(guided_of(one, short=self._look.short_names))
        )
        self.list.failed.connect(self.failed)
        self.list.model.state_changed.connect(lambda _state: self._count())

    def _unfold(self) -> None:
        self._picker.show()
        self.field.clear()
        self._search()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fold(self) -> None:
        self._picker.hide()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _search(self) -> None:
        text = self.field.text().strip()
        if text:
            none = tr("No guided meditation has these words")
            self.list.set_empty(none, tr("Other words, or fewer, may find it."))
        else:
            none = tr("No guided meditations yet")
            self.list.set_empty(
                none, tr("Subscribe to a feed of meditations, and they are listed here.")
            )
        self.list.model.show(EpisodeQuery(kind=FeedKind.MEDITATIONS, text=text))

    def _count(self) -> None:
        model = self.list.model
        rest = model.total - model.rowCount()
        self.more.setText(words.count(rest, "and 1 more", "and {n} more") if rest > 0 else "")
        self.more.setVisible(rest > 0)

    def _enter(self) -> None:
        model = self.list.model
        if model.rowCount() and not self.list.view.hasFocus():
            self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.list.view.choose(0, 0)

    def _take(self, guided: Guided | None) -> None:
        self.show_guided(guided)
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit()
