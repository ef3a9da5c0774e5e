"""Reads of the Improvement Plan: its lines as they stand on a day, how they were rated and moved."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any

from boardtui.domain import views
from boardtui.domain.ratings import Scheme, direction
from boardtui.domain.states import RatingStatus
from boardtui.errors import NotFoundError
from boardtui.store.reading import restricted
from boardtui.store.reading.actions import OPEN_STATES, actions, place
from boardtui.store.reading.actions import chosen as actions_chosen
from boardtui.store.reading.board import scheme
from boardtui.store.reading.filterable import LEVEL
from boardtui.store.reading.filtering import Where
from boardtui.store.reading.line_words import words_on_lines
from boardtui.store.reading.rated import Held
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import Columns, fetch, made, rows

_LINES = """
SELECT l.id, l.version, l.ref, l.theme, l.title, l.outcome, o.initials AS lead, l.starts, l.due,
    l.original_due, l.success,
    (SELECT json_group_array(initials) FROM (
        SELECT p.initials FROM plan_partner AS w JOIN office AS p ON p.id = w.office_id
        WHERE w.line_id = l.id ORDER BY p.position
    )) AS partners,
    (SELECT json_group_array(ref) FROM (
        SELECT r.ref FROM answer AS w JOIN requirement AS r ON r.id = w.requirement_id
            JOIN source AS s ON s.id = r.source_id
        WHERE w.line_id = l.id ORDER BY s.kind <> 'notice', s.published, s.code, r.position, r.ref
    )) AS answers,
    (SELECT count(*) FROM line_move AS m WHERE m.line_id = l.id) AS moves
FROM plan_line AS l LEFT JOIN office AS o ON o.id = l.lead_id
WHERE {where} ORDER BY l.position, l.ref
"""
_RATINGS = f"""
SELECT l.ref AS line, m.number AS meeting, m.held_on AS meeting_on, r.status, r.level, r.given_on AS "on",
    r.given_by AS "by", r.reason, r.path, r.evidence, r.recheck_on, r.id,
    {restricted.of_rating("r")} AS restricted
FROM rating AS r JOIN plan_line AS l ON l.id = r.line_id JOIN meeting AS m ON m.id = r.meeting_id
"""
_BY_LINE = "ORDER BY l.position, l.ref, m.number, r.position, r.id"
_MOVES = f"""
SELECT v.moved_on AS "on", v.due_before AS before, v.due_after AS after, v.reason, m.number AS meeting,
    {restricted.of_line_move("v")} AS restricted
FROM line_move AS v JOIN plan_line AS l ON l.id = v.line_id LEFT JOIN meeting AS m ON m.id = v.meeting_id
WHERE l.ref = :ref ORDER BY v.moved_on, m.number, v.id
"""


def lines(db: Database, today: date) -> list[views.PlanLine]:
    """Return the plan's lines in order, each with its rating now and at each of the last six meetings."""
    return lines_with(db, actions(db, today, open_only=True))


def chosen(db: Database, today: date, where: str, **named: Any) -> list[views.PlanLine]:
    """Return the plan's lines for which the SQL `where` holds: `l` is the line."""
    serving = f"""a.state IN ({OPEN_STATES}) AND a.id IN (
        SELECT s.action_id FROM action_line AS s JOIN plan_line AS l ON l.id = s.line_id WHERE {where})"""
    return lines_with(db, actions_chosen(db, today, serving, **named), where, **named)


def lines_with(
    db: Database, open_actions: Sequence[views.Action], where: str = "1", **named: Any
) -> list[views.PlanLine]:
    """Return the plan's lines with those of the open actions that serve them, however they were read."""
    return [line for line, _ in rated_lines(db, open_actions, where, **named)]


def rated_lines(
    db: Database, open_actions: Sequence[views.Action], where: str, **named: Any
) -> list[tuple[views.PlanLine, list[views.Rating]]]:
    """Return the plan's lines as `lines_with` does, each with the ratings that were agreed of it, oldest first."""
    levels = scheme(db)
    held = Held(db)
    given = _given(db, f"{_RATINGS} WHERE {where} {_BY_LINE}", **named)
    by_line = {ref: list(found) for ref, found in groupby(given, key=attrgetter("line"))}
    words = words_on_lines(db, where, **named)
    serving: defaultdict[str, list[views.Action]] = defaultdict(list)
    for action in sorted(open_actions, key=place):
        for ref in action.lines:
            serving[ref].append(action)
    return [
        (
            made(
                views.PlanLine,
                row,
                **_rated(by_line.get(row["ref"], []), held, levels, words.get(row["ref"], ())),
                withheld=False,
                **_served_by(serving[row["ref"]]),
            ),
            _agreed(by_line.get(row["ref"], [])),
        )
        for row in rows(db, _LINES.format(where=where), **named)
    ]


def ratings_of(db: Database, fits: Where) -> Counter[str | None]:
    """Count the lines that a filter lets through by the rating that the Board agreed last; None is not rated."""
    sql = f"SELECT {LEVEL} AS level, count(*) FROM plan_line AS l WHERE {fits.sql} GROUP BY 1"
    return Counter(dict(db.execute(sql, fits.named).fetchall()))


def themes(db: Database) -> list[str]:
    """Return the plan's themes in the order in which they begin."""
    sql = "SELECT theme FROM plan_line GROUP BY theme ORDER BY min(position), theme"
    return [theme for (theme,) in db.execute(sql).fetchall()]


def line(db: Database, ref: str, today: date) -> views.PlanLine:
    """Return the plan line `3.2`; raises NotFoundError."""
    found = chosen(db, today, "l.ref = :ref", ref=ref.strip())
    if not found:
        raise NotFoundError(f"There is no plan line {ref}.", "", "Look at the plan.")
    return found[0]


def ratings(db: Database, ref: str) -> list[views.Rating]:
    """Return every rating a line was given, proposed or agreed, oldest first."""
    return _given(db, f"{_RATINGS} WHERE l.ref = :ref {_BY_LINE}", ref=ref)


def moves(db: Database, ref: str) -> list[views.LineMove]:
    """Return how a line's due date was moved, oldest first."""
    return fetch(db, views.LineMove, _MOVES, ref=ref)


def ratings_at(db: Database, meeting: int) -> list[views.Rating]:
    """Return the ratings given for a meeting, proposed or agreed, in the order of the plan."""
    return _given(db, f"{_RATINGS} WHERE m.number = :meeting {_BY_LINE}", meeting=meeting)


def proposed_ratings(db: Database) -> list[views.Rating]:
    """Return every rating that was proposed, in the order of the plan, the latest of a line last."""
    where = "WHERE r.status = :proposed"
    return _given(db, f"{_RATINGS} {where} {_BY_LINE}", proposed=RatingStatus.PROPOSED.value)


def agreed_between(db: Database, first: int, last: int) -> list[views.Rating]:
    """Return the ratings agreed at the meetings from `first` to `last`, in the order of the plan."""
    where = "WHERE m.number BETWEEN :first AND :last AND r.status = :agreed"
    agreed = RatingStatus.AGREED.value
    return _given(db, f"{_RATINGS} {where} {_BY_LINE}", first=first, last=last, agreed=agreed)


def agreed(db: Database, where: str, **named: Any) -> list[views.Rating]:
    """Return the ratings agreed of the lines for which the SQL `where` holds: `l` is the line."""
    where = f"WHERE {where} AND r.status = :agreed"
    return _given(db, f"{_RATINGS} {where} {_BY_LINE}", agreed=RatingStatus.AGREED.value, **named)


def _given(db: Database, sql: str, **named: Any) -> list[views.Rating]:
    return [made(views.Rating, row, withheld=False) for row in rows(db, sql, **named)]


def _rated(given: Sequence[views.Rating], held: Held, levels: Scheme, words: Sequence[views.LineWord]) -> Columns:
    """Say how a line is rated, by its ratings in order, the meetings held, and what has been said since."""
    agreed = _agreed(given)
    now = agreed[-1] if agreed else None
    in_force = held.in_force({rating.meeting: rating.level for rating in agreed})
    previous = in_force[-2] if len(in_force) > 1 else None
    proposed = [r for r in given if r.status == RatingStatus.PROPOSED and (not now or r.meeting > now.meeting)]
    return {
        "rating": now.level if now else None,
        "previous": previous,
        "direction": direction(levels, previous, now.level if now else None),
        "history": tuple(zip(held.last, in_force, strict=True)),
        "reason": now.reason if now else "",
        "path": now.path if now else "",
        "agreed_on": now.meeting_on if now else None,
        "restricted": now.restricted if now else None,
        "since": tuple(one for one in words if now and one.on > now.meeting_on),
        "proposed": proposed[-1].level if proposed else None,
    }


def _agreed(given: Sequence[views.Rating]) -> list[views.Rating]:
    return [rating for rating in given if rating.status == RatingStatus.AGREED]


def _served_by(serving: Sequence[views.Action]) -> Columns:
    return {
        "open_actions": tuple(action.ref for action in serving),
        "overdue_actions": tuple(action.ref for action in serving if action.days_late),
        "restricted_actions": tuple(action.ref for action in serving if action.restricted),
    }
