"""Every page of the demo's window, at every size of window and of text: nothing cut or covered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.base.model import EpisodeQuery
from desktop_app.base.paths import Home
from desktop_app.base.settings import Theme
from desktop_app.ui.look.tokens import Role, contrast
from desktop_app.ui.pages.favorites_bookmarks import BOOKMARKS
from desktop_app.ui.pages.queue_history import HISTORY
from tests.support.demo_window import DemoWindow, demo_window, one_talk
from tests.support.geometry import Kind, colours, examine

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = {100: ((1280, 820), (1024, 640), (2560, 1440), (720, 480)), 200: ((1280, 820), (720, 480))}
"""At 200 % the usual window and the smallest: what lies between holds if these do."""
PAGES = ("today", "speakers", "favorites", "queue", "downloads", "add", "settings", "problems",
         "about", "meditations", "sittings", "sounds", "preset", "feed", "talk", "search",
         "speaker", "series", "speakers-filtered", "favorites-collection",
         "favorites-bookmarks", "queue-history", "welcome")  # fmt: skip
LONG_NAMES = {"add", "welcome"}
"""The catalogue's own names are longer than its columns."""


@pytest.fixture(scope="module")
def app() -> QApplication:
    """The application, for the whole module."""
    found = QApplication.instance() or QApplication([])
    assert isinstance(found, QApplication)
    return found


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Where the demo's home is made."""
    return Home(tmp_path_factory.mktemp("geometry") / "demo")


@pytest.fixture(scope="module")
def demo(app: QApplication, homes: Home) -> Iterator[DemoWindow]:
    """The window in English; a talk is in the player."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HEARTHSIDE_AUDIO", "null")
        with demo_window(app, homes) as shown:
            yield shown


@pytest.fixture(scope="module")
def foreign(app: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoWindow]:
    """The window in Spanish, a third longer, on a home where everything has a very long name."""
    home = Home(tmp_path_factory.mktemp("geometry") / "long")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HEARTHSIDE_AUDIO", "null")
        with demo_window(app, home, language="es", long=True) as shown:
            yield shown


def open_page(demo: DemoWindow, page: str) -> None:
    """Show a page with what it is about."""
    talk, part = one_talk(demo, "steps"), one_talk(demo, "joe")
    arguments: dict[str, Any] = {
        "preset": 2,
        "feed": talk.feed_id,
        "talk": talk.id,
        "search": "joe",
        "speaker": part.speakers[0],
        "series": part.series_key,
        "speakers-filtered": EpisodeQuery(speaker=part.speakers[0], fellowship="AA"),
        "favorites-collection": demo.ask(lambda core: core.collections.all())[0].id,
        "favorites-bookmarks": BOOKMARKS,
        "queue-history": HISTORY,
    }
    demo.open(page.partition("-")[0], arguments.get(page))


def faults(demo: DemoWindow, *, shortened: bool) -> str:
    """Return what is wrong with the window as it is."""
    found = examine(demo.window)
    told = (str(one) for one in found if shortened or one.kind is not Kind.SHORTENED)
    return "\n".join(told)


@pytest.mark.parametrize("percent", SIZES)
@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_cut_or_covered_or_out_of_reach(
    demo: DemoWindow, page: str, percent: int
) -> None:
    demo.choose(text_percent=percent, theme=Theme.LIGHT)
    open_page(demo, page)
    title = demo.window.page.title if demo.window.page else None
    assert title is not None
    assert title.font() == demo.look.font(Role.TITLE)
    for size in SIZES[percent]:
        demo.resize(*size)
        roomy = percent == 100 and size[0] >= 1280 and page not in LONG_NAMES
        assert faults(demo, shortened=roomy) == "", f"{page} at {size}, {percent} %"


def test_from_right_to_left_nothing_is_cut_either(demo: DemoWindow, app: QApplication) -> None:
    demo.choose(text_percent=100, theme=Theme.LIGHT)
    demo.resize(1280, 820)
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        wrong = {}
        for page in PAGES:
            open_page(demo, page)
            wrong[page] = faults(demo, shortened=False)
    finally:
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert {page: said for page, said in wrong.items() if said} == {}


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_all_words_can_be_read_on_their_ground(demo: DemoWindow, theme: Theme) -> None:
    demo.choose(text_percent=100, theme=theme)
    demo.resize(1280, 820)
    weak: dict[tuple[str, str], str] = {}
    for page in PAGES:
        open_page(demo, page)
        for words, ground in colours(demo.window):
            if ground and contrast(words, ground) < 4.5:
                weak[words, ground] = f"{page}: {contrast(words, ground):.2f}"
    demo.choose(theme=Theme.LIGHT)
    assert weak == {}


@pytest.mark.parametrize("page", PAGES)
def test_long_names_and_another_language_fit(foreign: DemoWindow, page: str) -> None:
    for percent, size in ((100, (1280, 820)), (100, (1024, 640)), (200, (1024, 640))):
        foreign.choose(text_percent=percent, theme=Theme.LIGHT)
        foreign.resize(*size)
        open_page(foreign, page)
        assert faults(foreign, shortened=False) == "", f"{page} at {size}, {percent} %"
