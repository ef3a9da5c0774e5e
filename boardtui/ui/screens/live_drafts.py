"""Half-typed text, kept on disk while it is typed, and brought back after a crash (DESIGN 5 and 8)."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING

from boardtui.store.drafts import Draft

if TYPE_CHECKING:
    from boardtui.services.desk import Desk

_EDITING = "edit:"


class HalfTyped:
    """Where the text in the box is kept: every new line has a place of its own, every entry being edited too."""

    def __init__(self, desk: Desk, number: int) -> None:
        self._desk = desk
        self._prefix = f"live:{number}:"
        self._next = 1
        self._kept: tuple[str, str, int] = ("", "", 0)
        self._left: list[Draft] = []
        self.place = ""

    def found(self) -> list[Draft]:
        """Read what an earlier session left on disk."""
        return self._desk.drafts(self._prefix)

    def begin(self, found: list[Draft], *, typing: bool = False) -> Draft | None:
        """Start keeping text, in places that are free; return the oldest text that was left, to go on with.

        While somebody is `typing` already, what was left waits for the box to be empty.
        """
        self._left = list(found)
        numbers = [draft.place.removeprefix(self._prefix) for draft in found]
        self._next = max((int(number) for number in numbers if number.isdecimal()), default=0) + 1
        if typing:
            self.place = self.free_place()
            return None
        return self.turn()

    @property
    def waits(self) -> bool:
        """Say whether a text that was left waits for the box."""
        return bool(self._left)

    def turn(self) -> Draft | None:
        """Go on with the next text that was left, or else to a new line."""
        if self._left:
            draft = self._left.pop(0)
            self.place, self._kept = draft.place, (draft.place, draft.text, draft.cursor)
            return draft
        self.place = self.free_place()
        return None

    def leave_for_later(self, place: str, text: str) -> None:
        """Keep a text that was not saved; the box goes on with it as soon as it is empty."""
        self._left.append(Draft(place, text, len(text)))
        self._desk.keep_draft(place, text, len(text))

    def free_place(self) -> str:
        """Return a place that holds no text yet."""
        self._next += 1
        return f"{self._prefix}{self._next - 1}"

    def edit_place(self, entry_id: str) -> None:
        """Keep what is typed in place of an entry."""
        self.place = f"{self._prefix}{_EDITING}{entry_id}"

    def edited(self, draft: Draft) -> str:
        """Return the id of the entry a text was to replace, or "" for a new line."""
        rest = draft.place.removeprefix(self._prefix)
        return rest.removeprefix(_EDITING) if rest.startswith(_EDITING) else ""

    def keep(self, text: str, cursor: int) -> Future[None] | None:
        """Keep the text unless it is kept already; an empty one is forgotten."""
        wanted = (self.place, text, cursor)
        if not self.place or wanted == self._kept or (not text and self._kept[0] != self.place):
            return None
        self._kept = wanted
        return self._desk.keep_draft(*wanted)
