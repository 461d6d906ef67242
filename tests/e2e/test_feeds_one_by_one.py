"""What holds for one feed, from the command line: sign-ins, and everything ``set`` changes."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.support import pod
from tests.support.command import environment, hearthside
from tests.support.server import Reply, Server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOGIN = ("maria", "right")
NO_KEYRING = {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
WRONG = {"HEARTHSIDE_PASSWORD": "wrong"}
UNKEPT = "There is no keyring on this computer"


@pytest.fixture
def server() -> Iterator[Server]:
    """A server on the loopback with a feed that wants a sign-in."""
    with Server() as running:
        kind = {"Content-Type": "application/rss+xml"}
        body = pod.feed("Locked", [pod.item(1)])
        running.add("/locked.xml", Reply(body=body, headers=kind, login=LOGIN))
        yield running


def feeds(home: Path) -> list[dict[str, Any]]:
    ran = hearthside(home, "feeds", "--json")
    assert ran.status == 0, ran.err
    rows: list[dict[str, Any]] = json.loads(ran.out)
    return rows


def test_a_sign_in_without_a_terminal(server: Server, tmp_path: Path) -> None:
    home, url = tmp_path / "home", server.url("/locked.xml")
    ran = hearthside(home, "add", url)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == (
        "127.0.0.1 asks for a name and a password."
        " Give the name with --user, and its password in HEARTHSIDE_PASSWORD.\n"
    )
    ran = hearthside(home, "add", url, "--user", "maria")
    assert ran.status == 1
    assert ran.err.startswith("There is no password for maria.")
    assert len(server.asked("/locked.xml")) == 1
    ran = hearthside(home, "add", url, "--user", "maria", **WRONG)
    assert ran.status == 1
    assert ran.err == (
        "127.0.0.1 did not accept this name and password."
        " Sign in with those that its publisher gave you.\n"
    )
    given = {"HEARTHSIDE_PASSWORD": "right", **NO_KEYRING}
    ran = hearthside(home, "add", url, "--user", "maria", **given)
    assert (ran.status, ran.out) == (0, "1  Locked  (1 episodes)\n")
    assert ran.err.startswith(UNKEPT)
    (feed,) = feeds(home)
    assert feed["account"] == "maria"
    assert "right" not in json.dumps(feed)
    ran = hearthside(home, "set", "Locked", "--user", "")
    assert ran.status == 0, ran.err
    assert feeds(home)[0]["account"] is None
    ran = hearthside(home, "set", "Locked", "--user", "maria", **given)
    assert ran.status == 0, ran.err
    assert feeds(home)[0]["account"] == "maria"


def heard(process: subprocess.Popen[bytes], words: bytes) -> bytes:
    """Return what the process has said up to these words."""
    said = b""
    assert process.stderr is not None
    while not said.endswith(words):
        byte = process.stderr.read(1)
        assert byte, said
        said += byte
    return said


def test_a_sign_in_on_a_terminal(server: Server, tmp_path: Path) -> None:
    home = tmp_path / "home"
    command = [sys.executable, "-m", "desktop_app", "--home", str(home), "add"]
    try:
        ours, theirs = pty.openpty()
    except OSError as none:
        pytest.skip(f"no terminal can be had here: {none}")
    try:
        process = subprocess.Popen(
            [*command, server.url("/locked.xml")],
            env=environment(**NO_KEYRING),
            stdin=theirs,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        said = heard(process, b"Name: ")
        os.write(ours, b"maria\n")
        said += heard(process, b"Password: ")
        os.write(ours, b"wrong\n")
        said += heard(process, b"Name [maria]: ")
        os.write(ours, b"\n")
        heard(process, b"Password: ")
        os.write(ours, b"right\n")
        out, rest = process.communicate(timeout=60)
    finally:
        os.close(ours)
        os.close(theirs)
    assert process.returncode == 0, rest
    assert out == b"1  Locked  (1 episodes)\n"
    assert b"asks for a name and a password" in said
    assert b"did not accept" in said
    assert UNKEPT in rest.decode()


def test_what_holds_for_one_feed_can_be_changed(server: Server, tmp_path: Path) -> None:
    home, url = tmp_path / "home", pod.serve(server, "tapes", 1, b"")
    assert hearthside(home, "add", url).status == 0
    for wrong in (("set", "Tapes"), ("set", "Tapes", "--every", "often")):
        assert hearthside(home, *wrong).status == 2
    ran = hearthside(
        home, "set", "Tapes", "--name", "Evenings", "--kind", "meditations", "--every", "24"
    )
    assert (ran.status, ran.err) == (0, "")
    (feed,) = feeds(home)
    assert (feed["title"], feed["kind"], feed["every"]) == ("Evenings", "meditations", 24)
    assert (feed["paused"], feed["next_try"], feed["problem"]) == (False, None, None)
    server.add("/tapes.xml", Reply(503))
    assert hearthside(home, "refresh").status == 1
    (feed,) = feeds(home)
    assert feed["next_try"].endswith("Z")
    line = hearthside(home, "feeds").out
    assert line.startswith("   1  Evenings  (1, ")
    assert "  ! Could not refresh Evenings" in line
    assert " Next try: 20" in line
    moved = pod.serve(server, "elsewhere", 1, b"")
    changes = ("--address", moved, "--pause", "--every", "default")
    assert hearthside(home, "set", "Evenings", *changes).status == 0
    (feed,) = feeds(home)
    assert (feed["url"], feed["paused"], feed["every"]) == (moved, True, None)
    assert hearthside(home, "feeds").out.rstrip().endswith("new)  paused")
    assert hearthside(home, "set", "Evenings", "--resume").status == 0
    assert feeds(home)[0]["paused"] is False


def test_new_talks_can_be_downloaded_unasked(server: Server, tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert hearthside(home, "add", pod.serve(server, "tapes", 3, b"")).status == 0
    for wrong in ("some", "0", "-1", "50001", "²", ""):
        ran = hearthside(home, "set", "Tapes", "--download", wrong)
        assert (ran.status, ran.out) == (2, "")
    for said, auto, waiting in (("2", 2, 2), ("ALL", 0, 3), ("none", None, 3)):
        assert hearthside(home, "set", "Tapes", "--download", said).status == 0
        assert feeds(home)[0]["auto"] == auto
        listed = json.loads(hearthside(home, "episodes", "--json").out)
        assert [each["state"] for each in listed].count("queued") == waiting


def test_how_its_talks_are_played_can_be_said(server: Server, tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert hearthside(home, "add", pod.serve(server, "tapes", 1, b"")).status == 0
    wrong = [("--speed", each) for each in ("fast", "0.4", "3.1", "nan", "")]
    for option, said in (*wrong, ("--skip-opening", "-1"), ("--skip-opening", "601")):
        ran = hearthside(home, "set", "Tapes", option, said)
        assert (ran.status, ran.out) == (2, "")
    assert hearthside(home, "set", "Tapes", "--speed", "1.25", "--skip-opening", "45").status == 0
    (feed,) = feeds(home)
    assert (feed["speed"], feed["opening"]) == (1.25, 45)
    assert hearthside(home, "set", "Tapes", "--speed", "default", "--skip-opening", "0").status == 0
    (feed,) = feeds(home)
    assert (feed["speed"], feed["opening"]) == (None, 0)


def test_feeds_that_rest_and_addresses_that_fail_are_named(server: Server, tmp_path: Path) -> None:
    home = tmp_path / "home"
    one = server.add("/one.xml", Reply(body=pod.feed("One", [pod.item(1)])))
    other = pod.feed("Other", [pod.item(7, "Something else", "http://x.example/7.mp3", "o-7")])
    two, gone = server.add("/two.xml", Reply(body=other)), server.url("/gone.xml")
    ran = hearthside(home, "add", one, gone)
    assert (ran.status, ran.out) == (1, "1  One  (1 episodes)\n")
    assert ran.err.startswith(f"{gone}: The feed could not be fetched: there is nothing")
    ran = hearthside(home, "set", "One", "--address", two)
    assert ran.status == 1
    assert ran.err.startswith("None of these talks is in “Other”")
    ran = hearthside(home, "set", "One", "--address", two, "--anyway", "--pause")
    assert (ran.status, ran.err) == (0, "")
    ran = hearthside(home, "refresh")
    assert (ran.status, ran.out, ran.err) == (0, "Other: paused\n", "")
    ran = hearthside(home, "add", one, two, "--user", "maria", **WRONG)
    assert ran.status == 2
    assert "give one address" in ran.err
