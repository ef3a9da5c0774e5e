"""The one kind of error that is meant for a person to read."""

from __future__ import annotations

from pathlib import Path

from boardtui.keys_said import with_keys


class BoardError(Exception):
    """Something a person should know: what happened, what it means, what to do.

    `title` names what happened, `message` says what it means, `hint` says what to do next; there `{meetings-add}` is
    said as the key of that command.
    """

    def __init__(self, title: str, message: str = "", hint: str = "") -> None:
        super().__init__(title, message, hint)
        self.title = title
        self.message = message
        self._hint = hint

    @property
    def hint(self) -> str:
        """Say what to do next, with the keys as the person has them."""
        return with_keys(self._hint)

    def __str__(self) -> str:
        return " ".join(part for part in (self.title, self.message, self.hint) if part)


class NotFoundError(BoardError):
    """A reference names nothing in this Board."""


class StaleError(BoardError):
    """Somebody else changed the record since it was read; holds both texts, so neither is lost."""

    def __init__(self, title: str, message: str, hint: str, *, theirs: str = "", ours: str = "") -> None:
        super().__init__(title, message, hint)
        self.theirs = theirs
        self.ours = ours


class LockedError(BoardError):
    """The record is signed, the Board is closed, or the file is read as at an earlier date."""


class EncryptedError(BoardError):
    """The file is encrypted and its passphrase is not known yet, or was wrong; `path` is the file."""

    def __init__(self, title: str, message: str, hint: str, *, path: Path) -> None:
        super().__init__(title, message, hint)
        self.path = path


class AskFirstError(BoardError):
    """What would be undone is not this person's own work of today; nothing was done until they say so.

    `entry` is the journal's entry that it is about.
    """

    def __init__(self, title: str, message: str, hint: str, *, entry: int) -> None:
        super().__init__(title, message, hint)
        self.entry = entry


class TriedError(BoardError):
    """Something was tried on many records and taken back: what can be done, and what is refused and why."""

    def __init__(self, done: tuple[str, ...], refused: tuple[tuple[str, BoardError], ...]) -> None:
        super().__init__("This was only tried.", "Nothing was changed.", "")
        self.done, self.refused = done, refused
