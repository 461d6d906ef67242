"""How a talk looks as a row: painted, so that a list of 100,000 needs no widgets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.base.model import DownloadState, Episode
from desktop_app.ui.look import icons, talk_words, words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import RADIUS_BADGE, RADIUS_BUTTON, Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import Index, episode_at
from desktop_app.ui.widgets.buttons import shade
from desktop_app.ui.widgets.cutting import cut, tail_of
from desktop_app.ui.widgets.episode_places import Columns, Places, places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtCore import QObject

    from desktop_app.ui.look.theme import Look

ROW_HEIGHT = 66
_BESIDE_STAR = 7
"""A click so near to the star means it; above and below it as well."""


class Part(Enum):
    """Where in a row the pointer is."""

    PLAY = "play"
    STAR = "star"
    STATE = "state"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class RowText:
    """Which words a list shows; any of them may be replaced.

    ``title`` is told whether surnames are to be shortened. ``middle`` stands in the column of
    lengths, ``end`` is given the row's number as well; ``tip`` says the same as ``end`` in full.
    """

    title: Callable[[Episode, bool], str] = lambda episode, short: talk_words.headline(
        episode, short=short
    )
    subtitle: Callable[[Episode], str] = talk_words.subtitle
    middle: Callable[[Episode], str] = lambda episode: words.minutes(episode.duration)
    end: Callable[[Episode, int], str] = lambda episode, _row: _end(episode)
    tip: Callable[[Episode, int], str] = lambda episode, _row: talk_words.state_aloud(episode)


class EpisodeRow(QStyledItemDelegate):
    """Paints a row and tells which part of it a point hits.

    ``playing`` is the id of the talk in the player; its title and its button have the lamp's
    colour, and the button has a pause sign while ``sounding``. So it differs from a row that is
    chosen, which has only the ground in common. ``pointed`` is the row and the part under the
    pointer.
    """

    def __init__(
        self, look: Look, parent: QObject | None = None, text: RowText | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.text = text or RowText()
        self.playing: int | None = None
        self.sounding = False
        self.pointed: tuple[int, Part] | None = None
        self._columns: Columns | None = None
        self._fitted = 0
        self._measured: dict[int, Episode] = {}
        self._metrics: dict[tuple[Role, bool], tuple[QFont, QFontMetrics]] = {}
        self._places: tuple[QRect, bool, Places] | None = None
        look.changed.connect(self.forget)

    def forget(self) -> None:
        """Let the columns have the design's width until words need more."""
        self._columns = self._places = None
        self._measured.clear()
        self._metrics.clear()

    def fit(self, rows: Iterable[tuple[int, Episode]], width: int) -> bool:
        """Make the columns as wide as these rows need once words beside them do not fit.

        From then on they only grow, so that nothing jumps while the list scrolls. True: the
        columns are others now.
        """
        before = self._columns
        if width != self._fitted:
            self._fitted, self._columns = width, None
            self._measured.clear()
        seen = dict(rows)
        other = {row: one for row, one in seen.items() if self._measured.get(row) is not one}
        self._measured = seen
        room = self.places(QRect(0, 0, width, ROW_HEIGHT)).title.width()
        if self._columns is None and all(self._is_within(room, one) for one in other.values()):
            return before is not None
        for row, one in (other if self._columns else seen).items():
            needed = self._needed(row, one)
            self._columns = self._columns.both(needed) if self._columns else needed
        self._places = None  # they were those of the columns before
        return self._columns != before

    def places(self, rect: QRect, *, rtl: bool = False) -> Places:
        """Return where the parts of the row at ``rect`` are."""
        flat = QRect(rect.left(), 0, rect.width(), rect.height())
        if self._places is None or self._places[:2] != (flat, rtl):
            found = places(flat, self._look.px, rtl=rtl, columns=self._columns)
            self._places = (flat, rtl, found)
        return self._places[2].moved(rect.top())

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every row is equally high, so that the view need not ask them all."""
        return QSize(self._look.px(320), self._look.px(ROW_HEIGHT))

    def part_at(self, rect: QRect, point: QPoint, *, rtl: bool = False) -> Part:
        """Return what of the row at ``rect`` lies under ``point``."""
        at = self.places(rect, rtl=rtl)
        if at.play.adjusted(-6, -6, 6, 6).contains(point):
            return Part.PLAY
        beside = self._look.px(_BESIDE_STAR)
        if at.star.adjusted(-beside, -rect.height(), beside, rect.height()).contains(point):
            return Part.STAR
        return Part.STATE if at.end.contains(point) else Part.ROW

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        at = self.places(rect, rtl=option.direction == Qt.LayoutDirection.RightToLeft)
        last = index.row() == index.model().rowCount() - 1
        episode = episode_at(index)
        lit = bool(state & QStyle.StateFlag.State_Selected)
        lit = lit or (episode is not None and episode.id == self.playing)
        hover = bool(state & QStyle.StateFlag.State_MouseOver)
        self._ground(painter, rect, lit=lit, hover=hover, last=last)
        if episode is None:
            self._skeleton(painter, at)
        else:
            self._button(painter, at.play, episode, index.row())
            self._words(painter, at, episode, index.row(), hover=hover or lit)
        if state & QStyle.StateFlag.State_HasFocus:
            self._ring(painter, rect)
        painter.restore()

    def _ground(
        self, painter: QPainter, rect: QRect, *, lit: bool, hover: bool, last: bool
    ) -> None:
        palette = self._look.palette
        if not last:
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(palette.line))
        if lit or hover:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.lamp_soft if lit else palette.paper))
            radius = self._look.px(RADIUS_BUTTON)
            painter.drawRoundedRect(rect.adjusted(0, 0, 0, 0 if lit else -1), radius, radius)

    def _ring(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(QPen(QColor(self._look.palette.lamp), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = self._look.px(RADIUS_BUTTON)
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)

    def _skeleton(self, painter: QPainter, at: Places) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.palette.line))
        painter.drawEllipse(at.play)
        px = self._look.px
        for place, share in ((at.title, 0.5), (at.subtitle, 0.35)):
            bar = place.adjusted(0, px(6), -int(place.width() * (1 - share)), -px(6))
            painter.drawRoundedRect(bar, px(4), px(4))

    def _button(self, painter: QPainter, place: QRect, episode: Episode, row: int) -> None:
        palette, mine = self._look.palette, episode.id == self.playing
        field, over = "lamp" if mine else "card", self.pointed == (row, Part.PLAY)
        painter.setPen(QPen(QColor(palette.lamp if mine else palette.line), 1))
        painter.setBrush(shade(palette, field) if over else QColor(str(getattr(palette, field))))
        painter.drawEllipse(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5))
        icon, share = (Icon.PAUSE, 0.29) if mine and self.sounding else (Icon.PLAY, 0.24)
        inset = place.width() * share
        inner = QRectF(place).adjusted(inset, inset, -inset, -inset)
        icons.paint(painter, icon, inner, QColor(palette.on_lamp if mine else palette.lamp))

    def _words(
        self, painter: QPainter, at: Places, episode: Episode, row: int, *, hover: bool
    ) -> None:
        look = self._look
        starred = episode.favorite or hover
        lines = [one if starred else one.united(at.beyond(one)) for one in at.words]
        title = self.text.title(episode, look.short_names)
        tone = Tone.SOFT if episode.heard else Tone.INK
        tone = Tone.LAMP if episode.id == self.playing else tone
        self._line(painter, lines[0], title, Role.STRONG, tone, tail=tail_of(title, episode))
        self._line(painter, lines[1], self.text.subtitle(episode), Role.ROW, Tone.SOFT)
        self._line(painter, at.middle, self.text.middle(episode), Role.SMALL, Tone.SOFT)
        end = self.text.end(episode, row)
        wrong = episode.state is DownloadState.FAILED
        under = self.pointed == (row, Part.STATE) and episode.state is not DownloadState.DOWNLOADED
        tone = Tone.BAD if wrong else Tone.LAMP if under else Tone.SOFT
        self._line(painter, at.end, end, Role.SMALL, tone, far=True, under=under)
        if episode.fellowship and at.badge.width() > 0:
            self._badge(painter, at.badge, episode.fellowship)
        if starred:
            sign = Icon.STAR if episode.favorite else Icon.STAR_OUTLINE
            warm = episode.favorite or self.pointed == (row, Part.STAR)
            inset = at.star.width() * 0.22
            inner = QRectF(at.star).adjusted(inset, inset, -inset, -inset)
            colour = look.palette.lamp if warm else look.palette.soft
            icons.paint(painter, sign, inner, QColor(colour))

    def _line(
        self,
        painter: QPainter,
        place: QRect,
        text: str,
        role: Role,
        tone: Tone,
        *,
        far: bool = False,
        under: bool = False,
        tail: str = "",
    ) -> None:
        """Draw words, shortened to their place; ``tail`` of them stays, if there is room for it."""
        if place.width() <= 0 or not text:
            return
        font, metrics = self._measure(role, under=under)
        painter.setFont(font)
        painter.setPen(self._look.colour(tone))
        shown = cut(metrics, text, place.width(), tail)
        side = Qt.AlignmentFlag.AlignRight if far else Qt.AlignmentFlag.AlignLeft
        both = QStyle.visualAlignment(painter.layoutDirection(), side)
        flags = int(both | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextDontClip)
        painter.drawText(place, flags, shown)

    def _is_within(self, room: int, episode: Episode) -> bool:
        """Tell whether both lines of a row fit."""
        title = self.text.title(episode, self._look.short_names)
        if self._room_for(title, Role.STRONG) > room:
            return False
        return self._room_for(self.text.subtitle(episode), Role.ROW) <= room

    def _measure(self, role: Role, *, under: bool = False) -> tuple[QFont, QFontMetrics]:
        """Return a font and its measures, which are dear to ask for at every word."""
        if (role, under) not in self._metrics:
            font = self._look.font(role)
            font.setUnderline(under)
            self._metrics[role, under] = (font, QFontMetrics(font))
        return self._metrics[role, under]

    def _needed(self, row: int, episode: Episode) -> Columns:
        name = episode.fellowship or ""
        badge = self._room_for(name, Role.BADGE)
        return Columns(
            badge + self._look.px(16) if badge else 0,
            self._room_for(self.text.middle(episode), Role.SMALL),
            self._room_for(self.text.end(episode, row), Role.SMALL),
        )

    def _room_for(self, text: str, role: Role) -> int:
        """Return the width that leaves words whole: a fraction of a pixel less cuts them."""
        if not text:
            return 0
        return self._measure(role)[1].horizontalAdvance(text) + 2

    def _badge(self, painter: QPainter, place: QRect, text: str) -> None:
        px, palette = self._look.px, self._look.palette
        font, metrics = self._measure(Role.BADGE)
        room = place.width() - px(16)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        box = QRect(0, 0, metrics.horizontalAdvance(shown) + px(16), px(20))
        box.moveTop(place.center().y() - px(9))
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        box.moveLeft(place.right() + 1 - box.width() if rtl else place.left())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.calm_soft))
        painter.drawRoundedRect(box, px(RADIUS_BADGE), px(RADIUS_BADGE))
        painter.setFont(font)
        painter.setPen(QColor(palette.calm))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)


def _end(episode: Episode) -> str:
    share = talk_words.heard_share(episode)
    if share is not None and episode.state is DownloadState.DOWNLOADED:
        return tr("▬ {share} heard", share=words.percent(share))
    if episode.state is DownloadState.PAUSED and (here := talk_words.fetched(episode)):
        return tr("Paused, {share}", share=words.percent(here))
    return talk_words.state(episode)
