"""The look in force: palette, scaled lengths and fonts, handed to widgets by constructor."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from desktop_app.base.settings import Settings, Theme
from desktop_app.ui.look import qss
from desktop_app.ui.look.dress import Dress, Fitting
from desktop_app.ui.look.tokens import DARK, LIGHT, Palette, Role, Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QWidget

_USUAL_POINTS = {"darwin": 13.0, "win32": 9.0}
_PREFERRED = "Inter"
PERCENT_RANGE = (70, 250)
PERCENT_STEP = 10


class Look(QObject):
    """How everything looks now; ``changed`` fires when colours or sizes are others.

    One object for the whole window. It also knows the two choices that decide which words
    a list shows: ``short_names`` and ``discreet``. ``scheme`` and ``system`` are the desktop's
    colour scheme and font, for tests to choose.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        settings: Settings | None = None,
        scheme: Callable[[], Qt.ColorScheme] | None = None,
        system: QFont | None = None,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = scheme or app.styleHints().colorScheme
        system = system or QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self._family = _family(system)
        self._system = max(1.0, _points(system) / _USUAL_POINTS.get(sys.platform, 10.0))
        self._settings = settings or Settings()
        self._fonts: dict[Role, QFont] = {}
        self._palette, self._sheet = LIGHT, ""
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._scheme_changed)
        self._apply()

    @property
    def palette(self) -> Palette:
        """The colours in force."""
        return self._palette

    @property
    def percent(self) -> int:
        """The text size that the person chose, in percent."""
        return self._settings.text_percent

    @property
    def short_names(self) -> bool:
        """Whether lists show "Bob S." for "Bob Smith"."""
        return self._settings.short_names

    @property
    def discreet(self) -> bool:
        """Whether titles of windows and pictures must tell nothing."""
        return self._settings.discreet

    @property
    def settings(self) -> Settings:
        """The choices that were followed last."""
        return self._settings

    @property
    def scale(self) -> float:
        """Pixels on the screen for one pixel of the design.

        The system's font counts where it is larger than the platform's usual one; a smaller
        one does not make the window smaller, Ctrl − does.
        """
        low, high = PERCENT_RANGE
        return self._system * max(low, min(high, self.percent)) / 100

    def px(self, length: float) -> int:
        """Return a length of the design as whole pixels; a line never vanishes."""
        return max(1, round(length * self.scale)) if length > 0 else 0

    def font(self, role: Role) -> QFont:
        """Return the font for ``role``, scaled."""
        if role not in self._fonts:
            self._fonts[role] = self._font(role)
        return QFont(self._fonts[role])

    def colour(self, tone: Tone) -> QColor:
        """Return the colour of words of this tone."""
        return QColor(str(getattr(self._palette, tone.value)))

    def dress(self, part: QWidget, *, patient: bool = False) -> Dress:
        """Let a window, or a page or another large part of one, follow the text's size.

        A ``patient`` part does so while it is seen, and puts the dress on when it is shown.
        """
        return Dress(part, lambda: self._sheet, self.changed, patient=patient)

    def fit(self, part: QWidget, do: Callable[[], None]) -> None:
        """Do this now and whenever the look changes, for as long as ``part`` lives.

        A function that is connected to ``changed`` itself would outlive the widgets it knows.
        """
        Fitting(part, do, self.changed)

    def follow(self, settings: Settings) -> None:
        """Look as these settings say, from now on."""
        if settings != self._settings:
            self._settings = settings
            self._apply()
            self.changed.emit()

    def _font(self, role: Role) -> QFont:
        step = role.value
        font = QFont(self._family)
        dpi = self._app.primaryScreen().logicalDotsPerInchY()
        font.setPointSizeF(max(6.0, step.size * self.scale * 72 / dpi))
        font.setWeight(QFont.Weight(step.weight))
        if step.spacing:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + 100 * step.spacing)
        return font

    def _scheme_changed(self) -> None:
        if self._settings.theme is Theme.SYSTEM:
            self._apply()
            self.changed.emit()

    def _apply(self) -> None:
        """Put font, colours and style sheet in force.

        A new sheet for the whole app costs five times as much as one for each of its parts: Qt
        polishes every widget once for each of those that it lies in. So other sizes come to the
        parts in sight only, see :class:`Dress`; other colours, a rare thing, to all at once.
        """
        # the desktop's own file dialogs note elsewhere what was saved
        self._app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, self.discreet)
        palette = DARK if self._is_dark() else LIGHT
        sheet = qss.sheet(palette, self.px)
        if sheet == self._sheet:
            return
        repainted = palette is not self._palette or not self._sheet
        self._palette, self._sheet = palette, sheet
        self._fonts.clear()
        self._app.setFont(self.font(Role.BODY))
        if repainted:
            self._app.setPalette(_qt_palette(palette))
            self._app.setStyleSheet(sheet)

    def _is_dark(self) -> bool:
        if self._settings.theme is Theme.SYSTEM:
            return self._scheme() is Qt.ColorScheme.Dark
        return self._settings.theme is Theme.DARK


def _family(font: QFont) -> str:
    if sys.platform.startswith("linux") and QFontDatabase.hasFamily(_PREFERRED):
        return _PREFERRED
    return font.family()


def _points(font: QFont) -> float:
    return font.pointSizeF() if font.pointSizeF() > 0 else font.pixelSize() * 0.75


def _qt_palette(palette: Palette) -> QPalette:
    qt = QPalette()
    role = QPalette.ColorRole
    for target, colour in (
        (role.Window, palette.paper),
        (role.Base, palette.card),
        (role.AlternateBase, palette.paper),
        (role.Button, palette.card),
        (role.ToolTipBase, palette.card),
        (role.WindowText, palette.ink),
        (role.Text, palette.ink),
        (role.ButtonText, palette.ink),
        (role.ToolTipText, palette.ink),
        (role.PlaceholderText, palette.soft),
        (role.Highlight, palette.lamp_soft),
        (role.HighlightedText, palette.ink),
        (role.Accent, palette.lamp),
        (role.Link, palette.lamp_text),
        (role.LinkVisited, palette.lamp_text),
        (role.Mid, palette.line),
    ):
        qt.setColor(target, QColor(colour))
    for target in (role.WindowText, role.Text, role.ButtonText):
        qt.setColor(QPalette.ColorGroup.Disabled, target, QColor(palette.faint))
    return qt
