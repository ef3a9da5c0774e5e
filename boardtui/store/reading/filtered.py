"""Reads of the records that a filter lets through, each in the order of its list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from boardtui.domain.filter_keys import Kind
from boardtui.store.reading import actions, filtering
from boardtui.store.reading.reader import Database

if TYPE_CHECKING:
    from boardtui.domain import views

    Record = views.Action | views.PlanLine | views.Meeting | views.Requirement | views.Entry


def filtered(db: Database, kind: Kind, typed: str, today: date) -> Sequence[Record]:
    """Return the records of a kind that fit a filter; raises FilterError, which points at what is wrong in it."""
    if kind is Kind.ACTIONS:
        found = filtering.where(db, kind, typed, today)
        return actions.chosen(db, today, found.sql, **found.named)
    if kind is Kind.ENTRIES:
        from boardtui.store.reading import minutes

        found = filtering.where(db, kind, typed, today)
        return minutes.chosen(db, found.sql, **found.named)
    fitting = filtering.matching(db, kind, typed, today)
    return [one for one in _all(db, kind, today) if one.id in fitting]


def _all(db: Database, kind: Kind, today: date) -> Sequence[views.PlanLine | views.Meeting | views.Requirement]:
    from boardtui.store.reading import meetings, notice, plan

    if kind is Kind.PLAN:
        return plan.lines(db, today)
    return meetings.meetings(db) if kind is Kind.MEETINGS else notice.requirements(db)
