"""A few talks with a way to all of them, for pages that scroll as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.look import words
from desktop_app.ui.look.tokens import Role
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import EpisodesModel
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.episode_list import EpisodeList
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QListView

    from desktop_app.base.model import EpisodeQuery
    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.widgets.episode_row import RowText


class FoldingList(QWidget):
    """A titled list that shows its first ``few`` rows until the person asks for all.

    ``link`` is the button that unfolds and folds; hidden while there is nothing more.
    ``lists`` are connected by the page as any :class:`EpisodeList`; the second one, with all
    rows, reads nothing before it is asked for.
    """

    def __init__(
        self, look: Look, bridge: Crossing, title: str, *, few: int, text: RowText | None = None
    ) -> None:
        super().__init__()
        self._query: EpisodeQuery | None = None
        self._title, self._unfolded = title, False
        self.lists = tuple(
            EpisodeList(
                look,
                bridge,
                EpisodesModel(look, bridge, self, limit=limit),
                name=title,
                text=text,
                fit=True,
            )
            for limit in (few, 0)
        )
        self.link = Button(look, "", Kind.LINK)
        head = QHBoxLayout()
        head.addWidget(Text(look, title, Role.SECTION))
        head.addStretch(1)
        head.addWidget(self.link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        for each in self.lists:
            column.addWidget(each)
            keep_in_sight(each.view)
            each.model.rowsInserted.connect(self._name)
            each.model.rowsRemoved.connect(self._name)
            each.model.dataChanged.connect(self._name)
            each.model.state_changed.connect(self._name)
        self.link.clicked.connect(lambda _checked: self.unfold(unfolded=not self._unfolded))
        look.fit(self, lambda: column.setSpacing(look.px(8)))
        self.unfold(unfolded=False)

    @property
    def unfolded(self) -> bool:
        """Whether all rows are shown."""
        return self._unfolded

    def show_query(self, query: EpisodeQuery) -> None:
        """Show what ``query`` finds; asked again for the same, keep the place."""
        if query != self._query:
            self._query = query
            for each in self._in_use():
                each.model.show(query)
        else:
            for each in self._in_use():
                each.model.refresh()

    def unfold(self, *, unfolded: bool) -> None:
        """Show all rows, or few."""
        self._unfolded = unfolded
        few, every = self.lists
        if unfolded and self._query is not None and every.model.query != self._query:
            every.model.show(self._query)
        few.setVisible(not unfolded)
        every.setVisible(unfolded)
        self._name()

    def _in_use(self) -> tuple[EpisodeList, ...]:
        few, every = self.lists
        return (few, every) if every.model.query is not None or self._unfolded else (few,)

    def _name(self) -> None:
        model = self.lists[0].model
        more = model.total > model.rowCount()
        self.link.setVisible(self._unfolded or more)
        text = tr("Show fewer") if self._unfolded else tr("All {n}", n=words.number(model.total))
        if text != self.link.text():
            self.link.setText(text)
            self.link.set_name(f"{self._title}: {text}")
            self.link.updateGeometry()


def keep_in_sight(view: QListView) -> None:
    """Let the page follow the row that the keyboard is on, as the view itself never scrolls."""
    _Follower(view)


class _Follower(QObject):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        view.selectionModel().currentChanged.connect(self._follow)

    def _follow(self, current: QModelIndex) -> None:
        area = self._view.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        inner = area.widget() if area is not None else None
        if area is not None and inner is not None and self._view.hasFocus():
            row = self._view.visualRect(current)
            at = self._view.viewport().mapTo(inner, row.center())
            area.ensureVisible(at.x(), at.y(), 0, row.height())
