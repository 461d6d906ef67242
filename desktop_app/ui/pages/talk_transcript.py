"""What is said in a talk: in step with the sound, to be searched, and to go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.look import words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.add_field import FindField
from desktop_app.ui.pages.talk_transcript_view import TranscriptView
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.placeholder import Placeholder
from desktop_app.ui.widgets.reading import Reading
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from desktop_app.base.errors import KnownError
    from desktop_app.base.parsed import TranscriptLine
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.services.transcripts import Offer, Transcripts
    from desktop_app.ui.look.theme import Look

_ROOMY, _LEAST = 620, 300


class TranscriptPanel(QWidget):
    """The transcript of one talk; hidden where there is none. ``sought`` carries seconds.

    One that is on this computer is shown at once; one that is not is asked for when the person
    wants it, and not before: asking tells its server. ``reach`` finds the service in the core.
    """

    sought = Signal(float)

    def __init__(self, look: Look, bridge: Crossing, reach: Callable[[Core], Transcripts]) -> None:
        super().__init__()
        self._look, self._bridge, self._reach = look, bridge, reach
        self._id = self._asking = 0
        self._place = -1.0
        self._refused = False
        self._hits: tuple[int, ...] = ()
        self._hit = 0
        self._anchor: int | None = None
        """The line where the search begins; None: where the list is when it is asked for."""
        self.view = TranscriptView(look)
        self.field = FindField(tr("Find in the transcript"), tr("Find in the transcript"))
        self.found = Text(look, "", Role.SMALL, Tone.SOFT)
        self.before = Button(look, "", Kind.PLAIN, icon=Icon.CHEVRON_UP, name=tr("Found before"))
        self.after = Button(look, "", Kind.PLAIN, icon=Icon.CHEVRON_DOWN, name=tr("Found next"))
        self.again = Button(look, tr("Back to what is said now"), Kind.LINK)
        self.placeholder = Placeholder(look)
        self._search = Reading(
            bridge,
            lambda core: self._reach(core).search(self._id, self.field.text()),
            self._searched,
            lambda _problem: self._searched(()),
        )
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._fill()
        self._connect()
        self.hide()

    def show_talk(self, episode_id: int) -> None:
        """Show the transcript of this talk; told of the same again, look for what is new."""
        if episode_id != self._id:
            self._id, self._place, self._refused = episode_id, -1.0, False
            self._anchor = None
            self.hide()
            self._take(())
            self.field.clear()
        elif self.view.lines or self._busy():
            self.show()
            return
        one = self._id
        self._bridge.call(
            lambda core: self._reach(core).offer(one),
            lambda offer: self._offered(one, offer),
            lambda _problem: None,
        )

    def show_place(self, place: float) -> None:
        """Mark what is said at this place, in seconds; -1: nowhere."""
        self._place = place
        self.view.show_place(place)
        self._show_again()

    def ask(self) -> None:
        """Have it fetched, as the person wants to see it."""
        one = self._id
        self._asking, self._refused = one, False
        if self._holds(self.placeholder):  # its button goes; Space must not press the next one
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.placeholder.loading()
        self._bridge.call(
            lambda core: self._reach(core).lines(one),
            lambda lines: self._took(one, lines),
            lambda problem: self._failed(one, problem),
        )

    def _fill(self) -> None:
        first, tools = QHBoxLayout(), QHBoxLayout()
        first.addWidget(Text(self._look, tr("Transcript"), Role.SECTION))
        first.addStretch(1)
        first.addWidget(self.again)
        self._tools = (self.field, self.found, self.before, self.after)
        for part in self._tools:
            tools.addWidget(part)
        head = self._head
        head.addLayout(first, 1)
        head.addLayout(tools)
        for row in (first, tools, head):
            row.setSpacing(self._look.px(8))
        self.field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        card = Card(self._look, padding=6)
        card.body.addWidget(self.placeholder)
        card.body.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(card)
        self._take(())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what searches below the title where they would be squeezed side by side."""
        super().resizeEvent(event)
        narrow = self.width() < self._look.px(_ROOMY)
        way = QBoxLayout.Direction
        self._head.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def minimumSizeHint(self) -> QSize:
        """Return what is needed with everything stacked, so that a narrow page is never cut."""
        return QSize(self._look.px(_LEAST), super().minimumSizeHint().height())

    def _connect(self) -> None:
        self.view.sought.connect(self.sought)
        self.view.following_changed.connect(self._show_again)
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self._entered)
        self.field.left.connect(self._into_list)
        self.before.clicked.connect(lambda: self._step(-1))
        self.after.clicked.connect(lambda: self._step(1))
        self.again.clicked.connect(lambda: self.view.follow(on=True))
        self.view.verticalScrollBar().actionTriggered.connect(self._leave_anchor)

    def _busy(self) -> bool:
        return self._asking == self._id

    def _offered(self, episode_id: int, offer: Offer) -> None:
        if episode_id != self._id or self._busy():
            return
        if offer.lines:
            self._take(offer.lines)
        elif offer.offered and not self._refused:
            self.placeholder.empty(
                tr("The publisher offers a transcript"),
                tr("It is fetched from their server and kept here."),
                tr("Show the transcript"),
                self.ask,
            )
        self.setVisible(bool(offer.lines) or offer.offered)

    def _took(self, episode_id: int, lines: tuple[TranscriptLine, ...]) -> None:
        self._asking = 0 if self._asking == episode_id else self._asking
        if episode_id != self._id:
            return
        self._take(lines)
        self.setVisible(bool(lines))
        if lines and self._holds(self):
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, episode_id: int, problem: KnownError) -> None:
        self._asking = 0 if self._asking == episode_id else self._asking
        if episode_id == self._id:
            self._refused = True
            self.placeholder.failed(problem, self.ask)
            if self._holds(self):
                self.placeholder.hold()

    def _take(self, lines: tuple[TranscriptLine, ...]) -> None:
        self.view.show_lines(lines)
        self.view.setVisible(bool(lines))
        self.placeholder.setVisible(not lines)
        for part in self._tools:
            part.setVisible(bool(lines))
        self._searched(())
        self.show_place(self._place)

    def _typed(self, text: str) -> None:
        if text.strip():
            self._search.ask()
        else:
            self._anchor = None
            self._searched(())

    def _leave_anchor(self, _action: int) -> None:
        """Search from where the person scrolled to."""
        self._anchor = None

    def _holds(self, part: QWidget) -> bool:
        focused = self.window().focusWidget()
        return focused is part or part.isAncestorOf(focused)

    def _searched(self, hits: tuple[int, ...]) -> None:
        """Show what was found, beginning with what was in sight when the search began.

        More letters must not lead away from there, though each answer scrolls the list.
        """
        asked = bool(self.field.text().strip())
        self._hits = tuple(hit for hit in hits if hit < len(self.view.lines)) if asked else ()
        if asked and self._anchor is None:
            self._anchor = self.view.first_in_sight()
        first = self._anchor or 0
        self._hit = next((at for at, hit in enumerate(self._hits) if hit >= first), 0)
        self._show_hit()

    def _step(self, by: int) -> None:
        if self._hits:
            self._hit = (self._hit + by) % len(self._hits)
            self._anchor = self._hits[self._hit]
            self._show_hit()

    def _show_hit(self) -> None:
        marked = self._hits[self._hit] if self._hits else -1
        self.view.show_found(frozenset(self._hits), marked)
        text = ""
        if self._hits:
            text = tr("{n} of {all}", n=words.number(self._hit + 1),
                      all=words.number(len(self._hits)))  # fmt: skip
        elif self.field.text().strip():
            text = tr("Not found")
        self.found.setText(text)
        for button in (self.before, self.after):
            button.setEnabled(len(self._hits) > 1)

    def _entered(self) -> None:
        shift = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        self._step(-1 if shift else 1)

    def _into_list(self) -> None:
        self.view.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.view.rows.index(self.view.first_in_sight()))

    def _show_again(self) -> None:
        self.again.setVisible(not self.view.following and self.view.present >= 0)
