"""What Hearthside keeps: each kind of thing, where it lies, how long, how much; what is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app.ui.look import kept_words, words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.queue_history import HISTORY
from desktop_app.ui.pages.settings_leaf import SettingsLeaf
from desktop_app.ui.pages.settings_rows import Group
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.base.kept import Kept
    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look


class Amount(QWidget):
    """How much there is of something, and what can be done about it."""

    def __init__(self, look: Look, button: Button | None = None) -> None:
        super().__init__()
        self.shown = Text(look, "", wrap=True)
        self.button = button
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.shown, 1)
        if button is not None:
            row.addWidget(button)


class KeptPage(SettingsLeaf):
    """Looks at the home anew at each visit."""

    name = "kept"

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge, tr("What Hearthside keeps"))
        self.subtitle.setText(tr("All of it on this computer, for your eyes."))
        self.kept: Kept | None = None
        self.group = Group(look)
        self.body.addWidget(self.group)
        self._add_library()
        self._add_files()
        self._add_elsewhere()
        self.add_section(tr("What is sent, and to whom"))
        card = Card(look, spacing=10)
        for sentence in sent():
            card.body.addWidget(Text(look, sentence, Role.BODY, Tone.SOFT, wrap=True))
        self.body.addWidget(card)
        self.body.addStretch(1)

    def shown(self, argument: object) -> None:
        """Count and weigh what there is."""
        del argument
        self.bridge.call(lambda core: core.keeping.survey(), self._show, self.notice.tell)

    def _add_library(self) -> None:
        hint = tr(
            "Feeds and talks, favorites, places and bookmarks, in one file. What you remove goes "
            "at once; all else stays until you do."
        )
        self.library = self._row(tr("The library"), hint, self._leads("settings"), tr("Settings"))
        hint = tr("When you listened to what. Until you clear it; Settings can turn it off.")
        self.history = self._row(tr("A history"), hint, self._leads("queue", HISTORY), tr("Show"))
        hint = tr("When and how long you sat. Until you delete it; Settings can turn it off.")
        self.sittings = self._row(
            tr("A log of sittings"), hint, self._leads("sittings"), tr("Show")
        )

    def _add_files(self) -> None:
        hint = tr(
            "Talks and meditations that you downloaded, as files. Until you remove them, or your "
            "rules for downloads do."
        )
        self.recordings = self._row(
            tr("Recordings"), hint, lambda: self._open("audio"), tr("Open folder")
        )
        hint = tr("Made smaller from the files of your own tapes, so that they show fast.")
        self.covers = self._row(tr("Pictures"), hint)
        hint = tr(
            "One of the library each day; the newest five are kept. What was set aside when a "
            "library was replaced or renewed stays until you delete it."
        )
        self.copies = self._row(
            tr("Copies"), hint, lambda: self._open("backups"), tr("Open folder")
        )
        self.logs = self._row(
            tr("A log of faults"), kept_words.logs(), lambda: self._open("logs"), tr("Open folder")
        )

    def _add_elsewhere(self) -> None:
        hint = tr(
            "Of feeds that ask for one, in the computer's own keyring under “Hearthside”. Until "
            "you unsubscribe. Here stand only the names of the accounts."
        )
        self.passwords = self._row(tr("Passwords"), hint)
        hint = tr("Everything but the passwords lies in this one folder, which only you can read.")
        self.place = self._row(tr("Where"), hint, lambda: self._open(""), tr("Open folder"))
        hint = tr(
            "While Hearthside is open there is a socket, by which a second start "
            "finds the first, and during a sitting the sounds of its bells among the temporary "
            "files; both go when it closes."
        )
        self.elsewhere = self._row(tr("Outside of the folder"), hint)
        self.elsewhere.shown.setText(tr("Nothing that stays"))

    def _row(
        self, title: str, hint: str, do: Callable[[], None] | None = None, action: str = ""
    ) -> Amount:
        button = None
        if do is not None:
            icon = Icon.FOLDER if action == tr("Open folder") else None
            button = Button(self.look, action, icon=icon)
            button.setAccessibleDescription(title)
            button.clicked.connect(lambda _on: do())
        amount = Amount(self.look, button)
        self.group.add_row(title, hint, amount)
        return amount

    def _leads(self, name: str, argument: object = None) -> Callable[[], None]:
        return lambda: self.open_page.emit(name, argument)

    def _open(self, folder: str) -> None:
        if self.kept is not None:
            path: Path = self.kept.root / folder
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _show(self, kept: Kept) -> None:
        self.kept = kept
        numbers = kept.numbers
        size = words.size(kept.library.bytes)
        self.library.shown.setText(f"{kept_words.library(kept)} {size}")
        if numbers is not None:
            said = words.count(numbers.history, "1 entry", "{n} entries")
            self.history.shown.setText(said if numbers.history else tr("Nothing"))
            said = words.count(numbers.sittings, "1 sitting", "{n} sittings")
            self.sittings.shown.setText(said if numbers.sittings else tr("Nothing"))
        for amount, pile in (
            (self.recordings, kept.recordings), (self.covers, kept.covers), (self.logs, kept.logs),
        ):  # fmt: skip
            amount.shown.setText(kept_words.pile(pile))
        self.copies.shown.setText(kept_words.copies(kept))
        self.passwords.shown.setText(kept_words.passwords(kept))
        self.place.shown.setText(words.breakable_address(str(kept.root)))
        self.place.shown.setAccessibleName(str(kept.root))


def sent() -> tuple[str, ...]:
    """Return who hears what of this computer."""
    return (
        tr("Hearthside has no account, counts nothing and reports nothing to anybody."),
        tr("It asks only the servers of the feeds that you chose: for the feed, for a recording "
           "that you play or download, for its chapters and transcript. They see what every "
           "website sees: that this address of the network asked, and when."),
        tr("When you search the directories for a feed, your words go to them; the page says so "
           "before you do."),
        tr("Pictures in show notes are never loaded; a link opens in your browser when you press "
           "it."),
    )  # fmt: skip
