"""A folder of tapes read as a feed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import AudioFacts, ParsedFeed
from desktop_app.feeds import covers
from desktop_app.feeds.folder import joined, path_of, scan

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
    assert titles(feed) == ["a talk", "b – Tape 1", "b – Tape 2", "b – Tape 10"]
    last = feed.episodes[-1]
    assert (last.guid, last.size, last.type) == ("b/Tape 10.mp3", 22, "audio/mpeg")
    assert (last.duration, last.author, last.notes) == (60.5, "Bob D.", "Hi")
    assert last.published is None
    assert last.url is not None
    assert path_of(last.url) == str(root / "b" / "Tape 10.mp3")


def test_titles_from_tags(tmp_path: Path) -> None:
    make(tmp_path / "The talk", "side_a.mp3", "side_b.mp3")
    probe = Probe(side_a="The third step", side_b="Track 01")
    assert titles(scan(str(tmp_path), NONE, probe)) == ["The third step", "The talk – Side B"]


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


def test_a_pipe_is_no_tape(tmp_path: Path) -> None:
    make(tmp_path, "Bob.mp3")
    os.mkfifo(tmp_path / "Mary.mp3")
    probe = Probe()
    assert titles(scan(str(tmp_path), NONE, probe)) == ["Bob"]
    assert probe.asked == ["Bob.mp3"]


def test_reading_goes_on_where_time_ran_out(tmp_path: Path) -> None:
    make(tmp_path, "1.mp3", "2.mp3", "10.mp3")
    known, found, left = NONE, [], []
    for _ in range(4):
        feed = scan(str(tmp_path), known, Probe(), 0)
        found += [episode.guid for episode in feed.episodes]
        left.append(feed.unread)
        known |= {episode.hash for episode in feed.episodes}
    assert (found, left) == (["1.mp3", "2.mp3", "10.mp3"], [2, 1, 0, 0])


def test_two_scans_as_one(tmp_path: Path) -> None:
    make(tmp_path, "1.mp3", "2.mp3", "3.mp3")
    (one,) = scan(str(tmp_path), NONE, Probe(), 0).episodes
    first = scan(str(tmp_path), frozenset({one.hash}), Probe(), 0)
    (two,) = first.episodes
    then = scan(str(tmp_path), frozenset({one.hash, two.hash}), Probe(), 0)
    both = joined(first, then)
    assert [episode.guid for episode in both.episodes] == ["2.mp3", "3.mp3"]
    assert (both.known, both.unread) == (frozenset({one.hash}), 0)
    (tmp_path / "2.mp3").unlink()
    then = scan(str(tmp_path), frozenset({one.hash, two.hash}), Probe(), 0)
    assert [episode.guid for episode in joined(first, then).episodes] == ["3.mp3"]


def test_a_file_that_grows_while_it_is_read_waits(tmp_path: Path) -> None:
    make(tmp_path, "done.mp3", "growing.mp3")

    def probe(path: str) -> AudioFacts:
        if "growing" in path:
            with Path(path).open("ab") as file:
                file.write(b"more")
        return AudioFacts(1, "mp3")

    feed = scan(str(tmp_path), NONE, probe)
    assert ([episode.guid for episode in feed.episodes], feed.unread) == (["done.mp3"], 0)


def test_an_emptied_folder_is_told_from_an_empty_one(tmp_path: Path) -> None:
    assert scan(str(tmp_path), NONE, Probe()).episodes == ()
    with pytest.raises(KnownError, match="no tapes"):
        scan(str(tmp_path), frozenset({"one"}), Probe())


def test_covers(tmp_path: Path) -> None:
    png = b"\x89PNG\r\n\x1a\n"
    make(tmp_path, "1.mp3", "a/2.mp3", "b/3.mp3", "c/4.mp3")
    (tmp_path / "Folder.PNG").write_bytes(png)
    (tmp_path / "a" / "front.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "a" / "scan of the box.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "b" / "cover.jpg").write_bytes(b"<html>")
    with (tmp_path / "c" / "cover.png").open("wb") as file:
        file.write(png)
        file.truncate(covers.LARGEST + 1)
    feed = scan(str(tmp_path), NONE, Probe())
    folder = (tmp_path / "Folder.PNG").as_uri()
    front = (tmp_path / "a" / "front.jpg").as_uri()
    assert feed.image == folder
    assert [episode.image for episode in feed.episodes] == [folder, front, folder, folder]


def test_the_picture_in_the_tags_counts_where_none_lies_beside(tmp_path: Path) -> None:
    make(tmp_path, "1.mp3")
    (tape,) = scan(str(tmp_path), NONE, lambda _: AudioFacts(1, "mp3", picture=True)).episodes
    assert tape.image == tape.url


def test_nothing_is_written(tmp_path: Path) -> None:
    make(tmp_path, "1.mp3", "a/2.mp3", "a/cover.jpg")
    before = listing(tmp_path)
    for folder in (tmp_path / "a", tmp_path):
        folder.chmod(0o500)
    try:
        scan(str(tmp_path), NONE, Probe())
    finally:
        for folder in (tmp_path, tmp_path / "a"):
            folder.chmod(0o700)
    assert listing(tmp_path) == before


def listing(root: Path) -> dict[str, tuple[int, bytes]]:
    return {
        path.name: (path.stat().st_mtime_ns, b"" if path.is_dir() else path.read_bytes())
        for path in (root, *root.rglob("*"))
    }
