"""All keys and what they do, in groups: the words of the sheet of keys."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.ui.look.words import tr


@dataclass(frozen=True, slots=True)
class Keys:
    """Some keys, as they are written on them, and what they do."""

    keys: str
    what: str


Group = tuple[str, tuple[Keys, ...]]


def groups() -> tuple[Group, ...]:
    """Return every group: where its keys mean something, and the keys."""
    return (
        (tr("Everywhere"), _everywhere()),
        (tr("What plays"), _player()),
        (tr("In a list of talks"), _talks()),
        (tr("Sittings"), _sittings()),
        (tr("In a sitting"), _sitting()),
    )


def _everywhere() -> tuple[Keys, ...]:
    return (
        Keys(
            "Ctrl+1 … Ctrl+6",
            tr("Today, Speakers, Meditations, Favorites, Queue, Downloads"),
        ),
        Keys(tr("Tab, Shift+Tab"), tr("To the next part of the window, and back")),
        Keys(tr("← → ↑ ↓"), tr("Within a list or a row of choices; ↓: into a page’s list")),
        Keys(tr("Enter"), tr("In a list: open; on a button: press, as Space does")),
        Keys(tr("Menu key"), tr("Everything that can be done with a talk")),
        Keys(tr("Esc"), tr("Close what is open; on some pages: back")),
        Keys("Ctrl+F", tr("Search")),
        Keys("Alt+←", tr("Back to the page before")),
        Keys("Ctrl+N", tr("Add a feed")),
        Keys("Ctrl+,", tr("Settings")),
        Keys("F5, Ctrl+R", tr("Refresh all feeds")),
        Keys("Ctrl+Z", tr("Take back what a line on the screen offers to undo")),
        Keys(tr("Ctrl + and −"), tr("Larger and smaller text; Ctrl+0 for the usual size")),
        Keys("Ctrl+M", tr("The mini player, and back")),
        Keys("Ctrl+Q", tr("End Hearthside")),
        Keys(tr("? or F1"), tr("This sheet")),
    )


def _player() -> tuple[Keys, ...]:
    return (
        Keys(tr("Space"), tr("Play or pause")),
        Keys(tr("← and →"), tr("Skip back and forward")),
        Keys(tr("Shift with ← and →"), tr("The chapter before and the next")),
        Keys(tr("+ and −"), tr("Louder and softer")),
        Keys(tr(", and ."), tr("A little slower, a little faster")),
        Keys("T", tr("Open the talk that plays")),
        Keys(tr("B, then N"), tr("Bookmark this place; write a note for it")),
        Keys(tr("0 … 9, Ctrl with ← and →"), tr("On the line of a talk: its tenths; its marks")),
    )


def _talks() -> tuple[Keys, ...]:
    return (
        Keys("P", tr("Play or pause")),
        Keys("D", tr("Download, hold, or go on")),
        Keys("S", tr("Put among the favorites; on a talk’s page too")),
        Keys("N", tr("Write a note beside the star")),
        Keys(tr("Q, Shift+Q"), tr("Add to the end of the queue; play next")),
        Keys("H", tr("Mark as heard, or as not heard")),
        Keys(tr("Shift+↑ and ↓"), tr("Choose several; Ctrl+A: all; Esc: one")),
        Keys(tr("Alt+↑ and ↓"), tr("In the queue, in a collection, among sittings: move")),
        Keys(tr("Del"), tr("Take out of the queue, or of a collection")),
        Keys("F2", tr("Rename a collection, change a note")),
    )


def _sittings() -> tuple[Keys, ...]:
    return (
        Keys("M", tr("On Today, on Meditations: begin the sitting that is offered")),
        Keys("1 … 9", tr("On Meditations: begin a sitting")),
        Keys(tr("F2, Del"), tr("On a sitting’s card, in the log: change; remove")),
    )


def _sitting() -> tuple[Keys, ...]:
    return (
        Keys(tr("Space, Esc"), tr("Pause or go on; end early")),
        Keys(tr("F or F11"), tr("Full screen; Esc leaves it")),
        Keys("+", tr("Five minutes more, at its end too")),
        Keys(tr("↑ and ↓"), tr("What sounds all along louder and softer")),
        Keys("T", tr("Have the time that is left read aloud")),
    )


def aloud(keys: Keys) -> str:
    """Return what a screen reader says of some keys: signs by their names."""
    names = {
        "←": tr("left arrow"),
        "→": tr("right arrow"),
        "↑": tr("up arrow"),
        "↓": tr("down arrow"),
        "−": tr("minus"),
        "…": tr("to"),
        "?": tr("question mark"),
    }
    said = keys.keys
    for sign, name in names.items():
        said = said.replace(sign, name)
    return tr("{keys}: {what}", keys=said, what=keys.what)
