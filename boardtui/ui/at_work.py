"""The one way from the screen to the Board: reads in thread workers, changes in order, errors in words."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from textual import on
from textual.app import App
from textual.dom import DOMNode
from textual.message import Message
from textual.reactive import reactive

from boardtui import crash
from boardtui.domain.pen import Pen
from boardtui.errors import BoardError

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from boardtui.config import Config
    from boardtui.domain.lease import Lease
    from boardtui.domain.roles import Step
    from boardtui.domain.starting import NewBoard
    from boardtui.domain.views import Board
    from boardtui.services.desk import Desk
    from boardtui.services.writer import Outcome
    from boardtui.store.reading.reader import Database
    from boardtui.store.unit import Work

T = TypeVar("T")
Refused = Callable[[BoardError], object]


@dataclass(frozen=True)
class Wanted:
    """What the program should do after this screen: open a Board, make a sample, or start a new one.

    `as_at` opens it as it stood at a meeting or on a day; `new` is what a new Board starts with.
    """

    what: str
    path: Path | None = None
    as_at: str | None = None
    new: NewBoard | None = None


WELCOME = Wanted("welcome")
"""No Board: the welcome offers what there is."""

ENDED = Wanted("end")
"""The system asked the program to end: nothing follows, not even what was left for a tour."""


@dataclass(frozen=True)
class Standing:
    """What the frame says: which Board, file and role, as at which date, and whether everything is saved.

    `pen` says who may change it, and `other` who has it open elsewhere and changes it there.
    """

    board: Board | None = None
    file: str = ""
    role: str = ""
    day: date | None = None
    as_at: str | None = None
    saving: int = 0
    pen: Pen = field(default_factory=Pen)
    other: Lease | None = None


_READ, _GLANCE = 20, 2.5
"""Letters read in a second, and the fewest seconds that something said is shown."""


class AtWork(App[Wanted]):
    """An application over a desk: `read` and `change` never make the screen wait."""

    standing: reactive[Standing] = reactive(Standing(), repaint=False)  # whoever shows it watches it

    @dataclass
    class Fetched(Message):
        """A read has come back, with what it found or what went wrong."""

        slot: object
        generation: int
        found: Any
        problem: BaseException | None
        then: Callable[[Any], object]

    @dataclass
    class Changed(Message):
        """A change has been committed or refused."""

        future: Future[Outcome[Any]]
        then: Callable[[Any], object] | None
        refused: Refused | None
        adds: str = ""

    def __init__(self, desk: Desk | None, settings: Config) -> None:
        super().__init__()
        self.desk = desk
        self.settings = settings
        self.day: date | None = None
        self.revision = 0
        self.kept: dict[str, dict[str, str]] = {}
        self._latest: dict[object, int] = {}
        self._awaited: set[object] = set()
        self._generation = count(1)

    @property
    def today(self) -> date:
        """The day it is for the Board; where none is open, the day it is for the person."""
        if self.desk is not None:
            return self.desk.today
        if self.day is None:
            raise RuntimeError("An application without a Board is told which day it is.")
        return self.day

    def read(
        self,
        query: Callable[[Database], T],
        then: Callable[[T], object],
        slot: object = None,
        *,
        awaited: bool = True,
    ) -> None:
        """Run a read in a thread and hand what it found to `then`; a newer read of the same slot wins.

        The slot is `then` itself unless one is named. What comes back for a widget that is gone is dropped. Keys wait
        for what is `awaited`, because it changes what they act on.
        """
        desk = self.desk
        if desk is None:
            return
        slot = slot or then
        generation = next(self._generation)
        wanted = partial(self._is_wanted, slot, generation)
        self._in_a_thread(partial(desk.read, query, wanted), then, slot, generation, awaited=awaited)

    def read_here(self, query: Callable[[Database], T], then: Callable[[T], object]) -> None:
        """Run a short read before the screen is first painted: in a thread it would wait for that painting."""
        if self.desk is not None:
            self._latest[then] = generation = next(self._generation)
            self._fetch(partial(self.desk.read, query), then, generation, then)

    def give_up(self, slot: object) -> bool:
        """Let go of the read of a slot, if one is under way; say whether one was."""
        self._awaited.discard(slot)
        return self._latest.pop(slot, None) is not None

    def run_aside(self, job: Callable[[], T], then: Callable[[T], object], *, awaited: bool = False) -> None:
        """Run something long, such as an export, in a thread and hand its result to `then`.

        What is `awaited` is short and shows something to choose from: keys wait for it.
        """
        self._in_a_thread(job, then, object(), next(self._generation), awaited=awaited)

    def change(
        self,
        change: Callable[[Work], T],
        then: Callable[[T], object] | None = None,
        refused: Refused | None = None,
        adds: str = "",
        *,
        penless: bool = False,
    ) -> None:
        """Queue one change and return at once; say what was done, or why not, when it is known.

        `then` is given the change's result, `refused` the error instead of a dialog; `adds` is said with what was done.
        `penless` is for what brings the pen back.
        """
        if self.desk is None:
            return
        try:
            future = self.desk.write(change, penless=penless)
        except BoardError as problem:
            self._refuse(problem, refused)
            return
        self._saving(+1)
        future.add_done_callback(lambda done: self.post_message(self.Changed(done, then, refused, adds)))

    def may(self, step: Step) -> bool:
        """Say whether the person's role may take a step; if not, tell who does and how to act as them."""
        from boardtui.domain.roles import refusal

        refused = refusal(self.desk.role, step) if self.desk is not None else None
        if refused is not None:
            self.complain(refused)
        return refused is None

    def on_unmount(self) -> None:
        """Give up every read: what is being left does not wait for any."""
        self._latest.clear()

    @property
    def busy(self) -> bool:
        """Say whether a read or a change is still under way."""
        return bool(self._latest or self.standing.saving)

    @property
    def awaits(self) -> bool:
        """Say whether something is under way that changes what a key acts on."""
        return bool(self._awaited or self.standing.saving)

    def awaits_only(self, slot: object) -> bool:
        """Say whether nothing but one read is under way that changes what a key acts on."""
        return self._awaited <= {slot} and not self.standing.saving

    def complain(self, problem: BaseException) -> None:
        """Show an error in a dialog that can be read and copied."""
        from boardtui.ui.modals.problem import Problem

        self.push_screen(Problem(crash.explained(problem)))

    def say(self, sentence: str, *, warning: bool = False) -> None:
        """Tell the person something that passes, as long as it takes to read it."""
        from boardtui.domain.text import clean

        seconds = max(len(sentence) / _READ, _GLANCE)
        self.notify(clean(sentence), severity="warning" if warning else "information", timeout=seconds, markup=False)

    def refresh_board(self) -> None:
        """Read anew what the frame says, and what the screen shows if it is out of date."""
        self.read(_frame, self._know_frame)
        for screen in reversed(self.screen_stack):
            if (catch_up := getattr(screen, "catch_up", None)) is not None:
                catch_up()
                return

    def _know_frame(self, found: tuple[Board, Pen]) -> None:
        self.standing = replace(self.standing, board=found[0], pen=found[1])

    def changed_aside(self) -> None:
        """Read anew what was changed in the file itself: a copy adopted, the pen given away."""
        self.revision += 1
        self.refresh_board()

    def _is_wanted(self, slot: object, generation: int) -> bool:
        return self._latest.get(slot) == generation

    def _in_a_thread(
        self, job: Callable[[], T], then: Callable[[T], object], slot: object, generation: int, *, awaited: bool
    ) -> None:
        if awaited:
            self._awaited.add(slot)
        self._latest[slot] = generation
        self.run_worker(
            partial(self._fetch, job, slot, generation, then), thread=True, exit_on_error=False, group="aside"
        )

    def _fetch(self, job: Callable[[], Any], slot: object, generation: int, then: Callable[[Any], object]) -> None:
        found, problem = None, None
        try:
            found = job()
        except Exception as error:
            problem = error
        self.post_message(self.Fetched(slot, generation, found, problem, then))

    @on(Fetched)
    def _hand_over(self, message: Fetched) -> None:
        if not self._is_wanted(message.slot, message.generation):
            return
        del self._latest[message.slot]
        self._awaited.discard(message.slot)
        owner = getattr(message.then, "__self__", None)
        if isinstance(owner, DOMNode) and owner is not self and not owner.is_attached:
            return
        if message.problem is not None:
            self.complain(message.problem)
        else:
            message.then(message.found)

    @on(Changed)
    def _settle(self, message: Changed) -> None:
        self._saving(-1)
        problem = message.future.exception()
        if problem is not None:
            self._refuse(problem, message.refused)
            self.revision += 1  # it may have been refused because somebody else changed it: show what stands now
            self.refresh_board()
            return
        outcome = message.future.result()
        self.revision += 1
        if outcome.sentence:
            adds = message.adds or _restorable(outcome.sentence)
            self.say(f"✓ {outcome.said}{f'. {adds}' if adds else ''}")
        for sentence in outcome.told:
            self.say(sentence, warning=True)
        if message.then is not None:
            message.then(outcome.value)
        self.refresh_board()

    def _refuse(self, problem: BaseException, refused: Refused | None) -> None:
        if refused is not None:
            refused(crash.explained(problem))
        else:
            self.complain(problem)

    def _saving(self, more: int) -> None:
        self.standing = replace(self.standing, saving=self.standing.saving + more)

    def _fatal_error(self) -> None:
        """Leave with a sentence instead of a traceback; what went wrong is in the crash log."""
        from boardtui.ui.widgets.literal import cell

        problem = self._exception or RuntimeError()
        said = crash.explained(problem)
        self._exit_renderables.append(cell(f"{said.title} {said.message} {said.hint}"))
        self._close_messages_no_wait()


def _frame(db: Database) -> tuple[Board, Pen]:
    from boardtui.store.pen import pen
    from boardtui.store.reading.board import board

    return board(db), pen(db)


def _restorable(sentence: str) -> str:
    """Say of a deletion where it can be restored; nothing of anything else."""
    from boardtui.domain.deleted import HOW_TO_RESTORE, deletes
    from boardtui.ui.keys import with_keys

    return with_keys(HOW_TO_RESTORE) if deletes(sentence) else ""
