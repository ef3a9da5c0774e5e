"""Reads of what each document needs, every one from a single moment of the Board."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from boardtui.domain import views
from boardtui.domain.papers import ActionLogPaper, AgendaPaper, LetterPaper, MinutesPaper
from boardtui.domain.states import HELD, ActionState, EntryKind, ReportKind, Series, UpdateKind
from boardtui.store.reading.actions import BEFOREHAND, ENDED_ON, OPEN_STATES, actions, chosen, closed_between, place
from boardtui.store.reading.board import board, scheme
from boardtui.store.reading.figures import LAST
from boardtui.store.reading.indicators import indicators
from boardtui.store.reading.letters import letter, letters
from boardtui.store.reading.meetings import (
    after,
    attendance,
    before,
    interests,
    items,
    last_held,
    meeting,
    meetings,
    movements,
    next_meeting,
    registers,
)
from boardtui.store.reading.minutes import answers, corrections, entries, entries_between
from boardtui.store.reading.notice import obligations, sources
from boardtui.store.reading.people import by_initials
from boardtui.store.reading.plan import agreed_between, lines_with
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import day
from boardtui.store.reading.terms import terms

_ARISING = f"""
((m.held_on, m.number) < (:day, :number) OR (m.number = :number AND {BEFOREHAND})) AND (
    a.state IN ({OPEN_STATES})
    OR {ENDED_ON} >= :day OR (c.held_on, c.number) >= (:day, :number)
    OR (a.state = '{ActionState.CLOSED}' AND a.closed_on >= :since AND c.number IS NOT :last)
)
"""
_DUE_THEN = f"""
SELECT a.id, coalesce((
    SELECT u.due_after FROM action_update AS u
    WHERE u.action_id = a.id AND u.kind = '{UpdateKind.MOVED}' AND u.given_on < :day
    ORDER BY u.position DESC LIMIT 1
), a.original_due) FROM action AS a
"""
_MINUTED = """
SELECT e.action_id, e.text FROM entry AS e JOIN meeting AS m ON m.id = e.meeting_id
WHERE m.number = :number AND e.kind = :kind AND e.action_id IS NOT NULL
"""
_RAISED = f"m.number BETWEEN :first AND :last AND NOT {BEFOREHAND}"


def agenda_paper(db: Database, number: int, today: date) -> AgendaPaper:
    """Return what the agenda of a meeting needs."""
    of = meeting(db, number)
    last, on = before(db, of), min(of.date, today)
    matters = tuple(arising(db, of, last, on))
    return AgendaPaper(board(db), of, last, tuple(items(db, number)), by_initials(db), matters, on)


def minutes_paper(db: Database, number: int, today: date) -> MinutesPaper:
    """Return what the minutes of a meeting need; actions are rated as on the day it was held."""
    of = meeting(db, number)
    last = before(db, of)
    on = of.date if of.state in HELD else today
    return MinutesPaper(
        board=board(db),
        meeting=of,
        last=last,
        next=after(db, of),
        attendance=tuple(attendance(db, number)),
        movements=tuple(movements(db, number)),
        interests=tuple(interests(db, number)),
        items=tuple(items(db, number)),
        entries=tuple(entries(db, number)),
        actions=tuple(_as_minuted(db, number, on)),
        arising=tuple(arising(db, of, last, on)),
        ratings=tuple({rating.line: rating for rating in agreed_between(db, number, number)}.values()),
        corrected=tuple(corrections(db, number)),
        titles=dict(db.execute("SELECT ref, title FROM plan_line").fetchall()),
        scheme=scheme(db),
        people=by_initials(db),
        terms=terms(db),
    )


def action_log_paper(db: Database, today: date, lead: str | None = None) -> ActionLogPaper:
    """Return what the action log needs, whole or for one lead; closed are those at or since the last meeting."""
    last = last_held(db)
    closed = closed_between(db, last.date - timedelta(days=1) if last else None, today, today)
    theirs = lead.casefold() if lead else None
    return ActionLogPaper(
        board=board(db),
        on=today,
        last=last,
        next=next_meeting(db, today),
        lead=lead,
        open=tuple(actions(db, today, open_only=True, lead=lead)),
        closed=tuple(a for a in closed if not theirs or theirs in map(str.casefold, a.leads)),
        scheme=scheme(db),
        people=by_initials(db),
    )


def letter_paper(db: Database, number: int, today: date, series: str = Series.LETTER) -> LetterPaper:
    """Return what a letter (or report) rests on: the meetings it covers, and the records as they stand today.

    An action closed since the last letter was signed belongs to this one, wherever it was closed. The last report
    is the one before by the same hand, the Chair's or the Leader's.
    """
    of = letter(db, number, series)
    first, last = of.first_meeting, of.last_meeting
    covered = [m for m in meetings(db) if first <= m.number <= last and m.state in HELD]
    open_actions = actions(db, today, open_only=True)
    earlier = _before(of, letters(db, series))
    return LetterPaper(
        board=board(db),
        on=today,
        letter=of,
        earlier=earlier,
        meetings=tuple(covered),
        next=next_meeting(db, today),
        attendance=tuple(a for a in registers(db, first, last) if a.meeting in {m.number for m in covered}),
        lines=tuple(lines_with(db, open_actions)),
        changed=tuple(agreed_between(db, first, last)),
        open=tuple(open_actions),
        raised=tuple(sorted(chosen(db, today, _RAISED, first=first, last=last), key=place)),
        closed=tuple(_closed_since(db, earlier, today)),
        challenges=tuple(entries_between(db, first, last, EntryKind.CHALLENGE)),
        answers=tuple(answers(db, first, last)),
        decisions=tuple(entries_between(db, first, last, EntryKind.DECISION)),
        obligations=tuple(obligations(db, today)),
        scheme=scheme(db),
        people=by_initials(db),
        beside=tuple(beside(db, of)),
        indicators=tuple(indicators(db, today)),
        notes=tuple(entries_between(db, 0, LAST, EntryKind.NOTE)),
        sources=tuple(sources(db)),
    )


def beside(db: Database, of: views.Letter) -> list[views.Letter]:
    """Return the Chair's reports begun, or sent, since the last letter; a report has none beside it."""
    if of.series != Series.LETTER:
        return []
    earlier = _before(of, letters(db, of.series))
    since = (earlier.sent_on or earlier.dated) if earlier else None
    reports = [one for one in letters(db, Series.REPORT) if "eader" not in one.kind]
    return [one for one in reports if one.sent_on is None or since is None or one.sent_on > since]


def arising(db: Database, of: views.Meeting, last: views.Meeting | None, on: date) -> list[views.Action]:
    """Return a meeting's matters arising by reference: what was open when it began, and closed since the last.

    At a meeting still to come that is what is open now.
    """
    found = chosen(
        db,
        on,
        _ARISING,
        day=of.date.isoformat(),
        number=of.number,
        since=last.date.isoformat() if last else None,
        last=last.number if last else None,
    )
    due_then = dict(db.execute(_DUE_THEN, {"day": of.date.isoformat()}).fetchall()) if of.state in HELD else {}
    return sorted((_due_as(one, due_then) for one in found), key=place)


def _due_as(one: views.Action, due_then: dict[str, str | None]) -> views.Action:
    """Return an action with the due date it had then; the meeting it follows now is then left out."""
    due = day(due_then.get(one.id)) if one.id in due_then else one.due
    return one if due == one.due else replace(one, due=due, due_meeting=None)


def _as_minuted(db: Database, number: int, on: date) -> list[views.Action]:
    """Return the actions a meeting raised, in the words of its minutes, whatever they were reworded to since."""
    said = dict(db.execute(_MINUTED, {"number": number, "kind": EntryKind.ACTION.value}).fetchall())
    found = (replace(one, text=said.get(one.id, one.text)) for one in actions(db, on, agreed_at=number))
    return sorted(found, key=place)


def _closed_since(db: Database, earlier: views.Letter | None, today: date) -> list[views.Action]:
    """Return the actions closed since the last letter was signed, at meetings and between them."""
    since = None
    if earlier is not None and (earlier.signed_on or earlier.last_meeting):
        since = earlier.signed_on or meeting(db, earlier.last_meeting).date
    return closed_between(db, since, today, today)


def _before(of: views.Letter, written: list[views.Letter]) -> views.Letter | None:
    """Return the letter or report before this one by the same hand."""
    leaders = of.kind == ReportKind.LEADER
    earlier = [e for e in written if e.number < of.number and (e.kind == ReportKind.LEADER) == leaders]
    return max(earlier, key=lambda e: e.number, default=None)
