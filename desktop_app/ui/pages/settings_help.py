"""The end of the Settings page: the ways to keys, problems and About."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.settings_section import Section
from desktop_app.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from desktop_app.ui.widgets.page import Page


class Help(Section):
    """Leads to what explains, and to what went wrong."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, tr("Help"))
        look = self.look
        self.keys = Button(look, tr("Show all keys"), icon=Icon.KEYBOARD)
        self.problems = Button(look, tr("Problems"), icon=Icon.WARNING)
        self.about = Button(look, tr("About Hearthside"), icon=Icon.INFO)
        rows = (
            (tr("Keyboard"), tr("What each key does; ? shows it anywhere."), self.keys,
             tr("shortcuts hotkeys manual")),
            (tr("What went wrong"), tr("Feeds and downloads that failed, and what to do."),
             self.problems, tr("errors failed log report bug trouble")),
            (tr("About"), tr("The version, what it is made of, and what it is not."), self.about,
             tr("licence license version contact support")),
        )  # fmt: skip
        for title, hint, button, also in rows:
            self.group.add_row(title, hint, button, also)
        self.keys.clicked.connect(lambda _on: page.keys_wanted.emit())
        self.about.clicked.connect(lambda _on: page.open_page.emit("about", None))
        self.problems.clicked.connect(lambda _on: page.open_page.emit("problems", None))
