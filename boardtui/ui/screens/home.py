"""Home: where the Board stands today, each figure a way to the list behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.events import Key, Paste

from boardtui.store.reading.coming import coming
from boardtui.store.reading.meetings import closed
from boardtui.store.reading.reader import Database, journal_position
from boardtui.ui.at_work import WELCOME, Wanted
from boardtui.ui.commands import bindings
from boardtui.ui.places import PLACES
from boardtui.ui.screens import home_figures
from boardtui.ui.screens.bringing import Bringing
from boardtui.ui.widgets.figures import Figure, FigureColumn

if TYPE_CHECKING:
    from datetime import date

    from boardtui.domain.checklist import Step
    from boardtui.domain.home import Coming, Home
    from boardtui.domain.moments import Closed
    from boardtui.domain.watch import Watch
    from boardtui.ui.modals.form import Answers


_TO_OTHER_PLACES = [str(number) for number in range(2, len(PLACES) + 1)]


class HomeScreen(Bringing):
    """Two columns of figures: the calendar on the left, the plan and its actions on the right."""

    where = place = "home"
    AUTO_FOCUS = "#left"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("home"),
        Binding("left,right", "across", show=False),
    ]
    _home: Home | None = None
    _watch: Watch | None = None
    _to_read: Callable[[], None] | None = None

    def content(self) -> ComposeResult:
        """Return the two columns."""
        with Horizontal():
            for side in ("left", "right"):
                with VerticalScroll(can_focus=False, classes=side):
                    yield FigureColumn(id=side)

    def load(self) -> None:
        """Read how the Board stands; the first time, what is quickly read and said comes before the rest."""
        desk = self.app.desk
        if desk is None:
            return
        if self._home is None:
            today = desk.today
            self.app.read_here(lambda db: coming(db, today), self.show_first)
        else:
            self._read_all()

    def is_left_by(self, key: Key | Paste) -> bool:
        """Say whether a key leads to another place: it need not wait until everything here was read."""
        return isinstance(key, Key) and key.key in _TO_OTHER_PLACES and self.app.awaits_only(self.show)

    def show_first(self, coming: Coming) -> None:
        """Show the next meeting; then read everything."""
        self.query_one("#left", FigureColumn).show(home_figures.first(coming))
        self.call_after_refresh(self._read_all)

    def show(self, home: Home) -> None:
        """Show how the Board stands; then read what takes longer."""
        self._home = home
        self._draw()
        if home.set_up is not None:
            self.refresh_bindings()
        self.call_after_refresh(self._read_on)

    def watch_board(self, found: Watch) -> None:
        """Show which checks fail, how the dataset stands and what there is to challenge."""
        self._watch = found
        self._draw()

    def read_no_more(self) -> None:
        """Give up what is still being read; it is read when Home is in front again."""
        super().read_no_more()
        if self.app.give_up(self.show):
            self._to_read = self._read_all

    def on_screen_suspend(self) -> None:
        """Do what was put off until Home is shown, now that it will not be."""
        if self._to_read is not None:
            self.app.home_is_shown()

    def on_screen_resume(self) -> None:
        """Read on where it was cut short."""
        if self._to_read is not None:
            read, self._to_read = self._to_read, None
            read()

    def on_resize(self) -> None:
        """Use the room there is."""
        self.call_after_refresh(self._draw)

    def action_open(self) -> None:
        """Open the list behind the figure the cursor stands on."""
        column = self.focused
        if isinstance(column, FigureColumn) and (figure := column.chosen) is not None:
            self._go(figure)

    def action_changed(self) -> None:
        """Show what changed since the last meeting."""
        self.app.open_record("changes")

    def action_history(self) -> None:
        """Tell the history of the whole Board."""
        self.app.open_record("history", self.place)

    def action_undo_list(self) -> None:
        """List what can be undone and made again."""
        self.app.open_record("undo-list")

    def action_deleted(self) -> None:
        """List what was deleted."""
        self.app.open_record("deleted")

    def action_backups(self) -> None:
        """List the backups."""
        self.app.open_record("backups")

    def action_another(self) -> None:
        """Leave for the welcome, where another Board is opened or started."""
        self.app.exit(WELCOME)

    def action_thresholds(self) -> None:
        """Ask from when things are pressing, for everybody who reads this Board."""
        if (board := self.app.standing.board) is not None:
            from boardtui.ui.forms.thresholds import thresholds

            self.app.push_screen(thresholds(board))

    def action_as_at(self) -> None:
        """Ask for an earlier moment and read the whole Board as at it; from there, come back to now."""
        desk = self.app.desk
        if desk is None:
            return
        if desk.as_at is not None:
            self.app.exit(Wanted("now", desk.path))
            return
        self.app.read(closed, self._ask_when)

    @property
    def labels(self) -> Mapping[str, str]:
        """Return what the key of earlier moments is called while one is read."""
        desk = self.app.desk
        return {"home-as-at": "back to now"} if desk is not None and desk.as_at is not None else {}

    def _ask_when(self, found: list[Closed]) -> None:
        from boardtui.ui.forms import as_at as forms

        if self.app.desk is not None:
            self.app.push_screen(forms.when(found, self.app.desk.today), self._read_as_at)

    def _read_as_at(self, answers: Answers | None) -> None:
        from boardtui.ui.forms import as_at as forms

        desk = self.app.desk
        moment = forms.moment(answers, "meeting", "day") if answers is not None else None
        if desk is None or moment is None:
            return
        wanted = Wanted("as at", desk.path, as_at=moment)
        self.app.read(lambda db: journal_position(db, moment), lambda _found: self.app.exit(wanted))

    def action_hand_over(self) -> None:
        """Offer to hand the Board over, to adopt a file that came back, or to take the pen back."""
        from boardtui.ui.handing import Handing

        Handing(self.app).offer()

    async def action_take_over(self) -> None:
        """Take the Board over from the program that has it open elsewhere."""
        await self.app.run_action("take_over")

    def action_particulars(self) -> None:
        """Change what the Board is called, where it meets, its quorum and its letterhead."""
        from boardtui.ui.forms.board import particulars

        if self._home is not None:
            self.app.push_screen(particulars(self._home.board))

    def action_put_away(self) -> None:
        """Put away the list of what a new Board still needs."""
        from boardtui import services

        self.app.change(services.board.put_checklist_away)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to put the checklist away only where it is shown."""
        if action == "put_away":
            return any(not step.done for step in self._steps()) and not self.read_only
        return super().check_action(action, parameters)

    async def action_tour(self) -> None:
        """Be shown round a sample Board in seven steps."""
        await self.app.run_action("tour")

    async def action_about(self) -> None:
        """Tell the versions, the folders and the licence of this program."""
        await self.app.run_action("about")

    def action_queue(self) -> None:
        """Go through what waits for the Chair."""
        self.app.open_record("queue")

    def action_across(self) -> None:
        """Go to the other column, to the same height."""
        here = self.query_one("#left", FigureColumn)
        there = self.query_one("#right", FigureColumn)
        if there.has_focus:
            here, there = there, here
        there.stand_near(here.top)
        there.focus()

    @on(FigureColumn.Opened)
    def _clicked(self, event: FigureColumn.Opened) -> None:
        self._go(event.figure)

    def _read_all(self) -> None:
        desk = self.app.desk
        if desk is not None:
            today = desk.today
            self.app.read(lambda db: _home(db, today), self.show)

    def _read_on(self) -> None:
        self.app.home_is_shown()
        desk = self.app.desk
        if desk is not None:
            today = desk.today
            self.read_behind(lambda db: _watch(db, today), self.watch_board)

    def _go(self, figure: Figure) -> None:
        if figure.place == "queue":
            self.app.open_record("queue", figure.looking_for)
        elif figure.place == "backups":
            self.action_backups()
        elif figure.place == "board":
            self.action_particulars()
        else:
            self.app.show_place(figure.place, figure.looking_for)

    def _draw(self) -> None:
        if self._home is None:
            return
        room = self.size.height - 3 - (2 if self.size.height > home_figures.SHORT else 0)
        left, right = (self.query_one(f"#{side}", FigureColumn) for side in ("left", "right"))
        left.show(home_figures.left(self._home, self._watch, left.size.width - 2, room))
        role, steps = self.app.standing.role, self._steps()
        right.show(home_figures.right(self._home, self._watch, right.size.width - 2, room, role, steps))

    def _steps(self) -> tuple[Step, ...]:
        """Return what a new Board needs, while that is listed."""
        if self._home is None or self._home.set_up is None:
            return ()
        from boardtui.domain.checklist import checklist

        return checklist(self._home.set_up, copies=bool(self.app.settings.backup_to))


def _home(db: Database, today: date) -> Home:
    """Read how the Board stands; what that takes is imported once the first figures are painted."""
    from boardtui.store.reading.home import home

    return home(db, today)


def _watch(db: Database, today: date) -> Watch:
    """Read what Home shows last; what that takes is imported only now, after the first paint."""
    from boardtui.store.reading.watch import watch

    return watch(db, today)
