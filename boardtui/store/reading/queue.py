"""Reads of the Chair's queue: what waits to be decided, what was decided, and what left otherwise (DESIGN 5)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from boardtui.domain import queue as of
from boardtui.domain import views
from boardtui.domain.challenge import LineFacts
from boardtui.domain.challenge import flags as flags_on
from boardtui.domain.dates import show
from boardtui.domain.queue import Asked, Left, Review, Thing
from boardtui.domain.ratings import Scheme
from boardtui.domain.states import OPEN_ACTIONS, ActionState, LetterState, MeetingState, Role, Series
from boardtui.store.reading.actions import actions, chosen, updates
from boardtui.store.reading.board import board, scheme
from boardtui.store.reading.challenge import line_facts
from boardtui.store.reading.letters import letters
from boardtui.store.reading.meetings import meetings
from boardtui.store.reading.plan import proposed_ratings
from boardtui.store.reading.reader import Database
from boardtui.store.reading.reviews import REVIEWS
from boardtui.store.reading.rows import made, quoted, rows

_ONCE_WITH_CHAIR = {
    "action": (ActionState.DONE, ActionState.RETURNED),
    "meeting": (MeetingState.WITH_CHAIR,),
    "letter": (LetterState.WITH_CHAIR,),
}
"""States in which a record of a table waits for the Chair."""

_TOUCHED = """
SELECT c.row_id, j.sentence, j.who, substr(j.at, 1, 10), j.role
FROM journal_change AS c JOIN journal_entry AS j ON j.sequence = c.entry
WHERE j.sequence > :since ORDER BY j.sequence, c.id
"""
_DECIDED = """
SELECT coalesce(max(j.sequence), 0)
FROM journal_entry AS j JOIN journal_change AS c ON c.entry = j.sequence
WHERE j.role = 'chair' AND c.table_name = 'review'
"""
_PASSED = f"""
SELECT c.table_name, c.row_id, coalesce(c.after, c.before)
FROM journal_change AS c
WHERE c.entry > :since AND c.table_name IN ({quoted(_ONCE_WITH_CHAIR)})
"""


def reviews(db: Database) -> list[Review]:
    """Return every decision and query of the Chair's, oldest first."""
    return [made(Review, row, points=tuple(row["point"].split("; "))) for row in rows(db, REVIEWS)]


def open_queries(db: Database) -> list[Review]:
    """Return the queries that nobody has answered, oldest first."""
    return [one for one in reviews(db) if one.is_open]


def reviews_about(db: Database, about: str) -> list[Review]:
    """Return the decisions and queries about `action 5/03`, `line 3.2`, `minutes 5` or `letter 2`."""
    return [one for one in reviews(db) if one.about == about]


def queue(db: Database, today: date) -> tuple[Thing, ...]:
    """Return the Chair's queue, in order."""
    return of.waiting(_things(db, today), reviews(db))


def thing_about(db: Database, about: str, today: date) -> Thing | None:
    """Return the thing in the queue about `action 5/03`, or None."""
    return next((one for one in queue(db, today) if one.about == about), None)


def last_decided(db: Database) -> int:
    """Return the journal entry in which the Chair last decided or asked in the queue; 0 when there is none."""
    (found,) = db.execute(_DECIDED).fetchone()
    return int(found)


def left_since(db: Database, since: int, before: tuple[Thing, ...], today: date) -> tuple[Left, ...]:
    """Return what left the queue since an entry of the journal: of what stood in it then, and of what passed through.

    The reason is the sentence of the last entry that touched the record; what the Chair did is not named.
    """
    touched = db.execute(_TOUCHED, {"since": since}).fetchall()
    because = {row: f"{sentence} ({who}, {show(date.fromisoformat(on))})" for row, sentence, who, on, _role in touched}
    last_role = {row: role for row, *_, role in touched}
    by_the_chair = {row for row, role in last_role.items() if role == Role.CHAIR}
    known = {thing.record_id for thing in before}
    passed = [one for one in _passed_through(db, since, today) if one.record_id not in known]
    decided = _decided_since(db, since)
    otherwise = [one for one in (*before, *passed) if one.record_id not in by_the_chair and one.about not in decided]
    return of.left(otherwise, queue(db, today), because, "a question that no longer holds")


def _things(db: Database, today: date) -> Iterator[Thing | None]:
    slips = board(db).slips_asked
    for action in actions(db, today, open_only=True):
        if action.state != ActionState.OPEN or action.slips >= slips:
            yield of.of_action(action, updates(db, action.ref), slips)
    proposed = {rating.line: rating for rating in proposed_ratings(db)}
    levels = scheme(db)
    for facts in line_facts(db, today):
        if (asked := _asked(facts, proposed.get(facts.line.ref), levels, today)) is not None:
            yield of.of_rating(asked)
    yield from map(of.of_minutes, meetings(db))
    for series in (Series.LETTER, Series.REPORT):
        yield from map(of.of_letter, letters(db, series))


def _asked(facts: LineFacts, proposed: views.Rating | None, levels: Scheme, today: date) -> Asked | None:
    """Return the rating of a line that changed since the last meeting: the one proposed, or the one agreed there."""
    agreed = facts.ratings[-1] if facts.ratings else None
    if proposed is not None and (agreed is None or proposed.meeting > agreed.meeting):
        as_if = replace(facts, line=replace(facts.line, rating=proposed.level), ratings=(*facts.ratings, proposed))
        was = agreed.level if agreed else None
        return Asked(facts.line, proposed, was, flags_on(as_if, levels, today), facts.indicators)
    if agreed is None or facts.last is None or agreed.meeting_on < facts.last.date:
        return None
    earlier = [one for one in facts.ratings if one.meeting < agreed.meeting]
    was = earlier[-1].level if earlier else None
    return Asked(facts.line, agreed, was, flags_on(facts, levels, today), facts.indicators)


def _decided_since(db: Database, since: int) -> set[str]:
    """Return what the Chair agreed or returned since the day of an entry of the journal."""
    (day,) = db.execute("SELECT substr(at, 1, 10) FROM journal_entry WHERE sequence = ?", (since,)).fetchone()
    return {one.about for one in reviews(db) if one.decision != of.Decision.QUERY and one.on.isoformat() >= day}


def _passed_through(db: Database, since: int, today: date) -> Iterator[Thing]:
    """Return what was for a while in a state that waits for the Chair, as things without points."""
    found = {
        row: table
        for table, row, image in db.execute(_PASSED, {"since": since}).fetchall()
        if json.loads(image).get("state") in _ONCE_WITH_CHAIR[table]
    }
    ids = [row for row, table in found.items() if table == "action"]
    marks = {f"id{n}": row for n, row in enumerate(ids)}
    if ids:
        for action in chosen(db, today, f"a.id IN ({', '.join(':' + name for name in marks)})", **marks):
            kind = of.Kind.DONE if action.state in (*OPEN_ACTIONS, ActionState.CLOSED) else of.Kind.RETURNED
            yield Thing(kind, f"action {action.ref}", action.id, (), action.text)
    for meeting in meetings(db):
        if meeting.id in found:
            said = f"Minutes of meeting {meeting.number}"
            yield Thing(of.Kind.MINUTES, f"minutes {meeting.number}", meeting.id, (), said)
    for series, kind in ((Series.LETTER, of.Kind.LETTER), (Series.REPORT, of.Kind.REPORT)):
        for letter in letters(db, series):
            if letter.id in found:
                yield Thing(kind, letter.name, letter.id, (), letter.subject)
