"""The line on a speaker's page where the person says who is who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter

from desktop_app.base.errors import KnownError
from desktop_app.base.model import EpisodeQuery
from desktop_app.base.names import shorten
from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages import speaker_work
from desktop_app.ui.widgets.field_line import FieldLine

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from desktop_app.base.model import Episode, Speaker
    from desktop_app.base.shelves import SpeakerFacts
    from desktop_app.crossing import Call, Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.pages.speaker_work import Was


class NamesLine(FieldLine):
    """Takes names, has them kept, and says what was done, with the way back.

    Signals:
        open_page: as that of a page.
        failed: the ``KnownError`` of what could not be done.
    """

    open_page = Signal(str, object)
    failed = Signal(object)

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look)
        self._bridge = bridge
        self._asked: Call | None = None

    def drop(self) -> None:
        """Ask and say nothing more: it was about somebody else."""
        self.leave_unless_said()
        self.hide()

    def leave_unless_said(self) -> None:
        """Ask no more, also for what was about to be asked; what is said stays."""
        if self._asked is not None:
            self._asked.cancel()
        if self.writing:
            self.hide()

    def rename(self, facts: SpeakerFacts) -> None:
        """Ask what the speaker is called."""
        name = facts.name
        self._complete({})
        self.ask(
            tr("The name of {name}", name=self._shown(name)),
            name,
            "",
            lambda new: self._rename(facts, " ".join(new.split())),
        )

    def merge(self, facts: SpeakerFacts) -> None:
        """Ask who else the speaker is."""
        self._with_names(facts.name, lambda known: self._ask_other(facts, known))

    def separate(self, facts: SpeakerFacts, name: str) -> None:
        """Let a name be a speaker's of its own again."""
        said = tr("{name} is another speaker again", name=self._shown(name))
        self._do(
            lambda core: core.correcting.separate_speaker(name),
            lambda: self._say_with_undo(
                said, lambda core: speaker_work.merge(core, name, facts.name), facts.name
            ),
        )

    def give(self, name: str, talks: tuple[Episode, ...]) -> None:
        """Ask who the speaker of these talks is."""
        self._with_names(name, lambda known: self._ask_speaker(name, talks, known))

    def _ask_other(self, facts: SpeakerFacts, known: dict[str, str]) -> None:
        self._complete(known)
        self.ask(
            tr("{name} is the same person as", name=self._shown(facts.name)),
            "",
            tr("Another name in your library"),
            lambda text: self._merge(facts, text, known),
        )

    def _ask_speaker(self, name: str, talks: tuple[Episode, ...], known: dict[str, str]) -> None:
        self._complete(known)
        self.ask(
            words.count(len(talks), "1 talk is by", "{n} talks are by"),
            "",
            tr("A name, new or known"),
            lambda text: self._give(name, talks, text, known),
        )

    def _rename(self, facts: SpeakerFacts, new: str) -> None:
        if new and new != facts.name:
            said = tr("{old} is called {new} now", old=self._shown(facts.name),
                      new=self._shown(new))  # fmt: skip
            self._become(facts, new, said)

    def _merge(self, facts: SpeakerFacts, text: str, known: dict[str, str]) -> None:
        if not text:
            return
        other = speaker_work.meant(text, known)
        if other is None:
            self.failed.emit(
                KnownError(
                    tr("No other speaker is called “{name}”", name=text),
                    "",
                    tr("Choose a name from the list that comes up while you type."),
                )
            )
            return
        both = tr("{one} and {other} are one person now", one=self._shown(facts.name),
                  other=self._shown(other))  # fmt: skip
        self._become(facts, other, both)

    def _become(self, facts: SpeakerFacts, new: str, said: str) -> None:
        old, also = facts.name, facts.also

        async def undo(core: Core) -> None:
            if new in also:  # the two have changed places
                await speaker_work.merge(core, new, old)
            else:
                await speaker_work.part_again(core, old, also)

        def done() -> None:
            self.open_page.emit("speaker", new)
            self._say_with_undo(said, undo, old)

        self._do(lambda core: speaker_work.merge(core, old, new), done)

    def _give(
        self, name: str, talks: tuple[Episode, ...], text: str, known: dict[str, str]
    ) -> None:
        other = speaker_work.meant(text, known) or " ".join(text.split())
        if not other or other == name:
            return

        def done(before: tuple[Was, ...]) -> None:
            number = words.count(len(talks), "1 talk is", "{n} talks are")
            said = tr("{talks} by {name} now", talks=number, name=self._shown(other))
            self._say_with_undo(said, lambda core: speaker_work.give_back(core, before), name)

        self._bridge.call(
            lambda core: speaker_work.give_to(core, talks, name, other), done, self.failed.emit
        )

    def _say_with_undo(
        self, said: str, undo: Callable[[Core], Coroutine[Any, Any, object]], back_to: str
    ) -> None:
        """Say what was done; taking it back leads to the page where it was done."""
        self.say(
            said,
            "",
            tr("Undo"),
            lambda: self._do(undo, lambda: self.open_page.emit("speaker", back_to)),
        )
        self.say_aloud(said)

    def _with_names(self, but: str, then: Callable[[dict[str, str]], None]) -> None:
        short = self._look.short_names

        def took(speakers: tuple[Speaker, ...]) -> None:
            then(speaker_work.labels(speakers, but=but, short=short))

        self._asked = self._bridge.call(
            lambda core: core.browsing.speakers(EpisodeQuery()), took, self.failed.emit
        )

    def _complete(self, known: dict[str, str]) -> None:
        """Offer these names while somebody types."""
        old = self.field.completer()
        if old is not None:
            old.deleteLater()
        completer = QCompleter(list(known), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.setCompleter(completer)

    def _shown(self, name: str) -> str:
        return shorten(name) if self._look.short_names else name

    def _do(
        self, make: Callable[[Core], Coroutine[Any, Any, object]], done: Callable[[], None]
    ) -> None:
        self._bridge.call(make, lambda _none: done(), self.failed.emit)
