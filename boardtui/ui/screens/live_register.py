"""The register of a meeting in session (F5): a key for each, all of it minuted as typed lines on leaving."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from boardtui.domain.quorum import VOTING
from boardtui.domain.states import AttendanceStatus, PersonKind
from boardtui.domain.views import Attendance, Person
from boardtui.ui.at_work import AtWork
from boardtui.ui.modals.choose import Choose
from boardtui.ui.widgets.literal import cell
from boardtui.ui.widgets.record_list import Column, RecordList, Row

_WORDS = ("present", "apologies", "absent")
_THERE = (AttendanceStatus.PRESENT, AttendanceStatus.IN_ATTENDANCE, AttendanceStatus.OBSERVER)


class Register(ModalScreen[list[str] | None]):
    """Everybody, and how they are here; gives back the lines to minute, or None."""

    app = getters.app(AtWork)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn", show=False),
        Binding("p", "mark('present')", show=False),
        Binding("a", "mark('apologies')", show=False),
        Binding("n", "mark('absent')", show=False),
        Binding("d", "deputy", show=False),
        Binding("ctrl+a", "all_here", show=False),
        Binding("enter,f5,ctrl+s", "save", show=False),
        Binding("escape", "dismiss(None)", show=False),
    ]
    AUTO_FOCUS = "RecordList"

    def __init__(self, people: Sequence[Person], register: Sequence[Attendance]) -> None:
        super().__init__()
        self._people = [person for person in people if person.kind != PersonKind.GROUP]
        self._before = marks(register)
        self._now = dict(self._before)

    def compose(self) -> ComposeResult:
        """Show everybody in the order of the offices."""
        with Vertical(classes="dialog -tall -register"):
            yield Static("Register", classes="title")
            yield RecordList(Column("", 5), Column("Office", 0), Column("Here", 22))
            yield Static(
                "p present  a apologies  n absent  d deputy: marks, and goes on\n"
                "space another mark   ctrl+a the other members present\n"
                "enter save   esc as it was\n"
                "A guest is typed in the box: deputy: Jane Smith, Nurse for CCG",
                classes="hints",
                markup=False,
            )

    def on_mount(self) -> None:
        """Show how everybody is marked."""
        self._fill()

    def action_mark(self, how: str) -> None:
        """Mark the one the cursor stands on and go to the next."""
        if self._set(how):
            self.query_one(RecordList).action_cursor_down()

    def action_turn(self) -> None:
        """Mark the one the cursor stands on with the next of present, apologies, absent, deputy."""
        who = self.query_one(RecordList).chosen
        if who is None:
            return
        deputies = [f"deputy {one}" for one in self._usual(who)[:1]]
        cycle = [*_WORDS, *deputies]
        now = self._now.get(who, "")
        self._set(cycle[(cycle.index(now) + 1) % len(cycle)] if now in cycle else cycle[0])

    def action_deputy(self) -> None:
        """Let the usual deputy sit for the one the cursor stands on; where there is none, ask who does."""
        who = self.query_one(RecordList).chosen
        if who is None:
            return
        usual = self._usual(who)
        if len(usual) == 1 and self._now.get(who) != f"deputy {usual[0]}":
            self.action_mark(f"deputy {usual[0]}")
            return
        choices = [(one.initials, f"{one.initials}  {one.role}") for one in self._people if one.initials != who]
        self.app.push_screen(Choose(f"Who sits for {who}?", choices), self._deputise)

    def action_all_here(self) -> None:
        """Mark every member and observer that is not marked yet as present."""
        for person in self._people:
            if person.kind in (*VOTING, PersonKind.OBSERVER) and not self._now.get(person.initials):
                self._now[person.initials] = "present"
        self._fill()

    def action_save(self) -> None:
        """Give back the lines that say what was changed."""
        self.dismiss(lines(self._before, self._now))

    @on(RecordList.Opened)
    def _clicked(self, event: RecordList.Opened) -> None:
        event.stop()
        self.action_turn()

    def _deputise(self, initials: str | None) -> None:
        if initials:
            self.action_mark(f"deputy {initials}")

    def _usual(self, who: str) -> list[str]:
        return [person.initials for person in self._people if person.deputy_of == who]

    def _set(self, how: str) -> bool:
        """Mark the one the cursor stands on; say why not where that one sits for somebody."""
        who = self.query_one(RecordList).chosen
        if who is None:
            return False
        if sits_for := self._sits_for(who):
            self.app.say(f"{who} sits for {sits_for}: mark {sits_for} otherwise first.", warning=True)
            return False
        self._now[who] = how
        self._fill()
        return True

    def _sits_for(self, who: str) -> str:
        return next((one for one, how in self._now.items() if how == f"deputy {who}"), "")

    def _fill(self) -> None:
        self.query_one(RecordList).fill([self._row(person) for person in self._people])

    def _row(self, person: Person) -> Row:
        sits_for = self._sits_for(person.initials)
        how = f"deputy for {sits_for}" if sits_for else self._now.get(person.initials, "")
        if how.startswith("deputy ") and not sits_for:
            how = f"{how.removeprefix('deputy ')} deputises"
        changed = self._now.get(person.initials) != self._before.get(person.initials)
        sign = {"present": "Y ", "apologies": "A ", "absent": "N "}.get(how, "D " if how else "· ")
        name = person.role or person.name
        return Row(person.initials, (person.initials, name, cell(sign + how, "bold" if changed else "")))


def marks(register: Sequence[Attendance]) -> dict[str, str]:
    """Return how each office is marked: present, apologies, absent, or `deputy DDN` where DDN sits for it."""
    found = {}
    for one in register:
        if one.initials and one.status != AttendanceStatus.DEPUTY:
            found[one.initials] = "present" if one.status in _THERE else str(one.status)
    for one in register:
        if one.initials and one.status == AttendanceStatus.DEPUTY and one.deputy_for:
            found[one.deputy_for] = f"deputy {one.initials}"
    return found


def lines(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """Return the lines to minute for what was changed: one for each word, one for each deputy."""
    changed = {who: how for who, how in now.items() if before.get(who) != how}
    said = []
    for word in _WORDS:
        named = [who for who, how in changed.items() if how == word]
        if named:
            said.append(f"{word}: {', '.join(named)}")
    return said + [
        f"{how.replace('deputy ', 'deputy: ')} for {who}" for who, how in changed.items() if how.startswith("deputy")
    ]
