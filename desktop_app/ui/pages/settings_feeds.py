"""What the person may choose for feeds and downloads: when, how many, how fast, how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.look import feed_words, words
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages import downloads_choices as choices
from desktop_app.ui.pages.settings_section import Section

if TYPE_CHECKING:
    from desktop_app.ui.widgets.page import Page

HOURS = (0, 1, 2, 4, 8, 12, 24)
AT_ONCE = (1, 2, 3, 4, 6)


class Feeds(Section):
    """When feeds are asked for what is new."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, tr("Feeds"))
        hours = [(value, feed_words.every(value)) for value in HOURS]
        hint = tr("While the window is open. A feed may have a choice of its own.")
        also = tr("update check new automatic interval subscriptions podcasts")
        self.choice("refresh_hours", tr("Refresh by itself"), hint, hours, also)
        start = ((True, tr("Refresh")), (False, tr("Do not refresh")))
        hint = tr("When the window opens.")
        also = tr("update check startup launch beginning")
        self.choice("refresh_on_start", tr("On start"), hint, start, also)
        metered = ((False, tr("Go on as usual")), (True, tr("Wait")))
        hint = tr(
            "A mobile phone's, say. Refreshing, and new talks that come by themselves; "
            "what you ask for yourself is done at once."
        )
        also = tr("wi-fi metered data roaming hotspot network internet cost money")
        self.choice("spare_metered", tr("On a connection that is paid by use"), hint, metered, also)


class Downloads(Section):
    """How downloads come, and what room they may take."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, tr("Downloads"))
        several = [(value, words.number(value)) for value in AT_ONCE]
        hint = tr("How many recordings come at once.")
        also = tr("parallel several simultaneous together")
        self.choice("parallel_downloads", tr("At the same time"), hint, several, also)
        limits = [(value, choices.limit_words(value)) for value in choices.LIMITS_KB]
        hint = tr("Leaves room for others on the same connection.")
        also = tr("bandwidth limit fast slow wi-fi internet network")
        self.choice("bandwidth_kb", tr("Highest speed"), hint, limits, also)
        also = tr("night schedule time clock hours wi-fi")
        self.choices[choices.HOURS] = choices.add_hours(self.group, self.look, also)
        also = tr("disk space storage room full save free clean-up delete old gigabytes")
        self.choices |= choices.add_room(self.group, self.look, also)
