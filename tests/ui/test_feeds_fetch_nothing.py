"""A feed's words are shown, and nothing that they name is asked for: not one picture, not one page.

The server is real: whatever in Qt wanted something would reach it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel

from desktop_app.base.model import EpisodeQuery
from desktop_app.base.settings import Settings
from desktop_app.desktop.tray import _for_tip
from desktop_app.services.core import open_core
from desktop_app.ui.look.theme import Look
from desktop_app.ui.look.tips import plainly
from desktop_app.ui.pages.talk_notes import Notes
from desktop_app.ui.widgets.text import Text
from tests.support import pod
from tests.support.server import Reply, Server

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.base.paths import Home

WANTS = {
    "picture": '<img src="{at}">',
    "sized": '<img src="{at}" width="1" height="1" loading="eager">',
    "set": '<img srcset="{at} 2x"><picture><source srcset="{at}"></picture>',
    "sheet": '<link rel="stylesheet" href="{at}">',
    "hint": '<link rel="prefetch" href="{at}"><link rel="dns-prefetch" href="{at}">',
    "imported": "<style>@import url({at}); p {{ background: url({at}) }}</style>",
    "ground": '<p style="background-image: url({at})">x</p><body background="{at}">',
    "listed": '<ul style="list-style-image: url({at})"><li>x</li></ul>',
    "table": '<table background="{at}"><tr><td background="{at}">x</td></tr></table>',
    "frame": '<iframe src="{at}"></iframe><frame src="{at}">',
    "drawing": '<svg><image href="{at}"/><use xlink:href="{at}"/></svg>',
    "refresh": '<meta http-equiv="refresh" content="0;url={at}">',
    "sound": '<audio src="{at}" autoplay></audio><video poster="{at}"></video>',
    "object": '<object data="{at}"></object><embed src="{at}">',
    "script": '<script src="{at}"></script><img onerror="x" src="x:">',
    "base": '<base href="{at}"><img src="a.png">',
    "form": '<form action="{at}"><input type="image" src="{at}"></form>',
}


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look(qapp, Settings())


@pytest.mark.parametrize("wanted", WANTS.values(), ids=WANTS.keys())
def test_notes_ask_for_nothing(look: Look, qtbot: QtBot, wanted: str) -> None:
    """Even those that nobody has cleaned before."""
    with Server() as server:
        notes = Notes(look)
        qtbot.addWidget(notes)
        notes.show_notes(f"<p>words</p>{wanted.format(at=server.url('/x.png'))}")
        notes.show()
        qtbot.waitExposed(notes)
        notes.grab()
        assert "words" in notes.toPlainText()
        assert server.requests == []


def test_not_even_a_picture_of_this_computer(look: Look, qtbot: QtBot, tmp_path: Path) -> None:
    picture = tmp_path / "own.png"
    shown = QLabel("x").grab()
    assert shown.save(str(picture))
    notes = Notes(look)
    qtbot.addWidget(notes)
    notes.show_notes(f'<p><img src="{picture.as_uri()}"></p>')
    notes.grab()
    kind = QTextDocument.ResourceType.ImageResource.value
    found = notes.document().resource(kind, picture.as_uri())
    assert isinstance(found, QImage)
    assert found.isNull()


async def test_what_the_page_is_given_names_nothing_but_links(home: Home) -> None:
    told = "".join(each.format(at="http://far.example/x") for each in WANTS.values())
    told += '<a href="http://far.example/y" ping="http://far.example/x" style="x">more</a>'
    item = pod.item(1).replace("Notes of talk 1", f"<![CDATA[<p>{told}</p>]]>")
    feed = Reply(body=pod.feed("Tapes", [item]))
    with Server() as server:
        async with open_core(home) as core:
            await core.subscriptions.add(server.add("/feed.xml", feed))
            (talk,) = (await core.browsing.page(EpisodeQuery(), 0, 9)).episodes
            notes = (await core.browsing.detail(talk.id)).notes
    assert '<a href="http://far.example/y">more</a>' in notes
    assert "far.example/x" not in notes
    assert "url(" not in notes


@pytest.mark.parametrize("wanted", [WANTS["picture"], "<b>loud</b> & clear", "a < b > c"])
def test_tips_show_words_as_they_are(look: Look, qtbot: QtBot, wanted: str) -> None:
    title = wanted.format(at="http://far.example/x.png")
    label = Text(look, title, elide=True)
    qtbot.addWidget(label)
    label.setText(title)
    document = QTextDocument()
    if label.toolTip() == title:
        document.setPlainText(title)
    else:
        document.setHtml(label.toolTip())
    assert document.toPlainText() == title
    assert "\ufffc" not in document.toPlainText(), "a picture's place"


def test_plain_tips_stay_what_they_are() -> None:
    assert plainly("Bob D.\nSteps 4 & 5") == "Bob D.\nSteps 4 & 5"
    assert plainly("<i>x</i>\ny") == "<qt>&lt;i&gt;x&lt;/i&gt;<br>y</qt>"


def test_the_tray_gets_no_brackets() -> None:
    assert _for_tip('<img src="x">Bob') == '‹img src="x"›Bob'
