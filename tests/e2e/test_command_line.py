"""The main job on the command line: real feeds, real bytes, real libVLC."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.base.parsed import CatalogueEntry
from desktop_app.feeds import opml
from tests.support import corpus, pod
from tests.support.command import environment, hearthside
from tests.support.server import Reply, Server, unused_port
from tests.support.sound import speech_bytes, speech_mp3

if TYPE_CHECKING:
    from collections.abc import Iterator

VLC = {"HEARTHSIDE_AUDIO": "vlc", "HEARTHSIDE_VLC_ARGS": "--aout=dummy"}
EPISODE_KEYS = {
    *("id", "feed_id", "feed", "title", "speakers", "fellowship", "place", "event", "year"),
    *("steps", "part", "of", "published", "duration", "url", "type", "size", "state", "file"),
    *("position", "heard", "favorite"),
}


@pytest.fixture
def server() -> Iterator[Server]:
    """A server on the loopback."""
    with Server() as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A home that does not exist yet."""
    return tmp_path / "new home"


def listed(folder: Path, *arguments: str) -> list[dict[str, Any]]:
    ran = hearthside(folder, *arguments, "--json")
    assert ran.status == 0, ran.err
    rows = json.loads(ran.out)
    assert isinstance(rows, list)
    return rows


def test_the_main_job_with_real_feeds(folder: Path, tmp_path: Path) -> None:
    with Server() as server:
        ten = bring_home_ten(server, folder, tmp_path)
    ran = hearthside(folder, "play", ten[0], **VLC)
    assert (ran.status, ran.err) == (0, "")
    (played,) = [each for each in listed(folder, "episodes", "--downloaded") if each["heard"]]
    assert str(played["id"]) == ten[0]
    assert played["duration"] == pytest.approx(3, abs=0.2)


def bring_home_ten(server: Server, folder: Path, tmp_path: Path) -> list[str]:
    sound = speech_bytes(3)
    entries = [
        CatalogueEntry(
            f"Feed {number}", "Speakers", corpus.serve(server, path, f"f{number}", sound)
        )
        for number, path in enumerate(corpus.real_feeds(6, 4, 120))
    ]
    (tmp_path / "list.opml").write_bytes(opml.write(entries, "Mine"))
    assert hearthside(folder, "import", str(tmp_path / "list.opml")).status == 0
    ran = hearthside(folder, "refresh")
    assert (ran.status, ran.err) == (0, "")
    assert len(ran.out.splitlines()) == len(entries)
    assert len(listed(folder, "feeds")) == len(entries)
    remote = [each for each in listed(folder, "episodes", "--limit", "500") if each["url"]]
    assert len(remote) >= 10
    assert set(remote[0]) == EPISODE_KEYS
    ten = [str(each["id"]) for each in remote[:10]]
    ran = hearthside(folder, "download", *ten)
    assert (ran.status, ran.err) == (0, "")
    assert len(ran.out.splitlines()) == 10
    there = listed(folder, "episodes", "--downloaded", "--limit", "500")
    assert {str(each["id"]) for each in there} == set(ten)
    assert all(Path(each["file"]).read_bytes() == sound for each in there)
    return ten


def test_add_search_favorite_remove(server: Server, folder: Path, tmp_path: Path) -> None:
    url = pod.serve(server, "tapes", 4, speech_bytes(3))
    assert hearthside(folder, "add", url).status == 0
    speech_mp3(tmp_path / "My tapes" / "Tape 1.mp3", 3)
    assert hearthside(folder, "add", str(tmp_path / "My tapes")).status == 0
    assert [each["title"] for each in listed(folder, "feeds")] == ["My tapes", "Tapes"]
    found = listed(folder, "search", "bob", "talk 3")
    assert [each["title"] for each in found] == ["Bob D. - Talk 3"]
    assert hearthside(folder, "favorite", str(found[0]["id"])).status == 0
    (kept,) = listed(folder, "episodes", "--favorite")
    assert kept["favorite"] is True
    assert [each["name"] for each in listed(folder, "speakers")] == ["Bob D."]
    assert len(listed(folder, "episodes", "--feed", "My tapes")) == 1
    out = tmp_path / "out.opml"
    assert hearthside(folder, "export", str(out)).status == 0
    assert [each.feed_url for each in opml.read(out.read_bytes())] == [url]
    assert hearthside(folder, "remove", "Tapes").status == 0
    assert [each["title"] for each in listed(folder, "feeds")] == ["My tapes"]
    assert [each["title"] for each in listed(folder, "episodes", "--favorite")] == [kept["title"]]
    assert hearthside(folder, "unfavorite", str(kept["id"])).status == 0
    assert listed(folder, "episodes", "--favorite") == []


def test_bad_input_is_one_clear_line(server: Server, folder: Path, tmp_path: Path) -> None:
    server.add("/page", Reply(body=b"<html><body>no feed</body></html>"))
    server.add("/empty", Reply(body=b""))
    server.add("/cut", Reply(body=pod.feed("Cut", [pod.item(1)] * 99), cut_after=700))
    (tmp_path / "bad.opml").write_bytes(b"<opml><body>")
    cases = [
        ("add", server.url("/page")),
        ("add", server.url("/empty")),
        ("add", server.url("/cut")),
        ("add", f"http://127.0.0.1:{unused_port()}/"),
        ("add", "no such thing"),
        ("import", str(tmp_path / "bad.opml")),
        ("import", str(tmp_path / "absent.opml")),
        ("export", str(tmp_path / "absent" / "x.opml")),
        ("remove", "nothing"),
        ("favorite", "12345"),
        ("download", "12345"),
        ("play", "12345"),
        ("refresh", "nothing"),
        ("restore-backup", str(tmp_path / "bad.opml")),
    ]
    for arguments in cases:
        ran = hearthside(folder, *arguments)
        assert ran.status == 1, arguments
        assert len(ran.err.splitlines()) == 1, (arguments, ran.err)
    assert listed(folder, "feeds") == []


@pytest.mark.parametrize(
    "arguments", [("bogus",), ("add",), ("episodes", "--limit", "none"), ("--nothing",)]
)
def test_wrong_usage_is_status_2(folder: Path, arguments: tuple[str, ...]) -> None:
    assert hearthside(folder, *arguments).status == 2


def test_a_file_that_is_not_there_is_told_as_such(folder: Path, tmp_path: Path) -> None:
    missing = tmp_path / "no such talk.mp3"
    ran = hearthside(folder, str(missing))
    assert (ran.status, ran.err) == (1, f"There is no file {missing}.\n")
    ran = hearthside(folder, str(tmp_path))
    assert (ran.status, ran.err) == (1, f"{tmp_path} is a folder. See: hearthside add {tmp_path}\n")


def test_a_home_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    ran = hearthside(tmp_path / "file" / "home", "feeds")
    assert ran.status == 1
    assert "cannot be written" in ran.err


def test_a_damaged_library_is_left_alone(folder: Path) -> None:
    assert hearthside(folder, "feeds").status == 0
    for suffix in ("-wal", "-shm"):
        Path(f"{folder / 'library.sqlite'}{suffix}").unlink(missing_ok=True)
    (folder / "library.sqlite").write_bytes(b"nonsense" * 4000)
    for command in ("feeds", "doctor"):
        ran = hearthside(folder, command)
        assert ran.status == 1
        assert "damaged" in ran.err
    assert (folder / "library.sqlite").read_bytes() == b"nonsense" * 4000


def test_backup_and_back(server: Server, folder: Path, tmp_path: Path) -> None:
    hearthside(folder, "add", pod.serve(server, "tapes", 1, b""))
    copy = tmp_path / "copy.sqlite"
    assert hearthside(folder, "backup", str(copy)).status == 0
    hearthside(folder, "remove", "Tapes")
    assert listed(folder, "feeds") == []
    assert hearthside(folder, "restore-backup", str(copy)).status == 0
    assert [each["title"] for each in listed(folder, "feeds")] == ["Tapes"]


def test_doctor_finds_everything_in_order(folder: Path) -> None:
    ran = hearthside(folder, "doctor", HEARTHSIDE_AUDIO="vlc")
    assert (ran.status, ran.err) == (0, "")
    assert "BAD" not in ran.out


def test_a_download_that_is_interrupted_goes_on(server: Server, folder: Path) -> None:
    sound = speech_bytes(20)
    url = pod.serve(server, "tapes", 1, sound)
    slow = Reply(body=sound, etag='"a"', ranges=True, piece=4096, pause=0.05)
    server.add("/tapes/0.mp3", slow, Reply(body=sound, etag='"a"', ranges=True))
    hearthside(folder, "add", url)
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop_app", "--home", str(folder), "download", "1"],
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    try:
        server.wait_for("/tapes/0.mp3")
        process.send_signal(signal.SIGKILL)
    finally:
        process.communicate(timeout=20)
    ran = hearthside(folder, "download")
    assert (ran.status, ran.err) == (0, "")
    (there,) = listed(folder, "episodes", "--downloaded")
    assert Path(there["file"]).read_bytes() == sound


def test_a_folder_of_tapes_is_refreshed(folder: Path, tmp_path: Path) -> None:
    tapes = tmp_path / "Big Book Study"
    speech_mp3(tapes / "Tape 2.mp3", 3)
    assert hearthside(folder, "add", str(tapes)).status == 0
    speech_mp3(tapes / "Tape 1.mp3", 3, seed=2)
    (tapes / "Tape 2.mp3").rename(tapes / "Tape 3.mp3")
    speech_mp3(tapes / "Tape 2.mp3", 3, seed=3)
    refreshed = hearthside(folder, "refresh", "Big Book Study")
    assert refreshed.status == 0
    assert "2 new" in refreshed.out
    found = listed(folder, "episodes", "--feed", "Big Book Study")
    assert [(each["title"], each["part"], each["of"], each["id"]) for each in found] == [
        ("Big Book Study – Tape 1", 1, 3, 2),
        ("Big Book Study – Tape 2", 2, 3, 3),
        ("Big Book Study – Tape 3", 3, 3, 1),
    ]
    (tapes / "Tape 1.mp3").unlink()
    assert hearthside(folder, "refresh").status == 0
    missing = hearthside(folder, "play", "2")
    assert missing.status == 1
    assert f"not where it was: {tapes / 'Tape 1.mp3'}" in missing.err
    assert hearthside(folder, "download", "--new").status == 0
    (tapes / "Tape 3.mp3").unlink()
    (tapes / "Tape 2.mp3").unlink()
    tapes.rmdir()
    gone = hearthside(folder, "refresh")
    assert gone.status == 1
    assert "is not there" in gone.err


def test_ctrl_c_while_playing_keeps_the_place(folder: Path, tmp_path: Path) -> None:
    speech_mp3(tmp_path / "tapes" / "Tape 1.mp3", 60)
    hearthside(folder, "add", str(tmp_path / "tapes"))
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop_app", "--home", str(folder), "play", "1"],
        env=environment(**VLC),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "tapes – Tape 1"
    sounding = listed(folder, "episodes")[0]["position"]
    while sounding == 0 and process.poll() is None:
        sounding = listed(folder, "episodes")[0]["position"]
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert "Traceback" not in err
    assert process.returncode == 130
    assert listed(folder, "episodes")[0]["position"] >= sounding > 0


def test_no_room_on_the_disk_is_told(server: Server, folder: Path) -> None:
    """A limit on the size of files stands in for a full disk: the same errors, no mount needed."""
    sound = speech_bytes(60) * 20  # more than the library and its log take
    hearthside(folder, "add", pod.serve(server, "tapes", 1, sound))
    code = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({len(sound) // 2}, {len(sound) // 2}));"
        "from desktop_app.cli import main; main(sys.argv[1:])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, "--home", str(folder), "download", "1"],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 1
    assert "no room" in ran.stderr, ran.stderr
    assert len(ran.stderr.splitlines()) == 1
    done = hearthside(folder, "download", "1")
    assert done.status == 0, done.err
    (there,) = listed(folder, "episodes", "--downloaded")
    assert Path(there["file"]).read_bytes() == sound


def test_without_libvlc_it_says_so(folder: Path, tmp_path: Path) -> None:
    path = speech_mp3(tmp_path / "tape.mp3", 1)
    missing = {"PYTHON_VLC_LIB_PATH": str(tmp_path / "none.so"), "HEARTHSIDE_AUDIO": "auto"}
    ran = hearthside(folder, "play", str(path), **missing)
    assert "Install VLC" in ran.err
    assert len(ran.err.splitlines()) == 1
    assert os.environ["HEARTHSIDE_AUDIO"] == "null"
