"""The form for a name and a password, where a feed's server asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.look.tokens import RADIUS_BUTTON, Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from desktop_app.services.logins import SignInNeededError
    from desktop_app.ui.look.theme import Look


class SignIn(QFrame):
    """Asks for a name and a password, and says where they are kept and who gets them.

    Signals:
        given: the name and the password.
        given_up: the person does not want to sign in.
    """

    given = Signal(str, str)
    given_up = Signal()

    def __init__(self, look: Look, asked: SignInNeededError, name: str = "") -> None:
        super().__init__()
        self._look, self._refused = look, asked.refused
        self.title = Text(look, asked.what, Role.STRONG, wrap=True)
        self.title.set_tone(Tone.BAD if asked.refused else Tone.INK)
        where = tr(
            "They are kept in this computer's keyring, if it has one, and sent to {host} only.",
            host=asked.host,
        )
        again = tr("Check the spelling; capital letters count.") if asked.refused else ""
        self.advice = Text(look, f"{again} {where}".strip(), Role.ROW, Tone.SOFT, wrap=True)
        self.name, name_box = self._field(tr("Name"))
        self.name.setText(name)
        self.password, password_box = self._field(tr("Password"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.show_button = Button(look, tr("Show the password"), Kind.PLAIN, height=41)
        self.show_button.clicked.connect(self._reveal)
        self.sign_in = Button(look, tr("Sign in"))
        self.cancel = Button(look, tr("Cancel"), Kind.PLAIN, height=41)
        self.sign_in.clicked.connect(self._give)
        self.cancel.clicked.connect(self.given_up)
        self.setAccessibleName(f"{asked.what}. {self.advice.text()}")
        self._lay_out(name_box, password_box)
        look.changed.connect(self._dress)
        self._dress()

    def start(self) -> None:
        """Take the keyboard: to the name, or to the password when the name is there."""
        (self.password if self.name.text() else self.name).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a card; its edge tells whether this is the first time that it asks."""
        palette, radius = self._look.palette, self._look.px(RADIUS_BUTTON)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(palette.card))
        painter.setPen(QPen(QColor(palette.bad if self._refused else palette.calm), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()

    def _field(self, label: str) -> tuple[QLineEdit, QVBoxLayout]:
        field = QLineEdit()
        field.setAccessibleName(label)
        field.setAcceptDrops(False)
        field.returnPressed.connect(self._give)
        above = Text(self._look, label, Role.SMALL_STRONG, Tone.SOFT)
        above.setBuddy(field)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(above)
        column.addWidget(field)
        return field, column

    def _lay_out(self, name_box: QVBoxLayout, password_box: QVBoxLayout) -> None:
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.title)
        self._column.addWidget(self.advice)
        self._fields = QHBoxLayout()
        self._fields.addLayout(name_box, 1)
        self._fields.addLayout(password_box, 1)
        self._column.addLayout(self._fields)
        below = QWidget()
        self._flow = Flow(below)
        for widget in (self.sign_in, self.show_button, self.cancel):
            self._flow.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        below.setSizePolicy(policy)
        self._column.addWidget(below)

    def _reveal(self) -> None:
        mode = QLineEdit.EchoMode
        hidden = self.password.echoMode() is mode.Password
        self.password.setEchoMode(mode.Normal if hidden else mode.Password)
        said = tr("Hide the password") if hidden else tr("Show the password")
        self.show_button.setText(said)
        self.show_button.updateGeometry()

    def _give(self) -> None:
        if self.name.text().strip():
            self.given.emit(self.name.text().strip(), self.password.text())
        else:
            self.name.setFocus()

    def _dress(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(14), px(12), px(14), px(12))
        self._column.setSpacing(px(8))
        self._fields.setSpacing(px(12))
        self._flow.set_gap(px(8))
        self.update()
