"""The before-you-issue check on the screen: what is found, how to mend it, why it may stand (rule 11)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from boardtui.domain.dates import show
from boardtui.domain.preflight import TO_LOOK_AT, Finding, still_open
from boardtui.domain.text import plural
from boardtui.ui.going import Going
from boardtui.ui.modals.form import Form
from boardtui.ui.widgets.fields import lines
from boardtui.ui.widgets.literal import DIALOG, hanging, line, literal
from boardtui.ui.widgets.record_list import Column, RecordList, Row

if TYPE_CHECKING:
    from boardtui.store.reading.reader import Database
    from boardtui.store.unit import Work

GO_ON = "go on"
"""What the check gives back when the step it was made before is to be taken."""

_COLUMNS = (Column("", 1), Column("Where", 16), Column("What is found", 0))


class Preflight(ModalScreen[Finding | str | None]):
    """Lists what is found in a paper; gives back a finding to go to, GO_ON, or nothing.

    `step` names what is about to be done, where the check was asked for by a step; going on with findings left open
    asks the reason for them first.
    """

    app = getters.app(Going)
    AUTO_FOCUS = "RecordList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave"),
        Binding("enter", "go", "Go there", priority=True),
        Binding("o", "override", "Let it stand"),
        Binding("O", "override_all", "Let all stand"),
        Binding("y", "go_on", "Go on"),
    ]

    def __init__(
        self, paper: str, number: int, findings: Sequence[Finding], step: str = "", *, may_change: bool
    ) -> None:
        super().__init__()
        self._paper, self._number, self._findings = paper, number, tuple(findings)
        self._step, self._may_change = step, may_change

    def compose(self) -> ComposeResult:
        """Show the findings, the one in hand in full, and the keys."""
        with Vertical(classes="dialog -tall -preflight"):
            yield Static(literal(f"Before it leaves: {self._paper} {self._number}"), classes="title")
            yield Static(id="count")
            yield RecordList(*_COLUMNS)
            with VerticalScroll(id="finding", can_focus=False):
                yield Static(id="full")
            yield Static(id="keys", classes="hints")

    def on_mount(self) -> None:
        """Show what was found."""
        self.show(self._findings)

    def show(self, findings: Sequence[Finding]) -> None:
        """Show these findings."""
        self._findings = tuple(findings)
        rows = [Row(one.key, _cells(one, f"{self._paper} {self._number}: ")) for one in findings]
        self.query_one(RecordList).fill(rows)
        left = len(still_open(findings))
        stands = sum(one.let_stand is not None for one in findings)
        look = len(findings) - left - stands
        seen = f"; {look} to look at, which {'holds' if look == 1 else 'hold'} nothing up" if look else ""
        said = f"{plural(left, 'finding')} open, {stands} let stand{seen}." if findings else "Nothing was found."
        self.query_one("#count", Static).update(literal(said))
        self.query_one(".dialog").set_class(not findings, "-none")
        self.query_one("#keys", Static).update(literal(self._keys(left)))

    def action_go(self) -> None:
        """Go to where the finding is mended."""
        if (found := self._chosen) is not None:
            self.dismiss(found)

    def action_override(self) -> None:
        """Ask why this finding may stand."""
        found = self._chosen
        if found is not None and found.let_stand is None and self._may_change:
            self._ask([found], f"Let it stand: {found.where}", found.said, self._again)

    def action_override_all(self) -> None:
        """Ask one reason for which every open finding may stand."""
        if (left := still_open(self._findings)) and self._may_change:
            self._ask(left, f"Let {plural(len(left), 'finding')} stand", "One reason, recorded for each.", self._again)

    def action_go_on(self) -> None:
        """Take the step; for what is left open the reason is asked first, and recorded."""
        if not self._step:
            return
        if left := still_open(self._findings):
            says = (
                f"{plural(len(left), 'finding')} would leave with it. Say why they may stand; the reason is recorded."
            )
            self._ask(left, f"{self._step} all the same", says, self._gone_on)
        else:
            self.dismiss(GO_ON)

    @property
    def _chosen(self) -> Finding | None:
        key = self.query_one(RecordList).chosen
        return next((one for one in self._findings if one.key == key), None)

    def _ask(self, findings: Sequence[Finding], title: str, says: str, then: Callable[[object], None]) -> None:
        paper, number, keys = self._paper, self._number, [one.key for one in findings]
        form = Form(
            title,
            [lines("because", "Reason", needed=True, tall=2)],
            lambda answers: lambda work: _let_stand(work, paper, number, keys, answers["because"]),
            says=line(says),
            save="record it",
        )
        self.app.push_screen(form, then)

    def _again(self, saved: object) -> None:
        if saved is not None and (desk := self.app.desk) is not None:
            self.app.read(reading_of(self._paper, self._number, desk.today), self.show)

    def _gone_on(self, saved: object) -> None:
        if saved is not None:
            self.dismiss(GO_ON)

    def _keys(self, left: int) -> str:
        keys = ["enter go there"] if self._findings else []
        if left and self._may_change:
            keys += ["o let it stand", "O let all stand"]
        if self._step:
            keys.append(f"y {self._step[:1].lower()}{self._step[1:]}")
        return "   ".join([*keys, "esc leave"])

    @on(RecordList.Stood)
    def _stood(self, event: RecordList.Stood) -> None:
        event.stop()
        found = self._chosen
        self.query_one("#full", Static).update(_full(found, DIALOG) if found else Content(""))
        self.query_one("#finding", VerticalScroll).scroll_home(animate=False)

    @on(RecordList.Opened)
    def _opened(self, event: RecordList.Opened) -> None:
        event.stop()
        self.action_go()


def reading_of(paper: str, number: int, today: date) -> Callable[[Database], list[Finding]]:
    """Return the read that looks a paper through."""

    def read(db: Database) -> list[Finding]:
        from boardtui.store.reading.preflight import preflight

        return preflight(db, paper, number, today)

    return read


def _let_stand(work: Work, paper: str, number: int, keys: Sequence[str], because: str) -> int:
    """Record one reason for these findings, in one change; return how many there were."""
    from boardtui import services

    for key in keys:
        services.preflight.override(work, paper, number, key, because)
    if len(keys) > 1:
        work.say(f"Let {plural(len(keys), 'finding')} of {paper} {number} stand")
    return len(keys)


def _cells(found: Finding, paper: str) -> tuple[str, ...]:
    return (
        "–" if found.let_stand else "·" if found.check in TO_LOOK_AT else "!",
        found.where.removeprefix(paper),
        found.said,
    )


def _full(found: Finding, width: int) -> Content:
    said = [hanging("", f"{found.where}: {found.said}", width, "bold"), hanging("To mend it: ", found.fix, width)]
    if found.let_stand:
        stands = found.let_stand
        by = f" by {stands.by}" if stands.by else ""
        said.append(hanging(f"Let stand{by} on {show(stands.on)}: ", stands.because, width, "$text-success"))
    return Content("\n").join(said)
