"""What can be done to the meeting in hand from the list and from its own screen: the next step, and export."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from boardtui.domain import roles
from boardtui.domain.dates import weekday
from boardtui.domain.preflight import PaperKind
from boardtui.domain.states import HELD, LOCKED, MeetingState
from boardtui.domain.views import Meeting
from boardtui.store.reading.passphrase import is_set
from boardtui.ui.forms.amending import amendment
from boardtui.ui.forms.steps import Step, of_meeting, why_no_step
from boardtui.ui.modals.choose import Choose
from boardtui.ui.screens.returning import Returning
from boardtui.ui.screens.signing import SigningOff

_WHOSE: Mapping[str, Callable[[str], roles.Step]] = {
    MeetingState.AGENDA_ISSUED: lambda _role: roles.Step.TAKE_MINUTES,
    MeetingState.WITH_CHAIR: roles.signing,
}
"""The steps of a meeting that are not for every role, by the state before them."""


class MeetingSteps(SigningOff, Returning):
    """Commands on one meeting, for screens that have one."""

    @property
    def meeting(self) -> Meeting | None:
        """Return the meeting in hand."""
        raise NotImplementedError

    @property
    def leaving(self) -> tuple[str, int] | None:
        """Return the minutes of a meeting that was held, the agenda of one to come, as the paper that leaves."""
        meeting = self.meeting
        return (PaperKind.MINUTES if meeting.state in HELD else PaperKind.AGENDA, meeting.number) if meeting else None

    @property
    def signed_paper(self) -> tuple[str, int] | None:
        """Return the minutes of the meeting in hand, which have editions once they are signed."""
        return (PaperKind.MINUTES, self.meeting.number) if self.meeting else None

    def action_amend(self) -> None:
        """Ask which paragraph of signed minutes is to be amended, how and why."""
        meeting, desk = self.meeting, self.app.desk
        if meeting is None or desk is None:
            return
        if meeting.state not in LOCKED:
            self.app.say("These minutes are not signed yet: correct the paragraph itself.")
            return
        if self.app.may(roles.signing(desk.role)):
            self.app.read(is_set, lambda locked: self.app.push_screen(amendment(meeting, desk, locked=locked)))

    def step_of(self, meeting: Meeting) -> Step | None:
        """Return a meeting's next step, or None."""
        return of_meeting(meeting, self.app.desk) if self.app.desk is not None else None

    def action_step(self) -> None:
        """Say what the next step does, and ask."""
        meeting = self.meeting
        if meeting is None:
            return
        step = self.step_of(meeting)
        if step is None:
            self.app.say(why_no_step(meeting))
            return
        if (whose := _WHOSE.get(meeting.state)) is not None and not self.app.may(whose(self.app.standing.role)):
            return
        if step.signs is not None:
            self.sign_off(step)
            return
        dialog = step.dialog(f"meeting {meeting.number}, {weekday(meeting.date)}")
        number, starts = meeting.number, meeting.state == MeetingState.AGENDA_ISSUED

        def answered(answer: object) -> None:
            if answer is True and step.change is not None:
                self.app.change(step.change, lambda _: self.app.open_live(number) if starts else None)

        if step.checked:
            self.look_through_first(step.label, lambda: self.app.push_screen(dialog, answered))
        else:
            self.app.push_screen(dialog, answered)

    def action_export(self) -> None:
        """Export the minutes of a meeting that was held, the agenda of one to come."""
        meeting = self.meeting
        if meeting is None:
            return
        if meeting.state in HELD:
            choices = [("minutes", "Minutes"), ("agenda", "Agenda")]
            self.app.push_screen(Choose(f"Export of meeting {meeting.number}", choices), self._export)
        else:
            self._export("agenda")

    def action_forward(self) -> None:
        """Show meeting by meeting what will come, beginning with the meeting in hand."""
        self.app.open_record("forward", self.meeting.number if self.meeting else None)

    def action_brief(self) -> None:
        """Show the Chair's private brief for the meeting in hand; of one that was held, for the next."""
        self.app.open_record("brief", self.meeting.number if self.meeting else None)

    def action_pack(self) -> None:
        """Write the pack of the meeting."""
        if (meeting := self.meeting) is not None:
            self.app.export_pack(meeting.number)

    def _export(self, kind: str | None) -> None:
        meeting = self.meeting
        if kind and meeting is not None:
            self.app.export(kind, number=meeting.number)
