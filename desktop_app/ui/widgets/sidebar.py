"""The sidebar: where the person is, what there is, and how a refresh gets on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
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
from desktop_app.ui.models.sidebar import Target, foot_lines, main_lines
from desktop_app.ui.widgets.cards import Bar
from desktop_app.ui.widgets.line_list import LineList
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look

_COUNTED = (EpisodesChanged, QueueChanged, ProblemsChanged)
_PATIENCE_MS = 300
_WITHIN = {
    "sitting": "meditations",
    "speaker": "speakers",
    "series": "speakers",
    "about": "settings",
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
        self._room = WINDOW[0]
        self._counts, self._feeds = Counts(), ()  # type: tuple[Counts, tuple[Feed, ...]]
        self._main, self._foot = LinesModel[Target](self), LinesModel[Target](self)
        self.main = LineList(look, self._main, name=tr("Pages and subscriptions"))
        self.foot = LineList(look, self._foot, name=tr("Problems and settings"), fit=True)
        self.progress = QWidget()
        self.progress_words = Text(look, "", Role.SMALL, Tone.SOFT, elide=True)
        self.progress_bar = Bar(look, 4)
        self._soon = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._soon.timeout.connect(self.read)
        self._build()
        for part in (self.main, self.foot):
            part.chosen.connect(lambda target: self.chosen.emit(*target))
        look.changed.connect(self._dress)
        self._dress()
        self._fill()

    @property
    def feeds(self) -> tuple[Feed, ...]:
        """The subscriptions as they were read last."""
        return self._feeds

    def set_room(self, width: int) -> None:
        """Be as wide as the design says, or a third of ``width`` pixels at most."""
        self._room = width
        self.setFixedWidth(min(self._look.px(SIDEBAR), max(width // 3, SIDEBAR)) + 1)

    def read(self) -> None:
        """Read counts and feeds."""
        self._bridge.call(lambda core: core.browsing.counts(), self._counted, self.failed.emit)
        self._bridge.call(lambda core: core.browsing.feeds(), self._listed, self.failed.emit)

    def select(self, name: str, argument: object) -> None:
        """Mark where the person is; for a page that has no row there is no mark."""
        name = _WITHIN.get(name, name)
        target = (name, argument if name == "feed" else None)
        for part in (self.main, self.foot):
            part.select(target)

    def heard(self, event: object) -> None:
        """Take note of what changes the numbers, and of a refresh."""
        if isinstance(event, RefreshProgress):
            self._refreshing(event)
        elif isinstance(event, FeedsChanged):
            self.read()
        elif isinstance(event, _COUNTED) and not self._soon.isActive():
            self._soon.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line at its edge."""
        palette = self._look.palette
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(palette.side))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.fillRect(0 if rtl else self.width() - 1, 0, 1, self.height(), QColor(palette.line))
        painter.end()

    def _counted(self, counts: Counts) -> None:
        self._counts = counts
        self._fill()

    def _listed(self, feeds: tuple[Feed, ...]) -> None:
        self._feeds = feeds
        self._fill()

    def _fill(self) -> None:
        lines = main_lines(self._counts, self._feeds)
        self._main.set_lines(tuple(_spoken(line, self._counts) for line in lines))
        self._foot.set_lines(foot_lines(self._counts))

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
        self._brand.addWidget(Lamp(self._look))
        self._brand.addWidget(Text(self._look, "Hearthside", Role.BRAND), 1)
        self._column.addLayout(self._brand)
        self._column.addWidget(self.main, 1)
        inner = self._progress_column = QVBoxLayout(self.progress)
        inner.addWidget(self.progress_words)
        inner.addWidget(self.progress_bar)
        self._column.addWidget(self.progress)
        self._column.addWidget(self.foot)
        self.progress.hide()

    def _dress(self) -> None:
        px = self._look.px
        self.set_room(self._room)
        self._column.setContentsMargins(px(12), px(21), px(12) + 1, px(12))
        self._brand.setContentsMargins(px(7), 0, 0, px(18))
        self._brand.setSpacing(px(4))
        self._progress_column.setContentsMargins(px(12), px(8), px(12), px(10))
        self.update()


def _spoken(line: Line[Target], counts: Counts) -> Line[Target]:
    """Say of what the number beside a page is one: "Speakers, 26 talks"."""
    said = {
        "speakers": words.count(counts.talks, "1 talk", "{n} talks"),
        "meditations": words.count(counts.meditations, "1 meditation", "{n} meditations"),
        "favorites": words.count(counts.favorites, "1 favorite", "{n} favorites"),
        "queue": words.count(counts.queue, "1 in line", "{n} in line"),
        "downloads": words.count(counts.downloads, "1 download", "{n} downloads"),
    }.get(line.value[0])
    return replace(line, aloud=f"{line.text}, {said}") if said and line.number else line
