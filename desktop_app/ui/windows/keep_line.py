"""The line where what was kept of talks, or let go, is answered on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Tone
from desktop_app.ui.widgets.field_line import FieldLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.ui.widgets.keeping import Keeping


class KeepLine(FieldLine):
    """Says what became of a star or a collection, with the way back; takes notes and names."""

    def serve(self, keeping: Keeping) -> None:
        """Answer for this one as well."""
        keeping.said.connect(self.tell_of)
        keeping.asked.connect(self.ask_for)

    def tell_of(
        self, what: str, more: str = "", action: str = "", do: Callable[[], None] | None = None
    ) -> None:
        """Say it, and have it read aloud."""
        self.say(what, more, action, do, undo=do is not None)
        self._sign.set_icon(Icon.STAR, Tone.CALM)
        self.say_aloud(what)

    def ask_for(
        self, name: str, text: str, hint: str, done: Callable[[str], None], more: str = ""
    ) -> None:
        """Ask for words."""
        self.ask(name, text, hint, done, more)
        self._sign.set_icon(Icon.EDIT, Tone.CALM)
