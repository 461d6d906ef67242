"""What a sitting shows while it runs: the ring, the words, and the few things to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QVariantAnimation
from PySide6.QtWidgets import (
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QSizePolicy,
    QSpacerItem,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages import sitting_words
from desktop_app.ui.pages.meditations_words import sound_word
from desktop_app.ui.pages.sitting_ring import SIDE, SMALLEST, Ring
from desktop_app.ui.widgets import aloud
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.tab_order import go_along
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from desktop_app.services.events import RunningSitting
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.pages.sitting_words import Moment

_FADE_MS = 1200
_WIDEST = 620
_CLOSE, _GAP = 10, 22
"""Between lines: in a low window, and where there is room."""
_AIRS = (52, 18, 25)
"""Above everything, above the ring, and below it."""
_AIR = 190
"""What the spaces of the design take of the height, beyond those of a low window."""
_FILLED = 0.56
"""The share of the height that the ring has of a whole screen."""
_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class Prompt(Text):
    """Words that come gently."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "", Role.HEADLINE, wrap=True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._veil = QGraphicsOpacityEffect(self)
        self._veil.setEnabled(False)
        self.setGraphicsEffect(self._veil)
        self._come = QVariantAnimation(self, duration=_FADE_MS)
        self._come.setStartValue(0.0)
        self._come.setEndValue(1.0)
        self._come.valueChanged.connect(self._veil.setOpacity)
        self._come.finished.connect(lambda: self._veil.setEnabled(False))

    def show_words(self, text: str, *, gently: bool) -> None:
        """Say something else, and have it read aloud."""
        if text == self.text():
            return
        self.setText(text)
        if not text:
            return
        aloud.say(self, text)
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        if gently and self.isVisible() and self.style().styleHint(hint, None, self) > 0:
            self._veil.setEnabled(True)
            self._come.stop()
            self._come.start()


class RunningPart(QWidget):
    """Shows and asks; what its buttons mean is for the page.

    ``logs``: the person keeps a log. ``sat``: something was sat that could be kept in it.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self.asking, self._lit = look, False, False
        self.logs, self.sat = look.settings.log_sittings, False
        self._shown: tuple[RunningSitting, float] | None = None
        self._air = 1.0
        self.preset = Text(look, "", Role.BODY, Tone.SOFT, wrap=True)
        self.guided = Text(look, "", Role.SMALL, Tone.SOFT, wrap=True)
        self.ring = Ring(look)
        self.prompt = Prompt(look)
        self.details = Text(look, "", Role.SMALL, Tone.SOFT, wrap=True)
        self.pause = Button(look, tr("Pause"))
        self.end = Button(look, tr("End early"))
        self.keep = Button(look, tr("Keep it in the log"), Kind.CALM)
        self.drop = Button(look, tr("Don't keep it"))
        self.back = Button(look, tr("Go on sitting"))
        self.softer = Button(look, "", Kind.PLAIN, icon=Icon.MINUS)
        self.loud = Text(look, "", Role.SMALL, Tone.SOFT)
        self.louder = Button(look, "", Kind.PLAIN, icon=Icon.PLUS)
        self.more = Button(look, tr("+ 5 min"), Kind.PLAIN, role=Role.SMALL_STRONG,
                           name=tr("Five minutes more"))  # fmt: skip
        self.fill = Button(look, tr("Full screen"), Kind.PLAIN, role=Role.SMALL_STRONG)
        for button, tip in (
            (self.pause, tr("Key Space")), (self.end, tr("Key Esc")), (self.more, tr("Key +")),
            (self.fill, tr("Keys F and F11")),
        ):  # fmt: skip
            button.setToolTip(tip)
        self._build()
        look.changed.connect(self._dress)
        self._dress()

    def show_running(self, running: RunningSitting, volume: float) -> None:
        """Show what runs; ``volume``: how loud the ambience is now."""
        self._shown = (running, volume)
        preset = running.preset
        self.ring.set_marks(sitting_words.marks(running))
        self.preset.setText(tr(preset.name))
        title = preset.guided.title if preset.guided else ""
        self.guided.setText(title)
        self.guided.setVisible(title not in {"", preset.name})
        self.prompt.setVisible(bool(running.prompts))
        self.pause.setText(tr("Go on") if running.paused else tr("Pause"))
        self.pause.updateGeometry()
        name = sound_word(preset.ambience)
        for part in (self.softer, self.loud, self.louder):
            part.setVisible(bool(name))
        self.softer.set_name(tr("Softer: {sound}", sound=name))
        self.louder.set_name(tr("Louder: {sound}", sound=name))
        self.softer.setEnabled(volume > 0)
        self.louder.setEnabled(volume < 1)
        self.loud.setText(sitting_words.loudness(running, volume))
        self._write_line()

    def stay_lit(self, *, on: bool) -> None:
        """Say that the screen stays awake, or say it no more."""
        self._lit = on
        self._write_line()

    def show_moment(self, moment: Moment, *, gently: bool) -> None:
        """Move the ring and the words."""
        self.ring.show_moment(moment)
        self.prompt.show_words(moment.prompt, gently=gently)
        if moment.sat != self.sat:
            self.sat = moment.sat
            self._offer_to_keep()

    def ask(self, *, asking: bool) -> None:
        """Ask, in the line of the buttons, what an early end means for the log."""
        answers = (self.pause, self.end, self.keep, self.drop, self.back)
        held = any(button.hasFocus() for button in answers)
        self.asking = asking
        self._offer_to_keep()
        for button in (self.keep, self.back):
            button.setVisible(asking)
        for button in (self.pause, self.end):
            button.setVisible(not asking)
        if held:
            (self.back if asking else self.pause).setFocus()

    def set_room(self, width: int, height: int, *, filled: bool) -> None:
        """Let the ring have what there is of a whole screen, and shrink in a low window."""
        self.fill.setText(tr("Leave full screen") if filled else tr("Full screen"))
        self.fill.updateGeometry()
        px = self._look.px
        around = self._around(width)
        most = round(height * _FILLED) if filled else px(SIDE)
        self._air = max(0.0, min(1.0, (height - most - around) / px(_AIR)))
        least = px(SMALLEST)
        self.ring.set_side(max(least, min(most, height - around, round(width * 0.8))))
        self.prompt.set_role(Role.LARGE if filled else Role.HEADLINE)
        self._space()

    def _around(self, width: int) -> int:
        """Return the height of all but the ring, where there is little room."""
        wide = min(width, self._look.px(_WIDEST))
        labels = (self.preset, self.guided, self.prompt, self.details)
        shown = [max(each.minimumHeight(), each.heightForWidth(wide))
                 for each in labels if each.isVisibleTo(self)]  # fmt: skip
        lines = self._answers.heightForWidth(width) + self._quiet.heightForWidth(width)
        return sum(shown) + lines + (len(shown) + 3) * self._look.px(_CLOSE)

    def _build(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for text in (self.preset, self.guided, self.details):
            text.setAlignment(_MIDDLE)
        answers = self._answers = Flow(middle=True)
        for button in (self.pause, self.end, self.keep, self.drop, self.back):
            answers.addWidget(button)
        quiet = self._quiet = Flow(middle=True)
        for part in (self.softer, self.loud, self.louder, self.more, self.fill):
            quiet.addWidget(part)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.prompt, 1000)
        middle.addStretch(1)
        self._airs = (QSpacerItem(0, 0), QSpacerItem(0, 0), QSpacerItem(0, 0))
        above, over, under = self._airs
        column.addSpacerItem(above)
        column.addStretch(1)
        column.addWidget(self.preset)
        column.addWidget(self.guided)
        column.addSpacerItem(over)
        column.addWidget(self.ring)
        column.addSpacerItem(under)
        column.addLayout(middle)
        column.addLayout(answers)
        column.addWidget(self.details)
        column.addStretch(1)
        column.addLayout(quiet)
        go_along(self.pause, self.end, self.keep, self.drop, self.back,
                 self.softer, self.louder, self.more, self.fill)  # fmt: skip

    def _offer_to_keep(self) -> None:
        """Offer no more than to end it where there is nothing to keep, or no log for it."""
        kept = self.sat and self.logs
        self.keep.setText(tr("Keep it in the log") if kept else tr("End it now"))
        self.keep.updateGeometry()
        self.drop.setVisible(self.asking and kept)

    def _write_line(self) -> None:
        """Say what sounds, and that the screen stays awake only where somebody sees to it.

        The line of a sitting that is paused says nothing of the screen.
        """
        if self._shown is not None:
            running, volume = self._shown
            line = sitting_words.line(running, volume, lit=self._lit)
            self.details.setText(tr("End the sitting here?") if self.asking else line)

    def _space(self) -> None:
        """Give the ring air where there is room; above all, as much as the last line takes."""
        px, least = self._look.px, QSizePolicy.Policy.Minimum
        self._column.setSpacing(px(_CLOSE + (_GAP - _CLOSE) * self._air))
        for air, high in zip(self._airs, _AIRS, strict=True):
            air.changeSize(0, px(high * self._air), least, QSizePolicy.Policy.Maximum)
        self._column.invalidate()

    def _dress(self) -> None:
        px = self._look.px
        self._space()
        self._answers.set_gap(px(12))
        self._quiet.set_gap(px(6))
        self.loud.setFixedHeight(px(30))
        self.prompt.setMaximumWidth(px(_WIDEST))
        self.prompt.setMinimumHeight(px(56))
