"""Reads of what the plan report and the committee's report need, each from a single moment of the Board."""

from __future__ import annotations

from datetime import date

from boardtui.domain import views
from boardtui.domain.plan_papers import PlanPaper, ScrutinyPaper
from boardtui.domain.states import HELD, EntryKind, MeetingState, Series
from boardtui.store.reading.actions import actions
from boardtui.store.reading.board import board, scheme
from boardtui.store.reading.challenge import flags
from boardtui.store.reading.figures import LAST
from boardtui.store.reading.indicators import indicators
from boardtui.store.reading.letters import letter
from boardtui.store.reading.meetings import last_held, meetings, next_meeting
from boardtui.store.reading.minutes import entries_between
from boardtui.store.reading.notice import obligations, requirements, sources
from boardtui.store.reading.people import by_initials
from boardtui.store.reading.plan import agreed_between, lines, moves
from boardtui.store.reading.reader import Database


def plan_paper(db: Database, today: date) -> PlanPaper:
    """Return what the plan report needs: the plan as it stands, and what the last meeting changed in it."""
    last = last_held(db)
    found = lines(db, today)
    return PlanPaper(
        board=board(db),
        on=today,
        last=last,
        next=next_meeting(db, today),
        lines=tuple(found),
        changed=tuple(_changed(db, last)) if last else (),
        moved=tuple((line.ref, one) for line in found for one in moves(db, line.ref) if _since(one, last)),
        indicators=tuple(indicators(db, today)),
        scheme=scheme(db),
        people=by_initials(db),
        flags=tuple(flags(db, today)),
    )


def scrutiny_paper(db: Database, number: int | None, today: date) -> ScrutinyPaper:
    """Return what the committee's report needs; without a number it is drafted from the records alone."""
    return ScrutinyPaper(
        plan=plan_paper(db, today),
        letter=None if number is None else letter(db, number, Series.SCRUTINY),
        sources=tuple(sources(db)),
        meetings=tuple(m for m in meetings(db) if m.state in HELD and m.state != MeetingState.IN_SESSION),
        actions=tuple(actions(db, today)),
        obligations=tuple(obligations(db, today)),
        requirements=tuple(requirements(db)),
        entries=tuple(_minuted(db)),
    )


def _minuted(db: Database) -> list[views.Entry]:
    """Return what was noted, decided and asked at every meeting, in order."""
    kinds = (EntryKind.NOTE, EntryKind.DECISION, EntryKind.CHALLENGE)
    found = [one for kind in kinds for one in entries_between(db, 0, LAST, kind)]
    return sorted(found, key=lambda one: (one.meeting, one.item, one.position))


def _changed(db: Database, last: views.Meeting) -> list[views.Rating]:
    return list({rating.line: rating for rating in agreed_between(db, last.number, last.number)}.values())


def _since(move: views.LineMove, last: views.Meeting | None) -> bool:
    """Say whether a due date was moved at the last meeting or since."""
    return last is None or move.meeting == last.number or move.on > last.date
