"""Whatever the server does: a bad file is never counted as done, and the next try is exact.

Whole processes against a real server. Feeds that tell true sizes and durations, and feeds that
tell nothing; recordings that begin with a count of their frames, and such as do not.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from desktop_app.base.settings import Settings, save
from tests.support import faults
from tests.support.command import Ran, environment, hearthside
from tests.support.faults import RECIPES, Recipe, Talk
from tests.support.server import Gate, Handler, Reply, Server, static
from tests.support.sound import speech_bytes
from tests.support.terminal import until

SECONDS = 40
HOSTS = ("127.0.0.1", "localhost")
VARIANTS = [(feed, sound) for feed in ("honest", "silent") for sound in ("counted", "plain")]
CASES = [(recipe, feed, sound) for recipe in RECIPES for feed, sound in VARIANTS]


def recording(sound: str, seed: int = 1) -> bytes:
    whole = speech_bytes(SECONDS, seed)
    return whole if sound == "counted" else faults.headless(whole)


def talk(server: Server, number: int, title: str, feed: str, size: int) -> Talk:
    url = server.url(f"/{number}.mp3", HOSTS[number % 2])
    return Talk(title, url, size, SECONDS) if feed == "honest" else Talk(title, url)


def subscribe(server: Server, home: Path, talks: list[Talk]) -> None:
    server.add("/feed.xml", faults.feed(talks))
    assert hearthside(home, "add", server.url("/feed.xml")).status == 0
    save(home / "settings.json", Settings(parallel_downloads=8))


def download(home: Path) -> Ran:
    """Run a process that waits less than a person would."""
    return hearthside(home, "download", "--new", module="tests.support.hurried")


def shelf(home: Path) -> dict[str, bytes]:
    """Return what the library counts as done, by title; there must be no other whole file."""
    said = hearthside(home, "episodes", "--downloaded", "--limit", "1000", "--json").out
    done = {each["title"]: Path(each["file"]) for each in json.loads(said)}
    named = {path for path in (home / "audio").rglob("*") if path.suffix == ".mp3"}
    assert named == set(done.values())
    return {title: path.read_bytes() for title, path in done.items()}


@dataclass
class Evening:
    """What a run with a bad server came to, and the next one with a good one."""

    exact: dict[str, bytes] = field(default_factory=dict)
    first: dict[str, bytes] = field(default_factory=dict)
    second: dict[str, bytes] = field(default_factory=dict)
    ran: list[Ran] = field(default_factory=list)
    parts: list[Path] = field(default_factory=list)


def title_of(recipe: Recipe, feed: str, sound: str) -> str:
    return f"{recipe.name} - {feed} {sound}"


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Evening:
    """Download everything of a bad server in one process, and of a good one in another."""
    home, evening, talks = tmp_path_factory.mktemp("evening") / "home", Evening(), []
    with Server() as server:
        for number, (recipe, feed, sound) in enumerate(CASES):
            body, title = recording(sound), title_of(recipe, feed, sound)
            server.add(f"/{number}.mp3", *recipe.answers(body))
            talks.append(talk(server, number, title, feed, len(body)))
            evening.exact[title] = body
        subscribe(server, home, talks)
        evening.ran.append(download(home))
        evening.first = shelf(home)
        for number, title in enumerate(evening.exact):
            server.add(f"/{number}.mp3", static(evening.exact[title]))
        evening.ran.append(download(home))
        evening.second = shelf(home)
        evening.parts = [*(home / "audio").rglob("*.part")]
    return evening


@pytest.mark.parametrize(
    ("recipe", "feed", "sound"), CASES, ids=lambda each: getattr(each, "name", each)
)
def test_a_fault(evening: Evening, recipe: Recipe, feed: str, sound: str) -> None:
    title = title_of(recipe, feed, sound)
    exact = evening.exact[title]
    assert evening.first.get(title, exact) == exact, "a bad file was counted as done"
    assert (title in evening.first) is recipe.heals
    told = [line for line in evening.ran[0].err.splitlines() if f"“{title}”" in line]
    assert len(told) == (not recipe.heals), told
    assert evening.second[title] == exact


def test_the_evening_ends_well(evening: Evening) -> None:
    assert [ran.status for ran in evening.ran] == [1, 0], evening.ran[1].err
    assert evening.ran[1].err == ""
    assert evening.parts == []
    done = sum(recipe.heals for recipe, *_ in CASES)
    assert len(evening.ran[0].out.splitlines()) == done
    assert len(evening.ran[0].err.splitlines()) == len(evening.exact) - done


def killed_at_45_percent(home: Path, bodies: list[bytes]) -> None:
    """Kill a download when so much of every recording has come."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.hurried", "--home", str(home), "download", "--new"],
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    wanted = sorted(len(body) * 45 // 100 for body in bodies)
    try:
        until(lambda: sorted(parts(home)) == wanted)
    finally:
        process.kill()
        process.communicate(timeout=20)
    assert shelf(home) == {}
    assert sorted(parts(home)) == wanted


def parts(home: Path) -> list[int]:
    return [path.stat().st_size for path in (home / "audio").rglob("*.part")]


@pytest.mark.parametrize(("feed", "sound"), VARIANTS)
def test_killed_and_then(tmp_path: Path, feed: str, sound: str) -> None:
    """Range goes on, is ignored (200), meets a changed file (new ETag), or is refused (416)."""
    home, body, other = tmp_path / "home", recording(sound), recording(sound, 2)
    longer = faults.headless(speech_bytes(SECONDS + 5, 3))
    after: dict[str, tuple[Reply | Handler, bytes]] = {
        "goes on": (static(body), body),
        "ignored": (replace(static(body), ranges=False), body),
        "changed": (static(other, etag='"v2"'), other),
        "416": (faults.refuses_ranges(body), body),
    }
    if feed == "silent":
        after["changed"] = (static(longer, etag='"v2"'), longer)
    with Server() as server:
        held = replace(static(body), gate=Gate(), gate_after=len(body) * 45 // 100)
        talks = []
        for number, title in enumerate(after):
            server.add(f"/{number}.mp3", held)
            talks.append(talk(server, number, title, feed, len(body)))
        subscribe(server, home, talks)
        killed_at_45_percent(home, [body] * len(after))
        for number, (answer, _) in enumerate(after.values()):
            server.add(f"/{number}.mp3", answer)
        ran = download(home)
        assert (ran.status, ran.err) == (0, "")
        assert shelf(home) == {title: exact for title, (_, exact) in after.items()}
        assert parts(home) == []
        asked = server.asked("/0.mp3")[-1].headers["range"]
    start = int(asked.removeprefix("bytes=").removesuffix("-"))
    assert 0.3 * len(body) < start <= 0.45 * len(body), "it goes on where it was"


def test_ctrl_c_while_a_cut_recording_is_examined(tmp_path: Path) -> None:
    """A terminal sends it to the worker too, which then has nothing to say of the recording."""
    home, body = tmp_path / "home", recording("plain") * 60
    cut = replace(static(body), length=len(body) // 2 + 7, ranges=False)
    with Server() as server:
        server.add("/0.mp3", cut)
        subscribe(server, home, [talk(server, 0, "Cut", "silent", 0)])
        process = subprocess.Popen(
            [sys.executable, "-m", "desktop_app", "--home", str(home), "download", "--new"],
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        try:
            until(lambda: parts(home) == [cut.length])
            os.killpg(process.pid, signal.SIGINT)
        finally:
            _, err = process.communicate(timeout=30)
    assert process.returncode == 130, err
    assert shelf(home) == {}
    assert parts(home) == [cut.length]
