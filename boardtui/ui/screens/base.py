"""What every screen of the Board shares: the frame, its own keys, and reading anew when something changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from textual import getters
from textual.app import ComposeResult
from textual.events import Key
from textual.screen import Screen

from boardtui.domain.dates import show
from boardtui.ui.commands import commands_of
from boardtui.ui.going import Going
from boardtui.ui.keys import with_keys
from boardtui.ui.widgets.frame import Heading, Hints, PlaceLine

if TYPE_CHECKING:
    from boardtui.store.reading.reader import Database
    from boardtui.ui.many import Many

T = TypeVar("T")

_NO_RECORD = "Put the cursor on a record first; the whole Board's history is under {home} and {home-history}."


def _not_here(label: str) -> str:
    return f"“{label}” is not for what the cursor stands on. {with_keys('Press {help} for the keys of this screen.')}"


PATIENCE = 1.0
"""Seconds after which somebody who waits for a dialog is told that it comes."""

HUGE = 170
"""Columns from which every list has its preview beside it."""


class BoardScreen(Screen[None]):
    """A screen of the Board. `where` names it in the registry of commands, `place` the place it belongs to."""

    app = getters.app(Going)
    where = ""
    place = ""
    _seen = -1
    making_ready = False

    def __init__(self) -> None:
        super().__init__()
        self._behind: dict[Callable[[Any], object], Callable[[Database], Any]] = {}
        self._given_up: dict[Callable[[Any], object], Callable[[Database], Any]] = {}

    def compose(self) -> ComposeResult:
        """Put the frame around what the screen shows."""
        yield Heading(id="heading")
        if self.app.desk is not None:
            yield PlaceLine(self.place)
        yield from self.content()
        yield Hints(self.where)

    def content(self) -> ComposeResult:
        """Return what the screen shows inside the frame."""
        return iter(())

    def load(self) -> None:
        """Read what the screen shows."""

    def look_for(self, words: str) -> None:
        """Filter what is shown, where a screen can."""

    def for_new(self) -> Callable[[object], None]:
        """Return what to hand the dialog that adds a record, to be told what was made; a list goes to it."""
        return lambda _made: None

    def on_resize(self) -> None:
        """Use the room of a very wide screen."""
        self.set_class(self.size.width >= HUGE, "-huge")

    def on_screen_resume(self) -> None:
        """Read anew if something changed while another screen was in front, and read on what was given up."""
        self.catch_up()
        given_up, self._given_up = self._given_up, {}
        for then, query in given_up.items():
            self.read_behind(query, then)

    def catch_up(self) -> None:
        """Read anew unless what is shown is as it stands.

        A screen that is still being made reads when it is there; one that the program's end leaves empty never does.
        """
        if self.is_mounted and self.children and self._seen != self.app.revision:
            self._seen = self.app.revision
            self.load()

    def read_behind(self, query: Callable[[Database], T], then: Callable[[T], object]) -> None:
        """Read what takes longest, behind what is shown: given up when the screen is left, read when it is back."""
        if self.is_current:
            self._behind[then] = query
            self.app.read(query, then, awaited=False)
        else:
            self._given_up[then] = query

    def read_no_more(self) -> None:
        """Give up what is still read behind what is shown: the screen is being left."""
        self._given_up |= {then: query for then, query in self._behind.items() if self.app.give_up(then)}

    @property
    def is_current(self) -> bool:
        """Say whether anything of this screen is seen: what stands behind an opaque one is painted once it is seen."""
        in_front = self.app.screen
        return super().is_current and (in_front is self or in_front.styles.background.a < 1)

    @property
    def takes_keys(self) -> bool:
        """Say whether what is shown is what a key would act on; keys typed before that wait."""
        return not self.app.awaits

    @property
    def recorded(self) -> tuple[str, str] | None:
        """Return the kind and the reference of the record in hand, whose history can be told."""
        return getattr(self, "knot", None)

    def action_history(self) -> None:
        """Tell the history of the record in hand."""
        if self.recorded is not None:
            self.app.open_record("history", self.place, *self.recorded)
        else:
            self.app.say(with_keys(_NO_RECORD), warning=True)

    @property
    def read_only(self) -> str:
        """Say in one sentence why the Board is only read here; nothing where it can be changed."""
        desk, board = self.app.desk, self.app.standing.board
        if desk is not None and desk.as_at is not None:
            return (
                f"You read the Board {desk.as_at_said}: nothing is changed here. To come back to now, press "
                f"{with_keys('{home}, then {home-as-at}')}."
            )
        if board is not None and board.closed_on is not None:
            return f"This Board was closed on {show(board.closed_on)}: it is read, and nothing is changed any more."
        other = self.app.standing.other
        if other is not None:
            keys = with_keys("{home}, then {home-take-over}")
            return f"{other.holder} has this Board open, so it is read here. To take it over, press {keys}."
        return self.app.standing.pen.said

    def action_picture(self) -> None:
        """Show the picture of this place."""
        self.app.open_record("picture", self.place)

    @property
    def as_text(self) -> str:
        """Return the record in hand as text to paste; nothing where there is none."""
        return ""

    def for_marked(self, many: Many) -> bool:  # noqa: ARG002  (a list says what is marked)
        """Do a command to all marked rows; say whether any is."""
        return False

    def make_ready(self) -> None:
        """Take no key until the dialog that is being made ready opens: it would do something to what is behind it."""
        self.making_ready = True
        self.app.forget_typed()
        self.set_timer(PATIENCE, self._say_wait)

    def _say_wait(self) -> None:
        if self.making_ready:
            self.app.say("One moment: it is being made ready …")

    def on_screen_suspend(self) -> None:
        """Take keys again once something else is in front, and give up what is still read behind what is shown."""
        self.making_ready = False
        self.read_no_more()

    def on_key(self, event: Key) -> None:
        """Say why a key of this screen does nothing as things stand; take none while a dialog is made ready."""
        if self.making_ready and event.key != "escape":
            event.stop()
            event.prevent_default()
            return
        self.making_ready = False
        keys: dict[str, str] = getattr(self.app, "keys", {})
        meant = [one for one in commands_of(self.where) if event.key in keys.get(one.id, one.key).split(",")]
        if not meant or any(self.check_action(one.action, ()) for one in meant):
            return
        event.stop()
        event.prevent_default()
        changes = any(one.changes for one in meant)
        why = self.read_only if changes else ""
        self.app.say(why or self.why_not(meant[0].action) or _not_here(meant[0].label), warning=True)

    def why_not(self, action: str) -> str:  # noqa: ARG002  (a screen says what keeps one of its commands from it)
        """Say in one sentence why a command of this screen is not to be had as things stand."""
        return ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide what changes the Board while it is read as at an earlier date, or once it is closed (DESIGN 4)."""
        if self.read_only:
            for command in commands_of(self.where):
                if command.action == action and command.changes:
                    return False
        return super().check_action(action, parameters)
