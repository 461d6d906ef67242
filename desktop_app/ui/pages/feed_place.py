"""Where a feed is read from, and how to have it read from elsewhere: an address, or a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QFileDialog

from desktop_app.services.logins import SignInNeededError, is_sign_in_needed
from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.feed_asking import Asking, Request
from desktop_app.ui.pages.feed_fields import Changeable, Valued, is_near
from desktop_app.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from desktop_app.base.model import Feed
    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look


class AddressRow(Changeable):
    """A feed's address; another one is tried before anything is changed."""

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(
            look, tr("Address of this feed"), tr("Change address…"), tr("Save"),
            tr("Address of a feed or a website"),
        )  # fmt: skip
        self._id = 0
        self.asking = Asking(look, bridge)
        self.body.addWidget(self.asking)
        self.given.connect(self._try)
        self.asking.done.connect(super().leave)
        self.asking.failed.connect(self._failed)
        self.change.clicked.connect(self.asking.notice.hide)

    def show_feed(self, feed: Feed) -> None:
        """Show the address in force; what is being typed stays."""
        self._id = feed.id
        self.set_value(feed.url, words.breakable_address(feed.url))

    def leave(self) -> None:
        """Close the field, and whatever came of it; be as at first."""
        self.asking.reset()
        super().leave()

    def _failed(self) -> None:
        self.be_busy(on=False)
        if is_near(self.asking):
            self.field.setFocus()

    def _try(self, address: str) -> None:
        if not address or address == self.value:
            self.leave()
            return
        feed_id = self._id
        self.be_busy(on=True)
        self.asking.begin(
            Request(
                tr("Looking for a feed at {where}…", where=address),
                lambda core, login: core.feed_settings.change_address(feed_id, address, login),
                tr("It is read from there from now on"),
                lambda core, login: core.feed_settings.change_address(
                    feed_id, address, login, anyway=True
                ),
            )
        )


class FolderRow(Valued):
    """The folder that a feed's tapes are in; they may have been moved to another one."""

    def __init__(self, look: Look, bridge: Crossing) -> None:
        self.choose = Button(look, tr("Choose another folder…"), height=36)
        super().__init__(look, self.choose)
        self._id = 0
        self.folder = ""
        self.asking = Asking(look, bridge)
        self.body.addWidget(self.asking)
        self.asking.failed.connect(self._failed)
        self.choose.clicked.connect(self._choose)

    def show_feed(self, feed: Feed) -> None:
        """Show the folder in force."""
        self._id, self.folder = feed.id, QUrl(feed.url).toLocalFile()
        self.shown.setText(words.breakable_address(self.folder))
        self.shown.setAccessibleName(self.folder)

    def reset(self) -> None:
        """Be as at first."""
        self.asking.reset()

    def take(self, path: str) -> None:
        """Read the tapes from this folder from now on, if there are any."""
        feed_id = self._id
        self.asking.begin(
            Request(
                tr("Reading the tapes in {name}…", name=Path(path).name or path),
                lambda core, _login: core.feed_settings.change_address(feed_id, path),
                tr("The tapes are read from there from now on"),
                lambda core, _login: core.feed_settings.change_address(feed_id, path, anyway=True),
            )
        )

    def _failed(self) -> None:
        if self.asking.hasFocus():
            self.choose.setFocus()

    def _choose(self) -> None:
        dialog = QFileDialog(self, tr("Choose the folder that the tapes are in"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.take)
        dialog.open()


class AccountRow(Valued):
    """Who the feed's server takes the person for; a new sign-in when it wants one."""

    def __init__(self, look: Look, bridge: Crossing) -> None:
        self.sign_in = Button(look, tr("Sign in…"), height=36)
        self.sign_out = Button(look, tr("Sign out"), height=36)
        super().__init__(look, self.sign_in, self.sign_out)
        self._feed: Feed | None = None
        self.asking = Asking(look, bridge)
        self.body.addWidget(self.asking)
        self.asking.done.connect(self.view.show)
        self.asking.failed.connect(self._failed)
        self.sign_in.clicked.connect(self.start)

    def show_feed(self, feed: Feed) -> None:
        """Say who is signed in, and whether the server wants somebody."""
        self._feed = feed
        self.shown.setText(
            tr("Signed in as {name}", name=feed.account) if feed.account else tr("Not signed in")
        )
        self.sign_in.setVisible(wants_sign_in(feed))
        self.sign_out.setVisible(feed.account is not None)

    def reset(self) -> None:
        """Be as at first."""
        self.asking.reset()
        self.view.show()

    def _failed(self) -> None:
        self.view.show()
        if self.asking.hasFocus():
            self.sign_in.setFocus()

    def start(self) -> None:
        """Put the form for a name and a password in this place."""
        feed = self._feed
        if feed is None:
            return
        self.view.hide()
        host = urlsplit(feed.url).hostname or feed.url
        self.asking.sign_in(
            Request(
                tr("Signing in to {host}…", host=host),
                lambda core, login: core.feed_settings.sign_in(feed.id, login or ("", "")),
                tr("Signed in"),
            ),
            SignInNeededError(host, refused=False),
            feed.account or "",
            wished=True,
        )


def wants_sign_in(feed: Feed) -> bool:
    """Tell whether the feed could not be read for want of a name and a password."""
    return is_sign_in_needed(feed.problem or "")
