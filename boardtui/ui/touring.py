"""The guided tour: seven steps through the places, each with what to see and which key to press; it changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.css.query import NoMatches
from textual.widget import Widget

from boardtui.ui.at_work import Wanted
from boardtui.ui.going import Going
from boardtui.ui.keys import with_keys
from boardtui.ui.modals.choose import Choose
from boardtui.ui.modals.tour import Tour

HERE, SAMPLE = "here", "sample"
"""Where a tour is made: in the Board that is open, or in a fresh sample."""

_SHOWN = "-toured"


@dataclass(frozen=True)
class Step:
    """One step: the place it goes to and the part of it that is lit, what is said, and the keys to press there."""

    place: str
    lit: str
    title: str
    says: str
    keys: tuple[tuple[str, str], ...]
    looking_for: str = ""


STEPS = (
    Step(
        "home",
        "#left",
        "Home: where the Board stands today",
        "The next meeting, what is due, the ratings and what moved, who is late, and what waits for whom.",
        (("enter", "opens the list behind a figure"), ("1 to 8", "go to the places, from everywhere")),
    ),
    Step(
        "meetings",
        "#list",
        "Meetings: the six-weekly series",
        "What was held keeps its minutes, the next has its agenda. Live mode writes each line to disk; ! is an action.",
        (
            ("enter", "opens the agenda or the minutes; {meeting-export} makes the Word file"),
            ("{meeting-start}", "there: starts the meeting"),
        ),
    ),
    Step(
        "actions",
        "#list",
        "Actions: who does what by when",
        "Overdue ones say how late. What is minuted is here by itself; what is open returns under matters arising.",
        (
            ("{actions-filter}", "shows only some: is:overdue owner:DCS"),
            ("{actions-update} {actions-done} {actions-close}", "update, report done, close"),
        ),
    ),
    Step(
        "plan",
        "#list",
        "Plan: every line with its last ratings",
        "A rating is proposed, then agreed at a meeting. The program holds it against the record, overruling nobody.",
        (
            ("{plan-section}", "what there is to challenge, and the evidence"),
            ("{plan-thread}", "the golden thread, both ways"),
        ),
    ),
    Step(
        "indicators",
        "#list",
        "Indicators: is it getting better?",
        "Each with its trend, its target and the months left. No data is never green.",
        (("enter", "the chart: baseline, targets, projection"), ("{indicators-add}", "enters this month's figure")),
    ),
    Step(
        "notice",
        "#list",
        "Notice: duties with their dates",
        "Every requirement with what answers it, every dated duty with its state, every check with its paragraph.",
        (
            ("{notice-section}", "goes through the sections"),
            ("{notice-mend}", "on a check: goes where it is put right"),
        ),
        "duties",
    ),
    Step(
        "letters",
        "#list",
        "Letters: drafted from the records",
        "The Chair's letters and reports, block by block; the judgement is the Chair's alone. Signed ones are sealed.",
        (
            ("{letters-add} {letters-export}", "draft the next one; make the Word file"),
            ("{help}", "the keys of a screen; {palette}: everything"),
        ),
    ),
)


class Touring:
    """One tour of the Board that is open; `in_copy` says that it is a sample made for it."""

    def __init__(self, app: Going, *, in_copy: bool = False) -> None:
        self._app, self._in_copy = app, in_copy
        self._lit: Widget | None = None

    def offer(self) -> None:
        """Begin in a sample; in a person's own Board ask first whether to go to a sample for it."""
        board = self._app.standing.board
        if self._app.desk is None:
            self._begin(SAMPLE)
        elif board is not None and board.sample:
            self._begin(HERE)
        else:
            choices = [(SAMPLE, "In a fresh sample Board; this one is closed meanwhile"), (HERE, "Here, in this Board")]
            says = "Seven steps. The tour shows and explains; it changes nothing."
            self._app.push_screen(Choose("The tour", choices, SAMPLE, says), self._begin)

    def at(self, number: int) -> None:
        """Show a step, counted from 0, over its place."""
        step = STEPS[number]
        self._app.show_place(step.place, step.looking_for)
        self._app.call_after_refresh(self._say, number)

    def _begin(self, where: str | None) -> None:
        if where == SAMPLE:
            self._app.exit(Wanted("tour"))
        elif where == HERE:
            self.at(0)

    def _say(self, number: int) -> None:
        step = STEPS[number]
        try:
            self._lit = self._app.screen.query_one(step.lit)
        except NoMatches:
            self._lit = None
        if self._lit is not None:
            self._lit.add_class(_SHOWN)
        panel = Tour(number + 1, len(STEPS), step.title, step.says, step.keys)
        self._app.push_screen(panel, self._after(number))

    def _after(self, number: int) -> Callable[[int | None], None]:
        def go(steps: int | None) -> None:
            if self._lit is not None:
                self._lit.remove_class(_SHOWN)
            to = number + (steps or 0)
            if steps and 0 <= to < len(STEPS):
                self.at(to)
            elif steps and to < 0:
                self.at(0)
            else:
                self._app.show_place("home")
                then = "{quit} goes back to where you were" if self._in_copy else "{palette} offers everything"
                self._app.say(with_keys(f"That was the tour. {then}; {{home-tour}} on Home begins it again."))

        return go
