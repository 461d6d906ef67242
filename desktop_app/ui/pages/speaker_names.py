"""The line on a speaker's page where the person says who is who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop_app.base.errors import KnownError
from desktop_app.base.model import EpisodeQuery
from desktop_app.base.names import shorten
from desktop_app.ui.look import words
from desktop_app.ui.look.name_words import told_apart
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages import speaker_work
from desktop_app.ui.widgets.completing import complete
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

    ``page``: which one of a speaker it stands on, and leads to.

    Signals:
        open_page: as that of a page.
        failed: the ``KnownError`` of what could not be done.
    """

    open_page = Signal(str, object)
    failed = Signal(object)

    def __init__(self, look: Look, bridge: Crossing, page: str = "speaker") -> None:
        super().__init__(look)
        self._bridge, self._page = bridge, page
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
        shown = told_apart((facts.name, name), short=self._look.short_names)
        said = tr("{name} is another speaker again", name=shown[name])
        self._do(
            lambda core: core.correcting.separate_speaker(name),
            lambda: self._say_with_undo(
                said, lambda core: speaker_work.merge(core, name, facts.name), facts.name
            ),
        )

    def part(self) -> None:
        """Say how two people are told apart who share a name."""
        what = tr("Pick the talks of the other person")
        how = tr("Then choose “These are by someone else…” in their menu.")
        self.say(what, how)
        self.say_aloud(f"{what}. {how}")
        self.timer.stop()

    def give(self, name: str, talks: tuple[Episode, ...]) -> None:
        """Ask who the speaker of these talks is."""
        self._with_names(name, lambda known: self._ask_speaker(name, talks, known))

    def _ask_other(self, facts: SpeakerFacts, known: dict[str, str]) -> None:
        self._complete(known)
        shown = told_apart((facts.name, *known.values()), short=self._look.short_names)
        self.ask(
            tr("{name} is the same person as", name=shown[facts.name]),
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
            shown = told_apart((facts.name, new), short=self._look.short_names)
            said = tr("{old} is called {new} now", old=shown[facts.name], new=shown[new])
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
        shown = told_apart((facts.name, other), short=self._look.short_names)
        both = tr("{one} and {other} are one person now", one=shown[facts.name],
                  other=shown[other])  # fmt: skip
        self._become(facts, other, both)

    def _become(self, facts: SpeakerFacts, new: str, said: str) -> None:
        old, also = facts.name, facts.also

        async def undo(core: Core) -> None:
            if new in also:  # the two have changed places
                await speaker_work.merge(core, new, old)
            else:
                await speaker_work.part_again(core, old, also)

        def done() -> None:
            self.open_page.emit(self._page, new)
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
            shown = told_apart((name, other), short=self._look.short_names)
            said = tr("{talks} by {name} now", talks=number, name=shown[other])
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
            lambda: self._do(undo, lambda: self.open_page.emit(self._page, back_to)),
            undo=True,
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
        complete(self._look, self.field, known)

    def _shown(self, name: str) -> str:
        return shorten(name) if self._look.short_names else name

    def _do(
        self, make: Callable[[Core], Coroutine[Any, Any, object]], done: Callable[[], None]
    ) -> None:
        self._bridge.call(make, lambda _none: done(), self.failed.emit)
