"""Doubtful words in live mode: looked for in a pause, beside the typing, in lines that are finished; only marked."""

from __future__ import annotations

from collections.abc import Mapping

from textual.timer import Timer

from boardtui.store.reading.reader import Database
from boardtui.ui.screens.live_room import LiveRoom
from boardtui.ui.screens.live_shown import NOTHING_DOUBTED

PAUSE = 1.0
"""Seconds after the last line was saved until its words are looked at."""


class LiveSpelling(LiveRoom):
    """A meeting in live mode whose finished lines are looked through."""

    _pausing: Timer | None = None
    _doubted: Mapping[str, tuple[str, ...]] = NOTHING_DOUBTED

    @property
    def doubted(self) -> Mapping[str, tuple[str, ...]]:
        """Return the words in doubt by the identity of their line."""
        return self._doubted

    def look_soon(self) -> None:
        """Look at the finished lines once nothing has been saved for a moment."""
        if self._pausing is not None:
            self._pausing.stop()
        self._pausing = self.set_timer(PAUSE, self.look)

    def look(self) -> None:
        """Look at the lines of the item in hand, in a thread."""
        self._pausing = None
        live = self.live
        if live is not None and live.entries:
            lines = live.entries

            def found(db: Database) -> dict[str, tuple[str, ...]]:
                from boardtui.store.reading.spelling import doubts_in, knows

                return {one.entry_id: one.words for one in doubts_in(lines, knows(db))}

            self.app.read(found, self._mark_doubts, awaited=False)

    def _mark_doubts(self, found: Mapping[str, tuple[str, ...]]) -> None:
        if found != self._doubted:
            self._doubted = found
            self.draw()
