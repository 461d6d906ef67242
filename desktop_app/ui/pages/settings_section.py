"""A part of the Settings page: a title, a card of rows, and the choices in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication

from desktop_app.ui.pages.settings_rows import Choice, Group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.pages.own_choice import OwnChoice
    from desktop_app.ui.widgets.page import Page


class Section:
    """Puts itself at the end of the page's body.

    Attributes:
        choices: what may be chosen, by the settings that they stand for.
    """

    def __init__(self, page: Page, title: str) -> None:
        self.page, self.look = page, page.look
        self.heading = page.add_section(title)
        self.group = Group(page.look)
        self.choices: dict[str, Choice[Any] | OwnChoice[Any]] = {}
        page.body.addWidget(self.group)

    def choice(
        self,
        field: str,
        title: str,
        hint: str,
        options: Sequence[tuple[Any, str]],
        also: str = "",
    ) -> Choice[Any]:
        """Add a row with a choice for one setting; ``also``: more words to find it with."""
        choice: Choice[Any] = Choice(self.look, title, options)
        self.group.add_row(title, hint, choice, also)
        self.choices[field] = choice
        return choice

    def find(self, wanted: Sequence[str]) -> bool:
        """Show only what has all these words; return whether anything has."""
        found = self.group.show_only(wanted, self.heading.text())
        self.heading.setVisible(found)
        self.group.setVisible(found)
        return found


def has_keyboard(place: QWidget) -> bool:
    """Tell whether the keyboard is somewhere in this part of a page."""
    held: QWidget | None = QApplication.focusWidget()
    return held is not None and place.isAncestorOf(held)
