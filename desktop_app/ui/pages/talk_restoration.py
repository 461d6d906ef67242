"""The card of a talk's page that says how its tape sounds, and has it made pleasant to hear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QWidget

from desktop_app.services.events import RestorationChanged
from desktop_app.ui.look import words
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages import talk_restoration_words as said
from desktop_app.ui.pages.feed_fields import Buttons
from desktop_app.ui.pages.talk_cards import leave_it
from desktop_app.ui.pages.talk_restoration_words import Stage
from desktop_app.ui.widgets import aloud
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.cards import Bar, Card
from desktop_app.ui.widgets.chips import Chips
from desktop_app.ui.widgets.reading import Reading
from desktop_app.ui.widgets.text import Text
from desktop_app.ui.widgets.wave import Wave

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from desktop_app.base.errors import KnownError
    from desktop_app.base.model import DownloadState, Episode
    from desktop_app.base.tape import Restoration, Restored
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.services.events import NowPlaying
    from desktop_app.ui.look.theme import Look

_HEIGHT = 36
_TOLD = frozenset({Stage.DONE, Stage.FAILED})


class RestorationCard(Card):
    """Follows one talk; what the person presses is asked of the core at once.

    ``chips`` carry whether the original is to be heard.

    Signals:
        failed: the ``KnownError`` of something that could not be done.
    """

    failed = Signal(object)

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, spacing=5)
        self._bridge = bridge
        self._id = 0
        self._known: Restoration | None = None
        self._mine: NowPlaying | None = None
        self._file: tuple[DownloadState, str | None, bool] | None = None
        self._examining = False
        self._reading = Reading(bridge, self._read, self._took, leave_it)
        both = ((False, tr("Restored")), (True, tr("Original")))
        self.line = Text(look, "", Role.SMALL, Tone.SOFT, wrap=True)
        self.chips: Chips[bool] = Chips(look, both, name=tr("Tape restoration"))
        self.waves = Waves(look)
        self.progress = Progress(look)
        self.restore = Button(look, tr("Restore"), height=_HEIGHT)
        self.again = Button(look, tr("Try again"), height=_HEIGHT)
        self.cancel = Button(look, tr("Cancel"), height=_HEIGHT)
        self.anyway = Button(look, tr("Restore it anyway"), Kind.LINK)
        self.begin = Button(look, tr("Begin now"), Kind.LINK)
        self.remove = Button(look, tr("Delete the restored copy"), Kind.PLAIN, role=Role.SMALL)
        self._name()
        self._stages: dict[Stage, set[QWidget]] = {
            Stage.FINE: {self.anyway},
            Stage.HELPS: {self.restore},
            Stage.WAITS: {self.cancel, self.begin},
            Stage.WORKING: {self.progress, self.cancel},
            Stage.DONE: {self.chips, self.waves, self.remove},
            Stage.FAILED: {self.again},
        }
        self._fill()
        self._connect()
        self._show()

    def show_talk(self, episode_id: int) -> None:
        """Show how it stands with this talk, and let it be examined if it was not."""
        if episode_id != self._id:
            self._id, self._known, self._mine, self._file = episode_id, None, None, None
            self._examining = False
            self._show()
        self._reading.ask()

    def show_episode(self, episode: Episode) -> None:
        """Look again when the recording came or went."""
        before, self._file = self._file, (episode.state, episode.file, episode.lost)
        if before is not None and before != self._file:
            self._reading.ask()

    def show_player(self, mine: NowPlaying | None) -> None:
        """Mark which of both recordings sounds; None: the talk is not in the player."""
        self._mine = mine
        if self._known is not None:
            self.chips.set_value(said.to_original(self._known, mine))

    def heard(self, event: object) -> None:
        """Follow the restoration."""
        if isinstance(event, RestorationChanged) and event.episode_id == self._id:
            self._reading.ask()

    def _name(self) -> None:
        self.setAccessibleName(tr("Tape restoration"))
        self.restore.set_name(tr("Restore this talk"))
        self.again.set_name(tr("Try again to restore this talk"))
        self.cancel.set_name(tr("Cancel the restoration"))
        self.begin.set_name(tr("Begin now to restore this talk"))

    def _fill(self) -> None:
        px = self._look.px
        self.body.addSpacing(px(1))
        self.body.addWidget(Text(self._look, tr("Tape restoration"), Role.SECTION))
        self.body.addWidget(self.line)
        self.body.addSpacing(px(8))
        for part in (self.chips, self.progress, self.waves):
            self.body.addWidget(part)
        self.body.addWidget(Buttons(self._look, self.restore, self.again, self.cancel, self.begin))
        for link in (self.anyway, self.remove):
            row = QHBoxLayout()
            row.addSpacing(-px(4))
            row.addWidget(link)
            row.addStretch(1)
            self.body.addLayout(row)
        self.body.addStretch(1)

    def _connect(self) -> None:
        for button in (self.restore, self.again, self.anyway):
            button.clicked.connect(
                lambda: self._do(lambda core, one: core.restoring.request((one,)))
            )
        self.begin.clicked.connect(
            lambda: self._do(lambda core, one: core.restoring.request((one,), now=True))
        )
        self.cancel.clicked.connect(lambda: self._do(lambda core, one: core.restoring.cancel(one)))
        self.remove.clicked.connect(lambda: self._do(lambda core, one: core.restoring.remove(one)))
        self.chips.chosen.connect(self._choose)

    def _choose(self, original: bool) -> None:
        self._do(lambda core, one: core.restoring.choose(one, original=original))

    async def _read(self, core: Core) -> Restoration:
        return await core.restoring.state(self._id)

    def _took(self, known: Restoration) -> None:
        if known.episode_id != self._id:
            return
        before, self._known = self._known, known
        stage = said.stage_of(known)
        if stage is Stage.EXAMINING and not self._examining:
            one = self._id
            self._bridge.call(lambda core: core.restoring.examine(one), None, leave_it)
        self._examining = stage is Stage.EXAMINING
        self._show()
        news = before is not None and said.stage_of(before) is not stage and stage in _TOLD
        if news and self.isVisible():
            aloud.say(self.line, said.aloud(known))

    def _show(self) -> None:
        known = self._known
        shown: set[QWidget] = set()
        self.line.setText(said.line(known) if known else "")
        self.line.setAccessibleName(said.aloud(known) if known else "")
        if known is not None:
            shown = set(self._stages.get(said.stage_of(known), ()))
            if not known.waiting:
                shown.discard(self.begin)
            if known.result is None:
                shown.discard(self.waves)
            else:
                self.waves.show_result(known.result)
            self.progress.show_share(known.share)
            self.chips.set_value(said.to_original(known, self._mine))
        self._show_only(shown)

    def _show_only(self, shown: set[QWidget]) -> None:
        """Keep the keyboard on the card when what had it goes, not on what does something else."""
        held = QApplication.focusWidget()
        every: set[QWidget] = set().union(*self._stages.values())
        gone = every - shown
        if any(held is part or part.isAncestorOf(held) for part in gone if held is not None):
            self.setFocus()
        for part in every:
            part.setVisible(part in shown)

    def _failed(self, problem: KnownError) -> None:
        if self._known is not None:
            self._show()
        self.failed.emit(problem)

    def _do(self, make: Callable[[Core, int], Coroutine[Any, Any, object]]) -> None:
        one = self._id
        self._bridge.call(lambda core: make(core, one), None, self._failed)


class Progress(QWidget):
    """How much of the work is done: a bar, and the same in words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.bar = Bar(look)
        self.words = Text(look, "", Role.SMALL, Tone.SOFT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(10))
        row.addWidget(self.bar, 1)
        row.addWidget(self.words)

    def show_share(self, share: float) -> None:
        """Show a share of one."""
        percent = words.percent(share)
        self.bar.set_share(share, tr("{share} restored", share=percent))
        if percent != self.words.text():
            self.words.setText(percent)


class Waves(QWidget):
    """How a recording looks before and after, to the same scale."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.before = Wave(look, "soft", tr("The original, drawn as it sounds"))
        self.after = Wave(look, "lamp", tr("The restored recording, drawn as it sounds"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, look.px(6), 0, 0)
        grid.setHorizontalSpacing(look.px(10))
        grid.setVerticalSpacing(look.px(2))
        rows = ((tr("Before"), self.before), (tr("After"), self.after))
        for number, (title, wave) in enumerate(rows):
            grid.addWidget(Text(look, title, Role.SMALL, Tone.SOFT), number, 0)
            grid.addWidget(wave, number, 1)
        grid.setColumnStretch(1, 1)

    def show_result(self, result: Restored) -> None:
        """Draw both."""
        self.before.set_waveform(result.waveform_before)
        self.after.set_waveform(result.waveform)
