"""Asking a feed's server for something, in the place where the person asked for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop_app.services.finding import AlreadySubscribedError, AnotherFeedError
from desktop_app.services.logins import SignInNeededError
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.feed_fields import Question, is_near
from desktop_app.ui.widgets.notice import Notice
from desktop_app.ui.widgets.sign_in import SignIn

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from desktop_app.base.errors import KnownError
    from desktop_app.base.secrets import Login
    from desktop_app.crossing import Call, Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: the words while it lasts, what the services do, the words afterwards.

    ``anyway`` is what they do when another feed was found and the person wants it.
    """

    going_on: str
    make: Callable[[Core, Login | None], Coroutine[Any, Any, object]]
    done: str
    anyway: Callable[[Core, Login | None], Coroutine[Any, Any, object]] | None = None


class Asking(QWidget):
    """One line that says how it goes on and what came of it; a form or a question where need is.

    Signals:
        done: it was done.
        failed: it was not, or the person gave up; nothing was changed.
        asked: the form for a name and a password, or the question, which has the keyboard.
    """

    done = Signal()
    failed = Signal()
    asked = Signal(object)

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__()
        self._look, self._bridge = look, bridge
        self._call: Call | None = None
        self.form: SignIn | None = None
        self.question: Question | None = None
        self.notice = Notice(look)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.notice)

    def reset(self) -> None:
        """Forget what was asked for; its answer will not be heard."""
        if self._call is not None:
            self._call.cancel()
            self._call = None
        self._drop()
        self.notice.hide()

    def begin(self, request: Request, login: Login | None = None) -> None:
        """Ask, with a name and a password once they are known."""
        self.reset()
        self.notice.say(request.going_on)

        def done(_value: object) -> None:
            self._call = None
            self.notice.say(request.done)
            self.done.emit()

        def fail(problem: KnownError) -> None:
            self._call = None
            if isinstance(problem, SignInNeededError):
                self.sign_in(request, problem, login[0] if login else "")
                return
            if isinstance(problem, AnotherFeedError) and request.anyway is not None:
                self._ask(replace(request, make=request.anyway, anyway=None), problem, login)
                return
            if isinstance(problem, AlreadySubscribedError):
                self.notice.say(problem.what)
            else:
                self.notice.tell(problem)
            self.failed.emit()

        self._call = self._bridge.call(lambda core: request.make(core, login), done, fail)

    def sign_in(
        self, request: Request, asked: SignInNeededError, name: str = "", *, wished: bool = False
    ) -> None:
        """Let the person fill in name and password, then ask with them.

        ``wished``: the person has just asked for it, and wants the keyboard there.
        """
        self.reset()
        form = self.form = SignIn(self._look, asked, name)
        form.given.connect(lambda name, password: self.begin(request, (name, password)))
        form.given_up.connect(self._give_up)
        self._put(form)
        if wished or is_near(self):
            form.start()
            self.asked.emit(form)

    def _ask(self, insist: Request, problem: AnotherFeedError, login: Login | None) -> None:
        self.reset()
        question = self.question = Question(
            self._look, f"{problem.what}.", tr("Change anyway"), tr("Cancel")
        )
        question.confirmed.connect(lambda: self.begin(insist, login))
        question.given_up.connect(self._give_up)
        self._put(question)
        if is_near(self):
            question.start()
            self.asked.emit(question)

    def _put(self, part: QWidget) -> None:
        self._column.addWidget(part)
        part.show()

    def _give_up(self) -> None:
        self.reset()
        self.failed.emit()

    def _drop(self) -> None:
        """Put away what stands here; its keyboard stays here, and goes to no other button."""
        for part in (self.form, self.question):
            if part is not None:
                if part.isAncestorOf(QApplication.focusWidget() or self):
                    self.setFocus()
                self._column.removeWidget(part)
                part.hide()
                part.deleteLater()
        self.form = self.question = None
