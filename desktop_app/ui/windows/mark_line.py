"""The line that says that a place was kept, and takes a note for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from desktop_app.ui.look import words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.field_line import FieldLine

if TYPE_CHECKING:
    from desktop_app.base.model import Bookmark
    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look


class MarkLine(FieldLine):
    """Says where the bookmark is; N leads to its note, Enter keeps that, Escape does without.

    ``failed`` carries the KnownError of a note that was not kept.
    """

    failed = Signal(object)

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look)
        self._bridge = bridge
        self.field.setPlaceholderText(tr("A note of your own"))
        self.button.setToolTip(tr("Key: {key}", key="N"))
        note = QShortcut(QKeySequence(Qt.Key.Key_N), self)  # in force while the line is seen
        note.activated.connect(self._note)

    def tell_of(self, mark: Bookmark) -> None:
        """Say, and have it read aloud, that this place was kept; a note under way stays."""
        said = tr("Bookmarked at {time}", time=words.clock(mark.position))
        if not self.writing:
            self.field.setAccessibleName(
                tr("Note of the bookmark at {time}", time=words.spoken(mark.position))
            )
            self.say(said, "", tr("Add a note"),
                     lambda: self._write(lambda note: self._keep(mark, note)))  # fmt: skip
            self._sign.set_icon(Icon.FLAG, Tone.CALM)
        aloud = tr("Bookmarked at {time}. N: add a note", time=words.spoken(mark.position))
        self.say_aloud(aloud)

    def _note(self) -> None:
        if not self.writing:
            self.press()

    def _keep(self, mark: Bookmark, note: str) -> None:
        if note:
            self._bridge.call(
                lambda core: core.places.edit_bookmark(mark.id, mark.episode_id, note),
                None,
                self.failed.emit,
            )
