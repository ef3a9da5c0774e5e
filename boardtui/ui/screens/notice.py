"""Notice: what is required and what answers it, the dated duties, and how the Board complies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from boardtui import services
from boardtui.domain.checks import Check, CheckState
from boardtui.domain.obligations import ObligationState
from boardtui.domain.text import plural
from boardtui.domain.views import Obligation, Requirement, Source
from boardtui.store.reading import notice as reading
from boardtui.store.reading.reader import Database
from boardtui.ui.commands import bindings
from boardtui.ui.modals.form import Form
from boardtui.ui.modals.reader import Reader
from boardtui.ui.screens import notice_rows
from boardtui.ui.screens.lists import ListScreen
from boardtui.ui.widgets.fields import day, lines
from boardtui.ui.widgets.literal import DIALOG, line
from boardtui.ui.widgets.record_list import RecordList, Row


@dataclass(frozen=True)
class Shown:
    """Everything the Notice brings."""

    sources: list[Source]
    requirements: list[Requirement]
    duties: list[Obligation]
    checks: tuple[Check, ...]


class NoticeScreen(ListScreen):
    """Three sections: requirements, dated duties, compliance."""

    where = place = "notice"
    BINDINGS: ClassVar[list[BindingType]] = bindings("notice")
    columns = notice_rows.COLUMNS["requirements"]
    empty_says = "Nothing is recorded here. A Board started under a Notice has its dated duties under t."
    shown: Shown | None = None
    section = "requirements"

    def load(self) -> None:
        """Read what the Notice brings."""
        if self.app.desk is not None:
            today = self.app.desk.today
            self.app.read(lambda db: _read(db, today), self.show)

    def show(self, shown: Shown) -> None:
        """Show the section."""
        self.shown = shown
        self.refill()

    def look_for(self, words: str) -> None:
        """Show a section by its name, `at:` and a record's key behind it; or the requirements that have these words."""
        section, _at, key = words.partition(" at:")
        if section in notice_rows.SECTIONS:
            self.stand_on_next = key or None
            self._go_to(section)
        else:
            self._go_to("requirements")
            super().look_for(words)

    def above(self) -> Content | None:
        """Return the names of the sections, the one shown in brackets, and its figure."""
        if self.shown is None:
            return None
        names = [
            Content.styled(f"[{name}]", "bold $foreground") if name == self.section else Content(f" {name} ")
            for name in notice_rows.SECTIONS
        ]
        return Content.assemble(*names, f"   {self._figure(self.shown)}")

    def rows(self) -> list[Row]:
        """Return the section's lines."""
        if self.shown is None:
            return []
        match self.section:
            case "requirements":
                return notice_rows.requirement_rows(self.words, self.shown.requirements, self.shown.sources)
            case "duties":
                return notice_rows.duty_rows(self.words, self.shown.duties)
            case _:
                return notice_rows.check_rows(self.words, self.shown.checks)

    def preview(self) -> Content:
        """Return the record in full."""
        return self._full(self.chosen or "", self.query_one("#side").size.width - 2)

    def open(self, key: str) -> None:
        """Show the record in full in a dialog."""
        names = {"requirements": "Requirement", "duties": "Dated duty", "compliance": "Compliance check"}
        self.app.push_screen(Reader(Content(names[self.section]), self._full(key, DIALOG)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to note that a duty was met where there are duties."""
        if action == "met" and self.section != "duties":
            return False
        return super().check_action(action, parameters)

    def action_section(self) -> None:
        """Show the next section."""
        self._step(1)

    def action_section_back(self) -> None:
        """Show the section before."""
        self._step(-1)

    def action_met(self) -> None:
        """Ask when a duty was met, and on what evidence."""
        found = self._duty(self.chosen)
        if found is None or self.app.desk is None:
            return
        today = self.app.desk.today
        form = Form(
            f"{found.ref} was met",
            [
                day("on", "On", today, found.met_on or today, needed=True),
                lines("evidence", "Evidence", found.evidence),
            ],
            lambda answers: (
                lambda work: services.notice.meet_obligation(work, found.ref, answers["on"], answers["evidence"])
            ),
            says=line(found.title, "bold"),
        )
        self.app.push_screen(form)

    def _step(self, step: int) -> None:
        at = notice_rows.SECTIONS.index(self.section)
        self._go_to(notice_rows.SECTIONS[(at + step) % len(notice_rows.SECTIONS)])

    def _go_to(self, section: str) -> None:
        self.section = section
        self.query_one(RecordList).use(notice_rows.COLUMNS[section])
        self.narrow("")

    def _duty(self, key: str | None) -> Obligation | None:
        return next((duty for duty in self.shown.duties if duty.ref == key), None) if self.shown else None

    def _full(self, key: str, width: int) -> Content:
        if self.shown is None:
            return Content("")
        if self.section == "compliance":
            number = int(key.removeprefix("check ") or 0)
            return notice_rows.check(self.shown.checks[number], width)
        if (duty := self._duty(key)) is not None and self.section == "duties":
            return notice_rows.duty(duty, width)
        found = next((r for r in self.shown.requirements if r.ref == key), None)
        return notice_rows.requirement(found, width) if found else Content("")

    def _figure(self, shown: Shown) -> str:
        match self.section:
            case "requirements":
                found = notice_rows.fitting(self.words, shown.requirements)
                unanswered = sum(1 for r in found if not r.answered_by)
                return f"{plural(len(found), 'requirement')}, {unanswered} not answered"
            case "duties":
                late = sum(1 for duty in shown.duties if duty.state == ObligationState.OVERDUE)
                soon = sum(1 for duty in shown.duties if duty.state == ObligationState.DUE_SOON)
                return f"{late} overdue, {soon} due soon"
            case _:
                failing = sum(1 for check in shown.checks if check.state == CheckState.NOT_MET)
                return f"{plural(len(shown.checks), 'check')}, {failing} not met"


def _read(db: Database, today: date) -> Shown:
    return Shown(
        reading.sources(db), reading.requirements(db), reading.obligations(db, today), reading.compliance(db, today)
    )
