"""What can be done to the plan line in hand, from the plan and from the line's own screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from boardtui.domain.ratings import Scheme
from boardtui.domain.views import Meeting, Person, PlanLine
from boardtui.store.reading.board import scheme
from boardtui.store.reading.meetings import meetings
from boardtui.store.reading.notice import requirements
from boardtui.store.reading.people import by_initials
from boardtui.store.reading.reader import Database
from boardtui.store.reading.references import line_refs
from boardtui.ui.forms import evidence as evidence_forms
from boardtui.ui.forms import plan as forms
from boardtui.ui.screens.threading import OnThread


@dataclass(frozen=True)
class About:
    """What the dialogs on a plan line need to know."""

    scheme: Scheme
    meetings: tuple[Meeting, ...]
    people: Mapping[str, Person]
    requirements: tuple[str, ...]
    lines: tuple[str, ...]


def about(db: Database) -> About:
    """Read what the dialogs need."""
    refs = tuple(requirement.ref for requirement in requirements(db))
    return About(scheme(db), tuple(meetings(db)), by_initials(db), refs, line_refs(db))


class LineCommands(OnThread):
    """Commands on one plan line, for screens that have one."""

    @property
    def line(self) -> PlanLine | None:
        """Return the line in hand."""
        raise NotImplementedError

    @property
    def knot(self) -> tuple[str, str] | None:
        """Return it as a record of the golden thread."""
        return ("plan line", self.line.ref) if self.line else None

    @property
    def about(self) -> About | None:
        """Return what the dialogs need."""
        raise NotImplementedError

    def action_rate(self) -> None:
        """Ask for a rating."""
        line, about, desk = self.line, self.about, self.app.desk
        if line is None or about is None or desk is None:
            return
        if not about.meetings:
            self.app.say("Plan the first meeting before giving a rating: press 2.", warning=True)
            return
        self.app.push_screen(forms.rate(line, about.scheme, about.meetings, desk.today))

    def action_edit(self) -> None:
        """Ask for the line's new particulars."""
        line, about, desk = self.line, self.about, self.app.desk
        if line is not None and about is not None and desk is not None:
            self.app.push_screen(forms.edit(line, about.people, about.requirements, desk.today))

    def action_move(self) -> None:
        """Ask for another due date."""
        line, about, desk = self.line, self.about, self.app.desk
        if line is not None and about is not None and desk is not None:
            self.app.push_screen(forms.move(line, about.meetings, desk.today))

    def action_evidence(self) -> None:
        """Ask for a piece of evidence for the line."""
        line, about, desk = self.line, self.about, self.app.desk
        if about is None or desk is None:
            return
        if not about.lines:
            self.app.say("Add a plan line first: evidence is kept by plan line.", warning=True)
            return
        self.app.push_screen(evidence_forms.add(line.ref if line else "", about.lines, desk.today), self.for_new())
