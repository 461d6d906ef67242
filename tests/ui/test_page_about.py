"""The About page says what must be said."""

from __future__ import annotations

import re
import tomllib
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app import __version__
from desktop_app.ui.pages.about import COMPONENTS, AboutPage, privacy
from desktop_app.ui.pages.kept import KeptPage
from desktop_app.ui.widgets.text import Text
from desktop_app.ui.windows.way import Way
from tests.support.command import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.pages.settings_leaf import SettingsLeaf
    from tests.support.hand import HandBridge, HandCore


def test_says_who_it_is_and_who_it_is_not(
    look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot, tmp_path: Path
) -> None:
    vars(core)["home"] = SimpleNamespace(logs=tmp_path / "logs")
    page = AboutPage(look, bridge)
    qtbot.addWidget(page)
    page.shown(None)
    bridge.run()
    said = [label.text() for label in page.findChildren(Text)]
    whole = "\n".join(said)
    assert f"Version {__version__}" in said
    assert "Hearthside is not affiliated with any fellowship" in whole
    assert len(privacy()) == 4
    assert all(sentence in said for sentence in privacy())
    assert all(part in whole for component in COMPONENTS for part in component)
    assert "Nothing is ever reported by itself" in whole
    assert f"The log lies in {tmp_path / 'logs'}." in whole.replace("\u200b", "")
    with qtbot.waitSignal(page.open_page) as opened:
        page.problems.click()
    assert opened.args == ["problems", None]
    with qtbot.waitSignal(page.open_page) as opened:
        page.kept.click()
    assert opened.args == ["kept", None]


def test_names_all_that_is_shipped() -> None:
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    packages = {re.split(r"[><=; ]", each)[0].lower() for each in needed}
    named = ", ".join(name for name, _licence, _source in COMPONENTS).lower()
    aliases = {"pyside6-essentials": "pyside6", "pyside6-addons": "pyside6", "av": "pyav"}
    assert all(aliases.get(each, each) in named for each in packages)


@pytest.mark.parametrize("kind", [AboutPage, KeptPage])
def test_the_way_back_stands_at_the_top(
    look: Look, bridge: HandBridge, qtbot: QtBot, kind: Callable[[Look, HandBridge], SettingsLeaf]
) -> None:
    page = kind(look, bridge)
    qtbot.addWidget(page)
    assert page.back.text() == "Settings"
    with qtbot.waitSignal(page.open_page) as opened:
        page.key(Qt.Key.Key_Escape)
    assert opened.args == ["settings", None]
    gone: list[str] = []
    page.came_from("Problems", lambda: gone.append("back"))
    page.back.click()
    assert (page.back.text(), gone) == ("Problems", ["back"])


def test_what_settings_leads_to_is_seen_under_settings() -> None:
    way = Way()
    for place in (("today", None), ("settings", None), ("about", None), ("kept", None)):
        way.go(place)
    assert way.under == ("settings", None)
