"""The About page says what must be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import __version__
from desktop_app.ui.pages.about import COMPONENTS, AboutPage, privacy
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge


def test_says_who_it_is_and_who_it_is_not(look: Look, bridge: HandBridge, qtbot: QtBot) -> None:
    page = AboutPage(look, bridge)
    qtbot.addWidget(page)
    page.shown(None)
    said = [label.text() for label in page.findChildren(Text)]
    whole = "\n".join(said)
    assert f"Version {__version__}" in said
    assert "Hearthside is not affiliated with any fellowship" in whole
    assert len(privacy()) == 4
    assert all(sentence in said for sentence in privacy())
    assert all(name in said and licence in said for name, licence in COMPONENTS)
    assert not bridge.waiting
