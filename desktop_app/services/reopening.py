"""Opening anew what lies on: where a stream broke off, or as the other recording of the talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.services.levelling import Levelling
    from desktop_app.services.recordings import Recordings, Talk
    from desktop_app.services.turntable import Turntable


class Reopening:
    """Finds the sound again and goes on with it, unless the person wishes otherwise meanwhile.

    ``rate(talk)`` is how fast it is to be played; ``wish()`` the number of the person's last wish.
    """

    def __init__(
        self,
        table: Turntable,
        recordings: Recordings,
        levelling: Levelling,
        rate: Callable[[Talk], float],
        wish: Callable[[], int],
    ) -> None:
        self._table = table
        self._recordings = recordings
        self._levelling = levelling
        self._rate = rate
        self._wish = wish
        self._choice = 0

    async def again(self, episode_id: int, rewind: float = 0.0) -> None:
        """Play what lies on from ``rewind`` seconds before its place.

        Where that was sought meanwhile it is from there exactly.

        Raises:
            KnownError: There is no sound of it any more.
        """
        wish, left = self._wish(), self._table.position
        talk = await self._recordings.playable(episode_id, left)
        await self._table.ready()
        gain = await self._levelling.gain(talk)
        place = self._table.position
        start = place if place != left else max(0.0, place - rewind)
        if wish == self._wish():
            self._table.open(talk, start, self._rate(talk), gain)

    async def exchange(self, episode_id: int) -> None:
        """Let the recording sound that the person chose, where the other one is now.

        Pausing or seeking meanwhile takes nothing of that back; of several choices the last one
        counts.

        Raises:
            KnownError: There is no sound of it any more.
        """
        self._choice += 1
        choice, table = self._choice, self._table
        talk = await self._recordings.playable(episode_id, table.position)
        gain = await self._levelling.gain(talk)
        before = table.talk
        if choice != self._choice or before is None or before.episode.id != episode_id:
            return
        if before.restored != talk.restored:
            table.exchange(talk, gain)
