"""What the directories answer to words: being asked, found, nothing, one or all of them failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop_app.ui.look import sentences, words
from desktop_app.ui.look.tokens import Role
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages import add_words
from desktop_app.ui.pages.add_found_model import FoundModel
from desktop_app.ui.pages.add_found_row import FoundView
from desktop_app.ui.widgets import aloud
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.notice import Notice
from desktop_app.ui.widgets.placeholder import Placeholder
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from desktop_app.base.errors import KnownError
    from desktop_app.crossing import Call, Crossing
    from desktop_app.services.directory import DirectoryAnswer
    from desktop_app.ui.look.theme import Look

_HEIGHT = 260


class Findings(QWidget):
    """Asks the directories, once each time that :meth:`search` is called, and shows the answer.

    Signals:
        left: the person wants the catalogue back.
        changed: a search has begun or is over.
    """

    left = Signal()
    changed = Signal()

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__()
        self._look, self._bridge = look, bridge
        self._asked: Call | None = None
        self._words = ""
        self.model = FoundModel(self)
        self.view = FoundView(look, self.model)
        self.heading = Text(look, "", Role.SECTION, elide=True)
        self.back = Button(look, tr("Back to the catalogue"), Kind.LINK)
        self.notice = Notice(look)
        self.placeholder = Placeholder(look)
        self.back.clicked.connect(self.left)
        self._lay_out()
        look.changed.connect(self._dress)
        self._dress()

    @property
    def searching(self) -> str:
        """The words that are being searched for; "" when none are."""
        return self._words if self._asked is not None else ""

    @property
    def fruitless(self) -> bool:
        """Whether there is nothing to choose from, nor anything to wait for."""
        return self._asked is None and self._stack.currentWidget() is not self.view

    def search(self, text: str) -> None:
        """Ask the directories; an answer to an older question is dropped."""
        self._drop()
        self._words = text
        self.heading.setText(tr("Searching for “{words}”", words=text))
        self.notice.hide()
        self.placeholder.loading()
        self._stack.setCurrentWidget(self.placeholder)
        self._asked = self._bridge.call(
            lambda core: core.directory.search(text), self._show, self._refused
        )
        self.changed.emit()

    def stop(self) -> None:
        """Wait no longer for an answer."""
        self._drop()
        self.changed.emit()

    def minimumSizeHint(self) -> QSize:
        """Show several rows, whatever the size of the text."""
        return QSize(self._look.px(160), self._look.px(_HEIGHT))

    def _show(self, answer: DirectoryAnswer) -> None:
        self._asked = None
        self.model.show(answer.found)
        number = len(answer.found)
        self.heading.setText(tr("Nothing found for “{words}”", words=self._words))
        if number:
            many = words.count(number, "1 feed", "{n} feeds")
            said = tr("Found for “{words}”", words=self._words)
            self.heading.setText(words.join(said, many))
            self.view.scrollToTop()
            self.view.setCurrentIndex(self.model.index(0))
        elif len(answer.failed) > 1:
            self._fail(add_words.unanswered(answer.failed))
        else:
            self.placeholder.empty(
                tr("The directories know nothing that fits"),
                tr("Try fewer words, or other ones. A feed can also be added by its address."),
            )
        if answer.failed and (number or len(answer.failed) == 1):
            self.notice.tell(sentences.error(answer.failed[0][1]), self._retry)
        self._stack.setCurrentWidget(self.view if number else self.placeholder)
        self._announce()
        self.changed.emit()

    def _refused(self, problem: KnownError) -> None:
        self._asked = None
        self._fail(problem)
        self._announce()
        self.changed.emit()

    def _fail(self, problem: KnownError) -> None:
        self.heading.setText(tr("No answer for “{words}”", words=self._words))
        self.placeholder.failed(problem, self._retry)

    def _announce(self) -> None:
        """Tell a screen reader what came, for the keyboard stays where it is."""
        aloud.say(self.heading, self.heading.text())

    def _retry(self) -> None:
        self.search(self._words)

    def _drop(self) -> None:
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None

    def _lay_out(self) -> None:
        self._top = QHBoxLayout()
        self._top.addWidget(self.heading, 1)
        self._top.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        card = Card(self._look, padding=6)
        self._stack = QStackedLayout()
        card.body.addLayout(self._stack)
        self._stack.addWidget(self.placeholder)
        self._stack.addWidget(self.view)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._top)
        self._column.addWidget(self.notice)
        self._column.addWidget(card, 1)

    def _dress(self) -> None:
        px = self._look.px
        self._top.setSpacing(px(8))
        self._column.setSpacing(px(12))
        self.heading.setFixedHeight(px(42))
        self.updateGeometry()
