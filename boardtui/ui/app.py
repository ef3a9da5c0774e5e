"""The application: what is registered where, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.events import Event, InputEvent

from boardtui import collecting
from boardtui.domain.roles import ATTRIBUTION, Step, called, may
from boardtui.domain.states import Role
from boardtui.errors import BoardError
from boardtui.store.pen import pen
from boardtui.store.reading.meetings import in_session
from boardtui.store.reading.reader import Database
from boardtui.ui import places
from boardtui.ui.at_work import Standing
from boardtui.ui.commands import EVERYWHERE, bindings
from boardtui.ui.going import Going
from boardtui.ui.keys import keys_in_force, put_in_force
from boardtui.ui.stylesheet import ReadOnce
from boardtui.ui.themes import KNOWN, OWN, known, offered
from boardtui.ui.undoing import Undoing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual.filter import LineFilter

    from boardtui.config import Config
    from boardtui.services.desk import Desk
    from boardtui.ui.holding import Held
    from boardtui.ui.idling import Idling

STARTED = 2.0
"""Seconds after which everything that stays is there."""


class BoardApp(Undoing, inherit_bindings=False):
    """The Board on the screen: eight places, one registry of commands, one desk."""

    TITLE = "boardtui"
    NOTIFICATION_TIMEOUT = 4
    CSS_PATH = ["styles/frame.tcss", "styles/lists.tcss", "styles/modals.tcss", "styles/home.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings(EVERYWHERE)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        desk: Desk | None,
        settings: Config,
        problem: BoardError | None = None,
        *,
        backs_up: bool = False,
        day: date | None = None,
        tour: bool = False,
    ) -> None:
        super().__init__(desk, settings)
        self.day = day
        self._tour = self._in_copy = tour
        self._backs_up = backs_up
        self._problems = [problem] if problem else []
        self.held: Held | None = None
        self.idling: Idling | None = None
        for theme in offered() if settings.theme in KNOWN else OWN:
            self.register_theme(theme)
        self.theme = settings.theme or OWN[0].name
        if self.no_color:
            from boardtui.ui.no_colour import PLAIN

            self.register_theme(PLAIN)
            self.theme = PLAIN.name
        self.stylesheet = ReadOnce(variables=self.get_css_variables())
        try:
            self.keys = keys_in_force(settings.keys)
        except BoardError as clash:
            self.keys = keys_in_force({})
            self._problems.append(clash)
        put_in_force(self.keys)
        if desk is not None:
            self.set_reactive(Going.standing, Standing(None, desk.path.name, desk.role, desk.today, desk.as_at))

    def on_mount(self) -> None:
        """Put the person's keys in force and read what the frame says; afterwards load what writing needs."""
        self.set_keymap({name: key for name, key in self.keys.items() if name in self.settings.keys})
        if self.desk is None:
            self.push_screen(places.screen("welcome"))
        for problem in reversed(self._problems):
            self.complain(problem)
        self.watch_for_the_end()
        self.set_timer(STARTED, collecting.begin)
        if self.desk is not None and self.desk.encrypted and self.settings.lock_after > 0:
            from boardtui.ui.idling import Idling

            self.idling = Idling(self, self.settings.lock_after)
            self.idling.watch()
        if self.desk is not None:
            self.call_after_refresh(self._find_out)
            if self.desk.as_at is None and self.desk.role == Role.CHAIR:
                self.call_after_refresh(self.open_record, "queue")

    def home_is_shown(self) -> None:
        """Take the lease and look after the backups, now that something is on the screen."""
        if self._tour:
            from boardtui.ui.touring import Touring

            self._tour = False
            Touring(self, in_copy=True).at(0)
        if self.desk is None or self.desk.as_at is not None or self.held is not None:
            return
        from boardtui.ui.holding import Held

        self.held = Held(self)
        self.held.claim()
        if self._backs_up:
            from boardtui.ui.backing_up import BackingUp

            BackingUp(self).begin()

    def on_unmount(self) -> None:
        """Give the Board back to whoever opens it next."""
        if self.held is not None:
            self.held.leave()

    async def on_event(self, event: Event) -> None:
        """Note that somebody is at the keyboard or the mouse."""
        if self.idling is not None and isinstance(event, InputEvent):
            self.idling.stir()
        await super().on_event(event)

    def action_take_over(self) -> None:
        """Take the Board over from the program that has it open elsewhere."""
        if self.held is not None and self.standing.other is not None:
            self.held.take_over()
        else:
            self.say("The Board is open here alone: there is nothing to take over.")

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from boardtui.ui.modals.keys import Keys

        self.push_screen(Keys(self.screen_place(), self.keys, getattr(self.screen, "explains", {})))

    def action_tour(self) -> None:
        """Show the person round in seven steps."""
        from boardtui.ui.touring import Touring

        Touring(self, in_copy=self._in_copy).offer()

    def action_about(self) -> None:
        """Tell the versions, the folders and the licence of this program."""
        from boardtui.ui.about import about

        self.push_screen(about())

    def action_hand_over(self) -> None:
        """Offer to hand the Board over, to adopt a file that came back, or to take the pen back."""
        if self.desk is not None:
            from boardtui.ui.handing import Handing

            Handing(self).offer()

    def action_palette(self) -> None:
        """Offer every command of this screen and every place."""
        from boardtui.ui.palette import open_commands

        if not self._before_the_room:
            open_commands(self)

    def action_jump(self) -> None:
        """Show a letter on each part of the screen; that letter goes there."""
        from boardtui.ui.modals.jump import jump

        jump(self.screen)

    def action_find(self) -> None:
        """Search the Board's records."""
        from boardtui.ui.searching import open_search

        if not self._before_the_room:
            open_search(self)

    @property
    def _before_the_room(self) -> bool:
        """Say whether the room sees the screen, and tell the person: what is found among all records is not for it."""
        seen = bool(getattr(self.screen, "in_the_room", False))
        if seen:
            self.say("The room sees this screen: search once it is turned away.", warning=True)
        return seen

    def action_role(self) -> None:
        """Choose in which role to work on; in an open file that is attribution, not access control."""
        from boardtui.ui.modals.choose import Choose

        if self.desk is not None:
            roles = [(str(role), called(role).removeprefix("the ").capitalize()) for role in Role]
            self.push_screen(Choose("Act as …", roles, self.desk.role, says=ATTRIBUTION), self._act_as)

    def action_theme(self) -> None:
        """Choose the colours."""
        from boardtui.ui.modals.choose import Choose

        if self.no_color:
            self.say("NO_COLOR is set, so there are no colours to choose. Start the program without it.", warning=True)
            return
        for theme in known():
            self.register_theme(theme)
        names = [theme.name for theme in offered()]
        self.push_screen(Choose("Colours", [(name, name) for name in names], self.theme), self._paint)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what every line goes through before it is drawn: where there are no colours, what takes them away."""
        filters = super().get_line_filters()
        if not self.no_color:
            return filters
        from boardtui.ui.no_colour import without_colour

        return without_colour(filters)

    def screen_place(self) -> str:
        """Name the screen whose commands apply now."""
        return str(getattr(self.screen, "where", EVERYWHERE))

    def _find_out(self) -> None:
        """Read what the frame says, and whether there is a meeting to come back to."""
        self.refresh_board()
        if self.desk is not None and self.desk.as_at is None:
            self.read(_to_come_back_to, self._come_back)

    def _come_back(self, number: int | None) -> None:
        """Go straight back to a meeting that was in session when the program ended (DESIGN 5)."""
        if number is not None and self.desk is not None and may(self.desk.role, Step.TAKE_MINUTES):
            self.show_place("meetings")
            self.open_record("meeting", number)
            self.open_live(number)

    def _act_as(self, name: str | None) -> None:
        if name and self.desk is not None:
            self.desk.act_as(Role(name))
            self.standing = replace(self.standing, role=self.desk.role)
            self.revision += 1
            self.refresh_board()
            self.say(f"You act as {called(name)} now: {self.desk.who}.")

    def _paint(self, name: str | None) -> None:
        if name:
            self.theme = name


def _to_come_back_to(db: Database) -> int | None:
    """Return the meeting in session; none while the pen is elsewhere, for then nothing is minuted here."""
    return in_session(db) if pen(db).here else None
