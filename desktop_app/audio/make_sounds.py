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
    "deep": (synth.DEEP, 24.0, -16.0),
    "bowl": (synth.BOWL, 16.0, -16.0),
    "bell": (synth.BELL, 12.0, -16.0),
    "chime": (synth.CHIME, 12.0, -16.0),
    "wood": (synth.WOOD, 1.2, -22.0),
}
"""Body, seconds, and the loudest moment in LUFS. A tap is over before the meter's 400 ms are, and
sounds as loud to the ear with 6 dB less on it.

They are FLAC: a few partials and then silence pack well without loss, where Opus lays a noise round
a lone low tone that headphones would tell (28 dB below it, at any bit rate)."""
LOOPS = {
    "rain": (ambience.rain, 60.0, 18.0),
    "sea": (ambience.sea, 72.0, 12.0),
    "brown": (ambience.brown, 50.0, 16.0),
    "night": (ambience.night, 80.0, 3.0),
}
"""What makes it, seconds, and where in the turn the file begins.

The more happens in a loop, the longer until it comes again. Opus lays other noise on a turn's end
than on its beginning; of twelve places these had the smallest step between the two."""
LOOP_BITS = 64_000
"""Bits a second: at 48,000 Opus drops so much of the noise that rain is 2 dB quieter."""
LOOP_LUFS = -23.0
"""A preset's usual volume of 0.7 (a gain of 0.7 ** 3) brings a loop 16 LU below a bell."""
MIX_LUFS = -30.0
MIX_BITS = 32_000
FADE_SECONDS = 5.0


def struck(name: str) -> Sound:
    """Return a bell at its level, frames × 2."""
    body, seconds, loud = STRUCK[name]
    sound = synth.strike(body, seconds)
    return level.amplify(sound, loud - level.loudest_moment(sound, RATE))


def loop(name: str) -> Sound:
    """Return an ambience at its level, frames × 2."""
    make_turn, seconds, _ = LOOPS[name]
    sound = make_turn(seconds)
    return level.amplify(sound, LOOP_LUFS - level.loudness(sound, RATE))


def turned(name: str) -> Sound:
    """Return a loop as its file has it: from another place of the turn on."""
    return np.roll(loop(name), -round(LOOPS[name][2] * RATE), axis=0)


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
    bell = np.mean(struck(meditation.bell), axis=1)
    bell = level.amplify(bell, STRUCK[meditation.bell][2] - level.loudest_moment(bell, RATE))
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
        encode.write(str(sounds / f"{name}.flac"), struck(name), RATE)
    for name in LOOPS:
        encode.write_turn(str(sounds / f"{name}.ogg"), turned(name), bit_rate=LOOP_BITS)
    sizes = {}
    for number, meditation in enumerate(meditations(), 1):
        path = starter / f"{meditation.name}.ogg"
        tags = {"title": meditation.title, "artist": "Hearthside", "album": "Hearthside starter"}
        encode.write(
            str(path),
            render(meditation),
            RATE,
            bit_rate=MIX_BITS,
            tags={**tags, "track": str(number)},
            chapters=meditation.prompts,
        )
        sizes[meditation.name] = path.stat().st_size
    (starter / "feed.xml").write_text(feed(sizes), "utf-8")


if __name__ == "__main__":
    make(RESOURCES)
