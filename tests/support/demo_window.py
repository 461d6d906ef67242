"""The real window over the real services of the demo's home, worked by hand: nothing waits.

What the window asks is run to its end, in the loop of the bridge, before the next line of the
test; nothing happens by itself, as the services' own beginning is left out.
"""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing, contextmanager
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication

from desktop_app.base import settings
from desktop_app.base.model import EpisodeQuery
from desktop_app.services.core import open_core
from desktop_app.services.demo import make_demo
from desktop_app.ui.look.language import speak
from desktop_app.ui.look.theme import Look
from desktop_app.ui.pages import PAGES
from desktop_app.ui.windows.main_window import MainWindow
from tests.support.hand import HandBridge

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator

    from desktop_app.base.model import Episode, EpisodePage
    from desktop_app.base.paths import Home
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.widgets.page import Page

_LONG = (
    " and what came of it in the years that followed, told at the thirty-seventh annual"
    " Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft of 1987"
)


class DemoWindow:
    """One window that is shown, and whatever is needed to make it show something else."""

    def __init__(self, look: Look, bridge: HandBridge) -> None:
        self.look, self.bridge = look, bridge
        makers = {name: partial(_make, name, kind) for name, kind in PAGES.items()}
        self.window = MainWindow(look, bridge, makers)

    def ask(self, make: Callable[[Core], Coroutine[Any, Any, Any]]) -> Any:  # noqa: ANN401
        """Return what the services answer."""
        answers: list[Any] = []
        self.bridge.call(make, answers.append)
        self.bridge.run()
        return answers[0]

    def open(self, name: str, argument: object = None) -> None:
        """Show a page with all that it reads."""
        self.window.open(name, argument)
        self.settle()

    def settle(self) -> None:
        """Let all that was asked be answered, laid out and painted."""
        for _ in range(4):
            self.bridge.run()
            QApplication.processEvents()

    def choose(self, **choices: Any) -> None:  # noqa: ANN401 - the fields of the settings
        """Change settings as the person would."""
        self.look.follow(self.ask(lambda core: core.settings.change(**choices)))
        self.settle()

    def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        self.window.resize(width, height)
        self.settle()


@contextmanager
def demo_window(
    app: QApplication, home: Home, *, language: str = "en", long: bool = False
) -> Iterator[DemoWindow]:
    """Show the window on the demo's home, made where there is none yet; a talk is in the player.

    ``language``: what the window speaks. ``long``: everything has a very long name. The
    application is left as it was, speaking English.
    """
    if not home.database.exists():
        asyncio.run(make_demo(home))
    if long:
        lengthen(home)
    font, locale, way = app.font(), QLocale(), app.layoutDirection()
    speak(app, language)
    if language == "en":
        QLocale.setDefault(QLocale("en_GB"))
    bridge = HandBridge(None)
    opening = open_core(home)
    core = bridge.loop.run_until_complete(opening.__aenter__())
    bridge.core = core
    core.events.listen(bridge.tell)
    demo = DemoWindow(Look(app, settings.load(home.settings)), bridge)
    try:
        demo.window.show()
        demo.window.start()
        talk = one_talk(demo, "steps")
        demo.ask(lambda core: core.listening.play(talk.id, 60.0))
        demo.ask(lambda core: core.listening.pause())
        demo.settle()
        yield demo
    finally:
        demo.window.close()
        demo.window.deleteLater()
        bridge.loop.run_until_complete(opening.__aexit__(None, None, None))
        bridge.close()
        demo.look.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        speak(app, "en")
        app.setStyleSheet("")
        app.setFont(font)
        app.setLayoutDirection(way)
        QLocale.setDefault(locale)


def lengthen(home: Home) -> None:
    """Give feeds, talks, speakers and collections of a home very long names."""
    with closing(sqlite3.connect(home.database)) as library, library:
        library.execute("UPDATE feeds SET title = title || ?", (_LONG,))
        library.execute("UPDATE collections SET name = name || ?", (_LONG,))
        library.execute(
            "UPDATE episodes SET title = title || ?1, event = coalesce(event, '') || ?1,"
            " subject = coalesce(subject, '') || ?1, place = coalesce(place, '') || ?1",
            (_LONG,),
        )


def one_talk(demo: DemoWindow, text: str) -> Episode:
    """Return the first talk with these words."""
    found: EpisodePage = demo.ask(lambda core: core.browsing.page(EpisodeQuery(text=text), 0, 1))
    return found.episodes[0]


def _make(name: str, kind: str, look: Look, bridge: Crossing) -> Page:
    page: Page = getattr(import_module(f"desktop_app.ui.pages.{name}"), kind)(look, bridge)
    return page
