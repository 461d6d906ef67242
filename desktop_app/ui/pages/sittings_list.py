"""All sittings, or those of some days: to be looked through, corrected, removed, added to."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from desktop_app.ui.look import words
from desktop_app.ui.look.icons import Icon, qicon
from desktop_app.ui.look.tokens import Role
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.feed_fields import Buttons
from desktop_app.ui.pages.sittings_added import Added, add
from desktop_app.ui.pages.sittings_form import SittingForm
from desktop_app.ui.pages.sittings_model import PAGE, Answer, Asked, SittingsModel
from desktop_app.ui.pages.sittings_removing import Removing, remove_words
from desktop_app.ui.pages.sittings_rows import EDIT, SittingsView
from desktop_app.ui.pages.sittings_words import (
    as_sitting,
    corrected,
    span_words,
    suggested,
    total_words,
    typed,
)
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.notice import Notice
from desktop_app.ui.widgets.placeholder import Placeholder
from desktop_app.ui.widgets.reading import Reading
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from datetime import date, datetime
    from typing import Any

    from desktop_app.base.errors import KnownError
    from desktop_app.base.sittings import Sitting
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.pages.sittings_words import Span, Typed

T = TypeVar("T")


class SittingsList(QWidget):
    """Reads its rows in pages, the newest first; ``now`` is the clock of what is added.

    Signals:
        widened: all sittings are shown again, not those of some days.
        offered: the fields are open.
    """

    widened = Signal()
    offered = Signal()

    def __init__(self, look: Look, bridge: Crossing, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._look, self._bridge, self._now = look, bridge, now
        self._span: Span | None = None
        self._asked_for = Asked()
        self._changing: Sitting | None = None
        self._whole = self._under_way = self._keeping = False
        self._reading: Reading[Answer] = Reading(bridge, self._read, self._took, self._refused)
        self.model = SittingsModel(self)
        self.view = SittingsView(look, self.model)
        self.title = Text(look, tr("All sittings"), Role.SECTION, elide=True)
        self.every = Button(look, tr("All sittings"), Kind.LINK, height=32)
        self.remove = Button(look, "", Kind.LINK, height=32)
        self.export = Button(look, tr("Export…"), Kind.LINK, name=tr("Export all sittings"),
                             height=32)  # fmt: skip
        self.clear = Button(look, tr("Remove all…"), Kind.PLAIN, role=Role.SMALL,
                            name=tr("Remove all sittings"), height=32)  # fmt: skip
        self.line = Notice(look)
        self.removing = Removing(bridge, self.line, self.read)
        self.added = Added(self.line, self.view, self.model)
        self.form = SittingForm(look)
        self.placeholder = Placeholder(look)
        self._lay_out()
        self._connect()
        self.show_span(None)

    @property
    def span(self) -> Span | None:
        """The days that are shown; None: all."""
        return self._span

    def show_span(self, span: Span | None) -> None:
        """Show the sittings of some days, or all."""
        self.model.today = self._today()
        if span != self._span:
            self.leave_form()
            self._span = span
            self.model.set_sittings(())
            self._stack.setCurrentWidget(self.placeholder)
            self.placeholder.loading()
        self._name()

    def read(self) -> None:
        """Read the rows anew, as many as there were."""
        self._asked_for = Asked(self._span, max(PAGE, self.model.rowCount()))
        self._reading.ask()

    def add(self) -> None:
        """Offer the fields for a sitting elsewhere; on the day that is shown, if it is one."""
        self._changing = None
        today, span = self._today(), self._span
        day = span.first if span is not None and span.is_day and span.first <= today else None
        title = tr("A sitting elsewhere")
        self.form.start(title, tr("Add it"), suggested(self._now(), day), today)
        self.offered.emit()

    def change(self, sitting: Sitting) -> None:
        """Offer the fields of an entry for change."""
        self._changing = sitting
        self.form.start(tr("Change this sitting"), tr("Keep"), typed(sitting), self._today())
        self.offered.emit()

    def leave_form(self) -> bool:
        """Close the fields; tell whether they were open."""
        if self.form.isHidden():
            return False
        before = self.form.leave()
        if before is not None and before.isVisibleTo(self.window()):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def menu(self) -> QMenu:
        """Return the menu of what is chosen; it deletes itself when it closes."""
        menu, chosen = QMenu(self), self.view.chosen()
        menu.aboutToHide.connect(menu.deleteLater)
        if len(chosen) == 1:
            change = menu.addAction(qicon(self._look, Icon.EDIT), tr("Change…"))
            change.triggered.connect(lambda _on: self.change(chosen[0]))
        remove = menu.addAction(qicon(self._look, Icon.TRASH), remove_words(len(chosen)))
        remove.triggered.connect(lambda _on: self._remove(chosen))
        return menu

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self._head.addWidget(Buttons(self._look, self.remove, self.every, self.export, self.clear))
        card = Card(self._look, padding=6, spacing=0)
        card.body.addWidget(self.form)
        self._stack = QStackedLayout()
        card.body.addLayout(self._stack, 1)
        self._stack.addWidget(self.placeholder)
        self._stack.addWidget(self.view)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(self.line)
        self._column.addWidget(card, 1)

    def _connect(self) -> None:
        self.every.clicked.connect(lambda _on: self.widened.emit())
        self.remove.clicked.connect(lambda _on: self._remove(self.view.chosen()))
        self.clear.clicked.connect(lambda _on: self.removing.ask_for_all())
        self.view.asked.connect(self._asked)
        self.view.menu_wanted.connect(self._open_menu)
        self.view.end_seen.connect(self._more)
        self.view.selectionModel().selectionChanged.connect(self._name)
        self.form.given.connect(self._given)
        self.form.given_up.connect(self.leave_form)
        self._look.changed.connect(self._dress)
        self._dress()

    async def _read(self, core: Core) -> Answer:
        asked = self._asked_for
        if asked.span is None:
            return Answer(asked, await core.sittings.recent(asked.limit))
        return Answer(asked, await core.sittings.between(asked.span.first, asked.span.last))

    def _took(self, answer: Answer) -> None:
        """Show what came, if it is what is wanted still; else it is being asked for."""
        if answer.asked.span == self._span:
            self._whole = answer.whole
            self.model.set_sittings(answer.sittings)
            self._show()
            self.added.look()

    def _more(self) -> None:
        """Read the next page, older than all that is there."""
        last = self.model.sitting(self.model.rowCount() - 1)
        if self._whole or self._under_way or last is None:
            return
        self._under_way = True

        def took(sittings: tuple[Sitting, ...]) -> None:
            self._under_way = False
            if self.model.sitting(self.model.rowCount() - 1) == last:
                self._whole = len(sittings) < PAGE
                self.model.append(sittings)

        def refused(problem: KnownError) -> None:
            self._under_way = False
            self.line.tell(problem, self._more)

        self._bridge.call(lambda core: core.sittings.recent(PAGE, last), took, refused)

    def _refused(self, problem: KnownError) -> None:
        if self.model.rowCount():
            self.line.tell(problem, self.read)
        else:
            self.placeholder.failed(problem, self.read)
            self._stack.setCurrentWidget(self.placeholder)

    def _show(self) -> None:
        some = self.model.rowCount() > 0
        if not some and self._span is not None:
            self.placeholder.empty(
                tr("No sitting is written down here"), "", tr("I sat elsewhere"), self.add
            )
        elif not some:
            advice = tr("A sitting from the page of meditations stands here when it is over; one "
                        "elsewhere you can add by hand.")  # fmt: skip
            self.placeholder.empty(tr("No sittings yet"), advice, tr("I sat elsewhere"), self.add)
        self._stack.setCurrentWidget(self.view if some else self.placeholder)
        self._name()

    def _name(self) -> None:
        """Say what is shown and what can be done with what is chosen."""
        span, number = self._span, len(self.view.selectedIndexes())
        if span is None:
            self.title.setText(tr("All sittings"))
        else:
            total = total_words(self.model.sittings)
            self.title.setText(words.join(span_words(span, self._today()), total))
        self.remove.setText(remove_words(number))
        self.remove.setVisible(number > 1)
        self.remove.updateGeometry()
        self.every.setVisible(span is not None)
        for button in (self.export, self.clear):
            button.setVisible(span is None and number < 2 and self.model.rowCount() > 0)

    def _asked(self, what: str) -> None:
        chosen = self.view.chosen()
        if what == EDIT and chosen:
            self.change(chosen[0] if len(chosen) == 1 else self._current() or chosen[0])
        elif chosen:
            self._remove(chosen)

    def _current(self) -> Sitting | None:
        return self.model.sitting(self.view.currentIndex().row())

    def _open_menu(self, at: QPoint) -> None:
        self.menu().popup(at)

    def _given(self, given: Typed) -> None:
        """Keep what was typed, once; a refusal leaves the fields as they are."""
        changing = self._changing
        if self._keeping:
            return
        if changing is None:
            self._keep(lambda core: add(core, as_sitting(given)), self.added.note)
            return
        changed = corrected(changing, given)
        if changed == changing:
            self.leave_form()
        else:
            self._keep(lambda core: core.sittings.change(changed), lambda _none: None)

    def _keep(
        self, make: Callable[[Core], Coroutine[Any, Any, T]], done: Callable[[T], None]
    ) -> None:
        self._keeping = True

        def kept(answer: T) -> None:
            self._keeping = False
            done(answer)
            self.leave_form()
            self.read()

        def refused(problem: KnownError) -> None:
            self._keeping = False
            self.form.refuse(problem)

        self._bridge.call(make, kept, refused)

    def _remove(self, chosen: tuple[Sitting, ...]) -> None:
        if self._changing in chosen:
            self.leave_form()
        self.removing.remove(chosen)

    def _today(self) -> date:
        return self._now().astimezone().date()

    def _dress(self) -> None:
        self._head.setSpacing(self._look.px(8))
        self._column.setSpacing(self._look.px(8))
        self.title.setFixedHeight(self._look.px(28))
