"""Marking rows of a list, and doing a command to all that are marked: tried first, named, then done in one change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content
from textual.events import Key

from boardtui import services
from boardtui.domain.text import plural
from boardtui.errors import BoardError, TriedError
from boardtui.ui.commands import commands_of
from boardtui.ui.keys import with_keys
from boardtui.ui.many import Many
from boardtui.ui.modals.confirm import Confirm
from boardtui.ui.modals.form import Answers, Form
from boardtui.ui.screens.base import BoardScreen
from boardtui.ui.widgets.literal import assembled, line, literal
from boardtui.ui.widgets.record_list import RecordList

if TYPE_CHECKING:
    from boardtui.store.unit import Work

_REFUSED = 8
"""Refusals that are named one by one."""


class Marking(BoardScreen):
    """A list whose rows are marked with space, from there to here with M, all shown with A."""

    def __init__(self) -> None:
        super().__init__()
        self.marked: dict[str, str] = {}
        self._last_mark: int | None = None

    def marking(self) -> bool:
        """Say whether rows of what is shown can be marked: only those that a command for many takes."""
        return any(command.takes_many for command in commands_of(self.where))

    def named(self, key: str) -> str:
        """Return the reference that a command for many is given for the row of this key."""
        return key

    def keys_between(self, first: int, last: int) -> Callable[[], Sequence[str]]:
        """Return what reads the keys of the rows from one place to another; it may run in a thread."""
        rows = self.query_one(RecordList).rows_between(first, last)
        return lambda: [row.key for row in rows if not row.heading]

    def action_mark(self) -> None:
        """Mark the row, or take the mark off, and go to the next one."""
        records = self.query_one(RecordList)
        if (key := records.chosen) is None or not self.marking():
            return
        if key in self.marked:
            del self.marked[key]
        else:
            self.marked[key] = self.named(key)
            self._last_mark = records.cursor_row
        self._show_marks()
        records.action_cursor_down()

    def action_mark_to_here(self) -> None:
        """Mark every row from the one marked last to this one."""
        at = self.query_one(RecordList).cursor_row
        start = at if self._last_mark is None else self._last_mark
        self._mark_between(min(start, at), max(start, at))
        self._last_mark = at

    def action_mark_all(self) -> None:
        """Mark all that is shown; where all of it is marked, take the marks off."""
        self._mark_between(0, self.query_one(RecordList).row_count - 1, toggle=True)

    def unmark(self) -> bool:
        """Take all marks off; say whether there were any."""
        had, self.marked, self._last_mark = bool(self.marked), {}, None
        if had:
            self._show_marks()
        return had

    def say_marked(self) -> Content | None:
        """Return how many are marked."""
        if not self.marked:
            return None
        return assembled((f"{len(self.marked)} marked", "bold reverse"), literal("  esc unmarks", "$foreground-muted"))

    def for_marked(self, many: Many) -> bool:
        """Do a command to what is marked, asking once; say whether anything is marked."""
        if not self.marked:
            return False
        refs = tuple(self.marked.values())
        title = f"{many.title}: {plural(len(refs), many.noun)}"
        says = line(", ".join(refs), "bold")
        form = Form(
            title,
            many.fields,
            None,
            says=assembled(says, "\n", line(many.says)) if many.says else says,
            check=many.check,
            save="see what it does",
        )
        if many.fields:
            self.app.push_screen(form, partial(self._try_many, many, refs))
        else:
            self._try_many(many, refs, {})
        return True

    def on_key(self, event: Key) -> None:
        """Say why a command for one record does nothing while several are marked."""
        if self.marked and not self.read_only:
            keys: Mapping[str, str] = getattr(self.app, "keys", {})
            for command in commands_of(self.where):
                if event.key in keys.get(command.id, command.key).split(",") and command.only_one:
                    event.stop()
                    event.prevent_default()
                    self.app.say(f"“{command.label}” is done to one record at a time: esc takes the marks off.")
                    return

    def _try_many(self, many: Many, refs: Sequence[str], answers: Answers | None) -> None:
        """Try it on each, and say what came of it."""
        if answers is None:
            return

        def act(work: Work, ref: str) -> None:
            many.act(work, ref, answers)

        self.app.change(
            lambda work: services.many.attempt(work, refs, act),
            refused=lambda problem: self._ask_of_many(many, act, problem),
        )

    def _ask_of_many(self, many: Many, act: Callable[[Work, str], None], problem: BoardError) -> None:
        """Name how many it is done to, and which refuse and why; do it when the person says so."""
        if not isinstance(problem, TriedError):
            self.app.complain(problem)
            return
        done, said = problem.done, f"{many.title}: {plural(len(problem.done), many.noun)}"
        refused = [
            line(f"{ref}  {why.title} {why.message}".replace("Nothing was changed.", "").strip(), "$text-warning")
            for ref, why in problem.refused[:_REFUSED]
        ]
        if (more := len(problem.refused) - _REFUSED) > 0:
            refused.append(line(f"and {more} more"))
        parts = [line(f"{', '.join(done)}." if done else "Nothing can be done to any of them.")]
        if refused:
            parts += [line(f"Not done to {len(problem.refused)}:", "bold"), *refused]
        parts.append(literal(with_keys("One {undo} takes all of it back.") if done else "", "$foreground-muted"))

        def answered(yes: bool | None) -> None:
            if yes and done:
                self.app.change(
                    lambda work: services.many.carry_out(work, done, act, said), lambda _done: self.unmark()
                )

        yes = "Do it" if done else "All right"
        self.app.push_screen(Confirm(literal(f"{said}?"), Content("\n").join(parts), yes), answered)

    def _mark_between(self, first: int, last: int, *, toggle: bool = False) -> None:
        if not self.marking() or last < first:
            return

        def mark(keys: Sequence[str]) -> None:
            if toggle and all(key in self.marked for key in keys):
                self.unmark()
                return
            self.marked |= {key: self.named(key) for key in keys}
            self._show_marks()

        self.app.run_aside(self.keys_between(first, last), mark, awaited=True)

    def _show_marks(self) -> None:
        self.query_one(RecordList).mark(self.marked)
        self.write_above()

    def write_above(self) -> None:
        """Write the line about the whole list."""
