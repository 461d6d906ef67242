"""Searching everything through the services: what comes, and what the person writes beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.shelves import Group
from tests.services.besides import VTT, named, subscribe
from tests.support.server import Reply

if TYPE_CHECKING:
    from desktop_app.services.core import Core
    from tests.support.server import Server


async def test_what_comes_and_what_the_person_writes_is_found(core: Core, server: Server) -> None:
    server.add("/1.vtt", Reply(body=VTT))
    talk = await subscribe(core, server, named(server, "/1.vtt"))
    await core.indexing.finish()
    assert not (await core.searching.everything("my name is bob")).lines
    await core.transcripts.lines(talk)
    (line,) = (await core.searching.everything("my name is bob")).lines
    assert (line.episode.id, line.start, line.text) == (talk, 1.0, "My name is Bob.")

    await core.favorites.mark(talk)
    await core.favorites.set_note(talk, "for Lupe")
    (note,) = (await core.searching.everything("lupe")).notes
    assert (note.episode.id, note.excerpt, note.own) == (talk, "for Lupe", True)
    await core.favorites.unmark(talk)
    assert not (await core.searching.everything("lupe")).notes

    episode = await core.browsing.episode(talk)
    title = await core.searching.everything(episode.title, 6, Group.TALKS)
    assert title.talks == (episode,)
    await core.subscriptions.remove(episode.feed_id)
    assert not (await core.searching.everything("my name is bob")).lines
