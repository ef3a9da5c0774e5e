"""The next step in the life of a meeting: what it is called, what it will do, and doing it (DESIGN 4)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from textual.screen import ModalScreen

from boardtui import services
from boardtui.domain.dates import weekday
from boardtui.domain.states import MeetingState, Role, SignedHow
from boardtui.domain.text import plural
from boardtui.domain.views import Meeting
from boardtui.ui.keys import with_keys
from boardtui.ui.modals.confirm import Confirm
from boardtui.ui.modals.form import Form
from boardtui.ui.widgets.fields import Field, day, one_of, words
from boardtui.ui.widgets.literal import line, literal

if TYPE_CHECKING:
    from boardtui.services.desk import Desk
    from boardtui.store.unit import Work

SIGNED_AND_DONE = "After this it changes only by an amendment, and undo stops here."
"""What signing means, said before it is done."""


@dataclass(frozen=True)
class Signing:
    """What is to be signed, and how that is recorded; `here` when the signer does it in the program.

    Otherwise who signed, when and how is asked first. `first` returns what has to be done before it is signed here that
    day, if anything.
    """

    kind: str
    number: int
    by: str
    here: bool
    sign: Callable[..., Callable[[Work], Any]]
    first: Callable[[date], Step | None] = lambda _: None


@dataclass(frozen=True)
class Step:
    """A step: its name, what it will do, and the change; `form` asks for what it needs instead.

    Before a `checked` one, the paper that leaves with it is looked through (rule 11); one that `signs` shows what will
    be signed.
    """

    label: str
    says: str = ""
    change: Callable[[Work], Any] | None = None
    form: Callable[[], Form] | None = None
    checked: bool = False
    signs: Signing | None = None

    def dialog(self, about: str) -> ModalScreen[Any]:
        """Return the dialog that asks before it is done."""
        if self.form is not None:
            return self.form()
        return Confirm(line(f"{self.label}: {about}", ""), line(self.says), self.label)


def of_meeting(meeting: Meeting, desk: Desk) -> Step | None:
    """Return the next step of a meeting, or None when the next meeting takes it."""
    number = meeting.number
    match MeetingState(meeting.state):
        case MeetingState.PLANNED:
            return Step(
                "Issue the agenda",
                with_keys(
                    "The agenda is marked as issued today. It can still be changed; undo does not reach past this. "
                    "Export it with {meeting-export}."
                ),
                lambda work: services.agenda.issue_agenda(work, number),
                checked=True,
            )
        case MeetingState.AGENDA_ISSUED:
            return Step(
                "Start the meeting",
                starting(meeting, desk.today),
                lambda work: services.meetings.start_meeting(work, number),
            )
        case MeetingState.IN_SESSION:
            return Step(
                "Close the meeting",
                "The clock stops and the minutes are in draft. Until they are signed off, the meeting can be opened "
                f"again.{still_to_tidy(meeting.to_tidy)}",
                lambda work: services.meetings.close_meeting(work, number),
            )
        case MeetingState.DRAFT:
            return Step(
                "Send the minutes to the Chair",
                "They wait for the Chair to sign them off. They can still be "
                f"corrected.{still_to_tidy(meeting.to_tidy)}",
                lambda work: services.meetings.submit_minutes(work, number),
            )
        case MeetingState.WITH_CHAIR:
            return _sign_minutes(number, desk)
        case _:
            return None


def starting(meeting: Meeting, today: date) -> str:
    """Say what starting a meeting does, and that it is not its day if it is not."""
    says = "The clock starts, the first item is in hand, and live mode opens."
    if meeting.date == today:
        return says
    return f"It is arranged for {weekday(meeting.date)}, and today is {weekday(today)}. {says}"


def correcting(meeting: Meeting) -> Confirm:
    """Ask whether minutes that are not signed yet are to be corrected in live mode."""
    returned = " They are taken back from the Chair." if meeting.state == MeetingState.WITH_CHAIR else ""
    says = f"Live mode opens, and the meeting is in session until it is closed again.{returned}"
    return Confirm(
        line(f"Take the minutes of meeting {meeting.number} back into live mode to correct them?", ""),
        literal(says),
        "Correct them",
    )


def correct(work: Work, number: int, *, with_chair: bool) -> None:
    """Take minutes back into session, from the Chair if they are there."""
    if with_chair:
        services.meetings.return_minutes(work, number)
    services.meetings.reopen_meeting(work, number)


def why_not_corrected(meeting: Meeting) -> str:
    """Say why a meeting's minutes cannot be taken back into live mode, or the meeting be started."""
    match MeetingState(meeting.state):
        case MeetingState.SIGNED:
            return "These minutes are signed off: they change only by an amendment at the next meeting."
        case MeetingState.CONFIRMED:
            return "These minutes are confirmed: they do not change any more."
        case _:
            return f"Meeting {meeting.number} is {meeting.state}: it cannot be started."


def still_to_tidy(lines: int) -> str:
    """Say how many lines are still to tidy, and where that is done; nothing when none is."""
    if not lines:
        return ""
    are, them = ("is", "it") if lines == 1 else ("are", "them")
    how = with_keys("{meeting-start} opens live mode, {live-tidy} lists")
    return f" {plural(lines, 'line')} {are} still to tidy ({how} {them})."


def why_no_step(meeting: Meeting) -> str:
    """Say why a meeting has no next step here."""
    match MeetingState(meeting.state):
        case MeetingState.SIGNED:
            return "The next meeting confirms these minutes, under its item for them."
        case MeetingState.CONFIRMED:
            return "These minutes are confirmed; nothing is left to do."
        case MeetingState.POSTPONED:
            return with_keys("This meeting is postponed: press {meetings-move} to give it a new date.")
        case _:
            return "This meeting is cancelled."


def _sign_minutes(number: int, desk: Desk) -> Step:
    here = desk.role == Role.CHAIR
    signs = Signing(
        "minutes",
        number,
        desk.who if here else "Independent Chair",
        here,
        lambda **answers: lambda work: services.meetings.sign_minutes(work, number, **answers),
    )
    label = "Sign off the minutes" if here else "Record the Chair's sign-off"
    return Step(label, SIGNED_AND_DONE, checked=True, signs=signs)


def signature(today: date, by: str = "Independent Chair") -> list[Field]:
    """Ask by whom, on which day and how something was signed outside the program."""
    return [
        words("by", "Signed by", by, needed=True),
        day("on", "On", today, today, needed=True, hint=weekday(today)),
        one_of("how", "How", [str(SignedHow.PAPER), str(SignedHow.EMAIL)]),
    ]
