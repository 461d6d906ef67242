"""What the person may choose for sittings: whether they are kept, and a reminder of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTime
from PySide6.QtWidgets import QTimeEdit

from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.own_choice import OwnChoice, OwnForm
from desktop_app.ui.pages.settings_section import Section

if TYPE_CHECKING:
    from typing import Any

    from desktop_app.base.settings import Settings
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.widgets.page import Page

REMINDER = "sit_reminder"
"""Stands for the two settings that make up a reminder."""
TIMES: tuple[int | None, ...] = (None, 7 * 60, 12 * 60, 21 * 60)
"""Offered times in minutes after midnight; None: no reminder."""


class TimeForm(OwnForm):
    """A time of the day, in minutes after midnight."""

    def __init__(self, look: Look) -> None:
        self.field = QTimeEdit()
        self.field.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))
        super().__init__(look, (tr("Every day at"), self.field))

    def start(self, value: object) -> None:
        """Begin with this time; with None, at half past seven."""
        minutes = value if isinstance(value, int) else 7 * 60 + 30
        self.field.setTime(QTime(minutes // 60, minutes % 60))
        self.show()
        self.field.setFocus()

    def value(self) -> int:
        """Return the minutes."""
        self.field.interpretText()
        return self.field.time().hour() * 60 + self.field.time().minute()


def reminder(settings: Settings) -> int | None:
    """Return when the person is reminded, in minutes after midnight; None: never."""
    return settings.sit_reminder_at if settings.sit_reminder else None


def change(value: int | None) -> dict[str, Any]:
    """Return the settings that are to change; a time once chosen is kept while there is none."""
    if value is None:
        return {"sit_reminder": False}
    return {"sit_reminder": True, "sit_reminder_at": value}


def time_words(value: int | None) -> str:
    """Return "07:00", or "Off"."""
    return tr("Off") if value is None else words.wall_time(value)


class Sittings(Section):
    """Whether sittings are kept, and when the person is reminded of one."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, tr("Sittings"))
        kept = ((True, tr("Keep")), (False, tr("Do not keep")))
        hint = tr("When and how long you sat. Only on this computer.")
        also = tr("meditation history diary journal privacy track")
        self.choice("log_sittings", tr("A log of sittings"), hint, kept, also)
        title = tr("A reminder to sit")
        hint = tr(
            "A notification, while Hearthside is open or in the tray, on days on which you have "
            "not sat yet. It says only what time it is, nothing that others should not read."
        )
        times = OwnChoice(self.look, title, TIMES, time_words, TimeForm(self.look))
        also = tr("meditation alarm bell sound notification notify daily clock time")
        self.group.add_row(title, hint, times, also)
        self.choices[REMINDER] = times
