"""Where the picture of an episode lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


def addresses(connection: sqlite3.Connection, episode_id: int) -> tuple[str, ...]:
    """Return the ``file:`` addresses of an episode's picture and its feed's, in this order.

    Only what the person's own folders name is returned: no feed of the web points into them.
    """
    found = connection.execute(
        "SELECT e.image, f.image FROM episodes e JOIN feeds f ON f.id = e.feed_id"
        " WHERE e.id = ? AND f.url LIKE 'file:%'",
        (episode_id,),
    ).fetchone()
    given = dict.fromkeys(found or ())
    return tuple(address for address in given if address and address.startswith("file:"))
