"""The sidebar: where the person is, what there is, and how a refresh gets on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.base.model import Counts, Feed
from desktop_app.services.events import (
    EpisodesChanged,
    FeedsChanged,
    ProblemsChanged,
    QueueChanged,
    RefreshProgress,
)
from desktop_app.ui.look import words
from desktop_app.ui.look.tokens import SIDEBAR, WINDOW, Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.plain import Line, LinesModel
from desktop_app.ui.models.sidebar import Target, add_lines, foot_lines, main_lines
from desktop_app.ui.widgets import aloud
from desktop_app.ui.widgets.cards import Bar
from desktop_app.ui.widgets.line_list import LineList
from desktop_app.ui.widgets.rail_row import RailRow
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look

_COUNTED = (EpisodesChanged, QueueChanged, ProblemsChanged)
_PATIENCE_MS = 300
_WORDY = 620
"""A window so wide, in design pixels, has room for the names of the pages."""
_NARROWEST = 168
_RAIL = 56
_MOST = 1000
"""The subscriptions take all the room that they need before any is left empty."""
_FEW = 5
"""Rows that the pages' list shows at least; in a lower window all rows scroll as one list."""
_WITHIN = {
    "sitting": "meditations",
    "speaker": "speakers",
    "series": "speakers",
    "about": "settings",
    "kept": "settings",
}
"""Pages that have no row of their own, and the one that they belong to."""


class Lamp(QWidget):
    """The dot of light beside the app's name; decoration."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        look.changed.connect(self._dress)
        self._dress()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the flame and its glow."""
        palette = self._look.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(QColor(palette.lamp_soft))
        painter.drawEllipse(whole)
        inset = whole.width() * 5 / 22
        painter.setBrush(QColor(palette.lamp))
        painter.drawEllipse(whole.adjusted(inset, inset, -inset, -inset))
        painter.end()

    def _dress(self) -> None:
        side = self._look.px(22)
        self.setFixedSize(side, side)
        self.update()


class Sidebar(QWidget):
    """Emits ``chosen(name, argument)``: a page's name, with the feed's id for "feed".

    Reads counts and feeds itself and again when an event says that they changed; many
    events in a row cost one reading.
    """

    chosen = Signal(str, object)
    failed = Signal(object)

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__()
        self._look, self._bridge = look, bridge
        self._room, self._low = WINDOW[0], False
        self._counts, self._feeds = Counts(), ()  # type: tuple[Counts, tuple[Feed, ...]]
        self._main, self._add = LinesModel[Target](self), LinesModel[Target](self)
        self._foot = LinesModel[Target](self)
        rows = self._rows = [RailRow(look) for _each in range(3)]
        self.main = LineList(look, self._main, name=tr("Pages and subscriptions"), delegate=rows[0])
        self.add = LineList(look, self._add, name=tr("Add a feed"), delegate=rows[1], fit=True)
        self.foot = LineList(
            look, self._foot, name=tr("Problems and settings"), delegate=rows[2], fit=True
        )
        self.lamp, self.brand = Lamp(look), Text(look, "Hearthside", Role.BRAND)
        self.progress = QWidget()
        self.progress_words = Text(look, "", Role.SMALL, Tone.SOFT, elide=True)
        self.progress_bar = Bar(look, 4)
        self._soon = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._soon.timeout.connect(self.read)
        self._build()
        for part in self.lists:
            part.chosen.connect(lambda target: self.chosen.emit(*target))
        look.changed.connect(self._dress)
        self._dress()
        self._fill()

    @property
    def lists(self) -> tuple[LineList, LineList, LineList]:
        """The three lists, from the top; ↑ and ↓ lead from one into the next. In a low window all
        rows are in the first, and the others are hidden."""
        return (self.main, self.add, self.foot)

    @property
    def feeds(self) -> tuple[Feed, ...]:
        """The subscriptions as they were read last."""
        return self._feeds

    def set_room(self, width: int) -> None:
        """Be as wide as the design says, a fifth of ``width`` pixels in a smaller window; where
        that is too little for words, a rail of signs."""
        self._room = width
        px = self._look.px
        narrow = width < px(_WORDY)
        wide = px(_RAIL) if narrow else min(px(SIDEBAR), max(width // 5, px(_NARROWEST)))
        self.setFixedWidth(wide + 1)
        self.brand.setHidden(narrow)
        for row, part in zip(self._rows, self.lists, strict=True):
            if row.narrow is not narrow:
                row.narrow = narrow
                part.doItemsLayout()
        self._fit_main()
        side, top = px(6 if narrow else 12), px(12 if narrow else 21)
        self._column.setContentsMargins(side, top, side + 1, px(6 if narrow else 12))
        self._brand.setContentsMargins(px(11 if narrow else 7), 0, 0, px(8 if narrow else 18))
        self._fold()

    def read(self) -> None:
        """Read counts and feeds."""
        self._bridge.call(lambda core: core.browsing.counts(), self._counted, self.failed.emit)
        self._bridge.call(lambda core: core.browsing.feeds(), self._listed, self.failed.emit)

    def select(self, name: str, argument: object) -> None:
        """Mark where the person is; for a page that has no row there is no mark."""
        name = _WITHIN.get(name, name)
        target = (name, argument if name == "feed" else None)
        for part in self.lists:
            part.select(target)
        for row in self.main.selectedIndexes():
            self.main.scrollTo(row)

    def heard(self, event: object) -> None:
        """Take note of what changes the numbers, and of a refresh."""
        if isinstance(event, RefreshProgress):
            self._refreshing(event)
        elif isinstance(event, FeedsChanged):
            self.read()
        elif isinstance(event, _COUNTED) and not self._soon.isActive():
            self._soon.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let everything scroll in a window that is too low for three lists."""
        super().resizeEvent(event)
        self._fold()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on in the next list with ↓ at the end of one, and with ↑ in the one before."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        here = next((at for at, each in enumerate(self.lists) if each.hasFocus()), -1)
        if step and here >= 0 and 0 <= here + step < len(self.lists) and not self._low:
            target = self.lists[here + step]
            target.enter(last=step < 0)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line at its edge."""
        palette = self._look.palette
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(palette.side))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.fillRect(0 if rtl else self.width() - 1, 0, 1, self.height(), QColor(palette.line))
        painter.end()

    def _counted(self, counts: Counts) -> None:
        if counts.problems > self._counts.problems:  # as a sighted person sees it come
            aloud.say(self, words.count(counts.problems, "1 problem", "{n} problems"))
        self._counts = counts
        self._fill()

    def _listed(self, feeds: tuple[Feed, ...]) -> None:
        self._feeds = feeds
        self._fill()

    def _fill(self) -> None:
        before = [line.heading for line in self._main.lines]
        lines = _spoken(main_lines(self._counts, self._feeds), self._counts)
        add, foot = add_lines(), foot_lines(self._counts)
        self._main.set_lines((*lines, *add, *foot) if self._low else lines)
        self._add.set_lines(add)
        self._foot.set_lines(foot)
        if [line.heading for line in self._main.lines] != before:  # numbers change often
            self._fit_main()
            self._fold()

    def _fit_main(self) -> None:
        self.main.setMaximumHeight(self.main.length())

    def _fold(self) -> None:
        """Put all rows into the list that scrolls where it would show very few else; the light
        beside the name, an ornament, makes room for another."""
        narrow = self.brand.isHidden()
        around = self._look.px(48 if narrow else 73)
        room = self.height() - around - self.add.length() - self.foot.length()
        low = room < _FEW * self.main.sizeHintForRow(0)
        self.lamp.setHidden(low and narrow)
        if low is self._low:
            return
        self._low = low
        if low and (self.add.hasFocus() or self.foot.hasFocus()):
            self.main.setFocus()
        for part in (self.add, self.foot):
            part.setHidden(low)
        self._fill()

    def _refreshing(self, event: RefreshProgress) -> None:
        self.progress.setVisible(event.done < event.total)
        said = tr("Refreshing {n} of {all}", n=words.number(event.done),
                  all=words.number(event.total))  # fmt: skip
        self.progress_words.setText(said)
        self.progress_bar.set_share(event.done / max(1, event.total), said)

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._brand = QHBoxLayout()
        self._brand.addWidget(self.lamp)
        self._brand.addWidget(self.brand, 1)
        self._column.addLayout(self._brand)
        self._column.addWidget(self.main, _MOST)
        self._column.addWidget(self.add)
        self._column.addStretch(1)
        inner = self._progress_column = QVBoxLayout(self.progress)
        inner.addWidget(self.progress_words)
        inner.addWidget(self.progress_bar)
        self._column.addWidget(self.progress)
        self._column.addWidget(self.foot)
        self.progress.hide()

    def _dress(self) -> None:
        px = self._look.px
        self.set_room(self._room)
        self._brand.setSpacing(px(4))
        self._progress_column.setContentsMargins(px(12), px(8), px(12), px(10))
        self.update()


def _spoken(lines: Iterable[Line[Target]], counts: Counts) -> tuple[Line[Target], ...]:
    """Say of what the number beside a page is one: "Speakers, 26 talks"."""
    said = {
        "speakers": words.count(counts.talks, "1 talk", "{n} talks"),
        "meditations": words.count(counts.meditations, "1 meditation", "{n} meditations"),
        "favorites": words.count(counts.favorites, "1 favorite", "{n} favorites"),
        "queue": words.count(counts.queue, "1 in line", "{n} in line"),
        "downloads": words.count(counts.downloads, "1 download", "{n} downloads"),
    }
    return tuple(
        replace(line, aloud=f"{line.text}, {said[line.value[0]]}")
        if line.number and line.value[0] in said
        else line
        for line in lines
    )
