"""The line that says that a place was kept, and takes a note for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

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
    """Says where the bookmark is; Enter keeps its note, Escape leaves the place without one.

    ``failed`` carries the KnownError of a note that was not kept.
    """

    failed = Signal(object)

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look)
        self._bridge = bridge
        self.field.setPlaceholderText(tr("A note of your own"))

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
        self.say_aloud(tr("Bookmarked at {time}", time=words.spoken(mark.position)))

    def _keep(self, mark: Bookmark, note: str) -> None:
        if note:
            self._bridge.call(
                lambda core: core.places.edit_bookmark(mark.id, mark.episode_id, note),
                None,
                self.failed.emit,
            )
