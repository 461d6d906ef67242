"""The card in which the person says what a talk is, where its title says it wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop_app.base.model import EpisodeQuery
from desktop_app.base.shelves import Fact
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages import talk_changes
from desktop_app.ui.pages.feed_fields import Buttons
from desktop_app.ui.pages.talk_correct_fields import FactBox, NamesBox, TicksBox, WordsBox
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.chips import Chip
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.notice import Notice
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.base.errors import KnownError
    from desktop_app.base.model import Episode
    from desktop_app.base.shelves import Facts
    from desktop_app.crossing import Call, Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.pages.talk_changes import Before


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the card needs: the talk's facts, and the names that are offered."""

    facts: Facts
    speakers: tuple[str, ...]
    fellowships: tuple[str, ...]


async def _ask(core: Core, episode_id: int) -> _Asked:
    facts = await core.correcting.facts(episode_id)
    speakers = await core.browsing.speakers(EpisodeQuery())
    facets = await core.browsing.facets(EpisodeQuery())
    names = tuple(each.name for each in speakers)
    return _Asked(facts, names, tuple(str(each.value) for each in facets.fellowships))


class CorrectCard(Card):
    """Enter saves, Escape leaves everything as it was, and asks once more after changes.

    Signals:
        saved: how the talks were before, as :func:`talk_changes.undo` takes it; () where nothing
            had to be done.
        offered: the fields are there.
        left: the person leaves everything as it was.
    """

    saved = Signal(object)
    offered = Signal()
    left = Signal()

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, spacing=14)
        self._bridge = bridge
        self._episode: Episode | None = None
        self._facts: Facts | None = None
        self._call: Call | None = None
        self._year = datetime.now(UTC).year
        self.line = Text(look, "", Role.SMALL, Tone.SOFT, wrap=True)
        self.boxes = self._make_boxes()
        self.all_parts = Chip(look, tr("For all parts of this series"))
        self.shared = Text(look, "", Role.SMALL, Tone.SOFT, wrap=True)
        self.notice = Notice(look)
        self.save = Button(look, tr("Save"), height=36)
        self.cancel = Button(look, tr("Cancel"), height=36)
        self.as_said = Button(look, tr("As the title says, all"), height=36)
        self._form = QWidget()
        self._lay_out()
        self.save.clicked.connect(lambda _on: self._save())
        self.cancel.clicked.connect(lambda _on: self._leave())
        self.as_said.clicked.connect(lambda _on: self._all_as_said())
        for box in self.boxes.values():
            box.accepted.connect(self._save)
        look.changed.connect(self._space)
        self._space()
        self.hide()

    def start(self, episode: Episode) -> None:
        """Read what is known of a talk, and offer it for change."""
        self._episode, self._facts = episode, None
        self.line.setText(tr("One moment…"))
        self._form.hide()
        self.notice.hide()
        self.save.hide()
        self.as_said.hide()
        self.show()
        self.cancel.setFocus()
        self._call = self._bridge.call(
            lambda core: _ask(core, episode.id), self._offer, self._refused
        )

    def stop(self) -> None:
        """Leave everything as it was, without a word."""
        if self._call is not None:
            self._call.cancel()
        self._facts = None
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape; where something was changed, with a second one."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self._is_changed() or self._was_asked():
            self._leave()

    def _offer(self, asked: _Asked) -> None:
        self._facts = asked.facts
        for fact, box in self.boxes.items():
            said = talk_changes.value_of(asked.facts.said, fact)
            box.show_fact(talk_changes.value_of(asked.facts.known, fact), said)
        for fact, known in (
            (Fact.SPEAKERS, asked.speakers), (Fact.FELLOWSHIP, asked.fellowships)
        ):  # fmt: skip
            box = self.boxes[fact]
            if isinstance(box, NamesBox | WordsBox):
                box.offer(known)
        in_series = self._episode is not None and self._episode.series_key is not None
        self.all_parts.setChecked(False)
        self.all_parts.setVisible(in_series)
        self.shared.setVisible(in_series)
        self.line.setText(tr("What you say here stays, whatever the feed says later."))
        self._form.show()
        self.save.show()
        self.as_said.show()
        if self.window().focusWidget() is self.cancel:
            self.boxes[Fact.SPEAKERS].take_keyboard()
        self.offered.emit()

    def _refused(self, problem: KnownError) -> None:
        self.save.setEnabled(True)
        if self._facts is None:
            self.line.setText("")
        self.notice.tell(problem)

    def _is_changed(self) -> bool:
        if self._facts is None:
            return False
        values = {fact: box.value() for fact, box in self.boxes.items()}
        return bool(talk_changes.touched(self._facts, values)) or self.all_parts.isChecked()

    def _was_asked(self) -> bool:
        """Tell whether it stands here that changes will be dropped; say so where the cursor is."""
        asked = tr("Escape again drops what you changed")
        cursor = QApplication.focusWidget()
        for box in self.boxes.values():
            if cursor is not None and box.isAncestorOf(cursor):
                before = box.fault.isVisible() and box.fault.text() == asked
                box.say_fault(asked)
                return before
        before = self.notice.says(asked)
        self.notice.say(asked)
        return before

    def _leave(self) -> None:
        self.stop()
        self.left.emit()

    def _all_as_said(self) -> None:
        for box in self.boxes.values():
            box.as_said()
        self.save.setFocus()

    def _save(self) -> None:
        """Have it kept, unless a value makes no sense, which is said where it stands."""
        episode, facts = self._episode, self._facts
        if episode is None or facts is None or not self.save.isEnabled():
            return
        values = {fact: box.value() for fact, box in self.boxes.items()}
        given = talk_changes.touched(facts, values)
        wrong = talk_changes.faults(given, values, self._year)
        for fact, box in self.boxes.items():
            box.say_fault(wrong.get(fact, ""))
        if wrong:
            self.boxes[next(iter(wrong))].take_keyboard()
            return
        done = talk_changes.changes(facts, talk_changes.tidied(given, self._year))
        every = self.all_parts.isChecked()
        if not done.fields and not every:
            self._saved(())
            return
        self.save.setEnabled(False)
        self.notice.hide()
        self._bridge.call(
            lambda core: talk_changes.save(core, episode, facts, done, all_parts=every),
            self._saved,
            self._refused,
        )

    def _saved(self, before: tuple[Before, ...]) -> None:
        self.save.setEnabled(True)
        if not before or (self._episode is not None and before[0].episode_id == self._episode.id):
            self._facts = None
            self.hide()
        self.saved.emit(before)

    def _make_boxes(self) -> dict[Fact, FactBox]:
        look, year = self._look, self._year
        boxes: dict[Fact, FactBox] = {
            Fact.SPEAKERS: NamesBox(look, Fact.SPEAKERS, tr("Speaker"), year),
            Fact.SUBJECT: WordsBox(look, Fact.SUBJECT, tr("Talk"), year),
        }
        for fact, name in (
            (Fact.SERIES, tr("Series")), (Fact.PART, tr("Part")), (Fact.OF, tr("Of how many")),
            (Fact.EVENT, tr("Event")), (Fact.PLACE, tr("Place")),
            (Fact.FELLOWSHIP, tr("Fellowship")), (Fact.YEAR, tr("Year")),
        ):  # fmt: skip
            boxes[fact] = WordsBox(look, fact, name, year)
        boxes[Fact.STEPS] = TicksBox(look, Fact.STEPS, tr("Steps"), year)
        boxes[Fact.TOPICS] = TicksBox(look, Fact.TOPICS, tr("Topics"), year)
        return boxes

    def _lay_out(self) -> None:
        look, boxes = self._look, self.boxes
        form = self._rows = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        columns = Columns(look, narrow=560, gap=24)
        left, right = _Column(look), _Column(look)
        for fact in (Fact.SPEAKERS, Fact.SUBJECT, Fact.FELLOWSHIP, Fact.STEPS):
            left.add(boxes[fact])
        numbers = Columns(look, narrow=200, gap=12)
        numbers.add(boxes[Fact.PART])
        numbers.add(boxes[Fact.OF])
        for part in (boxes[Fact.SERIES], numbers, boxes[Fact.EVENT], boxes[Fact.PLACE]):
            right.add(part)
        right.add(boxes[Fact.YEAR])
        columns.add(left)
        columns.add(right)
        below: tuple[QWidget, ...] = (boxes[Fact.TOPICS], self.all_parts, self.shared)
        for each in (columns, *below):
            form.addWidget(each)
        self.shared.setText(
            tr("It holds for speaker, fellowship, event, place, year and the series' name.")
        )
        self.setAccessibleName(tr("Correct what this is"))
        self.body.addWidget(self.line)
        self.body.addWidget(self._form)
        self.body.addWidget(self.notice)
        self.body.addWidget(Buttons(look, self.save, self.cancel, self.as_said))

    def _space(self) -> None:
        self._rows.setSpacing(self._look.px(8))


class _Column(QWidget):
    """Fields, one below the other."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)
        look.changed.connect(self._dress)
        self._dress()

    def add(self, part: QWidget) -> None:
        """Put one at the end."""
        self._column.insertWidget(self._column.count() - 1, part)

    def _dress(self) -> None:
        self._column.setSpacing(self._look.px(6))
