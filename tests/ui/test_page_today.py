"""Today: which talk it offers, which sitting, what is new, and what pressing does."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState, EpisodePage, EpisodeQuery, FeedKind, PlayStatus
from desktop_app.base.paths import STARTER_URL
from desktop_app.base.shelves import Offer, Why
from desktop_app.base.sittings import Guided, Preset, Sitting
from desktop_app.services.events import (
    EpisodesChanged,
    FeedsChanged,
    PlayerChanged,
    PresetsChanged,
    QueueChanged,
    RunningSitting,
    SettingsChanged,
)
from desktop_app.ui.pages.today import TodayPage
from desktop_app.ui.pages.today_facts import (
    any_chosen,
    days_sat,
    habit_line,
    line,
    preset_line,
    reason,
)
from desktop_app.ui.widgets.buttons import Button
from tests.support.hand import episode, feed, now_playing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.base.model import Episode
    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

EVENING = datetime(2026, 11, 22, 20, 15, tzinfo=UTC)
BEGUN = episode(7, title="Chris R. — Steps 6 & 7", event="Founders' Day", duration=3555.0,
                position=1455.0, state=DownloadState.DOWNLOADED)  # fmt: skip
NEW = [episode(number, title=f"New {number}") for number in range(1, 7)]
OFFERS = [
    Offer(episode(20, title="Next part", series="Big Book study", part=3), Why.NEXT_PART, "2"),
    Offer(episode(21, title="Of Earl"), Why.SAME_SPEAKER, "Earl H."),
    Offer(episode(22, title="At hand"), Why.AT_HAND),
]
PRESETS = (
    Preset("Morning quiet", 600),
    Preset("Evening sitting", 1200, bell_every=300, ambience="rain"),
)


class Sittings:
    """The services of sittings as far as today needs them; ``begun`` holds names or raises."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.past: tuple[Sitting, ...] = ()
        self.running: RunningSitting | None = None
        self.refusal: KnownError | None = None
        self.offer: tuple[Preset | None, bool] = (PRESETS[1], False)
        self.asked_at: datetime | None = None

    async def suggested(self, now: datetime) -> tuple[Preset | None, bool]:
        """Return what is to be offered."""
        self.asked_at = now
        return self.offer

    async def recent(self, _limit: int) -> tuple[Sitting, ...]:
        """Return the past."""
        return self.past

    async def current(self) -> RunningSitting | None:
        """Return what is under way."""
        return self.running

    async def begin(self, preset: Preset) -> None:
        """Note it, or refuse."""
        if self.refusal is not None:
            raise self.refusal
        self.begun.append(preset.name)


@pytest.fixture
def sittings(core: HandCore) -> Sittings:
    """The services of sittings in ``core``."""
    made = Sittings()
    vars(core).update(sitting=made, sittings=made, presets=made)
    return made


@pytest.fixture
def page(
    qtbot: QtBot, look: Look, bridge: HandBridge, core: HandCore, sittings: Sittings
) -> TodayPage:
    """The page on a Sunday evening, not shown yet; one talk is half heard, six are new."""
    answer(core, [Offer(BEGUN, Why.HALF_HEARD)], NEW)
    core.browsing.answers["feeds"] = (
        feed(1, unheard=2),
        feed(2, unheard=1),
        feed(3, unheard=9, kind=FeedKind.MEDITATIONS),
    )
    page = TodayPage(look, bridge, lambda: EVENING, lambda: 100.0)
    page.resize(1048, 728)
    qtbot.addWidget(page)
    bridge.happened.connect(page.heard)
    return page


def answer(core: HandCore, offers: list[Offer], new: list[Episode]) -> None:
    """Let the library hold these; meditations are never asked for."""

    def rows(query: EpisodeQuery, offset: int, limit: int) -> EpisodePage:
        assert query.kind is FeedKind.TALKS
        assert query.not_begun
        return EpisodePage(len(new), offset, tuple(new[offset : offset + limit]))

    core.browsing.answers["page"] = rows
    core.today.answers["offers"] = tuple(offers)


def asked(core: HandCore, service: str) -> list[tuple[Any, ...]]:
    """Return the calls of one service, without the mere question of what plays."""
    return [call for call in core.log if call[0].startswith(service) and call[0] != f"{service}now"]


def opened(page: TodayPage) -> list[tuple[str, object]]:
    """Collect what the page wants to open."""
    pages: list[tuple[str, object]] = []
    page.open_page.connect(lambda name, argument: pages.append((name, argument)))
    return pages


def test_the_half_heard_talk_is_offered_with_what_is_left(
    page: TodayPage, bridge: HandBridge, core: HandCore
) -> None:
    page.shown(None)
    assert page.talk.advice.text() == "One moment…"
    bridge.run()
    assert page.title.text() == "Good evening"
    assert page.subtitle.text() == "Sunday, 22 November · 3 new talks"
    assert page.talk.heading.text() == "Continue listening"
    assert page.talk.title.text() == "Chris R. — Steps 6 & 7"
    assert page.talk.subtitle.text() == "Founders' Day · 35 minutes left"
    assert page.talk.bar.accessibleName() == "40 % heard"
    assert page.talk.go.text() == "Continue"
    page.talk.go.click()
    page.talk.over.click()
    bridge.run()
    assert asked(core, "listening.") == [("listening.play", 7), ("listening.play", 7, 0.0)]


def test_the_card_follows_the_player(page: TodayPage, bridge: HandBridge, core: HandCore) -> None:
    page.shown(None)
    bridge.run()
    other = episode(9, title="Earl H. — A spiritual awakening", duration=3600.0)
    bridge.tell(PlayerChanged(now_playing(other, position=600.0, at=40.0)))
    assert page.talk.title.text() == "Earl H. — A spiritual awakening"
    assert page.talk.heading.text() == "Now playing"
    assert page.talk.subtitle.text() == "Sober Cast · 49 minutes left"
    assert page.talk.go.text() == "Pause"
    page.talk.go.click()
    bridge.run()
    assert asked(core, "listening.") == [("listening.toggle",)]
    paused = now_playing(other, position=660.0, at=100.0, status=PlayStatus.PAUSED)
    bridge.tell(PlayerChanged(paused))
    assert page.talk.go.text() == "Continue"


def test_what_played_before_the_page_was_made_is_seen(
    page: TodayPage, bridge: HandBridge, core: HandCore
) -> None:
    core.listening.answers["now"] = now_playing(BEGUN, position=1455.0, at=100.0)
    page.shown(None)
    bridge.run()
    assert page.talk.go.text() == "Pause"


def test_a_meditation_in_the_player_leaves_the_talk_where_it_is(
    page: TodayPage, bridge: HandBridge
) -> None:
    page.shown(None)
    bridge.run()
    calm = episode(8, title="Settling in", kind=FeedKind.MEDITATIONS)
    bridge.tell(PlayerChanged(now_playing(calm)))
    assert page.talk.title.text() == "Chris R. — Steps 6 & 7"


def test_when_a_talk_is_over_the_next_one_is_read(
    page: TodayPage, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    page.shown(None)
    bridge.run()
    bridge.tell(PlayerChanged(now_playing(BEGUN)))
    answer(core, [Offer(NEW[0], Why.NEWEST)], NEW)
    with qtbot.waitSignal(page.soon.timeout):
        bridge.tell(PlayerChanged(now_playing(BEGUN, status=PlayStatus.ENDED)))
    bridge.run()
    assert page.talk.title.text() == "New 1"


def test_with_nothing_half_heard_a_talk_is_suggested_and_why_is_told(
    page: TodayPage, bridge: HandBridge, core: HandCore
) -> None:
    answer(core, OFFERS, NEW)
    page.shown(None)
    bridge.run()
    assert page.talk.heading.text() == "Nothing is half heard. Perhaps this one?"
    assert page.talk.title.text() == "Next part"
    assert page.talk.over.isHidden()
    assert page.talk.bar.isHidden()
    assert page.talk.reason.isHidden()
    page.talk.why.click()
    assert not page.talk.reason.isHidden()
    assert page.talk.reason.text() == "You heard part 2 of Big Book study."
    page.talk.why.click()
    assert page.talk.reason.isHidden()
    page.talk.go.click()
    bridge.run()
    assert asked(core, "listening.") == [("listening.play", 20)]


def test_a_talk_that_is_not_wanted_makes_way_as_long_as_there_is_another(
    page: TodayPage, bridge: HandBridge, core: HandCore
) -> None:
    answer(core, OFFERS, NEW)
    page.shown(None)
    bridge.run()
    page.talk.why.click()
    page.talk.other.click()
    assert page.talk.title.text() == "Of Earl"
    assert page.talk.reason.isHidden()
    page.talk.other.click()
    assert page.talk.title.text() == "At hand"
    assert page.talk.other.isHidden()
    page.hidden()
    page.shown(None)
    bridge.run()
    assert page.talk.title.text() == "At hand"
    assert asked(core, "listening.") == []


def test_what_is_offered_stays_while_it_is_true(
    page: TodayPage, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    def changed(*offers: Offer) -> str:
        answer(core, list(offers), NEW)
        with qtbot.waitSignal(page.soon.timeout):
            bridge.tell(QueueChanged())
        bridge.run()
        return page.talk.title.text()

    answer(core, OFFERS[2:], NEW)
    page.shown(None)
    bridge.run()
    page.talk.why.click()
    assert changed(*OFFERS) == "At hand"
    assert changed(OFFERS[0], replace(OFFERS[2], why=Why.QUEUED)) == "At hand"
    assert page.talk.reason.text() == "It waits in your queue."
    assert not page.talk.reason.isHidden()
    assert changed(*OFFERS[:2]) == "Next part"
    assert changed(Offer(BEGUN, Why.HALF_HEARD), *OFFERS) == "Chris R. — Steps 6 & 7"
    assert page.talk.why.isHidden()
    assert page.talk.other.isHidden()


@pytest.mark.parametrize(
    ("why", "about", "when", "said"),
    [
        (Why.HALF_HEARD, "", None, ""),
        (Why.QUEUED, "", None, "It waits in your queue."),
        (Why.NEXT_PART, "3", None, "You heard part 3 of Big Book study."),
        (
            Why.SAME_SPEAKER,
            "Earl Hightower",
            None,
            "You starred a talk by Earl H., and this one is on your computer.",
        ),
        (
            Why.AT_HAND,
            "",
            None,
            "One of the newest talks on this computer that you have not heard.",
        ),
        (Why.NEWEST, "", None, "One of the newest talks of your feeds that you have not heard."),
        (Why.FAVORITE, "", datetime(2026, 3, 4, tzinfo=UTC), "heard it last in March."),
        (Why.FAVORITE, "", datetime(2025, 3, 4, tzinfo=UTC), "heard it last in March 2025."),
    ],
)
@pytest.mark.usefixtures("look")
def test_every_reason_is_a_sentence(why: Why, about: str, when: datetime | None, said: str) -> None:
    offer = Offer(episode(1, series="Big Book study"), why, about, when)
    told = reason(offer, EVENING, short=True)
    assert told.endswith(said)
    assert bool(told) is bool(said)


def test_names_are_long_for_those_who_want_them() -> None:
    offer = Offer(episode(1), Why.SAME_SPEAKER, "Earl Hightower")
    assert "Earl Hightower" in reason(offer, EVENING, short=False)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"event": "Texas Convention", "year": 2004}, "Sober Cast · Texas Convention 2004"),
        ({"place": "Laughlin, NV", "year": 1998}, "Sober Cast · Laughlin 1998"),
        ({"event": "Founders' Day 1998", "year": 1998}, "Sober Cast · Founders' Day 1998"),
        ({}, "Sober Cast · 21 Nov 2026"),
        ({"year": 1998, "position": 1455.0, "duration": 3555.0}, "Sober Cast · 1998 · 35 min left"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("look")
def test_the_line_below_a_new_talk(values: dict[str, Any], said: str) -> None:
    assert line(episode(1, **values)) == said


def test_without_any_talk_the_card_says_what_it_is_for(
    page: TodayPage, bridge: HandBridge, core: HandCore
) -> None:
    answer(core, [], [])
    page.shown(None)
    bridge.run()
    assert page.talk.advice.text().startswith("When you have begun a talk")
    assert page.talk.go.isHidden()


def test_the_sitting_begins_and_opens_its_page(
    page: TodayPage, bridge: HandBridge, sittings: Sittings
) -> None:
    sittings.past = (Sitting(1, EVENING - timedelta(days=1), 1200, 1200),)
    pages = opened(page)
    page.shown(None)
    bridge.run()
    assert page.sitting.heading.text() == "Evening sitting"
    assert page.sitting.length.text() == "20 min"
    assert page.sitting.line.text() == "Bowl at start and end · bell every 5 min · rain, soft"
    assert page.sitting.week.accessibleName() == "Sat on 1 of the last 7 days"
    page.sitting.begin.click()
    assert pages == []
    bridge.run()
    assert sittings.begun == ["Evening sitting"]
    assert pages == [("sitting", None)]


def test_a_sitting_under_way_is_gone_back_to_not_begun_again(
    page: TodayPage, bridge: HandBridge, sittings: Sittings
) -> None:
    sittings.running = RunningSitting(PRESETS[1], 1200, (), (), 0.0, 0.0)
    pages = opened(page)
    page.shown(None)
    bridge.run()
    assert page.sitting.begin.text() == "Back to it"
    page.sitting.begin.click()
    bridge.run()
    assert (sittings.begun, pages) == ([], [("sitting", None)])


def test_a_sitting_that_cannot_begin_says_so_on_the_page(
    page: TodayPage, bridge: HandBridge, sittings: Sittings
) -> None:
    sittings.refusal = KnownError("A sitting is under way already", "", "End it first.")
    pages = opened(page)
    page.shown(None)
    bridge.run()
    page.sitting.begin.click()
    bridge.run()
    assert pages == []
    assert "A sitting is under way already" in page.notice.accessibleName()


def test_a_week_without_a_sitting_is_not_shown(page: TodayPage, bridge: HandBridge) -> None:
    page.shown(None)
    bridge.run()
    assert page.sitting.week.isHidden()


def test_a_person_who_keeps_no_log_sees_no_week(
    page: TodayPage, bridge: HandBridge, look: Look, sittings: Sittings
) -> None:
    sittings.past = (Sitting(1, EVENING - timedelta(days=1), 1200, 1200),)
    page.shown(None)
    bridge.run()
    assert not page.sitting.week.isHidden()
    look.follow(replace(look.settings, log_sittings=False))
    bridge.tell(SettingsChanged(look.settings))
    assert page.sitting.week.isHidden()


def test_new_talks_are_the_few_newest_and_lead_on(page: TodayPage, bridge: HandBridge) -> None:
    pages = opened(page)
    page.shown(None)
    bridge.run()
    assert [one.title for one in page.model.loaded()] == ["New 1", "New 2", "New 3", "New 4"]
    page.list.open_requested.emit(NEW[1])
    page.talk.open.click()
    assert pages == [("talk", 2), ("talk", 7)]


def test_see_all_leads_to_the_speakers(page: TodayPage) -> None:
    pages = opened(page)
    link = next(each for each in page.findChildren(Button) if each.text() == "See all")
    link.click()
    assert pages == [("speakers", None)]


def test_everything_here_is_said(page: TodayPage, bridge: HandBridge, core: HandCore) -> None:
    here = [replace(one, state=DownloadState.DOWNLOADED) for one in NEW]
    answer(core, [Offer(BEGUN, Why.HALF_HEARD)], here)
    page.shown(None)
    bridge.run()
    assert page.subtitle.text().endswith("· everything below plays offline")


@pytest.mark.parametrize("starter", [True, False])
def test_with_only_the_starter_the_way_to_a_feed_is_shown(
    page: TodayPage, bridge: HandBridge, core: HandCore, starter: bool
) -> None:
    answer(core, [], [])
    core.browsing.answers["feeds"] = (
        (feed(1, url=STARTER_URL, kind=FeedKind.MEDITATIONS),) if starter else (feed(1),)
    )
    pages = opened(page)
    page.shown(None)
    bridge.run()
    said = page.list.placeholder.accessibleName()
    assert said.startswith("No speaker feeds yet" if starter else "You are up to date")
    page.list.placeholder._clicked()
    assert pages == ([("add", None)] if starter else [])


def test_a_failed_read_is_a_line_with_retry(
    page: TodayPage, bridge: HandBridge, core: HandCore
) -> None:
    core.browsing.answers["feeds"] = KnownError("The library cannot be read", "the disk is gone")
    page.shown(None)
    bridge.run()
    assert not page.notice.isHidden()
    assert "The library cannot be read" in page.notice.accessibleName()
    core.browsing.answers["feeds"] = ()
    page.notice._action.click()
    bridge.run()
    assert page.notice.isHidden()
    assert page.talk.title.text() == "Chris R. — Steps 6 & 7"


@pytest.mark.parametrize("event", [FeedsChanged(), EpisodesChanged(frozenset({3}))])
def test_changes_are_read_while_the_page_is_seen(
    page: TodayPage, bridge: HandBridge, core: HandCore, qtbot: QtBot, event: object
) -> None:
    page.shown(None)
    bridge.run()
    core.browsing.answers["feeds"] = (feed(1, unheard=5),)
    with qtbot.waitSignal(page.soon.timeout):
        bridge.tell(event)
    bridge.run()
    assert "5 new talks" in page.subtitle.text()
    page.hidden()
    bridge.tell(event)
    assert not page.soon.isActive()


def test_saving_the_place_of_the_playing_talk_reads_nothing(
    page: TodayPage, bridge: HandBridge
) -> None:
    page.shown(None)
    bridge.run()
    bridge.tell(PlayerChanged(now_playing(BEGUN)))
    bridge.tell(EpisodesChanged(frozenset({BEGUN.id})))
    assert not page.soon.isActive()


def test_a_sitting_by_habit_can_say_why(
    page: TodayPage, bridge: HandBridge, sittings: Sittings
) -> None:
    page.shown(None)
    bridge.run()
    assert sittings.asked_at == EVENING
    assert page.sitting.why.isHidden()
    sittings.offer = (replace(PRESETS[0], id=4), True)
    bridge.tell(PresetsChanged())
    page.soon.timeout.emit()
    bridge.run()
    assert page.sitting.heading.text() == "Morning quiet"
    assert page.sitting.reason.isHidden()
    page.sitting.why.click()
    assert page.sitting.reason.text() == "You often sit with this in the evening."
    assert not page.sitting.reason.isHidden()
    page.sitting.why.click()
    assert page.sitting.reason.isHidden()


def test_no_sitting_to_offer_is_no_card(
    page: TodayPage, bridge: HandBridge, sittings: Sittings
) -> None:
    sittings.offer = (None, False)
    page.shown(None)
    assert not page.key(Qt.Key.Key_S)
    bridge.run()
    assert page.sitting.isHidden()
    assert not page.key(Qt.Key.Key_M)


def test_a_key_begins_the_sitting(page: TodayPage, bridge: HandBridge, sittings: Sittings) -> None:
    page.shown(None)
    bridge.run()
    assert page.key(Qt.Key.Key_M)
    bridge.run()
    assert sittings.begun == ["Evening sitting"]


def test_a_sitting_that_has_ended_is_none(
    page: TodayPage, bridge: HandBridge, sittings: Sittings
) -> None:
    sittings.running = RunningSitting(PRESETS[1], 1200, (), (), 1200.0, 0.0, ended=True)
    page.shown(None)
    bridge.run()
    assert page.sitting.begin.text() == "Begin"


@pytest.mark.parametrize(
    ("hour", "when"),
    [(4, "at night"), (5, "in the morning"), (12, "in the afternoon"), (17, "in the evening"),
     (22, "at night")],
)  # fmt: skip
def test_habit_in_words(hour: int, when: str) -> None:
    assert habit_line(hour) == f"You often sit with this {when}."


@pytest.mark.parametrize(
    ("preset", "line"),
    [
        (Preset("a", 600), "Bowl at start and end"),
        (Preset("a", 600, bell_every=120), "Bowl at start and end · bell every 2 min"),
        (Preset("a", 600, bell=None, bell_every=60), "No bells"),
        (Preset("a", 600, bell_every=90), "Bowl at start and end · bell every 1:30"),
        (Preset("a", 600, bell_at=(60, 90)), "Bowl at start and end · bells at chosen times"),
        (Preset("a", 600, start_strikes=0), "Bowl"),
        (Preset("a", 600, bell=None, guided=Guided(1, "Body scan")), "No bells · guided"),
        (Preset("a", 600, ambience="rain", ambience_volume=0.8), "Bowl at start and end · rain"),
    ],
)  # fmt: skip
def test_a_sitting_in_a_line(preset: Preset, line: str) -> None:
    assert preset_line(preset) == line


def test_days_are_those_of_the_persons_clock() -> None:
    west = timezone(timedelta(hours=-8))
    now = datetime(2026, 11, 22, 20, 0, tzinfo=west)
    late = Sitting(1, datetime(2026, 11, 22, 6, 0, tzinfo=UTC), 600, 600)
    long_ago = Sitting(2, datetime(2026, 11, 15, 20, 0, tzinfo=west), 600, 600)
    days = days_sat([late, long_ago], now)
    assert [day for day, sat in days if sat] == [date(2026, 11, 21)]
    assert (days[0][0], days[-1][0], len(days)) == (date(2026, 11, 16), date(2026, 11, 22), 7)


def test_the_starter_is_no_choice_of_the_person() -> None:
    assert not any_chosen([feed(1, url=STARTER_URL)])
    assert any_chosen([feed(1, url=STARTER_URL), feed(2)])
