"""The Settings page: every choice in plain words; it holds from the moment it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app.services.events import SettingsChanged
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages import downloads_choices as choices
from desktop_app.ui.pages import settings_sittings
from desktop_app.ui.pages.settings_feeds import Downloads, Feeds
from desktop_app.ui.pages.settings_help import Help
from desktop_app.ui.pages.settings_library import LibraryRows
from desktop_app.ui.pages.settings_listening import Listening
from desktop_app.ui.pages.settings_looks import Looks, Privacy, Window
from desktop_app.ui.pages.settings_search import SettingsField, meant
from desktop_app.ui.pages.settings_sittings import Sittings
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.placeholder import Placeholder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.base.errors import KnownError
    from desktop_app.base.settings import Settings
    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.pages.own_choice import OwnChoice
    from desktop_app.ui.pages.settings_rows import Choice
    from desktop_app.ui.pages.settings_section import Section


class SettingsPage(Page):
    """Shows what is in force and changes it through the services."""

    name = "settings"

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge, tr("Settings"))
        self.subtitle.setText(tr("What you choose holds at once."))
        self.settings = look.settings
        self.field = SettingsField(look)
        self.tools.addWidget(self.field)
        self.looks, self.window_rows = Looks(self), Window(self)
        privacy, listening = Privacy(self), Listening(self)
        feeds, downloads, sittings = Feeds(self), Downloads(self), Sittings(self)
        self.library, self.help = LibraryRows(self), Help(self)
        self.sections: tuple[Section, ...] = (
            self.looks, self.window_rows, privacy, listening, feeds, downloads, sittings,
            self.library, self.help,
        )  # fmt: skip
        self.nothing = Placeholder(look)
        self.nothing.hide()
        self.body.addWidget(self.nothing)
        self.body.addStretch(1)
        self.choices: dict[str, Choice[Any] | OwnChoice[Any]] = {}
        for section in self.sections:
            for field, choice in section.choices.items():
                self._follow(field, choice)
        self.looks.text_size.chosen.connect(lambda percent: self._change("text_percent", percent))
        self.field.textChanged.connect(self._find)
        self._show(self.settings)

    def shown(self, argument: object) -> None:
        """Show all rows, and read what is in force, and where the library lies."""
        del argument
        self.field.clear()
        self.library.restore.fold()
        self.library.erase.fold()
        self.window_rows.look_for_tray()
        self.bridge.call(lambda core: core.settings.current(), self._show, self.notice.tell)
        self.library.ask_place()

    def heard(self, event: object) -> None:
        """Follow a change, wherever it was made."""
        if isinstance(event, SettingsChanged):
            self._show(event.settings)

    def search(self) -> bool:
        """Put the cursor into the field at the top."""
        self.field.setFocus()
        self.field.selectAll()
        return True

    def _find(self, text: str) -> None:
        found = any(map(self._narrow, meant(text)))
        self.nothing.setVisible(not found)
        if not found:
            self.nothing.empty(
                tr("No setting fits “{words}”", words=text.strip()),
                tr("Try another word, such as “dark”, “speed” or “backup”. Esc shows all again."),
                tr("Show all"),
                self.field.clear,
            )

    def _narrow(self, wanted: Sequence[str]) -> bool:
        """Leave what has all these words; tell whether anything is left."""
        found = [section.find(wanted) for section in self.sections]
        return any(found)

    def _follow(self, field: str, choice: Choice[Any] | OwnChoice[Any]) -> None:
        self.choices[field] = choice
        choice.chosen.connect(lambda value: self._change(field, value))

    def _show(self, settings: Settings) -> None:
        self.settings = settings
        for field, choice in self.choices.items():
            choice.set_value(_in_force(settings, field))
        self.looks.text_size.set_value(settings.text_percent)

    def _change(self, field: str, value: Any) -> None:  # noqa: ANN401 - any setting's value
        def failed(problem: KnownError) -> None:
            self._show(self.settings)
            self.notice.tell(problem)

        sits = field == settings_sittings.REMINDER
        changed = settings_sittings.change(value) if sits else choices.change(field, value)
        self.bridge.call(lambda core: core.settings.change(**changed), None, failed)


def _in_force(settings: Settings, field: str) -> object:
    """Return the value of a choice, which may stand for several settings."""
    if field == settings_sittings.REMINDER:
        return settings_sittings.reminder(settings)
    return choices.in_force(settings, field)
