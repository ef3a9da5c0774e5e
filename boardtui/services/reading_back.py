"""A Word file that came back, read against the record: what it changes, point by point (DESIGN 6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from boardtui.documents.readback import opening, returned
from boardtui.documents.readback.printed import printed
from boardtui.documents.spelling_out import as_typed
from boardtui.domain.folding import same
from boardtui.domain.points import STANDS, Paper, Point, Reading, key_of
from boardtui.domain.readback import Difference, PointKind, Printed, differences
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.returned import Returned
from boardtui.domain.states import Series
from boardtui.domain.text import plural
from boardtui.errors import BoardError, NotFoundError
from boardtui.keys_said import with_keys
from boardtui.services.desk import Desk
from boardtui.services.signed_papers import MINUTES, SIGNABLE
from boardtui.services.taking_over import by_hand
from boardtui.store.reading.board import board
from boardtui.store.reading.letters import letter as reading_letter
from boardtui.store.reading.readback import Kept, decided, kept, made_at, paper_of_marks
from boardtui.store.reading.reader import Database

NO_PARAGRAPHS = "Minutes, letters and reports can be read back; their paragraphs carry the identity of their records."


def read_back(desk: Desk, path: Path) -> Reading:
    """Read a Word file that came back, and say what it changes; nothing is written."""
    back = returned(opening.read(path), path)
    paper = desk.read(lambda db: paper_of_marks(db, {one.mark for one in back.paragraphs if one.mark}))
    if paper is None:
        raise _foreign(path, back)
    now = _paper(desk, desk.read, paper)
    entry = desk.read(lambda db: made_at(db, back.journal, back.head))
    exported = (_then(desk, entry, paper) if entry else None) or now
    version = PaperVersion.RESTRICTED if back.restricted and paper.kind == MINUTES else PaperVersion.OPEN
    printed_then, printed_now = (printed(paper.kind, one, version) for one in (exported, now))
    records = desk.read(lambda db: kept(db, paper))
    base = _rendered(paper, exported, version)
    if paper.kind == MINUTES:
        base, back = (as_typed(one, exported, printed_then) for one in (base, back))
    shown = {mark: one for mark, one in printed_then.items() if any(p.mark == mark for p in base.paragraphs)}
    found = differences(base, shown, back)
    before = desk.read(lambda db: decided(db, paper))
    points = tuple(_points(desk, paper, found, printed_now, records, before))
    return Reading(paper, points, tuple(_told(paper, entry, back)))


def can_be_read_back(path: Path) -> bool:
    """Say whether a file is a Word file in which a paragraph carries the identity of a record."""
    try:
        return any(one.mark for one in returned(opening.read(path), path).paragraphs)
    except BoardError:
        return False


def _paper(desk: Desk, read: Callable[[Callable[[Database], Any]], Any], paper: Paper) -> Any:
    """Return what a paper is made from; a report knows which of its figures have changed."""
    kind, number = paper.kind, paper.number
    made = read(lambda db: SIGNABLE[kind].read(db, number, desk.today))
    if kind == Series.REPORT:
        figures = read(lambda db: reading_letter(db, number, kind, desk.today))
        made = replace(made, letter=figures)
    return made


def _then(desk: Desk, entry: int, paper: Paper) -> Any:
    """Return what the paper was made from when it was exported; None if it was not there yet, or is the same now."""
    if entry == desk.read(board).journal:
        return None
    try:
        return desk.read_as_at(entry, lambda db: _paper(desk, lambda query: query(db), paper))
    except NotFoundError:
        return None


def _rendered(paper: Paper, made: Any, version: PaperVersion) -> Returned:
    """Return a version of the paper as its Word file would read, made from the same template."""
    plain = SIGNABLE[paper.kind].plain
    data = plain(made, version=version) if paper.kind == MINUTES else plain(made)
    return returned(data, Path(f"{paper.name}.docx"))


def _points(
    desk: Desk,
    paper: Paper,
    found: list[Difference],
    now: Mapping[str, Printed],
    records: Mapping[str, Kept],
    before: Mapping[str, str],
) -> list[Point]:
    made: list[Point] = []
    again: Counter[str] = Counter()
    for number, one in enumerate(found, 1):
        plain = key_of(paper, one, 0)
        key = key_of(paper, one, again[plain])
        again[plain] += 1
        made.append(_point(paper, number, key, one, now, records, before.get(key, "")))
    settled = _compared_with_now(made, now)
    return desk.read(
        lambda db: [one if one.decided else replace(one, by_hand=with_keys(by_hand(db, paper, one))) for one in settled]
    )


def _point(
    paper: Paper,
    number: int,
    key: str,
    one: Difference,
    now: Mapping[str, Printed],
    records: Mapping[str, Kept],
    decision: str,
) -> Point:
    near = one.mark or one.after or one.before
    record = records.get(near)
    where = record.where if record else paper.name
    if one.kind is PointKind.NEW and not one.mark and record:
        where = f"{'after' if one.after or not one.before else 'before'} {where}"
    return Point(
        number=number,
        key=key,
        kind=one.kind,
        where=where,
        mark=one.mark,
        old=one.said if one.kind is PointKind.COMMENT else one.old,
        new=one.new,
        author=one.author,
        on=one.on,
        patch=one.patch,
        after=one.after,
        before=one.before,
        now=now[one.mark].words if one.mark in now else "",
        decided=decision or _stands(one, now, records),
        restricted=record.restricted if record else None,
    )


def _stands(one: Difference, now: Mapping[str, Printed], records: Mapping[str, Kept]) -> str:
    """Say that the record already says what a point asks for."""
    if one.kind is PointKind.REMOVED and one.patch is None and one.mark not in records:
        return STANDS
    if one.patch is None or one.mark not in now:
        return ""
    words = now[one.mark].words
    return STANDS if not same(words, one.patch.base) and one.patch.stands_in(words) else ""


def _compared_with_now(points: list[Point], now: Mapping[str, Printed]) -> list[Point]:
    """Mark the points whose record says something else by now than what was exported and what was accepted since."""
    made = []
    for one in points:
        if one.patch is None or one.mark not in now:
            gone = one.patch is not None and one.mark not in now
            made.append(replace(one, stale=gone))
            continue
        words = one.patch.base
        ours = [p for p in points if p.mark == one.mark and p.patch and p.decided and p.decided != "left"]
        for other in sorted((p.patch for p in ours if p.patch), key=lambda patch: -patch.start):
            words = words[: other.start] + other.new + words[other.end :]
        made.append(replace(one, stale=not same(words, now[one.mark].words)))
    return made


def _told(paper: Paper, entry: int | None, back: Returned) -> list[str]:
    told = []
    if paper.locked and paper.kind == MINUTES:
        told.append("The minutes are signed off: a change of their words can only become an amendment.")
    elif paper.locked:
        told.append(f"The {paper.kind} is {paper.locked}: it is not changed any more. Comments can still be noted.")
    if entry is None and back.journal is not None:
        told.append("The file was made from another copy of this Board: it is compared with what is exported now.")
    elif entry is None:
        told.append("The file does not tell when it was made: it is compared with what is exported now.")
    return told


def _foreign(path: Path, back: Returned) -> BoardError:
    marked = sum(1 for one in back.paragraphs if one.mark)
    if marked:
        return BoardError(
            f"{path.name} is not of this Board.",
            f"None of the {plural(marked, 'paragraph')} that carry a record's identity is in this file.",
            "Open the Board that it was exported from.",
        )
    return BoardError(
        f"{path.name} is not of this Board, or is no paper that can be read back.",
        "No paragraph of it carries the identity of a record.",
        NO_PARAGRAPHS,
    )
