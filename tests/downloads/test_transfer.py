"""Transfers from a real server that misbehaves in every way met in the wild."""

from __future__ import annotations

import asyncio
import hashlib
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import aiohttp
import pytest

from desktop_app.downloads.bandwidth import Bandwidth
from desktop_app.downloads.faults import DiskFull, TransferError
from desktop_app.downloads.transfer import Answer, TransferJob, TransferResult, transfer
from tests.support.server import Gate, Reply, Request, Server, redirect, static, unused_port

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

SOUND = b"ID3\x04\x00\x00\x00\x00\x00\x00" + hashlib.shake_128(b"one").digest(400_000)
OTHER = b"ID3\x03\x00\x00\x00\x00\x00\x00" + hashlib.shake_128(b"two").digest(300_000)
HALF = 200_000
PAGE = b"<!DOCTYPE html><html><body>Sign in to Hotel Wi-Fi</body></html>" * 40


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


def same(path: Path, body: bytes) -> bool:
    """Compare without half a megabyte in the report of a failure."""
    return path.read_bytes() == body


class Desk:
    """One download as a service holds it: the row's facts and everything that was reported."""

    def __init__(self, session: aiohttp.ClientSession, folder: Path) -> None:
        self.session = session
        self.path = folder / "Feed" / "talk.mp3"
        self.part = folder / "Feed" / "talk.mp3.part"
        self.known = Answer()
        self.progress: list[tuple[int, int | None]] = []
        self.part_when_told: list[int] = []
        self.reported = asyncio.Event()

    async def _headers(self, answer: Answer) -> None:
        self.known = answer
        self.part_when_told.append(self.part.stat().st_size)

    def _progress(self, received: int, total: int | None) -> None:
        self.progress.append((received, total))
        self.reported.set()

    async def get(
        self, url: str, bandwidth: Bandwidth | None = None, stall: float = 20
    ) -> TransferResult:
        job = TransferJob(url, self.path, self.known, connect_timeout=5, stall_timeout=stall)
        return await transfer(self.session, job, self._progress, self._headers, bandwidth)

    async def fails(self, url: str, stall: float = 20) -> TransferError:
        with pytest.raises(TransferError) as caught:
            await self.get(url, stall=stall)
        assert not self.path.exists()
        assert caught.value.why
        assert caught.value.what_next
        return caught.value


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with aiohttp.ClientSession() as session:
        yield Desk(session, tmp_path)


def torn(body: bytes = SOUND, **how: object) -> Reply:
    return replace(static(body), cut_after=HALF, **how)  # type: ignore[arg-type]  # test shorthand


async def begin(desk: Desk, server: Server) -> None:
    """Leave the first half of SOUND behind."""
    error = await desk.fails(server.add("/begin", torn()))
    assert error.retryable
    assert same(desk.part, SOUND[:HALF])


async def test_a_whole_file_arrives(desk: Desk, server: Server) -> None:
    result = await desk.get(server.add("/talk.mp3", static(SOUND)))
    answer = Answer('"v1"', None, len(SOUND), "audio/mpeg")
    assert result == TransferResult(desk.path, len(SOUND), answer)
    assert same(desk.path, SOUND)
    assert not desk.part.exists()
    assert desk.known == answer
    assert desk.part_when_told == [0]
    assert desk.progress[0] == (0, len(SOUND))
    assert desk.progress[-1] == (len(SOUND), len(SOUND))
    asked = server.requests[0].headers
    assert asked["accept-encoding"] == "identity"
    assert "range" not in asked


async def test_dropped_half_way_it_resumes_to_the_exact_bytes(desk: Desk, server: Server) -> None:
    await begin(desk, server)
    url = server.add("/talk.mp3", static(SOUND))
    assert (await desk.get(url)).size == len(SOUND)
    assert same(desk.path, SOUND)
    asked = server.requests[-1].headers
    assert asked["range"] == f"bytes={HALF}-"
    assert asked["if-range"] == '"v1"'
    assert (HALF, len(SOUND)) in desk.progress
    assert desk.part_when_told == [0]


async def test_a_date_resumes_where_there_is_no_strong_etag(desk: Desk, server: Server) -> None:
    date = "Wed, 21 Oct 2015 07:28:00 GMT"
    dated = replace(static(SOUND, etag=None), last_modified=date)
    await desk.fails(server.add("/talk.mp3", replace(dated, cut_after=HALF)))
    await desk.get(server.add("/talk.mp3", dated))
    assert server.requests[-1].headers["if-range"] == date
    assert same(desk.path, SOUND)


@pytest.mark.parametrize("etag", [None, 'W/"weak"'])
async def test_without_a_strong_validator_it_starts_over(
    desk: Desk, server: Server, etag: str | None
) -> None:
    await desk.fails(server.add("/talk.mp3", torn(etag=etag)))
    await desk.get(server.add("/talk.mp3", static(SOUND, etag=etag)))
    assert "range" not in server.requests[-1].headers
    assert same(desk.path, SOUND)


def lie(request: Request, said: str, status: int = 206, etag: str = '"v1"') -> Reply:
    """Answer a resumption with the wrong range, anything else with the whole recording."""
    if "range" not in request.headers:
        return static(OTHER)
    return Reply(status, SOUND[HALF:], {"Content-Range": said}, etag=etag)


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(static(OTHER, etag='"v2"'), id="changed ETag"),
        pytest.param(replace(static(OTHER), ranges=False), id="Range ignored"),
        pytest.param(lambda r: lie(r, f"bytes 0-9/{len(SOUND)}"), id="wrong start"),
        pytest.param(lambda r: lie(r, f"bytes {HALF}-300000/300001"), id="wrong total"),
        pytest.param(lambda r: lie(r, ""), id="no range told"),
        pytest.param(
            lambda r: lie(r, f"bytes {HALF}-400009/{len(SOUND)}", etag='"v2"'),
            id="If-Range ignored",
        ),
        pytest.param(lambda r: lie(r, "bytes */5", 416), id="416, another length"),
        pytest.param(lambda r: lie(r, "", 416), id="416, no length"),
    ],
)
async def test_what_cannot_be_continued_starts_over(
    desk: Desk, server: Server, reply: Reply
) -> None:
    await begin(desk, server)
    await desk.get(server.add("/talk.mp3", reply))
    assert same(desk.path, OTHER)
    assert desk.known.expected == len(OTHER)
    assert desk.part_when_told == [0, 0]


async def test_416_at_the_end_means_complete(desk: Desk, server: Server) -> None:
    await desk.fails(server.add("/talk.mp3", replace(static(SOUND), length=len(SOUND) + 9)))
    assert same(desk.part, SOUND)
    await desk.get(server.add("/talk.mp3", static(SOUND)))
    assert server.requests[-1].headers["range"] == f"bytes={len(SOUND)}-"
    assert same(desk.path, SOUND)


async def test_a_whole_part_is_finished_without_asking(desk: Desk, server: Server) -> None:
    desk.part.parent.mkdir()
    desk.part.write_bytes(SOUND)
    desk.known = Answer('"v1"', None, len(SOUND))
    assert (await desk.get(server.url("/talk.mp3"))).size == len(SOUND)
    assert not server.requests
    assert same(desk.path, SOUND)


@pytest.mark.parametrize(
    "left", [SOUND + b"more", PAGE, b""], ids=["too long", "not sound", "empty"]
)
async def test_a_part_that_is_not_ours_is_not_built_upon(
    desk: Desk, server: Server, left: bytes
) -> None:
    desk.part.parent.mkdir()
    desk.part.write_bytes(left)
    desk.known = Answer('"v1"', None, len(SOUND))
    await desk.get(server.add("/talk.mp3", static(SOUND)))
    assert "range" not in server.requests[-1].headers
    assert same(desk.path, SOUND)


@pytest.mark.parametrize(
    "how",
    [{"length": len(SOUND) + 1000}, {"cut_after": HALF}, {"chunked": True, "cut_after": HALF}],
    ids=["length too long", "cut", "chunked and cut"],
)
async def test_too_few_bytes_are_no_file(
    desk: Desk, server: Server, how: dict[str, object]
) -> None:
    reply = replace(static(SOUND), **how)  # type: ignore[arg-type]  # test shorthand
    error = await desk.fails(server.add("/talk.mp3", reply))
    assert error.retryable
    assert desk.part.exists()


async def test_a_resumption_cut_short_by_the_server_goes_on_later(
    desk: Desk, server: Server
) -> None:
    await begin(desk, server)
    bit = Reply(
        206,
        SOUND[HALF : HALF + 1000],
        {"Content-Range": f"bytes {HALF}-{HALF + 999}/{len(SOUND)}"},
        etag='"v1"',
    )
    error = await desk.fails(server.add("/talk.mp3", bit))
    assert error.retryable
    assert "201,000 of 400,010" in error.why
    assert same(desk.part, SOUND[: HALF + 1000])


async def test_a_length_too_short_gives_what_was_promised_or_an_error(
    desk: Desk, server: Server
) -> None:
    """Whether the client sees the rest in time is a matter of packets; both ends are right."""
    url = server.add("/talk.mp3", replace(static(SOUND), length=1000))
    try:
        promised = (await desk.get(url)).size == 1000 and same(desk.path, SOUND[:1000])
    except TransferError as error:
        promised = error.retryable and not desk.path.exists()
    assert promised
    await desk.get(server.add("/talk.mp3", static(SOUND, etag='"mended"')))
    assert same(desk.path, SOUND)


@pytest.mark.parametrize("how", ["chunked", "endless"])
async def test_without_a_length_the_end_is_the_end(desk: Desk, server: Server, how: str) -> None:
    reply = replace(static(SOUND), **{how: True})  # type: ignore[arg-type]  # test shorthand
    assert (await desk.get(server.add("/talk.mp3", reply))).answer.expected is None
    assert same(desk.path, SOUND)


async def test_packed_bytes_are_unpacked_and_never_resumed(desk: Desk, server: Server) -> None:
    await desk.get(server.add("/talk.mp3", replace(static(SOUND), encoding="gzip")))
    assert same(desk.path, SOUND)
    assert desk.known == Answer(content_type="audio/mpeg")


@pytest.mark.parametrize(
    ("reply", "retryable", "after", "words"),
    [
        (Reply(500), True, None, "trouble of its own (500)"),
        (Reply(503, headers={"Retry-After": "7"}), True, 7, "(503)"),
        (Reply(429, headers={"Retry-After": "120"}), True, 120, "patience"),
        (Reply(429, headers={"Retry-After": "soon"}), True, None, "patience"),
        (
            Reply(
                503,
                headers={
                    "Date": "Wed, 21 Oct 2015 07:28:00 GMT",
                    "Retry-After": "Wed, 21 Oct 2015 07:29:30 GMT",
                },
            ),
            True,
            90,
            "(503)",
        ),
        (Reply(408), True, None, "(408)"),
        (Reply(401), False, None, "password"),
        (Reply(403, headers={"Retry-After": "7"}), False, None, "allow"),
        (Reply(404), False, None, "no longer"),
        (Reply(410), False, None, "taken down"),
        (Reply(204), False, None, "(204)"),
        (redirect("file:///etc/passwd"), False, None, "address"),
        (redirect("/talk.mp3"), False, None, "circles"),
        (Reply(drop=True), True, None, "broke off"),
        (static(b""), True, None, "nothing"),
        (static(PAGE), False, None, "web page"),
        (static(b'{"error": "not found"}'), False, None, "JSON"),
        (
            static(b"<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>"),
            False,
            None,
            "XML",
        ),
        (static(b"\x89PNG\r\n\x1a\n" + bytes(range(254)) * 9), False, None, "no recording"),
    ],
)
async def test_refusals_say_whether_to_try_again(
    desk: Desk, server: Server, reply: Reply, retryable: bool, after: float | None, words: str
) -> None:
    error = await desk.fails(server.add("/talk.mp3", reply))
    assert (error.retryable, error.retry_after) == (retryable, after)
    assert words in error.why
    assert not desk.part.exists()
    assert desk.known == Answer()


@pytest.mark.parametrize("reply", [static(PAGE), Reply(404), Reply(500)])
async def test_a_refusal_leaves_what_is_there(desk: Desk, server: Server, reply: Reply) -> None:
    await begin(desk, server)
    await desk.fails(server.add("/talk.mp3", reply))
    assert same(desk.part, SOUND[:HALF])
    assert desk.known.expected == len(SOUND)
    await desk.get(server.add("/talk.mp3", static(SOUND)))
    assert same(desk.path, SOUND)


async def test_nobody_there(desk: Desk) -> None:
    error = await desk.fails(f"http://127.0.0.1:{unused_port()}/talk.mp3")
    assert error.retryable
    assert "cannot be reached" in error.why
    error = await desk.fails("http://nowhere.invalid/talk.mp3")
    assert error.retryable
    assert "cannot be found" in error.why
    error = await desk.fails("file:///etc/passwd")
    assert not error.retryable


async def test_redirects_are_followed(desk: Desk, server: Server) -> None:
    server.add("/real.mp3", static(SOUND))
    server.add("/hop", redirect("/real.mp3", 307))
    await desk.get(server.add("/talk.mp3", redirect(server.url("/hop"))))
    assert same(desk.path, SOUND)


async def test_silence_is_not_borne_for_ever(desk: Desk, server: Server) -> None:
    stuck = replace(static(SOUND), gate=Gate(), gate_after=HALF)
    error = await desk.fails(server.add("/talk.mp3", stuck), stall=0.3)
    assert error.retryable
    assert "0.3 seconds" in error.why
    assert same(desk.part, SOUND[:HALF])


async def test_slow_is_not_silent(desk: Desk, server: Server) -> None:
    short = SOUND[:4_000]
    slow = replace(static(short), piece=200, pause=0.03)
    await desk.get(server.add("/talk.mp3", slow), stall=0.4)
    assert same(desk.path, short)


async def test_progress_comes_four_times_a_second(desk: Desk, server: Server) -> None:
    begun = time.monotonic()
    slow = replace(static(SOUND), piece=4_000, pause=0.005)
    await desk.get(server.add("/talk.mp3", slow))
    took = time.monotonic() - begun
    assert 3 <= len(desk.progress) <= 4 * took + 3
    assert desk.progress == sorted(desk.progress)


async def test_cancelling_leaves_what_can_be_resumed(desk: Desk, server: Server) -> None:
    gate = Gate()
    held = replace(static(SOUND), gate=gate, gate_after=HALF)
    task = asyncio.ensure_future(desk.get(server.add("/talk.mp3", held)))
    async with asyncio.timeout(10):
        while not desk.part.exists() or desk.part.stat().st_size < HALF:  # noqa: ASYNC110  # the disk tells nobody
            await asyncio.sleep(0.005)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    gate.set()
    assert same(desk.part, SOUND[:HALF])
    await desk.get(server.add("/talk.mp3", static(SOUND)))
    assert server.requests[-1].headers["range"] == f"bytes={HALF}-"
    assert same(desk.path, SOUND)


async def test_two_transfers_share_one_limit(tmp_path: Path, server: Server) -> None:
    url = server.add("/talk.mp3", static(SOUND[:60_000]))
    shared = Bandwidth(80_000)
    begun = time.monotonic()
    async with aiohttp.ClientSession() as session:
        desks = [Desk(session, tmp_path / name) for name in "ab"]
        await asyncio.gather(*(desk.get(url, shared) for desk in desks))
    assert time.monotonic() - begun >= 120_000 / 80_000 - Bandwidth.BURST - 0.05
    assert all(same(desk.path, SOUND[:60_000]) for desk in desks)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
async def test_a_full_disk_says_so(desk: Desk, server: Server) -> None:
    desk.part.parent.mkdir()
    desk.part.symlink_to("/dev/full")
    error = await desk.fails(server.add("/talk.mp3", static(SOUND)))
    assert isinstance(error, DiskFull)
    assert not error.retryable


async def test_more_than_the_disk_holds_is_not_begun(desk: Desk, server: Server) -> None:
    huge = replace(static(SOUND), length=10**16)
    assert isinstance(await desk.fails(server.add("/talk.mp3", huge)), DiskFull)
    assert desk.part.stat().st_size == 0


LIMITED = """
import asyncio, pathlib, resource, sys, aiohttp
from desktop_app.downloads.faults import DiskFull
from desktop_app.downloads.transfer import TransferJob, transfer

async def store(answer): pass

async def main(url, path):
    resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))
    async with aiohttp.ClientSession() as session:
        try:
            await transfer(session, TransferJob(url, path), lambda *_: None, store)
        except DiskFull as error:
            print(error)

asyncio.run(main(sys.argv[1], pathlib.Path(sys.argv[2])))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file size limit")
async def test_what_fitted_on_a_full_disk_is_kept(desk: Desk, server: Server) -> None:
    url = server.add("/talk.mp3", static(SOUND))
    ran = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-c", LIMITED, url, str(desk.path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert ran.stdout.startswith("The disk is full")
    assert same(desk.part, SOUND[:150_000])
    desk.known = Answer('"v1"', None, len(SOUND))
    await desk.get(url)
    assert server.requests[-1].headers["range"] == "bytes=150000-"
    assert same(desk.path, SOUND)


async def test_a_disk_that_refuses_says_so(desk: Desk, server: Server) -> None:
    desk.part.mkdir(parents=True)
    error = await desk.fails(server.add("/talk.mp3", static(SOUND)))
    assert not error.retryable
    assert error.what == "The recording could not be saved"
