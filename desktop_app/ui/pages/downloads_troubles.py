"""The parts of the Downloads page with what failed, and with what somebody took away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.downloads_moving import FailedRow, LostRow, RowsCard
from desktop_app.ui.pages.downloads_part import Part
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.pages.downloads_shelf import Shelf

_FEW = 5


class FailedPart(Part):
    """Downloads that failed, each with its reason; hidden while there are none."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, tr("Failed"))
        self.card = RowsCard(look, FailedRow, tr("Failed downloads"))
        self.again = self.add_link(tr("Try all again"))
        self.card.before = self.again
        self.column.addWidget(self.card)

    def show_shelf(self, shelf: Shelf) -> None:
        """Show what failed."""
        for row, one in self.card.keep(shelf.failed):
            row.show_reason(one, shelf.problems, doubted=one.id in shelf.doubted)
        self.setVisible(bool(shelf.failed))


class LostPart(Part):
    """Talks whose files were taken away; hidden while there are none."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, tr("No longer on this computer"))
        self.card = RowsCard(look, LostRow, tr("Files that were taken away"))
        self.dismiss = self.add_link(tr("Dismiss all"))
        self.again = self.add_link(tr("Download all again"))
        self.more = Text(look, "")
        self.card.before = self.again
        self.column.addWidget(self.card)
        self.column.addWidget(self.more)
        kept = tr("Your places and notes are kept.")
        self.say(tr("Their files were moved or deleted outside Hearthside.") + " " + kept)

    def show_shelf(self, shelf: Shelf) -> None:
        """Show the first that are gone; the buttons stand for all."""
        shown = shelf.lost[:_FEW]
        for row, one in self.card.keep(shown):
            row.show_it(one)
        beyond = shelf.missing - len(shown)
        self.more.setText(words.count(beyond, "and 1 more", "and {n} more"))
        self.more.setVisible(beyond > 0)
        self.setVisible(bool(shown))
