"""The fields of one sitting: for one that was elsewhere, and for one that is to be corrected."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, QTime, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDateEdit,
    QLineEdit,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.look import words
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.feed_fields import Buttons
from desktop_app.ui.pages.own_choice import named
from desktop_app.ui.pages.sittings_words import Typed
from desktop_app.ui.widgets import aloud
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.notice import in_short
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.base.errors import KnownError
    from desktop_app.ui.look.theme import Look

_LONGEST = 24 * 60
_HEIGHT = 36
_WORDS = 100


class SittingForm(QWidget):
    """Enter keeps what stands in the fields, Escape leaves everything as it was.

    Signals:
        given: what was typed.
        given_up: the person does not want to change anything.
    """

    given = Signal(object)
    given_up = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._before: QWidget | None = None
        self.title = Text(look, "", Role.STRONG)
        self.day, self.time, self.minutes = QDateEdit(), QTimeEdit(), QSpinBox()
        self.preset, self.note = QLineEdit(), QLineEdit()
        self.keep = Button(look, "", Kind.CALM, height=_HEIGHT)
        self.cancel = Button(look, tr("Cancel"), height=_HEIGHT)
        self.wrong = Text(look, "", Role.ROW, Tone.BAD, wrap=True)
        self._set_up()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.title)
        self._column.addWidget(Buttons(
            look,
            named(look, tr("Date"), self.day),
            named(look, tr("Time"), self.time),
            named(look, tr("Minutes"), self.minutes),
            named(look, tr("What"), self.preset),
        ))  # fmt: skip
        self._column.addWidget(named(look, tr("Note"), self.note))
        self._column.addWidget(self.wrong)
        self._column.addWidget(Buttons(look, self.keep, self.cancel))
        self.keep.clicked.connect(lambda _on: self._give())
        self.cancel.clicked.connect(lambda _on: self.given_up.emit())
        look.changed.connect(self._dress)
        self._dress()
        self.hide()

    def start(self, title: str, keep: str, now: Typed, latest: date) -> None:
        """Begin with these values, the keyboard in the first field; no day is after ``latest``."""
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self._before = focused
        self.title.setText(title)
        self.setAccessibleName(title)
        self.keep.setText(keep)
        self.keep.updateGeometry()
        self.day.setMaximumDate(QDate(latest.year, latest.month, latest.day))
        self.day.setDate(QDate(now.day.year, now.day.month, now.day.day))
        self.time.setTime(QTime(now.time.hour, now.time.minute))
        self.minutes.setValue(now.minutes)
        self.preset.setText(now.preset)
        self.note.setText(now.note)
        self.tell("")
        self.show()
        first = self.day if not now.preset else self.minutes
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def values(self) -> Typed:
        """Return what stands in the fields."""
        day, at = self.day.date(), self.time.time()
        return Typed(
            date(day.year(), day.month(), day.day()),
            time(at.hour(), at.minute()),
            self.minutes.value(),
            self.preset.text(),
            self.note.text(),
        )

    def refuse(self, problem: KnownError) -> None:
        """Say what is wrong; what was typed stays."""
        said = (
            words.why_and_next(problem.why, problem.what_next) if problem.why else in_short(problem)
        )
        self.tell(said)

    def tell(self, wrong: str) -> None:
        """Say a line below the fields; "": none."""
        self.wrong.setText(wrong)
        self.wrong.setVisible(bool(wrong))
        if wrong:
            aloud.say(self, wrong)

    def leave(self) -> QWidget | None:
        """Close; return what had the keyboard before, if it is here now."""
        focused = QApplication.focusWidget()
        inside = focused is None or self.isAncestorOf(focused)
        before, self._before = self._before, None
        self.hide()
        return before if inside else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Enter, leave with Escape."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._give()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        for field in (self.day, self.time, self.minutes):
            field.interpretText()
        self.given.emit(self.values())

    def _set_up(self) -> None:
        short = QLocale.FormatType.ShortFormat
        self.day.setDisplayFormat(_with_century(QLocale().dateFormat(short)))
        self.day.setMinimumDate(QDate(1900, 1, 1))
        self.time.setDisplayFormat(QLocale().timeFormat(short))
        self.minutes.setRange(1, _LONGEST)
        self.preset.setPlaceholderText(tr("With the group"))
        self.note.setPlaceholderText(tr("A note of your own"))
        self.preset.setMaxLength(200)
        self.note.setMaxLength(2000)

    def _dress(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(8), px(8), px(8), px(12))
        self._column.setSpacing(px(10))
        self.preset.setMinimumWidth(px(_WORDS))


def _with_century(form: str) -> str:
    """Return a format whose year has four digits: "22/11/26" might be many days."""
    return form if "yyyy" in form else form.replace("yy", "yyyy")
