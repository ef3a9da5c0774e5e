"""Who is in the room: the register, deputies, arrivals and departures, interests, the quorum (rule 10)."""

from __future__ import annotations

from sqlmodel import col, select

from boardtui.domain import lines as ln
from boardtui.domain import quorum as rule
from boardtui.domain.states import AttendanceStatus, PersonKind
from boardtui.services import finding
from boardtui.store.models import AgendaItem, Attendance, Interest, Meeting, Movement, Office
from boardtui.store.unit import Work

IN_ATTENDANCE = {
    PersonKind.OFFICER: AttendanceStatus.IN_ATTENDANCE,
    PersonKind.OBSERVER: AttendanceStatus.OBSERVER,
}


def mark(work: Work, meeting: Meeting, office: Office, status: AttendanceStatus) -> Attendance:
    """Mark an office in the register; an officer who is present is in attendance, the observer an observer."""
    if status == AttendanceStatus.PRESENT:
        status = IN_ATTENDANCE.get(PersonKind(office.kind), status)
    row: Attendance | None = work.first(
        select(Attendance).where(Attendance.meeting_id == meeting.id, Attendance.office_id == office.id)
    )
    if row is None:
        return work.add(
            Attendance(meeting_id=meeting.id, office_id=office.id, status=status),
            f"{meeting.number}:{office.initials}",
        )
    row.status, row.deputy_for_id = status, None
    return row


def mark_all(work: Work, meeting: Meeting, line: ln.Register) -> None:
    """Mark everybody a register line names."""
    for initials in line.who:
        mark(work, meeting, finding.office(work, initials), line.status)


def deputise(work: Work, meeting: Meeting, line: ln.Deputy) -> None:
    """Let somebody sit for an office, which is then marked as having sent apologies."""
    member = finding.office(work, line.deputy_for)
    mark(work, meeting, member, AttendanceStatus.APOLOGIES)
    if line.initials:
        row = mark(work, meeting, finding.office(work, line.initials), AttendanceStatus.DEPUTY)
    else:
        row = work.add(
            Attendance(
                meeting_id=meeting.id,
                guest_name=line.name,
                guest_title=line.title,
                status=AttendanceStatus.DEPUTY,
            ),
            f"{meeting.number}:{line.name}",
        )
    row.deputy_for_id = member.id


def move(work: Work, meeting: Meeting, line: ln.Moved, entry_id: str) -> None:
    """Note an arrival or departure; who arrives and was not marked is marked present."""
    office = finding.office(work, line.who)
    row: Attendance | None = work.first(
        select(Attendance).where(Attendance.meeting_id == meeting.id, Attendance.office_id == office.id)
    )
    away = (AttendanceStatus.APOLOGIES, AttendanceStatus.ABSENT)
    if row is None or row.status in away:
        row = mark(work, meeting, office, AttendanceStatus.PRESENT)
    (last,) = work.db.execute(
        "SELECT coalesce(max(position), 0) FROM movement WHERE meeting_id = ?", (meeting.id,)
    ).fetchone()
    work.add(
        Movement(
            meeting_id=meeting.id,
            attendance_id=row.id,
            entry_id=entry_id,
            position=last + 1,
            arrived=line.arrived,
        ),
        f"{meeting.number}:{last + 1}",
    )


def declare(work: Work, meeting: Meeting, line: ln.Declares, entry_id: str) -> None:
    """Note an interest declared in an item."""
    office = finding.office(work, line.who)
    work.add(
        Interest(
            meeting_id=meeting.id,
            office_id=office.id,
            item_number=line.item,
            nature=line.nature,
            leaves=line.leaves,
            entry_id=entry_id,
        ),
        f"{meeting.number}:{office.initials}:{line.item}",
    )


def quorum_now(work: Work, meeting: Meeting, item: AgendaItem) -> rule.Quorum:
    """Count the quorum at this moment, without those who left for an interest in the item."""
    board = finding.board(work)
    wanted = rule.parse_quorum(
        board.quorum, needs_chair=board.quorum_needs_chair, agencies=board.quorum_agencies
    )
    offices = {row.id: row for row in work.all(select(Office))}
    register = work.all(select(Attendance).where(Attendance.meeting_id == meeting.id))
    marked = {row.office_id: row for row in register if row.office_id}
    seats = [
        rule.Seat(
            office=office.id,
            kind=PersonKind(office.kind),
            organisation=office.organisation,
            status=AttendanceStatus(marked[office.id].status) if office.id in marked else None,
            deputy_for=(marked[office.id].deputy_for_id or "") if office.id in marked else "",
        )
        for office in offices.values()
        if office.kind != PersonKind.GROUP
    ] + [
        rule.Seat(row.id, PersonKind.OFFICER, "", AttendanceStatus(row.status), row.deputy_for_id or "")
        for row in register
        if row.office_id is None
    ]
    who = {row.id: row.office_id or row.id for row in register}
    moves = work.all(
        select(Movement).where(Movement.meeting_id == meeting.id).order_by(col(Movement.position))
    )
    withdrawn = {
        row.office_id
        for row in work.all(select(Interest).where(Interest.meeting_id == meeting.id))
        if row.leaves and row.item_number == item.number
    }
    return rule.quorum(
        wanted,
        seats,
        [rule.Movement(who[row.attendance_id], row.arrived) for row in moves],
        withdrawn=withdrawn,
        council=board.council,
    )
