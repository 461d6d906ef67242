"""How the reminder looks: a time and nothing else, for anybody may see this screen."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QTime
from PySide6.QtGui import QGuiApplication, QIcon, QImage

from desktop_app.desktop.facts import Note, Picture

if TYPE_CHECKING:
    from desktop_app.desktop.facts import Facts

_SIDE = 48
_TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - a name, not a secret


def note(facts: Facts, now: QTime | None = None) -> Note:
    """Return the words, which say what the clock shows and not what it is the time for."""
    chosen = QTime(*divmod(facts.settings.sit_reminder_at, 60))
    now = now or QTime.currentTime()
    translate = QCoreApplication.translate
    if (now.hour(), now.minute()) == (chosen.hour(), chosen.minute()):
        text = translate("words", "It is {time}, the time you chose.")
    else:
        text = translate("words", "It is past {time}, the time you chose.")
    time = QLocale().toString(chosen, QLocale.FormatType.ShortFormat)
    return Note(facts.name, text.replace("{time}", time), picture(QGuiApplication.windowIcon()))


def picture(icon: QIcon) -> Picture | None:
    """Return the app's sign as the desktop takes it, or None if it has none."""
    image = icon.pixmap(_SIDE, _SIDE).toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    if image.isNull():
        return None
    return Picture(image.width(), image.height(), bytes(image.constBits()))


def let_come(token: str) -> None:
    """Leave the desktop's token where Qt looks for it when a window is to come forward.

    Only Wayland asks for it (xdg-activation-v1); elsewhere it would be handed on to whatever
    this process starts.
    """
    if token and QGuiApplication.platformName().startswith("wayland"):
        os.environ[_TOKEN] = token
