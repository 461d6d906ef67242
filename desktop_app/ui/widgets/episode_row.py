"""How a talk looks as a row: painted, so that a list of 100,000 needs no widgets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.base.model import DownloadState, Episode
from desktop_app.ui.look import icons, talk_words, words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import RADIUS_BADGE, RADIUS_BUTTON, Role, Tone
from desktop_app.ui.models.episodes import Index, episode_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from desktop_app.ui.look.theme import Look

ROW_HEIGHT = 66
_WIDE = 600
_NARROW = 430
_TIGHT = 300


class Part(Enum):
    """Where in a row the pointer is."""

    PLAY = "play"
    STAR = "star"
    STATE = "state"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class RowText:
    """Which words a list shows; any of them may be replaced.

    ``middle`` stands in the column of lengths, ``end`` is given the row's number as well.
    """

    subtitle: Callable[[Episode], str] = talk_words.subtitle
    middle: Callable[[Episode], str] = lambda episode: words.minutes(episode.duration)
    end: Callable[[Episode, int], str] = lambda episode, _row: _end(episode)


@dataclass(frozen=True, slots=True)
class Places:
    """The parts of one row; an empty rectangle is not shown."""

    play: QRect
    title: QRect
    subtitle: QRect
    star: QRect
    badge: QRect
    middle: QRect
    end: QRect


def places(rect: QRect, px: Callable[[float], int], *, rtl: bool = False) -> Places:
    """Divide a row; narrow rows lose the badge first, then the length."""
    wide, narrow = rect.width() >= px(_WIDE), rect.width() < px(_NARROW)
    right, middle = rect.right() + 1, rect.center().y()
    tight = rect.width() < px(_TIGHT)
    end = QRect(right - px(134), rect.top() - px(1), 0 if tight else px(120), rect.height())
    length_x = right - px(218 if wide else 194)
    length = QRect(
        length_x, rect.top() - px(1), 0 if narrow else px(76 if wide else 58), rect.height()
    )
    badge = QRect(right - px(354), rect.top() - px(1), px(128) if wide else 0, rect.height())
    stop = badge.left() if wide else end.left() if narrow else length.left()
    stop = right if tight else stop
    circle, star_side = px(38), px(32)
    play = QRect(rect.left() + px(14), middle - circle // 2, circle, circle)
    star = QRect(stop - px(12) - star_side, middle - star_side // 2, star_side, star_side)
    text_x = play.right() + 1 + px(18)
    text_w = max(0, star.left() - px(8) - text_x)
    title = QRect(text_x, middle - px(18), text_w, px(18))
    subtitle = QRect(text_x, middle, text_w, px(20))
    parts = (play, title, subtitle, star, badge, length, end)
    if rtl:
        way = Qt.LayoutDirection.RightToLeft
        parts = tuple(QStyle.visualRect(way, rect, part) for part in parts)  # type: ignore[assignment]
    return Places(*parts)


class EpisodeRow(QStyledItemDelegate):
    """Paints a row and tells which part of it a point hits.

    ``playing`` is the id of the talk in the player; its row carries the lamp's colour and,
    while ``sounding``, a pause sign.
    """

    def __init__(
        self, look: Look, parent: QObject | None = None, text: RowText | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.text = text or RowText()
        self.playing: int | None = None
        self.sounding = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every row is equally high, so that the view need not ask them all."""
        return QSize(self._look.px(320), self._look.px(ROW_HEIGHT))

    def part_at(self, rect: QRect, point: QPoint, *, rtl: bool = False) -> Part:
        """Return what of the row at ``rect`` lies under ``point``."""
        at = places(rect, self._look.px, rtl=rtl)
        if at.play.adjusted(-6, -6, 6, 6).contains(point):
            return Part.PLAY
        if at.star.contains(point):
            return Part.STAR
        return Part.STATE if at.end.contains(point) else Part.ROW

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        at = places(rect, self._look.px, rtl=rtl)
        last = index.row() == index.model().rowCount() - 1
        episode = episode_at(index)
        lit = bool(state & QStyle.StateFlag.State_Selected)
        lit = lit or (episode is not None and episode.id == self.playing)
        hover = bool(state & QStyle.StateFlag.State_MouseOver)
        self._ground(painter, rect, lit=lit, hover=hover, last=last)
        if episode is None:
            self._skeleton(painter, at)
        else:
            self._button(painter, at.play, episode)
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

    def _button(self, painter: QPainter, place: QRect, episode: Episode) -> None:
        palette = self._look.palette
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.setBrush(QColor(palette.card))
        painter.drawEllipse(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5))
        pause = episode.id == self.playing and self.sounding
        inset = place.width() * (0.29 if pause else 0.24)
        inner = QRectF(place).adjusted(inset, inset, -inset, -inset)
        icons.paint(painter, Icon.PAUSE if pause else Icon.PLAY, inner, QColor(palette.lamp))

    def _words(
        self, painter: QPainter, at: Places, episode: Episode, row: int, *, hover: bool
    ) -> None:
        look = self._look
        title = talk_words.headline(episode, short=look.short_names)
        tone = Tone.SOFT if episode.heard else Tone.INK
        self._line(painter, at.title, title, Role.STRONG, tone)
        self._line(painter, at.subtitle, self.text.subtitle(episode), Role.ROW, Tone.SOFT)
        self._line(painter, at.middle, self.text.middle(episode), Role.SMALL, Tone.SOFT)
        end = self.text.end(episode, row)
        wrong = episode.state is DownloadState.FAILED
        self._line(painter, at.end, end, Role.SMALL, Tone.BAD if wrong else Tone.SOFT, far=True)
        if episode.fellowship and at.badge.width() > 0:
            self._badge(painter, at.badge, episode.fellowship)
        if episode.favorite or hover:
            sign = Icon.STAR if episode.favorite else Icon.STAR_OUTLINE
            colour = look.palette.lamp if episode.favorite else look.palette.soft
            inset = at.star.width() * 0.22
            inner = QRectF(at.star).adjusted(inset, inset, -inset, -inset)
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
    ) -> None:
        if place.width() <= 0 or not text:
            return
        font = self._look.font(role)
        painter.setFont(font)
        painter.setPen(self._look.colour(tone))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        side = Qt.AlignmentFlag.AlignRight if far else Qt.AlignmentFlag.AlignLeft
        both = QStyle.visualAlignment(painter.layoutDirection(), side)
        flags = int(both | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextDontClip)
        painter.drawText(place, flags, shown)

    def _badge(self, painter: QPainter, place: QRect, text: str) -> None:
        px, palette = self._look.px, self._look.palette
        font = self._look.font(Role.BADGE)
        metrics = QFontMetrics(font)
        room = place.width() - px(24)
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
        return f"▬ {words.percent(share)}"
    return talk_words.state(episode)
