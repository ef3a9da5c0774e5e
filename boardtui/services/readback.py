"""Deciding what came back in a Word file: taken over, noted, or left; each decision is kept (DESIGN 6)."""

from __future__ import annotations

from collections.abc import Collection

from boardtui.domain.points import ACCEPTED, LEFT, NOTED, Paper, Point, Reading
from boardtui.domain.readback import PointKind
from boardtui.domain.states import LetterState, Series
from boardtui.domain.text import clean, plural
from boardtui.errors import BoardError, LockedError, StaleError
from boardtui.services import fact_check, finding, letter_blocks, minutes
from boardtui.services.reading_back import can_be_read_back, read_back
from boardtui.services.taking_over import MINUTES, by_hand, line_for, new_text, plain_line
from boardtui.store.models import Entry, ReadBack, Review
from boardtui.store.reading.readback import Kept, decided, kept
from boardtui.store.unit import Work

__all__ = ("accept", "accept_all", "can_be_read_back", "leave", "read_back")


def accept(work: Work, paper: Paper, point: Point) -> None:
    """Take a point over into the record: its words, a removal, a new paragraph; a comment is kept as one to answer."""
    _undecided(work, paper, point)
    work.say(f"Accept from Word: {point.kind} at {point.where}")
    if point.kind is PointKind.COMMENT:
        _note(work, paper, point)
        _decide(work, paper, point, NOTED)
        return
    if why := by_hand(work.db, paper, point):
        refused = LockedError if paper.locked else BoardError
        raise refused(f"This cannot be taken over: {point.kind} at {point.where}.", "Nothing was changed.", why)
    match point.kind:
        case PointKind.REMOVED if point.patch is None:
            _remove(work, paper, point)
        case PointKind.NEW if point.patch is None:
            _add(work, paper, point)
        case _:
            _rewrite(work, paper, point)
    _decide(work, paper, point, ACCEPTED)


def accept_all(work: Work, reading: Reading, without: Collection[str] = ()) -> list[Point]:
    """Take over every open point that can be, in one change; return those that a person has to do.

    `without` are the keys of points that were decided since the file was read.
    """
    left: list[Point] = []
    asked = [one for one in reading.left if one.key not in without]
    work.say(f"Accept from Word: all of {reading.paper.name}")
    for point in asked:
        if point.stale or by_hand(work.db, reading.paper, point):
            left.append(point)
            continue
        with work.attempt():
            accept(work, reading.paper, point)
    work.tell(f"{plural(len(asked) - len(left), 'point')} accepted, {len(left)} left to decide.")
    return left


def leave(work: Work, paper: Paper, point: Point) -> None:
    """Leave the record as it is; the point is not asked again."""
    _undecided(work, paper, point)
    work.say(f"Leave as it is, though Word has it otherwise: {point.kind} at {point.where}")
    _decide(work, paper, point, LEFT)


def _undecided(work: Work, paper: Paper, point: Point) -> None:
    decision = decided(work.db, paper).get(point.key)
    if decision:
        raise BoardError(f"This point is already {decision}.", "Nothing was changed.", "Undo ({undo}) opens it again.")


def _decide(work: Work, paper: Paper, point: Point, decision: str) -> None:
    work.add(
        ReadBack(
            paper=paper.name,
            finding=point.key,
            kind=point.kind,
            place=point.where,
            old=point.old,
            new=point.new,
            author=point.author,
            dated=point.on,
            restricted=point.restricted,
            decision=decision,
            decided_on=work.today,
            decided_by=work.who,
        ),
        f"{paper.name}:{point.key}",
    )


def _record(work: Work, paper: Paper, point: Point) -> Kept:
    found = kept(work.db, paper).get(point.mark)
    if found is None:
        raise BoardError("This record is no longer there.", "Nothing was changed.", "Read the file back again.")
    return found


def _rewrite(work: Work, paper: Paper, point: Point) -> None:
    """Give a record its new words, and refuse what the record could not be understood as any more."""
    record = _record(work, paper, point)
    text = new_text(paper, record, point)
    if text is None:
        raise StaleError(
            "This was changed in the record since the file was exported.",
            "Nothing was saved over it; both texts are shown.",
            "Press {readback-edit} to write what shall stand.",
            theirs=record.text,
            ours=point.new,
        )
    if paper.kind != MINUTES:
        letter_blocks.edit_block(work, record.id, record.version, text)
        return
    line = line_for(work.db, paper, record, point)
    if line is None:
        raise BoardError(
            "The entry would no longer be what it is.", "Nothing was changed.", by_hand(work.db, paper, point)
        )
    minutes.edit_entry(work, record.id, record.version, line)
    if work.get(Entry, record.id).to_tidy:
        raise BoardError(
            f"The entry at {record.where} cannot be changed like this any more.",
            "Something has happened since to the action or line that it is about; nothing was changed.",
            "Change it in the meeting ({meeting-start}), with ↑ on the line.",
        )


def _remove(work: Work, paper: Paper, point: Point) -> None:
    record = _record(work, paper, point)
    if paper.kind == MINUTES:
        minutes.remove_entry(work, record.id)
    else:
        letter_blocks.edit_block(work, record.id, record.version, "")


def _add(work: Work, paper: Paper, point: Point) -> None:
    """Add a new paragraph: to the block it stands beside, or at the end of the item it stands in."""
    records = kept(work.db, paper)
    follows = records.get(point.after)
    near = follows or records[point.before]
    if paper.kind == MINUTES:
        minutes.add_entry(work, paper.number, near.item, plain_line(work.db, paper, point.new))
        work.tell(f"It stands at the end of item {near.item}: entries stand in the order they were minuted.")
        return
    said = (near.text, point.new) if follows else (point.new, near.text)
    letter_blocks.edit_block(work, near.id, near.version, "\n\n".join(filter(None, said)))


def _note(work: Work, paper: Paper, point: Point) -> None:
    """Keep a comment: in a report's fact check for the Chair to decide, otherwise as a query to be answered."""
    said = f"On “{point.old}”: {point.new}" if point.old else point.new
    on = min(point.on or work.today, work.today)
    record = kept(work.db, paper).get(point.mark)
    if paper.kind == Series.REPORT:
        report = finding.letter(work, paper.number, paper.kind)
        if report.state == LetterState.FACT_CHECK:
            block = record.kind if record else None
            fact_check.add_comment(work, paper.number, said, block=block, by=point.author, on=on)
            return
    (last,) = work.db.execute("SELECT coalesce(max(number), 0) FROM review").fetchone()
    meeting = finding.meeting(work, paper.number) if paper.kind == MINUTES else None
    letter = finding.letter(work, paper.number, paper.kind) if paper.kind != MINUTES else None
    work.add(
        Review(
            number=last + 1,
            meeting_id=meeting.id if meeting else None,
            letter_id=letter.id if letter else None,
            point=f"comment at {point.where}",
            decision="query",
            text=clean(said),
            given_on=on,
            given_by=point.author,
            restricted=point.restricted,
        ),
        str(last + 1),
    )
