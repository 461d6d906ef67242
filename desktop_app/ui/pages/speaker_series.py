"""The series of a speaker: how far one is in each, going on with it, and fetching all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.look import shelf_words, words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.feed_fields import Buttons
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop_app.base.shelves import Series
    from desktop_app.ui.look.theme import Look

FEW = 3
"""So many are seen until the person asks for all."""
_NARROW = 560


class SeriesRow(QWidget):
    """One series; ``first`` has no line above it."""

    def __init__(self, look: Look, series: Series, *, first: bool) -> None:
        super().__init__()
        self._look, self._first = look, first
        said = shelf_words.series_in_short(series)
        self.title = Button(look, series.name, Kind.LINK, role=Role.STRONG, height=32, elide=True)
        self.title.setShortcut(QKeySequence())  # an ampersand in a name is no key
        self.title.set_name(tr("Open the series {name}, {facts}", name=series.name, facts=said))
        self.facts = Text(look, said, Role.ROW, Tone.SOFT, elide=True)
        going = series.heard > 0 and series.next is not None
        self.play = Button(
            look,
            tr("Continue") if going else tr("Play"),
            icon=Icon.PLAY,
            height=36,
        )
        self.play.set_name(
            tr("Continue {name}, {facts}", name=series.name, facts=said)
            if going
            else tr("Play {name} from its start, {facts}", name=series.name, facts=said)
        )
        self.download = Button(look, tr("Download the series"), icon=Icon.DOWNLOAD, height=36)
        self.download.set_name(tr("Download {name}, {facts}", name=series.name, facts=said))
        self.stops = (self.title, self.play, self.download)
        column = QVBoxLayout()
        column.setSpacing(0)
        titled = QHBoxLayout()
        titled.addWidget(self.title)
        titled.addStretch(1)
        column.addLayout(titled)
        column.addWidget(self.facts)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addLayout(column, 1)
        self._row.addWidget(Buttons(look, self.play, self.download))
        self.download.setVisible(series.here < series.talks)  # not before: it would be a window
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below where there is little room beside the words."""
        super().resizeEvent(event)
        narrow = self.width() < self._look.px(_NARROW)
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline between rows."""
        if not self._first:
            painter = QPainter(self)
            painter.fillRect(0, 0, self.width(), 1, QColor(self._look.palette.line))
            painter.end()

    def _dress(self) -> None:
        px = self._look.px
        self._row.setContentsMargins(px(10), px(11), px(10), px(11))
        self._row.setSpacing(px(10))
        self.facts.setContentsMargins(px(4), 0, 0, 0)


class SeriesCard(Card):
    """Hidden while there are none.

    Signals:
        opened, play, download: carry the :class:`Series` that was meant.
        built: the rows are new ones.
    """

    opened = Signal(object)
    play = Signal(object)
    download = Signal(object)
    built = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, padding=6, spacing=0)
        self._series: tuple[Series, ...] = ()
        self._all = False
        self.rows: list[SeriesRow] = []
        self.every = Button(look, "", Kind.LINK)
        self.every.clicked.connect(lambda _on: self._unfold())
        self.body.addWidget(self.every, 0, Qt.AlignmentFlag.AlignLeft)
        look.changed.connect(self._build)
        self.hide()

    def show_series(self, series: tuple[Series, ...], *, anew: bool = False) -> None:
        """Show these; ``anew``: they are another person's, and fold themselves."""
        self._all = self._all and not anew
        if series != self._series:
            self._series = series
            self._build()
        self.setVisible(bool(series))

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes through."""
        return (*(stop for row in self.rows for stop in row.stops), self.every)

    def _stop(self, row: int, stop: int) -> Button:
        return self.rows[row].stops[stop]

    def _unfold(self) -> None:
        self._all = not self._all
        self._build()
        self.every.setFocus()

    def _build(self) -> None:
        stops = [(at, stop) for at, row in enumerate(self.rows) for stop in range(len(row.stops))]
        held = next((each for each in stops if self._stop(*each).hasFocus()), None)
        for row in self.rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        shown = self._series if self._all else self._series[:FEW]
        self.rows = [SeriesRow(self._look, each, first=not at) for at, each in enumerate(shown)]
        for at, (row, each) in enumerate(zip(self.rows, shown, strict=True)):
            self.body.insertWidget(at, row)
            row.title.clicked.connect(lambda _on, each=each: self.opened.emit(each))
            row.play.clicked.connect(lambda _on, each=each: self.play.emit(each))
            row.download.clicked.connect(lambda _on, each=each: self.download.emit(each))
        if held is not None and held[0] < len(self.rows):
            same = self._stop(*held)
            (self.rows[held[0]].play if same.isHidden() else same).setFocus()
        self.every.setVisible(len(self._series) > FEW)
        number = words.number(len(self._series))
        self.every.setText(tr("Show fewer") if self._all else tr("All {n} series", n=number))
        self.every.updateGeometry()
        self.built.emit()
