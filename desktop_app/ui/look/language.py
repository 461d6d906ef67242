"""Which language the window speaks, and how it learns it.

What the person chose counts, else the first language of the system's list that we have, else
English. The command line and the log are English always.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from desktop_app.base.paths import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QApplication

LANGUAGES: tuple[tuple[str, str], ...] = (("en", "English"), ("es", "Español"))
FOLDER = RESOURCES / "translations"


def chosen(wish: str, system: Iterable[str]) -> str:
    """Return the code of the language to speak.

    ``wish``: the person's choice, "" for none; one that we do not have counts for none.
    ``system``: the languages of the system, the best first, as in "es-MX".
    """
    known = [code for code, _name in LANGUAGES]
    asked = (wish, *(each.partition("-")[0] for each in system))
    return next((code for code in asked if code in known), known[0])


def system_languages() -> list[str]:
    """Return the system's languages, the best first."""
    return QLocale.system().uiLanguages()


def wanted(wish: str) -> str:
    """Return the code of the language that a choice means on this computer."""
    return chosen(wish, system_languages())


def speak(app: QApplication, wish: str) -> str:
    """Speak a language from now on; what is on the screen already stays as it is.

    ``wish``: as in :func:`chosen`. Qt's own words, dates and numbers follow. Returns the code.
    """
    code = wanted(wish)
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for folder, name in ((qt, f"qtbase_{code}"), (str(FOLDER), f"hearthside_{code}")):
        made = QTranslator(app)
        if code != LANGUAGES[0][0] and made.load(name, folder):
            app.installTranslator(made)
    QLocale.setDefault(locale(code, QLocale.system()))
    app.setLayoutDirection(QLocale(code).textDirection())
    return code


def locale(code: str, system: QLocale) -> QLocale:
    """Return how a language writes dates and numbers; in the system's country, if it can."""
    own = system.name().partition("_")[0]
    if own == code or (own == "C" and code == LANGUAGES[0][0]):
        return system
    return QLocale(QLocale(code).language(), system.territory())
