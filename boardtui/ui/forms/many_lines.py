"""What can be done to many plan lines at once: what is asked for all of them, and done to each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from boardtui import services
from boardtui.domain.views import Meeting, Person
from boardtui.ui.many import Many
from boardtui.ui.widgets.fields import day, lines
from boardtui.ui.widgets.record_fields import meeting, person

_NOUN = "plan line"


def move(meetings: Sequence[Meeting], today: date) -> Many:
    """Ask for another due date of all of them, the reason, and the meeting that decided it."""
    return Many(
        "Move",
        _NOUN,
        [
            day("due", "New due date", today, needed=True),
            lines("reason", "Reason", needed=True),
            meeting("meeting", "Decided at", meetings),
        ],
        lambda work, ref, answers: services.plan.move_line(
            work, ref, answers["due"], answers["reason"], answers["meeting"]
        ),
    )


def owners(people: Mapping[str, Person]) -> Many:
    """Ask who leads all of them."""
    return Many(
        "Change the lead",
        _NOUN,
        [person("lead", "Lead", people, needed=True)],
        lambda work, ref, answers: services.plan.set_lead(work, ref, answers["lead"]),
    )
