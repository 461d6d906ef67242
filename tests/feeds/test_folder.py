"""A folder of tapes read as a feed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import AudioFacts, ParsedFeed
from desktop_app.feeds.folder import natural, path_of, scan

NONE: frozenset[str] = frozenset()


class Probe:
    """Answers from a table and remembers what it was asked; the real one is tested in audio."""

    def __init__(self, **titles: str) -> None:
        self.titles = titles
        self.asked: list[str] = []

    def __call__(self, path: str) -> AudioFacts:
        stem = Path(path).stem
        self.asked.append(Path(path).name)
        if stem.startswith("bad"):
            raise KnownError("cannot be read")
        return AudioFacts(60.5, "mp3", title=self.titles.get(stem), artist="Bob D.", comment=" Hi ")


def make(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"sound of " + name.encode())


def titles(feed: ParsedFeed) -> list[str]:
    return [episode.title for episode in feed.episodes]


def test_a_folder(tmp_path: Path) -> None:
    root = tmp_path / "Old Tapes"
    make(root, "b/Tape 10.mp3", "b/tape 2.MP3", "b/Tape 1.ogg", "a_talk.m4a", "notes.txt")
    make(root, ".hidden.mp3", ".trash/x.mp3", "c/cover.jpg")
    feed = scan(str(root), NONE, Probe())
    assert (feed.title, feed.reader, feed.known) == ("Old Tapes", "folder", NONE)
    assert titles(feed) == ["a talk", "Tape 1", "tape 2", "Tape 10"]
    last = feed.episodes[-1]
    assert (last.guid, last.size, last.type) == ("b/Tape 10.mp3", 22, "audio/mpeg")
    assert (last.duration, last.author, last.notes) == (60.5, "Bob D.", "Hi")
    assert last.published is None
    assert last.url is not None
    assert path_of(last.url) == str(root / "b" / "Tape 10.mp3")


@pytest.mark.parametrize(
    ("tag", "title"),
    [
        ("The third step", "The third step"), ("", "side a"), ("Track 01", "side a"),
        ("AudioTrack 3", "side a"), ("07", "side a"), ("Track of my life", "Track of my life"),
    ],
)  # fmt: skip
def test_titles_from_tags(tmp_path: Path, tag: str, title: str) -> None:
    make(tmp_path, "side_a.mp3")
    assert titles(scan(str(tmp_path), NONE, Probe(side_a=tag))) == [title]


def test_unreadable_files_keep_their_names(tmp_path: Path) -> None:
    make(tmp_path, "bad one.mp3", "good.mp3")
    feed = scan(str(tmp_path), NONE, Probe())
    assert titles(feed) == ["bad one", "good"]
    assert feed.episodes[0].duration is None


def test_only_changed_files_are_opened(tmp_path: Path) -> None:
    make(tmp_path, "1.mp3", "2.mp3")
    keys = frozenset(e.hash for e in scan(str(tmp_path), NONE, Probe()).episodes)
    probe = Probe()
    again = scan(str(tmp_path), keys, probe)
    assert (again.episodes, again.known, probe.asked) == ((), keys, [])
    os.utime(tmp_path / "2.mp3", (1, 1))
    make(tmp_path, "3.mp3")
    third = scan(str(tmp_path), keys, probe)
    assert probe.asked == ["2.mp3", "3.mp3"]
    assert len(third.known) == 1


def test_odd_names(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9 100%.mp3")
    make(tmp_path, "Ж&<b>.mp3", "a#b?.mp3")
    (tmp_path / name).write_bytes(b"x")
    feed = scan(str(tmp_path), NONE, Probe())
    assert len(feed.episodes) == 3
    for episode in feed.episodes:
        assert (episode.title + (episode.guid or "")).encode()
        assert episode.url is not None
        assert Path(path_of(episode.url)).is_file()


def test_refused(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be read"):
        scan(str(tmp_path / "missing"), NONE, Probe())
    make(tmp_path, "file.mp3")
    with pytest.raises(KnownError, match="cannot be read"):
        scan(str(tmp_path / "file.mp3"), NONE, Probe())


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "a/1.mp3")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    assert len(scan(str(tmp_path), NONE, Probe()).episodes) == 1


def test_natural() -> None:
    names = ["Tape 10", "tape 9", "Tape 1b", "2 x", "10 x", "Tape 1"]
    assert sorted(names, key=natural) == ["2 x", "10 x", "Tape 1", "Tape 1b", "tape 9", "Tape 10"]
