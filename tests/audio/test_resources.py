"""What ships: sounds at their level, and a starter feed that keeps its promises."""

from __future__ import annotations

import functools
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import numpy as np
import pytest
from lxml import etree

from desktop_app.audio import make_sounds, synth
from desktop_app.audio.level import loudest_moment, loudness, peak_db
from desktop_app.audio.measure import probe
from desktop_app.audio.starter import meditations
from desktop_app.base.paths import RESOURCES
from tests.support import sound

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop_app.audio.starter import Meditation

SOUNDS = RESOURCES / "sounds"
STARTER = RESOURCES / "starter"
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"


@functools.cache
def shipped(name: str) -> NDArray[np.float32]:
    return sound.decoded(SOUNDS / f"{name}.ogg")


@pytest.mark.parametrize("name", make_sounds.STRUCK)
def test_bells_are_equally_loud_and_ring_out(name: str) -> None:
    bell = shipped(name)
    _, seconds, loud = make_sounds.STRUCK[name]
    assert len(bell) == seconds * synth.RATE
    assert loudest_moment(bell, synth.RATE) == pytest.approx(loud, abs=0.7)
    assert -9 < peak_db(bell) < -1
    assert peak_db(bell[-500:]) < -60


@pytest.mark.parametrize("name", make_sounds.LOOPS)
def test_ambiences_are_equally_loud_and_do_not_clip(name: str) -> None:
    loop = shipped(name)
    assert loop.shape == (make_sounds.LOOP_SECONDS * synth.RATE, 2)
    assert loudness(loop, synth.RATE) == pytest.approx(make_sounds.LOOP_LUFS, abs=0.7)
    assert peak_db(loop) < -1


@pytest.mark.parametrize("name", make_sounds.LOOPS)
def test_ambiences_have_no_seam_after_coding(name: str) -> None:
    loop = shipped(name)
    steps = np.sqrt(np.mean(np.diff(loop, axis=0) ** 2))
    assert np.max(np.abs(loop[0] - loop[-1])) < 6 * steps
    edges = [loudness(part, synth.RATE) for part in (loop[:12_000], loop[-12_000:])]
    assert edges[0] == pytest.approx(edges[1], abs=3.5)


def test_all_is_small() -> None:
    assert sum(path.stat().st_size for path in SOUNDS.iterdir()) < 2_000_000
    assert sum(path.stat().st_size for path in STARTER.iterdir()) < 5_000_000


def test_the_committed_bell_is_what_the_maker_makes() -> None:
    made = make_sounds.struck("bell")
    apart = shipped("bell")[:, 0] - made
    assert peak_db(apart) < peak_db(made) - 20, "run python -m desktop_app.audio.make_sounds"


def test_the_committed_feed_is_what_the_maker_writes() -> None:
    sizes = {each.name: (STARTER / f"{each.name}.ogg").stat().st_size for each in meditations()}
    assert (STARTER / "feed.xml").read_text("utf-8") == make_sounds.feed(sizes)


def test_the_feed_has_what_a_reader_needs() -> None:
    channel = etree.parse(STARTER / "feed.xml").getroot()[0]
    items = channel.findall("item")
    image = channel.find(f"{ITUNES}image")
    assert channel.findtext("title") == "Hearthside starter"
    assert image is not None
    assert etree.parse(STARTER / image.get("href", "")).getroot().tag.endswith("svg")
    assert len(items) == 4
    assert len({item.findtext("guid") for item in items}) == 4
    dates = [parsedate_to_datetime(item.findtext("pubDate") or "") for item in items]
    assert dates == sorted(dates, reverse=True)
    for item in items:
        enclosure = item.find("enclosure")
        assert enclosure is not None
        path = STARTER / enclosure.get("url", "")
        assert path.parent == STARTER
        assert path.stat().st_size == int(enclosure.get("length", ""))
        assert probe(str(path)).duration == int(item.findtext(f"{ITUNES}duration") or "")
        assert len(item.findtext("description") or "") > 100
        assert probe(str(path)).title == item.findtext("title")


@pytest.mark.parametrize("meditation", meditations(), ids=lambda each: each.name)
def test_meditations_sound_as_written(meditation: Meditation) -> None:
    path = STARTER / f"{meditation.name}.ogg"
    assert probe(str(path)).chapters == meditation.prompts
    starts = [each.start for each in meditation.prompts]
    assert starts == sorted(set(starts))
    mix = sound.decoded(path)[:, 0]
    rate = synth.RATE
    assert len(mix) == meditation.seconds * rate
    assert peak_db(mix) < -1
    quiet = mix[20 * rate : min([120, *(place - 1 for place in meditation.bells[1:])]) * rate]
    assert loudness(quiet, rate) == pytest.approx(make_sounds.MIX_LUFS, abs=1)
    for place in meditation.bells:
        before, after = mix[(place - 1) * rate : place * rate], mix[place * rate :][:rate]
        assert peak_db(after) > peak_db(before) + (6 if place != 283 else 0)
    assert peak_db(mix[-rate // 50 :]) < -45
