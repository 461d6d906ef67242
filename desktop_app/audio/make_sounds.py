"""Makes ``resources/sounds`` and ``resources/starter`` anew.

Run it as ``python -m desktop_app.audio.make_sounds``; it takes about a minute. What lies there is
committed, so that a first start needs no such minute.
"""

from __future__ import annotations

from email.utils import format_datetime
from html import escape
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.audio import ambience, encode, level, synth
from desktop_app.audio.starter import meditations
from desktop_app.audio.synth import RATE
from desktop_app.base.paths import RESOURCES

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.audio.starter import Meditation
    from desktop_app.audio.synth import Sound

STRUCK = {
    "bowl": (synth.BOWL, 14.0, -16.0),
    "bell": (synth.BELL, 9.0, -16.0),
    "wood": (synth.WOOD, 0.8, -22.0),
}
"""Body, seconds, and the loudest moment in LUFS. A tap is over before the meter's 400 ms are, and
sounds as loud to the ear with 6 dB less on it."""
LOOPS = {
    "rain": ambience.rain,
    "sea": ambience.sea,
    "brown": ambience.brown,
    "night": ambience.night,
}
LOOP_SECONDS = 50.0
LOOP_BITS = 64_000
"""Bits a second: at 48,000 Opus drops so much of the noise that rain is 2 dB quieter."""
LOOP_LUFS = -22.0
"""A preset's usual volume of 0.4 brings a loop down to MIX_LUFS."""
MIX_LUFS = -30.0
FADE_SECONDS = 5.0


def struck(name: str) -> Sound:
    """Return a bell at its level."""
    body, seconds, loud = STRUCK[name]
    sound = synth.strike(body, seconds)
    return level.amplify(sound, loud - level.loudest_moment(sound, RATE))


def loop(name: str) -> Sound:
    """Return an ambience at its level, frames × 2."""
    sound = LOOPS[name](LOOP_SECONDS)
    return level.amplify(sound, LOOP_LUFS - level.loudness(sound, RATE))


def render(meditation: Meditation) -> Sound:
    """Return a meditation's sound, mono: its ambience at MIX_LUFS, faded in and out, its bells."""
    count = meditation.seconds * RATE
    times = np.arange(count) / RATE
    bed = np.resize(np.mean(loop(meditation.ambience), axis=1), count)
    if meditation.breath is not None:
        bed = bed * (0.55 - 0.45 * np.cos(2 * np.pi * times / meditation.breath)) ** 1.5
    bed = level.amplify(bed, MIX_LUFS - level.loudness(bed, RATE))
    fade = np.clip(np.minimum(times, meditation.seconds - times) / FADE_SECONDS, 0, 1)
    mix = np.asarray(bed * np.sin(0.5 * np.pi * fade) ** 2, np.float32)
    bell = struck(meditation.bell)
    for place in meditation.bells:
        start = place * RATE
        mix[start : start + len(bell)] += bell[: count - start]
    return mix


def feed(sizes: dict[str, int]) -> str:
    """Return the starter feed; ``sizes`` are the bytes of each meditation's file, by its name."""
    items = "".join(_item(each, sizes[each.name]) for each in meditations())
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">
<channel>
  <title>Hearthside starter</title>
  <description>Four short meditations that came with Hearthside, for the time before you have
  added a feed or found a connection. Their sound is made of arithmetic, and their words are to be
  read: they appear as chapters.</description>
  <language>en</language>
  <itunes:author>Hearthside</itunes:author>
  <itunes:category text="Health &amp; Fitness">
    <itunes:category text="Mental Health"/>
  </itunes:category>
  <itunes:image href="cover.svg"/>
  <itunes:type>episodic</itunes:type>
  <itunes:explicit>false</itunes:explicit>
{items}</channel>
</rss>
"""


def _item(meditation: Meditation, size: int) -> str:
    words = "".join(
        f"<li>{int(each.start) // 60}:{int(each.start) % 60:02} {escape(each.title)}</li>"
        for each in meditation.prompts
    )
    notes = f"<p>{escape(meditation.about)}</p><p>Its words:</p><ul>{words}</ul>"
    return f"""  <item>
    <title>{escape(meditation.title)}</title>
    <guid isPermaLink="false">hearthside-starter-{meditation.name}</guid>
    <pubDate>{format_datetime(meditation.published)}</pubDate>
    <enclosure url="{meditation.name}.ogg" length="{size}" type="audio/ogg"/>
    <itunes:duration>{meditation.seconds}</itunes:duration>
    <description>{escape(notes)}</description>
  </item>
"""


def make(resources: Path) -> None:
    """Write all sounds, the meditations and their feed under ``resources``."""
    sounds, starter = resources / "sounds", resources / "starter"
    sounds.mkdir(parents=True, exist_ok=True)
    starter.mkdir(exist_ok=True)
    for name in STRUCK:
        encode.write(str(sounds / f"{name}.ogg"), struck(name), RATE, bit_rate=64_000)
    for name in LOOPS:
        encode.write(str(sounds / f"{name}.ogg"), loop(name), RATE, bit_rate=LOOP_BITS)
    sizes = {}
    for number, meditation in enumerate(meditations(), 1):
        path = starter / f"{meditation.name}.ogg"
        tags = {"title": meditation.title, "artist": "Hearthside", "album": "Hearthside starter"}
        encode.write(
            str(path),
            render(meditation),
            RATE,
            bit_rate=32_000,
            tags={**tags, "track": str(number)},
            chapters=meditation.prompts,
        )
        sizes[meditation.name] = path.stat().st_size
    (starter / "feed.xml").write_text(feed(sizes), "utf-8")


if __name__ == "__main__":
    make(RESOURCES)
