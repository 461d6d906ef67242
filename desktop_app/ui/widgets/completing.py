"""Offering names while somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QListView

from desktop_app.ui.look.tokens import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QLineEdit

    from desktop_app.ui.look.theme import Look


def complete(look: Look, field: QLineEdit, known: Iterable[str]) -> None:
    """Offer these in a list below the field; whatever was offered before is not any more."""
    completer = QCompleter(list(known), field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    offers = QListView()
    offers.setObjectName("offers")
    offers.setFont(look.font(Role.BODY))
    completer.setPopup(offers)
    look.dress(offers)
    field.setCompleter(completer)
