"""The two cards at the top of today: the talk to go on with, and the sitting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.look import talk_words, words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.meditations_cards import SUGGESTED_KEY
from desktop_app.ui.pages.meditations_words import sat_for
from desktop_app.ui.pages.today_facts import preset_line, where
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.cards import Bar, Card, Cover
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.base.model import Episode
    from desktop_app.base.sittings import Preset
    from desktop_app.ui.look.theme import Look


class TalkCard(Card):
    """Offers one talk: the half-heard one, or one that could be begun.

    ``go`` and ``over`` are its two buttons, ``opened`` carries the talk whose title was pressed.
    ``other`` asks for another offer; ``why`` shows and hides the reason of this one.
    """

    opened = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, spacing=14)
        self.episode: Episode | None = None
        self.heading = self.add_heading("")
        self.cover = Cover(look, 84, 12)
        self.title = Text(look, "", Role.HEADLINE, elide=True)
        self.subtitle = Text(look, "", Role.BODY, Tone.SOFT, wrap=True)
        self.advice = Text(look, "", Role.BODY, Tone.SOFT, wrap=True)
        self.bar = Bar(look)
        self.go = Button(look, "", Kind.PRIMARY, icon=Icon.PLAY)
        self.over = Button(look, tr("Start over"))
        self.open = Button(look, tr("Open"), Kind.LINK, height=41)
        self.why = Button(look, tr("Why this?"), Kind.PLAIN, role=Role.SMALL, height=41)
        self.other = Button(look, tr("Not this one"), Kind.PLAIN, role=Role.SMALL, height=41)
        self.reason = Text(look, "", Role.SMALL, Tone.SOFT, wrap=True)
        self.why.clicked.connect(lambda _on: self._explain(on=self.reason.isHidden()))
        self.open.clicked.connect(lambda: self.opened.emit(self.episode))
        self._talk = QWidget()
        self._lay_out()
        look.changed.connect(self._dress_talk)
        self._dress_talk()
        self.clear()

    def clear(self) -> None:
        """Show that it is being read."""
        self.episode = None
        self._say(tr("Continue listening"), tr("One moment…"))

    def rest(self) -> None:
        """Say what the card is for while there is nothing to play."""
        self.episode = None
        self._say(
            tr("Continue listening"),
            tr("When you have begun a talk, you find your place in it here."),
        )

    def suggest(self, episode: Episode, reason: str, *, others: bool) -> None:
        """Offer a talk that was not begun, for a reason; ``others``: there are more to offer."""
        same = self.episode is not None and self.episode.id == episode.id
        self._offer(tr("Nothing is half heard. Perhaps this one?"), episode)
        self.reason.setText(reason)
        self.why.show()
        self._explain(on=same and not self.reason.isHidden())
        if not others and self.other.hasFocus():
            self.go.setFocus()
        self.other.setVisible(others)
        self.subtitle.setText(words.join(where(episode), words.minutes(episode.duration)))
        self.go.setText(tr("Play"))
        self.bar.hide()
        self.over.hide()

    def go_on(self, episode: Episode, place: float, *, sounding: bool) -> None:
        """Show the half-heard talk at ``place`` seconds."""
        self._offer(tr("Now playing") if sounding else tr("Continue listening"), episode)
        rest = max(0.0, episode.duration - place) if episode.duration else None
        left = words.left(rest) if rest is not None else ""
        self.subtitle.setText(words.join(where(episode), left))
        share = place / episode.duration if episode.duration else 0.0
        self.bar.set_share(share, tr("{share} heard", share=words.percent(share)))
        self.bar.setVisible(rest is not None)
        self.go.setText(tr("Pause") if sounding else tr("Continue"))
        self.go.set_icon(Icon.PAUSE if sounding else Icon.PLAY)
        self.over.show()
        self._be_plain()

    def _explain(self, *, on: bool) -> None:
        self.reason.setVisible(on)
        hides = tr("Hide why this talk is offered")
        self.why.set_name(hides if on else tr("Why is this talk offered?"))
        if on:
            self.why.setAccessibleDescription(self.reason.text())

    def _be_plain(self) -> None:
        """Give no reason: it is plain to see."""
        for part in (self.why, self.other, self.reason):
            part.hide()

    def _offer(self, heading: str, episode: Episode) -> None:
        self.episode = episode
        self.heading.setText(heading)
        self.title.setText(talk_words.headline(episode, short=self._look.short_names))
        self.setAccessibleName(tr("{what}: {value}", what=heading, value=self.title.text()))
        self.cover.setVisible(not self._look.discreet)
        self.go.set_icon(Icon.PLAY)
        self.advice.hide()
        for part in (self._talk, self.go, self.open):
            part.show()

    def _say(self, heading: str, advice: str) -> None:
        self.heading.setText(heading)
        self.setAccessibleName(heading)
        self.advice.setText(advice)
        self.advice.show()
        for part in (self._talk, self.go, self.over, self.open):
            part.hide()
        self._be_plain()

    def _lay_out(self) -> None:
        row = self._row = QHBoxLayout(self._talk)
        row.addWidget(self.cover, 0, Qt.AlignmentFlag.AlignTop)
        lines = self._lines = QVBoxLayout()
        lines.addWidget(self.title)
        lines.addWidget(self.subtitle)
        lines.addWidget(self.bar)
        lines.addStretch(1)
        row.addLayout(lines, 1)
        self.body.addWidget(self._talk)
        self.body.addWidget(self.advice)
        buttons = QWidget()
        self._buttons = Flow(buttons)
        for button in (self.go, self.over, self.open, self.why, self.other):
            self._buttons.addWidget(button)
        self.body.addWidget(buttons)
        self.body.addWidget(self.reason)
        self.body.addStretch(1)

    def _dress_talk(self) -> None:
        px = self._look.px
        self._row.setContentsMargins(0, 0, 0, px(4))
        self._row.setSpacing(px(16))
        self._lines.setSpacing(px(4))
        self.subtitle.setContentsMargins(0, 0, 0, px(9))
        self._buttons.set_gap(px(10))


class WeekDots(QWidget):
    """Seven days as circles, filled where there was a sitting."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._days: tuple[tuple[date, bool], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)

    def show_days(self, days: tuple[tuple[date, bool], ...]) -> None:
        """Show these days."""
        self._days = days
        sat = sum(1 for _day, on in days if on)
        said = tr("Sat on {n} of the last {all} days", n=sat, all=len(days))
        self.setAccessibleName(said)
        self.setToolTip(said)
        self._dress()

    def sizeHint(self) -> QSize:
        """Return a row of circles."""
        side, gap = self._look.px(27), self._look.px(7)
        return QSize(max(0, len(self._days) * (side + gap) - gap), side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the circles with the initials of their days."""
        palette, side, gap = self._look.palette, self._look.px(27), self._look.px(7)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._look.font(Role.TINY))
        calm = QColor(palette.calm)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for at, (day, on) in enumerate(reversed(self._days) if rtl else self._days):
            box = QRectF(at * (side + gap), 0, side, side).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(QPen(calm, 1))
            painter.setBrush(calm if on else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box)
            painter.setPen(QColor(palette.on_calm) if on else calm)
            name = QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), name[:1].upper())
        painter.end()

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()


class SittingCard(Card):
    """Offers one sitting and shows the week; ``begin`` is its button."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, calm=True, spacing=8)
        self.preset: Preset | None = None
        self.heading = self.add_heading(tr("Sitting"))
        self.length = Text(look, "", Role.NUMBER)
        self.line = Text(look, "", Role.BODY, Tone.SOFT, wrap=True)
        self.week = WeekDots(look)
        self.begin = Button(look, tr("Begin"), Kind.CALM)
        self.why = Button(look, tr("Why this?"), Kind.PLAIN, role=Role.SMALL, height=41)
        self.reason = Text(look, "", Role.SMALL, Tone.SOFT, wrap=True)
        self._lines = QVBoxLayout()
        self._lines.addWidget(self.length)
        self._lines.addWidget(self.line)
        self.body.addLayout(self._lines)
        self.body.addWidget(self.week)
        buttons = QWidget()
        self._buttons = Flow(buttons)
        self._buttons.addWidget(self.begin)
        self._buttons.addWidget(self.why)
        self.body.addWidget(buttons)
        self.body.addWidget(self.reason)
        self.body.addStretch(1)
        self.why.clicked.connect(lambda _on: self._explain(on=self.reason.isHidden()))
        self._explain(on=False)
        self.why.hide()
        self.week.hide()
        self.begin.setEnabled(False)
        look.changed.connect(self._space)
        self._space()

    def offer(self, preset: Preset, why: str = "", *, under_way: bool) -> None:
        """Show a sitting, and why where the hour does not say it.

        ``under_way``: the button leads back to the one that runs.
        """
        same = self.preset is not None and self.preset.id == preset.id
        self.preset = preset
        self.reason.setText(why)
        self.why.setVisible(bool(why) and not under_way)
        self._explain(on=same and bool(why) and not under_way and not self.reason.isHidden())
        self.heading.setText(tr("A sitting is under way") if under_way else tr(preset.name))
        self.length.setText(words.minutes(sat_for(preset)))
        self.length.setVisible(not under_way)
        self.line.setText(
            tr("It goes on while you look around.") if under_way else preset_line(preset)
        )
        self.begin.setText(tr("Back to it") if under_way else tr("Begin"))
        length = words.spoken(sat_for(preset))
        said = tr("Begin {name}, {length}", name=tr(preset.name), length=length)
        self.begin.setAccessibleName("" if under_way else said)
        self.begin.setToolTip(tr("Key {keys}", keys=SUGGESTED_KEY))
        self.begin.updateGeometry()
        self.begin.setEnabled(True)

    def show_week(self, days: tuple[tuple[date, bool], ...]) -> None:
        """Show the last days; none of them: the person keeps no log."""
        self.week.show_days(days)
        self.week.setVisible(bool(days))

    def _explain(self, *, on: bool) -> None:
        self.reason.setVisible(on)
        hides = tr("Hide why this sitting is offered")
        self.why.set_name(hides if on else tr("Why is this sitting offered?"))
        self.why.setAccessibleDescription(self.reason.text() if on else "")

    def _space(self) -> None:
        px = self._look.px
        self.body.setSpacing(px(14))
        self._buttons.set_gap(px(10))
        self._lines.setContentsMargins(0, px(3), 0, px(1))
        self._lines.setSpacing(px(4))
