"""Add a feed: by address, by words, by folder, by another app's list, from the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop_app.services.directory import HOSTS
from desktop_app.ui.look import words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.add_catalogue import Catalogue
from desktop_app.ui.pages.add_field import AddressField
from desktop_app.ui.pages.add_found import Findings
from desktop_app.ui.pages.add_sight import Sight
from desktop_app.ui.pages.add_words import dropped, is_words
from desktop_app.ui.pages.add_work import Adding
from desktop_app.ui.pages.feed_fields import Buttons
from desktop_app.ui.widgets import aloud
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

    from desktop_app.base.parsed import FoundFeed
    from desktop_app.crossing import Crossing
    from desktop_app.services.subscriptions import ImportReport
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.widgets.sign_in import SignIn

_NARROW = 560


class AddPage(Page):
    """Says in a line what became of everything that was asked for.

    What is typed and is no address is searched for in the directories, when the person says so;
    what they know takes the catalogue's place.
    """

    name = "add"

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge, tr("Add a feed"))
        self.subtitle.setText(tr("Speakers, meditations, or tapes of your own"))
        self.adding = Adding(look, bridge, self)
        self.report = self.adding.report
        self.catalogue = Catalogue(look, bridge)
        self.findings = Findings(look, bridge)
        self._visible = False
        self._typing = False
        self._sight = Sight(look, self._area)
        self._make_parts()
        self._lay_out()
        self.setAcceptDrops(True)
        self._connect()
        self._scale()
        self._count(0)

    def shown(self, argument: object) -> None:
        """Read the catalogue; an address may be handed on, and waits in the field."""
        self._visible = True
        if isinstance(argument, str) and argument:
            self.field.setText(argument)
        self.catalogue.read()
        self.field.setFocus()

    def hidden(self) -> None:
        """Leave the catalogue alone until the next visit."""
        self._visible = False

    def heard(self, event: object) -> None:
        """Mark what has been subscribed meanwhile."""
        if self._visible:
            self.catalogue.heard(event)

    def search(self) -> bool:
        """Put the cursor into the catalogue's filter; where there is none, into the field."""
        (self.catalogue.filter if self.catalogue.isVisible() else self.field).setFocus()
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take folders, lists and addresses."""
        if dropped(event.mimeData().urls(), event.mimeData().text()):
            event.acceptProposedAction()
            self._hint.setText(tr("Let go, and it is added."))
            self._hint.set_tone(Tone.LAMP)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Go back to what it said before."""
        self._say_hint()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add everything that was dropped."""
        self._say_hint()
        for kind, what in dropped(event.mimeData().urls(), event.mimeData().text()):
            if kind == "folder":
                self.adding.folder(what)
            elif kind == "list":
                self.adding.opml(what)
            else:
                self.adding.address(what)
        event.acceptProposedAction()

    def _make_parts(self) -> None:
        look = self.look
        said = tr("Address of a feed or a website, or words to search for")
        self._label = Text(look, said, Role.SMALL_STRONG, Tone.SOFT, wrap=True)
        self.field = AddressField()
        self.field.setPlaceholderText(tr("sobercast.com, or: guided meditation"))
        self.field.setToolTip(self.field.placeholderText())
        self.field.setAccessibleName(self._label.text())
        aloud.name_clearing(self.field)
        self.field.setAcceptDrops(False)
        self._label.setBuddy(self.field)
        self.add_button = Button(look, tr("Add"), Kind.PRIMARY)
        self.where = Text(look, _where(), Role.SMALL, Tone.SOFT, wrap=True)
        self.folder_button = Button(look, tr("A folder of tapes"), icon=Icon.FOLDER,
                                    name=tr("A folder of tapes on this computer"))  # fmt: skip
        self.list_button = Button(look, tr("A list of feeds (OPML)"), icon=Icon.LIST)
        self._hint = Text(look, "", Role.SMALL, Tone.SOFT, wrap=True)
        self._say_hint()
        self.subscribe_button = Button(look, "")

    def _connect(self) -> None:
        adding, found, field = self.adding, self.findings, self.field
        field.returnPressed.connect(self._add)
        field.textChanged.connect(self._be_busy)
        field.given_up.connect(self._give_up)
        field.left.connect(self._enter)
        for typed in (field.textEdited, self.catalogue.filter.textEdited):
            typed.connect(self._note_typing)
        self.add_button.clicked.connect(self._add)
        self.folder_button.clicked.connect(adding.choose_folder)
        self.list_button.clicked.connect(adding.choose_list)
        self.subscribe_button.clicked.connect(self._subscribe)
        self.catalogue.ticked.connect(self._count)
        self.catalogue.feeds_read.connect(found.model.mark)
        found.changed.connect(self._be_busy)
        found.left.connect(self._leave_findings)
        found.view.wanted.connect(self._add_found)
        adding.changed.connect(self._be_busy)
        adding.stopped.connect(self._sight.let_go)
        adding.stopped.connect(field.setFocus)
        adding.subscribed.connect(self._subscribed_to)
        adding.sign_in_asked.connect(self._sign_in)
        adding.failed.connect(self._show_failure)
        adding.open_feed.connect(lambda feed_id: self.open_page.emit("feed", feed_id))
        self.look.changed.connect(self._scale)

    def _lay_out(self) -> None:
        card = Card(self.look, spacing=10)
        card.body.addWidget(self._label)
        self._row = QHBoxLayout()
        self._row.addWidget(self.field, 1)
        self._row.addWidget(self.add_button)
        card.body.addLayout(self._row)
        card.body.addWidget(self.where)
        others = Buttons(self.look, self.folder_button, self.list_button)
        card.body.addWidget(others)
        card.body.addWidget(self._hint)
        self.body.addWidget(card)
        self.body.addWidget(self.report)
        heading, tools = Columns(self.look, narrow=_NARROW), QWidget()
        self._heading = QHBoxLayout(tools)
        self._heading.setContentsMargins(0, 0, 0, 0)
        self._heading.addWidget(self.catalogue.filter)
        self._heading.addWidget(self.subscribe_button)
        heading.add(Text(self.look, tr("From the catalogue"), Role.SECTION))
        heading.add(tools, 0)
        offered = QWidget()
        self._offered = QVBoxLayout(offered)
        self._offered.setContentsMargins(0, 0, 0, 0)
        self._offered.addWidget(heading)
        self._offered.addWidget(self.catalogue, 1)
        self.let_flow(self.catalogue)
        self._stack = QStackedLayout()
        self.body.addLayout(self._stack, 1)
        self._stack.addWidget(offered)
        self._stack.addWidget(self.findings)

    def _add(self) -> None:
        text = self.field.text().strip()
        self.field.setFocus()
        self._typing = False
        if is_words(text):
            self.report.clear()
            self._stack.setCurrentWidget(self.findings)
            self.findings.search(text)
            self._sight.hold(self.findings)
        elif text:
            if self.findings.fruitless:
                self._stack.setCurrentIndex(0)
            self.adding.address(text)

    def _add_found(self, feed: FoundFeed) -> None:
        self._typing = False
        self.adding.found(feed)

    def _sign_in(self, form: SignIn) -> None:
        """Hand the keyboard to the form, unless the person has gone on typing elsewhere."""
        if not self._typing:
            form.start()
            self._sight.hold(form)

    def _show_failure(self, line: QWidget) -> None:
        if not self._typing:
            self._sight.hold(line)

    def _note_typing(self) -> None:
        self._typing = True
        self._sight.let_go()

    def _leave_findings(self) -> None:
        self.findings.stop()
        self._stack.setCurrentIndex(0)
        self.field.setFocus()

    def _enter(self) -> None:
        if self.findings.view.isVisible():
            self.findings.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _subscribed_to(self, address: str) -> None:
        self.findings.model.mark_added(address)
        if self.field.text().strip() == address:
            self.field.clear()

    def _give_up(self) -> None:
        text = self.field.text().strip()
        running = self.adding.running
        if running:
            self.adding.stop(text if text in running else running[-1])
        elif self.findings.isVisible():
            self._leave_findings()

    def _be_busy(self) -> None:
        text, running = self.field.text().strip(), self.adding.running
        self.findings.model.set_adding(running)
        search = is_words(text)
        busy = text == self.findings.searching if search else text in running
        labels = (tr("Search"), tr("Searching…")) if search else (tr("Add"), tr("Adding…"))
        self.add_button.setEnabled(not busy)
        self.add_button.setText(labels[busy])
        self.add_button.set_name(tr("Search the directories") if search and not busy else "")
        self.add_button.updateGeometry()

    def _subscribe(self) -> None:
        chosen = self.catalogue.chosen
        if chosen:
            self.subscribe_button.setEnabled(False)
            self.subscribe_button.setText(tr("Subscribing…"))
            self.subscribe_button.updateGeometry()
            self.adding.entries(chosen, self._subscribed)

    def _subscribed(self, report: ImportReport | None) -> None:
        if report is not None:
            self.catalogue.model.choose(())
            self.catalogue.read()
        self._count(len(self.catalogue.chosen))

    def _count(self, ticks: int) -> None:
        self.subscribe_button.setText(
            words.count(ticks, "Subscribe to 1", "Subscribe to {n}") if ticks else tr("Subscribe")
        )
        self.subscribe_button.set_name(
            words.count(ticks, "Subscribe to the ticked feed", "Subscribe to {n} ticked feeds")
            if ticks
            else tr("Subscribe: tick a feed first")
        )
        self.subscribe_button.setEnabled(ticks > 0)
        self.subscribe_button.updateGeometry()

    def _say_hint(self) -> None:
        self._hint.setText(tr("You can also drop a folder, a list or an address on this page."))
        self._hint.set_tone(Tone.SOFT)

    def _scale(self) -> None:
        px = self.look.px
        self._row.setSpacing(px(8))
        self._heading.setSpacing(px(8))
        self._offered.setSpacing(px(16))


def _where() -> str:
    return tr(
        "Words go to two podcast directories, {hosts}, when you press the button, and not before.",
        hosts=tr(" and ").join(HOSTS),
    )
