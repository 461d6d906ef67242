"""The groups of what a search finds: a heading, the best rows, and a way to all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.base.model import EpisodePage, EpisodeQuery
from desktop_app.base.shelves import Found, Group
from desktop_app.ui.look.tokens import Role
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import EpisodesModel
from desktop_app.ui.models.moments import MomentsModel
from desktop_app.ui.pages import search_words
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.episode_list import EpisodeList
from desktop_app.ui.widgets.folding_list import keep_in_sight
from desktop_app.ui.widgets.hit_row import HitList
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QListView

    from desktop_app.base.model import Episode
    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.pages.search_words import Thing

_AT_ONCE = 100


class FoundTalks(EpisodesModel):
    """The talks of an answer, as rows like any other.

    ``outdated`` fires, now and then, when a talk is another than it was: the question is to be
    asked once more, for it is not this model that asks.
    """

    outdated = Signal()

    def give(self, text: str, talks: tuple[Episode, ...]) -> None:
        """Show these; rows that stay are only drawn anew."""
        self._query = EpisodeQuery(text=text)
        for offset in range(0, max(1, len(talks)), _AT_ONCE):
            some = talks[offset : offset + _AT_ONCE]
            self._answered(offset // _AT_ONCE, EpisodePage(len(talks), offset, some))

    def _ask(self, _number: int) -> None:
        self.outdated.emit()

    def _want(self, _number: int) -> None:
        """Leave it: what is not here was not given."""


class FoundGroup(QWidget):
    """One group. ``link`` leads to all of it, or back to all groups.

    Signals:
        wanted: the group that is to be shown alone; None: all.
    """

    wanted = Signal(object)

    def __init__(self, look: Look, group: Group, rows: QWidget, view: QListView) -> None:
        super().__init__()
        self._look, self.group, self.view = look, group, view
        self._alone = False
        self._title = search_words.title(group)
        self.link = Button(look, "", Kind.LINK, height=32)
        policy = self.link.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.link.setSizePolicy(policy)
        self._head = QHBoxLayout()
        self._head.addWidget(Text(look, self._title, Role.SECTION))
        self._head.addStretch(1)
        self._head.addWidget(self.link)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(rows)
        keep_in_sight(view)
        self.link.clicked.connect(lambda _on: self.wanted.emit(None if self._alone else group))
        look.changed.connect(self._dress)
        self._dress()

    def frame(self, *, more: bool, alone: bool) -> None:
        """Offer all of the group if there is more of it, or the way back when it stands alone."""
        self._alone = alone
        text = tr("Back to everything found") if alone else tr("Show all")
        if text != self.link.text():
            self.link.setText(text)
            self.link.set_name(text if alone else f"{self._title}: {text}")
            self.link.updateGeometry()
        self.link.setVisible(more or alone)

    def _dress(self) -> None:
        self._column.setSpacing(self._look.px(8))


class Groups(QWidget):
    """All groups, one below the other; those without rows are not to be seen.

    Signals:
        chosen: what a row that is none of talks stands for.
        menu_wanted: the talk of such a row, and where.
        wanted: the group that is to be shown alone; None: all.
    """

    chosen = Signal(object)
    menu_wanted = Signal(object, QPoint)
    wanted = Signal(object)

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__()
        self._look = look
        self.talks = FoundTalks(look, bridge, self)
        self.list = EpisodeList(
            look, bridge, self.talks, name=search_words.title(Group.TALKS), fit=True
        )
        self.models: dict[Group, MomentsModel[Thing]] = {}
        self.groups: dict[Group, FoundGroup] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for group in Group:
            made = self._make(group)
            made.wanted.connect(self.wanted)
            made.hide()
            self.groups[group] = made
            self._column.addWidget(made)
        self._column.addStretch(1)
        look.changed.connect(self._dress)
        self._dress()

    @property
    def views(self) -> tuple[QListView, ...]:
        """The lists of all groups, from the first to the last."""
        return tuple(group.view for group in self.groups.values())

    @property
    def filled(self) -> tuple[QListView, ...]:
        """The lists that have rows."""
        return tuple(group.view for group in self.groups.values() if not group.isHidden())

    def show_found(self, found: Found, only: Group | None) -> None:
        """Show an answer."""
        self.talks.give(found.text, found.talks)
        for group, model in self.models.items():
            model.set_lines(search_words.hits(found, group, short=self._look.short_names))
        for group, each in self.groups.items():
            each.setVisible(bool(getattr(found, group.value)))
            each.frame(more=group in found.more, alone=group is only)

    def _make(self, group: Group) -> FoundGroup:
        if group is Group.TALKS:
            return FoundGroup(self._look, group, self.list, self.list.view)
        model: MomentsModel[Any] = MomentsModel(self)
        rows = HitList(self._look, model, name=search_words.title(group))
        rows.chosen.connect(self.chosen)
        rows.menu_requested.connect(self._menu)
        card = Card(self._look, padding=6)
        card.body.addWidget(rows)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.models[group] = model
        return FoundGroup(self._look, group, card, rows)

    def _menu(self, thing: Thing, at: QPoint) -> None:
        episode = getattr(thing, "episode", None)
        if episode is not None:
            self.menu_wanted.emit(episode, at)

    def _dress(self) -> None:
        self._column.setSpacing(self._look.px(20))
