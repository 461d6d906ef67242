"""Adding under way: each job has a line that says what it does and what came of it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop_app.base.errors import KnownError
from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages import add_words
from desktop_app.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.base.model import CatalogueEntry, Feed
    from desktop_app.services.core import Core
    from desktop_app.services.refresh import RefreshOutcome
    from desktop_app.services.subscriptions import ImportReport
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.models.crossing import Crossing

_LARGEST_LIST = 16_000_000


class Report(QWidget):
    """Lines about what is being added. A new job clears away those that are finished."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._working: set[Notice] = set()
        self.lines: list[Notice] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        look.changed.connect(self._dress)
        self._dress()
        self.hide()

    def begin(self, text: str) -> Notice:
        """Return a line that says what is being done; hand it to ``done`` or ``failed``."""
        for old in self.lines:
            old.setVisible(old in self._working and not old.isHidden())
        line = next((old for old in self.lines if old not in self._working), None)
        if line is None:
            line = Notice(self._look)
            self.lines.append(line)
            self._column.addWidget(line)
        self._working.add(line)
        self.show()
        line.say(text)
        return line

    def done(
        self, line: Notice, text: str, more: str, action: str, do: Callable[[], None] | None
    ) -> None:
        """Say what came of it."""
        self._working.discard(line)
        line.say(text, more, action, do)

    def failed(
        self,
        line: Notice,
        problem: KnownError,
        retry: Callable[[], None] | None = None,
        action: str = "",
    ) -> None:
        """Say what went wrong."""
        self._working.discard(line)
        line.tell(problem, retry, action)

    def _dress(self) -> None:
        self._column.setSpacing(self._look.px(8))


class Adding(QObject):
    """Adds feeds, folders and lists, and says in its report what became of them.

    ``open_feed`` carries the id of a feed that the person wants to see.
    """

    open_feed = Signal(int)

    def __init__(self, look: Look, bridge: Crossing, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._page = bridge, parent
        self.report = Report(look)

    def address(self, text: str, then: Callable[[bool], None] | None = None) -> None:
        """Subscribe to an address; ``then`` is told whether that went well."""
        self._add(text, tr("Looking for a feed at {where}…", where=text), then)

    def folder(self, path: str) -> None:
        """Make a folder of tapes a feed."""
        name = Path(path).name or path
        self._add(path, tr("Reading the tapes in {name}…", name=name), None)

    def opml(self, path: str) -> None:
        """Subscribe to what a file lists."""
        line = self.report.begin(tr("Reading {name}…", name=Path(path).name))
        again = lambda: self.opml(path)  # noqa: E731 - it is handed on three times
        self._bridge.call(
            lambda core: _import(core, Path(path)),
            lambda report: self._subscribed(line, report, again),
            lambda problem: self.report.failed(line, problem, again),
        )

    def entries(
        self,
        chosen: Sequence[CatalogueEntry],
        then: Callable[[ImportReport | None], None] | None = None,
    ) -> None:
        """Subscribe to entries and read them; ``then`` gets the report once they are there."""
        text = words.count(len(chosen), "Subscribing to 1 feed…", "Subscribing to {n} feeds…")
        line = self.report.begin(text)

        def done(report: ImportReport) -> None:
            titles = {title for title, _error in report.failed}
            missed = [entry for entry in chosen if entry.title in titles]
            self._subscribed(line, report, lambda: self.entries(missed, then))
            if then is not None:
                then(report)

        def fail(problem: KnownError) -> None:
            self.report.failed(line, problem, lambda: self.entries(chosen, then))
            if then is not None:
                then(None)

        self._bridge.call(lambda core: core.subscriptions.add_entries(chosen), done, fail)

    def choose_folder(self) -> None:
        """Let the person choose a folder of tapes."""
        dialog = self._dialog(tr("Choose the folder that the tapes are in"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.folder)
        dialog.open()

    def choose_list(self) -> None:
        """Let the person choose an OPML file."""
        dialog = self._dialog(tr("Choose a list of feeds"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr("Lists of feeds (*.opml *.xml)"), tr("All files (*)")])
        dialog.fileSelected.connect(self.opml)
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._page, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _add(self, address: str, text: str, then: Callable[[bool], None] | None) -> None:
        line = self.report.begin(text)

        def done(feed: Feed) -> None:
            self.report.done(line, tr("Added {title}", title=feed.title), add_words.added(feed),
                             tr("Open it"), lambda: self.open_feed.emit(feed.id))  # fmt: skip
            if then is not None:
                then(True)  # noqa: FBT003 - the callback's only argument

        def fail(problem: KnownError) -> None:
            again = None if then else lambda: self._add(address, text, None)
            self.report.failed(line, problem, again)
            if then is not None:
                then(False)  # noqa: FBT003 - the callback's only argument

        self._bridge.call(lambda core: core.subscriptions.add(address), done, fail)

    def _subscribed(self, line: Notice, report: ImportReport, again: Callable[[], None]) -> None:
        ids = tuple(feed.id for feed in report.added)
        if not ids:
            self._tell(line, report, (), again)
            return
        line.say(
            add_words.summary(report),
            words.count(len(ids), "Reading what is in it…", "Reading what is in them…"),
        )
        self._bridge.call(
            lambda core: core.refresh.refresh(ids),
            lambda outcomes: self._tell(line, report, outcomes, again),
            lambda problem: self.report.failed(line, problem),
        )

    def _tell(
        self,
        line: Notice,
        report: ImportReport,
        outcomes: Sequence[RefreshOutcome],
        again: Callable[[], None],
    ) -> None:
        text, more = add_words.summary(report), add_words.arrived(report, outcomes)
        failures = add_words.failures(report, outcomes)
        if failures:
            problem = KnownError(text, "\n".join([*failures, more] if more else failures))
            retry = again if report.failed else None
            self.report.failed(line, problem, retry, tr("Try these again"))
        elif len(report.added) == 1:
            one = report.added[0].id
            self.report.done(line, text, more, tr("Open it"), lambda: self.open_feed.emit(one))
        else:
            self.report.done(line, text, more, "", None)


async def _import(core: Core, path: Path) -> ImportReport:
    try:
        data = await asyncio.to_thread(_read, path)
    except OSError as error:
        raise KnownError(
            f"{path.name} cannot be read", error.strerror or str(error), "Choose another file."
        ) from error
    return await core.subscriptions.import_opml(data)


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(_LARGEST_LIST + 1)
    if len(data) > _LARGEST_LIST:
        raise KnownError(
            f"{path.name} is too large for a list of feeds", "", "Choose a file that ends in .opml."
        )
    return data
