"""Adding under way: each job has a line that says what it does and what came of it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.base.errors import KnownError
from desktop_app.services.finding import AlreadySubscribedError
from desktop_app.services.logins import SignInNeededError
from desktop_app.services.refresh import NO_CONNECTION
from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages import add_words
from desktop_app.ui.pages.add_model import feed_key
from desktop_app.ui.pages.add_report import Report
from desktop_app.ui.widgets.sign_in import SignIn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.base.model import Feed
    from desktop_app.base.parsed import CatalogueEntry, FoundFeed
    from desktop_app.base.secrets import Login
    from desktop_app.crossing import Call, Crossing
    from desktop_app.services.core import Core
    from desktop_app.services.refresh import RefreshOutcome
    from desktop_app.services.subscriptions import ImportReport
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.widgets.notice import Notice

_LARGEST_LIST = 16_000_000


class Adding(QObject):
    """Adds feeds, folders and lists, and says in its report what became of them.

    With ``go_on`` the line about entries that failed leads there; otherwise it tries them again.

    Signals:
        open_feed: the id of a feed that the person wants to see.
        stopped: the person waits no longer for an address, or has filled in a form.
        changed: an address or a folder came under way, was stopped, or is dealt with.
        subscribed: the address that is subscribed now.
        sign_in_asked: the form that asks for a name and a password.
        failed: the line that says why an address or a folder could not be added.
    """

    open_feed = Signal(int)
    stopped = Signal()
    changed = Signal()
    subscribed = Signal(str)
    sign_in_asked = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        look: Look,
        bridge: Crossing,
        parent: QWidget,
        go_on: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._bridge, self._page, self._go_on = look, bridge, parent, go_on
        self._running: dict[str, tuple[Call, Notice]] = {}
        self._forms: dict[str, SignIn] = {}
        self.report = Report(look)

    @property
    def running(self) -> tuple[str, ...]:
        """The addresses and folders that are being added, the oldest first."""
        return tuple(self._running)

    def stop(self, address: str) -> None:
        """Wait no longer for an address."""
        if address in self._running:
            call, line = self._running.pop(address)
            call.cancel()
            self.report.drop(line)
            self.changed.emit()
            self.stopped.emit()

    def address(self, text: str) -> None:
        """Subscribe to an address; several may be under way."""
        self._add(text, tr("Looking for a feed at {where}…", where=text))

    def found(self, feed: FoundFeed) -> None:
        """Subscribe to a feed that a directory knows."""
        self._add(feed.url, tr("Adding {title}…", title=feed.title))

    def folder(self, path: str) -> None:
        """Make a folder of tapes a feed."""
        name = Path(path).name or path
        self._add(path, tr("Reading the tapes in {name}…", name=name))

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

    def _add(self, address: str, text: str, login: Login | None = None) -> None:
        if address in self._forms:
            self._forms[address].start()
        elif address not in self._running:
            self._try(address, text, self.report.begin(text), login)

    def _try(self, address: str, text: str, line: Notice, login: Login | None) -> None:
        line.say(text, "", tr("Stop"), lambda: self.stop(address))

        def done(found: tuple[Feed, bool]) -> None:
            feed, new = found
            self._end(address)
            what = tr("Added {title}" if new else "{title} is subscribed already", title=feed.title)
            self.report.done(line, what, add_words.added(feed),
                             tr("Open it"), lambda: self.open_feed.emit(feed.id))  # fmt: skip
            self.subscribed.emit(address)

        def fail(problem: KnownError) -> None:
            self._end(address)
            if isinstance(problem, AlreadySubscribedError):
                self.report.done(line, problem.what, "", "", None)
            elif isinstance(problem, SignInNeededError):
                self._ask_for_login(address, line, problem, login[0] if login else "")
            else:
                self.report.failed(line, problem, lambda: self._add(address, text, login))
                self.failed.emit(line)

        call = self._bridge.call(lambda core: _subscribe(core, address, login), done, fail)
        self._running[address] = (call, line)
        self.changed.emit()

    def _ask_for_login(
        self, address: str, line: Notice, problem: SignInNeededError, name: str
    ) -> None:
        form = self._forms[address] = SignIn(self._look, problem, name)

        def over() -> None:
            del self._forms[address]
            self.report.take_back(form)
            self.stopped.emit()

        def sign_in(name: str, password: str) -> None:
            over()
            text = tr("Signing in to {host}…", host=problem.host)
            self._try(address, text, line, (name, password))

        def give_up() -> None:
            self.report.drop(line)
            over()

        form.given.connect(sign_in)
        form.given_up.connect(give_up)
        self.report.ask(line, form)
        self.sign_in_asked.emit(form)

    def _end(self, address: str) -> None:
        self._running.pop(address, None)
        self.changed.emit()

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
        problem = add_words.failed_batch(report, outcomes)
        if problem is not None and self._go_on is not None:
            if report.failed:
                problem = KnownError(problem.what, problem.why, add_words.later())
            self.report.failed(line, problem, self._go_on, tr("Go on"))
        elif problem is not None:
            retry = again if report.failed else None
            self.report.failed(line, problem, retry, tr("Try these again"))
        elif len(report.added) == 1:
            one = report.added[0].id
            self.report.done(line, text, more, tr("Open it"), lambda: self.open_feed.emit(one))
        else:
            self.report.done(line, text, more, "", None)


async def _subscribe(core: Core, address: str, login: Login | None) -> tuple[Feed, bool]:
    """Return the feed and whether it is new; one that the person has is no failure."""
    try:
        if login is None:
            return await core.subscriptions.add(address), True
        return await core.subscriptions.add(address, login=login), True
    except AlreadySubscribedError as error:
        feeds = await core.browsing.feeds()
        for fits in (
            [feed for feed in feeds if feed_key(feed.url) == feed_key(address)],
            [feed for feed in feeds if error.what == f"{feed.title} is subscribed already"],
        ):
            if fits:
                return fits[0], False
        raise
    except KnownError as error:
        if add_words.offline([error]) and await _is_cut_off(core):
            raise add_words.no_connection(tr("Try again when it is connected.")) from error
        raise


async def _is_cut_off(core: Core) -> bool:
    """Tell whether nothing can be reached: the desktop says so, or the last refresh found so."""
    problems = await core.browsing.problems()
    return not core.schedule.online or any(each.what == NO_CONNECTION.what for each in problems)


async def _import(core: Core, path: Path) -> ImportReport:
    try:
        data = await asyncio.to_thread(_read, path)
    except OSError as error:
        raise KnownError(
            tr("{file} cannot be read", file=path.name),
            error.strerror or str(error),
            tr("Choose another file."),
        ) from error
    return await core.subscriptions.import_opml(data)


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(_LARGEST_LIST + 1)
    if len(data) > _LARGEST_LIST:
        raise KnownError(
            tr("{file} is too large for a list of feeds", file=path.name),
            "",
            tr("Choose a file that ends in .opml."),
        )
    return data
