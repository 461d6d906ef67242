"""Adds a sitting that was elsewhere, and tells that it is there where nobody can see it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.sittings_words import day_span, span_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QListView

    from desktop_app.base.sittings import Sitting
    from desktop_app.services.core import Core
    from desktop_app.ui.pages.sittings_model import SittingsModel
    from desktop_app.ui.widgets.notice import Notice


class Added:
    """Says in ``line`` what was added, once, if its row in ``view`` is not in sight."""

    def __init__(self, line: Notice, view: QListView, model: SittingsModel) -> None:
        self._line, self._view, self._model = line, view, model
        self._sitting: Sitting | None = None
        self._said = ""

    def note(self, sitting: Sitting) -> None:
        """Remember what was added, until its row has been seen."""
        self._sitting, self._said = sitting, ""

    def look(self) -> None:
        """Look, after rows were read and have their place, whether it is among those in sight."""
        if self._sitting is not None:
            QTimer.singleShot(0, self._view, self._look)

    def forget(self) -> None:
        """Say it no more."""
        self._line.take_back(self._said)
        self._sitting, self._said = None, ""

    def _look(self) -> None:
        sitting = self._sitting
        if sitting is None:
            return
        if self._in_sight(sitting):
            self.forget()
        elif not self._said:
            day = span_words(day_span(sitting.started.astimezone().date()), self._model.today)
            self._said = tr("Added: {day}", day=day)
            self._line.say(self._said, words.minutes(sitting.sat))

    def _in_sight(self, sitting: Sitting) -> bool:
        row = self._model.row_of(sitting.id)
        if row < 0:
            return False
        place = self._view.visualRect(self._model.index(row))
        return self._view.viewport().visibleRegion().contains(place.center())


async def add(core: Core, new: Sitting) -> Sitting:
    """Write a sitting down; return it with its number in the log.

    Raises:
        KnownError: It cannot be, or the library cannot be written.
    """
    number = await core.sittings.add(new.started, new.sat, preset=new.preset, note=new.note)
    return replace(new, id=number)
