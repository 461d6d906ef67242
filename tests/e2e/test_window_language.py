"""Another language, chosen in the open window: all of it speaks that, and nothing stops."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.base import settings
from desktop_app.base.model import PlayStatus
from desktop_app.base.settings import Settings
from desktop_app.base.sittings import Preset
from desktop_app.services.events import Notice
from desktop_app.ui.look import language
from desktop_app.ui.pages.preset import PresetPage
from tests.e2e.test_window import answer, status
from tests.support.real_house import real_house
from tests.support.sound import speech_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop_app.base.paths import Home
    from desktop_app.house import House

PATIENCE = 30_000
PLACES = ("today", "speakers", "favorites", "meditations", "downloads", "add", "settings", "about")
_SAME = {"Hearthside", "English", "Español", "Audio", "OPML…"}


@pytest.fixture
def house(home: Home, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """The real window over an empty library, in English, with the settings in sight."""
    monkeypatch.setenv("HEARTHSIDE_AUDIO", "null")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    locale, way = QLocale(), app.layoutDirection()
    settings.save(home.settings, Settings(welcomed=True, language="en"))
    with real_house(home) as house:
        answer(house, qtbot, lambda core: core.browsing.counts())
        yield house
    language.speak(app, "en")
    QLocale.setDefault(locale)
    app.setLayoutDirection(way)


def said(window: QWidget) -> set[str]:
    """Return every word that is to be seen or heard."""
    found: set[str] = set()
    for part in window.findChildren(QWidget):
        if part.isVisibleTo(window):
            for each in ("text", "title", "placeholderText"):
                get = getattr(part, each, None)
                found.add(str(get()) if callable(get) else "")
            found |= {part.toolTip(), part.accessibleName()}
    return {text for text in found if sum(map(str.isalpha, text)) > 3}


def choose(house: House, qtbot: QtBot, code: str) -> None:
    before = house.window
    answer(house, qtbot, lambda core: core.settings.change(language=code))
    qtbot.waitUntil(lambda: house.window is not before, timeout=PATIENCE)


def test_each_page_speaks_the_other_language_at_once(house: House, qtbot: QtBot) -> None:
    english: dict[str, set[str]] = {}
    for name in PLACES:
        house.window.open(name)
        english[name] = said(house.window)
    choose(house, qtbot, "es")
    assert house.window.place == (PLACES[-1], None)
    house.window.back()
    assert house.window.place == (PLACES[-2], None)
    for name in PLACES:
        house.window.open(name)
        stays = {text for text in said(house.window) & english[name] if text not in _SAME}
        assert {text for text in stays if _known(text)} == set(), name


def _known(text: str) -> bool:
    """Tell words of ours from names, addresses, sizes: the catalogue has another word for them."""
    return QCoreApplication.translate("words", text) != text


def test_what_plays_goes_on_and_the_keyboard_stays(home: Home, house: House, qtbot: QtBot) -> None:
    window = house.window
    window.open("settings")
    page = window.page
    assert page is not None
    sound = home.root / "talk.mp3"
    sound.write_bytes(speech_bytes(60))
    answer(house, qtbot, lambda core: core.listening.play_file(str(sound)))
    qtbot.waitUntil(lambda: status(house) is PlayStatus.PLAYING, timeout=PATIENCE)
    held = window.focusWidget()
    choose(house, qtbot, "es")
    assert status(house) is PlayStatus.PLAYING
    now = house.window.focusWidget()
    assert type(now) is type(held)
    assert now is not held


def test_the_mini_player_stays_and_speaks_it_too(house: House, qtbot: QtBot) -> None:
    house.sight.show_mini()
    assert house.sight.mini is not None
    before = said(house.sight.mini)
    choose(house, qtbot, "es")
    assert house.sight.is_mini
    assert house.sight.mini is not None
    assert {text for text in said(house.sight.mini) & before if _known(text)} == set()


def test_changes_that_are_not_saved_are_asked_for_first(house: House, qtbot: QtBot) -> None:
    before = house.window
    before.open("preset", Preset("", 600.0))
    page = before.page
    assert isinstance(page, PresetPage)
    qtbot.waitUntil(lambda: page.known is not None, timeout=PATIENCE)
    page.form.name.field.setText("Dawn")

    answer(house, qtbot, lambda core: core.settings.change(language="es"))
    assert house.window is before
    assert before.page is page
    page.foot.leaving.save.click()
    qtbot.waitUntil(lambda: house.window is not before, timeout=PATIENCE)
    presets = answer(house, qtbot, lambda core: core.presets.all())
    assert "Dawn" in {preset.name for preset in presets}


def test_an_error_of_the_core_is_said_in_the_new_language(house: House, qtbot: QtBot) -> None:
    choose(house, qtbot, "es")
    told: list[str] = []
    house.bridge.call(
        lambda core: core.listening.play(4711), None, lambda error: told.append(error.what)
    )
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert told == ["No hay ninguna grabación 4711"]
    house.bridge.happened.emit(Notice("It is playing now."))
    assert house.window.notice.says("Ya está sonando.")
