"""One talk: its facts, the player, its download, its places, and notes that do no harm."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from desktop_app.base.errors import KnownError
from desktop_app.base.model import Bookmark, DownloadState, EpisodeDetail, FeedKind, PlayStatus
from desktop_app.base.parsed import Chapter, TranscriptLine
from desktop_app.base.sound import Sound
from desktop_app.services.events import (
    DownloadProgress,
    EpisodesChanged,
    PlayerChanged,
    SoundMeasured,
)
from desktop_app.services.transcripts import Offer
from desktop_app.ui.pages.talk import TalkPage
from desktop_app.ui.pages.talk_cards import WITH_TALK, nearest_rate, passed
from desktop_app.ui.pages.talk_head import about, badges, download_words, removable
from desktop_app.ui.pages.talk_notes import as_html, may_open
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.marks import current
from tests.support.hand import MOMENT, episode, now_playing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.base.model import Episode
    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

CHRIS = episode(
    7,
    title="Chris R. — Steps 6 & 7",
    fellowship="AA",
    steps=(6, 7),
    event="Founders' Day",
    place="Akron",
    year=1998,
    duration=3555.0,
    position=600.0,
)
MARKS = (
    Bookmark(1, 7, 880.0, "humility is not thinking less of yourself", MOMENT),
    Bookmark(2, 7, 2310.0, "", MOMENT),
)
CHAPTERS = (Chapter(0.0, "Opening"), Chapter(620.0, "Step six"), Chapter(1900.0, ""))
DETAIL = EpisodeDetail(
    CHRIS,
    notes="<p>Recorded from the <a href='https://tapes.example/7'>cassette</a>.</p>",
    link="https://tapes.example/talk/7",
    chapters=CHAPTERS,
    bookmarks=MARKS,
)


@pytest.fixture
def links() -> list[str]:
    """Where the browser was sent."""
    return []


@pytest.fixture
def page(
    qtbot: QtBot, look: Look, bridge: HandBridge, core: HandCore, links: list[str]
) -> TalkPage:
    """The page over one talk; the player's clock stands at 100 s."""
    core.browsing.answers["detail"] = DETAIL
    page = TalkPage(look, bridge, lambda: 100.0, lambda url: links.append(url.toString()))
    page.resize(1048, 728)
    qtbot.addWidget(page)
    page.show()
    bridge.happened.connect(page.heard)
    return page


def wrote(core: HandCore) -> list[tuple[Any, ...]]:
    """Return the calls that are no mere reading."""
    calls = core.log
    return [c for c in calls if not c[0].startswith("browsing.") and c[0] != "listening.now"]


def visit(page: TalkPage, bridge: HandBridge) -> None:
    """Open the talk and let everything be answered."""
    page.shown(7)
    bridge.run()


def press(page: TalkPage, name: str) -> None:
    """Press the button that a screen reader calls ``name``."""
    next(each for each in page.findChildren(Button) if each.accessibleName() == name).click()


def test_a_talk_says_what_is_known_of_it(page: TalkPage, bridge: HandBridge) -> None:
    page.shown(7)
    assert page.subtitle.text() == "One moment…"
    assert page.head.isHidden()
    bridge.run()
    assert not page.head.isHidden()
    assert page.head.title.text() == "Chris R. — Steps 6 & 7"
    assert page.head.about.text() == "Founders' Day, Akron · recorded 1998 · 59 min · Sober Cast"
    assert page.seek.elapsed.text() == "10:00"
    assert page.seek.whole.text() == "59:15"
    marks = [(mark.place, mark.words) for mark in page.seek.bar.marks]
    assert marks == [
        (620.0, "Step six"),
        (880.0, "humility is not thinking less of yourself"),
        (1900.0, "Chapter 3"),
        (2310.0, "Bookmark"),
    ]
    assert page.head.play.text() == "Continue"
    assert not page.head.mark.isEnabled()


FILE_NAME = "20160917_AA_SpeakerMeeting_Margaret_W_LowerSackville_NovaScotia_final_mixdown_v2.mp3"


@pytest.mark.parametrize(
    "title", [FILE_NAME, "x" * 400, "A convention of hope and strength " * 12, "שלום " * 60]
)
def test_no_title_widens_the_page(
    page: TalkPage, bridge: HandBridge, core: HandCore, title: str
) -> None:
    core.browsing.answers["detail"] = replace(
        DETAIL, episode=replace(CHRIS, title=title, event=title)
    )
    visit(page, bridge)
    QApplication.processEvents()
    right = page.seek.mapTo(page, page.seek.rect().topRight()).x()
    assert right < page.width()
    assert page.title.text() == page.head.title.accessibleName() == title.strip()


@pytest.mark.parametrize(
    ("values", "said", "download", "may_play"),
    [
        ({}, "", "Download", True),
        ({"lost": True}, "taken away", "Download again", True),
        ({"lost": True, "state": DownloadState.QUEUED}, "", "Waiting to download", True),
        ({"url": None}, "nothing to play", "", False),
        ({"url": "file:///tapes/7.mp3"}, "not in its folder", "Missing from its folder", True),
        (
            {"url": None, "file": "7.mp3", "state": DownloadState.DOWNLOADED},
            "",
            "On this computer",
            True,
        ),
    ],
)
def test_what_became_of_the_recording_is_said(
    page: TalkPage,
    bridge: HandBridge,
    core: HandCore,
    values: dict[str, Any],
    said: str,
    download: str,
    may_play: bool,
) -> None:
    core.browsing.answers["detail"] = replace(DETAIL, episode=replace(CHRIS, **values))
    visit(page, bridge)
    assert page.head.fate.isVisible() is bool(said)
    assert said in page.head.fate.text()
    assert page.head.download.isVisible() is bool(download)
    assert not download or page.head.download.text() == download
    assert page.head.play.isEnabled() is may_play


def test_films_and_heard_talks_are_called_so() -> None:
    film = replace(CHRIS, type="video/mp4", heard=True)
    assert about(film).endswith("59 min · film · Sober Cast · heard")


def test_what_has_come_and_what_is_waited_for_is_seen_on_the_line(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    core.browsing.answers["detail"] = replace(DETAIL, episode=replace(CHRIS, size=200))
    visit(page, bridge)
    assert (page.seek.bar.here, page.seek.bar.filling) == (None, None)
    bridge.tell(DownloadProgress(7, 50, 200, 1.0))
    assert page.seek.bar.here == 0.25
    waits = now_playing(CHRIS, status=PlayStatus.BUFFERING, buffered=40.0)
    bridge.tell(PlayerChanged(waits))
    assert page.seek.bar.filling == 0.4
    bridge.tell(PlayerChanged(replace(waits, episode=episode(8))))
    assert page.seek.bar.filling is None


def test_what_is_unknown_is_not_shown(page: TalkPage, bridge: HandBridge, core: HandCore) -> None:
    bare = episode(7, duration=None, published=None)
    core.browsing.answers["detail"] = EpisodeDetail(bare)
    visit(page, bridge)
    for part in (page.chapters, page.bookmarks, page.notes, page.notes_title, page.link):
        assert part.isHidden()
    assert page.head._badges.isHidden()
    assert page.head.about.text() == "Sober Cast"
    assert page.seek.whole.text() == ""
    assert not page.seek.bar.isEnabled()
    assert page.head.play.text() == "Play"


def test_playing_and_pausing(page: TalkPage, bridge: HandBridge, core: HandCore) -> None:
    visit(page, bridge)
    page.head.play.click()
    bridge.run()
    bridge.tell(PlayerChanged(now_playing(CHRIS, position=1400.0, at=43.0)))
    assert page.head.play.text() == "Pause"
    assert page.seek.elapsed.text() == "24:17"
    page.head.play.click()
    bridge.run()
    bridge.tell(PlayerChanged(now_playing(CHRIS, position=1500.0, status=PlayStatus.PAUSED)))
    assert page.head.play.text() == "Continue"
    assert wrote(core) == [("listening.play", 7), ("listening.toggle",)]


def test_the_page_made_after_the_talk_began_follows_it(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    core.listening.answers["now"] = now_playing(CHRIS, position=60.0, at=100.0)
    visit(page, bridge)
    assert page.head.play.text() == "Pause"
    assert page.head.mark.isEnabled()
    assert page.seek.elapsed.text() == "1:00"


def test_another_talk_in_the_player_moves_nothing_here(page: TalkPage, bridge: HandBridge) -> None:
    visit(page, bridge)
    bridge.tell(PlayerChanged(now_playing(episode(8), position=90.0, at=100.0, rate=1.5)))
    assert page.head.play.text() == "Continue"
    assert page.seek.elapsed.text() == "10:00"
    assert page.speed.chips.value() == 1.5


def test_each_talk_shows_and_sets_the_speed_of_its_own_feed(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    core.browsing.answers["detail"] = replace(DETAIL, speed=0.8)
    visit(page, bridge)
    assert page.speed.chips.value() == 0.8
    other = episode(8, feed_id=CHRIS.feed_id + 1)
    bridge.tell(PlayerChanged(now_playing(other, rate=1.5)))
    assert page.speed.chips.value() == 0.8
    page.speed.chips.chosen.emit(1.2)
    bridge.run()
    assert wrote(core) == [("feed_settings.set_speed", CHRIS.feed_id, 1.2)]
    assert page.speed.chips.value() == 1.2
    same = episode(9, feed_id=CHRIS.feed_id)
    bridge.tell(PlayerChanged(now_playing(same, rate=1.0)))
    page.speed.chips.chosen.emit(1.5)
    bridge.run()
    assert wrote(core)[1:] == [("listening.set_rate", 1.5)]


def test_a_place_is_sought_or_played_from(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    visit(page, bridge)
    page.seek.bar.sought.emit(700.0)
    bridge.run()
    bridge.tell(PlayerChanged(now_playing(CHRIS)))
    page.seek.bar.sought.emit(900.0)
    page.chapters.list.chosen.emit(1)
    press(page, "Go to 38 minutes 30 seconds")
    bridge.run()
    assert wrote(core) == [
        ("listening.play", 7, 700.0),
        ("listening.seek", 900.0),
        ("listening.seek", 620.0),
        ("listening.seek", 2310.0),
    ]


def test_the_chapter_that_plays_is_marked(page: TalkPage, bridge: HandBridge) -> None:
    visit(page, bridge)
    QAbstractItemModelTester(
        page.chapters.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    titles = [line.text for line in page.chapters.model.lines]
    assert titles == ["Opening · 0:00", "Step six · 10:20", "Chapter 3 · 31:40"]
    for place, row in ((0.0, 0), (625.0, 1), (1950.0, 2)):
        bridge.tell(PlayerChanged(now_playing(CHRIS, position=place, at=100.0)))
        assert [i.row() for i in page.chapters.list.selectionModel().selectedIndexes()] == [row]


def test_bookmarks_are_made_and_removed(page: TalkPage, bridge: HandBridge, core: HandCore) -> None:
    visit(page, bridge)
    bridge.tell(PlayerChanged(now_playing(CHRIS, position=900.0, at=100.0)))
    assert page.seek.words.text() == "⚑ 14:40 “humility is not thinking less of yourself”"
    page.head.mark.click()
    press(page, "Remove the bookmark at 14 minutes 40 seconds")
    bridge.run()
    assert wrote(core) == [("listening.bookmark", ""), ("places.remove_bookmark", 1, 7)]
    core.browsing.answers["detail"] = replace(DETAIL, bookmarks=())
    bridge.tell(EpisodesChanged(frozenset({7})))
    bridge.run()
    assert page.bookmarks.isHidden()
    assert not any(mark.bookmark for mark in page.seek.bar.marks)
    assert page.seek.words.text() == ""


def test_speed_and_sleep_act_on_the_player(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    visit(page, bridge)
    assert page.speed.chips.value() == 1.0
    assert page.sleep.chips.value() == 0
    page.speed.chips.chosen.emit(1.2)
    page.sleep.chips.chosen.emit(30)
    page.sleep.chips.chosen.emit(0)
    bridge.run()
    assert wrote(core) == [
        ("feed_settings.set_speed", CHRIS.feed_id, 1.2),
        ("listening.set_sleep", 30),
        ("listening.set_sleep", None),
    ]
    bridge.tell(
        PlayerChanged(now_playing(CHRIS, rate=1.1, sleep_minutes=30, sleep_at=100.0 + 12 * 60))
    )
    assert page.speed.chips.value() is None
    assert page.speed.line.text() == "1.1× · Pitch stays natural"
    assert page.sleep.chips.value() == 30
    assert page.sleep.line.text() == "12 minutes left · Fades out over the last minute"
    bridge.tell(PlayerChanged(now_playing(CHRIS, stretch=600.0, at=100.0)))
    assert page.sleep.line.text() == "Stops by itself: 10 minutes left"
    bridge.tell(PlayerChanged(None))
    assert page.sleep.chips.value() == 0
    assert page.sleep.line.text() == "Fades out over the last minute"


def test_the_sound_may_end_with_the_talk(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    visit(page, bridge)
    next(chip for _, chip in page.sleep.chips._chips if chip.text() == "End of talk").click()
    bridge.run()
    assert wrote(core) == [("listening.set_sleep", None, ("with_talk", True))]
    bridge.tell(PlayerChanged(now_playing(CHRIS, sleep_with_talk=True)))
    assert page.sleep.chips.value() == WITH_TALK
    assert page.sleep.line.text() == "Falls silent when the talk is over"


def test_while_it_fades_there_is_more_time(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    visit(page, bridge)
    bridge.tell(PlayerChanged(now_playing(CHRIS, sleep_minutes=15, sleep_at=900.0)))
    assert page.sleep.more.isHidden()
    fading = now_playing(CHRIS, sleep_minutes=15, sleep_at=150.0, sleep_fading=True)
    bridge.tell(PlayerChanged(fading))
    assert page.sleep.line.text() == "less than a minute left · It is fading out"
    assert page.sleep.more.isVisible()
    page.sleep.more.click()
    bridge.run()
    assert wrote(core) == [("listening.sleep_later",)]
    bridge.tell(PlayerChanged(now_playing(CHRIS, status=PlayStatus.PAUSED)))
    assert page.sleep.more.isHidden()


def test_where_the_sleep_timer_was_set_can_be_found_again(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    visit(page, bridge)
    assert page.asleep.isHidden()
    core.browsing.answers["detail"] = replace(DETAIL, asleep=1457.0)
    bridge.tell(EpisodesChanged(frozenset({7})))
    bridge.run()
    assert page.asleep.isVisible()
    assert page.asleep.said.text() == "The sleep timer was set at 24:17 ·"
    page.asleep.go.click()
    bridge.run()
    bridge.tell(PlayerChanged(now_playing(CHRIS)))
    page.asleep.go.click()
    bridge.run()
    assert wrote(core) == [("listening.play", 7, 1457.0), ("listening.seek", 1457.0)]


def test_the_star_goes_on_and_off(page: TalkPage, bridge: HandBridge, core: HandCore) -> None:
    visit(page, bridge)
    assert page.head.star.accessibleName() == "Add to favorites"
    page.head.star.click()
    bridge.run()
    core.browsing.answers["detail"] = replace(DETAIL, episode=replace(CHRIS, favorite=True))
    bridge.tell(EpisodesChanged(frozenset({7})))
    bridge.run()
    assert page.head.star.accessibleName() == "Remove from favorites"
    page.head.star.click()
    bridge.run()
    assert wrote(core) == [("favorites.mark", 7), ("favorites.unmark", 7)]


def test_a_click_downloads_and_progress_is_shown(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    visit(page, bridge)
    assert page.head.download.text() == "Download"
    page.head.download.click()
    bridge.run()
    assert wrote(core) == [("downloading.request", (7,))]
    bridge.tell(DownloadProgress(8, 1, 2, 0.0))
    assert page.head.download.text() == "Download"
    bridge.tell(DownloadProgress(7, 22_400_000, 35_000_000, 1000.0))
    assert page.head.download.text() == "Downloading 64 %"


@pytest.mark.parametrize(
    ("state", "words", "calls"),
    [
        (DownloadState.QUEUED, ["Cancel the download"], [("downloading.cancel", 7)]),
        (
            DownloadState.DOWNLOADING,
            ["Pause the download", "Cancel the download"],
            [("downloading.pause", 7), ("downloading.cancel", 7)],
        ),
        (
            DownloadState.PAUSED,
            ["Go on downloading", "Cancel the download"],
            [("downloading.resume", 7), ("downloading.cancel", 7)],
        ),
        (DownloadState.DOWNLOADED, ["Remove the download"], [("downloading.remove_file", 7)]),
        (DownloadState.REMOTE, [], []),
    ],
)
def test_what_can_be_done_with_a_download(
    page: TalkPage,
    bridge: HandBridge,
    core: HandCore,
    state: DownloadState,
    words: list[str],
    calls: list[tuple[Any, ...]],
) -> None:
    visit(page, bridge)
    menu = page.head.menu(replace(CHRIS, state=state))
    assert [action.text() for action in menu.actions()] == words
    for action in menu.actions():
        action.trigger()
    bridge.run()
    assert wrote(core) == calls


def test_a_failed_download_says_why_and_can_be_tried_again(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    failed = replace(CHRIS, state=DownloadState.FAILED)
    core.browsing.answers["detail"] = EpisodeDetail(failed, failure="the server closed the line")
    visit(page, bridge)
    assert "The server closed the line." in page.notice.accessibleName()
    page.notice._action.click()
    bridge.run()
    assert wrote(core) == [("downloading.request", (7,))]
    page.notice.tell(KnownError("again"))
    core.browsing.answers["detail"] = DETAIL
    bridge.tell(EpisodesChanged(frozenset({7})))
    bridge.run()
    assert page.notice.isHidden()


def test_a_talk_that_is_gone_says_so(page: TalkPage, bridge: HandBridge, core: HandCore) -> None:
    core.browsing.answers["detail"] = KnownError("This talk is no longer in the library")
    visit(page, bridge)
    assert page.head.isHidden()
    assert "no longer in the library" in page.notice.accessibleName()
    core.browsing.answers["detail"] = DETAIL
    page.notice._action.click()
    bridge.run()
    assert not page.head.isHidden()


def test_the_answer_for_an_earlier_talk_is_dropped(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    def answer(wanted: int) -> EpisodeDetail:
        if wanted == 7:
            page.shown(8)
        return EpisodeDetail(episode(wanted))

    core.browsing.answers["detail"] = answer
    page.shown(7)
    bridge.step()
    assert page.head.isHidden()
    bridge.run()
    assert page.head.title.text() == "Talk 8"


def test_events_of_other_talks_read_nothing(page: TalkPage, bridge: HandBridge) -> None:
    visit(page, bridge)
    bridge.tell(EpisodesChanged(frozenset({8})))
    assert not bridge.waiting
    bridge.tell(EpisodesChanged())
    assert len(bridge.waiting) == 1
    bridge.run()
    page.hidden()
    bridge.tell(EpisodesChanged())
    assert not bridge.waiting


@pytest.mark.parametrize(
    ("kind", "page_name"), [(FeedKind.TALKS, "speakers"), (FeedKind.MEDITATIONS, "meditations")]
)
def test_the_way_back(
    page: TalkPage, bridge: HandBridge, core: HandCore, kind: FeedKind, page_name: str
) -> None:
    core.browsing.answers["detail"] = EpisodeDetail(replace(CHRIS, kind=kind))
    pages: list[tuple[str, object]] = []
    page.open_page.connect(lambda name, argument: pages.append((name, argument)))
    visit(page, bridge)
    assert page.head.back.text().lower() == page_name
    page.head.back.click()
    assert pages == [(page_name, None)]


def test_the_way_back_is_where_one_came_from(page: TalkPage, bridge: HandBridge) -> None:
    went: list[str] = []
    pages: list[str] = []
    page.open_page.connect(lambda name, _argument: pages.append(name))
    page.came_from("S&M Archive", lambda: went.append("back"))
    visit(page, bridge)
    assert page.head.back.text() == "S&M Archive"
    assert page.head.back.shortcut().isEmpty(), "a title makes no key of its own"
    page.head.back.click()
    assert (went, pages) == (["back"], [])
    page.came_from("", None)
    assert page.head.back.text() == "Speakers"
    page.head.back.click()
    assert (went, pages) == (["back"], ["speakers"])


def test_discreet_mode_and_narrow_pages_show_no_picture(
    page: TalkPage, bridge: HandBridge, look: Look
) -> None:
    visit(page, bridge)
    assert not page.head.cover.isHidden()
    page.resize(500, 700)
    assert page.head.cover.isHidden()
    page.resize(1048, 728)
    assert not page.head.cover.isHidden()
    look.follow(replace(look.settings, discreet=True))
    assert page.head.cover.isHidden()


def test_links_leave_only_when_they_are_safe(
    page: TalkPage, bridge: HandBridge, links: list[str]
) -> None:
    visit(page, bridge)
    for address in ("https://tapes.example/7", "file:///etc/passwd", "javascript:alert(1)"):
        page.notes.anchorClicked.emit(QUrl(address))
    page.link.click()
    assert links == ["https://tapes.example/7", "https://tapes.example/talk/7"]


def test_an_unsafe_page_of_its_own_is_not_offered(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    core.browsing.answers["detail"] = replace(DETAIL, link="file:///etc/passwd", notes="")
    visit(page, bridge)
    assert page.link.isHidden()
    assert page.notes_title.isHidden()


def test_notes_load_nothing_and_leave_the_windows_keys_alone(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    picture = "<p>A <img src='https://far.example/x.png'> picture</p>"
    core.browsing.answers["detail"] = replace(DETAIL, notes=picture)
    visit(page, bridge)
    image = int(QTextDocument.ResourceType.ImageResource.value)
    found = page.notes.loadResource(image, QUrl("https://far.example/x.png"))
    assert isinstance(found, QImage)
    assert found.isNull()
    assert "picture" in page.notes.toPlainText()
    keys: list[int] = []
    page.keyPressEvent = lambda event: keys.append(event.key())  # type: ignore[method-assign]
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_B):
        QTest.keyClick(page.notes, key)
    assert keys == [Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_B]


def test_notes_are_as_high_as_their_words(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    visit(page, bridge)
    short = page.notes.height()
    core.browsing.answers["detail"] = replace(DETAIL, notes="<p>Words.</p>" * 30)
    bridge.tell(EpisodesChanged(frozenset({7})))
    bridge.run()
    assert page.notes.height() > 10 * short


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("https://a.example/x", True),
        ("HTTP://a.example", True),
        ("mailto:someone@a.example", True),
        ("https:", False),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("/relative", False),
        ("", False),
    ],
)
def test_only_the_web_and_letters_may_open(address: str, allowed: bool) -> None:
    assert may_open(QUrl(address)) is allowed


def test_plain_notes_keep_their_lines() -> None:
    assert as_html("one\ntwo\n") == "one<br>two"
    assert as_html("<p>one\ntwo</p>") == "<p>one\ntwo</p>"


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (episode(1, duration=None, published=None, feed="F"), "F"),
        (episode(1, year=1998, event="In 1998", duration=60.0, feed="F"), "In 1998 · 1 min · F"),
        (episode(1, part=3, of=12, published=None, duration=None, feed="F"), "part 3 of 12 · F"),
        (episode(1, part=3, published=None, duration=None, feed="F"), "part 3 · F"),
        (episode(1, published=MOMENT, duration=None, feed="F"), "22 Nov 2026 · F"),
    ],
)  # fmt: skip
def test_the_line_below_the_title(one: Episode, words: str) -> None:
    assert about(one) == words


def test_badges_are_fellowship_and_steps() -> None:
    assert badges(CHRIS) == ("AA", "Step 6", "Step 7")
    assert badges(episode(1)) == ()


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (DownloadState.REMOTE, "Download"),
        (DownloadState.QUEUED, "Waiting to download"),
        (DownloadState.PAUSED, "Paused at 50 %"),
        (DownloadState.DOWNLOADED, "On this computer"),
        (DownloadState.FAILED, "Try the download again"),
    ],
)
def test_words_of_the_download(state: DownloadState, words: str) -> None:
    assert download_words(episode(1, state=state, received=50, size=100)) == words


def test_words_of_a_missing_tape() -> None:
    assert download_words(episode(1, url="file:///tapes/1.mp3")) == "Missing from its folder"


@pytest.mark.parametrize(
    ("url", "state", "expected"),
    [
        ("https://a.example/1.mp3", DownloadState.DOWNLOADED, True),
        ("https://a.example/1.mp3", DownloadState.REMOTE, False),
        ("file:///tapes/1.mp3", DownloadState.DOWNLOADED, False),
    ],
)
def test_tapes_of_the_person_are_never_removed(
    url: str, state: DownloadState, expected: bool
) -> None:
    assert removable(episode(1, url=url, state=state)) is expected


def test_places() -> None:
    assert [current(CHAPTERS, place) for place in (-1.0, 0.0, 619.9, 620.0, 9999.0)] == [
        -1, 0, 0, 1, 2,
    ]  # fmt: skip
    assert [passed(MARKS, place) for place in (0.0, 880.0, 3000.0)] == [None, *MARKS]
    assert [nearest_rate(rate) for rate in (1.0, 1.2, 1.1)] == [1.0, 1.2, None]


def test_its_outline_comes_when_it_was_measured(
    bridge: HandBridge, core: HandCore, page: TalkPage
) -> None:
    core.measuring.answers["sound"] = None
    page.shown(CHRIS.id)
    bridge.run()
    assert page.seek.bar._waveform == b""
    core.measuring.answers["sound"] = Sound(bytes(range(200)))
    page.heard(SoundMeasured(CHRIS.id + 1))
    bridge.run()
    assert page.seek.bar._waveform == b""
    page.heard(SoundMeasured(CHRIS.id))
    bridge.run()
    assert page.seek.bar._waveform == bytes(range(200))


def test_a_transcript_goes_along_with_the_sound_and_leads_to_a_place(
    bridge: HandBridge, core: HandCore, page: TalkPage
) -> None:
    lines = (
        TranscriptLine(0.0, 4.0, "Chris", "My name is Chris."),
        TranscriptLine(9.0, 12.0, "", "Hi."),
    )
    core.transcripts.answers["offer"] = Offer(lines, offered=True)
    page.shown(CHRIS.id)
    bridge.run()
    assert page.transcript.isVisibleTo(page)
    page.transcript.sought.emit(9.0)
    bridge.run()
    assert ("listening.play", CHRIS.id, 9.0) in core.log


def test_s_stars_the_open_talk(page: TalkPage, bridge: HandBridge, core: HandCore) -> None:
    assert not page.key(Qt.Key.Key_S), "there is none yet"
    visit(page, bridge)
    core.log.clear()
    assert page.key(Qt.Key.Key_S)
    assert not page.key(Qt.Key.Key_X)
    bridge.run()
    assert wrote(core) == [("favorites.mark", 7)]
