"""Who is in the room: the register, deputies, arrivals and departures, interests, the quorum (rule 10)."""

from __future__ import annotations

from sqlmodel import col, select

from boardtui.domain import lines as ln
from boardtui.domain import quorum as rule
from boardtui.domain.states import AttendanceStatus, PersonKind
from boardtui.domain.text import one_line
from boardtui.errors import BoardError
from boardtui.services import finding
from boardtui.store.models import AgendaItem, Attendance, Entry, Interest, Meeting, Movement, Office, RegisterMark
from boardtui.store.unit import Work

IN_ATTENDANCE = {
    PersonKind.OFFICER: AttendanceStatus.IN_ATTENDANCE,
    PersonKind.OBSERVER: AttendanceStatus.OBSERVER,
}

_AWAY = (AttendanceStatus.APOLOGIES, AttendanceStatus.ABSENT)


def mark(
    work: Work,
    meeting: Meeting,
    office: Office,
    status: AttendanceStatus,
    entry_id: str | None = None,
    deputy_for: Office | None = None,
) -> Attendance:
    """Mark an office in the register; an officer who is present is in attendance, the observer an observer."""
    if status == AttendanceStatus.PRESENT:
        status = IN_ATTENDANCE.get(PersonKind(office.kind), status)
    row: Attendance | None = work.find(Attendance, meeting_id=meeting.id, office_id=office.id)
    if row is None:
        row = work.add(
            Attendance(meeting_id=meeting.id, office_id=office.id, status=status),
            f"{meeting.number}:{office.initials}",
        )
    _note(work, row, status, entry_id, deputy_for)
    if office.kind == PersonKind.CHAIR:
        preside(work, meeting)
    return row


def mark_all(work: Work, meeting: Meeting, line: ln.Register, entry_id: str) -> None:
    """Mark everybody a register line names."""
    for initials in line.who:
        mark(work, meeting, finding.seat(work, initials), line.status, entry_id)


def deputise(work: Work, meeting: Meeting, line: ln.Deputy, entry_id: str) -> None:
    """Let somebody sit for an office, which is then marked as having sent apologies."""
    member = finding.seat(work, line.deputy_for)
    if line.initials == member.initials:
        raise BoardError(
            f"{member.initials} cannot sit for {member.initials}.",
            "Nothing was changed.",
            "Name who is there in their place: deputy: DDN for CCG.",
        )
    mark(work, meeting, member, AttendanceStatus.APOLOGIES, entry_id)
    if line.initials:
        mark(work, meeting, finding.seat(work, line.initials), AttendanceStatus.DEPUTY, entry_id, member)
        return
    _note(work, _guest(work, meeting, line), AttendanceStatus.DEPUTY, entry_id, member)


def take_back(work: Work, entry_id: str) -> None:
    """Take back how an entry marked or moved people: the mark before counts, who has none leaves the register."""
    touched = set()
    for kind in (Movement, RegisterMark):
        for said in work.all(select(kind).where(kind.entry_id == entry_id)):
            touched.add(said.attendance_id)
            work.delete(said)
    for row in (work.get(Attendance, attendance_id) for attendance_id in touched):
        last = _last_mark(work, row)
        if last is not None:
            row.status, row.deputy_for_id = last.status, last.deputy_for_id
        elif not work.find(Movement, attendance_id=row.id):
            work.delete(row)
        work.session.flush()
        preside(work, work.get(Meeting, row.meeting_id))


def move(work: Work, meeting: Meeting, line: ln.Moved, entry_id: str) -> None:
    """Note an arrival or departure; who arrives and was not marked is marked present."""
    office = finding.seat(work, line.who)
    row: Attendance | None = work.find(Attendance, meeting_id=meeting.id, office_id=office.id)
    if row is None or row.status in _AWAY:
        row = mark(work, meeting, office, AttendanceStatus.PRESENT, entry_id)
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
    office = finding.seat(work, line.who)
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


def preside(work: Work, meeting: Meeting) -> None:
    """Let whoever last took the chair by an entry preside; until then the Chair, unless away."""
    took = select(Entry).where(Entry.meeting_id == meeting.id, col(Entry.presiding_id).is_not(None))
    last = work.first(took.order_by(col(Entry.position).desc()))
    meeting.presiding_id = last.presiding_id if last else _chair_unless_away(work, meeting)


def _chair_unless_away(work: Work, meeting: Meeting) -> str | None:
    """Return the Chair's office; None while the register says that the Chair is away: who presides is then minuted."""
    chair: Office | None = work.first(
        select(Office).where(Office.kind == PersonKind.CHAIR).order_by(col(Office.position))
    )
    if chair is None:
        return None
    register = select(Attendance).where(Attendance.meeting_id == meeting.id, Attendance.office_id == chair.id)
    row: Attendance | None = work.first(register)
    return None if row is not None and row.status in _AWAY else str(chair.id)


def quorum_now(work: Work, meeting: Meeting, item: AgendaItem) -> rule.Quorum:
    """Count the quorum at this moment, without those who left for an interest in the item."""
    board = finding.board(work)
    wanted = rule.parse_quorum(board.quorum, needs_chair=board.quorum_needs_chair, agencies=board.quorum_agencies)
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
    moves = work.all(select(Movement).where(Movement.meeting_id == meeting.id).order_by(col(Movement.position)))
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


def _guest(work: Work, meeting: Meeting, line: ln.Deputy) -> Attendance:
    """Return the guest of that name and title at this meeting, who is put in the register the first time."""
    name, title = one_line(line.name), one_line(line.title)
    named = select(Attendance).where(Attendance.guest_name == name, Attendance.guest_title == title)
    known: Attendance | None = work.first(named.where(Attendance.meeting_id == meeting.id))
    guest = Attendance(meeting_id=meeting.id, guest_name=name, guest_title=title, status=AttendanceStatus.DEPUTY)
    return known or work.add(guest, f"{meeting.number}:{name}")


def _note(
    work: Work, row: Attendance, status: AttendanceStatus, entry_id: str | None, deputy_for: Office | None
) -> None:
    """Add a mark to the register; the last one counts."""
    last = _last_mark(work, row)
    position = last.position + 1 if last else 1
    row.status, row.deputy_for_id = status, deputy_for.id if deputy_for else None
    work.add(
        RegisterMark(
            attendance_id=row.id,
            position=position,
            status=status,
            deputy_for_id=row.deputy_for_id,
            entry_id=entry_id,
        ),
        f"{row.id}:{position}",
    )


def _last_mark(work: Work, row: Attendance) -> RegisterMark | None:
    marks = select(RegisterMark).where(RegisterMark.attendance_id == row.id)
    found: RegisterMark | None = work.first(marks.order_by(col(RegisterMark.position).desc()))
    return found
