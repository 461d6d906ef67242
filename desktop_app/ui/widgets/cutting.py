"""Words that are longer than the room there is, cut where it hurts least."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.ui.look import talk_words

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics

    from desktop_app.base.model import Episode


def tail_of(title: str, episode: Episode) -> str:
    """Return the end of a talk's title by which it is told from the other parts: ", part 3"."""
    part = f", {talk_words.part(episode)}"
    return part if episode.part and title.endswith(part) else ""


def cut(metrics: QFontMetrics, text: str, room: int, tail: str = "") -> str:
    """Return as much of a text as there is room for; ``tail`` of it stays, if it can."""
    kept = metrics.horizontalAdvance(tail) if tail else 0
    if kept and metrics.horizontalAdvance(text) > room > 2 * kept:
        text, room = text.removesuffix(tail), room - kept
    else:
        tail = ""
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room) + tail
