"""What ships: sounds at their level, without a seam, and a starter feed that keeps its promises."""

from __future__ import annotations

import functools
import itertools
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import numpy as np
import pytest
from lxml import etree

from desktop_app.audio import make_sounds, synth
from desktop_app.audio.level import loudest_moment, loudness, moments, peak_db
from desktop_app.audio.measure import probe
from desktop_app.audio.starter import meditations
from desktop_app.audio.survey import survey
from desktop_app.base.paths import RESOURCES
from desktop_app.meditation import bells
from tests.support import sound

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop_app.audio.starter import Meditation

    Sound = NDArray[np.float32]

STARTER = RESOURCES / "starter"
RATE = synth.RATE
USUAL = 60 * float(np.log10(0.7))
"""Decibels that a preset's usual volume of 0.7 makes of an ambience (``volume ** 3``)."""
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"


@functools.cache
def shipped(name: str) -> Sound:
    return sound.decoded(bells.sound(name))


def test_every_name_is_made_and_nothing_else_lies_there() -> None:
    assert set(make_sounds.STRUCK) == set(bells.BELLS)
    assert set(make_sounds.LOOPS) == set(bells.AMBIENCES)
    files = {path.name for path in (RESOURCES / "sounds").iterdir()}
    assert files == {bells.sound(name).name for name in bells.BELLS + bells.AMBIENCES}


@pytest.mark.parametrize("name", bells.BELLS)
def test_bells_are_equally_loud_and_ring_out(name: str) -> None:
    bell = shipped(name)
    _, seconds, loud = make_sounds.STRUCK[name]
    assert bell.shape == (round(seconds * RATE), 2)
    assert loudest_moment(bell, RATE) == pytest.approx(loud, abs=0.2)
    assert -13 < peak_db(bell) < -1
    assert peak_db(bell[-500:]) < -85
    fade = round((seconds - min(4.0, seconds / 3)) * RATE)
    assert moments(bell, RATE)[fade] < -52, "hardly to be heard when the fade begins"


@pytest.mark.parametrize("name", bells.BELLS)
def test_a_bell_is_there_at_once(name: str) -> None:
    heights = np.max(np.abs(shipped(name)), axis=1)
    assert np.flatnonzero(heights >= 0.1 * np.max(heights))[0] < 0.003 * RATE
    assert heights[0] < 0.01 * np.max(heights), "a click"


@pytest.mark.parametrize("ambience", bells.AMBIENCES)
@pytest.mark.parametrize("name", bells.BELLS)
def test_three_strokes_do_not_clip_over_an_ambience(name: str, ambience: str) -> None:
    """Not even if their highest points meet, with the ambience as loud as it can be set."""
    stroke, every = shipped(name), round(bells.STRIKE_EVERY[name] * RATE)
    strokes = np.zeros((len(stroke) + 2 * every, 2))
    for number in range(3):
        strokes[number * every :][: len(stroke)] += stroke
    highest = np.max(np.abs(strokes))
    assert highest + np.max(np.abs(shipped(ambience))) < 1


@pytest.mark.parametrize("name", bells.AMBIENCES)
def test_ambiences_are_equally_loud_and_do_not_startle(name: str) -> None:
    loop = shipped(name)
    assert loop.shape == (round(make_sounds.LOOPS[name][1] * RATE), 2)
    found = loudness(loop, RATE)
    assert found == pytest.approx(make_sounds.LOOP_LUFS, abs=0.2)
    assert found == pytest.approx(survey(str(bells.sound(name))).loudness, abs=0.05)
    bell = make_sounds.STRUCK["bowl"][2]
    assert 14 < bell - (found + USUAL) < 18
    assert peak_db(loop) < -6
    assert peak_db(loop) - 10 * np.log10(np.mean(loop**2)) < 18, "a few samples stand out"
    short = moments(np.concatenate((loop, loop[: 3 * RATE])), RATE, 3.0)[: len(loop)]
    assert np.max(short) - found < (3.5 if name == "sea" else 1.5)
    moment = moments(np.concatenate((loop, loop[:RATE])), RATE)[: len(loop)]
    assert np.max(moment) - found < (4.5 if name == "sea" else 3.0)


@pytest.mark.parametrize("name", bells.AMBIENCES)
def test_ambiences_can_be_heard_with_one_ear(name: str) -> None:
    loop = shipped(name)
    alone = loudness(loop.mean(axis=1), RATE) + 3
    assert alone == pytest.approx(loudness(loop, RATE), abs=1.5)


@pytest.mark.parametrize("name", bells.AMBIENCES)
def test_nothing_hisses(name: str) -> None:
    power = np.abs(np.fft.rfft(shipped(name)[:, 0])) ** 2
    hz = np.fft.rfftfreq(len(shipped(name)), 1 / RATE)
    high, middle = (power[(hz > low) & (hz < 2 * low)].sum() for low in (8000, 500))
    assert 10 * np.log10(high / middle) < -9


@pytest.mark.parametrize("name", bells.AMBIENCES)
def test_nothing_comes_round_within_a_loop(name: str) -> None:
    """Neither the wave itself nor its loudness is like itself some seconds later."""
    loop = shipped(name).mean(axis=1, dtype=np.float64)
    assert likeness(loop, beyond=RATE) < 0.1
    blocks = moments(shipped(name), RATE, 0.1)[:: RATE // 10]
    assert likeness(blocks - np.mean(blocks), beyond=30) < (0.75 if name == "sea" else 0.55)


def likeness(wave: NDArray[np.float64], beyond: int) -> float:
    """Return the highest autocorrelation round the turn at lags of ``beyond`` and more."""
    power = np.abs(np.fft.rfft(wave)) ** 2
    power[0] = 0
    alike = np.fft.irfft(power, len(wave))
    return float(np.max(alike[beyond : len(wave) // 2]) / alike[0])


@pytest.mark.parametrize("name", [name for name in bells.AMBIENCES if name != "night"])
def test_no_tone_stands_out(name: str) -> None:
    """Crickets apart, each band of 1/12 of an octave is like its neighbours."""
    power = np.abs(np.fft.rfft(shipped(name)[:, 0])) ** 2
    edges = (100 * 2 ** (np.arange(73) / 12) * len(shipped(name)) / RATE).astype(int)
    levels = 10 * np.log10([power[low:high].mean() for low, high in itertools.pairwise(edges)])
    smooth = np.convolve(np.pad(levels, 4, "edge"), np.ones(9) / 9, "valid")
    assert np.max(np.abs(levels - smooth)) < 1.5


def octaves(part: NDArray[np.float64]) -> NDArray[np.float64]:
    power = np.sum(np.abs(np.fft.rfft(part * np.hanning(len(part))[:, None], axis=0)) ** 2, axis=1)
    edges = (100 * 2 ** np.arange(8) * len(part) / RATE).astype(int)
    return np.asarray([10 * np.log10(power[a:b].sum()) for a, b in itertools.pairwise(edges)])


@pytest.mark.parametrize("name", bells.AMBIENCES)
def test_ambiences_have_no_seam_after_coding(name: str) -> None:
    """What the file leads back to itself with is nothing unusual within it."""
    loop = shipped(name).astype(np.float64)
    around = np.concatenate((loop[-RATE:], loop[:RATE]))
    for order in (1, 2):
        usual = np.percentile(np.max(np.abs(np.diff(loop, order, axis=0)), axis=1), 99.5)
        over = np.diff(around[RATE - order : RATE + order], order, axis=0)
        assert np.max(np.abs(over)) < usual, "a step in value or slope"
    size = RATE // 10
    tenths = [octaves(loop[at : at + size]) for at in range(0, len(loop) - size, size)]
    usual = [float(np.mean(np.abs(a - b))) for a, b in itertools.pairwise(tenths)]
    here = np.abs(octaves(around[RATE - size : RATE]) - octaves(around[RATE : RATE + size]))
    assert np.mean(here) < np.percentile(usual, 99), "a step in spectrum"
    short = moments(np.concatenate((loop, loop[:RATE])).astype(np.float32), RATE)[: len(loop)]
    steps = np.abs(short - np.roll(short, round(0.4 * RATE)))
    assert steps[0] < np.percentile(steps, 97), "a step in loudness"


def test_all_sound_is_small() -> None:
    files = [path for name in ("sounds", "starter") for path in (RESOURCES / name).iterdir()]
    assert sum(path.stat().st_size for path in files) < 8_000_000


@pytest.mark.parametrize("name", bells.BELLS)
def test_the_committed_bells_are_what_the_maker_makes(name: str) -> None:
    apart = shipped(name) - make_sounds.struck(name)
    assert np.max(np.abs(apart)) < 2 / 32_768, "run python -m desktop_app.audio.make_sounds"


def test_a_committed_loop_is_what_the_maker_makes() -> None:
    """Compared from 200 to 1500 Hz, where the coder still follows the wave."""
    waves = []
    for loop in (make_sounds.turned("brown"), shipped("brown")):
        spectrum = np.fft.rfft(loop[:, 0])
        hz = np.fft.rfftfreq(len(loop), 1 / RATE)
        spectrum[(hz < 200) | (hz > 1500)] = 0
        waves.append(np.fft.irfft(spectrum, len(loop)))
    alike = np.corrcoef(waves[0], waves[1])[0, 1]
    assert alike > 0.95, "run python -m desktop_app.audio.make_sounds"
    assert np.std(waves[0]) == pytest.approx(np.std(waves[1]), rel=0.02)


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
    assert len(mix) == meditation.seconds * RATE
    assert peak_db(mix) < -1
    quiet = mix[20 * RATE : min([120, *(place - 1 for place in meditation.bells[1:])]) * RATE]
    assert loudness(quiet, RATE) == pytest.approx(make_sounds.MIX_LUFS, abs=1.5)
    for place in meditation.bells:
        before, after = mix[(place - 1) * RATE : place * RATE], mix[place * RATE :][:RATE]
        assert peak_db(after) > peak_db(before) + (6 if place != 283 else 0)
    assert peak_db(mix[-RATE // 50 :]) < -45
