"""Lines that steer a meeting and make no entry: go to, urgent item, defer, restrict, reopen."""

from __future__ import annotations

from boardtui.domain import lines as ln
from boardtui.services import agenda, finding, session
from boardtui.store.models import Meeting
from boardtui.store.unit import Work


def steer(work: Work, meeting: Meeting, line: ln.Line) -> bool:
    """Carry out a steering line; return False when the line is an entry instead."""
    match line:
        case ln.GoTo():
            session.go_to(work, meeting, finding.item(work, meeting.number, line.item))
        case ln.AddUrgent():
            number = agenda.add_item(work, meeting.number, line.title)
            item = finding.item(work, meeting.number, number)
            item.urgent_because = line.because
            session.go_to(work, meeting, item)
        case ln.Defer():
            agenda.defer_item(work, session.in_hand(work, meeting).id, line.meeting, line.because)
            following = session.next_item(work, meeting)
            if following is not None:
                session.go_to(work, meeting, following)
        case ln.Restricts():
            meeting.restricted_now = line.because
            work.say(f"Restrict meeting {meeting.number} from here")
        case ln.Reopens():
            meeting.restricted_now = None
            work.say(f"Open meeting {meeting.number} again")
        case _:
            return False
    return True
