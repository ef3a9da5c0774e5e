"""The keys of live mode: function keys and ctrl keys; whatever is printable is text (DESIGN 5)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from boardtui import services
from boardtui.domain.live import Live
from boardtui.domain.states import ItemState
from boardtui.domain.views import Attendance, Entry, Person
from boardtui.errors import BoardError
from boardtui.store.reading.meetings import attendance
from boardtui.store.reading.minutes import to_tidy
from boardtui.store.reading.people import people
from boardtui.ui.modals.choose import Choose
from boardtui.ui.modals.confirm import Confirm
from boardtui.ui.screens import live_readback
from boardtui.ui.screens.live_committing import LiveCommitting
from boardtui.ui.screens.live_earlier import Earlier, earlier
from boardtui.ui.screens.live_help import card
from boardtui.ui.screens.live_reading import Reading
from boardtui.ui.screens.live_register import Register
from boardtui.ui.widgets.literal import line
from boardtui.ui.widgets.live_entries import LiveEntries

if TYPE_CHECKING:
    from boardtui.store.unit import Work
    from boardtui.ui.screens.live_saving import Line

_SIGNED = re.compile(r"^(?P<before>\s*(?:\(restricted:[^)]*\)\s*)?)(?P<sign>[!=?])?\s*(?P<rest>.*)$", re.S | re.I)
_NEXT_SIGN = {"": "! ", "!": "= ", "=": "? ", "?": ""}


class LiveCommands(LiveCommitting):
    """What the keys do; the screen itself shows what there is."""

    live: Live | None = None
    heading_for: int | None = None

    def leave(self) -> None:
        """Go back to the meeting."""
        raise NotImplementedError

    def action_card(self) -> None:
        """Show every kind of line and every key."""
        keys: dict[str, str] = getattr(self.app, "keys", {})
        self.app.push_screen(Reading("Live mode", lambda width: card(keys, width)))

    def action_previous(self) -> None:
        """Go to the item before."""
        self._step(-1)

    def action_next(self) -> None:
        """Go to the item after."""
        self._step(1)

    def action_items(self) -> None:
        """Choose an item."""
        if self.live is None or self.live.item is None:
            return
        signs = {ItemState.TAKEN: "✓", ItemState.DEFERRED: "→"}
        choices = [
            (
                str(item.number),
                f"{signs.get(ItemState(item.state), '·')} {item.number}  {item.title}, {item.minutes} min",
            )
            for item in self.live.items
        ]
        self.app.push_screen(Choose("Go to which item?", choices, str(self.live.item.number)), self._go_to)

    def action_register(self) -> None:
        """Mark who is here."""
        number = self.number
        self.app.read(lambda db: (people(db), attendance(db, number)), self._show_register)

    def action_earlier(self) -> None:
        """Show everything said and done earlier on the record that the line names, or on the item in hand."""
        desk, live = self.app.desk, self.live
        if desk is not None and live is not None and live.item is not None:
            number, item, typed, today = self.number, live.item, self.box.text, desk.today
            self.app.read(lambda db: earlier(db, number, item, typed, today), self._show_earlier)

    def action_tidy(self) -> None:
        """List the lines that were not understood, to put one right."""
        number = self.number
        self.app.read(lambda db: to_tidy(db, number), self._show_untidy)

    def action_readback(self) -> None:
        """Read back the meeting's actions before it closes."""
        if (desk := self.app.desk) is not None:
            number, today = self.number, desk.today
            self.app.read(lambda db: live_readback.before_closing(db, number, today), self._show_readback)

    def action_convert(self) -> None:
        """Turn the line in the box, or with an empty box the last entry, into the next kind."""
        if self.box.text.strip():
            self._turn_typed()
        else:
            self._turn_last()

    def action_scroll_entries(self, step: int) -> None:
        """Look back through the entries, or forward."""
        for shown in self.app.screen.query(LiveEntries):
            (shown.scroll_page_up if step < 0 else shown.scroll_page_down)(animate=False)

    def _step(self, step: int) -> None:
        if self.live is None or self.live.item is None:
            return
        here = self.heading_for or self.live.item.number
        numbers = [item.number for item in self.live.items if item.state != ItemState.DEFERRED]
        ahead = [number for number in numbers if (number - here) * step > 0]
        if ahead:
            self.heading_for = min(ahead) if step > 0 else max(ahead)
            self.say_line(f"# {self.heading_for}")
        else:
            self.app.say("This is the last item." if step > 0 else "This is the first item.")

    def _go_to(self, number: str | None) -> None:
        if number is not None:
            self.say_line(f"# {number}")

    def _show_register(self, found: tuple[list[Person], list[Attendance]]) -> None:
        self.app.push_screen(Register(*found), self._mark)

    def _mark(self, lines: list[str] | None) -> None:
        for typed in lines or ():
            self.say_line(typed)

    def _show_earlier(self, found: Earlier) -> None:
        self.app.push_screen(Reading(found.title, found.write))

    def _show_untidy(self, found: list[Entry]) -> None:
        if not found:
            self.app.say("No line is left to tidy.")
            return
        choices = [(one.id, f"{one.item}  {one.typed}  ({one.to_tidy})") for one in found]

        def chosen(entry_id: str | None) -> None:
            entry = next((one for one in found if one.id == entry_id), None)
            if entry is None:
                return
            if self.box.text and not self.box.untouched:
                self.app.say("The box holds text: save it with Enter first.", warning=True)
            else:
                self.edit(entry)

        self.app.push_screen(Choose("Lines to tidy", choices), chosen)

    def _show_readback(self, before: live_readback.Before) -> None:
        half_typed = bool(self.box.text.strip())
        self.app.push_screen(live_readback.ReadBack(self.number, before, half_typed), self._read_back)

    def _read_back(self, answer: str | None) -> None:
        if answer == live_readback.TIDY:
            self.action_tidy()
        elif answer == live_readback.CLOSE and self.saving is not None and self.saving.unsaved is not None:
            self.app.say("A line is not saved yet: press Enter to try again.", warning=True)
        elif answer == live_readback.CLOSE:
            title = line(f"Close meeting {self.number}?")
            says = live_readback.what_closing_does(self.number, self.live.meeting.to_tidy if self.live else 0)
            dialog = Confirm(title, says, "Close the meeting", "Go on")
            self.app.push_screen(dialog, self._close)

    def _close(self, yes: bool | None) -> None:
        if yes:
            number = self.number
            self.app.change(lambda work: services.meetings.close_meeting(work, number), lambda _: self.leave())

    def _turn_typed(self) -> None:
        text, at = self.box.text, self.box.at
        found = _SIGNED.match(text)
        if found is None or found["rest"][:1] in (">", "#"):
            self.app.say("Only notes, actions, decisions and challenges are turned into one another.")
            return
        turned = found["before"] + _NEXT_SIGN[found["sign"] or ""] + found["rest"]
        self.box.put(turned, max(at + len(turned) - len(text), 0), saved=False)

    def _turn_last(self) -> None:
        latest = self._latest()
        if latest is None:
            self.app.say("There is no entry on this item yet.")
            return

        def turn(work: Work) -> None:
            services.live.turn_entry(work, latest if isinstance(latest, str) else latest.entry_id)

        self.app.change(turn, refused=self._not_turned)

    def _latest(self) -> Line | str | None:
        """Return the line on its way that comes last, else the id of the last entry."""
        on_their_way = [one for one in self.saving.lines if not one.replaces] if self.saving is not None else []
        if on_their_way and not on_their_way[-1].failed:
            return on_their_way[-1]
        return self.live.entries[-1].id if self.live is not None and self.live.entries else None

    def _not_turned(self, problem: BoardError) -> None:
        self.app.say(str(problem), warning=True)
