"""What left the Chair's queue since the Chair last looked: shown at its end, and kept until it was (DESIGN 5)."""

from __future__ import annotations

from typing import Any

from boardtui.domain.queue import Left
from boardtui.domain.states import Role
from boardtui.ui.screens.queue_records import OnRecord


class LookingBack(OnRecord):
    """A queue that tells the Chair what left it otherwise."""

    left: tuple[Left, ...] = ()
    _untold = False

    def write(self) -> None:
        """Write the screen anew."""
        raise NotImplementedError

    def look_back(self) -> None:
        """Find what left the queue, for the Chair and now."""
        desk = self.app.desk
        if desk is not None and desk.role == Role.CHAIR and desk.as_at is None:
            self.app.run_aside(lambda: _seen(desk), self._know_left)

    def _know_left(self, left: tuple[Left, ...]) -> None:
        self.left = left
        self._untold = bool(left)
        self.write()

    def told_what_left(self) -> None:
        """Keep that the Chair was told what left the queue, once it was shown."""
        desk = self.app.desk
        if desk is not None and self._untold:
            self._untold = False
            self.app.run_aside(lambda: _looked(desk), lambda _done: None)


def _seen(desk: Any) -> tuple[Left, ...]:
    from boardtui.services import queue_left

    found = queue_left.left(desk)
    if not found:
        queue_left.looked(desk)
    return found


def _looked(desk: Any) -> None:
    from boardtui.services import queue_left

    queue_left.looked(desk)
