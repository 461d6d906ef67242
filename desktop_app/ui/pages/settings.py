"""The Settings page: every choice in plain words; it holds from the moment it is made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from desktop_app.base.settings import Settings, Theme
from desktop_app.services.events import SettingsChanged
from desktop_app.ui.look import feed_words, words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.theme import PERCENT_RANGE, PERCENT_STEP
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages import downloads_choices as choices
from desktop_app.ui.pages import settings_sittings
from desktop_app.ui.pages.settings_rows import Choice, Group, Steps
from desktop_app.ui.pages.settings_save import back_up, choose_file, export_feeds
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.windows.keyboard_sheet import KeyboardSheet

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence
    from typing import Any

    from desktop_app.base.errors import KnownError
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.pages.own_choice import OwnChoice

SKIPS_BACK = (5, 10, 15, 30, 60)
SKIPS_FORWARD = (10, 15, 30, 45, 60)
SPEEDS = (0.8, 1.0, 1.2, 1.5, 2.0)
HOURS = (0, 1, 2, 4, 8, 12, 24)
AT_ONCE = (1, 2, 3, 4, 6)


class SettingsPage(Page):
    """Shows what is in force and changes it through the services."""

    name = "settings"

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge, tr("Settings"))
        self.subtitle.setText(tr("What you choose holds at once."))
        self.settings = look.settings
        self.folder = ""
        self.choices: dict[str, Choice[Any] | OwnChoice[Any]] = {}
        self.text_size = Steps(look, tr("Text size"), PERCENT_RANGE, PERCENT_STEP)
        self.open_folder = Button(look, tr("Open folder"), icon=Icon.FOLDER)
        self.export = Button(look, tr("Export…"))
        self.backup = Button(look, tr("Back up…"))
        self.keys = Button(look, tr("Show all keys"), icon=Icon.KEYBOARD)
        self.about = Button(look, tr("About Hearthside"), icon=Icon.INFO)
        self.problems = Button(look, tr("Problems"), icon=Icon.WARNING)
        self._add_appearance()
        self._add_window()
        self._add_privacy()
        self._add_listening()
        self._add_feeds()
        self._add_downloads()
        self._add_sittings()
        self._add_library()
        self._add_help()
        self.body.addStretch(1)
        self._connect()
        self._show(self.settings)

    def shown(self, argument: object) -> None:
        """Read what is in force, and where the library lies."""
        del argument
        self._look_for_tray()
        self.bridge.call(lambda core: core.settings.current(), self._show, self.notice.tell)
        self.bridge.call(_place, self._show_place, self.notice.tell)

    def heard(self, event: object) -> None:
        """Follow a change, wherever it was made."""
        if isinstance(event, SettingsChanged):
            self._show(event.settings)

    def _add_appearance(self) -> None:
        group = self._group(tr("Appearance"))
        themes = (
            (Theme.SYSTEM, tr("As the computer")),
            (Theme.LIGHT, tr("Light")),
            (Theme.DARK, tr("Dark")),
        )
        self._choice(group, "theme", tr("Colours"), "", themes)
        hint = tr("Ctrl + and Ctrl − do the same anywhere.")
        group.add_row(tr("Text size"), hint, self.text_size)
        names = ((True, tr("First name and initial")), (False, tr("As the feed says")))
        hint = tr("How speakers are named in lists.")
        self._choice(group, "short_names", tr("Names"), hint, names)

    def _add_window(self) -> None:
        stays = ((False, tr("End Hearthside")), (True, tr("Keep going in the tray")))
        self.staying: Choice[bool] = Choice(self.look, tr("When the window is closed"), stays)
        group = self._group(tr("Window"))
        self.staying_hint = group.add_row(tr("When the window is closed"), " ", self.staying)
        self._follow("stay_in_tray", self.staying)
        self._look_for_tray()

    def _add_privacy(self) -> None:
        hint = tr(
            "For eyes that pass by: the title of the window, the tray and the computer's media "
            "controls say “Audio” and not what plays, and talks have no pictures. Inside the "
            "window the titles stay."
        )
        discreet = ((True, tr("On")), (False, tr("Off")))
        self._choice(self._group(tr("Privacy")), "discreet", tr("Discreet mode"), hint, discreet)

    def _look_for_tray(self) -> None:
        """Offer the tray only where there is one; a desktop may get one at any time."""
        there = QSystemTrayIcon.isSystemTrayAvailable()
        self.staying.setEnabled(there)
        self.staying_hint.setText(
            tr("In the tray, sound and downloads go on; Ctrl+Q ends Hearthside.")
            if there
            else tr("This desktop has no tray, so closing the window ends Hearthside.")
        )

    def _add_listening(self) -> None:
        group = self._group(tr("Listening"))
        back = [(value, tr("{n} s", n=value)) for value in SKIPS_BACK]
        forward = [(value, tr("{n} s", n=value)) for value in SKIPS_FORWARD]
        speeds = [(value, words.rate(value)) for value in SPEEDS]
        self._choice(group, "skip_back", tr("Skip back"), tr("With ← or the button."), back)
        self._choice(
            group, "skip_forward", tr("Skip forward"), tr("With → or the button."), forward
        )
        hint = tr("For feeds that have no speed of their own. The voice keeps its pitch.")
        self._choice(group, "speed", tr("Usual speed"), hint, speeds)
        level = ((True, tr("On")), (False, tr("Off")))
        hint = tr("Every recording is about as loud; a quiet tape is made louder, never harsh.")
        self._choice(group, "levelling", tr("Bring quiet recordings up"), hint, level)
        kept = ((True, tr("Keep")), (False, tr("Do not keep")))
        hint = tr("When you listened to what, on the Queue page. Only on this computer.")
        self._choice(group, "keep_history", tr("A history"), hint, kept)

    def _add_feeds(self) -> None:
        group = self._group(tr("Feeds"))
        hours = [(value, feed_words.every(value)) for value in HOURS]
        hint = tr("While the window is open. A feed may have a choice of its own.")
        self._choice(group, "refresh_hours", tr("Refresh by itself"), hint, hours)
        start = ((True, tr("Refresh")), (False, tr("Do not refresh")))
        hint = tr("When the window opens.")
        self._choice(group, "refresh_on_start", tr("On start"), hint, start)
        metered = ((False, tr("Go on as usual")), (True, tr("Wait")))
        hint = tr(
            "A mobile phone's, say. Refreshing, and new talks that come by themselves; "
            "what you ask for yourself is done at once."
        )
        self._choice(
            group, "spare_metered", tr("On a connection that is paid by use"), hint, metered
        )

    def _add_downloads(self) -> None:
        group = self._group(tr("Downloads"))
        several = [(value, words.number(value)) for value in AT_ONCE]
        self._choice(group, "parallel_downloads", tr("At the same time"), "", several)
        limits = [(value, choices.limit_words(value)) for value in choices.LIMITS_KB]
        hint = tr("Leaves room for others on the same connection.")
        self._choice(group, "bandwidth_kb", tr("Highest speed"), hint, limits)
        self._follow(choices.HOURS, choices.add_hours(group, self.look))
        for field, choice in choices.add_room(group, self.look).items():
            self._follow(field, choice)

    def _add_sittings(self) -> None:
        group = self._group(tr("Sittings"))
        for field, choice in settings_sittings.add_rows(group, self.look).items():
            self._follow(field, choice)

    def _add_library(self) -> None:
        group = self._group(tr("Library"))
        self.place = group.add_row(tr("Where it lies"), " ", self.open_folder)
        hint = tr("A list of your feeds (OPML) that other podcast apps can read.")
        group.add_row(tr("Subscriptions"), hint, self.export)
        hint = tr("A copy of places, favorites and notes, without the recordings.")
        group.add_row(tr("Backup"), hint, self.backup)

    def _add_help(self) -> None:
        group = self._group(tr("Help"))
        buttons = QWidget()
        flow = Flow(buttons, self.look.px(8))
        self.look.changed.connect(lambda: flow.set_gap(self.look.px(8)))
        for button in (self.keys, self.problems, self.about):
            flow.addWidget(button)
        group.body.addWidget(buttons)

    def _group(self, title: str) -> Group:
        self.add_section(title)
        group = Group(self.look)
        self.body.addWidget(group)
        return group

    def _choice(
        self, group: Group, field: str, title: str, hint: str, options: Sequence[tuple[Any, str]]
    ) -> None:
        choice: Choice[Any] = Choice(self.look, title, options)
        group.add_row(title, hint, choice)
        self._follow(field, choice)

    def _follow(self, field: str, choice: Choice[Any] | OwnChoice[Any]) -> None:
        """Have a choice show what is in force, and what it says be kept."""
        choice.chosen.connect(lambda value: self._change(field, value))
        self.choices[field] = choice

    def _connect(self) -> None:
        self.text_size.chosen.connect(lambda percent: self._change("text_percent", percent))
        self.open_folder.clicked.connect(lambda _on: self._open_folder())
        self.export.clicked.connect(lambda _on: self._export())
        self.backup.clicked.connect(lambda _on: self._back_up())
        self.keys.clicked.connect(lambda _on: KeyboardSheet(self.look, self).open())
        self.about.clicked.connect(lambda _on: self.open_page.emit("about", None))
        self.problems.clicked.connect(lambda _on: self.open_page.emit("problems", None))
        self.open_folder.setEnabled(False)

    def _show(self, settings: Settings) -> None:
        self.settings = settings
        for field, choice in self.choices.items():
            choice.set_value(_in_force(settings, field))
        self.text_size.set_value(settings.text_percent)

    def _show_place(self, folder: str) -> None:
        self.folder = folder
        self.place.setText(re.sub(r"([/\\])", "\\1\u200b", folder))
        self.place.setAccessibleName(folder)
        self.open_folder.setEnabled(True)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder))

    def _export(self) -> None:
        choose_file(
            self,
            tr("Export subscriptions"),
            "hearthside.opml",
            lambda path: self._save(lambda core: export_feeds(core, path), path),
        )

    def _back_up(self) -> None:
        choose_file(
            self,
            tr("Back up the library"),
            "hearthside-library.sqlite",
            lambda path: self._save(lambda core: back_up(core, path), path),
        )

    def _save(self, make: Callable[[Core], Coroutine[Any, Any, None]], path: str) -> None:
        self.bridge.call(make, lambda _none: self.notice.say(tr("Saved"), path), self.notice.tell)

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


async def _place(core: Core) -> str:
    return str(core.home.root)
