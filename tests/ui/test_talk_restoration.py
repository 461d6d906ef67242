"""The card of a talk's tape: what it offers at each stage, and what it asks of the core."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState, EpisodeDetail
from desktop_app.base.tape import Fault, Restoration, RestorationState
from desktop_app.services.events import EpisodesChanged, PlayerChanged, RestorationChanged
from desktop_app.ui.pages.talk import TalkPage
from desktop_app.ui.widgets.wave import Wave
from tests.support.hand import episode, now_playing
from tests.ui.test_talk_restoration_words import DONE, HERE, RESULT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.pages.talk_restoration import RestorationCard
    from tests.support.hand import HandBridge, HandCore

TALK = episode(7, state=DownloadState.DOWNLOADED, file="/tapes/7.mp3")
HELPS = replace(HERE, faults=(Fault.QUIET, Fault.HISS))
WAITS = replace(HERE, state=RestorationState.QUEUED, waiting=True)
WORKING = replace(HERE, state=RestorationState.WORKING, share=0.34)
FAILED = replace(HERE, state=RestorationState.FAILED, problem="The disk is full.")
AWAY = Restoration(7, possible=False)
UNHEARD = Restoration(7, possible=True)


@pytest.fixture
def page(qtbot: QtBot, look: Look, bridge: HandBridge, core: HandCore) -> TalkPage:
    """The page over a talk that is here."""
    core.browsing.answers["detail"] = EpisodeDetail(TALK)
    page = TalkPage(look, bridge, lambda: 100.0, lambda _url: None)
    page.resize(1048, 728)
    qtbot.addWidget(page)
    page.show()
    bridge.happened.connect(page.heard)
    return page


def show(page: TalkPage, bridge: HandBridge, core: HandCore, known: Restoration) -> RestorationCard:
    """Open the talk of whose restoration this is known."""
    core.restoring.answers["state"] = known
    page.shown(7)
    bridge.run()
    return page.restoration


def become(bridge: HandBridge, core: HandCore, known: Restoration) -> None:
    """Let this be known from now on, and told."""
    core.restoring.answers["state"] = known
    bridge.tell(RestorationChanged(7))
    bridge.run()


def asked(core: HandCore) -> list[tuple[object, ...]]:
    """Return the calls that are no mere reading."""
    return [call for call in core.restoring.log if call[0] != "restoring.state"]


def parts(card: RestorationCard) -> dict[str, QWidget]:
    """Return everything that comes and goes, by its name in the code."""
    names = ("chips", "waves", "progress", "restore", "again", "cancel", "anyway", "begin",
             "remove")  # fmt: skip
    return {name: getattr(card, name) for name in names}


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (AWAY, set()),
        (UNHEARD, set()),
        (replace(UNHEARD, problem="It is damaged."), set()),
        (HERE, {"anyway"}),
        (HELPS, {"restore"}),
        (WAITS, {"cancel", "begin"}),
        (replace(WAITS, waiting=False), {"cancel"}),
        (WORKING, {"progress", "cancel"}),
        (DONE, {"chips", "waves", "remove"}),
        (replace(DONE, result=None), {"chips", "remove"}),
        (FAILED, {"again"}),
    ],
)
def test_each_stage_offers_its_own(
    page: TalkPage, bridge: HandBridge, core: HandCore, known: Restoration, expected: set[str]
) -> None:
    card = show(page, bridge, core, known)
    assert {name for name, part in parts(card).items() if part.isVisible()} == expected
    assert card.line.text()


def test_it_stands_before_speed_and_sleep(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    card = show(page, bridge, core, DONE)
    QApplication.processEvents()
    lefts = [each.mapTo(page, QPoint(0, 0)).x() for each in (card, page.speed, page.sleep)]
    assert lefts == sorted(lefts)
    assert len(set(lefts)) == 3


@pytest.mark.parametrize(
    ("known", "name", "call"),
    [
        (HELPS, "restore", ("restoring.request", (7,))),
        (HERE, "anyway", ("restoring.request", (7,))),
        (FAILED, "again", ("restoring.request", (7,))),
        (WAITS, "begin", ("restoring.request", (7,), ("now", True))),
        (WAITS, "cancel", ("restoring.cancel", 7)),
        (WORKING, "cancel", ("restoring.cancel", 7)),
        (DONE, "remove", ("restoring.remove", 7)),
    ],
)
def test_buttons_do_what_they_say(
    page: TalkPage,
    bridge: HandBridge,
    core: HandCore,
    known: Restoration,
    name: str,
    call: tuple[object, ...],
) -> None:
    card = show(page, bridge, core, known)
    getattr(card, name).click()
    bridge.run()
    assert asked(core) == [call]


@pytest.mark.parametrize("original", [True, False])
def test_the_chips_choose_what_is_heard(
    page: TalkPage, bridge: HandBridge, core: HandCore, original: bool
) -> None:
    card = show(page, bridge, core, replace(DONE, original=not original))
    assert card.chips.value() is not original
    chip = next(chip for value, chip in card.chips._chips if value is original)
    chip.click()
    bridge.run()
    assert asked(core) == [("restoring.choose", 7, ("original", original))]


def test_a_recording_is_examined_once_it_is_looked_at(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    show(page, bridge, core, UNHEARD)
    become(bridge, core, UNHEARD)
    assert asked(core) == [("restoring.examine", 7)]
    become(bridge, core, HELPS)
    assert page.restoration.line.text().startswith("This tape is quiet and hisses.")
    become(bridge, core, UNHEARD)
    assert asked(core) == [("restoring.examine", 7)] * 2, "another recording is there"


@pytest.mark.parametrize("known", [AWAY, HERE, WORKING, DONE])
def test_what_is_known_or_away_is_not_examined(
    page: TalkPage, bridge: HandBridge, core: HandCore, known: Restoration
) -> None:
    show(page, bridge, core, known)
    assert asked(core) == []


def test_the_bar_follows_the_work(page: TalkPage, bridge: HandBridge, core: HandCore) -> None:
    card = show(page, bridge, core, WORKING)
    assert card.progress.words.text() == "34 %"
    assert card.progress.bar.accessibleName() == "34 % restored"
    become(bridge, core, replace(WORKING, share=0.35))
    assert card.progress.bar.accessibleName() == "35 % restored"


def test_a_download_that_is_done_is_looked_at(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    away = replace(TALK, state=DownloadState.DOWNLOADING, file=None)
    core.browsing.answers["detail"] = EpisodeDetail(away)
    show(page, bridge, core, AWAY)
    core.browsing.answers["detail"] = EpisodeDetail(TALK)
    core.restoring.answers["state"] = UNHEARD
    bridge.tell(EpisodesChanged(frozenset({7})))
    bridge.run()
    assert asked(core) == [("restoring.examine", 7)]


def test_other_talks_are_none_of_its_business(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    show(page, bridge, core, WORKING)
    bridge.tell(RestorationChanged(8))
    assert not bridge.waiting
    page.hidden()
    bridge.tell(RestorationChanged(7))
    assert not bridge.waiting


def test_an_answer_about_the_talk_before_is_left(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    card = show(page, bridge, core, DONE)
    core.restoring.answers["state"] = DONE
    core.browsing.answers["detail"] = EpisodeDetail(episode(8))
    page.shown(8)
    assert not card.chips.isVisible()
    bridge.run()
    assert not card.chips.isVisible()
    assert card.line.text() == ""


def test_the_chip_is_on_what_the_player_plays(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    card = show(page, bridge, core, DONE)
    assert card.chips.value() is False
    bridge.tell(PlayerChanged(now_playing(TALK, restored=None)))
    assert card.chips.value() is True, "it was restored while it played"
    bridge.tell(PlayerChanged(now_playing(TALK, restored=True)))
    assert card.chips.value() is False
    bridge.tell(PlayerChanged(now_playing(episode(8), restored=None)))
    assert card.chips.value() is False


def test_a_refusal_is_told_and_the_chip_goes_back(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    card = show(page, bridge, core, DONE)
    core.restoring.answers["choose"] = KnownError("It could not be kept")
    next(chip for value, chip in card.chips._chips if value).click()
    bridge.run()
    assert card.chips.value() is False
    assert not page.notice.isHidden()


def test_what_nobody_asked_for_fails_in_silence(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    core.restoring.answers["examine"] = KnownError("The disk is busy")
    show(page, bridge, core, UNHEARD)
    core.restoring.answers["state"] = KnownError("The library is busy")
    bridge.tell(RestorationChanged(7))
    bridge.run()
    assert page.notice.isHidden()


def test_the_keyboard_does_not_go_on_to_another_button(
    page: TalkPage, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    page.activateWindow()
    card = show(page, bridge, core, HELPS)
    card.restore.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(card.restore.hasFocus)
    become(bridge, core, WAITS)
    assert card.hasFocus()


def test_everything_has_a_name(page: TalkPage, bridge: HandBridge, core: HandCore) -> None:
    card = show(page, bridge, core, DONE)
    assert card.accessibleName() == card.chips.accessibleName() == "Tape restoration"
    names = [chip.accessibleName() for _value, chip in card.chips._chips]
    assert names == ["Tape restoration: Restored", "Tape restoration: Original"]
    assert card.line.accessibleName().startswith("Loudness −31.2, now −16.0 LUFS")
    assert [wave.accessibleName() for wave in card.findChildren(Wave)] == [
        "The original, drawn as it sounds",
        "The restored recording, drawn as it sounds",
    ]
    for name, part in parts(card).items():
        if name not in {"waves", "progress", "anyway", "remove"}:
            assert part.accessibleName(), name


def test_both_waves_are_drawn_to_one_scale(
    page: TalkPage, bridge: HandBridge, core: HandCore, look: Look
) -> None:
    quiet = replace(RESULT, waveform_before=bytes([51]) * 200, waveform=bytes([255]) * 200)
    card = show(page, bridge, core, replace(DONE, result=quiet))
    QApplication.processEvents()
    before, after = card.waves.before, card.waves.after
    assert before.width() == after.width()
    assert set(before.bars()) == {0.2}
    assert set(after.bars()) == {1.0}
    assert 10 < len(after.bars()) <= after.width() / look.px(4)


def test_a_wave_begins_where_one_begins_to_read(look: Look, qtbot: QtBot) -> None:
    wave = Wave(look, "lamp", "It")
    qtbot.addWidget(wave)
    wave.resize(look.px(8), look.px(24))
    assert wave.bars() == []
    wave.set_waveform(bytes([0, 0, 255, 255]))
    assert wave.bars() == [0.0, 1.0]
    wave.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert wave.bars() == [1.0, 0.0]
    assert not wave.grab().isNull()
