"""What the person may choose for listening: skips, speed, loudness, the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.settings_section import Section

if TYPE_CHECKING:
    from desktop_app.ui.widgets.page import Page

SKIPS_BACK = (5, 10, 15, 30, 60)
SKIPS_FORWARD = (10, 15, 30, 45, 60)
SPEEDS = (0.8, 1.0, 1.2, 1.5, 2.0)


class Listening(Section):
    """Holds for the player bar and the keys alike."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, tr("Listening"))
        back = [(value, tr("{n} s", n=value)) for value in SKIPS_BACK]
        forward = [(value, tr("{n} s", n=value)) for value in SKIPS_FORWARD]
        speeds = [(value, words.rate(value)) for value in SPEEDS]
        also = tr("rewind jump seconds arrow")
        self.choice("skip_back", tr("Skip back"), tr("With ← or the button."), back, also)
        also = tr("jump seconds arrow")
        self.choice("skip_forward", tr("Skip forward"), tr("With → or the button."), forward, also)
        hint = tr("For feeds that have no speed of their own. The voice keeps its pitch.")
        also = tr("faster slower tempo rate playback")
        self.choice("speed", tr("Usual speed"), hint, speeds, also)
        on = ((True, tr("On")), (False, tr("Off")))
        hint = tr("Every recording is about as loud; a quiet tape is made louder, never harsh.")
        also = tr("volume loudness louder normalise normalize level sound")
        self.choice("levelling", tr("Bring quiet recordings up"), hint, on, also)
        idle = ((True, tr("Only when nothing plays")), (False, tr("At any time")))
        hint = tr("It takes minutes of the computer's strength for each old tape.")
        also = tr("restoration repair clean hiss hum noise cassette idle")
        self.choice("restore_idle", tr("Restore tapes"), hint, idle, also)
        kept = ((True, tr("Keep")), (False, tr("Do not keep")))
        hint = tr("When you listened to what, on the Queue page. Only on this computer.")
        also = tr("heard listened past log privacy track")
        self.choice("keep_history", tr("A history"), hint, kept, also)
