"""What a talk is one of: its speakers, its series, its topics; and where that is put right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.base.model import EpisodeQuery, FeedKind
from desktop_app.base.names import shorten
from desktop_app.ui.look import talk_words, words
from desktop_app.ui.look.tokens import RADIUS_BUTTON, Role, Tone
from desktop_app.ui.look.topic_words import topic
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages import talk_changes
from desktop_app.ui.pages.talk_correct import CorrectCard
from desktop_app.ui.widgets import ring
from desktop_app.ui.widgets.buttons import Button, Kind, paint_ring
from desktop_app.ui.widgets.chips import Chip
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.favorite_note import FavoriteNote
from desktop_app.ui.widgets.field_line import FieldLine
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from desktop_app.base.model import Episode
    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.pages.talk_changes import Before
    from desktop_app.ui.pages.talk_read import TalkRead

_NAMES = 110
_NARROW = 420


@dataclass(frozen=True, slots=True)
class Way:
    """A link: what it says, also aloud, and the page that it leads to. ``chip``: as a pill."""

    text: str
    aloud: str
    page: str
    argument: object
    chip: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Links of one kind, after their name."""

    name: str
    ways: tuple[Way, ...]


def rows(read: TalkRead, *, short: bool) -> tuple[Row, ...]:
    """Return where a talk leads to; what is not known is not mentioned."""
    episode = read.detail.episode
    name = tr("Speakers") if len(episode.speakers) > 1 else tr("Speaker")
    found = (
        Row(name, tuple(_speaker(each, short=short) for each in episode.speakers)),
        Row(tr("Series"), _series(read, short=short)),
        Row(tr("Topics"), tuple(_topic(each) for each in episode.topics)),
        Row(tr("Collections"), tuple(
            Way(each.name, tr("The collection “{name}”", name=each.name), "favorites", each.id)
            for each in read.collections
        )),
    )  # fmt: skip
    return tuple(row for row in found if row.ways)


def in_the_feed(episode: Episode, *, short: bool) -> str:
    """Return the title as its feed gives it; "" where that is what the page is headed with."""
    given = talk_words.full_title(episode, short=short)
    if given == talk_words.headline(episode, short=short):
        return ""
    return tr("In the feed: {title}", title=given)


def _speaker(name: str, *, short: bool) -> Way:
    shown = shorten(name) if short else name
    return Way(shown, tr("All about {name}", name=shown), "speaker", name)


def _topic(key: str) -> Way:
    query, name = EpisodeQuery(topic=key), topic(key)
    return Way(name, tr("Talks about: {topic}", topic=name), "speakers", query, chip=True)


def _series(read: TalkRead, *, short: bool) -> tuple[Way, ...]:
    episode = read.detail.episode
    key, name = episode.series_key, episode.series
    if key is None or not name:
        return ()
    whole = ", ".join(filter(None, (name, talk_words.part(episode))))
    found = [Way(whole, tr("The series {name}", name=whole), "series", key)]
    if read.before is not None:
        said = talk_words.headline(read.before, short=short)
        aloud = tr("Previous part: {talk}", talk=said)
        found.append(Way(tr("‹ Previous part"), aloud, "talk", read.before.id))
    if read.after is not None:
        said = talk_words.headline(read.after, short=short)
        found.append(
            Way(tr("Next part ›"), tr("Next part: {talk}", talk=said), "talk", read.after.id)
        )
    return tuple(found)


class WayLink(Button):
    """A link that may be shortened where there is no room; the tool tip has it whole."""

    def __init__(self, look: Look, text: str, aloud: str) -> None:
        super().__init__(look, text, Kind.LINK, role=Role.MEDIUM, height=32)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setShortcut(QKeySequence())  # an ampersand in a name is no key
        self.setAccessibleName(aloud)
        self.setToolTip(aloud)

    def minimumSizeHint(self) -> QSize:
        """It may give way."""
        whole = self.sizeHint()
        return QSize(min(whole.width(), self._look.px(96)), whole.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words, as many as there is room for."""
        painter, inset = QPainter(self), self._look.px(4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        font = self._look.font(self._role)
        painter.setFont(font)
        painter.setPen(self._look.colour(Tone.LAMP))
        room = self.rect().adjusted(inset, 0, -inset, 0)
        text = QFontMetrics(font).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width() + 1
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), text)
        if ring.seen(self):
            paint_ring(painter, self._look, QRectF(self.rect()), self._look.px(RADIUS_BUTTON))
        painter.end()


class AboutTalk(QWidget):
    """Shows a :class:`TalkRead`, and opens the card that corrects it in its own place.

    Signals:
        open_page: as that of a page.
        failed: carries the ``KnownError``.
        unfolded: the card is there now, and needs room.
    """

    open_page = Signal(str, object)
    failed = Signal(object)
    unfolded = Signal()

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__()
        self._look, self._bridge = look, bridge
        self._read: TalkRead | None = None
        self._rows: tuple[Row, ...] = ()
        self.links: list[tuple[Way, QPushButton]] = []
        self.heading = Text(look, "", Role.SECTION)
        self.correct = Button(look, tr("Correct…"), Kind.LINK, height=32)
        self.title = Text(look, "", Role.SMALL, Tone.SOFT, wrap=True)
        self.note = FavoriteNote(look)
        self.card = CorrectCard(look, bridge)
        self.line = FieldLine(look)
        self._facts = QWidget()
        self._lay_out()
        self.correct.clicked.connect(lambda _on: self._start())
        self.card.left.connect(self._close)
        self.card.offered.connect(self.unfolded)
        self.card.saved.connect(self._saved)
        look.changed.connect(self._dress)
        self._dress()

    @property
    def beside(self) -> frozenset[int]:
        """The ids of the parts beside the talk in its series."""
        return self._read.beside if self._read is not None else frozenset()

    def show_talk(self, read: TalkRead) -> None:
        """Show where it leads to; what is being written stays."""
        detail, short = read.detail, self._look.short_names
        if self._read is None or self._read.detail.episode.id != detail.episode.id:
            self.leave()
        self._read = read
        talk = detail.episode.kind is FeedKind.TALKS
        self.heading.setText(tr("About this talk") if talk else tr("About this meditation"))
        found = rows(read, short=short)
        if found != self._rows:
            self._rows = found
            self._make_rows()
        given = in_the_feed(detail.episode, short=short)
        self.title.setText(talk_words.breakable(given))
        self.title.setAccessibleName(given)
        self.title.setVisible(bool(given))
        self.note.show_note(detail.episode.id, detail.note, favorite=detail.episode.favorite)

    def leave(self) -> None:
        """Correct nothing any more."""
        self.card.stop()
        self.line.hide()
        self._facts.show()
        self.correct.show()

    def _start(self) -> None:
        if self._read is not None:
            self.line.hide()
            self.card.start(self._read.detail.episode)
            self._facts.hide()
            self.correct.hide()

    def _close(self) -> None:
        self._facts.show()
        self.correct.show()
        self.correct.setFocus()

    def _saved(self, before: tuple[Before, ...]) -> None:
        self._close()
        if not before:
            return
        said = tr("Corrected") if len(before) == 1 else words.count(
            len(before), "1 talk is corrected", "{n} talks are corrected")  # fmt: skip
        self.line.say(said, "", tr("Undo"), lambda: self._undo(before), undo=True)
        self.line.say_aloud(said)

    def _undo(self, before: tuple[Before, ...]) -> None:
        self._bridge.call(lambda core: talk_changes.undo(core, before), None, self.failed.emit)

    def _make_rows(self) -> None:
        held = next((way for way, link in self.links if link.hasFocus()), None)
        while (item := self._list.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        self.links = []
        for each in self._rows:
            made = self._make_row(each)
            self._list.addWidget(made)
            made.show()
        before: QWidget = self.correct
        for way, link in self.links:
            self.setTabOrder(before, link)
            before = link
            if held is not None and (way.page, way.argument) == (held.page, held.argument):
                link.setFocus()
        self.setTabOrder(before, self.note.change)

    def _make_row(self, row: Row) -> QWidget:
        look = self._look
        columns = Columns(look, narrow=_NARROW, gap=4)
        name = Text(look, row.name, Role.SMALL_STRONG, Tone.SOFT)
        name.setFixedWidth(look.px(_NAMES))
        links = QWidget()
        flow = Flow(links, look.px(8))
        for way in row.ways:
            link: QPushButton
            if way.chip:
                link = Chip(look, way.text)
                link.setCheckable(False)
                link.setAccessibleName(way.aloud)
            else:
                link = WayLink(look, way.text, way.aloud)
            link.clicked.connect(lambda _on, way=way: self.open_page.emit(way.page, way.argument))
            flow.addWidget(link)
            self.links.append((way, link))
        columns.add(name, 0)
        columns.add(links, 1)
        return columns

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.correct)
        self._column.addLayout(head)
        self._inner = QVBoxLayout(self._facts)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._list = QVBoxLayout()
        self._inner.addLayout(self._list)
        self._inner.addWidget(self.note)
        self._inner.addWidget(self.title)
        for part in (self._facts, self.card, self.line):
            self._column.addWidget(part)

    def _dress(self) -> None:
        px = self._look.px
        self._column.setSpacing(px(8))
        self._inner.setSpacing(px(8))
        self._list.setSpacing(px(4))
        self._make_rows()
        if self._read is not None:
            self.show_talk(self._read)
