"""The items of an agenda on the page of its meeting: added, put in another order, deferred, removed."""

from __future__ import annotations

from boardtui import services
from boardtui.ui.forms import agenda as forms
from boardtui.ui.forms import many_items as of_many
from boardtui.ui.forms.meetings import Series, propose, show_series
from boardtui.ui.screens.meeting_lines import MeetingLines
from boardtui.ui.screens.meeting_shown import Shown, read_shown


class MeetingItems(MeetingLines):
    """What is done to the item that the cursor stands on; a subclass shows the meeting."""

    number: int
    shown: Shown | None = None

    def show(self, shown: Shown) -> None:
        """Show the agenda."""
        raise NotImplementedError

    def action_add(self) -> None:
        """Ask for a new item, to go after this one."""
        if self.shown is not None:
            begun = self.shown.meeting.opened_at is not None
            self.app.push_screen(forms.add(self.number, self.shown.people, self.item, begun=begun), self.for_new())

    def action_duplicate(self) -> None:
        """Ask for a new item like this one, to go after it."""
        if self.shown is not None and (item := self.item) is not None:
            begun = self.shown.meeting.opened_at is not None
            form = forms.add(self.number, self.shown.people, item, item, begun=begun)
            self.app.push_screen(form, self.for_new())

    def action_up(self) -> None:
        """Move the item up."""
        self._shift(-1)

    def action_down(self) -> None:
        """Move the item down."""
        self._shift(1)

    def action_defer(self) -> None:
        """Name the meeting the item goes to, or all that are marked, and ask why."""
        if self.shown is None or (item := self.item) is None:
            return
        many = of_many.defer(self.items, self.shown.meetings, self.number)
        if many is not None and self.for_marked(many):
            return
        form = forms.defer(item, self.shown.meetings, self.number)
        if form is None:
            self.app.read(lambda db: propose(db, 1), self._plan_another)
        else:
            self.app.push_screen(form)

    def _plan_another(self, found: Series) -> None:
        """Offer to plan the meeting that an item can be deferred to, and go on to defer it."""
        number = self.number

        def again(read: Shown) -> None:
            self.show(read)
            self.action_defer()

        def answered(yes: bool | None) -> None:
            if yes:
                planned = services.meetings.plan_meetings
                self.app.change(
                    lambda work: planned(work, 1), lambda _: self.app.read(lambda db: read_shown(db, number), again)
                )

        self.app.push_screen(show_series(found, forms.nowhere()), answered)

    def action_remove(self) -> None:
        """Ask whether the line or the item is to go, or all items that are marked."""
        if (entry := self.entry) is not None:
            self.remove_line(entry)
            return
        if (item := self.item) is None or self.for_marked(of_many.remove(self.items)):
            return
        gone = item.id

        def answered(yes: bool | None) -> None:
            if yes:
                self.app.change(lambda work: services.agenda.remove_item(work, gone))

        self.app.push_screen(forms.remove(item), answered)

    def _shift(self, step: int) -> None:
        if (item := self.item) is not None:
            moved = item.id
            self.app.change(lambda work: services.agenda.shift_item(work, moved, step))
