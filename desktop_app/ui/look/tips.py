"""Tool tips that show words as they are."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import Qt


def plainly(text: str) -> str:
    """Return a feed's words for a tool tip.

    Qt takes what looks like HTML for HTML there, and would load the pictures that it names.
    """
    if not Qt.mightBeRichText(text):
        return text
    lines = escape(text).splitlines()
    return f"<qt>{'<br>'.join(lines)}</qt>"
