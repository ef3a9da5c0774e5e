"""The annexes of the Chair's letter: every plan line with its rating, and the meetings the letter covers."""

from __future__ import annotations

from boardtui.documents import line_notes, rating_cells
from boardtui.documents.drafting.movement import Moved, moved, reaches_back
from boardtui.documents.offices import explained
from boardtui.documents.sentences import times
from boardtui.documents.word import Context
from boardtui.domain import views
from boardtui.domain.dates import show
from boardtui.domain.papers import LetterPaper
from boardtui.domain.quorum import VOTING
from boardtui.domain.states import AttendanceStatus
from boardtui.domain.text import plural


def plan(paper: LetterPaper) -> list[Context]:
    """Return every plan line, the worst rating first, Red and Amber with their path to green."""
    in_order = sorted(moved(paper), key=lambda one: rating_cells.rank(paper.scheme, one.line.rating))
    return [
        {
            **rating_cells.cell(paper.scheme, one.line.rating),
            "ref": one.line.ref,
            "title": one.line.title,
            "lead": _lead(one.line),
            "direction": rating_cells.DIRECTIONS.get(one.way or "", "–"),
            "before": _before(paper, one),
            "why": _why(paper, one.line),
        }
        for one in in_order
    ]


def plan_intro(paper: LetterPaper) -> str:
    """Count the plan's ratings, and say since when they moved."""
    if not paper.lines:
        return "The plan has no lines yet."
    counts = rating_cells.counted(paper.scheme, (line.rating for line in paper.lines))
    dated = paper.earlier.dated if paper.earlier else None
    since = f"my letter of {show(dated)}" if dated and reaches_back(paper) else "each line was first rated"
    return f"{plural(len(paper.lines), 'line')}, as rated by the Board: {counts}. Movement is since {since}."


def meetings(paper: LetterPaper) -> list[Context]:
    """Return the meetings covered, each with how many members came and who did not."""
    return [_meeting(paper, one) for one in paper.meetings]


def initials(paper: LetterPaper) -> str:
    """Explain the initials that the annexes use."""
    leads = [line.lead for line in paper.lines if line.lead]
    seats = [one.initials for one in paper.attendance if one.initials and one.kind in VOTING]
    return explained(paper.people, [*leads, *seats])


def _lead(line: views.PlanLine) -> str:
    slipped = f", moved {times(line.moves)}" if line.moves else ""
    due = f"Due {show(line.due)}{slipped}" if line.due else ""
    return ". ".join(filter(None, (f"Lead: {line.lead}" if line.lead else "", due)))


def _before(paper: LetterPaper, one: Moved) -> str:
    if one.before is None or one.before == one.line.rating:
        return ""
    return f"Was {rating_cells.worded(paper.scheme, one.before)}"


def _why(paper: LetterPaper, line: views.PlanLine) -> list[str]:
    """Give a rating's reason and path to green, with the day they were agreed."""
    return line_notes.why(paper.scheme, line, paper.letter.dated or paper.on) or ["–"]


def _meeting(paper: LetterPaper, meeting: views.Meeting) -> Context:
    register = [one for one in paper.attendance if one.meeting == meeting.number]
    deputies = {one.deputy_for: one for one in register if one.status == AttendanceStatus.DEPUTY}
    seats = [one for one in register if one.kind in VOTING and one.status != AttendanceStatus.DEPUTY]
    came = [one for one in seats if one.status == AttendanceStatus.PRESENT]
    sent = [one for one in seats if one not in came and one.initials in deputies]
    by_deputy = f", and {len(sent)} by deputy" if sent else ""
    return {
        "number": str(meeting.number),
        "date": show(meeting.date),
        "present": f"{len(came)} of {len(seats)}{by_deputy}",
        "away": _away(seats, deputies),
    }


def _away(seats: list[views.Attendance], deputies: dict[str | None, views.Attendance]) -> str:
    said = []
    for word, status in (("Apologies", AttendanceStatus.APOLOGIES), ("Absent", AttendanceStatus.ABSENT)):
        names = [
            f"{one.initials or one.name}{' (deputy sent)' if one.initials in deputies else ''}"
            for one in seats
            if one.status == status
        ]
        if names:
            said.append(f"{word}: {', '.join(names)}")
    return ". ".join(said) or "None"
