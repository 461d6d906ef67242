"""What the person may choose of the window: its language, colours and letters, and what it hides.

The last argument of a row is never seen: other words that somebody may look for it with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSystemTrayIcon

from desktop_app.base.settings import Theme
from desktop_app.ui.look.language import LANGUAGES
from desktop_app.ui.look.theme import PERCENT_RANGE, PERCENT_STEP
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.settings_rows import Choice, Steps
from desktop_app.ui.pages.settings_section import Section

if TYPE_CHECKING:
    from desktop_app.ui.widgets.page import Page


class Looks(Section):
    """Language, colours, size of the text, names."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, tr("Appearance"))
        self.choice(
            "language",
            tr("Language"),
            tr("Of this window; what feeds say stays as it is."),
            (("", tr("As the computer")), *LANGUAGES),
            tr("english spanish translation words tongue"),
        )
        themes = (
            (Theme.SYSTEM, tr("As the computer")),
            (Theme.LIGHT, tr("Light")),
            (Theme.DARK, tr("Dark")),
        )
        hint = tr("Dark is easier on the eyes at night.")
        also = tr("theme colors night black white bright")
        self.choice("theme", tr("Colours"), hint, themes, also)
        self.text_size = Steps(self.look, tr("Text size"), PERCENT_RANGE, PERCENT_STEP)
        hint = tr("Ctrl + and Ctrl − do the same anywhere.")
        also = tr("font letters zoom bigger larger smaller reading glasses")
        self.group.add_row(tr("Text size"), hint, self.text_size, also)
        names = ((True, tr("First name and initial")), (False, tr("As the feed says")))
        hint = tr("How speakers are named in lists.")
        also = tr("speakers anonymity full surname last")
        self.choice("short_names", tr("Names"), hint, names, also)


class Window(Section):
    """What closing the window means."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, tr("Window"))
        title = tr("When the window is closed")
        stays = ((False, tr("End Hearthside")), (True, tr("Keep going in the tray")))
        self.staying: Choice[bool] = Choice(self.look, title, stays)
        also = tr("quit exit background minimise minimize icon")
        self.hint = self.group.add_row(title, " ", self.staying, also)
        self.choices["stay_in_tray"] = self.staying
        self.look_for_tray()

    def look_for_tray(self) -> None:
        """Offer the tray only where there is one; a desktop may get one at any time."""
        there = QSystemTrayIcon.isSystemTrayAvailable()
        self.staying.setEnabled(there)
        self.hint.setText(
            tr("In the tray, sound and downloads go on; Ctrl+Q ends Hearthside.")
            if there
            else tr("This desktop has no tray, so closing the window ends Hearthside.")
        )


class Privacy(Section):
    """What those who pass by may see."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, tr("Privacy"))
        hint = tr(
            "For eyes that pass by: the title of the window, the tray and the computer's media "
            "controls say “Audio” and not what plays, and talks have no pictures. Inside the "
            "window the titles stay."
        )
        also = tr("hide secret private anonymous title pictures covers")
        on = ((True, tr("On")), (False, tr("Off")))
        self.choice("discreet", tr("Discreet mode"), hint, on, also)
